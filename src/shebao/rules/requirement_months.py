"""The months that a requirement counts, on a day and if contributions go on, for ``requirements``.

A requirement looks at months up to an end month, mostly that before the application. They are
counted by the counting rule that it holds, as ``counting`` counts; here stands only which months
of which record, on which day.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import Final

import attrs

from ..law import Law
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.requirement import RequiredMonths, Requirement
from ..months import MonthSpan, YearMonth, as_month
from ..terms import InsuranceKind, Scheme
from . import counting

__all__ = ["RequirementMonths"]

#: How far beyond the months that are asked for the earliest month is looked for: a year of waiting
#: for December, and the months of the application itself.
_BEYOND: Final = 14

#: Stands for whoever pays the months that are supposed to come.
_GOING_ON: Final = "继续缴费"


@attrs.frozen
class RequirementMonths:
    """The months of a record that one requirement counts.

    Attributes:
        history: the record.
        asked: the requirement.
        on: the day of the application; the record is taken as it stands on it.
        law: which areas pool together.
    """

    history: ContributionHistory
    asked: Requirement
    on: date
    law: Law

    @property
    def month(self) -> YearMonth:
        """The month of the application."""
        return as_month(self.on, "on")

    def count(self, kind: InsuranceKind, way: RequiredMonths, rule: CountingRule) -> counting.Count:
        """The months of an insurance on the day, by one way."""
        return self._count(self._record(self.month), kind, way, rule, self.month)

    def earliest(self, kind: InsuranceKind, rule: CountingRule) -> YearMonth:
        """The first month of application, with a month paid in each month from that of the day."""
        most = max(way.months for way in self.asked.ways) + _BEYOND

        def is_met(ahead: int) -> bool:
            return self._is_met(kind, rule, self.month + ahead, self.month)

        return self.month + bisect_left(range(most), True, key=is_met)

    def latest_start(self, kind: InsuranceKind, rule: CountingRule, by: date) -> YearMonth | None:
        """The last month from which paying every month is in time for the day asked for."""
        application = as_month(by, "by")
        if not self._is_met(kind, rule, application, self.month):
            return None
        room = self.asked.end_month(application) - self.month + 1

        def is_late(later: int) -> bool:
            return not self._is_met(kind, rule, application, self.month + later)

        return self.month + (bisect_left(range(max(0, room) + 1), True, key=is_late) - 1)

    def _is_met(
        self, kind: InsuranceKind, rule: CountingRule, application: YearMonth, start: YearMonth
    ) -> bool:
        """Whether any way is certainly met by an application, with months paid from a start on."""
        end = self.asked.end_month(application)
        going_on = () if start > end else (_paid(kind, rule, MonthSpan(start, end)),)
        record = self._record(application, going_on)
        return any(
            self._count(record, kind, way, rule, application).at_least >= way.months
            for way in self.asked.ways
        )

    def _record(
        self, application: YearMonth, more: tuple[ContributionPeriod, ...] = ()
    ) -> ContributionHistory:
        """The record as it stands on the day, up to the end month, and more months.

        What it says of the day is settled: it is then counted on another day, so that the days on
        which months were declared and paid must not be read again.
        """
        end = self.asked.end_month(application)
        day = _counted_on(end, application)
        kept = (
            attrs.evolve(cut, settled_on=None, declared_on=_not_after(cut.declared_on, day))
            for period in (*self.history.as_of(self.on).periods, *more)
            if (cut := period.between(0, end.ordinal)) is not None
        )
        return ContributionHistory(kept)

    def _count(
        self,
        record: ContributionHistory,
        kind: InsuranceKind,
        way: RequiredMonths,
        rule: CountingRule,
        application: YearMonth,
    ) -> counting.Count:
        """The months up to the end month, by one way.

        They are counted on the first day of the month after it, so that an uncovered end month is
        a break; the window is one month longer for that. The month of the application itself may
        still be paid, and is counted on.
        """
        end = self.asked.end_month(application)
        day = _counted_on(end, application)
        window = way.window
        if window is not None and end < application:
            window += 1
        chosen = attrs.evolve(rule, window=window)
        count = counting.continuous if way.continuous else counting.cumulative
        return count(record, kind, on=day, rule=chosen, law=self.law)


def _counted_on(end: YearMonth, application: YearMonth) -> date:
    return (end if end == application else end + 1).first_day


def _not_after(day: date | None, last: date) -> date | None:
    return None if day is None else min(day, last)


def _paid(kind: InsuranceKind, rule: CountingRule, months: MonthSpan) -> ContributionPeriod:
    """Months paid as a rule counts them; a name of its own keeps them apart from the record's."""
    schemes = (scheme for scheme in Scheme if scheme in rule.schemes and kind in scheme.kinds)
    scheme = next(schemes, Scheme.EMPLOYEE)
    return ContributionPeriod(kind, months, area=rule.area, scheme=scheme, employer=_GOING_ON)
