"""Residents' medical insurance by example: windows, waiting periods, repair, cover, incentives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any, cast

import pytest

from shebao import (
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    Missing,
    MoneyError,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    PeriodError,
    Reason,
    RuleError,
    Scheme,
    UnknownLawError,
    Verdict,
    explain,
    resident_medical,
)
from shebao.law import Dated, Law, parameters, shipped
from shebao.law.resident_medical_values import EnrolmentWindow, IncentiveAmounts
from shebao.law.timeline import Hole
from shebao.rules.resident_medical import ResidentBenefits

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
TIANJIN = "120000"


def resident(year: int, settled: date | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """A calendar year paid as a resident."""
    months = MonthSpan(f"{year}-01", f"{year}-12")
    facts = {"scheme": Scheme.RESIDENT, "settled_on": settled, **facts}
    return ContributionPeriod(MEDICAL, months, **facts)


def employed(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Months insured by an employer."""
    return ContributionPeriod(MEDICAL, MonthSpan(first, last), **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def in_window(*years: int) -> list[ContributionPeriod]:
    """Years paid in November of the year before."""
    return [resident(year, date(year - 1, 11, 2)) for year in years]


def asked(
    *periods: ContributionPeriod,
    on: date,
    law: Law | None = None,
    **facts: Any,  # noqa: ANN401
) -> Decision[ResidentBenefits]:
    """The waiting period of somebody in Tianjin who is of no special group."""
    facts = {"area": TIANJIN, "is_exempt": False, **facts}
    return resident_medical.waiting(record(*periods), on=on, law=law, **facts)


def benefits(decision: Decision[ResidentBenefits]) -> ResidentBenefits:
    """What goes with an answer that has something."""
    assert decision.value is not None
    return decision.value


def parts_of(decision: Decision[ResidentBenefits]) -> dict[Reason, Verdict]:
    """The verdict of each condition and part."""
    return {part.reason: part.verdict for each in decision.conditions for part in each.walk()}


def with_a_line(name: str) -> list[str]:
    """The areas whose files say something of a parameter."""
    stems = [entry.name for entry in files("shebao.law").joinpath("data").iterdir()]
    areas = sorted(stem.removesuffix(".toml") for stem in stems if stem.endswith(".toml"))
    return [area for area in areas if shipped().timeline(parameters.ALL[name], area) is not None]


def entries_of(name: str, area: str) -> tuple[Dated[Any] | Hole, ...]:
    """What the file of an area says of a parameter."""
    line = shipped().timeline(parameters.ALL[name], area)
    assert line is not None
    return line.entries


class TestPublished:
    """The examples that Qingdao and Xiamen publish."""

    def test_qingdao_two_years_absent(self) -> None:
        """小孙: absent in 2025 and 2026, enrolled for 2027 in the window, waits 3 + 1 months."""
        found = benefits(asked(*in_window(2027), on=date(2027, 1, 1)))

        assert date(2027, 5, 1) == found.first_day
        assert (3, 1, 0, 4) == (
            found.longest.fixed_months,
            found.longest.variable_months,
            found.longest.repaired_months,
            found.longest.months,
        )

    def test_qingdao_repaired_by_a_year(self) -> None:
        """小孙 pays one year more and has benefits from 2027-04-01; nothing is left to repair."""
        found = benefits(asked(*in_window(2027), on=date(2027, 1, 1), repaired_years=1))

        assert date(2027, 4, 1) == found.first_day
        assert (1, 0) == (found.longest.repaired_months, found.longest.repairable_months)

    def test_qingdao_repaired_in_the_record(self) -> None:
        """2026 is bought back on 2027-02-10: before, benefits begin in May, after, in April."""
        bought = resident(2026, date(2027, 2, 10), status=PaymentStatus.BACK_PAID)
        days = [
            benefits(asked(*in_window(2027), bought, on=on)).first_day
            for on in (date(2027, 2, 9), date(2027, 2, 10))
        ]

        assert [date(2027, 5, 1), date(2027, 4, 1)] == days

    def test_xiamen_one_year_absent(self) -> None:
        """Absent in 2024 and 2025, paid for 2026: three fixed months and no variable one."""
        found = benefits(asked(*in_window(2026), on=date(2026, 1, 1)))

        assert ((2025,), 3, 0, date(2026, 4, 1)) == (
            found.longest.broken_years,
            found.longest.fixed_months,
            found.longest.variable_months,
            found.first_day,
        )

    def test_xiamen_in_the_window_every_year(self) -> None:
        """Who enrols in every window from the end of 2024 on never waits."""
        for year in (2025, 2026, 2027):
            decision = asked(*in_window(2025, 2026, 2027), on=date(year, 1, 1))

            assert (ELIGIBLE, date(year, 1, 1)) == (
                decision.outcome,
                benefits(decision).first_day,
            )


class TestWaiting:
    """Fixed and variable months, and the floor of repair."""

    @pytest.mark.parametrize(
        ("year", "repaired", "months", "repairable"),
        [
            (2026, 0, 3, 0),
            (2027, 0, 4, 1),
            (2028, 0, 5, 2),
            (2028, 1, 4, 1),
            (2028, 9, 3, 0),
            (2029, 0, 6, 0),
            (2029, 3, 6, 0),
            (2030, 0, 7, 1),
            (2030, 4, 6, 0),
        ],
    )
    def test_months_by_broken_years(
        self, year: int, repaired: int, months: int, repairable: int
    ) -> None:
        """One month a further year; from four broken years on six months remain after repair."""
        decision = asked(*in_window(year), on=date(year, 1, 1), repaired_years=repaired)
        found = benefits(decision).longest

        assert INELIGIBLE is decision.outcome
        assert (months, repairable) == (found.months, found.repairable_months)
        assert date(year, 1 + months, 1) == found.first_day

    def test_late_without_a_break(self) -> None:
        """Insured in 2026, paid for 2027 on 2027-03-10: three months from that day."""
        decision = asked(*in_window(2026), resident(2027, date(2027, 3, 10)), on=date(2027, 3, 10))

        assert date(2027, 6, 10) == benefits(decision).first_day
        assert ((), 3) == (
            benefits(decision).longest.broken_years,
            benefits(decision).longest.months,
        )
        assert NOT_MET is parts_of(decision)[Reason.RESIDENT_MEDICAL_WINDOW]
        assert MET is parts_of(decision)[Reason.RESIDENT_MEDICAL_CONTINUOUS]

    def test_after_the_window_but_before_the_year(self) -> None:
        """Where the window closed on 28 December, paying on the 30th waits from 1 January."""
        early = in_window(2024)
        decision = asked(
            *early, resident(2025, date(2024, 12, 30)), on=date(2025, 1, 1), area="130000"
        )

        assert date(2025, 4, 1) == benefits(decision).first_day

    def test_a_year_bought_back_is_no_year_without_a_break(self) -> None:
        """2026 paid in 2027 leaves the fixed months: only the variable part is repaired."""
        bought = resident(2026, date(2027, 1, 4))
        decision = asked(*in_window(2025, 2027), bought, on=date(2027, 1, 4))

        assert ((2026,), 3) == (
            benefits(decision).longest.broken_years,
            benefits(decision).longest.months,
        )

    def test_a_break_that_was_waited_for_is_over(self) -> None:
        """Absent in 2025, insured in 2026, absent in 2027: only 2027 is broken before 2028."""
        found = benefits(asked(*in_window(2026, 2028), on=date(2028, 1, 1)))

        assert ((2027,), 3) == (found.longest.broken_years, found.longest.months)

    def test_the_next_year_may_be_asked_for(self) -> None:
        """On the day of payment in November benefits of the next year are known."""
        paid = in_window(2026, 2027)
        on = date(2026, 11, 2)
        found = asked(*paid, on=on, year=2027)

        assert date(2027, 1, 1) == benefits(found).first_day
        assert INELIGIBLE is asked(*paid, on=date(2026, 11, 1), year=2027).outcome

    def test_a_waiting_period_may_outlast_the_year(self) -> None:
        """Paid on 2026-11-10 for 2026: the first covered day lies after its end."""
        decision = asked(resident(2026, date(2026, 11, 10)), on=date(2026, 11, 10))

        assert date(2027, 2, 10) == benefits(decision).first_day
        assert 2026 == benefits(decision).year

    def test_a_day_of_payment_that_the_record_does_not_hold(self) -> None:
        """The caller's day of payment holds, from that day on."""
        days = [
            asked(on=on, enrolled_on=date(2026, 3, 5))
            for on in (date(2026, 3, 4), date(2026, 3, 5))
        ]

        assert [INELIGIBLE, INELIGIBLE] == [each.outcome for each in days]
        assert days[0].value is None
        assert date(2026, 6, 5) == benefits(days[1]).first_day

    def test_before_2025_the_law_is_not_known(self) -> None:
        """国办发〔2024〕38号 is from 2025; what a place had before is not known."""
        decision = asked(*in_window(2024), on=date(2024, 6, 1))

        assert (UNDETERMINED, None) == (decision.outcome, decision.value)
        assert (Missing("resident_medical.fixed_waiting_months", TIANJIN),) == decision.missing

    def test_without_the_variable_part_nothing_is_known(self) -> None:
        """Under a law of official grade the reading of further broken years is missing."""
        decision = asked(*in_window(2026), on=date(2026, 1, 1), law=shipped().at_least("official"))

        assert (Missing("resident_medical.variable_waiting", TIANJIN),) == decision.missing

    def test_who_has_not_paid_has_no_benefits(self) -> None:
        """Without a payment for the year the answer is no, and nothing goes with it."""
        decision = asked(*in_window(2025, 2026), on=date(2027, 1, 1))

        assert (INELIGIBLE, None) == (decision.outcome, decision.value)
        assert [(Reason.RESIDENT_MEDICAL_PAID, NOT_MET, 2027, False)] == [
            (each.reason, each.verdict, each.required, each.actual) for each in decision.conditions
        ]

    def test_a_payment_that_perhaps_was_for_the_year(self) -> None:
        """None to three of the months of 2026: whether the year is paid is open."""
        decision = asked(resident(2026, count=(0, 3)), on=date(2026, 5, 1))

        assert (UNDETERMINED, None) == (decision.outcome, decision.value)
        assert (Missing("history"),) == decision.missing

    def test_a_back_payment_without_a_day_is_open(self) -> None:
        """When a year was bought back nobody says, so whether it is paid for by now is open."""
        bought = resident(2026, status=PaymentStatus.BACK_PAID)

        assert UNDETERMINED is asked(bought, on=date(2026, 5, 1)).outcome

    def test_law_of_another_place(self) -> None:
        """Where a place adds a month for the first broken year, it is added."""
        rule = {
            "first_year": 2025,
            "free_years": 0,
            "step_months": 1,
            "long_years": 4,
            "long_months": 6,
        }
        law = shipped().replacing(parameters.RESIDENT_MEDICAL_VARIABLE_WAITING, rule, area=TIANJIN)
        found = benefits(asked(*in_window(2029), on=date(2029, 1, 1), repaired_years=4, law=law))

        assert (4, 1, 6) == (
            found.longest.variable_months,
            found.longest.repaired_months,
            found.longest.months,
        )


class TestWindow:
    """The enrolment window is the place's."""

    def test_of_an_unknown_place(self) -> None:
        """Insured without a break, the window unknown: from January or from April."""
        decision = asked(*in_window(2026, 2027), on=date(2027, 1, 1), area="440300")
        found = benefits(decision)

        assert UNDETERMINED is decision.outcome
        assert (Missing("resident_medical.window", "440300"),) == decision.missing
        assert (date(2027, 1, 1), date(2027, 4, 1), None) == (
            found.shortest.first_day,
            found.longest.first_day,
            found.first_day,
        )

    def test_of_no_place(self) -> None:
        """Without a place the nation is named: no national text has the days."""
        decision = asked(*in_window(2026, 2027), on=date(2027, 1, 1), area=None)

        assert (Missing("resident_medical.window", "100000"),) == decision.missing

    def test_after_a_break_the_window_does_not_matter(self) -> None:
        """Absent in 2026, paid before the year: the waiting period is the same in any window."""
        decision = asked(*in_window(2025, 2027), on=date(2027, 1, 1), area=None)

        assert (INELIGIBLE, date(2027, 4, 1)) == (decision.outcome, benefits(decision).first_day)

    def test_without_the_day_of_payment(self) -> None:
        """A year of which only that it is paid is known: the day is asked for."""
        decision = asked(*in_window(2026), resident(2027), on=date(2027, 1, 1))

        assert (Missing("enrolled_on"),) == decision.missing
        assert (date(2027, 1, 1), date(2027, 4, 1)) == (
            benefits(decision).shortest.first_day,
            benefits(decision).longest.first_day,
        )

    @pytest.mark.parametrize(
        ("paid", "late_from", "first"),
        [
            (date(2026, 12, 31), "payment", date(2027, 1, 1)),
            (date(2027, 2, 10), "payment", date(2027, 2, 10)),
            (date(2027, 2, 28), "year", date(2027, 1, 1)),
            (date(2027, 3, 1), "year", date(2027, 6, 1)),
        ],
    )
    def test_that_closes_in_the_year(self, paid: date, late_from: str, first: date) -> None:
        """Until 28 February one is in time, from payment or from 1 January, as the place says."""
        window = {"first": "10-20", "last": "02-28", "late_from": late_from}
        law = shipped().replacing(parameters.RESIDENT_MEDICAL_WINDOW, window, area=TIANJIN)
        decision = asked(*in_window(2026), resident(2027, paid), on=date(2027, 3, 1), law=law)

        assert first == benefits(decision).first_day

    def test_of_two_payments_the_first_holds(self) -> None:
        """Paid in the window and again in March: the window was met."""
        again = resident(2027, date(2027, 3, 1), area="130100")
        decision = asked(*in_window(2026, 2027), again, on=date(2027, 4, 1))

        assert ELIGIBLE is decision.outcome

    @pytest.mark.parametrize(
        "value",
        [
            {"first": "09-01", "last": "02-29"},
            {"first": "9-1", "last": "12-31"},
            {"first": "W01-1", "last": "12-31"},
            {"first": 901, "last": "12-31"},
            {"first": "09-01"},
            {"first": "09-01", "last": "12-31", "late_from": "never"},
        ],
    )
    def test_what_is_no_window(self, value: object) -> None:
        """A day that not every year has, a number or a week is no month and day."""
        with pytest.raises(ValueError, match="a table of first, last, late_from"):
            parameters.RESIDENT_MEDICAL_WINDOW.read(value)


class TestEmployment:
    """Years that employment insures are no broken years."""

    def test_a_year_of_employment_is_insured(self) -> None:
        """Employed until December 2026, enrolled in the window for 2027: from 1 January."""
        decision = asked(employed("2025-01", "2026-12"), *in_window(2027), on=date(2027, 1, 1))

        assert (ELIGIBLE, date(2027, 1, 1)) == (decision.outcome, benefits(decision).first_day)

    @pytest.mark.parametrize(("last", "expected"), [("2026-09", MET), ("2026-08", UNKNOWN)])
    def test_a_year_that_employment_covers_in_part(self, last: str, expected: Verdict) -> None:
        """Three months without insurance at its end leave a year insured, four leave it open."""
        decision = asked(employed("2025-01", last), *in_window(2027), on=date(2027, 1, 1))
        open_fact = () if expected is MET else (Missing("part_years_count"),)

        assert expected is parts_of(decision)[Reason.RESIDENT_MEDICAL_CONTINUOUS]
        assert open_fact == decision.missing

    @pytest.mark.parametrize(
        ("count", "outcome", "broken"), [(True, ELIGIBLE, ()), (False, INELIGIBLE, (2026,))]
    )
    def test_what_the_place_makes_of_such_a_year(
        self, count: bool, outcome: Outcome, broken: tuple[int, ...]
    ) -> None:
        """Who says what the place makes of it has an answer."""
        decision = asked(
            employed("2025-01", "2026-03"),
            *in_window(2027),
            on=date(2027, 1, 1),
            part_years_count=count,
        )

        assert (outcome, broken) == (decision.outcome, benefits(decision).longest.broken_years)

    def test_such_a_year_in_the_middle_bounds_the_waiting_period(self) -> None:
        """Employed in March 2026 alone, absent in 2025 and 2027: three to five months."""
        decision = asked(employed("2026-03", "2026-03"), *in_window(2028), on=date(2028, 1, 1))
        found = benefits(decision)

        assert INELIGIBLE is decision.outcome
        assert (3, 5, None) == (found.shortest.months, found.longest.months, found.first_day)
        begun = [
            resident_medical.cover(
                record(employed("2026-03", "2026-03"), *in_window(2028)),
                on=date(2028, month, 1),
                area=TIANJIN,
                is_exempt=False,
            )
            for month in (3, 4, 6)
        ]
        assert [INELIGIBLE, UNDETERMINED, ELIGIBLE] == [each.outcome for each in begun]
        assert (Missing("part_years_count"),) == begun[1].missing

    def test_months_known_by_their_number_are_open(self) -> None:
        """Three of the months of 2026 may be its last: the record is missing."""
        counted = resident(2026, count=(0, 3))
        decision = asked(*in_window(2025, 2027), counted, on=date(2027, 1, 1))

        assert (Missing("history"),) == decision.missing

    def test_a_year_perhaps_bought_back_is_open(self) -> None:
        """Of 2026 none to three months were paid for in 2027: three months or four."""
        bought = resident(2026, date(2027, 1, 2), count=(0, 3))
        facts: dict[str, Any] = {"area": TIANJIN, "is_exempt": False}
        history = record(*in_window(2027), bought)
        decision = resident_medical.cover(history, on=date(2027, 4, 1), **facts)

        assert (3, 4) == (
            benefits(decision).shortest.months,
            benefits(decision).longest.months,
        )
        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)

    def test_deferred_months_of_employment_insure(self) -> None:
        """缓缴 and 待缴 stop no benefit: a year that ends with them is insured."""
        deferred = employed("2026-01", "2026-12", status=PaymentStatus.DEFERRED)
        decision = asked(*in_window(2025, 2027), deferred, on=date(2027, 1, 1))

        assert ELIGIBLE is decision.outcome

    @pytest.mark.parametrize(
        ("paid", "outcome"), [(date(2027, 7, 20), ELIGIBLE), (date(2027, 8, 1), INELIGIBLE)]
    )
    def test_a_change_within_three_months_has_no_waiting(
        self, paid: date, outcome: Outcome
    ) -> None:
        """医保办发〔2021〕43号: employed until March 2027, a resident by July, not by August."""
        decision = asked(employed("2025-01", "2027-03"), resident(2027, paid), on=paid)
        first = date(2027, 7, 20) if outcome is ELIGIBLE else date(2027, 11, 1)

        assert (outcome, first) == (decision.outcome, benefits(decision).first_day)

    def test_a_change_takes_two_years_of_insurance(self) -> None:
        """Twenty-three months are too few, a resident year and eleven months are enough."""
        paid = resident(2027, date(2027, 5, 10))
        short = asked(employed("2025-05", "2027-03"), paid, on=date(2027, 5, 10))
        both = asked(
            resident(2025, date(2024, 12, 2)),
            employed("2026-01", "2027-03"),
            paid,
            on=date(2027, 5, 10),
        )

        assert (INELIGIBLE, NOT_MET) == (
            short.outcome,
            parts_of(short)[Reason.RESIDENT_MEDICAL_INSURED_MONTHS],
        )
        assert ELIGIBLE is both.outcome

    def test_a_change_without_the_day_of_payment_is_open(self) -> None:
        """Nobody says when the change was made."""
        decision = asked(employed("2024-01", "2027-03"), resident(2027), on=date(2027, 5, 10))

        assert UNKNOWN is parts_of(decision)[Reason.RESIDENT_MEDICAL_LEFT]
        assert (Missing("enrolled_on"),) == decision.missing

    def test_a_change_of_months_without_places_is_open(self) -> None:
        """Whether employment ended in time the record does not say."""
        counted = employed("2024-01", "2027-03", count=38)
        decision = asked(counted, resident(2027, date(2027, 6, 10)), on=date(2027, 6, 10))

        assert (UNDETERMINED, UNKNOWN) == (
            decision.outcome,
            parts_of(decision)[Reason.RESIDENT_MEDICAL_LEFT],
        )

    def test_a_change_under_a_law_without_gaps_is_open(self) -> None:
        """Where the gap that may be paid up is not known, so is the change, and it is named."""
        law = shipped().with_area(
            """
            schema = 1
            area = "120000"
            name = { zh = "天津市", en = "Tianjin" }

            [[parameters."medical.repairable_gap_months"]]
            from = 2020-01-01
            missing = "a test"
            """
        )
        paid = resident(2027, date(2027, 4, 10))
        decision = asked(employed("2024-01", "2027-03"), paid, on=date(2027, 4, 10), law=law)

        assert (Missing("medical.repairable_gap_months", TIANJIN),) == decision.missing

    def test_under_such_a_law_a_year_has_to_end_insured(self) -> None:
        """Without a known gap a year counts for certain only if December is insured."""
        law = shipped().with_area(
            """
            schema = 1
            area = "120000"
            name = { zh = "天津市", en = "Tianjin" }

            [[parameters."medical.repairable_gap_months"]]
            from = 2020-01-01
            missing = "a test"
            """
        )
        verdicts = [
            parts_of(
                asked(employed("2025-01", last), *in_window(2027), on=date(2027, 1, 1), law=law)
            )[Reason.RESIDENT_MEDICAL_CONTINUOUS]
            for last in ("2026-11", "2026-12")
        ]

        assert [UNKNOWN, MET] == verdicts


