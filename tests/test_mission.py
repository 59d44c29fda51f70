"""Rows of the mission, each answered with one call through ``import shebao as sb`` alone."""

from __future__ import annotations

from datetime import date

import pytest

import shebao as sb

ON = date(2026, 1, 29)
SHIJIAZHUANG = "130100"

WOMAN = sb.Person(
    birth=date(1975, 12, 3),
    sex=sb.Sex.FEMALE,
    retirement_category=sb.RetirementCategory.FEMALE_50,
    household_registration=SHIJIAZHUANG,
)
RECORD = sb.ContributionHistory(
    [
        sb.ContributionPeriod(
            sb.PENSION, sb.MonthSpan("2014-01", "2014-12"), base="2312", area=SHIJIAZHUANG
        ),
        sb.ContributionPeriod(
            sb.PENSION, sb.MonthSpan("2015-01", "2016-06"), base="2620.50", area=SHIJIAZHUANG
        ),
        sb.ContributionPeriod(
            sb.MEDICAL, sb.MonthSpan("2001-01", "2025-09"), base="4000", area=SHIJIAZHUANG
        ),
        sb.ContributionPeriod(
            sb.UNEMPLOYMENT, sb.MonthSpan("2024-06", "2025-09"), base="4000", area=SHIJIAZHUANG
        ),
        sb.ContributionPeriod(
            sb.WORK_INJURY, sb.MonthSpan("2024-06", "2025-09"), base="4000", area=SHIJIAZHUANG
        ),
    ]
)


class TestA1:
    """Five kinds of insurance, for employees; two of them for residents too."""

    def test_the_kinds(self) -> None:
        """Social insurance is pension, medical, unemployment, work injury and maternity."""
        assert list(sb.InsuranceKind) == [
            sb.PENSION,
            sb.MEDICAL,
            sb.UNEMPLOYMENT,
            sb.WORK_INJURY,
            sb.MATERNITY,
        ]
        assert [kind.zh for kind in sb.InsuranceKind] == [
            "基本养老保险",
            "基本医疗保险",
            "失业保险",
            "工伤保险",
            "生育保险",
        ]

    def test_the_schemes(self) -> None:
        """One is insured as an employee, alone, as a resident, or in the public sector."""
        assert {scheme.zh for scheme in sb.Scheme} == {"职工", "灵活就业", "城乡居民", "机关事业"}

    @pytest.mark.parametrize("kind", list(sb.InsuranceKind))
    def test_employees_have_all_five(self, kind: sb.InsuranceKind) -> None:
        """An employee's month exists in every kind."""
        period = sb.ContributionPeriod(kind, "2026-01", scheme=sb.Scheme.EMPLOYEE)
        assert period.scheme is sb.Scheme.EMPLOYEE

    @pytest.mark.parametrize("kind", [sb.PENSION, sb.MEDICAL])
    def test_residents_have_two(self, kind: sb.InsuranceKind) -> None:
        """Urban and rural residents have pension and medical insurance."""
        period = sb.ContributionPeriod(kind, "2026-01", scheme=sb.Scheme.RESIDENT)
        assert period.scheme is sb.Scheme.RESIDENT

    @pytest.mark.parametrize("kind", [sb.UNEMPLOYMENT, sb.WORK_INJURY, sb.MATERNITY])
    def test_residents_have_no_more(self, kind: sb.InsuranceKind) -> None:
        """Residents have no unemployment, work-injury or maternity insurance."""
        with pytest.raises(sb.PeriodError) as caught:
            sb.ContributionPeriod(kind, "2026-01", scheme=sb.Scheme.RESIDENT)
        assert caught.value.field == "scheme"


