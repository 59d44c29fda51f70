"""Contribution bases 缴费基数: from wages, averaged over months, and as an index of the wage.

Legal basis:
    社会保险法 第十二条: the base is one's own wage. 国办发〔2019〕13号 三: places fix a lower and an upper
    limit from the average wage of all urban units 全口径. Which year is the denominator of the index,
    whether it is clamped and what a gap year does differ by province: that is a policy value.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs

from .. import intervals
from ..errors import Fault, RuleError, UndeterminedError
from ..law import Dated, Law
from ..law.parameters import CONTRIBUTION_BASE_CEILING, CONTRIBUTION_BASE_FLOOR
from ..model.areas import NATION
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthLike, MonthSpan, YearMonth, as_day, as_span
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up
from ..terms import GapYears, InsuranceKind, check_term
from .given import known_law
from .insurance_years import InsuranceYear, insurance_year
from .monthly_bases import MonthlyBases, Piece, monthly_bases
from .wages import WageSeries, shipped_series

__all__ = [
    "AverageBase",
    "AverageIndex",
    "ContributionBase",
    "IndexPolicy",
    "InsuranceYear",
    "average_base",
    "average_index",
    "contribution_base",
    "insurance_year",
]


@attrs.frozen
class ContributionBase:
    """A contribution base made from wages.

    Attributes:
        average: the average monthly wage, rounded half up to the fen.
        floor: the lower limit of the place, with its law; None where it is not known.
        ceiling: the upper limit.
        missing: the names of limits that are not known.
    """

    average: Decimal
    floor: Dated[Decimal] | None
    ceiling: Dated[Decimal] | None
    missing: tuple[str, ...]

    @property
    def base(self) -> Decimal:
        """The base: the average, no lower than the floor and no higher than the ceiling.

        Raises:
            UndeterminedError: if a limit is not known that could change it.
        """
        if self.floor is None or self.ceiling is None:
            raise UndeterminedError(self.missing)
        return max(self.floor.value, min(self.average, self.ceiling.value))


def contribution_base(
    wages: Sequence[Amount],
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> ContributionBase:
    """The monthly contribution base 缴费基数 from the wages of the calendar year before.

    Args:
        wages: all wage income of each month that was worked in that year, in yuan.
        on: a day of the insurance year 社保年度 for which the base is fixed; the limits of that
            day hold.
        area: the place whose limits hold.
        law: None is the shipped law.

    Raises:
        MoneyError: if a wage is no exact amount.
        RuleError: if there are no wages, or more than twelve.

    Example:
        >>> contribution_base(["3000"] * 12, on=date(2024, 1, 1), area="130100").base
        Decimal('3921')
    """
    if not isinstance(wages, list | tuple):
        problem = f"is of type {type(wages).__name__}"
        raise RuleError(Fault("wages", wages, problem, "a list of 1 to 12 wages"))
    fen = [fen_of(as_yuan(wage, f"wages[{index}]")) for index, wage in enumerate(wages)]
    if not 1 <= len(fen) <= 12:
        raise RuleError(Fault("wages", len(fen), "is no number of months", "1 to 12 wages"))
    average = half_up(Fraction(sum(fen), 100 * len(fen)), 2)
    known = known_law(law)
    floor = known.find(CONTRIBUTION_BASE_FLOOR, on=as_day(on, "on"), area=area)
    ceiling = known.find(CONTRIBUTION_BASE_CEILING, on=on, area=area)
    missing = tuple(
        f"{parameter.name} ({area or NATION}, {on})"
        for parameter, found in (
            (CONTRIBUTION_BASE_FLOOR, floor),
            (CONTRIBUTION_BASE_CEILING, ceiling),
        )
        if found is None
    )
    return ContributionBase(average, floor, ceiling, missing)


@attrs.frozen
class AverageBase:
    """An average of bases over the counted months that have one.

    Attributes:
        months: how many months entered it.
        exact: the average in yuan as a fraction; None of no months.
        without_base: counted months whose base is not known; never taken as zero.
        doubled: months held twice for which no policy chose a base.
        unplaced: periods known only by their number that could not enter it.
    """

    months: int
    exact: Fraction | None
    without_base: MonthSet
    doubled: MonthSet
    unplaced: tuple[ContributionPeriod, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every counted month entered it."""
        return not (self.without_base or self.doubled or self.unplaced)

    @property
    def amount(self) -> Decimal:
        """The average in yuan, rounded half up to the fen.

        Raises:
            UndeterminedError: if no month has a base.
        """
        if self.exact is None:
            raise UndeterminedError(("base",))
        return half_up(self.exact, 2)


