"""What a collecting agency may do about unpaid contributions, step by step 社会保险费强制征缴.

Legal basis:
    社会保险法 第六十三条: the agency orders payment within a time 责令限期缴纳; when that has passed it may
    query bank accounts 查询存款账户 and have a transfer decided 划拨; where the balance falls short it may
    ask for security and a deferral by agreement 担保、延期缴费协议; without security a court may seize
    and auction 扣押、查封、拍卖. 第八十六条: a fine by the administrative department. Before 2011-07-01
    社会保险费征缴暂行条例 第十三条 (order), 第二十六条 (court).

What each step takes is data: the step before it and the facts that have to hold.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    is_false,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.arrears_values import StepRule
from ..law.parameters import ENFORCEMENT
from ..model.areas import NATION
from ..months import as_day
from ..terms import EnforcementStep, check_term
from .given import known_law

__all__ = ["next_steps"]

_QUESTIONS: Final[Mapping[EnforcementStep, Question]] = {
    EnforcementStep.ORDER: Question.ENFORCEMENT_ORDER,
    EnforcementStep.ACCOUNT_QUERY: Question.ENFORCEMENT_ACCOUNT_QUERY,
    EnforcementStep.TRANSFER_DECISION: Question.ENFORCEMENT_TRANSFER,
    EnforcementStep.SECURITY: Question.ENFORCEMENT_SECURITY,
    EnforcementStep.COURT: Question.ENFORCEMENT_COURT,
    EnforcementStep.FINE: Question.ENFORCEMENT_FINE,
}


@attrs.frozen
class _Facts:
    """What was given, and the day."""

    on: date
    taken: frozenset[EnforcementStep]
    ordered_until: date | None
    paid_in_full: bool | None
    balance_short: bool | None
    security_given: bool | None
    deferred_until: date | None

    def condition(self, need: str, rule: Dated[StepRule]) -> Condition:
        """The condition that a step needs, by its name in the law data."""
        if need == "unpaid":
            return is_false(Reason.ENFORCEMENT_UNPAID, self.paid_in_full, "paid_in_full", rule)
        if need == "balance_short":
            short = self.balance_short
            return is_true(Reason.ENFORCEMENT_BALANCE_SHORT, short, "balance_short", rule)
        if need == "no_security":
            given = self.security_given
            return is_false(Reason.ENFORCEMENT_NO_SECURITY, given, "security_given", rule)
        return self._expired(rule)

    def _expired(self, rule: Dated[StepRule]) -> Condition:
        law = rule.citation, rule.evidence
        if self.ordered_until is None:
            needs = (Missing("ordered_until"),)
            reason = Reason.ENFORCEMENT_EXPIRED
            return Condition(reason, Verdict.UNKNOWN, None, self.on, *law, needs)
        verdict = Verdict.MET if self.on > self.ordered_until else Verdict.NOT_MET
        return Condition(Reason.ENFORCEMENT_EXPIRED, verdict, self.ordered_until, self.on, *law)


def next_steps(
    taken: Collection[EnforcementStep] = (),
    *,
    on: date,
    ordered_until: date | None = None,
    paid_in_full: bool | None = None,
    balance_short: bool | None = None,
    security_given: bool | None = None,
    deferred_until: date | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> tuple[Decision[EnforcementStep], ...]:
    """Which step may follow: a decision for each that was not yet taken, in the order of the law.

    Args:
        taken: the steps that were taken.
        on: the day.
        ordered_until: the last day of the time that was ordered; None is not known.
        paid_in_full: whether all is paid by now; None is not known.
        balance_short: whether the balance of the accounts is below what is owed.
        security_given: whether security was given 提供担保.
        deferred_until: the last day of an agreed deferral 延期缴费协议; None without one.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a step is none, or a fact no truth value.

    Example:
        The time ordered has passed; the balance is not known yet:

        >>> import shebao as sb
        >>> found = next_steps([sb.EnforcementStep.ORDER], on=date(2025, 6, 3), paid_in_full=False,
        ...                    ordered_until=date(2025, 5, 31), security_given=False)
        >>> [step.value.en for step in found if step.eligible]
        ['account query', 'transfer decision', 'court', 'fine']
        >>> again = next_steps([sb.EnforcementStep.ORDER, sb.EnforcementStep.ACCOUNT_QUERY],
        ...                    on=date(2025, 6, 3), paid_in_full=False,
        ...                    ordered_until=date(2025, 5, 31))
        >>> [(step.value.en, *map(str, step.missing)) for step in again if step.missing]
        [('security', 'balance_short'), ('court', 'security_given')]
    """
    _check_taken(taken)
    until = None if ordered_until is None else as_day(ordered_until, "ordered_until")
    facts = _Facts(
        as_day(on, "on"),
        frozenset(taken),
        until,
        paid_in_full,
        balance_short,
        security_given,
        None if deferred_until is None else as_day(deferred_until, "deferred_until"),
    )
    known, left = known_law(law), [step for step in EnforcementStep if step not in facts.taken]
    return tuple(_decided(step, facts, known, area) for step in left)


def _check_taken(taken: object) -> None:
    if not isinstance(taken, list | tuple | set | frozenset):
        raise RuleError(Fault("taken", taken, "is no list", "a list of EnforcementStep"))
    for step in taken:
        check_term(step, EnforcementStep, "taken", RuleError)


def _decided(
    step: EnforcementStep, facts: _Facts, law: Law, area: str | None
) -> Decision[EnforcementStep]:
    rule = law.find(ENFORCEMENT[step], on=facts.on, area=area)
    if rule is None:
        unknown = open_law(Reason.ENFORCEMENT_UNPAID, ENFORCEMENT[step].name, area or NATION)
        return decided(_QUESTIONS[step], [unknown], on=facts.on, value=step)
    conditions = [facts.condition(need, rule) for need in rule.value.needs]
    if rule.value.after is not None:
        is_taken = rule.value.after in facts.taken
        verdict = Verdict.MET if is_taken else Verdict.NOT_MET
        law_of = rule.citation, rule.evidence
        after = Condition(Reason.ENFORCEMENT_AFTER, verdict, rule.value.after, is_taken, *law_of)
        conditions.insert(0, after)
        if facts.deferred_until is not None:
            verdict = Verdict.MET if facts.on > facts.deferred_until else Verdict.NOT_MET
            reason = Reason.ENFORCEMENT_NOT_DEFERRED
            until = facts.deferred_until
            conditions.append(Condition(reason, verdict, until, facts.on, *law_of))
    return decided(_QUESTIONS[step], conditions, on=facts.on, value=step)
