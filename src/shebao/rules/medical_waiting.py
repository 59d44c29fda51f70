"""Waiting periods of employees' medical insurance 职工医保待遇等待期: when one began, how long it is.

A waiting period counts from the month in which paying begins, or begins again after a break, that
month included. Whoever is insured through an employer for the first time waits for nothing.

Legal basis:
    医保办发〔2021〕43号 第十一条: after a gap of up to three months that is paid up there is none; after a
    longer one the place decides, in principle 原则上 at most six months. Who was insured for two years
    on end, whatever the scheme, and changes it within three months does not wait either.
    沪医保规〔2025〕7号 三(四): who is insured alone waits; a break meanwhile begins it anew.

Limits:
    Where a place's waiting period is one number, it follows longer gaps alone: what a short one
    costs that was not paid up takes a table. That a change of scheme within three months asks for
    the months between to be paid up is not looked at.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final

import attrs

from ..decisions import Cited, Condition, Missing, Reason, Verdict, any_of, in_bounds
from ..law import Dated
from ..law.medical_values import FlexibleWaiting, Waiting
from ..law.parameter import Parameter
from ..model.areas import NATION
from ..model.counting_rule import CountingRule
from ..terms import InsuranceKind
from .counts import Gap

__all__ = ["OPEN_RECORD", "Wait", "WaitingLaw", "as_waiting", "continuity_rule"]

#: What is missing where the record leaves months open.
OPEN_RECORD: Final = (Missing("history"),)


@attrs.frozen
class WaitingLaw:
    """What is known of waiting in a place; None of a rule that is not.

    Attributes:
        gap: the longest gap that may be paid up.
        ceiling: the longest waiting period that a place should set.
        after_gap: its waiting period after a longer gap.
        alone: its waiting period of who is insured alone.
        switch: the months that spare a change of scheme a waiting period.
        area: the place.
    """

    gap: Dated[int] | None
    ceiling: Dated[int] | None
    after_gap: Dated[int | Waiting] | None
    alone: Dated[FlexibleWaiting] | None
    switch: Dated[int] | None
    area: str | None

    @property
    def longest(self) -> int | None:
        """The longest waiting period that its rules know of; None where there may be any."""
        found = [0]
        if self.after_gap is None or self.alone is None:
            if self.ceiling is None:
                return None
            found.append(self.ceiling.value)
        if self.after_gap is not None:
            waiting = as_waiting(self.after_gap.value)
            found += (waiting.months, waiting.unrepaired_months or 0)
        if self.alone is not None:
            found += (self.alone.value.months, self.alone.value.first_months or 0)
        return max(found)

    def lacks(self, parameter: Parameter[Any]) -> tuple[Missing, ...]:
        """What is missing where a parameter of the place is not known."""
        return (Missing(parameter.name, self.area or NATION),)


@attrs.frozen
class Wait:
    """The waiting period that a beginning of payment opened; its months may be open.

    Attributes:
        first: the ordinal of the month from which it counts.
        least: the fewest months that it may have.
        most: the most; None where the law is not known.
        percent: per cent of the regular benefits that are paid meanwhile.
        law: the law that sets it.
        gap: the break before it, where its length decides.
        needs: what is missing where its months are open.
    """

    first: int
    least: int = 0
    most: int | None = 0
    percent: Decimal = Decimal(0)
    law: Cited | None = None
    gap: Gap | None = None
    needs: tuple[Missing, ...] = ()

    def over(self, month: int, ceiling: Dated[int] | None) -> Verdict:
        """Whether it is over in a month; where no place's is known, once the ceiling has passed."""
        since = month - self.first
        if since < self.least:
            return Verdict.NOT_MET
        most = self.most
        if most is None and ceiling is not None:
            most = ceiling.value
        return Verdict.MET if most is not None and since >= most else Verdict.UNKNOWN

    def last(self, ceiling: Dated[int] | None) -> int:
        """The ordinal of the last month that may be without benefits; 0 where none is."""
        if self.percent or self.most == 0:
            return 0
        most = self.most
        if most is None:
            most = 0 if ceiling is None else ceiling.value
        return self.first + most - 1

    def condition(self, month: int, law: WaitingLaw) -> Condition:
        """The condition that it is over, or that benefits are paid meanwhile."""
        since, verdict = month - self.first, self.over(month, law.ceiling)
        citation = None if self.law is None else self.law.citation
        evidence = None if self.law is None else self.law.evidence
        parts: list[Condition] = []
        if self.gap is not None and law.gap is not None:
            parts.append(_no_long_gap(self.gap, law.gap))
            if self.law is law.gap:
                return parts[0]
        if self.most is None and verdict is Verdict.MET and law.ceiling is not None:
            parts.append(_cited(Reason.MEDICAL_CEILING_OVER, verdict, law.ceiling, since))
        else:
            needs = self.needs if verdict is Verdict.UNKNOWN else ()
            parts.append(
                Condition(
                    Reason.MEDICAL_WAITING_OVER,
                    verdict,
                    self.most,
                    since,
                    citation,
                    evidence,
                    needs,
                )
            )
        if self.percent and verdict is not Verdict.MET:
            paid = str(self.percent)
            reduced = Condition(Reason.MEDICAL_PART_PAID, Verdict.MET, actual=paid)
            parts.append(attrs.evolve(reduced, citation=citation, evidence=evidence))
        return parts[0] if len(parts) == 1 else any_of(Reason.MEDICAL_NO_WAITING, *parts)


def _cited(reason: Reason, verdict: Verdict, law: Dated[int], actual: int) -> Condition:
    return Condition(reason, verdict, law.value, actual, law.citation, law.evidence)


def _no_long_gap(gap: Gap, limit: Dated[int]) -> Condition:
    """The condition that a gap was short enough to be paid up."""
    verdict = in_bounds(certain=gap.at_most <= limit.value, possible=gap.at_least <= limit.value)
    found = gap.at_least if gap.at_least == gap.at_most else (gap.at_least, gap.at_most)
    needs = OPEN_RECORD if verdict is Verdict.UNKNOWN else ()
    return Condition(
        Reason.MEDICAL_NO_LONG_GAP,
        verdict,
        limit.value,
        found,
        limit.citation,
        limit.evidence,
        needs,
    )


@cache
def continuity_rule(gap_months: int) -> CountingRule:
    """The counting rule of medical continuity for the longest gap that may be paid up.

    Such a gap is bridged while it lasts; once it is bought back its months count. Arrears are
    uncovered until they are settled.

    Example:
        >>> rule = continuity_rule(3)
        >>> rule.bridging, rule.repair
        (3, 3)
    """
    return attrs.evolve(
        CountingRule.default(InsuranceKind.MEDICAL),
        name=f"medical continuity, gaps up to {gap_months} months",
        bridging=gap_months,
        repair=gap_months,
    )


def as_waiting(value: int | Waiting) -> Waiting:
    """The waiting period that a number of months, or a table, stands for."""
    return value if isinstance(value, Waiting) else Waiting(value)
