"""Records in: what a CSV table says, and what is wrong with it, cell by cell."""

from __future__ import annotations

import csv
import io
import pickle
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.adapters.records import read_csv
from shebao.errors import Fault, RecordsError
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.model.provenance import Provenance
from shebao.months import MonthSpan
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import histories

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS: Final = (
    "基本养老保险 (pension), 基本医疗保险 (medical), 失业保险 (unemployment), "
    "工伤保险 (work_injury), 生育保险 (maternity)"
)
STATUSES: Final = (
    "正常缴费 (paid), 补缴 (back_paid), 欠费 (arrears), 待缴 (pending), 缓缴 (deferred), "
    "视同缴费 (deemed)"
)
SCHEMES: Final = (
    "职工 (employee), 灵活就业 (flexible), 城乡居民 (resident), 机关事业 (public_sector)"
)
MONTHS: Final = "a month such as 2025-01, 202501, 2025.01, 2025年1月, or a date"
DAYS: Final = "a day such as 2025-01-31, 2025/1/31, 20250131 or 2025年1月31日"
HEADINGS: Final = (
    "one of 费款所属期 (month), 起始年月 (first), 终止年月 (last), 险种 (kind), 缴费基数 (base), "
    "缴费状态 (status), 单位 (employer), 参保地 (area), 参保类型 (scheme), 申报日期 (declared_on), "
    "到账日期 (settled_on), 月数 (count); take other columns out"
)
CELLS: Final = 'cells such as 甲公司 or "甲公司", a quote inside a quoted cell written twice'
ONE_NATURE: Final = "one status, base and pair of days a month and key"
FINAL_BASE: Final = "one row of that month with its final base"
MONTH: Final = "费款所属期"
COUNT: Final = "a whole number from 1, such as 9"

CHINESE: Final = """\
起始年月,终止年月,险种,缴费基数,缴费状态,单位,参保地,参保类型,申报日期,到账日期,月数
2003-01,2003-12,基本养老保险,800,正常缴费,甲公司,130100,职工,,,9
2018-03,2018-04,基本医疗保险,3100.50,补缴,乙公司,130100,职工,2018-04-12,2018-09-20,
2020-01,2020-06,养老,3300,正常,,110000,灵活就业,,2020-06-18,
2025-01,2025-12,城乡居民基本医疗保险,,正常缴费,,130100,,,,
2025-12,2025-12,失业,4100,待缴,甲公司,,,,,
"""
ENGLISH: Final = """\
first,last,kind,base,status,employer,area,scheme,declared_on,settled_on,count
200301,200312,pension,800,paid,甲公司,130100,employee,,,9
2018.03,2018.04,medical,3100.50,back_paid,乙公司,130100,,20180412,2018年9月20日,
2020/1,2020/6,Pension,3300,PAID,,110000,flexible,,2020/6/18,
2025年1月,2025年12月,medical,,paid,,130100,resident,,,
2025-12-01,2025-12-31,unemployment,4100,pending,甲公司,,,,,
"""
SAID: Final = ContributionHistory(
    [
        ContributionPeriod(
            InsuranceKind.PENSION,
            MonthSpan("2003-01", "2003-12"),
            base=800,
            area="130100",
            employer="甲公司",
            count=9,
        ),
        ContributionPeriod(
            InsuranceKind.MEDICAL,
            MonthSpan("2018-03", "2018-04"),
            base="3100.50",
            status=PaymentStatus.BACK_PAID,
            area="130100",
            employer="乙公司",
            declared_on=date(2018, 4, 12),
            settled_on=date(2018, 9, 20),
        ),
        ContributionPeriod(
            InsuranceKind.PENSION,
            MonthSpan("2020-01", "2020-06"),
            base=3300,
            area="110000",
            scheme=Scheme.FLEXIBLE,
            settled_on=date(2020, 6, 18),
        ),
        ContributionPeriod(
            InsuranceKind.MEDICAL,
            MonthSpan("2025-01", "2025-12"),
            area="130100",
            scheme=Scheme.RESIDENT,
        ),
        ContributionPeriod(
            InsuranceKind.UNEMPLOYMENT,
            "2025-12",
            base=4100,
            status=PaymentStatus.PENDING,
            employer="甲公司",
        ),
    ]
)


