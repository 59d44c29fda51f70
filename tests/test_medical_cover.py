"""Cover of a day by example: start and stop, waiting periods, what is owed, what is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from shebao import (
    MEDICAL,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    LawFileError,
    Missing,
    MonthError,
    MonthSpan,
    MonthState,
    Outcome,
    PaymentStatus,
    PeriodError,
    Reason,
    Scheme,
    Verdict,
    YearMonth,
    medical,
)
from shebao.law import Law, parameters, shipped
from shebao.law.medical_values import Benefits, FlexibleWaiting, Waiting

SHANGHAI, TIANJIN, ZHEJIANG, FUJIAN = "310000", "120000", "330000", "350000"
GUANGZHOU, WUHAN, MONGOLIA, HAINAN = "440100", "420100", "150000", "460000"
#: A place of which nothing is known.
UNKNOWN_PLACE = "650000"
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
FLEXIBLE, RESIDENT = Scheme.FLEXIBLE, Scheme.RESIDENT
ARREARS, PENDING, DEFERRED = PaymentStatus.ARREARS, PaymentStatus.PENDING, PaymentStatus.DEFERRED
BENEFITS = parameters.MEDICAL_BENEFITS
WAITING, ALONE = parameters.MEDICAL_WAITING_MONTHS, parameters.MEDICAL_FLEXIBLE_WAITING
JANUARY = date(2026, 1, 29)

#: The rules of Guangzhou as they stood until 2022, taken for later days too.
OF_2014 = (
    shipped()
    .replacing(BENEFITS, {"start_months": 1, "reimburses_gap": True}, area=GUANGZHOU)
    .replacing(WAITING, 0, area=GUANGZHOU)
)

Answer = Decision[medical.MedicalCover]


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(MEDICAL, MonthSpan(first, last or first), **facts)


def bought(first: str, last: str, day: date, declared: date | None = None) -> ContributionPeriod:
    """Months paid on a day; declared that day too, long after their own, unless it is said."""
    return months(
        first, last, status=PaymentStatus.BACK_PAID, declared_on=declared or day, settled_on=day
    )


def asked(
    on: date,
    *periods: ContributionPeriod,
    area: str | None = SHANGHAI,
    law: Law | None = None,
) -> Answer:
    """The decision on a day."""
    return medical.cover(ContributionHistory(periods), on=on, area=area, law=law)


def value(decision: Answer) -> medical.MedicalCover:
    """What goes with an answer."""
    assert decision.value is not None
    return decision.value


def of_benefits(**rule: Any) -> Law:  # noqa: ANN401
    """A law that has a rule of start and stop in a place of which else nothing is known."""
    return shipped().replacing(BENEFITS, rule, area=UNKNOWN_PLACE)


def part(decision: Answer, reason: Reason) -> Condition:
    """The condition of a code."""
    (found,) = [each for top in decision.conditions for each in top.walk() if each.reason is reason]
    return found


class TestStartAndStop:
    """From when payment brings benefits, and until when, in the months from July to October."""

    record = (months("2025-07", "2025-10"),)

    @pytest.mark.parametrize(
        ("start", "stop", "first", "last"),
        [
            (0, 0, date(2025, 7, 1), date(2025, 10, 31)),
            (0, 1, date(2025, 7, 1), date(2025, 11, 30)),
            (1, 0, date(2025, 8, 1), date(2025, 10, 31)),
            (1, 1, date(2025, 8, 1), date(2025, 11, 30)),
        ],
    )
    def test_the_days_that_each_rule_covers(
        self, start: int, stop: int, first: date, last: date
    ) -> None:
        """Benefits begin and stop on the turn of a month, by the rule of the place."""
        law = of_benefits(start_months=start, stop_months=stop)
        found = [
            asked(day, *self.record, months("2025-12", status=ARREARS), area=UNKNOWN_PLACE, law=law)
            for day in (date(2025, 6, 30), first, last, date(2025, 12, 15))
        ]

        assert [INELIGIBLE, ELIGIBLE, ELIGIBLE, INELIGIBLE] == [each.outcome for each in found]
        assert [first, first] == [value(each).covered_from for each in found[1:3]]

    def test_the_month_of_payment_leads_to_the_next(self) -> None:
        """Where benefits follow by a month, the first one paid covers nothing yet."""
        law = of_benefits(start_months=1, stop_months=1)
        decision = asked(date(2025, 7, 31), *self.record, area=UNKNOWN_PLACE, law=law)

        assert (INELIGIBLE, date(2025, 8, 1)) == (decision.outcome, value(decision).covered_from)

    def test_without_any_month_there_is_never_cover(self) -> None:
        """An empty record covers no day, and nothing is missing for that."""
        decision = asked(JANUARY, area=UNKNOWN_PLACE)

        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)
        assert medical.MedicalCover() == value(decision)
        assert len(decision.conditions) == 1

    def test_a_break_begins_the_benefits_anew(self) -> None:
        """Who stopped for two months has benefits again from the month after the payment."""
        decision = asked(date(2026, 2, 10), *self.record, months("2026-01", "2026-02"))

        assert (ELIGIBLE, date(2026, 2, 1)) == (decision.outcome, value(decision).covered_from)

    def test_a_single_month_that_is_not_paid_ends_nothing_where_benefits_last_a_month(self) -> None:
        """Begun with payment and stopped a month after it, they bridge one unpaid month."""
        law = of_benefits(start_months=0, stop_months=1).replacing(WAITING, 0, area=UNKNOWN_PLACE)
        decision = asked(
            date(2026, 1, 5),
            *self.record,
            months("2025-12", "2026-01"),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert (ELIGIBLE, date(2025, 7, 1)) == (decision.outcome, value(decision).covered_from)

    @pytest.mark.parametrize("status", [PENDING, DEFERRED])
    def test_a_month_that_is_not_overdue_or_deferred_covers(self, status: PaymentStatus) -> None:
        """A contribution that is awaited or deferred takes nothing away (令13号 第二十三条)."""
        decision = asked(date(2025, 12, 5), *self.record, months("2025-11", status=status))

        assert decision.outcome is ELIGIBLE
        assert MonthState[status.name] is decision.conditions[0].actual

    def test_deemed_months_and_months_as_a_resident_cover_nothing(self) -> None:
        """Nothing was paid for them to the employees' insurance."""
        deemed = asked(date(2025, 9, 5), months("2025-01", "2025-09", status=PaymentStatus.DEEMED))
        resident = asked(date(2025, 9, 5), months("2025-01", "2025-09", scheme=RESIDENT))

        assert [INELIGIBLE, INELIGIBLE] == [deemed.outcome, resident.outcome]

    def test_flexible_months_and_the_public_sector_count(self) -> None:
        """All of the employees' scheme covers, whoever pays."""
        law = of_benefits(start_months=1, stop_months=1).replacing(ALONE, {"months": 0})
        found = [
            asked(JANUARY, months("2025-01", "2025-12", scheme=scheme), area=UNKNOWN_PLACE, law=law)
            for scheme in (FLEXIBLE, Scheme.PUBLIC_SECTOR)
        ]

        assert [ELIGIBLE, ELIGIBLE] == [each.outcome for each in found]


