"""What the employees' pension amounts to, part by part 基本养老金计发.

Legal basis:
    国发〔2005〕38号: the pooled pension 基础养老金 is 1 % for each year of the mean of the benefit base
    计发基数 and the indexed wage 本人指数化月平均缴费工资; the individual account pension 个人账户养老金 is
    the balance over the payout months; a transitional pension 过渡性养老金 follows the province. Each
    part is rounded to the fen, half up, as decisions print it, and the total is their sum.

A pension is paid provisionally 预发 until the benefit base of the year is published, and computed anew
重新核定 then.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from ..errors import Fault, RuleError
from ..law.pension_values import YearsRounding
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of
from .given import check_months
from .years import rounded_years

__all__ = [
    "Amounts",
    "Recalculation",
    "amounts",
    "individual_account_pension",
    "pooled_pension",
    "recalculated",
]

Number = Amount | Fraction


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
        account: the balance of the account.
        payout_months: the payout months.
    """

    pooled: Decimal
    individual_account: Decimal
    transitional: Decimal
    total: Decimal
    benefit_base: Decimal
    indexed_wage: Fraction
    contribution_years: Fraction
    account: Decimal
    payout_months: Fraction

    @property
    def average_index(self) -> Fraction:
        """The index that the indexed wage is of the benefit base."""
        return self.indexed_wage / Fraction(self.benefit_base)


@attrs.frozen
class Recalculation:
    """A pension computed anew with the published benefit base.

    Attributes:
        before: the pension paid provisionally.
        after: the pension that is due.
    """

    before: Amounts
    after: Amounts

    @property
    def monthly_difference(self) -> Decimal:
        """What is due more, or less, each month."""
        return yuan_of(fen_of(self.after.total) - fen_of(self.before.total))

    def difference(self, months: int) -> Decimal:
        """What is due for the months that were paid provisionally.

        Raises:
            RuleError: if the months are no number.
        """
        count = check_months(months, "months")
        return yuan_of(count * (fen_of(self.after.total) - fen_of(self.before.total)))


def pooled_pension(
    *,
    benefit_base: Amount,
    average_index: Number | None = None,
    indexed_wage: Number | None = None,
    contribution_years: Number,
) -> Decimal:
    """The pooled pension 基础养老金, yuan a month, rounded half up to the fen.

    Args:
        benefit_base: the benefit base 计发基数, yuan a month.
        average_index: the average contribution index; or give ``indexed_wage``.
        indexed_wage: the indexed wage, yuan a month; not rounded again.
        contribution_years: the contribution years; not rounded again.

    Raises:
        RuleError: if not exactly one of index and indexed wage is given.
        MoneyError: if a number is a float, negative or no number.

    Example:
        >>> pooled_pension(benefit_base=12049, average_index=1, contribution_years=20)
        Decimal('2409.80')
    """
    base = _above_zero(benefit_base, "benefit_base")
    wage = _indexed_wage(base, average_index, indexed_wage)
    return half_up(
        (base + wage) / 2 * as_fraction(contribution_years, "contribution_years") / 100, 2
    )


def individual_account_pension(*, account: Amount, payout_months: Number) -> Decimal:
    """The individual account pension 个人账户养老金, yuan a month, rounded half up to the fen.

    Args:
        account: the balance of the individual account, yuan.
        payout_months: the payout months 计发月数.

    Raises:
        RuleError: if the months are zero.
        MoneyError: if a number is a float, negative or no number.

    Example:
        >>> individual_account_pension(account="115090.38", payout_months="137.3")
        Decimal('838.24')
    """
    months = _above_zero(payout_months, "payout_months")
    return half_up(as_fraction(account, "account") / months, 2)


