"""States of months: paid, in arrears, a gap, pending; before, on and after the day of settlement."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    MonthError,
    MonthSet,
    MonthSpan,
    MonthState,
    PaymentStatus,
    PeriodError,
    RuleError,
    Scheme,
    YearMonth,
    arrears,
    counting,
)
from strategies import SMALL, days, histories

ON = date(2026, 1, 29)
PAID, DEEMED, BACK_PAID, DEFERRED, PENDING, ARREARS, GAP, UNPLACED = MonthState


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months, paid by an employer unless facts say otherwise."""
    facts = {"kind": MEDICAL, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


def states(
    *periods: ContributionPeriod, on: date = ON, kind: InsuranceKind = MEDICAL
) -> list[tuple[str, MonthState]]:
    """The spans and their states on a day."""
    found = arrears.states(ContributionHistory(periods), kind, on=on)
    return [(str(each.span), each.state) for each in found]


def state_of(month: str, *periods: ContributionPeriod, on: date = ON) -> MonthState | None:
    """The state of a month on a day, None where nothing is said of it."""
    wanted = YearMonth.parse(month)
    found = arrears.states(ContributionHistory(periods), MEDICAL, on=on)
    return next((each.state for each in found if wanted in each.span), None)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PaymentStatus.PAID, PAID),
        (PaymentStatus.BACK_PAID, BACK_PAID),
        (PaymentStatus.ARREARS, ARREARS),
        (PaymentStatus.PENDING, PENDING),
        (PaymentStatus.DEFERRED, DEFERRED),
        (PaymentStatus.DEEMED, DEEMED),
    ],
)
def test_every_status_is_a_state(status: PaymentStatus, expected: MonthState) -> None:
    """A month of each status is in the state of that name."""
    assert states(months("2026-01", status=status)) == [("2026-01", expected)]


class TestGaps:
    """A gap is the absence of a period; declared and not paid is no gap."""

    def test_between_and_after_periods(self) -> None:
        """Months without a period between two, and from the last to the month before the day."""
        assert states(months("2025-01", "2025-03"), months("2025-06", "2025-08")) == [
            ("2025-01..2025-03", PAID),
            ("2025-04..2025-05", GAP),
            ("2025-06..2025-08", PAID),
            ("2025-09..2025-12", GAP),
        ]

    def test_the_month_of_the_day_is_left_out_while_nothing_is_known(self) -> None:
        """It may still be declared: paid to 2025-12, nothing is said of 2026-01."""
        assert states(months("2025-12")) == [("2025-12", PAID)]
        assert states(months("2025-12"), on=date(2026, 2, 1)) == [
            ("2025-12", PAID),
            ("2026-01", GAP),
        ]

    def test_the_month_of_the_day_stands_once_it_is_known(self) -> None:
        """Declared and not overdue, it is pending."""
        assert states(months("2025-12"), months("2026-01", status=PaymentStatus.PENDING)) == [
            ("2025-12", PAID),
            ("2026-01", PENDING),
        ]

    def test_before_the_first_month_nothing_is_said(self) -> None:
        """An empty record, and one that begins later, have no states."""
        assert states() == []
        assert states(months("2026-03")) == []

    def test_arrears_are_no_gap(self) -> None:
        """A month that the employer declared and did not pay is in arrears, the absent one a gap."""
        found = states(
            months("2025-09", "2025-10"),
            months("2025-11", status=PaymentStatus.ARREARS),
            on=date(2026, 1, 1),
        )

        assert found == [("2025-09..2025-10", PAID), ("2025-11", ARREARS), ("2025-12", GAP)]

    def test_a_gap_has_no_periods_and_a_state_has_those_that_hold_it(self) -> None:
        """Each state says which periods it comes from."""
        first = months("2025-01")
        second = months("2025-03", status=PaymentStatus.ARREARS)
        found = arrears.states(ContributionHistory([second, first]), MEDICAL, on=date(2025, 3, 31))

        assert [each.periods for each in found] == [(first,), (), (second,)]


