"""``python -m shebao read FILE``: what it shows, how it refuses, and its bar of progress."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import xlsxwriter

import shebao as sb
from shebao.__main__ import main
from shebao.cli import files
from shebao.cli.files import rows_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: Final = "缴费年月,缴费基数,备用\n202501,4000,x\n202513,4000,x\n"
GRID: Final = "险种,1月,2月\n养老,●,△\n"


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a table, in the current directory."""
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE, "utf-8")
    Path("grid.csv").write_text(GRID, "gb18030")
    return Path("a.csv")


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a call prints that succeeds."""
    assert 0 == main(["read", *argv])
    captured = capsys.readouterr()
    assert "" == captured.err
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a call prints to the standard error that fails."""
    assert 2 == main(["read", *argv])
    captured = capsys.readouterr()
    assert "" == captured.out
    return captured.err.removesuffix("\n")


@pytest.mark.usefixtures("table")
def test_it_shows_what_was_understood_and_what_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Columns, records, rows set aside and faults, in one page."""
    assert """\
a.csv: 3 rows, people: 1

Columns that were read
  1 缴费年月 → month
  2 缴费基数 → base

Columns that are not known
  3 备用

Records
  (the table names nobody)
  · pension paid: 1 months (2025-01)

What was taken for granted
  rows without a status were paid in time
  rows without a scheme are of employees
  rows without an insurance are of that of the title or the caller

Rows that add no month of their own
  heading: 1
  not understood: 3

What was not understood
  a.csv:3:1: 缴费年月: '202513' is not in the calendar; expected a month such as
      2025-01, 202501, 2025.01, 2025年1月, or a date
""" == said(capsys, "a.csv", "--kind", "养老", "--lang", "en")


@pytest.mark.usefixtures("table")
def test_it_speaks_chinese_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    """The options are those of the reader; the language is Chinese."""
    assert """\
grid.csv：2 行，1 人

已识别的列
  1 险种 → kind
  2 1月 → cell
  3 2月 → cell

缴费记录
  （表中未写姓名）
  · 基本养老保险 正常缴费: 1 个月 (2023-01)
  · 基本养老保险 欠费: 1 个月 (2023-02)

按默认读入
  未写明参保类型的行，按职工读入
  未写明参保地的行，按给定的参保地读入

未另计月数的行
  表头: 1

所有行均已识别。
""" == said(capsys, "grid.csv", "--year", "2023", "--encoding", "gb18030", "--area", "410100")


def test_a_workbook_is_read_by_its_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that ends as workbooks do is one; its sheet may be named."""
    path = tmp_path / "a.XLSX"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("甲").write_row(0, 0, ["x"])
        sheet = book.add_worksheet("乙")
        sheet.write_row(0, 0, ["险种类型", "缴费基数"])
        sheet.write_row(1, 0, ["310", 4000])

    argv = (str(path), "--sheet", "乙", "--codes", "nhsa", "--month", "2025-01", "--lang", "en")
    assert "· medical paid: 1 months (2025-01)" in said(capsys, *argv)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], "FILE: None is not given; expected the file to read"),
        (["no.csv"], "FILE: 'no.csv' cannot be read (No such file or directory)"),
        (["no.xlsx"], "FILE: 'no.xlsx' cannot be read (No such file or directory)"),
        (["a.csv", "--sheet", "甲"], "--sheet: '甲' is given beside a file of text"),
        (["a\0b.csv"], "cannot be read"),
        (["a.csv", "b.csv"], "are 2 files"),
        (["a.csv", "--year", "23"], "--year: '23' is no year; expected four digits such as 2023"),
        (["a.csv", "--codes", "gbt"], "--codes: 'gbt' is not offered; expected mohrss or nhsa"),
        (["a.csv", "--kind", "房产"], "--kind: '房产' is no known kind"),
        (["a.csv", "--birth", "1990"], "option: '--birth' is no option"),
        (["grid.csv"], "grid.csv:1: FILE: 'grid.csv' is not UTF-8; expected --encoding gb18030"),
    ],
)
def test_what_is_wrong_is_told(
    capsys: pytest.CaptureFixture[str], argv: list[str], expected: str
) -> None:
    """Files and options that do not do are named, with what would."""
    assert expected in refused(capsys, *argv)


def test_help_lists_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    """The command has a help of its own."""
    printed = said(capsys, "--help")
    assert "usage: python -m shebao read FILE" in printed
    assert "--sheet" in printed


def progress(size: int, long: int, stream: io.StringIO) -> list[str]:
    """What stands on a stream after some items were taken, each state of the line."""
    taken = list(shown(range(size), size, long, None, stream))
    assert list(range(size)) == taken
    return stream.getvalue().split("\r")


def test_a_long_file_has_a_bar_of_progress() -> None:
    """On a terminal the bar grows to the end, and is wiped away."""
    _, first, second, third, wiped, rest = progress(6_000, 6_000, Terminal())

    assert f"[{'.' * 30}]   0%" == first
    assert f"[{'#' * 10}{'.' * 20}]  33%" == second
    assert f"[{'#' * 20}{'.' * 10}]  66%" == third
    assert (" " * 37, "") == (wiped, rest)


def test_a_short_file_has_none() -> None:
    """What is read at once shows no bar."""
    assert [""] == progress(5_999, 6_000, Terminal())


def test_nobody_looks_at_a_pipe() -> None:
    """Where the standard error is no terminal, nothing is written to it."""
    assert [""] == progress(6_000, 6_000, io.StringIO())


def test_the_bar_goes_by_the_bytes_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How far a text file is, is how much of it was read."""
    monkeypatch.setattr(files, "_LONG", 0)
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    terminal = Terminal()

    assert 3 == len(list(rows_of(str(path), "utf-8", None, terminal)))
    assert "100%" in terminal.getvalue()


def test_the_caller_can_watch_the_rows() -> None:
    """The reader takes rows one by one, so an iterator of the caller sees each pass."""
    seen: list[int] = []

    def watched() -> Iterator[list[str]]:
        for number, row in enumerate([["缴费年月", "险种"], ["202501", "养老"]]):
            seen.append(number)
            yield row

    assert 1 == len(sb.records.read(watched()).history)
    assert [0, 1] == seen
