"""Laws of the individual account, checked against sums made month by month in exact fractions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    MonthSpan,
    PaymentStatus,
    Scheme,
    UndeterminedError,
    YearMonth,
)
from shebao.law import Law, parameters, shipped
from shebao.rules import account
from shebao.rules.account import Balance
from shebao.terms import InterestMethod
from strategies import days, histories

YEAR, MONTH_PRODUCT = InterestMethod
#: Months whose share and rate are shipped, the turn from 11 to 8 per cent left to examples.
WITHIN: Final = MonthSpan("2016-01", "2025-12")
LAST: Final = date(2026, 12, 31)
#: The rates of the ministries, typed again.
RATES: Final = {
    2016: Fraction("8.31"),
    2017: Fraction("7.12"),
    2018: Fraction("8.29"),
    2019: Fraction("7.61"),
    2020: Fraction("6.04"),
    2021: Fraction("6.69"),
    2022: Fraction("6.12"),
    2023: Fraction("3.97"),
    2024: Fraction("2.62"),
    2025: Fraction("1.50"),
}

fen = st.integers(0, 10**9)
yuan = fen.map(lambda amount: Decimal(amount) / 100)
rates = st.integers(0, 1000).map(lambda basis_points: Decimal(basis_points) / 100)
methods = st.sampled_from(InterestMethod)
years_of_credits = st.lists(yuan, min_size=12, max_size=12)
on_days = days(YearMonth(2015, 12), YearMonth(2026, 12))


def rounded(value: Fraction) -> Decimal:
    """An amount that is not negative, half up to the fen."""
    whole = (value * 100 + Fraction(1, 2)).__floor__()
    return Decimal(whole).scaleb(-2)


def interest_of(
    opening: Fraction, monthly: list[Fraction], percent: Fraction, method: InterestMethod
) -> Decimal:
    """A year's interest in plain fractions: each credit for the part of the year that it counts."""
    standing = opening
    for month, amount in enumerate(monthly, 1):
        share = Fraction(12 - month + 1, 12) if method is MONTH_PRODUCT else Fraction("1.083") / 2
        standing += amount * share
    return rounded(standing * percent / 100)


@given(yuan, years_of_credits, rates, methods)
def test_a_year_is_the_sum_of_its_parts(
    opening: Decimal, monthly: list[Decimal], percent: Decimal, method: InterestMethod
) -> None:
    """Interest is that of each amount for its part of the year, rounded once."""
    expected = interest_of(
        Fraction(opening), list(map(Fraction, monthly)), Fraction(percent), method
    )
    assert expected == account.interest(opening, monthly, percent, method=method)


@given(yuan, years_of_credits, methods)
def test_without_a_rate_there_is_no_interest(
    opening: Decimal, monthly: list[Decimal], method: InterestMethod
) -> None:
    """At 0 per cent nothing is earned, by either method."""
    assert 0 == account.interest(opening, monthly, 0, method=method)


@given(st.integers(0, 10**6), st.integers(0, 1000))
def test_equal_credits_earn_78_parts_of_144_or_half_of_1083(times: int, percent: int) -> None:
    """Of 2,000 yuan a month 24,000 * 78/144 stand a whole year, or 24,000 * 1.083/2."""
    monthly = [2000 * times] * 12
    by_product = account.interest(0, monthly, percent, method=MONTH_PRODUCT)
    by_year = account.interest(0, monthly, percent, method=YEAR)

    assert Decimal(130) * times * percent == by_product
    assert Decimal("129.96") * times * percent == by_year


@given(yuan, rates, yuan, st.integers(1, 12))
def test_which_method_is_better_depends_on_when_the_credit_came(
    opening: Decimal, percent: Decimal, amount: Decimal, month: int
) -> None:
    """A credit up to June earns no less by the month product, a later one no more."""
    monthly: list[Decimal | int] = [0] * 12
    monthly[month - 1] = amount
    by_product = account.interest(opening, monthly, percent, method=MONTH_PRODUCT)
    by_year = account.interest(opening, monthly, percent, method=YEAR)

    assert by_product >= by_year if month <= 6 else by_product <= by_year


@given(yuan, rates, years_of_credits, st.data())
def test_the_year_method_knows_the_sum_alone(
    opening: Decimal, percent: Decimal, monthly: list[Decimal], data: st.DataObject
) -> None:
    """In which month a credit came changes nothing; by the month product earlier is never less."""
    permuted = data.draw(st.permutations(monthly))
    falling = sorted(monthly, reverse=True)
    by_year = [
        account.interest(opening, each, percent, method=YEAR) for each in (monthly, permuted)
    ]
    by_product = [
        account.interest(opening, each, percent, method=MONTH_PRODUCT)
        for each in (permuted, falling)
    ]
    assert by_year[0] == by_year[1]
    assert by_product[0] <= by_product[1]


