"""Months, spans and sets of months: how they are read, refused, shifted, compared and printed."""

from __future__ import annotations

import operator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import MonthError
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth, as_day, as_month, as_span
from strategies import month_sets, months, spans

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS = "a month such as 2025-01, 202501, 2025.01, 2025年1月, or a date"


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2025-01", 2025, 1),
        ("2025-1", 2025, 1),
        ("202501", 2025, 1),
        ("2025.01", 2025, 1),
        ("2025.1", 2025, 1),
        ("2025/01", 2025, 1),
        ("2025/1", 2025, 1),
        ("2025年1月", 2025, 1),
        ("2025年01月", 2025, 1),
        ("2025年12月", 2025, 12),
        ("2025-01-31", 2025, 1),
        ("2025.01.31", 2025, 1),
        ("2025/1/31", 2025, 1),
        ("20250131", 2025, 1),
        ("20240229", 2024, 2),
        ("2000-02-29", 2000, 2),
        ("0001-01", 1, 1),
        ("9999-12", 9999, 12),
        ("999912", 9999, 12),
    ],
)
def test_every_form_in_which_records_print_a_month_is_read(
    text: str, year: int, month: int
) -> None:
    """Records write a month with a dash, a point, a stroke, 年 and 月, packed, or as a date."""
    assert YearMonth(year, month) == YearMonth.parse(text)
    assert YearMonth(year, month) == as_month(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "20251",
        "2025-",
        "2025-01\n",
        "\n2025-01",
        " 2025-01",
        "2025-01 ",
        "2025 01",
        "2025,01",
        "2025--01",
        "2025-001",
        "2025-01-",
        "2025-01-001",
        "25-01",
        "-2025-01",
        "+202501",
        "202501311",
        "2025年1",
        "2025-1月",
        "2025年1月\n",
        "2025-Jan",
        "2025-01-31T00:00:00",
        "２０２５-01",
        "２０２５０１",
        "2025-１",
        "٢٠٢٥-01",
        "二〇二五年一月",
    ],
)
def test_what_only_resembles_a_month_is_refused(text: str) -> None:
    """A line end, a blank, a full-width digit or a missing one makes a text no month."""
    with pytest.raises(MonthError) as caught:
        YearMonth.parse(text)
    assert ("month", text) == (caught.value.field, caught.value.value)
    assert f"month: {text!r} is not a month; expected {FORMS}" == str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "202513",
        "202500",
        "2025-00",
        "2025-13",
        "2025年13月",
        "2025年0月",
        "0000-01",
        "000001",
        "2025-02-31",
        "20250231",
        "2023-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-01-00",
        "2025-01-32",
        "20251301",
    ],
)
def test_a_month_or_date_outside_the_calendar_is_refused(text: str) -> None:
    """There is no thirteenth month, no year 0 and no 31 February."""
    with pytest.raises(MonthError) as caught:
        as_month(text, "from")
    assert ("from", text) == (caught.value.field, caught.value.value)
    assert f"from: {text!r} is not in the calendar; expected {FORMS}" == str(caught.value)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (202501, "int"),
        (2025.01, "float"),
        (None, "NoneType"),
        (True, "bool"),
        (b"2025-01", "bytes"),
        ((2025, 1), "tuple"),
    ],
)
def test_a_number_is_never_taken_for_a_month(value: object, name: str) -> None:
    """202501 as a number could be a month, an ordinal or an amount: only text and dates are read."""
    with pytest.raises(MonthError) as caught:
        as_month(value, "first")  # type: ignore[arg-type]
    assert ("first", value) == (caught.value.field, caught.value.value)
    assert f"first: {value!r} is of type {name}; expected {FORMS}" == str(caught.value)


@pytest.mark.parametrize("value", [None, 202501, 2025.01, True, b"202501"])
def test_only_text_is_parsed(value: object) -> None:
    """Parsing is of text; anything else is named and refused."""
    with pytest.raises(MonthError) as caught:
        YearMonth.parse(value)  # type: ignore[arg-type]
    assert f"month: {value!r} is not a month; expected {FORMS}" == str(caught.value)


