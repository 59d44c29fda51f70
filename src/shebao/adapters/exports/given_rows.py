"""Rows as they are given, of whatever kind, as numbered texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...errors import Fault, RecordsError
from ..tables import Record
from .texts import as_text

__all__ = ["GivenRow", "numbered"]

#: A row of a CSV table, a sequence of cells, or cells by their headings.
GivenRow = Record | Sequence[object] | Mapping[str, object]


def numbered(
    rows: Iterable[GivenRow], source: str
) -> Iterator[tuple[int, Sequence[str], Fault | None]]:
    """The rows with their numbers from 1, their cells as texts, and why one cannot be read.

    Cells by their headings make a table whose first row is the headings of the first of them.

    Raises:
        RecordsError: if the rows are none, or one of them is none.

    Example:
        >>> list(numbered([{"险种": "养老", "月数": 9}], "a"))
        [(1, ('险种', '月数'), None), (2, ('养老', '9'), None)]
    """
    if isinstance(rows, str | bytes | Mapping) or not isinstance(rows, Iterable):
        expected = "a list of rows; csv_rows(text) makes rows of text"
        raise RecordsError(Fault("rows", rows, "are no rows", expected, source))
    headings: tuple[str, ...] | None = None
    number = 0
    for row in rows:
        number += 1
        if isinstance(row, Record):
            yield row.line, row.cells, row.fault
        elif isinstance(row, Mapping):
            if headings is None:
                headings = tuple(map(as_text, row))
                yield number, headings, None
                number += 1
            yield number, _under(row, headings, source, number), None
        elif isinstance(row, str | bytes) or not isinstance(row, Iterable):
            expected = "a list of cells; csv_rows(text) makes rows of text"
            raise RecordsError(Fault("rows", row, "is no row", expected, source, number))
        else:
            yield number, tuple(map(as_text, row)), None


def _under(
    row: Mapping[str, object], headings: Sequence[str], source: str, number: int
) -> tuple[str, ...]:
    """The cells of a row in the order of the headings; those that it lacks are empty."""
    texts = {as_text(heading): as_text(cell) for heading, cell in row.items()}
    for heading in sorted(texts.keys() - set(headings)):
        expected = f"one of {', '.join(headings)}, as in the first row"
        problem = "stands under a new heading"
        raise RecordsError(Fault(heading, texts[heading], problem, expected, source, number))
    return tuple(texts.get(heading, "") for heading in headings)
