"""Identity numbers (公民身份号码, GB 11643) in text that is shown: hidden but for the area.

Values keep what they are given; what is hidden is their display, in ``repr``, errors and sentences.
Digits, letters and blanks of full width 全角 are read as those of half width.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["masked", "shown", "written"]

_AREA: Final = 6
_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
#: No digit stands before it, but for those of an escape such as ``\\u3000`` in a ``repr``.
_BEFORE: Final = r"(?:(?<!\d)|(?<=\\x[\da-f]{2})|(?<=\\u[\da-f]{4})|(?<=\\U[\da-f]{8}))"
#: One sign may stand between the groups of a number; a blank other than " " as ``repr`` writes it, too.
_BETWEEN: Final = r"(?:[\s._/\u2010-\u2015-]|\\t|\\n|\\xa0|\\u20[\da-f]{2}|\\u3000)?"
#: Eighteen characters with a date of birth in them, or the older fifteen digits.
_NUMBER: Final = re.compile(
    rf"{_BEFORE}(?:\d{{6}}{_BETWEEN}(?:18|19|20)\d\d{_BETWEEN}{_DAY}{_BETWEEN}\d{{3}}[\dXx](?!\d)"
    rf"|\d{{8}}{_DAY}\d{{3}}(?![\dXx]))"
)
#: A long number as spreadsheets write it that took it for an amount: 1.30102199003077E+17.
_AS_FLOAT: Final = re.compile(r"(?<![\d.])\d\.\d{5,}[eE]\+?1[3-9]")
#: Signs of full width and what they stand for, one for one, so that places stay the same.
_NARROW: Final = {0x3000: " "} | {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}


def masked(text: str) -> str:
    """A text whose identity numbers show their first six digits, the area, and no more.

    Example:
        >>> masked("证件号码 130102199003077719, 女")
        '证件号码 130102************, 女'
    """
    hidden = list(text)
    narrow = text.translate(_NARROW)
    for pattern in (_NUMBER, _AS_FLOAT):
        for found in pattern.finditer(narrow):
            start, end = found.start() + _AREA, found.end()
            hidden[start:end] = "*" * (end - start)
    return "".join(hidden)


def written(value: object) -> str:
    """The ``repr`` of a value, whatever it is; a number too long for Python to write is named.

    Example:
        >>> written("a"), written(10**5000)
        ("'a'", '<int, too long to write>')
    """
    try:
        return repr(value)
    except ValueError:
        return f"<{type(value).__name__}, too long to write>"


def shown(value: object) -> str:
    """The ``repr`` of a value, identity numbers masked.

    Example:
        >>> shown("130102900307771"), shown(12)
        ("'130102*********'", '12')
    """
    return masked(written(value))
