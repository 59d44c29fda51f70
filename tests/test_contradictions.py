"""Periods that exclude each other: two statuses, bases or days, and counts without room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao.errors import ContradictionError
from shebao.model.contradictions import check_contradictions
from shebao.model.contributions import ContributionPeriod, key_of, nature_of
from shebao.model.history import ContributionHistory
from shebao.model.provenance import Provenance
from shebao.months import MonthSpan, YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import counts_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PENSION, MEDICAL = InsuranceKind.PENSION, InsuranceKind.MEDICAL
PAID, BACK_PAID, DEEMED = PaymentStatus.PAID, PaymentStatus.BACK_PAID, PaymentStatus.DEEMED
YEAR = MonthSpan("2025-01", "2025-12")
EXPECTED = "expected one status, base and pair of days a month and key"


def _paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def _refusal(*periods: ContributionPeriod) -> ContradictionError:
    with pytest.raises(ContradictionError) as caught:
        ContributionHistory(periods)
    return caught.value


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": BACK_PAID}, "pension 2025-03..2025-08 back paid employee"),
        ({"base": "4000"}, "pension 2025-03..2025-08 paid employee base 4000"),
        (
            {"declared_on": date(2025, 9, 1)},
            "pension 2025-03..2025-08 paid employee declared 2025-09-01",
        ),
        (
            {"settled_on": date(2025, 9, 2)},
            "pension 2025-03..2025-08 paid employee settled 2025-09-02",
        ),
        (
            {"base": 5000, "provenance": Provenance("a.csv", 7)},
            "pension 2025-03..2025-08 paid employee base 5000 a.csv:7",
        ),
    ],
)
def test_one_key_says_one_thing_of_a_month(facts: dict[str, Any], said: str) -> None:
    """Two statuses, bases or days in one month of one key exclude each other."""
    error = _refusal(_paid("2025-01", "2025-05"), _paid("2025-03", "2025-08", **facts))
    assert ("months", "2025-03..2025-05") == (error.field, error.value)
    assert (
        "months: '2025-03..2025-05' is held by periods that exclude each other "
        f"(pension 2025-01..2025-05 paid employee; {said}); {EXPECTED}"
    ) == str(error)


def test_different_keys_never_exclude_each_other() -> None:
    """Kind, scheme, area and employer make the key: what differs in one of them is an overlap."""
    base = {"base": "4000", "area": "130100", "employer": "Alpha"}
    given_so = [
        _paid("2025-01", "2025-12", **base),
        ContributionPeriod(MEDICAL, YEAR, base=5000, area="130100", employer="Alpha"),
        _paid("2025-01", "2025-12", **{**base, "scheme": Scheme.FLEXIBLE, "base": "5000"}),
        _paid("2025-01", "2025-12", **{**base, "area": "110000", "status": BACK_PAID}),
        _paid("2025-01", "2025-12", **{**base, "area": None, "base": None}),
        _paid(
            "2025-01", "2025-12", **{**base, "employer": "Beta", "status": PaymentStatus.ARREARS}
        ),
        _paid("2025-01", "2025-12", **{**base, "employer": None, "count": 9}),
    ]
    assert 7 == len(ContributionHistory(given_so))


def test_identical_months_of_one_key_are_one() -> None:
    """Rows that overlap and say the same are no contradiction, wherever they were read."""
    one = _paid("2025-01", "2025-06", base=4000, provenance=Provenance("a.csv", 1))
    other = _paid("2025-04", "2025-09", base="4000.00", provenance=Provenance("b.csv", 2))
    assert ContributionHistory([_paid("2025-01", "2025-09", base=4000)]) == ContributionHistory(
        [one, other]
    )


def test_months_that_only_touch_agree() -> None:
    """A status may change from one month to the next."""
    history = ContributionHistory(
        [_paid("2025-01", "2025-06"), _paid("2025-07", "2025-12", status=PaymentStatus.ARREARS)]
    )
    assert 2 == len(history)


def test_all_contradictions_are_listed_together() -> None:
    """A record with several contradictions names every one, key by key, in the order of months."""
    error = _refusal(
        ContributionPeriod(MEDICAL, YEAR, count=9),
        ContributionPeriod(MEDICAL, YEAR, count=4, status=BACK_PAID),
        _paid("2025-01", "2025-12", base=4000),
        _paid("2025-02", "2025-02", base=5000),
        _paid("2025-05", "2025-06", status=BACK_PAID),
        _paid("2025-01", "2025-12", area="130100"),
        _paid("2025-11", "2026-01", area="130100", status=DEEMED),
        _paid("2025-01", "2025-12", area="110000"),
    )
    assert ["2025-02", "2025-05..2025-06", "2025-11..2025-12", "2025-01..2025-12"] == [
        fault.value for fault in error.faults
    ]
    assert {"months"} == {fault.field for fault in error.faults}
    assert str(error).startswith("4 faults:\n  months: '2025-02' is held by ")


def test_three_statements_about_a_month_are_one_contradiction() -> None:
    """All periods that hold the month are named."""
    error = _refusal(
        _paid("2025-03", "2025-03"),
        _paid("2025-03", "2025-03", status=BACK_PAID),
        _paid("2025-03", "2025-03", status=DEEMED),
    )
    assert 1 == len(error.faults)
    assert all(f"2025-03 {name} employee" in str(error) for name in ("paid", "back paid", "deemed"))


def test_the_order_of_the_periods_does_not_matter() -> None:
    """A contradiction is found in any order, also with a long period between the two."""
    long = _paid("2025-01", "2025-12", base=4000)
    short = _paid("2025-02", "2025-03", base=4000)
    late = _paid("2025-11", "2026-02", base=5000)
    for order in ([long, short, late], [late, long, short], [short, late, long]):
        assert ["2025-11..2025-12"] == [fault.value for fault in _refusal(*order).faults]


def test_nine_and_three_of_twelve_are_twelve() -> None:
    """9 of 12 months PAID and 3 of the same 12 BACK_PAID fill the year."""
    history = ContributionHistory(
        [
            ContributionPeriod(PENSION, YEAR, count=9),
            ContributionPeriod(PENSION, YEAR, count=3, status=BACK_PAID),
        ]
    )
    assert 2 == len(history)


def test_nine_and_four_of_twelve_find_no_room() -> None:
    """9 of 12 months PAID and 4 of the same 12 BACK_PAID would be thirteen months."""
    error = _refusal(
        ContributionPeriod(PENSION, YEAR, count=9),
        ContributionPeriod(PENSION, YEAR, count=4, status=BACK_PAID),
    )
    assert ("months", "2025-01..2025-12") == (error.field, error.value)
    assert (
        "months: '2025-01..2025-12' is held by periods that exclude each other (pension "
        "2025-01..2025-12 (9 of 12) paid employee; pension 2025-01..2025-12 (4 of 12) back paid "
        f"employee); {EXPECTED}"
    ) == str(error)


@pytest.mark.parametrize(
    ("plain", "count", "status", "is_possible"),
    [
        (MonthSpan("2025-01", "2025-06"), 6, BACK_PAID, True),
        (MonthSpan("2025-01", "2025-06"), 7, BACK_PAID, False),
        (MonthSpan("2025-01", "2025-06"), 7, PAID, True),
        (MonthSpan("2025-01", "2025-06"), 3, PAID, True),
        (MonthSpan("2024-01", "2025-11"), 1, BACK_PAID, True),
        (MonthSpan("2024-01", "2025-11"), 2, BACK_PAID, False),
        (MonthSpan("2024-01", "2025-11"), (0, 9), BACK_PAID, True),
        (MonthSpan("2024-01", "2026-12"), (0, 9), BACK_PAID, True),
        (MonthSpan("2024-01", "2026-12"), (1, 9), BACK_PAID, False),
        (MonthSpan("2024-01", "2024-12"), 11, BACK_PAID, True),
    ],
)
def test_a_count_needs_months_that_nothing_else_holds(
    plain: MonthSpan, count: int | tuple[int, int], status: PaymentStatus, is_possible: bool
) -> None:
    """Months known by their place take room from counts of another status, not of their own."""
    given_so = [
        ContributionPeriod(PENSION, plain),
        ContributionPeriod(PENSION, YEAR, count=count, status=status),
    ]
    if is_possible:
        assert 2 == len(ContributionHistory(given_so))
    else:
        assert 1 == len(_refusal(*given_so).faults)


def test_counts_of_one_status_may_mean_the_same_months() -> None:
    """Two rows of one status that overlap need no more room than the larger of them."""
    given_so = [
        ContributionPeriod(PENSION, YEAR, count=9),
        ContributionPeriod(PENSION, YEAR, count=8),
        ContributionPeriod(PENSION, YEAR, count=3, status=BACK_PAID),
    ]
    assert 3 == len(ContributionHistory(given_so))


def test_counts_of_one_status_may_share_the_month_in_which_they_meet() -> None:
    """2 of January to March and 2 of March to May of one status can be three months."""
    given_so = [
        ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-03"), count=2),
        ContributionPeriod(PENSION, MonthSpan("2025-03", "2025-05"), count=2),
        ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-05"), count=2, status=BACK_PAID),
    ]
    assert 3 == len(ContributionHistory(given_so))


def test_counts_of_two_years_without_room_are_two_contradictions() -> None:
    """Years that only touch are judged and named one by one."""
    error = _refusal(
        *(
            ContributionPeriod(
                PENSION, MonthSpan(f"{year}-01", f"{year}-12"), count=7, status=status
            )
            for year in (2024, 2025)
            for status in (PAID, BACK_PAID)
        )
    )
    assert ["2024-01..2024-12", "2025-01..2025-12"] == [fault.value for fault in error.faults]


def test_a_window_inside_the_spans_can_be_too_narrow() -> None:
    """Spans that overlap in part are held to every window between their ends."""
    error = _refusal(
        ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-12"), count=(0, 12)),
        ContributionPeriod(PENSION, MonthSpan("2025-03", "2025-06"), count=3, status=BACK_PAID),
        ContributionPeriod(PENSION, MonthSpan("2025-04", "2025-06"), count=2, status=DEEMED),
    )
    assert ["2025-03..2025-06"] == [fault.value for fault in error.faults]


def test_key_and_nature_of_a_period() -> None:
    """The key is who paid what where, the nature what is said of the months."""
    period = _paid(
        "2025-01",
        "2025-02",
        base="4000",
        area="130100",
        employer="Alpha",
        declared_on=date(2025, 2, 1),
        settled_on=date(2025, 3, 1),
    )
    assert (PENSION, Scheme.EMPLOYEE, "130100", "Alpha") == key_of(period)
    assert (PAID, Decimal(4000), date(2025, 2, 1), date(2025, 3, 1)) == nature_of(period)


# -- against all placements, one by one ----------------------------------------------------------


def _has_placement(periods: Sequence[ContributionPeriod]) -> bool:
    """Whether months can be found for all counts so that none of them is two things."""
    said: dict[int, object] = {}
    for period in periods:
        if period.count is None:
            for month in period.months:
                if said.setdefault(month.ordinal, nature_of(period)) != nature_of(period):
                    return False
    return _places(said, [period for period in periods if period.count is not None])


def _places(said: dict[int, object], spans: Sequence[ContributionPeriod]) -> bool:
    if not spans:
        return True
    nature = nature_of(spans[0])
    return any(
        _places({**said, **dict.fromkeys(chosen, nature)}, spans[1:])
        for chosen in _choices(spans[0])
        if all(said.get(month, nature) == nature for month in chosen)
    )


def _choices(span: ContributionPeriod) -> Iterator[tuple[int, ...]]:
    ordinals = [month.ordinal for month in span.months]
    for number in range(span.at_least, span.at_most + 1):
        yield from combinations(ordinals, number)


def _is_refused(periods: Sequence[ContributionPeriod]) -> bool:
    try:
        check_contradictions(periods)
    except ContradictionError:
        return True
    return False


def _first_months(length: int) -> Iterator[MonthSpan]:
    start = YearMonth(2024, 12)
    for first in range(length):
        for last in range(first, length):
            yield MonthSpan(start + first, start + last)


def test_two_counts_and_a_plain_period_within_four_months() -> None:
    """All ways to write two counted spans of two statuses beside a plain one: none is misjudged."""
    spans = list(_first_months(4))
    one, other = (
        [
            ContributionPeriod(PENSION, span, count=count, status=status)
            for span in spans
            for count in range(1, len(span))
        ]
        for status in (PAID, BACK_PAID)
    )
    plain: list[list[ContributionPeriod]] = [[]]
    plain += [
        [ContributionPeriod(PENSION, span, status=status)]
        for span in spans
        for status in (PAID, BACK_PAID, DEEMED)
    ]
    judged = {True: 0, False: 0}
    for left, right, rest in product(one, other, plain):
        case = [left, right, *rest]
        is_possible = _has_placement(case)
        judged[is_possible] += 1
        assert is_possible == (not _is_refused(case)), list(map(str, case))
    assert 10 * 10 * 31 == sum(judged.values())
    assert min(judged.values()) > 500


@composite
def _cases(draw: DrawFn, *, may_share: bool) -> list[ContributionPeriod]:
    """Up to three plain periods and three counted spans of one key inside nine months."""
    plain = draw(st.lists(_parts(with_count=False), max_size=3))
    counted = draw(st.lists(_parts(with_count=True), min_size=1, max_size=3))
    kept: list[ContributionPeriod] = []
    for span in counted:
        if may_share or not any(
            span.status is other.status
            and span.months.first <= other.months.last
            and other.months.first <= span.months.last
            for other in kept
        ):
            kept.append(span)
    return plain + kept


@composite
def _parts(draw: DrawFn, *, with_count: bool) -> ContributionPeriod:
    length = draw(st.integers(2, 6)) if with_count else draw(st.integers(1, 4))
    first = YearMonth(2024, 10) + draw(st.integers(0, 9 - length))
    return ContributionPeriod(
        PENSION,
        MonthSpan(first, first + (length - 1)),
        status=draw(st.sampled_from([PAID, BACK_PAID, DEEMED])),
        count=draw(counts_within(length)) if with_count else None,
    )


@settings(max_examples=400)
@given(_cases(may_share=False))
def test_a_record_is_refused_if_and_only_if_it_has_no_placement(
    case: list[ContributionPeriod],
) -> None:
    """Where spans of one status are apart, the check says what trying all placements says."""
    assert _has_placement(case) == (not _is_refused(case))


@given(_cases(may_share=True))
def test_no_possible_record_is_refused(case: list[ContributionPeriod]) -> None:
    """Whatever overlaps, a record that has a placement is accepted."""
    assert not (_has_placement(case) and _is_refused(case))
