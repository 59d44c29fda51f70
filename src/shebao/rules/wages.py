"""A series of average wages, and exact sums of their reciprocals over any months.

The index divides each month's base by a wage. Sums of fractions over hundreds of months would be
slow; over one common denominator they are sums of integers, and prefix sums of those answer any
span of months at the cost of two look-ups.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Self, final

import attrs

from ..errors import Fault, MoneyError
from ..law import Law
from ..law.parameters import AVERAGE_MONTHLY_WAGE
from ..months import MonthLike, YearMonth, as_month
from ..rounding import Amount, as_fraction

__all__ = ["WageSeries", "shipped_series"]


@final
@attrs.frozen(init=False, repr=False)
class WageSeries:
    """Average monthly wages 社会平均工资, each from a month on until the next.

    Args:
        steps: the wage from each month on, in yuan; None ends the series or opens a hole.

    Raises:
        MoneyError: if a wage is zero or no exact number.

    Example:
        >>> series = WageSeries({"2023-07": 6000, "2024-07": 6300, "2025-07": None})
        >>> series.wage(YearMonth(2024, 6)), series.wage(YearMonth(2026, 1))
        (Fraction(6000, 1), None)
    """

    steps: tuple[tuple[int, Fraction | None], ...]
    _starts: tuple[int, ...] = attrs.field(eq=False)
    _weights: tuple[int, ...] = attrs.field(eq=False)
    _sums: tuple[int, ...] = attrs.field(eq=False)
    _known: tuple[int, ...] = attrs.field(eq=False)
    denominator: int = attrs.field(eq=False)

    def __init__(self, steps: Mapping[MonthLike, Amount | Fraction | None]) -> None:
        by_start: dict[int, Fraction | None] = {}
        for start, wage in steps.items():
            month = as_month(start, "steps")
            if month.ordinal in by_start:
                raise MoneyError(Fault("steps", str(month), "has two wages", "one wage a month"))
            by_start[month.ordinal] = None if wage is None else as_fraction(wage, "wage")
            if by_start[month.ordinal] == 0:
                raise MoneyError(Fault("wage", wage, "is zero", "a wage above 0, or None"))
        read = sorted(by_start.items())
        denominator = lcm(*(wage.numerator for _, wage in read if wage is not None))
        # Before the first step nothing is known: month 0 begins with no wage.
        starts = [0, *(start for start, _ in read)]
        weights = [0] + [
            0 if wage is None else denominator * wage.denominator // wage.numerator
            for _, wage in read
        ]
        sums, known = [0], [0]
        for index in range(1, len(starts)):
            months = starts[index] - starts[index - 1]
            sums.append(sums[-1] + months * weights[index - 1])
            known.append(known[-1] + months * (weights[index - 1] > 0))
        for name, value in (
            ("steps", tuple(read)),
            ("_starts", tuple(starts)),
            ("_weights", tuple(weights)),
            ("_sums", tuple(sums)),
            ("_known", tuple(known)),
            ("denominator", denominator),
        ):
            object.__setattr__(self, name, value)

    @classmethod
    def by_year(cls, wages: Mapping[int, Amount]) -> Self:
        """The series of calendar years; years that are left out are not known.

        Example:
            >>> series = WageSeries.by_year({2023: "6534.25", 2025: "6800"})
            >>> series.wage(YearMonth(2024, 3)) is None
            True
        """
        steps: dict[MonthLike, Amount | Fraction | None] = {}
        for year in sorted(wages):
            steps[YearMonth(year, 1)] = wages[year]
            steps[YearMonth(year + 1, 1)] = wages.get(year + 1)
        return cls(steps)

    def wage(self, month: YearMonth) -> Fraction | None:
        """The wage in force in a month, or None where it is not known."""
        index = bisect_right(self._starts, month.ordinal) - 1
        return self.steps[index - 1][1] if index else None

    def changes(self, first: int, last: int) -> list[int]:
        """The ordinals in (first, last] from which another wage is in force."""
        low, high = bisect_right(self._starts, first), bisect_right(self._starts, last)
        return list(self._starts[low:high])

    def weight(self, first: int, last: int) -> int:
        """Sum of ``denominator / wage`` over months given as ordinals, both inclusive.

        Months whose wage is not known add nothing; ask :meth:`known_months`.
        """
        starts, sums, weights = self._starts, self._sums, self._weights
        low = bisect_right(starts, first) - 1
        high = bisect_right(starts, last + 1, low) - 1
        until = sums[high] + (last + 1 - starts[high]) * weights[high]
        return until - sums[low] - (first - starts[low]) * weights[low]

    def known_months(self, first: int, last: int) -> int:
        """How many of these months have a wage."""
        return self._known_before(last + 1) - self._known_before(first)

    def _known_before(self, month: int) -> int:
        index = bisect_right(self._starts, month) - 1
        is_known = self._weights[index] > 0
        return self._known[index] + (month - self._starts[index]) * is_known

    def __repr__(self) -> str:
        steps = ", ".join(
            f'"{YearMonth.from_ordinal(start)}": {_shown(wage)}' for start, wage in self.steps
        )
        return f"WageSeries({{{steps}}})"


def _shown(wage: Fraction | None) -> str:
    return str(wage) if wage is None or wage.denominator == 1 else repr(wage)


def shipped_series(law: Law, area: str | None, first_year: int, last_year: int) -> WageSeries:
    """The average wages that a law knows for a place, from one year to another."""
    found = {
        year: law.find(AVERAGE_MONTHLY_WAGE, on=date(year, 12, 31), area=area)
        for year in range(max(1, first_year), min(9998, last_year) + 1)
    }
    return WageSeries.by_year(
        {year: dated.value for year, dated in found.items() if dated is not None}
    )
