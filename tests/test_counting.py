"""Counting by example: what a month does, what breaks a run, what is open, and what is left out."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    InsuranceKind,
    MonthSet,
    MonthSpan,
    PaymentStatus,
    Scheme,
    UncertainCountError,
    counting,
)
from shebao.errors import MonthError, RuleError
from shebao.law import Law, parameters, shipped
from shebao.terms import Omission

if TYPE_CHECKING:
    from collections.abc import Callable


ON = date(2026, 1, 29)
PAID = PaymentStatus.PAID
BACK_PAID = PaymentStatus.BACK_PAID
DEEMED = PaymentStatus.DEEMED
HOLDING = [PaymentStatus.DEFERRED, PaymentStatus.PENDING]
BREAKING = [PaymentStatus.ARREARS, DEEMED]


def months(first: str, last: str | None = None, **facts: object) -> ContributionPeriod:
    """Medical months, paid by an employer unless facts say otherwise."""
    parts: dict[str, Any] = {"kind": MEDICAL, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **parts)


def late(first: str, last: str | None = None, **facts: object) -> ContributionPeriod:
    """Months bought back at the end of 2025, when their time had passed (to 2025-10)."""
    return months(first, last, status=BACK_PAID, declared_on=date(2025, 12, 31), **facts)


def rule(**parts: object) -> CountingRule:
    """The default statuses with other limits."""
    counts = CountingRule.default(MEDICAL).counts
    named: dict[str, Any] = {"name": "of this test", "counts": counts, **parts}
    return CountingRule(**named)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def runs(history: ContributionHistory, on: date = ON, **parts: object) -> tuple[int, int, int]:
    """Continuous, longest and cumulative medical months under a rule."""
    chosen = rule(**parts)
    return (
        counting.continuous(history, MEDICAL, on=on, rule=chosen).months,
        counting.longest(history, MEDICAL, on=on, rule=chosen).months,
        counting.cumulative(history, MEDICAL, on=on, rule=chosen).months,
    )


def bounds(count: counting.Bounded) -> tuple[int, int]:
    """At least and at most."""
    return count.at_least, count.at_most


class TestWholeRecord:
    """The record that stands first in the documentation."""

    history = record(
        months("2014-01", "2014-12", kind=PENSION, base="2312", area="130100"),
        months("2015-01", "2016-06", kind=PENSION, base="2620.50", area="130100"),
        months("2001-01", "2025-09", base="4000", area="130100"),
    )

    def test_pension_months_accumulate_over_bases(self) -> None:
        """Twelve months of 2014 and eighteen to 2016-06 are thirty."""
        assert counting.cumulative(self.history, PENSION, on=ON).months == 30

    def test_without_bridging_four_months_without_contribution_break(self) -> None:
        """Medical months to 2025-09 are a broken run on 2026-01-29, and 297 in total."""
        found = counting.continuous(self.history, MEDICAL, on=ON)

        assert found.months == 0
        assert MonthSpan("2025-10", "2025-12") == found.broken_by
        assert found.span is None
        assert counting.longest(self.history, MEDICAL, on=ON).months == 297
        assert counting.cumulative(self.history, MEDICAL, on=ON).months == 297

    def test_three_uncovered_months_are_bridged_by_three(self) -> None:
        """On 2026-01-29 the month itself may still be paid: three months are uncovered."""
        found = counting.continuous(self.history, MEDICAL, on=ON, rule=rule(bridging=3))

        assert found.months == 297
        assert MonthSpan("2001-01", "2025-09") == found.span
        assert found.broken_by is None

    def test_a_fourth_uncovered_month_breaks(self) -> None:
        """On 2026-02-01 four months are uncovered, and the result names them."""
        on = date(2026, 2, 1)

        found = counting.continuous(self.history, MEDICAL, on=on, rule=rule(bridging=3))

        assert found.months == 0
        assert MonthSpan("2025-10", "2026-01") == found.broken_by

    def test_a_result_names_its_kind_rule_and_day(self) -> None:
        """The rule of None is the default rule of the kind."""
        found = counting.cumulative(self.history, PENSION, on=ON)

        assert (PENSION, CountingRule.default(PENSION), ON) == (found.kind, found.rule, found.on)


class TestMonthOfTheDay:
    """A month is uncovered only if it ended before the month of the day."""

    @pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 1, 31)])
    def test_is_never_uncovered(self, on: date) -> None:
        """A run to the month before is alive on every day of the month, and no gap is open."""
        history = record(months("2025-01", "2025-12"))

        assert runs(history, on) == (12, 12, 12)
        assert counting.gaps(history, MEDICAL, on=on) == ()

    def test_is_uncovered_once_it_ended(self) -> None:
        """On the first day of the next month it is a gap of one month."""
        history = record(months("2025-01", "2025-12"))

        assert runs(history, date(2026, 2, 1)) == (0, 12, 12)

    def test_counts_if_it_is_paid(self) -> None:
        """A month counts from its first day on where nobody says when it was settled."""
        assert runs(record(months("2025-12", "2026-01")), date(2026, 1, 1)) == (2, 2, 2)

    def test_later_months_neither_count_nor_are_missing(self) -> None:
        """Months paid in advance count when they come, and not before."""
        history = record(months("2025-12"), months("2026-03", "2026-12"))

        assert runs(history) == (1, 1, 1)
        assert counting.gaps(history, MEDICAL, on=ON) == ()

    def test_in_arrears_breaks_nothing(self) -> None:
        """Arrears in the month itself leave the run of the months before alive."""
        history = record(
            months("2025-11", "2025-12"), months("2026-01", status=PaymentStatus.ARREARS)
        )

        assert runs(history) == (2, 2, 2)


class TestRoles:
    """Each status counts, holds or breaks; of several in one month the best role holds."""

    @pytest.mark.parametrize("status", [PAID, BACK_PAID])
    def test_counting_months_join(self, status: PaymentStatus) -> None:
        """A month paid in time or later joins its neighbours."""
        history = record(
            months("2025-09", "2025-10"), months("2025-11", status=status), months("2025-12")
        )

        assert runs(history) == (4, 4, 4)

    @pytest.mark.parametrize("status", HOLDING)
    def test_holding_months_join_without_counting(self, status: PaymentStatus) -> None:
        """Deferred and pending months neither count nor break, inside a run and after it."""
        history = record(
            months("2025-08", "2025-09"),
            months("2025-10", status=status),
            months("2025-11"),
            months("2025-12", status=status),
        )

        assert runs(history) == (3, 3, 3)
        assert counting.gaps(history, MEDICAL, on=ON) == ()

    @pytest.mark.parametrize("status", BREAKING)
    def test_breaking_months_are_as_absent_ones(self, status: PaymentStatus) -> None:
        """A month that breaks is uncovered, as if nobody had declared it."""
        kept = [months("2025-08", "2025-10"), months("2025-12")]
        counts: Any = {"counts": frozenset({PAID})}

        for history in (record(*kept, months("2025-11", status=status)), record(*kept)):
            assert runs(history, **counts) == (1, 3, 4)
            assert runs(history, bridging=1, **counts) == (4, 4, 4)

    def test_a_counting_role_is_better_than_any(self) -> None:
        """A month paid by one employer counts, whatever another one owes."""
        history = record(
            months("2025-12", employer="A"),
            months("2025-12", employer="B", status=PaymentStatus.ARREARS),
            months("2025-12", employer="C", status=PaymentStatus.DEFERRED),
        )

        assert runs(history) == (1, 1, 1)

    def test_a_holding_role_is_better_than_a_breaking_one(self) -> None:
        """A month deferred by one employer holds, although another one owes it."""
        history = record(
            months("2025-11"),
            months("2025-12", employer="B", status=PaymentStatus.ARREARS),
            months("2025-12", employer="C", status=PaymentStatus.PENDING),
        )

        assert runs(history) == (1, 1, 1)

    def test_a_doubled_month_counts_once_as_the_best_that_it_is(self) -> None:
        """A month both paid and back-paid is a paid one, one deemed and back-paid a deemed one."""
        history = record(
            months("2025-11", "2025-12", employer="A", status=BACK_PAID),
            months("2025-11", employer="B"),
            months("2025-12", employer="C", status=DEEMED),
        )

        found = counting.cumulative(history, MEDICAL, on=ON)

        assert found.months == 2
        assert (found.paid_months, found.back_paid_months, found.deemed_months) == (1, 0, 1)

    def test_results_split_months_by_what_they_are(self) -> None:
        """Four paid, two back-paid and three deemed months are nine."""
        history = record(
            months("2025-01", "2025-03", status=DEEMED),
            months("2025-04", "2025-05", status=BACK_PAID),
            months("2025-06", "2025-09"),
        )

        found = counting.cumulative(history, MEDICAL, on=ON)

        assert found.months == 9
        assert (found.paid_months, found.back_paid_months, found.deemed_months) == (4, 2, 3)
        assert MonthSpan("2025-01", "2025-09") == found.span

    def test_a_record_without_months_counts_none(self) -> None:
        """Where nothing counts, nothing was broken and nothing is a gap."""
        found = counting.continuous(record(), MEDICAL, on=ON)

        assert runs(record()) == (0, 0, 0)
        assert (found.span, found.broken_by) == (None, None)
        assert counting.gaps(record(), MEDICAL, on=ON) == ()


class TestBridging:
    """Bridged months join runs and never count; each gap is measured alone."""

    history = record(months("2025-01", "2025-03"), months("2025-06"), months("2025-09", "2025-11"))

    def test_gaps_are_not_added_up(self) -> None:
        """Two gaps of two months and an open one of one are bridged by two."""
        assert runs(self.history, bridging=2) == (7, 7, 7)

    def test_a_longer_gap_separates(self) -> None:
        """A gap of two months is not bridged by one; the open one of one month is."""
        found = counting.continuous(self.history, MEDICAL, on=ON, rule=rule(bridging=1))

        assert found.months == 3
        assert MonthSpan("2025-09", "2025-11") == found.span
        assert MonthSpan("2025-07", "2025-08") == found.broken_by

    def test_held_months_are_not_bridged_ones(self) -> None:
        """A gap of three months of which one was deferred needs a bridge of two."""
        history = record(
            months("2025-08"),
            months("2025-10", status=PaymentStatus.DEFERRED),
            months("2025-12"),
        )

        assert runs(history, bridging=2) == (2, 2, 2)
        assert runs(history, bridging=1) == (1, 1, 2)

    def test_of_equal_runs_the_latest_is_the_longest(self) -> None:
        """Of two runs of three months the result names the later one, and what broke the earlier."""
        found = counting.longest(self.history, MEDICAL, on=ON)

        assert found.months == 3
        assert MonthSpan("2025-09", "2025-11") == found.span
        assert MonthSpan("2025-07", "2025-08") == found.broken_by


class TestRepair:
    """Months bought in a gap count for continuity only if the whole gap is short enough."""

    def test_a_gap_holds_its_uncovered_and_its_bought_months(self) -> None:
        """One uncovered and two bought months between paid ones are a gap of three."""
        history = record(
            months("2025-01", "2025-03"), late("2025-05", "2025-06"), months("2025-07", "2025-12")
        )

        assert runs(history, repair=3, bridging=1) == (11, 11, 11)
        assert runs(history, repair=2, bridging=1) == (6, 6, 11)

    def test_a_repaired_gap_still_has_its_uncovered_month(self) -> None:
        """What was not bought is uncovered: without a bridge it breaks the run."""
        history = record(
            months("2025-01", "2025-03"), late("2025-05", "2025-06"), months("2025-07", "2025-12")
        )

        assert runs(history, repair=3) == (8, 8, 11)

    def test_bought_months_of_a_longer_gap_are_uncovered(self) -> None:
        """They count in the total only, and a bridge is measured over them as well."""
        history = record(
            months("2025-01", "2025-03"), late("2025-05", "2025-06"), months("2025-07", "2025-12")
        )

        assert runs(history, repair=2, bridging=3) == (9, 9, 11)

    def test_one_bought_month_never_splits_a_gap(self) -> None:
        """Of five months without contribution the middle one was bought: the gap is still five."""
        history = record(
            months("2025-01", "2025-03"), late("2025-06"), months("2025-09", "2025-12")
        )

        assert runs(history, repair=2, bridging=2) == (4, 4, 8)
        assert runs(history, repair=4, bridging=4) == (4, 4, 8)
        assert runs(history, repair=5, bridging=2) == (8, 8, 8)

    def test_held_months_neither_split_nor_lengthen_a_gap(self) -> None:
        """A gap of five months of which two were deferred is one of three."""
        history = record(
            months("2025-01", "2025-03"),
            late("2025-04"),
            months("2025-05", "2025-06", status=PaymentStatus.DEFERRED),
            late("2025-07", "2025-08"),
            months("2025-09", "2025-12"),
        )

        assert runs(history, repair=3) == (10, 10, 10)
        assert runs(history, repair=2) == (4, 4, 10)

    def test_the_leading_stretch_is_a_gap_from_the_first_month(self) -> None:
        """Three months bought before the first paid one are a gap of three."""
        history = record(late("2025-01", "2025-03"), months("2025-04", "2025-12"))

        assert runs(history, repair=3) == (12, 12, 12)
        assert runs(history, repair=2) == (9, 9, 12)

    def test_the_leading_stretch_begins_with_the_record(self) -> None:
        """A month in arrears is the record's first: with two bought ones the gap is three."""
        history = record(
            months("2025-01", status=PaymentStatus.ARREARS),
            late("2025-02", "2025-03"),
            months("2025-04", "2025-12"),
        )

        assert runs(history, repair=3) == (11, 11, 11)
        assert runs(history, repair=2) == (9, 9, 11)

    def test_the_trailing_stretch_is_a_gap_to_the_month_before(self) -> None:
        """Three bought and three uncovered months up to 2025-12 are a gap of six."""
        history = record(months("2025-01", "2025-06"), late("2025-07", "2025-09"))

        assert runs(history, repair=6, bridging=3) == (9, 9, 9)
        assert runs(history, repair=5, bridging=3) == (0, 6, 9)
        assert runs(history, repair=5, bridging=6) == (6, 6, 9)

    def test_a_record_of_bought_months_alone_is_one_gap(self) -> None:
        """Where nothing counts otherwise, the gap lasts from the first month to the month before."""
        history = record(late("2025-07", "2025-09"))

        assert runs(history, repair=6, bridging=3) == (3, 3, 3)
        assert runs(history, repair=5, bridging=3) == (0, 0, 3)

    def test_repair_of_nothing(self) -> None:
        """A repair of 0 lets no bought month count for continuity."""
        history = record(months("2025-10"), late("2025-09"))

        assert runs(history, repair=0, bridging=2) == (1, 1, 2)

    def test_without_limit_every_bought_month_counts(self) -> None:
        """A repair of None asks not when a month was declared."""
        history = record(
            months("2025-01"), late("2025-02", "2025-10"), months("2025-11", "2025-12")
        )

        assert runs(history) == (12, 12, 12)

    @pytest.mark.parametrize(
        ("declared_on", "in_time"),
        [(date(2025, 2, 28), True), (date(2025, 3, 1), False), (date(2025, 1, 5), True)],
    )
    def test_the_deadline_is_the_end_of_the_following_month(
        self, declared_on: date, in_time: bool
    ) -> None:
        """January declared by 28 February is settled arrears; from 1 March on it was bought."""
        settled = months("2025-01", status=BACK_PAID, declared_on=declared_on)
        history = record(months("2024-12"), settled, months("2025-02", "2025-12"))

        assert runs(history, repair=0)[0] == (13 if in_time else 11)

    def test_each_month_of_a_period_has_its_own_deadline(self) -> None:
        """Of January to March declared on 30 April, March was in time, the others were bought."""
        settled = months("2025-01", "2025-03", status=BACK_PAID, declared_on=date(2025, 4, 30))
        history = record(months("2024-12"), settled, months("2025-04", "2025-12"))

        assert runs(history, repair=1) == (10, 10, 13)
        assert runs(history, repair=2) == (13, 13, 13)

    def test_settled_arrears_end_a_gap(self) -> None:
        """A month declared in time counts otherwise: the bought ones about it are two gaps."""
        history = record(
            months("2025-01"),
            late("2025-02", "2025-03"),
            months("2025-04", status=BACK_PAID, declared_on=date(2025, 5, 31)),
            late("2025-05", "2025-06"),
            months("2025-07", "2025-12"),
        )

        assert runs(history, repair=2) == (12, 12, 12)

    def test_an_unknown_declaration_gives_both_bounds(self) -> None:
        """Bought, the three months are uncovered; declared in time, they join everything."""
        history = record(
            months("2025-01", "2025-05"),
            months("2025-06", "2025-08", status=BACK_PAID),
            months("2025-09", "2025-12"),
        )
        chosen = rule(repair=2)

        assert bounds(counting.continuous(history, MEDICAL, on=ON, rule=chosen)) == (4, 12)
        assert bounds(counting.longest(history, MEDICAL, on=ON, rule=chosen)) == (5, 12)
        assert bounds(counting.cumulative(history, MEDICAL, on=ON, rule=chosen)) == (12, 12)

    def test_an_unknown_declaration_is_no_matter_in_a_short_gap(self) -> None:
        """Three months are one gap of three, in time or not: the run is certain."""
        history = record(
            months("2025-01", "2025-05"),
            months("2025-06", "2025-08", status=BACK_PAID),
            months("2025-09", "2025-12"),
        )

        assert runs(history, repair=3) == (12, 12, 12)

    def test_an_unknown_declaration_is_named(self) -> None:
        """The error of an open run names the back payment and both bounds."""
        history = record(
            months("2025-06", "2025-08", status=BACK_PAID), months("2025-09", "2025-12")
        )
        found = counting.continuous(history, MEDICAL, on=ON, rule=rule(repair=2))

        with pytest.raises(UncertainCountError, match="4 to 7 months") as caught:
            _ = found.months

        assert caught.value.causes == ("medical 2025-06..2025-08 back paid employee",)

    def test_only_what_leaves_a_run_open_is_named(self) -> None:
        """Where repair has no limit, an undated back payment leaves nothing open."""
        history = record(
            months("2025-06", "2025-08", status=BACK_PAID), months("2025-09", "2025-12", count=2)
        )
        found = counting.cumulative(history, MEDICAL, on=date(2025, 10, 31))

        with pytest.raises(UncertainCountError) as caught:
            _ = found.months

        assert caught.value.causes == ("medical 2025-09..2025-10 (0 to 2 of 2) paid employee",)


