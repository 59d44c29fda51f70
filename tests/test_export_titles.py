"""What titles say of the rows below them: person, month, doubts and units; and groups of rows."""

from __future__ import annotations

import pytest

from export_tables import aside, fault, says
from shebao.adapters.records import read
from shebao.errors import RecordsError, RuleError
from shebao.terms import InsuranceKind

HEAD = ["费款所属期", "险种", "缴费基数"]
SHORT = ["费款所属期", "缴费基数", "备注"]
ROW = ["202501", "养老", "4000"]


@pytest.mark.parametrize(
    ("titles", "person"),
    [
        ([["姓名：王小明"]], "王小明"),
        ([["姓名：", "王小明", ""], ["缴费明细"]], "王小明"),
        ([["姓名：王小明", "身份证号：11010519491231002X"]], "11010519491231002X"),
        ([["个人编号：1001", "姓名：王小明"]], "1001"),
        ([["说明：姓名：王小明"]], None),
    ],
)
def test_titles_name_the_person(titles: list[list[str]], person: str | None) -> None:
    """A table whose titles name one person is about that person, by the surest name."""
    assert [person] == list(read([*titles, HEAD, ROW]).histories)


def test_a_column_of_people_goes_before_titles() -> None:
    """Where rows name people, the titles need not."""
    reading = read([["姓名：王小明"], ["姓名", *HEAD], ["李小红", *ROW]])
    assert ["李小红"] == list(reading.histories)


def test_a_month_in_a_title_is_that_of_the_rows() -> None:
    """Rows without a column of months are of the month of their title."""
    rows = [["姓名", "险种", "缴费基数"], ["甲", "养老", "4000"]]
    assert ["pension 2026-02 paid employee"] == says(read([["所属期2026年2月"], *rows]))


@pytest.mark.parametrize(
    "title",
    [
        "费款所属期：2026-13",
        "费款所属期：2026-13，2026-02",
        "费款所属期：2026-01，2026-02",
        "费款所属期：2026年1月至3月",
        "费款所属期：2026年第二季度",
    ],
)
def test_a_title_of_several_months_says_none(title: str) -> None:
    """A title that names no month, several or a span leaves the month of its rows open."""
    rows = [["姓名", "险种", "缴费基数"], ["甲", "养老", "4000"]]
    with pytest.raises(RecordsError, match="are no headings of a table of contributions"):
        read([[title], *rows])
    titles = [["所属期2026年2月"], ["姓名", "险种", "缴费基数"], ["甲", "养老", "4000"]]
    found = read([*titles, [title], ["甲", "失业", "4000"]])
    assert "pension 2026-02 paid employee" == " ".join(says(found))
    assert "is empty; expected a month" in fault(found)


def test_a_title_of_several_people_names_none() -> None:
    """Rows that name nobody, under a title that names two, are nobody's."""
    found = read([["姓名：王小明"], ["姓名：李小红"], HEAD, ROW])
    assert "is not clear from the title; expected one number or name in it" in fault(found)
    assert () == found.people


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([["养老保险缴费明细", "", "姓名：张三"]], ["pension", "unemployment"]),
        ([["姓名：张三", "失业保险明细", ""]], ["unemployment"]),
    ],
)
def test_a_title_may_fill_several_cells(rows: list[list[str]], kinds: list[str]) -> None:
    """Titles between tables and pages hold of the rows below them, in however many cells."""
    short = ["费款所属期", "缴费基数", "备注"]
    table = [*rows, short, ["202501", "4000", ""]]
    table += [["失业保险缴费明细", "", "姓名：张三"], short, ["202502", "4000", ""]]
    found = read(table)
    assert ["张三"] == list(found.histories)
    assert kinds == [str(period.kind.value) for period in found.history]
    assert {"TITLE", "GROUP"} == set(aside(found).values())