def faults_of(text: str) -> list[Fault]:
    """The faults that reading a text reports."""
    with pytest.raises(RecordsError) as caught:
        read_csv(text, source="a.csv")
    return list(caught.value.faults)


def attempt(text: str) -> ContributionHistory | tuple[Fault, ...]:
    """The history of a text, or its faults."""
    try:
        return read_csv(text, source="a.csv")
    except RecordsError as error:
        return error.faults


def at(line: int, column: int, field: str, value: object, problem: str, expected: str) -> Fault:
    """A fault in its place: field, value, problem, and what would be right."""
    return Fault(field, value, problem, expected, "a.csv", line, column)


def one_period(text: str) -> ContributionPeriod:
    """The only period of a text."""
    (period,) = read_csv(text)
    return period


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_both_languages_of_headings_say_what_hand_built_periods_say(text: str) -> None:
    """Chinese and English headings, words and forms of days give one history."""
    assert SAID == read_csv(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + CHINESE,
        CHINESE.replace("\n", "\r\n"),
        CHINESE.replace("\n", "\r"),
        CHINESE.rstrip("\n"),
        CHINESE + "\n\n  \n,,,,,,,,,,\n",
        CHINESE.replace(",", " ,\u3000"),
        "\n".join(
            ",".join(f' "{cell}"' for cell in line.split(",")) for line in CHINESE.splitlines()
        ),
    ],
    ids=["bom", "crlf", "cr", "no end", "blank end", "spaces", "quotes"],
)
def test_the_dress_of_a_table_says_nothing(text: str) -> None:
    """Marks, line ends, blank ends, spaces about cells and quotes leave the history as it is."""
    assert SAID == read_csv(text)


@pytest.mark.parametrize(
    "heading", ["费款所属期", "费款所属年月", "费款所属期号", "month", "MONTH"]
)
@pytest.mark.parametrize("month", ["2025-01", "202501", "2025.01", "2025/1", "2025年1月"])
def test_a_row_of_one_month_is_a_period_of_one_month(heading: str, month: str) -> None:
    """A column of single months takes every form in which records print a month."""
    expected = ContributionPeriod(InsuranceKind.PENSION, "2025-01")
    assert expected == one_period(f"{heading},险种\n{month},养老\n")


def test_a_table_may_hold_single_months_beside_spans() -> None:
    """With both ways of naming months in a table, each row fills one of them."""
    text = "month,first,last,kind\n2025-01,,,养老\n,2025-02,2025-04,养老\n"
    expected = ContributionPeriod(InsuranceKind.PENSION, MonthSpan("2025-01", "2025-04"))
    assert ContributionHistory([expected]) == read_csv(text)


@pytest.mark.parametrize(
    ("word", "kind", "scheme"),
    [
        ("养老", InsuranceKind.PENSION, Scheme.EMPLOYEE),
        ("养老保险", InsuranceKind.PENSION, Scheme.EMPLOYEE),
        ("基本养老保险", InsuranceKind.PENSION, Scheme.EMPLOYEE),
        ("城镇职工基本养老保险", InsuranceKind.PENSION, Scheme.EMPLOYEE),
        ("城乡居民基本养老保险", InsuranceKind.PENSION, Scheme.RESIDENT),
        ("机关事业单位基本养老保险", InsuranceKind.PENSION, Scheme.PUBLIC_SECTOR),
        ("医保", InsuranceKind.MEDICAL, Scheme.EMPLOYEE),
        ("职工基本医疗保险", InsuranceKind.MEDICAL, Scheme.EMPLOYEE),
        ("城乡居民医保", InsuranceKind.MEDICAL, Scheme.RESIDENT),
        ("失业保险", InsuranceKind.UNEMPLOYMENT, Scheme.EMPLOYEE),
        ("工伤", InsuranceKind.WORK_INJURY, Scheme.EMPLOYEE),
        ("work_injury", InsuranceKind.WORK_INJURY, Scheme.EMPLOYEE),
        ("work injury", InsuranceKind.WORK_INJURY, Scheme.EMPLOYEE),
        ("生育", InsuranceKind.MATERNITY, Scheme.EMPLOYEE),
    ],
)
def test_the_name_of_an_insurance_gives_its_kind_and_scheme(
    word: str, kind: InsuranceKind, scheme: Scheme
) -> None:
    """A name that says whose insurance it is gives the scheme, where no other is named."""
    expected = ContributionPeriod(kind, "2015-01", scheme=scheme)
    assert expected == one_period(f"month,kind\n2015-01,{word}\n")


