"""The forms that values of medical-insurance law take."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs

from ..months import YearMonth
from .pension_values import read_month, read_percent
from .values import one_of, read_truth, table, whole

__all__ = [
    "Benefits",
    "FlexibleWaiting",
    "Retiree",
    "Waiting",
    "read_benefits",
    "read_flexible_waiting",
    "read_retiree",
    "read_waiting",
]


@attrs.frozen
class Benefits:
    """From when payment brings benefits, and how long they last without it (待遇享受起止).

    What a place's text does not say is None, and is then not known.

    Attributes:
        start_months: 0 where benefits begin in the month of payment 缴费当月, 1 in the month after.
        stop_months: 0 where they stop in the first month that is not paid, 1 in the month after.
        reimburses_gap: whether costs of an uncovered stretch are reimbursed once it is paid up in
            time 追溯享受.
        full_payment: whether benefits return only when all that the employer owes is paid 足额补缴.
    """

    start_months: int | None = None
    stop_months: int | None = None
    reimburses_gap: bool | None = None
    full_payment: bool | None = None


@attrs.frozen
class Waiting:
    """The waiting period after a break in employees' insurance (待遇等待期).

    Attributes:
        months: after a gap that is longer than may be repaired.
        unrepaired_months: after any gap, short ones too, whose months were not paid up; None where
            the place makes no difference.
        percent: per cent of the regular benefits that are paid meanwhile.
    """

    months: int
    unrepaired_months: int | None = None
    percent: Decimal = Decimal(0)


@attrs.frozen
class FlexibleWaiting:
    """The waiting period of who is insured alone (灵活就业人员待遇等待期).

    Attributes:
        months: its length, for who begins or begins again.
        first_months: its length for who was never insured as an employee before; None is the same.
        waived_within_months: the longest gap after cover through an employer that makes none;
            None where even who goes on without a gap waits.
        residents_too: whether that holds after cover as a resident as well.
        resumed_within_months: the longest gap of who was insured alone, the waiting period over,
            that makes no new one; None where the place does not say.
    """

    months: int
    first_months: int | None = None
    waived_within_months: int | None = None
    residents_too: bool = True
    resumed_within_months: int | None = None


@attrs.frozen
class Retiree:
    """What a place asks of who retires (退休人员医保缴费年限).

    Attributes:
        male_months: cumulative months of men, deemed ones among them.
        female_months: those of women.
        paid_months: months actually paid, anywhere.
        paid_here_months: months actually paid in the place; None where it asks for some and the
            number is not known.
        completion: how what is missing may be made up: ``monthly``, ``lump_sum`` or ``either``;
            None where that was not read.
        yearly_cut: per cent by which benefits fall for each missing year; None where who is short
            has none at all.
        insured_before: people insured in the place before this month need ``earlier_months``; None
            where there is no such rule.
        earlier_months: their cumulative months; None where the number is not known.
    """

    male_months: int
    female_months: int
    paid_months: int = 0
    paid_here_months: int | None = 0
    completion: str | None = None
    yearly_cut: Decimal | None = None
    insured_before: YearMonth | None = None
    earlier_months: int | None = None


def _read_shift(value: object) -> int:
    if type(value) is not int or value not in (0, 1):
        raise ValueError("0 or 1")
    return value


def _read_here(value: object) -> int | None:
    if value == "unknown":
        return None
    try:
        return whole("months")(value)
    except ValueError as error:
        raise ValueError(f'{error}, or "unknown"') from None


read_benefits: Final = table(
    Benefits,
    start_months=_read_shift,
    stop_months=_read_shift,
    reimburses_gap=read_truth,
    full_payment=read_truth,
)

_read_waiting_table: Final = table(
    Waiting,
    months=whole("months"),
    unrepaired_months=whole("months"),
    percent=read_percent,
)

read_flexible_waiting: Final = table(
    FlexibleWaiting,
    months=whole("months"),
    first_months=whole("months"),
    waived_within_months=whole("months"),
    residents_too=read_truth,
    resumed_within_months=whole("months"),
)

read_retiree: Final = table(
    Retiree,
    male_months=whole("months", 1),
    female_months=whole("months", 1),
    paid_months=whole("months"),
    paid_here_months=_read_here,
    completion=one_of("monthly", "lump_sum", "either"),
    yearly_cut=read_percent,
    insured_before=read_month,
    earlier_months=whole("months"),
)


def read_waiting(value: object) -> int | Waiting:
    """A whole number of months, or a table where it matters whether the gap was paid up."""
    if type(value) is int and value >= 0:
        return value
    try:
        return _read_waiting_table(value)
    except ValueError as error:
        raise ValueError(f"a whole number of months from 0, or {error}") from None
