"""The forms that values of work-injury law take."""

from __future__ import annotations

from typing import Final

import attrs

from ..terms import InjuryItem
from .values import several, table, term

__all__ = ["LateItems", "read_injury_items", "read_late_items"]


@attrs.frozen
class LateItems:
    """What the fund pays of new costs once an employer has joined and paid what it owed.

    Attributes:
        injured: the items of who was injured before.
        died: the items of the survivors of who died.
    """

    injured: tuple[InjuryItem, ...]
    died: tuple[InjuryItem, ...]


#: Items of work-injury benefits, each once: names in a file, or the terms themselves.
read_injury_items: Final = several(term(InjuryItem), 1)

read_late_items: Final = table(LateItems, injured=read_injury_items, died=read_injury_items)
