"""One row as what it says of one insurance: who, when, what; or nothing, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ...errors import Fault, RecordsError
from .effects import Effect
from .facts import Facts, Said, facts_of
from .money import Money, read_money
from .places import Place, read_place
from .row_cells import RowCells
from .set_aside import RowReason
from .settings import Assumption, Settings
from .spoken import read_effect, read_part
from .strands import Strand
from .subjects import OtherInsuranceError, read_subject

__all__ = ["Line", "read_line"]

#: What one row may not say, for nobody knows which of its months it means.
_UNPLACED: Final = {
    "deemed_count": "transferred or deemed months",
    "back_paid_count": "back-paid months",
}


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
        assumed: what was taken for granted of it.
    """

    facts: Facts
    said: Said
    money: Money
    place: Place
    asides: tuple[Fault, ...] = ()
    stated: int | None = None
    assumed: frozenset[Assumption] = frozenset()


def read_line(strand: Strand, cells: Sequence[str], settings: Settings) -> Line | RowReason:
    """What a row says of the insurance of a strand, or why it says nothing.

    Raises:
        RecordsError: with everything that is wrong, each fault with its column.
    """
    row = RowCells.of(strand, cells)
    if row.is_silent:
        return RowReason.NO_CONTRIBUTION
    try:
        subject = read_subject(row, settings)
    except OtherInsuranceError:
        return RowReason.OTHER_INSURANCE
    effect, part = read_effect(row, settings.words), read_part(row)
    money = row.attempt(lambda: read_money(row))
    place = row.attempt(
        lambda: read_place(row.times, strand.by_field, settings.year, settings.month)
    )
    _read_numbers(row)
    if row.faults or subject is None or money is None or place is None:
        raise RecordsError(*row.faults)
    said = Said(subject, effect, part, settings.doubt)
    facts = row.attempt(lambda: facts_of(said, money, place))
    stated = row.number("stated") if row.text("stated") else None
    if row.faults:
        raise RecordsError(*row.faults)
    if facts is None:
        return RowReason.NO_CONTRIBUTION
    assumed = _assumed(row, said, settings)
    return Line(facts, said, money, place, tuple(row.noted), stated, assumed)


def _assumed(row: RowCells, said: Said, settings: Settings) -> frozenset[Assumption]:
    """What was taken for granted of a row."""
    subject = said.subject
    granted = {
        Assumption.STATUS: said.effect is Effect.UNSAID,
        Assumption.SCHEME: not subject.is_own_scheme,
        Assumption.AREA: settings.area is not None and not subject.is_own_area,
        Assumption.KIND: row.strand.kind is None and not row.has_column("kind"),
    }
    return frozenset(each for each, is_granted in granted.items() if is_granted)


def _read_numbers(row: RowCells) -> None:
    """Numbers of months beside those of the row, which nobody can place."""
    expected = "rows that say which months these are"
    for field, name in _UNPLACED.items():
        if row.number(field):
            row.blame(field, f"is a number of {name}", expected)
    if row.number("earlier_count"):
        row.note("earlier_count", "is a number of months of earlier years", expected)
