"""Where the headings of a table are, what its titles say, and what stands between its rows."""

from __future__ import annotations

import pytest

from export_tables import HEADINGS, aside, fault, row, said, says
from shebao import PENSION
from shebao.adapters.records import csv_rows, read
from shebao.errors import RecordsError
from shebao.terms import InsuranceKind

SIMPLE = ["年月", "缴费基数", "备注"]


def test_titles_are_set_aside() -> None:
    """Rows above the headings are titles, and blank ones are blank."""
    reading = read([["缴费明细"], [], ["打印日期：2025-03-01", ""], HEADINGS, row()])
    assert [("pension 2025-01 paid employee 甲公司", "4000", [5])] == said(reading)
    assert {1: "TITLE", 2: "BLANK", 3: "TITLE"} == aside(reading)


def test_a_title_names_the_insurance() -> None:
    """A table of one insurance need not repeat what its title says, nor what the caller says."""
    rows = [SIMPLE, ["2025-01", "4000", ""]]
    assert ["unemployment 2025-01 paid employee"] == says(read([["失业保险缴费明细"], *rows]))
    assert ["pension 2025-01 paid employee"] == says(read(rows, kind=InsuranceKind.PENSION))


def test_a_title_names_the_scheme() -> None:
    """Of two words for one insurance, the one that says how people are enrolled counts."""
    rows = [["城乡居民基本养老保险"], ["养老保险缴费"], SIMPLE, ["2025-01", "4000", ""]]
    assert ["pension 2025-01 paid resident"] == says(read(rows))


def test_titles_that_name_two_insurances_name_none() -> None:
    """Titles of two insurances do not say which one a row is of."""
    rows = [["养老保险、失业保险缴费明细"], SIMPLE, ["2025-01", "4000", ""]]
    assert "is named nowhere; expected a column 险种" in fault(read(rows))


def test_titles_that_name_two_years_name_none() -> None:
    """Months by number under titles of two years are of none."""
    rows = [["2022年度至2023年度"], ["月份", "险种", "缴费基数"], ["3", "养老", "4000"]]
    assert "is a month of no year" in fault(read(rows))


def test_no_headings_are_refused() -> None:
    """Rows without headings of contributions are no table, and the first filled row is named."""
    with pytest.raises(RecordsError) as error:
        read([[], ["姓名", "电话"], ["甲", "1"]], source="a.csv")
    assert str(error.value).startswith(
        "a.csv:2:1: row: '姓名,电话' and the rows after it are no headings"
    )


@pytest.mark.parametrize("rows", [[], [[]], [["", " "]]])
def test_nothing_is_no_table(rows: list[list[str]]) -> None:
    """A table of nothing is refused too."""
    with pytest.raises(RecordsError, match="are no headings of a table of contributions"):
        read(rows)


def test_headings_without_months_need_the_month() -> None:
    """Headings without any time will do only where the month is known otherwise."""
    with pytest.raises(RecordsError, match="are no headings"):
        read([["姓名", "养老缴费基数"], ["甲", "4000"]])


def test_headings_of_two_levels_are_joined() -> None:
    """An upper heading spans the empty cells to its right."""
    rows = [
        ["年月", "养老保险", "", "失业保险", ""],
        ["", "缴费基数", "个人缴费", "缴费基数", "个人缴费"],
        ["202501", "4000", "320", "5000", "25"],
    ]
    reading = read(rows)
    assert [
        "年月",
        "养老保险/缴费基数",
        "养老保险/个人缴费",
        "失业保险/缴费基数",
        "失业保险/个人缴费",
    ] == [column.heading for column in reading.columns]
    assert ["4000", "5000"] == [base for _, base, _ in said(reading)]


def test_a_lower_level_may_be_wider() -> None:
    """Rows of headings need not be of one length."""
    rows = [["年月", "养老保险"], ["", "缴费基数", "个人缴费"], ["202501", "4000", "320"]]
    assert [("pension 2025-01 paid employee", "4000", [3])] == said(read(rows))


def test_headings_again_are_headings() -> None:
    """Headings that a new page repeats are no rows, whatever stands behind them."""
    reading = read([HEADINGS, row(), [*HEADINGS, "", ""], row(month="2025-02")])
    assert [[2, 4]] == [rows for *_, rows in said(reading)]
    assert {} == aside(reading)


def test_a_table_below_has_headings_of_its_own() -> None:
    """Where other headings follow, another table begins, with other columns."""
    reading = read(
        [HEADINGS, row(), ["年月", "失业缴费基数", "医疗缴费基数"], ["202502", "5000", "0"]]
    )
    assert [
        ("pension 2025-01 paid employee 甲公司", "4000", [2]),
        ("unemployment 2025-02 paid employee", "5000", [4]),
    ] == said(reading)


