"""Retiring on a chosen day by example: early, at the statutory age, late, and what is not known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

import pytest

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PeriodError,
    Person,
    PersonError,
    Reason,
    RetirementCategory,
    RuleError,
    Sex,
    Timing,
    Verdict,
    YearMonth,
    explain,
    retirement,
)
from shebao.columns import columns
from shebao.law import parameters, shipped
from shebao.rules.choice import Choice

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
EARLY, STATUTORY, LATE = Timing
MALE, F55, F50, F60 = RetirementCategory

#: 60 on 2025-09-18, statutory on 2025-12-18, three years later 2028-12-18.
MAN = Person(birth=date(1965, 9, 18), sex=Sex.MALE)
#: The same man, known by the month of birth alone.
OF_A_MONTH = Person(birth=YearMonth(1965, 9), sex=Sex.MALE)


def paid(first: str, last: str, **facts: Any) -> ContributionHistory:  # noqa: ANN401
    """A record of pension months."""
    return ContributionHistory([ContributionPeriod(PENSION, MonthSpan(first, last), **facts)])


#: 420 months, more than any minimum.
LONG = paid("1990-01", "2024-12")
#: 180 months, fifteen years.
FIFTEEN = paid("2005-01", "2019-12")

#: 第一、二、四条 in months.
MEASURES = {
    "early_months": 36,
    "late_months": 36,
    "early_notice_months": 3,
    "late_notice_months": 1,
}


def woman(birth: date | YearMonth, track: RetirementCategory | None = None) -> Person:
    """A woman, on a track or of unknown category; of rank, she has not applied to retire at 55."""
    return Person(
        birth=birth,
        sex=Sex.FEMALE,
        retirement_category=track,
        retires_on_application=False if track is F60 else None,
    )


def asked(
    person: Person,
    on: date,
    history: ContributionHistory = LONG,
    **facts: Any,  # noqa: ANN401
) -> Decision[Choice]:
    """A decision about a day, told long before and by nobody who has to retire at the age."""
    facts = {"told_on": date(2025, 1, 1), "is_official": False, **facts}
    return retirement.choice(person, history, on=on, **facts)


def value(decision: Decision[Choice]) -> Choice:
    """What goes with a decision."""
    assert decision.value is not None
    return decision.value


def verdicts(decision: Decision[Choice]) -> dict[Reason, Verdict]:
    """What became of each condition."""
    return {each.reason: each.verdict for each in decision.conditions}


class TestDays:
    """From the original age, at most three years early, to three years after the statutory age."""

    @pytest.mark.parametrize(
        ("on", "timing", "expected"),
        [
            (date(2025, 9, 17), EARLY, INELIGIBLE),
            (date(2025, 9, 18), EARLY, ELIGIBLE),
            (date(2025, 11, 30), EARLY, ELIGIBLE),
            (date(2025, 12, 1), EARLY, ELIGIBLE),
            (date(2025, 12, 17), EARLY, ELIGIBLE),
            (date(2025, 12, 18), STATUTORY, ELIGIBLE),
            (date(2025, 12, 31), STATUTORY, ELIGIBLE),
            (date(2026, 1, 1), LATE, ELIGIBLE),
            (date(2028, 12, 18), LATE, ELIGIBLE),
            (date(2028, 12, 19), LATE, INELIGIBLE),
            (date(2040, 1, 1), LATE, INELIGIBLE),
        ],
    )
    def test_a_man_of_60_years_and_three_months(
        self, on: date, timing: Timing, expected: Outcome
    ) -> None:
        """Between 2025-09-18 and 2028-12-18 every day may be chosen, and no other."""
        decision = asked(MAN, on)

        assert (timing, expected) == (value(decision).timing, decision.outcome)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2040, 1, 7), INELIGIBLE),
            (date(2040, 1, 8), ELIGIBLE),
            (date(2043, 1, 8), ELIGIBLE),
            (date(2046, 1, 8), ELIGIBLE),
            (date(2046, 1, 9), INELIGIBLE),
        ],
    )
    def test_three_years_on_either_side_of_63(self, on: date, expected: Outcome) -> None:
        """Born in 1980-01, statutory at 63: from 60 to 66."""
        assert expected is asked(Person(birth=date(1980, 1, 8), sex=Sex.MALE), on).outcome

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2047, 1, 7), INELIGIBLE),
            (date(2047, 1, 8), ELIGIBLE),
            (date(2053, 1, 8), ELIGIBLE),
            (date(2053, 1, 9), INELIGIBLE),
        ],
    )
    def test_three_years_are_the_most(self, on: date, expected: Outcome) -> None:
        """A woman of 50 who waits five years may choose from 52, not from 50, to 58."""
        assert expected is asked(woman(date(1995, 1, 8), F50), on).outcome

    @pytest.mark.parametrize(
        ("applied", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_a_woman_of_rank_who_applies(self, applied: bool | None, expected: Outcome) -> None:
        """At 55 and a delay, born in 1970-05: open until it is known whether she applied."""
        person = Person(
            birth=date(1970, 5, 8),
            sex=Sex.FEMALE,
            retirement_category=F60,
            retires_on_application=applied,
        )
        decision = asked(person, date(2025, 7, 8))
        assert expected is decision.outcome
        named = [each.name for each in decision.missing]
        assert named == (["retires_on_application"] if applied is None else [])

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2030, 5, 7), INELIGIBLE),
            (date(2030, 5, 8), ELIGIBLE),
            (date(2031, 10, 8), ELIGIBLE),
            (date(2034, 10, 8), ELIGIBLE),
            (date(2034, 10, 9), INELIGIBLE),
        ],
    )
    def test_a_woman_of_rank(self, on: date, expected: Outcome) -> None:
        """Born in 1970-05, statutory at 61 years and 5 months: from 60 to 64 years and 5 months."""
        assert expected is asked(woman(date(1970, 5, 8), F60), on).outcome

    @pytest.mark.parametrize(
        ("on", "timing", "expected"),
        [
            (date(2027, 2, 27), EARLY, INELIGIBLE),
            (date(2027, 2, 28), EARLY, ELIGIBLE),
            (date(2027, 9, 28), EARLY, ELIGIBLE),
            (date(2027, 9, 29), STATUTORY, ELIGIBLE),
            (date(2030, 9, 29), LATE, ELIGIBLE),
            (date(2030, 9, 30), LATE, INELIGIBLE),
        ],
    )
    def test_born_on_29_february(self, on: date, timing: Timing, expected: Outcome) -> None:
        """Born on 1972-02-29 she is 55 on the last day of February 2027, statutory on 09-29."""
        decision = asked(woman(date(1972, 2, 29), F55), on)

        assert (timing, expected) == (value(decision).timing, decision.outcome)

    @pytest.mark.parametrize(
        ("on", "timing"),
        [
            (date(2043, 2, 27), EARLY),
            (date(2043, 2, 28), STATUTORY),
            (date(2043, 3, 1), LATE),
        ],
    )
    def test_63_on_a_missing_day(self, on: date, timing: Timing) -> None:
        """Born on 1980-02-29 he is 63 on 2043-02-28."""
        decision = asked(Person(birth=date(1980, 2, 29), sex=Sex.MALE), on)

        assert (timing, ELIGIBLE) == (value(decision).timing, decision.outcome)

    def test_the_conditions_show_the_days(self) -> None:
        """Too early and too late name the first and the last day, not their months."""
        early, late = asked(MAN, date(2025, 9, 17)), asked(MAN, date(2028, 12, 19))

        assert early.conditions[1].required == date(2025, 9, 18)
        assert late.conditions[1].required == date(2028, 12, 18)


class TestMonths:
    """第七条: the minimum of the chosen year if early, of the statutory year if late."""

    @pytest.mark.parametrize(
        ("on", "required"),
        [
            (date(2029, 10, 8), 180),
            (date(2029, 12, 31), 180),
            (date(2030, 1, 1), 186),
            (date(2031, 1, 8), 192),
            (date(2034, 1, 8), 192),
        ],
    )
    def test_the_example_of_chengdu(self, on: date, required: int) -> None:
        """Statutory in 2031, 16 years: early in 2029 it takes 15 years, late in 2034 still 16."""
        decision = asked(woman(date(1974, 10, 8), F55), on)
        months = value(decision).required_months

        assert decision.outcome is ELIGIBLE
        assert months is not None
        assert required == months.value

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2029, 12, 31), ELIGIBLE), (date(2030, 1, 1), INELIGIBLE)]
    )
    def test_fifteen_years_are_enough_until_2029(self, on: date, expected: Outcome) -> None:
        """With 180 months she may retire early in 2029 and no longer in 2030."""
        assert expected is asked(woman(date(1974, 10, 8), F55), on, FIFTEEN).outcome

    @pytest.mark.parametrize(("last", "expected"), [("2019-12", ELIGIBLE), ("2019-11", INELIGIBLE)])
    def test_early_takes_the_minimum(self, last: str, expected: Outcome) -> None:
        """180 months are enough to retire early in 2025, 179 are not."""
        decision = asked(MAN, date(2025, 9, 18), paid("2005-01", last))

        assert expected is decision.outcome
        assert Reason.PENSION_MONTHS in verdicts(decision)

    @pytest.mark.parametrize("on", [date(2025, 12, 18), date(2026, 6, 1)])
    def test_at_the_age_and_late_it_is_no_condition(self, on: date) -> None:
        """Without a single month one retires at the age and may defer; a pension is another matter."""
        decision = asked(MAN, on, ContributionHistory())

        assert decision.outcome is ELIGIBLE
        assert Reason.PENSION_MONTHS not in verdicts(decision)
        assert value(decision).contribution_months.months == 0

    def test_a_record_that_bounds_them(self) -> None:
        """Between 170 and 190 months: the record is missing."""
        history = paid("2005-01", "2020-12", count=(170, 190))
        decision = asked(MAN, date(2025, 9, 18), history)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


class TestPension:
    """The first month of a pension is the one after the application."""

    @pytest.mark.parametrize(
        ("on", "timing", "first"),
        [
            (date(2025, 1, 10), EARLY, "2025-02"),
            (date(2025, 2, 10), STATUTORY, "2025-03"),
            (date(2028, 2, 10), LATE, "2028-03"),
        ],
    )
    def test_the_example_of_beijing(self, on: date, timing: Timing, first: str) -> None:
        """60 in 2025-01, statutory in 2025-02: paid from 2025-03, or from 2025-02 if early."""
        decision = asked(Person(birth=date(1965, 1, 10), sex=Sex.MALE), on)

        assert (ELIGIBLE, timing) == (decision.outcome, value(decision).timing)
        assert first == str(value(decision).benefits_from)

    def test_december(self) -> None:
        """Who retires in December is paid from January on."""
        assert str(value(asked(MAN, date(2025, 12, 18))).benefits_from) == "2026-01"


class TestNotice:
    """第二条: early, three months before the chosen day; 第四条: late, one month before the age."""

    @pytest.mark.parametrize(
        ("on", "notice_by"),
        [
            (date(2025, 9, 18), date(2025, 6, 18)),
            (date(2025, 11, 30), date(2025, 8, 30)),
            (date(2025, 12, 10), date(2025, 9, 10)),
            (date(2026, 1, 1), date(2025, 11, 18)),
            (date(2026, 6, 30), date(2025, 11, 18)),
            (date(2028, 12, 18), date(2025, 11, 18)),
        ],
    )
    def test_the_last_day(self, on: date, notice_by: date) -> None:
        """On that day it is in time, a day later too late; a late day is agreed before the age."""
        in_time, too_late = (
            asked(MAN, on, told_on=told)
            for told in (notice_by, date.fromordinal(notice_by.toordinal() + 1))
        )

        assert (ELIGIBLE, INELIGIBLE) == (in_time.outcome, too_late.outcome)
        assert notice_by == value(in_time).notice_by
        assert verdicts(too_late)[Reason.RETIREMENT_NOTICE] is NOT_MET

    def test_at_the_age_nothing_is_told(self) -> None:
        """On the statutory day no notice is asked for, and none has a last day."""
        decision = retirement.choice(MAN, LONG, on=date(2025, 12, 18))

        assert (ELIGIBLE, None) == (decision.outcome, value(decision).notice_by)

    @pytest.mark.parametrize("on", [date(2025, 9, 18), date(2026, 6, 30)])
    def test_a_day_that_is_not_known_is_asked_for(self, on: date) -> None:
        """Early and late it is open whether it was told in time."""
        decision = asked(MAN, on, told_on=None)

        assert (UNDETERMINED, (Missing("told_on"),)) == (decision.outcome, decision.missing)
        assert decision.conditions[-1].actual is None

    @pytest.mark.parametrize(
        ("on", "expected", "notice_by"),
        [
            (date(2025, 3, 31), ELIGIBLE, None),
            (date(2025, 4, 1), UNDETERMINED, date(2025, 1, 1)),
        ],
    )
    def test_the_first_quarter_of_2025(
        self, on: date, expected: Outcome, notice_by: date | None
    ) -> None:
        """Until 2025-03-31 notice would have fallen before the measures, and is not asked for."""
        decision = asked(woman(date(1975, 3, 8), F50), on, told_on=None)

        assert (EARLY, expected) == (value(decision).timing, decision.outcome)
        assert notice_by == value(decision).notice_by

    @pytest.mark.parametrize(
        ("birth", "on", "notice_by"),
        [
            (date(1967, 8, 31), date(2028, 2, 29), date(2027, 11, 29)),
            (date(1967, 8, 31), date(2028, 5, 1), date(2028, 3, 30)),
            (date(1967, 7, 31), date(2028, 4, 1), date(2028, 2, 29)),
        ],
    )
    def test_days_that_a_month_lacks(self, birth: date, on: date, notice_by: date) -> None:
        """The corresponding day, or the month's last: statutory 2028-04-30 is agreed by 03-30."""
        decision = asked(Person(birth=birth, sex=Sex.MALE), on)

        assert notice_by == value(decision).notice_by

    @pytest.mark.parametrize(
        ("told_on", "expected", "missing"),
        [
            (date(2025, 11, 1), ELIGIBLE, ()),
            (date(2025, 11, 2), UNDETERMINED, (Missing("birth"),)),
            (date(2025, 11, 30), UNDETERMINED, (Missing("birth"),)),
            (date(2025, 12, 1), INELIGIBLE, ()),
            (None, UNDETERMINED, (Missing("told_on"),)),
        ],
    )
    def test_late_with_a_month_of_birth(
        self, told_on: date | None, expected: Outcome, missing: tuple[Missing, ...]
    ) -> None:
        """One month before an unknown day of 2025-12 lies in November: only then it is open."""
        decision = asked(OF_A_MONTH, date(2026, 6, 30), told_on=told_on)

        assert (expected, missing) == (decision.outcome, decision.missing)
        assert value(decision).notice_by == date(2025, 11, 1)

    def test_another_law_of_notice(self) -> None:
        """With a month's notice in a law of the caller, a month is enough there alone."""
        law = shipped().replacing(
            parameters.RETIREMENT_FLEXIBILITY,
            {**MEASURES, "early_notice_months": 1},
            area="130100",
        )
        facts: dict[str, Any] = {"told_on": date(2025, 8, 18), "law": law}
        here, elsewhere = (
            asked(MAN, date(2025, 9, 18), area=area, **facts) for area in ("130100", None)
        )

        assert (ELIGIBLE, INELIGIBLE) == (here.outcome, elsewhere.outcome)


