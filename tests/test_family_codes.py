"""GB/T 4761 家庭关系代码: every code row by row, what is refused, and the way there and back."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any, Final, cast

import pytest

from shebao import FamilyTie, Kinship, Person, PersonError, RecordsError, Sex
from shebao.adapters.family_codes import CODES, from_code, tie_from_code, to_code
from shebao.rules.kin import near_relative

MAN, WOMAN = Sex.MALE, Sex.FEMALE
ON: Final = date(2026, 1, 29)
OWN: Final = ("01", "02", "03")
#: The 84 codes of 2008, and 98, which is 保姆 of the edition of 1984.
GBT4761: Final = """
01 本人
02 户主
10 配偶
11 夫
12 妻
20 子
21 独生子
22 长子
23 次子
24 三子
25 四子
26 五子
27 养子或继子
28 女婿
29 其他儿子
30 女
31 独生女
32 长女
33 次女
34 三女
35 四女
36 五女
37 养女或继女
38 儿媳
39 其他女儿
40 孙子、孙女或外孙子、外孙女
41 孙子
42 孙女
43 外孙子
44 外孙女
45 孙媳妇或外孙媳妇
46 孙女婿或外孙女婿
47 曾孙子或外曾孙子
48 曾孙女或外曾孙女
49 其他孙子、孙女或外孙子、外孙女
50 父母
51 父亲
52 母亲
53 公公
54 婆婆
55 岳父
56 岳母
57 继父或养父
58 继母或养母
59 其他父母关系
60 祖父母或外祖父母
61 祖父
62 祖母
63 外祖父
64 外祖母
65 配偶的祖父母或外祖父母
66 曾祖父
67 曾祖母
68 配偶的曾祖父母或外曾祖父母
69 其他祖父母或外祖父母关系
70 兄弟姐妹
71 兄
72 嫂
73 弟
74 弟媳
75 姐姐
76 姐夫
77 妹妹
78 妹夫
79 其他兄弟姐妹
80 其他
81 伯父
82 伯母
83 叔父
84 婶母
85 舅父
86 舅母
87 姨父
88 姨母
89 姑父
90 姑母
91 堂兄弟、堂姐妹
92 表兄弟、表姐妹
93 侄子
94 侄女
95 外甥
96 外甥女
97 其他亲属
98 保姆
99 非亲属
"""
ROWS: Final = [tuple(line.split()) for line in GBT4761.split("\n")[1:-1]]
#: Residual classes, of which some are no relatives by descent, and the code that was deleted.
UNSURE: Final = {"29", "39", "49", "59", "69", "79", "80", "98"}
#: Codes of 民法典 第一千零四十五条 by their groups; in-laws and others stand among them.
NEAR: Final = {
    *("10", "11", "12"),
    *("20", "21", "22", "23", "24", "25", "26"),
    *("30", "31", "32", "33", "34", "35", "36"),
    *("40", "41", "42", "43", "44"),
    *("50", "51", "52"),
    *("60", "61", "62", "63", "64"),
    *("70", "71", "73", "75", "77"),
}
STEPS: Final = {"27", "37", "57", "58"}
IN_LAWS: Final = {
    *("28", "38"),
    *("45", "46"),
    *("53", "54", "55", "56"),
    "65",
    *("72", "74", "76", "78"),
}


def born(year: int, sex: Sex, label: str = "张三") -> Person:
    """Somebody born on a first of May."""
    return Person(birth=date(year, 5, 1), sex=sex, label=label)


def pair(kinship: Kinship, of_sex: Sex = WOMAN, sex: Sex = WOMAN) -> tuple[Person, Person]:
    """A person and a relative of some sexes, with births in the order of generations."""
    year = 1950 - 25 * (kinship.generations or 0)
    return born(1950, of_sex), born(year, sex, "relative")


def read(code: str, of_sex: Sex = WOMAN) -> FamilyTie:
    """The tie of a code, between people whose sexes it allows."""
    found = from_code(code, accept_unsure=True)
    people = pair(found.kinship, found.of_sex or of_sex, found.sex or WOMAN)
    return tie_from_code(code, *people, accept_unsure=True)


def test_the_table_is_whole() -> None:
    """84 codes of two digits since 2008, 98 of before, and 03 among those that name the person."""
    codes = [code for code, _ in ROWS]

    assert 85 == len(set(codes)) == len(codes)
    assert {*codes, "03"} == {*CODES, *OWN}
    assert [*CODES] == sorted(CODES)
    assert all(code == row.code for code, row in CODES.items())


@pytest.mark.parametrize(("code", "name"), ROWS)
def test_every_code_has_the_name_of_the_standard(code: str, name: str) -> None:
    """A code has its name, or names the person itself."""
    if code in OWN:
        assert name in ("本人", "户主")
        with pytest.raises(RecordsError, match="names the person or the head"):
            from_code(code, accept_unsure=True)
    else:
        assert name == from_code(code, accept_unsure=True).zh
        assert from_code(code, accept_unsure=True) is CODES[code]


@pytest.mark.parametrize("code", CODES)
def test_unsure_codes_are_read_on_request_only(code: str) -> None:
    """Classes of which nobody knows whom they hold, and the deleted 98, are refused unless accepted."""
    assert (code in UNSURE) is CODES[code].is_unsure
    if code in UNSURE:
        with pytest.raises(RecordsError, match="accept_unsure=True") as caught:
            from_code(code)
        assert ("code", code) == (caught.value.field, caught.value.value)
        with pytest.raises(RecordsError):
            tie_from_code(code, *pair(CODES[code].kinship))
    else:
        assert CODES[code] == from_code(code)


@pytest.mark.parametrize("code", sorted({*CODES} - UNSURE))
def test_who_is_near_by_the_code(code: str) -> None:
    """In-laws inside the twenties to the seventies are no near relatives; step-relatives are open."""
    expected = True if code in NEAR else None if code in STEPS else False

    assert expected is near_relative(read(code), on=ON).eligible
    assert IN_LAWS.isdisjoint(NEAR | STEPS)


@pytest.mark.parametrize("code", sorted(IN_LAWS))
def test_in_laws_are_in_laws(code: str) -> None:
    """女婿 28 is no son, 儿媳 38 no daughter, 公婆 and 岳父母 no parents, 嫂 72 no sister."""
    assert CODES[code].kinship.value.endswith("_in_law")
    assert not any(
        each.kinship.value.endswith("_in_law") for each in CODES.values() if each.code in NEAR
    )


@pytest.mark.parametrize(
    ("sign", "sex"),
    [("父", MAN), ("母", WOMAN), ("子", MAN), ("女", WOMAN)],
)
def test_the_last_sign_says_the_sex(sign: str, sex: Sex) -> None:
    """Of the names of one person the last sign agrees with the sex that the code says."""
    both = ("子女", "父母", "子、孙女", "姐妹", "其他")
    found = {
        row.sex
        for row in CODES.values()
        if row.zh.endswith(sign) and not any(each in row.zh for each in both)
    }

    assert {sex} == found


@pytest.mark.parametrize("digit", [2, 3])
def test_children_are_sons_or_daughters(digit: int) -> None:
    """Codes from 20 are men but for nobody, codes from 30 women."""
    sexes = {row.sex for code, row in CODES.items() if code[0] == str(digit)}

    assert {MAN if digit == 2 else WOMAN} == sexes


@pytest.mark.parametrize(
    "code",
    [
        "5",
        52,
        52.0,
        "５２",
        "  52",
        "52 ",
        "052",
        "521",
        "",
        "00",
        "04",
        "13",
        "19",
        "100",
        None,
        b"52",
    ],
)
def test_what_is_no_code(code: object) -> None:
    """Only two ASCII digits of the table are a code; one digit is of another list of the standard."""
    for accept in (False, True):
        with pytest.raises(RecordsError, match="is no code of a family relation") as caught:
            from_code(cast("Any", code), accept_unsure=accept)
        assert ["code"] == [fault.field for fault in caught.value.faults]
        assert code is caught.value.value
    with pytest.raises(RecordsError):
        tie_from_code(cast("Any", code), *pair(Kinship.PARENT))


@pytest.mark.parametrize(
    ("code", "of_sex", "sex", "expected"),
    [
        (
            "52",
            WOMAN,
            MAN,
            "says 母亲, but the relative is male; expected a relative who is female",
        ),
        (
            "51",
            WOMAN,
            WOMAN,
            "says 父亲, but the relative is female; expected a relative who is male",
        ),
        ("55", WOMAN, MAN, "says 岳父, but the person is female; expected a person who is male"),
        ("56", WOMAN, WOMAN, "says 岳母, but the person is female; expected a person who is male"),
        ("53", MAN, MAN, "says 公公, but the person is male; expected a person who is female"),
        ("12", MAN, MAN, "says 妻, but the relative is male; expected a relative who is female"),
        (
            "28",
            MAN,
            WOMAN,
            "says 女婿, but the relative is female; expected a relative who is male",
        ),
    ],
)
def test_a_code_is_checked_against_sexes(code: str, of_sex: Sex, sex: Sex, expected: str) -> None:
    """A mother is a woman, and the father of a wife is somebody's whose sex is male."""
    people = pair(CODES[code].kinship, of_sex, sex)
    with pytest.raises(RecordsError) as caught:
        tie_from_code(code, *people)

    assert f"code: '{code}' {expected}" == str(caught.value)


