"""Series of average wages, and exact sums of their reciprocals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shebao.errors import MoneyError, MonthError
from shebao.law import parameters, shipped
from shebao.months import YearMonth
from shebao.rules.wages import WageSeries, shipped_series

if TYPE_CHECKING:
    from collections.abc import Callable

START = YearMonth(2018, 1).ordinal
MONTHS = 60

wages = st.none() | st.fractions(min_value=1, max_value=30_000, max_denominator=12)
steps = st.dictionaries(st.integers(START, START + MONTHS - 1), wages, max_size=8)
ordinals = st.integers(START - 12, START + MONTHS + 12)


def made(wage_from: dict[int, Fraction | None]) -> WageSeries:
    """The series of some steps, given by ordinals."""
    return WageSeries({YearMonth.from_ordinal(each): wage for each, wage in wage_from.items()})


def wage_in(wage_from: dict[int, Fraction | None], month: int) -> Fraction | None:
    """The wage of the last step that is not after a month, found by walking over all steps."""
    found = None
    for start in sorted(wage_from):
        if start <= month:
            found = wage_from[start]
    return found


@given(steps, ordinals)
def test_a_wage_holds_until_the_next(wage_from: dict[int, Fraction | None], month: int) -> None:
    """In each month the wage of the latest step is in force, and none before the first."""
    assert made(wage_from).wage(YearMonth.from_ordinal(month)) == wage_in(wage_from, month)


@given(steps, ordinals, ordinals)
def test_a_weight_is_the_sum_over_months(
    wage_from: dict[int, Fraction | None], one: int, other: int
) -> None:
    """Over any months the weight is the sum of the reciprocals of the known wages, exactly."""
    first, last = sorted((one, other))
    series = made(wage_from)
    known = [wage for month in range(first, last + 1) if (wage := wage_in(wage_from, month))]
    exact = Fraction(series.weight(first, last), series.denominator)
    assert exact == sum((1 / wage for wage in known), Fraction(0))
    assert series.known_months(first, last) == len(known)


@given(steps, ordinals, ordinals)
def test_changes_are_the_steps_after_the_first_month(
    wage_from: dict[int, Fraction | None], one: int, other: int
) -> None:
    """A wage changes within months only at steps, and at no step that is their first month."""
    first, last = sorted((one, other))
    expected = [month for month in range(first + 1, last + 1) if month in wage_from]
    assert made(wage_from).changes(first, last) == expected


def read_again(series: WageSeries) -> object:
    """What the text of a series evaluates to."""
    return eval(repr(series), {"WageSeries": WageSeries, "Fraction": Fraction})  # noqa: S307


@given(st.dictionaries(st.integers(2015, 2025), st.integers(1, 30_000), max_size=6))
def test_the_text_of_a_series_makes_it_again(by_year: dict[int, int]) -> None:
    """What a series prints is the call that makes an equal one, of the same hash."""
    series = WageSeries.by_year(by_year)
    again = read_again(series)
    assert (again, hash(again)) == (series, hash(series))


@given(steps)
@example({START: Fraction("6534.25")})
def test_the_text_of_a_series_with_decimals_makes_it_again(
    wage_from: dict[int, Fraction | None],
) -> None:
    """Wages of yuan and fen, and any fraction, are printed so that they can be read again."""
    series = made(wage_from)
    assert read_again(series) == series


@given(st.dictionaries(st.integers(2015, 2025), st.integers(1, 30_000), max_size=6))
def test_years_are_steps_of_twelve_months(by_year: dict[int, int]) -> None:
    """Each month of a calendar year has its wage, and of a year that is left out none."""
    series = WageSeries.by_year(by_year)
    found = {
        (year, month): series.wage(YearMonth(year, month))
        for year in range(2014, 2028)
        for month in (1, 6, 12)
    }
    assert found == {(year, month): by_year.get(year) for year, month in found}


def test_an_empty_series_knows_nothing() -> None:
    """A series without steps has no wage in any month."""
    series = WageSeries({})
    assert series.wage(YearMonth(2024, 1)) is None
    assert (series.known_months(0, 30_000), series.weight(0, 30_000)) == (0, 0)
    assert series.changes(0, 30_000) == []


def test_months_are_written_as_everywhere() -> None:
    """A step may begin on a day, in a month as text or in a month as a value."""
    series = [
        WageSeries({start: "6534.25"})
        for start in (date(2024, 1, 31), "2024年1月", "202401", YearMonth(2024, 1))
    ]
    assert series == [WageSeries({"2024-01": Decimal("6534.25")})] * 4


def test_series_with_one_step_more_differ() -> None:
    """Equality looks at the steps: another wage or another month makes another series."""
    series = WageSeries({"2024-01": 6000})
    others = [WageSeries({"2024-01": 6001}), WageSeries({"2024-02": 6000}), WageSeries({})]
    assert [series == other for other in others] == [False, False, False]


@pytest.mark.parametrize("wage", [0, "0", "0.00", Decimal(0), Fraction(0)])
def test_a_wage_is_never_zero(wage: object) -> None:
    """Nothing is divided by a wage of zero; a wage that is not known is None."""
    with pytest.raises(MoneyError) as caught:
        WageSeries({"2024-01": wage})  # type: ignore[dict-item]
    assert caught.value.field == "wage"


@pytest.mark.parametrize("wage", [6534.25, "6,534.25", "-1", -1, Fraction(-1, 2), True])
def test_a_wage_is_an_exact_number_above_zero(wage: object) -> None:
    """Floats, separators, truth values and negative numbers are no wages."""
    with pytest.raises(MoneyError):
        WageSeries.by_year({2024: wage})  # type: ignore[dict-item]


def test_a_step_begins_in_a_month() -> None:
    """A number such as 202401 is no month."""
    with pytest.raises(MonthError) as caught:
        WageSeries({202401: 6000})  # type: ignore[dict-item]
    assert caught.value.field == "steps"


@pytest.mark.parametrize("other", [7000, None])
def test_a_month_has_one_wage(other: int | None) -> None:
    """Two steps in the same month, written in two ways, contradict each other."""
    with pytest.raises(MoneyError):
        WageSeries({"2024-01": 6000, "202401": other})


def test_the_law_gives_the_wages_of_its_years() -> None:
    """The law of Hebei knows the wages of 2019 to 2024, and not that of 2018 and of 2025."""
    series = shipped_series(shipped(), "130100", 2018, 2025)
    found = [series.wage(YearMonth(year, 6)) for year in range(2018, 2026)]
    yuan = ["5070.08", "5409.17", "5788.75", "6211.08", "6534.25", "6678"]
    assert found == [None, *map(Fraction, yuan), None]


def test_the_law_gives_the_years_that_are_asked_for() -> None:
    """Wages before the first and after the last year that is asked for stay out."""
    series = shipped_series(shipped(), "130100", 2023, 2023)
    assert series == WageSeries.by_year({2023: "6534.25"})


def test_a_wage_of_the_caller_is_part_of_the_law() -> None:
    """A wage that is put into the law for every year is in the series of each."""
    law = shipped().replacing(parameters.AVERAGE_MONTHLY_WAGE, "7000", area="130100")
    series = shipped_series(law, "130100", 2024, 2025)
    assert series == WageSeries({"2024-01": 7000, "2025-01": 7000, "2026-01": None})


def test_a_series_is_a_value(copies: Callable[[object], list[object]]) -> None:
    """Copies of a series, pickled ones among them, are equal and give the same sums."""
    series = WageSeries({"2023-07": 6000, "2024-07": "6300.5", "2025-07": None})
    made_again = copies(series)
    assert made_again == [series] * len(made_again)
    sums = [each.weight(24_280, 24_300) for each in made_again if isinstance(each, WageSeries)]
    assert sums == [series.weight(24_280, 24_300)] * len(made_again)
