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

    def test_the_insurance_year_is_the_places_own(self) -> None:
        """Beijing's runs from July, on the wages of the year before; nobody's is guessed."""
        year = sb.bases.insurance_year(on=ON, area="110000")
        assert (str(year.span), year.base_year) == ("2025-07..2026-06", 2024)

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


ANN = sb.Person(birth=date(1996, 5, 1), sex=sb.Sex.FEMALE)
MAY = sb.Person(birth=date(1968, 2, 3), sex=sb.Sex.FEMALE)
TO_MOTHER = sb.FamilyTie(ANN, MAY, sb.Kinship.PARENT)


def owner_in(area: str) -> sb.MedicalMember:
    """The owner, insured in an area."""
    return sb.MedicalMember(
        person=ANN,
        area=area,
        scheme=sb.Scheme.EMPLOYEE,
        is_insured=True,
        has_account=True,
        is_in_good_standing=True,
    )


def mother_in(area: str) -> sb.MedicalMember:
    """Her mother, insured in an area."""
    return sb.MedicalMember(person=MAY, area=area, scheme=sb.Scheme.RESIDENT, is_insured=True)


OWNER, MOTHER = owner_in("440300"), mother_in("440300")


def may_share(owner: str, relative: str, on: date) -> bool | None:
    """Whether the owner in one area may share with her mother in another on a day."""
    return sb.sharing.eligibility(owner_in(owner), mother_in(relative), TO_MOTHER, on=on).eligible


