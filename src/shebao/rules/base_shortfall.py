"""Bases declared too low 缴费基数不足: declared bases against the wages of the year before, month by month.

Legal basis:
    社会保险法 第十二条: the base is one's own wage. 第六十条: employers declare and pay in full. 第六十三条:
    what is short is made up 补足. The due base of an insurance year is the average wage of the
    calendar year before, within the limits of the place.

Limits:
    The base of a first year of employment is fixed otherwise (from the first wage): months without
    wages of the year before are named and left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ..errors import Fault, RuleError, UndeterminedError
from ..law import Law
from ..law.parameters import CONTRIBUTION_BASE_CEILING, CONTRIBUTION_BASE_FLOOR
from ..model.areas import NATION
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthSpan, YearMonth, as_day, as_month
from ..rounding import Amount, as_yuan, fen_of, yuan_of
from ..terms import InsuranceKind, PaymentStatus, Scheme
from .bases import contribution_base
from .monthly_bases import Piece, monthly_bases

__all__ = ["BaseShortfall", "ShortBase", "base_shortfall"]

Wages = Mapping[int, Amount] | Mapping[str, Amount] | Mapping[YearMonth, Amount]
Limits = tuple[Amount, Amount]

#: Declared by an employer, whatever became of the payment.
_DECLARED: Final = frozenset(PaymentStatus) - {PaymentStatus.DEEMED}
_EMPLOYED: Final = frozenset({Scheme.EMPLOYEE, Scheme.PUBLIC_SECTOR})


@attrs.frozen
class ShortBase:
    """Months in a row with one declared base and one due base.

    Attributes:
        span: the months.
        declared: the base that was declared, yuan a month.
        average: the average monthly wage of the calendar year before.
        due_at_least: the least that the due base may be, as far as the limits are known.
        due_at_most: the most; None where nothing bounds it.
        missing: the names of limits that would settle it.
    """

    span: MonthSpan
    declared: Decimal
    average: Decimal
    due_at_least: Decimal
    due_at_most: Decimal | None
    missing: tuple[str, ...] = ()

    @property
    def due(self) -> Decimal:
        """The due base, yuan a month.

        Raises:
            UndeterminedError: if a limit is not known that could change it.
        """
        if self.missing:
            raise UndeterminedError(self.missing)
        return self.due_at_least

    @property
    def at_least(self) -> Decimal:
        """By how much the declared base is short at least, yuan a month."""
        return _short(self.due_at_least, self.declared)

    @property
    def at_most(self) -> Decimal | None:
        """By how much it is short at most; None where nothing bounds it."""
        return None if self.due_at_most is None else _short(self.due_at_most, self.declared)

    @property
    def difference(self) -> Decimal:
        """By how much the declared base is short, yuan a month; 0 where it is not.

        Raises:
            UndeterminedError: if a limit is not known that could change it.
        """
        if self.at_least != self.at_most:
            raise UndeterminedError(self.missing)
        return self.at_least


@attrs.frozen
class BaseShortfall:
    """Declared bases beside the due ones.

    Attributes:
        stretches: the months that could be compared, in order, short or not.
        without_wages: months whose wages of the year before were not given.
        without_base: months whose declared base is not known.
        doubled: months held twice for which nothing chose a base.
        unplaced: periods of which only the number of months is known.
    """

    stretches: tuple[ShortBase, ...]
    without_wages: MonthSet
    without_base: MonthSet
    doubled: MonthSet
    unplaced: tuple[ContributionPeriod, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every declared month could be compared."""
        return not (self.without_wages or self.without_base or self.doubled or self.unplaced)

    @property
    def at_least(self) -> Decimal:
        """The sum of what is short over all months compared, at least, in yuan of base."""
        return yuan_of(sum(len(each.span) * fen_of(each.at_least) for each in self.stretches))

    @property
    def at_most(self) -> Decimal | None:
        """The same at most; None where nothing bounds it."""
        total = 0
        for each in self.stretches:
            if each.at_most is None:
                return None
            total += len(each.span) * fen_of(each.at_most)
        return yuan_of(total)

    @property
    def total(self) -> Decimal:
        """The sum of the differences over all months compared, in yuan of base.

        Raises:
            UndeterminedError: if a limit is not known that could change it.
        """
        if self.at_least != self.at_most:
            open_ones = (each for each in self.stretches if each.at_least != each.at_most)
            names = (name for each in open_ones for name in each.missing)
            raise UndeterminedError(tuple(dict.fromkeys(names)))
        return self.at_least