class TestExempt:
    """New-borns and special groups do not wait."""

    @pytest.mark.parametrize(
        ("is_exempt", "outcome", "days"),
        [
            (True, ELIGIBLE, (date(2027, 3, 10), date(2027, 3, 10))),
            (False, INELIGIBLE, (date(2027, 7, 10), date(2027, 7, 10))),
            (None, UNDETERMINED, (date(2027, 3, 10), date(2027, 7, 10))),
        ],
    )
    def test_special_groups(
        self, is_exempt: bool | None, outcome: Outcome, days: tuple[date, date]
    ) -> None:
        """Of an exempt group benefits begin with payment; where it is not known it is asked for."""
        paid = resident(2027, date(2027, 3, 10))
        decision = asked(paid, on=date(2027, 3, 10), is_exempt=is_exempt)
        found = benefits(decision)

        assert (outcome, days) == (
            decision.outcome,
            (found.shortest.first_day, found.longest.first_day),
        )
        assert ((Missing("is_exempt"),) if is_exempt is None else ()) == decision.missing

    @pytest.mark.parametrize(
        ("paid", "first"),
        [(date(2026, 8, 13), date(2026, 5, 15)), (date(2026, 8, 14), date(2026, 11, 14))],
    )
    def test_children_registered_within_ninety_days(self, paid: date, first: date) -> None:
        """Born on 2026-05-15: covered from birth if registered by the ninetieth day after it."""
        decision = asked(resident(2026, paid), on=date(2026, 9, 1), born_on=date(2026, 5, 15))

        assert first == benefits(decision).first_day

    def test_a_child_is_covered_in_the_next_year_from_january(self) -> None:
        """Born in December, registered in January: of the next year from 1 January."""
        paid = resident(2027, date(2027, 1, 20))
        decision = asked(paid, on=date(2027, 2, 1), born_on=date(2026, 12, 3))

        assert date(2027, 1, 1) == benefits(decision).first_day

    def test_nobody_is_covered_before_birth(self) -> None:
        """A child enrolled in the window, before it was born, is covered from birth."""
        decision = asked(*in_window(2026), on=date(2026, 4, 2), born_on=date(2026, 4, 2), area=None)

        assert (ELIGIBLE, date(2026, 4, 2)) == (decision.outcome, benefits(decision).first_day)

    def test_years_before_birth_are_not_broken(self) -> None:
        """A child of 2027 enrolled for 2028 late was absent in 2027 alone."""
        paid = resident(2028, date(2028, 4, 1))
        found = benefits(asked(paid, on=date(2028, 4, 1), born_on=date(2027, 6, 1)))

        assert ((2027,), 3) == (found.longest.broken_years, found.longest.months)

    @pytest.mark.parametrize(
        ("born", "expected"), [(date(2024, 10, 3), UNKNOWN), (date(2024, 10, 2), NOT_MET)]
    )
    def test_a_child_whose_day_of_payment_is_not_known(self, born: date, expected: Verdict) -> None:
        """Paid in 2025 at the earliest: open for who was born ninety days before, not for others."""
        decision = asked(resident(2026), on=date(2026, 9, 1), born_on=born)

        assert expected is parts_of(decision)[Reason.RESIDENT_MEDICAL_NEWBORN]

    def test_children_under_a_law_without_their_days(self) -> None:
        """Where the days are not known, they are named."""
        law = shipped().with_area(
            """
            schema = 1
            area = "120000"
            name = { zh = "天津市", en = "Tianjin" }

            [[parameters."resident_medical.newborn_days"]]
            from = 2020-01-01
            missing = "a test"
            """
        )
        paid = resident(2026, date(2026, 6, 1))
        decision = asked(paid, on=date(2026, 9, 1), born_on=date(2026, 5, 15), law=law)

        assert Missing("resident_medical.newborn_days", TIANJIN) in decision.missing


