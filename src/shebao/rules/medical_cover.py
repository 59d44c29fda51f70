"""Whether employees' medical insurance covers a day 职工医保待遇, from when, and why not.

Legal basis:
    社会保险法 第二十三条, 医保办发〔2021〕43号 第十一条. From when payment brings benefits, and how long they
    last without it, places say: 沪医保规〔2025〕7号 三(二)(三), 浙江省医疗保障条例 第二十八条, 天津市基本医疗保险条例
    第十六条. 人社部令第13号 第二十三条: a deferral 缓缴 does not touch benefits.

Where a place's rule, or a part of it, is not known, benefits that begin in the month of payment or
in the month after, and stop in the month that is not paid or in the month after, are all tried.

Limits:
    Benefits are known by whole months. Retirees are covered without paying (``retiree_entitlement``),
    and who draws unemployment benefit is paid for by its fund (社会保险法 第四十八条); a record says
    neither. Months of all areas count, wherever they were paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from ..days import month_end
from ..decisions import Condition, Decision, Missing, Question, Reason, Verdict, decided
from ..law import Dated, Law
from ..law.medical_values import Benefits
from ..law.parameters import (
    MEDICAL_BENEFITS,
    MEDICAL_FLEXIBLE_WAITING,
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    MEDICAL_SWITCH_MONTHS,
    MEDICAL_WAITING_CEILING_MONTHS,
    MEDICAL_WAITING_MONTHS,
)
from ..model.history import ContributionHistory
from ..months import YearMonth, as_day, ordinal_of
from ..terms import InsuranceKind, MonthState
from . import counting
from .arrears import states
from .given import known_law
from .medical_beginnings import longest_wait
from .medical_paid import Paid, World, readings, sorted_months
from .medical_waiting import OPEN_RECORD, Wait, WaitingLaw, continuity_rule
from .tally import Tally, tally

__all__ = ["MedicalCover", "cover", "waiting_law"]

_KIND: Final = InsuranceKind.MEDICAL
_FIRST, _LAST = YearMonth(1, 1).ordinal, YearMonth(9999, 12).ordinal
_NOTHING: Final = Benefits()


@attrs.frozen
class MedicalCover:
    """What goes with the answer; what is not certain is None.

    Attributes:
        covered_from: the first day of the benefits that one has, or that the record leads to if
            every later month is paid; where the law is not known, the first certain one. None where
            there are none as the record stands.
        waiting_months: the length of the waiting period 待遇等待期 that runs; None where none does.
        waiting_until: the first day after it, if every month is paid until then.
        percent: per cent of the regular benefits that are paid during it.
        repairable_until: the last day on which an open gap can still be paid up without waiting;
            None where no gap is open, or it is too long.
        gap_reimbursed: whether the costs of that gap are then reimbursed 追溯享受; None where no gap
            can be paid up, or the place does not say.
    """

    covered_from: date | None = None
    waiting_months: int | None = None
    waiting_until: date | None = None
    percent: Decimal | None = None
    repairable_until: date | None = None
    gap_reimbursed: bool | None = None


def waiting_law(*, on: date, area: str | None = None, law: Law | None = None) -> WaitingLaw:
    """What is known of waiting periods in a place 待遇等待期规定, each rule with its citation.

    Args:
        on: the day.
        area: the place; None is national law alone.
        law: None is the shipped law.

    Example:
        >>> found = waiting_law(on=date(2026, 1, 29), area="310000")
        >>> found.after_gap.value, found.alone.value.months, found.alone.value.waived_within_months
        (0, 6, 3)
    """
    known = known_law(law)
    return WaitingLaw(
        gap=known.find(MEDICAL_REPAIRABLE_GAP_MONTHS, on=on, area=area),
        ceiling=known.find(MEDICAL_WAITING_CEILING_MONTHS, on=on, area=area),
        after_gap=known.find(MEDICAL_WAITING_MONTHS, on=on, area=area),
        alone=known.find(MEDICAL_FLEXIBLE_WAITING, on=on, area=area),
        switch=known.find(MEDICAL_SWITCH_MONTHS, on=on, area=area),
        area=area,
    )


def cover(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[MedicalCover]:
    """Whether employees' medical insurance covers a day 当日能否享受职工医保待遇.

    Reduced benefits during a waiting period are cover: see ``value.percent``.

    Args:
        history: the record.
        on: the day; the record is taken as it stood on it.
        area: the place of insurance; None is national law alone.
        law: None is the shipped law.

    Example:
        In Shanghai an employee is covered from the month after payment, to the end of the first
        month that is not paid (沪医保规〔2025〕7号):

        >>> import shebao as sb
        >>> job = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2025-10", "2026-01"))])
        >>> answers = [cover(job, on=day, area="310000") for day in (
        ...     date(2025, 10, 31), date(2025, 11, 1), date(2026, 2, 28), date(2026, 3, 1))]
        >>> [(each.eligible, str(each.value.covered_from)) for each in answers]
        [(False, '2025-11-01'), (True, '2025-11-01'), (True, '2025-11-01'), (False, 'None')]
        >>> answers[-1].value.repairable_until, answers[-1].value.gap_reimbursed
        (datetime.date(2026, 5, 31), False)

    """
    month = ordinal_of(as_day(on, "on"))
    known = known_law(law)
    benefits = known.find(MEDICAL_BENEFITS, on=on, area=area)
    place = waiting_law(on=on, area=area, law=known)
    rule = continuity_rule(0 if place.gap is None else place.gap.value)
    seen = tally(history, _KIND, on, rule)
    is_simple = history.simply_paid(_KIND) is not None
    periods = history.of(_KIND) if is_simple else history.as_of(on).of(_KIND)
    paid = Paid(seen.paid) if is_simple else sorted_months(seen.periods)
    gaps = counting.gaps(history, _KIND, on=on, rule=rule, law=known)
    wait = longest_wait(periods, seen, gaps, place)
    months = _Months.of(paid, benefits, place, month, is_open=_is_open(seen, month))
    state = _state(history, seen, months.asked, on)
    conditions = [months.condition(state)]
    if wait is not None:
        conditions.append(wait.condition(month, place))
    value = _value(months, wait, _open_gap(gaps, seen), place)
    return decided(Question.MEDICAL_COVER, conditions, on=on, value=value)


@attrs.frozen
class _Months:
    """Whether a month has benefits by what was paid for, and from which month on.

    Attributes:
        month: the month of the day.
        verdict: whether it has.
        first: the first month of the benefits, where every reading of the rule gives one.
        asked: the month that decides.
        rule: what the place says.
        needs: what is missing where it is open.
    """

    month: int
    verdict: Verdict
    first: int | None
    asked: int
    rule: Dated[Benefits] | None
    needs: tuple[Missing, ...]

    @classmethod
    def of(
        cls,
        paid: Paid,
        rule: Dated[Benefits] | None,
        place: WaitingLaw,
        month: int,
        *,
        is_open: bool,
    ) -> _Months:
        """Try every reading of the rule.

        Args:
            paid: the months of the record.
            rule: what the place says.
            place: what is known of waiting in it, with the longest gap that may be paid up.
            month: the month of the day.
            is_open: whether the record says nothing of that month.
        """
        value = _NOTHING if rule is None else rule.value
        longest = 0 if place.gap is None else place.gap.value
        verdicts: dict[Verdict, None] = {}
        needs: list[Missing] = []
        firsts: list[int | None] = []
        for start, stop, world in readings(value, paid, longest):
            first = world.first(start, stop, month)
            lacks: tuple[Missing, ...] = ()
            if first is None or first > month:
                lacks = _lacks(world, paid, (start, stop), month, is_open=is_open)
            verdict = Verdict.NOT_MET if first is None or first > month else Verdict.MET
            verdicts[Verdict.UNKNOWN if lacks else verdict] = None
            needs += lacks
            firsts.append(first)
        if len(verdicts) > 1:
            needs += place.lacks(MEDICAL_BENEFITS)
        known = [each for each in firsts if each is not None]
        first = max(known) if len(known) == len(firsts) else None
        is_before = is_open or (value.start_months == 1 and value.stop_months == 1)
        return cls(
            month,
            next(iter(verdicts)) if len(verdicts) == 1 else Verdict.UNKNOWN,
            first,
            max(month - 1, _FIRST) if is_before else month,
            rule,
            tuple(dict.fromkeys(needs)),
        )

    def condition(self, state: MonthState) -> Condition:
        """The condition that the day has benefits by what was paid for."""
        rule = self.rule
        return Condition(
            Reason.MEDICAL_PAID,
            self.verdict,
            YearMonth.from_ordinal(self.asked),
            state,
            None if rule is None else rule.citation,
            None if rule is None else rule.evidence,
            self.needs,
        )


def _lacks(
    world: World, paid: Paid, rule: tuple[int, int], month: int, *, is_open: bool
) -> tuple[Missing, ...]:
    """What might still give benefits: months that the record leaves open, or the month itself.

    Where benefits stop in the month that is not paid, a month that still runs is not unpaid yet.
    """

    def has(world: World) -> bool:
        first = world.first(*rule, month)
        return first is not None and first <= month

    perhaps = world.adding(paid.perhaps)
    if has(perhaps):
        return OPEN_RECORD
    last = perhaps.good[-1][1] if perhaps.good else None
    goes_on = last == month - 1 or month - 1 in perhaps.next_month
    if is_open and rule[1] == 0 and goes_on and has(perhaps.adding(((month, month),))):
        return (Missing("enrolment"),)
    return ()


def _is_open(seen: Tally, month: int) -> bool:
    """Whether a record says nothing of the month of the day."""
    pairs = [period.months.pair for period in seen.periods] or seen.paid
    return not any(first <= month <= last for first, last in pairs)


def _state(history: ContributionHistory, seen: Tally, month: int, on: date) -> MonthState:
    """What became of a month."""
    if not seen.periods:
        is_paid = any(first <= month <= last for first, last in seen.paid)
        return MonthState.PAID if is_paid else MonthState.GAP
    found = states(history.between(month, month), _KIND, on=on)
    return found[0].state if found else MonthState.GAP


def _open_gap(gaps: Sequence[counting.Gap], seen: Tally) -> counting.Gap | None:
    """The gap that no month ends; one that is not overdue or deferred does."""
    last = gaps[-1] if gaps else None
    if last is None or not last.is_open:
        return None
    held = seen.held[-1][1] if seen.held else 0
    return last if last.span.last.ordinal > held else None


def _value(
    months: _Months, wait: Wait | None, gap: counting.Gap | None, place: WaitingLaw
) -> MedicalCover:
    first = None if months.verdict is Verdict.UNKNOWN else months.first
    over = Verdict.MET if wait is None else wait.over(months.month, place.ceiling)
    if wait is not None and first is not None:
        is_open = over is Verdict.UNKNOWN and not wait.percent
        first = None if is_open else max(first, wait.last(place.ceiling) + 1)
    running = wait if over is Verdict.NOT_MET and gap is None else None
    repairable = _repairable_until(gap, place.gap, months.month)
    return MedicalCover(
        _first_day(first),
        None if running is None else running.most,
        None if running is None else _first_day(running.first + (running.most or 0)),
        None if running is None else running.percent,
        repairable,
        None if repairable is None or months.rule is None else months.rule.value.reimburses_gap,
    )


def _repairable_until(
    gap: counting.Gap | None, limit: Dated[int] | None, month: int
) -> date | None:
    """The end of the last month before which no more months are missing than may be."""
    if gap is None or limit is None or gap.at_most > limit.value:
        return None
    return month_end(YearMonth.from_ordinal(min(month + limit.value - gap.at_most, _LAST)))


def _first_day(month: int | None) -> date | None:
    """The first day of a month; None beyond the calendar."""
    if month is None or month > _LAST:
        return None
    return YearMonth.from_ordinal(month).first_day
