"""Residents' medical insurance: what holds for every record, day and place."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Scheme,
    explain,
    resident_medical,
)
from shebao.law import parameters, shipped
from shebao.rules.resident_medical import ResidentBenefits, Waiting
from strategies import histories

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import DrawFn

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
FIRST, LAST = 2022, 2034
TIANJIN: Final = "120000"
FIXED: Final = shipped().get(parameters.RESIDENT_MEDICAL_FIXED_WAITING, on=date(2025, 1, 1)).value
RULE: Final = shipped().get(parameters.RESIDENT_MEDICAL_VARIABLE_WAITING, on=date(2025, 1, 1)).value
YEARS: Final = st.integers(FIRST, LAST)
TRUTH: Final = st.sampled_from([True, False, None])


def resident(year: int, settled: date | None) -> ContributionPeriod:
    """A calendar year paid as a resident."""
    months = MonthSpan(f"{year}-01", f"{year}-12")
    return ContributionPeriod(MEDICAL, months, scheme=Scheme.RESIDENT, settled_on=settled)


def in_window(years: Iterable[int]) -> ContributionHistory:
    """A record of years, each paid in the window of Tianjin."""
    return ContributionHistory([resident(year, date(year - 1, 10, 9)) for year in years])


@st.composite
def records(draw: DrawFn) -> ContributionHistory:
    """Years as a resident, paid before, in or after them or on no day, and spans of employment."""
    periods = []
    for year in draw(st.sets(YEARS)):
        day = draw(st.none() | st.dates(date(year - 1, 9, 1), date(year + 2, 6, 30)))
        periods.append(resident(year, day))
    for index in range(draw(st.integers(0, 2))):
        first = MonthSpan(f"{draw(YEARS)}-01", f"{LAST}-12").first + draw(st.integers(0, 11))
        months = MonthSpan(first, first + draw(st.integers(0, 40)))
        periods.append(ContributionPeriod(MEDICAL, months, employer=f"employer {index}"))
    return ContributionHistory(periods)


@attrs.frozen
class Facts:
    """What is asked beside the record."""

    on: date
    area: str | None
    is_exempt: bool | None
    part_years_count: bool | None
    repaired_years: int
    born_on: date | None

    def waiting(self, history: ContributionHistory) -> Decision[ResidentBenefits]:
        """The waiting period of a record."""
        return resident_medical.waiting(history, **attrs.asdict(self))

    def cover(self, history: ContributionHistory) -> Decision[ResidentBenefits]:
        """The cover of a record."""
        return resident_medical.cover(history, **attrs.asdict(self))


@st.composite
def facts(draw: DrawFn) -> Facts:
    """A day from 2023 to 2036, a place with a window or without one, facts known or not."""
    on = draw(st.dates(date(2023, 1, 1), date(2036, 12, 31)))
    return Facts(
        on,
        draw(st.sampled_from([None, TIANJIN, "130000"])),
        draw(TRUTH),
        draw(TRUTH),
        draw(st.integers(0, 3)),
        draw(st.none() | st.dates(date(2019, 1, 1), on)),
    )


def bounds(decision: Decision[ResidentBenefits]) -> list[Waiting]:
    """The shortest and the longest waiting period of an answer, if it has them."""
    value = decision.value
    return [] if value is None else [value.shortest, value.longest]


def plain_months(broken: int, repaired: int) -> int:
    """The waiting period of the guiding opinions, written as a sum of months."""
    months = [1] * max(0, broken - 1)
    keep = 3 if broken >= 4 else 0
    for _ in range(repaired):
        if len(months) > keep:
            months.pop()
    return 3 + sum(months)


@given(absent=st.integers(0, 9), repaired=st.integers(0, 12))
def test_months_are_those_of_a_plain_sum(absent: int, repaired: int) -> None:
    """Three and one for each broken year beyond the first; repair takes single months away."""
    year = RULE.first_year + absent
    decision = resident_medical.waiting(
        in_window([year]),
        on=date(year, 5, 1),
        area=TIANJIN,
        is_exempt=False,
        repaired_years=repaired,
    )
    expected = plain_months(absent, repaired) if absent else 0

    assert [expected, expected] == [each.months for each in bounds(decision)]


@given(history=records(), asked=facts())
def test_a_waiting_period_has_its_fixed_months(history: ContributionHistory, asked: Facts) -> None:
    """It is nothing at all, or at least the fixed months; after four broken years six at least."""
    for each in bounds(asked.waiting(history)):
        assert each.months == 0 or each.months >= FIXED
        assert (each.fixed_months == 0) is (each.months == 0)
        if each.months and len(each.broken_years) >= RULE.long_years:
            assert each.months >= RULE.long_months
        assert each.months - each.repairable_months >= (FIXED if each.months else 0)


@given(history=records(), asked=facts())
def test_who_certainly_waits_not_is_eligible(history: ContributionHistory, asked: Facts) -> None:
    """Yes is where no waiting period runs for certain, no where one does."""
    decision = asked.waiting(history)
    months = [each.months for each in bounds(decision)]
    if months:
        assert (decision.outcome is ELIGIBLE) is (months == [0, 0])
        assert (decision.outcome is INELIGIBLE) is (months[0] > 0)


@given(history=records(), asked=facts())
def test_the_shortest_is_not_longer_than_the_longest(
    history: ContributionHistory, asked: Facts
) -> None:
    """The bounds lie in order, and benefits begin in the year or after."""
    found = bounds(asked.waiting(history))
    if found:
        assert found[0].first_day <= found[1].first_day
        assert found[0].first_day >= date(asked.on.year, 1, 1)


@given(history=records(), asked=facts(), year=YEARS)
def test_a_year_more_never_moves_the_first_day_back(
    history: ContributionHistory, asked: Facts, year: int
) -> None:
    """With a year paid in its window that the record may lack, benefits begin no later.

    A payment whose day is known may settle what an earlier one left open in the person's favour;
    the latest day that is possible never moves back.
    """
    paid = attrs.evolve(resident(year, date(year - 1, 10, 9)), area=TIANJIN)
    before = bounds(asked.waiting(history))
    after = bounds(asked.waiting(history.adding([paid])))

    assert len(before) <= len(after)
    for old, new in zip(before[1:], after[1:], strict=False):
        assert new.first_day <= old.first_day
    if year != asked.on.year:
        for old, new in zip(before, after, strict=True):
            assert new.first_day <= old.first_day


@given(history=records(), asked=facts(), more=st.integers(0, 5))
def test_repair_never_lengthens(history: ContributionHistory, asked: Facts, more: int) -> None:
    """With more years bought back each bound is as short or shorter, and the fixed months stay."""
    richer = attrs.evolve(asked, repaired_years=asked.repaired_years + more)

    for old, new in zip(
        bounds(asked.waiting(history)), bounds(richer.waiting(history)), strict=True
    ):
        assert new.first_day <= old.first_day
        assert new.fixed_months == old.fixed_months


@given(insured=st.sets(YEARS), year=YEARS)
def test_more_broken_years_never_shorten(insured: set[int], year: int) -> None:
    """Without one of its insured years a record waits as long or longer."""
    year = max(year, RULE.first_year)
    days = [
        resident_medical.waiting(
            in_window(years | {year}), on=date(year, 12, 31), area=TIANJIN, is_exempt=False
        )
        for years in (insured, insured - {min(insured, default=0)}, insured - {year - 1}, set())
    ]
    firsts = [bounds(each)[1].first_day for each in days]

    assert firsts[0] <= firsts[1] <= firsts[3]
    assert firsts[0] <= firsts[2] <= firsts[3]


@given(history=records(), asked=facts(), days=st.integers(0, 365))
def test_who_is_covered_stays_so_until_the_end_of_the_year(
    history: ContributionHistory, asked: Facts, days: int
) -> None:
    """On every later day of the year the answer is the same or better."""
    later = min(asked.on + timedelta(days), date(asked.on.year, 12, 31))
    if asked.cover(history).outcome is ELIGIBLE:
        assert attrs.evolve(asked, on=later).cover(history).outcome is ELIGIBLE


@given(history=records(), asked=facts())
def test_cover_begins_on_the_first_day(history: ContributionHistory, asked: Facts) -> None:
    """A day is covered from the latest first day on, never before the earliest, else it is open."""
    decision = asked.cover(history)
    found = bounds(decision)
    if found:
        expected = UNDETERMINED
        if asked.on >= found[1].first_day:
            expected = ELIGIBLE
        elif asked.on < found[0].first_day:
            expected = INELIGIBLE
        assert expected is decision.outcome


@given(history=histories(MEDICAL, within=MonthSpan("2023-01", "2034-12")), asked=facts())
def test_an_open_answer_says_what_is_missing(history: ContributionHistory, asked: Facts) -> None:
    """Whatever the record, something is missing exactly where the answer is open; it can be told."""
    for decision in (asked.waiting(history), asked.cover(history)):
        assert bool(decision.missing) is (decision.outcome is UNDETERMINED)
        assert asked.on.isoformat() in "".join(explain(decision).split())


@given(
    history=histories(MEDICAL, within=MonthSpan("2023-01", "2034-12"), with_counts=False),
    asked=facts(),
)
def test_the_record_as_of_the_day_gives_the_same_answer(
    history: ContributionHistory, asked: Facts
) -> None:
    """What a day sees is what the record as it stood on that day holds."""
    record = history.as_of(asked.on)

    assert asked.waiting(record) == asked.waiting(history)
    assert asked.cover(record) == asked.cover(history)


@given(history=records(), asked=facts(), data=st.data())
def test_splitting_and_order_change_nothing(
    history: ContributionHistory, asked: Facts, data: st.DataObject
) -> None:
    """Periods in another order, cut in two, give the same answers."""
    parts = [part for each in history for part in cut(each, data.draw(st.integers(0, 11)))]
    written = ContributionHistory(data.draw(st.permutations(parts)))

    assert asked.waiting(written) == asked.waiting(history)
    assert asked.cover(written) == asked.cover(history)


def cut(period: ContributionPeriod, months: int) -> list[ContributionPeriod]:
    """A period in two parts, the first so many months long."""
    first, last = period.months.pair
    halves = (period.between(first, first + months - 1), period.between(first + months, last))
    return [half for half in halves if half is not None]


@given(
    insured=st.sets(YEARS),
    more=YEARS,
    claimless=st.sets(YEARS),
    on=st.dates(date(2025, 1, 1), date(2036, 1, 1)),
)
def test_incentives_rise_with_years(
    insured: set[int], more: int, claimless: set[int], on: date
) -> None:
    """A year more, insured or without a claim, never lowers the raises nor raises the lowering."""
    found = [
        resident_medical.incentives(
            in_window(years), on=on, zero_claim_years=claims, area="130000", cap=300000
        )
        for years, claims in (
            (insured, claimless),
            (insured | {more}, claimless),
            (insured, claimless | {more}),
        )
    ]

    for better in found[1:]:
        assert found[0].raised[0] <= better.raised[0]
        assert found[0].lowered is not None
        assert better.lowered is not None
        assert found[0].lowered[1] >= better.lowered[1]


@given(
    history=histories(MEDICAL, within=MonthSpan("2023-01", "2034-12")),
    claimless=st.sets(YEARS),
    used=st.none() | st.dates(date(2035, 1, 1), date(2036, 1, 1)),
    cap=st.integers(0, 10**8).map(lambda fen: Decimal(fen) / 100),
    area=st.sampled_from([None, "130000", "360000"]),
    on=st.dates(date(2025, 1, 1), date(2036, 12, 31)),
)
def test_incentives_never_exceed_a_fifth_of_the_cap(
    history: ContributionHistory,
    claimless: set[int],
    used: date | None,
    cap: Decimal,
    area: str | None,
    on: date,
) -> None:
    """Raises and lowering lie between nothing and a fifth of the cap, fewest before most."""
    found = resident_medical.incentives(
        history, on=on, zero_claim_years=claimless, used_on=used, cap=cap, area=area
    )

    for pair in (
        found.continuous_years,
        found.continuous_raises,
        found.zero_claim_raises,
        found.broken_years,
    ):
        assert 0 <= pair[0] <= pair[1]
    for low, high in (found.raised, found.lowered or (Decimal(0), Decimal(0))):
        assert high is not None
        assert 0 <= low <= high
        assert 5 * high <= cap


@given(history=histories(MEDICAL, within=MonthSpan("2023-01", "2034-12"), with_counts=False))
def test_years_without_a_day_of_back_payment_are_never_certain(
    history: ContributionHistory,
) -> None:
    """Taking back-payments without a day away never makes the longest waiting period longer."""
    dated = ContributionHistory(
        each
        for each in history
        if each.scheme is not Scheme.RESIDENT
        or each.status is not PaymentStatus.BACK_PAID
        or each.settled_on is not None
    )
    on = date(2035, 6, 1)
    facts_of = Facts(
        on, TIANJIN, is_exempt=False, part_years_count=False, repaired_years=0, born_on=None
    )
    paid = resident(2035, date(2034, 10, 9))
    with_all, without = (bounds(facts_of.waiting(each.adding([paid]))) for each in (history, dated))

    assert with_all[1].broken_years == without[1].broken_years
