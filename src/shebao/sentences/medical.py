"""The sentences about employees' medical insurance, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]

QUESTIONS: Final[dict[Question, Words]] = {
    Question.MEDICAL_CONTINUITY: {
        "zh": "职工医保连续关系是否保留，且无待遇等待期",
        "en": "is employees' medical insurance unbroken, with no waiting period running",
    },
    Question.MEDICAL_COVER: {
        "zh": "当日能否享受职工医保待遇",
        "en": "does employees' medical insurance cover that day",
    },
    Question.MEDICAL_RETIREE: {
        "zh": "退休后能否不再缴费而享受职工医保待遇",
        "en": "may a retiree have the benefits of employees' medical insurance without paying on",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.MEDICAL_RUN_ALIVE: {
        "zh": "最近一次缴费之后未缴月数（含欠费）：{actual}；可补缴接续的上限：{required}",
        "en": "months unpaid since the last paid one, arrears included: {actual}; may be paid up: {required}",
    },
    Reason.MEDICAL_NO_WAITING: {
        "zh": "无待遇等待期（下列任一）",
        "en": "no waiting period runs (any of these)",
    },
    Reason.MEDICAL_NO_LONG_GAP: {
        "zh": "历次中断最长月数：{actual}；可补缴、补缴后无等待期的上限：{required}",
        "en": "months of the longest gap: {actual}; may be paid up, then without waiting: {required}",
    },
    Reason.MEDICAL_WAITING_OVER: {
        "zh": "本段连续缴费已满月数：{actual}；等待期月数：{required}",
        "en": "whole months of the present run: {actual}; waiting period: {required}",
    },
    Reason.MEDICAL_CEILING_OVER: {
        "zh": "本段连续缴费已满月数：{actual}；等待期原则上不超过：{required}",
        "en": "whole months of the present run: {actual}; a waiting period is in principle at most:"
        " {required}",
    },
    Reason.MEDICAL_PART_PAID: {
        "zh": "等待期内按正常待遇的百分之{actual}支付",
        "en": "meanwhile benefits are paid in part: {actual} per cent of the regular ones",
    },
    Reason.MEDICAL_PAID: {
        "zh": "职工医保{required}状态：{actual}；是否享受待遇按参保地的待遇起止规定",
        "en": "medical insurance in {required}: {actual}; the place says from when to when that"
        " brings benefits",
    },
    Reason.MEDICAL_RETIREE_MONTHS: {
        "zh": "职工医保累计缴费月数（含视同缴费）：{actual}；参保地要求：{required}",
        "en": "cumulative months of employees' medical insurance, deemed ones included: {actual};"
        " the place requires: {required}",
    },
    Reason.MEDICAL_RETIREE_ENOUGH: {
        "zh": "累计缴费年限已满，或不足者按规定降低待遇（下列任一）",
        "en": "the months are complete, or the place pays less for those missing (any of these)",
    },
    Reason.MEDICAL_RETIREE_CUT: {
        "zh": "累计缴费每减少一年，待遇标准降低百分之{actual}",
        "en": "for each missing year benefits fall by {actual} per cent",
    },
    Reason.MEDICAL_RETIREE_PAID: {
        "zh": "职工医保实际缴费月数：{actual}；参保地要求：{required}",
        "en": "months of employees' medical insurance actually paid: {actual}; the place requires:"
        " {required}",
    },
    Reason.MEDICAL_RETIREE_PAID_HERE: {
        "zh": "在本地职工医保实际缴费月数：{actual}；参保地要求：{required}",
        "en": "months actually paid in the place: {actual}; it requires: {required}",
    },
}

FACTS: Final[dict[str, Words]] = {
    "paid_where": {"zh": "各月的参保地", "en": "where the months were paid"},
}
