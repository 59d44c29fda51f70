"""Codes of insurance kinds and sexes: every row of the tables, what is refused, there and back."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from shebao import InsuranceKind, RecordsError, Scheme, Sex
from shebao.adapters.codes import CODES, CodedKind, CodedSex, CodeSystem, from_code, to_code

if TYPE_CHECKING:
    from collections.abc import Callable

MOHRSS, NHSA, GBT2261 = CodeSystem.MOHRSS, CodeSystem.NHSA, CodeSystem.GBT2261
#: The rows of AAE140: list (l LB101, c 成都 and 西安, s 陕西, v a vendor), code, what it is taken for.
AAE140: Final = """
l 110 城镇企业职工基本养老保险 pension_employee
l 120 机关(事业单位)养老保险 pension_public
l 170 城乡居民基本养老保险 pension_resident
l 210 失业保险 unemployment
l 310 城镇职工基本医疗保险 medical_employee
l 313 城职重病医疗保险 medical_serious
l 320 公务员医疗补助 civil_servant_medical
l 330 大额医疗费用补助 medical_large
l 340 离休人员医疗保障 medical_lixiu
l 350 二乙医疗 medical_disabled_soldier
l 370 企业补充医疗 medical_supplementary
l 390 城乡居民基本医疗保险 medical_resident
l 391 城乡补充医疗 medical_resident_supp
l 410 工伤保险 work_injury
l 510 生育保险 maternity
c 01 基本养老保险 pension_employee
c 02 失业保险 unemployment
c 03 基本医疗保险 medical_employee
c 04 工伤保险 work_injury
c 05 生育保险 maternity
c 06 机关事业养老保险 pension_public
c 07 大额医疗 medical_large
s 1 基本养老保险 pension_employee
s 2 失业保险 unemployment
s 3 基本医疗保险 medical_employee
s 4 工伤保险 work_injury
s 5 生育保险 maternity
s 6 企业补充养老保险 annuity
s 7 离休医疗保障 medical_lixiu
s 8 补充医疗保险 medical_supplementary
s 9 公务员医疗补助 civil_servant_medical
s 10 大额医疗补助 medical_large
s 11 医疗照顾人员医疗补助 medical_other
s 12 特大病医疗补助 medical_serious
s 13 特大病医疗补助 medical_serious
s 390 城镇居民基本医疗保险 medical_resident
v 10 职工养老 pension_employee
v 12 城乡居民养老 pension_resident
"""
INSUTYPE: Final = """
n 310 职工基本医疗保险 medical_employee
n 320 公务员医疗补助 civil_servant_medical
n 330 大额医疗费用补助 medical_large
n 340 离休人员医疗保障 medical_lixiu
n 350 一至六级残废军人医疗补助 medical_disabled_soldier
n 360 老红军医疗保障 medical_redarmy
n 370 企业补充医疗保险 medical_supplementary
n 380 新型农村合作医疗 medical_ncms
n 390 城乡居民基本医疗保险 medical_resident
n 391 城镇居民基本医疗保险 medical_urban_resident
n 392 城乡居民大病医疗保险 medical_serious_resident
n 399 其他特殊人员医疗保障 medical_other
n 410 长期照护保险 long_term_care
n 510 生育保险 maternity
"""
SEXES: Final = [
    ("0", "未知的性别", None),
    ("1", "男性", Sex.MALE),
    ("2", "女性", Sex.FEMALE),
    ("9", "未说明的性别", None),
]
ROWS: Final = [
    (NHSA if line[0] == "n" else MOHRSS, *line.split())
    for line in (AAE140 + INSUTYPE).split("\n")
    if line
]
KINDS: Final = {
    "pension_employee": (InsuranceKind.PENSION, Scheme.EMPLOYEE),
    "pension_public": (InsuranceKind.PENSION, Scheme.PUBLIC_SECTOR),
    "pension_resident": (InsuranceKind.PENSION, Scheme.RESIDENT),
    "medical_employee": (InsuranceKind.MEDICAL, Scheme.EMPLOYEE),
    "medical_resident": (InsuranceKind.MEDICAL, Scheme.RESIDENT),
    "medical_urban_resident": (InsuranceKind.MEDICAL, Scheme.RESIDENT),
    "medical_ncms": (InsuranceKind.MEDICAL, Scheme.RESIDENT),
    "unemployment": (InsuranceKind.UNEMPLOYMENT, None),
    "work_injury": (InsuranceKind.WORK_INJURY, None),
    "maternity": (InsuranceKind.MATERNITY, None),
}
#: Names that say nothing of the scheme, whatever their systems take them for.
UNSAID: Final = ("基本养老保险", "基本医疗保险")
#: Codes that several sources agree on; all others that can be read are unsure.
SURE: Final = {
    MOHRSS: {"110", "210", "310", "410", "510"},
    NHSA: {"310", "390", "510"},
    GBT2261: {"0", "1", "2", "9"},
}
TWO_MEANINGS: Final = {"10", "12", "391"}
KIND_ROWS: Final = [
    row for row in ROWS if row[4] in KINDS and (row[0] is NHSA or row[2] not in TWO_MEANINGS)
]
OTHER_ROWS: Final = [row for row in ROWS if row not in KIND_ROWS]


def refused(call: Callable[[], object]) -> RecordsError:
    """The error of a call, which is of one fault."""
    with pytest.raises(RecordsError) as caught:
        call()
    assert 1 == len(caught.value.faults)
    return caught.value


def test_every_row_is_read_or_refused() -> None:
    """The codes that can be read are those of the tables which mean one of the five insurances."""
    for system in (MOHRSS, NHSA):
        assert {row[2] for row in KIND_ROWS if row[0] is system} == set(CODES[system])
    assert {code for code, *_ in SEXES} == set(CODES[GBT2261])
    for system, rows in CODES.items():
        assert [(code, system) for code in rows] == [(e.code, e.system) for e in rows.values()]
        assert SURE[system] == {code for code, row in rows.items() if not row.is_unsure}


@pytest.mark.parametrize(("system", "source", "code", "name", "taken_for"), KIND_ROWS)
def test_what_kind_codes_say(
    system: CodeSystem, source: str, code: str, name: str, taken_for: str
) -> None:
    """A code has its name, its kind, and the scheme if the name says one."""
    kind, scheme = KINDS[taken_for]
    found = from_code(code, system=system, accept_unsure=True)
    assert isinstance(found, CodedKind)
    assert (code, system, kind) == (found.code, found.system, found.kind)
    assert (None if name in UNSAID else scheme) is found.scheme
    # 390 is 城镇居民 in 陕西, with the same kind and scheme as 城乡居民 elsewhere.
    assert name == found.name_zh or ("s", "390") == (source, code)


@pytest.mark.parametrize(("system", "code"), [(row[0], row[2]) for row in KIND_ROWS])
def test_unsure_codes_are_read_on_request_only(system: CodeSystem, code: str) -> None:
    """Legacy and inferred codes, and those of few sources, are refused unless they are accepted."""
    found = CODES[system][code]
    assert (code not in SURE[system]) is found.is_unsure
    assert found is from_code(code, system=system, accept_unsure=True)
    if found.is_unsure:
        error = refused(lambda: from_code(code, system=system))
        assert ("code", code) == (error.field, error.value)
        assert found.name_zh in str(error)
        assert "another code, or accept_unsure=True" == error.faults[0].expected
    else:
        assert found is from_code(code, system=system)


@pytest.mark.parametrize(("system", "source", "code", "name", "taken_for"), OTHER_ROWS)
def test_what_is_no_kind_is_refused_with_what_it_is(
    system: CodeSystem, source: str, code: str, name: str, taken_for: str
) -> None:
    """Supplements, subsidies, care and codes of two meanings are known, named and never read."""
    assert source
    assert taken_for not in KINDS or code in TWO_MEANINGS
    for accept in (False, True):
        error = refused(lambda: from_code(code, system=system, accept_unsure=accept))  # noqa: B023
        assert ("code", code) == (error.field, error.value)
        assert name in error.faults[0].problem
        assert error.faults[0].expected.startswith(
            "one of " + ", ".join(sorted(SURE[system], key=int))
        )


def test_410_means_two_things() -> None:
    """410 is work injury to 人社 and long-term care to 医保, whose error says where it is what."""
    assert InsuranceKind.WORK_INJURY is from_code("410", system="mohrss").kind
    error = refused(lambda: from_code("410", system="nhsa", accept_unsure=True))

    assert (
        "code: '410' is 长期照护保险 in nhsa, which is no kind here; expected one of 310, 390, 510, "
        'or system="mohrss", where it is 工伤保险'
    ) == str(error)


def test_codes_of_two_meanings_name_both() -> None:
    """10 is a supplement in one legacy list and the employees' pension in another."""
    error = refused(lambda: from_code("10", system="mohrss", accept_unsure=True))

    assert "is 大额医疗补助 or 职工养老 in mohrss, by region or vendor" == error.faults[0].problem


