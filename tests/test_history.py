"""The record of one person: what it holds, how it stood on a day, and what can be made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from shebao.errors import ContradictionError, MonthError, PeriodError, RuleError
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.month_sets import MonthSet
from shebao.months import MonthSpan, YearMonth
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import histories, month_sets, small_histories

if TYPE_CHECKING:
    from collections.abc import Callable

PENSION, MEDICAL = InsuranceKind.PENSION, InsuranceKind.MEDICAL
PAID, BACK_PAID = PaymentStatus.PAID, PaymentStatus.BACK_PAID
ARREARS, PENDING = PaymentStatus.ARREARS, PaymentStatus.PENDING
DEFERRED, DEEMED = PaymentStatus.DEFERRED, PaymentStatus.DEEMED


def _pension(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def _medical(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    return ContributionPeriod(MEDICAL, MonthSpan(first, last), **facts)


def _record(*periods: ContributionPeriod) -> ContributionHistory:
    return ContributionHistory(periods)


# -- what it holds -------------------------------------------------------------------------------


def test_a_record_gives_its_periods_in_the_order_of_kind_and_months() -> None:
    """Pension before medical insurance, and of one kind the earlier months first."""
    late, early = _pension("2025-01", "2025-03"), _pension("2024-01", "2024-03")
    short, other = _pension("2024-01", "2024-01", area="130100"), _medical("2020-01", "2020-06")
    history = ContributionHistory(iter([late, other, early, short]))
    assert [short, early, late, other] == list(history)
    assert (short, early, late, other) == history.periods
    assert 4 == len(history)
    assert (PENSION, MEDICAL) == history.kinds
    assert (other,) == history.of(MEDICAL)
    assert () == history.of(InsuranceKind.MATERNITY)
    assert ((), ()) == (history.prepaid, history.unknown_origin)


def test_a_record_may_be_empty() -> None:
    """Who never paid has a record without periods."""
    history = ContributionHistory()
    assert 0 == len(history)
    assert [] == list(history)
    assert () == history.kinds
    assert history == history.as_of(date(2025, 1, 1))
    assert history == _record()


@pytest.mark.parametrize("item", [None, "pension 2025-01", MonthSpan("2025-01", "2025-02")])
def test_a_record_holds_periods_only(item: object) -> None:
    """A month or a text is no period."""
    with pytest.raises(PeriodError) as caught:
        ContributionHistory([_pension("2025-01", "2025-02"), item])  # type: ignore[list-item]
    assert ("periods", item) == (caught.value.field, caught.value.value)
    assert f"periods: {item!r} is no period; expected a ContributionPeriod" == str(caught.value)


def test_a_record_equals_records_only() -> None:
    """A record is no tuple of its periods."""
    history = _record(_pension("2025-01", "2025-02"))
    strangers: list[object] = [history.periods, None, "record"]
    assert all(history != stranger for stranger in strangers)


@given(histories())
def test_a_record_is_a_value(
    copies: Callable[[object], list[object]], history: ContributionHistory
) -> None:
    """A copied or pickled record equals its original, also as a key, with the same periods."""
    for other in copies(history):
        assert isinstance(other, ContributionHistory)
        assert {history: 1} == {other: 1}
        assert history.periods == other.periods
        assert history.kinds == other.kinds


def test_a_record_as_of_a_day_is_a_value(copies: Callable[[object], list[object]]) -> None:
    """What was prepaid and what is of unknown origin is copied and compared too."""
    history = _record(
        _pension("2025-01", "2025-12", settled_on=date(2025, 1, 20)),
        _medical("2025-01", "2025-02", status=BACK_PAID, settled_on=date(2026, 1, 1)),
    ).as_of(date(2025, 3, 31))
    for other in copies(history):
        assert isinstance(other, ContributionHistory)
        assert history == other
        assert hash(history) == hash(other)
        assert (history.prepaid, history.unknown_origin) == (other.prepaid, other.unknown_origin)
    assert history != ContributionHistory(history.periods)


def test_a_record_cannot_be_changed() -> None:
    """A record is never rewritten, only another one is made of it."""
    with pytest.raises(AttributeError):
        _record().periods = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("facts", "is_simple"),
    [
        ({}, True),
        ({"scheme": Scheme.FLEXIBLE, "base": "4000", "area": "130100"}, True),
        ({"scheme": Scheme.PUBLIC_SECTOR, "employer": "Alpha"}, True),
        ({"scheme": Scheme.RESIDENT}, False),
        ({"count": 2}, False),
        ({"declared_on": date(2025, 2, 1)}, False),
        ({"settled_on": date(2025, 2, 1)}, False),
        *(({"status": status}, status is PAID) for status in PaymentStatus),
    ],
)
def test_months_paid_in_employment_without_days_are_simply_paid(
    facts: dict[str, Any], is_simple: bool
) -> None:
    """One period with a day, a count, another status or the resident scheme makes a kind complex."""
    plain = _pension("2025-01", "2025-03", area="110000")
    history = _record(
        plain, _pension("2025-03", "2025-06", **facts), _medical("2025-01", "2025-01")
    )
    whole = (MonthSpan("2025-01", "2025-06").pair,)
    assert (whole if is_simple else None) == history.simply_paid(PENSION)
    assert (MonthSpan("2025-01", "2025-01").pair,) == history.simply_paid(MEDICAL)
    assert history.simply_paid(InsuranceKind.MATERNITY) is None


# -- as of a day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 1, 31), _pension("2025-01", "2025-01", status=PENDING)),
        (date(2025, 2, 9), _pension("2025-01", "2025-01", status=PENDING)),
        (
            date(2025, 2, 10),
            _pension("2025-01", "2025-01", settled_on=date(2025, 2, 10)),
        ),
        (
            date(2025, 9, 30),
            _pension("2025-01", "2025-01", settled_on=date(2025, 2, 10)),
        ),
    ],
)
def test_a_month_in_time_is_pending_until_its_money_arrives(
    on: date, expected: ContributionPeriod
) -> None:
    """A PAID month is PENDING before the day of arrival and PAID from that day on."""
    history = _record(_pension("2025-01", "2025-01", settled_on=date(2025, 2, 10)))
    assert _record(expected) == history.as_of(on)


def test_a_month_bought_back_was_in_arrears_once_it_was_declared() -> None:
    """BACK_PAID is absent before its declaration, then ARREARS, then BACK_PAID."""
    days = {"declared_on": date(2025, 3, 10), "settled_on": date(2025, 9, 1)}
    history = _record(_pension("2025-01", "2025-02", status=BACK_PAID, **days))
    owed = _pension("2025-01", "2025-02", status=ARREARS, declared_on=date(2025, 3, 10))
    assert _record() == history.as_of(date(2025, 3, 9))
    assert _record(owed) == history.as_of(date(2025, 3, 10))
    assert _record(owed) == history.as_of(date(2025, 8, 31))
    assert history == history.as_of(date(2025, 9, 1))


def test_a_month_bought_back_of_which_nobody_knows_the_declaration_is_of_unknown_origin() -> None:
    """Not yet settled and with an unknown declaration, it is absent and listed apart."""
    bought = _pension("2025-01", "2025-02", status=BACK_PAID, settled_on=date(2025, 9, 1))
    before = _record(bought).as_of(date(2025, 8, 31))
    assert () == before.periods
    assert (bought,) == before.unknown_origin
    early = _record(bought).as_of(date(2025, 1, 31))
    assert () == early.periods
    assert ("2025-01",) == tuple(str(period.months) for period in early.unknown_origin)
    after = _record(bought).as_of(date(2025, 9, 1))
    assert (bought,) == after.periods
    assert () == after.unknown_origin


@pytest.mark.parametrize("scheme", [Scheme.RESIDENT, Scheme.FLEXIBLE])
@pytest.mark.parametrize("status", [PAID, BACK_PAID])
@pytest.mark.parametrize("declared_on", [None, date(2025, 2, 1)])
def test_months_of_voluntary_schemes_exist_from_their_settlement_on(
    scheme: Scheme, status: PaymentStatus, declared_on: date | None
) -> None:
    """Nobody owes a voluntary contribution: before it is paid there is nothing."""
    period = _pension(
        "2025-01",
        "2025-02",
        scheme=scheme,
        status=status,
        declared_on=declared_on,
        settled_on=date(2025, 9, 1),
    )
    assert _record() == _record(period).as_of(date(2025, 8, 31))
    assert _record(period) == _record(period).as_of(date(2025, 9, 1))


@pytest.mark.parametrize("status", list(PaymentStatus))
def test_a_period_is_absent_until_it_is_declared(status: PaymentStatus) -> None:
    """What enters the ledger in May is not in the record of April, whatever it is."""
    period = _pension("2025-01", "2025-02", status=status, declared_on=date(2025, 5, 1))
    assert _record() == _record(period).as_of(date(2025, 4, 30))
    assert _record(period) == _record(period).as_of(date(2025, 5, 1))


@pytest.mark.parametrize("status", list(PaymentStatus))
def test_months_without_days_stand_from_their_own_month_on(status: PaymentStatus) -> None:
    """Without days, a month of any status is in the record from the first day of that month."""
    history = _record(_pension("2025-01", "2025-06", status=status))
    assert _record() == history.as_of(date(2024, 12, 31))
    assert _record(_pension("2025-01", "2025-01", status=status)) == history.as_of(date(2025, 1, 1))
    assert _record(_pension("2025-01", "2025-05", status=status)) == history.as_of(
        date(2025, 5, 31)
    )
    assert history == history.as_of(date(2025, 6, 1))


def test_months_paid_ahead_are_kept_apart() -> None:
    """Of a year paid in January, the months after the day asked for are prepaid, not counted."""
    year = _medical("2025-01", "2025-12", scheme=Scheme.RESIDENT, settled_on=date(2025, 1, 15))
    march = _record(year).as_of(date(2025, 3, 31))
    settled = {"scheme": Scheme.RESIDENT, "settled_on": date(2025, 1, 15)}
    assert (_medical("2025-01", "2025-03", **settled),) == march.periods
    assert (_medical("2025-04", "2025-12", **settled),) == march.prepaid


def test_a_payment_before_the_year_is_prepaid_whole() -> None:
    """A year paid in the December before is prepaid then, and not before the payment."""
    year = _medical("2026-01", "2026-12", scheme=Scheme.RESIDENT, settled_on=date(2025, 12, 1))
    assert ((), (year,)) == (
        _record(year).as_of(date(2025, 12, 1)).periods,
        _record(year).as_of(date(2025, 12, 1)).prepaid,
    )
    assert _record() == _record(year).as_of(date(2025, 11, 30))


def test_prepaid_months_never_return() -> None:
    """The record of March stays the record of March, also when looked at in June."""
    year = _pension("2025-01", "2025-12", settled_on=date(2025, 1, 15))
    march = _record(year).as_of(date(2025, 3, 31))
    assert march == march.as_of(date(2025, 6, 30))
    assert march == march.as_of(date(2030, 1, 1))
    january = _record(year).as_of(date(2025, 1, 15))
    assert january == march.as_of(date(2025, 1, 15))
    assert _record(_pension("2025-01", "2025-01", status=PENDING)) == march.as_of(date(2025, 1, 14))


def test_a_later_month_without_a_day_is_not_prepaid() -> None:
    """A month to come counts from its own month on where nobody says that it was paid before."""
    history = _record(_pension("2025-01", "2025-12")).as_of(date(2025, 3, 31))
    assert () == history.prepaid


def test_a_later_month_that_is_not_declared_yet_is_not_prepaid() -> None:
    """What is not in the ledger cannot have been prepaid in it."""
    period = _pension(
        "2025-06", "2025-12", declared_on=date(2025, 4, 1), settled_on=date(2025, 3, 1)
    )
    assert _record() == _record(period).as_of(date(2025, 3, 31))
    declared = _record(period).as_of(date(2025, 4, 1))
    assert (period,) == declared.prepaid
    assert _record() == declared.as_of(date(2025, 3, 31))


@pytest.mark.parametrize(
    ("on", "months", "count"),
    [
        (date(2025, 12, 1), MonthSpan("2025-01", "2025-12"), 9),
        (date(2025, 11, 30), MonthSpan("2025-01", "2025-11"), (8, 9)),
        (date(2025, 9, 30), MonthSpan("2025-01", "2025-09"), (6, 9)),
        (date(2025, 8, 31), MonthSpan("2025-01", "2025-08"), (5, 8)),
        (date(2025, 3, 31), MonthSpan("2025-01", "2025-03"), (0, 3)),
        (date(2025, 1, 1), MonthSpan("2025-01", "2025-01"), (0, 1)),
    ],
)
def test_a_count_that_is_cut_keeps_bounds(
    on: date, months: MonthSpan, count: int | tuple[int, int]
) -> None:
    """Of 9 of 12, at least 9 less the months cut off remain, at most as many as are kept."""
    history = _record(_pension("2025-01", "2025-12", count=9))
    expected = ContributionPeriod(PENSION, months, count=count)
    assert _record(expected) == history.as_of(on)


def test_a_count_is_never_prepaid() -> None:
    """Of a number of months nobody can say which ones were paid ahead."""
    history = _record(_pension("2025-01", "2025-12", count=9, settled_on=date(2025, 1, 15)))
    assert () == history.as_of(date(2025, 3, 31)).prepaid


def test_a_count_changes_its_status_as_its_months_do() -> None:
    """Nine of twelve months whose money comes later are nine pending ones."""
    history = _record(_pension("2025-01", "2025-12", count=9, settled_on=date(2026, 1, 15)))
    assert _record(_pension("2025-01", "2025-12", count=9, status=PENDING)) == history.as_of(
        date(2026, 1, 14)
    )


@pytest.mark.parametrize(
    "on", ["2025-01-31", None, 20250131, datetime(2025, 1, 31, 12, tzinfo=UTC)]
)
def test_a_record_stands_as_of_a_day(on: object) -> None:
    """A day is a date: a text, a number or a moment is none."""
    with pytest.raises(MonthError) as caught:
        _record().as_of(on)  # type: ignore[arg-type]
    assert ("on", on) == (caught.value.field, caught.value.value)


# -- other records made of it --------------------------------------------------------------------


def test_a_record_is_cut_between_two_months() -> None:
    """Only the months from the first to the last are kept; counts that are cut keep bounds."""
    history = _record(
        _pension("2025-01", "2025-12", base=4000), _medical("2025-01", "2025-12", count=9)
    )
    assert _record(
        _pension("2025-04", "2025-06", base=4000), _medical("2025-04", "2025-06", count=(0, 3))
    ) == history.between(*MonthSpan("2025-04", "2025-06").pair)
    assert _record() == history.between(*MonthSpan("2026-01", "2026-06").pair)


def test_months_are_taken_out_of_one_kind_or_of_all() -> None:
    """A gap can be made in one insurance or in every one."""
    history = _record(_pension("2025-01", "2025-06"), _medical("2025-01", "2025-06"))
    gap = MonthSet(["2025-03", MonthSpan("2025-06", "2025-09")])
    left = [_pension("2025-01", "2025-02"), _pension("2025-04", "2025-05")]
    other = [_medical("2025-01", "2025-02"), _medical("2025-04", "2025-05")]
    assert _record(*left, *other) == history.without(gap)
    assert _record(*left, _medical("2025-01", "2025-06")) == history.without(gap, PENSION)
    assert history == history.without(gap, InsuranceKind.MATERNITY)
    assert history == history.without(MonthSet())


def test_periods_are_added() -> None:
    """More periods join the record, which stays as it was."""
    history = _record(_pension("2025-01", "2025-06"))
    more = history.adding([_pension("2025-07", "2025-12"), _medical("2025-01", "2025-01")])
    assert _record(_pension("2025-01", "2025-12"), _medical("2025-01", "2025-01")) == more
    assert _record(_pension("2025-01", "2025-06")) == history


def test_what_contradicts_the_record_cannot_be_added() -> None:
    """A paid month does not become owed by adding a period."""
    history = _record(_pension("2025-01", "2025-06"))
    with pytest.raises(ContradictionError) as caught:
        history.adding([_pension("2025-06", "2025-07", status=ARREARS)])
    assert ("months", "2025-06") == (caught.value.field, caught.value.value)


def test_what_is_kept_apart_survives() -> None:
    """Prepaid months and those of unknown origin stay with every record made of another."""
    history = _record(
        _pension("2025-01", "2025-12", settled_on=date(2025, 1, 20)),
        _medical("2025-01", "2025-02", status=BACK_PAID, settled_on=date(2026, 1, 1)),
    ).as_of(date(2025, 3, 31))
    made = [
        history.between(0, 10**6),
        history.without(MonthSet(["2025-01"])),
        history.adding([_medical("2025-03", "2025-03")]),
        history.keeping(PENSION, area="130100"),
    ]
    assert [history.prepaid] * 4 == [other.prepaid for other in made]
    assert [history.unknown_origin] * 4 == [other.unknown_origin for other in made]
    assert 1 == len(history.prepaid)
    assert 1 == len(history.unknown_origin)


def test_keeping_one_area_gives_up_the_others_where_both_were_paid() -> None:
    """After a transfer the months paid twice stand in the area kept; other months stay."""
    history = _record(
        _pension("2025-01", "2025-06", area="130100"),
        _pension("2025-04", "2025-09", area="110000"),
        _medical("2025-04", "2025-09", area="110000"),
    )
    medical = _medical("2025-04", "2025-09", area="110000")
    assert _record(
        _pension("2025-01", "2025-06", area="130100"),
        _pension("2025-07", "2025-09", area="110000"),
        medical,
    ) == history.keeping(PENSION, area="130100")
    assert _record(
        _pension("2025-01", "2025-03", area="130100"),
        _pension("2025-04", "2025-09", area="110000"),
        medical,
    ) == history.keeping(PENSION, area="110000")
    assert history == history.keeping(PENSION, area="310000")


def test_keeping_an_employer_or_a_scheme() -> None:
    """An overlap is resolved in favour of whatever is named, all of it together."""
    alpha = _pension("2025-01", "2025-03", employer="Alpha", area="130100")
    beta = _pension("2025-01", "2025-04", employer="Beta", area="130100")
    alone = _pension("2025-03", "2025-06", scheme=Scheme.FLEXIBLE, area="130100")
    history = _record(alpha, beta, alone)
    assert _record(
        alpha,
        _pension("2025-04", "2025-04", employer="Beta", area="130100"),
        _pension("2025-04", "2025-06", scheme=Scheme.FLEXIBLE, area="130100"),
    ) == history.keeping(PENSION, employer="Alpha")
    assert _record(
        alpha,
        beta,
        _pension("2025-05", "2025-06", scheme=Scheme.FLEXIBLE, area="130100"),
    ) == history.keeping(PENSION, scheme=Scheme.EMPLOYEE)
    assert history == history.keeping(PENSION, scheme=Scheme.FLEXIBLE, employer="Alpha")
    assert history.keeping(PENSION, employer="Alpha") == history.keeping(
        PENSION, employer="Alpha", area="130100", scheme=Scheme.EMPLOYEE
    )


def test_a_count_that_is_kept_takes_no_month_from_others() -> None:
    """Only months that are certainly held can be given up elsewhere; counts given up are cut."""
    counted = _pension("2025-01", "2025-12", area="130100", count=9)
    plain = _pension("2025-01", "2025-06", area="110000")
    history = _record(counted, plain)
    assert history == history.keeping(PENSION, area="130100")
    assert _record(
        _pension("2025-07", "2025-12", area="130100", count=(3, 6)), plain
    ) == history.keeping(PENSION, area="110000")


def test_keeping_needs_to_be_told_what() -> None:
    """Without an area, an employer or a scheme nothing says which months to keep."""
    with pytest.raises(RuleError) as caught:
        _record().keeping(PENSION)
    assert ("keeping", None) == (caught.value.field, caught.value.value)
    assert "keeping: None says not what to keep; expected area, employer or scheme" == str(
        caught.value
    )


# -- the same, month by month --------------------------------------------------------------------

Held = set[tuple[InsuranceKind, str | None, YearMonth]]


def _held(history: ContributionHistory) -> Held:
    return {(period.kind, period.area, month) for period in history for month in period.months}


@given(histories(with_counts=False), month_sets())
def test_taking_months_out_leaves_all_others(
    history: ContributionHistory, months: MonthSet
) -> None:
    """Exactly the months named are gone, of the kind named or of all."""
    gone = set(months)
    before = _held(history)
    assert {item for item in before if item[2] not in gone} == _held(history.without(months))
    assert {item for item in before if item[0] is not PENSION or item[2] not in gone} == _held(
        history.without(months, PENSION)
    )


@given(small_histories())
def test_after_keeping_an_area_no_month_is_certainly_doubled_with_it(
    history: ContributionHistory,
) -> None:
    """No other area holds a month that the area kept certainly holds, and no month is lost."""
    kept = history.keeping(PENSION, area="130100")
    certain = {
        month
        for period in history
        if period.area == "130100" and period.count is None
        for month in period.months
    }
    assert not any(
        month in certain for period in kept if period.area != "130100" for month in period.months
    )
    assert {item[2] for item in _held(history)} == {item[2] for item in _held(kept)}
    assert kept == kept.keeping(PENSION, area="130100")


def test_a_history_is_made_of_a_list() -> None:
    """One period is no list of periods."""
    with pytest.raises(PeriodError) as caught:
        ContributionHistory(ContributionPeriod(InsuranceKind.PENSION, "2025-01"))  # type: ignore[arg-type]
    assert "is one period" in str(caught.value)
