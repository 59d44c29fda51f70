"""The maternity allowance: days of leave, amounts, and who pays what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    Fault,
    LawFileError,
    MoneyError,
    Payer,
    RuleError,
    UnknownLawError,
    maternity,
)
from shebao.law import parameters, shipped

ON = date(2026, 1, 29)
BEIJING, WUHAN, GUANGZHOU, SHANGHAI = "110000", "420100", "440100", "310000"
EMPLOYER = Payer.EMPLOYER


def paid(**facts: Any) -> maternity.MaternityAllowance:  # noqa: ANN401
    """The allowance of a birth in Beijing of 98 days at 9000 yuan a month, unless facts differ."""
    facts = {"days": 98, "on": ON, "average_wage": 9000, "area": BEIJING, **facts}
    return maternity.allowance(**facts)


class TestLeaveDays:
    """女职工劳动保护特别规定 第七条."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({}, 98),
            ({"difficult": True}, 113),
            ({"children": 2}, 113),
            ({"children": 3}, 128),
            ({"children": 2, "difficult": True}, 128),
            ({"extra": 60}, 158),
            ({"miscarried_after_months": 0}, 15),
            ({"miscarried_after_months": 3}, 15),
            ({"miscarried_after_months": 4}, 42),
            ({"miscarried_after_months": 9}, 42),
            ({"miscarried_after_months": 3, "extra": 15}, 30),
        ],
    )
    def test_days(self, facts: dict[str, Any], expected: int) -> None:
        """98 days, 15 more for difficulty and each further child; 15 and 42 after a miscarriage."""
        assert expected == maternity.leave_days(on=ON, **facts)

    def test_known_from_2012(self) -> None:
        """Earlier rules are not shipped."""
        assert maternity.leave_days(on=date(2012, 4, 28)) == 98
        with pytest.raises(UnknownLawError):
            maternity.leave_days(on=date(2012, 4, 27))

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"children": 0}, "children"),
            ({"children": True}, "children"),
            ({"extra": -1}, "extra"),
            ({"difficult": 1}, "difficult"),
            ({"miscarried_after_months": -1}, "miscarried_after_months"),
            ({"miscarried_after_months": 4, "children": 2}, "miscarried_after_months"),
            ({"miscarried_after_months": 4, "difficult": True}, "miscarried_after_months"),
        ],
    )
    def test_what_is_refused(self, facts: dict[str, Any], field: str) -> None:
        """Numbers that are none, and a miscarriage that is also a birth."""
        with pytest.raises(RuleError) as caught:
            maternity.leave_days(on=ON, **facts)

        assert field == caught.value.field

    @pytest.mark.parametrize("value", [98, {"birth": 98}, {"birth": 98, "further": 15}])
    def test_days_that_are_none(self, value: object) -> None:
        """A rule of leave has all its numbers."""
        with pytest.raises(LawFileError, match="a table of birth, before_birth"):
            shipped().replacing(parameters.MATERNITY_LEAVE_DAYS, value)


@pytest.mark.parametrize(
    ("wage", "days", "expected"), [(9000, 128, "38400.00"), (9000, 143, "42900.00")]
)
def test_what_wuhan_publishes(wage: int, days: int, expected: str) -> None:
    """9000 / 30 * 128 = 38400 yuan, the example of Wuhan; and its 143 days of a difficult birth."""
    made = paid(average_wage=wage, days=days, area=WUHAN)

    assert Decimal(expected) == made.amount == made.from_fund
    assert (made.rest, made.rest_payer, made.difference) == (Decimal(0), None, None)
    assert made.divisor is not None
    assert (made.days_a_month, made.divisor.area) == (30, WUHAN)


def test_half_up_to_the_fen() -> None:
    """8000 / 30 * 98 is 26133.33; a third of a fen is dropped, half of one is not."""
    assert paid(average_wage=8000).amount == Decimal("26133.33")
    assert paid(average_wage="0.15", days=1).amount == Decimal("0.01")
    assert paid(average_wage=Fraction(100001, 12), days=30).amount == Decimal("8333.42")
    assert paid(insured=False, own_wage=8000).amount == Decimal("26133.33")


def test_no_days_are_no_allowance() -> None:
    """Nothing is paid for no days; a wage of one day is divided by one."""
    assert paid(days=0).amount == Decimal(0)
    assert paid(days=2, days_a_month=1, average_wage=300).amount == Decimal(600)


def test_a_place_that_does_not_say_by_how_many_days() -> None:
    """The caller supplies the divisor; without it the law that is missing is named."""
    assert paid(area=SHANGHAI, days_a_month=30).amount == Decimal("29400.00")
    assert paid(area=SHANGHAI, days_a_month=30).divisor is None
    assert paid(days_a_month=28).amount == Decimal("31500.00")
    with pytest.raises(UnknownLawError, match=r"maternity\.allowance_divisor"):
        paid(area=SHANGHAI)


class TestOwnWage:
    """An allowance below the own wage, and who makes up for it."""

    @pytest.mark.parametrize(
        ("own", "expected"),
        [(9000, "0.00"), (8000, "0.00"), (12000, "9800.00"), ("9000.01", "0.03")],
    )
    def test_in_beijing_the_employer(self, own: object, expected: str) -> None:
        """生育津贴低于本人产假工资标准的，差额部分由用人单位补足; a higher allowance is hers."""
        made = paid(own_wage=own)

        assert Decimal(expected) == made.difference
        assert made.difference_payer is (EMPLOYER if made.difference else None)
        assert made.amount == Decimal("29400.00")

    def test_elsewhere_nobody_is_known(self) -> None:
        """Where no rule of the place is known, the difference is told without a payer."""
        made = paid(own_wage=12000, area=WUHAN)

        assert (made.difference, made.difference_payer) == (Decimal("9800.00"), None)

    def test_a_place_without_such_a_rule(self) -> None:
        """Under a law that makes nobody pay it, it is the same."""
        law = shipped().replacing(parameters.MATERNITY_TOP_UP, "none", area=BEIJING)

        assert paid(own_wage=12000, law=law).difference_payer is None


