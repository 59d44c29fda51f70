"""A record as rows of plain values, one a period or one a month, for any data frame."""

from __future__ import annotations

from ...errors import Fault, PeriodError, RecordsError
from ...model.contributions import ContributionPeriod
from ...model.history import ContributionHistory
from ...rounding import yuan_of
from ...rules.given import check_history
from ...terms import InsuranceKind, check_term
from .row_ranges import written

__all__ = ["to_month_rows", "to_rows"]


def to_rows(history: ContributionHistory) -> list[dict[str, object]]:
    """A record as rows, one a period, each with all of ``PERIOD_COLUMNS`` in their order.

    Values are ``str``, ``int``, ``date``, ``Decimal`` or None. The number of months stands as its
    bounds, ``at_least`` and ``at_most``; both are the length of the period where all of it is meant.
    :func:`from_rows` gives the same record back.

    What ``as_of`` set aside (``prepaid``, ``unknown_origin``) has no rows: write the record itself.

    Raises:
        PeriodError: if it is no record.

    Example:
        >>> import shebao as sb
        >>> year = sb.ContributionPeriod(sb.PENSION, "2003-01..2003-12", base=800, count=9)
        >>> row, = to_rows(sb.ContributionHistory([year]))
        >>> str(row["first_month"]), str(row["last_month"]), row["at_least"], row["at_most"]
        ('2003-01-01', '2003-12-01', 9, 9)
        >>> row["kind"], row["base"], row["employer"]
        ('pension', Decimal('800.00'), None)
    """
    check_history(history)
    return [_period_row(period) for period in history]


def _period_row(period: ContributionPeriod) -> dict[str, object]:
    origin = period.provenance
    return {
        "kind": period.kind.value,
        "first_month": period.months.first.first_day,
        "last_month": period.months.last.first_day,
        "at_least": period.at_least,
        "at_most": period.at_most,
        **_said(period),
        "source": None if origin is None else origin.source,
        "row": None if origin is None else origin.row,
        "other_rows": None if origin is None else written(origin.others),
    }


def _said(period: ContributionPeriod) -> dict[str, object]:
    """What a period says of its months; amounts have two decimals, so that a column has one scale."""
    return {
        "base": None if period.base_fen is None else yuan_of(period.base_fen),
        "status": period.status.value,
        "scheme": period.scheme.value,
        "area": period.area,
        "employer": period.employer,
        "declared_on": period.declared_on,
        "settled_on": period.settled_on,
    }


def to_month_rows(
    history: ContributionHistory, kind: InsuranceKind | None = None
) -> list[dict[str, object]]:
    """A record as rows, one a month, each with all of ``MONTH_COLUMNS`` in their order.

    A month under two employers, places or schemes has a row for each: counting rows is not counting
    months. A month that is said twice in the same way has one. Months are not as of any day: ask
    for ``history.as_of(day)`` before.

    Args:
        history: the record.
        kind: the insurance; None is all of them.

    Raises:
        PeriodError: if it is no record, or a period is known by the number of its months alone; all
            such periods are named.
        RecordsError: if the kind is none.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionPeriod(sb.PENSION, "2025-11..2026-01", base=4000)
        >>> for row in to_month_rows(sb.ContributionHistory([paid]), sb.PENSION):
        ...     print(row["kind"], row["month"], row["base"])
        pension 2025-11-01 4000.00
        pension 2025-12-01 4000.00
        pension 2026-01-01 4000.00
    """
    check_history(history)
    if kind is not None:
        check_term(kind, InsuranceKind, "kind", RecordsError)
    periods = history.periods if kind is None else history.of(kind)
    faults = [_unplaced(period) for period in periods if period.count is not None]
    if faults:
        raise PeriodError(*faults)
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for period in periods:
        said = _said(period)
        for month in period.months:
            row = {"kind": period.kind.value, "month": month.first_day, **said}
            rows.setdefault(tuple(row.values()), row)
    return list(rows.values())


def _unplaced(period: ContributionPeriod) -> Fault:
    expected = "periods whose months are known, or one row a period: to_rows"
    return Fault("periods", str(period), "does not say which months it holds", expected)