class TestTheMonthThatDecides:
    """The condition names the month that decides and what became of it."""

    def test_it_is_the_month_before_where_benefits_follow_by_a_month(self) -> None:
        """In Shanghai the cover of January rests on December."""
        condition = asked(JANUARY, months("2025-01", "2026-01")).conditions[0]

        assert (Reason.MEDICAL_PAID, MET) == (condition.reason, condition.verdict)
        assert (YearMonth(2025, 12), MonthState.PAID) == (condition.required, condition.actual)
        assert condition.citation is not None
        assert "沪医保规〔2025〕7号" == condition.citation.instrument.number
        assert Evidence.OFFICIAL is condition.evidence

    def test_it_is_the_month_itself_elsewhere(self) -> None:
        """In Tianjin January is looked at, once the record says something of it."""
        paid = asked(JANUARY, months("2025-01", "2026-01"), area=TIANJIN).conditions[0]
        owed = asked(
            JANUARY, months("2025-01", "2025-11"), months("2026-01", status=ARREARS), area=TIANJIN
        ).conditions[0]

        assert (YearMonth(2026, 1), MonthState.PAID) == (paid.required, paid.actual)
        assert (YearMonth(2026, 1), MonthState.ARREARS) == (owed.required, owed.actual)

    def test_it_is_the_month_before_while_nothing_is_known_of_the_month(self) -> None:
        """A gap of two months shows as the state of December."""
        condition = asked(JANUARY, months("2025-01", "2025-11"), area=TIANJIN).conditions[0]

        assert (YearMonth(2025, 12), MonthState.GAP) == (condition.required, condition.actual)

    def test_a_gap_beside_dated_months_is_a_gap(self) -> None:
        """A record with days is looked at period by period."""
        dated = months("2025-01", "2025-10", settled_on=date(2025, 10, 20))
        condition = asked(JANUARY, dated).conditions[0]

        assert (YearMonth(2025, 12), MonthState.GAP) == (condition.required, condition.actual)

    def test_it_is_the_month_itself_where_start_and_stop_differ(self) -> None:
        """Begun a month after payment and stopped with it, benefits rest on January too."""
        law = of_benefits(start_months=1, stop_months=0)
        paid = asked(JANUARY, months("2026-01"), area=UNKNOWN_PLACE, law=law).conditions[0]

        assert (NOT_MET, YearMonth(2026, 1), MonthState.PAID) == (
            paid.verdict,
            paid.required,
            paid.actual,
        )


class TestUnknownPlace:
    """Where a place's rule is not known, every rule is tried; only agreement decides."""

    def test_paid_without_a_break_up_to_the_month_decides(self) -> None:
        """November to January paid, January is covered whatever the place says."""
        decision = asked(JANUARY, months("2025-11", "2026-01"), area=UNKNOWN_PLACE)

        assert (ELIGIBLE, ()) == (decision.outcome, decision.missing)
        assert date(2025, 12, 1) == value(decision).covered_from

    def test_the_first_month_is_open(self) -> None:
        """In the first month that is paid benefits may have begun, or begin in the next."""
        decision = asked(JANUARY, months("2026-01"), area=UNKNOWN_PLACE)

        assert UNDETERMINED is decision.outcome
        assert (Missing("medical.benefits", UNKNOWN_PLACE),) == decision.missing
        assert value(decision).covered_from is None

    def test_the_month_after_the_last_is_open(self) -> None:
        """In the first month that is not paid benefits may have stopped, or still last."""
        decision = asked(JANUARY, months("2025-01", "2025-12"), area=UNKNOWN_PLACE)

        assert (Missing("enrolment"), Missing("medical.benefits", UNKNOWN_PLACE)) == (
            decision.missing
        )

    def test_a_month_that_is_owed_is_open_too(self) -> None:
        """Of a January that is overdue nothing but the rule of the place is missing."""
        decision = asked(
            JANUARY,
            months("2025-01", "2025-12"),
            months("2026-01", status=ARREARS),
            area=UNKNOWN_PLACE,
        )

        assert (Missing("medical.benefits", UNKNOWN_PLACE),) == decision.missing

    def test_two_months_without_payment_decide(self) -> None:
        """Nothing paid for December and January, no rule covers January."""
        decision = asked(JANUARY, months("2025-01", "2025-11"), area=UNKNOWN_PLACE)

        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)

    def test_national_law_alone_names_the_nation(self) -> None:
        """Without a place it is the nation's parameter that is missing."""
        decision = asked(JANUARY, months("2026-01"), area=None)

        assert (Missing("medical.benefits", "100000"),) == decision.missing

    def test_where_only_the_stop_is_open_the_start_is_known(self) -> None:
        """Tianjin prints the start alone: its first month is covered, the month after is open."""
        first = asked(JANUARY, months("2026-01"), area=TIANJIN)
        after = asked(JANUARY, months("2025-01", "2025-12"), area=TIANJIN)

        assert (ELIGIBLE, date(2026, 1, 1)) == (first.outcome, value(first).covered_from)
        assert MonthState.PAID is first.conditions[0].actual
        assert (Missing("enrolment"), Missing("medical.benefits", TIANJIN)) == after.missing

    def test_where_benefits_stop_with_payment_the_running_month_may_still_be_paid(self) -> None:
        """Inner Mongolia stops in the unpaid month; whether January is one depends on the job."""
        jobs = (months("2022-01", "2022-11"), months("2025-01", "2025-12"))
        decision = asked(JANUARY, *jobs, area=MONGOLIA)

        assert (UNDETERMINED, (Missing("enrolment"),)) == (decision.outcome, decision.missing)

    def test_a_december_that_was_paid_in_january_leaves_it_open_too(self) -> None:
        """The job goes on, so that January may still be paid."""
        law = of_benefits(start_months=0, stop_months=0, reimburses_gap=False, full_payment=False)
        law = law.replacing(WAITING, 0, area=UNKNOWN_PLACE)
        jobs = (months("2025-01", "2025-11"), bought("2025-12", "2025-12", date(2026, 1, 10)))
        decision = asked(JANUARY, *jobs, area=UNKNOWN_PLACE, law=law)

        assert (UNDETERMINED, (Missing("enrolment"),)) == (decision.outcome, decision.missing)

    def test_where_the_job_had_just_begun_the_start_stays_open(self) -> None:
        """December alone paid, January is covered only if it is paid and benefits came at once."""
        decision = asked(JANUARY, months("2025-12"), area=MONGOLIA)

        assert (Missing("enrolment"),) == decision.missing


