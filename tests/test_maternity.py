"""Maternity cover by example: months read from medical insurance, a number that places set."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, cast

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    LawFileError,
    Missing,
    MonthError,
    MonthSpan,
    MonthState,
    Outcome,
    PaymentStatus,
    Reason,
    RuleError,
    Scheme,
    Verdict,
    maternity,
)
from shebao.law import Law, parameters, shipped

ON = date(2026, 1, 29)
AREA = "130100"
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
QUALIFYING = parameters.MATERNITY_QUALIFYING_MONTHS


def asking_for(months: int | dict[str, Any], area: str = AREA) -> Law:
    """The law with the months that a place asks for."""
    return shipped().replacing(QUALIFYING, months, area=area)


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months of an employee unless facts say otherwise."""
    facts = {"kind": MEDICAL, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


YEAR = record(months("2025-02", "2026-01"))


@pytest.mark.parametrize(("asked", "expected"), [(6, ELIGIBLE), (12, ELIGIBLE), (13, INELIGIBLE)])
def test_medical_months_of_an_employee_are_maternity_months(asked: int, expected: Outcome) -> None:
    """Since the merger twelve medical months are twelve maternity months (国办发〔2019〕10号)."""
    decision = maternity.cover(YEAR, on=ON, area=AREA, law=asking_for(asked))

    assert expected is decision.outcome
    assert decision.value is not None
    assert (decision.value.months, decision.value.is_merged) == (12, True)


@pytest.mark.parametrize(
    ("area", "named"), [(AREA, AREA), ("120000", "120000"), ("999999", "999999"), (None, "100000")]
)
def test_where_the_number_is_not_known_it_is_missing(area: str | None, named: str) -> None:
    """No number stands in the statute; without the place's own the answer is open."""
    decision = maternity.cover(YEAR, on=ON, area=area)

    assert decision.outcome is UNDETERMINED
    assert decision.missing == (Missing("maternity.qualifying_months", named),)
    assert decision.conditions[0].verdict is MET


def test_maternity_rows_may_end_with_the_merger() -> None:
    """Rows of maternity insurance up to 2019-12 and medical ones since make one run."""
    history = record(
        months("2019-01", "2019-12", kind=MATERNITY),
        months("2019-01", "2020-09", employer="Alpha"),
    )
    decision = maternity.cover(history, on=date(2020, 9, 8), area=AREA, law=asking_for(21))

    assert decision.outcome is ELIGIBLE
    assert decision.value is not None
    assert (decision.value.months, decision.value.is_merged) == (21, True)


def test_flexible_months_are_none() -> None:
    """Who is insured alone pays no maternity insurance, unless a place says so."""
    flexible = record(months("2025-02", "2026-01", scheme=Scheme.FLEXIBLE))
    decision = maternity.cover(flexible, on=ON, area=AREA, law=asking_for(6))

    assert [each.verdict for each in decision.conditions] == [NOT_MET, NOT_MET]


def test_before_the_merger_medical_months_are_none() -> None:
    """Medical months up to 2019-12 are no maternity months; rows of its own are."""
    law = asking_for(3)
    on = date(2020, 2, 15)
    medical = record(months("2019-01", "2020-02"))
    own = record(months("2019-01", "2019-12", kind=MATERNITY), months("2020-01", "2020-02"))
    found = [maternity.cover(each, on=on, area=AREA, law=law) for each in (medical, own)]

    assert [each.outcome for each in found] == [INELIGIBLE, ELIGIBLE]
    assert [each.value and each.value.months for each in found] == [2, 14]


def test_a_gap_restarts_the_months() -> None:
    """A month without contribution breaks: continuous months are counted without bridging."""
    broken = record(months("2024-01", "2025-05"), months("2025-07", "2026-01"))
    decision = maternity.cover(broken, on=ON, area=AREA, law=asking_for(9))

    assert decision.outcome is INELIGIBLE
    assert decision.conditions[1].reason is Reason.MATERNITY_MONTHS
    assert (decision.conditions[1].required, decision.conditions[1].actual) == (9, 7)


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2026, 1, 19), INELIGIBLE), (date(2026, 1, 20), ELIGIBLE)]
)
def test_arrears_until_the_day_of_settlement(on: date, expected: Outcome) -> None:
    """The month before and the month itself, declared and owed, count from 2026-01-20 on."""
    owed = [
        months(
            month,
            status=PaymentStatus.BACK_PAID,
            declared_on=day,
            settled_on=date(2026, 1, 20),
        )
        for month, day in (("2025-12", date(2025, 12, 9)), ("2026-01", date(2026, 1, 9)))
    ]
    decision = maternity.cover(
        record(months("2025-01", "2025-11"), *owed), on=on, area=AREA, law=asking_for(9)
    )

    assert expected is decision.outcome


