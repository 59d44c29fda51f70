"""Parameters of medical and maternity insurance."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..values import whole

__all__ = [
    "MATERNITY_QUALIFYING_MONTHS",
    "MEDICAL_REPAIRABLE_GAP_MONTHS",
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

#: The waiting period that a place sets after a longer gap.
MEDICAL_WAITING_MONTHS: Final = Parameter(
    "medical.waiting_months",
    "months",
    "医保待遇等待期",
    "waiting period for medical benefits",
    whole("months"),
)

#: Contribution months before a birth that a place asks for.
MATERNITY_QUALIFYING_MONTHS: Final = Parameter(
    "maternity.qualifying_months",
    "months",
    "享受生育保险待遇须缴费的月数",
    "contribution months needed for maternity benefits",
    whole("months"),
)
