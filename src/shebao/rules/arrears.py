"""What became of each month: paid, in arrears, a gap, pending (欠费、断缴、待缴).

"Declared" is not "paid": an employer that declared a month and has not paid it leaves it in arrears,
which is no gap. While it lasts, the medical card is blocked and benefits are not paid, as places
rule; once it is settled in full, benefits return and the month shows as back-paid 补缴.

What arrears cost the employer stands in ``late_fee``, what the collecting agency may do in
``enforcement``, bases declared too low in ``base_shortfall``; all are called through here. Which
months may be back-paid is ``back_payment``.

Legal basis:
    社会保险法 第六十条 (employers declare and pay on time and in full), 第六十三条 (arrears are
    ordered to be paid within a time limit), 第八十六条 (late fee).
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.stretches import stretches
from ..months import MonthLike, MonthSpan, YearMonth, as_day, as_month, ordinal_of
from ..terms import InsuranceKind, MonthState, PaymentStatus
from .base_shortfall import BaseShortfall, ShortBase, base_shortfall
from .enforcement import next_steps
from .given import check_history
from .late_fee import Fine, LateFee, assessed, deadline, fine, late_fee, registration_fine
from .tally import seen_periods

__all__ = [
    "BaseShortfall",
    "Fine",
    "LateFee",
    "MonthsInState",
    "ShortBase",
    "StateSince",
    "assessed",
    "base_shortfall",
    "deadline",
    "fine",
    "late_fee",
    "next_steps",
    "registration_fine",
    "states",
    "timeline",
]

_BEST_FIRST: Final = (
    PaymentStatus.PAID,
    PaymentStatus.DEEMED,
    PaymentStatus.BACK_PAID,
    PaymentStatus.DEFERRED,
    PaymentStatus.PENDING,
    PaymentStatus.ARREARS,
)


@attrs.frozen
class MonthsInState:
    """Months in a row that are in one state.

    Attributes:
        span: the months.
        state: what became of them.
        periods: the periods that hold them; of a gap none.
    """

    span: MonthSpan
    state: MonthState
    periods: tuple[ContributionPeriod, ...] = ()


@attrs.frozen
class StateSince:
    """A step in the history of one month.

    Attributes:
        since: the first day on which the record says so.
        state: what became of the month from that day on.
        periods: the periods that hold it then; of a gap none.
    """

    since: date
    state: MonthState
    periods: tuple[ContributionPeriod, ...] = ()


def states(
    history: ContributionHistory, kind: InsuranceKind, *, on: date
) -> tuple[MonthsInState, ...]:
    """The state of every month of a kind on a day, from the first month to the month of ``on``.

    Of several periods in a month the best state holds. The month of ``on`` itself is left out
    while nothing is known of it: it may still be declared. Months of which only the number is
    known are ``UNPLACED``.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, "2025-01"),
        ...     sb.ContributionPeriod(sb.MEDICAL, "2025-02", status=sb.PaymentStatus.BACK_PAID,
        ...                           declared_on=date(2025, 2, 10), settled_on=date(2025, 6, 3))])
        >>> [[item.state.en for item in states(record, sb.MEDICAL, on=day)]
        ...  for day in (date(2025, 4, 30), date(2025, 6, 3))]
        [['paid', 'in arrears', 'gap'], ['paid', 'back paid', 'gap']]
    """
    month = ordinal_of(as_day(on, "on"))
    rule = CountingRule.default(kind)
    check_history(history)
    seen = seen_periods(history.as_of(on), kind, rule, None)
    found = [
        MonthsInState(each.span, _state(each.holding), each.holding) for each in stretches(seen)
    ]
    if found and found[-1].span.last.ordinal < month - 1:
        open_months = MonthSpan(found[-1].span.last + 1, YearMonth.from_ordinal(month - 1))
        found.append(MonthsInState(open_months, MonthState.GAP))
    return tuple(found)


def timeline(
    history: ContributionHistory, kind: InsuranceKind, month: MonthLike, *, on: date
) -> tuple[StateSince, ...]:
    """What became of one month over time, up to a day 某月缴费状态的变化: declared, in arrears, settled.

    A step is a day from which :func:`states` says something else of the month; of days on which it
    says nothing there is none.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, "2025-01"),
        ...     sb.ContributionPeriod(sb.MEDICAL, "2025-02", status=sb.PaymentStatus.BACK_PAID,
        ...                           declared_on=date(2025, 2, 10), settled_on=date(2025, 6, 3))])
        >>> steps = timeline(record, sb.MEDICAL, "2025-02", on=date(2025, 12, 31))
        >>> [(str(step.since), step.state.en) for step in steps]
        [('2025-02-10', 'in arrears'), ('2025-06-03', 'back paid')]
    """
    asked, last = as_month(month), ordinal_of(as_day(on, "on"))
    check_history(history)
    days = {day for each in history for day in (each.declared_on, each.settled_on)}
    # A month that no period holds is a gap from the end of it.
    days |= {asked.first_day, (asked + 1).first_day if last > asked.ordinal else None}
    steps: list[StateSince] = []
    for day in sorted(day for day in days if day is not None and day <= on):
        for each in states(history, kind, on=day):
            if asked in each.span and (not steps or steps[-1].state is not each.state):
                steps.append(StateSince(day, each.state, each.periods))
    return tuple(steps)


def _state(holding: tuple[ContributionPeriod, ...]) -> MonthState:
    """The best state that certainly holds; open where a month without a place may be better."""
    certain = [_BEST_FIRST.index(p.status) for p in holding if p.count is None]
    possible = [_BEST_FIRST.index(p.status) for p in holding if p.count is not None]
    best = min(certain, default=len(_BEST_FIRST))
    if min(possible, default=len(_BEST_FIRST)) < best:
        return MonthState.UNPLACED
    return MonthState[_BEST_FIRST[best].name] if certain else MonthState.GAP
