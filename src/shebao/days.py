"""Days where the law speaks of days: shifting by months, ages, deadlines.

All shifts go through ``relativedelta``, whose month-end clamping is the rule of 民法典 第二百零二条:
where the corresponding day is missing in the last month, the last day of that month is the end of
the period ("没有对应日的，月末日为期间的最后一日").

People born on the 29th to 31st: no text on social insurance speaks of them. The retirement tables
work by month of birth and month of retirement, so their month is never in doubt; where a day is
shown it is the last of a month that lacks theirs (a birthday of 29 February falls on 28 February
in common years), by analogy with article 202.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .errors import Fault, MonthError
from .months import YearMonth

__all__ = ["add_days", "add_months", "age_months", "day_in_month", "month_end"]


def add_days(day: date, days: int) -> date:
    """The day some days later or earlier.

    Raises:
        MonthError: if there is no such day in the calendar, the years 1 to 9999.

    Example:
        >>> add_days(date(2024, 12, 31), 1)
        datetime.date(2025, 1, 1)
    """
    try:
        return day + timedelta(days)
    except OverflowError:
        problem = f"and {days} days lie outside the calendar"
        raise MonthError(Fault("day", day, problem, "a day of the years 1 to 9999")) from None


def add_months(day: date, months: int) -> date:
    """The corresponding day some months later or earlier, or that month's last day.

    Raises:
        MonthError: if there is no such day in the calendar, the years 1 to 9999.

    Example:
        >>> add_months(date(2024, 12, 31), 2)
        datetime.date(2025, 2, 28)
    """
    return day_in_month(day, YearMonth(day.year, day.month) + months)


def day_in_month(day: date, month: YearMonth) -> date:
    """The day of ``month`` that corresponds to ``day``, or the month's last day.

    Example:
        >>> day_in_month(date(1975, 12, 31), YearMonth(2026, 2))
        datetime.date(2026, 2, 28)
    """
    return month.first_day + relativedelta(day=day.day)


def month_end(month: YearMonth) -> date:
    """The last day of a month.

    Example:
        >>> month_end(YearMonth(2024, 2))
        datetime.date(2024, 2, 29)
    """
    return month.first_day + relativedelta(day=31)


def age_months(birth: date, on: date) -> int:
    """Whole months of age (周岁按月) on a day; the birthday itself completes the month.

    Example:
        >>> age_months(date(1975, 12, 3), date(2026, 1, 2))
        600
        >>> age_months(date(1975, 12, 3), date(2026, 1, 3))
        601
    """
    months = (on.year - birth.year) * 12 + on.month - birth.month
    return months if on >= add_months(birth, months) else months - 1
