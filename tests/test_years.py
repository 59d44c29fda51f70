"""Contribution years made of months: each place rounds as its decisions show."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import RuleError, UnknownLawError
from shebao.law import parameters, shipped
from shebao.law.pension_values import YearsRounding
from shebao.rules.years import contribution_years, rounded_years

ON = date(2026, 2, 1)
MODES = st.sampled_from(["half_up", "up"])


@pytest.mark.parametrize(
    ("area", "on", "months", "printed"),
    [
        ("130200", date(2023, 2, 16), 368, "30.67"),
        ("130000", date(2025, 6, 1), 440, "36.67"),
        ("130600", date(2025, 12, 1), 269, "22.42"),
        ("340100", date(2024, 6, 1), 320, "26.7"),
        ("340000", ON, 509, "42.5"),
        ("340000", ON, 147, "12.3"),
        ("370100", date(2024, 2, 1), 416, "34.67"),
        ("370000", date(2024, 5, 1), 364, "30.33"),
        ("370000", date(2026, 1, 1), 377, "31.42"),
        ("210000", date(2023, 8, 1), 491, "40.92"),
        ("210300", date(2025, 8, 1), 512, "42.67"),
        ("210000", date(2026, 3, 1), 494, "41.17"),
        ("460000", date(2025, 2, 1), 503, "41.9167"),
        ("120000", date(2025, 2, 1), 400, "33.33"),
        ("120112", date(2025, 9, 1), 445, "37.08"),
        ("420100", date(2024, 11, 1), 368, "30.67"),
        ("420100", date(2025, 10, 1), 482, "40.17"),
        ("430200", date(2025, 7, 1), 524, "43.67"),
        ("510100", date(2025, 1, 1), 446, "37.17"),
        ("510000", date(2024, 3, 1), 445, "37.08"),
        ("520000", date(2025, 10, 1), 493, "41.08"),
    ],
)
def test_years_are_those_that_decisions_print(
    area: str, on: date, months: int, printed: str
) -> None:
    """The years of a decision are its months, rounded as its place does."""
    assert Fraction(printed) == contribution_years(months, on=on, area=area)


@pytest.mark.parametrize(
    ("area", "on", "why"),
    [
        ("440000", ON, "no value of it is shipped"),
        (None, ON, "no value of it is shipped"),
        ("130000", date(2023, 1, 31), "known for 130000 from 2023-02-01 on"),
        ("210106", ON, "rounds to two decimals, one of 2025-03 to four"),
    ],
)
def test_where_it_is_not_known_how_a_place_rounds_nothing_is_rounded(
    area: str | None, on: date, why: str
) -> None:
    """No place takes the rounding of another one; the error says what is known."""
    with pytest.raises(UnknownLawError, match=why):
        contribution_years(368, on=on, area=area)


def test_a_callers_rounding_goes_before() -> None:
    """With a rounding of the caller neither the place nor the day matters."""
    rounding = YearsRounding(4, "half_up")
    found = [
        contribution_years(503, on=on, area=area, rounding=rounding)
        for on, area in ((ON, "440000"), (date(1990, 1, 1), None), (ON, "340000"))
    ]

    assert [Fraction("41.9167")] * 3 == found


def test_another_law_rounds_otherwise() -> None:
    """A place whose rounding is supplied has it."""
    value = {"places": 2, "mode": "up"}
    law = shipped().replacing(parameters.PENSION_YEARS_ROUNDING, value, area="450000")

    assert Fraction("29.67") == contribution_years(356, on=ON, area="450100", law=law)
    assert Fraction("29.59") == contribution_years(355, on=ON, area="450100", law=law)


@pytest.mark.parametrize("months", [-1, 12.0, "368", True, None, Fraction(12)])
def test_months_are_a_number(months: object) -> None:
    """Months are whole and not negative."""
    with pytest.raises(RuleError) as caught:
        contribution_years(cast("Any", months), on=ON, area="130000")

    assert ("months", months) == (caught.value.field, caught.value.value)


@pytest.mark.parametrize("rounding", [2, "half_up", {"places": 2}, YearsRounding(2, "down")])
def test_a_rounding_is_one_that_is_known(rounding: object) -> None:
    """Decimals alone, a table or a mode that does not exist are no rounding."""
    with pytest.raises(RuleError, match="a YearsRounding whose mode is one of half_up, up"):
        rounded_years(368, cast("Any", rounding))
    with pytest.raises(RuleError, match="is no rounding of years"):
        contribution_years(368, on=ON, rounding=cast("Any", rounding))


@given(st.integers(0, 720), st.integers(0, 4), MODES)
def test_rounded_years_are_near_the_months(months: int, places: int, mode: str) -> None:
    """Half up is at most half a unit away, up less than one and never below."""
    years = rounded_years(months, YearsRounding(places, mode))
    over, unit = years - Fraction(months, 12), Fraction(1, 10**places)

    assert (-unit / 2 < over <= unit / 2) if mode == "half_up" else (0 <= over < unit)


@given(st.integers(0, 720), st.integers(0, 120), st.integers(0, 4), MODES)
def test_more_months_are_never_fewer_years(months: int, more: int, places: int, mode: str) -> None:
    """The years never fall as months are added, and each whole year adds exactly one."""
    rounding = YearsRounding(places, mode)
    years = rounded_years(months, rounding)

    assert years <= rounded_years(months + more, rounding)
    assert years + 1 == rounded_years(months + 12, rounding)


@given(st.integers(0, 60), st.integers(0, 4), MODES)
def test_whole_years_stay_whole(years: int, places: int, mode: str) -> None:
    """Twelve months are a year, however a place rounds."""
    assert years == rounded_years(12 * years, YearsRounding(places, mode))
