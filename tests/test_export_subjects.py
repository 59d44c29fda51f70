"""Whom a row is about: the person, the insurance, the scheme, the place and the employer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from export_tables import aside, fault, says
from shebao.adapters.records import Reading, read
from shebao.errors import RecordsError, RuleError
from shebao.terms import InsuranceKind

if TYPE_CHECKING:
    from typing import Any


def about(heads: list[str], *cells: str, **told: Any) -> Reading:  # noqa: ANN401
    """A row of January with some columns."""
    return read([["费款所属期", "缴费基数", *heads], ["2025-01", "4000", *cells]], **told)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("养老", "pension 2025-01 paid employee"),
        ("企业职工基本养老保险", "pension 2025-01 paid employee"),
        ("企业职工基本养老保险费", "pension 2025-01 paid employee"),
        ("机关事业单位基本养老保险", "pension 2025-01 paid public sector"),
        ("城乡居民基本养老保险", "pension 2025-01 paid resident"),
        ("职工基本医疗保险（含生育保险）", "medical 2025-01 paid employee"),
        ("城乡居民基本医疗保险", "medical 2025-01 paid resident"),
        ("失业保险(个人缴纳)", "unemployment 2025-01 paid employee"),
        ("工 伤 保 险", "work injury 2025-01 paid employee"),
        ("生育", "maternity 2025-01 paid employee"),
    ],
)
def test_an_insurance_is_known_by_its_names(word: str, expected: str) -> None:
    """The name of an insurance, whole or short, with what stands behind it, is that insurance."""
    assert [expected] == says(about(["险种"], word))


@pytest.mark.parametrize("word", ["养老服务", "x"])
def test_what_is_no_insurance_is_not_understood(word: str) -> None:
    """A word that is no name of an insurance is blamed, however it begins."""
    found = fault(about(["险种"], word))
    assert f"险种: '{word}' is no known kind; expected 基本养老保险 (pension)" in found


@pytest.mark.parametrize("word", ["补充医疗保险", "职业年金", "大病医疗", "公务员医疗补助"])
def test_other_insurances_are_set_aside(word: str) -> None:
    """Insurance that is none of the five is told as such, however its name begins."""
    assert {2: "OTHER_INSURANCE"} == aside(about(["险种"], word))


def test_an_insurance_that_is_named_nowhere_is_not_understood() -> None:
    """A row whose table, columns and cells name no insurance is of none."""
    found = fault(about(["单位名称"], "甲公司"))
    assert (
        "kind: '' is named nowhere; expected a column 险种, a title that names it, or kind="
        in found
    )


def test_the_insurance_of_rows_without_one_is_told() -> None:
    """No column for it means the insurance that the caller names; an empty cell is a fault."""
    reading = about(["单位名称"], "甲公司", kind=InsuranceKind.MEDICAL)
    assert ["medical 2025-01 paid employee 甲公司"] == says(reading)
    found = fault(about(["险种", "单位名称"], "", "甲公司", kind=InsuranceKind.MEDICAL))
    assert "险种: '' is empty; expected the insurance, as in the other rows" in found


@pytest.mark.parametrize(
    ("code", "system", "expected"),
    [
        ("110", "mohrss", "pension 2025-01 paid employee"),
        ("310", "nhsa", "medical 2025-01 paid employee"),
        ("390", "nhsa", "medical 2025-01 paid resident"),
    ],
)
def test_codes_are_read_in_their_system(
    code: str, system: Literal["mohrss", "nhsa"], expected: str
) -> None:
    """A code of an insurance is read where it is told whose it is."""
    assert [expected] == says(about(["险种"], code, codes=system))
    found = fault(about(["险种"], code))
    assert "is a code, and codes mean different kinds in different systems" in found


def test_a_code_that_nobody_has_is_not_understood() -> None:
    """A code that its system lacks is blamed."""
    assert "险种: '999' is no code of mohrss" in fault(about(["险种"], "999", codes="mohrss"))


@pytest.mark.parametrize(
    ("kind", "scheme", "expected"),
    [
        ("养老", "灵活就业人员", "pension 2025-01 paid flexible"),
        ("职工养老", "灵活就业", "pension 2025-01 paid flexible"),
        ("养老", "城乡居民", "pension 2025-01 paid resident"),
        ("职工养老", "", "pension 2025-01 paid employee"),
    ],
)
def test_a_scheme_may_stand_in_the_row(kind: str, scheme: str, expected: str) -> None:
    """How a person is enrolled is what the row says, else what the name of the insurance does."""
    assert [expected] == says(about(["险种", "参保类型"], kind, scheme))


@pytest.mark.parametrize(
    ("kind", "scheme", "problem"),
    [
        ("居民养老", "职工", "参保类型: '职工' does not go with "),
        ("养老", "x", "参保类型: 'x' is no known scheme"),
        ("失业", "居民", "参保类型: '居民' has no insurance of kind"),
    ],
)
def test_a_scheme_has_to_go_with_the_insurance(kind: str, scheme: str, problem: str) -> None:
    """A scheme that the insurance does not have is blamed in its cell."""
    assert problem in fault(about(["险种", "参保类型"], kind, scheme))


def test_nobody_owes_in_a_voluntary_scheme() -> None:
    """Arrears of the voluntarily insured cannot be, so their row is blamed."""
    head = ["费款所属期", "险种", "参保类型", "缴费状态", "缴费基数"]
    reading = read([head, ["2025-01", "养老", "灵活就业", "欠费", "4000"]])
    assert "does not exist in the voluntary scheme" in fault(reading)


@pytest.mark.parametrize(
    ("text", "area"),
    [("130100", "130100"), ("石家庄市", "130100"), ("1 3 0 1 0 0", "130100"), ("", "110000")],
)
def test_a_place_is_a_code_or_a_name(text: str, area: str) -> None:
    """A place is read by its code or its name; where the row has none, it is the one told."""
    reading = about(["险种", "参保地"], "养老", text, area="110000")
    assert [f"pension 2025-01 paid employee {area}"] == says(reading)


@pytest.mark.parametrize("text", ["无石市", "火星市", "12"])
def test_an_unknown_place_is_not_understood(text: str) -> None:
    """What names no place is blamed, with the nearest where there are any."""
    found = fault(about(["险种", "参保地"], "养老", text))
    assert f"参保地: '{text}' is no place known here; expected six digits or the name" in found
    assert found.endswith("; or leave the column out and give area=")


@pytest.mark.parametrize("word", ["外地转入", "转移", "○"])
def test_transferred_months_are_of_another_place(word: str) -> None:
    """A month that came from elsewhere was paid there: its place is not the one told."""
    reading = about(["险种", "缴费状态"], "养老", word, area="130100")
    assert ["pension 2025-01 paid employee"] == says(reading)


def test_an_employer_is_a_name_or_a_number() -> None:
    """An employer is known by its name, else by its number."""
    heads = ["险种", "单位编号", "单位名称"]
    assert ["pension 2025-01 paid employee 甲公司"] == says(about(heads, "养老", "7", "甲公司"))
    assert ["pension 2025-01 paid employee 7"] == says(about(heads, "养老", "7", ""))
    assert ["pension 2025-01 paid employee"] == says(about(heads, "养老", "-", "/"))


def test_people_are_known_by_the_surest_column() -> None:
    """An identity number goes before a number of the agency, and that before a name."""
    cells = ["养老", "王小明", "0100", "11010519491231002X"]
    heads = ["险种", "姓名", "个人编号", "证件号码"]
    for width, person in ((2, "王小明"), (3, "0100"), (4, "11010519491231002X")):
        reading = about(heads[:width], *cells[:width])
        assert [person] == list(reading.histories)


def test_a_name_is_read_without_spaces() -> None:
    """王 明 and 王明 are one person."""
    head = ["姓名", "费款所属期", "险种", "缴费基数"]
    rows = [["王 明", "2025-01", "养老", "4000"], ["王明", "2025-02", "养老", "4000"]]
    assert ["王明"] == list(read([head, *rows]).histories)


def test_a_row_about_nobody_is_not_understood() -> None:
    """In a table of people a row has to name one."""
    found = fault(about(["险种", "姓名"], "养老", ""))
    assert "姓名: '' is empty; expected whom the row is about, as in the other rows" in found


@pytest.mark.parametrize(
    ("word", "reason"),
    [("1", "NOT_UNDERSTOOD"), ("0", ""), ("", ""), ("x", "NOT_UNDERSTOOD")],
)
def test_months_that_nobody_can_place_are_not_understood(word: str, reason: str) -> None:
    """Which months of a span were transferred, or back-paid, a number of them does not say."""
    for heading in ("视同缴费月数", "补收/补缴月数"):
        assert reason == aside(about(["险种", heading], "养老", word)).get(2, "")


def test_months_of_earlier_years_are_told_beside() -> None:
    """A number of months of other years is no month of the row, whose own months are taken."""
    reading = about(["险种", "补退历年缴费月数"], "养老", "-3")
    assert ["pension 2025-01 paid employee"] == says(reading)
    assert "补退历年缴费月数: '-3' is a number of months of earlier years" in fault(reading)


@pytest.mark.parametrize(
    "told",
    [
        {"area": "x"},
        {"kind": "pension"},
        {"year": "2023"},
        {"codes": "x"},
        {"columns": {"a": "zz"}},
        {"words": {"a": "b"}},
    ],
)
def test_arguments_that_make_no_sense_are_refused(told: dict[str, Any]) -> None:
    """What the caller says of a table is checked before it is read."""
    with pytest.raises((RuleError, RecordsError)):
        about(["险种"], "养老", **told)


def test_english_words_are_read_as_well() -> None:
    """Insurances, states and schemes by their English names, as the library writes them."""
    rows = [["month", "kind", "status", "scheme"], ["2025-01", "pension", "back paid", "flexible"]]
    assert ["pension 2025-01 back paid flexible"] == says(read(rows))


def test_what_does_not_go_together_is_named() -> None:
    """A scheme that an insurance does not have is told beside the insurance."""
    rows = [["年月", "险种", "参保类型"], ["202501", "居民养老", "职工"]]
    assert "'职工' does not go with 居民养老; expected 城乡居民" in fault(read(rows))


def test_one_number_has_one_name() -> None:
    """A number that comes with another name than before is not taken for the same person."""
    rows = [["证件号码", "姓名", "年月", "险种"], ["1", "张三", "202501", "养老"]]
    rows += [["1", "李四", "202502", "养老"]]
    assert "'李四' stands beside the number of 张三" in fault(read(rows))
