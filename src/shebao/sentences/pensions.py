"""The sentences about pensions, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]

QUESTIONS: Final[dict[Question, Words]] = {
    Question.PENSION: {
        "zh": "按法定退休年龄，能否按月领取职工基本养老金",
        "en": "may the employees' basic pension be drawn at the statutory age",
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
}

REASONS: Final[dict[Reason, Words]] = {
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
}

FACTS: Final[dict[str, Words]] = {
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
    "draws_other_pension": {
        "zh": "是否领取其他基本养老保障待遇",
        "en": "whether another basic pension is drawn",
    },
    "resident_scheme_start": {
        "zh": "参保地居民养老保险制度实施的时间（实施时距60周岁不足15年者，年限要求不同）",
        "en": "when the residents' scheme of the place began (who was then within 15 years of 60"
        " needs fewer years)",
    },
}
