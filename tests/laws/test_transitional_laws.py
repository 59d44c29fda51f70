"""The transitional pension: what holds for every rule, base, index and number of years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from shebao.law.pension_values import TransitionalRule
from shebao.rules.transitional import Transitional, transitional_pension

#: The most that rounding moves an amount.
HALF_A_FEN: Final = Fraction(1, 200)

bases = st.integers(1, 4_000_000).map(lambda fen: Fraction(fen, 100))
indices = st.fractions(Fraction(1, 10), 3, max_denominator=10_000)
years = st.integers(0, 400).map(lambda months: Fraction(months, 12))
rules = st.builds(
    TransitionalRule,
    percent=st.decimals(0, 2, places=2),
    wage=st.sampled_from(["indexed", "mean"]),
    index=st.sampled_from(["average", "transition"]),
    base=st.sampled_from(["province", "city"]),
    years=st.sampled_from(["deemed", "before_account"]),
    index_floor=st.none() | st.decimals(0, 1, places=2),
)


def pension(
    base: Fraction, index: Fraction, number: Fraction, rule: TransitionalRule
) -> Transitional:
    """The transitional pension with whichever index the rule names."""
    measure: dict[str, Any] = {f"{rule.index}_index": index}
    return transitional_pension(benefit_base=base, years=number, rule=rule, **measure)


@given(bases, indices, years, rules, bases, indices, years)
def test_it_never_falls_with_base_index_or_years(
    base: Fraction,
    index: Fraction,
    number: Fraction,
    rule: TransitionalRule,
    more_base: Fraction,
    more_index: Fraction,
    more_years: Fraction,
) -> None:
    """A higher base, a higher index or more years never pay less."""
    least = pension(base, index, number, rule).amount
    others = (
        pension(base + more_base, index, number, rule).amount,
        pension(base, index + more_index, number, rule).amount,
        pension(base, index, number + more_years, rule).amount,
    )

    assert [True] * 3 == [least <= other for other in others]


@given(bases, indices, years, years, rules)
def test_it_is_linear_in_years_up_to_rounding(
    base: Fraction, index: Fraction, some: Fraction, others: Fraction, rule: TransitionalRule
) -> None:
    """Years paid together are worth the sum of both parts, to three halves of a fen."""
    parts = [Fraction(pension(base, index, number, rule).amount) for number in (some, others)]
    together = Fraction(pension(base, index, some + others, rule).amount)

    assert abs(together - sum(parts)) <= 3 * HALF_A_FEN


@given(bases, indices, years, rules, st.integers(1, 50))
def test_it_is_linear_in_the_base_up_to_rounding(
    base: Fraction, index: Fraction, number: Fraction, rule: TransitionalRule, times: int
) -> None:
    """By a base so many times as high, so many times as much is paid."""
    once = Fraction(pension(base, index, number, rule).amount)
    often = Fraction(pension(base * times, index, number, rule).amount)

    assert abs(often - times * once) <= (times + 1) * HALF_A_FEN


@given(bases, indices, years, rules)
def test_the_amount_is_the_percentage_of_the_wage_for_each_year(
    base: Fraction, index: Fraction, number: Fraction, rule: TransitionalRule
) -> None:
    """The amount is what it was made of, rounded to the fen; without years it is nothing."""
    found = pension(base, index, number, rule)
    exact = found.wage * found.years * Fraction(rule.percent) / 100

    assert abs(Fraction(found.amount) - exact) <= HALF_A_FEN
    assert -2 == found.amount.as_tuple().exponent
    assert Decimal(0) == pension(base, index, Fraction(0), rule).amount


@given(bases, indices, years, rules)
def test_an_index_and_its_wage_are_the_same(
    base: Fraction, index: Fraction, number: Fraction, rule: TransitionalRule
) -> None:
    """Base times index, given as the indexed wage, gives the same pension."""
    wage = base * index

    assert pension(base, index, number, rule) == transitional_pension(
        benefit_base=base, years=number, rule=rule, indexed_wage=wage
    )


@given(bases, indices, rules)
def test_the_mean_lies_between_base_and_indexed_wage(
    base: Fraction, index: Fraction, rule: TransitionalRule
) -> None:
    """The mean of base and indexed wage is never beyond either, and half way at both."""
    indexed = pension(base, index, Fraction(1), attrs.evolve(rule, wage="indexed")).wage
    mean = pension(base, index, Fraction(1), attrs.evolve(rule, wage="mean")).wage

    assert min(base, indexed) <= mean <= max(base, indexed)
    assert 2 * mean == base + indexed


@given(bases, indices, years, rules)
def test_a_floor_only_lifts_and_only_below_it(
    base: Fraction, index: Fraction, number: Fraction, rule: TransitionalRule
) -> None:
    """Without its floor a rule pays no more; from the floor on it pays the same."""
    floored = pension(base, index, number, rule).wage
    free = pension(base, index, number, attrs.evolve(rule, index_floor=None)).wage
    floor = Fraction(rule.index_floor or 0)

    assert free <= floored
    assert (free == floored) is (index >= floor)