class TestBackPaidLimit:
    """Only so many back-paid months count: walking back from the end, the next one breaks."""

    history = record(
        months("2024-07", "2024-12"),
        months("2025-01", "2025-05", status=BACK_PAID),
        months("2025-06", "2025-12"),
    )

    def test_the_next_one_breaks_the_run(self) -> None:
        """Seven paid months and two of five back-paid ones are the run; 2025-03 breaks it."""
        found = counting.continuous(self.history, MEDICAL, on=ON, rule=rule(back_paid_limit=2))

        assert found.months == 9
        assert MonthSpan("2025-04", "2025-12") == found.span
        assert (found.paid_months, found.back_paid_months) == (7, 2)

    def test_within_the_limit_nothing_breaks(self) -> None:
        """Five back-paid months are within a limit of five."""
        assert runs(self.history, back_paid_limit=5) == (18, 18, 18)

    def test_the_longest_run_may_end_anywhere(self) -> None:
        """Of two blocks of paid months the run of the earlier one with one more is longer."""
        history = record(
            months("2025-01", "2025-06"),
            months("2025-07", "2025-08", status=BACK_PAID),
            months("2025-09", "2025-12"),
        )

        found = counting.longest(history, MEDICAL, on=ON, rule=rule(back_paid_limit=1))

        assert found.months == 7
        assert MonthSpan("2025-01", "2025-07") == found.span

    def test_in_a_total_so_many_count(self) -> None:
        """Thirteen paid months and two of the back-paid ones, wherever they lie."""
        assert runs(self.history, back_paid_limit=2)[2] == 15

    def test_the_parts_of_a_limited_total_add_up(self) -> None:
        """Of its fifteen months thirteen are paid and two back-paid."""
        found = counting.cumulative(self.history, MEDICAL, on=ON, rule=rule(back_paid_limit=2))

        assert (found.paid_months, found.back_paid_months) == (13, 2)

    def test_a_limit_of_nothing(self) -> None:
        """A limit of 0 lets no back-paid month count."""
        assert runs(self.history, back_paid_limit=0) == (7, 7, 13)

    def test_a_run_that_ends_with_one_too_many_is_none(self) -> None:
        """The last month is back-paid and may not: the run is broken at its end."""
        history = record(months("2025-01", "2025-11"), months("2025-12", status=BACK_PAID))

        assert runs(history, back_paid_limit=0) == (0, 11, 11)

    def test_a_month_paid_otherwise_does_not_use_the_limit(self) -> None:
        """A month that is back-paid and paid under another employer is a paid one."""
        history = record(
            months("2025-12", employer="A", status=BACK_PAID), months("2025-12", employer="B")
        )

        assert runs(history, back_paid_limit=0) == (1, 1, 1)

    def test_the_limit_is_walked_over_bridges(self) -> None:
        """A bridged month uses nothing of the limit."""
        history = record(
            months("2025-06", "2025-08"),
            months("2025-09", status=BACK_PAID),
            months("2025-11", status=BACK_PAID),
            months("2025-12"),
        )

        assert runs(history, back_paid_limit=2, bridging=1) == (6, 6, 6)
        assert runs(history, back_paid_limit=1, bridging=1) == (2, 4, 5)

    def test_what_broke_the_run_before_is_named(self) -> None:
        """The back-paid months over the limit broke it, no gap: the result says so."""
        found = counting.continuous(self.history, MEDICAL, on=ON, rule=rule(back_paid_limit=2))

        assert found.broken_by is not None
        assert found.broken_by.last == MonthSpan("2025-03", "2025-03").last

    def test_bounds_hold_whether_a_payment_was_bought_or_not(self) -> None:
        """Bought, two months are bridged: 11; declared in time, they break the run: 5."""
        history = record(
            months("2025-01", "2025-06"),
            months("2025-07", "2025-08", status=BACK_PAID),
            months("2025-09", "2026-01"),
        )
        chosen = rule(bridging=3, repair=0, back_paid_limit=0)

        assert bounds(counting.continuous(history, MEDICAL, on=ON, rule=chosen)) == (5, 11)

    def test_bounds_hold_where_the_last_months_may_be_bought(self) -> None:
        """Bought, the last two months are bridged: 10; in time, the one before the last breaks: 1."""
        history = record(
            months("2025-01", "2025-10"), months("2025-11", "2025-12", status=BACK_PAID)
        )
        chosen = rule(bridging=2, repair=0, back_paid_limit=1)

        found = counting.continuous(history, MEDICAL, on=ON, rule=chosen)

        assert found.at_least <= 1
        assert found.at_most >= 10

    def test_bounds_hold_for_a_back_payment_without_a_place(self) -> None:
        """One of two months was back-paid and may not: wherever it lies, it breaks the run."""
        history = record(
            months("2025-01", "2025-06"),
            late("2025-07", "2025-08", count=1),
            months("2025-09", "2026-01"),
        )
        chosen = rule(bridging=2, back_paid_limit=0)

        assert counting.continuous(history, MEDICAL, on=ON, rule=chosen).at_least == 5


