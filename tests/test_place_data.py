"""What is shipped of pensions for places: every number pinned, and no city takes its province's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Final

import pytest

from shebao.law import Dated, Evidence, parameters, shipped
from shebao.law.arrears_values import FirstLateDay
from shebao.law.pension_values import TransitionalRule
from shebao.law.timeline import Hole
from shebao.months import YearMonth

OFFICIAL, SECONDARY = Evidence.OFFICIAL, Evidence.SECONDARY
BASE, ROUNDING = parameters.PENSION_BENEFIT_BASE, parameters.PENSION_YEARS_ROUNDING
RULE, START = parameters.PENSION_TRANSITIONAL, parameters.PENSION_ACCOUNT_START

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml")
)

#: Bases of 2024 and 2025, yuan a month, as compiled in 2026; None is a year that is not known.
BASES: Final[dict[str, tuple[str | None, str | None]]] = {
    "110000": ("11883", "12049"),
    "120000": ("9232", "9417"),
    "130000": ("7265", "7410"),
    "140000": ("7111", "7253"),
    "150000": ("8105", "8179"),
    "210000": ("7201", "7346"),
    "220000": ("7178.5", "7322"),
    "230000": ("7010", "7570"),
    "310000": ("12307", "12434"),
    "320000": ("8785", "8917"),
    "330000": ("8310", "8433"),
    "340000": ("7842", "7999"),
    "350000": ("7776", "7932"),
    "360000": ("6916", "7054"),
    "370000": ("7678", "7831"),
    "410000": ("6606", "6738"),
    "420000": ("9022", "9112"),
    "430000": ("7618", "7694"),
    "440000": ("9307", "9493"),
    "450000": ("6847", "6983"),
    "460000": ("8131", "8188"),
    "500000": ("8160", "8240"),
    "510000": ("8321", "8462"),
    "520000": ("7272", "7324.5"),
    "530000": ("8183", "8265"),
    "540000": ("11546", "11777"),
    "610000": ("7727", "7881"),
    "620000": ("7594", None),
    "630000": ("8878", "9056"),
    "640000": ("8202", "8366"),
    "650000": ("7750", "8448"),
    "210100": ("8266", "8390"),
    "210200": ("8823", "8956"),
    "220100": (None, None),
    "440300": ("11181", "11293"),
    "420100": ("9022", "9112"),
    "420200": (None, "7347"),
    "420300": (None, "7340"),
    "420500": (None, "7424"),
    "420600": (None, "7325"),
    "420700": (None, "7275"),
    "420800": (None, "7309"),
    "420900": (None, "7238"),
    "421000": (None, "7210"),
    "421100": (None, "7221"),
    "421200": (None, "7257"),
    "421300": (None, "7304"),
    "422800": (None, "7309"),
    "429004": (None, "7301"),
    "429005": (None, "7320"),
    "429006": (None, "7277"),
    "429021": (None, "7215"),
}

#: Bases of other years, from decisions and named documents; None is a year that is not known.
OTHER_YEARS: Final[dict[str, dict[int, str | None]]] = {
    "110000": {2022: "11082", 2023: None},
    "120000": {2019: "7540", 2020: "7940", 2021: None, 2022: None, 2023: "9016"},
    "130000": {2022: "6849", 2023: "7122"},
    "140000": {2023: "6897"},
    "210000": {2020: "6057", 2021: "6340", 2022: "6720", 2023: "6987"},
    "210100": {2020: "7195", 2021: "7530", 2022: "7982", 2023: "8141"},
    "210200": {2020: None, 2021: None, 2022: None, 2023: None},
    "220100": {2020: None, 2023: None, 2026: None},
    "230000": {2023: "6430", 2026: "7705"},
    "310000": {2022: "11396", 2023: None},
    "320000": {2023: "8613"},
    "330000": {2023: "8020"},
    "340000": {2023: "7688"},
    "350000": {2023: "7528"},
    "360000": {2023: "6747"},
    "370000": {2023: "7468"},
    "420000": {2023: "8880"},
    "420100": {2023: "8880"},
    "421000": {2023: None},
    "430000": {2023: "7417"},
    "440000": {2023: "9028"},
    "440300": {2023: None},
    "450000": {2022: "6442", 2023: None},
    "510000": {2020: "7041", 2021: None, 2022: "7822", 2023: "8079"},
    "610000": {2023: "7489"},
    "620000": {2021: "6791", 2022: "7077", 2023: "7359", 2026: None},
    "630000": {2023: "8591"},
    "640000": {2023: "7953"},
}

#: The bases that stand in texts of the office itself.
OFFICIAL_BASES: Final = {("110000", 2024), ("110000", 2025), ("440000", 2025)}

#: The days on which bases became known, where they were read.
PUBLISHED: Final = {
    ("110000", 2024): date(2024, 12, 24),
    ("110000", 2025): date(2025, 11, 7),
    ("130000", 2024): date(2024, 12, 9),
    ("130000", 2025): date(2025, 9, 18),
    ("340000", 2024): date(2024, 12, 12),
    ("340000", 2025): date(2025, 9, 17),
    ("440000", 2025): date(2025, 10, 27),
}

HUBEI_CITIES: Final = sorted(
    area for area in BASES if area[:2] == "42" and area not in {"420000", "420100"}
)


def base(area: str, on: date) -> Dated[Decimal] | Hole | None:
    """What the file of an area says of the benefit base for a day."""
    line = shipped().timeline(BASE, area)
    return None if line is None else line.entry(on)


@pytest.mark.parametrize("area", BASES)
@pytest.mark.parametrize("year", [2024, 2025])
def test_bases_of_2024_and_2025(area: str, year: int) -> None:
    """From the first to the last day of its year a base holds, or is known to be unknown."""
    value = BASES[area][year - 2024]
    for day in (date(year, 1, 1), date(year, 12, 31)):
        found = base(area, day)
        if value is None:
            assert isinstance(found, Hole)
        else:
            assert isinstance(found, Dated)
            grade = OFFICIAL if (area, year) in OFFICIAL_BASES else SECONDARY
            published = PUBLISHED.get((area, year))
            expected = (Decimal(value), grade, published)
            assert expected == (found.value, found.evidence, found.published)


@pytest.mark.parametrize("area", OTHER_YEARS)
def test_bases_of_other_years(area: str) -> None:
    """Earlier bases, and one of 2026, are those that decisions or named documents print."""
    for year, value in OTHER_YEARS[area].items():
        for day in (date(year, 1, 1), date(year, 12, 31)):
            found = base(area, day)
            if value is None:
                assert isinstance(found, Hole)
            else:
                assert isinstance(found, Dated)
                assert (Decimal(value), SECONDARY) == (found.value, found.evidence)


def test_no_base_is_shipped_unpinned() -> None:
    """Every day on which a shipped base begins lies in a year that stands in these tables."""
    for area in AREAS:
        line = shipped().timeline(BASE, area)
        if line is None:
            assert area not in BASES
            continue
        years = {2024, 2025, *OTHER_YEARS.get(area, ())}
        for each in line.entries:
            assert (1, 1) == (each.valid_from.month, each.valid_from.day)
            assert each.valid_from.year in years or area in HUBEI_CITIES


@pytest.mark.parametrize("area", ["210100", "210200", "220100", "440300", "420100", *HUBEI_CITIES])
def test_a_city_with_its_own_base_never_takes_that_of_its_province(area: str) -> None:
    """Whenever its province has a base, such a city has one of its own or says why it has none."""
    province = shipped().timeline(BASE, area[:2] + "0000")
    assert province is not None
    for each in province.entries:
        assert base(area, each.valid_from) is not None


@pytest.mark.parametrize("area", HUBEI_CITIES)
def test_cities_of_hubei_before_2025(area: str) -> None:
    """Of a city of Hubei other than Wuhan the bases of 2023 and 2024 are not known."""
    for year in (2023, 2024):
        assert isinstance(base(area, date(year, 7, 1)), Hole)


def test_zhengzhou_pools_by_the_base_of_its_province() -> None:
    """The base of Zhengzhou serves the transitional pension alone and is not shipped."""
    found = shipped().get(BASE, on=date(2025, 7, 1), area="410100")
    assert ("410000", Decimal(6738)) == (found.area, found.value)


#: Decimals, mode and first day of the rounding of years.
ROUNDINGS: Final = {
    "120000": (2, "half_up", "2025-02-01"),
    "130000": (2, "half_up", "2023-02-01"),
    "210000": (2, "half_up", "2023-08-01"),
    "340000": (1, "up", "2024-06-01"),
    "370000": (2, "half_up", "2024-02-01"),
    "420000": (2, "half_up", "2024-11-01"),
    "430000": (2, "half_up", "2024-04-01"),
    "460000": (4, "half_up", "2025-02-01"),
    "510000": (2, "half_up", "2023-08-01"),
    "520000": (2, "half_up", "2023-04-01"),
}


def test_rounding_of_years() -> None:
    """Ten provinces round as their decisions show; of Shenyang two decisions disagree."""
    found: dict[str, tuple[int, str, str]] = {}
    holes: list[str] = []
    for area in AREAS:
        line = shipped().timeline(ROUNDING, area)
        for each in () if line is None else line.entries:
            if isinstance(each, Hole):
                holes.append(area)
            else:
                found[area] = (each.value.places, each.value.mode, str(each.valid_from))
                assert (SECONDARY, None) == (each.evidence, each.valid_until)

    assert (ROUNDINGS, ["210100"]) == (found, holes)


#: Percentage, wage, index, base and years, and the first day, of each transitional pension.
RULES: Final = {
    "110000": ("1", "indexed", "transition", "province", "deemed", "2008-04-14"),
    "120000": ("1", "indexed", "transition", "province", "deemed", "2023-11-01"),
    "130000": ("1.3", "indexed", "average", "province", "before_account", "2023-02-01"),
    "140000": ("1.3", "indexed", "transition", "province", "deemed", "2023-04-01"),
    "150000": ("1.2", "indexed", "average", "province", "deemed", "2025-09-01"),
    "210000": ("1.4", "mean", "average", "province", "before_account", "2023-08-01"),
    "230000": ("1.2", "indexed", "average", "province", "deemed", "2019-01-01"),
    "320000": ("1.2", "indexed", "transition", "province", "before_account", "2026-02-01"),
    "330000": ("1.4", "indexed", "transition", "province", "before_account", "2024-01-01"),
    "340000": ("1.3", "indexed", "average", "province", "deemed", "2024-06-01"),
    "350000": ("1.3", "indexed", "average", "province", "before_account", "2024-08-01"),
    "360000": ("1.3", "indexed", "average", "province", "deemed", "2024-08-01"),
    "370000": ("1.3", "indexed", "average", "province", "before_account", "2024-02-01"),
    "410000": ("1.3", "indexed", "transition", "city", "deemed", "2024-12-01"),
    "420000": ("1.2", "indexed", "average", "province", "deemed", "2024-11-01"),
    "430000": ("1.3", "indexed", "average", "province", "deemed", "2024-04-01"),
    "450000": ("1.4", "indexed", "average", "province", "before_account", "2022-12-01"),
    "460000": ("1.4", "indexed", "average", "province", "before_account", "2025-02-01"),
    "510000": ("1.3", "mean", "average", "province", "before_account", "2020-08-01"),
    "520000": ("1.4", "indexed", "average", "province", "before_account", "2023-04-01"),
    "530000": ("1.3", "indexed", "average", "province", "before_account", "2025-01-01"),
    "540000": ("1.4", "indexed", "average", "province", "deemed", "2025-11-01"),
    "610000": ("1.4", "indexed", "average", "province", "deemed", "2023-01-01"),
    "620000": ("1.2", "indexed", "average", "province", "deemed", "2023-10-01"),
    "630000": ("1.4", "mean", "average", "province", "before_account", "2023-01-01"),
    "640000": ("1.3", "indexed", "average", "province", "before_account", "2024-04-01"),
    "650000": ("1.3", "indexed", "average", "province", "deemed", "2023-05-01"),
}


def test_transitional_rules() -> None:
    """Twenty-seven provinces have a rule; Inner Mongolia alone has a floor, 1, for its index."""
    found: dict[str, tuple[str, ...]] = {}
    holes: dict[str, str] = {}
    for area in AREAS:
        line = shipped().timeline(RULE, area)
        for each in () if line is None else line.entries:
            if isinstance(each, Hole):
                holes[area] = str(each.valid_from)
                continue
            rule = each.value
            first = str(each.valid_from)
            found[area] = (str(rule.percent), rule.wage, rule.index, rule.base, rule.years, first)
            assert (Decimal(1) if area == "150000" else None) == rule.index_floor
            assert (OFFICIAL if area == "110000" else SECONDARY) is each.evidence

    assert found == RULES
    assert holes == {
        "220000": "2005-12-03",
        "310000": "2005-12-03",
        "320000": "2024-03-01",
        "440000": "2005-12-03",
        "500000": "2005-12-03",
    }


def test_a_rule_of_hubei_reads_as_it_is_written() -> None:
    """The rule of a city of Hubei is that of the province, 1.2 % of the wage by its own base."""
    found = shipped().get(RULE, on=date(2026, 5, 1), area="421000").value
    expected = TransitionalRule(Decimal("1.2"), "indexed", "average", "province", "deemed")
    assert expected == found


#: The first month of individual accounts.
STARTS: Final = {
    "110000": "1992-10",
    "120000": "1998-01",
    "130000": "1996-01",
    "140000": "1997-07",
    "210000": "1996-01",
    "220000": "1995-07",
    "230000": "1996-01",
    "310000": "1993-01",
    "320000": "1996-01",
    "330000": "1998-01",
    "340000": "1996-01",
    "350000": "1996-01",
    "360000": "1995-10",
    "370000": "1996-01",
    "410000": "1995-01",
    "420000": "1996-01",
    "430000": "1995-10",
    "440000": "1998-07",
    "450000": "1996-07",
    "460000": "1998-01",
    "500000": "1996-01",
    "510000": "1996-01",
    "520000": "1998-01",
    "530000": "1995-10",
    "540000": "2000-07",
    "610000": "1996-01",
    "620000": "1996-01",
    "640000": "1996-01",
    "650000": "1996-01",
}


def test_first_months_of_accounts() -> None:
    """Accounts of twenty-nine provinces began in the month in which their entry begins."""
    found: dict[str, str] = {}
    holes: list[str] = []
    official: list[str] = []
    for area in AREAS:
        line = shipped().timeline(START, area)
        for each in () if line is None else line.entries:
            if isinstance(each, Hole):
                holes.append(area)
                continue
            found[area] = str(each.value)
            assert YearMonth.parse(found[area]).first_day == each.valid_from
            if each.evidence is OFFICIAL:
                official.append(area)

    assert (STARTS, ["150000", "440300", "630000"]) == (found, holes)
    assert ["530000", "610000"] == official


@pytest.mark.parametrize(
    ("area", "names"),
    [
        ("150000", ("内蒙古自治区", "Inner Mongolia")),
        ("140000", ("山西省", "Shanxi")),
        ("610000", ("陕西省", "Shaanxi")),
        ("540000", ("西藏自治区", "Tibet")),
        ("422800", ("恩施土家族苗族自治州", "Enshi")),
        ("429021", ("神农架林区", "Shennongjia")),
    ],
)
def test_names_of_places(area: str, names: tuple[str, str]) -> None:
    """Places are named in both languages, also where their names are easily confused."""
    assert names == shipped().area_name(area)


def test_all_provinces_have_a_file() -> None:
    """There are thirty-one provinces, each with a name and a base of 2024."""
    provinces = [area for area in AREAS if area.endswith("0000") and area != "100000"]
    assert 31 == len(provinces)
    for area in provinces:
        assert shipped().area_name(area) is not None
        assert isinstance(base(area, date(2024, 7, 1)), Dated)


@pytest.mark.parametrize(
    ("name", "area", "expected"),
    [
        ("arrears.first_late_day", "120000", [(FirstLateDay(1, 1), date(2020, 9, 21))]),
        ("arrears.first_late_day", "130000", [(None, date(2019, 1, 1))]),
        ("arrears.first_late_day", "410000", [(None, date(2011, 7, 1))]),
        ("back_payment.first_month.pension", "410000", [(YearMonth(1995, 1), date(2020, 7, 13))]),
        ("back_payment.same_year.pension", "120000", [(True, date(2020, 9, 21))]),
    ],
)
def test_arrears_of_places(name: str, area: str, expected: list[tuple[object, date]]) -> None:
    """What was read of late fees and back-payment in places is secondary, the rest says why."""
    line = shipped().timeline(parameters.ALL[name], area)
    assert line is not None
    assert expected == [
        (entry.value if isinstance(entry, Dated) else None, entry.valid_from)
        for entry in line.entries
    ]
    grades = {entry.evidence for entry in line.entries if isinstance(entry, Dated)}
    assert grades <= {SECONDARY}
    assert shipped().timeline(parameters.ALL["arrears.first_late_day"], "100000") is None


def test_whose_base_the_indexed_wage_rests_on() -> None:
    """The province's by national practice; in Zhengzhou the city's, elsewhere in Henan not known."""
    parameter = parameters.PENSION_INDEXED_WAGE_BASE
    on = date(2026, 3, 1)
    law = shipped()
    found = [law.find(parameter, on=on, area=area) for area in ("130100", "410100", "410700")]

    assert [None if each is None else each.value for each in found] == ["province", "city", None]


def test_an_index_below_which_the_base_is_scaled() -> None:
    """Guangdong alone is known to scale the base, below 0.6."""
    parameter = parameters.PENSION_WHOLE_BASE_INDEX
    found = shipped().get(parameter, on=date(2026, 3, 1), area="440100")

    assert (found.value, found.area, found.evidence) == (Decimal("0.6"), "440000", SECONDARY)
