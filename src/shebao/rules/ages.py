"""The condition that an age is reached, for every rule that has one.

An age is reached on the birthday in its month (民法典 第二百条以下); where only the month of birth is
known, that month leaves it open until it ends.
"""

from __future__ import annotations

from datetime import date

from ..days import day_in_month, month_end
from ..decisions import Cited, Condition, Missing, Reason, Verdict
from ..model.people import Person
from ..months import YearMonth

__all__ = ["age_reached"]


def age_reached(
    reason: Reason, person: Person, month: YearMonth, on: date, law: Cited
) -> Condition:
    """Whether a person has reached, on a day, the age that falls into a month."""
    needs: tuple[Missing, ...] = ()
    if isinstance(person.birth, YearMonth):
        verdict = Verdict.MET if on >= month_end(month) else Verdict.UNKNOWN
        if on < month.first_day:
            verdict = Verdict.NOT_MET
        needs = (Missing("birth"),) if verdict is Verdict.UNKNOWN else ()
    else:
        verdict = Verdict.MET if on >= day_in_month(person.birth, month) else Verdict.NOT_MET
    return Condition(reason, verdict, month, on, law.citation, law.evidence, needs)
