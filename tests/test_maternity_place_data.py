"""What is shipped of maternity insurance for places: every value pinned, and what is a hole."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Final

import pytest

from shebao import UnknownLawError
from shebao.law import Dated, Evidence, parameters, shipped
from shebao.law.loader import shipped_place
from shebao.law.maternity_values import QualifyingMonths

OFFICIAL, SECONDARY = Evidence.OFFICIAL, Evidence.SECONDARY
HOLE: Final = (None, None)

Row = tuple[str, object, Evidence | None]

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml") and entry.name != "100000.toml"
)

#: First day, value and grade of each entry; a hole has neither value nor grade.
PLACES: Final[dict[tuple[str, str], list[Row]]] = {
    ("110000", "qualifying_months"): [
        (
            "2012-01-01",
            QualifyingMonths(continuous=9, after_birth=12, for_allowance_only=True),
            OFFICIAL,
        )
    ],
    ("110000", "rest_payer"): [("2024-04-01", "employer", SECONDARY)],
    ("110000", "allowance_divisor"): [("2012-01-01", 30, OFFICIAL)],
    ("110000", "top_up"): [("2012-01-01", "employer", OFFICIAL)],
    ("130000", "qualifying_months"): [("2020-01-01", *HOLE)],
    ("130100", "qualifying_months"): [("2020-01-01", *HOLE)],
    ("310000", "qualifying_months"): [
        (
            "2016-05-31",
            QualifyingMonths(
                continuous=9, cumulative=12, is_proportional=True, for_allowance_only=True
            ),
            OFFICIAL,
        ),
        ("2021-05-31", *HOLE),
    ],
    ("310000", "rest_payer"): [
        ("2016-05-31", "employer", OFFICIAL),
        ("2021-05-31", *HOLE),
    ],
    ("320000", "flexible"): [
        ("2022-09-07", "medical_costs", SECONDARY),
        ("2026-02-05", "all", SECONDARY),
    ],
    ("420000", "qualifying_months"): [("2020-01-01", QualifyingMonths(continuous=6), SECONDARY)],
    ("420100", "allowance_divisor"): [("2022-10-01", 30, SECONDARY)],
    ("440000", "qualifying_months"): [
        ("2021-10-01", QualifyingMonths(continuous=1, from_next_month=True), OFFICIAL)
    ],
    ("440000", "flexible"): [("2021-10-01", "medical_costs", SECONDARY)],
    ("440000", "allowance_divisor"): [("2021-10-01", 30, OFFICIAL)],
    ("440000", "top_up"): [("2021-10-01", "employer", SECONDARY)],
}


def test_all_that_is_shipped_of_places_is_pinned() -> None:
    """Every value, hole and first day of every place is one of those above."""
    found: dict[tuple[str, str], list[Row]] = {}
    for area in AREAS:
        place = shipped_place(area)
        assert place is not None
        for name, line in place.timelines.items():
            if name.startswith("maternity."):
                found[area, name.removeprefix("maternity.")] = [
                    (str(entry.valid_from), entry.value, entry.evidence)
                    if isinstance(entry, Dated)
                    else (str(entry.valid_from), *HOLE)
                    for entry in line.entries
                ]

    assert PLACES == found


@pytest.mark.parametrize(
    ("area", "on", "why"),
    [
        ("130100", date(2026, 1, 29), "ten continuous months without back-paid ones are reported"),
        ("130200", date(2026, 1, 29), "twelve continuous months are reported of employers insured"),
        ("310000", date(2021, 5, 31), "whether it held after 2021 was not found"),
    ],
)
def test_a_hole_says_why(area: str, on: date, why: str) -> None:
    """Where numbers are reported that may not hold, nothing is shipped, and the reason is told."""
    with pytest.raises(UnknownLawError, match=why):
        shipped().get(parameters.MATERNITY_QUALIFYING_MONTHS, on=on, area=area)


@pytest.mark.parametrize(
    ("area", "wider"), [("110105", "110000"), ("440300", "440000"), ("420100", "420000")]
)
def test_cities_take_the_months_of_their_province(area: str, wider: str) -> None:
    """A district of Beijing, Shenzhen and Wuhan ask for what the province asks for."""
    found = shipped().get(parameters.MATERNITY_QUALIFYING_MONTHS, on=date(2026, 1, 29), area=area)

    assert found.area == wider


def test_no_number_of_months_is_national() -> None:
    """The statute names none."""
    assert shipped().timeline(parameters.MATERNITY_QUALIFYING_MONTHS, "100000") is None
