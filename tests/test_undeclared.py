"""Months of employment that employers never declared, by example."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Employment,
    InsuranceKind,
    MonthError,
    MonthSet,
    MonthSpan,
    PaymentStatus,
    PeriodError,
    RuleError,
    Scheme,
    UnknownLawError,
    undeclared,
)
from shebao.law import parameters, shipped

ON = date(2026, 1, 29)
JOB = Employment("Alpha", date(2025, 3, 1))


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months declared by Alpha unless facts say otherwise."""
    facts = {"kind": PENSION, "employer": "Alpha", **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


def missing(
    *periods: ContributionPeriod,
    jobs: tuple[Employment, ...] = (JOB,),
    on: date = ON,
    kind: InsuranceKind = PENSION,
) -> undeclared.Undeclared:
    """What the one employer of the jobs has not declared."""
    (found,) = undeclared.months(jobs, ContributionHistory(periods), kind, on=on)
    return found


def test_what_was_declared_is_not_missing() -> None:
    """Of March to December 2025, July and August were not declared."""
    found = missing(months("2025-03", "2025-06"), months("2025-09", "2025-12"))

    assert found.employer == "Alpha"
    assert found.months == MonthSet([MonthSpan("2025-07", "2025-08")])
    assert (found.perhaps, found.partial) == (MonthSet(), MonthSet())
    assert found.not_due == MonthSet(["2026-01"])
    assert found.register_by == (date(2025, 3, 31),)


@pytest.mark.parametrize(
    "status",
    [
        PaymentStatus.PAID,
        PaymentStatus.BACK_PAID,
        PaymentStatus.ARREARS,
        PaymentStatus.PENDING,
        PaymentStatus.DEFERRED,
        PaymentStatus.DEEMED,
    ],
)
def test_declared_is_not_paid(status: PaymentStatus) -> None:
    """A month in arrears was declared; so was every month that stands in the ledger."""
    found = missing(months("2025-03", "2025-12", status=status))

    assert found.months == MonthSet()


@pytest.mark.parametrize(
    ("on", "overdue"),
    [
        (date(2025, 11, 19), []),
        (date(2025, 11, 20), ["2025-10"]),
        (date(2025, 11, 30), ["2025-10"]),
        (date(2025, 12, 1), ["2025-10", "2025-11"]),
    ],
)
def test_thirty_days_to_register(on: date, overdue: list[str]) -> None:
    """Employed on 2025-10-20, to be registered by 2025-11-19: October is overdue the day after."""
    found = missing(jobs=(Employment("Alpha", date(2025, 10, 20)),), on=on)

    assert MonthSet(overdue) == found.months
    assert found.register_by == (date(2025, 11, 19),)
    assert found.months | found.not_due == MonthSet([MonthSpan(date(2025, 10, 1), on)])


def test_the_month_of_the_day_may_still_be_declared() -> None:
    """On the last day of January it is not overdue, on the first of February it is."""
    assert missing(on=date(2026, 1, 31)).not_due == MonthSet(["2026-01"])
    assert "2026-01" in missing(on=date(2026, 2, 1)).months


def test_months_in_part_are_named() -> None:
    """From 2025-03-17 to 2025-06-10: March and June in part, April and May as a whole."""
    job = Employment("Alpha", date(2025, 3, 17), date(2025, 6, 10))
    found = missing(jobs=(job,))

    assert found.months == MonthSet([MonthSpan("2025-03", "2025-06")])
    assert found.partial == MonthSet(["2025-03", "2025-06"])


def test_a_month_from_the_first_day_to_the_last_is_whole() -> None:
    """February from the 1st to the 28th is whole; one day less is not."""
    whole = Employment("Alpha", date(2025, 2, 1), date(2025, 2, 28))
    part = Employment("Alpha", date(2025, 2, 1), date(2025, 2, 27))

    assert [missing(jobs=(job,)).partial for job in (whole, part)] == [
        MonthSet(),
        MonthSet(["2025-02"]),
    ]


def test_a_few_days_inside_one_month() -> None:
    """Who was employed from the 5th to the 9th was employed in one month, in part."""
    found = missing(jobs=(Employment("Alpha", date(2025, 2, 5), date(2025, 2, 9)),))

    assert found.months == found.partial == MonthSet(["2025-02"])


def test_the_present_month_goes_on() -> None:
    """An employment without an end is not cut short by the day of asking."""
    assert missing(on=date(2026, 1, 10)).partial == MonthSet()


def test_who_comes_back_has_to_be_registered_again() -> None:
    """Each stretch has its own thirty days; days that follow each other are one stretch."""
    back = (
        Employment("Alpha", date(2025, 3, 1), date(2025, 6, 30)),
        Employment("Alpha", date(2026, 1, 5)),
    )
    found = missing(jobs=back, on=date(2026, 2, 3))

    assert found.register_by == (date(2025, 3, 31), date(2026, 2, 4))
    assert found.months == MonthSet([MonthSpan("2025-03", "2025-06")])
    assert found.not_due == MonthSet([MonthSpan("2026-01", "2026-02")])
    halves = (
        Employment("Alpha", date(2025, 3, 1), date(2025, 6, 30)),
        Employment("Alpha", date(2025, 7, 1)),
    )
    assert missing(jobs=halves) == missing()


def test_a_month_of_two_stretches_is_overdue_with_the_first() -> None:
    """Who left on the 10th and came back on the 20th was owed the month since the first day."""
    jobs = (
        Employment("Alpha", date(2025, 3, 1), date(2025, 12, 10)),
        Employment("Alpha", date(2025, 12, 20)),
    )
    found = missing(months("2025-03", "2025-11"), jobs=jobs, on=date(2026, 1, 10))

    assert found.months == found.partial == MonthSet(["2025-12"])


def test_each_employer_by_itself() -> None:
    """What Beta declared does not help Alpha; employers stand in the order of their names."""
    jobs = [Employment("Beta", date(2025, 9, 1)), Employment("Alpha", date(2025, 10, 1))]
    record = ContributionHistory([months("2025-09", "2025-12", employer="Beta")])
    found = undeclared.months(jobs, record, PENSION, on=ON)

    assert [(each.employer, str(each.months)) for each in found] == [
        ("Alpha", "2025-10..2025-12"),
        ("Beta", "-"),
    ]


def test_a_period_without_an_employer_may_be_of_anyone() -> None:
    """The employer is not accused where the record names none."""
    found = missing(months("2025-03", "2025-06", employer=None))

    assert found.perhaps == MonthSet([MonthSpan("2025-03", "2025-06")])
    assert found.months == MonthSet([MonthSpan("2025-07", "2025-12")])


def test_months_known_by_their_number_may_be_any() -> None:
    """Nine of ten months were declared: which one is missing is open."""
    found = missing(months("2025-03", "2025-12", count=9))

    assert (found.months, len(found.perhaps)) == (MonthSet(), 10)


def test_bought_back_and_nobody_says_when() -> None:
    """Before the day of payment it is open whether the months had been declared."""
    bought = months(
        "2025-03", "2025-12", status=PaymentStatus.BACK_PAID, settled_on=date(2026, 1, 20)
    )

    assert len(missing(bought, on=date(2026, 1, 19)).perhaps) == 10
    assert len(missing(bought, on=date(2026, 1, 20)).perhaps) == 0


def test_declared_late_is_declared_from_that_day_on() -> None:
    """The same record says both: undeclared before the declaration, declared after it."""
    late = months("2025-03", "2025-12", declared_on=date(2026, 1, 20))

    assert [len(missing(late, on=date(2026, 1, day)).months) for day in (19, 20)] == [10, 0]


@pytest.mark.parametrize("scheme", [Scheme.FLEXIBLE, Scheme.RESIDENT])
def test_what_one_paid_oneself_is_no_declaration(scheme: Scheme) -> None:
    """Months paid alone or as a resident, while employed, were not declared by the employer."""
    for employer in (None, "Alpha"):
        alone = months("2025-03", "2025-12", scheme=scheme, employer=employer)
        assert len(missing(alone).months) == 10


def test_medical_months_declare_maternity_months() -> None:
    """Since the merger an employer declares both with one month."""
    medical = months("2025-03", "2025-12", kind=MEDICAL)

    assert missing(medical, kind=MATERNITY).months == MonthSet()
    assert len(missing(medical, kind=PENSION).months) == 10


def test_the_second_day_of_a_month_makes_it_a_part() -> None:
    """A month from its second day on is not whole."""
    job = Employment("Alpha", date(2025, 2, 2), date(2025, 3, 31))

    assert missing(jobs=(job,)).partial == MonthSet(["2025-02"])


def test_the_first_day_of_an_employment() -> None:
    """On the very first day the month is there, and not due."""
    found = missing(jobs=(Employment("Alpha", ON),))

    assert (found.months, found.not_due) == (MonthSet(), MonthSet(["2026-01"]))


def test_an_employment_that_has_not_begun() -> None:
    """An employment of the future owes nothing, and its employer is not listed."""
    jobs = [Employment("Alpha", date(2026, 1, 30))]

    assert undeclared.months(jobs, ContributionHistory(), PENSION, on=ON) == ()
    assert undeclared.months([], ContributionHistory(), PENSION, on=ON) == ()


def test_a_part_that_begins_later_goes_on_with_the_one_before() -> None:
    """Written in two parts that meet after the day of asking, the present month is whole."""
    parts = (
        Employment("Alpha", date(2025, 3, 1), ON),
        Employment("Alpha", date(2026, 1, 30)),
    )
    apart = (Employment("Alpha", date(2025, 3, 1), ON), Employment("Alpha", date(2026, 1, 31)))

    assert missing(jobs=parts) == missing()
    assert missing(jobs=apart).partial == MonthSet(["2026-01"])
    assert missing(jobs=apart).register_by == (date(2025, 3, 31),)


def test_the_time_to_register_is_law() -> None:
    """Under a law with ten days, over on the 30th, October is overdue once it has ended."""
    law = shipped().replacing(parameters.REGISTRATION_DAYS, 10)
    job = Employment("Alpha", date(2025, 10, 20))
    (found,) = undeclared.months(
        [job], ContributionHistory(), PENSION, on=date(2025, 11, 1), law=law
    )

    assert (found.months, found.register_by) == (MonthSet(["2025-10"]), (date(2025, 10, 30),))


def test_before_the_social_insurance_law() -> None:
    """Of the day before 2011-07-01 the time to register is not known."""
    with pytest.raises(UnknownLawError, match=r"contribution\.registration_days"):
        undeclared.months([JOB], ContributionHistory(), PENSION, on=date(2011, 6, 30))


def test_what_is_refused() -> None:
    """A text is no day, a period no employment, a word no kind."""
    record = ContributionHistory()
    with pytest.raises(MonthError, match="on: 'today'"):
        undeclared.months([JOB], record, PENSION, on=cast("Any", "today"))
    with pytest.raises(PeriodError, match="employments"):
        undeclared.months(cast("Any", [months("2025-03")]), record, PENSION, on=ON)
    with pytest.raises(RuleError, match="kind"):
        undeclared.months([JOB], record, cast("Any", "pension"), on=ON)
    with pytest.raises(PeriodError, match="history"):
        undeclared.months([JOB], cast("Any", []), PENSION, on=ON)
