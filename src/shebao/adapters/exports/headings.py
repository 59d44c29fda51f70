"""Headings as fields: what a column of an export holds, of which insurance and whose part it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

import attrs

from ...errors import Fault, RecordsError, RuleError
from ...terms import InsuranceKind, Term
from ..field_codes import FIELDS
from ..vocabulary import KindWord, kind_words, read_kind
from .synonyms import FIELD_OF, USED_FIELDS
from .texts import check_mapping, heading_key, squeezed

__all__ = [
    "OTHER_INSURANCE",
    "ColumnMap",
    "Meaning",
    "Part",
    "kind_in",
    "kinds_within",
]


class Part(Term):
    """Of a month in several rows, what one of them is 分项."""

    EMPLOYER = "employer", "单位缴纳部分"
    PERSONAL = "personal", "个人缴纳部分"
    BASE = "base", "缴费基数"
    STATUS = "status", "缴费情况"


#: Insurance that is none of the five, though its name may begin like one of them.
OTHER_INSURANCE: Final = re.compile(
    "补充|大额|公务员|年金|大病|重病|重大疾病|护理|公积金|采暖|残疾人|照顾"
)
_WORDS: Final[Mapping[str, KindWord]] = {
    **kind_words(),
    "养保": KindWord(InsuranceKind.PENSION),
    "医保": KindWord(InsuranceKind.MEDICAL),
    "失保": KindWord(InsuranceKind.UNEMPLOYMENT),
    "基本养老": KindWord(InsuranceKind.PENSION),
    "基本医疗": KindWord(InsuranceKind.MEDICAL),
    "社会医疗保险": KindWord(InsuranceKind.MEDICAL),
    "职工社会医疗保险": kind_words()["职工医疗保险"],
    "职工基本医疗": kind_words()["职工医疗保险"],
    "企业职工基本医疗": kind_words()["职工医疗保险"],
    "职工基本养老": kind_words()["职工养老保险"],
    "企业职工基本养老": kind_words()["职工养老保险"],
    "企业养老": kind_words()["企业养老保险"],
    "机关养老": kind_words()["机关事业养老保险"],
    "机关事业养老": kind_words()["机关事业养老保险"],
}
_KIND: Final = re.compile(
    "|".join(re.escape(squeezed(word)) for word in sorted(_WORDS, key=len, reverse=True))
)
_BY_KEY: Final = {squeezed(word): meaning for word, meaning in _WORDS.items()}
_PART: Final = re.compile(r"[(\[]?(单位|个人)(?:应?缴[纳费]?)?(?:部分)?[)\]]?")
_PARTS: Final = {"单位": Part.EMPLOYER, "个人": Part.PERSONAL}
_AMOUNTS: Final = {"amount", "personal_amount", "employer_amount"}
#: Headings of people, and of states, that are written in many ways.
_PATTERNS: Final = {
    "identity_number": re.compile(
        r".{0,6}(?:身份证件?|公民身份|社会保障卡?|社保卡|证件)(?:号码?)?(?:\(.*\))?"
    ),
    "remark": re.compile(".*(?:标识|标志|状态|情况)"),
    "name": re.compile("(?!.*(?:单位|公司|企业)).{0,4}(?:姓名|参保人|缴费人|参保人员|职工名称)"),
}
_INSURANCE: Final = re.compile("^(?:保险费|保险|险|费)")
_MERGED: Final = re.compile(r"\(含生育(?:保险)?\)")
_BARE: Final = frozenset({"", "费", "保险", "险", "保险费"})


@attrs.frozen
class Meaning:
    """What a column holds.

    Attributes:
        field: the name of it; None for a heading that is not known.
        kind: the insurance that it is about, if the heading says one, with the schemes of it.
        part: whose part only it is, if it is not all.
    """

    field: str | None = None
    kind: KindWord | None = None
    part: Part | None = None

    @property
    def is_used(self) -> bool:
        """Whether it says anything of months."""
        return self.field in USED_FIELDS


@attrs.frozen
class ColumnMap:
    """Which column is which field 列名对照: the headings known here, and before them one's own.

    Attributes:
        given: a field for each heading of one's own, such as ``"base"`` or, in a table of several
            kinds, ``"pension.base"``; None for a column to be left alone.

    Raises:
        RuleError: if a heading is no text or a field not one of those that are read.

    Example:
        >>> own = ColumnMap({"缴费工资": "base", "参保地": None})
        >>> own.meaning("缴费工资").field, own.meaning("参保地").field, own.meaning("险种").field
        ('base', 'ignored', 'kind')
        >>> ColumnMap().meaning("养老单位缴费金额")
        Meaning(field='employer_amount', kind=KindWord(kind=InsuranceKind.PENSION, schemes=()), part=Part.EMPLOYER)
    """

    given: Mapping[str, str | None] = attrs.field(factory=dict[str, "str | None"])

    def __attrs_post_init__(self) -> None:
        kinds = {str(kind.value) for kind in InsuranceKind}
        check_mapping(self.given, "columns")
        for heading, field in self.given.items():
            if type(heading) is not str:
                raise RuleError(Fault("columns", heading, "is no heading", "text"))
            text = "month" if field is None else field
            kind, _, name = text.rpartition(".") if type(text) is str else ("", "", "")
            if name not in USED_FIELDS or (kind and kind not in kinds):
                expected = f"None, or one of {', '.join(sorted(USED_FIELDS))}, or pension.base"
                raise RuleError(Fault(f"columns[{heading!r}]", field, "is no field", expected))

    @classmethod
    def of(cls, given: ColumnMap | Mapping[str, str | None] | None) -> ColumnMap:
        """The headings of an argument: as they are, of a mapping, or none of one's own."""
        if isinstance(given, ColumnMap):
            return given
        return cls() if given is None else cls(given)

    def unmatched(self, headings: Iterable[str]) -> list[str]:
        """Those of one's own headings that a table has not."""
        found = {name for heading in headings for name in (heading, heading_key(heading))}
        return [heading for heading in self.given if heading not in found]

    def has_own(self, heading: str) -> bool:
        """Whether a heading is one of one's own."""
        return heading in self.given or heading_key(heading) in self.given

    def meaning(self, heading: str) -> Meaning:
        """What the column under a heading holds; of headings of two levels, joined by ``/``."""
        for name in (heading, heading_key(heading)):
            if name in self.given:
                return _given(self.given[name])
        return _known(heading_key(heading))


