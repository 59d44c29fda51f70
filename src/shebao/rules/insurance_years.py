"""The insurance year 社保年度 of a place: from when its new limits and bases hold.

Legal basis:
    Places fix it in their yearly notices: from January in some, from July in others. No national text
    does.

Limits:
    A place that moves its first month has a shorter or longer year once, which is told as a whole one.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..law import Dated, Law
from ..law.parameters import INSURANCE_YEAR_START
from ..months import MonthSpan, YearMonth, as_month
from .given import known_law

__all__ = ["InsuranceYear", "insurance_year"]


@attrs.frozen
class InsuranceYear:
    """An insurance year.

    Attributes:
        span: its twelve months.
        base_year: the calendar year whose wages make the base, January to December.
        law: the month with which it begins, with its place.
    """

    span: MonthSpan
    base_year: int
    law: Dated[int]


def insurance_year(*, on: date, area: str, law: Law | None = None) -> InsuranceYear:
    """The insurance year that a day lies in 社保年度.

    Args:
        on: the day.
        area: the place.
        law: None is the shipped law.

    Raises:
        UnknownLawError: if the place's first month is not known.

    Example:
        >>> from shebao.law import shipped
        >>> law = shipped().replacing("contribution_base.year_start", 7, area="990000")
        >>> year = insurance_year(on=date(2026, 6, 30), area="990000", law=law)
        >>> str(year.span), year.base_year
        ('2025-07..2026-06', 2024)
    """
    found = known_law(law).get(INSURANCE_YEAR_START, on=on, area=area)
    month = as_month(on, "on")
    first = YearMonth(month.year if month.month >= found.value else month.year - 1, found.value)
    return InsuranceYear(MonthSpan(first, first + 11), first.year - 1, found)
