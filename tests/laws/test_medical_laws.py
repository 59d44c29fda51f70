"""Employees' medical insurance: what holds for every record, day and place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    explain,
    medical,
)
from shebao.days import add_months
from shebao.law import Law, parameters, shipped
from shebao.month_sets import MonthSet
from strategies import histories, months

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
#: From no to yes.
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
NEVER: Final = date.max
BENEFITS = parameters.MEDICAL_BENEFITS
#: Two years from the month in which the national rule on gaps is known.
WITHIN: Final = MonthSpan("2024-01", "2026-06")
FIRST, LAST = date(2024, 1, 1), date(2026, 8, 31)
#: A place of which nothing is known, and one whose waiting periods are all of no months.
UNKNOWN_PLACE: Final = "650000"
NO_WAITING: Final = (
    shipped()
    .replacing(parameters.MEDICAL_WAITING_MONTHS, 0)
    .replacing(parameters.MEDICAL_FLEXIBLE_WAITING, {"months": 0})
)
#: Every rule of start, stop, reimbursement and full payment.
RULES: Final = tuple(
    {
        "start_months": start,
        "stop_months": stop,
        "reimburses_gap": reimburses,
        "full_payment": full,
    }
    for start, stop, reimburses, full in product((0, 1), (0, 1), (False, True), (False, True))
)
LAWS: Final = (
    shipped(),
    NO_WAITING,
    *(NO_WAITING.replacing(BENEFITS, rule) for rule in RULES),
)


@composite
def cases(draw: DrawFn) -> tuple[ContributionHistory, date]:
    """A record of thirty months and a day in them, often with a job up to the day."""
    history = draw(histories(MEDICAL, within=WITHIN, longest=12, with_counts=draw(st.booleans())))
    on = draw(st.dates(FIRST, LAST))
    if draw(st.booleans()):
        last = YearMonth(on.year, on.month) - draw(st.integers(0, 2))
        first = last - draw(st.integers(0, 12))
        job = ContributionPeriod(MEDICAL, MonthSpan(first, last), employer="the present one")
        history = history.adding([job])
    return history, on


def covered_from(history: ContributionHistory, on: date, law: Law) -> date:
    """The first covered day that a record certainly leads to, or the end of time."""
    found = medical.cover(history, on=on, law=law).value
    assert found is not None
    return found.covered_from or NEVER


def first_paid(history: ContributionHistory, on: date) -> YearMonth | None:
    """The first month of which it is certain that it counts as employees' insurance."""
    value = medical.continuity(history, on=on).value
    return value.cumulative.span.first if value and value.cumulative.span else None


def is_awaited_before(history: ContributionHistory, on: date, first: YearMonth | None) -> bool:
    """Whether months that are awaited or deferred lie before the first that counts.

    A gap lies between months that count, so paying one of them makes a gap of what follows it.
    """
    held = (PaymentStatus.PENDING, PaymentStatus.DEFERRED)
    return any(
        period.status in held and (first is None or period.months.first < first)
        for period in history.as_of(on)
    )


@given(case=cases(), month=months(WITHIN.first, WITHIN.last), law=st.sampled_from(LAWS))
def test_a_paid_month_more_never_moves_the_first_covered_day_later(
    case: tuple[ContributionHistory, date], month: YearMonth, law: Law
) -> None:
    """With a paid month that the record does not hold, cover begins as early, or earlier."""
    history, on = case
    first = first_paid(history, on)
    # A month long before the first makes a beginning a second one, after a gap.
    assume(first is None or month >= first)
    assume(not is_awaited_before(history, on, first))
    paid = ContributionPeriod(MEDICAL, MonthSpan(month, month), employer="one that owes nothing")
    before = medical.cover(history, on=on, law=law)
    after = medical.cover(history.adding([paid]), on=on, law=law)

    assert ORDER[before.outcome] <= ORDER[after.outcome]
    if ELIGIBLE in (before.outcome, after.outcome):
        assert covered_from(history.adding([paid]), on, law) <= covered_from(history, on, law)


