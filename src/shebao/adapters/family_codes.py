"""Family relations as two digits of GB/T 4761-2008 家庭关系代码: in and out.

A code says what a relative is to a person, the head of a household or the one whose form it is: 51
is the father *of* that person. Codes are never read as ranges: 28 is a son-in-law among the sons.
The codes of one digit of the same standard are another list, in which 2 is a son; they are refused.

Source:
    The text of the standard was not reached beyond its first sections; the table agrees in six public
    dictionaries of it. 98 is vacant since 2008 (1984: 保姆), and 03 小集体户户主 was deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..errors import Fault, PersonError, RecordsError
from ..model.family import FamilyTie
from ..model.people import Person, check_person
from ..terms import Kinship, Sex

__all__ = ["CODES", "CodedKinship", "from_code", "tie_from_code", "to_code"]


@attrs.frozen
class CodedKinship:
    """What a code says of a relative.

    Attributes:
        code: two digits.
        zh: its name in the standard.
        kinship: what the relative is to the person.
        sex: of the relative; None where the code says nothing of it.
        of_sex: of the person, for 公婆 and 岳父母; None for others.
        is_unsure: whether the code is a residual class, or was deleted: step-relatives and others
            may stand in it.
    """

    code: str
    zh: str
    kinship: Kinship
    sex: Sex | None = None
    of_sex: Sex | None = None
    is_unsure: bool = False


#: Code, kinship, sex of the relative, sex of the person, whether it is sure (.) or not (?), name.
_TABLE: Final = """
10 spouse - - . 配偶
11 spouse m - . 夫
12 spouse f - . 妻
20 child m - . 子
21 child m - . 独生子
22 child m - . 长子
23 child m - . 次子
24 child m - . 三子
25 child m - . 四子
26 child m - . 五子
27 step_child m - . 养子或继子
28 child_in_law m - . 女婿
29 child m - ? 其他儿子
30 child f - . 女
31 child f - . 独生女
32 child f - . 长女
33 child f - . 次女
34 child f - . 三女
35 child f - . 四女
36 child f - . 五女
37 step_child f - . 养女或继女
38 child_in_law f - . 儿媳
39 child f - ? 其他女儿
40 grandchild - - . 孙子、孙女或外孙子、外孙女
41 child_of_son m - . 孙子
42 child_of_son f - . 孙女
43 child_of_daughter m - . 外孙子
44 child_of_daughter f - . 外孙女
45 grandchild_in_law f - . 孙媳妇或外孙媳妇
46 grandchild_in_law m - . 孙女婿或外孙女婿
47 great_grandchild m - . 曾孙子或外曾孙子
48 great_grandchild f - . 曾孙女或外曾孙女
49 grandchild - - ? 其他孙子、孙女或外孙子、外孙女
50 parent - - . 父母
51 parent m - . 父亲
52 parent f - . 母亲
53 parent_in_law m f . 公公
54 parent_in_law f f . 婆婆
55 parent_in_law m m . 岳父
56 parent_in_law f m . 岳母
57 step_parent m - . 继父或养父
58 step_parent f - . 继母或养母
59 parent - - ? 其他父母关系
60 grandparent - - . 祖父母或外祖父母
61 paternal_grandparent m - . 祖父
62 paternal_grandparent f - . 祖母
63 maternal_grandparent m - . 外祖父
64 maternal_grandparent f - . 外祖母
65 grandparent_in_law - - . 配偶的祖父母或外祖父母
66 great_grandparent m - . 曾祖父
67 great_grandparent f - . 曾祖母
68 other_relative - - . 配偶的曾祖父母或外曾祖父母
69 grandparent - - ? 其他祖父母或外祖父母关系
70 sibling - - . 兄弟姐妹
71 sibling m - . 兄
72 sibling_in_law f - . 嫂
73 sibling m - . 弟
74 sibling_in_law f - . 弟媳
75 sibling f - . 姐姐
76 sibling_in_law m - . 姐夫
77 sibling f - . 妹妹
78 sibling_in_law m - . 妹夫
79 sibling - - ? 其他兄弟姐妹
80 other_relative - - ? 其他
81 other_relative m - . 伯父
82 other_relative f - . 伯母
83 other_relative m - . 叔父
84 other_relative f - . 婶母
85 other_relative m - . 舅父
86 other_relative f - . 舅母
87 other_relative m - . 姨父
88 other_relative f - . 姨母
89 other_relative m - . 姑父
90 other_relative f - . 姑母
91 other_relative - - . 堂兄弟、堂姐妹
92 other_relative - - . 表兄弟、表姐妹
93 other_relative m - . 侄子
94 other_relative f - . 侄女
95 other_relative m - . 外甥
96 other_relative f - . 外甥女
97 other_relative - - . 其他亲属
98 not_related - - ? 保姆
99 not_related - - . 非亲属
"""
_SEXES: Final = {"m": Sex.MALE, "f": Sex.FEMALE, "-": None}


def _row(line: str) -> CodedKinship:
    code, kinship, sex, of_sex, sure, zh = line.split()
    return CodedKinship(code, zh, Kinship(kinship), _SEXES[sex], _SEXES[of_sex], sure == "?")


#: Every code of a tie to somebody else.
CODES: Final[Mapping[str, CodedKinship]] = MappingProxyType(
    {row.code: row for row in map(_row, _TABLE.split("\n")[1:-1])}
)

#: The codes that name the person itself.
_OWN: Final = ("01", "02", "03")


def from_code(code: str, *, accept_unsure: bool = False) -> CodedKinship:
    """What a code says of a relative.

    Args:
        code: two digits, as text.
        accept_unsure: whether residual classes (其他儿子 29, 其他 80 …) and the deleted 98 are read.

    Raises:
        RecordsError: if it is no such code, names the person itself, or is unsure.

    Example:
        >>> from_code("64").kinship, from_code("28").kinship
        (Kinship.MATERNAL_GRANDPARENT, Kinship.CHILD_IN_LAW)
        >>> from_code("29")
        Traceback (most recent call last):
            ...
        shebao.errors.RecordsError: code: '29' is 其他儿子, of which it is not sure to be child; expected another code, or accept_unsure=True
    """
    if type(code) is str and code in _OWN:
        problem = "names the person or the head of the household"
        raise RecordsError(Fault("code", code, problem, "the code of a relative"))
    found = CODES.get(code) if type(code) is str else None
    if found is None:
        expected = 'two digits of GB/T 4761-2008 as text, such as "52"'
        raise RecordsError(Fault("code", code, "is no code of a family relation", expected))
    if found.is_unsure and not accept_unsure:
        problem = f"is {found.zh}, of which it is not sure to be {found.kinship.en}"
        raise RecordsError(Fault("code", code, problem, "another code, or accept_unsure=True"))
    return found


def tie_from_code(
    code: str,
    person: Person,
    relative: Person,
    *,
    raised: bool | None = None,
    accept_unsure: bool = False,
) -> FamilyTie:
    """The tie that a code states, checked against the sexes of both.

    Args:
        code: two digits, as text.
        person: whose relative it is.
        relative: the relative that the code describes.
        raised: of 养子或继子 and the like, whether adopted or brought up; an adopted child is as well
            given as ``CHILD``.
        accept_unsure: as for ``from_code``.

    Raises:
        RecordsError: if the code is none, or says another sex.
        PersonError: as ``FamilyTie``.

    Example:
        >>> from datetime import date
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> tie_from_code("52", ann, may).kinship
        Kinship.PARENT
    """
    found = from_code(code, accept_unsure=accept_unsure)
    check_person(person)
    check_person(relative, "relative")
    faults = [
        Fault(
            "code",
            code,
            f"says {found.zh}, but the {field} is {someone.sex.en}",
            f"a {field} who is {sex.en}",
        )
        for field, someone, sex in (
            ("relative", relative, found.sex),
            ("person", person, found.of_sex),
        )
        if sex is not None and someone.sex is not sex
    ]
    if faults:
        raise RecordsError(*faults)
    return FamilyTie(person, relative, found.kinship, raised)


def to_code(tie: FamilyTie) -> str:
    """The code of a tie: the one that says sex and side where there is one, and no more.

    Raises:
        PersonError: if it is no tie.
        RecordsError: for a brother- or sister-in-law, whose codes say more than the tie.

    Example:
        >>> from datetime import date
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> tie = FamilyTie(ann, may, Kinship.PARENT)
        >>> to_code(tie), to_code(tie.inverse)
        ('52', '30')
    """
    if type(tie) is not FamilyTie:
        raise PersonError(Fault("tie", "***", f"is of type {type(tie).__name__}", "a FamilyTie"))
    if tie.kinship is Kinship.SIBLING_IN_LAW:
        expected = "one of 72 嫂, 74 弟媳, 76 姐夫, 78 妹夫, chosen by the caller"
        raise RecordsError(Fault("tie", tie.kinship, "has no code of its own", expected))
    if tie.kinship in _GENERAL:
        return _GENERAL[tie.kinship]
    fitting = [
        row
        for row in CODES.values()
        if row.kinship is tie.kinship
        and not row.is_unsure
        and row.sex in (tie.relative.sex, None)
        and row.of_sex in (tie.person.sex, None)
    ]
    return max(fitting, key=lambda row: (row.sex is not None, -int(row.code))).code


#: Where the codes that say the sex say more than that: elder or younger, which aunt.
_GENERAL: Final = {Kinship.SIBLING: "70", Kinship.OTHER_RELATIVE: "97"}
