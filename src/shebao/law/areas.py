"""Areas 行政区划 by code and by name, and the pooling areas 统筹地区 that they belong to.

The table holds every province and prefecture of GB/T 2260, the districts and counties of the
municipalities, the counties that stand directly under a province or have law of their own, and the
few codes of insurance that are not of GB/T 2260. It is a look-up of names and no more: a code that
is not in it is as good as any other wherever an area is asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pkgutil import get_data
from types import MappingProxyType
from typing import Final, final

import attrs

from ..errors import Fault, RuleError, UnknownAreaError
from ..model.areas import ancestors, area_faults, province_of
from ..terms import InsuranceKind, check_term
from .law import Law, known_law
from .parameters import POOLING_LEVEL
from .timeline import Dated

__all__ = [
    "Area",
    "PoolingArea",
    "bare_name",
    "children",
    "find",
    "get",
    "known",
    "listed",
    "pooling_area",
]

_LEVELS: Final = ("nation", "province", "prefecture", "county")
_NEAREST: Final = 3

#: The peoples that stand between the name of an autonomous area and its type word.
_PEOPLES: Final = "维吾尔|哈萨克|柯尔克孜|蒙古族?|(?:土家|布依|哈尼|景颇|傈僳|朝鲜|藏|羌|彝|苗|侗|壮|傣|白|黎|回)族"
_NAME: Final = re.compile(
    rf"(.{{2,}}?)(?:{_PEOPLES})*"
    r"(省|特别行政区|自治区|市|地区|盟|自治州|自治县|新区|林区|区|县)"
)
#: Type words 通名 that are also said shorter.
_SHORT: Final = MappingProxyType({"自治州": "州", "自治县": "县"})


@final
@attrs.frozen
class Area:
    """An area 行政区划 with its names.

    Attributes:
        code: six digits.
        name_zh: the full Chinese name 全称.
        name_en: the English name, without its type word.
        level: ``nation``, ``province``, ``prefecture`` or ``county``; an area that is not of
            GB/T 2260 has the level of the shape of its code.
        system: whose code it is: ``gbt2260``, ``medical`` of the medical-insurance system, or
            ``library`` for one of this library's own.

    Example:
        >>> print(get("130100"))
        130100 石家庄市 Shijiazhuang
        >>> get("130100").parent, get("429004").parent, get("110105").parent
        ('130000', '420000', '110000')
    """

    code: str
    name_zh: str
    name_en: str
    level: str
    system: str

    @property
    def parent(self) -> str | None:
        """The code of the next wider area that is known; None for the nation."""
        return next((code for code in ancestors(self.code)[1:] if code in _table()), None)

    @property
    def province(self) -> str:
        """The code of its province; its own for a province and for the nation."""
        return province_of(self.code)

    def __str__(self) -> str:
        return f"{self.code} {self.name_zh} {self.name_en}"


@final
@attrs.frozen
class PoolingArea:
    """The area that pools a kind of insurance 统筹地区.

    Attributes:
        area: its code.
        name: its Chinese and English names; None for a code without a known name.
        kind: the kind of insurance.
        level: the level of pooling 统筹层次 and where it stands; None where it is not known, and
            the area then stands for itself.
    """

    area: str
    name: tuple[str, str] | None
    kind: InsuranceKind
    level: Dated[str] | None


def get(code: str) -> Area:
    """The area of a code.

    Raises:
        RuleError: if it is not six digits.
        UnknownAreaError: if it is not in the table, with the nearest codes that are.

    Example:
        >>> get("133100").name_zh, get("133100").system
        ('雄安新区', 'library')
    """
    _check_code(code, "code")
    found = _table().get(code)
    if found is None:
        near = sorted(_table(), key=lambda other: abs(int(other) - int(code)))[:_NEAREST]
        raise UnknownAreaError(code, tuple(str(_table()[other]) for other in near))
    return found


def listed(code: str) -> Area | None:
    """The area of a code, or None if it is not in the table.

    Example:
        >>> listed("990000") is None
        True
    """
    return _table().get(code)


def find(name: str, province: str | None = None, level: str | None = None) -> Area:
    """The area of a name; a province goes before what else has its name.

    Args:
        name: in Chinese, with or without its type word 通名 and the peoples of an autonomous area;
            or in English, whatever its case, spaces, apostrophes and diacritics.
        province: the code or name of the province that it lies in or is; None is any.
        level: such as ``"prefecture"``; None is any.

    Raises:
        RuleError: if several areas, none of them a province, have the name, with all of them; if it is
            a district or county and no province is given, for those of other cities are not in the
            table; or if an argument makes no sense.
        UnknownAreaError: if none has, with the nearest names.

    Example:
        >>> find("石家庄") == find("石家庄市") == find("Shijiazhuang") == get("130100")
        True
        >>> find("恩施州").name_zh, find("xian").name_en, find("Lvliang").name_en
        ('恩施土家族苗族自治州', "Xi'an", 'Lüliang')
        >>> find("朝阳", province="辽宁").code, find("Jilin", level="prefecture").code
        ('211300', '220200')
    """
    if type(name) is not str:
        raise RuleError(Fault("name", name, "is no name", "text"))
    if level is not None and level not in _LEVELS:
        raise RuleError(Fault("level", level, "is no level of areas", ", ".join(_LEVELS)))
    within = None if province is None else _province_code(province)
    key = _folded(name)
    found = [
        area
        for area in _names().get(key, ())
        if within in (None, area.province) and level in (None, area.level)
    ]
    found.sort(key=lambda area: _LEVELS.index(area.level))
    if not found:
        raise UnknownAreaError(name, _near(key))
    # Districts of other cities are not in the table and may have the same name.
    is_district = within is None and found[0].level == "county" and found[0].name_zh[-1] in "区县"
    if (len(found) > 1 and found[0].level != "province") or is_district:
        problem = f"is the name of {'; '.join(map(_described, found))}"
        expected = "a full Chinese name, or province= or level= besides"
        if is_district:
            problem += ", and perhaps of others that are not known here"
            expected = "province= besides"
        raise RuleError(Fault("name", name, problem, expected))
    return found[0]


def children(code: str) -> tuple[Area, ...]:
    """The areas of the table whose next wider area has this code, sorted by code.

    Example:
        >>> len(children("100000")), [area.name_zh for area in children("469000")]
        (34, [])
        >>> [str(area) for area in children("130100")]
        ['130181 辛集市 Xinji']
    """
    _check_code(code, "code")
    return tuple(area for area in known() if area.parent == code)


@cache
def known() -> tuple[Area, ...]:
    """All areas of the table, sorted by code; read on first use.

    Example:
        >>> print(known()[0])
        100000 全国 the nation
    """
    text = (get_data(__name__, "data/areas.tsv") or b"").decode()
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return tuple(Area(*row) for row in rows[1:])


def pooling_area(
    code: str, kind: InsuranceKind, *, on: date, law: Law | None = None
) -> PoolingArea:
    """The pooling area 统筹地区 that a code belongs to.

    Args:
        code: six digits, whether in the table or not.
        kind: the kind of insurance.
        on: the day.
        law: the law; None is the shipped one.

    Raises:
        RuleError: if the code is not six digits, or there is no such kind.

    Example:
        >>> from shebao import MEDICAL
        >>> found = pooling_area("130102", MEDICAL, on=date(2026, 2, 1))
        >>> found.area, found.name, found.level.value
        ('130100', ('石家庄市', 'Shijiazhuang'), 'prefecture')
    """
    _check_code(code, "code")
    check_term(kind, InsuranceKind, "kind", RuleError)
    law = known_law(law)
    level = law.find(POOLING_LEVEL[kind], on=on, area=code)
    area = law.pooling_area(code, kind, on)
    name, listed = law.area_name(area), _table().get(area)
    if name is None and listed is not None:
        name = listed.name_zh, listed.name_en
    return PoolingArea(area, name, kind, level)


def bare_name(name_zh: str) -> str:
    """A Chinese name without its type word 通名 and the peoples before it, if two characters remain.

    Example:
        >>> bare_name("广西壮族自治区"), bare_name("内蒙古自治区"), bare_name("雄县")
        ('广西', '内蒙古', '雄县')
    """
    found = _NAME.fullmatch(name_zh)
    return found[1] if found else name_zh


@cache
def _table() -> Mapping[str, Area]:
    """The areas by code."""
    return {area.code: area for area in known()}


@cache
def _names() -> Mapping[str, tuple[Area, ...]]:
    """The areas by each of their names, folded."""
    found: dict[str, tuple[Area, ...]] = {}
    for area in known():
        english = (area.name_en, area.name_en.replace("ü", "v"))
        for key in {_folded(name) for name in (*_chinese(area.name_zh), *english)}:
            found[key] = (*found.get(key, ()), area)
    return found


def _chinese(name: str) -> Iterator[str]:
    """A Chinese name, and the same without peoples or type word, or with the short one."""
    yield name
    if parts := _NAME.fullmatch(name):
        bare, kind = parts.groups()
        yield from (bare, bare + kind, bare + _SHORT.get(kind, kind))


def _folded(name: str) -> str:
    """The letters of a name, without case, diacritics, apostrophes and spaces."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def _near(key: str) -> tuple[str, ...]:
    """The areas whose names are most like a folded name, and share half of its letters."""
    from difflib import get_close_matches  # noqa: PLC0415  (only a name that is unknown needs it)

    letters = set(key)
    alike = [
        name
        for name in _names()
        if 2 * len(letters.intersection(name)) >= max(len(letters), len(set(name)))
    ]
    names = get_close_matches(key, alike, _NEAREST, 0)
    return tuple(dict.fromkeys(str(area) for name in names for area in _names()[name]))


def _described(area: Area) -> str:
    """An area, with its province if it lies in one."""
    province = _table().get(area.province, area)
    return str(area) if province == area else f"{area} ({province.name_zh} {province.name_en})"


def _province_code(province: str) -> str:
    """The code of a province that is given by its code or name."""
    if type(province) is str and not province.isdecimal():
        return find(province, level="province").code
    _check_code(province, "province")
    return get(province).province


def _check_code(code: str, field: str) -> None:
    for fault in area_faults(code, field):
        raise RuleError(fault)