@composite
def debts(draw: DrawFn) -> tuple[ContributionHistory, ContributionHistory, date]:
    """A job with months in arrears, the same once they are settled, and a day after that."""
    worked = draw(st.integers(4, 24))
    first = YearMonth(2024, 1)
    owed = MonthSpan(first + draw(st.integers(1, worked - 1)), first + worked)
    owed = MonthSpan(owed.first, owed.first + draw(st.integers(0, len(owed) - 1)))
    paid = MonthSet([MonthSpan(first, first + worked)]) - MonthSet([owed])
    jobs = [ContributionPeriod(MEDICAL, span) for span in paid.spans]
    declared = owed.last.first_day
    settled = declared + timedelta(draw(st.integers(0, 200)))
    arrears = ContributionPeriod(MEDICAL, owed, status=PaymentStatus.ARREARS, declared_on=declared)
    repaid = ContributionPeriod(
        MEDICAL,
        owed,
        status=PaymentStatus.BACK_PAID,
        declared_on=declared,
        settled_on=settled,
    )
    on = settled + timedelta(draw(st.integers(0, 100)))
    return ContributionHistory([*jobs, arrears]), ContributionHistory([*jobs, repaid]), on


@given(case=debts(), law=st.sampled_from(LAWS))
def test_settling_arrears_never_lowers(
    case: tuple[ContributionHistory, ContributionHistory, date], law: Law
) -> None:
    """Once what was owed is paid, the answer is as good or better, and cover begins no later."""
    owed, repaid, on = case
    before, after = (medical.cover(each, on=on, law=law) for each in (owed, repaid))

    assert ORDER[before.outcome] <= ORDER[after.outcome]
    assert covered_from(repaid, on, law) <= covered_from(owed, on, law)


@given(case=debts(), law=st.sampled_from(LAWS))
def test_before_a_settlement_both_records_are_one(
    case: tuple[ContributionHistory, ContributionHistory, date], law: Law
) -> None:
    """Asked on a day before the money came, a record that was settled later is in arrears."""
    owed, repaid, _ = case
    (paid,) = [each for each in repaid if each.status is PaymentStatus.BACK_PAID]
    assert paid.settled_on is not None
    assert paid.declared_on is not None
    assume(paid.settled_on > paid.declared_on)
    on = paid.settled_on - timedelta(1)
    before, after = (medical.cover(each, on=on, law=law) for each in (owed, repaid))

    assert (before.outcome, before.value) == (after.outcome, after.value)


@given(case=cases())
def test_an_unknown_place_decides_only_what_every_rule_agrees_on(
    case: tuple[ContributionHistory, date],
) -> None:
    """Yes or no is said where each rule of start and stop says it, else the parameter is named."""
    history, on = case
    unknown = medical.cover(history, on=on, area=UNKNOWN_PLACE, law=NO_WAITING)
    each = [
        medical.cover(
            history,
            on=on,
            area=UNKNOWN_PLACE,
            law=NO_WAITING.replacing(BENEFITS, rule, area=UNKNOWN_PLACE),
        )
        for rule in RULES
    ]
    outcomes = {answer.outcome for answer in each}

    assert unknown.outcome is (outcomes.pop() if len(outcomes) == 1 else UNDETERMINED)
    if unknown.outcome is ELIGIBLE:
        assert unknown.value is not None
        starts = [answer.value.covered_from for answer in each if answer.value is not None]
        assert unknown.value.covered_from == max(start for start in starts if start is not None)


@given(case=cases(), law=st.sampled_from(LAWS))
def test_where_the_law_is_known_the_first_covered_day_is_not_later_than_a_covered_one(
    case: tuple[ContributionHistory, date], law: Law
) -> None:
    """Who is covered has been since a day that is not later; who is not will be later, or never."""
    history, on = case
    decision = medical.cover(history, on=on, law=law)
    assert decision.value is not None
    first = decision.value.covered_from
    if decision.outcome is ELIGIBLE:
        assert first is not None
        assert first <= on
    else:
        assert first is None or first > on


