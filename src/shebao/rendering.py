"""Overviews and impacts as text of at most 80 columns, and as a small escaped HTML table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from .columns import wrapped
from .labels import LABELS
from .law.parameters import ALL
from .model.counting_rule import CountingRule
from .terms import InsuranceKind, MonthState, Purpose
from .wording import QUESTIONS, Lang, check_lang, explain, in_words

if TYPE_CHECKING:
    from .breaks import Impact
    from .decisions import Decision
    from .losses import Loss
    from .report import KindOverview, Overview
    from .rules.certification import CertificationStanding
    from .rules.counting import Count
    from .rules.counts import Bounded

__all__ = ["as_html", "as_text", "impact_text"]

Row = tuple[str, str]
Section = tuple[str, list[Row]]


def as_text(overview: Overview, lang: str) -> str:
    """The overview as plain text."""
    checked = check_lang(lang)
    lines = list(wrapped(_heading(overview, checked), "", "    "))
    if overview.is_provisional:
        lines += wrapped(_say("provisional", checked), "", "    ")
    for title, rows in _sections(overview, checked):
        lines += ["", title]
        for label, value in rows:
            lines += wrapped(f"{label}: {value}" if value else label, "  ", "      ")
    for decision in _decisions(overview):
        lines.append("")
        lines += explain(decision, checked).splitlines()
    return "\n".join(lines)


def as_html(overview: Overview, lang: str) -> str:
    """The overview as an HTML table; every text in it is escaped."""
    from html import escape  # noqa: PLC0415  (its table of entities is slow to import)

    checked = check_lang(lang)
    rows = [f"<caption>{escape(_heading(overview, checked))}</caption>"]
    for title, section in _sections(overview, checked):
        rows.append(f'<tr><th colspan="2">{escape(title)}</th></tr>')
        rows += [
            f"<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for label, value in section
        ]
    rows.append(f'<tr><th colspan="2">{escape(LABELS["decisions"][checked])}</th></tr>')
    for decision in _decisions(overview):
        head, *rest = explain(decision, checked).splitlines()
        details = "<br>".join(escape(line.strip()) for line in rest)
        rows.append(
            f'<tr><td colspan="2"><details><summary>{escape(head)}</summary>{details}</details>'
            "</td></tr>"
        )
    return f"<table>{''.join(rows)}</table>"


def impact_text(impact: Impact, lang: str) -> str:
    """The cost of a gap as plain text: each number where the span is paid, and where it is not."""
    checked = check_lang(lang)
    head = _say("impact", checked, span=impact.span, on=impact.on, at=impact.at)
    lines = list(wrapped(head, "", "    "))
    if impact.is_provisional:
        lines += wrapped(_say("provisional", checked), "", "    ")
    for each in impact.kinds:
        lines += ["", _title(in_words(each.kind, checked))]
        for label in ("cumulative", "continuous", "longest"):
            kept = _months(getattr(each.kept, label), checked)
            broken = _months(getattr(each.broken, label), checked)
            lines += _from_to(_say(label, checked), kept, broken, checked)
        for loss in impact.losses_of(each.kind).values():
            lines += _lost(loss, checked)
    lines += ["", _say("decisions", checked)]
    for paid, unpaid in zip(_decisions(impact.kept), _decisions(impact.broken), strict=True):
        question = QUESTIONS[paid.question][checked]
        lines += _from_to(question, _answer(paid, checked), _answer(unpaid, checked), checked)
    return "\n".join([*lines, "", _say("not_compared", checked)])


def _lost(loss: Loss, lang: Lang) -> Iterator[str]:
    """What else the gap takes, and whether and until when it can be mended."""
    if loss.is_lost is not False and loss.purpose not in (Purpose.CUMULATIVE, Purpose.CONTINUOUS):
        kept, broken = (
            str(each) if isinstance(each, Decimal) else in_words(each, lang)
            for each in (loss.kept, loss.broken)
        )
        yield from _from_to(in_words(loss.purpose, lang), kept, broken, lang)
    if loss.repairable_until is not None:
        text = _say("repairable", lang, day=loss.repairable_until)
        yield from wrapped(text, "  ", "      ")
    if loss.back_payment is not None:
        outcome = in_words(loss.back_payment.outcome, lang)
        text = _say("back_payment", lang, outcome=outcome)
        yield from wrapped(text, "  ", "      ")


def _answer(decision: Decision[object], lang: Lang) -> str:
    """The outcome; of medical insurance with the run under its own rule."""
    continuous = getattr(decision.value, "continuous", None)
    outcome = in_words(decision.outcome, lang)
    return outcome if continuous is None else f"{outcome} ({_months(continuous, lang)})"


def _from_to(label: str, kept: str, broken: str, lang: Lang) -> Iterator[str]:
    text = _say("from_to", lang, what=label, kept=kept, broken=broken)
    return wrapped(text, "  ", "      ")


def _title(text: str) -> str:
    return text[0].upper() + text[1:]


def _heading(overview: Overview, lang: Lang) -> str:
    place = _say("nation", lang)
    if overview.area is not None:
        names = (
            {}
            if overview.area_name is None
            else dict(zip(("zh", "en"), overview.area_name, strict=True))
        )
        place = _say("area", lang, area=f"{overview.area} {names.get(lang, '')}".strip())
    return f"{_say('title', lang, on=overview.on)} ({place})"


def _decisions(overview: Overview) -> Iterator[Decision[object]]:
    decisions: tuple[Decision[object] | None, ...] = (
        overview.pension,
        overview.resident_pension,
        overview.medical,
        overview.unemployment,
        overview.work_injury,
        overview.maternity,
        *overview.sharing,
        overview.certification,
    )
    return (decision for decision in decisions if decision is not None)


def _sections(overview: Overview, lang: Lang) -> Iterator[Section]:
    for each in overview.kinds:
        yield _title(in_words(each.kind, lang)), list(_kind_rows(each, lang))
    if overview.retirement:
        yield _say("retirement", lang), list(_retirement_rows(overview, lang))
    benefit = list(_benefit_rows(overview, lang))
    if benefit:
        yield QUESTIONS[overview.unemployment.question][lang], benefit
    yield _say("bases", lang), list(_base_rows(overview, lang))
    if overview.sharing:
        yield _say("family", lang), list(_family_rows(overview, lang))
    if overview.certification is not None:
        yield _say("certification", lang), list(_certification_rows(overview.certification, lang))


def _kind_rows(each: KindOverview, lang: Lang) -> Iterator[Row]:
    total = each.cumulative
    if not each.states:
        yield _say("none", lang), ""
        yield from _left_out_rows(total, lang)
        return
    made_of = _say(
        "made_of",
        lang,
        paid=total.paid_months,
        back_paid=total.back_paid_months,
        deemed=total.deemed_months,
    )
    yield _say("cumulative", lang), f"{_months(total, lang)}; {made_of}"
    if total.is_merged:
        yield _say("merged", lang), ""
    yield from _left_out_rows(total, lang)
    is_default = total.rule == CountingRule.default(each.kind)
    rule = _say("default_rule", lang) if is_default else total.rule.name
    yield _say("rule", lang, rule=rule), ""
    yield _say("continuous", lang), _run(each.continuous, lang)
    yield _say("longest", lang), _run(each.longest, lang)
    for gap in each.gaps:
        label = "open_gap" if gap.is_open else "gap"
        owed = _say("of_these_owed", lang, months=gap.in_arrears) if gap.in_arrears else ""
        yield _say(label, lang), f"{gap.span}, {_months(gap, lang)}{owed}"
    for overlap in each.overlaps:
        note = "" if overlap.is_permitted else f"; {_say('forbidden', lang)}"
        yield _say("overlap", lang), f"{overlap.span}{note}"
    for state in each.states:
        if state.state is MonthState.ARREARS:
            note = f"; {_say('blocked', lang)}" if each.kind is InsuranceKind.MEDICAL else ""
            yield _say("in_arrears", lang), f"{state.span}{note}"
    yield from _average_rows(each, lang)


def _left_out_rows(total: Count, lang: Lang) -> Iterator[Row]:
    for reason, months in total.left_out:
        yield _say("left_out", lang, reason=in_words(reason, lang), months=months), ""


def _average_rows(each: KindOverview, lang: Lang) -> Iterator[Row]:
    average = each.average_base
    if average.months:
        note = "" if average.is_complete else _say("incomplete", lang)
        yield _say("average_base", lang), _say("yuan", lang, amount=average.amount) + note
    if average.without_base:
        yield _say("without_base", lang, months=average.without_base), ""
    if average.doubled:
        yield _say("doubled", lang, months=average.doubled), ""


def _retirement_rows(overview: Overview, lang: Lang) -> Iterator[Row]:
    for each in overview.retirement:
        text = _say(
            "retires",
            lang,
            month=in_words(each.month, lang),
            years=each.age_months // 12,
            months=each.age_months % 12,
            delay=each.delay_months,
            category=in_words(each.category, lang),
        )
        yield text, ""
        yield each.citation.text(lang), ""


def _benefit_rows(overview: Overview, lang: Lang) -> Iterator[Row]:
    """How many months of unemployment benefit the record gives, by the nation and by the place."""
    value = overview.unemployment.value
    if value is None or not value.contribution_months.at_most:
        return
    if value.maximum_months is not None:
        yield _say("benefit_most", lang), _say("months", lang, months=value.maximum_months)
    if value.benefit_months is not None and value.grading is not None:
        grade = in_words(value.grading.evidence, lang)
        law = value.grading.citation.text(lang)
        months = _say("months", lang, months=value.benefit_months)
        yield _say("benefit_local", lang), f"{months}; {law} [{grade}]"


def _family_rows(overview: Overview, lang: Lang) -> Iterator[Row]:
    """Each relative by what the person calls them, never by a name."""
    found = [(each.outcome, each.value) for each in overview.sharing if each.value is not None]
    for outcome, sharing in found:
        scope = in_words(sharing.scope, lang)
        text = _say("shared", lang, outcome=in_words(outcome, lang), scope=scope)
        yield sharing.tie.word(lang), text


def _certification_rows(decision: Decision[CertificationStanding], lang: Lang) -> Iterator[Row]:
    standing = decision.value
    if standing is None:
        yield in_words(decision.outcome, lang), ""
        return
    due = _say("due", lang, due=standing.due_on)
    yield in_words(standing.state, lang), due
    if standing.unpaid:
        yield _say("unpaid_months", lang), str(standing.unpaid)
    if standing.resumes is not None:
        resumes = in_words(standing.resumes, lang)
        yield _say("resumes", lang, month=resumes), str(standing.back_paid)


def _base_rows(overview: Overview, lang: Lang) -> Iterator[Row]:
    index = overview.index
    if index.exact is None:
        years = [_say("wage_of", lang, year=year) for year in index.missing_years]
        needed = _shortened(years) or _say("average_base", lang)
        yield _say("index", lang), _say("undetermined", lang, missing=needed)
    else:
        note = "" if index.is_complete else _say("incomplete", lang)
        yield _say("index", lang), f"{index.rounded()}{note}; {_say('index_policy', lang)}"
    floor, ceiling = overview.base_floor, overview.base_ceiling
    if floor is None or ceiling is None:
        missing = ", ".join(
            ALL[name].title_zh if lang == "zh" else ALL[name].title_en
            for name in ("contribution_base.floor", "contribution_base.ceiling")
        )
        yield _say("limits", lang), _say("undetermined", lang, missing=missing)
    else:
        values = _say("limit_values", lang, floor=floor.value, ceiling=ceiling.value)
        grades = in_words(max(floor.evidence, ceiling.evidence, key=lambda e: e.rank), lang)
        yield _say("limits", lang), f"{values}; {floor.citation.text(lang)} [{grades}]"


def _shortened(names: Iterable[str]) -> str:
    """The first and the last of many names."""
    listed = list(names)
    return ", ".join(listed) if len(listed) <= 2 else f"{listed[0]} ... {listed[-1]}"


def _run(count: Count, lang: Lang) -> str:
    text = _months(count, lang)
    if count.at_least and count.span is not None:
        text += f" ({count.span})"
    if count.broken_by is not None:
        label = "after" if count.at_least else "broken_by"
        text += f"; {_say(label, lang, span=count.broken_by)}"
    return text


def _months(number: Bounded, lang: Lang) -> str:
    low, high = number.at_least, number.at_most
    label = "month" if (low, high) == (1, 1) else "months"
    return _say(label, lang, months=in_words(low if low == high else (low, high), lang))


def _say(label: str, lang: Lang, **facts: object) -> str:
    return LABELS[label][lang].format(**facts)
