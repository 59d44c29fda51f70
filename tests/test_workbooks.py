"""Excel workbooks as rows: sheets, merged cells, numbers and days as they were typed."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

import shebao as sb
from shebao.adapters.workbooks import excel_rows

if TYPE_CHECKING:
    from pathlib import Path

TABLE: list[list[Any]] = [
    ["2025年养老保险缴费明细", None, None],
    ["证件号码", "费款所属期", "缴费基数"],
    ["110105194912310021", 202501, 4000],
    ["110105194912310021", 202502, 4000.5],
]


def workbook(path: Path, sheets: dict[str, list[list[Any]]], merged: str | None = None) -> Path:
    """A workbook with some sheets, and a range of the first one merged."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        if merged is not None:
            first = book.worksheets()[0]
            first.merge_range(merged, "丙公司")
    return path


def test_the_only_filled_sheet_is_read(tmp_path: Path) -> None:
    """Whatever it is called and wherever it stands, the one sheet that holds something is read."""
    path = workbook(tmp_path / "a.xlsx", {"说明": [], "Sheet4": TABLE})

    reading = sb.records.read(excel_rows(path), source="a.xlsx", area="130100")

    expected = [
        sb.ContributionPeriod(sb.PENSION, "2025-01", base="4000", area="130100"),
        sb.ContributionPeriod(sb.PENSION, "2025-02", base="4000.50", area="130100"),
    ]
    assert sb.ContributionHistory(expected) == reading.history


def test_a_sheet_is_named_where_there_are_several(tmp_path: Path) -> None:
    """Of several sheets one is named; the error lists them."""
    path = workbook(tmp_path / "a.xlsx", {"甲": TABLE, "乙": [["险种"]]})

    assert [["险种"]] == excel_rows(path, sheet="乙")
    with pytest.raises(sb.RecordsError, match=r"has 2 sheets .*: 甲, 乙"):
        excel_rows(path)
    with pytest.raises(sb.RecordsError, match="'丙' is no sheet of it; expected one of 甲, 乙"):
        excel_rows(path, sheet="丙")


def test_an_empty_workbook_has_no_sheet_to_read(tmp_path: Path) -> None:
    """A workbook without any cell is an error, not an empty table."""
    with pytest.raises(sb.RecordsError, match="is empty, as all are; expected a sheet with cells"):
        excel_rows(workbook(tmp_path / "a.xlsx", {"甲": []}))


def test_merged_cells_hold_their_value_in_every_row(tmp_path: Path) -> None:
    """A cell merged over rows is the cell of each of them, as a reader of the sheet sees it."""
    path = workbook(tmp_path / "a.xlsx", {"甲": [["单位"], [], [], [None, 1]]}, merged="A2:A4")

    assert [["单位", ""], ["丙公司", ""], ["丙公司", ""], ["丙公司", 1.0]] == excel_rows(path)


def test_days_and_open_files_are_read(tmp_path: Path) -> None:
    """Days stay days; a workbook may be an open file."""
    path = workbook(tmp_path / "a.xlsx", {"甲": [["到账日期", date(2025, 1, 31)]]})

    assert [["到账日期", date(2025, 1, 31)]] == excel_rows(io.BytesIO(path.read_bytes()))


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    """Any other file is an error that names it."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)

    with pytest.raises(sb.RecordsError, match=r"a\.xlsx' is no workbook that can be read"):
        excel_rows(path)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed python-calamine is told which extra brings it."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(sb.UsageError, match=r'pip install "shebao\[excel\]"'):
        excel_rows("a.xlsx")


@pytest.mark.parametrize("other", [None, 3, ["a.xlsx"]])
def test_a_workbook_is_a_file(other: Any) -> None:  # noqa: ANN401
    """What has no name and cannot be read is no workbook."""
    with pytest.raises(sb.RecordsError, match="is no workbook; expected the name of a file"):
        excel_rows(other)


def test_a_missing_workbook_is_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is told as everywhere in Python."""
    with pytest.raises(FileNotFoundError):
        excel_rows(tmp_path / "no.xlsx")
