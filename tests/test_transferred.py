"""What a move does to a record, and doubled months that are settled, by example."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    MonthError,
    MonthSet,
    MonthSpan,
    PaymentStatus,
    PeriodError,
    RuleError,
    Scheme,
    UnknownLawError,
    counting,
    transfer,
)
from shebao.law import parameters, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from shebao.rules.transfer import Cleared, Transferred

ON = date(2026, 1, 29)
SHENZHEN, HANGZHOU, NINGBO = "440300", "330100", "330200"
ARREARS, PAID, DEEMED = PaymentStatus.ARREARS, PaymentStatus.PAID, PaymentStatus.DEEMED


def months(first: str, last: str, area: str | None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Paid pension months of an employee with a base of 5000 yuan unless facts say otherwise."""
    facts = {"kind": PENSION, "base": 5000, **facts}
    return ContributionPeriod(months=MonthSpan(first, last), area=area, **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def settled(
    *periods: ContributionPeriod, kind: InsuranceKind = PENSION, keep: str = SHENZHEN
) -> Cleared:
    """A record after its doubled months were settled."""
    return transfer.cleared(record(*periods), kind, keep=keep, on=ON)


def moved(
    *periods: ContributionPeriod, keep: str | None = None, on: date = ON, to: str = HANGZHOU
) -> Transferred:
    """A record after the move to Hangzhou."""
    return transfer.transferred(record(*periods), to=to, on=on, keep=keep)


def refunded(found: Cleared) -> dict[str | None, str]:
    """The months given up, by place."""
    return {area: str(given_up) for area, given_up in found.refunded}


# 先转后清


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        (SHENZHEN, {HANGZHOU: "2024-11..2024-12"}),
        (HANGZHOU, {SHENZHEN: "2024-11..2024-12"}),
        (NINGBO, {}),
    ],
)
def test_doubled_months_are_given_up_where_they_are_not_kept(
    keep: str, expected: dict[str | None, str]
) -> None:
    """The person chooses; months that only one place has stay where they are."""
    periods = months("2024-01", "2024-12", SHENZHEN), months("2024-11", "2025-02", HANGZHOU)
    found = settled(*periods, keep=keep)

    assert (keep, PENSION, expected) == (found.kept, found.kind, refunded(found))
    assert 14 == counting.cumulative(found.history, PENSION, on=ON).months
    assert (len(counting.overlaps(found.history, PENSION, on=ON)) == 0) == bool(expected)


@pytest.mark.parametrize(
    ("first", "expected"), [("2006-01", "800.00"), ("2005-12", "950.00"), ("2005-11", "1100.00")]
)
def test_the_refund_is_what_the_account_was_credited(first: str, expected: str) -> None:
    """Eleven per cent of the base until 2005, eight from 2006; here of 5000 yuan a month."""
    last = MonthSpan(first, first).first + 1
    given_up = ContributionPeriod(PENSION, MonthSpan(first, last), base=5000, area=HANGZHOU)
    found = settled(months("2005-01", "2006-12", SHENZHEN, base=None), given_up)

    assert Decimal(expected) == found.account_refund


def test_each_place_gives_its_own_refund() -> None:
    """Two places give a month up to a third: each had an account, whatever the bases."""
    kept = months("2024-01", "2024-01", SHENZHEN)
    alike = settled(
        kept, months("2024-01", "2024-01", HANGZHOU), months("2024-01", "2024-01", NINGBO)
    )
    other = settled(
        kept,
        months("2024-01", "2024-01", HANGZHOU),
        months("2024-01", "2024-01", NINGBO, base=4000),
    )

    assert {HANGZHOU: "2024-01", NINGBO: "2024-01"} == refunded(alike) == refunded(other)
    assert (Decimal("800.00"), Decimal("720.00")) == (alike.account_refund, other.account_refund)


def test_months_that_are_said_twice_are_refunded_once() -> None:
    """Rows that repeat each other are one contribution."""
    found = settled(
        months("2024-01", "2024-12", SHENZHEN),
        months("2024-01", "2024-02", HANGZHOU),
        months("2024-02", "2024-03", HANGZHOU),
    )

    assert ({HANGZHOU: "2024-01..2024-03"}, Decimal("1200.00")) == (
        refunded(found),
        found.account_refund,
    )


