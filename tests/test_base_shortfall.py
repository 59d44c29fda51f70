"""Bases declared too low: declared and due base month by month, limits known and unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    MoneyError,
    MonthError,
    MonthSet,
    MonthSpan,
    PaymentStatus,
    PeriodError,
    RuleError,
    Scheme,
    UndeterminedError,
    YearMonth,
)
from shebao.law import parameters, shipped
from shebao.rules.arrears import BaseShortfall, base_shortfall

HEBEI: Final = "130000"
ON: Final = date(2026, 1, 29)


def declared(first: str, last: str, base: object, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months with a declared base."""
    facts = {"kind": PENSION, "base": base, **facts}
    return ContributionPeriod(months=MonthSpan(first, last), **facts)


def short(
    *periods: ContributionPeriod,
    wages: Any = None,  # noqa: ANN401
    kind: InsuranceKind = PENSION,
    on: date = ON,
    **facts: Any,  # noqa: ANN401
) -> BaseShortfall:
    """The shortfall of a record, by default with 6,000 yuan earned in each of three years."""
    wages = {2022: 6000, 2023: 6000, 2024: 6000} if wages is None else wages
    return base_shortfall(ContributionHistory(periods), kind, wages, on=on, **facts)


def rows(found: BaseShortfall) -> list[tuple[str, str, str]]:
    """Span, due base and difference of each stretch."""
    return [(str(each.span), str(each.due), str(each.difference)) for each in found.stretches]


class TestDueBase:
    """The average of the year before, within the limits of the place."""

    def test_stretches_of_one_due_base(self) -> None:
        """Declared at 4,000 for two years, with 6,000 earned before the one and 7,000 the other."""
        found = short(
            declared("2024-01", "2025-12", 4000), wages={2023: 6000, 2024: 7000}, area=HEBEI
        )
        assert rows(found) == [
            ("2024-01..2024-12", "6000.00", "2000.00"),
            ("2025-01..2025-12", "7000.00", "3000.00"),
        ]
        assert Decimal("60000.00") == found.total
        assert found.is_complete

    @pytest.mark.parametrize(
        ("earned", "due"),
        [(2000, "3921.00"), (3921, "3921.00"), (6000, "6000.00"), (30000, "19603.00")],
    )
    def test_limits_of_hebei_2024(self, earned: int, due: str) -> None:
        """3,921 to 19,603 yuan in 2024."""
        found = short(declared("2024-01", "2024-01", 1000), wages={2023: earned}, area="130100")
        assert rows(found) == [("2024-01", due, str(Decimal(due) - 1000))]

    def test_limits_change_within_a_year(self) -> None:
        """From 2019-05-01 the floor of Hebei fell: each month has the limits of its own day."""
        found = short(declared("2019-04", "2019-05", 2900), wages={2018: 3000}, area=HEBEI)
        assert rows(found) == [
            ("2019-04", "3581.65", "681.65"),
            ("2019-05", "3000.00", "100.00"),
        ]

    def test_declared_high_enough(self) -> None:
        """A base that is due, or more, is short by nothing."""
        found = short(
            declared("2024-01", "2024-06", 6000),
            declared("2024-07", "2024-12", 9000),
            area=HEBEI,
        )
        assert ["0.00", "0.00"] == [difference for _, _, difference in rows(found)]
        assert Decimal(0) == found.total

    def test_a_gap_parts_stretches(self) -> None:
        """Months that nobody declared lie in no stretch."""
        found = short(
            declared("2024-01", "2024-02", 4000), declared("2024-04", "2024-05", 4000), area=HEBEI
        )
        assert ["2024-01..2024-02", "2024-04..2024-05"] == [str(x.span) for x in found.stretches]
        assert Decimal("8000.00") == found.total

    def test_wages_month_by_month(self) -> None:
        """Three months worked in 2023, 5,000, 6,000 and 7,000.01: their average counts."""
        wages = {"2023-10": 5000, "2023-11": 6000, "2023-12": "7000.01"}
        found = short(declared("2024-01", "2024-01", 4000), wages=wages, area=HEBEI)
        assert Decimal("6000.00") == found.stretches[0].average
        by_month = {YearMonth(2023, 10): 5000, YearMonth(2023, 11): 7000}
        found = short(declared("2024-01", "2024-01", 4000), wages=by_month, area=HEBEI)
        assert Decimal("6000.00") == found.stretches[0].due

    def test_an_insurance_year_from_july(self) -> None:
        """Where the insurance year begins in July, June 2025 rests on the wages of 2023."""
        found = short(
            declared("2025-06", "2025-07", 4100),
            wages={2023: 5000, 2024: 6000},
            year_begins=7,
            area=HEBEI,
        )
        assert rows(found) == [("2025-06", "5000.00", "900.00"), ("2025-07", "6000.00", "1900.00")]


