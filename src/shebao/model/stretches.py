"""Periods side by side: stretches that the same periods hold, clusters that share months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from ..months import MonthSpan
from .contributions import ContributionPeriod, key_of, nature_of

__all__ = ["Stretch", "clusters", "stretches"]


@attrs.frozen
class Stretch:
    """Months in a row and who holds them, each period cut to these months.

    Periods known only by their number stay whole: where in them the months lie is not known.
    """

    span: MonthSpan
    holding: tuple[ContributionPeriod, ...]


def stretches(periods: Iterable[ContributionPeriod]) -> list[Stretch]:
    """The stretches of some periods, in order, between the first month and the last.

    Stretches that nobody holds are in it too. Neighbours that are held alike are one, so that
    records that are equal have equal stretches.

    Example:
        >>> from shebao import PENSION
        >>> months = ("2025-01", "2025-02", "2025-04")
        >>> found = stretches(ContributionPeriod(PENSION, month) for month in months)
        >>> [(str(each.span), len(each.holding)) for each in found]
        [('2025-01..2025-02', 1), ('2025-03', 0), ('2025-04', 1)]
    """
    listed = list(periods)
    said = [_said(period) for period in listed]
    events: dict[int, tuple[list[int], list[int]]] = {}
    for index, period in enumerate(listed):
        first, last = period.months.pair
        events.setdefault(first, ([], []))[0].append(index)
        events.setdefault(last + 1, ([], []))[1].append(index)
    found: list[tuple[int, int, dict[object, ContributionPeriod]]] = []
    active: set[int] = set()
    for edge, after in pairwise(sorted(events)):
        begun, ended = events[edge]
        active.update(begun)
        active.difference_update(ended)
        holding = {said[index]: listed[index] for index in sorted(active)}
        if found and found[-1][2].keys() == holding.keys():
            found[-1] = (found[-1][0], after - 1, found[-1][2])
        else:
            found.append((edge, after - 1, holding))
    return [_made(MonthSpan.from_ordinals(first, last), held) for first, last, held in found]


def _said(period: ContributionPeriod) -> object:
    """What a period says, whatever its months; one known only by its number stands for itself."""
    alone = None if period.count is None else (period.months, period.count)
    return *key_of(period), *nature_of(period), alone


def _made(span: MonthSpan, held: dict[object, ContributionPeriod]) -> Stretch:
    cut = (
        period
        if period.count is not None or period.months == span
        else attrs.evolve(period, months=span)
        for period in held.values()
    )
    return Stretch(span, tuple(cut))


def clusters(periods: Iterable[ContributionPeriod]) -> Iterator[list[ContributionPeriod]]:
    """Groups of periods that share months, directly or through others, in order.

    Example:
        >>> from shebao import PENSION
        >>> spans = ("2025-01..2025-03", "2025-03..2025-05", "2025-06")
        >>> made = [ContributionPeriod(PENSION, span) for span in spans]
        >>> [len(cluster) for cluster in clusters(made)]
        [2, 1]
    """
    cluster: list[ContributionPeriod] = []
    end = -1
    for period in sorted(periods, key=lambda period: period.months.pair):
        first, last = period.months.pair
        if first > end and cluster:
            yield cluster
            cluster = []
        cluster.append(period)
        end = max(end, last)
    if cluster:
        yield cluster
