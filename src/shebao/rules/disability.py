"""The disability allowance of the employees' pension 病残津贴.

Legal basis:
    人社部发〔2024〕72号, from 2025-01-01. 第二条: found wholly incapable of work 完全丧失劳动能力, by illness or
    not at work, before the statutory age. 第三条: with the minimum contribution months and at most five
    years to that age, by the whole formula of a pension, which is not computed anew at the age. 第四条:
    with the minimum and more than five years, by that of the pooled pension, and computed anew when
    five years are left. The next article: without the minimum, by that of the pooled pension, for
    twelve months, three more for each year, or part of one, beyond five. No contributions are paid
    while it is drawn.

Which year's minimum holds is not said (申请病残津贴时); that of the day's year is taken.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..decisions import (
    Decision,
    Question,
    Reason,
    decided,
    is_false,
    is_true,
    negated,
    open_law,
)
from ..law import Dated, Law
from ..law.parameters import DISABILITY_MONTHS
from ..law.pension_values import DisabilityMonths
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth
from ..terms import DisabilityTier
from .minimum_contribution import minimum_contribution
from .standing import Standing, for_each_track

__all__ = ["DisabilityAllowance", "allowance"]


@attrs.frozen
class DisabilityAllowance:
    """What goes with the answer.

    Attributes:
        tiers: how the allowance is computed; more than one where the record or the day of birth
            leaves it open.
        paid_months: for how many months it is paid, fewest and most, if the minimum is not reached;
            None where only the statutory age ends it.
        recomputed_on: the day on which it is computed anew; None where it is not.
        until: the statutory month, in which retirement takes its place.
    """

    tiers: tuple[DisabilityTier, ...]
    paid_months: tuple[int, int] | None
    recomputed_on: date | None
    until: YearMonth


def allowance(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    fully_incapable: bool | None = None,
    pays_contributions: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[DisabilityAllowance]:
    """Whether the disability allowance may be drawn on a day 能否领取病残津贴.

    The amount is ``pension.amounts`` for a full one, its pooled part for the others.

    Args:
        person: who.
        history: the record.
        on: the day of application.
        fully_incapable: whether a finding of labour ability 劳动能力鉴定 says wholly incapable; None
            is not known.
        pays_contributions: whether pension contributions go on; None is not known.
        area: the place.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1980, 6, 3), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2018-01", "2024-12"))])
        >>> answer = allowance(man, years, on=date(2025, 1, 9), fully_incapable=True,
        ...                    pays_contributions=False)
        >>> answer.eligible, answer.value.tiers, answer.value.paid_months
        (True, (DisabilityTier.SHORT,), (18, 18))
    """

    def under(standing: Standing) -> Decision[DisabilityAllowance]:
        rule = standing.law.find(DISABILITY_MONTHS, on=on, area=area)
        if rule is None:
            open_rule = open_law(
                Reason.DISABILITY_INCAPACITY, DISABILITY_MONTHS.name, area or NATION
            )
            return decided(Question.DISABILITY_ALLOWANCE, [open_rule], on=on)
        conditions = [
            is_true(Reason.DISABILITY_INCAPACITY, fully_incapable, "fully_incapable", rule),
            negated(Reason.DISABILITY_BEFORE_AGE, standing.age),
            is_false(Reason.DISABILITY_NOT_PAYING, pays_contributions, "pays_contributions", rule),
        ]
        value = _value(standing, rule)
        return decided(Question.DISABILITY_ALLOWANCE, conditions, on=on, value=value)

    return for_each_track(
        Question.DISABILITY_ALLOWANCE, person, history, under, on=on, area=area, law=law
    )


def _value(standing: Standing, rule: Dated[DisabilityMonths]) -> DisabilityAllowance:
    until = standing.retirement.month
    near = until - rule.value.full_within_months
    required = minimum_contribution(standing.on.year, area=standing.area, law=standing.law).value
    low, high = standing.bounds
    tiers: list[DisabilityTier] = []
    if high >= required:
        is_month_open = isinstance(standing.person.birth, YearMonth)
        first = near.first_day if is_month_open else standing.day_in(near)
        if standing.on >= first:
            tiers.append(DisabilityTier.FULL)
        if standing.on < standing.day_in(near):
            tiers.append(DisabilityTier.POOLED)
    is_recomputed = DisabilityTier.POOLED in tiers
    paid_months = None
    if low < required:
        tiers.append(DisabilityTier.SHORT)
        paid_months = (
            _paid_months(low, rule.value),
            _paid_months(min(high, required - 1), rule.value),
        )
    return DisabilityAllowance(
        tuple(tiers), paid_months, standing.day_in(near) if is_recomputed else None, until
    )


def _paid_months(months: int, rule: DisabilityMonths) -> int:
    """For how long a short allowance is paid; part of a year counts as one (不满1年按1年计算)."""
    further = max(0, -(-(months - 12 * rule.short_years) // 12))
    return rule.short_months + rule.further_months * further