def _given(field: str | None) -> Meaning:
    if field is None:
        return Meaning("ignored")
    kind, _, name = field.rpartition(".")
    return Meaning(name, KindWord(InsuranceKind(kind)) if kind else None)


def _known(key: str) -> Meaning:
    """The meaning of a heading: whole, or without its kind and part, or of its lower level."""
    if (field := FIELD_OF.get(key)) is not None:
        return Meaning(field, part=_part_of(key))
    if (coded := FIELDS.get(key.upper())) is not None and not coded.is_unsure:
        return _given(coded.meaning) if coded.meaning else Meaning("coded")
    if OTHER_INSURANCE.search(key):
        return Meaning("other_insurance")
    found = _KIND.search(key)
    if found is not None:
        return _of_kind(key, found)
    return _of_levels(key) if "/" in key else _of_pattern(key)


def _of_pattern(key: str) -> Meaning:
    """The meaning of a heading of people or states that is written in words of its own."""
    for field, pattern in _PATTERNS.items():
        if pattern.fullmatch(key):
            return Meaning(field)
    return Meaning()


def _of_levels(key: str) -> Meaning:
    """The meaning of a heading of two levels, neither of which names an insurance."""
    upper, _, lower = key.rpartition("/")
    above, below = FIELD_OF.get(upper), FIELD_OF.get(lower)
    if above is not None and above not in USED_FIELDS:
        return Meaning(above)
    return Meaning(below, part=_part_of(upper) or _part_of(lower)) if below else Meaning()


def _of_kind(key: str, found: re.Match[str]) -> Meaning:
    """The meaning of a heading that names an insurance, by what it says besides."""
    kind, part = _BY_KEY[found.group()], _part_of(key)
    rest = heading_key(_besides(key, found).replace("/", ""))
    for name in (rest, _INSURANCE.sub("", rest), _PART.sub("", _INSURANCE.sub("", rest))):
        if (field := FIELD_OF.get(name)) is not None:
            return Meaning(_with_part(field, part), kind, part)
    if _PART.sub("", rest) in _BARE:
        return Meaning(_with_part("amount", part) if part else "cell", kind, part)
    return Meaning()


def _besides(key: str, found: re.Match[str]) -> str:
    """What a text says besides its insurance, which may hold maternity since the merger."""
    return _MERGED.sub("", key[: found.start()] + key[found.end() :])


def _part_of(key: str) -> Part | None:
    found = {
        _PARTS[each] for each in re.findall("单位(?!名称|编|代码)|个人(?!编|代码|账户|帐户)", key)
    }
    return found.pop() if len(found) == 1 else None


def _with_part(field: str, part: Part | None) -> str:
    if field == "employer":  # 单位 under an insurance is what the employer pays
        return "employer_amount"
    return f"{part.value}_amount" if field in _AMOUNTS and part else field


@lru_cache(maxsize=1 << 10)
def kind_in(text: str) -> tuple[KindWord, Part | None]:
    """The insurance that a cell names, and whose part of the contribution, as ``失业保险(个人缴纳)``.

    Raises:
        RecordsError: if it names none of the five.

    Example:
        >>> kind_in("职工基本养老保险（单位缴纳）")[0].kind, kind_in("失业保险(个人缴纳)")[1]
        (InsuranceKind.PENSION, Part.PERSONAL)
    """
    key = squeezed(text)
    if text.isascii():
        return read_kind(text.strip()), None
    found = _KIND.search(key)
    if found is not None and not OTHER_INSURANCE.search(key):
        rest = _besides(key, found)
        if _PART.sub("", rest) in _BARE:
            return _BY_KEY[found.group()], _part_of(rest)
    expected = ", ".join(f"{kind.zh} ({kind.value})" for kind in InsuranceKind)
    raise RecordsError(Fault("kind", text, "is no known kind", expected))


def kinds_within(text: str, mark: str = "") -> set[KindWord]:
    """The kinds of insurance that a text names, by words that hold a mark, as 医疗保险 does 保险.

    Example:
        >>> [word.kind for word in kinds_within("城镇职工基本养老保险参保缴费凭证")]
        [InsuranceKind.PENSION]
    """
    return {_BY_KEY[word] for word in _KIND.findall(squeezed(text)) if mark in word}
