"""The sentences of questions, reasons and missing facts, Chinese and English; they live here alone."""

from __future__ import annotations

from typing import Final, Literal

from . import (
    sentences_of_arrears,
    sentences_of_injuries,
    sentences_of_residents,
    sentences_of_unemployment,
)
from .questions import Question, Reason

__all__ = ["FACTS", "QUESTIONS", "REASONS", "Words"]

Words = dict[Literal["zh", "en"], str]

QUESTIONS: Final[dict[Question, Words]] = {
    Question.PENSION: {
        "zh": "按法定退休年龄，能否按月领取职工基本养老金",
        "en": "may the employees' basic pension be drawn at the statutory age",
    },
    Question.RETIREMENT_CHOICE: {
        "zh": "能否选择在该日退休（弹性提前、到龄或弹性延迟）",
        "en": "may one choose to retire on that day: early, at the statutory age or late",
    },
    Question.HAZARDOUS_RETIREMENT: {
        "zh": "能否按特殊工种提前退休",
        "en": "may one retire early from hazardous work",
    },
    Question.EXTENSION: {
        "zh": "能否延长缴费至最低缴费年限",
        "en": "may contributions be extended until the minimum is reached",
    },
    Question.LUMP_SUM: {
        "zh": "能否一次性缴费至最低缴费年限",
        "en": "may the missing contributions be paid in one sum",
    },
    Question.REFUND: {
        "zh": "能否书面申请终止职工养老保险关系并一次性领取个人账户",
        "en": "may the relation be ended and the individual account paid out",
    },
    Question.INTO_RESIDENT: {
        "zh": "能否转入城乡居民养老保险",
        "en": "may the record pass into the residents' pension scheme",
    },
    Question.INTO_EMPLOYEE: {
        "zh": "能否从城乡居民养老保险转入职工养老保险",
        "en": "may the record pass into the employees' pension scheme",
    },
    Question.DISABILITY_ALLOWANCE: {
        "zh": "能否领取病残津贴",
        "en": "may the disability allowance be drawn",
    },
    Question.DEATH_BENEFIT: {
        "zh": "遗属能否领取遗属待遇（丧葬补助金、抚恤金）",
        "en": "may survivors draw benefits (the funeral grant, the death grant)",
    },
    Question.RESIDENT_FUNERAL_GRANT: {
        "zh": "能否领取城乡居民养老保险丧葬补助金",
        "en": "may the residents' funeral grant be drawn",
    },
    Question.RESIDENT_PENSION: {
        "zh": "能否按月领取城乡居民养老金",
        "en": "may the residents' basic pension be drawn",
    },
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
    **sentences_of_arrears.QUESTIONS,
    **sentences_of_unemployment.QUESTIONS,
    **sentences_of_residents.QUESTIONS,
    **sentences_of_injuries.QUESTIONS,
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.EITHER_WAY: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论相同",
        "en": "facts that were not given: the same in all {actual} cases",
    },
    Reason.DEPENDS: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论不同或不能确定",
        "en": "facts that were not given: the {actual} cases differ or stay open",
    },
    Reason.PENSION_AGE: {
        "zh": "达到法定退休年龄：{required}，查询日 {actual}",
        "en": "statutory retirement age reached: {required}; asked on {actual}",
    },
    Reason.PENSION_MONTHS: {
        "zh": "养老保险累计缴费月数：{actual}；最低：{required}",
        "en": "months of pension contributions: {actual}; required: {required}",
    },
    Reason.PENSION_MONTHS_SHORT: {
        "zh": "养老保险累计缴费月数不足：{actual}；最低：{required}",
        "en": "months of pension contributions fall short: {actual}; required: {required}",
    },
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
    Reason.LUMP_SUM_ENROLLED: {
        "zh": "{required} 之前已参保，其时累计缴费月数：{actual}",
        "en": "insured before {required}, with months then: {actual}",
    },
    Reason.LUMP_SUM_EXTENDED: {
        "zh": "达到法定退休年龄后延长缴费月数：{actual}；最低：{required}",
        "en": "months of extended contributions after the age: {actual}; required: {required}",
    },
    Reason.REFUND_REQUESTED: {
        "zh": "本人书面申请终止养老保险关系：{actual}",
        "en": "asked for in writing: {actual}",
    },
    Reason.PASSAGE_MONTHS: {
        "zh": "职工养老保险累计缴费月数（含延长缴费）：{actual}；转入要求：{required}",
        "en": "months of employees' pension insurance, extension included: {actual}; the passage"
        " asks for {required}",
    },
    Reason.PASSAGE_NOT_DRAWING: {
        "zh": "尚未按规定领取养老保险待遇：{actual}",
        "en": "no pension is drawn yet: {actual}",
    },
    Reason.DISABILITY_INCAPACITY: {
        "zh": "经劳动能力鉴定完全丧失劳动能力：{actual}",
        "en": "found wholly incapable of work: {actual}",
    },
    Reason.DISABILITY_BEFORE_AGE: {
        "zh": "尚未达到法定退休年龄：{required}；查询日 {actual}",
        "en": "statutory age not reached yet: {required}; asked on {actual}",
    },
    Reason.DISABILITY_NOT_PAYING: {
        "zh": "领取期间不缴纳基本养老保险费：{actual}",
        "en": "no pension contributions are paid while drawing: {actual}",
    },
    Reason.DEATH_INSURED: {
        "zh": "死亡时参加企业职工基本养老保险（含已退休）：{actual}",
        "en": "insured with the employees' pension at death, or retired from it: {actual}",
    },
    Reason.DEATH_NO_OTHER_GRANT: {
        "zh": "丧葬补助金：未领取工伤、失业保险等其他丧葬补助金：{actual}",
        "en": "funeral grant: no other one (work injury, unemployment) is drawn: {actual}",
    },
    Reason.DEATH_MONTHS: {
        "zh": "抚恤金：据以发放的缴费月数：{actual}",
        "en": "death grant: months of contributions, for which it is paid: {actual}",
    },
    Reason.DEATH_ANY_GRANT: {
        "zh": "丧葬补助金、抚恤金至少一项可领取（下列任一）",
        "en": "one of the grants at least may be drawn (any of these)",
    },
    Reason.RESIDENT_INSURED: {
        "zh": "死亡时参加城乡居民养老保险：{actual}",
        "en": "insured with the residents' pension at death: {actual}",
    },
    Reason.RESIDENT_FUNERAL_RULE: {
        "zh": "参保地设立丧葬补助金制度，发放月数：{required}",
        "en": "the place grants months of the base pension: {required}",
    },
    Reason.RESIDENT_AGE: {
        "zh": "达到城乡居民养老金领取年龄：{required}，查询日 {actual}",
        "en": "age of the residents' pension reached: {required}; asked on {actual}",
    },
    Reason.RESIDENT_YEARS: {
        "zh": "居民养老累计缴费年限（年）：{actual}；最低：{required}",
        "en": "years paid as a resident: {actual}; required: {required}",
    },
    Reason.RESIDENT_MONTHS: {
        "zh": "职工缴费并入后的累计缴费月数：{actual}；最低：{required}",
        "en": "months paid, those of an employee that passed in among them: {actual}; required:"
        " {required}",
    },
    Reason.RESIDENT_NO_OTHER_PENSION: {
        "zh": "未领取其他基本养老保障待遇：{actual}",
        "en": "no other basic pension drawn: {actual}",
    },
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
    **sentences_of_arrears.REASONS,
    **sentences_of_unemployment.REASONS,
    **sentences_of_residents.REASONS,
    **sentences_of_injuries.REASONS,
}

