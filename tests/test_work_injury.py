"""Work-injury cover by example: no contribution time, and who bears the benefits."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    PENSION,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    MonthState,
    Outcome,
    Payer,
    PaymentStatus,
    Reason,
    RuleError,
    Verdict,
    YearMonth,
    work_injury,
)

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
FUND, EMPLOYER = Payer


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Work-injury months, paid unless facts say otherwise."""
    return ContributionPeriod(WORK_INJURY, MonthSpan(first, last or first), **facts)


def asked(*periods: ContributionPeriod, on: date = ON) -> tuple[Outcome, Payer | None]:
    """The outcome on a day, and who bears the benefits."""
    decision = work_injury.cover(ContributionHistory(periods), on=on)
    return decision.outcome, decision.value


def test_no_contribution_time_is_asked_for() -> None:
    """The very first month covers (社会保险法 第三十六条 names no time)."""
    assert asked(months("2026-01")) == (ELIGIBLE, FUND)


def test_a_break_costs_nothing_but_the_cover_while_it_lasts() -> None:
    """After a year without insurance, the month with the next employer covers as ever."""
    record = months("2020-01", "2024-12"), months("2026-01")

    assert asked(*record, on=date(2025, 6, 1)) == (INELIGIBLE, None)
    assert asked(*record) == (ELIGIBLE, FUND)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PaymentStatus.PAID, (ELIGIBLE, FUND)),
        (PaymentStatus.BACK_PAID, (UNDETERMINED, None)),
        (PaymentStatus.DEFERRED, (ELIGIBLE, FUND)),
        (PaymentStatus.PENDING, (ELIGIBLE, FUND)),
        (PaymentStatus.ARREARS, (INELIGIBLE, EMPLOYER)),
    ],
)
def test_what_covers_and_what_does_not(
    status: PaymentStatus, expected: tuple[Outcome, Payer | None]
) -> None:
    """Paid, deferred or not overdue covers; in arrears the employer bears it (第四十一条).

    Bought back on a day that nobody names, the month is covered or not.
    """
    assert expected == asked(months("2026-01", status=status))


def test_a_month_bought_back_covers_from_that_day_on() -> None:
    """After arrears are paid the fund bears what is new (工伤保险条例 第六十二条)."""
    month = months(
        "2026-01",
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2026, 1, 5),
        settled_on=date(2026, 1, 20),
    )

    assert asked(month, on=date(2026, 1, 19)) == (INELIGIBLE, EMPLOYER)
    assert asked(month, on=date(2026, 1, 20)) == (ELIGIBLE, FUND)


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 3, 9), (INELIGIBLE, EMPLOYER)), (date(2026, 3, 10), (ELIGIBLE, FUND))],
)
def test_arrears_until_the_day_of_settlement(on: date, expected: tuple[Outcome, Payer]) -> None:
    """Declared on 2026-03-02 and paid late on 2026-03-10, March covers from that day on."""
    owed = months(
        "2026-03",
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2026, 3, 2),
        settled_on=date(2026, 3, 10),
    )

    assert expected == asked(months("2026-01", "2026-02"), owed, on=on)


def test_open_when_only_the_month_before_is_known() -> None:
    """Paid up to 2025-12, January is not known: whether employment went on is missing."""
    decision = work_injury.cover(ContributionHistory([months("2025-01", "2025-12")]), on=ON)

    assert (decision.outcome, decision.value) == (UNDETERMINED, None)
    assert decision.missing == (Missing("enrolment"),)


def test_the_month_before_in_arrears_or_absent_is_no_cover() -> None:
    """Where the month before was in arrears or a gap, and nothing is known since, the answer is no."""
    assert asked(months("2025-12", status=PaymentStatus.ARREARS)) == (INELIGIBLE, EMPLOYER)
    assert asked(months("2025-01", "2025-11")) == (INELIGIBLE, None)
    assert asked() == (INELIGIBLE, None)


def test_months_ahead_do_not_cover_yet() -> None:
    """A month after the month of the day says nothing of the day."""
    assert asked(months("2026-02", "2026-06")) == (INELIGIBLE, None)


def test_months_known_by_their_number_leave_it_open() -> None:
    """Nine of the twelve months up to 2026-01 may or may not hold January."""
    decision = work_injury.cover(
        ContributionHistory([months("2025-02", "2026-01", count=9)]), on=ON
    )

    assert (decision.outcome, decision.value) == (UNDETERMINED, None)
    assert decision.missing == (Missing("history"),)


def test_one_employer_that_paid_is_enough() -> None:
    """Of two employers in a month the one that paid covers, in whatever order they stand."""
    paid = months("2026-01", employer="Zeta")
    owed = months("2026-01", employer="Alpha", status=PaymentStatus.ARREARS)

    assert asked(paid, owed) == asked(owed, paid) == (ELIGIBLE, FUND)


def test_one_employer_that_may_have_paid_leaves_it_open() -> None:
    """One employer owes January, another paid nine of twelve months, perhaps January."""
    owed = months("2026-01", employer="Alpha", status=PaymentStatus.ARREARS)
    perhaps = months("2025-02", "2026-01", employer="Beta", count=9)

    assert asked(owed, perhaps) == (UNDETERMINED, None)


def test_other_kinds_do_not_cover() -> None:
    """A pension month is no work-injury month."""
    assert asked(ContributionPeriod(PENSION, "2026-01")) == (INELIGIBLE, None)


def test_the_condition_says_the_state_and_its_law() -> None:
    """The employer pays alone: 社会保险法 第三十三条, read in the official text."""
    decision = work_injury.cover(
        ContributionHistory([months("2026-01", status=PaymentStatus.ARREARS)]), on=ON, area="130100"
    )
    (condition,) = decision.conditions

    assert (condition.reason, condition.verdict) == (Reason.WORK_INJURY_PAID, Verdict.NOT_MET)
    assert (condition.required, condition.actual) == (YearMonth(2026, 1), MonthState.ARREARS)
    assert condition.citation is not None
    assert condition.citation.article == "第三十三条"
    assert decision.evidence is Evidence.OFFICIAL


def test_before_the_social_insurance_law_it_is_open() -> None:
    """Of the day before 2011-07-01 the law is not known, and it is what is missing."""
    decision = work_injury.cover(ContributionHistory([months("2011-06")]), on=date(2011, 6, 30))

    assert decision.missing == (Missing("contribution.payer.work_injury", "100000"),)


def test_what_is_refused() -> None:
    """A text is no day, and a name no code."""
    record = ContributionHistory([months("2026-01")])
    with pytest.raises(MonthError, match=r"on: 'today' is of type str; expected a datetime\.date"):
        work_injury.cover(record, on=cast("Any", "today"))
    with pytest.raises(RuleError, match="area: 'here' is not an area code"):
        work_injury.cover(record, on=ON, area="here")
