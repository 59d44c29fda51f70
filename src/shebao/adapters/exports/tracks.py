"""Rows that say the same of different months, kept as runs: what a table of any length comes down to.

A run is months in a row that rows at one distance tell of. A row that goes on with a run makes it
longer, so a hundred thousand rows of one person and fact take the room of one.
"""

from __future__ import annotations

import attrs

from .facts import Facts

__all__ = ["Run", "Stretch", "Track"]


@attrs.define
class Run:
    """Months in a row, and the rows that they stand in.

    Attributes:
        first: the ordinal of the first month.
        last: that of the last one.
        row: the row of the first month.
        step: how many rows lie between two months; 0 for a span in one row, negative where the
            table goes back in time.
    """

    first: int
    last: int
    row: int
    step: int = 0

    def row_of(self, month: int) -> int:
        """The row that tells of a month."""
        return self.row + (month - self.first) * self.step

    def rows(self, first: int, last: int) -> range:
        """The rows that tell of some of its months, in the order of the table."""
        low, high = self.row_of(first), self.row_of(last)
        if self.step == 0:
            return range(low, low + 1)
        if self.step < 0:
            return range(high, low + 1, -self.step)
        return range(low, high + 1, self.step)


@attrs.frozen
class Stretch:
    """What one run says of some months in a row.

    Attributes:
        facts: what it says.
        first: the ordinal of the first month.
        last: that of the last one.
        rows: the rows that say it.
    """

    facts: Facts
    first: int
    last: int
    rows: range

    @property
    def holds(self) -> bool:
        """Whether the rows hold the months, and do not only change them."""
        return self.facts.status is not None


@attrs.define(eq=False)
class Track:
    """All rows that say the same, their months aside."""

    facts: Facts
    runs: list[Run] = attrs.field(factory=list[Run])

    def add(self, first: int, last: int, row: int) -> None:
        """One more row."""
        runs = self.runs
        if runs and first == last:
            run = runs[-1]
            if run.first == run.last:
                if first == run.last + 1:
                    run.last, run.step = first, row - run.row
                    return
                if first == run.first - 1:
                    run.step, run.first, run.row = run.row - row, first, row
                    return
            elif first == run.last + 1 and row == run.row + (first - run.first) * run.step:
                run.last = first
                return
            elif first == run.first - 1 and row == run.row - run.step:
                run.first, run.row = first, row
                return
        runs.append(Run(first, last, row))
