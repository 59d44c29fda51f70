"""Maternity insurance 生育保险: is it paid for, and have the months that the place asks for been paid.

Legal basis:
    社会保险法 第五十三、五十四条: employers pay, their employees benefit; no number of months stands in
    the statute, places set it. Since 国办发〔2019〕10号 merged it with employee medical insurance, its
    months are read from employee medical months (see ``CountingRule.default``).
"""

from __future__ import annotations

from datetime import date

from ..decisions import Decision, Missing, Question, Reason, at_least, decided
from ..law import Law
from ..law.parameters import MATERNITY_QUALIFYING_MONTHS
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..months import as_day
from ..terms import InsuranceKind
from . import counting
from .cover import paid_for
from .given import known_law

__all__ = ["cover"]


def cover(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[counting.Count]:
    """Whether maternity benefits may be drawn for a birth on a day 生育保险待遇条件.

    Args:
        history: the record.
        on: the day of birth.
        area: the place that asks for continuous months before birth; where its number is not
            known, the decision is undetermined and names the parameter.
        law: None is the shipped law.

    Returns:
        With the continuous months on the day.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2026-01"))])
        >>> answer = cover(record, on=date(2026, 1, 29), area="130100")
        >>> answer.outcome, [str(fact) for fact in answer.missing]
        (Outcome.UNDETERMINED, ['maternity.qualifying_months (130100)'])
    """
    as_day(on, "on")
    known = known_law(law)
    months = counting.continuous(history, InsuranceKind.MATERNITY, on=on, law=known)
    qualifying = known.find(MATERNITY_QUALIFYING_MONTHS, on=on, area=area)
    needs = [Missing(MATERNITY_QUALIFYING_MONTHS.name, area or NATION)]
    conditions = [
        paid_for(Reason.MATERNITY_PAID, history, InsuranceKind.MATERNITY, on, area, known),
        at_least(
            Reason.MATERNITY_MONTHS, qualifying, (months.at_least, months.at_most), needs=needs
        ),
    ]
    return decided(Question.MATERNITY_COVER, conditions, on=on, value=months)
