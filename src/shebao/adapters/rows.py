"""One row of a table as one contribution period, or as all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from ..errors import Fault, FaultyInputError
from ..model.contributions import ContributionPeriod
from ..model.provenance import Provenance
from ..months import MonthSpan
from ..terms import InsuranceKind
from .cells import read_area, read_base, read_count, read_day, read_month
from .columns import Column
from .tables import Record
from .vocabulary import KindWord, read_kind, read_scheme, read_status

__all__ = ["Row", "read_row"]

_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "month": read_month,
    "first": read_month,
    "last": read_month,
    "kind": read_kind,
    "base": read_base,
    "status": read_status,
    "employer": str,
    "area": read_area,
    "scheme": read_scheme,
    "declared_on": read_day,
    "settled_on": read_day,
    "count": read_count,
}
_PERIOD_FIELDS: Final[tuple[str, ...]] = (
    "base",
    "status",
    "employer",
    "area",
    "scheme",
    "declared_on",
    "settled_on",
    "count",
)
_MONTH_FIELDS: Final[tuple[str, ...]] = ("month", "first", "last")
#: What stands in for a month that cannot be read, so that the rest of the row is still checked.
_ANY_MONTH: Final = MonthSpan("2000-01", "2000-01")


@attrs.frozen
class _Cell:
    column: Column
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()

    def fault(self, problem: str, expected: str) -> Fault:
        return self.column.fault(self.text, problem, expected)

    def says(self, fault: Fault) -> Fault:
        """A fault that was found in its value."""
        return self.fault(fault.problem, fault.expected)


@attrs.frozen
class Row:
    """A row: its cells, what they say, and what is wrong with them, both found step by step.

    Attributes:
        line: where it starts.
        cells: its cells by field.
        values: what they say, of those that are filled and can be read.
        faults: what is wrong, not yet with the source and the line.
        period: the period, if it was read without a fault.
    """

    line: int
    cells: Mapping[str, _Cell]
    values: dict[str, Any] = attrs.Factory(dict)
    faults: list[Fault] = attrs.Factory(list)
    period: ContributionPeriod | None = None

    @property
    def month_cell(self) -> _Cell:
        """The cell that names its first month."""
        filled = [self.cells[name] for name in ("month", "first") if name in self.values]
        return filled[0]


def read_row(record: Record, columns: Sequence[Column], provenance: Provenance) -> Row:
    """Read one record; the row that comes back has a period or faults.

    All that is wrong with it is found: a cell that cannot be read does not hide what other cells
    get wrong among themselves.
    """
    if len(record.cells) != len(columns):
        return Row(record.line, {}, faults=[_wrong_length(record, columns)])
    row = Row(record.line, _cells(record, columns))
    _read_values(row)
    months = _months(row)
    facts = {name: row.values[name] for name in _PERIOD_FIELDS if name in row.values}
    kind = _kind(row, facts)
    period = _checked(row, kind, months, facts, provenance)
    if row.faults or kind is None or months is None:
        return row
    return attrs.evolve(row, period=period)


def _wrong_length(record: Record, columns: Sequence[Column]) -> Fault:
    found, wanted = len(record.cells), len(columns)
    expected = f"{wanted} cells, as many as headings"
    if found > wanted:
        problem = f"is the first of {found - wanted} cells too many"
        return Fault("row", record.cells[wanted], problem, expected, column=wanted + 1)
    fault = columns[found].fault("", f"is missing, as the row has {found} cells", expected)
    return fault if fault.field else attrs.evolve(fault, field="heading")


def _cells(record: Record, columns: Sequence[Column]) -> dict[str, _Cell]:
    """The cells by field; of doubled columns, which are a fault of the heading, the first."""
    cells: dict[str, _Cell] = {}
    for column, text in zip(columns, record.cells, strict=True):
        if column.field is not None:
            cells.setdefault(column.field, _Cell(column, text))
    return cells


def _read_values(row: Row) -> None:
    for name, cell in row.cells.items():
        if "\0" in cell.text:
            row.faults.append(cell.fault("holds a NUL character", "text"))
        elif not cell.is_empty:
            try:
                row.values[name] = _READERS[name](cell.text.strip())
            except FaultyInputError as error:
                row.faults.append(cell.says(error.faults[0]))


def _months(row: Row) -> MonthSpan | None:
    """The span of a row: its one month, or from its first to its last."""
    filled = {name for name in _MONTH_FIELDS if name in row.cells and not row.cells[name].is_empty}
    if "month" in filled:
        _refuse_both(row, filled - {"month"})
        month = row.values.get("month")
        return None if month is None else MonthSpan(month, month)
    for name in _unfilled(row, filled):
        expected = "a month such as 2025-01"
        row.faults.append(row.cells[name].fault("is empty", expected))
    first, last = row.values.get("first"), row.values.get("last")
    if first is None or last is None:
        return None
    try:
        return MonthSpan(first, last)
    except FaultyInputError as error:
        row.faults.append(row.cells["last"].says(error.faults[0]))
        return None


def _refuse_both(row: Row, others: set[str]) -> None:
    month = row.cells["month"]
    for name in sorted(others):
        problem = f"stands beside {month.column.heading} {month.text.strip()!r}"
        row.faults.append(row.cells[name].fault(problem, "a month, or a first and a last one"))


def _unfilled(row: Row, filled: set[str]) -> list[str]:
    """The cells that ought to name months and do not; columns that are missing have their fault."""
    present = [name for name in _MONTH_FIELDS if name in row.cells]
    if not filled:
        return present[:1] if "month" in present else present
    return [name for name in present if name != "month" and name not in filled]


def _kind(row: Row, facts: dict[str, Any]) -> InsuranceKind | None:
    """The insurance of a row; where its name says so, the scheme with it."""
    word: KindWord | None = row.values.get("kind")
    if word is None:
        cell = row.cells.get("kind")
        if cell is not None and cell.is_empty:
            row.faults.append(cell.fault("is empty", "the insurance of the row, such as 养老"))
        return None
    if word.schemes and facts.setdefault("scheme", word.schemes[0]) not in word.schemes:
        cell = row.cells["scheme"]
        problem = f"does not go with {row.cells['kind'].text.strip()}"
        row.faults.append(cell.fault(problem, " or ".join(each.zh for each in word.schemes)))
    return word.kind


def _checked(
    row: Row,
    kind: InsuranceKind | None,
    months: MonthSpan | None,
    facts: dict[str, Any],
    provenance: Provenance,
) -> ContributionPeriod | None:
    """The period that the facts make, or None; what the model refuses is a fault of the cell."""
    if months is None:
        facts.pop("count", None)
    try:
        return ContributionPeriod(
            kind or InsuranceKind.PENSION, months or _ANY_MONTH, provenance=provenance, **facts
        )
    except FaultyInputError as error:
        row.faults.extend(row.cells[fault.field].says(fault) for fault in error.faults)
        return None