def average_base(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    window: MonthSpan | MonthLike | None = None,
    overlap: str | None = None,
    rule: CountingRule | None = None,
) -> AverageBase:
    """The average contribution base 月平均缴费基数 over counted months.

    Args:
        history: the record.
        kind: the insurance.
        on: the day; months after its month do not enter.
        window: the months to look at; None is all.
        overlap: the base of a month held twice: ``highest``, ``sum``, or the area or employer
            whose base it is. Without one such months are left out and reported.
        rule: which months count; None is the default rule of the kind.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2014-12"), base="2312"),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2015-01", "2016-06"), base="2620.50"),
        ...     sb.ContributionPeriod(sb.PENSION, "2016-07")])
        >>> average = average_base(history, sb.PENSION, on=date(2026, 1, 29))
        >>> average.amount, str(average.without_base)
        (Decimal('2497.10'), '2016-07')
    """
    span = None if window is None else as_span(window, "window")
    bases = monthly_bases(history, kind, as_day(on, "on"), rule, overlap, span)
    months = sum(piece.months for piece in bases.pieces)
    total = sum(piece.months * piece.base_fen for piece in bases.pieces)
    exact = Fraction(total, 100 * months) if months else None
    return AverageBase(months, exact, bases.without_base, bases.doubled, bases.unplaced)


@attrs.frozen(kw_only=True)
class IndexPolicy:
    """How a place averages the contribution index 缴费指数.

    Args:
        lag_years: which year's average wage divides: 1 is the year before (上年度社平工资), 0 the
            month itself.
        clamp: lowest and highest index of a month, or None.
        gap_years: whether calendar years without a month, between the first and the last with
            one, count as zero or are left out.

    Raises:
        RuleError: if a part makes no sense.
        MoneyError: if a bound of the clamp is a float or no number.
    """

    lag_years: int = 1
    clamp: tuple[Amount | Fraction, Amount | Fraction] | None = None
    gap_years: GapYears = GapYears.IGNORED

    def __attrs_post_init__(self) -> None:
        if type(self.lag_years) is not int or not 0 <= self.lag_years <= 2:
            raise RuleError(Fault("lag_years", self.lag_years, "is no lag", "0, 1 or 2 years"))
        check_term(self.gap_years, GapYears, "gap_years", RuleError)
        if self.clamp is not None:
            if type(self.clamp) is not tuple or len(self.clamp) != 2:
                expected = "the lowest and the highest index"
                raise RuleError(Fault("clamp", self.clamp, "is no range", expected))
            low, high = (as_fraction(bound, "clamp") for bound in self.clamp)
            if low > high:
                expected = "the lowest and the highest index"
                raise RuleError(Fault("clamp", self.clamp, "is no range", expected))
            object.__setattr__(self, "clamp", (low, high))


