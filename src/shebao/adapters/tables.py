"""CSV text as records of cells, each with the line in the text where it starts."""

from __future__ import annotations

import attrs

from ..errors import Fault

__all__ = ["Record", "split_records"]


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


def split_records(text: str) -> list[Record]:
    r"""The records of a text; a byte order mark and blank lines at the end are none.

    Example:
        >>> [record.cells for record in split_records('a,b\r\n"1\n2",3\r\n\r\n')]
        [('a', 'b'), ('1\n2', '3')]
    """
    records = _read(text.removeprefix("\ufeff"))
    while records and records[-1].is_blank:
        records.pop()
    return records


def _read(text: str) -> list[Record]:
    """All records; one that cannot be read does not hide the next."""
    import csv  # noqa: PLC0415  (reading alone needs it, not the import)
    from io import StringIO  # noqa: PLC0415

    records: list[Record] = []
    lines = list(StringIO(text, newline=""))
    # A space before a quote is no reason to take the quote for a letter.
    reader = csv.reader(lines, strict=True, skipinitialspace=True)
    while reader.line_num < len(lines):
        line = reader.line_num + 1
        try:
            records.append(Record(line, tuple(next(reader))))
        except csv.Error as error:
            records.append(Record(line, (), _unreadable(lines[line - 1], line, str(error))))
    return records


def _unreadable(start: str, line: int, reason: str) -> Fault:
    is_open = reason == "unexpected end of data"
    problem = "opens a quote that is never closed" if is_open else f"cannot be read ({reason})"
    expected = 'cells such as 甲公司 or "甲公司", a quote inside a quoted cell written twice'
    return Fault("row", start.rstrip("\r\n"), problem, expected, line=line, column=1)
