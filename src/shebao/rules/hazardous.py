"""Early retirement from hazardous work 特殊工种提前退休.

Legal basis:
    国务院关于工人退休、退职的暂行办法 (国发〔1978〕104号) 第一条(二): men at 55, women at 45. How long in
    the work: 处理意见 of 1978 第六条. 国务院关于渐进式延迟法定退休年龄的办法 第八条 keeps it; that its ages
    rise as the statutory ones do, to 58 and 50, is what an agency answered (secondary).

Whether flexible retirement reaches below the risen age no text says; decisions of 2026 do so. Such
a request is undetermined. Who may retire so may also wait, at any time up to the statutory age.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    at_least,
    decided,
    open_law,
)
from ..errors import Fault, RuleError, UnknownLawError
from ..law import Law
from ..law.parameters import HAZARDOUS_MONTHS, HAZARDOUS_SCHEDULE
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import MonthLike
from ..terms import HazardousWork, InsuranceKind, Sex, check_term
from . import counting
from .ages import age_reached
from .given import check_person, known_law
from .minimum_contribution import minimum_contribution
from .statutory import DelayedAge, delayed_age

__all__ = ["HazardousRetirement", "hazardous", "hazardous_eligibility"]


_REASONS: Final = (Reason.HAZARDOUS_AGE, Reason.HAZARDOUS_MONTHS, Reason.PENSION_MONTHS)


def hazardous(
    birth: MonthLike, sex: Sex, *, area: str | None = None, law: Law | None = None
) -> DelayedAge:
    """When someone may retire from hazardous work 特殊工种提前退休年龄.

    Args:
        birth: day or month of birth; only the month matters.
        sex: men retire at 55, women at 45, both rising from 2025.
        area: the place.
        law: None is the shipped law.

    Raises:
        UnknownLawError: for people who reached the age before the earliest law that is known.
        RuleError: if the sex is none.

    Example:
        A decision of Tianjin lets a man born in July 1970 retire in September 2025, at 55 years
        and two months:

        >>> age = hazardous("1970-07", Sex.MALE)
        >>> str(age.month), divmod(age.age_months, 12)
        ('2025-09', (55, 2))
    """
    check_term(sex, Sex, "sex", RuleError)
    return delayed_age(HAZARDOUS_SCHEDULE[sex], birth, area, known_law(law))


@attrs.frozen
class HazardousRetirement:
    """What goes with the answer.

    Attributes:
        age: when the age is reached.
        required_months: the minimum contribution months of the year of the day.
        contribution_months: the cumulative months on the day.
    """

    age: DelayedAge
    required_months: int
    contribution_months: counting.Count


def hazardous_eligibility(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    work: HazardousWork,
    work_months: int | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[HazardousRetirement]:
    """Whether one may retire early from hazardous work on a day 能否按特殊工种提前退休.

    A day past the statutory age is not refused; then nobody needs the work to retire.

    Args:
        person: who.
        history: the record.
        on: the day.
        work: the work. How years in several kinds of it add up is not modelled.
        work_months: months spent in it, from the personnel file; None is not known.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if the months are no number, or the work is none.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1970, 7, 9), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("1995-01", "2025-08"))])
        >>> [hazardous_eligibility(man, years, on=day, work=HazardousWork.HEAT,
        ...                        work_months=110).outcome.en
        ...  for day in (date(2025, 7, 8), date(2025, 7, 9), date(2025, 9, 9))]
        ['ineligible', 'undetermined', 'eligible']
    """
    check_person(person)
    check_term(work, HazardousWork, "work", RuleError)
    if work_months is not None and (type(work_months) is not int or work_months < 0):
        expected = "an int from 0, or None"
        raise RuleError(Fault("work_months", work_months, "is no number", expected))
    known = known_law(law)
    months = counting.cumulative(history, InsuranceKind.PENSION, on=on, law=known)
    try:
        age = hazardous(person.birth_month, person.sex, area=area, law=known)
        long_enough = _long_enough(work, work_months, on, area, known)
        required = minimum_contribution(on.year, area=area, law=known)
    except UnknownLawError as error:
        unknown = (open_law(reason, error.parameter, error.area) for reason in _REASONS)
        return decided(Question.HAZARDOUS_RETIREMENT, tuple(unknown), on=on)
    conditions = (
        _old_enough(person, age, on),
        long_enough,
        at_least(Reason.PENSION_MONTHS, required, (months.at_least, months.at_most)),
    )
    value = HazardousRetirement(age, required.value, months)
    return decided(Question.HAZARDOUS_RETIREMENT, conditions, on=on, value=value)


def _old_enough(person: Person, age: DelayedAge, on: date) -> Condition:
    """The risen age; between the original one and it nobody can say."""
    reached = age_reached(Reason.HAZARDOUS_AGE, person, age.month, on, age)
    original = age.month - age.delay_months
    before = age_reached(Reason.HAZARDOUS_AGE, person, original, on, age)
    is_between = reached.verdict is not Verdict.MET and before.verdict is not Verdict.NOT_MET
    if not is_between or not age.delay_months:
        return reached
    # In the month of one age or the other, not of both, the day of birth may be open too.
    needs = (*before.needs, *reached.needs, Missing("hazardous_flexibility"))
    return attrs.evolve(reached, verdict=Verdict.UNKNOWN, needs=needs)


def _long_enough(
    work: HazardousWork, months: int | None, on: date, area: str | None, law: Law
) -> Condition:
    required = law.get(HAZARDOUS_MONTHS[work], on=on, area=area)
    if months is None:
        return Condition(
            Reason.HAZARDOUS_MONTHS,
            Verdict.UNKNOWN,
            required.value,
            None,
            required.citation,
            required.evidence,
            (Missing("work_months"),),
        )
    return at_least(Reason.HAZARDOUS_MONTHS, required, (months, months))
