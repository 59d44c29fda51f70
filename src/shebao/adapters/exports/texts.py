"""The texts of cells and headings, without what is only typography: full-width forms, spaces, units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ...errors import Fault, RuleError

__all__ = [
    "as_text",
    "check_mapping",
    "heading_key",
    "is_blank",
    "months_in",
    "narrowed",
    "plain",
    "says_nothing",
    "squeezed",
]

#: What stands in cells that say nothing.
_NOTHING: Final = frozenset(
    {"", "-", "--", "—", "——", "/", "\\", "无", "null", "none", "nan", "nat", "<na>"}
)
_MONTHS: Final = re.compile(r"(-?[0-9]{1,5})(?:\.0+)?(?:个?月)?")
#: How long a number may be, in digits of either base; no amount or month comes near it.
_LONGEST: Final = 200
_SPACES: Final = re.compile(r"\s+")
_UNITS: Final = re.compile(r"[(\[](?:单位:)?(?:人民币)?(?:元|月|%|个月|元/月)[)\]]")
_DECORATION: Final = re.compile(r"^[*★]+|\.简体中文$|\.名称$|[::*]+$|(?<=[^0-9])[0-9]$")


def as_text(cell: object) -> str:
    """A cell of any kind as the text that a CSV table would hold.

    Example:
        >>> as_text(datetime(2025, 1, 31)), as_text(None), as_text(Decimal("4000.0")), as_text("险种")
        ('2025-01-31', '', '4000', '险种')
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, Decimal | float):
        return _number(cell)
    if isinstance(cell, int) and cell.bit_length() > _LONGEST:
        return f"<int of {cell.bit_length()} bits>"
    return str(cell)


def _number(number: Decimal | float) -> str:
    """A number without zeros at its end; as binary fractions, in which workbooks hold all of them.

    The shortest text of a binary fraction is what was typed.
    """
    if isinstance(number, Decimal) and number.is_finite() and abs(number.adjusted()) < _LONGEST:
        text = f"{number:f}"
    else:
        text = str(number)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text.lower() else text


def plain(text: str) -> str:
    """A cell without spaces around it, and without the marks by which spreadsheets make it a text.

    Example:
        >>> plain(' ="202401" '), plain("'0012")
        ('202401', '0012')
    """
    text = text.strip()
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1].strip()
    return text.removeprefix("'")


def narrowed(text: str) -> str:
    """A text in half-width characters.

    Example:
        >>> narrowed("姓名： 张三")
        '姓名: 张三'
    """
    return unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=1 << 14)
def squeezed(text: str) -> str:
    """A text in half-width characters without any spaces.

    Example:
        >>> squeezed(" 暂停缴费（ 中断） ")
        '暂停缴费(中断)'
    """
    return _SPACES.sub("", narrowed(text))


def heading_key(text: str) -> str:
    """A heading without marks, units and numbers that only tell it from one of the same name.

    Example:
        >>> heading_key("*缴费基数（元）"), heading_key("个人编号1"), heading_key("Month ")
        ('缴费基数', '个人编号', 'month')
    """
    key = _UNITS.sub("", squeezed(text).lower())
    bare = _DECORATION.sub("", key)
    return bare or key


def says_nothing(text: str) -> bool:
    """Whether a cell says nothing, as an empty one or a dash."""
    return squeezed(text).lower() in _NOTHING


def months_in(text: str) -> int | None:
    """The number of months that a cell names; None if it names none.

    Example:
        >>> months_in("9个月"), months_in("9.0"), months_in("九")
        (9, 9, None)
    """
    found = _MONTHS.fullmatch(squeezed(text))
    return None if found is None else int(found.group(1))


def check_mapping(value: object, field: str) -> None:
    """Refuse an argument that is no mapping.

    Raises:
        RuleError: that names it.
    """
    if not isinstance(value, Mapping):
        raise RuleError(Fault(field, value, "is no mapping", "a dict, or None"))


def is_blank(cells: Sequence[str]) -> bool:
    """Whether all cells of a row are empty."""
    return not any(cell.strip() for cell in cells)
