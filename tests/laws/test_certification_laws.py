"""Certification to draw a benefit: what holds for every cycle, rule of suspension and record."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from shebao import Decision, MonthSet, Outcome, Person, Scheme, Sex, YearMonth, certification
from shebao.law import Law, parameters, shipped
from shebao.model.drawing import BenefitDrawing
from shebao.rules.certification import CertificationStanding
from shebao.terms import CertificationState, CycleBasis

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

CERTIFIED, OVERDUE, SUSPENDED = CertificationState
CYCLE: Final = parameters.CERTIFICATION_CYCLE[Scheme.EMPLOYEE]
DAY: Final = timedelta(1)
BY_YEAR: Final = ("birthday", "calendar_year")
#: A month each, a few weeks, a day; the turns of the months about a due day are among them.
NEAR: Final = st.sampled_from([-31, -1, 0, 1, 2, 28, 31]) | st.integers(-60, 150)


class Rule(NamedTuple):
    """A cycle, and what becomes of payments after it; without the latter nothing is known of it."""

    basis: str
    length: int
    first: str
    suspended: str | None
    resumed: str
    is_back_paid: bool

    def law(self) -> Law:
        """The law with this rule in place of the shipped ones."""
        cycle: dict[str, object] = {"basis": self.basis, "first": self.first}
        if self.basis not in BY_YEAR:
            cycle["length"] = self.length
        bare = shipped().at_least("official").replacing(CYCLE, cycle)
        if self.suspended is None:
            return bare
        names = ("suspended", "resumed", "is_back_paid")
        suspension = {name: getattr(self, name) for name in names}
        return bare.replacing(parameters.CERTIFICATION_SUSPENSION, suspension)


class Case(NamedTuple):
    """A benefit under a rule, and days to ask on."""

    rule: Rule
    birth: date
    first: date
    certified: tuple[date, ...]
    days: tuple[date, ...]

    def asked(
        self, on: date, certified: Iterable[date] | None = None
    ) -> Decision[CertificationStanding]:
        """What the library says on a day."""
        days = self.certified if certified is None else certified
        paid = BenefitDrawing(Scheme.EMPLOYEE, self.first, days)
        person = Person(birth=self.birth, sex=Sex.FEMALE)
        return certification.standing(person, paid, on=on, law=self.rule.law())

    def standing(self, on: date, certified: Iterable[date] | None = None) -> CertificationStanding:
        """The value of it."""
        value = self.asked(on, certified).value
        assert value is not None
        return value


# The simulation: it walks from day to day and shares nothing with the library.


class Snapshot(NamedTuple):
    """What the walk knows in the evening of a day; months are pairs of year and month."""

    state: str
    due: date
    unpaid: frozenset[tuple[int, int]]
    lost: frozenset[tuple[int, int]]
    back_paid: frozenset[tuple[int, int]]


def last_day_of(rule: Rule, birth: date, begin: date) -> date:
    """The last day that a certification is good for, found by counting days and ends of months."""
    if rule.basis == "to_the_day":
        return later(begin, rule.length)
    if rule.basis == "days":
        return begin + DAY * (rule.length - 1)
    ends = {
        "months_with": (rule.length, range(1, 13)),
        "months_after": (rule.length + 1, range(1, 13)),
        "birthday": (2, (birth.month,)),
        "calendar_year": (2, (1,)),
    }
    number, starts = ends[rule.basis]
    day = begin
    while True:
        tomorrow = day + DAY
        number -= tomorrow.day == 1 and tomorrow.month in starts
        if number == 0:
            return day
        day = tomorrow


def later(day: date, months: int) -> date:
    """The corresponding day some months later, or the last one of a month that lacks it."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def walk(case: Case) -> Iterator[tuple[date, Snapshot]]:
    """Day after day: resume, lapse, certify, and leave the month unpaid while payments stand."""
    rule = case.rule
    runs_from = later(case.first, 12) if rule.first == "year_later" else case.first
    due = last_day_of(rule, case.birth, runs_from)
    is_stopped = is_resuming = False
    held: set[tuple[int, int]] = set()
    lost: set[tuple[int, int]] = set()
    back_paid: set[tuple[int, int]] = set()
    day = case.first
    while day <= max(case.days):
        month = (day.year, day.month)
        if is_resuming and day.day == 1:
            is_stopped = is_resuming = False
            held = set()
        if day > due and rule.suspended is not None:
            is_stopped |= rule.suspended == "this_month" or month != (due.year, due.month)
        if day in case.certified:
            due = max(due, last_day_of(rule, case.birth, day))
            if is_stopped and not is_resuming:
                is_resuming = rule.resumed == "next_month"
                missed = held | {month} if is_resuming else held - {month}
                (back_paid if rule.is_back_paid else lost).update(missed)
                is_stopped = is_resuming
                held = missed if is_resuming else set()
        if is_stopped:
            held.add(month)
        state = "certified" if day <= due else "suspended" if is_stopped else "overdue"
        yield day, Snapshot(state, due, frozenset(held), frozenset(lost), frozenset(back_paid))
        day += DAY


