"""A transfer from an owner's medical-insurance wallet to a relative's 医保钱包转账.

Legal basis:
    国家医保局, as quoted: three transfers a day, at most 2000 yuan each, none from 22:00 to 06:00, and what
    is not accepted returns at 06:00; both sides need a wallet. From 2026-06-05 quotas 共济额度 take the
    place of transfers, and their limits are not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

import attrs

from ..days import add_days
from ..decisions import (
    Condition,
    Decision,
    Fact,
    Question,
    Reason,
    Verdict,
    decided,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import WALLET_LIMITS
from ..law.sharing_values import WalletLimits
from ..model.areas import NATION
from ..rounding import Amount, as_yuan
from .given import check_truth, known_law

__all__ = ["WalletTransfer", "transfer"]


@attrs.frozen
class WalletTransfer:
    """A transfer that was asked for.

    Attributes:
        amount: in yuan.
        returned_at: when it returns to the owner if it is not accepted.
    """

    amount: Decimal
    returned_at: datetime


def transfer(
    amount: Amount,
    *,
    at: datetime,
    made_today: int = 0,
    owner_wallet: bool | None = None,
    relative_wallet: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[WalletTransfer]:
    """Whether an amount may be transferred to a relative's wallet at an hour.

    Args:
        amount: in yuan, above 0.
        at: the day and the hour, by the clock of Beijing and without a zone.
        made_today: how many transfers the owner made before on that day.
        owner_wallet: whether the owner has opened the wallet; None is not known.
        relative_wallet: whether the relative has.
        area: the owner's place.
        law: None is the shipped law.

    Raises:
        MoneyError: if the amount is none.
        RuleError: if the amount is zero, ``at`` is no time without zone, or the number is none.

    Example:
        >>> wallets = dict(owner_wallet=True, relative_wallet=True)
        >>> for hour, amount in ((21, "2000"), (22, "2000"), (6, "2000.01")):
        ...     asked = transfer(amount, at=datetime(2026, 1, 29, hour), **wallets)
        ...     print(asked.eligible, asked.value.returned_at)
        True 2026-01-30 06:00:00
        False 2026-01-30 06:00:00
        False 2026-01-30 06:00:00
    """
    yuan = as_yuan(amount, "amount")
    if not yuan:
        raise RuleError(Fault("amount", amount, "is zero", "an amount above 0"))
    if type(at) is not datetime or at.tzinfo is not None:
        raise RuleError(Fault("at", at, "is no time", "a datetime without a zone"))
    if type(made_today) is not int or made_today < 0:
        raise RuleError(Fault("made_today", made_today, "is no number", "an int from 0"))
    for field, fact in (("owner_wallet", owner_wallet), ("relative_wallet", relative_wallet)):
        if fact is not None:
            check_truth(fact, field)
    rule = known_law(law).find(WALLET_LIMITS, on=at.date(), area=area)
    if rule is None:
        unknown = open_law(Reason.WALLET_AMOUNT, WALLET_LIMITS.name, area or NATION, f"{yuan:f}")
        return decided(Question.WALLET_TRANSFER, [unknown], on=at.date())
    conditions = [
        *_limits(rule, yuan, at, made_today),
        is_true(Reason.WALLET_OWNER, owner_wallet, "owner_wallet", rule),
        is_true(Reason.WALLET_RELATIVE, relative_wallet, "relative_wallet", rule),
    ]
    value = WalletTransfer(yuan, _next(at, rule.value.returned_at_hour))
    return decided(Question.WALLET_TRANSFER, conditions, on=at.date(), value=value)


def _limits(
    rule: Dated[WalletLimits], yuan: Decimal, at: datetime, made_today: int
) -> Iterator[Condition]:
    """The conditions on amount, number and hour."""
    limits = rule.value
    hours = f"{limits.closed_until_hour:02}:00-{limits.closed_from_hour:02}:00"
    is_open = limits.closed_until_hour <= at.hour < limits.closed_from_hour
    most, asked = limits.transfers_a_day, made_today + 1
    found: tuple[tuple[Reason, Fact, Fact, bool], ...] = (
        (Reason.WALLET_AMOUNT, f"{limits.yuan_each:f}", f"{yuan:f}", yuan <= limits.yuan_each),
        (Reason.WALLET_TIMES, most, asked, asked <= most),
        (Reason.WALLET_HOURS, hours, f"{at:%H:%M}", is_open),
    )
    for reason, required, actual, is_met in found:
        verdict = Verdict.MET if is_met else Verdict.NOT_MET
        yield Condition(reason, verdict, required, actual, rule.citation, rule.evidence)


def _next(at: datetime, hour: int) -> datetime:
    """The next time the clock shows an hour."""
    day: date = at.date() if at.hour < hour else add_days(at.date(), 1)
    return datetime.combine(day, time(hour))
