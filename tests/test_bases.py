"""Contribution bases from wages, their averages, and the contribution index."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import MoneyError, MonthError, RuleError, UndeterminedError
from shebao.law import Law, parameters, shipped
from shebao.model.contributions import ContributionPeriod
from shebao.model.counting_rule import CountingRule
from shebao.model.history import ContributionHistory
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan
from shebao.rules.bases import (
    AverageIndex,
    ContributionBase,
    IndexPolicy,
    average_base,
    average_index,
    contribution_base,
)
from shebao.rules.wages import WageSeries
from shebao.terms import GapYears, InsuranceKind, PaymentStatus, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from shebao.rounding import Amount

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
MATERNITY = InsuranceKind.MATERNITY
ON = date(2026, 1, 29)
SHIJIAZHUANG = "130100"
FLOOR, CEILING = "contribution_base.floor", "contribution_base.ceiling"


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of some periods."""
    return ContributionHistory(periods)


def held(
    first: str,
    last: str,
    base: Amount | None,
    *,
    kind: InsuranceKind = PENSION,
    area: str | None = None,
    employer: str | None = None,
    count: int | tuple[int, int] | None = None,
) -> ContributionPeriod:
    """Paid months of one base."""
    span = MonthSpan(first, last)
    return ContributionPeriod(kind, span, base=base, area=area, employer=employer, count=count)


def limited(floor: Amount, ceiling: Amount) -> Law:
    """The law with limits that hold in Shijiazhuang on every day."""
    law = shipped().replacing(parameters.CONTRIBUTION_BASE_FLOOR, floor, area=SHIJIAZHUANG)
    return law.replacing(parameters.CONTRIBUTION_BASE_CEILING, ceiling, area=SHIJIAZHUANG)


