"""Files of rows, opened and read line by line, with a bar of progress for those that take long."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TextIO, TypeVar

from ..adapters.encodings import decode
from ..adapters.tables import Record, csv_rows
from ..adapters.workbooks import EXCEL, excel_rows
from ..errors import Fault, UsageError

__all__ = ["rows_of", "shown", "unreadable"]

_T = TypeVar("_T")

#: How many items are taken between two looks at how far it is, and how wide the bar is.
_EVERY: Final = 2_000
_WIDTH: Final = 30
#: From how many bytes or rows on a file is long.
_LONG: Final = 2_000_000
_LONG_SHEET: Final = 20_000


def rows_of(
    path: str, encoding: str, sheet: str | None, stream: TextIO
) -> Iterator[Record | Sequence[object]]:
    """The rows of a file, of CSV or Excel by its name.

    Args:
        path: the file.
        encoding: of a CSV table.
        sheet: of a workbook; None is the only one that holds anything.
        stream: where a bar shows how far it is, if it is a terminal and the file is long.

    Raises:
        UsageError: if the file cannot be opened.
        RecordsError: if it is not in the encoding.
    """
    try:
        if path.lower().endswith(EXCEL):
            rows = excel_rows(path, sheet=sheet)
            yield from shown(rows, len(rows), _LONG_SHEET, None, stream)
        else:
            yield from csv_rows(_lines(path, encoding, stream))
    except OSError as error:
        raise unreadable(path, error, "a file of CSV text or an Excel workbook") from None


def _lines(path: str, encoding: str, stream: TextIO) -> Iterator[str]:
    """The lines of a text file."""
    try:
        with Path(path).open("rb") as data:
            lines = io.TextIOWrapper(data, encoding, newline="")
            yield from shown(lines, Path(path).stat().st_size, _LONG, data.tell, stream)
    except UnicodeDecodeError:
        decode(Path(path).read_bytes(), encoding, path)
    except ValueError as error:
        raise unreadable(path, error, "a file of CSV text") from None


def shown(
    items: Iterable[_T],
    size: int,
    long: int,
    position: Callable[[], int] | None,
    stream: TextIO,
) -> Iterator[_T]:
    """Items, with a bar that shows how far it is, where there are many and somebody can look.

    Args:
        items: what is taken one by one.
        size: how much there is.
        long: from which size on a bar is shown.
        position: how much was taken; None for the number of items.
        stream: where the bar goes.
    """
    if size < long or not stream.isatty():
        yield from items
        return
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            done = number if position is None else position()
            stream.write(f"\r{_bar(done, size)}")
            stream.flush()
        yield item
    stream.write("\r" + " " * len(_bar(size, size)) + "\r")
    stream.flush()


def _bar(done: int, size: int) -> str:
    filled = _WIDTH * done // size
    return f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {100 * done // size:3}%"


def unreadable(path: str, error: OSError | ValueError, expected: str) -> UsageError:
    """What is wrong with a file that cannot be opened."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UsageError(Fault("FILE", path, f"cannot be read ({reason})", expected))