def test_a_refund_does_not_depend_on_the_decimal_context() -> None:
    """Amounts are summed as whole fen."""
    with localcontext(prec=2):
        found = settled(
            months("2024-01", "2024-12", SHENZHEN), months("2024-01", "2024-12", HANGZHOU)
        )

    assert Decimal("4800.00") == found.account_refund


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"base": None}, None),
        ({"kind": MEDICAL}, None),
        ({"kind": UNEMPLOYMENT}, None),
        ({"status": DEEMED}, Decimal("0.00")),
        ({"area": SHENZHEN}, Decimal("0.00")),
    ],
)
def test_a_refund_is_told_where_it_is_known(
    facts: dict[str, Any], expected: Decimal | None
) -> None:
    """Without a base, and for other insurances, it is not; deemed months were never credited."""
    kind = facts.get("kind", PENSION)
    kept = months("2024-01", "2024-12", SHENZHEN, kind=kind, employer="Alpha")
    found = settled(kept, months("2024-01", "2024-03", **{"area": HANGZHOU, **facts}), kind=kind)

    assert expected == found.account_refund


def test_a_refund_of_months_before_accounts_were_uniform_is_not_known() -> None:
    """The share of 1997 was the places'."""
    found = settled(months("1997-01", "1997-12", SHENZHEN), months("1997-12", "1998-01", HANGZHOU))

    assert ({HANGZHOU: "1997-12"}, None) == (refunded(found), found.account_refund)


def test_without_an_overlap_nothing_is_given_up() -> None:
    """The record stays as it is."""
    history = record(months("2024-01", "2024-06", SHENZHEN), months("2024-07", "2024-12", HANGZHOU))
    found = transfer.cleared(history, PENSION, keep=SHENZHEN, on=ON)

    assert (history, (), Decimal("0.00")) == (found.history, found.refunded, found.account_refund)


@pytest.mark.parametrize("status", [ARREARS, PaymentStatus.PENDING, PaymentStatus.DEFERRED])
def test_months_that_do_not_count_are_left_alone(status: PaymentStatus) -> None:
    """Neither are they given up, nor is anything given up for them."""
    paid, other = (
        months("2024-01", "2024-12", SHENZHEN),
        months("2024-01", "2024-03", HANGZHOU, status=status),
    )
    for keep in (SHENZHEN, HANGZHOU):
        assert record(paid, other) == settled(paid, other, keep=keep).history


def test_a_deemed_month_displaces_no_month_of_unemployment_insurance() -> None:
    """Deemed months count for pension and medical insurance only."""
    deemed, paid = (
        months("2024-01", "2024-03", area, kind=UNEMPLOYMENT, status=status)
        for area, status in ((SHENZHEN, DEEMED), (HANGZHOU, PAID))
    )

    assert () == settled(deemed, paid, kind=UNEMPLOYMENT).refunded


def test_residents_and_other_insurances_are_left_alone() -> None:
    """Only employment months of the insurance itself are settled."""
    others = (
        months("2024-01", "2024-12", HANGZHOU, scheme=Scheme.RESIDENT),
        months("2024-01", "2024-12", HANGZHOU, kind=MEDICAL),
    )

    assert () == settled(months("2024-01", "2024-12", SHENZHEN), *others).refunded


def test_months_known_only_by_their_number_are_left_alone() -> None:
    """Where they lie is not known, also beside months that say the same and are given up."""
    loose = months("2024-01", "2024-12", HANGZHOU, count=3)
    found = settled(
        months("2024-01", "2024-02", SHENZHEN), months("2024-01", "2024-06", HANGZHOU), loose
    )

    assert {HANGZHOU: "2024-01..2024-02"} == refunded(found)
    assert loose in found.history.periods


