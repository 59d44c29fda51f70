"""The condition that insurance is paid for on a day, for kinds whose cover follows payment."""

from __future__ import annotations

from datetime import date
from typing import Final

from ..decisions import Condition, Missing, Reason, Verdict, open_law
from ..law import Law
from ..law.parameters import CONTRIBUTION_PAYER
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..months import YearMonth
from ..terms import InsuranceKind, MonthState
from .arrears import states

__all__ = ["paid_for"]

_COVERING: Final = (
    MonthState.PAID,
    MonthState.BACK_PAID,
    MonthState.DEFERRED,
    MonthState.PENDING,
)


def paid_for(
    reason: Reason,
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    area: str | None,
    law: Law,
) -> Condition:
    """Whether the month of a day is paid for, or declared and not overdue, or deferred.

    While nothing is known of that month, the month before speaks: uncovered or in arrears means no;
    covered leaves it open, for the day on which employment ended would have to be known.
    """
    payer = CONTRIBUTION_PAYER[kind]
    basis = law.find(payer, on=on, area=area)
    if basis is None:
        return open_law(reason, payer.name, area or NATION)
    month = YearMonth(on.year, on.month)
    found = {state.state for state in states(history, kind, on=on) if month in state.span}
    before = {state.state for state in states(history, kind, on=on) if month - 1 in state.span}
    state = next(iter(found or before), MonthState.GAP)
    needs: tuple[Missing, ...] = ()
    if state is MonthState.UNPLACED:
        verdict, needs = Verdict.UNKNOWN, (Missing("history"),)
    elif state not in _COVERING:
        verdict = Verdict.NOT_MET
    elif found:
        verdict = Verdict.MET
    else:
        verdict, needs = Verdict.UNKNOWN, (Missing("enrolment"),)
    return Condition(reason, verdict, True, state, basis.citation, basis.evidence, needs)
