"""The vocabulary: closed lists of terms, each with its Chinese name."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Self

from .errors import Fault, FaultyInputError

__all__ = [
    "BenefitStop",
    "DisabilityTier",
    "EnforcementStep",
    "GapYears",
    "HazardousWork",
    "InjuryItem",
    "InsuranceKind",
    "InterestMethod",
    "MonthState",
    "Omission",
    "PartYear",
    "Payer",
    "PaymentStatus",
    "Purpose",
    "RetirementCategory",
    "Role",
    "Scheme",
    "Separation",
    "Sex",
    "StopEffect",
    "Term",
    "Timing",
    "check_term",
    "term_faults",
]


class Term(Enum):
    """A term with a stable value and its Chinese name."""

    zh: str
    rank: int

    def __new__(cls, value: str, zh: str = "") -> Self:
        """Make a member of a value and its Chinese name; members rank in the order of writing."""
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        member.rank = len(cls.__members__)
        return member

    # Members are singletons; the hash that Enum computes from the name is slower and no better.
    __hash__ = object.__hash__

    @property
    def en(self) -> str:
        """The English name, in words."""
        return str(self.value).replace("_", " ")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class GapYears(Term):
    """What a calendar year without contributions does to an average index."""

    IGNORED = "ignored", "断缴年度不计入"
    ZERO = "zero", "断缴年度按零计入"


class InsuranceKind(Term):
    """Kind of social insurance 险种."""

    PENSION = "pension", "基本养老保险"
    MEDICAL = "medical", "基本医疗保险"
    UNEMPLOYMENT = "unemployment", "失业保险"
    WORK_INJURY = "work_injury", "工伤保险"
    MATERNITY = "maternity", "生育保险"


class Scheme(Term):
    """Who is insured how 参保类型: by an employer, alone within that scheme, as a resident."""

    EMPLOYEE = "employee", "职工"
    FLEXIBLE = "flexible", "灵活就业"
    RESIDENT = "resident", "城乡居民"
    PUBLIC_SECTOR = "public_sector", "机关事业"

    @property
    def kinds(self) -> tuple[InsuranceKind, ...]:
        """The kinds that the statute opens to who is insured this way, in the order of the law.

        Employees are in all five (社会保险法 第十、二十三、三十三、四十四、五十三条); people who work for
        themselves may join pension and medical insurance as employees do (第十条第二款, 第二十三条第二款),
        residents have schemes of their own for these two (第二十二、二十五条). Places may open more.

        Example:
            >>> [kind.en for kind in Scheme.RESIDENT.kinds]
            ['pension', 'medical']
        """
        if self in (Scheme.FLEXIBLE, Scheme.RESIDENT):
            return InsuranceKind.PENSION, InsuranceKind.MEDICAL
        return tuple(InsuranceKind)


class Payer(Term):
    """Who bears a benefit."""

    FUND = "fund", "社会保险基金"
    EMPLOYER = "employer", "用人单位"


class InjuryItem(Term):
    """An item of work-injury benefits 工伤保险待遇项目 (社会保险法 第三十八、三十九条)."""

    MEDICAL_TREATMENT = "medical_treatment", "治疗工伤的医疗费用"
    REHABILITATION = "rehabilitation", "工伤康复费用"
    HOSPITAL_MEALS = "hospital_meals", "住院伙食补助费"
    TRAVEL_AND_LODGING = "travel_and_lodging", "到统筹地区以外就医的交通食宿费"
    ASSISTIVE_DEVICES = "assistive_devices", "安装配置伤残辅助器具所需费用"
    NURSING_CARE = "nursing_care", "生活护理费"
    DISABILITY_GRANT = "disability_grant", "一次性伤残补助金"
    DISABILITY_ALLOWANCE_1_TO_4 = "disability_allowance_1_to_4", "一级至四级伤残津贴"
    MEDICAL_GRANT = "medical_grant", "一次性工伤医疗补助金"
    FUNERAL_GRANT = "funeral_grant", "丧葬补助金"
    DEPENDANTS_PENSION = "dependants_pension", "供养亲属抚恤金"
    DEATH_GRANT = "death_grant", "一次性工亡补助金"
    ASSESSMENT = "assessment", "劳动能力鉴定费"
    WAGES = "wages", "治疗工伤期间的工资福利"
    DISABILITY_ALLOWANCE_5_TO_6 = "disability_allowance_5_to_6", "五级、六级伤残津贴"
    EMPLOYMENT_GRANT = "employment_grant", "一次性伤残就业补助金"


class PaymentStatus(Term):
    """What became of a month's contribution 缴费状态; a gap 断缴 is the absence of a period."""

    PAID = "paid", "正常缴费"
    BACK_PAID = "back_paid", "补缴"
    ARREARS = "arrears", "欠费"
    PENDING = "pending", "待缴"
    DEFERRED = "deferred", "缓缴"
    DEEMED = "deemed", "视同缴费"


