"""The forms that values of the law of certification and of the card's services take."""

from __future__ import annotations

from typing import Final

import attrs

from ..terms import CardService, Circumstance, CycleBasis, Need, Tier
from .values import one_of, read_truth, several, table, term, whole

__all__ = [
    "CertificationCycle",
    "ChannelRule",
    "Suspension",
    "read_card_services",
    "read_channel",
    "read_cycle",
    "read_suspension",
]


@attrs.frozen
class CertificationCycle:
    """How long a certification lasts (认证周期).

    Attributes:
        basis: how it is counted.
        length: months, or days for ``DAYS``; None for a year by birthday or by the calendar.
        first: from when the first one runs: ``start``, the first payment of the benefit, or
            ``year_later``, a year after it.
    """

    basis: CycleBasis
    length: int | None = None
    first: str = "start"


@attrs.frozen
class Suspension:
    """What becomes of payments when a certification is overdue, and after it (暂停、恢复、补发).

    Attributes:
        suspended: from which month on: ``this_month`` in which it lapsed, or ``next_month``.
        resumed: from which month on they go on after the next certification.
        is_back_paid: whether the months between are paid then.
    """

    suspended: str
    resumed: str
    is_back_paid: bool


@attrs.frozen
class ChannelRule:
    """A channel of a service: for whom, and what it asks for.

    Attributes:
        tier: where it stands in the order of trouble.
        needs: what it asks for; None where that is the place's own and was not found.
        closed_to: who cannot use it.
        only_for: who alone can; empty where everybody can.
    """

    tier: Tier
    needs: tuple[Need, ...] | None = None
    closed_to: tuple[Circumstance, ...] = ()
    only_for: tuple[Circumstance, ...] = ()


_in_month: Final = one_of("this_month", "next_month")
_circumstances: Final = several(term(Circumstance))

read_suspension: Final = table(
    Suspension, suspended=_in_month, resumed=_in_month, is_back_paid=read_truth
)

read_channel: Final = table(
    ChannelRule,
    tier=term(Tier),
    needs=several(term(Need)),
    closed_to=_circumstances,
    only_for=_circumstances,
)

#: What one may do for a relative with the electronic card, each once.
read_card_services: Final = several(term(CardService), 1)

_read_cycle: Final = table(
    CertificationCycle,
    basis=term(CycleBasis),
    length=whole("months or days", 1),
    first=one_of("start", "year_later"),
)


def read_cycle(value: object) -> CertificationCycle:
    """A basis, with a length unless it is a year by birthday or by the calendar."""
    found = _read_cycle(value)
    by_year = found.basis in (CycleBasis.BIRTHDAY, CycleBasis.CALENDAR_YEAR)
    if by_year == (found.length is not None):
        raise ValueError("a length in months or days, and none for birthday or calendar_year")
    return found
