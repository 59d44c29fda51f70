"""Rows for data frames: what stands in them, what is read, and what is refused with its place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import pandas as pd
import polars as pl
import pytest

import shebao as sb
from shebao.adapters.frames import (
    CONDITION_COLUMNS,
    DECISION_COLUMNS,
    MONTH_COLUMNS,
    PERIOD_COLUMNS,
    condition_rows,
    decision_row,
    from_rows,
    to_month_rows,
    to_rows,
)
from shebao.decisions import Condition, Decision, Missing, Verdict, all_of, decided
from shebao.errors import Fault, PeriodError, RecordsError, RuleError
from shebao.months import YearMonth
from shebao.questions import Question, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ON: Final = date(2026, 1, 29)
PAID: Final = sb.ContributionPeriod(
    sb.PENSION,
    sb.MonthSpan("2025-09", "2025-10"),
    base="4100.5",
    status=sb.PaymentStatus.BACK_PAID,
    area="130100",
    employer="甲公司",
    declared_on=date(2025, 10, 14),
    settled_on=date(2025, 12, 22),
    provenance=sb.Provenance.of("a.csv", [4, 6, 7, 8, 20]),
)
YEAR: Final = sb.ContributionPeriod(
    sb.MEDICAL, sb.MonthSpan("2003-01", "2003-12"), scheme=sb.Scheme.FLEXIBLE, count=(6, 9)
)
LEAST: Final = {"kind": "pension", "month": date(2025, 1, 1)}


def read(row: Mapping[str, object]) -> sb.ContributionPeriod:
    """The one period of one row."""
    (period,) = from_rows([row])
    return period


def refused(rows: object, **given: object) -> tuple[Fault, ...]:
    """The faults of rows that are refused."""
    with pytest.raises(RecordsError) as caught:
        from_rows(cast("Any", rows), **cast("Any", given))
    return caught.value.faults


def said(faults: Iterable[Fault]) -> list[str]:
    """Faults in words."""
    return list(map(str, faults))


def test_a_period_is_a_row() -> None:
    """All that a period says stands in its row, under names that do not change."""
    expected = {
        "kind": "pension",
        "first_month": date(2025, 9, 1),
        "last_month": date(2025, 10, 1),
        "at_least": 2,
        "at_most": 2,
        "base": Decimal("4100.50"),
        "status": "back_paid",
        "scheme": "employee",
        "area": "130100",
        "employer": "甲公司",
        "declared_on": date(2025, 10, 14),
        "settled_on": date(2025, 12, 22),
        "source": "a.csv",
        "row": 4,
        "other_rows": "6-8,20",
    }
    (row,) = to_rows(sb.ContributionHistory([PAID]))
    assert list(expected.items()) == list(row.items())
    assert "4100.50" == str(row["base"])


def test_a_number_of_months_stands_as_its_bounds() -> None:
    """A count has two columns; what a period does not say is None."""
    (row,) = to_rows(sb.ContributionHistory([YEAR]))
    assert (6, 9) == (row["at_least"], row["at_most"])
    absent = ("base", "area", "employer", "declared_on", "settled_on", "source", "row")
    assert [None] * 7 == [row[name] for name in absent]


def test_every_other_row_is_told_by_its_step() -> None:
    """Rows at one distance stand as one range with its step."""
    origin = sb.Provenance.of("a.csv", [2, 4, 6, 8])
    period = sb.ContributionPeriod(sb.PENSION, "2025-01", provenance=origin)
    (row,) = to_rows(sb.ContributionHistory([period]))
    assert (2, "4-8/2") == (row["row"], row["other_rows"])
    assert origin == read(row).provenance


def test_columns_stand_for_no_rows_too() -> None:
    """An empty record has no rows, and the columns give its frame the same schema as any other."""
    assert [] == to_rows(sb.ContributionHistory())
    assert [] == to_month_rows(sb.ContributionHistory())
    schema: dict[str, Any] = {
        name: pl.Decimal(18, 2) if of is Decimal else of for name, of in PERIOD_COLUMNS.items()
    }
    filled = pl.DataFrame(to_rows(sb.ContributionHistory([PAID, YEAR])), schema=schema)
    assert filled.schema == pl.DataFrame([], schema=schema).schema
    assert pl.Date == filled.schema["first_month"]
    assert pl.Int64 == filled.schema["at_least"]
    assert pl.String == filled.schema["status"]


def test_months_are_rows() -> None:
    """Each month has a row with what its period says of it."""
    rows = to_month_rows(sb.ContributionHistory([PAID]))
    assert [date(2025, 9, 1), date(2025, 10, 1)] == [row["month"] for row in rows]
    assert list(MONTH_COLUMNS) == list(rows[0])
    assert {Decimal("4100.50")} == {row["base"] for row in rows}


def test_a_month_that_is_held_twice_has_two_rows() -> None:
    """Two employers in one month are two rows; the same said twice is one."""
    one = sb.ContributionPeriod(sb.PENSION, "2025-01", employer="甲公司")
    other = sb.ContributionPeriod(sb.PENSION, "2025-01", employer="乙公司")
    rows = to_month_rows(sb.ContributionHistory([one, other, one]))
    assert {"甲公司", "乙公司"} == {row["employer"] for row in rows}
    assert 2 == len(rows)


def test_months_of_one_kind() -> None:
    """With a kind named, spans of another kind whose months are not known do not matter."""
    rows = to_month_rows(sb.ContributionHistory([PAID, YEAR]), sb.PENSION)
    assert {"pension"} == {row["kind"] for row in rows}


def test_months_that_are_not_known_are_no_rows() -> None:
    """All spans that hold fewer months than they are long are named."""
    other = sb.ContributionPeriod(sb.PENSION, "2004-01..2004-12", count=3)
    with pytest.raises(PeriodError) as caught:
        to_month_rows(sb.ContributionHistory([PAID, YEAR, other]))
    assert [
        f"periods: '{period}' does not say which months it holds; "
        "expected periods whose months are known, or one row a period: to_rows"
        for period in (
            "pension 2004-01..2004-12 (3 of 12) paid employee",
            "medical 2003-01..2003-12 (6 to 9 of 12) paid flexible",
        )
    ] == said(caught.value.faults)


def test_what_is_no_record_has_no_rows() -> None:
    """A list of periods is no record, and a word is no kind."""
    with pytest.raises(PeriodError, match="ContributionHistory"):
        to_rows(cast("Any", [PAID]))
    with pytest.raises(PeriodError, match="ContributionHistory"):
        to_month_rows(cast("Any", [PAID]))
    with pytest.raises(RecordsError, match="InsuranceKind"):
        to_month_rows(sb.ContributionHistory(), cast("Any", "pension"))


def test_a_row_needs_a_kind_and_a_month() -> None:
    """All else has the defaults of a period, and a row without a source is known by its place."""
    period = read(LEAST)
    assert sb.ContributionPeriod(sb.PENSION, "2025-01") == period
    assert sb.Provenance("<rows>", 1) == period.provenance


def test_source_and_area_are_given_for_all_rows() -> None:
    """A row that names no place and no source has those of the call."""
    there = LEAST | {"area": "110000"}
    history = from_rows([LEAST, there], source="hr", area="130100")
    assert {("130100", "hr:1"), ("110000", "hr:2")} == {
        (period.area, str(period.provenance)) for period in history
    }


@pytest.mark.parametrize(
    "missing",
    [None, "", float("nan"), Decimal("NaN"), Decimal("sNaN"), pd.NA, pd.NaT, np.float64("nan")],
)
def test_what_is_missing_says_nothing(missing: object) -> None:
    """None, empty text, and what pandas has for None leave the default."""
    row = dict.fromkeys(PERIOD_COLUMNS, missing) | LEAST
    assert sb.ContributionPeriod(sb.PENSION, "2025-01") == read(row)


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("kind", sb.PENSION, sb.PENSION),
        ("kind", " 基本养老保险 ", sb.PENSION),
        ("base", 4000, Decimal(4000)),
        ("base", np.int64(4000), Decimal(4000)),
        ("base", " 2620.50 ", Decimal("2620.50")),
        ("base", Decimal("2620.5"), Decimal("2620.50")),
        ("status", "Paid", sb.PaymentStatus.PAID),
        ("scheme", sb.Scheme.FLEXIBLE, sb.Scheme.FLEXIBLE),
        ("area", " 130100 ", "130100"),
        ("employer", " 甲 ", " 甲 "),
        ("settled_on", datetime(2025, 1, 31), date(2025, 1, 31)),  # noqa: DTZ001
        ("settled_on", pd.Timestamp("2025-01-31"), date(2025, 1, 31)),
        ("settled_on", "2025-01-31 ", date(2025, 1, 31)),
        ("declared_on", date(2025, 1, 31), date(2025, 1, 31)),
    ],
)
def test_a_value_is_read_for_what_it_is(column: str, value: object, expected: object) -> None:
    """Frames give one value in many types, and all of them say the same."""
    assert expected == getattr(read(LEAST | {column: value}), column)


@pytest.mark.parametrize(
    "month",
    [
        "2025-01",
        "2025年1月 ",
        "2025-01-31",
        date(2025, 1, 31),
        datetime(2025, 1, 1),  # noqa: DTZ001
        pd.Timestamp("2025-01-01"),
        YearMonth(2025, 1),
    ],
)
def test_a_month_is_any_day_of_it(month: object) -> None:
    """Months are read from days and from text."""
    assert sb.MonthSpan("2025-01", "2025-01") == read(LEAST | {"month": month}).months


@pytest.mark.parametrize("nine", [9, 9.0, "9", np.int64(9), np.float64(9)])
def test_a_whole_number_is_read_from_any_type(nine: object) -> None:
    """A column of whole numbers in which one is missing holds floats, and is read all the same."""
    row = {
        "kind": "pension",
        "first_month": "2003-01",
        "last_month": "2003-12",
        "at_least": nine,
        "at_most": nine,
        "source": "a.csv",
        "row": nine,
        "other_rows": 12,
    }
    period = read(row)
    assert 9 == period.count
    assert sb.Provenance.of("a.csv", [9, 12]) == period.provenance


def test_a_row_number_alone_is_of_a_source_without_a_name() -> None:
    """A row of a source that has no name keeps its number."""
    assert sb.Provenance("", 7) == read(LEAST | {"row": 7}).provenance


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"kind": "年金"}, "kind: '年金' is no such term; expected 基本养老保险 (pension), "),
        ({"kind": 110}, "kind: 110 is no such term; expected 基本养老保险 (pension), "),
        ({"kind": None}, "kind: None is missing; expected an insurance such as pension"),
        ({"month": 202501}, "month: 202501 is of type int; expected a month such as 2025-01, "),
        (
            {"month": datetime(2025, 1, 1, 8)},  # noqa: DTZ001
            "month: datetime.datetime(2025, 1, 1, 8, 0) has a time of day or a zone; expected the",
        ),
        (
            {"settled_on": datetime(2025, 1, 1, tzinfo=UTC)},
            "settled_on: datetime.datetime(2025, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) has a",
        ),
        ({"settled_on": 45000}, "settled_on: 45000 is of type int; expected a day, or text such"),
        ({"settled_on": "31.1.2025"}, "settled_on: '31.1.2025' is not a day; expected a day such"),
        (
            {"base": 2620.5},
            "base: 2620.5 is a float; expected an amount in yuan such as 4000 or 2620.50: write ",
        ),
        ({"base": 0}, "base: 0 is zero; expected None where the base is not known"),
        ({"base": True}, "base: True is of type bool; expected an amount in yuan such as 4000"),
        ({"area": 130100}, "area: 130100 is not an area code; expected six digits as text, such"),
        (
            {"area": "石家庄"},
            "area: '石家庄' is not an area code; expected six digits as text, such",
        ),
        ({"employer": 7}, "employer: 7 is of type int; expected text"),
        (
            {"scheme": "resident", "kind": "unemployment"},
            "scheme: 'resident' has no insurance of kind",
        ),
        (
            {"first_month": "2025-01"},
            "first_month: '2025-01' stands beside a month; expected a month, or a first and a last",
        ),
        ({"at_least": 1, "at_most": 2}, "at_least: 1 is no count of 1 months; expected 1 to 1, or"),
        ({"at_least": 1}, "at_most: None is missing; expected a number of months, as there is"),
        ({"at_most": 1}, "at_least: None is missing; expected a number of months, as there is"),
        ({"source": "a.csv"}, "row: None is missing; expected the first row in the source"),
        ({"source": "a", "row": 0}, "row: 0 is no row; expected an int from 1"),
        ({"source": "a", "row": 1.5}, "row: 1.5 is no whole number; expected a number such as 9"),
        ({"source": "a", "row": "一"}, "row: '一' is no whole number; expected a number such as 9"),
        ({"source": "a", "row": True}, "row: True is no whole number; expected a number such as"),
        (
            {"source": "a", "row": 3, "other_rows": "5;6"},
            "other_rows: '5;6' names no rows; expected rows such as 3, 3-13, 3-13/2 for every",
        ),
        (
            {"source": "a", "row": 3, "other_rows": "2-5"},
            "other_rows: '2-5' are no further rows; expected ranges of rows, each after the one",
        ),
        (
            {"Base": 4000},
            "Base: 4000 stands in no known column; expected one of kind, first_month, last_month, ",
        ),
    ],
)
def test_a_fault_names_row_column_and_value(row: dict[str, object], expected: str) -> None:
    """What cannot be read is refused with its row, its column, the value and what would be right."""
    (fault,) = said(refused([LEAST, LEAST | row]))
    assert fault.startswith(f"<rows>:2: {expected}")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, ["month: None is missing; expected a month such as 2025-01, or first_month and last"]),
        (
            {"first_month": "2025-01"},
            [
                "last_month: None is missing; expected a month such as 2025-01, as there is the other"
            ],
        ),
        (
            {"last_month": "2025-01"},
            [
                "first_month: None is missing; expected a month such as 2025-01, as there is the othe"
            ],
        ),
        (
            {"first_month": "2025-02", "last_month": "2025-01"},
            ["last_month: '2025-01' lies before the first month; expected a month not before 2025"],
        ),
    ],
)
def test_a_row_says_its_months_once_and_whole(row: dict[str, object], expected: list[str]) -> None:
    """A row has one month, or a first and a last one in their order."""
    found = said(refused([{"kind": "pension"} | row]))
    assert [f"<rows>:1: {each}" for each in expected] == [
        fault[: len(each) + 10] for fault, each in zip(found, expected, strict=True)
    ]


def test_all_faults_come_together() -> None:
    """Faults of many rows come in one error, in their order; a column is told once."""
    rows = [
        LEAST | {"编号": 1},
        {"kind": "x", "month": "2025-13", "编号": 2},
        "row",
        LEAST | {"base": "4,000"},
    ]
    found = [(fault.line, fault.field, fault.source) for fault in refused(rows, source="hr")]
    assert [
        (1, "编号", "hr"),
        (2, "kind", "hr"),
        (2, "month", "hr"),
        (3, "row", "hr"),
        (4, "base", "hr"),
    ] == found


def test_rows_that_contradict_each_other_are_refused() -> None:
    """One month of one key has one base; both rows are named, beside all other faults."""
    rows = [LEAST | {"base": 4000}, LEAST | {"kind": "medical"}, LEAST | {"base": 4100}]
    contradiction, wrong = refused([*rows, {"kind": "pension"}])
    assert (
        "<rows>:3: months: '2025-01' is held by periods that exclude each other (pension 2025-01 "
        "paid employee base 4000 <rows>:1; pension 2025-01 paid employee base 4100 <rows>:3); "
        "expected one status, base and pair of days a month and key"
    ) == str(contradiction)
    assert 4 == wrong.line


@pytest.mark.parametrize(
    "rows", [LEAST, "rows", None, 7, pd.DataFrame([LEAST]), pl.DataFrame([LEAST])]
)
def test_what_is_no_list_of_rows_is_told_how_to_become_one(rows: object) -> None:
    """One row, text or a frame itself is refused, with the call that gives rows."""
    (fault,) = refused(rows)
    assert (
        f"rows: {type(rows).__name__!r} is no list of rows; expected rows such as "
        'df.to_dict("records") of pandas or df.to_dicts() of polars'
    ) == str(fault)


def test_source_and_area_of_the_call_are_checked() -> None:
    """A source is text and a place six digits, before any row is read."""
    assert ["source: 7 is no source; expected text"] == said(refused([], source=7))
    (fault,) = refused([], area="x")
    assert "area" == fault.field


def test_no_rows_are_an_empty_record() -> None:
    """A frame without rows is a record without periods."""
    assert sb.ContributionHistory() == from_rows([])
    assert sb.ContributionHistory() == from_rows(iter([]))


def test_an_array_is_no_whole_number() -> None:
    """A cell that holds an array is refused as any other value."""
    (fault,) = refused([LEAST | {"source": "a", "row": np.array([1, 2])}])
    assert "is no whole number" == fault.problem


MAN: Final = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
SHORT: Final = sb.ContributionHistory(
    [sb.ContributionPeriod(sb.PENSION, "2003-01..2003-12", count=(6, 9))]
)


def test_a_decision_is_a_row() -> None:
    """Question, day, answer, what is missing and the grade of law are the columns of a decision."""
    expected = {
        "question": "pension.eligibility",
        "on": ON,
        "outcome": "ineligible",
        "eligible": False,
        "missing": None,
        "evidence": "official",
    }
    row = decision_row(sb.pension.eligibility(MAN, SHORT, on=ON))
    assert list(expected.items()) == list(row.items())
    assert list(DECISION_COLUMNS) == list(row)


def test_what_is_missing_is_one_text() -> None:
    """An open decision has no truth value, and names what is missing."""
    needs = (Missing("history"), Missing("medical.waiting_months", "130100"))
    condition = Condition(Reason.PENSION_MONTHS, Verdict.UNKNOWN, needs=needs)
    row = decision_row(decided(Question.PENSION, [condition], on=ON))
    assert ("undetermined", None) == (row["outcome"], row["eligible"])
    assert "history; medical.waiting_months (130100)" == row["missing"]
    assert None is row["evidence"]


def test_conditions_are_rows() -> None:
    """Each condition has a row: its reason, what was required and found, and its law."""
    first, second = condition_rows(sb.pension.eligibility(MAN, SHORT, on=ON))
    assert list(CONDITION_COLUMNS) == list(first) == list(second)
    assert ("1", "2025-02", "2026-01-29") == (first["number"], first["required"], first["actual"])
    assert ("2", "180", "6..9") == (second["number"], second["required"], second["actual"])
    assert ("not_met", None, None) == (second["verdict"], second["mode"], second["missing"])
    assert "《国务院关于渐进式延迟法定退休年龄的办法》第二条" == second["citation"]
    assert "official" == second["evidence"]


def test_citations_are_in_the_language_asked_for() -> None:
    """Citations are Chinese unless English is asked for, and no other language is known."""
    decision = sb.pension.eligibility(MAN, SHORT, on=ON)
    assert "art. 2 (第二条)" in str(condition_rows(decision, lang="en")[1]["citation"])
    with pytest.raises(RuleError, match="zh or en"):
        condition_rows(decision, lang="fr")


def test_parts_follow_their_condition() -> None:
    """A condition made of parts says how, and its parts have numbers under its own."""
    part = Condition(Reason.PENSION_AGE, Verdict.MET, True, sb.Sex.FEMALE)
    whole = all_of(Reason.PENSION_MONTHS, part, all_of(Reason.PENSION_AGE, part))
    rows = condition_rows(decided(Question.PENSION, [part, whole], on=ON))
    assert ["1", "2", "2.1", "2.2", "2.2.1"] == [row["number"] for row in rows]
    assert [None, "all", None, "all", None] == [row["mode"] for row in rows]
    assert ("true", "female") == (rows[0]["required"], rows[0]["actual"])
    assert (None, None) == (rows[1]["required"], rows[1]["citation"])


def test_an_answer_of_another_kind_is_no_decision() -> None:
    """A record is refused by its type, and not shown."""
    for rows in (decision_row, condition_rows):
        with pytest.raises(RuleError) as caught:
            cast("Any", rows)(SHORT)
        assert ["decision: '***' is of type ContributionHistory; expected a Decision"] == said(
            caught.value.faults
        )


def test_many_decisions_are_one_table() -> None:
    """Beside a name of the caller, rows of many people make one frame."""
    answers: dict[str, Decision[Any]] = {
        "1001": sb.pension.eligibility(MAN, SHORT, on=ON),
        "1002": sb.maternity.cover(SHORT, on=ON, area="130100"),
    }
    frame = pl.DataFrame([{"number": key, **decision_row(each)} for key, each in answers.items()])
    assert ["number", *DECISION_COLUMNS] == frame.columns
    assert sb.frames.decision_row is decision_row
