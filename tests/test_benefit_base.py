"""The benefit base by example: the year's, or provisionally that of the year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import MonthError, RuleError, UnknownLawError
from shebao.law import Evidence, parameters, shipped
from shebao.rules.benefit_base import benefit_base

BASE = parameters.PENSION_BENEFIT_BASE
PROVINCES = [
    *("110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", "310000"),
    *("320000", "330000", "340000", "350000", "360000", "370000", "410000", "420000", "430000"),
    *("440000", "450000", "460000", "500000", "510000", "520000", "530000", "540000", "610000"),
    *("620000", "630000", "640000", "650000"),
]


@pytest.mark.parametrize(
    ("area", "on", "value", "of"),
    [
        ("110000", date(2024, 1, 1), "11883", "110000"),
        ("110000", date(2024, 12, 31), "11883", "110000"),
        ("110000", date(2025, 1, 1), "12049", "110000"),
        ("130102", date(2025, 7, 1), "7410", "130000"),
        ("210102", date(2025, 7, 1), "8390", "210100"),
        ("210300", date(2025, 7, 1), "7346", "210000"),
        ("420106", date(2024, 7, 1), "9022", "420100"),
        ("421002", date(2025, 7, 1), "7210", "421000"),
        ("429004", date(2025, 7, 1), "7301", "429004"),
        ("440305", date(2025, 7, 1), "11293", "440300"),
        ("440100", date(2025, 7, 1), "9493", "440000"),
        ("220200", date(2024, 7, 1), "7178.5", "220000"),
    ],
)
def test_the_base_of_a_year_serves_its_retirements(
    area: str, on: date, value: str, of: str
) -> None:
    """From January to December a year has one base, the city's own where it has one."""
    found = benefit_base(on=on, area=area)

    assert (Decimal(value), of, False) == (found.value, found.area, found.is_provisional)


@pytest.mark.parametrize(
    ("area", "value"),
    [("110000", "12049"), ("130000", "7410"), ("210102", "8390"), ("421002", "7210")],
)
def test_in_2026_the_base_of_2025_is_provisional(area: str, value: str) -> None:
    """预发: until the base of 2026 is published, that of 2025 serves."""
    found = benefit_base(on=date(2026, 5, 1), area=area)

    assert (Decimal(value), True) == (found.value, found.is_provisional)
    assert date(2025, 12, 31) == found.valid_until


def test_a_province_that_publishes_before_the_year_has_its_own_base() -> None:
    """Decisions of Heilongjiang of 2026 print 7705, which is not provisional."""
    found = benefit_base(on=date(2026, 1, 31), area="230100")

    assert (Decimal(7705), False) == (found.value, found.is_provisional)


def test_no_base_older_than_a_year_serves() -> None:
    """Of 2027 no base is known, and that of 2025 is not the one of the year before."""
    with pytest.raises(UnknownLawError, match="the latest base is that of 2025; only") as caught:
        benefit_base(on=date(2027, 1, 1), area="130200")

    error = caught.value
    assert ("pension.benefit_base", "130200", "2027-01-01") == (
        error.parameter,
        error.area,
        error.day,
    )


@pytest.mark.parametrize(
    ("area", "on", "why"),
    [
        ("620100", date(2025, 7, 1), "a decision of 2026-01 prints 7746"),
        ("620100", date(2026, 7, 1), "a decision of 2026-01 prints 7746"),
        ("220100", date(2025, 7, 1), "Changchun uses two bases"),
        ("210200", date(2023, 7, 1), "those before 2024 were not found"),
        ("421000", date(2024, 7, 1), "those before 2025 were not found"),
        ("440300", date(2023, 5, 1), "prints 10795"),
        ("110000", date(2023, 5, 1), "three decisions of 2023 carry 11761"),
        ("130000", date(2021, 12, 31), "known for 130000 from 2022-01-01 to 2025-12-31"),
        (None, date(2025, 7, 1), "no value of it is shipped"),
        ("990000", date(2025, 7, 1), "no value of it is shipped"),
    ],
)
def test_what_is_not_known_says_why(area: str | None, on: date, why: str) -> None:
    """A year without a base, a place of two bases and no place at all have no base."""
    with pytest.raises(UnknownLawError, match=why):
        benefit_base(on=on, area=area)


