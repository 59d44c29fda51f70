"""Pension relations from place to place, and temporary accounts 临时基本养老保险缴费账户.

Legal basis:
    国办发〔2009〕66号 第五条: who works in another province takes the relation there, or home; men from 50
    and women from 40 who go elsewhere than home keep it where it was, and the new place opens a
    temporary account. 人社部规〔2016〕5号 三: the same for who is first insured at that age away from home.

Limits:
    A record tells relations by its months: a relation is taken to be opened with the first month in
    another province, and that of a province in which one was insured before to be the old one. Of
    provinces that are paid at once the one that begins later is taken for the new one (of those that
    begin together the one that ends later, then the one with the higher code), and where it ends the
    other goes on; which one is kept is the person's choice (人社部发〔2009〕187号 三), so give the
    relations, or settle the record first. Months known only by their number are taken for the first
    of their span. Where the day in the month, months paid late or deemed, or a return to a province
    would make it otherwise, :func:`readings` has that too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from .. import intervals
from ..days import add_months, month_end
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    in_bounds,
    is_true,
    negated,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import TEMPORARY_AGE
from ..law.transfer_values import TemporaryAge
from ..model.account_relation import AccountRelation
from ..model.areas import NATION, check_area, province_of
from ..model.contributions import ContributionPeriod
from ..model.employment import items_of
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import MonthSpan, YearMonth, as_day
from ..terms import InsuranceKind, PaymentStatus, Scheme, Sex
from .given import check_history, check_person, check_truth, known_law

__all__ = ["opens_temporary", "readings", "relations"]

_NOT_IN_TIME: Final = (PaymentStatus.ARREARS, PaymentStatus.BACK_PAID, PaymentStatus.DEEMED)
#: Codes that no place has, for months that may be anywhere.
_NOWHERE: Final = tuple(f"{number:02}0000" for number in range(100))


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
        before: the relations that there were on the day; one that is not temporary in the same
            province goes on.
        is_approved: whether the move was approved (第五条(三), 经批准调动).
        law: None is the shipped law.

    Returns:
        ELIGIBLE if it is temporary; with the relation, unless that is open.

    Raises:
        PersonError: if it is no person.
        PeriodError: if a relation is none.
        RuleError: if the area is no code, or the approval no truth value.

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
    if check_area(area, "area", RuleError) is None:
        raise RuleError(Fault("area", area, "is no place", "the code of a place"))
    as_day(on, "on")
    held = items_of(before, AccountRelation, "before")
    check_truth(is_approved, "is_approved")
    rule = known_law(law).find(TEMPORARY_AGE, on=on)
    if rule is None:
        unknown = open_law(Reason.TEMPORARY_AGE, TEMPORARY_AGE.name, NATION)
        return decided(Question.TEMPORARY_ACCOUNT, [unknown], on=on)
    conditions = [
        _age(person, on, rule),
        _away(person, area, rule),
        _is_not(Reason.TEMPORARY_NEW, _goes_on(held, area, on), "before", rule),
        _not_approved(is_approved, rule),
    ]
    decision: Decision[AccountRelation] = decided(Question.TEMPORARY_ACCOUNT, conditions, on=on)
    if decision.eligible is None:
        return decision
    made = AccountRelation(area, on, is_temporary=decision.eligible)
    return decided(Question.TEMPORARY_ACCOUNT, conditions, on=on, value=made)


def _goes_on(before: Iterable[AccountRelation], area: str, on: date) -> bool:
    """Whether there was an ordinary relation in the province of a place on a day."""
    return any(
        not relation.is_temporary
        and relation.province == province_of(area)
        and relation.from_day <= on
        for relation in before
    )


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
    telling = _telling(history, on)
    placed = (_early(period) for period in telling if period.area is not None)
    return _told(person, [part for parts in placed for part in parts], law)


def readings(
    person: Person, history: ContributionHistory, *, on: date, law: Law | None = None
) -> tuple[tuple[str, tuple[AccountRelation, ...]], ...]:
    """What a record may tell of relations, and the fact that each reading depends on.

    First as :func:`relations` has it. Then with the first day of the month of birth, where only
    that is known; with the months of a province that are known only by their number at the end of
    their spans, with one of them there, or with none where that may be; with the months without a
    place in each province of the record, at home, and in one that is not in the record. The
    relations themselves are asked for where it matters whether one was opened at the end of its
    first month, by a month that was paid late or only deemed, or anew on coming back.
    """
    telling = _telling(history, on)
    placed = [period for period in telling if period.area is not None]
    parts = [part for period in placed for part in _early(period)]
    others = _readings_of_numbers(placed)
    others += _readings_of_unplaced(placed, telling, person.household_registration)
    cases = [(each, _told(person, each, law)) for each in (parts, *others)]
    found = [("history", cases[0][1])]
    if isinstance(person.birth, YearMonth):
        older = attrs.evolve(person, birth=person.birth.first_day)
        found.append(("birth", _told(older, parts, law)))
    for each, told in cases:
        found.append(("history", told))
        other = (
            _told(person, each, law, late=True),
            _told(person, each, law, anew=True),
            _told(person, _in_time(each), law),
        )
        found += [("relations", held) for held in other if held != told]
    return tuple(found)


def _readings_of_numbers(placed: Sequence[ContributionPeriod]) -> list[list[ContributionPeriod]]:
    """The numbers of one province late, or with a month apart; those that may be none also absent."""
    found: list[list[ContributionPeriod]] = []
    for province in dict.fromkeys(_province(each) for each in placed if each.count is not None):
        own = [period for period in placed if _province(period) == province]
        certain = [period for period in own if period.at_least]
        others = [part for each in placed if _province(each) != province for part in _early(each)]
        for read, periods in ((_late, own), (_apart, own), (_late, certain), (_apart, certain)):
            found.append([*others, *(part for period in periods for part in read(period))])
    return found


def _readings_of_unplaced(
    placed: Sequence[ContributionPeriod], telling: Sequence[ContributionPeriod], home: str | None
) -> list[list[ContributionPeriod]]:
    """The months without a place all in one province, those known by number early and late."""
    unplaced = [period for period in telling if period.area is None]
    if not unplaced:
        return []
    provinces = dict.fromkeys(map(_province, placed))
    if home is not None:
        provinces[province_of(home)] = None
    elsewhere = next(code for code in _NOWHERE if code not in provinces)
    known = [part for period in placed for part in _early(period)]
    return [
        [*known, *(attrs.evolve(part, area=code) for period in unplaced for part in read(period))]
        for code in (*provinces, elsewhere)
        for read in (_early, _late, _apart)
    ]


def _telling(history: ContributionHistory, on: date) -> list[ContributionPeriod]:
    """The periods that tell of a relation: pension months of a record as it stood on a day."""
    record = history.as_of(as_day(on, "on"))
    return [
        period
        for period in record.of(InsuranceKind.PENSION)
        if period.scheme is not Scheme.RESIDENT
    ]


def _in_time(periods: Sequence[ContributionPeriod]) -> list[ContributionPeriod]:
    """Without months owed, back-paid and deemed that lie before the others of their province."""
    first: dict[str, int] = {}
    for each in periods:
        if each.status not in _NOT_IN_TIME:
            month = each.months.first.ordinal
            first[_province(each)] = min(month, first.get(_province(each), month))
    return [
        each
        for each in periods
        if each.status not in _NOT_IN_TIME
        or each.months.last.ordinal >= first.get(_province(each), 0)
    ]


def _province(period: ContributionPeriod) -> str:
    return province_of(period.area or NATION)


def _early(period: ContributionPeriod) -> list[ContributionPeriod]:
    """As many months as there are at least, and one at least, at the beginning of a span."""
    return _taken(period, max(1, period.at_least), 0)


def _late(period: ContributionPeriod) -> list[ContributionPeriod]:
    """As many at the end of a span."""
    return _taken(period, 0, max(1, period.at_least))


def _apart(period: ContributionPeriod) -> list[ContributionPeriod]:
    """As many, the last one at the end of a span and the others at its beginning."""
    return _taken(period, max(1, period.at_least) - 1, 1)


def _taken(period: ContributionPeriod, early: int, late: int) -> list[ContributionPeriod]:
    """Some months of a span, where only their number is known; all of them where they are known."""
    if period.count is None:
        return [period]
    first, last = period.months.pair
    pairs = ((first, first + early - 1), (last - late + 1, last))
    return [
        attrs.evolve(period, months=MonthSpan.from_ordinals(*pair), count=None)
        for pair in pairs
        if pair[0] <= pair[1]
    ]


def _told(
    person: Person,
    periods: Sequence[ContributionPeriod],
    law: Law | None,
    *,
    late: bool = False,
    anew: bool = False,
) -> tuple[AccountRelation, ...]:
    """The relations that periods with places tell of, however these are split.

    Late takes the end of the first month for the day on which one was opened; anew lets only the
    ordinary relation that was held last go on.
    """
    found: list[AccountRelation] = []
    for month, province in _openings(periods):
        if found and found[-1].province == province:
            continue
        area = min(
            period.area
            for period in periods
            if period.area is not None
            and _province(period) == province
            and period.months.first.ordinal <= month <= period.months.last.ordinal
        )
        first = YearMonth.from_ordinal(month)
        day = first.first_day
        held = [each for each in found if not each.is_temporary][-1:] if anew else found
        registered = month_end(first) if late else day
        opened = opens_temporary(person, area, on=registered, before=held, law=law)
        found.append(AccountRelation(area, day, is_temporary=opened.eligible is True))
    return tuple(found)


def _openings(periods: Sequence[ContributionPeriod]) -> Iterator[tuple[int, str]]:
    """The months in which a province begins, or goes on because the newer one ended."""
    pairs: dict[str, list[tuple[int, int]]] = {}
    for period in periods:
        pairs.setdefault(_province(period), []).append(period.months.pair)
    runs = sorted(
        (first, last, province)
        for province, each in pairs.items()
        for first, last in intervals.union(each)
    )
    newest = ""
    for edge in sorted({edge for first, last, _ in runs for edge in (first, last + 1)}):
        here = [province for first, last, province in runs if first <= edge <= last]
        begun = [province for first, _, province in runs if first == edge]
        if not begun and newest not in here:
            begun = here[-1:]
        for province in begun:
            newest = province
            yield edge, province


def _is_not(
    reason: Reason,
    actual: bool,
    fact: str,
    rule: Dated[TemporaryAge],
) -> Condition:
    """The condition that a fact does not hold; it shows the fact itself."""
    return attrs.evolve(negated(reason, is_true(reason, actual, fact, rule)), required=False)


def _not_approved(is_approved: bool, rule: Dated[TemporaryAge]) -> Condition:
    """The exception of 第五条(三)."""
    found = _is_not(Reason.TEMPORARY_NOT_APPROVED, is_approved, "is_approved", rule)
    return attrs.evolve(
        found, citation=attrs.evolve(rule.citation, article="第五条(三)", quote=None)
    )


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