class TestA6:
    """A break and what it does to each kind."""

    def test_cumulative_months(self) -> None:
        """Of the pension 30 months are paid in total."""
        assert sb.counting.cumulative(RECORD, sb.PENSION, on=ON).months == 30

    @pytest.mark.parametrize(("day", "months"), [(ON, 297), (date(2026, 2, 1), 0)])
    def test_continuous_months(self, day: date, months: int) -> None:
        """Last paid for 2025-09, the medical run is alive on 2026-01-29, broken on 2026-02-01."""
        decision = sb.medical.continuity(RECORD, on=day, area=SHIJIAZHUANG)
        assert decision.value is not None
        assert decision.value.continuous.months == months
        assert decision.value.cumulative.months == 297
        assert decision.eligible is (months > 0)

    def test_gaps(self) -> None:
        """Since October 2025 medical insurance has a gap that is still open, of three months."""
        found = sb.counting.gaps(RECORD, sb.MEDICAL, on=ON)
        assert [(gap.span, gap.months, gap.is_open) for gap in found] == [
            (sb.MonthSpan("2025-10", "2025-12"), 3, True)
        ]

    def test_the_effect_of_a_planned_break(self) -> None:
        """From October on, five more months without insurance cost five months of each kind."""
        cost = sb.breaks.impact(
            RECORD, sb.MonthSpan("2026-02", "2026-06"), on=ON, area=SHIJIAZHUANG
        )
        lost = {each.kind: each.cumulative_lost for each in cost.kinds}
        assert lost == dict.fromkeys(sb.InsuranceKind, 5)

    def test_unemployment_needs_a_year_in_total(self) -> None:
        """Sixteen months in total are a year; whether one left against one's will is asked."""
        decision = sb.unemployment.eligibility(
            RECORD, on=ON, separation=sb.Separation.DISMISSED, registered=True
        )
        assert decision.eligible is True

    def test_work_injury_is_the_employers(self) -> None:
        """In arrears the employer bears what an injury costs; without a record there is no cover."""
        owed = sb.ContributionPeriod(
            sb.WORK_INJURY, "2026-01", status=sb.PaymentStatus.ARREARS, employer="A"
        )
        answers = [
            sb.work_injury.cover(record, on=ON)
            for record in (sb.ContributionHistory([owed]), RECORD)
        ]
        assert [answer.eligible for answer in answers] == [False, False]
        assert [answer.value for answer in answers] == [sb.Payer.EMPLOYER, None]


class TestA7:
    """The contribution base."""

    def test_a_base_from_a_years_wages(self) -> None:
        """Wages of 3000 in 2023 give the base 3921 in Hebei in 2024, its lower limit."""
        made = sb.bases.contribution_base(["3000"] * 12, on=date(2024, 1, 1), area=SHIJIAZHUANG)
        assert made.base == 3921

    def test_limits_that_are_not_known(self) -> None:
        """The limits of 2026 were not found, and the answer says so."""
        made = sb.bases.contribution_base(["3000"] * 12, on=ON, area=SHIJIAZHUANG)
        with pytest.raises(sb.UndeterminedError, match=r"contribution_base\.floor \(130100"):
            _ = made.base

    def test_an_average_over_a_window(self) -> None:
        """Over 2014 and 2015 the bases 2312 and 2620.50 average 2466.25."""
        window = sb.MonthSpan("2014-01", "2015-12")
        average = sb.bases.average_base(RECORD, sb.PENSION, on=ON, window=window)
        assert str(average.amount) == "2466.25"

    def test_an_average_index(self) -> None:
        """With the wage 4624 of 2013 and 5241 of 2014 and 2015 the index is a half."""
        wages = sb.WageSeries.by_year({2013: 4624, 2014: 5241, 2015: 5241})
        assert str(sb.bases.average_index(RECORD, on=ON, wages=wages).rounded()) == "0.5000"