def amounts(
    *,
    benefit_base: Amount,
    account: Amount,
    payout_months: Number,
    average_index: Number | None = None,
    indexed_wage: Number | None = None,
    contribution_years: Number | None = None,
    contribution_months: int | None = None,
    rounding: YearsRounding | None = None,
    transitional: Amount | None = None,
) -> Amounts:
    """The monthly pension at retirement, from its figures; ``pension.estimate`` looks them up.

    Args:
        benefit_base: the benefit base 计发基数, yuan a month.
        account: the balance of the individual account, yuan.
        payout_months: the payout months 计发月数.
        average_index: the average contribution index; or give ``indexed_wage``.
        indexed_wage: the indexed wage, yuan a month; not rounded again.
        contribution_years: the contribution years as the place prints them, never rounded again;
            or give ``contribution_months``.
        contribution_months: the contribution months.
        rounding: how the place rounds years made of months; None leaves them exact.
        transitional: the transitional pension, yuan a month; None without one.

    Raises:
        RuleError: if not exactly one of index and indexed wage, of years and months is given, or
            base or payout months are zero.
        MoneyError: if a number is a float, negative or no number.

    Example:
        A decision of Tangshan, Hebei, of 2023:

        >>> made = amounts(benefit_base=6849, indexed_wage="5299.07", contribution_years="30.67",
        ...                account="89850.24", payout_months=195, transitional="241.11")
        >>> made.pooled, made.individual_account, made.total
        (Decimal('1862.91'), Decimal('460.77'), Decimal('2564.79'))
    """
    base = _above_zero(as_yuan(benefit_base, "benefit_base"), "benefit_base")
    wage = _indexed_wage(base, average_index, indexed_wage)
    years = _years(contribution_years, contribution_months, rounding)
    pooled = pooled_pension(benefit_base=benefit_base, indexed_wage=wage, contribution_years=years)
    from_account = individual_account_pension(account=account, payout_months=payout_months)
    extra = yuan_of(0 if transitional is None else fen_of(as_yuan(transitional, "transitional")))
    return Amounts(
        pooled,
        from_account,
        extra,
        yuan_of(fen_of(pooled) + fen_of(from_account) + fen_of(extra)),
        half_up(base, 2),
        wage,
        years,
        yuan_of(fen_of(as_yuan(account, "account"))),
        as_fraction(payout_months, "payout_months"),
    )


def recalculated(
    made: Amounts,
    *,
    benefit_base: Amount,
    account: Amount | None = None,
    transitional: Amount | None = None,
) -> Recalculation:
    """A provisional pension 预发 computed anew with the published benefit base 重新核定.

    The index and the years stay; the indexed wage moves with the base.

    Args:
        made: the pension as it was paid.
        benefit_base: the published benefit base, yuan a month.
        account: the balance with the year's interest, where that was announced later too; None is
            as it was.
        transitional: the transitional pension with that base; needed where there was one.

    Raises:
        RuleError: if it is no pension, or the transitional part is not given anew.
        MoneyError: if a number is a float, negative or no number.

    Example:
        A made-up person, and the bases of Hebei of 2024 and 2025:

        >>> paid = amounts(benefit_base=7265, average_index="0.7", contribution_years=20,
        ...                account=60000, payout_months=139)
        >>> anew = recalculated(paid, benefit_base=7410)
        >>> anew.before.total, anew.after.total, anew.monthly_difference, anew.difference(5)
        (Decimal('1666.70'), Decimal('1691.35'), Decimal('24.65'), Decimal('123.25'))
    """
    if type(made) is not Amounts:
        raise RuleError(Fault("made", made, f"is of type {type(made).__name__}", "an Amounts"))
    if made.transitional and transitional is None:
        expected = "the transitional pension with the published base"
        raise RuleError(Fault("transitional", None, "is not given", expected))
    after = amounts(
        benefit_base=benefit_base,
        average_index=made.average_index,
        contribution_years=made.contribution_years,
        account=made.account if account is None else account,
        payout_months=made.payout_months,
        transitional=transitional,
    )
    return Recalculation(made, after)


def _indexed_wage(
    base: Fraction, average_index: Number | None, indexed_wage: Number | None
) -> Fraction:
    if average_index is not None and indexed_wage is None:
        return base * as_fraction(average_index, "average_index")
    if indexed_wage is not None and average_index is None:
        return as_fraction(indexed_wage, "indexed_wage")
    expected = "average_index or indexed_wage, one of them"
    raise RuleError(Fault("average_index", average_index, "is not given alone", expected))


def _years(years: Number | None, months: int | None, rounding: YearsRounding | None) -> Fraction:
    if (years is None) == (months is None):
        expected = "contribution_years or contribution_months, one of them"
        raise RuleError(Fault("contribution_years", years, "is not given alone", expected))
    if years is not None:
        if rounding is not None:
            expected = "None: years that are given are never rounded"
            raise RuleError(Fault("rounding", rounding, "is given with years", expected))
        return as_fraction(years, "contribution_years")
    count = check_months(months, "contribution_months")
    return Fraction(count, 12) if rounding is None else rounded_years(count, rounding)


def _above_zero(value: Number, field: str) -> Fraction:
    exact = as_fraction(value, field)
    if not exact:
        raise RuleError(Fault(field, value, "is zero", "a number above 0"))
    return exact
