"""What the words of a row make of its month, and words and headings of one's own."""

from __future__ import annotations

import pytest

from export_tables import HEADINGS, aside, fault, row, rows_read, said, says
from shebao.adapters.records import ColumnMap, Effect, StatusWords, read
from shebao.errors import RecordsError, RuleError

TWO = ["费款所属期", "险种", "缴费基数", "缴费类型", "缴费标志"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("正常 正常缴费 正常应缴 已实缴 足额到账 预缴 失业代缴医保 参保缴费 ●", "paid"),
        ("补缴 补收 补欠缴 一次性补收 补收记录 back_paid", "back paid"),
        ("欠费 欠缴 △", "arrears"),
        ("待缴 待缴费", "pending"),
        ("缓缴", "deferred"),
        ("视同 视同缴费", "deemed"),
    ],
)
def test_words_of_status_are_read(words: str, status: str) -> None:
    """Each word that records use for the state of a month is that state."""
    for word in words.split():
        assert [f"pension 2025-01 {status} employee 甲公司"] == says(rows_read(row(type=word)))


@pytest.mark.parametrize("word", ["停保", "中断", "终止缴费", "暂停缴费（ 中断）", "-", "未参保"])
def test_words_of_an_end_without_money_are_no_contribution(word: str) -> None:
    """An enrolment that rests or ended has no months where no amount stands beside it."""
    head = ["费款所属期", "险种", "缴费状态", "缴费基数"]
    for base in ("", "0.00"):
        assert {2: "NO_CONTRIBUTION"} == aside(read([head, ["2025-01", "养老", word, base]]))
    assert {2: "NOT_UNDERSTOOD"} == aside(read([head, ["2025-01", "养老", word, "4000"]]))


def test_the_state_of_an_enrolment_is_none_of_a_month() -> None:
    """In a table without money 停保 says nothing of the month, and beside 正常 it is a riddle."""
    head = ["费款所属期", "险种", "缴费状态"]
    found = fault(read([head, ["2025-01", "养老", "停保"]]))
    assert "<rows>:2:3: 缴费状态: '停保' is the state of an enrolment, not of a month" in found
    reading = read([[*head, "缴费类型"], ["2025-01", "养老", "停保", "正常缴费"]])
    assert "缴费状态: '停保' stands in a row that says " in str(reading.faults[0])


def test_remarks_that_are_words_of_status_count() -> None:
    """A remark is read where it is a word of status, and left alone where it is not."""
    rows = [["2025-01", "养老", "4000", "补缴"], ["2025-02", "养老", "4000", "单位合计"]]
    assert ["pension 2025-01 back paid employee", "pension 2025-02 paid employee"] == says(
        read([["费款所属期", "险种", "缴费基数", "备注"], *rows])
    )


@pytest.mark.parametrize("word", ["未到账", "未缴", "应缴", "已核销", "x"])
def test_words_of_two_meanings_are_not_understood(word: str) -> None:
    """A word that may mean two things is refused, and how to say what it means is told."""
    found = fault(rows_read(row(type=word)))
    assert found.startswith(f"<rows>:2:5: 缴费类型: '{word}' ")
    assert found.endswith(f"or what it means here: words=StatusWords({{'{word}': ...}})")


def test_words_of_ones_own_go_first() -> None:
    """What the caller says of a word holds, also where it is known to mean something else."""
    for words in (
        {"未到账": Effect.ARREARS, "正常缴费": Effect.BACK_PAID},
        StatusWords({"未到账": Effect.ARREARS, "正常缴费": Effect.BACK_PAID}),
    ):
        reading = read([HEADINGS, row(month="2025-02", type="未到账"), row()], words=words)
        assert [
            "pension 2025-01 back paid employee 甲公司",
            "pension 2025-02 arrears employee 甲公司",
        ] == says(reading)


def test_words_of_ones_own_are_found_as_they_are_written() -> None:
    """A word with spaces is found with them, one of full width without."""
    assert Effect.PAID is StatusWords({"paid in time": Effect.PAID}).read("paid in time")
    assert Effect.PAID is StatusWords({"OK": Effect.PAID}).read("ＯＫ")


@pytest.mark.parametrize("words", [{"a": "paid"}, {1: Effect.PAID}])
def test_words_without_a_meaning_are_refused(words: dict[str, Effect]) -> None:
    """A word is text, its meaning an effect."""
    with pytest.raises(RuleError):
        StatusWords(words)


def test_an_effect_has_a_status_where_it_holds_a_month() -> None:
    """A refund, a top-up and an end hold no month."""
    without = {each.value for each in Effect if each.status is None}
    assert {"refunded", "refund", "top_up", "adjustment", "no_contribution"} <= without


