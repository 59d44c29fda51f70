"""Areas as six-digit codes (行政区划代码, GB/T 2260, or a code of the medical-insurance system).

The model knows no law: which area pools which insurance is law data. A code that nobody has ever
seen is a code; only its form is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..errors import Fault, FaultyInputError

__all__ = ["NATION", "ancestors", "area_faults", "check_area", "province_of", "same_prefecture"]

NATION: Final = "100000"

#: The provinces that are one city 直辖市, by their first two digits: their districts and counties
#: are no prefectures.
_MUNICIPALITIES: Final = ("11", "12", "31", "50")

_CODE: Final = re.compile(r"[0-9]{6}")


def area_faults(value: object, field: str = "area") -> Iterator[Fault]:
    """What is wrong with an area code: it is six digits."""
    if type(value) is not str or _CODE.fullmatch(value) is None:
        yield Fault(field, value, "is not an area code", 'six digits as text, such as "130100"')


def check_area(value: str | None, field: str, error: type[FaultyInputError]) -> str | None:
    """The same code, if it is six digits or None.

    Raises:
        FaultyInputError: of the kind given.
    """
    if value is not None:
        for fault in area_faults(value, field):
            raise error(fault)
    return value


def ancestors(area: str) -> tuple[str, ...]:
    """The code, its prefecture, its province and the nation, nearest first, each once.

    Example:
        >>> ancestors("130102")
        ('130102', '130100', '130000', '100000')
        >>> ancestors("130000")
        ('130000', '100000')
    """
    return tuple(dict.fromkeys((area, area[:4] + "00", area[:2] + "0000", NATION)))


def province_of(area: str) -> str:
    """The code of the province of an area.

    Example:
        >>> province_of("320505")
        '320000'
    """
    return area[:2] + "0000"


def same_prefecture(area: str, other: str) -> bool:
    """Whether two codes are of one prefecture 地级行政区, or of one municipality 直辖市.

    Example:
        >>> same_prefecture("130102", "130181"), same_prefecture("500101", "500235")
        (True, True)
        >>> same_prefecture("130102", "130202")
        False
    """
    digits = 2 if area[:2] in _MUNICIPALITIES else 4
    return area[:digits] == other[:digits]
