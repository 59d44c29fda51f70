"""Passages between the two pension schemes by example: which way, when, and what counts after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import pytest

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Missing,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    Reason,
    RetirementCategory,
    RuleError,
    Scheme,
    Sex,
    UncertainCountError,
    Verdict,
    YearMonth,
    explain,
    passage,
)
from shebao.law import parameters, shipped
from shebao.rules.passage import Passage
from shebao.rules.resident import YearsPaid
from shebao.rules.standing import day_within

_, F55, F50, _ = RetirementCategory
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
DAY = timedelta(1)

#: He is 60 on 2024-06-03, before any delay, and needs 180 months.
MAN = Person(birth=date(1964, 6, 3), sex=Sex.MALE)
AT_SIXTY = date(2024, 6, 3)
#: He would be 60 in 2029-09, waits fifteen months, to 2030-12-18, and needs 186 months.
LATER = Person(birth=date(1969, 9, 18), sex=Sex.MALE)
HISTORY = Missing("history")
FIFTEEN_OR_MORE = Missing("passage.minimum_months", "100000")
WAYS = (passage.into_resident, passage.into_employee)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def as_resident(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months paid as a resident."""
    return paid(first, last, scheme=Scheme.RESIDENT, **facts)


def until(last: str, months: int) -> ContributionPeriod:
    """Some paid months up to a last one."""
    end = YearMonth.parse(last)
    return ContributionPeriod(PENSION, MonthSpan(end - (months - 1), end))


def asked(*periods: ContributionPeriod, **facts: Any) -> list[Outcome]:  # noqa: ANN401
    """The outcomes into the residents' and into the employees' scheme, no pension being drawn."""
    given = {"person": MAN, "on": AT_SIXTY, "draws_pension": False, **facts}
    person = given.pop("person")
    return [way(person, record(*periods), **given).outcome for way in WAYS]


def into_resident(*periods: ContributionPeriod, on: date = AT_SIXTY) -> Passage:
    """What passes into the residents' scheme."""
    found = passage.into_resident(MAN, record(*periods), on=on, draws_pension=False)
    assert found.value is not None
    return found.value


def into_employee(*periods: ContributionPeriod, on: date = AT_SIXTY) -> Passage:
    """What passes into the employees' scheme."""
    found = passage.into_employee(MAN, record(*periods), on=on, draws_pension=False)
    assert found.value is not None
    return found.value


class TestWhichWay:
    """人社部发〔2014〕17号 第三条: at the age, fifteen years as an employee decide the way."""

    @pytest.mark.parametrize(
        ("months", "expected"),
        [(1, [ELIGIBLE, INELIGIBLE]), (179, [ELIGIBLE, INELIGIBLE]), (180, [INELIGIBLE, ELIGIBLE])],
    )
    def test_fifteen_years_lead_to_the_employees(
        self, months: int, expected: list[Outcome]
    ) -> None:
        """满15年 leads from resident to employee, 不足15年 from employee to resident."""
        assert expected == asked(until("2024-06", months))

    def test_extended_contributions_are_among_them(self) -> None:
        """含延长缴费至15年: 174 months at 60 and six after it open the other way."""
        months = (until("2024-06", 174), paid("2024-07", "2024-12"))
        found = [asked(*months, on=day) for day in (date(2024, 11, 30), date(2024, 12, 1))]

        assert [[ELIGIBLE, INELIGIBLE], [INELIGIBLE, ELIGIBLE]] == found

    @pytest.mark.parametrize("months", [100, 200])
    def test_neither_before_the_age(self, months: int) -> None:
        """达到城镇职工养老保险法定退休年龄后: on the day before, no way is open."""
        assert [INELIGIBLE] * 2 == asked(until("2024-06", months), on=AT_SIXTY - DAY)

    def test_years_as_a_resident_do_not_make_fifteen(self) -> None:
        """第五条: 15 years as a resident and 14 as an employee lead to the residents' scheme."""
        assert [ELIGIBLE, INELIGIBLE] == asked(
            as_resident("1994-01", "2008-12"), until("2024-06", 168)
        )

    @pytest.mark.parametrize(
        ("birth", "on", "expected"),
        [
            (YearMonth(1964, 6), date(2024, 5, 31), INELIGIBLE),
            (YearMonth(1964, 6), date(2024, 6, 1), UNDETERMINED),
            (YearMonth(1964, 6), date(2024, 6, 30), ELIGIBLE),
        ],
    )
    def test_a_month_of_birth_without_a_day(
        self, birth: YearMonth, on: date, expected: Outcome
    ) -> None:
        """Born in 1964-06, the age is certain on the last day of 2024-06, the earliest named."""
        man = Person(birth=birth, sex=Sex.MALE)
        decision = passage.into_resident(
            man, record(until("2024-05", 100)), on=on, draws_pension=False
        )

        assert expected is decision.outcome
        assert decision.value is not None
        assert date(2024, 6, 30) == decision.value.earliest

    def test_a_woman_of_unknown_category_is_both(self) -> None:
        """Born 1970-06-03: 50 on 2020-06-03, or 55 on 2025-08-03; in 2024 only one is old enough."""
        woman = Person(birth=date(1970, 6, 3), sex=Sex.FEMALE)
        decision = passage.into_resident(
            woman, record(until("2019-12", 100)), on=AT_SIXTY, draws_pension=False
        )
        track = Missing("retirement_category", would=((F55, INELIGIBLE), (F50, ELIGIBLE)))

        assert (UNDETERMINED, (track,)) == (decision.outcome, decision.missing)


