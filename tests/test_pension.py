"""The employees' pension by example: the day, the months, a woman's category, and weaker laws."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

import pytest

from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    Reason,
    RetirementCategory,
    RuleError,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    pension,
    retirement,
)
from shebao.law import Law, parameters, shipped

MALE, F55, F50, F60 = RetirementCategory
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict

MAN = Person(birth=date(1965, 1, 8), sex=Sex.MALE)
WOMAN = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


FIFTEEN_YEARS = record(paid("2001-01", "2015-12"))
TWENTY_YEARS = record(paid("2001-01", "2020-12"))


def asked(
    person: Person,
    on: date,
    history: ContributionHistory = FIFTEEN_YEARS,
    law: Law | None = None,
) -> Outcome:
    """The outcome for a person on a day."""
    return pension.eligibility(person, history, on=on, law=law).outcome


class TestDay:
    """The age is reached on the day of birth in the month of retirement."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 1, 8), INELIGIBLE),
            (date(2025, 2, 1), INELIGIBLE),
            (date(2025, 2, 7), INELIGIBLE),
            (date(2025, 2, 8), ELIGIBLE),
            (date(2031, 2, 8), ELIGIBLE),
        ],
    )
    def test_the_birthday_in_the_month_of_retirement(self, on: date, expected: Outcome) -> None:
        """A man of 1965-01-08 waits one month beyond 60: he may draw from 2025-02-08."""
        assert expected is asked(MAN, on)

    @pytest.mark.parametrize(
        ("birth", "last_before", "first"),
        [
            (date(1965, 1, 31), date(2025, 2, 27), date(2025, 2, 28)),
            (date(1965, 1, 29), date(2025, 2, 27), date(2025, 2, 28)),
            (date(1967, 8, 31), date(2028, 4, 29), date(2028, 4, 30)),
            (date(1967, 6, 30), date(2028, 2, 28), date(2028, 2, 29)),
            (date(1964, 2, 29), date(2024, 2, 28), date(2024, 2, 29)),
        ],
    )
    def test_people_born_late_in_a_month(self, birth: date, last_before: date, first: date) -> None:
        """Where the month lacks their day its last day counts (民法典 第二百零二条)."""
        man = Person(birth=birth, sex=Sex.MALE)

        assert [asked(man, day) for day in (last_before, first)] == [INELIGIBLE, ELIGIBLE]

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 1, 31), INELIGIBLE),
            (date(2025, 2, 1), UNDETERMINED),
            (date(2025, 2, 27), UNDETERMINED),
            (date(2025, 2, 28), ELIGIBLE),
        ],
    )
    def test_a_month_of_birth_without_a_day(self, on: date, expected: Outcome) -> None:
        """Born in 1965-01, the whole of 2025-02 up to its last day is open: the day is missing."""
        decision = pension.eligibility(
            Person(birth=YearMonth(1965, 1), sex=Sex.MALE), FIFTEEN_YEARS, on=on
        )

        assert expected is decision.outcome
        assert decision.missing == ((Missing("birth"),) if expected is UNDETERMINED else ())

    def test_the_condition_says_month_and_day(self) -> None:
        """Required is the month of retirement, found the day that was asked for."""
        decision = pension.eligibility(MAN, FIFTEEN_YEARS, on=date(2025, 2, 7))
        age = decision.conditions[0]

        assert (age.reason, age.verdict) == (Reason.PENSION_AGE, NOT_MET)
        assert (age.required, age.actual) == (YearMonth(2025, 2), date(2025, 2, 7))
        assert age.citation == retirement.statutory("1965-01", MALE).citation