class TestMayDefer:
    """第四条第二款: public servants and managers of state employers retire at the age."""

    @pytest.mark.parametrize(
        ("is_official", "expected", "missing"),
        [
            (False, ELIGIBLE, ()),
            (True, INELIGIBLE, ()),
            (None, UNDETERMINED, (Missing("is_official"),)),
        ],
    )
    def test_late(
        self, is_official: bool | None, expected: Outcome, missing: tuple[Missing, ...]
    ) -> None:
        """They have no late option; who it is not known of is asked."""
        decision = asked(MAN, date(2026, 6, 30), is_official=is_official)

        assert (expected, missing) == (decision.outcome, decision.missing)

    @pytest.mark.parametrize("is_official", [True, False, None])
    @pytest.mark.parametrize("on", [date(2025, 9, 18), date(2025, 12, 18)])
    def test_early_and_at_the_age(self, on: date, is_official: bool | None) -> None:
        """They may retire early, and at the age, as everybody."""
        decision = asked(MAN, on, is_official=is_official)

        assert decision.outcome is ELIGIBLE
        assert Reason.RETIREMENT_MAY_DEFER not in verdicts(decision)


class TestFixed:
    """第四条: a day once fixed is not extended; while deferred both sides may agree to end it."""

    FIXED = date(2027, 6, 18)

    def test_on_the_day(self) -> None:
        """On the day itself nothing more has to be told or agreed."""
        decision = asked(MAN, self.FIXED, fixed=self.FIXED, told_on=None)

        assert decision.outcome is ELIGIBLE
        assert verdicts(decision)[Reason.RETIREMENT_NOT_EXTENDED] is MET
        assert Reason.RETIREMENT_NOTICE not in verdicts(decision)
        assert Reason.RETIREMENT_ENDING_AGREED not in verdicts(decision)

    @pytest.mark.parametrize("agreed", [True, False, None])
    def test_later_is_refused(self, agreed: bool | None) -> None:
        """A day later is refused, whatever both sides agree on."""
        decision = asked(MAN, date(2027, 6, 19), fixed=self.FIXED, ending_agreed=agreed)

        assert decision.outcome is INELIGIBLE
        assert verdicts(decision)[Reason.RETIREMENT_NOT_EXTENDED] is NOT_MET

    @pytest.mark.parametrize(
        ("agreed", "expected", "missing"),
        [
            (True, ELIGIBLE, ()),
            (False, INELIGIBLE, ()),
            (None, UNDETERMINED, (Missing("ending_agreed"),)),
        ],
    )
    @pytest.mark.parametrize("on", [date(2025, 12, 18), date(2026, 1, 1), date(2027, 6, 17)])
    def test_earlier_takes_both_sides(
        self, on: date, agreed: bool | None, expected: Outcome, missing: tuple[Missing, ...]
    ) -> None:
        """Before the day, from the statutory age on, both have to agree to end the deferral."""
        decision = asked(MAN, on, fixed=self.FIXED, ending_agreed=agreed, told_on=None)

        assert (expected, missing) == (decision.outcome, decision.missing)

    def test_early_is_no_deferral_yet(self) -> None:
        """Before the statutory age the employee may still choose alone, with notice."""
        decision = asked(MAN, date(2025, 12, 17), fixed=self.FIXED)

        assert decision.outcome is ELIGIBLE
        assert Reason.RETIREMENT_NOT_EXTENDED not in verdicts(decision)

    @pytest.mark.parametrize("agreed", [True, False, None])
    def test_with_a_month_of_birth(self, agreed: bool | None) -> None:
        """Within the statutory month the day of birth says whether it is deferred already."""
        decision = asked(OF_A_MONTH, date(2025, 12, 10), fixed=self.FIXED, ending_agreed=agreed)

        assert (UNDETERMINED, (Missing("birth"),)) == (decision.outcome, decision.missing)

    def test_no_agreement_reaches_beyond_three_years(self) -> None:
        """A day that was fixed too late is refused on that very day."""
        fixed = date(2029, 1, 18)
        decision = asked(MAN, fixed, fixed=fixed)

        assert (INELIGIBLE, NOT_MET) == (
            decision.outcome,
            verdicts(decision)[Reason.RETIREMENT_NOT_TOO_LATE],
        )

    def test_before_the_measures_nothing_cites_them(self) -> None:
        """A deferral beyond an age of 2024 rests on no law that is known."""
        man = Person(birth=date(1964, 6, 8), sex=Sex.MALE)
        decision = asked(man, date(2024, 6, 8), fixed=date(2024, 7, 8), ending_agreed=False)

        assert decision.outcome is INELIGIBLE
        assert [each.citation for each in decision.conditions[1:]] == [None, None]
        assert [each.evidence for each in decision.conditions[1:]] == [None, None]


