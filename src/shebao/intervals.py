"""Algebra of integer intervals, the engine below months.

A *set* here is a tuple of ``(first, last)`` pairs, inclusive at both ends, sorted, disjoint and
not adjacent: one set has one form. All functions are linear in the number of pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["FOREVER", "Pairs", "clip", "count", "intersect", "runs_backwards", "subtract", "union"]

#: Later than any month there is.
FOREVER: Final = 10**6

Pair = tuple[int, int]
Pairs = tuple[Pair, ...]


def union(pairs: Iterable[Pair]) -> Pairs:
    """The canonical set of any pairs, in any order, overlapping or not.

    Example:
        >>> union([(5, 6), (1, 2), (3, 3)])
        ((1, 3), (5, 6))
    """
    out: list[Pair] = []
    top = None
    for first, last in sorted(pairs):
        if top is None or first > top + 1:
            out.append((first, last))
            top = last
        elif last > top:
            out[-1] = (out[-1][0], last)
            top = last
    return tuple(out)


def intersect(left: Pairs, right: Pairs) -> Pairs:
    """What lies in both sets.

    Example:
        >>> intersect(((1, 5), (8, 9)), ((4, 8),))
        ((4, 5), (8, 8))
    """
    out: list[Pair] = []
    i = j = 0
    while i < len(left) and j < len(right):
        first = max(left[i][0], right[j][0])
        last = min(left[i][1], right[j][1])
        if first <= last:
            out.append((first, last))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def subtract(left: Pairs, right: Pairs) -> Pairs:
    """What lies in the left set and not in the right one.

    Example:
        >>> subtract(((1, 9),), ((2, 3), (7, 20)))
        ((1, 1), (4, 6))
    """
    out: list[Pair] = []
    j = 0
    for first, last in left:
        start = first
        while j < len(right) and right[j][1] < start:
            j += 1
        k = j
        while k < len(right) and right[k][0] <= last:
            if right[k][0] > start:
                out.append((start, right[k][0] - 1))
            start = right[k][1] + 1
            k += 1
        if start <= last:
            out.append((start, last))
    return tuple(out)


def clip(pairs: Pairs, low: int, high: int) -> Pairs:
    """The part of a set from low to high, both inclusive.

    Example:
        >>> clip(((1, 5), (8, 9)), 3, 8)
        ((3, 5), (8, 8))
    """
    return tuple(
        (max(first, low), min(last, high)) for first, last in pairs if first <= high and last >= low
    )


def count(pairs: Iterable[Pair]) -> int:
    """How many integers the pairs of a set hold.

    Example:
        >>> count(((1, 3), (5, 6)))
        5
    """
    total = 0
    for first, last in pairs:
        total += last - first + 1
    return total


def runs_backwards(pairs: Pairs, held: Pairs, bridging: int) -> Iterator[Pairs]:
    """Runs of a set, the last one first: neighbours joined across short gaps.

    A gap is short if at most ``bridging`` integers lie open in it. Integers in ``held`` are not
    open: they neither count nor separate. Each gap is measured alone.

    Example:
        >>> list(runs_backwards(((1, 2), (5, 6), (11, 12)), (), 2))
        [((11, 12),), ((1, 2), (5, 6))]
        >>> list(runs_backwards(((1, 2), (5, 6), (11, 12)), ((8, 9),), 2))
        [((1, 2), (5, 6), (11, 12))]
    """
    end = len(pairs)
    for index in range(end - 1, 0, -1):
        before, after = pairs[index - 1][1], pairs[index][0]
        gap = after - before - 1
        if gap > bridging and held:
            gap -= count(clip(held, before + 1, after - 1))
        if gap > bridging:
            yield pairs[index:end]
            end = index
    if end:
        yield pairs[:end]
