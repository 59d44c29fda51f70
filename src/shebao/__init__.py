"""shebao: China's social insurance (社会保险) as immutable values and pure functions.

Values and errors are here by name; rules stay in their modules and are called through them, as in
``shebao.pension.eligibility(person, history, on=day)``. Law and rules are loaded when they are first
asked for.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from .errors import (
    ContradictionError,
    Fault,
    FaultyInputError,
    LawFileError,
    MoneyError,
    MonthError,
    PeriodError,
    PersonError,
    RecordsError,
    RuleError,
    ShebaoError,
    TruthValueError,
    UncertainCountError,
    UndeterminedError,
    UnknownAreaError,
    UnknownLawError,
    UsageError,
)
from .model.account_relation import AccountRelation
from .model.bindings import Binding
from .model.contributions import ContributionPeriod
from .model.counting_rule import CountingRule
from .model.drawing import BenefitDrawing
from .model.employment import Employment, Enrolment
from .model.family import Family, FamilyTie
from .model.history import ContributionHistory
from .model.membership import MedicalMember
from .model.people import Person
from .model.provenance import Provenance
from .model.requirement import RequiredMonths, Requirement
from .model.spells import BenefitSpell
from .month_sets import MonthSet
from .months import MonthSpan, YearMonth
from .terms import (
    AccountUse,
    BenefitAreaStep,
    BenefitStop,
    BindingChannel,
    BindingEnd,
    CardService,
    CertificationChannel,
    CertificationState,
    Circumstance,
    CycleBasis,
    DisabilityTier,
    Discrepancy,
    EndMonth,
    EnforcementStep,
    GapYears,
    HazardousWork,
    InjuryItem,
    InsuranceKind,
    InterestMethod,
    Kinship,
    MonthState,
    Need,
    Omission,
    PartYear,
    Payer,
    PaymentStatus,
    Purpose,
    RequirementPurpose,
    RetirementCategory,
    Role,
    Scheme,
    Separation,
    Sex,
    SharingScope,
    StopEffect,
    Tier,
    Timing,
)

if TYPE_CHECKING:
    from . import breaks, law
    from .adapters import codes, converters, family_codes, frames, records, schemas
    from .adapters.plain import from_dict, to_dict
    from .decisions import Condition, Decision, Missing, Outcome, Question, Reason, Verdict
    from .law import Evidence, Law, areas
    from .model.identity import IdentityNumber
    from .report import Overview, overview
    from .rules import (
        account,
        adjustment,
        arrears,
        back_payment,
        bases,
        certification,
        counting,
        disability,
        family_service,
        maternity,
        medical,
        passage,
        pension,
        reconciliation,
        requirements,
        resident,
        resident_medical,
        retirement,
        sharing,
        shortfall,
        survivors,
        transfer,
        undeclared,
        unemployment,
        work_injury,
    )
    from .rules.bases import IndexPolicy
    from .rules.wages import WageSeries
    from .wording import explain

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
UNEMPLOYMENT = InsuranceKind.UNEMPLOYMENT
WORK_INJURY = InsuranceKind.WORK_INJURY
MATERNITY = InsuranceKind.MATERNITY

__all__ = [
    "MATERNITY",
    "MEDICAL",
    "PENSION",
    "UNEMPLOYMENT",
    "WORK_INJURY",
    "AccountRelation",
    "AccountUse",
    "BenefitAreaStep",
    "BenefitDrawing",
    "BenefitSpell",
    "BenefitStop",
    "Binding",
    "BindingChannel",
    "BindingEnd",
    "CardService",
    "CertificationChannel",
    "CertificationState",
    "Circumstance",
    "Condition",
    "ContradictionError",
    "ContributionHistory",
    "ContributionPeriod",
    "CountingRule",
    "CycleBasis",
    "Decision",
    "DisabilityTier",
    "Discrepancy",
    "Employment",
    "EndMonth",
    "EnforcementStep",
    "Enrolment",
    "Evidence",
    "Family",
    "FamilyTie",
    "Fault",
    "FaultyInputError",
    "GapYears",
    "HazardousWork",
    "IdentityNumber",
    "IndexPolicy",
    "InjuryItem",
    "InsuranceKind",
    "InterestMethod",
    "Kinship",
    "Law",
    "LawFileError",
    "MedicalMember",
    "Missing",
    "MoneyError",
    "MonthError",
    "MonthSet",
    "MonthSpan",
    "MonthState",
    "Need",
    "Omission",
    "Outcome",
    "Overview",
    "PartYear",
    "Payer",
    "PaymentStatus",
    "PeriodError",
    "Person",
    "PersonError",
    "Provenance",
    "Purpose",
    "Question",
    "Reason",
    "RecordsError",
    "RequiredMonths",
    "Requirement",
    "RequirementPurpose",
    "RetirementCategory",
    "Role",
    "RuleError",
    "Scheme",
    "Separation",
    "Sex",
    "SharingScope",
    "ShebaoError",
    "StopEffect",
    "Tier",
    "Timing",
    "TruthValueError",
    "UncertainCountError",
    "UndeterminedError",
    "UnknownAreaError",
    "UnknownLawError",
    "UsageError",
    "Verdict",
    "WageSeries",
    "YearMonth",
    "account",
    "adjustment",
    "areas",
    "arrears",
    "back_payment",
    "bases",
    "breaks",
    "certification",
    "codes",
    "converters",
    "counting",
    "disability",
    "explain",
    "family_codes",
    "family_service",
    "frames",
    "from_dict",
    "law",
    "maternity",
    "medical",
    "overview",
    "passage",
    "pension",
    "reconciliation",
    "records",
    "requirements",
    "resident",
    "resident_medical",
    "retirement",
    "schemas",
    "sharing",
    "shortfall",
    "survivors",
    "to_dict",
    "transfer",
    "undeclared",
    "unemployment",
    "work_injury",
]

#: The module of each name that is loaded when it is first asked for, or that is itself the name.
_HOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Condition": "decisions",
        "Decision": "decisions",
        "Evidence": "law",
        "IdentityNumber": "model.identity",
        "IndexPolicy": "rules.bases",
        "Law": "law",
        "Missing": "decisions",
        "Outcome": "decisions",
        "Overview": "report",
        "Question": "decisions",
        "Reason": "decisions",
        "Verdict": "decisions",
        "WageSeries": "rules.wages",
        "account": "rules.account",
        "adjustment": "rules.adjustment",
        "areas": "law.areas",
        "arrears": "rules.arrears",
        "back_payment": "rules.back_payment",
        "bases": "rules.bases",
        "breaks": "breaks",
        "certification": "rules.certification",
        "counting": "rules.counting",
        "disability": "rules.disability",
        "explain": "wording",
        "codes": "adapters.codes",
        "converters": "adapters.converters",
        "family_codes": "adapters.family_codes",
        "family_service": "rules.family_service",
        "frames": "adapters.frames",
        "from_dict": "adapters.plain",
        "law": "law",
        "maternity": "rules.maternity",
        "medical": "rules.medical",
        "overview": "report",
        "passage": "rules.passage",
        "pension": "rules.pension",
        "reconciliation": "rules.reconciliation",
        "records": "adapters.records",
        "requirements": "rules.requirements",
        "resident": "rules.resident",
        "resident_medical": "rules.resident_medical",
        "retirement": "rules.retirement",
        "schemas": "adapters.schemas",
        "sharing": "rules.sharing",
        "shortfall": "rules.shortfall",
        "survivors": "rules.survivors",
        "to_dict": "adapters.plain",
        "transfer": "rules.transfer",
        "undeclared": "rules.undeclared",
        "unemployment": "rules.unemployment",
        "work_injury": "rules.work_injury",
    }
)


def __getattr__(name: str) -> object:
    """A module of rules, or a name of one, loaded when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f".{home}", __name__)
    found = module if home.rpartition(".")[2] == name else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """All that the package offers, loaded or not."""
    return sorted(__all__)