class TestMeasures:
    """人社部发〔2024〕94号: not for people who had reached the original age by 2024-12-31."""

    @pytest.mark.parametrize(
        ("on", "timing", "expected"),
        [
            (date(2024, 5, 31), EARLY, INELIGIBLE),
            (date(2024, 6, 7), EARLY, INELIGIBLE),
            (date(2024, 6, 8), STATUTORY, ELIGIBLE),
            (date(2024, 6, 30), STATUTORY, ELIGIBLE),
            (date(2024, 7, 1), LATE, INELIGIBLE),
            (date(2025, 6, 8), LATE, INELIGIBLE),
        ],
    )
    def test_60_in_2024(self, on: date, timing: Timing, expected: Outcome) -> None:
        """Born in 1964-06 one retires in 2024-06 and has no choice."""
        decision = asked(Person(birth=date(1964, 6, 8), sex=Sex.MALE), on)
        found = value(decision)

        assert (timing, expected) == (found.timing, decision.outcome)
        assert (found.flexible.rule, found.notice_by) == (None, None)
        if expected is INELIGIBLE:
            assert verdicts(decision)[Reason.RETIREMENT_MEASURES_APPLY] is NOT_MET

    @pytest.mark.parametrize(
        ("birth", "expected"),
        [(date(1964, 12, 31), INELIGIBLE), (date(1965, 1, 1), ELIGIBLE)],
    )
    def test_the_turn_of_the_year(self, birth: date, expected: Outcome) -> None:
        """60 on 2024-12-31 one may not defer to 2026; 60 on 2025-01-01 one may."""
        man = Person(birth=birth, sex=Sex.MALE)

        assert expected is asked(man, date(2026, 1, 1)).outcome

    @pytest.mark.parametrize(
        ("on", "number"),
        [(date(2024, 7, 1), None), (date(2025, 1, 1), "人社部发〔2024〕94号")],
    )
    def test_what_is_cited(self, on: date, number: str | None) -> None:
        """From 2025 on the measures are cited; before, the law of the age says that it is too late."""
        decision = asked(Person(birth=date(1964, 6, 8), sex=Sex.MALE), on)
        apply, not_too_late, _ = decision.conditions

        assert number == (apply.citation and apply.citation.instrument.number)
        assert not_too_late.citation is not None
        assert (number or "国发〔1978〕104号") == not_too_late.citation.instrument.number
        assert not_too_late.required == date(2024, 6, 8)

    def test_all_is_official_law(self) -> None:
        """Early, at the age and late the answers of a man rest on texts that were read."""
        days = [date(2025, 9, 18), date(2025, 12, 18), date(2026, 6, 30)]

        assert {asked(MAN, on).evidence for on in days} == {Evidence.OFFICIAL}


