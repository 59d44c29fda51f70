"""Where a period was read: one source, one row or several."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import PeriodError, Provenance


@given(rows=st.lists(st.integers(1, 10_000), min_size=1, max_size=50))
def test_rows_come_back_sorted_and_once(rows: list[int]) -> None:
    """In whatever order and however often rows are given, each is there once, in order."""
    found = Provenance.of("a.csv", rows)

    assert sorted(set(rows)) == list(found.rows)
    assert min(rows) == found.row


@given(rows=st.lists(st.integers(1, 99), min_size=1, max_size=9), seed=st.randoms())
def test_the_same_rows_are_the_same_provenance(rows: list[int], seed: Random) -> None:
    """The order of rows changes nothing."""
    shuffled = rows[:]
    seed.shuffle(shuffled)

    assert Provenance.of("a.csv", rows) == Provenance.of("a.csv", shuffled)


@given(first=st.integers(1, 99), length=st.integers(2, 500), step=st.integers(1, 7))
def test_rows_at_one_distance_take_one_range(first: int, length: int, step: int) -> None:
    """Months that follow each other in a table take no more room than one of them."""
    rows = range(first, first + length * step, step)

    assert len(Provenance.of("a.csv", rows).others) == 1


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([7], "a.csv:7"),
        ([2, 3, 4], "a.csv:2-4"),
        ([2, 4, 6], "a.csv:2-6/2"),
        ([2, 9], "a.csv:2,9"),
        ([2, 9, 10, 11], "a.csv:2,9-11"),
        ([2, 3, 9], "a.csv:2,3-9/6"),
    ],
)
def test_rows_are_written_short(rows: list[int], shown: str) -> None:
    """One row by its number, many as first and last, with their distance where it is not one."""
    assert shown == str(Provenance.of("a.csv", rows))


@pytest.mark.parametrize("rows", [[], [0], [-1, 3]])
def test_rows_count_from_one(rows: list[int]) -> None:
    """No rows, or a row before the first, are an error that names them."""
    with pytest.raises(PeriodError, match="expected an int from 1"):
        Provenance.of("a.csv", rows)


@pytest.mark.parametrize(
    "others", [(3,), (range(3, 3),), (range(2, 4),), (range(9, 3, -1),), (range(5, 9), range(7, 9))]
)
def test_other_rows_are_ranges_in_order(others: tuple[Any, ...]) -> None:
    """Further rows come after the first and after each other."""
    with pytest.raises(PeriodError, match="are no further rows"):
        Provenance("a.csv", 2, others)
