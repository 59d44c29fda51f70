"""The algebra of intervals agrees with plain sets of integers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shebao import intervals

RAW = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 8)).map(lambda pair: (pair[0], sum(pair))),
    max_size=7,
)
SETS = RAW.map(intervals.union)


def _integers(pairs: intervals.Pairs | list[tuple[int, int]]) -> set[int]:
    return {number for first, last in pairs for number in range(first, last + 1)}


def _is_canonical(pairs: intervals.Pairs) -> bool:
    return all(first <= last for first, last in pairs) and all(
        one[1] + 1 < other[0] for one, other in pairwise(pairs)
    )


@given(RAW)
def test_a_union_of_any_pairs_is_canonical(pairs: list[tuple[int, int]]) -> None:
    """Pairs in any order and overlap become one sorted, disjoint form that holds the same."""
    joined = intervals.union(pairs)
    assert _integers(pairs) == _integers(joined)
    assert _is_canonical(joined)
    assert joined == intervals.union(iter(joined))


@given(SETS, SETS)
def test_the_meeting_of_two_sets_holds_what_both_hold(
    left: intervals.Pairs, right: intervals.Pairs
) -> None:
    """An integer is in the intersection if it is in both sets."""
    both = intervals.intersect(left, right)
    assert _integers(left) & _integers(right) == _integers(both)
    assert _is_canonical(both)


@given(SETS, SETS)
def test_a_difference_holds_what_only_the_left_holds(
    left: intervals.Pairs, right: intervals.Pairs
) -> None:
    """An integer is in the difference if it is in the left set and not in the right one."""
    rest = intervals.subtract(left, right)
    assert _integers(left) - _integers(right) == _integers(rest)
    assert _is_canonical(rest)


@given(SETS, st.integers(-2, 50), st.integers(-2, 50))
def test_a_clipped_set_lies_between_its_bounds(held: intervals.Pairs, low: int, high: int) -> None:
    """Clipping keeps what lies from low to high, both included."""
    if low <= high:
        part = intervals.clip(held, low, high)
        assert {number for number in _integers(held) if low <= number <= high} == _integers(part)
        assert _is_canonical(part)


@given(SETS)
def test_a_count_is_the_number_of_integers(held: intervals.Pairs) -> None:
    """Intervals count both their ends."""
    assert len(_integers(held)) == intervals.count(held)


def test_intervals_at_their_borders() -> None:
    """Neighbours are joined, one integer apart they are not, and both ends belong."""
    assert ((1, 4),) == intervals.union([(3, 4), (1, 2)])
    assert ((1, 2), (4, 5)) == intervals.union([(4, 5), (1, 2)])
    assert ((1, 9),) == intervals.union([(1, 9), (2, 3)])
    assert () == intervals.union([])
    assert ((2, 2),) == intervals.intersect(((1, 2),), ((2, 3),))
    assert () == intervals.intersect(((1, 2),), ((3, 4),))
    assert ((1, 1), (3, 3)) == intervals.subtract(((1, 3),), ((2, 2),))
    assert () == intervals.subtract(((1, 3),), ((0, 9),))
    assert ((3, 3), (8, 8)) == intervals.clip(((1, 3), (8, 9)), 3, 8)
    assert 0 == intervals.count(())


@given(SETS, SETS, st.integers(0, 9))
def test_runs_are_parted_by_more_open_integers_than_are_bridged(
    pairs: intervals.Pairs, held: intervals.Pairs, bridging: int
) -> None:
    """Two neighbours are of one run if at most ``bridging`` integers between them are not held."""
    expected: list[list[tuple[int, int]]] = []
    for pair in pairs:
        before = expected[-1][-1] if expected else None
        gap = set() if before is None else set(range(before[1] + 1, pair[0])) - _integers(held)
        if before is not None and len(gap) <= bridging:
            expected[-1].append(pair)
        else:
            expected.append([pair])
    runs = list(intervals.runs_backwards(pairs, held, bridging))
    assert [tuple(run) for run in reversed(expected)] == runs


def test_held_integers_neither_count_nor_part() -> None:
    """A gap of three of which two are held is a gap of one; the last run comes first."""
    pairs = ((1, 2), (6, 7))
    assert [((6, 7),), ((1, 2),)] == list(intervals.runs_backwards(pairs, (), 2))
    assert [((6, 7),), ((1, 2),)] == list(intervals.runs_backwards(pairs, ((3, 4),), 0))
    assert [pairs] == list(intervals.runs_backwards(pairs, ((3, 4),), 1))
    assert [pairs] == list(intervals.runs_backwards(pairs, ((2, 6),), 0))
    assert [] == list(intervals.runs_backwards((), ((2, 6),), 0))