def test_a_leading_zero_tells_codes_apart() -> None:
    """06 is the pension of the public sector, 6 an annuity, so that no zero is added or dropped."""
    found = from_code("06", system="mohrss", accept_unsure=True)

    assert Scheme.PUBLIC_SECTOR is found.scheme
    assert "企业补充养老保险" in str(refused(lambda: from_code("6", system="mohrss")))


@pytest.mark.parametrize(("code", "name", "sex"), SEXES)
def test_what_sex_codes_say(code: str, name: str, sex: Sex | None) -> None:
    """1 is a man, 2 a woman; unknown and unspecified are no sex, and told apart by their names."""
    assert CodedSex(code, GBT2261, name, sex) == from_code(code, system="gbt2261")
    if sex is not None:
        assert code == to_code(sex, system=GBT2261)


@pytest.mark.parametrize("system", CodeSystem)
@pytest.mark.parametrize("code", ["", "3 ", " 1", "１", "３１０", "0310", "310 ", "999", "x"])
def test_what_is_no_code(system: CodeSystem, code: str) -> None:
    """Only the exact text of a code is one."""
    error = refused(lambda: from_code(code, system=system, accept_unsure=True))

    assert f"is no code of {system.value}" == error.faults[0].problem
    assert code is error.value


@pytest.mark.parametrize("code", [410, 1, 410.0, None, b"410", ["410"]])
def test_codes_are_text(code: object) -> None:
    """A number is no code, since its leading zeros are lost."""
    for system in CodeSystem:
        error = refused(lambda: from_code(cast("Any", code), system=system))  # noqa: B023
        assert f"is of type {type(code).__name__}" == error.faults[0].problem
        assert error.faults[0].expected.startswith("text, one of ")


