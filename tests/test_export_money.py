"""The base of a row, and whether anything was contributed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from export_tables import aside, fault, said
from shebao.adapters.records import Reading, read


def paid(heads: list[str], *cells: object) -> Reading:
    """A row of January of pension insurance with some columns of money."""
    return read([["费款所属期", "险种", *heads], ["202501", "养老", *cells]])


@pytest.mark.parametrize(
    ("text", "base"),
    [
        *(("4000", "4000"), ("4,000.00", "4000.00"), ("4000元", "4000"), ("¥4,000", "4000")),
        *(("￥4000", "4000"), ("４，０００．５０", "4000.50"), ("+4000", "4000"), (".50", "0.50")),
        (Decimal("2620.50"), "2620.5"),
        (4000, "4000"),
        (2620.5, "2620.5"),
    ],
)
def test_a_base_is_read_as_it_is_written(text: object, base: str) -> None:
    """Separators, units and signs of money, digits of full width and numbers as values are read."""
    assert [("pension 2025-01 paid employee", base, [2])] == said(paid(["缴费基数"], text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x", "is no amount"),
        ("4000元/月", "is no amount"),
        ("40,00", "is no amount"),
        ("+", "is no amount"),
        ("0.505", "is finer than a fen"),
    ],
)
def test_what_is_no_amount_is_not_understood(text: str, problem: str) -> None:
    """A base that cannot be read is blamed in its cell."""
    assert fault(paid(["缴费基数"], text)).startswith(f"<rows>:2:3: 缴费基数: '{text}' {problem}")


@pytest.mark.parametrize("text", ["0", "0.00", "0元"])
def test_zero_is_no_contribution(text: str) -> None:
    """Where no word says otherwise, zero means that nothing was contributed."""
    assert {2: "NO_CONTRIBUTION"} == aside(paid(["缴费基数"], text))


@pytest.mark.parametrize("text", ["", "-", "/", "无"])
def test_a_row_that_says_nothing_of_money_is_not_understood(text: str) -> None:
    """Without an amount and without a status nobody knows whether anything was paid."""
    found = fault(paid(["缴费基数"], text))
    assert "缴费基数: '' is empty, and nothing else says that anything was paid" in found


@pytest.mark.parametrize("word", ["正常缴费", "补缴"])
def test_zero_of_a_month_that_was_paid_is_not_understood(word: str) -> None:
    """A month that was paid with nothing is a riddle; one in arrears may be of zero."""
    found = fault(paid(["缴费基数", "缴费状态"], "0", word))
    assert "<rows>:2:3: 缴费基数: '0' is zero, in a row of a month that was paid" in found
    assert {} == aside(paid(["缴费基数", "缴费状态"], "0", "欠费"))


def test_a_number_under_an_insurance_may_be_months_or_yuan() -> None:
    """Under nothing but 养老 a small number beside several months may be that of them."""
    head = ["起始年月", "终止年月", "养老"]
    found = fault(read([head, ["202501", "202512", "9"]]))
    assert "<rows>:2:3: 养老: '9' may be months or yuan" in found
    assert {} == aside(read([head, ["202501", "202512", "960.50"]]))


def test_an_amount_alone_is_a_month_without_a_base() -> None:
    """A month with an amount and no base was paid, on a base that is not known."""
    assert [("pension 2025-01 paid employee", None, [2])] == said(
        paid(["缴费基数", "个人缴费"], "", "8")
    )


def test_the_personal_base_goes_first() -> None:
    """Of the bases of both parts that of the person counts, of a pension it is made."""
    reading = paid(["单位缴费基数", "缴费基数", "个人缴费基数"], "6000", "5000", "4000")
    assert ["4000"] == [base for _, base, _ in said(reading)]


def test_a_base_of_zero_is_passed_over() -> None:
    """A base of zero is none, so the next one counts."""
    reading = paid(["单位缴费基数", "个人缴费基数"], "6000", "0")
    assert ["6000"] == [base for _, base, _ in said(reading)]


def test_two_bases_of_one_rank_are_not_understood() -> None:
    """Two columns that say different bases are blamed in the second one."""
    found = fault(paid(["缴费基数", "月缴费基数"], "5000", "4000"))
    assert found.startswith(
        "<rows>:2:4: 月缴费基数: '4000' is another base than that of column 3, '缴费基数'"
    )


def test_a_base_of_the_insurance_goes_before_a_common_one() -> None:
    """In a table of several insurances the base beside the amounts of one is that of it."""
    head = ["年月", "缴费基数", "养老缴费基数", "失业个人缴费"]
    reading = read([head, [date(2025, 1, 1), "5000", "4000", "20"]])
    assert [
        ("pension 2025-01 paid employee", "4000", [2]),
        ("unemployment 2025-01 paid employee", "5000", [2]),
    ] == said(reading)


def test_a_column_of_an_insurance_is_money_or_a_mark() -> None:
    """Under nothing but 养老 stands an amount or a mark: above zero it is a month."""
    head = ["年月", "养老", "失业"]
    reading = read([head, ["202501", "320.00", "●"], ["202502", "0.00", "●"], ["202503", "0", "-"]])
    assert [
        ("pension 2025-01 paid employee", None, [2]),
        ("unemployment 2025-01..2025-02 paid employee", None, [2, 3]),
    ] == said(reading)
    assert {4: "NO_CONTRIBUTION"} == aside(reading)
