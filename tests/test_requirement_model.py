"""Requirements as values: what makes sense, what is refused, and how law data is read."""

from __future__ import annotations

from typing import Any, Final

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    CountingRule,
    EndMonth,
    InsuranceKind,
    LawFileError,
    PaymentStatus,
    RequiredMonths,
    Requirement,
    RuleError,
    Scheme,
    YearMonth,
)
from shebao.law import shipped
from shebao.law.parameters import REQUIREMENT
from shebao.law.requirement_values import LocalRequirement, read_requirement
from shebao.model.requirement import paying_scheme
from shebao.terms import RequirementPurpose

WAY: Final = RequiredMonths(12, continuous=True)
RULE: Final = CountingRule(name="rule")
RESIDENTS: Final = CountingRule(name="rule", schemes=frozenset({Scheme.RESIDENT}))
TABLE: Final[dict[str, Any]] = {
    "kinds": ["pension"],
    "ways": [{"months": 24, "continuous": True}],
    "back_paid": "all",
}


def made(**facts: Any) -> Requirement:  # noqa: ANN401
    """A requirement of pension insurance unless facts say otherwise."""
    return Requirement(
        **{"name": "asked", "kinds": (PENSION,), "ways": (WAY,), "rule": RULE, **facts}
    )


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"months": 0, "continuous": True}, ["months"]),
        ({"months": True, "continuous": True}, ["months"]),
        ({"months": "6", "continuous": 1}, ["months", "continuous"]),
        ({"months": 6, "continuous": None}, ["continuous"]),
        ({"months": 6, "continuous": True, "window": 5}, ["window"]),
        ({"months": 6, "continuous": False, "window": 6.0}, ["window"]),
    ],
)
def test_ways_that_make_no_sense(facts: dict[str, Any], fields: list[str]) -> None:
    """Months are a number from 1, and a window holds at least as many."""
    with pytest.raises(RuleError) as caught:
        RequiredMonths(**facts)

    assert fields == [fault.field for fault in caught.value.faults]


def test_a_window_may_be_as_long_as_the_months() -> None:
    """All months of a window may be asked for."""
    assert RequiredMonths(6, continuous=False, window=6).window == 6


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"name": ""}, ["name"]),
        ({"name": 5}, ["name"]),
        ({"kinds": ()}, ["kinds"]),
        ({"kinds": PENSION}, ["kinds"]),
        ({"kinds": [PENSION]}, ["kinds"]),
        ({"kinds": ("pension",)}, ["kinds"]),
        ({"kinds": (PENSION, PENSION)}, ["kinds"]),
        ({"kinds": None, "kinds_needed": 3}, ["kinds"]),
        ({"ways": ()}, ["ways"]),
        ({"ways": 12}, ["ways"]),
        ({"ways": (WAY, WAY)}, ["ways"]),
        ({"ways": (12,)}, ["ways"]),
        ({"rule": None}, ["rule"]),
        ({"rule": CountingRule(name="r", kinds=frozenset({MEDICAL}))}, ["rule"]),
        ({"rule": CountingRule(name="r", counts=frozenset({PaymentStatus.DEEMED}))}, ["rule"]),
        ({"rule": CountingRule(name="r", schemes=frozenset())}, ["rule"]),
        ({"rule": RESIDENTS, "kinds": (PENSION, UNEMPLOYMENT)}, ["rule"]),
        ({"area": "Beijing"}, ["area"]),
        ({"area": 110000}, ["area"]),
        ({"kinds_needed": 0}, ["kinds_needed"]),
        ({"kinds_needed": 2}, ["kinds_needed"]),
        ({"kinds_needed": True}, ["kinds_needed"]),
        ({"back_paid_most": -1}, ["back_paid_most"]),
        ({"back_paid_most": "all"}, ["back_paid_most"]),
        ({"excusable": 1}, ["excusable"]),
        ({"needs_current": "yes"}, ["needs_current"]),
        ({"formed_by_end": 1}, ["formed_by_end"]),
        ({"kinds_open": None}, ["kinds_open"]),
        ({"gaps_open": "open"}, ["gaps_open"]),
        ({"end": "month_of"}, ["end"]),
        (
            {"name": "", "kinds": (), "ways": (), "rule": 1, "area": "1", "end": None},
            ["name", "kinds", "ways", "rule", "area", "end"],
        ),
    ],
)
def test_requirements_that_make_no_sense(facts: dict[str, Any], fields: list[str]) -> None:
    """Each part is named that cannot be, all at once."""
    with pytest.raises(RuleError) as caught:
        made(**facts)

    assert fields == [fault.field for fault in caught.value.faults]


