"""The forms of single values: what JSON has too, texts by a pattern, terms and fixed names."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Any

import attrs

from ...errors import Fault
from ...terms import Term
from .forms import FAILED, LARGEST, Json, Unwritable, shape_of, type_fault

__all__ = ["Names", "Plain", "TermForm", "Text"]


@attrs.frozen
class Plain:
    """A value that JSON has, too: text, an integer or a truth value."""

    kind: type

    @property
    def shape(self) -> str:
        """That of its type."""
        return shape_of(self.kind())

    @property
    def expected(self) -> str:
        """What would be right."""
        if self.kind is int:
            return f"an integer of at most {LARGEST}, above or below zero"
        return "text" if self.kind is str else "true or false"

    def _fits(self, value: object) -> bool:
        """Whether it is of the type, and an integer that every JSON reader holds."""
        if type(value) is not self.kind:
            return False
        return type(value) is not int or -LARGEST <= value <= LARGEST

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The value itself."""
        if not self._fits(value):
            raise Unwritable(value, self.expected)
        written: Json = value
        return written

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The data themselves."""
        if self._fits(data):
            return data
        faults.append(type_fault(self, data, path))
        return FAILED

    def schema(self) -> dict[str, Json]:
        """A type of JSON."""
        if self.kind is int:
            return {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
        return {"type": "string" if self.kind is str else "boolean"}


@attrs.frozen(eq=False)
class Text:
    """A value that is written as text by a pattern.

    Args:
        kinds: its types.
        pattern: what its text looks like.
        expected: the same in words.
        show: the text of a value.
        parse: the value of a text of the pattern; raises ValueError or ArithmeticError.
    """

    kinds: tuple[type, ...]
    pattern: str
    expected: str
    show: Callable[[Any], str]
    parse: Callable[[str], object]
    shape: str = "text"
    _matches: Callable[[str], object] = attrs.field(init=False)

    @_matches.default
    def _as_a_whole(self) -> Callable[[str], object]:
        return re.compile(self.pattern).fullmatch

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """Its text."""
        if type(value) in self.kinds:
            text = self.show(value)
            if self._matches(text):
                return text
        raise Unwritable(value, self.expected)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The value of a text."""
        if type(data) is not str:
            faults.append(type_fault(self, data, path))
            return FAILED
        if not self._matches(data):
            faults.append(Fault(path, data, "is not written so", self.expected))
            return FAILED
        try:
            return self.parse(data)
        except (ValueError, ArithmeticError):
            faults.append(Fault(path, data, "does not exist", self.expected))
            return FAILED

    def schema(self) -> dict[str, Json]:
        """A string of the pattern."""
        return {"type": "string", "pattern": f"^{self.pattern}$", "description": self.expected}


@attrs.frozen(eq=False)
class TermForm:
    """A term or a code, by its stable value."""

    kind: type[Enum]
    shape: str = "text"
    _members: dict[str, Enum] = attrs.field(init=False)

    @_members.default
    def _by_value(self) -> dict[str, Enum]:
        return {str(member.value): member for member in self.kind}

    @property
    def expected(self) -> str:
        """All that there are."""
        return f"one of {', '.join(self._members)}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """Its value."""
        if type(value) is not self.kind:
            raise Unwritable(value, self.expected)
        return str(value.value)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The term of a value."""
        if type(data) is str and data in self._members:
            return self._members[data]
        if type(data) is str:
            faults.append(Fault(path, data, f"is no {self.kind.__name__}", self.expected))
        else:
            faults.append(type_fault(self, data, path))
        return FAILED

    def schema(self) -> dict[str, Json]:
        """The definition of that name."""
        return {"$ref": f"#/$defs/{self.kind.__name__}"}

    def definition(self) -> dict[str, Json]:
        """All values, with the Chinese names of terms."""
        made: dict[str, Json] = {"type": "string", "enum": [*self._members]}
        named = [f"{value} {m.zh}" for value, m in self._members.items() if isinstance(m, Term)]
        return {**made, "description": "; ".join(named)} if named else made


@attrs.frozen(eq=False)
class Names:
    """One of a few fixed texts."""

    names: tuple[str, ...]
    shape: str = "text"

    @property
    def expected(self) -> str:
        """All that there are."""
        return f"one of {', '.join(self.names)}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The text itself."""
        if value not in self.names:
            raise Unwritable(value, self.expected)
        return str(value)

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The text itself."""
        if type(data) is not str:
            faults.append(type_fault(self, data, path))
            return FAILED
        if data in self.names:
            return data
        faults.append(Fault(path, data, "is none of the names", self.expected))
        return FAILED

    def schema(self) -> dict[str, Json]:
        """An enumeration."""
        return {"type": "string", "enum": [*self.names]}
