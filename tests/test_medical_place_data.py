"""What is shipped of employees' medical insurance for places: every number pinned, with its days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any, Final

import pytest

from shebao.law import Dated, Evidence, parameters, shipped
from shebao.law.medical_values import Benefits, FlexibleWaiting, Retiree, Waiting
from shebao.law.timeline import Hole
from shebao.months import YearMonth

OFFICIAL, SECONDARY = Evidence.OFFICIAL, Evidence.SECONDARY
BENEFITS, WAITING = parameters.MEDICAL_BENEFITS, parameters.MEDICAL_WAITING_MONTHS
ALONE, RETIREE = parameters.MEDICAL_FLEXIBLE_WAITING, parameters.MEDICAL_RETIREE

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml")
)

#: A value, its first and last day, its article and its grade; a hole has the days alone.
Row = tuple[object, str, str | None, str | None, Evidence | None]
LAST: Final = "2030-09-09"


def hole(first: str, last: str | None = None) -> Row:
    """Days for which the rule of a place is known not to be known."""
    return None, first, last, None, None


ROWS: Final[dict[tuple[str, str], list[Row]]] = {
    ("medical.benefits", "120000"): [
        (Benefits(0), "2020-03-01", None, "第十六条第一款", OFFICIAL),
    ],
    ("medical.benefits", "150000"): [
        (Benefits(None, 0), "2016-01-01", None, "第四十条", OFFICIAL),
    ],
    ("medical.benefits", "310000"): [
        (
            Benefits(1, 1, reimburses_gap=False, full_payment=True),
            "2025-09-10",
            LAST,
            "三(二)、三(三)",
            OFFICIAL,
        ),
    ],
    ("medical.benefits", "330000"): [
        (Benefits(1, 1, full_payment=True), "2021-07-01", None, "第二十八条", OFFICIAL),
    ],
    ("medical.benefits", "440000"): [
        (
            Benefits(1, 1, reimburses_gap=True),
            "2022-07-01",
            "2025-06-30",
            "第十二条",
            OFFICIAL,
        ),
        hole("2025-07-01"),
    ],
    ("medical.benefits", "440100"): [
        (
            Benefits(1, reimburses_gap=True),
            "2014-01-01",
            "2022-12-31",
            "第十五条、第三十条",
            OFFICIAL,
        ),
        hole("2023-01-01"),
    ],
    ("medical.benefits", "460000"): [
        (Benefits(0), "2022-03-25", None, "第二十四条", OFFICIAL),
    ],
    ("medical.waiting_months", "120000"): [
        (0, "2020-03-01", None, "第十六条第一款", OFFICIAL),
    ],
    ("medical.waiting_months", "310000"): [
        (0, "2025-09-10", LAST, "三(二)、三(三)", OFFICIAL),
    ],
    ("medical.waiting_months", "330000"): [(0, "2021-07-01", None, "第二十八条", OFFICIAL)],
    ("medical.waiting_months", "350000"): [
        (Waiting(3, 6, Decimal(50)), "2024-04-19", None, None, SECONDARY),
    ],
    ("medical.waiting_months", "440100"): [
        (0, "2014-01-01", "2022-12-31", "第十五条", SECONDARY),
        hole("2023-01-01"),
    ],
    ("medical.flexible_waiting", "120000"): [
        (FlexibleWaiting(6), "2020-03-01", None, "第十六条第一款", OFFICIAL),
    ],
    ("medical.flexible_waiting", "310000"): [
        (
            FlexibleWaiting(6, waived_within_months=3),
            "2025-09-10",
            LAST,
            "三(四)",
            OFFICIAL,
        ),
    ],
    ("medical.flexible_waiting", "330000"): [
        (
            FlexibleWaiting(2, 0, 0, resumed_within_months=0),
            "2021-07-01",
            None,
            "第二十九条",
            OFFICIAL,
        ),
    ],
    ("medical.flexible_waiting", "420100"): [
        (
            FlexibleWaiting(6, None, 6, residents_too=False, resumed_within_months=3),
            "2023-01-31",
            None,
            None,
            SECONDARY,
        ),
    ],
    ("medical.retiree", "110000"): [
        (Retiree(300, 240, 0, None), "2005-06-06", None, "第十一条", OFFICIAL),
    ],
    ("medical.retiree", "120000"): [
        (
            Retiree(300, 240, 60, completion="lump_sum"),
            "2020-03-01",
            None,
            "第十六条第二款",
            OFFICIAL,
        ),
    ],
    ("medical.retiree", "130100"): [
        (
            Retiree(360, 300, 0, 120, completion="lump_sum"),
            "2023-02-23",
            None,
            None,
            SECONDARY,
        ),
    ],
    ("medical.retiree", "150000"): [
        (
            Retiree(300, 300, completion="lump_sum", insured_before=YearMonth(2016, 1)),
            "2016-01-01",
            None,
            "第三十八条",
            OFFICIAL,
        ),
    ],
    ("medical.retiree", "310000"): [
        (Retiree(181, 181, 0, None, "monthly"), "2025-03-01", None, None, OFFICIAL),
    ],
    ("medical.retiree", "320000"): [
        (
            Retiree(300, 240, 0, None, "either"),
            "2023-06-01",
            "2024-08-31",
            None,
            SECONDARY,
        ),
        hole("2024-09-01"),
    ],
    ("medical.retiree", "330000"): [
        (Retiree(240, 240, completion="either"), "2021-07-01", None, "第二十一条", OFFICIAL),
    ],
    ("medical.retiree", "420100"): [
        (
            Retiree(360, 300, 0, 120, completion="lump_sum"),
            "2024-06-19",
            None,
            "第十三条",
            SECONDARY,
        ),
    ],
    ("medical.retiree", "440000"): [
        hole("2022-01-01", "2029-12-31"),
        (
            Retiree(360, 300, 0, 120, completion="either"),
            "2030-01-01",
            None,
            "第六条、第八条、第十条",
            OFFICIAL,
        ),
    ],
    ("medical.retiree", "440100"): [
        (
            Retiree(180, 180, 0, 120, insured_before=YearMonth(2014, 1), earlier_months=120),
            "2014-01-01",
            "2021-12-31",
            "第十九条",
            OFFICIAL,
        ),
        hole("2022-01-01", "2029-12-31"),
    ],
    ("medical.retiree", "460000"): [
        (
            Retiree(360, 300, completion="lump_sum", yearly_cut=Decimal(3)),
            "2022-03-25",
            None,
            "第二十七条",
            OFFICIAL,
        ),
    ],
    ("medical.retiree", "500000"): [hole("2004-01-01")],
    ("medical.retiree", "530100"): [
        (
            Retiree(360, 300, 0, 120, completion="either"),
            "2022-07-01",
            None,
            "第十四条",
            OFFICIAL,
        ),
    ],
}


def rows(name: str, area: str) -> list[Row]:
    """What the file of an area says of a parameter."""
    line = shipped().timeline(parameters.ALL[name], area)
    found: list[Row] = []
    for each in () if line is None else line.entries:
        days = str(each.valid_from), None if each.valid_until is None else str(each.valid_until)
        if isinstance(each, Hole):
            assert each.missing
            found.append((None, *days, None, None))
        else:
            found.append((each.value, *days, each.citation.article, each.evidence))
    return found


@pytest.mark.parametrize(("name", "area"), ROWS)
def test_each_rule_of_a_place(name: str, area: str) -> None:
    """Value, days, article and grade are those that were read."""
    assert ROWS[name, area] == rows(name, area)


@pytest.mark.parametrize("parameter", [BENEFITS, WAITING, ALONE, RETIREE])
def test_no_other_place_has_one(parameter: Any) -> None:  # noqa: ANN401 - any parameter
    """The places with a rule are those of the table, and the nation has none."""
    found = {area for area in AREAS if shipped().timeline(parameter, area) is not None}

    assert {area for name, area in ROWS if name == parameter.name} == found
    assert "100000" not in found


@pytest.mark.parametrize("area", ["130100", "130000", "110000", "420100", "530100", "650000"])
def test_places_whose_start_and_stop_were_not_found(area: str) -> None:
    """Of these places nothing says from when payment brings benefits."""
    assert shipped().find(BENEFITS, on=date(2026, 1, 29), area=area) is None


def test_a_city_of_guangdong_has_the_rule_of_2030() -> None:
    """Guangzhou and Foshan have one rule from 2030 on, and before it none that is known."""
    law = shipped()
    for area in ("440100", "440600"):
        assert law.find(RETIREE, on=date(2029, 12, 31), area=area) is None
        found = law.get(RETIREE, on=date(2030, 1, 1), area=area)
        assert ("440000", 360, 120) == (
            found.area,
            found.value.male_months,
            found.value.paid_here_months,
        )


@pytest.mark.parametrize(
    ("area", "names"), [("440100", ("广州市", "Guangzhou")), ("530100", ("昆明市", "Kunming"))]
)
def test_names_of_cities(area: str, names: tuple[str, str]) -> None:
    """Cities that have a file for this alone are named in both languages."""
    assert names == shipped().area_name(area)


def test_the_national_rule_on_changes_of_scheme() -> None:
    """Two years on end, as Xinhua summed the article up on 2021-11-29."""
    found = shipped().get(parameters.MEDICAL_SWITCH_MONTHS, on=date(2021, 12, 1))

    assert isinstance(found, Dated)
    assert (24, "第十一条", SECONDARY) == (found.value, found.citation.article, found.evidence)
