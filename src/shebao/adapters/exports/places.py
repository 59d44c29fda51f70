"""Which months a row is for (费款所属期), and when these were billed and when the money arrived.

The three are kept apart: only the month that a contribution is for counts years. The month of the
bill tells whether it was declared in time, the day of arrival when it was paid.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

import attrs

from ...errors import Fault, FaultyInputError, RecordsError
from ...months import MonthSpan, YearMonth, as_month
from ..cells import read_day
from .texts import months_in, squeezed

__all__ = ["Place", "read_place"]

_BETWEEN: Final = re.compile(r"[~～至到]|--+|—+|–|(?<=[0-9月日])-(?=[0-9]{4}[-./年0-9])")
_YEAR: Final = re.compile(r"((?:19|20)[0-9]{2})年?度?")
_MONTH_NUMBER: Final = re.compile(r"0?(1[0-2]|[1-9])(?:月份?)?")
_BARE_MONTH: Final = re.compile(r"[0-9]{6}|[0-9]{4}[-./][0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月")
_TIME: Final = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_LOST_ZERO: Final = re.compile(r"[0-9]{4}\.1")
#: Fields of days, and those that name months.
_DAYS: Final = ("settled_on", "arrived_month", "declared_on")
_NAMING: Final = ("month", "first", "last", "span", "year", "month_number", "billed_month")
_OPEN: Final = re.compile(r"9999.*")
_MONTH: Final = "a month such as 2025-01, 202501 or 2025年1月"


@attrs.frozen
class Place:
    """Where in time a row lies.

    Attributes:
        span: the months that it is for.
        count: how many of them, where that is fewer; 0 for none.
        billed: the last day of the month of the bill.
        is_late: whether that month is later than the one after the last month.
        is_bill: whether the months are those of the bill, as no others are named.
        is_year: whether they are a year of which the row says no more.
        declared_on: the day of the declaration.
        settled_on: the day of arrival; of a month of arrival, its last day.
    """

    span: MonthSpan
    count: int | None = None
    billed: date | None = None
    is_late: bool = False
    is_bill: bool = False
    is_year: bool = False
    declared_on: date | None = None
    settled_on: date | None = None

    @property
    def circumstances(self) -> tuple[object, ...] | None:
        """All but which months it is; None for a row of one month that says no more."""
        length = len(self.span)
        days = (self.billed, self.declared_on, self.settled_on)
        said = (self.is_late, self.is_bill, self.is_year)
        if length == 1 and self.count is None and days == (None, None, None) and not any(said):
            return None
        return (length, self.count, *days, *said)


def read_place(
    texts: Mapping[str, Sequence[str]],
    columns: Container[str],
    year: int | None,
    month: YearMonth | None,
) -> Place:
    """Where the time cells of a row place it.

    Args:
        texts: the filled cells, by field.
        columns: the fields that the table has columns for.
        year: the year of the table, for months by number where no column says it.
        month: the month of the table, for rows where no column says it.

    Raises:
        RecordsError: if they name no months; the field of the fault is that of the cell.
    """
    cells = {field: _one(field, found) for field, found in texts.items() if field not in _DAYS}
    billed = _month_end(cells["billed_month"], "billed_month") if "billed_month" in cells else None
    field, span = _span(cells, columns, year, month)
    if "count" in columns and "count" not in cells and len(span) > 1:
        expected = "how many of the months of the row, also where it is all of them"
        raise RecordsError(Fault("count", "", "is empty", expected))
    place = Place(
        span=span,
        count=_count(cells, span),
        billed=billed,
        is_late=billed is not None and as_month(billed) - span.last > 1,
        declared_on=_last_day("declared_on", texts),
        settled_on=_last_day("settled_on", texts) or _last_day("arrived_month", texts),
        is_bill=field == "billed_month",
        is_year=field == "year" and "count" not in cells,
    )
    return attrs.evolve(place, count=None) if place.count == len(span) else place


def _one(field: str, found: Sequence[str]) -> str:
    """The one text of a field that several columns may fill."""
    if len(found) > 1:
        expected = "one of the two columns; columns={heading: None} leaves one out"
        raise RecordsError(Fault(field, found[1], f"stands beside {found[0]!r}", expected))
    return found[0]


def _span(
    texts: Mapping[str, str], columns: Container[str], year: int | None, month: YearMonth | None
) -> tuple[str, MonthSpan]:
    """The months, with the field that names them; if several do, they have to agree."""
    named = list(_named(texts, None if "year" in columns else year))
    if not named and "billed_month" in texts:
        named = [("billed_month", _month_or_span(texts["billed_month"], "billed_month"))]
    if not named and month is not None and not any(each in columns for each in _NAMING):
        return "month", MonthSpan(month, month)
    if not named:
        field = next((each for each in _NAMING if each in columns), "month")
        raise RecordsError(Fault(field, "", "is empty", _MONTH))
    field, span = named[0]
    for other, said in named[1:]:
        if said != span:
            problem = f"names other months than {texts.get(field, str(span))!r}"
            expected = "one statement of months"
            raise RecordsError(Fault(other, texts.get(other, ""), problem, expected))
    return field, span


def _named(texts: Mapping[str, str], year: int | None) -> Iterator[tuple[str, MonthSpan]]:
    """Every statement of months in a row, with the field that makes it."""
    for field in ("month", "span"):
        if field in texts:
            yield field, _month_or_span(texts[field], field)
    if "first" in texts or "last" in texts:
        first, last = _end(texts, "first"), _end(texts, "last")
        yield "first", _ordered(first, last, texts)
    own = _year(texts["year"]) if "year" in texts else year
    if "month_number" in texts:
        yield "month_number", _numbered(texts["month_number"], own)
    elif own is not None and "year" in texts and not texts.keys() & {"month", "span", "first"}:
        yield "year", MonthSpan(YearMonth(own, 1), YearMonth(own, 12))


def _end(texts: Mapping[str, str], field: str) -> YearMonth:
    if field not in texts:
        raise RecordsError(Fault(field, "", "is empty", _MONTH))
    return _month(texts[field], field)


def _ordered(first: YearMonth, last: YearMonth, texts: Mapping[str, str]) -> MonthSpan:
    if last < first:
        problem = f"is before the first month, {texts['first']!r}"
        raise RecordsError(Fault("last", texts["last"], problem, "the last month of the span"))
    return MonthSpan(first, last)


def _month(text: str, field: str) -> YearMonth:
    key = squeezed(_day_of(text))
    if _LOST_ZERO.fullmatch(key):
        problem = "may be January or October, for a number loses a zero at its end"
        raise RecordsError(Fault(field, text, problem, _MONTH))
    if _OPEN.fullmatch(key):
        problem = "is open, so nobody can say how far the row goes"
        raise RecordsError(Fault(field, text, problem, "the last month that was contributed"))
    try:
        return YearMonth.parse(key)
    except FaultyInputError as error:
        fault = error.faults[0]
        raise RecordsError(Fault(field, text, fault.problem, fault.expected)) from None


def _month_or_span(text: str, field: str) -> MonthSpan:
    parts = _BETWEEN.split(squeezed(text))
    if len(parts) == 2 and all(parts):
        first, last = (_month(part, field) for part in parts)
        if last < first:
            problem = "ends before it begins"
            raise RecordsError(Fault(field, text, problem, "a first and a last month"))
        return MonthSpan(first, last)
    month = _month(text, field)
    return MonthSpan(month, month)


def _year(text: str) -> int:
    found = _YEAR.fullmatch(squeezed(text))
    if found is None:
        raise RecordsError(Fault("year", text, "is no year", "a year such as 2003"))
    return int(found.group(1))


def _numbered(text: str, year: int | None) -> MonthSpan:
    found = _MONTH_NUMBER.fullmatch(squeezed(text))
    if found is None:
        return _month_or_span(text, "month_number")
    if year is None:
        expected = "a title such as 2023年度, or the year with year=2023"
        raise RecordsError(Fault("month_number", text, "is a month of no year", expected))
    month = YearMonth(year, int(found.group(1)))
    return MonthSpan(month, month)


def _count(texts: Mapping[str, str], span: MonthSpan) -> int | None:
    if "count" not in texts:
        return None
    text = texts["count"]
    count = months_in(text)
    if count is None or count < 0:
        raise RecordsError(
            Fault("count", text, "is no number of months", "a whole number such as 9")
        )
    if count > len(span):
        problem = f"is more than the {len(span)} of {span}, and which others they are is not said"
        raise RecordsError(Fault("count", text, problem, "a row with the first and the last month"))
    return count


def _month_end(text: str, field: str) -> date:
    return (_month(text, field) + 1).first_day - timedelta(days=1)


def _last_day(field: str, texts: Mapping[str, Sequence[str]]) -> date | None:
    """The day of a field; of several, the last, for by then all was done."""
    return max((_day(field, text) for text in texts.get(field, ())), default=None)


def _day(field: str, text: str) -> date:
    if _BARE_MONTH.fullmatch(squeezed(text)):
        return _month_end(text, field)
    try:
        return read_day(squeezed(_day_of(text)))
    except FaultyInputError as error:
        fault = error.faults[0]
        raise RecordsError(Fault(field, text, fault.problem, fault.expected)) from None


def _day_of(text: str) -> str:
    """A day without the time of day that some systems write behind it."""
    return _TIME.sub("", text.strip())