class TestPaidLater:
    """Months that were paid later than they were due, as of each day."""

    before = months("2024-01", "2025-09")
    after = months("2026-01", "2026-03")

    def test_shanghai_restores_benefits_the_month_after_and_pays_nothing_back(self) -> None:
        """October to December paid on 10 January, with January: benefits from 1 February."""
        owed = bought("2025-10", "2025-12", date(2026, 1, 10), declared=date(2025, 12, 30))
        record = (self.before, owed, self.after)
        found = [asked(day, *record) for day in (date(2026, 1, 9), JANUARY, date(2026, 2, 1))]

        assert [INELIGIBLE, INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert [date(2026, 2, 1)] * 2 == [value(each).covered_from for each in found[1:]]

    def test_guangzhou_reimburses_what_is_paid_within_three_months(self) -> None:
        """The same payment covers January at once, and the months before it."""
        owed = bought("2025-10", "2025-12", date(2026, 1, 10), declared=date(2025, 12, 30))
        record = (self.before, owed, self.after)
        found = [
            asked(day, *record, area=GUANGZHOU, law=OF_2014)
            for day in (date(2026, 1, 9), date(2026, 1, 10))
        ]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert date(2024, 2, 1) == value(found[1]).covered_from

    def test_guangzhou_reimburses_nothing_after_three_months(self) -> None:
        """Four months that were owed give benefits again, but not for the time before."""
        owed = bought("2025-09", "2025-12", date(2026, 1, 10), declared=date(2025, 10, 30))
        decision = asked(
            date(2026, 2, 3),
            months("2024-01", "2025-08"),
            owed,
            self.after,
            area=GUANGZHOU,
            law=OF_2014,
        )

        assert (ELIGIBLE, date(2026, 2, 1)) == (decision.outcome, value(decision).covered_from)

    def test_before_the_limit_was_known_nothing_is_reimbursed(self) -> None:
        """In 2020 no text said how long a gap may be paid up."""
        owed = bought("2020-02", "2020-02", date(2020, 3, 10), declared=date(2020, 2, 25))
        decision = asked(date(2020, 3, 20), months("2019-01", "2020-01"), owed, area=GUANGZHOU)

        assert INELIGIBLE is decision.outcome

    def test_each_debt_is_measured_alone(self) -> None:
        """Six months owed long ago, and never reimbursed, lengthen no later stretch."""
        old = bought("2024-02", "2024-07", date(2024, 9, 10), declared=date(2024, 3, 10))
        owed = bought("2025-12", "2025-12", date(2026, 1, 10), declared=date(2025, 12, 30))
        jobs = (months("2023-01", "2024-01"), months("2024-08", "2025-11"))
        decision = asked(JANUARY, *jobs, old, owed, months("2026-01"), area=GUANGZHOU, law=OF_2014)

        assert ELIGIBLE is decision.outcome

    def test_a_contribution_that_was_awaited_is_not_late(self) -> None:
        """Declared in time and paid on 10 January, December gives its benefits all the same."""
        december = months("2025-12", settled_on=date(2026, 1, 10))
        decision = asked(JANUARY, months("2024-01", "2025-11"), december)

        assert (ELIGIBLE, date(2024, 2, 1)) == (decision.outcome, value(decision).covered_from)

    def test_in_a_place_of_which_nothing_is_known_it_stays_open(self) -> None:
        """Whether December, paid in January, covers January depends on the place."""
        owed = bought("2025-12", "2025-12", date(2026, 1, 10))
        decision = asked(
            JANUARY,
            months("2024-01", "2025-11"),
            owed,
            months("2026-01", status=ARREARS),
            area=UNKNOWN_PLACE,
        )

        assert (Missing("medical.benefits", UNKNOWN_PLACE),) == decision.missing

    @pytest.mark.parametrize(
        ("earlier", "first"), [("2025-11", date(2024, 1, 1)), ("2025-10", date(2026, 1, 1))]
    )
    def test_payment_in_the_month_after_covers_it_where_benefits_come_at_once(
        self, earlier: str, first: date
    ) -> None:
        """December, paid on 10 January, covers January before January itself is paid."""
        law = of_benefits(
            start_months=0, stop_months=1, reimburses_gap=False, full_payment=False
        ).replacing(WAITING, 0, area=UNKNOWN_PLACE)
        record = (
            months("2024-01", earlier),
            bought("2025-12", "2025-12", date(2026, 1, 10)),
            months("2026-01", status=ARREARS),
        )
        found = [
            asked(day, *record, area=UNKNOWN_PLACE, law=law)
            for day in (date(2026, 1, 9), date(2026, 1, 10))
        ]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert first == value(found[1]).covered_from

    def test_months_paid_ahead_of_their_time_are_on_time(self) -> None:
        """A back payment that arrived in the month it belongs to is not late."""
        paid = bought("2025-12", "2026-01", date(2025, 12, 20))
        decision = asked(JANUARY, self.before, paid)

        assert (ELIGIBLE, date(2026, 1, 1)) == (decision.outcome, value(decision).covered_from)

    def test_a_payment_that_covers_late_months_and_its_own(self) -> None:
        """Paid on 20 December, November was late, December was not."""
        paid = bought("2025-11", "2025-12", date(2025, 12, 20))
        decision = asked(JANUARY, months("2024-01", "2025-10"), paid)

        assert (ELIGIBLE, date(2026, 1, 1)) == (decision.outcome, value(decision).covered_from)

    def test_nobody_says_when_it_was_paid(self) -> None:
        """A back payment without a day may have come in time, or not."""
        undated = months("2025-10", "2025-12", status=PaymentStatus.BACK_PAID)
        decision = asked(JANUARY, self.before, undated)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
        assert decision.conditions[0].actual is MonthState.BACK_PAID


class TestOwedMonths:
    """While an employer owes earlier months, what it pays for later ones may bring nothing."""

    before = months("2024-01", "2025-09", employer="Alpha")
    owed = months("2025-10", "2025-10", employer="Alpha", status=ARREARS)
    later = months("2025-11", "2026-01", employer="Alpha")

    def test_shanghai_asks_for_all_of_it(self) -> None:
        """With October unpaid, November and later give nothing (足额补缴)."""
        assert INELIGIBLE is asked(JANUARY, self.before, self.owed, self.later).outcome

    def test_another_employer_owes_nothing(self) -> None:
        """Who changed jobs is covered by the new employer's payments."""
        other = months("2025-11", "2026-01", employer="Beta")
        decision = asked(JANUARY, self.before, self.owed, other)

        assert (ELIGIBLE, date(2025, 12, 1)) == (decision.outcome, value(decision).covered_from)

    def test_where_no_text_says_so_it_stays_open(self) -> None:
        """Tianjin prints nothing of the kind."""
        decision = asked(JANUARY, self.before, self.owed, self.later, area=TIANJIN)

        assert (Missing("medical.benefits", TIANJIN),) == decision.missing

    def test_once_all_is_paid_benefits_return_the_month_after(self) -> None:
        """October paid on 10 January: Shanghai covers from February, and no day before."""
        paid = months(
            "2025-10",
            employer="Alpha",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 11, 3),
            settled_on=date(2026, 1, 10),
        )
        found = [asked(day, self.before, paid, self.later) for day in (JANUARY, date(2026, 2, 1))]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert [date(2026, 2, 1)] * 2 == [value(each).covered_from for each in found]

    def test_a_place_that_pays_at_once_covers_from_the_month_of_the_payment(self) -> None:
        """December was paid for, but gives benefits only once October is paid, in January."""
        law = of_benefits(start_months=0, stop_months=1, reimburses_gap=False, full_payment=True)
        paid = months(
            "2025-10",
            employer="Alpha",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 11, 3),
            settled_on=date(2026, 1, 10),
        )
        record = (
            self.before,
            paid,
            months("2025-11", "2025-12", employer="Alpha"),
            months("2026-01", employer="Gamma", status=ARREARS),
        )
        found = [
            asked(day, *record, area=UNKNOWN_PLACE, law=law)
            for day in (date(2026, 1, 9), date(2026, 1, 10))
        ]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert date(2026, 1, 1) == value(found[1]).covered_from

    def test_two_debts_have_to_be_paid_both(self) -> None:
        """December, held up by October and by August, is not freed by October alone."""
        law = of_benefits(start_months=0, stop_months=1, reimburses_gap=False, full_payment=True)
        paid = months(
            "2025-10",
            employer="Alpha",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 11, 3),
            settled_on=date(2026, 1, 10),
        )
        decision = asked(
            JANUARY,
            months("2024-01", "2025-07", employer="Alpha"),
            months("2025-08", employer="Alpha", status=ARREARS),
            months("2025-09", employer="Alpha"),
            paid,
            months("2025-11", "2025-12", employer="Alpha"),
            months("2026-01", employer="Alpha", status=ARREARS),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert INELIGIBLE is decision.outcome

    def test_a_late_month_of_an_employer_that_owes_an_earlier_one(self) -> None:
        """December, paid on 10 January, gives nothing while November is owed."""
        law = of_benefits(start_months=0, stop_months=1, reimburses_gap=False, full_payment=True)
        decision = asked(
            JANUARY,
            months("2024-01", "2025-10", employer="Alpha"),
            months("2025-11", employer="Alpha", status=ARREARS),
            months(
                "2025-12",
                employer="Alpha",
                status=PaymentStatus.BACK_PAID,
                settled_on=date(2026, 1, 10),
            ),
            months("2026-01", employer="Alpha", status=ARREARS),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert INELIGIBLE is decision.outcome

    def test_bought_months_were_never_owed(self) -> None:
        """Months declared on the day of payment take nothing from those paid meanwhile."""
        gap = months(
            "2025-10",
            employer="Alpha",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2026, 1, 10),
            settled_on=date(2026, 1, 10),
        )
        unsaid = months(
            "2025-10",
            employer="Alpha",
            status=PaymentStatus.BACK_PAID,
            settled_on=date(2026, 1, 10),
        )
        found = [asked(JANUARY, self.before, each, self.later) for each in (gap, unsaid)]

        assert [ELIGIBLE, ELIGIBLE] == [each.outcome for each in found]

    def test_months_in_arrears_of_which_only_the_number_is_known_owe_nothing(self) -> None:
        """Which months they are, and so what they hold up, nobody can say."""
        loose = months("2025-02", "2025-08", employer="Beta", status=ARREARS, count=1)

        assert ELIGIBLE is asked(JANUARY, months("2024-01", "2026-01"), loose).outcome


class TestOpenGap:
    """Until when an open gap can be paid up, and whether it is then reimbursed."""

    @pytest.mark.parametrize(
        ("on", "until"),
        [
            (date(2025, 10, 31), None),
            (date(2025, 11, 1), date(2026, 1, 31)),
            (JANUARY, date(2026, 1, 31)),
            (date(2026, 2, 1), None),
        ],
    )
    def test_three_months_may_be_missing(self, on: date, until: date | None) -> None:
        """Paid to September, October to December may be paid up until January ends."""
        assert until == value(asked(on, months("2024-01", "2025-09"))).repairable_until

    @pytest.mark.parametrize(
        ("area", "expected"), [(SHANGHAI, False), (GUANGZHOU, True), (ZHEJIANG, None)]
    )
    def test_whether_it_is_reimbursed(self, area: str, expected: bool | None) -> None:
        """Shanghai does not, Guangzhou does, in Zhejiang it depends on the order of the tax office."""
        decision = asked(JANUARY, months("2024-01", "2025-09"), area=area, law=OF_2014)

        assert expected is value(decision).gap_reimbursed

    def test_of_an_unknown_place_only_the_time_is_known(self) -> None:
        """The three months are national, whether costs are paid back is not."""
        found = value(asked(JANUARY, months("2024-01", "2025-09"), area=UNKNOWN_PLACE))

        assert (date(2026, 1, 31), None) == (found.repairable_until, found.gap_reimbursed)

    def test_a_month_that_is_not_overdue_closes_the_gap(self) -> None:
        """Who is employed again has no open gap, though nothing of it is paid yet."""
        decision = asked(JANUARY, months("2024-01", "2025-11"), months("2026-01", status=PENDING))

        assert value(decision).repairable_until is None

    def test_a_month_that_was_awaited_before_the_gap_does_not(self) -> None:
        """A deferred October, then nothing: November and December are the gap."""
        deferred = months("2025-10", status=DEFERRED)
        decision = asked(JANUARY, months("2024-01", "2025-09"), deferred)

        assert date(2026, 2, 28) == value(decision).repairable_until

    def test_where_the_record_bounds_the_gap_nothing_is_said(self) -> None:
        """Two to five missing months may be too many."""
        loose = months("2025-07", "2025-12", count=(1, 4))
        decision = asked(JANUARY, months("2024-01", "2025-06"), loose)

        assert value(decision).repairable_until is None

    def test_a_place_may_have_a_limit_of_its_own(self) -> None:
        """Where two months may be missing, they may be paid up until December ends."""
        law = shipped().replacing(parameters.MEDICAL_REPAIRABLE_GAP_MONTHS, 2, area=UNKNOWN_PLACE)
        on = date(2025, 11, 5)
        found = asked(on, months("2024-01", "2025-09"), area=UNKNOWN_PLACE, law=law)

        assert date(2025, 12, 31) == value(found).repairable_until

    def test_before_the_limit_was_known_nothing_is_said(self) -> None:
        """In November 2021 no text named the three months."""
        decision = asked(date(2021, 11, 5), months("2020-01", "2021-09"))

        assert value(decision).repairable_until is None


class TestWaitingAfterAGap:
    """Employed again after a break."""

    record = (months("2023-01", "2025-03"), months("2025-09", "2026-12"))

    def test_the_first_employment_waits_for_nothing(self) -> None:
        """A waiting period of nothing, by whatever law."""
        condition = asked(JANUARY, months("2025-11", "2026-01"), area=UNKNOWN_PLACE).conditions[1]

        assert (Reason.MEDICAL_WAITING_OVER, MET) == (condition.reason, condition.verdict)
        assert (0, 2, None) == (condition.required, condition.actual, condition.citation)

    @pytest.mark.parametrize("status", [PENDING, DEFERRED])
    def test_a_beginning_that_is_not_paid_yet_waits_for_nothing_either(
        self, status: PaymentStatus
    ) -> None:
        """A first month that is awaited is a beginning like any other."""
        decision = asked(JANUARY, months("2026-01", status=status), area=TIANJIN)

        assert ELIGIBLE is decision.outcome
        assert (0, 0) == (decision.conditions[1].required, decision.conditions[1].actual)

    def test_a_short_gap_costs_none_where_the_place_has_one_number(self) -> None:
        """Three months missing, in a place that lets wait six after longer gaps."""
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        condition = asked(
            JANUARY,
            months("2023-01", "2025-07"),
            months("2025-11", "2026-01"),
            area=UNKNOWN_PLACE,
            law=law,
        ).conditions[1]

        assert (Reason.MEDICAL_NO_LONG_GAP, MET) == (condition.reason, condition.verdict)
        assert (3, 3) == (condition.required, condition.actual)

    def test_a_short_gap_that_was_not_paid_up_is_the_places_own(self) -> None:
        """The article spares who pays the gap up; of others the place is asked."""
        decision = asked(
            JANUARY, months("2023-01", "2025-07"), months("2025-11", "2026-01"), area=UNKNOWN_PLACE
        )

        assert (Missing("medical.waiting_months", UNKNOWN_PLACE),) == decision.missing

    def test_a_short_gap_that_was_paid_up_costs_none(self) -> None:
        """Three months missing and bought are no gap."""
        decision = asked(
            JANUARY,
            months("2023-01", "2025-07"),
            bought("2025-08", "2025-10", date(2025, 12, 3)),
            months("2025-11", "2026-01"),
            area=UNKNOWN_PLACE,
        )

        assert (MET, ()) == (decision.conditions[1].verdict, decision.missing)

    def test_after_a_longer_one_the_place_is_asked(self) -> None:
        """Five months missing, in a place of which nothing is known."""
        decision = asked(JANUARY, *self.record, area=UNKNOWN_PLACE)

        assert (Missing("medical.waiting_months", UNKNOWN_PLACE),) == decision.missing
        assert value(decision).covered_from is None
        waiting = decision.conditions[1]
        assert [(Reason.MEDICAL_NO_LONG_GAP, NOT_MET), (Reason.MEDICAL_WAITING_OVER, UNKNOWN)] == [
            (each.reason, each.verdict) for each in waiting.parts
        ]

    def test_the_ceiling_ends_it(self) -> None:
        """Six whole months after payment resumed no waiting period can run, in principle."""
        decision = asked(date(2026, 3, 1), *self.record, area=UNKNOWN_PLACE)

        assert (ELIGIBLE, date(2026, 3, 1)) == (decision.outcome, value(decision).covered_from)
        assert part(decision, Reason.MEDICAL_CEILING_OVER).verdict is MET

    def test_a_place_may_have_a_ceiling_of_its_own(self) -> None:
        """Where no waiting period is longer than four months, four are enough."""
        law = shipped().replacing(parameters.MEDICAL_WAITING_CEILING_MONTHS, 4, area=UNKNOWN_PLACE)

        assert ELIGIBLE is asked(JANUARY, *self.record, area=UNKNOWN_PLACE, law=law).outcome

    def test_a_number_of_the_caller_decides(self) -> None:
        """Three months end on 1 December, six on 1 March."""
        laws = [shipped().replacing(WAITING, each, area=UNKNOWN_PLACE) for each in (3, 6)]
        three, six = (asked(JANUARY, *self.record, area=UNKNOWN_PLACE, law=law) for law in laws)

        assert (ELIGIBLE, date(2025, 12, 1)) == (three.outcome, value(three).covered_from)
        assert medical.MedicalCover(date(2026, 3, 1), 6, date(2026, 3, 1), Decimal(0)) == value(six)
        assert INELIGIBLE is six.outcome

    def test_fujian_pays_half_meanwhile(self) -> None:
        """Not paid up, six months at 50 %; paid up on 3 December, three, which were over then."""
        paid_up = bought("2025-04", "2025-08", date(2025, 12, 3))
        before, after = (
            asked(day, *self.record, paid_up, area=FUJIAN)
            for day in (date(2025, 12, 2), date(2025, 12, 3))
        )

        assert [ELIGIBLE, ELIGIBLE] == [before.outcome, after.outcome]
        assert (6, date(2026, 3, 1), Decimal(50)) == (
            value(before).waiting_months,
            value(before).waiting_until,
            value(before).percent,
        )
        assert "50" == part(before, Reason.MEDICAL_PART_PAID).actual
        assert (None, None) == (value(after).waiting_months, value(after).percent)

    def test_fujian_lets_wait_after_a_short_gap_that_was_not_paid_up(self) -> None:
        """Two months missing: six months at 50 %, none once they are paid."""
        jobs = (months("2023-01", "2025-08"), months("2025-11", "2026-12"))
        unpaid = asked(JANUARY, *jobs, area=FUJIAN)
        paid = asked(JANUARY, *jobs, bought("2025-09", "2025-10", JANUARY), area=FUJIAN)

        assert (6, date(2026, 5, 1)) == (value(unpaid).waiting_months, value(unpaid).waiting_until)
        assert value(paid).waiting_months is None
        assert [ELIGIBLE, ELIGIBLE] == [unpaid.outcome, paid.outcome]

    def test_an_earlier_waiting_period_goes_on_after_a_short_gap(self) -> None:
        """Six months from September on are not shortened by a break in October."""
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        decision = asked(
            JANUARY,
            months("2023-01", "2025-03"),
            months("2025-09"),
            months("2025-11", "2026-12"),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert (INELIGIBLE, date(2026, 3, 1)) == (decision.outcome, value(decision).waiting_until)

    def test_who_stops_again_has_no_waiting_period_to_end(self) -> None:
        """Broken off in November, the waiting period of September has no last day."""
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        decision = asked(
            JANUARY,
            months("2023-01", "2025-03"),
            months("2025-09", "2025-10"),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert (INELIGIBLE, None) == (decision.outcome, value(decision).waiting_until)
        assert date(2026, 2, 28) == value(decision).repairable_until

    def test_before_the_limit_was_known_any_gap_may_be_long(self) -> None:
        """In 2020 one missing month leaves a place's waiting period open, where it has any."""
        jobs = (months("2018-01", "2020-05"), months("2020-07", "2021-06"))
        on = date(2020, 9, 5)
        unknown = asked(on, *jobs, area=UNKNOWN_PLACE)
        none = asked(
            on, *jobs, area=UNKNOWN_PLACE, law=shipped().replacing(WAITING, 0, area=UNKNOWN_PLACE)
        )
        some = asked(
            on, *jobs, area=UNKNOWN_PLACE, law=shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        )
        limit = Missing("medical.repairable_gap_months", UNKNOWN_PLACE)

        assert (limit, Missing("medical.waiting_months", UNKNOWN_PLACE)) == unknown.missing
        assert ELIGIBLE is none.outcome
        assert (limit,) == some.missing

    def test_a_gap_of_unknown_length_leaves_it_open(self) -> None:
        """One to four of the months are paid: two to five are missing."""
        loose = months("2025-04", "2025-09", count=(1, 4))
        jobs = (months("2023-01", "2025-03"), loose, months("2025-10", "2026-12"))
        decision = asked(
            JANUARY,
            *jobs,
            area=UNKNOWN_PLACE,
            law=shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE),
        )

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
        gap = part(decision, Reason.MEDICAL_NO_LONG_GAP)
        assert (UNKNOWN, (2, 5)) == (gap.verdict, gap.actual)
        assert (Missing("history"),) == gap.needs

    @pytest.mark.parametrize(("most", "verdict"), [(3, UNKNOWN), (2, NOT_MET)])
    def test_a_gap_that_may_just_be_short_enough(self, most: int, verdict: Verdict) -> None:
        """Of six months at most three, or two, are paid: at least three, or four, are missing."""
        loose = months("2025-04", "2025-09", count=(1, most))
        jobs = (months("2023-01", "2025-03"), loose, months("2025-10", "2026-12"))
        decision = asked(JANUARY, *jobs, area=UNKNOWN_PLACE)

        assert verdict is part(decision, Reason.MEDICAL_NO_LONG_GAP).verdict
        waiting = Missing("medical.waiting_months", UNKNOWN_PLACE)
        history = () if verdict is NOT_MET else (Missing("history"),)
        assert (*history, waiting) == decision.missing

    def test_months_that_may_lie_in_a_gap_leave_its_waiting_period_open(self) -> None:
        """Whether the break was long enough to wait for is not certain, so it is no certain no."""
        loose = months("2024-01", "2025-08", count=1)
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        decision = asked(
            JANUARY,
            months("2023-01", "2023-12"),
            loose,
            months("2025-09", "2026-12"),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


class TestInsuredAlone:
    """The waiting period of who is insured alone."""

    @pytest.mark.parametrize(
        ("on", "outcome"), [(date(2026, 3, 31), INELIGIBLE), (date(2026, 4, 1), ELIGIBLE)]
    )
    def test_six_months_in_shanghai(self, on: date, outcome: Outcome) -> None:
        """Begun in October 2025, benefits come on 1 April 2026 (沪医保规〔2025〕7号 三(四))."""
        decision = asked(on, months("2025-10", "2026-12", scheme=FLEXIBLE))

        assert (outcome, date(2026, 4, 1)) == (decision.outcome, value(decision).covered_from)

    @pytest.mark.parametrize(
        ("last", "waits"), [("2025-09", None), ("2025-06", None), ("2025-05", 6)]
    )
    def test_shanghai_waives_it_within_three_months_of_a_job(
        self, last: str, waits: int | None
    ) -> None:
        """No gap or one of three months costs nothing, one of four the whole waiting period."""
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)

        assert waits == value(asked(JANUARY, months("2023-01", last), alone)).waiting_months

    @pytest.mark.parametrize(("last", "waits"), [("2025-06", None), ("2025-05", 6)])
    def test_and_of_cover_as_a_resident(self, last: str, waits: int | None) -> None:
        """The same three months after a year as a resident."""
        resident = months("2024-06", last, scheme=RESIDENT)
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)

        assert waits == value(asked(JANUARY, resident, alone)).waiting_months

    def test_a_break_meanwhile_begins_it_anew(self) -> None:
        """Paid from July, broken in October, it counts from November."""
        alone = [
            months("2025-07", "2025-09", scheme=FLEXIBLE),
            months("2025-11", "2026-12", scheme=FLEXIBLE),
        ]

        assert date(2026, 5, 1) == value(asked(JANUARY, *alone)).waiting_until

    def test_and_so_do_a_thousand_breaks(self) -> None:
        """Every second month of two thousand was paid, then all from November: it counts anew."""
        last = YearMonth(2025, 9)
        alone = [months(str(last - 2 * index), scheme=FLEXIBLE) for index in range(1000)]
        decision = asked(JANUARY, *alone, months("2025-11", "2026-12", scheme=FLEXIBLE))

        assert date(2026, 5, 1) == value(decision).waiting_until

    def test_what_a_break_after_it_costs_is_open_where_no_text_says_it(self) -> None:
        """Shanghai does not say what a month without payment costs who is insured alone."""
        alone = [
            months("2025-01", "2025-09", scheme=FLEXIBLE),
            months("2025-11", "2026-12", scheme=FLEXIBLE),
        ]

        decision = asked(JANUARY, *alone)
        assert (Missing("medical.flexible_waiting", SHANGHAI),) == decision.missing

    @pytest.mark.parametrize(
        ("first", "outcome"), [("2025-03", UNDETERMINED), ("2025-04", INELIGIBLE)]
    )
    def test_six_months_paid_are_the_whole_of_it(self, first: str, outcome: Outcome) -> None:
        """Broken off in September, six months were served; five were not, and it begins anew."""
        alone = [
            months(first, "2025-08", scheme=FLEXIBLE),
            months("2025-10", "2026-12", scheme=FLEXIBLE),
        ]

        assert outcome is asked(JANUARY, *alone).outcome

    def test_who_is_employed_meanwhile_waits_no_longer(self) -> None:
        """Alone from October, employed from December: covered from January."""
        decision = asked(
            JANUARY,
            months("2025-10", "2025-11", scheme=FLEXIBLE),
            months("2025-12", "2026-12"),
        )

        assert ELIGIBLE is decision.outcome

    def test_tianjin_spares_nobody_who_had_a_gap(self) -> None:
        """Six months of continuous payment are asked for (第十六条), a job before helps only at once."""
        alone = months("2025-11", "2026-12", scheme=FLEXIBLE)
        at_once, after_a_gap = (
            asked(JANUARY, months("2023-01", last), alone, area=TIANJIN)
            for last in ("2025-10", "2025-09")
        )

        assert [ELIGIBLE, INELIGIBLE] == [at_once.outcome, after_a_gap.outcome]
        assert date(2026, 5, 1) == value(after_a_gap).waiting_until

    def test_zhejiang_begins_with_the_second_month_and_after_a_break_with_the_third(self) -> None:
        """For the first time from the month after, else from the third month (第二十九条)."""
        first = asked(JANUARY, months("2025-12", "2026-12", scheme=FLEXIBLE), area=ZHEJIANG)
        again = asked(
            JANUARY,
            months("2024-12", "2025-10", scheme=FLEXIBLE),
            months("2025-12", "2026-12", scheme=FLEXIBLE),
            area=ZHEJIANG,
        )

        assert (ELIGIBLE, date(2026, 1, 1)) == (first.outcome, value(first).covered_from)
        assert (INELIGIBLE, date(2026, 2, 1)) == (again.outcome, value(again).covered_from)

    @pytest.mark.parametrize(
        ("last", "scheme", "waits"),
        [
            ("2025-04", Scheme.EMPLOYEE, None),
            ("2025-03", Scheme.EMPLOYEE, 6),
            ("2025-07", FLEXIBLE, None),
            ("2025-06", FLEXIBLE, 6),
            ("2025-10", RESIDENT, 6),
        ],
    )
    def test_wuhan_tells_apart_who_paid_before(
        self, last: str, scheme: Scheme, waits: int | None
    ) -> None:
        """Six months after a job, three after paying alone, none after a year as a resident."""
        before = months("2024-11", last, scheme=scheme)
        alone = months("2025-11", "2026-12", scheme=FLEXIBLE)

        assert waits == value(asked(JANUARY, before, alone, area=WUHAN)).waiting_months

    def test_an_unknown_place_is_named_until_the_ceiling(self) -> None:
        """Who begins alone waits where the place says so; after six months nobody does."""
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)
        early, late = (asked(day, alone, area=UNKNOWN_PLACE) for day in (JANUARY, date(2026, 4, 1)))

        assert (Missing("medical.flexible_waiting", UNKNOWN_PLACE),) == early.missing
        assert ELIGIBLE is late.outcome

    def test_what_a_short_gap_after_a_job_costs_is_the_places_own(self) -> None:
        """The article spares who pays the gap up; of who insures alone afterwards it says nothing."""
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)
        gap, none = (
            asked(JANUARY, months("2023-01", last), alone, area=UNKNOWN_PLACE)
            for last in ("2025-08", "2025-09")
        )

        assert (Missing("medical.flexible_waiting", UNKNOWN_PLACE),) == gap.missing
        assert ELIGIBLE is none.outcome

    def test_a_break_while_an_unknown_waiting_period_may_run_leaves_it_open(self) -> None:
        """Whether the months from July on were enough is not known, so the break may cost."""
        alone = [
            months("2025-07", "2025-09", scheme=FLEXIBLE),
            months("2025-11", "2026-12", scheme=FLEXIBLE),
        ]
        decision = asked(JANUARY, *alone, area=UNKNOWN_PLACE)

        assert (Missing("medical.flexible_waiting", UNKNOWN_PLACE),) == decision.missing

    def test_a_known_rule_after_an_unknown_beginning_is_open(self) -> None:
        """Of months in a year long before only the number is known: whether paid by a job is not."""
        loose = months("2024-01", "2024-06", count=3)
        decision = asked(JANUARY, loose, months("2025-11", "2026-12", scheme=FLEXIBLE))

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)

    def test_a_break_before_the_limit_was_known(self) -> None:
        """Who paid alone for long and broke off in 2020 may have had to wait again."""
        law = shipped().replacing(ALONE, {"months": 6}, area=UNKNOWN_PLACE)
        alone = [
            months("2019-01", "2020-05", scheme=FLEXIBLE),
            months("2020-07", "2021-06", scheme=FLEXIBLE),
        ]
        decision = asked(date(2020, 9, 5), *alone, area=UNKNOWN_PLACE, law=law)

        assert Missing("medical.repairable_gap_months", UNKNOWN_PLACE) in decision.missing

    def test_a_waiting_period_of_unknown_length_before_a_known_rule(self) -> None:
        """A gap of two to five months after a job may be within the three that are waived."""
        loose = months("2025-04", "2025-09", count=(1, 4))
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)
        decision = asked(JANUARY, months("2023-01", "2025-03"), loose, alone)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


