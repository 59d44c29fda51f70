"""Parameters of unemployment insurance."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..unemployment_values import (
    read_claim_time,
    read_extension,
    read_grading,
    read_pension_while_drawing,
    read_remainder,
    read_stopping,
    read_surplus,
)
from ..values import read_bands, whole

__all__ = [
    "UNEMPLOYMENT_BENEFIT_BANDS",
    "UNEMPLOYMENT_CEILING_MONTHS",
    "UNEMPLOYMENT_CLAIM_TIME",
    "UNEMPLOYMENT_EXTENSION",
    "UNEMPLOYMENT_MAXIMUM_BANDS",
    "UNEMPLOYMENT_MINIMUM_MONTHS",
    "UNEMPLOYMENT_PENSION",
    "UNEMPLOYMENT_REMAINDER",
    "UNEMPLOYMENT_STOPPING",
    "UNEMPLOYMENT_SURPLUS",
]

#: Contribution months needed for unemployment benefit.
UNEMPLOYMENT_MINIMUM_MONTHS: Final = Parameter(
    "unemployment.minimum_months",
    "months",
    "领取失业保险金的最低缴费月数",
    "minimum contribution months for unemployment benefit",
    whole("months"),
)

#: Ceilings of months on benefit, by paid months; a place may grant fewer, or lower them.
UNEMPLOYMENT_MAXIMUM_BANDS: Final = Parameter(
    "unemployment.maximum_bands",
    "months",
    "领取失业保险金的最长期限",
    "maxima of months on unemployment benefit",
    read_bands,
)

#: Months on benefit that a place grants, by paid months.
UNEMPLOYMENT_BENEFIT_BANDS: Final = Parameter(
    "unemployment.benefit_bands",
    "months",
    "领取失业保险金的期限",
    "months on unemployment benefit",
    read_grading,
)

#: The ceiling of months on benefit, those left from an earlier spell included.
UNEMPLOYMENT_CEILING_MONTHS: Final = Parameter(
    "unemployment.ceiling_months",
    "months",
    "合并计算后领取失业保险金的最长月数",
    "most months on unemployment benefit, with those left from an earlier spell",
    whole("months", 1),
)

#: What becomes of contribution months beyond those for which an earlier spell was granted.
UNEMPLOYMENT_SURPLUS: Final = Parameter(
    "unemployment.surplus",
    "lapses or kept",
    "领取失业保险金后剩余的缴费时间",
    "contribution months beyond those for which benefit was granted",
    read_surplus,
)

#: Whether months left from an earlier spell may be drawn before another year is paid.
UNEMPLOYMENT_REMAINDER: Final = Parameter(
    "unemployment.remainder",
    "drawable or needs_a_year",
    "重新就业不满一年再次失业的，能否继续申领前次未领的失业保险金",
    "whether months left from an earlier spell may be drawn before another year is paid",
    read_remainder,
)

#: The time in which benefit should be claimed.
UNEMPLOYMENT_CLAIM_TIME: Final = Parameter(
    "unemployment.claim_time",
    "days",
    "申领失业保险金的期限",
    "time in which unemployment benefit should be claimed",
    read_claim_time,
)

#: When benefit that has run out goes on to the statutory age.
UNEMPLOYMENT_EXTENSION: Final = Parameter(
    "unemployment.extension",
    "months",
    "领取期满续发失业保险金至法定退休年龄的条件",
    "when unemployment benefit goes on to the statutory age",
    read_extension,
)

#: Who pays pension contributions of who draws benefit close to the statutory age.
UNEMPLOYMENT_PENSION: Final = Parameter(
    "unemployment.pension",
    "payer",
    "大龄领取失业保险金人员的养老保险费由谁承担",
    "who pays pension contributions of the unemployed close to the statutory age",
    read_pension_while_drawing,
)

#: What ends or interrupts benefit.
UNEMPLOYMENT_STOPPING: Final = Parameter(
    "unemployment.stopping",
    "events",
    "停止、中断领取失业保险金的情形",
    "what ends or interrupts unemployment benefit",
    read_stopping,
)
