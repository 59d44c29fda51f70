"""What cannot both be: one key in one month under two statuses, bases or days; counts without room.

A *key* is kind, scheme, area and employer. Periods of one key that share a month must say the same
of it. Months known only by their number (``count``) must find places: no month can be two things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from .. import intervals
from ..errors import ContradictionError, Fault
from ..months import MonthSpan
from .contributions import ContributionPeriod, Nature, key_of, nature_of
from .stretches import clusters

__all__ = ["check_contradictions"]


def check_contradictions(periods: Iterable[ContributionPeriod]) -> None:
    """Refuse periods that exclude each other.

    Raises:
        ContradictionError: with every contradiction of the record.
    """
    keyed = sorted(periods, key=_sorting_key)
    faults: list[Fault] = []
    for _, group in groupby(keyed, key=key_of):
        members = list(group)
        faults += _two_natures([period for period in members if period.count is None])
        faults += _no_room(members)
    if faults:
        raise ContradictionError(*faults)


def _sorting_key(period: ContributionPeriod) -> tuple[int, int, str, str, int]:
    return (
        period.kind.rank,
        period.scheme.rank,
        period.area or "",
        period.employer or "",
        period.months.first.ordinal,
    )


def _two_natures(periods: Sequence[ContributionPeriod]) -> Iterator[Fault]:
    """Sweep over the ends of periods of one key; a stretch with two natures is a fault."""
    events = sorted(
        [(period.months.pair[0], 1, index) for index, period in enumerate(periods)]
        + [(period.months.pair[1] + 1, 0, index) for index, period in enumerate(periods)]
    )
    natures = [nature_of(period) for period in periods]
    active: dict[int, None] = {}
    for (start, is_begin, index), (end, _, _) in pairwise(events):
        if is_begin:
            active[index] = None
        else:
            del active[index]
        if end > start and len({natures[member] for member in active}) > 1:
            months = MonthSpan.from_ordinals(start, end - 1)
            yield _fault(months, [periods[member] for member in active])


def _fault(months: MonthSpan, periods: Iterable[ContributionPeriod]) -> Fault:
    said = "; ".join(_said_of(period) for period in periods)
    problem = f"is held by periods that exclude each other ({said})"
    return Fault(
        "months", str(months), problem, "one status, base and pair of days a month and key"
    )


def _said_of(period: ContributionPeriod) -> str:
    days = [
        f"{name} {day}"
        for name, day in (("declared", period.declared_on), ("settled", period.settled_on))
        if day is not None
    ]
    base = [] if period.base is None else [f"base {period.base}"]
    origin = period.provenance
    place = [] if origin is None else [str(origin)]
    return " ".join([str(period), *base, *days, *place])


def _no_room(members: Sequence[ContributionPeriod]) -> Iterator[Fault]:
    """Counted spans of one key that cannot all find their months.

    Spans fit if in every window there are at least as many free months as the spans inside it need
    (Hall's condition for intervals); spans that share a nature may share months.
    """
    plain = [period for period in members if period.count is None]
    taken = intervals.union(period.months.pair for period in plain)
    for cluster in clusters([period for period in members if period.count is not None]):
        needs = [_need(span, plain) for span in cluster]
        starts = {span.months.pair[0] for span in cluster}
        ends = {span.months.pair[1] for span in cluster}
        for low, high in sorted((a, b) for a in starts for b in ends if a <= b):
            inside = [
                (span, need)
                for span, need in zip(cluster, needs, strict=True)
                if low <= span.months.pair[0] and span.months.pair[1] <= high
            ]
            free = high - low + 1 - intervals.count(intervals.clip(taken, low, high))
            if _demand(inside) > free:
                window = MonthSpan.from_ordinals(low, high)
                yield _fault(window, [span for span, _ in inside] + _touching(plain, window))
                break


def _need(span: ContributionPeriod, plain: Iterable[ContributionPeriod]) -> int:
    """Months that a span needs beyond those which plain periods of its nature give it."""
    same = intervals.union(
        period.months.pair for period in plain if nature_of(period) == nature_of(span)
    )
    return max(0, span.at_least - intervals.count(intervals.clip(same, *span.months.pair)))


def _touching(plain: Iterable[ContributionPeriod], window: MonthSpan) -> list[ContributionPeriod]:
    return [
        period
        for period in plain
        if period.months.first <= window.last and window.first <= period.months.last
    ]


def _demand(inside: Sequence[tuple[ContributionPeriod, int]]) -> int:
    """Months that spans need together: natures add up, within one the heaviest disjoint spans."""
    total = 0
    by_nature: dict[Nature, list[tuple[int, int, int]]] = {}
    for span, need in inside:
        first, last = span.months.pair
        by_nature.setdefault(nature_of(span), []).append((last, first, need))
    for spans in by_nature.values():
        best: list[tuple[int, int]] = [(-1, 0)]
        for last, first, need in sorted(spans):
            before = max(weight for end, weight in best if end < first)
            best.append((last, max(best[-1][1], before + need)))
        total += best[-1][1]
    return total
