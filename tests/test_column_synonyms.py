"""How many of the headings that exports use are recognised, counted over 123 city portals."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from shebao.adapters.records import ColumnMap

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTS: Final = Path(__file__).parent / "formats_data" / "column_synonyms.csv"
LABELS: Final = "labels_seen(count of entity fields)"
LABEL: Final = re.compile(r"(.*)\(([0-9]+)\)")

#: What the headings of a field of the counts are read as.
FIELDS: Final = {
    "period_month": "month",
    "range_start": "first",
    "range_end": "last",
    "paid_date": "settled_on",
    "kind": "kind",
    "base": "base",
    "wage": "wage",
    "personal_amount": "personal_amount",
    "to_account": "account",
    "employer_name": "employer",
    "employer_no": "employer_number",
    "person_no": "personal_number",
    "national_id": "identity_number",
}


def labels() -> Iterator[tuple[str, str, int]]:
    """Each heading that was seen, with the field that it stands for and in how many places."""
    with COUNTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for label in re.split(r";\s*", row[LABELS]):
                found = LABEL.fullmatch(label.strip())
                assert found is not None
                yield row["canonical"], found.group(1), int(found.group(2))


def test_nearly_all_headings_are_recognised() -> None:
    """At least 95 of 100 occurrences of headings have a field."""
    known = ColumnMap()
    seen = list(labels())
    unknown = {name: count for _, name, count in seen if known.meaning(name).field is None}
    everything = sum(count for *_, count in seen)
    recognised = everything - sum(unknown.values())
    share = f"{recognised} of {everything} occurrences are recognised, not: {', '.join(unknown)}"
    print(share)  # noqa: T201
    assert 100 * recognised >= 95 * everything, share
    assert everything > 2_000


@pytest.mark.parametrize(("canonical", "field"), FIELDS.items())
def test_headings_are_recognised_for_what_they_are(canonical: str, field: str) -> None:
    """At least 85 of 100 occurrences of the headings of a field are read as that field.

    The others were counted under it and say something else, such as 结算期 among the months.
    """
    known = ColumnMap()
    seen = [(name, count) for whose, name, count in labels() if whose.split()[0] == canonical]
    others = {name: count for name, count in seen if known.meaning(name).field != field}
    everything = sum(count for _, count in seen)
    assert everything > 0
    assert 100 * sum(others.values()) <= 15 * everything, f"{others} of {everything}"
