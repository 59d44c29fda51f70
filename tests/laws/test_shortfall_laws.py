"""Ways out of too few months, passages and the disability allowance: what holds for everybody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

import oracle
from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    Decision,
    MonthSpan,
    Outcome,
    Person,
    Reason,
    RetirementCategory,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    disability,
    explain,
    passage,
    pension,
    retirement,
    shortfall,
)
from shebao.terms import DisabilityTier, PaymentStatus
from strategies import histories, small_histories

if TYPE_CHECKING:
    from collections.abc import Iterator

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MALE, F55, F50, _ = RetirementCategory
FULL, POOLED, SHORT = DisabilityTier
DAY: Final = timedelta(1)
WITHIN: Final = MonthSpan("1990-01", "2045-12")
FIFTEEN_YEARS: Final = 180
NEW: Final = "an employer that no period has"


class Case(NamedTuple):
    """A person, a record and a day."""

    person: Person
    history: ContributionHistory
    on: date


@composite
def people(
    draw: DrawFn, *, only_known: bool = False, first: int = 2006, last: int = 2042
) -> Person:
    """People who reach the old age of their track in some years, some without day or category."""
    category = draw(st.sampled_from([MALE, F55, F50]))
    age = {MALE: 60, F55: 55, F50: 50}[category]
    born = draw(st.dates(date(first - age, 1, 1), date(last - age, 12, 31)))
    is_month = not only_known and draw(st.booleans())
    return Person(
        birth=YearMonth(born.year, born.month) if is_month else born,
        sex=category.sex,
        retirement_category=category if only_known or draw(st.booleans()) else None,
    )


def month_of(on: date) -> YearMonth:
    """The month of a day."""
    return YearMonth(on.year, on.month)


def months_paid(first: YearMonth, months: int, employer: str = NEW) -> list[ContributionPeriod]:
    """Some months in a row, paid by an employer of their own; none of none."""
    if not months:
        return []
    span = MonthSpan(first, first + (months - 1))
    return [ContributionPeriod(PENSION, span, employer=employer)]


@composite
def cases(
    draw: DrawFn,
    *,
    only_known: bool = False,
    is_exact: bool = False,
    first: int = 2006,
    last: int = 2042,
) -> Case:
    """A case whose months are often about fifteen years; an exact one has plain paid months.

    The day lies within six years of an age at which the person may retire, and some of the months
    after that age.
    """
    person = draw(people(only_known=only_known, first=first, last=last))
    reached = draw(st.sampled_from(retirement.for_person(person))).month
    parts = [] if is_exact else list(draw(histories(PENSION, within=WITHIN, longest=60)))
    late = draw(st.sampled_from([0, 0, 59, 60, 61]) | st.integers(0, 80))
    parts += months_paid(reached + 1, late, "after the age")
    length = st.integers(170, 190) | st.integers(95, 130) | st.integers(0, 260)
    many = max(0, draw(length) - draw(st.sampled_from([0, late])))
    pause = draw(st.sampled_from([0, 0, 20, 150]))
    parts += months_paid(reached - (many + pause - 1), many, "before the age")
    about = reached.first_day + timedelta(draw(st.integers(-90, 90) | st.integers(-2200, 2600)))
    on = draw(st.sampled_from([about, (reached + (late + 2)).first_day]))
    return Case(person, ContributionHistory(parts), max(on, date(first, 1, 1)))


def all_ways(case: Case, **facts: Any) -> list[Decision[Any]]:  # noqa: ANN401
    """The four ways out, the passage back and the allowance, the facts of each being good."""
    person, history, on = case
    good: dict[str, Any] = {"on": on, **facts}
    ways = shortfall.ways(person, history, requested=True, draws_pension=False, **good)
    return [
        ways.extension,
        ways.lump_sum,
        ways.into_resident,
        ways.refund,
        passage.into_employee(person, history, draws_pension=False, **good),
        disability.allowance(
            person, history, fully_incapable=True, pays_contributions=False, **good
        ),
    ]


def way_out(decision: Decision[shortfall.WayOut]) -> shortfall.WayOut:
    """What goes with a way out."""
    assert decision.value is not None
    return decision.value


def is_enough(case: Case, history: ContributionHistory, on: date) -> Verdict:
    """What becomes of the months' condition of a pension, for another record and day."""
    decision = pension.eligibility(case.person, history, on=on)
    (found,) = [each for each in decision.conditions if each.reason is Reason.PENSION_MONTHS]
    return found.verdict