class TestA2:
    """A family member may use the balance of one's medical account after a binding."""

    #: What the row says of each channel; these papers are attested for Shenzhen.
    CHANNELS = (
        (
            sb.BindingChannel.PERSONAL_PAGE,
            {sb.Need.SOCIAL_INSURANCE_NUMBER, sb.Need.IDENTITY_NUMBER, sb.Need.RELATION},
        ),
        (
            sb.BindingChannel.MEDICAL_COUNTER,
            {sb.Need.OWNER_CARD, sb.Need.RELATIVE_CARD_NUMBER, sb.Need.IDENTITY_DOCUMENT},
        ),
        (
            sb.BindingChannel.HOSPITAL_OFFICE,
            {sb.Need.OWNER_CARD, sb.Need.RELATIVE_CARD_NUMBER},
        ),
    )

    @pytest.mark.parametrize(("channel", "needs"), CHANNELS)
    def test_each_channel_asks_for_its_data_and_papers(
        self, channel: sb.BindingChannel, needs: set[sb.Need]
    ) -> None:
        """In Shenzhen page, counter and hospital each ask for the numbers or cards of the row."""
        found = sb.sharing.channels(on=ON, area="440300")
        assert [needs] == [set(each.needs or ()) for each in found if each.channel is channel]

    @pytest.mark.parametrize(("channel", "needs"), CHANNELS)
    def test_with_them_the_mother_is_bound(
        self, channel: sb.BindingChannel, needs: set[sb.Need]
    ) -> None:
        """With what the channel asks for, and both willing, a binding is made from that day on."""
        decision = sb.sharing.bind(
            OWNER,
            MOTHER,
            TO_MOTHER,
            on=ON,
            channel=channel,
            owner_agrees=True,
            relative_agrees=True,
            given=needs,
        )
        assert decision.eligible is True
        assert decision.value is not None
        assert (ANN, MAY, ON) == (
            decision.value.owner,
            decision.value.relative,
            decision.value.from_day,
        )
        assert (decision.value,) == sb.sharing.active([decision.value], on=ON, relative=MAY)

    @pytest.mark.parametrize(("channel", "needs"), CHANNELS)
    def test_without_one_of_them_she_is_not(
        self, channel: sb.BindingChannel, needs: set[sb.Need]
    ) -> None:
        """Where one paper or number is missing no binding is made."""
        answers = [
            sb.sharing.bind(
                OWNER,
                MOTHER,
                TO_MOTHER,
                on=ON,
                channel=channel,
                owner_agrees=True,
                relative_agrees=True,
                given=needs - {need},
            )
            for need in needs
        ]
        assert [(False, None)] * len(needs) == [(each.eligible, each.value) for each in answers]

    def test_nationally_two_channels_are_known(self) -> None:
        """Everywhere there are the online platform and the counter; their papers are the place's."""
        assert [
            (sb.BindingChannel.ONLINE, None),
            (sb.BindingChannel.MEDICAL_COUNTER, None),
        ] == [(each.channel, each.needs) for each in sb.sharing.channels(on=ON)]

    def test_papers_that_are_not_known_leave_a_binding_open(self) -> None:
        """In Shijiazhuang nobody knows what the counter asks for: the answer names that law."""
        decision = sb.sharing.bind(
            owner_in(SHIJIAZHUANG),
            mother_in("130200"),
            TO_MOTHER,
            on=ON,
            channel=sb.BindingChannel.MEDICAL_COUNTER,
            owner_agrees=True,
            relative_agrees=True,
            given=list(sb.Need),
        )
        assert decision.eligible is None
        assert [("sharing.channel.medical_counter", SHIJIAZHUANG)] == [
            (each.name, each.area) for each in decision.missing
        ]

    def test_a_page_of_shenzhen_is_none_of_shijiazhuang(self) -> None:
        """The personal page is Shenzhen's: who is insured in Shijiazhuang cannot be bound there."""
        found = sb.sharing.channels(on=ON, area=SHIJIAZHUANG)
        assert sb.BindingChannel.PERSONAL_PAGE not in [each.channel for each in found]

    @pytest.mark.parametrize(
        ("kinship", "answer"),
        [
            (sb.Kinship.SPOUSE, True),
            (sb.Kinship.PARENT, True),
            (sb.Kinship.SIBLING, True),
            (sb.Kinship.PATERNAL_GRANDPARENT, True),
            (sb.Kinship.MATERNAL_GRANDPARENT, True),
            (sb.Kinship.STEP_PARENT, None),
            (sb.Kinship.PARENT_IN_LAW, False),
            (sb.Kinship.OTHER_RELATIVE, False),
            (sb.Kinship.NOT_RELATED, False),
        ],
    )
    def test_which_relative_may_be_bound(self, kinship: sb.Kinship, answer: bool | None) -> None:
        """Near relatives may; in-laws may not; of a step-parent one asks who brought whom up."""
        tie = sb.FamilyTie(ANN, MAY, kinship)
        assert answer is sb.sharing.eligibility(OWNER, MOTHER, tie, on=ON).eligible

    @pytest.mark.parametrize("kinship", [sb.Kinship.CHILD, sb.Kinship.CHILD_OF_DAUGHTER])
    def test_children_and_grandchildren_may_be_bound(self, kinship: sb.Kinship) -> None:
        """A child or grandchild may spend from the account of a parent or grandparent."""
        child = sb.Person(birth=date(2020, 5, 1), sex=sb.Sex.MALE)
        insured = sb.MedicalMember(person=child, area="440300", is_insured=True)
        tie = sb.FamilyTie(ANN, child, kinship)
        assert sb.sharing.eligibility(OWNER, insured, tie, on=ON).eligible is True

    @pytest.mark.parametrize(
        ("use", "answer"),
        [
            (sb.AccountUse.TREATMENT, True),
            (sb.AccountUse.MEDICINE, True),
            (sb.AccountUse.RESIDENT_CONTRIBUTION, True),
            (sb.AccountUse.PUBLIC_HEALTH, False),
            (sb.AccountUse.SPORT, False),
            (sb.AccountUse.WELLNESS, False),
            (sb.AccountUse.OUTSIDE_COVERAGE, False),
        ],
    )
    def test_what_it_may_pay_for(self, use: sb.AccountUse, answer: bool) -> None:
        """It pays the relative's share of care, medicine and contributions, and no sport."""
        scope = sb.SharingScope.SAME_POOLING_AREA
        assert answer is sb.sharing.may_pay(use, scope, on=ON, area="440300").eligible

    def test_why_not(self) -> None:
        """Of a mother-in-law the explanation says that she is none of the near relatives."""
        tie = sb.FamilyTie(ANN, MAY, sb.Kinship.PARENT_IN_LAW)
        decision = sb.sharing.eligibility(OWNER, MOTHER, tie, on=ON)
        assert "  [-] 共济对象为近亲属：配偶的父母" in sb.explain(decision, "zh").splitlines()
        assert "  [-] shared with near relatives; this one: parent in law" in (
            sb.explain(decision, "en").splitlines()
        )

    @pytest.mark.parametrize(
        ("owner_agrees", "relative", "reason"),
        [
            (False, MOTHER, sb.Reason.BINDING_OWNER_AGREES),
            (
                True,
                sb.MedicalMember(person=MAY, area="440300", is_insured=False),
                sb.Reason.SHARING_RELATIVE_INSURED,
            ),
        ],
    )
    def test_why_she_cannot_be_bound(
        self, owner_agrees: bool, relative: sb.MedicalMember, reason: sb.Reason
    ) -> None:
        """An owner who does not want it, or a relative who is not insured, is the one reason."""
        channel, needs = self.CHANNELS[0]
        decision = sb.sharing.bind(
            OWNER,
            relative,
            TO_MOTHER,
            on=ON,
            channel=channel,
            owner_agrees=owner_agrees,
            relative_agrees=True,
            given=needs,
        )
        assert [reason] == [
            each.reason
            for condition in decision.conditions
            for each in condition.walk()
            if each.verdict is sb.Verdict.NOT_MET and not each.parts
        ]


