"""The cells of a row by the fields that they fill, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from ...errors import Fault, FaultyInputError
from .layout import TableColumn
from .strands import Strand
from .synonyms import TIME_FIELDS
from .texts import months_in, plain, says_nothing, squeezed

__all__ = ["RowCells", "bare_number", "is_number"]

_T = TypeVar("_T")

_NUMBER: Final = re.compile(r"[-+]?[0-9]*\.?[0-9]+|[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
#: A dash in one of these says that nothing was planned for the month; elsewhere it is an empty cell.
_SPEAKING: Final = ("status", "cell", "overdue")
#: Where else a field may be said, to place its faults.
_STANDING_FOR: Final[Mapping[str, Sequence[str]]] = {
    "status": ("pay_type", "cell", "arrived", "overdue", "is_back_paid", "remark")
}

_Cell = tuple[TableColumn, str]


@attrs.frozen
class RowCells:
    """A row of one strand.

    Attributes:
        strand: the columns.
        filled: the cells that say something, by the fields that they fill.
        faults: what is wrong with them, found step by step.
        noted: what stands in the row beside, and cannot be used.
    """

    strand: Strand
    filled: Mapping[str, Sequence[_Cell]]
    faults: list[Fault] = attrs.field(factory=list[Fault])
    noted: list[Fault] = attrs.field(factory=list[Fault])

    @classmethod
    def of(cls, strand: Strand, cells: Sequence[str]) -> RowCells:
        """The cells of a row, as many as the table has columns."""
        filled: dict[str, list[_Cell]] = {}
        for field, columns in strand.by_field.items():
            found = [
                (column, text)
                for column in columns
                if (text := plain(cells[column.number - 1]))
                and (field in _SPEAKING or not says_nothing(text))
            ]
            if found:
                filled[field] = found
        return cls(strand, filled)

    @property
    def is_silent(self) -> bool:
        """Whether its strand has columns of its own, all of which are empty, zero or a dash."""
        own = self.strand.own
        return own is not None and not any(
            column in own and not says_nothing(text) and not _is_zero(text)
            for found in self.filled.values()
            for column, text in found
        )

    @property
    def times(self) -> Mapping[str, Sequence[str]]:
        """The filled cells that say which months, by field; where two say the same, once."""
        found = {
            field: tuple(dict.fromkeys(text for _, text in cells))
            for field, cells in self.filled.items()
            if field in TIME_FIELDS
        }
        if self.strand.month_of_year is not None:
            found["month_number"] = (str(self.strand.month_of_year),)
        return found

    def has_column(self, *fields: str) -> bool:
        """Whether the table has a column of one of some fields."""
        return any(field in self.strand.by_field for field in fields)

    def all(self, *fields: str) -> list[_Cell]:
        """The filled cells of some fields."""
        return [cell for field in fields for cell in self.filled.get(field, ())]

    def text(self, field: str) -> str | None:
        """The first filled cell of a field."""
        return self.filled[field][0][1] if field in self.filled else None

    def number(self, field: str) -> int:
        """The number of months in a cell that need not be there; 0 for none."""
        found = months_in(self.text(field) or "0")
        if found is None:
            self.blame(field, "is no number of months", "a whole number such as 9")
        return found or 0

    def blame(self, field: str, problem: str, expected: str) -> None:
        """Note what is wrong with a field."""
        self.faults.append(self._placed(Fault(field, self.text(field) or "", problem, expected)))

    def note(self, field: str, problem: str, expected: str) -> None:
        """Note what stands in the row beside, and cannot be used."""
        self.noted.append(self._placed(Fault(field, self.text(field) or "", problem, expected)))

    def attempt(self, call: Callable[[], _T]) -> _T | None:
        """What a call gives; None where it fails, with its faults noted in their cells."""
        try:
            return call()
        except FaultyInputError as error:
            self.faults.extend(map(self._placed, error.faults))
            return None

    def _placed(self, fault: Fault) -> Fault:
        """A fault of a field as one of its cell."""
        if fault.column is not None:
            return fault
        fields = (fault.field, *_STANDING_FOR.get(fault.field, ()))
        columns = [column for field in fields for column in self.strand.by_field.get(field, ())]
        if not columns:
            return fault
        said = fault.value if isinstance(fault.value, str) else ""
        cells = self.all(*fields)
        column, value = next(
            (cell for cell in cells if said in cell[1]), cells[0] if cells else (columns[0], "")
        )
        return attrs.evolve(fault, field=column.heading, value=value, column=column.number)

    def read_cell(self, column: TableColumn, text: str, read: Callable[[str], _T]) -> _T | None:
        """What a cell says; None where it cannot be read, with that noted."""
        try:
            return read(text)
        except FaultyInputError as error:
            fault = error.faults[0]
            self.faults.append(
                attrs.evolve(fault, field=column.heading, value=text, column=column.number)
            )
            return None


def is_number(text: str) -> bool:
    """Whether a cell holds a number, with or without a sign and separators."""
    return _NUMBER.fullmatch(bare_number(text)) is not None


def bare_number(text: str) -> str:
    """A number without its unit of money."""
    return squeezed(text).removesuffix("元").removeprefix("¥")


def _is_zero(text: str) -> bool:
    return is_number(text) and not any(digit in squeezed(text) for digit in "123456789")
