"""Certification to draw a benefit by example: the days that places print, payments that stop."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final, cast

import pytest

from shebao import (
    ContributionHistory,
    Decision,
    Evidence,
    Missing,
    MonthError,
    MonthSet,
    MonthSpan,
    Outcome,
    PeriodError,
    Person,
    PersonError,
    Question,
    Reason,
    RuleError,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    certification,
    overview,
)
from shebao.law import Law, parameters, shipped
from shebao.model.drawing import BenefitDrawing
from shebao.rules.certification import CertificationStanding
from shebao.terms import CertificationState

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
CERTIFIED, OVERDUE, SUSPENDED = CertificationState
EMPLOYEE, FLEXIBLE, RESIDENT, PUBLIC_SECTOR = Scheme
DAY: Final = timedelta(1)
PERSON: Final = Person(birth=date(1958, 5, 20), sex=Sex.MALE)
NONE: Final = MonthSet()
SUSPENSION: Final = parameters.CERTIFICATION_SUSPENSION


def asked(
    drawing: BenefitDrawing,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    person: Person = PERSON,
) -> Decision[CertificationStanding]:
    """The decision on a benefit."""
    return certification.standing(person, drawing, on=on, area=area, law=law)


def standing(
    drawing: BenefitDrawing,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    person: Person = PERSON,
) -> CertificationStanding:
    """Its value, where there is one."""
    value = asked(drawing, on, area, law, person).value
    assert value is not None
    return value


def paid(scheme: Scheme, first: date, *certified: date) -> BenefitDrawing:
    """A benefit."""
    return BenefitDrawing(scheme, first, certified)


def cycling(area: str, scheme: Scheme = EMPLOYEE, **cycle: object) -> Law:
    """The law with the cycle of a place for all days."""
    return shipped().replacing(parameters.CERTIFICATION_CYCLE[scheme], cycle, area=area)


def stopping(suspended: str, resumed: str, *, is_back_paid: bool = True) -> Law:
    """The law with another rule on payments."""
    rule = {"suspended": suspended, "resumed": resumed, "is_back_paid": is_back_paid}
    return shipped().replacing(SUSPENSION, rule)


def months(first: str, last: str | None = None) -> MonthSet:
    """Months in a row."""
    return MonthSet([MonthSpan(first, last or first)])


def check_course(
    drawing: BenefitDrawing,
    due: date,
    stops: YearMonth,
    area: str | None,
    law: Law | None = None,
) -> None:
    """Certified up to the due day, overdue after it, suspended from a month on."""
    before = asked(drawing, due, area, law)
    after = asked(drawing, due + DAY, area, law)
    eve = standing(drawing, stops.first_day - DAY, area, law)
    stopped = standing(drawing, stops.first_day, area, law)

    assert (ELIGIBLE, INELIGIBLE) == (before.outcome, after.outcome)
    assert before.value is not None
    assert (CERTIFIED, due, stops) == (
        before.value.state,
        before.value.due_on,
        before.value.suspended_from,
    )
    assert (CERTIFIED if eve.due_on == stops.first_day - DAY else OVERDUE, NONE) == (
        eve.state,
        eve.unpaid,
    )
    assert (SUSPENDED, MonthSet([stops])) == (stopped.state, stopped.unpaid)


@pytest.mark.parametrize(
    ("area", "scheme", "certified", "due", "stops"),
    [
        # 广州 2024-01-23: certified in 2023-06, 2024年6月底之前
        ("440000", RESIDENT, date(2023, 6, 1), date(2024, 6, 30), YearMonth(2024, 7)),
        ("440106", RESIDENT, date(2023, 6, 30), date(2024, 6, 30), YearMonth(2024, 7)),
        # 湛江: 2018-07, 2019年7月底前, 否则将在2019年8月暂停发放; six years on
        ("440800", RESIDENT, date(2024, 7, 17), date(2025, 7, 31), YearMonth(2025, 8)),
        # 深圳: 2022年8月认证过的…在2023年8月31日前; two years on
        ("440300", EMPLOYEE, date(2024, 8, 1), date(2025, 8, 31), YearMonth(2025, 9)),
        # 重庆: certified in 2020-05, 顺延至2021年4月
        ("500000", EMPLOYEE, date(2020, 5, 1), date(2021, 4, 30), YearMonth(2021, 5)),
        ("500000", RESIDENT, date(2020, 5, 31), date(2021, 4, 30), YearMonth(2021, 5)),
        # 江苏: 2021年8月11日认证通过…下次认证截止期为2022年8月11日
        ("320000", EMPLOYEE, date(2021, 8, 11), date(2022, 8, 11), YearMonth(2022, 9)),
        # 滑县: 2022年3月10日…有效期…至2023年3月9日
        ("410526", EMPLOYEE, date(2022, 3, 10), date(2023, 3, 9), YearMonth(2023, 4)),
        ("410000", PUBLIC_SECTOR, date(2023, 3, 10), date(2024, 3, 8), YearMonth(2024, 4)),
        # 武汉, 一个自然年度内的1月至12月
        ("420100", EMPLOYEE, date(2023, 2, 16), date(2024, 12, 31), YearMonth(2025, 1)),
        ("420100", EMPLOYEE, date(2023, 12, 31), date(2024, 12, 31), YearMonth(2025, 1)),
        ("420100", EMPLOYEE, date(2024, 1, 1), date(2025, 12, 31), YearMonth(2026, 1)),
        # 山西, 认证当月就算一个月
        ("140100", EMPLOYEE, date(2024, 5, 31), date(2025, 4, 30), YearMonth(2025, 5)),
        ("140000", RESIDENT, date(2023, 1, 1), date(2023, 12, 31), YearMonth(2024, 1)),
        # 海口: 2022年12月1日…2023年6月1日前
        ("460105", RESIDENT, date(2022, 12, 1), date(2023, 6, 1), YearMonth(2023, 7)),
        # 高阳: 2023年5月1日…2024年的5月1日之前, as the nation
        ("130628", EMPLOYEE, date(2023, 5, 1), date(2024, 5, 1), YearMonth(2024, 6)),
        # 北京, 按月计算
        ("110105", PUBLIC_SECTOR, date(2024, 1, 31), date(2025, 1, 31), YearMonth(2025, 2)),
        # 甘肃 since 2023-07-01: 365 days
        ("620100", RESIDENT, date(2023, 7, 1), date(2024, 6, 29), YearMonth(2024, 7)),
        # 天津 and the nation: to the day
        ("120000", RESIDENT, date(2023, 11, 18), date(2024, 11, 18), YearMonth(2024, 12)),
        (None, PUBLIC_SECTOR, date(2024, 12, 31), date(2025, 12, 31), YearMonth(2026, 1)),
        (None, FLEXIBLE, date(2025, 2, 7), date(2026, 2, 7), YearMonth(2026, 3)),
    ],
)
def test_places_print_examples(
    area: str | None, scheme: Scheme, certified: date, due: date, stops: YearMonth
) -> None:
    """Due day and first month without pay are those that the place prints for a certification."""
    drawing = paid(scheme, date(2018, 1, 15), certified)

    check_course(drawing, due, stops, area)
    assert certified == standing(drawing, due, area).last


def test_guangdong_s_own_years() -> None:
    """湛江: 2018年7月的…应在2019年7月底前完成再次认证,否则将在2019年8月暂停发放."""
    law = cycling("440000", RESIDENT, basis="months_after", length=12)
    drawing = paid(RESIDENT, date(2017, 9, 1), date(2018, 7, 20))

    check_course(drawing, date(2019, 7, 31), YearMonth(2019, 8), "440800", law)


def test_shenzhen_s_own_years() -> None:
    """2022年8月认证过的…在2023年8月31日前."""
    law = cycling("440000", basis="months_after", length=12)
    drawing = paid(EMPLOYEE, date(2017, 9, 1), date(2022, 8, 9))

    check_course(drawing, date(2023, 8, 31), YearMonth(2023, 9), "440300", law)


@pytest.mark.parametrize(
    ("area", "scheme", "first", "due"),
    [
        # 自领取待遇的次月起,每十二个月
        ("510000", PUBLIC_SECTOR, date(2023, 2, 15), date(2024, 2, 29)),
        ("440000", RESIDENT, date(2023, 11, 1), date(2024, 11, 30)),
        # 从首次领取养老金之月起计算
        ("500000", EMPLOYEE, date(2020, 8, 20), date(2021, 7, 31)),
        # 自领取待遇之日起每一年(365天)
        ("410000", RESIDENT, date(2022, 6, 1), date(2023, 5, 31)),
        # 新增待遇领取人员认证周期开始时间为确认享受待遇的开始时间
        ("350000", RESIDENT, date(2024, 3, 1), date(2025, 2, 28)),
        # 首次领取待遇后次年同期作为其第一个认证周期起始时间
        ("350000", EMPLOYEE, date(2024, 4, 15), date(2026, 4, 15)),
        ("350000", EMPLOYEE, date(2024, 2, 29), date(2026, 2, 28)),
        (None, EMPLOYEE, date(2024, 4, 15), date(2025, 4, 15)),
    ],
)
def test_the_first_one(area: str | None, scheme: Scheme, first: date, due: date) -> None:
    """It runs from the first payment; for employees in Fujian from a year after it."""
    drawing = paid(scheme, first)

    check_course(drawing, due, YearMonth(due.year, due.month) + 1, area)
    assert standing(drawing, due, area).last is None


def test_after_the_first_one_fujian_counts_twelve_months() -> None:
    """从这个起始时间起,每12个月至少认证一次."""
    drawing = paid(EMPLOYEE, date(2023, 11, 20), date(2025, 3, 3), date(2025, 11, 20))

    check_course(drawing, date(2026, 11, 20), YearMonth(2026, 12), "350000")


def test_an_early_certification_takes_nothing_away_in_fujian() -> None:
    """The first cycle begins a year after the first payment, whoever was certified before it."""
    drawing = paid(EMPLOYEE, date(2024, 4, 15), date(2024, 5, 1))

    check_course(drawing, date(2026, 4, 15), YearMonth(2026, 5), "350000")


class TestGuangxi:
    """From the month of the birthday to the month before the next one (2018 to 2022)."""

    @pytest.mark.parametrize(
        ("birth", "certified", "due"),
        [
            (date(1958, 5, 20), date(2019, 5, 1), date(2021, 4, 30)),
            (date(1958, 5, 20), date(2020, 4, 30), date(2021, 4, 30)),
            (date(1958, 5, 20), date(2019, 4, 30), date(2020, 4, 30)),
            (date(1958, 1, 31), date(2019, 1, 1), date(2020, 12, 31)),
            (date(1958, 1, 31), date(2019, 12, 31), date(2020, 12, 31)),
            (date(1957, 3, 8), date(2019, 2, 28), date(2020, 2, 29)),
            (date(1956, 2, 29), date(2019, 2, 1), date(2021, 1, 31)),
        ],
    )
    def test_by_birthday(self, birth: date, certified: date, due: date) -> None:
        """每年生日当月至次年生日上月: once in each such year, on any day of it."""
        person = Person(birth=birth, sex=Sex.FEMALE)
        drawing = paid(EMPLOYEE, date(2018, 7, 1), certified)
        found = [standing(drawing, on, "450000", person=person) for on in (due, due + DAY)]

        assert [(CERTIFIED, due), (SUSPENDED, due)] == [(each.state, each.due_on) for each in found]

    def test_the_month_of_birth_is_enough(self) -> None:
        """The day of birth is not asked for."""
        person = Person(birth=YearMonth(1958, 5), sex=Sex.FEMALE)
        drawing = paid(RESIDENT, date(2018, 7, 1), date(2019, 4, 30))
        found = standing(drawing, date(2020, 4, 30), "450300", person=person)

        assert (CERTIFIED, date(2020, 4, 30)) == (found.state, found.due_on)

    @pytest.mark.parametrize("scheme", [EMPLOYEE, RESIDENT])
    def test_since_2022_it_is_open(self, scheme: Scheme) -> None:
        """Later pages print twelve months; what holds now was not found."""
        drawing = paid(scheme, date(2018, 7, 1), date(2022, 2, 28))
        name = parameters.CERTIFICATION_CYCLE[scheme].name

        assert ELIGIBLE is asked(drawing, date(2022, 2, 28), "450100").outcome
        for on in (date(2022, 3, 1), date(2026, 1, 29)):
            decision = asked(drawing, on, "450100")
            assert (UNDETERMINED, None) == (decision.outcome, decision.value)
            assert (Missing(name, "450100"),) == decision.missing


class TestUnknown:
    """Where the cycle is not known, nothing is guessed."""

    DRAWING = paid(RESIDENT, date(2023, 1, 1), date(2025, 12, 1))

    @pytest.mark.parametrize("area", ["130000", "130100"])
    def test_residents_of_hebei(self, area: str) -> None:
        """Half a year by windows, or rolling: each county prints its own."""
        decision = asked(self.DRAWING, date(2026, 1, 29), area)

        assert (UNDETERMINED, None) == (decision.outcome, decision.value)
        assert (Missing("certification.cycle.resident", area),) == decision.missing
        assert [(Reason.CERTIFICATION_DUE, Verdict.UNKNOWN)] == [
            (each.reason, each.verdict) for each in decision.conditions
        ]

    def test_gansu_before_its_365_days(self) -> None:
        """180 days were asked for before 2023-07-01, since when was not found."""
        drawing = paid(EMPLOYEE, date(2023, 1, 1))
        found = [asked(drawing, on, "620000") for on in (date(2023, 6, 30), date(2023, 7, 1))]

        assert [UNDETERMINED, ELIGIBLE] == [each.outcome for each in found]

    @pytest.mark.parametrize("area", [None, "440000"])
    def test_by_official_texts_alone(self, area: str | None) -> None:
        """No official text that was read has a cycle."""
        decision = asked(
            self.DRAWING, date(2026, 1, 29), area, shipped().at_least(Evidence.OFFICIAL)
        )

        assert (Missing("certification.cycle.resident", area or "100000"),) == decision.missing
        assert decision.evidence is None

    def test_before_the_seasons_were_abolished(self) -> None:
        """Up to 2018-07-04 certification had seasons, which are not shipped."""
        drawing = paid(EMPLOYEE, date(2017, 1, 1))
        found = [asked(drawing, on).outcome for on in (date(2018, 7, 4), date(2018, 7, 5))]

        assert [UNDETERMINED, INELIGIBLE] == found

    @pytest.mark.parametrize("on", [date(2026, 1, 29), date(2020, 1, 10)])
    @pytest.mark.parametrize("scheme", Scheme)
    def test_days_that_nobody_knows(self, on: date, scheme: Scheme) -> None:
        """Data may have been matched unnoticed: without the days it is open, and never is a no."""
        unknown = asked(BenefitDrawing(scheme, date(2018, 7, 10)), on)
        never = asked(BenefitDrawing(scheme, date(2018, 7, 10), []), on)
        (due,) = unknown.conditions

        assert [UNDETERMINED, INELIGIBLE] == [unknown.outcome, never.outcome]
        assert ((Missing("certified_on"),), None) == (unknown.missing, unknown.value)
        assert (Reason.CERTIFICATION_DUE, on) == (due.reason, due.actual)
        assert due.citation == never.conditions[0].citation is not None
        assert (due.evidence, due.required) == (Evidence.SECONDARY, None)

    @pytest.mark.parametrize("certified", [None, [], [date(2025, 12, 1)]])
    def test_an_unknown_cycle_goes_before_unknown_days(self, certified: list[date] | None) -> None:
        """Where the cycle is not known the days would not help, and the day of asking is told."""
        drawing = BenefitDrawing(RESIDENT, date(2023, 1, 1), certified)
        decision = asked(drawing, date(2026, 1, 29), "130100")

        assert (Missing("certification.cycle.resident", "130100"),) == decision.missing
        assert [date(2026, 1, 29)] == [each.actual for each in decision.conditions]

    def test_a_user_knows_the_cycle(self) -> None:
        """Six months from the last one, as in 高阳: 2024年2月1日…2024年8月1日前."""
        law = cycling("130000", RESIDENT, basis="to_the_day", length=6)
        drawing = paid(RESIDENT, date(2023, 1, 1), date(2024, 2, 1))

        check_course(drawing, date(2024, 8, 1), YearMonth(2024, 9), "130628", law)


class TestLeapDay:
    """29 February, where a year is counted to the day, by days or by months."""

    @pytest.mark.parametrize(
        ("area", "certified", "due"),
        [
            ("320000", date(2024, 2, 29), date(2025, 2, 28)),
            ("320000", date(2023, 2, 28), date(2024, 2, 28)),
            ("410000", date(2024, 2, 29), date(2025, 2, 27)),
            ("410000", date(2023, 3, 1), date(2024, 2, 28)),
            ("440000", date(2024, 2, 29), date(2025, 2, 28)),
            ("440000", date(2023, 2, 28), date(2024, 2, 29)),
            ("500000", date(2024, 3, 1), date(2025, 2, 28)),
            ("500000", date(2023, 3, 1), date(2024, 2, 29)),
        ],
    )
    def test_the_last_day_of_february(self, area: str, certified: date, due: date) -> None:
        """Where the corresponding day is missing it is the last of the month."""
        drawing = paid(EMPLOYEE, date(2020, 2, 29), certified)

        assert due == standing(drawing, date(2025, 3, 1), area).due_on


class TestResumption:
    """Guangdong: 次月恢复发放,并补发暂停期间应发的养老保险待遇."""

    DRAWING = paid(RESIDENT, date(2022, 8, 1), date(2023, 7, 5))
    LATE = paid(RESIDENT, date(2022, 8, 1), date(2023, 7, 5), date(2024, 10, 12))

    @pytest.mark.parametrize(
        ("on", "unpaid"),
        [
            (date(2024, 7, 31), NONE),
            (date(2024, 8, 1), months("2024-08")),
            (date(2024, 10, 11), months("2024-08", "2024-10")),
        ],
    )
    def test_until_it_comes_month_by_month_is_unpaid(self, on: date, unpaid: MonthSet) -> None:
        """从第13个月开始暂停待遇发放: from August on."""
        found = standing(self.DRAWING, on, "440000")

        assert (unpaid, NONE, None) == (found.unpaid, found.back_paid, found.resumes)

    @pytest.mark.parametrize(
        ("on", "unpaid"),
        [
            (date(2024, 10, 12), months("2024-08", "2024-10")),
            (date(2024, 10, 31), months("2024-08", "2024-10")),
            (date(2024, 11, 1), NONE),
            (date(2025, 10, 31), NONE),
        ],
    )
    def test_then_it_goes_on_from_the_next_month(self, on: date, unpaid: MonthSet) -> None:
        """Certified in October: paid from November, with August to October."""
        found = standing(self.LATE, on, "440000")

        assert (CERTIFIED, date(2025, 10, 31)) == (found.state, found.due_on)
        assert (YearMonth(2024, 11), months("2024-08", "2024-10")) == (
            found.resumes,
            found.back_paid,
        )
        assert unpaid == found.unpaid

    def test_late_within_the_month_it_is_late_for_nothing(self) -> None:
        """Overdue from 2026-02-08, certified on the 28th: no payment was missed."""
        drawing = paid(EMPLOYEE, date(2025, 2, 7), date(2026, 2, 28))
        found = standing(drawing, date(2026, 3, 31))

        assert (CERTIFIED, None) == (found.state, found.resumes)
        assert NONE == found.unpaid | found.back_paid

    def test_late_twice(self) -> None:
        """The months missed before both are paid back; those before the next are not yet."""
        drawing = paid(EMPLOYEE, date(2020, 1, 10), date(2021, 3, 3), date(2022, 4, 30))
        found = standing(drawing, date(2023, 6, 1))

        assert MonthSet([*months("2021-02", "2021-03"), "2022-04"]) == found.back_paid
        assert (SUSPENDED, months("2023-05", "2023-06")) == (found.state, found.unpaid)
        assert found.resumes is None
        assert YearMonth(2022, 5) == standing(drawing, date(2022, 6, 1)).resumes

    def test_a_place_that_does_not_pay_back(self) -> None:
        """Where the months between are lost, none is paid back."""
        law = stopping("next_month", "next_month", is_back_paid=False)
        found = standing(self.LATE, date(2024, 10, 31), law=law)

        assert (NONE, months("2024-08", "2024-10")) == (found.back_paid, found.unpaid)

    def test_a_place_that_pays_at_once(self) -> None:
        """Resumed in the month of the certification: August and September are paid back."""
        law = stopping("next_month", "this_month")
        found = standing(self.LATE, date(2024, 10, 12), "440000", law)

        assert (YearMonth(2024, 10), NONE) == (found.resumes, found.unpaid)
        assert months("2024-08", "2024-09") == found.back_paid

    @pytest.mark.parametrize("on", [date(2026, 2, 8), date(2026, 2, 28)])
    def test_harbin_stops_in_the_month_it_lapses(self, on: date) -> None:
        """逾期当月将暂停发放: due on 2026-02-07, February is not paid from the 8th on."""
        law = stopping("this_month", "next_month")
        found = standing(paid(EMPLOYEE, date(2025, 2, 7)), on, law=law)

        assert (SUSPENDED, YearMonth(2026, 2), months("2026-02")) == (
            found.state,
            found.suspended_from,
            found.unpaid,
        )

    def test_the_rule_of_a_place_holds_there_alone(self) -> None:
        """With such a rule for 哈尔滨 the rest of the nation still stops with the next month."""
        rule = {"suspended": "this_month", "resumed": "next_month", "is_back_paid": True}
        law = shipped().replacing(SUSPENSION, rule, area="230100")
        drawing = paid(EMPLOYEE, date(2025, 2, 7))
        found = [standing(drawing, date(2026, 2, 8), area, law) for area in ("230103", "230200")]

        assert [SUSPENDED, OVERDUE] == [each.state for each in found]

    def test_a_month_that_ends_on_the_due_day_is_paid_in_harbin(self) -> None:
        """Due on the last day of January, it lapses in February."""
        law = stopping("this_month", "next_month")
        drawing = paid(EMPLOYEE, date(2025, 1, 31))

        check_course(drawing, date(2026, 1, 31), YearMonth(2026, 2), None, law)

    def test_in_time_is_in_time_in_harbin(self) -> None:
        """Due on 2026-02-07 and certified on the 3rd, February is paid."""
        law = stopping("this_month", "next_month")
        drawing = paid(EMPLOYEE, date(2025, 2, 7), date(2026, 2, 3))
        found = standing(drawing, date(2026, 2, 3), law=law)

        assert (CERTIFIED, None) == (found.state, found.resumes)
        assert NONE == found.unpaid | found.back_paid

    @pytest.mark.parametrize("resumed", ["this_month", "next_month"])
    def test_on_the_last_day_is_in_time_in_harbin(self, resumed: str) -> None:
        """Due on 2026-02-07 and certified that day, nothing stopped; a day later February did."""
        law = stopping("this_month", resumed)
        due = date(2026, 2, 7)
        found = standing(paid(EMPLOYEE, date(2025, 2, 7), due), due, law=law)
        late = standing(paid(EMPLOYEE, date(2025, 2, 7), due + DAY), due + DAY, law=law)

        assert (CERTIFIED, None, NONE) == (found.state, found.resumes, found.unpaid)
        assert YearMonth(2026, 2 if resumed == "this_month" else 3) == late.resumes

    def test_a_second_certification_pays_no_sooner(self) -> None:
        """Certified late on 3 March, by data again on the 4th: paid from April all the same."""
        late = date(2025, 3, 3)
        twice = paid(EMPLOYEE, date(2024, 1, 10), late, late + DAY)
        expected = standing(paid(EMPLOYEE, date(2024, 1, 10), late), late + 2 * DAY)
        found = standing(twice, late + 2 * DAY)

        assert months("2025-02", "2025-03") == expected.unpaid
        assert expected.unpaid == found.unpaid

    def test_payments_that_stopped_resume(self) -> None:
        """Suspended on 14 February and certified on the 15th, payments go on with February."""
        law = stopping("next_month", "this_month")
        drawing = paid(EMPLOYEE, date(2024, 1, 10), date(2025, 2, 15))

        assert SUSPENDED is standing(drawing, date(2025, 2, 14), law=law).state
        assert YearMonth(2025, 2) == standing(drawing, date(2025, 2, 15), law=law).resumes

    def test_lost_months_stay_unpaid(self) -> None:
        """Where nothing is paid back, months not paid up to the day remain so."""
        law = stopping("next_month", "next_month", is_back_paid=False)
        drawing = paid(EMPLOYEE, date(2024, 1, 10), date(2025, 3, 3))

        assert months("2025-02", "2025-03") == standing(drawing, date(2025, 4, 5), law=law).unpaid

    @pytest.mark.parametrize(
        ("suspended", "resumed", "missed", "resumes"),
        [
            ("this_month", "this_month", ("2024-01..2024-02", "2025-03..2025-04"), "2025-05"),
            ("this_month", "next_month", ("2024-01..2024-03", "2025-03..2025-05"), "2025-06"),
            ("next_month", "this_month", ("2024-02..2024-02", "2025-04..2025-04"), "2025-05"),
            ("next_month", "next_month", ("2024-02..2024-03", "2025-04..2025-05"), "2025-06"),
        ],
    )
    @pytest.mark.parametrize("is_back_paid", [True, False])
    def test_two_lapses_under_every_rule(
        self,
        suspended: str,
        resumed: str,
        missed: tuple[str, str],
        resumes: str,
        is_back_paid: bool,
    ) -> None:
        """Due on 2024-01-10 and 2025-03-03, late to 3 March and 20 May: paid back, or lost, alike."""
        law = stopping(suspended, resumed, is_back_paid=is_back_paid)
        late = date(2025, 5, 20)
        drawing = paid(EMPLOYEE, date(2023, 1, 10), date(2024, 3, 3), late)
        spans = [months(*each.split("..")) for each in missed]
        both = spans[0] | spans[1]
        waiting = spans[1] if resumed == "next_month" else NONE

        eve = standing(drawing, late - DAY, law=law)
        assert SUSPENDED is eve.state
        assert (spans[0] if is_back_paid else NONE) == eve.back_paid
        held = spans[1] if resumed == "next_month" else spans[1] | months("2025-05")
        assert (held if is_back_paid else spans[0] | held) == eve.unpaid
        for on, unpaid in ((late, waiting), (date(2025, 5, 31), waiting), (date(2025, 6, 1), NONE)):
            found = standing(drawing, on, law=law)
            assert (CERTIFIED, YearMonth.parse(resumes)) == (found.state, found.resumes)
            assert (both if is_back_paid else NONE) == found.back_paid
            assert (unpaid if is_back_paid else both) == found.unpaid

    @pytest.mark.parametrize("is_back_paid", [True, False])
    def test_a_second_certification_in_the_month_of_a_late_one(self, is_back_paid: bool) -> None:
        """It moves the due day on; up to the turn of the month payments resume as the first one said."""
        law = stopping("next_month", "next_month", is_back_paid=is_back_paid)
        late, again = date(2025, 3, 3), date(2025, 3, 20)
        missed = months("2025-02", "2025-03")
        drawing = paid(EMPLOYEE, date(2024, 1, 10), late, again)

        found = standing(drawing, date(2025, 3, 31), law=law)
        assert (again, date(2026, 3, 20)) == (found.last, found.due_on)
        assert (YearMonth(2025, 4), missed) == (found.resumes, found.unpaid)
        assert (missed if is_back_paid else NONE) == found.back_paid

        found = standing(drawing, date(2025, 4, 1), law=law)
        assert (None, missed if is_back_paid else NONE) == (found.resumes, found.back_paid)
        assert (NONE if is_back_paid else missed) == found.unpaid


class TestHarbin:
    """逾期当月将暂停发放…认证成功后，养老金于次月起恢复发放，并补发, since the report of 2023-02-23."""

    def test_it_stops_in_the_month_it_lapses(self) -> None:
        """Due on 2026-02-07, February is not paid from the 8th on, and is paid back in April."""
        drawing = paid(EMPLOYEE, date(2025, 1, 10), date(2025, 2, 7), date(2026, 3, 5))
        found = [standing(drawing, date(2026, 2, 8), area) for area in ("230103", "230200", None)]

        assert [SUSPENDED, OVERDUE, OVERDUE] == [each.state for each in found]
        later = standing(drawing, date(2026, 3, 5), "230100")
        assert (YearMonth(2026, 4), months("2026-02", "2026-03")) == (
            later.resumes,
            later.back_paid,
        )

    @pytest.mark.parametrize(("on", "state"), [(22, OVERDUE), (23, SUSPENDED)])
    def test_the_rule_begins_with_the_report(self, on: int, state: CertificationState) -> None:
        """Due on 2023-02-10, on the 22nd it is the nation's rule that holds."""
        drawing = paid(EMPLOYEE, date(2022, 1, 10), date(2022, 2, 10))

        assert state is standing(drawing, date(2023, 2, on), "230100").state


