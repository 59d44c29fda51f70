"""Moving between places: what holds for every person, record and day, and an oracle beside it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    BenefitAreaStep,
    ContradictionError,
    ContributionHistory,
    ContributionPeriod,
    InsuranceKind,
    Missing,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    RuleError,
    Scheme,
    Sex,
    YearMonth,
    account,
    counting,
    transfer,
)
from shebao.law import parameters, shipped
from shebao.model.account_relation import AccountRelation
from strategies import days, periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DataObject, DrawFn, SearchStrategy

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
#: Two cities of one province, home's, and two more provinces.
AREAS: Final = ("130100", "133100", "410100", "440300", "330100")
HOME: Final = "410000"
WINDOW: Final = MonthSpan("2024-01", "2026-06")
#: The law with fewer months, so that short records reach them.
LAW: Final = shipped().replacing(parameters.BENEFIT_AREA_MONTHS, 6)
MOVING: Final = (PENSION, MEDICAL, UNEMPLOYMENT)
TO: Final = "330100"
COUNTING: Final = (PaymentStatus.PAID, PaymentStatus.BACK_PAID, PaymentStatus.DEEMED)
asking = days(YearMonth(2024, 6), YearMonth(2026, 6))


def agreeing(items: Sequence[ContributionPeriod]) -> ContributionHistory:
    """The record of those periods that do not contradict an earlier one."""
    history = ContributionHistory()
    for item in items:
        try:
            history = ContributionHistory([*history, item])
        except ContradictionError:
            continue
    return history


def records(
    kind: InsuranceKind | None = PENSION,
    *,
    areas: Sequence[str | None] = AREAS,
    with_counts: bool = False,
) -> SearchStrategy[ContributionHistory]:
    """Records of several provinces: any statuses, schemes, employers and days."""
    item = periods(
        kind,
        within=WINDOW,
        longest=14,
        with_counts=with_counts,
        areas=areas,
        employers=(None, "Alpha"),
    )
    return st.lists(item, max_size=6).map(agreeing)


@st.composite
def people(draw: DrawFn, *, by_day: bool = True) -> Person:
    """People with a home whose birthdays of 40 and 50 lie in the window, or far from it."""
    sex = draw(st.sampled_from(Sex))
    years = draw(st.sampled_from([20, 40 if sex is Sex.FEMALE else 50, 60]))
    month = draw(st.integers(WINDOW.first.ordinal, WINDOW.last.ordinal)) - 12 * years
    born = YearMonth.from_ordinal(month)
    birth: date | YearMonth = born
    if by_day or draw(st.booleans()):
        birth = date(born.year, born.month, draw(st.sampled_from([1, 2, 28])))
    return Person(birth=birth, sex=sex, household_registration=draw(st.sampled_from(AREAS)))


@st.composite
def given_relations(draw: DrawFn) -> list[AccountRelation]:
    """Relations as people give them, in any order."""
    relation = st.builds(
        AccountRelation,
        st.sampled_from(AREAS),
        days(WINDOW.first, WINDOW.last),
        is_temporary=st.booleans(),
    )
    # The order of two that were opened on one day is the caller's.
    return draw(st.lists(relation, max_size=5, unique_by=lambda each: each.from_day))


def cut(history: ContributionHistory, data: DataObject) -> ContributionHistory:
    """The same record in other words: periods split, repeated and permuted."""
    said: list[ContributionPeriod] = []
    for period in history:
        first, last = period.months.pair
        if period.count is None and first < last:
            edge = data.draw(st.integers(first, last - 1))
            halves = MonthSpan.from_ordinals(first, edge), MonthSpan.from_ordinals(edge + 1, last)
            said += [attrs.evolve(period, months=half) for half in halves]
        else:
            said.append(period)
        said += data.draw(st.sampled_from([[], [period]]))
    return ContributionHistory(data.draw(st.permutations(said)))


# The oracle: month by month, with the law's own numbers written out again


def province(area: str) -> str:
    """The first two digits are the province."""
    return f"{area[:2]}0000"


def held_by_month(history: ContributionHistory, on: date) -> dict[int, dict[str, str]]:
    """In each month the provinces in which somebody is insured, with the lowest code there."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for period in history.as_of(on):
        if period.kind is PENSION and period.scheme is not Scheme.RESIDENT:
            assert period.area is not None
            code = province(period.area)
            for month in range(period.months.pair[0], period.months.pair[1] + 1):
                found[month][code] = min(period.area, found[month].get(code, period.area))
    return found


