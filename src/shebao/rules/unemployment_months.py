"""Months of unemployment benefit 领取失业保险金的期限, over one spell or several.

Legal basis:
    社会保险法 第四十六条: at most 12, 18 or 24 months by paid months; unemployed again, contribution
    time counts anew 重新计算, the months left from the spell before are added 合并计算, at most 24 in
    all. 失业保险条例 第十七条, before 2011-07: the same. 人社部令第13号 第十四条: time of who could draw
    nothing is kept. 失业保险金申领发放办法: who is unemployed again before a year in a new job draws on
    what is left. The months themselves are graded by places, never above those maxima.

    上海市失业保险金申领发放实施办法 第六条: years for which months were granted are deducted, the others
    are kept, and count again with a new year.

Limits:
    "Under a year in a new job" is read as fewer than twelve contribution months since.
    What becomes of these months when the remainder is drawn is not said; they are taken to lapse
    with it, as all months before a month of benefit do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

import attrs

from .. import intervals
from ..decisions import Condition, Decision, Fact, Missing, Question, Reason, Verdict, decided
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import (
    UNEMPLOYMENT_BENEFIT_BANDS,
    UNEMPLOYMENT_CEILING_MONTHS,
    UNEMPLOYMENT_CLAIM_TIME,
    UNEMPLOYMENT_MAXIMUM_BANDS,
    UNEMPLOYMENT_MINIMUM_MONTHS,
    UNEMPLOYMENT_REMAINDER,
    UNEMPLOYMENT_SURPLUS,
)
from ..law.unemployment_values import ClaimTime, Grading
from ..law.values import Bands
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.spells import BenefitSpell
from ..months import MonthLike, as_day, as_month, ordinal_of
from ..terms import InsuranceKind
from . import counting
from .given import check_history, known_law

__all__ = [
    "Earlier",
    "UnemploymentEntitlement",
    "band_of",
    "duration",
    "earlier",
    "entitlement",
    "months",
]

M = TypeVar("M")
_KIND = InsuranceKind.UNEMPLOYMENT


@attrs.frozen
class UnemploymentEntitlement:
    """How many months of benefit a record gives.

    Attributes:
        contribution_months: contribution months since benefit was last drawn.
        maximum_months: months of benefit that law allows at most, 0 where it allows none; None
            where the record leaves it open.
        benefit_months: months of benefit by the grading of the place; None where they are not
            known. Both count months carried over.
        grading: the law of the place that grades them, if known.
        benefit_bounds: the fewest and the most months of benefit; None where nothing is known.
        carried_months: months of benefit left from the spell before.
        kept_months: the fewest and the most contribution months from before that spell that count
            again.
        claim_time: in what time benefit should be claimed, and what becomes of a later claim.
    """

    contribution_months: counting.Count
    maximum_months: int | None
    benefit_months: int | None = None
    grading: Dated[Grading] | None = None
    benefit_bounds: tuple[int, int] | None = None
    carried_months: int = 0
    kept_months: tuple[int, int] = (0, 0)
    claim_time: Dated[ClaimTime] | None = None


@attrs.frozen
class Earlier:
    """What spells that ended by a day leave behind, by the law of that day.

    Attributes:
        since: the ordinal of the last month after which contribution months are new; None if
            benefit was never drawn.
        carried_months: months of benefit left.
        kept_months: contribution months of before that count again.
        remainder: the law on drawing them before another year is paid; None where it is not known.
    """

    since: int | None = None
    carried_months: int = 0
    kept_months: tuple[int, int] = (0, 0)
    remainder: Dated[str] | None = None


def band_of(paid_months: int, bands: tuple[tuple[int, M], ...]) -> M | int:
    """The months that the highest band reached gives; 0 below the first.

    Example:
        >>> [band_of(months, ((12, 12), (60, 18), (120, 24))) for months in (11, 12, 59, 60, 400)]
        [0, 12, 12, 18, 24]
    """
    return next((months for start, months in reversed(bands) if paid_months >= start), 0)


def months(
    history: ContributionHistory,
    *,
    on: date,
    spells: Iterable[BenefitSpell] = (),
    area: str | None = None,
    law: Law | None = None,
) -> UnemploymentEntitlement:
    """How many months of benefit may be drawn 领取失业保险金的期限, the other conditions being met.

    Args:
        history: the record.
        on: the day of the claim.
        spells: the spells of benefit before it, in any order. One that ended after the month of
            ``on`` is left out, and one of which nothing was drawn counts only where the place
            deducts what it assessed.
        area: the place that would pay; None is national law alone.
        law: None is the shipped law.

    Raises:
        RuleError: if an item is no spell, or two spells ended in one month.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.UNEMPLOYMENT, sb.MonthSpan("2018-01", "2021-12")),
        ...     sb.ContributionPeriod(sb.UNEMPLOYMENT, sb.MonthSpan("2023-01", "2025-12"))])
        >>> before = sb.BenefitSpell("2022-12", granted_months=12, drawn_months=10)
        >>> found = months(paid, on=date(2026, 1, 29), area="500000", spells=[before])
        >>> found.contribution_months.months, found.carried_months, found.benefit_months
        (36, 2, 11)
    """
    check_history(history)
    as_day(on, "on")
    known = known_law(law)
    return entitlement(history, earlier(history, spells, on, area, known), on, area, known)


def duration(
    history: ContributionHistory,
    *,
    on: date,
    spells: Iterable[BenefitSpell] = (),
    area: str | None = None,
    law: Law | None = None,
) -> Decision[UnemploymentEntitlement]:
    """Whether the months of benefit are settled 期限能否确定; of an unknown place they are not.

    Args:
        history: the record.
        on: the day of the claim.
        spells: as for ``months``.
        area: the place that would pay; None is national law alone, whose maxima settle nothing.
        law: None is the shipped law; ``law.replacing("unemployment.benefit_bands", ...)`` supplies
            the grading of a place.

    Raises:
        RuleError: if an item is no spell, or two spells ended in one month.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.UNEMPLOYMENT, sb.MonthSpan("2023-01", "2025-12"))])
        >>> unknown = duration(paid, on=date(2026, 1, 29), area="990100")
        >>> unknown.outcome, [str(each) for each in unknown.missing]
        (Outcome.UNDETERMINED, ['unemployment.benefit_bands (990100)'])
        >>> law = sb.law.shipped().replacing(
        ...     "unemployment.benefit_bands", [[12, 2], [24, 4], [36, 6]], area="990100")
        >>> duration(paid, on=date(2026, 1, 29), area="990100", law=law).value.benefit_months
        6
    """
    found = months(history, on=on, spells=spells, area=area, law=law)
    actual: Fact = found.benefit_months
    verdict, needs = Verdict.MET, tuple[Missing, ...]()
    if found.benefit_months is None:
        actual, verdict = found.benefit_bounds, Verdict.UNKNOWN
        needs = (Missing(UNEMPLOYMENT_BENEFIT_BANDS.name, area or NATION),)
        if found.grading is not None and _is_open(found.contribution_months):
            needs = (Missing("history"),)
    citation = None if found.grading is None else found.grading.citation
    evidence = None if found.grading is None else found.grading.evidence
    graded = Condition(Reason.UNEMPLOYMENT_GRADED, verdict, None, actual, citation, evidence, needs)
    return decided(Question.UNEMPLOYMENT_DURATION, [graded], on=on, value=found)


def earlier(
    history: ContributionHistory,
    spells: Iterable[BenefitSpell],
    on: date,
    area: str | None,
    law: Law,
    drawn_until: MonthLike | None = None,
) -> Earlier:
    """What earlier spells leave, or the month until which benefit was drawn."""
    given = _checked(spells)
    if drawn_until is not None:
        last = as_month(drawn_until, "drawn_until")
        if given:
            problem = "stands beside spells"
            raise RuleError(Fault("drawn_until", str(last), problem, "one of the two"))
        return Earlier(last.ordinal)
    ended = [spell for spell in given if spell.last_month.ordinal <= ordinal_of(on)]
    if not ended:
        return Earlier()
    surplus = law.find(UNEMPLOYMENT_SURPLUS, on=on, area=area)
    is_kept = surplus is not None and surplus.value == "kept"
    counted = [spell for spell in ended if is_kept or spell.drawn_months]
    if not counted:
        return Earlier()
    since = counted[-1].last_month.ordinal
    kept = (0, 0)
    if surplus is None or is_kept:
        kept = _kept(history.between(0, since), counted, on, law)
        kept = kept if is_kept else (0, kept[1])
    remainder = law.find(UNEMPLOYMENT_REMAINDER, on=on, area=area)
    return Earlier(since, counted[-1].left_months, kept, remainder)


def _is_open(count: counting.Count) -> bool:
    return count.at_least != count.at_most


def _checked(spells: Iterable[BenefitSpell]) -> list[BenefitSpell]:
    """The spells, earliest first."""
    given = tuple(spells)
    for spell in given:
        if type(spell) is not BenefitSpell:
            raise RuleError(Fault("spells", spell, "is no spell", "a BenefitSpell"))
    ordered = sorted(given, key=lambda spell: spell.last_month)
    for spell, after in pairwise(ordered):
        if spell.last_month == after.last_month:
            problem = "is the last month of two spells"
            raise RuleError(Fault("spells", str(spell.last_month), problem, "a month for each"))
    return ordered


def _kept(
    before: ContributionHistory, spells: Sequence[BenefitSpell], on: date, law: Law
) -> tuple[int, int]:
    """The months of before for which no benefit was granted, at least and at most."""
    paid = counting.cumulative(before, _KIND, on=on, law=law)
    assessed = sum(spell.assessed_months or 0 for spell in spells)
    is_known = all(spell.assessed_months is not None for spell in spells)
    least = paid.at_least - assessed if is_known else 0
    return max(0, least), max(0, paid.at_most - assessed)


def entitlement(
    history: ContributionHistory, before: Earlier, on: date, area: str | None, law: Law
) -> UnemploymentEntitlement:
    """The months of benefit that a record gives after earlier spells."""
    record = history
    if before.since is not None:
        record = history.between(before.since + 1, intervals.FOREVER)
    paid = counting.cumulative(record, _KIND, on=on, law=law)
    maxima = law.find(UNEMPLOYMENT_MAXIMUM_BANDS, on=on, area=area)
    grading = law.find(UNEMPLOYMENT_BENEFIT_BANDS, on=on, area=area)
    claim_time = law.find(UNEMPLOYMENT_CLAIM_TIME, on=on, area=area)
    most_allowed = None if maxima is None else maxima.value
    of_place = None if grading is None else _Earned(grading.value, most_allowed)
    of_nation = None if most_allowed is None else _Earned(most_allowed, None)
    if before.carried_months or before.kept_months[1]:
        minimum = law.find(UNEMPLOYMENT_MINIMUM_MONTHS, on=on, area=area)
        ceiling = law.find(UNEMPLOYMENT_CEILING_MONTHS, on=on, area=area)
        merged = _Merged(before, minimum, ceiling)
        most, bounds = merged.bounds(paid, of_nation), merged.bounds(paid, of_place)
    else:
        most = None if of_nation is None else of_nation.bounds(paid)
        bounds = None if of_place is None else of_place.bounds(paid)
    return UnemploymentEntitlement(
        paid,
        _fixed(most),
        _fixed(bounds),
        grading,
        bounds,
        before.carried_months,
        before.kept_months,
        claim_time,
    )


def _fixed(bounds: tuple[int, int] | None) -> int | None:
    """The number of months where both bounds are one."""
    return None if bounds is None or bounds[0] != bounds[1] else bounds[0]


@attrs.frozen
class _Earned:
    """Months that paid months give by a grading, within what law allows at most."""

    grading: Grading
    maxima: Bands | None

    def bounds(self, paid: counting.Count) -> tuple[int, int]:
        """The fewest and the most months that a count gives."""
        return self.at(paid.at_least, 0), self.at(paid.at_most, 1)

    def at(self, paid_months: int, side: int) -> int:
        """The fewest, or the most, months that a number gives."""
        found = band_of(paid_months, self.grading)
        given = found if isinstance(found, int) else found[side]
        return given if self.maxima is None else min(given, band_of(paid_months, self.maxima))


@attrs.frozen
class _Merged:
    """Months that paid months give together with what an earlier spell leaves."""

    before: Earlier
    minimum: Dated[int] | None
    ceiling: Dated[int] | None

    def bounds(self, paid: counting.Count, earned: _Earned | None) -> tuple[int, int] | None:
        """The fewest and the most months; None where law that matters is not known."""
        low = self._at(paid.at_least, 0, earned)
        high = self._at(paid.at_most, 1, earned)
        return None if low is None or high is None else (low, high)

    def _at(self, paid_months: int, side: int, earned: _Earned | None) -> int | None:
        if self.minimum is None or self.ceiling is None:
            return None
        left = self.before.carried_months
        if paid_months < self.minimum.value:
            rule = self.before.remainder
            if rule is None:
                return None if left else 0
            return min(self.ceiling.value, left) if rule.value == "drawable" else 0
        if earned is None:
            return None
        counted = paid_months + self.before.kept_months[side]
        return min(self.ceiling.value, earned.at(counted, side) + left)
