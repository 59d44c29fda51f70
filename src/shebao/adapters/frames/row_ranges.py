"""Rows of a source in one text, ``3-13,20``, as ranges: short, exact, and good for any table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...errors import Fault, RecordsError

__all__ = ["read_ranges", "written"]

_RANGE: Final = re.compile(r"([0-9]{1,12})(?:-([0-9]{1,12})(?:/([1-9][0-9]{0,11}))?)?")
_EXPECTED: Final = "rows such as 3, 3-13, 3-13/2 for every other one, or several: 3-13,20"


def written(ranges: Iterable[range]) -> str | None:
    """Ranges as a text; None for no row.

    Example:
        >>> written([range(3, 14), range(20, 21), range(22, 30, 2)])
        '3-13,20,22-28/2'
    """
    return ",".join(map(_written, ranges)) or None


def _written(rows: range) -> str:
    step = f"/{rows.step}" if rows.step > 1 else ""
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}{step}"


def read_ranges(text: str) -> tuple[range, ...]:
    """The ranges that a text names.

    Raises:
        RecordsError: if it is written otherwise.

    Example:
        >>> read_ranges("3-13,20")
        (range(3, 14), range(20, 21))
    """
    found = [_RANGE.fullmatch(part) for part in text.split(",")]
    if None in found:
        raise RecordsError(Fault("rows", text, "names no rows", _EXPECTED))
    parts = [each.groups() for each in found if each is not None]
    return tuple(range(int(a), int(b or a) + 1, int(step or 1)) for a, b, step in parts)
