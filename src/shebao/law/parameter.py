"""A parameter of law: a name, a unit, and how its value is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, final

import attrs

__all__ = ["Parameter"]

T = TypeVar("T")


@final
@attrs.frozen
class Parameter(Generic[T]):
    """A parameter of law (政策参数).

    Attributes:
        name: its name in the law data, such as ``pension.minimum_months``.
        unit: what its value is measured in.
        title_zh: what it is, in Chinese.
        title_en: what it is, in English.
        read: makes a value of what a file or a caller gives, or raises ``ValueError`` with what
            would be right.
    """

    name: str
    unit: str
    title_zh: str
    title_en: str
    read: Callable[[object], T] = attrs.field(repr=False)
