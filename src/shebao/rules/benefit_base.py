"""The benefit base 计发基数: the wage that a place publishes for the pensions of a year.

Legal basis:
    国发〔2005〕38号: the pooled pension rests on the average monthly wage of the place in the year
    before retirement; each province publishes a base for it. Before that of a year is published,
    pensions are paid by the one of the year before (预发) and computed anew after it (重新核定).

Limits:
    When a base was published is known for few places and years. Asked as of a day inside the year
    of such a base, nobody can say whether it was known then: that is refused.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from ..days import add_days
from ..errors import UnknownLawError
from ..law import Dated, Law
from ..law.parameters import PENSION_BENEFIT_BASE
from ..model.areas import NATION
from .given import known_law

__all__ = ["benefit_base"]


def benefit_base(
    *, on: date, area: str | None = None, law: Law | None = None, known: date | None = None
) -> Dated[Decimal]:
    """The benefit base 计发基数 for a retirement on a day, yuan a month, with its law.

    Where the base of the year is not known yet, that of the year before, marked provisional; never
    an older one.

    Args:
        on: the day of retirement.
        area: the place; there is no national base.
        law: None is the shipped law.
        known: the day of asking, for the base as it was known then; None is with hindsight.

    Raises:
        UnknownLawError: if neither the base of the year nor that of the year before is known, or if
            nobody knows whether it was published by ``known``.

    Example:
        Hebei published the base of 2025 in September of that year:

        >>> found = benefit_base(on=date(2025, 6, 1), area="130200")
        >>> found.value, found.is_provisional
        (Decimal('7410'), False)
        >>> spring = benefit_base(on=date(2025, 6, 1), area="130200", known=date(2025, 6, 1))
        >>> spring.value, spring.is_provisional
        (Decimal('7265'), True)
    """
    used = known_law(law)
    found = used.get(PENSION_BENEFIT_BASE, on=on, area=area, known=known, or_latest=True)
    if known is not None and found.published is None and not found.is_provisional:
        found = _as_known(found, used, on, area, known)
    last = found.valid_until
    if last is not None and last.year < on.year - 1:
        reason = f"the latest base is that of {last.year}; only that of the year before may serve"
        raise UnknownLawError(PENSION_BENEFIT_BASE.name, area or NATION, on.isoformat(), reason)
    return found


def _as_known(
    found: Dated[Decimal], law: Law, on: date, area: str | None, known: date
) -> Dated[Decimal]:
    """A base whose day of publication is not known, as it was known on a day."""
    if known.year > found.valid_from.year:
        return found
    if known < found.valid_from:
        before = law.get(
            PENSION_BENEFIT_BASE, on=add_days(found.valid_from, -1), area=area, known=known
        )
        return attrs.evolve(before, is_provisional=True)
    reason = f"whether the base of {known.year} was published by {known} was not found"
    raise UnknownLawError(PENSION_BENEFIT_BASE.name, area or NATION, on.isoformat(), reason)
