"""Feeds random and mutated inputs to every reader, and tells what it should not have done.

Every input has to end in a value, or in a ``ShebaoError`` whose faults have a place: never in any
other exception, and in time. Of a table each row stands in the provenance of a period or is set
aside; what is not understood has its source and line; a record can be counted; a document that was
read is written and read again as the same value. Each failure is told once, with a small input::

    python tools/fuzz_readers.py --count 200000 --seed 1
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

import attrs

import shebao as sb
from shebao.adapters.plain.catalogue import classes
from shebao.adapters.schemas import definitions
from shebao.adapters.tables import Record
from shebao.model.contributions import ContributionPeriod

Given = dict[str, Any]
Table = list[list[str]]
T = TypeVar("T")

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = Path(sb.__file__).parent
ON: Final = date(2026, 1, 29)
#: Seconds of computing in which the reading of an input has to end.
LIMIT: Final = 5.0
#: Seconds in which a failing input is made smaller.
SHRINKING: Final = 5.0


class BrokenPromiseError(Exception):
    """A value, or an error, that is not what the documentation promises."""


class HangError(BaseException):
    """Reading takes too long; a BaseException, so that no reader takes it for its own."""


@attrs.frozen
class Reader:
    """A reader, what is promised of its values, and what is a place for it."""

    call: Callable[[Given], Any]
    check: Callable[[Given, Any], None]
    is_placed: Callable[[Given, sb.Fault], bool]


@attrs.frozen
class Case:
    """An input of a reader."""

    reader: str
    given: Given


@attrs.define
class Failure:
    """What went wrong, how often, and with which input."""

    case: Case
    trace: str
    number: int = 1


# Pieces ------------------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    return text.split()


#: What no cell should hold, or what readers may take for something else.
NASTY: Final = (
    *_words(
        "- — ● △ ○ 合计 小计 合计：3人 null 无 nan None 0 -1 -0.00 1e5 NaN Infinity 1,23 , 1.5 24:00"
    ),
    *_words(
        "9999-12 999912 0000-00 000001 000101 2025-13 2025-00 99991231 2025-02-30 2025-01-31T12:00"
    ),
    *_words(
        "２０２５０１ ２０２５年１月 ٢٠٢٥٠١ ²⁰²⁵01 二〇二五年一月 𝟚𝟘𝟚𝟝𝟘𝟙 ①② ㋀ ㍻ 😀 👨‍👩‍👧 ﷺ =1+1 a/b // % ¥4000"
    ),
    *_words("4000元 12个月 -9 99999 130102199003077719 11010519491231002X 111111111111111 '"),
    *("", " ", "\u3000", '"', '""', '"甲', "\0", "\ufeff", "\u200b", "\r", "\n", "甲\n乙", "\x85"),
    *("\u2028", "\ud800", "9" * 30, "-" + "9" * 20, "0" * 40, "x" * 200, "养老" * 50, "(" * 100),
    *("1" * 400, "2025-01-" * 30, "险种/" * 30, "a," * 60),
)
#: Texts that are too long for what takes the square of their length.
LONG: Final = (
    "1" * 30_000 + "x",
    "计" * 30_000,
    "-" * 30_000,
    " " * 30_000,
    "1," * 15_000,
    "(" * 30_000,
)
PIECES: Final = (
    *(",", ",", ",", "\n", "\n", "\r\n", "\r", '"', '""', "\t", ";", "\0", "\ufeff", " ", "\x0c"),
    *_words(
        "费款所属期 险种 缴费基数 缴费状态 单位 起始年月 终止年月 月数 month kind 养老 医疗 失业保险"
    ),
    *_words(
        "202501 2025-02 4000 -320.00 正常 补缴 欠费 退费 甲 合计 年份 2020年度 1月 2月 基数 个人 /"
    ),
    *_words("养老/基数 序号 姓名 王"),
)
#: What may stand where a text belongs, or an argument.
JUNK: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 3, 202501, 10**20, 10**5000, 2.5, 4000.0, -0.0, 1e308, 1e-320, 2j),
    *(
        float("nan"),
        float("inf"),
        Fraction(1, 3),
        b"202501",
        bytearray(b"x"),
        timedelta(1),
        range(3),
    ),
    *map(Decimal, _words("4000.10 NaN sNaN -0 Infinity 1E+1000 1E-1000 1E+9")),
    *(date(2025, 1, 31), date.min, date.max, datetime(2025, 1, 1, tzinfo=UTC), datetime.max),  # noqa: DTZ901
    *([], ["202501"], (), {}, {"a": [None]}, {1}, object(), str, len, ..., sb.PENSION),
    *(sb.YearMonth(2025, 1), sb.MonthSpan("2025-01", "2025-02"), *NASTY),
)
MONTHS: Final = _words("202001 202002 2020-02 2020年3月 2020.03 202004 2020-05 20200601")
DAYS: Final = [*_words("2020-09-15 2020-06-30 20200501 2020/4/1"), "2021-01-01 12:30:00", ""]
AMOUNTS: Final = ["", *_words("4000 4,000.00 500 -4000 -320.00 0.00 320 3500.5")]
COUNTS: Final = ["", *_words("0 1 3 9 12 13 6个月 2.0")]
STATES: Final = [
    *_words(
        "正常缴费 正常应缴 补缴 补收 欠费 退费 已退费 补差 调整 转入 缓缴 待缴 视同缴费 停保 参保缴费"
    ),
    *("", *_words("足额到帐 已到账 未到账 - ● △ ○ 补比例")),
]
KINDS: Final = [
    *_words("养老 养老 养老保险 医疗保险 职工基本医疗保险（含生育） 失业保险(个人缴纳) 工伤 生育"),
    *("", *_words("失业保险(单位缴纳) 城乡居民养老保险 企业职工基本养老保险 110 310 210 大病保险")),
]
#: The headings that a made-up table may have, with what may stand under them.
WHEN: Final = (
    (("费款所属期", "缴费年月", "年月", "month", "对应费款所属期"), MONTHS),
    (
        ("起止年月", "缴费起止时间"),
        ("202001-202006", "2020.01—2020.03", "202003至202002", "202004"),
    ),
    (("年份", "年度"), ("2019", "2020", "2020年", "2021年度")),
    (("月份", "月"), ("1", "2", "3月", "04", "12月份", "13")),
)
WHAT: Final = (
    (("险种", "险种类型", "kind"), KINDS),
    (("险种",), ("养老", "医疗")),
    (("缴费基数", "个人缴费基数", "base", "养老保险缴费基数", "医疗保险/缴费基数"), AMOUNTS),
    (("缴费状态", "到账标志", "status", "缴费类型", "应缴类型"), STATES),
    (("缴费标志", "业务类型"), STATES),
    (("是否欠费",), ("是", "否", "无", "")),
    (("个人缴费", "单位缴费", "应缴金额", "养老个人缴费额", "医保个人缴费额"), AMOUNTS),
    (("单位名称", "employer", "单位编号"), ("甲公司", "乙公司", "", "10001")),
    (("参保地",), ("130100", "石家庄市", "北京", "")),
    (("参保类型", "scheme"), ("职工", "灵活就业", "城乡居民", "flexible", "")),
    (("姓名", "证件号码", "个人编号"), ("王小明", "李小红", "130102199003077719", "")),
    (("月数", "缴费月数", "count"), COUNTS),
    (("台账年月", "结算期", "到账年月"), MONTHS),
    (("申报日期", "到账日期", "declared_on", "settled_on"), DAYS),
    (("征收品目", "缴费项目"), ("单位缴纳部分", "个人缴纳部分", "基数", "")),
    (("多年缴费累计月数", "视同缴费月数", "补收/补缴", "本年补退历年缴费月数"), COUNTS),
    (("失业保险", "1月", "2月", "12月", "养老/3月"), ("●", "△", "○", "-", "4000", "")),
    (("备注", "没有的", "", "公务员补助", "序号"), ("", "1", "x")),
)
PLAIN: Final[Sequence[tuple[str, Sequence[str]]]] = (
    *(("缴费基数", AMOUNTS), ("缴费状态", STATES), ("单位", ("甲", "乙", "")), ("月数", COUNTS)),
    *(("参保地", ("130100", "")), ("参保类型", ("职工", "灵活就业", "居民", ""))),
    *(("申报日期", DAYS), ("到账日期", DAYS)),
)
PAIR: Final = (("起始年月", "终止年月"), ("费款所属期起", "费款所属期止"), ("first", "last"))
TITLES: Final = (
    "养老保险缴费明细",
    "2020年度",
    "姓名：王小明",
    "费款所属期：2020-02",
    "失业 2019年度 2020年",
)


@cache
def _samples() -> tuple[Table, ...]:
    """The tables of all known sources, as cells."""
    paths = sorted((ROOT / "tests" / "formats").glob("*.csv"))
    return tuple(list(csv.reader(io.StringIO(each.read_text("utf-8")))) for each in paths)


# Tables ------------------------------------------------------------------------------------------


def _some(rng: Random, choices: Iterable[T]) -> T:
    return rng.choice(tuple(choices))


def _made_table(rng: Random) -> Table:
    """A table with random columns that are known, of few people, employers and months."""
    columns = [(_some(rng, names), pool) for names, pool in rng.sample(WHAT, rng.randint(1, 7))]
    if rng.random() < 0.3:
        columns += [(name, MONTHS) for name in _some(rng, PAIR)]
    else:
        columns += [
            (_some(rng, names), pool) for names, pool in rng.sample(WHEN, rng.choice((1, 1, 2)))
        ]
    rng.shuffle(columns)
    head = [name for name, _ in columns]
    rows = [[_some(rng, pool) for _, pool in columns] for _ in range(rng.randint(0, 10))]
    above = [[_some(rng, TITLES)] for _ in range(rng.choice((0, 0, 0, 1, 2)))]
    return [*above, head, *rows]


def _table(rng: Random) -> Table:
    if rng.random() < 0.5:
        return _made_table(rng)
    table = [[*row] for row in _some(rng, _samples())]
    if len(table) > 14:  # the headings, and some of the rows below
        start = rng.randrange(8, len(table) - 3)
        table = [*table[:8], *table[start : start + 6]]
    return table


def _swap(table: Table, rng: Random) -> None:
    one, other = _some(rng, table), _some(rng, table)
    if one and other:
        here, there = rng.randrange(len(one)), rng.randrange(len(other))
        one[here], other[there] = other[there], one[here]


def _replace(table: Table, rng: Random) -> None:
    row = _some(rng, table)
    if row:
        row[rng.randrange(len(row))] = _some(rng, NASTY)


def _replace_like(table: Table, rng: Random) -> None:
    """Something else that may stand in tables, in one cell or in a whole column."""
    texts = _some(rng, (MONTHS, DAYS, AMOUNTS, COUNTS, STATES, KINDS))
    column = rng.randrange(max(map(len, table)) or 1)
    for row in table if rng.random() < 0.2 else [_some(rng, table)]:
        if column < len(row):
            row[column] = _some(rng, texts)


def _delete_cell(table: Table, rng: Random) -> None:
    row = _some(rng, table)
    if row:
        del row[rng.randrange(len(row))]


def _double_cell(table: Table, rng: Random) -> None:
    row = _some(rng, table)
    if row:
        row.insert(rng.randrange(len(row)), _some(rng, row))


def _permute(table: Table, rng: Random) -> None:
    order = [*range(max(map(len, table)))]
    rng.shuffle(order)
    table[:] = [[row[place] for place in order if place < len(row)] for row in table]


def _drop_column(table: Table, rng: Random) -> None:
    place = rng.randrange(max(map(len, table)) or 1)
    for row in table:
        del row[place : place + 1]


def _add_column(table: Table, rng: Random) -> None:
    names, pool = _some(rng, WHAT + WHEN)
    for row in table:
        row.append(_some(rng, pool))
    _some(rng, table[:4])[-1] = _some(rng, names)


def _shuffle(table: Table, rng: Random) -> None:
    top = rng.choice((0, 1, 2))
    body = table[top:]
    rng.shuffle(body)
    table[top:] = body


def _repeat(table: Table, rng: Random) -> None:
    table.insert(rng.randrange(len(table) + 1), [*_some(rng, table)])


def _drop_row(table: Table, rng: Random) -> None:
    del table[rng.randrange(len(table))]


def _insert_row(table: Table, rng: Random) -> None:
    width = max(map(len, table))
    head = [*_some(rng, _made_table(rng))]
    row = _some(
        rng, ([], [""] * width, ["合计"], [_some(rng, TITLES)], [_some(rng, NASTY)] * width, head)
    )
    table.insert(rng.randrange(len(table) + 1), [*row])


def _join(table: Table, rng: Random) -> None:
    """Another table below, which may have other columns."""
    table += _made_table(rng)


def _lengthen(table: Table, rng: Random) -> None:
    _some(rng, table).extend([_some(rng, NASTY)] * rng.randint(1, 3))


CHANGES: Final = (
    *(
        _swap,
        _replace,
        _replace,
        _replace,
        _replace_like,
        _replace_like,
        _delete_cell,
        _double_cell,
    ),
    *(
        _permute,
        _drop_column,
        _add_column,
        _shuffle,
        _repeat,
        _repeat,
        _drop_row,
        _insert_row,
        _join,
    ),
    *(_lengthen,),
)


def _mutated(rng: Random) -> Table:
    table = _table(rng)
    for _ in range(rng.choice((0, 1, 1, 2, 3, 6))):
        if table:
            _some(rng, CHANGES)(table, rng)
    if table and rng.random() < 0.001:
        row = _some(rng, table)
        row[:1] = [_some(rng, LONG)]
    return table


def _text(rng: Random) -> str:
    """A table as text, torn here and there, or random text."""
    if rng.random() < 0.1:
        return "".join(rng.choices(PIECES, k=rng.randint(0, 60)))
    out = io.StringIO()
    end = rng.choice(("\n", "\n", "\r\n", "\r"))
    is_quoted = rng.random() < 0.3
    writer = csv.writer(
        out, lineterminator=end, quoting=csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL
    )
    writer.writerows(_mutated(rng))
    text = rng.choice(("", "", "\ufeff")) + out.getvalue()
    if rng.random() < 0.15:
        for _ in range(rng.randint(1, 3)):
            place = rng.randrange(len(text) + 1)
            text = text[:place] + rng.choice(PIECES) + text[place + rng.choice((0, 1, 1, 5)) :]
    return text


def _options(rng: Random) -> Given:
    """What the caller says of a table: all of it may be said."""
    own = {
        _some(rng, _some(rng, WHAT)[0]): rng.choice(
            (None, "base", "status", "pension.base", "month")
        )
    }
    choices: Given = {
        "source": ("a.csv", "", "王小明130102199003077719"),
        "area": ("130100", None),
        "kind": (sb.PENSION, sb.PENSION, sb.MEDICAL, sb.UNEMPLOYMENT),
        "year": (2020, 2025),
        "month": ("2020-02", sb.YearMonth(2025, 1), date(2020, 3, 1)),
        "columns": (own, {}, sb.records.ColumnMap(own)),
        "words": (
            {_some(rng, STATES): _some(rng, sb.records.Effect)},
            {},
            sb.records.StatusWords(),
        ),
        "codes": ("mohrss", "nhsa"),
        "keep_raw": (False, True),
    }
    return {name: rng.choice(each) for name, each in choices.items() if rng.random() < 0.4}


def _read_texts(rng: Random) -> Iterator[Case]:
    text = _text(rng)
    yield Case("read", {"text": text, "lines": rng.random() < 0.1, "options": _options(rng)})
    if rng.random() < 0.5:
        text = _plain_text(rng)
    yield Case("read_csv", {"text": text, "area": rng.choice((None, "130100"))})


def _plain_text(rng: Random) -> str:
    """A table of the headings that ``read_csv`` knows, with more or less right cells."""
    columns: list[tuple[str, Sequence[str]]] = [("险种", KINDS[:5])]
    columns += [(name, MONTHS) for name in rng.choice((("费款所属期",), ("起始年月", "终止年月")))]
    columns += rng.sample(PLAIN, rng.randint(0, 5))
    doubt = rng.choice((0.0, 0.0, 0.2, 1.0))
    table = [[name for name, _ in columns]]
    for row in range(rng.randint(1, 6)):
        usual = [pool[row % len(pool)] if pool is MONTHS else pool[0] for _, pool in columns]
        rest = zip(usual, columns, strict=True)
        table.append(
            [_some(rng, pool) if rng.random() < doubt else cell for cell, (_, pool) in rest]
        )
    if doubt and rng.random() < 0.5:
        _some(rng, CHANGES)(table, rng)
    out = io.StringIO()
    csv.writer(out).writerows(table)
    return out.getvalue()


def _read_rows(rng: Random) -> Iterator[Case]:
    """Rows of cells of any type."""
    rows: list[Any] = [[*row] for row in _mutated(rng)]
    for _ in range(rng.choice((0, 1, 2, 4))):
        row = rng.choice(rows) if rows else None
        if row:
            row[rng.randrange(len(row))] = rng.choice(JUNK)
    if rng.random() < 0.2:
        rows = [tuple(row) for row in rows]
    yield Case("read rows", {"rows": rows, "options": _options(rng)})


# Frames ------------------------------------------------------------------------------------------


class NAType:
    """Named as what pandas has for None."""


NUMBERS: Final = (1, 2, 3, 9, 12, 4.0, "7", 0, -1, None, True, 2.5, "3-5")
CELLS: Final[Mapping[str, tuple[Any, ...]]] = {
    "kind": ("pension", "pension", "medical", sb.UNEMPLOYMENT, "养老"),
    "month": ("2020-01", date(2020, 2, 1), datetime(2020, 3, 1), sb.YearMonth(2020, 4), "202005"),  # noqa: DTZ001
    "first_month": ("2020-01", date(2020, 2, 1), "2020-05"),
    "last_month": ("2020-06", date(2020, 12, 1), "2020-05", "9999-12"),
    "at_least": NUMBERS,
    "at_most": NUMBERS,
    "base": ("4000", 4000, Decimal("4000.00"), 4000.0, None, "", Decimal("NaN"), -5),
    "status": ("paid", "back_paid", sb.PaymentStatus.ARREARS, None, "deferred", "deemed"),
    "scheme": ("employee", "flexible", sb.Scheme.RESIDENT, None),
    "area": ("130100", None, "110000", 130100),
    "employer": ("甲", "乙", None, ""),
    "declared_on": (date(2020, 2, 3), "2020-07-01", None, NAType()),
    "settled_on": (date(2020, 2, 3), "2020-07-01", None, float("nan")),
    "source": ("b.csv", "", None),
    "row": NUMBERS,
    "other_rows": ("3-13,20", "4", "5-999999999999", "22-30/2", None, 7, "9-3", "2,2", "0"),
}


def _read_frames(rng: Random) -> Iterator[Case]:
    """Rows of data frames: most of them right but for a few cells."""
    rows: list[Any] = []
    for _ in range(rng.randint(0, 6)):
        names = {"kind", *rng.choice((("month",), ("first_month", "last_month")))}
        names |= {*rng.sample([*CELLS], rng.randint(0, 4))}
        row: dict[Any, Any] = {name: rng.choice(CELLS[name]) for name in sorted(names)}
        for _ in range(rng.choice((0, 0, 0, 1, 2))):
            name = rng.choice([*row, rng.choice(("foo", "Kind", 1, None, (), sb.PENSION, ""))])
            row[name] = rng.choice(JUNK)
        rows.append(row)
    if rows and rng.random() < 0.02:
        rows[rng.randrange(len(rows))] = rng.choice(JUNK)
    yield Case("from_rows", {"rows": rows, "area": rng.choice((None, "130100"))})


# Documents ---------------------------------------------------------------------------------------

TEXTS: Final = (
    *_words(
        "2025-01 2020-12 9999-12 0000-01 2025-01-31 2025-02-30 0000-00-00 4000 2620.50 -1 1E+5"
    ),
    *_words("1E+9999 9E9999 1/3 1/0 -7/2 0 130100 paid pension 张三 甲 12345678901234567890.12"),
    *_words("2025-01-31T12:00:00 2025-01-31T12:00:00+08:00 2025-01-31T25:00:00 11010519491231002X"),
    *("2025-01-31T12:00:00.000001+23:59", "1234-12-31T00:00+99:99", *NASTY),
)
SCALARS: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, 1, -1, 3, 12, 2**53, -(2**53), 10**20, 10**5000, 2.5, float("nan")),
    *([], {}, [[]], {"": None}, {"type": "Person"}, {"type": []}, {"shebao": 2}, {"type": "Fact"}),
    *({"type": "date", "value": "2025-02-30"}, {"first": "2025-01", "last": "2024-01"}, *TEXTS),
)
NOT_JSON: Final[tuple[Any, ...]] = (
    (),
    {1},
    b"x",
    Decimal(1),
    object(),
    {1: 2},
    {None: 1},
    ON,
    sb.PENSION,
)


@cache
def _documents() -> tuple[Given, ...]:
    """Documents of real values."""
    months = sb.MonthSpan("2010-01", "2025-12")
    paid = [
        ContributionPeriod(kind, months, base=4000, area="130100", employer="甲")
        for kind in sb.InsuranceKind
    ]
    late = ContributionPeriod(
        sb.PENSION,
        "2009-01..2009-12",
        count=(3, 9),
        provenance=sb.Provenance.of("a.csv", [3, 4, 9]),
    )
    history = sb.ContributionHistory([*paid, late])
    person = sb.Person(birth=date(1965, 12, 3), sex=sb.Sex.MALE, label="甲")
    ties = sb.FamilyTie(person, attrs.evolve(person, label="乙"), sb.Kinship.SPOUSE)
    reading = sb.records.read([["年月", "险种"], ["2025-01", "养老"], ["x", "养老"]])
    values: tuple[object, ...] = (
        *(history, history.as_of(date(2012, 5, 5)), person, ties, late, paid[0], *reading.faults),
        sb.pension.eligibility(person, history, on=ON),
        sb.maternity.cover(history, on=ON, area="130100"),
        sb.medical.continuity(history, on=ON, area="130100"),
        sb.counting.cumulative(history, sb.PENSION, on=ON),
        sb.overview(person, history, on=ON),
    )
    return tuple(sb.to_dict(value) for value in values)


@cache
def _definitions() -> dict[str, Any]:
    return definitions()


@cache
def _matching(pattern: str) -> tuple[str, ...]:
    return tuple(text for text in TEXTS if re.search(pattern, text)) or TEXTS


def _fits(schema: Mapping[str, Any], rng: Random, depth: int = 0) -> Any:  # noqa: ANN401
    """Data of the form that a schema asks for, no deeper than some levels."""
    if depth > 8:
        return None
    for key, fits in _FITS.items():
        if key in schema:
            return fits(schema, rng, depth + 1)
    kinds = schema.get("type")
    kind = rng.choice(kinds) if isinstance(kinds, list) else kinds
    if kind == "string":
        return rng.choice(_matching(schema.get("pattern", "")))
    return rng.choice(_PLAIN.get(kind, SCALARS))


def _fits_ref(schema: Mapping[str, Any], rng: Random, depth: int) -> Any:  # noqa: ANN401
    return _fits(_definitions()[schema["$ref"].rpartition("/")[2]], rng, depth)


def _fits_any(schema: Mapping[str, Any], rng: Random, depth: int) -> Any:  # noqa: ANN401
    options = schema["anyOf"]
    light = [each for each in options if each.get("type") in ("null", "string", "boolean")]
    return _fits(rng.choice(light if depth > 5 and light else options), rng, depth)


def _fits_named(schema: Mapping[str, Any], rng: Random, depth: int) -> Any:  # noqa: ANN401
    """An object with its type, which its own schema only allows."""
    of = schema["allOf"][0]
    made = _fits(of, rng, depth)
    if isinstance(made, dict) and "$ref" in of:
        made.setdefault("type", of["$ref"].rpartition("/")[2].removesuffix(".boxed"))
    return made


def _fits_object(schema: Mapping[str, Any], rng: Random, depth: int) -> Given:
    required = schema.get("required", ())
    made = {
        name: _fits(each, rng, depth + 1)
        for name, each in schema.get("properties", {}).items()
        if name in required or (name not in ("shebao", "type") and rng.random() < 0.5)
    }
    if isinstance(schema.get("additionalProperties"), dict):
        some = rng.sample(TEXTS, rng.randint(0, 2))
        made |= {name: _fits(schema["additionalProperties"], rng, depth + 1) for name in some}
    return made


def _fits_items(schema: Mapping[str, Any], rng: Random, depth: int) -> list[Any]:
    return [_fits(schema["items"], rng, depth) for _ in range(rng.choice((0, 1, 1, 2)))]


#: What makes data for a schema, by the first of these keys that it has.
_FITS: Final[Mapping[str, Callable[[Mapping[str, Any], Random, int], Any]]] = {
    "$ref": _fits_ref,
    "anyOf": _fits_any,
    "allOf": _fits_named,
    "const": lambda schema, _rng, _depth: schema["const"],
    "enum": lambda schema, rng, _depth: rng.choice(schema["enum"]),
    "prefixItems": lambda schema, rng, depth: [_fits(x, rng, depth) for x in schema["prefixItems"]],
    "items": _fits_items,
    "properties": _fits_object,
    "additionalProperties": _fits_object,
}
_PLAIN: Final[Mapping[str | None, tuple[Any, ...]]] = {
    "integer": (0, 1, 2, 3, 12, 15, 2025, -1, 2**53 - 1),
    "boolean": (True, False),
    "null": (None,),
}


def _places(data: object) -> Iterator[tuple[Any, Any]]:
    """Every container in a document, with each of its keys."""
    keys: Iterable[Any] = ()
    if isinstance(data, dict):
        keys = [*data]
    elif isinstance(data, list):
        keys = range(len(data))
    for key in keys:
        yield data, key
        yield from _places(data[key])  # type: ignore[index]


def _copy(data: Any) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        return {key: _copy(each) for key, each in data.items()}
    return [_copy(each) for each in data] if isinstance(data, list) else data


def _spoil(document: Given, rng: Random) -> None:
    """One change: a key lost, renamed, added or moved, a value replaced, repeated or nested."""
    places = [*_places(document)]
    container, key = rng.choice(places or [(document, "type")])
    value = container.get(key) if isinstance(container, dict) else container[key]
    change = rng.randrange(7)
    if change == 0:
        container.pop(key, None) if isinstance(container, dict) else container.pop(key)
    elif change == 1:
        container[key] = _copy(rng.choice(SCALARS))
    elif change == 2 and isinstance(container, dict):
        container[f"{key}s" if rng.random() < 0.5 else key.upper()] = container.pop(key, None)
    elif change == 3 and isinstance(container, dict):
        container[rng.choice(("shebao", "type", "value", "x", "", "a.b[0]"))] = _copy(
            rng.choice(SCALARS)
        )
    elif change == 4 and isinstance(container, list):
        container.append(_copy(value))
    elif change == 5:
        container[key] = rng.choice(
            ([_copy(value)], {"type": "tuple", "value": [_copy(value)]}, "2025-01")
        )
    else:
        other, place = rng.choice(places or [(document, "type")])
        container[key] = _copy(other.get(place) if isinstance(other, dict) else other[place])


def _deep(rng: Random) -> Any:  # noqa: ANN401
    """Data that are nested deeply."""
    made: Any = rng.choice(SCALARS)
    shape = rng.randrange(4)
    for _ in range(rng.choice((10, 100, 3000))):
        made = (
            [made],
            {"type": "tuple", "value": [made]},
            {"x": made},
            {"shebao": 1, "type": "dict", "value": {"a": made}},
        )[shape]
    return made


def _read_documents(rng: Random) -> Iterator[Case]:
    """Documents, right and spoilt, of a class that is wanted or of any."""
    draw = rng.random()
    data: Any
    if draw < 0.02:
        data = rng.choice((*SCALARS, *NOT_JSON, _deep(rng)))
    else:
        if draw < 0.4:
            data = _copy(rng.choice(_documents()))
        else:
            name = rng.choice([*_definitions()])
            data = _fits({"$ref": f"#/{name}"}, rng)
            tag = name.removesuffix(".boxed")
            data = {
                "shebao": 1,
                "type": tag,
                **(data if isinstance(data, dict) else {"value": data}),
            }
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            _spoil(data, rng)
        if draw > 0.98:
            data[rng.choice([*data, "x"])] = _deep(rng) if draw > 0.99 else rng.choice(NOT_JSON)
    kind = rng.choice(classes()) if rng.random() < 0.1 else None
    yield Case("from_dict", {"data": data, "kind": kind})


# Arguments ---------------------------------------------------------------------------------------

MAPPINGS: Final[tuple[Any, ...]] = (
    *(
        {1: "base"},
        {"a": 1},
        {"a": "base"},
        {"a": "nothing.base"},
        {"a": ".base"},
        {"a": "pension."},
    ),
    *(
        {"a": None},
        {"a": []},
        {None: None},
        {"未到账": "arrears"},
        {"甲": None},
        {(): ()},
        [("a", "b")],
    ),
    *(
        {"a": ""},
        {"": "base"},
        {"a": "ignored"},
        {"a": sb.records.Effect.PAID},
        {"a": sb.PaymentStatus.PAID},
    ),
    *(["a"], "ab", {"险种": "kind"}, {"险种": {}}, {True: True}),
)
_TABLE: Final = [["费款所属期", "险种", "缴费基数"], ["202501", "养老", "4000"], ["1", "110", ""]]
_TEXT: Final = "费款所属期,险种,缴费基数\n202501,养老,4000\n"
_CONTENTS: Final[tuple[Any, ...]] = (
    _TABLE,
    [None],
    [5],
    ["ab"],
    {"a": 1},
    "ab",
    b"ab",
    [[], []],
    [{}],
    iter(()),
)
CALLS: Final[Mapping[str, tuple[Callable[..., Any], Given]]] = {
    "read": (sb.records.read, {"rows": _TABLE}),
    "read_csv": (sb.records.read_csv, {"text": _TEXT}),
    "csv_rows": (lambda text, **more: [*sb.records.csv_rows(text, **more)], {"text": _TEXT}),
    "from_rows": (sb.frames.from_rows, {"rows": [{"kind": "pension", "month": "2025-01"}]}),
    "from_dict": (sb.from_dict, {"data": {"shebao": 1, "type": "date", "value": "2025-01-31"}}),
    "ColumnMap": (sb.records.ColumnMap, {"given": {}}),
    "StatusWords": (sb.records.StatusWords, {"given": {}}),
}
#: The types that arguments may have; whatever has none of them must not be taken.
TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "text": (str, Iterable),
    "separator": (str,),
    "rows": (Iterable,),
    "data": (dict,),
    "source": (str,),
    "area": (str, type(None)),
    "kind": (sb.InsuranceKind, type, type(None)),
    "year": (int, type(None)),
    "month": (sb.YearMonth, date, str, type(None)),
    "columns": (Mapping, sb.records.ColumnMap, type(None)),
    "words": (Mapping, sb.records.StatusWords, type(None)),
    "codes": (str, type(None)),
    "given": (Mapping,),
}
MORE: Final[Mapping[str, tuple[str, ...]]] = {
    "read": ("source", "area", "kind", "year", "month", "columns", "words", "codes"),
    "read_csv": ("source", "area"),
    "csv_rows": ("separator",),
    "from_rows": ("source", "area"),
    "from_dict": ("kind",),
}


def _wrong_arguments(rng: Random) -> Iterator[Case]:
    """Calls with one or two arguments that may be anything."""
    call = rng.choice([*CALLS, "read", "read", "read"])
    arguments = dict(CALLS[call][1])
    names = [*arguments, *MORE.get(call, ()) * 3]
    for name in rng.sample(names, min(len(names), rng.choice((1, 1, 2)))):
        pool = (*JUNK, *MAPPINGS) if name in ("columns", "words", "given") else JUNK
        arguments[name] = rng.choice(
            (*pool, *_CONTENTS) if name in ("rows", "text", "data") else pool
        )
    yield Case("arguments", {"call": call, "arguments": arguments})


def _call(given: Given) -> Any:  # noqa: ANN401
    return CALLS[given["call"]][0](**given["arguments"])


def _check_taken(given: Given, _value: object) -> None:
    """Arguments of another type must not be taken as if they were none."""
    for name, value in given["arguments"].items():
        is_wrong = not isinstance(value, TYPES[name]) or (type(value) is bool and name == "year")
        is_wrong |= name == "codes" and value not in (None, "mohrss", "nhsa")
        if is_wrong:
            _fail(f"{given['call']} takes a wrong {name}", type(value).__name__)


# Promises ----------------------------------------------------------------------------------------


def _fail(promise: str, detail: object = "") -> None:
    raise BrokenPromiseError(promise, str(detail)[:300])


def _rows(given: Given) -> Iterator[Record]:
    text = given["text"]
    return sb.records.csv_rows(text.splitlines(keepends=True) if given["lines"] else text)


def _read_text(given: Given) -> sb.records.Reading:
    return sb.records.read(_rows(given), **given["options"])


def _check_text(given: Given, reading: sb.records.Reading) -> None:
    _check_reading(reading, [record.line for record in _rows(given)], given["options"])


def _read_given(given: Given) -> sb.records.Reading:
    return sb.records.read(iter(given["rows"]), **given["options"])


def _check_rows(given: Given, reading: sb.records.Reading) -> None:
    _check_reading(reading, range(1, len(given["rows"]) + 1), given["options"])


def _check_reading(reading: sb.records.Reading, rows: Iterable[int], options: Given) -> None:
    source = options.get("source", "<rows>")
    numbers = [*rows]
    if reading.row_count != len(numbers):
        _fail("row_count is the number of rows", (reading.row_count, len(numbers)))
    aside = {each.row for each in reading.set_aside}
    told = _told_of(reading, source)
    if {*numbers} - told - aside:
        _fail("every row is told of or set aside", sorted({*numbers} - told - aside))
    if (told | aside) - {*numbers}:
        _fail("every row that is named exists", sorted((told | aside) - {*numbers}))
    for each in reading.set_aside:
        if (each.reason is sb.records.RowReason.NOT_UNDERSTOOD) != bool(each.faults):
            _fail("rows have faults if they are not understood, and only then", each)
        if any((fault.source, fault.line) != (source, each.row) for fault in each.faults):
            _fail("faults have the source and the line of their row", each.faults)
    _tell(reading, *reading.faults, *reading.stated)


def _told_of(reading: sb.records.Reading, source: str) -> set[int]:
    """The rows that periods tell of, all of which are right."""
    told: set[int] = set()
    for history in reading.histories.values():
        _check_history(history)
        for period in history:
            if period.provenance is None or period.provenance.source != source:
                _fail("every period has its provenance", period)
                continue
            told |= {*period.provenance.rows}
            if reading.raw:
                reading.rows_of(period.provenance)
    return told


def _check_history(history: sb.ContributionHistory) -> None:
    """A record is one that the model itself would make, and can be counted."""
    if sb.ContributionHistory(history.periods) != history:
        _fail("a record is what its periods make")
    for kind in history.kinds:
        count = sb.counting.cumulative(history, kind, on=ON)
        if not 0 <= count.at_least <= count.at_most:
            _fail("a count has its bounds in order", count)
    _tell(history)


def _tell(*values: object) -> None:
    for value in values:
        repr(value), str(value)


def _check_only_history(_given: Given, history: sb.ContributionHistory) -> None:
    _check_history(history)


def _check_document(given: Given, value: object) -> None:
    kind = given["kind"]
    if kind is not None and not isinstance(value, kind):
        _fail("the value is of the class that was wanted", type(value))
    document = sb.to_dict(value)
    json.dumps(document, allow_nan=False)
    if sb.from_dict(document, type(value)) != value:
        _fail("what was read is written and read as the same value", document)
    if isinstance(value, sb.ContributionHistory):
        _check_history(value)
    _tell(value)


def _has_line(given: Given, fault: sb.Fault) -> bool:
    """Whether a fault has its source and line, or is one of an option."""
    options = given.get("options", {})
    source = options.get("source", fault.source)
    is_placed = fault.source == source and None not in (source, fault.line)
    return bool(fault.field) and (is_placed or fault.field.partition("[")[0] in options)


def _has_path(_given: Given, fault: sb.Fault) -> bool:
    return bool(fault.field)


READERS: Final[Mapping[str, Reader]] = {
    "read": Reader(_read_text, _check_text, _has_line),
    "read rows": Reader(_read_given, _check_rows, _has_line),
    "read_csv": Reader(lambda given: sb.records.read_csv(**given), _check_only_history, _has_line),
    "from_rows": Reader(lambda given: sb.frames.from_rows(**given), _check_only_history, _has_line),
    "from_dict": Reader(lambda given: sb.from_dict(**given), _check_document, _has_path),
    "arguments": Reader(_call, _check_taken, _has_path),
}
#: The kinds of inputs, with how many of each there are to the others.
SOURCES: Final[Mapping[str, tuple[Callable[[Random], Iterator[Case]], int]]] = {
    "texts": (_read_texts, 8),
    "rows": (_read_rows, 6),
    "frames": (_read_frames, 5),
    "documents": (_read_documents, 6),
    "arguments": (_wrong_arguments, 2),
}


# Running -----------------------------------------------------------------------------------------


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    """Raise HangError where more time is computed than that."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _hang(_number: int, _frame: object) -> None:
    raise HangError