def test_unknown_codes_are_sought_in_the_other_ministry() -> None:
    """110 is none of 医保, where the error names 人社; codes of sexes are no hint for insurances."""
    assert str(refused(lambda: from_code("110", system="nhsa"))).endswith(
        'one of 310, 390, 510, or system="mohrss", where it is 城镇企业职工基本养老保险'
    )
    assert "gbt2261" not in str(refused(lambda: from_code("1", system="nhsa")))
    assert str(refused(lambda: from_code("310", system="gbt2261"))).endswith("one of 0, 1, 2, 9")


@pytest.mark.parametrize("system", CodeSystem)
def test_systems_by_their_words(system: CodeSystem) -> None:
    """A system is named by the enum or by its word, with the same answer."""
    for code in CODES[system]:
        assert from_code(code, system=system, accept_unsure=True) is from_code(
            code, system=system.value, accept_unsure=True
        )


@pytest.mark.parametrize("system", [None, "", "NHSA", "医保", 3, "mohrss "])
def test_a_code_is_nothing_without_its_system(system: object) -> None:
    """An unknown system is refused in both directions, with those that there are."""
    for call in (
        lambda: from_code("410", system=cast("Any", system)),
        lambda: to_code(InsuranceKind.MEDICAL, system=cast("Any", system)),
    ):
        error = refused(call)
        assert ("system", system) == (error.field, error.value)
        assert '"mohrss" or "nhsa" or "gbt2261"' == error.faults[0].expected
    with pytest.raises(TypeError):
        cast("Any", from_code)("410")


@pytest.mark.parametrize(
    ("system", "kind", "scheme", "expected"),
    [
        ("mohrss", InsuranceKind.PENSION, Scheme.EMPLOYEE, "110"),
        ("mohrss", InsuranceKind.PENSION, Scheme.FLEXIBLE, "110"),
        ("mohrss", InsuranceKind.UNEMPLOYMENT, None, "210"),
        ("mohrss", InsuranceKind.UNEMPLOYMENT, Scheme.EMPLOYEE, "210"),
        ("mohrss", InsuranceKind.MEDICAL, Scheme.EMPLOYEE, "310"),
        ("mohrss", InsuranceKind.MEDICAL, Scheme.PUBLIC_SECTOR, "310"),
        ("mohrss", InsuranceKind.WORK_INJURY, None, "410"),
        ("mohrss", InsuranceKind.MATERNITY, None, "510"),
        ("nhsa", InsuranceKind.MEDICAL, Scheme.EMPLOYEE, "310"),
        ("nhsa", InsuranceKind.MEDICAL, Scheme.FLEXIBLE, "310"),
        ("nhsa", InsuranceKind.MEDICAL, Scheme.PUBLIC_SECTOR, "310"),
        ("nhsa", InsuranceKind.MEDICAL, Scheme.RESIDENT, "390"),
        ("nhsa", InsuranceKind.MATERNITY, None, "510"),
    ],
)
def test_codes_of_kinds(
    system: str, kind: InsuranceKind, scheme: Scheme | None, expected: str
) -> None:
    """A kind has the code of its scheme; flexible workers share the code of employees."""
    assert expected == to_code(kind, system=system, scheme=scheme)


