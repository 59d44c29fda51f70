"""Sets of months in one canonical form: sorted spans that neither meet nor touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self, final

import attrs

from . import intervals
from .errors import Fault, MonthError
from .months import MonthLike, MonthSpan, YearMonth, as_month, as_span

__all__ = ["MonthSet"]


@final
@attrs.frozen(init=False, repr=False)
class MonthSet:
    """A set of months in its one canonical form: sorted spans that neither meet nor touch.

    Args:
        months: spans and single months, in any order, overlapping or not.

    Example:
        >>> held = MonthSet([MonthSpan("2025-01", "2025-03"), "2025-05"])
        >>> len(held), held.gaps()
        (4, MonthSet([MonthSpan("2025-04", "2025-04")]))
    """

    pairs: intervals.Pairs

    def __init__(self, months: Iterable[MonthSpan | MonthLike] = ()) -> None:
        if isinstance(months, str | date | YearMonth | MonthSpan):
            raise MonthError(Fault("months", months, "is one item", "a list of spans or months"))
        object.__setattr__(self, "pairs", intervals.union(as_span(item).pair for item in months))

    @classmethod
    def from_pairs(cls, pairs: intervals.Pairs) -> Self:
        """The set of pairs of ordinals that are canonical already (sorted, disjoint, apart)."""
        made = object.__new__(cls)
        object.__setattr__(made, "pairs", pairs)
        return made

    @property
    def spans(self) -> tuple[MonthSpan, ...]:
        """Its spans, earliest first."""
        return tuple(MonthSpan.from_ordinals(first, last) for first, last in self.pairs)

    def gaps(self) -> MonthSet:
        """The months between its spans that are not in it."""
        return MonthSet.from_pairs(
            tuple(
                (left[1] + 1, right[0] - 1)
                for left, right in zip(self.pairs, self.pairs[1:], strict=False)
            )
        )

    def runs(self, *, bridging: int = 0) -> tuple[MonthSet, ...]:
        """Its runs: spans joined where at most ``bridging`` months are missing between them.

        The missing months join runs and are never part of one; each gap is measured alone.

        Raises:
            MonthError: if ``bridging`` is negative.

        Example:
            >>> months = MonthSet(["2025-01", "2025-04"])
            >>> len(months.runs()), len(months.runs(bridging=2))
            (2, 1)
        """
        if type(bridging) is not int or bridging < 0:
            raise MonthError(Fault("bridging", bridging, "is no number of months", "an int from 0"))
        runs = list(intervals.runs_backwards(self.pairs, (), bridging))
        return tuple(MonthSet.from_pairs(run) for run in reversed(runs))

    def __or__(self, other: object) -> MonthSet:
        if not isinstance(other, MonthSet):
            return NotImplemented
        return MonthSet.from_pairs(intervals.union(self.pairs + other.pairs))

    def __and__(self, other: object) -> MonthSet:
        if not isinstance(other, MonthSet):
            return NotImplemented
        return MonthSet.from_pairs(intervals.intersect(self.pairs, other.pairs))

    def __sub__(self, other: object) -> MonthSet:
        if not isinstance(other, MonthSet):
            return NotImplemented
        return MonthSet.from_pairs(intervals.subtract(self.pairs, other.pairs))

    def __xor__(self, other: object) -> MonthSet:
        if not isinstance(other, MonthSet):
            return NotImplemented
        return (self | other) - (self & other)

    def __le__(self, other: object) -> bool:
        if not isinstance(other, MonthSet):
            return NotImplemented
        return not intervals.subtract(self.pairs, other.pairs)

    def __lt__(self, other: object) -> bool:
        return NotImplemented if not isinstance(other, MonthSet) else self <= other != self

    def __len__(self) -> int:
        return intervals.count(self.pairs)

    def __iter__(self) -> Iterator[YearMonth]:
        for span in self.spans:
            yield from span

    def __contains__(self, month: MonthLike) -> bool:
        ordinal = as_month(month).ordinal
        return any(first <= ordinal <= last for first, last in self.pairs)

    def __repr__(self) -> str:
        return f"MonthSet([{', '.join(map(repr, self.spans))}])"

    def __str__(self) -> str:
        return ", ".join(map(str, self.spans)) or "-"
