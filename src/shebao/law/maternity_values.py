"""The forms that values of maternity law take."""

from __future__ import annotations

from typing import Final

import attrs

from .values import read_truth, table, whole

__all__ = [
    "LeaveDays",
    "QualifyingMonths",
    "read_leave_days",
    "read_qualifying_months",
]


@attrs.frozen
class QualifyingMonths:
    """Contribution months that a place asks for before maternity benefits; any one is enough.

    Attributes:
        continuous: months in a row up to the month of birth; None where they are no way.
        cumulative: months in all; None where they are no way.
        after_birth: months in a row after the month of birth, then paid afterwards 补支; None where
            there is no such way.
        is_proportional: whether below them the fund pays the months paid over ``cumulative``, and
            the rest once they are reached.
        from_next_month: whether the month of birth itself does not count: benefits begin in the
            month after the payment 自缴费次月起.
        for_allowance_only: whether the costs of the birth are paid without them.
    """

    continuous: int | None = None
    cumulative: int | None = None
    after_birth: int | None = None
    is_proportional: bool = False
    from_next_month: bool = False
    for_allowance_only: bool = False


@attrs.frozen
class LeaveDays:
    """Days of maternity leave (产假), calendar days.

    Attributes:
        birth: for a birth.
        before_birth: days of these that may be taken before it.
        difficult: more for a difficult birth 难产.
        further_child: more for each further child 多胞胎.
        miscarriage: for a miscarriage before ``late_from_months``.
        late_miscarriage: for one from then on.
        late_from_months: whole months of pregnancy that make a miscarriage late.
    """

    birth: int
    before_birth: int
    difficult: int
    further_child: int
    miscarriage: int
    late_miscarriage: int
    late_from_months: int


_read_table: Final = table(
    QualifyingMonths,
    continuous=whole("months", 1),
    cumulative=whole("months", 1),
    after_birth=whole("months", 1),
    is_proportional=read_truth,
    from_next_month=read_truth,
    for_allowance_only=read_truth,
)


def read_qualifying_months(value: object) -> QualifyingMonths:
    """A number of continuous months, 0 is none; or a table of the ways to qualify."""
    if type(value) is int:
        return QualifyingMonths(continuous=whole("months")(value))
    if not isinstance(value, QualifyingMonths | dict):
        raise ValueError("a whole number of continuous months from 0, or a table")  # noqa: TRY004
    read = _read_table(value)
    if read.continuous is None and read.cumulative is None:
        raise ValueError("a table with continuous or cumulative months")
    if read.is_proportional and read.cumulative is None:
        raise ValueError("cumulative months, of which the months paid are a part")
    return read


read_leave_days: Final = table(
    LeaveDays,
    birth=whole("days", 1),
    before_birth=whole("days"),
    difficult=whole("days"),
    further_child=whole("days"),
    miscarriage=whole("days"),
    late_miscarriage=whole("days"),
    late_from_months=whole("months", 1),
)
