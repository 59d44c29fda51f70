"""The sentences about what every question shares, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Reason
from .words import Words

__all__ = ["FACTS", "REASONS"]

REASONS: Final[dict[Reason, Words]] = {
    Reason.EITHER_WAY: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论相同",
        "en": "facts that were not given: the same in all {actual} cases",
    },
    Reason.DEPENDS: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论不同或不能确定",
        "en": "facts that were not given: the {actual} cases differ or stay open",
    },
}

FACTS: Final[dict[str, Words]] = {
    "birth": {"zh": "出生日", "en": "the day of birth"},
    "history": {"zh": "缴费记录中各月的具体月份或申报日期", "en": "which months the record means"},
}