@given(case=cases(), law=st.sampled_from(LAWS), data=st.data())
def test_how_a_record_is_written_does_not_matter(
    case: tuple[ContributionHistory, date], law: Law, data: st.DataObject
) -> None:
    """Periods in another order, split in two where their months are known, give the same answer."""
    history, on = case
    parts: list[ContributionPeriod] = []
    for period in history:
        first, last = period.months.pair
        if period.count is None and first < last:
            cut = data.draw(st.integers(first, last - 1))
            halves = (period.between(first, cut), period.between(cut + 1, last))
            parts += [each for each in halves if each is not None]
        else:
            parts.append(period)
    written = ContributionHistory(data.draw(st.permutations(parts)))
    one, other = (medical.cover(each, on=on, law=law) for each in (history, written))

    assert (one.outcome, one.missing, one.value) == (other.outcome, other.missing, other.value)


@given(case=cases(), area=st.sampled_from(["310000", "120000", "350000", "440100", None]))
def test_the_outcome_is_that_of_its_conditions(
    case: tuple[ContributionHistory, date], area: str | None
) -> None:
    """No is where a condition fails, yes where all are met, open the rest; all can be told."""
    history, on = case
    decision = medical.cover(history, on=on, area=area)
    verdicts = {condition.verdict for condition in decision.conditions}

    assert (decision.outcome is INELIGIBLE) is (Verdict.NOT_MET in verdicts)
    assert (decision.outcome is ELIGIBLE) is (verdicts == {Verdict.MET})
    assert bool(decision.missing) is (decision.outcome is UNDETERMINED)
    assert explain(decision, "en") != explain(decision, "zh")


#: Of each place with a rule for employees: its waiting months after a gap that was paid up, after
#: one that was not, whether a short gap that was not paid up costs them too, and the share of the
#: benefits that is paid meanwhile.
PLACES: Final = {
    "310000": (0, 0, False, 0),
    "120000": (0, 0, False, 0),
    "330000": (0, 0, False, 0),
    "350000": (3, 6, True, 50),
}


@pytest.mark.parametrize("area", PLACES)
@pytest.mark.parametrize("is_repaired", [False, True])
@pytest.mark.parametrize("gap", range(13))
def test_gaps_of_up_to_a_year_in_each_place(area: str, gap: int, *, is_repaired: bool) -> None:
    """What a gap of 0 to 12 months costs an employee, paid up or not, month by month."""
    paid, unpaid, short_too, percent = PLACES[area]
    resumed = YearMonth(2025, 12)
    jobs = [
        ContributionPeriod(MEDICAL, MonthSpan("2020-01", resumed - (gap + 1))),
        ContributionPeriod(MEDICAL, MonthSpan(resumed, "2026-12")),
    ]
    if is_repaired and gap:
        # Declared later than the end of the month after the gap, none of it is in time.
        day = (resumed + 1).first_day
        jobs.append(
            ContributionPeriod(
                MEDICAL,
                MonthSpan(resumed - gap, resumed - 1),
                status=PaymentStatus.BACK_PAID,
                declared_on=day,
                settled_on=day,
            )
        )
    waits = 0
    if gap > 3:
        waits = paid if is_repaired else unpaid
    elif gap and short_too and not is_repaired:
        waits = unpaid
    history = ContributionHistory(jobs)
    # In the first month the start of the place decides, and nothing is paid up yet.
    for later in range(1, 9):
        decision = medical.cover(history, on=add_months(resumed.first_day, later), area=area)
        is_waiting = later < waits
        assert decision.value is not None
        assert decision.outcome is (INELIGIBLE if is_waiting and not percent else ELIGIBLE)
        assert decision.value.waiting_months == (waits if is_waiting else None)
        assert decision.value.percent == (percent if is_waiting else None)
        end = add_months(resumed.first_day, waits)
        assert decision.value.waiting_until == (end if is_waiting else None)


#: Of each place that lets people insured alone wait: its months, after a first beginning too, and
#: the longest gap after a job that spares them; None is none at all.
ALONE: Final = {
    "310000": (6, 6, 3),
    "120000": (6, 6, None),
    "330000": (2, 0, 0),
    "420100": (6, 6, 6),
}


