"""What a gap costs: one record in two worlds, with and without the months of a span.

*Kept*: the months of the span, and those from the day to the day of comparison, in which a kind
has no counting month, are paid like its latest earlier counting month. *Broken*: the same record
without the months of the span. The impact is the difference of the two overviews.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from . import intervals, rendering
from .errors import Fault, RuleError
from .law import Law
from .losses import Loss, World, losses
from .model.contributions import ContributionPeriod
from .model.counting_rule import CountingRule
from .model.history import ContributionHistory
from .model.people import Person
from .model.spells import BenefitSpell
from .month_sets import MonthSet
from .months import MonthLike, MonthSpan, as_day, as_span, ordinal_of
from .report import KindOverview, Overview, overview
from .rules.given import check_history, known_law
from .rules.tally import seen_periods
from .terms import InsuranceKind, PaymentStatus, Purpose, Role

__all__ = ["Impact", "KindImpact", "Loss", "impact", "worlds"]


@attrs.frozen
class KindImpact:
    """What a gap does to one kind.

    Attributes:
        kind: the insurance.
        kept: what the overview says of it where the span is paid.
        broken: what it says where the span is missing.
    """

    kind: InsuranceKind
    kept: KindOverview
    broken: KindOverview

    @property
    def cumulative_lost(self) -> int:
        """Cumulative months that the gap costs, of those that are certain; never earlier ones."""
        return self.kept.cumulative.at_least - self.broken.cumulative.at_least

    @property
    def continuous_lost(self) -> int:
        """Continuous months that the gap costs, with those before it; of those that are certain."""
        return self.kept.continuous.at_least - self.broken.continuous.at_least


@attrs.frozen
class Impact:
    """The cost of a gap on a day: the difference of two overviews.

    Attributes:
        span: the gap, past or planned.
        on: the day as of which the record is known.
        at: the day on which the two worlds are compared.
        kept: the overview where the span is paid.
        broken: the overview where it is missing.
        kinds: the kinds that have an earlier month to go on from; others are not compared.
        losses: what the gap takes, purpose by purpose.
        is_provisional: whether ``at`` is later than the law that is known.
    """

    span: MonthSpan
    on: date
    at: date
    kept: Overview = attrs.field(repr=False)
    broken: Overview = attrs.field(repr=False)
    kinds: tuple[KindImpact, ...] = attrs.field(repr=False)
    losses: tuple[Loss, ...] = attrs.field(repr=False)
    is_provisional: bool

    def text(self, lang: str = "zh") -> str:
        """What changes, as text of at most 80 columns.

        Args:
            lang: ``zh`` or ``en``.
        """
        return rendering.impact_text(self, lang)

    def __str__(self) -> str:
        return self.text()

    def losses_of(self, kind: InsuranceKind) -> dict[Purpose, Loss]:
        """What the gap takes from one kind, by purpose."""
        return {loss.purpose: loss for loss in self.losses if loss.kind is kind}

    def of(self, kind: InsuranceKind) -> KindImpact | None:
        """What it does to one kind; None if the kind is not compared."""
        return next((each for each in self.kinds if each.kind is kind), None)

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the overview's fields that differ."""
        return tuple(
            field.name
            for field in attrs.fields(Overview)
            if getattr(self.kept, field.name) != getattr(self.broken, field.name)
        )