def going_on(case: Case, until: YearMonth) -> ContributionHistory:
    """The record with every month paid from the one after the day up to another."""
    following = month_of(case.on) + 1
    return case.history.adding(months_paid(following, max(0, until - following + 1)))


class TestExtension:
    """The month in which the minimum is reached."""

    @given(case=cases(only_known=True, is_exact=True))
    def test_it_is_the_month_in_which_the_months_suffice(self, case: Case) -> None:
        """Paid month by month, the months fall short up to its eve and suffice from then on."""
        value = way_out(shortfall.extension(case.person, case.history, on=case.on))
        assert value.complete is not None
        paid = going_on(case, value.complete)
        first = value.complete.first_day
        months = MonthSpan(month_of(case.on), value.complete)
        met = [month for month in months if is_enough(case, paid, month.first_day) is Verdict.MET]

        assert [value.complete] == met
        assert value.short_by == value.complete - month_of(case.on)
        if value.short_by:
            assert Verdict.NOT_MET is is_enough(case, paid, first - DAY)

    @given(case=cases(only_known=True))
    def test_they_suffice_by_then_whatever_the_record(self, case: Case) -> None:
        """Where the record only bounds the months, it is a month in which they certainly suffice."""
        cut = case.history.between(0, month_of(case.on).ordinal)
        seen = Case(case.person, cut, case.on)
        value = way_out(shortfall.extension(seen.person, seen.history, on=seen.on))
        assert value.complete is not None
        later = max(case.on, value.complete.first_day)

        assert Verdict.MET is is_enough(seen, going_on(seen, value.complete), later)

    @given(case=cases())
    def test_it_is_the_opposite_of_the_pension_at_the_age(self, case: Case) -> None:
        """At the age, who may draw the pension may not extend, and the other way round."""
        person, history, on = case
        last = max(each.month for each in retirement.for_person(person))
        on = max(on, (last + 1).first_day)
        drawn = pension.eligibility(person, history, on=on)
        extended = shortfall.extension(person, history, on=on)
        opposite = {ELIGIBLE: INELIGIBLE, INELIGIBLE: ELIGIBLE, UNDETERMINED: UNDETERMINED}

        assert opposite[drawn.outcome] is extended.outcome


