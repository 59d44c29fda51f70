"""Parameters of arrears: late fees, fines, enforcement, and which months may be back-paid."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ...months import YearMonth
from ...terms import EnforcementStep, InsuranceKind
from ..arrears_values import (
    StepRule,
    read_fine_times,
    read_first_late_day,
    read_late_fee,
    read_lump_sum_document,
    read_step,
)
from ..parameter import Parameter
from ..pension_values import read_month
from ..values import read_payer, read_truth, whole

__all__ = [
    "ARREARS_FINE",
    "ASSESSMENT_PERCENT",
    "BACK_PAYMENT_DOCUMENT",
    "BACK_PAYMENT_EARLIER_YEARS",
    "BACK_PAYMENT_FIRST_MONTH",
    "BACK_PAYMENT_NEWCOMERS",
    "BACK_PAYMENT_SAME_YEAR",
    "DEFERRAL_MONTHS",
    "ENFORCEMENT",
    "FIRST_LATE_DAY",
    "LATE_FEE",
    "LATE_FEE_PAYER",
    "REGISTRATION_FINE",
]

#: The first day on which the contribution of a month bears a late fee; fixed by places.
FIRST_LATE_DAY: Final = Parameter(
    "arrears.first_late_day",
    "day",
    "社会保险费滞纳金起算日",
    "first day of the late fee on a month's contribution",
    read_first_late_day,
)

#: The late fee; the law of the day on which the arrears began holds.
LATE_FEE: Final = Parameter(
    "arrears.late_fee",
    "parts of ten thousand a day",
    "社会保险费滞纳金",
    "late fee on unpaid contributions",
    read_late_fee,
)

#: Who bears the late fee.
LATE_FEE_PAYER: Final = Parameter(
    "arrears.late_fee_payer", "who", "滞纳金由谁承担", "who bears the late fee", read_payer
)

#: For how many months contributions may be deferred, free of late fee.
DEFERRAL_MONTHS: Final = Parameter(
    "arrears.deferral_months",
    "months",
    "经批准或提供担保的缓缴期限",
    "how long contributions may be deferred",
    whole("months", 1),
)

#: The fine on an employer that does not pay within the time it was ordered to.
ARREARS_FINE: Final = Parameter(
    "arrears.fine",
    "times the arrears",
    "逾期仍不缴纳社会保险费的罚款",
    "fine on arrears",
    read_fine_times,
)

#: The fine on an employer that does not register within the time it was ordered to.
REGISTRATION_FINE: Final = Parameter(
    "registration.fine",
    "times the contributions due",
    "不办理社会保险登记的罚款",
    "fine for not registering",
    read_fine_times,
)

#: What is assessed where an employer declares nothing, of what it paid for the month before.
ASSESSMENT_PERCENT: Final = Parameter(
    "arrears.assessment_percent",
    "per cent of the month before",
    "未按规定申报时的核定比例",
    "assessment of contributions that were not declared",
    whole("per cent", 1),
)

#: What each step of enforcement takes.
ENFORCEMENT: Final[Mapping[EnforcementStep, Parameter[StepRule]]] = MappingProxyType(
    {
        step: Parameter(
            f"enforcement.{step.value}",
            "conditions",
            f"{step.zh}的条件",
            f"conditions of enforcement: {step.en}",
            read_step,
        )
        for step in EnforcementStep
    }
)

#: From how many months at once a back-payment of pension contributions takes a document.
BACK_PAYMENT_DOCUMENT: Final = Parameter(
    "back_payment.document",
    "months",
    "一次性补缴须有文书的月数",
    "document for back-payments of many months at once",
    read_lump_sum_document,
)

#: The first month whose contributions employers are bound to pay, however late.
BACK_PAYMENT_FIRST_MONTH: Final[Mapping[InsuranceKind, Parameter[YearMonth]]] = MappingProxyType(
    {
        kind: Parameter(
            f"back_payment.first_month.{kind.value}",
            "month",
            f"{kind.zh}用人单位补缴的起始月份",
            f"first month of {kind.en} contributions that employers may back-pay",
            read_month,
        )
        for kind in InsuranceKind
    }
)

#: Whether people past the age who never paid may be brought in by paying back.
BACK_PAYMENT_NEWCOMERS: Final = Parameter(
    "back_payment.newcomers",
    "whether",
    "超过法定退休年龄且无缴费记录者能否通过补缴纳入养老保险",
    "whether people past the age without a record may be brought in by back-payment",
    read_truth,
)

#: Whether who is insured alone may pay afterwards for months of earlier calendar years.
BACK_PAYMENT_EARLIER_YEARS: Final[Mapping[InsuranceKind, Parameter[bool]]] = MappingProxyType(
    {
        kind: Parameter(
            f"back_payment.earlier_years.{kind.value}",
            "whether",
            f"灵活就业人员能否补缴以前年度的{kind.zh}费",
            f"whether flexible workers may back-pay {kind.en} contributions of earlier years",
            read_truth,
        )
        for kind in InsuranceKind
    }
)

#: Whether who is insured alone may pay afterwards for earlier months of the calendar year.
BACK_PAYMENT_SAME_YEAR: Final[Mapping[InsuranceKind, Parameter[bool]]] = MappingProxyType(
    {
        kind: Parameter(
            f"back_payment.same_year.{kind.value}",
            "whether",
            f"灵活就业人员能否补缴当年度已过月份的{kind.zh}费",
            f"whether flexible workers may back-pay {kind.en} contributions of the same year",
            read_truth,
        )
        for kind in InsuranceKind
    }
)