class TestDrawing:
    """第二条: who draws a pension already passes nowhere."""

    @pytest.mark.parametrize(
        ("draws_pension", "expected"),
        [(False, ELIGIBLE), (True, INELIGIBLE), (None, UNDETERMINED)],
    )
    @pytest.mark.parametrize(("way", "months"), [(WAYS[0], 100), (WAYS[1], 200)])
    def test_drawing_closes_both_ways(
        self,
        way: Any,  # noqa: ANN401
        months: int,
        draws_pension: bool | None,
        expected: Outcome,
    ) -> None:
        """已经领取养老保险待遇的人员，不再办理: yes closes, not known leaves open."""
        decision = way(
            MAN, record(until("2024-06", months)), on=AT_SIXTY, draws_pension=draws_pension
        )
        missing = (Missing("draws_pension"),) if draws_pension is None else ()

        assert (expected, missing) == (decision.outcome, decision.missing)

    def test_the_condition_says_what_is_asked(self) -> None:
        """The condition is not to draw: a pension drawn is found as False."""
        decision = passage.into_resident(
            MAN, record(until("2024-06", 100)), on=AT_SIXTY, draws_pension=True
        )
        condition = decision.conditions[-1]

        assert (Reason.PASSAGE_NOT_DRAWING, NOT_MET) == (condition.reason, condition.verdict)
        assert (True, False) == (condition.required, condition.actual)

    @pytest.mark.parametrize("way", WAYS)
    def test_a_text_is_no_truth_value(self, way: Any) -> None:  # noqa: ANN401
        """``"no"`` is refused: it would be read as yes."""
        with pytest.raises(RuleError, match="draws_pension: 'no' is no truth value"):
            way(
                MAN,
                record(until("2024-06", 100)),
                on=AT_SIXTY,
                draws_pension=cast("Any", "no"),
            )