class TestBeforeTheLaw:
    """Lapses of a time for which no cycle is known are not told."""

    @pytest.mark.parametrize(
        ("valid_from", "missed"),
        [
            (date(2021, 1, 10), months("2021-02", "2021-05")),
            (date(2021, 5, 3), months("2021-02", "2021-05")),
            (date(2021, 5, 4), NONE),
            (date(2024, 1, 1), NONE),
        ],
    )
    def test_a_lapse_that_ended(self, valid_from: date, missed: MonthSet) -> None:
        """Due on 2021-01-10, certified on 3 May: told if the cycle held on that day."""
        cycle = {"basis": "to_the_day", "length": 12}
        law = shipped().replacing(
            parameters.CERTIFICATION_CYCLE[EMPLOYEE], cycle, area="130000", valid_from=valid_from
        )
        drawing = paid(EMPLOYEE, date(2020, 1, 10), date(2021, 5, 3), date(2025, 12, 1))
        found = standing(drawing, date(2026, 1, 29), "130000", law)

        assert (CERTIFIED, date(2026, 12, 1)) == (found.state, found.due_on)
        assert missed == found.back_paid - months("2022-06", "2025-12")

    def test_each_lapse_by_itself(self) -> None:
        """Due on 2021-01-10 and 2022-05-03: only the second lies within the law."""
        cycle = {"basis": "to_the_day", "length": 12}
        law = shipped().replacing(
            parameters.CERTIFICATION_CYCLE[EMPLOYEE], cycle, valid_from=date(2022, 1, 1)
        )
        drawing = paid(EMPLOYEE, date(2020, 1, 10), date(2021, 5, 3), date(2022, 8, 9))

        found = standing(drawing, date(2023, 1, 1), law=law)
        assert months("2022-06", "2022-08") == found.back_paid

    def test_a_lapse_that_lasts_is_no_payment(self) -> None:
        """Certified in Beijing in June 2022 for the last time: nobody may read that it is paid."""
        drawing = paid(EMPLOYEE, date(2020, 1, 15), date(2022, 6, 1))
        decision = asked(drawing, date(2026, 1, 29), "110000")

        assert INELIGIBLE is decision.outcome
        assert {Verdict.NOT_MET} == {each.verdict for each in decision.conditions}


