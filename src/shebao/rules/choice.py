"""Whether one may retire on a day: early, at the statutory age or late 弹性退休的选择.

Legal basis:
    人社部发〔2024〕94号 第一条: early, with the minimum contribution months reached, 第二条: told in
    writing three months before. 第四条: late, agreed in writing one month before the statutory age;
    a day once fixed is not extended; public servants and managers of state employers retire at the
    age. While retirement is deferred, employer and employee may agree to end it (numbered article
    not read). Not for people who had reached the original age by 2024-12-31.

Notice that would have fallen before the measures came, for days up to 2025-03-31, is not asked for.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import add_months, month_end
from ..decisions import (
    Cited,
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    at_least,
    decided,
    in_bounds,
    is_false,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError, UnknownLawError
from ..law import Dated, Law
from ..law.parameters import RETIREMENT_FLEXIBILITY
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_day, as_month
from ..terms import Timing
from . import counting
from .ages import age_reached
from .flexible import Flexible
from .minimum_contribution import minimum_contribution
from .standing import Standing, for_each_track
from .statutory import day_of

__all__ = ["Choice", "choice"]


@attrs.frozen
class Choice:
    """What goes with the answer.

    Attributes:
        flexible: the months between which one may choose.
        timing: how the day lies to the statutory age; until its month ends nothing is late.
        required_months: the minimum contribution months of a pension from that day; None where
            their law is not known.
        contribution_months: the cumulative months on that day.
        notice_by: the last day for the written notice or agreement, the first that may be it where
            only the month of birth is known; None where none is asked for.
        benefits_from: the first month of a pension applied for in the month of the day.
    """

    flexible: Flexible
    timing: Timing
    required_months: Dated[int] | None
    contribution_months: counting.Count
    notice_by: date | None
    benefits_from: YearMonth


@attrs.frozen
class _Facts:
    """What was given beside person and record."""

    told_on: date | None
    fixed: date | None
    ending_agreed: bool | None
    is_official: bool | None

    def __attrs_post_init__(self) -> None:
        for name, day in (("told_on", self.told_on), ("fixed", self.fixed)):
            if day is not None:
                as_day(day, name)
        truths = (("ending_agreed", self.ending_agreed), ("is_official", self.is_official))
        for name, fact in truths:
            if fact is not None and type(fact) is not bool:
                raise RuleError(Fault(name, fact, "is no truth value", "True, False or None"))


def choice(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    told_on: date | None = None,
    fixed: date | None = None,
    ending_agreed: bool | None = None,
    is_official: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Choice]:
    """Whether one may choose to retire on a day 能否选择在该日退休.

    No, on a day after the age, says that retirement could not be deferred up to it; who is past the
    age retires at once, and the pension begins the month after the application.

    From the day of the statutory age to the end of its month nothing else is asked for;
    contribution months are a condition of retiring early. Whether a pension follows is
    ``pension.eligibility``.

    Args:
        person: who.
        history: the record.
        on: the chosen day.
        told_on: the day on which the employer was told (early) or agreed (late), in writing; None
            is not known.
        fixed: the day to which retirement was deferred by an earlier agreement; None is none.
        ending_agreed: whether employer and employee agree to end that deferral; None is not known.
        is_official: whether a public servant 公务员, or a leader or manager of a state employer
            国有企事业单位领导人员及其他管理人员; None is not known.
        area: the place.
        law: None is the shipped law.

    Raises:
        MonthError: if ``told_on`` or ``fixed`` is no day.
        RuleError: if ``ending_agreed`` or ``is_official`` is no truth value.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 9, 18), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2005-01", "2025-08"))])
        >>> early = choice(man, years, on=date(2025, 9, 18), told_on=date(2025, 6, 18))
        >>> early.eligible, early.value.timing, str(early.value.benefits_from)
        (True, Timing.FLEXIBLE_EARLY, '2025-10')
        >>> choice(man, years, on=date(2025, 9, 18), told_on=date(2025, 6, 19)).eligible
        False
    """
    facts = _Facts(told_on, fixed, ending_agreed, is_official)
    return for_each_track(
        Question.RETIREMENT_CHOICE,
        person,
        history,
        lambda standing: _under(standing, facts),
        on=on,
        area=area,
        law=law,
    )


def _under(standing: Standing, facts: _Facts) -> Decision[Choice]:
    on, area, law, window = standing.on, standing.area, standing.law, standing.flexible
    person = standing.person
    month = as_month(on, "on")
    required: Dated[int] | None = None
    try:
        year = min(month, window.statutory).year
        required = minimum_contribution(year, area=area, law=law)
        enough = at_least(Reason.PENSION_MONTHS, required, standing.bounds)
    except UnknownLawError as error:
        enough = open_law(Reason.PENSION_MONTHS, error.parameter, error.area)
    measures = window.rule or law.find(RETIREMENT_FLEXIBILITY, on=on, area=area)
    timing = _timing(standing)
    notice = _notice(standing, timing)
    if timing is Timing.STATUTORY:
        conditions = [standing.age]
    elif timing is Timing.FLEXIBLE_EARLY:
        conditions = [
            _measures_apply(window, measures),
            _not_too_early(window, person, on, measures or window.retirement),
            enough,
            *_told(window, notice, facts),
        ]
    else:
        conditions = [
            _measures_apply(window, measures),
            _not_too_late(window, person, on, measures or window.retirement),
            is_false(Reason.RETIREMENT_MAY_DEFER, facts.is_official, "is_official", measures),
        ]
        if facts.fixed is None:
            conditions += _told(window, notice, facts)
    if facts.fixed is not None and standing.age.verdict is Verdict.MET:
        conditions += _as_fixed(facts, facts.fixed, on, measures)
    notice_by = None if notice is None else notice[0]
    value = Choice(window, timing, required, standing.months, notice_by, month + 1)
    return decided(Question.RETIREMENT_CHOICE, conditions, on=on, value=value)


def _timing(standing: Standing) -> Timing:
    """Early is before the day of the statutory age, late after its month.

    Where only the month of birth is known, no day of the statutory month is early.
    """
    if as_month(standing.on, "on") > standing.flexible.statutory:
        return Timing.FLEXIBLE_DEFERRED
    is_reached = standing.age.verdict is not Verdict.NOT_MET
    return Timing.STATUTORY if is_reached else Timing.FLEXIBLE_EARLY


def _measures_apply(window: Flexible, measures: Cited | None) -> Condition:
    """Who had reached the original age before the measures came has no choice."""
    return is_true(Reason.RETIREMENT_MEASURES_APPLY, window.rule is not None, "birth", measures)


def _not_too_early(window: Flexible, person: Person, on: date, law: Cited) -> Condition:
    reached = age_reached(Reason.RETIREMENT_NOT_TOO_EARLY, person, window.earliest, on, law)
    return attrs.evolve(reached, required=day_of(person.birth, window.earliest) or window.earliest)


def _not_too_late(window: Flexible, person: Person, on: date, law: Cited) -> Condition:
    last = day_of(person.birth, window.latest)
    verdict = in_bounds(
        certain=on <= (last or window.latest.first_day),
        possible=on <= (last or month_end(window.latest)),
    )
    return Condition(
        Reason.RETIREMENT_NOT_TOO_LATE,
        verdict,
        last or window.latest,
        on,
        law.citation,
        law.evidence,
        _birth_if_open(verdict),
    )


def _birth_if_open(verdict: Verdict) -> tuple[Missing, ...]:
    return (Missing("birth"),) if verdict is Verdict.UNKNOWN else ()


def _notice(standing: Standing, timing: Timing) -> tuple[date, date] | None:
    """The last day for the notice in writing, the first and the last that may be it.

    They differ where only the month of birth is known: early it goes by the chosen day, late by
    that of the statutory age. None at that age, and where the measures do not apply or came later.
    """
    rule = standing.flexible.rule
    if rule is None or timing is Timing.STATUTORY:
        return None
    first = last = standing.on
    months = rule.value.early_notice_months
    if timing is Timing.FLEXIBLE_DEFERRED:
        month = standing.flexible.statutory
        day = day_of(standing.person.birth, month)
        first, last = day or month.first_day, day or month_end(month)
        months = rule.value.late_notice_months
    days = add_months(first, -months), add_months(last, -months)
    return days if days[1] >= rule.valid_from else None


def _told(window: Flexible, notice: tuple[date, date] | None, facts: _Facts) -> list[Condition]:
    """The notice in writing, where it is asked for."""
    if window.rule is None or notice is None:
        return []
    first, last = notice
    verdict = Verdict.UNKNOWN
    needs: tuple[Missing, ...] = (Missing("told_on"),)
    if facts.told_on is not None:
        verdict = in_bounds(certain=facts.told_on <= first, possible=facts.told_on <= last)
        needs = _birth_if_open(verdict)
    return [
        Condition(
            Reason.RETIREMENT_NOTICE,
            verdict,
            first,
            facts.told_on,
            window.rule.citation,
            window.rule.evidence,
            needs,
        )
    ]


def _as_fixed(facts: _Facts, fixed: date, on: date, measures: Cited | None) -> list[Condition]:
    """A day once fixed is not extended; before it both sides have to agree."""
    citation = None if measures is None else measures.citation
    evidence = None if measures is None else measures.evidence
    verdict = Verdict.MET if on <= fixed else Verdict.NOT_MET
    kept = Condition(Reason.RETIREMENT_NOT_EXTENDED, verdict, fixed, on, citation, evidence)
    if on >= fixed:
        return [kept]
    ending = is_true(
        Reason.RETIREMENT_ENDING_AGREED, facts.ending_agreed, "ending_agreed", measures
    )
    return [kept, ending]
