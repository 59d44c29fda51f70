"""Rows as they are given: values of any kind, lines of CSV, cells by headings, and very many of them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from export_tables import HEADINGS, aside, row, said, says
from shebao.adapters.records import csv_rows, read
from shebao.adapters.tables import Record, split_records
from shebao.errors import RecordsError, RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

TYPED = ["费款所属期", "险种", "缴费基数", "到账日期", "姓名"]


@pytest.mark.parametrize(
    ("month", "base", "day"),
    [
        (date(2025, 1, 1), 4000, date(2025, 1, 20)),
        (datetime(2025, 1, 1), Decimal(4000), datetime(2025, 1, 20, 8, 30)),  # noqa: DTZ001
        ("202501", Decimal("4000.00"), "2025-01-20"),
        (202501, 4000.0, 20250120),
        (202501.0, "4000.0", "20250120"),
        ("2025-01", 4e3, "2025/1/20"),
    ],
)
def test_values_are_read_as_what_they_are(month: object, base: object, day: object) -> None:
    """Days, numbers and amounts stand for the texts of them, as workbooks and frames hold them."""
    (period,) = read([TYPED, [month, "养老", base, day, None]], columns={"姓名": None}).history
    assert "pension 2025-01 paid employee" == str(period)
    assert (Decimal(4000), date(2025, 1, 20)) == (period.base, period.settled_on)


@pytest.mark.parametrize("nothing", [None, "", float("nan"), Decimal("NaN"), "-", "null", "None"])
def test_what_is_missing_says_nothing(nothing: object) -> None:
    """A missing value of whatever library is an empty cell."""
    reading = read([TYPED[:4], ["202501", "养老", "4000", nothing]])
    assert [None] == [period.settled_on for period in reading.history]


def test_rows_may_come_one_by_one() -> None:
    """An iterator of rows is read to its end, once."""

    def rows() -> Iterator[list[str]]:
        yield HEADINGS
        yield row()

    assert ["pension 2025-01 paid employee 甲公司"] == says(read(rows()))


def test_lines_of_csv_are_numbered_where_they_start() -> None:
    """A cell of several lines moves the rows after it, whose numbers are those of their lines."""
    text = '\ufeff年月,险种,缴费基数,备注\r\n202501,养老,4000,"a\r\nb"\r\n\r\n202502,养老,4000,\r\n'
    reading = read(csv_rows(text))
    assert [("pension 2025-01..2025-02 paid employee", "4000", [2, 5])] == said(reading)
    assert {4: "BLANK"} == aside(reading)


def test_lines_may_be_separated_by_anything() -> None:
    """A table of tabs or semicolons is read when it is told, from a text or its lines."""
    expected = [("年月", "险种"), ("202501", "养老")]
    for separator in "\t;":
        text = f"年月{separator}险种\n202501{separator}养老\n"
        assert expected == [each.cells for each in csv_rows(text, separator=separator)]
        lines = text.splitlines(keepends=True)
        assert expected == [each.cells for each in csv_rows(lines, separator=separator)]


def test_records_of_a_text_end_with_the_last_that_says_anything() -> None:
    """Blank lines at the end are no records; those between are."""
    text = "\ufeffa,b\n,\n1,2\n,\n\n"
    assert [(1, ("a", "b")), (2, ("", "")), (3, ("1", "2"))] == [
        (each.line, each.cells) for each in split_records(text)
    ]
    assert [] == split_records("\n\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('a,"b\nc', "opens a quote that is never closed"),
        ('a,"b"c\nd', "cannot be read (',' expected after '\"')"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(text: str, problem: str) -> None:
    """A quote that is wrong is blamed on the line where its record starts."""
    (found, *_) = split_records(text)
    assert found.fault is not None
    assert (problem, 1, ()) == (found.fault.problem, found.fault.line, found.cells)
    assert not found.is_blank


def test_rows_after_one_that_cannot_be_read_are_read() -> None:
    """A bad quote costs its row only."""
    text = '年月,险种,缴费基数\n202501,"养老"x,4000\n202502,养老,4000\n'
    reading = read(csv_rows(text))
    assert ["pension 2025-02 paid employee"] == says(reading)
    assert {2: "NOT_UNDERSTOOD"} == aside(reading)
    assert 3 == reading.row_count
    assert {1, 3} == reading.raw.keys()


def test_records_are_rows() -> None:
    """Records made by hand are numbered as they say."""
    records = [Record(10, ("年月", "险种", "缴费基数")), Record(20, ("202501", "养老", "4000"))]
    assert [("pension 2025-01 paid employee", "4000", [20])] == said(read(records))


def test_cells_may_stand_by_their_headings() -> None:
    """Rows of a data frame, as mappings, make a table whose headings are its first row."""
    rows = [
        {"费款所属期": date(2025, 1, 1), "险种": "养老", "缴费基数": 4000, "单位名称": "甲公司"},
        {"缴费基数": "4000", "险种": "养老", "费款所属期": date(2025, 2, 1)},
    ]
    reading = read(rows)
    assert [
        ("pension 2025-01 paid employee 甲公司", "4000", [2]),
        ("pension 2025-02 paid employee", "4000", [3]),
    ] == said(reading)
    assert 3 == reading.row_count == len(reading.raw)


def test_a_new_heading_in_a_later_row_is_refused() -> None:
    """Rows of one frame have the headings of its first row."""
    rows = [{"费款所属期": "202501", "险种": "养老"}, {"费款所属期": "202502", "月数": "1"}]
    with pytest.raises(RecordsError, match="a:3: 月数: '1' stands under a new heading"):
        read(rows, source="a")


@pytest.mark.parametrize(
    "rows", ["年月,险种", b"x", {"年月": "202501"}, None, 7, ["年月,险种"], [7]]
)
def test_what_is_no_table_of_rows_is_refused(rows: object) -> None:
    """A text, a mapping, a number are no rows, and how to make rows of text is told."""
    with pytest.raises(RecordsError, match=r"csv_rows\(text\) makes rows of text"):
        read(rows)  # type: ignore[arg-type]


def test_many_rows_of_one_person_are_one_period() -> None:
    """A long table with few different rows is read to a few periods, each with its rows."""
    months = [f"{year}-{month:02}" for year in range(1990, 2025) for month in range(1, 13)]
    rows = [[month, kind, "4000"] for month in months for kind in ("养老", "失业")]
    reading = read([["年月", "险种", "缴费基数"], *rows], keep_raw=False)
    assert [
        ("pension 1990-01..2024-12 paid employee", "4000", list(range(2, 842, 2))),
        ("unemployment 1990-01..2024-12 paid employee", "4000", list(range(3, 842, 2))),
    ] == said(reading)
    assert {} == aside(reading)
    assert {} == reading.raw


def test_more_texts_than_are_kept_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different rows there are, each is read for what it says."""
    monkeypatch.setattr("shebao.adapters.exports.compiled._MOST", 2)
    rows = [[f"{number % 7}", f"2025-0{number % 5 + 1}", "养老", "4000"] for number in range(35)]
    reading = read([["个人编号", "年月", "险种", "缴费基数"], *rows])
    assert {f"{number}": 5 for number in range(7)} == {
        person: sum(len(period.months) for period in history)
        for person, history in reading.histories.items()
    }