class TestMonths:
    """The minimum is that of the year in which the statutory age is reached."""

    @pytest.mark.parametrize(
        ("birth", "required"),
        [("1963-12", 180), ("1968-12", 180), ("1969-01", 186), ("1970-01", 192), ("1990-01", 240)],
    )
    def test_the_minimum_of_the_statutory_year(self, birth: str, required: int) -> None:
        """Men who reach the age in 2029 need 180 months, in 2030 186, in 2031 192, from 2039 240."""
        man = Person(birth=YearMonth.parse(birth), sex=Sex.MALE)
        months = MonthSpan(YearMonth(2001, 1), YearMonth(2001, 1) + (required - 1))
        enough = record(ContributionPeriod(PENSION, months))
        short = record(ContributionPeriod(PENSION, MonthSpan(months.first, months.last - 1)))
        late = date(2060, 1, 1)

        assert [asked(man, late, each) for each in (enough, short)] == [ELIGIBLE, INELIGIBLE]

    def test_claiming_later_does_not_raise_the_minimum(self) -> None:
        """A man whose age is reached in 2029 needs fifteen years, also if he asks in 2045."""
        man = Person(birth=date(1968, 9, 3), sex=Sex.MALE)

        assert str(retirement.statutory("1968-09", MALE).month) == "2029-09"
        assert [asked(man, date(year, 9, 3)) for year in (2029, 2045)] == [ELIGIBLE, ELIGIBLE]

    def test_schemes_of_employment_count_together_and_residents_do_not(self) -> None:
        """Employee, flexible and public-sector months add up; resident months are never mixed in."""
        mixed = record(
            paid("2001-01", "2005-12"),
            paid("2006-01", "2010-12", scheme=Scheme.FLEXIBLE),
            paid("2011-01", "2015-12", scheme=Scheme.PUBLIC_SECTOR),
        )
        resident = record(paid("2001-01", "2020-12", scheme=Scheme.RESIDENT))
        on = date(2025, 2, 8)

        assert [asked(MAN, on, each) for each in (mixed, resident)] == [ELIGIBLE, INELIGIBLE]

    def test_deemed_and_back_paid_months_count_arrears_do_not(self) -> None:
        """缴费年限 includes 视同缴费年限 and months that were paid up; unpaid months are none."""
        on = date(2025, 2, 8)
        made = [
            record(paid("2001-01", "2014-12"), paid("2015-01", "2015-12", status=status))
            for status in (PaymentStatus.DEEMED, PaymentStatus.BACK_PAID, PaymentStatus.ARREARS)
        ]

        assert [asked(MAN, on, each) for each in made] == [ELIGIBLE, ELIGIBLE, INELIGIBLE]

    def test_the_value_says_what_is_short(self) -> None:
        """With 170 of 180 months ten are missing; with more than enough, none."""
        short = pension.eligibility(
            MAN, record(paid("2001-01", "2015-02")), on=date(2025, 3, 1), area="130100"
        )
        enough = pension.eligibility(MAN, TWENTY_YEARS, on=date(2025, 3, 1))

        assert short.value is not None
        assert enough.value is not None
        assert (short.value.required_months, short.value.contribution_months.months) == (180, 170)
        assert (short.value.short_by, enough.value.short_by) == (10, 0)
        assert short.value.retirement == retirement.statutory("1965-01", MALE)

    def test_other_kinds_do_not_count(self) -> None:
        """Medical months are no pension months."""
        history = record(ContributionPeriod(MEDICAL, MonthSpan("1995-01", "2024-12")))
        decision = pension.eligibility(MAN, history, on=date(2025, 3, 1))

        assert decision.outcome is INELIGIBLE
        assert decision.conditions[1].actual == 0

    def test_both_conditions_stand_where_both_fail(self) -> None:
        """Too young and too few months: both are said, with the law of each."""
        decision = pension.eligibility(
            Person(birth=date(1990, 6, 1), sex=Sex.MALE), record(), on=date(2026, 1, 29)
        )

        assert [(each.reason, each.verdict) for each in decision.conditions] == [
            (Reason.PENSION_AGE, NOT_MET),
            (Reason.PENSION_MONTHS, NOT_MET),
        ]
        assert [each.citation and each.citation.article for each in decision.conditions] == [
            "第一条",
            "第二条",
        ]
        assert (decision.evidence, decision.missing) == (Evidence.OFFICIAL, ())

    def test_one_record_on_two_dates(self) -> None:
        """Back-payment that arrived on 2025-05-20 makes the difference between two days."""
        history = record(
            paid("2001-01", "2014-12"),
            paid(
                "2015-01",
                "2015-12",
                status=PaymentStatus.BACK_PAID,
                declared_on=date(2025, 4, 1),
                settled_on=date(2025, 5, 20),
            ),
        )

        assert [asked(MAN, date(2025, 5, day), history) for day in (19, 20)] == [
            INELIGIBLE,
            ELIGIBLE,
        ]