class TestChangeOfScheme:
    """From the residents' insurance to the employees'."""

    job = months("2019-01", "2020-12")
    again = months("2025-11", "2026-12")

    @pytest.mark.parametrize(
        ("first", "last", "outcome"),
        [
            ("2021-01", "2025-10", ELIGIBLE),
            ("2021-01", "2025-07", ELIGIBLE),
            ("2021-01", "2025-06", UNDETERMINED),
            ("2023-11", "2025-10", ELIGIBLE),
            ("2023-12", "2025-10", UNDETERMINED),
        ],
    )
    def test_two_years_on_end_and_three_months_spare_the_waiting_period(
        self, first: str, last: str, outcome: Outcome
    ) -> None:
        """Insured as a resident for two years until at most three months before, nobody waits."""
        resident = months(first, last, scheme=RESIDENT)
        decision = asked(JANUARY, self.job, resident, self.again, area=UNKNOWN_PLACE)

        assert outcome is decision.outcome
        if outcome is UNDETERMINED:
            assert (Missing("medical.waiting_months", UNKNOWN_PLACE),) == decision.missing

    def test_years_of_both_schemes_add_up(self) -> None:
        """Employed until October 2024, a resident for a year: more than two years on end."""
        decision = asked(
            JANUARY,
            months("2023-01", "2024-10"),
            months("2024-11", "2025-10", scheme=RESIDENT),
            self.again,
            area=UNKNOWN_PLACE,
        )

        assert ELIGIBLE is decision.outcome

    def test_the_last_months_as_a_resident_count(self) -> None:
        """Of two times as a resident the one before the job decides."""
        decision = asked(
            JANUARY,
            self.job,
            months("2021-01", "2021-06", scheme=RESIDENT),
            months("2023-01", "2025-10", scheme=RESIDENT),
            self.again,
            area=UNKNOWN_PLACE,
        )

        assert ELIGIBLE is decision.outcome

    def test_a_place_may_ask_for_less(self) -> None:
        """Where one year on end is enough, a year as a resident is."""
        law = shipped().replacing(parameters.MEDICAL_SWITCH_MONTHS, 12, area=UNKNOWN_PLACE)
        resident = months("2024-11", "2025-10", scheme=RESIDENT)
        decision = asked(JANUARY, self.job, resident, self.again, area=UNKNOWN_PLACE, law=law)

        assert ELIGIBLE is decision.outcome

    def test_a_share_of_the_benefits_may_be_paid_meanwhile(self) -> None:
        """Half of them, where the place pays half after any break."""
        law = shipped().replacing(WAITING, {"months": 6, "percent": 50}, area=UNKNOWN_PLACE)
        resident = months("2024-11", "2025-10", scheme=RESIDENT)
        decision = asked(JANUARY, self.job, resident, self.again, area=UNKNOWN_PLACE, law=law)

        assert (ELIGIBLE, Decimal(50)) == (decision.outcome, value(decision).percent)

    def test_the_waiting_period_of_the_place_holds_otherwise(self) -> None:
        """A year as a resident after a long break: six months where the place has six."""
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        resident = months("2024-11", "2025-10", scheme=RESIDENT)
        decision = asked(JANUARY, self.job, resident, self.again, area=UNKNOWN_PLACE, law=law)

        assert (INELIGIBLE, 6) == (decision.outcome, value(decision).waiting_months)

    def test_before_the_rule_it_is_missing(self) -> None:
        """In 2020 no text said who is spared; a place's six months may hold or not."""
        law = shipped().replacing(WAITING, 6, area=UNKNOWN_PLACE)
        law = law.replacing(parameters.MEDICAL_REPAIRABLE_GAP_MONTHS, 3)
        law = law.replacing(BENEFITS, {"start_months": 0}, area=UNKNOWN_PLACE)
        for on in (date(2020, 10, 5), date(2020, 12, 5)):
            decision = asked(
                on,
                months("2014-01", "2015-12"),
                months("2016-01", "2020-09", scheme=RESIDENT),
                months("2020-10", "2021-12"),
                area=UNKNOWN_PLACE,
                law=law,
            )

            assert (Missing("medical.switch_months", UNKNOWN_PLACE),) == decision.missing

    def test_a_resident_who_takes_a_first_job_waits_for_nothing(self) -> None:
        """Whoever is employed for the first time has benefits like any other employee."""
        resident = months("2025-01", "2025-05", scheme=RESIDENT)

        assert ELIGIBLE is asked(JANUARY, resident, self.again, area=UNKNOWN_PLACE).outcome

    def test_a_short_break_in_a_job_with_months_as_a_resident_is_a_short_break(self) -> None:
        """Two months without a job, one of them as a resident, are two months, and not paid up."""
        decision = asked(
            JANUARY,
            months("2023-01", "2025-08"),
            months("2025-09", scheme=RESIDENT),
            self.again,
            area=UNKNOWN_PLACE,
        )

        assert (Missing("medical.waiting_months", UNKNOWN_PLACE),) == decision.missing

    def test_who_insures_alone_after_two_years_is_spared_too(self) -> None:
        """In a place of which nothing is known, by the national rule."""
        resident = months("2023-01", "2025-10", scheme=RESIDENT)
        alone = months("2025-11", "2026-12", scheme=FLEXIBLE)
        long, short = (
            asked(JANUARY, each, alone, area=UNKNOWN_PLACE)
            for each in (resident, months("2024-06", "2025-10", scheme=RESIDENT))
        )

        assert ELIGIBLE is long.outcome
        assert (Missing("medical.flexible_waiting", UNKNOWN_PLACE),) == short.missing

    def test_before_the_rule_a_places_waiver_decides_or_it_is_missing(self) -> None:
        """Within the place's own three months nothing more is asked, beyond them it may be spared."""
        law = shipped().replacing(
            ALONE, {"months": 6, "waived_within_months": 3}, area=UNKNOWN_PLACE
        )
        alone = months("2020-09", "2021-12", scheme=FLEXIBLE)
        near, far = (
            asked(
                date(2020, 12, 5),
                months("2018-01", last, scheme=RESIDENT),
                alone,
                area=UNKNOWN_PLACE,
                law=law,
            )
            for last in ("2020-05", "2020-03")
        )

        assert ELIGIBLE is near.outcome
        assert (Missing("medical.switch_months", UNKNOWN_PLACE),) == far.missing