@pytest.mark.parametrize(
    ("kind", "flag", "status"),
    [
        ("正常应缴", "已实缴", "paid"),
        ("补缴", "已实缴", "back paid"),
        ("补缴", "欠费", "arrears"),
        ("正常应缴", "", "paid"),
        ("", "欠费", "arrears"),
    ],
)
def test_the_stronger_of_two_words_holds(kind: str, flag: str, status: str) -> None:
    """Of the type and the flag of a row the stronger one says what became of the month."""
    reading = read([TWO, ["2025-01", "养老", "4000", kind, flag]])
    assert [f"pension 2025-01 {status} employee"] == says(reading)


@pytest.mark.parametrize(
    ("word", "status"),
    [("是", "arrears"), ("有", "arrears"), ("否", "paid"), ("无", "paid"), ("", "paid")],
)
def test_a_row_may_say_whether_it_is_overdue(word: str, status: str) -> None:
    """是否欠费 says that a month is in arrears, or nothing."""
    head = ["费款所属期", "险种", "是否欠费", "缴费基数"]
    assert [f"pension 2025-01 {status} employee"] == says(
        read([head, ["2025-01", "养老", word, "4000"]])
    )


def test_an_answer_that_is_neither_yes_nor_no_is_not_understood() -> None:
    """是否欠费 is answered with 是 or 否."""
    head = ["费款所属期", "险种", "是否欠费", "缴费基数"]
    found = fault(read([head, ["2025-01", "养老", "也许", "4000"]]))
    assert found.startswith("<rows>:2:3: 是否欠费: '也许' is neither yes nor no; expected 是 or 否")


def test_a_project_may_say_a_status() -> None:
    """款项 holds whose part a row is, or what became of the month."""
    head = ["费款所属期", "险种", "款项", "缴费基数"]
    rows = [["2025-01", "养老", "补缴", "4000"], ["2025-02", "养老", "个人缴纳", "4000"]]
    assert ["pension 2025-01 back paid employee", "pension 2025-02 paid employee"] == says(
        read([head, *rows])
    )


def test_no_contribution_beside_an_amount_is_not_understood() -> None:
    """A dash where an amount was paid says two things."""
    head = ["费款所属期", "险种", "缴费状态", "个人缴费"]
    found = fault(read([head, ["2025-01", "养老", "-", "320"]]))
    assert found.startswith("<rows>:2:3: 缴费状态: '-' says that nothing was contributed")


OWN = ["月", "项", "钱", "城市"]


def test_headings_of_ones_own_are_fields() -> None:
    """Headings that nobody knows are read where it is told what they hold."""
    columns = {"月": "month", "项": "kind", "钱": "base", "城市": None}
    for told in (columns, ColumnMap(columns)):
        reading = read([OWN, ["202501", "养老", "4000", "x"]], columns=told)
        assert [("pension 2025-01 paid employee", "4000", [2])] == said(reading)
        assert () == reading.unknown_columns


def test_a_heading_of_ones_own_may_name_an_insurance() -> None:
    """A field may be that of one insurance in a table of several."""
    columns = {"A": "pension.base", "B": "unemployment.base"}
    reading = read([["年月", "A", "B"], ["202501", "4000", "0"]], columns=columns)
    assert [("pension 2025-01 paid employee", "4000", [2])] == said(reading)


@pytest.mark.parametrize(
    "columns", [{"A": "salary"}, {"A": "pensions.base"}, {"A": "wage"}, {1: "base"}]
)
def test_fields_that_are_none_are_refused(columns: dict[str, str | None]) -> None:
    """A heading is text, its field one that is read."""
    with pytest.raises(RuleError):
        ColumnMap(columns)


@pytest.mark.parametrize(
    ("heading", "field", "kind"),
    [
        ("*缴费基数（元）", "base", None),
        ("AAE003", "month", None),
        ("aae140", "kind", None),
        ("AAC004", "coded", None),
        ("AAE019", None, None),
        ("AIC020", None, None),
        ("YAC004", "base", "pension"),
        ("养老保险费个人缴费金额", "personal_amount", "pension"),
        ("养老缴费基数", "base", "pension"),
        ("失业保险", "cell", "unemployment"),
        ("失业保险(个人)", "personal_amount", "unemployment"),
        ("生育/单位", "employer_amount", "maternity"),
        ("基本医疗保险（含生育）/缴费基数", "base", "medical"),
        ("养老待遇", None, None),
        ("补充养老", "other_insurance", None),
        ("单位/缴费基数", "base", None),
        ("合计/单位", "total", None),
        ("甲/乙", None, None),
        ("余额", "balance", None),
        ("幸运数字", None, None),
    ],
)
def test_headings_are_known(heading: str, field: str | None, kind: str | None) -> None:
    """A heading is known by its words, its code, its insurance and its levels."""
    meaning = ColumnMap().meaning(heading)
    assert (field, kind) == (meaning.field, meaning.kind and meaning.kind.kind.value)


def test_all_that_is_wrong_in_a_row_is_raised() -> None:
    """What is wrong with the words and with the money of a row is told together."""
    with pytest.raises(RecordsError) as error:
        rows_read(row(type="x", base="y")).understood()
    assert ["缴费类型", "缴费基数"] == [each.field for each in error.value.faults]
