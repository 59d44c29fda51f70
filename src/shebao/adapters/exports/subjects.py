"""Whom a row is about, of which insurance, where and through whom: all but months and money."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

import attrs

from ...errors import Fault, RecordsError, UnknownAreaError
from ...law import areas
from ...masking import shown
from ...terms import InsuranceKind, Scheme
from .. import codes
from ..vocabulary import KindWord, read_scheme
from .headings import Part, kind_in
from .row_cells import RowCells
from .texts import squeezed

__all__ = ["KindCodes", "Subject", "read_subject"]

KindCodes = Literal["mohrss", "nhsa"]

#: What tells people apart, the surest first.
_PERSONS: Final = ("identity_number", "personal_number", "name")
_EMPLOYERS: Final = ("employer", "employer_number")
_AREA: Final = re.compile(r"[0-9]{6}")


@attrs.frozen
class Subject:
    """Whom a row is about.

    Attributes:
        person: who, as the table writes it; None where it has no column for that.
        kind: the insurance.
        scheme: how the person is enrolled.
        area: the place.
        employer: the name of the employer, or its number.
        part: whose part of the contribution, if the insurance is written with it.
    """

    person: str | None = attrs.field(repr=shown)
    kind: InsuranceKind
    scheme: Scheme
    area: str | None
    employer: str | None = attrs.field(repr=shown)
    part: Part | None


def read_subject(
    row: RowCells, kind: KindWord | None, area: str | None, system: KindCodes | None
) -> Subject | None:
    """Whom a row is about; None where it cannot be told, with the reasons noted in the row."""
    person = _person(row)
    word, part = _kind(row, kind, system)
    scheme = _scheme(row, word)
    if word is None or scheme is None:
        return None
    return Subject(
        person=person,
        kind=word.kind,
        scheme=scheme,
        area=_area(row) or area,
        employer=next((text for field in _EMPLOYERS if (text := row.text(field))), None),
        part=part,
    )


def _person(row: RowCells) -> str | None:
    field = next((each for each in _PERSONS if row.has_column(each)), None)
    if field is None:
        return None
    person = row.text(field)
    if person is None:
        row.blame(field, "is empty", "whom the row is about, as in the other rows")
        return None
    return squeezed(person)


def _kind(
    row: RowCells, default: KindWord | None, system: KindCodes | None
) -> tuple[KindWord | None, Part | None]:
    """The insurance, and whose part of it: of the row, of its columns, or of the whole table."""
    known = row.strand.kind or default
    cell = next(iter(row.all("kind")), None)
    if cell is not None and row.strand.kind is None:
        found = row.read_cell(*cell, lambda text: _kind_of(text, system))
        return found or (None, None)
    if known is None:
        expected = "a column 险种, a title that names it, or kind=shebao.PENSION"
        row.faults.append(Fault("kind", "", "is named nowhere", expected))
    return known, None


def _kind_of(text: str, system: KindCodes | None) -> tuple[KindWord, Part | None]:
    code = squeezed(text)
    if not code.isdecimal():
        return kind_in(text)
    if system is None:
        problem = "is a code, and codes mean different kinds in different systems"
        expected = 'the name of the insurance, or whose code it is: codes="mohrss" or "nhsa"'
        raise RecordsError(Fault("kind", text, problem, expected))
    coded = codes.from_code(code, system=system)
    return KindWord(coded.kind, coded.schemes), None


def _scheme(row: RowCells, word: KindWord | None) -> Scheme | None:
    """How the person is enrolled: as the row says, else as the name of the insurance does."""
    possible = () if word is None else word.schemes
    cell = next(iter(row.all("scheme")), None)
    if cell is None:
        return possible[0] if possible else Scheme.EMPLOYEE
    scheme = row.read_cell(*cell, lambda text: read_scheme(squeezed(text)))
    if scheme is not None and possible and scheme not in possible:
        row.blame("scheme", "does not go with the insurance", " or ".join(x.zh for x in possible))
    return scheme


def _area(row: RowCells) -> str | None:
    cell = next(iter(row.all("area")), None)
    return None if cell is None else row.read_cell(*cell, _area_of)


@lru_cache(maxsize=1 << 10)
def _area_of(text: str) -> str:
    """The code of a place, which may stand in the cell by its name."""
    name = squeezed(text)
    if _AREA.fullmatch(name):
        return name
    try:
        return areas.find(name).code
    except UnknownAreaError as error:
        near = f" (nearest: {'; '.join(error.nearest)})" if error.nearest else ""
        expected = (
            f"six digits or the name of a known place{near}; or leave the column out and give area="
        )
        raise RecordsError(Fault("area", text, "is no place known here", expected)) from None