class MonthState(Term):
    """What became of a month on a day: its status, or why it has none."""

    PAID = "paid", "正常缴费"
    DEEMED = "deemed", "视同缴费"
    BACK_PAID = "back_paid", "补缴"
    DEFERRED = "deferred", "缓缴"
    PENDING = "pending", "待缴"
    ARREARS = "in_arrears", "欠费"
    GAP = "gap", "断缴"
    UNPLACED = "unplaced", "仅知月数，月份不明"


class Purpose(Term):
    """What a gap takes from 断缴影响的方面."""

    CUMULATIVE = "cumulative", "累计缴费月数"
    CONTINUOUS = "continuous", "连续缴费月数"
    COVER = "cover", "有待遇的月数"
    WAITING = "waiting_months", "待遇等待期月数"
    RETIREE = "retiree_months_short", "退休医保年限尚差月数"
    PENSION = "pooled_pension", "每月基础养老金（元）"
    BENEFIT = "benefit_months", "失业保险金领取月数"


class Role(Term):
    """What a month does in a count: adds to it, holds it without adding, or breaks it."""

    COUNTS = "counts", "计入"
    HOLDS = "holds", "保持"
    BREAKS = "breaks", "中断"


class Omission(Term):
    """Why months of a record do not enter a count."""

    LATER = "later", "晚于查询月份"
    NOT_DECLARED = "not_declared", "当时尚未申报"
    NOT_SETTLED = "not_settled", "自愿参保，当时尚未到账"
    UNKNOWN_ORIGIN = "unknown_origin", "当时尚未补缴，是否曾申报不明"
    ARREARS = "arrears", "欠费"
    PENDING = "pending", "待缴"
    DEFERRED = "deferred", "缓缴"
    DEEMED = "deemed", "视同缴费不计入该口径"
    STATUS = "status", "该缴费状态不计入该口径"
    SCHEME = "scheme", "参保类型不计入该口径"
    AREA = "area", "不在该统筹地区"
    WINDOW = "window", "早于该口径的起算月份"


class Sex(Term):
    """Sex 性别."""

    MALE = "male", "男"
    FEMALE = "female", "女"


class RetirementCategory(Term):
    """Statutory track of retirement, named after the age before 2025 原法定退休年龄."""

    MALE = "male", "男职工(原60周岁)"
    FEMALE_55 = "female_55", "女职工(原55周岁)"
    FEMALE_50 = "female_50", "女职工(原50周岁)"
    FEMALE_60 = "female_60", "女干部、高级职称女性(原60周岁)"

    @property
    def is_exceptional(self) -> bool:
        """Whether it takes a rank or title (县处级、高级职称), so that it is never assumed."""
        return self is RetirementCategory.FEMALE_60

    @property
    def sex(self) -> Sex:
        """The sex of the people on this track."""
        return Sex.MALE if self is RetirementCategory.MALE else Sex.FEMALE


class HazardousWork(Term):
    """Work that opens early retirement 特殊工种."""

    HEIGHT = "height", "高空"
    HEAVY = "heavy", "特别繁重体力劳动"
    UNDERGROUND = "underground", "井下"
    HEAT = "heat", "高温"
    HARMFUL = "harmful", "其他有害身体健康"