def impact(
    history: ContributionHistory,
    span: MonthSpan | MonthLike,
    *,
    on: date,
    at: date | None = None,
    person: Person | None = None,
    spells: Sequence[BenefitSpell] = (),
    area: str | None = None,
    law: Law | None = None,
) -> Impact:
    """What a past or planned gap costs, kind by kind 断缴影响.

    Args:
        history: the record.
        span: the months that are or would be missing.
        on: the day as of which the record is taken.
        at: the day of comparison; None is the later of ``on`` and the first day after the span.
        person: who, for pension age and years; None leaves those sections out.
        spells: the spells of unemployment benefit before.
        area: the place whose law is asked, and whose enrolment goes on where there are several.
        law: None is the shipped law.

    Raises:
        RuleError: if ``at`` lies before ``on``.
        MonthError: if the span or a day cannot be read.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2026-01"))])
        >>> cost = impact(record, sb.MonthSpan("2026-02", "2026-06"), on=date(2026, 1, 29))
        >>> medical = cost.of(sb.MEDICAL)
        >>> medical.kept.cumulative.months, medical.broken.cumulative.months
        (30, 25)
        >>> medical.kept.continuous.months, medical.broken.continuous.months
        (30, 0)
    """
    span = as_span(span, "span")
    as_day(on, "on")
    check_history(history)
    day = max(on, (span.last + 1).first_day) if at is None else as_day(at, "at")
    if day < on:
        raise RuleError(Fault("at", day, "lies before the day of the record", f"{on} or later"))
    known = known_law(law)
    kept, broken, compared = worlds(history, span, on=on, at=day, area=area)
    kept_view = overview(person, kept, on=day, area=area, law=known)
    broken_view = overview(person, broken, on=day, area=area, law=known)
    kinds = tuple(KindImpact(kind, kept_view.of(kind), broken_view.of(kind)) for kind in compared)
    taken = losses(
        World(kept, kept_view),
        World(broken, broken_view),
        compared,
        span,
        person=person,
        spells=spells,
        law=known,
    )
    return Impact(span, on, day, kept_view, broken_view, kinds, taken, day > known.read_until)


def worlds(
    history: ContributionHistory,
    span: MonthSpan,
    *,
    on: date,
    at: date,
    area: str | None = None,
) -> tuple[ContributionHistory, ContributionHistory, tuple[InsuranceKind, ...]]:
    """The kept and the broken record of a gap, and the kinds that are compared.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2026-01"))])
        >>> kept, broken, kinds = worlds(
        ...     record, sb.MonthSpan("2026-02", "2026-02"), on=date(2026, 1, 29), at=date(2026, 4, 1))
        >>> [str(period.months) for period in kept.periods], len(broken.periods), len(kinds)
        (['2024-01..2026-01', '2026-02..2026-03'], 2, 2)
    """
    record = history.as_of(on)
    asked = intervals.union(
        pair
        for pair in (
            span.pair,
            (ordinal_of(on), at.year * 12 + at.month - 2),
        )
        if pair[0] <= pair[1]
    )
    compared: list[InsuranceKind] = []
    kept = record
    for kind in InsuranceKind:
        counting = _counting(record, kind)
        if not any(period.months.pair[0] < span.pair[0] for period in counting):
            continue
        compared.append(kind)
        kept = _filled(kept, kind, asked, area)
    return kept, kept.without(MonthSet([span])), tuple(compared)


def _counting(record: ContributionHistory, kind: InsuranceKind) -> list[ContributionPeriod]:
    rule = CountingRule.default(kind)
    seen = seen_periods(record, kind, rule, None)
    return [period for period in seen if rule.role(period.status) is Role.COUNTS]


def _filled(
    record: ContributionHistory, kind: InsuranceKind, asked: intervals.Pairs, area: str | None
) -> ContributionHistory:
    """The record with every asked month of a kind paid, like the latest month before it."""
    counting = _counting(record, kind)
    held = intervals.union(p.months.pair for p in counting if p.count is None)
    open_months = intervals.subtract(asked, held)
    paid = list(_continued(counting, open_months, area, kind))
    filled = MonthSet(period.months for period in paid)
    rule = CountingRule.default(kind)
    return record.without(filled, kind, rule.schemes).adding(paid)


def _continued(
    counting: list[ContributionPeriod],
    open_months: intervals.Pairs,
    area: str | None,
    kind: InsuranceKind,
) -> Iterator[ContributionPeriod]:
    """Paid periods for stretches of open months.

    Maternity months that come from medical ones are not written: the medical months bring them.
    """
    begin = min(p.months.pair[0] for p in counting) + 1
    for first, last in intervals.clip(open_months, begin, intervals.FOREVER):
        earlier = [p for p in counting if p.months.pair[0] < first]
        latest = max(min(p.months.pair[1], first - 1) for p in earlier)
        like = max(
            (p for p in earlier if p.months.pair[0] <= latest <= p.months.pair[1]),
            key=lambda p: (area is not None and p.area == area, p.base_fen or 0),
        )
        if like.kind is kind:
            yield attrs.evolve(
                like,
                months=MonthSpan.from_ordinals(first, last),
                status=PaymentStatus.PAID,
                declared_on=None,
                settled_on=None,
                count=None,
                provenance=None,
            )
