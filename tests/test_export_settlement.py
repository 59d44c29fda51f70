"""Rows of one month: repeated, in parts, in arrears and settled, topped up and taken back."""

from __future__ import annotations

from datetime import date

import pytest

from export_tables import aside, fault, row, rows_read, said, says
from shebao.adapters.records import read

SPANS = ["起始年月", "终止年月", "险种", "月数", "缴费基数", "缴费类型"]
PARTS = ["费款所属期", "险种", "征收品目", "缴费基数", "到账日期", "缴费金额"]
BILLED = ["费款所属期", "结算期", "险种", "缴费基数", "缴费类型"]
CLASH = "; expected rows of one month that agree, or complete each other"


def test_what_is_said_twice_is_said_once() -> None:
    """A row that says what an earlier one says is a duplicate, and the month stands in the first."""
    reading = rows_read(row(), row(), row())
    assert [("pension 2025-01 paid employee 甲公司", "4000", [2])] == said(reading)
    assert {3: "DUPLICATE", 4: "DUPLICATE"} == aside(reading)


def test_amounts_that_are_equal_are_written_in_any_way() -> None:
    """4000 and 4,000.00元 are one base."""
    assert {3: "DUPLICATE"} == aside(rows_read(row(), row(base="4,000.00元")))


def test_a_span_that_repeats_a_month_is_a_duplicate_of_it_there() -> None:
    """Where a span says again what a row says, it is a duplicate; elsewhere it tells of months."""
    reading = rows_read(row(month="2025-02"), row(month="2025-01~2025-03"))
    assert [("pension 2025-01..2025-03 paid employee 甲公司", "4000", [2, 3])] == said(reading)
    assert {3: "DUPLICATE"} == aside(reading)


def test_months_of_two_employers_are_two() -> None:
    """Two employers may pay for one month."""
    reading = rows_read(row(), row(employer="乙公司", base="6000"))
    assert [("4000", [2]), ("6000", [3])] == sorted(each[1:] for each in said(reading))
    assert {} == aside(reading)


def test_two_bases_of_a_month_are_not_understood() -> None:
    """Of two rows with different bases neither is taken, and each names the other."""
    reading = rows_read(row(), row(base="5000"))
    assert [] == says(reading)
    problem = "month: '2025-01' says another base, number or day of the month beside row"
    assert [f"<rows>:2: {problem} 3{CLASH}", f"<rows>:3: {problem} 2{CLASH}"] == [
        str(each) for each in reading.faults
    ]


def test_two_statuses_of_a_month_are_not_understood() -> None:
    """A month that is paid in one row and pending in the other is neither."""
    reading = rows_read(row(), row(type="待缴"))
    assert [] == says(reading)
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(reading)
    assert "says another status of the month" in str(reading.faults[0])


def test_arrears_that_were_settled_are_back_paid() -> None:
    """欠费 and 补缴 of one month are one back-paid month, with what only one of them says."""
    reading = rows_read(row(type="欠费"), row(type="补缴", base=""))
    assert [("pension 2025-01 back paid employee 甲公司", "4000", [2, 3])] == said(reading)
    assert {2: "FOLDED"} == aside(reading)


def test_arrears_that_were_settled_on_another_base_are_not_understood() -> None:
    """欠费 and 补缴 of one month on two bases are no settlement."""
    reading = rows_read(row(type="欠费"), row(type="补缴", base="5000"))
    assert [] == says(reading)
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(reading)


def test_the_bill_of_arrears_says_when_they_were_declared() -> None:
    """Arrears billed in time and settled later were declared in time, by the last day of that month."""
    rows = [
        ["2025-01", "2025-01", "养老", "4000", "欠费"],
        ["2025-01", "2025-06", "养老", "4000", "补缴"],
    ]
    (period,) = read([BILLED, *rows]).history
    assert date(2025, 1, 31) == period.declared_on


