"""Published decisions on transitional pensions, by the shipped rule of their province."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from shebao.law import parameters, shipped
from shebao.law.pension_values import TransitionalRule
from shebao.rules.transitional import transitional_pension

Row = dict[str, str]

HALF_A_FEN = Decimal("0.005")
#: An index printed with four decimals leaves an amount open by this much.
OF_THE_INDEX = Decimal("0.06")

AREAS = {
    "anhui": "340000",
    "gansu": "620000",
    "guangdong": "440000",
    "guizhou": "520000",
    "hainan": "460000",
    "heilongjiang": "230000",
    "hubei": "420000",
    "hunan": "430000",
    "jiangxi": "360000",
    "liaoning": "210000",
    "neimenggu": "150000",
    "ningxia": "640000",
    "shaanxi": "610000",
    "shandong": "370000",
    "shanghai": "310000",
    "shanxi": "140000",
    "sichuan": "510000",
    "tianjin": "120000",
    "xizang": "540000",
}

#: Rows whose province pays deemed years by the average index: all of them agree.
AGREEING = (
    *("anhui/1", "gansu/5", "heilongjiang/7", "hubei/6", "hubei/8", "hunan/2", "hunan/4"),
    *("jiangxi/2", "neimenggu/2", "shaanxi/3", "xizang/1"),
)


def rows(name: str) -> list[Row]:
    """The rows of a table beside this module."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()[1:]))


def first_day(month: str) -> date:
    """The first day of a month written as 2025-07 or 2025-7."""
    year, number = month.split("-")
    return date(int(year), int(number), 1)


def name_of(row: Row) -> str:
    """The province and the number of a case."""
    return row["case"].removeprefix("cases/").removesuffix(".json")


def rule_of(row: Row) -> TransitionalRule | None:
    """The rule for a row of the decisions; None where its province has none that is known."""
    area, on = AREAS[row["province"]], first_day(row["retire"])
    found = shipped().find(parameters.PENSION_TRANSITIONAL, on=on, area=area)
    return None if found is None else found.value


DECISIONS = {name_of(row): row for row in rows("pension_decisions.csv")}
PRINTED = rows("transitional_decisions.csv")


@pytest.mark.parametrize("name", AGREEING)
def test_deemed_years_by_the_average_index(name: str) -> None:
    """The transitional part is the one that the decision prints, to the fen."""
    row = DECISIONS[name]
    made = transitional_pension(
        benefit_base=row["base"],
        average_index=row["avg_index"],
        years=row["deemed_years"],
        on=first_day(row["retire"]),
        area=AREAS[row["province"]],
    )

    assert abs(made.amount - Decimal(row["exp_transitional"])) <= HALF_A_FEN


def test_no_decision_with_deemed_years_by_the_average_index_was_left_out() -> None:
    """Eleven of twenty-six decisions give all that such a rule needs, three of them without one."""
    rules = {name: rule_of(row) for name, row in DECISIONS.items()}
    such = {
        name
        for name, rule in rules.items()
        if rule is not None and (rule.index, rule.years) == ("average", "deemed")
    }
    without = {name for name in such if not Decimal(DECISIONS[name]["exp_transitional"])}

    assert (26, set(AGREEING), {"hunan/4", "shaanxi/3", "xizang/1"}) == (len(rules), such, without)


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: row["case"])
def test_printed_amounts(row: Row) -> None:
    """With the years and the index that a decision names, its amount is reproduced."""
    measure: dict[str, Any] = {row["measure"]: row["value"]}
    made = transitional_pension(
        benefit_base=row["base"],
        years=row["years"],
        on=first_day(row["retired"]),
        area=row["area"],
        **measure,
    )

    assert abs(made.amount - Decimal(row["expected"])) <= HALF_A_FEN


def test_no_printed_amount_was_lost() -> None:
    """There are forty-one of them, of nineteen provinces."""
    assert (41, 19) == (len(PRINTED), len({row["area"][:2] for row in PRINTED}))


@pytest.mark.parametrize(
    ("area", "retired", "base", "measure", "value", "years", "expected"),
    [
        ("140100", "2023-04", 6897, "transition_index", "0.7617", 14, "956.1"),
        ("320500", "2026-06", 8917, "transition_index", "1.0606", Fraction(55, 12), "520.22"),
        ("360100", "2024-08", 6747, "average_index", "0.564", Fraction(19, 12), "78.32"),
        ("450200", "2022-12", 6442, "average_index", "0.7715", "15.75", "1095.9"),
        ("450100", "2025-02", 6847, "average_index", "0.7603", 1, "72.9"),
        ("510000", "2020-08", 7041, "average_index", "0.7", Fraction(194, 12), "1257.82"),
        ("530100", "2025-09", 8264, "average_index", "0.6758", 10, "726.01"),
        ("650000", "2023-05", 7089, "average_index", "0.654", Fraction(38, 12), "190.87"),
    ],
)
def test_printed_amounts_with_rounded_inputs(
    area: str,
    retired: str,
    base: int,
    measure: str,
    value: str,
    years: Fraction | int | str,
    expected: str,
) -> None:
    """Where the index is printed rounded, or amounts up to 0.1 yuan, some fen stay open."""
    measures: dict[str, Any] = {measure: value}
    on = first_day(retired)
    made = transitional_pension(benefit_base=base, years=years, on=on, area=area, **measures)

    assert abs(made.amount - Decimal(expected)) <= OF_THE_INDEX


@pytest.mark.parametrize(
    ("retired", "base", "parts", "expected"),
    [
        ("2022-11", 11082, [("1", "2.58"), ("1.035", "5.67")], "936.30"),
        ("2026-01", 12049, [("1", "9.92"), ("1.0866", "5.67")], "1937.62"),
    ],
)
def test_both_parts_of_beijing(
    retired: str, base: int, parts: list[tuple[str, str]], expected: str
) -> None:
    """京劳社养发〔2007〕21号: deemed years by an index of 1, and paid years by their own."""
    on = first_day(retired)
    made = [
        transitional_pension(
            benefit_base=base, transition_index=index, years=years, on=on, area="110000"
        ).amount
        for index, years in parts
    ]

    assert abs(sum(made) - Decimal(expected)) <= OF_THE_INDEX


def test_an_intellectual_of_ningxia() -> None:
    """A decision of Yinchuan of 2026-01 pays 1.43 % in place of the 1.3 % of the rule."""
    on = date(2026, 1, 28)
    shipped_rule = shipped().get(parameters.PENSION_TRANSITIONAL, on=on, area="640100").value
    made = transitional_pension(
        benefit_base=8366,
        average_index="0.7666",
        years="7.42",
        rule=attrs.evolve(shipped_rule, percent=Decimal("1.43")),
    )

    assert (Decimal("1.3"), Decimal("680.50")) == (shipped_rule.percent, made.amount)
