"""The uncovered months between two counted ones, in bounds where the record leaves months open."""

from __future__ import annotations

from .. import intervals
from ..intervals import Pairs
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..month_sets import MonthSet
from ..months import MonthSpan
from ..terms import PaymentStatus, Role
from .continuity import World
from .counts import Gap
from .tally import Tally

__all__ = ["gap_between"]


def gap_between(
    before: int, after: int, seen: Tally, rule: CountingRule, worst: World
) -> Gap | None:
    """The gap between two months that count, or after the last one, in bounds."""
    stretch = ((before + 1, after - 1),) if before + 1 < after else ()
    uncovered = intervals.subtract(stretch, worst.held)
    least, most = _maybe_covered(seen, rule, uncovered)
    months = intervals.count(uncovered)
    if months <= least:
        return None
    span = MonthSpan.from_ordinals(uncovered[0][0], uncovered[-1][1])
    is_first = not worst.counted or after == worst.counted[0][0]
    at_least = max(0, months - most)
    if is_first:
        at_least = min(at_least, _after_certain(seen, rule, uncovered))
    is_open = after == seen.month and (not worst.counted or before == worst.counted[-1][1])
    arrears = intervals.union(
        period.months.pair
        for period in seen.periods
        if period.status is PaymentStatus.ARREARS and period.count is None
    )
    in_arrears = MonthSet.from_pairs(intervals.intersect(uncovered, arrears))
    return Gap(at_least, months - least, span, is_open, in_arrears)


def _after_certain(seen: Tally, rule: CountingRule, uncovered: Pairs) -> int:
    """Uncovered months after the last place of a span that certainly counts before them."""
    ends = [
        period.months.pair[1]
        for period in seen.loose
        if period.at_least and _counts_for_certain(period, rule)
    ]
    if not ends:
        return 0
    after = intervals.clip(uncovered, min(ends) + 1, intervals.FOREVER)
    return max(0, intervals.count(after) - _maybe_covered(seen, rule, after)[1])


def _counts_for_certain(period: ContributionPeriod, rule: CountingRule) -> bool:
    """Whether it counts wherever it lies: not if it may have been bought in too long a gap."""
    return rule.role(period.status) is Role.COUNTS and (
        rule.repair is None or period.status is not PaymentStatus.BACK_PAID
    )


def _maybe_covered(seen: Tally, rule: CountingRule, uncovered: Pairs) -> tuple[int, int]:
    """How many months of a stretch open periods cover, in bounds.

    A month placed in a gap can also make it short enough for its bought months to count.
    """
    least = most = 0
    if rule.repair is not None and (seen.loose or seen.unknown):
        maybe = intervals.union(seen.unknown + seen.bought)
        most = intervals.count(intervals.intersect(maybe, uncovered))
    for period in seen.loose:
        if rule.role(period.status) is Role.BREAKS:
            continue
        room = intervals.count(intervals.intersect((period.months.pair,), uncovered))
        if rule.role(period.status) is Role.HOLDS or _counts_for_certain(period, rule):
            least = max(least, period.at_least - (len(period.months) - room))
        most += min(room, period.at_most)
    return least, most
