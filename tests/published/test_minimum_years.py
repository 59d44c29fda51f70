"""Published rows of the minimum contribution years (附件4)."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from shebao import retirement

Row = dict[str, str]


def _rows() -> list[Row]:
    """The rows of the annex, below the line that says what it is."""
    text = Path(__file__).with_name("minimum_years_annex4.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()[1:]))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["year"])
def test_every_column_of_a_row(row: Row) -> None:
    """The months are those that the row prints, and its years are the same time."""
    months = retirement.minimum_contribution_months(int(row["year"]))

    assert int(row["min_months"]) == months
    assert Fraction(row["min_years"]) * 12 == months


def test_no_row_was_lost() -> None:
    """The annex is known for fifteen years, 2025 to 2039."""
    assert [int(row["year"]) for row in _rows()] == list(range(2025, 2040))
