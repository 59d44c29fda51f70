"""Rows for data frames, out and in: plain Python values that pandas and polars take as they are.

A record goes out as one row a period or one row a month, and comes back; decisions and their
conditions go out. Columns are the same in every row and their order is fixed, also where there are
no rows: ``pandas.DataFrame(rows, columns=list(PERIOD_COLUMNS))``. A schema for polars is the
mapping itself, with a scale for amounts::

    schema = {
        name: polars.Decimal(18, 2) if kind is Decimal else kind
        for name, kind in PERIOD_COLUMNS.items()
    }
"""

from __future__ import annotations

from .columns import CONDITION_COLUMNS, DECISION_COLUMNS, MONTH_COLUMNS, PERIOD_COLUMNS
from .decision_rows import condition_rows, decision_row
from .rows_in import from_rows
from .rows_out import to_month_rows, to_rows

__all__ = [
    "CONDITION_COLUMNS",
    "DECISION_COLUMNS",
    "MONTH_COLUMNS",
    "PERIOD_COLUMNS",
    "condition_rows",
    "decision_row",
    "from_rows",
    "to_month_rows",
    "to_rows",
]
