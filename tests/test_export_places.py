"""The months of a row in every form, the month of its bill, and the day on which money arrived."""

from __future__ import annotations

from datetime import date

import pytest

from export_tables import aside, fault, said, says
from shebao.adapters.records import Reading, read


def placed(heads: list[str], *cells: str, year: int | None = None) -> Reading:
    """A row of pension insurance whose time is told by some columns."""
    head = [*heads, "险种", "缴费状态", "缴费基数"]
    return read([head, [*cells, "养老", "正常缴费", "4000"]], year=year)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-03", "202503", "2025.03", "2025/3", "2025年3月", "2025-03-31", "20250301"),
        *("2025年3月15日", "２０２５年３月", " 2025 - 03 ", "2025.3.1"),
    ],
)
def test_a_month_is_read_in_any_form(text: str) -> None:
    """A month, or a day of it, with digits of any width and spaces anywhere, is that month."""
    assert ["pension 2025-03 paid employee"] == says(placed(["费款所属期"], text))


@pytest.mark.parametrize(
    "text",
    [
        *("202503-202505", "2025.03—2025.05", "2025年3月至2025年5月", "2025-03~2025-05"),
        *("2025/3～2025/5", "2025-03到2025-05", "202503--202505", "2025.03-2025.05"),
        *("2025-03-01至2025-05-31", "2025年3月-2025年5月", "2025.03–2025.05"),
    ],
)
@pytest.mark.parametrize("heading", ["费款所属期", "起止时间"])
def test_a_span_may_stand_in_one_cell(heading: str, text: str) -> None:
    """A first and a last month with whatever stands between them are the months from one to the other."""
    assert ["pension 2025-03..2025-05 paid employee"] == says(placed([heading], text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2025-13", "is not in the calendar"),
        ("三月", "is not a month"),
        ("202505-202503", "ends before it begins"),
        ("202503至", "is not a month"),
        ("202503-999912", "is open, so nobody can say how far the row goes"),
    ],
)
def test_what_is_no_month_is_not_understood(text: str, problem: str) -> None:
    """A text that names no months is blamed in its cell."""
    reading = placed(["费款所属期"], text)
    assert fault(reading).startswith(f"<rows>:2:1: 费款所属期: '{text}' {problem}; expected ")


def test_a_row_without_a_month_is_not_understood() -> None:
    """An empty month is blamed, and what would be right is told."""
    assert fault(placed(["费款所属期"], "")).startswith(
        "<rows>:2:1: 费款所属期: '' is empty; expected "
    )


def test_days_are_the_months_in_which_they_lie() -> None:
    """费款所属期起 and 费款所属期止 of a month are that month."""
    reading = placed(["费款所属期起", "费款所属期止"], "2026-01-01", "2026-01-31")
    assert ["pension 2026-01 paid employee"] == says(reading)


@pytest.mark.parametrize(
    ("first", "last", "column", "problem"),
    [
        ("2025-01", "", 2, "is empty"),
        ("", "2025-01", 1, "is empty"),
        ("2025-01", "9999-12-31", 2, "is open"),
        ("2025-03", "2025-01", 2, "is before the first month, '2025-03'"),
        ("x", "2025-01", 1, "is not a month"),
    ],
)
def test_ends_that_make_no_span_are_not_understood(
    first: str, last: str, column: int, problem: str
) -> None:
    """A first and a last month are both needed, and in this order."""
    found = fault(placed(["起始年月", "终止年月"], first, last))
    assert found.startswith(f"<rows>:2:{column}: {('起始年月', '终止年月')[column - 1]}: ")
    assert problem in found


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("12", "pension 2003-01..2003-12 paid employee"),
        ("9", "pension 2003-01..2003-12 (9 of 12) paid employee"),
        ("9个月", "pension 2003-01..2003-12 (9 of 12) paid employee"),
        ("9.0", "pension 2003-01..2003-12 (9 of 12) paid employee"),
    ],
)
def test_a_year_has_as_many_months_as_it_says(count: str, expected: str) -> None:
    """A year with a number of months is a span of that many; with twelve it is all of them."""
    for text in ("2003", "2003年", "2003年度"):
        assert [expected] == says(placed(["年度", "缴费月数"], text, count))


