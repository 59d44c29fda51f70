"""May a relative spend from somebody's medical account, and how far away 个人账户家庭共济.

Legal basis:
    国办发〔2021〕14号 (五): spouse, parents and children. 国办发〔2024〕38号: near relatives, everywhere by
    2024-12-09. Notice of 国家医保局 and 财政部 of 2026-01-09: across provinces. Only who is insured as an
    employee has an account; the relative is insured in basic medical insurance, in whatever scheme.

Money is shared, cards are not: treatment with another person's card is ``card_use``.

Limits:
    Whether an area has opened the wallet in practice is not known. That the owner's account has to be
    usable is a reading; whether who has stopped paying may share is the place's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    is_true,
    open_law,
)
from ..errors import Fault, PersonError, RuleError
from ..law import Dated, Law
from ..law.parameters import (
    NEAR_RELATIVES,
    SHARING_BINDING,
    SHARING_BINDING_ACROSS,
    SHARING_CIRCLE,
    SHARING_MEMBERS,
    SHARING_USES,
    SHARING_USES_ACROSS,
    STEP_CHILDREN,
    WALLET_LIMITS,
)
from ..law.sharing_values import AccountUses, BindingRule, SharingMembers, WalletLimits
from ..model.areas import NATION
from ..model.family import FamilyTie
from ..model.membership import MedicalMember
from ..months import as_day
from ..terms import AccountUse, Scheme, SharingScope, check_term
from .given import known_law
from .kin import check_tie, kin_condition
from .sharing_scope import possible_scopes, scope_condition

__all__ = ["Sharing", "between", "check_member", "eligibility", "rules_of", "uses_of"]


T = TypeVar("T")


@attrs.frozen
class Sharing:
    """What sharing between two people is, on a day.

    Attributes:
        tie: what the relative is to the owner.
        scope: how far apart they are insured; None where the areas leave it open.
        uses: what the shared balance pays for; None where it is not known.
        limits: limits on transfers between wallets; None inside a province, and where not known.
        binding: how a binding begins and ends; None where it is not known.
    """

    tie: FamilyTie
    scope: SharingScope | None
    uses: Dated[AccountUses] | None
    limits: Dated[WalletLimits] | None
    binding: Dated[BindingRule] | None


def eligibility(
    owner: MedicalMember,
    relative: MedicalMember,
    tie: FamilyTie,
    *,
    on: date,
    use: AccountUse = AccountUse.TREATMENT,
    law: Law | None = None,
) -> Decision[Sharing]:
    """Whether a relative may be bound to an owner's medical account 能否家庭共济.

    Args:
        owner: whose account it is.
        relative: who would spend from it.
        tie: what they are to each other, seen from either side.
        on: the day.
        use: what for: a relative's own contribution as a resident may be paid before that relative
            is insured, care only afterwards. Whether it is paid for at all is ``may_pay``.
        law: None is the shipped law.

    Raises:
        PersonError: if an argument is of the wrong type, or the tie is between others.
        RuleError: if the use is none.

    Example:
        >>> from shebao import Kinship, Person, Sex
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> owner = MedicalMember(person=ann, area="130100", scheme=Scheme.EMPLOYEE,
        ...                       is_insured=True, has_account=True, is_in_good_standing=True)
        >>> mother = MedicalMember(person=may, area="320500", scheme=Scheme.RESIDENT, is_insured=True)
        >>> tie = FamilyTie(ann, may, Kinship.PARENT)
        >>> [eligibility(owner, mother, tie, on=day).outcome.en
        ...  for day in (date(2024, 12, 1), date(2024, 12, 2), date(2026, 1, 29))]
        ['ineligible', 'eligible', 'eligible']
    """
    check_term(use, AccountUse, "use", RuleError)
    conditions, value = between(owner, relative, tie, on, known_law(law))
    if use is AccountUse.RESIDENT_CONTRIBUTION:
        conditions = [
            each for each in conditions if each.reason is not Reason.SHARING_RELATIVE_INSURED
        ]
    return decided(Question.SHARING, conditions, on=on, value=value)


def between(
    owner: MedicalMember, relative: MedicalMember, tie: FamilyTie, on: date, law: Law
) -> tuple[list[Condition], Sharing]:
    """The conditions of sharing between two people, and what it would be.

    Raises:
        PersonError: as ``eligibility``.
    """
    as_day(on, "on")
    check_member(owner, "owner")
    check_member(relative, "relative")
    seen = _seen_by_owner(owner, relative, tie)
    members = law.find(SHARING_MEMBERS, on=on, area=owner.area)
    conditions = [
        _kin(seen, owner.area, on, law),
        _relative_insured(relative, members, owner.area),
        _has_account(owner, members),
        _standing(owner, members),
        scope_condition(owner.area, relative.area, on, law),
    ]
    scopes = possible_scopes(owner.area, relative.area, on, law)
    sharing = Sharing(
        seen,
        _common(scopes),
        _common(uses_of(scope, owner.area, on, law) for scope in scopes),
        _common(_limits_of(scope, owner.area, on, law) for scope in scopes),
        _common(rules_of(scope, owner.area, on, law) for scope in scopes),
    )
    return conditions, sharing


def check_member(member: object, field: str) -> None:
    """Refuse what is no member, without showing it.

    Raises:
        PersonError: for a person, None or anything else.
    """
    if type(member) is not MedicalMember:
        problem = f"is of type {type(member).__name__}"
        raise PersonError(Fault(field, "***", problem, "a MedicalMember"))


def _common(found: Iterable[T]) -> T | None:
    """What all distances have in common, or None."""
    different = set(found)
    return different.pop() if len(different) == 1 else None


def _limits_of(
    scope: SharingScope, area: str | None, on: date, law: Law
) -> Dated[WalletLimits] | None:
    """Limits on transfers that reach so far; inside a province there are none."""
    is_across = scope is SharingScope.CROSS_PROVINCE
    return law.find(WALLET_LIMITS, on=on, area=area) if is_across else None


def uses_of(scope: SharingScope, area: str | None, on: date, law: Law) -> Dated[AccountUses] | None:
    """What a balance shared that far pays for."""
    is_across = scope is SharingScope.CROSS_PROVINCE
    return law.find(SHARING_USES_ACROSS if is_across else SHARING_USES, on=on, area=area)


def rules_of(
    scope: SharingScope, area: str | None, on: date, law: Law
) -> Dated[BindingRule] | None:
    """How a binding that reaches so far begins and ends."""
    is_across = scope is SharingScope.CROSS_PROVINCE
    return law.find(SHARING_BINDING_ACROSS if is_across else SHARING_BINDING, on=on, area=area)


def _seen_by_owner(owner: MedicalMember, relative: MedicalMember, tie: FamilyTie) -> FamilyTie:
    """The tie as the owner sees it.

    Raises:
        PersonError: if it is no tie, or between other people.
    """
    check_tie(tie)
    for seen in (tie, tie.inverse):
        if (seen.person, seen.relative) == (owner.person, relative.person):
            return seen
    raise PersonError(Fault("tie", "***", "is between others", "a tie of owner and relative"))


def _kin(tie: FamilyTie, area: str | None, on: date, law: Law) -> Condition:
    """The circle of the day: those of 2021, or near relatives; open while places follow."""
    circle = law.find(SHARING_CIRCLE, on=on, area=area)
    if circle is None:
        return open_law(Reason.SHARING_KIN, SHARING_CIRCLE.name, area or NATION)
    step = law.find(STEP_CHILDREN, on=on)
    close = kin_condition(Reason.SHARING_CLOSE_KIN, tie, circle.value.kinships, circle, step)
    if circle.value.near_relatives == "no" or close.verdict is Verdict.MET:
        return close
    near = law.find(NEAR_RELATIVES, on=on)
    if near is None:
        return open_law(Reason.SHARING_KIN, NEAR_RELATIVES.name, NATION)
    kinships = (*circle.value.kinships, *near.value)
    wider = kin_condition(Reason.SHARING_KIN, tie, kinships, circle, step)
    if circle.value.near_relatives == "yes" or wider.verdict is not Verdict.MET:
        return wider
    needs = (Missing(SHARING_CIRCLE.name, area or NATION),)
    return attrs.evolve(wider, verdict=Verdict.UNKNOWN, needs=needs)


def _relative_insured(
    relative: MedicalMember, law: Dated[SharingMembers] | None, area: str | None
) -> Condition:
    reason = Reason.SHARING_RELATIVE_INSURED
    if law is None:
        return open_law(reason, SHARING_MEMBERS.name, area or NATION, relative.is_insured)
    is_insured = True if law.value.relative == "any" else relative.is_insured
    return is_true(reason, is_insured, "relative_insured", law)


def _has_account(owner: MedicalMember, law: Dated[SharingMembers] | None) -> Condition:
    """Residents have no account; whether somebody else has one is a fact."""
    reason = Reason.SHARING_OWNER_ACCOUNT
    if law is None:
        return open_law(reason, SHARING_MEMBERS.name, owner.area or NATION, owner.has_account)
    has_account = owner.has_account
    if law.value.owner == "employee" and owner.scheme is Scheme.RESIDENT:
        has_account = False
    return is_true(reason, has_account, "owner_account", law)


def _standing(owner: MedicalMember, law: Dated[SharingMembers] | None) -> Condition:
    """The insurance is in force; who is not insured has none that could be."""
    reason = Reason.SHARING_OWNER_STANDING
    if law is None:
        return open_law(reason, SHARING_MEMBERS.name, owner.area or NATION)
    is_usable = False if owner.is_insured is False else owner.is_in_good_standing
    return is_true(reason, is_usable, "owner_standing", law)
