"""Tables of every known source: what the reader makes of them is what their descriptions say."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import shebao as sb
from format_samples import SAMPLES

if TYPE_CHECKING:
    from format_sample import Sample

FOLDER: Final = Path(__file__).parent / "formats"
every_sample: Final = pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)


def text_of(sample: Sample) -> str:
    """The text of a table."""
    return (FOLDER / sample.file).read_text("utf-8")


def reading_of(sample: Sample) -> sb.records.Reading:
    """What the reader makes of a table."""
    rows = sb.records.csv_rows(text_of(sample))
    return sb.records.read(rows, source=sample.file, **sample.arguments)


def lines_of(sample: Sample) -> set[int]:
    """The line in which each row of a table starts."""
    reader = csv.reader(io.StringIO(text_of(sample), newline=""))
    found: set[int] = set()
    start = 1
    for _ in reader:
        found.add(start)
        start = reader.line_num + 1
    return found


@every_sample
def test_each_person_has_the_record_that_the_table_tells(sample: Sample) -> None:
    """The months, bases, states, places and days of a person are those of the person's rows."""
    expected = {
        person: sb.ContributionHistory(periods) for person, periods in sample.histories.items()
    }
    found = {person: each for person, each in reading_of(sample).histories.items() if len(each)}
    assert expected == found


@every_sample
def test_rows_that_are_no_months_are_set_aside(sample: Sample) -> None:
    """Each row that is no month is set aside, with the reason."""
    found: dict[int, tuple[str, ...]] = {}
    for each in reading_of(sample).set_aside:
        found[each.row] = (*found.get(each.row, ()), each.reason.name)
    assert sample.set_aside == found


@every_sample
def test_what_is_not_understood_says_why(sample: Sample) -> None:
    """A row that is not understood has a fault that names its table and its place, no other has."""
    faults = {each.row: each.faults for each in reading_of(sample).set_aside if each.faults}
    unread = {row for row, reasons in sample.set_aside.items() if "NOT_UNDERSTOOD" in reasons}
    assert unread == faults.keys()
    assert {(sample.file, row) for row in unread} == {
        (fault.source, fault.line) for each in faults.values() for fault in each
    }


@every_sample
def test_totals_are_what_the_table_states(sample: Sample) -> None:
    """A number of months that the table states beside its months is kept with its row."""
    found = {
        (each.person, each.kind and each.kind.value, each.months, each.row)
        for each in reading_of(sample).stated
    }
    assert set(sample.stated) == found


@every_sample
def test_no_row_is_lost(sample: Sample) -> None:
    """Every row of a table stands in the provenance of a period or is set aside."""
    reading = reading_of(sample)
    told = {
        row
        for history in reading.histories.values()
        for period in history
        if period.provenance is not None
        for row in period.provenance.rows
    }
    assert lines_of(sample) == told | {each.row for each in reading.set_aside}


@every_sample
def test_a_sample_speaks_of_rows_that_there_are(sample: Sample) -> None:
    """The rows that a sample names start in lines of its table."""
    assert sample.set_aside.keys() <= lines_of(sample)
    assert {row for *_, row in sample.stated} <= lines_of(sample)


def test_samples_have_names_of_their_own() -> None:
    """No two samples share a name."""
    assert [] == [name for name, n in Counter(each.name for each in SAMPLES).items() if n > 1]


def test_every_table_has_a_sample() -> None:
    """Each file in the folder is read by a sample."""
    assert {each.file for each in SAMPLES} == {path.name for path in FOLDER.iterdir()}