def test_parts_of_a_month_are_one_month() -> None:
    """单位缴纳 and 个人缴纳 are one month: its base is the personal one, its day the later one."""
    rows = [
        ["2025-01", "养老", "单位缴纳", "5000", "2025-01-20", "400"],
        ["2025-01", "养老", "个人缴纳", "4000", "2025-02-03", "400"],
        ["2025-02", "养老", "单位缴纳", "5000", "", "400"],
        ["2025-02", "养老", "个人缴纳", "", "", "400"],
    ]
    reading = read([PARTS, *rows])
    assert [("4000", [2, 3]), ("5000", [4, 5])] == [each[1:] for each in said(reading)]
    assert [date(2025, 2, 3), None] == [period.settled_on for period in reading.history]
    assert {} == aside(reading)


def test_one_part_is_a_month() -> None:
    """The employer's part alone tells of the month, with its base."""
    reading = read([PARTS, ["2025-01", "养老", "单位缴纳", "5000", "", "400"]])
    assert [("pension 2025-01 paid employee", "5000", [2])] == said(reading)


def test_parts_that_exclude_each_other_are_not_understood() -> None:
    """Two personal parts on two bases beside that of the employer are no month."""
    rows = [
        ["2025-01", "养老", "单位缴纳", "5000", "", "400"],
        ["2025-01", "养老", "个人缴纳", "4000", "", "400"],
        ["2025-01", "养老", "个人缴纳", "4500", "", "400"],
    ]
    reading = read([PARTS, *rows])
    assert [] == says(reading)
    assert dict.fromkeys((2, 3, 4), "NOT_UNDERSTOOD") == aside(reading)


def test_a_row_of_bases_goes_with_the_row_of_states() -> None:
    """Where a grid has a row of bases and one of marks, they are one month."""
    head = ["险种", "项目", "1月", "2月", "3月"]
    rows = [["养老", "缴费基数", "4000", "4000", ""], ["养老", "缴费情况", "●", "△", "●"]]
    reading = read([head, *rows], year=2023)
    assert [
        ("pension 2023-01 paid employee", "4000", [2, 3]),
        ("pension 2023-02 arrears employee", "4000", [2, 3]),
        ("pension 2023-03 paid employee", None, [3]),
    ] == said(reading)


def test_a_row_of_bases_alone_is_a_month() -> None:
    """A grid that has bases only tells of months by them."""
    reading = read([["险种", "项目", "1月"], ["养老", "缴费基数", "4000"]], year=2023)
    assert [("pension 2023-01 paid employee", "4000", [2])] == said(reading)


@pytest.mark.parametrize("word", ["调整", "补比例", "调整补收"])
def test_an_adjustment_leaves_the_base(word: str) -> None:
    """补比例 and 调整 add no month and change no base."""
    reading = rows_read(row(), row(base="500", type=word))
    assert [("pension 2025-01 paid employee 甲公司", "4000", [2, 3])] == said(reading)
    assert {3: "TOP_UP"} == aside(reading)


@pytest.mark.parametrize("word", ["补差", "补基数", "基数补差"])
def test_a_top_up_with_a_base_leaves_none(word: str) -> None:
    """Whether the base beside 补差 is the difference or the new base is not said: it is not known."""
    reading = rows_read(row(), row(base="500", type=word))
    assert [("pension 2025-01 paid employee 甲公司", None, [2, 3])] == said(reading)
    assert {3: "TOP_UP"} == aside(reading)


def test_a_top_up_without_a_base_leaves_the_base() -> None:
    """补差 without a base changes none."""
    reading = rows_read(row(), row(base="", type="补差"))
    assert [("pension 2025-01 paid employee 甲公司", "4000", [2, 3])] == said(reading)


@pytest.mark.parametrize("word", ["补差", "退费"])
def test_a_change_of_no_month_is_not_understood(word: str) -> None:
    """What changes a month that no row holds changes nothing."""
    reading = rows_read(row(), row(month="2025-02", type=word))
    assert ["pension 2025-01 paid employee 甲公司"] == says(reading)
    assert f"<rows>:3: month: '2025-02' changes a month that no row holds{CLASH}" == fault(reading)