class TestA3:
    """The balance is the owner's, sharing follows rules, and a card is never shared."""

    BOUND = sb.Binding(tie=TO_MOTHER, from_day=ON, scope=sb.SharingScope.CROSS_PROVINCE)

    @pytest.mark.parametrize("cause", list(sb.BindingEnd))
    def test_what_is_not_spent_returns_to_the_owner(self, cause: sb.BindingEnd) -> None:
        """However a binding across provinces ends, the unspent share is the owner's again."""
        decision = sb.sharing.end(self.BOUND, cause, on=date(2026, 3, 1), area=SHIJIAZHUANG)
        assert decision.eligible is True
        assert decision.value is not None
        assert (True, ANN) == (decision.value.unspent_returns, decision.value.binding.owner)

    @pytest.mark.parametrize(
        ("scheme", "answer"), [(sb.Scheme.EMPLOYEE, True), (sb.Scheme.RESIDENT, False)]
    )
    def test_who_has_no_account_has_nothing_to_share(self, scheme: sb.Scheme, answer: bool) -> None:
        """A resident has no personal account, and so no balance for others."""
        owner = sb.MedicalMember(
            person=ANN, area="440300", scheme=scheme, has_account=True, is_in_good_standing=True
        )
        assert answer is sb.sharing.eligibility(owner, MOTHER, TO_MOTHER, on=ON).eligible

    def test_the_rules_of_a_place(self) -> None:
        """Where a place lets parents-in-law in, they may share there and nowhere else."""
        wider = {"kinships": ["spouse", "parent", "child", "parent_in_law"]}
        law = sb.law.shipped().replacing("sharing.circle", wider, area="140900")
        tie = sb.FamilyTie(ANN, MAY, sb.Kinship.PARENT_IN_LAW)
        answers = [
            sb.sharing.eligibility(owner_in(area), mother_in(area), tie, on=ON, law=law).eligible
            for area in ("140900", "140100")
        ]
        assert [True, False] == answers

    def test_what_a_place_pays(self) -> None:
        """Whether a balance shared inside a province pays for care insurance is the place's rule."""
        uses = {"pays": ["treatment", "long_term_care_contribution"]}
        law = sb.law.shipped().replacing("sharing.uses", uses, area="370100")
        answers = [
            sb.sharing.may_pay(
                sb.AccountUse.LONG_TERM_CARE_CONTRIBUTION,
                sb.SharingScope.SAME_POOLING_AREA,
                on=ON,
                area=area,
                law=law,
            ).eligible
            for area in ("370100", "370200")
        ]
        assert [True, None] == answers

    def test_the_balance_may_be_shared_and_the_card_may_not(self) -> None:
        """Her mother may be treated with the daughter's money, not with the daughter's card."""
        treatment, scope = sb.AccountUse.TREATMENT, sb.SharingScope.SAME_POOLING_AREA
        assert [True, True, False, True] == [
            sb.sharing.eligibility(OWNER, MOTHER, TO_MOTHER, on=ON).eligible,
            sb.sharing.may_pay(treatment, scope, on=ON).eligible,
            sb.sharing.card_use(MAY, ANN, on=ON).eligible,
            sb.sharing.card_use(MAY, MAY, on=ON).eligible,
        ]

    def test_the_difference_is_told(self) -> None:
        """The explanation says that a balance is shared, a card is not, and by which article."""
        decision = sb.sharing.card_use(MAY, ANN, on=ON)
        assert "  [-] the patient's own card (a balance is shared, a card is not): no" in (
            sb.explain(decision, "en").splitlines()
        )
        lines = sb.explain(decision, "zh").splitlines()
        assert "  [-] 持患者本人的医疗保障凭证（共济只用余额，不用他人的卡）：否" in lines
        law = "".join(line.strip() for line in lines)
        assert "第十七条" in law
        assert "第四十一条" in law

    def test_what_lending_a_card_costs(self) -> None:
        """For who lends a card, direct settlement stops for three to twelve months."""
        decision = sb.sharing.card_use(MAY, ANN, on=ON)
        assert decision.value is not None
        assert decision.value.stop_months is not None
        assert (3, 12) == decision.value.stop_months.value

    @pytest.mark.parametrize(
        ("use", "has_documents", "answer"),
        [
            (sb.AccountUse.MEDICINE, True, True),
            (sb.AccountUse.MEDICINE, False, False),
            (sb.AccountUse.MEDICINE, None, None),
            (sb.AccountUse.TREATMENT, True, False),
        ],
    )
    def test_somebody_else_may_fetch_medicine(
        self, use: sb.AccountUse, has_documents: bool | None, answer: bool | None
    ) -> None:
        """With both identity documents a daughter may buy medicine on her mother's own card."""
        decision = sb.sharing.card_use(
            MAY,
            MAY,
            on=ON,
            use=use,
            presenter=ANN,
            patient_is_present=False,
            has_documents=has_documents,
        )
        assert answer is decision.eligible

    @pytest.mark.parametrize(("present", "answer"), [(True, True), (False, False), (None, None)])
    def test_a_mother_may_show_the_card_of_her_child(
        self, present: bool | None, answer: bool | None
    ) -> None:
        """With the child beside her she shows its card; alone she is not treated on it."""
        child = sb.Person(birth=date(2020, 5, 1), sex=sb.Sex.MALE)
        decision = sb.sharing.card_use(
            child, child, on=ON, presenter=ANN, patient_is_present=present
        )
        assert answer is decision.eligible


