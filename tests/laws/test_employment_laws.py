"""Employment by the day: what holds for all jobs, enrolments and records."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from shebao import (
    PENSION,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    Employment,
    Enrolment,
    MonthSet,
    MonthSpan,
    Outcome,
    Payer,
    PaymentStatus,
    Scheme,
    YearMonth,
    undeclared,
    work_injury,
)
from shebao.model.employment import lasts_on, stretches_of
from strategies import EMPLOYERS, SMALL, days, small_histories, spans

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
FIRST, LAST = SMALL.first, SMALL.last
DAY: Final = timedelta(days=1)


@composite
def lasting(draw: DrawFn) -> tuple[date, date | None]:
    """A first day and a last one, or none."""
    first = draw(days(FIRST, LAST))
    length = draw(st.none() | st.integers(0, 200))
    return first, None if length is None else first + timedelta(days=length)


def jobs() -> SearchStrategy[list[Employment]]:
    """Up to five employments, often of the same employer, and often meeting."""
    one = st.builds(
        lambda employer, span: Employment(employer, *span), st.sampled_from(EMPLOYERS), lasting()
    )
    return st.lists(one, max_size=5)


def enrolments() -> SearchStrategy[list[Enrolment]]:
    """Up to five enrolments for work-injury insurance."""
    one = st.builds(
        lambda employer, span: Enrolment(WORK_INJURY, None, employer, *span),
        st.sampled_from(EMPLOYERS),
        lasting(),
    )
    return st.lists(one, max_size=5)


def declared_by(employer: str, history: ContributionHistory, on: date) -> MonthSet:
    """The months that an employer certainly declared by a day."""
    return MonthSet(
        period.months
        for period in history.as_of(on).of(PENSION)
        if period.employer == employer and period.count is None and not period.is_voluntary
    )


def split(job: Employment, on: date) -> list[Employment]:
    """The same employment in two parts, if a day lies inside it."""
    if not lasts_on(job, on) or job.from_day == on:
        return [job]
    return [
        Employment(job.employer, on, job.to_day),
        Employment(job.employer, job.from_day, on - DAY),
    ]


@given(items=jobs(), until=days(FIRST, LAST + 3))
def test_stretches_are_the_days_that_some_item_holds(items: list[Employment], until: date) -> None:
    """Day by day: a day is in a stretch if and only if it lies in an item and is not later."""
    stretches = stretches_of(items, until)
    found = {
        first + timedelta(days=step)
        for first, last in stretches
        for step in range((last - first).days + 1)
    }
    span = (until - FIRST.first_day).days + 1
    every = [FIRST.first_day + timedelta(days=step) for step in range(max(0, span))]

    assert found == {day for day in every if any(lasts_on(item, day) for item in items)}
    for (_, last), (first, _) in pairwise(stretches):
        assert last + DAY < first


@given(items=jobs(), history=small_histories(PENSION), on=days(FIRST, LAST + 3), data=st.data())
def test_how_employments_are_written_does_not_matter(
    items: list[Employment], history: ContributionHistory, on: date, data: st.DataObject
) -> None:
    """In another order, repeated or split in two, employments leave the same months undeclared."""
    cut = data.draw(days(FIRST, LAST))
    written = [part for job in items for part in split(job, cut)] + items[:1]
    written = data.draw(st.permutations(written))

    assert undeclared.months(items, history, PENSION, on=on) == undeclared.months(
        written, history, PENSION, on=on
    )


@given(items=jobs(), history=small_histories(PENSION), on=days(FIRST, LAST + 3))
def test_undeclared_months_are_employment_without_declaration(
    items: list[Employment], history: ContributionHistory, on: date
) -> None:
    """The months of each employer are disjoint, none was declared, and all were employment."""
    for found in undeclared.months(items, history, PENSION, on=on):
        declared = declared_by(found.employer, history, on)
        own = [job for job in items if job.employer == found.employer]
        worked = MonthSet(
            MonthSpan(max(job.from_day, date(2000, 1, 1)), job.to_day or date(2030, 1, 1))
            for job in own
            if job.from_day <= on
        ) & MonthSet([MonthSpan(FIRST, on)])
        parts = (found.months, found.perhaps, found.not_due)
        together = found.months | found.perhaps | found.not_due

        assert together == worked - declared
        assert sum(map(len, parts)) == len(together)
        assert found.partial <= together
        assert YearMonth(on.year, on.month) not in found.months | found.perhaps
        assert len(found.register_by) == len(stretches_of(own, on))


@given(
    items=jobs(),
    history=small_histories(PENSION),
    on=days(FIRST, LAST + 3),
    more=spans(FIRST, LAST),
    employer=st.none() | st.sampled_from(EMPLOYERS),
    status=st.sampled_from(PaymentStatus),
)
def test_more_declarations_never_add(
    items: list[Employment],
    history: ContributionHistory,
    on: date,
    more: MonthSpan,
    employer: str | None,
    status: PaymentStatus,
) -> None:
    """Another declared month leaves no month undeclared that was not so before."""
    # An area of its own keeps the new period from contradicting what the record says.
    period = ContributionPeriod(
        PENSION, more, status=status, employer=employer, area="999999", scheme=Scheme.EMPLOYEE
    )
    richer = history.adding([period])
    before = undeclared.months(items, history, PENSION, on=on)
    after = undeclared.months(items, richer, PENSION, on=on)

    for poor, rich in zip(before, after, strict=True):
        assert rich.months <= poor.months
        assert rich.months | rich.perhaps <= poor.months | poor.perhaps
        assert rich.not_due <= poor.not_due


@given(items=jobs(), further=jobs(), history=small_histories(PENSION), on=days(FIRST, LAST + 3))
def test_more_employment_never_excuses(
    items: list[Employment],
    further: list[Employment],
    history: ContributionHistory,
    on: date,
) -> None:
    """With more days of employment all that was undeclared stays undeclared."""
    more = {
        each.employer: each
        for each in undeclared.months([*items, *further], history, PENSION, on=on)
    }
    for found in undeclared.months(items, history, PENSION, on=on):
        rich = more[found.employer]
        before = found.months | found.perhaps | found.not_due
        assert before <= rich.months | rich.perhaps | rich.not_due


@given(items=jobs(), on=days(FIRST, LAST), later=st.integers(0, 200))
def test_what_is_overdue_stays_so(items: list[Employment], on: date, later: int) -> None:
    """Without a declaration no month that is overdue ever ceases to be."""
    empty = ContributionHistory()
    now = undeclared.months(items, empty, PENSION, on=on)
    then = {
        each.employer: each.months
        for each in undeclared.months(items, empty, PENSION, on=on + timedelta(days=later))
    }

    assert all(found.months <= then[found.employer] for found in now)


@given(items=enrolments(), on=days(FIRST, LAST + 3), data=st.data())
def test_the_day_alone_decides_where_nothing_is_owed(
    items: list[Enrolment], on: date, data: st.DataObject
) -> None:
    """Covered on a day if and only if enrolled on it, however the enrolments are ordered."""
    record = ContributionHistory()
    elsewhere = Enrolment(PENSION, None, "Alpha", FIRST.first_day)
    answer = work_injury.cover(record, on=on, enrolments=[elsewhere, *items])
    mixed = data.draw(st.permutations([*items, elsewhere]))

    assert (answer.outcome is ELIGIBLE) is any(lasts_on(each, on) for each in items)
    assert answer.value is (Payer.FUND if answer.outcome is ELIGIBLE else None)
    assert answer == work_injury.cover(record, on=on, enrolments=mixed)


@given(
    items=enrolments(),
    work=jobs(),
    history=small_histories(WORK_INJURY),
    on=days(FIRST, LAST + 3),
)
def test_somebody_bears_the_benefits_of_who_is_employed(
    items: list[Enrolment], work: list[Employment], history: ContributionHistory, on: date
) -> None:
    """Of who is employed on the day a determined answer names the fund or the employer."""
    answer = work_injury.cover(history, on=on, enrolments=items, employments=work)
    is_employed = any(lasts_on(each, on) for each in work)

    if answer.outcome is ELIGIBLE:
        assert answer.value is Payer.FUND
        assert is_employed or not work
    elif answer.outcome is INELIGIBLE and is_employed:
        assert answer.value is Payer.EMPLOYER
    assert bool(answer.missing) is (answer.outcome is UNDETERMINED)


@given(
    items=enrolments(),
    work=jobs(),
    history=small_histories(WORK_INJURY),
    on=days(FIRST, LAST + 3),
)
def test_a_named_employer_is_one_of_the_cases(
    items: list[Enrolment], work: list[Employment], history: ContributionHistory, on: date
) -> None:
    """Without the employer the answer is the one on which those of all employers agree."""
    names = sorted({each.employer for each in work if lasts_on(each, on)})
    named = [
        work_injury.cover(history, on=on, enrolments=items, employments=work, employer=each)
        for each in names
    ]
    answer = work_injury.cover(history, on=on, enrolments=items, employments=work)
    outcomes = {each.outcome for each in named}

    if names:
        assert answer.outcome is (outcomes.pop() if len(outcomes) == 1 else UNDETERMINED)
    elif work:
        assert answer.outcome is INELIGIBLE
