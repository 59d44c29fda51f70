"""Small tables for tests of the reader, and what it makes of them in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shebao.adapters.records import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shebao.adapters.records import Reading

__all__ = ["HEADINGS", "USUAL", "aside", "fault", "row", "rows_read", "said", "says"]

#: The headings of the usual table, with the cells of a usual row.
USUAL: Final[Mapping[str, str]] = {
    "费款所属期": "2025-01",
    "险种": "养老",
    "单位名称": "甲公司",
    "缴费基数": "4000",
    "缴费类型": "正常缴费",
}
HEADINGS: Final = list(USUAL)


def row(**cells: str) -> list[str]:
    """The usual row but for some cells: month, kind, employer, base and type."""
    names = dict(zip(("month", "kind", "employer", "base", "type"), USUAL, strict=True))
    given = {names[name]: cell for name, cell in cells.items()}
    return [given.get(heading, cell) for heading, cell in USUAL.items()]


def rows_read(*rows: Sequence[object]) -> Reading:
    """What is read of rows under the usual headings."""
    return read([HEADINGS, *rows])


def said(reading: Reading) -> list[tuple[str, str | None, list[int]]]:
    """Each period in words, with its base and its rows."""
    return [
        (
            str(period),
            None if period.base is None else f"{period.base:f}",
            [] if period.provenance is None else list(period.provenance.rows),
        )
        for history in reading.histories.values()
        for period in history
    ]


def says(reading: Reading) -> list[str]:
    """Each period in words."""
    return [period for period, *_ in said(reading)]


def aside(reading: Reading) -> dict[int, str]:
    """The rows that are set aside, but for headings, each with its reasons."""
    found: dict[int, list[str]] = {}
    for each in reading.set_aside:
        found.setdefault(each.row, []).append(each.reason.name)
    return {number: " ".join(names) for number, names in found.items() if names != ["HEADING"]}


def fault(reading: Reading) -> str:
    """The only fault of a reading, in words."""
    (found,) = reading.faults
    return str(found)