def test_a_row_between_tables_that_is_neither_is_not_understood() -> None:
    """A row of texts before the headings of another table is no month."""
    reading = read(
        [HEADINGS, row(), ["甲", "乙", "丙"], ["年月", "失业缴费基数"], ["202502", "5000"]]
    )
    assert {3: "NOT_UNDERSTOOD"} == aside(reading)
    assert 2 == len(says(reading))


def long_table(*rows: list[str]) -> list[list[str]]:
    """A table that goes on far below the rows in which the first headings are looked for."""
    return [HEADINGS, row(), *[[]] * 80, *rows]


@pytest.mark.parametrize("upper", [["年月", "失业保险", ""], ["期间", "失业保险", ""]])
def test_a_table_far_below_may_have_headings_of_two_levels(upper: list[str]) -> None:
    """Headings of two levels are joined wherever they stand, also if the upper one alone is none."""
    lower = ["年月" if upper[0] == "期间" else "", "缴费基数", "个人缴费"]
    reading = read(long_table(upper, lower, ["202502", "5000", "25"]))
    assert ("unemployment 2025-02 paid employee", "5000", [85]) == said(reading)[1]
    assert {"BLANK"} == set(aside(reading).values())


def test_a_row_far_below_that_is_no_heading_is_not_understood() -> None:
    """A row that might have been the upper of two headings is blamed when the next row is none."""
    for after in ([row(month="2025-02")], [["甲", "乙"]], []):
        found = aside(read(long_table(["x", "y", "z"], *after)))
        assert "NOT_UNDERSTOOD" == found[83]


def test_totals_are_no_months() -> None:
    """Rows that sum up others are set aside, wherever the word stands."""
    rows = [["合计", "", "", "8000", ""], ["", "在职人员小计", "", "8000", ""]]
    reading = read([HEADINGS, row(), *rows])
    assert dict.fromkeys((3, 4), "TOTAL") == aside(reading)


def test_totals_state_numbers_of_months() -> None:
    """A total under a column of months is kept, with the insurance that its row or table names."""
    head = ["起始年月", "终止年月", "险种", "月数"]
    rows = [
        ["202501", "202512", "养老", "12"],
        ["小计", "", "养老", "12"],
        ["合计", "", "", "12"],
        ["合计", "", "", ""],
    ]
    stated = read([head, *rows]).stated
    assert [(InsuranceKind.PENSION, 12, 3), (None, 12, 4)] == [
        (each.kind, each.months, each.row) for each in stated
    ]
    told = read([head, *rows], kind=InsuranceKind.PENSION).stated
    assert [InsuranceKind.PENSION] * 2 == [each.kind for each in told]


def test_rows_state_running_totals() -> None:
    """A running total beside the months of a year is kept as the total of its person."""
    head = ["姓名", "年份", "险种", "缴费月数", "多年缴费累计月数"]
    rows = [["甲", "2010", "养老", "12", "12"], ["甲", "2011", "养老", "9", "21"]]
    assert [("甲", 12, 2), ("甲", 21, 3)] == [
        (each.person, each.months, each.row) for each in read([head, *rows]).stated
    ]


def test_groups_name_what_follows() -> None:
    """A row of one cell before others names a group; at the end it is a note."""
    reading = read([HEADINGS, row(), ["在职人员"], row(month="2025-02"), ["说明：仅供核对"]])
    assert {3: "GROUP", 5: "TITLE"} == aside(reading)
    assert [[2, 4]] == [rows for *_, rows in said(reading)]


def test_a_row_too_wide_is_told() -> None:
    """A cell beyond the headings is blamed; empty ones are not, and the months are taken."""
    reading = read([HEADINGS, [*row(), ""], [*row(month="2025-02"), "", "多"]])
    assert [[2, 3]] == [rows for *_, rows in said(reading)]
    assert fault(reading).startswith(
        "<rows>:3:6: row: '' stands in a row of 7 cells; expected 5 cells"
    )


def test_a_row_too_short_has_empty_cells() -> None:
    """Cells that are missing at the end are empty."""
    assert [("pension 2025-01 paid employee", None, [2])] == said(
        read([HEADINGS, ["2025-01", "养老", "", "", "正常"]])
    )
    assert [("pension 2025-01 paid employee 甲公司", "4000", [2])] == said(
        read([HEADINGS, row()[:4]])
    )


