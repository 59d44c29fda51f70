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

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    decided,
    in_bounds,
    is_true,
)
from ..errors import Fault, RuleError
from ..law import Citation, Dated, Evidence, Law
from ..law.parameters import REQUIREMENT
from ..law.requirement_values import LocalRequirement
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.requirement import RequiredMonths, Requirement
from ..months import YearMonth, as_day, as_month
from ..terms import InsuranceKind, RequirementPurpose, Scheme, check_term
from . import counting
from .cover import paid_state
from .given import check_history, check_truth, known_law
from .requirement_months import RequirementMonths, in_place
from .tally import in_area

#: More uncovered months than any gap has.
_NO_BREAK: Final = 1200

__all__ = ["KindCheck", "RequirementCheck", "check", "of"]


@attrs.frozen
class KindCheck:
    """How the months of one insurance stand to a requirement.

    Attributes:
        kind: the insurance.
        way: the way that is met, or that fewest months are missing of.
        count: the months by that way.
        missing_months: how many are missing at most; 0 if none.
        back_paid_used: how many of the counted months are certainly back-paid.
        earliest: the first month in which it would be met by an application, if contributions go
            on from the month of the day; None if no month can count, the areas excluding each other.
        latest_start: the last month from which contributions would have to run to meet it on the
            day asked for, the month after the end month if none are needed any more; None if none
            is in time, or no day was asked for.
    """

    kind: InsuranceKind
    way: RequiredMonths
    count: counting.Count
    missing_months: int
    back_paid_used: int
    earliest: YearMonth | None
    latest_start: YearMonth | None


