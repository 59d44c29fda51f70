"""Maternity insurance: what holds for every record, birth and place."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MATERNITY,
    MEDICAL,
    ContributionHistory,
    ContributionPeriod,
    MonthSpan,
    Outcome,
    YearMonth,
    maternity,
)
from shebao.law import Law, parameters, shipped
from strategies import SMALL, days, months, small_histories

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
AREA: Final = "130100"
QUALIFYING: Final = parameters.MATERNITY_QUALIFYING_MONTHS
#: The forms that places have, with numbers that short records reach.
LAWS: Final = [
    shipped().replacing(QUALIFYING, value, area=AREA)
    for value in (
        0,
        3,
        {"continuous": 4, "after_birth": 3, "for_allowance_only": True},
        {"continuous": 4, "cumulative": 6, "is_proportional": True},
        {"cumulative": 5},
        {"continuous": 1, "from_next_month": True},
    )
]
births = days(SMALL.first, SMALL.last)
laws = st.sampled_from(LAWS)


@given(history=small_histories(MEDICAL), on=births, law=laws, month=months(SMALL.first, SMALL.last))
def test_a_paid_month_more_never_takes_anything_away(
    history: ContributionHistory, on: date, law: Law, month: YearMonth
) -> None:
    """With a paid month that the record does not hold outcome and share are as good or better."""
    period = ContributionPeriod(MEDICAL, MonthSpan(month, month), employer="Gamma", area="999999")
    richer = history.adding([period])
    before = maternity.cover(history, on=on, area=AREA, law=law)
    after = maternity.cover(richer, on=on, area=AREA, law=law)
    shares = [maternity.fund_share(each, on=on, area=AREA, law=law) for each in (history, richer)]

    assert ORDER[before.outcome] <= ORDER[after.outcome]
    if shares[0] is not None and shares[1] is not None:
        assert shares[0] <= shares[1]
    costs = [maternity.medical_costs(each, on=on, area=AREA, law=law) for each in (history, richer)]
    assert ORDER[costs[0].outcome] <= ORDER[costs[1].outcome]


@given(history=small_histories(MEDICAL), on=births, law=laws, later=st.integers(0, 300))
def test_asking_later_never_takes_anything_away(
    history: ContributionHistory, on: date, law: Law, later: int
) -> None:
    """Who may draw on the day of birth may draw whenever asking."""
    asked_on = on + timedelta(days=later)
    if maternity.cover(history, on=on, area=AREA, law=law).outcome is ELIGIBLE:
        after = maternity.cover(history, on=on, asked_on=asked_on, area=AREA, law=law)
        assert after.outcome is ELIGIBLE


@given(history=small_histories(MEDICAL), on=births, law=laws)
def test_the_share_goes_with_the_answer(history: ContributionHistory, on: date, law: Law) -> None:
    """Nothing where the answer is no, a part or all where it is yes, and the costs come first."""
    decision = maternity.cover(history, on=on, area=AREA, law=law)
    share = maternity.fund_share(history, on=on, area=AREA, law=law)
    costs = maternity.medical_costs(history, on=on, area=AREA, law=law)

    assert ORDER[decision.outcome] <= ORDER[costs.outcome]
    if decision.outcome is INELIGIBLE:
        assert share == 0
    elif decision.outcome is UNDETERMINED:
        assert share is None
    else:
        assert share is None or Fraction(1, 6) <= share <= 1


@given(history=small_histories(MATERNITY), on=births, law=laws)
def test_a_spouse_is_paid_no_more_than_the_employee(
    history: ContributionHistory, on: date, law: Law
) -> None:
    """The costs of the unemployed spouse are paid if and only if those of the employee are."""
    own = maternity.medical_costs(history, on=on, area=AREA, law=law)
    spouse = maternity.spouse_medical_costs(history, on=on, unemployed=True, area=AREA, law=law)

    assert own.outcome is spouse.outcome
