"""Parameters of medical insurance."""

from __future__ import annotations

from typing import Final

from ..medical_values import read_benefits, read_flexible_waiting, read_retiree, read_waiting
from ..parameter import Parameter
from ..values import whole

__all__ = [
    "MEDICAL_BENEFITS",
    "MEDICAL_FLEXIBLE_WAITING",
    "MEDICAL_REPAIRABLE_GAP_MONTHS",
    "MEDICAL_RETIREE",
    "MEDICAL_SWITCH_MONTHS",
    "MEDICAL_WAITING_CEILING_MONTHS",
    "MEDICAL_WAITING_MONTHS",
]

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

#: The waiting period that a place sets after a longer gap; a table where it matters whether the gap
#: was paid up.
MEDICAL_WAITING_MONTHS: Final = Parameter(
    "medical.waiting_months",
    "months",
    "医保待遇等待期",
    "waiting period for medical benefits",
    read_waiting,
)

#: The waiting period that a place sets for people who are insured alone.
MEDICAL_FLEXIBLE_WAITING: Final = Parameter(
    "medical.flexible_waiting",
    "months",
    "灵活就业人员医保待遇等待期",
    "waiting period of people insured alone",
    read_flexible_waiting,
)

#: Continuous months of any basic medical insurance from which a resident becomes an employee, or
#: insured alone, without a waiting period.
MEDICAL_SWITCH_MONTHS: Final = Parameter(
    "medical.switch_months",
    "months",
    "居民医保转职工医保不设等待期所需的连续参保月数",
    "continuous months for a change to employees' medical insurance without waiting",
    whole("months", 1),
)

#: From when payment brings benefits in a place, and how long they last without it.
MEDICAL_BENEFITS: Final = Parameter(
    "medical.benefits",
    "months",
    "职工医保待遇起止(缴费、停缴后)",
    "start and stop of employees' medical benefits",
    read_benefits,
)

#: The months that a place asks of who retires.
MEDICAL_RETIREE: Final = Parameter(
    "medical.retiree",
    "months",
    "退休人员享受职工医保待遇的缴费年限",
    "months for a retiree's medical benefits",
    read_retiree,
)
