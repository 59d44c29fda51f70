"""The sentences about injuries at work and births, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.WORK_INJURY_COVER: {
        "zh": "当日发生工伤，是否由工伤保险基金支付",
        "en": "does the work-injury fund cover that day",
    },
    Question.MATERNITY_COVER: {
        "zh": "能否享受生育保险待遇",
        "en": "may maternity benefits be drawn",
    },
    Question.MATERNITY_MEDICAL_COSTS: {
        "zh": "能否享受生育医疗费用待遇",
        "en": "does maternity insurance pay the costs of the birth",
    },
    Question.MATERNITY_SPOUSE: {
        "zh": "职工未就业配偶能否享受生育医疗费用待遇",
        "en": "does an employee's insurance pay the costs of the unemployed spouse's birth",
    },
    Question.WORK_INJURY_ADVANCE: {
        "zh": "能否申请由工伤保险基金先行支付",
        "en": "may the work-injury fund be asked to advance the benefits",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.WORK_INJURY_PAID: {
        "zh": "工伤保险{required}状态：{actual}",
        "en": "work-injury insurance in {required}: {actual}",
    },
    Reason.WORK_INJURY_EMPLOYED: {"zh": "当日在职：{actual}", "en": "employed that day: {actual}"},
    Reason.WORK_INJURY_ENROLLED: {
        "zh": "当日已参加工伤保险：{actual}",
        "en": "enrolled for work-injury insurance that day: {actual}",
    },
    Reason.WORK_INJURY_NOT_OWED: {
        "zh": "用人单位未欠缴工伤保险费：{required}状态 {actual}",
        "en": "the employer is not in arrears: {required}, {actual}",
    },
    Reason.WORK_INJURY_UNINSURED: {
        "zh": "用人单位未依法缴纳工伤保险费，由其支付待遇：{actual}",
        "en": "the employer has not paid for insurance and bears the benefits: {actual}",
    },
    Reason.WORK_INJURY_EMPLOYER_FAILS: {
        "zh": "用人单位不支付：{actual}",
        "en": "the employer does not pay the benefits: {actual}",
    },
    Reason.MATERNITY_PAID: {
        "zh": "生育保险{required}状态：{actual}",
        "en": "maternity insurance in {required}: {actual}",
    },
    Reason.MATERNITY_MONTHS: {
        "zh": "生育保险连续缴费月数：{actual}；参保地要求：{required}",
        "en": "continuous maternity months: {actual}; the place requires: {required}",
    },
    Reason.MATERNITY_ENOUGH_MONTHS: {
        "zh": "缴费月数符合参保地要求（下列任一）",
        "en": "the months that the place asks for (any of these)",
    },
    Reason.MATERNITY_MONTHS_BEFORE: {
        "zh": "截至生育上月的连续缴费月数：{actual}；参保地要求：{required}",
        "en": "continuous months up to the month before the birth: {actual}; required: {required}",
    },
    Reason.MATERNITY_MONTHS_TOTAL: {
        "zh": "生育保险累计缴费月数：{actual}；参保地要求：{required}",
        "en": "maternity months in all: {actual}; the place requires: {required}",
    },
    Reason.MATERNITY_MONTHS_AFTER: {
        "zh": "分娩之月后连续缴费月数：{actual}；补支要求：{required}",
        "en": "continuous months after the month of birth: {actual}; to be paid then: {required}",
    },
    Reason.MATERNITY_MONTHS_LATER: {
        "zh": "申领时连续缴费月数：{actual}；补足要求：{required}",
        "en": "continuous months on the day of asking: {actual}; for the whole: {required}",
    },
    Reason.MATERNITY_SHARE: {
        "zh": "生育津贴按已缴费月数的比例支付：{actual} / {required}",
        "en": "the fund pays months over {required} of the allowance; months: {actual}",
    },
    Reason.MATERNITY_FLEXIBLE: {
        "zh": "参保地将灵活就业人员纳入生育保险：{actual}",
        "en": "the place lets who is insured alone draw: {actual}",
    },
    Reason.MATERNITY_SPOUSE_UNEMPLOYED: {
        "zh": "配偶未就业：{actual}",
        "en": "the spouse is not employed: {actual}",
    },
}

FACTS: Final[dict[str, Words]] = {
    "enrolment": {"zh": "当月是否仍在职参保", "en": "whether still enrolled in that month"},
    "employer": {"zh": "受到伤害时工作的单位", "en": "for which employer one worked when hurt"},
    "employment": {"zh": "当日的用人单位", "en": "who the employer was that day"},
    "employer_pays": {"zh": "用人单位是否支付", "en": "whether the employer pays"},
    "unemployed": {"zh": "配偶是否未就业", "en": "whether the spouse is unemployed"},
}
