"""Where the columns of a table are: its headings of one or two levels, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ...months import YearMonth
from ...terms import InsuranceKind
from .headings import ColumnMap, Meaning
from .texts import squeezed
from .titles import titles_of

__all__ = [
    "MOST_TITLES",
    "Headings",
    "TableColumn",
    "find_headings",
    "is_value",
    "looks_like_data",
]

#: How many rows may stand above the headings: titles, names of the employer, legends.
MOST_TITLES: Final = 60
_BARE_MONTH: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[-./年][0-9]{1,2}月?|(?:0[1-9]|1[0-2]))")
_LABEL: Final = re.compile("期|月|时间|年|日|:")
#: Fields that tables of other things seldom have.
_TELLING: Final = frozenset({"count", "base", "status", "kind"})
_TIMES: Final = frozenset({"month", "first", "span", "billed_month", "year", "month_number"})
_MONTH_OF_YEAR: Final = re.compile(r"0?(1[0-2]|[1-9])月(?:份)?")
_VALUE: Final = re.compile(
    r"[-+]?[0-9][0-9,.]*(?:元|%)?|[0-9]{4}[-./年][0-9月日年./~至到—-]*|[●△○√×-]"
)


@attrs.frozen
class TableColumn:
    """A column of a table.

    Attributes:
        number: its place, counted from 1.
        heading: its heading; of two levels, joined by ``/``.
        meaning: what it holds.
        month_of_year: of a grid, the month 1 to 12 that the column is.
    """

    number: int
    heading: str
    meaning: Meaning = attrs.field(factory=Meaning)
    month_of_year: int | None = None

    @property
    def field(self) -> str | None:
        """What it holds; None for a heading that is not known."""
        return self.meaning.field

    @property
    def kind(self) -> InsuranceKind | None:
        """The insurance that its heading names."""
        return None if self.meaning.kind is None else self.meaning.kind.kind


@attrs.frozen
class Headings:
    """The headings of a table.

    Attributes:
        columns: its columns.
        depth: how many rows they take, 1 or 2.
    """

    columns: tuple[TableColumn, ...]
    depth: int


def looks_like_data(cells: Sequence[str]) -> bool:
    """Whether a row above all headings tells of a month, so that it can be no title.

    A month beside its label, as in 费款所属期 and 2026-02, is one.
    """
    texts = [squeezed(cell) for cell in cells]
    months = [place for place, text in enumerate(texts) if _BARE_MONTH.fullmatch(text)]
    labels = [texts[place - 1] for place in months if place]
    is_labelled = bool(labels) and all(_LABEL.search(label) for label in labels)
    return bool(months) and not is_labelled and sum(map(bool, texts)) > 1


def is_value(cell: str) -> bool:
    """Whether a cell holds a number, a day, a month or a mark, which no heading does."""
    return _VALUE.fullmatch(squeezed(cell)) is not None


def find_headings(
    rows: Sequence[Sequence[str]], columns: ColumnMap, month: YearMonth | None = None
) -> tuple[int, Headings] | None:
    """The first headings among some rows, and the place of their first row, counted from 0.

    Headings without any column of months will do where the table is all of one month, which is
    given or stands in a title.
    """
    for index, headings in _candidates(rows, columns):
        if any(map(_says_when, headings.columns)) or month is not None:
            return index, headings
        if titles_of(rows[:index]).month is not None:
            return index, headings
    return None


def _candidates(
    rows: Sequence[Sequence[str]], columns: ColumnMap
) -> Iterator[tuple[int, Headings]]:
    for index, row in enumerate(rows):
        for depth, lower in ((2, rows[index + 1 : index + 2]), (1, [()])):
            found = _headings(row, lower[0], columns) if lower else None
            if found is not None:
                yield index, Headings(_told_apart(found), depth)


def _headings(
    upper: Sequence[str], lower: Sequence[str], columns: ColumnMap
) -> tuple[TableColumn, ...] | None:
    """The columns under one row of headings, or two; None if they are none."""
    for row in (upper, lower):
        if any(map(is_value, row)):
            return None
    if lower and not _are_two_levels(upper, lower, columns):
        return None
    texts = list(_joined(upper, lower)) if lower else [cell.strip() for cell in upper]
    while texts and not texts[-1]:
        texts.pop()
    found = tuple(_column(number, text, columns) for number, text in enumerate(texts, 1))
    months = sum(column.month_of_year is not None for column in found)
    if months == 1 and all(column.field != "kind" for column in found):
        return None  # a row that tells of a month, not the headings of a year
    used = [column for column in found if column.meaning.is_used]
    is_table = len(used) > 1 and any(_says_what(column) for column in used)
    return found if is_table else None


def _are_two_levels(upper: Sequence[str], lower: Sequence[str], columns: ColumnMap) -> bool:
    """Whether two rows are headings of two levels, and not a title above one or one above data.

    Some upper heading spans several lower ones; and if every lower one is filled, so that none of
    the upper ones stands for both levels, all that span are known.
    """
    if not (_are_known(upper, columns, 1) and _are_known(lower, columns, 2)):
        return False
    width = max(len(upper), len(lower))
    pairs = list(zip(_padded(upper, width), _padded(lower, width), strict=True))
    spanning = {
        next((above for above, _ in reversed(pairs[:place]) if above), "")
        for place, (above, below) in enumerate(pairs)
        if below and not above
    }
    stands_for_both = any(above and not below for above, below in pairs)
    are_known = all(_column(1, each, columns).field is not None for each in spanning)
    return bool(spanning) and (stands_for_both or are_known)


def _are_known(row: Sequence[str], columns: ColumnMap, least: int) -> bool:
    """Whether two cells of a row are filled, and half of these, and so many at least, are known."""
    cells = [cell for cell in row if cell.strip()]
    known = sum(_column(1, cell, columns).field is not None for cell in cells)
    return len(cells) > 1 and known >= least and 2 * known >= len(cells)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    """Headings of two levels as one; an upper one spans the empty cells to its right."""
    width = max(len(upper), len(lower))
    spanning = ""
    for above, below in zip(_padded(upper, width), _padded(lower, width), strict=True):
        spanning = above or (spanning if below else "")
        yield f"{spanning}/{below}" if spanning and below else spanning or below


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [cell.strip() for cell in row] + [""] * (width - len(row))


def _column(number: int, heading: str, columns: ColumnMap) -> TableColumn:
    for level in (parts := squeezed(heading).split("/")):
        found = _MONTH_OF_YEAR.fullmatch(level)
        if found is not None and not columns.has_own(heading):
            rest = "/".join(part for part in parts if part != level)
            meaning = columns.meaning(rest) if rest else Meaning("cell")
            return TableColumn(number, heading, meaning, int(found.group(1)))
    return TableColumn(number, heading, columns.meaning(heading))


def _says_what(column: TableColumn) -> bool:
    """Whether a column is enough to take a table for one of contributions."""
    return column.kind is not None or column.field in _TELLING or _says_when(column)


def _says_when(column: TableColumn) -> bool:
    return column.field in _TIMES or column.month_of_year is not None


def _told_apart(columns: tuple[TableColumn, ...]) -> tuple[TableColumn, ...]:
    """What columns hold beside each other: of two of months, the second is that of the bill."""
    fields = {column.field for column in columns}
    months = [column for column in columns if column.field in ("month", "first")]
    best = min(map(_months_rank, months), default=0)
    # 累计缴费月数 beside a first and a last month are the months of that span.
    is_counted = "count" not in fields and bool(fields & {"first", "span"})
    # 单位 beside 个人 is what the employer pays, and no name.
    is_paid = any(squeezed(column.heading) == "个人" for column in columns)
    return tuple(
        _as_field(column, "billed_month")
        if column.field == "month" and _months_rank(column) > best
        else _as_field(column, "count")
        if column.field == "stated" and is_counted
        else _as_field(column, "employer_amount")
        if is_paid and squeezed(column.heading) == "单位"
        else column
        for column in columns
    )


def _as_field(column: TableColumn, field: str) -> TableColumn:
    return attrs.evolve(column, meaning=attrs.evolve(column.meaning, field=field))


def _months_rank(column: TableColumn) -> int:
    marks = (mark in squeezed(column.heading) for mark in ("对应", "所属"))
    return next((rank for rank, has_mark in enumerate(marks) if has_mark), 2)
