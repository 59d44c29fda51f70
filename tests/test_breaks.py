"""What a gap costs, kind by kind (断缴影响)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from shebao.breaks import Impact, impact, worlds
from shebao.errors import MonthError, RuleError
from shebao.law import shipped
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.model.people import Person
from shebao.months import MonthSpan
from shebao.report import overview
from shebao.terms import InsuranceKind, Payer, PaymentStatus, Scheme, Sex

if TYPE_CHECKING:
    from collections.abc import Callable

    from shebao.breaks import KindImpact
    from shebao.rounding import Amount
    from shebao.rules.medical import MedicalContinuity

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
UNEMPLOYMENT = InsuranceKind.UNEMPLOYMENT
WORK_INJURY = InsuranceKind.WORK_INJURY
MATERNITY = InsuranceKind.MATERNITY
ON = date(2026, 1, 29)


def held(
    kind: InsuranceKind,
    first: str,
    last: str,
    base: Amount | None = None,
    *,
    area: str | None = None,
    employer: str | None = None,
    scheme: Scheme = Scheme.EMPLOYEE,
    status: PaymentStatus = PaymentStatus.PAID,
) -> ContributionPeriod:
    """Months of one kind, paid unless said otherwise."""
    return ContributionPeriod(
        kind,
        MonthSpan(first, last),
        base=base,
        status=status,
        area=area,
        employer=employer,
        scheme=scheme,
    )


def of(answer: Impact, kind: InsuranceKind) -> KindImpact:
    """What a gap does to a kind that is compared."""
    found = answer.of(kind)
    assert found is not None
    return found


def continuity_of(value: MedicalContinuity | None) -> tuple[int, int]:
    """Continuous and cumulative medical months."""
    assert value is not None
    return value.continuous.months, value.cumulative.months


#: An employee of every kind from January 2024 to January 2026: 25 months.
EMPLOYED = ContributionHistory(
    [
        held(kind, "2024-01", "2026-01", 5000, area="130100", employer="Alpha")
        for kind in (PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY)
    ]
)


class TestWhatABreakCosts:
    """Row by row what the law says of a break."""

    def test_pension_years_get_shorter(self) -> None:
        """A break of five months costs five cumulative months of pension, and none before it."""
        pension = of(impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON), PENSION)
        months = (pension.kept.cumulative.months, pension.broken.cumulative.months)
        assert (months, pension.cumulative_lost) == ((30, 25), 5)

    def test_a_medical_break_of_more_than_three_months_sets_the_continuous_months_to_zero(
        self,
    ) -> None:
        """After four months without medical insurance 0 months are continuous, 25 cumulative."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-05"), on=ON)
        assert continuity_of(answer.broken.medical.value) == (0, 25)
        assert continuity_of(answer.kept.medical.value) == (29, 29)
        eligible = (answer.kept.medical.eligible, answer.broken.medical.eligible)
        assert eligible == (True, False)

    def test_a_medical_break_of_up_to_three_months_keeps_the_continuous_months_alive(
        self,
    ) -> None:
        """After three months without medical insurance the 25 months before are still a run."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-04"), on=ON)
        assert continuity_of(answer.broken.medical.value) == (25, 25)
        assert answer.broken.medical.eligible is True

    def test_unemployment_months_are_not_reset(self) -> None:
        """Unemployment months add up across a break: the year and more before it stays."""
        unemployment = of(impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON), UNEMPLOYMENT)
        assert unemployment.broken.cumulative.months == 25
        assert unemployment.cumulative_lost == 5

    def test_a_short_record_may_lack_its_year_of_unemployment_insurance(self) -> None:
        """Ten months and a break of two are less than a year, where twelve would have been one."""
        record = ContributionHistory([held(UNEMPLOYMENT, "2025-04", "2026-01")])
        answer = impact(record, MonthSpan("2026-02", "2026-03"), on=ON)
        assert (answer.kept.unemployment.eligible, answer.broken.unemployment.eligible) == (
            None,
            False,
        )

    def test_work_injury_loses_its_cover_while_the_break_lasts(self) -> None:
        """On a day in the break an injury is the employer's to pay, else the fund's."""
        span = MonthSpan("2026-02", "2026-06")
        answer = impact(EMPLOYED, span, on=ON, at=date(2026, 7, 1))
        covered = ContributionHistory([*EMPLOYED, held(WORK_INJURY, "2026-02", "2026-04")])
        during = impact(covered, MonthSpan("2026-02", "2026-03"), on=date(2026, 3, 10))
        assert answer.broken.work_injury.value is None
        assert (during.kept.work_injury.eligible, during.broken.work_injury.eligible) == (
            None,
            False,
        )

    def test_work_injury_cover_returns_with_the_next_employer(self) -> None:
        """A past break leaves no trace in the cover: the fund bears injuries of today."""
        record = ContributionHistory(
            [held(WORK_INJURY, "2024-01", "2025-06"), held(WORK_INJURY, "2025-10", "2026-01")]
        )
        answer = impact(record, MonthSpan("2025-07", "2025-09"), on=ON)
        values = (answer.kept.work_injury.value, answer.broken.work_injury.value)
        assert (values, "work_injury" in answer.changed) == ((Payer.FUND, Payer.FUND), False)

    def test_maternity_follows_medical_insurance(self) -> None:
        """Without rows of its own maternity loses what employees' medical insurance loses."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON)
        maternity = of(answer, MATERNITY)
        months = (maternity.kept.cumulative.months, maternity.broken.cumulative.months)
        assert (months, maternity.cumulative_lost) == ((30, 25), 5)

    def test_flexible_medical_months_bring_no_maternity_months(self) -> None:
        """Who pays medical insurance alone has no maternity insurance to lose."""
        record = ContributionHistory([held(MEDICAL, "2024-01", "2026-01", scheme=Scheme.FLEXIBLE)])
        answer = impact(record, MonthSpan("2026-02", "2026-06"), on=ON)
        assert [each.kind for each in answer.kinds] == [MEDICAL]

    def test_who_went_on_alone_loses_no_maternity_months(self) -> None:
        """After leaving an employer for flexible insurance no maternity months are lost."""
        record = ContributionHistory(
            [
                held(MEDICAL, "2024-01", "2024-12", 5000),
                held(MEDICAL, "2025-01", "2026-01", 5000, scheme=Scheme.FLEXIBLE),
            ]
        )
        answer = impact(record, MonthSpan("2026-02", "2026-03"), on=ON)
        lost = [of(answer, kind).cumulative_lost for kind in (MEDICAL, MATERNITY)]
        assert lost == [2, 0]

    def test_the_continuous_months_lost_include_those_before_the_gap(self) -> None:
        """A gap costs the run: its own months and those before it that no longer connect."""
        record = ContributionHistory(
            [held(MEDICAL, "2024-01", "2025-06"), held(MEDICAL, "2025-10", "2026-01")]
        )
        medical = of(impact(record, MonthSpan("2025-07", "2025-09"), on=ON), MEDICAL)
        assert (medical.kept.continuous.months, medical.broken.continuous.months) == (25, 4)
        assert (medical.continuous_lost, medical.cumulative_lost) == (21, 3)


