"""Where a person stands with the employees' pension on a day: the age, the minimum, the months.

Every question about that pension begins here, and is put for each track that the person may be on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, cast

import attrs

from ..days import month_end
from ..decisions import (
    Condition,
    Decision,
    Fact,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    in_bounds,
    open_law,
    over_facts,
)
from ..errors import UnknownLawError
from ..law import Dated, Evidence, Law
from ..law.parameter import Parameter
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_day
from ..terms import InsuranceKind, RetirementCategory
from . import counting
from .ages import age_reached
from .flexible import Flexible, flexible
from .given import check_person, known_law
from .minimum_contribution import minimum_contribution
from .statutory import Statutory, applications, categories, day_of

__all__ = ["Standing", "day_within", "for_each_track", "too_few_months"]

V = TypeVar("V")


@attrs.frozen
class Standing:
    """Where a person stands with the employees' pension on a day, under one track.

    Attributes:
        person: who.
        on: the day.
        area: the place.
        law: the law.
        flexible: the months between which one may choose to retire.
        age: the condition that the statutory age is reached.
        required: the minimum contribution months of the statutory year.
        months: the cumulative months.
    """

    person: Person
    on: date
    area: str | None
    law: Law
    flexible: Flexible
    age: Condition
    required: Dated[int]
    months: counting.Count

    @property
    def retirement(self) -> Statutory:
        """The statutory retirement."""
        return self.flexible.retirement

    @property
    def bounds(self) -> tuple[int, int]:
        """The fewest and the most months that the record allows."""
        return self.months.at_least, self.months.at_most

    @property
    def short_by(self) -> int:
        """How many months are missing at most; 0 if none."""
        return max(0, self.required.value - self.months.at_least)

    def day_in(self, month: YearMonth) -> date:
        """The day of retirement in a month, its last where only the month of birth is known."""
        return day_within(self.person.birth, month)


def day_within(birth: date | YearMonth, month: YearMonth) -> date:
    """The birthday in a month, or the month's last day where it is missing or not known."""
    return day_of(birth, month) or month_end(month)


def for_each_track(
    question: Question,
    person: Person,
    history: ContributionHistory,
    decide: Callable[[Standing], Decision[V]],
    *,
    on: date,
    area: str | None,
    law: Law | None,
) -> Decision[V]:
    """A question about the pension, decided for each track that a person may be on.

    Law that is not known leaves the age, the months or both open.
    """
    as_day(on, "on")
    check_person(person)
    known = known_law(law)
    months = counting.cumulative(history, InsuranceKind.PENSION, on=on, law=known)

    def under(facts: dict[str, Any]) -> Decision[V]:
        # There are two combinations at most, so each is tried and no fact is None.
        track = cast("RetirementCategory", facts["retirement_category"])
        applied = facts.get("retires_on_application", applications(person)[0]) is True
        try:
            window = flexible(
                person.birth_month, track, on_application=applied, area=area, law=known
            )
        except UnknownLawError as error:
            unknown = (
                open_law(reason, error.parameter, error.area)
                for reason in (Reason.PENSION_AGE, Reason.PENSION_MONTHS)
            )
            return decided(question, tuple(unknown), on=on)
        reached = window.retirement
        age = age_reached(Reason.PENSION_AGE, person, reached.month, on, reached)
        try:
            required = minimum_contribution(reached.month.year, area=area, law=known)
        except UnknownLawError as error:
            enough = open_law(Reason.PENSION_MONTHS, error.parameter, error.area)
            return decided(question, [age, enough], on=on)
        required = _as_attested(required, months, on, area, known)
        return decide(Standing(person, on, area, known, window, age, required, months))

    possible: dict[str, tuple[Fact, ...]] = {"retirement_category": categories(person)}
    if len(applications(person)) > 1:
        possible["retires_on_application"] = applications(person)
    return over_facts(possible, under)


def _as_attested(
    required: Dated[int], months: counting.Count, on: date, area: str | None, law: Law
) -> Dated[int]:
    """The minimum of the statutory year, unverified where that of a later day's year would decide.

    No text says which of them holds for who goes on paying after the age.
    """
    try:
        of_the_day = minimum_contribution(on.year, area=area, law=law).value
    except UnknownLawError:
        return required
    if of_the_day <= required.value or months.at_least >= of_the_day:
        return required
    return attrs.evolve(required, evidence=Evidence.UNVERIFIED)


def too_few_months(standing: Standing, parameter: Parameter[int]) -> Condition:
    """The condition that the months do not reach the fifteen years that a text prints.

    From them to a higher minimum nothing is known, nor on days before the text.
    """
    place = standing.area or NATION
    limit = standing.law.find(parameter, on=standing.on, area=standing.area)
    if limit is None:
        return open_law(Reason.PENSION_MONTHS_SHORT, parameter.name, place)
    low, high = standing.bounds
    enough = max(limit.value, standing.required.value)
    verdict = in_bounds(certain=high < limit.value, possible=low < enough)
    needs: tuple[Missing, ...] = ()
    if verdict is Verdict.UNKNOWN:
        if low < limit.value <= high or low < enough <= high:
            needs += (Missing("history"),)
        if limit.value < enough:
            needs += (Missing(parameter.name, place),)
    found: Fact = low if low == high else (low, high)
    return Condition(
        Reason.PENSION_MONTHS_SHORT,
        verdict,
        limit.value,
        found,
        limit.citation,
        limit.evidence,
        needs,
    )
