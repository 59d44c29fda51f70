"""Samples of what employers get from the tax bureaus, which collect the contributions now."""

from __future__ import annotations

from datetime import date
from typing import Final

from format_sample import (
    FIRST,
    SECOND,
    THIRD,
    Sample,
    injury,
    maternity,
    medical,
    pension,
    unemployment,
)
from shebao.terms import PaymentStatus, Scheme

__all__ = ["TAX"]

TAX: Final[tuple[Sample, ...]] = (
    Sample(
        "tax long",
        "tax_long.csv",
        "社保费管理客户端 单位端: employer's and personal part in two rows; 调整补收 adds no month.",
        {
            FIRST: (
                pension("2026-01", "9500", area="130100"),
                unemployment("2026-01", "9500", area="130100"),
                injury("2026-01", "9500", area="130100"),
                medical("2026-01", "9500", area="130100"),
            ),
            SECOND: (pension("2026-01", "4812", area="130100"),),
        },
        {
            1: ("TITLE",),
            2: ("TITLE",),
            3: ("HEADING",),
            11: ("TOP_UP",),
            14: ("NOT_UNDERSTOOD",),
            15: ("TOTAL",),
        },
        {"area": "130100"},
    ),
    Sample(
        "guangzhou tax",
        "guangzhou_tax.csv",
        "税务端 广州 2026: headings in rows 7 and 8, both parts across, three persons.",
        {
            FIRST: (
                pension("2026-02", "8000", area="440100"),
                unemployment("2026-02", "8000", area="440100"),
                medical("2026-02", "8000", area="440100"),
                injury("2026-02", "8000", area="440100"),
            ),
            SECOND: (
                pension("2026-02", "5510", area="440100"),
                unemployment("2026-02", "2500", area="440100"),
                medical("2026-02", "7059", area="440100"),
                injury("2026-02", "5510", area="440100"),
            ),
            THIRD: (pension("2026-02", "5510", area="440100"),),
        },
        {
            1: ("TITLE",),
            2: ("BLANK",),
            3: ("TITLE",),
            4: ("TITLE",),
            5: ("TITLE",),
            6: ("TITLE",),
            7: ("HEADING",),
            8: ("HEADING",),
            12: ("TOTAL",),
        },
        {"area": "440100"},
    ),
    Sample(
        "hangzhou tax",
        "hangzhou_tax.csv",
        "税务端 杭州 2026: headings in two rows, cells of two lines, the month in a title, no base.",
        {
            FIRST: (
                pension("2026-02", area="330100"),
                unemployment("2026-02", area="330100"),
                injury("2026-02", area="330100"),
                medical("2026-02", area="330100"),
            ),
            SECOND: (
                pension("2026-02", area="330100", scheme=Scheme.PUBLIC_SECTOR),
                medical("2026-02", area="330100"),
            ),
        },
        {1: ("TITLE",), 2: ("TITLE",), 3: ("HEADING",), 4: ("HEADING",), 11: ("TOTAL",)},
        {"area": "330100"},
    ),
    Sample(
        "xiamen tax",
        "xiamen_tax.csv",
        "税务端 厦门 2026: 建账年月 beside 费款所属期起/止, make-up rows, 缴费工资 that is no base.",
        {
            FIRST: (
                pension("2026-02", "8000", area="350200"),
                unemployment("2026-02", "8000", area="350200"),
                injury("2026-02", "8000", area="350200"),
                medical("2026-02", "8000", area="350200"),
            ),
            SECOND: (
                pension("2026-01..2026-02", "5000", area="350200"),
                unemployment("2026-02", "5000", area="350200"),
                injury("2026-02", "5000", area="350200"),
                medical("2026-02", "5000", area="350200"),
            ),
            THIRD: tuple(
                kind(
                    "2025-11",
                    "5000",
                    PaymentStatus.BACK_PAID,
                    area="350200",
                    declared_on=date(2026, 2, 28),
                )
                for kind in (pension, medical)
            ),
        },
        {1: ("TITLE",), 2: ("TITLE",), 3: ("HEADING",), 4: ("HEADING",), 9: ("TOTAL",)},
        {"area": "350200"},
    ),
    Sample(
        "shenzhen tax",
        "shenzhen_tax.csv",
        "税务端 深圳 2026: groups and subtotals; 地方补充 pension and medical are none of the five.",
        {
            FIRST: (
                pension("2026-02", "10000", area="440300"),
                medical("2026-02", "10000", area="440300"),
                maternity("2026-02", "10000", area="440300"),
                injury("2026-02", "10000", area="440300"),
                unemployment("2026-02", "3000", area="440300"),
            ),
            SECOND: (
                pension("2026-02", "3800", area="440300"),
                medical("2026-02", "6727", area="440300"),
                maternity("2026-02", "6727", area="440300"),
                injury("2026-02", "3000", area="440300"),
            ),
        },
        {
            1: ("HEADING",),
            2: ("HEADING",),
            3: ("GROUP",),
            6: ("TOTAL",),
            7: ("GROUP",),
            8: ("TOTAL",),
            9: ("GROUP",),
            10: ("NO_CONTRIBUTION",),
            11: ("TOTAL",),
            12: ("TOTAL",),
        },
        {"area": "440300"},
    ),
    Sample(
        "wuhan tax",
        "wuhan_tax.csv",
        "税务端 武汉 2026: the same names in the blocks 单位缴纳 and 个人缴纳, one base for all.",
        {
            FIRST: (
                pension("2026-02", "9000", area="420100"),
                unemployment("2026-02", "9000", area="420100"),
                medical("2026-02", "9000", area="420100"),
                injury("2026-02", "9000", area="420100"),
            ),
            SECOND: (
                pension("2026-02", "4494", area="420100"),
                medical("2026-02", "4494", area="420100"),
            ),
        },
        {1: ("HEADING",), 2: ("HEADING",), 5: ("TOTAL",)},
        {"area": "420100"},
    ),
)