class TestCover:
    """Whether a day is paid for."""

    @pytest.mark.parametrize(
        ("on", "outcome"),
        [
            (date(2027, 4, 30), INELIGIBLE),
            (date(2027, 5, 1), ELIGIBLE),
            (date(2027, 12, 31), ELIGIBLE),
            (date(2028, 1, 1), INELIGIBLE),
        ],
    )
    def test_after_the_waiting_period_until_the_end_of_the_year(
        self, on: date, outcome: Outcome
    ) -> None:
        """Qingdao's 小孙 is covered from May to December 2027; costs before are not paid."""
        history = record(*in_window(2027))
        decision = resident_medical.cover(history, on=on, is_exempt=False)

        assert outcome is decision.outcome

    def test_the_same_record_before_and_after_a_repair(self) -> None:
        """On 2027-04-10 the day is covered for who bought 2026 back by then."""
        bought = resident(2026, date(2027, 4, 10), status=PaymentStatus.BACK_PAID)
        history = record(*in_window(2027), bought)
        outcomes = [
            resident_medical.cover(history, on=on, is_exempt=False).outcome
            for on in (date(2027, 4, 9), date(2027, 4, 10))
        ]

        assert [INELIGIBLE, ELIGIBLE] == outcomes

    def test_without_a_payment_the_day_is_not_covered(self) -> None:
        """A record of the year before alone."""
        decision = resident_medical.cover(record(*in_window(2026)), on=date(2027, 1, 1))

        assert (INELIGIBLE, None) == (decision.outcome, decision.value)

    def test_before_2025_the_answer_is_open(self) -> None:
        """The law of waiting periods before 2025 is not known."""
        decision = resident_medical.cover(record(*in_window(2024)), on=date(2024, 5, 1))

        assert UNDETERMINED is decision.outcome

    def test_the_condition_names_the_first_covered_day(self) -> None:
        """The explanation tells from when benefits are paid, and how long the wait was."""
        history = record(*in_window(2027))
        decision = resident_medical.cover(history, on=date(2027, 5, 1), is_exempt=False)
        told = "".join(explain(decision).split())

        assert "自2027-05-01起享受" in told
        assert "待遇等待期月数：4" in told
        assert Evidence.SECONDARY is decision.evidence

    def test_the_fixed_months_rest_on_official_law(self) -> None:
        """Where no variable month runs, the law was read as an official text."""
        history = record(*in_window(2026, 2027))
        decision = resident_medical.cover(
            history, on=date(2027, 5, 1), is_exempt=False, area=TIANJIN
        )

        assert (ELIGIBLE, Evidence.OFFICIAL) == (decision.outcome, decision.evidence)