class TestOpenMonths:
    """Between fifteen years and a higher minimum, and where the record only bounds the months."""

    @pytest.mark.parametrize(
        ("months", "expected"),
        [
            (179, [ELIGIBLE, INELIGIBLE]),
            (180, [UNDETERMINED, UNDETERMINED]),
            (185, [UNDETERMINED, UNDETERMINED]),
            (186, [INELIGIBLE, ELIGIBLE]),
        ],
    )
    def test_from_2030_fifteen_years_are_not_the_minimum(
        self, months: int, expected: list[Outcome]
    ) -> None:
        """The measures still print fifteen years; in 2030 a pension takes 186 months."""
        found = asked(until("2030-12", months), person=LATER, on=date(2030, 12, 18))

        assert expected == found

    @pytest.mark.parametrize("way", WAYS)
    def test_the_rule_is_what_is_missing_there(self, way: Any) -> None:  # noqa: ANN401
        """With 183 months of 186 the place's rule would decide, the record changes nothing."""
        decision: Decision[Passage] = way(
            LATER,
            record(until("2030-12", 183)),
            on=date(2030, 12, 18),
            draws_pension=False,
            area="130100",
        )

        assert (Missing("passage.minimum_months", "130100"),) == decision.missing

    @pytest.mark.parametrize(
        ("person", "count", "missing"),
        [
            (MAN, (170, 179), ()),
            (MAN, (170, 180), (HISTORY,)),
            (MAN, (180, 190), ()),
            (LATER, (170, 179), ()),
            (LATER, (170, 180), (HISTORY, FIFTEEN_OR_MORE)),
            (LATER, (170, 185), (HISTORY, FIFTEEN_OR_MORE)),
            (LATER, (170, 190), (HISTORY, FIFTEEN_OR_MORE)),
            (LATER, (181, 185), (FIFTEEN_OR_MORE,)),
            (LATER, (181, 186), (HISTORY, FIFTEEN_OR_MORE)),
            (LATER, (181, 190), (HISTORY, FIFTEEN_OR_MORE)),
            (LATER, (186, 190), ()),
        ],
    )
    def test_what_is_missing_is_what_would_decide(
        self, person: Person, count: tuple[int, int], missing: tuple[Missing, ...]
    ) -> None:
        """The record, where its bounds cross 180 or 186; the rule, where they touch between."""
        history = record(paid("1990-01", "2010-12", count=count))
        on = date(2031, 1, 9)
        found = [way(person, history, on=on, draws_pension=False) for way in WAYS]

        assert [missing] * 2 == [each.missing for each in found]
        assert [bool(missing)] * 2 == [each.outcome is UNDETERMINED for each in found]

    def test_not_drawing_cites_the_measures_of_the_place(self) -> None:
        """Both conditions of a passage rest on the same law."""
        law = shipped().replacing(parameters.PASSAGE_MINIMUM_MONTHS, 240, area="130000")
        decision = passage.into_resident(
            MAN, record(until("2024-06", 100)), on=AT_SIXTY, area="130100", law=law
        )
        _, months, drawing = decision.conditions

        assert (240, months.citation, months.evidence) == (
            months.required,
            drawing.citation,
            drawing.evidence,
        )

    def test_the_condition_shows_fifteen_years_and_the_bounds(self) -> None:
        """Required is what the measures print, found what the record allows."""
        history = record(paid("1990-01", "2010-12", count=(170, 190)))
        into, out = (way(LATER, history, on=date(2031, 1, 9)).conditions[1] for way in WAYS)

        assert (Reason.PASSAGE_MONTHS, UNKNOWN, 180, (170, 190)) == (
            out.reason,
            out.verdict,
            out.required,
            out.actual,
        )
        assert (Reason.PENSION_MONTHS_SHORT, out.citation) == (into.reason, into.citation)
        assert out.citation is not None
        assert "人社部发〔2014〕17号" in out.citation.text("zh")


