"""The forms that the law of arrears takes: late fees, fines, steps of enforcement, back-payment."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs

from ..terms import EnforcementStep
from .values import one_of, read_truth, read_yuan, table, whole

__all__ = [
    "FineTimes",
    "FirstLateDay",
    "LateFeeRule",
    "LumpSumDocument",
    "StepRule",
    "read_fine_times",
    "read_first_late_day",
    "read_late_fee",
    "read_lump_sum_document",
    "read_step",
]

#: What a step of enforcement may ask for beside the step before it.
_NEEDS: Final = ("unpaid", "expired", "balance_short", "no_security")


@attrs.frozen
class FirstLateDay:
    """The first day on which a month's contribution bears a late fee (欠缴之日).

    Attributes:
        months_after: how many months after the month of the contribution.
        day: the day of that month, or its last where it is shorter.
    """

    months_after: int
    day: int


@attrs.frozen
class LateFeeRule:
    """A late fee by the day (滞纳金).

    Attributes:
        per_ten_thousand: parts of ten thousand of what is owed, for each day.
        after_order: whether it is owed only once the time set by an order has passed.
    """

    per_ten_thousand: int
    after_order: bool


@attrs.frozen
class FineTimes:
    """A fine in multiples of what is owed (罚款).

    Attributes:
        low: the least multiple.
        high: the highest.
        persons_low: the least that persons responsible are fined, in yuan; None where they are not.
        persons_high: the most.
    """

    low: int
    high: int
    persons_low: Decimal | None = None
    persons_high: Decimal | None = None


@attrs.frozen
class StepRule:
    """What a step of enforcement takes.

    Attributes:
        after: the step that has to have been taken; None for the first.
        needs: what else has to hold: ``unpaid``, ``expired`` (the time that was ordered),
            ``balance_short``, ``no_security``.
    """

    needs: tuple[str, ...]
    after: EnforcementStep | None = None


@attrs.frozen
class LumpSumDocument:
    """The paper that a back-payment of many months at once takes.

    Attributes:
        months: from how many months on.
        document: ``legal``, a document of a court, an arbitration committee, the labour inspection
            or an audit, made before the payment; ``promise``, the written promise of the place
            that took the money, made when the record moves.
    """

    months: int
    document: str


def _read_after(value: object) -> EnforcementStep:
    for step in EnforcementStep:
        if value == step.value:
            return step
    raise ValueError(f"one of {', '.join(str(step.value) for step in EnforcementStep)}")


def _read_needs(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(each in _NEEDS for each in value):
        raise ValueError(f"a list of {', '.join(_NEEDS)}")
    return tuple(value)


read_first_late_day: Final = table(FirstLateDay, months_after=whole("months"), day=whole("days", 1))

read_late_fee: Final = table(
    LateFeeRule, per_ten_thousand=whole("parts", 1), after_order=read_truth
)

read_fine_times: Final = table(
    FineTimes,
    low=whole("times"),
    high=whole("times"),
    persons_low=read_yuan,
    persons_high=read_yuan,
)

read_step: Final = table(StepRule, needs=_read_needs, after=_read_after)

read_lump_sum_document: Final = table(
    LumpSumDocument, months=whole("months", 1), document=one_of("legal", "promise")
)
