"""What documents carry: the names of all classes that may stand in one, and where these live.

The list is closed: a name that is not in it is never looked up, and the names are part of the
version of the documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Final

import attrs

from ... import terms
from ...terms import Term

__all__ = ["class_of", "classes", "tag_of", "tags", "term_classes"]

_PACKAGE: Final = __package__.split(".", maxsplit=1)[0]
#: The classes of each module, by the names under which they are carried.
_CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "adapters.codes": "CodeSystem CodedKind CodedSex",
        "adapters.exports.headings": "Meaning Part",
        "adapters.exports.layout": "TableColumn",
        "adapters.exports.reading": "PersonRecord Reading StatedMonths",
        "adapters.exports.set_aside": "RowReason SetAside",
        "adapters.exports.settings": "Assumption",
        "adapters.family_codes": "CodedKinship",
        "adapters.field_codes": "CodedField CodedStatus FieldSystem",
        "adapters.vocabulary": "KindWord",
        "breaks": "Impact KindImpact",
        "decisions": "Alternative Condition Decision Missing Outcome Verdict",
        "errors": "Fault",
        "law.areas": "Area PoolingArea",
        "law.arrears_values": "FineTimes FirstLateDay LateFeeRule LumpSumDocument StepRule",
        "law.citations": "Citation Evidence Instrument",
        "law.maternity_values": "LeaveDays QualifyingMonths",
        "law.medical_values": "Benefits FlexibleWaiting Retiree WaitingAfterGap",
        "law.pension_values": "DeathBenefit DisabilityMonths LumpSum TransitionalRule YearsRounding",
        "law.requirement_values": "LocalRequirement",
        "law.resident_medical_values": "EnrolmentWindow IncentiveAmounts IncentiveRule"
        " VariableWaiting",
        "law.service_values": "CertificationCycle ChannelRule Suspension",
        "law.sharing_values": "AccountUses BindingRule Circle SharingAcross SharingArea"
        " SharingMembers SharingReach WalletLimits",
        "law.timeline": "Dated",
        "law.transfer_values": "TemporaryAge",
        "law.unemployment_values": "ClaimTime ExtensionRule PensionWhileDrawing Stopping",
        "law.values": "Flexibility MinimumMonths PayoutTable RetirementSchedule",
        "law.work_injury_values": "LateItems",
        "losses": "Loss",
        "model.account_relation": "AccountRelation",
        "model.bindings": "Binding",
        "model.contributions": "ContributionPeriod",
        "model.counting_rule": "CountingRule",
        "model.drawing": "BenefitDrawing",
        "model.employment": "Employment Enrolment",
        "model.family": "Family FamilyTie",
        "model.history": "ContributionHistory",
        "model.identity": "IdentityNumber",
        "model.membership": "MedicalMember",
        "model.people": "Person",
        "model.provenance": "Provenance",
        "model.requirement": "RequiredMonths Requirement",
        "model.spells": "BenefitSpell",
        "months": "MonthSpan",
        "questions": "Question Reason",
        "report": "KindOverview Overview",
        "rules.account": "AccountYear Balance Credit",
        "rules.account_uses": "CardUse",
        "rules.adjustment": "Adjusted Adjustment",
        "rules.amounts": "Amounts Recalculation",
        "rules.arrears": "MonthsInState StateSince",
        "rules.back_payment": "BackPayment",
        "rules.base_shortfall": "BaseShortfall ShortBase",
        "rules.bases": "AverageBase AverageIndex ContributionBase IndexPolicy",
        "rules.benefit_area": "BenefitArea ProvinceMonths",
        "rules.certification": "CertificationStanding",
        "rules.channels": "OpenChannel",
        "rules.choice": "Choice",
        "rules.counts": "Bounded Count Gap Overlap",
        "rules.disability": "DisabilityAllowance",
        "rules.estimate": "Estimate Figures",
        "rules.family_service": "FamilyService",
        "rules.flexible": "Flexible",
        "rules.hazardous": "HazardousRetirement",
        "rules.insurance_years": "InsuranceYear",
        "rules.late_fee": "Fine LateFee",
        "rules.maternity_allowance": "MaternityAllowance",
        "rules.medical": "MedicalContinuity",
        "rules.medical_cover": "MedicalCover",
        "rules.medical_retiree": "RetireeEntitlement",
        "rules.medical_waiting": "WaitingLaw",
        "rules.passage": "Passage",
        "rules.pension": "PensionEligibility",
        "rules.reconciliation": "Cause Reconciliation",
        "rules.requirement_outlook": "KindCheck RequirementCheck",
        "rules.resident": "YearsPaid",
        "rules.resident_amounts": "FuneralGrant ResidentAmounts",
        "rules.resident_incentives": "Incentives",
        "rules.resident_medical": "ResidentBenefits Waiting",
        "rules.sharing_bindings": "Ending",
        "rules.sharing_eligibility": "Sharing",
        "rules.shortfall": "WayOut Ways",
        "rules.statutory": "DelayedAge Statutory",
        "rules.survivors": "DeathAmounts SurvivorBenefit",
        "rules.transferred": "Cleared Transferred",
        "rules.transitional": "Transitional",
        "rules.undeclared": "Undeclared",
        "rules.unemployment_extension": "Extension FundPension",
        "rules.unemployment_months": "UnemploymentEntitlement",
        "rules.unemployment_stopping": "Stopped",
        "rules.wages": "WageSeries",
        "rules.wallet": "WalletTransfer",
        "rules.work_injury": "InjuryBenefit NewCosts",
    }
)
#: Names in documents of classes whose own name another class has, too.
_RENAMED: Final[Mapping[str, str]] = MappingProxyType({"WaitingAfterGap": "Waiting"})


@cache
def _homes() -> Mapping[str, str]:
    """The module of each name; terms are loaded anyway and need not be listed."""
    homes = {tag: home for home, names in _CLASSES.items() for tag in names.split()}
    for name in terms.__all__:
        found = getattr(terms, name)
        if isinstance(found, type) and issubclass(found, Term) and found is not Term:
            homes[name] = "terms"
    return homes


@cache
def _tags() -> Mapping[tuple[str, str], str]:
    """The name in documents by module and own name."""
    return {(home, _RENAMED.get(tag, tag)): tag for tag, home in _homes().items()}


def tags() -> tuple[str, ...]:
    """The names of all classes that are carried, sorted."""
    return tuple(sorted(_homes()))


def class_of(tag: str) -> type | None:
    """The class that a name stands for; None where it stands for none.

    Example:
        >>> class_of("Person"), class_of("Law")
        (<class 'shebao.model.people.Person'>, None)
    """
    home = _homes().get(tag)
    if home is None:
        return None
    found: type = getattr(import_module(f"{_PACKAGE}.{home}"), _RENAMED.get(tag, tag))
    return found


def tag_of(kind: type) -> str | None:
    """The name under which a class is carried; None if it is not."""
    home = kind.__module__.removeprefix(f"{_PACKAGE}.")
    if issubclass(kind, Term) and home.startswith("terms."):
        home = "terms"
    return _tags().get((home, kind.__name__))


def classes() -> tuple[type, ...]:
    """All classes of values with fields that are carried, in the order of their names."""
    found = (class_of(tag) for tag in tags())
    return tuple(kind for kind in found if kind is not None and attrs.has(kind))


def term_classes() -> tuple[type[Enum], ...]:
    """All lists of terms and codes that are carried, in the order of their names."""
    found = (class_of(tag) for tag in tags())
    return tuple(kind for kind in found if kind is not None and issubclass(kind, Enum))
