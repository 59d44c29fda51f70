"""The parameters of law that rules read, each typed; ``ALL`` is every one by its name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from ..terms import InsuranceKind, RetirementCategory
from .parameter import Parameter
from .values import (
    Bands,
    MinimumMonths,
    RetirementSchedule,
    read_bands,
    read_flexibility,
    read_minimum_months,
    read_payer,
    read_payout_table,
    read_pooling_level,
    read_retirement_schedule,
    read_yuan,
    whole,
)

__all__ = [
    "ALL",
    "AVERAGE_MONTHLY_WAGE",
    "CONTRIBUTION_BASE_CEILING",
    "CONTRIBUTION_BASE_FLOOR",
    "CONTRIBUTION_PAYER",
    "MATERNITY_QUALIFYING_MONTHS",
    "MEDICAL_REPAIRABLE_GAP_MONTHS",
    "MEDICAL_WAITING_CEILING_MONTHS",
    "MEDICAL_WAITING_MONTHS",
    "PENSION_MINIMUM_MONTHS",
    "PENSION_PAYOUT_MONTHS",
    "POOLING_LEVEL",
    "RESIDENT_PENSION_AGE_MONTHS",
    "RESIDENT_PENSION_MINIMUM_YEARS",
    "RETIREMENT_FLEXIBILITY",
    "RETIREMENT_SCHEDULE",
    "UNEMPLOYMENT_BENEFIT_BANDS",
    "UNEMPLOYMENT_MAXIMUM_BANDS",
    "UNEMPLOYMENT_MINIMUM_MONTHS",
    "Bands",
    "MinimumMonths",
    "RetirementSchedule",
]

#: Statutory age of each track, and how it rises from 2025.
RETIREMENT_SCHEDULE: Final[Mapping[RetirementCategory, Parameter[RetirementSchedule]]] = (
    MappingProxyType(
        {
            category: Parameter(
                f"retirement.schedule.{category.value}",
                "months",
                f"法定退休年龄：{category.zh}",
                f"statutory retirement age: {category.en}",
                read_retirement_schedule,
            )
            for category in RetirementCategory
        }
    )
)

#: Contribution months needed for a monthly pension, and how they rise from 2030.
PENSION_MINIMUM_MONTHS: Final = Parameter(
    "pension.minimum_months",
    "months",
    "按月领取基本养老金最低缴费年限",
    "minimum contribution months for a monthly pension",
    read_minimum_months,
)

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

#: How far retirement may be moved, for those who had not reached the original age before it came.
RETIREMENT_FLEXIBILITY: Final = Parameter(
    "retirement.flexibility",
    "months",
    "弹性退休的幅度与告知期限",
    "how far retirement may be moved, and its notice",
    read_flexibility,
)

#: By how many months the balance of the individual account is divided.
PENSION_PAYOUT_MONTHS: Final = Parameter(
    "pension.payout_months",
    "months",
    "个人账户养老金计发月数",
    "payout months of the individual account",
    read_payout_table,
)

#: The longest gap in medical insurance that may be paid afterwards without a waiting period; the
#: national rule speaks of transfers between pooling areas.
MEDICAL_REPAIRABLE_GAP_MONTHS: Final = Parameter(
    "medical.repairable_gap_months",
    "months",
    "补缴后不设待遇等待期的最长中断缴费月数",
    "longest gap in medical insurance that can be repaired without waiting",
    whole("months"),
)

#: The longest waiting period that a place should set after a longer gap; never a place's own rule.
MEDICAL_WAITING_CEILING_MONTHS: Final = Parameter(
    "medical.waiting_ceiling_months",
    "months",
    "医保待遇等待期上限(原则上)",
    "longest waiting period for medical benefits, in principle",
    whole("months"),
)

#: The waiting period that a place sets after a longer gap.
MEDICAL_WAITING_MONTHS: Final = Parameter(
    "medical.waiting_months",
    "months",
    "医保待遇等待期",
    "waiting period for medical benefits",
    whole("months"),
)

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

#: Contribution months before a birth that a place asks for.
MATERNITY_QUALIFYING_MONTHS: Final = Parameter(
    "maternity.qualifying_months",
    "months",
    "享受生育保险待遇须缴费的月数",
    "contribution months needed for maternity benefits",
    whole("months"),
)

#: The age of the resident pension, for men and women alike.
RESIDENT_PENSION_AGE_MONTHS: Final = Parameter(
    "resident_pension.age_months",
    "months",
    "城乡居民养老保险待遇领取年龄",
    "age of the resident pension",
    whole("months", 1),
)

#: Calendar years paid that the resident pension asks for.
RESIDENT_PENSION_MINIMUM_YEARS: Final = Parameter(
    "resident_pension.minimum_years",
    "years",
    "城乡居民养老保险最低缴费年限",
    "years of contributions needed for the resident pension",
    whole("years", 1),
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

_SINGLE: Final[tuple[Parameter[Any], ...]] = (
    PENSION_MINIMUM_MONTHS,
    PENSION_PAYOUT_MONTHS,
    RETIREMENT_FLEXIBILITY,
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    MEDICAL_WAITING_CEILING_MONTHS,
    MEDICAL_WAITING_MONTHS,
    UNEMPLOYMENT_MINIMUM_MONTHS,
    UNEMPLOYMENT_MAXIMUM_BANDS,
    UNEMPLOYMENT_BENEFIT_BANDS,
    MATERNITY_QUALIFYING_MONTHS,
    RESIDENT_PENSION_AGE_MONTHS,
    RESIDENT_PENSION_MINIMUM_YEARS,
    CONTRIBUTION_BASE_FLOOR,
    CONTRIBUTION_BASE_CEILING,
    AVERAGE_MONTHLY_WAGE,
)

#: Every parameter by its name.
ALL: Final[Mapping[str, Parameter[Any]]] = MappingProxyType(
    {
        parameter.name: parameter
        for parameter in (
            *RETIREMENT_SCHEDULE.values(),
            *_SINGLE,
            *CONTRIBUTION_PAYER.values(),
            *POOLING_LEVEL.values(),
        )
    }
)
