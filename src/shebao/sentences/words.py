"""A sentence in both languages."""

from __future__ import annotations

from typing import Literal

__all__ = ["Words"]

Words = dict[Literal["zh", "en"], str]