class TestContributionBase:
    """缴费基数: the average of last year's wages, within the limits of the place."""

    def test_the_average_is_over_the_months_worked(self) -> None:
        """Who worked ten months of the year has the average of ten wages, not of twelve."""
        made = contribution_base([5000] * 9 + [10_000], on=date(2025, 3, 1), area=SHIJIAZHUANG)
        assert (made.average, made.base) == (Decimal("5500.00"), Decimal("5500.00"))

    @pytest.mark.parametrize(
        ("wages", "expected"),
        [
            (["0.01", "0"], "0.01"),
            (["0.01", "0", "0"], "0.00"),
            (["0.02", "0.01"], "0.02"),
            ([5000, 5000, "5000.01"], "5000.00"),
            ([5000, "5000.01", "5000.01"], "5000.01"),
            ([Decimal("4999.99"), "5000.00"], "5000.00"),
        ],
    )
    def test_half_a_fen_is_rounded_up(self, wages: list[Amount], expected: str) -> None:
        """The average is rounded to the fen, half a fen upwards (四舍五入)."""
        made = contribution_base(wages, on=date(2025, 3, 1), area=SHIJIAZHUANG)
        assert made.average == Decimal(expected)

    @given(st.lists(st.integers(0, 5_000_000), min_size=1, max_size=12))
    def test_the_average_is_the_nearest_fen(self, fen: list[int]) -> None:
        """No fen lies nearer to the exact mean than the average, and of two it is the higher."""
        wages = [Decimal(each).scaleb(-2) for each in fen]
        average = contribution_base(wages, on=ON).average
        nearest = (2 * sum(fen) + len(fen)) // (2 * len(fen))
        assert average == Decimal(nearest).scaleb(-2)

    @pytest.mark.parametrize(
        ("day", "wage", "expected"),
        [
            (date(2024, 1, 1), "3920.99", "3921"),
            (date(2024, 12, 31), "3921.01", "3921.01"),
            (date(2024, 7, 1), "19603.01", "19603"),
            (date(2025, 1, 1), "3921", "4007"),
            (date(2025, 12, 31), "20034", "20034"),
            (date(2025, 6, 30), "20034.01", "20034"),
        ],
    )
    def test_limits_are_those_of_the_place_on_the_day(
        self, day: date, wage: str, expected: str
    ) -> None:
        """Hebei bounds bases by 3921 and 19603 yuan in 2024, by 4007 and 20034 in 2025."""
        made = contribution_base([wage], on=day, area=SHIJIAZHUANG)
        assert made.base == Decimal(expected)

    @given(
        st.lists(st.integers(0, 60_000), min_size=1, max_size=12),
        st.sampled_from([date(2024, 5, 1), date(2025, 5, 1)]),
    )
    def test_clamping_is_idempotent(self, wages: list[int], day: date) -> None:
        """Who earns the base itself every month has that very base."""
        once = contribution_base(wages, on=day, area=SHIJIAZHUANG).base
        again = contribution_base([once] * 12, on=day, area=SHIJIAZHUANG).base
        assert again == once

    @given(st.lists(st.integers(0, 60_000), min_size=1, max_size=12))
    def test_the_base_lies_within_the_limits(self, wages: list[int]) -> None:
        """A base is the floor, the ceiling, or the average between them."""
        made = contribution_base(wages, on=date(2025, 5, 1), area=SHIJIAZHUANG)
        limits = [Decimal(4007), Decimal(20034)]
        assert made.base == sorted([made.average, *limits])[1]

    def test_limits_carry_their_law(self) -> None:
        """The floor of 2025 stands in the province's notice, not in a text of the city."""
        made = contribution_base([5000], on=date(2025, 5, 1), area=SHIJIAZHUANG)
        assert made.floor is not None
        assert made.floor.area == "130000"
        assert made.floor.citation.instrument.adopted == date(2025, 9, 18)

    def test_unknown_limits_leave_the_base_open(self) -> None:
        """Hebei's limits of 2026 were not found: the base is undetermined and names both."""
        made = contribution_base([5000] * 12, on=ON, area=SHIJIAZHUANG)
        with pytest.raises(UndeterminedError) as caught:
            _ = made.base
        expected = (f"{FLOOR} ({SHIJIAZHUANG}, {ON})", f"{CEILING} ({SHIJIAZHUANG}, {ON})")
        assert caught.value.missing == expected
        assert made.average == Decimal("5000.00")

    def test_national_law_has_no_limits(self) -> None:
        """Limits are set by places, so that without a place nothing bounds the average."""
        made = contribution_base([5000], on=date(2025, 5, 1))
        assert (made.floor, made.ceiling) == (None, None)
        assert made.missing == (f"{FLOOR} (100000, 2025-05-01)", f"{CEILING} (100000, 2025-05-01)")

    def test_one_unknown_limit_is_named_alone(self) -> None:
        """Where only the ceiling is not known, only the ceiling is named."""
        law = shipped().replacing(parameters.CONTRIBUTION_BASE_FLOOR, "4100", area=SHIJIAZHUANG)
        made = contribution_base([5000], on=ON, area=SHIJIAZHUANG, law=law)
        with pytest.raises(UndeterminedError) as caught:
            _ = made.base
        assert caught.value.missing == (f"{CEILING} ({SHIJIAZHUANG}, {ON})",)

    def test_a_caller_supplies_the_limits(self) -> None:
        """With limits that the caller knows the same wages have a base."""
        made = contribution_base([4000], on=ON, area=SHIJIAZHUANG, law=limited("4100", 20_500))
        assert (made.base, made.missing) == (Decimal(4100), ())

    def test_floats_are_no_wages(self) -> None:
        """A float is not exact: it is refused with its place in the year."""
        with pytest.raises(MoneyError) as caught:
            contribution_base([5000, 4000.1], on=ON)  # type: ignore[list-item]
        assert (caught.value.field, caught.value.value) == ("wages[1]", 4000.1)

    @pytest.mark.parametrize("months", [0, 13])
    def test_a_year_has_one_to_twelve_wages(self, months: int) -> None:
        """No wages and thirteen wages are no year."""
        with pytest.raises(RuleError) as caught:
            contribution_base([5000] * months, on=ON)
        assert (caught.value.field, caught.value.value) == ("wages", months)

    def test_twelve_wages_and_one_wage_are_a_year(self) -> None:
        """A year has up to twelve wages, and one month suffices."""
        made = [contribution_base([5000] * months, on=ON) for months in (1, 12)]
        assert made == [ContributionBase(Decimal(5000), None, None, made[0].missing)] * 2

    def test_a_moment_is_no_day(self) -> None:
        """Limits hold for days: a moment with an hour is refused."""
        with pytest.raises(MonthError):
            contribution_base([5000], on=datetime(2025, 5, 1, 8))  # noqa: DTZ001