def test_numbers_that_a_day_makes_alike_stay_two() -> None:
    """One or two of six months and two of seven, cut to five, are up to two each, and not one row."""
    numbers = [
        ContributionPeriod(PENSION, MonthSpan("2025-09", last), area=HANGZHOU, count=count)
        for last, count in (("2026-02", (1, 2)), ("2026-03", (2, 2)))
    ]
    history = record(*numbers)
    found = transfer.cleared(history, PENSION, keep=SHENZHEN, on=ON)

    assert history.as_of(ON) == found.history
    assert 2 == len(found.history)


def test_unplaced_months_are_given_up_for_placed_ones() -> None:
    """A month that the kept place has counts once, wherever the other was paid."""
    found = settled(months("2024-01", "2024-12", SHENZHEN), months("2024-06", "2024-07", None))

    assert {None: "2024-06..2024-07"} == refunded(found)


def test_three_places_are_settled_one_after_the_other() -> None:
    """What the kept place does not hold stays doubled until one of the others is kept."""
    first = settled(
        months("2024-01", "2024-01", SHENZHEN),
        months("2024-01", "2024-02", HANGZHOU),
        months("2024-01", "2024-02", NINGBO),
    )
    second = transfer.cleared(first.history, PENSION, keep=NINGBO, on=ON)

    assert ["2024-02"] == [
        str(each.span) for each in counting.overlaps(first.history, PENSION, on=ON)
    ]
    assert {HANGZHOU: "2024-02"} == refunded(second)
    assert () == counting.overlaps(second.history, PENSION, on=ON)


def test_what_was_paid_ahead_stays_with_a_settled_record() -> None:
    """Months after the day whose money had arrived are no part of the settlement."""
    ahead = months("2026-01", "2026-12", SHENZHEN, settled_on=date(2026, 1, 5))
    history = record(ahead, months("2026-01", "2026-01", HANGZHOU))
    found = transfer.cleared(history, PENSION, keep=SHENZHEN, on=ON)

    assert {HANGZHOU: "2026-01"} == refunded(found)
    assert history.as_of(ON).prepaid == found.history.prepaid


# 关系转移


def test_three_insurances_move_two_do_not() -> None:
    """社会保险经办条例 第十二条至第十五条: work injury and maternity insurance begin anew."""
    found = moved(*(months("2024-01", "2024-12", SHENZHEN, kind=kind) for kind in InsuranceKind))
    year = MonthSet([MonthSpan("2024-01", "2024-12")])

    assert ((PENSION, year), (MEDICAL, year), (UNEMPLOYMENT, year)) == found.moved
    assert ((WORK_INJURY, year), (MATERNITY, year)) == found.stayed
    assert {HANGZHOU, SHENZHEN} == {period.area for period in found.history}
    assert ((), HANGZHOU) == (found.cleared, found.to)
    assert ("第十二条至第十五条", (PENSION, MEDICAL, UNEMPLOYMENT)) == (
        found.law.citation.article,
        found.law.value,
    )


def test_residents_stay_where_they_are() -> None:
    """Residents' schemes follow the household registration, not the work."""
    resident = [
        months("2024-01", "2024-12", SHENZHEN, kind=kind, scheme=Scheme.RESIDENT)
        for kind in (PENSION, MEDICAL)
    ]
    found = moved(*resident, months("2024-01", "2024-12", SHENZHEN, scheme=Scheme.FLEXIBLE))

    assert [PENSION] == [kind for kind, _ in found.moved]
    assert [PENSION, MEDICAL] == [kind for kind, _ in found.stayed]
    assert all(period in found.history.periods for period in resident)


def test_residents_months_known_by_number_hinder_nobody() -> None:
    """They do not move, so they need no months one by one; work-injury ones neither."""
    numbers = (
        months("2024-01", "2024-12", SHENZHEN, scheme=Scheme.RESIDENT, count=6),
        months("2024-01", "2024-12", SHENZHEN, kind=WORK_INJURY, count=6),
    )

    assert {PENSION: 12, WORK_INJURY: 12} == {
        kind: len(stayed) for kind, stayed in moved(*numbers).stayed
    }


