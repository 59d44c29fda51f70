"""Benefit that goes on to the statutory age, who pays the pension meanwhile, what stops benefit."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

import pytest

from shebao import (
    BenefitStop,
    Condition,
    Decision,
    Evidence,
    Missing,
    MonthError,
    Outcome,
    Person,
    PersonError,
    Reason,
    RetirementCategory,
    RuleError,
    Sex,
    StopEffect,
    UnknownLawError,
    Verdict,
    YearMonth,
    explain,
    unemployment,
)
from shebao.law import parameters, shipped
from shebao.rules.unemployment import Extension
from shebao.terms import Payer

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SHANGHAI, HEILONGJIANG, ZHENGZHOU = "310000", "230000", "410100"
#: His statutory month is 2025-10, two months after he is 60; his day is the 20th.
MAN: Final = Person(birth=date(1965, 8, 20), sex=Sex.MALE)
#: Hers is 2026-10 on one track, 2032-10 on the other.
WOMAN: Final = Person(birth=date(1976, 2, 10), sex=Sex.FEMALE)
NEAR = Reason.UNEMPLOYMENT_EXTENSION_NEAR


def asked(
    on: date,
    person: Person = MAN,
    **facts: Any,  # noqa: ANN401
) -> Decision[Extension]:
    """The answer for who has no work when the months end, unless facts differ."""
    return unemployment.extension(person, on=on, **{"still_unemployed": True, **facts})


def value_of(decision: Decision[Extension]) -> Extension:
    """What goes with an answer."""
    assert decision.value is not None
    return decision.value


def by_reason(decision: Decision[Extension]) -> dict[Reason, Condition]:
    """The conditions, and those that they are made of, by their reason."""
    return {part.reason: part for each in decision.conditions for part in each.walk()}


class TestNation:
    """人社厅发〔2020〕24号 一; since 2025 the measures on the retirement age 第七条."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 10, 19), INELIGIBLE),
            (date(2024, 10, 20), INELIGIBLE),
            (date(2024, 10, 21), ELIGIBLE),
            (date(2025, 10, 19), ELIGIBLE),
            (date(2025, 10, 20), INELIGIBLE),
        ],
    )
    def test_less_than_a_year_before_the_age(self, on: date, expected: Outcome) -> None:
        """Of 2025-10-20 the day a year before is not less than a year away; the day itself is it."""
        assert asked(on).outcome is expected

    @pytest.mark.parametrize(
        ("on", "article", "title"),
        [
            (date(2024, 12, 31), "一", "人力资源社会保障部办公厅关于进一步推进失业保险金"),
            (date(2025, 1, 1), "第七条", "国务院关于渐进式延迟法定退休年龄的办法"),
        ],
    )
    def test_the_law_of_the_day(self, on: date, article: str, title: str) -> None:
        """The notice of 2020, then the measures of 2025."""
        citation = by_reason(asked(on))[NEAR].citation

        assert citation is not None
        assert citation.article == article
        assert citation.instrument.title_zh.startswith(title)

    def test_it_goes_on_from_the_next_month_to_that_of_the_age(self) -> None:
        """Months that end in March go on from April to October, the month of the age."""
        value = value_of(asked(date(2025, 3, 15)))

        assert (value.first_month, value.last_month) == (YearMonth(2025, 4), YearMonth(2025, 10))
        assert value.months == 7
        assert value.retirement.month == YearMonth(2025, 10)

    def test_no_month_is_left_where_the_age_falls_into_the_last_month(self) -> None:
        """Months that end on 10 October leave none before a pension begins."""
        assert value_of(asked(date(2025, 10, 10))).months == 0

    def test_at_most_twelve_months(self) -> None:
        """Chengdu counts eleven at most, Shenzhen twelve: days give up to twelve."""
        months = {
            value_of(asked(date(year, month, 28))).months
            for year in (2024, 2025)
            for month in range(1, 13)
            if asked(date(year, month, 28)).eligible
        }

        assert months == set(range(1, 13))

    def test_who_found_work_gets_none(self) -> None:
        """With work, or anything else that stops benefit, it does not go on."""
        decision = asked(date(2025, 3, 31), still_unemployed=False)

        assert decision.outcome is INELIGIBLE
        assert by_reason(decision)[Reason.UNEMPLOYMENT_EXTENSION_IDLE].verdict is NOT_MET

    def test_whether_there_is_work_may_be_open(self) -> None:
        """Nobody has to apply, but who is still without work has to be known."""
        decision = asked(date(2025, 3, 31), still_unemployed=None)

        assert (decision.outcome, decision.missing) == (
            UNDETERMINED,
            (Missing("still_unemployed"),),
        )

    def test_without_an_application(self) -> None:
        """无需个人提出申请: that none was made changes nothing."""
        assert asked(date(2025, 3, 31), applied=False).outcome is ELIGIBLE

    def test_after_the_age_nothing_goes_with_the_answer(self) -> None:
        """Who has reached the age draws a pension instead."""
        decision = asked(date(2025, 11, 30))

        assert (decision.outcome, decision.value) == (INELIGIBLE, None)
        assert by_reason(decision)[Reason.UNEMPLOYMENT_EXTENSION_AHEAD].verdict is NOT_MET

    def test_a_woman_of_unknown_category_has_two_answers(self) -> None:
        """On one track the age is close, on the other years away."""
        decision = asked(date(2025, 12, 31), WOMAN)

        assert decision.outcome is UNDETERMINED
        assert decision.missing == (
            Missing(
                "retirement_category",
                would=(
                    (RetirementCategory.FEMALE_55, INELIGIBLE),
                    (RetirementCategory.FEMALE_50, ELIGIBLE),
                ),
            ),
        )
        assert [
            str(each.decision.value.last_month) if each.decision.value else None
            for each in decision.alternatives
        ] == ["2032-09", "2026-09"]

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 10, 1), INELIGIBLE),
            (date(2024, 10, 2), UNDETERMINED),
            (date(2024, 10, 31), UNDETERMINED),
            (date(2024, 11, 1), ELIGIBLE),
            (date(2025, 9, 30), ELIGIBLE),
            (date(2025, 10, 1), UNDETERMINED),
            (date(2025, 10, 31), INELIGIBLE),
        ],
    )
    def test_a_month_of_birth_leaves_two_months_open(self, on: date, expected: Outcome) -> None:
        """Where only the month of birth is known, the month a year before and that of the age are."""
        decision = asked(on, Person(birth=YearMonth(1965, 8), sex=Sex.MALE))

        assert decision.outcome is expected
        assert decision.missing == ((Missing("birth"),) if expected is UNDETERMINED else ())

    def test_before_december_2019_it_is_open(self) -> None:
        """No national rule is known then; the place that was asked for is named."""
        man = Person(birth=date(1960, 5, 1), sex=Sex.MALE)
        decision = asked(date(2019, 11, 30), man, area="130100")

        assert (decision.outcome, decision.missing) == (
            UNDETERMINED,
            (Missing("unemployment.extension", "130100"),),
        )
        assert asked(date(2019, 12, 1), man).outcome is ELIGIBLE

    def test_where_the_age_is_not_known(self) -> None:
        """A man who was 60 before 1978 has no age that is known."""
        decision = asked(date(1970, 1, 1), Person(birth=date(1910, 1, 1), sex=Sex.MALE))

        assert decision.outcome is UNDETERMINED
        assert Missing("retirement.schedule.male", "100000") in decision.missing


