"""Documents: which values they carry, how these stand in them, and what is refused with which words."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast, get_args, get_origin, get_type_hints

import attrs
import pytest

import shebao
from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    Decision,
    FamilyTie,
    IdentityNumber,
    Kinship,
    Law,
    Missing,
    MonthSet,
    MonthSpan,
    Outcome,
    Overview,
    PaymentStatus,
    PeriodError,
    Person,
    Provenance,
    Reason,
    RecordsError,
    Scheme,
    Sex,
    ShebaoError,
    Verdict,
    WageSeries,
    YearMonth,
    breaks,
    codes,
    counting,
    explain,
    from_dict,
    overview,
    pension,
    to_dict,
)
from shebao.adapters.plain.catalogue import class_of, classes, tag_of, tags
from shebao.adapters.plain.kinds import form_of
from shebao.law import shipped
from shebao.law.loader import shipped_place
from shebao.law.timeline import Dated
from shebao.rules.counts import Bounded, Gap
from shebao.rules.estimate import Figures
from shebao.rules.passage import Passage
from shebao.rules.resident import YearsPaid
from test_wording import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

ON: Final = date(2026, 1, 29)
ANN: Final = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE, label="甲")
MAY: Final = Person(birth=YearMonth(1968, 2), sex=Sex.FEMALE)
PERIOD: Final = ContributionPeriod(PENSION, "2025-01..2025-03", base="2620.50")

#: What no document carries, and why.
NOT_CARRIED: Final = {
    "ColumnMap": "what columns hold is an argument of a reader",
    "Hole": "a part of a timeline of law",
    "Inventory": "a list of parameters of law, which are code",
    "Lack": "a parameter of law that is not known, which is code",
    "Law": "law is data of its own, in files; documents carry the values of it that were used",
    "Parameter": "code: it reads values of law",
    "Place": "the law of a place, as it is loaded",
    "Timeline": "a part of a law",
}

#: Packages of which no class is carried, and why.
ROWS: Final = {
    "shebao.adapters.exports.effects": "what words of status mean is an argument of a reader",
    "shebao.adapters.frames": "rows for tables are dicts already",
    "shebao.adapters.tables": "rows of a table as they were read",
}


def public_classes() -> set[type]:
    """All classes with fields that users can reach: by name, by a field, or as an answer.

    What ``converters`` gives is a class of cattrs.
    """
    found: set[type] = set()
    for module in _modules():
        for name in module.__all__:
            item = getattr(module, name)
            if inspect.isfunction(item):
                _reach(get_type_hints(item).get("return"), found)
            else:
                _reach(item, found)
    for dated in law_values():
        _reach(type(dated.value), found)
    return found


def _modules() -> list[Any]:
    own = [getattr(shebao, name) for name in shebao.__all__ if name != "converters"]
    return [shebao, *(item for item in own if isinstance(item, ModuleType))]


def _reach(hint: Any, found: set[type]) -> None:  # noqa: ANN401
    """Note the classes that a type names, and those that their public fields name."""
    for part in get_args(hint):
        _reach(part, found)
    kind = get_origin(hint) or hint
    if isinstance(kind, type) and attrs.has(kind) and kind not in found:
        found.add(kind)
        for name, inner in get_type_hints(kind).items():
            if not name.startswith("_"):
                _reach(inner, found)


def law_values() -> Iterator[Dated[Any]]:
    """Every value of law that is shipped."""
    for area in ("100000", "130000", "310000", "440300", "110000", "350000"):
        place = shipped_place(area)
        assert place is not None
        for line in place.timelines.values():
            yield from (entry for entry in line.entries if isinstance(entry, Dated))


def refused(data: object) -> list[str]:
    """The faults of a document, in words."""
    with pytest.raises(RecordsError) as caught:
        from_dict(data)
    return list(map(str, caught.value.faults))


# --- What is carried ---------------------------------------------------------------------------


def test_every_public_class_is_carried_or_has_a_reason() -> None:
    """A class that users can reach stands in documents, but for those of law itself."""
    single = {MonthSet, YearMonth}
    others = {kind for kind in public_classes() - single if tag_of(kind) is None}
    found = {kind.__name__ for kind in others if not kind.__module__.startswith((*ROWS,))}

    assert {*NOT_CARRIED} == found


def test_what_is_carried_can_be_reached() -> None:
    """No class is carried in vain: users reach each, or law that is shipped in files holds it."""
    idle = {kind for kind in classes() if kind not in public_classes()}

    assert [] == sorted(
        each.__name__ for each in idle if not each.__module__.startswith("shebao.law")
    )


def test_names_are_told_apart() -> None:
    """Two classes of one name have two names in documents."""
    assert len(tags()) == len({class_of(tag) for tag in tags()})
    assert {"Waiting", "WaitingAfterGap"} <= {*tags()}
    assert all(tag == tag_of(cast("type", class_of(tag))) for tag in tags())


def test_every_decision_comes_back() -> None:
    """Decisions of every rule, with conditions, alternatives and values, are what they were."""
    for decision in DECISIONS:
        back = from_dict(json.loads(json.dumps(to_dict(decision))), Decision)
        assert decision == back
        assert explain(decision) == explain(back)


def test_every_value_of_law_comes_back() -> None:
    """Whatever form a value of law has, it stands in a document with its citation."""
    found = [*law_values()]

    assert 300 < len(found)
    assert found == [from_dict(to_dict(each)) for each in found]


def test_an_overview_comes_back_and_says_the_same() -> None:
    """An overview that was read shows itself in the same words, with what its counts left out."""
    late = ContributionPeriod(PENSION, "2026-02..2026-05")
    held = ContributionPeriod(MEDICAL, "2025-01..2025-12", status=PaymentStatus.ARREARS)
    view = overview(ANN, ContributionHistory([PERIOD, late, held]), on=ON, area="130100")
    back = from_dict(to_dict(view), Overview)

    assert view == back
    assert view.text() == back.text()
    assert "未计入" in back.text()


def test_an_impact_comes_back() -> None:
    """What a gap costs is a document, with both worlds in it."""
    history = ContributionHistory([ContributionPeriod(PENSION, "2020-01..2026-01")])
    found = breaks.impact(history, "2026-02..2026-06", on=ON, area="130100")

    assert found == from_dict(to_dict(found))


def test_a_count_of_maternity_knows_the_medical_months() -> None:
    """Employee medical months count as maternity months; those left out are told, too."""
    arrears = ContributionPeriod(MEDICAL, "2025-01..2025-12", status=PaymentStatus.ARREARS)
    count = counting.cumulative(ContributionHistory([arrears, PERIOD]), MATERNITY, on=ON)
    document = to_dict(count)

    assert ["medical"] == [each["kind"] for each in document["left_out"]["periods"]]
    assert count.left_out == from_dict(document).left_out != ()


@pytest.mark.parametrize(
    "value",
    [
        3,
        "文",
        True,
        ON,
        YearMonth(2025, 1),
        datetime(2026, 1, 29, 23, tzinfo=UTC),
        Decimal("2620.50"),
        Fraction(-3, 5),
        MonthSet(["2025-01", "2025-03"]),
        range(3, 14),
        range(3, 9, 3),
        (),
        (PERIOD, None, 1, "x", Sex.MALE, (ON,)),
        {"130100": PERIOD, "": ()},
        shebao.Question.PENSION,
    ],
)
def test_values_without_fields_are_documents(value: object) -> None:
    """Numbers, texts, days, terms, tuples and dicts stand in a document by the name of their type."""
    document = to_dict(value)

    assert type(value).__name__ == document["type"]
    back = from_dict(json.loads(json.dumps(document)))
    assert (type(value), value) == (type(back), back)


# --- How it stands there -----------------------------------------------------------------------


def test_a_history_as_a_document() -> None:
    """Months, money, terms, days and rows stand as texts and small objects."""
    period = ContributionPeriod(
        PENSION,
        "2025-01..2025-03",
        base="2620.50",
        area="130100",
        settled_on=date(2025, 4, 2),
        count=(1, 2),
        provenance=Provenance.of("a.csv", [2, 4, 6, 7]),
    )
    expected = {
        "shebao": 1,
        "type": "ContributionHistory",
        "periods": [
            {
                "kind": "pension",
                "months": {"first": "2025-01", "last": "2025-03"},
                "base": "2620.50",
                "status": "paid",
                "area": "130100",
                "scheme": "employee",
                "employer": None,
                "declared_on": None,
                "settled_on": "2025-04-02",
                "count": [1, 2],
                "provenance": {
                    "source": "a.csv",
                    "row": 2,
                    "others": [
                        {"first": 4, "last": 6, "step": 2},
                        {"first": 7, "last": 7, "step": 1},
                    ],
                },
            }
        ],
        "prepaid": [],
        "unknown_origin": [],
        "with_repeats": False,
    }

    assert expected == to_dict(ContributionHistory([period]))


def test_people_and_rules_as_documents() -> None:
    """A birth is a day or a month, a set stands in the order of its terms."""
    tie = to_dict(FamilyTie(ANN, MAY, Kinship.PARENT))
    rule = to_dict(CountingRule(name="x", schemes=frozenset({Scheme.RESIDENT, Scheme.EMPLOYEE})))

    assert ("1996-05-01", "1968-02") == (tie["person"]["birth"], tie["relative"]["birth"])
    assert ("甲", None) == (tie["person"]["label"], tie["relative"]["label"])
    assert ["employee", "resident"] == rule["schemes"]


def test_an_identity_number_is_whole() -> None:
    """A document is data: the number stands in it, and nowhere in what is shown of the value."""
    number = IdentityNumber("11010519491231002x")

    assert {"shebao": 1, "type": "IdentityNumber", "full": "11010519491231002X"} == to_dict(number)
    assert number.full == from_dict(to_dict(number)).full


def test_facts_name_their_types() -> None:
    """A term, a day or a month among facts says what it is; JSON's own values need not."""
    would = ((YearMonth(2025, 1), Outcome.ELIGIBLE), ("2025-01", Outcome.INELIGIBLE))
    condition = Condition(
        Reason.DEPENDS, Verdict.UNKNOWN, (1, 2), ON, needs=(Missing("x", would=would),)
    )
    document = to_dict(condition)

    assert [1, 2] == document["required"]
    assert {"type": "date", "value": "2026-01-29"} == document["actual"]
    assert [
        [{"type": "YearMonth", "value": "2025-01"}, "eligible"],
        ["2025-01", "ineligible"],
    ] == document["needs"][0]["would"]
    assert condition == from_dict(document)


