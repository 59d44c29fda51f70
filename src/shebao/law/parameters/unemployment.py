"""Parameters of unemployment insurance."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..values import read_bands, whole

__all__ = [
    "UNEMPLOYMENT_BENEFIT_BANDS",
    "UNEMPLOYMENT_MAXIMUM_BANDS",
    "UNEMPLOYMENT_MINIMUM_MONTHS",
]

#: Contribution months needed for unemployment benefit.
UNEMPLOYMENT_MINIMUM_MONTHS: Final = Parameter(
    "unemployment.minimum_months",
    "months",
    "领取失业保险金的最低缴费月数",
    "minimum contribution months for unemployment benefit",
    whole("months"),
)

#: National ceilings of months on benefit, by paid months; a place may grant fewer.
UNEMPLOYMENT_MAXIMUM_BANDS: Final = Parameter(
    "unemployment.maximum_bands",
    "months",
    "领取失业保险金的最长期限(全国上限)",
    "national maxima of months on unemployment benefit",
    read_bands,
)

#: Months on benefit that a place grants, by paid months.
UNEMPLOYMENT_BENEFIT_BANDS: Final = Parameter(
    "unemployment.benefit_bands",
    "months",
    "领取失业保险金的期限",
    "months on unemployment benefit",
    read_bands,
)