@pytest.mark.parametrize(
    ("year", "month", "field", "high"),
    [
        (0, 1, "year", 9999),
        (10000, 1, "year", 9999),
        (-2025, 1, "year", 9999),
        ("2025", 1, "year", 9999),
        (2025.0, 1, "year", 9999),
        (True, 1, "year", 9999),
        (None, 1, "year", 9999),
        (2025, 0, "month", 12),
        (2025, 13, "month", 12),
        (2025, -1, "month", 12),
        (2025, True, "month", 12),
        (2025, 1.0, "month", 12),
        (2025, None, "month", 12),
    ],
)
def test_year_and_month_are_whole_numbers_of_the_calendar(
    year: object, month: object, field: str, high: int
) -> None:
    """A year is a whole number from 1 to 9999 and a month one from 1 to 12."""
    with pytest.raises(MonthError) as caught:
        YearMonth(year, month)  # type: ignore[arg-type]
    wrong = year if field == "year" else month
    assert (field, wrong) == (caught.value.field, caught.value.value)
    assert f"{field}: {wrong!r} is no such number; expected an int from 1 to {high}" == str(
        caught.value
    )


@pytest.mark.parametrize("ordinal", [11, 0, -1, 120_000])
def test_an_ordinal_outside_the_calendar_is_refused(ordinal: int) -> None:
    """The first month is January of year 1 and the last December of year 9999."""
    with pytest.raises(MonthError) as caught:
        YearMonth.from_ordinal(ordinal)
    assert ("month", ordinal) == (caught.value.field, caught.value.value)
    assert f"month: {ordinal} lies outside the calendar; expected 12 to 119999" == str(caught.value)


def test_months_end_where_the_calendar_ends() -> None:
    """No month follows 9999-12 and none precedes 0001-01."""
    with pytest.raises(MonthError):
        YearMonth(9999, 12) + 1
    with pytest.raises(MonthError):
        YearMonth(1, 1) - 1


def test_a_date_stands_for_its_month() -> None:
    """A day lies in one month, and so does a moment."""
    assert YearMonth(2025, 2) == as_month(date(2025, 2, 28))
    assert YearMonth(2025, 2) == as_month(datetime(2025, 2, 28, 12, tzinfo=UTC))
    assert YearMonth(2025, 2) == as_month(YearMonth(2025, 2))


def test_a_day_is_a_date_without_an_hour() -> None:
    """A day of payment is a date: a moment, a text or nothing is refused."""
    assert date(2025, 2, 28) == as_day(date(2025, 2, 28), "on")
    moment = datetime(2025, 2, 28, 12, tzinfo=UTC)
    for value, name in (
        (moment, "datetime"),
        ("2025-02-28", "str"),
        (None, "NoneType"),
        (1, "int"),
    ):
        with pytest.raises(MonthError) as caught:
            as_day(value, "on")  # type: ignore[arg-type]
        assert ("on", value) == (caught.value.field, caught.value.value)
        assert f"on: {value!r} is of type {name}; expected a datetime.date" == str(caught.value)


def test_the_ordinal_of_a_month_is_twelve_times_its_year_and_its_place_in_it() -> None:
    """January 2025 is month 2025 * 12, December eleven later."""
    assert 24300 == YearMonth(2025, 1).ordinal
    assert 24311 == YearMonth(2025, 12).ordinal
    assert YearMonth(2025, 12) == YearMonth.from_ordinal(24311)
    assert (2025, 12) == (YearMonth(2025, 12).year, YearMonth(2025, 12).month)
    assert date(2025, 12, 1) == YearMonth(2025, 12).first_day


def test_months_carry_over_the_turn_of_the_year() -> None:
    """Two months after December 2024 is February 2025, and back."""
    assert YearMonth(2025, 2) == YearMonth(2024, 12) + 2
    assert YearMonth(2024, 12) == YearMonth(2025, 2) - 2
    assert YearMonth(2024, 12) == YearMonth(2025, 2) + -2
    assert 2 == YearMonth(2025, 2) - YearMonth(2024, 12)
    assert -2 == YearMonth(2024, 12) - YearMonth(2025, 2)


def test_a_month_prints_as_records_write_it() -> None:
    """A month prints as year, dash and two digits."""
    assert "2025-01" == str(YearMonth(2025, 1))
    assert "0001-12" == str(YearMonth(1, 12))
    assert "YearMonth(2025, 1)" == repr(YearMonth(2025, 1))