class TestWithoutRuleOnPayments:
    """A law that has a cycle and no rule on what being late costs."""

    LAW = (
        shipped()
        .at_least("official")
        .replacing(
            parameters.CERTIFICATION_CYCLE[EMPLOYEE],
            {"basis": "to_the_day", "length": 12},
            evidence="official",
        )
    )

    def test_no_month_is_named(self) -> None:
        """Long overdue, certified late: nothing is said of months."""
        drawing = paid(EMPLOYEE, date(2020, 1, 10), date(2022, 6, 1))
        found = standing(drawing, date(2026, 1, 29), law=self.LAW)

        assert date(2023, 6, 1) == found.due_on
        assert (None, None) == (found.suspended_from, found.resumes)
        assert NONE == found.unpaid | found.back_paid

    def test_the_outcome_is_that_of_the_cycle(self) -> None:
        """Whether it is due is known all the same."""
        drawing = paid(EMPLOYEE, date(2025, 1, 10))
        found = [asked(drawing, on, law=self.LAW) for on in (date(2026, 1, 10), date(2026, 1, 11))]

        assert [ELIGIBLE, INELIGIBLE] == [each.outcome for each in found]
        assert [Evidence.OFFICIAL] * 2 == [each.evidence for each in found]

    @pytest.mark.parametrize(("area", "place"), [(None, "100000"), ("440300", "440300")])
    def test_that_it_is_paid_is_open_and_the_answer_no(self, area: str | None, place: str) -> None:
        """Overdue is no; whether the benefit is paid nobody knows, and the place's rule is named."""
        cycle = {"basis": "to_the_day", "length": 12}
        law = self.LAW.replacing(parameters.CERTIFICATION_CYCLE[EMPLOYEE], cycle, area="440000")
        decision = asked(paid(EMPLOYEE, date(2025, 1, 10)), date(2026, 1, 11), area, law)
        due, payments = decision.conditions

        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)
        assert (Verdict.NOT_MET, Verdict.UNKNOWN) == (due.verdict, payments.verdict)
        assert Reason.CERTIFICATION_PAID is payments.reason
        assert (Missing(SUSPENSION.name, place),) == payments.needs
        assert decision.value is not None
        assert OVERDUE is decision.value.state


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 1, 10), [(Reason.CERTIFICATION_DUE, Verdict.MET)]),
        (
            date(2025, 1, 11),
            [
                (Reason.CERTIFICATION_DUE, Verdict.NOT_MET),
                (Reason.CERTIFICATION_PAID, Verdict.MET),
            ],
        ),
        (
            date(2025, 2, 1),
            [
                (Reason.CERTIFICATION_DUE, Verdict.NOT_MET),
                (Reason.CERTIFICATION_PAID, Verdict.NOT_MET),
            ],
        ),
    ],
)
def test_who_is_late_is_told_whether_payments_go_on(
    on: date, expected: list[tuple[Reason, Verdict]]
) -> None:
    """Certified, there is one condition; overdue, a second: paid to the end of the month of January."""
    decision = asked(paid(EMPLOYEE, date(2024, 1, 10)), on)

    assert expected == [(each.reason, each.verdict) for each in decision.conditions]
    assert [YearMonth(2025, 2)] * (len(expected) - 1) == [
        each.required for each in decision.conditions[1:]
    ]
    assert (ELIGIBLE if len(expected) == 1 else INELIGIBLE) is decision.outcome


