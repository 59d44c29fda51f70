"""Counting done again, slowly and month by month, to check the library against.

It shares the vocabulary and the fields of the inputs with the library, and no code: a record is a
dict of month ordinal to the set of facts that it holds, a run is a walk over months, and whatever a
record leaves open is written out as *worlds*, one for each way in which it may have been.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, NamedTuple

from shebao.terms import InsuranceKind, PaymentStatus, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from shebao.model.contributions import ContributionPeriod
    from shebao.model.counting_rule import CountingRule
    from shebao.months import MonthSpan

__all__ = [
    "Hole",
    "Ledger",
    "Placed",
    "continuous",
    "cumulative",
    "holes",
    "ledger",
    "longest",
    "month_of",
    "months_of",
    "placements",
    "placements_tried",
    "readings",
]


class Placed(NamedTuple):
    """A period with its months; of an undated back payment also the first month declared in time."""

    period: ContributionPeriod
    months: tuple[int, ...]
    in_time_from: int = 0


class Fact(NamedTuple):
    """What one period says of one month on a day."""

    status: PaymentStatus
    is_late: bool


class Ledger(NamedTuple):
    """Months by what they do in one world, each under its best role."""

    month: int
    first: int
    paid: frozenset[int]
    deemed: frozenset[int]
    back_paid: frozenset[int]
    bought: frozenset[int]
    held: frozenset[int]


class Hole(NamedTuple):
    """The uncovered months between two counted ones, or after the last."""

    months: tuple[int, ...]
    is_open: bool


def month_of(day: date) -> int:
    """The ordinal of the month of a day."""
    return 12 * day.year + day.month - 1


def months_of(span: MonthSpan) -> tuple[int, ...]:
    """The ordinals of a span's months."""
    low = 12 * span.first.year + span.first.month - 1
    high = 12 * span.last.year + span.last.month - 1
    return tuple(range(low, high + 1))


def _status_on(period: ContributionPeriod, on: date) -> PaymentStatus | None:
    """The status in which a period stood on a day; None if it was absent."""
    if period.declared_on is not None and period.declared_on > on:
        return None
    if period.settled_on is None or period.settled_on <= on:
        return period.status
    if period.scheme in (Scheme.FLEXIBLE, Scheme.RESIDENT):
        return None
    if period.status is PaymentStatus.PAID:
        return PaymentStatus.PENDING
    return None if period.declared_on is None else PaymentStatus.ARREARS


def _is_late(placed: Placed, month: int) -> bool:
    """Whether a month was declared after the end of the month that follows it."""
    declared_on = placed.period.declared_on
    if declared_on is None:
        return month < placed.in_time_from
    return month_of(declared_on) > month + 1


def _is_seen(
    period: ContributionPeriod, month: int, kind: InsuranceKind, rule: CountingRule
) -> bool:
    if period.kind is kind:
        return period.scheme in rule.schemes
    return (
        kind is InsuranceKind.MATERNITY
        and period.kind is InsuranceKind.MEDICAL
        and period.scheme is Scheme.EMPLOYEE
        and Scheme.EMPLOYEE in rule.schemes
        and rule.merged_from is not None
        and month >= rule.merged_from.ordinal
    )


def _facts(
    world: Iterable[Placed],
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    in_area: Callable[[ContributionPeriod], bool] | None,
) -> dict[int, set[Fact]]:
    now = month_of(on)
    facts: dict[int, set[Fact]] = defaultdict(set)
    for placed in world:
        status = _status_on(placed.period, on)
        if status is None or (in_area is not None and not in_area(placed.period)):
            continue
        for month in placed.months:
            is_in_sight = month <= now and (rule.window is None or month > now - rule.window)
            if is_in_sight and _is_seen(placed.period, month, kind, rule):
                facts[month].add(Fact(status, _is_late(placed, month)))
    return facts


def ledger(
    world: Iterable[Placed],
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    in_area: Callable[[ContributionPeriod], bool] | None = None,
) -> Ledger:
    """Sort the months of a world by their best role, and those that count by why they do."""
    facts = _facts(world, kind, on, rule, in_area)
    sorts: dict[str, set[int]] = defaultdict(set)
    for month, said in facts.items():
        counting = {fact for fact in said if fact.status in rule.counts}
        statuses = {fact.status for fact in counting}
        if statuses - {PaymentStatus.BACK_PAID, PaymentStatus.DEEMED}:
            sorts["paid"].add(month)
        elif PaymentStatus.DEEMED in statuses:
            sorts["deemed"].add(month)
        elif counting and (rule.repair is None or not all(fact.is_late for fact in counting)):
            sorts["back_paid"].add(month)
        else:
            if counting:
                sorts["bought"].add(month)
            if any(fact.status in rule.holds for fact in said):
                sorts["held"].add(month)
    names = ("paid", "deemed", "back_paid", "bought", "held")
    first = min(facts, default=month_of(on))
    return Ledger(month_of(on), first, *(frozenset(sorts[name]) for name in names))