class TestMonthOfBirth:
    """Where only the month of birth is known, its days may differ."""

    @pytest.mark.parametrize(
        ("on", "timing", "expected"),
        [
            (date(2025, 8, 31), EARLY, INELIGIBLE),
            (date(2025, 9, 1), EARLY, UNDETERMINED),
            (date(2025, 9, 29), EARLY, UNDETERMINED),
            (date(2025, 9, 30), EARLY, ELIGIBLE),
            (date(2025, 11, 30), EARLY, ELIGIBLE),
            (date(2025, 12, 1), STATUTORY, UNDETERMINED),
            (date(2025, 12, 30), STATUTORY, UNDETERMINED),
            (date(2025, 12, 31), STATUTORY, ELIGIBLE),
            (date(2026, 1, 1), LATE, ELIGIBLE),
            (date(2028, 12, 1), LATE, ELIGIBLE),
            (date(2028, 12, 2), LATE, UNDETERMINED),
            (date(2028, 12, 31), LATE, UNDETERMINED),
            (date(2029, 1, 1), LATE, INELIGIBLE),
        ],
    )
    def test_the_months_at_both_ends_and_of_the_age(
        self, on: date, timing: Timing, expected: Outcome
    ) -> None:
        """Born in 1965-09: open in 2025-09, 2025-12 and 2028-12, where the day decides."""
        decision = asked(OF_A_MONTH, on)

        assert (timing, expected) == (value(decision).timing, decision.outcome)
        missing = (Missing("birth"),) if expected is UNDETERMINED else ()
        assert missing == decision.missing

    def test_months_are_shown(self) -> None:
        """Without a day the conditions name the months."""
        early, late = asked(OF_A_MONTH, date(2025, 9, 1)), asked(OF_A_MONTH, date(2028, 12, 2))

        assert early.conditions[1].required == YearMonth(2025, 9)
        assert late.conditions[1].required == YearMonth(2028, 12)


