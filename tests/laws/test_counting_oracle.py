"""The library counts as a walk over the months does: any record without counts, any rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import oracle
from shebao import MATERNITY, MEDICAL, PENSION, ContributionHistory, CountingRule, counting
from shebao.model.counting_rule import MATERNITY_MERGED_FROM
from shebao.months import MonthSpan, YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import days, histories

if TYPE_CHECKING:
    from datetime import date

    from hypothesis.strategies import DrawFn, SearchStrategy

WITHIN = MonthSpan("2018-07", "2021-06")

Case = tuple[ContributionHistory, InsuranceKind, "date", CountingRule]


@st.composite
def rules(draw: DrawFn) -> CountingRule:
    """Rules of any statuses, schemes and limits; half of them leave the statuses as they are."""
    roles = draw(st.none() | st.fixed_dictionaries({s: st.integers(0, 2) for s in PaymentStatus}))
    default = CountingRule(name="default statuses")
    return CountingRule(
        name="drawn",
        counts=default.counts if roles is None else frozenset(s for s in roles if roles[s] == 0),
        holds=default.holds if roles is None else frozenset(s for s in roles if roles[s] == 1),
        schemes=draw(st.just(default.schemes) | st.frozensets(st.sampled_from(Scheme), min_size=1)),
        bridging=draw(st.integers(0, 4)),
        repair=draw(st.none() | st.integers(0, 4)),
        back_paid_limit=draw(st.none() | st.integers(0, 3)),
        window=draw(st.none() | st.integers(1, 30)),
        merged_from=draw(st.sampled_from([None, MATERNITY_MERGED_FROM])),
    )


@st.composite
def cases(draw: DrawFn) -> Case:
    """A record of pension or maternity insurance, a day and a rule."""
    kind = draw(st.sampled_from([PENSION, PENSION, MATERNITY]))
    periods = [*draw(_records(kind))]
    if kind is MATERNITY:
        periods += draw(_records(MEDICAL))
    on = draw(days(WITHIN.first, WITHIN.last + 3))
    return ContributionHistory(periods), kind, on, draw(rules())


def _records(kind: InsuranceKind) -> SearchStrategy[ContributionHistory]:
    return histories(kind, within=WITHIN, longest=14, with_counts=False)


def _ledgers(case: Case) -> list[oracle.Ledger]:
    """The ledger of every world, the same one once."""
    history, kind, on, rule = case
    made = [oracle.ledger(w, kind, on, rule) for w in _worlds(history, on, rule)]
    return list(dict.fromkeys(made))


def _worlds(
    history: ContributionHistory, on: date, rule: CountingRule
) -> list[list[oracle.Placed]]:
    if rule.repair is None or PaymentStatus.BACK_PAID not in rule.counts:
        return [[oracle.Placed(p, oracle.months_of(p.months)) for p in history]]
    tried = 1
    for period in history:
        is_undated = period.status is PaymentStatus.BACK_PAID and period.declared_on is None
        tried *= len(period.months) + 1 if is_undated else 1
    assume(tried <= 256)
    return list(oracle.readings(list(history), on))


def _is_certain(case: Case) -> bool:
    return len(_ledgers(case)) == 1


def _ends(months: list[int]) -> MonthSpan | None:
    if not months:
        return None
    return MonthSpan(YearMonth.from_ordinal(months[0]), YearMonth.from_ordinal(months[-1]))


@given(cases())
def test_the_total_is_the_number_of_months_that_count(case: Case) -> None:
    """The cumulative months are those of the walk, whenever back payments were declared."""
    history, kind, on, rule = case

    expected = {oracle.cumulative(seen, rule) for seen in _ledgers(case)}

    assert expected == {counting.cumulative(history, kind, on=on, rule=rule).months}


@given(cases())
def test_the_run_that_is_alive_is_that_of_the_walk_back(case: Case) -> None:
    """The continuous months and the ends of the run are those of the walk back from the last."""
    assume(_is_certain(case))
    history, kind, on, rule = case
    months = oracle.continuous(_ledgers(case)[0], rule)

    got = counting.continuous(history, kind, on=on, rule=rule)

    assert (len(months), _ends(months)) == (got.months, got.span)


@given(cases())
def test_the_longest_run_is_that_of_the_walks_back(case: Case) -> None:
    """The longest run is the longest that any of its months ends; of several the latest."""
    assume(_is_certain(case))
    history, kind, on, rule = case
    months = oracle.longest(_ledgers(case)[0], rule)

    got = counting.longest(history, kind, on=on, rule=rule)

    assert (len(months), _ends(months)) == (got.months, got.span)


@given(cases())
def test_gaps_are_the_uncovered_months_between_counted_ones(case: Case) -> None:
    """Gaps are the stretches that the walk finds between counted months and after the last."""
    assume(_is_certain(case))
    history, kind, on, rule = case
    expected = [
        (len(hole.months), _ends(list(hole.months)), hole.is_open)
        for hole in oracle.holes(_ledgers(case)[0], rule)
    ]

    got = counting.gaps(history, kind, on=on, rule=rule)

    assert expected == [(gap.months, gap.span, gap.is_open) for gap in got]


@given(cases())
def test_a_run_is_split_into_what_its_months_are(case: Case) -> None:
    """Of the months of a run, deemed and back-paid ones are those that are nothing better."""
    assume(_is_certain(case))
    history, kind, on, rule = case
    seen = _ledgers(case)[0]
    months = set(oracle.continuous(seen, rule))

    got = counting.continuous(history, kind, on=on, rule=rule)

    expected = (
        len(months & seen.paid),
        len(months & (seen.back_paid | seen.bought)),
        len(months & seen.deemed),
    )
    assert expected == (got.paid_months, got.back_paid_months, got.deemed_months)


@given(cases())
def test_the_stretch_that_broke_a_run_lies_before_it(case: Case) -> None:
    """Where back payments are not limited, what broke a run is the gap before it, or the open one."""
    assume(_is_certain(case))
    history, kind, on, rule = case
    assume(rule.back_paid_limit is None)
    seen = _ledgers(case)[0]
    months = oracle.continuous(seen, rule)
    found = oracle.holes(seen, rule)
    before = [h.months for h in found if not months or h.months[-1] < months[0]]
    expected = _ends(list(before[-1])) if before else None

    got = counting.continuous(history, kind, on=on, rule=rule)

    assert expected == got.broken_by


@pytest.mark.parametrize("name", ["continuous", "longest"])
@given(case=cases())
def test_bounds_hold_for_every_day_of_declaration(name: str, case: Case) -> None:
    """Whenever undated back payments were declared, the run lies within the bounds."""
    history, kind, on, rule = case
    count = {"continuous": oracle.continuous, "longest": oracle.longest}[name]
    possible = {len(count(seen, rule)) for seen in _ledgers(case)}

    got = getattr(counting, name)(history, kind, on=on, rule=rule)

    assert got.at_least <= min(possible)
    assert max(possible) <= got.at_most


@pytest.mark.parametrize("name", ["continuous", "longest"])
@given(case=cases())
def test_bounds_are_all_late_and_all_in_time(name: str, case: Case) -> None:
    """Where back payments are not limited, both bounds are reached: all too late, all in time."""
    history, kind, on, rule = case
    assume(rule.back_paid_limit is None)
    count = {"continuous": oracle.continuous, "longest": oracle.longest}[name]
    possible = {len(count(seen, rule)) for seen in _ledgers(case)}

    got = getattr(counting, name)(history, kind, on=on, rule=rule)

    assert (got.at_least, got.at_most) == (min(possible), max(possible))
