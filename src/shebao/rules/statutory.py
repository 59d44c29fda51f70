"""The statutory retirement age 法定退休年龄 and the month in which it is reached.

Legal basis:
    国务院关于渐进式延迟法定退休年龄的办法 第一条: from 2025-01-01 men and women of original age 55
    retire one month later for every four months, to 63 and 58; women of original age 50 one month
    for every two, to 55. Before: 国发〔1978〕104号. Women of rank or senior title: 组通字〔2015〕14号, 60
    years, or 55 if they apply for it; both rise with the ages of men and of women of 55.

The articles name no cohort. Who first reaches the old age in January 2025 already waits one month:
that is how the annexes 附件 print it.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import day_in_month
from ..errors import Fault, RuleError
from ..law import Citation, Evidence, Law
from ..law.parameter import Parameter
from ..law.parameters import RETIREMENT_ON_APPLICATION, RETIREMENT_SCHEDULE
from ..law.values import RetirementSchedule
from ..model.people import Person
from ..months import MonthLike, YearMonth, as_day, as_month
from ..terms import RetirementCategory, check_term
from .given import check_person, known_law

__all__ = [
    "DelayedAge",
    "Statutory",
    "applications",
    "categories",
    "day_of",
    "delay_of",
    "delayed_age",
    "for_person",
    "statutory",
]


@attrs.frozen
class DelayedAge:
    """An age of retirement, and when someone born in a month reaches it.

    Attributes:
        month: the month in which the age is reached.
        age_months: that age in months.
        delay_months: how many months of it the delay added.
        citation: the law.
        evidence: how well it is attested.
    """

    month: YearMonth
    age_months: int
    delay_months: int
    citation: Citation
    evidence: Evidence

    @property
    def benefits_from(self) -> YearMonth:
        """The first month of a pension: the month after the one of retirement (次月)."""
        return self.month + 1


@attrs.frozen
class Statutory(DelayedAge):
    """Statutory retirement of one month of birth and category.

    Attributes:
        category: the track.
        is_on_application: whether it is the age at which a woman of rank or senior title may retire
            if she applies for it (本人申请).
    """

    category: RetirementCategory
    is_on_application: bool = False


def delay_of(birth: int, first_cohort: int, step: int, cap: int) -> int:
    """Months of delay for an ordinal of the month of birth; the first cohort already waits one.

    Example:
        >>> first = YearMonth(1965, 1).ordinal
        >>> [delay_of(first + months, first, 4, 36) for months in (-1, 0, 3, 4, 140)]
        [0, 1, 1, 2, 36]
    """
    return 0 if birth < first_cohort else min(cap, (birth - first_cohort) // step + 1)


def delayed_age(
    parameter: Parameter[RetirementSchedule], birth: MonthLike, area: str | None, law: Law
) -> DelayedAge:
    """When someone born in a month reaches the age of a schedule, by the law of that month.

    Raises:
        UnknownLawError: for people who reached it before the earliest law that is known.
    """
    born = as_month(birth, "birth").ordinal
    latest = law.get(parameter, on=law.read_until, area=area).value
    reached_before = YearMonth.from_ordinal(born + latest.original_age_months)
    dated = law.get(parameter, on=reached_before.first_day, area=area)
    schedule = dated.value
    delay = 0
    if schedule.first_cohort is not None and schedule.step_months is not None:
        delay = delay_of(
            born, schedule.first_cohort.ordinal, schedule.step_months, schedule.cap_months
        )
    age = schedule.original_age_months + delay
    month = YearMonth.from_ordinal(born + age)
    return DelayedAge(month, age, delay, dated.citation, dated.evidence)


def statutory(
    birth: MonthLike,
    category: RetirementCategory,
    *,
    on_application: bool = False,
    area: str | None = None,
    law: Law | None = None,
) -> Statutory:
    """The month of statutory retirement 法定退休时间 and the age in it.

    Args:
        birth: day or month of birth; only the month matters.
        category: the track.
        on_application: for a woman of rank or senior title: the age at which she may retire if she
            applies for it (本人申请), 55 and rising.
        area: the place; the ages are national, so far no place changes them.
        law: None is the shipped law.

    Raises:
        UnknownLawError: for people who retired before the earliest law that is known.
        RuleError: if the category is none, or has nothing to apply for.

    Example:
        >>> man = statutory(date(1972, 9, 18), RetirementCategory.MALE)
        >>> str(man.month), man.age_months, man.delay_months, str(man.benefits_from)
        ('2034-09', 744, 24, '2034-10')
        >>> of_rank = RetirementCategory.FEMALE_60
        >>> [str(statutory("1978-08", of_rank, on_application=applied).month)
        ...  for applied in (False, True)]
        ['2041-08', '2035-10']
    """
    check_term(category, RetirementCategory, "category", RuleError)
    if on_application and not category.is_exceptional:
        expected = f"False, or {RetirementCategory.FEMALE_60} as category"
        raise RuleError(Fault("on_application", on_application, "is of another track", expected))
    parameter = RETIREMENT_ON_APPLICATION if on_application else RETIREMENT_SCHEDULE[category]
    age = delayed_age(parameter, birth, area, known_law(law))
    return Statutory(
        age.month,
        age.age_months,
        age.delay_months,
        age.citation,
        age.evidence,
        category,
        on_application,
    )


def day_of(birth: date | YearMonth, month: MonthLike) -> date | None:
    """The day of retirement in a month: the birthday, or that month's last day where it is missing.

    None where only the month of birth is known.

    Raises:
        MonthError: if the birth is neither a day nor a ``YearMonth``, or the month is none.

    Example:
        >>> day_of(date(1967, 5, 12), "2028-01"), day_of(date(1967, 5, 31), "2028-02")
        (datetime.date(2028, 1, 12), datetime.date(2028, 2, 29))
    """
    if isinstance(birth, YearMonth):
        return None
    return day_in_month(as_day(birth, "birth"), as_month(month, "month"))


def for_person(
    person: Person, *, area: str | None = None, law: Law | None = None
) -> tuple[Statutory, ...]:
    """The statutory retirement of a person: one answer, or one for each track that may be theirs.

    Raises:
        PersonError: if it is no person.
        UnknownLawError: for people who retired before the earliest law that is known.

    Example:
        >>> from shebao import Sex
        >>> woman = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)
        >>> [str(each.month) for each in for_person(woman)]
        ['2032-06', '2026-06']
    """
    return tuple(
        statutory(person.birth_month, track, on_application=applied, area=area, law=law)
        for track in categories(person)
        for applied in applications(person)
    )


def categories(person: Person) -> tuple[RetirementCategory, ...]:
    """The tracks that a person may be on: the one given, or those of their sex.

    The track that takes a rank or title (原60周岁) is never assumed: it has to be given.

    Raises:
        PersonError: if it is no person.

    Example:
        >>> from shebao import Sex
        >>> categories(Person(birth=date(1975, 12, 3), sex=Sex.FEMALE))
        (RetirementCategory.FEMALE_55, RetirementCategory.FEMALE_50)
    """
    check_person(person)
    if person.retirement_category is not None:
        return (person.retirement_category,)
    return tuple(
        each for each in RetirementCategory if each.sex is person.sex and not each.is_exceptional
    )


def applications(person: Person) -> tuple[bool, ...]:
    """Whether a person retires on application: as given, both where it may be, else not.

    Example:
        >>> from shebao import Sex
        >>> of_rank = RetirementCategory.FEMALE_60
        >>> applications(Person(birth=date(1975, 12, 3), sex=Sex.FEMALE,
        ...                     retirement_category=of_rank))
        (False, True)
    """
    if person.retires_on_application is not None:
        return (person.retires_on_application,)
    is_open = person.retirement_category is RetirementCategory.FEMALE_60
    return (False, True) if is_open else (False,)