def test_every_month_of_two_centuries_is_read_as_it_prints() -> None:
    """Printing and reading a month are inverse, in every form."""
    for year in range(1900, 2101):
        for month in range(1, 13):
            expected = YearMonth(year, month)
            forms = (
                f"{year}-{month:02}",
                f"{year}{month:02}",
                f"{year}.{month:02}",
                f"{year}/{month}",
                f"{year}年{month}月",
                date(year, month, 1).isoformat(),
            )
            assert {expected} == {YearMonth.parse(text) for text in forms}
            assert forms[0] == str(expected)


@given(months(), st.integers(-240, 240))
def test_adding_months_and_measuring_them_are_inverse(month: YearMonth, number: int) -> None:
    """The distance to the month some months on is that number of months."""
    assert number == (month + number) - month
    assert month == (month + number) - number
    assert month == (month - number) + number


@given(months(), months())
def test_months_are_ordered_as_the_calendar_orders_them(left: YearMonth, right: YearMonth) -> None:
    """Earlier years come first, and within a year earlier months."""
    day, other = (left.year, left.month), (right.year, right.month)
    assert (day < other) == (left < right)
    assert (day <= other) == (left <= right)
    assert (day > other) == (left > right)
    assert (day >= other) == (left >= right)
    assert (day == other) == (left == right)
    assert (day != other) == (left != right)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
@pytest.mark.parametrize("stranger", ["2025-01", 24300, None, date(2025, 1, 1), 1.5])
def test_a_month_is_compared_with_months_only(
    compare: Callable[[object, object], bool], stranger: object
) -> None:
    """A month is neither before nor after a text, a number or a day, and never equal to one."""
    month = YearMonth(2025, 1)
    with pytest.raises(TypeError):
        compare(month, stranger)
    with pytest.raises(TypeError):
        compare(stranger, month)
    assert month != stranger
    assert stranger != month


@pytest.mark.parametrize("stranger", ["1", 1.0, None, YearMonth(2025, 1)])
def test_only_whole_numbers_of_months_are_added(stranger: object) -> None:
    """No half months, texts or other months can be added to a month."""
    with pytest.raises(TypeError):
        operator.add(YearMonth(2025, 1), stranger)


@pytest.mark.parametrize("stranger", ["1", 1.0, None, date(2025, 1, 1)])
def test_only_months_and_whole_numbers_are_taken_from_a_month(stranger: object) -> None:
    """No half months, texts or days can be taken from a month."""
    with pytest.raises(TypeError):
        operator.sub(YearMonth(2025, 1), stranger)


def test_a_month_is_a_key() -> None:
    """Equal months are one key of a dictionary, however they were made."""
    wages = {YearMonth(2025, 1): 4000}
    assert 4000 == wages[YearMonth.parse("2025年1月")]
    assert 4000 == wages[YearMonth(2024, 12) + 1]
    assert YearMonth(2025, 2) not in wages
    assert 24300 not in wages


def test_a_span_holds_both_its_ends() -> None:
    """1月至4月 is four months: the first and the last belong to it."""
    span = MonthSpan("2025-01", "2025年4月")
    assert 4 == len(span)
    assert [YearMonth(2025, month) for month in (1, 2, 3, 4)] == list(span)
    assert YearMonth(2025, 1) in span
    assert YearMonth(2025, 4) in span
    assert YearMonth(2024, 12) not in span
    assert YearMonth(2025, 5) not in span
    assert (24300, 24303) == span.pair
    assert span == MonthSpan.from_ordinals(24300, 24303)


def test_one_month_is_a_span() -> None:
    """A span may begin and end in the same month."""
    span = MonthSpan(date(2025, 1, 31), "2025-01")
    assert 1 == len(span)
    assert span == as_span("202501")
    assert span is as_span(span)


def test_a_span_prints_its_ends() -> None:
    """A span prints as its first and last month, and one month as itself."""
    assert "2025-01..2025-04" == str(MonthSpan("2025-01", "2025-04"))
    assert "2025-01" == str(MonthSpan("2025-01", "2025-01"))
    assert 'MonthSpan("2025-01", "2025-04")' == repr(MonthSpan("2025-01", "2025-04"))


def test_a_span_does_not_end_before_it_begins() -> None:
    """April to January of one year is no span."""
    with pytest.raises(MonthError) as caught:
        MonthSpan("2025-04", "2025-01")
    assert ("last", "2025-01") == (caught.value.field, caught.value.value)
    assert (
        "last: '2025-01' lies before the first month; expected a month not before 2025-04"
        == str(caught.value)
    )


