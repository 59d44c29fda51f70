"""Survivors' benefits 遗属待遇: the funeral grant 丧葬补助金 and the death grant 抚恤金.

Legal basis:
    社会保险法 第十七条. 企业职工基本养老保险遗属待遇暂行办法 (人社部发〔2021〕18号), for deaths from
    2021-09-01. 第四条: the funeral grant is two months of the income, last year's urban disposable
    income per head and month of the province 城镇居民月人均可支配收入. 第五条: the death grant is 3, 6 or
    9 months by years paid, one more for each year beyond fifteen, 24 at most; for a retired person
    one month less for each year drawn, 9 at least. Years paid and time drawn are counted to the
    month (计算到月). Who paid less than five years: both together not above their own contributions
    (累计缴费不足5年的，其遗属待遇标准不得超过其个人缴费之和).

    社会保险法 第四十九条第二款: of the funeral grants of pension, work injury and unemployment only one
    is drawn. It says nothing of the death grant, so another funeral grant takes away that part only.

Limits:
    The measures are for deaths by illness or not at work; deaths at work are work-injury law. Before
    2021-09-01 places had rules of their own, which are not shipped. The clause of the cap was read
    in a city's reproduction. Rounding is half up to the fen; no text says how.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    decided,
    in_bounds,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import DEATH_BENEFIT
from ..law.pension_values import DeathBenefit
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of
from ..terms import InsuranceKind, PartYear
from . import counting
from .given import check_months, check_truth, known_law
from .part_years import years_counted
from .unemployment import band_of

__all__ = ["DeathAmounts", "SurvivorBenefit", "amounts", "eligibility", "grant_months"]


def grant_months(
    contribution_months: int,
    *,
    on: date,
    drawn_months: int | None = None,
    part_year: PartYear = PartYear.BY_MONTH,
    area: str | None = None,
    law: Law | None = None,
) -> Fraction:
    """Months of income that the death grant 抚恤金 is.

    Args:
        contribution_months: months paid, deemed ones included; of a retired person those before.
        on: the day of death.
        drawn_months: months for which the pension was drawn; None is not retired.
        part_year: what a part of a year beyond the fifteenth, and of the time drawn, counts.
            ``BY_MONTH`` is the national text; the others are policies of places. Below fifteen
            years the steps go by the month in any case.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a number of months is none.
        UnknownLawError: for days before 2021-09-01.

    Example:
        A published case: 28 years 9 months paid, the pension drawn for 3 years 6 months:

        >>> day = date(2021, 9, 15)
        >>> grant_months(345, on=day), grant_months(345, on=day, drawn_months=42)
        (Fraction(91, 4), Fraction(77, 4))
    """
    rule = known_law(law).get(DEATH_BENEFIT, on=on, area=area).value
    months = check_months(contribution_months, "contribution_months")
    return _grant(rule, months, _drawn(drawn_months), part_year)


def _drawn(months: int | None) -> int | None:
    return None if months is None else check_months(months, "drawn_months")


def _grant(rule: DeathBenefit, months: int, drawn: int | None, part_year: PartYear) -> Fraction:
    """The months of the death grant; the floor of who drew a pension may lie above the maximum."""
    beyond = max(0, months - 12 * rule.further_from_years)
    step = max(rule.first_months, band_of(months, rule.bands))
    further = rule.further_months * years_counted(beyond, part_year)
    most = min(step + further, Fraction(rule.most_months))
    if drawn is None:
        return most
    left = most - rule.drawn_months * years_counted(drawn, part_year)
    return max(left, Fraction(rule.least_drawn_months))


@attrs.frozen
class DeathAmounts:
    """What survivors are paid, once, in yuan.

    Attributes:
        funeral_grant: the funeral grant.
        death_grant: the death grant.
        total: their sum, or the cap where that is less; how it is split then, no text says.
        cap: the deceased's own contributions, where these are the ceiling; None from five years.
    """

    funeral_grant: Decimal
    death_grant: Decimal
    total: Decimal
    cap: Decimal | None


def amounts(
    contribution_months: int,
    monthly_income: Amount | Fraction,
    *,
    on: date,
    drawn_months: int | None = None,
    part_year: PartYear = PartYear.BY_MONTH,
    own_contributions: Amount | None = None,
    draws_other_grant: bool = False,
    area: str | None = None,
    law: Law | None = None,
) -> DeathAmounts:
    """The funeral grant and the death grant.

    Args:
        contribution_months: months paid, deemed ones included; of a retired person those before.
        monthly_income: last year's urban disposable income per head of the province, yuan a
            month; a twelfth of the year's may be given as a ``Fraction``.
        on: the day of death.
        drawn_months: months for which the pension was drawn; None is not retired.
        part_year: as for ``grant_months``.
        own_contributions: what the deceased paid in all, yuan; of who was insured alone 灵活就业 what
            went to the individual account. Needed where the cap holds, below five years.
        draws_other_grant: whether another funeral grant is drawn; then none is paid here.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if ``own_contributions`` is not given and the cap holds, or a fact is none.
        MoneyError: if an amount is a float, negative or no number.
        UnknownLawError: for days before 2021-09-01.

    Example:
        The same case; the income was 2818.50 yuan a month:

        >>> made = amounts(345, "2818.50", on=date(2021, 9, 15), drawn_months=42)
        >>> made.funeral_grant, made.death_grant, made.total
        (Decimal('5637.00'), Decimal('54256.13'), Decimal('59893.13'))
    """
    rule = known_law(law).get(DEATH_BENEFIT, on=on, area=area).value
    months = check_months(contribution_months, "contribution_months")
    granted = _grant(rule, months, _drawn(drawn_months), part_year)
    check_truth(draws_other_grant, "draws_other_grant")
    income = as_fraction(monthly_income, "monthly_income")
    cap = _cap(rule, months, own_contributions)
    funeral = half_up(income * (0 if draws_other_grant else rule.funeral_months), 2)
    death = half_up(income * granted, 2)
    total = yuan_of(fen_of(funeral) + fen_of(death))
    return DeathAmounts(funeral, death, total if cap is None else min(total, cap), cap)


def _cap(rule: DeathBenefit, months: int, own_contributions: Amount | None) -> Decimal | None:
    """The ceiling of who paid less than the first band asks for."""
    first = rule.bands[0][0]
    if own_contributions is None:
        if months >= first:
            return None
        expected = f"the deceased's own contributions in yuan: below {first} months they are a cap"
        raise RuleError(Fault("own_contributions", None, "is not given", expected))
    own = yuan_of(fen_of(as_yuan(own_contributions, "own_contributions")))
    return own if months < first else None


@attrs.frozen
class SurvivorBenefit:
    """What goes with the answer.

    Attributes:
        rule: the measures.
        contribution_months: months paid up to the day of death, deemed ones included.
        grant_at_least: months of the death grant, at least.
        grant_at_most: the same at most; they differ where the record only bounds its months.
        funeral_months: months of the funeral grant; 0 beside another one, None where that is open.
    """

    rule: Dated[DeathBenefit]
    contribution_months: counting.Count
    grant_at_least: Fraction
    grant_at_most: Fraction
    funeral_months: int | None


def eligibility(
    history: ContributionHistory,
    *,
    on: date,
    insured: bool | None = None,
    draws_other_grant: bool | None = None,
    drawn_months: int | None = None,
    part_year: PartYear = PartYear.BY_MONTH,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[SurvivorBenefit]:
    """Whether survivors may draw benefits 遗属待遇, and how many months of income.

    One of the two grants is enough: who takes another funeral grant still draws the death grant.

    Args:
        history: the record of the deceased.
        on: the day of death.
        insured: whether insured with the employees' pension at death, or retired from it; None is
            not known. Who drew the pension was.
        draws_other_grant: whether the funeral grant of work-injury or unemployment insurance is
            drawn instead; None is not known.
        drawn_months: months for which the pension was drawn; None is not retired.
        part_year: as for ``grant_months``.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a fact is none, or who drew a pension is said not to have been insured.

    Example:
        >>> import shebao as sb
        >>> paid = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("1992-01", "2020-09"))])
        >>> answer = eligibility(paid, on=date(2021, 9, 15), drawn_months=42)
        >>> answer.eligible, answer.value.grant_at_least, answer.value.funeral_months
        (True, Fraction(77, 4), None)
    """
    known = known_law(law)
    months = counting.cumulative(history, InsuranceKind.PENSION, on=on, law=known)
    drawn = _drawn(drawn_months)
    rule = known.find(DEATH_BENEFIT, on=on, area=area)
    was_insured = is_true(Reason.DEATH_INSURED, _insured(insured, drawn), "insured", rule)
    funeral = _no_other_grant(draws_other_grant)
    if rule is None:
        reasons = (Reason.DEATH_INSURED, Reason.DEATH_MONTHS)
        unknown = [open_law(each, DEATH_BENEFIT.name, area or NATION) for each in reasons]
        return decided(Question.DEATH_BENEFIT, unknown, on=on)
    value = _benefit(rule, months, drawn, part_year, funeral.verdict)
    grants = any_of(Reason.DEATH_ANY_GRANT, funeral, _grants_months(value))
    none_due = Verdict.NOT_MET in (was_insured.verdict, grants.verdict)
    found = None if none_due else value
    return decided(Question.DEATH_BENEFIT, [was_insured, grants], on=on, value=found)


def _insured(insured: bool | None, drawn: int | None) -> bool | None:
    if drawn is not None and insured is False:
        expected = "True or None of who drew the pension"
        raise RuleError(Fault("insured", insured, "contradicts drawn_months", expected))
    return True if insured is None and drawn is not None else insured


def _no_other_grant(draws_other_grant: bool | None) -> Condition:
    """The condition of the funeral grant alone."""
    no_other = None
    if draws_other_grant is not None:
        check_truth(draws_other_grant, "draws_other_grant")
        no_other = not draws_other_grant
    return is_true(Reason.DEATH_NO_OTHER_GRANT, no_other, "draws_other_grant")


def _benefit(
    rule: Dated[DeathBenefit],
    months: counting.Count,
    drawn: int | None,
    part_year: PartYear,
    no_other_grant: Verdict,
) -> SurvivorBenefit:
    bounds = (months.at_least, months.at_most)
    low, high = (_grant(rule.value, each, drawn, part_year) for each in bounds)
    funeral = {Verdict.MET: rule.value.funeral_months, Verdict.NOT_MET: 0}.get(no_other_grant)
    return SurvivorBenefit(rule, months, low, high, funeral)


def _grants_months(found: SurvivorBenefit) -> Condition:
    """The condition of the death grant alone: that the law grants months for those paid."""
    low, high = found.contribution_months.at_least, found.contribution_months.at_most
    verdict = in_bounds(certain=found.grant_at_least > 0, possible=found.grant_at_most > 0)
    return Condition(
        Reason.DEATH_MONTHS,
        verdict,
        actual=low if low == high else (low, high),
        citation=found.rule.citation,
        evidence=found.rule.evidence,
        needs=(Missing("history"),) if verdict is Verdict.UNKNOWN else (),
    )