@pytest.mark.parametrize(
    ("lang", "unpaid", "resumed"),
    [
        ("zh", "暂停发放的月份: 2025-02..2025-03", "自2025年4月起恢复发放，补发: 2025-02..2025-03"),
        (
            "en",
            "months not paid: 2025-02..2025-03",
            "paid again from 2025-04, paid back: 2025-02..2025-03",
        ),
    ],
)
def test_an_overview_tells_when_payments_go_on(lang: str, unpaid: str, resumed: str) -> None:
    """Late on 3 March: unpaid to the end of the month, then paid again, with the months between."""
    drawing = paid(EMPLOYEE, date(2024, 1, 10), date(2025, 3, 3))
    found = [
        overview(PERSON, ContributionHistory(), on=on, drawing=drawing).text(lang)
        for on in (date(2025, 3, 31), date(2025, 4, 1))
    ]

    assert [True, False] == [unpaid in text for text in found]
    assert [True, True] == [resumed in text for text in found]


def test_the_grade_of_the_rule_on_payments_travels() -> None:
    """An answer that payments are suspended is no better than the text that says so."""
    cycle = parameters.CERTIFICATION_CYCLE[EMPLOYEE]
    law = shipped().replacing(cycle, {"basis": "to_the_day", "length": 12}, evidence="official")
    decision = asked(paid(EMPLOYEE, date(2024, 1, 10)), date(2026, 1, 29), law=law)

    assert decision.value is not None
    assert SUSPENDED is decision.value.state
    assert Evidence.SECONDARY is decision.evidence


