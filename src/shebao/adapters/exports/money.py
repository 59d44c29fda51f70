"""The money of a row: its base (缴费基数), and whether anything was contributed or taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import attrs

from ...errors import Fault, RecordsError
from ...rounding import as_yuan
from .effects import Effect
from .headings import Part
from .layout import TableColumn
from .row_cells import RowCells, bare_number, is_number
from .spoken import read_part

__all__ = ["MONEY_FIELDS", "Money", "read_money"]

_AMOUNT: Final = re.compile(r"([-+]?)((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]+)?)")
#: Fields that hold money and nothing else.
MONEY_FIELDS: Final = ("base", "amount", "personal_amount", "employer_amount")
_AMOUNTS: Final = (*MONEY_FIELDS, "cell")
#: Whose base is meant where a row has two: a pension is made from the personal one.
_RANKS: Final = {Part.PERSONAL: 0, None: 1, Part.EMPLOYER: 2}
_EXPECTED: Final = "an amount in yuan such as 4000 or 2,620.50"


@attrs.frozen
class Money:
    """What the amounts of a row say.

    Attributes:
        base: the base, without its sign.
        amount: what was paid or taken back, without its sign; None where no amount is filled.
        can_say: whether the table has columns for money at all.
        is_written: whether one of them is filled.
        is_filled: whether one of them holds more than zero; of amounts due and amounts paid, one
            of those that were paid, and a base alone only where no amount is written.
        is_due: whether any money at all stands in the row, also if it was not paid.
        is_negative: whether the row takes money back.
        field: the field of money that the table has, to be named in faults.
        count: a whole number in a cell under nothing but an insurance, which may be months.
    """

    base: Decimal | None = None
    amount: Decimal | None = None
    can_say: bool = False
    is_written: bool = False
    is_filled: bool = False
    is_due: bool = False
    is_negative: bool = False
    field: str = "base"
    count: int | None = None

    def effect(self, said: Effect) -> Effect:
        """What a row does: one that takes money back refunds, whatever status its words say."""
        return Effect.REFUND if self.is_negative and said.status is not None else said


def read_money(row: RowCells) -> Money:
    """The money of a row; what cannot be read is noted in it.

    Raises:
        RecordsError: if two bases of one rank differ.
    """
    numbers = [
        (column, amount)
        for column, text in row.all(*_AMOUNTS)
        if column.field != "cell" or is_number(text)
        if (amount := row.read_cell(column, text, _signed)) is not None
    ]
    is_base = read_part(row) is Part.BASE
    bases = [
        (column, amount)
        for column, amount in numbers
        if column.field == "base" or (column.field == "cell" and is_base)
    ]
    amounts = [number for number in numbers if number not in bases]
    if {amount > 0 for _, amount in amounts if amount} == {True, False}:
        row.blame(str(amounts[0][0].field), "has amounts of both signs", "one sign in a row")
    says_paid = any("实缴" in column.heading for column in row.strand.what)
    if says_paid:
        amounts = [number for number in amounts if "实缴" in number[0].heading]
    cells = [amount for column, amount in amounts if column.field == "cell"]
    return Money(
        base=_base(bases),
        amount=sum((abs(amount) for _, amount in amounts), Decimal()) if amounts else None,
        can_say=row.has_column(*_AMOUNTS),
        is_written=bool(numbers),
        is_filled=any(amount for _, amount in (amounts if amounts or says_paid else bases)),
        is_due=any(amount for _, amount in numbers),
        is_negative=any(amount < 0 for _, amount in numbers),
        field=next((each for each in _AMOUNTS if row.has_column(each)), "base"),
        count=int(cells[0]) if cells and cells[0] == int(cells[0]) else None,
    )


def _signed(text: str) -> Decimal:
    """An amount in yuan with its sign, with or without separators."""
    found = _AMOUNT.fullmatch(bare_number(text))
    if found is None or not found.group(2):
        raise RecordsError(Fault("base", text, "is no amount", _EXPECTED))
    digits = found.group(2).replace(",", "")
    amount = as_yuan(f"0{digits}" if digits.startswith(".") else digits, "base")
    return -amount if found.group(1) == "-" else amount


def _base(bases: Iterable[tuple[TableColumn, Decimal]]) -> Decimal | None:
    """The base that counts: of the insurance before a common one, the personal one first."""
    filled = [(column, abs(amount)) for column, amount in bases if amount]
    if not filled:
        return None
    best = min(map(_rank, (column for column, _ in filled)))
    chosen = {amount: column for column, amount in filled if _rank(column) == best}
    if len(chosen) > 1:
        (_, first), (amount, second) = list(chosen.items())[:2]
        problem = f"is another base than that of column {first.number}, {first.heading!r}"
        fault = Fault(
            second.heading, str(amount), problem, "one base a month", column=second.number
        )
        raise RecordsError(fault)
    return next(iter(chosen))


def _rank(column: TableColumn) -> tuple[bool, int]:
    return column.kind is None, _RANKS[column.meaning.part]