def run(case: Case) -> str:
    """Read an input: how it ends.

    Raises:
        BaseException: whatever readers should not raise.
    """
    reader = READERS[case.reader]
    with _in_time(LIMIT):
        try:
            value = reader.call(case.given)
        except sb.FaultyInputError as error:
            _tell(error)
            if not error.faults or not all(
                reader.is_placed(case.given, each) for each in error.faults
            ):
                _fail(f"every fault has a place, also of {signature(error)}", error)
            return type(error).__name__
        reader.check(case.given, value)
    return "value"


def signature(error: BaseException) -> str:
    """What tells failures apart: the promise, or the exception and where in the package it came up."""
    if isinstance(error, BrokenPromiseError):
        return str(error.args[0])
    frames = traceback.extract_tb(error.__traceback__)
    inner = [each for each in frames if Path(each.filename).is_relative_to(SOURCE)]
    place = "outside"
    if inner:
        last = inner[-1]
        place = f"{Path(last.filename).relative_to(SOURCE)}:{last.lineno} {last.name}"
    return f"{type(error).__name__} at {place}"


def _smaller(value: Any) -> Iterator[Any]:  # noqa: ANN401
    """The same with something left out, large parts first."""
    if isinstance(value, dict):
        for key in value:
            yield {other: each for other, each in value.items() if other != key}
        for key in value:
            yield from ({**value, key: each} for each in _smaller(value[key]))
    elif type(value) in (str, list, tuple):
        yield from _shorter(value)
        for place, item in enumerate(() if type(value) is str else value):
            for each in _smaller(item):
                yield type(value)([*value[:place], each, *value[place + 1 :]])