def test_both_sexes_that_a_code_contradicts_are_told() -> None:
    """公公 53 is a man and the husband's father: of a man's mother both are wrong, relative first."""
    with pytest.raises(RecordsError) as caught:
        tie_from_code("53", *pair(Kinship.PARENT_IN_LAW, MAN, WOMAN))

    assert [
        ("code", "53", "a relative who is male"),
        ("code", "53", "a person who is female"),
    ] == [(fault.field, fault.value, fault.expected) for fault in caught.value.faults]


def test_sexes_that_agree_are_read() -> None:
    """Codes that say sexes are read with them, codes that say none with any."""
    assert (
        Kinship.PARENT_IN_LAW is tie_from_code("55", *pair(Kinship.PARENT_IN_LAW, MAN, MAN)).kinship
    )
    for of_sex, sex in product(Sex, Sex):
        people = pair(Kinship.PARENT, of_sex, sex)
        assert FamilyTie(*people, Kinship.PARENT) == tie_from_code("50", *people)


def test_a_code_between_what_is_no_person() -> None:
    """A name in place of a person is refused without being repeated; so is a child older than its parent."""
    ann, may = pair(Kinship.PARENT)
    for people, field in (((ann, "张三"), "relative"), ((None, may), "person")):
        with pytest.raises(PersonError) as caught:
            tie_from_code("52", *cast("Any", people))
        assert field == caught.value.field
        assert "张三" not in f"{caught.value!s} {caught.value!r}"
    with pytest.raises(PersonError, match="a child is younger than its parents"):
        tie_from_code("52", may, ann)


