"""What unpaid contributions cost an employer: late fee, fines, assessment 滞纳金、罚款、核定.

Legal basis:
    社会保险法 第八十六条: 0.05 % a day from the first day of the arrears 自欠缴之日起; not paid within the
    time ordered, a fine of one to three times. 第八十四条: the same for not registering. 第六十二条: what
    is not declared is assessed at 110 % of the month before. 人社部令第13号 第二十条: the employer bears the
    late fee, never the worker. 第二十一、二十二条: none runs while payment is deferred with approval or
    against security. 第二十九条: arrears that began before 2011-07-01 follow the rules of that time
    (社会保险费征缴暂行条例 第十三条: 0.2 % a day, once the time ordered has passed).

Limits:
    Who insures himself owes no late fee: both articles speak of employers. The day of payment is
    counted as a day of arrears; no national text says whether it is. Arrears of work-injury
    insurance from the first half of 2011 follow a rule of their own (工伤保险条例 第六十二条).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from .. import intervals
from ..days import add_days, month_end
from ..errors import Fault, RuleError, UndeterminedError
from ..law import Dated, Law
from ..law.arrears_values import FineTimes, LateFeeRule
from ..law.parameters import (
    ARREARS_FINE,
    ASSESSMENT_PERCENT,
    DEFERRAL_MONTHS,
    FIRST_LATE_DAY,
    LATE_FEE,
    LATE_FEE_PAYER,
    REGISTRATION_FINE,
)
from ..model.areas import NATION
from ..months import MonthLike, as_day, as_month
from ..rounding import Amount, as_fraction, as_yuan, half_up
from .given import known_law

__all__ = ["Fine", "LateFee", "assessed", "deadline", "fine", "late_fee", "registration_fine"]


@attrs.frozen
class LateFee:
    """A late fee 滞纳金, as far as it is determined.

    Attributes:
        days: the days late, those of a deferral left out.
        free_days: the days of a deferral among them.
        rule: the rate, with its law.
        payer: who bears it, with its law.
        at_least: the least that it is, in yuan.
        at_most: the most.
        missing: what would settle it.
    """

    days: int
    free_days: int
    rule: Dated[LateFeeRule]
    payer: Dated[str]
    at_least: Decimal
    at_most: Decimal
    missing: tuple[str, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The late fee in yuan, rounded half up to the fen.

        Raises:
            UndeterminedError: if it is not determined, naming what is missing.
        """
        if self.missing:
            raise UndeterminedError(self.missing)
        return self.at_least


@attrs.frozen
class Fine:
    """Between which amounts a fine 罚款 lies, in yuan.

    Attributes:
        at_least: the least for the employer.
        at_most: the most.
        rule: the multiples, with their law, and what persons responsible are fined.
    """

    at_least: Decimal
    at_most: Decimal
    rule: Dated[FineTimes]


def deadline(month: MonthLike, *, area: str | None = None, law: Law | None = None) -> date:
    """The last day on which a month's contributions bear no late fee in a place.

    Where places let a month be paid after its own day of payment without a fee, that is the later
    day.

    Raises:
        UnknownLawError: where the day is not known: most places.

    Example:
        >>> deadline("2025-02", area="120000")
        datetime.date(2025, 2, 28)
    """
    owed = as_month(month)
    rule = known_law(law).get(FIRST_LATE_DAY, on=owed.first_day, area=area).value
    late = owed + rule.months_after
    return add_days(date(late.year, late.month, min(rule.day, month_end(late).day)), -1)


