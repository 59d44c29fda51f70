"""Sharing a medical account with the family 个人账户家庭共济: who, how far, what for, and how it is done.

Each story has its module: ``sharing_eligibility`` who may share with whom, ``sharing_scope`` how far,
``account_uses`` what it pays for and whose card is used, ``sharing_bindings`` how a binding is made
and ends, ``wallet`` transfers between wallets.
"""

from __future__ import annotations

from ..model.bindings import active
from .account_uses import CardUse, card_use, may_pay
from .kin import near_relative
from .sharing_bindings import Ending, bind, channels, end
from .sharing_eligibility import Sharing, eligibility
from .sharing_family import as_member, with_family
from .wallet import WalletTransfer, transfer

__all__ = [
    "CardUse",
    "Ending",
    "Sharing",
    "WalletTransfer",
    "active",
    "as_member",
    "bind",
    "card_use",
    "channels",
    "eligibility",
    "end",
    "may_pay",
    "near_relative",
    "transfer",
    "with_family",
]