def test_in_arrears_the_answer_is_no_whatever_the_place_asks_for() -> None:
    """The parameter of the place is then not missing."""
    decision = maternity.cover(
        record(months("2025-01", "2026-01", status=PaymentStatus.ARREARS)), on=ON, area=AREA
    )

    assert (decision.outcome, decision.missing) == (INELIGIBLE, ())
    assert [each.verdict for each in decision.conditions] == [NOT_MET, UNKNOWN]


def test_open_when_only_the_month_before_is_known() -> None:
    """Paid up to 2025-12, whether employment went on in January is missing."""
    decision = maternity.cover(
        record(months("2025-01", "2025-12")), on=ON, area=AREA, law=asking_for(9)
    )

    assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("enrolment"),))


def test_months_known_by_their_number_may_leave_it_open() -> None:
    """Paid for 2026-01, and 10 of the 12 months before it: from 1 to 11 continuous months."""
    history = record(months("2025-01", "2025-12", count=10), months("2026-01"))
    decision = maternity.cover(history, on=ON, area=AREA, law=asking_for(9))

    assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("history"),))


def test_the_law_that_is_cited() -> None:
    """Employers pay and their employees benefit (社会保险法 第五十三条); the number is the place's."""
    decision = maternity.cover(YEAR, on=ON, area=AREA, law=asking_for(9))

    assert [each.citation and each.citation.article for each in decision.conditions] == [
        "第五十三条",
        None,
    ]
    assert decision.evidence is Evidence.UNVERIFIED


def test_before_the_social_insurance_law_it_is_open() -> None:
    """Of the day before 2011-07-01 the law is not known, and it is what is missing."""
    decision = maternity.cover(
        record(months("2010-01", "2011-06", kind=MATERNITY)), on=date(2011, 6, 30)
    )

    assert Missing("contribution.payer.maternity", "100000") in decision.missing


def test_what_is_refused() -> None:
    """A text is no day, and a name no code."""
    with pytest.raises(MonthError, match="on: '2026-01-29' is of type str"):
        maternity.cover(YEAR, on=cast("Any", "2026-01-29"))
    with pytest.raises(RuleError, match="area: '石家庄市' is not an area code"):
        maternity.cover(YEAR, on=ON, area="石家庄市")


def reasons(decision: Any) -> dict[Reason, tuple[Verdict, object, object]]:  # noqa: ANN401
    """Verdict, what was required and what was found, of each condition and its parts."""
    return {
        each.reason: (each.verdict, each.required, each.actual)
        for condition in decision.conditions
        for each in condition.walk()
    }


