"""What a move to another place does to a record, and months that were paid in two places.

Legal basis:
    社会保险经办条例 第十二条至第十五条: pension, medical and unemployment relations move along, work injury
    and maternity insurance begin anew. 人社部发〔2009〕187号 三 and 人社部发〔2010〕70号 十: of several pension
    relations in the same months one is kept by agreement 先转后清; the account's part of the others is
    refunded, and months never count twice.

Limits:
    Which one is kept is the person's choice and is asked for; the texts speak of pensions, and the
    same is done with the others. Money that moves between the funds is not computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import attrs

from .. import intervals
from ..errors import Fault, RuleError, UndeterminedError
from ..law import Dated, Law
from ..law.parameters import TRANSFER_KINDS
from ..model.areas import check_area
from ..model.contributions import ContributionPeriod, key_of, nature_of
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import as_day
from ..terms import InsuranceKind, PaymentStatus, Scheme, check_term
from .account import credits as account_credits
from .given import check_history, known_law

_COUNTING: Final = (PaymentStatus.PAID, PaymentStatus.BACK_PAID, PaymentStatus.DEEMED)

__all__ = ["Cleared", "Transferred", "cleared", "transferred"]


@attrs.frozen
class Cleared:
    """A record in which no month of a kind is paid in two places any more.

    Attributes:
        history: the record.
        kind: the insurance.
        kept: the place whose months were kept.
        refunded: the months given up, by their place.
        account_refund: what the account gives back for them, in yuan without interest; None for
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
        stayed: the months of insurances that do not move, and of residents' schemes.
        cleared: what was given up where the new place had the same months.
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
    """Paid parts of periods of other places, in months for which the kept place was paid too."""
    paid = [period for period in record.of(kind) if _is_paid(period)]
    held = intervals.union(period.months.pair for period in paid if period.area == keep)
    for period in paid:
        if period.area != keep:
            for first, last in intervals.intersect((period.months.pair,), held):
                part = period.between(first, last)
                if part is not None:
                    yield part


def _is_paid(period: ContributionPeriod) -> bool:
    """Whether months are certainly paid or deemed so, and belong to employment."""
    return (
        period.count is None and period.status in _COUNTING and period.scheme is not Scheme.RESIDENT
    )


def _without(
    record: ContributionHistory, given_up: Sequence[ContributionPeriod]
) -> ContributionHistory:
    """The record without some parts of its periods."""
    periods: list[ContributionPeriod] = []
    for period in record.periods:
        cut = [
            part.months.pair
            for part in given_up
            if (key_of(part), nature_of(part)) == (key_of(period), nature_of(period))
        ]
        left = intervals.subtract((period.months.pair,), intervals.union(cut))
        parts = (period.between(first, last) for first, last in left) if cut else (period,)
        periods += [part for part in parts if part is not None]
    return ContributionHistory(periods)


def _account_refund(
    periods: list[ContributionPeriod], kind: InsuranceKind, on: date, law: Law
) -> Decimal | None:
    """What the account was credited for months that are given up."""
    if kind is not InsuranceKind.PENSION:
        return None
    try:
        found = account_credits(ContributionHistory(periods), on=on, law=law)
    except (UndeterminedError, LookupError):
        return None
    return sum((credit.amount for credit in found), Decimal("0.00"))


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
    is lost; months of the same insurance that both had are settled first.

    Args:
        history: the record.
        to: the new place.
        on: the day; the record is taken as it stands on it.
        keep: whose months are kept where two places hold the same; None is the new place.
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
        found = cleared(record, kind, keep=to if keep is None else keep, on=on, law=law)
        record, months = _moved(found.history, kind, to)
        if found.refunded:
            settled.append(found)
        if months:
            moved.append((kind, months))
    stayed = (
        (kind, MonthSet(period.months for period in record.of(kind) if period.area != to))
        for kind in InsuranceKind
    )
    return Transferred(
        record,
        to,
        tuple(moved),
        tuple((kind, months) for kind, months in stayed if months),
        tuple(settled),
        rule,
    )


def _check_placed(record: ContributionHistory, kind: InsuranceKind) -> None:
    loose = [str(period) for period in record.of(kind) if period.count is not None]
    if loose:
        problem = "are known only by their number"
        raise RuleError(Fault("history", "; ".join(loose), problem, "the months one by one"))


def _moved(
    record: ContributionHistory, kind: InsuranceKind, to: str
) -> tuple[ContributionHistory, MonthSet]:
    """The record with the months of a kind in the new place, each once, paid ones before others."""
    stays = [
        period
        for period in record.periods
        if period.kind is not kind or period.scheme is Scheme.RESIDENT
    ]
    moves = (period for period in record.of(kind) if period.scheme is not Scheme.RESIDENT)
    held, moved = MonthSet(), MonthSet()
    for period in sorted(moves, key=lambda each: (not _is_paid(each), each.area != to)):
        if period.area == to and _is_paid(period):
            stays.append(period)
            held = held | MonthSet([period.months])
            continue
        free = MonthSet([period.months]) - held
        held = held | free
        if period.area != to:
            moved = moved | free
        stays += [attrs.evolve(period, months=span, area=to) for span in free.spans]
    return ContributionHistory(stays), moved