@pytest.mark.parametrize("text", ["医疗保险、生育保险", "大额医疗费用补助", "职业年金"])
def test_a_group_of_other_or_several_insurances_leaves_the_kind_open(text: str) -> None:
    """After a group that names not one of the five, rows are not taken for the one before."""
    rows = [["养老保险"], SHORT, ["202501", "4000", ""], [text], ["202502", "4000", ""]]
    found = read(rows)
    assert ["pension 2025-01 paid employee"] == says(found)
    assert "is named nowhere" in fault(found)


def test_a_group_says_how_people_are_enrolled() -> None:
    """A group of flexible workers is one, until another group says otherwise."""
    rows = [HEAD, ["灵活就业人员"], ROW, ["职工"], ["202502", "养老", "4000"]]
    assert ["pension 2025-01 paid flexible", "pension 2025-02 paid employee"] == says(read(rows))


def test_a_group_of_a_status_ends_a_doubt() -> None:
    """Under 欠费 rows without a status are doubtful, under 正常缴费 they are not."""
    rows = [HEAD, ["欠费明细"], ROW, ["正常缴费"], ["202502", "养老", "4000"]]
    found = read(rows)
    assert ["pension 2025-02 paid employee"] == says(found)
    assert "speaks of 欠费" in fault(found)


def test_units_of_money_are_refused_wherever_they_stand() -> None:
    """Ten thousands of yuan are not read as yuan, above a table or inside it."""
    for rows in ([["单位：万元"], HEAD, ROW], [HEAD, ROW, ["单位：万元", "", ""], ROW]):
        with pytest.raises(RecordsError, match="gives amounts in 万元; expected yuan"):
            read(rows)


def test_rows_above_all_headings_are_not_taken_for_titles() -> None:
    """A row that tells of a month above the first known headings is not understood."""
    rows = [["缴费所属月", "险种", "缴费基数"], ROW, ["缴费月份：", "202501"], HEAD, ROW]
    found = read(rows)
    assert {1: "TITLE", 2: "NOT_UNDERSTOOD", 3: "TITLE"} == aside(found)
    assert "stands above the headings, and tells of a month" in fault(found)


@pytest.mark.parametrize("title", ["欠费明细", "退费记录", "补缴明细"])
def test_titles_that_speak_of_other_months_are_doubtful(title: str) -> None:
    """Under a title of arrears or refunds a row that says no status is not understood."""
    found = fault(read([[title], HEAD, ROW]))
    assert f"is not said, under a title that speaks of {title[:2]}" in found
    told = read([[title], [*HEAD, "缴费状态"], [*ROW, "欠费"]])
    assert ["pension 2025-01 arrears employee"] == says(told)


def test_titles_of_other_insurance_name_none_of_the_five() -> None:
    """Under a title of insurance that is none of the five, rows are of none."""
    assert "is named nowhere" in fault(
        read([["补充医疗保险缴费明细"], SHORT, ["202501", "4000", ""]])
    )


@pytest.mark.parametrize("unit", ["万元", "千元", "分"])
def test_amounts_in_other_units_are_refused(unit: str) -> None:
    """A table in units other than yuan is not read."""
    with pytest.raises(RecordsError) as error:
        read([["缴费明细", f"单位：{unit}"], HEAD, ROW], source="a")
    assert f"a:1: row: '缴费明细,单位：{unit}' gives amounts in {unit}; expected yuan 元" == str(
        error.value
    )
    assert ["pension 2025-01 paid employee"] == says(read([["单位：元"], HEAD, ROW]))


def test_a_table_below_has_titles_of_its_own() -> None:
    """What the titles above another table name holds of it, and of it only."""
    rows = [["养老保险缴费明细"], SHORT, ["202501", "4000", ""]]
    others = [["失业保险缴费明细"], ["年月", "缴费基数"], ["202502", "4000"]]
    reading = read([*rows, *others])
    assert ["pension 2025-01 paid employee", "unemployment 2025-02 paid employee"] == says(reading)
    assert {1: "TITLE", 4: "TITLE"} == aside(reading)