class TestWorlds:
    """The kept and the broken record."""

    def test_months_go_on_like_the_latest_one(self) -> None:
        """Kept months have scheme, place, employer and base of the latest earlier month."""
        record = ContributionHistory(
            [
                held(PENSION, "2024-01", "2025-06", 9000, area="110000", employer="Alpha"),
                held(PENSION, "2025-07", "2026-01", 4000, area="130100", employer="Beta"),
            ]
        )
        kept, _, _ = worlds(record, MonthSpan("2026-02", "2026-03"), on=ON, at=date(2026, 4, 1))
        added = held(PENSION, "2026-02", "2026-03", 4000, area="130100", employer="Beta")
        assert kept == ContributionHistory([*record, added])

    def test_of_two_places_the_one_that_is_asked_goes_on(self) -> None:
        """Of two months the one in the area goes on, though the other has the higher base."""
        record = ContributionHistory(
            [
                held(PENSION, "2025-01", "2026-01", 4000, area="130100"),
                held(PENSION, "2025-01", "2026-01", 9000, area="110000"),
            ]
        )
        span = MonthSpan("2026-02", "2026-02")
        kept, _, _ = worlds(record, span, on=ON, at=date(2026, 3, 1), area="130100")
        added = held(PENSION, "2026-02", "2026-02", 4000, area="130100")
        assert kept == ContributionHistory([*record, added])

    @pytest.mark.parametrize("area", [None, "440100"])
    @pytest.mark.parametrize("other", [None, "130100"])
    def test_of_two_months_the_higher_base_goes_on(
        self, area: str | None, other: str | None
    ) -> None:
        """Where no place is asked, or none of the months lies in it, the highest base goes on."""
        record = ContributionHistory(
            [
                held(PENSION, "2025-01", "2026-01", 4000, area=other),
                held(PENSION, "2025-01", "2026-01", None, area="310000"),
                held(PENSION, "2025-01", "2026-01", 9000, area="110000"),
            ]
        )
        span = MonthSpan("2026-02", "2026-02")
        kept, _, _ = worlds(record, span, on=ON, at=date(2026, 3, 1), area=area)
        added = held(PENSION, "2026-02", "2026-02", 9000, area="110000")
        assert kept == ContributionHistory([*record, added])

    @pytest.mark.parametrize(
        "status", [PaymentStatus.ARREARS, PaymentStatus.PENDING, PaymentStatus.DEFERRED]
    )
    def test_what_stood_in_a_kept_month_is_replaced(self, status: PaymentStatus) -> None:
        """A month in arrears, pending or deferred is paid in the kept world and only that."""
        paid = held(PENSION, "2025-01", "2025-06", 4000, employer="Alpha")
        record = ContributionHistory(
            [paid, held(PENSION, "2025-07", "2025-09", 6000, employer="Beta", status=status)]
        )
        kept, broken, _ = worlds(record, MonthSpan("2025-07", "2025-08"), on=ON, at=ON)
        rest = held(PENSION, "2025-09", "2025-09", 6000, employer="Beta", status=status)
        going_on = held(PENSION, "2025-07", "2025-08", 4000, employer="Alpha")
        assert kept == ContributionHistory([paid, going_on, rest])
        assert broken == ContributionHistory([paid, rest])

    def test_months_until_the_comparison_are_paid_in_both_worlds(self) -> None:
        """Between the day and the comparison work goes on in both worlds, but for the gap."""
        record = ContributionHistory([held(PENSION, "2025-01", "2025-12", 4000)])
        kept, broken, _ = worlds(
            record, MonthSpan("2026-03", "2026-03"), on=ON, at=date(2026, 6, 1)
        )
        assert kept == ContributionHistory([held(PENSION, "2025-01", "2026-05", 4000)])
        assert broken == ContributionHistory(
            [held(PENSION, "2025-01", "2026-02", 4000), held(PENSION, "2026-04", "2026-05", 4000)]
        )

    def test_a_past_gap_is_filled_from_before_it(self) -> None:
        """A past gap is paid like the month before it, the months after it stay as they are."""
        before = held(PENSION, "2024-01", "2024-06", 4000, employer="Alpha")
        after = held(PENSION, "2024-10", "2025-12", 6000, employer="Beta")
        record = ContributionHistory([before, after])
        kept, broken, _ = worlds(record, MonthSpan("2024-07", "2024-09"), on=ON, at=ON)
        filled = held(PENSION, "2024-07", "2024-09", 4000, employer="Alpha")
        assert kept == ContributionHistory([before, filled, after])
        assert broken == record

    def test_a_gap_may_be_where_months_were_paid(self) -> None:
        """Months that were paid are missing in the broken world alone, of every kind."""
        kept, broken, _ = worlds(EMPLOYED, MonthSpan("2025-03", "2025-04"), on=ON, at=ON)
        assert kept == EMPLOYED
        assert broken == ContributionHistory(
            [
                held(kind, first, last, 5000, area="130100", employer="Alpha")
                for kind in (PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY)
                for first, last in (("2024-01", "2025-02"), ("2025-05", "2026-01"))
            ]
        )

    def test_deemed_months_go_on_as_paid_ones(self) -> None:
        """Who has deemed months before the gap would have paid in it."""
        deemed = held(PENSION, "1990-01", "1992-09", status=PaymentStatus.DEEMED)
        record = ContributionHistory([deemed])
        kept, _, _ = worlds(record, MonthSpan("1992-10", "1992-12"), on=ON, at=ON)
        paid = [held(PENSION, "1992-10", "1992-12"), held(PENSION, "1993-01", "1993-01")]
        assert kept == ContributionHistory([deemed, paid[0]])

    def test_back_paid_months_go_on_as_paid_in_time(self) -> None:
        """What goes on after a back-paid month is paid in time: its days are not carried on."""
        bought = ContributionPeriod(
            PENSION,
            "2025-12",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2026, 1, 5),
            settled_on=date(2026, 1, 20),
        )
        record = ContributionHistory([bought])
        span = MonthSpan("2026-02", "2026-02")
        kept, _, _ = worlds(record, span, on=ON, at=date(2026, 3, 1))
        assert kept == ContributionHistory([bought, held(PENSION, "2026-01", "2026-02")])

    def test_residents_months_stay_beside_kept_ones(self) -> None:
        """Residents' months are never mixed with employees': they stay in the kept world."""
        record = ContributionHistory(
            [
                held(MEDICAL, "2025-01", "2025-06"),
                held(MEDICAL, "2025-01", "2025-12", scheme=Scheme.RESIDENT),
            ]
        )
        kept, _, _ = worlds(record, MonthSpan("2025-07", "2025-08"), on=ON, at=ON)
        assert kept == ContributionHistory([*record, held(MEDICAL, "2025-07", "2025-08")])

    def test_a_kind_with_only_later_months_is_not_compared(self) -> None:
        """A kind that began in the gap or after it has nothing to go on from."""
        record = ContributionHistory(
            [
                held(PENSION, "2025-01", "2026-01"),
                held(MEDICAL, "2025-06", "2026-01"),
                held(UNEMPLOYMENT, "2025-08", "2026-01"),
            ]
        )
        answer = impact(record, MonthSpan("2025-06", "2025-07"), on=ON)
        assert [each.kind for each in answer.kinds] == [PENSION]
        assert [answer.of(kind) for kind in InsuranceKind if kind is not PENSION] == [None] * 4

    def test_arrears_are_nothing_to_go_on_from(self) -> None:
        """A kind that was declared and never paid is not compared."""
        record = ContributionHistory(
            [held(PENSION, "2025-01", "2025-12", status=PaymentStatus.ARREARS)]
        )
        kept, broken, compared = worlds(
            record, MonthSpan("2026-02", "2026-03"), on=ON, at=date(2026, 4, 1)
        )
        assert (kept, broken, compared) == (record, record, ())

    def test_residents_months_are_nothing_to_go_on_from(self) -> None:
        """The default rules see no residents' months, so their insurance is not compared."""
        record = ContributionHistory([held(PENSION, "2025-01", "2025-12", scheme=Scheme.RESIDENT)])
        assert impact(record, MonthSpan("2026-02", "2026-03"), on=ON).kinds == ()

    def test_own_maternity_rows_go_on(self) -> None:
        """Before the merger maternity had rows of its own, and these go on."""
        record = ContributionHistory([held(MATERNITY, "2018-01", "2018-12", 4000)])
        kept, _, compared = worlds(record, MonthSpan("2019-01", "2019-03"), on=ON, at=ON)
        assert kept == ContributionHistory([held(MATERNITY, "2018-01", "2019-03", 4000)])
        assert compared == (MATERNITY,)

    def test_a_number_of_months_is_no_certain_month(self) -> None:
        """Where 6 of 12 months were paid, a quarter of them lost leaves 3 to 6 of the rest."""
        counted = ContributionPeriod(
            PENSION, MonthSpan("2025-01", "2025-12"), base=4000, count=6, employer="Alpha"
        )
        record = ContributionHistory([held(PENSION, "2024-01", "2024-12", 5000), counted])
        pension = of(impact(record, MonthSpan("2025-04", "2025-06"), on=ON), PENSION)
        kept, broken = pension.kept.cumulative, pension.broken.cumulative
        assert kept.at_least <= 12 + 3 + 3
        assert kept.at_most >= 12 + 3 + 6
        assert broken.at_least <= 12 + 3
        assert broken.at_most >= 12 + 6

    def test_a_compared_kind_is_kept_in_the_gap(self) -> None:
        """Where only a number of months came before the gap, a kind is kept in it or not compared."""
        counted = ContributionPeriod(PENSION, MonthSpan("2026-01", "2026-06"), base=4000, count=3)
        record = ContributionHistory([counted])
        answer = impact(record, MonthSpan("2026-03", "2026-04"), on=ON)
        kept = [each.kept.cumulative.at_least for each in answer.kinds]
        assert [months >= 2 for months in kept] == [True] * len(kept)


