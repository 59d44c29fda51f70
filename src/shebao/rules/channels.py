"""Where a service is had: the channels that are open to a person, the least trouble first 办理渠道.

Which channels there are and what each asks for is law data; who a channel is closed to stands there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Generic, TypeVar

import attrs

from ..errors import Fault, RuleError, UnknownLawError
from ..law import Dated, Law
from ..law.parameter import Parameter
from ..law.service_values import ChannelRule
from ..model.areas import NATION
from ..months import as_day
from ..terms import Circumstance, Need, Term, Tier

__all__ = ["OpenChannel", "is_open_to", "open_channels", "terms_of"]

C = TypeVar("C", bound=Term)


@attrs.frozen
class OpenChannel(Generic[C]):
    """A channel that is open to a person.

    Attributes:
        channel: the channel.
        law: its rule, with the place it stands in.
    """

    channel: C
    law: Dated[ChannelRule]

    @property
    def tier(self) -> Tier:
        """Self-service, counter or visit."""
        return self.law.value.tier

    @property
    def needs(self) -> tuple[Need, ...] | None:
        """What it asks for; None where that is the place's own and is not known."""
        return self.law.value.needs


def open_channels(
    channels: Mapping[C, Parameter[ChannelRule]],
    circumstances: Collection[Circumstance],
    *,
    on: date,
    area: str | None,
    law: Law,
) -> tuple[OpenChannel[C], ...]:
    """The channels that a place has and that circumstances leave open, by the trouble they are.

    Raises:
        RuleError: if the circumstances are none.
        UnknownLawError: for days of which no channel is known.
    """
    as_day(on, "on")
    given = terms_of(circumstances, Circumstance, "circumstances")
    known = [
        OpenChannel(channel, rule)
        for channel, parameter in channels.items()
        if (rule := law.find(parameter, on=on, area=area)) is not None
    ]
    if not known:
        name = next(iter(channels.values())).name
        raise UnknownLawError(
            name, area or NATION, on.isoformat(), "no channel is known for that day"
        )
    found = (each for each in known if is_open_to(each.law.value, given))
    return tuple(sorted(found, key=lambda each: (each.tier.rank, each.channel.rank)))


def is_open_to(rule: ChannelRule, circumstances: Collection[Circumstance]) -> bool:
    """Whether a channel is open to somebody in some circumstances."""
    is_for_them = not rule.only_for or any(each in circumstances for each in rule.only_for)
    return is_for_them and not any(each in circumstances for each in rule.closed_to)


def terms_of(values: object, terms: type[C], field: str) -> frozenset[C]:
    """The same terms, if all of them are.

    Raises:
        RuleError: if one is not, or it is a single one.
    """
    expected = f"a set of {terms.__name__}"
    if isinstance(values, str) or not isinstance(values, Collection):
        raise RuleError(Fault(field, values, "is a single value", expected))
    found: tuple[object, ...] = tuple(values)
    faults = [
        Fault(field, each, f"is no {terms.__name__}", expected)
        for each in found
        if type(each) is not terms
    ]
    if faults:
        raise RuleError(*faults)
    return frozenset(each for each in found if isinstance(each, terms))
