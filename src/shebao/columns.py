"""Text in columns of a terminal: Chinese signs take two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

__all__ = ["WIDTH", "columns", "wrapped"]

WIDTH: Final = 80


def columns(text: str) -> int:
    """How many columns a text takes.

    Example:
        >>> columns("医保 3")
        6
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, indent: str, further: str) -> Iterator[str]:
    """A text in lines of at most 80 columns, broken at spaces or between Chinese signs.

    Args:
        text: the text, without line breaks.
        indent: what the first line begins with.
        further: what the others begin with.

    Example:
        >>> [columns(line) for line in wrapped("断缴" * 30, "", "  ")]
        [80, 42]
    """
    line = indent
    room = WIDTH - max(columns(indent), columns(further))
    for word in _words(text, room):
        if columns(line) + columns(word) > WIDTH and line.strip():
            yield line.rstrip()
            line = further + word.lstrip()
        else:
            line += word
    yield line


def _words(text: str, room: int) -> Iterator[str]:
    """Pieces that stay together: runs without spaces no longer than a line, each wide sign alone."""
    piece = ""
    for sign in text:
        if len(piece) >= room or sign == " " or east_asian_width(sign) in "WF":
            if piece:
                yield piece
            piece = sign
            if east_asian_width(sign) in "WF":
                yield piece
                piece = ""
        else:
            piece += sign
    if piece:
        yield piece
