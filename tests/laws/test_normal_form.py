"""Records that say the same are equal: split, merged, permuted or repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao.model.contributions import ContributionPeriod, key_of, nature_of
from shebao.model.history import ContributionHistory
from shebao.model.provenance import Provenance
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan
from shebao.terms import InsuranceKind
from strategies import SMALL, histories, periods, small_histories

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

_PLAIN = ContributionPeriod(InsuranceKind.PENSION, MonthSpan("2025-01", "2025-12"), area="130100")


def _split(period: ContributionPeriod, lengths: Iterable[int]) -> list[ContributionPeriod]:
    """A period written as several rows; one with a count stays one row."""
    if period.count is not None:
        return [period]
    rows = []
    first = period.months.first
    for length in lengths:
        last = min(first + (length - 1), period.months.last)
        rows.append(attrs.evolve(period, months=MonthSpan(first, last)))
        if last == period.months.last:
            return rows
        first = last + 1
    return [*rows, attrs.evolve(period, months=MonthSpan(first, period.months.last))]


@composite
def _rewritten(draw: DrawFn, history: ContributionHistory) -> list[ContributionPeriod]:
    """The same record in other rows: split, with some repeated, from other files, in any order."""
    rows: list[ContributionPeriod] = []
    for period in history:
        rows += _split(period, draw(st.lists(st.integers(1, 9), max_size=4)))
    rows += draw(st.lists(st.sampled_from(rows), max_size=3)) if rows else []
    rows = [attrs.evolve(row, provenance=Provenance("b.csv", 1)) for row in rows]
    return draw(st.permutations(rows))


def _statements(history: ContributionHistory) -> set[Hashable]:
    """What a record says, month by month; of counted spans, row by row."""
    said: set[Hashable] = set()
    for period in history:
        about = (key_of(period), nature_of(period))
        if period.count is None:
            said |= {(about, month) for month in period.months}
        else:
            said.add((about, period.months, period.count))
    return said


@given(histories(), st.data())
def test_rows_do_not_matter(history: ContributionHistory, data: st.DataObject) -> None:
    """Split, permuted, repeated or read elsewhere, the rows make an equal record."""
    other = ContributionHistory(data.draw(_rewritten(history)))
    assert history == other
    assert hash(history) == hash(other)
    assert {history} == {other}


@given(histories())
def test_rows_may_be_merged(history: ContributionHistory) -> None:
    """Rows of one key that say the same are as good as one row for each of their spans."""
    merged: list[ContributionPeriod] = [item for item in history if item.count is not None]
    plain: dict[Hashable, list[ContributionPeriod]] = {}
    for period in history:
        if period.count is None:
            plain.setdefault((key_of(period), nature_of(period)), []).append(period)
    for rows in plain.values():
        spans = MonthSet(row.months for row in rows).spans
        merged += [attrs.evolve(rows[0], months=span) for span in spans]
    assert history == ContributionHistory(merged)
    assert hash(history) == hash(ContributionHistory(merged))


@given(small_histories(kind=None), small_histories(kind=None))
def test_records_are_equal_if_they_say_the_same(
    left: ContributionHistory, right: ContributionHistory
) -> None:
    """Two records are equal if and only if they make the same statements about the same months."""
    assert (_statements(left) == _statements(right)) == (left == right)


@given(histories(), st.data())
def test_records_that_say_less_differ(history: ContributionHistory, data: st.DataObject) -> None:
    """Without one month that only one row holds, a record is another one."""
    if not history:
        return
    gone = data.draw(st.sampled_from(history.periods))
    month = data.draw(st.sampled_from(list(gone.months)))
    other = history.without(MonthSet([month]), gone.kind)
    assert history != other
    assert _statements(history) != _statements(other)


@given(periods(within=SMALL, longest=12), periods(within=SMALL, longest=12))
def test_every_part_but_the_source_is_part_of_equality(
    one: ContributionPeriod, other: ContributionPeriod
) -> None:
    """Records of one period differ where kind, months, money, place or days do, not in the source."""
    told = ("kind", "scheme", "area", "employer", "status", "base", "count", "declared_on")
    for name in (*told, "settled_on"):
        if getattr(one, name) != getattr(other, name):
            assert ContributionHistory([one]) != ContributionHistory([other])
    moved = attrs.evolve(one, provenance=other.provenance)
    assert ContributionHistory([one]) == ContributionHistory([moved])
    further = MonthSpan(one.months.first, one.months.last + 1)
    longer = attrs.evolve(one, months=further)
    assert ContributionHistory([one]) != ContributionHistory([longer])


@given(st.integers(1, 11), st.integers(1, 11))
def test_a_count_is_never_split_or_merged(number: int, month: int) -> None:
    """A number of a year's months is not a number of one part and of the other."""
    year = MonthSpan("2025-01", "2025-12")
    base = attrs.evolve(_PLAIN, months=year, count=number)
    first, last = year.pair
    halves = [base.between(first, first + month - 1), base.between(first + month, last)]
    parts = ContributionHistory([half for half in halves if half is not None])
    whole = ContributionHistory([base])
    assert parts != whole
    assert ContributionHistory([base, base]) == whole
    assert hash(ContributionHistory([base, base])) == hash(whole)
    assert ContributionHistory([attrs.evolve(_PLAIN, months=year)]) != whole


def test_both_bounds_of_a_count_are_part_of_equality() -> None:
    """3 to 9 of twelve months is neither 3 of them nor 3 to 8."""
    records = {
        ContributionHistory([attrs.evolve(_PLAIN, count=count)])
        for count in ((3, 9), 3, (3, 8), 9, (4, 9))
    }
    assert len(records) == 5


@given(histories())
def test_a_record_is_made_of_its_periods(history: ContributionHistory) -> None:
    """The periods that a record gives make the same record, in the same order."""
    again = ContributionHistory(history)
    assert history == again
    assert history.periods == again.periods
    assert sum(len(history.of(kind)) for kind in history.kinds) == len(history)
