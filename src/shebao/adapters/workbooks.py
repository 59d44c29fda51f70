"""Excel workbooks as rows, on python-calamine (extra ``excel``)."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from ..errors import Fault, RecordsError, UsageError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

__all__ = ["EXCEL", "excel_rows"]

#: How the names of workbooks end.
EXCEL: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def excel_rows(workbook: str | Path | BinaryIO, *, sheet: str | None = None) -> list[list[object]]:
    """The rows of a sheet of a workbook (.xlsx, .xls, .xlsb, .ods), from its first one on.

    Cells merged over several rows hold their value in each of them, as the sheet shows it. The
    whole sheet is held in memory up to its last cell, wherever that stands, so workbooks of
    strangers are best opened in a process whose memory is limited.

    Args:
        workbook: its file, by name or opened for bytes.
        sheet: the name of the sheet; None is the only one that holds anything.

    Raises:
        UsageError: if python-calamine is not installed; it comes with ``pip install "shebao[excel]"``.
        RecordsError: if it is no workbook, has no such sheet, or holds several and none is named.
        OSError: if there is no such file, or it may not be read.
    """
    source = str(workbook)
    try:
        from python_calamine import (  # noqa: PLC0415  (an extra, loaded when it is asked for)
            CalamineError,
            CalamineWorkbook,
        )
    except ImportError:
        expected = 'pip install "shebao[excel]"'
        fault = Fault("python-calamine", None, "is not installed", expected)
        raise UsageError(fault) from None
    if not isinstance(workbook, str | Path) and not hasattr(workbook, "read"):
        problem, expected = "is no workbook", "the name of a file, or a file opened for bytes"
        raise RecordsError(Fault("workbook", workbook, problem, expected))
    if isinstance(workbook, str | Path):
        workbook = io.BytesIO(Path(workbook).read_bytes())
    try:
        return _rows(_chosen(CalamineWorkbook.from_object(workbook), sheet, source))
    except CalamineError as error:
        problem = f"is no workbook that can be read ({error})"
        expected = "a workbook of Excel or OpenDocument, without a password"
        raise RecordsError(Fault("workbook", source, problem, expected)) from None


def _chosen(book: CalamineWorkbook, sheet: str | None, source: str) -> CalamineSheet:
    if sheet is not None:
        if sheet not in book.sheet_names:
            expected = f"one of {', '.join(book.sheet_names)}"
            raise RecordsError(Fault("sheet", sheet, "is no sheet of it", expected, source))
        return book.get_sheet_by_name(sheet)
    filled = [each for name in book.sheet_names if (each := book.get_sheet_by_name(name)).height]
    if not filled:
        raise RecordsError(
            Fault("sheet", None, "is empty, as all are", "a sheet with cells", source)
        )
    if len(filled) > 1:
        names = ", ".join(each.name for each in filled)
        problem = f"has {len(filled)} sheets that hold something"
        fault = Fault("sheet", None, problem, f"the name of one of them: {names}", source)
        raise RecordsError(fault)
    return filled[0]


def _rows(sheet: CalamineSheet) -> list[list[object]]:
    """All rows from the first one of the sheet on, merged cells filled downwards."""
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]
    return rows
