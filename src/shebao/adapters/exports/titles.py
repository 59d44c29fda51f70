"""What stands above a table or a group of its rows and holds of all of them: titles 标题, groups 分组.

Titles are written for people, so only what they say plainly is taken: one insurance by a whole word,
one year, one month, one person. A title that speaks of arrears, refunds or other insurance makes
the rows below it doubtful, and rows that do not speak for themselves are then not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import attrs

from ...errors import FaultyInputError
from ...masking import shown
from ...months import YearMonth
from ..vocabulary import KindWord
from .headings import OTHER_INSURANCE, insurances_in
from .texts import squeezed

__all__ = ["Titles", "titles_of"]

_T = TypeVar("_T")

_NOTE: Final = re.compile("(?:注|备注|说明|提示|温馨提示|填表)")
_YEAR: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?:度|$|(?![0-9]))")
_SUBJECT: Final = re.compile("所属(?:期|时期|月份|年月)")
_MONTH: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-./年][0-9]{1,2}月?|(?:0[1-9]|1[0-2]))(?![0-9])"
)
_NUMBER: Final = re.compile(r"(?<![0-9])([0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9Xx])")
_NAME: Final = re.compile(r"姓名[:,]+([^,:;、()]{2,20})")
_DOUBTS: Final = re.compile("欠费|退费|退款|退收|补缴|停保|未缴|未到账")
_UNITS: Final = re.compile("单位:?(万元|千元|分|角)(?![^,)])")


@attrs.frozen
class Titles:
    """What titles say of the rows below them, where they say one thing.

    Attributes:
        kind: the insurance.
        is_other: whether they speak of insurance that is none of the five.
        year: the year.
        month: the month.
        person: an identity number, else a name.
        doubt: a word of status in them.
        unit: a unit of money other than yuan.
    """

    kind: KindWord | None = None
    is_other: bool = False
    year: int | None = None
    month: YearMonth | None = None
    person: str | None = attrs.field(default=None, repr=shown)
    doubt: str | None = None
    unit: str | None = None


def titles_of(rows: Iterable[Sequence[str]]) -> Titles:
    """What titles say; notes among them say nothing.

    Example:
        >>> found = titles_of([["2023年度失业保险缴费明细"], ["姓名：", "张三", "费款所属期：202301"]])
        >>> found.kind.kind, found.year, str(found.month), found.person
        (InsuranceKind.UNEMPLOYMENT, 2023, '2023-01', '张三')
    """
    texts = (squeezed(",".join(row)).strip(",") for row in rows)
    titles = [text for text in texts if text and _NOTE.match(text) is None]
    words = {word for title in titles for word in insurances_in(title)}
    return Titles(
        kind=_only({word for word in words if word.schemes} or words),
        is_other=any(OTHER_INSURANCE.search(title) for title in titles),
        year=_only({int(year) for title in titles for year in _YEAR.findall(title)}),
        month=_only({month for title in titles for month in _months_in(title)}),
        person=_only({each for title in titles for each in _NUMBER.findall(title)})
        or _only({each for title in titles for each in _NAME.findall(title)}),
        doubt=next((found[0] for title in titles if (found := _DOUBTS.search(title))), None),
        unit=next((found[1] for title in titles if (found := _UNITS.search(title))), None),
    )


def _only(found: set[_T]) -> _T | None:
    return found.pop() if len(found) == 1 else None


def _months_in(title: str) -> Iterable[YearMonth]:
    """The months that a title names as those of the contributions."""
    if _SUBJECT.search(title) is None:
        return
    for text in _MONTH.findall(title):
        try:
            yield YearMonth.parse(text)
        except FaultyInputError:
            continue
