"""Limits of contributions and average wages of places: every value pinned, and what is a hole."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

import pytest

import shebao as sb
from shebao import UnknownLawError
from shebao.law import Dated, Evidence, parameters, shipped
from shebao.law.parameter import Parameter

OFFICIAL, SECONDARY = Evidence.OFFICIAL, Evidence.SECONDARY
FLOOR, CEILING = parameters.CONTRIBUTION_BASE_FLOOR, parameters.CONTRIBUTION_BASE_CEILING
WAGE, START = parameters.AVERAGE_MONTHLY_WAGE, parameters.INSURANCE_YEAR_START
DAY: Final = timedelta(days=1)

#: The limits and averages of Hebei are pinned with the other data of Hebei; the nation has none.
ELSEWHERE: Final = {"100000", "130000"}
AREAS: Final = sorted(
    area
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml") and (area := entry.name.removesuffix(".toml")) not in ELSEWHERE
)

#: First day, last day, value and grade; a hole has neither value nor grade.
Span = tuple[str, str, str | None, Evidence | None]
Start = tuple[str, str | None, int, Evidence]

FLOORS: Final[dict[str, list[Span]]] = {
    "110000": [
        ("2015-10-01", "2016-06-30", "2585", SECONDARY),
        ("2016-07-01", "2017-06-30", "2834", SECONDARY),
        ("2017-07-01", "2018-06-30", "3082", SECONDARY),
        ("2018-07-01", "2019-06-30", "3387", SECONDARY),
        ("2019-07-01", "2020-06-30", "3613", SECONDARY),
        ("2020-07-01", "2021-06-30", "3613", SECONDARY),
        ("2021-07-01", "2022-06-30", "5360", SECONDARY),
        ("2022-07-01", "2023-06-30", "5869", SECONDARY),
        ("2023-07-01", "2024-06-30", "6326", SECONDARY),
        ("2024-07-01", "2025-06-30", "6821", SECONDARY),
        ("2025-07-01", "2026-06-30", "7162", OFFICIAL),
        ("2026-07-01", "2027-06-30", "7270", SECONDARY),
    ],
    "120000": [
        ("2024-07-01", "2024-12-31", "5013", SECONDARY),
        ("2025-01-01", "2025-12-31", "5124", SECONDARY),
    ],
    "140000": [
        ("2024-01-01", "2024-12-31", "4113", SECONDARY),
        ("2025-01-01", "2025-12-31", "4198", SECONDARY),
    ],
    "150000": [
        ("2024-07-01", "2024-12-31", "4863", SECONDARY),
    ],
    "210000": [
        ("2025-01-01", "2025-12-31", "4359", SECONDARY),
    ],
    "220000": [
        ("2024-07-01", "2024-12-31", "4307.1", SECONDARY),
    ],
    "310000": [
        ("2016-04-01", "2017-03-31", "3563", SECONDARY),
        ("2017-04-01", "2018-03-31", "3902", SECONDARY),
        ("2018-04-01", "2019-03-31", "4279", SECONDARY),
        ("2019-04-01", "2019-04-30", None, None),
        ("2019-05-01", "2020-06-30", "4927", SECONDARY),
        ("2020-07-01", "2021-06-30", "4927", SECONDARY),
        ("2021-07-01", "2022-06-30", "5975", SECONDARY),
        ("2022-07-01", "2023-06-30", "6520", SECONDARY),
        ("2023-07-01", "2024-06-30", "7310", SECONDARY),
        ("2024-07-01", "2025-06-30", "7384", SECONDARY),
        ("2025-07-01", "2026-06-30", "7460", OFFICIAL),
        ("2026-07-01", "2027-06-30", "7546", OFFICIAL),
    ],
    "320000": [
        ("2024-01-01", "2024-12-31", "4879", SECONDARY),
        ("2025-01-01", "2025-12-31", "4952", OFFICIAL),
    ],
    "330000": [
        ("2023-01-01", "2023-12-31", "4462", SECONDARY),
        ("2024-01-01", "2024-12-31", "4812", OFFICIAL),
        ("2025-01-01", "2025-12-31", "4986", OFFICIAL),
    ],
    "340000": [
        ("2024-01-01", "2024-12-31", "4227", SECONDARY),
        ("2025-01-01", "2025-12-31", "4311", SECONDARY),
    ],
    "350000": [
        ("2024-07-01", "2024-12-31", "4043", SECONDARY),
        ("2025-01-01", "2025-06-30", None, None),
        ("2025-07-01", "2025-12-31", "4043", SECONDARY),
    ],
    "360000": [
        ("2024-07-01", "2024-12-31", "3839", SECONDARY),
    ],
    "370000": [
        ("2024-07-01", "2024-12-31", "4416", SECONDARY),
    ],
    "410000": [
        ("2024-07-01", "2024-12-31", "3756", SECONDARY),
    ],
    "420000": [
        ("2024-01-01", "2024-12-31", None, None),
        ("2025-01-01", "2025-12-31", None, None),
    ],
    "420100": [
        ("2025-01-01", "2025-12-31", "4498", OFFICIAL),
    ],
    "440000": [
        ("2024-07-01", "2025-06-30", "4492", OFFICIAL),
        ("2025-07-01", "2026-06-30", "4775", OFFICIAL),
    ],
    "440100": [
        ("2024-07-01", "2025-06-30", "5500", OFFICIAL),
        ("2025-07-01", "2026-06-30", "5510", OFFICIAL),
    ],
    "440400": [
        ("2024-07-01", "2025-06-30", "4767", OFFICIAL),
        ("2025-07-01", "2026-06-30", "4775", OFFICIAL),
    ],
    "440600": [
        ("2024-07-01", "2025-06-30", "4767", OFFICIAL),
        ("2025-07-01", "2026-06-30", "4775", OFFICIAL),
    ],
    "441900": [
        ("2024-07-01", "2025-06-30", "4767", OFFICIAL),
        ("2025-07-01", "2026-06-30", "4775", OFFICIAL),
    ],
    "442000": [
        ("2024-07-01", "2025-06-30", "4767", OFFICIAL),
        ("2025-07-01", "2026-06-30", "4775", OFFICIAL),
    ],
    "450000": [
        ("2024-07-01", "2024-12-31", "4053.6", SECONDARY),
    ],
    "460000": [
        ("2024-07-01", "2024-12-31", "4878.6", SECONDARY),
    ],
    "500000": [
        ("2025-01-01", "2025-12-31", "4404", OFFICIAL),
    ],
    "510000": [
        ("2021-01-01", "2021-12-31", "3726", SECONDARY),
        ("2022-01-01", "2022-12-31", "4071", SECONDARY),
        ("2023-01-01", "2023-12-31", "4246", SECONDARY),
        ("2024-01-01", "2024-12-31", "4511", SECONDARY),
        ("2025-01-01", "2025-12-31", "4588", OFFICIAL),
    ],
    "530000": [
        ("2024-07-01", "2024-12-31", "4306.2", SECONDARY),
    ],
    "610000": [
        ("2024-07-01", "2024-12-31", "4559", SECONDARY),
        ("2025-01-01", "2025-06-30", None, None),
        ("2025-07-01", "2025-12-31", "4650", SECONDARY),
    ],
    "630000": [
        ("2024-07-01", "2024-12-31", "5186", SECONDARY),
    ],
    "640000": [
        ("2024-07-01", "2024-12-31", "4853", SECONDARY),
    ],
    "650000": [
        ("2024-07-01", "2024-12-31", "4999", SECONDARY),
    ],
}

CEILINGS: Final[dict[str, list[Span]]] = {
    "110000": [
        ("2015-10-01", "2016-06-30", "19389", SECONDARY),
        ("2016-07-01", "2017-06-30", "21258", SECONDARY),
        ("2017-07-01", "2018-06-30", "23118", SECONDARY),
        ("2018-07-01", "2019-06-30", "25401", SECONDARY),
        ("2019-07-01", "2020-06-30", "23565", SECONDARY),
        ("2020-07-01", "2021-06-30", "26541", SECONDARY),
        ("2021-07-01", "2022-06-30", "28221", SECONDARY),
        ("2022-07-01", "2023-06-30", "31884", SECONDARY),
        ("2023-07-01", "2024-06-30", "33891", SECONDARY),
        ("2024-07-01", "2025-06-30", "35283", SECONDARY),
        ("2025-07-01", "2026-06-30", "35811", OFFICIAL),
        ("2026-07-01", "2027-06-30", "36348", SECONDARY),
    ],
    "120000": [
        ("2024-07-01", "2024-12-31", "25065", SECONDARY),
        ("2025-01-01", "2025-12-31", "25620", SECONDARY),
    ],
    "140000": [
        ("2024-01-01", "2024-12-31", "20564", SECONDARY),
        ("2025-01-01", "2025-12-31", "20991", SECONDARY),
    ],
    "150000": [
        ("2024-07-01", "2024-12-31", "24315", SECONDARY),
    ],
    "210000": [
        ("2025-01-01", "2025-12-31", "21792", SECONDARY),
    ],
    "220000": [
        ("2024-07-01", "2024-12-31", "21535.5", SECONDARY),
    ],
    "310000": [
        ("2016-04-01", "2017-03-31", "17817", SECONDARY),
        ("2017-04-01", "2018-03-31", "19512", SECONDARY),
        ("2018-04-01", "2019-03-31", "21396", SECONDARY),
        ("2019-04-01", "2019-04-30", None, None),
        ("2019-05-01", "2020-06-30", "24633", SECONDARY),
        ("2020-07-01", "2021-06-30", "28017", SECONDARY),
        ("2021-07-01", "2022-06-30", "31014", SECONDARY),
        ("2022-07-01", "2023-06-30", "34188", SECONDARY),
        ("2023-07-01", "2024-06-30", "36549", SECONDARY),
        ("2024-07-01", "2025-06-30", "36921", SECONDARY),
        ("2025-07-01", "2026-06-30", "37302", OFFICIAL),
        ("2026-07-01", "2027-06-30", "37731", OFFICIAL),
    ],
    "320000": [
        ("2024-01-01", "2024-12-31", "24396", SECONDARY),
        ("2025-01-01", "2025-12-31", "24762", OFFICIAL),
    ],
    "330000": [
        ("2024-01-01", "2024-12-31", "24930", SECONDARY),
        ("2025-01-01", "2025-12-31", "25299", OFFICIAL),
    ],
    "340000": [
        ("2024-01-01", "2024-12-31", "21133", SECONDARY),
        ("2025-01-01", "2025-12-31", "21556", SECONDARY),
    ],
    "350000": [
        ("2024-07-01", "2024-12-31", "22164", SECONDARY),
        ("2025-01-01", "2025-06-30", None, None),
        ("2025-07-01", "2025-12-31", "22607", SECONDARY),
    ],
    "360000": [
        ("2024-07-01", "2024-12-31", "19191", SECONDARY),
    ],
    "370000": [
        ("2024-07-01", "2024-12-31", "22078", SECONDARY),
    ],
    "410000": [
        ("2024-07-01", "2024-12-31", "18780", SECONDARY),
    ],
    "420000": [
        ("2024-01-01", "2024-12-31", None, None),
        ("2025-01-01", "2025-12-31", None, None),
    ],
    "420100": [
        ("2025-01-01", "2025-12-31", "22488", OFFICIAL),
    ],
    "440000": [
        ("2022-07-01", "2023-06-30", "24930", SECONDARY),
        ("2023-07-01", "2024-06-30", None, None),
        ("2024-07-01", "2025-06-30", "27501", OFFICIAL),
        ("2025-07-01", "2026-06-30", "27549", OFFICIAL),
    ],
    "450000": [
        ("2024-07-01", "2024-12-31", "20268", SECONDARY),
    ],
    "460000": [
        ("2024-07-01", "2024-12-31", "24393", SECONDARY),
    ],
    "500000": [
        ("2025-01-01", "2025-12-31", "22017", OFFICIAL),
    ],
    "510000": [
        ("2021-01-01", "2021-12-31", "18630", SECONDARY),
        ("2022-01-01", "2022-12-31", "20355", SECONDARY),
        ("2023-01-01", "2023-12-31", "21228", SECONDARY),
        ("2024-01-01", "2024-12-31", "22555", SECONDARY),
        ("2025-01-01", "2025-12-31", "22938", OFFICIAL),
    ],
    "530000": [
        ("2024-07-01", "2024-12-31", "21531", SECONDARY),
    ],
    "610000": [
        ("2024-07-01", "2024-12-31", "22795", SECONDARY),
        ("2025-01-01", "2025-06-30", None, None),
        ("2025-07-01", "2025-12-31", "23250", SECONDARY),
    ],
    "630000": [
        ("2024-07-01", "2024-12-31", "25929", SECONDARY),
    ],
    "640000": [
        ("2024-07-01", "2024-12-31", "24264", SECONDARY),
    ],
    "650000": [
        ("2024-07-01", "2024-12-31", "24996", SECONDARY),
    ],
}

YEAR_STARTS: Final[dict[str, list[Start]]] = {
    "110000": [("2016-07-01", "2025-06-30", 7, SECONDARY), ("2025-07-01", None, 7, OFFICIAL)],
    "310000": [("2020-07-01", "2025-06-30", 7, SECONDARY), ("2025-07-01", None, 7, OFFICIAL)],
    "320000": [("2025-01-01", None, 1, OFFICIAL)],
    "330000": [("2025-01-01", None, 1, OFFICIAL)],
    "340000": [("2025-01-01", None, 1, SECONDARY)],
    "440000": [("2024-07-01", None, 7, OFFICIAL)],
}

#: The first year of the statistics, and a value or a hole (-) for each year from then on.
WAGES: Final[dict[str, tuple[int, str]]] = {
    "110000": (
        1995,
        (
            "678.67 798.25 918.25 1023.75 1148.17 1310.5 1507.67 1727.33 "
            "2003.75 2362.33 2734 3008.08 3322.25 3726.25 4037 4201.25 "
            "4671.75 5223.08 5793.42 6463.33 7086.5 7706.42 8466.58 7855 "
            "8847 9407 10628 11297 11761 11937 12116"
        ),
    ),
    "120000": (2020, "6777 7478 7919 8355 8540"),
    "140000": (2020, "5392.33 5914 6438.08 6854.58 6997"),
    "150000": (2020, "6344 6751.42 7469.17 8105 8179"),
    "210000": (2020, "5709 6383 6843 7121 7265"),
    "220000": (2020, "6004.75 6384.83 6655.33 7178.5 7322"),
    "230000": (2020, "5120 5865 6430 7010 7570"),
    "310000": (2020, "10338 11396 12183 12307 12434"),
    "320000": (2020, "6862 7273.67 8014 8132 8254"),
    "330000": (2020, "6594.42 7436.67 8020 8310 8433"),
    "340000": (2020, "5975.14 6386.91 6698.08 7044.38 7185"),
    "350000": (2020, "6126.42 6654 7020 7388 7535"),
    "360000": (2020, "5548 5880 6098 6397 6525"),
    "370000": (2020, "6242.17 6633.08 7069.25 7359.42 7506"),
    "410000": (2020, "5328 5681 5965 6260 6385"),
    "420000": (2020, "- - - - -"),
    "420100": (2023, "7489 7496"),
    "430000": (2020, "- - - - -"),
    "440000": (2020, "7647 8310 8807 9167 9183"),
    "450000": (2020, "5819 6197 6439 6756 6905"),
    "460000": (2020, "6543 7486 8050 8131 8188"),
    "500000": (2020, "6165 6594.42 6862.33 7264.08 7339"),
    "510000": (2020, "6210 6785 7076 7518.33 7646"),
    "520000": (2020, "- - - 7272.25 7324.5 7376.75"),
    "530000": (2020, "6284 6622 6906 7177 7263"),
    "540000": (2020, "- - - - 11777"),
    "610000": (2020, "6053 6543 7029 7598 7750 -"),
    "620000": (2020, "6063 6400 - 7194 7338"),
    "630000": (2020, "7023 7604 8029 8643 8816"),
    "640000": (2020, "6110 7104 7666 8088 8258"),
    "650000": (2020, "6531 7089 7625.08 8332 8448"),
}

#: The years, outside Beijing, whose average the office itself prints; of Beijing it prints all.
OFFICIAL_WAGES: Final = {
    ("310000", 2024),
    ("330000", 2023),
    ("440000", 2023),
    ("510000", 2024),
}

#: The floor, ceiling and their grade on 1 July 2025, by example.
SUMMER_2025: Final = [
    ("110105", "7162", "35811", OFFICIAL, "110000"),
    ("310115", "7460", "37302", OFFICIAL, "310000"),
    ("440300", "4775", "27549", OFFICIAL, "440000"),
    ("330100", "4986", "25299", OFFICIAL, "330000"),
    ("510100", "4588", "22938", OFFICIAL, "510000"),
    ("120000", "5124", "25620", SECONDARY, "120000"),
    ("500000", "4404", "22017", OFFICIAL, "500000"),
]


def spans(parameter: Parameter[Any]) -> dict[str, list[tuple[str, str | None, Any, Any]]]:
    """What the files of all places say of a parameter, with the days as text."""
    found: dict[str, list[tuple[str, str | None, Any, Any]]] = {}
    for area in AREAS:
        line = shipped().timeline(parameter, area)
        for entry in () if line is None else line.entries:
            last = None if entry.valid_until is None else str(entry.valid_until)
            value, grade = (
                (entry.value, entry.evidence) if isinstance(entry, Dated) else (None, None)
            )
            found.setdefault(area, []).append((str(entry.valid_from), last, value, grade))
    return found


def pinned(table: dict[str, list[Span]]) -> dict[str, list[tuple[Any, ...]]]:
    """A table of limits with its values as numbers."""
    return {
        area: [(first, last, None if v is None else Decimal(v), g) for first, last, v, g in rows]
        for area, rows in table.items()
    }


def wages(area: str) -> dict[int, Decimal | None]:
    """The averages of a place in the table, by year."""
    first, text = WAGES[area]
    values = (None if each == "-" else Decimal(each) for each in text.split())
    return dict(enumerate(values, first))


def test_lower_limits() -> None:
    """Every lower limit and every hole of every place but Hebei is one of those above."""
    assert pinned(FLOORS) == spans(FLOOR)


def test_upper_limits() -> None:
    """Every upper limit and every hole of every place but Hebei is one of those above."""
    assert pinned(CEILINGS) == spans(CEILING)


def test_first_months_of_insurance_years() -> None:
    """Six places have a first month of their insurance year, and none says that it has ended."""
    assert spans(START) == YEAR_STARTS


def test_average_wages() -> None:
    """Every average, for whole years of the statistics, is one of those above."""
    found: dict[str, dict[int, Decimal | None]] = {}
    for area, rows in spans(WAGE).items():
        for first, last, value, grade in rows:
            assert last is not None
            assert ("01-01", "12-31") == (first[5:], last[5:])
            for year in range(int(first[:4]), int(last[:4]) + 1):
                found.setdefault(area, {})[year] = value
                is_official = area == "110000" or (area, year) in OFFICIAL_WAGES
                if value is not None:
                    assert (OFFICIAL if is_official else SECONDARY) is grade

    assert {area: wages(area) for area in WAGES} == found


@pytest.mark.parametrize("area", sorted({*FLOORS, *CEILINGS}))
def test_a_lower_limit_never_exceeds_the_upper_limit(area: str) -> None:
    """On every day on which both limits are known the lower one is below the upper one."""
    days = {date.fromisoformat(row[0]) for row in (*FLOORS.get(area, ()), *CEILINGS.get(area, ()))}
    for day in days:
        floor = shipped().find(FLOOR, on=day, area=area)
        ceiling = shipped().find(CEILING, on=day, area=area)
        if floor is not None and ceiling is not None:
            assert floor.value < ceiling.value


@pytest.mark.parametrize(("parameter", "table"), [(FLOOR, FLOORS), (CEILING, CEILINGS)])
def test_limits_are_not_known_after_their_last_day(
    parameter: Parameter[Decimal], table: dict[str, list[Span]]
) -> None:
    """Limits are yearly: those of the last year that was read do not hold the day after it."""
    for area, rows in table.items():
        after = date.fromisoformat(rows[-1][1]) + DAY
        with pytest.raises(UnknownLawError):
            shipped().get(parameter, on=after, area=area)


def test_averages_are_not_known_after_their_last_year() -> None:
    """An average is that of its year of the statistics alone."""
    for area in WAGES:
        after = max(wages(area)) + 1
        with pytest.raises(UnknownLawError):
            shipped().get(WAGE, on=date(after, 1, 1), area=area)


def test_timelines_have_no_gaps() -> None:
    """Between two known spans a place says why it knows nothing, or there is no day between."""
    for table in (FLOORS, CEILINGS):
        for rows in table.values():
            for before, after in pairwise(rows):
                assert date.fromisoformat(before[1]) + DAY == date.fromisoformat(after[0])


@pytest.mark.parametrize(("area", "floor", "ceiling", "grade", "wider"), SUMMER_2025)
def test_limits_on_the_first_of_july_2025(
    area: str, floor: str, ceiling: str, grade: Evidence, wider: str
) -> None:
    """Seven places have the limits of 2025, which their cities and districts share."""
    law, on = sb.law.shipped(), date(2025, 7, 1)
    lowest, highest = (law.get(each, on=on, area=area) for each in (FLOOR, CEILING))
    assert (Decimal(floor), Decimal(ceiling)) == (lowest.value, highest.value)
    assert (grade, grade, wider, wider) == (
        lowest.evidence,
        highest.evidence,
        lowest.area,
        highest.area,
    )


def test_guangdong_has_lower_limits_by_city() -> None:
    """Guangzhou alone has a lower limit of its own from July 2025, four more cities had before."""
    law = shipped()
    cities = ("440100", "440400", "440600", "441900", "442000", "440300")
    for on, expected in (
        (date(2025, 6, 30), ("5500", "4767", "4767", "4767", "4767", "4492")),
        (date(2025, 7, 1), ("5510", "4775", "4775", "4775", "4775", "4775")),
    ):
        found = tuple(law.get(FLOOR, on=on, area=city).value for city in cities)
        assert tuple(map(Decimal, expected)) == found
        latest = tuple(law.get(FLOOR, on=on, area=city, or_latest=True).value for city in cities)
        assert latest == found


@pytest.mark.parametrize(
    ("on", "floor", "ceiling"),
    [
        (date(2025, 7, 1), date(2023, 1, 1), date(2024, 1, 1)),
        (date(2024, 7, 1), date(2022, 1, 1), date(2023, 1, 1)),
    ],
)
def test_limits_of_zhejiang_rest_on_different_years(on: date, floor: date, ceiling: date) -> None:
    """The lower limit of Zhejiang is 60 % of an average one year older than that of the upper."""
    law, area = shipped(), "330000"
    low, high = (law.get(each, on=on, area=area).value for each in (FLOOR, CEILING))
    assert law.get(WAGE, on=floor, area=area).value * Decimal("0.6") == low
    assert law.get(WAGE, on=ceiling, area=area).value * 3 == high


def test_upper_limits_of_beijing_are_three_times_the_average() -> None:
    """Each upper limit of Beijing since 2015 is three times an average that the office prints."""
    averages = wages("110000")
    for first, _, value, _ in CEILINGS["110000"]:
        year = 2014 if first == "2015-10-01" else int(first[:4]) - 1
        average = averages[year]
        assert average is not None
        assert value is not None
        assert round(average) * 3 == Decimal(value)


@pytest.mark.parametrize(
    ("parameter", "area", "on", "why"),
    [
        (FLOOR, "420200", date(2025, 7, 1), "only those of Wuhan were read"),
        (CEILING, "440100", date(2023, 7, 1), "code tables that name no source"),
        (FLOOR, "310000", date(2019, 4, 15), "what held in April was not found"),
        (WAGE, "430000", date(2024, 1, 1), "6787 elsewhere"),
        (WAGE, "620000", date(2022, 1, 1), "6816 in its table and 6861 in its notes"),
        (WAGE, "420100", date(2021, 1, 1), "no average of the whole province was found"),
    ],
)
def test_a_hole_says_why(parameter: Parameter[Decimal], area: str, on: date, why: str) -> None:
    """Where sources contradict each other nothing is shipped, and the reason is told."""
    with pytest.raises(UnknownLawError, match=why):
        shipped().get(parameter, on=on, area=area)


def test_limits_published_late_wait_for_their_day() -> None:
    """Asked in August 2025, Beijing's limits of that July are provisionally those before."""
    found = shipped().get(FLOOR, on=date(2025, 7, 1), area="110000", known=date(2025, 8, 1))
    assert (Decimal(6821), True) == (found.value, found.is_provisional)