class TestCountedMonths:
    """Months of which only the number is known."""

    @pytest.mark.parametrize(
        ("count", "expected"),
        [((150, 179), INELIGIBLE), ((170, 180), UNDETERMINED), ((180, 185), ELIGIBLE)],
    )
    def test_bounds_decide_where_they_can(self, count: tuple[int, int], expected: Outcome) -> None:
        """Bounds on one side of 180 decide; bounds across it leave the record to be read."""
        history = record(paid("2000-01", "2015-12", count=count))
        decision = pension.eligibility(MAN, history, on=date(2025, 3, 1))

        assert expected is decision.outcome
        assert decision.missing == ((Missing("history"),) if expected is UNDETERMINED else ())
        assert decision.conditions[1].actual == count

    def test_the_shortfall_is_the_largest_possible(self) -> None:
        """With 170 to 185 months at most ten are missing."""
        history = record(paid("2000-01", "2015-12", count=(170, 185)))
        decision = pension.eligibility(MAN, history, on=date(2025, 3, 1))

        assert decision.value is not None
        assert decision.value.short_by == 10

    def test_a_failed_age_leaves_nothing_missing(self) -> None:
        """Before the age the months do not matter: no, and nothing would change it."""
        history = record(paid("2000-01", "2015-12", count=(170, 185)))
        decision = pension.eligibility(MAN, history, on=date(2025, 1, 1))

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())
        assert decision.conditions[1].verdict is UNKNOWN


