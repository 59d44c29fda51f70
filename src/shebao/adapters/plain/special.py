"""Classes whose fields are not what a user gives: their layouts in documents.

A history is its periods, a series of wages its steps, and a count carries the periods of which it
left something out, so that it can still say what.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

import attrs

from ...errors import Fault, MoneyError, PeriodError, PersonError
from ...model.contradictions import check_contradictions
from ...model.contributions import ContributionPeriod
from ...model.family import Family, FamilyTie
from ...model.history import ContributionHistory
from ...months import MonthLike, YearMonth
from ...rounding import Amount
from ...rules.counts import Count
from ...rules.wages import WageSeries
from ...terms import InsuranceKind
from ..exports.reading import Reading
from .forms import Form
from .objects import Layout, Member, class_layout

__all__ = ["LAYOUTS", "rows_layout"]

FormOf = Callable[[Any], Form]
Periods = tuple[ContributionPeriod, ...]


def _history_layout(form_of: FormOf) -> Layout:
    periods, truth = form_of(Periods), form_of(bool)
    later = ("prepaid", "unknown_origin")
    return Layout(
        (
            Member("periods", periods, lambda history: history.periods),
            *(Member(name, periods, _getter(name), is_required=False) for name in later),
            Member("with_repeats", truth, _repeats, is_required=False),
        ),
        _history,
    )


def _getter(name: str) -> Callable[[Any], object]:
    return lambda value: getattr(value, name)


def _repeats(history: ContributionHistory) -> bool:
    """Whether periods known by their number are alike and yet two, as a day may leave them."""
    counted = [period for period in history if period.count is not None]
    return len(set(counted)) < len(counted)


def _history(
    periods: Periods,
    prepaid: Periods = (),
    unknown_origin: Periods = (),
    *,
    with_repeats: bool = False,
) -> ContributionHistory:
    if not (prepaid or unknown_origin or with_repeats):
        return ContributionHistory(periods)
    if with_repeats:
        check_contradictions(periods)
    else:
        periods = ContributionHistory(periods).periods
    return ContributionHistory._known(periods, prepaid, unknown_origin)  # noqa: SLF001  (no other way to what stood on a day)


def _wages_layout(form_of: FormOf) -> Layout:
    form = form_of(tuple[tuple[YearMonth, Fraction | None], ...])
    return Layout((Member("steps", form, _steps),), _wages)


def _steps(series: WageSeries) -> tuple[tuple[YearMonth, Fraction | None], ...]:
    return tuple((YearMonth.from_ordinal(start), wage) for start, wage in series.steps)


def _wages(steps: tuple[tuple[YearMonth, Fraction | None], ...]) -> WageSeries:
    by_month: dict[MonthLike, Amount | Fraction | None] = dict(steps)
    if len(by_month) < len(steps):
        raise MoneyError(Fault("steps", len(steps), "have two wages for a month", "one a month"))
    return WageSeries(by_month)


def _family_layout(form_of: FormOf) -> Layout:
    return attrs.evolve(class_layout(Family, form_of), make=_family)


def _family(ties: tuple[FamilyTie, ...]) -> Family:
    try:
        return Family(ties)
    except PersonError as error:
        raise PersonError(*map(_from_zero, error.faults)) from None


def _from_zero(fault: Fault) -> Fault:
    """A fault of a numbered tie: documents number the items of lists from 0."""
    field = re.sub("[0-9]+", lambda number: str(int(number[0]) - 1), fault.field)
    return attrs.evolve(fault, field=field)


def _count_layout(form_of: FormOf) -> Layout:
    layout = class_layout(Count, form_of)
    member = Member("left_out", form_of(ContributionHistory | None), _left_out, is_required=False)
    return Layout((*layout.members, member), _count)


def _left_out(count: Count) -> ContributionHistory | None:
    """The periods of which a count left months out; None if there are none."""
    left_out = [months for _, months in count.left_out]
    if not left_out:
        return None
    kinds = {count.kind}
    if count.rule.merged_from is not None:
        kinds.add(InsuranceKind.MEDICAL)
    history = count._history  # noqa: SLF001  (whatever it leaves out is said of its own record)
    kept = (
        period
        for period in history
        if period.kind in kinds
        and any(period.between(*pair) for months in left_out for pair in months.pairs)
    )
    return ContributionHistory._known(kept, (), history.unknown_origin)  # noqa: SLF001


def _count(*, left_out: ContributionHistory | None = None, **fields: Any) -> Count:  # noqa: ANN401
    return Count(**fields, history=left_out or ContributionHistory())


def _reading_layout(form_of: FormOf) -> Layout:
    """A reading without the rows as they stood, which stay with their table."""
    return class_layout(Reading, form_of, without=("raw",))


def rows_layout(form_of: FormOf) -> Layout:
    """The layout of a range of rows: first, last and the distance between them."""
    number = form_of(int)
    return Layout(
        (
            Member("first", number, lambda rows: rows[0]),
            Member("last", number, lambda rows: rows[-1]),
            Member("step", number, lambda rows: rows.step, is_required=False),
        ),
        _rows,
    )


def _rows(first: int, last: int, step: int = 1) -> range:
    if step < 1:
        raise PeriodError(Fault("step", step, "is no distance of rows", "an int from 1"))
    if last < first or (last - first) % step:
        expected = f"{first}, or some steps of {step} later"
        raise PeriodError(Fault("last", last, "is not reached from the first row", expected))
    return range(first, last + 1, step)


#: The layouts by the name of the class.
LAYOUTS: Final[Mapping[str, Callable[[FormOf], Layout]]] = MappingProxyType(
    {
        "ContributionHistory": _history_layout,
        "Count": _count_layout,
        "Family": _family_layout,
        "Reading": _reading_layout,
        "WageSeries": _wages_layout,
    }
)