class TestBeijing:
    """Nine months in a row before the birth, or twelve after it, then paid afterwards."""

    AREA = "110105"

    @pytest.mark.parametrize(
        ("first", "expected"),
        [("2025-04", ELIGIBLE), ("2025-05", ELIGIBLE), ("2025-06", INELIGIBLE)],
    )
    def test_the_month_of_birth_is_one_of_the_nine(self, first: str, expected: Outcome) -> None:
        """From 2025-05 to a birth in 2026-01 are nine months (京人社医发〔2011〕334号 五)."""
        history = record(months(first, "2026-01"))

        assert expected is maternity.cover(history, on=ON, area=self.AREA).outcome

    @pytest.mark.parametrize(
        ("asked_on", "expected"),
        [
            (None, INELIGIBLE),
            (ON, INELIGIBLE),
            (date(2026, 12, 31), INELIGIBLE),
            (date(2027, 1, 1), ELIGIBLE),
        ],
    )
    def test_twelve_months_after_the_birth_are_paid_afterwards(
        self, asked_on: date | None, expected: Outcome
    ) -> None:
        """Eight months before a birth in January; the twelfth month after it is the next January."""
        history = record(months("2025-06", "2027-03"))
        decision = maternity.cover(history, on=ON, asked_on=asked_on, area=self.AREA)

        assert expected is decision.outcome

    def test_both_ways_are_told(self) -> None:
        """The months before the birth and those after it stand side by side."""
        decision = maternity.cover(
            record(months("2025-06", "2026-05")), on=ON, asked_on=date(2026, 5, 31), area=self.AREA
        )

        assert reasons(decision) == {
            Reason.MATERNITY_PAID: (MET, decision.conditions[0].required, MonthState.PAID),
            Reason.MATERNITY_ENOUGH_MONTHS: (NOT_MET, None, None),
            Reason.MATERNITY_MONTHS: (NOT_MET, 9, 8),
            Reason.MATERNITY_MONTHS_AFTER: (NOT_MET, 12, 4),
        }
        assert decision.evidence is Evidence.OFFICIAL

    def test_a_gap_after_the_birth_starts_the_twelve_anew(self) -> None:
        """Eleven months, a gap and eleven more are not twelve in a row."""
        broken = record(months("2026-01", "2026-12"), months("2027-02", "2027-12"))
        decision = maternity.cover(broken, on=ON, asked_on=date(2027, 12, 31), area=self.AREA)

        assert reasons(decision)[Reason.MATERNITY_MONTHS_AFTER] == (NOT_MET, 12, 11)

    def test_the_costs_of_the_birth_need_no_months(self) -> None:
        """The months are those of the allowance: the first paid month is enough for the costs."""
        first = record(months("2026-01"))

        assert maternity.medical_costs(first, on=ON, area=self.AREA).outcome is ELIGIBLE
        assert maternity.cover(first, on=ON, area=self.AREA).outcome is INELIGIBLE

    def test_all_of_the_allowance_or_none(self) -> None:
        """There is no part of the allowance in Beijing."""
        shares = [
            maternity.fund_share(record(months(first, "2026-01")), on=ON, area=self.AREA)
            for first in ("2025-05", "2025-06")
        ]

        assert shares == [1, 0]


