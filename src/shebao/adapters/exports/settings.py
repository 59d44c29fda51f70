"""What is known of a whole table: what its caller says of it, and what its titles do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar, get_args

import attrs

from ...errors import Fault, RuleError
from ...masking import shown
from ...model.areas import check_area
from ...months import YearMonth
from ...terms import InsuranceKind, Scheme, Term, check_term
from ..vocabulary import KindWord
from .effects import Effect, StatusWords
from .titles import titles_of

__all__ = ["Assumption", "KindCodes", "Settings"]

_T = TypeVar("_T")

KindCodes = Literal["mohrss", "nhsa"]


class Assumption(Term):
    """What was taken for granted of rows that do not say it 按默认读入."""

    STATUS = "status", "未写明缴费状态的行，按正常缴费读入"
    SCHEME = "scheme", "未写明参保类型的行，按职工读入"
    AREA = "area", "未写明参保地的行，按给定的参保地读入"
    KIND = "kind", "未写明险种的行，按标题或给定的险种读入"


@attrs.frozen
class Settings:
    """What the reader was told of a table, by its caller or by its titles.

    Attributes:
        area: the place of rows that name none.
        kind: the insurance of rows that name none.
        year: the year of months by number.
        month: the month of rows without any.
        words: what words of status mean.
        codes: whose codes of kinds are used, if any are.
        scheme: how people are enrolled whose rows do not say so.
        employer: who paid in rows of a group that names it.
        person: whom titles name.
        doubt: a word of status in a title, so that rows without one of their own are doubtful.

    Raises:
        RuleError: if one of them makes no sense.
    """

    area: str | None = None
    kind: KindWord | None = None
    year: int | None = None
    month: YearMonth | None = None
    words: StatusWords = attrs.field(factory=StatusWords)
    codes: KindCodes | None = None
    scheme: Scheme | None = None
    employer: str | None = attrs.field(default=None, repr=shown)
    person: str | None = attrs.field(default=None, repr=shown)
    doubt: str | None = None

    def __attrs_post_init__(self) -> None:
        check_area(self.area, "area", RuleError)
        if self.kind is not None:
            check_term(self.kind.kind, InsuranceKind, "kind", RuleError)
        if self.year is not None and not (type(self.year) is int and 1900 <= self.year <= 2100):
            raise RuleError(Fault("year", self.year, "is no year", "an int such as 2023"))
        if self.codes not in (None, *get_args(KindCodes)):
            expected = " or ".join(get_args(KindCodes))
            raise RuleError(Fault("codes", self.codes, "is no system of codes here", expected))

    def under(self, titles: Iterable[Sequence[str]], *, is_group: bool = False) -> Settings:
        """These settings below some titles, or in a group of rows.

        What the caller says goes before the titles of a table, and the name of a group of its rows
        before both. What they name unclearly is not known of the rows below.
        """
        rows = list(titles)
        said = titles_of(rows)
        words = [cell for row in rows for cell in row if cell.strip()]
        is_clear = len(words) == 1 and self.words.known(words[0]) is Effect.PAID
        return attrs.evolve(
            self,
            kind=_chosen(self.kind, said.kind, "kind" in said.unclear, is_group=is_group),
            scheme=said.scheme or self.scheme,
            year=_chosen(self.year, said.year, "year" in said.unclear, is_group=is_group),
            month=_chosen(self.month, said.month, "month" in said.unclear, is_group=is_group),
            employer=(said.employer if is_group else None) or self.employer,
            person=self.person if said.person is None else said.person,
            doubt=None if is_clear else said.doubt or self.doubt,
        )


def _chosen(before: _T | None, said: _T | None, is_unclear: bool, *, is_group: bool) -> _T | None:
    """What holds below titles: of a group what it says, of a table what was said before."""
    if not is_group and before is not None:
        return before
    return None if is_unclear else said or before
