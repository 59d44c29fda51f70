"""What top-ups (补差) and refunds (退费) make of a month: rows that add none, and change one.

A top-up adds no month. Whether the base in such a row is added to the first or replaces it is not
said, so the base of the month is not known any more; without a base in it, it stays.

A refund takes its month away if it takes back all that was paid: the whole base, or where there is
no base the whole amount, all parts of it together. One that takes back less leaves the month: with
the rest of the base where base and amount shrink alike, else without a base that anybody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

import attrs

from .effects import Effect
from .facts import Facts
from .headings import Part
from .set_aside import GivenUp, RowReason
from .tracks import Stretch

__all__ = ["CHANGES", "change", "total"]

CHANGES: Final = (Effect.TOP_UP, Effect.ADJUSTMENT, Effect.REFUND)
#: A refund of one part says how much of a month it is by its amount alone.
_ONE_PART: Final = frozenset({Part.PERSONAL, Part.EMPLOYER})
_TOO_MUCH: Final = "takes back more than there is, or than is known"


def change(facts: Facts, changes: Sequence[Stretch]) -> tuple[Facts | None, list[GivenUp]]:
    """A month after top-ups and refunds, and these rows, which add none; None if nothing is left."""
    given_up: list[GivenUp] = []
    refunds = [each for each in changes if each.facts.effect is Effect.REFUND]
    for each in changes:
        if each not in refunds:
            given_up.append(_given_up(each, RowReason.TOP_UP))
            if each.facts.effect is Effect.TOP_UP and each.facts.base is not None:
                facts = attrs.evolve(facts, base=None)
    if not refunds:
        return facts, given_up
    try:
        left = _left(facts, [each.facts for each in refunds])
    except _TooMuchError:
        given_up += [_given_up(each, RowReason.NOT_UNDERSTOOD, _TOO_MUCH) for each in refunds]
        return facts, given_up
    given_up += [_given_up(each, RowReason.REFUND) for each in refunds]
    return left, given_up


def _given_up(each: Stretch, reason: RowReason, problem: str = "") -> GivenUp:
    return GivenUp(each.rows, reason, (each.first, each.last), problem)


class _TooMuchError(Exception):
    """A refund that cannot be; never leaves this module."""


def _left(facts: Facts, refunds: Sequence[Facts]) -> Facts | None:
    """What refunds leave of a month; None if that is nothing.

    Raises:
        _TooMuchError: if they take back more than there is, or nobody knows whether they do.
    """
    bases = {refund.base for refund in refunds}
    base = bases.pop() if len(bases) == 1 else total(refund.base for refund in refunds)
    amount = total(refund.amount for refund in refunds)
    if base is not None and (facts.base is None or base > facts.base):
        raise _TooMuchError
    if amount is None or facts.amount is None:
        if {refund.part for refund in refunds} & _ONE_PART:
            raise _TooMuchError
        return _less(facts, base)
    if amount > facts.amount:
        raise _TooMuchError
    if amount == facts.amount:
        return None
    left = attrs.evolve(facts, amount=facts.amount - amount)
    if base is None or facts.base is None or amount * facts.base != facts.amount * base:
        return attrs.evolve(left, base=None)
    return _less(left, base)


def _less(facts: Facts, base: Decimal | None) -> Facts | None:
    """A month whose base is less by another; None if that was all of it."""
    if base is None or facts.base is None or base == facts.base:
        return None
    return attrs.evolve(facts, base=facts.base - base)


def total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of some amounts; None if one of them is not known."""
    found = list(amounts)
    known = [amount for amount in found if amount is not None]
    return sum(known, Decimal()) if len(known) == len(found) else None