@pytest.mark.parametrize("word", ["退费", "退款", "退收"])
@pytest.mark.parametrize("base", ["", "4000", "-4000"])
def test_a_refund_takes_its_month_away(word: str, base: str) -> None:
    """A refund of the whole base, or of none that it names, leaves no month."""
    reading = rows_read(row(), row(base=base, type=word))
    assert [] == says(reading)
    assert {2: "REFUNDED", 3: "REFUND"} == aside(reading)


def test_a_negative_base_is_a_refund() -> None:
    """A row of money below zero takes it back, also under 正常缴费."""
    reading = rows_read(row(), row(base="-4000"))
    assert {2: "REFUNDED", 3: "REFUND"} == aside(reading)


def test_a_refund_of_some_of_the_base_leaves_the_rest() -> None:
    """A smaller base is taken from that of the month."""
    reading = rows_read(row(), row(base="1000", type="退费"))
    assert [("pension 2025-01 paid employee 甲公司", "3000", [2, 3])] == said(reading)
    assert {3: "REFUND"} == aside(reading)


@pytest.mark.parametrize("base", ["", "3000"])
def test_a_refund_of_more_than_there_is_is_not_understood(base: str) -> None:
    """A base that is larger than that of the month, or meets none, cannot be taken back."""
    reading = rows_read(row(base=base), row(type="退费"))
    assert ["pension 2025-01 paid employee 甲公司"] == says(reading)
    assert {3: "NOT_UNDERSTOOD"} == aside(reading)
    assert "takes back more than there is, or than is known" in fault(reading)


def test_refunds_that_are_more_than_there_is_take_nothing() -> None:
    """Two refunds that together exceed the base of their month are not understood."""
    reading = rows_read(row(), row(type="退费"), row(type="退费", base="1000"))
    assert [("pension 2025-01 paid employee 甲公司", "4000", [2])] == said(reading)
    assert {3: "NOT_UNDERSTOOD", 4: "NOT_UNDERSTOOD"} == aside(reading)


def test_refunds_add_up() -> None:
    """What several refunds take away, they take away together."""
    reading = rows_read(row(), row(type="退费", base="1000"), row(type="退费", base="500"))
    assert [("pension 2025-01 paid employee 甲公司", "2500", [2, 3, 4])] == said(reading)
    assert {3: "REFUND", 4: "REFUND"} == aside(reading)


def test_a_top_up_brings_no_month_back() -> None:
    """A top-up beside the refund of its month adds no month."""
    reading = rows_read(row(), row(type="退费", base=""), row(type="补差", base="500"))
    assert [] == says(reading)
    assert {2: "REFUNDED", 3: "REFUND", 4: "TOP_UP"} == aside(reading)


PAID = ["费款所属期", "险种", "征收品目", "缴费基数", "金额", "缴费类型"]


def part(whose: str, base: str, amount: str, word: str = "正常") -> list[str]:
    """A row of one part of January, with its amount."""
    return ["2025-01", "养老", whose, base, amount, word]


@pytest.mark.parametrize(
    ("refunds", "expected"),
    [
        ([("单位缴纳", "4000", "-640"), ("个人缴纳", "4000", "-320")], []),
        ([("", "4000", "960")], []),
        ([("", "", "960")], []),
        ([("", "1000", "240")], ["3000"]),
        ([("个人缴纳", "4000", "-320")], [None]),
        ([("", "", "100")], [None]),
    ],
)
def test_refunds_go_by_their_amounts(
    refunds: list[tuple[str, str, str]], expected: list[str | None]
) -> None:
    """A month is gone when all its money is; of some of it the base is less, or not known."""
    rows = [part("单位缴纳", "4000", "640"), part("个人缴纳", "4000", "320")]
    reading = read([PAID, *rows, *(part(*each, "退费") for each in refunds)])
    assert expected == [base for _, base, _ in said(reading)]
    assert {"REFUND"} <= set(aside(reading).values()) <= {"REFUND", "REFUNDED"}


