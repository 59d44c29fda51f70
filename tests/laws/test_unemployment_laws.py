"""Unemployment benefit: what holds for every record, every earlier spell and everybody near the age."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from shebao import (
    UNEMPLOYMENT,
    BenefitSpell,
    ContributionHistory,
    ContributionPeriod,
    MonthSpan,
    Outcome,
    Person,
    RetirementCategory,
    Separation,
    Sex,
    YearMonth,
    counting,
    explain,
    retirement,
    unemployment,
)
from shebao.days import add_months
from shebao.law import parameters, shipped
from strategies import histories

if TYPE_CHECKING:
    from shebao.rules.unemployment import UnemploymentEntitlement

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
DAY: Final = timedelta(1)
WITHIN: Final = MonthSpan("2008-01", "2027-12")
GRADED: Final = ("110000", "130100", "310000", "330000", "350200", "440100", "500000", "510000")
AREAS: Final = (None, *GRADED, "410300", "320000")
NEW: Final = "an employer that no period has"
KNOWN: Final[dict[str, Any]] = {"separation": Separation.DISMISSED, "registered": True}


class Case(NamedTuple):
    """A record, the spells before, a day and a place."""

    history: ContributionHistory
    spells: tuple[BenefitSpell, ...]
    on: date
    area: str | None


@composite
def all_spells(draw: DrawFn, most: int = 3) -> tuple[BenefitSpell, ...]:
    """Up to a few spells, each ending in a month of its own, some of nothing drawn."""
    last = draw(st.lists(st.integers(24_120, 24_320), max_size=most, unique=True))
    found = []
    for ordinal in last:
        granted = draw(st.integers(1, 24))
        drawn = draw(st.integers(0, granted))
        assessed = draw(st.none() | st.integers(0, 160))
        found.append(BenefitSpell(YearMonth.from_ordinal(ordinal), granted, drawn, assessed))
    return tuple(found)


@composite
def cases(draw: DrawFn, *, areas: tuple[str | None, ...] = AREAS) -> Case:
    """A case of any record of unemployment insurance, with any spells."""
    history = draw(histories(UNEMPLOYMENT, within=WITHIN, longest=80))
    on = draw(st.dates(date(2012, 1, 1), date(2027, 12, 31)))
    return Case(history, draw(all_spells()), on, draw(st.sampled_from(areas)))


def months_of(case: Case) -> UnemploymentEntitlement:
    """What months a case gives."""
    return unemployment.months(case.history, on=case.on, spells=case.spells, area=case.area)


def plain(months: int, last: str = "2026-08") -> ContributionHistory:
    """So many months in a row up to a month."""
    end = YearMonth.parse(last)
    if not months:
        return ContributionHistory()
    return ContributionHistory(
        [ContributionPeriod(UNEMPLOYMENT, MonthSpan(end - (months - 1), end))]
    )


class TestMonths:
    """How many months there are."""

    @given(case=cases())
    def test_from_none_to_two_years(self, case: Case) -> None:
        """Whatever was paid, drawn or left, months of benefit lie in 0 to 24, the fewest first."""
        value = months_of(case)

        if value.benefit_bounds is not None:
            low, high = value.benefit_bounds
            assert 0 <= low <= high <= 24
            assert value.benefit_months == (low if low == high else None)
        if value.maximum_months is not None:
            assert 0 <= value.maximum_months <= 24

    @given(case=cases())
    def test_never_above_the_maximum(self, case: Case) -> None:
        """The months of a place lie within those that law allows, carried months counted in both."""
        value = months_of(case)

        if value.maximum_months is not None and value.benefit_bounds is not None:
            assert value.benefit_bounds[1] <= value.maximum_months

    @given(case=cases(), extra=st.integers(0, 200))
    def test_a_month_more_never_gives_less(self, case: Case, extra: int) -> None:
        """Neither the fewest nor the most months fall when a month more is paid."""
        month = YearMonth(case.on.year, case.on.month) - extra
        richer = case.history.adding(
            [ContributionPeriod(UNEMPLOYMENT, MonthSpan(month, month), employer=NEW)]
        )
        before, after = months_of(case), months_of(case._replace(history=richer))

        if before.benefit_bounds is not None and after.benefit_bounds is not None:
            assert before.benefit_bounds[0] <= after.benefit_bounds[0]
            assert before.benefit_bounds[1] <= after.benefit_bounds[1]

    @given(case=cases(), cut=st.integers(24_096, 24_335))
    def test_splitting_and_reordering_change_nothing(self, case: Case, cut: int) -> None:
        """Periods cut in two and spells in another order say the same."""
        parts = [
            part
            for period in reversed(case.history.periods)
            for part in (
                [period]
                if period.count is not None
                else [period.between(cut, 10**6), period.between(0, cut - 1)]
            )
            if part is not None
        ]
        other = case._replace(
            history=ContributionHistory(parts), spells=tuple(reversed(case.spells))
        )

        assert months_of(case) == months_of(other)

    @given(
        case=cases(),
        ago=st.integers(0, 40),
        granted=st.integers(2, 24),
        drawn=st.lists(st.integers(1, 24), min_size=2, max_size=2),
        assessed=st.none() | st.integers(0, 160),
    )
    def test_drawing_more_never_gives_more(
        self, case: Case, ago: int, granted: int, drawn: list[int], assessed: int | None
    ) -> None:
        """Of one grant, each month drawn more takes at most itself away, and never adds."""
        last = YearMonth(case.on.year, case.on.month) - ago
        fewer, more = sorted(min(each, granted) for each in drawn)
        others = tuple(spell for spell in case.spells if spell.last_month < last)
        before, after = (
            months_of(case._replace(spells=(*others, BenefitSpell(last, granted, each, assessed))))
            for each in (fewer, more)
        )

        if before.benefit_bounds is not None and after.benefit_bounds is not None:
            for many, few in zip(before.benefit_bounds, after.benefit_bounds, strict=True):
                assert many - (more - fewer) <= few <= many

    @given(case=cases())
    def test_spells_that_ended_later_change_nothing(self, case: Case) -> None:
        """What ended after the month of the day is left out, wherever it stands."""
        month = YearMonth(case.on.year, case.on.month)
        ended = tuple(spell for spell in case.spells if spell.last_month <= month)

        assert months_of(case) == months_of(case._replace(spells=ended))

    @given(
        before=st.integers(1, 200),
        gap=st.integers(1, 30),
        new=st.integers(0, 150),
        granted=st.integers(1, 24),
        drawn=st.integers(0, 24),
        area=st.sampled_from(GRADED),
    )
    def test_one_earlier_spell_is_the_rule_spelled_out(
        self, before: int, gap: int, new: int, granted: int, drawn: int, area: str
    ) -> None:
        """New months by the grading and what is left; less than a year alone gives what is left."""
        drawn = min(drawn, granted)
        end = YearMonth(2026, 8)
        ended = end - new
        first = plain(before, str(ended - gap))
        history = first.adding(plain(new).periods)
        assessed = before // 12 * 12
        spell = BenefitSpell(ended, granted, drawn, assessed)
        value = unemployment.months(history, on=date(2026, 9, 1), spells=[spell], area=area)
        grants = unemployment.months(plain(new), on=date(2026, 9, 1), area=area).benefit_bounds
        if area == "310000":
            grants = (0, 0)
            if new >= 12:
                both = plain(new + before - assessed)
                grants = unemployment.months(both, on=date(2026, 9, 1), area=area).benefit_bounds
        elif not drawn:
            grants = unemployment.months(history, on=date(2026, 9, 1), area=area).benefit_bounds
        assert grants is not None
        left = granted - drawn if drawn or area == "310000" else 0

        assert tuple(min(24, each + left) for each in grants) == value.benefit_bounds

    @given(case=cases(areas=GRADED))
    def test_bounds_are_those_of_the_counts(self, case: Case) -> None:
        """Without earlier spells the bounds are the grades of the fewest and the most months."""
        value = months_of(case._replace(spells=()))
        count = counting.cumulative(case.history, UNEMPLOYMENT, on=case.on)
        assume(value.benefit_bounds is not None)
        ends = [
            unemployment.months(
                plain(months, f"{case.on:%Y-%m}"), on=case.on, area=case.area
            ).benefit_bounds
            for months in (count.at_least, count.at_most)
        ]

        assert ends[0] is not None
        assert ends[1] is not None
        assert value.benefit_bounds == (ends[0][0], ends[1][1])


class TestClaim:
    """Who may claim."""

    @given(case=cases())
    def test_a_claim_that_is_open_has_months(self, case: Case) -> None:
        """Whoever may claim has a year paid or months left, and law allows at least one month."""
        decision = unemployment.eligibility(
            case.history, on=case.on, spells=case.spells, area=case.area, **KNOWN
        )
        value = decision.value
        assert value is not None

        if decision.outcome is ELIGIBLE:
            assert value.carried_months or value.contribution_months.at_least >= 12
            assert value.maximum_months is None or value.maximum_months >= 1
        if decision.outcome is INELIGIBLE:
            assert (value.maximum_months, value.benefit_months) in ((0, 0), (0, None))
        assert value == months_of(case)

    @given(case=cases(), lang=st.sampled_from(["zh", "en"]))
    def test_every_answer_can_be_told(self, case: Case, lang: Any) -> None:  # noqa: ANN401
        """The explanation has a line for every condition, and names what is missing."""
        decision = unemployment.eligibility(
            case.history, on=case.on, spells=case.spells, area=case.area
        )

        assert len(explain(decision, lang).splitlines()) > len(decision.conditions)
        assert (decision.outcome is UNDETERMINED) == bool(decision.missing)

    @given(case=cases(), left=st.integers(1, 24), ago=st.integers(0, 40))
    def test_months_left_open_a_claim(self, case: Case, left: int, ago: int) -> None:
        """What the last spell leaves opens a claim; without it a year since that spell does."""
        last = YearMonth(case.on.year, case.on.month) - ago
        with_left, without = (
            unemployment.eligibility(
                case.history,
                on=case.on,
                area=case.area,
                spells=[BenefitSpell(last, 1 + more, 1)],
                **KNOWN,
            )
            for more in (left, 0)
        )
        assert without.value is not None
        since = without.value.contribution_months

        assert with_left.outcome is ELIGIBLE
        assert without.eligible in {since.at_least >= 12, None}
        assert (without.eligible is None) == (since.at_least < 12 <= since.at_most)


@composite
def people(draw: DrawFn) -> Person:
    """People of one track who reach the age about the years of the rules."""
    category = draw(st.sampled_from(list(RetirementCategory)[:3]))
    years = {RetirementCategory.MALE: 60, RetirementCategory.FEMALE_55: 55}.get(category, 50)
    born = draw(st.dates(date(2020 - years, 1, 1), date(2032 - years, 12, 31)))
    return Person(birth=born, sex=category.sex, retirement_category=category)


class TestExtension:
    """Benefit that goes on to the statutory age."""

    @given(person=people(), before=st.integers(-40, 900))
    def test_it_is_the_rule_spelled_out(self, person: Person, before: int) -> None:
        """Within the year before the day of the age, and on no other day."""
        (reached,) = retirement.for_person(person)
        day = retirement.day_of(person.birth, reached.month)
        assert day is not None
        on = max(date(2019, 12, 1), day - timedelta(before))
        decision = unemployment.extension(person, on=on, still_unemployed=True)

        assert decision.eligible is (add_months(day, -12) < on < day)
        if decision.eligible:
            assert decision.value is not None
            assert 0 <= decision.value.months <= 12
            assert decision.value.last_month == reached.month

    @given(person=people(), before=st.integers(2, 900), area=st.sampled_from(["230000", "410100"]))
    def test_a_place_only_adds(self, person: Person, before: int, area: str) -> None:
        """Where the nation says yes, a place that goes further says yes too, applied for or not."""
        (reached,) = retirement.for_person(person)
        day = retirement.day_of(person.birth, reached.month)
        assert day is not None
        on = max(date(2019, 12, 1), day - timedelta(before))
        nation, place = (
            unemployment.extension(
                person, on=on, area=each, still_unemployed=True, applied=False
            ).eligible
            for each in (None, area)
        )

        assert nation is not True or place is True

    @given(person=people(), before=st.integers(2, 500))
    def test_once_close_always_close(self, person: Person, before: int) -> None:
        """Who would go on drawing today would tomorrow, until the day of the age."""
        (reached,) = retirement.for_person(person)
        day = retirement.day_of(person.birth, reached.month)
        assert day is not None
        on = max(date(2019, 12, 1), day - timedelta(before))
        assume(on + DAY < day)
        today, tomorrow = (
            unemployment.extension(person, on=each, still_unemployed=True).eligible
            for each in (on, on + DAY)
        )

        assert today is not True or tomorrow is True

    @given(person=people())
    def test_the_fund_pays_within_the_rule_and_the_year(self, person: Person) -> None:
        """Its days lie within a year before the age and within the days of the rule."""
        (reached,) = retirement.for_person(person)
        day = retirement.day_of(person.birth, reached.month)
        assert day is not None
        rule = shipped().get(parameters.UNEMPLOYMENT_PENSION, on=date(2026, 1, 1))
        found = unemployment.fund_pension(person)

        assert bool(found) == (day >= rule.valid_from)
        for each in found:
            assert max(rule.valid_from, add_months(day, -12) + DAY) == each.from_day
            assert each.from_day <= each.until_day == day

    @given(
        born=st.dates(date(1960, 1, 1), date(1985, 12, 31)),
        on=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    )
    def test_a_woman_of_unknown_track_has_the_answers_of_both(self, born: date, on: date) -> None:
        """If both tracks agree that is the answer, else it is open."""
        woman = Person(birth=born, sex=Sex.FEMALE)
        outcomes = {
            unemployment.extension(
                Person(birth=born, sex=Sex.FEMALE, retirement_category=track),
                on=on,
                still_unemployed=True,
            ).outcome
            for track in (RetirementCategory.FEMALE_55, RetirementCategory.FEMALE_50)
        }
        found = unemployment.extension(woman, on=on, still_unemployed=True).outcome

        assert found is (outcomes.pop() if len(outcomes) == 1 else UNDETERMINED)
