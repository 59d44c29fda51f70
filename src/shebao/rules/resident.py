"""Residents' basic pension 城乡居民基本养老保险: calendar years paid, and who may draw it.

Legal basis:
    国发〔2014〕8号: 60 years of age, 15 years paid, no other basic pension drawn. The delay of the
    retirement age speaks of employees 职工 only; residents stay at 60 and 15.

    Who was within fifteen years of 60, or past it, when the scheme of the place began needs fewer
    years (距规定领取年龄不足15年的，应逐年缴费…累计缴费不超过15年). When it began is a fact of the place, not
    after the opinions of 2014: people of that age then are undetermined where fifteen are not met.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    at_least,
    decided,
    is_false,
    open_law,
)
from ..errors import RuleError
from ..law import Dated, Law
from ..law.parameters import RESIDENT_PENSION_AGE_MONTHS, RESIDENT_PENSION_MINIMUM_YEARS
from ..model.areas import NATION
from ..model.contributions import ContributionPeriod
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_day, ordinal_of
from ..terms import InsuranceKind, PaymentStatus, Scheme, check_term
from . import counting
from .ages import age_reached
from .counts import Bounded
from .given import check_history, check_person, check_truth, known_law
from .resident_amounts import FuneralGrant, ResidentAmounts, amounts, funeral_grant

#: The schemes of places had begun before they were made one (国发〔2014〕8号, 2014-02-21).
_LATEST_START: Final = date(2014, 2, 21)

__all__ = [
    "FuneralGrant",
    "ResidentAmounts",
    "YearsPaid",
    "amounts",
    "calendar_years_paid",
    "funeral_grant",
    "months_with_employees",
    "pension_eligibility",
]


@attrs.frozen
class YearsPaid:
    """Calendar years for which a resident has paid, in bounds.

    Attributes:
        certain: years that are certainly paid, earliest first.
        possible: with those that periods known only by their number may add.
    """

    certain: tuple[int, ...] = ()
    possible: tuple[int, ...] = ()

    @property
    def at_least(self) -> int:
        """How many years are certainly paid."""
        return len(self.certain)

    @property
    def at_most(self) -> int:
        """How many years may be paid."""
        return len(self.possible)


def calendar_years_paid(
    history: ContributionHistory, kind: InsuranceKind, *, on: date
) -> YearsPaid:
    """Calendar years paid as a resident 居民缴费年数, up to a day.

    A year counts once, however many of its months are held, from the day of payment or 1 January,
    whichever is later. Employee months never enter it.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2025-01", "2025-12"),
        ...                              scheme=sb.Scheme.RESIDENT, settled_on=date(2025, 3, 10))
        >>> record = sb.ContributionHistory([paid])
        >>> [calendar_years_paid(record, sb.PENSION, on=day).at_least
        ...  for day in (date(2025, 3, 9), date(2025, 3, 10))]
        [0, 1]
    """
    as_day(on, "on")
    check_history(history)
    check_term(kind, InsuranceKind, "kind", RuleError)
    certain: set[int] = set()
    possible: set[int] = set()
    for period in history.of(kind):
        if period.scheme is not Scheme.RESIDENT or not _is_payment(period):
            continue
        years = {month.year for month in (period.months.first, period.months.last)}
        touched = [y for y in range(min(years), max(years) + 1) if _counts_in(period, y, on)]
        possible.update(touched)
        if period.count is None or (len(years) == 1 and _has_begun(period, on)):
            certain.update(touched)
    return YearsPaid(tuple(sorted(certain)), tuple(sorted(possible)))


def _enough_years(
    person: Person, years: YearsPaid, required: Dated[int] | None, place: str
) -> Condition:
    """Fifteen years; fewer may do for who was near 60 when the scheme of the place began."""
    enough = at_least(
        Reason.RESIDENT_YEARS,
        required,
        (years.at_least, years.at_most),
        needs=[Missing(RESIDENT_PENSION_MINIMUM_YEARS.name, place)],
    )
    return _or_near_sixty(person, enough, required)


def _enough_months(
    person: Person, months: Bounded, required: Dated[int] | None, place: str
) -> Condition:
    """The same of months, where those of an employee count on."""
    of_law: Dated[int] | None = None
    if required is not None:
        of_law = attrs.evolve(required, value=12 * required.value)
    enough = at_least(
        Reason.RESIDENT_MONTHS,
        of_law,
        (months.at_least, months.at_most),
        needs=[Missing(RESIDENT_PENSION_MINIMUM_YEARS.name, place)],
    )
    return _or_near_sixty(person, enough, required)


def _or_near_sixty(person: Person, enough: Condition, required: Dated[int] | None) -> Condition:
    if required is None or enough.verdict is not Verdict.NOT_MET:
        return enough
    near_sixty = person.birth_month + 12 * (60 - required.value)
    if near_sixty.first_day > _LATEST_START:
        return enough
    needs = (Missing("resident_scheme_start"),)
    return attrs.evolve(enough, verdict=Verdict.UNKNOWN, needs=needs)


def months_with_employees(
    history: ContributionHistory, *, on: date, law: Law | None = None
) -> Bounded:
    """Months as a resident, with employee months that passed into the scheme 职工缴费并入后的月数.

    A month held in both counts once, as an employee month (人社部发〔2014〕17号 第六、七条).

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-07", "2020-06")),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2020-01", "2023-12"),
        ...                           scheme=sb.Scheme.RESIDENT)])
        >>> months_with_employees(record, on=date(2024, 6, 3)).months
        114
    """
    known = known_law(law)
    years = calendar_years_paid(history, InsuranceKind.PENSION, on=on)
    employed = counting.cumulative(history, InsuranceKind.PENSION, on=on, law=known)
    beside: dict[int, counting.Count] = {}
    for year in years.possible:
        first = YearMonth(year, 1).ordinal
        of_year = history.between(first, first + 11)
        beside[year] = counting.cumulative(of_year, InsuranceKind.PENSION, on=on, law=known)
    return Bounded(
        employed.at_least + sum(12 - beside[year].at_most for year in years.certain),
        employed.at_most + sum(12 - beside[year].at_least for year in years.possible),
    )


def _has_begun(period: ContributionPeriod, on: date) -> bool:
    """Whether months known only by their number certainly count by now: paid, or not all ahead."""
    part = period.between(0, ordinal_of(on))
    is_paid = period.settled_on is not None and period.settled_on <= on
    if part is None or not period.at_least:
        return False
    return is_paid or part.at_least > 0


def _is_payment(period: ContributionPeriod) -> bool:
    return period.status in (PaymentStatus.PAID, PaymentStatus.BACK_PAID)


def _counts_in(period: ContributionPeriod, year: int, on: date) -> bool:
    """Whether a payment counts for a year on a day."""
    if period.declared_on is not None and period.declared_on > on:
        return False
    first = max(period.months.first, YearMonth(year, 1))
    paid = period.settled_on or first.first_day
    return on >= max(paid, date(year, 1, 1))


def pension_eligibility(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    draws_other_pension: bool | None = None,
    passed_in: bool = False,
) -> Decision[YearsPaid]:
    """Whether a resident may draw the residents' pension on a day 城乡居民养老金领取条件.

    Args:
        person: who.
        history: the record; only resident years count, unless an employee's record passed in.
        on: the day.
        area: the place.
        law: None is the shipped law.
        draws_other_pension: whether another basic pension is drawn already; None is not known.
        passed_in: whether the employee's record passed into the scheme (``passage.into_resident``):
            its months then count on.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([sb.ContributionPeriod(
        ...     sb.PENSION, sb.MonthSpan("2010-01", "2024-12"), scheme=sb.Scheme.RESIDENT)])
        >>> pension_eligibility(man, years, on=date(2025, 1, 8), draws_other_pension=False).eligible
        True
    """
    as_day(on, "on")
    check_person(person)
    known = known_law(law)
    age = known.find(RESIDENT_PENSION_AGE_MONTHS, on=on, area=area)
    required = known.find(RESIDENT_PENSION_MINIMUM_YEARS, on=on, area=area)
    place = area or NATION
    years = calendar_years_paid(history, InsuranceKind.PENSION, on=on)
    return decided(
        Question.RESIDENT_PENSION,
        [
            open_law(Reason.RESIDENT_AGE, RESIDENT_PENSION_AGE_MONTHS.name, place)
            if age is None
            else age_reached(Reason.RESIDENT_AGE, person, person.birth_month + age.value, on, age),
            _enough_months(
                person, months_with_employees(history, on=on, law=known), required, place
            )
            if check_truth(passed_in, "passed_in")
            else _enough_years(person, years, required, place),
            is_false(
                Reason.RESIDENT_NO_OTHER_PENSION,
                draws_other_pension,
                "draws_other_pension",
                required,
            ),
        ],
        on=on,
        value=years,
    )
