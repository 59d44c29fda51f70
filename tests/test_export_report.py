"""A reading in words: what was read, what was set aside, what is not understood."""

from __future__ import annotations

import pytest

from export_tables import HEADINGS, row, rows_read
from shebao.adapters.records import read
from shebao.columns import WIDTH, columns

TABLE = [
    [
        "姓名",
        "起始年月",
        "终止年月",
        "险种",
        "月数",
        "缴费状态",
        "多年缴费累计月数",
        "余额",
        "幸运数字",
    ],
    ["王小明", "202501", "202512", "养老", "9", "正常", "9", "1", "7"],
    ["王小明", "202401", "202412", "养老", "12", "正常", "", "1", "7"],
    ["王小明", "202301", "202312", "养老", "5", "补缴", "", "1", "7"],
    ["王小明", "202401", "202412", "失业", "x", "正常", "", "1", "7"],
    ["合计", "", "", "", "21", "", "", "", ""],
]


def test_a_reading_tells_all_in_chinese_and_in_english() -> None:
    """Columns, months, totals, reasons and faults are told, in at most 80 columns."""
    reading = read(TABLE, source="mine.csv")
    assert str(reading) == reading.text() == reading.text("zh")
    for part in (
        "mine.csv：6 行，1 人",
        "王小明",
        "12 个月 (2024-01..2024-12)",
        "合计行: 6",
        "余额",
        "幸运数字",
    ):
        assert part in reading.text("zh")
    for part in (
        "mine.csv: 6 rows, people: 1",
        "12 months (2024-01..2024-12)",
        "which ones is not known",
    ):
        assert part in reading.text("en")
    for lang in ("zh", "en"):
        assert [] == [line for line in reading.text(lang).split("\n") if columns(line) > WIDTH]
        assert "'x' is no number of months" in reading.text(lang)


def test_a_table_that_is_understood_says_so() -> None:
    """Where nothing is left, that is told, and a table without names says that it has none."""
    reading = rows_read(row())
    assert "所有行均已识别。" in reading.text()
    assert "（表中未写姓名）" in reading.text()
    assert "Every row was understood." in reading.text("en")
    assert "（表中未写姓名）" not in read(TABLE).text()


def test_long_lists_are_cut() -> None:
    """Of many people, faults and rows the first are told, and how many more there are."""
    people = [[f"人{number}", *row()] for number in range(12)]
    wrong = [["人0", *row(month="x")] for _ in range(25)]
    blank = [[] if number % 3 % 2 else ["人0", *row(month="y")] for number in range(80)]
    text = read([["姓名", *HEADINGS], *people, *wrong, *blank]).text("en")
    assert "and 2 more" in text
    assert "…" in text


def test_a_language_is_zh_or_en() -> None:
    """Another language is refused."""
    with pytest.raises(ValueError, match="lang"):
        rows_read(row()).text("fr")


def test_identity_numbers_are_hidden() -> None:
    """A text about a reading shows no identity number whole."""
    number = "11010519491231002X"
    assert number not in read([["证件号码", *HEADINGS], [number, *row()]]).text()