@pytest.mark.parametrize(
    ("first", "last", "field", "value"),
    [
        ("2025-13", "2025-12", "first", "2025-13"),
        ("2025-01", "2025-00", "last", "2025-00"),
        (202501, "2025-12", "first", 202501),
        ("2025-01", None, "last", None),
        ("2025-01\n", "2025-12", "first", "2025-01\n"),
    ],
)
def test_a_faulty_end_of_a_span_is_named(
    first: object, last: object, field: str, value: object
) -> None:
    """The error of a span names the end that cannot be read."""
    with pytest.raises(MonthError) as caught:
        MonthSpan(first, last)  # type: ignore[arg-type]
    assert (field, value) == (caught.value.field, caught.value.value)


def test_spans_are_ordered_by_their_first_month_and_then_by_their_last() -> None:
    """Of two spans the one that begins earlier comes first, then the one that ends earlier."""
    short, long = MonthSpan("2025-01", "2025-02"), MonthSpan("2025-01", "2025-09")
    later = MonthSpan("2025-02", "2025-02")
    assert [short, long, later] == sorted([later, long, short])


def test_a_span_is_compared_with_spans_only() -> None:
    """A span is neither before nor after a month, and never equal to a pair."""
    span = MonthSpan("2025-01", "2025-01")
    strangers: list[object] = [(YearMonth(2025, 1), YearMonth(2025, 1)), YearMonth(2025, 1)]
    assert all(span != stranger for stranger in strangers)
    with pytest.raises(TypeError):
        operator.lt(span, YearMonth(2025, 1))


@given(spans())
def test_a_span_holds_as_many_months_as_it_gives(span: MonthSpan) -> None:
    """The length of a span is the number of its months, each of which lies in it."""
    held = list(span)
    assert len(held) == len(span)
    assert (span.first, span.last) == (held[0], held[-1])
    assert all(month in span for month in held)
    assert span.first - 1 not in span
    assert span.last + 1 not in span


def test_a_set_holds_a_month_once() -> None:
    """Spans that overlap, touch or repeat are one span of a set."""
    held = MonthSet(
        [MonthSpan("2025-03", "2025-04"), "2025-05", MonthSpan("2025-01", "2025-03"), "2025-05"]
    )
    assert (MonthSpan("2025-01", "2025-05"),) == held.spans
    assert 5 == len(held)
    assert MonthSet([MonthSpan("2025-01", "2025-05")]) == held


def test_a_set_knows_what_lies_between_its_spans() -> None:
    """The gaps of a set are the missing months between its first and its last."""
    held = MonthSet([MonthSpan("2024-11", "2025-01"), "2025-04", MonthSpan("2025-06", "2025-07")])
    assert MonthSet([MonthSpan("2025-02", "2025-03"), "2025-05"]) == held.gaps()
    assert MonthSet() == MonthSet(["2025-01"]).gaps()
    assert MonthSet() == MonthSet().gaps()


def test_runs_join_where_few_months_are_missing() -> None:
    """Each gap is measured alone: two gaps of two months are bridged by two, not by one."""
    held = MonthSet([MonthSpan("2025-01", "2025-02"), "2025-05", "2025-08", "2025-12"])
    assert (
        MonthSet([MonthSpan("2025-01", "2025-02")]),
        MonthSet(["2025-05"]),
        MonthSet(["2025-08"]),
        MonthSet(["2025-12"]),
    ) == held.runs()
    assert held.runs() == held.runs(bridging=1)
    assert (
        MonthSet([MonthSpan("2025-01", "2025-02"), "2025-05", "2025-08"]),
        MonthSet(["2025-12"]),
    ) == held.runs(bridging=2)
    assert (held,) == held.runs(bridging=3)
    assert () == MonthSet().runs(bridging=3)


def test_no_run_bridges_fewer_than_no_months() -> None:
    """A number of bridged months is never negative."""
    with pytest.raises(MonthError) as caught:
        MonthSet(["2025-01"]).runs(bridging=-1)
    assert ("bridging", -1) == (caught.value.field, caught.value.value)
    assert "bridging: -1 is no number of months; expected an int from 0" == str(caught.value)


