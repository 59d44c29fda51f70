"""What cities ask for before they grant something: months of social insurance (资格要求).

Car plates, homes, settlement by points, permits: each asks for months in its own way, continuous or
in total, in a window, back-paid ones or not. A requirement is data, and holds a counting rule; the
same counting answers it.

Legal basis:
    The rule of the place, cited in its data. Most are known from copies of official words, and each
    says so. Income tax, permits and what else a place asks for beside months is not asked here.

Limits:
    Where a text is silent on back-paid months, the answer is open when they would decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..decisions import Decision, Question, decided
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import REQUIREMENT
from ..law.requirement_values import LocalRequirement
from ..model.history import ContributionHistory
from ..model.requirement import Requirement
from ..months import as_day
from ..terms import InsuranceKind, RequirementPurpose, check_term
from .given import check_history, check_truth, known_law
from .requirement_conditions import RequirementConditions
from .requirement_months import RequirementMonths
from .requirement_outlook import KindCheck, RequirementCheck, RequirementOutlook

__all__ = ["KindCheck", "RequirementCheck", "check", "of"]


def of(
    purpose: RequirementPurpose,
    *,
    on: date,
    area: str,
    kind: InsuranceKind | None = None,
    law: Law | None = None,
) -> tuple[Requirement, Dated[LocalRequirement]]:
    """What a place asks for, and where that stands 各地资格要求.

    Args:
        purpose: what for.
        on: the day of the application.
        area: the place.
        kind: the insurance that is looked at, for texts that name none; None leaves it open.
        law: None is the shipped law.

    Raises:
        RuleError: if the purpose or the kind is none.
        UnknownLawError: if nothing is known of it for that place and day.

    Example:
        >>> from shebao.law import shipped
        >>> plate = {"kinds": ["pension"], "ways": [{"months": 24, "continuous": True}],
        ...          "back_paid": "all"}
        >>> law = shipped().replacing("requirement.car_plate", plate, area="990000")
        >>> asked, where = of(RequirementPurpose.CAR_PLATE, on=date(2026, 1, 29), area="990000",
        ...                   law=law)
        >>> asked.name, asked.ways[0].months, asked.area
        ('小客车指标 car plate (990000)', 24, '990000')
    """
    check_term(purpose, RequirementPurpose, "purpose", RuleError)
    if kind is not None:
        check_term(kind, InsuranceKind, "kind", RuleError)
    found = known_law(law).get(REQUIREMENT[purpose], on=on, area=area)
    asked = found.value.asked(f"{purpose.zh} {purpose.en} ({found.area})", found.area, kind)
    return asked, found


def check(
    history: ContributionHistory,
    requirement: Requirement,
    *,
    on: date,
    by: date | None = None,
    excused: bool | None = None,
    insured_now: bool | None = None,
    source: Dated[LocalRequirement] | None = None,
    law: Law | None = None,
) -> Decision[RequirementCheck]:
    """Whether a record meets a requirement on the day of application, and from when it would.

    Args:
        history: the record.
        requirement: what is asked for: a place's by ``of``, or one's own.
        on: the day of the application; the record is taken as it stands on it.
        by: a later day on which it should be met; None asks for no latest start.
        excused: whether back-paid months have the excuse that the text allows (a failure of the
            employer, a change of job); None is not known.
        insured_now: whether the insurance is in force in the month of the application; None reads it
            from the record.
        source: where the requirement stands, as ``of`` gives it.
        law: which areas pool together, for a rule of one pooling area; None is the shipped law.

    Raises:
        PeriodError: if it is no record.
        RuleError: if it is no requirement, a fact is no truth value, or ``by`` is before ``on``.

    Example:
        >>> import shebao as sb
        >>> plate = sb.Requirement(
        ...     name="plate", kinds=(sb.PENSION,), rule=sb.CountingRule(name="plate"),
        ...     ways=(sb.RequiredMonths(24, continuous=True),))
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-07", "2026-01"))])
        >>> found = check(record, plate, on=date(2026, 1, 29), by=date(2028, 6, 5))
        >>> found.eligible, found.value.missing_months
        (False, 6)
        >>> str(found.value.earliest), str(found.value.latest_start)
        ('2026-07', '2026-06')
    """
    check_history(history)
    as_day(on, "on")
    if type(requirement) is not Requirement:
        problem = f"is of type {type(requirement).__name__}"
        raise RuleError(Fault("requirement", requirement, problem, "a Requirement"))
    _check_facts(on, by, {"excused": excused, "insured_now": insured_now})
    _check_source(source, requirement)
    months, perhaps = (
        RequirementMonths(history, requirement, on, known_law(law), with_unplaced)
        for with_unplaced in (False, True)
    )
    case = RequirementConditions(months, perhaps, excused, source)
    conditions = [case.of_kinds()]
    if requirement.needs_current:
        conditions.append(case.current(insured_now))
    least, _ = requirement.back_paid_limits(excused)
    outlook = RequirementOutlook(months, requirement.rule_with(least), by)
    return decided(Question.REQUIREMENT, conditions, on=on, value=outlook.check())


def _check_facts(on: date, by: date | None, facts: Mapping[str, bool | None]) -> None:
    if by is not None and as_day(by, "by") < on:
        raise RuleError(Fault("by", str(by), "is before the application", f"{on} or later"))
    for field, fact in facts.items():
        if fact is not None:
            check_truth(fact, field)


def _check_source(source: object, requirement: Requirement) -> None:
    """What is cited is a requirement of law, of the place that is asked for."""
    if source is None:
        return
    expected = "what of gives, or None"
    if not isinstance(source, Dated) or type(source.value) is not LocalRequirement:
        raise RuleError(Fault("source", source, "is no requirement of law", expected))
    if requirement.area not in (None, source.area):
        problem = f"is not the place of the requirement, {requirement.area}"
        raise RuleError(Fault("source", source.area, problem, expected))
