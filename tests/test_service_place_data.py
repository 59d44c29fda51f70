"""What is shipped of certification and of binding channels for places: every value pinned."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Final

import pytest

from shebao import UnknownLawError
from shebao.law import Dated, Evidence, parameters, shipped
from shebao.law.loader import shipped_place
from shebao.law.service_values import CertificationCycle, ChannelRule, Suspension
from shebao.terms import Circumstance, CycleBasis, Need, Scheme, Tier

SECONDARY = Evidence.SECONDARY
HOLE: Final = (None, None)

Row = tuple[str, object, Evidence | None]

#: The parameters of certification, of the binding of relatives and of the family service.
PREFIXES: Final = ("certification.", "sharing.channel.", "family_service.")

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml") and entry.name != "100000.toml"
)

TO_THE_DAY = CertificationCycle(CycleBasis.TO_THE_DAY, 12)
MONTHS_AFTER = CertificationCycle(CycleBasis.MONTHS_AFTER, 12)
MONTHS_WITH = CertificationCycle(CycleBasis.MONTHS_WITH, 12)
DAYS = CertificationCycle(CycleBasis.DAYS, 365)
BIRTHDAY = CertificationCycle(CycleBasis.BIRTHDAY)
CALENDAR_YEAR = CertificationCycle(CycleBasis.CALENDAR_YEAR)

EMPLOYEE: Final = "certification.cycle.employee"
RESIDENT: Final = "certification.cycle.resident"
PUBLIC_SECTOR: Final = "certification.cycle.public_sector"

#: First day, value and grade of each entry; a hole has neither value nor grade.
PLACES: Final[dict[tuple[str, str], list[Row]]] = {
    ("110000", EMPLOYEE): [("2024-01-03", MONTHS_AFTER, SECONDARY)],
    ("110000", RESIDENT): [("2024-01-03", MONTHS_AFTER, SECONDARY)],
    ("110000", PUBLIC_SECTOR): [("2024-01-03", MONTHS_AFTER, SECONDARY)],
    ("120000", EMPLOYEE): [("2022-11-18", TO_THE_DAY, SECONDARY)],
    ("120000", RESIDENT): [("2022-11-18", TO_THE_DAY, SECONDARY)],
    ("120000", PUBLIC_SECTOR): [("2022-11-18", TO_THE_DAY, SECONDARY)],
    ("130000", RESIDENT): [("2024-01-01", *HOLE)],
    ("140000", EMPLOYEE): [("2018-07-12", MONTHS_WITH, SECONDARY)],
    ("140000", RESIDENT): [("2018-07-12", MONTHS_WITH, SECONDARY)],
    ("230100", "certification.suspension"): [
        (
            "2023-02-23",
            Suspension("this_month", "next_month", is_back_paid=True),
            SECONDARY,
        )
    ],
    ("320000", EMPLOYEE): [("2021-01-01", TO_THE_DAY, SECONDARY)],
    ("350000", EMPLOYEE): [
        ("2023-11-13", CertificationCycle(CycleBasis.TO_THE_DAY, 12, "year_later"), SECONDARY)
    ],
    ("350000", RESIDENT): [("2023-11-29", DAYS, SECONDARY)],
    ("370000", EMPLOYEE): [("2024-03-20", TO_THE_DAY, SECONDARY)],
    ("370000", RESIDENT): [("2024-03-20", TO_THE_DAY, SECONDARY)],
    ("370000", PUBLIC_SECTOR): [("2024-03-20", TO_THE_DAY, SECONDARY)],
    ("370000", "sharing.channel.online"): [
        (
            "2024-08-30",
            ChannelRule(Tier.SELF_SERVICE, (), (Circumstance.NO_SMARTPHONE,)),
            SECONDARY,
        )
    ],
    ("410000", EMPLOYEE): [("2022-04-07", DAYS, SECONDARY)],
    ("410000", RESIDENT): [("2022-04-07", DAYS, SECONDARY)],
    ("410000", PUBLIC_SECTOR): [("2022-04-07", DAYS, SECONDARY)],
    ("420100", EMPLOYEE): [("2023-02-16", CALENDAR_YEAR, SECONDARY)],
    ("440000", EMPLOYEE): [("2023-12-04", MONTHS_AFTER, SECONDARY)],
    ("440000", RESIDENT): [("2023-03-06", MONTHS_AFTER, SECONDARY)],
    ("440300", "sharing.channel.personal_page"): [
        (
            "2023-04-10",
            ChannelRule(
                Tier.SELF_SERVICE,
                (Need.SOCIAL_INSURANCE_NUMBER, Need.IDENTITY_NUMBER, Need.RELATION),
            ),
            SECONDARY,
        )
    ],
    ("440300", "sharing.channel.medical_counter"): [
        (
            "2023-04-10",
            ChannelRule(
                Tier.COUNTER,
                (Need.OWNER_CARD, Need.RELATIVE_CARD_NUMBER, Need.IDENTITY_DOCUMENT),
                closed_to=(Circumstance.ABROAD, Circumstance.IMMOBILE, Circumstance.IN_HOSPITAL),
            ),
            SECONDARY,
        )
    ],
    ("440300", "sharing.channel.hospital_office"): [
        (
            "2023-04-10",
            ChannelRule(
                Tier.COUNTER,
                (Need.OWNER_CARD, Need.RELATIVE_CARD_NUMBER),
                closed_to=(Circumstance.ABROAD, Circumstance.IMMOBILE),
            ),
            SECONDARY,
        )
    ],
    ("450000", EMPLOYEE): [("2018-06-28", BIRTHDAY, SECONDARY), ("2022-03-01", *HOLE)],
    ("450000", RESIDENT): [("2018-06-28", BIRTHDAY, SECONDARY), ("2022-03-01", *HOLE)],
    ("460100", RESIDENT): [("2022-12-01", CertificationCycle(CycleBasis.TO_THE_DAY, 6), SECONDARY)],
    ("500000", EMPLOYEE): [("2020-03-20", MONTHS_WITH, SECONDARY)],
    ("500000", RESIDENT): [("2020-03-20", MONTHS_WITH, SECONDARY)],
    ("510000", EMPLOYEE): [("2023-01-09", MONTHS_AFTER, SECONDARY)],
    ("510000", RESIDENT): [("2023-01-09", MONTHS_AFTER, SECONDARY)],
    ("510000", PUBLIC_SECTOR): [("2023-01-09", MONTHS_AFTER, SECONDARY)],
    ("620000", EMPLOYEE): [("2018-07-05", *HOLE), ("2023-07-01", DAYS, SECONDARY)],
    ("620000", RESIDENT): [("2018-07-05", *HOLE), ("2023-07-01", DAYS, SECONDARY)],
}


def shipped_rows(area: str) -> dict[tuple[str, str], list[Row]]:
    """What the file of a place has of these parameters."""
    place = shipped_place(area)
    assert place is not None
    return {
        (area, name): [
            (str(entry.valid_from), entry.value, entry.evidence)
            if isinstance(entry, Dated)
            else (str(entry.valid_from), *HOLE)
            for entry in line.entries
        ]
        for name, line in place.timelines.items()
        if name.startswith(PREFIXES)
    }


@pytest.mark.parametrize(("area", "name"), PLACES)
def test_each_value_of_a_place_is_pinned(area: str, name: str) -> None:
    """Each line of the table stands in the file of its place, with its first day and grade."""
    assert shipped_rows(area)[area, name] == PLACES[area, name]


def test_nothing_else_is_shipped_of_places() -> None:
    """No place has anything on certification or a binding channel beyond what the table has."""
    assert {key for area in AREAS for key in shipped_rows(area)} == set(PLACES)


@pytest.mark.parametrize(
    ("area", "scheme", "on", "why"),
    [
        ("130000", Scheme.RESIDENT, date(2024, 1, 1), "counties print windows of half a year"),
        ("130102", Scheme.RESIDENT, date(2026, 1, 29), "six months from the last certification"),
        ("620000", Scheme.RESIDENT, date(2023, 6, 30), "180 days were asked for"),
        ("450000", Scheme.EMPLOYEE, date(2022, 3, 1), "whether it still holds was not found"),
        ("450000", Scheme.FLEXIBLE, date(2026, 1, 29), "whether it still holds was not found"),
        ("450100", Scheme.RESIDENT, date(2026, 1, 29), "whether it still holds was not found"),
    ],
)
def test_a_hole_says_why(area: str, scheme: Scheme, on: date, why: str) -> None:
    """Where a place is known to have a rule of its own, the nation's does not take its place."""
    with pytest.raises(UnknownLawError, match=why):
        shipped().get(parameters.CERTIFICATION_CYCLE[scheme], on=on, area=area)


