"""Laws of rows for data frames: whatever a record says, pandas and polars carry it there and back."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.adapters.frames import (
    MONTH_COLUMNS,
    PERIOD_COLUMNS,
    from_rows,
    to_month_rows,
    to_rows,
)
from shebao.errors import Fault, RecordsError
from shebao.model.history import ContributionHistory
from shebao.model.provenance import Provenance
from shebao.months import MonthSpan
from shebao.terms import InsuranceKind, Scheme
from strategies import histories

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Rows = list[dict[str, Any]]

#: Whatever a cell of a table may hold, right or wrong.
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 300_000)
    | st.floats()
    | st.decimals()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=8)
    | st.sampled_from(["pension", "paid", "2025-01", "130100", "resident", pd.NA, pd.NaT, b"x", []])
    | st.sampled_from([*InsuranceKind, *Scheme])
)


def schema(columns: Mapping[str, type]) -> dict[str, Any]:
    """The columns as polars types."""
    return {name: pl.Decimal(18, 2) if of is Decimal else of for name, of in columns.items()}


def by_pandas(rows: Rows) -> Rows:
    """Rows that went through a frame of pandas."""
    frame = pd.DataFrame(rows, columns=list(PERIOD_COLUMNS))
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def by_typed_pandas(rows: Rows) -> Rows:
    """Rows that went through a frame of pandas whose days are stamps and whose gaps are NA."""
    frame = pd.DataFrame(rows, columns=list(PERIOD_COLUMNS))
    for name in ("first_month", "last_month", "declared_on", "settled_on"):
        frame[name] = pd.to_datetime(frame[name])
    typed = frame.convert_dtypes()
    return [{str(key): value for key, value in row.items()} for _, row in typed.iterrows()]


def by_polars(rows: Rows) -> Rows:
    """Rows that went through a frame of polars."""
    return pl.DataFrame(rows, schema=schema(PERIOD_COLUMNS)).to_dicts()


def by_inferring_polars(rows: Rows) -> Rows:
    """Rows that went through a frame of polars that was told no types."""
    return list(pl.DataFrame(rows, infer_schema_length=None).iter_rows(named=True))


def by_text(rows: Rows) -> Rows:
    """Rows whose values were written out, as in a CSV file."""
    return [{key: "" if value is None else str(value) for key, value in r.items()} for r in rows]


def with_midnights(rows: Rows) -> Rows:
    """Rows whose months are days with an hour."""
    return [
        row | {key: datetime.combine(row[key], time.min) for key in ("first_month", "last_month")}
        for row in rows
    ]


@pytest.mark.parametrize(
    "carried",
    [by_pandas, by_typed_pandas, by_polars, by_inferring_polars, by_text, with_midnights],
)
@given(history=histories())
def test_a_record_comes_back_from_its_rows(
    carried: Callable[[Rows], Rows], history: ContributionHistory
) -> None:
    """Rows give the same record back, whatever frame or file they went through."""
    assert history == from_rows(carried(to_rows(history)))


@given(histories())
def test_where_a_period_was_read_comes_back(history: ContributionHistory) -> None:
    """A provenance comes back from its row; a period without one is known by the row it came from."""
    read = from_rows(by_polars(to_rows(history)), source="frame")
    expected = [
        period.provenance or Provenance("frame", number) for number, period in enumerate(history, 1)
    ]
    assert sorted(map(repr, expected)) == sorted(repr(period.provenance) for period in read)


@given(histories(with_counts=False))
def test_a_record_comes_back_from_its_months(history: ContributionHistory) -> None:
    """Rows of single months give the same record back, and say no month twice in the same way."""
    rows = to_month_rows(history)
    frame = pl.DataFrame(rows, schema=schema(MONTH_COLUMNS))
    assert history == from_rows(frame.to_dicts())
    assert len(rows) == frame.n_unique()


@given(histories(with_counts=False))
def test_months_of_kinds_are_the_months_of_all(history: ContributionHistory) -> None:
    """The rows of each kind, one after the other, are the rows of all."""
    each = [row for kind in InsuranceKind for row in to_month_rows(history, kind)]
    assert each == to_month_rows(history)


@given(histories(with_counts=False))
def test_splitting_changes_no_month_row(history: ContributionHistory) -> None:
    """A record cut into single months, and told twice, has the same rows of months."""
    months = [
        part
        for period in history
        for month in period.months
        if (part := period.between(month.ordinal, month.ordinal)) is not None
    ]
    cut = ContributionHistory([*months, *months])
    key = repr
    assert sorted(to_month_rows(history), key=key) == sorted(to_month_rows(cut), key=key)


@given(histories())
def test_columns_are_fixed(history: ContributionHistory) -> None:
    """Each row has all columns in their order, and each value is None or of its column's type."""
    for row in to_rows(history):
        assert list(PERIOD_COLUMNS) == list(row)
        assert all(
            value is None or type(value) is PERIOD_COLUMNS[name] for name, value in row.items()
        )


@given(st.lists(st.dictionaries(st.sampled_from([*PERIOD_COLUMNS, "month", "人"]), VALUES)))
def test_rows_are_read_or_refused_with_their_places(rows: Rows) -> None:
    """Any rows give a record of as many periods, or an error whose faults name row and column."""
    faults: tuple[Fault, ...] = ()
    history = ContributionHistory()
    try:
        history = from_rows(rows)
    except RecordsError as error:
        faults = error.faults
    assert all(fault.line in range(1, len(rows) + 1) for fault in faults)
    assert all(fault.expected and fault.problem and fault.source for fault in faults)
    assert len(history) <= len(rows)
    assert history == from_rows(to_rows(history))


@given(histories(within=MonthSpan("2024-01", "2024-12"), max_size=8))
def test_a_row_told_otherwise_is_refused(history: ContributionHistory) -> None:
    """Rows that repeat others with another base contradict them, each told in the repeating row."""
    rows = [row for row in to_rows(history) if row["at_least"] == row["at_most"] == 12]
    again = [row | {"base": Decimal(1)} for row in rows]
    if rows:
        with pytest.raises(RecordsError) as caught:
            from_rows([*rows, *again])
        lines = {fault.line or 0 for fault in caught.value.faults}
        assert lines <= set(range(len(rows) + 1, 2 * len(rows) + 1))
