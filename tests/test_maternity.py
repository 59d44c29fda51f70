"""Maternity cover by example: months read from medical insurance, a number that places set."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
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


def asking_for(months: int, area: str = AREA) -> Law:
    """The law with a number of months that a place asks for."""
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
    ("area", "named"), [(AREA, AREA), ("110000", "110000"), ("999999", "999999"), (None, "100000")]
)
def test_where_the_number_is_not_known_it_is_missing(area: str | None, named: str) -> None:
    """No number stands in the statute; without the place's own the answer is open."""
    decision = maternity.cover(YEAR, on=ON, area=area)

    assert decision.outcome is UNDETERMINED
    assert decision.missing == (Missing("maternity.qualifying_months", named),)
    assert decision.conditions[0].verdict is MET


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
