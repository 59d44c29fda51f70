"""Medical continuity by example: three months that may be paid up, waiting after longer gaps."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

import pytest

from shebao import (
    MEDICAL,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Reason,
    Role,
    RuleError,
    Scheme,
    Verdict,
    medical,
)
from shebao.law import Law, parameters, shipped
from shebao.rules.medical import MedicalContinuity

AREA = "130100"
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
BEFORE, AFTER = date(2026, 1, 29), date(2026, 2, 1)
WAITING = parameters.MEDICAL_WAITING_MONTHS
NEEDS_WAITING = Missing("medical.waiting_months", AREA)

Answer = Decision[MedicalContinuity]


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(MEDICAL, MonthSpan(first, last or first), **facts)


def bought(first: str, last: str, day: date) -> ContributionPeriod:
    """Months bought back on a day, long after their own."""
    return months(first, last, status=PaymentStatus.BACK_PAID, declared_on=day, settled_on=day)


def asked(
    on: date, *periods: ContributionPeriod, area: str | None = AREA, law: Law | None = None
) -> Answer:
    """The decision on a day."""
    return medical.continuity(ContributionHistory(periods), on=on, area=area, law=law)


def run(decision: Answer) -> int:
    """The continuous months that go with an answer."""
    assert decision.value is not None
    return decision.value.continuous.months


def part(decision: Answer, reason: Reason) -> Condition:
    """The condition of a code."""
    (found,) = [each for top in decision.conditions for each in top.walk() if each.reason is reason]
    return found


class TestOpenGap:
    """The example of three uncovered months that are still bridged, and of the fourth."""

    record = (months("2001-01", "2025-09"),)

    def test_three_uncovered_months_are_alive(self) -> None:
        """On 2026-01-29 January may still be paid: October to December are uncovered."""
        decision = asked(BEFORE, *self.record)

        assert decision.outcome is ELIGIBLE
        assert (run(decision), part(decision, Reason.MEDICAL_RUN_ALIVE).actual) == (297, 3)

    def test_a_fourth_breaks(self) -> None:
        """On 2026-02-01 four are uncovered: the continuous months are 0, the cumulative stay."""
        decision = asked(AFTER, *self.record)

        assert decision.outcome is INELIGIBLE
        assert (run(decision), part(decision, Reason.MEDICAL_RUN_ALIVE).actual) == (0, 4)
        assert decision.value is not None
        assert decision.value.cumulative.months == 297

    @pytest.mark.parametrize(
        ("on", "verdict"), [(date(2026, 1, 31), MET), (date(2026, 2, 1), NOT_MET)]
    )
    def test_the_condition_asks_for_three_months_by_article_11(
        self, on: date, verdict: Verdict
    ) -> None:
        """Required are three months, by 医保办发〔2021〕43号 第十一条, read second hand."""
        alive = asked(on, *self.record).conditions[0]

        assert (alive.reason, alive.verdict, alive.required) == (
            Reason.MEDICAL_RUN_ALIVE,
            verdict,
            3,
        )
        assert alive.citation is not None
        assert alive.citation.instrument.number == "医保办发〔2021〕43号"
        assert alive.citation.article == "第十一条"
        assert alive.evidence is Evidence.SECONDARY

    def test_no_month_missing_is_a_gap_of_nothing(self) -> None:
        """Paid up to the month before, nothing is uncovered."""
        alive = asked(BEFORE, months("2024-01", "2025-12")).conditions[0]

        assert (alive.verdict, alive.actual) == (MET, 0)

    def test_without_any_month_there_is_no_run(self) -> None:
        """An empty record is not continuous."""
        decision = asked(BEFORE)

        assert decision.outcome is INELIGIBLE
        assert decision.conditions[0].actual is None
        assert run(decision) == 0

    def test_deferred_and_pending_months_are_not_uncovered(self) -> None:
        """A deferral that was granted and a contribution that is not overdue stop nothing."""
        held = [
            asked(AFTER, *self.record, months("2025-10", "2026-01", status=status))
            for status in (PaymentStatus.DEFERRED, PaymentStatus.PENDING)
        ]

        assert [(each.outcome, run(each)) for each in held] == [(ELIGIBLE, 297)] * 2


class TestRepair:
    """A gap of up to three months that is bought back counts; a longer one is lost."""

    def test_three_months_bought_in_time(self) -> None:
        """Bought on 2026-01-29, October to December count from that day on."""
        gap = bought("2025-10", "2025-12", BEFORE)
        found = [asked(on, months("2001-01", "2025-09"), gap) for on in (date(2026, 1, 28), BEFORE)]

        assert [each.outcome for each in found] == [ELIGIBLE, ELIGIBLE]
        assert [run(each) for each in found] == [297, 300]

    def test_four_months_bought_too_late(self) -> None:
        """Bought on 2026-03-01, October to January count in the total and not in the run."""
        on = date(2026, 3, 1)
        decision = asked(on, months("2001-01", "2025-09"), bought("2025-10", "2026-01", on))

        assert (decision.outcome, run(decision)) == (INELIGIBLE, 0)
        assert decision.value is not None
        assert decision.value.cumulative.months == 301

    def test_a_month_declared_in_the_month_after_it_is_no_gap(self) -> None:
        """Bought on 2026-02-01, January is declared in time: three months were the gap."""
        decision = asked(AFTER, months("2001-01", "2025-09"), bought("2025-10", "2026-01", AFTER))

        assert (decision.outcome, run(decision)) == (ELIGIBLE, 301)

    def test_an_inner_gap_of_three_months_bought_back(self) -> None:
        """Bought late, February to April 2025 count: 13, 3 and 9 months are one run."""
        gap = bought("2025-02", "2025-04", date(2025, 12, 1))
        decision = asked(BEFORE, months("2024-01", "2025-01"), gap, months("2025-05", "2026-01"))

        assert (decision.outcome, run(decision)) == (ELIGIBLE, 25)

    def test_an_inner_gap_of_four_months_bought_back(self) -> None:
        """In a longer gap bought months count in the total only: the run begins after it."""
        gap = bought("2025-02", "2025-05", date(2025, 12, 1))
        decision = asked(BEFORE, months("2024-01", "2025-01"), gap, months("2025-06", "2026-01"))
        before = part(decision, Reason.MEDICAL_NO_LONG_GAP)

        assert (run(decision), before.verdict, before.actual) == (8, NOT_MET, 4)
        assert decision.value is not None
        assert decision.value.cumulative.months == 25

    def test_an_inner_gap_of_three_that_nobody_bought(self) -> None:
        """Three months between two runs are bridged, and not counted."""
        decision = asked(BEFORE, months("2024-01", "2025-01"), months("2025-05", "2026-01"))

        assert (decision.outcome, run(decision)) == (ELIGIBLE, 22)

    def test_where_nobody_says_when_months_were_declared(self) -> None:
        """Six back-paid months of unknown declaration join two runs or do not: both is possible."""
        unknown = months("2025-02", "2025-07", status=PaymentStatus.BACK_PAID)
        decision = asked(
            BEFORE, months("2024-01", "2025-01"), unknown, months("2025-08", "2025-11")
        )

        assert decision.outcome is UNDETERMINED
        assert Missing("history") in decision.missing


class TestArrears:
    """Months in arrears are uncovered until they are settled."""

    @pytest.mark.parametrize(
        ("on", "outcome", "continuous"),
        [(date(2025, 11, 19), INELIGIBLE, 0), (date(2025, 11, 20), ELIGIBLE, 22)],
    )
    def test_before_and_on_the_day_of_settlement(
        self, on: date, outcome: Outcome, continuous: int
    ) -> None:
        """Five months declared in time and paid on 2025-11-20 count from that day on."""
        owed = [
            months(
                f"2025-{month:02}",
                status=PaymentStatus.BACK_PAID,
                declared_on=date(2025, month, 8),
                settled_on=date(2025, 11, 20),
            )
            for month in range(6, 11)
        ]
        decision = asked(on, months("2024-01", "2025-05"), *owed)

        assert (outcome, continuous) == (decision.outcome, run(decision))

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2026, 1, 31), ELIGIBLE), (date(2026, 2, 1), INELIGIBLE)]
    )
    def test_arrears_are_uncovered_like_absent_months(self, on: date, expected: Outcome) -> None:
        """Three months of arrears leave the run alive, the fourth ends it."""
        owed = months("2025-10", "2026-02", status=PaymentStatus.ARREARS)

        assert expected is asked(on, months("2024-01", "2025-09"), owed).outcome


class TestWaiting:
    """After a gap of more than three months the place's waiting period decides."""

    record = (months("2023-01", "2025-03"), months("2025-09", "2026-01"))

    @pytest.mark.parametrize("area", [AREA, "110000", "999999"])
    def test_the_parameter_of_the_place_is_missing(self, area: str) -> None:
        """April to August 2025 are five months: what the place asks for is not known."""
        decision = asked(BEFORE, *self.record, area=area)

        assert decision.outcome is UNDETERMINED
        assert decision.missing == (Missing("medical.waiting_months", area),)
        assert run(decision) == 5
        gap = part(decision, Reason.MEDICAL_NO_LONG_GAP)
        assert (gap.verdict, gap.required, gap.actual) == (NOT_MET, 3, 5)
        waiting = part(decision, Reason.MEDICAL_WAITING_OVER)
        assert (waiting.verdict, waiting.required, waiting.actual) == (UNKNOWN, None, 4)

    def test_without_a_place_the_nations_is_missing(self) -> None:
        """National law alone sets no waiting period of its own."""
        assert asked(BEFORE, *self.record, area=None).missing == (
            Missing("medical.waiting_months", "100000"),
        )

    @pytest.mark.parametrize(
        ("waiting", "expected"),
        [(0, ELIGIBLE), (3, ELIGIBLE), (4, ELIGIBLE), (6, INELIGIBLE), (12, INELIGIBLE)],
    )
    def test_a_waiting_period_of_the_caller_decides(self, waiting: int, expected: Outcome) -> None:
        """Five months after payment resumed, 3 or 4 months of waiting are over, 6 are not."""
        law = shipped().replacing(WAITING, waiting, area=AREA)
        decision = asked(BEFORE, *self.record, law=law)

        assert (decision.outcome, decision.missing) == (expected, ())
        assert decision.evidence is Evidence.UNVERIFIED

    def test_another_place_does_not_lend_its_waiting_period(self) -> None:
        """What is known of Beijing settles nothing in Shijiazhuang."""
        law = shipped().replacing(WAITING, 3, area="110000")

        assert asked(BEFORE, *self.record, law=law).missing == (NEEDS_WAITING,)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2026, 1, 31), UNDETERMINED),
            (date(2026, 3, 1), ELIGIBLE),
            (date(2027, 1, 1), ELIGIBLE),
        ],
    )
    def test_no_waiting_period_outlasts_the_ceiling(self, on: date, expected: Outcome) -> None:
        """Resumed in 2025-09, from 2026-03 on six whole months have passed (原则上不超过6个月)."""
        decision = asked(on, months("2023-01", "2025-03"), months("2025-09", "2026-12"))

        assert expected is decision.outcome

    @pytest.mark.parametrize("on", [date(2026, 2, 1), date(2026, 2, 28)])
    def test_the_sixth_month_has_to_end(self, on: date) -> None:
        """Six months from 2025-09 on are over when 2026-02 is, not when it begins."""
        decision = asked(on, months("2023-01", "2025-03"), months("2025-09", "2026-12"))

        assert (decision.outcome, decision.missing) == (UNDETERMINED, (NEEDS_WAITING,))

    def test_a_places_own_period_goes_before_the_ceiling(self) -> None:
        """Where a place is known to let people wait nine months, seven are not enough."""
        law = shipped().replacing(WAITING, 9, area=AREA)
        decision = asked(
            date(2026, 3, 10), months("2023-01", "2025-03"), months("2025-09", "2026-03"), law=law
        )

        assert decision.outcome is INELIGIBLE

    def test_without_the_ceiling_it_stays_open(self) -> None:
        """A law with the limit of three months alone never ends the waiting by itself."""
        law = (
            shipped()
            .at_least("official")
            .replacing(parameters.MEDICAL_REPAIRABLE_GAP_MONTHS, 3, evidence=Evidence.OFFICIAL)
        )
        decision = asked(
            date(2026, 12, 10), months("2023-01", "2025-03"), months("2025-09", "2026-12"), law=law
        )

        assert (decision.outcome, decision.missing) == (UNDETERMINED, (NEEDS_WAITING,))

    def test_the_first_run_has_no_gap_before_it(self) -> None:
        """Who is insured for the first time has no long gap, and waits for nothing here."""
        decision = asked(BEFORE, months("2025-12", "2026-01"))

        assert decision.outcome is ELIGIBLE
        assert part(decision, Reason.MEDICAL_NO_LONG_GAP).actual == 0

    def test_a_broken_run_fails_whatever_the_waiting_period(self) -> None:
        """After four open months no parameter is missing: the answer is no."""
        decision = asked(AFTER, months("2023-01", "2025-03"), months("2025-07", "2025-09"))

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())
        assert [each.verdict for each in decision.conditions] == [NOT_MET, UNKNOWN]


