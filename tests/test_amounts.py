"""The amount of a pension: its parts, its laws, what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import MoneyError, RuleError, pension
from shebao.law.pension_values import YearsRounding

FACTS: dict[str, Any] = {
    "benefit_base": 7000,
    "average_index": "0.8",
    "contribution_years": 20,
    "account": 90000,
    "payout_months": 139,
}


def made(**facts: object) -> pension.Amounts:
    """The amounts of a made-up case with other facts; None leaves one out."""
    given_facts = {**FACTS, **facts}
    return pension.amounts(**{name: v for name, v in given_facts.items() if v is not None})


@pytest.mark.parametrize(
    ("facts", "pooled", "account", "transitional", "total"),
    [
        (("12049", "1", 20, 139000, 139, 0), "2409.80", "1000.00", "0", "3409.80"),
        (
            ("7410", 4940.25, "22.42", "52077.55", 195, "117.53"),
            "1384.46",
            "267.06",
            "117.53",
            "1769.05",
        ),
        (
            ("7265", 5259.86, "36.67", "85279.69", 139, "558.65"),
            "2296.43",
            "613.52",
            "558.65",
            "3468.60",
        ),
        (
            ("6849", 5299.07, "30.67", "89850.24", 195, "241.11"),
            "1862.91",
            "460.77",
            "241.11",
            "2564.79",
        ),
        (("6738", 16752.12, "42.5", "395301.7", "137.3", 0), "4991.65", "2879.11", "0", "7870.76"),
        (
            ("6606", 3941.92, "31.08", "71310.26", 195, "53.17"),
            "1639.15",
            "365.69",
            "53.17",
            "2058.01",
        ),
        (("11777", "1", 15, "136800.55", "215.7", 0), "1766.55", "634.22", "0", "2400.77"),
    ],
)
def test_published_decisions(
    facts: tuple[Any, ...], pooled: str, account: str, transitional: str, total: str
) -> None:
    """Decisions of Beijing, Hebei, Henan and Tibet, with the index or the indexed wage given."""
    base, wage, years, balance, months, extra = facts
    of_wage = {"indexed_wage": str(wage), "average_index": None}
    answer = made(
        benefit_base=base,
        contribution_years=years,
        account=balance,
        payout_months=months,
        transitional=extra,
        **({"average_index": wage} if isinstance(wage, str) else of_wage),
    )
    found = (answer.pooled, answer.individual_account, answer.transitional, answer.total)
    assert tuple(map(Decimal, (pooled, account, transitional, total))) == found


def test_what_it_was_made_of_stands_beside_it() -> None:
    """Every figure on the way is part of the answer."""
    answer = made()
    assert (Decimal(7000), Fraction(5600), Fraction(20), Fraction(139)) == (
        answer.benefit_base,
        answer.indexed_wage,
        answer.contribution_years,
        answer.payout_months,
    )


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        (None, Fraction(368, 12)),
        (YearsRounding(2, "half_up"), Fraction("30.67")),
        (YearsRounding(4, "half_up"), Fraction("30.6667")),
        (YearsRounding(1, "up"), Fraction("30.7")),
    ],
)
def test_years_made_of_months_are_rounded_as_the_place_does(
    rounding: YearsRounding | None, expected: Fraction
) -> None:
    """Hebei prints 30 years 8 months as 30.67, Hainan as 30.6667, Anhui goes up to 30.7."""
    answer = made(contribution_years=None, contribution_months=368, rounding=rounding)
    assert expected == answer.contribution_years


def test_years_that_are_given_are_never_rounded() -> None:
    """What the place printed is what counts; a rounding beside it is refused."""
    assert Fraction("30.6667") == made(contribution_years="30.6667").contribution_years
    with pytest.raises(RuleError) as caught:
        made(rounding=YearsRounding(2, "half_up"))
    assert caught.value.field == "rounding"


class TestParts:
    """The parts on their own, and a pension computed anew."""

    def test_parts_are_those_of_the_whole(self) -> None:
        """Pooled and account part on their own equal those of the amounts."""
        whole = made()
        pooled = pension.pooled_pension(
            benefit_base=7000, average_index="0.8", contribution_years=20
        )
        account = pension.individual_account_pension(account=90000, payout_months=139)
        assert (pooled, account) == (whole.pooled, whole.individual_account)

    def test_absent_is_none(self) -> None:
        """A pension without a transitional part has 0 for it, given or not."""
        assert made().transitional == made(transitional=0).transitional == 0

    def test_the_index_is_that_of_the_base(self) -> None:
        """The index stands in the answer, also where the indexed wage was given."""
        assert made().average_index == Fraction(4, 5)
        answer = made(average_index=None, indexed_wage=3500)
        assert answer.average_index == Fraction(1, 2)

    def test_anew_with_the_same_base_changes_nothing(self) -> None:
        """A base that is published as it was guessed brings the same pension."""
        found = pension.recalculated(made(), benefit_base=7000)
        assert (found.before, found.monthly_difference) == (found.after, Decimal(0))

    @given(st.integers(1, 20_000), st.integers(0, 40))
    def test_anew_is_the_pension_of_the_published_base(self, base: int, months: int) -> None:
        """Index, years and account stay; the difference of the months is their sum."""
        found = pension.recalculated(made(), benefit_base=base)
        assert found.after == made(benefit_base=base)
        assert found.difference(months) == months * found.monthly_difference

    def test_anew_with_a_transitional_part(self) -> None:
        """It has to be given anew, for its rule is the place's."""
        with pytest.raises(RuleError) as caught:
            pension.recalculated(made(transitional=100), benefit_base=7100)
        assert caught.value.field == "transitional"
        found = pension.recalculated(
            made(transitional=100), benefit_base=7100, transitional="101.43"
        )
        assert found.after.transitional == Decimal("101.43")

    def test_anew_with_another_account(self) -> None:
        """The balance may have grown by interest that was announced later."""
        found = pension.recalculated(made(), benefit_base=7000, account=90139)
        assert found.monthly_difference == 1

    def test_anew_is_a_pension(self) -> None:
        """Only a pension is computed anew."""
        with pytest.raises(RuleError) as caught:
            pension.recalculated(cast("Any", 5600), benefit_base=7000)
        assert caught.value.field == "made"

    @pytest.mark.parametrize("months", [-1, "5", True, None])
    def test_months_of_a_difference_are_a_number(self, months: Any) -> None:  # noqa: ANN401
        """Months are whole and not negative."""
        found = pension.recalculated(made(), benefit_base=7100)
        with pytest.raises(RuleError) as caught:
            found.difference(months)
        assert caught.value.field == "months"