@given(yuan, years_of_credits, rates, yuan, rates, st.integers(0, 11), methods)
def test_more_never_earns_less(
    opening: Decimal,
    monthly: list[Decimal],
    percent: Decimal,
    more: Decimal,
    points: Decimal,
    month: int,
    method: InterestMethod,
) -> None:
    """A higher balance, a higher credit or a higher rate never lowers the interest."""
    richer = [*monthly[:month], monthly[month] + more, *monthly[month + 1 :]]
    least = account.interest(opening, monthly, percent, method=method)
    others = [
        account.interest(opening + more, monthly, percent, method=method),
        account.interest(opening, richer, percent, method=method),
        account.interest(opening, monthly, percent + points, method=method),
    ]
    assert [True] * 3 == [least <= other for other in others]


class Ledger(NamedTuple):
    """The credits of a record by the month that they are for, and months that are not settled."""

    credits: dict[YearMonth, tuple[YearMonth, Decimal]]
    unknown: set[YearMonth]


def month_of(day: date) -> YearMonth:
    """The month of a day."""
    return YearMonth(day.year, day.month)


def arrival(period: ContributionPeriod, month: YearMonth, on: date) -> YearMonth | None:
    """When the money for a month of a period was credited; None if not by the day."""
    is_late = period.status is PaymentStatus.BACK_PAID
    if period.status is not PaymentStatus.PAID and not is_late:
        return None
    if period.scheme is Scheme.RESIDENT or month > month_of(on):
        return None
    known = [day for day in (period.declared_on, period.settled_on) if day is not None]
    if any(day > on for day in known):
        return None
    moving = known if is_late else [day for day in (period.settled_on,) if day is not None]
    return max([month, *map(month_of, moving)])


def ledger(history: ContributionHistory, on: date) -> Ledger:
    """Every month of a record by itself, at the 8 per cent of the years that are drawn."""
    arrivals: dict[YearMonth, list[YearMonth]] = defaultdict(list)
    bases: dict[YearMonth, set[Decimal | None]] = defaultdict(set)
    for period in history:
        for month in period.months:
            arrived = arrival(period, month, on)
            if arrived is not None:
                arrivals[month].append(arrived)
                bases[month].add(period.base)
    found: dict[YearMonth, tuple[YearMonth, Decimal]] = {}
    unknown: set[YearMonth] = set()
    for month, held in bases.items():
        base = next(iter(held))
        if len(held) > 1 or base is None:
            unknown.add(month)
        else:
            found[month] = min(arrivals[month]), rounded(Fraction(base) * 8 / 100)
    return Ledger(found, unknown)


def outcome(history: ContributionHistory, on: date) -> object:
    """The credits of a record, or what they lack."""
    try:
        return account.credits(history, on=on)
    except UndeterminedError as error:
        return error.missing


def with_known_bases(history: ContributionHistory) -> ContributionHistory:
    """The record with 4,000 yuan in every month, so that no month has two bases or none."""
    return ContributionHistory(attrs.evolve(period, base=4000) for period in history)


drawn = histories(PENSION, within=WITHIN, with_counts=False)
known = drawn.map(with_known_bases)


@given(drawn, on_days)
def test_every_month_is_credited_once_or_named(history: ContributionHistory, on: date) -> None:
    """Month by month the same credits; none at all where a base is missing or there are two."""
    expected = ledger(history, on)
    try:
        found = account.credits(history, on=on)
    except UndeterminedError:
        assert expected.unknown
    else:
        assert not expected.unknown
        assert expected.credits == {
            credit.paid_for: (credit.month, credit.amount) for credit in found
        }
        assert len(expected.credits) == len(found)
        assert sorted(found, key=lambda each: (each.month, each.paid_for)) == list(found)


@given(known, on_days, methods)
def test_a_balance_is_made_year_by_year(
    history: ContributionHistory, on: date, method: InterestMethod
) -> None:
    """Opening, credits and interest of each year as a ledger kept by hand has them."""
    entries = list(ledger(history, on).credits.values())
    balance = Fraction(0)
    expected: list[tuple[int, Fraction, Fraction, Fraction]] = []
    first = min((month.year for month, _ in entries), default=on.year + 1)
    for year in range(first, on.year + 1):
        monthly = [
            sum(
                (Fraction(each) for at, each in entries if at == YearMonth(year, month)),
                Fraction(0),
            )
            for month in range(1, 13)
        ]
        earned = Fraction(0)
        if year < on.year:
            earned = Fraction(interest_of(balance, monthly, RATES[year], method))
        expected.append((year, balance, sum(monthly, Fraction(0)), earned))
        balance += sum(monthly, earned)
    found = account.balance(history, on=on, method=method)

    assert expected == [
        (each.year, *map(Fraction, (each.opening, each.credits, each.interest)))
        for each in found.years
    ]
    assert balance == found.amount


