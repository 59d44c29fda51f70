"""Parameters of the residents' pension."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..values import read_yuan, whole

__all__ = [
    "RESIDENT_BASE_PENSION",
    "RESIDENT_FUNERAL_GRANT",
    "RESIDENT_PAYOUT_MONTHS",
    "RESIDENT_PENSION_AGE_MONTHS",
    "RESIDENT_PENSION_MINIMUM_YEARS",
]

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

#: The basic part of the residents' pension; the nation's is a minimum that places add to.
RESIDENT_BASE_PENSION: Final = Parameter(
    "resident_pension.base_pension",
    "yuan a month",
    "城乡居民基础养老金标准",
    "base pension of residents",
    read_yuan,
)

#: By how many months the account of a resident is divided.
RESIDENT_PAYOUT_MONTHS: Final = Parameter(
    "resident_pension.payout_months",
    "months",
    "城乡居民个人账户养老金计发月数",
    "payout months of a resident's account",
    whole("months", 1),
)

#: How many months of the base pension a place pays when a resident dies.
RESIDENT_FUNERAL_GRANT: Final = Parameter(
    "resident_pension.funeral_grant_months",
    "months",
    "城乡居民养老保险丧葬补助金月数",
    "residents' funeral grant",
    whole("months"),
)