@attrs.frozen
class AverageIndex:
    """An average contribution index 平均缴费工资指数 over counted months.

    Attributes:
        months: how many months entered it.
        exact: the index as a fraction; None where wages are not known or no month has a base.
        missing_years: years whose average wage is not known.
        without_base: counted months whose base is not known; never taken as zero.
        doubled: months held twice for which no policy chose a base.
        unplaced: periods known only by their number that could not enter it.
    """

    months: int
    exact: Fraction | None
    missing_years: tuple[int, ...]
    without_base: MonthSet
    doubled: MonthSet
    unplaced: tuple[ContributionPeriod, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every counted month entered it."""
        return not (self.without_base or self.doubled or self.unplaced or self.missing_years)

    def rounded(self, places: int = 4) -> Decimal:
        """The index rounded half up.

        Raises:
            UndeterminedError: if it is not known, naming the years whose wage is missing.
        """
        if self.exact is None:
            years = tuple(f"average_monthly_wage of {year}" for year in self.missing_years)
            raise UndeterminedError(years or ("base",))
        return half_up(self.exact, places)


def average_index(
    history: ContributionHistory,
    kind: InsuranceKind = InsuranceKind.PENSION,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    policy: IndexPolicy | None = None,
    wages: WageSeries | None = None,
    overlap: str | None = None,
    rule: CountingRule | None = None,
) -> AverageIndex:
    """The average contribution index: the mean of base over average wage, month by month.

    Args:
        history: the record.
        kind: the insurance.
        on: the day; months after its month do not enter.
        area: the place whose average wages divide, if no series is given.
        law: None is the shipped law.
        policy: how the place averages; None divides by the year before, without clamp.
        wages: the average wages; None is what the law knows of the place.
        overlap: as in :func:`average_base`.
        rule: which months count; None is the default rule of the kind.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-01", "2025-06"), base=6000)])
        >>> wages = WageSeries.by_year({2023: 5000, 2024: 8000})
        >>> average_index(history, on=date(2026, 1, 29), wages=wages).rounded()
        Decimal('1.0500')
    """
    policy = IndexPolicy() if policy is None else policy
    if type(policy) is not IndexPolicy:
        raise RuleError(Fault("policy", policy, "is no policy", "an IndexPolicy or None"))
    if wages is not None and type(wages) is not WageSeries:
        raise RuleError(Fault("wages", wages, "is no series", "a WageSeries or None"))
    bases = monthly_bases(history, kind, as_day(on, "on"), rule, overlap, None)
    lag = 12 * policy.lag_years
    if wages is None:
        first = min((piece.first // 12 for piece in bases.pieces), default=on.year)
        wages = shipped_series(known_law(law), area, first - policy.lag_years, on.year)
    bases = _with_one_wage(bases, wages, lag)
    months = sum(piece.months for piece in bases.pieces)
    missing = _missing_years(bases, wages, lag)
    exact: Fraction | None = None
    if months and not missing:
        divisor = months
        if policy.gap_years is GapYears.ZERO:
            divisor += 12 * _gap_years(bases)
        if policy.clamp is None:
            total = _sum_of_indices(bases, wages, lag)
            exact = Fraction(total, 100 * wages.denominator * divisor)
        else:
            low, high = (as_fraction(bound, "clamp") for bound in policy.clamp)
            exact = _sum_of_clamped(bases, wages, lag, (low, high)) / divisor
    return AverageIndex(months, exact, missing, bases.without_base, bases.doubled, bases.unplaced)


def _with_one_wage(bases: MonthlyBases, wages: WageSeries, lag: int) -> MonthlyBases:
    """Months without places enter an index only where their whole span has one wage."""
    if all(piece.period is None for piece in bases.pieces):
        return bases
    pieces: list[Piece] = []
    unplaced = list(bases.unplaced)
    for piece in bases.pieces:
        cuts = wages.changes(piece.first - lag, piece.last - lag)
        if piece.period is None or not cuts:
            pieces.append(piece)
        else:
            unplaced.append(piece.period)
    return attrs.evolve(bases, pieces=tuple(pieces), unplaced=tuple(unplaced))


def _sum_of_indices(bases: MonthlyBases, wages: WageSeries, lag: int) -> int:
    """The sum of fen over yuan, times the denominator of the series."""
    total = 0
    for piece in bases.pieces:
        weight = wages.weight(piece.first - lag, piece.last - lag)
        if piece.period is not None:
            weight = weight * piece.months // (piece.last - piece.first + 1)
        total += piece.base_fen * weight
    return total


def _sum_of_clamped(
    bases: MonthlyBases, wages: WageSeries, lag: int, clamp: tuple[Fraction, Fraction]
) -> Fraction:
    """Month by month the same, in stretches of one base and one wage."""
    total = Fraction(0)
    for piece in bases.pieces:
        cuts = [start + lag for start in wages.changes(piece.first - lag, piece.last - lag)]
        starts = [piece.first, *cuts]
        ends = [*(cut - 1 for cut in cuts), piece.last]
        for first, last in zip(starts, ends, strict=True):
            wage = wages.wage(YearMonth.from_ordinal(first - lag))
            index = Fraction(piece.base_fen, 100) / (wage or 1)
            share = Fraction((last - first + 1) * piece.months, piece.last - piece.first + 1)
            total += share * max(clamp[0], min(clamp[1], index))
    return total


def _missing_years(bases: MonthlyBases, wages: WageSeries, lag: int) -> tuple[int, ...]:
    """The years of wages that pieces ask for and the series does not know."""
    if not bases.pieces:
        return ()
    whole = bases.pieces[0].first - lag, bases.pieces[-1].last - lag
    if wages.known_months(*whole) == whole[1] - whole[0] + 1:
        return ()
    missing: set[int] = set()
    for piece in bases.pieces:
        first, last = piece.first - lag, piece.last - lag
        if wages.known_months(first, last) == last - first + 1:
            continue
        missing.update(
            month // 12 for month in range(first, last + 1) if not wages.known_months(month, month)
        )
    return tuple(sorted(missing))


def _gap_years(bases: MonthlyBases) -> int:
    """Calendar years without a counted month between the first and the last that have one.

    A month of unknown base is a counted month all the same.
    """
    counted = [
        *((piece.first, piece.last) for piece in bases.pieces),
        *bases.without_base.pairs,
        *bases.doubled.pairs,
        *(period.months.pair for period in bases.unplaced),
    ]
    years = intervals.union((first // 12, last // 12) for first, last in counted)
    return sum(after[0] - before[1] - 1 for before, after in pairwise(years))
