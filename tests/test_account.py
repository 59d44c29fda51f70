"""The individual account by example: a year's interest, what is credited, the balance of a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    MoneyError,
    MonthError,
    MonthSpan,
    PaymentStatus,
    PeriodError,
    RuleError,
    Scheme,
    UndeterminedError,
    UnknownLawError,
    YearMonth,
)
from shebao.law import Evidence, parameters, shipped
from shebao.rules import account
from shebao.rules.account import Balance, Credit
from shebao.terms import InterestMethod

YEAR, MONTH_PRODUCT = InterestMethod
BACK_PAID = PaymentStatus.BACK_PAID
NOTHING = [0] * 12
LATER = date(2026, 1, 29)


def paid(months: str, base: object = 5000, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Paid pension months, of 5,000 yuan if nothing else is said."""
    return ContributionPeriod(PENSION, MonthSpan.parse(months), **{"base": base, **facts})


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """The record of some periods."""
    return ContributionHistory(periods)


def said(history: ContributionHistory, on: date = LATER) -> list[tuple[str, str, str]]:
    """Month of the credit, month that it is for, amount."""
    return [
        (str(credit.month), str(credit.paid_for), str(credit.amount))
        for credit in account.credits(history, on=on)
    ]


class TestInterest:
    """A year's interest."""

    @pytest.mark.parametrize(
        ("method", "expected"),
        [
            # 10000 * 8.31 % + 6000 * 8.31 % * 1.083 / 2 = 831 + 269.9919
            (YEAR, "1100.99"),
            # 10000 * 8.31 % + 500 * 78 * 8.31 % / 12 = 831 + 270.075
            (MONTH_PRODUCT, "1101.08"),
        ],
    )
    def test_equal_credits(self, method: InterestMethod, expected: str) -> None:
        """500 yuan a month on 10,000 yuan, at the rate of 2016, computed by hand."""
        found = account.interest(10_000, [500] * 12, "8.31", method=method)
        assert Decimal(expected) == found

    @pytest.mark.parametrize(
        ("method", "expected"),
        [
            # 600 * 10 % * 1.083 / 2 = 32.49
            (YEAR, "32.49"),
            # (12 * 100 + 7 * 200 + 1 * 300) * 10 % / 12 = 2900 / 120 = 24.1666...
            (MONTH_PRODUCT, "24.17"),
        ],
    )
    def test_credits_of_some_months(self, method: InterestMethod, expected: str) -> None:
        """100 yuan in January, 200 in June and 300 in December: where they stand matters, or not."""
        monthly = [100, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 300]
        found = account.interest(0, monthly, 10, method=method)
        assert Decimal(expected) == found

    def test_the_misprinted_formula_is_not_used(self) -> None:
        """Credits x (1 + rate/2) x 1.083 would add 8.3 % to the credits even at a rate of 0."""
        assert Decimal("0.00") == account.interest(0, [500] * 12, 0, method=YEAR)

    @pytest.mark.parametrize("method", InterestMethod)
    def test_a_published_example(self, method: InterestMethod) -> None:
        """100,000 yuan at the end of 2024 earn 1,500 yuan in 2025, as the press reckons."""
        assert Decimal("1500.00") == account.interest(100_000, NOTHING, "1.50", method=method)

    def test_a_half_fen_is_rounded_up(self) -> None:
        """0.5 % of 1 yuan is half a fen, and 0.49 % is less."""
        halves = [account.interest(1, NOTHING, rate, method=YEAR) for rate in ("0.5", "0.49")]
        assert [Decimal("0.01"), Decimal("0.00")] == halves

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"opening": 100.5}, MoneyError, "opening"),
            ({"opening": -1}, MoneyError, "opening"),
            ({"opening": True}, MoneyError, "opening"),
            ({"credits": [500] * 11}, RuleError, "credits"),
            ({"credits": "500500500500"}, RuleError, "credits"),
            ({"credits": [*[500] * 11, "0.001"]}, MoneyError, "credits[11]"),
            ({"percent": 8.31}, MoneyError, "percent"),
            ({"percent": "-1"}, MoneyError, "percent"),
            ({"method": "year"}, RuleError, "method"),
        ],
    )
    def test_what_is_no_year_of_an_account_is_refused(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """Amounts are exact, months are twelve, and the method is one of two."""
        given = {"opening": 0, "credits": [500] * 12, "percent": "8.31", "method": YEAR, **facts}
        with pytest.raises(error) as caught:
            account.interest(**given)
        assert field == getattr(caught.value, "field", None)


class TestCredits:
    """What is credited, when, and what cannot be."""

    def test_the_share_is_that_of_the_month(self) -> None:
        """11 % of the base until 2005, 8 % from 2006, each with its law."""
        law = shipped()
        expected = tuple(
            Credit(
                month,
                Decimal(amount),
                Decimal(1500),
                law.get(parameters.ACCOUNT_CREDIT, on=month.first_day),
                month,
            )
            for month, amount in ((YearMonth(2005, 12), 165), (YearMonth(2006, 1), 120))
        )
        assert expected == account.credits(record(paid("2005-12..2006-01", "1500")), on=LATER)
        assert [11, 8] == [credit.percent.value for credit in expected]

    def test_a_credit_is_rounded_half_up_to_the_fen(self) -> None:
        """11 % of 1,000.50 yuan is 110.055, credited as 110.06."""
        assert [("2005-12", "2005-12", "110.06")] == said(record(paid("2005-12", "1000.50")))

    def test_a_back_payment_is_credited_when_it_arrived(self) -> None:
        """December 2005, paid back in May 2020: credited then, with the share of 2005."""
        late = paid("2005-12", 1000, status=BACK_PAID, settled_on=date(2020, 5, 6))
        assert [("2020-05", "2005-12", "110.00")] == said(record(late))

    def test_a_back_payment_of_a_later_day_is_not_yet_credited(self) -> None:
        """The day before it arrives it brings nothing."""
        late = paid("2019-12", status=BACK_PAID, settled_on=date(2020, 5, 6))
        found = [said(record(late), on) for on in (date(2020, 5, 5), date(2020, 5, 6))]
        assert [[], [("2020-05", "2019-12", "400.00")]] == found

    def test_a_back_payment_without_a_day_is_credited_in_its_own_month(self) -> None:
        """Where nothing says when it arrived, it counts from its own month on."""
        assert [("2019-12", "2019-12", "400.00")] == said(record(paid("2019-12", status=BACK_PAID)))

    def test_a_back_payment_is_not_credited_before_it_was_declared(self) -> None:
        """A month that was bought in 2021 did not stand in the account before."""
        bought = paid("2019-12", status=BACK_PAID, declared_on=date(2021, 3, 1))
        assert [("2021-03", "2019-12", "400.00")] == said(record(bought))

    def test_a_month_paid_in_time_is_credited_in_its_own_month(self) -> None:
        """That December was declared in January moves no credit into the next year."""
        usual = paid("2019-12", declared_on=date(2020, 1, 10))
        assert [("2019-12", "2019-12", "400.00")] == said(record(usual))

    def test_months_paid_together_are_credited_when_the_money_arrived(self) -> None:
        """Who pays October to December in November has two credits then, and one in December."""
        together = paid("2019-10..2019-12", scheme=Scheme.FLEXIBLE, settled_on=date(2019, 11, 20))
        expected = [
            ("2019-11", "2019-10", "400.00"),
            ("2019-11", "2019-11", "400.00"),
            ("2019-12", "2019-12", "400.00"),
        ]
        assert expected == said(record(together))

    @pytest.mark.parametrize("scheme", [Scheme.EMPLOYEE, Scheme.FLEXIBLE, Scheme.PUBLIC_SECTOR])
    def test_schemes_with_an_account(self, scheme: Scheme) -> None:
        """Employees, flexible workers and the public sector have one account."""
        found = said(record(paid("2019-12", scheme=scheme)))
        assert [("2019-12", "2019-12", "400.00")] == found

    @pytest.mark.parametrize(
        "period",
        [
            paid("2019-12", scheme=Scheme.RESIDENT),
            paid("2019-12", status=PaymentStatus.DEEMED),
            paid("2019-12", status=PaymentStatus.ARREARS),
            paid("2019-12", status=PaymentStatus.PENDING),
            paid("2019-12", status=PaymentStatus.DEFERRED),
            paid("2026-02"),
            ContributionPeriod(MEDICAL, "2019-12", base=5000),
        ],
        ids=str,
    )
    def test_what_brings_no_credit(self, period: ContributionPeriod) -> None:
        """Residents, months that are not paid, later months and other insurances bring none."""
        assert [] == said(record(period))

    def test_a_month_held_twice_with_one_base_is_credited_once(self) -> None:
        """The credit is the same whichever is given up, and dates from the first money."""
        first = paid("2019-01..2019-02", area="110000")
        second = paid(
            "2019-02..2019-03", area="130100", status=BACK_PAID, settled_on=date(2020, 5, 6)
        )
        expected = [
            ("2019-01", "2019-01", "400.00"),
            ("2019-02", "2019-02", "400.00"),
            ("2020-05", "2019-03", "400.00"),
        ]
        assert expected == said(record(first, second))

    def test_what_is_not_known_is_named_and_never_guessed(self) -> None:
        """Months without a base, with two bases, and months known only by their number."""
        history = record(
            paid("2018-01..2018-02", base=None),
            paid("2018-04", base=None),
            paid("2019-01..2019-03", area="110000"),
            paid("2019-02..2019-04", 4000, area="130100"),
            paid("2020-01..2020-06", count=4),
        )
        with pytest.raises(UndeterminedError) as caught:
            account.credits(history, on=LATER)
        assert (
            "the base of 2018-01..2018-02",
            "the base of 2018-04",
            "one base of 2019-02..2019-03, held twice (history.keeping gives one up)",
            "the months of pension 2020-01..2020-06 (4 of 6) paid employee",
        ) == caught.value.missing

    def test_a_known_and_an_unknown_base_are_two(self) -> None:
        """Which of two relations is kept is not known, nor then what is credited."""
        history = record(paid("2019-01", area="110000"), paid("2019-01", None, area="130100"))
        with pytest.raises(UndeterminedError, match=r"one base of 2019-01, held twice"):
            account.credits(history, on=LATER)

    def test_keeping_one_relation_settles_which_base_holds(self) -> None:
        """After one of two relations was given up, its months are those of the other."""
        history = record(paid("2019-01", area="110000"), paid("2019-01", 4000, area="130100"))
        kept = history.keeping(PENSION, area="130100")
        assert [("2019-01", "2019-01", "320.00")] == said(kept)

    def test_months_before_1998_need_the_share_of_their_place(self) -> None:
        """Before 1998 no share holds for the nation; the caller supplies the one of the place."""
        history = record(paid("1997-12", 500))
        with pytest.raises(UnknownLawError) as caught:
            account.credits(history, on=LATER, area="130100")
        law = shipped().replacing(
            parameters.ACCOUNT_CREDIT, "12", area="130000", valid_until=date(1997, 12, 31)
        )
        (credit,) = account.credits(history, on=LATER, law=law, area="130100")
        unknown = caught.value
        assert ("pension.account_credit", "130100", "1997-12-01") == (
            unknown.parameter,
            unknown.area,
            unknown.day,
        )
        assert Decimal("60.00") == credit.amount

    @pytest.mark.parametrize(
        ("facts", "error"),
        [
            ({"history": []}, PeriodError),
            ({"on": "2026-01-29"}, MonthError),
            ({"law": "shipped"}, RuleError),
            ({"area": "Beijing"}, RuleError),
        ],
    )
    def test_what_is_no_record_day_law_or_area_is_refused(
        self, facts: dict[str, Any], error: type[Exception]
    ) -> None:
        """Each argument is checked."""
        with pytest.raises(error):
            account.credits(**{"history": record(paid("2019-01")), "on": LATER, **facts})


class TestBalance:
    """The balance of a day."""

    def test_two_years_and_a_running_one(self) -> None:
        """400 yuan a month from July 2023, computed by hand with the month-product method."""
        found = account.balance(
            record(paid("2023-07..2025-02")), on=date(2025, 2, 28), method=MONTH_PRODUCT
        )
        money = [
            # 400 * (6 + 5 + 4 + 3 + 2 + 1) * 3.97 % / 12 = 27.79
            (2023, "0.00", "2400.00", "27.79", "2427.79", "3.97"),
            # 2427.79 * 2.62 % + 400 * 78 * 2.62 % / 12 = 63.608098 + 68.12
            (2024, "2427.79", "4800.00", "131.73", "7359.52", "2.62"),
            (2025, "7359.52", "800.00", "0.00", "8159.52", "None"),
        ]
        assert money == [
            (
                year.year,
                *map(str, (year.opening, year.credits, year.interest, year.closing)),
                str(year.percent and year.percent.value),
            )
            for year in found.years
        ]
        assert Decimal("8159.52") == found.amount

    def test_the_year_method(self) -> None:
        """The same year by the other method: 2400 * 3.97 % * 1.083 / 2 = 51.59412."""
        found = account.balance(record(paid("2023-07..2023-12")), on=date(2024, 1, 1), method=YEAR)
        assert Decimal("2451.59") == found.amount

    def test_interest_is_earned_when_the_year_has_ended(self) -> None:
        """On 31 December the year still runs, on 1 January its interest stands in the account."""
        days = (date(2024, 12, 31), date(2025, 1, 1))
        found = [
            account.balance(record(), on=on, method=YEAR, opening=100_000, opening_year=2023).amount
            for on in days
        ]
        assert [Decimal("100000.00"), Decimal("102620.00")] == found

    def test_without_a_credit_there_is_no_account(self) -> None:
        """The account of an empty record has no years and no money."""
        found = account.balance(record(), on=LATER, method=YEAR)
        assert (Balance(()), Decimal(0)) == (found, found.amount)

    def test_a_known_balance_takes_the_place_of_all_before_it(self) -> None:
        """Unknown bases, shares, places and rates before an opening balance are not asked for."""
        history = record(
            paid("1990-01..1997-12", None),
            paid("2013-01..2013-12", count=3),
            paid("2014-01..2014-06", area="110000"),
            paid("2014-01..2014-06", 4000, area="130100"),
            paid("2023-01..2024-01"),
        )
        found = account.balance(
            history, on=date(2024, 1, 31), method=YEAR, opening="1000.5", opening_year=2023
        )
        assert (Decimal("1400.50"), [2024]) == (found.amount, [year.year for year in found.years])

    def test_a_late_back_payment_is_added_to_a_known_balance(self) -> None:
        """A month before the opening balance whose money came after it is a later credit."""
        late = paid("2020-12", status=BACK_PAID, settled_on=date(2024, 1, 15))
        found = account.balance(
            record(late), on=date(2024, 1, 31), method=YEAR, opening=1000, opening_year=2023
        )
        assert Decimal("1400.00") == found.amount

    def test_months_known_by_their_number_matter_after_a_known_balance(self) -> None:
        """Where their last month may be a later credit they are named."""
        history = record(paid("2023-01..2024-01", count=3))
        with pytest.raises(UndeterminedError, match=r"the months of pension 2023-01\.\.2024-01"):
            account.balance(history, on=LATER, method=YEAR, opening_year=2023)

    def test_a_year_whose_rate_is_not_known_is_named(self) -> None:
        """Rates before 2016 were the provinces'."""
        with pytest.raises(UnknownLawError) as caught:
            account.balance(record(paid("2015-12")), on=LATER, method=YEAR, area="130100")
        error = caught.value
        assert ("pension.account_interest", "130100", "2015-12-31") == (
            error.parameter,
            error.area,
            error.day,
        )

    def test_the_caller_supplies_the_rate_of_a_province(self) -> None:
        """With 2.75 % for Hebei in 2015, 400 yuan of December earn 0.92 by the month product."""
        law = shipped().replacing(
            parameters.ACCOUNT_INTEREST,
            "2.75",
            area="130000",
            valid_from=date(2015, 1, 1),
            valid_until=date(2015, 12, 31),
        )
        found = account.balance(
            record(paid("2015-12")),
            on=date(2016, 1, 1),
            method=MONTH_PRODUCT,
            law=law,
            area="130100",
        )
        assert Decimal("400.92") == found.amount

    def test_an_empty_year_needs_no_rate(self) -> None:
        """An account that was empty at the end of 2013 and has no credit in 2014 asks no rate."""
        found = account.balance(
            record(paid("2016-01")), on=date(2016, 1, 31), method=YEAR, opening_year=2013
        )
        assert [(2014, None), (2015, None), (2016, None)] == [
            (year.year, year.percent) for year in found.years
        ]
        assert Decimal("400.00") == found.amount

    def test_rates_of_the_nation_hold_for_every_place(self) -> None:
        """A place without a rate of its own uses the one of the nation, with its evidence."""
        found = account.balance(
            record(), on=date(2026, 1, 1), method=YEAR, area="130100", opening=1, opening_year=2024
        )
        percent = found.years[0].percent
        assert percent is not None
        assert (Decimal("1.50"), Evidence.SECONDARY) == (percent.value, percent.evidence)

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"method": "month_product"}, RuleError, "method"),
            ({"opening": 1000}, RuleError, "opening_year"),
            ({"opening": 1000.5, "opening_year": 2020}, MoneyError, "opening"),
            ({"opening_year": 2026}, RuleError, "opening_year"),
            ({"opening_year": 0}, RuleError, "opening_year"),
            ({"opening_year": True}, RuleError, "opening_year"),
            ({"on": "2026-01-29"}, MonthError, "on"),
            ({"history": None}, PeriodError, "history"),
            ({"law": "shipped"}, RuleError, "law"),
        ],
    )
    def test_what_makes_no_balance_is_refused(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """An opening balance has a year that ended, and every argument is checked."""
        given = {"history": record(), "on": LATER, "method": YEAR, **facts}
        with pytest.raises(error) as caught:
            account.balance(**given)
        assert field == getattr(caught.value, "field", None)
