"""What rows of one person and insurance come down to: rows that repeat, complete and undo each other.

A month is one, however many rows tell of it. What a row adds depends on what stands beside it, so
months that several rows hold are settled one stretch at a time:

- the same said twice is said once;
- the employer's and the personal part of a month make one, with the personal base;
- arrears and their settlement make one back-paid month;
- a top-up 补差 adds no month. Whether the base in such a row is added to the first or replaces it is
  not said, so the base of the month is not known any more; without a base in it, it stays;
- a refund 退费 takes its month away, or of the base what it names;
- what cannot both be is not understood, and neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from ...terms import PaymentStatus
from .effects import Effect
from .facts import Facts
from .set_aside import RowReason
from .tracks import Run, Track

__all__ = ["Given", "Said", "Settled", "settle"]

_UNDONE: Final = "is either this month taken back or another payment for it,"
_TWO_STATUSES: Final = "says another status of the month"
_TWO_BASES: Final = "says another base or day of the month"
_TOO_MUCH: Final = "is taken back by more than there is, or than is known"
_CHANGES: Final = (Effect.TOP_UP, Effect.ADJUSTMENT, Effect.REFUND)


@attrs.frozen
class Said:
    """What some rows say of a stretch of months: a month a row, or all of it in one."""

    facts: Facts
    first: int
    last: int
    rows: range


@attrs.frozen
class Settled:
    """Months of which one thing holds.

    Attributes:
        first: the ordinal of the first month.
        last: that of the last one.
        facts: what holds.
        rows: the rows that tell of it.
    """

    first: int
    last: int
    facts: Facts
    rows: tuple[range, ...]


@attrs.frozen
class Given:
    """Rows that are given up, of a stretch of months.

    Attributes:
        rows: the rows.
        reason: why.
        months: the ordinals of the first and the last month.
        problem: of rows that are not understood, what is wrong.
    """

    rows: range
    reason: RowReason
    months: tuple[int, int]
    problem: str = ""


def settle(tracks: Iterable[Track]) -> tuple[list[Settled], list[Given]]:
    """What the rows of one person and insurance come down to, and which of them add no month."""
    settled: list[Settled] = []
    given: list[Given] = []
    plain: list[tuple[Run, Facts]] = []
    for track in tracks:
        if track.facts.count is None:
            plain += [(run, track.facts) for run in track.runs]
        else:
            _counted(track, settled, given)
    for cluster in _clusters(plain):
        if len(cluster) == 1 and cluster[0][1].effect.status is not None:
            ((run, facts),) = cluster
            settled.append(Settled(run.first, run.last, facts, (run.rows(run.first, run.last),)))
        else:
            for stretch in _stretches(cluster):
                _settle_stretch(stretch, settled, given)
    return settled, given


def _counted(track: Track, settled: list[Settled], given: list[Given]) -> None:
    """Spans known by their number stand as they are; repeated, they are one."""
    seen: dict[tuple[int, int], int] = {}
    for run in track.runs:
        months, rows = (run.first, run.last), run.rows(run.first, run.last)
        if months in seen:
            given.append(Given(rows, RowReason.DUPLICATE, months))
            before = settled[seen[months]]
            settled[seen[months]] = attrs.evolve(before, rows=(*before.rows, rows))
        else:
            seen[months] = len(settled)
            settled.append(Settled(*months, track.facts, (rows,)))


def _clusters(plain: Iterable[tuple[Run, Facts]]) -> Iterator[list[tuple[Run, Facts]]]:
    """Runs that share months with each other, directly or through others."""
    cluster: list[tuple[Run, Facts]] = []
    end = -1
    for run, facts in sorted(plain, key=lambda each: (each[0].first, each[0].row)):
        if cluster and run.first > end:
            yield cluster
            cluster = []
        cluster.append((run, facts))
        end = max(end, run.last)
    if cluster:
        yield cluster


def _stretches(cluster: Sequence[tuple[Run, Facts]]) -> Iterator[list[Said]]:
    """What the runs say of each stretch of months in which they are the same."""
    edges = sorted({edge for run, _ in cluster for edge in (run.first, run.last + 1)})
    begun: list[tuple[Run, Facts]] = []
    waiting = list(reversed(cluster))
    for first, after in pairwise(edges):
        begun = [each for each in begun if each[0].last >= first]
        while waiting and waiting[-1][0].first <= first:
            begun.append(waiting.pop())
        if begun:
            yield [
                Said(facts, first, after - 1, run.rows(first, after - 1)) for run, facts in begun
            ]


def _settle_stretch(stretch: Sequence[Said], settled: list[Settled], given: list[Given]) -> None:
    """What holds of one stretch: of each employer for itself, changes with what they change."""
    groups: dict[object, list[Said]] = {}
    for said in _once(stretch, given):
        groups.setdefault(_key(said.facts), []).append(said)
    held = [key for key, group in groups.items() if any(map(_holds, group))]
    for key, group in list(groups.items()):
        if key not in held:
            _move(group, groups, held, given)
    for key in held:
        _settle_key(groups[key], settled, given)


def _key(facts: Facts) -> object:
    return facts.scheme, facts.area, facts.employer


def _holds(said: Said) -> bool:
    return said.facts.effect.status is not None


def _once(stretch: Iterable[Said], given: list[Given]) -> list[Said]:
    """What is said, each once: in the first row that says it, with the others as duplicates."""
    found: dict[Facts, Said] = {}
    for said in sorted(stretch, key=lambda each: each.rows[0]):
        if said.facts in found:
            given.append(_given(said, RowReason.DUPLICATE))
        found.setdefault(said.facts, said)
    return list(found.values())


def _given(said: Said, reason: RowReason, problem: str = "") -> Given:
    return Given(said.rows, reason, (said.first, said.last), problem)


def _move(
    group: Iterable[Said],
    groups: dict[object, list[Said]],
    held: Sequence[object],
    given: list[Given],
) -> None:
    """Changes that name no employer go to the only one there is; the others change nothing."""
    for said in group:
        if said.facts.effect is Effect.REFUNDED:
            given.append(_given(said, RowReason.REFUNDED))
        elif said.facts.employer is None and len(held) == 1:
            groups[held[0]].append(said)
        else:
            problem = "changes a month that no row holds"
            if said.facts.employer is None and held:
                problem = f"changes a month of one of {len(held)} employers, and does not say whose"
            given.append(_given(said, RowReason.NOT_UNDERSTOOD, problem))


def _settle_key(group: Sequence[Said], settled: list[Settled], given: list[Given]) -> None:
    """What holds of a stretch with one employer, or why nothing does."""
    months = [said for said in group if _holds(said)]
    if any(said.facts.effect is Effect.REFUNDED for said in group):
        given += _not_understood(group, _UNDONE)
        return
    try:
        facts: Facts | None = _merged([said.facts for said in months])
    except _ContradictionError as error:
        given += _not_understood(group, str(error))
        return
    for said in group:
        if said.facts.effect in _CHANGES:
            facts = _changed(facts, said, given)
    if facts is None:
        given += [_given(said, RowReason.REFUNDED) for said in months]
        return
    if facts.status is not PaymentStatus.ARREARS:
        owed = [said for said in months if said.facts.status is PaymentStatus.ARREARS]
        given += [_given(said, RowReason.FOLDED) for said in owed]
    settled.append(
        Settled(group[0].first, group[0].last, facts, tuple(said.rows for said in group))
    )


class _ContradictionError(Exception):
    """What rows of one stretch of months cannot all be; never leaves this module."""


def _not_understood(group: Sequence[Said], problem: str) -> Iterator[Given]:
    """All rows of a stretch as not understood, each with the others that it clashes with."""
    for said in group:
        others = sorted({other.rows[0] for other in group} - {said.rows[0]})
        beside = f" beside row {', '.join(map(str, others))}" if others else ""
        yield _given(said, RowReason.NOT_UNDERSTOOD, problem + beside)


def _merged(months: Sequence[Facts]) -> Facts:
    """The one thing that rows of a month say together.

    Raises:
        _ContradictionError: if they exclude each other.
    """
    by_status: dict[PaymentStatus, list[Facts]] = {}
    for facts in _with_bases(months):
        by_status.setdefault(facts.status, []).append(facts)
    merged = {status: _one_of_parts(each) for status, each in by_status.items()}
    if len(merged) == 1:
        return next(iter(merged.values()))
    if merged.keys() != {PaymentStatus.ARREARS, PaymentStatus.BACK_PAID}:
        raise _ContradictionError(_TWO_STATUSES)
    return _folded(merged[PaymentStatus.ARREARS], merged[PaymentStatus.BACK_PAID])


def _with_bases(months: Sequence[Facts]) -> Sequence[Facts]:
    """The rows of a grid that say what became of a month, with the base that another row says."""
    bases = [facts for facts in months if facts.part == "base"]
    others = [facts for facts in months if facts.part != "base"]
    if len(bases) != 1 or not others:
        return months
    return [attrs.evolve(facts, base=facts.base or bases[0].base) for facts in others]


def _one_of_parts(months: Sequence[Facts]) -> Facts:
    """The month that its parts make: the base is the personal one, the day the last."""
    if len(months) == 1:
        return months[0]
    parts = {facts.part: facts for facts in months}
    if parts.keys() != {"personal", "employer"} or len(months) > len(parts):
        raise _ContradictionError(_TWO_BASES)
    personal, employer = parts["personal"], parts["employer"]
    return attrs.evolve(
        personal,
        part=None,
        base=personal.base or employer.base,
        declared_on=_later(personal.declared_on, employer.declared_on),
        settled_on=_later(personal.settled_on, employer.settled_on),
    )


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _folded(owed: Facts, paid: Facts) -> Facts:
    """Arrears and their settlement as one month, if base and day agree as far as both give them."""
    for one, other in ((owed.base, paid.base), (owed.declared_on, paid.declared_on)):
        if None not in (one, other) and one != other:
            raise _ContradictionError(_TWO_BASES)
    declared_on = owed.declared_on or owed.billed or paid.declared_on
    return attrs.evolve(paid, base=paid.base or owed.base, declared_on=declared_on)


def _changed(facts: Facts | None, change: Said, given: list[Given]) -> Facts | None:
    """A month after a top-up or a refund; None if nothing is left of it."""
    base = change.facts.base
    if change.facts.effect is not Effect.REFUND:
        given.append(_given(change, RowReason.TOP_UP))
        is_open = change.facts.effect is Effect.TOP_UP and base is not None
        return attrs.evolve(facts, base=None) if facts is not None and is_open else facts
    if facts is None or (base is not None and (facts.base is None or base > facts.base)):
        given.append(_given(change, RowReason.NOT_UNDERSTOOD, _TOO_MUCH))
        return facts
    given.append(_given(change, RowReason.REFUND))
    if base is None or facts.base is None or base == facts.base:
        return None
    return attrs.evolve(facts, base=facts.base - base)
