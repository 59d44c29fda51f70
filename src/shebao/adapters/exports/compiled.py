"""A strand made ready for many rows: what was read once of some cells is not read again.

Most rows of a long table differ from the one before in their month alone. So what its time cells
say, and what all the others do, is looked up by their texts, and only new texts are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Final

import attrs

from ...errors import Fault, FaultyInputError, RecordsError
from .facts import Facts, Said, facts_of
from .layout import TableColumn
from .lines import Line, read_line
from .money import MONEY_FIELDS, Money
from .places import Place
from .reading import StatedMonths
from .row_cells import RowCells
from .set_aside import RowReason
from .settings import Assumption, Settings
from .strands import Strand
from .texts import squeezed
from .tracks import Track

__all__ = ["CompiledStrand"]

#: How many different texts are kept before they are forgotten; they are only ever a shortcut.
_MOST: Final = 1 << 16
#: Fields that say something in words, and something of money too.
_BOTH: Final = ("cell", "part")


@attrs.define(eq=False)
class CompiledStrand:
    """A strand with what was read of its cells so far.

    Attributes:
        strand: the columns.
        settings: what is known of the table.
        tracks: the tracks of all strands and tables, by their facts.
        stated: the totals that rows state.
        names: the name that came with each person's number.
        assumed: what was taken for granted of rows.
    """

    strand: Strand
    settings: Settings
    tracks: dict[Facts, Track]
    stated: list[StatedMonths]
    names: dict[str, str]
    assumed: set[Assumption]
    _when: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _what: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _words: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _money: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _own: Callable[[Sequence[str]], object] | None = attrs.field(init=False)
    _spans: dict[object, tuple[int, int, object, Place]] = attrs.field(init=False, factory=dict)
    _known: dict[tuple[object, object], Track] = attrs.field(init=False, factory=dict)
    _said: dict[object, Said] = attrs.field(init=False, factory=dict)
    _paid: dict[object, Money] = attrs.field(init=False, factory=dict)
    _silent: set[object] = attrs.field(init=False, factory=set)
    _spoken: set[object] = attrs.field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        what = self.strand.what
        self._when = _getter(self.strand.when)
        self._what = _getter(what)
        self._words = _getter([each for each in what if each.field not in MONEY_FIELDS])
        self._money = _getter([each for each in what if each.field in (*MONEY_FIELDS, *_BOTH)])
        self._own = None if self.strand.own is None else _getter(self.strand.own)

    def take(self, row: int, cells: Sequence[str]) -> bool | None:
        """Take a row whose cells were all read before, in whatever rows.

        Args:
            row: its number.
            cells: its cells, as many as the table has columns.

        Returns:
            Whether it tells of any month; None if something in it is new.
        """
        if self._own is not None and self._own(cells) in self._silent:
            return False
        span = self._spans.get(self._when(cells))
        if span is None:
            return None
        track = self._known.get((self._what(cells), span[2]))
        if track is None:
            return None
        track.add(span[0], span[1], row)
        return True

    def read(self, row: int, cells: Sequence[str]) -> Line | RowReason:
        """Read a row, or why it tells of no month.

        Raises:
            RecordsError: with all that is wrong with it.
        """
        line = self._put_together(cells) or read_line(self.strand, cells, self.settings)
        if isinstance(line, RowReason):
            if self._own is not None and RowCells.of(self.strand, cells).is_silent:
                self._forget()
                self._silent.add(self._own(cells))
            return line
        self._check_name(line)
        self.assumed |= line.assumed
        facts = line.facts
        track = self.tracks.get(facts)
        if track is None:
            track = self.tracks[facts] = Track(facts)
        track.add(*line.place.span.pair, row)
        if line.stated is not None:
            self.stated.append(StatedMonths(facts.person, facts.kind, line.stated, row))
        elif not line.asides:
            self._keep(cells, line, track)
        return line

    def _check_name(self, line: Line) -> None:
        """Refuse a number that came with another name before: one of the two is wrong."""
        person, name = line.facts.person, line.said.subject.name
        if person is not None and name is not None:
            known = self.names.setdefault(person, name)
            if squeezed(known) != squeezed(name):
                expected = "one name for each number"
                raise RecordsError(
                    Fault("name", name, f"stands beside the number of {known}", expected)
                )

    def _put_together(self, cells: Sequence[str]) -> Line | None:
        """A row whose words, money and months were each read before; None if one was not."""
        if self._own is not None and self._own(cells) not in self._spoken:
            return None
        said = self._said.get(self._words(cells))
        money = self._paid.get(self._money(cells))
        span = self._spans.get(self._when(cells))
        if said is None or money is None or span is None:
            return None
        try:
            facts = facts_of(said, money, span[3])
        except FaultyInputError:
            return None  # reading the row names the columns in which it is wrong
        return None if facts is None else Line(facts, said, money, span[3])

    def _forget(self) -> None:
        """Forget what was kept, where it has become much."""
        kept = (self._known, self._spans, self._said, self._paid, self._silent, self._spoken)
        for known in kept:
            if len(known) >= _MOST:
                known.clear()

    def _keep(self, cells: Sequence[str], line: Line, track: Track) -> None:
        """Keep what was read, for rows that say the same."""
        self._forget()
        place, said = line.place, line.place.circumstances
        self._spans[self._when(cells)] = (*place.span.pair, said, place)
        self._known[self._what(cells), said] = track
        self._said[self._words(cells)] = line.said
        self._paid[self._money(cells)] = line.money
        if self._own is not None:
            self._spoken.add(self._own(cells))


def _getter(columns: Sequence[TableColumn]) -> Callable[[Sequence[str]], object]:
    """What takes the texts of some columns out of a row."""
    if not columns:
        return _nothing
    return itemgetter(*(column.number - 1 for column in columns))


def _nothing(_cells: Sequence[str]) -> object:
    return ()
