"""Payout months 计发月数: by how many months an individual account is divided.

Legal basis:
    国发〔2005〕38号 附件: a table of whole ages from 40 to 70. From 2025-01-01 ages are taken to the
    month: linear between the rows, to one decimal, half up.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from ..errors import Fault, RuleError
from ..law import Law
from ..law.parameters import PENSION_PAYOUT_MONTHS
from ..rounding import half_up
from .given import known_law

__all__ = ["payout_months"]


def payout_months(
    age_months: int, *, on: date, area: str | None = None, law: Law | None = None
) -> Decimal:
    """The payout months of an age at retirement.

    Args:
        age_months: the age in the month of retirement, in months; below 40 years the first row of
            the table holds, above 70 the last.
        on: the day of retirement.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if the age is no number of months.
        UnknownLawError: for days before the table.

    Example:
        >>> payout_months(721, on=date(2025, 2, 1)), payout_months(601, on=date(2025, 2, 1))
        (Decimal('138.4'), Decimal('194.6'))
        >>> payout_months(721, on=date(2024, 12, 31))
        Decimal('139')
    """
    if type(age_months) is not int or age_months < 0:
        raise RuleError(Fault("age_months", age_months, "is no age", "whole months from 0"))
    table = known_law(law).get(PENSION_PAYOUT_MONTHS, on=on, area=area).value
    row, month = divmod(age_months - 12 * table.first_age, 12)
    if row < 0 or row >= len(table.months) - 1:
        row, month = (0, 0) if row < 0 else (len(table.months) - 1, 0)
    if not table.by_month:
        return Decimal(table.months[row])
    step = table.months[row] - table.months[row + 1] if month else 0
    return half_up(table.months[row] - Fraction(step * month, 12), 1)