class TestFaults:
    """What cannot be is refused."""

    @pytest.mark.parametrize(
        ("facts", "message"),
        [
            ({"repaired_years": -1}, "repaired_years: -1 is no number of years"),
            ({"repaired_years": True}, "repaired_years: True is no number of years"),
            ({"is_exempt": "no"}, "is_exempt: 'no' is no truth value"),
            ({"part_years_count": 1}, "part_years_count: 1 is no truth value"),
            ({"born_on": date(2028, 1, 1)}, "lies after the day that is asked for"),
            ({"year": 2029}, "year: 2029 is no year that is paid for by then"),
            ({"year": "2027"}, "year: '2027' is no year that is paid for by then"),
        ],
    )
    def test_facts_that_make_no_sense(self, facts: dict[str, Any], message: str) -> None:
        """Each fact is refused by its name."""
        with pytest.raises(RuleError, match=message):
            resident_medical.waiting(record(), on=date(2027, 1, 1), **facts)

    def test_days_are_days(self) -> None:
        """A text is no day."""
        with pytest.raises(MonthError, match="on: '2027'"):
            resident_medical.waiting(record(), on=cast("Any", "2027"))
        with pytest.raises(MonthError, match="on: '2027'"):
            resident_medical.cover(record(), on=cast("Any", "2027"))
        with pytest.raises(MonthError, match="enrolled_on: 'May'"):
            resident_medical.cover(record(), on=date(2027, 1, 1), enrolled_on=cast("Any", "May"))

    def test_a_record_is_a_record(self) -> None:
        """A list of periods is no record."""
        with pytest.raises(PeriodError, match="history: "):
            resident_medical.waiting(cast("Any", []), on=date(2027, 1, 1))
        with pytest.raises(PeriodError, match="history: "):
            resident_medical.incentives(cast("Any", []), on=date(2027, 1, 1))


