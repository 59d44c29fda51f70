"""Parameters of the residents' medical insurance."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..resident_medical_values import (
    read_enrolment_window,
    read_incentive_amounts,
    read_incentive_rule,
    read_variable_waiting,
)
from ..values import whole

__all__ = [
    "RESIDENT_MEDICAL_FIXED_WAITING",
    "RESIDENT_MEDICAL_INCENTIVE",
    "RESIDENT_MEDICAL_INCENTIVE_RULE",
    "RESIDENT_MEDICAL_NEWBORN_DAYS",
    "RESIDENT_MEDICAL_SWITCH_MONTHS",
    "RESIDENT_MEDICAL_VARIABLE_WAITING",
    "RESIDENT_MEDICAL_WINDOW",
]

#: How long who enrols late or after a break waits in any case.
RESIDENT_MEDICAL_FIXED_WAITING: Final = Parameter(
    "resident_medical.fixed_waiting_months",
    "months",
    "居民医保固定待遇等待期",
    "fixed waiting period of residents' medical insurance",
    whole("months"),
)

#: How much longer after broken years, and how far paying for them shortens it.
RESIDENT_MEDICAL_VARIABLE_WAITING: Final = Parameter(
    "resident_medical.variable_waiting",
    "months",
    "居民医保变动待遇等待期",
    "variable waiting period of residents' medical insurance",
    read_variable_waiting,
)

#: When residents enrol for a year; an entry speaks of the years whose 1 January lies in it.
RESIDENT_MEDICAL_WINDOW: Final = Parameter(
    "resident_medical.window",
    "days",
    "居民医保集中参保期",
    "enrolment window of residents' medical insurance",
    read_enrolment_window,
)

#: Within how many days after birth a child is registered to be covered from birth.
RESIDENT_MEDICAL_NEWBORN_DAYS: Final = Parameter(
    "resident_medical.newborn_days",
    "days",
    "新生儿参保登记期限",
    "days to register a new-born child",
    whole("days"),
)

#: Continuous months of insurance from which a change of scheme has no waiting period.
RESIDENT_MEDICAL_SWITCH_MONTHS: Final = Parameter(
    "resident_medical.switch_months",
    "months",
    "职工医保转居民医保不设等待期所需的连续参保月数",
    "continuous months for a change to residents' medical insurance without waiting",
    whole("months", 1),
)

#: From when staying insured raises the cap of the critical-illness insurance.
RESIDENT_MEDICAL_INCENTIVE_RULE: Final = Parameter(
    "resident_medical.incentive_rule",
    "years",
    "居民大病保险参保激励规则",
    "rule of the incentives for staying insured",
    read_incentive_rule,
)

#: By how much a place raises and lowers that cap.
RESIDENT_MEDICAL_INCENTIVE: Final = Parameter(
    "resident_medical.incentive",
    "yuan a year",
    "居民大病保险参保激励额度",
    "amounts of the incentives for staying insured",
    read_incentive_amounts,
)
