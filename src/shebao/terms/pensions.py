"""People and their retirement."""

from __future__ import annotations

from .term import Term

__all__ = [
    "DisabilityTier",
    "HazardousWork",
    "InterestMethod",
    "RetirementCategory",
    "Sex",
    "Timing",
]


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


class InterestMethod(Term):
    """How a year's interest of an individual account is computed 个人账户计息办法."""

    YEAR = "year", "年度计算法"
    MONTH_PRODUCT = "month_product", "月积数法"


class Timing(Term):
    """How retirement lies to the statutory age 退休方式."""

    FLEXIBLE_EARLY = "flexible_early", "弹性提前退休"
    STATUTORY = "statutory", "到龄退休"
    FLEXIBLE_DEFERRED = "flexible_deferred", "弹性延迟退休"
