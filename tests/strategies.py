"""Hypothesis strategies for months, periods and records: everything that the model allows.

Sizes are small and pools are narrow on purpose: periods of one record are to meet, touch, nest and
repeat, and the days are to lie about the months that they belong to.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from shebao.errors import ContradictionError
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.model.provenance import Provenance
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = [
    "AREAS",
    "EMPLOYERS",
    "SMALL",
    "bases",
    "counts_within",
    "days",
    "histories",
    "kinds",
    "month_sets",
    "months",
    "periods",
    "schemes_of",
    "small_histories",
    "small_periods",
    "spans",
    "statuses_of",
]

AREAS: Final = ("130100", "110000", "133100")
EMPLOYERS: Final = ("Alpha", "Beta")
#: The months of small histories: eighteen, with a turn of the year among them.
SMALL: Final = MonthSpan("2024-07", "2025-12")

_FIRST: Final = YearMonth(1992, 1)
_LAST: Final = YearMonth(2035, 12)
_AWKWARD: Final = (
    YearMonth(2019, 12),
    YearMonth(2020, 1),
    YearMonth(2024, 2),
    YearMonth(2024, 12),
    YearMonth(2025, 1),
    YearMonth(2029, 12),
    YearMonth(2030, 1),
)
_RESIDENT_KINDS: Final = (InsuranceKind.PENSION, InsuranceKind.MEDICAL)
_SETTLED: Final = (PaymentStatus.PAID, PaymentStatus.BACK_PAID)


def months(first: YearMonth = _FIRST, last: YearMonth = _LAST) -> SearchStrategy[YearMonth]:
    """Months from first to last, the turns of law and of years among them often."""
    any_month = st.integers(first.ordinal, last.ordinal).map(YearMonth.from_ordinal)
    awkward = [month for month in _AWKWARD if first <= month <= last]
    return any_month | st.sampled_from(awkward) if awkward else any_month


@st.composite
def spans(
    draw: DrawFn, first: YearMonth = _FIRST, last: YearMonth = _LAST, longest: int = 30
) -> MonthSpan:
    """Spans from first to last, of one month up to the longest."""
    start = draw(months(first, last))
    room = min(longest, last - start + 1)
    return MonthSpan(start, start + (draw(st.integers(1, room)) - 1))


def month_sets(
    first: YearMonth = _FIRST, last: YearMonth = _LAST, longest: int = 30
) -> SearchStrategy[MonthSet]:
    """Sets of months made of up to five spans, in any order and overlap."""
    return st.lists(spans(first, last, longest), max_size=5).map(MonthSet)


def days(first: YearMonth = _FIRST, last: YearMonth = _LAST) -> SearchStrategy[date]:
    """Days from first to last, the ends of months among them often."""
    low, high = first.first_day, (last + 1).first_day - timedelta(1)
    begins = months(first, last).map(lambda month: month.first_day)
    ends = months(first, last).map(lambda month: (month + 1).first_day - timedelta(1))
    return st.dates(low, high) | begins | ends


def kinds() -> SearchStrategy[InsuranceKind]:
    """Any kind of insurance."""
    return st.sampled_from(InsuranceKind)


def schemes_of(kind: InsuranceKind) -> SearchStrategy[Scheme]:
    """The schemes that a kind has: residents have pension and medical insurance only."""
    return st.sampled_from(
        [item for item in Scheme if item is not Scheme.RESIDENT or kind in _RESIDENT_KINDS]
    )


def statuses_of(scheme: Scheme) -> SearchStrategy[PaymentStatus]:
    """The statuses that a scheme has: nobody is in arrears with a voluntary one."""
    is_voluntary = scheme in (Scheme.RESIDENT, Scheme.FLEXIBLE)
    return st.sampled_from(
        [item for item in PaymentStatus if item is not PaymentStatus.ARREARS or not is_voluntary]
    )


def bases() -> SearchStrategy[Decimal | None]:
    """A base from a narrow pool, or none."""
    return st.sampled_from([None, Decimal(4000), Decimal("2620.50"), Decimal(9000)])


def counts_within(length: int) -> SearchStrategy[int | tuple[int, int]]:
    """Counts of a span of some length: a number or a pair of bounds."""
    pairs = st.tuples(st.integers(0, length), st.integers(1, length)).map(
        lambda pair: (min(pair), max(pair))
    )
    return st.integers(1, length) | pairs


def _days_about(span: MonthSpan) -> SearchStrategy[date | None]:
    """None, or a day from a month before a span to a year and more after it."""
    near = st.integers(-1, 4).map(lambda shift: (span.last + shift).first_day - timedelta(1))
    far = st.integers(-40, 420).map(lambda shift: span.last.first_day + timedelta(shift))
    return st.none() | near | far


def _provenances() -> SearchStrategy[Provenance | None]:
    rows = st.sets(st.integers(1, 40), min_size=1, max_size=6)
    return st.none() | rows.map(lambda each: Provenance.of("record.csv", each))


@st.composite
def periods(
    draw: DrawFn,
    kind: InsuranceKind | None = None,
    *,
    within: MonthSpan | None = None,
    longest: int = 30,
    with_counts: bool = True,
    areas: Sequence[str | None] = (None, *AREAS),
    employers: Sequence[str | None] = (None, *EMPLOYERS),
) -> ContributionPeriod:
    """Any valid period, of one kind or of all, inside a span or anywhere."""
    bounds = within or MonthSpan(_FIRST, _LAST)
    span = draw(spans(bounds.first, bounds.last, longest))
    chosen = kind or draw(kinds())
    scheme = draw(schemes_of(chosen))
    status = draw(statuses_of(scheme))
    return ContributionPeriod(
        chosen,
        span,
        base=draw(bases()),
        status=status,
        area=draw(st.sampled_from(areas)),
        scheme=scheme,
        employer=draw(st.sampled_from(employers)),
        declared_on=draw(_days_about(span)),
        settled_on=draw(_days_about(span)) if status in _SETTLED else None,
        count=draw(st.none() | counts_within(len(span))) if with_counts else None,
        provenance=draw(_provenances()),
    )


def _agreeing(items: Sequence[ContributionPeriod]) -> ContributionHistory:
    """The record of those periods that do not contradict an earlier one."""
    history = ContributionHistory()
    for item in items:
        try:
            history = ContributionHistory([*history, item])
        except ContradictionError:
            continue
    return history


def histories(
    kind: InsuranceKind | None = None,
    *,
    within: MonthSpan | None = None,
    max_size: int = 5,
    longest: int = 30,
    with_counts: bool = True,
) -> SearchStrategy[ContributionHistory]:
    """Records without contradictions: any statuses, schemes, areas, employers, days and counts."""
    item = periods(kind, within=within, longest=longest, with_counts=with_counts)
    return st.lists(item, max_size=max_size).map(_agreeing)


def small_periods(
    kind: InsuranceKind | None = InsuranceKind.PENSION,
    *,
    with_counts: bool = True,
    longest: int = 6,
) -> SearchStrategy[ContributionPeriod]:
    """Periods of few keys inside eighteen months."""
    return periods(
        kind,
        within=SMALL,
        longest=longest,
        with_counts=with_counts,
        areas=AREAS[:2],
        employers=(None,),
    )


@st.composite
def small_histories(
    draw: DrawFn,
    kind: InsuranceKind | None = InsuranceKind.PENSION,
    *,
    max_size: int = 4,
    max_counted: int = 2,
    longest: int = 6,
) -> ContributionHistory:
    """Records inside eighteen months whose counted spans are few and short.

    All placements of their counts can be enumerated: with the defaults, at most 64 a span and two
    spans.
    """
    plain = draw(st.lists(small_periods(kind, with_counts=False, longest=18), max_size=max_size))
    counted = draw(st.lists(small_periods(kind, longest=longest), max_size=max_counted))
    return _agreeing([*plain, *counted])
