"""Work-injury insurance 工伤保险: is one covered on a day, and who bears the benefits if not.

Legal basis:
    社会保险法 第三十三条: the employer pays, the employee nothing. 第三十六条: no contribution time is
    asked for. 第四十一条: where the employer has not paid, the employer bears the benefits; where it
    does not, the fund advances them and recovers them.

A break between two jobs therefore costs nothing but the cover while it lasts.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from ..decisions import Decision, Question, Reason, Verdict, decided
from ..law import Law
from ..model.history import ContributionHistory
from ..months import as_day
from ..terms import InsuranceKind, MonthState, Payer
from .cover import paid_for
from .given import known_law

__all__ = ["cover"]

_PAYERS: Final = {Verdict.MET: Payer.FUND}


def cover(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Payer]:
    """Whether the work-injury fund covers an employee on a day 工伤保险是否有效.

    Args:
        history: the record.
        on: the day.
        area: the place.
        law: None is the shipped law.

    Returns:
        With who bears the benefits of an injury at work of that day: the fund, or the employer that
        is in arrears; None where the record names no employer, who would bear them if there is one.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionHistory([sb.ContributionPeriod(sb.WORK_INJURY, "2026-01")])
        >>> unpaid = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.WORK_INJURY, "2025-12", status=sb.PaymentStatus.ARREARS)])
        >>> [cover(record, on=date(2026, 1, 29)).value for record in (paid, unpaid)]
        [Payer.FUND, Payer.EMPLOYER]
    """
    as_day(on, "on")
    kind = InsuranceKind.WORK_INJURY
    paid = paid_for(Reason.WORK_INJURY_PAID, history, kind, on, area, known_law(law))
    payer = _PAYERS.get(paid.verdict)
    if paid.actual is MonthState.ARREARS:
        payer = Payer.EMPLOYER
    return decided(Question.WORK_INJURY_COVER, [paid], on=on, value=payer)