class TestShortMonths:
    """Where months are short, the fund pays a part or nothing."""

    def test_a_part(self) -> None:
        """Five of twelve months in Shanghai in 2019: the employer pays the other seven first."""
        made = paid(area=SHANGHAI, on=date(2019, 5, 8), days_a_month=30, fund_share=Fraction(5, 12))

        assert (made.from_fund, made.rest) == (Decimal("12250.00"), Decimal("17150.00"))
        assert made.rest_payer is EMPLOYER

    def test_nothing(self) -> None:
        """With fewer than nine months the employer pays in Beijing."""
        made = paid(fund_share=0)

        assert (made.from_fund, made.rest) == (Decimal("0.00"), Decimal("29400.00"))
        assert made.rest_payer is EMPLOYER

    def test_a_place_that_does_not_say(self) -> None:
        """Where no rule is known, nobody is named."""
        assert paid(fund_share=0, area=WUHAN).rest_payer is None

    def test_parts_add_up(self) -> None:
        """What is rounded in the part of the fund is not lost in the rest."""
        made = paid(average_wage="1000.01", days=31, fund_share=Fraction(1, 7))

        assert made.from_fund + made.rest == made.amount


class TestUninsured:
    """Of who is not insured the employer pays by the own wage (第八条)."""

    def test_the_own_wage(self) -> None:
        """The average of the employer does not matter."""
        made = paid(insured=False, own_wage=12000)

        assert (made.amount, made.from_fund, made.rest) == (
            Decimal("39200.00"),
            Decimal("0.00"),
            Decimal("39200.00"),
        )
        assert (made.rest_payer, made.difference) == (EMPLOYER, Decimal(0))
        assert made.difference_payer is None

    def test_no_wage_is_no_allowance(self) -> None:
        """Of nothing nobody pays anything."""
        assert paid(insured=False, own_wage=0).rest_payer is None

    def test_the_own_wage_is_needed(self) -> None:
        """Without it there is nothing to compute from."""
        with pytest.raises(RuleError) as caught:
            paid(insured=False)

        expected = "her monthly wage before the leave: she is not insured"
        assert caught.value.faults == (Fault("own_wage", None, "is not given", expected),)


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"average_wage": None}, RuleError, "average_wage"),
        ({"average_wage": cast("Any", 9000.5)}, MoneyError, "average_wage"),
        ({"own_wage": -1}, MoneyError, "own_wage"),
        ({"days": -1}, RuleError, "days"),
        ({"days": "98"}, RuleError, "days"),
        ({"days_a_month": 0}, RuleError, "days_a_month"),
        ({"insured": None}, RuleError, "insured"),
        ({"fund_share": 2}, RuleError, "fund_share"),
        ({"fund_share": Fraction(-1, 2)}, RuleError, "fund_share"),
        ({"fund_share": True}, RuleError, "fund_share"),
        ({"fund_share": Decimal("0.5")}, RuleError, "fund_share"),
    ],
)
def test_what_is_refused(facts: dict[str, Any], error: type[RuleError], field: str) -> None:
    """Floats, negative numbers, shares beyond the whole, and what is no truth value."""
    with pytest.raises(error) as caught:
        paid(**facts)

    assert field == caught.value.field


wages = st.integers(0, 10_000_000).map(lambda fen: Decimal(fen) / 100)
shares = st.fractions(0, 1, max_denominator=12)


@given(wage=wages, days=st.integers(0, 400), share=shares, own=wages)
def test_amounts_are_bounded_and_add_up(
    wage: Decimal, days: int, share: Fraction, own: Decimal
) -> None:
    """Neither part is negative, together they are the allowance, and it reaches the own wage."""
    made = paid(average_wage=wage, days=days, fund_share=share, own_wage=own)

    assert made.from_fund >= 0 <= made.rest
    assert made.from_fund + made.rest == made.amount
    assert made.difference is not None
    alone = paid(insured=False, own_wage=own, days=days).amount
    assert max(alone, made.amount) == made.amount + made.difference


@given(wage=wages, more=wages, days=st.integers(0, 400), further=st.integers(0, 60), share=shares)
def test_more_never_pays_less(
    wage: Decimal, more: Decimal, days: int, further: int, share: Fraction
) -> None:
    """A higher wage, more days and a larger share never lower what the fund pays."""
    least = paid(average_wage=wage, days=days, fund_share=share).from_fund

    assert least <= paid(average_wage=wage + more, days=days, fund_share=share).from_fund
    assert least <= paid(average_wage=wage, days=days + further, fund_share=share).from_fund
    assert least <= paid(average_wage=wage, days=days).from_fund


@given(
    children=st.integers(1, 6),
    difficult=st.booleans(),
    extra=st.integers(0, 200),
    months=st.none() | st.integers(0, 10),
)
def test_extra_days_are_added_as_they_are(
    children: int, difficult: bool, extra: int, months: int | None
) -> None:
    """Days that a place adds come on top, and no leave is shorter than the shortest."""
    facts: dict[str, Any] = {"miscarried_after_months": months}
    if months is None:
        facts = {"children": children, "difficult": difficult}
    days = maternity.leave_days(on=ON, **facts)

    assert maternity.leave_days(on=ON, extra=extra, **facts) == days + extra
    assert days >= (98 if months is None else 15)