@composite
def split(draw: DrawFn, history: ContributionHistory) -> ContributionHistory:
    """The record with its periods cut somewhere, in any order."""
    pieces: list[ContributionPeriod] = []
    for period in history:
        first, last = period.months.pair
        cut = draw(st.integers(first, last))
        parts = [period.between(first, cut), period.between(cut + 1, last)]
        pieces += [part for part in parts if part is not None]
    return ContributionHistory(draw(st.permutations(pieces)))


@given(drawn, on_days, st.data())
def test_how_a_record_is_written_changes_no_credit(
    history: ContributionHistory, on: date, data: st.DataObject
) -> None:
    """Splitting and permuting periods changes neither the credits nor what they lack."""
    assert outcome(history, on) == outcome(data.draw(split(history)), on)


@given(known, methods, st.data())
def test_a_balance_goes_on_from_any_year_of_it(
    history: ContributionHistory, method: InterestMethod, data: st.DataObject
) -> None:
    """From the closing balance of any year that ended, the later years are the same."""
    whole = account.balance(history, on=LAST, method=method)
    assume(len(whole.years) > 1)
    index = data.draw(st.integers(0, len(whole.years) - 2))
    ended = whole.years[index]
    rest = account.balance(
        history, on=LAST, method=method, opening=ended.closing, opening_year=ended.year
    )
    assert whole.years[index + 1 :] == rest.years


class Paid(NamedTuple):
    """One month of a simple record."""

    fen: int
    delay: int | None


def simple(months: dict[int, Paid]) -> ContributionHistory:
    """A record of months, each paid in time or back-paid some days after its first one."""
    periods: list[ContributionPeriod] = []
    for ordinal, (base_fen, delay) in months.items():
        month = YearMonth.from_ordinal(ordinal)
        settled = None if delay is None else month.first_day + timedelta(delay)
        status = PaymentStatus.PAID if delay is None else PaymentStatus.BACK_PAID
        base = Decimal(base_fen).scaleb(-2)
        periods.append(
            ContributionPeriod(PENSION, month, base=base, status=status, settled_on=settled)
        )
    return ContributionHistory(periods)


months_paid = st.dictionaries(
    st.integers(*WITHIN.pair),
    st.builds(Paid, st.integers(1, 4_000_000), st.none() | st.integers(0, 1500)),
    max_size=24,
)


@given(months_paid, on_days, on_days, methods)
def test_what_is_past_does_not_change(
    months: dict[int, Paid], on: date, other: date, method: InterestMethod
) -> None:
    """Of an earlier and a later day, the years that had ended on the earlier one are alike."""
    early, late = (
        account.balance(simple(months), on=day, method=method) for day in sorted((on, other))
    )
    assert early.years[:-1] == late.years[: max(0, len(early.years) - 1)]
    assert early.amount <= late.amount


def amount_with(law: Law, months: dict[int, Paid], method: InterestMethod) -> Decimal:
    """The balance of a simple record at the end of all."""
    return account.balance(simple(months), on=LAST, method=method, law=law).amount


@given(months_paid, st.integers(*WITHIN.pair), st.integers(1, 10**6), methods)
def test_who_pays_more_has_more(
    months: dict[int, Paid], ordinal: int, more: int, method: InterestMethod
) -> None:
    """A month more or a higher base never lowers the balance."""
    before = months.get(ordinal, Paid(0, None))
    richer = {**months, ordinal: before._replace(fen=before.fen + more)}
    amounts = [amount_with(shipped(), each, method) for each in (months, richer)]
    assert amounts[0] <= amounts[1]


@given(months_paid, rates, rates, st.integers(2016, 2025), methods)
def test_a_higher_rate_never_lowers_the_balance(
    months: dict[int, Paid], percent: Decimal, points: Decimal, year: int, method: InterestMethod
) -> None:
    """Whatever the other years have, more in one year is never less in the end."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    laws = [
        shipped().replacing(parameters.ACCOUNT_INTEREST, rate, valid_from=first, valid_until=last)
        for rate in (percent, percent + points)
    ]
    amounts = [amount_with(law, months, method) for law in laws]
    assert amounts[0] <= amounts[1]


@given(months_paid, methods)
def test_at_rates_of_zero_the_balance_is_what_was_credited(
    months: dict[int, Paid], method: InterestMethod
) -> None:
    """Without interest an account holds its credits and nothing else."""
    law = shipped().replacing(parameters.ACCOUNT_INTEREST, 0)
    found: Balance = account.balance(simple(months), on=LAST, method=method, law=law)
    credited = account.credits(simple(months), on=LAST)
    assert sum(Fraction(credit.amount) for credit in credited) == found.amount
