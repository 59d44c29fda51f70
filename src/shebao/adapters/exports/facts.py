"""What a row comes to: who and what, its money and its months, each read for itself, put together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ...errors import Fault, RecordsError
from ...masking import shown
from ...model.contributions import ContributionPeriod
from ...terms import InsuranceKind, PaymentStatus, Scheme
from .effects import Effect
from .headings import Part
from .money import Money
from .places import Place
from .subjects import Subject

__all__ = ["Facts", "Said", "facts_of"]

#: What a row says that does not know, or did not look, whether it came in time.
_UNTIMED: Final = (Effect.PAID, Effect.UNSAID)
_BILLED_IN_TIME: Final = (*_UNTIMED, Effect.ARREARS, Effect.PENDING, Effect.DEFERRED)


@attrs.frozen
class Said:
    """What a row says in words.

    Attributes:
        subject: whom it is about.
        effect: what it does.
        part: which part of a month it is.
    """

    subject: Subject
    effect: Effect
    part: Part | None


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
        billed: of arrears, the last day of the month of their bill.
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
    billed: date | None = None

    @property
    def status(self) -> PaymentStatus:
        """The status of the months, as far as the row holds them; else that of paid ones."""
        return self.effect.status or PaymentStatus.PAID


def facts_of(said: Said, money: Money, place: Place) -> Facts | None:
    """What a row comes to; None if nothing was contributed.

    Raises:
        RecordsError: if its words, its money and its months do not go together.
    """
    subject, effect = said.subject, money.effect(said.effect)
    if effect is Effect.NO_CONTRIBUTION and money.is_filled:
        problem = "says that nothing was contributed, beside an amount"
        expected = "the status of the month, or what the word means here: words={word: Effect...}"
        raise RecordsError(Fault("status", "", problem, expected))
    if effect is Effect.NO_CONTRIBUTION or place.count == 0 or money.is_nothing(effect):
        return None
    _check_months(effect, subject.scheme, place)
    facts = Facts(
        person=subject.person,
        kind=subject.kind,
        scheme=subject.scheme,
        area=None if effect is Effect.TRANSFERRED else subject.area,
        employer=subject.employer,
        base=money.base,
        effect=Effect.BACK_PAID if effect in _UNTIMED and place.is_late else effect,
        part=said.part or subject.part,
        count=place.count,
        declared_on=place.declared_on,
        settled_on=place.settled_on,
    )
    if place.billed is not None:
        facts = _with_bill(facts, place.billed)
    if facts.scheme is not Scheme.EMPLOYEE or facts.declared_on or facts.settled_on:
        _check(facts, place)
    return facts


def _check_months(effect: Effect, scheme: Scheme, place: Place) -> None:
    """Refuse months that are those of a bill, or of a whole year, where that does not do."""
    if place.is_bill and effect not in _BILLED_IN_TIME:
        problem = "is the month of a bill, and which month was billed late is not said"
        expected = "the month that it is for, 费款所属期"
        raise RecordsError(Fault("billed_month", "", problem, expected))
    if place.is_year and scheme is not Scheme.RESIDENT:
        expected = "months, or how many of them, 缴费月数"
        raise RecordsError(Fault("year", "", "is a year of which no month is named", expected))


def _with_bill(facts: Facts, billed: date) -> Facts:
    """Of what was paid after its time, the month of the bill says when it was declared.

    Of what is still owed it is kept for the row that settles it.
    """
    if facts.status is PaymentStatus.ARREARS:
        return attrs.evolve(facts, billed=billed)
    if facts.declared_on is not None or facts.status is not PaymentStatus.BACK_PAID:
        return facts
    return attrs.evolve(facts, declared_on=billed)


def _check(facts: Facts, place: Place) -> None:
    """Refuse what no period can be; without a scheme or a day of its own, any row can be one."""
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
