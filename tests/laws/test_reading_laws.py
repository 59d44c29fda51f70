"""Laws of reading exports: no row is lost, and what a table says hangs on nothing but what it says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shebao.adapters.frames import MONTH_COLUMNS, to_month_rows
from shebao.adapters.records import Reading, csv_rows, read, read_csv
from shebao.errors import RecordsError
from shebao.model.contributions import key_of
from shebao.model.history import ContributionHistory
from shebao.months import YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import histories

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from shebao.model.contributions import ContributionPeriod

Row = list[str]
Table = list[Row]

#: Columns of a table of one insurance a row, each with what may stand in it, right or wrong.
LONG: Final[Mapping[str, Sequence[str]]] = {
    "费款所属期": ["2025-01", "2025-02", "202503", "2025-02~2025-04", "2025-13"],
    "险种": ["养老", "养老", "失业保险", "职工基本医疗保险", "居民养老保险", "x", ""],
    "单位名称": ["甲公司", "乙公司", ""],
    "缴费基数": ["", "4000", "4,000.00", "-4000", "1000", "0", "5000", "x"],
    "缴费类型": [
        *("正常缴费", "正常缴费", "", "补缴", "欠费", "退费", "补差", "调整", "已退收", "停保"),
        *("未到账", "外地转入"),
    ],
    "个人缴费": ["", "320", "-80", "0"],
    "姓名": ["张三", "王五", ""],
    "结算期": ["", "2025-01", "2025-06"],
    "到账日期": ["", "2025-03-20"],
    "征收品目": ["", "单位缴纳", "个人缴纳"],
    "多年缴费累计月数": ["", "12", "x"],
    "序号": ["", "7"],
    "余额": ["", "abc"],
}
#: Columns of a table of several insurances a row.
WIDE: Final[Mapping[str, Sequence[str]]] = {
    "年月": ["2025-01", "2025-02", "202503"],
    "姓名": ["张三", "王五"],
    "缴费基数": ["", "4000", "0"],
    "缴费状态": ["", "正常缴费", "欠费", "停保"],
    "养老缴费基数": ["", "4000", "0", "-4000", "5000"],
    "养老缴费情况": ["", "●", "△", "-", "○"],
    "养老个人": ["", "8", "0"],
    "失业保险": ["", "●", "12", "0", "-"],
}
NEEDED: Final = ("费款所属期", "险种", "年月", "养老缴费基数")
#: What may stand between the rows of a table, as wide as it or not.
BETWEEN: Final[Table] = [
    *([], ["", ""], ["合计"], ["", "小计", "3"], ["在职人员"], ["说明：x", "", ""]),
    *(["年月", "失业缴费基数"], ["甲", "乙", "丙"], ["2025-01", "养老", *[""] * 12, "多"]),
]
ABOVE: Final[Table] = [[], ["缴费明细"], ["", "打印日期：2025-01-01"], ["经办：甲", "", "复核：乙"]]
STRICT: Final[Mapping[str, Sequence[str]]] = {
    "险种": ["养老", "基本养老保险", "居民养老保险", "职工基本医疗保险", "失业"],
    "缴费基数": ["", "4000", "4000.00", "5000"],
    "缴费状态": ["", "正常缴费", "正常", "补缴", "补收", "欠费", "待缴", "缓缴", "视同缴费"],
    "单位": ["", "甲公司", "乙公司"],
    "参保地": ["", "130100", "110000"],
    "参保类型": ["", "", "职工", "灵活就业人员", "城乡居民"],
    "申报日期": ["", "", "2025-02-10", "2025年6月1日"],
    "到账日期": ["", "", "20250320"],
}


@st.composite
def tables_of(
    draw: DrawFn,
    cells: Mapping[str, Sequence[str]],
    without: frozenset[str] = frozenset(),
) -> Table:
    """Headings in any order, and rows under them; a row of one cell would be a title or a group."""
    names = [name for name in cells if name in NEEDED or draw(st.booleans())]
    headings = draw(st.permutations(names))
    pools = [[cell for cell in cells[name] if cell not in without] for name in headings]
    row = (
        st.tuples(*map(st.sampled_from, pools))
        .map(list)
        .filter(lambda cells: len([*filter(None, cells)]) > 1)
    )
    return [list(headings), *draw(st.lists(row, max_size=8))]


def tables() -> SearchStrategy[Table]:
    """Tables of one insurance a row, or of several."""
    return tables_of(LONG) | tables_of(WIDE)


def records_of(reading: Reading) -> dict[str | None, ContributionHistory]:
    """The records of people that have any months."""
    return {person: each for person, each in reading.histories.items() if len(each)}


def told(reading: Reading) -> set[int]:
    """The rows that tell of months."""
    return {
        row
        for history in reading.histories.values()
        for period in history
        if period.provenance is not None
        for row in period.provenance.rows
    }


def reasons(reading: Reading, shift: int = 0) -> list[tuple[int, str]]:
    """The rows that were set aside with their reasons, as if they stood some rows lower."""
    return [(each.row + shift, each.reason.name) for each in reading.set_aside]


@given(tables(), st.data())
def test_no_row_is_lost(table: Table, data: st.DataObject) -> None:
    """Every row, whatever stands in it, tells of a month or is set aside with a reason."""
    head, *rows = table
    between = st.lists(st.sampled_from([*BETWEEN, head]), max_size=2)
    mixed = [each for row in rows for each in (*data.draw(between), row)]
    reading = read([head, *mixed])
    assert set(range(1, len(mixed) + 2)) == told(reading) | {each.row for each in reading.set_aside}
    assert len(mixed) + 1 == reading.row_count == len(reading.raw)


@given(
    st.lists(st.lists(st.text(max_size=6) | st.sampled_from(["2025-01", "养老", "4"]), max_size=4))
)
def test_no_text_is_too_much(rows: Table) -> None:
    """Under headings any text is read or set aside, and a row that is not understood says why."""
    reading = read([["年月", "险种", "缴费基数"], *rows])
    assert set(range(1, len(rows) + 2)) == told(reading) | {each.row for each in reading.set_aside}
    assert all(
        bool(each.faults) == (each.reason.name == "NOT_UNDERSTOOD") for each in reading.set_aside
    )
    assert all(fault.source == "<rows>" and fault.line for fault in reading.faults)


@given(tables(), st.data())
def test_a_row_said_again_changes_nothing(table: Table, data: st.DataObject) -> None:
    """A row that repeats an earlier one, wherever it stands below it, changes no record.

    Beside a refund it does: how often the month was paid is then not said.
    """
    assume(len(table) > 1)
    assume(not any(cell[:1] == "-" != cell or "退" in cell for row in table for cell in row))
    number = data.draw(st.integers(1, len(table) - 1))
    place = data.draw(st.integers(number + 1, len(table)))
    again = [*table[:place], table[number], *table[place:]]
    assert records_of(read(table)) == records_of(read(again))


@given(tables(), st.data())
def test_the_order_of_rows_says_nothing(table: Table, data: st.DataObject) -> None:
    """Rows in any order make the same record, whatever they add to each other or take back."""
    head, *rows = table
    shuffled = data.draw(st.permutations(rows))
    assert records_of(read([head, *rows])) == records_of(read([head, *shuffled]))


@given(tables_of(LONG, frozenset(["2025-02~2025-04"])), st.data())
def test_the_order_of_rows_changes_no_reason(table: Table, data: st.DataObject) -> None:
    """In any order as many rows, each of one month and insurance, are set aside for each reason.

    Which of two rows that say the same is the duplicate hangs on the order: it is the later one.
    """
    head, *rows = table
    shuffled = data.draw(st.permutations(rows))
    one, other = read([head, *rows]), read([head, *shuffled])
    assert Counter(each.reason for each in one.set_aside) == Counter(
        each.reason for each in other.set_aside
    )


@given(tables(), st.data())
def test_the_order_of_columns_says_nothing(table: Table, data: st.DataObject) -> None:
    """A table with its columns in another order has the same records and the same rows set aside."""
    order = data.draw(st.permutations(range(len(table[0]))))
    turned = [[row[place] for place in order] for row in table]
    one, other = read(table), read(turned)
    assert records_of(one) == records_of(other)
    assert reasons(one) == reasons(other)


@given(tables())
def test_people_are_read_apart(table: Table) -> None:
    """The rows of one person alone make the record that they make among those of others."""
    head, *rows = table
    assume("姓名" in head)
    column = head.index("姓名")
    together = records_of(read(table))
    for person in {row[column] for row in rows} - {""}:
        alone = read([head, *(row for row in rows if row[column] == person)])
        assert records_of(alone) == {
            name: record for name, record in together.items() if name == person
        }


@given(tables(), st.lists(st.sampled_from(ABOVE), max_size=4))
def test_titles_and_blank_rows_above_say_nothing(table: Table, above: Table) -> None:
    """Rows above the headings which name no insurance and no time only shift the others."""
    one, other = read(table), read([*above, *table])
    assert records_of(one) == records_of(other)
    assert reasons(one, shift=len(above)) == reasons(other)[len(above) :]
    assert [
        (number, "TITLE" if row else "BLANK") for number, row in enumerate(above, 1)
    ] == reasons(other)[: len(above)]


@given(tables())
def test_rows_that_are_not_kept_say_the_same(table: Table) -> None:
    """Without the rows as they stood, a reading is the same but for these."""
    kept = read(table)
    assert {number: tuple(row) for number, row in enumerate(table, 1)} == kept.raw
    assert attrs.evolve(kept, raw={}) == read(table, keep_raw=False)


@given(tables())
def test_a_table_as_text_says_the_same(table: Table) -> None:
    """A table written as CSV and read from it is the table, whether as one text or as lines."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    assert read(table) == read(csv_rows(text.getvalue()))
    assert read(table) == read(csv_rows(text.getvalue().splitlines(keepends=True)))


