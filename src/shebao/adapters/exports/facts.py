"""What a row comes to: who and what, its money and its months, each read for itself, put together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ...errors import Fault, RecordsError
from ...masking import shown
from ...model.contributions import ContributionPeriod
from ...model.provenance import Provenance
from ...months import MonthSpan
from ...terms import InsuranceKind, PaymentStatus, Scheme
from .effects import Effect
from .headings import Part
from .money import Money
from .places import Place
from .subjects import Subject

__all__ = ["Facts", "Said", "facts_of"]

_SAY: Final = "the status of the month, or what the word means here: words={word: Effect...}"

#: What the month of a bill alone can be said of.
_BILLED_IN_TIME: Final = (Effect.PAID, Effect.ARREARS, Effect.PENDING, Effect.DEFERRED)
_VOLUNTARY: Final = (Scheme.FLEXIBLE, Scheme.RESIDENT)


@attrs.frozen
class Said:
    """What a row says in words.

    Attributes:
        subject: whom it is about.
        effect: what it does.
        part: which part of a month it is.
        doubt: a word of status above it.
    """

    subject: Subject
    effect: Effect
    part: Part | None
    doubt: str | None = None


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
        amount: what was paid or taken back.
    """

    person: str | None = attrs.field(repr=shown)
    kind: InsuranceKind
    scheme: Scheme = Scheme.EMPLOYEE
    area: str | None = None
    employer: str | None = attrs.field(default=None, repr=shown)
    base: Decimal | None = None
    effect: Effect = Effect.PAID
    part: Part | None = None
    count: int | None = None
    declared_on: date | None = None
    settled_on: date | None = None
    billed: date | None = None
    amount: Decimal | None = None

    @property
    def status(self) -> PaymentStatus | None:
        """The status of the months that the row holds; None where it holds none."""
        return self.effect.status

    def period(self, months: MonthSpan, provenance: Provenance | None = None) -> ContributionPeriod:
        """Months of which it holds, as a period.

        Raises:
            PeriodError: if there can be no such period.
        """
        return ContributionPeriod(
            self.kind,
            months,
            base=self.base,
            status=self.status or PaymentStatus.PAID,
            area=self.area,
            scheme=self.scheme,
            employer=self.employer,
            declared_on=self.declared_on,
            settled_on=self.settled_on,
            count=self.count,
            provenance=provenance,
        )


def facts_of(said: Said, money: Money, place: Place) -> Facts | None:
    """What a row comes to; None if nothing was contributed.

    Raises:
        RecordsError: if its words, its money and its months do not go together.
    """
    if place.count == 0:
        return None
    effect = _effect(said, money)
    if effect is None:
        return None
    subject = said.subject
    _check_months(effect, subject.scheme, money, place)
    is_late = place.is_late and subject.scheme not in _VOLUNTARY
    if effect is Effect.PAID and is_late:
        effect = Effect.BACK_PAID
    is_elsewhere = effect is Effect.TRANSFERRED and not subject.is_own_area
    facts = Facts(
        person=subject.person,
        kind=subject.kind,
        scheme=subject.scheme,
        area=None if is_elsewhere else subject.area,
        employer=subject.employer,
        base=money.base,
        effect=effect,
        part=said.part or subject.part,
        count=place.count,
        declared_on=place.declared_on,
        settled_on=place.settled_on,
        amount=money.amount,
    )
    if place.billed is not None:
        facts = _with_bill(facts, place.billed)
    if facts.scheme is not Scheme.EMPLOYEE or facts.declared_on or facts.settled_on:
        facts.period(place.span)  # what no period can be is refused here, with its row
    return facts


def _effect(said: Said, money: Money) -> Effect | None:
    """What a row does by its words and its money; None if nothing was contributed."""
    effect = money.effect(said.effect)
    if effect in (Effect.STOPPED, Effect.NO_CONTRIBUTION):
        if money.is_due:
            problem = "says that nothing was contributed, beside an amount"
            raise RecordsError(Fault("status", "", problem, _SAY))
        if effect is Effect.STOPPED and not money.can_say:
            problem = "is the state of an enrolment, not of a month"
            raise RecordsError(Fault("status", "", problem, _SAY))
        return None
    if effect is not Effect.UNSAID:
        if effect in (Effect.PAID, Effect.BACK_PAID) and money.is_written and not money.is_due:
            problem = "is zero, in a row of a month that was paid"
            raise RecordsError(Fault(money.field, "", problem, "an amount, or another status"))
        return effect
    if said.doubt is not None:
        problem = f"is not said, under a title that speaks of {said.doubt}"
        raise RecordsError(Fault("status", "", problem, _SAY))
    if not money.can_say or money.is_filled:
        return Effect.PAID
    if money.is_due:
        problem = "says that something was due, and no amount that it was paid"
        raise RecordsError(Fault(money.field, "", problem, "an amount that was paid, or a status"))
    if money.is_written:
        return None
    problem = "is empty, and nothing else says that anything was paid"
    raise RecordsError(Fault(money.field, "", problem, "an amount, 0 or a status"))


def _check_months(effect: Effect, scheme: Scheme, money: Money, place: Place) -> None:
    """Refuse months that do not do: of a bill, of a whole year, a number of them that changes others."""
    if place.is_bill and effect not in _BILLED_IN_TIME:
        problem = "is the month of a bill, and which month was billed late is not said"
        expected = "the month that it is for, 费款所属期"
        raise RecordsError(Fault("billed_month", "", problem, expected))
    if place.is_year and scheme is not Scheme.RESIDENT:
        expected = "months, or how many of them, 缴费月数"
        raise RecordsError(Fault("year", "", "is a year of which no month is named", expected))
    if place.count is not None and effect.status is None:
        problem = f"changes {place.count} of the months {place.span}, and which ones is not said"
        raise RecordsError(Fault("count", "", problem, "a row with the first and the last month"))
    if money.count is not None and 1 < len(place.span) >= money.count:
        problem = "may be months or yuan"
        expected = "a heading that says which, such as 养老/缴费月数 or 养老/缴费金额"
        raise RecordsError(Fault("cell", "", problem, expected))


def _with_bill(facts: Facts, billed: date) -> Facts:
    """Of what was paid after its time, the month of the bill says when it was declared.

    Of what is still owed it is kept for the row that settles it.
    """
    if facts.status is PaymentStatus.ARREARS:
        return attrs.evolve(facts, billed=billed)
    if facts.declared_on is not None or facts.status is not PaymentStatus.BACK_PAID:
        return facts
    return attrs.evolve(facts, declared_on=billed)
