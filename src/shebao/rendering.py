"""Overviews and impacts as text of at most 80 columns, and as a small escaped HTML table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .columns import wrapped
from .law.parameters import ALL
from .model.counting_rule import CountingRule
from .terms import InsuranceKind, MonthState, Purpose
from .wording import QUESTIONS, Lang, Words, check_lang, explain, in_words

if TYPE_CHECKING:
    from .breaks import Impact
    from .decisions import Decision
    from .losses import Loss
    from .report import KindOverview, Overview
    from .rules.counting import Count
    from .rules.counts import Bounded

__all__ = ["as_html", "as_text", "impact_text"]

_LABELS: Final[dict[str, Words]] = {
    "title": {"zh": "社会保险总览 {on}", "en": "Social insurance on {on}"},
    "area": {"zh": "参保地 {area}", "en": "area {area}"},
    "nation": {"zh": "仅依全国规定", "en": "national law alone"},
    "provisional": {
        "zh": "注意：查询日晚于本库所读法规的截止日，结论为暂定。",
        "en": "Note: the day is later than the law that was read; all of this is provisional.",
    },
    "rule": {"zh": "口径：{rule}", "en": "counted by {rule}"},
    "default_rule": {"zh": "默认口径，不允许中断", "en": "the default rule, which bridges no gap"},
    "index_policy": {
        "zh": "除以上年度社会平均工资，不作上下限处理；各省办法不同",
        "en": "over the average wage of the year before, without clamp; provinces differ",
    },
    "wage_of": {"zh": "{year}年社会平均工资", "en": "the average wage of {year}"},
    "benefit_most": {"zh": "失业保险金最长期限（全国）", "en": "benefit at most (national)"},
    "benefit_local": {"zh": "失业保险金期限（参保地）", "en": "benefit by the place"},
    "impact": {
        "zh": "断缴 {span} 的影响（记录截至 {on}，比较日 {at}）",
        "en": "Cost of a gap in {span} (record as of {on}, compared on {at})",
    },
    "from_to": {"zh": "{what}：{kept} -> {broken}", "en": "{what}: {kept} -> {broken}"},
    "repairable": {
        "zh": "可补缴接续、不设等待期至：{day}",
        "en": "can be paid up without waiting until {day}",
    },
    "back_payment": {
        "zh": "其间未就业的，事后补缴：{outcome}",
        "en": "paid afterwards, by who was not employed: {outcome}",
    },
    "not_compared": {
        "zh": "此前无缴费月份的险种不作比较",
        "en": "kinds without an earlier month are not compared",
    },
    "none": {"zh": "无就业参保月份", "en": "no months by employment"},
    "cumulative": {"zh": "累计", "en": "cumulative"},
    "continuous": {"zh": "连续", "en": "continuous"},
    "longest": {"zh": "最长连续", "en": "longest run"},
    "made_of": {
        "zh": "其中确定为实缴 {paid}、补缴 {back_paid}、视同 {deemed}",
        "en": "of these certainly paid {paid}, back-paid {back_paid}, deemed {deemed}",
    },
    "merged": {
        "zh": "2020年起职工医保月份即生育保险月份",
        "en": "employee medical months are maternity months since the merger",
    },
    "broken_by": {"zh": "中断于 {span}", "en": "broken by {span}"},
    "after": {"zh": "此前中断于 {span}", "en": "after a break in {span}"},
    "left_out": {"zh": "未计入：{reason} {months}", "en": "left out: {reason} {months}"},
    "gap": {"zh": "未缴月份", "en": "unpaid"},
    "open_gap": {"zh": "未缴月份(至今)", "en": "unpaid to this day"},
    "of_these_owed": {"zh": "，其中欠费 {months}", "en": ", of these in arrears {months}"},
    "overlap": {"zh": "重复缴费", "en": "held twice"},
    "forbidden": {"zh": "应清理，只保留一处", "en": "to be cleared, one is kept"},
    "in_arrears": {"zh": "欠费", "en": "in arrears"},
    "blocked": {
        "zh": "补足前医保卡停用、不予支付，依参保地规定",
        "en": "until settled the card is blocked, as places rule",
    },
    "average_base": {"zh": "月平均缴费基数", "en": "average base"},
    "without_base": {"zh": "无基数月份 {months}", "en": "no base known for {months}"},
    "doubled": {"zh": "重复月份 {months} 未计", "en": "held twice, left out: {months}"},
    "index": {"zh": "平均缴费指数", "en": "average contribution index"},
    "limits": {"zh": "缴费基数上下限", "en": "limits of the base"},
    "limit_values": {"zh": "{floor} 至 {ceiling} 元", "en": "{floor} to {ceiling} yuan"},
    "undetermined": {"zh": "不能确定，缺 {missing}", "en": "undetermined, needs {missing}"},
    "retirement": {"zh": "法定退休", "en": "Statutory retirement"},
    "retires": {
        "zh": "{month}，{years}周岁{months}个月（延迟{delay}个月，{category}）",
        "en": "{month}, aged {years} years {months} months ({category}, delayed {delay} months)",
    },
    "month": {"zh": "{months} 个月", "en": "{months} month"},
    "months": {"zh": "{months} 个月", "en": "{months} months"},
    "yuan": {"zh": "{amount} 元", "en": "{amount} yuan"},
    "decisions": {"zh": "能否享受", "en": "Decisions"},
    "bases": {"zh": "缴费基数与指数", "en": "Bases and index"},
    "incomplete": {"zh": "（不完整）", "en": " (incomplete)"},
}

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
    rows.append(f'<tr><th colspan="2">{escape(_LABELS["decisions"][checked])}</th></tr>')
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
    return _LABELS[label][lang].format(**facts)