#: The headings under which records are written out.
WRITTEN: Final = (
    *("费款所属期", "险种", "缴费基数", "缴费状态", "参保类型", "参保地", "单位名称", "申报日期"),
    "到账日期",
)


def cells_of(period: ContributionPeriod) -> list[object]:
    """What a period says besides its months."""
    return [
        period.kind.zh,
        period.base,
        period.status.zh,
        period.scheme.zh,
        period.area,
        period.employer,
        period.declared_on,
        period.settled_on,
    ]


def month_rows(history: ContributionHistory, form: str = "{:%Y-%m}") -> list[list[object]]:
    """A record with a row for each month."""
    rows = [
        [form.format(month.first_day), *cells_of(period)]
        for period in history
        for month in period.months
    ]
    return [list(WRITTEN), *rows]


@given(histories(with_counts=False, longest=8))
def test_a_record_comes_back_from_its_months(history: ContributionHistory) -> None:
    """Any record that is written out month by month is read back, and every row is understood."""
    reading = read(month_rows(history))
    assert history == reading.histories.get(None, ContributionHistory())
    assert reading.is_understood


@given(histories(with_counts=False, longest=8))
def test_a_record_comes_back_from_the_rows_of_frames(history: ContributionHistory) -> None:
    """The rows for data frames, their terms in Chinese, are read as a table too."""
    rows = [
        row
        | {
            "kind": InsuranceKind(str(row["kind"])).zh,
            "status": PaymentStatus(str(row["status"])).zh,
            "scheme": Scheme(str(row["scheme"])).zh,
        }
        for row in to_month_rows(history)
    ]
    reading = read([list(MONTH_COLUMNS), *(list(row.values()) for row in rows)])
    assert history == reading.histories.get(None, ContributionHistory())


