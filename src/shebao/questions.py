"""The questions that are decided and the reasons that are given, as stable codes.

Their sentences in both languages stand in ``sentences``.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Question", "Reason"]


class Question(StrEnum):
    """The questions that are decided; each has its sentence in both languages."""

    PENSION = "pension.eligibility"
    RETIREMENT_CHOICE = "retirement.choice"
    HAZARDOUS_RETIREMENT = "retirement.hazardous"
    EXTENSION = "shortfall.extension"
    LUMP_SUM = "shortfall.lump_sum"
    REFUND = "shortfall.refund"
    INTO_RESIDENT = "passage.into_resident"
    INTO_EMPLOYEE = "passage.into_employee"
    DISABILITY_ALLOWANCE = "disability.allowance"
    DEATH_BENEFIT = "survivors.benefit"
    RESIDENT_PENSION = "resident.pension_eligibility"
    RESIDENT_FUNERAL_GRANT = "resident.funeral_grant"
    UNEMPLOYMENT = "unemployment.eligibility"
    MEDICAL_CONTINUITY = "medical.continuity"
    WORK_INJURY_COVER = "work_injury.cover"
    MATERNITY_COVER = "maternity.cover"


class Reason(StrEnum):
    """Stable codes of conditions; each has its sentence in both languages."""

    EITHER_WAY = "facts.either_way"
    DEPENDS = "facts.depends"
    PENSION_AGE = "pension.age"
    PENSION_MONTHS = "pension.months"
    PENSION_MONTHS_SHORT = "pension.months_short"
    RETIREMENT_MEASURES_APPLY = "retirement.measures_apply"
    RETIREMENT_NOT_TOO_EARLY = "retirement.not_too_early"
    RETIREMENT_NOT_TOO_LATE = "retirement.not_too_late"
    RETIREMENT_NOTICE = "retirement.notice"
    RETIREMENT_MAY_DEFER = "retirement.may_defer"
    RETIREMENT_NOT_EXTENDED = "retirement.not_extended"
    RETIREMENT_ENDING_AGREED = "retirement.ending_agreed"
    HAZARDOUS_AGE = "retirement.hazardous_age"
    HAZARDOUS_MONTHS = "retirement.hazardous_months"
    LUMP_SUM_ENROLLED = "shortfall.enrolled_before"
    LUMP_SUM_EXTENDED = "shortfall.extended"
    REFUND_REQUESTED = "shortfall.refund_requested"
    PASSAGE_MONTHS = "passage.months"
    PASSAGE_NOT_DRAWING = "passage.not_drawing"
    DISABILITY_INCAPACITY = "disability.incapacity"
    DISABILITY_BEFORE_AGE = "disability.before_age"
    DISABILITY_NOT_PAYING = "disability.not_paying"
    DEATH_INSURED = "survivors.insured"
    DEATH_NO_OTHER_GRANT = "survivors.no_other_grant"
    DEATH_MONTHS = "survivors.months"
    DEATH_ANY_GRANT = "survivors.any_grant"
    RESIDENT_INSURED = "resident.insured"
    RESIDENT_FUNERAL_RULE = "resident.funeral_rule"
    RESIDENT_AGE = "resident.age"
    RESIDENT_YEARS = "resident.years"
    RESIDENT_NO_OTHER_PENSION = "resident.no_other_pension"
    UNEMPLOYMENT_MONTHS = "unemployment.months"
    UNEMPLOYMENT_MONTHS_SINCE = "unemployment.months_since_drawn"
    UNEMPLOYMENT_INVOLUNTARY = "unemployment.involuntary"
    UNEMPLOYMENT_REGISTERED = "unemployment.registered"
    MEDICAL_RUN_ALIVE = "medical.run_alive"
    MEDICAL_NO_WAITING = "medical.no_waiting"
    MEDICAL_NO_LONG_GAP = "medical.no_long_gap"
    MEDICAL_WAITING_OVER = "medical.waiting_over"
    MEDICAL_CEILING_OVER = "medical.ceiling_over"
    WORK_INJURY_PAID = "work_injury.paid"
    MATERNITY_PAID = "maternity.paid"
    MATERNITY_MONTHS = "maternity.months"
