"""Bounds of counts without places contain every placement; where the design says so, they are met.

All placements of small records are written out: counted spans of at most four months within ten.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import oracle
from shebao import (
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    counting,
)
from shebao.errors import ContradictionError
from shebao.months import MonthSpan, YearMonth
from shebao.terms import PaymentStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hypothesis.strategies import DrawFn, SearchStrategy

FIRST = YearMonth(2025, 1)
MONTHS = 10
AFTER = date(2026, 1, 29)
STATUSES = (
    PaymentStatus.PAID,
    PaymentStatus.PAID,
    PaymentStatus.BACK_PAID,
    PaymentStatus.BACK_PAID,
    PaymentStatus.ARREARS,
    PaymentStatus.DEFERRED,
    PaymentStatus.DEEMED,
)
DEFAULT = CountingRule.default(MEDICAL)


@st.composite
def spans(draw: DrawFn, longest: int = 4) -> MonthSpan:
    """Spans of some months within the ten."""
    start = draw(st.integers(0, MONTHS - 1))
    length = draw(st.integers(1, min(longest, MONTHS - start)))
    return MonthSpan(FIRST + start, FIRST + (start + length - 1))


@st.composite
def periods(
    draw: DrawFn, months: MonthSpan, *, counted: bool, with_days: bool = True
) -> ContributionPeriod:
    """Periods of one employer or another; back payments undated, in time or late."""
    status = draw(st.sampled_from(STATUSES))
    declared_on = None
    if with_days and status is PaymentStatus.BACK_PAID:
        declared_on = draw(st.sampled_from([None, date(2025, 2, 28), date(2025, 9, 30)]))
    count: int | tuple[int, int] | None = None
    if counted:
        low, high = sorted(draw(st.tuples(*[st.integers(1, max(1, len(months) - 1))] * 2)))
        count = draw(st.sampled_from([low, (low - 1, high)]))
    return ContributionPeriod(
        MEDICAL,
        months,
        base=draw(st.sampled_from([None, None, "4000"])),
        status=status,
        employer=draw(st.sampled_from([None, None, "Beta"])),
        declared_on=declared_on,
        count=count,
    )


def _record(items: Iterable[ContributionPeriod], *, most: int = 256) -> ContributionHistory:
    """The record of the periods, if they do not contradict each other and have few placements."""
    chosen: list[ContributionPeriod] = []
    for item in items:
        try:
            ContributionHistory([*chosen, item])
        except ContradictionError:
            continue
        if oracle.placements_tried([*chosen, item]) <= most:
            chosen.append(item)
    return ContributionHistory(chosen)


@st.composite
def records(draw: DrawFn) -> ContributionHistory:
    """Up to three counted spans, however they lie, and up to three periods with places."""
    counted = draw(st.lists(spans(), min_size=1, max_size=3))
    plain = draw(st.lists(spans(), max_size=3))
    items = [draw(periods(span, counted=len(span) > 1)) for span in counted]
    return _record([*items, *(draw(periods(span, counted=False)) for span in plain)])


@st.composite
def rules(draw: DrawFn, *, limited: bool = True, windowed: bool = True) -> CountingRule:
    """Rules that bridge, repair and limit."""
    limits = st.none() | st.integers(0, 2) if limited else st.none()
    return CountingRule(
        name="drawn",
        counts=draw(st.sampled_from([DEFAULT.counts, frozenset({PaymentStatus.PAID})])),
        holds=draw(st.sampled_from([DEFAULT.holds, frozenset()])),
        bridging=draw(st.integers(0, 2)),
        repair=draw(st.none() | st.integers(0, 3)),
        back_paid_limit=draw(limits),
        window=draw(st.none() | st.integers(3, 12)) if windowed else None,
    )


ONS = st.sampled_from([AFTER, date(2025, 11, 1), date(2025, 8, 31), date(2025, 6, 15)])


def _ledgers(history: ContributionHistory, rule: CountingRule, on: date) -> list[oracle.Ledger]:
    """What the months do in each placement, and with each day of an undated back payment."""
    undated = [p for p in history if p.status is PaymentStatus.BACK_PAID and p.declared_on is None]
    assume(len(undated) <= 2 or rule.repair is None)
    worlds = oracle.placements(list(history), on)
    made = dict.fromkeys(oracle.ledger(world, MEDICAL, on, rule) for world in worlds)
    assume(made)
    return list(made)


COUNTS: dict[str, Callable[[oracle.Ledger, CountingRule], int]] = {
    "cumulative": oracle.cumulative,
    "continuous": lambda seen, rule: len(oracle.continuous(seen, rule)),
    "longest": lambda seen, rule: len(oracle.longest(seen, rule)),
}


@pytest.mark.parametrize("name", COUNTS)
@given(records(), rules(limited=False), ONS)
def test_bounds_contain_every_placement(
    name: str, history: ContributionHistory, rule: CountingRule, on: date
) -> None:
    """Wherever the months lie, the true number is neither below nor above the bounds."""
    possible = {COUNTS[name](seen, rule) for seen in _ledgers(history, rule, on)}

    got = getattr(counting, name)(history, MEDICAL, on=on, rule=rule)

    assert got.at_least <= min(possible)
    assert max(possible) <= got.at_most


@pytest.mark.parametrize("name", COUNTS)
@given(records(), rules(), ONS)
def test_bounds_contain_every_placement_under_a_limit(
    name: str, history: ContributionHistory, rule: CountingRule, on: date
) -> None:
    """So it is where a rule limits the back-paid months."""
    assume(rule.back_paid_limit is not None)
    possible = {COUNTS[name](seen, rule) for seen in _ledgers(history, rule, on)}

    got = getattr(counting, name)(history, MEDICAL, on=on, rule=rule)

    assert got.at_least <= min(possible)
    assert max(possible) <= got.at_most


@given(records(), rules(limited=False), ONS)
def test_gaps_contain_every_placement(
    history: ContributionHistory, rule: CountingRule, on: date
) -> None:
    """Of the months of a gap's span, as many are uncovered in any placement as its bounds say."""
    ledgers = _ledgers(history, rule, on)

    for gap in counting.gaps(history, MEDICAL, on=on, rule=rule):
        inside = set(oracle.months_of(gap.span))
        for seen in ledgers:
            uncovered = {m for hole in oracle.holes(seen, rule) for m in hole.months}
            assert gap.at_least <= len(inside & uncovered) <= gap.at_most


