"""How many months: in total, in the run that is alive, in the longest run; gaps and overlaps.

Counts follow a :class:`~shebao.CountingRule`; without one, the default rule of the kind. On a day,
a month up to and including its month counts if its status counts on that day. A month is
*uncovered* only if it ended before: the month of the day itself may still be paid.

Legal basis:
    社会保险法 第十六、三十二、五十二条 (years accumulate 累计计算, across areas). What "continuous"
    means is not in the statute: it is the rule's, and every result names its rule.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from .. import intervals
from ..intervals import Pairs
from ..law import Law, shipped
from ..model.contradictions import key_of
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..months import MonthSpan, as_day
from ..terms import InsuranceKind, PaymentStatus, Role
from .continuity import World, best_world, last_run, longest_run, open_stretch, worst_world
from .counts import Bounded, Count, Gap, Overlap
from .placements import added_months
from .tally import InArea, Tally, tally

__all__ = [
    "Bounded",
    "Count",
    "Gap",
    "Overlap",
    "by_area",
    "continuous",
    "cumulative",
    "gaps",
    "longest",
    "overlaps",
]


def cumulative(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    rule: CountingRule | None = None,
    law: Law | None = None,
) -> Count:
    """Cumulative months 累计缴费月数 up to and including the month of ``on``.

    Args:
        history: the record.
        kind: the insurance.
        on: the day; the record is taken as it stood on it.
        rule: what counts; None is ``CountingRule.default(kind)``.
        law: for rules of one pooling area: which area pools what; None is the shipped law.

    Returns:
        Bounds that are sharp where spans known only by their number are disjoint, or equal and not
        cut by ``on``; elsewhere they are safe.

    Raises:
        RuleError: if the rule is not for this kind.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2016-06"))])
        >>> cumulative(history, sb.PENSION, on=date(2026, 1, 29)).months
        30
    """
    rule = rule or CountingRule.default(kind)
    return _total(history, kind, as_day(on, "on"), rule, _in_area(rule, kind, on, law))


def _total(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    in_area: InArea | None,
) -> Count:
    seen = tally(history, kind, on, rule, in_area)
    fixed = intervals.union(seen.paid + seen.deemed + seen.back_paid)
    return _made(history, kind, on, rule, seen, fixed, _total_bounds(seen, fixed, rule))


def _total_bounds(seen: Tally, fixed: Pairs, rule: CountingRule) -> tuple[int, int]:
    """Bounds of the total. Back-paid months enter it up to the limit: min(others + limit, all)."""
    least = most = intervals.count(fixed)
    if seen.loose:
        low, high = added_months(
            fixed, seen.periods, lambda period: rule.role(period.status) is Role.COUNTS
        )
        least, most = least + low, most + high
    if rule.back_paid_limit is None:
        return least, most
    others = intervals.union(seen.paid + seen.deemed)
    low, high = added_months(others, seen.periods, lambda period: _counts_otherwise(period, rule))
    certain = intervals.count(others) + rule.back_paid_limit
    return min(certain + low, least), min(certain + high, most)


def _counts_otherwise(period: ContributionPeriod, rule: CountingRule) -> bool:
    return period.status is not PaymentStatus.BACK_PAID and rule.role(period.status) is Role.COUNTS


def continuous(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    rule: CountingRule | None = None,
    law: Law | None = None,
) -> Count:
    """Continuous months 连续缴费月数: the run that is alive on a day, or 0 and what broke it.

    The run with the last counted month L is alive if the uncovered months after L that ended
    before the month of ``on`` number at most the rule's ``bridging``. Arguments as in
    :func:`cumulative`.

    Returns:
        Safe bounds where the record leaves months open.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2025-09"))])
        >>> rule = sb.CountingRule(name="three months", bridging=3)
        >>> continuous(history, sb.MEDICAL, on=date(2026, 1, 29), rule=rule).months
        21
        >>> broken = continuous(history, sb.MEDICAL, on=date(2026, 2, 1), rule=rule)
        >>> broken.months, broken.broken_by
        (0, MonthSpan("2025-10", "2026-01"))
    """
    rule = rule or CountingRule.default(kind)
    seen = tally(history, kind, as_day(on, "on"), rule, _in_area(rule, kind, on, law))
    worst = worst_world(seen, rule)
    run = last_run(worst, seen.month, rule.bridging)
    least = most = intervals.count(run)
    if seen.loose or seen.unknown:
        best = best_world(seen, rule)
        most = _most_in(last_run(best, seen.month, rule.bridging), seen, rule)
    return _made(history, kind, on, rule, seen, run, (least, most), _break_before(worst, run, seen))


def longest(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    rule: CountingRule | None = None,
    law: Law | None = None,
) -> Count:
    """The longest run 最长连续缴费月数 up to the month of ``on``; of several, the latest.

    Arguments and bounds as in :func:`continuous`.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2020-01", "2021-12")),
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2022-03", "2022-08"))])
        >>> longest(history, sb.MEDICAL, on=date(2026, 1, 29)).months
        24
    """
    rule = rule or CountingRule.default(kind)
    seen = tally(history, kind, as_day(on, "on"), rule, _in_area(rule, kind, on, law))
    worst = worst_world(seen, rule)
    run = longest_run(worst, rule.bridging)
    least = most = intervals.count(run)
    if seen.loose or seen.unknown:
        best = best_world(seen, rule)
        runs = intervals.join_runs(best.counted, best.held, rule.bridging)
        most = max((_most_in(each, seen, rule) for each in runs), default=0)
    return _made(history, kind, on, rule, seen, run, (least, most), _break_before(worst, run, seen))


def _most_in(run: Pairs, seen: Tally, rule: CountingRule) -> int:
    """The most months that a run of the best world can hold, and never more than the total can."""
    if not run:
        return 0
    placed = intervals.union(seen.paid + seen.deemed + seen.back_paid)
    inside = intervals.intersect(run, placed)
    most = intervals.count(inside)
    for period in seen.loose:
        if rule.role(period.status) is Role.COUNTS:
            room = intervals.subtract(intervals.intersect((period.months.pair,), run), inside)
            most += min(period.at_most, intervals.count(room))
    return min(most, intervals.count(run), _total_bounds(seen, placed, rule)[1])


def _break_before(world: World, run: Pairs, seen: Tally) -> Pairs:
    """The uncovered stretch that ended the run before, or the open one if no run is alive."""
    counted = world.counted
    if not counted:
        return ()
    if not run:
        return intervals.subtract((open_stretch(world, seen.month),), world.held)
    before = [pair for pair in counted if pair[1] < run[0][0]]
    if not before:
        return ()
    return intervals.subtract(((before[-1][1] + 1, run[0][0] - 1),), world.held)


def _made(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    seen: Tally,
    months: Pairs,
    bounds: tuple[int, int],
    broken_by: Pairs = (),
) -> Count:
    """The result, its months split by what they are."""
    paid = back_paid = deemed = 0
    if seen.settled or seen.bought or seen.unknown or seen.deemed:
        paid = intervals.count(intervals.intersect(months, seen.paid))
        deemed = intervals.count(intervals.intersect(months, seen.deemed))
        back_paid = intervals.count(months) - paid - deemed
    else:
        paid = intervals.count(months)
    return Count(
        bounds[0],
        bounds[1],
        kind,
        rule,
        on,
        paid,
        back_paid,
        deemed,
        MonthSpan.from_ordinals(months[0][0], months[-1][1]) if months else None,
        MonthSpan.from_ordinals(broken_by[0][0], broken_by[-1][1]) if broken_by else None,
        seen.is_merged,
        history=history,
    )


def gaps(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    rule: CountingRule | None = None,
    law: Law | None = None,
) -> tuple[Gap, ...]:
    """Gaps 断缴: stretches of uncovered months between counted ones, and the open one at the end.

    Held months (deferred, pending) are no part of a gap's months; the month of ``on`` and later
    ones are never in one. Arguments as in :func:`cumulative`.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2025-03")),
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2025-06", "2025-11"))])
        >>> [(str(gap.span), gap.months, gap.is_open)
        ...  for gap in gaps(history, sb.MEDICAL, on=date(2026, 1, 29))]
        [('2025-04..2025-05', 2, False), ('2025-12', 1, True)]
    """
    rule = rule or CountingRule.default(kind)
    seen = tally(history, kind, as_day(on, "on"), rule, _in_area(rule, kind, on, law))
    worst = worst_world(seen, rule)
    if not worst.counted:
        return ()
    edges = [*(edge for pair in worst.counted for edge in pair), seen.month][1:]
    stretches = [(a + 1, b - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    found: list[Gap] = []
    for stretch in stretches:
        uncovered = intervals.subtract(tuple(s for s in (stretch,) if s[0] <= s[1]), worst.held)
        if not uncovered:
            continue
        months = intervals.count(uncovered)
        maybe = _maybe_covered(seen, rule, uncovered)
        span = MonthSpan.from_ordinals(uncovered[0][0], uncovered[-1][1])
        is_open = stretch == stretches[-1]
        if months - maybe[0] > 0:
            found.append(Gap(max(0, months - maybe[1]), months - maybe[0], span, is_open))
    return tuple(found)


def _maybe_covered(seen: Tally, rule: CountingRule, uncovered: Pairs) -> tuple[int, int]:
    """How many months of a stretch loose periods and unknown back-payments cover, in bounds."""
    least = 0
    most = intervals.count(intervals.intersect(seen.unknown, uncovered))
    for period in seen.loose:
        if rule.role(period.status) is Role.BREAKS:
            continue
        room = intervals.count(intervals.intersect((period.months.pair,), uncovered))
        least = max(least, period.at_least - (len(period.months) - room))
        most += min(room, period.at_most)
    return least, most


def overlaps(history: ContributionHistory, kind: InsuranceKind, *, on: date) -> tuple[Overlap, ...]:
    """Months held under two or more keys 重复缴费, as the record stood on a day.

    Months known only by their number are left aside: where they lie is not known.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", employer="A"),
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", scheme=sb.Scheme.FLEXIBLE)])
        >>> [(str(o.span), o.is_permitted) for o in overlaps(history, sb.PENSION, on=date(2026, 1, 1))]
        [('2025-01', False)]
    """
    record = history.as_of(as_day(on, "on"))
    periods = [period for period in record.of(kind) if period.count is None]
    edges = sorted({edge for p in periods for edge in (p.months.pair[0], p.months.pair[1] + 1)})
    found: list[Overlap] = []
    for first, after in pairwise(edges):
        holding = [p for p in periods if p.months.pair[0] <= first <= p.months.pair[1]]
        if len({key_of(period) for period in holding}) > 1:
            span = MonthSpan.from_ordinals(first, after - 1)
            found.append(Overlap(span, tuple(holding), len({p.scheme for p in holding}) == 1))
    return tuple(found)


def by_area(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    rule: CountingRule | None = None,
) -> dict[str, Count]:
    """Cumulative months of each area of enrolment 各参保地缴费月数, by the codes of the record.

    A month held in two areas counts in each, so the areas may add up to more than the total; ask
    :func:`overlaps` for those months. Periods without an area are in none.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", area="130100"),
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", area="310000")])
        >>> {area: count.months for area, count in
        ...  by_area(history, sb.PENSION, on=date(2026, 1, 1)).items()}
        {'130100': 1, '310000': 1}
    """
    rule = rule or CountingRule.default(kind)
    as_day(on, "on")
    areas = dict.fromkeys(p.area for p in history.of(kind) if p.area is not None)
    return {area: _total(history, kind, on, rule, _enrolled_in(area)) for area in areas}


def _enrolled_in(area: str) -> InArea:
    return lambda period: period.area == area


def _in_area(rule: CountingRule, kind: InsuranceKind, on: date, law: Law | None) -> InArea | None:
    """Whether a period lies in the pooling area of a rule; None where the rule asks for none."""
    if rule.area is None:
        return None
    known = law or shipped()
    wanted = known.pooling_area(rule.area, kind, on)
    return lambda p: p.area is not None and known.pooling_area(p.area, p.kind, on) == wanted