def test_amounts_that_may_be_texts_name_their_types() -> None:
    """Where a text and a decimal are both allowed, the text is plain."""
    figures = Figures(account="85000", benefit_base=Decimal(7000), payout_months=Fraction(1, 3))
    document = to_dict(figures)

    assert "85000" == document["account"]
    assert {"type": "Decimal", "value": "7000"} == document["benefit_base"]
    assert {"type": "Fraction", "value": "1/3"} == document["payout_months"]
    assert figures == from_dict(document)


def test_wages_as_a_document() -> None:
    """A series is its steps, and reads as it was."""
    series = WageSeries({"2023-07": 6000, "2024-07": Fraction(1, 3), "2025-07": None})
    document = to_dict(series)

    assert [["2023-07", "6000"], ["2024-07", "1/3"], ["2025-07", None]] == document["steps"]
    assert series == from_dict(document)


def test_a_subclass_says_its_type() -> None:
    """Where a bounded number is wanted, a count may stand, and says that it is one."""
    count = counting.cumulative(ContributionHistory([PERIOD]), PENSION, on=ON)
    passage = Passage(ON, count, YearsPaid(), count)
    document = to_dict(passage)

    assert "type" not in document["employee_months"]
    assert "Count" == document["months_after"]["type"]
    assert passage == from_dict(document)
    assert "type" not in to_dict(attrs.evolve(passage, months_after=Bounded(1, 2)))["months_after"]