def test_a_row_that_cannot_be_read_is_told() -> None:
    """A row of CSV with a quote that is never closed is blamed; the rows before it are read."""
    text = '年月,险种,缴费基数\n202501,养老,4000\n202502,养老,"4000\n'
    reading = read(csv_rows(text), source="a.csv")
    assert ["pension 2025-01 paid employee"] == says(reading)
    assert fault(reading).startswith("a.csv:3:1: row: '202502,养老,\"4000' opens a quote")


def test_a_grid_has_the_year_of_its_title() -> None:
    """Months across, with the year in the title, are the months of that year."""
    rows = [
        ["2023年度"],
        ["险种", "1月", "02月", "12月份"],
        ["养老", "●", "-", "△"],
        ["失业", "", "0", "●"],
    ]
    reading = read(rows)
    assert [
        ("pension 2023-01 paid employee", None, [3]),
        ("pension 2023-12 arrears employee", None, [3]),
        ("unemployment 2023-12 paid employee", None, [4]),
    ] == said(reading)


def test_a_grid_may_have_months_of_several_insurances() -> None:
    """Months below insurances, or above them, are months of each of them."""
    row = ["2023", "●", "△", "", "●"]
    for rows in (
        [["年度", "养老", "", "失业", ""], ["", "1月", "2月", "1月", "2月"]],
        [["年度", "1月/养老", "2月/养老", "1月/失业", "2月/失业"]],
    ):
        assert [
            "pension 2023-01 paid employee",
            "pension 2023-02 arrears employee",
            "unemployment 2023-02 paid employee",
        ] == says(read([*rows, row]))


def test_a_word_of_no_contribution_in_a_grid_is_no_month() -> None:
    """A grid whose row has dashes only tells of no month."""
    assert {2: "NO_CONTRIBUTION"} == aside(
        read([["险种", "1月", "2月"], ["养老", "-", "-"]], year=2023)
    )


def test_the_rows_stand_as_they_were() -> None:
    """Raw rows are kept by their numbers, as texts."""
    reading = read([["标题"], HEADINGS, row()])
    assert {1: ("标题",), 2: tuple(HEADINGS), 3: tuple(row())} == reading.raw
    assert 3 == reading.row_count


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [["月份", "险种", "缴费情况"], ["1月", "养老", "已缴"], ["2月", "养老", "已缴"]],
            [("pension 2023-01..2023-02 paid employee", None, [2, 3])],
        ),
        (
            [["养老保险", "", ""], ["年月", "缴费基数", "备注"], ["202501", "4000", ""]],
            [("pension 2025-01 paid employee", "4000", [3])],
        ),
        (
            [["单位", "甲", ""], ["年月", "缴费基数", "失业保险"], ["202501", "4000", "25"]],
            [("unemployment 2025-01 paid employee", "4000", [3])],
        ),
        (
            [
                ["险种", "1月", "", "2月", ""],
                ["", "缴费基数", "缴费情况", "缴费基数", "缴费情况"],
                ["养老", "4000", "●", "5000", "△"],
            ],
            [
                ("pension 2023-01 paid employee", "4000", [3]),
                ("pension 2023-02 arrears employee", "5000", [3]),
            ],
        ),
        (
            [
                ["年月", "险种", "缴费基数"],
                ["2025-01", "养老", "4000"],
                ["年月", "失业保险", ""],
                ["", "缴费基数", "个人缴费"],
                ["2025-02", "5000", "25"],
            ],
            [
                ("pension 2025-01 paid employee", "4000", [2]),
                ("unemployment 2025-02 paid employee", "5000", [5]),
            ],
        ),
    ],
    ids=["first rows", "a title", "a line of names", "months above fields", "a second table"],
)
def test_two_levels_are_told_from_titles_and_rows(
    rows: list[list[str]], expected: list[tuple[str, str | None, list[int]]]
) -> None:
    """A lower level lies under upper headings that span it; titles and first rows do not."""
    assert expected == said(read(rows, year=2023))


def test_a_group_goes_before_the_insurance_of_the_caller() -> None:
    """Rows under the name of another insurance are of that one, whatever the others are."""
    rows = [["年月", "缴费基数"], ["2025-01", "4000"], ["失业保险", ""], ["2025-01", "4000"]]
    assert [
        ("pension 2025-01 paid employee", "4000", [2]),
        ("unemployment 2025-01 paid employee", "4000", [4]),
    ] == said(read(rows, kind=PENSION))


def test_a_narrower_table_below_has_its_own_columns_only() -> None:
    """Cells that a sheet leaves empty beside a table are no columns of it."""
    rows = [["年月", "险种", "缴费基数", "单位名称"], ["202501", "养老", "4000", "甲"]]
    rows += [["年月", "失业缴费基数", "", ""], ["202502", "5000", "", ""]]
    assert () == read(rows).unknown_columns
