"""When paying for employees' medical insurance began, or began again, and how long one then waits.

Legal basis:
    医保办发〔2021〕43号 第十一条, 沪医保规〔2025〕7号 三(四), 浙江省医疗保障条例 第二十八、二十九条, 天津市基本医疗保险
    条例 第十六条: what a break costs depends on its length, on who paid before and after it, and on
    whether it was paid up.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

import attrs

from .. import intervals
from ..decisions import Missing, Verdict
from ..intervals import Pairs
from ..law import Dated
from ..law.medical_values import FlexibleWaiting
from ..law.parameters import (
    MEDICAL_FLEXIBLE_WAITING,
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    MEDICAL_SWITCH_MONTHS,
    MEDICAL_WAITING_MONTHS,
)
from ..model.contributions import ContributionPeriod
from ..terms import PaymentStatus, Scheme
from .counts import Gap
from .medical_waiting import OPEN_RECORD, Wait, WaitingLaw, as_waiting
from .tally import Tally

__all__ = ["is_bought", "longest_wait"]

_SEVERITY: Final = {Verdict.MET: 0, Verdict.UNKNOWN: 1, Verdict.NOT_MET: 2}
_SERVED: Final = {Verdict.MET: True, Verdict.NOT_MET: False}


def longest_wait(
    periods: Sequence[ContributionPeriod], seen: Tally, gaps: Sequence[Gap], law: WaitingLaw
) -> Wait | None:
    """The waiting period that lasts longest into the month of the day, or the last one.

    Args:
        periods: the medical periods of the record as it stood on the day, of all schemes.
        seen: the months of the employees' scheme, by the rule of continuity.
        gaps: the gaps between them, by the same rule.
        law: what is known of the place.

    Returns:
        None where nothing was ever paid.
    """
    found = list(_Beginnings.of(periods, seen, gaps, law).waits(seen.month))
    if seen.loose or seen.unknown:
        found = [
            attrs.evolve(wait, least=0, needs=OPEN_RECORD) if wait.least else wait for wait in found
        ]
    if len(found) <= 1:
        return found[0] if found else None
    return max(found, key=lambda wait: (_SEVERITY[wait.over(seen.month, law.ceiling)], wait.first))


def is_bought(gap: Pairs, periods: Sequence[ContributionPeriod]) -> bool:
    """Whether all months of a gap were paid up later."""
    bought = _months_of(periods, frozenset(Scheme), (PaymentStatus.BACK_PAID,))
    return not intervals.subtract(gap, bought)


def _months_of(
    periods: Sequence[ContributionPeriod],
    schemes: Container[Scheme],
    statuses: Container[PaymentStatus] = frozenset(PaymentStatus) - {PaymentStatus.ARREARS},
) -> Pairs:
    """The months that periods of some schemes and statuses certainly hold."""
    return intervals.union(
        period.months.pair
        for period in periods
        if period.scheme in schemes and period.status in statuses and period.count is None
    )


def _within(gap: Gap, limit: int) -> bool | None:
    """Whether a gap is no longer than a limit; None where the record leaves that open."""
    if gap.at_most <= limit:
        return True
    return False if gap.at_least > limit else None


@attrs.frozen
class _Stretch:
    """Months without a gap between them, and the gap before them; None before the first ever."""

    first: int
    last: int
    gap: Gap | None


def _stretches(months: Pairs, gaps: Sequence[Gap]) -> Iterator[_Stretch]:
    """What gaps leave of the months of a record; nothing of an empty one."""
    if not months:
        return
    start, last, before = months[0][0], months[-1][1], None
    for gap in gaps:
        first, end = gap.span.pair
        if end >= last:
            break
        if first > start:
            yield _Stretch(start, first - 1, before)
        start, before = end + 1, gap
    yield _Stretch(start, last, before)


@attrs.frozen
class _Before:
    """The stretch before a gap: its last month, its waiting period, who paid for that month."""

    last: int
    wait: Wait
    is_employed: bool


@attrs.frozen
class _Beginnings:
    """The months of a record, by who paid for them.

    Attributes:
        periods: the medical periods.
        employed: months insured through an employer.
        resident: months insured as a resident.
        stretches: months of the employees' scheme that are paid, deemed, bought or held, without a
            gap between them.
        law: what is known of the place.
    """

    periods: Sequence[ContributionPeriod]
    employed: Pairs
    resident: Pairs
    stretches: tuple[_Stretch, ...]
    law: WaitingLaw

    @classmethod
    def of(
        cls,
        periods: Sequence[ContributionPeriod],
        seen: Tally,
        gaps: Sequence[Gap],
        law: WaitingLaw,
    ) -> _Beginnings:
        months = seen.paid
        if not seen.is_simple:
            months = intervals.union(months + seen.deemed + seen.back_paid + seen.held)
        stretches = tuple(_stretches(months, gaps))
        if all(period.scheme is Scheme.EMPLOYEE for period in periods):
            return cls(periods, months, (), stretches, law)
        employed = _months_of(periods, (Scheme.EMPLOYEE, Scheme.PUBLIC_SECTOR))
        resident = _months_of(periods, (Scheme.RESIDENT,))
        return cls(periods, employed, resident, stretches, law)

    def waits(self, month: int) -> Iterator[Wait]:
        """The waiting periods that may reach into a month, and the last one; the last one first."""
        longest = self.law.longest
        for index in range(len(self.stretches) - 1, -1, -1):
            yield self._wait(index)
            if longest is not None and month - self.stretches[index].first >= longest:
                return

    def _wait(self, index: int) -> Wait:
        """The waiting period of a beginning.

        Who is insured alone goes on from the stretch before, so it is told from the last stretch
        that stands for itself; in a loop, for a long record has more of them than calls may nest.
        """
        start = index
        while start and self.law.alone is not None and not self._is_employed(start):
            start -= 1
        wait = self._wait_after(start, None)
        for following in range(start + 1, index + 1):
            last = self.stretches[following - 1].last
            before = _Before(last, wait, bool(intervals.clip(self.employed, last, last)))
            wait = self._wait_after(following, before)
        return wait

    def _is_employed(self, index: int) -> bool:
        """Whether a stretch holds months insured through an employer."""
        stretch = self.stretches[index]
        return bool(intervals.clip(self.employed, stretch.first, stretch.last))

    def _wait_after(self, index: int, before: _Before | None) -> Wait:
        """The waiting period of a beginning, from that of the stretch before where it matters."""
        stretch = self.stretches[index]
        first, gap = stretch.first, stretch.gap
        if self._is_employed(index):
            if gap is None:
                return Wait(first)
            resident = self._last_resident(index)
            if resident is not None and self._is_short(gap) is False:
                return self._after_residence(stretch, resident)
            return self._after_gap(first, gap)
        resident = self._last_resident(index)
        if self.law.alone is None:
            return self._alone_anywhere(stretch, resident)
        return self._alone(stretch, before, resident, self.law.alone)

    def _last_resident(self, index: int) -> int | None:
        """The last month as a resident between two stretches, or before the first."""
        since = self.stretches[index - 1].last + 1 if index else 0
        between = intervals.clip(self.resident, since, self.stretches[index].first - 1)
        return between[-1][1] if between else None

    def _is_short(self, gap: Gap) -> bool | None:
        """Whether a gap may be paid up without waiting; None where that is open."""
        return None if self.law.gap is None else _within(gap, self.law.gap.value)

    def _is_switch(self, stretch: _Stretch, resident: int) -> bool | None:
        """Whether a change of scheme is spared a waiting period; None where its law is not known."""
        if self.law.gap is None or self.law.switch is None:
            return None
        months = tuple((each.first, each.last) for each in self.stretches)
        insured = intervals.clip(intervals.union(months + self.resident), 0, resident)
        run = next(intervals.runs_backwards(insured, (), self.law.gap.value))
        is_long = intervals.count(run) >= self.law.switch.value
        return is_long and stretch.first - 1 - resident <= self.law.gap.value

    def _served(self, before: _Before) -> bool | None:
        """Whether the waiting period before a gap was over when the gap began."""
        return _SERVED.get(before.wait.over(before.last + 1, self.law.ceiling))

    def _after_residence(self, stretch: _Stretch, resident: int) -> Wait:
        """Employed again after months as a resident."""
        is_switch, local = self._is_switch(stretch, resident), self.law.after_gap
        if is_switch:
            return Wait(stretch.first, law=self.law.switch)
        if local is None:
            return Wait(stretch.first, most=None, needs=self.law.lacks(MEDICAL_WAITING_MONTHS))
        waiting = as_waiting(local.value)
        least = waiting.months if is_switch is False else 0
        needs = self.law.lacks(MEDICAL_SWITCH_MONTHS)
        return Wait(stretch.first, least, waiting.months, waiting.percent, local, needs=needs)

    def _after_gap(self, first: int, gap: Gap) -> Wait:
        """Employed again after a break."""
        is_short, local = self._is_short(gap), self.law.after_gap
        needs = self._needs_of_gap()
        if local is None:
            if is_short:
                # The article spares who pays the gap up, whose gap is none then; what an unpaid one
                # costs is the place's own.
                return Wait(first, most=None, needs=self.law.lacks(MEDICAL_WAITING_MONTHS))
            needs = () if is_short is False else needs
            needs += self.law.lacks(MEDICAL_WAITING_MONTHS)
            return Wait(first, most=None, gap=gap, needs=needs)
        waiting = as_waiting(local.value)
        after_short, after_long = 0, waiting.months
        if waiting.unrepaired_months is not None:
            after_short = waiting.unrepaired_months
            if not is_bought((gap.span.pair,), self.periods):
                after_long = after_short
        if is_short and waiting.unrepaired_months is None:
            return Wait(first, law=self.law.gap, gap=gap)
        possible = [after_short] if is_short else [after_long]
        if is_short is None:
            possible = [after_short, after_long]
        shown = None if is_short else gap
        return Wait(first, min(possible), max(possible), waiting.percent, local, shown, needs)

    def _needs_of_gap(self) -> tuple[Missing, ...]:
        """What is missing where nobody can say whether a gap is short."""
        if self.law.gap is None:
            return self.law.lacks(MEDICAL_REPAIRABLE_GAP_MONTHS)
        return OPEN_RECORD

    def _alone(
        self,
        stretch: _Stretch,
        before: _Before | None,
        resident: int | None,
        law: Dated[FlexibleWaiting],
    ) -> Wait:
        """Insured alone in a place whose rule is known."""
        rule = law.value
        months = rule.months
        if stretch.gap is None and rule.first_months is not None:
            months = rule.first_months
        needs = self._needs_of_gap()
        if resident is not None:
            is_spared = self._is_switch(stretch, resident)
            if rule.residents_too and rule.waived_within_months is not None:
                is_near = stretch.first - 1 - resident <= rule.waived_within_months
                is_spared = is_near or is_spared
            needs = self.law.lacks(MEDICAL_SWITCH_MONTHS)
        else:
            is_spared = self._goes_on(stretch.gap, before, rule)
            if before is not None and not before.is_employed:
                is_open = stretch.gap is None or self._is_short(stretch.gap) is None
                needs = (needs if is_open else ()) + self.law.lacks(MEDICAL_FLEXIBLE_WAITING)
        least = months if is_spared is False else 0
        return Wait(stretch.first, least, 0 if is_spared else months, law=law, needs=needs)

    def _alone_anywhere(self, stretch: _Stretch, resident: int | None) -> Wait:
        """Insured alone in a place whose rule is not known: national law spares some."""
        if resident is not None and self._is_switch(stretch, resident):
            return Wait(stretch.first, law=self.law.switch)
        return Wait(stretch.first, most=None, needs=self.law.lacks(MEDICAL_FLEXIBLE_WAITING))

    def _goes_on(
        self, gap: Gap | None, before: _Before | None, rule: FlexibleWaiting
    ) -> bool | None:
        """Whether who is insured alone goes on after a gap without waiting."""
        if gap is None:
            return False
        if before is None:
            return None
        limit = rule.waived_within_months
        if not before.is_employed:
            is_served = self._served(before)
            if not is_served:
                return is_served
            if rule.resumed_within_months is None:
                return None
            limit = rule.resumed_within_months
        return limit is not None and _within(gap, limit)