#: Facts that can be missing; parameters of law bring their own titles.
FACTS: Final[dict[str, Words]] = {
    "retirement_category": {
        "zh": "女职工原法定退休年龄（50或55周岁）",
        "en": "the woman's retirement category (50 or 55)",
    },
    "retires_on_application": {
        "zh": "县处级女干部、高级职称女性本人是否申请退休",
        "en": "whether the woman of rank or senior title applied to retire",
    },
    "birth": {"zh": "出生日", "en": "the day of birth"},
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
    "draws_pension": {
        "zh": "是否已领取养老保险待遇",
        "en": "whether a pension is drawn already",
    },
    "requested": {"zh": "是否已书面申请", "en": "whether asked for in writing"},
    "fully_incapable": {
        "zh": "是否经鉴定完全丧失劳动能力",
        "en": "whether found wholly incapable of work",
    },
    "pays_contributions": {
        "zh": "是否仍在缴纳基本养老保险费",
        "en": "whether pension contributions are still paid",
    },
    "insured": {"zh": "死亡时是否参保", "en": "whether insured at death"},
    "draws_other_grant": {
        "zh": "是否领取其他丧葬补助金",
        "en": "whether another funeral grant is drawn",
    },
    "history": {"zh": "缴费记录中各月的具体月份或申报日期", "en": "which months the record means"},
    "draws_other_pension": {
        "zh": "是否领取其他基本养老保障待遇",
        "en": "whether another basic pension is drawn",
    },
    "resident_scheme_start": {
        "zh": "参保地居民养老保险制度实施的时间（实施时距60周岁不足15年者，年限要求不同）",
        "en": "when the residents' scheme of the place began (who was then within 15 years of 60"
        " needs fewer years)",
    },
    "paid_where": {"zh": "各月的参保地", "en": "where the months were paid"},
    **sentences_of_arrears.FACTS,
    **sentences_of_unemployment.FACTS,
    **sentences_of_residents.FACTS,
    **sentences_of_injuries.FACTS,
}