@pytest.mark.parametrize(
    ("known", "value", "is_provisional"),
    [
        (date(2025, 9, 18), "7410", False),
        (date(2025, 9, 17), "7265", True),
        (date(2024, 12, 9), "7265", True),
        (None, "7410", False),
    ],
)
def test_a_base_published_late_is_computed_anew(
    known: date | None, value: str, *, is_provisional: bool
) -> None:
    """重新核定: who retires in Hebei in March 2025 has 7265 until 2025-09-17, then 7410."""
    found = benefit_base(on=date(2025, 3, 1), area="130000", known=known)

    assert (Decimal(value), is_provisional) == (found.value, found.is_provisional)


def test_asked_long_before_no_base_serves() -> None:
    """In November 2024 the base of 2024 is not published, and that of 2023 is too old for 2025."""
    with pytest.raises(UnknownLawError, match="the latest base is that of 2023"):
        benefit_base(on=date(2025, 3, 1), area="130000", known=date(2024, 11, 30))


def test_in_2026_as_it_was_known_in_2025() -> None:
    """Beyond the last year, too, only a published base serves: 12049 was published in 2025-11."""
    asked: dict[str, Any] = {"on": date(2026, 1, 2), "area": "110000"}
    assert Decimal(12049) == benefit_base(**asked, known=date(2025, 11, 7)).value
    with pytest.raises(UnknownLawError, match="the latest base is that of 2024"):
        benefit_base(**asked, known=date(2025, 11, 6))


def test_a_callers_base_goes_before() -> None:
    """The published base of 2026 is supplied; without an end it holds on."""
    law = shipped().replacing(BASE, 7500, area="130000", valid_from=date(2026, 1, 1))
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2030, 1, 1))
    found = [benefit_base(on=on, area="130000", law=law) for on in days]

    assert [(Decimal(7410), False), *[(Decimal(7500), False)] * 2] == [
        (each.value, each.is_provisional) for each in found
    ]


def test_a_stronger_law_knows_fewer_bases() -> None:
    """The official bases are those of Beijing and of Guangdong; no weaker one serves."""
    law, on = shipped().at_least(Evidence.OFFICIAL), date(2025, 7, 1)
    known = []
    for area in PROVINCES:
        try:
            known.append(benefit_base(on=on, area=area, law=law).area)
        except UnknownLawError as error:
            assert "secondary" in error.known or "7746" in error.known  # noqa: PT017
    assert ["110000", "440000"] == known


@given(
    st.sampled_from(PROVINCES),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)),
)
def test_a_base_is_of_the_year_or_of_the_year_before(
    area: str, on: date, known: date | None
) -> None:
    """Whatever was known when, a base is that of the year, or the year before and provisional."""
    try:
        found = benefit_base(on=on, area=area, known=known)
    except UnknownLawError:
        return
    year = found.valid_from.year

    assert (on.year - 1 if found.is_provisional else on.year) == year
    assert shipped().get(BASE, on=date(year, 7, 1), area=area).value == found.value
    assert found.published is None or known is None or found.published <= known


@given(st.sampled_from([each for each in PROVINCES if each != "620000"]), st.integers(1, 365))
def test_every_province_has_a_base_in_2025_and_2026(area: str, days: int) -> None:
    """On any day of 2025 and 2026 every province but Gansu has a base, and they never fall."""
    first = benefit_base(on=date.fromordinal(date(2024, 12, 31).toordinal() + days), area=area)
    later = benefit_base(on=date.fromordinal(date(2025, 12, 31).toordinal() + days), area=area)

    assert (False, True) == (first.is_provisional, first.value <= later.value)


def test_days_and_places_are_checked() -> None:
    """A text is no day, and four digits are no place."""
    with pytest.raises(MonthError, match="on: '2025-07-01' is of type str"):
        benefit_base(on=cast("Any", "2025-07-01"), area="130000")
    with pytest.raises(MonthError, match="known: 2025 is of type int"):
        benefit_base(on=date(2025, 7, 1), area="130000", known=cast("Any", 2025))
    with pytest.raises(RuleError, match="area: '1300' is not an area code"):
        benefit_base(on=date(2025, 7, 1), area="1300")
    with pytest.raises(RuleError, match="a Law or None"):
        benefit_base(on=date(2025, 7, 1), area="130000", law=cast("Any", "law"))