@attrs.frozen
class RequirementCheck:
    """How a record stands to a requirement.

    Attributes:
        requirement: what is asked for.
        kinds: each insurance that is looked at.
        missing_months: how many months are missing at most of the kinds that are nearest.
        earliest: the first month in which an application would meet it, if contributions go on;
            None if no month can count.
        latest_start: the last month from which they would have to run to meet it on the day asked
            for; None if none is in time, or no day was asked for.
    """

    requirement: Requirement
    kinds: tuple[KindCheck, ...]
    missing_months: int
    earliest: YearMonth | None
    latest_start: YearMonth | None


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
        ('car plate of 990000', 24, '990000')
    """
    check_term(purpose, RequirementPurpose, "purpose", RuleError)
    if kind is not None:
        check_term(kind, InsuranceKind, "kind", RuleError)
    found = known_law(law).get(REQUIREMENT[purpose], on=on, area=area)
    asked = found.value.asked(f"{purpose.en} of {found.area}", found.area, kind)
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
        ...     name="plate", kinds=(sb.PENSION,), rule=CountingRule(name="plate"),
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
    if by is not None and as_day(by, "by") < on:
        raise RuleError(Fault("by", str(by), "is before the application", f"{on} or later"))
    for field, fact in (("excused", excused), ("insured_now", insured_now)):
        if fact is not None:
            check_truth(fact, field)
    if source is not None and type(source) is not Dated:
        raise RuleError(Fault("source", source, "is no value of law", "what of gives, or None"))
    known = known_law(law)
    months, perhaps = (
        RequirementMonths(history, requirement, on, known, with_unplaced)
        for with_unplaced in (False, True)
    )
    case = _Case(months, perhaps, by, excused, source)
    conditions = [case.of_kinds()]
    if requirement.needs_current:
        conditions.append(case.current(insured_now))
    return decided(Question.REQUIREMENT, conditions, on=on, value=case.value())


@attrs.frozen
class _Case:
    """One requirement, one record and one day."""

    months: RequirementMonths
    perhaps: RequirementMonths
    by: date | None
    excused: bool | None
    source: Dated[LocalRequirement] | None

    @property
    def asked(self) -> Requirement:
        return self.months.asked

    @property
    def needed(self) -> int:
        return self.asked.kinds_needed or len(self.asked.kinds)

    @property
    def cited(self) -> tuple[Citation | None, Evidence | None]:
        found = self.source
        return (None, None) if found is None else (found.citation, found.evidence)

    def of_kinds(self) -> Condition:
        """Enough kinds have enough months."""
        parts = tuple(self._of_kind(kind) for kind in self.asked.kinds)
        met, unknown = (
            sum(part.verdict is verdict for part in parts)
            for verdict in (Verdict.MET, Verdict.UNKNOWN)
        )
        enough = 1 if self.asked.kinds_open else self.needed
        verdict = in_bounds(certain=met >= self.needed, possible=met + unknown >= enough)
        is_open = self.asked.kinds_open and verdict is Verdict.UNKNOWN
        return Condition(
            Reason.REQUIREMENT_KINDS,
            verdict,
            f"{self.asked.name}: {self.needed}",
            (met, met + unknown) if unknown else met,
            *self.cited,
            needs=(Missing("kind"),) if is_open else (),
            mode="all" if self.needed == len(parts) else "any",
            parts=parts,
        )

    def current(self, insured_now: bool | None) -> Condition:
        """The insurance is in force in the month of the application, for enough kinds."""
        reason = Reason.REQUIREMENT_CURRENT
        if insured_now is not None:
            found = is_true(reason, insured_now, "insured_now", self.source)
            return attrs.evolve(found, required=self.months.month, actual=insured_now)
        verdicts = [self._insured(kind) for kind in self.asked.kinds]
        met = verdicts.count(Verdict.MET)
        possible = met + verdicts.count(Verdict.UNKNOWN)
        verdict = in_bounds(certain=met >= self.needed, possible=possible >= self.needed)
        needs = (Missing("insured_now"),) if verdict is Verdict.UNKNOWN else ()
        return Condition(reason, verdict, self.months.month, None, *self.cited, needs)

    def _insured(self, kind: InsuranceKind) -> Verdict:
        """Whether the month of the application is paid as the requirement wants it: where and how.

        Residents pay by the year, before or after: their months leave it open.
        """
        months, rule = self.months, self.asked.rule
        inside = in_area(rule, kind, months.on, months.law)
        seen = ContributionHistory(
            period
            for period in in_place(months.history, self.asked.area)
            if period.scheme in rule.schemes and (inside is None or inside(period))
        )
        verdict = paid_state(seen, kind, months.on)[2]
        is_resident = any(period.scheme is Scheme.RESIDENT for period in seen.of(kind))
        return Verdict.UNKNOWN if verdict is Verdict.NOT_MET and is_resident else verdict

    def value(self) -> RequirementCheck:
        """What is missing, and from when it would be met."""
        kinds = tuple(self._kind_check(kind) for kind in self.asked.kinds)
        return RequirementCheck(
            self.asked,
            kinds,
            sorted(each.missing_months for each in kinds)[self.needed - 1],
            self._earliest([each.earliest for each in kinds]),
            self._latest_start([each.latest_start for each in kinds]),
        )

    def _earliest(self, found: Sequence[YearMonth | None]) -> YearMonth | None:
        """The first month in which enough kinds are met at once."""
        firsts = sorted(each for each in found if each is not None)
        if len(firsts) < self.needed:
            return None
        start = self.months.month
        later = (a for a in self.months.applications() if a >= firsts[self.needed - 1])
        return next((each for each in later if self._are_met(each, start)), None)

    def _latest_start(self, found: Sequence[YearMonth | None]) -> YearMonth | None:
        """The last month from which enough kinds are met at once on the day asked for."""
        lasts = sorted((each for each in found if each is not None), reverse=True)
        if self.by is None or len(lasts) < self.needed:
            return None
        application = as_month(self.by, "by")
        earlier = (s for s in self.months.starts(self.by) if s <= lasts[self.needed - 1])
        return next((each for each in earlier if self._are_met(application, each)), None)

    def _are_met(self, application: YearMonth, start: YearMonth) -> bool:
        rule = self._rule(self._limits()[0])
        met = [self.months.is_met(kind, rule, application, start) for kind in self.asked.kinds]
        return sum(met) >= self.needed

    def _of_kind(self, kind: InsuranceKind) -> Condition:
        """Any of the ways; open where only what is doubtful would make it.

        Doubtful are back-paid months, gaps of which the text says nothing, months without a place.
        """
        least, most = self._limits()
        strict = lenient = self._ways(self.months, kind, self._rule(least))
        needs: list[Missing] = []
        for fact, months, rule in (
            (
                "excused" if self.asked.excusable else "back_paid_months",
                self.months,
                self._rule(most),
            ),
            ("gap_months", self.months, self._bridged(self._rule(most))),
            ("area_of_months", self.perhaps, self._bridged(self._rule(most))),
        ):
            before, lenient = lenient, self._ways(months, kind, rule)
            if before.verdict is not lenient.verdict:
                needs.append(Missing(fact))
        if strict.verdict is lenient.verdict:
            return strict
        if Verdict.UNKNOWN in (strict.verdict, lenient.verdict):
            needs.append(Missing("history"))
        parts = map(_between, strict.parts, lenient.parts)
        return attrs.evolve(
            lenient, verdict=Verdict.UNKNOWN, needs=tuple(needs), parts=tuple(parts)
        )

    def _bridged(self, rule: CountingRule) -> CountingRule:
        """The rule that no gap breaks, where the text is silent on gaps."""
        return attrs.evolve(rule, bridging=_NO_BREAK) if self.asked.gaps_open else rule

    def _limits(self) -> tuple[int | None, int | None]:
        """How many back-paid months count at least and at most, as far as an excuse is known."""
        least, most = self.asked.rule.back_paid_limit, self.asked.back_paid_most
        if least is None or (most is not None and most <= least):
            return least, least
        if self.asked.excusable and self.excused is not None:
            decided_by = most if self.excused else least
            return decided_by, decided_by
        return least, most

    def _rule(self, limit: int | None) -> CountingRule:
        return attrs.evolve(self.asked.rule, back_paid_limit=limit)

    def _ways(
        self, months: RequirementMonths, kind: InsuranceKind, rule: CountingRule
    ) -> Condition:
        parts = [self._way(months.count(kind, way, rule), way) for way in self.asked.ways]
        return attrs.evolve(any_of(Reason.REQUIREMENT_KIND, *parts), actual=kind)

    def _way(self, count: counting.Count, way: RequiredMonths) -> Condition:
        low, high = count.at_least, count.at_most
        verdict = in_bounds(certain=low >= way.months, possible=high >= way.months)
        needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
        reason = Reason.REQUIREMENT_CONTINUOUS if way.continuous else Reason.REQUIREMENT_CUMULATIVE
        found = low if low == high else (low, high)
        return Condition(reason, verdict, way.months, found, *self.cited, needs)

    def _kind_check(self, kind: InsuranceKind) -> KindCheck:
        rule = self._rule(self._limits()[0])
        counts = {way: self.months.count(kind, way, rule) for way in self.asked.ways}
        way = min(counts, key=lambda each: max(0, each.months - counts[each].at_least))
        count = counts[way]
        return KindCheck(
            kind,
            way,
            count,
            max(0, way.months - count.at_least),
            count.back_paid_months,
            self.months.earliest(kind, rule),
            None if self.by is None else self.months.latest_start(kind, rule, self.by),
        )


def _between(strict: Condition, lenient: Condition) -> Condition:
    """One way under the strictest and the most lenient reading."""
    if strict.actual == lenient.actual:
        return lenient
    lowest, highest = (
        each.actual if isinstance(each.actual, tuple) else (each.actual, each.actual)
        for each in (strict, lenient)
    )
    if not isinstance(lowest[0], int) or not isinstance(highest[1], int):
        return lenient
    verdict = lenient.verdict if strict.verdict is lenient.verdict else Verdict.UNKNOWN
    return attrs.evolve(lenient, verdict=verdict, actual=(lowest[0], highest[1]))
