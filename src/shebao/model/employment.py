"""Employment and enrolment by the day: facts that months do not hold.

A month of contributions says nothing of the day on which employment or insurance began or ended.
Work-injury insurance asks for that day; so does the time within which an employer registers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

import attrs

from .. import intervals
from ..errors import Fault, PeriodError
from ..masking import shown
from ..months import as_day, day_faults
from ..terms import InsuranceKind, term_faults
from .areas import area_faults

__all__ = [
    "Employment",
    "Enrolment",
    "Lasting",
    "items_of",
    "lasting_faults",
    "lasts_on",
    "stretches_of",
]

T = TypeVar("T")


class Lasting(Protocol):
    """Whatever lasts from a day to a day, both inclusive."""

    @property
    def from_day(self) -> date:
        """The first day."""

    @property
    def to_day(self) -> date | None:
        """The last day; None where it goes on."""


@attrs.frozen
class Enrolment:
    """Being enrolled for one insurance with one employer (参保关系), day by day.

    Args:
        kind: the insurance.
        area: six-digit code of the place of enrolment 参保地; None where it is not known.
        employer: any name that tells one employer from another.
        from_day: the first day.
        to_day: the last day, inclusive; None while it goes on.

    Raises:
        PeriodError: if a part is of the wrong type, or it ends before it begins; all faults are
            listed.

    Example:
        >>> work = Enrolment(InsuranceKind.WORK_INJURY, "130100", "甲公司", date(2026, 1, 5))
        >>> lasts_on(work, date(2026, 1, 5)), lasts_on(work, date(2026, 1, 4))
        (True, False)
    """

    kind: InsuranceKind
    area: str | None
    employer: str = attrs.field(repr=shown)
    from_day: date
    to_day: date | None = None

    def __attrs_post_init__(self) -> None:
        faults = list(term_faults(self.kind, InsuranceKind, "kind"))
        faults += [] if self.area is None else area_faults(self.area)
        _check(self.employer, self, faults)


@attrs.frozen
class Employment:
    """Being employed by one employer (劳动关系), day by day.

    Args:
        employer: the name that its contributions and enrolments have, too.
        from_day: the first day 用工之日.
        to_day: the last day, inclusive; None while it goes on.

    Raises:
        PeriodError: as for an enrolment.

    Example:
        >>> Employment("甲公司", date(2026, 1, 20), date(2026, 1, 19))
        Traceback (most recent call last):
            ...
        shebao.errors.PeriodError: to_day: '2026-01-19' lies before the first day; expected 2026-01-20 or later, or None
    """

    employer: str = attrs.field(repr=shown)
    from_day: date
    to_day: date | None = None

    def __attrs_post_init__(self) -> None:
        _check(self.employer, self, [])


def _check(employer: object, lasting: Lasting, faults: list[Fault]) -> None:
    if type(employer) is not str or not employer:
        faults.append(Fault("employer", employer, "is no name", "text"))
    found = [*faults, *lasting_faults(lasting.from_day, lasting.to_day)]
    if found:
        raise PeriodError(*found)


def lasting_faults(first: date, last: date | None) -> Iterator[Fault]:
    """What is wrong with a first and a last day."""
    faults = [*day_faults(first, "from_day")]
    faults += [] if last is None else day_faults(last, "to_day")
    yield from faults
    if not faults and last is not None and last < first:
        expected = f"{first} or later, or None"
        yield Fault("to_day", str(last), "lies before the first day", expected)


def items_of(items: Iterable[T], kind: type[T], field: str) -> tuple[T, ...]:
    """The same items, if all of them are of a kind.

    Raises:
        PeriodError: if one is not, or the items are a single one.

    Example:
        >>> items_of([Employment("甲公司", date(2026, 1, 5))], Employment, "employments")[0].employer
        '甲公司'
    """
    expected = f"items of type {kind.__name__}"
    if isinstance(items, kind):
        raise PeriodError(Fault(field, "***", "is one item", "a list of them"))
    if not isinstance(items, Iterable):
        raise PeriodError(Fault(field, "***", f"is of type {type(items).__name__}", expected))
    found = tuple(items)
    faults = [
        Fault(field, "***", f"is of type {type(item).__name__}", expected)
        for item in found
        if type(item) is not kind
    ]
    if faults:
        raise PeriodError(*faults)
    return found


def lasts_on(lasting: Lasting, day: date) -> bool:
    """Whether a day lies in it.

    Example:
        >>> lasts_on(Employment("甲公司", date(2026, 1, 5), date(2026, 1, 9)), date(2026, 1, 9))
        True
    """
    return lasting.from_day <= day and (lasting.to_day is None or day <= lasting.to_day)


def stretches_of(items: Iterable[Lasting], until: date) -> tuple[tuple[date, date], ...]:
    """Days from first to last, up to a day, as stretches that neither meet nor touch.

    However the items are split, repeated or ordered, their stretches are the same.

    Raises:
        MonthError: if ``until`` is no day.

    Example:
        >>> halves = [Employment("甲公司", date(2026, 1, 16)),
        ...           Employment("甲公司", date(2026, 1, 5), date(2026, 1, 15))]
        >>> [(str(first), str(last)) for first, last in stretches_of(halves, date(2026, 2, 1))]
        [('2026-01-05', '2026-02-01')]
    """
    end = as_day(until, "until").toordinal()
    pairs = [
        (first, min(end, end if item.to_day is None else item.to_day.toordinal()))
        for item in items
        if (first := item.from_day.toordinal()) <= end
    ]
    days = intervals.union(pairs)
    return tuple((date.fromordinal(first), date.fromordinal(last)) for first, last in days)
