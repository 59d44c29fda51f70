"""Survivors' benefits by example: published cases, the cap, who may draw, what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Law,
    Missing,
    MoneyError,
    MonthSpan,
    Outcome,
    PeriodError,
    Reason,
    RuleError,
    Scheme,
    UnknownLawError,
    Verdict,
    explain,
)
from shebao.law import parameters, shipped
from shebao.rules import survivors
from shebao.terms import PartYear

ON = date(2021, 9, 15)
BEFORE = date(2021, 8, 31)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome


def record(first: str, last: str, **facts: Any) -> ContributionHistory:  # noqa: ANN401
    """A record of one period of pension months."""
    return ContributionHistory([ContributionPeriod(PENSION, MonthSpan(first, last), **facts)])


def law(**changes: object) -> Law:
    """The shipped law with other months for survivors."""
    value = {
        "funeral_months": 2,
        "first_months": 3,
        "bands": [[60, 6], [120, 9]],
        "further_from_years": 15,
        "further_months": 1,
        "most_months": 24,
        "drawn_months": 1,
        "least_drawn_months": 9,
        **changes,
    }
    return shipped().replacing(parameters.DEATH_BENEFIT, value)


#: 28 years 9 months paid up to the day of death.
PAID = record("1992-01", "2020-09")


class TestGrantMonths:
    """人社部发〔2021〕18号 第五条: years paid and time drawn are counted to the month."""

    @pytest.mark.parametrize(
        ("paid", "drawn", "expected"),
        [
            (0, None, "3"),
            (59, None, "3"),
            (60, None, "6"),
            (119, None, "6"),
            (120, None, "9"),
            (180, None, "9"),
            (181, None, "109/12"),
            (192, None, "10"),
            (345, None, "91/4"),
            (360, None, "24"),
            (500, None, "24"),
            (345, 42, "77/4"),
            (345, 186, "9"),
            (255, None, "61/4"),
            (360, 0, "24"),
            (360, 12, "23"),
            (100, 1, "9"),
        ],
    )
    def test_steps_then_by_the_month(self, paid: int, drawn: int | None, expected: str) -> None:
        """3, 6 and 9 in steps, a twelfth for each month beyond 15 years, 24 at 30; drawn, 9."""
        found = survivors.grant_months(paid, on=ON, drawn_months=drawn)

        assert Fraction(expected) == found

    @pytest.mark.parametrize(
        ("part_year", "expected"),
        [(PartYear.BY_MONTH, "77/4"), (PartYear.DROPPED, "19"), (PartYear.WHOLE, "19")],
    )
    def test_a_place_may_count_part_years_otherwise(
        self, part_year: PartYear, expected: str
    ) -> None:
        """13 years 9 months beyond fifteen less 3 years 6 months: 22 less 3, or 23 less 4."""
        found = survivors.grant_months(345, on=ON, drawn_months=42, part_year=part_year)

        assert Fraction(expected) == found

    def test_before_the_measures_the_law_is_not_known(self) -> None:
        """Deaths before 2021-09-01 were the places' own law."""
        with pytest.raises(UnknownLawError, match=r"survivors\.benefit is not known"):
            survivors.grant_months(345, on=BEFORE)

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"contribution_months": "345"}, "contribution_months"),
            ({"contribution_months": -1}, "contribution_months"),
            ({"contribution_months": True}, "contribution_months"),
            ({"drawn_months": -1}, "drawn_months"),
            ({"drawn_months": Fraction(7, 2)}, "drawn_months"),
            ({"part_year": "by_month"}, "part_year"),
            ({"law": "shipped"}, "law"),
            ({"area": "Hebei"}, "area"),
        ],
    )
    def test_what_is_no_number_of_months_is_refused(
        self, facts: dict[str, Any], field: str
    ) -> None:
        """Months are whole numbers from 0, and the policy is a term."""
        with pytest.raises(RuleError) as caught:
            survivors.grant_months(**{"contribution_months": 345, "on": ON, **facts})

        assert field == caught.value.field