class TestA4:
    """The family service of the electronic social-security card."""

    CHILD = sb.Person(birth=date(2010, 3, 8), sex=sb.Sex.FEMALE)
    COMMON = (
        sb.Need.NAME,
        sb.Need.IDENTITY_NUMBER,
        sb.Need.RELATION,
        sb.Need.SOCIAL_SECURITY_CARD,
    )

    @pytest.mark.parametrize(
        ("day", "proof"),
        [
            (ON, sb.Need.PHOTO),
            (date(2026, 3, 7), sb.Need.PHOTO),
            (date(2026, 3, 8), sb.Need.FACE),
        ],
    )
    def test_which_evidence_at_which_age(self, day: date, proof: sb.Need) -> None:
        """Name, number, relation and card; a photo of the face under 16, from then on the face."""
        decision = sb.family_service.may_add(self.CHILD, on=day)
        assert decision.value is not None
        assert (*self.COMMON, proof) == decision.value.needs

    def test_a_grown_up_passes_face_recognition(self) -> None:
        """A mother is added once her face is recognised; a photo of it is not enough."""
        answers = [
            sb.family_service.may_add(MAY, on=ON, has_card_photo=True, face_recognised=face)
            for face in (True, False, None)
        ]
        assert [True, False, None] == [each.eligible for each in answers]
        assert ["face_recognised"] == [each.name for each in answers[2].missing]

    def test_a_child_needs_a_photo(self) -> None:
        """A child of 15 is added with photos of card and face, and with neither alone."""
        answers = [
            sb.family_service.may_add(
                self.CHILD, on=ON, has_card_photo=card, has_face_photo=face
            ).eligible
            for card, face in ((True, True), (True, False), (False, True))
        ]
        assert [True, False, False] == answers

    def test_a_month_of_birth_may_leave_it_open(self) -> None:
        """Of a child born in March 2010 nobody knows in March 2026 whether it is 16 yet."""
        child = sb.Person(birth=sb.YearMonth(2010, 3), sex=sb.Sex.MALE)
        decision = sb.family_service.may_add(
            child, on=date(2026, 3, 15), has_card_photo=True, has_face_photo=True
        )
        assert decision.eligible is None
        assert decision.value is not None
        assert decision.value.needs is None

    @pytest.mark.parametrize(
        ("added", "left", "answer"), [(0, 8, True), (7, 1, True), (8, 0, False)]
    )
    def test_how_many_may_be_added(self, added: int, left: int, answer: bool) -> None:
        """Eight relatives have room."""
        decision = sb.family_service.may_add(
            MAY, on=ON, added=added, has_card_photo=True, face_recognised=True
        )
        assert decision.value is not None
        assert (left, answer) == (decision.value.left, decision.eligible)

    def test_what_becomes_possible(self) -> None:
        """Record, certification, transfer and balance of the relative are at hand then."""
        decision = sb.family_service.may_add(MAY, on=ON, has_card_photo=True, face_recognised=True)
        assert decision.value is not None
        assert decision.value.services is not None
        assert (
            sb.CardService.RECORD,
            sb.CardService.CERTIFICATION,
            sb.CardService.TRANSFER,
            sb.CardService.BALANCE,
        ) == decision.value.services.value
        assert sb.Evidence.UNVERIFIED is decision.value.services.evidence

    def test_why_not(self) -> None:
        """The explanation names the face that was not recognised."""
        decision = sb.family_service.may_add(MAY, on=ON, has_card_photo=True, face_recognised=False)
        lines = sb.explain(decision, "zh").splitlines()
        assert "  [-] 被添加人通过人脸识别：否" in lines


