"""The sentences about what cities ask for and moving between places, for ``sentences``."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.REQUIREMENT: {
        "zh": "社会保险缴费月数是否符合资格要求",
        "en": "do the months of social insurance meet the requirement",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.REQUIREMENT_KINDS: {
        "zh": "月数足够的险种数：{actual}；要求：{required}",
        "en": "insurances with enough months: {actual}; required: {required}",
    },
    Reason.REQUIREMENT_WAYS: {
        "zh": "月数足够（下列任一）",
        "en": "enough months (any of these)",
    },
    Reason.REQUIREMENT_CONTINUOUS: {
        "zh": "连续缴费月数：{actual}；要求：{required}",
        "en": "continuous months: {actual}; required: {required}",
    },
    Reason.REQUIREMENT_CUMULATIVE: {
        "zh": "累计缴费月数：{actual}；要求：{required}",
        "en": "months in total: {actual}; required: {required}",
    },
    Reason.REQUIREMENT_CURRENT: {
        "zh": "申请当月（{required}）处于正常参保状态：{actual}",
        "en": "insured in the month of application ({required}): {actual}",
    },
}

#: Facts that can be missing.
FACTS: Final[dict[str, Words]] = {
    "excused": {
        "zh": "补缴是否属于规定认可的情形（单位原因、工作调动等）",
        "en": "whether the back-payment has an excuse that the text allows",
    },
    "insured_now": {
        "zh": "申请当月是否处于正常参保状态",
        "en": "whether insured in the month of application",
    },
}
