"""Retirees' medical insurance by example: months of the place, what is short, how it is made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from shebao import (
    MEDICAL,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    LawFileError,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    PersonError,
    Reason,
    RetirementCategory,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    medical,
)
from shebao.law import Law, parameters, shipped
from shebao.law.medical_values import Retiree

BEIJING, TIANJIN, SHANGHAI, ZHEJIANG = "110000", "120000", "310000", "330000"
MONGOLIA, HAINAN, KUNMING, GUANGZHOU = "150000", "460000", "530100", "440100"
SHIJIAZHUANG = "130100"
#: A place of which nothing is known.
UNKNOWN_PLACE = "650000"
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
RULE = parameters.MEDICAL_RETIREE
DEEMED = PaymentStatus.DEEMED
#: Men reach 60 in 2024, women of either track 55 and 50.
MAN = Person(birth=date(1964, 6, 3), sex=Sex.MALE)
WOMAN = Person(
    birth=date(1969, 6, 3), sex=Sex.FEMALE, retirement_category=RetirementCategory.FEMALE_55
)
#: The day on which both reach it.
DAY = date(2024, 6, 3)

Answer = Decision[medical.RetireeEntitlement]


def months(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(MEDICAL, MonthSpan(first, last), **facts)


def asked(
    *periods: ContributionPeriod,
    area: str | None,
    person: Person = MAN,
    on: date = DAY,
    law: Law | None = None,
) -> Answer:
    """The decision on a day."""
    return medical.retiree_entitlement(
        person, ContributionHistory(periods), on=on, area=area, law=law
    )


def value(decision: Answer) -> medical.RetireeEntitlement:
    """What goes with an answer."""
    assert decision.value is not None
    return decision.value


def part(decision: Answer, reason: Reason) -> Condition:
    """The condition of a code."""
    (found,) = [each for top in decision.conditions for each in top.walk() if each.reason is reason]
    return found


def of_rule(**rule: Any) -> Law:  # noqa: ANN401
    """A law that has a rule for a place of which else nothing is known."""
    return shipped().replacing(RULE, rule, area=UNKNOWN_PLACE)


class TestMonths:
    """How many months, of which kind, are asked of whom."""

    @pytest.mark.parametrize(
        ("person", "first", "outcome"),
        [
            (MAN, "1999-07", ELIGIBLE),
            (MAN, "1999-08", INELIGIBLE),
            (WOMAN, "2004-07", ELIGIBLE),
            (WOMAN, "2004-08", INELIGIBLE),
        ],
    )
    def test_tianjin_asks_men_for_25_and_women_for_20_years(
        self, person: Person, first: str, outcome: Outcome
    ) -> None:
        """男不少于二十五年、女不少于二十年 (天津市基本医疗保险条例 第十六条)."""
        decision = asked(months(first, "2024-06"), area=TIANJIN, person=person)

        assert outcome is decision.outcome
        condition = part(decision, Reason.MEDICAL_RETIREE_MONTHS)
        assert (300 if person is MAN else 240) == condition.required
        assert condition.citation is not None
        assert "第十六条第二款" == condition.citation.article
        assert Evidence.OFFICIAL is condition.evidence

    @pytest.mark.parametrize(("paid", "outcome"), [("2019-07", ELIGIBLE), ("2019-08", INELIGIBLE)])
    def test_deemed_months_count_in_the_total_and_are_not_paid(
        self, paid: str, outcome: Outcome
    ) -> None:
        """Of the 25 years five have to be paid (实际缴费年限不少于五年)."""
        deemed = months("1990-01", "2010-12", status=DEEMED)
        decision = asked(deemed, months(paid, "2024-06"), area=TIANJIN)
        condition = part(decision, Reason.MEDICAL_RETIREE_PAID)

        assert (outcome, 60) == (decision.outcome, condition.required)
        assert (0 if outcome is ELIGIBLE else 1) == value(decision).paid_short_by

    def test_paid_months_of_which_only_the_number_is_known(self) -> None:
        """Between 50 and 70 paid months are five years or not."""
        deemed = months("1990-01", "2014-12", status=DEEMED)
        decision = asked(deemed, months("2018-01", "2024-06", count=(50, 70)), area=TIANJIN)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
        assert 10 == value(decision).paid_short_by

    def test_months_as_a_resident_do_not_count(self) -> None:
        """The residents' insurance is another one."""
        decision = asked(
            months("1999-07", "2023-12"),
            months("2024-01", "2024-06", scheme=Scheme.RESIDENT),
            area=TIANJIN,
        )

        assert (INELIGIBLE, 6) == (decision.outcome, value(decision).short_by)

    def test_the_age_has_to_be_reached(self) -> None:
        """A day before the birthday the months are complete and the age is not reached."""
        decision = asked(months("1990-01", "2024-06"), area=TIANJIN, on=date(2024, 6, 2))

        assert INELIGIBLE is decision.outcome
        assert NOT_MET is part(decision, Reason.PENSION_AGE).verdict

    def test_months_paid_elsewhere_add_up(self) -> None:
        """Years of all places are one total (社会保险法 第三十二条)."""
        decision = asked(
            months("1990-01", "2004-12", area="410100"),
            months("2005-01", "2024-06", area=TIANJIN),
            area=TIANJIN,
        )

        assert ELIGIBLE is decision.outcome

    def test_an_unknown_number_of_months_leaves_it_open(self) -> None:
        """Between 200 and 320 of the months since 1990 were paid: 300 are asked for."""
        decision = asked(months("1990-01", "2024-06", count=(200, 320)), area=TIANJIN)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
        assert 100 == value(decision).short_by