@given(records(), rules(limited=False), ONS)
def test_a_certain_gap_is_listed(
    history: ContributionHistory, rule: CountingRule, on: date
) -> None:
    """A month that lies in a gap in every placement is listed in a gap."""
    certain = set.intersection(
        *(
            {month for hole in oracle.holes(seen, rule) for month in hole.months}
            for seen in _ledgers(history, rule, on)
        )
    )

    listed: set[int] = set()
    for gap in counting.gaps(history, MEDICAL, on=on, rule=rule):
        listed.update(oracle.months_of(gap.span))

    assert certain <= listed


def _draw_all(
    spans_: list[MonthSpan], plain: list[MonthSpan]
) -> SearchStrategy[list[ContributionPeriod]]:
    counted = [periods(s, counted=len(s) > 1, with_days=False) for s in spans_]
    placed = [periods(s, counted=False, with_days=False) for s in plain]
    return st.tuples(*placed, *counted).map(list)


@st.composite
def disjoint_records(draw: DrawFn) -> ContributionHistory:
    """Up to three counted spans of which no two share a month, among periods with places."""
    cuts = sorted(draw(st.sets(st.integers(0, MONTHS), min_size=2, max_size=4)))
    chosen = [MonthSpan(FIRST + low, FIRST + (high - 1)) for low, high in pairwise(cuts)]
    plain = draw(st.lists(spans(), max_size=3))
    return _record(draw(_draw_all(chosen, plain)), most=600)


@st.composite
def equal_records(draw: DrawFn) -> ContributionHistory:
    """Up to three counted spans over the same months, among periods with places."""
    chosen = [draw(spans(longest=5))] * draw(st.integers(1, 3))
    plain = draw(st.lists(spans(), max_size=3))
    return _record(draw(_draw_all(chosen, plain)), most=1000)


@given(disjoint_records(), rules(windowed=False))
def test_the_total_of_disjoint_spans_is_sharp(
    history: ContributionHistory, rule: CountingRule
) -> None:
    """Where no two counted spans share a month, some placement reaches either bound of the total."""
    _assert_sharp(history, rule, AFTER)


@given(equal_records(), rules(windowed=False))
def test_the_total_of_equal_spans_is_sharp(
    history: ContributionHistory, rule: CountingRule
) -> None:
    """Where all counted spans are of the same months, some placement reaches either bound."""
    _assert_sharp(history, rule, AFTER)


@given(disjoint_records(), rules(windowed=False), ONS)
def test_the_total_of_disjoint_spans_is_sharp_on_any_day(
    history: ContributionHistory, rule: CountingRule, on: date
) -> None:
    """A disjoint span that the day cuts keeps a number with bounds, and they are reached."""
    _assert_sharp(history.as_of(on), rule, on)


def _assert_sharp(history: ContributionHistory, rule: CountingRule, on: date) -> None:
    possible = {
        oracle.cumulative(oracle.ledger(world, MEDICAL, on, rule), rule)
        for world in oracle.placements(list(history), on)
    }

    got = counting.cumulative(history, MEDICAL, on=on, rule=rule)

    assert (min(possible), max(possible)) == (got.at_least, got.at_most)
