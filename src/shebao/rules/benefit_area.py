"""Which place pays the pension of who worked in several provinces 待遇领取地.

Legal basis:
    国办发〔2009〕66号 第六条, step by step: the relation is at home; else ten years where it is; else the
    last place before with ten years; else home. 人社部规〔2016〕5号 一: a place is a province, years are
    the actual and the deemed ones of that province. A temporary account is never the place: the
    relation stays where it was (第五条(二)), and its years count in the total alone.

Limits:
    Give the record as it was paid, not one that ``transferred`` moved: months count where they were
    paid. Months that two provinces hold count in both until they are settled with ``cleared``.
    Who has no household registration is open: 人社厅函〔2021〕139号 (foreigners) and 令第41号 (Hong Kong,
    Macao, Taiwan) have rules of their own, which are not modelled. Which city of the province pays is
    the province's own. Moves before 2010 that were never followed by another are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from .. import intervals
from ..decisions import (
    Condition,
    Decision,
    Fact,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    decided,
    in_bounds,
    open_law,
)
from ..law import Dated, Law
from ..law.parameters import BENEFIT_AREA_MONTHS
from ..model.account_relation import AccountRelation
from ..model.areas import NATION, province_of
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.employment import items_of
from ..model.history import ContributionHistory
from ..model.people import Person
from ..month_sets import MonthSet
from ..months import as_day, ordinal_of
from ..terms import BenefitAreaStep, InsuranceKind, Role
from . import account_relations
from .given import check_history, check_person, known_law
from .placements import added_months
from .tally import tally

__all__ = ["BenefitArea", "ProvinceMonths", "benefit_area"]

#: A step with the place that it leads to.
Step = tuple[Condition, str, BenefitAreaStep]


@attrs.frozen
class ProvinceMonths:
    """Pension months of a province under an ordinary relation, actual and deemed.

    Attributes:
        province: its code.
        at_least: how many certainly.
        at_most: how many at most; months without a place may be those of any province.
    """

    province: str
    at_least: int
    at_most: int


@attrs.frozen
class BenefitArea:
    """The place that pays a pension.

    Attributes:
        area: the code of the province.
        step: by which step of the law.
        months: the months of each province, in the order of the relations.
        relations: the relations that were looked at.
    """

    area: str
    step: BenefitAreaStep
    months: tuple[ProvinceMonths, ...]
    relations: tuple[AccountRelation, ...]


def benefit_area(
    person: Person,
    history: ContributionHistory,
    relations: Iterable[AccountRelation] | None = None,
    *,
    on: date,
    law: Law | None = None,
) -> Decision[BenefitArea]:
    """Which place pays the pension, and by which steps it was found 待遇领取地.

    Args:
        person: who; the household registration is asked for.
        history: the record.
        relations: all relations, temporary ones among them; None reads them from the record, and
            what that leaves open stays open.
        on: the day; the record is taken as it stands on it.
        law: None is the shipped law.

    Returns:
        With the place if it is found. The conditions are the steps in their order, up to the one
        that decides.

    Raises:
        PersonError: if it is no person.
        PeriodError: if a relation is none.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 3, 8), sex=sb.Sex.MALE, household_registration="410000")
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2005-01", "2014-12"), area="440300"),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2015-01", "2025-12"), area="330100")])
        >>> found = benefit_area(man, record, on=date(2026, 1, 29)).value
        >>> found.area, found.step, [(each.province, each.at_least) for each in found.months]
        ('330000', BenefitAreaStep.TEN_YEARS_HERE, [('440000', 120), ('330000', 132)])
    """
    check_person(person)
    check_history(history)
    known = known_law(law)
    as_day(on, "on")
    if relations is None:
        readings = account_relations.readings(person, history, on=on, law=known)
    else:
        readings = (("history", items_of(relations, AccountRelation, "relations")),)
    rule = known.find(BENEFIT_AREA_MONTHS, on=on)
    if rule is None:
        unknown = open_law(Reason.BENEFIT_AREA_HERE, BENEFIT_AREA_MONTHS.name, NATION)
        return decided(Question.BENEFIT_AREA, [unknown], on=on)
    cases = [
        (fact, _Case(person, history, on, rule, _opened(held, on)))
        for fact, held in dict.fromkeys(readings)
    ]
    steps = _agreed([(fact, list(case.steps())) for fact, case in cases])
    found = any_of(Reason.BENEFIT_AREA_FOUND, *(condition for condition, _, _ in steps))
    condition, area, step = steps[-1]
    if condition.verdict is not Verdict.MET:
        return decided(Question.BENEFIT_AREA, [found], on=on)
    told = cases[0][1]
    value = BenefitArea(area, step, tuple(told.months()), told.relations)
    return decided(Question.BENEFIT_AREA, [found], on=on, value=value)


def _agreed(walks: list[tuple[str, list[Step]]]) -> list[Step]:
    """The steps of the first reading, with an open one where another reading ends elsewhere."""
    _, steps = walks[0]
    condition, area, step = steps[-1]
    if condition.verdict is not Verdict.MET:
        return steps
    others = [
        (fact, other)
        for fact, other in walks
        if other[-1][0].verdict is not Verdict.MET or other[-1][1] != area
    ]
    if not others:
        return steps
    needs = tuple(Missing(fact) for fact in dict.fromkeys(fact for fact, _ in others))
    where_it_is = steps[0][0]
    if any(other[0][0] != where_it_is for _, other in others):
        steps, condition, step = steps[:1], where_it_is, BenefitAreaStep.HOME
    is_open = attrs.evolve(condition, verdict=Verdict.UNKNOWN, needs=needs)
    return [*steps[:-1], (is_open, area, step)]


def _opened(relations: Iterable[AccountRelation], on: date) -> tuple[AccountRelation, ...]:
    """Those that were opened by a day, the oldest first."""
    opened = (relation for relation in relations if relation.from_day <= on)
    return tuple(sorted(opened, key=lambda relation: relation.from_day))


@attrs.frozen
class _Case:
    """The relations of one person, and the months of each province."""

    person: Person
    history: ContributionHistory
    on: date
    rule: Dated[int]
    relations: tuple[AccountRelation, ...]

    @property
    def home(self) -> str | None:
        registered = self.person.household_registration
        return None if registered is None else province_of(registered)

    def ordinary(self) -> tuple[str, ...]:
        """The provinces of ordinary relations, each where it was opened last; at home each is one."""
        provinces = [
            relation.province
            for relation in self.relations
            if not relation.is_temporary or relation.province == self.home
        ]
        return tuple(reversed(dict.fromkeys(reversed(provinces))))

    def months(self) -> Iterator[ProvinceMonths]:
        """The months of each province of an ordinary relation."""
        return (self._months_of(province) for province in self.ordinary())

    def steps(self) -> Iterator[Step]:
        """The steps of 第六条 in their order, up to the first that is met or open."""
        home = self.home
        if home is None:
            yield self._open("household_registration"), "", BenefitAreaStep.HOME
            return
        provinces = list(reversed(self.ordinary()))
        here = provinces[0] if provinces else None
        at_home = Verdict.MET if here == home else Verdict.NOT_MET
        found = self._step(Reason.BENEFIT_AREA_HOME, at_home, home, here or False)
        yield found, home, BenefitAreaStep.HOME
        if here == home:
            return
        reason, step = Reason.BENEFIT_AREA_HERE, BenefitAreaStep.TEN_YEARS_HERE
        for province in provinces:
            found = self._ten_years(reason, province)
            yield found, province, step
            if found.verdict is not Verdict.NOT_MET:
                return
            reason, step = Reason.BENEFIT_AREA_BEFORE, BenefitAreaStep.TEN_YEARS_BEFORE
        gathered = self._step(Reason.BENEFIT_AREA_GATHERED, Verdict.MET, None, home)
        yield gathered, home, BenefitAreaStep.GATHERED_HOME

    def _ten_years(self, reason: Reason, province: str) -> Condition:
        months = self._months_of(province)
        required = self.rule.value
        verdict = in_bounds(
            certain=months.at_least >= required, possible=months.at_most >= required
        )
        needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
        low, high = months.at_least, months.at_most
        found: Fact = low if low == high else (low, high)
        condition = self._step(reason, verdict, required, found)
        return attrs.evolve(condition, needs=needs)

    def _step(self, reason: Reason, verdict: Verdict, required: Fact, actual: Fact) -> Condition:
        return Condition(reason, verdict, required, actual, self.rule.citation, self.rule.evidence)

    def _open(self, fact: str) -> Condition:
        condition = self._step(Reason.BENEFIT_AREA_HOME, Verdict.UNKNOWN, None, None)
        return attrs.evolve(condition, needs=(Missing(fact),))

    def _months_of(self, province: str) -> ProvinceMonths:
        low, high = (self._count(province, with_unplaced=each) for each in (False, True))
        return ProvinceMonths(province, low[0], high[1])

    def _count(self, province: str, *, with_unplaced: bool) -> tuple[int, int]:
        """Bounds of the months of a province, without those of a temporary account."""

        def is_inside(period: ContributionPeriod) -> bool:
            if period.area is None:
                return with_unplaced
            return province_of(period.area) == province

        record = self.history.without(self._temporary(province), InsuranceKind.PENSION)
        rule = CountingRule.default(InsuranceKind.PENSION)
        seen = tally(record, InsuranceKind.PENSION, self.on, rule, is_inside)
        fixed = intervals.union(seen.paid + seen.deemed + seen.back_paid)
        certain = intervals.count(fixed)
        least, most = added_months(
            fixed, seen.periods, lambda period: rule.role(period.status) is Role.COUNTS
        )
        return certain + least, certain + most

    def _temporary(self, province: str) -> MonthSet:
        """The months from a temporary account in a province until an ordinary relation there."""
        spans: list[tuple[int, int]] = []
        since: int | None = None
        for relation in self.relations:
            if relation.province != province or province == self.home:
                continue
            month = ordinal_of(relation.from_day)
            if relation.is_temporary:
                since = month if since is None else since
            elif since is not None:
                spans.append((since, month - 1))
                since = None
        if since is not None:
            spans.append((since, intervals.FOREVER))
        return MonthSet.from_pairs(intervals.union(pair for pair in spans if pair[0] <= pair[1]))