def test_no_months_are_no_contribution() -> None:
    """A year with zero months holds none."""
    reading = placed(["年度", "缴费月数"], "2003", "0")
    assert {2: "NO_CONTRIBUTION"} == aside(reading)


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        ("13", "is more than the 12 of 2003-01..2003-12, and which others they are is not said"),
        ("九", "is no number of months"),
        ("-1", "is no number of months"),
    ],
)
def test_a_number_that_does_not_fit_is_not_understood(count: str, problem: str) -> None:
    """Months beyond those of the year, or none at all, are blamed in the cell of the number."""
    found = fault(placed(["年度", "缴费月数"], "2003", count))
    assert found.startswith(f"<rows>:2:2: 缴费月数: '{count}' {problem}; expected ")


def test_a_year_alone_says_no_months() -> None:
    """A year of employees without a number of months is not understood."""
    assert "is a year of which no month is named" in fault(placed(["年度"], "2003"))


def test_a_year_of_residents_is_all_of_it() -> None:
    """Residents pay by the year, so a year alone is its twelve months."""
    reading = read([["年度", "险种", "缴费金额"], ["2024", "居民养老保险", "200"]])
    assert ["pension 2024-01..2024-12 paid resident"] == says(reading)


def test_what_is_no_year_is_not_understood() -> None:
    """A year stands in four digits."""
    assert "'去年' is no year; expected " in fault(placed(["年度", "缴费月数"], "去年", "9"))


@pytest.mark.parametrize("text", ["3", "03", "3月", "3月份"])
def test_a_month_by_its_number_needs_a_year(text: str) -> None:
    """The year of a month by its number stands beside it, in a title, or is told."""
    assert ["pension 2023-03 paid employee"] == says(placed(["月份"], text, year=2023))
    assert ["pension 2022-03 paid employee"] == says(placed(["年度", "月份"], "2022", text))
    titled = read([["2021年度"], ["月份", "险种", "缴费基数"], [text, "养老", "4000"]])
    assert ["pension 2021-03 paid employee"] == says(titled)
    assert "is a month of no year; expected " in fault(placed(["月份"], text))


def test_a_month_in_full_needs_no_year() -> None:
    """A column of months by number may hold them in full."""
    assert ["pension 2023-03 paid employee"] == says(placed(["月份"], "2023-03"))


def test_statements_that_agree_are_one() -> None:
    """A month and the span that is it may stand beside each other."""
    heads = ["费款所属期", "起始年月", "终止年月"]
    assert ["pension 2025-03 paid employee"] == says(placed(heads, "202503", "2025-03", "2025-03"))


def test_statements_that_differ_are_not_understood() -> None:
    """A month and a span of others leave nobody the wiser."""
    reading = placed(["费款所属期", "起止时间"], "202503", "202503-202504")
    found = fault(reading)
    assert found.startswith(
        "<rows>:2:2: 起止时间: '202503-202504' names other months than '202503'"
    )


def test_a_span_beside_a_month_that_is_wide() -> None:
    """A number of months of another year than that of the month is refused."""
    reading = placed(["起止时间", "月份"], "202503-202504", "5", year=2025)
    assert "names other months than '202503-202504'" in fault(reading)


def test_two_columns_of_one_field_have_to_agree() -> None:
    """Two columns of the month that differ are blamed; one of them can be left out."""
    rows = [["年月", "缴费年月", "险种", "缴费状态"], ["202501", "202502", "养老", "正常缴费"]]
    found = fault(read(rows))
    assert "stands beside" in found
    assert ["pension 2025-02 paid employee"] == says(read(rows, columns={"年月": None}))
    same = [rows[0], ["202501", "202501", "养老", "正常缴费"]]
    assert ["pension 2025-01 paid employee"] == says(read(same))


def test_the_month_of_a_row_may_stand_in_the_title() -> None:
    """A table of one month names it in a title, in any form, or is told."""
    rows = [["姓名", "险种", "缴费基数"], ["甲", "养老", "4000"]]
    expected = ["pension 2026-02 paid employee"]
    for title in ("费款所属期：2026-02", "所属月份:2026年02月", "费款所属期起：202602"):
        assert expected == says(read([[title, ""], *rows]))
    assert expected == says(read(rows, month="2026-02"))
    assert expected == says(read([["费款所属期：202613", "所属期：202602"], *rows]))


@pytest.mark.parametrize("bill", ["2025-01", "2025-02"])
def test_a_bill_in_time_says_nothing(bill: str) -> None:
    """Billed in the month or the one after it, a month was declared in time."""
    (period,) = placed(["费款所属期", "结算期"], "2025-01", bill).history
    assert ("pension 2025-01 paid employee", None) == (str(period), period.declared_on)