class TestWays:
    """What all ways have in common."""

    @given(case=cases(only_known=True))
    def test_none_is_open_where_the_months_suffice(self, case: Case) -> None:
        """Who certainly has the minimum is short of nothing."""
        person, history, on = case
        value = pension.eligibility(person, history, on=on).value
        assert value is not None
        if value.short_by == 0:
            assert on < date(2014, 7, 1) or [INELIGIBLE] * 4 == [
                each.outcome for each in all_ways(case)[:4]
            ]

    @given(case=cases())
    def test_none_is_open_before_the_age(self, case: Case) -> None:
        """In the months before the first age that may be theirs nobody takes a way out."""
        person, history, _ = case
        first = min(each.month for each in retirement.for_person(person)).first_day
        early = Case(person, history, first - DAY)

        assert [INELIGIBLE] * 5 == [each.outcome for each in all_ways(early)[:5]]

    @given(case=cases(only_known=True, is_exact=True))
    def test_a_lump_sum_takes_an_extension(self, case: Case) -> None:
        """Whoever may pay at once may go on month by month instead."""
        extension, lump_sum, *_ = all_ways(case)

        assert lump_sum.outcome is not ELIGIBLE or extension.outcome is ELIGIBLE

    @given(case=cases())
    def test_refund_and_passage_ask_for_the_same_months(self, case: Case) -> None:
        """Asked for in writing, and no pension drawn, the two have one answer since 2014-07."""
        assume(case.on >= date(2014, 7, 1))
        _, _, into_resident, refund, *_ = all_ways(case)

        assert into_resident.outcome is refund.outcome

    @given(case=cases())
    def test_an_unknown_category_is_both_categories(self, case: Case) -> None:
        """Without her category a woman has the answer on which both tracks agree, else none."""
        person, history, on = case
        tracks = [each for each in (MALE, F55, F50) if each.sex is person.sex]
        unnamed = Person(birth=person.birth, sex=person.sex)
        named = [
            Person(birth=person.birth, sex=person.sex, retirement_category=each) for each in tracks
        ]
        by_track = [all_ways(Case(each, history, on)) for each in named]
        for found, *each in zip(all_ways(Case(unnamed, history, on)), *by_track, strict=True):
            outcomes = {decision.outcome for decision in each}
            assert found.outcome is (outcomes.pop() if len(outcomes) == 1 else UNDETERMINED)

    @given(case=cases(only_known=True))
    def test_a_month_of_birth_is_what_its_days_agree_on(self, case: Case) -> None:
        """Known by its month alone, a birth decides only what its first and last day agree on."""
        person, history, on = case
        month = person.birth_month
        by_birth = [
            all_ways(
                Case(
                    Person(
                        birth=birth,
                        sex=person.sex,
                        retirement_category=person.retirement_category,
                    ),
                    history,
                    on,
                )
            )
            for birth in (month, month.first_day, (month + 1).first_day - DAY)
        ]
        for vague, first, last in zip(*by_birth, strict=True):
            if vague.outcome is not UNDETERMINED:
                assert [vague.outcome] * 2 == [first.outcome, last.outcome]

    @given(case=cases(), data=st.data())
    def test_how_a_record_is_written_does_not_matter(self, case: Case, data: st.DataObject) -> None:
        """Periods in another order, split where their months are known, give the same answers."""
        parts: list[ContributionPeriod] = []
        for period in case.history:
            first, last = period.months.pair
            if period.count is None and first < last:
                cut = data.draw(st.integers(first, last - 1))
                halves = (period.between(first, cut), period.between(cut + 1, last))
                parts += [each for each in halves if each is not None]
            else:
                parts.append(period)
        written = ContributionHistory(data.draw(st.permutations(parts)))
        other = all_ways(Case(case.person, written, case.on))
        for one, two in zip(all_ways(case), other, strict=True):
            assert (one.outcome, one.conditions, one.missing) == (
                two.outcome,
                two.conditions,
                two.missing,
            )
            assert told(one) == told(two)

    @given(case=cases(only_known=True), extra=st.integers(0, 400))
    def test_the_shortfall_never_grows_with_months(self, case: Case, extra: int) -> None:
        """With a paid month that the record does not hold, no more months are missing."""
        month = month_of(case.on) - extra
        richer = case.history.adding(
            [ContributionPeriod(PENSION, MonthSpan(month, month), employer="one more")]
        )
        before, after = (
            way_out(shortfall.extension(case.person, each, on=case.on))
            for each in (case.history, richer)
        )

        assert before.short_by - 1 <= after.short_by <= before.short_by

    @given(case=cases(), lang=st.sampled_from(["zh", "en"]))
    def test_every_answer_can_be_told(self, case: Case, lang: str) -> None:
        """The explanation names the day and has a line for every condition."""
        for decision in all_ways(case):
            lines = explain(decision, lang).splitlines()

            assert case.on.isoformat() in "".join(lines[:2])
            assert len(lines) > len(decision.conditions)

    @given(case=cases())
    def test_missing_stands_where_it_is_open(self, case: Case) -> None:
        """An open answer names what it lacks, a decided one lacks nothing."""
        found = all_ways(case)

        assert [each.outcome is UNDETERMINED for each in found] == [
            bool(each.missing) for each in found
        ]


