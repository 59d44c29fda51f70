"""Contribution periods: what they hold, what cannot be, and how they are cut."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import FaultyInputError, MoneyError, MonthError, PeriodError
from shebao.model.contributions import ContributionPeriod
from shebao.model.provenance import Provenance
from shebao.months import MonthSpan, YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import periods

if TYPE_CHECKING:
    from collections.abc import Callable

PENSION = InsuranceKind.PENSION
YEAR = MonthSpan("2025-01", "2025-12")
DAY = date(2025, 3, 1)
AREA = 'six digits as text, such as "130100"'
FORMS = "a month such as 2025-01, 202501, 2025.01, 2025年1月, or a date"
YUAN = "an amount in yuan such as 4000 or 2620.50"
STATUSES = ", ".join(f"PaymentStatus.{status.name}" for status in PaymentStatus)
SCHEMES = ", ".join(f"Scheme.{scheme.name}" for scheme in Scheme)
KINDS = ", ".join(f"InsuranceKind.{kind.name}" for kind in InsuranceKind)
COUNTS = "is no count of 12 months; expected 1 to 12, or a pair"


def test_a_period_is_paid_by_an_employer_unless_it_says_otherwise() -> None:
    """A period with kind and months only is paid as an employee, in an unknown place."""
    period = ContributionPeriod(PENSION, "2025-01")
    assert MonthSpan("2025-01", "2025-01") == period.months
    assert PaymentStatus.PAID is period.status
    assert Scheme.EMPLOYEE is period.scheme
    assert (None, None, None) == (period.base, period.area, period.employer)
    assert (None, None, None) == (period.declared_on, period.settled_on, period.count)
    assert not period.is_voluntary


@pytest.mark.parametrize("months", ["2025-01", "2025年1月", date(2025, 1, 31), YearMonth(2025, 1)])
def test_one_month_is_written_in_any_form(months: str | date | YearMonth) -> None:
    """A single month stands for the span of that month."""
    period = ContributionPeriod(PENSION, months)
    assert MonthSpan("2025-01", "2025-01") == period.months


def test_a_base_is_an_exact_amount() -> None:
    """A base is given in yuan and known in fen; where it is not known there is none."""
    assert Decimal("2620.50") == ContributionPeriod(PENSION, YEAR, base="2620.50").base
    assert 262050 == ContributionPeriod(PENSION, YEAR, base=Decimal("2620.5")).base_fen
    assert 400000 == ContributionPeriod(PENSION, YEAR, base=4000).base_fen
    assert ContributionPeriod(PENSION, YEAR).base_fen is None


@pytest.mark.parametrize(
    ("facts", "error", "field", "value", "message"),
    [
        (
            {"kind": "pension"},
            PeriodError,
            "kind",
            "pension",
            f"kind: 'pension' is no InsuranceKind; expected {KINDS}",
        ),
        (
            {"kind": None},
            PeriodError,
            "kind",
            None,
            f"kind: None is no InsuranceKind; expected {KINDS}",
        ),
        (
            {"status": "paid"},
            PeriodError,
            "status",
            "paid",
            f"status: 'paid' is no PaymentStatus; expected {STATUSES}",
        ),
        (
            {"scheme": "employee"},
            PeriodError,
            "scheme",
            "employee",
            f"scheme: 'employee' is no Scheme; expected {SCHEMES}",
        ),
        (
            {"scheme": PaymentStatus.PAID},
            PeriodError,
            "scheme",
            PaymentStatus.PAID,
            f"scheme: PaymentStatus.PAID is no Scheme; expected {SCHEMES}",
        ),
        (
            {"area": "13010"},
            PeriodError,
            "area",
            "13010",
            f"area: '13010' is not an area code; expected {AREA}",
        ),
        (
            {"area": "130100\n"},
            PeriodError,
            "area",
            "130100\n",
            f"area: '130100\\n' is not an area code; expected {AREA}",
        ),
        (
            {"area": 130100},
            PeriodError,
            "area",
            130100,
            f"area: 130100 is not an area code; expected {AREA}",
        ),
        (
            {"area": "石家庄"},
            PeriodError,
            "area",
            "石家庄",
            f"area: '石家庄' is not an area code; expected {AREA}",
        ),
        (
            {"employer": ""},
            PeriodError,
            "employer",
            "",
            "employer: '' is no name; expected text or None",
        ),
        (
            {"employer": 7},
            PeriodError,
            "employer",
            7,
            "employer: 7 is no name; expected text or None",
        ),
        (
            {"months": 202501},
            MonthError,
            "months",
            202501,
            f"months: 202501 is of type int; expected {FORMS}",
        ),
        (
            {"months": "2025-13"},
            MonthError,
            "months",
            "2025-13",
            f"months: '2025-13' is not in the calendar; expected {FORMS}",
        ),
        (
            {"months": None},
            MonthError,
            "months",
            None,
            f"months: None is of type NoneType; expected {FORMS}",
        ),
        (
            {"base": 2620.5},
            MoneyError,
            "base",
            2620.5,
            f'base: 2620.5 is a float; expected {YUAN}: write "2620.5" as text',
        ),
        (
            {"base": "-1"},
            MoneyError,
            "base",
            "-1",
            f"base: '-1' is not a plain number; expected {YUAN}",
        ),
        (
            {"base": "0.005"},
            MoneyError,
            "base",
            "0.005",
            "base: '0.005' is finer than a fen; expected at most two decimals",
        ),
        (
            {"base": "0.00"},
            PeriodError,
            "base",
            "0.00",
            "base: '0.00' is zero; expected None where the base is not known",
        ),
        (
            {"base": 0},
            PeriodError,
            "base",
            0,
            "base: 0 is zero; expected None where the base is not known",
        ),
        (
            {"declared_on": "2025-03-01"},
            PeriodError,
            "declared_on",
            "2025-03-01",
            "declared_on: '2025-03-01' is of type str; expected a datetime.date",
        ),
        (
            {"settled_on": datetime(2025, 3, 1, 12, tzinfo=UTC)},
            PeriodError,
            "settled_on",
            datetime(2025, 3, 1, 12, tzinfo=UTC),
            (
                "settled_on: datetime.datetime(2025, 3, 1, 12, 0, tzinfo=datetime.timezone.utc) is "
                "of type datetime; expected a datetime.date"
            ),
        ),
        (
            {"settled_on": DAY, "status": PaymentStatus.ARREARS},
            PeriodError,
            "settled_on",
            DAY,
            (
                "settled_on: datetime.date(2025, 3, 1) does not go with PaymentStatus.ARREARS; "
                "expected BACK_PAID for arrears that were settled that day"
            ),
        ),
        (
            {"settled_on": DAY, "status": PaymentStatus.PENDING},
            PeriodError,
            "settled_on",
            DAY,
            (
                "settled_on: datetime.date(2025, 3, 1) does not go with PaymentStatus.PENDING; "
                "expected PAID for a contribution that arrived that day"
            ),
        ),
        (
            {"settled_on": DAY, "status": PaymentStatus.DEFERRED},
            PeriodError,
            "settled_on",
            DAY,
            (
                "settled_on: datetime.date(2025, 3, 1) does not go with PaymentStatus.DEFERRED; "
                "expected PAID for a deferred contribution that arrived that day"
            ),
        ),
        (
            {"settled_on": DAY, "status": PaymentStatus.DEEMED},
            PeriodError,
            "settled_on",
            DAY,
            (
                "settled_on: datetime.date(2025, 3, 1) does not go with PaymentStatus.DEEMED; "
                "expected no day: deemed months are never paid"
            ),
        ),
        (
            {"scheme": Scheme.RESIDENT, "status": PaymentStatus.ARREARS},
            PeriodError,
            "status",
            PaymentStatus.ARREARS,
            (
                "status: PaymentStatus.ARREARS does not exist in the voluntary scheme "
                "Scheme.RESIDENT; expected no period until it is paid"
            ),
        ),
        (
            {"scheme": Scheme.FLEXIBLE, "status": PaymentStatus.ARREARS},
            PeriodError,
            "status",
            PaymentStatus.ARREARS,
            (
                "status: PaymentStatus.ARREARS does not exist in the voluntary scheme "
                "Scheme.FLEXIBLE; expected no period until it is paid"
            ),
        ),
        *(
            (
                {"kind": kind, "scheme": Scheme.RESIDENT},
                PeriodError,
                "scheme",
                Scheme.RESIDENT,
                (
                    f"scheme: Scheme.RESIDENT has no insurance of kind {kind!r}; "
                    "expected pension or medical insurance"
                ),
            )
            for kind in (
                InsuranceKind.UNEMPLOYMENT,
                InsuranceKind.WORK_INJURY,
                InsuranceKind.MATERNITY,
            )
        ),
        *(
            ({"count": count}, PeriodError, "count", count, f"count: {count!r} {COUNTS}")
            for count in (
                0,
                13,
                -1,
                True,
                9.0,
                "9",
                [3, 9],
                (9, 3),
                (0, 0),
                (-1, 3),
                (3, 13),
                (3,),
                (3, 4, 5),
                (3, None),
                (False, 3),
            )
        ),
    ],
)
def test_a_period_that_cannot_be_is_refused(
    facts: dict[str, Any],
    error: type[FaultyInputError],
    field: str,
    value: object,
    message: str,
) -> None:
    """Each part of a period is checked, and the error names the part and what would be right."""
    with pytest.raises(FaultyInputError) as caught:
        ContributionPeriod(**{"kind": PENSION, "months": YEAR, **facts})
    assert error is type(caught.value)
    assert (field, value) == (caught.value.field, caught.value.value)
    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("kind", "scheme", "status"),
    [
        (kind, scheme, status)
        for kind in InsuranceKind
        for scheme in Scheme
        for status in PaymentStatus
        if (scheme is not Scheme.RESIDENT or kind in (PENSION, InsuranceKind.MEDICAL))
        and (
            status is not PaymentStatus.ARREARS or scheme in (Scheme.EMPLOYEE, Scheme.PUBLIC_SECTOR)
        )
    ],
)
def test_every_other_combination_exists(
    kind: InsuranceKind, scheme: Scheme, status: PaymentStatus
) -> None:
    """Only residents lack kinds, and only voluntary schemes lack arrears."""
    period = ContributionPeriod(kind, YEAR, scheme=scheme, status=status)
    assert (kind, scheme, status) == (period.kind, period.scheme, period.status)
    assert (scheme in (Scheme.RESIDENT, Scheme.FLEXIBLE)) == period.is_voluntary


@pytest.mark.parametrize("status", [PaymentStatus.PAID, PaymentStatus.BACK_PAID])
def test_paid_months_may_say_when_the_money_came(status: PaymentStatus) -> None:
    """A day of arrival goes with months that were paid, in time or late."""
    assert DAY == ContributionPeriod(PENSION, YEAR, status=status, settled_on=DAY).settled_on


@pytest.mark.parametrize(
    ("count", "kept", "at_least", "at_most"),
    [
        (None, None, 12, 12),
        (9, 9, 9, 9),
        (1, 1, 1, 1),
        ((3, 9), (3, 9), 3, 9),
        ((0, 9), (0, 9), 0, 9),
        ((0, 12), (0, 12), 0, 12),
        ((9, 9), 9, 9, 9),
        (12, None, 12, 12),
        ((12, 12), None, 12, 12),
    ],
)
def test_a_count_is_a_number_or_two_bounds(
    count: int | tuple[int, int] | None,
    kept: int | tuple[int, int] | None,
    at_least: int,
    at_most: int,
) -> None:
    """Equal bounds are one number, and a count as long as the span is the span itself."""
    period = ContributionPeriod(PENSION, YEAR, count=count)
    assert kept == period.count
    assert (at_least, at_most) == (period.at_least, period.at_most)


def test_a_period_of_all_its_months_equals_one_without_a_count() -> None:
    """Twelve of twelve months are the year."""
    assert ContributionPeriod(PENSION, YEAR) == ContributionPeriod(PENSION, YEAR, count=12)
    assert ContributionPeriod(PENSION, YEAR) != ContributionPeriod(PENSION, YEAR, count=11)


def test_where_a_period_was_read_is_no_part_of_it() -> None:
    """Two rows that say the same are equal, whichever files they stand in."""
    one = ContributionPeriod(PENSION, YEAR, provenance=Provenance("a.csv", 3))
    other = ContributionPeriod(PENSION, YEAR, provenance=Provenance("b.csv", 9))
    assert one == other
    assert {one} == {other}
    assert Provenance("a.csv", 3) == one.provenance
    assert Provenance("a.csv", 3) != other.provenance


@pytest.mark.parametrize(
    ("first", "last", "months", "count"),
    [
        ("2025-01", "2025-12", YEAR, 9),
        ("2024-01", "2026-12", YEAR, 9),
        ("2025-01", "2025-11", MonthSpan("2025-01", "2025-11"), (8, 9)),
        ("2025-04", "2025-12", MonthSpan("2025-04", "2025-12"), (6, 9)),
        ("2025-05", "2026-01", MonthSpan("2025-05", "2025-12"), (5, 8)),
        ("2025-01", "2025-03", MonthSpan("2025-01", "2025-03"), (0, 3)),
        ("2025-06", "2025-06", MonthSpan("2025-06", "2025-06"), (0, 1)),
    ],
)
def test_a_cut_count_leaves_two_bounds(
    first: str, last: str, months: MonthSpan, count: int | tuple[int, int]
) -> None:
    """Of 9 of 12 months, at least 9 less those cut off remain, and at most those kept."""
    low, high = MonthSpan(first, last).pair
    part = ContributionPeriod(PENSION, YEAR, count=9).between(low, high)
    assert part == ContributionPeriod(PENSION, months, count=count)


def test_what_lies_outside_leaves_nothing() -> None:
    """Between months that a period does not touch, nothing of it is left."""
    first, last = YEAR.pair
    period = ContributionPeriod(PENSION, YEAR, count=9)
    assert period.between(first - 12, first - 1) is None
    assert period.between(last + 1, last + 12) is None


@given(periods(), st.integers(-3, 33), st.integers(0, 33))
def test_a_cut_keeps_what_the_period_says(
    period: ContributionPeriod, start: int, length: int
) -> None:
    """A part of a period holds the months that both share and changes nothing but the count."""
    low = period.months.first.ordinal + start
    part = period.between(low, low + length)
    kept = [month for month in period.months if low <= month.ordinal <= low + length]
    if not kept:
        assert part is None
        return
    assert part is not None
    assert kept == list(part.months)
    cut = len(period.months) - len(kept)
    assert max(0, period.at_least - cut) == part.at_least
    assert min(period.at_most, len(kept)) == part.at_most
    for name in ("kind", "base", "status", "area", "scheme", "employer", "provenance"):
        assert getattr(period, name) == getattr(part, name)
    assert (period.declared_on, period.settled_on) == (part.declared_on, part.settled_on)


def test_a_period_speaks_of_its_months() -> None:
    """A period prints kind, months, status, scheme, and place and employer where they are known."""
    assert "pension 2025-01..2025-12 paid employee" == str(ContributionPeriod(PENSION, YEAR))
    period = ContributionPeriod(
        InsuranceKind.WORK_INJURY,
        YEAR,
        status=PaymentStatus.BACK_PAID,
        area="130100",
        scheme=Scheme.PUBLIC_SECTOR,
        employer="Alpha",
        count=9,
    )
    assert ("work injury 2025-01..2025-12 (9 of 12) back paid public sector 130100 Alpha") == str(
        period
    )


@given(periods())
def test_a_period_is_a_value(
    copies: Callable[[object], list[object]], period: ContributionPeriod
) -> None:
    """A copied or pickled period equals its original, also as a key, and knows where it was read."""
    for other in copies(period):
        assert isinstance(other, ContributionPeriod)
        assert {period: 1} == {other: 1}
        assert period.provenance == other.provenance


def test_a_period_cannot_be_changed() -> None:
    """What a record says stays said."""
    with pytest.raises(AttributeError):
        ContributionPeriod(PENSION, YEAR).status = PaymentStatus.ARREARS  # type: ignore[misc]


def test_all_faults_of_a_period_are_told_together() -> None:
    """Whoever writes several wrong facts learns of all of them at once."""
    with pytest.raises(PeriodError) as caught:
        ContributionPeriod(
            "pension",  # type: ignore[arg-type]
            "2025-01",
            area="石家庄",
            employer="",
            settled_on="2025-02-03",  # type: ignore[arg-type]
            count=2,
        )

    fields = [fault.field for fault in caught.value.faults]
    assert ["kind", "area", "employer", "settled_on", "count"] == fields
    assert str(caught.value).startswith("5 faults:")


@pytest.mark.parametrize(("source", "row", "field"), [(5, 1, "source"), ("a.csv", 0, "row")])
def test_a_provenance_is_a_source_and_a_row(source: str, row: int, field: str) -> None:
    """Rows are counted from 1, and a source is text."""
    with pytest.raises(PeriodError) as caught:
        Provenance(source, row)
    assert field == caught.value.field


def test_a_provenance_is_no_text() -> None:
    """Where a period was read is given by source and row, not in words."""
    with pytest.raises(PeriodError) as caught:
        ContributionPeriod(InsuranceKind.PENSION, "2025-01", provenance="a.csv:3")  # type: ignore[arg-type]
    assert "provenance" == caught.value.field
