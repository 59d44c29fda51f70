"""The employees' pension: what holds for every person, record and day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    MonthSpan,
    Outcome,
    Person,
    RetirementCategory,
    Sex,
    Verdict,
    YearMonth,
    explain,
    pension,
)
from shebao.law import Law, parameters, shipped
from strategies import histories, months

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
#: From no to yes.
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
#: The shipped law, and one whose minimum short records reach.
LAWS: Final = (
    shipped(),
    shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 24}),
    shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 60}),
)
WITHIN: Final = MonthSpan("1992-01", "2035-12")
DAY: Final = timedelta(1)
#: The tracks that are assumed where none is given.
MALE, F55, F50, _ = RetirementCategory


@composite
def people(draw: DrawFn) -> Person:
    """People who reach the age between 2000 and 2045, some without a day or a category."""
    sex = draw(st.sampled_from(Sex))
    tracks = [each for each in (MALE, F55, F50) if each.sex is sex]
    born = draw(st.dates(date(1950, 1, 1), date(1982, 12, 31)))
    only_month = draw(st.booleans())
    return Person(
        birth=YearMonth(born.year, born.month) if only_month else born,
        sex=sex,
        retirement_category=draw(st.none() | st.sampled_from(tracks)),
    )


@composite
def cases(draw: DrawFn) -> tuple[Person, ContributionHistory, date, Law]:
    """A person, a record, a day, mostly about the age, and a law."""
    person = draw(people())
    history = draw(histories(PENSION, within=WITHIN, longest=240))
    about = person.birth_month + draw(st.sampled_from([600, 606, 660, 690, 720, 750, 756]))
    # Half of the people have paid long enough, so that the age decides.
    length = draw(st.none() | st.integers(180, 300))
    if length is not None:
        paid = MonthSpan(about - length, about - 1)
        history = history.adding([ContributionPeriod(PENSION, paid, employer="of many years")])
    near = st.integers(-60, 200).map(lambda days: about.first_day + timedelta(days))
    on = draw(near | st.dates(date(2000, 1, 1), date(2050, 12, 31)))
    return person, history, on, draw(st.sampled_from(LAWS))


@given(case=cases(), month=months(), facts=st.sampled_from(["employee", "flexible"]))
def test_a_paid_month_more_never_takes_the_pension_away(
    case: tuple[Person, ContributionHistory, date, Law], month: YearMonth, facts: str
) -> None:
    """With a paid month that the record does not hold the answer is as good or better."""
    person, history, on, law = case
    employer = "an employer that no period has" if facts == "employee" else "none, insured alone"
    richer = history.adding(
        [ContributionPeriod(PENSION, MonthSpan(month, month), employer=employer)]
    )
    before = pension.eligibility(person, history, on=on, law=law)
    after = pension.eligibility(person, richer, on=on, law=law)

    assert ORDER[before.outcome] <= ORDER[after.outcome]


@given(case=cases(), days=st.integers(1, 4000))
def test_who_may_draw_may_draw_on_every_later_day(
    case: tuple[Person, ContributionHistory, date, Law], days: int
) -> None:
    """Neither age nor months ever fall, and the minimum is that of the statutory year."""
    person, history, on, law = case
    later = on + timedelta(days)
    if pension.eligibility(person, history, on=on, law=law).outcome is ELIGIBLE:
        assert pension.eligibility(person, history, on=later, law=law).outcome is ELIGIBLE


@given(case=cases())
def test_the_outcome_is_that_of_its_conditions(
    case: tuple[Person, ContributionHistory, date, Law],
) -> None:
    """No is where a condition fails, yes where all are met, open the rest, and only it lacks."""
    person, history, on, law = case
    decision = pension.eligibility(person, history, on=on, law=law)
    verdicts = {condition.verdict for condition in decision.conditions}

    assert (decision.outcome is INELIGIBLE) is (Verdict.NOT_MET in verdicts)
    assert (decision.outcome is ELIGIBLE) is (verdicts == {Verdict.MET})
    assert bool(decision.missing) is (decision.outcome is UNDETERMINED)


@given(case=cases())
def test_an_unknown_category_is_both_categories(
    case: tuple[Person, ContributionHistory, date, Law],
) -> None:
    """Without her category a woman has the answer on which both tracks agree, else none."""
    person, history, on, law = case
    tracks = [each for each in (MALE, F55, F50) if each.sex is person.sex]
    unnamed = Person(birth=person.birth, sex=person.sex)
    named = [
        Person(birth=person.birth, sex=person.sex, retirement_category=each) for each in tracks
    ]
    expected = {pension.eligibility(each, history, on=on, law=law).outcome for each in named}
    decision = pension.eligibility(unnamed, history, on=on, law=law)

    assert decision.outcome is (expected.pop() if len(expected) == 1 else UNDETERMINED)


@given(case=cases())
def test_a_month_of_birth_is_open_only_within_its_month(
    case: tuple[Person, ContributionHistory, date, Law],
) -> None:
    """Known by its month alone, a birth gives what the first and the last day of it agree on."""
    person, history, on, law = case
    month = person.birth_month
    category = person.retirement_category
    outcomes = [
        pension.eligibility(
            Person(birth=birth, sex=person.sex, retirement_category=category),
            history,
            on=on,
            law=law,
        ).outcome
        for birth in (month, month.first_day, (month + 1).first_day - DAY)
    ]

    if outcomes[0] is not UNDETERMINED:
        assert [outcomes[0]] * 2 == outcomes[1:]


@given(case=cases(), data=st.data())
def test_how_a_record_is_written_does_not_matter(
    case: tuple[Person, ContributionHistory, date, Law], data: st.DataObject
) -> None:
    """Periods in another order, split in two where their months are known, give the same answer."""
    person, history, on, law = case
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
    one = pension.eligibility(person, history, on=on, law=law)
    other = pension.eligibility(person, written, on=on, law=law)

    assert (one.outcome, one.conditions, one.missing) == (
        other.outcome,
        other.conditions,
        other.missing,
    )


@given(case=cases(), lang=st.sampled_from(["zh", "en"]))
def test_every_answer_can_be_told(
    case: tuple[Person, ContributionHistory, date, Law], lang: str
) -> None:
    """The explanation names the day and has a line for every condition."""
    person, history, on, law = case
    decision = pension.eligibility(person, history, on=on, law=law)
    lines = explain(decision, lang).splitlines()

    assert on.isoformat() in lines[0]
    assert len(lines) > len(decision.conditions)
