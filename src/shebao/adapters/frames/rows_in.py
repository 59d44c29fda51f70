"""Rows of a data frame as a record, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from ...errors import ContradictionError, Fault, FaultyInputError, RecordsError
from ...model.areas import check_area
from ...model.contradictions import check_contradictions
from ...model.contributions import ContributionPeriod, key_of
from ...model.history import ContributionHistory
from ...model.provenance import Provenance
from ...months import MonthSpan
from ...terms import InsuranceKind, PaymentStatus, Scheme
from . import cells
from .columns import MONTH_COLUMNS, PERIOD_COLUMNS

__all__ = ["from_rows"]

_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    "kind": cells.term_reader(InsuranceKind, "kind"),
    "month": cells.read_month,
    "first_month": cells.read_month,
    "last_month": cells.read_month,
    "at_least": cells.read_number,
    "at_most": cells.read_number,
    "base": cells.read_base,
    "status": cells.term_reader(PaymentStatus, "status"),
    "scheme": cells.term_reader(Scheme, "scheme"),
    "area": cells.read_area,
    "employer": cells.read_text,
    "declared_on": cells.read_day,
    "settled_on": cells.read_day,
    "source": cells.read_text,
    "row": cells.read_number,
    "other_rows": cells.read_rows,
}
#: The columns of what the model calls otherwise.
_COLUMN_OF: Final = {"last": "last_month", "count": "at_least", "others": "other_rows"}
_FACTS: Final = ("base", "status", "scheme", "area", "employer", "declared_on", "settled_on")
_ENDS: Final = ("first_month", "last_month")
_BOUND: Final = "a number of months, as there is the other bound"
_ORIGIN: Final = "the first row in the source"
#: Columns that are called for by others.
_TOGETHER: Final[Sequence[tuple[str, tuple[str, ...], str]]] = (
    ("at_least", ("at_most",), _BOUND),
    ("at_most", ("at_least",), _BOUND),
    ("row", ("source", "other_rows"), _ORIGIN),
)


@attrs.frozen
class _Row:
    """A row by its number from 1: its filled cells, what they say, and what is wrong with them."""

    number: int
    filled: Mapping[str, object]
    values: dict[str, Any] = attrs.Factory(dict)
    faults: list[Fault] = attrs.Factory(list)

    def refuse(self, name: str, problem: str, expected: str) -> None:
        value = self.filled.get(name)
        self.faults.append(Fault(name, value, problem, expected, line=self.number))

    def says(self, name: str) -> bool:
        """Whether a cell is filled, rightly or wrongly."""
        return name in self.filled


def from_rows(
    rows: Iterable[Mapping[str, object]], *, source: str = "<rows>", area: str | None = None
) -> ContributionHistory:
    """The record that rows hold, one a period or one a month: what :func:`to_rows` gives, back.

    Rows are mappings, as ``df.to_dict("records")`` of pandas and ``df.to_dicts()`` of polars make
    them; what these make of missing values, days and whole numbers is read. ``kind`` and the months
    (``month``, or ``first_month`` and ``last_month``) must be there, all other columns may be
    absent or empty.

    Args:
        rows: the rows of one person.
        source: what to call them in messages, and in the provenance of rows that name none.
        area: the place of rows that name none.

    Raises:
        RecordsError: with every fault, each with its row from 1 as ``line``, its column as
            ``field``, the value and what would be right; also rows that contradict each other.

    Example:
        >>> history = from_rows([{"kind": "pension", "month": "2025-01", "base": 4000}])
        >>> [str(period) for period in history]
        ['pension 2025-01 paid employee']
        >>> from_rows([{"kind": "pension", "month": "2025-13"}])
        Traceback (most recent call last):
        shebao.errors.RecordsError: <rows>:1: month: '2025-13' is not in the calendar; expected ...
    """
    check_area(area, "area", RecordsError)
    if type(source) is not str:
        raise RecordsError(Fault("source", source, "is no source", "text"))
    faults: list[Fault] = []
    read: list[tuple[int, ContributionPeriod]] = []
    known: set[object] = set(_READERS)
    for number, row in enumerate(_listed(rows), 1):
        if not isinstance(row, Mapping):
            expected = "a mapping from columns to values"
            faults.append(Fault("row", row, "is no row", expected, line=number))
            continue
        faults += _unknown(number, row, known)
        filled = {name: value for name, value in row.items() if not cells.is_missing(value)}
        one = _Row(number, filled)
        period = _period(one, source, area)
        faults += one.faults
        read += [] if period is None else [(number, period)]
    try:
        history = ContributionHistory(period for _, period in read)
    except ContradictionError:
        faults += _contradictions(read, source)
    if faults:
        ordered = sorted(faults, key=lambda fault: fault.line or 0)
        raise RecordsError(*[attrs.evolve(fault, source=source) for fault in ordered])
    return history


def _listed(rows: Iterable[object]) -> Iterable[object]:
    """The rows, if these are several; a frame, whose items are columns, is told how to give them."""
    is_one = isinstance(rows, Mapping | str | bytes) or not isinstance(rows, Iterable)
    if is_one or hasattr(rows, "to_dict") or hasattr(rows, "to_dicts"):
        expected = 'rows such as df.to_dict("records") of pandas or df.to_dicts() of polars'
        raise RecordsError(Fault("rows", type(rows).__name__, "is no list of rows", expected))
    return rows


def _unknown(number: int, row: Mapping[str, object], known: set[object]) -> Iterator[Fault]:
    """The columns that no row may have, each told in the first row that has it."""
    for name in [name for name in row if name not in known]:
        known.add(name)
        names = ", ".join(dict.fromkeys([*PERIOD_COLUMNS, *MONTH_COLUMNS]))
        expected = f"one of {names}; take other columns out"
        yield Fault(
            str(name) or "heading", row[name], "stands in no known column", expected, line=number
        )


def _period(row: _Row, source: str, area: str | None) -> ContributionPeriod | None:
    """The period of a row, or None; what is wrong goes to the faults of the row."""
    for name, read in _READERS.items():
        if row.says(name):
            try:
                row.values[name] = read(row.filled[name])
            except FaultyInputError as error:
                row.refuse(name, error.faults[0].problem, error.faults[0].expected)
    _check_filled(row)
    if row.faults:
        return None
    try:
        return _made(row, source, area)
    except FaultyInputError as error:
        for fault in error.faults:
            row.refuse(_COLUMN_OF.get(fault.field, fault.field), fault.problem, fault.expected)
        return None


def _check_filled(row: _Row) -> None:
    """Refuse a row without insurance or months, with months twice, or with half of what goes together."""
    if not row.says("kind"):
        row.refuse("kind", "is missing", "an insurance such as pension")
    _check_months(row)
    for name, others, expected in _TOGETHER:
        if not row.says(name) and any(map(row.says, others)):
            row.refuse(name, "is missing", expected)


def _check_months(row: _Row) -> None:
    ends = [name for name in _ENDS if row.says(name)]
    if row.says("month"):
        for name in ends:
            row.refuse(name, "stands beside a month", "a month, or a first and a last one")
    elif not ends:
        row.refuse("month", "is missing", "a month such as 2025-01, or first_month and last_month")
    else:
        for name in set(_ENDS).difference(ends):
            row.refuse(name, "is missing", "a month such as 2025-01, as there is the other end")


def _made(row: _Row, source: str, area: str | None) -> ContributionPeriod:
    values = row.values
    first, last = ("month", "month") if "month" in values else _ENDS
    months = MonthSpan(values[first], values[last])
    count = (values["at_least"], values["at_most"]) if "at_least" in values else None
    facts = {name: values[name] for name in _FACTS if name in values}
    origin = Provenance(source, row.number)
    if "row" in values:  # of a source that has no name, if none is given
        origin = Provenance(values.get("source", ""), values["row"], values.get("other_rows", ()))
    given = {"area": area, **facts}
    return ContributionPeriod(values["kind"], months, count=count, provenance=origin, **given)


def _contradictions(read: Sequence[tuple[int, ContributionPeriod]], source: str) -> Iterator[Fault]:
    """What rows say against each other, each time placed in the last row that takes part."""
    placed = [
        attrs.evolve(period, provenance=Provenance(source, number)) for number, period in read
    ]
    for key in dict.fromkeys(map(key_of, placed)):
        group = [period for period in placed if key_of(period) == key]
        try:
            check_contradictions(group)
        except ContradictionError as error:
            for fault in error.faults:
                yield attrs.evolve(fault, line=_last_row(group, MonthSpan.parse(str(fault.value))))


def _last_row(group: Iterable[ContributionPeriod], window: MonthSpan) -> int:
    touching = (period for period in group if period.between(*window.pair) is not None)
    return max(period.provenance.row for period in touching if period.provenance is not None)
