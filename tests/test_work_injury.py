"""Work-injury cover by example: no contribution time, and who bears the benefits."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    MEDICAL,
    PENSION,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    Employment,
    Enrolment,
    Evidence,
    InjuryItem,
    LawFileError,
    Missing,
    MonthError,
    MonthSpan,
    MonthState,
    Outcome,
    Payer,
    PaymentStatus,
    PeriodError,
    Reason,
    RuleError,
    UnknownLawError,
    Verdict,
    YearMonth,
    work_injury,
)
from shebao.law import parameters, shipped
from shebao.law.work_injury_values import LateItems

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
FUND, EMPLOYER = Payer


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Work-injury months, paid unless facts say otherwise."""
    return ContributionPeriod(WORK_INJURY, MonthSpan(first, last or first), **facts)


def asked(*periods: ContributionPeriod, on: date = ON) -> tuple[Outcome, Payer | None]:
    """The outcome on a day, and who bears the benefits."""
    decision = work_injury.cover(ContributionHistory(periods), on=on)
    return decision.outcome, decision.value


def test_no_contribution_time_is_asked_for() -> None:
    """The very first month covers (社会保险法 第三十六条 names no time)."""
    assert asked(months("2026-01")) == (ELIGIBLE, FUND)


def test_a_break_costs_nothing_but_the_cover_while_it_lasts() -> None:
    """After a year without insurance, the month with the next employer covers as ever."""
    record = months("2020-01", "2024-12"), months("2026-01")

    assert asked(*record, on=date(2025, 6, 1)) == (INELIGIBLE, None)
    assert asked(*record) == (ELIGIBLE, FUND)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PaymentStatus.PAID, (ELIGIBLE, FUND)),
        (PaymentStatus.BACK_PAID, (UNDETERMINED, None)),
        (PaymentStatus.DEFERRED, (ELIGIBLE, FUND)),
        (PaymentStatus.PENDING, (ELIGIBLE, FUND)),
        (PaymentStatus.ARREARS, (INELIGIBLE, EMPLOYER)),
    ],
)
def test_what_covers_and_what_does_not(
    status: PaymentStatus, expected: tuple[Outcome, Payer | None]
) -> None:
    """Paid, deferred or not overdue covers; in arrears the employer bears it (第四十一条).

    Bought back on a day that nobody names, the month is covered or not.
    """
    assert expected == asked(months("2026-01", status=status))


def test_a_month_bought_back_covers_from_that_day_on() -> None:
    """After arrears are paid the fund bears what is new (工伤保险条例 第六十二条)."""
    month = months(
        "2026-01",
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2026, 1, 5),
        settled_on=date(2026, 1, 20),
    )

    assert asked(month, on=date(2026, 1, 19)) == (INELIGIBLE, EMPLOYER)
    assert asked(month, on=date(2026, 1, 20)) == (ELIGIBLE, FUND)


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 3, 9), (INELIGIBLE, EMPLOYER)), (date(2026, 3, 10), (ELIGIBLE, FUND))],
)
def test_arrears_until_the_day_of_settlement(on: date, expected: tuple[Outcome, Payer]) -> None:
    """Declared on 2026-03-02 and paid late on 2026-03-10, March covers from that day on."""
    owed = months(
        "2026-03",
        status=PaymentStatus.BACK_PAID,
        declared_on=date(2026, 3, 2),
        settled_on=date(2026, 3, 10),
    )

    assert expected == asked(months("2026-01", "2026-02"), owed, on=on)


def test_open_when_only_the_month_before_is_known() -> None:
    """Paid up to 2025-12, January is not known: whether employment went on is missing."""
    decision = work_injury.cover(ContributionHistory([months("2025-01", "2025-12")]), on=ON)

    assert (decision.outcome, decision.value) == (UNDETERMINED, None)
    assert decision.missing == (Missing("enrolment"),)


def test_the_month_before_in_arrears_or_absent_is_no_cover() -> None:
    """Where the month before was in arrears or a gap, and nothing is known since, the answer is no."""
    assert asked(months("2025-12", status=PaymentStatus.ARREARS)) == (INELIGIBLE, EMPLOYER)
    assert asked(months("2025-01", "2025-11")) == (INELIGIBLE, None)
    assert asked() == (INELIGIBLE, None)