class TestUnknownLimits:
    """Without limits the due base lies in bounds, and the limits are named."""

    names: Final = (
        "contribution_base.floor of pension (100000)",
        "contribution_base.ceiling of pension (100000)",
    )

    def test_neither_is_known(self) -> None:
        """Anything may be due: no bound above, and both limits by name."""
        found = short(declared("2024-01", "2024-02", 4000))
        (stretch,) = found.stretches
        assert (Decimal(0), None) == (stretch.due_at_least, stretch.due_at_most)
        assert (Decimal(0), None) == (stretch.at_least, stretch.at_most)
        assert (Decimal(0), None) == (found.at_least, found.at_most)
        for ask in ("due", "difference"):
            with pytest.raises(UndeterminedError) as caught:
                getattr(stretch, ask)
            assert caught.value.missing == self.names
        with pytest.raises(UndeterminedError) as caught:
            _ = found.total
        assert caught.value.missing == self.names

    @pytest.mark.parametrize(
        ("floor", "ceiling", "low", "high"),
        [
            (3000, None, "3000.00", "6000.00"),
            (7000, None, "7000.00", "7000.00"),
            (None, 9000, "6000.00", "9000.00"),
            (None, 5000, "5000.00", "5000.00"),
        ],
    )
    def test_one_is_known(
        self, floor: int | None, ceiling: int | None, low: str, high: str
    ) -> None:
        """With 6,000 earned, a known limit may already settle it."""
        law = shipped()
        if floor is not None:
            law = law.replacing(parameters.CONTRIBUTION_BASE_FLOOR, floor, area="990000")
        if ceiling is not None:
            law = law.replacing(parameters.CONTRIBUTION_BASE_CEILING, ceiling, area="990000")
        found = short(declared("2024-01", "2024-02", 1000), area="990000", law=law)
        (stretch,) = found.stretches
        assert (Decimal(low), Decimal(high)) == (stretch.due_at_least, stretch.due_at_most)
        assert (stretch.missing == ()) is (low == high)
        assert 2 * (Decimal(high) - 1000) == found.at_most

    def test_a_difference_that_no_limit_can_change(self) -> None:
        """Declared at the ceiling, a base is short by nothing whatever the floor is."""
        law = shipped().replacing(parameters.CONTRIBUTION_BASE_CEILING, 9000, area="990000")
        found = short(declared("2024-01", "2024-02", 9000), area="990000", law=law)
        assert Decimal(0) == found.stretches[0].difference == found.total

    def test_only_limits_that_matter_are_named(self) -> None:
        """The floor of 2024 is not known and changes nothing; the ceiling of 2025 may."""
        law = (
            shipped()
            .replacing(
                parameters.CONTRIBUTION_BASE_CEILING,
                9000,
                area="990000",
                valid_from=date(2024, 1, 1),
                valid_until=date(2024, 12, 31),
            )
            .replacing(
                parameters.CONTRIBUTION_BASE_FLOOR,
                3000,
                area="990000",
                valid_from=date(2025, 1, 1),
            )
        )
        found = short(
            declared("2024-12", "2024-12", 9000),
            declared("2025-01", "2025-01", 1000),
            area="990000",
            law=law,
        )
        with pytest.raises(UndeterminedError) as caught:
            _ = found.total
        assert caught.value.missing == ("contribution_base.ceiling of pension (990000)",)

    def test_other_kinds_have_limits_of_their_own(self) -> None:
        """The law knows those of pensions alone; the caller may give others."""
        period = declared("2024-01", "2024-02", 4000, kind=MEDICAL)
        found = short(period, kind=MEDICAL, area=HEBEI)
        assert found.stretches[0].missing == (
            "contribution_base.floor of medical (130000)",
            "contribution_base.ceiling of medical (130000)",
        )
        given = short(period, kind=MEDICAL, area=HEBEI, limits=("5000", 20000))
        assert rows(given) == [("2024-01..2024-02", "6000.00", "2000.00")]

    def test_limits_that_are_given_go_before_the_law(self) -> None:
        """For pensions too."""
        found = short(declared("2024-01", "2024-02", 4000), area=HEBEI, limits=(3000, 5000))
        assert rows(found) == [("2024-01..2024-02", "5000.00", "1000.00")]


