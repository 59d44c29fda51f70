"""Parameters of kin and of the sharing of medical accounts."""

from __future__ import annotations

from typing import Final

from ..parameter import Parameter
from ..sharing_values import (
    read_account_uses,
    read_binding_rule,
    read_circle,
    read_kinships,
    read_sharing_across,
    read_sharing_areas,
    read_sharing_members,
    read_sharing_reach,
    read_stop_months,
    read_wallet_limits,
)
from ..values import one_of

__all__ = [
    "CARD_MISUSE_STOP_MONTHS",
    "NEAR_RELATIVES",
    "SHARING_ACROSS",
    "SHARING_AREAS",
    "SHARING_BINDING",
    "SHARING_BINDING_ACROSS",
    "SHARING_CIRCLE",
    "SHARING_MEMBERS",
    "SHARING_REACH",
    "SHARING_USES",
    "SHARING_USES_ACROSS",
    "STEP_CHILDREN",
    "WALLET_LIMITS",
]

#: Who is a near relative by the Civil Code.
NEAR_RELATIVES: Final = Parameter(
    "family.near_relatives",
    "kinships",
    "近亲属的范围",
    "who is a near relative",
    read_kinships,
)

#: Whether step-children whom a step-parent brought up are as children.
STEP_CHILDREN: Final = Parameter(
    "family.step_children",
    "word",
    "有抚养教育关系的继父母子女的权利义务",
    "how step-children stand whom a step-parent brought up",
    one_of("as_children"),
)

#: Who may be bound to an account.
SHARING_CIRCLE: Final = Parameter(
    "sharing.circle",
    "kinships",
    "个人账户家庭共济的对象范围",
    "whom an account may be shared with",
    read_circle,
)

#: Who shares with whom.
SHARING_MEMBERS: Final = Parameter(
    "sharing.members",
    "a table",
    "共济人与被共济人的参保条件",
    "how owner and relative have to be insured",
    read_sharing_members,
)

#: How far sharing reaches inside a province.
SHARING_REACH: Final = Parameter(
    "sharing.reach",
    "yes, no or open",
    "个人账户省内共济的范围",
    "how far sharing reaches inside a province",
    read_sharing_reach,
)

#: Whether areas that are not listed share across provinces.
SHARING_ACROSS: Final = Parameter(
    "sharing.across",
    "a table",
    "名单以外的统筹地区是否跨省共济",
    "whether areas that are not listed share across provinces",
    read_sharing_across,
)

#: The areas that are known to share across provinces.
SHARING_AREAS: Final = Parameter(
    "sharing.areas",
    "areas",
    "个人账户跨省共济的统筹地区",
    "areas that share accounts across provinces",
    read_sharing_areas,
)

#: Limits on transfers between wallets.
WALLET_LIMITS: Final = Parameter(
    "sharing.wallet_limits",
    "limits",
    "医保钱包转账限制",
    "limits on transfers between medical-insurance wallets",
    read_wallet_limits,
)

#: What a balance shared inside a province pays for.
SHARING_USES: Final = Parameter(
    "sharing.uses",
    "uses",
    "共济账户的支付范围",
    "what a shared balance pays for",
    read_account_uses,
)

#: What a balance shared across provinces pays for.
SHARING_USES_ACROSS: Final = Parameter(
    "sharing.uses_across",
    "uses",
    "跨省共济账户的支付范围",
    "what a balance shared across provinces pays for",
    read_account_uses,
)

#: How a binding inside a province begins and ends, and whose the money is.
SHARING_BINDING: Final = Parameter(
    "sharing.binding",
    "a table",
    "省内共济关系的建立与解除",
    "how a binding inside a province begins and ends",
    read_binding_rule,
)

#: How a binding across provinces begins and ends, and whose the money is.
SHARING_BINDING_ACROSS: Final = Parameter(
    "sharing.binding_across",
    "a table",
    "跨省共济关系的建立与解除",
    "how a binding across provinces begins and ends",
    read_binding_rule,
)

#: For how many months the card of who lends it is stopped.
CARD_MISUSE_STOP_MONTHS: Final = Parameter(
    "card.misuse_stop_months",
    "months",
    "将医疗保障凭证交由他人冒名使用的，暂停联网结算的月数",
    "months without direct settlement for who lends a card",
    read_stop_months,
)