class TestCategories:
    """A woman of unknown category may be on the track of 55 or of 50."""

    WOMAN = woman(date(1975, 12, 3))

    @pytest.mark.parametrize(
        ("on", "at_55", "at_50", "either"),
        [
            (date(2025, 12, 2), INELIGIBLE, INELIGIBLE, INELIGIBLE),
            (date(2026, 6, 3), INELIGIBLE, ELIGIBLE, UNDETERMINED),
            (date(2030, 12, 3), ELIGIBLE, INELIGIBLE, UNDETERMINED),
            (date(2035, 6, 4), INELIGIBLE, INELIGIBLE, INELIGIBLE),
        ],
    )
    def test_both_are_tried(
        self, on: date, at_55: Outcome, at_50: Outcome, either: Outcome
    ) -> None:
        """Statutory in 2032-06 or 2026-06: where the tracks differ, the category is asked for."""
        decision = asked(self.WOMAN, on)

        assert [at_55, at_50] == [each.decision.outcome for each in decision.alternatives]
        assert either is decision.outcome
        if either is UNDETERMINED:
            (missing,) = decision.missing
            assert missing.name == "retirement_category"
            assert missing.would == ((F55, at_55), (F50, at_50))

    def test_where_both_agree_it_is_allowed(self) -> None:
        """Born in 1990-05, on 2045-05-08: early on the one track, at the age on the other."""
        decision = asked(woman(date(1990, 5, 8)), date(2045, 5, 8))

        assert [value(each.decision).timing for each in decision.alternatives] == [EARLY, STATUTORY]
        assert (ELIGIBLE, None) == (decision.outcome, decision.value)

    def test_the_track_of_rank_is_not_tried(self) -> None:
        """Nobody is on the track of 60 unless it is given."""
        decision = asked(self.WOMAN, date(2026, 6, 3))

        assert [dict(each.facts) for each in decision.alternatives] == [
            {"retirement_category": F55},
            {"retirement_category": F50},
        ]


