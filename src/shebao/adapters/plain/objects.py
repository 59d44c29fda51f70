"""The form of objects with fields: classes of values by their fields, and values in a box.

An object may name its ``type`` and the version of the documents, ``shebao``; so a whole document
may stand wherever a value of its class may. A subclass always names its type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, get_type_hints

import attrs

from ...errors import Fault, FaultyInputError
from ...masking import written
from .catalogue import classes, tag_of
from .forms import FAILED, Form, Json, Unwritable, inside, type_fault

__all__ = [
    "VERSION",
    "Layout",
    "Member",
    "Named",
    "Object",
    "boxed",
    "class_layout",
    "version_fault",
]

#: The version of the documents: what is written now, and the only one there is to read.
VERSION: Final = 1
_HEAD: Final = frozenset({"shebao", "type"})
_WORD: Final = re.compile(r"\w+")


@attrs.frozen
class Member:
    """A field of an object.

    Attributes:
        name: its key.
        form: the form of its value.
        get: its value, of the whole.
        is_required: whether it has no default.
    """

    name: str
    form: Form
    get: Callable[[Any], object]
    is_required: bool = True


@attrs.frozen
class Layout:
    """The fields of an object, and what makes a value of them."""

    members: tuple[Member, ...]
    make: Callable[..., object]


@attrs.frozen(eq=False)
class Object:
    """An object with fields.

    Args:
        tag: the name of its class in documents.
        kind: its class.
        lay_out: its fields, made when they are first asked for: classes may hold themselves.
        find: the object of a name.
        is_boxed: whether it holds a value that stands without it elsewhere.
    """

    tag: str
    kind: type
    lay_out: Callable[[], Layout]
    find: Callable[[str], Object | None]
    is_boxed: bool = False
    shape: str = "object"

    @cached_property
    def layout(self) -> Layout:
        """Its fields."""
        return self.lay_out()

    @cached_property
    def _keys(self) -> frozenset[str]:
        return _HEAD | {member.name for member in self.layout.members}

    @property
    def expected(self) -> str:
        """What would be right."""
        return f"an object with the fields of {self.tag}"

    def write(self, value: Any) -> dict[str, Json]:  # noqa: ANN401
        """The fields of a value, with its type if it is of a subclass."""
        if type(value) is not self.kind:
            return self._written_by_subclass(value)
        written: dict[str, Json] = {}
        name = ""
        try:
            for member in self.layout.members:
                name = member.name
                written[name] = member.form.write(member.get(value))
        except Unwritable as error:
            raise error.within(name) from None
        return written

    def _written_by_subclass(self, value: object) -> dict[str, Json]:
        narrower = self._narrower(tag_of(type(value)))
        if narrower is None:
            raise Unwritable(value, f"a {self.tag}")
        return Named(narrower).write(value)

    def _narrower(self, tag: object) -> Object | None:
        """The object of a subclass by its name."""
        found = self.find(tag) if type(tag) is str else None
        return found if found is not None and issubclass(found.kind, self.kind) else None

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The value of an object, if all fields are right and the class has nothing against it."""
        if not isinstance(data, dict):
            faults.append(type_fault(self, data, path))
            return FAILED
        tag = data.get("type", self.tag)
        if tag != self.tag:
            narrower = self._narrower(tag)
            if narrower is not None:
                return narrower.read(data, path, faults)
            said = tag if type(tag) is str else "***"
            faults.append(Fault(inside(path, "type"), said, f"is no {self.tag}", self.tag))
            return FAILED
        found = [*self._key_faults(data, path)]
        values: dict[str, object] = {}
        for member in self.layout.members:
            if member.name in data:
                place = inside(path, member.name)
                values[member.name] = member.form.read(data[member.name], place, found)
            elif member.is_required:
                place, expected = inside(path, member.name), member.form.expected
                found.append(Fault(place, None, "is missing", expected))
        return self._made(values, path, faults, found)

    def _made(
        self, values: dict[str, object], path: str, faults: list[Fault], found: list[Fault]
    ) -> object:
        if not found:
            try:
                return self.layout.make(**values)
            except FaultyInputError as error:
                found += [self._located(fault, path) for fault in error.faults]
        faults += found
        return FAILED

    def _key_faults(self, data: dict[object, object], path: str) -> Iterator[Fault]:
        if "shebao" in data and (type(data["shebao"]) is not int or data["shebao"] != VERSION):
            yield version_fault(data["shebao"], path)
        if not data.keys() <= self._keys:
            names = ", ".join(member.name for member in self.layout.members)
            for key in data:
                if key not in self._keys:
                    problem = f"is no field of {self.tag}"
                    name = key if isinstance(key, str) else written(key)
                    field = inside(path, name) or self.tag
                    yield Fault(field, key, problem, f"one of {names}")

    def _located(self, fault: Fault, path: str) -> Fault:
        """A fault of the model, with its path in the document."""
        word = _WORD.match(fault.field)
        if word is not None and word[0] in self._keys:
            return attrs.evolve(fault, field=inside(path, fault.field))
        return attrs.evolve(fault, field=path or fault.field)

    def schema(self) -> dict[str, Json]:
        """The definition of that name, or those of subclasses."""
        own: dict[str, Json] = {"$ref": f"#/$defs/{self.definition_name}"}
        narrower = (self._narrower(tag_of(kind)) for kind in classes() if kind is not self.kind)
        found = [Named(form).schema() for form in narrower if form is not None]
        return {"anyOf": [own, *found]} if found else own

    @property
    def definition_name(self) -> str:
        """The name of its definition: a box is not what lies in it."""
        return f"{self.tag}.boxed" if self.is_boxed else self.tag

    def definition(self) -> dict[str, Json]:
        """Its fields as JSON Schema."""
        members = self.layout.members
        properties: dict[str, Json] = {
            "shebao": {"const": VERSION},
            "type": {"const": self.tag},
            **{member.name: member.form.schema() for member in members},
        }
        made: dict[str, Json] = {
            "type": "object",
            "properties": properties,
            "required": [member.name for member in members if member.is_required],
            "additionalProperties": False,
        }
        said = "" if self.is_boxed else (self.kind.__doc__ or "").partition("\n")[0]
        return {"description": said, **made} if said else made


