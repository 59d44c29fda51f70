"""Employees' basic pension 职工基本养老保险: who may draw it, and what it amounts to.

Legal basis:
    社会保险法 第十六条: the statutory age, and the minimum of cumulative years. 国务院关于渐进式延迟
    法定退休年龄的办法 第一、二条: both rise. The minimum is that of the year in which the statutory age is
    reached; claiming later does not raise it.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..decisions import Decision, Question, Reason, at_least, decided
from ..law import Law
from ..model.history import ContributionHistory
from ..model.people import Person
from . import counting
from .amounts import (
    Amounts,
    Recalculation,
    amounts,
    individual_account_pension,
    pooled_pension,
    recalculated,
)
from .benefit_base import benefit_base
from .estimate import Estimate, Figures, estimate
from .flexible import Flexible
from .payout import payout_months
from .standing import Standing, for_each_track
from .statutory import Statutory, day_of
from .transitional import Transitional, transitional_pension
from .years import contribution_years

__all__ = [
    "Amounts",
    "Estimate",
    "Figures",
    "PensionEligibility",
    "Recalculation",
    "Transitional",
    "amounts",
    "benefit_base",
    "contribution_years",
    "eligibility",
    "estimate",
    "individual_account_pension",
    "payout_months",
    "pooled_pension",
    "recalculated",
    "transitional_pension",
]


@attrs.frozen
class PensionEligibility:
    """What goes with the answer.

    Attributes:
        retirement: the statutory retirement.
        flexible: the months between which one may choose to retire instead 弹性退休; a choice is
            not assumed.
        retirement_day: the day on which the statutory age is reached, the birthday in its month or
            the month's last day where it is missing; None where the day of birth is not known.
        required_months: the minimum contribution months.
        contribution_months: the cumulative months on the day.
        short_by: how many months are missing at most; 0 if none.
    """

    retirement: Statutory
    flexible: Flexible
    retirement_day: date | None
    required_months: int
    contribution_months: counting.Count
    short_by: int


def eligibility(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[PensionEligibility]:
    """Whether a person may draw the employees' pension on a day 按月领取基本养老金的条件.

    The question is put at the statutory age. Who may choose to retire earlier, and how early, stands
    in ``value.flexible``.

    A woman whose category is not known is decided under both; only if they differ is the answer
    undetermined.

    Args:
        person: who.
        history: the record; employee, flexible and public-sector months count together.
        on: the day.
        area: the place; the conditions are national, so far no place changes them.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2001-01", "2015-12"))])
        >>> [eligibility(man, years, on=day).eligible for day in (date(2025, 2, 7), date(2025, 2, 8))]
        [False, True]
    """
    return for_each_track(Question.PENSION, person, history, _under, on=on, area=area, law=law)


def _under(standing: Standing) -> Decision[PensionEligibility]:
    enough = at_least(Reason.PENSION_MONTHS, standing.required, standing.bounds)
    reached = standing.retirement
    value = PensionEligibility(
        reached,
        standing.flexible,
        day_of(standing.person.birth, reached.month),
        standing.required.value,
        standing.months,
        standing.short_by,
    )
    return decided(Question.PENSION, [standing.age, enough], on=standing.on, value=value)
