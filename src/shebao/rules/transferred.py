"""What a move to another place does to a record, and months that were paid in two places.

Legal basis:
    社会保险法 第十九、三十二、五十二条, 社会保险经办条例 第十二条至第十五条: pension, medical and unemployment
    relations move along, work injury and maternity insurance begin anew. 人社部发〔2009〕187号 三 and
    人社部发〔2010〕70号 十: of several pension relations in the same months one is kept by agreement 先转后清;
    the account's part of the others is refunded, and months never count twice.

Limits:
    A moved record says where its months are administered now, and no more where they were paid:
    ``benefit_area`` and what cities ask for want the record before the move. Nothing moves into a
    temporary account: whether the new one is, ``opens_temporary`` says.
    Which one is kept is the person's choice and is asked for; the texts speak of pensions, and the
    same is done with the others. Two employers in one place are not settled: no text was found.
    Months paid ahead of the day stay where they are; money that moves between the funds is not
    computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import attrs

from .. import intervals
from ..errors import Fault, RuleError, UndeterminedError, UnknownLawError
from ..law import Dated, Law
from ..law.parameters import TRANSFER_KINDS
from ..model.areas import check_area
from ..model.contributions import ContributionPeriod, Key, Nature, key_of, nature_of
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthSpan, as_day
from ..rounding import fen_of, yuan_of
from ..terms import InsuranceKind, Role, Scheme, check_term
from .account import credits as account_credits
from .given import check_history, known_law

__all__ = ["Cleared", "Transferred", "cleared", "transferred"]


@attrs.frozen
class Cleared:
    """A record in which no month of a kind that one place holds is paid in another any more.

    Attributes:
        history: the record.
        kind: the insurance.
        kept: the place whose months were kept.
        refunded: the months given up, by their place.
        account_refund: what the accounts give back for them, in yuan without interest; None for
            other insurances than pensions, and where a base or a share is not known.
    """

    history: ContributionHistory
    kind: InsuranceKind
    kept: str
    refunded: tuple[tuple[str | None, MonthSet], ...]
    account_refund: Decimal | None


@attrs.frozen
class Transferred:
    """A record after the move to a place.

    Attributes:
        history: the record as the new place has it.
        to: the new place.
        moved: the months that moved there, by insurance.
        stayed: the months of insurances that do not move, and of residents' schemes, in other
            places; spans known only by their number are whole.
        cleared: what was given up where two places had the same months, place by place.
        law: which insurances move.
    """

    history: ContributionHistory
    to: str
    moved: tuple[tuple[InsuranceKind, MonthSet], ...]
    stayed: tuple[tuple[InsuranceKind, MonthSet], ...]
    cleared: tuple[Cleared, ...]
    law: Dated[tuple[InsuranceKind, ...]]


def cleared(
    history: ContributionHistory,
    kind: InsuranceKind,
    *,
    keep: str,
    on: date,
    law: Law | None = None,
) -> Cleared:
    """The record after doubled months were settled in favour of one place 先转后清.

    Months that the place does not hold stay as they are, also where two others hold them: settle
    the record that this gives in favour of one of these.

    Args:
        history: the record.
        kind: the insurance.
        keep: the place that is kept, where it holds a month.
        on: the day; the record is taken as it stands on it.
        law: for the account's share of the base; None is the shipped law.

    Raises:
        RuleError: if the kind or the place is none.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-01", "2024-12"), base=5000,
        ...                           area="440300"),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-11", "2025-02"), base=4000,
        ...                           area="330100")])
        >>> found = cleared(record, sb.PENSION, keep="440300", on=date(2026, 1, 29))
        >>> [(area, str(months)) for area, months in found.refunded], found.account_refund
        ([('330100', '2024-11..2024-12')], Decimal('640.00'))
    """
    check_history(history)
    check_term(kind, InsuranceKind, "kind", RuleError)
    if check_area(keep, "keep", RuleError) is None:
        raise RuleError(Fault("keep", keep, "is no place", "the code of a place"))
    record = history.as_of(as_day(on, "on"))
    given_up = list(_given_up(record, kind, keep))
    refunded = tuple(
        (area, MonthSet(period.months for period in given_up if period.area == area))
        for area in dict.fromkeys(period.area for period in given_up)
    )
    refund = _account_refund(given_up, kind, on, known_law(law))
    return Cleared(_without(record, given_up), kind, keep, refunded, refund)


def _given_up(
    record: ContributionHistory, kind: InsuranceKind, keep: str
) -> Iterator[ContributionPeriod]:
    """Counting months of other places that the kept place counts too, each once, place by place."""
    counting = [period for period in record.of(kind) if _counts(period)]
    held = intervals.union(period.months.pair for period in counting if period.area == keep)
    for period, months in _by_nature(period for period in counting if period.area != keep):
        for first, last in intervals.intersect(months, held):
            yield attrs.evolve(period, months=MonthSpan.from_ordinals(first, last))


def _by_nature(
    periods: Iterable[ContributionPeriod],
) -> list[tuple[ContributionPeriod, intervals.Pairs]]:
    """The months of each key and nature, with one period that has them, however they are split."""
    alike: dict[tuple[Key, Nature], list[ContributionPeriod]] = {}
    for period in periods:
        alike.setdefault((key_of(period), nature_of(period)), []).append(period)
    found = [
        (group[0], intervals.union(period.months.pair for period in group))
        for group in alike.values()
    ]
    return sorted(found, key=lambda item: _order(item[0]))


def _order(period: ContributionPeriod) -> tuple[object, ...]:
    """Places by their codes, then by all that a period says but its months."""
    return (
        period.area or "",
        period.scheme.rank,
        period.employer or "",
        period.status.rank,
        period.base or 0,
        period.declared_on or date.min,
        period.settled_on or date.min,
    )


def _role(period: ContributionPeriod) -> Role:
    """What months do in the count of their insurance."""
    return CountingRule.default(period.kind).role(period.status)


def _counts(period: ContributionPeriod) -> bool:
    """Whether months are known one by one, belong to employment, and count."""
    is_placed = period.count is None and period.scheme is not Scheme.RESIDENT
    return is_placed and _role(period) is Role.COUNTS


def _without(
    record: ContributionHistory, given_up: Sequence[ContributionPeriod]
) -> ContributionHistory:
    """The record without some months of its periods; spans known by their number stay whole."""
    cut = {(key_of(each), nature_of(each)): pairs for each, pairs in _by_nature(given_up)}
    periods: list[ContributionPeriod] = []
    for period in record.periods:
        pairs = cut.get((key_of(period), nature_of(period)))
        if pairs is None or period.count is not None:
            periods.append(period)
            continue
        left = MonthSet.from_pairs(intervals.subtract((period.months.pair,), pairs))
        periods += [attrs.evolve(period, months=span) for span in left.spans]
    return _holding(record, periods)


def _holding(
    record: ContributionHistory, periods: Iterable[ContributionPeriod]
) -> ContributionHistory:
    """A record with other periods; what was paid ahead or is of unknown origin stays."""
    # Not made anew: that would take spans known by their number for one where a day made them alike.
    return ContributionHistory._known(periods, record.prepaid, record.unknown_origin)  # noqa: SLF001


def _account_refund(
    periods: Iterable[ContributionPeriod], kind: InsuranceKind, on: date, law: Law
) -> Decimal | None:
    """What the accounts were credited for months that are given up, each place by itself."""
    if kind is not InsuranceKind.PENSION:
        return None
    fen = 0
    for period in periods:
        try:
            found = account_credits(ContributionHistory([period]), on=on, law=law)
        except (UndeterminedError, UnknownLawError):
            return None
        fen += sum(fen_of(credit.amount) for credit in found)
    return yuan_of(fen)


def transferred(
    history: ContributionHistory,
    *,
    to: str,
    on: date,
    keep: str | None = None,
    law: Law | None = None,
) -> Transferred:
    """The record after its relations moved to a place 关系转移.

    Pension, medical and unemployment months of all other places become months of the new one, none
    is lost. Months that several places count are settled first: in favour of the one that is kept,
    then of the new one, then of the others by their codes. Of months that do not count, such as
    arrears, those go that the new place counts, or holds as the same employer's in a better status.

    Args:
        history: the record.
        to: the new place.
        on: the day; the record is taken as it stands on it.
        keep: whose months are kept first where two places hold the same; None is the new place.
        law: which insurances move; None is the shipped law.

    Raises:
        RuleError: if the place is none, or months are known only by their number: what moves has to
            be known month by month.
        UnknownLawError: for days before the law that says which insurances move.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(kind, sb.MonthSpan("2024-01", "2024-12"), area="440300")
        ...     for kind in (sb.PENSION, sb.WORK_INJURY)])
        >>> found = transferred(record, to="330100", on=date(2026, 1, 29))
        >>> [(kind.en, len(months)) for kind, months in found.moved]
        [('pension', 12)]
        >>> [(kind.en, len(months)) for kind, months in found.stayed]
        [('work injury', 12)]
    """
    check_history(history)
    if check_area(to, "to", RuleError) is None:
        raise RuleError(Fault("to", to, "is no place", "the code of a place"))
    rule = known_law(law).get(TRANSFER_KINDS, on=as_day(on, "on"))
    record = history.as_of(on)
    settled: list[Cleared] = []
    moved: list[tuple[InsuranceKind, MonthSet]] = []
    for kind in rule.value:
        _check_placed(record, kind)
        for place in _in_turn(record, kind, to if keep is None else keep, to):
            found = cleared(record, kind, keep=place, on=on, law=law)
            record = found.history
            settled += [found] if found.refunded else []
        record, months = _moved(record, kind, to)
        moved += [(kind, months)] if months else []
    return Transferred(record, to, tuple(moved), tuple(_stayed(record, to)), tuple(settled), rule)


def _in_turn(record: ContributionHistory, kind: InsuranceKind, *chosen: str) -> Iterable[str]:
    """The places in whose favour months are settled, each once."""
    return dict.fromkeys(
        (*chosen, *sorted({p.area for p in record.of(kind) if p.area is not None}))
    )


def _stayed(record: ContributionHistory, to: str) -> Iterator[tuple[InsuranceKind, MonthSet]]:
    """The months that are in other places still, by insurance."""
    for kind in record.kinds:
        months = MonthSet(period.months for period in record.of(kind) if period.area != to)
        if months:
            yield kind, months


def _moves(period: ContributionPeriod, kind: InsuranceKind) -> bool:
    return period.kind is kind and period.scheme is not Scheme.RESIDENT


def _check_placed(record: ContributionHistory, kind: InsuranceKind) -> None:
    loose = [
        str(period)
        for period in record.of(kind)
        if _moves(period, kind) and period.count is not None
    ]
    if loose:
        problem = "are known only by their number"
        raise RuleError(Fault("history", "; ".join(loose), problem, "the months one by one"))


def _moved(
    record: ContributionHistory, kind: InsuranceKind, to: str
) -> tuple[ContributionHistory, MonthSet]:
    """The record with the months of a kind in the new place, and those that came there.

    What counts comes first, then what holds, of these the new place's own: a month that counts has
    no arrears beside it, and a key says one thing of a month.
    """
    periods = [period for period in record.periods if not _moves(period, kind)]
    moves = _by_nature(period for period in record.of(kind) if _moves(period, kind))
    counted: intervals.Pairs = ()
    held: dict[Key, intervals.Pairs] = {}
    came: intervals.Pairs = ()
    for period, months in sorted(moves, key=lambda it: (_role(it[0]).rank, it[0].area != to)):
        made, is_counting = attrs.evolve(period, area=to), _role(period) is Role.COUNTS
        taken = held.get(key_of(made), ())
        if not is_counting:
            taken = intervals.union(taken + counted)
        free = MonthSet.from_pairs(intervals.subtract(months, taken))
        periods += [attrs.evolve(made, months=span) for span in free.spans]
        held[key_of(made)] = intervals.union(held.get(key_of(made), ()) + free.pairs)
        counted = intervals.union(counted + free.pairs) if is_counting else counted
        came = came if period.area == to else intervals.union(came + free.pairs)
    return _holding(record, periods), MonthSet.from_pairs(came)
