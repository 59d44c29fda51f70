"""A pension estimated from a record: decisions as they were printed, and what cannot be computed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    InterestMethod,
    MonthSpan,
    PaymentStatus,
    Person,
    RuleError,
    Sex,
    UncertainCountError,
    UndeterminedError,
    UnknownLawError,
    WageSeries,
    YearMonth,
    account,
    bases,
    pension,
)
from shebao.law import parameters, shipped
from shebao.law.pension_values import TransitionalRule, YearsRounding
from shebao.rules.pension import Figures

HEBEI, ANHUI, HENAN, ZHEJIANG, NOWHERE = "130600", "340000", "410700", "330000", "990100"
ROUNDING = YearsRounding(2, "half_up")


def months(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months."""
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


WOMAN = Person(birth=date(1975, 12, 5), sex=Sex.FEMALE)
MAN = Person(birth=date(1965, 6, 9), sex=Sex.MALE)
BAODING = record(months("1994-03", "2016-07"))
ON = date(2025, 12, 5)


class TestDecisions:
    """Decisions on pensions, from the record and the law of the place."""

    def test_baoding_2025(self) -> None:
        """22 years 5 months, 22 months of them before 1996, the base of 2025."""
        figures = Figures(indexed_wage="4940.25", account="52077.55")
        made = pension.estimate(WOMAN, BAODING, figures, on=ON, area=HEBEI)
        found = made.amounts
        assert (found.pooled, found.individual_account, found.transitional, found.total) == (
            Decimal("1384.46"),
            Decimal("267.06"),
            Decimal("117.53"),
            Decimal("1769.05"),
        )
        assert (found.contribution_years, found.payout_months) == (Fraction("22.42"), Fraction(195))
        assert made.benefit_base is not None
        assert (made.benefit_base.value, made.benefit_base.is_provisional) == (Decimal(7410), False)
        assert made.transitional is not None
        assert (made.transitional.years, made.evidence) == (Fraction("1.83"), Evidence.SECONDARY)
        assert (made.average_index, made.account) == (None, None)

    def test_hebei_2025_before_the_base_was_published(self) -> None:
        """36 years 8 months, 98 of them early; asked in June, the base is still that of 2024."""
        man_of_hebei = record(months("1987-11", "2024-06"))
        figures = Figures(indexed_wage="5259.86", account="85279.69")
        day = date(2025, 6, 9)
        made = pension.estimate(MAN, man_of_hebei, figures, on=day, area=HEBEI, known=day)
        found = made.amounts
        assert (found.pooled, found.individual_account, found.transitional, found.total) == (
            Decimal("2296.43"),
            Decimal("613.52"),
            Decimal("558.65"),
            Decimal("3468.60"),
        )
        assert made.benefit_base is not None
        assert (made.benefit_base.value, made.benefit_base.is_provisional) == (Decimal(7265), True)

    def test_tangshan_2023(self) -> None:
        """30 years 8 months, 3.5 years early; the base is the one that the decision printed."""
        woman = Person(birth=date(1973, 2, 16), sex=Sex.FEMALE)
        figures = Figures(benefit_base=6849, indexed_wage="5299.07", account="89850.24")
        on = date(2023, 2, 16)
        years = record(months("1992-07", "2023-02"))
        made = pension.estimate(woman, years, figures, on=on, area="130200")
        assert (made.amounts.pooled, made.amounts.transitional, made.amounts.total) == (
            Decimal("1862.91"),
            Decimal("241.11"),
            Decimal("2564.79"),
        )
        assert made.benefit_base is None

    def test_anhui_2026(self) -> None:
        """42 years 5 months go up to 42.5, 12 years 3 months deemed to 12.3; 60 years 3 months."""
        man = Person(birth=date(1965, 11, 9), sex=Sex.MALE)
        years = record(
            months("1983-01", "1995-03", status=PaymentStatus.DEEMED), months("1996-01", "2026-02")
        )
        figures = Figures(average_index="0.8498", account="115090.38")
        made = pension.estimate(man, years, figures, on=date(2026, 2, 9), area=ANHUI)
        found = made.amounts
        assert (found.pooled, found.individual_account, found.transitional, found.total) == (
            Decimal("3144.27"),
            Decimal("838.24"),
            Decimal("1086.93"),
            Decimal("5069.44"),
        )
        assert made.benefit_base is not None
        assert made.benefit_base.is_provisional

    def test_zhengzhou_2026(self) -> None:
        """The indexed wage rests on the base of the city, the rest on that of the province."""
        man = Person(birth=date(1965, 11, 9), sex=Sex.MALE)
        figures = Figures(
            average_index="2.1117",
            account="395301.7",
            city_base=7933,
            contribution_years="42.5",
            transitional_years="11.58",
            transition_index="2.5286",
        )
        years = record(months("1983-09", "2026-02"))
        made = pension.estimate(man, years, figures, on=date(2026, 2, 9), area="410100")
        found = made.amounts
        assert (found.pooled, found.individual_account) == (Decimal("4991.65"), Decimal("2879.11"))
        assert abs(found.transitional - Decimal("3019.74")) < Decimal("0.05")

    def test_wuhan_2025(self) -> None:
        """The payout months are those that the decision printed."""
        man = Person(birth=date(1966, 8, 9), sex=Sex.MALE)
        figures = Figures(
            benefit_base=9022,
            average_index="1.7699",
            account="305222.92",
            payout_months="137.8",
            contribution_years="40.17",
            transitional="1979.40",
        )
        made = pension.estimate(man, record(), figures, on=date(2025, 10, 9), area="420100")
        assert (made.amounts.pooled, made.amounts.total) == (
            Decimal("5019.25"),
            Decimal("9213.62"),
        )


