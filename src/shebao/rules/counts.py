"""Results of counting: numbers that the record fixes or bounds, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

import attrs

from .. import intervals
from ..errors import UncertainCountError
from ..law import Law
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthSpan, ordinal_of
from ..terms import InsuranceKind, Omission, PaymentStatus, Role
from .tally import in_area, seen_periods

__all__ = ["Bounded", "Count", "Gap", "Overlap"]

_BY_STATUS: Final = {
    PaymentStatus.ARREARS: Omission.ARREARS,
    PaymentStatus.PENDING: Omission.PENDING,
    PaymentStatus.DEFERRED: Omission.DEFERRED,
    PaymentStatus.DEEMED: Omission.DEEMED,
}
_NO_HISTORY: Final = ContributionHistory()
_NO_MONTHS: Final = MonthSet()


@attrs.frozen
class Bounded:
    """A number of months that the record fixes, or bounds.

    Attributes:
        at_least: the fewest months that the record allows.
        at_most: the most.
    """

    at_least: int
    at_most: int

    @property
    def months(self) -> int:
        """The number of months.

        Raises:
            UncertainCountError: if the record only bounds it, with the bounds and the periods that
                leave it open.
        """
        if self.at_least != self.at_most:
            raise UncertainCountError(self.at_least, self.at_most, self._causes())
        return self.at_least

    def _causes(self) -> tuple[str, ...]:
        return ()


@attrs.frozen
class Count(Bounded):
    """A count of months under a rule, on a day, and what it is made of.

    Attributes:
        kind: the insurance.
        rule: the rule that was used.
        on: the day.
        paid_months: months that count as paid (实际缴费); of those that certainly count.
        back_paid_months: months that count as back-paid only (补缴).
        deemed_months: months that count as deemed only (视同缴费).
        span: first to last month of the run, or of the whole; None if nothing counts.
        broken_by: the stretch that ended the run before this one, or the last run if none is alive.
        is_merged: whether employee medical months count as maternity months in it.
        unplaced: the periods that leave the count open: known only by their number, or back-paid
            where nobody says whether they were declared in time.
    """

    kind: InsuranceKind
    rule: CountingRule = attrs.field(repr=lambda rule: repr(rule.name))
    on: date
    paid_months: int = 0
    back_paid_months: int = 0
    deemed_months: int = 0
    span: MonthSpan | None = None
    broken_by: MonthSpan | None = None
    is_merged: bool = False
    unplaced: tuple[ContributionPeriod, ...] = ()
    _history: ContributionHistory = attrs.field(
        default=_NO_HISTORY, eq=False, repr=False, kw_only=True
    )
    _law: Law | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    @property
    def left_out(self) -> tuple[tuple[Omission, MonthSet], ...]:
        """Months of the record that do not count, by reason."""
        return tuple(_left_out(self._history, self.kind, self.on, self.rule, self._law))

    def _causes(self) -> tuple[str, ...]:
        return tuple(map(str, self.unplaced))


@attrs.frozen
class Gap(Bounded):
    """Uncovered months between two counted ones, or after the last: absent (断缴) or in arrears.

    Attributes:
        span: from the first to the last uncovered month.
        is_open: whether it is the stretch after the last counted month.
        in_arrears: those of its months that were declared and not paid 欠费; they are no 断缴.
    """

    span: MonthSpan
    is_open: bool
    in_arrears: MonthSet = _NO_MONTHS

    def _causes(self) -> tuple[str, ...]:
        return (str(self.span),)


@attrs.frozen
class Overlap:
    """Months held under two or more keys (重复缴费): counted once.

    Attributes:
        span: the months.
        periods: who holds them, each cut to these months.
        is_permitted: False where it has to be cleared: always but for work-injury insurance, which
            each of two employers pays.
    """

    span: MonthSpan
    periods: tuple[ContributionPeriod, ...]
    is_permitted: bool


def _left_out(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    law: Law | None,
) -> Iterator[tuple[Omission, MonthSet]]:
    """Months of the kind that do not enter a total, by reason, in the order of ``Omission``."""
    pairs: dict[Omission, list[tuple[int, int]]] = {}
    record = history.as_of(on)
    found = [_absent(period, on) for period in history.of(kind)]
    found.append([(Omission.UNKNOWN_ORIGIN, p) for p in record.unknown_origin if p.kind is kind])
    inside = in_area(rule, kind, on, law)
    start = 0 if rule.window is None else on.year * 12 + on.month - rule.window
    merged = (p for p in seen_periods(record, kind, rule, None) if p.kind is not kind)
    for period in (*record.of(kind), *merged):
        before, seen = period.between(0, start - 1), period.between(start, intervals.FOREVER)
        found.append([(Omission.WINDOW, before)] if before else [])
        is_outside = inside is not None and not inside(period)
        reason = Omission.AREA if is_outside else _omission(period, rule)
        found.append([(reason, seen)] if seen else [])
    for reason, period in chain.from_iterable(found):
        if reason is not None:
            pairs.setdefault(reason, []).append(period.months.pair)
    for reason in Omission:
        if reason in pairs:
            yield reason, MonthSet.from_pairs(intervals.union(pairs[reason]))


def _absent(
    period: ContributionPeriod, on: date
) -> list[tuple[Omission | None, ContributionPeriod]]:
    """The parts of a period that the record as of a day does not hold."""
    month = ordinal_of(on)
    parts: list[tuple[Omission | None, ContributionPeriod]] = []
    later = period.between(month + 1, intervals.FOREVER)
    if later is not None:
        parts.append((Omission.LATER, later))
    seen = period.between(0, month)
    if seen is None:
        return parts
    if period.declared_on is not None and period.declared_on > on:
        parts.append((Omission.NOT_DECLARED, seen))
    elif period.is_voluntary and period.settled_on is not None and period.settled_on > on:
        parts.append((Omission.NOT_SETTLED, seen))
    return parts


def _omission(period: ContributionPeriod, rule: CountingRule) -> Omission | None:
    """Why a period that the record holds does not count."""
    if period.scheme not in rule.schemes:
        return Omission.SCHEME
    if rule.role(period.status) is Role.COUNTS:
        return None
    return _BY_STATUS.get(period.status, Omission.STATUS)