def is_old(person: Person, day: date) -> bool:
    """Men from 50 and women from 40 on, by the calendar (nobody here is born on 29 February)."""
    born = person.birth
    assert isinstance(born, date)
    years = 50 if person.sex is Sex.MALE else 40
    return (day.year, day.month, day.day) >= (born.year + years, born.month, born.day)


def told_slowly(person: Person, history: ContributionHistory, on: date) -> list[AccountRelation]:
    """The relations of a record: the newest stretch of months leads, until it ends."""
    held = held_by_month(history, on)
    home = province(person.household_registration or "")

    def end_of(code: str, month: int) -> int:
        while code in held.get(month + 1, {}):
            month += 1
        return month

    def start_of(code: str, month: int) -> int:
        while code in held.get(month - 1, {}):
            month -= 1
        return month

    found: list[AccountRelation] = []
    newest = ""
    for month in sorted(held):
        codes = sorted(
            held[month], key=lambda code: (start_of(code, month), end_of(code, month), code)
        )
        opened = [code for code in codes if start_of(code, month) == month]
        if not opened and newest not in codes:
            opened = codes[-1:]
        for code in opened:
            if not found or found[-1].province != code:
                day = date(month // 12, month % 12 + 1, 1)
                goes_on = any(each.province == code and not each.is_temporary for each in found)
                is_temporary = is_old(person, day) and code != home and not goes_on
                found.append(AccountRelation(held[month][code], day, is_temporary=is_temporary))
            newest = code
    return found


def counted_slowly(
    history: ContributionHistory,
    relations: Sequence[AccountRelation],
    code: str,
    home: str,
    on: date,
) -> int:
    """The months of a province, each once, without those under a temporary account."""
    months: set[int] = set()
    for period in history.as_of(on):
        is_seen = period.kind is PENSION and period.scheme is not Scheme.RESIDENT
        if is_seen and period.status in COUNTING and province(period.area or "") == code:
            months |= set(range(period.months.pair[0], period.months.pair[1] + 1))
    own = sorted((each for each in relations if each.province == code), key=lambda r: r.from_day)

    def is_temporary(month: int) -> bool:
        before = [r for r in own if 12 * r.from_day.year + r.from_day.month - 1 <= month]
        return code != home and bool(before) and before[-1].is_temporary

    return sum(not is_temporary(month) for month in months)


def place_slowly(
    person: Person, history: ContributionHistory, relations: Sequence[AccountRelation], on: date
) -> tuple[str, BenefitAreaStep, dict[str, int]]:
    """第六条 as four sentences."""
    home = province(person.household_registration or "")
    opened = sorted((each for each in relations if each.from_day <= on), key=lambda r: r.from_day)
    order: list[str] = []
    for relation in opened:
        if not relation.is_temporary or relation.province == home:
            order = [code for code in order if code != relation.province] + [relation.province]
    months = {code: counted_slowly(history, opened, code, home, on) for code in order}
    with_ten = [code for code in order if months[code] >= 6]
    if order and order[-1] == home:
        return home, BenefitAreaStep.HOME, months
    if order and months[order[-1]] >= 6:
        return order[-1], BenefitAreaStep.TEN_YEARS_HERE, months
    if with_ten:
        return with_ten[-1], BenefitAreaStep.TEN_YEARS_BEFORE, months
    return home, BenefitAreaStep.GATHERED_HOME, months


# The place of benefit


@given(person=people(), history=records(), on=asking)
def test_relations_are_those_of_a_walk_over_the_months(
    person: Person, history: ContributionHistory, on: date
) -> None:
    """Each new province opens one, temporary or not, and an older one goes on after a newer."""
    expected = told_slowly(person, history, on)

    assert tuple(expected) == transfer.relations(person, history, on=on)


@given(person=people(), history=records(), on=asking, relations=st.none() | given_relations())
def test_one_place_pays_and_the_oracle_finds_the_same(
    person: Person,
    history: ContributionHistory,
    on: date,
    relations: list[AccountRelation] | None,
) -> None:
    """With a home and months in places there is one place, by the same step and months."""
    decision = transfer.benefit_area(person, history, relations, on=on, law=LAW)
    held = told_slowly(person, history, on) if relations is None else relations
    area, step, months = place_slowly(person, history, held, on)

    if relations is None and (Missing("relations"),) == decision.missing:
        return
    assert ELIGIBLE is decision.outcome
    assert decision.value is not None
    assert (area, step) == (decision.value.area, decision.value.step)
    assert list(months.items()) == [(m.province, m.at_least) for m in decision.value.months]
    assert all(m.at_least == m.at_most for m in decision.value.months)


@given(person=people(), history=records(), on=asking, relations=st.none() | given_relations())
def test_a_temporary_account_never_pays(
    person: Person,
    history: ContributionHistory,
    on: date,
    relations: list[AccountRelation] | None,
) -> None:
    """Unless it is home, the place has an ordinary relation."""
    decision = transfer.benefit_area(person, history, relations, on=on, law=LAW)
    value = decision.value

    if relations is None and (Missing("relations"),) == decision.missing:
        return
    assert value is not None
    ordinary = {each.province for each in value.relations if not each.is_temporary}
    assert value.area in {*ordinary, province(person.household_registration or "")}


@given(
    person=people(by_day=False),
    history=records(areas=(None, *AREAS), with_counts=True),
    on=asking,
    relations=st.none() | given_relations(),
    data=st.data(),
)
def test_other_words_for_one_record_have_one_answer(
    person: Person,
    history: ContributionHistory,
    on: date,
    relations: list[AccountRelation] | None,
    data: DataObject,
) -> None:
    """Splitting, repeating and permuting periods, and permuting relations, changes nothing."""
    again = cut(history, data)
    shuffled = None if relations is None else data.draw(st.permutations(relations))
    first = transfer.benefit_area(person, history, relations, on=on, law=LAW)

    assert history == again
    assert first == transfer.benefit_area(person, again, shuffled, on=on, law=LAW)
    assert transfer.relations(person, history, on=on) == transfer.relations(person, again, on=on)


@given(
    person=people(by_day=False), history=records(areas=(None, *AREAS)), on=asking, data=st.data()
)
def test_an_answer_holds_wherever_the_months_were(
    person: Person, history: ContributionHistory, on: date, data: DataObject
) -> None:
    """A place found without some places, or the day of birth, is found with them, too."""
    found = transfer.benefit_area(person, history, on=on, law=LAW)
    somewhere = st.sampled_from([*AREAS, "510100"])
    placed = agreeing(
        [
            period if period.area else attrs.evolve(period, area=data.draw(somewhere))
            for period in history
        ]
    )
    birth = person.birth
    if isinstance(birth, YearMonth):
        birth = date(birth.year, birth.month, data.draw(st.integers(1, 28)))
    known = attrs.evolve(person, birth=birth)
    then = transfer.benefit_area(known, placed, on=on, law=LAW)

    if found.value is not None and len(placed) == len(history):
        assert then.value is not None
        assert found.value.area == then.value.area
    else:
        assert {Missing("history"), Missing("birth"), Missing("relations")} >= set(found.missing)
        assert then.value is not None or (Missing("relations"),) == then.missing


@given(person=people(), history=records(with_counts=True), on=asking, data=st.data())
def test_an_answer_holds_whichever_months_a_number_meant(
    person: Person, history: ContributionHistory, on: date, data: DataObject
) -> None:
    """A place found from numbers of months is found with the months themselves, too."""
    found = transfer.benefit_area(person, history, on=on, law=LAW)
    exact: list[ContributionPeriod] = []
    for period in history:
        if period.count is None:
            exact.append(period)
            continue
        number = data.draw(st.integers(period.at_least, period.at_most))
        places = data.draw(st.permutations(list(period.months)))[:number]
        exact += [
            attrs.evolve(period, months=MonthSpan(month, month), count=None) for month in places
        ]
    try:
        then = transfer.benefit_area(person, ContributionHistory(exact), on=on, law=LAW)
    except ContradictionError:
        return
    assert then.value is not None or (Missing("relations"),) == then.missing
    if found.value is not None and then.value is not None:
        assert found.value.area == then.value.area


@given(history=records(), on=asking, relations=st.none() | given_relations())
def test_without_a_home_nothing_is_found(
    history: ContributionHistory, on: date, relations: list[AccountRelation] | None
) -> None:
    """The household registration is what is missing, and nothing else."""
    person = Person(birth=date(1980, 1, 1), sex=Sex.FEMALE)
    decision = transfer.benefit_area(person, history, relations, on=on, law=LAW)

    assert (UNDETERMINED, (Missing("household_registration"),)) == (
        decision.outcome,
        decision.missing,
    )


# What moves


def spread(history: ContributionHistory, kind: InsuranceKind) -> set[object]:
    """Every month of a kind with all that is said of it."""
    return {
        (
            month,
            period.area,
            period.scheme,
            period.employer,
            period.status,
            period.base,
            period.count,
        )
        for period in history.of(kind)
        for month in period.months
    }


def doubled(history: ContributionHistory, kind: InsuranceKind) -> set[YearMonth]:
    """Months of employment that two places count."""
    places: dict[YearMonth, set[str | None]] = defaultdict(set)
    for period in history.of(kind):
        if period.scheme is not Scheme.RESIDENT and period.count is None:
            roles = counting.cumulative(ContributionHistory([period]), kind, on=date(2030, 1, 1))
            if roles.at_most:
                for month in period.months:
                    places[month].add(period.area)
    return {month for month, areas in places.items() if len(areas) > 1}


keeps = st.none() | st.sampled_from(AREAS)
everywhere = records(None, areas=(None, *AREAS))


@given(history=everywhere, on=asking, keep=keeps)
def test_no_month_of_a_moving_insurance_is_lost(
    history: ContributionHistory, on: date, keep: str | None
) -> None:
    """Totals are those of before, on the day and ever after, and no place is left with any."""
    found = transfer.transferred(history, to=TO, on=on, keep=keep)

    for kind in MOVING:
        before = counting.cumulative(history, kind, on=on)
        assert before.months == counting.cumulative(found.history, kind, on=on).months
        assert (
            counting.continuous(history, kind, on=on).months
            <= counting.continuous(found.history, kind, on=on).months
        )
        left = [p for p in found.history.of(kind) if p.scheme is not Scheme.RESIDENT]
        assert {period.area for period in left} <= {TO}
        assert set() == doubled(found.history, kind)


@given(history=everywhere, on=asking, keep=keeps)
def test_a_moved_record_is_a_valid_record(
    history: ContributionHistory, on: date, keep: str | None
) -> None:
    """It can be made anew from its periods, and every step of its settlement, too."""
    found = transfer.transferred(history, to=TO, on=on, keep=keep)

    for made in (found.history, *(each.history for each in found.cleared)):
        again = ContributionHistory(made)
        assert set(made.periods) == set(again.periods)


@given(history=records(None, areas=(None, *AREAS), with_counts=True), on=asking, keep=keeps)
def test_what_does_not_move_stays_as_it_was(
    history: ContributionHistory, on: date, keep: str | None
) -> None:
    """Work injury and maternity insurance and residents' schemes; loose months that move are refused."""
    record = history.as_of(on)
    loose = [
        period
        for period in record
        if period.kind in MOVING
        and period.scheme is not Scheme.RESIDENT
        and period.count is not None
    ]
    if loose:
        with pytest.raises(RuleError, match="history"):
            transfer.transferred(history, to=TO, on=on, keep=keep)
        return
    found = transfer.transferred(history, to=TO, on=on, keep=keep)
    for kind in (WORK_INJURY, MATERNITY):
        assert record.of(kind) == found.history.of(kind)
    residents = [period for period in record if period.scheme is Scheme.RESIDENT]
    assert residents == [p for p in found.history if p.scheme is Scheme.RESIDENT]
    assert (record.prepaid, record.unknown_origin) == (
        found.history.prepaid,
        found.history.unknown_origin,
    )
    assert {kind: set(months) for kind, months in found.stayed} == {
        kind: months
        for kind in InsuranceKind
        if (
            months := {
                month
                for period in record.of(kind)
                if (kind not in MOVING or period.scheme is Scheme.RESIDENT) and period.area != TO
                for month in period.months
            }
        )
    }


@given(history=everywhere, on=asking, keep=keeps)
def test_who_moved_does_not_move_again(
    history: ContributionHistory, on: date, keep: str | None
) -> None:
    """A second move to the same place changes nothing."""
    once = transfer.transferred(history, to=TO, on=on, keep=keep)
    twice = transfer.transferred(once.history, to=TO, on=on, keep=keep)

    assert (once.history, (), ()) == (twice.history, twice.moved, twice.cleared)
    assert once.stayed == twice.stayed


@given(history=everywhere, on=asking, keep=keeps)
def test_what_moved_came_from_elsewhere(
    history: ContributionHistory, on: date, keep: str | None
) -> None:
    """Months told as moved were another place's, and the new place has them now."""
    found = transfer.transferred(history, to=TO, on=on, keep=keep)
    record = history.as_of(on)

    for kind, moved in found.moved:
        elsewhere = {
            month
            for period in record.of(kind)
            if period.area != TO and period.scheme is not Scheme.RESIDENT
            for month in period.months
        }
        now = {
            month
            for period in found.history.of(kind)
            if period.scheme is not Scheme.RESIDENT
            for month in period.months
        }
        assert set(moved) <= elsewhere & now
        assert elsewhere <= now


@given(history=everywhere, on=asking, keep=keeps, data=st.data())
def test_a_move_does_not_depend_on_how_a_record_is_told(
    history: ContributionHistory, on: date, keep: str | None, data: DataObject
) -> None:
    """Splitting, repeating and permuting periods gives the same record, and the same refunds."""
    one, other = (
        transfer.transferred(each, to=TO, on=on, keep=keep)
        for each in (history, cut(history, data))
    )

    assert (one.history, one.moved, one.stayed) == (other.history, other.moved, other.stayed)
    assert [(c.kind, c.kept, c.refunded, c.account_refund) for c in one.cleared] == [
        (c.kind, c.kept, c.refunded, c.account_refund) for c in other.cleared
    ]


# 先转后清


@given(
    history=records(None, areas=(None, *AREAS), with_counts=True),
    kind=st.sampled_from(InsuranceKind),
    keep=st.sampled_from(AREAS),
    on=asking,
)
def test_settling_takes_doubled_months_and_nothing_else(
    history: ContributionHistory, kind: InsuranceKind, keep: str, on: date
) -> None:
    """The months given up are those that the kept place counts, too; all others stay as they were."""
    found = transfer.cleared(history, kind, keep=keep, on=on)
    record = history.as_of(on)
    held = {
        month
        for period in record.of(kind)
        if period.area == keep and doubled_role(period)
        for month in period.months
    }
    expected: dict[str | None, set[YearMonth]] = defaultdict(set)
    for period in record.of(kind):
        if period.area != keep and doubled_role(period) and held & set(period.months):
            expected[period.area] |= held & set(period.months)

    assert expected == {area: set(months) for area, months in found.refunded}
    assert not doubled(found.history, kind) & held
    for other in InsuranceKind:
        gone = spread(record, other) - spread(found.history, other)
        assert spread(found.history, other) <= spread(record, other)
        assert not gone or other is kind
    before, after = (counting.cumulative(each, kind, on=on) for each in (history, found.history))
    if all(period.count is None for period in record):
        assert before.months == after.months
    assert () == transfer.cleared(found.history, kind, keep=keep, on=on).refunded


def doubled_role(period: ContributionPeriod) -> bool:
    """Whether the months of a period count one by one as months of employment."""
    deemed_counts = period.kind in (PENSION, MEDICAL)
    is_counted = period.status in COUNTING[:2] or (
        period.status is PaymentStatus.DEEMED and deemed_counts
    )
    return is_counted and period.count is None and period.scheme is not Scheme.RESIDENT


@given(history=records(), keep=st.sampled_from(AREAS), on=asking)
def test_the_refund_is_the_sum_of_the_credits(
    history: ContributionHistory, keep: str, on: date
) -> None:
    """Eight per cent of each base given up, as each place credited it; None if a base is missing."""
    found = transfer.cleared(history, PENSION, keep=keep, on=on)
    record = history.as_of(on)
    given_up = dict(found.refunded)
    keys = {(p.area, p.employer, p.scheme): p for p in record.of(PENSION) if p.area in given_up}
    credited = []
    for area, employer, scheme in keys:
        own = [
            part
            for period in record.of(PENSION)
            if (period.area, period.employer, period.scheme) == (area, employer, scheme)
            and doubled_role(period)
            and period.status is not PaymentStatus.DEEMED
            for first, last in given_up[area].pairs
            if (part := period.between(first, last)) is not None
        ]
        credited.append(own)
    if any(period.base is None for period in chain(*credited)):
        assert found.account_refund is None
        return
    expected = sum(
        credit.amount
        for own in credited
        for credit in account.credits(ContributionHistory(own), on=on)
    )
    assert expected == found.account_refund