def _shorter(value: Any) -> Iterator[Any]:  # noqa: ANN401
    size = max(len(value) // 2, min(len(value), 1))
    while size:
        for start in range(0, len(value), size):
            yield value[:start] + value[start + size :]
        size //= 2


def _fails_as(case: Case, name: str) -> bool:
    try:
        run(case)
    except BaseException as error:  # noqa: BLE001
        return signature(error) == name
    return False


def shrunk(case: Case, name: str) -> Case:
    """A smaller input that fails in the same way."""
    until = time.monotonic() + SHRINKING
    is_smaller = True
    while is_smaller:
        is_smaller = False
        for given in _smaller(case.given):
            if time.monotonic() > until:
                return case
            made = Case(case.reader, given)
            if _fails_as(made, name):
                case, is_smaller = made, True
                break
    return case


def fuzz(
    count: int, seed: int, kinds: Iterable[str] = SOURCES, minutes: float | None = None
) -> tuple[Counter[tuple[str, str]], dict[str, Failure]]:
    """Read random inputs, until there are as many or time is over.

    Args:
        count: how many.
        seed: that of the random numbers; the same gives the same inputs.
        kinds: those of ``SOURCES`` that are wanted.
        minutes: the time.

    Returns:
        How often each reader ended how, and the failures by their signatures.
    """
    rng = Random(seed)  # noqa: S311
    chosen = [SOURCES[kind] for kind in kinds]
    until = float("inf") if minutes is None else time.monotonic() + 60 * minutes
    ends: Counter[tuple[str, str]] = Counter()
    failures: dict[str, Failure] = {}
    signal.signal(signal.SIGVTALRM, _hang)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        while ends.total() < count and time.monotonic() < until:
            (make,) = rng.choices([each for each, _ in chosen], [weight for _, weight in chosen])
            for case in make(rng):
                try:
                    end = run(case)
                except KeyboardInterrupt:
                    raise
                except BaseException as error:  # noqa: BLE001
                    end = "FAILURE"
                    _note(case, error, failures)
                ends[case.reader, end] += 1
    return ends, failures


def _note(case: Case, error: BaseException, failures: dict[str, Failure]) -> None:
    name = signature(error)
    if name in failures:
        failures[name].number += 1
        return
    trace = "".join(traceback.format_exception(error)[-4:])
    failures[name] = Failure(case, trace)
    try:
        failures[name].case = shrunk(case, name)
    except RecursionError:
        return  # it is nested too deeply to be taken apart


def _shown(value: object) -> str:
    most = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        text = re.sub("0{40,}", "0…0", repr(value))
    except RecursionError:
        text = "nested too deeply to be shown"
    finally:
        sys.set_int_max_str_digits(most)
    return text if len(text) < 1500 else f"{text[:1500]} … ({len(text)} characters)"


def report(ends: Counter[tuple[str, str]], failures: Mapping[str, Failure]) -> str:
    """What was found, in words."""
    lines = [f"{reader:12} {end:20} {number:8}" for (reader, end), number in sorted(ends.items())]
    lines.append(f"{'':12} {'all':20} {ends.total():8}")
    for name, failure in sorted(failures.items()):
        lines += ["", f"== {name} ({failure.number} times), by {failure.case.reader}"]
        lines += [f"   {_shown(failure.case.given)}", failure.trace[-1500:]]
    return "\n".join([*lines, f"{len(failures)} distinct failures", ""])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=0, help="that of the random numbers")
    parser.add_argument("--minutes", type=float, help="when to stop at the latest")
    parser.add_argument("--kind", choices=[*SOURCES], action="append", help="which inputs")
    given = parser.parse_args()
    ends, failures = fuzz(given.count, given.seed, given.kind or SOURCES, given.minutes)
    sys.stdout.write(report(ends, failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
