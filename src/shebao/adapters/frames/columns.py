"""The columns of tables that data frames hold, each with the type of its values, in a fixed order.

A month stands as its first day. That is what databases and data frames cut a day to, it sorts,
joins, filters and plots without being read first, and each of them has a type for it; so the last
month of a year is ``2025-12-01``, and means all of December. Terms stand by their values, lists as
one text, so that every table can also be written as CSV.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

__all__ = ["CONDITION_COLUMNS", "DECISION_COLUMNS", "MONTH_COLUMNS", "PERIOD_COLUMNS"]

_SAID: Final[Mapping[str, type]] = {
    "base": Decimal,
    "status": str,
    "scheme": str,
    "area": str,
    "employer": str,
    "declared_on": date,
    "settled_on": date,
}

#: One row a period: its months and their number, what it says of them, and where it was read.
PERIOD_COLUMNS: Final[Mapping[str, type]] = MappingProxyType(
    {
        "kind": str,
        "first_month": date,
        "last_month": date,
        "at_least": int,
        "at_most": int,
        **_SAID,
        "source": str,
        "row": int,
        "other_rows": str,
    }
)

#: One row a month of a period.
MONTH_COLUMNS: Final[Mapping[str, type]] = MappingProxyType({"kind": str, "month": date, **_SAID})

#: One row a decision.
DECISION_COLUMNS: Final[Mapping[str, type]] = MappingProxyType(
    {
        "question": str,
        "on": date,
        "outcome": str,
        "eligible": bool,
        "missing": str,
        "evidence": str,
    }
)

#: One row a condition of a decision, and one a part of it.
CONDITION_COLUMNS: Final[Mapping[str, type]] = MappingProxyType(
    {
        "question": str,
        "on": date,
        "number": str,
        "reason": str,
        "verdict": str,
        "mode": str,
        "required": str,
        "actual": str,
        "missing": str,
        "citation": str,
        "evidence": str,
    }
)