class TestContinuity:
    """What the new forms of law do to ``medical.continuity``."""

    record = ContributionHistory([months("2023-01", "2025-03"), months("2025-09", "2026-12")])

    def test_a_table_tells_apart_whether_the_gap_was_paid_up(self) -> None:
        """In Fujian six months are asked for after an unpaid gap, three after a paid one."""
        paid_up = self.record.adding([bought("2025-04", "2025-08", date(2025, 12, 3))])
        required = [
            part(medical.continuity(each, on=JANUARY, area=FUJIAN), Reason.MEDICAL_WAITING_OVER)  # type: ignore[arg-type]
            for each in (self.record, paid_up)
        ]

        assert [(6, NOT_MET), (3, MET)] == [(each.required, each.verdict) for each in required]

    def test_a_table_without_a_difference_is_a_number(self) -> None:
        """Three months, paid up or not, with a half of the benefits meanwhile."""
        law = shipped().replacing(WAITING, {"months": 3, "percent": 50}, area=UNKNOWN_PLACE)
        found = medical.continuity(self.record, on=JANUARY, area=UNKNOWN_PLACE, law=law)

        assert ELIGIBLE is found.outcome

    def test_who_began_alone_goes_by_the_rule_for_that(self) -> None:
        """Shanghai lets wait six months, and nobody who had a job three months before."""
        alone = months("2025-10", "2026-12", scheme=FLEXIBLE)
        first = ContributionHistory([alone])
        after_a_job = ContributionHistory([months("2023-01", "2025-05"), alone])
        found = [
            medical.continuity(record, on=day, area=SHANGHAI).outcome
            for record in (first, after_a_job)
            for day in (JANUARY, date(2026, 4, 1))
        ]

        assert [INELIGIBLE, ELIGIBLE, INELIGIBLE, ELIGIBLE] == found

    def test_who_began_alone_in_an_unknown_place_is_left_to_it(self) -> None:
        """Where no rule for people insured alone is known, the waiting period of the place decides."""
        record = ContributionHistory([months("2025-10", "2026-12", scheme=FLEXIBLE)])
        found = medical.continuity(record, on=JANUARY, area=UNKNOWN_PLACE)

        assert (Missing("medical.waiting_months", UNKNOWN_PLACE),) == found.missing

    def test_employees_wait_for_nothing_where_the_place_says_so(self) -> None:
        """In Shanghai a long gap leaves nothing to wait for."""
        assert ELIGIBLE is medical.continuity(self.record, on=JANUARY, area=SHANGHAI).outcome


