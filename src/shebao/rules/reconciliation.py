"""Why the total of a statement differs from its rows 权益单累计年限与明细月数不符.

A statement prints a total 累计缴费年限 over its rows, and the two often disagree, for the total
follows conventions that the sheet does not name. Here each combination of conventions is tried: the
total that it would show is computed from the rows, and those combinations of the fewest that give
the printed number explain it. An explanation is a possible one: two conventions may give the same
number, and then both are told.

Conventions:
    BACK_PAID 补缴: back-paid months are left out, or not yet held.
    DEEMED 视同: deemed months are left out, as from a total of 实际缴费.
    TRANSFERRED 转入: months of other pooling areas are left out; within one pooling area nothing is
        transferred. Months of an unknown area are taken for the statement's own.
    NOT_POSTED 未入账: the total stands as of the end of one of the three months before: what came in
        since is not in it. A month is declared within itself and its money may come until the end of
        the next, so that a total lags behind its rows by some months. Beyond a quarter it is the
        total of another day, to be asked about with that day; and without a limit its age could
        explain any smaller number, and so none.
    NOT_ARRIVED 未到账: months that are declared and not paid (pending, in arrears, deferred) are
        counted.
    DOUBLE 重复: months that two keys (scheme, area, employer) hold are counted in each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import chain, combinations
from typing import Final

import attrs

from .. import intervals
from ..days import add_days
from ..errors import RuleError
from ..intervals import Pairs
from ..law import Law
from ..model.areas import check_area
from ..model.contributions import ContributionPeriod, key_of
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import YearMonth, ordinal_of
from ..terms import Discrepancy, InsuranceKind, PaymentStatus, Role
from .counting import cumulative
from .counts import Bounded, Count
from .given import check_months
from .placements import added_months
from .tally import in_area, seen_periods

__all__ = ["Cause", "Reconciliation", "months"]

_LAGS: Final = (1, 2, 3)
_DECLARED: Final = (PaymentStatus.PENDING, PaymentStatus.ARREARS, PaymentStatus.DEFERRED)
_LEAVES_OUT: Final = {
    PaymentStatus.BACK_PAID: Discrepancy.BACK_PAID,
    PaymentStatus.DEEMED: Discrepancy.DEEMED,
}


@attrs.frozen
class Cause(Bounded):
    """Why a total differs, and by how many months.

    Attributes:
        cause: the convention.
        placed: those of its months whose places are known.
    """

    cause: Discrepancy
    placed: MonthSet

    def _causes(self) -> tuple[str, ...]:
        return (self.cause.en,)


@attrs.frozen
class Reconciliation:
    """A stated total against the rows, and what explains the difference.

    Attributes:
        kind: the insurance.
        on: the day.
        area: the place that issued the statement; None where it was not given.
        stated: the months that the statement names.
        counted: the months that its rows give, by the default rule of the kind.
        causes: what the rows hold that a total may treat in another way, each taken alone, whether
            or not it explains anything; empty where nothing differs.
        explanations: the fewest causes that give the stated number, all combinations of them. In
            each, a cause has the months that those before it leave, so that no month is left out
            twice and their numbers add up to the difference. Empty where nothing differs.
        nearest: where nothing explains the number: the fewest causes that come nearest.
        unexplained: the months by which the stated number still exceeds that, or falls short of it
            where negative.
    """

    kind: InsuranceKind
    on: date
    area: str | None
    stated: int
    counted: Count
    causes: tuple[Cause, ...] = ()
    explanations: tuple[tuple[Cause, ...], ...] = ()
    nearest: tuple[Cause, ...] = ()
    unexplained: int = 0

    @property
    def difference(self) -> Bounded:
        """The stated months less those of the rows; negative where the statement names fewer."""
        return Bounded(self.stated - self.counted.at_most, self.stated - self.counted.at_least)

    @property
    def is_explained(self) -> bool:
        """Whether nothing differs, or causes give the stated number, as far as the rows fix it."""
        return not self.unexplained


def months(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    stated: int,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Reconciliation:
    """Why a statement's total of months 累计缴费年限 differs from what its rows give.

    Args:
        history: the record that the rows give.
        kind: the insurance.
        stated: the months that the statement names; years are twelve each.
        on: the day of the statement; the record is taken as it stood on it.
        area: the code of the place that issued the statement; without it nothing is transferred.
        law: which area pools what; None is the shipped law.

    Returns:
        Where spans known only by their number bound the rows, a number within the bounds is no
        difference, and within those of a combination of causes it is explained.

    Raises:
        RuleError: if the stated months are no number, or the area is no code.

    Limits:
        A convention holds for all its months or for none. Months after ``on``, residents' months
        and top-ups are never in the rows' number, so a total that holds them is not explained.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2015-12")),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2016-01", "2016-06"),
        ...                           status=sb.PaymentStatus.BACK_PAID)])
        >>> found = months(record, sb.PENSION, stated=24, on=date(2026, 1, 29))
        >>> found.difference.months
        -6
        >>> [[(each.cause, each.months, str(each.placed)) for each in causes]
        ...  for causes in found.explanations]
        [[(Discrepancy.BACK_PAID, 6, '2016-01..2016-06')]]
    """
    check_months(stated, "stated")
    check_area(area, "area", RuleError)
    counted = cumulative(history, kind, on=on, law=law)
    if counted.at_least <= stated <= counted.at_most:
        return Reconciliation(kind, on, area, stated, counted)
    rows = _Rows.of(history, kind, on, area, law)
    return _reconciled(Reconciliation(kind, on, area, stated, counted), rows)


def _reconciled(differing: Reconciliation, rows: _Rows) -> Reconciliation:
    """What the rows hold that a total may treat in another way, and what explains the difference."""
    alone = (rows.causes((each,), _LAGS[-1]) for each in rows.concerned)
    explaining, nearest, unexplained = _search(rows, differing.stated)
    return attrs.evolve(
        differing,
        causes=tuple(each for each in chain.from_iterable(alone) if each.at_most),
        explanations=tuple(rows.causes(*found) for found in explaining),
        nearest=() if explaining else rows.causes(*nearest),
        unexplained=unexplained,
    )


#: Conventions in the order of the terms, and the months by which the total lags behind.
_Conventions = tuple[tuple[Discrepancy, ...], int]


def _search(rows: _Rows, stated: int) -> tuple[list[_Conventions], _Conventions, int]:
    """The fewest conventions that give a number; else the nearest, and what they leave."""
    nearest: _Conventions = ((), 0)
    least = rows.total((), 0).distance(stated)
    known = rows.concerned
    for size in range(1, len(known) + 1):
        found: list[_Conventions] = []
        for chosen in combinations(known, size):
            for lag in _LAGS if Discrepancy.NOT_POSTED in chosen else (0,):
                left = rows.total(chosen, lag).distance(stated)
                if not left:
                    found.append((chosen, lag))
                    break
                if abs(left) < abs(least):
                    nearest, least = (chosen, lag), left
        if found:
            return found, nearest, 0
    return [], nearest, least


@attrs.frozen
class _Total(Bounded):
    """The months that a total with some conventions holds.

    Attributes:
        placed: those whose places are known.
        loose: the spans of the others.
        again: months that it counts twice or more.
        extra: how often it does, at least.
    """

    placed: Pairs
    loose: tuple[ContributionPeriod, ...]
    again: Pairs = ()
    extra: int = 0

    def distance(self, stated: int) -> int:
        """By how much a number exceeds the total; negative where it falls short."""
        return stated - min(max(stated, self.at_least), self.at_most)


@attrs.frozen
class _Rows:
    """What a statement lists.

    Attributes:
        kind: the insurance.
        rule: its default rule.
        before: the periods as they stood on the day, and at the ends of the three months before.
        elsewhere: kinds and areas of what lies outside the pooling area of the statement.
    """

    kind: InsuranceKind
    rule: CountingRule
    before: tuple[Sequence[ContributionPeriod], ...]
    elsewhere: frozenset[tuple[InsuranceKind, str | None]]

    @classmethod
    def of(
        cls,
        history: ContributionHistory,
        kind: InsuranceKind,
        on: date,
        area: str | None,
        law: Law | None,
    ) -> _Rows:
        rule = CountingRule.default(kind)
        month = YearMonth.from_ordinal(ordinal_of(on))
        ends = (add_days((month - lag + 1).first_day, -1) for lag in _LAGS)
        records = (history.as_of(day) for day in (on, *ends))
        before = tuple(seen_periods(record, kind, rule, None) for record in records)
        is_inside = in_area(attrs.evolve(rule, area=area), kind, on, law)
        elsewhere = frozenset(
            (period.kind, period.area)
            for period in before[0]
            if is_inside is not None and period.area is not None and not is_inside(period)
        )
        return cls(kind, rule, before, elsewhere)

    @property
    def concerned(self) -> list[Discrepancy]:
        """The conventions that can change the total at all."""
        periods = list(chain.from_iterable(self.before))
        found = {_LEAVES_OUT.get(period.status) for period in periods} | {Discrepancy.NOT_POSTED}
        if self.elsewhere:
            found.add(Discrepancy.TRANSFERRED)
        if any(period.status in _DECLARED for period in periods):
            found.add(Discrepancy.NOT_ARRIVED)
        if len({key_of(period) for period in periods if period.kind is self.kind}) > 1:
            found.add(Discrepancy.DOUBLE)
        return [each for each in Discrepancy if each in found]

    def causes(self, chosen: Sequence[Discrepancy], lag: int) -> tuple[Cause, ...]:
        """Conventions one after the other, each with the months that it changes after the others."""
        causes: list[Cause] = []
        before = self.total((), 0)
        for index, cause in enumerate(chosen):
            held = chosen[: index + 1]
            after = self.total(held, lag if Discrepancy.NOT_POSTED in held else 0)
            causes.append(_between(cause, before, after))
            before = after
        return tuple(causes)

    def total(self, chosen: Collection[Discrepancy], lag: int) -> _Total:
        """What a statement with some conventions would show."""

        def counts(period: ContributionPeriod) -> bool:
            status = period.status
            is_elsewhere = (period.kind, period.area) in self.elsewhere
            if _LEAVES_OUT.get(status) in chosen or (
                is_elsewhere and Discrepancy.TRANSFERRED in chosen
            ):
                return False
            is_declared = Discrepancy.NOT_ARRIVED in chosen and status in _DECLARED
            return is_declared or self.rule.role(status) is Role.COUNTS

        once = _total(self.before[lag], counts)
        return self._doubled(once, lag, counts) if Discrepancy.DOUBLE in chosen else once

    def _doubled(
        self, once: _Total, lag: int, counts: Callable[[ContributionPeriod], bool]
    ) -> _Total:
        """The same months, each as often as keys hold it; merged medical months never double one."""
        own = [period for period in self.before[lag] if period.kind is self.kind]
        merged = [period for period in self.before[lag] if period.kind is not self.kind]
        by_key: dict[object, list[ContributionPeriod]] = {}
        for period in own:
            by_key.setdefault(key_of(period), []).append(period)
        keys = [_total(periods, counts) for periods in by_key.values()]
        held: Pairs = ()
        again: Pairs = ()
        for key in keys:
            again = intervals.union(again + intervals.intersect(held, key.placed))
            held = intervals.union(held + key.placed)
        extra = sum(intervals.count(key.placed) for key in keys) - intervals.count(held)
        alone, rest = _total(own, counts), _total(merged, counts)
        least = sum(key.at_least for key in keys) + max(0, once.at_least - alone.at_most)
        most = sum(key.at_most for key in keys) + min(rest.at_most, once.at_most - alone.at_least)
        return attrs.evolve(
            once,
            at_least=max(least, once.at_least + extra),
            at_most=most,
            again=again,
            extra=extra,
        )


def _total(
    periods: Sequence[ContributionPeriod], counts: Callable[[ContributionPeriod], bool]
) -> _Total:
    """The months of the periods that count, each once."""
    counted = [period for period in periods if counts(period)]
    placed = intervals.union(period.months.pair for period in counted if period.count is None)
    low, high = added_months(placed, periods, counts)
    known = intervals.count(placed)
    loose = tuple(period for period in counted if period.count is not None)
    return _Total(known + low, known + high, placed, loose)


def _between(cause: Discrepancy, before: _Total, after: _Total) -> Cause:
    """By how many months a convention changes a total, and which ones."""
    fewer, more = (before, after) if cause.adds else (after, before)
    low, high = more.at_least - fewer.at_most, more.at_most - fewer.at_least
    if cause is Discrepancy.DOUBLE:
        return Cause(max(low, after.extra), high, cause, MonthSet.from_pairs(after.again))
    placed = intervals.subtract(more.placed, fewer.placed)
    hidden = intervals.union(period.months.pair for period in fewer.loose)
    certain = intervals.count(intervals.subtract(placed, hidden))
    possible = intervals.count(placed) + sum(
        period.at_most for period in more.loose if period not in fewer.loose
    )
    return Cause(max(low, certain), min(high, possible), cause, MonthSet.from_pairs(placed))
