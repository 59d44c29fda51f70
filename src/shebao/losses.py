"""What a gap takes, purpose by purpose: with the months of the gap paid, and without them 断缴损失.

Legal basis:
    Pension years get shorter and the pooled pension with them (国发〔2005〕38号); medical benefits stop
    and return as the place rules, and a gap of up to three months may be mended (医保办发〔2021〕43号);
    unemployment benefit asks for cumulative months, in whatever places (社会保险法 第四十五、五十二条);
    work injury and maternity go on with the next employer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

import attrs

from .days import month_end
from .decisions import Decision, Fact
from .errors import UnknownLawError
from .law import Law
from .law.parameters import (
    MEDICAL_FLEXIBLE_WAITING,
    MEDICAL_SWITCH_MONTHS,
    MEDICAL_WAITING_MONTHS,
)
from .model.history import ContributionHistory
from .model.people import Person
from .model.spells import BenefitSpell
from .month_sets import MonthSet
from .months import MonthSpan, YearMonth, as_month
from .report import Overview
from .rules import back_payment, maternity, medical, pension, unemployment, work_injury
from .terms import InsuranceKind, Purpose, Separation

__all__ = ["Loss", "World", "losses"]

#: What is missing where a waiting period is not known.
_OF_WAITING: Final = {
    parameter.name
    for parameter in (MEDICAL_FLEXIBLE_WAITING, MEDICAL_SWITCH_MONTHS, MEDICAL_WAITING_MONTHS)
}

#: The kinds that cover a day, not a life; pensions and unemployment benefit come after.
_COVERS: Final[Mapping[InsuranceKind, Callable[..., Decision[Any]]]] = MappingProxyType(
    {
        InsuranceKind.MEDICAL: medical.cover,
        InsuranceKind.WORK_INJURY: work_injury.cover,
        InsuranceKind.MATERNITY: maternity.cover,
    }
)


@attrs.frozen
class Loss:
    """One purpose of one kind in both worlds.

    Attributes:
        kind: the insurance.
        purpose: what is compared.
        kept: with the months of the gap paid; a pair where it is only bounded, None where unknown.
        broken: without them.
        months: of cover: the months that are covered in one world and certainly not in the other.
        waiting_until: the first day after the waiting period that runs on the day of comparison.
        repairable_until: the last day on which an open medical gap can be paid up without waiting.
        back_payment: of pension months: whether the gap may be paid afterwards, on the day of
            comparison, by who was not employed in it.
    """

    kind: InsuranceKind
    purpose: Purpose
    kept: Fact | Decimal
    broken: Fact | Decimal
    months: MonthSet = attrs.field(factory=MonthSet)
    waiting_until: date | None = None
    repairable_until: date | None = None
    back_payment: Decision[back_payment.BackPayment] | None = None

    @property
    def is_lost(self) -> bool | None:
        """Whether the gap changes it; None where that is not known."""
        is_known = self.kept is not None and self.broken is not None
        if not is_known or (isinstance(self.kept, tuple) and self.kept == self.broken):
            return None
        return self.kept != self.broken


@attrs.frozen
class World:
    """A record as it would be, with its overview.

    Attributes:
        history: the record.
        view: what the overview says of it on the day of comparison.
    """

    history: ContributionHistory
    view: Overview


def losses(
    kept: World,
    broken: World,
    kinds: tuple[InsuranceKind, ...],
    span: MonthSpan,
    *,
    person: Person | None,
    spells: Sequence[BenefitSpell],
    law: Law,
) -> tuple[Loss, ...]:
    """What a gap takes from each kind that has an earlier month to go on from.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2024-01", "2026-01"))])
        >>> cost = sb.breaks.impact(record, sb.MonthSpan("2026-02", "2026-06"),
        ...                         on=date(2026, 1, 29), area="310000")
        >>> for loss in cost.losses[:3]:
        ...     print(loss.purpose.en, loss.kept, loss.broken)
        cumulative 30 25
        continuous 30 0
        cover 5 1
    """
    found: list[Loss] = []
    for kind in kinds:
        found += _months(kept, broken, kind, span, law)
        if kind in _COVERS:
            found.append(_covered(kept, broken, kind, span, law))
    if InsuranceKind.MEDICAL in kinds:
        found += _medical(kept, broken, person, law)
    if InsuranceKind.PENSION in kinds:
        found += _pension(kept, broken, law)
    if InsuranceKind.UNEMPLOYMENT in kinds:
        found.append(_benefit(kept, broken, spells, law))
    return tuple(loss for kind in kinds for loss in found if loss.kind is kind)


def _months(
    kept: World, broken: World, kind: InsuranceKind, span: MonthSpan, law: Law
) -> Iterator[Loss]:
    """Months of the default rule, and whether those of the gap may be paid afterwards."""
    paid, unpaid = kept.view.of(kind), broken.view.of(kind)
    mend = None
    if kind is InsuranceKind.PENSION:
        on, area = broken.view.on, broken.view.area
        mend = back_payment.eligibility(
            broken.history, kind, span, on=on, employed=False, area=area, law=law
        )
    yield Loss(
        kind,
        Purpose.CUMULATIVE,
        _fact(paid.cumulative.at_least, paid.cumulative.at_most),
        _fact(unpaid.cumulative.at_least, unpaid.cumulative.at_most),
        back_payment=mend,
    )
    yield Loss(
        kind,
        Purpose.CONTINUOUS,
        _fact(paid.continuous.at_least, paid.continuous.at_most),
        _fact(unpaid.continuous.at_least, unpaid.continuous.at_most),
    )


def _covered(kept: World, broken: World, kind: InsuranceKind, span: MonthSpan, law: Law) -> Loss:
    """Months from the gap to the comparison in which benefits are had, at the end of each."""
    last = max(span.last.ordinal, as_month(kept.view.on).ordinal - 1)
    asked = [YearMonth.from_ordinal(month) for month in range(span.first.ordinal, last + 1)]
    paid, unpaid = (
        [_covers(world, kind, month, law) for month in asked] for world in (kept, broken)
    )
    lost = [
        month
        for month, before, after in zip(asked, paid, unpaid, strict=True)
        if before is True and after is False
    ]
    return Loss(kind, Purpose.COVER, _count(paid), _count(unpaid), MonthSet(lost))


def _count(answers: list[bool | None]) -> Fact:
    return _fact(answers.count(True), len(answers) - answers.count(False))


def _covers(world: World, kind: InsuranceKind, month: YearMonth, law: Law) -> bool | None:
    answer: Decision[object] = _COVERS[kind](
        world.history, on=month_end(month), area=world.view.area, law=law
    )
    return answer.eligible


def _medical(kept: World, broken: World, person: Person | None, law: Law) -> Iterator[Loss]:
    """The waiting period that follows, and what is short for retirees."""
    answers = [
        medical.cover(world.history, on=world.view.on, area=world.view.area, law=law)
        for world in (kept, broken)
    ]
    value = answers[1].value
    yield Loss(
        InsuranceKind.MEDICAL,
        Purpose.WAITING,
        _waiting(answers[0]),
        _waiting(answers[1]),
        waiting_until=None if value is None else value.waiting_until,
        repairable_until=None if value is None else value.repairable_until,
    )
    if person is None:
        return
    short: list[Fact] = []
    for world in (kept, broken):
        on, area = world.view.on, world.view.area
        answer = medical.retiree_entitlement(person, world.history, on=on, area=area, law=law)
        short.append(None if answer.value is None else answer.value.short_by)
    yield Loss(InsuranceKind.MEDICAL, Purpose.RETIREE, short[0], short[1])


def _waiting(answer: Decision[medical.MedicalCover]) -> Fact:
    """Months of the waiting period that runs, 0 of none; None where nobody can say."""
    if answer.value is not None and answer.value.waiting_months is not None:
        return answer.value.waiting_months
    return None if _OF_WAITING & {missing.name for missing in answer.missing} else 0


def _pension(kept: World, broken: World, law: Law) -> Iterator[Loss]:
    """The pooled pension by the latest benefit base of the place, where base and index are known."""
    view = kept.view
    try:
        base = pension.benefit_base(on=view.on, area=view.area, law=law).value
    except UnknownLawError:
        return
    if view.index.exact is None or not view.index.is_complete:
        return
    amounts = [
        pension.pooled_pension(
            benefit_base=base,
            average_index=view.index.exact,
            contribution_years=Fraction(
                world.view.of(InsuranceKind.PENSION).cumulative.at_least, 12
            ),
        )
        for world in (kept, broken)
    ]
    yield Loss(InsuranceKind.PENSION, Purpose.PENSION, amounts[0], amounts[1])


def _benefit(kept: World, broken: World, spells: Sequence[BenefitSpell], law: Law) -> Loss:
    """Months of benefit of a claim on the day of comparison, after losing the job."""
    months: list[Fact] = []
    for world in (kept, broken):
        answer = unemployment.eligibility(
            world.history,
            on=world.view.on,
            area=world.view.area,
            law=law,
            separation=Separation.INVOLUNTARY,
            registered=True,
            spells=spells,
        )
        value = answer.value
        is_refused = answer.eligible is False
        months.append(0 if value is None or is_refused else _granted(value))
    return Loss(InsuranceKind.UNEMPLOYMENT, Purpose.BENEFIT, months[0], months[1])


def _granted(value: unemployment.UnemploymentEntitlement) -> Fact:
    """What the place grants, or between nothing and the national ceiling."""
    if value.benefit_months is not None:
        return value.benefit_months
    if value.benefit_bounds is not None:
        return value.benefit_bounds
    return None if value.maximum_months is None else (0, value.maximum_months)


def _fact(low: int, high: int) -> Fact:
    return low if low == high else (low, high)