def is_apart(period: ContributionPeriod, others: Iterable[ContributionPeriod]) -> bool:
    """Whether a period may be counted: by one number, and over no other months of its employer."""
    if period.count is None:
        return True
    low, high = period.months.pair
    own = [each for each in others if key_of(each) == key_of(period)]
    return type(period.count) is int and 1 == sum(
        each.between(low, high) is not None for each in own
    )


@given(histories())
def test_a_record_comes_back_from_its_spans(history: ContributionHistory) -> None:
    """Any record is read back from rows of a first and a last month and how many they are.

    A number of months over others of the same employer may count these again, and is not read.
    """
    periods = [period for period in history if is_apart(period, history)]
    table = [
        [period.months.first, period.months.last, period.at_least, *cells_of(period)]
        for period in periods
    ]
    head = ["起始年月", "终止年月", "月数", *WRITTEN[1:]]
    expected = ContributionHistory(periods)
    assert expected == read([head, *table]).histories.get(None, ContributionHistory())


@given(histories(with_counts=False, longest=8), st.data())
def test_spans_split_into_parts_say_the_same(
    history: ContributionHistory, data: st.DataObject
) -> None:
    """A span in one row, or cut at any month into two, is the months that it is made of."""
    rows: list[list[object]] = []
    for period in history:
        first, last = period.months.pair
        cut = data.draw(st.integers(first, last))
        parts = [(first, cut), (cut + 1, last)] if cut < last else [(first, last)]
        rows += [
            [f"{YearMonth.from_ordinal(low)}~{YearMonth.from_ordinal(high)}", *cells_of(period)]
            for low, high in parts
        ]
    assert read(month_rows(history)).histories == read([WRITTEN, *rows]).histories


