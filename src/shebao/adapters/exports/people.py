"""Settled months as the records of people, each period with the rows that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

import attrs

from ...errors import ContradictionError, Fault
from ...model.contradictions import check_contradictions
from ...model.contributions import ContributionPeriod, key_of
from ...model.history import ContributionHistory
from ...model.provenance import Provenance
from ...months import MonthSpan
from ...terms import InsuranceKind
from .set_aside import GivenUp, RowReason, SetAside
from .settlement import Settled, settle
from .tracks import Track

__all__ = ["histories_of"]

_EXPECTED: Final = "rows of one month that agree, or complete each other"


def histories_of(
    tracks: Iterable[Track], source: str
) -> tuple[dict[str | None, ContributionHistory], list[SetAside]]:
    """The record of each person, in the order of the table, and the rows that add no month to it."""
    people: dict[str | None, dict[InsuranceKind, list[Track]]] = {}
    for track in tracks:
        facts = track.facts
        people.setdefault(facts.person, {}).setdefault(facts.kind, []).append(track)
    histories: dict[str | None, ContributionHistory] = {}
    aside: list[SetAside] = []
    for person, kinds in people.items():
        periods: list[ContributionPeriod] = []
        for kind_tracks in kinds.values():
            settled, given_up = settle(kind_tracks)
            periods += _periods(settled, source)
            aside += [each for one in given_up for each in _set_aside(one, source)]
        histories[person] = _history(periods, aside, source)
    return histories, aside


def _periods(settled: Iterable[Settled], source: str) -> list[ContributionPeriod]:
    """The settled months as periods; what follows on, with all the same, is one."""
    joined: dict[object, list[list[Settled]]] = {}
    for each in sorted(settled, key=lambda one: one.first):
        groups = joined.setdefault(_said(each), [])
        if groups and each.facts.count is None and each.first == groups[-1][-1].last + 1:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_period(group, source) for groups in joined.values() for group in groups]


def _said(settled: Settled) -> object:
    """What makes two stretches of months one period where they follow each other."""
    facts = settled.facts
    return (
        facts.scheme,
        facts.area,
        facts.employer,
        facts.status,
        facts.base,
        facts.declared_on,
        facts.settled_on,
        facts.count,
    )


def _period(group: Sequence[Settled], source: str) -> ContributionPeriod:
    """The period that stretches of months make which follow each other."""
    months = MonthSpan.from_ordinals(group[0].first, group[-1].last)
    return group[0].facts.period(months, Provenance.of(source, _rows(group)))


def _rows(group: Sequence[Settled]) -> Iterable[int]:
    """The rows that tell of a period: one range, mostly."""
    ranges = [rows for settled in group for rows in settled.rows]
    return ranges[0] if len(ranges) == 1 else chain.from_iterable(ranges)


def _history(
    periods: Sequence[ContributionPeriod], aside: list[SetAside], source: str
) -> ContributionHistory:
    """The record; months known by their number that find no room in it are not understood."""
    kept: list[ContributionPeriod] = []
    groups: dict[object, list[ContributionPeriod]] = {}
    for period in periods:
        groups.setdefault(key_of(period), []).append(period)
    for group in groups.values():
        try:
            check_contradictions(group)
        except ContradictionError as error:
            aside += _without_room(group, error, source)
            kept += [period for period in group if period.count is None]
        else:
            kept += group
    return ContributionHistory(kept)


def _without_room(
    group: Iterable[ContributionPeriod], error: ContradictionError, source: str
) -> Iterator[SetAside]:
    expected = "months that other rows leave free"
    for period in group:
        if period.count is not None and period.provenance is not None:
            fault = Fault("count", str(period.months), error.faults[0].problem, expected, source)
            for row in period.provenance.rows:
                yield SetAside(row, RowReason.NOT_UNDERSTOOD, (attrs.evolve(fault, line=row),))


def _set_aside(given: GivenUp, source: str) -> Iterator[SetAside]:
    """Rows that are given up, one by one."""
    first, last = given.months
    months = str(MonthSpan.from_ordinals(first, last))
    for row in given.rows:
        faults: tuple[Fault, ...] = ()
        if given.problem:
            faults = (Fault("month", months, given.problem, _EXPECTED, source, row),)
        yield SetAside(row, given.reason, faults)
