"""How many months: in total, in the run that is alive, in the longest run; gaps and overlaps.

Counts follow a :class:`~shebao.CountingRule`; without one, the default rule of the kind. On a day,
a month up to and including its month counts if its status counts on that day. A month is
*uncovered* only if it ended before: the month of the day itself may still be paid.

Legal basis:
    社会保险法 第十六、三十二、五十二条 (years accumulate 累计计算, across areas). What "continuous"
    means is not in the statute: it is the rule's, and every result names its rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from .. import intervals
from ..intervals import Pairs
from ..law import Law
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.stretches import stretches
from ..months import MonthSpan, as_day
from ..terms import InsuranceKind, PaymentStatus, Role
from .continuity import World, best_world, last_run, longest_run, runs, worst_world
from .counts import Bounded, Count, Gap, Overlap
from .gap_bounds import gap_between
from .overlapping import overlaps
from .placements import added_months
from .tally import InArea, Tally, chosen_rule, in_area, seen_periods, tally

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
        Bounds that are sharp where spans known only by their number are disjoint, or equal, and not
        cut by ``on``; elsewhere they are safe: they contain the truth.

    Raises:
        RuleError: if the rule is not for this kind.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2016-06"))])
        >>> cumulative(history, sb.PENSION, on=date(2026, 1, 29)).months
        30
    """
    rule, seen = _seen(history, kind, on, rule, law)
    return _total(history, kind, on, rule, law, seen)


def _seen(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule | None,
    law: Law | None,
) -> tuple[CountingRule, Tally]:
    """The rule that is used, and the months that it sees."""
    chosen = chosen_rule(rule, kind)
    inside = in_area(chosen, kind, as_day(on, "on"), law)
    return chosen, tally(history, kind, on, chosen, inside)


def _total(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    law: Law | None,
    seen: Tally,
) -> Count:
    fixed = seen.paid
    if not seen.is_simple:
        fixed = intervals.union(fixed + seen.deemed + seen.back_paid)
    bounds = _total_bounds(seen, fixed, rule)
    return _made(history, kind, on, rule, law, seen, fixed, bounds, is_total=True)


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
    rule, seen = _seen(history, kind, on, rule, law)
    worst = worst_world(seen, rule)
    run = last_run(worst, seen.month, rule.bridging)
    least = most = intervals.count(run)
    if seen.loose or seen.unknown:
        alive = last_run(best_world(seen, rule), seen.month, rule.bridging)
        most = _most_in(alive, seen, rule)
    broken_by = _break_before(worst, run, seen, rule)
    return _made(history, kind, on, rule, law, seen, run, (least, most), broken_by)


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
    rule, seen = _seen(history, kind, on, rule, law)
    worst = worst_world(seen, rule)
    run = longest_run(worst, rule.bridging)
    least = most = intervals.count(run)
    if seen.loose or seen.unknown:
        best = runs(best_world(seen, rule), rule.bridging)
        most = max((_most_in(each, seen, rule) for each in best), default=0)
    broken_by = _break_before(worst, run, seen, rule)
    return _made(history, kind, on, rule, law, seen, run, (least, most), broken_by)


def _most_in(run: Pairs, seen: Tally, rule: CountingRule) -> int:
    """The most months that a run of the best world can hold, and never more than the total can."""
    placed = intervals.union(seen.paid + seen.deemed + seen.back_paid)
    limit = rule.back_paid_limit
    loose = [p for p in seen.loose if rule.role(p.status) is Role.COUNTS]
    most = _room_in(run, placed, loose)
    if limit is not None:
        others = intervals.union(seen.paid + seen.deemed)
        paid = [p for p in loose if p.status is not PaymentStatus.BACK_PAID]
        most = min(most, _room_in(run, others, paid) + limit)
    return min(most, _total_bounds(seen, placed, rule)[1])


def _room_in(run: Pairs, placed: Pairs, loose: Sequence[ContributionPeriod]) -> int:
    """How many months of a run these periods can fill."""
    inside = intervals.intersect(run, placed)
    most = intervals.count(inside)
    for period in loose:
        open_months = intervals.intersect((period.months.pair,), run)
        most += min(period.at_most, intervals.count(intervals.subtract(open_months, inside)))
    return min(most, intervals.count(run))


