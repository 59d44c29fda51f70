"""A benefit that is being drawn (待遇领取), and the days on which its drawer was certified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

import attrs

from ..errors import Fault, PeriodError
from ..months import day_faults
from ..terms import Scheme, term_faults

__all__ = ["BenefitDrawing"]


def _days(value: object) -> tuple[date, ...] | None:
    """A tuple of what was given; what is no list of days stays as it is, for the faults."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(value)
    return cast("tuple[date, ...] | None", value)


@attrs.frozen
class BenefitDrawing:
    """A pension or another benefit that is paid month by month.

    Args:
        scheme: the scheme that pays it.
        from_day: the day of the first payment.
        certified_on: every day on which the right to draw it was certified 领取待遇资格认证, by whatever
            channel, data that were matched included; in any order, repeated or not. Empty is never;
            None is not known.

    Raises:
        PeriodError: if a part is of the wrong type, or a certification lies before the first
            payment; all faults are listed.

    Example:
        >>> BenefitDrawing(Scheme.EMPLOYEE, date(2024, 3, 20), [date(2025, 2, 7)]).certified_on
        (datetime.date(2025, 2, 7),)
    """

    scheme: Scheme
    from_day: date
    certified_on: tuple[date, ...] | None = attrs.field(default=None, converter=_days)

    def __attrs_post_init__(self) -> None:
        faults = [
            *term_faults(self.scheme, Scheme, "scheme"),
            *day_faults(self.from_day, "from_day"),
            *_certified_faults(self.certified_on),
        ]
        if not faults:
            expected = f"{self.from_day}, the first payment, or later"
            faults += [
                Fault("certified_on", str(day), "lies before the first payment", expected)
                for day in sorted(self.certified_on or ())
                if day < self.from_day
            ]
        if faults:
            raise PeriodError(*faults)
        if self.certified_on is not None:
            object.__setattr__(self, "certified_on", tuple(sorted(set(self.certified_on))))


def _certified_faults(value: object) -> Iterator[Fault]:
    if value is None:
        return
    if not isinstance(value, tuple):
        is_single = isinstance(value, str | date)
        problem = "is one value" if is_single else f"is of type {type(value).__name__}"
        yield Fault("certified_on", value, problem, "a list of days")
        return
    for day in value:
        yield from day_faults(day, "certified_on")