class TestCountedMonths:
    """Months of which only the number is known."""

    def test_they_may_leave_the_run_open(self) -> None:
        """Nine of the months from 2025-01 to 2026-01 end in 2025-09 at the earliest."""
        decision = asked(BEFORE, months("2025-01", "2026-01", count=9))

        assert decision.outcome is UNDETERMINED
        assert Missing("history") in decision.missing
        assert part(decision, Reason.MEDICAL_RUN_ALIVE).verdict is UNKNOWN

    def test_the_open_gap_is_bounded(self) -> None:
        """Known to 2025-06, and one to four of the six months after it: two to five are open."""
        decision = asked(
            date(2026, 1, 29),
            months("2024-01", "2025-06"),
            months("2025-07", "2025-12", count=(1, 4)),
        )
        alive = part(decision, Reason.MEDICAL_RUN_ALIVE)

        assert (alive.verdict, alive.actual) == (UNKNOWN, (2, 5))

    @pytest.mark.parametrize(
        "earlier",
        [
            months("2024-01", "2024-06", count=3),
            months("2024-01", "2024-06", status=PaymentStatus.BACK_PAID),
        ],
        ids=["counted", "declared on an unknown day"],
    )
    def test_a_long_gap_after_them_is_a_long_gap(self, earlier: ContributionPeriod) -> None:
        """Months that lie somewhere in early 2024 are followed by a year without any."""
        decision = asked(date(2025, 9, 15), earlier, months("2025-07", "2025-09"))

        assert decision.outcome is UNDETERMINED
        assert NEEDS_WAITING in decision.missing