class TestComputed:
    """What is computed where it is not given."""

    LATE = record(months("2021-01", "2025-11", base=6000))

    def test_index_and_account(self) -> None:
        """The index is that of the bases, the balance that of the account, and both are shown."""
        wages = WageSeries.by_year(dict.fromkeys(range(2019, 2026), 5000))
        figures = Figures(method=InterestMethod.YEAR, wages=wages)
        made = pension.estimate(WOMAN, self.LATE, figures, on=ON, area=HEBEI)
        index = bases.average_index(self.LATE, on=ON, area=HEBEI, wages=wages)
        balance = account.balance(self.LATE, on=ON, area=HEBEI, method=InterestMethod.YEAR)
        assert (made.average_index, made.account, made.transitional) == (index, balance, None)
        assert made.amounts.average_index == Fraction(6, 5)
        assert made.amounts.account == balance.amount

    def test_the_wages_of_the_place(self) -> None:
        """Without a series the average wages of the place divide."""
        figures = Figures(account=20000)
        made = pension.estimate(WOMAN, self.LATE, figures, on=ON, area=HEBEI)
        assert made.average_index == bases.average_index(self.LATE, on=ON, area=HEBEI)

    def test_an_official_law_makes_an_official_estimate(self) -> None:
        """The grade is that of the weakest law that was looked up; what is given has none."""
        law = shipped().replacing(
            parameters.PENSION_PAYOUT_MONTHS,
            {"first_age": 40, "months": list(range(233, 202, -1)), "by_month": False},
            evidence="official",
        )
        figures = Figures(benefit_base=7000, indexed_wage=7000, account=1000, rounding=ROUNDING)
        made = pension.estimate(WOMAN, self.LATE, figures, on=ON, area=NOWHERE, law=law)
        assert made.evidence is Evidence.OFFICIAL

    def test_a_transitional_part_that_is_given(self) -> None:
        """It is taken as it is, and no rule is looked up."""
        figures = Figures(
            benefit_base=7000, average_index=1, account=0, rounding=ROUNDING, transitional=50
        )
        made = pension.estimate(WOMAN, BAODING, figures, on=ON, area=NOWHERE)
        assert (made.amounts.transitional, made.transitional) == (Decimal(50), None)

    def test_an_index_of_its_own(self) -> None:
        """Zhejiang computes the part by the index of the early years, which the caller gives."""
        figures = Figures(
            average_index=1, transition_index="0.9", account=0, rounding=YearsRounding(2, "half_up")
        )
        made = pension.estimate(WOMAN, BAODING, figures, on=ON, area=ZHEJIANG)
        assert made.transitional is not None
        assert (made.transitional.wage, made.transitional.years) == (
            Fraction(9, 10) * 8433,
            Fraction("3.83"),
        )

    def test_the_base_of_the_city(self) -> None:
        """Where the part rests on the city's base, that is given."""
        rule = TransitionalRule(Decimal("1.2"), "indexed", "average", "city", "deemed")
        law = shipped().replacing(parameters.PENSION_TRANSITIONAL, rule, area=NOWHERE)
        deemed = record(months("1990-01", "1991-12", status=PaymentStatus.DEEMED))
        figures = Figures(
            benefit_base=7000, city_base=8000, average_index=1, account=0, rounding=ROUNDING
        )
        made = pension.estimate(WOMAN, deemed, figures, on=ON, area=NOWHERE, law=law)
        assert made.amounts.transitional == Decimal("192.00")

    def test_deemed_months_after_the_accounts_began(self) -> None:
        """Of all years before the account and the deemed ones, none is forgotten or counted twice."""
        years = record(
            months("1990-01", "1993-12", status=PaymentStatus.DEEMED),
            months("1994-01", "1996-12"),
            months("1998-01", "2000-12", status=PaymentStatus.DEEMED),
            months("2001-01", "2016-07"),
        )
        figures = Figures(indexed_wage=5000, account=0)
        made = pension.estimate(WOMAN, years, figures, on=ON, area=HEBEI)
        assert made.transitional is not None
        assert made.transitional.years == Fraction(4 + 2 + 3)

    @given(st.integers(0, 240))
    def test_longer_is_never_less(self, more: int) -> None:
        """Months more before the same end bring no less, all else given."""
        first = YearMonth(2016, 7) - 268
        longer = record(ContributionPeriod(PENSION, MonthSpan(first - more, YearMonth(2016, 7))))
        figures = Figures(indexed_wage="4940.25", account="52077.55")
        made = pension.estimate(WOMAN, longer, figures, on=ON, area=HEBEI)
        assert made.amounts.total >= Decimal("1769.05")