class TestArguments:
    """Days, spans and people."""

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("2026-02", "2026-06", date(2026, 7, 1)),
            ("2026-01", "2026-01", date(2026, 2, 1)),
            ("2025-12", "2025-12", ON),
            ("2020-01", "2020-03", ON),
        ],
    )
    def test_the_day_of_comparison(self, first: str, last: str, expected: date) -> None:
        """Worlds are compared the day after the gap ends, but never before today."""
        assert impact(EMPLOYED, MonthSpan(first, last), on=ON).at == expected

    def test_no_comparison_before_the_record(self) -> None:
        """A record of a day says nothing of comparisons on an earlier day."""
        with pytest.raises(RuleError) as caught:
            impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON, at=ON - timedelta(1))
        assert (caught.value.field, caught.value.value) == ("at", date(2026, 1, 28))

    def test_a_comparison_on_the_same_day(self) -> None:
        """On the day itself a planned gap has changed nothing yet."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON, at=ON)
        assert (answer.at, answer.changed) == (ON, ())

    def test_a_gap_may_be_written_as_text(self) -> None:
        """A month or a span in words is the same gap as its span."""
        spans = [MonthSpan("2026-02", "2026-02"), MonthSpan("2026-02", "2026-06")]
        written = [impact(EMPLOYED, text, on=ON) for text in ("2026-02", "2026-02..2026-06")]
        assert [impact(EMPLOYED, span, on=ON) for span in spans] == written

    def test_a_gap_is_of_months(self) -> None:
        """What is no month is refused by its name."""
        with pytest.raises(MonthError) as caught:
            impact(EMPLOYED, "soon", on=ON)
        assert (caught.value.field, caught.value.value) == ("span", "soon")

    @pytest.mark.parametrize("field", ["on", "at"])
    def test_a_moment_is_no_day(self, field: str) -> None:
        """The days of a comparison have no hours."""
        given_days = {"on": ON, "at": ON, field: datetime(2026, 1, 29, 8)}  # noqa: DTZ001
        with pytest.raises(MonthError) as caught:
            impact(
                EMPLOYED, MonthSpan("2026-02", "2026-06"), on=given_days["on"], at=given_days["at"]
            )
        assert caught.value.field == field

    def test_law_that_is_not_yet_known_makes_it_provisional(self) -> None:
        """A comparison after the day up to which the law was read rests on law that may change."""
        last = shipped().read_until
        span = MonthSpan("2026-02", "2026-06")
        days = (last, last + timedelta(1))
        found = [impact(EMPLOYED, span, on=ON, at=day).is_provisional for day in days]
        assert found == [False, True]

    def test_without_a_person_nothing_is_said_of_age(self) -> None:
        """Retirement and pensions need a person; what needs only the record is compared."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON)
        views = [
            (view.person, view.retirement, view.pension, view.resident_pension)
            for view in (answer.kept, answer.broken)
        ]
        assert views == [(None, (), None, None)] * 2

    def test_with_a_person_the_gap_may_cost_the_pension(self) -> None:
        """With 175 months at the age of 60, five more months make a pension and five less none."""
        man = Person(birth=date(1964, 6, 10), sex=Sex.MALE)
        record = ContributionHistory([held(PENSION, "2009-06", "2023-12")])
        span = MonthSpan("2024-01", "2024-05")
        answer = impact(record, span, on=date(2024, 1, 5), at=date(2024, 6, 10), person=man)
        assert answer.kept.pension is not None
        assert answer.broken.pension is not None
        assert (answer.kept.pension.eligible, answer.broken.pension.eligible) == (True, False)
        assert "pension" in answer.changed

    def test_changed_names_what_differs(self) -> None:
        """A planned gap in the pension alone changes the kinds and the index, and no decision."""
        record = ContributionHistory([held(PENSION, "2024-01", "2026-01", 5000)])
        answer = impact(record, MonthSpan("2026-02", "2026-06"), on=ON)
        assert answer.changed == ("kinds", "index")

    def test_both_views_are_overviews_of_the_worlds(self) -> None:
        """The impact is the difference of the overviews of the two records on one day."""
        span = MonthSpan("2026-02", "2026-06")
        man = Person(birth=date(1964, 6, 10), sex=Sex.MALE)
        at = date(2026, 8, 15)
        answer = impact(EMPLOYED, span, on=ON, at=at, person=man, area="130100")
        kept, broken, _ = worlds(EMPLOYED, span, on=ON, at=at, area="130100")
        views = [overview(man, each, on=at, area="130100") for each in (kept, broken)]
        assert [answer.kept, answer.broken] == views
        for each in answer.kinds:
            assert (each.kept, each.broken) == (views[0].of(each.kind), views[1].of(each.kind))

    def test_the_law_is_an_argument(self) -> None:
        """Under law of better evidence alone, both worlds are seen under that law."""
        law = shipped().at_least("official")
        answer = impact(EMPLOYED, MonthSpan("2024-05", "2024-06"), on=date(2024, 9, 1), law=law)
        assert (answer.kept.base_floor, answer.broken.base_floor) == (None, None)

    def test_an_impact_is_a_value(self, copies: Callable[[object], list[object]]) -> None:
        """Copies of an impact, pickled ones among them, are equal to it."""
        answer = impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON)
        made = copies(answer)
        assert made == [answer] * len(made)
        assert answer == impact(EMPLOYED, MonthSpan("2026-02", "2026-06"), on=ON)

    def test_bases_of_the_kept_months_enter_the_average(self) -> None:
        """Who paid 4000 and then 8000 loses the dear months, and with them the average."""
        record = ContributionHistory(
            [held(PENSION, "2025-01", "2025-06", 4000), held(PENSION, "2025-07", "2025-12", 8000)]
        )
        answer = impact(record, MonthSpan("2026-01", "2026-06"), on=date(2025, 12, 31))
        pension = of(answer, PENSION)
        averages = (pension.kept.average_base.amount, pension.broken.average_base.amount)
        assert averages == (Decimal("6666.67"), Decimal("6000.00"))