SIX_YEARS = record(*in_window(2025, 2026, 2027, 2028, 2029, 2030))


class TestIncentives:
    """国办发〔2024〕38号: what staying insured is worth."""

    @pytest.mark.parametrize(
        ("year", "continuous", "raises"),
        [(2025, 1, 0), (2028, 4, 0), (2029, 5, 1), (2030, 6, 2), (2031, 0, 2)],
    )
    def test_the_fifth_year_is_the_first_that_raises(
        self, year: int, continuous: int, raises: int
    ) -> None:
        """Four years from 2025 come first; in 2031, not paid, the raises stay."""
        found = resident_medical.incentives(SIX_YEARS, on=date(year, 3, 1))

        assert (continuous, continuous) == found.continuous_years
        assert (raises, raises) == found.continuous_raises

    def test_a_break_begins_the_years_anew_and_keeps_the_raises(self) -> None:
        """Five years, a year absent, five years: one raise and one raise."""
        history = record(*in_window(*range(2025, 2030), *range(2031, 2036)))
        found = resident_medical.incentives(history, on=date(2035, 3, 1), area="130000")

        assert ((5, 5), (2, 2), (1, 1)) == (
            found.continuous_years,
            found.continuous_raises,
            found.broken_years,
        )
        assert (Decimal(4000), Decimal(4000)) == found.raised
        assert (Decimal(2000), Decimal(2000)) == found.lowered

    def test_years_without_a_claim_raise_the_next(self) -> None:
        """2028 and 2029 count in 2030; 2030 is not over and 2024 is before the rule."""
        found = resident_medical.incentives(
            SIX_YEARS, on=date(2030, 3, 1), zero_claim_years=[2024, 2028, 2029, 2030, 2029]
        )

        assert (2, 2) == found.zero_claim_raises

    def test_years_that_are_not_insured_have_no_claims_to_spare(self) -> None:
        """A year without a claim that nobody paid for raises nothing."""
        history = record(*in_window(2025, 2027))
        found = resident_medical.incentives(history, on=date(2027, 3, 1), zero_claim_years=[2026])

        assert (0, 0) == found.zero_claim_raises

    def test_use_clears_the_years_without_a_claim_alone(self) -> None:
        """Used in May 2029: 2026 to 2028 are gone from that day, continuous years stay."""
        claimless = [2026, 2027, 2028]
        before, after = (
            resident_medical.incentives(
                SIX_YEARS, on=on, zero_claim_years=claimless, used_on=date(2029, 5, 6)
            )
            for on in (date(2029, 5, 5), date(2029, 5, 6))
        )

        assert ((3, 3), (0, 0)) == (before.zero_claim_raises, after.zero_claim_raises)
        assert (1, 1) == before.continuous_raises == after.continuous_raises

    def test_amounts_of_a_place(self) -> None:
        """Jiangxi: 3000 yuan each; two raises and one make 9000."""
        found = resident_medical.incentives(
            SIX_YEARS, on=date(2030, 3, 1), zero_claim_years=[2029], area="360100"
        )

        assert (Decimal(9000), Decimal(9000)) == found.raised
        assert (Decimal(0), Decimal(0)) == found.lowered

    def test_a_place_of_which_the_lowering_is_not_known(self) -> None:
        """Jiangxi's lowering after a break was not read."""
        history = record(*in_window(2025, 2027))
        found = resident_medical.incentives(history, on=date(2027, 3, 1), area="360000")

        assert found.lowered is None

    def test_never_above_a_fifth_of_the_cap(self) -> None:
        """Of a cap of 20000 yuan raises and lowering are 4000 at most."""
        found = resident_medical.incentives(
            SIX_YEARS, on=date(2034, 3, 1), zero_claim_years=[2029], area="130000", cap=20000
        )

        assert (Decimal(4000), Decimal(4000)) == found.raised
        assert (3, 3) == found.broken_years
        assert (Decimal(4000), Decimal(4000)) == found.lowered

    def test_the_fifth_is_rounded_down(self) -> None:
        """A fifth of 0.99 yuan is 0.198: never more than it, 0.19."""
        found = resident_medical.incentives(
            SIX_YEARS, on=date(2030, 3, 1), area="130000", cap="0.99"
        )

        assert (Decimal("0.19"), Decimal("0.19")) == found.raised

    def test_without_amounts_of_the_place_the_nation_bounds_them(self) -> None:
        """Two raises are 2000 yuan at least; at most a fifth of the cap, where that is known."""
        free, capped = (
            resident_medical.incentives(SIX_YEARS, on=date(2030, 3, 1), cap=cap)
            for cap in (None, 300000)
        )

        assert (Decimal(2000), None) == free.raised
        assert (Decimal(2000), Decimal(60000)) == capped.raised
        assert free.amounts is None

    def test_without_raises_nothing_is_raised(self) -> None:
        """Before the fifth year the amount is zero, whatever the place."""
        found = resident_medical.incentives(SIX_YEARS, on=date(2027, 3, 1))

        assert (Decimal(0), Decimal(0)) == found.raised

    def test_years_of_employment_leave_bounds(self) -> None:
        """A year of employment after five years may hold them or begin them anew; it is not broken."""
        history = record(
            *in_window(2025, 2026, 2027, 2028, 2029, 2031), employed("2030-01", "2030-12")
        )
        found = resident_medical.incentives(history, on=date(2031, 3, 1))

        assert ((1, 6), (1, 2), (0, 0)) == (
            found.continuous_years,
            found.continuous_raises,
            found.broken_years,
        )

    def test_years_before_birth_are_not_broken(self) -> None:
        """A child of 2027 enrolled for 2028 was absent in 2027 alone."""
        history = record(*in_window(2028))
        found = resident_medical.incentives(history, on=date(2028, 3, 1), born_on=date(2027, 2, 3))

        assert (1, 1) == found.broken_years

    def test_before_2025_there_are_none(self) -> None:
        """The law is not known for earlier days."""
        with pytest.raises(UnknownLawError, match=r"resident_medical\.incentive_rule"):
            resident_medical.incentives(SIX_YEARS, on=date(2024, 12, 31))

    @pytest.mark.parametrize("years", [2025, ["2025"], [True]])
    def test_years_without_a_claim_are_years(self, years: object) -> None:
        """A number alone, a text or a truth value is no list of years."""
        with pytest.raises(RuleError, match=r"zero_claim_years: .* are no years"):
            resident_medical.incentives(
                SIX_YEARS, on=date(2030, 3, 1), zero_claim_years=cast("Any", years)
            )

    def test_a_year_of_use_has_a_claim(self) -> None:
        """Raises used in 2029 contradict that 2029 was without a claim."""
        with pytest.raises(RuleError, match="lies in a year without a claim"):
            resident_medical.incentives(
                SIX_YEARS,
                on=date(2030, 3, 1),
                zero_claim_years=[2029],
                used_on=date(2029, 3, 1),
            )

    def test_a_cap_is_an_amount(self) -> None:
        """A negative cap is refused."""
        with pytest.raises(MoneyError, match="cap: -1 is negative"):
            resident_medical.incentives(SIX_YEARS, on=date(2030, 3, 1), cap=-1)


