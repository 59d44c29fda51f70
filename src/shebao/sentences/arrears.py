"""The sentences about arrears and back-payment, Chinese and English."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.ENFORCEMENT_ORDER: {
        "zh": "社会保险费征收机构能否责令用人单位限期缴纳或者补足",
        "en": "may the collecting agency order the employer to pay within a time",
    },
    Question.ENFORCEMENT_ACCOUNT_QUERY: {
        "zh": "社会保险费征收机构能否向银行查询用人单位的存款账户",
        "en": "may the collecting agency query the employer's bank accounts",
    },
    Question.ENFORCEMENT_TRANSFER: {
        "zh": "社会保险费征收机构能否申请作出划拨社会保险费的决定",
        "en": "may the collecting agency ask for a decision to transfer what is owed",
    },
    Question.ENFORCEMENT_SECURITY: {
        "zh": "社会保险费征收机构能否要求提供担保并签订延期缴费协议",
        "en": "may the collecting agency ask for security and agree on a deferral",
    },
    Question.ENFORCEMENT_COURT: {
        "zh": "社会保险费征收机构能否申请人民法院强制征缴（扣押、查封、拍卖）",
        "en": "may the collecting agency apply to a court to seize and auction property",
    },
    Question.ENFORCEMENT_FINE: {
        "zh": "有关行政部门能否对用人单位处以罚款",
        "en": "may the administrative department fine the employer",
    },
    Question.BACK_PAYMENT: {
        "zh": "这些月份的社会保险费能否补缴",
        "en": "may the contributions of these months still be paid back",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.ENFORCEMENT_AFTER: {
        "zh": "须先采取的步骤：{required}；已采取：{actual}",
        "en": "the step that comes first: {required}; taken: {actual}",
    },
    Reason.ENFORCEMENT_UNPAID: {
        "zh": "用人单位尚未足额缴纳：{actual}",
        "en": "not paid in full by now: {actual}",
    },
    Reason.ENFORCEMENT_EXPIRED: {
        "zh": "责令的期限已过：{required}；查询日 {actual}",
        "en": "the time ordered has passed: {required}; asked on {actual}",
    },
    Reason.ENFORCEMENT_BALANCE_SHORT: {
        "zh": "账户余额少于应当缴纳的社会保险费：{actual}",
        "en": "the balance of the accounts is below what is owed: {actual}",
    },
    Reason.ENFORCEMENT_NOT_DEFERRED: {
        "zh": "延期缴费协议已到期：{required}；查询日 {actual}",
        "en": "the agreed deferral is over: {required}; asked on {actual}",
    },
    Reason.ENFORCEMENT_NO_SECURITY: {
        "zh": "用人单位未提供担保：{actual}",
        "en": "no security was given: {actual}",
    },
    Reason.BACK_PAYMENT_OVER: {
        "zh": "所补月份不晚于查询月 {required}：末月 {actual}",
        "en": "no month lies ahead of {required}: the last is {actual}",
    },
    Reason.BACK_PAYMENT_OPEN: {
        "zh": "其中尚未缴费（欠费或无记录）的月数：{actual}",
        "en": "months among them that are not paid, in arrears or absent: {actual}",
    },
    Reason.BACK_PAYMENT_EMPLOYED: {
        "zh": "所补月份存在劳动关系，由用人单位补缴：{actual}",
        "en": "a labour relation in all these months, whose employer pays: {actual}",
    },
    Reason.BACK_PAYMENT_FIRST_MONTH: {
        "zh": "不早于规定的补缴起始月份 {required}：首月 {actual}",
        "en": "not before the first month that may be paid back, {required}: the first is {actual}",
    },
    Reason.BACK_PAYMENT_EARLIER_YEARS: {
        "zh": "灵活就业人员可以补缴以前年度：{actual}",
        "en": "flexible workers may pay back months of earlier years: {actual}",
    },
    Reason.BACK_PAYMENT_SAME_YEAR: {
        "zh": "灵活就业人员可以补缴当年度已过月份：{actual}",
        "en": "flexible workers may pay back earlier months of the same year: {actual}",
    },
    Reason.BACK_PAYMENT_LUMP: {
        "zh": "一次性补缴月数较少，或有相应文书（下列任一）",
        "en": "few months at once, or the document for it (any of these)",
    },
    Reason.BACK_PAYMENT_FEW: {
        "zh": "一次性补缴月数：{actual}；少于 {required} 个月不须文书",
        "en": "months paid back at once: {actual}; below {required} no document is asked for",
    },
    Reason.BACK_PAYMENT_PROMISE: {
        "zh": "由缴费地在转移时出具书面承诺书即可",
        "en": "a written promise of the place that takes the money is enough, when the record moves",
    },
    Reason.BACK_PAYMENT_DOCUMENT: {
        "zh": "人民法院、仲裁委员会、劳动监察或审计部门的文书形成于缴费（{required}）之前：{actual}",
        "en": "a document of a court, an arbitration committee, the labour inspection or an audit,"
        " made before the payment of {required}: {actual}",
    },
    Reason.BACK_PAYMENT_NEWCOMER: {
        "zh": "无缴费记录且超过法定退休年龄的人员不得通过补缴纳入；已超过法定退休年龄：{actual}",
        "en": "people past the age without a record are not brought in by paying back; past the"
        " age: {actual}",
    },
}

FACTS: Final[dict[str, Words]] = {
    "ordered_until": {"zh": "责令限期缴纳的截止日", "en": "the last day of the time ordered"},
    "paid_in_full": {"zh": "是否已足额缴纳", "en": "whether all is paid by now"},
    "balance_short": {
        "zh": "账户余额是否少于应当缴纳的社会保险费",
        "en": "whether the balance of the accounts is below what is owed",
    },
    "security_given": {"zh": "是否已提供担保", "en": "whether security was given"},
    "employed": {"zh": "所补月份是否存在劳动关系", "en": "whether there was a labour relation"},
    "over_age": {"zh": "是否已超过法定退休年龄", "en": "whether the statutory age is passed"},
    "document_on": {
        "zh": "人民法院、仲裁、劳动监察或审计文书的日期",
        "en": "the day of a document of a court, arbitration, labour inspection or audit",
    },
}
