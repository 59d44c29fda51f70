"""The forms that values of residents' medical law take."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from .pension_values import read_percent
from .values import one_of, read_yuan, table, whole

__all__ = [
    "EnrolmentWindow",
    "IncentiveAmounts",
    "IncentiveRule",
    "VariableWaiting",
    "read_enrolment_window",
    "read_incentive_amounts",
    "read_incentive_rule",
    "read_variable_waiting",
]

MonthDay = tuple[int, int]

_MONTH_DAY: Final = re.compile(r"[0-9]{2}-[0-9]{2}")


@attrs.frozen
class VariableWaiting:
    """How the waiting period grows with broken years, and how far paying shortens it (变动待遇等待期).

    Attributes:
        first_year: the first calendar year whose absence counts.
        free_years: broken years that add nothing.
        step_months: months for each further broken year, and for each year that is bought back.
        long_years: broken years in a row from which buying back has a floor.
        long_months: that floor, of the whole waiting period.
    """

    first_year: int
    free_years: int
    step_months: int
    long_years: int
    long_months: int


@attrs.frozen
class EnrolmentWindow:
    """When residents enrol for a calendar year (集中参保期).

    Attributes:
        first: month and day on which it opens, in the year before.
        last: month and day on which it closes: in the year before, or in the year itself where
            it lies before ``first``.
        late_from: from when a payment in the year itself gives benefits: ``year``, from 1 January,
            or ``payment``.
    """

    first: MonthDay
    last: MonthDay
    late_from: str = "payment"

    def last_day(self, year: int) -> date:
        """The day on which the window of a calendar year closes."""
        return date(year if self.last < self.first else year - 1, *self.last)


@attrs.frozen
class IncentiveRule:
    """From when staying insured raises the cap of the critical-illness insurance (大病保险激励).

    Attributes:
        first_year: the first calendar year that counts.
        years: continuous years that come before the first raise.
        least_yuan: the least that a raise is, in principle.
        most_percent: the most that all raises are, per cent of the cap.
    """

    first_year: int
    years: int
    least_yuan: Decimal
    most_percent: Decimal


@attrs.frozen
class IncentiveAmounts:
    """By how much a place raises and lowers the cap of the critical-illness insurance, in yuan.

    Attributes:
        continuous: for each further continuous year 连续参保激励.
        zero_claim: for each year without a claim 零报销激励.
        broken: what each broken year takes away; None where it is not known.
    """

    continuous: Decimal
    zero_claim: Decimal
    broken: Decimal | None = None


def _read_month_day(value: object) -> MonthDay:
    """The month and day of a text such as ``"12-31"``, one that every year has."""
    expected = 'a month and day of every year such as "12-31"'
    if not isinstance(value, str) or _MONTH_DAY.fullmatch(value) is None:
        raise ValueError(expected)
    try:
        found = date.fromisoformat(f"2025-{value}")
    except ValueError:
        raise ValueError(expected) from None
    return found.month, found.day


read_variable_waiting: Final = table(
    VariableWaiting,
    first_year=whole("years", 1),
    free_years=whole("years"),
    step_months=whole("months"),
    long_years=whole("years", 1),
    long_months=whole("months"),
)

read_enrolment_window: Final = table(
    EnrolmentWindow,
    first=_read_month_day,
    last=_read_month_day,
    late_from=one_of("year", "payment"),
)

read_incentive_rule: Final = table(
    IncentiveRule,
    first_year=whole("years", 1),
    years=whole("years"),
    least_yuan=read_yuan,
    most_percent=read_percent,
)

read_incentive_amounts: Final = table(
    IncentiveAmounts, continuous=read_yuan, zero_claim=read_yuan, broken=read_yuan
)