def told(decision: Decision[Any]) -> object:
    """What goes with an answer, without the periods that it was read from."""
    value = decision.value
    if isinstance(value, passage.Passage):
        months = value.employee_months
        return (
            value.earliest,
            value.resident_years,
            value.months_after,
            months.at_least,
            months.at_most,
        )
    return value


#: Cases whose age is reached under the rule of the one sum.
summed = cases(only_known=True, is_exact=True, first=2012, last=2027)


class TestLumpSum:
    """The first day of the one sum."""

    @given(case=summed)
    def test_it_is_the_first_day_on_which_it_is_open(self, case: Case) -> None:
        """Contributions going on, the sum is closed on its eve and open on the day itself."""
        value = way_out(shortfall.lump_sum(case.person, case.history, on=case.on))
        if value.earliest is None or value.complete is None:
            return
        paid = going_on(case, month_of(value.earliest))
        eve, first = (
            shortfall.lump_sum(case.person, paid, on=day)
            for day in (value.earliest - DAY, value.earliest)
        )

        assert (INELIGIBLE, ELIGIBLE) == (eve.outcome, first.outcome)
        assert max(month_of(value.earliest), month_of(case.on)) == value.complete

    @given(case=cases(only_known=True, first=2012, last=2027))
    def test_whoever_may_pay_now_could_from_a_day_not_after(self, case: Case) -> None:
        """An open sum has a day, and that day has come; the sum completes the minimum now."""
        decision = shortfall.lump_sum(case.person, case.history, on=case.on)
        value = way_out(decision)
        if decision.outcome is ELIGIBLE:
            assert value.earliest is not None
            assert value.earliest <= case.on
            assert month_of(case.on) == value.complete

    @given(case=summed)
    def test_where_it_has_no_day_it_is_never_open(self, case: Case) -> None:
        """Without a day, paying on for as long as one likes does not open it."""
        value = way_out(shortfall.lump_sum(case.person, case.history, on=case.on))
        if value.earliest is None:
            paid = going_on(case, month_of(case.on) + 150)
            later = [case.on + timedelta(days) for days in range(0, 4500, 300)]
            outcomes = {shortfall.lump_sum(case.person, paid, on=day).outcome for day in later}

            assert ELIGIBLE not in outcomes

    @given(case=summed)
    def test_it_is_the_rule_spelled_out(self, case: Case) -> None:
        """Insured before 2011-07, sixty months after the age, still short: no more and no less."""
        person, history, on = case
        (reached,) = retirement.for_person(person)
        assume(reached.month.year < 2030)
        months = {
            month
            for period in history
            for month in oracle.months_of(period.months)
            if month <= month_of(on).ordinal
        }
        day = retirement.day_of(person.birth, reached.month)
        assert day is not None
        expected = (
            on >= day
            and any(month < YearMonth(2011, 7).ordinal for month in months)
            and sum(month > reached.month.ordinal for month in months) >= 60
            and len(months) < FIFTEEN_YEARS
        )

        assert expected is shortfall.lump_sum(person, history, on=on).eligible


#: Records of few months, each span of which holds one at least.
placeable = small_histories(max_size=3, longest=4).filter(
    lambda history: all(period.at_least for period in history)
)