class TestRefused:
    """What cannot be computed is named, never guessed."""

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({}, "account"),
            ({"account": 1, "method": InterestMethod.YEAR}, "account"),
            ({"account": 1, "average_index": 1, "indexed_wage": 1}, "average_index"),
        ],
    )
    def test_figures_that_are_missing_or_given_twice(
        self, facts: dict[str, Any], field: str
    ) -> None:
        """One of balance and method, at most one of index and indexed wage."""
        with pytest.raises(RuleError) as caught:
            Figures(**facts)
        assert caught.value.field == field

    def test_figures_are_figures(self) -> None:
        """Anything else is refused by its type."""
        with pytest.raises(RuleError) as caught:
            pension.estimate(WOMAN, BAODING, {}, on=ON, area=HEBEI)  # type: ignore[arg-type]
        assert caught.value.field == "figures"

    @pytest.mark.parametrize(
        ("history", "wages", "needs"),
        [
            (BAODING, {}, ("base of 1994-03..2016-07",)),
            (
                record(months("2024-01", "2024-12", base=5000)),
                {2020: 5000},
                ("average_monthly_wage of 2023",),
            ),
            (record(), {2020: 5000}, ("base",)),
        ],
    )
    def test_an_index_that_cannot_be_computed(
        self, history: ContributionHistory, wages: dict[int, int], needs: tuple[str, ...]
    ) -> None:
        """Months without a base and years without a wage are named."""
        series = WageSeries.by_year(wages) if wages else None
        figures = Figures(account=1, wages=series)
        with pytest.raises(UndeterminedError) as caught:
            pension.estimate(WOMAN, history, figures, on=ON, area=HEBEI)
        assert needs == caught.value.missing

    def test_months_that_are_only_bounded(self) -> None:
        """A record that bounds its months has no estimate."""
        figures = Figures(account=1, average_index=1)
        counted = record(months("2000-01", "2020-12", count=(100, 120)))
        with pytest.raises(UncertainCountError):
            pension.estimate(WOMAN, counted, figures, on=ON, area=HEBEI)

    @pytest.mark.parametrize(
        ("figures", "parameter"),
        [
            (Figures(account=1, average_index=1), "pension.benefit_base"),
            (Figures(account=1, average_index=1, benefit_base=7000), "pension.years_rounding"),
        ],
    )
    def test_law_that_is_not_known(self, figures: Figures, parameter: str) -> None:
        """The parameter of the place is named."""
        with pytest.raises(UnknownLawError) as caught:
            pension.estimate(WOMAN, BAODING, figures, on=ON, area=NOWHERE)
        assert caught.value.parameter == parameter

    @pytest.mark.parametrize("status", [PaymentStatus.DEEMED, PaymentStatus.PAID])
    def test_a_transitional_rule_that_is_not_known(self, status: PaymentStatus) -> None:
        """Early months ask for a rule, also where none is known."""
        deemed = record(months("1990-01", "1991-12", status=status))
        figures = Figures(benefit_base=7000, average_index=1, account=0, rounding=ROUNDING)
        with pytest.raises(UnknownLawError) as caught:
            pension.estimate(WOMAN, deemed, figures, on=ON, area=NOWHERE)
        assert caught.value.parameter == "pension.transitional"

    def test_a_start_of_accounts_that_is_not_known(self) -> None:
        """Qinghai counts all years before the accounts, and when these began is open."""
        early = record(months("1988-01", "2025-07"))
        figures = Figures(account=1, indexed_wage=6000, rounding=ROUNDING)
        with pytest.raises(UnknownLawError) as caught:
            pension.estimate(MAN, early, figures, on=date(2025, 8, 3), area="630000")
        assert caught.value.parameter == "pension.account_start"

    @pytest.mark.parametrize(
        ("index", "is_refused"), [("0.59", True), ("0.6", False), (Fraction(3, 5), False)]
    )
    def test_an_index_with_which_the_base_is_scaled(
        self, index: str | Fraction, is_refused: bool
    ) -> None:
        """Guangdong scales the base below an index of 0.6, which is not modelled."""
        late = record(months("2005-01", "2024-12"))
        figures = Figures(account=1, average_index=index)
        if is_refused:
            with pytest.raises(RuleError) as caught:
                pension.estimate(WOMAN, late, figures, on=ON, area="440000")
            assert caught.value.field == "average_index"
        else:
            assert pension.estimate(WOMAN, late, figures, on=ON, area="440000").amounts.total > 0

    @pytest.mark.parametrize(
        ("figures", "area", "field"),
        [
            (Figures(account=1, average_index=1, rounding=ROUNDING), ZHEJIANG, "transition_index"),
            (
                Figures(account=1, indexed_wage=1, transition_index=1, rounding=ROUNDING),
                HENAN,
                "city_base",
            ),
        ],
    )
    def test_figures_of_the_transitional_part(
        self, figures: Figures, area: str, field: str
    ) -> None:
        """The index of its own and the city's base are never replaced by others."""
        early = record(
            months("1990-01", "1991-12", status=PaymentStatus.DEEMED), months("1992-01", "2016-07")
        )
        with pytest.raises(RuleError) as caught:
            pension.estimate(WOMAN, early, figures, on=ON, area=area)
        assert caught.value.field == field
