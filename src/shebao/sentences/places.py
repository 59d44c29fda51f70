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
    Question.BENEFIT_AREA: {
        "zh": "在何地办理领取养老金（待遇领取地）",
        "en": "is it known which place pays the pension",
    },
    Question.TEMPORARY_ACCOUNT: {
        "zh": "新参保地是否建立临时基本养老保险缴费账户",
        "en": "is the account in the new place a temporary one",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.REQUIREMENT_KINDS: {
        "zh": "月数足够的险种数：{actual}；要求（{required}）",
        "en": "insurances with enough months: {actual}; required ({required})",
    },
    Reason.REQUIREMENT_KIND: {
        "zh": "{actual}月数足够（下列任一）",
        "en": "enough months of {actual} insurance (any of these)",
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
    Reason.BENEFIT_AREA_FOUND: {
        "zh": "依次判断（下列任一）",
        "en": "found step by step (any of these)",
    },
    Reason.BENEFIT_AREA_HOME: {
        "zh": "养老保险关系在户籍所在地（{required}）：{actual}",
        "en": "the relation is at the household registration ({required}): {actual}",
    },
    Reason.BENEFIT_AREA_HERE: {
        "zh": "关系所在地累计缴费月数：{actual}；要求：{required}",
        "en": "months where the relation is: {actual}; required: {required}",
    },
    Reason.BENEFIT_AREA_BEFORE: {
        "zh": "上一个原参保地累计缴费月数：{actual}；要求：{required}",
        "en": "months in the place before: {actual}; required: {required}",
    },
    Reason.BENEFIT_AREA_GATHERED: {
        "zh": "各地均不足，归集到户籍所在地：{actual}",
        "en": "nowhere enough, all is gathered at the household registration: {actual}",
    },
    Reason.TEMPORARY_AGE: {
        "zh": "男满50周岁、女满40周岁：{required}；参保日 {actual}",
        "en": "men are 50, women 40: from {required}; registered on {actual}",
    },
    Reason.TEMPORARY_AWAY: {
        "zh": "新参保地（{actual}）不在户籍地（{required}）所在省",
        "en": "the new place ({actual}) is not in the province of the household registration ({required})",
    },
    Reason.TEMPORARY_NEW: {
        "zh": "在该省原有养老保险关系：{actual}",
        "en": "there is an earlier relation in that province: {actual}",
    },
    Reason.TEMPORARY_NOT_APPROVED: {
        "zh": "属于经批准的调动：{actual}",
        "en": "the move was approved: {actual}",
    },
}

#: Facts that can be missing.
FACTS: Final[dict[str, Words]] = {
    "relations": {
        "zh": "历次养老保险关系（含临时账户）的建立地和建立日期",
        "en": "the pension relations, temporary accounts among them, with place and day of opening",
    },
    "kind": {"zh": "规定所指的险种", "en": "which insurance the text means"},
    "back_paid_months": {
        "zh": "规定是否计入补缴月份",
        "en": "whether back-paid months count, of which the text says nothing",
    },
    "gap_months": {
        "zh": "规定是否允许断缴",
        "en": "whether gaps are tolerated, of which the text says nothing",
    },
    "area_of_months": {
        "zh": "部分月份的缴费地",
        "en": "where some of the months were paid",
    },
    "excused": {
        "zh": "补缴是否属于规定认可的情形（单位原因、工作调动等）",
        "en": "whether the back-payment has an excuse that the text allows",
    },
    "household_registration": {"zh": "户籍所在地", "en": "the household registration"},
    "insured_now": {
        "zh": "申请当月是否处于正常参保状态",
        "en": "whether insured in the month of application",
    },
}
