"""What the employees' pension amounts to, part by part 基本养老金计发.

Legal basis:
    国发〔2005〕38号: the pooled pension 基础养老金 is 1 % for each year of the mean of the benefit base
    计发基数 and the indexed wage 本人指数化月平均缴费工资; the individual account pension 个人账户养老金 is
    the balance over the payout months; a transitional pension 过渡性养老金 follows the province. Each
    part is rounded to the fen, half up, as decisions print it, and the total is their sum.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from ..errors import Fault, RuleError
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of

__all__ = ["Amounts", "amounts"]


@attrs.frozen
class Amounts:
    """A monthly pension in yuan, with what it was computed from.

    Attributes:
        pooled: the pooled pension.
        individual_account: the individual account pension.
        transitional: the transitional pension; 0 without one.
        total: their sum.
        benefit_base: the benefit base.
        indexed_wage: the indexed wage, exact.
        contribution_years: the years that entered, exact.
        payout_months: the payout months.
    """

    pooled: Decimal
    individual_account: Decimal
    transitional: Decimal
    total: Decimal
    benefit_base: Decimal
    indexed_wage: Fraction
    contribution_years: Fraction
    payout_months: Fraction


def amounts(
    *,
    benefit_base: Amount,
    account: Amount,
    payout_months: Amount,
    average_index: Amount | Fraction | None = None,
    indexed_wage: Amount | Fraction | None = None,
    contribution_years: Amount | Fraction | None = None,
    contribution_months: int | None = None,
    years_places: int | None = None,
    transitional: Amount = 0,
) -> Amounts:
    """The monthly pension at retirement.

    Args:
        benefit_base: the benefit base 计发基数, yuan a month.
        account: the balance of the individual account, yuan.
        payout_months: the payout months 计发月数.
        average_index: the average contribution index; or give ``indexed_wage``.
        indexed_wage: the indexed wage, yuan a month; not rounded again.
        contribution_years: the contribution years as the place prints them, never rounded again;
            or give ``contribution_months``.
        contribution_months: the contribution months.
        years_places: to how many decimals the place rounds years made of months, half up; None
            leaves them exact.
        transitional: the transitional pension, yuan a month.

    Raises:
        RuleError: if not exactly one of index and indexed wage, of years and months is given.
        MoneyError: if a number is a float, negative or no number.

    Example:
        A decision of Tangshan, Hebei, of 2023:

        >>> made = amounts(benefit_base=6849, indexed_wage="5299.07", contribution_years="30.67",
        ...                account="89850.24", payout_months=195, transitional="241.11")
        >>> made.pooled, made.individual_account, made.total
        (Decimal('1862.91'), Decimal('460.77'), Decimal('2564.79'))
    """
    base = as_fraction(benefit_base, "benefit_base")
    wage = _indexed_wage(base, average_index, indexed_wage)
    years = _years(contribution_years, contribution_months, years_places)
    months = as_fraction(payout_months, "payout_months")
    if not months:
        raise RuleError(Fault("payout_months", payout_months, "is zero", "months above 0"))
    pooled = half_up((base + wage) / 2 * years / 100, 2)
    from_account = half_up(as_fraction(account, "account") / months, 2)
    extra = as_yuan(transitional, "transitional")
    total = yuan_of(fen_of(pooled) + fen_of(from_account) + fen_of(extra))
    return Amounts(pooled, from_account, extra, total, half_up(base, 2), wage, years, months)


def _indexed_wage(
    base: Fraction,
    average_index: Amount | Fraction | None,
    indexed_wage: Amount | Fraction | None,
) -> Fraction:
    if (average_index is None) == (indexed_wage is None):
        expected = "average_index or indexed_wage, one of them"
        raise RuleError(Fault("average_index", average_index, "is not given alone", expected))
    if average_index is None:
        return as_fraction(indexed_wage or 0, "indexed_wage")
    return base * as_fraction(average_index, "average_index")


def _years(years: Amount | Fraction | None, months: int | None, places: int | None) -> Fraction:
    if (years is None) == (months is None):
        expected = "contribution_years or contribution_months, one of them"
        raise RuleError(Fault("contribution_years", years, "is not given alone", expected))
    if years is not None:
        return as_fraction(years, "contribution_years")
    if type(months) is not int or months < 0:
        raise RuleError(Fault("contribution_months", months, "is no number", "an int from 0"))
    exact = Fraction(months, 12)
    return exact if places is None else Fraction(half_up(exact, places))
