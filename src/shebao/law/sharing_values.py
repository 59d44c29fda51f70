"""The forms that values of the law of account sharing take."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs

from ..model.areas import area_faults
from ..terms import AccountUse, Kinship
from .values import one_of, read_truth, read_yuan, several, table, term, whole

__all__ = [
    "AccountUses",
    "BindingRule",
    "Circle",
    "SharingAcross",
    "SharingArea",
    "SharingMembers",
    "SharingReach",
    "WalletLimits",
    "read_account_uses",
    "read_binding_rule",
    "read_circle",
    "read_kinships",
    "read_sharing_across",
    "read_sharing_areas",
    "read_sharing_members",
    "read_sharing_reach",
    "read_stop_months",
    "read_wallet_limits",
]


@attrs.frozen
class Circle:
    """Who may be bound to an account (共济对象).

    Attributes:
        kinships: these always.
        near_relatives: whether the other near relatives of the Civil Code may too: ``yes``, ``no``,
            or ``open`` where places decide.
    """

    kinships: tuple[Kinship, ...]
    near_relatives: str = "no"


@attrs.frozen
class SharingMembers:
    """Who shares with whom (共济人与被共济人).

    Attributes:
        owner: ``employee`` where the owner has to be insured as an employee, or ``any``.
        relative: ``insured`` where the relative has to be insured in basic medical insurance, as an
            employee or as a resident, or ``any``.
    """

    owner: str
    relative: str


@attrs.frozen
class SharingReach:
    """How far sharing reaches inside a province (省内共济): ``yes``, ``no``, or ``open``.

    Attributes:
        same_pooling_area: where owner and relative are insured in one pooling area.
        same_province: where their pooling areas are of one province.
    """

    same_pooling_area: str
    same_province: str


@attrs.frozen
class SharingArea:
    """A pooling area that shares across provinces.

    Attributes:
        code: six digits.
        name: in Chinese.
        system: whose code it is: ``gbt2260``, ``medical`` of the medical-insurance system, or
            ``library`` for one of this library's own.
    """

    code: str
    name: str
    system: str = "gbt2260"


@attrs.frozen
class SharingAcross:
    """Whether areas that are not listed share across provinces (跨省共济).

    Attributes:
        others: ``yes``, ``no``, or ``open`` where it is not known which.
        number: how many areas did, the listed ones among them; None where it is not known.
    """

    others: str
    number: int | None = None


@attrs.frozen
class WalletLimits:
    """Limits on transfers between the wallets of an owner and a relative (医保钱包转账).

    Attributes:
        transfers_a_day: how many a day at most.
        yuan_each: how much each at most.
        closed_from_hour: from this hour of the day on none is made.
        closed_until_hour: until this hour none is made.
        returned_at_hour: at this hour what was not accepted returns to the owner.
    """

    transfers_a_day: int
    yuan_each: Decimal
    closed_from_hour: int
    closed_until_hour: int
    returned_at_hour: int


@attrs.frozen
class AccountUses:
    """What a shared balance pays for.

    Attributes:
        pays: what it may pay.
        open: what it may pay where a place tries it.
        never: what it may not pay.
    """

    pays: tuple[AccountUse, ...]
    open: tuple[AccountUse, ...] = ()
    never: tuple[AccountUse, ...] = ()


@attrs.frozen
class BindingRule:
    """What a binding is (共济关系).

    Attributes:
        needs_both: whether owner and relative both have to want it; None, as of the others, where
            nothing is known.
        is_plural: whether one person may have several.
        ends_with_change: whether it ends by itself when an insurance relation changes.
        returns_unspent: whether what was shared and not spent returns to the owner at its end.
        owner_may_spend: whether the owner may spend what was shared while it lasts.
    """

    needs_both: bool | None = None
    is_plural: bool | None = None
    ends_with_change: bool | None = None
    returns_unspent: bool | None = None
    owner_may_spend: bool | None = None


def _area_code(value: object) -> str:
    for fault in area_faults(value):
        raise ValueError(fault.expected)
    return str(value)


def _name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a name in Chinese")
    return value


_answer: Final = one_of("yes", "no", "open")

#: Kinds of kin, each once.
read_kinships: Final = several(term(Kinship), 1)

read_circle: Final = table(Circle, kinships=read_kinships, near_relatives=_answer)

read_sharing_members: Final = table(
    SharingMembers, owner=one_of("employee", "any"), relative=one_of("insured", "any")
)

read_sharing_reach: Final = table(SharingReach, same_pooling_area=_answer, same_province=_answer)

_read_area: Final = table(
    SharingArea, code=_area_code, name=_name, system=one_of("gbt2260", "medical", "library")
)

_read_areas: Final = several(_read_area, 1)


def read_sharing_areas(value: object) -> tuple[SharingArea, ...]:
    """The areas that are known to share across provinces, each code once."""
    found = _read_areas(value)
    if len({area.code for area in found}) < len(found):
        raise ValueError("a list of areas, each code once")
    return found


read_sharing_across: Final = table(SharingAcross, others=_answer, number=whole("areas"))


def _hour(value: object) -> int:
    if type(value) is not int or not 0 <= value <= 23:
        raise ValueError("an hour of the day, 0 to 23")
    return value


_read_limits: Final = table(
    WalletLimits,
    transfers_a_day=whole("transfers", 1),
    yuan_each=read_yuan,
    closed_from_hour=_hour,
    closed_until_hour=_hour,
    returned_at_hour=_hour,
)


def read_wallet_limits(value: object) -> WalletLimits:
    """Limits whose closed hours run over midnight."""
    found = _read_limits(value)
    if found.closed_until_hour >= found.closed_from_hour:
        raise ValueError("closed hours over midnight: closed_until_hour before closed_from_hour")
    return found


_uses: Final = several(term(AccountUse))

_read_uses: Final = table(AccountUses, pays=_uses, open=_uses, never=_uses)


def read_account_uses(value: object) -> AccountUses:
    """Uses of which each stands in one list only."""
    found = _read_uses(value)
    listed = (*found.pays, *found.open, *found.never)
    if len(set(listed)) < len(listed):
        raise ValueError("each use once, in pays, open or never")
    return found


read_binding_rule: Final = table(
    BindingRule,
    needs_both=read_truth,
    is_plural=read_truth,
    ends_with_change=read_truth,
    returns_unspent=read_truth,
    owner_may_spend=read_truth,
)


def read_stop_months(value: object) -> tuple[int, int]:
    """From how many to how many months direct settlement of a card is stopped."""
    expected = "a pair of months, from and to"
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(expected)
    low, high = (whole("months", 1)(each) for each in value)
    if low > high:
        raise ValueError(expected)
    return low, high
