"""The transitional pension by example: the rule of the place, its index, its floor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest

from shebao.errors import MoneyError, MonthError, RuleError, UnknownLawError
from shebao.law import Evidence, parameters, shipped
from shebao.law.pension_values import TransitionalRule
from shebao.rules.transitional import Transitional, transitional_pension

RULE = parameters.PENSION_TRANSITIONAL
ON = date(2026, 2, 1)
PLAIN = TransitionalRule(Decimal("1.3"), "indexed", "average", "province", "deemed")
MEAN = TransitionalRule(Decimal("1.4"), "mean", "average", "province", "before_account")
OWN = TransitionalRule(Decimal("1.2"), "indexed", "transition", "city", "deemed")
FLOORED = TransitionalRule(Decimal("1.2"), "indexed", "average", "province", "deemed", Decimal(1))


def made(**facts: object) -> Transitional:
    """A made-up case of ten years with other facts; None leaves one out."""
    given: dict[str, Any] = {
        "benefit_base": 8000,
        "years": 10,
        "average_index": "0.8",
        "rule": PLAIN,
        **facts,
    }
    return transitional_pension(
        **{name: value for name, value in given.items() if value is not None}
    )


def test_the_rule_of_the_place_is_looked_up() -> None:
    """Hebei pays 1.3 % of the indexed wage for each year; the law stands beside the amount."""
    found = made(rule=None, on=ON, area="130102")

    assert (Decimal("832.00"), Fraction(6400), Fraction(10)) == (
        found.amount,
        found.wage,
        found.years,
    )
    assert found.law is not None
    assert ("130000", Evidence.SECONDARY) == (found.law.area, found.law.evidence)
    assert found.law.value is found.rule


def test_a_callers_rule_goes_before() -> None:
    """With a rule no day, place or law is needed, and no law stands beside the amount."""
    found = made(rule=PLAIN)

    assert (Decimal("832.00"), PLAIN, None) == (found.amount, found.rule, found.law)
    assert found == made(rule=PLAIN, on=ON, area="440000")


def test_the_mean_of_base_and_indexed_wage() -> None:
    """Liaoning, Sichuan and Qinghai take the mean: (8000 + 6400) / 2 x 10 x 1.4 %."""
    found = made(rule=MEAN)

    assert (Decimal("1008.00"), Fraction(7200)) == (found.amount, found.wage)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"average_index": "0.8"}, "960.00"),
        ({"average_index": "1.1"}, "1056.00"),
        ({"average_index": None, "indexed_wage": 6400}, "960.00"),
        ({"average_index": None, "indexed_wage": 8800}, "1056.00"),
    ],
)
def test_the_floor_of_the_index(facts: dict[str, Any], expected: str) -> None:
    """Below the floor the index is the floor, also where a wage is given; above it, itself."""
    assert Decimal(expected) == made(rule=FLOORED, **facts).amount


def test_an_index_of_its_own() -> None:
    """A rule with an index of its own takes that one, or the wage made of it."""
    one = made(rule=OWN, average_index=None, transition_index="1.25")
    other = made(rule=OWN, average_index=None, indexed_wage=10_000)

    assert (Decimal("1200.00"), one) == (one.amount, other)


@pytest.mark.parametrize(
    ("rule", "facts", "field", "expected"),
    [
        (OWN, {}, "average_index", "transition_index or indexed_wage"),
        (
            PLAIN,
            {"average_index": None, "transition_index": 1},
            "transition_index",
            "average_index or indexed_wage",
        ),
    ],
)
def test_another_index_is_refused_by_name(
    rule: TransitionalRule, facts: dict[str, Any], field: str, expected: str
) -> None:
    """The index of the pooled pension is not taken for one of the transitional pension's own."""
    with pytest.raises(RuleError, match="is not the index of this rule") as caught:
        made(rule=rule, **facts)

    assert (field, expected) == (caught.value.field, caught.value.faults[0].expected)


@pytest.mark.parametrize(
    "facts",
    [
        {"average_index": None},
        {"indexed_wage": 6400},
        {"transition_index": 1},
        {"transition_index": 1, "indexed_wage": 6400},
        {"average_index": None, "transition_index": 1, "indexed_wage": 6400},
    ],
)
def test_exactly_one_measure_is_given(facts: dict[str, Any]) -> None:
    """Of both indices and the indexed wage exactly one is given."""
    with pytest.raises(RuleError, match="is not given alone; expected average_index, transition"):
        made(**facts)


def test_without_a_rule_a_day_is_needed() -> None:
    """Neither a rule nor a day leaves nothing to look up."""
    with pytest.raises(RuleError, match="on: None is not given; expected the day of retirement"):
        made(rule=None, area="130000")
    with pytest.raises(MonthError, match="on: '2026-02-01' is of type str"):
        made(rule=None, on="2026-02-01", area="130000")


@pytest.mark.parametrize(
    ("area", "on", "why"),
    [
        ("440100", ON, "no decision follows from a plain formula"),
        ("440300", ON, "Shenzhen has a method of its own"),
        ("310000", ON, "notional balance over 120"),
        ("220100", ON, "1.2 % up to twenty years and 1.4 % beyond"),
        ("500000", ON, "no decision decides between them"),
        ("320500", date(2025, 10, 1), "70 % in 2025"),
        ("130000", date(2023, 1, 31), "known for 130000 from 2023-02-01 on"),
        (None, ON, "no value of it is shipped"),
    ],
)
def test_a_rule_that_is_not_known_says_why(area: str | None, on: date, why: str) -> None:
    """A method that no plain rule holds, or that was not read, is unknown with its reason."""
    with pytest.raises(UnknownLawError, match=why):
        made(rule=None, on=on, area=area)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (1.3, "a TransitionalRule"),
        ({"percent": "1.3"}, "a TransitionalRule"),
        (TransitionalRule(Decimal(130), "indexed", "average", "province", "deemed"), "percent"),
        (TransitionalRule(Decimal(1), "wage", "average", "province", "deemed"), "wage: one of"),
        (TransitionalRule(Decimal(1), "mean", "own", "province", "deemed"), "index: one of"),
    ],
)
def test_what_is_no_rule_is_refused(rule: object, expected: str) -> None:
    """A number, a table, or a rule that could not stand in a file is refused."""
    with pytest.raises(RuleError) as caught:
        made(rule=rule)

    assert "rule" == caught.value.field
    assert expected in caught.value.faults[0].expected


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"benefit_base": 8000.0}, "benefit_base"),
        ({"benefit_base": -1}, "benefit_base"),
        ({"years": 12.25}, "years"),
        ({"years": "ten"}, "years"),
        ({"average_index": 0.8}, "average_index"),
        ({"average_index": None, "indexed_wage": -1}, "indexed_wage"),
    ],
)
def test_numbers_are_exact(facts: dict[str, Any], field: str) -> None:
    """A float, a text or a negative number is refused by the name of its field."""
    with pytest.raises(MoneyError) as caught:
        made(**facts)

    assert field == caught.value.field


def test_the_law_is_a_law() -> None:
    """A law of another type is refused, and one with another rule gives another amount."""
    with pytest.raises(RuleError, match="a Law or None"):
        made(rule=None, on=ON, area="130000", law=cast("Any", {}))
    law = shipped().replacing(RULE, MEAN, area="440000")

    assert Decimal("1008.00") == made(rule=None, on=ON, area="440100", law=law).amount