class TestPlaces:
    """Places that go further, or once only."""

    def test_heilongjiang_grants_two_years(self) -> None:
        """Eighteen months before the age the nation says no, the province yes."""
        decision = asked(date(2024, 4, 30), area=HEILONGJIANG)
        rules = by_reason(decision)[Reason.UNEMPLOYMENT_EXTENSION]

        assert (decision.outcome, decision.evidence) == (ELIGIBLE, Evidence.OFFICIAL)
        assert [part.verdict for part in rules.parts] == [NOT_MET, MET]
        assert value_of(decision).months == 18
        assert asked(date(2024, 4, 30)).outcome is INELIGIBLE

    @pytest.mark.parametrize(
        ("on", "applied", "expected"),
        [
            (date(2024, 4, 30), True, ELIGIBLE),
            (date(2024, 4, 30), False, INELIGIBLE),
            (date(2024, 4, 30), None, UNDETERMINED),
            (date(2025, 3, 31), False, ELIGIBLE),
            (date(2023, 9, 30), True, INELIGIBLE),
        ],
    )
    def test_zhengzhou_grants_two_years_on_application(
        self, on: date, applied: bool | None, expected: Outcome
    ) -> None:
        """More than a year before the age it has to be applied for, within a year it has not."""
        decision = asked(on, area=ZHENGZHOU, applied=applied)

        assert decision.outcome is expected
        assert decision.missing == ((Missing("applied"),) if expected is UNDETERMINED else ())

    def test_shanghai_before_its_measures(self) -> None:
        """Until 2026-08-15 two years on application, as a page of 2020 has it."""
        man = Person(birth=date(1966, 8, 20), sex=Sex.MALE)  # 2027-01
        before, after = (
            asked(on, man, area=SHANGHAI, applied=True, extended_before=False)
            for on in (date(2025, 6, 30), date(2026, 8, 16))
        )

        assert (before.outcome, before.evidence) == (ELIGIBLE, Evidence.SECONDARY)
        assert (after.outcome, after.evidence) == (ELIGIBLE, Evidence.OFFICIAL)
        assert Reason.UNEMPLOYMENT_EXTENSION_ASKED not in by_reason(after)

    @pytest.mark.parametrize(
        ("before", "expected"), [(False, ELIGIBLE), (True, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_shanghai_grants_it_once(self, before: bool | None, expected: Outcome) -> None:
        """延长领取仅可享受一次: who had it before does not have it again."""
        man = Person(birth=date(1966, 8, 20), sex=Sex.MALE)
        decision = asked(date(2026, 9, 30), man, area="310115", extended_before=before)

        assert decision.outcome is expected
        assert decision.missing == ((Missing("extended_before"),) if before is None else ())

    def test_an_older_rule_of_shanghai_is_not_known(self) -> None:
        """Before the page of 2020: within a year the nation's rule does, beyond it is open."""
        man = Person(birth=date(1961, 5, 3), sex=Sex.MALE)  # 60 in 2021-05
        near, far = (asked(on, man, area=SHANGHAI) for on in (date(2020, 6, 30), date(2020, 1, 31)))

        assert near.outcome is ELIGIBLE
        assert (far.outcome, far.missing) == (
            UNDETERMINED,
            (Missing("unemployment.extension", SHANGHAI),),
        )

    def test_both_rules_are_told(self) -> None:
        """The explanation names the rule of the nation, that of the city, and the application."""
        lines = explain(asked(date(2024, 4, 30), area=ZHENGZHOU, applied=True), "en").splitlines()

        assert "  [+] a rule of the nation or of the place lets it go on (either)" in lines
        assert "          [+] applied for: yes" in lines


class TestPension:
    """人社部发〔2024〕76号: the fund pays the least that a flexible worker may pay."""

    def test_a_published_case_of_tianjin(self) -> None:
        """A man of August 1965 is paid for from January 2025 to his statutory month, October 2025."""
        (found,) = unemployment.fund_pension(
            Person(birth=YearMonth(1965, 8), sex=Sex.MALE), area="120000"
        )

        assert (found.from_day, found.until_day) == (date(2025, 1, 1), date(2025, 10, 31))
        assert found.retirement.month == YearMonth(2025, 10)

    def test_who_bears_what(self) -> None:
        """The fund, up to the flexible worker's minimum, refunded after it was paid."""
        (found,) = unemployment.fund_pension(MAN)
        rule = found.rule

        assert (rule.value.payer, rule.value.up_to) == (Payer.FUND, "flexible_minimum")
        assert (rule.value.order, rule.value.within_months) == ("reimbursed", 12)
        assert rule.citation.instrument.number == "人社部发〔2024〕76号"
        assert not rule.is_provisional

    def test_from_the_day_after_a_year_before_the_age(self) -> None:
        """Whose age is 2027-01-20 is paid for from 2026-01-21 until that day."""
        (found,) = unemployment.fund_pension(Person(birth=date(1966, 8, 20), sex=Sex.MALE))

        assert (found.from_day, found.until_day) == (date(2026, 1, 21), date(2027, 1, 20))

    def test_it_ends_with_2039(self) -> None:
        """Whose age lies in 2040 is paid for until the rule ends; whose lies in 2041, not at all."""
        ending, never = (
            unemployment.fund_pension(Person(birth=date(year, 5, 3), sex=Sex.MALE))
            for year in (1977, 1978)
        )

        assert [(each.from_day, each.until_day) for each in ending] == [
            (date(2039, 5, 4), date(2039, 12, 31))
        ]
        assert never == ()

    def test_nothing_before_2025(self) -> None:
        """Whose age was reached in 2024 paid alone."""
        assert unemployment.fund_pension(Person(birth=date(1964, 5, 3), sex=Sex.MALE)) == ()

    def test_each_track_of_a_woman(self) -> None:
        """A woman of unknown category has two answers."""
        assert [str(each.from_day) for each in unemployment.fund_pension(WOMAN)] == [
            "2031-09-11",
            "2025-09-11",
        ]

    def test_it_goes_with_the_extension(self) -> None:
        """The answer whether benefit goes on says who pays the pension meanwhile."""
        found = value_of(asked(date(2025, 3, 31))).pension

        assert found is not None
        assert (found,) == unemployment.fund_pension(MAN)

    def test_a_place_whose_rule_is_not_known(self) -> None:
        """Where a place is known to differ, nothing is said of who pays."""
        law = shipped().with_area("""
            schema = 1
            area = "130000"
            name = { zh = "河北省", en = "Hebei" }

            [[parameters."unemployment.pension"]]
            from = 2025-01-01
            missing = "made up"
        """)

        assert value_of(asked(date(2025, 3, 31), area="130100", law=law)).pension is None
        assert unemployment.fund_pension(MAN, area="130100", law=law) == ()

    def test_a_person_is_a_person(self) -> None:
        """A birthday alone is none."""
        with pytest.raises(PersonError, match="person"):
            unemployment.fund_pension(cast("Any", date(1965, 8, 20)))


class TestArguments:
    """What is refused."""

    @pytest.mark.parametrize("fact", ["still_unemployed", "applied", "extended_before"])
    def test_facts_are_truth_values(self, fact: str) -> None:
        """``"no"`` is refused wherever the fact is asked for."""
        law = shipped().replacing(
            parameters.UNEMPLOYMENT_EXTENSION,
            {"within_months": 24, "begins": "on_application", "times": 1},
        )
        with pytest.raises(RuleError, match=f"{fact}: 'no' is no truth value"):
            asked(date(2025, 3, 31), MAN, law=law, **cast("Any", {fact: "no"}))

    def test_on_is_a_day(self) -> None:
        """A month is none."""
        with pytest.raises(MonthError, match="on: '2025-03' is of type str"):
            asked(cast("Any", "2025-03"))


class TestStopping:
    """社会保险法 第五十一条, 失业保险条例 第十五条, and what places say."""

    @pytest.mark.parametrize("event", list(BenefitStop)[:6])
    def test_what_stops_benefit_everywhere(self, event: BenefitStop) -> None:
        """A new job, service, moving abroad, a pension, a refusal and prison stop it."""
        for on in (date(1999, 1, 22), date(2011, 7, 1), date(2026, 1, 29)):
            assert unemployment.stopping(event, on=on).effect is StopEffect.STOPS

    @pytest.mark.parametrize(
        ("on", "title"),
        [
            (date(2011, 6, 30), "失业保险条例"),
            (date(2011, 7, 1), "中华人民共和国社会保险法"),
        ],
    )
    def test_the_law_of_the_day(self, on: date, title: str) -> None:
        """The Regulation, since 2011-07 the statute."""
        found = unemployment.stopping(BenefitStop.REEMPLOYED, on=on)

        assert (found.event, found.evidence) == (BenefitStop.REEMPLOYED, Evidence.OFFICIAL)
        assert found.citation.instrument.title_zh == title

    @pytest.mark.parametrize(
        ("area", "on", "effect"),
        [
            ("440100", date(2026, 1, 29), StopEffect.INTERRUPTS),
            ("410300", date(2026, 1, 29), StopEffect.INTERRUPTS),
            ("410300", date(2025, 2, 28), StopEffect.STOPS),
            ("410100", date(2026, 1, 29), StopEffect.STOPS),
            # Zhejiang does not name it; the Regulation does.
            ("330000", date(2026, 1, 29), StopEffect.STOPS),
        ],
    )
    def test_prison_interrupts_in_some_places(
        self, area: str, on: date, effect: StopEffect
    ) -> None:
        """Guangdong and Henan, since 2025, let benefit go on afterwards."""
        assert unemployment.stopping(BenefitStop.IMPRISONED, on=on, area=area).effect is effect

    @pytest.mark.parametrize(
        ("area", "needed"),
        [(None, 1), ("130100", 1), ("350200", 2), ("440100", 3), ("310000", 3), ("460100", 4)],
    )
    def test_how_many_refusals_it_takes(self, area: str | None, needed: int) -> None:
        """One in the nation, up to four in Hainan, where it takes more than three."""
        effects = [
            unemployment.stopping(
                BenefitStop.REFUSAL, on=date(2026, 9, 1), refusals=times, area=area
            ).effect
            for times in range(1, 6)
        ]

        assert effects == [StopEffect.GOES_ON] * (needed - 1) + [StopEffect.STOPS] * (6 - needed)

    def test_refusals_are_no_matter_for_other_events(self) -> None:
        """A new job stops benefit in Guangdong at once."""
        found = unemployment.stopping(
            BenefitStop.REEMPLOYED, on=date(2026, 1, 29), area="440100", refusals=1
        )

        assert found.effect is StopEffect.STOPS

    @pytest.mark.parametrize(
        ("area", "effect"), [("440100", StopEffect.INTERRUPTS), ("460000", StopEffect.STOPS)]
    )
    def test_compulsory_rehabilitation(self, area: str, effect: StopEffect) -> None:
        """It interrupts benefit in Guangdong and stops it in Hainan."""
        found = unemployment.stopping(
            BenefitStop.COMPULSORY_REHABILITATION, on=date(2026, 1, 29), area=area
        )

        assert found.effect is effect

    @pytest.mark.parametrize("area", [None, "130000"])
    def test_what_no_rule_names_is_not_known(self, area: str | None) -> None:
        """Elsewhere no rule names it; the error names the event and the place."""
        with pytest.raises(UnknownLawError) as caught:
            unemployment.stopping(
                BenefitStop.COMPULSORY_REHABILITATION, on=date(2026, 1, 29), area=area
            )

        assert caught.value.area == (area or "100000")
        assert "BenefitStop.COMPULSORY_REHABILITATION" in caught.value.known

    def test_before_the_regulation(self) -> None:
        """Before 1999-01-22 no rule is known at all."""
        with pytest.raises(UnknownLawError):
            unemployment.stopping(BenefitStop.ABROAD, on=date(1999, 1, 21))

    def test_an_event_is_a_term(self) -> None:
        """A word is none."""
        with pytest.raises(RuleError, match="event: 'abroad' is no BenefitStop"):
            unemployment.stopping(cast("Any", "abroad"), on=date(2026, 1, 29))

    @pytest.mark.parametrize("refusals", [0, True, "3"])
    def test_refusals_are_a_number(self, refusals: object) -> None:
        """The one that is asked about is among them."""
        with pytest.raises(RuleError, match="is no number of refusals; expected an int"):
            unemployment.stopping(
                BenefitStop.REFUSAL, on=date(2026, 1, 29), refusals=cast("Any", refusals)
            )