class TestSight:
    """A rule sees its window and its schemes, and nothing else."""

    def test_a_window_looks_back_from_the_month_of_the_day(self) -> None:
        """Of the twelve months 2025-02 to 2026-01, eleven are paid."""
        history = record(months("2024-01", "2025-12"))

        assert runs(history, window=12) == (11, 11, 11)
        assert runs(history, window=1) == (0, 0, 0)
        assert runs(history, window=240) == (24, 24, 24)

    def test_months_before_a_window_are_no_gap(self) -> None:
        """A window begins where it begins: no month before it is missing."""
        history = record(months("2024-01", "2024-06"), months("2025-06", "2025-12"))

        assert counting.gaps(history, MEDICAL, on=ON, rule=rule(window=8)) == ()

    def test_other_schemes_are_not_seen(self) -> None:
        """A rule of employee months alone does not see flexible ones."""
        history = record(months("2025-11"), months("2025-12", scheme=Scheme.FLEXIBLE))

        assert runs(history) == (2, 2, 2)
        assert runs(history, schemes=frozenset({Scheme.EMPLOYEE})) == (0, 1, 1)

    def test_resident_months_are_asked_for_by_name(self) -> None:
        """By default a resident's year adds nothing to employee months."""
        history = record(months("2025-01", "2025-12", scheme=Scheme.RESIDENT))

        assert runs(history) == (0, 0, 0)
        assert runs(history, schemes=frozenset({Scheme.RESIDENT})) == (12, 12, 12)

    def test_schemes_of_employment_count_together(self) -> None:
        """Employee, flexible and public-sector months are one run."""
        history = record(
            months("2025-10", scheme=Scheme.PUBLIC_SECTOR),
            months("2025-11", scheme=Scheme.FLEXIBLE),
            months("2025-12"),
        )

        assert counting.continuous(history, MEDICAL, on=ON).months == 3

    def test_kinds_are_not_mixed(self) -> None:
        """Pension months are no medical months."""
        assert runs(record(months("2025-01", "2025-12", kind=PENSION))) == (0, 0, 0)


