"""Published rows of the retirement tables: month of birth, age, month of retirement, delay."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from shebao import RetirementCategory, YearMonth, retirement

TABLES = {
    RetirementCategory.MALE: "retirement_table_male.csv",
    RetirementCategory.FEMALE_55: "retirement_table_female55.csv",
    RetirementCategory.FEMALE_50: "retirement_table_female50.csv",
}

Row = dict[str, str]


def _rows(category: RetirementCategory) -> list[Row]:
    """The rows of a table, below the line that says what it is."""
    text = Path(__file__).with_name(TABLES[category]).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()[1:]))


def _cases() -> list[object]:
    return [
        pytest.param(category, row, id=f"{category}-{row['birth_year']}-{row['birth_month']}")
        for category in TABLES
        for row in _rows(category)
    ]


@pytest.mark.parametrize(("category", "row"), _cases())
def test_every_column_that_a_row_gives(category: RetirementCategory, row: Row) -> None:
    """Age, month of retirement and delay are those that the row prints."""
    found = retirement.statutory(
        YearMonth(int(row["birth_year"]), int(row["birth_month"])), category
    )
    actual = {
        "retire_age_years": found.age_months // 12,
        "retire_age_months": found.age_months % 12,
        "retire_year": found.month.year,
        "retire_month": found.month.month,
        "delay_months": found.delay_months,
    }
    printed = {name: int(row[name]) for name in actual if row[name]}

    assert printed
    assert printed == {name: actual[name] for name in printed}


def test_no_row_was_lost() -> None:
    """The tables have 26, 14 and 14 rows."""
    assert [len(_rows(category)) for category in TABLES] == [26, 14, 14]
