"""The minimum contribution months 最低缴费年限 of a year of retirement.

Legal basis:
    社会保险法 第十六条: fifteen years. 国务院关于渐进式延迟法定退休年龄的办法 第二条: from 2030-01-01 they
    rise by six months a year, to twenty years in 2039.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import PENSION_MINIMUM_MONTHS
from .given import known_law

__all__ = ["minimum_contribution", "minimum_contribution_months"]


def minimum_contribution(
    year: int, *, area: str | None = None, law: Law | None = None
) -> Dated[int]:
    """The minimum contribution months 最低缴费年限 of a year of retirement, with its law.

    Raises:
        RuleError: if the year is no int.
        UnknownLawError: for years before the earliest law that is known.

    Example:
        >>> found = minimum_contribution(2031)
        >>> found.value, found.citation.article
        (192, '第二条')
    """
    if type(year) is not int or not 1 <= year <= 9999:
        raise RuleError(Fault("year", year, "is no year", "an int such as 2031"))
    dated = known_law(law).get(PENSION_MINIMUM_MONTHS, on=date(year, 12, 31), area=area)
    rule = dated.value
    months = rule.months
    if rule.first_year is not None:
        steps = max(0, year - rule.first_year + 1)
        months = min(rule.ceiling, months + steps * rule.yearly_step)
    return attrs.evolve(dated, value=months)  # type: ignore[return-value, arg-type]


def minimum_contribution_months(
    year: int, *, area: str | None = None, law: Law | None = None
) -> int:
    """The minimum contribution months 最低缴费年限 for who retires in a year.

    Example:
        >>> [minimum_contribution_months(year) for year in (2029, 2030, 2039, 2050)]
        [180, 186, 240, 240]
    """
    return minimum_contribution(year, area=area, law=law).value
