"""Employees' medical insurance 职工基本医疗保险: is it continuous, and does a waiting period run.

Whether it covers a day is ``cover``, what a retiree is entitled to ``retiree_entitlement``.

Legal basis:
    医保办发〔2021〕43号 第十一条: a gap of up to three months may be paid up, without a waiting period
    待遇等待期; after a longer one the place decides, in principle 原则上 at most six months.
    社会保险法 第三十二条: years add up across areas.

    Who is insured alone begins with a waiting period in many places (上海 沪医保规〔2025〕7号: six months),
    and who was insured as a resident meanwhile switches by the same article; both leave the answer
    to the place's waiting period until the ceiling has passed.

Limits:
    The article speaks of people who move between areas; a gap inside one area is the place's own
    law. Until a place's rule is known the article is taken for both, as places restate it. When the
    ceiling of six months has passed since payment resumed, no place's waiting period can still run,
    as far as places keep to the principle.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..decisions import (
    Condition,
    Decision,
    Fact,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    at_least,
    decided,
    in_bounds,
    open_law,
)
from ..law import Dated, Law
from ..law.medical_values import Waiting
from ..law.parameters import (
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    MEDICAL_WAITING_CEILING_MONTHS,
    MEDICAL_WAITING_MONTHS,
)
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import YearMonth, as_day
from ..terms import InsuranceKind, Scheme
from . import counting
from .given import known_law
from .medical_beginnings import is_bought, longest_wait
from .medical_cover import MedicalCover, cover, waiting_law
from .medical_retiree import RetireeEntitlement, retiree_entitlement
from .medical_waiting import WaitingLaw, as_waiting, continuity_rule
from .tally import tally

__all__ = [
    "MedicalContinuity",
    "MedicalCover",
    "RetireeEntitlement",
    "WaitingLaw",
    "continuity",
    "continuity_rule",
    "cover",
    "retiree_entitlement",
    "waiting_law",
]


@attrs.frozen
class MedicalContinuity:
    """What goes with the answer.

    Attributes:
        continuous: the continuous months under the rule.
        cumulative: the cumulative months; a break does not touch them.
    """

    continuous: counting.Count
    cumulative: counting.Count


def continuity(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[MedicalContinuity]:
    """Whether employees' medical insurance is unbroken on a day and no waiting period runs.

    Unbroken is not paid: a gap of up to three months can still be paid up, and while it is unpaid,
    or a month is in arrears, places pay no benefits.

    Args:
        history: the record.
        on: the day.
        area: the place whose waiting period applies; None is national law alone.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2025-09"))])
        >>> [continuity(record, on=day).eligible for day in (date(2026, 1, 29), date(2026, 2, 1))]
        [True, False]
    """
    as_day(on, "on")
    known = known_law(law)
    limit = known.find(MEDICAL_REPAIRABLE_GAP_MONTHS, on=on, area=area)
    if limit is None:
        name = MEDICAL_REPAIRABLE_GAP_MONTHS.name
        unknown = open_law(Reason.MEDICAL_RUN_ALIVE, name, area or NATION)
        return decided(Question.MEDICAL_CONTINUITY, [unknown], on=on)
    rule = continuity_rule(limit.value)
    run = counting.continuous(history, InsuranceKind.MEDICAL, on=on, rule=rule, law=known)
    total = counting.cumulative(history, InsuranceKind.MEDICAL, on=on, law=known)
    gaps = counting.gaps(history, InsuranceKind.MEDICAL, on=on, rule=rule, law=known)
    alive = _alive(gaps, run, limit)
    waiting = _alone(history, run, gaps, known, area)
    if waiting is None:
        parts = [_waiting_over(history, run, known, area)]
        if not _begins_flexible(history, run):
            parts.insert(0, _no_long_gap(gaps, limit, _resident_months(history, on)))
        waiting = any_of(Reason.MEDICAL_NO_WAITING, *parts)
    return decided(
        Question.MEDICAL_CONTINUITY, [alive, waiting], on=on, value=MedicalContinuity(run, total)
    )


def _alive(gaps: tuple[counting.Gap, ...], run: counting.Count, limit: Dated[int]) -> Condition:
    """No more uncovered months since the last counted one than may be paid up."""
    still_open = next((gap for gap in gaps if gap.is_open), None)
    verdict = in_bounds(certain=run.at_least > 0, possible=run.at_most > 0)
    actual: Fact = _found(still_open)
    if still_open is None and not run.at_most:
        actual = None
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    return _of_limit(Reason.MEDICAL_RUN_ALIVE, verdict, actual, limit, needs)


def _found(gap: counting.Gap | None) -> Fact:
    """The months of a gap, or their bounds; 0 without one."""
    if gap is None:
        return 0
    return gap.at_least if gap.at_least == gap.at_most else (gap.at_least, gap.at_most)


def _of_limit(
    reason: Reason, verdict: Verdict, actual: Fact, limit: Dated[int], needs: tuple[Missing, ...]
) -> Condition:
    """A condition about the longest gap that may be paid up."""
    return Condition(reason, verdict, limit.value, actual, limit.citation, limit.evidence, needs)


def _begins_flexible(history: ContributionHistory, run: counting.Count) -> bool:
    """Whether the run begins with months of a flexible worker alone: places let them wait."""
    if run.span is None:
        return False
    first = [
        period.scheme
        for period in history.as_of(run.on).of(run.kind)
        if run.span.first in period.months and period.scheme is not Scheme.RESIDENT
    ]
    return set(first) == {Scheme.FLEXIBLE}


def _resident_months(history: ContributionHistory, on: date) -> MonthSet:
    """Months insured as a resident: no gap in insurance, whatever a place makes of the switch."""
    return MonthSet(
        period.months
        for period in history.as_of(on).of(InsuranceKind.MEDICAL)
        if period.scheme is Scheme.RESIDENT and period.count is None
    )


def _no_long_gap(
    gaps: tuple[counting.Gap, ...], limit: Dated[int], resident: MonthSet
) -> Condition:
    """No gap was longer than the limit, the one that is still open included.

    A gap that is long only because the person was insured as a resident meanwhile leaves it open:
    what is missing then is the place's waiting period, no fact of the record.
    """
    verdict = in_bounds(
        certain=all(gap.at_most <= limit.value for gap in gaps),
        possible=all(gap.at_least <= limit.value for gap in gaps),
    )
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    if verdict is Verdict.NOT_MET and all(
        gap.at_least - len(MonthSet([gap.span]) & resident) <= limit.value for gap in gaps
    ):
        verdict = Verdict.UNKNOWN
    longest = max(gaps, key=lambda gap: (gap.at_most, gap.at_least), default=None)
    return _of_limit(Reason.MEDICAL_NO_LONG_GAP, verdict, _found(longest), limit, needs)


def _alone(
    history: ContributionHistory,
    run: counting.Count,
    gaps: tuple[counting.Gap, ...],
    law: Law,
    area: str | None,
) -> Condition | None:
    """Whether who began alone has waited, where the place's rule for that is known; else None."""
    place = waiting_law(on=run.on, area=area, law=law)
    if place.alone is None or not _begins_flexible(history, run):
        return None
    seen = tally(history, run.kind, run.on, run.rule)
    wait = longest_wait(history.as_of(run.on).of(run.kind), seen, gaps, place)
    return None if wait is None else wait.condition(seen.month, place)