class TestPaidHere:
    """Months paid in the place itself."""

    @pytest.mark.parametrize(
        ("first", "outcome", "short"), [("2014-07", ELIGIBLE, 0), ("2014-08", INELIGIBLE, 1)]
    )
    def test_kunming_asks_for_ten_years_in_the_city(
        self, first: str, outcome: Outcome, short: int
    ) -> None:
        """在本市的累计缴费年限不少于10年 (昆明市社会医疗保险条例 第十四条)."""
        elsewhere = months("1990-01", "2014-06", area="510100")
        decision = asked(elsewhere, months(first, "2024-06", area="530102"), area=KUNMING)

        assert (outcome, short) == (decision.outcome, value(decision).paid_here_short_by)

    def test_deemed_months_are_not_paid_in_the_place(self) -> None:
        """Service in the city before it had an insurance is not paid."""
        decision = asked(
            months("1990-01", "2020-12", area=KUNMING, status=DEEMED),
            months("2021-01", "2024-06", area=KUNMING),
            area=KUNMING,
        )

        assert (INELIGIBLE, 42) == (decision.outcome, value(decision).paid_here.months)

    def test_months_without_a_place_may_lie_in_it(self) -> None:
        """A record that does not say where leaves it open, and names that."""
        decision = asked(months("1990-01", "2024-06"), area=KUNMING)

        assert (UNDETERMINED, (Missing("paid_where"),)) == (decision.outcome, decision.missing)
        assert (0, 414) == (value(decision).paid_here.at_least, value(decision).paid_here.at_most)

    def test_a_number_of_months_in_the_place_may_leave_it_open(self) -> None:
        """Some of the months are known by their number alone."""
        decision = asked(
            months("1990-01", "2009-12", area="510100"),
            months("2010-01", "2024-06", area=KUNMING, count=(100, 130)),
            area=KUNMING,
            law=shipped().replacing(
                RULE,
                {"male_months": 300, "female_months": 300, "paid_here_months": 120},
                area=KUNMING,
            ),
        )

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
        assert 20 == value(decision).paid_here_short_by

    def test_where_the_number_is_not_known_the_place_is_named(self) -> None:
        """Shanghai asks for years in the city and prints no number: ten may be enough or not."""
        man = Person(birth=date(1965, 10, 3), sex=Sex.MALE)
        on = date(2026, 2, 3)
        few = asked(
            months("1990-01", "2015-12", area="110000"),
            months("2016-01", "2026-01", area=SHANGHAI),
            area=SHANGHAI,
            person=man,
            on=on,
        )

        assert (Missing("medical.retiree", SHANGHAI),) == few.missing
        assert (0, None) == (value(few).short_by, value(few).paid_here_short_by)
        assert value(few).complete is None

    def test_it_is_not_more_than_the_total(self) -> None:
        """Fifteen years paid in the city are enough, whatever its number is."""
        man = Person(birth=date(1965, 10, 3), sex=Sex.MALE)
        on = date(2026, 2, 3)
        here = asked(months("2011-01", "2026-01", area="310115"), area=SHANGHAI, person=man, on=on)
        unsaid = asked(months("2011-01", "2026-01"), area=SHANGHAI, person=man, on=on)

        assert ELIGIBLE is here.outcome
        assert (Missing("medical.retiree", SHANGHAI),) == unsaid.missing

    def test_without_a_place_nothing_certainly_lies_in_it(self) -> None:
        """A national rule of years in the place cannot be answered without one."""
        rule = {"male_months": 300, "female_months": 240, "paid_here_months": 120}
        decision = asked(
            months("1990-01", "2024-06", area=TIANJIN),
            area=None,
            law=shipped().replacing(RULE, rule),
        )

        assert (Missing("paid_where"),) == decision.missing