@pytest.mark.parametrize(
    ("system", "kind", "scheme", "expected"),
    [
        (
            "nhsa",
            InsuranceKind.MEDICAL,
            None,
            (
                "scheme: None has to be said: nhsa has codes of 基本医疗保险 by scheme; "
                "expected a scheme of 310 职工基本医疗保险, 390 城乡居民基本医疗保险"
            ),
        ),
        (
            "mohrss",
            InsuranceKind.PENSION,
            None,
            (
                "scheme: None has to be said: mohrss has codes of 基本养老保险 by scheme; "
                "expected a scheme of 110 城镇企业职工基本养老保险"
            ),
        ),
        (
            "mohrss",
            InsuranceKind.PENSION,
            Scheme.RESIDENT,
            (
                "term: (InsuranceKind.PENSION, Scheme.RESIDENT) has no sure code in mohrss, "
                "only 170 城乡居民基本养老保险; expected a scheme of 110 城镇企业职工基本养老保险"
            ),
        ),
        (
            "nhsa",
            InsuranceKind.WORK_INJURY,
            None,
            (
                "term: (InsuranceKind.WORK_INJURY, None) has no sure code in nhsa; "
                "expected one of InsuranceKind.MEDICAL, InsuranceKind.MATERNITY"
            ),
        ),
    ],
)
def test_kinds_without_a_code(
    system: str, kind: InsuranceKind, scheme: Scheme | None, expected: str
) -> None:
    """Where the scheme decides it has to be given, and an unsure code is named but never written."""
    assert expected == str(refused(lambda: to_code(kind, system=system, scheme=scheme)))


@pytest.mark.parametrize(
    ("term", "system", "field", "expected"),
    [
        (Sex.MALE, "nhsa", "term", "InsuranceKind.PENSION"),
        (None, "mohrss", "term", "InsuranceKind.PENSION"),
        ("medical", "nhsa", "term", "InsuranceKind.PENSION"),
        (InsuranceKind.MEDICAL, "gbt2261", "term", "Sex.MALE, Sex.FEMALE"),
        (None, "gbt2261", "term", "0 未知的性别 or 9 未说明的性别, chosen by the caller"),
    ],
)
def test_terms_of_another_system(term: object, system: str, field: str, expected: str) -> None:
    """A sex has no code among insurances, nor a kind among sexes; no sex has two."""
    error = refused(lambda: to_code(cast("Any", term), system=system))

    assert field == error.field
    assert expected in error.faults[0].expected


def test_schemes_are_schemes() -> None:
    """A word is no scheme, and a sex has none."""
    for system in CodeSystem:
        error = refused(
            lambda: to_code(InsuranceKind.MEDICAL, system=system, scheme=cast("Any", "职工"))  # noqa: B023
        )
        assert "scheme" == error.field
    error = refused(lambda: to_code(Sex.MALE, system="gbt2261", scheme=Scheme.EMPLOYEE))
    assert "scheme: Scheme.EMPLOYEE says nothing of a sex; expected None" == str(error)


def test_what_is_written_is_read_again() -> None:
    """Whatever has a code reads back as the same kind, with a scheme that the code leaves open."""
    written: set[tuple[CodeSystem, str]] = set()
    for system, kind, scheme in product((MOHRSS, NHSA), InsuranceKind, (None, *Scheme)):
        try:
            code = to_code(kind, system=system, scheme=scheme)
        except RecordsError:
            continue
        found = CODES[system][code]
        assert isinstance(found, CodedKind)
        assert found is from_code(code, system=system)
        assert kind is found.kind
        assert not found.schemes or scheme in found.schemes
        written.add((system, code))
    assert {(system, code) for system in (MOHRSS, NHSA) for code in SURE[system]} == written


@pytest.mark.parametrize("system", [MOHRSS, NHSA])
def test_what_is_read_is_written_again(system: CodeSystem) -> None:
    """A sure code is written again from the kind and scheme that it says."""
    for code in SURE[system]:
        found = from_code(code, system=system)
        assert isinstance(found, CodedKind)
        assert code == to_code(found.kind, system=system, scheme=found.scheme)
        assert all(code == to_code(found.kind, system=system, scheme=e) for e in found.schemes)


def test_codes_cannot_be_changed() -> None:
    """The tables are read only, and each system has its Chinese name."""
    for rows in (CODES, *CODES.values()):
        with pytest.raises(TypeError):
            cast("Any", rows)["410"] = None
    assert 3 == len({system.zh for system in CodeSystem})