class TestShanghai:
    """The notice of 2016: nine months in a row or twelve in all, else months over twelve."""

    AREA = "310000"
    ON = date(2019, 10, 8)

    def share(self, *periods: tuple[str, str], asked_on: date | None = None) -> Fraction | None:
        """The share of the fund for maternity rows of 2018 and 2019."""
        rows = [months(first, last, kind=MATERNITY) for first, last in periods]
        return maternity.fund_share(record(*rows), on=self.ON, asked_on=asked_on, area=self.AREA)

    def test_nine_in_a_row_or_twelve_in_all(self) -> None:
        """Nine months since February; or twelve with a gap in between."""
        assert self.share(("2019-02", "2019-10")) == 1
        assert self.share(("2018-01", "2018-06"), ("2019-05", "2019-10")) == 1

    @pytest.mark.parametrize(("first", "months_paid"), [("2019-03", 8), ("2019-10", 1)])
    def test_fewer_months_are_a_part(self, first: str, months_paid: int) -> None:
        """Eight months are paid eight twelfths, one month one twelfth."""
        assert self.share((first, "2019-10")) == Fraction(months_paid, 12)

    def test_months_of_an_earlier_run_count_in_the_part(self) -> None:
        """Three months of 2018 and five of 2019 are eight of twelve."""
        assert self.share(("2018-01", "2018-03"), ("2019-06", "2019-10")) == Fraction(8, 12)

    @pytest.mark.parametrize(
        ("asked_on", "expected"),
        [(date(2019, 10, 31), Fraction(8, 12)), (date(2019, 11, 1), Fraction(1))],
    )
    def test_the_rest_is_paid_once_the_months_are_reached(
        self, asked_on: date, expected: Fraction
    ) -> None:
        """Eight months at the birth; the ninth in a row is November."""
        assert expected == self.share(("2019-03", "2020-02"), asked_on=asked_on)

    def test_the_rest_is_paid_once_there_are_twelve_in_all(self) -> None:
        """Six months before a gap, two at the birth, and four after it."""
        paid = ("2018-01", "2018-06"), ("2019-09", "2020-01")

        assert self.share(*paid, asked_on=date(2019, 11, 30)) == Fraction(8, 12)
        assert self.share(("2018-01", "2018-06"), ("2019-09", "2020-02")) == Fraction(8, 12)
        later = date(2020, 2, 1)
        assert self.share(("2018-01", "2018-06"), ("2019-09", "2020-02"), asked_on=later) == 1

    def test_months_in_a_row_at_the_birth_are_not_lost_by_a_gap_after_it(self) -> None:
        """Nine months at the birth are enough, whatever came after."""
        assert self.share(("2019-02", "2019-10"), asked_on=date(2020, 8, 1)) == 1

    def test_a_part_is_an_answer_and_told(self) -> None:
        """Benefits may be drawn, in part, and the condition says which one."""
        rows = record(months("2019-06", "2019-10", kind=MATERNITY))
        decision = maternity.cover(rows, on=self.ON, area=self.AREA)

        assert decision.outcome is ELIGIBLE
        assert reasons(decision)[Reason.MATERNITY_SHARE] == (MET, 12, 5)
        assert reasons(decision)[Reason.MATERNITY_MONTHS_TOTAL] == (NOT_MET, 12, 5)
        assert Reason.MATERNITY_MONTHS_LATER not in reasons(decision)

    def test_without_a_month_there_is_no_part(self) -> None:
        """Nothing over twelve is nothing."""
        decision = maternity.cover(record(), on=self.ON, area=self.AREA)

        assert decision.outcome is INELIGIBLE
        assert reasons(decision)[Reason.MATERNITY_SHARE] == (NOT_MET, 12, 0)
        assert self.share() == 0

    def test_months_known_by_their_number_leave_the_part_open(self) -> None:
        """One paid month, and three to five of the months before it: no number is certain."""
        loose = months("2019-04", "2019-09", kind=MATERNITY, count=(3, 5))
        history = record(loose, months("2019-10", kind=MATERNITY))

        assert maternity.cover(history, on=self.ON, area=self.AREA).outcome is ELIGIBLE
        assert maternity.fund_share(history, on=self.ON, area=self.AREA) is None

    def test_perhaps_nine_in_a_row_leave_the_part_open(self) -> None:
        """Eight of nine months before a paid one may be in a row with it, or not."""
        loose = months("2018-10", "2019-09", kind=MATERNITY, count=8)
        history = record(loose, months("2019-10", kind=MATERNITY))

        assert maternity.fund_share(history, on=self.ON, area=self.AREA) is None

    def test_perhaps_no_month_leaves_it_open(self) -> None:
        """Whether the month of birth or one before it was paid is open, and so is all else."""
        loose = record(months("2019-08", "2019-12", kind=MATERNITY, count=1))
        decision = maternity.cover(loose, on=self.ON, area=self.AREA)

        assert decision.outcome is UNDETERMINED
        assert reasons(decision)[Reason.MATERNITY_SHARE] == (UNKNOWN, 12, (0, 1))
        assert decision.conditions[-1].parts[-1].needs == (Missing("history"),)
        assert maternity.fund_share(loose, on=self.ON, area=self.AREA) is None

    def test_after_2021_it_is_open(self) -> None:
        """Whether the notice held after five years was not found."""
        decision = maternity.cover(YEAR, on=ON, area=self.AREA)

        assert decision.missing == (Missing("maternity.qualifying_months", self.AREA),)


class TestGuangdong:
    """No number of months: benefits from the month after the payment (粤府令第287号 第十二条)."""

    AREA = "440100"

    @pytest.mark.parametrize(
        ("first", "expected"), [("2025-12", ELIGIBLE), ("2026-01", INELIGIBLE)]
    )
    def test_from_the_month_after_the_payment(self, first: str, expected: Outcome) -> None:
        """Who first paid in December is covered in January, who first paid in January is not."""
        decision = maternity.cover(record(months(first, "2026-01")), on=ON, area=self.AREA)

        assert expected is decision.outcome
        paid = 1 if expected is ELIGIBLE else 0
        verdict = MET if expected is ELIGIBLE else NOT_MET
        assert reasons(decision)[Reason.MATERNITY_MONTHS_BEFORE] == (verdict, 1, paid)

    @pytest.mark.parametrize(
        ("settled_on", "expected"),
        [(date(2025, 12, 31), ELIGIBLE), (date(2026, 1, 2), INELIGIBLE)],
    )
    def test_the_day_of_payment_counts(self, settled_on: date, expected: Outcome) -> None:
        """December paid in January opens February: the month after the payment."""
        history = record(months("2025-12", settled_on=settled_on), months("2026-01"))

        assert expected is maternity.cover(history, on=ON, area=self.AREA).outcome

    def test_after_a_gap_it_begins_anew(self) -> None:
        """Paid until November and again from January: the month before the birth is empty."""
        history = record(months("2024-01", "2025-11"), months("2026-01"))

        assert maternity.cover(history, on=ON, area=self.AREA).outcome is INELIGIBLE

    def test_costs_of_who_is_insured_alone_and_no_allowance(self) -> None:
        """Flexible workers have the costs of the birth paid, and draw no allowance."""
        alone = record(months("2025-11", "2026-01", scheme=Scheme.FLEXIBLE))
        costs = maternity.medical_costs(alone, on=ON, area=self.AREA)

        assert costs.outcome is ELIGIBLE
        assert reasons(costs)[Reason.MATERNITY_FLEXIBLE] == (MET, None, True)
        assert costs.evidence is Evidence.SECONDARY
        assert maternity.cover(alone, on=ON, area=self.AREA).outcome is INELIGIBLE

    def test_costs_of_an_employee(self) -> None:
        """Of an employee the scheme of others is not spoken of."""
        costs = maternity.medical_costs(YEAR, on=ON, area=self.AREA)

        assert (costs.outcome, costs.evidence) == (ELIGIBLE, Evidence.OFFICIAL)
        assert Reason.MATERNITY_FLEXIBLE not in reasons(costs)

    def test_before_the_rule_it_is_open(self) -> None:
        """What was asked for before 2021-10-01 is not shipped."""
        history = record(months("2020-01", "2021-09"))
        decision = maternity.cover(history, on=date(2021, 9, 30), area=self.AREA)

        assert decision.missing == (Missing("maternity.qualifying_months", self.AREA),)