def test_the_scheme_that_pays_on() -> None:
    """The first scheme of a rule pays, residents only what they have; nobody where none is."""
    alone = CountingRule(name="r", schemes=frozenset({Scheme.FLEXIBLE, Scheme.RESIDENT}))

    assert paying_scheme(RULE, PENSION) is Scheme.EMPLOYEE
    assert paying_scheme(alone, UNEMPLOYMENT) is Scheme.FLEXIBLE
    assert paying_scheme(RESIDENTS, MEDICAL) is Scheme.RESIDENT
    assert paying_scheme(RESIDENTS, WORK_INJURY) is None


@pytest.mark.parametrize(
    ("end", "application", "last"),
    [
        (EndMonth.MONTH_OF, YearMonth(2026, 1), YearMonth(2026, 1)),
        (EndMonth.MONTH_BEFORE, YearMonth(2026, 1), YearMonth(2025, 12)),
        (EndMonth.DECEMBER_BEFORE, YearMonth(2026, 1), YearMonth(2025, 12)),
        (EndMonth.DECEMBER_BEFORE, YearMonth(2026, 12), YearMonth(2025, 12)),
        (EndMonth.DECEMBER_BEFORE, YearMonth(2027, 1), YearMonth(2026, 12)),
    ],
)
def test_the_last_month_that_is_looked_at(
    end: EndMonth, application: YearMonth, last: YearMonth
) -> None:
    """The month itself, the one before it, or December of the year before."""
    assert last == made(end=end).end_month(application)


@pytest.mark.parametrize("end", EndMonth)
@pytest.mark.parametrize("number", range(1, 13))
def test_the_first_application_that_looks_at_a_month(end: EndMonth, number: int) -> None:
    """It looks at the month or at a later one, and the one before it does not."""
    month, asked = YearMonth(2026, number), made(end=end)
    application = asked.first_application(month)

    assert asked.end_month(application) >= month
    assert asked.end_month(application - 1) < month


def test_a_requirement_is_a_value(copies: Any) -> None:  # noqa: ANN401
    """Equal parts make equal requirements, which can be hashed and copied."""
    asked = made(area="110000", kinds=(PENSION, MEDICAL), kinds_needed=1)

    assert {asked, made(area="110000", kinds=(PENSION, MEDICAL), kinds_needed=1)} == {asked}
    assert [asked] * len(copies(asked)) == copies(asked)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("all", (None, None)),
        ("unknown", (0, None)),
        (0, (0, 0)),
        (5, (5, 5)),
        ([0, 3], (0, 3)),
        ((2, 2), (2, 2)),
        ([3, None], (3, None)),
        ([0, None], (0, None)),
        (None, (None, None)),
    ],
)
def test_back_paid_months_are_read(given: object, read: tuple[int | None, int | None]) -> None:
    """Words, a number, or the least and the most, of which None is without limit."""
    assert read == read_requirement({**TABLE, "back_paid": given}).back_paid


@pytest.mark.parametrize(
    "given",
    [
        "some",
        "",
        -1,
        True,
        1.0,
        [3, 0],
        [None, 3],
        [1],
        [1, 2, 3],
        [],
        [False, None],
        [0.0, None],
        {},
    ],
)
def test_back_paid_months_that_are_refused(given: object) -> None:
    """Anything else is no number of back-paid months, neither is more at least than at most."""
    with pytest.raises(ValueError, match="back_paid: all, unknown, a number of months, or a pair"):
        read_requirement({**TABLE, "back_paid": given})


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"kinds": ["old age"]}, "kinds: .*one of pension"),
        ({"kinds": ["pension", "pension"]}, "kinds: a list of 0 or more, each once"),
        ({"ways": []}, "ways: a list of 1 or more"),
        ({"ways": [{"months": 0, "continuous": True}]}, "months: a whole number of months from 1"),
        ({"ways": [{"months": 24, "continuous": 1}]}, "continuous: true or false"),
        ({"ways": [{"months": 24, "continuous": True, "window": 12}]}, "window: .*too few months"),
        ({"ways": [{"months": 24}]}, "a table of months, continuous, window"),
        ({"kinds_needed": 2}, "kinds_needed: 2 is no such number"),
        ({"kinds_needed": 0}, "kinds_needed: a whole number of kinds from 1"),
        ({"kinds": [], "kinds_needed": 1}, "kinds by name where kinds_needed"),
        ({"kinds": ["unemployment"], "schemes": ["resident"]}, "rule: .*unemployment insurance"),
        ({"schemes": ["civil"]}, "schemes: .*one of employee"),
        ({"is_local": "yes"}, "is_local: true or false"),
        ({"bridging": -1}, "bridging: a whole number of months from 0"),
        ({"excusable": 0}, "excusable: true or false"),
        ({"end": "last_month"}, "end: one of month_before"),
        ({"needs_current": None}, "needs_current: true or false"),
        ({"formed_by_end": "yes"}, "formed_by_end: true or false"),
        ({"gaps_open": 1}, "gaps_open: true or false"),
        ({"kinds_open": True}, "a table of kinds, ways"),
        ({"colour": "red"}, "a table of kinds, ways"),
    ],
)
def test_tables_that_are_refused(parts: dict[str, Any], why: str) -> None:
    """What is wrong with a table is said with what would be right."""
    with pytest.raises(ValueError, match=why):
        read_requirement({**TABLE, **parts})