def test_a_whole_document_may_stand_in_another() -> None:
    """A person's document may be put where a person stands."""
    tie = FamilyTie(ANN, MAY, Kinship.PARENT)

    assert tie == from_dict({**to_dict(tie), "person": to_dict(ANN)})


def test_fields_with_a_default_may_be_left_out() -> None:
    """What is written by hand needs what the class needs."""
    short = {"kind": "pension", "months": {"first": "2025-01", "last": "2025-03"}}
    document = {
        "shebao": 1,
        "type": "ContributionHistory",
        "periods": [{**short, "base": "2620.50"}],
    }

    assert ContributionHistory([PERIOD]) == from_dict(document)


def test_repeated_counts_are_one_unless_a_day_left_them_alike() -> None:
    """A span known by its number is one however often it is written; two that a day made alike stay."""
    spans = [
        ContributionPeriod(PENSION, "2025-01..2025-12", count=(3, 11)),
        ContributionPeriod(PENSION, "2025-01..2026-12", count=(1, 12)),
    ]
    alike = ContributionHistory(spans).as_of(date(2025, 6, 30))
    document = to_dict(alike)

    assert 2 == len(alike)
    assert alike == from_dict(document)
    assert document["with_repeats"]
    assert 1 == len(from_dict({**document, "with_repeats": False}))