class TestForms:
    """The forms of law: what is read and what is refused."""

    def test_a_number_stays_a_number(self) -> None:
        """A waiting period given as before is what it was."""
        law = shipped().replacing(WAITING, 3, area=UNKNOWN_PLACE)

        assert 3 == law.get(WAITING, on=JANUARY, area=UNKNOWN_PLACE).value

    @pytest.mark.parametrize(
        ("parameter", "given", "expected"),
        [
            (WAITING, {"months": 3}, Waiting(3)),
            (
                WAITING,
                {"months": 3, "unrepaired_months": 6, "percent": "50"},
                Waiting(3, 6, Decimal(50)),
            ),
            (WAITING, Waiting(4), Waiting(4)),
            (BENEFITS, {}, Benefits()),
            (BENEFITS, {"start_months": 0, "reimburses_gap": True}, Benefits(0, None, True)),
            (ALONE, {"months": 6, "waived_within_months": 3}, FlexibleWaiting(6, None, 3)),
        ],
    )
    def test_tables(self, parameter: Any, given: object, expected: object) -> None:  # noqa: ANN401
        """Each table is read, absent fields being what they are by default."""
        law = shipped().replacing(parameter, given, area=UNKNOWN_PLACE)

        assert expected == law.get(parameter, on=JANUARY, area=UNKNOWN_PLACE).value

    @pytest.mark.parametrize(
        ("parameter", "given", "message"),
        [
            (WAITING, -1, "a whole number of months from 0, or a table of months"),
            (WAITING, True, "a whole number of months from 0"),
            (WAITING, {"months": 3, "percent": 101}, "percent: a percentage from 0 to 100"),
            (BENEFITS, {"start_months": 2}, "start_months: 0 or 1"),
            (BENEFITS, {"stop_months": True}, "stop_months: 0 or 1"),
            (BENEFITS, {"reimburses_gap": 1}, "reimburses_gap: true or false"),
            (ALONE, {"waived_within_months": 3}, "a table of months"),
        ],
    )
    def test_what_is_no_value_is_refused(
        self,
        parameter: Any,  # noqa: ANN401
        given: object,
        message: str,
    ) -> None:
        """The error says what would be right."""
        with pytest.raises(LawFileError, match=message):
            shipped().replacing(parameter, given, area=UNKNOWN_PLACE)

    def test_what_is_known_of_waiting_in_a_place(self) -> None:
        """The rules can be asked for, each with where it stands; None is one that is not known."""
        found = medical.waiting_law(on=JANUARY, area=FUJIAN)

        assert found.after_gap is not None
        assert Waiting(3, 6, Decimal(50)) == found.after_gap.value
        assert found.alone is None
        assert found.gap is not None
        assert 3 == found.gap.value


