"""Work-injury insurance 工伤保险: is one covered on a day, and who bears which benefits.

Legal basis:
    社会保险法 第三十三条: the employer pays, the employee nothing. 第三十六条: no contribution time is
    asked for. 第三十八、三十九条: what the fund pays and what the employer. 第四十一条: where the employer
    has not paid, the employer bears the benefits; where it does not, the fund advances them and
    recovers them. 人社部令第13号 第九条: each of several employers insures, and the one for which one
    worked when hurt is responsible. 工伤保险条例 第六十二条第三款: once an employer has joined and paid
    arrears and late fee, fund and employer pay what newly arises; 人社部发〔2016〕29号 三 lists it.

A break between two jobs therefore costs nothing but the cover while it lasts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Condition,
    Decision,
    Fact,
    Missing,
    Outcome,
    Question,
    Reason,
    Verdict,
    decided,
    is_false,
    is_true,
    open_law,
    over_facts,
)
from ..errors import Fault, RuleError
from ..law import Citation, Dated, Law
from ..law.parameters import (
    WORK_INJURY_ADVANCE,
    WORK_INJURY_EMPLOYER_ITEMS,
    WORK_INJURY_FUND_ITEMS,
    WORK_INJURY_LATE_ITEMS,
)
from ..model.areas import NATION, check_area
from ..model.employment import Employment, Enrolment, items_of, lasts_on
from ..model.history import ContributionHistory
from ..months import as_day
from ..terms import InjuryItem, InsuranceKind, MonthState, Payer
from .cover import paid_for
from .given import check_history, known_law

__all__ = ["InjuryBenefit", "NewCosts", "advance", "benefits", "cover", "new_costs"]

_KIND: Final = InsuranceKind.WORK_INJURY


def cover(
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    enrolments: Iterable[Enrolment] = (),
    employments: Iterable[Employment] = (),
    employer: str | None = None,
) -> Decision[Payer]:
    """Whether the work-injury fund covers an employee on a day 工伤保险是否有效.

    Args:
        history: the record.
        on: the day.
        area: the place.
        law: None is the shipped law.
        enrolments: all that are known. Where there are any the day itself decides, from the day of
            enrolment to its end, and the record says only whether the employer is in arrears;
            without them the month of the day decides.
        employments: all that are known; an employer that has not insured is then known too.
        employer: for which one worked when hurt; None where the day leaves no choice.

    Returns:
        With who bears the benefits of an injury at work of that day: the fund, or the employer that
        has not paid; None where no employer is known, who would bear them if there is one.

    Raises:
        PeriodError: if an enrolment or an employment is none.
        RuleError: if the employer is no name.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionHistory([sb.ContributionPeriod(sb.WORK_INJURY, "2026-01")])
        >>> unpaid = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.WORK_INJURY, "2025-12", status=sb.PaymentStatus.ARREARS)])
        >>> [cover(record, on=date(2026, 1, 29)).value for record in (paid, unpaid)]
        [Payer.FUND, Payer.EMPLOYER]
    """
    facts = _Facts(history, on, area, known_law(law), enrolments, employments)
    if employer is not None:
        if type(employer) is not str or not employer:
            raise RuleError(Fault("employer", employer, "is no name", "text or None"))
        return facts.decided_for(employer)
    names = facts.employers()
    if not names:
        return facts.decided_for(None)
    return over_facts({"employer": names}, lambda given: facts.decided_for(given["employer"]))


def _employments(items: Iterable[Employment]) -> tuple[Employment, ...]:
    return items_of(items, Employment, "employments")


def _enrolments(items: Iterable[Enrolment]) -> tuple[Enrolment, ...]:
    return items_of(items, Enrolment, "enrolments")


@attrs.frozen
class _Facts:
    """All that is known of a day, and what follows for an injury with one employer."""

    history: ContributionHistory
    on: date
    area: str | None
    law: Law
    enrolments: tuple[Enrolment, ...] = attrs.field(converter=_enrolments)
    employments: tuple[Employment, ...] = attrs.field(converter=_employments)

    def __attrs_post_init__(self) -> None:
        as_day(self.on, "on")
        check_area(self.area, "area", RuleError)
        check_history(self.history)

    def employers(self) -> list[str]:
        """Who employs on the day."""
        return sorted({each.employer for each in self.employments if lasts_on(each, self.on)})

    def decided_for(self, employer: Fact) -> Decision[Payer]:
        """The decision of an injury at work for an employer; None is whichever it was."""
        conditions = []
        is_employed = None
        if self.employments:
            names = self.employers()
            is_employed = bool(names) if employer is None else employer in names
            conditions.append(is_true(Reason.WORK_INJURY_EMPLOYED, is_employed, "employment"))
        insured = self._insured_by(employer)
        conditions += insured
        decision: Decision[Payer] = decided(Question.WORK_INJURY_COVER, conditions, on=self.on)
        is_owed = insured[-1].actual is MonthState.ARREARS
        payer = None
        if decision.outcome is Outcome.ELIGIBLE:
            payer = Payer.FUND
        elif decision.outcome is Outcome.INELIGIBLE and is_employed is not False:
            payer = Payer.EMPLOYER if is_employed or is_owed else None
        return attrs.evolve(decision, value=payer)

    def _insured_by(self, employer: Fact) -> list[Condition]:
        """By the day where enrolments are known, else by the month."""
        if not self.enrolments:
            names = None if employer is None else {employer}
            return [self._paid(Reason.WORK_INJURY_PAID, names)]
        held = {
            each.employer
            for each in self.enrolments
            if each.kind is _KIND and employer in (None, each.employer) and lasts_on(each, self.on)
        }
        enrolled = is_true(Reason.WORK_INJURY_ENROLLED, bool(held), "enrolment")
        if not held:
            return [enrolled]
        paid = self._paid(Reason.WORK_INJURY_NOT_OWED, held)
        if paid.actual is MonthState.GAP or paid.needs == (Missing("enrolment"),):
            paid = attrs.evolve(paid, verdict=Verdict.MET, needs=())
        return [enrolled, paid]

    def _paid(self, reason: Reason, employers: Collection[Fact] | None) -> Condition:
        """Whether the month is paid for by one of some employers; None is any."""
        record = self.history
        if employers is not None:
            periods = record.of(_KIND)
            named = (each for each in periods if each.employer in (None, *employers))
            record = ContributionHistory(named)
        return paid_for(reason, record, _KIND, self.on, self.area, self.law)


def advance(
    history: ContributionHistory,
    *,
    on: date,
    employer_pays: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
    enrolments: Iterable[Enrolment] = (),
    employments: Iterable[Employment] = (),
    employer: str | None = None,
) -> Decision[tuple[InjuryItem, ...]]:
    """Whether the fund may be asked to advance the benefits 工伤保险基金先行支付.

    The employer has to repay them. Whether the injury was recognized as one at work is not judged.

    Args:
        history: the record.
        on: the day of the injury.
        employer_pays: whether the employer that has not insured pays; None is not known.
        area: the place.
        law: None is the shipped law.
        enrolments: as for :func:`cover`.
        employments: as there; without them an employer is known from arrears alone.
        employer: as there.

    Returns:
        With the items that the fund advances.

    Raises:
        RuleError: if ``employer_pays`` is no truth value.

    Example:
        >>> import shebao as sb
        >>> job = sb.Employment("甲公司", date(2026, 1, 5))
        >>> answer = advance(sb.ContributionHistory(), on=date(2026, 1, 29), employments=[job],
        ...                  employer_pays=False)
        >>> answer.eligible, sb.InjuryItem.WAGES in answer.value
        (True, False)
    """
    known = known_law(law)
    covered = cover(
        history,
        on=on,
        area=area,
        law=known,
        enrolments=enrolments,
        employments=employments,
        employer=employer,
    )
    rule = known.find(WORK_INJURY_ADVANCE, on=on, area=area)
    conditions = [_uninsured(covered), _unpaid(employer_pays, rule, area)]
    fund = known.find(WORK_INJURY_FUND_ITEMS, on=on, area=area)
    value = None if fund is None else fund.value
    return decided(Question.WORK_INJURY_ADVANCE, conditions, on=on, value=value)


def _uninsured(covered: Decision[Payer]) -> Condition:
    """The condition that an employer bears the benefits for want of contributions."""
    reason = Reason.WORK_INJURY_UNINSURED
    if covered.value is not None:
        return is_true(reason, covered.value is Payer.EMPLOYER, "employment")
    if covered.conditions[0].reason is Reason.WORK_INJURY_EMPLOYED and covered.eligible is False:
        return is_true(reason, False, "employment")
    unknown = is_true(reason, None, "employment")
    return attrs.evolve(unknown, needs=covered.missing or unknown.needs)


def _unpaid(employer_pays: bool | None, rule: Dated[str] | None, area: str | None) -> Condition:
    """The condition that the employer does not pay and the fund advances."""
    reason = Reason.WORK_INJURY_EMPLOYER_FAILS
    fails = is_false(reason, employer_pays, "employer_pays", rule)
    if rule is None:
        return open_law(reason, WORK_INJURY_ADVANCE.name, area or NATION)
    return fails if rule.value == "fund_items" else attrs.evolve(fails, verdict=Verdict.NOT_MET)


@attrs.frozen
class InjuryBenefit:
    """An item of benefits and who pays it.

    Attributes:
        item: the item.
        payer: the fund, or the employer whether it has insured or not.
        citation: where that stands.
    """

    item: InjuryItem
    payer: Payer
    citation: Citation


def benefits(
    *, on: date, area: str | None = None, law: Law | None = None
) -> tuple[InjuryBenefit, ...]:
    """The benefits after an injury at work of who is insured, and who pays each 工伤保险待遇.

    Of who is not insured the employer pays them all.

    Raises:
        UnknownLawError: for days before 2011-07-01.

    Example:
        >>> found = benefits(on=date(2026, 1, 29))
        >>> [each.item.zh for each in found if each.payer is Payer.EMPLOYER]
        ['治疗工伤期间的工资福利', '五级、六级伤残津贴', '一次性伤残就业补助金']
    """
    known = known_law(law)
    fund = known.get(WORK_INJURY_FUND_ITEMS, on=on, area=area)
    own = known.get(WORK_INJURY_EMPLOYER_ITEMS, on=on, area=area)
    return tuple(
        InjuryBenefit(item, payer, found.citation)
        for found, payer in ((fund, Payer.FUND), (own, Payer.EMPLOYER))
        for item in found.value
    )


@attrs.frozen
class NewCosts:
    """Who pays what arises from a day on, after an employer joined and paid what it owed.

    Attributes:
        from_day: the day from which the fund pays; what arose before is the employer's.
        fund: the items that the fund pays.
        employer: the items that stay with the employer.
        citation: where that stands.
    """

    from_day: date
    fund: tuple[InjuryItem, ...]
    employer: tuple[InjuryItem, ...]
    citation: Citation


def new_costs(
    *,
    injured_on: date,
    paid_on: date,
    died: bool = False,
    area: str | None = None,
    law: Law | None = None,
) -> NewCosts:
    """What the fund pays once an employer has joined and paid arrears and late fee 新发生的费用.

    The text speaks of injuries from before the employer joined; what it lists is taken for those
    that happened while an employer that had joined was in arrears, too.

    Args:
        injured_on: the day of the injury.
        paid_on: the day by which the employer had joined and paid, late fee included. On or before
            the day of the injury everything is as for who is insured.
        died: whether the items are those of the survivors of who died of it.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if ``died`` is no truth value.
        UnknownLawError: for payments before 2016-03-28, and injuries before 2011-07-01.

    Example:
        >>> costs = new_costs(injured_on=date(2026, 1, 5), paid_on=date(2026, 3, 2))
        >>> str(costs.from_day), len(costs.fund), InjuryItem.DISABILITY_GRANT in costs.employer
        ('2026-03-02', 8, True)
    """
    if type(died) is not bool:
        raise RuleError(Fault("died", died, "is no truth value", "True or False"))
    known = known_law(law)
    all_items = benefits(on=as_day(injured_on, "injured_on"), area=area, law=known)
    if as_day(paid_on, "paid_on") <= injured_on:
        fund = tuple(each.item for each in all_items if each.payer is Payer.FUND)
        return _costs(injured_on, fund, all_items, all_items[0].citation)
    late = known.get(WORK_INJURY_LATE_ITEMS, on=paid_on, area=area)
    fund = late.value.died if died else late.value.injured
    return _costs(paid_on, fund, all_items, late.citation)


def _costs(
    from_day: date,
    fund: tuple[InjuryItem, ...],
    all_items: tuple[InjuryBenefit, ...],
    citation: Citation,
) -> NewCosts:
    """What the fund does not pay stays with the employer."""
    rest = tuple(each.item for each in all_items if each.item not in fund)
    return NewCosts(from_day, fund, rest, citation)
