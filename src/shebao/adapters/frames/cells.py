"""How the values of data frames are read: each type for what it is, also as other tools write it.

A column of dates comes back as days, as days with a midnight, or as text; a column of whole numbers
in which one is missing comes back as floats. What is missing is None, a number that is none, or one
of the values that pandas has for it, known by the names of their types, since pandas may be absent.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from operator import index
from typing import Final, NoReturn, SupportsIndex, TypeVar, cast

from ...errors import Fault, RecordsError
from ...masking import written
from ...model.areas import check_area
from ...months import MonthLike, YearMonth, as_month
from ...rounding import Amount, as_yuan
from ...terms import Term
from .. import cells, vocabulary
from .row_ranges import read_ranges

__all__ = [
    "is_missing",
    "read_area",
    "read_base",
    "read_day",
    "read_month",
    "read_number",
    "read_rows",
    "read_text",
    "term_reader",
]

_T = TypeVar("_T", bound=Term)

_MISSING: Final = ("NAType", "NaTType")
_NUMBER: Final = re.compile(r"[0-9]{1,12}")


def is_missing(value: object) -> bool:
    """Whether a value says nothing: None, an empty text, or what pandas has for None.

    Example:
        >>> [is_missing(value) for value in (None, "", Decimal("NaN"), 0)]
        [True, True, True, False]
    """
    if isinstance(value, float):
        return math.isnan(value)
    if isinstance(value, Decimal):
        return value.is_nan()
    if isinstance(value, str):
        return not value
    return value is None or type(value).__name__ in _MISSING


def read_text(value: object) -> str:
    """Text as it is.

    Raises:
        RecordsError: for anything else.
    """
    if not isinstance(value, str):
        _refuse(value, "text")
    return str(value)


def read_area(value: object) -> str:
    """A place (参保地) as its code of six digits; a number is refused, for codes are names.

    Raises:
        RecordsError: if it is anything else.
    """
    area = value.strip() if isinstance(value, str) else value
    return str(check_area(cast("str", area), "area", RecordsError))


def term_reader(terms: type[_T], field: str) -> Callable[[object], _T]:
    """A reader of terms, by their values or names; a term stands for itself.

    Example:
        >>> from shebao.terms import Scheme
        >>> term_reader(Scheme, "scheme")("flexible")
        Scheme.FLEXIBLE
    """
    by_value = {str(term.value): term for term in terms}

    def read(value: object) -> _T:
        if isinstance(value, terms):
            return value
        if isinstance(value, str) and value in by_value:  # as nearly always
            return by_value[value]
        text = value.strip() if isinstance(value, str) else written(value)
        return vocabulary.read_term(text, terms, field)

    return read


def read_month(value: object) -> YearMonth:
    """A month: any day of it, or text that names it.

    Raises:
        MonthError: if it is none of these.
        RecordsError: for a day with an hour or a zone.

    Example:
        >>> read_month(datetime(2025, 1, 1)) == read_month("2025-01")
        True
    """
    if isinstance(value, str):
        return YearMonth.parse(value.strip())
    return as_month(cast("MonthLike", _without_time(value)))


def read_day(value: object) -> date:
    """A day, also with midnight or as text.

    Raises:
        RecordsError: if it is neither, or has an hour or a zone.

    Example:
        >>> read_day(datetime(2025, 1, 31)) == read_day("2025-01-31")
        True
    """
    if isinstance(value, str):
        return cells.read_day(value.strip())
    day = _without_time(value)
    if not isinstance(day, date):
        _refuse(value, "a day, or text such as 2025-01-31")
    return day


def _without_time(value: object) -> object:
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is not None or value.time() != time.min:
        raise RecordsError(Fault("day", value, "has a time of day or a zone", "the day alone"))
    return value.date()


def read_number(value: object) -> int:
    """A whole number, also one that a table holds as a float or as text.

    Raises:
        RecordsError: for anything else.

    Example:
        >>> read_number(9), read_number("9")
        (9, 9)
    """
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    number = _whole(value)
    if number is None:
        raise RecordsError(Fault("number", value, "is no whole number", "a number such as 9"))
    return number


def _whole(value: object) -> int | None:
    """The int that a whole number of any library is; truth values are none."""
    if isinstance(value, bool):
        return None
    try:
        return index(cast("SupportsIndex", value))
    except TypeError:
        return None


def read_base(value: object) -> Decimal:
    """A base (缴费基数) in yuan a month, exact: a ``Decimal``, a whole number or text.

    Raises:
        MoneyError: for a float, with what to write instead, or what is no amount.
    """
    if isinstance(value, str):
        return as_yuan(str(value).strip(), "base")
    whole = _whole(value)
    return as_yuan(cast("Amount", value) if whole is None else whole, "base")


def read_rows(value: object) -> tuple[range, ...]:
    """Rows of a source, several in one text; one alone may also be a number.

    Raises:
        RecordsError: if it is neither.
    """
    return read_ranges(value.strip() if isinstance(value, str) else written(read_number(value)))


def _refuse(value: object, expected: str) -> NoReturn:
    raise RecordsError(Fault("value", value, f"is of type {type(value).__name__}", expected))
