"""The individual account 个人账户 of the employees' pension: what is credited, and its interest.

Legal basis:
    国发〔1997〕26号, 国发〔2005〕38号: the share of the contribution base that is credited. 人社部发〔2017〕31号:
    one rate of interest for the whole country from 2016, announced for each year after its end;
    rates of earlier years were the provinces', and the caller supplies them with
    ``law.replacing``. 劳办发〔1997〕116号 附件3: how a year's interest is computed. 社会保险法 第十四条: never
    below the interest of bank deposits.

Limits:
    Rates are taken with hindsight, also where they were announced after the day. What is paid out
    of an account, what came before it from another place, and the interest of the months up to
    retirement are not modelled. Months of the public sector are credited as others are, also those
    before its accounts began (国发〔2015〕2号).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from ..errors import Fault, RuleError, UndeterminedError
from ..law import Dated, Law
from ..law.parameters import ACCOUNT_CREDIT, ACCOUNT_INTEREST
from ..model.contributions import ContributionPeriod
from ..model.history import ContributionHistory
from ..model.stretches import stretches
from ..month_sets import MonthSet
from ..months import YearMonth, as_day, ordinal_of
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of
from ..terms import InsuranceKind, InterestMethod, PaymentStatus, Scheme, check_term
from .given import check_history, known_law

__all__ = ["AccountYear", "Balance", "Credit", "balance", "credits", "interest"]

_CREDITED: Final = (PaymentStatus.PAID, PaymentStatus.BACK_PAID)

#: 1.083, by which the year method lengthens half a year to the mean of equal monthly credits
#: (劳办发〔1997〕116号 附件3). Many copies misprint the formula as credits x (1 + rate/2) x 1.083.
_YEAR_METHOD: Final = Fraction(1083, 1000)


@attrs.frozen
class Credit:
    """What one month's contribution brings the account (记账额).

    Attributes:
        month: the month in which it is credited.
        amount: the credit in yuan, rounded half up to the fen.
        base: the contribution base in yuan.
        percent: the share of the base, with its law.
        paid_for: the month that the contribution is for 费款所属期.
    """

    month: YearMonth
    amount: Decimal
    base: Decimal
    percent: Dated[Decimal]
    paid_for: YearMonth


@attrs.frozen
class AccountYear:
    """A calendar year of an account, in yuan.

    Attributes:
        year: the year.
        opening: the balance at its beginning.
        credits: what was credited in it.
        interest: its interest; 0 in the running year, whose rate is announced later.
        closing: the balance at its end, or on the day.
        percent: the rate of interest, with its law; None where none was used.
    """

    year: int
    opening: Decimal
    credits: Decimal
    interest: Decimal
    closing: Decimal
    percent: Dated[Decimal] | None


@attrs.frozen
class Balance:
    """An account as it stands on a day (个人账户储存额), year by year.

    Attributes:
        years: its calendar years without a gap, earliest first; none before the first credit.
    """

    years: tuple[AccountYear, ...]

    @property
    def amount(self) -> Decimal:
        """The balance in yuan."""
        return self.years[-1].closing if self.years else yuan_of(0)


def interest(
    opening: Amount,
    credits: Sequence[Amount],  # noqa: A002 - as below
    percent: Amount,
    *,
    method: InterestMethod,
) -> Decimal:
    """One year's interest 年利息 in yuan, rounded half up to the fen, as account statements print it.

    With r the rate and A the sum of the credits a1 to a12, the year method (年度计算法) gives
    ``opening * r + A * r * 1.083 / 2``, the month-product method (月积数法)
    ``opening * r + (12 * a1 + 11 * a2 + ... + 1 * a12) * r / 12``.

    Args:
        opening: the balance at the beginning of the year, in yuan.
        credits: what was credited in each of the twelve months, in yuan; the year method uses
            their sum alone.
        percent: the rate of interest 记账利率, in per cent a year.
        method: how the place computes.

    Raises:
        MoneyError: if an amount is no exact amount.
        RuleError: if there are not twelve credits, or the method is none.

    Legal basis:
        劳办发〔1997〕116号 附件3.

    Example:
        With the rate of 2016:

        >>> [interest(10_000, [500] * 12, "8.31", method=method) for method in InterestMethod]
        [Decimal('1100.99'), Decimal('1101.08')]
    """
    check_term(method, InterestMethod, "method", RuleError)
    rate = as_fraction(percent, "percent") / 100
    if not isinstance(credits, list | tuple) or len(credits) != 12:
        expected = "a list of the amounts of twelve months"
        raise RuleError(Fault("credits", credits, "are not those of a year", expected))
    monthly = [
        Fraction(as_yuan(amount, f"credits[{index}]")) for index, amount in enumerate(credits)
    ]
    if method is InterestMethod.YEAR:
        standing = sum(monthly, Fraction(0)) * _YEAR_METHOD / 2
    else:
        products = (amount * (12 - index) for index, amount in enumerate(monthly))
        standing = sum(products, Fraction(0)) / 12
    return half_up((Fraction(as_yuan(opening, "opening")) + standing) * rate, 2)


def credits(  # noqa: A001 - the standard term; the builtin prints the names of Python's sponsors
    history: ContributionHistory, *, on: date, law: Law | None = None, area: str | None = None
) -> tuple[Credit, ...]:
    """What was credited to the account up to a day 个人账户记账, month by month.

    Months that are paid or back-paid on the day bring a credit in every scheme but that of
    residents; deemed months 视同缴费 bring none. A month is credited in its own month, or in the
    month in which its money arrived if that is later; a back-payment not before it was declared. A
    month that is held twice with one base is credited once, when the first money for it arrived.

    Args:
        history: the record.
        on: the day; the record is taken as it stood on it.
        law: None is the shipped law.
        area: the place; the share is the one of the month that the contribution is for.

    Raises:
        UndeterminedError: if the base of a credited month is not known, if it is held twice with
            two bases, or if only the number of months is known; all such months are named.
        UnknownLawError: if the share is not known, as before 1998.

    Example:
        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2005-12", "2006-01"), base="1500")])
        >>> [(str(credit.month), credit.percent.value, credit.amount)
        ...  for credit in credits(history, on=date(2026, 1, 29))]
        [('2005-12', Decimal('11'), Decimal('165.00')), ('2006-01', Decimal('8'), Decimal('120.00'))]
    """
    return _credits_after(0, history, on, known_law(law), area)


def balance(
    history: ContributionHistory,
    *,
    on: date,
    method: InterestMethod,
    opening: Amount = 0,
    opening_year: int | None = None,
    law: Law | None = None,
    area: str | None = None,
) -> Balance:
    """The balance of the account on a day 个人账户储存额.

    Each calendar year that ended before the day earns its interest. The credits of the running year
    are added without any, for its rate is announced after its end.

    Args:
        history: the record.
        on: the day.
        method: how the place computes interest.
        opening: a known balance in yuan, such as an account statement prints.
        opening_year: the year at whose end it stood; later credits alone are added to it. None
            begins with the first credit.
        law: None is the shipped law.
        area: the place.

    Raises:
        RuleError: if an opening balance has no year, or its year has not ended on the day.
        UndeterminedError: as :func:`credits` does.
        UnknownLawError: if the share of a month or the rate of a year is not known; a year with
            neither balance nor credits needs no rate.

    Example:
        10,000 yuan at the end of 2023, 8 % of 5,000 yuan a month in 2024, and the rate of 2024:

        >>> import shebao as sb
        >>> history = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2024-01", "2025-02"), base=5000)])
        >>> made = balance(history, on=date(2025, 3, 1), method=InterestMethod.MONTH_PRODUCT,
        ...                opening=10_000, opening_year=2023)
        >>> for year in made.years:
        ...     print(year.year, year.credits, year.interest, year.closing)
        2024 4800.00 330.12 15130.12
        2025 800.00 0.00 15930.12
    """
    check_term(method, InterestMethod, "method", RuleError)
    as_day(on, "on")
    standing = yuan_of(fen_of(as_yuan(opening, "opening")))
    _check_opening(standing, opening_year, on)
    known = known_law(law)
    after = 0 if opening_year is None else YearMonth(opening_year, 12).ordinal
    made = _credits_after(after, history, on, known, area)
    if not after and not made:
        return Balance(())
    first = after // 12 + 1 if after else made[0].month.year
    fen = _fen_by_month(made)
    return Balance(tuple(_years(range(first, on.year + 1), standing, fen, method, known, area)))


def _years(
    years: range,
    opening: Decimal,
    fen: Mapping[int, int],
    method: InterestMethod,
    law: Law,
    area: str | None,
) -> Iterator[AccountYear]:
    """The years of an account, the last of them still running."""
    for year in years:
        monthly = [yuan_of(fen.get(12 * year + month, 0)) for month in range(12)]
        credited, earned, percent = _sum(monthly), yuan_of(0), None
        if year != years[-1] and (opening or credited):
            percent = law.get(ACCOUNT_INTEREST, on=date(year, 12, 31), area=area)
            earned = interest(opening, monthly, percent.value, method=method)
        closing = _sum((opening, credited, earned))
        yield AccountYear(year, opening, credited, earned, closing, percent)
        opening = closing


def _check_opening(opening: Decimal, year: int | None, on: date) -> None:
    """An opening balance stood at the end of a year that is over."""
    expected = f"the year at whose end the opening balance stood, before {on.year}"
    if year is None:
        if opening:
            raise RuleError(Fault("opening_year", None, "is missing", expected))
    elif type(year) is not int or not 1 <= year < on.year:
        raise RuleError(Fault("opening_year", year, "is no year that ended", expected))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts in yuan, whatever the ambient decimal context."""
    return yuan_of(sum(map(fen_of, amounts)))


