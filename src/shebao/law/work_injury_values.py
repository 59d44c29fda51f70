"""The forms that values of work-injury law take."""

from __future__ import annotations

from typing import Final

import attrs

from ..terms import InjuryItem
from .values import table

__all__ = ["LateItems", "read_injury_items", "read_late_items"]

_BY_VALUE: Final = {str(item.value): item for item in InjuryItem}


@attrs.frozen
class LateItems:
    """What the fund pays of new costs once an employer has joined and paid what it owed.

    Attributes:
        injured: the items of who was injured before.
        died: the items of the survivors of who died.
    """

    injured: tuple[InjuryItem, ...]
    died: tuple[InjuryItem, ...]


def read_injury_items(value: object) -> tuple[InjuryItem, ...]:
    """Items of work-injury benefits, each once: names in a file, or the terms themselves."""
    expected = f"a list of items, each once, of {', '.join(_BY_VALUE)}"
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(expected)
    found = [each if isinstance(each, InjuryItem) else _named(each) for each in value]
    items = tuple(each for each in found if each is not None)
    if len(set(items)) < len(value):
        raise ValueError(expected)
    return items


def _named(name: object) -> InjuryItem | None:
    return _BY_VALUE.get(name) if isinstance(name, str) else None


read_late_items: Final = table(LateItems, injured=read_injury_items, died=read_injury_items)