class TestSettlement:
    """Once it is paid in full a month in arrears shows as back-paid."""

    late = months(
        "2025-02",
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2025, 2, 10),
        settled_on=date(2025, 6, 3),
    )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 2, 9), None),
            (date(2025, 2, 10), ARREARS),
            (date(2025, 6, 2), ARREARS),
            (date(2025, 6, 3), BACK_PAID),
            (date(2025, 6, 4), BACK_PAID),
        ],
    )
    def test_before_on_and_after_the_day(self, on: date, expected: MonthState | None) -> None:
        """Absent before it is declared, in arrears until 2025-06-02, back-paid from 06-03 on."""
        assert expected is state_of("2025-02", self.late, on=on)

    def test_before_it_was_declared_a_past_month_is_a_gap(self) -> None:
        """A month bought back in 2025-06 was a gap until then, never arrears."""
        bought = months(
            "2025-02",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 6, 3),
            settled_on=date(2025, 6, 3),
        )
        record = months("2025-01"), bought

        assert [state_of("2025-02", *record, on=date(2025, 6, day)) for day in (2, 3)] == [
            GAP,
            BACK_PAID,
        ]

    def test_of_unknown_declaration_it_is_absent_until_it_is_settled(self) -> None:
        """Where nobody says whether it had been declared, it is not called arrears."""
        bought = months("2025-02", status=PaymentStatus.BACK_PAID, settled_on=date(2025, 6, 3))
        record = months("2025-01"), bought

        assert [state_of("2025-02", *record, on=date(2025, 6, day)) for day in (2, 3)] == [
            GAP,
            BACK_PAID,
        ]

    def test_money_that_arrives_within_the_deadline_was_pending(self) -> None:
        """Paid in time on 2026-02-10, January is pending until then and never in arrears."""
        period = months("2026-01", settled_on=date(2026, 2, 10))

        assert [
            state_of("2026-01", period, on=on) for on in (ON, date(2026, 2, 9), date(2026, 2, 10))
        ] == [PENDING, PENDING, PAID]

    def test_one_of_two_months_settled(self) -> None:
        """Each month turns on its own day."""
        other = months("2025-03", status=PaymentStatus.ARREARS)
        on = date(2025, 6, 3)

        assert states(months("2025-01"), self.late, other, on=on)[:3] == [
            ("2025-01", PAID),
            ("2025-02", BACK_PAID),
            ("2025-03", ARREARS),
        ]


class TestTimeline:
    """The history of one month, as dated steps."""

    def steps(self, month: str, *periods: ContributionPeriod, on: date = ON) -> list[Any]:
        """Days and states."""
        found = arrears.timeline(ContributionHistory(periods), MEDICAL, month, on=on)
        return [(step.since, step.state) for step in found]

    def test_declared_owed_and_settled(self) -> None:
        """In arrears from the day of declaration, back-paid from the day of the money."""
        late = TestSettlement.late
        expected = [(date(2025, 2, 10), ARREARS), (date(2025, 6, 3), BACK_PAID)]
        assert expected == self.steps("2025-02", late)
        assert expected == self.steps("2025-02", late, on=date(2025, 6, 3))
        assert expected[:1] == self.steps("2025-02", late, on=date(2025, 6, 2))
        assert [] == self.steps("2025-02", late, on=date(2025, 2, 9))

    def test_a_gap_that_is_bought(self) -> None:
        """Absent to the end of its month, a gap from March on, back-paid in June."""
        bought = months(
            "2025-02",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 6, 3),
            settled_on=date(2025, 6, 3),
        )
        assert self.steps("2025-02", months("2025-01"), bought) == [
            (date(2025, 3, 1), GAP),
            (date(2025, 6, 3), BACK_PAID),
        ]

    def test_a_deferral_that_is_paid(self) -> None:
        """Deferred with one employer, paid with another in June."""
        deferred = months("2025-02", employer="Alpha", status=PaymentStatus.DEFERRED)
        paid = months(
            "2025-02",
            employer="Beta",
            declared_on=date(2025, 6, 1),
            settled_on=date(2025, 6, 3),
        )
        assert self.steps("2025-02", deferred, paid) == [
            (date(2025, 2, 1), DEFERRED),
            (date(2025, 6, 3), PAID),
        ]

    def test_the_periods_that_hold_it_stand_beside(self) -> None:
        """Each step has what the record held then."""
        found = arrears.timeline(
            ContributionHistory([TestSettlement.late]), MEDICAL, "2025-02", on=ON
        )
        assert [step.periods[0].status for step in found] == [
            PaymentStatus.ARREARS,
            PaymentStatus.BACK_PAID,
        ]

    def test_the_last_month_of_the_calendar(self) -> None:
        """The month of the day needs no month after it."""
        on = date(9999, 12, 31)
        assert self.steps("9999-12", months("9999-12"), on=on) == [(date(9999, 12, 1), PAID)]

    def test_months_and_days_are_checked(self) -> None:
        """A month that cannot be read, a text for a day and a list for a record are refused."""
        with pytest.raises(MonthError):
            self.steps("spring", on=ON)
        with pytest.raises(MonthError):
            self.steps("2025-02", on=cast("Any", "2025-02-01"))
        with pytest.raises(PeriodError):
            arrears.timeline(cast("Any", []), MEDICAL, "2025-02", on=ON)


