"""The sentences about retirement, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]

QUESTIONS: Final[dict[Question, Words]] = {
    Question.RETIREMENT_CHOICE: {
        "zh": "能否选择在该日退休（弹性提前、到龄或弹性延迟）",
        "en": "may one choose to retire on that day: early, at the statutory age or late",
    },
    Question.HAZARDOUS_RETIREMENT: {
        "zh": "能否按特殊工种提前退休",
        "en": "may one retire early from hazardous work",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.RETIREMENT_MEASURES_APPLY: {
        "zh": "适用弹性退休办法（2024年12月31日前未达到原法定退休年龄）：{actual}",
        "en": "flexible retirement applies (original age not reached by 2024-12-31): {actual}",
    },
    Reason.RETIREMENT_NOT_TOO_EARLY: {
        "zh": "不早于最早可退休日：{required}；所选日 {actual}",
        "en": "not before the earliest day: {required}; chosen: {actual}",
    },
    Reason.RETIREMENT_NOT_TOO_LATE: {
        "zh": "不晚于最晚可退休日：{required}；所选日 {actual}",
        "en": "not after the latest day: {required}; chosen: {actual}",
    },
    Reason.RETIREMENT_NOTICE: {
        "zh": "书面告知或约定不晚于：{required}；实际 {actual}",
        "en": "told or agreed in writing by {required}; actually: {actual}",
    },
    Reason.RETIREMENT_MAY_DEFER: {
        "zh": "不属于到龄应当及时退休的人员（公务员、国有企事业单位领导人员及其他管理人员）：{actual}",
        "en": "not among those who have to retire at the age (public servants, managers of state"
        " employers): {actual}",
    },
    Reason.RETIREMENT_NOT_EXTENDED: {
        "zh": "延迟退休时间确定后不再延长：已确定 {required}；所选日 {actual}",
        "en": "a day once fixed is not extended: fixed {required}; chosen: {actual}",
    },
    Reason.RETIREMENT_ENDING_AGREED: {
        "zh": "单位与职工协商一致终止弹性延迟退休：{actual}",
        "en": "employer and employee agree to end the deferral: {actual}",
    },
    Reason.HAZARDOUS_AGE: {
        "zh": "达到特殊工种提前退休年龄：{required}；查询日 {actual}",
        "en": "age of retirement from hazardous work reached: {required}; asked on {actual}",
    },
    Reason.HAZARDOUS_MONTHS: {
        "zh": "从事特殊工种累计月数：{actual}；最低：{required}",
        "en": "months in hazardous work: {actual}; required: {required}",
    },
}

FACTS: Final[dict[str, Words]] = {
    "retirement_category": {
        "zh": "女职工原法定退休年龄（50或55周岁）",
        "en": "the woman's retirement category (50 or 55)",
    },
    "retires_on_application": {
        "zh": "县处级女干部、高级职称女性本人是否申请退休",
        "en": "whether the woman of rank or senior title applied to retire",
    },
    "told_on": {
        "zh": "书面告知单位（提前）或与单位书面约定（延迟）的日期",
        "en": "the day on which the choice was told or agreed in writing",
    },
    "is_official": {
        "zh": "是否公务员、国有企事业单位领导人员或其他管理人员",
        "en": "whether a public servant or a manager of a state employer",
    },
    "ending_agreed": {
        "zh": "单位与职工是否协商一致终止弹性延迟退休",
        "en": "whether employer and employee agree to end the deferral",
    },
    "hazardous_flexibility": {
        "zh": "特殊工种能否在延迟后的提前退休年龄之前弹性提前（未见明文）",
        "en": "whether flexible retirement reaches below the delayed age of hazardous work (no text"
        " was found)",
    },
    "work_months": {
        "zh": "从事特殊工种的累计月数",
        "en": "months in hazardous work",
    },
}