class TestInsuredBefore:
    """People insured before a place changed its rule."""

    born = Person(birth=date(1960, 3, 3), sex=Sex.MALE)
    on = date(2020, 3, 3)

    @pytest.mark.parametrize(
        ("first", "required", "outcome"),
        [("2013-12", 120, INELIGIBLE), ("2010-03", 120, ELIGIBLE), ("2014-01", 180, INELIGIBLE)],
    )
    def test_guangzhou_asks_for_ten_years_or_for_fifteen(
        self, first: str, required: int, outcome: Outcome
    ) -> None:
        """First insured in the city from 2014 on needs 15 years, before it 10; both 10 in the city."""
        paid = months(first, "2020-03", area="440106")
        decision = asked(paid, area=GUANGZHOU, person=self.born, on=self.on)

        assert (outcome, required) == (decision.outcome, value(decision).required_months)

    def test_who_may_have_been_insured_before_is_asked_for_the_more(self) -> None:
        """Of the months before 2014 nobody says where they were paid: 11 years may be enough."""
        unsaid = months("2008-01", "2009-12")
        here = months("2010-03", "2020-02", area=GUANGZHOU)
        early = ContributionPeriod(MEDICAL, MonthSpan("2014-01", "2020-03"), area=GUANGZHOU)
        open_answer = asked(
            months("2009-01", "2013-12"), early, area=GUANGZHOU, person=self.born, on=self.on
        )
        certain = asked(unsaid, here, area=GUANGZHOU, person=self.born, on=self.on)

        assert UNDETERMINED is open_answer.outcome
        assert (Missing("paid_where"),) == open_answer.missing
        assert 180 == value(open_answer).required_months
        assert ELIGIBLE is certain.outcome

    @pytest.mark.parametrize(
        "early", [{}, {"area": UNKNOWN_PLACE, "count": (0, 5)}, {"count": (0, 5)}]
    )
    def test_enough_for_one_rule_and_not_for_the_other(self, early: dict[str, Any]) -> None:
        """Which one holds rests on months that may have been paid in the place before 2005."""
        law = of_rule(
            male_months=300, female_months=300, insured_before="2005-01", earlier_months=200
        )
        decision = asked(
            months("2000-01", "2000-12", **early),
            months("2005-01", "2024-06", area=UNKNOWN_PLACE),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert UNDETERMINED is decision.outcome
        assert 300 == part(decision, Reason.MEDICAL_RETIREE_MONTHS).required

    @pytest.mark.parametrize(
        ("last", "outcome"), [("2021-08", UNDETERMINED), ("2021-07", INELIGIBLE)]
    )
    def test_just_enough_for_the_rule_that_asks_for_less(self, last: str, outcome: Outcome) -> None:
        """Twelve months before and 212 in all may be enough, 211 are not."""
        law = of_rule(
            male_months=300, female_months=300, insured_before="2005-01", earlier_months=212
        )
        decision = asked(
            months("2000-01", "2000-12"),
            months("2005-01", last, area=UNKNOWN_PLACE),
            area=UNKNOWN_PLACE,
            law=law,
        )

        assert outcome is decision.outcome

    def test_below_both_numbers_the_answer_is_no(self) -> None:
        """Nine years are too few either way."""
        decision = asked(
            months("2011-04", "2013-12"),
            months("2014-01", "2020-03", area=GUANGZHOU),
            area=GUANGZHOU,
            person=self.born,
            on=self.on,
        )

        assert INELIGIBLE is decision.outcome

    @pytest.mark.parametrize(
        ("first", "missing"),
        [("2016-01", ()), ("2015-12", (Missing("medical.retiree", MONGOLIA),))],
    )
    def test_inner_mongolia_leaves_the_earlier_to_their_leagues(
        self, first: str, missing: tuple[Missing, ...]
    ) -> None:
        """Who was insured before 2016 goes by the rule of the pooling area, which is not known."""
        paid = months(first, "2020-03", area="150102")
        decision = asked(paid, area=MONGOLIA, person=self.born, on=self.on)

        assert missing == decision.missing
        assert (None if missing else 300) == value(decision).required_months
        assert (None if missing else 249) == value(decision).short_by

    def test_after_2021_the_steps_of_guangzhou_are_not_known(self) -> None:
        """From 2022 the years rise to the common rule of 2030, by steps that were not found."""
        decision = asked(months("1990-01", "2024-06", area=GUANGZHOU), area=GUANGZHOU)

        assert (Missing("medical.retiree", GUANGZHOU),) == decision.missing
        assert value(decision).required_months is None

    def test_in_2030_guangdong_has_one_rule(self) -> None:
        """Whoever reaches the age from 2030 on needs 30 years, ten of them in the city."""
        later = Person(birth=date(1970, 6, 3), sex=Sex.MALE)
        decision = asked(months("2005-01", "2024-06", area=GUANGZHOU), area=GUANGZHOU, person=later)
        found = value(decision)

        assert (INELIGIBLE, 360, 126) == (decision.outcome, found.required_months, found.short_by)
        # He reaches the age in November 2031, 89 months on.
        assert YearMonth(2031, 11) == found.retirement.month
        assert (YearMonth(2034, 12), 37) == (found.complete, found.lump_sum_months)


class TestMakingUp:
    """Going on month by month, or one sum."""

    record = (months("2000-01", "2024-06", area=ZHEJIANG),)

    def test_complete_months_leave_nothing(self) -> None:
        """294 months of the 240 that Zhejiang asks for."""
        found = value(asked(*self.record, area=ZHEJIANG))

        assert (0, 0, 0) == (found.short_by, found.paid_short_by, found.paid_here_short_by)
        assert (YearMonth(2024, 6), 0, Decimal(100)) == (
            found.complete,
            found.lump_sum_months,
            found.percent,
        )

    @pytest.mark.parametrize(
        ("completion", "complete", "left"),
        [
            ("monthly", YearMonth(2024, 12), None),
            ("lump_sum", None, 6),
            ("either", YearMonth(2024, 12), 6),
            (None, YearMonth(2024, 12), None),
        ],
    )
    def test_the_ways_that_a_place_allows(
        self, completion: str | None, complete: YearMonth | None, left: int | None
    ) -> None:
        """Six months short at the age; the statute lets people pay on where the place is silent."""
        rule = {"male_months": 300, "female_months": 300}
        law = of_rule(**rule, **({} if completion is None else {"completion": completion}))
        found = value(asked(*self.record, area=UNKNOWN_PLACE, law=law))

        assert (6, complete, left) == (found.short_by, found.complete, found.lump_sum_months)

    def test_before_the_age_work_goes_on(self) -> None:
        """Asked two years early, 24 months are left to work, and nothing to pay in one sum."""
        law = of_rule(male_months=300, female_months=300, completion="lump_sum")
        early = asked(
            months("2000-01", "2022-06"), area=UNKNOWN_PLACE, law=law, on=date(2022, 6, 3)
        )
        late = asked(months("2005-01", "2022-06"), area=UNKNOWN_PLACE, law=law, on=date(2022, 6, 3))

        assert (30, None, 6) == (
            value(early).short_by,
            value(early).complete,
            value(early).lump_sum_months,
        )
        assert 66 == value(late).lump_sum_months

    def test_what_is_complete_before_the_age_needs_no_sum(self) -> None:
        """Ten months short two years before the age are worked off."""
        law = of_rule(male_months=280, female_months=280, completion="lump_sum")
        found = value(
            asked(months("2000-01", "2022-06"), area=UNKNOWN_PLACE, law=law, on=date(2022, 6, 3))
        )

        assert (10, YearMonth(2023, 4), 0) == (
            found.short_by,
            found.complete,
            found.lump_sum_months,
        )

    def test_what_is_complete_at_the_age_needs_no_sum_either(self) -> None:
        """Twenty-four months short two years before it are worked off to the month."""
        law = of_rule(male_months=294, female_months=294, completion="lump_sum")
        found = value(
            asked(months("2000-01", "2022-06"), area=UNKNOWN_PLACE, law=law, on=date(2022, 6, 3))
        )

        assert (YearMonth(2024, 6), 0) == (found.complete, found.lump_sum_months)

    def test_the_longest_shortage_decides(self) -> None:
        """Months in the place take longer than the total."""
        rule = {"male_months": 300, "female_months": 300, "paid_months": 40, "completion": "either"}
        law = of_rule(**rule, paid_here_months=24)
        found = value(
            asked(
                months("2000-01", "2023-12", area="410100"),
                months("2024-01", "2024-06", area=UNKNOWN_PLACE),
                area=UNKNOWN_PLACE,
                law=law,
            )
        )

        assert (6, 0, 18) == (found.short_by, found.paid_short_by, found.paid_here_short_by)
        assert (YearMonth(2025, 12), 18) == (found.complete, found.lump_sum_months)


class TestReduced:
    """Hainan lowers benefits by 3 % for each missing year (条例 第二十七条)."""

    @pytest.mark.parametrize(
        ("first", "percent"),
        [("1994-07", Decimal(100)), ("1996-07", Decimal(94)), ("1997-01", None)],
    )
    def test_missing_years_cost_three_per_cent_each(
        self, first: str, percent: Decimal | None
    ) -> None:
        """Two missing years leave 94 %; of half a year the text says nothing."""
        decision = asked(months(first, "2024-06"), area=HAINAN)

        assert (ELIGIBLE, percent) == (decision.outcome, value(decision).percent)
        assert "3" == part(decision, Reason.MEDICAL_RETIREE_CUT).actual

    def test_who_was_never_insured_has_nothing(self) -> None:
        """Less is paid to who took part; nobody says that of who never did."""
        decision = asked(area=HAINAN)

        assert INELIGIBLE is decision.outcome
        assert NOT_MET is part(decision, Reason.MEDICAL_RETIREE_CUT).verdict

    def test_a_record_that_may_hold_nothing_is_open(self) -> None:
        """Between no and ten months."""
        decision = asked(months("2010-01", "2010-12", count=(0, 10)), area=HAINAN)

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


class TestUnknownPlace:
    """Where the rule of a place is not known."""

    @pytest.mark.parametrize(("area", "named"), [(UNKNOWN_PLACE, UNKNOWN_PLACE), (None, "100000")])
    def test_the_parameter_is_named(self, area: str | None, named: str) -> None:
        """At the age everything rests on the place."""
        decision = asked(months("1990-01", "2024-06"), area=area)

        assert UNDETERMINED is decision.outcome
        assert (Missing("medical.retiree", named),) == decision.missing
        assert 414 == value(decision).cumulative.months
        assert value(decision).complete is None

    def test_before_the_age_the_answer_is_no_all_the_same(self) -> None:
        """No place has retirees below the age."""
        decision = asked(months("1990-01", "2024-06"), area=UNKNOWN_PLACE, on=date(2020, 1, 1))

        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)

    def test_of_the_old_nothing_is_known(self) -> None:
        """Who reached 60 before 1978 did so before the earliest law of ages."""
        old = Person(birth=date(1910, 1, 1), sex=Sex.MALE)
        decision = asked(months("1990-01", "2024-06"), area=TIANJIN, person=old)

        assert UNDETERMINED is decision.outcome
        assert decision.value is None
        assert [Missing("retirement.schedule.male", TIANJIN)] == list(decision.missing)

    def test_a_woman_of_unknown_category_has_the_answer_of_both_tracks(self) -> None:
        """At 52 she has reached one age of the two."""
        woman = Person(birth=date(1972, 1, 3), sex=Sex.FEMALE)
        open_answer = asked(months("1990-01", "2024-06"), area=TIANJIN, person=woman)
        no = asked(months("2010-01", "2024-06"), area=TIANJIN, person=woman)

        assert UNDETERMINED is open_answer.outcome
        assert "retirement_category" in {each.name for each in open_answer.missing}
        assert INELIGIBLE is no.outcome