class TestVoluntarySchemes:
    """Who is insured alone or as a resident is never in arrears."""

    @pytest.mark.parametrize("on", [date(2025, 3, 1), date(2025, 6, 2)])
    def test_flexible_months_are_absent_until_they_are_paid(self, on: date) -> None:
        """Declared and not paid, a flexible month is a gap, not arrears."""
        period = months(
            "2025-02",
            scheme=Scheme.FLEXIBLE,
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 2, 10),
            settled_on=date(2025, 6, 3),
        )

        assert state_of("2025-02", months("2025-01"), period, on=on) is GAP
        assert state_of("2025-02", months("2025-01"), period, on=date(2025, 6, 3)) is BACK_PAID

    def test_resident_months_are_not_months_of_employment(self) -> None:
        """A year paid as a resident is no month in the employees' scheme."""
        resident = months("2025-01", "2025-12", scheme=Scheme.RESIDENT)

        assert states(resident) == []
        assert states(months("2024-12"), resident) == [("2024-12", PAID), ("2025-01..2025-12", GAP)]


class TestSeveralPeriods:
    """Of several periods in a month the best state holds."""

    def test_the_order_of_states(self) -> None:
        """Paid before deemed, back-paid, deferred, pending, and arrears last."""
        ordered = [
            PaymentStatus.PAID,
            PaymentStatus.DEEMED,
            PaymentStatus.BACK_PAID,
            PaymentStatus.DEFERRED,
            PaymentStatus.PENDING,
            PaymentStatus.ARREARS,
        ]
        for index, best in enumerate(ordered):
            periods = [
                months("2025-12", employer=str(number), status=status)
                for number, status in enumerate(ordered[index:])
            ]
            assert states(*reversed(periods)) == [("2025-12", MonthState[best.name])]

    def test_a_month_in_arrears_with_one_employer_and_paid_by_another(self) -> None:
        """The overlap is a state of its own span, paid, and names both periods, cut to it."""
        owed = months("2025-10", "2025-12", employer="A", status=PaymentStatus.ARREARS)
        paid = months("2025-11", employer="B")
        found = arrears.states(ContributionHistory([owed, paid]), MEDICAL, on=ON)

        assert [(str(each.span), each.state) for each in found] == [
            ("2025-10", ARREARS),
            ("2025-11", PAID),
            ("2025-12", ARREARS),
        ]
        owed_then = months("2025-11", employer="A", status=PaymentStatus.ARREARS)
        assert set(found[1].periods) == {owed_then, paid}


class TestUnplaced:
    """Months of which only the number is known."""

    def test_they_are_neither_paid_nor_a_gap(self) -> None:
        """Nine of twelve months are somewhere in the year."""
        assert states(months("2025-01", "2025-12", count=9)) == [("2025-01..2025-12", UNPLACED)]

    def test_a_month_that_is_certainly_paid_is_paid(self) -> None:
        """Where another period holds a month for certain, it is placed."""
        found = states(months("2025-01", "2025-04", count=2), months("2025-02", employer="B"))

        assert found[:3] == [
            ("2025-01", UNPLACED),
            ("2025-02", PAID),
            ("2025-03..2025-04", UNPLACED),
        ]

    def test_arrears_do_not_hide_months_that_may_be_paid(self) -> None:
        """One employer owes a month that another may have paid: the state is not known."""
        owed = months("2025-12", employer="A", status=PaymentStatus.ARREARS)
        perhaps = months("2025-01", "2025-12", employer="B", count=9)

        assert state_of("2025-12", owed, perhaps) is UNPLACED


