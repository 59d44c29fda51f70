"""Pension relations from place to place, and temporary accounts 临时基本养老保险缴费账户.

Legal basis:
    国办发〔2009〕66号 第五条: who works in another province takes the relation there, or home; men from 50
    and women from 40 who go elsewhere than home keep it where it was, and the new place opens a
    temporary account. 人社部规〔2016〕5号 三: the same for who is first insured at that age away from home.

Limits:
    A record tells relations by its months: a relation is taken to be opened with the first month in
    another province, and that of a province in which one was insured before to be the old one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..days import add_months
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    in_bounds,
    is_false,
    open_law,
)
from ..errors import RuleError
from ..law import Dated, Law
from ..law.parameters import TEMPORARY_AGE
from ..law.transfer_values import TemporaryAge
from ..model.account_relation import AccountRelation
from ..model.areas import NATION, check_area, province_of
from ..model.employment import items_of
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import as_day
from ..terms import InsuranceKind, Scheme, Sex
from .given import check_history, check_person, known_law

__all__ = ["opens_temporary", "relations"]


def opens_temporary(
    person: Person,
    area: str,
    *,
    on: date,
    before: Iterable[AccountRelation] = (),
    is_approved: bool = False,
    law: Law | None = None,
) -> Decision[AccountRelation]:
    """Whether a relation opened in a place on a day is a temporary account 是否建立临时账户.

    Args:
        person: who; the household registration 户籍所在地 says where home is.
        area: the new place.
        on: the day of registration there.
        before: the relations that there were; one that is not temporary in the same province goes on.
        is_approved: whether the move was approved (第五条(三), 经批准调动).
        law: None is the shipped law.

    Returns:
        ELIGIBLE if it is temporary; with the relation, unless that is open.

    Raises:
        PersonError: if it is no person.
        PeriodError: if a relation is none.
        RuleError: if the area is no code.

    Example:
        >>> from shebao import Person, Sex
        >>> woman = Person(birth=date(1980, 3, 8), sex=Sex.FEMALE, household_registration="410000")
        >>> for day in (date(2020, 3, 7), date(2020, 3, 8)):
        ...     found = opens_temporary(woman, "440300", on=day)
        ...     print(found.outcome.en, found.value.is_temporary)
        ineligible False
        eligible True
    """
    check_person(person)
    check_area(area, "area", RuleError)
    as_day(on, "on")
    held = items_of(before, AccountRelation, "before")
    rule = known_law(law).find(TEMPORARY_AGE, on=on)
    if rule is None:
        unknown = open_law(Reason.TEMPORARY_AGE, TEMPORARY_AGE.name, NATION)
        return decided(Question.TEMPORARY_ACCOUNT, [unknown], on=on)
    goes_on = any(
        not relation.is_temporary and relation.province == province_of(area) for relation in held
    )
    conditions = [
        _age(person, on, rule),
        _away(person, area, rule),
        is_false(Reason.TEMPORARY_NEW, goes_on, "before", rule),
        is_false(Reason.TEMPORARY_NOT_APPROVED, is_approved, "is_approved", rule),
    ]
    decision: Decision[AccountRelation] = decided(Question.TEMPORARY_ACCOUNT, conditions, on=on)
    if decision.eligible is None:
        return decision
    made = AccountRelation(area, on, is_temporary=decision.eligible)
    return decided(Question.TEMPORARY_ACCOUNT, conditions, on=on, value=made)


def relations(
    person: Person, history: ContributionHistory, *, on: date, law: Law | None = None
) -> tuple[AccountRelation, ...]:
    """The relations that a record of pension months tells of, the oldest first 由缴费记录推定.

    Where the age or home is not known, a relation is taken for an ordinary one.

    Args:
        person: who.
        history: the record; months without a place tell of none.
        on: the day; the record is taken as it stood on it.
        law: None is the shipped law.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 3, 8), sex=sb.Sex.MALE, household_registration="410000")
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2005-01", "2014-12"), area="440300"),
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2016-01", "2020-12"), area="330100")])
        >>> for found in relations(man, record, on=date(2026, 1, 29)):
        ...     print(found.area, found.from_day, found.is_temporary)
        440300 2005-01-01 False
        330100 2016-01-01 True
    """
    check_person(person)
    check_history(history)
    found: list[AccountRelation] = []
    for period in history.as_of(as_day(on, "on")).of(InsuranceKind.PENSION):
        area = period.area
        if area is None or period.scheme is Scheme.RESIDENT:
            continue
        if found and found[-1].province == province_of(area):
            continue
        day = period.months.first.first_day
        opened = opens_temporary(person, area, on=day, before=found, law=law)
        found.append(AccountRelation(area, day, is_temporary=opened.eligible is True))
    return tuple(found)


def _age(person: Person, on: date, rule: Dated[TemporaryAge]) -> Condition:
    """Fifty for men, forty for women; open in the month of the birthday where only that is known."""
    years = rule.value.male if person.sex is Sex.MALE else rule.value.female
    first, last = (add_months(day, 12 * years) for day in person.birth_days)
    verdict = in_bounds(certain=on >= last, possible=on >= first)
    needs = (Missing("birth"),) if verdict is Verdict.UNKNOWN else ()
    return Condition(Reason.TEMPORARY_AGE, verdict, last, on, rule.citation, rule.evidence, needs)


def _away(person: Person, area: str, rule: Dated[TemporaryAge]) -> Condition:
    """Not in the province of the household registration."""
    home = person.household_registration
    verdict = Verdict.UNKNOWN
    if home is not None:
        is_away = province_of(home) != province_of(area)
        verdict = Verdict.MET if is_away else Verdict.NOT_MET
    needs = (Missing("household_registration"),) if home is None else ()
    return Condition(
        Reason.TEMPORARY_AWAY, verdict, home, area, rule.citation, rule.evidence, needs
    )