class TestForms:
    """The form of the rule."""

    def test_it_is_read_from_a_table(self) -> None:
        """Fields that are absent are what they are by default; the number here may be unknown."""
        law = of_rule(
            male_months=300,
            female_months=240,
            paid_here_months="unknown",
            insured_before="2014-01",
            earlier_months=120,
            yearly_cut="2.5",
        )

        assert (
            Retiree(
                300,
                240,
                paid_here_months=None,
                yearly_cut=Decimal("2.5"),
                insured_before=YearMonth(2014, 1),
                earlier_months=120,
            )
            == law.get(RULE, on=DAY, area=UNKNOWN_PLACE).value
        )

    @pytest.mark.parametrize(
        ("rule", "message"),
        [
            ({"male_months": 300}, "a table of male_months"),
            (
                {"male_months": 0, "female_months": 1},
                "male_months: a whole number of months from 1",
            ),
            (
                {"male_months": 300, "female_months": 240, "paid_here_months": "some"},
                'paid_here_months: a whole number of months from 0, or "unknown"',
            ),
            (
                {"male_months": 300, "female_months": 240, "completion": "never"},
                "completion: one of monthly, lump_sum, either",
            ),
        ],
    )
    def test_what_is_no_rule_is_refused(self, rule: dict[str, object], message: str) -> None:
        """The error says what would be right."""
        with pytest.raises(LawFileError, match=message):
            shipped().replacing(RULE, rule, area=UNKNOWN_PLACE)


def test_a_person_and_a_day_are_asked_for() -> None:
    """A record is no person, a text no day."""
    wrong: Any = ContributionHistory()
    day: Any = "2024-06-03"
    with pytest.raises(PersonError, match="person"):
        medical.retiree_entitlement(wrong, ContributionHistory(), on=DAY)
    with pytest.raises(MonthError, match="on"):
        asked(area=TIANJIN, on=day)