def _fen_by_month(made: Iterable[Credit]) -> dict[int, int]:
    """The credits of each month in fen, by the ordinal of the month."""
    fen: dict[int, int] = {}
    for credit in made:
        month = credit.month.ordinal
        fen[month] = fen.get(month, 0) + fen_of(credit.amount)
    return fen


def _credits_after(
    after: int, history: ContributionHistory, on: date, law: Law, area: str | None
) -> tuple[Credit, ...]:
    """The credits of months later than an ordinal; what lies before it need not be known."""
    check_history(history)
    paid = [
        period
        for period in history.as_of(on).of(InsuranceKind.PENSION)
        if period.scheme is not Scheme.RESIDENT and period.status in _CREDITED
    ]
    made: list[Credit] = []
    without: list[YearMonth] = []
    doubled: list[YearMonth] = []
    for stretch in stretches(period for period in paid if period.count is None):
        bases = {period.base_fen for period in stretch.holding}
        for month in stretch.span if stretch.holding else ():
            arrived = min(_arrival(period, month) for period in stretch.holding)
            if arrived <= after:
                continue
            (base, *others) = bases
            if others:
                doubled.append(month)
            elif base is None:
                without.append(month)
            else:
                made.append(_credit(arrived, month, base, law, area))
    loose = [p for p in paid if p.count is not None and _arrival(p, p.months.last) > after]
    if missing := tuple(_named(without, doubled, loose)):
        raise UndeterminedError(missing)
    return tuple(sorted(made, key=lambda credit: (credit.month, credit.paid_for)))


def _arrival(period: ContributionPeriod, month: YearMonth) -> int:
    """The ordinal of the month in which one month of a period is credited."""
    # That a month paid in time was declared after its end is a matter of course.
    declared_on = period.declared_on if period.status is PaymentStatus.BACK_PAID else None
    days = (day for day in (declared_on, period.settled_on) if day is not None)
    return max([month.ordinal, *map(ordinal_of, days)])


def _credit(arrived: int, month: YearMonth, base_fen: int, law: Law, area: str | None) -> Credit:
    percent = law.get(ACCOUNT_CREDIT, on=month.first_day, area=area)
    amount = half_up(Fraction(base_fen, 10_000) * Fraction(percent.value), 2)
    return Credit(YearMonth.from_ordinal(arrived), amount, yuan_of(base_fen), percent, month)


def _named(
    without: Iterable[YearMonth],
    doubled: Iterable[YearMonth],
    loose: Iterable[ContributionPeriod],
) -> Iterator[str]:
    """What is missing, in words."""
    for span in MonthSet(without).spans:
        yield f"the base of {span}"
    for span in MonthSet(doubled).spans:
        yield f"one base of {span}, held twice (history.keeping gives one up)"
    for period in loose:
        yield f"the months of {period}"
