"""When one may retire: the statutory age 法定退休年龄, flexible retirement, and the months it takes.

Legal basis:
    国务院关于渐进式延迟法定退休年龄的办法 第一条: from 2025-01-01 men and women of original age 55
    retire one month later for every four months, to 63 and 58; women of original age 50 one month
    for every two, to 55. Before: 国发〔1978〕104号. The minimum contribution months 最低缴费年限 rise
    by 第二条 from 2030-01-01 by six months a year, from 15 to 20 years.

    人社部发〔2024〕94号 第一、二、四条, flexible retirement 弹性退休: at most three years before the statutory
    age and never below the original one, told three months before; at most three years after it,
    agreed one month before and not extended once fixed; not for people who had reached the original
    age by 2024-12-31. 第七条: the minimum contribution months are those of the chosen year if early,
    of the statutory year if late.

Limits:
    Public servants and managers of state employers have no late option; the caller knows who is one.

The articles name no cohort. Who first reaches the old age in January 2025 already waits one month:
that is how the annexes 附件 print it.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import add_months
from ..errors import Fault, RuleError
from ..law import Citation, Dated, Evidence, Law
from ..law.parameters import (
    PENSION_MINIMUM_MONTHS,
    RETIREMENT_FLEXIBILITY,
    RETIREMENT_SCHEDULE,
)
from ..law.values import Flexibility
from ..model.people import Person
from ..months import MonthLike, YearMonth, as_day, as_month
from ..terms import RetirementCategory, check_term
from .given import known_law

__all__ = [
    "Flexible",
    "Statutory",
    "categories",
    "delay_of",
    "flexible",
    "for_person",
    "minimum_contribution",
    "minimum_contribution_months",
    "statutory",
]


@attrs.frozen
class Statutory:
    """Statutory retirement of one month of birth and category.

    Attributes:
        category: the track.
        month: the month in which the age is reached.
        age_months: that age in months.
        delay_months: how many months of it the delay added.
        citation: the law.
        evidence: how well it is attested.
    """

    category: RetirementCategory
    month: YearMonth
    age_months: int
    delay_months: int
    citation: Citation
    evidence: Evidence


def delay_of(birth: int, first_cohort: int, step: int, cap: int) -> int:
    """Months of delay for an ordinal of the month of birth; the first cohort already waits one.

    Example:
        >>> first = YearMonth(1965, 1).ordinal
        >>> [delay_of(first + months, first, 4, 36) for months in (-1, 0, 3, 4, 140)]
        [0, 1, 1, 2, 36]
    """
    return 0 if birth < first_cohort else min(cap, (birth - first_cohort) // step + 1)


def statutory(
    birth: MonthLike,
    category: RetirementCategory,
    *,
    area: str | None = None,
    law: Law | None = None,
) -> Statutory:
    """The month of statutory retirement 法定退休时间 and the age in it.

    Args:
        birth: day or month of birth; only the month matters.
        category: the track.
        area: the place; the ages are national, so far no place changes them.
        law: None is the shipped law.

    Raises:
        UnknownLawError: for people who retired before the earliest law that is known.
        RuleError: if the category is none.

    Example:
        >>> man = statutory(date(1972, 9, 18), RetirementCategory.MALE)
        >>> str(man.month), man.age_months, man.delay_months
        ('2034-09', 744, 24)
    """
    check_term(category, RetirementCategory, "category", RuleError)
    born = as_month(birth, "birth").ordinal
    parameter = RETIREMENT_SCHEDULE[category]
    known = known_law(law)
    latest = known.get(parameter, on=known.read_until, area=area).value
    reached_before = YearMonth.from_ordinal(born + latest.original_age_months)
    dated = known.get(parameter, on=reached_before.first_day, area=area)
    schedule = dated.value
    delay = 0
    if schedule.first_cohort is not None and schedule.step_months is not None:
        delay = delay_of(
            born, schedule.first_cohort.ordinal, schedule.step_months, schedule.cap_months
        )
    age = schedule.original_age_months + delay
    return Statutory(
        category, YearMonth.from_ordinal(born + age), age, delay, dated.citation, dated.evidence
    )


def for_person(
    person: Person, *, area: str | None = None, law: Law | None = None
) -> tuple[Statutory, ...]:
    """The statutory retirement of a person: one answer, or both for a woman of unknown category.

    Example:
        >>> from shebao import Sex
        >>> woman = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)
        >>> [str(each.month) for each in for_person(woman)]
        ['2032-06', '2026-06']
    """
    return tuple(
        statutory(person.birth_month, each, area=area, law=law) for each in categories(person)
    )


def categories(person: Person) -> tuple[RetirementCategory, ...]:
    """The tracks that a person may be on: the one given, or those of their sex.

    The track that takes a rank or title (原60周岁) is never assumed: it has to be given.
    """
    if person.retirement_category is not None:
        return (person.retirement_category,)
    return tuple(
        each for each in RetirementCategory if each.sex is person.sex and not each.is_exceptional
    )


def minimum_contribution(
    year: int, *, area: str | None = None, law: Law | None = None
) -> Dated[int]:
    """The minimum contribution months 最低缴费年限 of a year of retirement, with its law.

    Raises:
        RuleError: if the year is no int.
        UnknownLawError: for years before the earliest law that is known.
    """
    if type(year) is not int or not 1 <= year <= 9999:
        raise RuleError(Fault("year", year, "is no year", "an int such as 2031"))
    dated = known_law(law).get(PENSION_MINIMUM_MONTHS, on=date(year, 12, 31), area=area)
    rule = dated.value
    months = rule.months
    if rule.first_year is not None:
        steps = max(0, year - rule.first_year + 1)
        months = min(rule.ceiling, months + steps * rule.yearly_step)
    return attrs.evolve(dated, value=months)  # type: ignore[return-value, arg-type]


def minimum_contribution_months(
    year: int, *, area: str | None = None, law: Law | None = None
) -> int:
    """The minimum contribution months 最低缴费年限 for who retires in a year.

    Example:
        >>> [minimum_contribution_months(year) for year in (2029, 2030, 2039, 2050)]
        [180, 186, 240, 240]
    """
    return minimum_contribution(year, area=area, law=law).value


@attrs.frozen
class Flexible:
    """The months between which one may choose to retire.

    Attributes:
        retirement: the statutory retirement.
        earliest: the earliest month; the statutory one where the measures do not apply.
        latest: the latest month.
        rule: the measures; None for whom they do not apply.
    """

    retirement: Statutory
    earliest: YearMonth
    latest: YearMonth
    rule: Dated[Flexibility] | None

    @property
    def statutory(self) -> YearMonth:
        """The statutory month."""
        return self.retirement.month

    def minimum_contribution(
        self, chosen: MonthLike, *, area: str | None = None, law: Law | None = None
    ) -> Dated[int]:
        """The minimum contribution months for a chosen month.

        They are those of its year if it is early, else those of the statutory year.

        Raises:
            RuleError: if the month cannot be chosen.

        Example:
            >>> man = flexible(YearMonth(1970, 1), RetirementCategory.MALE)
            >>> [man.minimum_contribution(month).value for month in ("2030-01", "2034-05")]
            [186, 192]
        """
        month = as_month(chosen, "chosen")
        if not self.earliest <= month <= self.latest:
            expected = f"{self.earliest} to {self.latest}"
            raise RuleError(Fault("chosen", str(month), "cannot be chosen", expected))
        return minimum_contribution(min(month, self.statutory).year, area=area, law=law)

    def notice_by(self, day: date) -> date | None:
        """The last day for notice of a chosen day of retirement; None at the statutory month.

        An early day is told that many months before it, a late one agreed before the statutory
        one, on the corresponding day.

        Example:
            >>> man = flexible(YearMonth(1965, 9), RetirementCategory.MALE)
            >>> man.notice_by(date(2025, 9, 18)), man.notice_by(date(2026, 9, 18))
            (datetime.date(2025, 6, 18), datetime.date(2025, 11, 18))
        """
        month = as_month(as_day(day, "day"), "day")
        if self.rule is None or month == self.statutory:
            return None
        if month < self.statutory:
            return add_months(day, -self.rule.value.early_notice_months)
        months = self.statutory - month - self.rule.value.late_notice_months
        return add_months(day, months)


def flexible(
    birth: MonthLike,
    category: RetirementCategory,
    *,
    area: str | None = None,
    law: Law | None = None,
) -> Flexible:
    """The earliest and the latest month of retirement 弹性退休时间.

    Args:
        birth: day or month of birth; only the month matters.
        category: the track.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> man = flexible(YearMonth(1970, 1), RetirementCategory.MALE)
        >>> str(man.earliest), str(man.statutory), str(man.latest)
        ('2030-01', '2031-05', '2034-05')
        >>> flexible(YearMonth(1964, 12), RetirementCategory.MALE).rule is None
        True
    """
    known = known_law(law)
    reached = statutory(birth, category, area=area, law=known)
    original = reached.month - reached.delay_months
    rule = known.find(RETIREMENT_FLEXIBILITY, on=original.first_day, area=area)
    if rule is None:
        return Flexible(reached, reached.month, reached.month, None)
    earliest = max(original, reached.month - rule.value.early_months)
    return Flexible(reached, earliest, reached.month + rule.value.late_months, rule)