@pytest.mark.parametrize("area", ALONE)
@pytest.mark.parametrize("gap", [None, *range(13)])
def test_gaps_before_people_insure_themselves(area: str, gap: int | None) -> None:
    """Insured alone after a job and a gap of 0 to 12 months, or for the first time."""
    again, first, spared = ALONE[area]
    begun = YearMonth(2025, 12)
    alone = ContributionPeriod(MEDICAL, MonthSpan(begun, "2026-12"), scheme=Scheme.FLEXIBLE)
    jobs = [] if gap is None else [MonthSpan("2020-01", begun - (gap + 1))]
    history = ContributionHistory([alone, *(ContributionPeriod(MEDICAL, span) for span in jobs)])
    waits = first if gap is None else again
    if gap == 0 or (gap is not None and spared is not None and gap <= spared):
        waits = 0
    for later in range(1, 9):
        decision = medical.cover(history, on=add_months(begun.first_day, later), area=area)
        is_waiting = later < waits
        assert decision.value is not None
        assert decision.outcome is (INELIGIBLE if is_waiting else ELIGIBLE)
        assert decision.value.waiting_months == (waits if is_waiting else None)


@composite
def retirees(draw: DrawFn) -> tuple[Person, ContributionHistory, date]:
    """People about the age of retirement, with long records in one place."""
    born = draw(st.dates(date(1955, 1, 1), date(1975, 12, 31)))
    person = Person(birth=born, sex=draw(st.sampled_from(Sex)))
    history = draw(histories(MEDICAL, within=MonthSpan("1998-01", "2026-12"), longest=300))
    return person, history, draw(st.dates(date(2018, 1, 1), date(2035, 12, 31)))


@given(
    case=retirees(),
    month=months(),
    area=st.sampled_from(["120000", "330000", "530100", "460000", "310000", "130100", "440100"]),
    scheme=st.sampled_from([Scheme.EMPLOYEE, Scheme.FLEXIBLE]),
)
def test_a_paid_month_more_never_shortens_what_a_retiree_has(
    case: tuple[Person, ContributionHistory, date], month: YearMonth, area: str, scheme: Scheme
) -> None:
    """With a month paid in the place the answer is as good or better, and no shortage grows."""
    person, history, on = case
    paid = ContributionPeriod(
        MEDICAL, MonthSpan(month, month), area=area, scheme=scheme, employer="another"
    )
    before = medical.retiree_entitlement(person, history, on=on, area=area)
    after = medical.retiree_entitlement(person, history.adding([paid]), on=on, area=area)

    assert ORDER[before.outcome] <= ORDER[after.outcome]
    if before.value is not None and after.value is not None:
        for field in attrs.fields(medical.RetireeEntitlement):
            if field.name.endswith("short_by"):
                less, more = getattr(after.value, field.name), getattr(before.value, field.name)
                assert less is None or more is None or less <= more


#: A rule that asks for everything, and lets people make it up as they like.
STRICT: Final = shipped().replacing(
    parameters.MEDICAL_RETIREE,
    {
        "male_months": 300,
        "female_months": 240,
        "paid_months": 120,
        "paid_here_months": 60,
        "completion": "either",
    },
    area=UNKNOWN_PLACE,
)


@given(case=retirees())
def test_a_month_of_complete_is_one_in_which_nothing_is_short(
    case: tuple[Person, ContributionHistory, date],
) -> None:
    """Each month that is paid on in the place leaves one less, and in that month none is left."""
    person, history, on = case
    now = YearMonth(on.year, on.month)

    def short_by(record: ContributionHistory, day: date) -> int:
        answer = medical.retiree_entitlement(person, record, on=day, area=UNKNOWN_PLACE, law=STRICT)
        # Of a woman both tracks are decided, and ask for the same.
        found = answer.value or answer.alternatives[0].decision.value
        assert found is not None
        assert found.complete is not None
        assert found.paid_here_short_by is not None
        assert found.short_by is not None
        assert found.paid_short_by is not None
        most = max(found.short_by, found.paid_short_by, found.paid_here_short_by)
        assert most == found.complete - YearMonth(day.year, day.month)
        return most

    missing = short_by(history, on)
    for months_on in {missing, max(0, missing - 1)} - {0}:
        paid = ContributionPeriod(
            MEDICAL, MonthSpan(now + 1, now + months_on), area=UNKNOWN_PLACE, employer="the last"
        )
        record = history.between(0, now.ordinal).adding([paid])
        day = max(on, (now + months_on).first_day)
        left = short_by(record, day)
        assert left <= missing - months_on
