"""The base of every counted month: which months have one, which have two, which have none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from .. import intervals
from ..errors import Fault, RuleError
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.stretches import stretches
from ..month_sets import MonthSet
from ..months import MonthSpan
from ..terms import InsuranceKind
from .given import check_history
from .tally import chosen_rule, seen_periods

__all__ = ["MonthlyBases", "Piece", "monthly_bases"]


@attrs.frozen
class Piece:
    """Months with one base: ordinals of the first and last, how many of them, the base in fen.

    ``period`` is given where only their number is known.
    """

    first: int
    last: int
    months: int
    base_fen: int
    period: ContributionPeriod | None = None


@attrs.frozen
class MonthlyBases:
    """The bases of the counted months of a record.

    Attributes:
        pieces: stretches of one base, that do not overlap, in order.
        without_base: counted months whose base is not known.
        doubled: months held twice with nothing to choose by.
        unplaced: periods known only by their number that overlap others or lack a number.
    """

    pieces: tuple[Piece, ...]
    without_base: MonthSet
    doubled: MonthSet
    unplaced: tuple[ContributionPeriod, ...]


_NONE = MonthSet()


def monthly_bases(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule | None,
    overlap: str | None,
    window: MonthSpan | None,
) -> MonthlyBases:
    """The base of every counted month.

    Raises:
        RuleError: if ``overlap`` is no text.
    """
    if overlap is not None and type(overlap) is not str:
        expected = "highest, sum, an area or an employer"
        raise RuleError(Fault("overlap", overlap, "is no policy", expected))
    check_history(history)
    rule = chosen_rule(rule, kind)
    seen = seen_periods(history.as_of(on), kind, rule, None)
    if window is not None:
        seen = [part for period in seen if (part := period.between(*window.pair))]
    counting = [period for period in seen if period.status in rule.counts]
    plain = [period for period in counting if period.count is None]
    if len(plain) == len(counting) and _are_apart(plain):
        return _simple(plain)
    return _resolved(counting, plain, overlap)


def _are_apart(periods: Sequence[ContributionPeriod]) -> bool:
    """Whether no two periods, sorted by their first months, share a month."""
    end = -1
    for period in periods:
        months = period.months
        if months.first.ordinal <= end:
            return False
        end = months.last.ordinal
    return True


def _simple(plain: Sequence[ContributionPeriod]) -> MonthlyBases:
    pieces: list[Piece] = []
    without: list[tuple[int, int]] = []
    for period in plain:
        first, last = period.months.pair
        fen = period.base_fen
        if fen is None:
            without.append((first, last))
        else:
            pieces.append(Piece(first, last, last - first + 1, fen))
    missing = MonthSet.from_pairs(intervals.union(without)) if without else _NONE
    return MonthlyBases(tuple(pieces), missing, _NONE, ())


def _resolved(
    counting: Sequence[ContributionPeriod],
    plain: Sequence[ContributionPeriod],
    overlap: str | None,
) -> MonthlyBases:
    """Stretches between the ends of periods, each with the base that the policy chooses."""
    pieces: list[Piece] = []
    without: list[tuple[int, int]] = []
    doubled: list[tuple[int, int]] = []
    for each in stretches(plain):
        if not each.holding:
            continue
        first, last = each.span.pair
        fen = _chosen(each.holding, overlap)
        if fen is None:
            (doubled if _is_doubled(each.holding) else without).append((first, last))
        else:
            pieces.append(Piece(first, last, last - first + 1, fen))
    loose = [period for period in counting if period.count is not None]
    placed = intervals.union(period.months.pair for period in plain)
    unplaced: list[ContributionPeriod] = []
    for period in loose:
        others = intervals.union(p.months.pair for p in loose if p is not period)
        around = intervals.union(placed + others)
        is_alone = not intervals.intersect((period.months.pair,), around)
        fen = period.base_fen
        if is_alone and isinstance(period.count, int) and fen is not None:
            pieces.append(Piece(*period.months.pair, period.count, fen, period))
        else:
            unplaced.append(period)
    pieces.sort(key=lambda piece: piece.first)
    return MonthlyBases(
        tuple(pieces),
        MonthSet.from_pairs(intervals.union(without)),
        MonthSet.from_pairs(intervals.union(doubled)),
        tuple(unplaced),
    )


def _payer(period: ContributionPeriod) -> tuple[object, ...]:
    """Who paid what where, whatever the kind: a medical row may be a maternity row too."""
    return period.scheme, period.area, period.employer


def _is_doubled(holding: Sequence[ContributionPeriod]) -> bool:
    return len({_payer(period) for period in holding}) > 1


def _chosen(holding: Sequence[ContributionPeriod], overlap: str | None) -> int | None:
    """The base of a month in fen, or None where it has none or nothing chooses between several."""
    bases: dict[tuple[object, ...], int | None] = {}
    for period in holding:
        if bases.get(_payer(period)) is None:
            bases[_payer(period)] = period.base_fen
    if len(bases) == 1:
        return next(iter(bases.values()))
    if overlap is None:
        return None
    if overlap not in ("highest", "sum"):
        bases = {payer: fen for payer, fen in bases.items() if overlap in payer[1:]}
        return next(iter(bases.values())) if len(bases) == 1 else None
    known = [fen for fen in bases.values() if fen is not None]
    if len(known) != len(bases):
        return None
    return sum(known) if overlap == "sum" else max(known)
