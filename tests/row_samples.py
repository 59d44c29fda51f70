"""Samples of rows that are no months: refunds, top-ups, repetitions, contradictions."""

from __future__ import annotations

from typing import Final

from format_sample import Sample, pension
from shebao.terms import PaymentStatus

__all__ = ["ROWS"]

ROWS: Final[tuple[Sample, ...]] = (
    Sample(
        "refunds",
        "refunds.csv",
        "退费 whole and in part, by word and by sign, of one employer among two, or of none.",
        {
            None: (
                pension("2020-01", "4000", area="130100", employer="甲公司"),
                pension("2020-03", "3000", area="130100", employer="甲公司"),
                pension("2020-06..2020-08", "4000", area="130100", employer="甲公司"),
                pension("2020-07", "3500", area="130100", employer="乙公司"),
            )
        },
        {1: ("HEADING",)}
        | dict.fromkeys((8, 9, 10, 11, 19), ("REFUND",))
        | dict.fromkeys((3, 5, 6, 18, 20), ("REFUNDED",))
        | dict.fromkeys((12, 13, 16), ("NOT_UNDERSTOOD",)),
        {"area": "130100"},
    ),
    Sample(
        "top-ups",
        "top_ups.csv",
        "补差, 补比例, 补基数, 调整补收: no month more; a base that may be a difference is unknown.",
        {
            None: (
                pension("2021-01", area="130100", employer="甲公司"),
                pension("2021-02..2021-04", "4000", area="130100", employer="甲公司"),
            )
        },
        {1: ("HEADING",), 10: ("NOT_UNDERSTOOD",)} | dict.fromkeys(range(6, 10), ("TOP_UP",)),
        {"area": "130100"},
    ),
    Sample(
        "duplicates",
        "duplicates.csv",
        "A row twice, two employers in a month, contradictions, arrears and their settlement.",
        {
            None: (
                pension("2022-01..2022-02", "4000", area="130100", employer="甲公司"),
                pension("2022-02", "6000", area="130100", employer="乙公司"),
                pension(
                    "2022-05", "4000", PaymentStatus.BACK_PAID, area="130100", employer="甲公司"
                ),
            )
        },
        {1: ("HEADING",), 3: ("DUPLICATE",), 10: ("FOLDED",)}
        | dict.fromkeys(range(6, 10), ("NOT_UNDERSTOOD",)),
        {"area": "130100"},
    ),
)
