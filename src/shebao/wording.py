"""Answers in words, Chinese and English. Reasons are data; their sentences live here alone."""

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
    Question,
    Reason,
    Verdict,
)
from .errors import Fault, RuleError
from .law import Evidence
from .law.parameters import ALL
from .months import YearMonth
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
Words = dict[Literal["zh", "en"], str]

_LANGS: Final[tuple[Lang, ...]] = ("zh", "en")

QUESTIONS: Final[dict[Question, Words]] = {
    Question.PENSION: {
        "zh": "按法定退休年龄，能否按月领取职工基本养老金",
        "en": "may the employees' basic pension be drawn at the statutory age",
    },
    Question.RESIDENT_PENSION: {
        "zh": "能否按月领取城乡居民养老金",
        "en": "may the residents' basic pension be drawn",
    },
    Question.UNEMPLOYMENT: {
        "zh": "能否申领失业保险金",
        "en": "may unemployment benefit be claimed",
    },
    Question.MEDICAL_CONTINUITY: {
        "zh": "职工医保连续关系是否保留，且无待遇等待期",
        "en": "is employees' medical insurance unbroken, with no waiting period running",
    },
    Question.WORK_INJURY_COVER: {
        "zh": "当日发生工伤，是否由工伤保险基金支付",
        "en": "does the work-injury fund cover that day",
    },
    Question.MATERNITY_COVER: {
        "zh": "能否享受生育保险待遇",
        "en": "may maternity benefits be drawn",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.EITHER_WAY: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论相同",
        "en": "facts that were not given: the same in all {actual} cases",
    },
    Reason.DEPENDS: {
        "zh": "未提供的事实逐一代入，{actual} 种情形结论不同或不能确定",
        "en": "facts that were not given: the {actual} cases differ or stay open",
    },
    Reason.PENSION_AGE: {
        "zh": "达到法定退休年龄：{required}，查询日 {actual}",
        "en": "statutory retirement age reached: {required}; asked on {actual}",
    },
    Reason.PENSION_MONTHS: {
        "zh": "养老保险累计缴费月数：{actual}；最低：{required}",
        "en": "months of pension contributions: {actual}; required: {required}",
    },
    Reason.RESIDENT_AGE: {
        "zh": "达到城乡居民养老金领取年龄：{required}，查询日 {actual}",
        "en": "age of the residents' pension reached: {required}; asked on {actual}",
    },
    Reason.RESIDENT_YEARS: {
        "zh": "居民养老累计缴费年限（年）：{actual}；最低：{required}",
        "en": "years paid as a resident: {actual}; required: {required}",
    },
    Reason.RESIDENT_NO_OTHER_PENSION: {
        "zh": "未领取其他基本养老保障待遇：{actual}",
        "en": "no other basic pension drawn: {actual}",
    },
    Reason.UNEMPLOYMENT_MONTHS: {
        "zh": "失业保险累计缴费月数：{actual}；最低：{required}",
        "en": "months of unemployment contributions: {actual}; required: {required}",
    },
    Reason.UNEMPLOYMENT_MONTHS_SINCE: {
        "zh": "上次领取失业保险金之后的缴费月数（重新计算）：{actual}；最低：{required}",
        "en": "months of contributions since benefit was last drawn: {actual}; required: {required}",
    },
    Reason.UNEMPLOYMENT_INVOLUNTARY: {
        "zh": "非因本人意愿中断就业：{actual}",
        "en": "employment ended against one's will: {actual}",
    },
    Reason.UNEMPLOYMENT_REGISTERED: {
        "zh": "已办理失业登记并有求职要求：{actual}",
        "en": "registered as unemployed and seeking work: {actual}",
    },
    Reason.MEDICAL_RUN_ALIVE: {
        "zh": "最近一次缴费之后未缴月数（含欠费）：{actual}；可补缴接续的上限：{required}",
        "en": "months unpaid since the last paid one, arrears included: {actual}; may be paid up: {required}",
    },
    Reason.MEDICAL_NO_WAITING: {
        "zh": "无待遇等待期（下列任一）",
        "en": "no waiting period runs (any of these)",
    },
    Reason.MEDICAL_NO_LONG_GAP: {
        "zh": "历次中断最长月数：{actual}；可补缴、补缴后无等待期的上限：{required}",
        "en": "months of the longest gap: {actual}; may be paid up, then without waiting: {required}",
    },
    Reason.MEDICAL_WAITING_OVER: {
        "zh": "本段连续缴费已满月数：{actual}；等待期月数：{required}",
        "en": "whole months of the present run: {actual}; waiting period: {required}",
    },
    Reason.MEDICAL_CEILING_OVER: {
        "zh": "本段连续缴费已满月数：{actual}；等待期原则上不超过：{required}",
        "en": "whole months of the present run: {actual}; a waiting period is in principle at most:"
        " {required}",
    },
    Reason.WORK_INJURY_PAID: {
        "zh": "工伤保险{required}状态：{actual}",
        "en": "work-injury insurance in {required}: {actual}",
    },
    Reason.MATERNITY_PAID: {
        "zh": "生育保险{required}状态：{actual}",
        "en": "maternity insurance in {required}: {actual}",
    },
    Reason.MATERNITY_MONTHS: {
        "zh": "生育保险连续缴费月数：{actual}；参保地要求：{required}",
        "en": "continuous maternity months: {actual}; the place requires: {required}",
    },
}

#: Facts that can be missing; parameters of law bring their own titles.
FACTS: Final[dict[str, Words]] = {
    "retirement_category": {
        "zh": "女职工原法定退休年龄（50或55周岁）",
        "en": "the woman's retirement category (50 or 55)",
    },
    "birth": {"zh": "出生日", "en": "the day of birth"},
    "history": {"zh": "缴费记录中各月的具体月份或申报日期", "en": "which months the record means"},
    "draws_other_pension": {
        "zh": "是否领取其他基本养老保障待遇",
        "en": "whether another basic pension is drawn",
    },
    "resident_scheme_start": {
        "zh": "参保地居民养老保险制度实施的时间（实施时距60周岁不足15年者，年限要求不同）",
        "en": "when the residents' scheme of the place began (who was then within 15 years of 60"
        " needs fewer years)",
    },
    "separation": {"zh": "中断就业的原因", "en": "how employment ended"},
    "registered": {"zh": "是否已办理失业登记", "en": "whether registered as unemployed"},
    "enrolment": {"zh": "当月是否仍在职参保", "en": "whether still enrolled in that month"},
}

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


def explain(decision: Decision[object], lang: str = "zh") -> str:
    """A decision in words: the answer, how well its law is attested, each condition, what is missing.

    Lines have at most 80 columns.

    Args:
        decision: any decision.
        lang: ``zh`` or ``en``.

    Raises:
        RuleError: for any other language, or what is no decision.

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
    if not isinstance(decision, Decision):
        problem = f"is of type {type(decision).__name__}"
        raise RuleError(Fault("decision", type(decision), problem, "a Decision"))
    lines: list[str] = []
    for line in _lines(decision, check_lang(lang)):
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
        f"{FACTS[name][lang]} = {in_words(value, lang)}" for name, value in alternative.facts
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
    return str(value)