def late_fee(
    amount: Amount,
    *,
    deadline: date,
    on: date,
    deferred: Sequence[tuple[date, date]] = (),
    ordered_until: date | Literal[False] | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> LateFee:
    """The late fee on an amount that was not paid in time 滞纳金: simple, day by day.

    Args:
        amount: what is owed, the employee's share included, in yuan.
        deadline: the last day for it; :func:`deadline` knows it for some places.
        on: the day of payment, or the day of asking while nothing is paid.
        deferred: first and last days of deferrals that were approved or agreed against security.
        ordered_until: for arrears of before 2011-07-01: the last day of the time ordered, False
            where nothing was ordered, None where that is not known.
        area: the place.
        law: None is the shipped law.

    Raises:
        MoneyError: if the amount is no exact amount.
        RuleError: if a deferral ends before it begins, or ``ordered_until`` is no such thing.
        UnknownLawError: for arrears of before 1999-01-22.

    Example:
        A month owed from 1 March and paid on 3 June is 95 days late:

        >>> owed = late_fee("2620.50", deadline=date(2025, 2, 28), on=date(2025, 6, 3))
        >>> owed.days, owed.amount, owed.payer.value
        (95, Decimal('124.47'), 'employer')
        >>> late_fee(100000, deadline=date(2025, 2, 28), on=date(2025, 3, 10)).amount
        Decimal('500.00')
    """
    owed = as_fraction(as_yuan(amount, "amount"), "amount")
    late = (as_day(deadline, "deadline").toordinal() + 1, as_day(on, "on").toordinal())
    known, began = known_law(law), add_days(deadline, 1)
    rule = known.get(LATE_FEE, on=began, area=area)
    payer = known.get(LATE_FEE_PAYER, on=began, area=area)
    all_days = intervals.union([late] if late[0] <= late[1] else [])
    free_days = intervals.count(intervals.intersect(all_days, _days_of(deferred)))
    days = intervals.count(all_days) - free_days
    missing: list[str] = []
    fewest = most = days
    if free_days and known.find(DEFERRAL_MONTHS, on=began, area=area) is None:
        missing.append(f"{DEFERRAL_MONTHS.name} ({area or NATION})")
        most = days + free_days
    if rule.value.after_order:
        is_owed = _is_overdue(ordered_until, on)
        if is_owed is None:
            missing.append("ordered_until")
        fewest, most = (fewest if is_owed else 0), (0 if is_owed is False else most)
    rate = owed * Fraction(rule.value.per_ten_thousand, 10_000)
    low, high = (half_up(rate * each, 2) for each in (fewest, most))
    named = () if low == high else tuple(missing)
    return LateFee(days, free_days, rule, payer, low, high, named)


def _is_overdue(ordered_until: date | Literal[False] | None, on: date) -> bool | None:
    """Whether the time ordered has passed; None where it is not known."""
    if ordered_until is None or ordered_until is False:
        return ordered_until
    return on > as_day(ordered_until, "ordered_until")


def _days_of(deferred: Sequence[tuple[date, date]]) -> intervals.Pairs:
    pairs: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(deferred):
        field = f"deferred[{index}]"
        pair = as_day(first, field).toordinal(), as_day(last, field).toordinal()
        if pair[0] > pair[1]:
            raise RuleError(Fault(field, last, "lies before its first day", f"{first} or later"))
        pairs.append(pair)
    return intervals.union(pairs)


def fine(amount: Amount, *, on: date, area: str | None = None, law: Law | None = None) -> Fine:
    """The fine on arrears that were not paid within the time ordered 逾期仍不缴纳的罚款.

    Args:
        amount: what is owed, in yuan.
        on: the day.
        area: the place.
        law: None is the shipped law.

    Raises:
        MoneyError: if the amount is no exact amount.
        UnknownLawError: for days before 2011-07-01.

    Example:
        >>> made = fine("2620.50", on=date(2025, 6, 3))
        >>> made.at_least, made.at_most, made.rule.citation.article
        (Decimal('2620.50'), Decimal('7861.50'), '第八十六条')
    """
    return _fine(amount, known_law(law).get(ARREARS_FINE, on=as_day(on, "on"), area=area))


def registration_fine(
    amount: Amount, *, on: date, area: str | None = None, law: Law | None = None
) -> Fine:
    """The fine for not registering within the time ordered 不办理社会保险登记的罚款.

    Args:
        amount: the contributions that were due, in yuan.
        on: the day.
        area: the place.
        law: None is the shipped law.

    Raises:
        MoneyError: if the amount is no exact amount.
        UnknownLawError: for days before 2011-07-01.

    Example:
        >>> made = registration_fine(5000, on=date(2025, 6, 3))
        >>> made.at_most, made.rule.value.persons_low, made.rule.value.persons_high
        (Decimal('15000.00'), Decimal('500'), Decimal('3000'))
    """
    return _fine(amount, known_law(law).get(REGISTRATION_FINE, on=as_day(on, "on"), area=area))


def _fine(amount: Amount, rule: Dated[FineTimes]) -> Fine:
    owed = as_fraction(as_yuan(amount, "amount"), "amount")
    return Fine(half_up(owed * rule.value.low, 2), half_up(owed * rule.value.high, 2), rule)


def assessed(
    last_month: Amount, *, on: date, area: str | None = None, law: Law | None = None
) -> Decimal:
    """What is assessed where an employer declares nothing 未申报的核定数额, rounded half up to the fen.

    Args:
        last_month: what the employer paid for the month before, in yuan.
        on: the day.
        area: the place.
        law: None is the shipped law.

    Raises:
        MoneyError: if the amount is no exact amount.
        UnknownLawError: for days before 1999-01-22.

    Example:
        >>> assessed("4000.50", on=date(2025, 6, 3))
        Decimal('4400.55')
    """
    paid = as_fraction(as_yuan(last_month, "last_month"), "last_month")
    percent = known_law(law).get(ASSESSMENT_PERCENT, on=as_day(on, "on"), area=area).value
    return half_up(paid * percent / 100, 2)
