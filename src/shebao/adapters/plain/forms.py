"""What a form is: how values of one kind stand in a document; and forms made of other forms.

A form writes a value as JSON-ready data, reads it back with faults that name the path, and
describes both as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, Protocol

import attrs

from ...errors import Fault

__all__ = [
    "FAILED",
    "LARGEST",
    "Choice",
    "Form",
    "Json",
    "Maybe",
    "Unwritable",
    "inside",
    "shape_of",
    "type_fault",
]

Json = dict[str, Any] | list[Any] | str | int | bool | None

#: Stands for what could not be read; its faults were noted.
FAILED: Final = object()
#: The integers that JSON readers of every language hold exactly lie between it and its negative.
LARGEST: Final = 2**53 - 1
_SHAPES: Final[Mapping[type, str]] = {
    bool: "bool",
    int: "integer",
    str: "text",
    list: "list",
    dict: "object",
}


class Unwritable(Exception):  # noqa: N818  (a signal that never leaves this package)
    """A value that has no form, found somewhere inside another one."""

    def __init__(self, value: object, expected: str) -> None:
        super().__init__()
        self.problem = f"is of type {type(value).__name__}"
        self.expected = expected
        self.path = ""

    def within(self, part: str) -> Unwritable:
        """The same, one step further out."""
        self.path = inside(part, self.path)
        return self


class Form(Protocol):
    """How values of one kind stand in a document."""

    @property
    def shape(self) -> str:
        """What JSON makes of it: bool, integer, text, list or object."""

    @property
    def expected(self) -> str:
        """What would be right, in words."""

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The value as data; raises Unwritable for others."""

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The value that data stand for; FAILED, with faults, if there is none."""

    def schema(self) -> dict[str, Json]:
        """The data as JSON Schema; definitions are referred to by name."""


def inside(path: str, part: str) -> str:
    """The path of a part: of a field after a dot, of an item in brackets.

    Example:
        >>> inside(inside("periods", "[3]"), "months")
        'periods[3].months'
    """
    if not path or not part:
        return path or part
    return f"{path}{part}" if part.startswith("[") else f"{path}.{part}"


def shape_of(data: object) -> str:
    """What JSON calls data; nothing for null and for what is no data."""
    return _SHAPES.get(type(data), "")


def type_fault(form: Form, data: object, path: str) -> Fault:
    """The fault of data of the wrong type.

    Numbers are shown, and of texts those that cannot be a name in the place of a person.
    """
    is_number = type(data) in (bool, float) or (type(data) is int and abs(data) <= LARGEST)
    is_text = type(data) is str and form.shape not in ("object", "list")
    is_shown = data is None or ((is_number or is_text) and not path.endswith("label"))
    problem = f"is of type {type(data).__name__}"
    if type(data) is int and form.shape == "integer":
        problem = "is too large"
    return Fault(path, data if is_shown else "***", problem, form.expected)


@attrs.frozen(eq=False)
class Maybe:
    """A value of a form, or null for None."""

    form: Form

    @property
    def shape(self) -> str:
        """That of the form."""
        return self.form.shape

    @property
    def expected(self) -> str:
        """What the form says, or null."""
        return f"{self.form.expected}, or null"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """Null, or what the form writes."""
        return None if value is None else self.form.write(value)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """None, or what the form reads."""
        if data is None:
            return None
        found: list[Fault] = []
        value = self.form.read(data, path, found)
        faults += (self._or_null(fault) if fault.field == path else fault for fault in found)
        return value

    def _or_null(self, fault: Fault) -> Fault:
        is_form = fault.expected == self.form.expected
        return attrs.evolve(fault, expected=self.expected) if is_form else fault

    def schema(self) -> dict[str, Json]:
        """Either of both."""
        return {"anyOf": [self.form.schema(), {"type": "null"}]}


@attrs.frozen(eq=False)
class Choice:
    """A value of one of several forms; those that JSON cannot tell apart stand with their type.

    Args:
        plain: the form of each shape that is written as it is.
        named: the others, as objects with a ``type``, by its name.
        forms: all of them in order, each as it is written.
    """

    plain: Mapping[str, Form]
    named: Mapping[str, Form]
    shape: str = "object"

    @property
    def expected(self) -> str:
        """What would be right."""
        return "; or ".join(form.expected for form in (*self.plain.values(), *self.named.values()))

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """What the first form that fits writes."""
        for form in (*self.plain.values(), *self.named.values()):
            with suppress(Unwritable):
                return form.write(value)
        raise Unwritable(value, self.expected)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """What the form of that shape, or of that type, reads."""
        form = self.plain.get(shape_of(data))
        if isinstance(data, dict):
            tag = data.get("type")
            form = self.named.get(tag) if type(tag) is str else None
        if form is not None:
            return form.read(data, path, faults)
        faults.append(type_fault(self, data, path))
        return FAILED

    def schema(self) -> dict[str, Json]:
        """Any of them."""
        return {"anyOf": [f.schema() for f in (*self.plain.values(), *self.named.values())]}