class TestAverageBase:
    """月平均缴费基数: over the counted months that have a base."""

    def test_each_month_weighs_the_same(self) -> None:
        """Twelve months of 2312 and eighteen of 2620.50 yuan average 2497.10 yuan."""
        history = record(held("2014-01", "2014-12", "2312"), held("2015-01", "2016-06", "2620.50"))
        average = average_base(history, PENSION, on=ON)
        assert (average.months, average.exact) == (30, Fraction(24971, 10))
        assert (average.amount, average.is_complete) == (Decimal("2497.10"), True)

    def test_a_window_looks_at_its_months_only(self) -> None:
        """Over July 2014 to June 2015 half the months have the one base, half the other."""
        history = record(held("2014-01", "2014-12", "2000"), held("2015-01", "2016-06", "3000"))
        window = MonthSpan("2014-07", "2015-06")
        average = average_base(history, PENSION, on=ON, window=window)
        assert (average.months, average.amount) == (12, Decimal("2500.00"))

    def test_months_without_a_base_are_reported_not_zero(self) -> None:
        """A month whose base nobody knows lowers no average: it is listed."""
        history = record(held("2025-01", "2025-02", 4000), held("2025-03", "2025-03", None))
        average = average_base(history, PENSION, on=ON)
        assert (average.months, average.amount) == (2, Decimal("4000.00"))
        assert average.without_base == MonthSet(["2025-03"])
        assert average.is_complete is False

    @pytest.mark.parametrize(
        "history",
        [
            record(),
            record(held("2025-01", "2025-03", None)),
            record(ContributionPeriod(PENSION, "2025-01", base=1, status=PaymentStatus.ARREARS)),
        ],
        ids=["nothing", "no base", "arrears"],
    )
    def test_no_month_with_a_base_has_no_average(self, history: ContributionHistory) -> None:
        """Without any counted month that has a base there is no average, not an average of 0."""
        average = average_base(history, PENSION, on=ON)
        assert (average.months, average.exact) == (0, None)
        with pytest.raises(UndeterminedError) as caught:
            _ = average.amount
        assert caught.value.missing == ("base",)

    @pytest.mark.parametrize(
        ("overlap", "expected"),
        [
            ("highest", "5000"),
            ("sum", "8000"),
            ("130100", "3000"),
            ("310000", "5000"),
            ("Alpha", "3000"),
            ("Beta", "5000"),
        ],
    )
    def test_a_policy_chooses_the_base_of_a_doubled_month(
        self, overlap: str, expected: str
    ) -> None:
        """A month held twice has the highest base, the sum, or that of a place or employer."""
        history = record(
            held("2025-01", "2025-01", 3000, area="130100", employer="Alpha"),
            held("2025-01", "2025-01", 5000, area="310000", employer="Beta"),
        )
        average = average_base(history, PENSION, on=ON, overlap=overlap)
        assert (average.amount, average.is_complete) == (Decimal(expected), True)

    @pytest.mark.parametrize("overlap", [None, "440100"])
    def test_nothing_chooses_between_two_bases(self, overlap: str | None) -> None:
        """Without a policy, or with a place that holds none of them, doubled months are left out."""
        history = record(
            held("2025-01", "2025-02", 3000, area="130100"),
            held("2025-02", "2025-03", 5000, area="310000"),
        )
        average = average_base(history, PENSION, on=ON, overlap=overlap)
        assert (average.months, average.amount) == (2, Decimal("4000.00"))
        assert (average.doubled, average.is_complete) == (MonthSet(["2025-02"]), False)

    def test_a_policy_that_is_no_text_is_refused(self) -> None:
        """A policy is a word, an area or an employer."""
        with pytest.raises(RuleError) as caught:
            average_base(record(), PENSION, on=ON, overlap=1)  # type: ignore[arg-type]
        assert caught.value.field == "overlap"

    def test_months_known_by_number_enter_with_their_number(self) -> None:
        """Nine of twelve months of 4000 and three months of 8000 yuan average 5000 yuan."""
        history = record(
            held("2023-01", "2023-12", 4000, count=9), held("2024-01", "2024-03", 8000)
        )
        average = average_base(history, PENSION, on=ON)
        assert (average.months, average.amount) == (12, Decimal("5000.00"))

    def test_a_number_in_bounds_enters_no_average(self) -> None:
        """Eight to nine of twelve months are no exact weight: the period is reported."""
        counted = held("2023-01", "2023-12", 4000, count=(8, 9))
        average = average_base(record(counted), PENSION, on=ON)
        assert (average.months, average.unplaced, average.is_complete) == (0, (counted,), False)

    def test_a_repeated_number_enters_once(self) -> None:
        """The same nine of twelve months, reported twice, are nine months."""
        counted = held("2023-01", "2023-12", 4000, count=9)
        average = average_base(record(counted, counted), PENSION, on=ON)
        assert average == average_base(record(counted), PENSION, on=ON)
        assert average.months == 9

    def test_the_day_decides_what_is_counted(self) -> None:
        """A back-paid month has its base from the day on which it was settled."""
        bought = ContributionPeriod(
            PENSION,
            "2025-01",
            base=9000,
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 2, 10),
            settled_on=date(2025, 6, 3),
        )
        months = [
            average_base(record(bought), PENSION, on=day).months
            for day in (date(2025, 6, 2), date(2025, 6, 3))
        ]
        assert months == [0, 1]

    def test_a_rule_says_which_months_count(self) -> None:
        """A rule that sees residents' months averages these."""
        rule = CountingRule(name="residents", schemes=frozenset({Scheme.RESIDENT}))
        history = record(
            ContributionPeriod(PENSION, "2025-01", base=300, scheme=Scheme.RESIDENT),
            ContributionPeriod(PENSION, "2025-02", base=5000),
        )
        averages = [
            average_base(history, PENSION, on=ON, rule=each).amount for each in (rule, None)
        ]
        assert averages == [Decimal("300.00"), Decimal("5000.00")]

    def test_maternity_bases_are_those_of_medical_months(self) -> None:
        """Since 2020 the base of an employee's medical month is that of the maternity month."""
        history = record(held("2019-11", "2020-02", 4000, kind=MEDICAL))
        average = average_base(history, MATERNITY, on=ON)
        assert (average.months, average.amount) == (2, Decimal("4000.00"))

    def test_a_maternity_row_beside_a_medical_row_is_no_overlap(self) -> None:
        """A maternity row and the medical row that it comes from hold one month, with one base."""
        history = record(
            held("2023-01", "2023-12", 6000, kind=MEDICAL),
            held("2023-01", "2023-12", 6000, kind=MATERNITY),
        )
        average = average_base(history, MATERNITY, on=ON)
        assert (average.months, average.doubled) == (12, MonthSet())

    def test_a_moment_is_no_day(self) -> None:
        """An average is asked for on a day."""
        with pytest.raises(MonthError):
            average_base(record(), PENSION, on=datetime(2025, 5, 1, 8))  # noqa: DTZ001


