"""Insured persons (参保人)."""

from __future__ import annotations

from datetime import date

import attrs

from ..days import month_end
from ..errors import Fault, PersonError
from ..months import YearMonth, as_day
from ..terms import RetirementCategory, Sex, check_term
from .areas import check_area

__all__ = ["Person", "check_person"]


@attrs.frozen(kw_only=True)
class Person:
    """An insured person, as far as the law asks about one.

    Args:
        birth: the day of birth, or only its month where the day is not known.
        sex: the sex.
        retirement_category: the statutory track. A man's is ``MALE`` by itself; for a woman None
            means that it is not known, and both tracks are then considered. It is a fact from the
            personnel file and is never guessed from a job title.
        retires_on_application: whether a woman of rank or senior title, ``FEMALE_60``, applied to
            retire at the age of women of 55 (本人申请); None is not known, and for others.
        household_registration: area code of the 户籍所在地.
        label: whatever tells this person from another; shown as ``***``.

    Raises:
        PersonError: if a fact is of the wrong type, or category and sex exclude each other.
        MonthError: if the birth is neither a ``date`` nor a ``YearMonth``.

    Example:
        >>> Person(birth=date(1975, 12, 3), sex=Sex.MALE).retirement_category
        RetirementCategory.MALE
    """

    birth: date | YearMonth
    sex: Sex
    retirement_category: RetirementCategory | None = None
    retires_on_application: bool | None = None
    household_registration: str | None = None
    label: str | None = attrs.field(default=None, repr=lambda label: "***" if label else "None")

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.birth, YearMonth):
            as_day(self.birth, "birth")
        check_term(self.sex, Sex, "sex", PersonError)
        if self.label is not None and (type(self.label) is not str or not self.label):
            raise PersonError(Fault("label", "***", "is no label", "text or None"))
        check_area(self.household_registration, "household_registration", PersonError)
        _check_application(self.retires_on_application, self.retirement_category)
        category = self.retirement_category
        if category is None:
            if self.sex is Sex.MALE:
                object.__setattr__(self, "retirement_category", RetirementCategory.MALE)
            return
        check_term(category, RetirementCategory, "retirement_category", PersonError)
        if category.sex is not self.sex:
            tracks = [str(item) for item in RetirementCategory if item.sex is self.sex]
            problem = f"is not a track for {self.sex}"
            expected = f"None or {' or '.join(tracks)}"
            raise PersonError(Fault("retirement_category", category, problem, expected))

    @property
    def birth_month(self) -> YearMonth:
        """The month of birth."""
        if isinstance(self.birth, YearMonth):
            return self.birth
        return YearMonth(self.birth.year, self.birth.month)

    @property
    def birth_days(self) -> tuple[date, date]:
        """The first and the last day that may be the day of birth; they differ if it is a month."""
        if isinstance(self.birth, YearMonth):
            return self.birth.first_day, month_end(self.birth)
        return self.birth, self.birth


def _check_application(applied: object, category: RetirementCategory | None) -> None:
    """Refuse an application of who has nothing to apply for."""
    field = "retires_on_application"
    if applied is not None and type(applied) is not bool:
        raise PersonError(Fault(field, applied, "is no truth value", "True, False or None"))
    if applied is not None and category is not RetirementCategory.FEMALE_60:
        expected = f"None, or {RetirementCategory.FEMALE_60} as category"
        raise PersonError(Fault(field, applied, "is given for another track", expected))


def check_person(person: object, field: str = "person") -> None:
    """Refuse what is no person, without showing it.

    Raises:
        PersonError: for a record, None or anything else.
    """
    if type(person) is not Person:
        problem = f"is of type {type(person).__name__}"
        raise PersonError(Fault(field, "***", problem, "a Person"))
