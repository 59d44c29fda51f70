"""Years made of months, where a benefit goes by years 缴费年限: what a part of a year counts."""

from __future__ import annotations

from fractions import Fraction

from ..errors import RuleError
from ..terms import PartYear, check_term

__all__ = ["years_counted"]


def years_counted(months: int, part_year: PartYear) -> Fraction:
    """The years that a number of months counts as.

    Args:
        months: an int from 0.
        part_year: what a part of a year counts.

    Raises:
        RuleError: if the part is none of the terms.

    Example:
        >>> [str(years_counted(345, each)) for each in PartYear]
        ['28', '29', '115/4']
    """
    check_term(part_year, PartYear, "part_year", RuleError)
    whole, rest = divmod(months, 12)
    counted = {
        PartYear.DROPPED: Fraction(0),
        PartYear.WHOLE: Fraction(1 if rest else 0),
        PartYear.BY_MONTH: Fraction(rest, 12),
    }
    return whole + counted[part_year]