def test_months_ahead_stand_beside_the_record() -> None:
    """What was paid for later months, as a record of a day has it, is there again."""
    year = ContributionPeriod(PENSION, "2025-01..2025-12", settled_on=date(2025, 1, 9))
    record = ContributionHistory([year]).as_of(date(2025, 3, 31))
    back = from_dict(to_dict(record), ContributionHistory)

    assert (record, record.prepaid) == (back, back.prepaid)
    assert 1 == len(back.prepaid)


def test_types_of_fields_have_forms_or_are_told() -> None:
    """A field of a class that no document carries is a mistake of whoever adds the class."""
    assert form_of(int).shape == form_of(int | None).shape
    with pytest.raises(TypeError, match="is in no catalogue"):
        form_of(Law)


def test_faults_are_documents() -> None:
    """A fault keeps a value that documents carry; of any other it keeps what Python shows, masked."""
    with pytest.raises(ShebaoError) as caught:
        ContributionPeriod(PENSION, "2025-01", base="x")
    fault = cast("PeriodError", caught.value).faults[0]
    odd = attrs.evolve(fault, value=[2.5, "110105491231002"])

    assert fault == from_dict(to_dict(fault))
    assert "[2.5, '110105*********']" == to_dict(odd)["value"]


# --- What is refused ---------------------------------------------------------------------------


def test_faults_name_their_paths() -> None:
    """All that is wrong is told at once, with the path, the value and what would be right."""
    good = to_dict(PERIOD)
    document = {
        "shebao": 1,
        "type": "ContributionHistory",
        "periods": [
            good,
            {**good, "kind": "pensions", "base": 4000, "bas": 1},
            {**good, "months": {"first": "2025-13"}, "count": [1, 2, 3]},
            {**good, "base": "4,000", "area": "x", "provenance": "a.csv"},
        ],
    }
    bad = "pension, medical, unemployment, work_injury, maternity"

    assert [
        (
            "periods[1].bas: 'bas' is no field of ContributionPeriod; expected one of kind, months, base, "
            "status, area, scheme, employer, declared_on, settled_on, count, provenance"
        ),
        f"periods[1].kind: 'pensions' is no InsuranceKind; expected one of {bad}",
        (
            "periods[1].base: 4000 is of type int; expected an exact number as text, such as 2620.50, "
            "or null"
        ),
        "periods[2].months.first: '2025-13' is not written so; expected a month such as 2025-01",
        "periods[2].months.last: None is missing; expected a month such as 2025-01",
        (
            "periods[2].count: 3 is no such number of items; expected a list of 2: an integer of at "
            "most 9007199254740991, above or below zero; an integer of at most 9007199254740991, above "
            "or below zero"
        ),
        (
            "periods[3].base: '4,000' is not written so; expected an exact number as text, such as "
            "2620.50, or null"
        ),
        (
            "periods[3].provenance: '***' is of type str; expected an object with the fields of "
            "Provenance, or null"
        ),
    ] == refused(document)


def test_what_a_value_refuses_has_its_path() -> None:
    """Faults of the values themselves are told where they stand in the document."""
    good = to_dict(PERIOD)
    odd = {**good, "area": "x", "months": {"first": "2025-02", "last": "2025-01"}}
    worse = {**good, "area": "x", "scheme": "resident", "kind": "maternity"}
    rows = {"source": "a", "row": 9, "others": [{"first": 3, "last": 4}]}

    assert [
        (
            "periods[0].months.last: '2025-01' lies before the first month; expected a month not "
            "before 2025-02"
        ),
        (
            "periods[1].scheme: Scheme.RESIDENT has no insurance of kind InsuranceKind.MATERNITY; "
            "expected pension or medical insurance"
        ),
        "periods[1].area: 'x' is not an area code; expected six digits as text, such as \"130100\"",
        (
            "periods[2].provenance.others: (range(3, 5),) are no further rows; expected ranges of "
            "rows, each after the one before"
        ),
    ] == refused(
        {
            "shebao": 1,
            "type": "ContributionHistory",
            "periods": [odd, worse, {**good, "provenance": rows}],
        }
    )