@pytest.mark.parametrize(
    ("keep", "place", "base"),
    [(None, SHENZHEN, 4000), (HANGZHOU, SHENZHEN, 4000), (SHENZHEN, HANGZHOU, 5000)],
)
def test_doubled_months_are_settled_before_they_move(
    keep: str | None, place: str, base: int
) -> None:
    """The new place keeps its own unless another one is chosen."""
    found = moved(
        months("2024-01", "2024-03", SHENZHEN),
        months("2024-03", "2024-04", HANGZHOU, base=4000),
        keep=keep,
    )
    march = [period.base for period in found.history if "2024-03" in MonthSet([period.months])]

    assert [{place: "2024-03"}] == [refunded(each) for each in found.cleared]
    assert [base] == march
    assert {HANGZHOU} == {period.area for period in found.history}


def test_months_that_two_old_places_double_are_settled_by_their_codes() -> None:
    """Where neither the chosen nor the new place has them, the lower code is kept, and it is told."""
    found = moved(
        months("2024-01", "2024-02", SHENZHEN, base=4000), months("2024-01", "2024-02", NINGBO)
    )

    assert [(NINGBO, {SHENZHEN: "2024-01..2024-02"})] == [
        (each.kept, refunded(each)) for each in found.cleared
    ]
    assert [Decimal(5000)] == [period.base for period in found.history]


def test_two_employers_in_one_place_both_move() -> None:
    """What one place has is not settled: months count once, and both bases are kept."""
    found = moved(
        months("2024-01", "2024-02", SHENZHEN, employer="Alpha"),
        months("2024-02", "2024-03", SHENZHEN, employer="Beta", base=4000),
    )

    assert ["Alpha", "Beta"] == [period.employer for period in found.history]
    assert 3 == counting.cumulative(found.history, PENSION, on=ON).months


@pytest.mark.parametrize("first", [SHENZHEN, HANGZHOU])
def test_arrears_beside_a_paid_month_are_no_month_of_their_own(first: str) -> None:
    """In arrears in one place and paid in the other, the month is paid after the move."""
    other = HANGZHOU if first == SHENZHEN else SHENZHEN
    found = moved(
        months("2024-01", "2024-02", first, status=ARREARS), months("2024-02", "2024-03", other)
    )

    assert [(ARREARS, "2024-01"), (PAID, "2024-02..2024-03")] == [
        (period.status, str(period.months)) for period in found.history
    ]


def test_of_months_that_do_not_count_the_better_status_moves() -> None:
    """A deferred month holds a run and one in arrears breaks it."""
    found = moved(
        months("2024-01", "2024-03", HANGZHOU, status=ARREARS),
        months("2024-02", "2024-02", SHENZHEN, status=PaymentStatus.DEFERRED),
    )

    assert ["2024-01", "2024-02", "2024-03"] == [str(period.months) for period in found.history]
    assert [ARREARS, PaymentStatus.DEFERRED, ARREARS] == [each.status for each in found.history]
    assert ((PENSION, MonthSet(["2024-02"])),) == found.moved


def test_months_without_a_place_move_too() -> None:
    """Wherever they were, they are now in the new place."""
    assert ((PENSION, MonthSet(["2024-01"])),) == moved(months("2024-01", "2024-01", None)).moved


def test_the_record_moves_as_it_stood_on_the_day() -> None:
    """Later months are not there yet, and later money makes a month pending."""
    found = moved(
        months("2024-01", "2024-12", SHENZHEN),
        months("2024-02", "2024-02", SHENZHEN, kind=MEDICAL, settled_on=date(2024, 3, 5)),
        on=date(2024, 2, 29),
    )
    assert [(PAID, 2), (PaymentStatus.PENDING, 1)] == [
        (period.status, len(period.months)) for period in found.history
    ]


def test_what_was_paid_ahead_is_not_lost() -> None:
    """A resident's next year, paid before the day, stays in the record."""
    ahead = months(
        "2025-01",
        "2025-12",
        SHENZHEN,
        kind=MEDICAL,
        scheme=Scheme.RESIDENT,
        settled_on=date(2024, 11, 1),
    )
    found = moved(ahead, months("2024-01", "2024-12", SHENZHEN), on=date(2024, 12, 31))

    assert (ahead,) == found.history.prepaid


