"""The vocabulary: closed lists of terms, each with its Chinese name, in a module a subject."""

from __future__ import annotations

from .family import Kinship
from .insurance import InjuryItem, InsuranceKind, Payer, Scheme
from .pensions import DisabilityTier, HazardousWork, InterestMethod, RetirementCategory, Sex, Timing
from .places import BenefitAreaStep, EndMonth, RequirementPurpose
from .records import (
    Discrepancy,
    GapYears,
    MonthState,
    Omission,
    PartYear,
    PaymentStatus,
    Purpose,
    Role,
)
from .services import (
    AccountUse,
    BindingChannel,
    BindingEnd,
    CardService,
    CertificationChannel,
    CertificationState,
    Circumstance,
    CycleBasis,
    Need,
    SharingScope,
    Tier,
)
from .term import Term, check_term, term_faults
from .work import BenefitStop, EnforcementStep, Separation, StopEffect

__all__ = [
    "AccountUse",
    "BenefitAreaStep",
    "BenefitStop",
    "BindingChannel",
    "BindingEnd",
    "CardService",
    "CertificationChannel",
    "CertificationState",
    "Circumstance",
    "CycleBasis",
    "DisabilityTier",
    "Discrepancy",
    "EndMonth",
    "EnforcementStep",
    "GapYears",
    "HazardousWork",
    "InjuryItem",
    "InsuranceKind",
    "InterestMethod",
    "Kinship",
    "MonthState",
    "Need",
    "Omission",
    "PartYear",
    "Payer",
    "PaymentStatus",
    "Purpose",
    "RequirementPurpose",
    "RetirementCategory",
    "Role",
    "Scheme",
    "Separation",
    "Sex",
    "SharingScope",
    "StopEffect",
    "Term",
    "Tier",
    "Timing",
    "check_term",
    "term_faults",
]