def test_upbringing_goes_with_step_codes() -> None:
    """养子或继子 27 takes whether he was brought up; 子 20 does not."""
    mother, son = pair(Kinship.STEP_CHILD, WOMAN, MAN)
    for raised in (True, False, None):
        tie = tie_from_code("27", mother, son, raised=raised)
        assert FamilyTie(mother, son, Kinship.STEP_CHILD, raised) == tie
        assert raised is near_relative(tie, on=ON).eligible
    with pytest.raises(PersonError, match="raised: True is given for"):
        tie_from_code("20", *pair(Kinship.CHILD, WOMAN, MAN), raised=True)


@pytest.mark.parametrize(
    "kinship", [each for each in Kinship if each is not Kinship.SIBLING_IN_LAW]
)
def test_the_code_of_a_tie_says_the_tie(kinship: Kinship) -> None:
    """A tie is written as a sure code that reads as the same kinship, for both sexes of both."""
    for of_sex, sex in product(Sex, Sex):
        tie = FamilyTie(*pair(kinship, of_sex, sex), kinship)
        code = to_code(tie)

        assert kinship is from_code(code).kinship
        assert tie == tie_from_code(code, tie.person, tie.relative)
        assert from_code(code).sex in (sex, None)


@pytest.mark.parametrize(
    ("kinship", "of_sex", "sex", "expected"),
    [
        (Kinship.SPOUSE, WOMAN, MAN, "11"),
        (Kinship.SPOUSE, MAN, WOMAN, "12"),
        (Kinship.CHILD, WOMAN, MAN, "20"),
        (Kinship.CHILD, WOMAN, WOMAN, "30"),
        (Kinship.STEP_CHILD, WOMAN, MAN, "27"),
        (Kinship.STEP_PARENT, WOMAN, WOMAN, "58"),
        (Kinship.PARENT, MAN, MAN, "51"),
        (Kinship.PARENT_IN_LAW, WOMAN, MAN, "53"),
        (Kinship.PARENT_IN_LAW, WOMAN, WOMAN, "54"),
        (Kinship.PARENT_IN_LAW, MAN, MAN, "55"),
        (Kinship.PARENT_IN_LAW, MAN, WOMAN, "56"),
        (Kinship.CHILD_IN_LAW, MAN, MAN, "28"),
        (Kinship.CHILD_IN_LAW, MAN, WOMAN, "38"),
        (Kinship.GRANDPARENT, MAN, WOMAN, "60"),
        (Kinship.MATERNAL_GRANDPARENT, MAN, WOMAN, "64"),
        (Kinship.GRANDCHILD, MAN, WOMAN, "40"),
        (Kinship.CHILD_OF_SON, MAN, WOMAN, "42"),
        (Kinship.GRANDCHILD_IN_LAW, MAN, MAN, "46"),
        (Kinship.SIBLING, MAN, WOMAN, "70"),
        (Kinship.OTHER_RELATIVE, MAN, WOMAN, "97"),
        (Kinship.NOT_RELATED, MAN, WOMAN, "99"),
    ],
)
def test_codes_of_ties(kinship: Kinship, of_sex: Sex, sex: Sex, expected: str) -> None:
    """The code says sex and side where the tie does, and neither the order of birth nor which aunt."""
    assert expected == to_code(FamilyTie(*pair(kinship, of_sex, sex), kinship))


@pytest.mark.parametrize("code", sorted({*CODES} - UNSURE))
def test_reading_what_was_written_of_what_was_read(code: str) -> None:
    """A code read, written and read again is of the same kinship."""
    tie = read(code)
    if tie.kinship is Kinship.SIBLING_IN_LAW:
        assert code in {"72", "74", "76", "78"}
        with pytest.raises(RecordsError, match="72 嫂, 74 弟媳, 76 姐夫, 78 妹夫"):
            to_code(tie)
    else:
        assert tie == tie_from_code(to_code(tie), tie.person, tie.relative)


@pytest.mark.parametrize("tie", [None, "张三", Kinship.PARENT, born(1990, MAN)])
def test_only_a_tie_has_a_code(tie: object) -> None:
    """A person, a kinship or a name has no code, and a name is not repeated."""
    with pytest.raises(PersonError, match="a FamilyTie") as caught:
        to_code(cast("Any", tie))

    assert "张三" not in f"{caught.value!s} {caught.value!r}"
