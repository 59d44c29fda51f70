"""Enrolling as a resident for medical insurance, and the ways to benefits without a waiting period.

Legal basis:
    国办发〔2024〕38号: in the enrolment window 集中参保期 and without a broken year; new-borns and special
    groups. 医保办发〔2021〕43号 第十一条: who changes from the employees' insurance. 医保办函〔2021〕11号
    第十条: children registered soon after birth.

The window is a place's, and so is from when a payment in its last months, in the year itself, gives
benefits. A payment before the window opens is taken for one in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from ..decisions import (
    Condition,
    Fact,
    Missing,
    Reason,
    Verdict,
    all_of,
    at_least,
    in_bounds,
    is_true,
    open_law,
)
from ..law import Dated, Law
from ..law.parameters import (
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    RESIDENT_MEDICAL_NEWBORN_DAYS,
    RESIDENT_MEDICAL_SWITCH_MONTHS,
    RESIDENT_MEDICAL_WINDOW,
)
from ..model.areas import NATION
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthSpan, YearMonth
from ..terms import InsuranceKind, PaymentStatus, Scheme
from . import counting
from .medical import continuity_rule
from .resident_medical_years import BrokenYears

__all__ = ["Way", "YearPayment", "enrolled", "exempt", "newborn", "on_time", "switched"]

_DAY_MISSING = (Missing("enrolled_on"),)


@attrs.frozen
class YearPayment:
    """When somebody paid as a resident for a calendar year.

    Attributes:
        year: the year.
        day: the day of payment; where it is not known, the first of the months paid for.
        is_dated: whether the day is known.
    """

    year: int
    day: date
    is_dated: bool

    @property
    def starts_on(self) -> date:
        """The day of payment, or 1 January where that is later."""
        return max(self.day, date(self.year, 1, 1))


@attrs.frozen
class Way:
    """A way to benefits without a waiting period.

    Attributes:
        condition: what it asks for.
        first_day: the first covered day, if the condition is met; the earliest, if it is open.
    """

    condition: Condition
    first_day: date


def enrolled(
    history: ContributionHistory, year: int, *, on: date, enrolled_on: date | None
) -> tuple[Condition, YearPayment | None]:
    """Whether somebody has paid as a resident for a year by a day, and when."""
    possible = list(_payments(history, year, on))
    certain = [made for made, is_certain in possible if is_certain]
    if enrolled_on is not None:
        possible, certain = [], []
        if enrolled_on <= on:
            certain = [YearPayment(year, enrolled_on, is_dated=True)]
    first = min(certain, key=lambda made: (made.day, not made.is_dated), default=None)
    verdict = in_bounds(certain=first is not None, possible=bool(possible))
    actual: Fact = None if verdict is Verdict.UNKNOWN else first is not None
    if first is not None and first.is_dated:
        actual = first.day
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    return Condition(Reason.RESIDENT_MEDICAL_PAID, verdict, year, actual, needs=needs), first


def _payments(
    history: ContributionHistory, year: int, on: date
) -> Iterator[tuple[YearPayment, bool]]:
    """Payments for a year that were made by a day, and whether they certainly are for it."""
    record = history.as_of(on)
    first, last = YearMonth(year, 1).ordinal, YearMonth(year, 12).ordinal
    for period in (*record.periods, *record.prepaid):
        part = period.between(first, last)
        if (
            part is not None
            and (part.kind, part.scheme) == (InsuranceKind.MEDICAL, Scheme.RESIDENT)
            and part.status in (PaymentStatus.PAID, PaymentStatus.BACK_PAID)
        ):
            day = part.settled_on or part.months.first.first_day
            is_dated = part.settled_on is not None
            is_when_due = is_dated or part.status is PaymentStatus.PAID
            yield YearPayment(year, day, is_dated), is_when_due and part.at_least > 0


def on_time(
    payment: YearPayment,
    broken: BrokenYears,
    fixed: Dated[int],
    *,
    area: str | None,
    law: Law,
) -> Way:
    """Enrolled in the window of the year, without a broken year before it."""
    fewest, most = len(broken.fewest), len(broken.most)
    verdict = in_bounds(certain=not most, possible=not fewest)
    continuous = Condition(
        Reason.RESIDENT_MEDICAL_CONTINUOUS,
        verdict,
        0,
        most if fewest == most else (fewest, most),
        fixed.citation,
        fixed.evidence,
        broken.needs if verdict is Verdict.UNKNOWN else (),
    )
    new_year = date(payment.year, 1, 1)
    in_window, is_from_payment = _in_window(payment, new_year, area, law)
    first_day = payment.starts_on if is_from_payment else new_year
    return Way(all_of(Reason.RESIDENT_MEDICAL_ON_TIME, in_window, continuous), first_day)


def _in_window(
    payment: YearPayment, new_year: date, area: str | None, law: Law
) -> tuple[Condition, bool]:
    """Whether the payment was made in the window, and whether benefits then begin with it."""
    window = law.find(RESIDENT_MEDICAL_WINDOW, on=new_year, area=area)
    needs = () if payment.is_dated else _DAY_MISSING
    actual = payment.day if payment.is_dated else None
    reason = Reason.RESIDENT_MEDICAL_WINDOW
    if window is None:
        needs = (Missing(RESIDENT_MEDICAL_WINDOW.name, area or NATION), *needs)
        return Condition(reason, Verdict.UNKNOWN, None, actual, needs=needs), False
    last = window.value.last_day(payment.year)
    verdict = Verdict.UNKNOWN
    if payment.is_dated:
        verdict = Verdict.MET if payment.day <= last else Verdict.NOT_MET
    citation, evidence = window.citation, window.evidence
    found = Condition(reason, verdict, last, actual, citation, evidence, needs)
    return found, payment.is_dated and window.value.late_from == "payment"


def switched(
    history: ContributionHistory, payment: YearPayment, *, area: str | None, law: Law
) -> Way | None:
    """Changed from the employees' insurance in time; None of whom employment never insured."""
    seen = history.as_of(payment.day)
    if all(p.scheme is Scheme.RESIDENT for p in seen.of(InsuranceKind.MEDICAL)):
        return None
    gap = law.find(MEDICAL_REPAIRABLE_GAP_MONTHS, on=payment.day, area=area)
    if gap is None:
        name = MEDICAL_REPAIRABLE_GAP_MONTHS.name
        left = open_law(Reason.RESIDENT_MEDICAL_LEFT, name, area or NATION)
        return Way(all_of(Reason.RESIDENT_MEDICAL_SWITCHED, left), payment.starts_on)
    needed = law.find(RESIDENT_MEDICAL_SWITCH_MONTHS, on=payment.day, area=area)
    rule = continuity_rule(gap.value)
    of_both = attrs.evolve(rule, name=f"{rule.name}, of both schemes", schemes=frozenset(Scheme))
    # Months of the year that is paid for now are what one changes to, not what one comes from.
    year = MonthSet([MonthSpan(YearMonth(payment.year, 1), YearMonth(payment.year, 12))])
    before = history.without(year, InsuranceKind.MEDICAL, frozenset({Scheme.RESIDENT}))
    months = _run(before, payment.day, of_both)
    alive = _run(before, payment.day, rule)
    long_enough = at_least(
        Reason.RESIDENT_MEDICAL_INSURED_MONTHS,
        needed,
        months,
        needs=[Missing(RESIDENT_MEDICAL_SWITCH_MONTHS.name, area or NATION)],
    )
    verdict = in_bounds(certain=alive[0] > 0, possible=alive[1] > 0)
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    if not payment.is_dated:
        verdict, needs = Verdict.UNKNOWN, _DAY_MISSING
    left = Condition(
        Reason.RESIDENT_MEDICAL_LEFT,
        verdict,
        gap.value,
        None if verdict is Verdict.UNKNOWN else verdict is Verdict.MET,
        gap.citation,
        gap.evidence,
        needs,
    )
    found = all_of(Reason.RESIDENT_MEDICAL_SWITCHED, left, long_enough)
    return Way(found, payment.starts_on)


