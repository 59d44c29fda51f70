"""Which months of a record bring medical benefits, and in which months one then has them 待遇享受期.

A month brings benefits from its own time on if it was paid then, is not overdue, or is deferred.
One that was paid later brings them from the month of that payment, unless the place reimburses the
stretch 追溯享受. While an employer owes earlier months, what it pays for later ones brings none
where the place asks for all of it 足额补缴.

Legal basis:
    社会保险法 第二十三条 leaves it to the place: "从缴费次月" (广州市社会医疗保险条例 第十五条), "自缴费当月起"
    (天津市基本医疗保险条例 第十六条). 人社部令第13号 第二十三条: a deferral 缓缴 does not touch benefits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

import attrs

from .. import intervals
from ..intervals import Pairs
from ..law.medical_values import Benefits
from ..model.contributions import ContributionPeriod
from ..months import ordinal_of
from ..terms import PaymentStatus

__all__ = ["Paid", "World", "readings", "sorted_months"]

V = TypeVar("V")
Pair = tuple[int, int]
#: Area and name of an employer, as far as they are known.
Employer = tuple[str | None, str | None]

_ON_TIME: Final = (PaymentStatus.PAID, PaymentStatus.PENDING, PaymentStatus.DEFERRED)
_SHIFTS: Final = (0, 1)
_TRUTHS: Final = (False, True)


@attrs.frozen
class _Late:
    """Months that an employer, or who is insured alone, paid in a later month."""

    employer: Employer
    pair: Pair
    month: int


@attrs.frozen
class _Debt:
    """Months in which an employer owes earlier ones, and those earlier ones if they were paid."""

    employer: Employer
    pair: Pair
    late: _Late | None


@attrs.frozen
class Paid:
    """The months of a record, as it stood on a day, by whether they bring benefits.

    Attributes:
        on_time: months that bring benefits from their own time on.
        perhaps: months that may do so: only their number is known, or nobody says when they were
            paid.
    """

    on_time: Pairs
    perhaps: Pairs = ()
    _owned: tuple[tuple[Employer, Pair], ...] = ()
    _late: tuple[_Late, ...] = ()
    _debts: tuple[_Debt, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether nothing was paid late and nothing is owed."""
        return not (self._late or self._debts)

    def world(self, longest: int, *, reimburses: bool, full: bool) -> World:
        """The months that bring benefits in a place.

        Args:
            longest: the longest stretch that may be paid up in time.
            reimburses: whether the place then reimburses it.
            full: whether it asks for all that an employer owes.
        """
        if self.is_plain:
            return World(self.on_time)
        in_time = self._paid_up(longest) if reimburses else ()
        late = [each for each in self._late if each not in in_time]
        debts = [each for each in self._debts if full and each.late not in in_time]
        owned = [*self._owned, *((each.employer, each.pair) for each in in_time)]
        good: list[Pair] = []
        moved = [(each.employer, each.pair, each.month) for each in late]
        for employer, pair in owned:
            own = [each for each in debts if each.employer == employer]
            good += intervals.subtract((pair,), intervals.union(each.pair for each in own))
            for each in own:
                if each.late is not None:
                    held_up = intervals.intersect((pair,), (each.pair,))
                    moved += [(employer, part, each.late.month) for part in held_up]
        next_month = (
            last
            for employer, (_, last), month in moved
            if month == last + 1 and not _owes(employer, last, debts)
        )
        return World(intervals.union(good), frozenset(next_month))

    def _paid_up(self, longest: int) -> tuple[_Late, ...]:
        """What was paid while no more months than the longest gap had been missing."""
        missing = intervals.union(late.pair for late in self._late)
        missing = intervals.subtract(missing, self.on_time)
        firsts = {
            late: next((a for a, b in missing if a <= late.pair[1] and late.pair[0] <= b), None)
            for late in self._late
        }
        return tuple(
            late for late, first in firsts.items() if first is None or late.month - first <= longest
        )


def _owes(employer: Employer, month: int, debts: Sequence[_Debt]) -> bool:
    """Whether an employer still owes months before this one when the next has begun."""
    return any(debt.employer == employer and debt.pair[0] <= month < debt.pair[1] for debt in debts)