class TestWhichMonths:
    """Months that an employer declared, paid or not; what cannot be compared is named."""

    @pytest.mark.parametrize(
        "status", [each for each in PaymentStatus if each is not PaymentStatus.DEEMED]
    )
    def test_whatever_became_of_them(self, status: PaymentStatus) -> None:
        """In arrears, deferred or paid, the base was declared."""
        found = short(declared("2024-01", "2024-02", 4000, status=status), area=HEBEI)
        assert Decimal("4000.00") == found.total

    @pytest.mark.parametrize("scheme", [Scheme.FLEXIBLE, Scheme.RESIDENT])
    def test_who_is_insured_alone_chooses(self, scheme: Scheme) -> None:
        """Nobody declares for them, so nothing is short."""
        assert not short(declared("2024-01", "2024-02", 4000, scheme=scheme)).stretches

    def test_deemed_months_have_no_declared_base(self) -> None:
        """Nothing was paid for them."""
        period = declared("2024-01", "2024-02", None, status=PaymentStatus.DEEMED)
        assert short(period).is_complete

    def test_up_to_the_day(self) -> None:
        """Months after the month of the day do not enter, nor what was declared later."""
        late = declared("2024-03", "2024-03", 4000, declared_on=date(2025, 1, 5))
        found = short(declared("2024-01", "2024-02", 4000), late, on=date(2024, 1, 31), area=HEBEI)
        assert rows(found) == [("2024-01", "6000.00", "2000.00")]

    def test_what_cannot_be_compared_is_named(self) -> None:
        """Months without wages, without a base, held twice, or known by their number."""
        loose = declared("2024-05", "2024-12", 4000, count=3)
        found = short(
            declared("2023-12", "2024-01", 4000),
            declared("2024-02", "2024-02", None),
            declared("2024-03", "2024-03", 4000, employer="Alpha"),
            declared("2024-03", "2024-03", 5000, employer="Beta"),
            loose,
            wages={2023: 6000},
            area=HEBEI,
        )
        assert rows(found) == [("2024-01", "6000.00", "2000.00")]
        assert found.without_wages == MonthSet(["2023-12"])
        assert found.without_base == MonthSet(["2024-02"])
        assert found.doubled == MonthSet(["2024-03"])
        assert found.unplaced == (loose,)
        assert not found.is_complete

    def test_a_month_held_twice(self) -> None:
        """Whose base it is may be said, as for averages."""
        two = (
            declared("2024-03", "2024-03", 2000, employer="Alpha"),
            declared("2024-03", "2024-03", 3000, employer="Beta"),
        )
        for overlap, total in (("sum", "1000.00"), ("Beta", "3000.00")):
            assert Decimal(total) == short(*two, overlap=overlap, area=HEBEI).total

    def test_maternity_is_read_from_medical_months(self) -> None:
        """Since the merger the medical base is the maternity base."""
        found = short(
            declared("2024-01", "2024-02", 4000, kind=MEDICAL),
            kind=MATERNITY,
            limits=(3000, 20000),
        )
        assert Decimal("4000.00") == found.total


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"wages": [6000]}, RuleError, "wages"),
        ({"wages": {2023: 6000.0}}, MoneyError, "wages[2023]"),
        ({"wages": {"2023-01": "x"}}, MoneyError, "wages['2023-01']"),
        ({"wages": {"spring": 6000}}, MonthError, "wages"),
        ({"wages": {True: 6000}}, MonthError, "wages"),
        ({"wages": {"2023-01": 1, YearMonth(2023, 1): 1}}, RuleError, "wages"),
        ({"wages": {"2023-01": 1, 2023: 1}}, RuleError, "wages"),
        ({"year_begins": 0}, RuleError, "year_begins"),
        ({"year_begins": 13}, RuleError, "year_begins"),
        ({"year_begins": True}, RuleError, "year_begins"),
        ({"limits": 3000}, RuleError, "limits"),
        ({"limits": (3000,)}, RuleError, "limits"),
        ({"limits": (5000, 3000)}, RuleError, "limits"),
        ({"limits": (3000, 5000.0)}, MoneyError, "limits"),
        ({"kind": "pension"}, RuleError, "kind"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"overlap": 1}, RuleError, "overlap"),
    ],
)
def test_what_makes_no_question_is_refused(
    facts: dict[str, Any], error: type[Exception], field: str
) -> None:
    """Wages are exact and given once, limits are two in order, months are months."""
    with pytest.raises(error) as caught:
        short(declared("2024-01", "2024-02", 4000), **facts)
    assert getattr(caught.value, "field", None) == field


def test_a_record_is_a_record() -> None:
    """A list of periods is refused."""
    history: Any = [declared("2024-01", "2024-02", 4000)]
    with pytest.raises(PeriodError):
        base_shortfall(history, PENSION, {2023: 6000}, on=ON)
