"""The months that a requirement counts, on a day and if contributions go on, for ``requirements``.

A requirement looks at months up to an end month, mostly that before the application. They are
counted by the counting rule that it holds, as ``counting`` counts; here stands only which months
of which record, on which day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from ..days import month_end
from ..law import Law
from ..model.areas import ancestors
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.requirement import RequiredMonths, Requirement, paying_scheme
from ..months import MonthSpan, YearMonth, as_month
from ..terms import EndMonth, InsuranceKind, PaymentStatus, Scheme
from . import counting

__all__ = ["RequirementMonths", "in_place"]

#: Stands for whoever pays the months that are supposed to come.
_GOING_ON: Final = "继续缴费"


def in_place(
    history: ContributionHistory, area: str | None, *, with_unplaced: bool = False
) -> ContributionHistory:
    """The periods of a record that were paid in a place or in a part of it.

    Args:
        history: the record.
        area: the place; None is anywhere.
        with_unplaced: whether periods without a place are taken for paid there.
    """
    if area is None:
        return history
    kept = [
        each
        for each in history
        if (with_unplaced if each.area is None else area in ancestors(each.area))
    ]
    return history if len(kept) == len(history) else ContributionHistory(kept)


@attrs.frozen
class RequirementMonths:
    """The months of a record that one requirement counts.

    Attributes:
        history: the record.
        asked: the requirement.
        on: the day of the application; the record is taken as it stands on it.
        law: which areas pool together, for a rule of one pooling area.
        with_unplaced: whether months without a place are taken for paid in the place asked for.
    """

    history: ContributionHistory
    asked: Requirement
    on: date
    law: Law
    with_unplaced: bool = False
    _record: ContributionHistory = attrs.field(init=False, repr=False, eq=False)

    @_record.default
    def _as_it_stands(self) -> ContributionHistory:
        placed = in_place(self.history, self.asked.area, with_unplaced=self.with_unplaced)
        return placed.as_of(self.on)

    @property
    def month(self) -> YearMonth:
        """The month of the application."""
        return as_month(self.on, "on")

    def count(self, kind: InsuranceKind, way: RequiredMonths, rule: CountingRule) -> counting.Count:
        """The months of an insurance on the day, by one way."""
        return self._count(kind, way, rule, self.month, None)

    def is_met(
        self, kind: InsuranceKind, rule: CountingRule, application: YearMonth, start: YearMonth
    ) -> bool:
        """Whether any way is certainly met by an application, with months paid from a start on."""
        return any(
            self._count(kind, way, rule, application, start).at_least >= way.months
            for way in self.asked.ways
        )

    def applications(self) -> Iterator[YearMonth]:
        """The months in which an application first looks at a further month, that of the day first.

        They end with the first for which the months paid from that of the day on are enough.
        """
        yield self.month
        end = self.asked.end_month(self.month)
        last = self.month + max(way.months for way in self.asked.ways) - 1
        while end < last:
            application = self.asked.first_application(end + 1)
            yield application
            end = self.asked.end_month(application)

    def earliest(self, kind: InsuranceKind, rule: CountingRule) -> YearMonth | None:
        """The first month of application, with a month paid in each month from that of the day.

        Each further month adds one at most, so that as many are skipped as are short; but where a
        rule repairs short gaps, a window may shorten one, and each application is looked at. So is
        the one after an end month before the day, by whose end later months were not yet formed.
        """
        wanted = self.asked.end_month(self.month)
        for application in self.applications():
            end = self.asked.end_month(application)
            if end >= wanted:
                short = self._short(kind, rule, application, self.month)
                if short <= 0:
                    return application
                is_formed = end >= self.month or not self.asked.formed_by_end
                wanted = end + (short if rule.repair is None and is_formed else 1)
        return None

    def _short(
        self, kind: InsuranceKind, rule: CountingRule, application: YearMonth, start: YearMonth
    ) -> int:
        """How many months are short for an application, by the nearest way."""
        return min(
            way.months - self._count(kind, way, rule, application, start).at_least
            for way in self.asked.ways
        )

    def starts(self, by: date) -> Iterator[YearMonth]:
        """The months from which contributions may run to the end month of a later day, last first.

        The first is the month after the end month: from there on none is needed.
        """
        end = self.asked.end_month(as_month(by, "by"))
        yield end + 1
        for back in range(max(0, end - self.month + 1)):
            yield end - back

    def latest_start(self, kind: InsuranceKind, rule: CountingRule, by: date) -> YearMonth | None:
        """The last month from which paying every month is in time for the day asked for."""
        application = as_month(by, "by")
        starts = list(self.starts(by))

        def is_met(index: int) -> bool:
            return self.is_met(kind, rule, application, starts[index])

        if rule.repair is None:
            # More paid months never harm, so that the starts that are in time come last.
            index = bisect_left(range(len(starts)), True, key=is_met)
            return starts[index] if index < len(starts) else None
        return next((starts[each] for each in range(len(starts)) if is_met(each)), None)

    def _count(
        self,
        kind: InsuranceKind,
        way: RequiredMonths,
        rule: CountingRule,
        application: YearMonth,
        start: YearMonth | None,
    ) -> counting.Count:
        """The months up to the end month, by one way.

        An end month before the application is over, and if uncovered it is a break: months are
        counted in a later one. Those between are held, so that they neither add nor break, and
        the window is longer by them. The month of the application itself may still be paid.
        """
        end = self.asked.end_month(application)
        counted_in = end if self.asked.end is EndMonth.MONTH_OF else max(end + 1, self.month)
        more: list[ContributionPeriod] = []
        if start is not None and start <= end:
            more.append(self._supposed(kind, rule, MonthSpan(start, end), PaymentStatus.PAID))
        record = self._record
        if self.asked.formed_by_end:
            record = record.as_of(min(self.on, month_end(end)))
        record = record.between(0, end.ordinal)
        if end + 1 < counted_in:
            rule, status = _holding(rule, record)
            between = MonthSpan(end + 1, counted_in - 1)
            more.append(self._supposed(kind, rule, between, status))
        window = None if way.window is None else way.window + (counted_in - end)
        return (counting.continuous if way.continuous else counting.cumulative)(
            record.adding(more) if more else record,
            kind,
            on=max(self.on, counted_in.first_day),
            rule=attrs.evolve(rule, window=window),
            law=self.law,
        )

    def _supposed(
        self, kind: InsuranceKind, rule: CountingRule, months: MonthSpan, status: PaymentStatus
    ) -> ContributionPeriod:
        """Months as a rule sees them; a name of its own keeps them apart from the record's."""
        scheme = paying_scheme(rule, kind) or Scheme.EMPLOYEE
        area = self.asked.area
        if area is None or (rule.area is not None and area in ancestors(rule.area)):
            area = rule.area
        return ContributionPeriod(
            kind, months, area=area, scheme=scheme, status=status, employer=_GOING_ON
        )


def _holding(rule: CountingRule, record: ContributionHistory) -> tuple[CountingRule, PaymentStatus]:
    """A status that holds, and the rule; one that holds none is made to hold one not recorded."""
    used = {PaymentStatus.ARREARS, PaymentStatus.PAID, *(period.status for period in record)}
    held = [status for status in PaymentStatus if status in rule.holds - {PaymentStatus.ARREARS}]
    if held:
        return rule, held[-1]
    free = [status for status in PaymentStatus if status not in used] or [PaymentStatus.PENDING]
    return attrs.evolve(rule, counts=rule.counts - {free[-1]}, holds=rule.holds | {free[-1]}), free[
        -1
    ]
