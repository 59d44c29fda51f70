"""What rules are given: a record, a person, a law; anything else is refused by its name."""

from __future__ import annotations

from ..errors import Fault, PeriodError, RuleError
from ..law.law import known_law
from ..model.history import ContributionHistory
from ..model.people import check_person

__all__ = ["check_history", "check_months", "check_person", "check_truth", "known_law"]


def check_history(history: object) -> None:
    """Refuse what is no record.

    Raises:
        PeriodError: for a list of periods, a person or anything else.
    """
    if type(history) is not ContributionHistory:
        problem = f"is of type {type(history).__name__}"
        raise PeriodError(Fault("history", history, problem, "a ContributionHistory"))


def check_months(value: object, field: str) -> int:
    """The same number of months, if it is one.

    Raises:
        RuleError: if it is no int from 0.
    """
    if type(value) is not int or value < 0:
        raise RuleError(Fault(field, value, "is no number of months", "an int from 0"))
    return value


def check_truth(value: object, field: str) -> bool:
    """The same truth value, if it is one.

    Raises:
        RuleError: if it is none.
    """
    if type(value) is not bool:
        raise RuleError(Fault(field, value, "is no truth value", "True or False"))
    return value