def test_contradictions_have_the_path_of_the_record() -> None:
    """Periods that exclude each other are a fault of the record, wherever it stands."""
    other = attrs.evolve(PERIOD, base=Decimal(3000))
    document = {"shebao": 1, "type": "tuple", "value": []}
    document["value"] = [
        {"type": "ContributionHistory", "periods": [to_dict(PERIOD), to_dict(other)]}
    ]

    (fault,) = refused(document)
    assert fault.startswith(
        "value[0]: '2025-01..2025-03' is held by periods that exclude each other"
    )


def test_ties_are_numbered_from_zero() -> None:
    """A tie that excludes another has the number that it has in the document."""
    ties = [FamilyTie(ANN, MAY, kinship) for kinship in (Kinship.PARENT, Kinship.SPOUSE)]
    document = {"shebao": 1, "type": "Family", "ties": list(map(to_dict, ties))}

    assert [
        "ties[1]: '***' is spouse where another tie says parent; expected one tie between two people"
    ] == refused(document)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ([], "document: '***' is of type list; expected a dict with a version and a type"),
        ({"type": "Sex", "value": "male"}, "shebao: None is missing; expected 1, the version"),
        (
            {"shebao": 2, "type": "New"},
            "shebao: 2 is a version of a later shebao; expected 1, or a shebao that reads it",
        ),
        (
            {"shebao": "1", "type": "Sex", "value": "male"},
            "shebao: '1' is no version of a document; expected 1",
        ),
        (
            {"shebao": [], "type": "Sex", "value": "male"},
            "shebao: '***' is no version of a document; expected 1",
        ),
        (
            {"shebao": 1},
            "type: None is missing; expected the name of a kind of value, such as Person",
        ),
        (
            {"shebao": 1, "type": "Law"},
            (
                "type: 'Law' is no kind of value here; expected the name of a kind of value, such as "
                "Person"
            ),
        ),
        (
            {"shebao": 1, "type": ["Law"]},
            (
                "type: '***' is no kind of value here; expected the name of a kind of value, such as "
                "Person"
            ),
        ),
        (
            {"shebao": 1, "type": "date", "value": "2025-02-30"},
            "value: '2025-02-30' does not exist; expected a day such as 2025-01-31",
        ),
        (
            {"shebao": 1, "type": "Fraction", "value": "1/0"},
            "value: '1/0' does not exist; expected a fraction as text, such as 3/5",
        ),
        (
            {"shebao": 1, "type": "int", "value": 2**53},
            (
                "value: '***' is too large; expected an integer of at most 9007199254740991, above or "
                "below zero"
            ),
        ),
        (
            {"shebao": 1, "type": "bool", "value": 1},
            "value: 1 is of type int; expected true or false",
        ),
        (
            {"shebao": 1, "type": "range", "first": 3, "last": 5, "step": 0},
            "step: 0 is no distance of rows; expected an int from 1",
        ),
        (
            {"shebao": 1, "type": "range", "first": 3, "last": 6, "step": 2},
            "last: 6 is not reached from the first row; expected 3, or some steps of 2 later",
        ),
        (
            {"shebao": 1, "type": "WageSeries", "steps": [["2025-01", "1"], ["2025-01", "2"]]},
            "steps: 2 have two wages for a month; expected one a month",
        ),
        (
            {"shebao": 1, "type": "CountingRule", "name": "x", "schemes": ["resident", "resident"]},
            "schemes[1]: 'resident' is there twice; expected each once",
        ),
        (
            {"shebao": 1, "type": "CountingRule", "name": "x", "schemes": "resident"},
            (
                "schemes: '***' is of type str; expected a list; of each item, one of employee, "
                "flexible, resident, public_sector"
            ),
        ),
        (
            {"shebao": 1, "type": "MonthSet", "value": [{"type": "Gap", "first": "2025-01"}]},
            "value[0].type: 'Gap' is no MonthSpan; expected MonthSpan",
        ),
        (
            {"shebao": 1, "type": "MonthSet", "value": [{"type": {}}]},
            "value[0].type: '***' is no MonthSpan; expected MonthSpan",
        ),
        (
            {"shebao": 1, "type": "tuple", "value": [2.5]},
            (
                "value[0]: 2.5 is of type float; expected null, true or false, an integer, text, a "
                "list, or an object with a type"
            ),
        ),
        (
            {"shebao": 1, "type": "tuple", "value": [{}]},
            "value[0].type: None is missing; expected the name of a kind of value, such as Person",
        ),
        (
            {"shebao": 1, "type": "dict", "value": []},
            (
                "value: '***' is of type list; expected an object; of each value, null, true or false, "
                "an integer, text, a list, or an object with a type"
            ),
        ),
        (
            {"shebao": 1, "type": "dict", "value": {3: 1}},
            "value: '***' has a key of type int; expected keys of text",
        ),
        (
            {"shebao": 1, "type": "Sex", "value": 3},
            "value: 3 is of type int; expected one of male, female",
        ),
        (
            {"shebao": 1, "type": "YearMonth", "value": None},
            "value: None is of type NoneType; expected a month such as 2025-01",
        ),
        (
            {"shebao": 1, "type": "Provenance", "source": "a", "row": 1, "others": [[1, 2]]},
            "others[0]: '***' is of type list; expected an object with the fields of range",
        ),
    ],
)
def test_what_is_no_document(document: object, fault: str) -> None:
    """Versions, types and forms that do not exist are refused with what would be right."""
    assert [fault] == refused(document)


