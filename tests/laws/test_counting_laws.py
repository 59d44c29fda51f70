"""Laws of counting: what holds for any record, any rule and any day."""

from __future__ import annotations

import pickle
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from shebao import PENSION, ContributionHistory, ContributionPeriod, CountingRule, counting
from shebao.months import MonthSpan, YearMonth
from shebao.terms import PaymentStatus, Scheme
from strategies import SMALL, days, histories

if TYPE_CHECKING:
    from datetime import date

    from hypothesis.strategies import DrawFn

RUNS = ("continuous", "longest")
NAMES = ("cumulative", *RUNS)
#: An employer that no drawn record names.
OTHER = "another employer"


@st.composite
def rules(draw: DrawFn, *, limited: bool = True, windowed: bool = True) -> CountingRule:
    """Rules that bridge, repair, limit and look back."""
    default = CountingRule.default(PENSION)
    return CountingRule(
        name="drawn",
        schemes=draw(st.sampled_from([default.schemes, frozenset(Scheme)])),
        counts=draw(st.sampled_from([default.counts, frozenset({PaymentStatus.PAID})])),
        holds=draw(st.sampled_from([default.holds, frozenset()])),
        bridging=draw(st.integers(0, 4)),
        repair=draw(st.none() | st.integers(0, 4)),
        back_paid_limit=draw(st.none() | st.integers(0, 4)) if limited else None,
        window=draw(st.none() | st.integers(1, 18)) if windowed else None,
    )


RECORDS = histories(PENSION, within=SMALL, longest=9)
PLACED = histories(PENSION, within=SMALL, longest=9, with_counts=False)
DAYS = days(SMALL.first, SMALL.last + 2)


def _bounds(
    name: str, history: ContributionHistory, on: date, rule: CountingRule
) -> tuple[int, int]:
    count = getattr(counting, name)(history, PENSION, on=on, rule=rule)
    return count.at_least, count.at_most