#: The 31 areas of the row by code, with the names of the list, in 9 provinces.
FIRST_PROVINCES = {
    "甘肃": {"622900": "临夏州"},
    "湖北": {
        "420600": "襄阳",
        "421100": "黄冈",
        "421200": "咸宁",
        "421300": "随州",
        "422800": "恩施州",
        "429005": "潜江",
    },
    "河南": {"410100": "郑州", "411500": "信阳"},
    "河北": {
        "130100": "石家庄",
        "130200": "唐山",
        "130300": "秦皇岛",
        "130400": "邯郸",
        "130500": "邢台",
        "130600": "保定",
        "130700": "张家口",
        "130800": "承德",
        "130900": "沧州",
        "131000": "廊坊",
        "131100": "衡水",
        "130181": "辛集",
        "130682": "定州",
        "133100": "雄安新区",
        "139900": "河北省本级",
    },
    "安徽": {"340400": "淮南"},
    "江苏": {"320500": "苏州"},
    "四川": {"519900": "四川省本级", "510100": "成都", "511600": "广安"},
    "重庆": {"500235": "云阳县"},
    "山东": {"371400": "德州"},
}
FIRST_AREAS = {code: name for areas in FIRST_PROVINCES.values() for code, name in areas.items()}


class TestA5:
    """The first areas that share accounts across provinces."""

    FIRST_DAY = date(2024, 12, 2)

    def test_thirty_one_areas_in_nine_provinces(self) -> None:
        """The list that is shipped has the areas of the row by code and name, and no other."""
        found = sb.law.shipped().get(sb.law.parameters.SHARING_AREAS, on=self.FIRST_DAY).value
        assert (31, 9) == (len(found), len({area.code[:2] for area in found}))
        assert FIRST_AREAS == {area.code: area.name for area in found}

    @pytest.mark.parametrize("province", FIRST_PROVINCES)
    def test_each_province_has_its_own_areas(self, province: str) -> None:
        """The codes of a province share its two digits, and no other province has them."""
        digits = {code[:2] for code in FIRST_PROVINCES[province]}
        others = {code[:2] for code in FIRST_AREAS if code not in FIRST_PROVINCES[province]}
        assert 1 == len(digits)
        assert digits.isdisjoint(others)

    @pytest.mark.parametrize("code", FIRST_AREAS)
    def test_each_area_shares_across_provinces_from_the_first_day(self, code: str) -> None:
        """From 2024-12-02 each shares with an area of another province, both ways, and not before."""
        other = "371400" if code == "320500" else "320500"
        asked = ((code, other), (other, code))
        day_before = date(2024, 12, 1)
        assert [False, False] == [may_share(*pair, day_before) for pair in asked]
        assert [True, True] == [may_share(*pair, self.FIRST_DAY) for pair in asked]

    @pytest.mark.parametrize(
        ("owner", "relative", "scope"),
        [
            ("130100", "130100", sb.SharingScope.SAME_POOLING_AREA),
            ("130100", "130200", sb.SharingScope.SAME_PROVINCE),
            ("130100", "320500", sb.SharingScope.CROSS_PROVINCE),
        ],
    )
    def test_how_far_it_reaches(self, owner: str, relative: str, scope: sb.SharingScope) -> None:
        """From Shijiazhuang it is one area, Tangshan one province, Suzhou across provinces."""
        decision = sb.sharing.eligibility(
            owner_in(owner), mother_in(relative), TO_MOTHER, on=self.FIRST_DAY
        )
        assert decision.eligible is True
        assert decision.value is not None
        assert scope is decision.value.scope

    @pytest.mark.parametrize("relative", ["130100", "130200"])
    def test_inside_a_province_since_the_end_of_october(self, relative: str) -> None:
        """Inside each province accounts are shared from 2024-10-31; before, places decided."""
        days = (date(2024, 10, 30), date(2024, 10, 31))
        assert [None, True] == [may_share("130100", relative, day) for day in days]

    @pytest.mark.parametrize(
        ("owner", "relative", "day", "answer"),
        [
            ("130100", "320100", date(2024, 12, 2), False),
            ("320100", "130100", date(2024, 12, 30), False),
            ("130100", "320100", date(2024, 12, 31), None),
            ("130100", "320100", date(2026, 1, 8), None),
            ("130100", "320100", date(2026, 1, 9), True),
            ("110000", "310000", date(2024, 12, 30), False),
            ("110000", "310000", date(2026, 1, 9), True),
        ],
    )
    def test_other_areas(self, owner: str, relative: str, day: date, answer: bool | None) -> None:
        """Off the list it is no, then open as areas joined unnamed, and yes from 2026-01-09."""
        assert answer is may_share(owner, relative, day)

    @pytest.mark.parametrize("area", ["130102", "320581", "510107"])
    def test_a_district_shares_with_its_prefecture(self, area: str) -> None:
        """A district or county of a listed prefecture is in the listed area."""
        other = "371400"
        assert may_share(area, other, self.FIRST_DAY) is True

    def test_a_whole_province_of_which_a_part_is_listed_is_open(self) -> None:
        """Of Sichuan three areas are listed, so its own code alone does not say."""
        assert may_share("510000", "320500", self.FIRST_DAY) is None

    def test_later_law_supersedes_the_list(self) -> None:
        """Under the notice of 2026 the list is still known, and no longer needed."""
        law = sb.law.shipped()
        days = (self.FIRST_DAY, date(2024, 12, 31), ON)
        assert ["no", "open", "yes"] == [
            law.get("sharing.across", on=day).value.others for day in days
        ]
        assert [31, 41, None] == [law.get("sharing.across", on=day).value.number for day in days]

    def test_a_caller_who_knows_more_says_so(self) -> None:
        """Who knows that all areas had opened by 2025-07-01 replaces what is open."""
        law = sb.law.shipped().replacing(
            "sharing.across", {"others": "yes"}, valid_from=date(2025, 7, 1)
        )
        answers = [
            sb.sharing.eligibility(
                owner_in("130100"), mother_in("320100"), TO_MOTHER, on=day, law=law
            ).eligible
            for day in (date(2025, 6, 30), date(2025, 7, 1))
        ]
        assert [None, True] == answers


