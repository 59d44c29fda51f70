"""Reads the dated entries of the parameters in a file of law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from ..model.areas import NATION
from .checks import Checker, Table, join
from .citations import Citation, Evidence, Instrument
from .parameters import ALL
from .timeline import Dated, Hole, Timeline, order_faults

__all__ = ["read_timelines"]

_HOLE: Final = ("from", "until", "missing")
_VALUE: Final = ("from", "until", "value", "citation", "evidence", "source", "published", "note")

#: Holds the place of one that is not defined, until the faults are raised.
_NO_INSTRUMENT: Final = Instrument("", "", "", "")


def read_timelines(
    checker: Checker, table: Table, area: str, instruments: Mapping[str, Instrument]
) -> dict[str, Timeline[Any]]:
    """The timelines of a file by the name of their parameter; faults go to the checker."""
    found: dict[str, Timeline[Any]] = {}
    lists = checker.take_any(table, "", "parameters", dict) or {}
    for name in lists:
        path = join("parameters", name)
        rows = checker.take(lists, "parameters", name, list)
        if name not in ALL:
            checker.fault(path, name, "is no known parameter", _nearest(name))
        elif rows is not None:
            reader = _Entries(checker, name, area, instruments)
            entries = [reader.read(row, f"{path}[{index}]") for index, row in enumerate(rows)]
            whole = [entry for entry in entries if entry is not None]
            # Without its days an entry has no place in the order: that is a fault already.
            if len(whole) == len(entries):
                spans = [(entry.valid_from, entry.valid_until) for entry in whole]
                disorder = order_faults(spans, path, checker.source)
                checker.faults.extend(disorder)
                if not disorder:
                    found[name] = Timeline(name, area, tuple(whole))
    return found


@attrs.frozen
class _Entries:
    """Reads the entries of one parameter."""

    checker: Checker
    name: str
    area: str
    instruments: Mapping[str, Instrument]

    def read(self, row: object, path: str) -> Dated[Any] | Hole | None:
        """One entry; None where its days cannot be read."""
        if not isinstance(row, dict):
            self.checker.fault(path, row, "is of the wrong type", "a table")
            return None
        is_hole = "missing" in row
        self.checker.keys(row, path, _HOLE if is_hole else _VALUE)
        first = self.checker.take(row, path, "from", date)
        last = self.checker.take_any(row, path, "until", date)
        made = self._hole if is_hole else self._dated
        entry = made(row, path, first or date.min, last)
        has_days = first is not None and (last is not None) == ("until" in row)
        return entry if has_days else None

    def _hole(self, row: Table, path: str, first: date, last: date | None) -> Hole:
        return Hole(first, last, self.checker.take(row, path, "missing", str))

    def _dated(self, row: Table, path: str, first: date, last: date | None) -> Dated[Any]:
        evidence = self._evidence(row, path)
        source = self.checker.take_any(row, path, "source", str)
        if "source" not in row and self.area != NATION:
            expected = "where the value was read: a place's law is hard to find again"
            self.checker.fault(f"{path}.source", None, "is missing", expected)
        return Dated(
            self.name,
            self.area,
            self._value(row, path),
            first,
            last,
            self._citation(row, path, source),
            evidence,
            published=self.checker.take_any(row, path, "published", date),
            note=self.checker.take_any(row, path, "note", str),
        )

    def _value(self, row: Table, path: str) -> Any:  # noqa: ANN401 - each parameter has its type
        if "value" not in row:
            self.checker.fault(f"{path}.value", None, "is missing", 'a value, or missing = "why"')
            return None
        try:
            return ALL[self.name].read(row["value"])
        except ValueError as error:
            problem = "is no value of this parameter"
            self.checker.fault(f"{path}.value", row["value"], problem, str(error))
            return None

    def _evidence(self, row: Table, path: str) -> Evidence:
        name = self.checker.take(row, path, "evidence", str)
        grades = {str(grade.value): grade for grade in Evidence}
        if name is not None and name not in grades:
            expected = f"one of {', '.join(grades)}"
            self.checker.fault(f"{path}.evidence", name, "is no grade of evidence", expected)
        return grades.get(name or "", Evidence.UNVERIFIED)

    def _citation(self, row: Table, path: str, source: str | None) -> Citation:
        inside = f"{path}.citation"
        fields = self.checker.take(row, path, "citation", dict)
        if fields is None:
            return Citation(_NO_INSTRUMENT)
        self.checker.keys(fields, inside, ("instrument", "article", "quote"))
        key = self.checker.take(fields, inside, "instrument", str)
        if key is not None and key not in self.instruments:
            expected = "a key of [instruments] here or in the file of a wider area"
            self.checker.fault(f"{inside}.instrument", key, "is not defined", expected)
        article = self.checker.take_any(fields, inside, "article", str)
        quote = self.checker.take_any(fields, inside, "quote", str)
        return Citation(self.instruments.get(key or "", _NO_INSTRUMENT), article, quote, source)


def _nearest(name: str) -> str:
    """The parameters whose names are most like a word."""
    from difflib import get_close_matches  # noqa: PLC0415  (only a faulty file needs it)

    alike = get_close_matches(name, ALL, 3, 0)
    return f"a name of shebao.law.parameters, such as {', '.join(alike)}"