def sorted_months(periods: Iterable[ContributionPeriod]) -> Paid:
    """Sort the months of periods of the employees' scheme by whether they bring benefits."""
    owned: list[tuple[Employer, Pair]] = []
    late: list[_Late] = []
    debts: list[_Debt] = []
    perhaps: list[Pair] = []
    for period in periods:
        first, last = pair = period.months.pair
        employer, status, settled = (period.area, period.employer), period.status, period.settled_on
        if status is PaymentStatus.DEEMED:
            continue
        if status is PaymentStatus.ARREARS:
            if period.count is None:
                debts.append(_Debt(employer, (first + 1, intervals.FOREVER), None))
        elif period.count is not None or (status is PaymentStatus.BACK_PAID and settled is None):
            perhaps.append(pair)
        elif status in _ON_TIME or settled is None:
            owned.append((employer, pair))
        else:
            month = ordinal_of(settled)
            if last >= month:
                owned.append((employer, (max(first, month), last)))
            if first < month:
                paid = _Late(employer, (first, min(last, month - 1)), month)
                late.append(paid)
                debts += _owed_meanwhile(paid, period.declared_on)
    on_time = intervals.union(pair for _, pair in owned)
    return Paid(on_time, intervals.union(perhaps), tuple(owned), tuple(late), tuple(debts))


def _owed_meanwhile(paid: _Late, declared_on: date | None) -> Iterator[_Debt]:
    """Months are owed from when they were declared until they were paid; bought ones never were."""
    if declared_on is not None:
        start = max(paid.pair[0] + 1, ordinal_of(declared_on))
        if start < paid.month:
            yield _Debt(paid.employer, (start, paid.month - 1), paid)


@attrs.frozen
class World:
    """Months that bring benefits in a place.

    Attributes:
        good: those that bring them from their own time on.
        next_month: those that bring them from the month after, in which they were paid.
    """

    good: Pairs
    next_month: frozenset[int] = frozenset()

    def adding(self, months: Pairs) -> World:
        """The same with more months that bring benefits from their own time on."""
        return World(intervals.union(self.good + months), self.next_month) if months else self

    def first(self, start: int, stop: int, month: int) -> int | None:
        """The first month of the benefits that one has in a month, or will have after it.

        None where the record leads to none: the months that follow would have to be paid first.

        Args:
            start: 0 where benefits begin in the month of payment, 1 in the month after.
            stop: 0 where they stop in the first month that is not paid, 1 in the month after.
            month: the month, after which nothing is paid yet.
        """
        if stop and not start:
            # A single month that is not paid ends nothing: the next one may be paid again.
            run = next(intervals.runs_backwards(self.good, (), 1), ())
            is_caught_up = month - 1 in self.next_month
            if run and run[-1][1] >= month - 1 - is_caught_up:
                return run[0][0]
            return month if is_caught_up else None
        if not self.good or self.good[-1][1] < month - start * stop:
            return None
        return self.good[-1][0] + start


def readings(rule: Benefits, paid: Paid, longest: int) -> Iterator[tuple[int, int, World]]:
    """Every reading of a rule that leaves something open: start, stop and months.

    What makes no difference to the record is not varied.

    Args:
        rule: what the place says; nothing of it where nothing is known.
        paid: the months of the record.
        longest: the longest stretch that may be paid up in time.
    """
    truths = _TRUTHS if not paid.is_plain else _TRUTHS[:1]
    worlds = dict.fromkeys(
        paid.world(longest, reimburses=reimburses, full=full)
        for reimburses in _values(rule.reimburses_gap, truths)
        for full in _values(rule.full_payment, truths)
    )
    for world in worlds:
        for start in _values(rule.start_months, _SHIFTS):
            for stop in _values(rule.stop_months, _SHIFTS):
                yield start, stop, world


def _values(known: V | None, possible: tuple[V, ...]) -> tuple[V, ...]:
    """The value that is known, else every possible one."""
    return possible if known is None else (known,)
