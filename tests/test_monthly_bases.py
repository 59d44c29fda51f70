"""The base of every counted month: one, several, none, or only a number of months."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from shebao.errors import RuleError
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth
from shebao.rules.monthly_bases import MonthlyBases, Piece, monthly_bases
from shebao.terms import InsuranceKind, PaymentStatus, Scheme

if TYPE_CHECKING:
    from shebao.rounding import Amount

PENSION = InsuranceKind.PENSION
ON = date(2026, 1, 29)
JANUARY = YearMonth(2025, 1).ordinal


def held(
    first: str,
    last: str,
    base: Amount | None,
    *,
    status: PaymentStatus = PaymentStatus.PAID,
    area: str | None = None,
    employer: str | None = None,
    count: int | tuple[int, int] | None = None,
) -> ContributionPeriod:
    """Pension months of one base."""
    span = MonthSpan(first, last)
    return ContributionPeriod(
        PENSION, span, base=base, status=status, area=area, employer=employer, count=count
    )


def asked(
    *periods: ContributionPeriod, overlap: str | None = None, window: MonthSpan | None = None
) -> MonthlyBases:
    """The bases of a record of some periods."""
    return monthly_bases(ContributionHistory(periods), PENSION, ON, None, overlap, window)


def test_periods_apart_are_pieces_as_they_stand() -> None:
    """Periods that do not meet each give a stretch of their months and base, in fen."""
    bases = asked(held("2025-01", "2025-02", "4000.50"), held("2025-04", "2025-04", 5000))
    assert bases.pieces == (
        Piece(JANUARY, JANUARY + 1, 2, 400_050),
        Piece(JANUARY + 3, JANUARY + 3, 1, 500_000),
    )
    assert (bases.without_base, bases.doubled, bases.unplaced) == (MonthSet(), MonthSet(), ())


def test_months_without_a_base_are_kept_apart() -> None:
    """Counted months whose base is not known are listed, and neighbours are one stretch."""
    bases = asked(held("2025-01", "2025-02", None), held("2025-03", "2025-03", None))
    assert (bases.pieces, bases.without_base) == ((), MonthSet([MonthSpan("2025-01", "2025-03")]))


def test_months_that_do_not_count_have_no_place() -> None:
    """Arrears, pending and deferred months are neither averaged nor reported."""
    statuses = (PaymentStatus.ARREARS, PaymentStatus.PENDING, PaymentStatus.DEFERRED)
    bases = [asked(held("2025-01", "2025-02", 4000, status=status)) for status in statuses]
    assert bases == [MonthlyBases((), MonthSet(), MonthSet(), ())] * 3


def test_a_month_that_does_not_count_doubles_none() -> None:
    """A paid month beside arrears of another employer has the base of the paid one."""
    bases = asked(
        held("2025-01", "2025-01", 4000, employer="Alpha"),
        held("2025-01", "2025-01", 9000, employer="Beta", status=PaymentStatus.ARREARS),
    )
    assert bases.pieces == (Piece(JANUARY, JANUARY, 1, 400_000),)


def test_residents_months_have_no_base_in_an_employees_average() -> None:
    """The default rule sees no residents' months."""
    resident = ContributionPeriod(PENSION, "2025-01", base=300, scheme=Scheme.RESIDENT)
    assert asked(resident) == MonthlyBases((), MonthSet(), MonthSet(), ())


def test_the_same_months_of_one_key_are_one() -> None:
    """Months that one employer reported twice are no overlap."""
    bases = asked(held("2025-01", "2025-03", 4000), held("2025-02", "2025-04", 4000))
    months = sum(piece.months for piece in bases.pieces)
    assert (months, bases.doubled) == (4, MonthSet())


def test_stretches_begin_and_end_where_periods_do() -> None:
    """Of two employers that share February and March, only these months are doubled."""
    bases = asked(
        held("2025-01", "2025-03", 4000, employer="Alpha"),
        held("2025-02", "2025-04", 5000, employer="Beta"),
    )
    assert bases.pieces == (
        Piece(JANUARY, JANUARY, 1, 400_000),
        Piece(JANUARY + 3, JANUARY + 3, 1, 500_000),
    )
    assert bases.doubled == MonthSet([MonthSpan("2025-02", "2025-03")])


def test_a_stretch_between_overlaps_may_be_empty() -> None:
    """Months in which nothing is held lie in no list."""
    bases = asked(
        held("2025-01", "2025-01", 4000, employer="Alpha"),
        held("2025-01", "2025-01", 5000, employer="Beta"),
        held("2025-06", "2025-06", None),
    )
    assert bases == MonthlyBases((), MonthSet(["2025-06"]), MonthSet(["2025-01"]), ())


