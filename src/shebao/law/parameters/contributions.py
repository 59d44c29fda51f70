"""Parameters of contributions: bases, wages, payers, pools."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ...terms import InsuranceKind
from ..parameter import Parameter
from ..values import read_month_number, read_payer, read_pooling_level, read_yuan

__all__ = [
    "AVERAGE_MONTHLY_WAGE",
    "CONTRIBUTION_BASE_CEILING",
    "CONTRIBUTION_BASE_FLOOR",
    "CONTRIBUTION_PAYER",
    "INSURANCE_YEAR_START",
    "POOLING_LEVEL",
]

#: Who pays the contributions of kinds for which the employee pays nothing.
CONTRIBUTION_PAYER: Final[Mapping[InsuranceKind, Parameter[str]]] = MappingProxyType(
    {
        kind: Parameter(
            f"contribution.payer.{kind.value}",
            "who",
            f"{kind.zh}费由谁缴纳",
            f"who pays {kind.en} contributions",
            read_payer,
        )
        for kind in (InsuranceKind.WORK_INJURY, InsuranceKind.MATERNITY)
    }
)

#: The lowest monthly base on which pension contributions are levied in a place.
CONTRIBUTION_BASE_FLOOR: Final = Parameter(
    "contribution_base.floor",
    "yuan a month",
    "养老保险缴费基数下限",
    "lowest monthly base of pension contributions",
    read_yuan,
)

#: The highest monthly base on which pension contributions are levied in a place.
CONTRIBUTION_BASE_CEILING: Final = Parameter(
    "contribution_base.ceiling",
    "yuan a month",
    "养老保险缴费基数上限",
    "highest monthly base of pension contributions",
    read_yuan,
)

#: The month with which an insurance year begins, from which new limits and bases hold.
INSURANCE_YEAR_START: Final = Parameter(
    "contribution_base.year_start",
    "month",
    "社保年度起始月份",
    "first month of the insurance year",
    read_month_number,
)

#: The average wage of the statistics year that an entry covers, not of the year that uses it.
AVERAGE_MONTHLY_WAGE: Final = Parameter(
    "average_monthly_wage",
    "yuan a month",
    "城镇单位就业人员月平均工资",
    "average monthly wage of staff of urban units",
    read_yuan,
)

#: The level at which the fund of each kind is pooled.
POOLING_LEVEL: Final[Mapping[InsuranceKind, Parameter[str]]] = MappingProxyType(
    {
        kind: Parameter(
            f"pooling.{kind.value}",
            "level",
            f"{kind.zh}基金统筹层次",
            f"pooling level of {kind.en} insurance",
            read_pooling_level,
        )
        for kind in InsuranceKind
    }
)