@pytest.mark.parametrize(
    ("area", "wider", "basis"),
    [
        ("110105", "110000", CycleBasis.MONTHS_AFTER),
        ("420100", "420100", CycleBasis.CALENDAR_YEAR),
        ("420200", "100000", CycleBasis.TO_THE_DAY),
        ("440300", "440000", CycleBasis.MONTHS_AFTER),
        ("310000", "100000", CycleBasis.TO_THE_DAY),
        ("130102", "100000", CycleBasis.TO_THE_DAY),
        ("140100", "140000", CycleBasis.MONTHS_WITH),
        ("460100", "100000", CycleBasis.TO_THE_DAY),
    ],
)
def test_where_the_cycle_of_employees_comes_from(area: str, wider: str, basis: CycleBasis) -> None:
    """A place follows itself, else its province, else the nation."""
    cycle = parameters.CERTIFICATION_CYCLE[Scheme.EMPLOYEE]
    found = shipped().get(cycle, on=date(2026, 1, 29), area=area)

    assert (found.area, found.value.basis) == (wider, basis)


def test_before_its_first_day_the_nation_s_cycle_holds() -> None:
    """On the day before Henan's first entry employees there follow the nation."""
    cycle = parameters.CERTIFICATION_CYCLE[Scheme.EMPLOYEE]

    assert shipped().get(cycle, on=date(2022, 4, 6), area="410000").area == "100000"
    assert shipped().get(cycle, on=date(2022, 4, 7), area="410000").area == "410000"


@pytest.mark.parametrize("row", [key for key in PLACES if HOLE not in [r[1:] for r in PLACES[key]]])
def test_each_value_cites_an_instrument_of_its_place(row: tuple[str, str]) -> None:
    """Every value quotes words of an instrument of its place, says where it was read, and notes."""
    area, name = row
    place = shipped_place(area)
    assert place is not None
    for entry in place.timelines[name].entries:
        assert isinstance(entry, Dated)
        assert entry.citation.instrument in place.instruments.values()
        assert entry.citation.quote
        assert entry.citation.source
        assert entry.note
