"""Retiring on a chosen day, and early from hazardous work: what holds for everybody and every day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    HazardousWork,
    MonthSpan,
    Outcome,
    Person,
    Reason,
    RetirementCategory,
    Sex,
    Timing,
    Verdict,
    YearMonth,
    explain,
    retirement,
)
from shebao.days import day_in_month, month_end
from shebao.rules.choice import Choice
from shebao.rules.hazardous import HazardousRetirement
from strategies import histories

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
EARLY, STATUTORY, LATE = Timing
MALE, F55, F50, F60 = RetirementCategory
#: From no to yes.
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
#: 原法定退休年龄 in months, and the longest delay in months.
ORIGINAL: Final = {MALE: 720, F55: 660, F50: 600, F60: 720}
DAY: Final = timedelta(1)
FIRST: Final = date(1998, 1, 1)
#: Paid from 1960 on: more than any minimum, whatever the day.
ENOUGH: Final = ContributionHistory([ContributionPeriod(PENSION, MonthSpan("1960-01", "2024-12"))])
WITHIN: Final = MonthSpan("1992-01", "2035-12")
#: What makes every day good that law allows: told in time, and nobody who has to retire.
GOOD: Final[dict[str, Any]] = {"told_on": date(2024, 1, 1), "is_official": False}
TOO_EARLY_OR_LATE: Final = (Reason.RETIREMENT_NOT_TOO_EARLY, Reason.RETIREMENT_NOT_TOO_LATE)


@composite
def people(draw: DrawFn, *, with_months: bool = True) -> Person:
    """People on any track who reach the age from 2018 to about 2070, some known by their month."""
    track = draw(st.sampled_from(RetirementCategory))
    first = YearMonth(2018, 1) - ORIGINAL[track]
    born = draw(st.dates(first.first_day, date(2008, 12, 31)) | st.sampled_from(_AWKWARD[track]))
    only_month = with_months and draw(st.booleans())
    return Person(
        birth=YearMonth(born.year, born.month) if only_month else born,
        sex=track.sex,
        retirement_category=track,
        retires_on_application=False if track is F60 else None,
    )


def _awkward(track: RetirementCategory) -> list[date]:
    """Births on leap days, at the ends of months, and about the first cohort of a track."""
    first = (YearMonth(2025, 1) - ORIGINAL[track]).first_day
    return [
        first - DAY,
        first,
        first + 30 * DAY,
        date(1972, 2, 29),
        date(1984, 2, 29),
        date(1976, 8, 31),
        date(1976, 9, 1),
    ]


_AWKWARD: Final = {track: _awkward(track) for track in RetirementCategory}


def statutory_month(person: Person) -> YearMonth:
    """The statutory month of a person whose track is given."""
    (found,) = retirement.for_person(person)
    return found.month


def day_in(person: Person, month: YearMonth) -> date:
    """The birthday in a month, of people whose day of birth is known."""
    assert isinstance(person.birth, date)
    return day_in_month(person.birth, month)


@composite
def days(draw: DrawFn, person: Person) -> date:
    """A day about the original age, the statutory age or three years before or after it."""
    (found,) = retirement.for_person(person)
    original = found.month - found.delay_months
    about = draw(st.sampled_from([original, found.month, found.month - 36, found.month + 36]))
    born = person.birth.day if isinstance(person.birth, date) else 15
    near = st.integers(-3, 3).map(lambda shift: about.first_day + timedelta(born - 1 + shift))
    ends = st.sampled_from([about.first_day - DAY, about.first_day, month_end(about)])
    wide = st.integers(-5000, 5000).map(lambda shift: about.first_day + timedelta(shift))
    return max(FIRST, draw(near | ends | wide))


@composite
def cases(draw: DrawFn, *, with_months: bool = True) -> tuple[Person, date]:
    """A person and a day."""
    person = draw(people(with_months=with_months))
    return person, draw(days(person))


@composite
def records(draw: DrawFn, person: Person) -> ContributionHistory:
    """A record: enough months, about as many as the minimum, or anything."""
    if draw(st.booleans()):
        return ENOUGH
    if draw(st.booleans()):
        last = statutory_month(person) - 48
        span = MonthSpan(last - draw(st.integers(176, 242)), last)
        return ContributionHistory([ContributionPeriod(PENSION, span)])
    return draw(histories(PENSION, within=WITHIN, longest=240))


@composite
def facts_about(draw: DrawFn, person: Person, on: date) -> dict[str, Any]:
    """What may be given beside person and record, all of it; a deferral ends after the age."""
    told = st.integers(-1200, 0).map(lambda shift: on + timedelta(shift))
    age = month_end(statutory_month(person))
    fixed = st.none() | st.integers(1, 1300).map(lambda shift: age + timedelta(shift))
    return {
        "told_on": draw(told | st.just(date(2024, 1, 1))),
        "fixed": draw(fixed | st.just(max(on, age + DAY))),
        "ending_agreed": draw(st.booleans()),
        "is_official": draw(st.booleans()),
    }


def asked(
    person: Person,
    on: date,
    history: ContributionHistory = ENOUGH,
    **facts: Any,  # noqa: ANN401
) -> Decision[Choice]:
    """A decision about a day."""
    return retirement.choice(person, history, on=on, **facts)


def is_refused_for_age(decision: Decision[Choice]) -> bool:
    """Whether the day lies outside, whatever else is missing."""
    return any(
        condition.reason in TOO_EARLY_OR_LATE and condition.verdict is Verdict.NOT_MET
        for condition in decision.conditions
    )


@given(case=cases(with_months=False))
def test_every_day_is_early_statutory_or_late(case: tuple[Person, date]) -> None:
    """Before the day of the age it is early, until its month ends statutory, then late."""
    person, on = case
    month = statutory_month(person)
    age, end = day_in(person, month), month_end(month)
    expected = [
        timing
        for timing, is_so in ((EARLY, on < age), (STATUTORY, age <= on <= end), (LATE, end < on))
        if is_so
    ]
    decision = asked(person, on)

    assert decision.value is not None
    assert [decision.value.timing] == expected


@given(case=cases(with_months=False))
def test_allowed_from_the_earliest_to_the_latest_day(case: tuple[Person, date]) -> None:
    """With all facts good each day between is allowed and none outside, as the articles say it.

    第一条: not before the original age, nor more than three years before the statutory one; 第四条: at
    most three years after it. Who had reached the original age by 2024-12-31 has the statutory
    month alone.
    """
    person, on = case
    category = person.retirement_category
    assert category is not None
    month = statutory_month(person)
    original = person.birth_month + ORIGINAL[category]
    first, last = day_in(person, max(original, month - 36)), day_in(person, month + 36)
    if original < YearMonth(2025, 1):
        first, last = day_in(person, month), month_end(month)
    expected = ELIGIBLE if first <= on <= last else INELIGIBLE

    assert expected is asked(person, on, **GOOD).outcome


@given(case=cases(), days=st.integers(1, 4000))
def test_refused_for_age_is_refused_on_all_earlier_days(
    case: tuple[Person, date], days: int
) -> None:
    """Who is too young on a day is too young before it; who is too old on a day is so after it."""
    person, on = case
    decision = asked(person, on, **GOOD)
    shift = timedelta(-days if on <= month_end(statutory_month(person)) else days)
    if is_refused_for_age(decision):
        assert is_refused_for_age(asked(person, max(FIRST, on + shift), **GOOD))


@given(case=cases())
def test_the_minimum_is_that_of_the_earlier_year(case: tuple[Person, date]) -> None:
    """第七条: fifteen years, and half a year for each year from 2030 to 2039, of the earlier month."""
    person, on = case
    year = min(on.year, statutory_month(person).year)
    decision = asked(person, on)

    assert decision.value is not None
    assert decision.value.required_months is not None
    assert 180 + 6 * min(10, max(0, year - 2029)) == decision.value.required_months.value


@given(case=cases())
def test_the_pension_begins_in_the_month_after(case: tuple[Person, date]) -> None:
    """自申请退休次月起: the first day of the next month is in the first month of a pension."""
    person, on = case
    decision = asked(person, on)
    first = month_end(YearMonth(on.year, on.month)) + DAY

    assert decision.value is not None
    assert YearMonth(first.year, first.month) == decision.value.benefits_from


@given(case=cases(), data=st.data())
def test_a_fact_more_leaves_a_definite_answer(
    case: tuple[Person, date], data: st.DataObject
) -> None:
    """What is certain with some facts unknown is the answer once they are known, whatever they are."""
    person, on = case
    history = data.draw(records(person))
    full = data.draw(facts_about(person, on))
    hidden = data.draw(st.sets(st.sampled_from(["told_on", "ending_agreed", "is_official"])))
    partial = {**full, **dict.fromkeys(hidden)}
    known = person
    if isinstance(person.birth, YearMonth):
        shift = data.draw(st.integers(0, 30))
        end = month_end(person.birth)
        known = attrs.evolve(person, birth=min(end, person.birth.first_day + timedelta(shift)))
    outcome = asked(person, on, history, **partial).outcome

    if outcome is not UNDETERMINED:
        assert outcome is asked(known, on, history, **full).outcome


@given(case=cases(), data=st.data())
def test_what_is_missing_is_named_and_is_all_that_is(
    case: tuple[Person, date], data: st.DataObject
) -> None:
    """An open answer names facts; with all of them given, the day of birth too, nothing is open."""
    person, on = case
    full = data.draw(facts_about(person, on))
    hidden = data.draw(st.sets(st.sampled_from(["told_on", "ending_agreed", "is_official"])))
    decision = asked(person, on, **{**full, **dict.fromkeys(hidden)})
    missing = {each.name for each in decision.missing}

    assert bool(missing) is (decision.outcome is UNDETERMINED)
    assert missing <= hidden | {"birth"}
    if isinstance(person.birth, date):
        assert "birth" not in missing
        assert asked(person, on, **full).outcome is not UNDETERMINED


@given(case=cases(), data=st.data())
def test_told_earlier_is_never_worse(case: tuple[Person, date], data: st.DataObject) -> None:
    """Notice in time stays in time if it was given before."""
    person, on = case
    facts = data.draw(facts_about(person, on))
    before = facts["told_on"] - timedelta(data.draw(st.integers(0, 400)))
    late, early = (
        asked(person, on, **{**facts, "told_on": told}).outcome
        for told in (facts["told_on"], before)
    )

    assert ORDER[late] <= ORDER[early]


@given(case=cases(), data=st.data())
def test_a_paid_month_more_is_never_worse(case: tuple[Person, date], data: st.DataObject) -> None:
    """With a paid month that the record does not hold the answer is as good or better."""
    person, on = case
    history = data.draw(records(person))
    facts = data.draw(facts_about(person, on))
    month = data.draw(st.integers(*WITHIN.pair))
    span = MonthSpan.from_ordinals(month, month)
    richer = history.adding([ContributionPeriod(PENSION, span, employer="that no period has")])
    poor, rich = (asked(person, on, each, **facts).outcome for each in (history, richer))

    assert ORDER[poor] <= ORDER[rich]


@given(case=cases(), data=st.data())
def test_an_unknown_category_is_both_categories(
    case: tuple[Person, date], data: st.DataObject
) -> None:
    """Without her category a woman has the answer on which the tracks of 55 and 50 agree."""
    person, on = case
    history = data.draw(records(person))
    facts = data.draw(facts_about(person, on))
    unnamed = Person(birth=person.birth, sex=Sex.FEMALE)
    outcomes = {
        asked(attrs.evolve(unnamed, retirement_category=track), on, history, **facts).outcome
        for track in (F55, F50)
    }

    expected = outcomes.pop() if len(outcomes) == 1 else UNDETERMINED
    assert expected is asked(unnamed, on, history, **facts).outcome


@given(case=cases(), data=st.data(), lang=st.sampled_from(["zh", "en"]))
def test_every_answer_can_be_told(
    case: tuple[Person, date], data: st.DataObject, lang: str
) -> None:
    """The explanation names the day and has a line for every condition."""
    person, on = case
    facts = data.draw(facts_about(person, on))
    decision = asked(person, on, **facts)
    lines = explain(decision, lang).splitlines()

    assert on.isoformat() in "".join(lines[:2])
    assert len(lines) > len(decision.conditions)


BIRTHS: Final = [YearMonth(year, month) for year in range(1950, 2011) for month in range(1, 13)]


@pytest.mark.parametrize("sex", Sex)
def test_hazardous_work_never_retires_later_than_the_track(sex: Sex) -> None:
    """The hazardous age lies below the statutory one of every track, by five years or more."""
    tracks = [each for each in (MALE, F55, F50) if each.sex is sex]
    for birth in BIRTHS:
        early = retirement.hazardous(birth, sex).age_months
        for track in tracks:
            assert early + 60 <= retirement.statutory(birth, track).age_months


@pytest.mark.parametrize("sex", Sex)
def test_the_hazardous_age_by_the_words_of_the_answer(sex: Sex) -> None:
    """From 55 to 58 by a month for four, from 45 to 50 by a month for two, never earlier again."""
    old, new, step = {Sex.MALE: (55, 58, 4), Sex.FEMALE: (45, 50, 2)}[sex]
    first = YearMonth(2025 - old, 1)
    expected = [
        12 * old if birth < first else min(12 * new, 12 * old + (birth - first) // step + 1)
        for birth in BIRTHS
    ]
    found = [retirement.hazardous(birth, sex) for birth in BIRTHS]

    assert expected == [each.age_months for each in found]
    assert expected == sorted(expected)
    assert {1, 2} == {later.month - earlier.month for earlier, later in pairwise(found)}


def worked(
    person: Person,
    on: date,
    history: ContributionHistory = ENOUGH,
    work_months: int | None = 120,
) -> Decision[HazardousRetirement]:
    """A decision about hazardous work at heights."""
    return retirement.hazardous_eligibility(
        person, history, on=on, work=HazardousWork.HEIGHT, work_months=work_months
    )


@composite
def workers(draw: DrawFn, *, with_months: bool = True) -> tuple[Person, date]:
    """A person and a day about the original and the risen age of hazardous work."""
    sex = draw(st.sampled_from(Sex))
    born = draw(st.dates(date(1960, 1, 1), date(2000, 12, 31)))
    age = retirement.hazardous(born, sex)
    about = draw(st.sampled_from([age.month, age.month - age.delay_months]))
    shift = draw(st.integers(-40, 40) | st.integers(-2000, 2000))
    only_month = with_months and draw(st.booleans())
    birth = YearMonth(born.year, born.month) if only_month else born
    on = max(FIRST, about.first_day + timedelta(shift))
    return Person(birth=birth, sex=sex), on


@given(case=workers(with_months=False))
def test_hazardous_work_is_open_between_two_ages_and_nowhere_else(
    case: tuple[Person, date],
) -> None:
    """Below the original age no, from the risen age on yes, between them nobody can say."""
    person, on = case
    age = retirement.hazardous(person.birth_month, person.sex)
    original, risen = day_in(person, age.month - age.delay_months), day_in(person, age.month)
    expected = INELIGIBLE if on < original else UNDETERMINED if on < risen else ELIGIBLE

    assert expected is worked(person, on).outcome


@given(case=workers(), data=st.data())
def test_hazardous_facts_leave_a_definite_answer(
    case: tuple[Person, date], data: st.DataObject
) -> None:
    """What is certain without the months in the work, or the day of birth, stays with them."""
    person, on = case
    months = data.draw(st.none() | st.integers(0, 200))
    full = data.draw(st.integers(0, 200)) if months is None else months
    known = person
    if isinstance(person.birth, YearMonth):
        shift = data.draw(st.integers(0, 30))
        end = month_end(person.birth)
        known = attrs.evolve(person, birth=min(end, person.birth.first_day + timedelta(shift)))
    decision = worked(person, on, work_months=months)

    if decision.outcome is not UNDETERMINED:
        assert decision.outcome is worked(known, on, work_months=full).outcome


@given(case=workers(), months=st.integers(0, 200), more=st.integers(0, 100))
def test_more_months_in_the_work_are_never_worse(
    case: tuple[Person, date], months: int, more: int
) -> None:
    """Who may retire with some months in the work may with more."""
    person, on = case
    few, many = (worked(person, on, work_months=each).outcome for each in (months, months + more))

    assert ORDER[few] <= ORDER[many]