class TestB3:
    """Certification that one may draw a pension."""

    MAN = sb.Person(birth=date(1964, 3, 8), sex=sb.Sex.MALE)
    #: Paid since 2024-04-15, certified once.
    PAID = sb.BenefitDrawing(sb.Scheme.EMPLOYEE, date(2024, 4, 15), [date(2025, 2, 7)])

    def standing(
        self, on: date, *certified: date, area: str | None = None
    ) -> sb.certification.CertificationStanding:
        """How the benefit stands on a day, after further certifications."""
        drawing = sb.BenefitDrawing(
            sb.Scheme.EMPLOYEE, self.PAID.from_day, [*(self.PAID.certified_on or ()), *certified]
        )
        value = sb.certification.standing(self.MAN, drawing, on=on, area=area).value
        assert value is not None
        return value

    def test_when_the_next_one_is_due(self) -> None:
        """Certified on 2025-02-07, he is due again by 2026-02-07."""
        assert date(2026, 2, 7) == self.standing(ON).due_on

    def test_when_the_first_one_is_due(self) -> None:
        """Before any certification the year runs from the first payment."""
        drawing = sb.BenefitDrawing(sb.Scheme.EMPLOYEE, date(2025, 4, 15), [])
        value = sb.certification.standing(self.MAN, drawing, on=ON).value
        assert value is not None
        assert (None, date(2026, 4, 15)) == (value.last, value.due_on)

    def test_when_nobody_says_whether_he_was_certified(self) -> None:
        """Data are matched without anybody knowing: unless it is said, the answer is open."""
        drawing = sb.BenefitDrawing(sb.Scheme.EMPLOYEE, date(2020, 4, 15))
        decision = sb.certification.standing(self.MAN, drawing, on=ON)
        assert (None, None) == (decision.eligible, decision.value)
        assert ["certified_on"] == [each.name for each in decision.missing]

    @pytest.mark.parametrize(
        ("day", "state", "unpaid"),
        [
            (date(2026, 2, 7), sb.CertificationState.CERTIFIED, "-"),
            (date(2026, 2, 8), sb.CertificationState.OVERDUE, "-"),
            (date(2026, 2, 28), sb.CertificationState.OVERDUE, "-"),
            (date(2026, 3, 1), sb.CertificationState.SUSPENDED, "2026-03"),
            (date(2026, 4, 2), sb.CertificationState.SUSPENDED, "2026-03..2026-04"),
        ],
    )
    def test_overdue_and_then_the_payment_stops(
        self, day: date, state: sb.CertificationState, unpaid: str
    ) -> None:
        """A day late he is overdue; from the next month on he is not paid."""
        value = self.standing(day)
        assert (state, unpaid) == (value.state, str(value.unpaid))
        assert sb.YearMonth(2026, 3) == value.suspended_from

    @pytest.mark.parametrize(
        ("day", "unpaid"),
        [(date(2026, 4, 30), "2026-03..2026-04"), (date(2026, 5, 1), "-")],
    )
    def test_it_resumes_with_back_payment(self, day: date, unpaid: str) -> None:
        """Certified on 2026-04-10, he is paid again from May, with March and April."""
        value = self.standing(day, date(2026, 4, 10))
        assert (sb.CertificationState.CERTIFIED, sb.YearMonth(2026, 5)) == (
            value.state,
            value.resumes,
        )
        assert ("2026-03..2026-04", unpaid) == (str(value.back_paid), str(value.unpaid))
        assert date(2027, 4, 10) == value.due_on

    def test_who_is_certified_in_time_misses_nothing(self) -> None:
        """A certification on the last day leaves no month unpaid and moves the next one on."""
        value = self.standing(date(2026, 4, 2), date(2026, 2, 7))
        assert ("-", "-", None) == (str(value.unpaid), str(value.back_paid), value.resumes)
        assert date(2027, 2, 7) == value.due_on

    @pytest.mark.parametrize(
        ("area", "due"),
        [
            ("130100", date(2026, 2, 7)),
            ("410100", date(2026, 2, 6)),
            ("440300", date(2026, 2, 28)),
            ("500000", date(2026, 1, 31)),
            ("420100", date(2026, 12, 31)),
        ],
    )
    def test_the_time_limit_of_a_place(self, area: str, due: date) -> None:
        """Shijiazhuang counts to the day, Henan 365 days, others by months or by the calendar."""
        assert due == self.standing(ON, area=area).due_on

    def test_a_cycle_that_is_not_known(self) -> None:
        """What Hebei asks of residents is not known closely, and the answer says so."""
        drawing = sb.BenefitDrawing(sb.Scheme.RESIDENT, date(2025, 4, 15))
        decision = sb.certification.standing(self.MAN, drawing, on=ON, area=SHIJIAZHUANG)
        assert (None, None) == (decision.eligible, decision.value)
        assert ["certification.cycle.resident"] == [each.name for each in decision.missing]

    def test_the_explanation_names_the_day(self) -> None:
        """Whoever is late reads by which day he was due."""
        decision = sb.certification.standing(self.MAN, self.PAID, on=date(2026, 2, 8))
        assert decision.eligible is False
        assert "  [-] 下次认证不晚于 2026-02-07，查询日 2026-02-08" in (
            sb.explain(decision, "zh").splitlines()
        )

    @staticmethod
    def channels(
        *circumstances: sb.Circumstance,
    ) -> dict[sb.CertificationChannel, set[sb.Need]]:
        """The channels that are open in some circumstances, with what each asks for."""
        found = sb.certification.channels(on=ON, circumstances=circumstances)
        return {each.channel: set(each.needs or ()) for each in found}

    @pytest.mark.parametrize(
        ("channel", "needs"),
        [
            (
                sb.CertificationChannel.NATIONAL_PLATFORM,
                {sb.Need.NAME, sb.Need.IDENTITY_NUMBER, sb.Need.CAMERA, sb.Need.FACE},
            ),
            (
                sb.CertificationChannel.LOCAL_APP,
                {sb.Need.NAME, sb.Need.IDENTITY_NUMBER, sb.Need.SMARTPHONE, sb.Need.FACE},
            ),
            (sb.CertificationChannel.WECHAT, {sb.Need.SMARTPHONE, sb.Need.FACE}),
            (sb.CertificationChannel.ALIPAY, {sb.Need.SMARTPHONE, sb.Need.FACE}),
            (sb.CertificationChannel.ELECTRONIC_CARD, {sb.Need.SMARTPHONE, sb.Need.FACE}),
            (sb.CertificationChannel.COMMUNITY, {sb.Need.IDENTITY_DOCUMENT}),
            (sb.CertificationChannel.BUREAU, {sb.Need.IDENTITY_DOCUMENT}),
        ],
    )
    def test_online_and_in_person(
        self, channel: sb.CertificationChannel, needs: set[sb.Need]
    ) -> None:
        """Everybody has platform, apps, WeChat, Alipay and card, the community and the bureau."""
        assert needs == self.channels()[channel]

    def test_the_face_blinks_or_reads(self) -> None:
        """Online the face is recognised by a blink or by digits that are read aloud."""
        assert "人脸识别（眨眼或者读数）" == sb.Need.FACE.zh

    @pytest.mark.parametrize(
        "circumstance",
        [
            sb.Circumstance.IMMOBILE,
            sb.Circumstance.IN_HOSPITAL,
            sb.Circumstance.LIVES_ELSEWHERE,
        ],
    )
    def test_a_home_visit_for_those_who_cannot_come(self, circumstance: sb.Circumstance) -> None:
        """Who cannot move, is in hospital or lives elsewhere asks for a visit; counters are far."""
        found = self.channels(circumstance)
        assert {sb.Need.REQUEST} == found[sb.CertificationChannel.HOME_VISIT]
        assert found.keys().isdisjoint(
            {sb.CertificationChannel.COMMUNITY, sb.CertificationChannel.BUREAU}
        )
        assert sb.CertificationChannel.HOME_VISIT not in self.channels()

    def test_abroad_it_is_the_consulate(self) -> None:
        """Who lives abroad has the consular application and the consulate, with a passport."""
        found = self.channels(sb.Circumstance.ABROAD)
        for channel in (sb.CertificationChannel.CONSULAR_APP, sb.CertificationChannel.CONSULATE):
            assert sb.Need.PASSPORT in found[channel]
            assert channel not in self.channels()

    def test_without_a_smartphone(self) -> None:
        """Who has no smartphone needs none: nothing that is open asks for one."""
        found = self.channels(sb.Circumstance.NO_SMARTPHONE)
        assert [] == [channel for channel, needs in found.items() if sb.Need.SMARTPHONE in needs]
        assert sb.CertificationChannel.BUREAU in found

    def test_if_it_fails_one_goes_to_the_bureau(self) -> None:
        """Where the face is not recognised, the bureau is left, and nothing that asks for a face."""
        found = self.channels(sb.Circumstance.FACE_FAILED)
        assert {sb.Need.IDENTITY_DOCUMENT} == found[sb.CertificationChannel.BUREAU]
        assert [] == [channel for channel, needs in found.items() if sb.Need.FACE in needs]

    @pytest.mark.parametrize("circumstance", list(sb.Circumstance))
    def test_everybody_has_some_channel(self, circumstance: sb.Circumstance) -> None:
        """Even where a face is not recognised, whoever it is has more than matched data."""
        found = self.channels(circumstance, sb.Circumstance.FACE_FAILED)
        assert found.keys() - {sb.CertificationChannel.DATA_MATCH}

    def test_the_least_trouble_comes_first(self) -> None:
        """Channels are ordered from nothing to do through self-service and counters to visits."""
        found = sb.certification.channels(on=ON, circumstances=[sb.Circumstance.LIVES_ELSEWHERE])
        tiers = [each.tier for each in found]
        assert sorted(tiers, key=lambda tier: tier.rank) == tiers
        assert [sb.Tier.AUTOMATIC, sb.Tier.VISIT] == [tiers[0], tiers[-1]]


