"""Parameters of maternity insurance."""

from __future__ import annotations

from typing import Final

from ..maternity_values import read_leave_days, read_qualifying_months
from ..parameter import Parameter
from ..values import one_of, whole

__all__ = [
    "MATERNITY_ALLOWANCE_DIVISOR",
    "MATERNITY_FLEXIBLE",
    "MATERNITY_LEAVE_DAYS",
    "MATERNITY_QUALIFYING_MONTHS",
    "MATERNITY_REST_PAYER",
    "MATERNITY_SPOUSE",
    "MATERNITY_TOP_UP",
]

#: Contribution months that a place asks for before benefits.
MATERNITY_QUALIFYING_MONTHS: Final = Parameter(
    "maternity.qualifying_months",
    "months",
    "享受生育保险待遇须缴费的月数",
    "contribution months needed for maternity benefits",
    read_qualifying_months,
)

#: What who is insured alone is paid: nothing, the costs of the birth, or the allowance too.
MATERNITY_FLEXIBLE: Final = Parameter(
    "maternity.flexible",
    "benefits",
    "灵活就业人员的生育保险待遇",
    "maternity benefits of who is insured alone",
    one_of("none", "medical_costs", "all"),
)

#: What the unemployed spouse of an employee is paid.
MATERNITY_SPOUSE: Final = Parameter(
    "maternity.spouse",
    "benefits",
    "职工未就业配偶的生育保险待遇",
    "maternity benefits of an employee's unemployed spouse",
    one_of("none", "medical_costs"),
)

#: Days of maternity leave by national law; places add to them.
MATERNITY_LEAVE_DAYS: Final = Parameter(
    "maternity.leave_days",
    "days",
    "产假天数",
    "days of maternity leave",
    read_leave_days,
)

#: By how many days a monthly wage is divided for the allowance of a day.
MATERNITY_ALLOWANCE_DIVISOR: Final = Parameter(
    "maternity.allowance_divisor",
    "days",
    "生育津贴按月平均工资折算日标准的天数",
    "days by which a monthly wage is divided for the maternity allowance",
    whole("days", 1),
)

#: Who pays the part of the allowance that the fund does not pay for want of months.
MATERNITY_REST_PAYER: Final = Parameter(
    "maternity.rest_payer",
    "who",
    "缴费月数不足时生育津贴由谁支付",
    "who pays the maternity allowance where months are short",
    one_of("employer", "none"),
)

#: Who pays what the own wage is above the allowance.
MATERNITY_TOP_UP: Final = Parameter(
    "maternity.top_up",
    "who",
    "生育津贴低于本人工资的差额由谁补足",
    "who makes up for an allowance below the own wage",
    one_of("employer", "none"),
)