class TestMaternity:
    """Since 2020-01 an employee's medical month is a maternity month."""

    history = record(months("2019-07", "2019-12", kind=MATERNITY), months("2019-01", "2020-03"))

    def test_own_rows_before_and_medical_ones_after_the_merger(self) -> None:
        """Six months of its own to 2019-12 and three medical ones of 2020 are nine in one run."""
        found = counting.continuous(self.history, MATERNITY, on=date(2020, 3, 31))

        assert found.months == 9
        assert MonthSpan("2019-07", "2020-03") == found.span
        assert found.is_merged

    def test_before_the_merger_medical_months_are_none(self) -> None:
        """In 2019 maternity insurance had rows of its own, and only these count."""
        found = counting.cumulative(self.history, MATERNITY, on=date(2019, 12, 31))

        assert found.months == 6
        assert not found.is_merged

    def test_a_month_of_both_counts_once_and_is_no_overlap(self) -> None:
        """A row of its own beside the medical month adds nothing and doubles nothing."""
        history = record(months("2025-01", "2025-06", kind=MATERNITY), months("2025-01", "2025-12"))

        assert counting.cumulative(history, MATERNITY, on=ON).months == 12
        assert counting.overlaps(history, MATERNITY, on=ON) == ()

    @pytest.mark.parametrize("scheme", [Scheme.FLEXIBLE, Scheme.RESIDENT, Scheme.PUBLIC_SECTOR])
    def test_other_medical_months_are_none(self, scheme: Scheme) -> None:
        """Who insures himself has no maternity insurance with his medical months."""
        history = record(months("2025-01", "2025-12", scheme=scheme))

        assert counting.cumulative(history, MATERNITY, on=ON).months == 0

    def test_a_rule_without_the_merger_counts_own_rows(self) -> None:
        """The month of the merger comes with the rule."""
        history = record(months("2025-01", "2025-06", kind=MATERNITY), months("2025-01", "2025-12"))

        found = counting.cumulative(history, MATERNITY, on=ON, rule=rule())

        assert found.months == 6
        assert not found.is_merged

    def test_arrears_of_medical_insurance_break_it(self) -> None:
        """A medical month in arrears is a maternity month in arrears."""
        history = record(
            months("2025-01", "2025-11"), months("2025-12", status=PaymentStatus.ARREARS)
        )

        assert counting.continuous(history, MATERNITY, on=ON).months == 0

    def test_areas_of_medical_months_are_areas_of_maternity(self) -> None:
        """A medical month counts as a maternity month in its area."""
        history = record(months("2025-01", "2025-12", area="130100"))

        found = counting.by_area(history, MATERNITY, on=ON)

        assert {area: count.months for area, count in found.items()} == {"130100": 12}