@pytest.mark.parametrize(
    ("whose", "base", "amount"), [("", "", "1000"), ("单位缴纳", "4000", ""), ("", "5000", "960")]
)
def test_refunds_that_cannot_be_are_not_understood(whose: str, base: str, amount: str) -> None:
    """More money than was paid, or one part of a month without its amount, is not taken back."""
    rows = [part("单位缴纳", "4000", "640"), part("个人缴纳", "4000", "320")]
    reading = read([PAID, *rows, part(whose, base, amount, "退费")])
    assert ["4000"] == [each for _, each, _ in said(reading)]
    assert {4: "NOT_UNDERSTOOD"} == aside(reading)


def test_amounts_alone_make_no_other_month() -> None:
    """Two rows that differ in what was paid alone are one month."""
    reading = read([PAID, part("", "4000", "640"), part("", "4000", "320")])
    assert [("pension 2025-01 paid employee", "4000", [2, 3])] == said(reading)
    assert {} == aside(reading)


def test_a_refund_takes_months_out_of_a_span() -> None:
    """A refund of some months of a span leaves the others."""
    reading = rows_read(row(month="2025-01~2025-04"), row(month="2025-02~2025-03", type="退费"))
    assert [
        "pension 2025-01 paid employee 甲公司",
        "pension 2025-04 paid employee 甲公司",
    ] == says(reading)


def test_a_refund_without_an_employer_means_the_only_one() -> None:
    """A refund that names no employer is that of the only one there is."""
    reading = rows_read(row(), row(employer="", type="退费"))
    assert {2: "REFUNDED", 3: "REFUND"} == aside(reading)


def test_a_refund_without_an_employer_among_two_is_not_understood() -> None:
    """With two employers nobody knows whose month is taken back."""
    reading = rows_read(row(), row(employer="乙公司"), row(employer="", type="退费"))
    assert 2 == len(says(reading))
    assert "changes a month of one of 2 employers, and does not say whose" in fault(reading)


def test_a_refund_of_another_employer_takes_nothing() -> None:
    """A refund changes the month of its own employer only."""
    reading = rows_read(row(), row(employer="乙公司", type="退费"))
    assert ["pension 2025-01 paid employee 甲公司"] == says(reading)
    assert {3: "NOT_UNDERSTOOD"} == aside(reading)


def test_a_month_that_says_that_it_was_refunded_is_none() -> None:
    """已退收 alone is a month that was taken back."""
    reading = rows_read(row(type="已退收"), row(month="2025-02"))
    assert ["pension 2025-02 paid employee 甲公司"] == says(reading)
    assert {2: "REFUNDED"} == aside(reading)


def test_a_refunded_month_beside_a_paid_one_is_not_understood() -> None:
    """已退收 beside a payment of the month is that payment taken back, or another one."""
    reading = rows_read(row(), row(type="已退收"))
    assert [] == says(reading)
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(reading)
    assert "is either this month taken back or another payment for it" in str(reading.faults[0])


def counted(
    first: str, last: str, count: str, base: str = "4000", word: str = "正常缴费"
) -> list[str]:
    """A row of a span with the number of its months."""
    return [first, last, "养老", count, base, word]


def test_months_known_by_their_number_stand_as_they_are() -> None:
    """A span with fewer months than it is long is a period of that many; said twice, it is one."""
    span = counted("2025-01", "2025-06", "5")
    reading = read([SPANS, span, span, counted("2025-07", "2025-12", "5")])
    assert [
        ("pension 2025-01..2025-06 (5 of 6) paid employee", "4000", [2]),
        ("pension 2025-07..2025-12 (5 of 6) paid employee", "4000", [4]),
    ] == said(reading)
    assert {3: "DUPLICATE"} == aside(reading)


