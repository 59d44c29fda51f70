"""Bounds for months known only by their number: over all places that they can take.

A *placement* gives every counted span its months so that no key (kind, scheme, area, employer)
has two statuses or two bases in one month. The bounds below are sharp where counted spans are
disjoint, or equal, and not cut; elsewhere they are safe: they contain the truth. Days are left
out of it, so the bounds hold whether or not two rows of one month name two days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations, pairwise
from math import prod
from typing import Final

from .. import intervals
from ..intervals import Pairs
from ..model.contributions import ContributionPeriod, key_of
from ..model.stretches import clusters

__all__ = ["added_months"]

Counts = Callable[[ContributionPeriod], bool]

_SUBSETS_TRIED: Final = 8
_STATES_TRIED: Final = 5_000


def added_months(
    fixed: Pairs, periods: Sequence[ContributionPeriod], counts: Counts
) -> tuple[int, int]:
    """How many months counted spans add, at least and at most, to months that count anyway.

    Args:
        fixed: months that count, wherever the others lie.
        periods: all periods in sight, those with places and those without.
        counts: whether a period's months count.
    """
    spans = [period for period in periods if period.count is not None]
    plain = [period for period in periods if period.count is None]
    low = high = 0
    for cluster in clusters(spans):
        if not any(counts(span) for span in cluster):
            continue
        if len({span.months for span in cluster}) == 1:
            least, most = _equal_spans(fixed, plain, cluster, counts)
        else:
            alone = [_equal_spans(fixed, plain, [span], counts) for span in cluster]
            least = max(each[0] for each in alone)
            room = intervals.subtract(
                intervals.union(span.months.pair for span in cluster if counts(span)), fixed
            )
            most = min(sum(each[1] for each in alone), intervals.count(room))
        low += least
        high += most
    return low, high


def _equal_spans(
    fixed: Pairs,
    plain: Sequence[ContributionPeriod],
    spans: Sequence[ContributionPeriod],
    counts: Counts,
) -> tuple[int, int]:
    """Bounds for spans over the same months: key by key, then for all keys together."""
    whole = (spans[0].months.pair,)
    keys = dict.fromkeys(key_of(span) for span in spans)
    needs: list[int] = []
    caps: list[int] = []
    rooms: list[Pairs] = []
    for key in keys:
        own = [period for period in plain if key_of(period) == key]
        free = intervals.subtract(whole, intervals.union(period.months.pair for period in own))
        members = [span for span in spans if key_of(span) == key]
        natures = {(span.status, span.base) for span in members}
        need = blocked = cap = 0
        for nature in natures:
            rows = [span for span in members if (span.status, span.base) == nature]
            had = intervals.count(
                intervals.intersect(
                    whole,
                    intervals.union(
                        period.months.pair
                        for period in own
                        if (period.status, period.base) == nature
                    ),
                )
            )
            wanted = max(0, max(row.at_least for row in rows) - had)
            if counts(rows[0]):
                need += wanted
                cap += sum(row.at_most for row in rows)
            else:
                blocked += wanted
        room = intervals.subtract(free, fixed)
        free_months = intervals.count(free)
        room_months = intervals.count(room)
        needs.append(max(0, need - (free_months - room_months)))
        caps.append(min(cap, room_months, free_months - blocked))
        rooms.append(room)
    return _least_union(needs, rooms), _most_union(caps, rooms)


def _least_union(needs: Sequence[int], rooms: Sequence[Pairs]) -> int:
    """The fewest months that give every key its need; keys share months where both have room.

    Rooms that are equal share all months, so only the largest need of each counts. Beyond a few
    different rooms, or with large needs, pairs of keys give a bound that is safe.
    """
    by_room: dict[Pairs, int] = {}
    for need, room in zip(needs, rooms, strict=True):
        by_room[room] = max(need, by_room.get(room, 0))
    wanted = [(need, room) for room, need in by_room.items() if need]
    if prod(need + 1 for need, _ in wanted) <= _STATES_TRIED:
        return _fewest(tuple(need for need, _ in wanted), _shares([room for _, room in wanted]))
    least = max(need for need, _ in wanted)
    for (need, room), (other_need, other_room) in combinations(wanted, 2):
        shared = intervals.count(intervals.intersect(room, other_room))
        least = max(least, need + other_need - shared)
    return least


def _shares(rooms: Sequence[Pairs]) -> tuple[tuple[frozenset[int], int], ...]:
    """How many months lie in exactly which rooms, those in most rooms first."""
    edges = sorted({edge for room in rooms for a, b in room for edge in (a, b + 1)})
    shares: dict[frozenset[int], int] = {}
    for first, after in pairwise(edges):
        inside = frozenset(i for i, room in enumerate(rooms) if intervals.clip(room, first, first))
        shares[inside] = shares.get(inside, 0) + after - first
    return tuple(sorted(shares.items(), key=lambda item: -len(item[0])))


def _fewest(needs: tuple[int, ...], shares: tuple[tuple[frozenset[int], int], ...]) -> int:
    """The fewest months to take from shares so that every room gets its need."""

    @cache
    def fewest(left: tuple[int, ...], index: int) -> int:
        if not any(left):
            return 0
        if index == len(shares):
            return intervals.FOREVER
        rooms, months = shares[index]
        most = min(months, max((left[room] for room in rooms), default=0))
        return min(
            taken
            + fewest(
                tuple(max(0, n - taken) if i in rooms else n for i, n in enumerate(left)),
                index + 1,
            )
            for taken in range(most + 1)
        )

    return fewest(needs, 0)


def _most_union(caps: Sequence[int], rooms: Sequence[Pairs]) -> int:
    """The most months that the keys can fill together: the smallest cut between caps and rooms."""
    indices = range(len(caps))
    if len(caps) > _SUBSETS_TRIED:
        return min(sum(caps), intervals.count(intervals.union(sum(rooms, ()))))
    most = sum(caps)
    for size in range(len(caps)):
        for capped in combinations(indices, size):
            open_rooms = [pair for index in indices if index not in capped for pair in rooms[index]]
            cut = sum(caps[index] for index in capped) + intervals.count(
                intervals.union(open_rooms)
            )
            most = min(most, cut)
    return most
