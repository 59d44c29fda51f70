"""Values of any class that documents carry, by the types of its fields, and documents gone wrong."""

from __future__ import annotations

import copy
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from shebao import (
    BenefitSpell,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    EndMonth,
    Family,
    FamilyTie,
    IdentityNumber,
    Kinship,
    MonthSet,
    MonthSpan,
    PaymentStatus,
    Person,
    Provenance,
    RequiredMonths,
    Requirement,
    Scheme,
    Sex,
    ShebaoError,
    WageSeries,
    YearMonth,
)
from shebao.adapters.plain.catalogue import term_classes
from shebao.terms import Term
from strategies import days, histories, kinds, month_sets, months, periods, spans

__all__ = ["JUNK", "broken", "facts", "json_values", "values_of"]

Document = dict[str, Any]

_NUMBERS: Final = ("11010519491231002X", "110105491231002")
_AMOUNTS: Final = st.decimals(0, 10**9, places=2, allow_nan=False) | st.sampled_from(
    [Decimal("0E-2"), Decimal("1E+5"), Decimal("-12.34"), Decimal(4000)]
)
_FRACTIONS: Final = st.fractions(-(10**6), 10**6, max_denominator=10**9)
_NAIVE: Final = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1))  # noqa: DTZ001
_ZONES: Final = st.sampled_from([UTC, timezone(timedelta(hours=8))])
_MOMENTS: Final = _NAIVE | st.builds(datetime.replace, _NAIVE, tzinfo=_ZONES)
_TEXTS: Final = st.text(max_size=6) | st.sampled_from(["2025-01", "130100", "paid", "张三"])
_INTEGERS: Final = st.integers(-5, 2000) | st.sampled_from([2**53 - 1, 1 - 2**53])
_STEPS: Final = st.dictionaries(
    months(), st.none() | st.fractions(1, 10**5, max_denominator=100), max_size=5
)


def _terms() -> SearchStrategy[Term]:
    return st.sampled_from(
        [each for kind in term_classes() for each in kind if isinstance(each, Term)]
    )


def facts() -> SearchStrategy[object]:
    """What a condition requires or finds."""
    pairs = st.tuples(_INTEGERS, _INTEGERS)
    return st.none() | st.booleans() | _INTEGERS | _TEXTS | pairs | days() | months() | _terms()


def _anything() -> SearchStrategy[object]:
    """What stands in a document with its type, or without."""
    single = facts() | _AMOUNTS | _FRACTIONS | spans() | month_sets() | _MOMENTS
    lists = st.lists(single, max_size=3).map(tuple)
    return single | lists | st.dictionaries(st.text(max_size=3), single, max_size=2)


def _rules() -> SearchStrategy[CountingRule]:
    """Rules of one to three kinds."""
    some = st.integers(0, 4)
    return st.builds(
        CountingRule,
        name=st.sampled_from(["made", "自定"]),
        kinds=st.frozensets(kinds(), max_size=3),
        schemes=st.frozensets(st.sampled_from(Scheme), max_size=3),
        counts=st.frozensets(st.sampled_from([*PaymentStatus][:2])),
        holds=st.frozensets(st.sampled_from([*PaymentStatus][2:])),
        bridging=some,
        repair=st.none() | some,
        back_paid_limit=st.none() | some,
        area=st.sampled_from([None, "130100"]),
        window=st.none() | st.integers(1, 24),
        merged_from=st.none() | months(),
    )


def _requirements() -> SearchStrategy[Requirement]:
    """Requirements of one or two ways."""
    return st.builds(
        Requirement,
        name=st.just("made"),
        kinds=st.lists(kinds(), min_size=1, max_size=3, unique=True).map(tuple),
        ways=st.lists(_ways(), min_size=1, max_size=2, unique=True).map(tuple),
        rule=st.just(CountingRule(name="made")),
        area=st.sampled_from([None, "440300"]),
        back_paid_most=st.none() | st.integers(0, 9),
        needs_current=st.booleans(),
        end=st.sampled_from(EndMonth),
    )


def _ways() -> SearchStrategy[RequiredMonths]:
    window = st.none() | st.integers(60, 90)
    return st.builds(RequiredMonths, st.integers(1, 60), st.booleans(), window)


def _spells() -> SearchStrategy[BenefitSpell]:
    return st.builds(
        BenefitSpell, months(), st.integers(12, 24), st.integers(0, 12), st.none() | st.just(9)
    )


def _people() -> SearchStrategy[Person]:
    return st.builds(
        Person,
        birth=st.dates(date(1940, 1, 1), date(2015, 1, 1)) | months(),
        sex=st.sampled_from(Sex),
        household_registration=st.sampled_from([None, "130100"]),
        label=st.sampled_from([None, "甲", "乙"]),
    )


@st.composite
def _ties(draw: DrawFn) -> FamilyTie:
    child = draw(_people())
    parent = attrs.evolve(child, birth=date(1930, 1, 1), label=draw(st.sampled_from(["丙", "丁"])))
    kinship = draw(st.sampled_from([Kinship.PARENT, Kinship.STEP_PARENT, Kinship.SPOUSE]))
    raised = draw(st.booleans()) if kinship is Kinship.STEP_PARENT else None
    return FamilyTie(child, parent, kinship, raised)