class TestA8:
    """Who may draw a pension."""

    def test_neither_age_nor_years(self) -> None:
        """At 50 with 30 months she may not draw it: 6 months of delay and 150 months are missing."""
        decision = sb.pension.eligibility(WOMAN, RECORD, on=ON)
        assert decision.eligible is False
        assert decision.value is not None
        reached = decision.value.retirement
        assert (str(reached.month), reached.delay_months) == ("2026-06", 6)
        assert (decision.value.required_months, decision.value.short_by) == (180, 150)

    @pytest.mark.parametrize(
        ("year", "months"), [(2026, 180), (2029, 180), (2030, 186), (2038, 234), (2039, 240)]
    )
    def test_fifteen_years_rise_to_twenty(self, year: int, months: int) -> None:
        """The minimum is 15 years until 2029 and rises by half a year each year to 20 in 2039."""
        assert sb.retirement.minimum_contribution_months(year) == months

    def test_the_month_of_retirement(self) -> None:
        """A man born in January 1965 is the first to wait one month longer."""
        reached = sb.retirement.statutory(date(1965, 1, 8), sb.RetirementCategory.MALE)
        assert (str(reached.month), reached.age_months, reached.delay_months) == ("2025-02", 721, 1)

    def test_age_and_years(self) -> None:
        """With 15 years paid he may draw the pension from the day on which he reaches the age."""
        man = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
        paid = sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2001-01", "2015-12"))
        record = sb.ContributionHistory([paid])
        decision = sb.pension.eligibility(man, record, on=date(2025, 2, 8))
        assert decision.eligible is True

    def test_residents(self) -> None:
        """A resident of 60 years with 15 years paid and no other pension may draw one."""
        man = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
        paid = sb.ContributionPeriod(
            sb.PENSION, sb.MonthSpan("2010-01", "2024-12"), scheme=sb.Scheme.RESIDENT
        )
        decision = sb.resident.pension_eligibility(
            man,
            sb.ContributionHistory([paid]),
            on=date(2025, 1, 8),
            draws_other_pension=False,
        )
        assert decision.eligible is True

    def test_the_reasons_can_be_read(self) -> None:
        """The decision says in Chinese what was asked, when, and that the answer is no."""
        text = sb.explain(sb.pension.eligibility(WOMAN, RECORD, on=ON), "zh")
        assert text.splitlines()[0] == (
            "按法定退休年龄，能否按月领取职工基本养老金（2026-01-29）：不符合条件"
        )


class TestB1:
    """Declared is not paid."""

    ARREARS = sb.ContributionHistory(
        [
            sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2025-01", "2025-03")),
            sb.ContributionPeriod(
                sb.MEDICAL,
                "2025-04",
                status=sb.PaymentStatus.BACK_PAID,
                declared_on=date(2025, 4, 20),
                settled_on=date(2025, 9, 5),
            ),
            sb.ContributionPeriod(sb.MEDICAL, "2025-05"),
        ]
    )

    @pytest.mark.parametrize(
        ("day", "state", "months"),
        [
            (date(2025, 9, 4), sb.MonthState.ARREARS, 4),
            (date(2025, 9, 5), sb.MonthState.BACK_PAID, 5),
        ],
    )
    def test_before_and_after_the_settlement(
        self, day: date, state: sb.MonthState, months: int
    ) -> None:
        """A declared month is in arrears until it is paid in full; then it is back-paid and counts."""
        states = sb.arrears.states(self.ARREARS, sb.MEDICAL, on=day)
        found = next(each.state for each in states if sb.YearMonth(2025, 4) in each.span)
        assert found is state
        assert sb.counting.cumulative(self.ARREARS, sb.MEDICAL, on=day).months == months

    def test_arrears_are_no_gap(self) -> None:
        """A month in arrears is no gap; a month that nobody declared is."""
        states = sb.arrears.states(self.ARREARS, sb.MEDICAL, on=date(2025, 9, 4))
        assert [(str(each.span), each.state) for each in states] == [
            ("2025-01..2025-03", sb.MonthState.PAID),
            ("2025-04", sb.MonthState.ARREARS),
            ("2025-05", sb.MonthState.PAID),
            ("2025-06..2025-08", sb.MonthState.GAP),
        ]

    def test_a_month_that_is_not_overdue_is_pending(self) -> None:
        """A declared month that is not overdue is pending: no arrears, no gap, no count."""
        record = sb.ContributionHistory(
            [sb.ContributionPeriod(sb.MEDICAL, "2026-01", status=sb.PaymentStatus.PENDING)]
        )
        states = sb.arrears.states(record, sb.MEDICAL, on=ON)
        assert [each.state for each in states] == [sb.MonthState.PENDING]
