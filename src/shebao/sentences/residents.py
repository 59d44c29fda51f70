"""The sentences about residents' medical insurance, in Chinese and English, for ``sentences``."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.RESIDENT_MEDICAL_WAITING: {
        "zh": "当年城乡居民医保待遇是否无需等待",
        "en": "do residents' medical benefits of the year begin without a waiting period",
    },
    Question.RESIDENT_MEDICAL_COVER: {
        "zh": "当日能否享受城乡居民医保待遇",
        "en": "does residents' medical insurance pay for that day",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.RESIDENT_MEDICAL_PAID: {
        "zh": "已缴纳 {required} 年度居民医保费（缴费日）：{actual}",
        "en": "paid as a resident for {required}, on: {actual}",
    },
    Reason.RESIDENT_MEDICAL_NO_WAITING: {
        "zh": "待遇等待期月数：{actual}；符合下列任一的，无等待期",
        "en": "months of the waiting period: {actual}; none runs with any of these",
    },
    Reason.RESIDENT_MEDICAL_ON_TIME: {
        "zh": "集中参保期内参保且连续参保",
        "en": "enrolled in the window and insured without a break",
    },
    Reason.RESIDENT_MEDICAL_WINDOW: {
        "zh": "在集中参保期内缴费（截止日 {required}）：{actual}",
        "en": "paid in the enrolment window, which closes on {required}: {actual}",
    },
    Reason.RESIDENT_MEDICAL_CONTINUOUS: {
        "zh": "此前连续断保年数：{actual}；连续参保为 {required}",
        "en": "broken years in a row before it: {actual}; without a break: {required}",
    },
    Reason.RESIDENT_MEDICAL_SWITCHED: {
        "zh": "由职工医保转入，按规定不设等待期（下列各项）",
        "en": "changed from the employees' insurance in time (all of these)",
    },
    Reason.RESIDENT_MEDICAL_LEFT: {
        "zh": "职工医保中断缴费不超过 {required} 个月：{actual}",
        "en": "employees' insurance ended at most {required} months before: {actual}",
    },
    Reason.RESIDENT_MEDICAL_INSURED_MONTHS: {
        "zh": "此前连续参加基本医疗保险月数：{actual}；要求：{required}",
        "en": "continuous months of medical insurance before: {actual}; required: {required}",
    },
    Reason.RESIDENT_MEDICAL_EXEMPT: {
        "zh": "属于参保地不设等待期的特殊群体：{actual}",
        "en": "of a group that the place exempts: {actual}",
    },
    Reason.RESIDENT_MEDICAL_NEWBORN: {
        "zh": "新生儿出生后 {required} 天内参保：出生后第 {actual} 天",
        "en": "child registered within {required} days of birth; days then: {actual}",
    },
    Reason.RESIDENT_MEDICAL_BEGUN: {
        "zh": "待遇已开始（下列任一）",
        "en": "benefits have begun (any of these)",
    },
    Reason.RESIDENT_MEDICAL_WAITED: {
        "zh": "待遇等待期已满，自 {required} 起享受；查询日 {actual}",
        "en": "the waiting period is over from {required}; asked on {actual}",
    },
}

#: Facts that can be missing.
FACTS: Final[dict[str, Words]] = {
    "enrolled_on": {"zh": "居民医保缴费日", "en": "the day of payment as a resident"},
    "is_exempt": {
        "zh": "是否属于参保地不设待遇等待期的特殊群体",
        "en": "whether of a group that the place exempts from waiting",
    },
    "part_years_count": {
        "zh": "职工医保只覆盖部分月份的年度，参保地是否视为已参保",
        "en": "whether the place takes a year that employment covers in part for insured",
    },
}
