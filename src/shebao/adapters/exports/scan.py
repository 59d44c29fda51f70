"""One pass over a table: its titles, its headings, its rows, and whatever stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

import attrs

from ...errors import Fault, RecordsError, RuleError
from .compiled import CompiledStrand
from .facts import Facts
from .given_rows import GivenRow, numbered
from .headings import ColumnMap
from .layout import MOST_TITLES, Headings, TableColumn, find_headings, is_value, looks_like_data
from .people import histories_of
from .reading import PersonRecord, Reading, StatedMonths
from .set_aside import RowReason, SetAside
from .settings import Assumption, Settings
from .strands import Strand, strands_of
from .texts import is_blank
from .titles import is_title, titles_of
from .totals import TOTALS, bare, has_total, is_alone, is_surely_total, looks_total, stated_months
from .tracks import Track

__all__ = ["Scan"]

_Row = tuple[int, Sequence[str]]
#: Where a row of totals has its name; rows are known by these cells, so none is taken for another.
_LABELS: Final = frozenset({"name", "identity_number", "personal_number", "work_number"})


@attrs.frozen
class _Upper:
    """A row that may prove to be the upper of two headings, by what the next row says.

    Attributes:
        row: the row.
        place: how many rows were taken with it.
        faults: what is wrong with it, if it is no heading; nothing for one that is.
    """

    row: _Row
    place: int
    faults: tuple[Fault, ...] = ()


@attrs.define(eq=False)
class Scan:
    """A table while it is read.

    Attributes:
        source: what it is called.
        given: what the caller said of it.
        map: the headings that are known.
        keeps_raw: whether rows are kept.
        settings: what is known of the part that is being read, from its titles too.
        headings: the rows of headings of that part.
        parts: what it is made of.
        strands: the same, made ready for many rows.
        columns: the columns of each part that was read.
        tracks: what was read so far.
        set_aside: the rows that add no month of their own.
        stated: the totals that the table states.
        raw: the rows as they stand.
        names: the name that came with each person's number.
        assumed: what was taken for granted.
        alone: rows of one cell, of which only what follows tells what they are.
        upper: the row before, if it may be the upper of two headings.
        width: how many columns the part has.
        place: how many rows were taken below the first headings.
        row_count: how many rows there were.
    """

    source: str
    given: Settings
    map: ColumnMap
    keeps_raw: bool
    settings: Settings = attrs.field(factory=Settings)
    headings: tuple[Sequence[str], ...] = ()
    parts: tuple[Strand, ...] = ()
    strands: tuple[CompiledStrand, ...] = ()
    columns: list[tuple[TableColumn, ...]] = attrs.field(factory=list[tuple[TableColumn, ...]])
    tracks: dict[Facts, Track] = attrs.field(factory=dict[Facts, Track])
    set_aside: list[SetAside] = attrs.field(factory=list[SetAside])
    stated: list[StatedMonths] = attrs.field(factory=list[StatedMonths])
    raw: dict[int, tuple[str, ...]] = attrs.field(factory=dict[int, "tuple[str, ...]"])
    names: dict[str, str] = attrs.field(factory=dict[str, str])
    assumed: set[Assumption] = attrs.field(factory=set[Assumption])
    alone: list[_Row] = attrs.field(factory=list[_Row])
    upper: _Upper | None = None
    width: int = 0
    place: int = 0
    row_count: int = 0

    def run(self, rows: Iterable[GivenRow]) -> Reading:
        """Read all rows.

        Raises:
            RecordsError: if none of them is the headings.
        """
        stream = self._readable(rows)
        top = list(islice(stream, MOST_TITLES))
        found = find_headings([cells for _, cells in top], self.map, self.given.month)
        if found is None:
            raise RecordsError(self._no_headings(top))
        index, headings = found
        below = index + headings.depth
        self._begin(top[:index], top[index:below], headings)
        for row in chain(top[below:], stream):
            self._take(row)
        self._leave_upper()
        self._put_aside(self.alone, RowReason.TITLE)
        return self._reading()

    def _readable(self, rows: Iterable[GivenRow]) -> Iterator[_Row]:
        """The rows that can be read, each noted; the others are set aside."""
        for number, cells, fault in numbered(rows, self.source):
            self.row_count += 1
            if fault is not None:
                self._blame(number, [fault])
                continue
            if self.keeps_raw:
                self.raw[number] = tuple(cells)
            yield number, cells

    def _no_headings(self, top: Sequence[_Row]) -> Fault:
        number, cells = next((row for row in top if not is_blank(row[1])), (1, ()))
        problem = "and the rows after it are no headings of a table of contributions"
        expected = "headings such as 费款所属期, 险种, 缴费基数; or columns={heading: field}"
        return Fault("row", ",".join(cells), problem, expected, self.source, number, 1)

    def _begin(self, above: Sequence[_Row], rows: Sequence[_Row], headings: Headings) -> None:
        """Begin a table: what its titles say holds of all its rows."""
        self._refuse_units(above)
        self._put_aside([row for row in above if not looks_like_data(row[1])], RowReason.TITLE)
        for number, cells in above:
            if looks_like_data(cells):
                expected = "headings above it that are known; or columns={heading: field}"
                problem = "stands above the headings, and tells of a month"
                self._blame(number, [Fault("row", ",".join(cells), problem, expected)])
        self._put_aside(rows, RowReason.HEADING)
        self.headings = tuple(bare(cells) for _, cells in rows)
        self.columns.append(headings.columns)
        self.width = len(headings.columns)
        self.parts = strands_of(headings.columns)
        self.settings = self.given.under(cells for _, cells in above)
        self.strands = self._compiled(self.settings)

    def _refuse_units(self, titles: Iterable[_Row]) -> None:
        for number, cells in titles:
            unit = titles_of([cells]).unit
            if unit is not None:
                problem = f"gives amounts in {unit}"
                text = ",".join(cells).strip(",")
                raise RecordsError(Fault("row", text, problem, "yuan 元", self.source, number))

    def _compiled(self, settings: Settings) -> tuple[CompiledStrand, ...]:
        return tuple(
            CompiledStrand(part, settings, self.tracks, self.stated, self.names, self.assumed)
            for part in self.parts
        )

    def _take(self, row: _Row) -> None:
        """Take a row; nearly all rows of a long table are like one that was taken before."""
        number, cells = row
        self.place += 1
        if len(cells) < self.width:
            cells = (*cells, *[""] * (self.width - len(cells)))
        elif len(cells) > self.width and not any(cells[self.width :]):
            cells = cells[: self.width]
        is_odd = bool(self.alone) or self.upper is not None
        if is_odd or len(cells) > self.width or not TOTALS.isdisjoint(cells):
            self._look_closer((number, cells), self.strands, tells=False)
            return
        unknown: list[CompiledStrand] = []
        tells = False
        for strand in self.strands:
            told = strand.take(number, cells)
            if told:
                tells = True
            elif told is None:
                unknown.append(strand)
        if unknown or not tells:
            self._look_closer((number, cells), unknown, tells)

    def _look_closer(self, row: _Row, unknown: Sequence[CompiledStrand], tells: bool) -> None:
        """Take a row that is new, or tell what else it is, unless it told of months already."""
        _, cells = row
        if tells:
            self._read(row, unknown, tells)
            return
        if not is_blank(cells) and not any(map(is_value, cells)) and self._begins_table(row):
            return
        self._leave_upper()
        if is_blank(cells):
            self._put_aside([row], RowReason.BLANK)
        elif has_total(cells) or any(
            is_surely_total(cells[column.number - 1]) for column in self._labels()
        ):
            self._sum_up(row)
        elif is_alone(cells):
            self.alone.append(row)
        else:
            self._read(row, unknown, tells)

    def _labels(self) -> Iterator[TableColumn]:
        """The columns in which a row of totals says that it is one."""
        return (each for each in self.columns[-1] if each.field in _LABELS)

    def _sum_up(self, row: _Row) -> None:
        self._put_aside([row], RowReason.TOTAL)
        self.stated += stated_months(row, self.columns[-1], self.settings.kind)

    def _read(self, row: _Row, unknown: Sequence[CompiledStrand], tells: bool) -> None:
        """Read a row that is new, below the name of its group if one stands above it."""
        number, cells = row
        settings = self.settings
        if self.alone:
            settings = self.settings.under((title for _, title in self.alone), is_group=True)
            self._refuse_units(self.alone)
            unknown = self._compiled(settings)
        faults = list(self._too_many(cells))
        reasons: list[RowReason] = []
        for strand in unknown:
            try:
                line = strand.read(number, cells)
            except RecordsError as error:
                faults += error.faults
                continue
            if isinstance(line, RowReason):
                reasons.append(line)
            else:
                tells = True
                faults += line.asides
        if self.alone and (tells or any(map(is_value, cells))):
            self._put_aside(self.alone, RowReason.GROUP)
            self.alone, self.settings, self.strands = [], settings, tuple(unknown)
        self._judge(row, faults, reasons, tells)

    def _judge(
        self, row: _Row, faults: Sequence[Fault], reasons: Sequence[RowReason], tells: bool
    ) -> None:
        """What becomes of a row that was read."""
        number, cells = row
        if tells:
            self._blame(number, faults)
        elif looks_total(cells):
            self._sum_up(row)
        elif faults:
            self.upper = _Upper(row, self.place, tuple(faults))
        elif RowReason.OTHER_INSURANCE in reasons:
            self._put_aside([row], RowReason.OTHER_INSURANCE)
        elif any(map(is_value, cells)):
            self._put_aside([row], RowReason.NO_CONTRIBUTION)
        else:
            self._put_aside([row], RowReason.TITLE)

    def _too_many(self, cells: Sequence[str]) -> Iterator[Fault]:
        width = self.width
        if not is_blank(cells[width:]):
            problem = f"stands in a row of {len(cells)} cells"
            expected = f"{width} cells, one for each heading"
            yield Fault("row", cells[width], problem, expected, column=width + 1)

    def _begins_table(self, row: _Row) -> bool:
        """Whether a row is headings: those of this table again, or of another, of one level or two."""
        if bare(row[1]) in self.headings:
            self._leave_upper()
            self._put_aside([row], RowReason.HEADING)
            return True
        upper = self.upper
        if upper is not None and upper.place == self.place - 1:
            found = find_headings([upper.row[1], row[1]], self.map)
            if found is not None and found[1].depth == 2:
                self.upper = None
                if not upper.faults:
                    self.columns.pop()
                    self.set_aside.remove(SetAside(upper.row[0], RowReason.HEADING))
                self._open(self.alone, [upper.row, row], found[1])
                return True
        found = find_headings([row[1]], self.map)
        if found is not None:
            self._leave_upper()
            self._open(self.alone, [row], found[1])
            self.upper = _Upper(row, self.place)
        return found is not None

    def _open(self, above: Sequence[_Row], rows: Sequence[_Row], headings: Headings) -> None:
        self.alone = []
        self._begin(above, rows, headings)

    def _leave_upper(self) -> None:
        """A row that proved to be no heading is a title in several cells, or is not understood."""
        upper, self.upper = self.upper, None
        if upper is None or not upper.faults:
            return
        if is_title(upper.row[1]):
            self.alone.append(upper.row)
        else:
            self._blame(upper.row[0], upper.faults)

    def _blame(self, number: int, faults: Iterable[Fault]) -> None:
        placed = tuple(
            attrs.evolve(each, source=self.source, line=number) for each in dict.fromkeys(faults)
        )
        if placed:
            self.set_aside.append(SetAside(number, RowReason.NOT_UNDERSTOOD, placed))

    def _put_aside(self, rows: Iterable[_Row], reason: RowReason) -> None:
        self.set_aside += [
            SetAside(number, RowReason.BLANK if is_blank(cells) else reason)
            for number, cells in rows
        ]

    def _reading(self) -> Reading:
        self._refuse_unmatched()
        histories, given_up = histories_of(self.tracks.values(), self.source)
        aside = dict.fromkeys([*self.set_aside, *given_up])
        only = next(iter(histories)) if len(histories) == 1 else None
        return Reading(
            source=self.source,
            row_count=self.row_count,
            people=tuple(PersonRecord(*each) for each in histories.items()),
            columns=tuple(column for columns in self.columns for column in columns),
            set_aside=tuple(sorted(aside, key=lambda each: (each.row, each.reason.rank))),
            stated=tuple(attrs.evolve(each, person=each.person or only) for each in self.stated),
            assumed=tuple(sorted(self.assumed, key=lambda each: each.rank)),
            raw=self.raw,
        )

    def _refuse_unmatched(self) -> None:
        """Refuse headings of the caller's own that the table has not."""
        headings = [column.heading for columns in self.columns for column in columns]
        unmatched = self.map.unmatched(headings)
        if unmatched:
            expected = f"headings of the table: {', '.join(headings)}"
            fault = Fault("columns", ", ".join(unmatched), "stand in no table", expected)
            raise RuleError(attrs.evolve(fault, source=self.source))
