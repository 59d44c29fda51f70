"""Employees' medical insurance without paying on after retirement 退休人员医保待遇: are the months complete.

Legal basis:
    社会保险法 第二十七条: who has the months of the state at the statutory age pays no more; who has not
    may pay up to them. 人社部令第13号 第七条: the months are those of the place; months of all places
    add up. How they are made up, month by month or in one sum, the place says.

Limits:
    The months are those that the place asks for on the day of the statutory age, also of who retires
    early or late. How years elsewhere or years of service are recognized is the record's: months
    that it calls deemed 视同缴费 count in the total and are not paid. Months without an area may lie in
    the place or not.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

import attrs

from ..days import add_days
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    at_least,
    decided,
    in_bounds,
    open_law,
    over_facts,
)
from ..errors import UnknownLawError
from ..law import Dated, Law
from ..law.medical_values import Retiree
from ..law.parameters import MEDICAL_RETIREE
from ..model.areas import NATION, ancestors
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_day, as_month
from ..terms import InsuranceKind, PaymentStatus, RetirementCategory, Sex
from . import counting
from .ages import age_reached
from .counts import Bounded
from .given import check_person, known_law
from .standing import day_within
from .statutory import Statutory, categories, statutory

__all__ = ["RetireeEntitlement", "retiree_entitlement"]

_KIND: Final = InsuranceKind.MEDICAL
_WHOLE: Final = Decimal(100)
#: What counts as actually paid 实际缴费.
_PAID: Final = CountingRule(
    name="medical months actually paid",
    kinds=frozenset({_KIND}),
    counts=frozenset({PaymentStatus.PAID, PaymentStatus.BACK_PAID}),
)


@attrs.frozen
class RetireeEntitlement:
    """What goes with the answer; months of a place are None where its rule is not known.

    Attributes:
        retirement: the statutory retirement.
        required_months: the cumulative months that the place asks for; of who may be insured since
            before or after a change of its rule the more.
        cumulative: the cumulative months on the day, deemed ones among them.
        paid: the months actually paid, anywhere.
        paid_here: those paid in the place.
        short_by: how many cumulative months are missing at most.
        paid_short_by: how many months actually paid are missing at most.
        paid_here_short_by: how many paid in the place are missing at most; None where the place asks
            for some and their number is not known.
        complete: the month in which all is reached if every month after that of the day is paid in
            the place; None where the law is not known, or the place lets nobody go on so long.
        lump_sum_months: the months left to pay in one sum at the statutory age, or now after it, if
            every month is paid until then; None where the place has no such sum.
        percent: per cent of the regular benefits that are paid, less than 100 where the place pays
            less for missing years; None where there are none, or parts of a year are missing.
    """

    retirement: Statutory
    required_months: int | None
    cumulative: counting.Count
    paid: counting.Count
    paid_here: Bounded
    short_by: int | None = None
    paid_short_by: int | None = None
    paid_here_short_by: int | None = None
    complete: YearMonth | None = None
    lump_sum_months: int | None = None
    percent: Decimal | None = None


def retiree_entitlement(
    person: Person,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[RetireeEntitlement]:
    """Whether a retiree has medical benefits without paying on 退休人员医保待遇.

    A woman whose category is not known is decided under both.

    Args:
        person: who.
        history: the record; deemed months 视同缴费 count in the total.
        on: the day.
        area: the place of retirement; where its months are not known, the decision is undetermined
            and names the parameter.
        law: None is the shipped law.

    Example:
        Tianjin asks men for 25 years, five of them paid (天津市基本医疗保险条例 第十六条); 24 years leave
        one to pay in one sum:

        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1964, 6, 3), sex=sb.Sex.MALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2000-07", "2024-06"))])
        >>> answer = retiree_entitlement(man, years, on=date(2024, 6, 3), area="120000")
        >>> answer.eligible, answer.value.short_by, answer.value.lump_sum_months
        (False, 12, 12)

    """
    as_day(on, "on")
    check_person(person)
    known = known_law(law)
    months = _Months.of(history, on, area, known)

    def under(facts: dict[str, Any]) -> Decision[RetireeEntitlement]:
        # The tracks of a person are one or two, so each is tried and none is None.
        track = cast("RetirementCategory", facts["retirement_category"])
        try:
            reached = statutory(person.birth_month, track, area=area, law=known)
        except UnknownLawError as error:
            unknown = (
                open_law(reason, error.parameter, error.area)
                for reason in (Reason.PENSION_AGE, Reason.MEDICAL_RETIREE_MONTHS)
            )
            return decided(Question.MEDICAL_RETIREE, tuple(unknown), on=on)
        age = age_reached(Reason.PENSION_AGE, person, reached.month, on, reached)
        day = day_within(person.birth, reached.month)
        rule = known.find(MEDICAL_RETIREE, on=day, area=area)
        if rule is None:
            lacking = open_law(Reason.MEDICAL_RETIREE_MONTHS, MEDICAL_RETIREE.name, area or NATION)
            value = RetireeEntitlement(reached, None, months.total, months.paid, months.here)
            return decided(Question.MEDICAL_RETIREE, [age, lacking], on=on, value=value)
        return _under(_Rule.of(rule, person.sex, months), age, reached, months)

    return over_facts({"retirement_category": categories(person)}, under)


@attrs.frozen
class _Months:
    """The months of a record, and where they were paid.

    Attributes:
        on: the day.
        total: cumulative months.
        paid: months actually paid.
        here: those paid in the place.
        open_fact: what would have to be known where the last are open.
        local: the part of the record that lies in the place.
        perhaps_local: the part that may lie in it.
    """

    on: date
    total: counting.Count
    paid: counting.Count
    here: Bounded
    open_fact: str
    local: ContributionHistory
    perhaps_local: ContributionHistory

    @classmethod
    def of(cls, history: ContributionHistory, on: date, area: str | None, law: Law) -> _Months:
        """Count the months of a record."""
        total = counting.cumulative(history, _KIND, on=on, law=law)
        paid = counting.cumulative(history, _KIND, on=on, rule=_PAID)
        pool = None if area is None else law.pooling_area(area, _KIND, on)

        def is_here(code: str) -> bool:
            return pool in ancestors(law.pooling_area(code, _KIND, on))

        periods = history.of(_KIND)
        local = [] if pool is None else [p for p in periods if p.area and is_here(p.area)]
        without = [p for p in periods if p.area is None or pool is None]
        certain, possible = ContributionHistory(local), ContributionHistory([*local, *without])
        here = Bounded(
            counting.cumulative(certain, _KIND, on=on, rule=_PAID).at_least,
            counting.cumulative(possible, _KIND, on=on, rule=_PAID).at_most,
        )
        open_fact = "paid_where" if without else "history"
        return cls(on, total, paid, here, open_fact, certain, possible)

    def since_before(self, month: YearMonth) -> bool | None:
        """Whether one was insured in the place before a month, as was known then."""
        on = add_days(month.first_day, -1)
        if counting.cumulative(self.local, _KIND, on=on).at_least:
            return True
        return None if counting.cumulative(self.perhaps_local, _KIND, on=on).at_most else False


@attrs.frozen
class _Rule:
    """What a place asks of one person.

    Attributes:
        dated: its rule.
        required: the cumulative months, every number that may hold; None where one is not known.
    """

    dated: Dated[Retiree]
    required: tuple[int, ...] | None

    @classmethod
    def of(cls, dated: Dated[Retiree], sex: Sex, months: _Months) -> _Rule:
        """The rule for a man or a woman, insured since before a change of it or after."""
        rule = dated.value
        later = rule.male_months if sex is Sex.MALE else rule.female_months
        if rule.insured_before is None:
            return cls(dated, (later,))
        is_early = months.since_before(rule.insured_before)
        if is_early is False:
            return cls(dated, (later,))
        if rule.earlier_months is None:
            return cls(dated, None)
        return cls(dated, (rule.earlier_months,) if is_early else (rule.earlier_months, later))

    def asking(self, months: int) -> Dated[int]:
        """The same law, asking for a number of months."""
        return attrs.evolve(self.dated, value=months)  # type: ignore[arg-type, return-value]

    @property
    def lacks(self) -> tuple[Missing, ...]:
        """What is missing where a number of the place is not known."""
        return (Missing(MEDICAL_RETIREE.name, self.dated.area),)


def _under(
    rule: _Rule, age: Condition, reached: Statutory, months: _Months
) -> Decision[RetireeEntitlement]:
    value = rule.dated.value
    conditions = [age, _enough(rule, months)]
    if value.paid_months:
        bounds = months.paid.at_least, months.paid.at_most
        asked = rule.asking(value.paid_months)
        conditions.append(at_least(Reason.MEDICAL_RETIREE_PAID, asked, bounds))
    if value.paid_here_months != 0:
        conditions.append(_paid_here(rule, months))
    found = _value(rule, reached, months)
    return decided(Question.MEDICAL_RETIREE, conditions, on=months.on, value=found)


def _enough(rule: _Rule, months: _Months) -> Condition:
    """The condition that the cumulative months are complete, or that the place pays less for them."""
    low, high = months.total.at_least, months.total.at_most
    if rule.required is None:
        needs = rule.lacks
        return at_least(Reason.MEDICAL_RETIREE_MONTHS, None, (low, high), needs=needs)
    asked = rule.asking(max(rule.required))
    enough = at_least(Reason.MEDICAL_RETIREE_MONTHS, asked, (low, high))
    if enough.verdict is Verdict.NOT_MET and high >= min(rule.required):
        needs = (Missing(months.open_fact),)
        enough = attrs.evolve(enough, verdict=Verdict.UNKNOWN, needs=needs)
    cut = rule.dated.value.yearly_cut
    if cut is None:
        return enough
    verdict = in_bounds(certain=low > 0, possible=high > 0)
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    law = rule.dated
    paid = Condition(
        Reason.MEDICAL_RETIREE_CUT, verdict, None, str(cut), law.citation, law.evidence, needs
    )
    return any_of(Reason.MEDICAL_RETIREE_ENOUGH, enough, paid)


def _paid_here(rule: _Rule, months: _Months) -> Condition:
    """The condition that enough was paid in the place.

    Where its number is not known, it is not more than the cumulative months.
    """
    bounds = months.here.at_least, months.here.at_most
    asked = rule.dated.value.paid_here_months
    if asked is not None:
        return at_least(
            Reason.MEDICAL_RETIREE_PAID_HERE, rule.asking(asked), bounds, record=months.open_fact
        )
    if rule.required is not None and bounds[0] >= max(rule.required):
        most = rule.asking(max(rule.required))
        return at_least(Reason.MEDICAL_RETIREE_PAID_HERE, most, bounds)
    return at_least(Reason.MEDICAL_RETIREE_PAID_HERE, None, bounds, needs=rule.lacks)


def _value(rule: _Rule, reached: Statutory, months: _Months) -> RetireeEntitlement:
    value, now = rule.dated.value, as_month(months.on, "on")
    required = None if rule.required is None else max(rule.required)
    short = None if required is None else max(0, required - months.total.at_least)
    paid_short = max(0, value.paid_months - months.paid.at_least)
    here_short = None
    if value.paid_here_months is not None:
        here_short = max(0, value.paid_here_months - months.here.at_least)
    complete = left = None
    if short is not None and here_short is not None:
        missing = max(short, paid_short, here_short)
        if value.completion != "lump_sum" or now + missing <= max(reached.month, now):
            complete = now + missing
        if value.completion in ("lump_sum", "either"):
            left = max(0, missing - max(0, reached.month - now))
    return RetireeEntitlement(
        reached,
        required,
        months.total,
        months.paid,
        months.here,
        short,
        paid_short,
        here_short,
        complete,
        left,
        _percent(value, short),
    )


def _percent(rule: Retiree, short: int | None) -> Decimal | None:
    """What is paid of the regular benefits, where whole years are missing."""
    if short == 0:
        return _WHOLE
    if short is None or rule.yearly_cut is None or short % 12:
        return None
    return _WHOLE - rule.yearly_cut * (short // 12)
