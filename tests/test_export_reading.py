"""What a reading answers: the only record, its faults, its rows, its unknown columns."""

from __future__ import annotations

from typing import Any

import pytest

from export_tables import HEADINGS, row, rows_read, said
from shebao import PENSION
from shebao.adapters.records import RowReason, SetAside, StatedMonths, read
from shebao.errors import RecordsError
from shebao.model.provenance import Provenance

PEOPLE = ["姓名", "费款所属期", "险种", "缴费基数"]


def test_one_record_is_the_history() -> None:
    """A table of one person has one record."""
    reading = rows_read(row())
    assert reading.histories[None] == reading.history


def test_several_records_are_no_history() -> None:
    """With two people, or nobody, there is no such thing as the record."""
    rows = [["甲", "202501", "养老", "4000"], ["乙", "202501", "养老", "4000"]]
    with pytest.raises(RecordsError, match="holds the records of 2 people; expected one person"):
        read([PEOPLE, *rows]).history  # noqa: B018
    with pytest.raises(RecordsError, match="holds the records of 0 people"):
        read([PEOPLE]).history  # noqa: B018


def test_people_stand_in_the_order_of_the_table() -> None:
    """The records of people follow each other as in the table."""
    rows = [[name, "202501", "养老", "4000"] for name in ("乙", "甲", "乙")]
    assert ["乙", "甲"] == list(read([PEOPLE, *rows]).histories)


def test_a_reading_that_is_understood_gives_itself() -> None:
    """Where every row is understood, so is the table."""
    reading = rows_read(row())
    assert reading.is_understood
    assert reading is reading.understood()


def test_a_reading_that_is_not_understood_gives_its_faults() -> None:
    """All that is wrong is raised at once."""
    reading = rows_read(row(month="x"), row(base="y"))
    assert not reading.is_understood
    with pytest.raises(RecordsError) as error:
        reading.understood()
    assert reading.faults == error.value.faults
    assert [2, 3] == [fault.line for fault in reading.faults]


def test_a_row_says_all_that_is_wrong_with_it() -> None:
    """Every cell of a row is read, whatever is wrong with the others."""
    reading = rows_read(row(month="x", kind="y", base="z", type="w"))
    assert [1, 2, 4, 5] == sorted(fault.column or 0 for fault in reading.faults)


def test_unknown_columns_are_named() -> None:
    """A heading that nobody knows is told; one that says nothing of months is known."""
    reading = read([[*HEADINGS, "余额", "幸运数字"], [*row(), "1", "7"]])
    assert [(7, "幸运数字")] == [(each.number, each.heading) for each in reading.unknown_columns]


def test_the_rows_of_a_period_are_at_hand() -> None:
    """Where a period was read, its rows can be looked at as they stood."""
    reading = rows_read(row(), row(month="2025-02"))
    (period,) = reading.history
    assert period.provenance is not None
    assert (tuple(row()), tuple(row(month="2025-02"))) == reading.rows_of(period.provenance)


def test_rows_that_were_not_kept_are_not_at_hand() -> None:
    """Without the rows, or for those of another table, there is nothing to look at."""
    reading = read([HEADINGS, row()], keep_raw=False)
    assert [[2]] == [rows for *_, rows in said(reading)]
    with pytest.raises(RecordsError, match="has rows that were not kept here"):
        reading.rows_of(Provenance("<rows>", 2))


def test_names_are_hidden_in_reprs() -> None:
    """Who a table is about is not told by the repr of its reading."""
    number = "11010519491231002X"
    head = ["证件号码", "费款所属期", "险种", "缴费基数", "多年缴费累计月数"]
    reading = read([head, [number, "202501", "养老", "4000", "9"]], source=f"{number}.csv")
    assert number not in repr(reading)
    assert [number] == list(reading.histories)


@pytest.mark.parametrize("number", [0, -1, True, "1"])
def test_rows_count_from_one(number: Any) -> None:  # noqa: ANN401
    """A row set aside, and one that states a total, is a row of a table."""
    with pytest.raises(RecordsError, match="is no row; expected an int from 1"):
        SetAside(number, RowReason.TOTAL)
    with pytest.raises(RecordsError, match="is no row; expected an int from 1"):
        StatedMonths(None, PENSION, 9, number)
