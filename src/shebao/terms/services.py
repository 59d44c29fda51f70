"""What a medical account pays for, and the services around the card: ways, papers, circumstances."""

from __future__ import annotations

from .term import Term

__all__ = [
    "AccountUse",
    "BindingChannel",
    "BindingEnd",
    "CardService",
    "CertificationChannel",
    "CertificationState",
    "Circumstance",
    "CycleBasis",
    "Need",
    "SharingScope",
    "Tier",
]


class SharingScope(Term):
    """How far apart owner and relative are insured 共济范围."""

    SAME_POOLING_AREA = "same_pooling_area", "同一统筹地区"
    SAME_PROVINCE = "same_province", "省内跨统筹地区"
    CROSS_PROVINCE = "cross_province", "跨省"


class AccountUse(Term):
    """What somebody wants to pay from a medical account 个人账户支付项目."""

    TREATMENT = "treatment", "在定点医疗机构就医发生的由个人负担的医疗费用"
    MEDICINE = "medicine", "在定点零售药店购买药品、医疗器械、医用耗材由个人负担的费用"
    RESIDENT_CONTRIBUTION = "resident_contribution", "参加城乡居民基本医疗保险的个人缴费"
    LONG_TERM_CARE_CONTRIBUTION = "long_term_care_contribution", "参加长期护理保险的个人缴费"
    PUBLIC_HEALTH = "public_health", "公共卫生费用"
    SPORT = "sport", "体育健身"
    WELLNESS = "wellness", "养生保健消费"
    OUTSIDE_COVERAGE = "outside_coverage", "不属于基本医疗保险保障范围的其他支出"


class BindingEnd(Term):
    """What ends a binding 解除共济关系的原因."""

    BY_OWNER = "by_owner", "账户所有人解除"
    BY_RELATIVE = "by_relative", "被共济人解除"
    OWNER_INSURANCE_CHANGED = "owner_insurance_changed", "账户所有人医保关系变动"
    RELATIVE_INSURANCE_CHANGED = "relative_insurance_changed", "被共济人医保关系变动"


class CardService(Term):
    """What one may do for a relative in the family service of the electronic card 亲情服务."""

    RECORD = "record", "查询权益单"
    CERTIFICATION = "certification", "领取待遇资格认证"
    TRANSFER = "transfer", "申请关系转移"
    BALANCE = "balance", "查询余额"


class BindingChannel(Term):
    """Where an account is bound to a relative 家庭共济绑定渠道."""

    ONLINE = "online", "国家医保服务平台地方专区、当地医保公众号或者官网"
    PERSONAL_PAGE = "personal_page", "社会保险服务个人网页"
    MEDICAL_COUNTER = "medical_counter", "社保分局、医保经办机构窗口"
    HOSPITAL_OFFICE = "hospital_office", "定点医院医保办公室"


class CertificationChannel(Term):
    """How one is certified to draw a benefit 领取待遇资格认证渠道."""

    DATA_MATCH = "data_match", "数据比对"
    NATIONAL_PLATFORM = "national_platform", "国家社会保险公共服务平台"
    APP_12333 = "app_12333", "掌上12333"
    ELECTRONIC_CARD = "electronic_card", "电子社保卡"
    WECHAT = "wechat", "微信"
    ALIPAY = "alipay", "支付宝"
    LOCAL_APP = "local_app", "各地手机应用"
    HELPER = "helper", "亲属代办（帮助他人认证、亲情服务）"
    CONSULAR_APP = "consular_app", "中国领事App"
    COMMUNITY = "community", "社区、村居服务中心"
    BUREAU = "bureau", "社保经办机构窗口"
    ASSISTING_BUREAU = "assisting_bureau", "居住地社保经办机构协助认证"
    CONSULATE = "consulate", "驻外使领馆"
    HOME_VISIT = "home_visit", "上门认证"
    HOTLINE = "hotline", "拨打12333咨询、更正信息"


class Tier(Term):
    """Where a service is had, the least trouble first."""

    AUTOMATIC = "automatic", "免办"
    SELF_SERVICE = "self_service", "自助办理"
    COUNTER = "counter", "窗口办理"
    VISIT = "visit", "上门服务"


class Circumstance(Term):
    """What closes a channel to a person, or opens one."""

    ABROAD = "abroad", "居住境外"
    LIVES_ELSEWHERE = "lives_elsewhere", "异地居住"
    IMMOBILE = "immobile", "行动不便"
    IN_HOSPITAL = "in_hospital", "住院"
    NO_SMARTPHONE = "no_smartphone", "没有智能手机"
    FACE_FAILED = "face_failed", "人脸识别未通过"


class Need(Term):
    """What a channel asks for: data, papers, a device."""

    NAME = "name", "姓名"
    IDENTITY_NUMBER = "identity_number", "公民身份号码"
    SOCIAL_INSURANCE_NUMBER = "social_insurance_number", "社保电脑号"
    RELATION = "relation", "亲属关系"
    OWNER_CARD = "owner_card", "账户所有人的卡"
    RELATIVE_CARD_NUMBER = "relative_card_number", "亲属的卡号"
    IDENTITY_DOCUMENT = "identity_document", "身份证或者社会保障卡"
    SOCIAL_SECURITY_CARD = "social_security_card", "社会保障卡照片"
    PASSPORT = "passport", "护照"
    RESIDENCE_PERMIT = "residence_permit", "居留证件"
    FORM = "form", "认证申请表"
    SMARTPHONE = "smartphone", "智能手机"
    CAMERA = "camera", "摄像头"
    FACE = "face", "人脸识别（眨眼或者读数）"
    PHOTO = "photo", "人脸正面照"
    REQUEST = "request", "本人或者受托人提出申请"


class CycleBasis(Term):
    """How the time to the next certification is counted 认证周期的计算方式."""

    TO_THE_DAY = "to_the_day", "按月滚动，至对应日"
    MONTHS_AFTER = "months_after", "按月滚动，自次月起算"
    MONTHS_WITH = "months_with", "按月滚动，含当月"
    DAYS = "days", "按天滚动，含当日"
    BIRTHDAY = "birthday", "自生日当月至次年生日上月"
    CALENDAR_YEAR = "calendar_year", "自然年度"


class CertificationState(Term):
    """How a benefit stands to its certification on a day 资格认证状态."""

    CERTIFIED = "certified", "在认证有效期内"
    OVERDUE = "overdue", "已逾期"
    SUSPENDED = "suspended", "逾期未认证，已暂停发放"