def _law() -> Law:
    """A law in which the districts of a city pool medical insurance together from 2020 on."""
    level = parameters.POOLING_LEVEL[MEDICAL]
    return shipped().replacing(level, "prefecture", valid_from=date(2020, 1, 1))


class TestArea:
    """A rule of one pooling area counts the months of all areas that pool with it."""

    history = record(
        months("2025-01", "2025-02", area="130102"),
        months("2025-03", "2025-05", area="130104"),
        months("2025-06", "2025-09", area="110000"),
        months("2025-10", "2025-12"),
    )

    @pytest.mark.parametrize("area", ["130100", "130102", "130199"])
    def test_districts_pool_together(self, area: str) -> None:
        """Two months in one district and three in another are five in the city."""
        found = counting.cumulative(self.history, MEDICAL, on=ON, rule=rule(area=area), law=_law())

        assert found.months == 5
        assert MonthSpan("2025-01", "2025-05") == found.span

    def test_continuity_is_that_of_the_area(self) -> None:
        """In the city the run ended in May; the months elsewhere do not hold it."""
        chosen = rule(area="130100")

        alive = counting.continuous(self.history, MEDICAL, on=ON, rule=chosen, law=_law())

        assert alive.months == 0
        assert MonthSpan("2025-06", "2025-12") == alive.broken_by
        longest = counting.longest(self.history, MEDICAL, on=ON, rule=chosen, law=_law())
        assert longest.months == 5

    def test_gaps_are_those_of_the_area(self) -> None:
        """Months in another area cover nothing here."""
        (gap,) = counting.gaps(self.history, MEDICAL, on=ON, rule=rule(area="110000"), law=_law())

        assert (MonthSpan("2025-10", "2025-12"), 3, True) == (gap.span, gap.months, gap.is_open)

    def test_what_pools_depends_on_kind_and_day(self) -> None:
        """Before the districts pooled each is its own area; pension pools in the province."""
        history = record(
            months("2019-01", "2019-02", area="130102"),
            months("2019-03", area="130104"),
            months("2025-01", kind=PENSION, area="130102"),
            months("2025-02", kind=PENSION, area="130104"),
        )
        chosen = rule(area="130102")

        before = counting.cumulative(
            history, MEDICAL, on=date(2019, 12, 31), rule=chosen, law=_law()
        )
        pension = counting.cumulative(history, PENSION, on=ON, rule=chosen, law=_law())

        assert (before.months, pension.months) == (2, 2)

    def test_a_month_without_an_area_is_in_none(self) -> None:
        """Nobody knows where the last three months were paid: no area has them."""
        found = counting.by_area(self.history, MEDICAL, on=ON)

        assert {"130102", "130104", "110000"} == set(found)
        assert found["110000"].months == 4

    def test_a_doubled_month_counts_in_each_area(self) -> None:
        """A month in two provinces is one month in total, and one in each."""
        history = record(
            months("2025-01", "2025-03", kind=PENSION, area="130000"),
            months("2025-03", "2025-04", kind=PENSION, area="310000"),
        )

        found = counting.by_area(history, PENSION, on=ON)

        assert {area: c.months for area, c in found.items()} == {"130000": 3, "310000": 2}
        assert counting.cumulative(history, PENSION, on=ON).months == 4

    def test_the_shipped_law_says_what_pools(self) -> None:
        """Medical insurance of 石家庄 pools in the city: its districts are one area, 北京 is not."""
        history = record(
            months("2025-01", "2025-02", area="130102"),
            months("2025-03", "2025-05", area="130104"),
            months("2025-06", "2025-09", area="110000"),
        )

        found = counting.cumulative(history, MEDICAL, on=date(2026, 2, 1), rule=rule(area="130100"))

        assert found.months == 5


