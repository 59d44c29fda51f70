"""Rows that are about other rows: totals, groups, headings repeated on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..vocabulary import KindWord
from .headings import kinds_within
from .layout import TableColumn, is_value
from .reading import StatedMonths
from .texts import months_in, squeezed

__all__ = [
    "TOTALS",
    "bare",
    "has_total",
    "is_alone",
    "is_surely_total",
    "looks_total",
    "stated_months",
]

TOTALS: Final = frozenset({"合计", "小计", "总计", "累计", "共计", "合计:", "本页合计", "本页小计"})
_TOTAL: Final = re.compile(
    r".{0,12}(?:合计|小计|总计|累计|共计)(?:[(:].*|[0-9]+(?:人|个?月|人次|元|条)?)?"
)

_SURE_TOTAL: Final = re.compile(
    r"(?:本页|本单位|.{0,8}人员|.{0,8}部门)?(?:合计|小计|总计|累计|共计)(?:[(:].*|[0-9].*)?"
)


def has_total(cells: Sequence[str]) -> bool:
    """Whether a cell of a row is nothing but the word for a total.

    Example:
        >>> has_total(("", "合 计", "12,000.00")), has_total(("王小计", "2025-01"))
        (True, False)
    """
    return any("计" in cell and squeezed(cell) in TOTALS for cell in cells)


def is_surely_total(cell: str) -> bool:
    """Whether a cell that should name somebody names a total, and is nobody's name.

    Example:
        >>> is_surely_total("合计（2人）"), is_surely_total("在职人员小计"), is_surely_total("王小计")
        (True, True, False)
    """
    return "计" in cell and _SURE_TOTAL.fullmatch(squeezed(cell)) is not None


def looks_total(cells: Sequence[str]) -> bool:
    """Whether a row that tells of no month looks like one that sums up others.

    Example:
        >>> looks_total(("", "在职人员小计", "12,000.00")), looks_total(("合计：3人",))
        (True, True)
    """
    return any("计" in cell and _TOTAL.fullmatch(squeezed(cell)) for cell in cells)


def is_alone(cells: Sequence[str]) -> bool:
    """Whether a row has one filled cell, and that is no value: a title, a group or a note.

    Example:
        >>> is_alone(["在职人员", "", ""]), is_alone(["", "2025-01"]), is_alone(["甲", "乙"])
        (True, False, False)
    """
    texts = [cell for cell in cells if cell.strip()]
    return len(texts) == 1 and not is_value(texts[0])


def bare(cells: Sequence[str]) -> tuple[str, ...]:
    """A row as it is compared with the headings: without spaces, and without empty cells behind."""
    texts = [squeezed(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def stated_months(
    row: tuple[int, Sequence[str]], columns: Sequence[TableColumn], kind: KindWord | None
) -> Iterator[StatedMonths]:
    """The months that a row of totals states, where the table has a column of numbers of months."""
    number, cells = row
    for column in columns:
        if column.field == "count" and (count := months_in(cells[column.number - 1])) is not None:
            word = column.meaning.kind or kind or _kind_of(cells, columns)
            yield StatedMonths(None, None if word is None else word.kind, count, number)


def _kind_of(cells: Sequence[str], columns: Sequence[TableColumn]) -> KindWord | None:
    words = {word for column in columns for word in kinds_within(cells[column.number - 1])}
    return words.pop() if len(words) == 1 else None
