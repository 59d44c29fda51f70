"""shebao: China's social insurance (社会保险) as immutable values and pure functions.

Values and errors are here by name; rules stay in their modules and are called through them, as in
``shebao.pension.eligibility(person, history, on=day)``.
"""

from typing import TYPE_CHECKING

from . import breaks, law
from .decisions import Condition, Decision, Missing, Outcome, Question, Reason, Verdict
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
    UnknownLawError,
    UsageError,
)
from .law import Evidence, Law
from .model.contributions import ContributionPeriod, Provenance
from .model.counting_rule import CountingRule
from .model.history import ContributionHistory
from .model.people import Person
from .month_sets import MonthSet
from .months import MonthSpan, YearMonth
from .report import Overview, overview
from .rules import (
    account,
    adjustment,
    arrears,
    bases,
    counting,
    disability,
    maternity,
    medical,
    passage,
    pension,
    resident,
    retirement,
    shortfall,
    survivors,
    unemployment,
    work_injury,
)
from .rules.bases import IndexPolicy
from .rules.wages import WageSeries
from .terms import (
    DisabilityTier,
    GapYears,
    HazardousWork,
    InsuranceKind,
    InterestMethod,
    MonthState,
    Omission,
    PartYear,
    Payer,
    PaymentStatus,
    RetirementCategory,
    Role,
    Scheme,
    Separation,
    Sex,
    Timing,
)
from .wording import explain

if TYPE_CHECKING:
    from .adapters import records

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
    "Condition",
    "ContradictionError",
    "ContributionHistory",
    "ContributionPeriod",
    "CountingRule",
    "Decision",
    "DisabilityTier",
    "Evidence",
    "Fault",
    "FaultyInputError",
    "GapYears",
    "HazardousWork",
    "IndexPolicy",
    "InsuranceKind",
    "InterestMethod",
    "Law",
    "LawFileError",
    "Missing",
    "MoneyError",
    "MonthError",
    "MonthSet",
    "MonthSpan",
    "MonthState",
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
    "Question",
    "Reason",
    "RecordsError",
    "RetirementCategory",
    "Role",
    "RuleError",
    "Scheme",
    "Separation",
    "Sex",
    "ShebaoError",
    "Timing",
    "TruthValueError",
    "UncertainCountError",
    "UndeterminedError",
    "UnknownLawError",
    "UsageError",
    "Verdict",
    "WageSeries",
    "YearMonth",
    "account",
    "adjustment",
    "arrears",
    "bases",
    "breaks",
    "counting",
    "disability",
    "explain",
    "law",
    "maternity",
    "medical",
    "overview",
    "passage",
    "pension",
    "records",
    "resident",
    "retirement",
    "shortfall",
    "survivors",
    "unemployment",
    "work_injury",
]


def __getattr__(name: str) -> object:
    """The readers of records, which stand at the edge, are loaded when they are first asked for."""
    if name == "records":
        from .adapters import records  # noqa: PLC0415

        return records
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
