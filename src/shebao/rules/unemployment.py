"""Unemployment benefit 失业保险金: who may claim it, and for how many months at most.

Legal basis:
    社会保险法 第四十五条: one year paid by employer and employee, employment that ended against one's
    will, registered and seeking work. 第四十六条: at most 12, 18 or 24 months; these are maxima, the
    months themselves are graded by places. 人社部令第13号 第十三条: what is involuntary; 第十四条: after
    benefit was drawn, contribution time counts anew. 社会保险法 第五十二条: years add up across areas;
    they need not be continuous.
"""

from __future__ import annotations

from datetime import date

import attrs

from .. import intervals
from ..decisions import (
    Decision,
    Fact,
    Missing,
    Question,
    Reason,
    at_least,
    decided,
    is_true,
    over_facts,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import (
    UNEMPLOYMENT_BENEFIT_BANDS,
    UNEMPLOYMENT_MAXIMUM_BANDS,
    UNEMPLOYMENT_MINIMUM_MONTHS,
)
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..months import MonthLike, as_month
from ..terms import InsuranceKind, Separation, check_term
from . import counting
from .given import check_history, known_law

__all__ = ["UnemploymentEntitlement", "band_of", "eligibility"]


@attrs.frozen
class UnemploymentEntitlement:
    """What goes with the answer.

    Attributes:
        contribution_months: contribution months since benefit was last drawn.
        maximum_months: months of benefit that national law allows at most, 0 below one year; None
            where the record leaves the band open.
        benefit_months: months of benefit by the grading of the place; None where it is not known.
        grading: the law of the place that grades them, if known.
    """

    contribution_months: counting.Count
    maximum_months: int | None
    benefit_months: int | None = None
    grading: Dated[tuple[tuple[int, int], ...]] | None = None


def band_of(paid_months: int, bands: tuple[tuple[int, int], ...]) -> int:
    """The months that the highest band reached gives; 0 below the first.

    Example:
        >>> [band_of(months, ((12, 12), (60, 18), (120, 24))) for months in (11, 12, 59, 60, 400)]
        [0, 12, 12, 18, 24]
    """
    return next((months for start, months in reversed(bands) if paid_months >= start), 0)


def eligibility(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    separation: Separation | None = None,
    registered: bool | None = None,
    drawn_until: MonthLike | None = None,
) -> Decision[UnemploymentEntitlement]:
    """Whether unemployment benefit may be claimed on a day 申领失业保险金的条件.

    Args:
        history: the record.
        on: the day of the claim.
        area: the place that would pay; None is national law alone.
        law: None is the shipped law.
        separation: how employment ended; None is not known.
        registered: whether registered as unemployed and seeking work; None is not known.
        drawn_until: the last month for which benefit was drawn before; months up to it count no
            more. None is never.

    Example:
        >>> import shebao as sb
        >>> year = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.UNEMPLOYMENT, sb.MonthSpan("2025-01", "2025-12"))])
        >>> answer = eligibility(year, on=date(2026, 1, 29),
        ...                      separation=sb.Separation.CONTRACT_ENDED, registered=True)
        >>> answer.outcome, answer.value.maximum_months
        (Outcome.ELIGIBLE, 12)
        >>> [str(fact) for fact in eligibility(year, on=date(2026, 1, 29)).missing]
        ['separation', 'registered']
    """
    check_history(history)
    facts = _facts(separation, registered)
    known = known_law(law)
    record = _since_drawn(history, drawn_until)
    months = counting.cumulative(record, InsuranceKind.UNEMPLOYMENT, on=on, law=known)
    value = _entitlement(months, known, on, area)
    required = known.find(UNEMPLOYMENT_MINIMUM_MONTHS, on=on, area=area)
    needs = [Missing(UNEMPLOYMENT_MINIMUM_MONTHS.name, area or NATION)]
    bounds = months.at_least, months.at_most
    reason = Reason.UNEMPLOYMENT_MONTHS
    if drawn_until is not None:
        reason = Reason.UNEMPLOYMENT_MONTHS_SINCE
    enough = at_least(reason, required, bounds, needs=needs)

    def under(given: dict[str, Fact]) -> Decision[UnemploymentEntitlement]:
        how, seeking = given["separation"], given["registered"] is True
        involuntary = isinstance(how, Separation) and how.is_involuntary
        conditions = [
            enough,
            is_true(Reason.UNEMPLOYMENT_INVOLUNTARY, involuntary, "separation", required),
            is_true(Reason.UNEMPLOYMENT_REGISTERED, seeking, "registered", required),
        ]
        return decided(Question.UNEMPLOYMENT, conditions, on=on, value=value)

    return over_facts(facts, under)


def _facts(separation: Separation | None, registered: bool | None) -> dict[str, tuple[Fact, ...]]:
    """The possible values of each fact: the one given, or both."""
    if separation is not None:
        check_term(separation, Separation, "separation", RuleError)
    if registered is not None and type(registered) is not bool:
        raise RuleError(Fault("registered", registered, "is no truth value", "True, False or None"))
    either = (Separation.INVOLUNTARY, Separation.VOLUNTARY)
    return {
        "separation": either if separation is None else (separation,),
        "registered": (True, False) if registered is None else (registered,),
    }


def _since_drawn(
    history: ContributionHistory, drawn_until: MonthLike | None
) -> ContributionHistory:
    """The record of the months after those for which benefit was drawn."""
    if drawn_until is None:
        return history
    first = as_month(drawn_until, "drawn_until").ordinal + 1
    return history.between(first, intervals.FOREVER)


def _entitlement(
    months: counting.Count, law: Law, on: date, area: str | None
) -> UnemploymentEntitlement:
    """The months of benefit, where law and record fix them."""
    maxima = law.find(UNEMPLOYMENT_MAXIMUM_BANDS, on=on, area=area)
    grading = law.find(UNEMPLOYMENT_BENEFIT_BANDS, on=on, area=area)
    return UnemploymentEntitlement(
        months, _band_in_bounds(months, maxima), _band_in_bounds(months, grading), grading
    )


def _band_in_bounds(
    months: counting.Count, bands: Dated[tuple[tuple[int, int], ...]] | None
) -> int | None:
    if bands is None:
        return None
    low, high = (band_of(each, bands.value) for each in (months.at_least, months.at_most))
    return low if low == high else None
