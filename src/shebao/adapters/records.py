"""Contribution records in: the text of a CSV table as a history, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

import attrs

from ..errors import ContradictionError, Fault, RecordsError
from ..model.areas import check_area
from ..model.contradictions import check_contradictions
from ..model.contributions import ContributionPeriod, key_of, nature_of
from ..model.history import ContributionHistory
from ..model.provenance import Provenance
from ..months import MonthSpan
from .columns import Column, check_columns, read_columns
from .exports.effects import Effect, StatusWords
from .exports.headings import ColumnMap, Part
from .exports.layout import TableColumn
from .exports.reader import read
from .exports.reading import PersonRecord, Reading, StatedMonths
from .exports.set_aside import RowReason, SetAside
from .exports.settings import Assumption
from .folding import fold_settled_arrears
from .rows import Row, read_row
from .tables import Record, csv_rows, split_records
from .workbooks import excel_rows

__all__ = [
    "Assumption",
    "ColumnMap",
    "Effect",
    "Part",
    "PersonRecord",
    "Reading",
    "RowReason",
    "SetAside",
    "StatedMonths",
    "StatusWords",
    "TableColumn",
    "csv_rows",
    "excel_rows",
    "read",
    "read_csv",
]


def read_csv(text: str, *, source: str = "<text>", area: str | None = None) -> ContributionHistory:
    r"""Read a contribution record (缴费记录) from the text of a CSV table.

    Headings are Chinese or English: 费款所属期 ``month``, or 起始年月 ``first`` and 终止年月 ``last``;
    险种 ``kind``; and, where they are known, 缴费基数 ``base``, 缴费状态 ``status``, 单位
    ``employer``, 参保地 ``area``, 参保类型 ``scheme``, 申报日期 ``declared_on``, 到账日期
    ``settled_on``, 月数 ``count``. An empty cell says nothing: the defaults of a period hold.

    Nothing is dropped or repaired. Only an 欠费 row and a 补缴 row of one month, kind, scheme, area
    and employer become one period ``BACK_PAID``, which takes the base and the day of declaration
    from the 欠费 row where the 补缴 row has none. A 补缴 row whose 欠费 row has no day of declaration
    either stays without one.

    Args:
        text: the table; a byte order mark and any line ends will do. No file is opened here.
        source: what to call it in messages and in the provenance of periods.
        area: the place of rows that name none.

    Raises:
        RecordsError: with every fault of the text, each with its line, its column, the heading,
            the value and what would be right; also rows that contradict each other.

    Example:
        >>> history = read_csv("费款所属期,险种,缴费基数\n2025年1月,养老,4000\n", area="130100")
        >>> [str(period) for period in history]
        ['pension 2025-01 paid employee 130100']
        >>> read_csv("month,kind\n2025-13,养老\n", source="a.csv")
        Traceback (most recent call last):
        shebao.errors.RecordsError: a.csv:2:1: month: '2025-13' is not in the calendar; expected ...
    """
    if type(text) is not str:
        raise RecordsError(Fault("text", text, f"is of type {type(text).__name__}", "text"))
    check_area(area, "area", RecordsError)
    records = split_records(text)
    if not records:
        empty = Fault("text", text, "holds no table", "headings and rows", line=1, column=1)
        raise RecordsError(*_placed(source, [empty]))
    faults = [record.fault or _blank(record) for record in records if not _says(record)]
    head, *body = (record for record in records if not record.is_blank)
    if head.fault is not None:
        raise RecordsError(*_placed(source, faults))  # without headings no row can be judged
    columns = read_columns(head.cells)
    faults += [attrs.evolve(fault, line=head.line) for fault in check_columns(columns)]
    faults += [] if body else [_alone(head, columns)]
    rows = [read_row(each, columns, Provenance(source, each.line)) for each in body if _says(each)]
    faults += [_on_line(row, fault) for row in rows for fault in row.faults]
    periods = fold_settled_arrears(_at(row.period, area) for row in rows if row.period is not None)
    faults += _contradictions(periods, {row.line: row for row in rows})
    if faults:
        raise RecordsError(*_placed(source, faults))
    return ContributionHistory(periods)


def _says(record: Record) -> bool:
    return record.fault is None and not record.is_blank


def _blank(record: Record) -> Fault:
    expected = "blank lines at the end only"
    return Fault("row", "", "is blank", expected, line=record.line, column=1)


def _alone(head: Record, columns: Sequence[Column]) -> Fault:
    text = ",".join(column.heading for column in columns)
    problem, expected = "stands alone", "at least one row under the headings"
    return Fault("row", text, problem, expected, line=head.line, column=1)


def _at(period: ContributionPeriod, area: str | None) -> ContributionPeriod:
    return attrs.evolve(period, area=area) if period.area is None else period


def _on_line(row: Row, fault: Fault) -> Fault:
    return attrs.evolve(fault, line=row.line)


def _placed(source: str, faults: Iterable[Fault]) -> list[Fault]:
    """The faults in the order of the text, each with its source."""
    ordered = sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))
    return [attrs.evolve(fault, source=source) for fault in ordered]


def _contradictions(periods: Sequence[ContributionPeriod], rows: dict[int, Row]) -> list[Fault]:
    """What rows say against each other, each time placed in the last row that takes part."""
    try:
        check_contradictions(periods)
    except ContradictionError:
        keys = dict.fromkeys(map(key_of, periods))
        groups = ([period for period in periods if key_of(period) == key] for key in keys)
        return [fault for group in groups for fault in _contradictions_of_key(group, rows)]
    return []


def _contradictions_of_key(
    group: Sequence[ContributionPeriod], rows: dict[int, Row]
) -> list[Fault]:
    try:
        check_contradictions(group)
    except ContradictionError as error:
        return [_contradiction(fault, group, rows) for fault in error.faults]
    return []


def _contradiction(
    fault: Fault, group: Sequence[ContributionPeriod], rows: dict[int, Row]
) -> Fault:
    lines = sorted({_line(period) for period in _taking_part(str(fault.value), group)})
    row = rows[lines.pop()]
    others = ", ".join(map(str, lines))
    problem = f"contradicts line {others}: {fault.value} {fault.problem}"
    return _on_line(row, row.month_cell.fault(problem, fault.expected))


def _taking_part(window: str, group: Sequence[ContributionPeriod]) -> list[ContributionPeriod]:
    """The periods of one key that contradict each other in a window of months.

    Either those that hold all of it, if they are not alike; or else all that lie in it, because
    months known by their number find no room there.
    """
    first, _, last = window.partition("..")
    low, high = MonthSpan(first, last or first).pair
    touching = [period for period in group if period.between(low, high) is not None]
    holding = [period for period in touching if period.count is None and _holds(period, low, high)]
    return holding if len({nature_of(period) for period in holding}) > 1 else touching


def _holds(period: ContributionPeriod, low: int, high: int) -> bool:
    return period.months.pair[0] <= low and high <= period.months.pair[1]


def _line(period: ContributionPeriod) -> int:
    return cast("Provenance", period.provenance).row  # every period that was read here has one
