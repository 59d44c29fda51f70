"""Employees' basic pension 职工基本养老保险: who may draw it, and what it amounts to.

Legal basis:
    社会保险法 第十六条: the statutory age, and the minimum of cumulative years. 国务院关于渐进式延迟
    法定退休年龄的办法 第一、二条: both rise. The minimum is that of the year in which the statutory age is
    reached; claiming later does not raise it.
"""

from __future__ import annotations

from datetime import date
from typing import cast

import attrs

from ..decisions import (
    Decision,
    Fact,
    Question,
    Reason,
    at_least,
    decided,
    open_law,
    over_facts,
)
from ..errors import UnknownLawError
from ..law import Law
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import as_day
from ..terms import InsuranceKind, RetirementCategory
from . import counting, retirement
from .ages import age_reached
from .amounts import Amounts, amounts
from .given import check_person, known_law
from .payout import payout_months
from .retirement import Flexible, Statutory

__all__ = ["Amounts", "PensionEligibility", "amounts", "eligibility", "payout_months"]


@attrs.frozen
class PensionEligibility:
    """What goes with the answer.

    Attributes:
        retirement: the statutory retirement.
        flexible: the months between which one may choose to retire instead 弹性退休; a choice is
            not assumed.
        required_months: the minimum contribution months.
        contribution_months: the cumulative months on the day.
        short_by: how many months are missing at most; 0 if none.
    """

    retirement: Statutory
    flexible: Flexible
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
    as_day(on, "on")
    check_person(person)
    known = known_law(law)
    months = counting.cumulative(history, InsuranceKind.PENSION, on=on, law=known)
    tracks = retirement.categories(person)
    return over_facts(
        {"retirement_category": tracks},
        lambda facts: _under(person, facts["retirement_category"], months, on, area, known),
    )


def _under(
    person: Person,
    category: Fact,
    months: counting.Count,
    on: date,
    area: str | None,
    law: Law,
) -> Decision[PensionEligibility]:
    # The tracks of a person are one or two, so each is tried and none is None.
    track = cast("RetirementCategory", category)
    try:
        choice = retirement.flexible(person.birth_month, track, area=area, law=law)
    except UnknownLawError as error:
        unknown = (
            open_law(reason, error.parameter, error.area)
            for reason in (Reason.PENSION_AGE, Reason.PENSION_MONTHS)
        )
        return decided(Question.PENSION, tuple(unknown), on=on)
    reached = choice.retirement
    age = age_reached(Reason.PENSION_AGE, person, reached.month, on, reached)
    try:
        required = retirement.minimum_contribution(reached.month.year, area=area, law=law)
    except UnknownLawError as error:
        enough = open_law(Reason.PENSION_MONTHS, error.parameter, error.area)
        return decided(Question.PENSION, [age, enough], on=on)
    enough = at_least(Reason.PENSION_MONTHS, required, (months.at_least, months.at_most))
    short_by = max(0, required.value - months.at_least)
    value = PensionEligibility(reached, choice, required.value, months, short_by)
    return decided(Question.PENSION, [age, enough], on=on, value=value)