def test_a_span_has_to_say_its_number() -> None:
    """In a table with numbers of months an empty one is not all of the span."""
    found = fault(read([SPANS, counted("2025-01", "2025-06", "")]))
    assert "<rows>:2:4: 月数: '' is empty" in found


def test_months_known_by_their_number_may_be_those_beside_them() -> None:
    """A number of months of a span over months of the calendar may count these again."""
    rows = [counted("2025-01", "2025-06", "5"), counted("2025-03", "2025-03", "1")]
    reading = read([SPANS, *rows])
    assert [("pension 2025-03 paid employee", "4000", [3])] == said(reading)
    assert {2: "NOT_UNDERSTOOD"} == aside(reading)
    assert "may count months again that other rows name one by one" in fault(reading)


def test_months_known_by_their_number_without_room_are_not_understood() -> None:
    """Five months of six and four of the last five of them exceed what there is."""
    rows = [counted("2025-01", "2025-06", "5"), counted("2025-02", "2025-06", "4", "5000")]
    reading = read([SPANS, *rows, counted("2025-08", "2025-08", "1")])
    assert [("pension 2025-08 paid employee", "4000", [4])] == said(reading)
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(reading)
    assert all(
        "; expected months that other rows leave free" in str(each) for each in reading.faults
    )


def test_numbers_of_two_bases_are_not_understood() -> None:
    """Two numbers of one status for one span with different bases exclude each other."""
    rows = [counted("2025-01", "2025-06", "3"), counted("2025-01", "2025-06", "3", "5000")]
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(read([SPANS, *rows]))


def test_numbers_of_two_statuses_stand_beside_each_other() -> None:
    """Of one span some months may be paid and others deferred."""
    rows = [counted("2025-01", "2025-06", "3"), counted("2025-01", "2025-06", "2", word="缓缴")]
    assert [
        "pension 2025-01..2025-06 (2 of 6) deferred employee",
        "pension 2025-01..2025-06 (3 of 6) paid employee",
    ] == sorted(says(read([SPANS, *rows])))


def test_numbers_in_arrears_that_were_settled_are_back_paid() -> None:
    """A number of months in arrears and the same number of back-paid ones are one."""
    rows = [counted("2025-01", "2025-06", "3", word=word) for word in ("欠费", "补缴")]
    reading = read([SPANS, *rows])
    assert [("pension 2025-01..2025-06 (3 of 6) back paid employee", "4000", [2, 3])] == said(
        reading
    )
    assert {2: "FOLDED"} == aside(reading)


def test_numbers_in_arrears_that_were_settled_in_part_are_not_understood() -> None:
    """Which of three months the two back-paid ones were nobody knows."""
    rows = [
        counted("2025-01", "2025-06", "3", word="欠费"),
        counted("2025-01", "2025-06", "2", word="补缴"),
    ]
    assert {2: "NOT_UNDERSTOOD", 3: "NOT_UNDERSTOOD"} == aside(read([SPANS, *rows]))


@pytest.mark.parametrize("word", ["退费", "补差", "已退收"])
def test_a_number_of_months_changes_no_others(word: str) -> None:
    """Which months of a span were taken back or topped up, a number of them does not say."""
    found = fault(read([SPANS, counted("2025-01", "2025-06", "3", word=word)]))
    assert "<rows>:2:4: 月数: '3' changes 3 of the months 2025-01..2025-06" in found


def test_parts_of_a_number_of_months_are_one() -> None:
    """Both parts of the same number of months are one period."""
    head = ["年度", "险种", "征收品目", "月数", "缴费基数"]
    rows = [["2025", "养老", "个人缴纳", "9", "4000"], ["2025", "养老", "单位缴纳", "9", "5000"]]
    assert [("pension 2025-01..2025-12 (9 of 12) paid employee", "4000", [2, 3])] == said(
        read([head, *rows])
    )