class TestRuleAndLaw:
    """The counting rule, and the law it comes from."""

    @pytest.mark.parametrize("gap", [0, 2, 3, 6])
    def test_the_rule_bridges_and_repairs_the_same_gap(self, gap: int) -> None:
        """What may be paid up is bridged while it is open; arrears break, deferrals hold."""
        rule = medical.continuity_rule(gap)

        assert (rule.bridging, rule.repair) == (gap, gap)
        assert list(rule.kinds) == [MEDICAL]
        assert str(gap) in rule.name
        roles = {status: rule.role(status) for status in PaymentStatus}
        assert roles == {
            PaymentStatus.PAID: Role.COUNTS,
            PaymentStatus.BACK_PAID: Role.COUNTS,
            PaymentStatus.DEEMED: Role.COUNTS,
            PaymentStatus.PENDING: Role.HOLDS,
            PaymentStatus.DEFERRED: Role.HOLDS,
            PaymentStatus.ARREARS: Role.BREAKS,
        }

    def test_the_limit_of_the_place_is_used(self) -> None:
        """Where a place lets two months be paid up, three uncovered months break."""
        law = shipped().replacing(parameters.MEDICAL_REPAIRABLE_GAP_MONTHS, 2, area=AREA)
        record = months("2024-01", "2025-09")

        assert asked(BEFORE, record, law=law).outcome is INELIGIBLE
        assert asked(BEFORE, record, law=law, area="110000").outcome is ELIGIBLE

    @pytest.mark.parametrize(
        ("on", "law", "area"),
        [
            (date(2021, 11, 30), None, AREA),
            (BEFORE, shipped().at_least("official"), "110000"),
        ],
    )
    def test_where_the_limit_is_not_known_it_is_missing(
        self, on: date, law: Law | None, area: str
    ) -> None:
        """Before 2021-12, and with official law alone, nothing says how long a gap may be."""
        decision = asked(on, months("2020-01", "2026-01"), law=law, area=area)

        assert decision.outcome is UNDETERMINED
        assert decision.missing == (Missing("medical.repairable_gap_months", area),)
        assert decision.value is None

    def test_before_the_rule_without_a_place(self) -> None:
        """Then it is the nation's parameter that is missing."""
        assert asked(date(2021, 11, 30), area=None).missing == (
            Missing("medical.repairable_gap_months", "100000"),
        )

    def test_from_the_first_day_of_the_rule(self) -> None:
        """On 2021-12-01 the limit is known, and the answer rests on a secondary source."""
        decision = asked(date(2021, 12, 1), months("2020-01", "2021-12"))

        assert (decision.outcome, decision.evidence) == (ELIGIBLE, Evidence.SECONDARY)

    def test_flexible_months_count_with_employment_and_residents_do_not(self) -> None:
        """灵活就业 is within the employees' scheme; a year as a resident is a gap in it."""
        flexible = asked(
            BEFORE,
            months("2024-01", "2024-12"),
            months("2025-01", "2026-01", scheme=Scheme.FLEXIBLE),
        )
        resident = asked(
            BEFORE,
            months("2024-01", "2024-12"),
            months("2025-01", "2026-01", scheme=Scheme.RESIDENT),
        )

        assert [(each.outcome, run(each)) for each in (flexible, resident)] == [
            (ELIGIBLE, 25),
            (INELIGIBLE, 0),
        ]

    def test_areas_add_up(self) -> None:
        """Months of two areas are one run (社会保险法 第三十二条)."""
        decision = asked(
            BEFORE,
            months("2024-01", "2024-12", area=AREA),
            months("2025-01", "2026-01", area="310000"),
        )

        assert (decision.outcome, run(decision)) == (ELIGIBLE, 25)


@pytest.mark.parametrize("on", [datetime(2026, 1, 29), "2026-01-29", 0])  # noqa: DTZ001
def test_on_is_a_day(on: object) -> None:
    """A time or a text is no day."""
    with pytest.raises(MonthError) as caught:
        asked(cast("Any", on))

    assert (caught.value.field, caught.value.value) == ("on", on)


def test_area_is_a_code() -> None:
    """Seven digits are no code."""
    with pytest.raises(RuleError, match="area: '1301000' is not an area code; expected six digits"):
        asked(BEFORE, area="1301000")
