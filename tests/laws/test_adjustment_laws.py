"""The yearly adjustment: what holds for every figure, pension and person."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao.rules.adjustment import Adjustment, adjusted
from shebao.terms import PartYear

yuan = st.integers(0, 10_000).map(lambda each: Decimal(each) / 100)
pensions = st.integers(0, 2_000_000).map(lambda each: Decimal(each) / 100)
paid_months = st.integers(0, 600)
ages = st.integers(480, 1400)


@composite
def adjustments(draw: DrawFn) -> Adjustment:
    """Any figures: steps by years, and ages whose amounts rise."""
    starts = sorted(draw(st.sets(st.integers(0, 40), max_size=3)))
    bands = sorted(draw(st.sets(st.integers(60, 100), max_size=4)))
    amounts = sorted(draw(st.sets(yuan, min_size=len(bands), max_size=len(bands))))
    return Adjustment(
        fixed=draw(yuan),
        per_year=[(start, draw(yuan)) for start in starts],
        years_part=draw(st.sampled_from(PartYear)),
        least_by_years=draw(yuan),
        percent=draw(st.fractions(0, 10, max_denominator=100)),
        high_age=list(zip(bands, amounts, strict=True)),
    )


@given(adjustments(), pensions, paid_months, ages)
def test_the_parts_sum_to_the_total(
    figures: Adjustment, pension: Decimal, months: int, age: int
) -> None:
    """What is added is the sum of the parts, each in whole fen and none negative."""
    made = adjusted(pension, contribution_months=months, age_months=age, by=figures)
    parts = [made.fixed, made.by_years, made.by_percent, made.by_age]

    assert sum(parts) == made.increase
    assert made.total == made.pension + made.increase
    assert all(part >= 0 and (part * 100) % 1 == 0 for part in parts)


@given(
    adjustments(), pensions, paid_months, ages, pensions, st.integers(0, 240), st.integers(0, 240)
)
def test_more_never_gives_less(
    figures: Adjustment,
    pension: Decimal,
    months: int,
    age: int,
    richer: Decimal,
    longer: int,
    older: int,
) -> None:
    """A higher pension, more months and a higher age never lower what is added."""
    least = adjusted(pension, contribution_months=months, age_months=age, by=figures)
    most = [
        adjusted(pension + richer, contribution_months=months, age_months=age, by=figures),
        adjusted(pension, contribution_months=months + longer, age_months=age, by=figures),
        adjusted(pension, contribution_months=months, age_months=age + older, by=figures),
    ]

    assert [least.increase <= each.increase for each in most] == [True] * 3


@given(yuan, st.integers(0, 40), st.integers(1, 20), st.sampled_from(PartYear), paid_months)
def test_splitting_a_step_changes_nothing(
    amount: Decimal, first: int, more: int, part: PartYear, months: int
) -> None:
    """A step split in two of the same amount gives the same."""
    one = Adjustment(per_year=((first, amount),), years_part=part)
    two = Adjustment(per_year=((first, amount), (first + more, amount)), years_part=part)

    assert one.by_years(months) == two.by_years(months)


@given(yuan, paid_months)
def test_whole_years_leave_the_policy_no_part(amount: Decimal, months: int) -> None:
    """With whole years all policies agree, and else they keep their order."""
    dropped, whole, by_month = (
        Adjustment(per_year=((0, amount),), years_part=part).by_years(months) for part in PartYear
    )

    assert dropped <= by_month <= whole
    assert months % 12 or dropped == whole


@given(adjustments(), pensions, paid_months, ages)
def test_rounding_is_within_half_a_fen(
    figures: Adjustment, pension: Decimal, months: int, age: int
) -> None:
    """The part by level is the exact share to the nearest fen."""
    made = adjusted(pension, contribution_months=months, age_months=age, by=figures)
    exact = Fraction(pension) * figures.percent / 100

    assert abs(Fraction(made.by_percent) - exact) <= Fraction(1, 200)