class DisabilityTier(Term):
    """How a disability allowance is computed and paid 病残津贴的三种情形."""

    FULL = "full", "按基本养老金计发办法"
    POOLED = "pooled", "按基础养老金计发办法"
    SHORT = "short", "按基础养老金计发办法，按规定月数发放"


class EnforcementStep(Term):
    """A step in collecting unpaid contributions by force 强制征缴, in the order of the law."""

    ORDER = "order", "责令限期缴纳或者补足"
    ACCOUNT_QUERY = "account_query", "查询存款账户"
    TRANSFER_DECISION = "transfer_decision", "作出划拨决定"
    SECURITY = "security", "提供担保、签订延期缴费协议"
    COURT = "court", "申请人民法院扣押、查封、拍卖"
    FINE = "fine", "罚款"


class InterestMethod(Term):
    """How a year's interest of an individual account is computed 个人账户计息办法."""

    YEAR = "year", "年度计算法"
    MONTH_PRODUCT = "month_product", "月积数法"


class PartYear(Term):
    """What a part of a year of contributions counts where a benefit goes by years 不满一年."""

    DROPPED = "dropped", "不计"
    WHOLE = "whole", "按一年计"
    BY_MONTH = "by_month", "按月折算"


class Timing(Term):
    """How retirement lies to the statutory age 退休方式."""

    FLEXIBLE_EARLY = "flexible_early", "弹性提前退休"
    STATUTORY = "statutory", "到龄退休"
    FLEXIBLE_DEFERRED = "flexible_deferred", "弹性延迟退休"


class Separation(Term):
    """How employment ended; what is involuntary is listed in 人社部令第13号 第十三条.

    ``INVOLUNTARY`` and ``VOLUNTARY`` are for a caller who knows no more than that.
    """

    INVOLUNTARY = "involuntary", "非因本人意愿中断就业"
    CONTRACT_ENDED = "contract_ended", "劳动合同终止(劳动合同法第四十四条第一、四、五项)"
    DISMISSED = "dismissed", "用人单位解除(第三十九、四十、四十一条)"
    AGREED_AT_EMPLOYERS_PROPOSAL = (
        "agreed_at_employers_proposal",
        "用人单位提出协商解除(第三十六条)",
    )
    EXPELLED = "expelled", "用人单位解除聘用合同或辞退、除名、开除"
    LEFT_FOR_EMPLOYERS_BREACH = "left_for_employers_breach", "因用人单位违法由本人解除(第三十八条)"
    VOLUNTARY = "voluntary", "因本人意愿中断就业"
    RESIGNED = "resigned", "本人辞职"

    @property
    def is_involuntary(self) -> bool:
        """Whether it counts as 非因本人意愿中断就业."""
        return self.rank < Separation.VOLUNTARY.rank


class BenefitStop(Term):
    """What may end unemployment benefit 停止、中断领取失业保险金的情形 (社会保险法 第五十一条 and others)."""

    REEMPLOYED = "reemployed", "重新就业"
    MILITARY_SERVICE = "military_service", "应征服兵役"
    ABROAD = "abroad", "移居境外"
    PENSION = "pension", "享受基本养老保险待遇"
    REFUSAL = "refusal", "无正当理由拒不接受介绍的适当工作或者提供的培训"
    IMPRISONED = "imprisoned", "被判刑收监执行"
    COMPULSORY_REHABILITATION = "compulsory_rehabilitation", "被强制隔离戒毒"


class StopEffect(Term):
    """What an event does to unemployment benefit: ends it, holds it up, or neither."""

    STOPS = "stops", "停止领取"
    INTERRUPTS = "interrupts", "中断领取，原因消除后可以继续申领"
    GOES_ON = "goes_on", "继续领取"


def term_faults(value: object, terms: type[Term], field: str) -> Iterator[Fault]:
    """What is wrong with a value that should be one of the terms."""
    if type(value) is not terms:
        yield Fault(field, value, f"is no {terms.__name__}", ", ".join(map(str, terms)))


def check_term(value: object, terms: type[Term], field: str, error: type[FaultyInputError]) -> None:
    """Refuse what is not one of the terms, with the terms that there are.

    Raises:
        FaultyInputError: of the kind given.
    """
    for fault in term_faults(value, terms, field):
        raise error(fault)
