"""Months held under two or more keys 重复缴费."""

from __future__ import annotations

from datetime import date

from ..errors import RuleError
from ..model.contributions import ContributionPeriod, key_of
from ..model.history import ContributionHistory
from ..model.stretches import stretches
from ..months import as_day
from ..terms import InsuranceKind, Scheme, check_term
from .counts import Overlap
from .given import check_history

__all__ = ["overlaps"]


def overlaps(history: ContributionHistory, kind: InsuranceKind, *, on: date) -> tuple[Overlap, ...]:
    """Months held under two or more keys 重复缴费, as the record stood on a day.

    Months known only by their number are left aside: where they lie is not known.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", employer="A"),
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01", scheme=sb.Scheme.FLEXIBLE)])
        >>> [(str(o.span), o.is_permitted) for o in overlaps(history, sb.PENSION, on=date(2026, 1, 1))]
        [('2025-01', False)]
    """
    check_history(history)
    check_term(kind, InsuranceKind, "kind", RuleError)
    record = history.as_of(as_day(on, "on"))
    placed = [period for period in record.of(kind) if period.count is None]
    return tuple(
        Overlap(each.span, each.holding, _is_permitted(each.holding))
        for each in stretches(placed)
        if len({key_of(part) for part in each.holding}) > 1
    )


def _is_permitted(holding: tuple[ContributionPeriod, ...]) -> bool:
    """Two employers at once each pay work-injury insurance, and no other (人社部令第13号 第九条)."""
    return all(
        part.kind is InsuranceKind.WORK_INJURY and part.scheme is Scheme.EMPLOYEE
        for part in holding
    )
