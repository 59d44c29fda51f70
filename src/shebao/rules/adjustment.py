"""The yearly adjustment of pensions 基本养老金调整: a fixed part, parts by years and by level, by age.

Legal basis:
    社会保险法 第十八条: pensions are raised in time by wages and prices. Each year a notice of
    人力资源社会保障部 and 财政部 sets the overall rate; provinces set the figures by three means: fixed 定额,
    linked 挂钩 to years paid and to the pension, and tilted 倾斜 to high age.

Limits:
    The figures of no place are shipped: the caller gives them. Tilts to hardship areas and to other
    groups are part of ``fixed`` for whom they are due. Each part is rounded to the fen, half up;
    places that round up to the jiao print more.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

import attrs

from ..errors import Fault, RuleError
from ..law import Citation
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of
from ..terms import PartYear, check_term
from .given import check_months
from .part_years import years_counted

__all__ = ["Adjusted", "Adjustment", "adjusted"]

Steps = list[tuple[int, Amount]] | tuple[tuple[int, Amount], ...]
_Read = tuple[tuple[int, Decimal], ...]

_EXPECTED: Final = "pairs of whole years, rising, and yuan"


def _steps(value: object, field: str) -> _Read:
    """Pairs of years and yuan, the years rising."""
    if not isinstance(value, list | tuple):
        raise RuleError(Fault(field, value, f"is of type {type(value).__name__}", _EXPECTED))
    read: list[tuple[int, Decimal]] = []
    for index, pair in enumerate(value):
        name = f"{field}[{index}]"
        if not isinstance(pair, list | tuple) or len(pair) != 2 or type(pair[0]) is not int:
            raise RuleError(Fault(name, pair, "is no pair of years and yuan", _EXPECTED))
        if pair[0] < 0:
            raise RuleError(Fault(name, pair[0], "is negative", _EXPECTED))
        if read and pair[0] <= read[-1][0]:
            raise RuleError(Fault(name, pair[0], "is not above the years before", _EXPECTED))
        read.append((pair[0], as_yuan(pair[1], name)))
    return tuple(read)


def _as_fixed(value: Amount) -> Decimal:
    return as_yuan(value, "fixed")


def _as_per_year(value: Amount | Steps) -> _Read:
    if isinstance(value, list | tuple):
        return _steps(value, "per_year")
    yuan = as_yuan(value, "per_year")
    return ((0, yuan),) if yuan else ()


def _as_least(value: Amount) -> Decimal:
    return as_yuan(value, "least_by_years")


def _as_percent(value: Amount | Fraction) -> Fraction:
    percent = as_fraction(value, "percent")
    if percent > 100:
        raise RuleError(Fault("percent", value, "is above 100", "a percentage from 0 to 100"))
    return percent


def _as_high_age(value: Steps) -> _Read:
    bands = _steps(value, "high_age")
    for index, ((_, before), (_, yuan)) in enumerate(pairwise(bands), 1):
        if yuan <= before:
            expected = f"more than {before}: a higher age is granted more"
            raise RuleError(Fault(f"high_age[{index}]", yuan, "does not rise", expected))
    return bands


@attrs.frozen(kw_only=True)
class Adjustment:
    """The figures of one year's adjustment in one place (调整办法).

    Attributes:
        fixed: yuan for everybody 定额调整.
        per_year: yuan for each contribution year 与缴费年限挂钩; where later years are granted another
            amount, pairs of the years beyond which it holds and the yuan.
        years_part: what a part of a contribution year counts; None only without ``per_year``.
        least_by_years: yuan that the part by years is at least.
        percent: per cent of the pension before 与养老金水平挂钩.
        high_age: pairs of an age in years and the yuan from it on 高龄倾斜; both rise, and the highest
            age that is reached holds.
        citation: the notice.

    Raises:
        MoneyError: if an amount is a float, negative or finer than a fen.
        RuleError: if years, ages or their amounts do not rise, or another figure makes no sense.

    Example:
        >>> Adjustment(fixed=31, percent="0.4").percent
        Fraction(2, 5)
    """

    fixed: Decimal = attrs.field(default=Decimal(0), converter=_as_fixed)
    per_year: _Read = attrs.field(default=(), converter=_as_per_year)
    years_part: PartYear | None = None
    least_by_years: Decimal = attrs.field(default=Decimal(0), converter=_as_least)
    percent: Fraction = attrs.field(default=Fraction(0), converter=_as_percent)
    high_age: _Read = attrs.field(default=(), converter=_as_high_age)
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        if self.years_part is not None or self.per_year:
            check_term(self.years_part, PartYear, "years_part", RuleError)
        if self.citation is not None and type(self.citation) is not Citation:
            problem = f"is of type {type(self.citation).__name__}"
            raise RuleError(Fault("citation", self.citation, problem, "a Citation or None"))

    def by_years(self, contribution_months: int) -> Decimal:
        """The part by contribution years.

        Example:
            >>> linked = Adjustment(per_year=((0, "1.70"), (15, "1.80"), (25, 2)),
            ...                     years_part=PartYear.WHOLE)
            >>> linked.by_years(360)
            Decimal('53.50')
        """
        months = check_months(contribution_months, "contribution_months")
        if self.years_part is None:
            return self.least_by_years
        years = years_counted(months, self.years_part)
        ends = [Fraction(start) for start, _ in self.per_year[1:]] + [years]
        parts = (
            max(Fraction(0), min(years, end) - start) * Fraction(yuan)
            for (start, yuan), end in zip(self.per_year, ends, strict=False)
        )
        return max(half_up(sum(parts, Fraction(0)), 2), self.least_by_years)

    def by_age(self, age_months: int) -> Decimal:
        """The part by age: that of the highest age reached, 0 below the first."""
        months = check_months(age_months, "age_months")
        reached = (yuan for age, yuan in reversed(self.high_age) if months >= 12 * age)
        return next(reached, Decimal(0))


@attrs.frozen
class Adjusted:
    """A pension after its adjustment, in yuan a month.

    Attributes:
        pension: the pension before.
        fixed: the fixed part.
        by_years: the part by contribution years.
        by_percent: the part by the level of the pension.
        by_age: the part by age.
        increase: the sum of the parts.
        total: the pension after.
    """

    pension: Decimal
    fixed: Decimal
    by_years: Decimal
    by_percent: Decimal
    by_age: Decimal
    increase: Decimal
    total: Decimal


def adjusted(
    pension: Amount, *, contribution_months: int, age_months: int, by: Adjustment
) -> Adjusted:
    """A pension after one year's adjustment 调整后的基本养老金.

    Args:
        pension: the pension before, yuan a month, as the notice takes it: of last December.
        contribution_months: months paid, as the pension was granted for.
        age_months: the age in months on the day that the notice names, as a rule 31 December.
        by: the figures.

    Raises:
        RuleError: if a number of months is none, or there are no figures.
        MoneyError: if the pension is no amount.

    Example:
        A published case of 2024: 30 years paid and a pension of 3000 yuan:

        >>> figures = Adjustment(fixed=31, per_year=((0, "1.70"), (15, "1.80"), (25, 2)),
        ...                      years_part=PartYear.WHOLE, least_by_years="25.50", percent="0.4")
        >>> made = adjusted(3000, contribution_months=360, age_months=12 * 66, by=figures)
        >>> made.by_years, made.by_percent, made.increase, made.total
        (Decimal('53.50'), Decimal('12.00'), Decimal('96.50'), Decimal('3096.50'))
    """
    if type(by) is not Adjustment:
        raise RuleError(Fault("by", by, f"is of type {type(by).__name__}", "an Adjustment"))
    before = as_yuan(pension, "pension")
    parts = (
        by.fixed,
        by.by_years(contribution_months),
        half_up(Fraction(before) * by.percent / 100, 2),
        by.by_age(age_months),
    )
    increase = sum(map(fen_of, parts))
    total = yuan_of(fen_of(before) + increase)
    return Adjusted(before, *parts, yuan_of(increase), total)