def test_months_of_the_new_place_alone_do_not_move() -> None:
    """Nothing moves where nobody moved."""
    found = moved(months("2024-01", "2024-12", HANGZHOU))

    assert ((), (), ()) == (found.moved, found.stayed, found.cleared)


def test_which_insurances_move_is_law() -> None:
    """Another law moves pensions alone."""
    law = shipped().replacing(parameters.TRANSFER_KINDS, ["pension"])
    history = record(
        *(months("2024-01", "2024-12", SHENZHEN, kind=kind) for kind in (PENSION, MEDICAL))
    )
    found = transfer.transferred(history, to=HANGZHOU, on=ON, law=law)

    assert ([PENSION], [MEDICAL]) == (
        [kind for kind, _ in found.moved],
        [kind for kind, _ in found.stayed],
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2011, 7, 1), "第十九条、第三十二条、第五十二条"),
        (date(2023, 11, 30), "第十九条、第三十二条、第五十二条"),
        (date(2023, 12, 1), "第十二条至第十五条"),
    ],
)
def test_the_law_of_the_day_says_what_moves(on: date, expected: str) -> None:
    """From 2011-07-01 社会保险法, from 2023-12-01 社会保险经办条例: the same insurances."""
    found = moved(months("2011-06", "2011-06", SHENZHEN), on=on)

    assert expected == found.law.citation.article
    assert ((PENSION, MonthSet(["2011-06"])),) == found.moved


def test_before_the_social_insurance_law_nobody_knows_what_moves() -> None:
    """The law before 2011-07-01 is not known."""
    with pytest.raises(UnknownLawError) as caught:
        moved(on=date(2011, 6, 30))

    assert ("transfer.kinds", "2011-06-30") == (caught.value.parameter, caught.value.day)


@pytest.mark.parametrize("area", [SHENZHEN, HANGZHOU])
def test_months_known_only_by_their_number_cannot_move(area: str) -> None:
    """What moves has to be known month by month; the error names the spans."""
    with pytest.raises(RuleError) as caught:
        moved(months("2024-01", "2024-12", area, kind=MEDICAL, count=6))

    assert "history" == caught.value.field
    assert "medical 2024-01..2024-12 (6 of 12)" in str(caught.value)


# Wrong input


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"history": None}, PeriodError, "history"),
        ({"kind": "pension"}, RuleError, "kind"),
        ({"keep": None}, RuleError, "keep"),
        ({"keep": "44"}, RuleError, "keep"),
        ({"on": None}, MonthError, "on"),
        ({"law": 7}, RuleError, "law"),
    ],
)
def test_wrong_facts_of_a_settlement_are_named(
    change: dict[str, Any], error: type[Any], field: str
) -> None:
    """Each is refused by its name, with an error of the library."""
    facts = {"history": record(), "kind": PENSION, "keep": SHENZHEN, "on": ON, **change}
    call = cast("Callable[..., object]", transfer.cleared)
    with pytest.raises(error) as caught:
        call(facts.pop("history"), facts.pop("kind"), **facts)

    assert field == caught.value.field


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"history": []}, PeriodError, "history"),
        ({"to": None}, RuleError, "to"),
        ({"to": 330100}, RuleError, "to"),
        ({"keep": "Hangzhou"}, RuleError, "keep"),
        ({"on": "today"}, MonthError, "on"),
        ({"law": 7}, RuleError, "law"),
    ],
)
def test_wrong_facts_of_a_move_are_named(
    change: dict[str, Any], error: type[Any], field: str
) -> None:
    """Each is refused by its name, with an error of the library."""
    facts = {"history": record(), "to": HANGZHOU, "on": ON, **change}
    call = cast("Callable[..., object]", transfer.transferred)
    with pytest.raises(error) as caught:
        call(facts.pop("history"), **facts)

    assert field == caught.value.field