class TestUnknownCategory:
    """A woman's category is a fact to be asked for, never guessed."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2026, 6, 2), INELIGIBLE),
            (date(2026, 6, 3), UNDETERMINED),
            (date(2032, 6, 2), UNDETERMINED),
            (date(2032, 6, 3), ELIGIBLE),
        ],
    )
    def test_undetermined_only_where_the_tracks_differ(self, on: date, expected: Outcome) -> None:
        """Born 1975-12-03: from 2026-06-03 by one track, from 2032-06-03 by both."""
        decision = pension.eligibility(WOMAN, TWENTY_YEARS, on=on)

        assert expected is decision.outcome
        assert [each.facts for each in decision.alternatives] == [
            (("retirement_category", F55),),
            (("retirement_category", F50),),
        ]
        assert decision.value is None

    def test_missing_names_the_category_and_what_each_gives(self) -> None:
        """In between, the answer depends on the category alone."""
        decision = pension.eligibility(WOMAN, TWENTY_YEARS, on=date(2027, 1, 1))

        would = ((F55, INELIGIBLE), (F50, ELIGIBLE))
        assert decision.missing == (Missing("retirement_category", would=would),)

    def test_the_minimum_differs_by_track_too(self) -> None:
        """With 190 months she has enough for 2026 (180) and not for 2032 (198)."""
        history = record(paid("2001-01", "2016-10"))
        decision = pension.eligibility(WOMAN, history, on=date(2040, 1, 1))

        required = [
            alternative.decision.value.required_months
            for alternative in decision.alternatives
            if alternative.decision.value is not None
        ]
        assert required == [198, 180]
        assert (decision.outcome, decision.missing[0].would) == (
            UNDETERMINED,
            ((F55, INELIGIBLE), (F50, ELIGIBLE)),
        )

    def test_where_only_the_record_is_open_the_category_is_not_missing(self) -> None:
        """At 70 the age is reached by both tracks; what is missing is the record."""
        history = record(paid("2000-01", "2020-12", count=(100, 250)))
        decision = pension.eligibility(WOMAN, history, on=date(2046, 1, 1))

        assert decision.missing == (Missing("history"),)

    def test_a_known_category_has_no_alternatives(self) -> None:
        """With her category the answer is one, and carries its value."""
        woman = Person(birth=WOMAN.birth, sex=Sex.FEMALE, retirement_category=F50)
        decision = pension.eligibility(woman, TWENTY_YEARS, on=date(2026, 6, 3))

        assert (decision.outcome, decision.alternatives) == (ELIGIBLE, ())
        assert decision.value is not None
        assert str(decision.value.retirement.month) == "2026-06"


class TestLaw:
    """The law is an argument."""

    def test_a_reform_changes_the_answer(self) -> None:
        """With a minimum of ten years, 120 months are enough."""
        law = shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 120})
        history = record(paid("2001-01", "2010-12"))
        on = date(2025, 3, 1)

        assert [asked(MAN, on, history, each) for each in (None, law)] == [INELIGIBLE, ELIGIBLE]

    def test_the_grade_of_the_callers_law_is_that_of_the_decision(self) -> None:
        """A number that nobody verified makes the decision unverified."""
        law = shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 120})
        decision = pension.eligibility(MAN, FIFTEEN_YEARS, on=date(2025, 3, 1), law=law)

        assert decision.evidence is Evidence.UNVERIFIED

    @pytest.mark.parametrize("area", [None, "130100", "999999"])
    def test_ages_and_minimum_are_official_and_national(self, area: str | None) -> None:
        """With official law alone the answers of 2025 and later stand, in every place."""
        official = shipped().at_least("official")
        decision = pension.eligibility(
            MAN, FIFTEEN_YEARS, on=date(2025, 2, 8), area=area, law=official
        )

        assert (decision.outcome, decision.evidence) == (ELIGIBLE, Evidence.OFFICIAL)

    def test_a_minimum_that_is_too_weak_leaves_it_open(self) -> None:
        """The minimum of 2000 is secondary; with official law alone it is what is missing."""
        woman = Person(birth=date(1950, 3, 1), sex=Sex.FEMALE, retirement_category=F50)
        history = record(paid("1980-01", "1999-12"))
        decision = pension.eligibility(
            woman, history, on=date(2001, 1, 1), law=shipped().at_least("official")
        )

        assert decision.missing == (Missing("pension.minimum_months", "100000"),)

    def test_an_age_that_is_not_reached_decides_without_the_minimum(self) -> None:
        """At 48 a woman of the 50 track is too young, whatever the minimum of 2000 was."""
        woman = Person(birth=date(1950, 3, 1), sex=Sex.FEMALE, retirement_category=F50)
        decision = pension.eligibility(
            woman, FIFTEEN_YEARS, on=date(1998, 6, 1), law=shipped().at_least("official")
        )

        assert [each.verdict for each in decision.conditions] == [NOT_MET, UNKNOWN]
        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())

    @pytest.mark.parametrize(
        ("birth", "parameter"),
        [("1936-01", "pension.minimum_months"), ("1917-01", "retirement.schedule.male")],
    )
    def test_before_the_law_that_is_known(self, birth: str, parameter: str) -> None:
        """Who reached the age before the earliest law gets an open answer that names it."""
        man = Person(birth=YearMonth.parse(birth), sex=Sex.MALE)
        decision = pension.eligibility(man, FIFTEEN_YEARS, on=date(2026, 1, 29))

        assert decision.outcome is UNDETERMINED
        assert Missing(parameter, "100000") in decision.missing


class TestArguments:
    """What is refused, and how it is said."""

    @pytest.mark.parametrize(
        "on",
        ["2026-01-29", datetime(2026, 1, 29, 12, 0), None, 20260129, YearMonth(2026, 1)],  # noqa: DTZ001
    )
    def test_on_is_a_day(self, on: object) -> None:
        """A text, a time or a month is no day."""
        with pytest.raises(MonthError) as caught:
            pension.eligibility(MAN, FIFTEEN_YEARS, on=cast("Any", on))

        (fault,) = caught.value.faults
        assert (fault.field, fault.value, fault.expected) == ("on", on, "a datetime.date")
        assert fault.problem == f"is of type {type(on).__name__}"

    def test_area_is_a_code(self) -> None:
        """A name is no code."""
        with pytest.raises(RuleError) as caught:
            pension.eligibility(MAN, FIFTEEN_YEARS, on=date(2026, 1, 29), area="石家庄")

        assert str(caught.value) == (
            "area: '石家庄' is not an area code; expected six digits as text, such as \"130100\""
        )