@pytest.mark.parametrize(
    ("kind", "word", "scheme"),
    [
        ("职工基本医疗保险", "机关事业", Scheme.PUBLIC_SECTOR),
        ("职工基本养老保险", "灵活就业人员", Scheme.FLEXIBLE),
        ("城乡居民基本养老保险", "居民", Scheme.RESIDENT),
        ("养老", "public sector", Scheme.PUBLIC_SECTOR),
    ],
)
def test_a_named_scheme_stands_beside_a_name_that_leaves_it_open(
    kind: str, word: str, scheme: Scheme
) -> None:
    """The employees' insurance has members of several schemes, and the column tells which."""
    period = one_period(f"month,kind,scheme\n2015-01,{kind},{word}\n")
    assert scheme is period.scheme


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("正常缴费 正常 已实缴 已到账 paid", PaymentStatus.PAID),
        ("补缴 补收 补欠缴 back_paid", PaymentStatus.BACK_PAID),
        ("欠费 欠缴 arrears", PaymentStatus.ARREARS),
        ("待缴 pending", PaymentStatus.PENDING),
        ("缓缴 deferred", PaymentStatus.DEFERRED),
        ("视同缴费 视同 deemed", PaymentStatus.DEEMED),
    ],
)
def test_the_words_of_records_give_the_status(words: str, status: PaymentStatus) -> None:
    """The usual words for what became of a month mean one status each."""
    for word in words.split():
        assert status is one_period(f"month,kind,status\n2015-01,养老,{word}\n").status


def test_rows_without_a_place_lie_in_the_place_that_the_caller_names() -> None:
    """The caller's place holds for rows that name none, and for no others."""
    history = read_csv("month,kind,area\n2025-01,养老,\n2025-02,养老,110000\n", area="130100")
    assert ["130100", "110000"] == [period.area for period in history]


def test_every_period_knows_its_source_and_line() -> None:
    """The line is the one in the text where the record starts, line breaks in cells counted."""
    text = 'month,employer,kind\n2025-01,"甲\n公司",养老\n2025-02,甲公司,养老\n'
    expected = [Provenance("a.csv", 2), Provenance("a.csv", 4)]
    assert expected == [period.provenance for period in read_csv(text, source="a.csv")]


def test_identical_rows_are_one() -> None:
    """A repeated row says nothing more."""
    row = "2025-01,养老,4000\n"
    text = "month,kind,base\n"
    assert read_csv(text + row) == read_csv(text + row + row)


def test_one_digit_counts_and_days_are_read() -> None:
    """A count may be written with zeros before it; a full count is no count."""
    text = "first,last,kind,count\n2025-01,2025-12,养老,09\n2024-01,2024-12,养老,12\n"
    assert [None, 9] == [period.count for period in read_csv(text)]


# Arrears and their settlement.

FOLDING: Final = "first,last,kind,base,status,declared_on,settled_on,employer,count\n"


def test_arrears_and_their_settlement_are_one_back_paid_period() -> None:
    """The back-paid row keeps what it says, and takes the rest from the row of the arrears."""
    text = (
        FOLDING
        + "2018-03,2018-03,养老,3100,欠费,2018-04-12,,,\n"
        + "2018-03,2018-03,养老,,补缴,,2018-09-20,,\n"
    )
    expected = ContributionPeriod(
        InsuranceKind.PENSION,
        "2018-03",
        base=3100,
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2018, 4, 12),
        settled_on=date(2018, 9, 20),
    )
    assert expected == one_period(text)


