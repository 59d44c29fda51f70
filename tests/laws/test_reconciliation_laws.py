"""Laws of reconciliation: any total that conventions give is explained, and by no more than they."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import oracle
from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Discrepancy,
    PaymentStatus,
    Scheme,
    YearMonth,
    counting,
    reconciliation,
)
from shebao.months import MonthSpan
from strategies import SMALL, days, histories, small_histories

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from shebao.rules.reconciliation import Cause

#: A city whose pooling area none of the other drawn areas shares.
PLACE: Final = "110000"
DAYS: Final = days(SMALL.first, SMALL.last + 4)
PLACED: Final = histories(PENSION, within=SMALL, longest=9, with_counts=False)
CONVENTIONS: Final = tuple(
    (chosen, lag)
    for size in range(len(Discrepancy) + 1)
    for chosen in combinations(Discrepancy, size)
    for lag in ((1, 2, 3) if Discrepancy.NOT_POSTED in chosen else (0,))
)
DECLARED: Final = (PaymentStatus.PENDING, PaymentStatus.ARREARS, PaymentStatus.DEFERRED)


class Row(NamedTuple):
    """What a statement lists of one month."""

    month: int
    key: object
    status: PaymentStatus
    area: str | None


def end_of(on: date, lag: int) -> date:
    """The day, or the last day of a month some months before."""
    return on if not lag else (YearMonth(on.year, on.month) - (lag - 1)).first_day - timedelta(1)


def rows(placed: Iterable[tuple[ContributionPeriod, Iterable[int]]], day: date) -> Iterator[Row]:
    """The months of periods as they stood on a day, one by one."""
    for period, months in placed:
        for month in months:
            one = YearMonth.from_ordinal(month)
            alone = attrs.evolve(period, months=MonthSpan(one, one), count=None)
            for each in ContributionHistory([alone]).as_of(day):
                if each.scheme is not Scheme.RESIDENT:
                    key = (each.scheme, each.area, each.employer)
                    yield Row(month, key, each.status, each.area)


def shown(listed: Iterable[Row], chosen: Iterable[Discrepancy]) -> int:
    """The total that a statement with these conventions prints over its rows."""
    held = set(chosen)
    counting_ones = {PaymentStatus.PAID}
    if Discrepancy.BACK_PAID not in held:
        counting_ones.add(PaymentStatus.BACK_PAID)
    if Discrepancy.DEEMED not in held:
        counting_ones.add(PaymentStatus.DEEMED)
    if Discrepancy.NOT_ARRIVED in held:
        counting_ones.update(DECLARED)
    counted = {
        (row.month, row.key)
        for row in listed
        if row.status in counting_ones
        and (Discrepancy.TRANSFERRED not in held or row.area in (None, PLACE))
    }
    return len(counted if Discrepancy.DOUBLE in held else {month for month, _ in counted})


def all_totals(history: ContributionHistory, on: date) -> dict[tuple[Discrepancy, ...], set[int]]:
    """For each set of conventions the totals that it can give, by how far these lag behind."""
    placed = [(period, oracle.months_of(period.months)) for period in history]
    listed = {lag: list(rows(placed, end_of(on, lag))) for lag in range(4)}
    totals: dict[tuple[Discrepancy, ...], set[int]] = {}
    for chosen, lag in CONVENTIONS:
        totals.setdefault(chosen, set()).add(shown(listed[lag], chosen))
    return totals


def terms(causes: Iterable[Cause]) -> tuple[Discrepancy, ...]:
    """The conventions of an explanation."""
    return tuple(cause.cause for cause in causes)


def change(causes: Iterable[Cause]) -> int:
    """By how much causes change a total."""
    return sum(cause.months if cause.cause.adds else -cause.months for cause in causes)


@given(PLACED, DAYS, st.integers(0, 45))
def test_explanations_are_the_fewest_conventions_that_give_the_number(
    history: ContributionHistory, on: date, stated: int
) -> None:
    """Of all combinations those of the fewest that print the number explain it; else the nearest."""
    totals = all_totals(history, on)
    fitting = [chosen for chosen, each in totals.items() if stated in each]
    fewest = min(map(len, fitting), default=0)
    expected = [chosen for chosen in fitting if len(chosen) == fewest and chosen]

    found = reconciliation.months(history, PENSION, stated=stated, on=on, area=PLACE)

    assert expected == [terms(causes) for causes in found.explanations]
    assert bool(fitting) is found.is_explained
    left = min(abs(stated - total) for each in totals.values() for total in each)
    assert left == abs(found.unexplained)
    if not fitting:
        assert stated - found.unexplained in totals[terms(found.nearest)]


@given(PLACED, DAYS, st.sampled_from(CONVENTIONS))
def test_the_total_of_any_conventions_is_explained_by_no_more_of_them(
    history: ContributionHistory, on: date, conventions: tuple[tuple[Discrepancy, ...], int]
) -> None:
    """Whatever conventions a total follows, it is explained, by at most as many."""
    chosen, lag = conventions
    placed = [(period, oracle.months_of(period.months)) for period in history]
    stated = shown(rows(placed, end_of(on, lag)), chosen)

    found = reconciliation.months(history, PENSION, stated=stated, on=on, area=PLACE)

    assert found.is_explained
    assert all(len(causes) <= len(chosen) for causes in found.explanations)


@given(PLACED, DAYS, st.integers(0, 45))
def test_the_numbers_of_an_explanation_add_up_to_the_difference(
    history: ContributionHistory, on: date, stated: int
) -> None:
    """Causes change the total by the difference together, and leave no month out twice."""
    found = reconciliation.months(history, PENSION, stated=stated, on=on, area=PLACE)

    for causes in found.explanations:
        assert found.difference.months == change(causes)
    assert found.difference.months - found.unexplained == change(
        found.nearest or next(iter(found.explanations), ())
    )
    for causes in (*found.explanations, found.nearest):
        left_out = [cause.placed for cause in causes if not cause.cause.adds]
        together = set(chain.from_iterable(left_out))
        assert (
            len(together)
            == sum(map(len, left_out))
            == sum(cause.months for cause in causes if not cause.cause.adds)
        )


@given(PLACED, DAYS)
def test_no_difference_has_no_causes(history: ContributionHistory, on: date) -> None:
    """A total that its rows give needs no explanation."""
    counted = counting.cumulative(history, PENSION, on=on).months

    found = reconciliation.months(history, PENSION, stated=counted, on=on, area=PLACE)

    assert found.is_explained
    assert ((), (), ()) == (found.causes, found.explanations, found.nearest)


@given(PLACED, DAYS, st.integers(0, 45), st.randoms(use_true_random=False))
def test_the_order_and_splitting_of_rows_change_nothing(
    history: ContributionHistory, on: date, stated: int, random: object
) -> None:
    """The same months in other rows are explained alike."""
    single = [
        attrs.evolve(period, months=MonthSpan(month, month))
        for period in history
        for month in period.months
    ]
    getattr(random, "shuffle")(single)  # noqa: B009

    assert reconciliation.months(
        history, PENSION, stated=stated, on=on, area=PLACE
    ) == reconciliation.months(
        ContributionHistory(single), PENSION, stated=stated, on=on, area=PLACE
    )


@given(small_histories(PENSION, longest=4), DAYS, st.sampled_from(CONVENTIONS), st.data())
def test_wherever_counted_months_lie_their_total_is_explained(
    history: ContributionHistory,
    on: date,
    conventions: tuple[tuple[Discrepancy, ...], int],
    data: st.DataObject,
) -> None:
    """Months known only by their number: the total of each of their placements is within bounds."""
    chosen, lag = conventions
    assume(oracle.placements_tried(history) <= 300)
    stated = {
        shown(rows(((each.period, each.months) for each in world), end_of(on, lag)), chosen)
        for world in oracle.placements(list(history), on)
    }
    assume(stated)

    found = reconciliation.months(
        history, PENSION, stated=data.draw(st.sampled_from(sorted(stated))), on=on, area=PLACE
    )

    assert found.is_explained
    for causes in found.explanations:
        assert len(causes) <= len(chosen)
        changes = [
            (each.at_least, each.at_most) if each.cause.adds else (-each.at_most, -each.at_least)
            for each in causes
        ]
        assert all(each.at_least <= each.at_most for each in causes)
        assert sum(low for low, _ in changes) <= found.difference.at_most
        assert sum(high for _, high in changes) >= found.difference.at_least
