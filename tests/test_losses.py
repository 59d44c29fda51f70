"""What a gap takes, purpose by purpose: every statement on breaks, under the law of a place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    MonthSpan,
    Outcome,
    Person,
    Scheme,
    Sex,
    YearMonth,
    breaks,
)
from shebao.law import Law, parameters, shipped
from shebao.terms import Purpose

ON: Final = date(2026, 1, 29)
SHANGHAI, SHIJIAZHUANG, FUJIAN = "310000", "130100", "350100"
GAP: Final = MonthSpan("2026-02", "2026-06")
SHORT: Final = MonthSpan("2026-02", "2026-03")
#: The average wage of 2025 in Hebei, which divides bases of 2026, is not known: this one is made up.
WAGES: Final = shipped().replacing(
    parameters.AVERAGE_MONTHLY_WAGE,
    "6800",
    area="130000",
    valid_from=date(2025, 1, 1),
    valid_until=date(2025, 12, 31),
)
MAN: Final = Person(birth=date(1980, 1, 2), sex=Sex.MALE)


def months(
    kind: InsuranceKind, first: str, last: str, base: int | None = 6000
) -> ContributionPeriod:
    """Months of a kind."""
    return ContributionPeriod(kind, MonthSpan(first, last), base=base, area=SHIJIAZHUANG)


EMPLOYED: Final = ContributionHistory(
    [months(kind, "2021-01", "2026-01") for kind in InsuranceKind if kind is not MATERNITY]
)


def cost(
    span: MonthSpan = GAP,
    *,
    history: ContributionHistory = EMPLOYED,
    at: date | None = None,
    area: str | None = SHANGHAI,
    person: Person | None = None,
    law: Law | None = None,
) -> breaks.Impact:
    """The impact of a gap."""
    return breaks.impact(history, span, on=ON, at=at, area=area, person=person, law=law)


class TestUnemployment:
    """Unemployment insurance needs a year in all, not in a row."""

    def test_the_claim_stays_and_its_months_with_it(self) -> None:
        """Five years and a half paid are five years: the gap of five months takes no month."""
        found = cost(area=FUJIAN).losses_of(UNEMPLOYMENT)[Purpose.BENEFIT]
        assert (found.kept, found.broken, found.is_lost) == (10, 10, False)

    def test_a_gap_before_the_year_is_full(self) -> None:
        """Eleven months are no claim; the gap takes it, for the months are missing in the total."""
        young = ContributionHistory([months(UNEMPLOYMENT, "2025-08", "2026-01")])
        found = cost(MonthSpan("2026-02", "2026-07"), history=young, area=FUJIAN)
        benefit = found.losses_of(UNEMPLOYMENT)[Purpose.BENEFIT]
        assert (benefit.kept, benefit.broken) == (2, 0)

    def test_of_an_unknown_place_the_national_ceiling_bounds_it(self) -> None:
        """What a place grants lies between nothing and the ceiling."""
        found = cost(area="990100").losses_of(UNEMPLOYMENT)[Purpose.BENEFIT]
        assert (found.kept, found.broken, found.is_lost) == ((0, 18), (0, 18), None)

    def test_of_a_text_that_leaves_months_open(self) -> None:
        """Beijing does not print where its further months begin: both readings bound it."""
        long = ContributionHistory([months(UNEMPLOYMENT, "2018-01", "2026-01")])
        found = cost(history=long, area="110100").losses_of(UNEMPLOYMENT)[Purpose.BENEFIT]
        assert isinstance(found.kept, tuple)


class TestPension:
    """Pension years get shorter, and a gap can generally not be paid afterwards."""

    def test_years_and_money(self) -> None:
        """Five months less, and the pooled pension with them."""
        lost = cost(area=SHIJIAZHUANG, law=WAGES).losses_of(PENSION)
        assert (lost[Purpose.CUMULATIVE].kept, lost[Purpose.CUMULATIVE].broken) == (66, 61)
        paid, unpaid = lost[Purpose.PENSION].kept, lost[Purpose.PENSION].broken
        assert isinstance(paid, Decimal)
        assert isinstance(unpaid, Decimal)
        assert Decimal(25) < paid - unpaid < Decimal(35)

    def test_who_was_not_employed_cannot_pay_it_afterwards(self) -> None:
        """Without a labour relation there is nothing to pay back."""
        mend = cost().losses_of(PENSION)[Purpose.CUMULATIVE].back_payment
        assert mend is not None
        assert mend.outcome is Outcome.INELIGIBLE

    @pytest.mark.parametrize(
        ("area", "base"), [("990100", 6000), (SHIJIAZHUANG, None)], ids=["no base", "no index"]
    )
    def test_money_is_told_only_where_it_is_known(self, area: str, base: int | None) -> None:
        """Without the base of the place, or the index of the record, there is no amount."""
        record = ContributionHistory([months(PENSION, "2021-01", "2026-01", base=base)])
        found = cost(history=record, area=area).losses_of(PENSION)
        assert set(found) == {Purpose.CUMULATIVE, Purpose.CONTINUOUS}


class TestMedical:
    """No benefits in the gap; beyond three months the continuous years begin anew."""

    def test_cover_stops_and_continuous_months_fall_to_nothing(self) -> None:
        """In Shanghai cover ends with the month after the last paid one; cumulative months stay."""
        lost = cost().losses_of(MEDICAL)
        found = {purpose: (loss.kept, loss.broken) for purpose, loss in lost.items()}
        assert found[Purpose.CUMULATIVE] == (66, 61)
        assert found[Purpose.CONTINUOUS] == (66, 0)
        assert found[Purpose.COVER] == (5, 1)

    def test_a_short_gap_can_be_mended_until_a_day(self) -> None:
        """Two months missing on 1 April: a third may pass before the gap is too long."""
        loss = cost(SHORT).losses_of(MEDICAL)[Purpose.WAITING]
        assert loss.repairable_until == date(2026, 5, 31)
        assert cost(GAP).losses_of(MEDICAL)[Purpose.WAITING].repairable_until is None

    def test_retirees_lack_more_months(self) -> None:
        """The years that a retiree needs are short by the months of the gap."""
        loss = cost(person=MAN).losses_of(MEDICAL)[Purpose.RETIREE]
        assert (loss.kept, loss.broken) == (115, 120)
        assert Purpose.RETIREE not in cost().losses_of(MEDICAL)

    def test_a_long_gap_brings_a_waiting_period(self) -> None:
        """Back at work in July 2026 in Fujian, one waits until 2027, at half the benefits."""
        back = EMPLOYED.adding([months(MEDICAL, "2026-07", "2026-12")])
        found = breaks.impact(
            back, GAP, on=date(2026, 8, 20), at=date(2026, 8, 20), area=FUJIAN
        ).losses_of(MEDICAL)[Purpose.WAITING]
        assert (found.kept, found.broken, found.waiting_until) == (0, 6, date(2027, 1, 1))


class TestWorkInjuryAndMaternity:
    """Work injury and maternity go on with the next employer."""

    def test_nothing_is_paid_in_the_gap_and_nothing_waits_after_it(self) -> None:
        """Cover is missing in the gap alone: a month at the next employer, and it is back."""
        lost = cost().losses_of(WORK_INJURY)[Purpose.COVER]
        assert (lost.kept, lost.broken) == (5, (0, 1))
        again = EMPLOYED.adding([months(WORK_INJURY, "2026-07", "2026-07")])
        found = breaks.impact(again, GAP, on=date(2026, 7, 20), area=SHANGHAI)
        assert found.broken.work_injury.eligible

    def test_maternity_follows_medical_months(self) -> None:
        """Since the merger there is no record of its own, and the gap counts the same."""
        lost = cost().losses_of(MATERNITY)
        assert (lost[Purpose.CUMULATIVE].kept, lost[Purpose.CUMULATIVE].broken) == (66, 61)


class TestWhole:
    """What holds for all of it."""

    def test_kinds_without_an_earlier_month_are_not_compared(self) -> None:
        """Only what could have gone on can be lost."""
        record = ContributionHistory([months(PENSION, "2021-01", "2026-01")])
        assert {loss.kind for loss in cost(history=record).losses} == {PENSION}

    def test_a_resident_loses_nothing_of_an_employee(self) -> None:
        """Resident months are no employee months, so there is nothing to compare."""
        resident = ContributionHistory(
            [ContributionPeriod(MEDICAL, MonthSpan("2025-01", "2025-12"), scheme=Scheme.RESIDENT)]
        )
        assert cost(history=resident).losses == ()

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_it_is_told(self, lang: str) -> None:
        """The text names what is lost and until when it can be mended."""
        text = cost(SHORT, area=SHIJIAZHUANG, law=WAGES).text(lang)
        words = {
            "zh": ("每月基础养老金", "可补缴接续", "事后补缴"),
            "en": ("pooled pension", "paid up without waiting", "paid afterwards"),
        }
        assert [each in text for each in words[lang]] == [True] * 3

    def test_a_supplied_law_decides(self) -> None:
        """With a rule that stops benefits a month later, one month more is covered."""
        found = []
        for stop in (0, 1):
            rule = {"start_months": 0, "stop_months": stop}
            law = shipped().replacing(parameters.MEDICAL_BENEFITS, rule, area="990100")
            found.append(cost(area="990100", law=law).losses_of(MEDICAL)[Purpose.COVER].broken)
        assert found == [(0, 1), 1]

    @given(st.integers(1, 12), st.integers(0, 24))
    def test_a_gap_never_gives(self, length: int, later: int) -> None:
        """In no purpose is the broken world ahead, whenever it is compared."""
        span = MonthSpan(YearMonth(2026, 2), YearMonth(2026, 1) + length)
        at = (span.last + 1 + later).first_day
        for loss in cost(span, at=at).losses:
            if loss.purpose in (Purpose.CUMULATIVE, Purpose.CONTINUOUS, Purpose.COVER):
                assert _most(loss.broken) <= _most(loss.kept)


def _most(value: object) -> int:
    """The higher bound of a number of months."""
    most = value[1] if isinstance(value, tuple) else value
    assert isinstance(most, int)
    return most