@attrs.frozen(eq=False)
class Named:
    """An object that says its type, where nothing else does."""

    form: Object
    shape: str = "object"

    @property
    def expected(self) -> str:
        """What the object says, with its type."""
        return f'{self.form.expected} and type "{self.form.tag}"'

    def write(self, value: Any) -> dict[str, Json]:  # noqa: ANN401
        """The object, its type first."""
        return {"type": self.form.tag, **self.form.write(value)}

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """What the object reads."""
        return self.form.read(data, path, faults)

    def schema(self) -> dict[str, Json]:
        """That of the object, with a type."""
        return {"allOf": [self.form.schema(), {"required": ["type"]}]}


def version_fault(version: object, path: str = "") -> Fault:
    """The fault of another version than there is."""
    is_newer = type(version) is int and version > VERSION
    problem = "is a version of a later shebao" if is_newer else "is no version of a document"
    said = version if type(version) in (int, str) else "***"
    expected = f"{VERSION}, or a shebao that reads it" if is_newer else str(VERSION)
    return Fault(inside(path, "shebao"), said, problem, expected)


def boxed(kind: type, tag: str, form: Form, find: Callable[[str], Object | None]) -> Object:
    """An object that holds a value without fields: ``{"type": "date", "value": "2026-01-29"}``."""
    layout = Layout((Member("value", form, lambda value: value),), lambda value: value)
    return Object(tag, kind, lambda: layout, find, is_boxed=True)


def class_layout(
    kind: type, form_of: Callable[[Any], Form], without: Container[str] = ()
) -> Layout:
    """The public fields of a class, in order, by their annotations."""
    hints = get_type_hints(kind)
    members = tuple(
        Member(
            field.name,
            form_of(hints[field.name]),
            attrgetter(field.name),
            is_required=field.default is attrs.NOTHING,
        )
        for field in attrs.fields(kind)
        if not field.name.startswith("_") and field.name not in without
    )
    return Layout(members, kind)
