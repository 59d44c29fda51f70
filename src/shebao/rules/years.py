"""Contribution years made of months, as a place rounds them 缴费年限取整.

Legal basis:
    国发〔2005〕38号: 1 % for each year, 缴费每满1年发给1%; parts of a year count by their months. To how
    many decimals they are carried is the practice of each place, seen in its decisions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from ..errors import Fault, RuleError
from ..law import Law
from ..law.parameters import PENSION_YEARS_ROUNDING
from ..law.pension_values import YearsRounding
from ..rounding import half_up, up
from .given import check_months, known_law

__all__ = ["contribution_years", "rounded_years"]

_ROUND: Final[Mapping[str, Callable[[Fraction, int], Decimal]]] = MappingProxyType(
    {"half_up": half_up, "up": up}
)


def contribution_years(
    months: int,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    rounding: YearsRounding | None = None,
) -> Fraction:
    """The contribution years 缴费年限 of contribution months, rounded as the place does.

    Args:
        months: contribution months, deemed ones among them.
        on: the day of retirement.
        area: the place.
        law: None is the shipped law.
        rounding: how to round instead of as the law of the place says; whole years need none.

    Raises:
        RuleError: if the months are no number, or the rounding is none.
        UnknownLawError: if it is not known how the place rounds.

    Example:
        30 years 8 months in Hebei, 42 years 5 months in Anhui:

        >>> contribution_years(368, on=date(2023, 2, 16), area="130200") == Fraction("30.67")
        True
        >>> contribution_years(509, on=date(2026, 2, 1), area="340000") == Fraction("42.5")
        True
    """
    if rounding is None:
        if check_months(months, "months") % 12 == 0:
            return Fraction(months, 12)
        rounding = known_law(law).get(PENSION_YEARS_ROUNDING, on=on, area=area).value
    return rounded_years(months, rounding)


def rounded_years(months: int, rounding: YearsRounding) -> Fraction:
    """The years of contribution months by a given rounding.

    Raises:
        RuleError: if the months are no number, or the rounding is none.

    Example:
        >>> rounded_years(503, YearsRounding(4, "half_up")) == Fraction("41.9167")
        True
    """
    check_months(months, "months")
    if type(rounding) is not YearsRounding or rounding.mode not in _ROUND:
        expected = f"a YearsRounding whose mode is one of {', '.join(_ROUND)}"
        raise RuleError(Fault("rounding", rounding, "is no rounding of years", expected))
    return Fraction(_ROUND[rounding.mode](Fraction(months, 12), rounding.places))