def _waiting_over(
    history: ContributionHistory, run: counting.Count, law: Law, area: str | None
) -> Condition:
    """Enough months since payment resumed: by the place's waiting period, else by the ceiling.

    The month of the day still runs, so it is not among them.
    """
    on = run.on
    running = 1 if run.span is not None and YearMonth(on.year, on.month) in run.span else 0
    since = (max(0, run.at_least - running), max(0, run.at_most - running))
    local = law.find(MEDICAL_WAITING_MONTHS, on=on, area=area)
    needs = [Missing(MEDICAL_WAITING_MONTHS.name, area or NATION)]
    if local is None:
        ceiling = law.find(MEDICAL_WAITING_CEILING_MONTHS, on=on, area=area)
        if ceiling is not None and since[0] >= ceiling.value:
            return at_least(Reason.MEDICAL_CEILING_OVER, ceiling, since)
    required = None if local is None else _months_of(local, history, run)
    return at_least(Reason.MEDICAL_WAITING_OVER, required, since, needs=needs)


def _months_of(
    local: Dated[int | Waiting], history: ContributionHistory, run: counting.Count
) -> Dated[int]:
    """The waiting period of a place after the break before a run, paid up or not."""
    waiting = as_waiting(local.value)
    months = waiting.months
    if waiting.unrepaired_months is not None and run.broken_by is not None:
        periods = history.as_of(run.on).of(run.kind)
        if not is_bought((run.broken_by.pair,), periods):
            months = waiting.unrepaired_months
    return attrs.evolve(local, value=months)  # type: ignore[return-value]