class TestPlaces:
    """The law of a place reaches every part of the answer, and of no other place."""

    HERE = "130100"

    def test_another_minimum(self) -> None:
        """Where a caller's law asks for ten years, they are enough to retire early there."""
        law = shipped().replacing(
            parameters.PENSION_MINIMUM_MONTHS, {"months": 120}, area=self.HERE
        )
        ten = paid("2010-01", "2019-12")
        outcomes = [
            asked(MAN, date(2025, 9, 18), ten, area=area, law=law).outcome
            for area in (self.HERE, None)
        ]

        assert outcomes == [ELIGIBLE, INELIGIBLE]

    def test_measures_of_a_place(self) -> None:
        """Who has no choice is told so by the measures of the place."""
        law = shipped().replacing(
            parameters.RETIREMENT_FLEXIBILITY, MEASURES, area=self.HERE, valid_from=date(2025, 1, 1)
        )
        man = Person(birth=date(1964, 6, 8), sex=Sex.MALE)
        decisions = [asked(man, date(2025, 6, 8), area=area, law=law) for area in (self.HERE, None)]

        assert [each.outcome for each in decisions] == [INELIGIBLE, INELIGIBLE]
        assert [each.evidence for each in decisions] == [Evidence.UNVERIFIED, Evidence.OFFICIAL]