def test_arrears_are_settled_month_by_month() -> None:
    """Of arrears that were settled in part the rest stays owed; other back-payments stand."""
    text = (
        FOLDING
        + "2018-01,2018-06,养老,3100,欠费,2018-04-12,,,\n"
        + "2018-03,2018-04,养老,3100,补缴,2018-04-12,2018-09-20,,\n"
        + "2017-06,2017-06,养老,3100,补缴,,2018-09-20,,\n"
    )
    expected = [
        ("2017-06", PaymentStatus.BACK_PAID, None),
        ("2018-01..2018-02", PaymentStatus.ARREARS, date(2018, 4, 12)),
        ("2018-03..2018-04", PaymentStatus.BACK_PAID, date(2018, 4, 12)),
        ("2018-05..2018-06", PaymentStatus.ARREARS, date(2018, 4, 12)),
    ]
    found = [(str(p.months), p.status, p.declared_on) for p in read_csv(text)]
    assert expected == found


def test_arrears_without_a_day_of_declaration_give_none() -> None:
    """No day is invented where neither row has one."""
    text = FOLDING + "2018-03,2018-03,养老,,欠费,,,,\n2018-03,2018-03,养老,,补缴,,2018-09-20,,\n"
    period = one_period(text)
    assert (PaymentStatus.BACK_PAID, None) == (period.status, period.declared_on)


def test_arrears_of_another_employer_are_not_settled() -> None:
    """Only rows of one key are one contribution."""
    text = (
        FOLDING
        + "2018-03,2018-03,养老,,欠费,2018-04-12,,甲公司,\n"
        + "2018-03,2018-03,养老,,补缴,,2018-09-20,乙公司,\n"
    )
    expected = [PaymentStatus.BACK_PAID, PaymentStatus.ARREARS]
    assert sorted(expected, key=str) == sorted((p.status for p in read_csv(text)), key=str)


def test_months_known_by_their_number_are_not_settled() -> None:
    """Nobody can say which of some months a back-payment settled, so both rows stand."""
    text = FOLDING + "2018-01,2018-12,养老,,欠费,,,,3\n2018-01,2018-12,养老,,补缴,,,,3\n"
    assert 2 == len(read_csv(text))


@pytest.mark.parametrize(
    ("owed", "paid"),
    [
        ("3100,欠费,2018-04-12,,,", "3200,补缴,,2018-09-20,,"),
        ("3100,欠费,2018-04-12,,,", "3100,补缴,2018-04-13,2018-09-20,,"),
    ],
    ids=["base", "declared"],
)
def test_arrears_and_settlement_that_differ_contradict_each_other(owed: str, paid: str) -> None:
    """Two bases or two days of declaration are not one contribution."""
    faults = faults_of(f"{FOLDING}2018-03,2018-03,养老,{owed}\n2018-03,2018-03,养老,{paid}\n")
    assert [(3, 1, "first")] == [(fault.line, fault.column, fault.field) for fault in faults]


def test_arrears_that_contradict_themselves_are_not_settled() -> None:
    """Two rows of arrears with two bases stay a contradiction beside a settlement."""
    text = (
        FOLDING
        + "2018-03,2018-03,养老,3100,欠费,,,,\n"
        + "2018-03,2018-03,养老,3200,欠费,,,,\n"
        + "2018-03,2018-03,养老,,补缴,,2018-09-20,,\n"
    )
    (fault,) = faults_of(text)
    assert 4 == fault.line
    assert fault.problem.startswith("contradicts line 2, 3: 2018-03 is held by periods")


# Faults.

ROW: Final = "2025-01,养老,4000,正常缴费,甲公司,130100,职工,,,"
TABLE: Final = "费款所属期,险种,缴费基数,缴费状态,单位,参保地,参保类型,申报日期,到账日期,月数\n"
SPANS: Final = "起始年月,终止年月,险种,月数\n"
PLACES: Final = {name: place for place, name in enumerate(TABLE.strip().split(","))}


def with_cell(heading: str, text: str) -> str:
    """A table of one row in which one cell is another."""
    cells = ROW.split(",")
    cells[PLACES[heading]] = text
    return TABLE + ",".join(cells) + "\n"


