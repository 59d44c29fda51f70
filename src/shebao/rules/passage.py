"""Passages between the employees' and the residents' pension schemes 城乡养老保险制度衔接.

Legal basis:
    人社部发〔2014〕17号 第三条: at the statutory age, with fifteen years as an employee the residents'
    account goes into the employees' scheme; with fewer it goes the other way. 第五条: years as a
    resident do not become years as an employee; 第六条: years as an employee do become years as a
    resident. 第七条: months held in both count as employee months alone, and what was paid for them as a
    resident is returned. 第二条: nobody passes who draws a pension already.

The measures still print fifteen years. What holds for who has them but not the higher minimum of the
years from 2030 on was not found: such a passage is undetermined. Whether there is anything to pass is
not asked.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..decisions import (
    Condition,
    Decision,
    Question,
    Reason,
    decided,
    is_false,
    negated,
)
from ..law import Law
from ..law.parameters import PASSAGE_MINIMUM_MONTHS
from ..model.history import ContributionHistory
from ..model.people import Person
from ..terms import InsuranceKind
from . import counting
from .counts import Bounded
from .resident import YearsPaid, calendar_years_paid, months_with_employees
from .standing import Standing, for_each_track, too_few_months

__all__ = ["Passage", "into_employee", "into_resident"]


@attrs.frozen
class Passage:
    """What passes.

    Attributes:
        earliest: the day of the statutory age, from which one may apply.
        employee_months: months in the employees' scheme; months held in both are among them.
        resident_years: calendar years paid as a resident.
        months_after: the months that count in the scheme passed into.
    """

    earliest: date
    employee_months: counting.Count
    resident_years: YearsPaid
    months_after: Bounded


def into_resident(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    draws_pension: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Passage]:
    """Whether an employee's record may pass into the residents' scheme 转入城乡居民养老保险.

    The whole account passes, and all months count on; the pension is drawn when the conditions of
    ``resident.pension_eligibility`` with ``passed_in=True`` are met.

    Args:
        person: who.
        history: the record of both schemes.
        on: the day.
        draws_pension: whether a pension of either scheme is drawn already; None is not known.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1964, 6, 3), sex=sb.Sex.MALE)
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-07", "2020-06")),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2020-01", "2023-12"),
        ...                           scheme=sb.Scheme.RESIDENT)])
        >>> answer = into_resident(man, record, on=date(2024, 6, 3), draws_pension=False)
        >>> answer.eligible, answer.value.employee_months.months, answer.value.months_after.months
        (True, 72, 114)
    """

    def under(standing: Standing) -> Decision[Passage]:
        conditions = [
            standing.age,
            too_few_months(standing, PASSAGE_MINIMUM_MONTHS),
            _not_drawing(standing, draws_pension),
        ]
        value = _passage(standing, history, carries_over=True)
        return decided(Question.INTO_RESIDENT, conditions, on=on, value=value)

    return for_each_track(Question.INTO_RESIDENT, person, history, under, on=on, area=area, law=law)


def into_employee(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    draws_pension: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Passage]:
    """Whether a resident's account may pass into the employees' scheme 转入职工养老保险.

    The whole account passes; years as a resident are neither added nor converted.

    Args:
        person: who.
        history: the record of both schemes.
        on: the day.
        draws_pension: whether a pension of either scheme is drawn already; None is not known.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1964, 6, 3), sex=sb.Sex.MALE)
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2009-07", "2024-06")),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2001-01", "2005-12"),
        ...                           scheme=sb.Scheme.RESIDENT)])
        >>> answer = into_employee(man, record, on=date(2024, 6, 3), draws_pension=False)
        >>> answer.eligible, answer.value.months_after.months
        (True, 180)
    """

    def under(standing: Standing) -> Decision[Passage]:
        enough = negated(Reason.PASSAGE_MONTHS, too_few_months(standing, PASSAGE_MINIMUM_MONTHS))
        conditions = [standing.age, enough, _not_drawing(standing, draws_pension)]
        value = _passage(standing, history, carries_over=False)
        return decided(Question.INTO_EMPLOYEE, conditions, on=on, value=value)

    return for_each_track(Question.INTO_EMPLOYEE, person, history, under, on=on, area=area, law=law)


def _not_drawing(standing: Standing, draws_pension: bool | None) -> Condition:
    law = standing.law.find(PASSAGE_MINIMUM_MONTHS, on=standing.on, area=standing.area)
    return is_false(Reason.PASSAGE_NOT_DRAWING, draws_pension, "draws_pension", law)


def _passage(standing: Standing, history: ContributionHistory, *, carries_over: bool) -> Passage:
    """What passes; years as a resident count on among residents only."""
    months = standing.months
    after = Bounded(months.at_least, months.at_most)
    if carries_over:
        after = months_with_employees(history, on=standing.on, law=standing.law)
    years = calendar_years_paid(history, InsuranceKind.PENSION, on=standing.on)
    first = standing.day_in(standing.retirement.month)
    return Passage(first, months, years, after)