@st.composite
def _records(draw: DrawFn) -> ContributionHistory:
    """Records, also as they stood on a day, with months ahead and of unknown origin."""
    history = draw(histories(max_size=4))
    return history.as_of(draw(days())) if draw(st.booleans()) else history


_OF: Final[Mapping[Any, Callable[[], SearchStrategy[Any]]]] = {
    ContributionHistory: _records,
    BenefitSpell: _spells,
    ContributionPeriod: periods,
    CountingRule: _rules,
    Decimal: lambda: _AMOUNTS,
    Family: lambda: _ties().map(lambda tie: Family([tie])),
    FamilyTie: _ties,
    Fraction: lambda: _FRACTIONS,
    IdentityNumber: lambda: st.sampled_from(_NUMBERS).map(IdentityNumber),
    MonthSet: month_sets,
    MonthSpan: spans,
    Person: _people,
    Provenance: lambda: st.sets(st.integers(1, 40), min_size=1, max_size=6).map(
        lambda rows: Provenance.of("a.csv", rows)
    ),
    RequiredMonths: _ways,
    Requirement: _requirements,
    Term: _terms,
    WageSeries: lambda: _STEPS.map(lambda steps: WageSeries(cast("Any", steps))),
    YearMonth: months,
    bool: st.booleans,
    date: days,
    datetime: lambda: _MOMENTS,
    int: lambda: _INTEGERS,
    object: _anything,
    str: lambda: _TEXTS,
    type(None): st.none,
}


@cache
def values_of(hint: Any, depth: int = 2) -> SearchStrategy[Any]:  # noqa: ANN401
    """Values of a type; those that the class itself refuses are left out.

    Args:
        hint: the type.
        depth: how deep classes may stand in classes that hold themselves.
    """
    if isinstance(hint, TypeVar):
        return _anything()
    if hint in _OF:
        return _OF[hint]()
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuples(parts, depth)
    if origin in (Union, types.UnionType):
        return st.one_of(*(values_of(part, depth) for part in parts))
    if origin is frozenset:
        return st.frozensets(values_of(parts[0], depth), max_size=4)
    return st.sampled_from(parts) if origin is Literal else _made(origin or hint, depth)


def _tuples(parts: tuple[Any, ...], depth: int) -> SearchStrategy[Any]:
    if parts[1:] == (...,):
        return st.lists(values_of(parts[0], depth - 1), max_size=2 if depth > 0 else 0).map(tuple)
    return st.tuples(*(values_of(part, depth) for part in parts))


def _made(kind: Any, depth: int) -> SearchStrategy[Any]:  # noqa: ANN401
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    fields = [
        field
        for field in attrs.fields(kind)
        if not field.name.startswith("_") and field.name != "raw"  # rows stay with their table
    ]

    @st.composite
    def made(draw: DrawFn) -> object:
        hints = get_type_hints(kind)
        return kind(**{field.name: draw(values_of(hints[field.name], depth)) for field in fields})

    def tried(draw: DrawFn) -> object:
        try:
            return draw(made())
        except ShebaoError:
            return None

    return st.composite(tried)().filter(lambda value: value is not None)


#: What may stand where something else belongs.
JUNK: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    0,
    3,
    10**20,
    2.5,
    "",
    "x",
    "2025-02-30",
    "2025-13",
    "0000-01",
    "1/0",
    "1E+9999",
    "9" * 5000,
    "130102199003077719",
    [],
    {},
    ["x"],
    {"type": "Person"},
    {"type": "Fact"},
    {"type": "date", "value": "2025-02-30"},
    {"type": []},
    {"shebao": 2},
)


def json_values() -> SearchStrategy[Any]:
    """Data such as ``json.loads`` gives, the keys and names of documents often among them."""
    words = st.sampled_from(
        ["shebao", "type", "value", "Person", "periods", "tuple", "dict", "date"]
    )
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | words
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner) | st.dictionaries(words | st.text(), inner),
        max_leaves=20,
    )


def _places(data: object) -> list[tuple[Any, Any]]:
    """Every container in a document with each of its keys."""
    own: list[tuple[Any, Any]] = []
    if isinstance(data, dict):
        own = [(data, key) for key in data]
    elif isinstance(data, list):
        own = [(data, index) for index in range(len(data))]
    return own + [place for container, key in own for place in _places(container[key])]


@st.composite
def broken(draw: DrawFn, document: Document) -> Document:
    """A document with a few changes: keys lost, renamed or added, values replaced or repeated."""
    made = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(_places(made) or [(made, "type")]))
        change = draw(st.sampled_from(["lose", "junk", "rename", "add", "repeat", "move"]))
        if change == "lose":
            del container[key]
        elif change == "junk":
            container[key] = copy.deepcopy(draw(st.sampled_from(JUNK)))
        elif isinstance(container, list):
            container.append(copy.deepcopy(container[key]))
        elif change == "rename":
            container[f"{key}s"] = container.pop(key)
        elif change == "add":
            container["shebao"] = draw(st.sampled_from([1, 2, 0, True, None, "1"]))
        else:
            other, place = draw(st.sampled_from(_places(made)))
            container[key] = copy.deepcopy(other[place])
    return made
