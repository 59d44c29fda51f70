"""The conditions of a requirement: enough months of enough insurances, and insured now.

What a text leaves open stays open where it would decide: the insurance, back-paid months, gaps, and
months of which no place is known.
"""

from __future__ import annotations

from typing import Final, cast

import attrs

from ..decisions import Condition, Missing, Reason, Verdict, any_of, in_bounds, is_true
from ..law import Citation, Dated, Evidence
from ..law.requirement_values import LocalRequirement
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.requirement import RequiredMonths, Requirement
from ..terms import InsuranceKind, Scheme
from . import counting
from .cover import paid_state
from .requirement_months import RequirementMonths, in_place
from .tally import in_area

__all__ = ["RequirementConditions"]

#: More uncovered months than any gap has.
_NO_BREAK: Final = 1200


@attrs.frozen
class RequirementConditions:
    """One requirement, one record and one day.

    Attributes:
        months: the months that certainly are of the place.
        perhaps: the same with those that may be.
        excused: whether back-paid months have the excuse that the text allows; None is not known.
        source: where the requirement stands; None if it is somebody's own.
    """

    months: RequirementMonths
    perhaps: RequirementMonths
    excused: bool | None
    source: Dated[LocalRequirement] | None

    @property
    def asked(self) -> Requirement:
        """The requirement."""
        return self.months.asked

    @property
    def cited(self) -> tuple[Citation | None, Evidence | None]:
        """Its citation and its grade, if it is a place's."""
        found = self.source
        return (None, None) if found is None else (found.citation, found.evidence)

    def of_kinds(self) -> Condition:
        """Enough kinds have enough months."""
        parts = tuple(self._of_kind(kind) for kind in self.asked.kinds)
        met, unknown = (
            sum(part.verdict is verdict for part in parts)
            for verdict in (Verdict.MET, Verdict.UNKNOWN)
        )
        # Where the text names no insurance it is any one of them, and all are surely enough.
        enough = 1 if self.asked.kinds_open else self.asked.needed
        verdict = in_bounds(certain=met >= self.asked.needed, possible=met + unknown >= enough)
        is_open = self.asked.kinds_open and verdict is Verdict.UNKNOWN
        return Condition(
            Reason.REQUIREMENT_KINDS,
            verdict,
            f"{self.asked.name}: {enough}",
            (met, met + unknown) if unknown else met,
            *self.cited,
            needs=(Missing("kind"),) if is_open else (),
            mode="all" if self.asked.needed == len(parts) else "any",
            parts=parts,
        )

    def current(self, insured_now: bool | None) -> Condition:
        """The insurance is in force in the month of the application, for enough kinds."""
        reason = Reason.REQUIREMENT_CURRENT
        if insured_now is not None:
            found = is_true(reason, insured_now, "insured_now", self.source)
            return attrs.evolve(found, required=self.months.month, actual=insured_now)
        pairs = [
            (self._insured(kind, with_unplaced=False), self._insured(kind, with_unplaced=True))
            for kind in self.asked.kinds
        ]
        verdicts = [one if one is other else Verdict.UNKNOWN for one, other in pairs]
        met = verdicts.count(Verdict.MET)
        possible = met + verdicts.count(Verdict.UNKNOWN)
        enough = 1 if self.asked.kinds_open else self.asked.needed
        verdict = in_bounds(certain=met >= self.asked.needed, possible=possible >= enough)
        facts = {
            "insured_now": any(Verdict.UNKNOWN in pair for pair in pairs),
            "area_of_months": any(one is not other for one, other in pairs),
            "kind": self.asked.kinds_open and len({*verdicts}) > 1,
        }
        is_open = verdict is Verdict.UNKNOWN
        needs = tuple(Missing(fact) for fact, is_missing in facts.items() if is_open and is_missing)
        actual = None if is_open else verdict is Verdict.MET
        return Condition(reason, verdict, self.months.month, actual, *self.cited, needs)

    def _insured(self, kind: InsuranceKind, *, with_unplaced: bool) -> Verdict:
        """Whether the month of the application is paid as the requirement wants it: where and how.

        Residents pay by the year, before or after: their months leave it open.
        """
        months, rule = self.months, self.asked.rule
        inside = in_area(rule, kind, months.on, months.law)
        seen = ContributionHistory(
            period
            for period in in_place(months.history, self.asked.area, with_unplaced=with_unplaced)
            if period.scheme in rule.schemes and (inside is None or inside(period))
        )
        verdict = paid_state(seen, kind, months.on)[2]
        is_resident = any(period.scheme is Scheme.RESIDENT for period in seen.of(kind))
        return Verdict.UNKNOWN if verdict is Verdict.NOT_MET and is_resident else verdict

    def _of_kind(self, kind: InsuranceKind) -> Condition:
        """Any of the ways; open where only what is doubtful would make it.

        Doubtful are back-paid months, gaps of which the text says nothing, months without a place.
        """
        least, most = self.asked.back_paid_limits(self.excused)
        strict = lenient = self._ways(self.months, kind, self.asked.rule_with(least))
        needs: list[Missing] = []
        for fact, months, rule in (
            (
                "excused" if self.asked.excusable else "back_paid_months",
                self.months,
                self.asked.rule_with(most),
            ),
            ("gap_months", self.months, self._bridged(self.asked.rule_with(most))),
            ("area_of_months", self.perhaps, self._bridged(self.asked.rule_with(most))),
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


def _between(strict: Condition, lenient: Condition) -> Condition:
    """One way under the strictest and the most lenient reading."""
    if strict.actual == lenient.actual:
        return lenient
    bounds = [
        cast("tuple[int, int]", found if isinstance(found, tuple) else (found, found))
        for found in (strict.actual, lenient.actual)
    ]
    verdict = lenient.verdict if strict.verdict is lenient.verdict else Verdict.UNKNOWN
    between = min(low for low, _ in bounds), max(high for _, high in bounds)
    return attrs.evolve(lenient, verdict=verdict, actual=between)
