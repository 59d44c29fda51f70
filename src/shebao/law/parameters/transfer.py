"""Parameters of moving between places."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..transfer_values import read_moving_kinds, read_temporary_age
from ..values import whole

__all__ = ["BENEFIT_AREA_MONTHS", "TEMPORARY_AGE", "TRANSFER_KINDS"]

#: Months in a province that make it the place of benefit without a household registration there.
BENEFIT_AREA_MONTHS: Final = Parameter(
    "transfer.benefit_area_months",
    "months",
    "确定待遇领取地的累计缴费月数",
    "months in a place that make it pay the pension",
    whole("months", 1),
)

#: From which age a relation opened away from home is a temporary account.
TEMPORARY_AGE: Final = Parameter(
    "transfer.temporary_age",
    "years",
    "建立临时基本养老保险缴费账户的年龄",
    "age from which a pension account away from home is temporary",
    read_temporary_age,
)

#: The insurances whose relation moves with who moves.
TRANSFER_KINDS: Final = Parameter(
    "transfer.kinds",
    "insurances",
    "跨统筹地区就业时关系随同转移的险种",
    "insurances whose relation moves between places",
    read_moving_kinds,
)