class TestIndexPolicy:
    """How a place averages the index."""

    @pytest.mark.parametrize("lag", [-1, 3, True, "1", 1.0])
    def test_a_lag_is_up_to_two_years(self, lag: object) -> None:
        """The wage of the month itself, of the year before, or of two years before divides."""
        with pytest.raises(RuleError) as caught:
            IndexPolicy(lag_years=lag)  # type: ignore[arg-type]
        assert caught.value.field == "lag_years"

    @pytest.mark.parametrize("clamp", [(Fraction(3), Fraction(3, 5)), (Fraction(-1), Fraction(3))])
    def test_a_clamp_rises_from_zero_or_more(self, clamp: tuple[Fraction, Fraction]) -> None:
        """The lowest index is not negative and not above the highest."""
        with pytest.raises((MoneyError, RuleError)) as caught:
            IndexPolicy(clamp=clamp)
        assert caught.value.field == "clamp"

    def test_a_clamp_is_written_as_any_ratio(self) -> None:
        """The bounds may be decimals, text or whole numbers, and mean the same."""
        policies = [IndexPolicy(clamp=clamp) for clamp in (("0.6", 3), (Decimal("0.6"), "3.0"))]
        assert policies == [IndexPolicy(clamp=(Fraction(3, 5), Fraction(3)))] * 2

    def test_a_clamp_of_floats_is_refused(self) -> None:
        """Ratios are exact: 0.6 as a float is refused when the policy is made."""
        with pytest.raises((MoneyError, RuleError)):
            IndexPolicy(clamp=(0.6, 3.0))  # type: ignore[arg-type]

    def test_gap_years_are_a_term(self) -> None:
        """What gap years do is one of two terms, not a text that is silently ignored."""
        with pytest.raises(RuleError):
            IndexPolicy(gap_years="zero")  # type: ignore[arg-type]


