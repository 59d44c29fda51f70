"""What was understood of a table, what was not, and why (读取结果)."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from ...errors import Fault, RecordsError
from ...masking import shown
from ...model.history import ContributionHistory
from ...model.provenance import Provenance
from ...terms import InsuranceKind
from .layout import TableColumn
from .report import reading_text
from .set_aside import RowReason, SetAside, check_row
from .settings import Assumption

__all__ = ["PersonRecord", "Reading", "StatedMonths"]


@attrs.frozen
class StatedMonths:
    """A number of months that the table itself states, to be held against its rows.

    Attributes:
        person: whose, as the table writes it; None where it names nobody.
        kind: the insurance; None where the row names none.
        months: the number.
        row: where it stands.

    Raises:
        RecordsError: if the row is no number from 1.
    """

    person: str | None = attrs.field(repr=shown)
    kind: InsuranceKind | None
    months: int
    row: int

    def __attrs_post_init__(self) -> None:
        check_row(self.row)


@attrs.frozen
class PersonRecord:
    """One person of a table.

    Attributes:
        person: the identity number, else the personal number, else the name, as the table writes
            it; None where it names nobody.
        history: the record.
    """

    person: str | None = attrs.field(repr=shown)
    history: ContributionHistory


@attrs.frozen
class Reading:
    """What was read of a table.

    Attributes:
        source: what the table is called.
        row_count: how many rows it has.
        people: the people of the table, in its order, each with the record.
        columns: the columns, with what each holds; of several tables under each other, all.
        set_aside: the rows that add no month of their own, in order.
        stated: the totals that the table itself states.
        assumed: what was taken for granted of rows that do not say it.
        raw: the rows as they stood, by their numbers, if they were kept; no part of equality.
    """

    source: str = attrs.field(repr=shown)
    row_count: int
    people: tuple[PersonRecord, ...]
    columns: tuple[TableColumn, ...]
    set_aside: tuple[SetAside, ...]
    stated: tuple[StatedMonths, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    raw: Mapping[int, tuple[str, ...]] = attrs.field(
        factory=dict[int, "tuple[str, ...]"], repr=False, eq=False
    )

    @property
    def histories(self) -> Mapping[str | None, ContributionHistory]:
        """The record of each person, by the number or name that the table has for it."""
        return {each.person: each.history for each in self.people}

    @property
    def history(self) -> ContributionHistory:
        """The record of the only person.

        Raises:
            RecordsError: if the table is about several people, or holds no record.
        """
        if len(self.people) != 1:
            problem = f"holds the records of {len(self.people)} people"
            expected = "one person, or .histories, which has them by person"
            raise RecordsError(Fault("history", self.source, problem, expected, self.source))
        return self.people[0].history

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the rows that were not understood."""
        return tuple(fault for each in self.set_aside for fault in each.faults)

    @property
    def unknown_columns(self) -> tuple[TableColumn, ...]:
        """The columns whose headings nobody knows."""
        return tuple(column for column in self.columns if column.field is None)

    @property
    def is_understood(self) -> bool:
        """Whether no row was left that is not understood."""
        return not any(each.reason is RowReason.NOT_UNDERSTOOD for each in self.set_aside)

    def rows_of(self, provenance: Provenance) -> tuple[tuple[str, ...], ...]:
        """The rows of a period as they stood in the table.

        Raises:
            RecordsError: if the rows were not kept, or are of another table.
        """
        try:
            return tuple(self.raw[row] for row in provenance.rows)
        except KeyError:
            problem = "has rows that were not kept here"
            expected = f"a provenance of {self.source!r}, read with keep_raw=True"
            raise RecordsError(Fault("provenance", str(provenance), problem, expected)) from None

    def text(self, lang: str = "zh") -> str:
        """What was understood, what was not, and why, as text of at most 80 columns.

        Args:
            lang: ``zh`` or ``en``; what is wrong with a cell is told in English, as errors are.
        """
        return reading_text(self, lang)

    def __str__(self) -> str:
        return self.text()

    def understood(self) -> Reading:
        """This reading, if every row of it was understood.

        Raises:
            RecordsError: with every fault, if not.
        """
        if not self.is_understood:
            raise RecordsError(*self.faults)
        return self
