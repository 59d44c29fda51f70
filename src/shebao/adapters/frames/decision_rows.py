"""A decision as a row, and its conditions as rows: many people's answers in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...decisions import Condition, Decision, Fact, Missing
from ...errors import Fault, RuleError
from ...terms import Term

__all__ = ["condition_rows", "decision_row"]


def decision_row(decision: Decision[object]) -> dict[str, object]:
    """A decision as a row with all of ``DECISION_COLUMNS`` in their order.

    Whose decision it is, only the caller knows: put it beside, as in
    ``{"employee": number, **decision_row(decision)}``.

    Raises:
        RuleError: if it is no decision.

    Example:
        >>> import shebao as sb
        >>> from datetime import date
        >>> birth = date(2025, 11, 20)
        >>> cover = sb.maternity.cover(sb.ContributionHistory(), on=birth, area="130100")
        >>> row = decision_row(cover)
        >>> row["question"], str(row["on"]), row["outcome"], row["eligible"]
        ('maternity.cover', '2025-11-20', 'ineligible', False)
    """
    _check(decision)
    return {
        "question": decision.question.value,
        "on": decision.on,
        "outcome": decision.outcome.value,
        "eligible": decision.eligible,
        "missing": _names(decision.missing),
        "evidence": _value(decision.evidence),
    }


def condition_rows(decision: Decision[object], *, lang: str = "zh") -> list[dict[str, object]]:
    """The conditions of a decision as rows with all of ``CONDITION_COLUMNS`` in their order.

    Parts of a condition follow it, numbered ``2.1``, ``2.2``. What was required and what was found
    are of many types, and stand as text: ``180``, ``365..368`` where the record only bounds it,
    ``2026-06``, ``true``. The conditions of alternatives are rows of the decisions there.

    Args:
        decision: the decision.
        lang: the language of citations, ``zh`` or ``en``.

    Raises:
        RuleError: if it is no decision, or the language is another.

    Example:
        >>> import shebao as sb
        >>> from datetime import date
        >>> man = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
        >>> decision = sb.pension.eligibility(man, sb.ContributionHistory(), on=date(2026, 1, 29))
        >>> for row in condition_rows(decision):
        ...     print(row["number"], row["reason"], row["verdict"], row["required"], row["actual"])
        1 pension.age met 2025-02 2026-01-29
        2 pension.months not_met 180 0
    """
    _check(decision)
    return [
        {"question": decision.question.value, "on": decision.on, **row}
        for row in _numbered(decision.conditions, "", lang)
    ]


def _numbered(
    conditions: Iterable[Condition], before: str, lang: str
) -> Iterator[dict[str, object]]:
    for place, condition in enumerate(conditions, 1):
        number = f"{before}{place}"
        citation = condition.citation
        yield {
            "number": number,
            "reason": condition.reason.value,
            "verdict": condition.verdict.value,
            "mode": condition.mode,
            "required": _text(condition.required),
            "actual": _text(condition.actual),
            "missing": _names(condition.needs),
            "citation": None if citation is None else citation.text(lang),
            "evidence": _value(condition.evidence),
        }
        yield from _numbered(condition.parts, f"{number}.", lang)


def _names(missing: Iterable[Missing]) -> str | None:
    return "; ".join(map(str, missing)) or None


def _value(term: Term | None) -> object:
    return None if term is None else term.value


def _text(fact: Fact) -> str | None:
    if fact is None:
        return None
    if isinstance(fact, bool):
        return str(fact).lower()
    if isinstance(fact, tuple):
        return "..".join(map(str, fact))
    return str(_value(fact) if isinstance(fact, Term) else fact)


def _check(decision: object) -> None:
    if not isinstance(decision, Decision):
        problem = f"is of type {type(decision).__name__}"
        raise RuleError(Fault("decision", "***", problem, "a Decision"))