@pytest.mark.parametrize(("first", "expected"), [("2025-08", ELIGIBLE), ("2025-09", INELIGIBLE)])
def test_hubei_asks_for_six_months(first: str, expected: Outcome) -> None:
    """湖北省职工生育保险办法 第十七条: six months in a row, as quoted by others."""
    decision = maternity.cover(record(months(first, "2026-01")), on=ON, area="420100")

    assert (decision.outcome, decision.evidence) == (expected, Evidence.SECONDARY)


class TestFlexible:
    """Who is insured alone: nothing by the statute, costs or all of it where the place says so."""

    ALONE = record(months("2025-01", "2026-06", scheme=Scheme.FLEXIBLE))
    LAW = asking_for(10, "320000")

    @pytest.mark.parametrize(
        ("on", "costs", "all_of_it"),
        [
            (date(2022, 9, 6), INELIGIBLE, INELIGIBLE),
            (date(2026, 2, 4), ELIGIBLE, INELIGIBLE),
            (date(2026, 2, 5), ELIGIBLE, ELIGIBLE),
        ],
    )
    def test_jiangsu_took_them_in_step_by_step(
        self, on: date, costs: Outcome, all_of_it: Outcome
    ) -> None:
        """First the costs of the birth, from the answers of 2026-02-05 on the allowance too."""
        asked = [
            rule(self.ALONE, on=on, area="320100", law=self.LAW).outcome
            for rule in (maternity.medical_costs, maternity.cover)
        ]

        assert [costs, all_of_it] == asked

    def test_months_alone_and_with_an_employer_make_one_run(self) -> None:
        """Five months with an employer and eight alone are thirteen where both count."""
        history = record(
            months("2025-03", "2025-07", employer="Alpha"),
            months("2025-08", "2026-03", scheme=Scheme.FLEXIBLE),
        )
        decision = maternity.cover(
            history, on=date(2026, 3, 8), area="320100", law=asking_for(13, "320000")
        )

        assert decision.outcome is ELIGIBLE
        assert decision.value is not None
        assert decision.value.months == 13

    def test_maternity_rows_of_their_own_are_not_counted_twice(self) -> None:
        """A maternity row of who is insured alone and the medical row beside it are one month."""
        own = months("2026-01", "2026-03", kind=MATERNITY, scheme=Scheme.FLEXIBLE, base=3000)
        medical = months("2025-06", "2026-03", scheme=Scheme.FLEXIBLE, base=4000)
        decision = maternity.cover(
            record(own, medical), on=date(2026, 3, 8), area="320100", law=self.LAW
        )

        assert decision.value is not None
        assert decision.value.months == 10

    def test_months_before_the_merger_are_none(self) -> None:
        """Medical months up to 2019-12 bring no maternity months, alone or not."""
        early = record(months("2018-01", "2019-12", scheme=Scheme.FLEXIBLE))
        decision = maternity.cover(early, on=date(2026, 3, 8), area="320100", law=self.LAW)

        assert Reason.MATERNITY_FLEXIBLE not in reasons(decision)