def test_groups_name_the_insurance_of_their_rows() -> None:
    """All rows below a group are of the insurance that it names, from the first one on."""
    rows = [["养老保险缴费明细"], SHORT, ["202501", "4000", ""], ["失业保险"]]
    reading = read([*rows, ["202501", "4000", ""], ["202502", "4000", ""]])
    assert ["pension 2025-01 paid employee", "unemployment 2025-01..2025-02 paid employee"] == says(
        reading
    )
    assert {1: "TITLE", 4: "GROUP"} == aside(reading)


def test_rows_of_texts_among_rows_are_notes() -> None:
    """A row of texts and no values that tells of no month is a title, with a number it is none."""
    wide = ["年月", "缴费基数", "养老个人缴费", "失业个人缴费", "经办机构"]
    rows = [
        ["202501", "4000", "320", "20", ""],
        ["制表", "", "", "", "审核"],
        ["202502", "", "0", "", ""],
    ]
    reading = read([wide, *rows])
    assert {3: "TITLE", 4: "NO_CONTRIBUTION"} == aside(reading)


def test_rows_of_other_insurance_are_set_aside() -> None:
    """A row of insurance that is none of the five stands beside those of the five."""
    assert {3: "OTHER_INSURANCE"} == aside(read([HEAD, ROW, ["202501", "职业年金", "4000"]]))


@pytest.mark.parametrize("text", ["2025.1", "2.02E+05", "1.10105E+17", "1101051949******2X"])
def test_numbers_that_a_spreadsheet_cut_are_not_understood(text: str) -> None:
    """A month that lost its zero, and a number that lost its end, are not guessed."""
    if text == "2025.1":
        found = fault(read([HEAD, [text, "养老", "4000"]]))
        assert f"费款所属期: '{text}' may be January or October" in found
    elif text[-1].isdigit() and "+" in text and len(text) < 10:
        assert "is not a month" in fault(read([HEAD, [text, "养老", "4000"]]))
    else:
        found = fault(read([["证件号码", *HEAD], [text, *ROW]]))
        assert "is not whole; expected the whole number, as text" in found


def test_marks_of_text_in_spreadsheets_are_left_out() -> None:
    """A cell such as ="202501" or '202501 is the text in it."""
    for text in ('="202501"', "'202501"):
        assert ["pension 2025-01 paid employee"] == says(read([HEAD, [text, "养老", "4000"]]))


def test_headings_of_ones_own_have_to_be_there() -> None:
    """A heading that the table lacks is a slip of the pen, and refused."""
    with pytest.raises(RuleError, match="stand in no table"):
        read([HEAD, ROW], columns={"缴费机数": "base"})


def test_what_is_taken_for_granted_is_told() -> None:
    """Defaults that rows rely on are listed: status, scheme, place, insurance."""
    told = read([SHORT, ["202501", "4000", ""]], kind=InsuranceKind.PENSION, area="130100")
    assert ["STATUS", "SCHEME", "AREA", "KIND"] == [each.name for each in told.assumed]
    head = [*HEAD, "缴费状态", "参保类型", "参保地"]
    assert () == read([head, [*ROW, "正常缴费", "职工", "130100"]]).assumed


def test_people_are_known_by_headings_in_other_words() -> None:
    """参保人姓名 and 职工身份证号码 name people too."""
    reading = read([["参保人姓名", *HEAD], ["王小明", *ROW]])
    assert ["王小明"] == list(reading.histories)
    reading = read([["员工身份证件号码", *HEAD], ["11010519491231002x", *ROW]])
    assert ["11010519491231002X"] == list(reading.histories)


def test_groups_of_employers_are_two_jobs() -> None:
    """One month under two groups of employers is two periods, and no row a duplicate."""
    rows = [HEAD, ["单位名称：甲公司", "", ""], ROW, ["单位名称：乙公司", "", ""], ROW]
    assert [
        "pension 2025-01 paid employee 乙公司",
        "pension 2025-01 paid employee 甲公司",
    ] == sorted(says(read(rows)))
    own = [[*HEAD, "单位名称"], ["单位名称：甲公司", "", "", ""], [*ROW, ""], [*ROW, "丙"]]
    assert ["pension 2025-01 paid employee", "pension 2025-01 paid employee 丙"] == says(read(own))