def _run(history: ContributionHistory, on: date, rule: CountingRule) -> tuple[int, int]:
    """Months of the run that is alive on a day, at least and at most."""
    run = counting.continuous(history, InsuranceKind.MEDICAL, on=on, rule=rule)
    return run.at_least, run.at_most


def exempt(is_exempt: bool | None, payment: YearPayment, fixed: Dated[int]) -> Way:
    """Of a group that the place exempts."""
    found = is_true(Reason.RESIDENT_MEDICAL_EXEMPT, is_exempt, "is_exempt", fixed)
    return Way(found, payment.starts_on)


def newborn(born_on: date, payment: YearPayment, *, area: str | None, law: Law) -> Way:
    """A child registered soon after birth: covered from birth."""
    reason = Reason.RESIDENT_MEDICAL_NEWBORN
    first_day = max(born_on, date(payment.year, 1, 1))
    days = law.find(RESIDENT_MEDICAL_NEWBORN_DAYS, on=payment.starts_on, area=area)
    if days is None:
        return Way(open_law(reason, RESIDENT_MEDICAL_NEWBORN_DAYS.name, area or NATION), first_day)
    # Nobody pays for a year before the one that precedes it.
    earliest = payment.day if payment.is_dated else date(payment.year - 1, 1, 1)
    age = (earliest - born_on).days
    is_late = age > days.value
    verdict = in_bounds(certain=payment.is_dated and not is_late, possible=not is_late)
    found = Condition(
        reason,
        verdict,
        days.value,
        age if payment.is_dated else None,
        days.citation,
        days.evidence,
        _DAY_MISSING if verdict is Verdict.UNKNOWN else (),
    )
    return Way(found, first_day)