class TestB4:
    """A car or a home in a city that asks for months of contributions."""

    @staticmethod
    def worked(
        first: str, last: str, area: str = "110105", settled_on: date | None = None
    ) -> list[sb.ContributionPeriod]:
        """Periods of pension and medical insurance; paid late where a day is given."""
        status = sb.PaymentStatus.PAID if settled_on is None else sb.PaymentStatus.BACK_PAID
        span = sb.MonthSpan(first, last)
        return [
            sb.ContributionPeriod(kind, span, area=area, status=status, settled_on=settled_on)
            for kind in (sb.PENSION, sb.MEDICAL)
        ]

    @classmethod
    def asked(
        cls, *periods: list[sb.ContributionPeriod], by: date | None = None
    ) -> sb.Decision[sb.requirements.RequirementCheck]:
        """The answer on a car plate in Beijing."""
        record = sb.ContributionHistory([each for part in periods for each in part])
        plate, where = sb.requirements.of(sb.RequirementPurpose.CAR_PLATE, on=ON, area="110000")
        return sb.requirements.check(record, plate, on=ON, by=by, source=where)

    def test_sixty_months_to_the_month_before(self) -> None:
        """Paid in Beijing from January 2021 to December 2025, and on: enough for a plate."""
        decision = self.asked(self.worked("2021-01", "2026-01"))
        assert decision.eligible is True
        assert all(each.citation is not None for each in decision.conditions)

    def test_what_is_missing_and_when_it_will_be_met(self) -> None:
        """From June 2021 five months are missing, and in June 2026 none is."""
        decision = self.asked(self.worked("2021-06", "2026-01"), by=date(2027, 2, 1))
        found = decision.value
        assert decision.eligible is False
        assert found is not None
        assert (found.missing_months, str(found.earliest)) == (5, "2026-06")

    def test_a_gap_and_months_elsewhere_break_the_run(self) -> None:
        """One month without pay, or in Tianjin, and the five years begin anew."""
        for between in ([], self.worked("2023-06", "2023-06", area="120101")):
            decision = self.asked(
                self.worked("2018-01", "2023-05"), between, self.worked("2023-07", "2026-01")
            )
            found = decision.value
            assert found is not None
            assert (decision.eligible, found.missing_months) == (False, 30)

    def test_back_paid_months_are_counted_as_the_text_says(self) -> None:
        """A month paid late counts for a plate 断月补缴有效; without it the run is broken."""
        before, after = self.worked("2021-01", "2023-05"), self.worked("2023-07", "2026-01")
        late = self.worked("2023-06", "2023-06", settled_on=date(2023, 9, 1))
        found = [self.asked(before, between, after) for between in (late, [])]
        assert [decision.eligible for decision in found] == [True, False]

    def test_a_rule_of_ones_own(self) -> None:
        """Two years within three for a home, as a city may ask: the gap of a year does no harm."""
        home = sb.Requirement(
            name="home",
            kinds=(sb.MEDICAL,),
            ways=(sb.RequiredMonths(24, continuous=False, window=36),),
            rule=sb.CountingRule(name="home"),
        )
        periods = [*self.worked("2023-02", "2024-01"), *self.worked("2025-02", "2026-01")]
        record = sb.ContributionHistory(periods)
        found = {
            on: sb.requirements.check(record, home, on=on).eligible
            for on in (ON, date(2026, 2, 1), date(2026, 3, 1))
        }
        assert list(found.values()) == [False, True, False]