BAD_CELLS: Final = [
    (MONTH, "2025-13", "is not in the calendar", MONTHS),
    (MONTH, "一月", "is not a month", MONTHS),
    (MONTH, "2025-02-30", "is not in the calendar", MONTHS),
    (MONTH, "202501-202503", "is not a month", MONTHS),
    (MONTH, "", "is empty", "a month such as 2025-01"),
    ("险种", "", "is empty", "the insurance of the row, such as 养老"),
    ("险种", "公积金", "is no known kind", KINDS),
    ("险种", "410", "is a code, and codes mean different kinds in different systems", KINDS),
    ("缴费基数", "-4000", "is negative", "an amount in yuan above 0"),
    (
        "缴费基数",
        "0",
        "is zero",
        "an amount above 0, or an empty cell where the base is not known",
    ),
    ("缴费基数", "4e3", "is not a plain number", "an amount in yuan such as 4000 or 2620.50"),
    ("缴费基数", "nan", "is not a plain number", "an amount in yuan such as 4000 or 2620.50"),
    ("缴费基数", "4000元", "is not a plain number", "an amount in yuan such as 4000 or 2620.50"),
    ("缴费基数", "4000.123", "is finer than a fen", "at most two decimals"),
    (
        "缴费基数",
        "4，000.00",
        "has thousands separators",
        "digits alone, such as 4000 or 2620.50",
    ),
    ("缴费状态", "已交?", "is no known status", STATUSES),
    (
        "缴费状态",
        "补差",
        "tops up the base of a month that stands elsewhere, and adds no month",
        FINAL_BASE,
    ),
    ("缴费状态", "调整补收", "changes an amount, and adds no month", FINAL_BASE),
    (
        "缴费状态",
        "退费",
        "takes a month back",
        "the months as they ended: no row for a refunded one",
    ),
    (
        "缴费状态",
        "停保",
        "is the state of an enrolment, not of a month",
        "no row for months without a contribution",
    ),
    (
        "缴费状态",
        "未到账",
        "may be overdue or not",
        "欠费 for an overdue month, or 待缴 before its deadline",
    ),
    (
        "参保地",
        "石家庄",
        "is a name, and places are read by code only",
        "six digits, such as 130100",
    ),
    ("参保地", "1301", "is not an area code", "six digits, such as 130100"),
    ("参保类型", "农民工", "is no known scheme", SCHEMES),
    ("申报日期", "2025-02-29", "is not in the calendar", DAYS),
    ("申报日期", "2025-02", "is not a day", DAYS),
    ("到账日期", "31/1/2025", "is not a day", DAYS),
    ("到账日期", "2025-1/31", "is not a day", DAYS),
    ("月数", "2", "is no count of 1 months", "1 to 1, or a pair"),
    ("月数", "0", "is no number of months", COUNT),
    ("月数", "1.0", "is no number of months", COUNT),
    ("月数", "九", "is no number of months", COUNT),
    ("单位", "甲\0公司", "holds a NUL character", "text"),
    (
        "参保类型",
        "城乡居民",
        "does not go with 职工养老",
        "职工 or 灵活就业",
    ),
]


@pytest.mark.parametrize(
    ("heading", "value", "problem", "expected"), BAD_CELLS, ids=[each[1] for each in BAD_CELLS]
)
def test_a_bad_cell_is_a_fault_in_its_place(
    heading: str, value: str, problem: str, expected: str
) -> None:
    """A cell that cannot be read is named by line, column and heading, with what would be right."""
    text = with_cell(heading, value)
    if "职工养老" in problem:
        text = text.replace(",养老,", ",职工养老,")
    place = PLACES[heading] + 1
    assert [at(2, place, heading, value, problem, expected)] == faults_of(text)


def test_a_separator_in_quotes_is_a_fault() -> None:
    """An amount with thousands separators is not taken apart."""
    expected = at(
        2,
        3,
        "缴费基数",
        "4,000",
        "has thousands separators",
        "digits alone, such as 4000 or 2620.50",
    )
    assert [expected] == faults_of(with_cell("缴费基数", '"4,000"'))