def _break_before(world: World, run: Pairs, seen: Tally, rule: CountingRule) -> Pairs:
    """What ended the run before: an uncovered stretch, or a back-paid month over the limit.

    Where no run is alive, the stretch after the last counted month.
    """
    counted = world.counted
    if not counted:
        return ()
    if run:
        before = bisect_left(counted, (run[0][0], run[0][0]))
        if before and counted[before - 1][1] >= run[0][0]:
            return ((run[0][0] - 1, run[0][0] - 1),)
        if not before:
            return ()
        last, first = counted[before - 1][1], run[0][0]
    else:
        last, first = counted[-1][1], seen.month
    stretch = ((last + 1, first - 1),) if last + 1 < first else ()
    uncovered = intervals.subtract(stretch, world.held)
    is_over_limit = intervals.count(uncovered) <= rule.bridging
    return ((last, last),) if is_over_limit else uncovered


def _made(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    law: Law | None,
    seen: Tally,
    months: Pairs,
    bounds: tuple[int, int],
    broken_by: Pairs = (),
    *,
    is_total: bool = False,
) -> Count:
    """The result, its months split by what they are."""
    paid, back_paid, deemed = intervals.count(months), 0, 0
    unplaced: tuple[ContributionPeriod, ...] = ()
    if not seen.is_simple:
        total = paid
        paid = intervals.count(intervals.intersect(months, seen.paid))
        deemed = intervals.count(intervals.intersect(months, seen.deemed))
        back_paid = total - paid - deemed
        if rule.back_paid_limit is not None:
            back_paid = min(back_paid, rule.back_paid_limit)
        loose = [p for p in seen.loose if rule.role(p.status) is Role.COUNTS]
        if is_total and total + sum(p.at_least for p in loose) == bounds[0]:
            split = _split(loose)
            paid, back_paid, deemed = paid + split[0], back_paid + split[1], deemed + split[2]
        if bounds[0] != bounds[1]:
            unplaced = tuple(seen.loose) + (() if is_total else tuple(_undated(seen, rule)))
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
        unplaced,
        history=history,
        law=law,
    )


def _split(loose: Sequence[ContributionPeriod]) -> tuple[int, int, int]:
    """Months without places that certainly add to a total, as paid, back-paid and deemed."""
    back_paid = sum(p.at_least for p in loose if p.status is PaymentStatus.BACK_PAID)
    deemed = sum(p.at_least for p in loose if p.status is PaymentStatus.DEEMED)
    return sum(p.at_least for p in loose) - back_paid - deemed, back_paid, deemed


def _undated(seen: Tally, rule: CountingRule) -> Iterator[ContributionPeriod]:
    """Back-payments of which nobody says whether they were declared in time."""
    undated = [
        period
        for period in seen.periods
        if period.status is PaymentStatus.BACK_PAID
        and period.count is None
        and period.declared_on is None
    ]
    if rule.repair is not None:
        for stretch in stretches(undated):
            yield from stretch.holding


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
    rule, seen = _seen(history, kind, on, rule, law)
    if not (seen.paid or seen.deemed or seen.settled or seen.bought or seen.unknown or seen.loose):
        return ()
    worst = worst_world(seen, rule)
    best = best_world(seen, rule) if seen.loose or seen.unknown else worst
    if not best.counted:
        return ()
    edges = [best.counted[0][0] - 1, *(edge for pair in worst.counted for edge in pair), seen.month]
    found: list[Gap] = []
    for before, after in zip(edges[::2], edges[1::2], strict=True):
        gap = gap_between(before, after, seen, rule, worst)
        if gap is not None:
            found.append(gap)
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
    rule = chosen_rule(rule, kind)
    seen = seen_periods(history.as_of(as_day(on, "on")), kind, rule, None)
    areas = dict.fromkeys(p.area for p in seen if p.area is not None)
    return {
        area: _total(
            history, kind, on, rule, None, tally(history, kind, on, rule, _enrolled_in(area))
        )
        for area in areas
    }


def _enrolled_in(area: str) -> InArea:
    return lambda period: period.area == area
