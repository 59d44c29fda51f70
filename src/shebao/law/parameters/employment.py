"""Parameters of what employers owe their employees: registration, work-injury benefits."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..values import one_of, whole
from ..work_injury_values import read_injury_items, read_late_items

__all__ = [
    "REGISTRATION_DAYS",
    "WORK_INJURY_ADVANCE",
    "WORK_INJURY_EMPLOYER_ITEMS",
    "WORK_INJURY_FUND_ITEMS",
    "WORK_INJURY_LATE_ITEMS",
]

#: Days from the first day of employment within which an employer registers an employee.
REGISTRATION_DAYS: Final = Parameter(
    "contribution.registration_days",
    "days",
    "用人单位为职工办理社会保险登记的期限(自用工之日起)",
    "days to register an employee from the first day of employment",
    whole("days"),
)

#: The items that the work-injury fund pays.
WORK_INJURY_FUND_ITEMS: Final = Parameter(
    "work_injury.fund_items",
    "items",
    "由工伤保险基金支付的项目",
    "items that the work-injury fund pays",
    read_injury_items,
)

#: The items that the employer pays, insured or not.
WORK_INJURY_EMPLOYER_ITEMS: Final = Parameter(
    "work_injury.employer_items",
    "items",
    "由用人单位支付的工伤待遇项目",
    "items of work-injury benefits that the employer pays",
    read_injury_items,
)

#: What the fund pays of new costs of injuries from before the employer joined.
WORK_INJURY_LATE_ITEMS: Final = Parameter(
    "work_injury.late_items",
    "items",
    "参保补缴后由工伤保险基金支付的新发生费用项目",
    "items of new costs that the fund pays once the employer has joined and paid",
    read_late_items,
)

#: What the fund advances where an uninsured employer does not pay.
WORK_INJURY_ADVANCE: Final = Parameter(
    "work_injury.advance",
    "items",
    "用人单位不支付时由工伤保险基金先行支付的项目",
    "what the work-injury fund advances for an employer that does not pay",
    one_of("fund_items", "none"),
)
