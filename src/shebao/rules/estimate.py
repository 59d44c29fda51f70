"""A pension estimated from a record: every figure looked up or computed, none guessed 养老金测算.

The parts are those of ``amounts``; this module finds what they need: the benefit base of the place
and year, contribution years as the place rounds them, the average index, the account, the payout
months and the transitional pension. Whatever the caller gives is taken instead.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import attrs

from ..decisions import weakest
from ..errors import Fault, RuleError, UndeterminedError
from ..intervals import FOREVER
from ..law import Dated, Evidence, Law
from ..law.parameter import Parameter
from ..law.parameters import (
    ACCOUNT_CREDIT,
    PENSION_ACCOUNT_START,
    PENSION_INDEXED_WAGE_BASE,
    PENSION_PAYOUT_MONTHS,
    PENSION_TRANSITIONAL,
    PENSION_WHOLE_BASE_INDEX,
    PENSION_YEARS_ROUNDING,
)
from ..law.pension_values import YearsRounding
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import as_day, as_month
from ..rounding import Amount, as_fraction
from ..terms import InsuranceKind, InterestMethod
from . import account as accounts
from . import counting
from .amounts import Amounts, amounts
from .bases import AverageIndex, IndexPolicy, average_index
from .benefit_base import benefit_base as base_of
from .given import check_person, known_law
from .payout import payout_months
from .transitional import Transitional, transitional_pension
from .wages import WageSeries
from .years import contribution_years

__all__ = ["Estimate", "Figures", "estimate"]

T = TypeVar("T")
Number = Amount | Fraction


@attrs.frozen
class Estimate:
    """An estimated pension, with what was looked up and computed on the way.

    Attributes:
        amounts: the parts, their sum and the figures that they are made of.
        benefit_base: the benefit base with its law; its ``is_provisional`` says that the pension
            will be computed anew; None where it was given.
        contribution_months: the cumulative months.
        average_index: the index as it was computed; None where it, or the indexed wage, was given.
        account: the account as it was computed; None where its balance was given.
        transitional: the transitional pension as it was computed; None where it was given, or
            where the record has no month for one.
        evidence: the weakest grade of the law that was looked up, of average wages aside.
    """

    amounts: Amounts
    benefit_base: Dated[Decimal] | None
    contribution_months: counting.Count
    average_index: AverageIndex | None
    account: accounts.Balance | None
    transitional: Transitional | None
    evidence: Evidence | None


@attrs.frozen(kw_only=True)
class Figures:
    """What a caller knows of a pension instead of having it looked up or computed.

    Attributes:
        account: the balance of the account in yuan; None computes it by ``method``.
        method: how the place computes interest, if the balance is not given.
        average_index: the average contribution index; None computes it.
        indexed_wage: the indexed wage, yuan a month, in place of the index.
        policy: how the place averages the index.
        wages: the average wages that divide; None is what the law knows of the place.
        benefit_base: the benefit base, yuan a month; None is that of the place and year.
        payout_months: the payout months; None is those of the age.
        contribution_years: the years as the place prints them; None counts and rounds them.
        rounding: how years are rounded; None is as the law of the place says.
        transitional: the transitional pension, yuan a month; None computes it.
        transitional_years: the years of the transitional pension as the place prints them; None
            counts and rounds them.
        transition_index: the index of the transitional pension, where the place has one of its own.
        city_base: the base of the city, where a part rests on it.

    Raises:
        RuleError: if there is neither balance nor method, or both index and indexed wage.
    """

    account: Amount | None = None
    method: InterestMethod | None = None
    average_index: Number | None = None
    indexed_wage: Number | None = None
    policy: IndexPolicy | None = None
    wages: WageSeries | None = None
    benefit_base: Amount | None = None
    payout_months: Number | None = None
    contribution_years: Number | None = None
    rounding: YearsRounding | None = None
    transitional: Amount | None = None
    transitional_years: Number | None = None
    transition_index: Number | None = None
    city_base: Amount | None = None

    def __attrs_post_init__(self) -> None:
        if (self.account is None) == (self.method is None):
            expected = "account or method, one of them"
            raise RuleError(Fault("account", self.account, "is not given alone", expected))
        if self.average_index is not None and self.indexed_wage is not None:
            expected = "average_index, indexed_wage or neither"
            value = self.average_index
            raise RuleError(Fault("average_index", value, "is not given alone", expected))


@attrs.frozen
class _Case:
    """A record on a day in a place, with the figures that were given."""

    person: Person
    history: ContributionHistory
    on: date
    area: str | None
    law: Law
    figures: Figures

    def years(self, months: counting.Count) -> Number:
        """The contribution years, given or rounded as the place does."""
        given = self.figures.contribution_years
        return self.rounded(months.months) if given is None else given

    def rounded(self, months: int) -> Fraction:
        """Years of months, rounded as the place does."""
        return contribution_years(
            months, on=self.on, area=self.area, law=self.law, rounding=self.figures.rounding
        )

    def count(self, history: ContributionHistory) -> counting.Count:
        """The months of a record."""
        return counting.cumulative(history, InsuranceKind.PENSION, on=self.on, law=self.law)

    def find(self, parameter: Parameter[T]) -> Dated[T] | None:
        """The law of the place on the day."""
        return self.law.find(parameter, on=self.on, area=self.area)

    def index(self) -> AverageIndex | None:
        """The index of the record, where neither it nor the indexed wage was given."""
        if self.figures.average_index is not None or self.figures.indexed_wage is not None:
            return None
        found = average_index(
            self.history,
            on=self.on,
            area=self.area,
            law=self.law,
            policy=self.figures.policy,
            wages=self.figures.wages,
        )
        if not found.is_complete or found.exact is None:
            years = [f"average_monthly_wage of {year}" for year in found.missing_years]
            months = [f"base of {each}" for each in (found.without_base, found.doubled) if each]
            raise UndeterminedError((*years, *months, *map(str, found.unplaced)) or ("base",))
        return found

    def balance(self) -> accounts.Balance | None:
        """The account of the record, where its balance was not given."""
        if self.figures.account is not None or self.figures.method is None:
            return None
        return accounts.balance(
            self.history, on=self.on, method=self.figures.method, law=self.law, area=self.area
        )

    def indexed_wage(self, index: Number | None) -> Number | None:
        """The indexed wage, given, or the index times the base of the city where it rests on it."""
        if index is None:
            return self.figures.indexed_wage
        exact = as_fraction(index, "average_index")
        whole = self.find(PENSION_WHOLE_BASE_INDEX)
        if whole is not None and exact < whole.value:
            problem = f"is below {whole.value}, where the place scales the base"
            expected = "the parts of the pension themselves: pension.amounts"
            raise RuleError(Fault("average_index", str(index), problem, expected))
        whose = self.law.get(PENSION_INDEXED_WAGE_BASE, on=self.on, area=self.area)
        return (
            None if whose.value == "province" else exact * as_fraction(self.of_city(), "city_base")
        )

    def of_city(self) -> Amount:
        """The base of the city.

        Raises:
            RuleError: if it was not given.
        """
        if self.figures.city_base is None:
            expected = "the base of the city: a part of the pension rests on it there"
            raise RuleError(Fault("city_base", None, "is not given", expected))
        return self.figures.city_base

    def transitional_part(
        self, months: counting.Count, base: Amount, index: Number | None
    ) -> Transitional | None:
        """The transitional pension, where it was not given and the record has months for one."""
        if self.figures.transitional is not None:
            return None
        years = self.figures.transitional_years
        if years is None:
            early = self._early_months(months)
            if not early:
                return None
            years = self.rounded(early)
        rule = self.law.get(PENSION_TRANSITIONAL, on=self.on, area=self.area).value
        is_own = rule.index == "transition"
        if is_own and self.figures.transition_index is None:
            expected = "the index of the transitional pension, or that pension itself"
            raise RuleError(Fault("transition_index", None, "is not given", expected))
        return transitional_pension(
            benefit_base=base if rule.base == "province" else self.of_city(),
            years=years,
            average_index=None if is_own else index,
            indexed_wage=None if is_own else self.figures.indexed_wage,
            transition_index=self.figures.transition_index if is_own else None,
            on=self.on,
            area=self.area,
            law=self.law,
        )

    def _early_months(self, months: counting.Count) -> int:
        """The months of a transitional pension: deemed ones, or all before the account began.

        Where neither rule nor start is known, months before accounts began anywhere ask for a rule.
        """
        rule = self.find(PENSION_TRANSITIONAL)
        if rule is not None and rule.value.years == "deemed":
            return months.deemed_months
        start = self.find(PENSION_ACCOUNT_START)
        if start is not None:
            first = start.value.ordinal
        elif rule is not None:
            first = self.law.get(PENSION_ACCOUNT_START, on=self.on, area=self.area).value.ordinal
        else:
            first = _first_accounts(self.law)
        later = self.count(self.history.between(first, FOREVER))
        return months.months - later.months + later.deemed_months


def _first_accounts(law: Law) -> int:
    """The month from which contributions are credited to accounts by national law."""
    credited = law.timeline(ACCOUNT_CREDIT, NATION)
    first = date.max if credited is None else credited.entries[0].valid_from
    return as_month(first, "first").ordinal


def estimate(
    person: Person,
    history: ContributionHistory,
    figures: Figures,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    known: date | None = None,
) -> Estimate:
    """The monthly pension of a record for a retirement on a day.

    Whether it may be drawn is ``pension.eligibility``.

    Args:
        person: who; the age in the month of the day gives the payout months.
        history: the record.
        figures: what is known already, at least the account or how its interest is computed.
        on: the day of retirement.
        area: the place that pays the pension 待遇领取地.
        law: None is the shipped law.
        known: the day of asking, for the benefit base as it was known then; None is with hindsight.

    Raises:
        RuleError: if the transitional pension needs a figure that is not given.
        UnknownLawError: if the place's base, rounding or transitional rule is needed and not known.
        UncertainCountError: if the record only bounds the months.
        UndeterminedError: if the index or the account cannot be computed from the record.

    Example:
        A decision of Baoding, Hebei: a woman who retired in December 2025 at 50 with 22 years and 5
        months, 22 of these months before the accounts began:

        >>> import shebao as sb
        >>> woman = sb.Person(birth=date(1975, 12, 5), sex=sb.Sex.FEMALE)
        >>> years = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("1994-03", "2016-07"))])
        >>> made = estimate(woman, years, Figures(indexed_wage="4940.25", account="52077.55"),
        ...                 on=date(2025, 12, 5), area="130600")
        >>> made.amounts.pooled, made.amounts.individual_account, made.amounts.transitional
        (Decimal('1384.46'), Decimal('267.06'), Decimal('117.53'))
        >>> made.amounts.total, made.benefit_base.value, made.evidence
        (Decimal('1769.05'), Decimal('7410'), Evidence.SECONDARY)
    """
    check_person(person)
    as_day(on, "on")
    if type(figures) is not Figures:
        problem = f"is of type {type(figures).__name__}"
        raise RuleError(Fault("figures", figures, problem, "a Figures"))
    return _estimated(_Case(person, history, on, area, known_law(law), figures), known)


def _estimated(case: _Case, known: date | None) -> Estimate:
    on, area, law, figures = case.on, case.area, case.law, case.figures
    base = None
    if figures.benefit_base is None:
        base = base_of(on=on, area=area, law=law, known=known)
        yuan: Amount = base.value
    else:
        yuan = figures.benefit_base
    months = case.count(case.history)
    computed = case.index()
    index = figures.average_index if computed is None else computed.exact
    wage = case.indexed_wage(index)
    balance = case.balance()
    extra = case.transitional_part(months, yuan, index)
    divisor = figures.payout_months
    if divisor is None:
        age = as_month(on, "on") - case.person.birth_month
        divisor = payout_months(age, on=on, area=area, law=law)
    made = amounts(
        benefit_base=yuan,
        average_index=index if wage is None else None,
        indexed_wage=wage,
        contribution_years=case.years(months),
        account=_given(figures.account) if balance is None else balance.amount,
        payout_months=divisor,
        transitional=figures.transitional if extra is None else extra.amount,
    )
    return Estimate(
        made, base, months, computed, balance, extra, _weakest_grade(case, base, balance, extra)
    )


def _given(account: Amount | None) -> Amount:
    """The balance that stands where no method does."""
    return 0 if account is None else account


def _weakest_grade(
    case: _Case,
    base: Dated[Decimal] | None,
    balance: accounts.Balance | None,
    extra: Transitional | None,
) -> Evidence | None:
    looked_up: list[Dated[Any] | None] = [base, None if extra is None else extra.law]
    if case.figures.payout_months is None:
        looked_up.append(case.find(PENSION_PAYOUT_MONTHS))
    if case.figures.contribution_years is None and case.figures.rounding is None:
        looked_up.append(case.find(PENSION_YEARS_ROUNDING))
    if case.figures.indexed_wage is None:
        looked_up.append(case.find(PENSION_INDEXED_WAGE_BASE))
    if extra is not None and extra.rule.years == "before_account":
        looked_up.append(case.find(PENSION_ACCOUNT_START))
    if balance is not None:
        looked_up += [year.percent for year in balance.years]
        for year in balance.years:
            credited = case.law.find(ACCOUNT_CREDIT, on=date(year.year, 12, 31), area=case.area)
            looked_up.append(credited)
    return weakest(each.evidence for each in looked_up if each is not None)