class TestAmounts:
    """人社部发〔2021〕18号 第四、五条: months of last year's income per head of the province."""

    @pytest.mark.parametrize(
        ("income", "paid", "drawn", "funeral", "death", "total"),
        [
            ("2818.5", 345, 42, "5637", "54256.13", "59893.13"),
            ("2818.5", 345, 186, "5637", "25366.5", "31003.5"),
            ("2818.5", 255, None, "5637", "42982.13", "48619.13"),
            ("5015", 180, 240, "10030", "45135", "55165"),
            ("3915.5", 180, None, "7831", "35239.5", "43070.5"),
            (Fraction(47066, 12), 180, None, "7844.33", "35299.5", "43143.83"),
        ],
    )
    def test_published_cases(
        self,
        income: str | Fraction,
        paid: int,
        drawn: int | None,
        funeral: str,
        death: str,
        total: str,
    ) -> None:
        """Cases of 当代工人, of two offices (least for retired people) and of Tengzhou (47066)."""
        made = survivors.amounts(paid, income, on=ON, drawn_months=drawn)
        found = (made.funeral_grant, made.death_grant, made.total)

        assert tuple(map(Decimal, (funeral, death, total))) == found
        assert made.cap is None

    @pytest.mark.parametrize(
        ("paid", "own", "total", "cap"),
        [
            (59, "9000.5", "9000.50", "9000.5"),
            (59, 30000, "14092.50", "30000"),
            (60, 9000, "22548.00", None),
        ],
    )
    def test_below_five_years_own_contributions_are_a_cap(
        self, paid: int, own: str | int, total: str, cap: str | None
    ) -> None:
        """Five months of 2818.50 yuan, and no more than the deceased paid; eight from five years."""
        made = survivors.amounts(paid, "2818.5", on=ON, own_contributions=own)

        assert (total, None if cap is None else Decimal(cap)) == (str(made.total), made.cap)
        months = 8 if paid == 60 else 5
        assert made.death_grant + made.funeral_grant == months * Decimal("2818.50")

    def test_the_cap_has_to_be_known(self) -> None:
        """Without own contributions nothing can be said below five years."""
        with pytest.raises(RuleError, match="own_contributions: None is not given") as caught:
            survivors.amounts(59, 2818, on=ON)

        assert "below 60 months" in str(caught.value)

    def test_beside_another_funeral_grant_the_death_grant_is_left(self) -> None:
        """社会保险法 第四十九条第二款 limits the funeral grants to one, and speaks of no other."""
        made = survivors.amounts(180, 5015, on=ON, draws_other_grant=True)

        assert (Decimal(0), Decimal(45135), Decimal(45135)) == (
            made.funeral_grant,
            made.death_grant,
            made.total,
        )

    def test_before_the_measures_the_law_is_not_known(self) -> None:
        """Deaths before 2021-09-01 were the places' own law."""
        with pytest.raises(UnknownLawError, match=r"survivors\.benefit is not known"):
            survivors.amounts(180, 5015, on=BEFORE)

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"drawn_months": 22.75}, RuleError, "drawn_months"),
            ({"drawn_months": True}, RuleError, "drawn_months"),
            ({"drawn_months": -1}, RuleError, "drawn_months"),
            ({"monthly_income": 5015.5}, MoneyError, "monthly_income"),
            ({"monthly_income": -1}, MoneyError, "monthly_income"),
            ({"contribution_months": None}, RuleError, "contribution_months"),
            ({"own_contributions": 1.5}, MoneyError, "own_contributions"),
            ({"draws_other_grant": None}, RuleError, "draws_other_grant"),
        ],
    )
    def test_what_makes_no_amount_is_refused(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """Each fact is exact."""
        given = {"monthly_income": 5015, "contribution_months": 180, **facts}
        with pytest.raises(error) as caught:
            survivors.amounts(**given, on=ON)

        assert field == getattr(caught.value, "field", None)


class TestEligibility:
    """Who was insured leaves a death grant, whatever other funeral grant is drawn."""

    @pytest.mark.parametrize(
        ("insured", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_insured_at_death(self, insured: bool | None, expected: Outcome) -> None:
        """Insurance is the condition; where it is not known it is asked for."""
        answer = survivors.eligibility(PAID, on=ON, insured=insured)

        assert expected is answer.outcome
        assert answer.missing == ((Missing("insured"),) if insured is None else ())
        assert (answer.value is None) is (insured is False)

    def test_who_drew_the_pension_was_insured(self) -> None:
        """A retired person is covered, and each year drawn takes a month away."""
        answer = survivors.eligibility(PAID, on=ON, drawn_months=12)
        again = survivors.eligibility(PAID, on=ON, drawn_months=12, insured=True)

        assert answer == again
        assert answer.eligible is True
        assert answer.value is not None
        assert Fraction(87, 4) == answer.value.grant_at_least == answer.value.grant_at_most

    def test_who_drew_the_pension_cannot_have_been_without_insurance(self) -> None:
        """The two facts exclude each other."""
        with pytest.raises(RuleError, match="insured: False contradicts drawn_months"):
            survivors.eligibility(PAID, on=ON, drawn_months=12, insured=False)

    @pytest.mark.parametrize(
        ("draws", "months", "verdict"),
        [
            (False, 2, Verdict.MET),
            (True, 0, Verdict.NOT_MET),
            (None, None, Verdict.UNKNOWN),
        ],
    )
    def test_another_funeral_grant_never_refuses_the_death_grant(
        self, draws: bool | None, months: int | None, verdict: Verdict
    ) -> None:
        """社会保险法 第四十九条第二款: one funeral grant; the months of the death grant stay."""
        answer = survivors.eligibility(PAID, on=ON, insured=True, draws_other_grant=draws)
        value = answer.value

        assert answer.outcome is ELIGIBLE
        assert value is not None
        assert (months, Fraction(91, 4)) == (value.funeral_months, value.grant_at_least)
        of_funeral, of_death = answer.conditions[1].parts
        assert (verdict, Verdict.MET) == (of_funeral.verdict, of_death.verdict)
        assert (Reason.DEATH_NO_OTHER_GRANT, Reason.DEATH_MONTHS) == (
            of_funeral.reason,
            of_death.reason,
        )

    def test_a_record_that_bounds_its_months_bounds_the_grant(self) -> None:
        """Between 180 and 192 months are between 9 and 10 months of income."""
        answer = survivors.eligibility(
            record("2000-01", "2019-12", count=(180, 192)), on=ON, insured=True
        )
        value = answer.value

        assert answer.eligible is True
        assert value is not None
        assert (Fraction(9), Fraction(10)) == (value.grant_at_least, value.grant_at_most)
        assert answer.conditions[1].parts[1].actual == (180, 192)

    def test_residents_years_are_no_employees_years(self) -> None:
        """Months of the residents' scheme do not count: what is left is the first step."""
        answer = survivors.eligibility(
            record("2000-01", "2019-12", scheme=Scheme.RESIDENT), on=ON, insured=True
        )

        assert answer.value is not None
        assert Fraction(3) == answer.value.grant_at_least

    def test_months_after_the_death_do_not_count(self) -> None:
        """The record is taken up to the month of death."""
        answer = survivors.eligibility(record("2012-01", "2026-12"), on=ON, insured=True)

        assert answer.value is not None
        assert answer.value.contribution_months.months == 117

    def test_part_years_by_the_policy_of_a_place(self) -> None:
        """Where a part of a year counts whole, 28 years 9 months are 29."""
        answer = survivors.eligibility(PAID, on=ON, insured=True, part_year=PartYear.WHOLE)

        assert answer.value is not None
        assert Fraction(23) == answer.value.grant_at_least

    @pytest.mark.parametrize(
        ("count", "draws", "expected", "missing"),
        [
            (None, True, ELIGIBLE, []),
            (59, False, ELIGIBLE, []),
            (59, True, INELIGIBLE, []),
            (59, None, UNDETERMINED, ["draws_other_grant"]),
            ((59, 60), True, UNDETERMINED, ["history"]),
            ((59, 60), None, UNDETERMINED, ["draws_other_grant", "history"]),
        ],
    )
    def test_where_a_law_grants_nothing_below_five_years(
        self,
        count: int | tuple[int, int] | None,
        draws: bool | None,
        expected: Outcome,
        missing: list[str],
    ) -> None:
        """Without a death grant it is the funeral grant, or nothing beside another one."""
        answer = survivors.eligibility(
            record("2000-01", "2019-12", count=count),
            on=ON,
            insured=True,
            draws_other_grant=draws,
            law=law(first_months=0),
        )

        assert (expected, missing) == (answer.outcome, [str(each) for each in answer.missing])
        assert (answer.value is None) is (expected is INELIGIBLE)

    @pytest.mark.parametrize("insured", [True, False, None])
    def test_before_the_measures_it_is_open(self, insured: bool | None) -> None:
        """Deaths before 2021-09-01 were the places' own law, which is what is missing."""
        answer = survivors.eligibility(PAID, on=BEFORE, insured=insured, area="130100")

        assert answer.outcome is UNDETERMINED
        assert (Missing("survivors.benefit", "130100"),) == answer.missing
        assert answer.value is None

    def test_before_the_measures_the_nation_is_asked_without_an_area(self) -> None:
        """Without a place it is national law that is missing."""
        answer = survivors.eligibility(PAID, on=BEFORE)

        assert (Missing("survivors.benefit", "100000"),) == answer.missing

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_the_answer_can_be_told(self, lang: str) -> None:
        """The explanation names the measures, the months paid and what another grant changes."""
        answer = survivors.eligibility(PAID, on=ON, insured=True, draws_other_grant=True)
        told = "".join(explain(answer, lang).split())

        assert "人社部发〔2021〕18号" in told
        assert "345" in told
        assert {"zh": "丧葬补助金：未领取", "en": "funeralgrant:nootherone"}[lang] in told

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"insured": "yes"}, "insured"),
            ({"insured": "yes", "drawn_months": 12}, "insured"),
            ({"insured": 0, "drawn_months": 12}, "insured"),
            ({"draws_other_grant": 1}, "draws_other_grant"),
            ({"drawn_months": "12"}, "drawn_months"),
            ({"part_year": None}, "part_year"),
        ],
    )
    def test_what_is_no_fact_is_refused(self, facts: dict[str, Any], field: str) -> None:
        """A text is no truth value and no number of months."""
        with pytest.raises(RuleError) as caught:
            survivors.eligibility(PAID, **{"on": ON, **facts})

        assert field == caught.value.field

    def test_a_record_is_a_history(self) -> None:
        """A list of periods is refused by its name."""
        given: Any = list(PAID)
        with pytest.raises(PeriodError, match="history"):
            survivors.eligibility(given, on=ON)
