"""The amount of a resident's pension, and the funeral grant that places may pay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    Missing,
    MoneyError,
    MonthError,
    Outcome,
    RuleError,
    UnknownLawError,
    explain,
    resident,
)
from shebao.law import parameters, shipped

ON = date(2024, 10, 30)
HUBEI = "420000"
TEN_MONTHS = shipped().replacing(parameters.RESIDENT_FUNERAL_GRANT, 10, area=HUBEI)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome


class TestAmounts:
    """国发〔2014〕8号: the base pension and the account over 139."""

    def test_a_published_case(self) -> None:
        """50000 yuan over 139 months are 359.71, with the base of 2024 in all 482.71 yuan."""
        made = resident.amounts(account=50000, on=ON)

        assert (Decimal(123), Decimal("359.71"), Decimal("482.71")) == (
            made.base_pension,
            made.account,
            made.total,
        )
        assert made.payout_months.value == 139
        assert made.base_law is not None
        assert made.base_law.area == "100000"

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2014, 2, 21), 55),
            (date(2014, 6, 30), 55),
            (date(2014, 7, 1), 70),
            (date(2018, 1, 1), 88),
            (date(2020, 7, 1), 93),
            (date(2022, 7, 1), 98),
            (date(2023, 7, 1), 103),
            (date(2024, 7, 1), 123),
            (date(2025, 7, 1), 143),
            (date(2026, 1, 1), 163),
        ],
    )
    def test_the_national_minimum(self, on: date, expected: int) -> None:
        """The minimum of each day, in a place of which nothing else is known."""
        made = resident.amounts(account=0, on=on, area="130100")

        assert (Decimal(expected), Decimal(expected)) == (made.base_pension, made.total)

    @pytest.mark.parametrize(
        ("on", "reason"),
        [
            (date(2014, 2, 20), "is not known"),
            (date(2024, 1, 1), "103 or 123"),
            (date(2025, 6, 30), "123 or 143"),
        ],
    )
    def test_where_the_minimum_is_not_known_it_has_to_be_given(self, on: date, reason: str) -> None:
        """Days on which reports disagree are holes and say why."""
        with pytest.raises(UnknownLawError, match=reason):
            resident.amounts(account=50000, on=on)

    def test_a_base_that_is_given_needs_no_law(self) -> None:
        """What the place pays, and what it adds, goes before the national minimum."""
        made = resident.amounts(
            account="1390.50", base_pension=188, additional="5.5", on=date(2025, 6, 30)
        )

        assert (Decimal(188), Decimal("5.5"), Decimal("203.50"), None) == (
            made.base_pension,
            made.additional,
            made.total,
            made.base_law,
        )

    def test_the_base_of_a_place_goes_before_the_nations(self) -> None:
        """What is known of a province holds in its counties."""
        law = shipped().replacing(parameters.RESIDENT_BASE_PENSION, 188, area="370000")
        made = resident.amounts(account=0, on=ON, area="370102", law=law)

        assert made.base_law is not None
        assert (Decimal(188), "370000") == (made.total, made.base_law.area)

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"account": 50000.5}, MoneyError, "account"),
            ({"account": -1}, MoneyError, "account"),
            ({"base_pension": 123.5}, MoneyError, "base_pension"),
            ({"additional": "x"}, MoneyError, "additional"),
            ({"on": "2024-10-30"}, MonthError, "on"),
            ({"area": "1301"}, RuleError, "area"),
            ({"law": 1}, RuleError, "law"),
        ],
    )
    def test_what_makes_no_pension_is_refused(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """Each fact is exact."""
        with pytest.raises(error) as caught:
            resident.amounts(**{"account": 50000, "on": ON, **facts})

        assert field == getattr(caught.value, "field", None)

    @given(st.integers(0, 10**8), st.integers(0, 10**6), st.integers(0, 10**6))
    def test_who_has_more_gets_more(self, fen: int, more: int, additional: int) -> None:
        """The parts sum to the total, and it never falls with the balance or what is added."""
        account, richer = Decimal(fen) / 100, Decimal(fen + more) / 100
        least = resident.amounts(account=account, on=ON)
        most = resident.amounts(account=richer, additional=Decimal(additional) / 100, on=ON)

        assert least.total <= most.total
        assert most.total == most.base_pension + most.additional + most.account
        assert abs(least.account * 139 - account) <= Decimal("0.695")


class TestFuneralGrant:
    """国发〔2014〕8号: places may have a funeral grant; no national text gives its months."""

    @pytest.mark.parametrize(
        ("insured", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_ten_months_in_hubei(self, insured: bool | None, expected: Outcome) -> None:
        """Hubei pays ten months of the base pension that the deceased drew."""
        answer = resident.funeral_grant(
            on=date(2025, 5, 8), insured=insured, base_pension=180, area=HUBEI, law=TEN_MONTHS
        )

        assert expected is answer.outcome
        assert answer.missing == ((Missing("insured"),) if insured is None else ())
        assert (answer.value is None) is (insured is False)
        if answer.value is not None:
            assert (10, Decimal(180), Decimal(1800), None) == (
                answer.value.months.value,
                answer.value.base_pension,
                answer.value.amount,
                answer.value.base_law,
            )

    def test_from_the_national_minimum_it_is_a_minimum(self) -> None:
        """Where the base of the place is not known, that of the nation is taken and says so."""
        answer = resident.funeral_grant(on=ON, insured=True, area=HUBEI, law=TEN_MONTHS)

        assert answer.value is not None
        assert answer.value.base_law is not None
        assert (Decimal(1230), "100000") == (answer.value.amount, answer.value.base_law.area)

    def test_without_a_base_there_are_months_and_no_yuan(self) -> None:
        """On a day on which the minimum is not known the months are still known."""
        answer = resident.funeral_grant(
            on=date(2025, 5, 8), insured=True, area=HUBEI, law=TEN_MONTHS
        )

        assert answer.eligible is True
        assert answer.value is not None
        assert (10, None, None, None) == (
            answer.value.months.value,
            answer.value.base_pension,
            answer.value.amount,
            answer.value.base_law,
        )

    def test_a_place_may_have_none(self) -> None:
        """Nought months is a place without the grant."""
        law = shipped().replacing(parameters.RESIDENT_FUNERAL_GRANT, 0, area=HUBEI)
        answer = resident.funeral_grant(on=ON, insured=True, area=HUBEI, law=law)

        assert (INELIGIBLE, None) == (answer.outcome, answer.value)

    @pytest.mark.parametrize(
        ("insured", "area", "expected"),
        [
            (True, HUBEI, UNDETERMINED),
            (None, None, UNDETERMINED),
            (False, HUBEI, INELIGIBLE),
        ],
    )
    def test_no_place_is_shipped(
        self, insured: bool | None, area: str | None, expected: Outcome
    ) -> None:
        """The months of a place are what is missing; who was not insured leaves none anywhere."""
        answer = resident.funeral_grant(on=ON, insured=insured, area=area)
        law = Missing("resident_pension.funeral_grant_months", area or "100000")

        assert (expected, None) == (answer.outcome, answer.value)
        assert (law in answer.missing) is (expected is UNDETERMINED)

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_the_answer_can_be_told(self, lang: str) -> None:
        """The explanation names the months of the place."""
        answer = resident.funeral_grant(on=ON, insured=True, area=HUBEI, law=TEN_MONTHS)

        assert "10" in explain(answer, lang)

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"insured": "yes"}, RuleError, "insured"),
            ({"base_pension": 180.5}, MoneyError, "base_pension"),
            ({"on": 2025}, MonthError, "on"),
        ],
    )
    def test_what_is_no_fact_is_refused(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """A text is no truth value, and a float no amount."""
        with pytest.raises(error) as caught:
            resident.funeral_grant(**{"on": ON, **facts})

        assert field == getattr(caught.value, "field", None)
