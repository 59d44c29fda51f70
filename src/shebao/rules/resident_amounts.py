"""What the residents' pension amounts to 城乡居民养老金计发, and the funeral grant 丧葬补助金.

Legal basis:
    国发〔2014〕8号: the pension is the base pension 基础养老金 and the account over 139 months. The nation
    sets a minimum of the base pension; places raise it and add for long payment or high age. Who
    draws it and dies: places may have a funeral grant (有条件的地方政府可以结合本地实际探索建立丧葬补助金
    制度); no national text gives its months.

Limits:
    What a place pays above the national minimum is data of that place, or given. Whom a place pays
    the funeral grant for, and on which part of the base pension, is its rule too. Amounts are
    rounded to the fen, half up; no text says how.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from ..decisions import Condition, Decision, Question, Reason, Verdict, decided, is_true, open_law
from ..law import Dated, Law
from ..law.parameters import RESIDENT_BASE_PENSION, RESIDENT_FUNERAL_GRANT, RESIDENT_PAYOUT_MONTHS
from ..model.areas import NATION
from ..rounding import Amount, as_fraction, as_yuan, fen_of, half_up, yuan_of
from .given import known_law

__all__ = ["FuneralGrant", "ResidentAmounts", "amounts", "funeral_grant"]


@attrs.frozen
class ResidentAmounts:
    """A resident's monthly pension in yuan, with what it was computed from.

    Attributes:
        base_pension: the base pension.
        additional: what the place adds.
        account: the account pension.
        total: their sum.
        payout_months: by how many months the account was divided, with its law.
        base_law: where the base pension stands, ``area`` telling whose it is: the nation's is a
            minimum; None if it was given.
    """

    base_pension: Decimal
    additional: Decimal
    account: Decimal
    total: Decimal
    payout_months: Dated[int]
    base_law: Dated[Decimal] | None


def amounts(
    *,
    account: Amount,
    on: date,
    base_pension: Amount | None = None,
    additional: Amount = 0,
    area: str | None = None,
    law: Law | None = None,
) -> ResidentAmounts:
    """The monthly pension of a resident 城乡居民养老金.

    Args:
        account: the balance of the individual account 个人账户储存额, yuan.
        on: a day of the month of payment.
        base_pension: the base pension of the place, yuan a month; None takes the one that is known
            of the place, else the national minimum.
        additional: what the place adds for long payment, high age and the like, yuan a month.
        area: the place.
        law: None is the shipped law.

    Raises:
        MoneyError: if an amount is a float, negative or no number.
        UnknownLawError: if nothing is known of the day.

    Example:
        >>> made = amounts(account=50000, on=date(2024, 10, 30))
        >>> made.base_pension, made.account, made.total
        (Decimal('123'), Decimal('359.71'), Decimal('482.71'))
    """
    known = known_law(law)
    months = known.get(RESIDENT_PAYOUT_MONTHS, on=on, area=area)
    base_law = None
    if base_pension is None:
        base_law = known.get(RESIDENT_BASE_PENSION, on=on, area=area)
        base = base_law.value
    else:
        base = as_yuan(base_pension, "base_pension")
    extra = as_yuan(additional, "additional")
    from_account = half_up(as_fraction(account, "account") / months.value, 2)
    total = yuan_of(fen_of(base) + fen_of(extra) + fen_of(from_account))
    return ResidentAmounts(base, extra, from_account, total, months, base_law)


@attrs.frozen
class FuneralGrant:
    """What goes with the answer.

    Attributes:
        months: months of the base pension.
        base_pension: the base pension, yuan a month; None where it is not known.
        amount: the grant in yuan; None without a base pension.
        base_law: as in ``ResidentAmounts``: from the nation's minimum the amount is a minimum.
    """

    months: Dated[int]
    base_pension: Decimal | None
    amount: Decimal | None
    base_law: Dated[Decimal] | None


def funeral_grant(
    *,
    on: date,
    insured: bool | None = None,
    base_pension: Amount | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[FuneralGrant]:
    """Whether a place pays a funeral grant for a resident 城乡居民养老保险丧葬补助金.

    Args:
        on: the day of death.
        insured: whether insured with the residents' pension at death; None is not known.
        base_pension: the base pension that the place takes, yuan a month; None as for ``amounts``.
        area: the place.
        law: None is the shipped law, which knows no place's months.

    Raises:
        RuleError: if ``insured`` is no truth value.
        MoneyError: if the base pension is no amount.

    Example:
        Hubei pays ten months at least:

        >>> from shebao.law import shipped
        >>> hubei = shipped().replacing(RESIDENT_FUNERAL_GRANT, 10, area="420000")
        >>> answer = funeral_grant(on=date(2025, 5, 8), insured=True, base_pension=180,
        ...                        area="420000", law=hubei)
        >>> answer.eligible, answer.value.amount
        (True, Decimal('1800.00'))
        >>> [str(fact) for fact in funeral_grant(on=date(2025, 5, 8), insured=True).missing]
        ['resident_pension.funeral_grant_months (100000)']
    """
    known = known_law(law)
    rule = known.find(RESIDENT_FUNERAL_GRANT, on=on, area=area)
    was_insured = is_true(Reason.RESIDENT_INSURED, insured, "insured", rule)
    given = None if base_pension is None else as_yuan(base_pension, "base_pension")
    if rule is None:
        place = area or NATION
        unknown = open_law(Reason.RESIDENT_FUNERAL_RULE, RESIDENT_FUNERAL_GRANT.name, place)
        return decided(Question.RESIDENT_FUNERAL_GRANT, [was_insured, unknown], on=on)
    grants = Condition(
        Reason.RESIDENT_FUNERAL_RULE,
        Verdict.MET if rule.value else Verdict.NOT_MET,
        rule.value,
        citation=rule.citation,
        evidence=rule.evidence,
    )
    base_law = known.find(RESIDENT_BASE_PENSION, on=on, area=area) if given is None else None
    base = given if base_law is None else base_law.value
    amount = None if base is None else yuan_of(fen_of(base) * rule.value)
    none_due = Verdict.NOT_MET in (was_insured.verdict, grants.verdict)
    return decided(
        Question.RESIDENT_FUNERAL_GRANT,
        [was_insured, grants],
        on=on,
        value=None if none_due else FuneralGrant(rule, base, amount, base_law),
    )