def test_rows_that_say_in_parts_what_others_said_are_read_apart() -> None:
    """A row whose words, money and months each stood in other rows is read as if it stood alone."""
    head = ["姓名", "年月", "险种", "缴费基数", "缴费状态"]
    rows = [
        ["甲", "202501", "养老", "4000", "正常缴费"],
        ["乙", "202502", "养老", "5000", ""],
        ["甲", "202502", "养老", "5000", "正常缴费"],
        ["甲", "202502", "失业", "", "欠费"],
        ["乙", "202501", "养老", "0", ""],
        ["丙", "202501", "居民养老", "", "补缴"],
        ["乙", "202501", "养老", "0", ""],
    ]
    reading = read([head, *rows])
    assert [
        ("pension 2025-01 paid employee", "4000", [2]),
        ("pension 2025-02 paid employee", "5000", [4]),
        ("unemployment 2025-02 arrears employee", None, [5]),
        ("pension 2025-02 paid employee", "5000", [3]),
        ("pension 2025-01 back paid resident", None, [7]),
    ] == said(reading)
    assert {6: "NO_CONTRIBUTION", 8: "NO_CONTRIBUTION"} == aside(reading)


def test_parts_of_rows_that_do_not_go_together_are_told() -> None:
    """Words, money and months that each stood in other rows may exclude each other in one."""
    head = ["年月", "险种", "缴费状态", "缴费基数", "参保类型"]
    rows = [
        ["202501", "养老", "-", "", ""],
        ["202502", "养老", "正常缴费", "4000", ""],
        ["202501", "养老", "正常缴费", "", ""],
        ["202502", "养老", "-", "4000", ""],
    ]
    assert {2: "NO_CONTRIBUTION", 5: "NOT_UNDERSTOOD"} == aside(read([head, *rows]))
    billed = ["结算期", "费款所属期", "险种", "缴费基数", "缴费状态"]
    rows = [
        ["202501", "", "养老", "4000", "正常缴费"],
        ["202501", "202501", "养老", "4000", "补缴"],
        ["202501", "", "养老", "4000", "补缴"],
    ]
    reading = read([billed, *rows])
    assert "NOT_UNDERSTOOD" == aside(reading)[4]
    assert "is the month of a bill" in str(reading.faults[-1])


@pytest.mark.parametrize("separator", ["", ", ", '"', "\n", None])
def test_a_separator_is_one_character(separator: str) -> None:
    """What cannot stand between cells is refused."""
    with pytest.raises(RecordsError, match="separates no cells"):
        list(csv_rows("a,b", separator=separator))


@pytest.mark.parametrize(("text", "problem"), [(7, "is no text"), ([b"a,b"], "is no line")])
def test_what_is_no_text_is_refused(text: str, problem: str) -> None:
    """Bytes and numbers are no lines of a table."""
    with pytest.raises(RecordsError, match=problem):
        list(csv_rows(text))


def test_a_number_of_no_end_is_not_written_out() -> None:
    """A whole number too long to be money is told by its length."""
    reading = read([TYPED[:3], ["202501", "养老", 1 << 70_000]])
    assert "缴费基数: '<int of 70001 bits>' is no amount" in str(reading.faults[0])


@pytest.mark.parametrize("told", [{"columns": 7}, {"words": ["a"]}])
def test_columns_and_words_are_mappings(told: dict[str, Any]) -> None:
    """Headings and words of one's own are told by mappings."""
    with pytest.raises(RuleError, match="is no mapping"):
        read([HEADINGS, row()], **told)