@pytest.mark.parametrize(
    "form", ["{:%Y%m}", "{:%Y.%m}", "{:%Y/%m}", "{:%Y年%m月}", "{:%Y-%m-%d}", "{:%Y%m%d}", "{}"]
)
@given(history=histories(with_counts=False, max_size=3, longest=4))
def test_months_say_the_same_in_every_form(form: str, history: ContributionHistory) -> None:
    """202501, 2025.01, 2025/01, 2025年01月 and any day of the month are 2025-01."""
    assert read(month_rows(history)).histories == read(month_rows(history, form)).histories


@given(histories(with_counts=False, max_size=3, longest=4))
def test_values_say_what_their_texts_say(history: ContributionHistory) -> None:
    """Numbers, amounts and days are read as values or as the texts of them."""
    values = month_rows(history)
    texts = [["" if cell is None else str(cell) for cell in row] for row in values]
    assert read(values).histories == read(texts).histories


@st.composite
def strict_tables(draw: DrawFn) -> Table:
    """Tables of known headings and known words, which the strict reader may accept.

    A row without a status has a base where there is a column for it: in an export, a row that names
    neither an amount nor what became of the month says that nothing was contributed.
    """
    names = [name for name in STRICT if name == "险种" or draw(st.booleans())]
    times = draw(st.sampled_from([["费款所属期"], ["起始年月", "终止年月"]]))
    rows: Table = []
    for _ in range(draw(st.integers(1, 5))):
        months = sorted(draw(st.tuples(*[st.integers(1, 6)] * len(times))))
        said = {name: draw(st.sampled_from(STRICT[name])) for name in names}
        if not said.get("缴费基数") and not said.get("缴费状态"):
            said |= {name: "4000" for name in said if name == "缴费基数"}
        rows.append([f"2025-{month:02}" for month in months] + list(said.values()))
    order = draw(st.permutations(range(len(times) + len(names))))
    return [[row[place] for place in order] for row in [[*times, *names], *rows]]


@given(strict_tables(), st.sampled_from([None, "440100"]))
def test_what_the_strict_reader_takes_is_read_the_same(table: Table, area: str | None) -> None:
    """A table in the one form of ``read_csv`` gives the same record here, with nothing not understood."""
    text = "".join(",".join(row) + "\n" for row in table)
    try:
        expected = read_csv(text, area=area)
    except RecordsError:
        assume(False)
    reading = read(csv_rows(text), area=area)
    assert expected == reading.history
    assert reading.is_understood
