"""Arrears and their settlement: two rows of a record that tell of one contribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from ..model.contributions import ContributionPeriod, Key, key_of, nature_of
from ..terms import PaymentStatus

__all__ = ["fold_settled_arrears"]

_FOLDED: Final = (PaymentStatus.ARREARS, PaymentStatus.BACK_PAID)


def fold_settled_arrears(periods: Iterable[ContributionPeriod]) -> list[ContributionPeriod]:
    """Make one ``BACK_PAID`` of an ``ARREARS`` and a ``BACK_PAID`` of one month and key.

    Kind, scheme, area and employer are the key. The day of declaration and the base are those of
    the back-paid period; what it does not give is taken from the arrears. Where both give one and
    the two differ, nothing is folded: the record contradicts itself. Months known only by their
    number stay as they are, for nobody can say which ones were settled.

    Example:
        >>> from datetime import date
        >>> from ..terms import InsuranceKind
        >>> owed = ContributionPeriod(InsuranceKind.PENSION, "2018-03", base="3100",
        ...     status=PaymentStatus.ARREARS, declared_on=date(2018, 4, 12))
        >>> settled = ContributionPeriod(InsuranceKind.PENSION, "2018-03",
        ...     status=PaymentStatus.BACK_PAID, settled_on=date(2018, 9, 20))
        >>> [(str(p), str(p.base), str(p.declared_on))
        ...  for p in fold_settled_arrears([owed, settled])]
        [('pension 2018-03 back paid employee', '3100', '2018-04-12')]
    """
    others: list[ContributionPeriod] = []
    groups: dict[Key, list[ContributionPeriod]] = {}
    for period in periods:
        if period.count is None and period.status in _FOLDED:
            groups.setdefault(key_of(period), []).append(period)
        else:
            others.append(period)
    return others + [period for group in groups.values() for period in _folded(group)]


def _folded(group: Sequence[ContributionPeriod]) -> Iterator[ContributionPeriod]:
    if len({period.status for period in group}) == 1:
        yield from group
        return
    edges = {edge for p in group for edge in (p.months.pair[0], p.months.pair[1] + 1)}
    for first, after in pairwise(sorted(edges)):
        parts = (period.between(first, after - 1) for period in group)
        yield from _settled([part for part in parts if part is not None])


def _settled(parts: Sequence[ContributionPeriod]) -> Sequence[ContributionPeriod]:
    """The parts of one stretch of months, without arrears that another part settles."""
    owed = [part for part in parts if part.status is PaymentStatus.ARREARS]
    paid = [part for part in parts if part.status is PaymentStatus.BACK_PAID]
    if len({nature_of(part) for part in owed}) != 1 or not paid:
        return parts
    if not all(_agree(owed[0], part) for part in paid):
        return parts
    return [
        attrs.evolve(
            part,
            base=part.base or owed[0].base,
            declared_on=part.declared_on or owed[0].declared_on,
        )
        for part in paid
    ]


def _agree(owed: ContributionPeriod, paid: ContributionPeriod) -> bool:
    """Whether base and day of declaration are the same, as far as both give them."""
    pairs = ((owed.base, paid.base), (owed.declared_on, paid.declared_on))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)
