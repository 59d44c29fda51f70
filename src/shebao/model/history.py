"""A contribution history (缴费记录): an immutable collection of periods, and how it stood on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import Self, final

import attrs

from .. import intervals
from ..errors import Fault, PeriodError, RuleError
from ..month_sets import MonthSet
from ..months import as_day, ordinal_of
from ..terms import InsuranceKind, PaymentStatus, Scheme, check_term
from .areas import check_area
from .contradictions import check_contradictions
from .contributions import ContributionPeriod, key_of, nature_of

__all__ = ["ContributionHistory"]


def _ordered(periods: tuple[ContributionPeriod, ...]) -> tuple[ContributionPeriod, ...]:
    """Sorted by kind and first month; by all the rest only where that leaves a tie."""
    ordered = sorted(periods, key=_place)
    places = [_place(period) for period in ordered]
    if len(set(places)) < len(places):
        ordered.sort(key=_order)
    return tuple(ordered)


def _place(period: ContributionPeriod) -> int:
    return period.kind.rank * intervals.FOREVER + period.months.first.ordinal


def _order(period: ContributionPeriod) -> tuple[object, ...]:
    months = period.months
    return (
        period.kind.rank,
        months.first.ordinal,
        months.last.ordinal,
        period.scheme.rank,
        period.area or "",
        period.employer or "",
        period.status.rank,
        period.base or 0,
        period.declared_on or date.min,
        period.settled_on or date.min,
        period.at_least,
        period.at_most,
    )


@final
@attrs.frozen(init=False, eq=False)
class ContributionHistory:
    """Contribution periods of one person, in any number, order and overlap.

    Iteration gives the periods, sorted. Two histories are equal if they say the same of the same
    months, however these are split, merged, repeated or permuted; a span known only by its
    ``count`` stands as it is.

    Args:
        periods: the periods, in their final state. A month that changed more than once (a refund,
            a deferral that failed) is given as it ended.

    Raises:
        PeriodError: if an item is not a ``ContributionPeriod``.
        ContradictionError: if one key (kind, scheme, area, employer) has two statuses, bases or
            days in one month, or counts that find no places; all contradictions are listed.

    Attributes:
        periods: what it holds, sorted.
        prepaid: after ``as_of``: months after the month of that day whose money had arrived.
        unknown_origin: after ``as_of``: back-paid months that were not yet settled, of which
            nobody says whether they had been declared; they are absent from ``periods``.

    Example:
        >>> from shebao import PENSION, MonthSpan
        >>> year = ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-12"))
        >>> halves = [ContributionPeriod(PENSION, MonthSpan("2025-07", "2025-12")),
        ...           ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-06"))]
        >>> ContributionHistory([year]) == ContributionHistory(halves)
        True
    """

    periods: tuple[ContributionPeriod, ...]
    prepaid: tuple[ContributionPeriod, ...]
    unknown_origin: tuple[ContributionPeriod, ...]
    _by_kind: dict[InsuranceKind, tuple[ContributionPeriod, ...]] = attrs.field(repr=False)
    _simply_paid: dict[InsuranceKind, intervals.Pairs] = attrs.field(repr=False)
    _last: int = attrs.field(repr=False)
    _has_days: bool = attrs.field(repr=False)

    def __init__(self, periods: Iterable[ContributionPeriod] = ()) -> None:
        if isinstance(periods, ContributionPeriod):
            raise PeriodError(Fault("periods", periods, "is one period", "a list of periods"))
        given = tuple(periods)
        for item in given:
            if type(item) is not ContributionPeriod:
                raise PeriodError(Fault("periods", item, "is no period", "a ContributionPeriod"))
        self._fill(_said_once(given), (), ())
        _check(self)

    @classmethod
    def _known(
        cls,
        periods: Iterable[ContributionPeriod],
        prepaid: Iterable[ContributionPeriod],
        unknown_origin: Iterable[ContributionPeriod],
    ) -> Self:
        made = object.__new__(cls)
        made._fill(tuple(periods), tuple(prepaid), tuple(unknown_origin))
        return made

    def _fill(
        self,
        periods: tuple[ContributionPeriod, ...],
        prepaid: tuple[ContributionPeriod, ...],
        unknown_origin: tuple[ContributionPeriod, ...],
    ) -> None:
        ordered = _ordered(periods)
        by_kind: dict[InsuranceKind, list[ContributionPeriod]] = {}
        pairs: dict[InsuranceKind, list[tuple[int, int]]] = {}
        not_simple: set[InsuranceKind] = set()
        last = 0
        has_days = False
        for period in ordered:
            kind, pair = period.kind, period.months.pair
            by_kind.setdefault(kind, []).append(period)
            pairs.setdefault(kind, []).append(pair)
            last = max(last, pair[1])
            if period.settled_on is not None or period.declared_on is not None:
                has_days = True
                not_simple.add(kind)
            elif (
                period.status is not PaymentStatus.PAID
                or period.count is not None
                or period.scheme is Scheme.RESIDENT
            ):
                not_simple.add(kind)
        put = object.__setattr__
        put(self, "periods", ordered)
        put(self, "prepaid", prepaid)
        put(self, "unknown_origin", unknown_origin)
        put(self, "_by_kind", {kind: tuple(items) for kind, items in by_kind.items()})
        simply_paid = {
            kind: intervals.union(each) for kind, each in pairs.items() if kind not in not_simple
        }
        put(self, "_simply_paid", simply_paid)
        put(self, "_last", last)
        put(self, "_has_days", has_days)

    def of(self, kind: InsuranceKind) -> tuple[ContributionPeriod, ...]:
        """The periods of one kind, sorted by their months."""
        return self._by_kind.get(kind, ())

    def simply_paid(self, kind: InsuranceKind) -> intervals.Pairs | None:
        """The months of a kind, if every period of it is paid by employment, placed and undated.

        Such months are the same on every day from their own on; most records are like that, and
        counting them needs no look at the periods.
        """
        return self._simply_paid.get(kind)

    @property
    def kinds(self) -> tuple[InsuranceKind, ...]:
        """The kinds that it holds, in the order of the law."""
        return tuple(self._by_kind)

    def as_of(self, on: date) -> ContributionHistory:
        """The record as it stood on a day (某日的记录).

        Months after the month of ``on`` are cut off; those whose money had arrived stand in
        ``prepaid`` (not where only their number is known, for then nobody can say which ones).
        A ``PAID`` month whose money came later is ``PENDING``, a ``BACK_PAID`` one is ``ARREARS``
        from ``declared_on``; months of voluntary schemes are absent until they are settled, and
        any month until it is declared.

        Args:
            on: the day.

        Example:
            >>> from shebao import PENSION
            >>> paid = ContributionPeriod(PENSION, "2025-01", settled_on=date(2025, 2, 10))
            >>> [str(period) for period in ContributionHistory([paid]).as_of(date(2025, 1, 31))]
            ['pension 2025-01 pending employee']
        """
        month = ordinal_of(as_day(on, "on"))
        if self._last <= month and not (self._has_days or self.prepaid or self.unknown_origin):
            return self
        periods: list[ContributionPeriod] = []
        prepaid = [
            period
            for period in self.prepaid
            if _is_declared(period, on)
            and period.settled_on is not None
            and period.settled_on <= on
        ]
        unknown = [part for period in self.unknown_origin if (part := period.between(0, month))]
        for period in self.periods:
            if not _is_declared(period, on):
                continue
            is_settled = period.settled_on is None or period.settled_on <= on
            if is_settled and period.settled_on is not None and period.count is None:
                later = period.between(month + 1, intervals.FOREVER)
                prepaid += [] if later is None else [later]
            part = period.between(0, month)
            if part is None:
                continue
            if is_settled:
                periods.append(part)
            elif part.is_voluntary:
                continue
            elif part.status is PaymentStatus.PAID:
                periods.append(attrs.evolve(part, status=PaymentStatus.PENDING, settled_on=None))
            elif part.declared_on is not None:
                periods.append(attrs.evolve(part, status=PaymentStatus.ARREARS, settled_on=None))
            else:
                unknown.append(part)
        return ContributionHistory._known(periods, prepaid, unknown)

    def between(self, first: int, last: int) -> ContributionHistory:
        """The record of the months between two ordinals of months, both inclusive."""
        parts = (period.between(first, last) for period in self.periods)
        return ContributionHistory._known(
            [part for part in parts if part is not None], self.prepaid, self.unknown_origin
        )

    def without(
        self,
        months: MonthSet,
        kind: InsuranceKind | None = None,
        schemes: Container[Scheme] = frozenset(Scheme),
    ) -> ContributionHistory:
        """The record without some months, of one kind or of all, in some schemes or in all."""
        kept: list[ContributionPeriod] = []
        for period in self.periods:
            if kind in (None, period.kind) and period.scheme in schemes:
                kept += _cut_out(period, months.pairs)
            else:
                kept.append(period)
        return ContributionHistory._known(kept, self.prepaid, self.unknown_origin)

    def adding(self, periods: Iterable[ContributionPeriod]) -> ContributionHistory:
        """The record with more periods.

        Raises:
            ContradictionError: if they exclude what it holds.
        """
        new = [period for period in _said_once(periods) if period not in self.periods]
        made = ContributionHistory._known((*self.periods, *new), self.prepaid, self.unknown_origin)
        _check(made)
        return made

    def keeping(
        self,
        kind: InsuranceKind,
        *,
        area: str | None = None,
        employer: str | None = None,
        scheme: Scheme | None = None,
    ) -> ContributionHistory:
        """The record after an overlap 重复缴费 was resolved in favour of one area, employer or scheme.

        In the months that a matching period of the kind certainly holds, the other periods of that
        kind are given up, as a person does at a transfer (the rest is refunded).

        Raises:
            RuleError: if nothing says which periods are to be kept, or the kind is none.
        """
        check_term(kind, InsuranceKind, "kind", RuleError)
        check_area(area, "area", RuleError)
        if area is None and employer is None and scheme is None:
            expected = "area, employer or scheme"
            raise RuleError(Fault("keeping", None, "says not what to keep", expected))

        def is_kept(period: ContributionPeriod) -> bool:
            return (
                area in (None, period.area)
                and employer in (None, period.employer)
                and scheme in (None, period.scheme)
            )

        matching = [period for period in self.of(kind) if is_kept(period)]
        held = intervals.union(period.months.pair for period in matching if period.count is None)
        periods: list[ContributionPeriod] = []
        for period in self.periods:
            if period.kind is kind and not is_kept(period):
                periods += _cut_out(period, held)
            else:
                periods.append(period)
        return ContributionHistory._known(periods, self.prepaid, self.unknown_origin)

    def __iter__(self) -> Iterator[ContributionPeriod]:
        return iter(self.periods)

    def __len__(self) -> int:
        return len(self.periods)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ContributionHistory):
            return NotImplemented
        return self._normal_form() == other._normal_form()

    def __hash__(self) -> int:
        return hash(self._normal_form())

    def _normal_form(self) -> tuple[frozenset[tuple[object, ...]], ...]:
        return tuple(map(_normal, (self.periods, self.prepaid, self.unknown_origin)))


def _check(history: ContributionHistory) -> None:
    """Refuse contradictions; only where periods of a kind overlap can there be any."""
    for kind in history.kinds:
        end = -1
        for period in history.of(kind):
            first, last = period.months.pair
            if first <= end or period.count is not None:
                check_contradictions(history.periods)
                return
            end = last


def _said_once(periods: Iterable[ContributionPeriod]) -> tuple[ContributionPeriod, ...]:
    """The periods, those known only by their number once however often they are repeated.

    This is the only moment at which repetition can be told: a day may later make two spans alike.
    """
    counted: set[ContributionPeriod] = set()
    kept: list[ContributionPeriod] = []
    for period in periods:
        if period.count is not None:
            if period in counted:
                continue
            counted.add(period)
        kept.append(period)
    return tuple(kept)


def _is_declared(period: ContributionPeriod, on: date) -> bool:
    return period.declared_on is None or period.declared_on <= on


def _cut_out(period: ContributionPeriod, pairs: intervals.Pairs) -> list[ContributionPeriod]:
    """What is left of a period without some months."""
    left = intervals.subtract((period.months.pair,), pairs)
    parts = (period.between(first, last) for first, last in left)
    return [part for part in parts if part is not None]


def _normal(periods: Iterable[ContributionPeriod]) -> frozenset[tuple[object, ...]]:
    """One form for all ways of writing the same: a set of months for each key and nature."""
    months: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    counted: Counter[tuple[object, ...]] = Counter()
    for period in periods:
        said = (*key_of(period), *nature_of(period))
        if period.count is None:
            months.setdefault(said, []).append(period.months.pair)
        else:
            counted[(*said, period.months, period.count)] += 1
    return frozenset(
        {(*said, intervals.union(each)) for said, each in months.items()} | set(counted.items())
    )
