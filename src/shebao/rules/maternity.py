"""Maternity insurance 生育保险: is it paid for, have the months been paid, who else is covered.

Legal basis:
    社会保险法 第五十三、五十四条: employers pay, their employees benefit; an employee's unemployed spouse
    is paid the costs of the birth. No number of months stands in the statute, places set it. Since
    国办发〔2019〕10号 merged it with employee medical insurance, its months are read from employee
    medical months (see ``CountingRule.default``).

Places ask for months in a row or in all, up to the birth or after it, some for the allowance 生育津贴
alone: see ``QualifyingMonths``. What the allowance amounts to stands in ``maternity_allowance``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

import attrs

from .. import intervals
from ..days import add_days
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    at_least,
    decided,
    in_bounds,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.maternity_values import QualifyingMonths
from ..law.parameters import MATERNITY_FLEXIBLE, MATERNITY_QUALIFYING_MONTHS, MATERNITY_SPOUSE
from ..model.areas import NATION
from ..model.counting_rule import MATERNITY_MERGED_FROM
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import as_day, ordinal_of
from ..terms import InsuranceKind, Scheme
from . import counting
from .cover import paid_for
from .given import check_history, known_law
from .maternity_allowance import MaternityAllowance, allowance, leave_days

__all__ = [
    "MaternityAllowance",
    "allowance",
    "cover",
    "fund_share",
    "leave_days",
    "medical_costs",
    "spouse_medical_costs",
]

_KIND: Final = InsuranceKind.MATERNITY
_FLEXIBLE: Final = frozenset({Scheme.FLEXIBLE})


def cover(
    history: ContributionHistory,
    *,
    on: date,
    asked_on: date | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[counting.Count]:
    """Whether maternity benefits, the allowance among them, may be drawn 生育保险待遇条件.

    Args:
        history: the record.
        on: the day of birth.
        asked_on: the day of asking, for places that pay afterwards once months are paid after the
            birth; None is the day of birth.
        area: the place that asks for months; where its rule is not known, the decision is
            undetermined and names the parameter.
        law: None is the shipped law.

    Returns:
        With the continuous months on the day.

    Raises:
        RuleError: if ``asked_on`` lies before the birth.

    Example:
        In Beijing nine months in a row up to the birth, or twelve after it:

        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2025-06", "2026-11"))])
        >>> birth = date(2025, 11, 20)
        >>> [cover(record, on=birth, asked_on=day, area="110000").outcome
        ...  for day in (birth, date(2026, 11, 30))]
        [Outcome.INELIGIBLE, Outcome.ELIGIBLE]
        >>> [str(fact) for fact in cover(record, on=birth, area="130100").missing]
        ['maternity.qualifying_months (130100)']
    """
    asked = _asked(on, asked_on)
    known = known_law(law)
    conditions, seen = _with_flexible(history, ("all",), on, area, known)
    months = counting.continuous(seen, _KIND, on=on, law=known)
    conditions.append(paid_for(Reason.MATERNITY_PAID, seen, _KIND, on, area, known))
    conditions.append(_months(seen, on, asked, area, known))
    return decided(Question.MATERNITY_COVER, conditions, on=on, value=months)


def fund_share(
    history: ContributionHistory,
    *,
    on: date,
    asked_on: date | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Fraction | None:
    """What part of the allowance the fund pays: 1, 0, or a part where the place pays by months.

    Arguments as for :func:`cover`; None where that, or the number of months, is not certain.

    Example:
        The notice of Shanghai of 2016: five of twelve months, the rest once months are reached.

        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MATERNITY, sb.MonthSpan("2019-01", "2019-12"))])
        >>> [fund_share(record, on=date(2019, 5, 8), asked_on=day, area="310000")
        ...  for day in (date(2019, 8, 31), date(2019, 9, 1))]
        [Fraction(5, 12), Fraction(1, 1)]
    """
    decision = cover(history, on=on, asked_on=asked_on, area=area, law=law)
    if not decision.eligible:
        return None if decision.eligible is None else Fraction(0)
    ways = decision.conditions[-1].parts or decision.conditions[-1:]
    whole = {way.verdict for way in ways if way.reason is not Reason.MATERNITY_SHARE}
    if Verdict.MET in whole:
        return Fraction(1)
    paid, of = ways[-1].actual, ways[-1].required
    is_certain = Verdict.UNKNOWN not in whole
    return Fraction(paid, of) if is_certain and type(paid) is int and type(of) is int else None


def medical_costs(
    history: ContributionHistory, *, on: date, area: str | None = None, law: Law | None = None
) -> Decision[counting.Count]:
    """Whether maternity insurance pays the costs of a birth 生育医疗费用.

    Some places ask for months for the allowance alone, and some pay the costs of who is insured
    alone 灵活就业; without a word of the place nobody without an employer is covered.

    Args:
        history: the record.
        on: the day.
        area: the place.
        law: None is the shipped law.

    Returns:
        With the continuous months on the day.

    Example:
        Guangdong pays the costs of who is insured alone, and no allowance:

        >>> import shebao as sb
        >>> alone = sb.ContributionHistory([sb.ContributionPeriod(
        ...     sb.MEDICAL, sb.MonthSpan("2024-01", "2025-05"), scheme=sb.Scheme.FLEXIBLE)])
        >>> [rule(alone, on=date(2025, 5, 8), area="440100").eligible
        ...  for rule in (medical_costs, cover)]
        [True, False]
    """
    as_day(on, "on")
    known = known_law(law)
    conditions, seen = _with_flexible(history, ("all", "medical_costs"), on, area, known)
    conditions += _for_costs(seen, on, area, known)
    months = counting.continuous(seen, _KIND, on=on, law=known)
    return decided(Question.MATERNITY_MEDICAL_COSTS, conditions, on=on, value=months)


def spouse_medical_costs(
    history: ContributionHistory,
    *,
    on: date,
    unemployed: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[counting.Count]:
    """Whether an employee's insurance pays the costs of the spouse's birth 职工未就业配偶.

    Costs alone, no allowance. What places ask beyond the statute (不再享受其他生育保障) is not judged.

    Args:
        history: the record of the employee.
        on: the day of birth.
        unemployed: whether the spouse who gives birth is not employed; None is not known.
        area: the place.
        law: None is the shipped law.

    Returns:
        With the employee's continuous months on the day.

    Raises:
        RuleError: if ``unemployed`` is no truth value.

    Example:
        >>> import shebao as sb
        >>> his = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2025-04", "2025-05"))])
        >>> spouse_medical_costs(his, on=date(2025, 5, 8), unemployed=True, area="440100").outcome
        Outcome.ELIGIBLE
    """
    as_day(on, "on")
    known = known_law(law)
    reason = Reason.MATERNITY_SPOUSE_UNEMPLOYED
    rule = known.find(MATERNITY_SPOUSE, on=on, area=area)
    spouse = is_true(reason, unemployed, "unemployed", rule)
    if rule is None:
        spouse = open_law(reason, MATERNITY_SPOUSE.name, area or NATION)
    elif rule.value == "none":
        spouse = attrs.evolve(spouse, verdict=Verdict.NOT_MET, needs=())
    conditions = [spouse, *_for_costs(history, on, area, known)]
    months = counting.continuous(history, _KIND, on=on, law=known)
    return decided(Question.MATERNITY_SPOUSE, conditions, on=on, value=months)


def _asked(on: date, asked_on: date | None) -> date:
    as_day(on, "on")
    if asked_on is None:
        return on
    if as_day(asked_on, "asked_on") < on:
        expected = f"{on} or later, or None"
        raise RuleError(Fault("asked_on", str(asked_on), "lies before the birth", expected))
    return asked_on


def _for_costs(
    history: ContributionHistory, on: date, area: str | None, law: Law
) -> Iterator[Condition]:
    yield paid_for(Reason.MATERNITY_PAID, history, _KIND, on, area, law)
    rule = law.find(MATERNITY_QUALIFYING_MONTHS, on=on, area=area)
    if rule is None or not rule.value.for_allowance_only:
        yield _months(history, on, on, area, law)


def _with_flexible(
    history: ContributionHistory,
    benefits: Collection[str],
    on: date,
    area: str | None,
    law: Law,
) -> tuple[list[Condition], ContributionHistory]:
    """The record with the medical months of who is insured alone, where the place covers these."""
    check_history(history)
    rule = law.find(MATERNITY_FLEXIBLE, on=on, area=area)
    alone = [
        attrs.evolve(part, kind=_KIND)
        for period in history.of(InsuranceKind.MEDICAL)
        if period.scheme is Scheme.FLEXIBLE
        and (part := period.between(MATERNITY_MERGED_FROM.ordinal, intervals.FOREVER))
    ]
    if not alone or rule is None or rule.value not in benefits:
        return [], history
    own = history.without(MonthSet(each.months for each in alone), _KIND, _FLEXIBLE)
    covered = Condition(
        Reason.MATERNITY_FLEXIBLE,
        Verdict.MET,
        actual=True,
        citation=rule.citation,
        evidence=rule.evidence,
    )
    return [covered], own.adding(alone)


def _months(
    history: ContributionHistory, on: date, asked: date, area: str | None, law: Law
) -> Condition:
    """The condition that the months that a place asks for were paid, one way or another."""
    rule = law.find(MATERNITY_QUALIFYING_MONTHS, on=on, area=area)
    if rule is None:
        needs = [Missing(MATERNITY_QUALIFYING_MONTHS.name, area or NATION)]
        bounds = _bounds(counting.continuous(history, _KIND, on=on, law=law))
        return at_least(Reason.MATERNITY_MONTHS, None, bounds, needs=needs)
    ways = tuple(_ways(history, rule, on, asked, law))
    return ways[0] if len(ways) == 1 else any_of(Reason.MATERNITY_ENOUGH_MONTHS, *ways)


def _ways(
    history: ContributionHistory,
    rule: Dated[QualifyingMonths],
    on: date,
    asked: date,
    law: Law,
) -> Iterator[Condition]:
    """A condition for each way to qualify; the last one is that of a part, where there is one."""
    months, reason, before = rule.value, Reason.MATERNITY_MONTHS, history
    if months.from_next_month:
        # Paid in time is what was paid before the month in which benefits begin.
        reason = Reason.MATERNITY_MONTHS_BEFORE
        before = history.as_of(add_days(on.replace(day=1), -1))
    if months.continuous is not None:
        run = counting.continuous(before, _KIND, on=on, law=law)
        yield _enough(reason, months.continuous, run, rule)
        if months.is_proportional and asked > on:
            later = counting.continuous(history, _KIND, on=asked, law=law)
            yield _enough(Reason.MATERNITY_MONTHS_LATER, months.continuous, later, rule)
    if months.after_birth is not None:
        since = history.between(ordinal_of(on) + 1, intervals.FOREVER)
        run = counting.longest(since, _KIND, on=asked, law=law)
        yield _enough(Reason.MATERNITY_MONTHS_AFTER, months.after_birth, run, rule)
    if months.cumulative is not None:
        reason = Reason.MATERNITY_MONTHS_TOTAL
        until = asked if months.is_proportional else on
        total = counting.cumulative(before, _KIND, on=until, law=law)
        yield _enough(reason, months.cumulative, total, rule)
        if months.is_proportional:
            at_birth = counting.cumulative(before, _KIND, on=on, law=law)
            part = _enough(Reason.MATERNITY_SHARE, months.cumulative, at_birth, rule)
            low, high = _bounds(at_birth)
            verdict = in_bounds(certain=low > 0, possible=high > 0)
            needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
            yield attrs.evolve(part, verdict=verdict, needs=needs)


def _bounds(count: counting.Count) -> tuple[int, int]:
    return count.at_least, count.at_most


def _enough(
    reason: Reason, required: int, count: counting.Count, rule: Dated[QualifyingMonths]
) -> Condition:
    months: Dated[int] = attrs.evolve(rule, value=required)  # type: ignore[assignment, arg-type]
    return at_least(reason, months, _bounds(count))