def base_shortfall(
    history: ContributionHistory,
    kind: InsuranceKind,
    wages: Wages,
    *,
    on: date,
    year_begins: int = 1,
    limits: Limits | None = None,
    overlap: str | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> BaseShortfall:
    """How far declared bases lie below the due ones 缴费基数不足, up to a day.

    Args:
        history: the record; months that an employer declared are looked at, paid or not.
        kind: the insurance.
        wages: wages in yuan, before any limit: of calendar years, as the monthly average, by
            ``2024``; or of months that were worked, by ``"2024-03"``.
        on: the day; months after its month do not enter.
        year_begins: the month in which the insurance year 社保年度 of the place begins.
        limits: lower and upper limit for all months, in place of what the law knows; the law knows
            those of pension insurance alone.
        overlap: whose base it is in months held twice, as in ``bases.average_base``.
        area: the place whose limits hold.
        law: None is the shipped law.

    Raises:
        MoneyError: if a wage or limit is no exact amount.
        MonthError: if a month cannot be read.
        RuleError: if wages are given twice, or another argument makes no sense.

    Example:
        Declared at the floor of Hebei:

        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-01", "2024-12"), base=3921)])
        >>> found = base_shortfall(record, sb.PENSION, {2023: 6000}, on=date(2025, 1, 31),
        ...                        area="130000")
        >>> [(str(each.span), each.due, each.difference) for each in found.stretches]
        [('2024-01..2024-12', Decimal('6000.00'), Decimal('2079.00'))]
        >>> found.total
        Decimal('24948.00')
    """
    if type(year_begins) is not int or not 1 <= year_begins <= 12:
        raise RuleError(Fault("year_begins", year_begins, "is no month", "an int from 1 to 12"))
    due = _Due(kind, _by_year(wages), year_begins, _read_limits(limits), area, law)
    bases = monthly_bases(history, kind, as_day(on, "on"), _declared(kind), overlap, None)
    # Of months known only by their number nobody can say which due base they have.
    loose = tuple(piece.period for piece in bases.pieces if piece.period is not None)
    found, without = _compared([piece for piece in bases.pieces if piece.period is None], due)
    unplaced = bases.unplaced + loose
    return BaseShortfall(found, without, bases.without_base, bases.doubled, unplaced)


def _declared(kind: InsuranceKind) -> CountingRule:
    """The rule that sees every month an employer declared."""
    return attrs.evolve(
        CountingRule.default(kind),
        name="declared bases",
        schemes=_EMPLOYED,
        counts=_DECLARED,
        holds=frozenset(),
    )


def _compared(pieces: Sequence[Piece], due: _Due) -> tuple[tuple[ShortBase, ...], MonthSet]:
    """Stretches of one declared and one due base, and the months that lack wages."""
    found: list[ShortBase] = []
    without: list[YearMonth] = []
    for piece in pieces:
        for ordinal in range(piece.first, piece.last + 1):
            month = YearMonth.from_ordinal(ordinal)
            made = due.short_base(month, piece.base_fen)
            if made is None:
                without.append(month)
            else:
                _join(found, made)
    return tuple(found), MonthSet(without)


def _join(found: list[ShortBase], made: ShortBase) -> None:
    """Add a month, to the stretch before it where both are alike."""
    if found and found[-1].span.last + 1 == made.span.first:
        longer = MonthSpan(found[-1].span.first, made.span.last)
        if attrs.evolve(found[-1], span=longer) == attrs.evolve(made, span=longer):
            found[-1] = attrs.evolve(made, span=longer)
            return
    found.append(made)


@attrs.frozen
class _Due:
    """The due base of any month."""

    kind: InsuranceKind
    wages: Mapping[int, tuple[Amount, ...]]
    year_begins: int
    limits: tuple[int, int] | None
    area: str | None
    law: Law | None

    def short_base(self, month: YearMonth, declared_fen: int) -> ShortBase | None:
        """A month with its due base; None without wages of the year before."""
        insurance_year = month.year - (month.month < self.year_begins)
        wages = self.wages.get(insurance_year - 1)
        if wages is None:
            return None
        found = contribution_base(wages, on=month.first_day, area=self.area, law=self.law)
        floor = None if found.floor is None else fen_of(found.floor.value)
        ceiling = None if found.ceiling is None else fen_of(found.ceiling.value)
        if self.limits is not None:
            floor, ceiling = self.limits
        elif self.kind is not InsuranceKind.PENSION:
            floor = ceiling = None
        low, high = _bounds(fen_of(found.average), floor, ceiling)
        return ShortBase(
            MonthSpan(month, month),
            yuan_of(declared_fen),
            found.average,
            yuan_of(low),
            None if high is None else yuan_of(high),
            () if low == high else self._missing(floor, ceiling),
        )

    def _missing(self, floor: int | None, ceiling: int | None) -> tuple[str, ...]:
        """The names of the limits that are not known."""
        named = ((CONTRIBUTION_BASE_FLOOR, floor), (CONTRIBUTION_BASE_CEILING, ceiling))
        return tuple(
            f"{parameter.name} of {self.kind.en} ({self.area or NATION})"
            for parameter, limit in named
            if limit is None
        )


def _bounds(average: int, floor: int | None, ceiling: int | None) -> tuple[int, int | None]:
    """Between which bases the due one lies; an unknown limit may lie anywhere."""
    if ceiling is None:
        return floor or 0, None if floor is None else max(floor, average)
    capped = min(average, ceiling)
    return (capped, ceiling) if floor is None else (max(floor, capped), max(floor, capped))


def _short(due: Decimal, declared: Decimal) -> Decimal:
    return yuan_of(max(0, fen_of(due) - fen_of(declared)))


def _by_year(wages: Wages) -> dict[int, tuple[Amount, ...]]:
    """The wages of each calendar year: its average alone, or those of its months."""
    if not isinstance(wages, Mapping):
        raise RuleError(Fault("wages", wages, "is no table", "a dict by year or by month"))
    years: dict[int, tuple[Amount, ...]] = {}
    months: dict[YearMonth, Amount] = {}
    for key, wage in wages.items():
        amount = as_yuan(wage, f"wages[{key!r}]")
        if type(key) is int:
            years[key] = (amount,)
            continue
        month = as_month(key, "wages")  # type: ignore[arg-type]
        if month in months:
            raise RuleError(Fault("wages", str(month), "is given twice", "one wage a month"))
        months[month] = amount
    found = dict(years)
    for month, wage in months.items():
        if month.year in years:
            expected = "the average of a year or its months"
            raise RuleError(Fault("wages", str(month), "is given twice", expected))
        found[month.year] = (*found.get(month.year, ()), wage)
    return found


def _read_limits(limits: Limits | None) -> tuple[int, int] | None:
    if limits is None:
        return None
    if type(limits) is not tuple or len(limits) != 2:
        raise RuleError(Fault("limits", limits, "are no limits", "a lower and an upper limit"))
    low, high = (fen_of(as_yuan(limit, "limits")) for limit in limits)
    if low > high:
        raise RuleError(Fault("limits", limits, "are no limits", "a lower and an upper limit"))
    return low, high
