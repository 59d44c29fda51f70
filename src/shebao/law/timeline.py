"""What is known of one parameter in one place, day by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Generic, TypeVar, final

import attrs

from ..errors import Fault, LawFileError, UnknownLawError
from ..months import as_day
from .citations import Citation, Evidence

__all__ = ["Dated", "Hole", "Timeline", "order_faults"]

T = TypeVar("T")
_DAY = timedelta(days=1)


@final
@attrs.frozen
class Dated(Generic[T]):
    """A value of law with the days it holds for and the place it stands in.

    Attributes:
        parameter: the name of the parameter.
        area: the area whose rule it is; the nation's for a national rule.
        value: the value.
        valid_from: the first day.
        valid_until: the last day, inclusive; None where no end is known.
        citation: where it stands.
        evidence: how well it was read.
        published: the day on which it became known, if that is later than ``valid_from``.
        is_provisional: whether it stands in for one that was not yet published (预发).
        note: what else a careful reader should know.
    """

    parameter: str
    area: str
    value: T
    valid_from: date
    valid_until: date | None
    citation: Citation
    evidence: Evidence
    published: date | None = None
    is_provisional: bool = False
    note: str | None = None


@final
@attrs.frozen
class Hole:
    """Days for which the value is not known.

    Attributes:
        valid_from: the first day.
        valid_until: the last day, inclusive; None where no end is known.
        missing: why: the place has a rule and it is not known. None says nothing about the place,
            so that the rule of a wider area holds.
    """

    valid_from: date
    valid_until: date | None
    missing: str | None


@final
@attrs.frozen
class Timeline(Generic[T]):
    """The entries of one parameter in one area, each beginning the day after the one before.

    Args:
        parameter: the name of the parameter.
        area: the area.
        entries: values and holes, earliest first.

    Raises:
        LawFileError: if there are none, or they are not sorted and contiguous.

    Example:
        >>> from shebao.law import parameters, shipped
        >>> line = shipped().timeline(parameters.UNEMPLOYMENT_MINIMUM_MONTHS, "100000")
        >>> line.on(date(2026, 1, 29)).value
        12
    """

    parameter: str
    area: str
    entries: tuple[Dated[T] | Hole, ...]
    _starts: tuple[date, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        spans = [(entry.valid_from, entry.valid_until) for entry in self.entries]
        if faults := order_faults(spans, f"{self.parameter} of {self.area}"):
            raise LawFileError(*faults)
        object.__setattr__(self, "_starts", tuple(first for first, _ in spans))

    def on(self, day: date, known: date | None = None) -> Dated[T]:
        """The value for a day.

        Args:
            day: the day.
            known: the day of asking: of a value published later than that, the latest earlier one
                is given, marked ``is_provisional``. None is with hindsight.

        Raises:
            UnknownLawError: outside the known range and inside a hole, with what is known.
        """
        found = self.entry(as_day(day, "day"), known)
        if isinstance(found, Dated):
            return found
        reason = self.known_range if found is None or found.missing is None else found.missing
        raise UnknownLawError(self.parameter, self.area, day.isoformat(), reason)

    def entry(
        self, day: date, known: date | None = None, *, or_latest: bool = False
    ) -> Dated[T] | Hole | None:
        """What stands for a day: a value, a hole, or None outside the known range.

        Args:
            day: the day.
            known: the day of asking; None is with hindsight.
            or_latest: whether beyond the last entry the latest value serves provisionally.
        """
        index = bisect_right(self._starts, day) - 1
        if index < 0:
            return None
        found = self.entries[index]
        if found.valid_until is not None and day > found.valid_until:
            return self._latest(len(self.entries), known) if or_latest else None
        if _is_known(found, known):
            return found
        return self._latest(index, known)

    @property
    def known_range(self) -> str:
        """The days that it speaks of, in words."""
        last = self.entries[-1].valid_until
        until = "on" if last is None else f"to {last}"
        return f"known for {self.area} from {self.entries[0].valid_from} {until}"

    def at_least(self, grade: Evidence) -> Timeline[T]:
        """The timeline with holes where the evidence is weaker than ``grade``."""
        if all(isinstance(entry, Hole) or _is_good(entry, grade) for entry in self.entries):
            return self
        entries = (
            entry if isinstance(entry, Hole) or _is_good(entry, grade) else _weak(entry, grade)
            for entry in self.entries
        )
        return Timeline(self.parameter, self.area, tuple(entries))

    def overlaid(self, top: Timeline[T]) -> Timeline[T]:
        """The timeline with another one in its place for all days that the other speaks of."""
        first, last = top.entries[0].valid_from, top.entries[-1].valid_until
        if last == date.max:
            last = None
        entries: list[Dated[T] | Hole] = []
        for entry in self.entries:
            if entry.valid_from < first:
                is_cut = entry.valid_until is None or entry.valid_until >= first
                entries.append(attrs.evolve(entry, valid_until=first - _DAY) if is_cut else entry)
        _fill(entries, first)
        entries += top.entries
        for entry in self.entries:
            if last is not None and (entry.valid_until is None or entry.valid_until > last):
                _fill(entries, entry.valid_from)
                is_cut = entry.valid_from <= last
                entries.append(attrs.evolve(entry, valid_from=last + _DAY) if is_cut else entry)
        return Timeline(self.parameter, self.area, tuple(entries))

    def _latest(self, count: int, known: date | None) -> Dated[T] | Hole:
        """The latest of so many first entries that serves provisionally, or the hole before it."""
        for earlier in reversed(self.entries[:count]):
            if isinstance(earlier, Hole):
                return earlier
            if _is_known(earlier, known):
                return attrs.evolve(earlier, is_provisional=True)
        reason = f"nothing of it was published by {known}"
        return Hole(self.entries[0].valid_from, self.entries[-1].valid_until, reason)


def order_faults(
    spans: Sequence[tuple[date, date | None]], path: str, source: str | None = None
) -> list[Fault]:
    """What is wrong with the days of entries that should be sorted and contiguous."""
    if not spans:
        return [Fault(path, "[]", "has no entries", "at least one", source)]
    faults = [
        Fault(f"{path}[{index}].until", str(last), "lies before from", f"{first} or later", source)
        for index, (first, last) in enumerate(spans)
        if last is not None and last < first
    ]
    for index, ((before, last), (first, _)) in enumerate(pairwise(spans), 1):
        field, value = f"{path}[{index}].from", str(first)
        if first <= before:
            expected = f"a day after {before}, for entries are sorted"
            faults.append(Fault(field, value, "is not after the entry before", expected, source))
        elif last is None or first <= last:
            expected = f"the entry before to end on {first - _DAY}"
            faults.append(Fault(field, value, "overlaps the entry before", expected, source))
        elif first - _DAY > last:
            expected = f'{last + _DAY}, or an entry with missing = "why" between them'
            faults.append(
                Fault(field, value, "leaves a gap after the entry before", expected, source)
            )
    return faults


def _is_known(entry: Dated[Any] | Hole, known: date | None) -> bool:
    if known is None or isinstance(entry, Hole) or entry.published is None:
        return True
    return entry.published <= known


def _is_good(entry: Dated[Any], grade: Evidence) -> bool:
    return entry.evidence.rank <= grade.rank


def _weak(entry: Dated[Any], grade: Evidence) -> Hole:
    reason = f"known as {entry.evidence.value}, at least {grade.value} was asked for"
    return Hole(entry.valid_from, entry.valid_until, reason)


def _fill(entries: list[Any], until: date) -> None:
    """Close what lies open before a day, saying nothing about it."""
    if entries and (last := entries[-1].valid_until) is not None and last + _DAY < until:
        entries.append(Hole(last + _DAY, until - _DAY, None))