SERIES = WageSeries.by_year({2021: 4000, 2022: 5000, 2023: 8000, 2024: 10_000})
SIX_THOUSAND = record(held("2024-01", "2025-06", 6000))


class TestAverageIndex:
    """平均缴费工资指数: the mean of base over wage."""

    def test_the_year_before_divides(self) -> None:
        """Twelve months of 6000 over 8000 and six over 10000 yuan average 0.7."""
        index = average_index(SIX_THOUSAND, on=ON, wages=SERIES)
        assert (index.months, index.exact) == (18, Fraction(7, 10))
        assert (index.rounded(), index.is_complete) == (Decimal("0.7000"), True)

    @pytest.mark.parametrize(
        ("lag", "expected"),
        [(0, None), (1, Fraction(7, 10)), (2, Fraction(6, 5) * 2 / 3 + Fraction(3, 4) / 3)],
    )
    def test_the_lag_chooses_the_year(self, lag: int, expected: Fraction | None) -> None:
        """The wage of the same year, of the year before, or of two years before divides."""
        index = average_index(SIX_THOUSAND, on=ON, wages=SERIES, policy=IndexPolicy(lag_years=lag))
        assert (index.exact, index.missing_years) == (expected, () if lag else (2025,))

    def test_a_clamp_bounds_each_month(self) -> None:
        """Of months at 0.3 and at 4.0, clamped to 0.6 and 3.0, the mean is 1.8, not 2.15."""
        history = record(held("2024-01", "2024-01", 2400), held("2024-02", "2024-02", 32_000))
        policy = IndexPolicy(clamp=(Fraction(3, 5), Fraction(3)))
        clamped = average_index(history, on=ON, wages=SERIES, policy=policy)
        free = average_index(history, on=ON, wages=SERIES)
        assert (clamped.exact, free.exact) == (Fraction(9, 5), Fraction(43, 20))

    def test_a_clamp_follows_the_wage_inside_a_period(self) -> None:
        """One base over two wages is clamped under each of them."""
        history = record(held("2023-01", "2024-12", 4000))
        policy = IndexPolicy(clamp=(Fraction(3, 5), Fraction(3)))
        index = average_index(history, on=ON, wages=SERIES, policy=policy)
        assert index.exact == (Fraction(4, 5) + Fraction(3, 5)) / 2

    def test_a_clamp_weighs_months_known_by_number(self) -> None:
        """Six of twelve months at a clamped 0.6 and six at 1.2 average 0.9."""
        history = record(
            held("2024-01", "2024-12", 1000, count=6), held("2022-01", "2022-06", 4800)
        )
        policy = IndexPolicy(clamp=(Fraction(3, 5), Fraction(3)))
        index = average_index(history, on=ON, wages=SERIES, policy=policy)
        assert (index.months, index.exact) == (12, Fraction(9, 10))

    @pytest.mark.parametrize(
        ("gap_years", "expected"),
        [(GapYears.IGNORED, Fraction(1)), (GapYears.ZERO, Fraction(1, 2))],
    )
    def test_gap_years_count_as_zero_or_not(self, gap_years: GapYears, expected: Fraction) -> None:
        """Between 2022 and 2025 lie two gap years: two paid years of index 1 average 1 or a half."""
        history = record(held("2022-01", "2022-12", 4000), held("2025-01", "2025-12", 10_000))
        policy = IndexPolicy(gap_years=gap_years)
        index = average_index(history, on=ON, wages=SERIES, policy=policy)
        assert index.exact == expected

    def test_a_year_with_one_month_is_no_gap_year(self) -> None:
        """A year in which a single month was paid is no year without contributions."""
        history = record(
            held("2022-01", "2022-12", 4000),
            held("2023-07", "2023-07", 5000),
            held("2024-01", "2024-12", 8000),
        )
        policy = IndexPolicy(gap_years=GapYears.ZERO)
        index = average_index(history, on=ON, wages=SERIES, policy=policy)
        assert index.exact == Fraction(1)

    @pytest.mark.parametrize(
        "middle",
        [
            [held("2023-01", "2023-12", None)],
            [held("2023-01", "2023-12", 1, area="130100"), held("2023-01", "2023-12", 2)],
            [held("2023-01", "2023-12", 4000, count=(3, 9))],
        ],
        ids=["no base", "held twice", "known by number"],
    )
    def test_a_year_of_unknown_bases_is_no_gap_year(self, middle: list[ContributionPeriod]) -> None:
        """A year that was paid, of an unknown base, never counts as zero."""
        history = record(
            held("2022-01", "2022-12", 4000), *middle, held("2024-01", "2024-12", 8000)
        )
        policy = IndexPolicy(gap_years=GapYears.ZERO)
        index = average_index(history, on=ON, wages=SERIES, policy=policy)
        assert (index.months, index.exact, index.is_complete) == (24, Fraction(1), False)

    def test_years_without_wages_are_listed(self) -> None:
        """One year without an average wage leaves the whole index open, and is named."""
        history = record(held("2020-01", "2022-12", 4000))
        index = average_index(history, on=ON, wages=SERIES)
        assert (index.months, index.exact, index.missing_years) == (36, None, (2019, 2020))
        assert index.is_complete is False
        with pytest.raises(UndeterminedError) as caught:
            index.rounded()
        expected = ("average_monthly_wage of 2019", "average_monthly_wage of 2020")
        assert caught.value.missing == expected

    def test_only_wages_that_are_needed_can_be_missing(self) -> None:
        """A year without a wage between two paid ones, itself not paid, is not missing."""
        wages = WageSeries.by_year({2021: 4000, 2023: 8000})
        history = record(held("2022-01", "2022-12", 4000), held("2024-01", "2024-12", 8000))
        index = average_index(history, on=ON, wages=wages)
        assert (index.exact, index.missing_years) == (Fraction(1), ())

    def test_a_hole_in_mid_year_names_its_year(self) -> None:
        """A wage that is not known for one month of 2023 makes 2023 a missing year."""
        wages = WageSeries({"2023-01": 8000, "2023-05": None, "2023-06": 8000})
        index = average_index(record(held("2024-04", "2024-06", 8000)), on=ON, wages=wages)
        assert (index.exact, index.missing_years) == (None, (2023,))

    def test_nothing_paid_has_no_index(self) -> None:
        """Without months there is no index, and what it lacks is a base."""
        index = average_index(record(), on=ON, wages=SERIES)
        assert index == AverageIndex(0, None, (), MonthSet(), MonthSet(), ())
        with pytest.raises(UndeterminedError) as caught:
            index.rounded()
        assert caught.value.missing == ("base",)

    def test_the_law_knows_the_wages_of_a_place(self) -> None:
        """In Hebei 6534.25 was the average wage of 2023, so a base of it in 2024 has index 1."""
        history = record(held("2024-01", "2024-12", "6534.25"))
        index = average_index(history, on=ON, area=SHIJIAZHUANG)
        assert index.exact == Fraction(1)

    def test_national_law_knows_no_wages(self) -> None:
        """Without a place the wages of every year are missing."""
        index = average_index(SIX_THOUSAND, on=ON)
        assert (index.exact, index.missing_years) == (None, (2023, 2024))

    def test_the_wages_of_maternity_months_are_those_of_their_years(self) -> None:
        """Maternity months that come from medical ones are divided by the wages of their years."""
        history = record(held("2024-01", "2024-12", "6534.25", kind=MEDICAL))
        index = average_index(history, MATERNITY, on=ON, area=SHIJIAZHUANG)
        assert index.exact == Fraction(1)

    def test_a_law_of_the_caller_brings_its_wages(self) -> None:
        """A wage that the caller knows takes the place of one that was not found."""
        law = shipped().replacing(
            parameters.AVERAGE_MONTHLY_WAGE,
            7000,
            area="130000",
            valid_from=date(2025, 1, 1),
            valid_until=date(2025, 12, 31),
        )
        history = record(held("2026-01", "2026-01", 3500))
        index = average_index(history, on=ON, area=SHIJIAZHUANG, law=law)
        assert index.exact == Fraction(1, 2)

    def test_months_known_by_number_need_one_wage(self) -> None:
        """Nine of eighteen months under two wages enter no index: where they lie matters."""
        across = held("2024-01", "2025-06", 6000, count=9)
        inside = held("2024-01", "2024-12", 6000, count=9)
        indices = [average_index(record(each), on=ON, wages=SERIES) for each in (across, inside)]
        assert [(each.months, each.exact, each.unplaced) for each in indices] == [
            (0, None, (across,)),
            (9, Fraction(3, 4), ()),
        ]

    @pytest.mark.parametrize(("step", "months"), [("2023-04", 0), ("2024-04", 3)])
    def test_the_wage_that_divides_must_be_one(self, step: str, months: int) -> None:
        """A wage that changes a year before lies inside the number of months, one of now does not."""
        wages = WageSeries({"2023-01": 6000, step: 8000})
        counted = held("2024-01", "2024-06", 6000, count=3)
        assert average_index(record(counted), on=ON, wages=wages).months == months

    def test_overlap_and_rule_are_those_of_the_average(self) -> None:
        """A doubled month has the base that the policy chooses, under the rule that is given."""
        history = record(
            held("2024-01", "2024-01", 4000, area="130100"),
            held("2024-01", "2024-01", 8000, area="310000"),
        )
        rule = CountingRule(name="paid", counts=frozenset({PaymentStatus.PAID}))
        index = average_index(history, on=ON, wages=SERIES, overlap="sum", rule=rule)
        assert index.exact == Fraction(3, 2)
        assert average_index(history, on=ON, wages=SERIES).doubled == MonthSet(["2024-01"])

    def test_rounding_is_half_up_to_the_places_asked_for(self) -> None:
        """An index of 0.00005 is 0.0001 to four decimals and 0.000 to three."""
        wages = WageSeries.by_year({2023: 20_000})
        index = average_index(record(held("2024-01", "2024-01", 1)), on=ON, wages=wages)
        assert index.exact == Fraction(1, 20_000)
        assert (index.rounded(), index.rounded(3)) == (Decimal("0.0001"), Decimal("0.000"))

    def test_a_moment_is_no_day(self) -> None:
        """An index is asked for on a day."""
        with pytest.raises(MonthError):
            average_index(record(), on=datetime(2025, 5, 1, 8))  # noqa: DTZ001


def test_answers_are_values(copies: Callable[[object], list[object]]) -> None:
    """Bases, averages and indices are equal to their copies."""
    answers: list[object] = [
        contribution_base([5000], on=ON, area=SHIJIAZHUANG),
        average_base(SIX_THOUSAND, PENSION, on=ON),
        average_index(SIX_THOUSAND, on=ON, wages=SERIES),
        IndexPolicy(),
    ]
    assert [copies(answer) for answer in answers] == [
        [answer] * len(copies(answer)) for answer in answers
    ]


def test_a_text_is_no_list_of_wages() -> None:
    """One wage in words is not one wage a digit."""
    with pytest.raises(RuleError) as caught:
        contribution_base("3000", on=ON)
    assert (caught.value.field, caught.value.value) == ("wages", "3000")