numbers = st.integers(1, 40_000)


@given(numbers, st.integers(0, 480), st.integers(0, 480), st.integers(0, 10**6), numbers)
def test_who_pays_more_and_longer_gets_more(
    wage: int, months: int, more_months: int, account: int, more: int
) -> None:
    """The amount never falls with months, indexed wage or balance."""
    facts: dict[str, Any] = {"average_index": None, "contribution_years": None, "account": account}
    least = made(**facts, indexed_wage=wage, contribution_months=months)
    longer = made(**facts, indexed_wage=wage, contribution_months=months + more_months)
    higher = made(**facts, indexed_wage=wage + more, contribution_months=months)
    richer = made(
        **{**facts, "account": account + more}, indexed_wage=wage, contribution_months=months
    )

    assert [least.total <= other.total for other in (longer, higher, richer)] == [True] * 3


@given(st.integers(12 * 40, 12 * 69), st.integers(1, 36))
def test_a_later_retirement_never_gets_less(age: int, deferred: int) -> None:
    """All else equal, the account is divided by no more months."""
    from datetime import date  # noqa: PLC0415

    on = date(2026, 1, 1)
    early = made(payout_months=pension.payout_months(age, on=on))
    late = made(payout_months=pension.payout_months(age + deferred, on=on))
    assert early.total <= late.total


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"average_index": None}, RuleError, "average_index"),
        ({"indexed_wage": 5600}, RuleError, "average_index"),
        ({"contribution_years": None}, RuleError, "contribution_years"),
        ({"contribution_months": 240}, RuleError, "contribution_years"),
        (
            {"contribution_years": None, "contribution_months": "240"},
            RuleError,
            "contribution_months",
        ),
        ({"contribution_years": None, "contribution_months": -1}, RuleError, "contribution_months"),
        ({"payout_months": 0}, RuleError, "payout_months"),
        ({"benefit_base": 0}, RuleError, "benefit_base"),
        ({"benefit_base": "7000.123"}, MoneyError, "benefit_base"),
        ({"transitional": 0.0}, MoneyError, "transitional"),
        ({"average_index": None, "indexed_wage": ""}, MoneyError, "indexed_wage"),
        ({"benefit_base": 7000.0}, MoneyError, "benefit_base"),
        ({"account": -1}, MoneyError, "account"),
        ({"average_index": 0.8}, MoneyError, "average_index"),
        ({"transitional": "x"}, MoneyError, "transitional"),
    ],
)
def test_what_makes_no_pension_is_refused(
    facts: dict[str, Any], error: type[Exception], field: str
) -> None:
    """Each fact is exact, and of two ways to say one exactly one is used."""
    with pytest.raises(error) as caught:
        made(**facts)
    assert getattr(caught.value, "field", None) == field