def test_a_set_shows_its_spans() -> None:
    """A set prints as its spans, and the empty one as a dash."""
    held = MonthSet([MonthSpan("2025-01", "2025-03"), "2025-05"])
    assert "2025-01..2025-03, 2025-05" == str(held)
    assert "-" == str(MonthSet())
    assert 'MonthSet([MonthSpan("2025-01", "2025-03"), MonthSpan("2025-05", "2025-05")])' == repr(
        held
    )
    assert "MonthSet([])" == repr(MonthSet())


def test_an_empty_set_holds_nothing() -> None:
    """The empty set is false, has no spans and no months."""
    assert not MonthSet()
    assert MonthSet(["2025-01"])
    assert [] == list(MonthSet())
    assert YearMonth(2025, 1) not in MonthSet()


def test_a_set_of_months_that_cannot_be_read_is_refused() -> None:
    """A set names the month that it cannot read."""
    with pytest.raises(MonthError) as caught:
        MonthSet(["2025-01", "2025-13"])
    assert ("months", "2025-13") == (caught.value.field, caught.value.value)
    with pytest.raises(MonthError) as caught:
        MonthSet([202501])  # type: ignore[list-item]
    assert ("months", 202501) == (caught.value.field, caught.value.value)


def test_spans_and_sets_are_keys() -> None:
    """Equal spans are one key, and so are equal sets, however they were made."""
    assert {MonthSpan("2025-01", "2025-02"): 1} == {MonthSpan("202501", "2025年2月"): 1}
    assert 1 == len({MonthSet(["2025-01", "2025-02"]), MonthSet([MonthSpan("2025-01", "2025-02")])})


def test_months_spans_and_sets_are_values() -> None:
    """Nothing in a month, a span or a set can be changed."""
    for value, name in (
        (YearMonth(2025, 1), "ordinal"),
        (MonthSpan("2025-01", "2025-02"), "first"),
        (MonthSet(["2025-01"]), "pairs"),
    ):
        with pytest.raises(AttributeError):
            setattr(value, name, 1)


@given(months(), spans(), month_sets())
def test_copies_of_months_are_equal(
    copies: Callable[[object], list[object]], month: YearMonth, span: MonthSpan, held: MonthSet
) -> None:
    """A copied or pickled month, span or set equals its original and is the same key."""
    for value in (month, span, held):
        for other in copies(value):
            assert value == other
            assert hash(value) == hash(other)
            assert type(value) is type(other)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-01..2025-04", "2025-01", "2025-04"),
        ("2025年1月", "2025-01", "2025-01"),
        ("202501..2025.03", "2025-01", "2025-03"),
    ],
)
def test_a_span_is_read_as_it_is_written(text: str, first: str, last: str) -> None:
    """A month, or two months with dots between them, is a span."""
    assert MonthSpan(first, last) == MonthSpan.parse(text) == as_span(text)


@given(spans())
def test_the_text_of_a_span_is_the_span(span: MonthSpan) -> None:
    """Writing a span and reading it again changes nothing."""
    assert span == MonthSpan.parse(str(span))


@pytest.mark.parametrize("item", ["2025-01", date(2025, 1, 1), YearMonth(2025, 1)])
def test_a_set_is_made_of_a_list(item: str | date | YearMonth) -> None:
    """One month is no list of months: a text would be taken apart into its signs."""
    with pytest.raises(MonthError) as caught:
        MonthSet(item)  # type: ignore[arg-type]
    assert "is one item" in str(caught.value)


@pytest.mark.parametrize(
    "work", [operator.or_, operator.and_, operator.sub, operator.xor, operator.le, operator.lt]
)
def test_sets_of_months_do_not_mix_with_others(work: Callable[[object, object], object]) -> None:
    """A set of numbers is no set of months."""
    with pytest.raises(TypeError):
        work(MonthSet(["2025-01"]), {1})


def test_a_smaller_set_lies_in_a_larger_one() -> None:
    """A set lies in itself, but is not smaller than itself."""
    small, large = MonthSet(["2025-01"]), MonthSet(["2025-01", "2025-03"])
    same = MonthSet(["2025-03", "2025-01"])
    assert (True, True, True) == (small < large, small <= large, large <= same)
    assert (False, False) == (large < small, large < same)


@pytest.mark.parametrize("text", [None, 202501, ["2025-01"]])
def test_only_a_text_is_parsed(text: object) -> None:
    """Numbers and lists are no texts."""
    with pytest.raises(MonthError):
        YearMonth.parse(text)  # type: ignore[arg-type]
