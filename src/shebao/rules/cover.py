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
from .arrears import MonthsInState, states

__all__ = ["paid_for", "paid_state"]

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
    asked, state, verdict, needs = paid_state(history, kind, on)
    return Condition(reason, verdict, asked, state, basis.citation, basis.evidence, needs)


def paid_state(
    history: ContributionHistory, kind: InsuranceKind, on: date
) -> tuple[YearMonth, MonthState, Verdict, tuple[Missing, ...]]:
    """The month that speaks for a day, its state, whether that covers the day, and what is missing."""
    month = YearMonth(on.year, on.month)
    held = {
        each: found
        for found in states(history, kind, on=on)
        for each in (month, month - 1)
        if each in found.span
    }
    asked = month if month in held else month - 1
    found = held.get(asked)
    state = MonthState.GAP if found is None else found.state
    verdict, needs = _verdict(found, state)
    if verdict is Verdict.MET and asked != month:
        verdict, needs = Verdict.UNKNOWN, (Missing("enrolment"),)
    return asked, state, verdict, needs


def _verdict(found: MonthsInState | None, state: MonthState) -> tuple[Verdict, tuple[Missing, ...]]:
    """Paid, declared or deferred covers; bought back covers from the day on which it was paid."""
    is_undated = found is not None and all(period.settled_on is None for period in found.periods)
    if state is MonthState.UNPLACED or (state is MonthState.BACK_PAID and is_undated):
        return Verdict.UNKNOWN, (Missing("history"),)
    return (Verdict.MET if state in _COVERING else Verdict.NOT_MET), ()
