"""What a row comes to where its words, its money and its months do not go together."""

from __future__ import annotations

import pytest

from export_tables import aside, fault, said, says
from shebao.adapters.records import read

HEAD = ["年月", "险种", "缴费基数", "单位缴费", "个人缴费"]


def test_amounts_of_both_signs_are_not_understood() -> None:
    """A row that pays and takes back at once says neither."""
    rows = [HEAD, ["202501", "养老", "4000", "-640", "320"]]
    assert "has amounts of both signs; expected one sign in a row" in fault(read(rows))


def test_what_is_due_is_not_yet_paid() -> None:
    """Where a table has amounts that were paid, what was due alone is no contribution."""
    head = ["年月", "险种", "缴费基数", "应缴金额", "实缴金额"]
    rows = [head, ["202501", "养老", "4000", "320", "320"]]
    rows += [["202502", "养老", "4000", "320", "0"], ["202503", "养老", "4000", "320", ""]]
    found = read(rows)
    assert ["pension 2025-01 paid employee"] == says(found)
    assert {3: "NOT_UNDERSTOOD", 4: "NOT_UNDERSTOOD"} == aside(found)


def test_a_base_beside_amounts_of_zero_is_not_understood() -> None:
    """A month with a base, all of whose amounts are zero, may be exempt or unpaid."""
    rows = [HEAD, ["202501", "养老", "4000", "0", "0"], ["202502", "养老", "4000", "", ""]]
    found = read(rows)
    assert ["pension 2025-02 paid employee"] == says(found)
    assert "says that something was due, and no amount that it was paid" in fault(found)


def test_a_row_of_zeros_says_that_nothing_was_paid() -> None:
    """Without a word of status, amounts of zero are no contribution."""
    rows = [HEAD, ["202501", "养老", "0", "0", "0"], ["202502", "养老", "4000", "640", "320"]]
    assert {2: "NO_CONTRIBUTION"} == aside(read(rows))


def test_an_amount_under_employer_is_what_it_pays() -> None:
    """Beside 个人, 单位 is an amount; elsewhere an amount there is no name."""
    rows = [["年月", "险种", "单位", "个人"], ["202501", "养老", "640", "320"]]
    assert [("pension 2025-01 paid employee", None, [2])] == said(read(rows))
    rows = [["年月", "险种", "单位"], ["202501", "养老", "640.50"]]
    assert "is an amount, and no name" in fault(read(rows))


def test_flexible_workers_are_known_by_their_employer() -> None:
    """灵活就业人员 in place of an employer says how the person is enrolled."""
    rows = [["年月", "险种", "单位名称"], ["202501", "养老", "灵活就业人员"]]
    assert ["pension 2025-01 paid flexible 灵活就业人员"] == says(read(rows))


@pytest.mark.parametrize(
    ("number", "is_whole"),
    [("130102199003077000", False), ("110105194912310021", True), ("11010519491231000X", True)],
)
def test_a_rounded_number_is_nobody(number: str, is_whole: bool) -> None:
    """A number that a spreadsheet cut to fifteen digits could be that of several people."""
    found = read([["证件号码", "年月", "险种"], [number, "202501", "养老"]])
    assert ([number] if is_whole else []) == list(found.histories)
    assert is_whole or "is not whole; expected the whole number, as text" in fault(found)


def test_a_number_that_ends_in_zeros_and_is_right_is_somebody() -> None:
    """A check digit that fits speaks for a number, whatever it ends in."""
    found = read([["证件号码", "年月", "险种"], ["110105194912010000", "202501", "养老"]])
    assert ["110105194912010000"] == list(found.histories)


@pytest.mark.parametrize(
    ("remark", "is_told"), [("2024年5月补缴", True), ("欠费，已催缴", True), ("年终奖合计", False)]
)
def test_remarks_that_speak_of_a_status_are_told(remark: str, is_told: bool) -> None:
    """A remark in words of its own that speaks of a status leaves the row in doubt."""
    found = read([["年月", "险种", "备注"], ["202501", "养老", remark]])
    assert ({2: "NOT_UNDERSTOOD"} if is_told else {}) == aside(found)


def test_an_unknown_heading_of_a_state_is_heeded() -> None:
    """What stands under 实缴标识 is read where it is a word of status."""
    rows = [["年月", "险种", "实缴标识"], ["202501", "养老", "已实缴"], ["202502", "养老", "欠费"]]
    assert ["pension 2025-01 paid employee", "pension 2025-02 arrears employee"] == says(read(rows))


def test_a_month_paid_twice_beside_a_refund_is_not_understood() -> None:
    """Which of two equal payments a refund takes back, and whether it leaves one, is not said."""
    head = ["年月", "险种", "缴费基数", "缴费类型"]
    paid, back = ["202501", "养老", "4000", "正常缴费"], ["202501", "养老", "4000", "退费"]
    found = read([head, paid, back, paid])
    assert dict.fromkeys((2, 3, 4), "NOT_UNDERSTOOD") == aside(found)
    assert () == found.history.periods


def test_a_row_that_cannot_be_sets_only_itself_aside() -> None:
    """Cells that were read before, each in another row, may exclude each other in this one."""
    head = ["年月", "险种", "缴费类型", "到账日期"]
    rows = [head, ["202401", "养老", "正常缴费", "2024-01-15"], ["202402", "养老", "欠费", ""]]
    found = read([*rows, ["202401", "养老", "欠费", "2024-01-15"]])
    assert {4: "NOT_UNDERSTOOD"} == aside(found)


def test_totals_under_the_heading_of_names_are_nobody() -> None:
    """合计（2人） is no person, and neither is 在职人员小计."""
    rows = [["姓名", "年月", "养老缴费基数"], ["张三", "202501", "4000"]]
    rows += [["合计（2人）", "202501", "4000"], ["在职人员小计", "202501", "4000"]]
    found = read(rows)
    assert ["张三"] == list(found.histories)
    assert {3: "TOTAL", 4: "TOTAL"} == aside(found)
