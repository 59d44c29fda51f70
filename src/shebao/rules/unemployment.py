"""Unemployment benefit 失业保险金: who may claim it, for how many months, and what ends it.

Each story has its module: here the claim, ``unemployment_months`` the months of benefit,
``unemployment_extension`` benefit that goes on to the statutory age, and the pension contributions
meanwhile, ``unemployment_stopping`` what ends benefit.

Legal basis:
    社会保险法 第四十五条: one year paid by employer and employee, employment that ended against one's
    will, registered and seeking work. 人社部令第13号 第十三条: what is involuntary; 第十四条: after
    benefit was drawn, contribution time counts anew. 失业保险金申领发放办法: before a year is paid anew,
    months left from the spell before may be drawn. 社会保险法 第五十二条: years add up across areas; they
    need not be continuous.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..decisions import (
    Condition,
    Decision,
    Fact,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    at_least,
    decided,
    is_true,
    open_law,
    over_facts,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import UNEMPLOYMENT_MINIMUM_MONTHS, UNEMPLOYMENT_REMAINDER
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.spells import BenefitSpell
from ..months import MonthLike, as_day
from ..terms import Separation, check_term
from .given import check_history, known_law
from .unemployment_extension import Extension, FundPension, extension, fund_pension
from .unemployment_months import (
    Earlier,
    UnemploymentEntitlement,
    band_of,
    duration,
    earlier,
    entitlement,
    months,
)
from .unemployment_stopping import Stopped, stopping

__all__ = [
    "Extension",
    "FundPension",
    "Stopped",
    "UnemploymentEntitlement",
    "band_of",
    "duration",
    "eligibility",
    "extension",
    "fund_pension",
    "months",
    "stopping",
]


def eligibility(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    separation: Separation | None = None,
    registered: bool | None = None,
    drawn_until: MonthLike | None = None,
    spells: Iterable[BenefitSpell] = (),
) -> Decision[UnemploymentEntitlement]:
    """Whether unemployment benefit may be claimed on a day 申领失业保险金的条件.

    A late claim is no reason to refuse it: ``claim_time`` of the value says so, with its law.

    Args:
        history: the record.
        on: the day of the claim.
        area: the place that would pay; None is national law alone.
        law: None is the shipped law.
        separation: how employment ended; None is not known.
        registered: whether registered as unemployed and seeking work; None is not known.
        drawn_until: the last month for which benefit was drawn before; months up to it count no
            more, and what was left of it is not known. None is never.
        spells: instead of it, the spells of benefit before, with what was left of each.

    Raises:
        RuleError: if ``drawn_until`` stands beside spells that ended.

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
    as_day(on, "on")
    facts = _facts(separation, registered)
    known = known_law(law)
    before = earlier(history, spells, on, area, known, drawn_until)
    value = entitlement(history, before, on, area, known)
    required = known.find(UNEMPLOYMENT_MINIMUM_MONTHS, on=on, area=area)
    enough = _paid_or_left(before, value, required, area or NATION)

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


def _paid_or_left(
    before: Earlier, value: UnemploymentEntitlement, required: Dated[int] | None, place: str
) -> Condition:
    """Whether a year was paid, since benefit was last drawn, or months are left from that spell."""
    paid = value.contribution_months
    reason = Reason.UNEMPLOYMENT_MONTHS
    if before.since is not None:
        reason = Reason.UNEMPLOYMENT_MONTHS_SINCE
    needs = [Missing(UNEMPLOYMENT_MINIMUM_MONTHS.name, place)]
    enough = at_least(reason, required, (paid.at_least, paid.at_most), needs=needs)
    if not before.carried_months:
        return enough
    return any_of(Reason.UNEMPLOYMENT_CLAIM, enough, _left_over(before, place))


def _left_over(before: Earlier, place: str) -> Condition:
    """Whether months left from an earlier spell may be drawn before a year is paid anew."""
    rule = before.remainder
    if rule is None:
        return open_law(Reason.UNEMPLOYMENT_LEFT_OVER, UNEMPLOYMENT_REMAINDER.name, place)
    return Condition(
        Reason.UNEMPLOYMENT_LEFT_OVER,
        Verdict.MET if rule.value == "drawable" else Verdict.NOT_MET,
        actual=before.carried_months,
        citation=rule.citation,
        evidence=rule.evidence,
    )


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