@pytest.mark.parametrize("value", [None, 24, "all", [TABLE], {}, {"kinds": ["pension"]}])
def test_what_is_no_table(value: object) -> None:
    """Kinds, ways and back-paid months have to be said."""
    with pytest.raises(ValueError, match="a table of kinds, ways, back_paid"):
        read_requirement(value)


def test_a_ready_value_is_read_as_it_is() -> None:
    """What was read once is taken; what does not go together is refused all the same."""
    value = read_requirement(TABLE)
    wrong = LocalRequirement((PENSION,), (WAY,), (0, 0), kinds_needed=2)

    assert read_requirement(value) is value
    with pytest.raises(ValueError, match="kinds_needed"):
        read_requirement(wrong)


def test_a_value_of_law_is_refused_by_its_name() -> None:
    """A law with a wrong requirement names the parameter."""
    parameter = REQUIREMENT[RequirementPurpose.HOME]
    with pytest.raises(LawFileError, match=r"requirement\.home"):
        shipped().replacing(parameter, {**TABLE, "kinds_needed": 2}, area="110000")


def test_what_a_local_requirement_asks_for() -> None:
    """Every part of the table comes to stand in the requirement."""
    value = read_requirement(
        {
            "kinds": ["medical", "maternity"],
            "ways": [{"months": 24, "continuous": False, "window": 36}],
            "back_paid": [1, 3],
            "kinds_needed": 1,
            "schemes": ["employee"],
            "bridging": 2,
            "excusable": True,
            "end": "month_of",
            "needs_current": True,
            "formed_by_end": True,
            "gaps_open": True,
        }
    )

    assert value.asked("asked", "110000") == Requirement(
        name="asked",
        kinds=(MEDICAL, MATERNITY),
        ways=(RequiredMonths(24, continuous=False, window=36),),
        rule=CountingRule(
            name="asked",
            schemes=frozenset({Scheme.EMPLOYEE}),
            bridging=2,
            back_paid_limit=1,
            merged_from=YearMonth(2020, 1),
        ),
        area="110000",
        kinds_needed=1,
        back_paid_most=3,
        excusable=True,
        end=EndMonth.MONTH_OF,
        needs_current=True,
        formed_by_end=True,
        gaps_open=True,
    )


def test_months_anywhere() -> None:
    """Where it is not local, months of any place count, of all schemes but that of residents."""
    asked = read_requirement({**TABLE, "is_local": False}).asked("asked", "110000")

    assert asked.area is None
    assert asked.rule.schemes == set(Scheme) - {Scheme.RESIDENT}
    assert asked.rule.merged_from is None


def test_a_text_that_names_no_insurance() -> None:
    """An empty list is any insurance; one that is chosen is that one, and nothing is open."""
    value = read_requirement({**TABLE, "kinds": []})
    every, one = value.asked("asked", "110000"), value.asked("asked", "110000", MEDICAL)

    assert value.kinds == ()
    assert (every.kinds, every.kinds_open) == (tuple(InsuranceKind), True)
    assert every.rule.merged_from == YearMonth(2020, 1)
    assert (one.kinds, one.kinds_open, one.rule.merged_from) == ((MEDICAL,), False, None)
    named = read_requirement(TABLE).asked("asked", "110000", MEDICAL)
    assert (named.kinds, named.kinds_open) == ((PENSION,), False)


def test_nobody_is_asked_for_more_than_a_hundred_years() -> None:
    """1200 months are the most."""
    assert RequiredMonths(1200, continuous=True).months == 1200
    with pytest.raises(RuleError, match="months: 1201 is no number of months"):
        RequiredMonths(1201, continuous=True)
