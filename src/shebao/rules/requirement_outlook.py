"""How far a record is from a requirement: what is missing, and when it will be met.

Contributions are supposed to go on from the month of the application, or from a month on that is
looked for. Back-paid months count as far as they certainly do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from ..model.counting_rule import CountingRule
from ..model.requirement import RequiredMonths, Requirement
from ..months import YearMonth, as_month
from ..terms import InsuranceKind
from . import counting
from .requirement_months import RequirementMonths

__all__ = ["KindCheck", "RequirementCheck", "RequirementOutlook"]


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

    Where the text names no insurance, the numbers are those of the farthest: whichever is meant is
    met by then.

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


@attrs.frozen
class RequirementOutlook:
    """One requirement, one record, and a day on which it should be met.

    Attributes:
        months: the months that certainly are of the place.
        rule: the requirement's rule, with the back-paid months that certainly count.
        by: the day; None asks for no latest start.
    """

    months: RequirementMonths
    rule: CountingRule
    by: date | None

    @property
    def asked(self) -> Requirement:
        """The requirement."""
        return self.months.asked

    def check(self) -> RequirementCheck:
        """What is missing, and from when it would be met."""
        kinds = tuple(self._kind_check(kind) for kind in self.asked.kinds)
        return RequirementCheck(
            self.asked,
            kinds,
            sorted(each.missing_months for each in kinds)[self.asked.needed - 1],
            self._earliest([each.earliest for each in kinds]),
            self._latest_start([each.latest_start for each in kinds]),
        )

    def _earliest(self, found: Sequence[YearMonth | None]) -> YearMonth | None:
        """The first month in which enough kinds are met at once."""
        firsts = sorted(each for each in found if each is not None)
        if len(firsts) < self.asked.needed:
            return None
        start = self.months.month
        later = (a for a in self.months.applications() if a >= firsts[self.asked.needed - 1])
        return next((each for each in later if self._are_met(each, start)), None)

    def _latest_start(self, found: Sequence[YearMonth | None]) -> YearMonth | None:
        """The last month from which enough kinds are met at once on the day asked for."""
        lasts = sorted((each for each in found if each is not None), reverse=True)
        if self.by is None or len(lasts) < self.asked.needed:
            return None
        application = as_month(self.by, "by")
        earlier = (s for s in self.months.starts(self.by) if s <= lasts[self.asked.needed - 1])
        return next((each for each in earlier if self._are_met(application, each)), None)

    def _are_met(self, application: YearMonth, start: YearMonth) -> bool:
        met = [self.months.is_met(kind, self.rule, application, start) for kind in self.asked.kinds]
        return sum(met) >= self.asked.needed

    def _kind_check(self, kind: InsuranceKind) -> KindCheck:
        counts = {way: self.months.count(kind, way, self.rule) for way in self.asked.ways}
        way = min(counts, key=lambda each: max(0, each.months - counts[each].at_least))
        count = counts[way]
        return KindCheck(
            kind,
            way,
            count,
            max(0, way.months - count.at_least),
            count.back_paid_months,
            self.months.earliest(kind, self.rule),
            None if self.by is None else self.months.latest_start(kind, self.rule, self.by),
        )
