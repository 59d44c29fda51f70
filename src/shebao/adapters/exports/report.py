"""A reading in words: what was understood, what was not, and why, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ...columns import wrapped
from ...masking import masked
from ...model.contributions import ContributionPeriod
from ...model.history import ContributionHistory
from ...model.provenance import Provenance
from ...month_sets import MonthSet
from ...terms import InsuranceKind, PaymentStatus
from ...wording import Lang, check_lang
from .set_aside import RowReason
from .settings import Assumption

if TYPE_CHECKING:
    from .reading import Reading

__all__ = ["reading_text"]

#: How many people, and how many faults, are told one by one.
_MOST_PEOPLE: Final = 10
_MOST_FAULTS: Final = 20
#: How long a list of rows may be before only their number is told.
_LONGEST: Final = 60
_SAID: Final[Mapping[str, Mapping[Lang, str]]] = {
    "rows": {"zh": "{source}：{n} 行，{people} 人", "en": "{source}: {n} rows, people: {people}"},
    "used": {"zh": "已识别的列", "en": "Columns that were read"},
    "unused": {
        "zh": "已知但与缴费月份无关的列",
        "en": "Columns that are known and say nothing of months",
    },
    "unknown": {"zh": "未知的列", "en": "Columns that are not known"},
    "record": {"zh": "缴费记录", "en": "Records"},
    "nobody": {"zh": "（表中未写姓名）", "en": "(the table names nobody)"},
    "months": {"zh": "{n} 个月", "en": "{n} months"},
    "counted": {
        "zh": "{span} 中有 {n}，具体是哪些月份不明",
        "en": "{n} of {span}, which ones is not known",
    },
    "more": {"zh": "另有 {n} 项", "en": "and {n} more"},
    "assumed": {"zh": "按默认读入", "en": "What was taken for granted"},
    "status": {"zh": Assumption.STATUS.zh, "en": "rows without a status were paid in time"},
    "scheme": {"zh": Assumption.SCHEME.zh, "en": "rows without a scheme are of employees"},
    "area": {"zh": Assumption.AREA.zh, "en": "rows without a place lie where the caller says"},
    "kind": {
        "zh": Assumption.KIND.zh,
        "en": "rows without an insurance are of that of the title or the caller",
    },
    "aside": {"zh": "未另计月数的行", "en": "Rows that add no month of their own"},
    "faults": {"zh": "不能识别的内容", "en": "What was not understood"},
    "stated": {"zh": "表中自载的月数", "en": "Months that the table itself states"},
    "whole": {"zh": "所有行均已识别。", "en": "Every row was understood."},
    "at": {"zh": "第 {row} 行", "en": "row {row}"},
}


def reading_text(reading: Reading, lang: str) -> str:
    """A reading as text of at most 80 columns.

    Args:
        reading: the reading.
        lang: ``zh`` or ``en``.
    """
    checked = check_lang(lang)
    people = {"n": reading.row_count, "people": len(reading.people)}
    lines = list(
        wrapped(_say("rows", checked, source=masked(reading.source), **people), "", "    ")
    )
    for title, entries in _sections(reading, checked):
        told = list(entries)
        if told:
            lines += ["", _say(title, checked)]
            lines += [line for entry in told for line in wrapped(masked(entry), "  ", "      ")]
    if reading.is_understood:
        lines += ["", _say("whole", checked)]
    return "\n".join(lines)


def _say(name: str, lang: Lang, **values: object) -> str:
    return _SAID[name][lang].format(**values)


def _sections(reading: Reading, lang: Lang) -> Iterator[tuple[str, Iterable[str]]]:
    columns = reading.columns
    used = [column for column in columns if column.meaning.is_used]
    unused = [column for column in columns if column.field and not column.meaning.is_used]
    yield (
        "used",
        [f"{each.number} {each.heading} → {_holds(each.field, each.kind)}" for each in used],
    )
    yield "unused", [f"{each.number} {each.heading}" for each in unused]
    yield "unknown", [f"{each.number} {each.heading}" for each in reading.unknown_columns]
    yield "record", _records(reading.histories, lang)
    yield (
        "stated",
        [
            f"{_say('at', lang, row=each.row)}: {_kind(each.kind, lang)} {_say('months', lang, n=each.months)}"
            for each in reading.stated
        ],
    )
    yield "assumed", [_say(str(each.value), lang) for each in reading.assumed]
    yield "aside", _reasons(reading, lang)
    yield "faults", _first(map(str, reading.faults), len(reading.faults), _MOST_FAULTS, lang)


def _holds(field: str | None, kind: InsuranceKind | None) -> str:
    return f"{field}" if kind is None else f"{kind.value}.{field}"


def _kind(kind: InsuranceKind | None, lang: Lang) -> str:
    if kind is None:
        return ""
    return kind.zh if lang == "zh" else kind.en


def _first(entries: Iterable[str], count: int, most: int, lang: Lang) -> Iterator[str]:
    """The first entries, and how many more there are."""
    for number, entry in enumerate(entries):
        if number < most:
            yield entry
    if count > most:
        yield _say("more", lang, n=count - most)


def _records(histories: Mapping[str | None, ContributionHistory], lang: Lang) -> Iterator[str]:
    told = (
        line
        for person, history in list(histories.items())[:_MOST_PEOPLE]
        for line in _record(person, history, lang)
    )
    yield from told
    if len(histories) > _MOST_PEOPLE:
        yield _say("more", lang, n=len(histories) - _MOST_PEOPLE)


def _record(person: str | None, history: ContributionHistory, lang: Lang) -> Iterator[str]:
    """A person, and the months of each insurance by what became of them."""
    yield masked(person) if person is not None else _say("nobody", lang)
    for kind in history.kinds:
        for status in PaymentStatus:
            periods = [period for period in history.of(kind) if period.status is status]
            if periods:
                name = status.zh if lang == "zh" else status.en
                yield f"· {_kind(kind, lang)} {name}: {_months(periods, lang)}"


def _months(periods: Sequence[ContributionPeriod], lang: Lang) -> str:
    """The months of some periods, those that only their number tells of in words."""
    placed = MonthSet(period.months for period in periods if period.count is None)
    parts: list[str] = []
    if placed:
        parts.append(f"{_say('months', lang, n=len(placed))} ({placed})")
    for period in periods:
        if period.count is not None:
            number = _say("months", lang, n=period.at_least)
            parts.append(_say("counted", lang, n=number, span=period.months))
    return ("；" if lang == "zh" else "; ").join(parts)


def _reasons(reading: Reading, lang: Lang) -> Iterator[str]:
    """The rows set aside, by their reasons."""
    for reason in RowReason:
        rows = {each.row for each in reading.set_aside if each.reason is reason}
        if rows:
            _, _, numbers = str(Provenance.of("", rows)).partition(":")
            shown = (
                numbers if len(numbers) <= _LONGEST else f"{len(rows)} ({min(rows)}…{max(rows)})"
            )
            yield f"{reason.zh if lang == 'zh' else reason.en}: {shown}"
