"""Survivors' benefits: what holds for every number of months, income and record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shebao import PENSION, ContributionHistory, ContributionPeriod, MonthSpan
from shebao.rules import survivors
from shebao.terms import PartYear
from strategies import histories

ON = date(2026, 1, 29)
WITHIN = MonthSpan("1992-01", "2025-12")
paid_months = st.integers(0, 480)
drawn = st.none() | st.integers(0, 480)
parts = st.sampled_from(PartYear)
fen = st.integers(0, 10**6).map(lambda each: Decimal(each) / 100)


@given(paid_months, paid_months, drawn, parts)
def test_who_paid_longer_leaves_no_less(
    paid: int, more: int, drawn_months: int | None, part: PartYear
) -> None:
    """The months never fall with the months paid."""
    first, second = (
        survivors.grant_months(each, on=ON, drawn_months=drawn_months, part_year=part)
        for each in (paid, paid + more)
    )

    assert first <= second


@given(paid_months, st.integers(0, 480), st.integers(0, 480), parts)
def test_who_drew_longer_leaves_no_more(paid: int, months: int, more: int, part: PartYear) -> None:
    """The months never rise with the time drawn."""
    first, second = (
        survivors.grant_months(paid, on=ON, drawn_months=each, part_year=part)
        for each in (months, months + more)
    )

    assert first >= second


@given(paid_months, drawn, parts)
def test_months_lie_within_their_bounds(
    paid: int, drawn_months: int | None, part: PartYear
) -> None:
    """From 3 to 24 months, and of a retired person from 9."""
    found = survivors.grant_months(paid, on=ON, drawn_months=drawn_months, part_year=part)

    assert (3 if drawn_months is None else 9) <= found <= 24


@given(paid_months, parts)
def test_policies_differ_by_less_than_a_year(paid: int, part: PartYear) -> None:
    """Dropped is no more than by the month, whole no less, and both lie within a month of it."""
    by_month = survivors.grant_months(paid, on=ON)
    found = survivors.grant_months(paid, on=ON, part_year=part)

    assert abs(found - by_month) < 1
    assert part is PartYear.WHOLE or found <= by_month
    assert part is PartYear.DROPPED or found >= by_month


@given(st.integers(180, 360), st.integers(0, 180))
def test_each_month_beyond_fifteen_years_is_a_twelfth(paid: int, more: int) -> None:
    """To the month: up to thirty years each month adds a twelfth."""
    later = min(360, paid + more)
    gained = survivors.grant_months(later, on=ON) - survivors.grant_months(paid, on=ON)

    assert Fraction(later - paid, 12) == gained


@given(fen, paid_months, fen, st.booleans(), st.booleans())
def test_the_parts_make_the_total_unless_it_is_capped(
    income: Decimal, paid: int, own: Decimal, given_own: bool, other: bool
) -> None:
    """The total is the sum; below five years it is no more than own contributions."""
    made = survivors.amounts(
        paid,
        income,
        on=ON,
        own_contributions=own if given_own or paid < 60 else None,
        draws_other_grant=other,
    )
    together = made.funeral_grant + made.death_grant
    months = survivors.grant_months(paid, on=ON)

    assert made.total == (min(together, own) if paid < 60 else together)
    assert (made.cap is None) is (paid >= 60)
    assert abs(Fraction(made.death_grant) - months * Fraction(income)) <= Fraction(1, 200)


@given(histories(PENSION, within=WITHIN, longest=240), st.booleans(), drawn)
def test_bounds_of_the_grant_are_those_of_the_months(
    history: ContributionHistory, other: bool, drawn_months: int | None
) -> None:
    """The value holds what the fewest and the most months give, for any other funeral grant."""
    answer = survivors.eligibility(
        history, on=ON, insured=True, draws_other_grant=other, drawn_months=drawn_months
    )

    assert answer.eligible is True
    assert answer.value is not None
    count = answer.value.contribution_months
    assert [answer.value.grant_at_least, answer.value.grant_at_most] == [
        survivors.grant_months(each, on=ON, drawn_months=drawn_months)
        for each in (count.at_least, count.at_most)
    ]
    assert answer.value.funeral_months == (0 if other else 2)


@given(st.integers(0, 400), st.data())
def test_how_a_record_is_written_does_not_matter(length: int, data: st.DataObject) -> None:
    """Months in one period or split in two give the same months of the grant."""
    last = WITHIN.last
    whole = MonthSpan(last - length, last)
    pieces = [whole]
    if length:
        cut = data.draw(st.integers(1, length))
        pieces = [MonthSpan(last - length, last - cut), MonthSpan(last - cut + 1, last)]
    found = [
        survivors.eligibility(
            ContributionHistory([ContributionPeriod(PENSION, span) for span in spans]),
            on=ON,
            insured=True,
        ).value
        for spans in ([whole], pieces, pieces[::-1])
    ]

    assert len({None if each is None else each.grant_at_least for each in found}) == 1
