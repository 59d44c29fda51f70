"""The record as it stood on a day: what holds for every record and every pair of days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao.model.contradictions import check_contradictions
from shebao.model.contributions import key_of
from shebao.model.history import ContributionHistory
from shebao.months import YearMonth
from shebao.terms import PaymentStatus, Scheme
from strategies import SMALL, days, histories, periods

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shebao.model.contributions import ContributionPeriod

PAID, BACK_PAID = PaymentStatus.PAID, PaymentStatus.BACK_PAID
GOOD = (PAID, BACK_PAID, PaymentStatus.DEEMED)
ABSENT, AHEAD, UNKNOWN = "absent", "prepaid", "unknown origin"

Said = tuple[object, YearMonth, object]


@composite
def _days_of(draw: DrawFn, history: ContributionHistory) -> date:
    """A day on which the record changes, the day before or after, or any about its months."""
    turns = [
        day
        for period in history
        for day in (
            period.declared_on,
            period.settled_on,
            period.months.first.first_day,
            (period.months.last + 1).first_day,
        )
        if day is not None
    ]
    any_day = days(SMALL.first - 2, SMALL.last + 14)
    if not turns:
        return draw(any_day)
    near = st.tuples(st.sampled_from(turns), st.integers(-1, 1))
    return draw(any_day | near.map(lambda pair: pair[0] + timedelta(pair[1])))


@composite
def _seen(draw: DrawFn, *, with_counts: bool = True) -> tuple[ContributionHistory, date]:
    """A record and a day on which it is looked at."""
    history = draw(histories(within=SMALL, longest=12, with_counts=with_counts))
    return history, draw(_days_of(history))


def _month(on: date) -> YearMonth:
    return YearMonth(on.year, on.month)


def _state(period: ContributionPeriod, month: YearMonth, on: date) -> str | PaymentStatus:
    """What became of one month by a day, told from the words of the rule, month by month."""
    if period.declared_on is not None and on < period.declared_on:
        return ABSENT
    has_arrived = period.settled_on is None or period.settled_on <= on
    if month > _month(on):
        return AHEAD if period.settled_on is not None and has_arrived else ABSENT
    if has_arrived:
        return period.status
    if period.scheme in (Scheme.RESIDENT, Scheme.FLEXIBLE):
        return ABSENT
    if period.status is PAID:
        return PaymentStatus.PENDING
    return UNKNOWN if period.declared_on is None else PaymentStatus.ARREARS


def _said(items: Iterable[ContributionPeriod]) -> set[Said]:
    return {
        ((key_of(period), period.base, period.declared_on), month, period.status)
        for period in items
        for month in period.months
    }


@given(_seen(with_counts=False))
def test_every_month_is_what_the_rule_says(case: tuple[ContributionHistory, date]) -> None:
    """Month by month, the record of a day is what was declared and what had arrived by then."""
    history, on = case
    there: set[Said] = set()
    ahead: set[Said] = set()
    unknown: set[Said] = set()
    for period in history:
        said = (key_of(period), period.base, period.declared_on)
        for month in period.months:
            state = _state(period, month, on)
            if state == AHEAD:
                ahead.add((said, month, period.status))
            elif state == UNKNOWN:
                unknown.add((said, month, period.status))
            elif state != ABSENT:
                there.add((said, month, state))
    seen = history.as_of(on)
    assert there == _said(seen)
    assert ahead == _said(seen.prepaid)
    assert unknown == _said(seen.unknown_origin)


@given(_seen(), st.data())
def test_the_earlier_of_two_days_holds(
    case: tuple[ContributionHistory, date], data: st.DataObject
) -> None:
    """The record of one day, seen on another, is the record of the earlier of both."""
    history, one = case
    two = data.draw(_days_of(history))
    expected, seen = history.as_of(min(one, two)), history.as_of(one).as_of(two)
    assert ContributionHistory(expected) == ContributionHistory(seen)
    assert ContributionHistory(expected.prepaid) == ContributionHistory(seen.prepaid)


@given(_seen())
def test_a_record_of_a_day_is_the_record_of_that_day(
    case: tuple[ContributionHistory, date],
) -> None:
    """Asking twice for the same day changes nothing."""
    history, on = case
    once = history.as_of(on)
    assert once == once.as_of(on)
    assert hash(once) == hash(once.as_of(on))


@given(_seen(with_counts=False), st.integers(0, 500))
def test_a_good_month_stays_good(case: tuple[ContributionHistory, date], later: int) -> None:
    """A month that is PAID, BACK_PAID or DEEMED on a day is so on every later day."""
    history, on = case
    now = {said for said in _said(history.as_of(on)) if said[2] in GOOD}
    then = {said for said in _said(history.as_of(on + timedelta(later))) if said[2] in GOOD}
    assert now <= then


@given(periods(within=SMALL, longest=12), days(SMALL.first, SMALL.last + 14), st.integers(0, 500))
def test_bounds_of_good_months_only_grow(period: ContributionPeriod, on: date, later: int) -> None:
    """Neither the fewest nor the most months that are certainly good ever become fewer."""
    history = ContributionHistory([period])
    one, other = (
        [item for item in history.as_of(day) if item.status in GOOD]
        for day in (on, on + timedelta(later))
    )
    assert sum(item.at_least for item in one) <= sum(item.at_least for item in other)
    assert sum(item.at_most for item in one) <= sum(item.at_most for item in other)


@given(_seen())
def test_nothing_lies_after_the_month_of_the_day(case: tuple[ContributionHistory, date]) -> None:
    """No period of the record reaches beyond the month of the day; what is prepaid lies beyond."""
    history, on = case
    seen = history.as_of(on)
    assert all(period.months.last <= _month(on) for period in seen)
    assert all(period.months.last <= _month(on) for period in seen.unknown_origin)
    assert all(period.months.first > _month(on) for period in seen.prepaid)
    assert all(period.settled_on and period.settled_on <= on for period in seen.prepaid)


@given(_seen())
def test_a_record_of_a_day_knows_nothing_of_later_days(
    case: tuple[ContributionHistory, date],
) -> None:
    """No day of declaration or arrival in it lies after the day."""
    history, on = case
    known = [*history.as_of(on), *history.as_of(on).prepaid]
    assert all(period.declared_on is None or period.declared_on <= on for period in known)
    assert all(period.settled_on is None or period.settled_on <= on for period in known)


@given(_seen())
def test_a_record_of_a_day_has_no_contradictions(case: tuple[ContributionHistory, date]) -> None:
    """What agrees in its final state agrees as of every day, and may be given as a record."""
    history, on = case
    seen = history.as_of(on)
    check_contradictions(seen)
    assert set(seen.periods) == set(ContributionHistory(seen).periods)


@given(_seen())
def test_in_the_end_a_record_is_what_it_is(case: tuple[ContributionHistory, date]) -> None:
    """Once all its months and days have passed, a record stands as it was given."""
    history, on = case
    ends = [
        day
        for period in history
        for day in (period.declared_on, period.settled_on, (period.months.last + 1).first_day)
        if day is not None
    ]
    assert history == history.as_of(max([on, *ends]))


@given(_seen())
def test_no_month_stands_in_two_places(case: tuple[ContributionHistory, date]) -> None:
    """What is prepaid or of unknown origin is not in the record of the day as well."""
    history, on = case
    seen = history.as_of(on)
    for apart in (seen.prepaid, seen.unknown_origin):
        for period in apart:
            assert period.count is None or period in seen.unknown_origin
            assert not (_said([period]) & _said(seen))
