"""Months, the atom of the domain (费款所属期): a month, a span of months.

A month is one integer, ``year * 12 + month - 1``. Spans are inclusive at both ends, as records
and law print them ("1月至4月"). A set is canonical: a month is never in it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Self, final, overload

import attrs

from .errors import Fault, MonthError

__all__ = [
    "MonthLike",
    "MonthSpan",
    "YearMonth",
    "as_day",
    "as_month",
    "as_span",
    "day_faults",
    "ordinal_of",
]

_FORMS: Final = re.compile(
    r"([0-9]{4})(?:[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?|年([0-9]{1,2})月(?:([0-9]{1,2})日)?|([0-9]{2})([0-9]{2})?)"
)
_EXPECTED: Final = "a month such as 2025-01, 202501, 2025.01, 2025年1月, or a date"


@final
@attrs.frozen(init=False, eq=False, order=False, repr=False)
class YearMonth:
    """A calendar month (年月).

    Args:
        year: 1 to 9999.
        month: 1 to 12.

    Raises:
        MonthError: if there is no such month.

    Example:
        >>> YearMonth(2024, 12) + 2
        YearMonth(2025, 2)
        >>> YearMonth(2025, 2) - YearMonth(2024, 12)
        2
    """

    ordinal: int

    def __init__(self, year: int, month: int) -> None:
        for name, value, high in (("year", year, 9999), ("month", month, 12)):
            if type(value) is not int or not 1 <= value <= high:
                raise MonthError(
                    Fault(name, value, "is no such number", f"an int from 1 to {high}")
                )
        object.__setattr__(self, "ordinal", year * 12 + month - 1)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> YearMonth:
        """The month of an ordinal, ``year * 12 + month - 1``.

        Example:
            >>> YearMonth.from_ordinal(24300)
            YearMonth(2025, 1)
        """
        return _month_of(ordinal)

    @classmethod
    def parse(cls, text: str) -> YearMonth:
        """The month that a text names; of a full date, the month it lies in.

        Args:
            text: ``2025-01``, ``202501``, ``2025.01``, ``2025/1``, ``2025年1月``, or a date such as
                ``2025-01-31`` or ``20250131``.

        Raises:
            MonthError: if the text is anything else, with the text and the forms that are read.

        Example:
            >>> YearMonth.parse("2025年1月")
            YearMonth(2025, 1)
        """
        if type(text) is not str:
            raise MonthError(Fault("month", text, "is not a month", _EXPECTED))
        return _parsed(text)

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.ordinal // 12

    @property
    def month(self) -> int:
        """The month of the year, 1 to 12."""
        return self.ordinal % 12 + 1

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    def __add__(self, months: int) -> YearMonth:
        if type(months) is not int:
            return NotImplemented
        return YearMonth.from_ordinal(self.ordinal + months)

    @overload
    def __sub__(self, other: YearMonth) -> int: ...
    @overload
    def __sub__(self, other: int) -> YearMonth: ...
    def __sub__(self, other: YearMonth | int) -> int | YearMonth:
        if isinstance(other, YearMonth):
            return self.ordinal - other.ordinal
        if type(other) is not int:
            return NotImplemented
        return YearMonth.from_ordinal(self.ordinal - other)

    def __eq__(self, other: object) -> bool:
        return self.ordinal == other.ordinal if isinstance(other, YearMonth) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.ordinal < other.ordinal if isinstance(other, YearMonth) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.ordinal <= other.ordinal if isinstance(other, YearMonth) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.ordinal > other.ordinal if isinstance(other, YearMonth) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.ordinal >= other.ordinal if isinstance(other, YearMonth) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.ordinal)

    def __repr__(self) -> str:
        return f"YearMonth({self.year}, {self.month})"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> YearMonth:
    found = _FORMS.fullmatch(text)
    if found is None:
        raise MonthError(Fault("month", text, "is not a month", _EXPECTED))
    year, dashed, dashed_day, chinese, chinese_day, packed, packed_day = found.groups()
    month = int(dashed or chinese or packed)
    if int(year) == 0 or not 1 <= month <= 12:
        raise MonthError(Fault("month", text, "is not in the calendar", _EXPECTED))
    day = dashed_day or chinese_day or packed_day
    if day is not None:
        try:
            date(int(year), month, int(day))
        except ValueError:
            raise MonthError(Fault("month", text, "is not in the calendar", _EXPECTED)) from None
    return _month_of(int(year) * 12 + month - 1)


@lru_cache(maxsize=None, typed=True)
def _month_of(ordinal: int) -> YearMonth:
    if type(ordinal) is not int or not 12 <= ordinal < 120_000:
        raise MonthError(Fault("month", ordinal, "lies outside the calendar", "12 to 119999"))
    made = object.__new__(YearMonth)
    object.__setattr__(made, "ordinal", ordinal)
    return made


MonthLike = YearMonth | date | str


def as_month(value: MonthLike, field: str = "month") -> YearMonth:
    """The month that a ``YearMonth``, a date or a text stands for.

    Args:
        value: what the caller gave.
        field: its name, for the error.

    Raises:
        MonthError: if it is none of these; numbers such as 202501 are refused.

    Example:
        >>> as_month("2025.01") == as_month(date(2025, 1, 31)) == YearMonth(2025, 1)
        True
    """
    if isinstance(value, YearMonth):
        return value
    if isinstance(value, date):
        return YearMonth(value.year, value.month)
    if isinstance(value, str):
        try:
            return YearMonth.parse(value)
        except MonthError as error:
            raise MonthError(attrs.evolve(error.faults[0], field=field)) from None
    raise MonthError(Fault(field, value, f"is of type {type(value).__name__}", _EXPECTED))


def ordinal_of(day: date) -> int:
    """The ordinal of the month that a day lies in."""
    return day.year * 12 + day.month - 1


def day_faults(value: object, field: str) -> Iterator[Fault]:
    """What is wrong with a day: it is a ``date`` and no ``datetime``, without hour and zone."""
    if not isinstance(value, date) or isinstance(value, datetime):
        yield Fault(field, value, f"is of type {type(value).__name__}", "a datetime.date")


def as_day(value: date, field: str) -> date:
    """The same day, if it is one.

    Raises:
        MonthError: if it is no ``date``, or a ``datetime``.
    """
    faults = tuple(day_faults(value, field))
    if faults:
        raise MonthError(*faults)
    return value


@final
@attrs.frozen(init=False, repr=False, order=True)
class MonthSpan:
    """Months in a row, inclusive at both ends.

    Args:
        first: the first month, or anything that stands for one.
        last: the last month, not before the first.

    Raises:
        MonthError: if a month cannot be read, or the span ends before it begins.

    Example:
        >>> len(MonthSpan("2025-01", "2025-04"))
        4
    """

    first: YearMonth
    last: YearMonth

    def __init__(self, first: MonthLike, last: MonthLike) -> None:
        first, last = as_month(first, "first"), as_month(last, "last")
        if last.ordinal < first.ordinal:
            expected = f"a month not before {first}"
            raise MonthError(Fault("last", str(last), "lies before the first month", expected))
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @classmethod
    def from_ordinals(cls, first: int, last: int) -> Self:
        """The span between two ordinals of months, both inclusive, the first not after the last."""
        made = object.__new__(cls)
        object.__setattr__(made, "first", _month_of(first))
        object.__setattr__(made, "last", _month_of(last))
        return made

    @classmethod
    def parse(cls, text: str) -> MonthSpan:
        """The span that a text names: a month, or two with ``..`` between them.

        Raises:
            MonthError: if the text is anything else.

        Example:
            >>> MonthSpan.parse("2025-01..2025-04"), str(MonthSpan.parse("2025年1月"))
            (MonthSpan("2025-01", "2025-04"), '2025-01')
        """
        first, _, last = text.partition("..")
        return cls(first, last or first)

    @property
    def pair(self) -> tuple[int, int]:
        """The ordinals of the first and the last month."""
        return self.first.ordinal, self.last.ordinal

    def __len__(self) -> int:
        return self.last.ordinal - self.first.ordinal + 1

    def __iter__(self) -> Iterator[YearMonth]:
        for ordinal in range(self.first.ordinal, self.last.ordinal + 1):
            yield YearMonth.from_ordinal(ordinal)

    def __contains__(self, month: MonthLike) -> bool:
        return self.first <= as_month(month) <= self.last

    def __repr__(self) -> str:
        return f'MonthSpan("{self.first}", "{self.last}")'

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"


def as_span(value: MonthSpan | MonthLike, field: str = "months") -> MonthSpan:
    """The span that a ``MonthSpan``, a single month or a text such as ``2025-01..2025-04`` is."""
    if isinstance(value, MonthSpan):
        return value
    if type(value) is str and ".." in value:
        return MonthSpan.parse(value)
    month = as_month(value, field)
    return MonthSpan(month, month)