@pytest.mark.parametrize("overlap", ["highest", "sum"])
def test_an_unknown_base_is_never_taken_as_zero(overlap: str) -> None:
    """Neither the highest nor the sum of a known and an unknown base is known."""
    bases = asked(
        held("2025-01", "2025-01", 4000, employer="Alpha"),
        held("2025-01", "2025-01", None, employer="Beta"),
        overlap=overlap,
    )
    assert (bases.pieces, bases.without_base | bases.doubled) == ((), MonthSet(["2025-01"]))


def test_a_place_that_holds_a_month_twice_does_not_choose() -> None:
    """Two employers in the chosen place leave the month doubled."""
    bases = asked(
        held("2025-01", "2025-01", 4000, area="130100", employer="Alpha"),
        held("2025-01", "2025-01", 5000, area="130100", employer="Beta"),
        overlap="130100",
    )
    assert (bases.pieces, bases.doubled) == ((), MonthSet(["2025-01"]))


def test_three_bases_add_up_and_the_highest_is_one_of_them() -> None:
    """Of three bases of a month the sum is of all, and the highest is the highest of all."""
    months = [
        held("2025-01", "2025-01", base, employer=name)
        for base, name in ((4000, "Alpha"), (6000, "Beta"), (5000, "Gamma"))
    ]
    found = [asked(*months, overlap=overlap).pieces for overlap in ("highest", "sum")]
    assert found == [
        (Piece(JANUARY, JANUARY, 1, 600_000),),
        (Piece(JANUARY, JANUARY, 1, 1_500_000),),
    ]


def test_a_number_of_months_is_a_piece_where_it_is_alone() -> None:
    """Nine of twelve months with nothing else among them are one piece of nine months."""
    counted = held("2025-01", "2025-12", 4000, count=9)
    bases = asked(counted, held("2024-12", "2024-12", 5000))
    pieces = (
        Piece(JANUARY - 1, JANUARY - 1, 1, 500_000),
        Piece(JANUARY, JANUARY + 11, 9, 400_000, counted),
    )
    assert bases.pieces == pieces


@pytest.mark.parametrize(
    "other",
    [
        held("2025-12", "2025-12", 5000, employer="Beta"),
        held("2025-12", "2025-12", 5000),
        held("2025-10", "2026-01", 4000, count=2),
    ],
    ids=["another employer", "the same key", "another number"],
)
def test_a_number_of_months_that_meets_others_is_unplaced(other: ContributionPeriod) -> None:
    """Where a month of the number may be one of another period, its weight is not known."""
    counted = held("2025-01", "2025-12", 4000, count=9)
    assert counted in asked(counted, other).unplaced


@pytest.mark.parametrize(
    "counted",
    [
        held("2025-01", "2025-12", None, count=9),
        held("2025-01", "2025-12", 4000, count=(8, 9)),
    ],
    ids=["no base", "bounds"],
)
def test_a_number_without_base_or_in_bounds_is_unplaced(counted: ContributionPeriod) -> None:
    """Without a base or an exact number a period is reported."""
    bases = asked(counted)
    assert (bases.pieces, bases.unplaced) == ((), (counted,))


def test_a_window_that_cuts_a_number_leaves_it_open() -> None:
    """How many of the nine months lie in the first half of the year is not known."""
    counted = held("2025-01", "2025-12", 4000, count=9)
    bases = asked(counted, window=MonthSpan("2025-01", "2025-06"))
    assert [(each.months, each.count) for each in bases.unplaced] == [
        (MonthSpan("2025-01", "2025-06"), (3, 6))
    ]


def test_a_repeated_number_is_one_piece() -> None:
    """A period known by its number and given twice is the same nine months."""
    one = held("2025-01", "2025-12", 4000, count=9)
    two = held("2025-01", "2025-12", 4000, count=9)
    assert asked(one, two).pieces == (Piece(JANUARY, JANUARY + 11, 9, 400_000, one),)


def test_a_window_outside_the_record_is_empty() -> None:
    """Months outside the window enter no list."""
    bases = asked(
        held("2025-01", "2025-06", 4000),
        held("2025-01", "2025-02", None, employer="Beta"),
        window=MonthSpan("2025-07", "2025-12"),
    )
    assert bases == MonthlyBases((), MonthSet(), MonthSet(), ())


def test_a_policy_is_a_text() -> None:
    """Anything but a text is no policy for doubled months."""
    with pytest.raises(RuleError) as caught:
        monthly_bases(ContributionHistory(), PENSION, ON, None, 1, None)  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.value) == ("overlap", 1)
