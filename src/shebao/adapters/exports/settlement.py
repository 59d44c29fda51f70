"""What rows of one person and insurance come down to: rows that repeat, complete and undo each other.

A month is one, however many rows tell of it. What a row adds depends on what stands beside it, so
months that several rows hold are settled one stretch at a time:

- the same said twice is said once;
- the employer's and the personal part of a month make one, with the personal base;
- arrears and their settlement make one back-paid month;
- what cannot both be is not understood, and neither is taken;
- top-ups and refunds change what is left then, see ``changes``.

Spans known by the number of their months are settled the same way, each beside those of the same
span; one that lies over months of its own employer may repeat them, and is not understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

import attrs

from ... import intervals
from ...terms import PaymentStatus
from .changes import CHANGES, change, total
from .effects import Effect
from .facts import Facts
from .headings import Part
from .set_aside import GivenUp, RowReason
from .tracks import Run, Stretch, Track

__all__ = ["Settled", "settle"]

_UNDONE: Final = "is either this month taken back or another payment for it,"
_TWO_STATUSES: Final = "says another status of the month"
_TWO_BASES: Final = "says another base, number or day of the month"
_REPEATED: Final = "stands more than once beside a refund, and how often it was paid is not said,"
_SUBTOTAL: Final = "may count months again that other rows name one by one"


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


@attrs.define
class _Outcome:
    """What was settled so far, and given up."""

    settled: list[Settled] = attrs.field(factory=list[Settled])
    given_up: list[GivenUp] = attrs.field(factory=list[GivenUp])

    def give_up(self, stretch: Stretch, reason: RowReason, problem: str = "") -> None:
        """Give up what rows say of a stretch."""
        months = (stretch.first, stretch.last)
        self.given_up.append(GivenUp(stretch.rows, reason, months, problem))


def settle(tracks: Iterable[Track]) -> tuple[list[Settled], list[GivenUp]]:
    """What the rows of one person and insurance come down to, and which of them add no month."""
    outcome = _Outcome()
    placed: list[tuple[Run, Facts]] = []
    counted: dict[tuple[int, int], list[Stretch]] = {}
    for track in tracks:
        if track.facts.count is None:
            placed += [(run, track.facts) for run in track.runs]
        else:
            for run in track.runs:
                whole = Stretch(track.facts, run.first, run.last, run.rows(run.first, run.last))
                counted.setdefault((run.first, run.last), []).append(whole)
    for cluster in _clusters(placed):
        if len(cluster) == 1 and cluster[0][1].status is not None:
            ((run, facts),) = cluster
            rows = (run.rows(run.first, run.last),)
            outcome.settled.append(Settled(run.first, run.last, facts, rows))
        else:
            for stretches in _stretches(cluster):
                _settle_stretch(stretches, outcome)
    for stretches in counted.values():
        _settle_counted(stretches, outcome)
    return outcome.settled, outcome.given_up


def _clusters(placed: Iterable[tuple[Run, Facts]]) -> Iterator[list[tuple[Run, Facts]]]:
    """Runs that share months with each other, directly or through others."""
    cluster: list[tuple[Run, Facts]] = []
    end = -1
    for run, facts in sorted(placed, key=lambda each: (each[0].first, each[0].row)):
        if cluster and run.first > end:
            yield cluster
            cluster = []
        cluster.append((run, facts))
        end = max(end, run.last)
    if cluster:
        yield cluster


def _stretches(cluster: Sequence[tuple[Run, Facts]]) -> Iterator[list[Stretch]]:
    """What the runs say of each stretch of months in which they are the same."""
    edges = sorted({edge for run, _ in cluster for edge in (run.first, run.last + 1)})
    begun: list[tuple[Run, Facts]] = []
    waiting = list(reversed(cluster))
    for first, after in pairwise(edges):
        begun = [each for each in begun if each[0].last >= first]
        while waiting and waiting[-1][0].first <= first:
            begun.append(waiting.pop())
        last = after - 1
        yield [Stretch(facts, first, last, run.rows(first, last)) for run, facts in begun]


def _settle_stretch(stretches: Sequence[Stretch], outcome: _Outcome) -> None:
    """What holds of one stretch: of each employer for itself, changes with what they change."""
    groups: dict[object, list[Stretch]] = {}
    for each in sorted(stretches, key=lambda stretch: stretch.rows[0]):
        groups.setdefault(_key(each.facts), []).append(each)
    held = [key for key, group in groups.items() if any(each.holds for each in group)]
    for key, group in list(groups.items()):
        if key not in held:
            _move(_once(group, outcome), groups, held, outcome)
    for key in held:
        group = groups[key]
        is_refunded = any(each.facts.effect is Effect.REFUND for each in group)
        if is_refunded and len({each.facts for each in group}) < len(group):
            _contradict(group, _REPEATED, outcome)
        else:
            _settle_key(_once(group, outcome), outcome)


def _key(facts: Facts) -> object:
    return facts.scheme, facts.area, facts.employer


def _once(stretches: Iterable[Stretch], outcome: _Outcome) -> list[Stretch]:
    """What is said, each once: in the first row that says it, with the others as duplicates."""
    found: dict[Facts, Stretch] = {}
    for each in sorted(stretches, key=lambda stretch: stretch.rows[0]):
        if each.facts in found:
            outcome.give_up(each, RowReason.DUPLICATE)
        found.setdefault(each.facts, each)
    return list(found.values())


def _move(
    group: Iterable[Stretch],
    groups: dict[object, list[Stretch]],
    held: Sequence[object],
    outcome: _Outcome,
) -> None:
    """Changes that name no employer go to the only one there is; the others change nothing."""
    for each in group:
        if each.facts.effect is Effect.REFUNDED:
            outcome.give_up(each, RowReason.REFUNDED)
        elif each.facts.employer is None and len(held) == 1:
            groups[held[0]].append(each)
        else:
            problem = "changes a month that no row holds"
            if each.facts.employer is None and held:
                problem = f"changes a month of one of {len(held)} employers, and does not say whose"
            outcome.give_up(each, RowReason.NOT_UNDERSTOOD, problem)


class _ContradictionError(Exception):
    """What rows of one stretch of months cannot all be; never leaves this module."""


def _settle_key(group: Sequence[Stretch], outcome: _Outcome) -> None:
    """What holds of a stretch with one employer, or why nothing does."""
    months = [each for each in group if each.holds]
    changes = [each for each in group if each.facts.effect in CHANGES]
    try:
        if len(months) + len(changes) < len(group):
            raise _ContradictionError(_UNDONE)  # noqa: TRY301  (told like the others)
        facts = _merged([each.facts for each in months])
    except _ContradictionError as error:
        _contradict(group, str(error), outcome)
        return
    left, given_up = change(facts, changes)
    outcome.given_up += given_up
    if left is None:
        for each in months:
            outcome.give_up(each, RowReason.REFUNDED)
        return
    if facts.status is not PaymentStatus.ARREARS:
        for each in months:
            if each.facts.status is PaymentStatus.ARREARS:
                outcome.give_up(each, RowReason.FOLDED)
    refused = {each.rows for each in given_up if each.reason is RowReason.NOT_UNDERSTOOD}
    rows = tuple(each.rows for each in group if each.rows not in refused)
    outcome.settled.append(Settled(group[0].first, group[0].last, left, rows))


def _contradict(group: Sequence[Stretch], problem: str, outcome: _Outcome) -> None:
    """Give up all rows of a stretch, each with the others that it clashes with."""
    for each in group:
        others = sorted({other.rows[0] for other in group} - {each.rows[0]})
        beside = f" beside row {', '.join(map(str, others))}" if others else ""
        outcome.give_up(each, RowReason.NOT_UNDERSTOOD, problem + beside)


def _merged(months: Sequence[Facts]) -> Facts:
    """The one thing that rows of a month say together.

    Raises:
        _ContradictionError: if they exclude each other.
    """
    by_status: dict[PaymentStatus | None, list[Facts]] = {}
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
    bases = [facts for facts in months if facts.part is Part.BASE]
    others = [facts for facts in months if facts.part is not Part.BASE]
    if len(bases) != 1 or not others:
        return months
    return [attrs.evolve(facts, base=facts.base or bases[0].base) for facts in others]


def _one_of_parts(months: Sequence[Facts]) -> Facts:
    """The month that its parts make: the base is the personal one, the day the last.

    Rows that differ in their amounts or bills alone are one month as well, first billed when it
    was; what it cost is not asked.
    """
    if len({attrs.evolve(facts, amount=None, billed=None) for facts in months}) == 1:
        billed = min((facts.billed for facts in months if facts.billed), default=None)
        amount = total(facts.amount for facts in months)
        return attrs.evolve(months[0], amount=amount, billed=billed)
    parts = {facts.part: facts for facts in months}
    counts = {facts.count for facts in months}
    if {*parts} != {Part.PERSONAL, Part.EMPLOYER} or len(months) > 2 or len(counts) > 1:
        raise _ContradictionError(_TWO_BASES)
    personal, employer = parts[Part.PERSONAL], parts[Part.EMPLOYER]
    return attrs.evolve(
        personal,
        part=None,
        base=personal.base or employer.base,
        declared_on=_later(personal.declared_on, employer.declared_on),
        settled_on=_later(personal.settled_on, employer.settled_on),
        amount=total(facts.amount for facts in months),
    )


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _folded(owed: Facts, paid: Facts) -> Facts:
    """Arrears and their settlement as one month, if they agree as far as both say."""
    for one, other in ((owed.base, paid.base), (owed.declared_on, paid.declared_on)):
        if None not in (one, other) and one != other:
            raise _ContradictionError(_TWO_BASES)
    if owed.count != paid.count:
        raise _ContradictionError(_TWO_BASES)
    declared_on = owed.declared_on or owed.billed or paid.declared_on
    return attrs.evolve(paid, base=paid.base or owed.base, declared_on=declared_on)


def _settle_counted(stretches: Sequence[Stretch], outcome: _Outcome) -> None:
    """What holds of one span that rows know by the number of its months.

    Of one employer each status may have its number; two of one status have to be parts of one.
    """
    groups: dict[object, list[Stretch]] = {}
    for each in _once(stretches, outcome):
        groups.setdefault(_key(each.facts), []).append(each)
    placed = list(outcome.settled)
    for key, group in groups.items():
        low, high = group[0].first, group[0].last
        own = [each for each in placed if each.facts.count is None and _key(each.facts) == key]
        pairs = intervals.union((each.first, each.last) for each in own)
        if intervals.clip(pairs, low, high):
            _contradict(group, _SUBTOTAL, outcome)
            continue
        try:
            _settle_numbers(group, outcome)
        except _ContradictionError as error:
            _contradict(group, str(error), outcome)


def _settle_numbers(group: Sequence[Stretch], outcome: _Outcome) -> None:
    by_status: dict[PaymentStatus | None, list[Stretch]] = {}
    for each in group:
        is_folded = each.facts.status is PaymentStatus.ARREARS and any(
            other.facts.status is PaymentStatus.BACK_PAID for other in group
        )
        status = PaymentStatus.BACK_PAID if is_folded else each.facts.status
        by_status.setdefault(status, []).append(each)
    merged = [(_merged([each.facts for each in same]), same) for same in by_status.values()]
    for facts, same in merged:
        for each in same:
            if each.facts.status is not facts.status:
                outcome.give_up(each, RowReason.FOLDED)
        rows = tuple(each.rows for each in same)
        outcome.settled.append(Settled(group[0].first, group[0].last, facts, rows))
