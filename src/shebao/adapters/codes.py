"""Codes of insurance kinds (险种) and sexes (性别): in and out, never without their system.

Codes of fields and of status, which go in only, stand in a module of their own and are offered
here: :func:`field` and :func:`status`.

One code means different things in different systems: 410 is work-injury insurance to the ministry
of human resources and long-term care to the administration of medical insurance. So a code is read
only with its system named, and only as text: ``06`` and ``6`` are two codes.

Sources and how far they go:
    mohrss: 险种类型 AAE140 of the labour and social-security data elements LB101, whose text was not
        reached. 110, 210, 310, 410 and 510 agree in three public programs or more; 120, 170 and 390
        stand in fewer. Codes of one or two digits are legacy ones of single regions (成都, 西安, 陕西)
        and of one vendor, partly inferred; 10 and 12 mean two things among them. All but the five
        are ``is_unsure`` or, with no kind here, refused.
    nhsa: insutype 险种类型 of the medical-insurance platform 国家医疗保障信息平台, the same in five public
        programs; the official text was not reached. 380 新农合 and 391 城镇居民 were merged into 390
        城乡居民 and are ``is_unsure``: records may hold them for years before.
    gbt2261: GB/T 2261.1 人的性别代码, sure; some systems write 3 for 未说明, which is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, overload

import attrs

from ..errors import Fault, RecordsError
from ..terms import InsuranceKind, Scheme, Sex, Term, check_term
from .field_codes import CodedField, CodedStatus, FieldSystem, field, status

__all__ = [
    "CODES",
    "CodeSystem",
    "CodedField",
    "CodedKind",
    "CodedSex",
    "CodedStatus",
    "FieldSystem",
    "field",
    "from_code",
    "status",
    "to_code",
]


class CodeSystem(Term):
    """Whose codes they are 代码体系."""

    MOHRSS = "mohrss", "人力资源社会保障信息系统 险种类型 AAE140"
    NHSA = "nhsa", "医疗保障信息平台 险种类型 insutype"
    GBT2261 = "gbt2261", "GB/T 2261.1 人的性别代码"


@attrs.frozen
class CodedKind:
    """What a code says of an insurance.

    Attributes:
        code: as it is written.
        system: whose code it is.
        name_zh: its name there.
        kind: the insurance.
        schemes: the schemes that have it under this code, the one it stands for first; empty where
            the code says nothing of the scheme.
        is_unsure: whether it is a legacy code, or rests on few sources.
    """

    code: str
    system: CodeSystem
    name_zh: str
    kind: InsuranceKind
    schemes: tuple[Scheme, ...] = ()
    is_unsure: bool = False

    @property
    def scheme(self) -> Scheme | None:
        """The scheme that the code stands for, if it says one; flexible workers share 职工 codes."""
        return self.schemes[0] if self.schemes else None


@attrs.frozen
class CodedSex:
    """What a code says of a sex; ``sex`` is None for 未知 and 未说明, and ``name_zh`` says which."""

    code: str
    system: CodeSystem
    name_zh: str
    sex: Sex | None
    is_unsure: bool = False


_Coded = CodedKind | CodedSex
_OF_KINDS: Final = (CodeSystem.MOHRSS, CodeSystem.NHSA)
_KindSystem = Literal["mohrss", "nhsa", CodeSystem.MOHRSS, CodeSystem.NHSA]
_SexSystem = Literal["gbt2261", CodeSystem.GBT2261]

#: Schemes: e 职工养老 with flexible workers, m 职工医疗 with the public sector too, r residents,
#: p public sector, - unsaid.
_SCHEMES: Final[Mapping[str, tuple[Scheme, ...]]] = {
    "e": (Scheme.EMPLOYEE, Scheme.FLEXIBLE),
    "m": (Scheme.EMPLOYEE, Scheme.FLEXIBLE, Scheme.PUBLIC_SECTOR),
    "r": (Scheme.RESIDENT,),
    "p": (Scheme.PUBLIC_SECTOR,),
    "-": (),
}
#: Code, kind, schemes, whether it is sure (.) or not (?), name.
_MOHRSS: Final = """
110 pension e . 城镇企业职工基本养老保险
120 pension p ? 机关(事业单位)养老保险
170 pension r ? 城乡居民基本养老保险
210 unemployment - . 失业保险
310 medical m . 城镇职工基本医疗保险
390 medical r ? 城乡居民基本医疗保险
410 work_injury - . 工伤保险
510 maternity - . 生育保险
01 pension - ? 基本养老保险
02 unemployment - ? 失业保险
03 medical - ? 基本医疗保险
04 work_injury - ? 工伤保险
05 maternity - ? 生育保险
06 pension p ? 机关事业养老保险
1 pension - ? 基本养老保险
2 unemployment - ? 失业保险
3 medical - ? 基本医疗保险
4 work_injury - ? 工伤保险
5 maternity - ? 生育保险
"""
_NHSA: Final = """
310 medical m . 职工基本医疗保险
380 medical r ? 新型农村合作医疗
390 medical r . 城乡居民基本医疗保险
391 medical r ? 城镇居民基本医疗保险
510 maternity - . 生育保险
"""
#: Codes of what is none of the five insurances.
_NO_KIND: Final[Mapping[CodeSystem, Mapping[str, str]]] = {
    CodeSystem.MOHRSS: {
        "313": "城职重病医疗保险",
        "320": "公务员医疗补助",
        "330": "大额医疗费用补助 (补充医疗)",
        "340": "离休人员医疗保障",
        "350": "二乙医疗",
        "370": "企业补充医疗",
        "07": "大额医疗",
        "6": "企业补充养老保险",
        "7": "离休医疗保障",
        "8": "补充医疗保险",
        "9": "公务员医疗补助",
        "11": "医疗照顾人员医疗补助",
        "13": "特大病医疗补助",
    },
    CodeSystem.NHSA: {
        "320": "公务员医疗补助",
        "330": "大额医疗费用补助",
        "340": "离休人员医疗保障",
        "350": "一至六级残废军人医疗补助",
        "360": "老红军医疗保障",
        "370": "企业补充医疗保险",
        "392": "城乡居民大病医疗保险",
        "399": "其他特殊人员医疗保障",
        "410": "长期照护保险",
    },
    CodeSystem.GBT2261: {},
}
#: Codes of mohrss that mean two things, in the systems of different regions and vendors.
_TWO_MEANINGS: Final[Mapping[str, str]] = {
    "391": "城乡补充医疗 or 城镇居民基本医疗保险",
    "10": "大额医疗补助 or 职工养老",
    "12": "特大病医疗补助 or 城乡居民养老",
}


def _kind(line: str, system: CodeSystem) -> CodedKind:
    code, kind, schemes, sure, name = line.split()
    return CodedKind(code, system, name, InsuranceKind(kind), _SCHEMES[schemes], sure == "?")


def _by_code(rows: Iterable[_Coded]) -> Mapping[str, _Coded]:
    return MappingProxyType({row.code: row for row in rows})


#: Every code that can be read, by system and code.
CODES: Final[Mapping[CodeSystem, Mapping[str, CodedKind | CodedSex]]] = MappingProxyType(
    {
        CodeSystem.MOHRSS: _by_code(
            _kind(line, CodeSystem.MOHRSS) for line in _MOHRSS.split("\n")[1:-1]
        ),
        CodeSystem.NHSA: _by_code(_kind(line, CodeSystem.NHSA) for line in _NHSA.split("\n")[1:-1]),
        CodeSystem.GBT2261: _by_code(
            (
                CodedSex("0", CodeSystem.GBT2261, "未知的性别", None),
                CodedSex("1", CodeSystem.GBT2261, "男性", Sex.MALE),
                CodedSex("2", CodeSystem.GBT2261, "女性", Sex.FEMALE),
                CodedSex("9", CodeSystem.GBT2261, "未说明的性别", None),
            )
        ),
    }
)


@overload
def from_code(code: str, *, system: _KindSystem, accept_unsure: bool = False) -> CodedKind: ...
@overload
def from_code(code: str, *, system: _SexSystem, accept_unsure: bool = False) -> CodedSex: ...
@overload
def from_code(
    code: str, *, system: CodeSystem | str, accept_unsure: bool = False
) -> CodedKind | CodedSex: ...
def from_code(
    code: str, *, system: CodeSystem | str, accept_unsure: bool = False
) -> CodedKind | CodedSex:
    """What a code says in its system.

    Args:
        code: as text, exactly as the system writes it.
        system: whose code it is, ``CodeSystem`` or its word: "mohrss", "nhsa", "gbt2261".
        accept_unsure: whether legacy codes and those of few sources are read.

    Raises:
        RecordsError: if the system is none, or the code is none of it, means an insurance that is
            none of the five, or is unsure.

    Example:
        >>> found = from_code("310", system="nhsa")
        >>> found.name_zh, found.kind, found.scheme
        ('职工基本医疗保险', InsuranceKind.MEDICAL, Scheme.EMPLOYEE)
        >>> from_code("410", system="mohrss").kind
        InsuranceKind.WORK_INJURY
        >>> from_code("410", system="nhsa")
        Traceback (most recent call last):
            ...
        shebao.errors.RecordsError: code: '410' is 长期照护保险 in nhsa, which is no kind here; expected one of 310, 390, 510, or system="mohrss", where it is 工伤保险
    """
    whose = _system(system)
    found = CODES[whose].get(code) if type(code) is str else None
    if found is None:
        raise RecordsError(Fault("code", code, _problem(code, whose), _expected(code, whose)))
    if found.is_unsure and not accept_unsure:
        problem = f"is {found.name_zh} in {whose.value}, but legacy or of few sources"
        raise RecordsError(Fault("code", code, problem, "another code, or accept_unsure=True"))
    return found


def to_code(
    term: InsuranceKind | Sex, *, system: CodeSystem | str, scheme: Scheme | None = None
) -> str:
    """The code of a kind or a sex; an unsure code is never written.

    Args:
        term: the kind, or the sex.
        system: whose code is asked for.
        scheme: the scheme, needed where the system has codes of the kind by scheme.

    Raises:
        RecordsError: if the system has no sure code of it, or codes by scheme and none is given;
            for a sex of None, which is 0 未知 or 9 未说明 as the caller knows.

    Example:
        >>> to_code(InsuranceKind.WORK_INJURY, system="mohrss")
        '410'
        >>> to_code(InsuranceKind.MEDICAL, system="nhsa", scheme=Scheme.RESIDENT)
        '390'
        >>> to_code(Sex.FEMALE, system="gbt2261")
        '2'
    """
    whose = _system(system)
    if scheme is not None:
        check_term(scheme, Scheme, "scheme", RecordsError)
    if whose is CodeSystem.GBT2261:
        return _sex_code(term, whose, scheme)
    check_term(term, InsuranceKind, "term", RecordsError)
    same = [row for row in CODES[whose].values() if isinstance(row, CodedKind) and row.kind is term]
    fitting = [row for row in same if not row.schemes or scheme in row.schemes]
    for row in fitting:
        if not row.is_unsure:
            return row.code
    sure = _named(row for row in same if not row.is_unsure)
    if sure and scheme is None:
        problem = f"has to be said: {whose.value} has codes of {term.zh} by scheme"
        raise RecordsError(Fault("scheme", scheme, problem, f"a scheme of {sure}"))
    unsure = _named(row for row in fitting if row.schemes)
    problem = f"has no sure code in {whose.value}" + (f", only {unsure}" if unsure else "")
    expected = f"a scheme of {sure}" if sure else f"one of {_kinds_of(whose)}"
    raise RecordsError(Fault("term", (term, scheme), problem, expected))


def _named(rows: Iterable[CodedKind]) -> str:
    return ", ".join(f"{row.code} {row.name_zh}" for row in rows)


def _sex_code(term: object, whose: CodeSystem, scheme: Scheme | None) -> str:
    if scheme is not None:
        raise RecordsError(Fault("scheme", scheme, "says nothing of a sex", "None"))
    if term is None:
        expected = "0 未知的性别 or 9 未说明的性别, chosen by the caller"
        raise RecordsError(Fault("term", term, "has two codes", expected))
    check_term(term, Sex, "term", RecordsError)
    rows = CODES[whose].values()
    return next(row.code for row in rows if isinstance(row, CodedSex) and row.sex is term)


def _system(system: object) -> CodeSystem:
    for each in CodeSystem:
        if system is each or (type(system) is str and system == each.value):
            return each
    words = " or ".join(f'"{each.value}"' for each in CodeSystem)
    raise RecordsError(Fault("system", system, "is no known system of codes", words))


def _kinds_of(whose: CodeSystem) -> str:
    rows = (row for row in CODES[whose].values() if isinstance(row, CodedKind))
    kinds = dict.fromkeys(row.kind for row in rows if not row.is_unsure)
    return ", ".join(str(kind) for kind in kinds)


def _problem(code: object, whose: CodeSystem) -> str:
    """Why a code is not read: it is known and no kind, or not known at all."""
    if type(code) is not str:
        return f"is of type {type(code).__name__}"
    if code in _NO_KIND[whose]:
        return f"is {_NO_KIND[whose][code]} in {whose.value}, which is no kind here"
    if whose is CodeSystem.MOHRSS and code in _TWO_MEANINGS:
        return f"is {_TWO_MEANINGS[code]} in {whose.value}, by region or vendor"
    return f"is no code of {whose.value}"


def _expected(code: object, whose: CodeSystem) -> str:
    """What would be right: the sure codes of the system, or the system in which the code is sure."""
    sure = ", ".join(each for each, row in CODES[whose].items() if not row.is_unsure)
    if type(code) is not str:
        return f"text, one of {sure}"
    others = [
        f', or system="{each.value}", where it is {found.name_zh}'
        for each in _OF_KINDS
        if whose in _OF_KINDS and (found := CODES[each].get(code)) and not found.is_unsure
    ]
    return f"one of {sure}{''.join(others)}"
