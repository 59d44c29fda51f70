"""The forms that values of law take, and how each is read from a file or a caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeVar, cast

import attrs

from ..errors import MoneyError, MonthError
from ..months import YearMonth, as_month
from ..rounding import as_yuan
from ..terms import Term

__all__ = [
    "Bands",
    "Flexibility",
    "MinimumMonths",
    "PayoutTable",
    "RetirementSchedule",
    "one_of",
    "read_bands",
    "read_flexibility",
    "read_minimum_months",
    "read_month_number",
    "read_payer",
    "read_payout_table",
    "read_pooling_level",
    "read_retirement_schedule",
    "read_truth",
    "read_yuan",
    "several",
    "table",
    "term",
    "whole",
]

V = TypeVar("V")
E = TypeVar("E", bound=Term)
Bands = tuple[tuple[int, int], ...]

_AGE_AND_CAP: Final = (("original_age_months", 1), ("cap_months", 0))


@attrs.frozen
class RetirementSchedule:
    """The statutory age of one track, and how it rises (法定退休年龄).

    Attributes:
        original_age_months: the age before any delay 原法定退休年龄.
        first_cohort: the first month of birth that is delayed; None where none is.
        step_months: months of birth that share one month of delay; None where there is none.
        cap_months: the longest delay; 0 is no delay.
    """

    original_age_months: int
    first_cohort: YearMonth | None
    step_months: int | None
    cap_months: int


@attrs.frozen
class MinimumMonths:
    """A minimum number of months, and how it rises year by year (最低缴费年限).

    Attributes:
        months: the number before it rises.
        first_year: the first year with more; None where it does not rise.
        yearly_step: months added each year from then on.
        ceiling: the number at which it stops.
    """

    months: int
    first_year: int | None
    yearly_step: int
    ceiling: int


@attrs.frozen
class Flexibility:
    """How far retirement may be moved from the statutory age, and the notice it takes (弹性退休).

    Attributes:
        early_months: how much earlier at most, never below the original age.
        late_months: how much later at most.
        early_notice_months: how long before the chosen day the employer is told.
        late_notice_months: how long before the statutory day a delay is agreed.
    """

    early_months: int
    late_months: int
    early_notice_months: int
    late_notice_months: int


@attrs.frozen
class PayoutTable:
    """Payout months by age at retirement (计发月数).

    Attributes:
        first_age: the first whole age of the table, in years.
        months: the months of each whole age from it on.
        by_month: whether ages between are interpolated month by month, to one decimal, or taken as
            the whole age.
    """

    first_age: int
    months: tuple[int, ...]
    by_month: bool


def whole(unit: str, low: int = 0) -> Callable[[object], int]:
    """A reader of whole numbers."""

    def read(value: object) -> int:
        if type(value) is not int or value < low:
            raise ValueError(f"a whole number of {unit} from {low}")
        return value

    return read


def read_yuan(value: object) -> Decimal:
    """An amount in yuan: text, a whole number or a ``Decimal``; a float is not exact."""
    expected = 'an amount in yuan as text such as "2620.50" or as a whole number'
    if not isinstance(value, str | int | Decimal):
        raise ValueError(expected)  # noqa: TRY004 - readers raise one kind of error
    try:
        return as_yuan(value, "value")
    except MoneyError:
        raise ValueError(expected) from None


def read_truth(value: object) -> bool:
    """Read a bool: true or false, never 0 or 1."""
    if type(value) is not bool:
        raise ValueError("true or false")
    return value


def read_month_number(value: object) -> int:
    """A month of the year, 1 to 12."""
    if type(value) is not int or not 1 <= value <= 12:
        raise ValueError("a month of the year, 1 to 12")
    return value


def one_of(*words: str) -> Callable[[object], str]:
    """A reader of one of some words."""

    def read(value: object) -> str:
        if value not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return str(value)

    return read


def term(terms: type[E]) -> Callable[[object], E]:
    """A reader of a term, given by its value or ready made."""
    by_value = {str(each.value): each for each in terms}

    def read(value: object) -> E:
        if isinstance(value, terms):
            return value
        if not isinstance(value, str) or value not in by_value:
            raise ValueError(f"one of {', '.join(by_value)}")
        return by_value[value]

    return read


def several(read: Callable[[object], V], least: int = 0) -> Callable[[object], tuple[V, ...]]:
    """A reader of a list of different values, each read alike."""

    def read_all(value: object) -> tuple[V, ...]:
        expected = f"a list of {least} or more, each once"
        if not isinstance(value, list | tuple) or len(value) < least:
            raise ValueError(expected)
        try:
            found = tuple(read(each) for each in value)
        except ValueError as error:
            raise ValueError(f"{expected}: {error}") from None
        if len(set(found)) < len(found):
            raise ValueError(expected)
        return found

    return read_all


def table(form: type[V], **readers: Callable[[object], object]) -> Callable[[object], V]:
    """A reader of a table with a reader for each field; fields with a default may be absent."""
    fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", form))
    required = {name for name, field in fields.items() if field.default is attrs.NOTHING}
    expected = f"a table of {', '.join(readers)}"

    def read(value: object) -> V:
        if isinstance(value, form):
            return value
        if not isinstance(value, Mapping) or not required <= value.keys() <= readers.keys():
            raise ValueError(expected)
        found: dict[str, object] = {}
        for name, given in value.items():
            try:
                found[name] = readers[name](given)
            except ValueError as error:
                raise ValueError(f"{expected}; {name}: {error}") from None
        return form(**found)

    return read


#: Who pays a contribution alone.
read_payer: Final = one_of("employer", "employee")

#: The level at which a fund is pooled 统筹层次.
read_pooling_level: Final = one_of("nation", "province", "prefecture", "county")

#: The four numbers of months, each from 0.
read_flexibility: Final = table(
    Flexibility,
    early_months=whole("months"),
    late_months=whole("months"),
    early_notice_months=whole("months"),
    late_notice_months=whole("months"),
)


def read_payout_table(value: object) -> PayoutTable:
    """The first age, falling whole months for each age, and how ages between are read."""
    if isinstance(value, PayoutTable):
        return value
    expected = "a table of first_age, months (falling whole numbers) and by_month (true or false)"
    if not isinstance(value, Mapping) or sorted(value) != ["by_month", "first_age", "months"]:
        raise ValueError(expected)
    months, by_month = value["months"], value["by_month"]
    if not isinstance(months, list) or len(months) < 2 or type(by_month) is not bool:
        raise ValueError(expected)
    read = tuple(whole("months", 1)(each) for each in months)
    if any(later >= earlier for earlier, later in pairwise(read)):
        raise ValueError(expected)
    return PayoutTable(whole("years", 1)(value["first_age"]), read, by_month)


def read_bands(value: object) -> Bands:
    """Pairs of paid months from which a number of months is granted, both rising."""
    expected = (
        "rising pairs of whole numbers, [paid months from, months], such as [[12, 3], [24, 6]]"
    )
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(expected)
    bands: list[tuple[int, int]] = []
    for pair in value:
        if not isinstance(pair, list | tuple) or list(map(type, pair)) != [int, int]:
            raise ValueError(expected)
        before = bands[-1] if bands else (0, 0)
        if pair[0] <= before[0] or pair[1] <= before[1]:
            raise ValueError(expected)
        bands.append((pair[0], pair[1]))
    return tuple(bands)


def read_retirement_schedule(value: object) -> RetirementSchedule:
    """An original age, and either no delay or a first cohort, a step and a cap."""
    expected = (
        "{ original_age_months, cap_months = 0 }, or "
        '{ original_age_months, first_cohort = "1965-01", step_months, cap_months }'
    )
    fields = _fields(value, RetirementSchedule, expected)
    age, cap = (_count(fields[name], low, expected) for name, low in _AGE_AND_CAP)
    cohort, step = fields["first_cohort"], fields["step_months"]
    if cap == 0 and cohort is None and step is None:
        return RetirementSchedule(age, None, None, 0)
    if cap == 0 or not isinstance(cohort, str | YearMonth):
        raise ValueError(expected)
    try:
        first = as_month(cohort)
    except MonthError:
        raise ValueError(expected) from None
    return RetirementSchedule(age, first, _count(step, 1, expected), cap)


def read_minimum_months(value: object) -> MinimumMonths:
    """A number of months, and either no rise or a first year, a yearly step and a ceiling."""
    expected = "{ months }, or { months, first_year, yearly_step, ceiling } with a higher ceiling"
    fields = _fields(value, MinimumMonths, expected)
    months = _count(fields["months"], 0, expected)
    first, step, ceiling = (fields[name] for name in ("first_year", "yearly_step", "ceiling"))
    if first is None:
        if step not in (None, 0) or ceiling not in (None, months):
            raise ValueError(expected)
        return MinimumMonths(months, None, 0, months)
    highest = _count(ceiling, months + 1, expected)
    return MinimumMonths(months, _count(first, 1, expected), _count(step, 1, expected), highest)


def _fields(value: object, form: type, expected: str) -> dict[str, object]:
    """The fields of a table or a ready value, None where it has none."""
    names = [field.name for field in attrs.fields(form)]
    if isinstance(value, form):
        return {name: getattr(value, name) for name in names}
    if not isinstance(value, Mapping) or not value.keys() <= set(names):
        raise ValueError(expected)
    return {name: value.get(name) for name in names}


def _count(value: object, low: int, expected: str) -> int:
    if type(value) is not int or value < low:
        raise ValueError(expected)
    return value
