"""Answers in words, Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import attrs

from .columns import wrapped
from .decisions import (
    Alternative,
    Condition,
    Decision,
    Fact,
    Missing,
    Outcome,
    Verdict,
)
from .errors import Fault, RuleError
from .law import Evidence
from .law.parameters import ALL
from .masking import masked
from .months import YearMonth
from .rules.counts import Bounded
from .rules.reconciliation import Cause, Reconciliation
from .sentences import FACTS, QUESTIONS, REASONS, Words
from .sentences.reconciliation import CAUSES, FRAME
from .terms import Term

__all__ = [
    "FACTS",
    "QUESTIONS",
    "REASONS",
    "Lang",
    "Words",
    "check_lang",
    "explain",
    "in_words",
    "missing_in_words",
]

Lang = Literal["zh", "en"]

_LANGS: Final[tuple[Lang, ...]] = ("zh", "en")

_MARKS: Final = {Verdict.MET: "[+]", Verdict.NOT_MET: "[-]", Verdict.UNKNOWN: "[?]"}

_FRAME: Final[dict[str, Words]] = {
    "head": {"zh": "{question}（{on}）：{outcome}", "en": "{question} ({on}): {outcome}"},
    "weak": {
        "zh": "注意：所依据的规定有“{grade}”者，未核对原文。",
        "en": "Note: it rests on law that is only attested as '{grade}'; check the text.",
    },
    "missing": {"zh": "尚缺：", "en": "Missing:"},
    "cases": {"zh": "各种情形：", "en": "Case by case:"},
    "law": {"zh": "依据：{law}", "en": "law: {law}"},
    "unknown": {"zh": "不明", "en": "not known"},
    "between": {"zh": "{low} 至 {high}", "en": "{low} to {high}"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "would": {"zh": "{value}：{outcome}", "en": "{value}: {outcome}"},
    "parameter": {"zh": "{title}（{name}，{area}）", "en": "{title} ({name}, {area})"},
}


def check_lang(lang: str) -> Lang:
    """The same language, if it is one of the two.

    Raises:
        RuleError: otherwise.
    """
    for known in _LANGS:
        if lang == known:
            return known
    raise RuleError(Fault("lang", lang, "is not a language of this library", "zh or en"))


def explain(decision: Decision[object] | Reconciliation, lang: str = "zh") -> str:
    """A decision in words: the answer, how well its law is attested, each condition, what is missing.

    Of a total that was compared with its rows: the difference, and what may explain it. Lines have
    at most 80 columns.

    Args:
        decision: any decision, or a reconciliation.
        lang: ``zh`` or ``en``.

    Raises:
        RuleError: for any other language, or what is neither.

    Example:
        >>> from datetime import date
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1970, 1, 8), sex=sb.Sex.MALE)
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2011-01", "2025-12"))])
        >>> answer = sb.pension.eligibility(man, record, on=date(2026, 1, 29))
        >>> print(explain(answer, "zh").splitlines()[0])
        按法定退休年龄，能否按月领取职工基本养老金（2026-01-29）：不符合条件
    """
    if not isinstance(decision, Decision | Reconciliation):
        problem = f"is of type {type(decision).__name__}"
        raise RuleError(
            Fault("decision", type(decision), problem, "a Decision or a Reconciliation")
        )
    known = check_lang(lang)
    if isinstance(decision, Reconciliation):
        told = _reconciled(decision, known)
    else:
        told = _lines(decision, known)
    lines: list[str] = []
    for line in told:
        indent = line[: len(line) - len(line.lstrip())]
        lines += wrapped(line.lstrip(), indent, indent + "    ")
    return "\n".join(lines)


def _lines(decision: Decision[object], lang: Lang) -> Iterator[str]:
    yield _FRAME["head"][lang].format(
        question=QUESTIONS[decision.question][lang],
        on=decision.on,
        outcome=in_words(decision.outcome, lang),
    )
    if decision.evidence is not None and decision.evidence is not Evidence.OFFICIAL:
        yield _FRAME["weak"][lang].format(grade=in_words(decision.evidence, lang))
    for condition in decision.conditions:
        yield from _condition_lines(condition, lang, "  ")
    if decision.missing:
        yield _FRAME["missing"][lang]
        for missing in decision.missing:
            yield from _missing_lines(missing, lang)
    if decision.alternatives:
        yield _FRAME["cases"][lang]
        for alternative in decision.alternatives:
            yield from _case_lines(alternative, decision, lang)


def _case_lines(
    alternative: Alternative[object], decision: Decision[object], lang: Lang
) -> Iterator[str]:
    """One case, with those of its own conditions that are not met."""
    named = ", ".join(
        f"{FACTS[name][lang] if name in FACTS else name} = {in_words(value, lang)}"
        for name, value in alternative.facts
    )
    yield f"  {named}: {in_words(alternative.decision.outcome, lang)}"
    for condition in alternative.decision.conditions:
        if condition.verdict is not Verdict.MET and condition not in decision.conditions:
            yield from _condition_lines(attrs.evolve(condition, citation=None), lang, "    ")


def _condition_lines(condition: Condition, lang: Lang, indent: str) -> Iterator[str]:
    sentence = REASONS[condition.reason][lang].format(
        required=in_words(condition.required, lang), actual=in_words(condition.actual, lang)
    )
    yield f"{indent}{_MARKS[condition.verdict]} {sentence}"
    if condition.citation is not None:
        law = condition.citation.text(lang)
        yield f"{indent}    {_FRAME['law'][lang].format(law=law)}"
    for part in condition.parts:
        yield from _condition_lines(part, lang, indent + "    ")


def _missing_lines(missing: Missing, lang: Lang) -> Iterator[str]:
    yield f"  - {missing_in_words(missing, lang)}"
    for value, outcome in missing.would:
        named = _FRAME["would"][lang].format(
            value=in_words(value, lang), outcome=in_words(outcome, lang)
        )
        yield f"      {named}"


def _reconciled(found: Reconciliation, lang: Lang) -> Iterator[str]:
    """The difference, each explanation, or what comes nearest and what else the rows hold."""
    yield FRAME["head"][lang].format(
        kind=in_words(found.kind, lang),
        on=found.on,
        stated=found.stated,
        counted=_number(found.counted, lang),
        difference=_differing(found.difference, lang),
    )
    for index, causes in enumerate(found.explanations):
        yield FRAME["or" if index else "explained"][lang]
        yield from (_cause_line(cause, lang) for cause in causes)
    if found.is_explained:
        return
    if found.nearest:
        yield FRAME["nearest"][lang]
        yield from (_cause_line(cause, lang) for cause in found.nearest)
    left = _differing(Bounded(found.unexplained, found.unexplained), lang)
    yield FRAME["unexplained"][lang].format(difference=left)
    named = {cause.cause for cause in found.nearest}
    others = [cause for cause in found.causes if cause.cause not in named]
    if others:
        yield FRAME["others"][lang]
        yield from (_cause_line(cause, lang) for cause in others)


def _differing(number: Bounded, lang: Lang) -> str:
    """How many months more or fewer; nothing where both are possible."""
    if number.at_least <= 0 <= number.at_most:
        return FRAME["same"][lang]
    label = "more" if number.at_least > 0 else "fewer"
    low, high = sorted((abs(number.at_least), abs(number.at_most)))
    return FRAME[label][lang].format(months=_number(Bounded(low, high), lang))


def _cause_line(cause: Cause, lang: Lang) -> str:
    placed = FRAME["placed"][lang].format(months=cause.placed) if cause.placed else ""
    number = _number(cause, lang)
    return "  - " + FRAME["cause"][lang].format(
        cause=CAUSES[cause.cause][lang], months=number, placed=placed
    )


def _number(number: Bounded, lang: Lang) -> str:
    low, high = number.at_least, number.at_most
    return in_words(low if low == high else (low, high), lang)


def missing_in_words(missing: Missing, lang: Lang) -> str:
    """What is missing: a fact, or a parameter of the law of a place."""
    if missing.name in FACTS:
        return FACTS[missing.name][lang]
    parameter = ALL[missing.name]
    title = parameter.title_zh if lang == "zh" else parameter.title_en
    return _FRAME["parameter"][lang].format(title=title, name=missing.name, area=missing.area)


def in_words(value: Fact | Outcome | Evidence, lang: Lang) -> str:
    """A value in words.

    Example:
        >>> in_words((28, 31), "zh"), in_words(None, "en"), in_words(YearMonth(2034, 9), "zh")
        ('28 至 31', 'not known', '2034年9月')
    """
    if value is None:
        return _FRAME["unknown"][lang]
    if isinstance(value, bool):
        return _FRAME["yes" if value else "no"][lang]
    if isinstance(value, tuple):
        return _FRAME["between"][lang].format(low=value[0], high=value[1])
    if isinstance(value, Term):
        return value.zh if lang == "zh" else value.en
    if isinstance(value, YearMonth) and lang == "zh":
        return f"{value.year}年{value.month}月"
    return masked(str(value))
