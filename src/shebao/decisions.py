"""Decisions carry their reasons: conditions, what each required and found, and the law it rests on.

"No" is an answer. What local law or a missing fact leaves open is UNDETERMINED, and the decision
names what is missing and what each value of it would give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Final, Generic, Literal, NoReturn, Protocol, TypeVar

import attrs

from .errors import Fault, RuleError, TruthValueError
from .law import Citation, Dated, Evidence
from .masking import shown
from .months import YearMonth
from .questions import Question, Reason
from .terms import Term

__all__ = [
    "Alternative",
    "Cited",
    "Condition",
    "Decision",
    "Fact",
    "Missing",
    "Outcome",
    "Question",
    "Reason",
    "Verdict",
    "all_of",
    "any_of",
    "at_least",
    "decided",
    "in_bounds",
    "is_false",
    "is_true",
    "negated",
    "open_law",
    "over_facts",
    "weakest",
]

V_co = TypeVar("V_co", covariant=True)

Fact = int | tuple[int, int] | str | bool | date | YearMonth | Term | None

_MOST_COMBINATIONS: Final = 64


class Cited(Protocol):
    """Whatever carries its law."""

    @property
    def citation(self) -> Citation:
        """The law."""

    @property
    def evidence(self) -> Evidence:
        """How well it is attested."""


class Outcome(Term):
    """What was decided."""

    ELIGIBLE = "eligible", "符合条件"
    INELIGIBLE = "ineligible", "不符合条件"
    UNDETERMINED = "undetermined", "尚不能确定"


class Verdict(Term):
    """What became of a condition."""

    MET = "met", "满足"
    NOT_MET = "not_met", "不满足"
    UNKNOWN = "unknown", "未知"


@attrs.frozen
class Missing:
    """Something that would change the outcome.

    Attributes:
        name: a fact such as ``retirement_category``, or a parameter of law such as
            ``medical.waiting_months``.
        area: for a parameter: the place whose law is not known.
        would: what each possible value would give, where there are few.
    """

    name: str
    area: str | None = None
    would: tuple[tuple[Fact, Outcome], ...] = attrs.field(default=(), repr=shown)

    def __str__(self) -> str:
        return self.name if self.area is None else f"{self.name} ({self.area})"


@attrs.frozen
class Condition:
    """One condition of a decision.

    Attributes:
        reason: its stable code.
        verdict: met, not met or unknown.
        required: what was required: months as int, a month, a truth value.
        actual: what was found; a pair of ints where the record only bounds it.
        citation: the law that requires it.
        evidence: how well that law is attested; None for a condition that is no law.
        needs: what would have to be known, if it is unknown.
        mode: ``all`` or ``any`` for a condition made of ``parts``.
        parts: the conditions that it is made of.
    """

    reason: Reason
    verdict: Verdict
    required: Fact = attrs.field(default=None, repr=shown)
    actual: Fact = attrs.field(default=None, repr=shown)
    citation: Citation | None = None
    evidence: Evidence | None = None
    needs: tuple[Missing, ...] = ()
    mode: Literal["all", "any"] | None = None
    parts: tuple[Condition, ...] = ()

    def walk(self) -> Iterator[Condition]:
        """The condition and all its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()


@attrs.frozen
class Alternative(Generic[V_co]):
    """A decision under one combination of values for facts that were not given."""

    facts: tuple[tuple[str, Fact], ...] = attrs.field(repr=shown)
    decision: Decision[V_co]


@attrs.frozen
class Decision(Generic[V_co]):
    """An answer with its reasons, as of a day.

    Attributes:
        question: what was asked.
        outcome: ELIGIBLE if all conditions are met, INELIGIBLE if one is not, else UNDETERMINED.
        conditions: all conditions, also those after the first that fails.
        on: the day.
        value: what goes with the answer (months, dates, shortfall), where it is certain.
        missing: what would change the outcome if it were known.
        evidence: the weakest grade of law that the decision rests on.
        alternatives: the decisions under each value of facts that were not given.
    """

    question: Question
    outcome: Outcome
    conditions: tuple[Condition, ...]
    on: date
    value: V_co | None = None
    missing: tuple[Missing, ...] = ()
    evidence: Evidence | None = None
    alternatives: tuple[Alternative[V_co], ...] = ()

    @property
    def eligible(self) -> bool | None:
        """True, False, or None where it is undetermined."""
        return {Outcome.ELIGIBLE: True, Outcome.INELIGIBLE: False}.get(self.outcome)

    def __bool__(self) -> NoReturn:
        raise TruthValueError(
            f"a decision has three outcomes, this one is {self.outcome.en}; ask .eligible"
        )