class TestMonthsAfter:
    """第五、六、七条: what counts in the scheme that is passed into."""

    def test_months_held_in_both_count_once(self) -> None:
        """只计算城镇职工养老保险缴费年限: six months of 2020 are held twice, 114 count."""
        value = into_resident(until("2020-06", 72), as_resident("2020-01", "2023-12"))

        assert (72, 114) == (value.employee_months.months, value.months_after.months)
        assert YearsPaid((2020, 2021, 2022, 2023), (2020, 2021, 2022, 2023)) == value.resident_years

    def test_a_year_held_wholly_in_both_adds_nothing(self) -> None:
        """Three years as an employee, the same three as a resident: 36 months."""
        value = into_resident(paid("2020-01", "2022-12"), as_resident("2020-01", "2022-12"))

        assert 36 == value.months_after.months

    def test_a_year_as_a_resident_is_twelve_months(self) -> None:
        """Residents pay by the calendar year: two years beside no employment are 24 months."""
        value = into_resident(as_resident("2020-03", "2020-03"), as_resident("2022-01", "2022-12"))

        assert (0, 24) == (value.employee_months.months, value.months_after.months)

    def test_years_as_an_employee_count_on_among_residents(self) -> None:
        """第六条: 合并计算; 100 months as an employee alone are 100 months."""
        assert 100 == into_resident(until("2024-06", 100)).months_after.months

    def test_years_as_a_resident_never_count_among_employees(self) -> None:
        """第五条: 不合并计算或折算; 180 months stay 180 beside five years as a resident."""
        value = into_employee(until("2024-06", 180), as_resident("2001-01", "2005-12"))

        assert (180, 180, 5) == (
            value.employee_months.months,
            value.months_after.months,
            value.resident_years.at_least,
        )

    def test_years_to_come_are_not_there_yet(self) -> None:
        """On 2024-06-03 the years 2025 and 2026 of a record are not paid."""
        value = into_resident(paid("2023-01", "2024-12"), as_resident("2025-01", "2026-12"))

        assert (18, 18) == (value.employee_months.months, value.months_after.months)

    def test_a_year_that_may_not_be_paid_bounds_them(self) -> None:
        """None to three months of 2021 as a resident: perhaps twelve months more."""
        value = into_resident(until("2020-06", 72), as_resident("2021-01", "2021-12", count=(0, 3)))

        assert (72, 84) == (value.months_after.at_least, value.months_after.at_most)
        with pytest.raises(UncertainCountError):
            assert value.months_after.months

    def test_employee_months_without_places_bound_them(self) -> None:
        """Five months of 2020 and 2021 as an employee may all lie in the resident's 2021, or none."""
        value = into_resident(
            paid("2020-01", "2021-12", count=5), as_resident("2021-01", "2021-12")
        )

        assert 5 == value.employee_months.months
        assert (12, 17) == (value.months_after.at_least, value.months_after.at_most)

    def test_bounds_pass_as_they_are(self) -> None:
        """170 to 190 months are that among employees, and twelve more beside a resident's year."""
        months = paid("1990-01", "2010-12", count=(170, 190))
        year = as_resident("2012-01", "2012-12")
        found = [way(months, year).months_after for way in (into_employee, into_resident)]

        assert [(170, 190), (182, 202)] == [(each.at_least, each.at_most) for each in found]

    def test_deemed_months_are_employee_months(self) -> None:
        """缴费年限 includes 视同缴费年限: a deemed month held in both is no resident month."""
        deemed = paid("2020-01", "2020-12", status=PaymentStatus.DEEMED)
        value = into_resident(deemed, as_resident("2020-01", "2020-12"))

        assert (12, 12) == (value.employee_months.months, value.months_after.months)

    @pytest.mark.parametrize("way", [into_resident, into_employee])
    def test_the_earliest_day_is_that_of_the_age(self, way: Any) -> None:  # noqa: ANN401
        """Asked a year early or late, the day named is the same."""
        days = [AT_SIXTY - 365 * DAY, AT_SIXTY, AT_SIXTY + 365 * DAY]

        assert [AT_SIXTY] * 3 == [way(until("2023-01", 150), on=day).earliest for day in days]


