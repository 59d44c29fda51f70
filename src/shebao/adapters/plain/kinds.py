"""From a type to its form: annotations of fields, names in documents, classes of values."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs

from ...errors import Fault
from ...masking import shown
from ...month_sets import MonthSet
from ...months import MonthSpan, YearMonth
from ...terms import Term
from .catalogue import class_of, tag_of, tags
from .forms import FAILED, Choice, Form, Json, Maybe, Unwritable, inside, shape_of, type_fault
from .lists import Fixed, Keyed, Listed, Spans
from .objects import Layout, Named, Object, boxed, class_layout
from .scalars import Names, Plain, TermForm, Text
from .special import LAYOUTS, rows_layout

__all__ = [
    "ANYTHING",
    "Anything",
    "by_type",
    "find",
    "form_of",
    "name_fault",
    "named",
    "names",
]

_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?"
_MONTH: Final = "[0-9]{4}-(0[1-9]|1[0-2])"


def _day_or_month(text: str) -> date | YearMonth:
    return YearMonth.parse(text) if len(text) == len("2025-01") else date.fromisoformat(text)


_TEXTS: Final[dict[Any, Text]] = {
    date: Text((date,), _DAY, "a day such as 2025-01-31", str, date.fromisoformat),
    YearMonth: Text((YearMonth,), _MONTH, "a month such as 2025-01", str, YearMonth.parse),
    date | YearMonth: Text(
        (date, YearMonth),
        f"({_DAY}|{_MONTH})",
        "a day such as 2025-01-31, or a month such as 2025-01",
        str,
        _day_or_month,
    ),
    datetime: Text(
        (datetime,),
        rf"{_DAY}T{_CLOCK}([+-]{_CLOCK})?",
        "a moment such as 2026-01-29T23:00:00",
        datetime.isoformat,
        datetime.fromisoformat,
    ),
    Decimal: Text(
        (Decimal,),
        r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,4})?",
        "an exact number as text, such as 2620.50",
        str,
        Decimal,
    ),
    Fraction: Text(
        (Fraction,), "-?[0-9]+(/[0-9]+)?", "a fraction as text, such as 3/5", str, Fraction
    ),
}
_PLAIN: Final[dict[Any, Plain]] = {kind: Plain(kind) for kind in (bool, int, str)}


@attrs.frozen(eq=False)
class Anything:
    """A value of any kind: what JSON has as it is, lists for tuples, all else with its type.

    Args:
        name: the name of its definition.
        kinds: what may be in it with a type; None is all that documents carry.
        listed: the form of a tuple; None is a list of anything.
    """

    name: str
    kinds: frozenset[type] | None = None
    listed: Form | None = None
    shape: str = "object"
    expected: str = "null, true or false, an integer, text, a list, or an object with a type"

    @property
    def items(self) -> Form:
        """The form of a tuple."""
        return self.listed or Listed(self)

    def allows(self, kind: type) -> bool:
        """Whether values of a class may be in it with a type."""
        if self.kinds is None or kind in self.kinds:
            return True
        return Term in self.kinds and issubclass(kind, Term)

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The value, with its type if JSON has none."""
        if value is None:
            return None
        if type(value) in _PLAIN:
            return _PLAIN[type(value)].write(value)
        if type(value) is tuple:
            return self.items.write(value)
        form = named(type(value))
        if form is None or not self.allows(type(value)):
            raise Unwritable(value, self.expected)
        return form.write(value)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The value that data stand for by themselves."""
        if data is None:
            return None
        if type(data) in _PLAIN:
            return _PLAIN[type(data)].read(data, path, faults)
        if shape_of(data) == "list":
            return self.items.read(data, path, faults)
        if not isinstance(data, dict):
            faults.append(type_fault(self, data, path))
            return FAILED
        form = self._typed(data.get("type"))
        if form is not None:
            return form.read(data, path, faults)
        faults.append(name_fault(data, path))
        return FAILED

    def _typed(self, tag: object) -> Object | None:
        form = find(tag) if type(tag) is str else None
        return form if form is not None and self.allows(form.kind) else None

    def schema(self) -> dict[str, Json]:
        """The definition of that name."""
        return {"$ref": f"#/$defs/{self.name}"}

    def definition(self) -> dict[str, Json]:
        """What JSON has as it is, lists, and objects by their types."""
        allowed = (form for tag in names() if (form := find(tag)) and self.allows(form.kind))
        return {
            "anyOf": [
                {"type": ["null", "boolean", "string"]},
                _PLAIN[int].schema(),
                self.items.schema(),
                by_type(allowed),
            ]
        }


def by_type(forms: Iterable[Object]) -> dict[str, Json]:
    """Objects that say their types as JSON Schema."""
    found = {form.tag: form.schema() for form in forms}
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": [*found]}},
        "allOf": [
            {"if": {"properties": {"type": {"const": tag}}}, "then": schema}
            for tag, schema in found.items()
        ],
    }


ANYTHING: Final = Anything("Value")


def name_fault(data: dict[Any, Any], path: str) -> Fault:
    """The fault of an object whose type is not said, or is none of this place."""
    place, expected = inside(path, "type"), "the name of a kind of value, such as Person"
    if "type" not in data:
        return Fault(place, None, "is missing", expected)
    tag = data["type"]
    return Fault(place, tag if type(tag) is str else "***", "is no kind of value here", expected)


@cache
def form_of(hint: Any) -> Form:  # noqa: ANN401
    """The form of what an annotation allows.

    Example:
        >>> form_of(tuple[date, ...]).write((date(2026, 1, 29),))
        ['2026-01-29']
    """
    if isinstance(hint, TypeVar):
        return ANYTHING
    known = _KNOWN.get(hint)
    if known is not None:
        return known
    origin = get_origin(hint)
    makes = _GENERIC.get(origin)
    return _class_form(origin or hint) if makes is None else makes(get_args(hint))


def _tuple(parts: tuple[Any, ...]) -> Form:
    if parts[1:] == (...,):
        return Listed(form_of(parts[0]))
    return Fixed(tuple(map(form_of, parts)))


def _class_form(kind: type) -> Form:
    if kind is MonthSet:
        return Spans(form_of(MonthSpan))
    if issubclass(kind, Enum):
        return TermForm(kind)
    found = find(tag_of(kind) or kind.__name__)
    if found is None:
        raise TypeError(f"{kind} is in no catalogue")
    return found


def _union(parts: tuple[Any, ...]) -> Form:
    """The form of one of several types; what may be anything may be null already."""
    kinds = [part for part in parts if part is not types.NoneType]
    if Term in kinds:
        return _fact(kinds)
    if any(form_of(kind) is ANYTHING for kind in kinds):
        return ANYTHING
    form = form_of(Union[tuple(kinds)]) if len(kinds) < len(parts) else _choice(kinds)  # noqa: UP007
    return Maybe(form) if len(kinds) < len(parts) else form


def _choice(kinds: list[Any]) -> Form:
    """Several types, of which those of one shape stand with their names, but for text."""
    forms = {kind: form_of(kind) for kind in kinds}
    shapes = [form.shape for form in forms.values()]
    plain: dict[str, Form] = {}
    with_names: dict[str, Form] = {}
    for kind, form in forms.items():
        if shapes.count(form.shape) == 1 or kind is str:
            plain[form.shape] = form
        else:
            box = cast("Named", named(kind))
            with_names[box.form.tag] = box
    return Choice(plain, with_names)


_FACTS: Final = (date, YearMonth)


@cache
def _facts(more: tuple[type, ...]) -> Anything:
    name = "Or".join(["Fact", *(kind.__name__ for kind in more)])
    return Anything(name, frozenset({*_FACTS, *more, Term}), Fixed((_PLAIN[int], _PLAIN[int])))


def _fact(kinds: list[Any]) -> Form:
    """What is required or found of a condition: terms, days and months with their types."""
    plain = (*_FACTS, Term, bool, int, str)
    return _facts(tuple(kind for kind in kinds if kind not in plain and get_origin(kind) is None))


_KNOWN: Final[dict[Any, Form]] = {**_PLAIN, **_TEXTS, object: ANYTHING, Any: ANYTHING}
_GENERIC: Final[dict[Any, Callable[[tuple[Any, ...]], Form]]] = {
    Literal: Names,
    Union: _union,
    frozenset: lambda parts: Listed(form_of(parts[0]), frozenset),
    tuple: _tuple,
    types.UnionType: _union,
}
#: Values without fields, by their names in documents.
_BOXES: Final[dict[str, tuple[type, Any]]] = {
    "Decimal": (Decimal, Decimal),
    "Fraction": (Fraction, Fraction),
    "MonthSet": (MonthSet, MonthSet),
    "YearMonth": (YearMonth, YearMonth),
    "bool": (bool, bool),
    "date": (date, date),
    "datetime": (datetime, datetime),
    "int": (int, int),
    "str": (str, str),
    "tuple": (tuple, tuple[Any, ...]),
}


def names() -> tuple[str, ...]:
    """All names of kinds of values, sorted."""
    return tuple(sorted((*tags(), *_BOXES, "dict", "range")))


@cache
def find(tag: str) -> Object | None:
    """The object that a name in documents stands for."""
    if tag == "range":
        return Object(tag, range, lambda: rows_layout(form_of), find)
    if tag == "dict":
        return boxed(dict, tag, Keyed(ANYTHING), find)
    if tag in _BOXES:
        kind, hint = _BOXES[tag]
        return boxed(kind, tag, form_of(hint), find)
    found = class_of(tag)
    if found is None:
        return None
    if issubclass(found, Enum):
        return boxed(found, tag, TermForm(found), find)
    return Object(tag, found, lambda: _layout(tag, found), find)


def _layout(tag: str, kind: type) -> Layout:
    if tag == "Fault":
        return _fault_layout(class_layout(kind, form_of))
    lay_out = LAYOUTS.get(tag)
    return class_layout(kind, form_of) if lay_out is None else lay_out(form_of)


def _fault_layout(layout: Layout) -> Layout:
    """That of a fault, whose value may be anything at all: what has no form stands in words."""
    members = (
        attrs.evolve(member, get=_sayable) if member.name == "value" else member
        for member in layout.members
    )
    return attrs.evolve(layout, members=tuple(members))


def _sayable(fault: Fault) -> object:
    try:
        ANYTHING.write(fault.value)
    except Unwritable:
        return shown(fault.value)
    return fault.value


def named(kind: type) -> Named | None:
    """The form of a class, with its name; None if it has no place in a document."""
    found = find(tag_of(kind) or kind.__name__)
    return Named(found) if found is not None and found.kind is kind else None