class TestUnknownLaw:
    """Law that is not known is what is missing."""

    def test_who_retired_before_the_law(self) -> None:
        """A man who was 60 before the Interim Measures of 1978 has no age that is known."""
        decision = asked(Person(birth=date(1918, 5, 1), sex=Sex.MALE), date(2025, 1, 1))

        assert (UNDETERMINED, None) == (decision.outcome, decision.value)
        assert [str(each) for each in decision.missing] == ["retirement.schedule.male (100000)"]

    def test_without_secondary_law(self) -> None:
        """Who wants official law alone does not know the age of women of rank."""
        decision = asked(
            woman(date(1970, 5, 8), F60), date(2031, 10, 8), law=shipped().at_least("official")
        )

        assert [each.name for each in decision.missing] == ["retirement.schedule.female_60"]

    def test_a_day_before_any_minimum(self) -> None:
        """On a day of 1996 the minimum is not known, and it is far too early anyway."""
        decision = asked(MAN, date(1996, 12, 31))

        assert decision.outcome is INELIGIBLE
        assert value(decision).required_months is None
        assert verdicts(decision)[Reason.PENSION_MONTHS] is UNKNOWN


class TestArguments:
    """What is given is checked, also where the day would not ask for it."""

    ON = date(2025, 12, 18)

    @pytest.mark.parametrize("name", ["told_on", "fixed"])
    @pytest.mark.parametrize("day", ["2025-06-18", 20250618, datetime(2025, 6, 18)])  # noqa: DTZ001
    def test_days_are_days(self, name: str, day: Any) -> None:  # noqa: ANN401
        """A text, a number and a moment are refused by the name of the argument."""
        with pytest.raises(MonthError) as caught:
            asked(MAN, self.ON, **{name: day})

        assert (caught.value.field, caught.value.value) == (name, day)

    @pytest.mark.parametrize("name", ["ending_agreed", "is_official"])
    @pytest.mark.parametrize("fact", ["no", 0])
    def test_truth_values_are_truth_values(self, name: str, fact: Any) -> None:  # noqa: ANN401
        """``"no"`` is refused: it would be read as yes."""
        with pytest.raises(RuleError) as caught:
            asked(MAN, self.ON, **{name: fact})

        assert str(caught.value.faults[0]) == (
            f"{name}: {fact!r} is no truth value; expected True, False or None"
        )

    def test_on_is_a_day(self) -> None:
        """A text is no day."""
        with pytest.raises(MonthError, match="on: '2025-12-18' is of type str"):
            asked(MAN, cast("Any", "2025-12-18"))

    def test_a_person_and_a_record(self) -> None:
        """In the wrong order they are told apart."""
        with pytest.raises(PersonError):
            asked(cast("Any", LONG), self.ON)
        with pytest.raises(PeriodError):
            asked(MAN, self.ON, cast("Any", MAN))

    def test_area_and_law(self) -> None:
        """A name is no code, and a text is no law."""
        with pytest.raises(RuleError, match="area: '北京' is not an area code"):
            asked(MAN, self.ON, area="北京")
        with pytest.raises(RuleError, match="law: '94' is of type str"):
            asked(MAN, self.ON, law="94")