def test_the_first_and_the_last_day_of_the_calendar() -> None:
    """Months beyond the calendar are no day."""
    first = asked(date(1, 1, 1), months("0001-01"), area=UNKNOWN_PLACE)
    last = asked(date(9999, 12, 31), months("9999-12"), area=SHANGHAI)
    law = of_benefits(start_months=1, stop_months=1)
    next_month = asked(date(9999, 12, 31), months("9999-12"), area=UNKNOWN_PLACE, law=law)
    gap = asked(date(9999, 12, 31), months("9999-10"), area=UNKNOWN_PLACE)

    at_once = of_benefits(start_months=0)
    december = asked(date(9999, 12, 31), months("9999-12"), area=UNKNOWN_PLACE, law=at_once)

    assert date(9999, 12, 1) == value(december).covered_from
    assert UNDETERMINED is first.outcome
    assert UNDETERMINED is last.outcome
    assert (INELIGIBLE, None) == (next_month.outcome, value(next_month).covered_from)
    assert date(9999, 12, 31) == value(gap).repairable_until


def test_a_day_and_a_record_are_asked_for() -> None:
    """A text is no day, a list no record."""
    wrong: Any = "2026-01-29"
    listed: Any = [months("2025-01")]
    with pytest.raises(MonthError):
        asked(wrong)
    with pytest.raises(PeriodError, match="history"):
        medical.cover(listed, on=JANUARY)
