"""Codes of fields and of status: what each means, what is refused, and never without a system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from shebao import RecordsError, codes
from shebao.adapters.field_codes import (
    FIELDS,
    STATUSES,
    CodedField,
    CodedStatus,
    FieldSystem,
    field,
    status,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LB101, SHAANXI = FieldSystem.LB101, FieldSystem.SHAANXI
#: Fields that one source has, or of which sources say different things.
UNSURE: Final = """
AAC008 AAC010 AAC012 AAC020 AAC021 AAE019 AAE020 AAE078 AAE080 AAE115 AAE132 AAE142 AAE200 AAE201
AAE202 AAE480 AAE481 AAE482 AIC020 AKC087 BAB001
"""
#: What the readers have a field for.
MEANINGS: Final = {
    "month": "AAE003",
    "billed_month": "AAE002",
    "arrived_month": "AAB191",
    "first": "AAE030 AAE041",
    "last": "AAE031 AAE042",
    "year": "AAE001",
    "kind": "AAE140",
    "base": "AAE180",
    "pension.base": "AIC020 YAC004",
    "count": "AAE201",
    "employer": "AAB004 AAE044",
    "employer_number": "AAB001 BAB001",
    "area": "AAA027 AAB301",
    "personal_number": "AAC001 BAC001",
    "identity_number": "AAC002 AAC147 AAE135",
    "name": "AAC003",
    "pay_type": "AAA115 AAE143",
    "status": "AAE078 AAE111 AAE114 AAE115 AAE132",
    "amount": "AAE019 AAE020",
    "employer_amount": "AAE480",
    "personal_amount": "AAE481",
}


def refused(call: Callable[[], object]) -> RecordsError:
    """The error of a call, which is of one fault."""
    with pytest.raises(RecordsError) as caught:
        call()
    assert 1 == len(caught.value.faults)
    return caught.value


@pytest.mark.parametrize(("meaning", "fields"), MEANINGS.items())
def test_what_fields_hold(meaning: str, fields: str) -> None:
    """Each field of the readers has its codes, and no other code means it."""
    assert fields.split() == [code for code, found in FIELDS.items() if found.meaning == meaning]


def test_other_fields_say_nothing_of_months() -> None:
    """What no reader has a field for is known by its name alone."""
    others = {code for code, found in FIELDS.items() if found.meaning is None}
    assert others == set(FIELDS) - set(" ".join(MEANINGS.values()).split())
    assert CodedField("AAC004", "性别", None) == field("AAC004")


@pytest.mark.parametrize("code", FIELDS)
def test_unsure_fields_are_read_on_request_only(code: str) -> None:
    """A field of few sources, or of different meanings, is refused unless it is accepted."""
    found = FIELDS[code]
    assert (code in UNSURE.split()) is found.is_unsure
    assert found is field(code, accept_unsure=True)
    if found.is_unsure:
        error = refused(lambda: field(code))
        assert ("field", code) == (error.field, error.value)
        assert (
            f"is {found.name_zh}, but of few sources or different meanings"
            == error.faults[0].problem
        )
        assert "another field, or accept_unsure=True" == error.faults[0].expected
    else:
        assert found is field(code)


def test_small_letters_name_the_same_field() -> None:
    """Systems write AAE003 and aae003 of one field."""
    assert field("AAE003") is field("aae003")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("AAB999", "one of AAB001, AAB004, AAB019, AAB033, AAB051, AAB191, AAB301"),
        ("aab", "one of AAB001, AAB004, AAB019, AAB033, AAB051, AAB191, AAB301"),
        ("费款所属期", "text that begins with AAA, AAB, AAC, AAE, AIC, AKC, BAC, YAB, YAC"),
        ("", "text that begins with AAA, AAB, AAC, AAE, AIC, AKC, BAC, YAB, YAC"),
        (3, "text that begins with AAA, AAB, AAC, AAE, AIC, AKC, BAC, YAB, YAC"),
        (None, "text that begins with AAA, AAB, AAC, AAE, AIC, AKC, BAC, YAB, YAC"),
    ],
)
def test_unknown_fields_are_refused_with_those_that_begin_alike(
    code: object, expected: str
) -> None:
    """The error names the sure fields of the same group, or the groups that there are."""
    error = refused(lambda: field(cast("Any", code), accept_unsure=True))

    assert ("field", code) == (error.field, error.value)
    assert "is no known field of LB101" == error.faults[0].problem
    assert expected == error.faults[0].expected


#: System, field, and in order of the codes: code, word, name where it is another.
VALUES: Final = """
lb101 AAC031 0 未参保
lb101 AAC031 1 参保缴费
lb101 AAC031 2 暂停缴费 暂停缴费(中断)
lb101 AAC031 3 终止缴费 终止参保(终止缴费)
lb101 AAA115 10 正常缴费 正常应缴
lb101 AAA115 41 补收 正常补收
shaanxi AAE111 0 未到账 未到帐
shaanxi AAE111 1 已到账 已到帐
shaanxi AAE114 1 已实缴
shaanxi AAE114 2 欠缴
shaanxi AAE114 7 已退收
shaanxi AAE114 8 已核销
shaanxi AAE143 1 正常缴费 正常应缴记录
shaanxi AAE143 2 补收 补收记录
shaanxi AAE143 4 调整补收 调整补收记录
shaanxi AAE143 11 补欠缴
shaanxi AAE143 12 预缴
shaanxi AAE143 13 补基数
shaanxi AAE143 14 补收 特殊补收记录
shaanxi AAE143 18 退收
shaanxi AAE143 19 一次性补收 一次性补收记录
shaanxi AAE143 20 补比例
shaanxi AAE143 21 补缴 补费记录
"""
ROWS: Final = [line.split() for line in VALUES.split("\n") if line]


def test_every_value_is_in_the_table() -> None:
    """There are no values of status but those listed here."""
    assert [(row[0], row[1], row[2]) for row in ROWS] == [
        (system.value, name, code) for system, name, code in STATUSES
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[:3]))
def test_what_values_of_status_say(row: list[str]) -> None:
    """A value has its name there and a word that the readers know; the few that are sure are read."""
    system, name, code, word, *rest = row
    is_sure = "AAC031" == name
    expected = CodedStatus(
        code, name, FieldSystem(system), rest[0] if rest else word, word, not is_sure
    )
    assert expected == status(code, field=name, system=system, accept_unsure=True)
    if is_sure:
        assert expected == status(code, field=name.lower(), system=FieldSystem(system))
    else:
        error = refused(lambda: status(code, field=name, system=system))
        assert ("code", code) == (error.field, error.value)
        assert f"is {expected.name_zh} in {name} of {system}, but of few sources" == (
            error.faults[0].problem
        )
        assert "another code, or accept_unsure=True" == error.faults[0].expected


@pytest.mark.parametrize(
    ("code", "name", "system", "problem"),
    [
        ("4", "AAC031", LB101, "is 参保不缴费 or 恢复缴费, by system"),
        ("3", "AAE143", SHAANXI, "is 按项目缴费, which is no status of a month"),
        ("23", "AAE143", SHAANXI, "is 历史缴费记录补录, paid in time or not"),
        ("31", "AAE143", SHAANXI, "is 补助记录, which is no status of a month"),
        ("41", "AAE143", SHAANXI, "is 定额缴费, paid in time or not"),
        ("9", "AAC031", LB101, "is no code of AAC031 in lb101"),
        ("01", "AAE143", SHAANXI, "is no code of AAE143 in shaanxi"),
        (1, "AAC031", LB101, "is of type int"),
        (None, "AAC031", LB101, "is of type NoneType"),
    ],
)
def test_values_that_are_never_read(
    code: object, name: str, system: FieldSystem, problem: str
) -> None:
    """What says nothing of a month, or two things, is named with what it is; others are unknown."""
    error = refused(
        lambda: status(cast("Any", code), field=name, system=system, accept_unsure=True)
    )

    assert ("code", code) == (error.field, error.value)
    assert problem == error.faults[0].problem
    assert error.faults[0].expected.startswith("text, one of ")


def test_the_codes_of_a_field_are_named() -> None:
    """Who writes an unknown code is told which there are."""
    error = refused(lambda: status("5", field="AAC031", system="lb101"))

    assert "code: '5' is no code of AAC031 in lb101; expected text, one of 0, 1, 2, 3" == str(error)


@pytest.mark.parametrize("system", [None, "", "SHAANXI", "mohrss", 610000])
def test_a_value_is_nothing_without_its_system(system: object) -> None:
    """An unknown system is refused with those that there are."""
    error = refused(lambda: status("1", field="AAE143", system=cast("Any", system)))

    assert ("system", system) == (error.field, error.value)
    assert '"lb101" or "shaanxi"' == error.faults[0].expected
    with pytest.raises(TypeError):
        cast("Any", status)("1", field="AAE143")


@pytest.mark.parametrize(
    ("name", "system", "expected"),
    [
        ("AAE143", "lb101", "one of AAC031, AAA115"),
        ("AAC031", "shaanxi", "one of AAE111, AAE114, AAE143"),
        ("", "shaanxi", "one of AAE111, AAE114, AAE143"),
        (143, "shaanxi", "one of AAE111, AAE114, AAE143"),
    ],
)
def test_a_value_is_nothing_without_its_field(name: object, system: str, expected: str) -> None:
    """1 is 已实缴 in one field and 正常应缴 in another; a field of another system is refused."""
    error = refused(lambda: status("1", field=cast("Any", name), system=system))

    assert ("field", name) == (error.field, error.value)
    assert f"is no field of status known in {system}" == error.faults[0].problem
    assert expected == error.faults[0].expected


def test_all_codes_are_offered_in_one_place() -> None:
    """Fields and status are read where insurances and sexes are."""
    assert (field, status, FieldSystem) == (codes.field, codes.status, codes.FieldSystem)
