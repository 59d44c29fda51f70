"""CSV text as records of cells, each with the line in the text where it starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ..errors import Fault, RecordsError

__all__ = ["Record", "csv_rows", "split_records"]


@attrs.frozen
class Record:
    """One record of a table.

    Attributes:
        line: the line of the text where it starts, counted from 1.
        cells: its cells; of a record that cannot be read none.
        fault: why it cannot be read.
    """

    line: int
    cells: tuple[str, ...]
    fault: Fault | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it can be read and says nothing."""
        return self.fault is None and not any(cell.strip() for cell in self.cells)


def csv_rows(text: str | Iterable[str], *, separator: str = ",") -> Iterator[Record]:
    r"""The rows of a CSV table, one by one, each numbered by the line where it starts.

    Args:
        text: the table, or its lines with their ends, such as an open file; a byte order mark is
            left out. A file is best opened with ``newline=""``.
        separator: what stands between cells.

    Raises:
        RecordsError: if the text is none, or the separator is no single character.

    Example:
        >>> [row.cells for row in csv_rows('a,b\r\n"1\n2",3\r\n\r\n')]
        [('a', 'b'), ('1\n2', '3'), ()]
    """
    import csv  # noqa: PLC0415  (reading alone needs it, not the import)
    from io import StringIO  # noqa: PLC0415

    if type(separator) is not str or len(separator) != 1 or separator in '"\r\n':
        expected = "one character, such as a comma, a semicolon or a tab"
        raise RecordsError(Fault("separator", separator, "separates no cells", expected))
    lines = StringIO(text, newline="") if isinstance(text, str) else text
    if not isinstance(lines, Iterable):
        raise RecordsError(Fault("text", text, "is no text", "text, or its lines"))
    taken: list[str] = []
    # A space before a quote is no reason to take the quote for a letter.
    reader = csv.reader(
        _taking(lines, taken), strict=True, skipinitialspace=True, delimiter=separator
    )
    while True:
        line = reader.line_num + 1
        taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(line, (), _unreadable(taken[0], line, str(error)))
        else:
            yield Record(line, tuple(cells))


def _taking(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """The lines, each noted as it is taken; the first without a byte order mark."""
    for index, line in enumerate(lines):
        if type(line) is not str:
            raise RecordsError(Fault("text", line, "is no line", "text", line=index + 1))
        taken.append(line if index else line.removeprefix("\ufeff"))
        yield taken[-1]


def split_records(text: str) -> list[Record]:
    r"""The records of a text; a byte order mark and blank lines at the end are none.

    Example:
        >>> [record.cells for record in split_records('a,b\r\n"1\n2",3\r\n\r\n')]
        [('a', 'b'), ('1\n2', '3')]
    """
    records = list(csv_rows(text))
    while records and records[-1].is_blank:
        records.pop()
    return records


def _unreadable(start: str, line: int, reason: str) -> Fault:
    is_open = reason == "unexpected end of data"
    problem = "opens a quote that is never closed" if is_open else f"cannot be read ({reason})"
    expected = 'cells such as 甲公司 or "甲公司", a quote inside a quoted cell written twice'
    return Fault("row", start.rstrip("\r\n"), problem, expected, line=line, column=1)