def test_a_mode_is_one_of_two_names() -> None:
    """Of a condition made of parts, all or any have to be met."""
    document = to_dict(Condition(Reason.DEPENDS, Verdict.MET, mode="all"))

    assert "all" == document["mode"]
    assert ["mode: 'some' is none of the names; expected one of all, any, or null"] == refused(
        {**document, "mode": "some"}
    )
    assert ["mode: 3 is of type int; expected one of all, any, or null"] == refused(
        {**document, "mode": 3}
    )


def test_a_fact_is_no_person() -> None:
    """What a condition found is a number, a day or a term, and nothing with fields."""
    document = {**to_dict(Condition(Reason.DEPENDS, Verdict.MET)), "actual": to_dict(ANN)}

    assert [
        (
            "actual.type: 'Person' is no kind of value here; expected the name of a kind of value, "
            "such as Person"
        )
    ] == refused(document)


def test_pairs_are_lists() -> None:
    """What a value would give is a pair, and no number."""
    (fault,) = refused({"shebao": 1, "type": "Missing", "name": "x", "would": [3]})

    assert fault.startswith("would[0]: 3 is of type int; expected a list of 2: null, true or false")


def test_a_count_of_months_is_a_number_or_a_pair() -> None:
    """An object has no place where a number or a pair of numbers stands."""
    document = {**to_dict(PERIOD), "count": {"type": "int"}}
    (fault,) = refused(document)

    assert fault.startswith("count: '***' is of type dict; expected an integer")


def test_names_are_not_shown() -> None:
    """A label is never shown, nor a text where a person should stand."""
    tie = to_dict(FamilyTie(ANN, MAY, Kinship.PARENT))
    faults = refused({**tie, "person": "张三", "relative": {**tie["relative"], "label": 7}})

    assert [
        "person: '***' is of type str; expected an object with the fields of Person",
        "relative.label: '***' is of type int; expected text, or null",
    ] == faults


def test_another_class_than_is_wanted() -> None:
    """Who wants a record is not given a person; a subclass is as good as its class."""
    with pytest.raises(RecordsError, match="type: 'Person' is another kind of value; expected Con"):
        from_dict(to_dict(ANN), ContributionHistory)
    count = counting.cumulative(ContributionHistory([PERIOD]), PENSION, on=ON)
    assert count == from_dict(to_dict(count), Bounded)


