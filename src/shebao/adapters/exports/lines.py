"""One row as what it says of one insurance: who, when, what; or nothing, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ...errors import Fault, RecordsError
from ...masking import shown
from ...model.contributions import ContributionPeriod
from ...months import YearMonth
from ...terms import InsuranceKind, PaymentStatus, Scheme
from ..vocabulary import KindWord
from .effects import Effect, StatusWords
from .headings import Part
from .money import Money, read_money
from .places import Place, read_place
from .row_cells import RowCells
from .strands import Strand
from .subjects import KindCodes, read_subject

__all__ = ["Facts", "Line", "Settings", "read_line"]

#: What a row says that does not know, or did not look, whether it came in time.
_UNTIMED: Final = (Effect.PAID, Effect.UNSAID)
_BILLED_IN_TIME: Final = (*_UNTIMED, Effect.ARREARS, Effect.PENDING, Effect.DEFERRED)
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
    """

    area: str | None = None
    kind: KindWord | None = None
    year: int | None = None
    month: YearMonth | None = None
    words: StatusWords = attrs.field(factory=StatusWords)
    codes: KindCodes | None = None


@attrs.frozen
class Facts:
    """What a row says, its months aside; rows with equal facts belong together.

    Attributes:
        person: who, as the table names them; None where it names nobody.
        kind: the insurance.
        scheme: how the person is enrolled.
        area: the place; None where it is not known.
        employer: who paid.
        base: the base, not negative.
        effect: what the row does.
        part: of a month in several rows, which part this one is.
        count: of months known by their number, how many.
        declared_on: the day of declaration.
        settled_on: the day of arrival.
    """

    person: str | None = attrs.field(repr=shown)
    kind: InsuranceKind
    scheme: Scheme = Scheme.EMPLOYEE
    area: str | None = None
    employer: str | None = attrs.field(default=None, repr=shown)
    base: Decimal | None = None
    effect: Effect = Effect.UNSAID
    part: Part | None = None
    count: int | None = None
    declared_on: date | None = None
    settled_on: date | None = None

    @property
    def status(self) -> PaymentStatus:
        """The status of the months, as far as the row holds them; else that of paid ones."""
        return self.effect.status or PaymentStatus.PAID


@attrs.frozen
class Line:
    """What a row says of one insurance.

    Attributes:
        facts: who and what.
        place: when.
        asides: what stands in the row beside, and cannot be used.
        stated: the total that the row states beside its own months.
    """

    facts: Facts
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
    money = row.attempt(lambda: read_money(row)) or Money()
    place = row.attempt(lambda: read_place(row.times, settings.year, settings.month))
    for field, name in _UNPLACED.items():
        if row.number(field):
            row.blame(field, f"is a number of {name}", "rows that say which months these are")
    if row.number("earlier_count"):
        row.note(
            "earlier_count", "is months of earlier years", "rows that say which months these are"
        )
    if row.faults or subject is None or place is None:
        raise RecordsError(*row.faults)
    effect = money.effect(effect)
    if effect is Effect.NO_CONTRIBUTION or place.count == 0 or money.is_nothing(effect):
        return None
    if place.is_bill and effect not in _BILLED_IN_TIME:
        problem = "is the month of a bill, and which month was billed late is not said"
        row.blame("billed_month", problem, "the month that it is for, 费款所属期")
    if place.is_year and subject.scheme is not Scheme.RESIDENT:
        expected = "months, or how many of them, 缴费月数"
        row.blame("year", "is a year of which no month is named", expected)
    facts = Facts(
        person=subject.person,
        kind=subject.kind,
        scheme=subject.scheme,
        area=None if effect is Effect.TRANSFERRED else subject.area,
        employer=subject.employer,
        base=money.base,
        effect=Effect.BACK_PAID if effect in _UNTIMED and place.is_late else effect,
        part=part or subject.part,
        count=place.count,
        settled_on=place.settled_on,
    )
    facts = attrs.evolve(facts, declared_on=_declared_on(facts, place))
    row.attempt(lambda: _check(facts, place))
    if row.faults:
        raise RecordsError(*row.faults)
    stated = row.number("stated") if row.text("stated") else None
    return Line(facts, place, tuple(row.noted), stated)


def _declared_on(facts: Facts, place: Place) -> date | None:
    """The day of declaration; the month of the bill says it of what was paid after its time alone."""
    if place.declared_on is None and facts.status is PaymentStatus.BACK_PAID:
        return place.billed
    return place.declared_on


def _check(facts: Facts, place: Place) -> None:
    """Refuse what no period can be."""
    ContributionPeriod(
        facts.kind,
        place.span,
        base=facts.base,
        status=facts.status,
        area=facts.area,
        scheme=facts.scheme,
        employer=facts.employer,
        declared_on=facts.declared_on,
        settled_on=facts.settled_on,
        count=facts.count,
    )