def cumulative(seen: Ledger, rule: CountingRule) -> int:
    """All months that count, of the back-paid ones no more than the limit."""
    back_paid = len(seen.back_paid | seen.bought)
    if rule.back_paid_limit is not None:
        back_paid = min(back_paid, rule.back_paid_limit)
    return len(seen.paid) + len(seen.deemed) + back_paid


def _counted(seen: Ledger, rule: CountingRule) -> set[int]:
    """Months that count for continuity: those bought in a gap longer than ``repair`` do not."""
    otherwise = seen.paid | seen.deemed | seen.back_paid
    counted = set(otherwise)
    gap: list[int] = []
    for month in range(seen.first, seen.month + 1):
        if month in otherwise or month == seen.month:
            length = sum(1 for each in gap if each not in seen.held)
            if rule.repair is None or length <= rule.repair:
                counted |= seen.bought.intersection(gap)
            gap = []
        else:
            gap.append(month)
    return counted


def _walk_back(end: int, counted: set[int], seen: Ledger, rule: CountingRule) -> list[int]:
    """The counted months of the run that ends in a month, earliest first."""
    run: list[int] = []
    uncovered = back_paid = 0
    for month in range(end, seen.first - 1, -1):
        if month in counted:
            back_paid += month in seen.back_paid or month in seen.bought
            is_one_too_many = rule.back_paid_limit is not None and back_paid > rule.back_paid_limit
            if is_one_too_many or uncovered > rule.bridging:
                break
            run.append(month)
            uncovered = 0
        elif month not in seen.held:
            uncovered += 1
    return run[::-1]


def continuous(seen: Ledger, rule: CountingRule) -> list[int]:
    """The months of the run that is alive, or none."""
    counted = _counted(seen, rule)
    if not counted:
        return []
    end = max(counted)
    missing = [month for month in range(end + 1, seen.month) if month not in seen.held]
    return _walk_back(end, counted, seen, rule) if len(missing) <= rule.bridging else []


def longest(seen: Ledger, rule: CountingRule) -> list[int]:
    """The months of the longest run that any month ends; of several the latest."""
    counted = _counted(seen, rule)
    runs = [_walk_back(end, counted, seen, rule) for end in sorted(counted)]
    return max(reversed(runs), key=len, default=[])


def holes(seen: Ledger, rule: CountingRule) -> list[Hole]:
    """The gaps of a world, in their order."""
    counted = sorted(_counted(seen, rule))
    found: list[Hole] = []
    for before, after in zip(counted, [*counted[1:], seen.month], strict=False):
        months = tuple(month for month in range(before + 1, after) if month not in seen.held)
        if months:
            found.append(Hole(months, before == counted[-1]))
    return found


def readings(periods: Sequence[ContributionPeriod], on: date) -> Iterator[list[Placed]]:
    """Every world of a record without counts: all days on which undated back payments can lie."""
    choices = [_readings_of(period, months_of(period.months), on) for period in periods]
    for world in product(*choices):
        yield list(world)


def _readings_of(period: ContributionPeriod, months: tuple[int, ...], on: date) -> list[Placed]:
    """Undated, a later month was declared in time if an earlier one was; that of ``on`` always."""
    if period.status is not PaymentStatus.BACK_PAID or period.declared_on is not None or not months:
        return [Placed(period, months)]
    latest = min(months[-1] + 1, month_of(on))
    return [Placed(period, months, start) for start in range(months[0], latest + 1)] or [
        Placed(period, months)
    ]


def _subsets(period: ContributionPeriod) -> list[tuple[int, ...]]:
    months = months_of(period.months)
    if period.count is None:
        return [months]
    low, high = period.count if isinstance(period.count, tuple) else (period.count, period.count)
    sizes = range(low, high + 1)
    return list(chain.from_iterable(combinations(months, size) for size in sizes))


def placements_tried(periods: Iterable[ContributionPeriod]) -> int:
    """How many ways of placing the counts of a record there are before any is refused."""
    tried = 1
    for period in periods:
        tried *= len(_subsets(period))
    return tried


def placements(periods: Sequence[ContributionPeriod], on: date) -> Iterator[list[Placed]]:
    """Every world of a record: all places of counts in which no key says two things of a month.

    A span that is repeated counts once.
    """
    periods = list(dict.fromkeys(periods))
    for places in product(*(_subsets(period) for period in periods)):
        said: dict[object, object] = {}
        is_possible = True
        for period, months in zip(periods, places, strict=True):
            key = (period.kind, period.scheme, period.area, period.employer)
            nature = (period.status, period.base)
            is_possible &= all(said.setdefault((key, m), nature) == nature for m in months)
        if is_possible:
            choices = [
                _readings_of(period, months, on)
                for period, months in zip(periods, places, strict=True)
            ]
            yield from map(list, product(*choices))