def test_months_ahead_do_not_cover_yet() -> None:
    """A month after the month of the day says nothing of the day."""
    assert asked(months("2026-02", "2026-06")) == (INELIGIBLE, None)


def test_months_known_by_their_number_leave_it_open() -> None:
    """Nine of the twelve months up to 2026-01 may or may not hold January."""
    decision = work_injury.cover(
        ContributionHistory([months("2025-02", "2026-01", count=9)]), on=ON
    )

    assert (decision.outcome, decision.value) == (UNDETERMINED, None)
    assert decision.missing == (Missing("history"),)


def test_one_employer_that_paid_is_enough() -> None:
    """Of two employers in a month the one that paid covers, in whatever order they stand."""
    paid = months("2026-01", employer="Zeta")
    owed = months("2026-01", employer="Alpha", status=PaymentStatus.ARREARS)

    assert asked(paid, owed) == asked(owed, paid) == (ELIGIBLE, FUND)


def test_one_employer_that_may_have_paid_leaves_it_open() -> None:
    """One employer owes January, another paid nine of twelve months, perhaps January."""
    owed = months("2026-01", employer="Alpha", status=PaymentStatus.ARREARS)
    perhaps = months("2025-02", "2026-01", employer="Beta", count=9)

    assert asked(owed, perhaps) == (UNDETERMINED, None)


def test_other_kinds_do_not_cover() -> None:
    """A pension month is no work-injury month."""
    assert asked(ContributionPeriod(PENSION, "2026-01")) == (INELIGIBLE, None)


def test_the_condition_says_the_state_and_its_law() -> None:
    """The employer pays alone: 社会保险法 第三十三条, read in the official text."""
    decision = work_injury.cover(
        ContributionHistory([months("2026-01", status=PaymentStatus.ARREARS)]), on=ON, area="130100"
    )
    (condition,) = decision.conditions

    assert (condition.reason, condition.verdict) == (Reason.WORK_INJURY_PAID, Verdict.NOT_MET)
    assert (condition.required, condition.actual) == (YearMonth(2026, 1), MonthState.ARREARS)
    assert condition.citation is not None
    assert condition.citation.article == "第三十三条"
    assert decision.evidence is Evidence.OFFICIAL


def test_before_the_social_insurance_law_it_is_open() -> None:
    """Of the day before 2011-07-01 the law is not known, and it is what is missing."""
    decision = work_injury.cover(ContributionHistory([months("2011-06")]), on=date(2011, 6, 30))

    assert decision.missing == (Missing("contribution.payer.work_injury", "100000"),)


def test_what_is_refused() -> None:
    """A text is no day, and a name no code."""
    record = ContributionHistory([months("2026-01")])
    with pytest.raises(MonthError, match=r"on: 'today' is of type str; expected a datetime\.date"):
        work_injury.cover(record, on=cast("Any", "today"))
    with pytest.raises(RuleError, match="area: 'here' is not an area code"):
        work_injury.cover(record, on=ON, area="here")


def enrolled(first: date, last: date | None = None, **facts: Any) -> Enrolment:  # noqa: ANN401
    """An enrolment for work-injury insurance with Alpha, unless facts say otherwise."""
    facts = {"kind": WORK_INJURY, "area": "130100", "employer": "Alpha", **facts}
    return Enrolment(from_day=first, to_day=last, **facts)


def by_day(
    *enrolments: Enrolment,
    record: tuple[ContributionPeriod, ...] = (),
    on: date = ON,
    **facts: Any,  # noqa: ANN401
) -> tuple[Outcome, Payer | None]:
    """The outcome on a day of which the enrolments are known."""
    decision = work_injury.cover(ContributionHistory(record), on=on, enrolments=enrolments, **facts)
    return decision.outcome, decision.value


JOB = Employment("Alpha", date(2026, 1, 5))
OWED = PaymentStatus.ARREARS


