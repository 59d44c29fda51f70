"""Codes of fields (指标代码) of LB101, and codes of the status that such fields hold.

Systems name their columns by the data elements LB101 of labour and social security: AAE003 is the
month that money is for. What a field is called agrees widely; what its values mean does not, so a
value is read only with its field and its system named.

Sources and how far they go:
    Fields: the text of LB101 was not reached. Names agree in public programs of several vendors;
        fields that one program has, or that mean different things (AAC008 is 在职/退休 in one system
        and 正常/中断 in another, AAE202 the months paid or those still to pay), are ``is_unsure``. Codes
        that begin with Y or B are extensions of provinces and cities; BAB001 is an employer's number
        in one system and a place in another.
    AAC031: 0 to 3 agree in four systems (陕西, 张家港, 太原, one vendor) and are sure; 4 is 参保不缴费 in one
        and 恢复缴费 in another, and is refused.
    AAA115: 10 in 宿迁 and in one vendor's program, 41 in the latter alone; ``is_unsure``.
    AAE111, AAE114, AAE143: one program of 陕西; ``is_unsure``. AAE114 1 is 已实缴 in 宿迁 too; 太原 writes
        AAE143 with two digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..errors import Fault, RecordsError
from ..terms import Term

__all__ = ["FIELDS", "STATUSES", "CodedField", "CodedStatus", "FieldSystem", "field", "status"]


class FieldSystem(Term):
    """Whose values they are 代码值所属系统."""

    LB101 = "lb101", "LB101 指标，多地系统一致"
    SHAANXI = "shaanxi", "陕西省社会保险信息系统"


@attrs.frozen
class CodedField:
    """What a field of LB101 holds.

    Attributes:
        code: in capitals.
        name_zh: its name.
        meaning: the field of the readers here that it is, such as ``"month"``; None for what says
            nothing of months, or not in all systems the same.
        is_unsure: whether it rests on few sources, or means different things.
    """

    code: str
    name_zh: str
    meaning: str | None
    is_unsure: bool = False


@attrs.frozen
class CodedStatus:
    """What a value of a field of status says.

    Attributes:
        code: as it is written.
        field: the code of its field.
        system: whose value it is.
        name_zh: its name there.
        word: the word of status for it, which the readers take.
        is_unsure: whether it rests on few sources.
    """

    code: str
    field: str
    system: FieldSystem
    name_zh: str
    word: str
    is_unsure: bool = False


#: Code, meaning, whether it is sure (.) or not (?), name.
_FIELDS: Final = """
AAA027 area . 统筹区
AAA041 - . 个人缴费比例
AAA042 - . 单位缴费比例
AAA043 - . 单位缴费划入账户比例
AAA115 pay_type . 缴费类型(应缴类型)
AAB001 employer_number . 单位编号
AAB004 employer . 单位名称
AAB019 - . 单位类型
AAB033 - . 征缴方式
AAB051 - . 单位参保状态
AAB191 arrived_month . 到账日期(到账年月)
AAB301 area . 行政区划代码
AAC001 personal_number . 个人编号
AAC002 identity_number . 身份证号(社会保障号码)
AAC003 name . 姓名
AAC004 - . 性别
AAC005 - . 民族
AAC006 - . 出生日期
AAC007 - . 参加工作日期
AAC008 - ? 人员状态
AAC009 - . 户口性质
AAC010 - ? 户籍地址
AAC012 - ? 个人身份
AAC013 - . 用工形式
AAC020 - ? 行政职务级别
AAC021 - ? 公务员标志
AAC030 - . 个人参保日期
AAC031 - . 个人缴费状态
AAC040 - . 缴费工资
AAC049 - . 首次参保年月
AAC050 - . 人员变更类型
AAC058 - . 证件类型
AAC066 - . 参保身份
AAC067 - . 移动电话
AAC070 - . 转移方向
AAC084 - . 离退休标志
AAC147 identity_number . 证件号码
AAC161 - . 国籍或地区
AAE001 year . 年度
AAE002 billed_month . 结算期(做账期)
AAE003 month . 对应费款所属期
AAE013 - . 备注
AAE019 amount ? 金额
AAE020 amount ? 应缴金额
AAE030 first . 开始日期
AAE031 last . 终止日期
AAE035 - . 变更日期
AAE036 - . 经办日期
AAE041 first . 开始年月
AAE042 last . 终止年月
AAE044 employer . 单位名称
AAE078 status ? 足额到账标志
AAE080 - ? 个人划账户金额或实缴金额
AAE111 status . 到账标志
AAE114 status . 缴费标志
AAE115 status ? 缴费标志
AAE132 status ? 缴费标志
AAE135 identity_number . 身份证号码
AAE140 kind . 险种类型
AAE142 - ? 征收方式或补差类型
AAE143 pay_type . 缴费类型
AAE144 - . 供养关系
AAE160 - . 变更原因
AAE180 base . 缴费基数
AAE200 - ? 视同缴费月数或累计缴费年限
AAE201 count ? 实际缴费月数或累计缴费年限
AAE202 - ? 缴费月数或还需缴费月数
AAE441 - . 建账时间
AAE473 - . 养老账户类别
AAE480 employer_amount ? 单位缴费金额
AAE481 personal_amount ? 个人缴费金额
AAE482 - ? 缴费基数或单位划账户金额
AIC020 pension.base ? 养老缴费基数
AIC162 - . 离退休日期
AKC021 - . 医疗人员类别
AKC087 - ? 医保账户余额
BAB001 employer_number ? 单位编号
BAC001 personal_number . 个人编号
YAB003 - . 经办机构
YAB139 - . 参保所属分中心
YAC004 pension.base . 养老缴费基数
"""
#: System, field, code, whether it is sure (.) or not (?), word of status, name there.
_STATUSES: Final = """
lb101 AAC031 0 . 未参保 未参保
lb101 AAC031 1 . 参保缴费 参保缴费
lb101 AAC031 2 . 暂停缴费 暂停缴费(中断)
lb101 AAC031 3 . 终止缴费 终止参保(终止缴费)
lb101 AAA115 10 ? 正常缴费 正常应缴
lb101 AAA115 41 ? 补收 正常补收
shaanxi AAE111 0 ? 未到账 未到帐
shaanxi AAE111 1 ? 已到账 已到帐
shaanxi AAE114 1 ? 已实缴 已实缴
shaanxi AAE114 2 ? 欠缴 欠缴
shaanxi AAE114 7 ? 已退收 已退收
shaanxi AAE114 8 ? 已核销 已核销
shaanxi AAE143 1 ? 正常缴费 正常应缴记录
shaanxi AAE143 2 ? 补收 补收记录
shaanxi AAE143 4 ? 调整补收 调整补收记录
shaanxi AAE143 11 ? 补欠缴 补欠缴
shaanxi AAE143 12 ? 预缴 预缴
shaanxi AAE143 13 ? 补基数 补基数
shaanxi AAE143 14 ? 补收 特殊补收记录
shaanxi AAE143 18 ? 退收 退收
shaanxi AAE143 19 ? 一次性补收 一次性补收记录
shaanxi AAE143 20 ? 补比例 补比例
shaanxi AAE143 21 ? 补缴 补费记录
"""
#: Values that say nothing of what became of a month, or two things.
_NO_STATUS: Final[Mapping[tuple[FieldSystem, str, str], str]] = {
    (FieldSystem.LB101, "AAC031", "4"): "参保不缴费 or 恢复缴费, by system",
    (FieldSystem.SHAANXI, "AAE143", "3"): "按项目缴费, which is no status of a month",
    (FieldSystem.SHAANXI, "AAE143", "23"): "历史缴费记录补录, paid in time or not",
    (FieldSystem.SHAANXI, "AAE143", "31"): "补助记录, which is no status of a month",
    (FieldSystem.SHAANXI, "AAE143", "41"): "定额缴费, paid in time or not",
}


def _field(line: str) -> CodedField:
    code, meaning, sure, name = line.split()
    return CodedField(code, name, None if meaning == "-" else meaning, sure == "?")


def _status(line: str) -> CodedStatus:
    system, whose, code, sure, word, name = line.split()
    return CodedStatus(code, whose, FieldSystem(system), name, word, sure == "?")


#: Every field that is known, by its code.
FIELDS: Final[Mapping[str, CodedField]] = MappingProxyType(
    {found.code: found for found in map(_field, _FIELDS.split("\n")[1:-1])}
)
#: Every value of status that can be read, by system, field and code.
STATUSES: Final[Mapping[tuple[FieldSystem, str, str], CodedStatus]] = MappingProxyType(
    {
        (found.system, found.field, found.code): found
        for found in map(_status, _STATUSES.split("\n")[1:-1])
    }
)


def field(code: str, *, accept_unsure: bool = False) -> CodedField:
    """What a field of LB101 holds.

    Args:
        code: such as ``AAE003``, in capitals or small letters: systems write both.
        accept_unsure: whether fields of few sources, or of different meanings, are read.

    Raises:
        RecordsError: if the code is none that is known, or is unsure.

    Example:
        >>> field("aae003")
        CodedField(code='AAE003', name_zh='对应费款所属期', meaning='month', is_unsure=False)
        >>> field("AAC008")
        Traceback (most recent call last):
            ...
        shebao.errors.RecordsError: field: 'AAC008' is 人员状态, but of few sources or different meanings; expected another field, or accept_unsure=True
    """
    found = FIELDS.get(code.upper()) if type(code) is str else None
    if found is None:
        raise RecordsError(Fault("field", code, "is no known field of LB101", _fields_like(code)))
    if found.is_unsure and not accept_unsure:
        problem = f"is {found.name_zh}, but of few sources or different meanings"
        raise RecordsError(Fault("field", code, problem, "another field, or accept_unsure=True"))
    return found


def status(
    code: str, *, field: str, system: FieldSystem | str, accept_unsure: bool = False
) -> CodedStatus:
    """What a value of a field of status says, in its system.

    Args:
        code: the value as text, exactly as the system writes it.
        field: the code of its field: AAA115, AAC031, AAE111, AAE114 or AAE143.
        system: whose value it is, ``FieldSystem`` or its word: "lb101" for those that systems agree
            on, "shaanxi".
        accept_unsure: whether values of few sources are read.

    Raises:
        RecordsError: if system, field or code is none that is known, if the code says nothing of a
            month, or is unsure.

    Example:
        >>> status("2", field="AAC031", system="lb101").word
        '暂停缴费'
        >>> found = status("13", field="AAE143", system="shaanxi", accept_unsure=True)
        >>> found.word, found.is_unsure
        ('补基数', True)
    """
    whose = _system(system)
    name = field.upper() if type(field) is str else ""
    known = [each for each in STATUSES.values() if (each.system, each.field) == (whose, name)]
    if not known:
        fields = ", ".join(dict.fromkeys(e.field for e in STATUSES.values() if e.system is whose))
        problem = f"is no field of status known in {whose.value}"
        raise RecordsError(Fault("field", field, problem, f"one of {fields}"))
    found = STATUSES.get((whose, name, code)) if type(code) is str else None
    if found is None:
        codes = ", ".join(each.code for each in known)
        problem = _problem(code, name, whose)
        raise RecordsError(Fault("code", code, problem, f"text, one of {codes}"))
    if found.is_unsure and not accept_unsure:
        problem = f"is {found.name_zh} in {name} of {whose.value}, but of few sources"
        raise RecordsError(Fault("code", code, problem, "another code, or accept_unsure=True"))
    return found


def _problem(code: object, name: str, whose: FieldSystem) -> str:
    """Why a value is not read: it says nothing of a month, or is not known at all."""
    if type(code) is not str:
        return f"is of type {type(code).__name__}"
    said = _NO_STATUS.get((whose, name, code))
    return f"is no code of {name} in {whose.value}" if said is None else f"is {said}"


def _fields_like(code: object) -> str:
    """The sure fields that begin like a code, or how they begin."""
    sure = [each.code for each in FIELDS.values() if not each.is_unsure]
    start = code.upper()[:3] if type(code) is str else ""
    like = [each for each in sure if each[:3] == start]
    if like:
        return f"one of {', '.join(like)}"
    return f"text that begins with {', '.join(dict.fromkeys(each[:3] for each in sure))}"


def _system(system: object) -> FieldSystem:
    for each in FieldSystem:
        if system is each or (type(system) is str and system == each.value):
            return each
    words = " or ".join(f'"{each.value}"' for each in FieldSystem)
    raise RecordsError(Fault("system", system, "is no known system of values", words))
