"""Days shifted by months, ends of months and ages, with the month-end rule of 民法典 第二百零二条."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.days import add_days, add_months, age_months, day_in_month, month_end
from shebao.errors import MonthError
from shebao.months import YearMonth
from strategies import days, months


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 12, 30), 2, date(2024, 2, 29)),
        (date(2023, 12, 29), 2, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(1896, 2, 29), 48, date(1900, 2, 28)),
        (date(2025, 1, 31), 3, date(2025, 4, 30)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 1, 15), 0, date(2025, 1, 15)),
    ],
)
def test_a_missing_day_is_the_last_of_its_month(day: date, number: int, expected: date) -> None:
    """Where the corresponding day is missing, the period ends with the month."""
    assert expected == add_months(day, number)


@given(days(), st.integers(-600, 600))
def test_a_shifted_day_keeps_its_number_or_takes_the_last(day: date, number: int) -> None:
    """A shifted day lies that number of months away, on its own day or on the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    last = monthrange(year, month + 1)[1]
    assert date(year, month + 1, min(day.day, last)) == add_months(day, number)


@given(days(), months())
def test_a_day_corresponds_to_one_of_every_month(day: date, month: YearMonth) -> None:
    """The day of a month that corresponds to the 31st is its 31st or its last."""
    last = monthrange(month.year, month.month)[1]
    assert date(month.year, month.month, min(day.day, last)) == day_in_month(day, month)


def test_a_birthday_falls_into_every_month() -> None:
    """Born on the 31st, one has the last day of February; born on the 3rd, the 3rd."""
    assert date(2026, 2, 28) == day_in_month(date(1975, 12, 31), YearMonth(2026, 2))
    assert date(2024, 2, 29) == day_in_month(date(1975, 12, 31), YearMonth(2024, 2))
    assert date(2026, 2, 3) == day_in_month(date(1975, 12, 3), YearMonth(2026, 2))
    assert date(2026, 4, 29) == day_in_month(date(1976, 2, 29), YearMonth(2026, 4))


def test_a_month_ends_on_its_last_day() -> None:
    """A month ends on the day before the next one, in leap years as in common ones."""
    assert date(2024, 2, 29) == month_end(YearMonth(2024, 2))
    assert date(2025, 2, 28) == month_end(YearMonth(2025, 2))
    assert date(1900, 2, 28) == month_end(YearMonth(1900, 2))
    assert date(2000, 2, 29) == month_end(YearMonth(2000, 2))
    assert date(9999, 12, 31) == month_end(YearMonth(9999, 12))
    for ordinal in range(YearMonth(1930, 1).ordinal, YearMonth(2100, 1).ordinal):
        month = YearMonth.from_ordinal(ordinal)
        assert (month + 1).first_day - timedelta(1) == month_end(month)


@pytest.mark.parametrize(
    ("birth", "on", "expected"),
    [
        (date(1975, 12, 3), date(2026, 1, 2), 600),
        (date(1975, 12, 3), date(2026, 1, 3), 601),
        (date(1975, 12, 3), date(2035, 12, 2), 719),
        (date(1975, 12, 3), date(2035, 12, 3), 720),
        (date(1976, 2, 29), date(1976, 2, 29), 0),
        (date(1976, 2, 29), date(2026, 2, 27), 599),
        (date(1976, 2, 29), date(2026, 2, 28), 600),
        (date(1976, 2, 29), date(2036, 2, 28), 719),
        (date(1976, 2, 29), date(2036, 2, 29), 720),
        (date(1976, 2, 29), date(2026, 3, 28), 600),
        (date(1976, 2, 29), date(2026, 3, 29), 601),
        (date(1975, 1, 31), date(1975, 2, 27), 0),
        (date(1975, 1, 31), date(1975, 2, 28), 1),
        (date(1975, 1, 31), date(1975, 4, 29), 2),
        (date(1975, 1, 31), date(1975, 4, 30), 3),
        (date(1975, 1, 30), date(1976, 2, 28), 12),
        (date(1975, 1, 30), date(1976, 2, 29), 13),
        (date(1975, 1, 29), date(1975, 2, 28), 1),
        (date(1975, 1, 31), date(1975, 1, 31), 0),
    ],
)
def test_the_birthday_completes_the_month(birth: date, on: date, expected: int) -> None:
    """A month of age is complete on the birthday, or on the last day of a month that lacks it."""
    assert expected == age_months(birth, on)


@given(days(), st.integers(0, 720))
def test_age_grows_on_the_corresponding_day(birth: date, number: int) -> None:
    """On the corresponding day one is that many months old, the day before one month less."""
    birthday = add_months(birth, number)
    assert number == age_months(birth, birthday)
    assert number - 1 == age_months(birth, birthday - timedelta(1))


@given(days(), days(), st.integers(0, 40))
def test_age_never_falls(birth: date, on: date, later: int) -> None:
    """Nobody grows younger, nor two months older within four weeks."""
    before, after = age_months(birth, on), age_months(birth, on + timedelta(later))
    assert before <= after
    assert after - before <= later // 28 + 1


@given(days(), st.integers(-9999, 9999))
def test_days_are_added_one_by_one(day: date, number: int) -> None:
    """As many ordinals later, and back again."""
    found = add_days(day, number)
    assert number == found.toordinal() - day.toordinal()
    assert day == add_days(found, -number)


@pytest.mark.parametrize("shift", [add_days, add_months])
def test_beyond_the_calendar_there_is_no_day(shift: Callable[[date, int], date]) -> None:
    """The day after the last one, and before the first one, is named as missing."""
    for day, number in ((date.max, 1), (date.min, -1)):
        with pytest.raises(MonthError, match="outside the calendar"):
            shift(day, number)