def test_what_is_nested_too_deeply() -> None:
    """Data without end are refused, on the way in and on the way out."""
    data: list[Any] = []
    for _ in range(20_000):
        data = [data]
    condition = Condition(Reason.DEPENDS, Verdict.MET)
    for _ in range(2_000):
        condition = Condition(Reason.DEPENDS, Verdict.MET, mode="all", parts=(condition,))

    expected = "'***' is nested too deeply; expected values as this library makes them"
    assert [f"document: {expected}"] == refused({"shebao": 1, "type": "tuple", "value": data})
    with pytest.raises(RecordsError, match=r"value: .* is nested too deeply"):
        to_dict(condition)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (shipped(), "value: '***' is of type Law; expected a value of this library"),
        (None, "value: '***' is of type NoneType; expected a value of this library"),
        (2.5, "value: '***' is of type float; expected a value of this library"),
        ((PERIOD, 2.5), "value[1]: '***' is of type float; expected null, true or false"),
        ((2**53,), "value[0]: '***' is of type int; expected an integer of at most"),
        ({3: 1}, "value: '***' is of type int; expected keys of text"),
        (Decimal("NaN"), "value: '***' is of type Decimal; expected an exact number as text"),
        (
            Condition(Reason.DEPENDS, Verdict.MET, cast("Any", ANN)),
            "required: '***' is of type Person; expected null, true or false",
        ),
        (
            Condition(Reason.DEPENDS, Verdict.MET, parts=cast("Any", (3,))),
            "parts[0]: '***' is of type int; expected a Condition",
        ),
        (
            Condition(Reason.DEPENDS, Verdict.MET, parts=cast("Any", [])),
            "parts: '***' is of type list; expected a list; of each item, an object",
        ),
        (
            Condition(Reason.DEPENDS, cast("Any", "met")),
            "verdict: '***' is of type str; expected one of met, not_met",
        ),
        (
            Condition(Reason.DEPENDS, Verdict.MET, mode=cast("Any", "some")),
            "mode: '***' is of type str; expected one of all, any",
        ),
        (
            Gap(1, 1, MonthSpan("2025-01", "2025-01"), is_open=True, in_arrears=cast("Any", 3)),
            "in_arrears: '***' is of type int; expected a list; of each item, an object",
        ),
        (
            Figures(account=cast("Any", 2.5)),
            "account: '***' is of type float; expected an integer of at most",
        ),
        (
            Missing("x", would=cast("Any", ((1,),))),
            "would[0]: '***' is of type tuple; expected a list of 2",
        ),
        (
            Missing("x", would=cast("Any", ((1, 2),))),
            "would[0][1]: '***' is of type int; expected one of eligible, ineligible",
        ),
        (
            attrs.evolve(
                pension.eligibility(ANN, ContributionHistory(), on=ON), on=cast("Any", "x")
            ),
            "on: '***' is of type str; expected a day such as 2025-01-31",
        ),
    ],
)
def test_what_has_no_document(value: object, fault: str) -> None:
    """What is no value of this library, alone or inside another, is refused with its path."""
    with pytest.raises(RecordsError) as caught:
        to_dict(value)

    assert str(caught.value).startswith(fault)


# --- Cost --------------------------------------------------------------------------------------


def test_documents_are_loaded_when_they_are_asked_for() -> None:
    """``import shebao`` brings in nothing of documents, and documents nothing of cattrs."""
    code = (
        "import sys, shebao\n"
        "found = [m for m in sys.modules if m.startswith('shebao.adapters')]\n"
        "shebao.to_dict(shebao.Sex.MALE)\n"
        "print(found, 'cattrs' in sys.modules, 'shebao.report' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert "[] False False" == done.stdout.strip()


def test_a_working_life_takes_milliseconds() -> None:
    """Forty years, month by month, are written and read in far less than a tenth of a second."""
    first = YearMonth(1985, 1)
    months = [ContributionPeriod(PENSION, first + n, base=4000 + n) for n in range(480)]
    history = ContributionHistory(months)
    from_dict(to_dict(history))

    began = time.perf_counter()
    back = from_dict(to_dict(history))
    assert 100 > (time.perf_counter() - began) * 1000
    assert history == back


def test_codes_are_documents() -> None:
    """What a code of an office stands for is a value, too."""
    found = codes.from_code("110", system=codes.CodeSystem.MOHRSS)

    assert found == from_dict(to_dict(found))