# What is drawn


@st.composite
def rules(draw: DrawFn) -> Rule:
    """Rules of every basis; a certification lasts a month at least."""
    basis = draw(st.sampled_from([each.value for each in CycleBasis]))
    months = st.sampled_from([1, 3, 6, 12, 13])
    return Rule(
        basis,
        draw(st.sampled_from([31, 90, 180, 365])) if basis == "days" else draw(months),
        draw(st.sampled_from(["start", "start", "year_later"])),
        draw(st.sampled_from([None, "this_month", "next_month", "next_month"])),
        draw(st.sampled_from(["this_month", "next_month"])),
        draw(st.booleans()),
    )


@st.composite
def cases(draw: DrawFn) -> Case:
    """Benefits whose certifications and days of asking lie about the days when they are due."""
    rule = draw(rules())
    birth = draw(st.dates(date(1955, 1, 1), date(1960, 12, 31)))
    first = draw(st.dates(date(2019, 1, 1), date(2020, 12, 31)) | st.just(date(2020, 2, 29)))
    about = [first]
    certified: list[date] = []
    for near in draw(st.lists(NEAR | st.none(), max_size=5)):
        begin = about[-1]
        if near is None:
            day = begin + DAY * draw(st.integers(0, 3) | st.integers(0, 45))
        else:
            is_later = not certified and rule.first == "year_later"
            day = last_day_of(rule, birth, later(begin, 12 * is_later)) + DAY * near
        certified.append(max(first, day))
        about.append(certified[-1])
    days = [
        max(first, last_day_of(rule, birth, draw(st.sampled_from(about))) + DAY * near)
        for near in draw(st.lists(NEAR, min_size=1, max_size=6))
    ]
    return Case(rule, birth, first, tuple(certified), tuple(days))


def known(rule: Rule, *certified: date) -> Case:
    """A case that once went wrong: paid from 2024-01-10, asked a few days after the last."""
    first = date(2024, 1, 10)
    days = tuple(day + DAY * shift for day in (first, *certified) for shift in (0, 1, 2, 40))
    return Case(rule, date(1958, 5, 20), first, certified, days)


#: Certified before the first cycle begins, a year after the first payment.
EARLY: Final = known(
    Rule("to_the_day", 12, "year_later", "next_month", "next_month", is_back_paid=True),
    date(2024, 1, 20),
)
#: Certified in time, in the month that is not paid if it does not come.
IN_TIME: Final = known(
    Rule("to_the_day", 12, "start", "this_month", "next_month", is_back_paid=True),
    date(2025, 1, 3),
)
#: Certified late, and again before payments go on.
TWICE: Final = known(
    Rule("to_the_day", 12, "start", "next_month", "next_month", is_back_paid=True),
    date(2025, 3, 3),
    date(2025, 3, 4),
)


# The laws


def pairs(months: MonthSet) -> set[tuple[int, int]]:
    """Months as the walk writes them."""
    return {(month.year, month.month) for month in months}


@given(case=cases())
@example(case=EARLY)
@example(case=IN_TIME)
@example(case=TWICE)
def test_a_walk_from_day_to_day_comes_to_the_same(case: Case) -> None:
    """State, due day, unpaid and repaid months are what simulating every single day gives."""
    walked = dict(walk(case))
    for on in case.days:
        found, expected = case.standing(on), walked[on]
        assert expected.state == found.state.value
        assert expected.due == found.due_on
        assert expected.back_paid == pairs(found.back_paid)
        assert expected.unpaid | expected.lost == pairs(found.unpaid)


@given(case=cases())
def test_certified_is_eligible_and_suspended_is_unpaid(case: Case) -> None:
    """The answer is yes up to the due day and no after it; who is suspended lacks this month."""
    for on in case.days:
        decision = case.asked(on)
        found = decision.value
        assert found is not None
        expected = Outcome.ELIGIBLE if on <= found.due_on else Outcome.INELIGIBLE
        assert expected is decision.outcome
        assert (on <= found.due_on) == (found.state is CERTIFIED)
        month = YearMonth(on.year, on.month)
        is_stopped = found.suspended_from is not None and found.suspended_from <= month
        assert (found.state is SUSPENDED) == (on > found.due_on and is_stopped)
        if found.state is SUSPENDED:
            assert month == list(found.unpaid)[-1]


