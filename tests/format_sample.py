"""What is said of a table: the record of each person, the rows set aside, the totals it states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import attrs

from shebao.model.contributions import ContributionPeriod
from shebao.terms import InsuranceKind

__all__ = [
    "FIRST",
    "SECOND",
    "THIRD",
    "Sample",
    "injury",
    "maternity",
    "medical",
    "pension",
    "unemployment",
]

#: Identity numbers of nobody: a wrong check digit, and the two examples of GB 11643.
FIRST: Final = "130102199003077719"
SECOND: Final = "11010519491231002X"
THIRD: Final = "34052419800101001X"

pension = partial(ContributionPeriod, InsuranceKind.PENSION)
medical = partial(ContributionPeriod, InsuranceKind.MEDICAL)
unemployment = partial(ContributionPeriod, InsuranceKind.UNEMPLOYMENT)
injury = partial(ContributionPeriod, InsuranceKind.WORK_INJURY)
maternity = partial(ContributionPeriod, InsuranceKind.MATERNITY)


@attrs.frozen
class Sample:
    """A table of made-up data in the form of one source, and what is right about it.

    Attributes:
        name: what tells it from the others.
        file: the table, in the folder ``formats``.
        description: which source's description it follows.
        histories: the periods of each person, written by hand.
        set_aside: the rows that are no months, each with its reasons by name.
        arguments: what the reader has to be told.
        stated: the totals that the table states: person, kind, months, row.
    """

    name: str
    file: str
    description: str
    histories: Mapping[str | None, tuple[ContributionPeriod, ...]]
    set_aside: Mapping[int, tuple[str, ...]]
    arguments: Mapping[str, Any] = attrs.Factory(dict)
    stated: tuple[tuple[str | None, str, int, int], ...] = ()