class TestPassage:
    """Which way, and what counts after it."""

    @given(case=cases(only_known=True, is_exact=True))
    def test_exactly_one_way_at_the_age(self, case: Case) -> None:
        """Where fifteen years are the minimum and no pension is drawn, one way is open, not both."""
        person, history, on = case
        (reached,) = retirement.for_person(person)
        assume(reached.month.year < 2030)
        on = max(on, date(2014, 7, 1), (reached.month + 1).first_day)
        into_resident, into_employee = (
            way(person, history, on=on, draws_pension=False).eligible
            for way in (passage.into_resident, passage.into_employee)
        )

        assert {True, False} == {into_resident, into_employee}

    @given(case=cases())
    def test_never_both_ways(self, case: Case) -> None:
        """Whatever is open of the record or the law, no day opens both ways."""
        _, _, into_resident, _, into_employee, _ = all_ways(case)

        assert {ELIGIBLE} != {into_resident.outcome, into_employee.outcome}

    @given(case=cases(only_known=True))
    def test_months_after_lie_in_their_bounds(self, case: Case) -> None:
        """No employee month is lost, a resident's year adds twelve at most, and to residents only."""
        person, history, on = case
        assume(on >= date(2014, 7, 1))
        to_residents, to_employees = (
            way(person, history, on=on).value
            for way in (passage.into_resident, passage.into_employee)
        )
        assert to_residents is not None
        assert to_employees is not None
        months, years = to_residents.employee_months, to_residents.resident_years
        after = to_residents.months_after

        assert months.at_least <= after.at_least <= months.at_least + 12 * years.at_least
        assert months.at_most <= after.at_most <= months.at_most + 12 * years.at_most
        assert after.at_least <= after.at_most
        assert (months.at_least, months.at_most) == (
            to_employees.months_after.at_least,
            to_employees.months_after.at_most,
        )

    @given(history=placeable, on=st.dates(date(2024, 8, 1), date(2026, 3, 1)))
    def test_the_bounds_hold_every_placement(self, history: ContributionHistory, on: date) -> None:
        """Wherever the months without places lie, the months after are within the bounds."""
        man = Person(birth=date(1960, 1, 1), sex=Sex.MALE)
        value = passage.into_resident(man, history, on=on).value
        assert value is not None
        for after in placed_after(history, on):
            assert value.months_after.at_least <= after <= value.months_after.at_most

    @given(history=small_histories(max_counted=0), on=st.dates(date(2024, 8, 1), date(2026, 3, 1)))
    def test_a_record_of_months_fixes_them(self, history: ContributionHistory, on: date) -> None:
        """Where every month has its place, there is one number: what the months add up to."""
        man = Person(birth=date(1960, 1, 1), sex=Sex.MALE)
        value = passage.into_resident(man, history, on=on).value
        assert value is not None

        assert {value.months_after.months} == set(placed_after(history, on))


def placed_after(history: ContributionHistory, on: date) -> Iterator[int]:
    """Months among residents in each placement: employee months, and all of each paid year's."""
    # When back payments were declared does not matter here, so no world is made for it.
    for world in oracle.placements(list(history), date.min):
        seen = oracle.ledger(world, PENSION, on, CountingRule.default(PENSION))
        months = set(seen.paid | seen.deemed | seen.back_paid)
        for year in resident_years(world, on):
            months |= set(range(12 * year, 12 * year + 12))
        yield len(months)


def resident_years(world: list[oracle.Placed], on: date) -> set[int]:
    """The calendar years of resident months that are paid by a day, from 1 January at the earliest."""
    years: set[int] = set()
    for period, months, _ in world:
        is_payment = period.status in (PaymentStatus.PAID, PaymentStatus.BACK_PAID)
        if period.scheme is Scheme.RESIDENT and is_payment:
            for month in map(YearMonth.from_ordinal, months):
                paid_on = period.settled_on or month.first_day
                if on >= max(paid_on, period.declared_on or paid_on, date(month.year, 1, 1)):
                    years.add(month.year)
    return years


