"""Published payout months: the table of whole ages, and ages to the month from 2025."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import RuleError, pension
from shebao.law import parameters, shipped

Row = dict[str, str]

BEFORE, SINCE = date(2024, 12, 31), date(2025, 1, 1)


def _rows() -> list[Row]:
    text = Path(__file__).with_name("payout_months_whole_year.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()[1:]))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["age"])
def test_every_whole_age(row: Row) -> None:
    """At whole ages the table holds, before 2025 and since."""
    months = 12 * int(row["age"])
    expected = Decimal(row["payment_months"])
    assert expected == pension.payout_months(months, on=BEFORE)
    assert expected == pension.payout_months(months, on=SINCE)


def test_no_age_was_lost() -> None:
    """The table has thirty-one ages, 40 to 70."""
    assert [int(row["age"]) for row in _rows()] == list(range(40, 71))


@pytest.mark.parametrize(
    ("years", "months", "expected"),
    [
        (60, 0, "139"),
        (60, 1, "138.4"),
        (50, 0, "195"),
        (50, 1, "194.6"),
        (60, 2, "137.8"),
        (60, 3, "137.3"),
        (60, 4, "136.7"),
        (50, 3, "193.8"),
        (50, 5, "192.9"),
        (50, 6, "192.5"),
        (51, 11, "185.4"),
        (55, 1, "169.5"),
        (55, 2, "169"),
        (55, 3, "168.5"),
        (55, 4, "168"),
        (45, 1, "215.7"),
    ],
)
def test_ages_to_the_month(years: int, months: int, expected: str) -> None:
    """What an official answer and decisions since 2025 print (60 years 3 months: half up)."""
    assert Decimal(expected) == pension.payout_months(12 * years + months, on=SINCE)


@given(st.integers(0, 1200), st.sampled_from([BEFORE, SINCE]))
def test_payout_months_never_rise_with_age(age: int, on: date) -> None:
    """Who retires later divides by no more months."""
    later = pension.payout_months(age + 1, on=on)
    assert Decimal(56) <= later <= pension.payout_months(age, on=on) <= Decimal(233)


@given(st.integers(0, 1200))
def test_before_2025_the_whole_age_holds(age: int) -> None:
    """Months beyond a whole year did not count before."""
    whole = pension.payout_months(age // 12 * 12, on=BEFORE)
    assert whole == pension.payout_months(age, on=BEFORE)


def test_a_place_that_deviates_is_dated_data() -> None:
    """A place that keeps to whole ages after 2025 says so in its law, from its day on."""
    whole = {"first_age": 59, "months": [145, 139, 132], "by_month": False}
    law = shipped().replacing(
        parameters.PENSION_PAYOUT_MONTHS, whole, area="990100", valid_from=date(2025, 3, 1)
    )
    answers = [
        pension.payout_months(721, on=on, area=area, law=law)
        for area in ("990102", "990200")
        for on in (date(2025, 2, 28), date(2025, 3, 1))
    ]
    assert list(map(Decimal, ("138.4", "139", "138.4", "138.4"))) == answers


@pytest.mark.parametrize("age", [-1, 720.0, True, "720", None])
def test_an_age_is_whole_months(age: object) -> None:
    """There is no default for an age that is not known."""
    with pytest.raises(RuleError) as caught:
        pension.payout_months(age, on=SINCE)  # type: ignore[arg-type]
    assert caught.value.field == "age_months"
