"""The maternity allowance 生育津贴: days of leave, what they come to, and who pays.

Legal basis:
    女职工劳动保护特别规定 (国务院令第619号) 第七条: the days of leave 产假. 第八条, 社会保险法 第五十六条: the
    allowance goes by the employer's average monthly wage of the year before 用人单位上年度职工月平均工资,
    paid by the fund; of who is not insured by the own wage before the leave, paid by the employer.

    By how many days a month's wage is divided, who makes up for an allowance below the own wage, and
    who pays where months are short, places say.

Limits:
    Days that places add 奖励假, and places where a difficult birth or a miscarriage gives more days,
    are the caller's. Amounts are rounded to the fen, half up; no text says how.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import attrs

from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameter import Parameter
from ..law.parameters import (
    MATERNITY_ALLOWANCE_DIVISOR,
    MATERNITY_LEAVE_DAYS,
    MATERNITY_REST_PAYER,
    MATERNITY_TOP_UP,
)
from ..rounding import Amount, as_fraction, fen_of, half_up, yuan_of
from ..terms import Payer
from .given import known_law

__all__ = ["MaternityAllowance", "allowance", "leave_days"]

T = TypeVar("T")


def leave_days(
    *,
    on: date,
    children: int = 1,
    difficult: bool = False,
    miscarried_after_months: int | None = None,
    extra: int = 0,
    area: str | None = None,
    law: Law | None = None,
) -> int:
    """Days of maternity leave 产假天数, for which the allowance is paid.

    Args:
        on: the day of birth, or of the miscarriage.
        children: how many were born.
        difficult: whether the birth was a difficult one 难产.
        miscarried_after_months: whole months of pregnancy before a miscarriage; None is a birth.
        extra: days that the place adds.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a number is none, or a miscarriage is given children or difficulty.
        UnknownLawError: for days before 2012-04-28.

    Example:
        >>> day = date(2026, 1, 29)
        >>> leave_days(on=day), leave_days(on=day, children=2, difficult=True)
        (98, 128)
        >>> [leave_days(on=day, miscarried_after_months=months) for months in (3, 4)]
        [15, 42]
    """
    rule = known_law(law).get(MATERNITY_LEAVE_DAYS, on=on, area=area).value
    further = _whole(children, "children", 1) - 1
    added = _whole(extra, "extra", 0)
    if type(difficult) is not bool:
        raise RuleError(Fault("difficult", difficult, "is no truth value", "True or False"))
    if miscarried_after_months is None:
        more = further * rule.further_child + (rule.difficult if difficult else 0)
        return rule.birth + more + added
    pregnant = _whole(miscarried_after_months, "miscarried_after_months", 0)
    if further or difficult:
        expected = "None, or one child and no difficult birth"
        raise RuleError(Fault("miscarried_after_months", pregnant, "is given a birth", expected))
    is_late = pregnant >= rule.late_from_months
    return (rule.late_miscarriage if is_late else rule.miscarriage) + added


def _whole(value: int | None, field: str, low: int) -> int:
    if type(value) is not int or value < low:
        raise RuleError(Fault(field, value, "is no such number", f"an int from {low}"))
    return value


@attrs.frozen
class MaternityAllowance:
    """What is paid for a maternity leave, in yuan.

    Attributes:
        amount: the allowance, from whoever it comes.
        from_fund: what the fund pays.
        rest: what it does not pay of it.
        rest_payer: who pays the rest; None where there is none, or the place is not known to say.
        difference: by how much the own wage of these days is higher; None where that is not given.
        difference_payer: who makes up for it; None as for the rest.
        days_a_month: by how many days the monthly wage was divided.
        divisor: where that stands; None if it was given.
    """

    amount: Decimal
    from_fund: Decimal
    rest: Decimal
    rest_payer: Payer | None
    difference: Decimal | None
    difference_payer: Payer | None
    days_a_month: int
    divisor: Dated[int] | None


def allowance(
    *,
    days: int,
    on: date,
    average_wage: Amount | Fraction | None = None,
    own_wage: Amount | Fraction | None = None,
    insured: bool = True,
    fund_share: Fraction | int = 1,
    days_a_month: int | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> MaternityAllowance:
    """The maternity allowance 生育津贴 of days of leave, and who pays it.

    Args:
        days: days of leave, as ``leave_days`` gives them.
        on: the day of birth, or of the miscarriage.
        average_wage: the employer's average monthly wage of the year before, yuan, as the place
            understands it; needed of who is insured.
        own_wage: her own monthly wage before the leave, yuan; needed of who is not insured.
        insured: whether maternity insurance was joined for her.
        fund_share: what part the fund pays, as ``maternity.fund_share`` gives it.
        days_a_month: by how many days a monthly wage is divided; None is what the place says.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a wage that is needed is not given, or a fact is none.
        MoneyError: if a wage is a float, negative or no number.
        UnknownLawError: if the place is not known to say by how many days a wage is divided.

    Example:
        An example that Wuhan gives, whose mothers have 30 days more:

        >>> birth = date(2024, 5, 8)
        >>> allowance(days=98 + 30, on=birth, average_wage=9000, area="420100").from_fund
        Decimal('38400.00')
    """
    known = known_law(law)
    if type(insured) is not bool:
        raise RuleError(Fault("insured", insured, "is no truth value", "True or False"))
    divisor = None
    if days_a_month is None:
        divisor = known.get(MATERNITY_ALLOWANCE_DIVISOR, on=on, area=area)
    per_month = _whole(days_a_month, "days_a_month", 1) if divisor is None else divisor.value
    of_days = Fraction(_whole(days, "days", 0), per_month)
    own = None if own_wage is None else half_up(as_fraction(own_wage, "own_wage") * of_days, 2)
    if not insured:
        whole = _given(own, "own_wage", "her monthly wage before the leave: she is not insured")
        payer = Payer.EMPLOYER if whole else None
        zero = Decimal("0.00")
        return MaternityAllowance(whole, zero, whole, payer, zero, None, per_month, divisor)
    average = None if average_wage is None else as_fraction(average_wage, "average_wage")
    exact = _given(average, "average_wage", "the employer's average monthly wage") * of_days
    made = _of_the_insured(exact, _share(fund_share), own, per_month, divisor)
    return attrs.evolve(
        made,
        rest_payer=_payer(MATERNITY_REST_PAYER, made.rest, on, area, known),
        difference_payer=_payer(MATERNITY_TOP_UP, made.difference, on, area, known),
    )


def _of_the_insured(
    exact: Fraction,
    share: Fraction,
    own: Decimal | None,
    per_month: int,
    divisor: Dated[int] | None,
) -> MaternityAllowance:
    """The amounts; who pays what the fund does not is not said yet."""
    amount, from_fund = half_up(exact, 2), half_up(exact * share, 2)
    rest = yuan_of(fen_of(amount) - fen_of(from_fund))
    lacking = None if own is None else yuan_of(max(0, fen_of(own) - fen_of(amount)))
    return MaternityAllowance(amount, from_fund, rest, None, lacking, None, per_month, divisor)


def _given(value: T | None, field: str, expected: str) -> T:
    if value is None:
        raise RuleError(Fault(field, None, "is not given", expected))
    return value


def _share(share: Fraction | int) -> Fraction:
    if type(share) not in (int, Fraction) or not 0 <= share <= 1:
        raise RuleError(Fault("fund_share", share, "is no share", "an int or a Fraction, 0 to 1"))
    return Fraction(share)


def _payer(
    parameter: Parameter[str], amount: Decimal | None, on: date, area: str | None, law: Law
) -> Payer | None:
    """The employer where there is something to pay and the place says so."""
    rule = law.find(parameter, on=on, area=area)
    is_employer = rule is not None and rule.value == "employer"
    return Payer.EMPLOYER if amount and is_employer else None
