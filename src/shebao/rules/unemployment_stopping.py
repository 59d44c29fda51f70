"""What ends unemployment benefit, or holds it up 停止、中断领取失业保险金.

Legal basis:
    社会保险法 第五十一条: a new job, military service, moving abroad, a basic pension, refusing fitting
    work or training without good reason. 失业保险条例 第十五条, which stands beside it: imprisonment too.
    Places say otherwise: 广东省失业保险条例 第二十四条 and 河南省失业保险条例 第二十七条 let imprisonment interrupt
    benefit only, and in several places it takes more than one refusal.

Limits:
    Both laws add 法律、行政法规规定的其他情形, other cases of other laws: an event that is not named is not
    known to leave benefit alone. What is left when a new job stops benefit may be drawn later, see
    ``unemployment.months``.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..errors import Fault, RuleError, UnknownLawError
from ..law import Citation, Evidence, Law
from ..law.parameters import UNEMPLOYMENT_STOPPING
from ..law.unemployment_values import Stopping
from ..model.areas import NATION
from ..terms import BenefitStop, StopEffect, check_term
from .given import known_law

__all__ = ["Stopped", "stopping"]


@attrs.frozen
class Stopped:
    """What an event does to benefit.

    Attributes:
        event: the event.
        effect: what it does.
        citation: the law.
        evidence: how well it is attested.
    """

    event: BenefitStop
    effect: StopEffect
    citation: Citation
    evidence: Evidence


def stopping(
    event: BenefitStop,
    *,
    on: date,
    refusals: int = 1,
    area: str | None = None,
    law: Law | None = None,
) -> Stopped:
    """What an event does to benefit that is being drawn 停止或者中断领取失业保险金.

    Args:
        event: the event.
        on: its day.
        refusals: how many refusals there were with this one, where it is a refusal.
        area: the place that pays.
        law: None is the shipped law.

    Raises:
        RuleError: if the event is none, or the refusals are no number from 1.
        UnknownLawError: if neither the place nor the nation says what the event does.

    Example:
        >>> on = date(2026, 1, 29)
        >>> [stopping(BenefitStop.IMPRISONED, on=on, area=area).effect for area in (None, "440000")]
        [StopEffect.STOPS, StopEffect.INTERRUPTS]
        >>> [stopping(BenefitStop.REFUSAL, on=on, refusals=times, area="440000").effect
        ...  for times in (2, 3)]
        [StopEffect.GOES_ON, StopEffect.STOPS]
    """
    check_term(event, BenefitStop, "event", RuleError)
    if type(refusals) is not int or refusals < 1:
        raise RuleError(Fault("refusals", refusals, "is no number of refusals", "an int from 1"))
    known = known_law(law)
    for place in dict.fromkeys((area, None)):
        rule = known.find(UNEMPLOYMENT_STOPPING, on=on, area=place)
        effect = None if rule is None else _effect(event, refusals, rule.value)
        if rule is not None and effect is not None:
            return Stopped(event, effect, rule.citation, rule.evidence)
    name, reason = UNEMPLOYMENT_STOPPING.name, f"no rule that is known names {event}"
    raise UnknownLawError(name, area or NATION, on.isoformat(), reason)


def _effect(event: BenefitStop, refusals: int, rule: Stopping) -> StopEffect | None:
    """What a rule makes of an event; None if it does not name it."""
    if event in rule.interrupts:
        return StopEffect.INTERRUPTS
    if event not in rule.stops:
        return None
    if event is BenefitStop.REFUSAL and refusals < rule.refusals:
        return StopEffect.GOES_ON
    return StopEffect.STOPS