class TestSpouse:
    """The unemployed spouse of an employee has the costs of the birth paid (第五十四条)."""

    @pytest.mark.parametrize(
        ("unemployed", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_it_has_to_be_unemployed(self, unemployed: bool | None, expected: Outcome) -> None:
        """Who has an employer is insured there; not said, it is what is missing."""
        decision = maternity.spouse_medical_costs(YEAR, on=ON, unemployed=unemployed, area="440100")

        assert expected is decision.outcome
        assert decision.missing == ((Missing("unemployed"),) if expected is UNDETERMINED else ())
        assert decision.conditions[0].citation is not None
        assert decision.conditions[0].citation.article == "第五十四条"

    def test_the_employee_has_to_be_insured(self) -> None:
        """With the employee in arrears nobody's costs are paid."""
        owed = record(months("2025-01", "2026-01", status=PaymentStatus.ARREARS))
        decision = maternity.spouse_medical_costs(owed, on=ON, unemployed=True, area="440100")

        assert decision.outcome is INELIGIBLE

    def test_a_place_that_covers_no_spouse(self) -> None:
        """Under such a law the answer is no, whatever else holds."""
        law = shipped().replacing(parameters.MATERNITY_SPOUSE, "none")
        decision = maternity.spouse_medical_costs(YEAR, on=ON, area="440100", law=law)

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())

    def test_before_the_social_insurance_law_it_is_open(self) -> None:
        """Of the day before 2011-07-01 no rule is known."""
        decision = maternity.spouse_medical_costs(
            record(months("2010-01", "2011-06", kind=MATERNITY)),
            on=date(2011, 6, 30),
            unemployed=True,
        )

        assert Missing("maternity.spouse", "100000") in decision.missing

    def test_what_is_refused(self) -> None:
        """A text is no truth value."""
        with pytest.raises(RuleError, match="unemployed: 'yes' is no truth value"):
            maternity.spouse_medical_costs(YEAR, on=ON, unemployed=cast("Any", "yes"))


def test_a_number_is_that_of_months_in_a_row() -> None:
    """A whole number in place of a table is a number of continuous months, 0 is none."""
    table = asking_for({"continuous": 9})

    assert maternity.cover(YEAR, on=ON, area=AREA, law=asking_for(9)) == maternity.cover(
        YEAR, on=ON, area=AREA, law=table
    )
    first = record(months("2026-01"))
    assert maternity.cover(first, on=ON, area=AREA, law=asking_for(0)).outcome is ELIGIBLE


def test_months_in_all_alone() -> None:
    """A place may ask for months in all, with any gap between them."""
    broken = record(months("2024-01", "2024-06"), months("2025-10", "2026-01"))
    asked = [
        maternity.cover(broken, on=ON, area=AREA, law=asking_for({"cumulative": number})).outcome
        for number in (10, 11)
    ]

    assert asked == [ELIGIBLE, INELIGIBLE]


def test_the_share_is_open_where_the_answer_is() -> None:
    """Where the months of a place are not known, neither is the share."""
    assert maternity.fund_share(YEAR, on=ON, area=AREA) is None


@pytest.mark.parametrize("asked_on", [date(2026, 1, 28), date(2020, 1, 1)])
def test_nobody_asks_before_the_birth(asked_on: date) -> None:
    """The day of asking is that of the birth or later."""
    with pytest.raises(RuleError) as caught:
        maternity.cover(YEAR, on=ON, asked_on=asked_on, area=AREA)

    assert str(caught.value) == (
        f"asked_on: '{asked_on}' lies before the birth; expected 2026-01-29 or later, or None"
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (-1, "a whole number of months from 0"),
        (True, "a whole number of continuous months from 0, or a table"),
        ("9", "a whole number of continuous months from 0, or a table"),
        ({"after_birth": 12}, "a table with continuous or cumulative months"),
        ({"continuous": 0}, "continuous: a whole number of months from 1"),
        ({"continuous": 9, "for_allowance_only": 1}, "for_allowance_only: true or false"),
        ({"continuous": 9, "is_proportional": True}, "cumulative months, of which the months paid"),
    ],
)
def test_values_that_are_none(value: object, message: str) -> None:
    """A number of months below 0, a text, or a table that asks for nothing, is refused."""
    with pytest.raises(LawFileError, match=message):
        shipped().replacing(QUALIFYING, value, area=AREA)
