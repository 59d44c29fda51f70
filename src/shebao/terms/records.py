"""What months of a record are, and what a count makes of them."""

from __future__ import annotations

from .term import Term

__all__ = [
    "Discrepancy",
    "GapYears",
    "MonthState",
    "Omission",
    "PartYear",
    "PaymentStatus",
    "Purpose",
    "Role",
]


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


class Discrepancy(Term):
    """Why a total of months differs from the rows that it stands over 累计年限与明细不符的原因."""

    BACK_PAID = "back_paid", "补缴"
    DEEMED = "deemed", "视同"
    TRANSFERRED = "transferred", "转入"
    NOT_POSTED = "not_posted", "未入账"
    NOT_ARRIVED = "not_arrived", "未到账"
    DOUBLE = "double", "重复"

    @property
    def adds(self) -> bool:
        """Whether the total holds more for it than the rows give, and not less."""
        return self in (Discrepancy.NOT_ARRIVED, Discrepancy.DOUBLE)


class GapYears(Term):
    """What a calendar year without contributions does to an average index."""

    IGNORED = "ignored", "断缴年度不计入"
    ZERO = "zero", "断缴年度按零计入"


class Purpose(Term):
    """What a gap takes from 断缴影响的方面."""

    CUMULATIVE = "cumulative", "累计缴费月数"
    CONTINUOUS = "continuous", "连续缴费月数"
    COVER = "cover", "有待遇的月数"
    WAITING = "waiting_months", "待遇等待期月数"
    RETIREE = "retiree_months_short", "退休医保年限尚差月数"
    PENSION = "pooled_pension", "每月基础养老金（元）"
    BENEFIT = "benefit_months", "失业保险金领取月数"


class PartYear(Term):
    """What a part of a year of contributions counts where a benefit goes by years 不满一年."""

    DROPPED = "dropped", "不计"
    WHOLE = "whole", "按一年计"
    BY_MONTH = "by_month", "按月折算"
