"""Parameters of the employees' pension and what stands beside it."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..pension_values import (
    read_death_benefit,
    read_disability_months,
    read_lump_sum,
    read_month,
    read_percent,
    read_transitional,
    read_wage_base,
    read_years_rounding,
)
from ..values import read_minimum_months, read_payout_table, read_yuan, whole

__all__ = [
    "ACCOUNT_CREDIT",
    "ACCOUNT_INTEREST",
    "DEATH_BENEFIT",
    "DISABILITY_MONTHS",
    "PASSAGE_MINIMUM_MONTHS",
    "PENSION_ACCOUNT_START",
    "PENSION_BENEFIT_BASE",
    "PENSION_INDEXED_WAGE_BASE",
    "PENSION_LUMP_SUM",
    "PENSION_MINIMUM_MONTHS",
    "PENSION_PAYOUT_MONTHS",
    "PENSION_REFUND_MONTHS",
    "PENSION_TRANSITIONAL",
    "PENSION_WHOLE_BASE_INDEX",
    "PENSION_YEARS_ROUNDING",
]

#: Contribution months needed for a monthly pension, and how they rise from 2030.
PENSION_MINIMUM_MONTHS: Final = Parameter(
    "pension.minimum_months",
    "months",
    "按月领取基本养老金最低缴费年限",
    "minimum contribution months for a monthly pension",
    read_minimum_months,
)

#: Who may pay what is missing to the minimum in one sum, by the day of the statutory age.
PENSION_LUMP_SUM: Final = Parameter(
    "pension.lump_sum",
    "months",
    "一次性缴费至最低缴费年限的条件",
    "who may pay missing contributions in one sum",
    read_lump_sum,
)

#: By how many months the balance of the individual account is divided.
PENSION_PAYOUT_MONTHS: Final = Parameter(
    "pension.payout_months",
    "months",
    "个人账户养老金计发月数",
    "payout months of the individual account",
    read_payout_table,
)

#: Months below which the relation may be ended and the account paid out.
PENSION_REFUND_MONTHS: Final = Parameter(
    "pension.refund_below_months",
    "months",
    "可书面申请终止养老保险关系的缴费月数上限",
    "months below which the relation may be ended and the account paid out",
    whole("months", 1),
)

#: The wage that a province publishes for a year's pensions.
PENSION_BENEFIT_BASE: Final = Parameter(
    "pension.benefit_base",
    "yuan a month",
    "基本养老金计发基数",
    "benefit base of pensions",
    read_yuan,
)

#: Whose base times the index is the indexed wage of the pooled pension.
PENSION_INDEXED_WAGE_BASE: Final = Parameter(
    "pension.indexed_wage_base",
    "whose",
    "本人指数化月平均缴费工资所用的基数",
    "whose base the indexed wage rests on",
    read_wage_base,
)

#: The lowest average index with which the whole base enters the pooled pension.
PENSION_WHOLE_BASE_INDEX: Final = Parameter(
    "pension.whole_base_index",
    "index",
    "计发基数全额计入基础养老金的最低平均缴费指数",
    "lowest index with which the whole base enters the pooled pension",
    read_percent,
)

#: How years made of months are rounded in a pension.
PENSION_YEARS_ROUNDING: Final = Parameter(
    "pension.years_rounding",
    "years",
    "计发养老金时缴费年限的取整",
    "rounding of contribution years in a pension",
    read_years_rounding,
)

#: How a province computes the transitional pension.
PENSION_TRANSITIONAL: Final = Parameter(
    "pension.transitional",
    "per cent a year",
    "过渡性养老金计发办法",
    "transitional pension",
    read_transitional,
)

#: The month in which individual accounts of a place began.
PENSION_ACCOUNT_START: Final = Parameter(
    "pension.account_start",
    "month",
    "建立个人账户的起始月份",
    "first month of individual accounts",
    read_month,
)

#: What part of the contribution base is credited to the individual account.
ACCOUNT_CREDIT: Final = Parameter(
    "pension.account_credit",
    "per cent",
    "个人账户记账比例",
    "share of the base credited to the individual account",
    read_percent,
)

#: The interest that individual accounts are credited for a year.
ACCOUNT_INTEREST: Final = Parameter(
    "pension.account_interest",
    "per cent a year",
    "个人账户记账利率",
    "interest of the individual account",
    read_percent,
)

#: Months of the employees' scheme from which residents may pass into it.
PASSAGE_MINIMUM_MONTHS: Final = Parameter(
    "passage.minimum_months",
    "months",
    "城乡居民养老转入职工养老所需的职工缴费月数",
    "months for the passage into the employees' scheme",
    whole("months", 1),
)

#: When a disability allowance is a full one, and how long a short one is paid.
DISABILITY_MONTHS: Final = Parameter(
    "disability.months",
    "months",
    "病残津贴的计发与发放月数",
    "tiers and duration of the disability allowance",
    read_disability_months,
)

#: Multiples of the monthly income that survivors are paid.
DEATH_BENEFIT: Final = Parameter(
    "survivors.benefit",
    "months",
    "遗属待遇(丧葬补助金、抚恤金)发放月数",
    "months of the funeral grant and the death grant",
    read_death_benefit,
)