def test_a_late_bill_is_a_back_payment() -> None:
    """Billed later, a month was back-paid, and declared by the end of the month of the bill."""
    (period,) = placed(["费款所属期", "结算期"], "2025-01", "2025-03").history
    assert "pension 2025-01 back paid employee" == str(period)
    assert date(2025, 3, 31) == period.declared_on


def test_a_declaration_goes_before_the_bill() -> None:
    """A day of declaration in the row says when, whatever the bill says."""
    reading = placed(["费款所属期", "结算期", "申报日期"], "2025-01", "2025-03", "2025-03-05")
    assert [date(2025, 3, 5)] == [period.declared_on for period in reading.history]


def test_a_bill_that_is_no_month_is_not_understood() -> None:
    """A month of the bill that cannot be read is blamed."""
    found = fault(placed(["费款所属期", "结算期"], "2025-01", "x"))
    assert found.startswith("<rows>:2:2: 结算期: 'x' is not a month")


def test_a_bill_alone_names_the_month() -> None:
    """In a table with nothing but the months of bills, what was billed in time is of that month."""
    head = ["结算期", "险种", "缴费状态"]
    reading = read([head, ["202501", "养老", "正常缴费"], ["202502", "养老", "补缴"]])
    assert ["pension 2025-01 paid employee"] == says(reading)
    assert "is the month of a bill, and which month was billed late is not said" in fault(reading)


@pytest.mark.parametrize(
    ("heading", "text", "day"),
    [
        ("到账日期", "2025-02-03", date(2025, 2, 3)),
        ("到账日期", "2025年2月3日", date(2025, 2, 3)),
        ("到账日期", "2025-02-03 10:15:00", date(2025, 2, 3)),
        ("到账日期", "2025-02-03T10:15:00", date(2025, 2, 3)),
        ("到账日期", "202502", date(2025, 2, 28)),
        ("到账年月", "2025年2月", date(2025, 2, 28)),
        ("到账年月", "2025-02-03", date(2025, 2, 3)),
    ],
)
def test_money_arrives_on_a_day_or_by_the_end_of_a_month(
    heading: str, text: str, day: date
) -> None:
    """A day of arrival is that day, with an hour or without; a month of it its last day."""
    (period,) = placed(["费款所属期", heading], "2025-01", text).history
    assert day == period.settled_on


def test_a_day_goes_before_a_month_of_arrival() -> None:
    """Of a day and a month of arrival the day is taken."""
    reading = placed(["费款所属期", "到账年月", "到账日期"], "2025-01", "202502", "2025-02-03")
    assert [date(2025, 2, 3)] == [period.settled_on for period in reading.history]


@pytest.mark.parametrize(
    ("text", "problem"), [("2025-02-30", "is not in the calendar"), ("x", "is not a day")]
)
def test_what_is_no_day_is_not_understood(text: str, problem: str) -> None:
    """A day that cannot be read is blamed in its cell."""
    found = fault(placed(["费款所属期", "到账日期"], "2025-01", text))
    assert found.startswith(f"<rows>:2:2: 到账日期: '{text}' {problem}; expected ")


def test_rows_in_any_order_are_one_period() -> None:
    """Months that go back in time, or stand every other row, are one span with all their rows."""
    head = ["费款所属期", "险种", "缴费状态"]
    back = [
        ["202503", "养老", "正常缴费"],
        ["202502", "养老", "正常缴费"],
        ["202501", "养老", "正常缴费"],
    ]
    assert [("pension 2025-01..2025-03 paid employee", None, [2, 3, 4])] == said(
        read([head, *back])
    )
    mixed = [
        [month, kind, "正常缴费"] for month in ("202501", "202502") for kind in ("养老", "失业")
    ]
    assert [[2, 4], [3, 5]] == [rows for *_, rows in said(read([head, *mixed]))]


def test_rows_at_changing_distances_are_one_period() -> None:
    """A table that goes on, forth or back, after a gap of rows still makes one span."""
    head = ["费款所属期", "险种", "缴费状态"]
    for months in ([1, 2, 0, 3, 4], [4, 3, 0, 2, 1], [2, 3, 1], [2, 1, 3], [1, 3, 2]):
        rows = [[f"2025-{month:02}", "养老", "正常缴费"] if month else [] for month in months]
        numbers = [number for number, month in enumerate(months, 2) if month]
        (found,) = said(read([head, *rows]))
        assert numbers == found[2]
