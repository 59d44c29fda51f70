"""The sentences of questions, reasons and missing facts, Chinese and English; they live here alone."""

from __future__ import annotations

from typing import Final, Literal

from . import sentences_of_arrears
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
    Question.RESIDENT_MEDICAL_WAITING: {
        "zh": "当年城乡居民医保待遇是否无需等待",
        "en": "do residents' medical benefits of the year begin without a waiting period",
    },
    Question.RESIDENT_MEDICAL_COVER: {
        "zh": "当日能否享受城乡居民医保待遇",
        "en": "does residents' medical insurance pay for that day",
    },
    Question.UNEMPLOYMENT: {
        "zh": "能否申领失业保险金",
        "en": "may unemployment benefit be claimed",
    },
    Question.UNEMPLOYMENT_EXTENSION: {
        "zh": "领取期满后，失业保险金能否续发至法定退休年龄",
        "en": "does unemployment benefit go on to the statutory age",
    },
    Question.MEDICAL_CONTINUITY: {
        "zh": "职工医保连续关系是否保留，且无待遇等待期",
        "en": "is employees' medical insurance unbroken, with no waiting period running",
    },
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
    **sentences_of_arrears.QUESTIONS,
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
    **sentences_of_arrears.REASONS,
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
    "enrolled_on": {"zh": "居民医保缴费日", "en": "the day of payment as a resident"},
    "is_exempt": {
        "zh": "是否属于参保地不设待遇等待期的特殊群体",
        "en": "whether of a group that the place exempts from waiting",
    },
    "part_years_count": {
        "zh": "职工医保只覆盖部分月份的年度，参保地是否视为已参保",
        "en": "whether the place takes a year that employment covers in part for insured",
    },
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
    "enrolment": {"zh": "当月是否仍在职参保", "en": "whether still enrolled in that month"},
    "employer": {"zh": "受到伤害时工作的单位", "en": "for which employer one worked when hurt"},
    "employment": {"zh": "当日的用人单位", "en": "who the employer was that day"},
    "employer_pays": {"zh": "用人单位是否支付", "en": "whether the employer pays"},
    "unemployed": {"zh": "配偶是否未就业", "en": "whether the spouse is unemployed"},
    **sentences_of_arrears.FACTS,
}