class TestByTheDay:
    """With enrolments the day itself decides."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2026, 1, 11), (INELIGIBLE, None)),
            (date(2026, 1, 12), (ELIGIBLE, FUND)),
            (date(2026, 2, 9), (ELIGIBLE, FUND)),
            (date(2026, 2, 10), (INELIGIBLE, None)),
        ],
    )
    def test_from_the_day_of_enrolment_to_its_end(
        self, on: date, expected: tuple[Outcome, Payer | None]
    ) -> None:
        """Cover begins and ends inside a month, whether the month was paid or not."""
        work = enrolled(date(2026, 1, 12), date(2026, 2, 9))

        assert expected == by_day(work, on=on)
        assert expected == by_day(work, record=(months("2026-01", "2026-02"),), on=on)

    def test_an_employer_that_owes_bears_the_benefits(self) -> None:
        """Enrolled and in arrears: the fund does not cover (第四十一条)."""
        work = enrolled(date(2025, 6, 1))
        for owed in ("2026-01", "2025-12"):
            record = months("2025-06", "2025-11"), months(owed, status=OWED)
            assert by_day(work, record=record) == (INELIGIBLE, EMPLOYER)

    def test_arrears_of_another_employer_do_not_matter(self) -> None:
        """Beta, for which one no longer works, owes January; Alpha has enrolled."""
        record = (months("2026-01", employer="Beta", status=OWED),)

        assert by_day(enrolled(date(2026, 1, 12)), record=record) == (ELIGIBLE, FUND)
        unnamed = (months("2026-01", status=OWED),)
        assert by_day(enrolled(date(2026, 1, 12)), record=unnamed) == (INELIGIBLE, EMPLOYER)

    def test_bought_back_nobody_says_when(self) -> None:
        """Whether the month was still owed on the day is open, enrolled or not."""
        record = (months("2026-01", status=PaymentStatus.BACK_PAID),)

        assert by_day(enrolled(date(2025, 6, 1)), record=record) == (UNDETERMINED, None)

    def test_enrolled_for_another_kind_is_not_enrolled(self) -> None:
        """Where any enrolment is given they are all that there are."""
        medical = enrolled(date(2025, 6, 1), kind=MEDICAL)

        assert by_day(medical, record=(months("2026-01"),)) == (INELIGIBLE, None)

    def test_what_is_told(self) -> None:
        """The enrolment is one condition, the arrears of the month another one."""
        decision = work_injury.cover(
            ContributionHistory([months("2025-12")]),
            on=ON,
            enrolments=[enrolled(date(2025, 6, 1))],
        )
        found = [(each.reason, each.verdict, each.required) for each in decision.conditions]

        assert found == [
            (Reason.WORK_INJURY_ENROLLED, Verdict.MET, True),
            (Reason.WORK_INJURY_NOT_OWED, Verdict.MET, YearMonth(2025, 12)),
        ]

    def test_before_the_social_insurance_law_it_is_open(self) -> None:
        """Who has to pay on the day before 2011-07-01 is not known."""
        assert by_day(enrolled(date(2010, 1, 1)), on=date(2011, 6, 30)) == (UNDETERMINED, None)


class TestEmployed:
    """With employments, who has not insured is known."""

    def asked(self, *jobs: Employment, **facts: Any) -> tuple[Outcome, Payer | None]:  # noqa: ANN401
        """The outcome for jobs and a record of Alpha in January."""
        record = facts.pop("record", ())
        decision = work_injury.cover(
            ContributionHistory(record), on=facts.pop("on", ON), employments=jobs, **facts
        )
        return decision.outcome, decision.value

    def test_an_employer_that_has_not_insured_bears_the_benefits(self) -> None:
        """应当参加而未参加工伤保险: the employer pays (工伤保险条例 第六十二条)."""
        assert self.asked(JOB) == (INELIGIBLE, EMPLOYER)
        assert self.asked(JOB, enrolments=[enrolled(date(2026, 2, 1))]) == (INELIGIBLE, EMPLOYER)

    def test_an_employer_that_has_insured(self) -> None:
        """Employed and paid for, or enrolled: the fund."""
        paid = (months("2026-01", employer="Alpha"),)

        assert self.asked(JOB, record=paid) == (ELIGIBLE, FUND)
        assert self.asked(JOB, enrolments=[enrolled(date(2026, 1, 5))]) == (ELIGIBLE, FUND)

    def test_not_employed_is_not_covered(self) -> None:
        """A month paid in full covers no day after the employment ended."""
        job = Employment("Alpha", date(2025, 1, 1), date(2026, 1, 20))
        paid = (months("2026-01", employer="Alpha"),)

        assert self.asked(job, record=paid, on=date(2026, 1, 20)) == (ELIGIBLE, FUND)
        assert self.asked(job, record=paid, on=date(2026, 1, 21)) == (INELIGIBLE, None)

    def test_only_the_month_before_is_known(self) -> None:
        """Employment goes on, enrolment may have ended: it stays open."""
        paid = (months("2025-12", employer="Alpha"),)
        job = Employment("Alpha", date(2025, 1, 1))

        assert self.asked(job, record=paid) == (UNDETERMINED, None)


class TestSeveralEmployers:
    """Each employer insures, and the one for which one worked is responsible (令13号 第九条)."""

    JOBS = JOB, Employment("Beta", date(2026, 1, 5))
    RECORD = ContributionHistory([months("2026-01", employer="Alpha")])

    @pytest.mark.parametrize(
        ("employer", "expected"),
        [("Alpha", (ELIGIBLE, FUND)), ("Beta", (INELIGIBLE, EMPLOYER))],
    )
    def test_the_employer_for_which_one_worked(
        self, employer: str, expected: tuple[Outcome, Payer]
    ) -> None:
        """Alpha has paid and Beta has not: it depends on where one was hurt."""
        decision = work_injury.cover(self.RECORD, on=ON, employments=self.JOBS, employer=employer)

        assert expected == (decision.outcome, decision.value)

    def test_which_one_is_missing(self) -> None:
        """Not said, it is open, and each employer has its case."""
        decision = work_injury.cover(self.RECORD, on=ON, employments=self.JOBS)

        assert (decision.outcome, decision.value) == (UNDETERMINED, None)
        assert [(each.name, dict(each.would)) for each in decision.missing] == [
            ("employer", {"Alpha": ELIGIBLE, "Beta": INELIGIBLE})
        ]

    def test_where_both_have_paid_it_does_not_matter(self) -> None:
        """The fund covers either way."""
        both = ContributionHistory([months("2026-01", employer=each) for each in ("Alpha", "Beta")])
        decision = work_injury.cover(both, on=ON, employments=self.JOBS)

        assert (decision.outcome, decision.value) == (ELIGIBLE, FUND)

    def test_an_employer_without_employments(self) -> None:
        """The name alone chooses among the periods and the enrolments."""
        assert work_injury.cover(self.RECORD, on=ON, employer="Alpha").value is FUND
        assert work_injury.cover(self.RECORD, on=ON, employer="Beta").value is None
        work = [enrolled(date(2026, 1, 5))]
        alpha, beta = (
            work_injury.cover(ContributionHistory(), on=ON, enrolments=work, employer=each)
            for each in ("Alpha", "Beta")
        )
        assert (alpha.outcome, beta.outcome) == (ELIGIBLE, INELIGIBLE)

    def test_an_employer_of_another_time(self) -> None:
        """Nobody is hurt at work for an employer that did not employ on that day."""
        decision = work_injury.cover(self.RECORD, on=ON, employments=self.JOBS, employer="Gamma")

        assert (decision.outcome, decision.value) == (INELIGIBLE, None)
        assert decision.conditions[0].reason is Reason.WORK_INJURY_EMPLOYED


class TestAdvance:
    """The fund advances what an uninsured employer does not pay (第四十一条)."""

    @pytest.mark.parametrize(
        ("pays", "expected"), [(False, ELIGIBLE), (True, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_if_the_employer_does_not_pay(self, pays: bool | None, expected: Outcome) -> None:
        """Only what the fund would have paid is advanced; not said, it is what is missing."""
        decision = work_injury.advance(
            ContributionHistory(), on=ON, employments=[JOB], employer_pays=pays
        )

        assert expected is decision.outcome
        assert (Missing("employer_pays") in decision.missing) is (pays is None)
        assert decision.value is not None
        assert (InjuryItem.DEATH_GRANT in decision.value, len(decision.value)) == (True, 13)

    def test_where_the_fund_covers_nothing_is_advanced(self) -> None:
        """Who is insured is paid by the fund itself."""
        paid = ContributionHistory([months("2026-01")])
        decision = work_injury.advance(paid, on=ON, employer_pays=False)

        assert decision.outcome is INELIGIBLE

    def test_arrears_alone_name_an_employer(self) -> None:
        """Who owes the month has not paid for insurance."""
        owed = ContributionHistory([months("2026-01", status=OWED)])

        assert work_injury.advance(owed, on=ON, employer_pays=False).outcome is ELIGIBLE

    def test_without_an_employer_it_is_open(self) -> None:
        """An empty record does not say for whom one worked."""
        decision = work_injury.advance(ContributionHistory(), on=ON, employer_pays=False)

        assert decision.missing == (Missing("employment"),)

    def test_not_employed_is_no_case(self) -> None:
        """Where nobody employed on that day there is no employer to pay for."""
        gone = Employment("Alpha", date(2025, 1, 1), date(2025, 12, 31))
        decision = work_injury.advance(
            ContributionHistory(), on=ON, employments=[gone], employer_pays=False
        )

        assert decision.outcome is INELIGIBLE

    def test_what_is_open_of_the_cover_is_open_here(self) -> None:
        """Whether the enrolment went on decides both."""
        paid = ContributionHistory([months("2025-12")])
        decision = work_injury.advance(paid, on=ON, employer_pays=False)

        assert decision.missing == (Missing("enrolment"),)

    def test_law_that_is_not_known(self) -> None:
        """Before 2011-07-01 nothing is known to be advanced."""
        decision = work_injury.advance(
            ContributionHistory(), on=date(2011, 6, 30), employments=[JOB], employer_pays=False
        )

        assert (decision.outcome, decision.value) == (INELIGIBLE, None)
        assert decision.conditions[1].needs == (Missing("work_injury.advance", "100000"),)

    def test_a_law_without_it(self) -> None:
        """Under a law that advances nothing the answer is no."""
        law = shipped().replacing(parameters.WORK_INJURY_ADVANCE, "none")
        decision = work_injury.advance(
            ContributionHistory(), on=ON, employments=[JOB], employer_pays=False, law=law
        )

        assert decision.outcome is INELIGIBLE

    def test_what_is_refused(self) -> None:
        """A text is no truth value."""
        with pytest.raises(RuleError, match="employer_pays: 'no' is no truth value"):
            work_injury.advance(ContributionHistory(), on=ON, employer_pays=cast("Any", "no"))


class TestBenefits:
    """The items of 社会保险法 第三十八、三十九条."""

    def test_who_pays_which(self) -> None:
        """Thirteen items from the fund, three from the employer, each once."""
        found = work_injury.benefits(on=ON)

        assert [each.payer for each in found] == [FUND] * 13 + [EMPLOYER] * 3
        assert [each.item for each in found] == list(InjuryItem)
        assert {each.citation.article for each in found} == {"第三十八条", "第三十九条"}

    def test_before_the_social_insurance_law(self) -> None:
        """Who paid what before 2011-07-01 is not shipped."""
        with pytest.raises(UnknownLawError):
            work_injury.benefits(on=date(2011, 6, 30))


class TestNewCosts:
    """After an employer joined and paid, the fund pays what newly arises (人社部发〔2016〕29号 三)."""

    GRANTS = (
        InjuryItem.DISABILITY_GRANT,
        InjuryItem.FUNERAL_GRANT,
        InjuryItem.DEPENDANTS_PENSION,
        InjuryItem.DEATH_GRANT,
        InjuryItem.ASSESSMENT,
    )

    def test_who_was_injured(self) -> None:
        """Eight items; the grant for the disability is never among them."""
        costs = work_injury.new_costs(injured_on=ON, paid_on=date(2026, 3, 2))

        assert costs.from_day == date(2026, 3, 2)
        assert costs.citation.instrument.number == "人社部发〔2016〕29号"
        assert len(costs.fund) == 8
        assert set(self.GRANTS) <= set(costs.employer)
        assert InjuryItem.WAGES in costs.employer

    def test_who_died(self) -> None:
        """Only the pension of dependants; funeral and death grants stay with the employer."""
        costs = work_injury.new_costs(injured_on=ON, paid_on=date(2026, 3, 2), died=True)

        assert costs.fund == (InjuryItem.DEPENDANTS_PENSION,)
        assert {InjuryItem.FUNERAL_GRANT, InjuryItem.DEATH_GRANT} <= set(costs.employer)

    @pytest.mark.parametrize("paid_on", [ON, date(2020, 1, 1)])
    def test_paid_before_the_injury_everything_is_as_insured(self, paid_on: date) -> None:
        """The fund pays its thirteen items from the day of the injury."""
        costs = work_injury.new_costs(injured_on=ON, paid_on=paid_on)

        assert (costs.from_day, len(costs.fund), len(costs.employer)) == (ON, 13, 3)
        assert costs.citation.article == "第三十八条"

    @pytest.mark.parametrize("died", [False, True])
    def test_each_item_is_paid_by_one(self, died: bool) -> None:
        """Fund and employer share all items between them."""
        costs = work_injury.new_costs(injured_on=ON, paid_on=date(2026, 3, 2), died=died)

        assert sorted((*costs.fund, *costs.employer), key=lambda item: item.rank) == list(
            InjuryItem
        )

    def test_before_the_opinions(self) -> None:
        """What was new before 2016-03-28 is not shipped."""
        with pytest.raises(UnknownLawError, match=r"work_injury\.late_items"):
            work_injury.new_costs(injured_on=date(2015, 1, 5), paid_on=date(2016, 3, 27))

    def test_what_is_refused(self) -> None:
        """Days are days, and a truth value is one."""
        with pytest.raises(RuleError, match="died"):
            work_injury.new_costs(injured_on=ON, paid_on=ON, died=cast("Any", 1))
        with pytest.raises(MonthError, match="injured_on"):
            work_injury.new_costs(injured_on=cast("Any", "today"), paid_on=ON)
        with pytest.raises(MonthError, match="paid_on"):
            work_injury.new_costs(injured_on=ON, paid_on=cast("Any", "today"))


ITEMS = ["medical_treatment", InjuryItem.NURSING_CARE]


@pytest.mark.parametrize("value", [ITEMS, tuple(ITEMS)])
def test_items_by_name_or_as_terms(value: object) -> None:
    """A list may name items or hold them."""
    law = shipped().replacing(parameters.WORK_INJURY_FUND_ITEMS, value)
    found = law.get(parameters.WORK_INJURY_FUND_ITEMS, on=ON).value

    assert found == (InjuryItem.MEDICAL_TREATMENT, InjuryItem.NURSING_CARE)


@pytest.mark.parametrize("value", [[], "wages", ["wages", "wages"], ["salary"], [7], None])
def test_items_that_are_none(value: object) -> None:
    """No items, a repeated one, or a word that names none, are refused."""
    with pytest.raises(LawFileError, match="a list of 1 or more, each once"):
        shipped().replacing(parameters.WORK_INJURY_FUND_ITEMS, value)


def test_late_items_are_two_lists() -> None:
    """Items of who was injured and of who died."""
    value = LateItems((InjuryItem.WAGES,), (InjuryItem.DEATH_GRANT,))
    law = shipped().replacing(parameters.WORK_INJURY_LATE_ITEMS, value)

    assert law.get(parameters.WORK_INJURY_LATE_ITEMS, on=ON).value == value


def test_facts_that_are_refused() -> None:
    """An enrolment is no employment, a single one no list, and an empty text no employer."""
    record = ContributionHistory()
    with pytest.raises(PeriodError, match=r"employments: .* is of type Enrolment"):
        work_injury.cover(record, on=ON, employments=cast("Any", [enrolled(ON)]))
    with pytest.raises(PeriodError, match=r"enrolments: .* is one item"):
        work_injury.cover(record, on=ON, enrolments=cast("Any", enrolled(ON)))
    with pytest.raises(RuleError, match="employer: '' is no name; expected text or None"):
        work_injury.cover(record, on=ON, employer="")
    with pytest.raises(RuleError, match="area: 'here'"):
        work_injury.cover(record, on=ON, area="here", enrolments=[enrolled(date(2026, 3, 1))])
