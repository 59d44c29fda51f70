"""Binding a relative to an account, and the end of it 家庭共济关系的建立与解除.

Legal basis:
    Notice of 国家医保局 and 财政部 of 2026-01-09, across provinces: by the will of both sides; one person may
    have several; it ends by itself when the insurance relation of either ends or moves; the quota
    cannot be spent by the owner meanwhile, and what is left returns to the owner. Inside a province
    these are the place's own rules. Channels: 国家医保局 2024 and pages of places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Cited,
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    all_of,
    decided,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import BINDING_CHANNEL, SHARING_BINDING, SHARING_BINDING_ACROSS
from ..law.sharing_values import BindingRule
from ..model.areas import NATION, check_area
from ..model.bindings import Binding, active
from ..model.family import FamilyTie
from ..model.membership import MedicalMember
from ..months import as_day
from ..terms import BindingChannel, BindingEnd, Circumstance, Need, SharingScope, check_term
from .channels import OpenChannel, is_open_to, open_channels, terms_of
from .given import known_law
from .sharing_eligibility import between, rules_of

__all__ = ["Ending", "bind", "channels", "end"]

_BY_WILL: Final = (BindingEnd.BY_OWNER, BindingEnd.BY_RELATIVE)


@attrs.frozen
class Ending:
    """The end of a binding.

    Attributes:
        binding: as it ended, with its last day.
        cause: what ended it.
        is_automatic: whether nobody had to ask for it.
        unspent_returns: whether what was shared and not spent returns to the owner; None where it
            is not known.
    """

    binding: Binding
    cause: BindingEnd
    is_automatic: bool
    unspent_returns: bool | None


def channels(
    *,
    on: date,
    circumstances: Collection[Circumstance] = (),
    area: str | None = None,
    law: Law | None = None,
) -> tuple[OpenChannel[BindingChannel], ...]:
    """The channels by which somebody can bind a relative, self-service first 绑定渠道.

    Args:
        on: the day.
        circumstances: what closes a channel to the owner.
        area: the owner's place; None is national law alone.
        law: None is the shipped law.

    Raises:
        RuleError: if a circumstance is none.

    Example:
        >>> for found in channels(on=date(2026, 1, 29), area="440300"):
        ...     print(found.channel.en, [need.en for need in found.needs or ()])
        online []
        personal page ['social insurance number', 'identity number', 'relation']
        medical counter ['owner card', 'relative card number', 'identity document']
        hospital office ['owner card', 'relative card number']
    """
    check_area(area, "area", RuleError)
    return open_channels(BINDING_CHANNEL, circumstances, on=on, area=area, law=known_law(law))


def bind(
    owner: MedicalMember,
    relative: MedicalMember,
    tie: FamilyTie,
    *,
    on: date,
    channel: BindingChannel,
    owner_agrees: bool | None = None,
    relative_agrees: bool | None = None,
    given: Collection[Need] | None = None,
    circumstances: Collection[Circumstance] = (),
    bindings: Iterable[Binding] = (),
    law: Law | None = None,
) -> Decision[Binding]:
    """Whether a binding can be made on a day, and the binding itself 建立共济关系.

    Args:
        owner: whose account it is.
        relative: who would spend from it.
        tie: what they are to each other.
        on: the day.
        channel: where it is made.
        owner_agrees: whether the owner wants it; None is not known.
        relative_agrees: whether the relative does.
        given: the data and papers at hand; None is not known.
        circumstances: what closes a channel to the owner.
        bindings: those that exist; the ones that last on the day are looked at.
        law: None is the shipped law.

    Returns:
        With the binding from that day on, if it can be made.

    Raises:
        PersonError: as ``eligibility``.
        RuleError: if a term is none.
    """
    check_term(channel, BindingChannel, "channel", RuleError)
    closed_by = terms_of(circumstances, Circumstance, "circumstances")
    at_hand = None if given is None else terms_of(given, Need, "given")
    known = known_law(law)
    sharing_conditions, sharing = between(owner, relative, tie, on, known)
    process = _Process(sharing.scope, sharing.binding, owner.area, on, known)
    existing = active(bindings, on=on)
    conditions = [
        all_of(Reason.BINDING_ELIGIBLE, *sharing_conditions),
        is_true(Reason.BINDING_OWNER_AGREES, owner_agrees, "owner_agrees", sharing.binding),
        process.relative_agrees(relative_agrees),
        is_true(Reason.BINDING_NOT_TWICE, not _of_both(existing, sharing.tie), "bindings"),
        process.plural(existing, sharing.tie),
        *process.at(channel, at_hand, closed_by),
    ]
    decision: Decision[Binding] = decided(Question.SHARING_BINDING, conditions, on=on)
    if not decision.eligible:
        return decision
    made = Binding(tie=sharing.tie, from_day=on, channel=channel, scope=sharing.scope)
    return attrs.evolve(decision, value=made)


def end(
    binding: Binding,
    cause: BindingEnd,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Ending]:
    """Whether something ends a binding, and what becomes of the unspent share 解除共济关系.

    Args:
        binding: the binding.
        cause: what happened.
        on: the day; the last of the binding, if it ends.
        area: the owner's place.
        law: None is the shipped law.

    Returns:
        With the ended binding, if it ends.

    Raises:
        RuleError: if it is no binding, does not last on that day, or the cause is none.

    Example:
        >>> from shebao import FamilyTie, Kinship, Person, Sex
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> bound = Binding(tie=FamilyTie(ann, may, Kinship.PARENT), from_day=date(2026, 2, 1),
        ...                 scope=SharingScope.CROSS_PROVINCE)
        >>> ended = end(bound, BindingEnd.RELATIVE_INSURANCE_CHANGED, on=date(2026, 5, 31))
        >>> ended.eligible, ended.value.is_automatic, ended.value.unspent_returns
        (True, True, True)
    """
    check_term(cause, BindingEnd, "cause", RuleError)
    as_day(on, "on")
    check_area(area, "area", RuleError)
    if type(binding) is not Binding:
        problem = f"is of type {type(binding).__name__}"
        raise RuleError(Fault("binding", "***", problem, "a Binding"))
    if not active([binding], on=on):
        raise RuleError(Fault("on", str(on), "is no day of the binding", "a day on which it lasts"))
    is_automatic = cause not in _BY_WILL
    rule = None if binding.scope is None else rules_of(binding.scope, area, on, known_law(law))
    condition = _ends(binding.scope, cause, rule, area)
    decision: Decision[Ending] = decided(Question.SHARING_ENDING, [condition], on=on)
    if not decision.eligible or rule is None:
        return decision
    ended = attrs.evolve(binding, to_day=on)
    value = Ending(ended, cause, is_automatic, rule.value.returns_unspent)
    return attrs.evolve(decision, value=value)


def _ends(
    scope: SharingScope | None,
    cause: BindingEnd,
    rule: Dated[BindingRule] | None,
    area: str | None,
) -> Condition:
    """Where a rule is known: by the will of a side always, by a change where the rule says so."""
    ends = None if rule is None else cause in _BY_WILL or rule.value.ends_with_change
    if rule is None or ends is None:
        needs = Missing("scope") if scope is None else Missing(_parameter(scope), area or NATION)
        return Condition(Reason.BINDING_ENDS, Verdict.UNKNOWN, None, cause, needs=(needs,))
    verdict = Verdict.MET if ends else Verdict.NOT_MET
    return Condition(Reason.BINDING_ENDS, verdict, None, cause, rule.citation, rule.evidence)


def _papers(needs: tuple[Need, ...], at_hand: frozenset[Need] | None, law: Cited) -> Condition:
    """All that a channel asks for is at hand, one by one."""
    parts = (
        is_true(Reason.BINDING_PAPER, None if at_hand is None else need in at_hand, "given", law)
        for need in needs
    )
    named = (
        attrs.evolve(part, required=None, actual=need)
        for part, need in zip(parts, needs, strict=True)
    )
    return all_of(Reason.BINDING_PAPERS, *named)


def _parameter(scope: SharingScope | None) -> str:
    is_across = scope is SharingScope.CROSS_PROVINCE
    return (SHARING_BINDING_ACROSS if is_across else SHARING_BINDING).name


def _of_both(bindings: Iterable[Binding], tie: FamilyTie) -> bool:
    """Whether one of some bindings is between the two already."""
    return any((each.owner, each.relative) == (tie.person, tie.relative) for each in bindings)


@attrs.frozen
class _Process:
    """The conditions of a binding beyond those of sharing."""

    scope: SharingScope | None
    rule: Dated[BindingRule] | None
    area: str | None
    on: date
    law: Law

    def relative_agrees(self, agrees: bool | None) -> Condition:
        """Both sides have to want it; where that is not known, a yes is enough for any rule."""
        reason = Reason.BINDING_RELATIVE_AGREES
        needs_both = None if self.rule is None else self.rule.value.needs_both
        condition = is_true(reason, agrees, "relative_agrees", self.rule)
        if needs_both is False:
            return attrs.evolve(condition, verdict=Verdict.MET, needs=())
        return self._open_unless_met(condition) if needs_both is None else condition

    def plural(self, existing: Collection[Binding], tie: FamilyTie) -> Condition:
        """Either side may be bound to others where the rule says so."""
        reason = Reason.BINDING_PLURAL
        others = [
            each for each in existing if each.owner == tie.person or each.relative == tie.relative
        ]
        is_plural = None if self.rule is None else self.rule.value.is_plural
        condition = is_true(reason, not others or is_plural is True, "bindings", self.rule)
        condition = attrs.evolve(condition, required=None, actual=len(others))
        return self._open_unless_met(condition) if is_plural is None else condition

    def at(
        self,
        channel: BindingChannel,
        at_hand: frozenset[Need] | None,
        closed_by: frozenset[Circumstance],
    ) -> list[Condition]:
        """The channel exists and is open, and its data and papers are at hand."""
        parameter = BINDING_CHANNEL[channel]
        place = self.area or NATION
        rule = self.law.find(parameter, on=self.on, area=self.area)
        if rule is None:
            return [open_law(Reason.BINDING_CHANNEL, parameter.name, place)]
        is_open = is_true(
            Reason.BINDING_CHANNEL, is_open_to(rule.value, closed_by), "circumstances", rule
        )
        is_open = attrs.evolve(is_open, required=None, actual=channel)
        needs = rule.value.needs
        if needs is None:
            return [is_open, open_law(Reason.BINDING_PAPERS, parameter.name, place)]
        return [is_open, _papers(needs, at_hand, rule)]

    def _open_unless_met(self, condition: Condition) -> Condition:
        """A condition that no known rule asks for: met if it holds, else open."""
        if condition.verdict is Verdict.MET:
            return condition
        scopes = tuple(SharingScope) if self.scope is None else (self.scope,)
        names = dict.fromkeys(_parameter(scope) for scope in scopes)
        needs = tuple(Missing(name, self.area or NATION) for name in names)
        return attrs.evolve(condition, verdict=Verdict.UNKNOWN, needs=(*condition.needs, *needs))
