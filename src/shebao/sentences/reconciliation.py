"""The sentences of a total that is compared with its rows, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..terms import Discrepancy
from .words import Words

__all__ = ["CAUSES", "FRAME"]

CAUSES: Final[dict[Discrepancy, Words]] = {
    Discrepancy.BACK_PAID: {
        "zh": "总数未计补缴月份",
        "en": "the total leaves back-paid months out",
    },
    Discrepancy.DEEMED: {
        "zh": "总数未计视同缴费月份",
        "en": "the total leaves deemed months out",
    },
    Discrepancy.TRANSFERRED: {
        "zh": "总数未计其他统筹地区的月份",
        "en": "the total leaves months of other pooling areas out",
    },
    Discrepancy.NOT_POSTED: {
        "zh": "总数截至较早月份，其后到账的尚未计入",
        "en": "the total stands as of one of the three months before, without what came in since",
    },
    Discrepancy.NOT_ARRIVED: {
        "zh": "总数计入了已申报、未到账的月份",
        "en": "the total counts months that were declared and not paid",
    },
    Discrepancy.DOUBLE: {
        "zh": "总数将重复缴费月份重复计算",
        "en": "the total counts months that are held twice more than once",
    },
}

FRAME: Final[dict[str, Words]] = {
    "head": {
        "zh": "{kind}（{on}）：累计月数 {stated}，明细 {counted}，{difference}",
        "en": "Total of {kind} months ({on}): {stated} stated, {counted} in the rows, {difference}",
    },
    "same": {"zh": "相符", "en": "no difference"},
    "fewer": {"zh": "累计少 {months} 个月", "en": "{months} fewer"},
    "more": {"zh": "累计多 {months} 个月", "en": "{months} more"},
    "explained": {"zh": "可能的原因：", "en": "It may be that"},
    "or": {"zh": "或者：", "en": "or that"},
    "nearest": {"zh": "最接近的原因：", "en": "What comes nearest:"},
    "unexplained": {
        "zh": "无法说明：{difference}",
        "en": "Not explained: {difference}",
    },
    "others": {"zh": "明细中还有：", "en": "The rows also hold what a total may treat otherwise:"},
    "cause": {
        "zh": "{cause}：{months} 个月{placed}",
        "en": "{cause}: {months}{placed}",
    },
    "placed": {"zh": "（{months}）", "en": " ({months})"},
}
