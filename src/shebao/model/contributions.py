"""A contribution period (缴费时段): months in a row that share kind, base, status, place and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ..errors import Fault, PeriodError
from ..masking import masked, shown
from ..months import MonthLike, MonthSpan, as_span, day_faults
from ..rounding import Amount, as_yuan, fen_of
from ..terms import InsuranceKind, PaymentStatus, Scheme, term_faults
from .areas import area_faults
from .provenance import Provenance

__all__ = ["ContributionPeriod", "Key", "Nature", "key_of", "nature_of"]

_VOLUNTARY: Final = (Scheme.RESIDENT, Scheme.FLEXIBLE)
_INSTEAD: Final = {
    PaymentStatus.ARREARS: "BACK_PAID for arrears that were settled that day",
    PaymentStatus.PENDING: "PAID for a contribution that arrived that day",
    PaymentStatus.DEFERRED: "PAID for a deferred contribution that arrived that day",
    PaymentStatus.DEEMED: "no day: deemed months are never paid",
}


def _as_period_months(value: MonthSpan | MonthLike) -> MonthSpan:
    return as_span(value)


def _as_base(value: Amount | None) -> Decimal | None:
    if value is None:
        return None
    base = as_yuan(value, "base")
    if not base:
        raise PeriodError(Fault("base", value, "is zero", "None where the base is not known"))
    return base


@attrs.frozen
class ContributionPeriod:
    """Months of one contribution (缴费时段), all alike.

    Args:
        kind: the insurance.
        months: the months it belongs to (费款所属期), a span or a single month.
        base: monthly contribution base 缴费基数 in yuan, above 0; None where it is not known.
        status: what became of the contribution, in its final state.
        area: six-digit code of the place of enrolment 参保地; None where it is not known.
        scheme: how the person is enrolled.
        employer: any name that tells one employer from another.
        declared_on: the day on which the months entered the ledger. A month is declared in time
            unless that day is after the end of the following month; None means in time, but not
            known for ``BACK_PAID``.
        settled_on: the day on which the money for *all* months of this period arrived. A ``PAID``
            or ``BACK_PAID`` month without it counts from its own month on.
        count: how many months of the span it is, where which ones is not known: a number, or
            ``(at_least, at_most)``. A count as long as the span means all of it.
        provenance: where it was read; no part of equality.

    Raises:
        PeriodError: if fields are of the wrong type or exclude each other; all faults are listed.
        MonthError: if a month cannot be read.
        MoneyError: if the base is a float, negative or finer than a fen.

    Example:
        >>> ContributionPeriod(InsuranceKind.PENSION, "2025-01", base="4000", area="130100").base
        Decimal('4000')
    """

    kind: InsuranceKind
    months: MonthSpan = attrs.field(converter=_as_period_months)
    base: Decimal | None = attrs.field(default=None, converter=_as_base)
    status: PaymentStatus = PaymentStatus.PAID
    area: str | None = None
    scheme: Scheme = Scheme.EMPLOYEE
    employer: str | None = attrs.field(default=None, repr=shown)
    declared_on: date | None = None
    settled_on: date | None = None
    count: int | tuple[int, int] | None = None
    provenance: Provenance | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise PeriodError(*faults)
        if self.count is not None:
            low, high = self.count if isinstance(self.count, tuple) else (self.count, self.count)
            known = None if low == len(self.months) else low if low == high else (low, high)
            object.__setattr__(self, "count", known)

    def _faults(self) -> Iterator[Fault]:
        for name, value, terms in (
            ("kind", self.kind, InsuranceKind),
            ("status", self.status, PaymentStatus),
            ("scheme", self.scheme, Scheme),
        ):
            if type(value) is not terms:
                yield from term_faults(value, terms, name)
        if self.scheme is not Scheme.EMPLOYEE:
            yield from self._scheme_faults()
        if self.area is not None:
            yield from area_faults(self.area)
        if self.employer is not None and (type(self.employer) is not str or not self.employer):
            yield Fault("employer", self.employer, "is no name", "text or None")
        if self.declared_on is not None or self.settled_on is not None:
            yield from self._day_faults()
        if self.count is not None:
            yield from _count_faults(self.count, len(self.months))
        if self.provenance is not None and type(self.provenance) is not Provenance:
            yield Fault("provenance", self.provenance, "is none", "a Provenance or None")

    def _scheme_faults(self) -> Iterator[Fault]:
        if self.scheme is Scheme.RESIDENT and self.kind not in self.scheme.kinds:
            problem = f"has no insurance of kind {self.kind}"
            yield Fault("scheme", self.scheme, problem, "pension or medical insurance")
        if self.status is PaymentStatus.ARREARS and self.is_voluntary:
            problem = f"does not exist in the voluntary scheme {self.scheme}"
            yield Fault("status", self.status, problem, "no period until it is paid")

    def _day_faults(self) -> Iterator[Fault]:
        for name, day in (("declared_on", self.declared_on), ("settled_on", self.settled_on)):
            if day is not None:
                yield from day_faults(day, name)
        if self.settled_on is not None and self.status in _INSTEAD:
            problem = f"does not go with {self.status}"
            yield Fault("settled_on", self.settled_on, problem, _INSTEAD[self.status])

    @property
    def at_least(self) -> int:
        """How many months it holds at least."""
        if self.count is None:
            return len(self.months)
        return self.count if isinstance(self.count, int) else self.count[0]

    @property
    def at_most(self) -> int:
        """How many months it holds at most."""
        if self.count is None:
            return len(self.months)
        return self.count if isinstance(self.count, int) else self.count[1]

    @property
    def is_voluntary(self) -> bool:
        """Whether the scheme is voluntary: its months exist only once they are paid."""
        return self.scheme in _VOLUNTARY

    @property
    def base_fen(self) -> int | None:
        """The base in whole fen."""
        return None if self.base is None else fen_of(self.base)

    def between(self, first: int, last: int) -> ContributionPeriod | None:
        """The part between two ordinals of months, both inclusive, or None.

        Of months known only by their number, at least ``count`` less those cut off remain, and at
        most as many as there are places.
        """
        low, high = self.months.pair
        if low >= first and high <= last:
            return self
        if low > last or high < first:
            return None
        months = MonthSpan.from_ordinals(max(low, first), min(high, last))
        if self.count is None:
            return attrs.evolve(self, months=months)
        cut = len(self.months) - len(months)
        count = (max(0, self.at_least - cut), min(self.at_most, len(months)))
        return attrs.evolve(self, months=months, count=count)

    def __str__(self) -> str:
        number = ""
        if self.count is not None:
            bounds = dict.fromkeys((self.at_least, self.at_most))
            number = f" ({' to '.join(map(str, bounds))} of {len(self.months)})"
        parts = [self.kind.en, f"{self.months}{number}", self.status.en, self.scheme.en]
        parts += [masked(part) for part in (self.area, self.employer) if part is not None]
        return " ".join(parts)


def _count_faults(count: object, length: int) -> Iterator[Fault]:
    low, high = count if type(count) is tuple and len(count) == 2 else (count, count)
    if type(low) is not int or type(high) is not int or not 0 <= low <= high <= length or not high:
        yield Fault("count", count, f"is no count of {length} months", f"1 to {length}, or a pair")


Key = tuple[InsuranceKind, Scheme, str | None, str | None]
Nature = tuple[PaymentStatus, Decimal | None, date | None, date | None]


def key_of(period: ContributionPeriod) -> Key:
    """Who paid what where: kind, scheme, area, employer."""
    return period.kind, period.scheme, period.area, period.employer


def nature_of(period: ContributionPeriod) -> Nature:
    """What a period says of its months: status, base and days."""
    return period.status, period.base, period.declared_on, period.settled_on