def decided(
    question: Question, conditions: Sequence[Condition], *, on: date, value: V_co | None = None
) -> Decision[V_co]:
    """The decision that conditions lead to: any not met, no; else any unknown, open; else yes."""
    outcome = _OUTCOMES[_all(conditions)]
    missing: tuple[Missing, ...] = ()
    if outcome is Outcome.UNDETERMINED:
        missing = tuple(dict.fromkeys(need for c in conditions for need in _needs(c)))
    return Decision(
        question, outcome, tuple(conditions), on, value, missing, weakest(_grades(conditions))
    )


def _all(conditions: Iterable[Condition]) -> Verdict:
    verdicts = {condition.verdict for condition in conditions}
    if Verdict.NOT_MET in verdicts:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.MET


_OUTCOMES: Final = {
    Verdict.MET: Outcome.ELIGIBLE,
    Verdict.NOT_MET: Outcome.INELIGIBLE,
    Verdict.UNKNOWN: Outcome.UNDETERMINED,
}
_VERDICTS: Final = {outcome: verdict for verdict, outcome in _OUTCOMES.items()}


def _needs(condition: Condition) -> Iterator[Missing]:
    """What an unknown condition lacks; parts of a part that is decided change nothing."""
    if condition.verdict is Verdict.UNKNOWN:
        yield from condition.needs
        for part in condition.parts:
            yield from _needs(part)


def _grades(conditions: Iterable[Condition]) -> Iterator[Evidence]:
    for condition in conditions:
        for part in condition.walk():
            if part.evidence is not None:
                yield part.evidence


def weakest(grades: Iterable[Evidence]) -> Evidence | None:
    """The weakest of some grades of evidence, or None of none."""
    return max(grades, key=lambda grade: grade.rank, default=None)


def at_least(
    reason: Reason,
    required: Dated[int] | None,
    actual: tuple[int, int],
    *,
    needs: Sequence[Missing] = (),
    record: str = "history",
) -> Condition:
    """The condition that a number in bounds reaches a number of law.

    Args:
        reason: its code.
        required: the number of law; None where it is not known.
        actual: the lowest and the highest that the record allows.
        needs: what is missing if the number of law is not known.
        record: the name of the fact that is missing if the bounds leave it open.
    """
    low, high = actual
    found: Fact = low if low == high else actual
    if required is None:
        return Condition(reason, Verdict.UNKNOWN, None, found, needs=tuple(needs))
    verdict = in_bounds(certain=low >= required.value, possible=high >= required.value)
    open_fact = (Missing(record),) if verdict is Verdict.UNKNOWN else ()
    return Condition(
        reason,
        verdict,
        required.value,
        found,
        required.citation,
        required.evidence,
        open_fact,
    )


def in_bounds(*, certain: bool, possible: bool) -> Verdict:
    """Met if it certainly holds, not met if it cannot, else unknown."""
    if certain:
        return Verdict.MET
    return Verdict.UNKNOWN if possible else Verdict.NOT_MET


def is_true(reason: Reason, actual: bool | None, fact: str, law: Cited | None = None) -> Condition:
    """The condition that a fact holds; unknown where it was not given.

    Raises:
        RuleError: if the fact is neither a truth value nor None.
    """
    if actual is not None and type(actual) is not bool:
        raise RuleError(Fault(fact, actual, "is no truth value", "True, False or None"))
    citation = None if law is None else law.citation
    evidence = None if law is None else law.evidence
    if actual is None:
        needs = (Missing(fact),)
        return Condition(reason, Verdict.UNKNOWN, True, None, citation, evidence, needs)
    verdict = Verdict.MET if actual else Verdict.NOT_MET
    return Condition(reason, verdict, True, actual, citation, evidence)


def open_law(reason: Reason, parameter: str, area: str, actual: Fact = None) -> Condition:
    """The condition whose law is not known: unknown, naming the parameter and the place."""
    return Condition(reason, Verdict.UNKNOWN, None, actual, needs=(Missing(parameter, area),))


