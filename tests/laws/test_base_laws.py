"""Laws of averages and indices, checked against sums made month by month."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth
from shebao.rules.bases import IndexPolicy, average_base, average_index
from shebao.rules.monthly_bases import MonthlyBases, monthly_bases
from shebao.rules.wages import WageSeries
from shebao.terms import GapYears, InsuranceKind, PaymentStatus, Scheme
from strategies import AREAS, EMPLOYERS, days, histories, small_histories, spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import DrawFn

PENSION = InsuranceKind.PENSION
WITHIN = MonthSpan("2019-07", "2025-12")
LATER = date(2026, 12, 31)

averaged = histories(PENSION, within=WITHIN, with_counts=False)
on_days = days(YearMonth(2019, 6), YearMonth(2026, 3))
overlaps = st.sampled_from([None, "highest", "sum", *AREAS, *EMPLOYERS])
clamps = st.sampled_from([None, (Fraction(3, 5), Fraction(3)), (Fraction(1), Fraction(1))])

Key = tuple[Scheme, str | None, str | None]
Bases = dict[Key, Fraction | None]


class Sorted(NamedTuple):
    """Months by what is known of their base."""

    known: dict[int, Fraction]
    single: set[int]
    several: set[int]


def ordinal_of(day: date) -> int:
    """The ordinal of the month of a day."""
    return 12 * day.year + day.month - 1


def is_counted(period: ContributionPeriod, on: date) -> bool:
    """Whether months of a pension period count on a day."""
    counting = (PaymentStatus.PAID, PaymentStatus.BACK_PAID, PaymentStatus.DEEMED)
    known = [day for day in (period.declared_on, period.settled_on) if day is not None]
    return (
        period.status in counting
        and period.scheme is not Scheme.RESIDENT
        and all(day <= on for day in known)
    )


def bases_of_months(history: Iterable[ContributionPeriod], on: date) -> dict[int, Bases]:
    """For every counted month the base of each key that holds it."""
    found: dict[int, Bases] = {}
    for period in history:
        if is_counted(period, on):
            base = None if period.base is None else Fraction(period.base)
            for month in period.months:
                if month.ordinal <= ordinal_of(on):
                    key = (period.scheme, period.area, period.employer)
                    found.setdefault(month.ordinal, {})[key] = base
    return found


def chosen(bases: Bases, overlap: str | None) -> Fraction | None:
    """The base of one month under a policy."""
    if len(bases) == 1:
        return next(iter(bases.values()))
    known = [base for base in bases.values() if base is not None]
    if overlap in ("highest", "sum"):
        if len(known) < len(bases):
            return None
        return max(known) if overlap == "highest" else sum(known, Fraction(0))
    named = [base for (_, area, employer), base in bases.items() if overlap in (area, employer)]
    return named[0] if overlap is not None and len(named) == 1 else None


def sorted_months(history: ContributionHistory, on: date, overlap: str | None) -> Sorted:
    """The counted months of a record, one by one."""
    known: dict[int, Fraction] = {}
    single: set[int] = set()
    several: set[int] = set()
    for month, bases in bases_of_months(history, on).items():
        base = chosen(bases, overlap)
        if base is not None:
            known[month] = base
        else:
            (single if len(bases) == 1 else several).add(month)
    return Sorted(known, single, several)


def ordinals(months: MonthSet) -> set[int]:
    """A set of months as ordinals."""
    return {month.ordinal for month in months}


def spread(bases: MonthlyBases) -> dict[int, Fraction]:
    """The pieces of placed months, one month at a time; a month in two pieces is an error."""
    pairs = [
        (month, Fraction(piece.base_fen, 100))
        for piece in bases.pieces
        for month in range(piece.first, piece.last + 1)
    ]
    months = dict(pairs)
    assert len(months) == len(pairs)
    return months


@given(averaged, on_days, overlaps)
def test_every_month_has_the_base_of_its_key(
    history: ContributionHistory, on: date, overlap: str | None
) -> None:
    """A counted month has the base of its one key or that of the policy, or is reported."""
    expected = sorted_months(history, on, overlap)
    bases = monthly_bases(history, PENSION, on, None, overlap, None)
    assert spread(bases) == expected.known
    if overlap is None:
        assert ordinals(bases.without_base) == expected.single
        assert ordinals(bases.doubled) == expected.several
    reported = ordinals(bases.without_base | bases.doubled)
    assert reported == expected.single | expected.several


@given(averaged, on_days, overlaps, st.none() | spans(WITHIN.first, WITHIN.last))
def test_an_average_is_the_mean_of_its_months(
    history: ContributionHistory, on: date, overlap: str | None, window: MonthSpan | None
) -> None:
    """The average over a window is the sum of the known bases in it over their number, exactly."""
    known = sorted_months(history, on, overlap).known
    inside = [
        base
        for month, base in known.items()
        if window is None or YearMonth.from_ordinal(month) in window
    ]
    average = average_base(history, PENSION, on=on, overlap=overlap, window=window)
    assert average.months == len(inside)
    assert average.exact == (sum(inside, Fraction(0)) / len(inside) if inside else None)


@given(small_histories(), st.sampled_from([None, "highest", *AREAS]))
def test_an_average_lies_between_the_lowest_and_the_highest_base(
    history: ContributionHistory, overlap: str | None
) -> None:
    """No average leaves the range of the bases that enter it, places known or not."""
    average = average_base(history, PENSION, on=LATER, overlap=overlap)
    bases = [Fraction(period.base) for period in history if period.base is not None]
    if average.exact is not None:
        assert min(bases) <= average.exact <= max(bases)


@st.composite
def split(draw: DrawFn, history: ContributionHistory) -> list[ContributionPeriod]:
    """The periods of a record cut somewhere, some repeated, in any order; the same record."""
    pieces: list[ContributionPeriod] = []
    for period in history:
        first, last = period.months.pair
        cut = draw(st.integers(first, last))
        parts = [period.between(first, cut), period.between(cut + 1, last)]
        pieces += [part for part in parts if part is not None]
    repeated = draw(st.lists(st.sampled_from(pieces), max_size=2)) if pieces else []
    return draw(st.permutations([*pieces, *repeated]))


@given(st.data(), averaged, on_days, overlaps)
def test_how_a_record_is_written_changes_no_average(
    data: st.DataObject, history: ContributionHistory, on: date, overlap: str | None
) -> None:
    """Splitting, repeating and permuting periods changes neither the average nor the index."""
    rewritten = ContributionHistory(data.draw(split(history)))
    wages = WageSeries({"2018-01": 5000, "2021-07": 7000})
    averages = [
        average_base(each, PENSION, on=on, overlap=overlap) for each in (history, rewritten)
    ]
    indices = [
        average_index(each, on=on, wages=wages, overlap=overlap) for each in (history, rewritten)
    ]
    assert averages == [averages[0]] * 2
    assert indices == [indices[0]] * 2


@given(averaged, on_days)
def test_months_that_do_not_count_change_no_average(history: ContributionHistory, on: date) -> None:
    """Without its months in arrears, pending and deferred a record has the same average."""
    counting = ContributionHistory([period for period in history if is_counted(period, on)])
    averages = [average_base(each, PENSION, on=on) for each in (history, counting)]
    assert averages == [averages[0]] * 2


exact_wages = st.none() | st.integers(1000, 9000).map(lambda fen: Fraction(fen, 4))
wage_steps = st.dictionaries(
    st.integers(YearMonth(2017, 1).ordinal, YearMonth(2025, 12).ordinal), exact_wages, max_size=6
)


def wage_in(steps: dict[int, Fraction | None], month: int) -> Fraction | None:
    """The wage of the latest step up to a month."""
    earlier = [start for start in steps if start <= month]
    return steps[max(earlier)] if earlier else None


def gap_years(months: Iterable[int]) -> int:
    """Calendar years without a month between the first and the last that have one."""
    years = {month // 12 for month in months}
    return max(years) - min(years) + 1 - len(years) if years else 0


@given(
    averaged,
    on_days,
    overlaps,
    wage_steps,
    st.none() | st.just(Fraction(5000)),
    st.integers(0, 2),
    clamps,
    st.sampled_from(GapYears),
)
def test_an_index_is_the_mean_of_base_over_wage(
    history: ContributionHistory,
    on: date,
    overlap: str | None,
    steps: dict[int, Fraction | None],
    before: Fraction | None,
    lag: int,
    clamp: tuple[Fraction, Fraction] | None,
    policy: GapYears,
) -> None:
    """Month by month base over wage, clamped, summed and divided: the exact index."""
    steps = {YearMonth(2017, 1).ordinal - 1: before, **steps}
    wages = WageSeries({YearMonth.from_ordinal(start): wage for start, wage in steps.items()})
    months = sorted_months(history, on, overlap)
    divided = {month: wage_in(steps, month - 12 * lag) for month in months.known}
    missing = {(month - 12 * lag) // 12 for month, wage in divided.items() if wage is None}
    low, high = clamp or (Fraction(0), Fraction(10**9))
    total = sum(
        (
            max(low, min(high, months.known[month] / wage))
            for month, wage in divided.items()
            if wage is not None
        ),
        Fraction(0),
    )
    divisor = len(divided)
    if policy is GapYears.ZERO:
        divisor += 12 * gap_years({*months.known, *months.single, *months.several})
    index = average_index(
        history,
        on=on,
        wages=wages,
        overlap=overlap,
        policy=IndexPolicy(lag_years=lag, clamp=clamp, gap_years=policy),
    )
    assert index.missing_years == tuple(sorted(missing))
    assert index.months == len(divided)
    assert index.exact == (None if missing or not divided else total / divisor)


@st.composite
def bounded_records(draw: DrawFn) -> tuple[ContributionHistory, WageSeries, int]:
    """Records whose bases lie between 60 % and 300 % of the wage that is the denominator."""
    lag = draw(st.integers(0, 1))
    wages = {year: draw(st.integers(1000, 20_000)) for year in range(2018, 2026)}
    periods: list[ContributionPeriod] = []
    for year in draw(st.sets(st.integers(2019, 2025), min_size=1)):
        wage = wages[year - lag]
        fen = draw(st.integers(60 * wage, 300 * wage) | st.sampled_from([60 * wage, 300 * wage]))
        span = draw(spans(YearMonth(year, 1), YearMonth(year, 12), 12))
        base = f"{fen // 100}.{fen % 100:02}"
        count = draw(st.none() | st.integers(1, len(span)))
        periods.append(ContributionPeriod(PENSION, span, base=base, count=count))
    return ContributionHistory(periods), WageSeries.by_year(wages), lag


@given(bounded_records())
@example(
    (
        ContributionHistory([ContributionPeriod(PENSION, "2024-01", base=3600)]),
        WageSeries.by_year({2023: 6000}),
        1,
    )
)
@example(
    (
        ContributionHistory([ContributionPeriod(PENSION, "2024-01", base=18_000)]),
        WageSeries.by_year({2023: 6000}),
        1,
    )
)
def test_limits_of_60_and_300_percent_bound_the_index(
    made: tuple[ContributionHistory, WageSeries, int],
) -> None:
    """Where bases lie from 60 % to 300 % of the denominator, the index lies from 0.6 to 3."""
    history, wages, lag = made
    index = average_index(history, on=LATER, wages=wages, policy=IndexPolicy(lag_years=lag)).exact
    assert index is not None
    assert Fraction(3, 5) <= index <= Fraction(3)


@given(bounded_records())
def test_a_clamp_at_the_limits_changes_no_index_within_them(
    made: tuple[ContributionHistory, WageSeries, int],
) -> None:
    """Indices from 0.6 to 3 stay as they are when each month is clamped to 0.6 to 3."""
    history, wages, lag = made
    clamp = (Fraction(3, 5), Fraction(3))
    policies = [IndexPolicy(lag_years=lag, clamp=each) for each in (None, clamp)]
    indices = [average_index(history, on=LATER, wages=wages, policy=each) for each in policies]
    assert indices == [indices[0]] * 2


@given(bounded_records(), st.integers(1, 5000))
def test_a_higher_base_never_lowers_the_index(
    made: tuple[ContributionHistory, WageSeries, int], more: int
) -> None:
    """A person who pays more in some months has no lower index."""
    history, wages, lag = made
    first, *rest = history
    assert first.base is not None
    raised = ContributionPeriod(PENSION, first.months, base=first.base + more, count=first.count)
    indices = [
        average_index(each, on=LATER, wages=wages, policy=IndexPolicy(lag_years=lag)).exact
        for each in (history, ContributionHistory([raised, *rest]))
    ]
    assert indices[0] is not None
    assert indices[1] is not None
    assert indices[0] < indices[1]
