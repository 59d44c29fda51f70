"""How the cells of records are read: months, days, amounts, places and numbers, each strictly."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from ..errors import Fault, RecordsError
from ..months import YearMonth
from ..rounding import as_yuan

__all__ = ["read_area", "read_base", "read_count", "read_day", "read_month"]

_DAY: Final = re.compile(
    r"([0-9]{4})(?:([-./])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日"
    r"|([0-9]{2})([0-9]{2}))"
)
_DAY_FORMS: Final = "a day such as 2025-01-31, 2025/1/31, 20250131 or 2025年1月31日"
_AREA: Final = re.compile(r"[0-9]{6}")
_SEPARATED: Final = re.compile(r"-?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]*)?")
_COUNT: Final = re.compile(r"0*[1-9][0-9]{0,3}")


def read_month(text: str) -> YearMonth:
    """A month (费款所属期) in any form that :meth:`YearMonth.parse` reads."""
    return YearMonth.parse(text)


def read_day(text: str) -> date:
    """A day, its year first.

    Raises:
        RecordsError: if it is written otherwise, or not in the calendar.

    Example:
        >>> read_day("2025年1月31日") == read_day("2025/1/31") == read_day("20250131")
        True
    """
    found = _DAY.fullmatch(text)
    if found is None:
        raise RecordsError(Fault("day", text, "is not a day", _DAY_FORMS))
    year, _, *parts = found.groups()
    month, day = (int(part) for part in parts if part is not None)
    try:
        return date(int(year), month, day)
    except ValueError:
        raise RecordsError(Fault("day", text, "is not in the calendar", _DAY_FORMS)) from None


def read_area(text: str) -> str:
    """A place (参保地) as its code of six digits; names are not read yet.

    Raises:
        RecordsError: if it is anything else.

    Example:
        >>> read_area("130100")
        '130100'
    """
    if _AREA.fullmatch(text):
        return text
    is_name = not any(character.isdecimal() for character in text)
    problem = "is a name, and places are read by code only" if is_name else "is not an area code"
    raise RecordsError(Fault("area", text, problem, "six digits, such as 130100"))


def read_base(text: str) -> Decimal:
    """A base (缴费基数) in yuan a month, above zero, without signs and separators.

    Raises:
        RecordsError: for separators, a negative amount or zero.
        MoneyError: for what is no plain number, or finer than a fen.

    Example:
        >>> read_base("2620.50")
        Decimal('2620.50')
    """
    if _SEPARATED.fullmatch(text):
        problem, expected = "has thousands separators", "digits alone, such as 4000 or 2620.50"
        raise RecordsError(Fault("base", text, problem, expected))
    if text.startswith("-"):
        raise RecordsError(Fault("base", text, "is negative", "an amount in yuan above 0"))
    base = as_yuan(text, "base")
    if not base:
        expected = "an amount above 0, or an empty cell where the base is not known"
        raise RecordsError(Fault("base", text, "is zero", expected))
    return base


def read_count(text: str) -> int:
    """A number of months (月数), from 1.

    Raises:
        RecordsError: if it is anything but whole digits.

    Example:
        >>> read_count("9")
        9
    """
    if _COUNT.fullmatch(text) is None:
        expected = "a whole number from 1, such as 9"
        raise RecordsError(Fault("count", text, "is no number of months", expected))
    return int(text)