class TestUnknownLaw:
    """Days before the measures, and people from before the law that is known."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2014, 6, 30), [UNDETERMINED, UNDETERMINED]),
            (date(2014, 7, 1), [ELIGIBLE, INELIGIBLE]),
        ],
    )
    def test_the_measures_begin_on_2014_07_01(self, on: date, expected: list[Outcome]) -> None:
        """自2014年7月1日起施行: the day before, both ways are open and no error."""
        man = Person(birth=date(1954, 6, 3), sex=Sex.MALE)

        assert expected == asked(until("2014-06", 100), person=man, on=on)

    def test_before_the_measures_they_are_what_is_missing(self) -> None:
        """Both conditions that rest on the measures lack their law; drawing still closes the way."""
        man = Person(birth=date(1954, 6, 3), sex=Sex.MALE)
        history = record(until("2014-06", 100))
        on = date(2014, 6, 30)
        idle, drawing = (
            passage.into_employee(man, history, on=on, draws_pension=draws)
            for draws in (False, True)
        )

        assert (FIFTEEN_OR_MORE,) == idle.missing
        assert [MET, UNKNOWN, MET] == [each.verdict for each in idle.conditions]
        assert (INELIGIBLE, ()) == (drawing.outcome, drawing.missing)

    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize(
        ("birth", "parameter"),
        [("1936-01", "pension.minimum_months"), ("1917-01", "retirement.schedule.male")],
    )
    def test_people_from_before_the_law_that_is_known(
        self,
        way: Any,  # noqa: ANN401
        birth: str,
        parameter: str,
    ) -> None:
        """Who reached the age in 1996 or 1977 gets an open answer that names what is not known."""
        man = Person(birth=YearMonth.parse(birth), sex=Sex.MALE)
        decision = way(man, record(until("1995-12", 100)), on=AT_SIXTY, draws_pension=False)

        assert (UNDETERMINED, (Missing(parameter, "100000"),)) == (
            decision.outcome,
            decision.missing,
        )

    def test_another_number_of_years_is_followed(self) -> None:
        """A reform that asks for twenty years is taken from the law, not from the code."""
        law = shipped().replacing(parameters.PASSAGE_MINIMUM_MONTHS, 240)

        place = shipped().replacing(parameters.PASSAGE_MINIMUM_MONTHS, 240, area="130000")
        months = until("2024-06", 200)

        assert [ELIGIBLE, INELIGIBLE] == asked(months, law=place, area="130100")
        assert [INELIGIBLE, ELIGIBLE] == asked(months, law=place)
        assert [ELIGIBLE, INELIGIBLE] == asked(until("2024-06", 239), law=law)
        assert [INELIGIBLE, ELIGIBLE] == asked(until("2024-06", 240), law=law)


class TestDayWithin:
    """The day in a month that belongs to a birth."""

    @pytest.mark.parametrize(
        ("birth", "expected"),
        [
            (date(1964, 6, 3), date(2026, 2, 3)),
            (date(1964, 6, 30), date(2026, 2, 28)),
            (YearMonth(1964, 6), date(2026, 2, 28)),
        ],
    )
    def test_the_birthday_or_the_last_day(self, birth: date | YearMonth, expected: date) -> None:
        """Where the day is missing in the month, or not known, its last day counts."""
        assert expected == day_within(birth, YearMonth(2026, 2))


class TestWords:
    """Each outcome of each way is told in both languages."""

    @pytest.mark.parametrize(
        ("way", "months", "draws_pension", "chinese", "english"),
        [
            (
                WAYS[0],
                72,
                False,
                [
                    "能否转入城乡居民养老保险（2024-06-03）：符合条件",
                    "累计缴费月数不足：72；最低：180",
                ],
                ["(2024-06-03): eligible", "fall short: 72; required: 180"],
            ),
            (
                WAYS[0],
                180,
                True,
                ["：不符合条件", "[-] 尚未按规定领取养老保险待遇：否", "人社部发〔2014〕17号"],
                [": ineligible", "[-] no pension is drawn yet: no"],
            ),
            (
                WAYS[1],
                180,
                None,
                [
                    "能否从城乡居民养老保险转入职工养老保险",
                    "：尚不能确定",
                    "[?] 尚未按规定领取养老保险待遇：不明",
                ],
                [": undetermined", "whether a pension is drawn already"],
            ),
            (
                WAYS[1],
                180,
                False,
                ["：符合条件", "[+] 职工养老保险累计缴费月数（含延长缴费）：180；转入要求：180"],
                [": eligible", "extension included: 180; the passage asks for 180"],
            ),
            (WAYS[1], 179, False, ["：不符合条件", "[-] 职工养老保险"], [": ineligible"]),
        ],
    )
    def test_in_both_languages(
        self,
        way: Any,  # noqa: ANN401
        months: int,
        draws_pension: bool | None,
        chinese: list[str],
        english: list[str],
    ) -> None:
        """The outcome, each number and what is missing stand in the text."""
        history = record(until("2024-06", months))
        decision = way(MAN, history, on=AT_SIXTY, draws_pension=draws_pension)
        for lang, phrases in (("zh", chinese), ("en", english)):
            text = " ".join(line.strip() for line in explain(decision, lang).splitlines())
            assert [] == [each for each in phrases if each not in text]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_law_that_is_not_known_is_named(self, lang: str) -> None:
        """Between fifteen years and the minimum the open parameter stands under what is missing."""
        decision = passage.into_resident(
            LATER, record(until("2030-12", 183)), on=date(2031, 1, 9), draws_pension=False
        )

        assert "passage.minimum_months" in explain(decision, lang)
