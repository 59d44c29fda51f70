"""What unpaid contributions cost: late fee by the day, deferral, fines, assessment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from shebao import Evidence, MoneyError, MonthError, RuleError, UndeterminedError, UnknownLawError
from shebao.law import parameters, shipped
from shebao.law.arrears_values import (
    FineTimes,
    FirstLateDay,
    LateFeeRule,
    LumpSumDocument,
    StepRule,
)
from shebao.law.parameter import Parameter
from shebao.rules.arrears import assessed, deadline, fine, late_fee, registration_fine
from shebao.terms import EnforcementStep

DUE = date(2025, 2, 28)
#: Arrears of before the statute, and the last day of the time that was ordered.
OLD_DUE, ORDERED = date(2010, 3, 31), date(2010, 6, 30)


class TestLateFee:
    """Simple, day by day, from the day after the deadline."""

    @pytest.mark.parametrize(
        ("on", "days", "amount"),
        [
            (date(2025, 2, 1), 0, "0.00"),
            (DUE, 0, "0.00"),
            (date(2025, 3, 1), 1, "50.00"),
            (date(2025, 3, 10), 10, "500.00"),
            (date(2026, 2, 28), 365, "18250.00"),
        ],
    )
    def test_half_a_thousandth_a_day(self, on: date, days: int, amount: str) -> None:
        """A hundred thousand yuan bear 50 yuan a day: after ten days 500 (社会保险法 第八十六条)."""
        found = late_fee(100_000, deadline=DUE, on=on)
        assert (days, Decimal(amount)) == (found.days, found.amount)

    @pytest.mark.parametrize(("owed", "amount"), [("9", "0.00"), ("10", "0.01"), ("30", "0.02")])
    def test_half_fen_go_up(self, owed: str, amount: str) -> None:
        """A day's fee on 9, 10 and 30 yuan is 0.45, 0.5 and 1.5 fen."""
        assert Decimal(amount) == late_fee(owed, deadline=DUE, on=date(2025, 3, 1)).amount

    def test_the_employer_bears_it(self) -> None:
        """Rate and payer stand with their law: 第八十六条 and 人社部令第13号 第二十条."""
        found = late_fee(100, deadline=DUE, on=date(2025, 3, 1))
        assert ("employer", "第二十条") == (found.payer.value, found.payer.citation.article)
        assert (5, "第八十六条") == (found.rule.value.per_ten_thousand, found.rule.citation.article)
        assert found.rule.evidence is Evidence.OFFICIAL

    def test_a_law_of_its_own(self) -> None:
        """A place or a reform may have another rate."""
        rule = {"per_ten_thousand": 3, "after_order": False}
        law = shipped().replacing(parameters.LATE_FEE, rule, area="130000")
        days: dict[str, Any] = {"deadline": DUE, "on": date(2025, 3, 1)}
        assert Decimal("30.00") == late_fee(100_000, **days, area="130100", law=law).amount
        assert Decimal("50.00") == late_fee(100_000, **days, law=law).amount


class TestDeferral:
    """While payment is deferred with approval or by agreement no late fee runs."""

    def test_its_days_are_free(self) -> None:
        """Of 31 days of March ten are deferred: 21 bear the fee (人社部令第13号 第二十一、二十二条)."""
        deferred = [(date(2025, 3, 11), date(2025, 3, 20))]
        found = late_fee(100_000, deadline=DUE, on=date(2025, 3, 31), deferred=deferred)
        assert (21, 10, Decimal("1050.00")) == (found.days, found.free_days, found.amount)

    def test_days_are_free_once(self) -> None:
        """Deferrals may overlap, and reach beyond the arrears at both ends."""
        deferred = [
            (date(2025, 3, 5), date(2025, 12, 31)),
            (date(2024, 1, 1), date(2025, 3, 2)),
            (date(2025, 3, 1), date(2025, 3, 2)),
        ]
        found = late_fee(100_000, deadline=DUE, on=date(2025, 3, 31), deferred=deferred)
        assert (2, 29, Decimal("100.00")) == (found.days, found.free_days, found.amount)

    def test_before_the_statute_it_is_not_known(self) -> None:
        """What a deferral of 2010 did to the fee is not known: bounds, and the parameter by name."""
        found = late_fee(
            1000,
            deadline=OLD_DUE,
            on=date(2010, 4, 10),
            deferred=[(date(2010, 4, 1), date(2010, 4, 4))],
            ordered_until=date(2010, 4, 9),
            area="130100",
        )
        assert (Decimal("12.00"), Decimal("20.00")) == (found.at_least, found.at_most)
        with pytest.raises(UndeterminedError) as caught:
            _ = found.amount
        assert caught.value.missing == ("arrears.deferral_months (130100)",)

    def test_a_deferral_that_changes_nothing_leaves_nothing_open(self) -> None:
        """Of nothing owed the fee is nothing."""
        deferred = [(date(2010, 4, 1), date(2010, 4, 4))]
        found = late_fee(0, deadline=OLD_DUE, on=date(2010, 4, 10), deferred=deferred)
        assert Decimal(0) == found.amount

    def test_a_deferral_has_two_days_in_order(self) -> None:
        """It does not end before it begins."""
        with pytest.raises(RuleError) as caught:
            late_fee(1, deadline=DUE, on=DUE, deferred=[(DUE, date(2025, 2, 27))])
        assert (caught.value.field, caught.value.value) == ("deferred[0]", date(2025, 2, 27))