class TestGaps:
    """Gaps are uncovered months between counted ones, and the open stretch after the last."""

    def test_inner_gaps_and_the_open_one(self) -> None:
        """Two months are missing in spring, one in December: that one is open."""
        history = record(months("2025-01", "2025-03"), months("2025-06", "2025-11"))

        inner, tail = counting.gaps(history, MEDICAL, on=ON)

        assert (MonthSpan("2025-04", "2025-05"), 2, False) == (
            inner.span,
            inner.months,
            inner.is_open,
        )
        assert (MonthSpan("2025-12", "2025-12"), 1, True) == (tail.span, tail.months, tail.is_open)

    def test_held_months_are_no_part_of_a_gap(self) -> None:
        """Of three months one was deferred: the gap has two, and spans all three."""
        history = record(
            months("2025-01"),
            months("2025-03", status=PaymentStatus.DEFERRED),
            months("2025-05", "2025-12"),
        )

        (gap,) = counting.gaps(history, MEDICAL, on=ON)

        assert (MonthSpan("2025-02", "2025-04"), 2) == (gap.span, gap.months)

    def test_arrears_are_uncovered_months(self) -> None:
        """A month in arrears lies in a gap of the count, although it was declared."""
        history = record(months("2025-11"), months("2025-12", status=PaymentStatus.ARREARS))

        (gap,) = counting.gaps(history, MEDICAL, on=ON)

        assert (MonthSpan("2025-12", "2025-12"), True) == (gap.span, gap.is_open)

    def test_bridged_gaps_are_gaps(self) -> None:
        """A gap that a rule tolerates is still a gap."""
        history = record(months("2025-10"), months("2025-12"))

        assert len(counting.gaps(history, MEDICAL, on=ON, rule=rule(bridging=1))) == 1

    def test_months_without_places_may_fill_a_gap(self) -> None:
        """Two of four months lie anywhere from March to June: one to three of the gap are open."""
        history = record(
            months("2025-01", "2025-02"),
            months("2025-03", "2025-06", count=2, employer="B"),
            months("2025-06", "2025-12"),
        )

        (gap,) = counting.gaps(history, MEDICAL, on=ON)

        assert bounds(gap) == (1, 2)
        with pytest.raises(UncertainCountError, match="1 to 2 months") as caught:
            _ = gap.months
        assert caught.value.causes == ("2025-03..2025-05",)

    def test_held_months_without_places_may_cover_a_gap(self) -> None:
        """Two of February to April were deferred: March, the only month missing, may be one."""
        history = record(
            months("2025-01", "2025-02", employer="B"),
            months("2025-02", "2025-04", count=2, status=PaymentStatus.DEFERRED),
            months("2025-04", "2025-12", employer="B"),
        )

        (gap,) = counting.gaps(history, MEDICAL, on=ON)

        assert (MonthSpan("2025-03", "2025-03"), (0, 1)) == (gap.span, bounds(gap))

    def test_arrears_without_places_fill_nothing(self) -> None:
        """Two of three months in arrears are uncovered, wherever they lie."""
        history = record(
            months("2025-01", "2025-08"),
            months("2025-09", "2025-11", count=2, status=PaymentStatus.ARREARS),
            months("2025-12"),
        )

        (gap,) = counting.gaps(history, MEDICAL, on=ON)

        assert (MonthSpan("2025-09", "2025-11"), 3) == (gap.span, gap.months)

    def test_a_gap_after_months_without_places_is_one(self) -> None:
        """Three of the months of 2023 and all of 2025 are paid: 2024 is a gap in any case."""
        history = record(months("2023-01", "2023-12", count=3), months("2025-01", "2025-12"))

        found = counting.gaps(history, MEDICAL, on=ON)

        listed = MonthSet([gap.span for gap in found])
        assert MonthSet([MonthSpan("2024-01", "2024-12")]) <= listed

    def test_a_month_without_a_place_can_shorten_a_gap_for_repair(self) -> None:
        """Placed in the gap of four, it leaves one of three, whose bought months count."""
        history = record(
            months("2025-01", "2025-03"),
            late("2025-04", "2025-05"),
            months("2025-06", "2025-07", count=1, employer="B"),
            months("2025-08", "2025-12"),
        )

        found = counting.gaps(history, MEDICAL, on=ON, rule=rule(repair=3))

        assert sum(gap.at_least for gap in found) <= 1


