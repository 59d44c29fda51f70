"""One row as what it says of one insurance: who, when, what; or nothing, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

import attrs

from ...errors import Fault, RecordsError, RuleError
from ...model.areas import check_area
from ...months import YearMonth
from ...terms import InsuranceKind, check_term
from ..vocabulary import KindWord
from .effects import StatusWords
from .facts import Facts, Said, facts_of
from .money import Money, read_money
from .places import Place, read_place
from .row_cells import RowCells
from .strands import Strand
from .subjects import KindCodes, read_subject

__all__ = ["Line", "Settings", "read_line"]

#: What one row may not say, for nobody knows which of its months it means.
_UNPLACED: Final = {
    "deemed_count": "transferred or deemed months",
    "back_paid_count": "back-paid months",
}


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

    Raises:
        RuleError: if one of them makes no sense.
    """

    area: str | None = None
    kind: KindWord | None = None
    year: int | None = None
    month: YearMonth | None = None
    words: StatusWords = attrs.field(factory=StatusWords)
    codes: KindCodes | None = None

    def __attrs_post_init__(self) -> None:
        check_area(self.area, "area", RuleError)
        if self.kind is not None:
            check_term(self.kind.kind, InsuranceKind, "kind", RuleError)
        if self.year is not None and not (type(self.year) is int and 1900 <= self.year <= 2100):
            raise RuleError(Fault("year", self.year, "is no year", "an int such as 2023"))
        if self.codes not in (None, *get_args(KindCodes)):
            expected = " or ".join(get_args(KindCodes))
            raise RuleError(Fault("codes", self.codes, "is no system of codes here", expected))


@attrs.frozen
class Line:
    """What a row says of one insurance.

    Attributes:
        facts: what it comes to.
        said: what it says in words.
        money: what its amounts say.
        place: when.
        asides: what stands in the row beside, and cannot be used.
        stated: the total that the row states beside its own months.
    """

    facts: Facts
    said: Said
    money: Money
    place: Place
    asides: tuple[Fault, ...] = ()
    stated: int | None = None


def read_line(strand: Strand, cells: Sequence[str], settings: Settings) -> Line | None:
    """What a row says of the insurance of a strand; None if it says that nothing was contributed.

    Raises:
        RecordsError: with everything that is wrong, each fault with its column.
    """
    row = RowCells.of(strand, cells)
    if row.is_silent:
        return None
    subject = read_subject(row, settings.kind, settings.area, settings.codes)
    effect, part = row.effect(settings.words), row.part()
    money = row.attempt(lambda: read_money(row))
    place = row.attempt(lambda: read_place(row.times, settings.year, settings.month))
    _read_numbers(row)
    if row.faults or subject is None or money is None or place is None:
        raise RecordsError(*row.faults)
    said = Said(subject, effect, part)
    facts = row.attempt(lambda: facts_of(said, money, place))
    stated = row.number("stated") if row.text("stated") else None
    if row.faults:
        raise RecordsError(*row.faults)
    if facts is None:
        return None
    return Line(facts, said, money, place, tuple(row.noted), stated)


def _read_numbers(row: RowCells) -> None:
    """Numbers of months beside those of the row, which nobody can place."""
    expected = "rows that say which months these are"
    for field, name in _UNPLACED.items():
        if row.number(field):
            row.blame(field, f"is a number of {name}", expected)
    if row.number("earlier_count"):
        row.note("earlier_count", "is a number of months of earlier years", expected)
