"""Whom a row is about, of which insurance, where and through whom: all but months and money."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import attrs

from ...errors import Fault, RecordsError, UnknownAreaError
from ...law import areas
from ...masking import shown
from ...terms import InsuranceKind, Scheme
from .. import codes
from ..vocabulary import KindWord, read_scheme
from .headings import OTHER_INSURANCE, Part, kind_in
from .row_cells import RowCells
from .settings import KindCodes, Settings
from .texts import squeezed

__all__ = ["OtherInsuranceError", "Subject", "read_subject"]

#: What tells people apart, the surest first.
_PERSONS: Final = ("identity_number", "personal_number", "work_number", "name")
_EMPLOYERS: Final = ("employer", "employer_number")
_AREA: Final = re.compile(r"[0-9]{6}")
#: What a spreadsheet makes of a long number, and what hides one.
_CUT: Final = re.compile(r"[0-9.]+[Ee]\+?[0-9]+|.*\*.*")
#: Words in columns of identity, and in place of an employer, that say how a person is enrolled.
_SCHEMES: Final[Mapping[str, Scheme]] = {
    "灵活就业": Scheme.FLEXIBLE,
    "城乡居民": Scheme.RESIDENT,
    "机关事业": Scheme.PUBLIC_SECTOR,
}


class OtherInsuranceError(Exception):
    """A row is about insurance that is none of the five; told as the reason of the row."""


@attrs.frozen
class Subject:
    """Whom a row is about.

    Attributes:
        person: who, as the table writes it; None where it names nobody.
        name: the name beside it.
        kind: the insurance.
        scheme: how the person is enrolled.
        area: the place.
        is_own_scheme: whether the row or its insurance says so.
        is_own_area: whether the row names the place.
        employer: the name of the employer, or its number.
        part: whose part of the contribution, if the insurance is written with it.
    """

    person: str | None = attrs.field(repr=shown)
    name: str | None = attrs.field(repr=shown)
    kind: InsuranceKind
    scheme: Scheme
    is_own_scheme: bool
    area: str | None
    is_own_area: bool
    employer: str | None = attrs.field(repr=shown)
    part: Part | None


def read_subject(row: RowCells, settings: Settings) -> Subject | None:
    """Whom a row is about; None where it cannot be told, with the reasons noted in the row.

    Raises:
        OtherInsuranceError: if it is about insurance that is none of the five.
    """
    person = _person(row, settings.person)
    word, part = _kind(row, settings)
    scheme = _scheme(row, word)
    area = _area(row)
    if word is None:
        return None
    return Subject(
        person=person,
        name=row.text("name"),
        kind=word.kind,
        scheme=scheme or Scheme.EMPLOYEE,
        is_own_scheme=scheme is not None,
        area=area or settings.area,
        is_own_area=area is not None,
        employer=next((text for field in _EMPLOYERS if (text := row.text(field))), None),
        part=part,
    )


def _person(row: RowCells, default: str | None) -> str | None:
    field = next((each for each in _PERSONS if row.has_column(each)), None)
    if field is None:
        return default
    person = squeezed(row.text(field) or "").upper()
    if not person:
        row.blame(field, "is empty", "whom the row is about, as in the other rows")
    elif _CUT.fullmatch(person):
        row.blame(field, "is not whole", "the whole number, as text")
    return person


def _kind(row: RowCells, settings: Settings) -> tuple[KindWord | None, Part | None]:
    """The insurance, and whose part of it: of the row, of its columns, or of the whole table."""
    known = row.strand.kind or settings.kind
    if row.strand.kind is None and row.has_column("kind"):
        cell = next(iter(row.all("kind")), None)
        if cell is None:
            row.blame("kind", "is empty", "the insurance, as in the other rows")
            return None, None
        if OTHER_INSURANCE.search(squeezed(cell[1])):
            raise OtherInsuranceError
        found = row.read_cell(*cell, lambda text: _kind_of(text, settings.codes))
        return (None, None) if found is None else (_narrowed(found[0], settings.kind), found[1])
    if known is None:
        expected = "a column 险种, a title that names it, or kind=shebao.PENSION"
        row.faults.append(Fault("kind", "", "is named nowhere", expected))
    return known, None


def _narrowed(word: KindWord, of_table: KindWord | None) -> KindWord:
    """A word that leaves the scheme open, as the title of the table says it."""
    if word.schemes or of_table is None or of_table.kind is not word.kind:
        return word
    return of_table


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
    if cell is not None:
        said = row.read_cell(
            *cell, lambda text: read_scheme(text if text.isascii() else squeezed(text))
        )
        if said is None:
            return None
    else:
        texts = [text for _, text in row.all("identity", "employer")]
        found = {scheme for text in texts for mark, scheme in _SCHEMES.items() if mark in text}
        said = found.pop() if len(found) == 1 else None
        cell = next(iter(row.all("identity")), None)
    if said is not None and possible and said not in possible:
        field = "kind" if cell is None else str(cell[0].field)
        insurance = row.text("kind") or "its insurance"
        row.blame(field, f"does not go with {insurance}", " or ".join(each.zh for each in possible))
    return said or (possible[0] if possible else None)


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