class TestWithoutPlaces:
    """Months known only by their number: every count has bounds over all their places."""

    def test_paid_and_back_paid_months_of_one_key_exclude_each_other(self) -> None:
        """Nine of twelve months paid and three of the same twelve back-paid are twelve."""
        history = record(
            months("2025-01", "2025-12", count=9),
            months("2025-01", "2025-12", count=3, status=BACK_PAID),
        )

        assert counting.cumulative(history, MEDICAL, on=ON).months == 12

    def test_months_of_two_keys_may_be_the_same(self) -> None:
        """Nine with one employer and three with another are nine to twelve."""
        history = record(
            months("2025-01", "2025-12", count=9, employer="A"),
            months("2025-01", "2025-12", count=3, employer="B"),
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (9, 12)

    def test_months_of_two_keys_meet_where_there_is_no_room(self) -> None:
        """Nine and eight of twelve months share five at least: nine to twelve."""
        history = record(
            months("2025-01", "2025-12", count=9, employer="A"),
            months("2025-01", "2025-12", count=8, employer="B"),
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (9, 12)

    def test_places_taken_by_arrears_are_no_places(self) -> None:
        """Three of four months, one of them in arrears: the other three."""
        history = record(
            months("2025-01", "2025-04", count=3),
            months("2025-02", status=PaymentStatus.ARREARS),
            months("2025-03", "2025-04", employer="B"),
        )

        assert counting.cumulative(history, MEDICAL, on=ON).months == 3

    def test_places_needed_by_arrears_are_no_places(self) -> None:
        """Two of four months are in arrears: one to two paid ones lie in the other two."""
        history = record(
            months("2025-01", "2025-04", count=2, status=PaymentStatus.ARREARS),
            months("2025-01", "2025-04", count=(1, 3)),
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (1, 2)

    def test_months_with_places_may_be_among_them(self) -> None:
        """Two of four months, and one of the four that is known: two to three."""
        history = record(months("2025-01", "2025-04", count=2), months("2025-02"))

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (2, 3)

    def test_overlapping_spans_are_bounded(self) -> None:
        """Two of January to April and two of March to June are two to four."""
        history = record(
            months("2025-01", "2025-04", count=2, employer="A"),
            months("2025-03", "2025-06", count=2, employer="B"),
        )

        found = counting.cumulative(history, MEDICAL, on=ON)

        assert found.at_least <= 2
        assert found.at_most >= 4

    def test_three_keys_that_cannot_all_meet(self) -> None:
        """Each of three employers leaves two of three months, no one month is open to all."""
        owed = {"A": "2025-03", "B": "2025-01", "C": "2025-02"}
        history = record(
            *(months("2025-01", "2025-03", count=1, employer=name) for name in owed),
            *(
                months(month, employer=name, status=PaymentStatus.ARREARS)
                for name, month in owed.items()
            ),
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (2, 3)

    def test_many_keys_share_the_months_that_there_are(self) -> None:
        """Nine employers with one of two months each make one month or two."""
        history = record(
            *(months("2025-01", "2025-02", count=1, employer=name) for name in "ABCDEFGHI")
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (1, 2)

    def test_large_spans_of_many_keys(self) -> None:
        """Half of ten years with each of four employers: the same half, or all of it together."""
        owed = {"A": "2015-01", "B": "2015-02", "C": "2015-03", "D": "2015-04"}
        history = record(
            *(months("2015-01", "2024-12", count=60, employer=name) for name in owed),
            *(
                months(month, employer=name, status=PaymentStatus.ARREARS)
                for name, month in owed.items()
            ),
        )

        assert bounds(counting.cumulative(history, MEDICAL, on=ON)) == (60, 120)

    def test_a_repeated_span_counts_once(self) -> None:
        """Three of twelve months, written twice, are three."""
        span = months("2025-01", "2025-12", count=3)

        assert counting.cumulative(record(span, span), MEDICAL, on=ON).months == 3

    def test_a_span_that_the_day_cuts(self) -> None:
        """Of nine months of a year, at least three and at most six lie in its first half."""
        history = record(months("2025-01", "2025-12", count=9))

        found = counting.cumulative(history, MEDICAL, on=date(2025, 6, 30))

        assert bounds(found) == (3, 6)

    def test_spans_that_the_day_makes_alike_stay_two(self) -> None:
        """One or two of four months and two of five: cut after the fourth, they may still be four."""
        history = record(
            months("2025-01", "2025-04", count=(1, 2)), months("2025-01", "2025-05", count=2)
        )

        found = counting.cumulative(history, MEDICAL, on=date(2025, 4, 30))

        assert found.at_least <= 1
        assert found.at_most >= 4

    def test_spans_that_do_not_count_add_nothing(self) -> None:
        """Two of four months in arrears are no months of the total."""
        history = record(months("2025-01", "2025-04", count=2, status=PaymentStatus.ARREARS))

        assert runs(history) == (0, 0, 0)

    def test_the_error_names_the_spans(self) -> None:
        """Where the bounds differ, one number cannot be had, and the error says why."""
        history = record(
            months("2025-01", "2025-12", count=9, employer="A"),
            months("2025-07", "2025-12", employer="C"),
        )
        found = counting.cumulative(history, MEDICAL, on=ON)

        with pytest.raises(UncertainCountError, match="9 to 12 months") as caught:
            _ = found.months

        error = caught.value
        assert (error.at_least, error.at_most) == (9, 12)
        assert error.causes == ("medical 2025-01..2025-12 (9 of 12) paid employee A",)
        assert error.causes[0] in str(error)
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  (its own pickle)
        assert (str(error), error.causes) == (str(again), again.causes)

    def test_they_count_for_no_run_for_certain(self) -> None:
        """Six of nine months before two paid ones: a run of two months to eight."""
        history = record(months("2025-02", "2025-10", count=6), months("2025-11", "2025-12"))

        assert bounds(counting.continuous(history, MEDICAL, on=ON)) == (2, 8)
        assert bounds(counting.longest(history, MEDICAL, on=ON)) == (2, 8)

    def test_they_may_keep_a_run_alive(self) -> None:
        """One of two months after the last paid one: the run is dead, or has four months."""
        history = record(months("2025-08", "2025-10"), months("2025-11", "2025-12", count=1))

        found = counting.continuous(history, MEDICAL, on=ON, rule=rule(bridging=1))

        assert found.at_least == 0
        assert found.at_most == 4

    def test_nothing_else_is_known(self) -> None:
        """Three of four months alone: a run of none to three, of which no month is certain."""
        history = record(months("2025-09", "2025-12", count=3))

        found = counting.continuous(history, MEDICAL, on=ON)

        assert found.at_least == 0
        assert found.at_most >= 3
        assert found.span is None

    def test_held_months_without_places_may_hold(self) -> None:
        """Where two months were deferred among three, a run may or may not be joined."""
        history = record(
            months("2025-01", "2025-08"),
            months("2025-09", "2025-11", count=2, status=PaymentStatus.DEFERRED),
            months("2025-12"),
        )

        assert counting.continuous(history, MEDICAL, on=ON, rule=rule(bridging=1)).at_most == 9

    def test_the_record_begins_where_its_first_month_lies(self) -> None:
        """One month of 2020 is in arrears: if it is December, the leading gap is of two months."""
        history = record(
            months("2020-01", "2020-12", count=1, status=PaymentStatus.ARREARS),
            late("2021-01"),
            months("2021-02", "2025-12"),
        )

        found = counting.continuous(history, MEDICAL, on=ON, rule=rule(repair=2))

        assert bounds(found) == (59, 60)


def test_a_number_between_bounds_is_no_number() -> None:
    """Bounds that agree are a number; bounds that differ are none, even where no cause is known."""
    assert counting.Bounded(3, 3).months == 3
    with pytest.raises(UncertainCountError, match="1 to 2 months") as caught:
        _ = counting.Bounded(1, 2).months
    assert caught.value.causes == ()


class TestOverlaps:
    """The same month under different keys counts once, and is reported."""

    def test_two_employers(self) -> None:
        """Two months under two employers are reported with both periods, and one has to go."""
        one = months("2025-01", "2025-06", employer="A")
        two = months("2025-05", "2025-12", employer="B")

        (overlap,) = counting.overlaps(record(one, two), MEDICAL, on=ON)

        assert MonthSpan("2025-05", "2025-06") == overlap.span
        assert {one.employer, two.employer} == {period.employer for period in overlap.periods}
        assert not overlap.is_permitted
        assert counting.cumulative(record(one, two), MEDICAL, on=ON).months == 12

    def test_two_employers_each_pay_for_work_injury(self) -> None:
        """Who works for two employers is insured against injury at both (人社部令第13号 第九条)."""
        kind = InsuranceKind.WORK_INJURY
        periods = [ContributionPeriod(kind, "2025-05", employer=name) for name in "AB"]

        (overlap,) = counting.overlaps(record(*periods), kind, on=ON)

        assert overlap.is_permitted

    def test_employee_and_flexible_are_not_permitted(self) -> None:
        """Nobody is employed and insured alone in the same month."""
        history = record(months("2025-01"), months("2025-01", scheme=Scheme.FLEXIBLE))

        (overlap,) = counting.overlaps(history, MEDICAL, on=ON)

        assert not overlap.is_permitted

    def test_one_key_is_no_overlap(self) -> None:
        """Repeated rows of one key are one row."""
        history = record(months("2025-01"), months("2025-01", "2025-02"))

        assert counting.overlaps(history, MEDICAL, on=ON) == ()

    def test_neighbours_do_not_overlap(self) -> None:
        """A change of employer at the turn of a month doubles nothing."""
        history = record(months("2025-01", employer="A"), months("2025-02", employer="B"))

        assert counting.overlaps(history, MEDICAL, on=ON) == ()

    def test_a_record_is_seen_as_it_stood(self) -> None:
        """A month after that of the day is not doubled yet."""
        history = record(months("2026-02", employer="A"), months("2026-02", employer="B"))

        assert counting.overlaps(history, MEDICAL, on=ON) == ()
        assert len(counting.overlaps(history, MEDICAL, on=date(2026, 2, 1))) == 1

    def test_months_without_places_are_left_aside(self) -> None:
        """Whether months known only by their number are doubled, nobody knows."""
        history = record(
            months("2025-01", "2025-03", count=2, employer="A"), months("2025-02", employer="B")
        )

        assert counting.overlaps(history, MEDICAL, on=ON) == ()


class TestLeftOut:
    """A result says which months of the record it left out, and why."""

    @pytest.mark.parametrize(
        ("reason", "facts"),
        [
            (Omission.NOT_DECLARED, {"declared_on": date(2026, 1, 30)}),
            (
                Omission.NOT_SETTLED,
                {"scheme": Scheme.FLEXIBLE, "settled_on": date(2026, 1, 30)},
            ),
            (Omission.UNKNOWN_ORIGIN, {"status": BACK_PAID, "settled_on": date(2026, 1, 30)}),
            (
                Omission.ARREARS,
                {
                    "status": BACK_PAID,
                    "declared_on": date(2025, 6, 30),
                    "settled_on": date(2026, 1, 30),
                },
            ),
            (Omission.ARREARS, {"status": PaymentStatus.ARREARS}),
            (Omission.PENDING, {"status": PaymentStatus.PENDING}),
            (Omission.PENDING, {"settled_on": date(2026, 1, 30)}),
            (Omission.DEFERRED, {"status": PaymentStatus.DEFERRED}),
            (Omission.SCHEME, {"scheme": Scheme.RESIDENT}),
        ],
    )
    def test_names_its_reason(self, reason: Omission, facts: dict[str, Any]) -> None:
        """Months of the record that do not count are left out for what they are."""
        history = record(months("2025-01", "2025-02"), months("2025-03", "2025-05", **facts))

        found = counting.cumulative(history, MEDICAL, on=ON)

        assert found.months == 2
        assert found.left_out == ((reason, MonthSet([MonthSpan("2025-03", "2025-05")])),)

    def test_names_later_months(self) -> None:
        """Months after the month of the day are left out as later ones."""
        found = counting.cumulative(record(months("2025-12", "2026-03")), MEDICAL, on=ON)

        assert found.months == 2
        assert found.left_out == ((Omission.LATER, MonthSet([MonthSpan("2026-02", "2026-03")])),)

    def test_names_deemed_months_of_other_kinds(self) -> None:
        """Deemed months do not count for unemployment insurance."""
        history = record(months("2025-03", kind=UNEMPLOYMENT, status=DEEMED))

        found = counting.cumulative(history, UNEMPLOYMENT, on=ON)

        assert found.left_out == ((Omission.DEEMED, MonthSet(["2025-03"])),)

    def test_names_a_status_that_the_rule_does_not_count(self) -> None:
        """Back-paid months do not count where only paid ones do."""
        history = record(months("2025-03", status=BACK_PAID))

        found = counting.cumulative(history, MEDICAL, on=ON, rule=rule(counts=frozenset({PAID})))

        assert found.left_out == ((Omission.STATUS, MonthSet(["2025-03"])),)

    def test_leaves_out_nothing_that_counts(self) -> None:
        """A record that counts whole leaves nothing out."""
        history = record(months("2025-01", "2025-12"), months("2025-01", kind=PENSION))

        assert counting.cumulative(history, MEDICAL, on=ON).left_out == ()

    def test_other_kinds_are_not_left_out(self) -> None:
        """Months of another kind are no part of the question, also where nobody knows their origin."""
        history = record(
            months("2025-01", kind=PENSION, status=BACK_PAID, settled_on=date(2026, 1, 30))
        )

        assert counting.cumulative(history, MEDICAL, on=ON).left_out == ()


COUNTS = [
    counting.cumulative,
    counting.continuous,
    counting.longest,
    counting.gaps,
    counting.by_area,
]


class TestFaults:
    """Questions that make no sense are refused with what would be right."""

    @pytest.mark.parametrize("count", COUNTS)
    def test_a_rule_of_other_kinds(self, count: Callable[..., object]) -> None:
        """The default rule of pension insurance does not count medical months."""
        history = record(months("2025-01", area="130100"))

        with pytest.raises(RuleError) as caught:
            count(history, MEDICAL, on=ON, rule=CountingRule.default(PENSION))

        assert (caught.value.field, caught.value.value) == ("kind", "InsuranceKind.MEDICAL")
        assert str(caught.value) == (
            "kind: 'InsuranceKind.MEDICAL' is not counted by 'default pension'; "
            "expected InsuranceKind.PENSION"
        )

    @pytest.mark.parametrize("count", COUNTS[:4])
    @pytest.mark.parametrize("chosen", [None, rule()])
    def test_a_kind_that_is_none(
        self, count: Callable[..., object], chosen: CountingRule | None
    ) -> None:
        """A kind is a term, no text: the error lists the kinds."""
        with pytest.raises(RuleError, match=r"expected InsuranceKind\.PENSION, ") as caught:
            count(record(), "medical", on=ON, rule=chosen)

        assert (caught.value.field, caught.value.value) == ("kind", "medical")

    @pytest.mark.parametrize("count", [*COUNTS, counting.overlaps])
    @pytest.mark.parametrize(
        "on", [datetime(2026, 1, 29, 12, tzinfo=UTC), "2026-01-29", 202601, None]
    )
    def test_a_day_that_is_none(self, count: Callable[..., object], on: object) -> None:
        """A day is a date without an hour; no text stands for it, and no default."""
        history = record(months("2025-01", area="130100"))

        with pytest.raises(MonthError, match=r"expected a datetime\.date") as caught:
            count(history, MEDICAL, on=on)

        assert (caught.value.field, caught.value.value) == ("on", on)
        assert type(on).__name__ in str(caught.value)


def test_a_rule_is_a_rule() -> None:
    """The name of a rule is no rule."""
    with pytest.raises(RuleError) as caught:
        counting.cumulative(record(), MEDICAL, on=ON, rule="default")  # type: ignore[arg-type]
    assert ("rule", "default") == (caught.value.field, caught.value.value)
