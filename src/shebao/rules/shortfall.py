"""What to do with too few contribution months at the statutory age 缴费年限不足的出路.

Legal basis:
    社会保险法 第十六条第二款; 国务院关于渐进式延迟法定退休年龄的办法 第二条: contributions may be extended
    延长缴费 or paid in one sum 一次性缴费 up to the minimum. 人社部令第13号 第二条: in one sum only for who was
    insured before 2011-07-01 and is still short after five years of extension. 第三条: or the relation
    is ended at one's written request and the individual account paid out. The way into the residents'
    scheme is ``passage.into_resident``.

Which year's minimum holds for who goes on paying after the age no text says; that of the statutory
year is taken. The ways are open to people who are insured 参加职工基本养老保险: whether anything was paid
is not asked. Extension before 2011-07-01, when the statute came, is answered by it all the same.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

import attrs

from ..days import add_days
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    at_least,
    decided,
    in_bounds,
    is_true,
    negated,
    open_law,
)
from ..law import Dated, Law
from ..law.parameters import PENSION_LUMP_SUM, PENSION_REFUND_MONTHS
from ..law.pension_values import LumpSum
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_month
from ..terms import InsuranceKind
from . import counting
from .passage import Passage, into_resident
from .standing import Standing, for_each_track, too_few_months

__all__ = ["WayOut", "Ways", "extension", "lump_sum", "refund", "ways"]


@attrs.frozen
class WayOut:
    """One way out, as far as it can be dated.

    Attributes:
        earliest: the first day on which it is open, if contributions go on each month and the
            months are short then; None where they cannot be or the law is not known.
        short_by: how many months are missing at most.
        complete: the month in which the minimum is reached this way; None where it never is.
    """

    earliest: date | None
    short_by: int
    complete: YearMonth | None


@attrs.frozen
class Ways:
    """Every way out of too few months, each with its conditions.

    Attributes:
        extension: going on paying month by month 延长缴费.
        lump_sum: paying what is missing in one sum 一次性缴费.
        into_resident: passing into the residents' scheme 转入城乡居民养老保险.
        refund: ending the relation and taking the account 终止关系、一次性领取个人账户.
    """

    extension: Decision[WayOut]
    lump_sum: Decision[WayOut]
    into_resident: Decision[Passage]
    refund: Decision[WayOut]


def extension(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[WayOut]:
    """Whether contributions may be extended month by month after the age 延长缴费.

    ``complete`` is the month in which the minimum is reached if every month after that of ``on`` is
    paid; before the age that may lie before it too, and then nothing is short at the age.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1964, 6, 3), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2011-01", "2024-06"))])
        >>> answer = extension(man, years, on=date(2024, 6, 3))
        >>> answer.eligible, answer.value.short_by, str(answer.value.complete)
        (True, 18, '2025-12')
    """

    def under(standing: Standing) -> Decision[WayOut]:
        first = standing.day_in(standing.retirement.month)
        value = WayOut(first, standing.short_by, as_month(on, "on") + standing.short_by)
        conditions = [standing.age, _short(standing)]
        return decided(Question.EXTENSION, conditions, on=on, value=value)

    return for_each_track(Question.EXTENSION, person, history, under, on=on, area=area, law=law)


def lump_sum(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[WayOut]:
    """Whether what is missing may be paid in one sum 一次性缴费.

    Only who was insured before 2011-07-01, and is still short after five years of contributions
    beyond the age. For who reaches the age from 2030 on the rule is not known.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1959, 6, 3), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2011-06", "2024-06"))])
        >>> [lump_sum(man, years, on=day).eligible for day in (date(2024, 5, 31), date(2024, 6, 3))]
        [False, True]
        >>> later = years.between(years.periods[0].months.first.ordinal + 1, 10**6)
        >>> lump_sum(man, later, on=date(2024, 6, 3)).eligible
        False
    """
    return for_each_track(
        Question.LUMP_SUM,
        person,
        history,
        lambda standing: _lump_sum(standing, history),
        on=on,
        area=area,
        law=law,
    )


def _lump_sum(standing: Standing, history: ContributionHistory) -> Decision[WayOut]:
    on, area, reached = standing.on, standing.area, standing.retirement.month
    # Who was past the age when the rule came falls under it too.
    rule = standing.law.find(PENSION_LUMP_SUM, on=reached.first_day, area=area)
    if rule is None and reached.first_day < on:
        rule = standing.law.find(PENSION_LUMP_SUM, on=on, area=area)
    conditions = [standing.age, _short(standing)]
    earliest = complete = None
    if rule is None:
        conditions += [
            open_law(reason, PENSION_LUMP_SUM.name, area or NATION)
            for reason in (Reason.LUMP_SUM_ENROLLED, Reason.LUMP_SUM_EXTENDED)
        ]
    else:
        enrolled = _enrolled(history, rule, standing.law)
        # A record may reach beyond the day: what follows it is no extension yet.
        after = history.between(reached.ordinal + 1, max(reached + 1, as_month(on, "on")).ordinal)
        extended = counting.cumulative(after, InsuranceKind.PENSION, on=on, law=standing.law)
        bounds = extended.at_least, extended.at_most
        months: Dated[int] = attrs.evolve(rule, value=rule.value.extension_months)  # type: ignore[assignment, arg-type]
        conditions += [enrolled, at_least(Reason.LUMP_SUM_EXTENDED, months, bounds)]
        if enrolled.verdict is Verdict.MET:
            earliest, complete = _after_extension(standing, after, months.value)
    value = WayOut(earliest, standing.short_by, complete)
    return decided(Question.LUMP_SUM, conditions, on=on, value=value)


def _after_extension(
    standing: Standing, after: ContributionHistory, months: int
) -> tuple[date, YearMonth] | tuple[None, None]:
    """The first day after so many extended months, and the month of the sum then or now.

    None where nothing is short by then: the extension alone reaches the minimum.
    """
    reached, now = standing.retirement.month, as_month(standing.on, "on")

    def paid(last: int) -> int:
        part = after.between(0, last)
        return counting.cumulative(
            part, InsuranceKind.PENSION, on=standing.on, law=standing.law
        ).at_least

    passed = range(reached.ordinal, now.ordinal + 1)
    position = bisect_left(passed, months, key=paid)
    if position < len(passed):
        enough = YearMonth.from_ordinal(passed[position])
    else:
        enough = max(reached + months, now + (months - paid(now.ordinal)))
    complete = max(enough, now)
    if standing.short_by <= complete - now:
        return None, None
    return max(standing.day_in(reached), enough.first_day), complete


def refund(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    requested: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[WayOut]:
    """Whether the relation may be ended and the individual account paid out 终止养老保险关系.

    The agency 经办机构 has to tell of the way into the residents' scheme first, and the person to
    confirm in writing. The months are lost.

    Args:
        person: who.
        history: the record.
        on: the day.
        requested: whether the person asked for it in writing; None is not known.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1964, 6, 3), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2020-06"))])
        >>> [refund(man, years, on=date(2024, 6, 3), requested=said).eligible
        ...  for said in (True, False, None)]
        [True, False, None]
    """

    def under(standing: Standing) -> Decision[WayOut]:
        rule = standing.law.find(PENSION_REFUND_MONTHS, on=on, area=area)
        short = too_few_months(standing, PENSION_REFUND_MONTHS)
        asked = is_true(Reason.REFUND_REQUESTED, requested, "requested", rule)
        value = WayOut(standing.day_in(standing.retirement.month), standing.short_by, None)
        return decided(Question.REFUND, [standing.age, short, asked], on=on, value=value)

    return for_each_track(Question.REFUND, person, history, under, on=on, area=area, law=law)


def ways(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    requested: bool | None = None,
    draws_pension: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Ways:
    """Every way out of too few months, each decided.

    Args:
        person: who.
        history: the record.
        on: the day.
        requested: for the refund: whether it was asked for in writing.
        draws_pension: for the residents' scheme: whether a pension is drawn already.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> woman = sb.Person(birth=date(1974, 6, 3), sex=sb.Sex.FEMALE,
        ...                   retirement_category=sb.RetirementCategory.FEMALE_50)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2015-01", "2024-06"))])
        >>> found = ways(woman, years, on=date(2024, 6, 3), draws_pension=False)
        >>> found.extension.eligible, found.lump_sum.eligible, found.into_resident.eligible
        (True, False, True)
    """
    return Ways(
        extension(person, history, on=on, area=area, law=law),
        lump_sum(person, history, on=on, area=area, law=law),
        into_resident(person, history, on=on, draws_pension=draws_pension, area=area, law=law),
        refund(person, history, on=on, requested=requested, area=area, law=law),
    )


def _short(standing: Standing) -> Condition:
    """The condition that the minimum of the statutory year is not reached."""
    enough = at_least(Reason.PENSION_MONTHS, standing.required, standing.bounds)
    return negated(Reason.PENSION_MONTHS_SHORT, enough)


def _enrolled(history: ContributionHistory, rule: Dated[LumpSum], law: Law) -> Condition:
    """The condition that months were paid, or deemed, before the day of the rule, as it knew them."""
    before = rule.value.enrolled_before
    early = counting.cumulative(history, InsuranceKind.PENSION, on=add_days(before, -1), law=law)
    verdict = in_bounds(certain=early.at_least > 0, possible=early.at_most > 0)
    is_certain = early.at_least == early.at_most
    return Condition(
        Reason.LUMP_SUM_ENROLLED,
        verdict,
        before,
        early.at_least if is_certain else (early.at_least, early.at_most),
        rule.citation,
        rule.evidence,
        (Missing("history"),) if verdict is Verdict.UNKNOWN else (),
    )