@given(RECORDS, DAYS, rules())
def test_a_run_is_no_longer_than_the_longest_nor_that_than_the_total(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """Continuous months are at most those of the longest run, and these at most the cumulative."""
    total = _bounds("cumulative", history, on, rule)
    alive = _bounds("continuous", history, on, rule)
    longest = _bounds("longest", history, on, rule)

    assert alive[0] <= longest[0] <= total[0]
    assert alive[1] <= longest[1] <= total[1]


@given(RECORDS, DAYS, rules())
def test_the_lower_bound_is_not_above_the_upper(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """A count has at least nothing, at least no more than at most, at most the months in sight."""
    in_sight = {month for period in history for month in period.months if month <= _month(on)}

    for name in NAMES:
        least, most = _bounds(name, history, on, rule)

        assert 0 <= least <= most <= len(in_sight)


def _month(on: date) -> YearMonth:
    return YearMonth(on.year, on.month)


@given(RECORDS, DAYS, rules())
def test_gaps_are_past_apart_and_in_order(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """Gaps follow each other, hold a month at most, end before the month of the day; one is open."""
    found = counting.gaps(history, PENSION, on=on, rule=rule)

    assert all(0 <= gap.at_least <= gap.at_most <= len(gap.span) for gap in found)
    assert all(gap.at_most >= 1 for gap in found)
    assert all(a.span.last < b.span.first for a, b in pairwise(found))
    assert all(gap.span.last < _month(on) for gap in found)
    assert not any(gap.is_open for gap in found[:-1])


@given(RECORDS, DAYS, rules(), st.integers(1, 4))
def test_more_bridging_never_shortens_a_run(
    history: ContributionHistory, on: date, rule: CountingRule, more: int
) -> None:
    """A rule that bridges more months never gives a shorter run."""
    wider = attrs.evolve(rule, bridging=rule.bridging + more)

    for name in RUNS:
        low, high = _bounds(name, history, on, rule)
        wider_low, wider_high = _bounds(name, history, on, wider)

        assert low <= wider_low
        assert high <= wider_high


@given(RECORDS, DAYS, rules(limited=False), st.none() | st.integers(1, 4))
def test_more_repair_never_shortens_a_run(
    history: ContributionHistory, on: date, rule: CountingRule, more: int | None
) -> None:
    """A rule that repairs longer gaps never gives a shorter run, where back payments have no limit."""
    assume(rule.repair is not None)
    wider = attrs.evolve(rule, repair=None if more is None else (rule.repair or 0) + more)

    for name in RUNS:
        low, high = _bounds(name, history, on, rule)
        wider_low, wider_high = _bounds(name, history, on, wider)

        assert low <= wider_low
        assert high <= wider_high


@given(RECORDS, DAYS, rules(), st.integers(0, 4), st.none() | st.integers(0, 4))
def test_the_total_knows_no_gaps(
    history: ContributionHistory, on: date, rule: CountingRule, bridging: int, repair: int | None
) -> None:
    """Bridging and repair are about runs: the cumulative months do not depend on them."""
    other = attrs.evolve(rule, bridging=bridging, repair=repair)

    assert _bounds("cumulative", history, on, rule) == _bounds("cumulative", history, on, other)


@given(RECORDS, DAYS, rules(), st.integers(1, 4))
def test_a_higher_limit_never_lowers_a_count(
    history: ContributionHistory, on: date, rule: CountingRule, more: int
) -> None:
    """A rule that lets more back-paid months count never counts fewer months."""
    assume(rule.back_paid_limit is not None)
    wider = attrs.evolve(rule, back_paid_limit=(rule.back_paid_limit or 0) + more)

    for name in NAMES:
        low, high = _bounds(name, history, on, rule)
        wider_low, wider_high = _bounds(name, history, on, wider)

        assert low <= wider_low
        assert high <= wider_high


@given(RECORDS, DAYS, rules(windowed=False), st.integers(0, 400))
def test_the_total_never_falls_as_days_pass(
    history: ContributionHistory, on: date, rule: CountingRule, later: int
) -> None:
    """Months that count on a day count on every later one, where the rule has no window."""
    before = counting.cumulative(history, PENSION, on=on, rule=rule)
    after = counting.cumulative(history, PENSION, on=on + timedelta(later), rule=rule)

    assert before.at_least <= after.at_least


@st.composite
def rewritten(draw: DrawFn) -> tuple[ContributionHistory, ContributionHistory]:
    """A record, and the same one with its periods split, repeated, and in another order."""
    history = draw(RECORDS)
    written: list[ContributionPeriod] = []
    for period in history:
        parts = [period]
        if period.count is None and len(period.months) > 1:
            cut = draw(st.integers(0, len(period.months) - 1))
            parts = _split(period, cut)
        written += parts * draw(st.integers(1, 2))
    return history, ContributionHistory(draw(st.permutations(written)))


def _split(period: ContributionPeriod, cut: int) -> list[ContributionPeriod]:
    """The two parts of a period at a month; at the first, the whole of it."""
    first, last = period.months.first, period.months.last
    spans = [MonthSpan(first, first + (cut - 1)), MonthSpan(first + cut, last)] if cut else []
    return [attrs.evolve(period, months=span) for span in spans or [period.months]]


@given(rewritten(), DAYS, rules())
def test_writing_a_record_otherwise_changes_no_count(
    records: tuple[ContributionHistory, ContributionHistory],
    on: date,
    rule: CountingRule,
) -> None:
    """Split, merged, permuted or repeated periods say the same, and count the same."""
    history, other = records

    for name in NAMES:
        one = getattr(counting, name)(history, PENSION, on=on, rule=rule)
        two = getattr(counting, name)(other, PENSION, on=on, rule=rule)

        assert one == two
        assert dict(one.left_out) == dict(two.left_out)


@given(rewritten(), DAYS, rules())
def test_writing_a_record_otherwise_changes_no_gap(
    records: tuple[ContributionHistory, ContributionHistory], on: date, rule: CountingRule
) -> None:
    """Nor do the gaps change."""
    history, other = records

    expected = counting.gaps(history, PENSION, on=on, rule=rule)

    assert expected == counting.gaps(other, PENSION, on=on, rule=rule)


@given(rewritten(), DAYS)
def test_writing_a_record_otherwise_changes_no_overlap(
    records: tuple[ContributionHistory, ContributionHistory], on: date
) -> None:
    """Nor do the months that are held twice, nor whether they may be."""
    doubled = [
        {
            (month, overlap.is_permitted)
            for overlap in counting.overlaps(record, PENSION, on=on)
            for month in overlap.span
        }
        for record in records
    ]

    assert doubled[0] == doubled[1]


@given(PLACED, DAYS)
def test_a_month_is_doubled_if_two_keys_hold_it(history: ContributionHistory, on: date) -> None:
    """Overlaps are the months under more than one scheme, area or employer: one has to go."""
    record = history.as_of(on)
    holding = {
        month: {(p.scheme, p.area, p.employer) for p in record if month in p.months}
        for period in record
        for month in period.months
    }
    expected = {(month, False) for month, keys in holding.items() if len(keys) > 1}

    found = counting.overlaps(history, PENSION, on=on)

    assert expected == {(m, overlap.is_permitted) for overlap in found for m in overlap.span}
    assert all(
        o.span.first in p.months and o.span.last in p.months for o in found for p in o.periods
    )


@given(RECORDS, DAYS, rules(), st.integers(0, 30))
def test_one_more_paid_month_never_lowers_the_total(
    history: ContributionHistory, on: date, rule: CountingRule, shift: int
) -> None:
    """A paid month that the record does not hold never lowers the cumulative months."""
    month = SMALL.first + (shift - 6)
    assume(not any(month in period.months for period in history))
    richer = history.adding([ContributionPeriod(PENSION, MonthSpan(month, month), employer=OTHER)])

    low, high = _bounds("cumulative", history, on, rule)
    richer_low, richer_high = _bounds("cumulative", richer, on, rule)

    assert low <= richer_low
    assert high <= richer_high


@given(RECORDS, DAYS, rules())
def test_a_count_sees_the_record_as_it_stood(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """Counting a record on a day is counting the record as of that day."""
    for name in NAMES:
        assert _bounds(name, history, on, rule) == _bounds(name, history.as_of(on), on, rule)


@given(PLACED, DAYS, rules())
def test_the_parts_of_a_certain_count_add_up(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """Paid, back-paid and deemed months are together what counts, where that is certain."""
    counts = [getattr(counting, name)(history, PENSION, on=on, rule=rule) for name in NAMES]

    for count in counts:
        if count.at_least == count.at_most:
            parts = (count.paid_months, count.back_paid_months, count.deemed_months)

            assert count.months == sum(parts)


@given(RECORDS, DAYS, rules())
def test_a_count_survives_pickling(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """A count that was pickled is the same count, and says the same of what it left out."""
    for name in NAMES:
        count = getattr(counting, name)(history, PENSION, on=on, rule=rule)

        again = pickle.loads(pickle.dumps(count))  # noqa: S301  (its own pickle)

        assert count == again
        assert count.left_out == again.left_out
        assert count.unplaced == again.unplaced


@given(RECORDS, DAYS, rules())
def test_gaps_and_overlaps_survive_pickling(
    history: ContributionHistory, on: date, rule: CountingRule
) -> None:
    """Gaps and overlaps that were pickled are the same."""
    found = (
        counting.gaps(history, PENSION, on=on, rule=rule),
        counting.overlaps(history, PENSION, on=on),
    )

    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301  (its own pickle)
