"""The columns that tell of one insurance: all of a long table, or one block of a wide one.

A row of a long table speaks of one insurance; a row of a wide one of several, each in columns of its
own beside those that they share; a row of a grid of twelve months each time in the column of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from ...terms import Scheme
from ..vocabulary import KindWord
from .layout import TableColumn
from .synonyms import TIME_FIELDS

__all__ = ["Strand", "strands_of"]


@attrs.frozen
class Strand:
    """The columns of one insurance.

    Attributes:
        when: those that say which months.
        what: those that say all the rest.
        own: those of ``what`` that no other insurance and no other month shares; if all of them
            are empty or zero, the row says nothing of it. None for a long table.
        kind: the insurance, if the headings say which.
        month_of_year: the month, if the headings say which.
        by_field: all of them by the field that they hold.
    """

    when: tuple[TableColumn, ...]
    what: tuple[TableColumn, ...]
    own: tuple[TableColumn, ...] | None = None
    kind: KindWord | None = None
    month_of_year: int | None = None
    by_field: Mapping[str, Sequence[TableColumn]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_field: dict[str, list[TableColumn]] = {}
        for column in (*self.when, *self.what):
            by_field.setdefault(str(column.field), []).append(column)
        object.__setattr__(self, "by_field", by_field)


def strands_of(columns: Iterable[TableColumn]) -> tuple[Strand, ...]:
    """What a table is made of.

    Example:
        >>> from .headings import ColumnMap
        >>> from .layout import find_headings
        >>> _, headings = find_headings([["年月", "缴费基数", "养保个人缴费额", "医保个人缴费额"]], ColumnMap())
        >>> [strand.kind.kind for strand in strands_of(headings.columns)]
        [InsuranceKind.PENSION, InsuranceKind.MEDICAL]
    """
    used = [column for column in columns if column.meaning.is_used]
    by_kind = not any(each.field == "kind" for each in used)
    blocks = _blocks(used, by_kind=by_kind)
    if not blocks:
        return (Strand(*_split(used)),)
    shared = [each for each in used if _block_of(each, by_kind=by_kind) is None]
    return tuple(
        Strand(*_split([*shared, *own]), tuple(own), _widest(own), own[0].month_of_year)
        for own in blocks
    )


def _split(
    columns: Iterable[TableColumn],
) -> tuple[tuple[TableColumn, ...], tuple[TableColumn, ...]]:
    """The columns that say which months, and the others."""
    every = tuple(columns)
    when = tuple(each for each in every if each.field in TIME_FIELDS)
    return when, tuple(each for each in every if each.field not in TIME_FIELDS)


def _blocks(columns: Sequence[TableColumn], *, by_kind: bool) -> list[list[TableColumn]]:
    blocks: dict[object, list[TableColumn]] = {}
    for column in columns:
        block = _block_of(column, by_kind=by_kind)
        if block is not None:
            blocks.setdefault(block, []).append(column)
    return list(blocks.values())


def _block_of(column: TableColumn, *, by_kind: bool) -> object:
    """What tells the columns of one insurance, and one month of a grid, from the others."""
    word = column.meaning.kind if by_kind else None
    if word is None and column.month_of_year is None:
        return None
    scheme = word.schemes[0] if word is not None and word.schemes else Scheme.EMPLOYEE
    return None if word is None else word.kind, scheme, column.month_of_year


def _widest(columns: Iterable[TableColumn]) -> KindWord | None:
    """The insurance of a block: the word that also says the scheme, if one does."""
    words = [column.meaning.kind for column in columns if column.meaning.kind is not None]
    return max(words, key=lambda word: bool(word.schemes), default=None)