class TestPlaces:
    """What is shipped of places, every number pinned."""

    def test_windows(self) -> None:
        """Tianjin's from the text of the law; Hebei's and Jiangxi's of 2025, secondary."""
        found = {
            area: [
                None
                if isinstance(each, Hole)
                else (each.value, each.valid_from, each.valid_until, each.evidence)
                for each in entries_of("resident_medical.window", area)
            ]
            for area in with_a_line("resident_medical.window")
        }
        first, last = date(2025, 1, 1), date(2025, 12, 31)
        into_february = EnrolmentWindow((9, 15), (2, 28), "year")

        assert {
            "120000": [
                (EnrolmentWindow((9, 1), (12, 31)), date(2021, 1, 1), None, Evidence.OFFICIAL)
            ],
            "130000": [
                (EnrolmentWindow((9, 1), (12, 28)), first, last, Evidence.SECONDARY),
                None,
            ],
            "360000": [(into_february, first, last, Evidence.SECONDARY)],
        } == found

    def test_amounts(self) -> None:
        """Hebei raises and lowers by 2000 yuan, Jiangxi raises by 3000; both from 2025, secondary."""
        found = {
            area: [
                (each.value, each.valid_from, each.evidence)
                for each in entries_of("resident_medical.incentive", area)
                if isinstance(each, Dated)
            ]
            for area in with_a_line("resident_medical.incentive")
        }
        two, three = Decimal(2000), Decimal(3000)

        assert {
            "130000": [(IncentiveAmounts(two, two, two), date(2025, 1, 1), Evidence.SECONDARY)],
            "360000": [(IncentiveAmounts(three, three), date(2025, 1, 1), Evidence.SECONDARY)],
        } == found

    @pytest.mark.parametrize(
        "name",
        [
            "resident_medical.fixed_waiting_months",
            "resident_medical.newborn_days",
            "resident_medical.switch_months",
            "resident_medical.variable_waiting",
            "resident_medical.incentive_rule",
        ],
    )
    def test_of_the_rest_no_place_has_its_own(self, name: str) -> None:
        """No place's own waiting months or days were read."""
        assert ["100000"] == with_a_line(name)