class TestDisability:
    """How the allowance is computed, and for how long."""

    @given(case=cases(only_known=True, first=2025), extra=st.integers(0, 400))
    def test_more_months_never_pay_it_for_shorter(self, case: Case, extra: int) -> None:
        """A paid month more never lowers the bounds, nor turns a full allowance into a short one."""
        on = case.on
        month = month_of(on) - extra
        richer = case.history.adding(
            [ContributionPeriod(PENSION, MonthSpan(month, month), employer="one more")]
        )
        before, after = (
            disability.allowance(case.person, each, on=on).value for each in (case.history, richer)
        )
        assert before is not None
        assert after is not None
        if before.paid_months is None:
            assert after.paid_months is None
        elif after.paid_months is not None:
            assert before.paid_months[0] <= after.paid_months[0]
            assert before.paid_months[1] <= after.paid_months[1]

    @given(months=st.integers(1, 300), on=st.dates(date(2025, 1, 1), date(2045, 12, 31)))
    def test_paid_months_are_the_rule_walked_through(self, months: int, on: date) -> None:
        """Twelve, and three more each time that another year is begun beyond five."""
        man = Person(birth=date(1990, 6, 3), sex=Sex.MALE)
        end = YearMonth(2024, 12)
        history = ContributionHistory(months_paid(end - (months - 1), months))
        value = disability.allowance(man, history, on=on).value
        assert value is not None
        paid = 12
        for month in range(1, months + 1):
            if month > 60 and month % 12 == 1:
                paid += 3
        is_short = months < retirement.minimum_contribution_months(on.year)

        assert ((paid, paid) if is_short else None) == value.paid_months

    @given(case=cases(only_known=True, is_exact=True, first=2025))
    def test_one_tier_for_a_record_of_months(self, case: Case) -> None:
        """Short below the minimum of the year, else full with five years left, else pooled."""
        person, history, on = case
        (reached,) = retirement.for_person(person)
        value = disability.allowance(person, history, on=on).value
        assert value is not None
        months = {m for each in history for m in oracle.months_of(each.months)}
        paid = sum(month <= month_of(on).ordinal for month in months)
        near = retirement.day_of(person.birth, reached.month - 60)
        assert near is not None
        expected = FULL if on >= near else POOLED
        if paid < retirement.minimum_contribution_months(on.year):
            expected = SHORT

        assert (expected,) == value.tiers
        assert (near if expected is POOLED else None) == value.recomputed_on
        assert reached.month == value.until

    @given(case=cases(only_known=True, first=2025))
    def test_an_open_record_has_the_tiers_of_its_bounds(self, case: Case) -> None:
        """The tiers are those of the fewest and of the most months that the record allows."""
        person, history, on = case
        value = disability.allowance(person, history, on=on).value
        count = pension.eligibility(person, history, on=on).value
        assert value is not None
        assert count is not None
        months = count.contribution_months
        ends = [
            disability.allowance(person, ContributionHistory(held), on=on).value
            for held in (
                months_paid(month_of(on) - (number - 1), number)
                for number in (months.at_least, months.at_most)
            )
        ]

        assert set(value.tiers) == {
            tier for each in ends if each is not None for tier in each.tiers
        }

    @given(case=cases(first=2025), days=st.integers(1, 3000))
    def test_who_is_refused_for_age_stays_refused(self, case: Case, days: int) -> None:
        """The statutory age, once reached, ends it for good."""
        on = case.on
        now, later = (
            disability.allowance(
                case.person, case.history, on=day, fully_incapable=True, pays_contributions=False
            ).outcome
            for day in (on, on + timedelta(days))
        )

        assert now is not INELIGIBLE or later is INELIGIBLE

    @given(case=cases())
    def test_open_before_the_measures(self, case: Case) -> None:
        """Before 2025 nobody is refused and nobody is granted it: the rule is not known."""
        on = min(case.on, date(2024, 12, 31))
        decision = disability.allowance(
            case.person, case.history, on=on, fully_incapable=False, pays_contributions=True
        )

        assert UNDETERMINED is decision.outcome
