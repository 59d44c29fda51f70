"""Typed access to the tables of a file; every fault is kept, with its path inside the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, TypeVar

import attrs

from ..errors import Fault, LawFileError

__all__ = ["Checker", "Table", "join", "parse"]

Table = Mapping[str, object]
V = TypeVar("V")

_EXPECTED: Final[Mapping[type, str]] = {
    str: "text",
    date: "a day such as 2025-01-01, without quotes",
    dict: "a table",
    list: "a list of tables, [[...]]",
}
_PLACE: Final = re.compile(r"(.*) \(at line ([0-9]+), column ([0-9]+)\)", re.DOTALL)
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


@attrs.frozen
class Checker:
    """Collects the faults of one file.

    Attributes:
        source: the name of the file.
        faults: what was found so far.
    """

    source: str
    faults: list[Fault] = attrs.field(factory=list)

    def fault(self, field: str, value: object, problem: str, expected: str) -> None:
        """Keep a fault."""
        shown = str(value) if isinstance(value, date) else value
        self.faults.append(Fault(field, shown, problem, expected, self.source))

    def keys(self, table: Table, path: str, allowed: Collection[str]) -> None:
        """Keep a fault for each key that has no meaning."""
        for key in table:
            if key not in allowed:
                self.fault(join(path, key), key, "is no known key", f"one of {', '.join(allowed)}")

    def take(self, table: Table, path: str, key: str, kind: type[V]) -> V | None:
        """The value of a key if it is of a kind; None, with a fault, if it is not."""
        if key not in table:
            self.fault(join(path, key), None, "is missing", _EXPECTED[kind])
            return None
        return self.take_any(table, path, key, kind)

    def take_any(self, table: Table, path: str, key: str, kind: type[V]) -> V | None:
        """The same of a key that may be absent."""
        value = table.get(key)
        if value is None:
            return None
        if type(value) is not kind or value == "":
            problem = "is empty" if value == "" else "is of the wrong type"
            self.fault(join(path, key), value, problem, _EXPECTED[kind])
            return None
        return value

    def finish(self) -> None:
        """Raise all faults together, if there are any.

        Raises:
            LawFileError: with every fault.
        """
        if self.faults:
            raise LawFileError(*self.faults)


def join(path: str, key: str) -> str:
    """The path of a key inside a table, as TOML writes it.

    Example:
        >>> join("parameters", "pension.minimum_months")
        'parameters."pension.minimum_months"'
    """
    shown = key if _BARE.fullmatch(key) else f'"{key}"'
    return f"{path}.{shown}" if path else shown


def parse(text: str, source: str) -> Table:
    """The tables of a TOML text.

    Raises:
        LawFileError: if it is not TOML, with line and column where the parser names them.
    """
    import tomllib  # noqa: PLC0415  (only law that is read needs it)

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.fullmatch(str(error))
        problem, line, column = found.groups() if found else (str(error), None, None)
        place = (int(line), int(column)) if line and column else (None, None)
        fault = Fault("toml", None, f"cannot be read: {problem}", "TOML", source, *place)
        raise LawFileError(fault) from None
