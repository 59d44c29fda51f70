"""A strand made ready for many rows: what was read once of some cells is not read again.

Most rows of a long table differ from the one before in their month alone. So what its time cells
say, and what all the others do, is looked up by their texts, and only new texts are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Final

import attrs

from .layout import TableColumn
from .lines import Facts, Line, Settings, read_line
from .places import Place
from .reading import StatedMonths
from .row_cells import RowCells
from .strands import Strand
from .tracks import Track

__all__ = ["CompiledStrand"]

#: How many different texts are kept before they are forgotten; they are only ever a shortcut.
_MOST: Final = 1 << 16


@attrs.define(eq=False)
class CompiledStrand:
    """A strand with what was read of its cells so far.

    Attributes:
        strand: the columns.
        settings: what is known of the table.
        tracks: the tracks of all strands and tables, by their facts.
    """

    strand: Strand
    settings: Settings
    tracks: dict[Facts, Track]
    stated: list[StatedMonths]
    _when: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _what: Callable[[Sequence[str]], object] = attrs.field(init=False)
    _own: Callable[[Sequence[str]], object] | None = attrs.field(init=False)
    _spans: dict[object, tuple[int, int, object]] = attrs.field(init=False, factory=dict)
    _known: dict[tuple[object, object], Track] = attrs.field(init=False, factory=dict)
    _silent: set[object] = attrs.field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self._when = _getter(self.strand.when)
        self._what = _getter(self.strand.what)
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
        track = None if span is None else self._known.get((self._what(cells), span[2]))
        if span is None or track is None:
            return None
        track.add(span[0], span[1], row)
        return True

    def read(self, row: int, cells: Sequence[str]) -> Line | None:
        """Read a row; None if it says that nothing was contributed.

        Raises:
            RecordsError: with all that is wrong with it.
        """
        line = read_line(self.strand, cells, self.settings)
        if line is None:
            if self._own is not None and RowCells.of(self.strand, cells).is_silent:
                self._silent.add(self._own(cells))
            return None
        track = self.tracks.setdefault(line.facts, Track(line.facts))
        track.add(*line.place.span.pair, row)
        if line.stated is not None:
            self.stated.append(StatedMonths(line.facts.person, line.facts.kind, line.stated, row))
        elif not line.asides:
            self._keep(cells, line.place, track)
        return line

    def _keep(self, cells: Sequence[str], place: Place, track: Track) -> None:
        """Keep what was read, for rows that say the same."""
        if max(len(self._known), len(self._spans), len(self._silent)) >= _MOST:
            for known in (self._known, self._spans, self._silent):
                known.clear()
        said = place.circumstances
        self._spans[self._when(cells)] = (*place.span.pair, said)
        self._known[self._what(cells), said] = track


def _getter(columns: Sequence[TableColumn]) -> Callable[[Sequence[str]], object]:
    """What takes the texts of some columns out of a row."""
    if not columns:
        return _nothing
    return itemgetter(*(column.number - 1 for column in columns))


def _nothing(_cells: Sequence[str]) -> object:
    return ()
