"""Tables of contributions as they are exported: read in one pass, each row accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...months import MonthLike, as_month
from ...terms import InsuranceKind
from ..vocabulary import KindWord
from .effects import Effect, StatusWords
from .given_rows import GivenRow
from .headings import ColumnMap
from .reading import Reading
from .scan import Scan
from .settings import KindCodes, Settings

__all__ = ["read"]


def read(
    rows: Iterable[GivenRow],
    *,
    source: str = "<rows>",
    area: str | None = None,
    kind: InsuranceKind | None = None,
    year: int | None = None,
    month: MonthLike | None = None,
    columns: ColumnMap | Mapping[str, str | None] | None = None,
    words: StatusWords | Mapping[str, Effect] | None = None,
    codes: KindCodes | None = None,
    keep_raw: bool = True,
) -> Reading:
    """Read a table of contributions (缴费明细) as a portal, a statement or a tax bureau exports it.

    The headings are found by themselves, under titles or without, on one level or two. A row may be
    a month, a span, a span with fewer months than it is long, or a year with its number of months;
    it may speak of one insurance or of several; a table may be a grid of twelve months. Every row
    stands in the provenance of a period, or is set aside with its reason: nothing is dropped and
    nothing repaired.

    Rows are taken one by one, so an iterator can show how far it is.

    Args:
        rows: as ``csv_rows`` or ``excel_rows`` give them, or cells in sequence or by headings.
        source: what to call the table in messages and in the provenance of periods.
        area: the place of rows that name none.
        kind: the insurance of rows that name none; a title that names one need not be repeated.
        year: the year of months that are given by number, if no title says it.
        month: the month of rows that name none, if no title says it.
        columns: which field each of one's own headings is.
        words: what words of status mean here, before those that are known.
        codes: whose codes stand for insurances, ``"mohrss"`` or ``"nhsa"``; without it they are not
            read, for one code is two insurances.
        keep_raw: whether the rows are kept as they stand; they take more room than their record.

    Raises:
        RecordsError: if no row of the table is its headings.
        RuleError: if an argument makes no sense.

    Example:
        >>> reading = read([["缴费年月", "险种", "缴费基数", "缴费类型"],
        ...                 ["202501", "养老", "4,000.00", "正常缴费"],
        ...                 ["202502", "养老", "4,000.00", "正常缴费"], ["合计", "", "8,000.00", ""]])
        >>> [str(period) for period in reading.history]
        ['pension 2025-01..2025-02 paid employee']
        >>> [(each.row, each.reason.zh) for each in reading.set_aside]
        [(1, '表头'), (4, '合计行')]
    """
    settings = Settings(
        area=area,
        kind=None if kind is None else KindWord(kind),
        year=year,
        month=None if month is None else as_month(month),
        words=StatusWords.of(words),
        codes=codes,
    )
    return Scan(source, settings, ColumnMap.of(columns), keep_raw).run(rows)
