"""Benefit that goes on to the statutory age 续发失业保险金, and who pays the pension meanwhile.

Legal basis:
    人社厅发〔2020〕24号 一, since 2019-12: who has drawn all months, has no work and is less than a year
    from the statutory age goes on drawing until it, without asking for it; what stops benefit stops
    this too. 国务院关于渐进式延迟法定退休年龄的办法 第七条, since 2025: the same, and while the ages rise the
    fund pays the pension contributions. 人社部发〔2024〕76号, 2025 to 2039: of these the least that a
    flexible worker of the place may pay, paid first and refunded then.

Places go further: 黑龙江省失业保险条例 第二十七条 two years, 郑州市失业保险条例 第三十一条 two years on
application. Where the place and the nation differ, either rule is enough.

Limits:
    "Less than a year" is taken from day to day. Offices that compare months (Chengdu: fewer than
    twelve from the month of the end to that of the age, Shenzhen: at most twelve) differ in the month
    that lies just a year ahead.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import add_days, add_months
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    all_of,
    any_of,
    decided,
    in_bounds,
    is_false,
    is_true,
    negated,
    open_law,
)
from ..law import Dated, Law
from ..law.parameters import UNEMPLOYMENT_EXTENSION, UNEMPLOYMENT_PENSION
from ..law.unemployment_values import ExtensionRule, PensionWhileDrawing
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth, as_month
from .given import check_person, known_law
from .standing import Standing, day_within, for_each_track
from .statutory import Statutory, day_of, for_person

__all__ = ["Extension", "FundPension", "extension", "fund_pension"]


@attrs.frozen
class FundPension:
    """When the unemployment fund bears the pension contributions of who draws benefit.

    Attributes:
        retirement: the statutory retirement that is close.
        from_day: the first day on which it is close enough.
        until_day: the day of the statutory age, or the last one on which the rule holds.
        rule: who bears what, and the law.
    """

    retirement: Statutory
    from_day: date
    until_day: date
    rule: Dated[PensionWhileDrawing]


@attrs.frozen
class Extension:
    """What goes with the answer.

    Attributes:
        retirement: the statutory retirement, up to which benefit goes on.
        first_month: the first month of it: the one after the end.
        last_month: the last: that of the statutory age.
        pension: when the fund bears the pension contributions; None where that is not known.
    """

    retirement: Statutory
    first_month: YearMonth
    last_month: YearMonth
    pension: FundPension | None

    @property
    def months(self) -> int:
        """How many months it goes on."""
        return max(0, self.last_month - self.first_month + 1)


@attrs.frozen
class _Facts:
    """What was given beside the person."""

    still_unemployed: bool | None
    applied: bool | None
    extended_before: bool | None


def extension(
    person: Person,
    *,
    on: date,
    still_unemployed: bool | None = None,
    applied: bool | None = None,
    extended_before: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[Extension]:
    """Whether benefit goes on to the statutory age when its months are drawn 能否续发至法定退休年龄.

    Args:
        person: who.
        on: the day on which the months granted end 领取期满.
        still_unemployed: whether there is no work then, nor anything else that stops benefit; None
            is not known.
        applied: whether it was applied for, where the place asks for that; None is not known.
        extended_before: whether it went on like this before, where the place allows it once; None
            is not known.
        area: the place that pays.
        law: None is the shipped law.

    Raises:
        RuleError: if a fact is no truth value.

    Example:
        >>> import shebao as sb
        >>> man = sb.Person(birth=date(1965, 8, 20), sex=sb.Sex.MALE)
        >>> answer = extension(man, on=date(2025, 3, 31), still_unemployed=True)
        >>> answer.eligible, str(answer.value.last_month), answer.value.months
        (True, '2025-10', 7)
        >>> extension(man, on=date(2024, 9, 30), still_unemployed=True).eligible
        False
    """
    facts = _Facts(still_unemployed, applied, extended_before)
    # The tracks are those of the pension; what was paid for it changes nothing.
    return for_each_track(
        Question.UNEMPLOYMENT_EXTENSION,
        person,
        ContributionHistory(),
        lambda standing: _under(standing, facts),
        on=on,
        area=area,
        law=law,
    )


def _under(standing: Standing, facts: _Facts) -> Decision[Extension]:
    on, area, law = standing.on, standing.area, standing.law
    rules = {place: law.find(UNEMPLOYMENT_EXTENSION, on=on, area=place) for place in (area, None)}
    local, national = rules[area], rules[None]
    enough = _by(standing, facts, local)
    if national is not None and local != national:
        enough = any_of(Reason.UNEMPLOYMENT_EXTENSION, _by(standing, facts, national), enough)
    rule = local or national
    conditions = [
        negated(Reason.UNEMPLOYMENT_EXTENSION_AHEAD, standing.age),
        enough,
        is_true(
            Reason.UNEMPLOYMENT_EXTENSION_IDLE, facts.still_unemployed, "still_unemployed", rule
        ),
    ]
    if local is not None and local.value.times is not None:
        before, reason = facts.extended_before, Reason.UNEMPLOYMENT_EXTENSION_FIRST
        conditions.append(is_false(reason, before, "extended_before", local))
    value = None
    if standing.age.verdict is not Verdict.MET:
        retirement = standing.retirement
        month = as_month(on, "on")
        value = Extension(retirement, month + 1, retirement.month, _fund_pension(standing))
    return decided(Question.UNEMPLOYMENT_EXTENSION, conditions, on=on, value=value)


def _by(standing: Standing, facts: _Facts, rule: Dated[ExtensionRule] | None) -> Condition:
    """Whether one rule lets benefit go on."""
    reason = Reason.UNEMPLOYMENT_EXTENSION_NEAR
    if rule is None:
        return open_law(reason, UNEMPLOYMENT_EXTENSION.name, standing.area or NATION)
    months, on = rule.value.within_months, standing.on
    month = standing.retirement.month
    born = standing.person.birth
    day = day_of(born, month)
    first, last = (month.first_day, standing.day_in(month)) if day is None else (day, day)
    verdict = in_bounds(
        certain=add_months(last, -months) < on, possible=add_months(first, -months) < on
    )
    near = Condition(
        reason,
        verdict,
        add_months(last, -months),
        on,
        rule.citation,
        rule.evidence,
        (Missing("birth"),) if verdict is Verdict.UNKNOWN else (),
    )
    if rule.value.begins == "by_itself":
        return near
    asked = is_true(Reason.UNEMPLOYMENT_EXTENSION_ASKED, facts.applied, "applied", rule)
    return all_of(Reason.UNEMPLOYMENT_EXTENSION_ON_APPLICATION, near, asked)


def fund_pension(
    person: Person, *, area: str | None = None, law: Law | None = None
) -> tuple[FundPension, ...]:
    """When the fund bears the pension contributions of who draws benefit 大龄领金人员养老保险缴费.

    One answer for each track that a person may be on, where a rule holds within its time. Where
    only the month of birth is known, its last day is taken.

    Args:
        person: who.
        area: the place that pays the benefit.
        law: None is the shipped law.

    Raises:
        PersonError: if it is no person.

    Example:
        The bureau of Tianjin, 2025-01-06: a man born in August 1965, whose statutory month is
        October 2025, is paid for from January 2025 on:

        >>> from shebao import Sex
        >>> (found,) = fund_pension(Person(birth=YearMonth(1965, 8), sex=Sex.MALE), area="120000")
        >>> str(found.from_day), str(found.until_day), found.rule.value.payer
        ('2025-01-01', '2025-10-31', Payer.FUND)
    """
    check_person(person)
    known = known_law(law)
    each = (
        _paid_by_fund(person, retirement, area, known)
        for retirement in for_person(person, area=area, law=known)
    )
    return tuple(found for found in each if found is not None)


def _fund_pension(standing: Standing) -> FundPension | None:
    return _paid_by_fund(standing.person, standing.retirement, standing.area, standing.law)


def _paid_by_fund(
    person: Person, retirement: Statutory, area: str | None, law: Law
) -> FundPension | None:
    reached = day_within(person.birth, retirement.month)
    # Of a rule that ended before the age, the time until its end is left.
    found = law.find(UNEMPLOYMENT_PENSION, on=reached, area=area, or_latest=True)
    if found is None:
        return None
    rule = attrs.evolve(found, is_provisional=False)
    near = add_days(add_months(reached, -rule.value.within_months), 1)
    first = max(near, rule.valid_from)
    last = reached if rule.valid_until is None else min(reached, rule.valid_until)
    return FundPension(retirement, first, last, rule) if first <= last else None
