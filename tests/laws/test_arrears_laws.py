"""Arrears: what holds for every record, amount and day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    MonthSpan,
    MonthState,
    Outcome,
    PaymentStatus,
    YearMonth,
    arrears,
    back_payment,
    counting,
)
from strategies import SMALL, days, histories, months, spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

    from shebao.rules.arrears import BaseShortfall

DAY: Final = timedelta(1)
KINDS: Final = (PENSION, MEDICAL, InsuranceKind.MATERNITY)
HEBEI: Final = "130000"
#: Half a fen, the most that a rounding adds or takes.
HALF: Final = Decimal("0.005")

amounts = st.integers(0, 10**8).map(lambda fen: Decimal(fen).scaleb(-2))
#: Days about the turn of law in 2011, and of these years.
about = st.dates(date(2009, 1, 1), date(2013, 12, 31)) | st.dates(
    date(2023, 1, 1), date(2027, 12, 31)
)


def fee(amount: Decimal, deadline: date, on: date, **facts: Any) -> Decimal:  # noqa: ANN401
    """The late fee; of old arrears the time ordered ended with the deadline."""
    facts = {"ordered_until": deadline, **facts}
    return arrears.late_fee(amount, deadline=deadline, on=on, **facts).amount


class TestLateFees:
    """Simple by days, in proportion to what is owed."""

    @given(amount=amounts, deadline=about, before=st.integers(0, 4000))
    def test_nothing_up_to_the_deadline(self, amount: Decimal, deadline: date, before: int) -> None:
        """Paid on the deadline or before it, no fee is owed."""
        assert fee(amount, deadline, deadline - before * DAY) == 0

    @given(amount=amounts, more=amounts, deadline=about, late=st.integers(0, 4000))
    def test_more_owed_and_later_is_never_less(
        self, amount: Decimal, more: Decimal, deadline: date, late: int
    ) -> None:
        """The fee never falls with the amount or the days."""
        on = deadline + late * DAY
        least = fee(amount, deadline, on)
        assert least <= fee(amount + more, deadline, on)
        assert least <= fee(amount, deadline, on + DAY)

    @given(amount=amounts, more=amounts, deadline=about, late=st.integers(0, 4000))
    def test_additive_over_amounts(
        self, amount: Decimal, more: Decimal, deadline: date, late: int
    ) -> None:
        """Two debts of one day owe together what they owe apart, but for the rounding."""
        on = deadline + late * DAY
        apart = fee(amount, deadline, on) + fee(more, deadline, on)
        assert abs(fee(amount + more, deadline, on) - apart) <= 3 * HALF

    @given(amount=amounts, deadline=about, first=st.integers(0, 900), then=st.integers(0, 900))
    def test_additive_over_days(
        self, amount: Decimal, deadline: date, first: int, then: int
    ) -> None:
        """So many days and then so many more cost what all of them cost: no interest on interest."""
        whole = fee(amount, deadline, deadline + (first + then) * DAY)
        one, other = (fee(amount, deadline, deadline + n * DAY) for n in (first, then))
        assert abs(whole - one - other) <= 3 * HALF

    @given(
        amount=amounts,
        deadline=st.dates(date(2011, 6, 30), date(2026, 12, 31)),
        late=st.integers(0, 900),
        spans_of_days=st.lists(st.tuples(st.integers(-50, 950), st.integers(0, 300)), max_size=3),
    )
    def test_deferred_days_are_as_if_they_had_not_been(
        self,
        amount: Decimal,
        deadline: date,
        late: int,
        spans_of_days: list[tuple[int, int]],
    ) -> None:
        """With so many days deferred the fee is that of so many days fewer."""
        on = deadline + late * DAY
        deferred = [
            (deadline + first * DAY, deadline + (first + more) * DAY)
            for first, more in spans_of_days
        ]
        free = {
            n
            for first, more in spans_of_days
            for n in range(first, first + more + 1)
            if 1 <= n <= late
        }
        found = arrears.late_fee(amount, deadline=deadline, on=on, deferred=deferred)
        assert (late - len(free), len(free)) == (found.days, found.free_days)
        assert found.amount == fee(amount, deadline, deadline + found.days * DAY)

    @given(amount=amounts, deadline=about, late=st.integers(0, 900))
    def test_bounds_hold_what_orders_allow(
        self, amount: Decimal, deadline: date, late: int
    ) -> None:
        """Where the order is not known, the fee lies between those of no order and of one."""
        on = deadline + late * DAY
        found = arrears.late_fee(amount, deadline=deadline, on=on)
        for ordered in (False, deadline, on):
            made = arrears.late_fee(amount, deadline=deadline, on=on, ordered_until=ordered)
            assert found.at_least <= made.amount <= found.at_most

    @given(amount=amounts)
    def test_fines_are_ranges(self, amount: Decimal) -> None:
        """A fine is no less than what is owed and at most three times it."""
        found = arrears.fine(amount, on=date(2026, 1, 29))
        assert amount == found.at_least
        assert 3 * amount == found.at_most


def states_of(
    history: ContributionHistory, kind: InsuranceKind, month: YearMonth, on: date
) -> MonthState | None:
    """The state of a month on a day, None where nothing is said of it."""
    found = arrears.states(history, kind, on=on)
    return next((each.state for each in found if month in each.span), None)


class TestTimelines:
    """The history of a month is made of the states of its days."""

    @given(
        history=histories(within=SMALL, longest=12),
        kind=st.sampled_from(KINDS),
        month=months(SMALL.first, SMALL.last + 2),
        on=days(SMALL.first, SMALL.last + 16),
        other=days(SMALL.first, SMALL.last + 16),
    )
    def test_it_agrees_with_the_state_of_each_day(
        self,
        history: ContributionHistory,
        kind: InsuranceKind,
        month: YearMonth,
        on: date,
        other: date,
    ) -> None:
        """The last step up to a day says what the states of that day say."""
        day = min(on, other)
        steps = arrears.timeline(history, kind, month, on=on)
        before = [step.state for step in steps if step.since <= day]
        assert (before[-1] if before else None) is states_of(history, kind, month, day)

    @given(
        history=histories(within=SMALL, longest=12),
        kind=st.sampled_from(KINDS),
        month=months(SMALL.first, SMALL.last + 2),
        on=days(SMALL.first, SMALL.last + 16),
    )
    def test_steps_are_steps(
        self, history: ContributionHistory, kind: InsuranceKind, month: YearMonth, on: date
    ) -> None:
        """Each changes the state, on a later day, none before the month or after the day."""
        steps = arrears.timeline(history, kind, month, on=on)
        for one, next_one in pairwise(steps):
            assert one.since < next_one.since
            assert one.state is not next_one.state
        assert all(month.first_day <= step.since <= on for step in steps)

    @given(
        history=histories(within=SMALL, longest=12),
        month=months(SMALL.first, SMALL.last),
        on=days(SMALL.first, SMALL.last + 16),
        other=days(SMALL.first, SMALL.last + 16),
    )
    def test_what_happened_does_not_change(
        self, history: ContributionHistory, month: YearMonth, on: date, other: date
    ) -> None:
        """Asked earlier, the steps up to then are the same."""
        early, late = sorted((on, other))
        told = arrears.timeline(history, PENSION, month, on=late)
        assert arrears.timeline(history, PENSION, month, on=early) == tuple(
            step for step in told if step.since <= early
        )


def settled(history: ContributionHistory, on: date) -> ContributionHistory:
    """The record with every month in arrears paid back on a day, declared in time."""
    return ContributionHistory(
        attrs.evolve(
            each,
            status=PaymentStatus.BACK_PAID,
            declared_on=each.declared_on or each.months.first.first_day,
            settled_on=on,
        )
        if each.status is PaymentStatus.ARREARS
        else each
        for each in history
    )


class TestSettling:
    """Paying arrears back."""

    @given(
        history=histories(within=SMALL, longest=12),
        kind=st.sampled_from(KINDS),
        on=days(SMALL.first, SMALL.last + 6),
        paid=days(SMALL.first, SMALL.last + 6),
    )
    def test_it_never_lowers_a_count(
        self, history: ContributionHistory, kind: InsuranceKind, on: date, paid: date
    ) -> None:
        """Cumulative and continuous months are as many or more, on every day."""
        after = settled(history, paid)
        for count in (counting.cumulative, counting.continuous):
            before, then = (count(each, kind, on=on) for each in (history, after))
            assert before.at_least <= then.at_least
            assert before.at_most <= then.at_most

    @given(
        history=histories(PENSION, within=SMALL, longest=12, with_counts=False),
        span=spans(SMALL.first, SMALL.last, 18),
        on=days(SMALL.last, SMALL.last + 6),
    )
    def test_what_is_paid_back_is_not_open_any_more(
        self, history: ContributionHistory, span: MonthSpan, on: date
    ) -> None:
        """Once the months in arrears are settled, they are no part of a back-payment."""
        record = history.as_of(on)
        asked = back_payment.eligibility(record, PENSION, span, on=on, employed=True)
        again = back_payment.eligibility(settled(record, on), PENSION, span, on=on, employed=True)
        assert asked.value is not None
        assert again.value is not None
        assert asked.value.months - asked.value.in_arrears == again.value.months
        assert not again.value.in_arrears

    @given(
        history=histories(PENSION, within=SMALL, longest=12, with_counts=False),
        span=spans(SMALL.first, SMALL.last, 18),
        part=st.data(),
    )
    def test_fewer_months_are_no_harder(
        self, history: ContributionHistory, span: MonthSpan, part: st.DataObject
    ) -> None:
        """If all open months of a span may be paid back, so may those of any part that has some."""
        on = (SMALL.last + 1).first_day
        asked = {"on": on, "employed": True, "over_age": False}
        whole = back_payment.eligibility(history, PENSION, span, **asked)  # type: ignore[arg-type]
        inner = part.draw(spans(span.first, span.last, len(span)))
        less = back_payment.eligibility(history, PENSION, inner, **asked)  # type: ignore[arg-type]
        assert less.value is not None
        if whole.eligible and less.value.months:
            assert less.outcome is Outcome.ELIGIBLE


@composite
def declared(draw: DrawFn) -> list[ContributionPeriod]:
    """Pension months of 2023 to 2025 with declared bases, one after another."""
    found: list[ContributionPeriod] = []
    month = YearMonth(2023, 1)
    while month <= YearMonth(2025, 12):
        last = min(month + draw(st.integers(0, 11)), YearMonth(2025, 12))
        base = draw(st.sampled_from([None, 3921, 4000, "5999.99", 6000, 20000]))
        if draw(st.booleans()):
            found.append(ContributionPeriod(PENSION, MonthSpan(month, last), base=base))
        month = last + 1
    return found


def wages() -> SearchStrategy[dict[int, int]]:
    """Average wages of some of the years before."""
    return st.dictionaries(st.integers(2022, 2024), st.integers(1000, 30000))


def short(
    periods: Sequence[ContributionPeriod],
    earned: dict[int, int],
    **facts: Any,  # noqa: ANN401
) -> BaseShortfall:
    """The shortfall in Hebei, of whose limits those of 2023 are not known."""
    record = ContributionHistory(periods)
    return arrears.base_shortfall(
        record, PENSION, earned, on=date(2026, 1, 29), area=HEBEI, **facts
    )


class TestShortfalls:
    """Declared beside due bases."""

    @given(periods=declared(), earned=wages())
    def test_nothing_is_short_where_enough_was_declared(
        self, periods: list[ContributionPeriod], earned: dict[int, int]
    ) -> None:
        """A difference is zero if and only if the declared base reaches the due one."""
        for each in short(periods, earned).stretches:
            assert (each.at_least == 0) is (each.declared >= each.due_at_least)
            assert each.at_least >= 0
            if not each.missing:
                assert each.declared + each.difference == max(each.declared, each.due)

    @given(periods=declared(), earned=wages())
    def test_every_month_is_compared_or_named(
        self, periods: list[ContributionPeriod], earned: dict[int, int]
    ) -> None:
        """Months compared, without wages and without a base are those that were declared."""
        found = short(periods, earned)
        compared = sum(len(each.span) for each in found.stretches)
        assert sum(len(each.months) for each in periods) == (
            compared + len(found.without_wages) + len(found.without_base)
        )
        for one, other in pairwise(found.stretches):
            assert one.span.last < other.span.first

    @given(periods=declared(), earned=wages(), data=st.data())
    def test_splitting_a_period_changes_nothing(
        self, periods: list[ContributionPeriod], earned: dict[int, int], data: st.DataObject
    ) -> None:
        """Month by month and in any order, the answer is the same."""
        singly = [
            part
            for each in periods
            for m in each.months
            if (part := each.between(*[m.ordinal] * 2))
        ]
        assert short(periods, earned) == short(data.draw(st.permutations(singly)), earned)

    @given(periods=declared(), earned=wages(), more=st.integers(0, 10_000))
    def test_who_earned_more_is_short_by_no_less(
        self, periods: list[ContributionPeriod], earned: dict[int, int], more: int
    ) -> None:
        """The sum never falls with the wages."""
        higher = {year: wage + more for year, wage in earned.items()}
        limits = (3921, 19603)
        assert short(periods, earned, limits=limits).total <= (
            short(periods, higher, limits=limits).total
        )

    @given(periods=declared(), earned=wages(), low=st.integers(1, 9000), room=st.integers(0, 9000))
    def test_bounds_hold_for_any_limits(
        self, periods: list[ContributionPeriod], earned: dict[int, int], low: int, room: int
    ) -> None:
        """Whatever limits turn out to hold, the sum lies between the bounds given without them."""
        record = ContributionHistory(periods)
        on = date(2026, 1, 29)
        unknown = arrears.base_shortfall(record, PENSION, earned, on=on)
        known = arrears.base_shortfall(record, PENSION, earned, on=on, limits=(low, low + room))
        assert unknown.at_least <= known.total
        assert unknown.at_most is None or known.total <= unknown.at_most