def test_the_condition_carries_its_law() -> None:
    """Required is the due day, found the day of asking; the text of the place is cited."""
    drawing = paid(PUBLIC_SECTOR, date(2024, 1, 10), date(2025, 2, 7))
    decision = asked(drawing, date(2026, 2, 8))
    due, payments = decision.conditions

    assert (Reason.CERTIFICATION_PAID, Verdict.MET) == (payments.reason, payments.verdict)
    assert YearMonth(2026, 3) == payments.required
    assert Question.CERTIFICATION is decision.question
    assert (Reason.CERTIFICATION_DUE, Verdict.NOT_MET) == (due.reason, due.verdict)
    assert (date(2026, 2, 7), date(2026, 2, 8)) == (due.required, due.actual)
    assert due.citation is not None
    assert "第四十六条" == due.citation.article
    assert Evidence.SECONDARY is decision.evidence
    assert decision.value is not None
    assert due.citation == decision.value.cycle.citation


@pytest.mark.parametrize("scheme", Scheme)
def test_every_scheme_has_a_cycle(scheme: Scheme) -> None:
    """Who was insured alone draws the pension of employees, on their cycle."""
    name = {FLEXIBLE: "employee"}.get(scheme, scheme.value)
    found = standing(paid(scheme, date(2025, 2, 7)), date(2026, 2, 7))

    assert f"certification.cycle.{name}" == found.cycle.parameter


