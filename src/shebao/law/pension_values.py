"""The forms that values of pension law take, beyond ages and minima."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

import attrs

from ..errors import MoneyError, MonthError
from ..months import YearMonth, as_month
from ..rounding import as_fraction
from .values import Bands, one_of, read_bands, table, whole

__all__ = [
    "DeathBenefit",
    "DisabilityMonths",
    "LumpSum",
    "TransitionalRule",
    "YearsRounding",
    "read_death_benefit",
    "read_disability_months",
    "read_lump_sum",
    "read_month",
    "read_percent",
    "read_transitional",
    "read_wage_base",
    "read_years_rounding",
]


@attrs.frozen
class LumpSum:
    """Who may pay missing contributions in one sum (一次性缴费).

    Attributes:
        enrolled_before: the first insurance has to lie before this day.
        extension_months: months of extended contributions that come first.
    """

    enrolled_before: date
    extension_months: int


@attrs.frozen
class YearsRounding:
    """How a place rounds contribution years made of months.

    Attributes:
        places: decimals.
        mode: ``half_up`` 四舍五入, or ``up`` 进位.
    """

    places: int
    mode: str


@attrs.frozen
class TransitionalRule:
    """How a province computes the transitional pension (过渡性养老金).

    Attributes:
        percent: per cent of the wage for each year.
        wage: ``indexed``, the benefit base times the index, or ``mean``, the mean of that and the
            base.
        index: ``average``, the index of the pooled pension, or ``transition``, one of its own.
        base: ``province``, the base of the pooled pension, or ``city``, that of the city.
        years: ``deemed`` years 视同缴费年限, or all ``before_account`` 建账前年限.
        index_floor: the lowest index; None where there is none.
    """

    percent: Decimal
    wage: str
    index: str
    base: str
    years: str
    index_floor: Decimal | None = None


@attrs.frozen
class DisabilityMonths:
    """When a disability allowance is a full one, and how long a short one is paid (病残津贴).

    Attributes:
        full_within_months: how close to the statutory age the whole formula holds, inclusive.
        short_years: contribution years from which a short allowance grows.
        short_months: months for which it is paid below that.
        further_months: months more for each further year.
    """

    full_within_months: int
    short_years: int
    short_months: int
    further_months: int


@attrs.frozen
class DeathBenefit:
    """Multiples of the monthly income that survivors are paid (遗属待遇).

    Attributes:
        funeral_months: months for the funeral grant 丧葬补助金.
        first_months: months of the death grant 抚恤金 below the first band.
        bands: contribution months from which more months are granted.
        further_from_years: contribution years beyond which each further year adds.
        further_months: what it adds.
        most_months: the ceiling.
        drawn_months: what each year of pension drawn takes away.
        least_drawn_months: the floor for who drew a pension.
    """

    funeral_months: int
    first_months: int
    bands: Bands
    further_from_years: int
    further_months: int
    most_months: int
    drawn_months: int
    least_drawn_months: int


def read_percent(value: object) -> Decimal:
    """A percentage as text or a whole number, from 0 to 100."""
    expected = 'a percentage from 0 to 100 as text such as "2.62" or as a whole number'
    if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
        raise ValueError(expected)  # noqa: TRY004 - readers raise one kind of error
    try:
        exact = as_fraction(value, "value")
    except MoneyError:
        raise ValueError(expected) from None
    if exact > 100:
        raise ValueError(expected)
    return Decimal(value)


def read_month(value: object) -> YearMonth:
    """A month such as ``"1996-01"``."""
    expected = 'a month such as "1996-01"'
    if not isinstance(value, str | YearMonth):
        raise ValueError(expected)  # noqa: TRY004 - readers raise one kind of error
    try:
        return as_month(value)
    except MonthError:
        raise ValueError(expected) from None


def _read_day(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a day such as 2011-07-01")  # noqa: TRY004 - as above
    return value


read_lump_sum: Final = table(LumpSum, enrolled_before=_read_day, extension_months=whole("months"))

#: The base of the province or of the city.
read_wage_base: Final = one_of("province", "city")

read_years_rounding: Final = table(
    YearsRounding, places=whole("decimals"), mode=one_of("half_up", "up")
)

read_transitional: Final = table(
    TransitionalRule,
    percent=read_percent,
    wage=one_of("indexed", "mean"),
    index=one_of("average", "transition"),
    base=read_wage_base,
    years=one_of("deemed", "before_account"),
    index_floor=read_percent,
)

read_disability_months: Final = table(
    DisabilityMonths,
    full_within_months=whole("months"),
    short_years=whole("years"),
    short_months=whole("months"),
    further_months=whole("months"),
)

read_death_benefit: Final = table(
    DeathBenefit,
    funeral_months=whole("months"),
    first_months=whole("months"),
    bands=read_bands,
    further_from_years=whole("years"),
    further_months=whole("months"),
    most_months=whole("months"),
    drawn_months=whole("months"),
    least_drawn_months=whole("months"),
)
