"""Months of employment that an employer never declared 应保未保.

Such a month is neither paid nor owed in the record: it is absent, and looks like a gap of one's own.
Next to the days of employment it shows.

Legal basis:
    社会保险法 第五十八条: an employer registers an employee within thirty days from the first day of
    employment 自用工之日起三十日内 (the first day itself is not counted, 民法典 第二百零一条). 第六十条:
    it declares by itself. 第六十二条: what is not declared is assessed at 110 % of the month before.

Limits:
    Whether a month worked in part owes a contribution, and by which day of a month one declares, is
    local; such months are named, and a month is taken for overdue once it has ended. Part-time work
    非全日制用工 and people beyond the retirement age need not be insured for every kind, nor were
    years before the insurance began in a place: leave such employments out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from .. import intervals
from ..days import add_days, month_end
from ..intervals import Pairs
from ..law import Law
from ..law.parameters import REGISTRATION_DAYS
from ..masking import shown
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.employment import Employment, items_of, stretches_of
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import YearMonth, as_day, ordinal_of
from ..terms import InsuranceKind
from .given import check_history, known_law
from .tally import seen_periods

__all__ = ["Undeclared", "months"]


@attrs.frozen
class Undeclared:
    """What one employer has not declared, as of a day.

    Attributes:
        employer: its name.
        months: months that have ended, with the time to register over, and were never declared.
        perhaps: the same, where the record may hold them: a period there names no employer, or only
            the number of its months, or nobody says when it was declared.
        not_due: months not declared whose time still runs: that of the day, and those before the
            last day to register.
        partial: those of all these in which the employment lasted for a part of the month only.
        register_by: the last day to register, one for each stretch of employment.
    """

    employer: str = attrs.field(repr=shown)
    months: MonthSet
    perhaps: MonthSet
    not_due: MonthSet
    partial: MonthSet
    register_by: tuple[date, ...]


def months(
    employments: Iterable[Employment],
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> tuple[Undeclared, ...]:
    """Months of employment that employers never declared for a kind 应保未保月份.

    Args:
        employments: the days of employment, however split; what begins after ``on`` is left out.
        history: the record; it has to name the employers as the employments do.
        kind: the insurance; of maternity insurance medical months declare it since the merger.
        on: the day; the record is taken as it stood on it.
        area: the place.
        law: None is the shipped law.

    Returns:
        One for each employer, in the order of their names, also where nothing is missing.

    Raises:
        PeriodError: if an employment is none.
        UnknownLawError: for days before 2011-07-01.

    Example:
        >>> import shebao as sb
        >>> job = sb.Employment("甲公司", date(2025, 10, 20))
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, "2025-12", employer="甲公司")])
        >>> for day in (date(2025, 11, 19), date(2025, 11, 20), date(2026, 1, 29)):
        ...     (found,) = months([job], record, sb.PENSION, on=day)
        ...     print(found.months, "|", found.not_due, "|", found.partial)
        - | 2025-10..2025-11 | 2025-10
        2025-10 | 2025-11 | 2025-10
        2025-10..2025-11 | 2026-01 | 2025-10
    """
    as_day(on, "on")
    check_history(history)
    days = known_law(law).get(REGISTRATION_DAYS, on=on, area=area).value
    record = history.as_of(on)
    rule = CountingRule.default(kind)
    seen = seen_periods(record, kind, rule, None)
    unsure = seen_periods(ContributionHistory(record.unknown_origin), kind, rule, None)
    by_employer: dict[str, list[Employment]] = {}
    for each in items_of(employments, Employment, "employments"):
        by_employer.setdefault(each.employer, []).append(each)
    found = (
        _of_employer(name, by_employer[name], seen, unsure, on, days)
        for name in sorted(by_employer)
    )
    return tuple(each for each in found if each.register_by)


def _of_employer(
    name: str,
    employments: Sequence[Employment],
    seen: Sequence[ContributionPeriod],
    unsure: Sequence[ContributionPeriod],
    on: date,
    days: int,
) -> Undeclared:
    now = YearMonth(on.year, on.month)
    # An employment that begins later may go on with one that has begun, so both are joined first.
    joined = stretches_of(employments, month_end(now))
    stretches = [each for each in joined if each[0] <= on]
    register_by = tuple(add_days(first, days) for first, _ in stretches)
    own = (p for p in seen if p.employer == name and not p.is_voluntary)
    declared = _union(p for p in own if p.count is None)
    open_to = [p for p in (*seen, *unsure) if p.employer in (None, name) and not p.is_voluntary]
    missing = intervals.subtract(_touched(stretches), declared)
    over = [each for each, last in zip(stretches, register_by, strict=True) if on > last]
    overdue = intervals.intersect(missing, intervals.clip(_touched(over), 0, now.ordinal - 1))
    certain = intervals.subtract(overdue, _union(open_to))
    return Undeclared(
        name,
        months=MonthSet.from_pairs(certain),
        perhaps=MonthSet.from_pairs(intervals.subtract(overdue, certain)),
        not_due=MonthSet.from_pairs(intervals.subtract(missing, overdue)),
        partial=MonthSet.from_pairs(intervals.subtract(missing, _whole(stretches))),
        register_by=register_by,
    )


def _union(periods: Iterable[ContributionPeriod]) -> Pairs:
    return intervals.union(period.months.pair for period in periods)


def _touched(stretches: Iterable[tuple[date, date]]) -> Pairs:
    """The months in which the employment lasted for a day at least."""
    return intervals.union((ordinal_of(first), ordinal_of(last)) for first, last in stretches)


def _whole(stretches: Iterable[tuple[date, date]]) -> Pairs:
    """The months in which it lasted from the first day to the last."""
    pairs = []
    for first, last in stretches:
        start = ordinal_of(first) + (first.day > 1)
        end = ordinal_of(last) - (last < month_end(YearMonth(last.year, last.month)))
        if start <= end:
            pairs.append((start, end))
    return intervals.union(pairs)
