"""The sentences about unemployment benefit, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.UNEMPLOYMENT: {
        "zh": "能否申领失业保险金",
        "en": "may unemployment benefit be claimed",
    },
    Question.UNEMPLOYMENT_DURATION: {
        "zh": "领取失业保险金的月数能否确定",
        "en": "are the months of unemployment benefit settled",
    },
    Question.UNEMPLOYMENT_EXTENSION: {
        "zh": "领取期满后，失业保险金能否续发至法定退休年龄",
        "en": "does unemployment benefit go on to the statutory age",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.UNEMPLOYMENT_MONTHS: {
        "zh": "失业保险累计缴费月数：{actual}；最低：{required}",
        "en": "months of unemployment contributions: {actual}; required: {required}",
    },
    Reason.UNEMPLOYMENT_MONTHS_SINCE: {
        "zh": "上次领取失业保险金之后的缴费月数（重新计算）：{actual}；最低：{required}",
        "en": "months of contributions since benefit was last drawn: {actual}; required: {required}",
    },
    Reason.UNEMPLOYMENT_CLAIM: {
        "zh": "缴费满一年，或者有前次未领的期限（下列任一）",
        "en": "a year paid, or months left from the spell before (either)",
    },
    Reason.UNEMPLOYMENT_LEFT_OVER: {
        "zh": "前次应领取而尚未领取的月数，重新就业不满一年也可继续申领：{actual}",
        "en": "months left from the spell before, to be drawn before another year is paid: {actual}",
    },
    Reason.UNEMPLOYMENT_GRADED: {
        "zh": "领取失业保险金的月数：{actual}",
        "en": "months of unemployment benefit: {actual}",
    },
    Reason.UNEMPLOYMENT_INVOLUNTARY: {
        "zh": "非因本人意愿中断就业：{actual}",
        "en": "employment ended against one's will: {actual}",
    },
    Reason.UNEMPLOYMENT_REGISTERED: {
        "zh": "已办理失业登记并有求职要求：{actual}",
        "en": "registered as unemployed and seeking work: {actual}",
    },
    Reason.UNEMPLOYMENT_EXTENSION: {
        "zh": "符合国家或者当地的续发规定（下列任一）",
        "en": "a rule of the nation or of the place lets it go on (either)",
    },
    Reason.UNEMPLOYMENT_EXTENSION_AHEAD: {
        "zh": "尚未达到法定退休年龄：{required}；领取期满日 {actual}",
        "en": "statutory age not reached yet: {required}; benefit ends on {actual}",
    },
    Reason.UNEMPLOYMENT_EXTENSION_NEAR: {
        "zh": "领取期满日距法定退休年龄不足规定时间，即晚于 {required}：{actual}",
        "en": "the age is close enough, benefit ending after {required}: {actual}",
    },
    Reason.UNEMPLOYMENT_EXTENSION_ON_APPLICATION: {
        "zh": "距法定退休年龄不足规定时间，并由本人申请（下列各项）",
        "en": "the age is close enough, and it was applied for (all of these)",
    },
    Reason.UNEMPLOYMENT_EXTENSION_ASKED: {
        "zh": "已申请继续领取：{actual}",
        "en": "applied for: {actual}",
    },
    Reason.UNEMPLOYMENT_EXTENSION_IDLE: {
        "zh": "领取期满仍未就业，且无其他停止领取的情形：{actual}",
        "en": "still without work, and nothing else stops benefit: {actual}",
    },
    Reason.UNEMPLOYMENT_EXTENSION_FIRST: {
        "zh": "未曾享受过延长领取（当地规定仅可享受一次）：{actual}",
        "en": "the first time, where the place allows it once: {actual}",
    },
}

#: Facts that can be missing; parameters of law bring their own titles.
FACTS: Final[dict[str, Words]] = {
    "separation": {"zh": "中断就业的原因", "en": "how employment ended"},
    "registered": {"zh": "是否已办理失业登记", "en": "whether registered as unemployed"},
    "still_unemployed": {
        "zh": "领取期满是否仍未就业，且无其他停止领取的情形",
        "en": "whether still without work, nothing else stopping benefit",
    },
    "applied": {"zh": "是否已申请继续领取", "en": "whether it was applied for"},
    "extended_before": {
        "zh": "是否曾享受过延长领取",
        "en": "whether benefit went on like this before",
    },
}