class TestWords:
    """Answers can be read in both languages."""

    @pytest.mark.parametrize(
        "on",
        [
            date(2024, 12, 31),
            date(2025, 9, 18),
            date(2025, 12, 17),
            date(2025, 12, 18),
            date(2026, 6, 30),
            date(2029, 1, 1),
        ],
    )
    @pytest.mark.parametrize(
        "facts",
        [
            {},
            {"told_on": None, "is_official": None},
            {"fixed": date(2027, 6, 18), "ending_agreed": None},
            {"fixed": date(2026, 1, 1)},
        ],
    )
    @pytest.mark.parametrize("person", [MAN, OF_A_MONTH, woman(date(1975, 12, 3))])
    def test_every_outcome(self, person: Person, on: date, facts: dict[str, Any]) -> None:
        """The head names day and outcome, every condition has a line, and none is too long."""
        decision = asked(person, on, **facts)

        for lang, outcome in (("zh", decision.outcome.zh), ("en", decision.outcome.en)):
            lines = explain(decision, lang).splitlines()
            told = "".join("".join(lines).split())
            assert on.isoformat() in told
            assert "".join(outcome.split()) in told
            marked = [line for line in lines if line.startswith(("  [+]", "  [-]", "  [?]"))]
            assert len(decision.conditions) == len(marked)
            assert [line for line in lines if columns(line) > 80 or "None" in line] == []

    def test_an_early_day_in_chinese(self) -> None:
        """Every condition tells the day that is asked for and the one that was found."""
        decision = asked(MAN, date(2025, 9, 18), FIFTEEN, told_on=date(2025, 6, 19))

        told = [line for line in explain(decision).splitlines() if line[:3] in ("能否选", "  [")]

        assert told == [
            "能否选择在该日退休（弹性提前、到龄或弹性延迟）（2025-09-18）：不符合条件",
            "  [+] 适用弹性退休办法（2024年12月31日前未达到原法定退休年龄）：是",
            "  [+] 不早于最早可退休日：2025-09-18；所选日 2025-09-18",
            "  [+] 养老保险累计缴费月数：180；最低：180",
            "  [-] 书面告知或约定不晚于：2025-06-18；实际 2025-06-19",
        ]

    def test_a_late_day_in_english(self) -> None:
        """What is not known is named under the conditions."""
        decision = asked(MAN, date(2026, 6, 30), fixed=date(2027, 6, 18), is_official=None)
        told = [line for line in explain(decision, "en").splitlines() if "law:" not in line]

        assert [
            "  [+] flexible retirement applies (original age not reached by 2024-12-31): yes",
            "  [+] not after the latest day: 2028-12-18; chosen: 2026-06-30",
            "  [+] a day once fixed is not extended: fixed 2027-06-18; chosen: 2026-06-30",
            "  [?] employer and employee agree to end the deferral: not known",
            "Missing:",
            "  - whether a public servant or a manager of a state employer",
            "  - whether employer and employee agree to end the deferral",
        ] == [line for line in told if line.startswith(("  [+]", "  [?] emp", "Missing", "  - "))]
