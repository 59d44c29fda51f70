"""Whom a row is about, of which insurance, where and through whom: all but months and money."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from ...errors import Fault, PersonError, RecordsError, UnknownAreaError
from ...law import areas
from ...masking import shown
from ...model.identity import IdentityNumber
from ...terms import InsuranceKind, Scheme
from .. import codes
from ..vocabulary import KindWord, read_scheme
from .headings import OTHER_INSURANCE, Part, kind_in
from .row_cells import RowCells
from .settings import KindCodes, Settings
from .texts import squeezed
from .titles import UNCLEAR, schemes_in

__all__ = ["OtherInsuranceError", "Subject", "read_subject"]

#: What tells people apart, the surest first.
_PERSONS: Final = ("identity_number", "personal_number", "work_number", "name")
_AMOUNT: Final = re.compile(r"[0-9]+\.[0-9]+")
_AREA: Final = re.compile(r"[0-9]{6}")
#: What a spreadsheet makes of a long number, and what hides one.
_ROUNDED: Final = re.compile("[0-9]{15}000")
_CUT: Final = re.compile(r"[0-9.]+[Ee]\+?[0-9]+|.*\*.*")


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
    scheme = _scheme(row, word, settings.scheme)
    area, employer = _area(row), _employer(row, settings.employer)
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
        employer=employer,
        part=part,
    )


def _person(row: RowCells, default: str | None) -> str | None:
    field = next((each for each in _PERSONS if row.has_column(each)), None)
    if field is None:
        if default == UNCLEAR:
            expected = "one number or name in it, or a column of them"
            row.faults.append(Fault("name", "", "is not clear from the title", expected))
        return default
    person = squeezed(row.text(field) or "").upper()
    if not person:
        row.blame(field, "is empty", "whom the row is about, as in the other rows")
    elif _CUT.fullmatch(person) or _is_rounded(person):
        row.blame(field, "is not whole", "the whole number, as text")
    return person


def _is_rounded(person: str) -> bool:
    """Whether a number of 18 digits ends as spreadsheets make it end, and its check digit says so."""
    if not _ROUNDED.fullmatch(person):
        return False
    try:
        IdentityNumber.parse(person)
    except PersonError:
        return True
    return False


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


def _scheme(row: RowCells, word: KindWord | None, default: Scheme | None) -> Scheme | None:
    """How the person is enrolled: as the row says, else its insurance, else the title, if any do."""
    possible = () if word is None else word.schemes
    cells = row.all("scheme", "identity")
    said = _said_scheme(row)
    if said is None:
        is_possible = default is not None and (not possible or default in possible)
        return default if is_possible else (possible[0] if possible else None)
    if possible and said not in possible:
        field = str(cells[0][0].field) if cells else "employer"
        insurance = row.text("kind") or "its insurance"
        row.blame(field, f"does not go with {insurance}", " or ".join(each.zh for each in possible))
    return said


def _said_scheme(row: RowCells) -> Scheme | None:
    """How the person is enrolled as a cell says it; what cannot be read is noted in the row."""
    cell = next(iter(row.all("scheme")), None)
    if cell is not None:
        column, text = cell
        return row.read_cell(column, text if text.isascii() else squeezed(text), read_scheme)
    found = {scheme for _, text in row.all("identity") for scheme in schemes_in(text)}
    if any(text.startswith("灵活就业") for _, text in row.all("employer")):
        found.add(Scheme.FLEXIBLE)
    return found.pop() if len(found) == 1 else None


def _employer(row: RowCells, default: str | None) -> str | None:
    """The name of the employer, or its number; an amount under such a heading is none."""
    name = row.text("employer")
    if name is not None and _AMOUNT.fullmatch(name):
        row.blame("employer", "is an amount, and no name", "the name, or another heading of it")
    has_own = row.has_column("employer", "employer_number")
    return name or row.text("employer_number") or (None if has_own else default)


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
