"""Sets of months obey the laws of sets, and have one form each."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth
from strategies import month_sets

UNIVERSE = MonthSet([MonthSpan("2020-01", "2023-12")])
SETS = month_sets(YearMonth(2020, 1), YearMonth(2023, 12), longest=12)
NOTHING = MonthSet()


@given(SETS, SETS)
def test_operations_agree_with_python_sets(left: MonthSet, right: MonthSet) -> None:
    """Union, intersection, difference and inclusion are those of the months one by one."""
    one, other = set(left), set(right)
    assert one | other == set(left | right)
    assert one & other == set(left & right)
    assert one - other == set(left - right)
    assert one ^ other == set(left ^ right)
    assert (one <= other) == (left <= right)
    assert (one == other) == (left == right)
    assert len(one) == len(left)
    assert bool(one) == bool(left)


@given(SETS)
def test_membership_is_that_of_the_months(held: MonthSet) -> None:
    """A month is in a set if and only if the set gives it, and it gives them in order, once."""
    listed = list(held)
    assert sorted(set(listed)) == listed
    assert listed == [month for month in UNIVERSE if month in held]


@given(SETS)
def test_nothing_and_everything_are_neutral(held: MonthSet) -> None:
    """No months add nothing, all months restrict nothing."""
    assert held == held | NOTHING
    assert held == held & UNIVERSE
    assert held == held - NOTHING
    assert held == held ^ NOTHING
    assert NOTHING == held & NOTHING
    assert UNIVERSE == held | UNIVERSE
    assert NOTHING == held - UNIVERSE


@given(SETS)
def test_a_set_with_itself_is_itself(held: MonthSet) -> None:
    """Joining or meeting a set with itself changes nothing, taking it from itself leaves nothing."""
    twice = MonthSet(held.spans)
    assert held == held | twice
    assert held == held & twice
    assert NOTHING == held - twice
    assert NOTHING == held ^ twice
    assert held <= twice


@given(SETS, SETS)
def test_the_order_of_two_sets_does_not_matter(left: MonthSet, right: MonthSet) -> None:
    """Union, intersection and symmetric difference commute."""
    assert left | right == right | left
    assert left & right == right & left
    assert left ^ right == right ^ left


@given(SETS, SETS, SETS)
def test_brackets_do_not_matter(left: MonthSet, middle: MonthSet, right: MonthSet) -> None:
    """Union, intersection and symmetric difference are associative."""
    assert (left | middle) | right == left | (middle | right)
    assert (left & middle) & right == left & (middle & right)
    assert (left ^ middle) ^ right == left ^ (middle ^ right)


@given(SETS, SETS, SETS)
def test_operations_distribute(left: MonthSet, middle: MonthSet, right: MonthSet) -> None:
    """Intersection distributes over union and difference, and union over intersection."""
    assert left & (middle | right) == (left & middle) | (left & right)
    assert left | (middle & right) == (left | middle) & (left | right)
    assert left & (middle - right) == (left & middle) - (left & right)


@given(SETS, SETS)
def test_what_is_missing_of_both_is_missing_of_each(left: MonthSet, right: MonthSet) -> None:
    """The complement of a union is the meeting of complements, and the other way round."""
    assert UNIVERSE - (left | right) == (UNIVERSE - left) & (UNIVERSE - right)
    assert UNIVERSE - (left & right) == (UNIVERSE - left) | (UNIVERSE - right)
    assert left == UNIVERSE - (UNIVERSE - left)
    assert left - right == left & (UNIVERSE - right)


@given(SETS, SETS)
def test_a_set_absorbs_its_parts(left: MonthSet, right: MonthSet) -> None:
    """What two sets share adds nothing to either, and no month is counted twice."""
    assert left == left | (left & right)
    assert left == left & (left | right)
    assert len(left) + len(right) == len(left | right) + len(left & right)


@given(SETS, SETS)
def test_every_result_has_the_one_form(left: MonthSet, right: MonthSet) -> None:
    """Spans of any result are sorted and neither meet nor touch; equal sets have equal spans."""
    for result in (left, left | right, left & right, left - right, left ^ right, left.gaps()):
        assert all(one.last + 1 < other.first for one, other in pairwise(result.spans))
        assert result.spans == MonthSet(list(result)).spans
        assert hash(result) == hash(MonthSet(list(result)))


@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_its_months_does_not_matter(held: MonthSet, random: object) -> None:
    """A set made of its months in any order, even repeated, is the same set."""
    listed = [*held, *held]
    random.shuffle(listed)  # type: ignore[attr-defined]
    assert held == MonthSet(listed)


@given(SETS)
def test_gaps_fill_a_set_to_one_span(held: MonthSet) -> None:
    """A set and its gaps share nothing and are together the span from its first to its last month."""
    assert NOTHING == held & held.gaps()
    listed = list(held)
    whole = MonthSet([MonthSpan(listed[0], listed[-1])]) if listed else NOTHING
    assert whole == held | held.gaps()
    assert max(0, len(held.spans) - 1) == len(held.gaps().spans)


@given(SETS, st.integers(0, 12))
def test_runs_are_the_set_cut_at_wide_gaps(held: MonthSet, bridging: int) -> None:
    """Gaps inside a run are bridged, gaps between runs are not, and no month is lost or added."""
    runs = held.runs(bridging=bridging)
    assert list(held) == [month for run in runs for month in run]
    assert all(len(gap) <= bridging for run in runs for gap in run.gaps().spans)
    assert all(
        one.spans[0].first - other.spans[-1].last - 1 > bridging for other, one in pairwise(runs)
    )


@given(SETS, st.integers(0, 12), st.integers(0, 12))
def test_more_bridging_never_parts_a_run(held: MonthSet, bridging: int, more: int) -> None:
    """Each run lies inside one run under a wider bridging, so that runs only become fewer."""
    narrow, wide = held.runs(bridging=bridging), held.runs(bridging=bridging + more)
    assert len(wide) <= len(narrow)
    assert all(any(run <= other for other in wide) for run in narrow)


@given(SETS)
def test_without_bridging_runs_are_the_spans(held: MonthSet) -> None:
    """Months in a row are a run; the widest gap bridged, all is one run."""
    assert tuple(MonthSet([span]) for span in held.spans) == held.runs()
    widest = max((len(gap) for gap in held.gaps().spans), default=0)
    assert ((held,) if held else ()) == held.runs(bridging=widest)
