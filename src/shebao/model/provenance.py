"""Where something was read (来源): a source, and the rows in it that tell of one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..errors import Fault, PeriodError
from ..masking import masked, shown

__all__ = ["Provenance"]


@attrs.frozen
class Provenance:
    """Where a period was read: a source and the rows in it, counted from 1.

    Attributes:
        source: what the table is called, such as its file.
        row: the row, or the first of several.
        others: the other rows that tell of the period, after the first, in order: spans that a
            reader joined, parts of one month, arrears and their settlement. Ranges, since rows of
            one period mostly follow each other at one distance.

    Raises:
        PeriodError: if the source is no text, or the rows are no numbers from 1 in order.

    Example:
        >>> year = Provenance.of("mine.csv", range(2, 14))
        >>> year.row, list(year.rows)[-1], str(year)
        (2, 13, 'mine.csv:2-13')
    """

    source: str = attrs.field(repr=shown)
    row: int
    others: tuple[range, ...] = ()

    def __attrs_post_init__(self) -> None:
        if type(self.source) is not str:
            raise PeriodError(Fault("source", self.source, "is no source", "text"))
        if type(self.row) is not int or self.row < 1:
            raise PeriodError(Fault("row", self.row, "is no row", "an int from 1"))
        if not _go_on(self.row, self.others):
            expected = "ranges of rows, each after the one before"
            raise PeriodError(Fault("others", self.others, "are no further rows", expected))

    @classmethod
    def of(cls, source: str, rows: Iterable[int]) -> Provenance:
        """Where a period was read that several rows tell of, in any order.

        Raises:
            PeriodError: if there is no row, or one is no number from 1.
        """
        if isinstance(rows, range) and rows.step > 0 and len(rows) > 1:
            return cls(source, rows[0], (rows[1:],))
        ordered = sorted(set(rows))
        return cls(source, ordered[0] if ordered else 0, _ranges(ordered[1:]))

    @property
    def rows(self) -> Iterator[int]:
        """All its rows, in order."""
        yield self.row
        for each in self.others:
            yield from each

    def __str__(self) -> str:
        parts = [range(self.row, self.row + 1), *self.others]
        return masked(f"{self.source}:{','.join(map(_row_range, _joined(parts)))}")


def _go_on(last: int, others: Iterable[object]) -> bool:
    """Whether others are ranges, each after the one before."""
    for each in others:
        if type(each) is not range or not each or each[0] <= last or each.step < 1:
            return False
        last = each[-1]
    return True


def _ranges(rows: Iterable[int]) -> tuple[range, ...]:
    """Ascending numbers as ranges, each as long as its first two numbers allow."""
    found: list[range] = []
    for row in rows:
        last = found[-1] if found else None
        if last is not None and len(last) == 1:
            found[-1] = range(last[0], row + 1, row - last[0])
        elif last is not None and row == last[-1] + last.step:
            found[-1] = range(last[0], row + 1, last.step)
        else:
            found.append(range(row, row + 1))
    return tuple(found)


def _joined(parts: Sequence[range]) -> Sequence[range]:
    """The ranges, the first number with the range that goes on from it."""
    first, *rest = parts
    if rest and rest[0][0] == first[0] + rest[0].step and len(rest[0]) > 1:
        return [range(first[0], rest[0][-1] + 1, rest[0].step), *rest[1:]]
    return parts


def _row_range(rows: range) -> str:
    if len(rows) == 1:
        return str(rows[0])
    step = f"/{rows.step}" if rows.step > 1 else ""
    return f"{rows[0]}-{rows[-1]}{step}"