def test_certifications_ahead_are_left_out() -> None:
    """What is entered for a later day counts from that day on."""
    drawing = paid(EMPLOYEE, date(2024, 1, 10), date(2025, 1, 9), date(2026, 1, 5))

    assert date(2025, 1, 9) == standing(drawing, date(2026, 1, 4)).last
    assert date(2026, 1, 5) == standing(drawing, date(2026, 1, 5)).last


class TestRefused:
    """Wrong input is refused by the name of its field."""

    DRAWING = paid(EMPLOYEE, date(2025, 2, 7))
    ON = date(2026, 1, 29)

    @pytest.mark.parametrize("nobody", [None, "王", DRAWING])
    def test_nobody(self, nobody: object) -> None:
        """A name and a benefit are no person."""
        with pytest.raises(PersonError, match=r"^person: '\*\*\*' is of type"):
            asked(self.DRAWING, self.ON, person=cast("Any", nobody))

    @pytest.mark.parametrize("nothing", [None, date(2025, 2, 7), PERSON])
    def test_no_benefit(self, nothing: object) -> None:
        """A day alone is no benefit that is drawn."""
        with pytest.raises(PeriodError, match=r"^drawing: .* is of type .*a BenefitDrawing"):
            asked(cast("Any", nothing), self.ON)

    @pytest.mark.parametrize("on", ["2026-01-29", datetime(2026, 1, 29), None, 20260129])  # noqa: DTZ001
    def test_no_day(self, on: object) -> None:
        """A text, a moment and a number are no day."""
        with pytest.raises(MonthError, match=r"^on: .* is of type"):
            asked(self.DRAWING, cast("Any", on))

    def test_a_benefit_that_begins_later(self) -> None:
        """Nobody is asked to prove a benefit that is not paid yet; on its first day, yes."""
        with pytest.raises(PeriodError) as caught:
            asked(self.DRAWING, date(2025, 2, 6))

        assert "from_day: '2025-02-07' is after the day; expected 2025-02-06 or earlier" == str(
            caught.value
        )
        assert ELIGIBLE is asked(self.DRAWING, date(2025, 2, 7)).outcome

    def test_no_area_and_no_law(self) -> None:
        """A name is no code, a dictionary no law."""
        with pytest.raises(RuleError, match="area: '重庆' is not an area code"):
            asked(self.DRAWING, self.ON, "重庆")
        with pytest.raises(RuleError, match=r"law: .* is of type dict"):
            asked(self.DRAWING, self.ON, law=cast("Any", {}))