@given(case=cases())
def test_the_months_without_pay_lie_after_the_first_payment(case: Case) -> None:
    """The month of the first payment was paid, and no month after the day is spoken of."""
    for on in case.days:
        found = case.standing(on)
        for month in found.unpaid | found.back_paid:
            assert (case.first.year, case.first.month) < (month.year, month.month)
            assert (month.year, month.month) <= (on.year, on.month)


@given(case=cases(), begins=st.lists(st.dates(date(2019, 1, 1), date(2026, 1, 1)), min_size=2))
@example(case=EARLY, begins=[date(2024, 1, 20), date(2025, 2, 1)])
def test_the_due_day_moves_on_with_the_certification(case: Case, begins: list[date]) -> None:
    """No due day lies before its certification, and a later one is never due sooner."""
    begins = sorted(max(case.first, day) for day in begins)
    due = [case.standing(day, [day]).due_on for day in begins]

    assert sorted(due) == due
    assert all(day <= end for day, end in zip(begins, due, strict=True))
    assert case.standing(case.first, []).due_on <= due[0]


@given(case=cases(), data=st.data())
def test_order_and_repetition_do_not_matter(case: Case, data: st.DataObject) -> None:
    """A record of certifications that is shuffled, with lines twice, says the same."""
    shuffled = data.draw(st.permutations([*case.certified, *case.certified[:2]]))

    for on in case.days:
        assert case.asked(on) == case.asked(on, shuffled)


@given(case=cases(), ahead=st.lists(st.integers(1, 500), max_size=3))
def test_what_comes_after_the_day_changes_nothing(case: Case, ahead: list[int]) -> None:
    """The answer for a day is that of the certifications up to it."""
    for on in case.days:
        known = [day for day in case.certified if day <= on]
        future = [on + DAY * days for days in ahead]
        assert case.asked(on, known) == case.asked(on) == case.asked(on, [*known, *future])


@given(case=cases(), share=st.floats(0, 1))
@example(case=EARLY._replace(certified=()), share=0.0)
def test_a_certification_more_never_harms(case: Case, share: float) -> None:
    """With one more the state is as good or better, the due day no sooner, no month more unpaid."""
    for on in case.days:
        extra = case.first + DAY * int((on - case.first).days * share)
        before, after = case.standing(on), case.standing(on, [*case.certified, extra])
        assert before.state.rank >= after.state.rank
        assert before.due_on <= after.due_on
        assert after.unpaid <= before.unpaid


@given(case=cases())
@example(case=IN_TIME)
@example(case=TWICE)
def test_who_comes_late_is_paid_the_months_between(case: Case) -> None:
    """Repaid are the months unpaid the day before, and this one where payments wait for the next."""
    for day in sorted(set(case.certified) - {case.first}):
        month = MonthSet([YearMonth(day.year, day.month)])
        earlier = [each for each in case.certified if each < day]
        before, at = case.standing(day - DAY, earlier), case.standing(day, earlier)
        after = case.standing(day, [*earlier, day])
        is_waiting = before.state is CERTIFIED and before.unpaid and day.day != 1
        expected = before.back_paid
        if at.state is SUSPENDED and case.rule.is_back_paid and not is_waiting:
            waits = case.rule.resumed == "next_month"
            expected |= (before.unpaid | month) if waits else (before.unpaid - month)
        assert expected == after.back_paid


@given(case=cases())
def test_answers_change_at_due_days_turns_of_months_and_certifications(case: Case) -> None:
    """From one day to the next all stays as it is, unless one of these three lies between."""
    for on in case.days:
        today, tomorrow = case.standing(on), case.standing(on + DAY)
        if today != tomorrow:
            is_turn = (on + DAY).day == 1
            assert on == today.due_on or is_turn or on + DAY in case.certified


@given(case=cases())
def test_without_a_rule_on_suspension_nothing_is_said_of_payments(case: Case) -> None:
    """Where it is not known what being late costs, no month is named."""
    bare = case._replace(rule=case.rule._replace(suspended=None))
    for on in case.days:
        found = bare.standing(on)
        assert (None, None) == (found.suspended_from, found.resumes)
        assert MonthSet() == found.unpaid | found.back_paid