def negated(reason: Reason, condition: Condition) -> Condition:
    """The condition that another one is not met, of the same law."""
    opposite = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}
    verdict = opposite.get(condition.verdict, Verdict.UNKNOWN)
    return attrs.evolve(condition, reason=reason, verdict=verdict)


def is_false(reason: Reason, actual: bool | None, fact: str, law: Cited | None = None) -> Condition:
    """The condition that a fact does not hold; unknown where it was not given.

    Raises:
        RuleError: if the fact is neither a truth value nor None.
    """
    holds = is_true(reason, actual, fact, law)
    return attrs.evolve(negated(reason, holds), actual=None if actual is None else not actual)


def all_of(reason: Reason, *parts: Condition) -> Condition:
    """The condition that all parts are met."""
    return Condition(reason, _all(parts), mode="all", parts=parts)


def any_of(reason: Reason, *parts: Condition) -> Condition:
    """The condition that at least one part is met."""
    verdicts = {part.verdict for part in parts}
    verdict = Verdict.NOT_MET
    if Verdict.MET in verdicts:
        verdict = Verdict.MET
    elif Verdict.UNKNOWN in verdicts:
        verdict = Verdict.UNKNOWN
    return Condition(reason, verdict, mode="any", parts=parts)


def over_facts(
    facts: Mapping[str, Sequence[Fact]], decide: Callable[[dict[str, Fact]], Decision[V_co]]
) -> Decision[V_co]:
    """A decision where some facts were not given: every combination of their values is tried.

    If all combinations lead to the same outcome, that is the outcome. Beyond 64 combinations none
    is tried, and the facts are decided as None.

    Args:
        facts: the possible values of each fact that was not given.
        decide: the decision for one combination.
    """
    names = list(facts)
    combinations = list(product(*facts.values()))
    if len(combinations) > _MOST_COMBINATIONS:
        return decide(dict.fromkeys(names))
    alternatives = tuple(
        Alternative(
            tuple(zip(names, values, strict=True)), decide(dict(zip(names, values, strict=True)))
        )
        for values in combinations
    )
    decisions = [alternative.decision for alternative in alternatives]
    if len(decisions) == 1:
        return decisions[0]
    outcomes = {decision.outcome for decision in decisions}
    outcome = outcomes.pop() if len(outcomes) == 1 else Outcome.UNDETERMINED
    first = decisions[0]
    common = tuple(c for c in first.conditions if all(c in d.conditions for d in decisions))
    missing: tuple[Missing, ...] = ()
    if outcome is Outcome.UNDETERMINED:
        changing = [_would(name, alternatives) for name in names]
        needs = [need for d in decisions for need in d.missing]
        missing = tuple(dict.fromkeys([*(m for m in changing if m is not None), *needs]))
    verdict = _VERDICTS[outcome]
    reason = Reason.DEPENDS if verdict is Verdict.UNKNOWN else Reason.EITHER_WAY
    either_way = Condition(reason, verdict, actual=len(decisions), needs=missing)
    return Decision(
        first.question,
        outcome,
        (*common, either_way),
        first.on,
        first.value if all(d.value == first.value for d in decisions) else None,
        missing,
        weakest(d.evidence for d in decisions if d.evidence is not None),
        alternatives,
    )


def _would(name: str, alternatives: Sequence[Alternative[V_co]]) -> Missing | None:
    """What each value of a fact would give; None if the fact changes nothing."""
    by_rest: dict[tuple[tuple[str, Fact], ...], set[Outcome]] = {}
    by_value: dict[Fact, set[Outcome]] = {}
    for alternative in alternatives:
        rest = tuple(item for item in alternative.facts if item[0] != name)
        outcome = alternative.decision.outcome
        by_rest.setdefault(rest, set()).add(outcome)
        by_value.setdefault(dict(alternative.facts)[name], set()).add(outcome)
    if all(len(outcomes) == 1 for outcomes in by_rest.values()):
        return None
    would = tuple(
        (value, next(iter(found)) if len(found) == 1 else Outcome.UNDETERMINED)
        for value, found in by_value.items()
    )
    return Missing(name, would=would)