class TestBeforeTheStatute:
    """Arrears that began before 2011-07-01 follow the regulation of 1999 (人社部令第13号 第二十九条)."""

    @pytest.mark.parametrize(
        ("due", "amount"), [(date(2011, 6, 29), "22.00"), (date(2011, 6, 30), "5.00")]
    )
    def test_the_day_on_which_arrears_began_decides(self, due: date, amount: str) -> None:
        """From 30 June 0.2 % a day, for 11 days; from 1 July 0.05 %, for 10 days."""
        on, until = date(2011, 7, 10), date(2011, 7, 9)
        assert Decimal(amount) == late_fee(1000, deadline=due, on=on, ordered_until=until).amount

    @pytest.mark.parametrize(("on", "amount"), [(ORDERED, "0.00"), (date(2010, 7, 1), "184.00")])
    def test_it_is_owed_once_the_time_ordered_has_passed(self, on: date, amount: str) -> None:
        """Nothing to its last day, then from the first day of the arrears: 92 days, 2 yuan a day."""
        found = late_fee(1000, deadline=OLD_DUE, on=on, ordered_until=ORDERED)
        assert Decimal(amount) == found.amount

    def test_without_an_order_nothing_is_owed(self) -> None:
        """Where nothing was ordered there is no late fee."""
        found = late_fee(1000, deadline=OLD_DUE, on=date(2020, 1, 1), ordered_until=False)
        assert Decimal(0) == found.amount == found.at_most

    def test_whether_it_was_ordered_has_to_be_known(self) -> None:
        """Otherwise the fee lies between nothing and all of it."""
        found = late_fee(1000, deadline=OLD_DUE, on=date(2010, 4, 5))
        assert (Decimal(0), Decimal("10.00")) == (found.at_least, found.at_most)
        with pytest.raises(UndeterminedError) as caught:
            _ = found.amount
        assert caught.value.missing == ("ordered_until",)

    def test_in_time_nothing_has_to_be_known(self) -> None:
        """Paid on the deadline, no order could matter."""
        assert Decimal(0) == late_fee(1000, deadline=OLD_DUE, on=OLD_DUE).amount

    def test_since_the_statute_no_order_is_asked_for(self) -> None:
        """第八十六条 charges together with the order: who was never ordered owes the fee too."""
        days: dict[str, Any] = {"deadline": DUE, "on": date(2025, 3, 10)}
        assert Decimal(5) == late_fee(1000, **days, ordered_until=False).amount

    def test_before_the_regulation_nothing_is_known(self) -> None:
        """For arrears of 1998 the library knows no law."""
        with pytest.raises(UnknownLawError) as caught:
            late_fee(1000, deadline=date(1998, 12, 31), on=date(1999, 3, 1))
        assert caught.value.parameter == "arrears.late_fee"


class TestDeadline:
    """The last day without a late fee is fixed by places."""

    @pytest.mark.parametrize(
        ("month", "expected"),
        [("2024-02", date(2024, 2, 29)), ("2025-12", date(2025, 12, 31))],
    )
    def test_in_tianjin_it_is_the_end_of_the_month(self, month: str, expected: date) -> None:
        """自次月1日起 since 2020-09-21, though the months are due by their 20th."""
        assert expected == deadline(month, area="120000") == deadline(month, area="120101")

    @pytest.mark.parametrize("area", [None, "130100", "410000", "440300"])
    def test_of_other_places_it_is_not_known(self, area: str | None) -> None:
        """There is no national day; of Hebei and Henan the first late day was not read."""
        with pytest.raises(UnknownLawError) as caught:
            deadline("2025-02", area=area)
        assert (caught.value.parameter, caught.value.area) == (
            "arrears.first_late_day",
            area or "100000",
        )

    def test_a_day_within_a_month_that_is_too_short(self) -> None:
        """A first late day of the 31st is the last day of February."""
        rule = {"months_after": 0, "day": 31}
        law = shipped().replacing(parameters.FIRST_LATE_DAY, rule, area="130000")
        assert date(2025, 2, 27) == deadline("2025-02", area="130000", law=law)
        assert date(2025, 3, 30) == deadline("2025-03", area="130000", law=law)


