"""What stands above a table or a group of its rows and holds of all of them: titles 标题, groups 分组.

Titles are written for people, so only what they say plainly is taken: one insurance by a whole word,
one year, one month, one person behind a label. What they name, and not as one thing, is unclear, and
rows that depend on it are then not understood; so are rows without a status below a title that
speaks of arrears or refunds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import attrs

from ...errors import FaultyInputError
from ...masking import shown
from ...months import YearMonth
from ...terms import Scheme
from ..vocabulary import KindWord
from .headings import OTHER_INSURANCE, kinds_within
from .texts import narrowed, squeezed

__all__ = ["DOUBTS", "UNCLEAR", "Titles", "is_title", "schemes_in", "titles_of"]

_T = TypeVar("_T")

#: Stands for a person whom a title names, and nobody can say who it is.
UNCLEAR: Final = ""
#: Words of status in titles and remarks, which make rows doubtful that do not speak for themselves.
DOUBTS: Final = re.compile("(?:欠费|退费|退款|退收|补缴|停保|未缴|未到账)(?!月数)")
_TITLE: Final = re.compile("[:、]|明细|记录|清单|证明|凭证|汇总|查询|对账单")
_NOTE: Final = re.compile("(?:注|备注|说明|提示|温馨提示|填表)")
_YEAR: Final = re.compile(
    r"(?<![0-9])(?<!截至)(?<!时间:)(?<!时间,)(?<!日期:)((?:19|20)[0-9]{2})年(?:度|(?![0-9月末底初]))"
)
_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}(?:年度?)?[至到~—-]+(?:19|20)?[0-9]{2}年")
_SUBJECT: Final = re.compile("所属(?:期|时期|月份|年月)")
_MONTH: Final = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2}(?:[-./年][0-9]{1,2}月?|(?:0[1-9]|1[0-2])))(?![0-9])(\s*[至到~—-]+\s*[0-9])?"
)
#: What tells people apart, the surest first, behind the words for it.
_PEOPLE: Final = (
    re.compile(
        r"(?:身份证(?:件)?号?码?|证件号码?|公民身份号码|社会保障号码?)[:,]+([^,:;、()]*[0-9][^,:;、()]*)"
    ),
    re.compile(r"(?:个人编号|个人社保号|社保号|(?:社保)?电脑号)[:,]+([^,:;、()]+)"),
    re.compile(r"(?:姓名|参保人(?:姓名|员)?|缴费人)[:,]+([^,:;、()]{1,20})"),
)
_EMPLOYER: Final = re.compile(
    r"(?:单位名称|参保单位|用人单位|缴费单位|单位)[:,]+\s*(?![元人个月万千分角])([^,:;、]+)"
)
_IDENTITY: Final = re.compile("[0-9]{17}[0-9X]|[0-9]{15}")
_UNITS: Final = re.compile("单位:?(万元|千元|分|角)(?![^,)])")
#: Words that say how a person is enrolled.
_SCHEMES: Final[Mapping[str, Scheme]] = {
    "灵活就业": Scheme.FLEXIBLE,
    "城乡居民": Scheme.RESIDENT,
    "机关事业": Scheme.PUBLIC_SECTOR,
    "职工": Scheme.EMPLOYEE,
}


@attrs.frozen
class Titles:
    """What titles say of the rows below them.

    Attributes:
        kind: the insurance, if they name one.
        scheme: how people are enrolled, if they say one way.
        year: the year.
        month: the month.
        employer: who paid.
        person: a number or a name; ``UNCLEAR`` where they name somebody, and not plainly whom.
        unclear: what they name, and not as one thing: ``"kind"``, ``"year"`` or ``"month"``; so is
            the kind of insurance that is none of the five.
        doubt: a word of status in them.
        unit: a unit of money other than yuan.
    """

    kind: KindWord | None = None
    scheme: Scheme | None = None
    year: int | None = None
    month: YearMonth | None = None
    employer: str | None = attrs.field(default=None, repr=shown)
    person: str | None = attrs.field(default=None, repr=shown)
    unclear: frozenset[str] = frozenset()
    doubt: str | None = None
    unit: str | None = None

    @property
    def says(self) -> bool:
        """Whether they say anything of the rows below."""
        known = attrs.astuple(self, recurse=False)
        return any(each is not None and each != frozenset() for each in known)


def titles_of(rows: Iterable[Sequence[str]]) -> Titles:
    """What titles say; notes among them say nothing.

    Example:
        >>> found = titles_of([["2023年度失业保险缴费明细"], ["姓名：", "张三", "费款所属期：202301"]])
        >>> found.kind.kind, found.year, str(found.month), found.person
        (InsuranceKind.UNEMPLOYMENT, 2023, '2023-01', '张三')
    """
    spaced = (narrowed(",".join(row)).strip(", ") for row in rows)
    titles = [text for text in spaced if text and _NOTE.match(text) is None]
    closed = [squeezed(title) for title in titles]
    kinds = _kinds(closed)
    months = {month for title in closed for month in _months_in(title)}
    years: set[int | None] = {int(year) for title in closed for year in _YEAR.findall(title)}
    if any(_YEARS.search(title) for title in closed):
        years.add(None)
    is_other = any(OTHER_INSURANCE.search(title) for title in closed)
    named: Mapping[str, set[object]] = {"kind": {*kinds}, "year": {*years}, "month": {*months}}
    unclear = {name for name, found in named.items() if len(found) > 1 or None in found}
    return Titles(
        kind=None if is_other else _only(kinds),
        scheme=_only({scheme for title in closed for scheme in schemes_in(title)}),
        year=_only(years),
        month=_only(months),
        employer=_only({each for title in titles for each in _EMPLOYER.findall(title)}),
        person=_person(titles),
        unclear=frozenset(unclear | ({"kind"} if is_other else set())),
        doubt=next((found[0] for title in closed if (found := DOUBTS.search(title))), None),
        unit=next((found[1] for title in closed if (found := _UNITS.search(title))), None),
    )


def is_title(cells: Sequence[str]) -> bool:
    """Whether a row of several cells is written as a title, and says anything.

    Example:
        >>> is_title(["养老保险缴费明细", "", "姓名：张三"]), is_title(["张三", "养老保险"])
        (True, False)
    """
    said = titles_of([cells])
    text = narrowed(",".join(cells))
    return said.person is not None or (said.says and _TITLE.search(text) is not None)


def schemes_in(text: str) -> set[Scheme]:
    """The ways of being enrolled that a text names.

    Example:
        >>> schemes_in("灵活就业人员")
        {Scheme.FLEXIBLE}
    """
    return {scheme for word, scheme in _SCHEMES.items() if word in text}


def _only(found: set[_T]) -> _T | None:
    return next(iter(found)) if len(found) == 1 else None


def _kinds(titles: Iterable[str]) -> set[KindWord]:
    """The kinds that titles name by a whole word; of two words for one, that which says more."""
    words = {word for title in titles for word in kinds_within(title, "保险")}
    return {
        word
        for word in words
        if word.schemes or not any(other.schemes and other.kind is word.kind for other in words)
    }


def _months_in(title: str) -> Iterator[YearMonth | None]:
    """The months that a title names as those of the contributions; None for what is not one."""
    if _SUBJECT.search(title) is None:
        return
    found = _MONTH.findall(title)
    if not found and any(sign.isdigit() for sign in title):
        yield None
    for text, goes_on in found:
        try:
            yield None if goes_on else YearMonth.parse(text)
        except FaultyInputError:
            yield None


def _person(titles: Iterable[str]) -> str | None:
    """Whom titles name, by the surest of the labels in them."""
    joined = ",".join(re.sub(r"\s+", ",", title) for title in titles)
    for place, pattern in enumerate(_PEOPLE):
        found = {each.strip().upper() for each in pattern.findall(joined)}
        if found:
            person = _only(found)
            is_whole = place > 0 or (person is not None and _IDENTITY.fullmatch(person))
            return person if person and is_whole else UNCLEAR
    return None