class TestOtherKinds:
    """States follow the default rule of a kind."""

    def test_maternity_is_read_from_medical_months(self) -> None:
        """From 2020-01 on a medical month in arrears is a maternity month in arrears."""
        owed = months("2019-12", "2020-01", status=PaymentStatus.ARREARS)

        assert states(owed, on=date(2020, 1, 31), kind=MATERNITY) == [("2020-01", ARREARS)]

    def test_kinds_are_told_apart(self) -> None:
        """Pension months say nothing of medical insurance."""
        assert states(months("2025-12", kind=PENSION)) == []


class TestLaws:
    """What holds for every record."""

    @given(
        history=histories(MEDICAL, within=SMALL, longest=12), on=days(SMALL.first, SMALL.last + 6)
    )
    def test_states_cover_every_month_once(self, history: ContributionHistory, on: date) -> None:
        """From the first to the last month one state follows another, none after the day's month."""
        found = arrears.states(history, MEDICAL, on=on)
        month = YearMonth(on.year, on.month)

        for one, other in pairwise(found):
            assert other.span.first - one.span.last == 1
            assert one.state is not GAP or other.state is not GAP
        assert all(each.span.last <= month for each in found)
        if found:
            assert found[-1].span.last >= month - 1

    @given(
        history=histories(MEDICAL, within=SMALL, longest=12, with_counts=False),
        on=days(SMALL.first, SMALL.last + 6),
    )
    def test_states_that_count_are_the_cumulative_months(
        self, history: ContributionHistory, on: date
    ) -> None:
        """Paid, deemed and back-paid months are as many as the count of the same day."""
        found = arrears.states(history, MEDICAL, on=on)
        counted = MonthSet(each.span for each in found if each.state in (PAID, DEEMED, BACK_PAID))

        assert len(counted) == counting.cumulative(history, MEDICAL, on=on).months

    @given(
        history=histories(MEDICAL, within=SMALL, longest=12, with_counts=False),
        on=days(SMALL.first, SMALL.last + 6),
        data=st.data(),
    )
    def test_the_state_of_a_month_does_not_depend_on_how_it_is_written(
        self, history: ContributionHistory, on: date, data: st.DataObject
    ) -> None:
        """Month by month, in any order, the states are the same."""
        singly = [
            part
            for each in history
            for m in each.months
            if (part := each.between(*[m.ordinal] * 2))
        ]
        other = ContributionHistory(data.draw(st.permutations(singly)))
        by_month = [
            {m: each.state for each in arrears.states(one, MEDICAL, on=on) for m in each.span}
            for one in (history, other)
        ]

        assert by_month[0] == by_month[1]

    def test_equal_records_have_the_same_spans_and_states(self) -> None:
        """A year in one row and in two is one year that is paid."""
        year = states(months("2025-01", "2025-12"))

        assert year == states(months("2025-01", "2025-06"), months("2025-07", "2025-12"))


@pytest.mark.parametrize("on", ["2026-01-29", datetime(2026, 1, 29), None])  # noqa: DTZ001
def test_on_is_a_day(on: object) -> None:
    """A text or a time is no day."""
    with pytest.raises(MonthError) as caught:
        states(months("2026-01"), on=cast("Any", on))

    assert (caught.value.field, caught.value.value) == ("on", on)
    assert caught.value.faults[0].expected == "a datetime.date"


def test_kind_is_a_kind() -> None:
    """A text is refused, with the kinds that there are."""
    with pytest.raises(RuleError) as caught:
        states(months("2026-01"), kind=cast("Any", "medical"))

    (fault,) = caught.value.faults
    assert (fault.field, fault.value, fault.problem) == ("kind", "medical", "is no InsuranceKind")
    assert "MEDICAL" in fault.expected