class TestFines:
    """Ranges: one to three times, and for persons 500 to 3,000 yuan."""

    def test_on_arrears(self) -> None:
        """One to three times what is owed, nothing on persons (第八十六条)."""
        found = fine("2620.50", on=date(2025, 6, 3))
        assert (Decimal("2620.50"), Decimal("7861.50")) == (found.at_least, found.at_most)
        assert FineTimes(1, 3) == found.rule.value

    def test_for_not_registering(self) -> None:
        """One to three times the contributions due, and 500 to 3,000 yuan (第八十四条)."""
        found = registration_fine("2620.50", on=date(2011, 7, 1))
        assert (Decimal("2620.50"), Decimal("7861.50")) == (found.at_least, found.at_most)
        assert FineTimes(1, 3, Decimal(500), Decimal(3000)) == found.rule.value

    @pytest.mark.parametrize("ask", [fine, registration_fine])
    def test_before_the_statute_they_are_not_known(self, ask: Any) -> None:  # noqa: ANN401
        """Both articles came on 2011-07-01."""
        with pytest.raises(UnknownLawError):
            ask(100, on=date(2011, 6, 30))

    @pytest.mark.parametrize(
        ("last_month", "on", "expected"),
        [
            ("4000", date(2025, 6, 3), "4400.00"),
            ("0.05", date(2025, 6, 3), "0.06"),
            ("4000", date(1999, 1, 22), "4400.00"),
        ],
    )
    def test_assessment(self, last_month: str, on: date, expected: str) -> None:
        """What is not declared is assessed at 110 % of the month before, half a fen up."""
        assert Decimal(expected) == assessed(last_month, on=on)


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"amount": 1.5}, MoneyError, "amount"),
        ({"amount": "-1"}, MoneyError, "amount"),
        ({"deadline": "2025-02-28"}, MonthError, "deadline"),
        ({"on": None}, MonthError, "on"),
        ({"deferred": [("2025-03-01", DUE)]}, MonthError, "deferred[0]"),
        ({"deferred": [(DUE, DUE), (DUE, 1)]}, MonthError, "deferred[1]"),
        ({"deadline": OLD_DUE, "ordered_until": True}, MonthError, "ordered_until"),
    ],
)
def test_what_makes_no_late_fee_is_refused(
    facts: dict[str, Any], error: type[Exception], field: str
) -> None:
    """Amounts are exact, days are days; an order has a day, or there is none."""
    given = {"amount": 1000, "deadline": DUE, "on": date(2025, 3, 10), **facts}
    with pytest.raises(error) as caught:
        late_fee(given.pop("amount"), **given)
    assert getattr(caught.value, "field", None) == field


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        (
            parameters.FIRST_LATE_DAY,
            {"months_after": 1, "day": 1},
            FirstLateDay(1, 1),
        ),
        (
            parameters.LATE_FEE,
            {"per_ten_thousand": 5, "after_order": False},
            LateFeeRule(5, after_order=False),
        ),
        (parameters.ARREARS_FINE, {"low": 1, "high": 3}, FineTimes(1, 3)),
        (
            parameters.ENFORCEMENT[EnforcementStep.COURT],
            {"after": "order", "needs": ["unpaid", "no_security"]},
            StepRule(("unpaid", "no_security"), EnforcementStep.ORDER),
        ),
        (
            parameters.BACK_PAYMENT_DOCUMENT,
            {"months": 36, "document": "legal"},
            LumpSumDocument(36, "legal"),
        ),
        (parameters.BACK_PAYMENT_NEWCOMERS, True, True),
    ],
)
def test_values_are_read(parameter: Parameter[Any], value: object, expected: object) -> None:
    """Each form of value is read from a table as files write it."""
    assert expected == parameter.read(value)


@pytest.mark.parametrize(
    ("parameter", "value", "problem"),
    [
        (parameters.FIRST_LATE_DAY, {"months_after": 1, "day": 0}, "day: a whole number"),
        (parameters.LATE_FEE, {"per_ten_thousand": 5, "after_order": 0}, "true or false"),
        (parameters.ARREARS_FINE, {"low": 1}, "a table of low, high"),
        (
            parameters.ENFORCEMENT[EnforcementStep.COURT],
            {"after": "prayer", "needs": []},
            "after: one of order, account_query",
        ),
        (
            parameters.ENFORCEMENT[EnforcementStep.COURT],
            {"needs": ["unpaid", {"a": 1}]},
            "needs: a list of unpaid, expired, balance_short, no_security",
        ),
        (
            parameters.ENFORCEMENT[EnforcementStep.COURT],
            {"needs": "unpaid"},
            "needs: a list of unpaid, expired, balance_short, no_security",
        ),
        (parameters.BACK_PAYMENT_DOCUMENT, {"months": 0, "document": "legal"}, "months"),
    ],
)
def test_what_is_no_value_says_what_would_be(
    parameter: Parameter[Any], value: object, problem: str
) -> None:
    """A value that is none is refused with the form that is expected."""
    with pytest.raises(ValueError, match=r"table|true") as caught:
        parameter.read(value)
    assert problem in str(caught.value)
