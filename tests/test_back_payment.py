"""Which months may still be back-paid: by an employer, by who is insured alone, many at once."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    InsuranceKind,
    Missing,
    MonthError,
    MonthSet,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Reason,
    RuleError,
    Scheme,
    Verdict,
    YearMonth,
    back_payment,
)
from shebao.law import parameters, shipped
from shebao.rules.back_payment import BackPayment

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
ON: Final = date(2025, 6, 3)
FLEXIBLE: Final = Scheme.FLEXIBLE


def period(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months, paid unless facts say otherwise."""
    facts = {"kind": PENSION, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


#: One year paid long ago, so that nobody is a newcomer; then months in arrears.
PAID: Final = ContributionHistory([period("2010-01", "2010-12")])
OWED: Final = ContributionHistory(
    [
        period("2010-01", "2010-12"),
        period("2025-01", "2025-03", status=PaymentStatus.ARREARS),
        period("2025-04", settled_on=date(2025, 5, 10)),
    ]
)


def asked(
    months: str,
    history: ContributionHistory = PAID,
    kind: InsuranceKind = PENSION,
    on: date = ON,
    **facts: Any,  # noqa: ANN401
) -> Decision[BackPayment]:
    """The decision on a span of months."""
    return back_payment.eligibility(history, kind, MonthSpan.parse(months), on=on, **facts)


def found(decision: Decision[BackPayment], reason: Reason) -> Condition:
    """The condition of a reason, among the parts too."""
    return next(
        each
        for condition in decision.conditions
        for each in condition.walk()
        if each.reason is reason
    )


def missing(decision: Decision[BackPayment]) -> list[str]:
    """What is missing, in words."""
    return [str(each) for each in decision.missing]


class TestMonths:
    """Only months that are over and not paid are back-paid."""

    def test_arrears_are_paid_by_the_employer(self) -> None:
        """Declared and not paid, they need no proof of employment, and the law is official."""
        decision = asked("2025-01..2025-03", OWED)
        assert (ELIGIBLE, Evidence.OFFICIAL) == (decision.outcome, decision.evidence)
        assert found(decision, Reason.BACK_PAYMENT_EMPLOYED).actual is True

    def test_the_value_is_what_would_be_paid(self) -> None:
        """Of January to May three months are owed, one is paid, one was never declared."""
        value = asked("2025-01..2025-05", OWED).value
        months = MonthSet(["2025-01..2025-03", "2025-05"])
        assert BackPayment(months, MonthSet(["2025-01..2025-03"]), MonthSet()) == value

    def test_what_is_paid_is_not_paid_again(self) -> None:
        """April is paid: there is nothing to pay back, and that is said with the number."""
        decision = asked("2025-04", OWED, employed=True)
        assert decision.outcome is INELIGIBLE
        condition = found(decision, Reason.BACK_PAYMENT_OPEN)
        assert (NOT_MET, 0) == (condition.verdict, condition.actual)
        unasked = found(asked("2025-04", OWED), Reason.BACK_PAYMENT_EMPLOYED)
        assert unasked.verdict is UNKNOWN

    def test_as_of_the_day(self) -> None:
        """Before the money for April came it was pending, and before that nothing was known of it."""
        assert asked("2025-04", OWED, on=date(2025, 5, 9), employed=True).outcome is INELIGIBLE
        late = ContributionHistory(
            [
                *PAID,
                period(
                    "2025-02",
                    status=PaymentStatus.BACK_PAID,
                    declared_on=date(2025, 2, 10),
                    settled_on=ON,
                ),
            ]
        )
        outcomes = [asked("2025-02", late, on=day).outcome for day in (date(2025, 6, 2), ON)]
        assert [ELIGIBLE, INELIGIBLE] == outcomes

    @pytest.mark.parametrize(("last", "expected"), [("2025-06", ELIGIBLE), ("2025-07", INELIGIBLE)])
    def test_no_month_lies_ahead(self, last: str, expected: Outcome) -> None:
        """The month of the day may be paid, the next one is no back-payment."""
        decision = asked(f"2025-05..{last}", employed=True)
        assert decision.outcome is expected
        condition = found(decision, Reason.BACK_PAYMENT_OVER)
        assert (YearMonth(2025, 6), YearMonth.parse(last)) == (condition.required, condition.actual)

    def test_months_known_by_number_may_be_open(self) -> None:
        """Of 2024 five months are paid, nobody knows which: the record is missing."""
        history = ContributionHistory([*PAID, period("2024-01", "2024-12", count=5)])
        decision = asked("2024-03", history, employed=True)
        assert (UNDETERMINED, ["history"]) == (decision.outcome, missing(decision))
        assert (0, 1) == found(decision, Reason.BACK_PAYMENT_OPEN).actual

    def test_a_single_month_in_any_form(self) -> None:
        """A month, a date and a text are months."""
        answers = {
            back_payment.eligibility(OWED, PENSION, month, on=ON).outcome
            for month in (YearMonth(2025, 2), "2025-02", date(2025, 2, 7))
        }
        assert {ELIGIBLE} == answers


class TestEmployment:
    """A month outside any labour relation cannot be bought."""

    @pytest.mark.parametrize(
        ("employed", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_a_gap_takes_a_labour_relation(self, employed: bool | None, expected: Outcome) -> None:
        """Months that nobody declared are back-paid if there was an employer."""
        decision = asked("2024-05", employed=employed)
        assert decision.outcome is expected
        assert missing(decision) == (["employed"] if employed is None else [])
        assert found(decision, Reason.BACK_PAYMENT_EMPLOYED).citation is not None

    def test_arrears_beside_a_gap(self) -> None:
        """One month of the span was not declared: of that the labour relation is not known."""
        assert missing(asked("2024-12..2025-03", OWED)) == ["employed"]

    def test_arrears_beside_months_known_by_number(self) -> None:
        """Months that may be absent are no months that an employer declared."""
        history = ContributionHistory([*OWED, period("2024-01", "2024-12", count=5)])
        assert missing(asked("2024-12..2025-03", history)) == ["employed"]

    def test_what_is_said_goes_before_what_is_declared(self) -> None:
        """A caller who knows that there was no labour relation is believed."""
        assert asked("2025-01", OWED, employed=False).outcome is INELIGIBLE

    @pytest.mark.parametrize(
        ("kind", "first", "before"),
        [
            (PENSION, "1999-02", "1999-01"),
            (MEDICAL, "1999-02", "1999-01"),
            (UNEMPLOYMENT, "1999-02", "1999-01"),
            (WORK_INJURY, "2011-07", "2011-06"),
            (MATERNITY, "2011-07", "2011-06"),
        ],
    )
    def test_the_first_month_of_national_law(
        self, kind: InsuranceKind, first: str, before: str
    ) -> None:
        """Since the regulation, and since the statute, employers are bound; before, places rule."""
        assert asked(first, kind=kind, employed=True).outcome is ELIGIBLE
        decision = asked(before, kind=kind, employed=True, area="130100")
        name = f"back_payment.first_month.{kind.value} (130100)"
        assert (UNDETERMINED, [name]) == (decision.outcome, missing(decision))

    @pytest.mark.parametrize(
        ("month", "on", "expected"),
        [
            ("1995-01", date(2020, 7, 13), ELIGIBLE),
            ("1994-12", date(2020, 7, 13), UNDETERMINED),
            ("1995-01", date(2020, 7, 12), UNDETERMINED),
        ],
    )
    def test_henan_goes_back_to_1995(self, month: str, on: date, expected: Outcome) -> None:
        """补缴起始时间不早于1995年1月1日, as reported on 2020-07-13."""
        assert asked(month, on=on, employed=True, area="410100").outcome is expected

    def test_before_any_law_it_is_open(self) -> None:
        """In 1998 no law is known: the parameter is named."""
        decision = asked("1998-05", ContributionHistory(), MEDICAL, date(1998, 6, 1), employed=True)
        assert missing(decision) == ["back_payment.first_month.medical (100000)"]


class TestManyMonths:
    """Three years or more of pension months at once take a document made before the payment."""

    @pytest.mark.parametrize(
        ("months", "day", "expected"),
        [
            ("2021-01..2023-11", None, ELIGIBLE),
            ("2021-01..2023-11", False, ELIGIBLE),
            ("2021-01..2023-12", None, UNDETERMINED),
            ("2021-01..2023-12", False, INELIGIBLE),
            ("2021-01..2023-12", date(2025, 6, 2), ELIGIBLE),
            ("2021-01..2023-12", ON, ELIGIBLE),
            ("2021-01..2023-12", date(2025, 6, 4), INELIGIBLE),
        ],
    )
    def test_thirty_six_months(self, months: str, day: object, expected: Outcome) -> None:
        """超过3年（含3年）: 35 months take none, 36 one that was not made afterwards."""
        decision = asked(months, employed=True, document_on=day)
        assert decision.outcome is expected
        assert missing(decision) == (["document_on"] if expected is UNDETERMINED else [])

    def test_months_that_are_paid_do_not_add_up(self) -> None:
        """Of 40 months five were paid: 35 are back-paid."""
        history = ContributionHistory([*PAID, period("2022-01", "2022-05")])
        decision = asked("2021-01..2024-04", history, employed=True)
        assert (ELIGIBLE, 35) == (
            decision.outcome,
            found(decision, Reason.BACK_PAYMENT_FEW).actual,
        )

    def test_other_kinds_take_no_document(self) -> None:
        """The notices speak of pension contributions."""
        decision = asked("2020-01..2024-12", kind=UNEMPLOYMENT, employed=True)
        assert decision.outcome is ELIGIBLE

    def test_before_the_notice_of_2016_a_promise_is_enough(self) -> None:
        """The place that took the money promises in writing when the record moves."""
        decision = asked("2005-01..2009-12", on=date(2016, 10, 31), employed=True, over_age=False)
        promise = found(decision, Reason.BACK_PAYMENT_PROMISE)
        assert (MET, "一") == (promise.verdict, promise.citation and promise.citation.article)
        assert found(decision, Reason.BACK_PAYMENT_LUMP).verdict is MET

    @pytest.mark.parametrize("on", [date(2016, 11, 1), date(2016, 12, 26), date(1999, 1, 21)])
    def test_days_of_unknown_law(self, on: date) -> None:
        """The day of the notice was not read, nor what held before the regulation."""
        decision = asked("1990-01", ContributionHistory(), on=on, employed=True)
        assert "back_payment.document (100000)" in missing(decision)

    @pytest.mark.parametrize(
        ("on", "article", "grade"),
        [
            (date(2016, 12, 27), "四", Evidence.SECONDARY),
            (date(2019, 9, 28), "四", Evidence.SECONDARY),
            (date(2019, 9, 29), "二", Evidence.OFFICIAL),
        ],
    )
    def test_the_notice_of_the_day(self, on: date, article: str, grade: Evidence) -> None:
        """人社部规〔2016〕5号 四, since 2019-09-29 人社厅发〔2019〕94号 二."""
        few = found(asked("2011-01", on=on, employed=True), Reason.BACK_PAYMENT_FEW)
        assert few.citation is not None
        assert (article, grade) == (few.citation.article, few.evidence)

    def test_a_number_in_bounds(self) -> None:
        """Where 30 to 36 months would be paid, the record is missing, and the document."""
        loose = period("2021-01", "2021-12", count=(6, 12))
        history = ContributionHistory([*PAID, loose])
        decision = asked("2021-01..2023-12", history, employed=True)
        few = found(decision, Reason.BACK_PAYMENT_FEW)
        assert (UNKNOWN, (24, 36)) == (few.verdict, few.actual)
        assert missing(decision) == ["history", "document_on"]


class TestNewcomers:
    """Nobody past the age without a record is brought in."""

    nobody: Final = ContributionHistory()

    @pytest.mark.parametrize(
        ("over_age", "expected"), [(True, INELIGIBLE), (False, ELIGIBLE), (None, UNDETERMINED)]
    )
    def test_who_never_paid(self, over_age: bool | None, expected: Outcome) -> None:
        """Past the age the door is shut, before it open."""
        decision = asked("2024-05", self.nobody, employed=True, over_age=over_age)
        assert decision.outcome is expected
        assert missing(decision) == (["over_age"] if over_age is None else [])
        assert decision.evidence is Evidence.SECONDARY

    def test_who_paid_is_not_asked(self) -> None:
        """With a record the age does not matter, and the decision rests on official law."""
        decision = asked("2024-05", employed=True, over_age=True)
        assert (ELIGIBLE, Evidence.OFFICIAL) == (decision.outcome, decision.evidence)

    def test_a_record_that_may_be_empty(self) -> None:
        """Of a record that holds no month for certain, the record and the age are missing."""
        history = ContributionHistory([period("2012-01", "2012-12", count=(0, 12))])
        assert missing(asked("2024-05", history, employed=True)) == ["history", "over_age"]
        assert missing(asked("2024-05", history, employed=True, over_age=True)) == ["history"]
        assert asked("2024-05", history, employed=True, over_age=False).outcome is ELIGIBLE

    def test_before_the_notice_of_2016_it_is_not_known(self) -> None:
        """For days before 2017 the parameter is missing."""
        decision = asked("2011-08", self.nobody, on=date(2012, 1, 5), employed=True, over_age=True)
        assert missing(decision) == ["back_payment.newcomers (100000)"]

    def test_a_place_that_lets_them_in(self) -> None:
        """Where the law of a place says so, people past the age may be brought in."""
        law = shipped().replacing(parameters.BACK_PAYMENT_NEWCOMERS, True, area="130000")
        facts: dict[str, Any] = {"employed": True, "over_age": True, "law": law}
        assert asked("2024-05", self.nobody, area="130100", **facts).outcome is ELIGIBLE
        assert asked("2024-05", self.nobody, area="130100", **{**facts, "over_age": None}).eligible
        assert asked("2024-05", self.nobody, **facts).outcome is INELIGIBLE

    def test_other_kinds_do_not_ask(self) -> None:
        """The notice speaks of pensions."""
        decision = asked("2024-05", self.nobody, MEDICAL, employed=True)
        assert decision.outcome is ELIGIBLE


class TestFlexible:
    """Who is insured alone may not buy years afterwards; the rest is local."""

    @pytest.mark.parametrize(
        ("months", "area", "expected"),
        [
            ("2024-12", None, INELIGIBLE),
            ("2024-12", "120000", INELIGIBLE),
            ("2024-12..2025-02", "120000", INELIGIBLE),
            ("2025-01..2025-02", "120000", ELIGIBLE),
            ("2025-02", None, UNDETERMINED),
            ("2025-06", None, ELIGIBLE),
            ("2025-05..2025-06", None, UNDETERMINED),
        ],
    )
    def test_pension_months(self, months: str, area: str | None, expected: Outcome) -> None:
        """Earlier years nowhere; the same year in Tianjin; the month of the day is no back-payment."""
        decision = asked(months, scheme=FLEXIBLE, area=area)
        assert decision.outcome is expected
        name = "back_payment.same_year.pension (100000)"
        assert missing(decision) == ([name] if expected is UNDETERMINED else [])

    def test_the_ban_is_secondary(self) -> None:
        """The notice itself was not read: the answer says how well it is attested."""
        decision = asked("2024-12", scheme=FLEXIBLE)
        condition = found(decision, Reason.BACK_PAYMENT_EARLIER_YEARS)
        assert (NOT_MET, True, False) == (condition.verdict, condition.required, condition.actual)
        assert decision.evidence is Evidence.SECONDARY

    def test_medical_months_are_local(self) -> None:
        """No national text bans them: both parameters of the place are named."""
        decision = asked("2024-11..2025-02", kind=MEDICAL, scheme=FLEXIBLE, area="130100")
        assert missing(decision) == [
            "back_payment.earlier_years.medical (130100)",
            "back_payment.same_year.medical (130100)",
        ]

    def test_a_place_that_allows_them(self) -> None:
        """With the law of the place the answer follows."""
        law = shipped().replacing(
            parameters.BACK_PAYMENT_EARLIER_YEARS[MEDICAL],
            True,
            area="130100",
        )
        facts: dict[str, Any] = {"kind": MEDICAL, "scheme": FLEXIBLE, "law": law}
        assert asked("2024-11..2024-12", area="130100", **facts).outcome is ELIGIBLE

    def test_before_2017_the_ban_is_not_known(self) -> None:
        """The day of the notice is not known, only that its number is of 2016."""
        decision = asked("2015-03", scheme=FLEXIBLE, on=date(2016, 5, 1))
        assert missing(decision) == ["back_payment.earlier_years.pension (100000)"]


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"scheme": Scheme.RESIDENT}, RuleError, "scheme"),
        ({"scheme": "employee"}, RuleError, "scheme"),
        ({"kind": "pension"}, RuleError, "kind"),
        ({"months": "spring"}, MonthError, "months"),
        ({"on": "2025-06-03"}, MonthError, "on"),
        ({"employed": 1}, RuleError, "employed"),
        ({"over_age": "no"}, RuleError, "over_age"),
        ({"document_on": True}, MonthError, "document_on"),
        ({"document_on": "2025-05-06"}, MonthError, "document_on"),
    ],
)
def test_what_makes_no_question_is_refused(
    facts: dict[str, Any], error: type[Exception], field: str
) -> None:
    """Residents pay by calendar years; facts are truth values, days are days."""
    given: dict[str, Any] = {"kind": PENSION, "months": "2024-05", "on": ON, **facts}
    with pytest.raises(error) as caught:
        back_payment.eligibility(PAID, given.pop("kind"), given.pop("months"), **given)
    assert getattr(caught.value, "field", None) == field


def test_a_medical_gap_without_a_job_is_the_places_own() -> None:
    """Whether it may be paid up, and how, the place says: open, and the parameter is named."""
    record = ContributionHistory([ContributionPeriod(MEDICAL, MonthSpan("2024-01", "2026-01"))])
    decision = back_payment.eligibility(
        record, MEDICAL, "2026-02..2026-03", on=date(2026, 4, 10), employed=False, area="440100"
    )
    assert (Missing("back_payment.same_year.medical", "440100"),) == decision.missing
