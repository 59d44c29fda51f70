"""Which place pays the pension of who worked in several provinces 待遇领取地.

Legal basis:
    国办发〔2009〕66号 第六条, step by step: the relation is at home; else ten years where it is; else the
    last place before with ten years; else home. 人社部规〔2016〕5号 一: a place is a province, years are
    the actual and the deemed ones of that province. A temporary account is never the place: the
    relation stays where it was (第五条(二)), and its years count in the total alone.

Limits:
    Who has no household registration is open: 人社厅函〔2021〕139号 (foreigners) and 令第41号 (Hong Kong,
    Macao, Taiwan) have rules of their own, which are not modelled. Which city of the province pays is
    the province's own. Moves before 2010 that were never followed by another are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

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
from ..model.employment import items_of
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import as_day, ordinal_of
from ..terms import BenefitAreaStep, InsuranceKind
from . import account_relations, counting
from .given import check_history, check_person, known_law

__all__ = ["BenefitArea", "ProvinceMonths", "benefit_area"]


@attrs.frozen
class ProvinceMonths:
    """Pension months of a province under an ordinary relation, actual and deemed.

    Attributes:
        province: its code.
        at_least: how many certainly.
        at_most: how many at most; months without a place may be anybody's.
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
        relations: the relations, temporary ones among them; None reads them from the record.
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
        held = account_relations.relations(person, history, on=on, law=known)
    else:
        held = items_of(relations, AccountRelation, "relations")
    rule = known.find(BENEFIT_AREA_MONTHS, on=on)
    if rule is None:
        unknown = open_law(Reason.BENEFIT_AREA_HERE, BENEFIT_AREA_MONTHS.name, NATION)
        return decided(Question.BENEFIT_AREA, [unknown], on=on)
    case = _Case(person, history, on, rule, known, _opened(held, on))
    steps = list(case.steps())
    found = any_of(Reason.BENEFIT_AREA_FOUND, *(condition for condition, _, _ in steps))
    condition, area, step = steps[-1]
    if condition.verdict is not Verdict.MET:
        return decided(Question.BENEFIT_AREA, [found], on=on)
    value = BenefitArea(area, step, tuple(case.months()), case.relations)
    return decided(Question.BENEFIT_AREA, [found], on=on, value=value)


def _opened(relations: Iterable[AccountRelation], on: date) -> tuple[AccountRelation, ...]:
    """Those that were opened by a day, the oldest first."""
    opened = (relation for relation in relations if relation.from_day <= on)
    return tuple(sorted(opened, key=lambda relation: relation.from_day))


Step = tuple[Condition, str, BenefitAreaStep]


@attrs.frozen
class _Case:
    """The relations of one person, and the months of each province."""

    person: Person
    history: ContributionHistory
    on: date
    rule: Dated[int]
    law: Law
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
        provinces = self.ordinary()
        here = provinces[-1] if provinces else None
        for step in self._walk(home, here, provinces):
            yield step
            if step[0].verdict is not Verdict.NOT_MET:
                return

    def _walk(self, home: str, here: str | None, provinces: tuple[str, ...]) -> Iterator[Step]:
        at_home = Verdict.MET if here == home else Verdict.NOT_MET
        yield self._step(Reason.BENEFIT_AREA_HOME, at_home, home, here), home, BenefitAreaStep.HOME
        if here is not None:
            found = self._ten_years(Reason.BENEFIT_AREA_HERE, here)
            yield found, here, BenefitAreaStep.TEN_YEARS_HERE
        for province in reversed(provinces[:-1]):
            found = self._ten_years(Reason.BENEFIT_AREA_BEFORE, province)
            yield found, province, BenefitAreaStep.TEN_YEARS_BEFORE
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
        placed = list(self._periods(province, with_unplaced=False))
        perhaps = list(self._periods(province, with_unplaced=True))
        low, high = (
            counting.cumulative(
                ContributionHistory(periods), InsuranceKind.PENSION, on=self.on, law=self.law
            )
            for periods in (placed, perhaps)
        )
        return ProvinceMonths(province, low.at_least, high.at_most)

    def _periods(self, province: str, *, with_unplaced: bool) -> Iterator[ContributionPeriod]:
        """The pension months of a province, without those of a temporary account."""
        begins = [
            relation.from_day
            for relation in self.relations
            if relation.is_temporary and relation.province == province != self.home
        ]
        last = ordinal_of(min(begins)) - 1 if begins else ordinal_of(self.on)
        for period in self.history.of(InsuranceKind.PENSION):
            if period.area is None:
                if with_unplaced:
                    yield period
            elif province_of(period.area) == province:
                part = period.between(0, last)
                if part is not None:
                    yield part