NO_ROOM: Final = """\
first,last,kind,status,count
2025-01,2025-12,养老,正常,9
2025-01,2025-12,养老,补缴,4
2024-01,2024-12,养老,正常,
"""
BAD_TABLES: Final = {
    "empty": ("", [at(1, 1, "text", "", "holds no table", "headings and rows")]),
    "blank": (
        "\ufeff \r\n\r\n",
        [at(1, 1, "text", "\ufeff \r\n\r\n", "holds no table", "headings and rows")],
    ),
    "headings only": (
        "month,kind\n\n",
        [
            at(
                1,
                1,
                "row",
                "month,kind",
                "stands alone",
                "at least one row under the headings",
            )
        ],
    ),
    "blank line inside": (
        "month,kind\n\n2025-01,养老\n",
        [at(2, 1, "row", "", "is blank", "blank lines at the end only")],
    ),
    "blank line above": (
        "\nmonth,kind\n2025-01,养老\n",
        [at(1, 1, "row", "", "is blank", "blank lines at the end only")],
    ),
    "unknown heading": (
        "month,kind,余额\n2025-01,养老,1\n",
        [at(1, 3, "余额", "余额", "is no known heading", HEADINGS)],
    ),
    "empty heading": (
        "month,,kind\n2025-01,,养老\n",
        [at(1, 2, "heading", "", "is an empty heading", HEADINGS)],
    ),
    "doubled heading": (
        "month,kind,险种\n2025-01,养老,医疗\n",
        [at(1, 3, "险种", "险种", "says the same as column 2, 'kind'", "one column a field")],
    ),
    "no kind": (
        "month,base\n2025-01,4000\n",
        [Fault("险种", "month,base", "has no such column", "a column 险种 (kind)", "a.csv", 1)],
    ),
    "no month": (
        "kind\n养老\n",
        [
            Fault(
                "费款所属期",
                "kind",
                "has no such column",
                "a column 费款所属期 (month), or 起始年月 (first) and 终止年月 (last)",
                "a.csv",
                1,
            )
        ],
    ),
    "no last": (
        "first,kind\n2025-01,养老\n",
        [
            Fault(
                "终止年月",
                "first,kind",
                "has no such column",
                "a column 终止年月 (last)",
                "a.csv",
                1,
            )
        ],
    ),
    "no first": (
        "last,kind\n2025-01,养老\n",
        [
            Fault(
                "起始年月",
                "last,kind",
                "has no such column",
                "a column 起始年月 (first)",
                "a.csv",
                1,
            )
        ],
    ),
    "too long": (
        "month,kind\n2025-01,养老,x,\n",
        [
            at(
                2,
                3,
                "row",
                "x",
                "is the first of 2 cells too many",
                "2 cells, as many as headings",
            )
        ],
    ),
    "too short": (
        "month,kind,base,单位\n2025-01,养老\n",
        [
            at(
                2,
                3,
                "base",
                "",
                "is missing, as the row has 2 cells",
                "4 cells, as many as headings",
            )
        ],
    ),
    "open quote": (
        'month,kind,单位\n2025-01,养老,"甲公司\n2025-02,养老,甲公司\n',
        [
            at(
                2,
                1,
                "row",
                '2025-01,养老,"甲公司',
                "opens a quote that is never closed",
                CELLS,
            )
        ],
    ),
    "letters after a quote": (
        'month,kind,单位\n2025-01,养老,"甲"公司\n2025-02,养老,甲公司\n',
        [
            at(
                2,
                1,
                "row",
                '2025-01,养老,"甲"公司',
                "cannot be read (',' expected after '\"')",
                CELLS,
            )
        ],
    ),
    "unreadable headings": (
        '"month"s,kind\n2025-01,养老\n\n2025-01,公积金\n',
        [
            at(1, 1, "row", '"month"s,kind', "cannot be read (',' expected after '\"')", CELLS),
            at(3, 1, "row", "", "is blank", "blank lines at the end only"),
        ],
    ),
    "month and span": (
        "month,first,last,kind\n2025-01,2025-02,2025-03,养老\n",
        [
            at(
                2,
                2,
                "first",
                "2025-02",
                "stands beside month '2025-01'",
                "a month, or a first and a last one",
            ),
            at(
                2,
                3,
                "last",
                "2025-03",
                "stands beside month '2025-01'",
                "a month, or a first and a last one",
            ),
        ],
    ),
    "neither month nor span": (
        "first,month,last,kind\n,,,养老\n",
        [at(2, 2, "month", "", "is empty", "a month such as 2025-01")],
    ),
    "half a span": (
        "month,first,last,kind\n,2025-01,,养老\n",
        [at(2, 3, "last", "", "is empty", "a month such as 2025-01")],
    ),
    "last before first": (
        SPANS + "2025-03,2025-01,养老,\n",
        [
            at(
                2,
                2,
                "终止年月",
                "2025-01",
                "lies before the first month",
                "a month not before 2025-03",
            )
        ],
    ),
    "count above span": (
        SPANS + "2025-01,2025-03,养老,4\n",
        [at(2, 4, "月数", "4", "is no count of 3 months", "1 to 3, or a pair")],
    ),
    "settled arrears": (
        "month,kind,status,settled_on\n2025-01,养老,欠费,2025-06-03\n",
        [
            at(
                2,
                4,
                "settled_on",
                "2025-06-03",
                "does not go with PaymentStatus.ARREARS",
                "BACK_PAID for arrears that were settled that day",
            )
        ],
    ),
    "resident unemployment": (
        "month,kind,scheme\n2025-01,失业,城乡居民\n",
        [
            at(
                2,
                3,
                "scheme",
                "城乡居民",
                "has no insurance of kind InsuranceKind.UNEMPLOYMENT",
                "pension or medical insurance",
            )
        ],
    ),
    "voluntary arrears": (
        "month,kind,scheme,status\n2025-01,养老,灵活就业,欠费\n",
        [
            at(
                2,
                4,
                "status",
                "欠费",
                "does not exist in the voluntary scheme Scheme.FLEXIBLE",
                "no period until it is paid",
            )
        ],
    ),
    "two bases": (
        "month,kind,base\n2025-01,养老,4000\n2025-02,养老,4000\n2025-01,养老,5000\n",
        [
            at(
                4,
                1,
                "month",
                "2025-01",
                "contradicts line 2: 2025-01 is held by periods that exclude each other "
                "(pension 2025-01 paid employee base 4000 a.csv:2; "
                "pension 2025-01 paid employee base 5000 a.csv:4)",
                ONE_NATURE,
            )
        ],
    ),
    "no room": (
        NO_ROOM,
        [
            at(
                3,
                1,
                "first",
                "2025-01",
                "contradicts line 2: 2025-01..2025-12 is held by periods that exclude each other "
                "(pension 2025-01..2025-12 (9 of 12) paid employee a.csv:2; "
                "pension 2025-01..2025-12 (4 of 12) back paid employee a.csv:3)",
                ONE_NATURE,
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "faults"), BAD_TABLES.values(), ids=list(BAD_TABLES))
def test_a_bad_table_is_refused_with_its_faults(text: str, faults: Sequence[Fault]) -> None:
    """Headings, lengths, quotes and rows that do not fit are named by place, value and remedy."""
    assert list(faults) == faults_of(text)


def test_a_table_with_another_separator_is_told_so() -> None:
    """One heading with a semicolon in it is a table of another dialect."""
    fault = faults_of("month;kind\n2025-01;养老\n")[-1]
    assert ("month;kind", 1) == (fault.field, fault.column)
    assert "is no known heading (cells are separated by a comma)" == fault.problem


def test_all_faults_of_a_text_come_together() -> None:
    """Faults of headings, cells, rows and between rows stand in one error, in their order."""
    text = (
        "month,kind,base,status,settled_on,余额\n"
        "2025-13,公积金,-1,欠费,2025-06-03,\n"
        "2025-01,养老,4000,正常,,\n"
        "\n"
        "2025-01,养老,5000,正常,,\n"
        "2025-02,养老\n"
        '2025-03,"养"老\n'
    )
    expected = [(1, 6), (2, 1), (2, 2), (2, 3), (2, 5), (4, 1), (5, 1), (6, 3), (7, 1)]
    assert expected == [(fault.line, fault.column) for fault in faults_of(text)]


def test_several_keys_contradict_themselves_each_on_its_own() -> None:
    """Every key with a contradiction has its fault; keys without one have none."""
    rows = "2025-01,{0},4000\n2025-01,{0},5000\n"
    text = "month,kind,base\n" + rows.format("养老") + rows.format("医疗") + "2025-01,失业,1\n"
    assert [3, 5] == [fault.line for fault in faults_of(text)]


def test_a_row_is_checked_as_far_as_it_can_be_read() -> None:
    """A kind and a month that cannot be read do not hide what other cells get wrong together."""
    text = "month,kind,scheme,status,settled_on\n2025-13,公积金,灵活就业,欠费,2025-06-03\n"
    assert ["month", "kind", "status", "settled_on"] == [fault.field for fault in faults_of(text)]


def test_a_row_with_a_fault_hides_no_contradiction_and_makes_none() -> None:
    """Only rows that can be read are held against each other."""
    text = "month,kind,base\n2025-01,养老,4000\n2025-01,养老,4,000\n"
    assert [(3, 4)] == [(fault.line, fault.column) for fault in faults_of(text)]


def test_the_message_names_the_place_the_value_and_the_remedy() -> None:
    """A fault prints as source, line, column, heading, value, problem and what would be right."""
    with pytest.raises(RecordsError) as caught:
        read_csv("费款所属期,险种,缴费基数\n2025-01,养老,-1\n", source="记录.csv")
    expected = "记录.csv:2:3: 缴费基数: '-1' is negative; expected an amount in yuan above 0"
    assert expected == str(caught.value)


def test_bytes_are_no_text() -> None:
    """A table is text; whoever has bytes knows their encoding and decodes them."""
    with pytest.raises(RecordsError) as caught:
        read_csv(b"month,kind\n")  # type: ignore[arg-type]
    assert (Fault("text", b"month,kind\n", "is of type bytes", "text"),) == caught.value.faults


def test_the_callers_place_is_a_code() -> None:
    """A place that the caller names is held to the form of a code."""
    with pytest.raises(RecordsError) as caught:
        read_csv(CHINESE, area="石家庄")
    assert ("area", "石家庄") == (caught.value.field, caught.value.value)


def test_the_error_can_be_pickled() -> None:
    """Faults cross processes whole."""
    error = RecordsError(*faults_of("month,kind\n2025-13,养老\n"))
    assert error.faults == pickle.loads(pickle.dumps(error)).faults  # noqa: S301


# Round trip.


def as_text(history: ContributionHistory, *, is_chinese: bool) -> str:
    """A history as a table, one row a period."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow((CHINESE if is_chinese else ENGLISH).splitlines()[0].split(","))
    for period in history:
        terms = (period.kind, period.status, period.scheme)
        kind, status, scheme = (term.zh if is_chinese else term.value for term in terms)
        months = (period.months.first, period.months.last)
        days = (period.declared_on, period.settled_on)
        place = (period.employer, period.area)
        row = (*months, kind, period.base, status, *place, scheme, *days, period.count)
        writer.writerow(["" if cell is None else str(cell) for cell in row])
    return buffer.getvalue()


def is_written(history: ContributionHistory) -> bool:
    """Whether a table can say it: it has rows, and no count between two bounds."""
    return len(history) > 0 and not any(isinstance(p.count, tuple) for p in history)


@given(histories().filter(is_written), st.booleans())
def test_a_history_that_was_written_is_read_back_equal(
    history: ContributionHistory, is_chinese: bool
) -> None:
    """Whatever rows can say of a record comes back as it was."""
    assert history == read_csv(as_text(history, is_chinese=is_chinese))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_name_of_an_employer_is_read_back(name: str) -> None:
    """Names may hold commas, quotes and line breaks; only spaces about them are no part of them."""
    period = ContributionPeriod(InsuranceKind.PENSION, "2025-01", employer=name.strip() or None)
    history = ContributionHistory([period])
    assert history == read_csv(as_text(history, is_chinese=True))


@given(st.text(st.sampled_from('month,kind\n\r"2025-1 养老;0\0')))
def test_any_text_is_a_history_or_a_list_of_faults(text: str) -> None:
    """No text brings the reader down: it gives periods, or faults with the source in each."""
    found = attempt("month,kind\n" + text)
    if isinstance(found, ContributionHistory):
        assert len(found) > 0
    else:
        assert {"a.csv"} == {fault.source for fault in found}


def test_bases_stay_exact() -> None:
    """An amount is the decimal that stands in the cell."""
    assert Decimal("2620.50") == one_period("month,kind,base\n2025-01,养老,2620.50\n").base
