"""Parameters of certification and of the services around the card."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ...terms import BindingChannel, CertificationChannel, Scheme
from ..parameter import Parameter
from ..service_values import (
    CertificationCycle,
    ChannelRule,
    read_card_services,
    read_channel,
    read_cycle,
    read_suspension,
)
from ..values import whole

__all__ = [
    "BINDING_CHANNEL",
    "CERTIFICATION_CHANNEL",
    "CERTIFICATION_CYCLE",
    "CERTIFICATION_SUSPENSION",
    "FAMILY_SERVICES",
    "FAMILY_SERVICE_LIMIT",
    "FAMILY_SERVICE_PHOTO_AGE",
]


def _cycle(group: str, zh: str, en: str) -> Parameter[CertificationCycle]:
    return Parameter(
        f"certification.cycle.{group}",
        "a table",
        f"{zh}领取待遇资格认证的周期",
        f"how long a certification of {en} lasts",
        read_cycle,
    )


_EMPLOYEES: Final = _cycle("employee", "职工", "employees")

#: How long a certification lasts, by the scheme that pays the benefit.
CERTIFICATION_CYCLE: Final[Mapping[Scheme, Parameter[CertificationCycle]]] = MappingProxyType(
    {
        Scheme.EMPLOYEE: _EMPLOYEES,
        Scheme.FLEXIBLE: _EMPLOYEES,
        Scheme.RESIDENT: _cycle("resident", "城乡居民", "residents"),
        Scheme.PUBLIC_SECTOR: _cycle("public_sector", "机关事业单位", "the public sector"),
    }
)

#: What becomes of payments when a certification is overdue.
CERTIFICATION_SUSPENSION: Final = Parameter(
    "certification.suspension",
    "a table",
    "逾期未认证的暂停、恢复与补发",
    "how payments stop and go on where a certification is overdue",
    read_suspension,
)

#: The channels of certification.
CERTIFICATION_CHANNEL: Final[Mapping[CertificationChannel, Parameter[ChannelRule]]] = (
    MappingProxyType(
        {
            channel: Parameter(
                f"certification.channel.{channel.value}",
                "a table",
                f"资格认证渠道：{channel.zh}",
                f"certification by {channel.en}",
                read_channel,
            )
            for channel in CertificationChannel
        }
    )
)

#: The channels by which an account is bound to a relative.
BINDING_CHANNEL: Final[Mapping[BindingChannel, Parameter[ChannelRule]]] = MappingProxyType(
    {
        channel: Parameter(
            f"sharing.channel.{channel.value}",
            "a table",
            f"家庭共济绑定渠道：{channel.zh}",
            f"binding a relative by {channel.en}",
            read_channel,
        )
        for channel in BindingChannel
    }
)

#: How many relatives one may add to the family service of the electronic card.
FAMILY_SERVICE_LIMIT: Final = Parameter(
    "family_service.limit",
    "people",
    "电子社保卡亲情服务可以添加的家属人数",
    "relatives in the family service of the electronic card",
    whole("people", 1),
)

#: Below this age a photo takes the place of face recognition.
FAMILY_SERVICE_PHOTO_AGE: Final = Parameter(
    "family_service.photo_age",
    "years",
    "亲情服务以人脸正面照代替人脸识别的年龄上限(不含)",
    "the age from which the family service asks for face recognition",
    whole("years", 1),
)

#: What one may do there for a relative.
FAMILY_SERVICES: Final = Parameter(
    "family_service.services",
    "services",
    "亲情服务可以代办的事项",
    "what the family service does for a relative",
    read_card_services,
)
