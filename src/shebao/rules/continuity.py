"""Runs of counted months: what bridges them, what repairs them, what breaks them.

Everything here is on integers: sets of month ordinals, as ``intervals`` makes them. Where a record
leaves months open, two worlds hold the truth between them: the worst and the best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from .. import intervals
from ..intervals import Pairs
from ..model.counting_rule import CountingRule
from ..terms import PaymentStatus, Role
from .tally import Tally

__all__ = ["World", "best_world", "last_run", "longest_run", "runs", "worst_world"]


@attrs.frozen
class World:
    """One way in which everything that is open about a record may have been.

    Attributes:
        counted: months that count for continuity.
        held: months that neither count nor break.
        back_paid: those of the counted that are back-paid only.
        limit: how many back-paid months a run may hold; None is any number.
        walls: months that no run may cross: back-paid or not, they could use up the limit.
    """

    counted: Pairs
    held: Pairs = ()
    back_paid: Pairs = ()
    limit: int | None = None
    walls: Pairs = ()


def worst_world(tally: Tally, rule: CountingRule) -> World:
    """Unknown back-payments bought in gaps, months without places nowhere."""
    if tally.is_simple:
        return World(tally.paid)
    solid = intervals.union(tally.paid + tally.deemed + tally.settled)
    bought = intervals.subtract(intervals.union(tally.bought + tally.unknown), solid)
    start = min(period.months.pair[0] for period in tally.periods)
    counted = _repaired(solid, bought, tally, rule, start)
    walls: Pairs = ()
    if rule.back_paid_limit is not None:
        walls = _open_back_paid(tally)
    back_paid = intervals.intersect(counted, tally.back_paid)
    return World(counted, tally.held, back_paid, rule.back_paid_limit, walls)


def best_world(tally: Tally, rule: CountingRule) -> World:
    """Unknown back-payments declared in time, months without places everywhere they may be.

    Neither uses up a limit here; who counts the months of a run has to mind it.
    """
    adding = [p for p in tally.loose if rule.role(p.status) is Role.COUNTS]
    holding = [p for p in tally.loose if rule.role(p.status) is Role.HOLDS]
    open_months = intervals.union(p.months.pair for p in adding)
    solid = intervals.union(tally.paid + tally.deemed + tally.settled + tally.unknown + open_months)
    bought = intervals.subtract(tally.bought, solid)
    start = min(
        p.months.pair[0] if p.count is None else p.months.pair[1] - p.at_least + 1
        for p in tally.periods
    )
    counted = _repaired(solid, bought, tally, rule, start)
    held = intervals.union(tally.held + tuple(p.months.pair for p in holding))
    open_back_paid = intervals.union(open_months + tally.unknown)
    back_paid = intervals.subtract(intervals.intersect(counted, tally.back_paid), open_back_paid)
    return World(counted, intervals.subtract(held, counted), back_paid, rule.back_paid_limit)


def _open_back_paid(tally: Tally) -> Pairs:
    """Months that may or may not be back-paid ones of the run."""
    loose = (p.months.pair for p in tally.loose if p.status is PaymentStatus.BACK_PAID)
    bought = tally.bought if tally.loose or tally.unknown else ()
    return intervals.union((*tally.unknown, *bought, *loose))


def _repaired(solid: Pairs, bought: Pairs, tally: Tally, rule: CountingRule, start: int) -> Pairs:
    """The months that count otherwise, and those bought in gaps that are short enough.

    Args:
        solid: months that count otherwise.
        bought: months bought in gaps.
        tally: the rest of the record.
        rule: the longest gap that can be repaired.
        start: the first month of the record.
    """
    if not bought or rule.repair is None:
        return intervals.union(solid + bought)
    edges = [start - 1, *(edge for pair in solid for edge in pair), tally.month]
    counted = list(solid)
    for before, after in zip(edges[::2], edges[1::2], strict=True):
        gap = (before + 1, after - 1)
        inside = intervals.clip(bought, *gap)
        if inside:
            held = intervals.count(intervals.clip(tally.held, *gap))
            if gap[1] - gap[0] + 1 - held <= rule.repair:
                counted += inside
    return intervals.union(counted)


def last_run(world: World, month: int, bridging: int) -> Pairs:
    """The run that is alive in a month, or nothing."""
    if not world.counted:
        return ()
    first, last = world.counted[-1][1] + 1, month - 1
    uncovered = last - first + 1
    if uncovered > bridging and world.held:
        uncovered -= intervals.count(intervals.clip(world.held, first, last))
    if uncovered > bridging:
        return ()
    counted = world.counted
    if world.walls:
        counted = intervals.clip(counted, world.walls[-1][1] + 1, month)
        if not counted:
            return ()
    run = next(intervals.runs_backwards(counted, world.held, bridging))
    return run if world.limit is None else _walk_back(run, world.back_paid, world.limit)


def longest_run(world: World, bridging: int) -> Pairs:
    """The run with the most months; of several the latest."""
    if world.limit is None:
        return max(runs(world, bridging), key=intervals.count, default=())
    best: Pairs = ()
    most = 0
    for run in runs(world, bridging):
        for part in _parts_within_limit(run, world.back_paid, world.limit):
            months = intervals.count(part)
            if months > most:
                best, most = part, months
    return best


def runs(world: World, bridging: int) -> Iterator[Pairs]:
    """All runs, the last one first; none crosses a wall."""
    if not world.walls:
        yield from intervals.runs_backwards(world.counted, world.held, bridging)
        return
    ends = [intervals.FOREVER, *(first - 1 for first, _ in reversed(world.walls))]
    starts = [*(last + 1 for _, last in reversed(world.walls)), 0]
    for start, end in zip(starts, ends, strict=True):
        inside = intervals.clip(world.counted, start, end)
        yield from intervals.runs_backwards(inside, world.held, bridging)


def _parts_within_limit(run: Pairs, back_paid: Pairs, limit: int) -> Sequence[Pairs]:
    """Stretches of a run that hold no more back-paid months than the limit, the longest of them.

    A stretch that begins inside a block of back-paid months can be moved later without loss until
    it begins right after the block or ends with the run.
    """
    first, last = run[0][0], run[-1][1]
    inside = intervals.clip(back_paid, first, last)
    starts = [first, *(end + 1 for _, end in inside if end < last)]
    parts = [_walk_on(intervals.clip(run, start, last), inside, limit) for start in starts]
    return [_walk_back(run, inside, limit), *reversed(parts)]


def _walk_back(run: Pairs, back_paid: Pairs, limit: int) -> Pairs:
    """The part of a run after the back-paid month that is one too many, walking back."""
    left = limit
    for first, last in reversed(intervals.clip(back_paid, run[0][0], run[-1][1])):
        if last - first + 1 > left:
            return intervals.clip(run, last - left + 1, run[-1][1])
        left -= last - first + 1
    return run


def _walk_on(run: Pairs, back_paid: Pairs, limit: int) -> Pairs:
    """The part of a run before the back-paid month that is one too many, walking on."""
    left = limit
    for first, last in intervals.clip(back_paid, run[0][0], run[-1][1]):
        if last - first + 1 > left:
            return intervals.clip(run, run[0][0], first + left - 1)
        left -= last - first + 1
    return run
