"""Where one can be certified to draw a benefit, by what one can and cannot do 资格认证渠道.

Legal basis:
    社会保险经办条例 第二十六条 (data and self-service first), 第二十九条 (online, by machine, at a counter), 第三十条
    (somebody else may do it, and the agency comes to those who cannot); consulates for those abroad.

When a certification fails, for want of a face that is recognised, ask again with ``FACE_FAILED``: what
is left are matched data, the hotline 12333, counters and visits; the agency puts data right that
differ from the document.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ..errors import RuleError
from ..law import Law
from ..law.parameters import CERTIFICATION_CHANNEL
from ..model.areas import check_area
from ..terms import CertificationChannel, Circumstance
from .channels import OpenChannel, open_channels
from .given import known_law

__all__ = ["channels"]


def channels(
    *,
    on: date,
    circumstances: Collection[Circumstance] = (),
    area: str | None = None,
    law: Law | None = None,
) -> tuple[OpenChannel[CertificationChannel], ...]:
    """The channels that are open to somebody: nothing to do, self-service, counter, visit.

    Args:
        on: the day.
        circumstances: abroad, elsewhere, immobile, in hospital, without a smartphone, not recognised.
        area: the place that pays; None is national law alone.
        law: None is the shipped law.

    Raises:
        RuleError: if a circumstance is none.
        UnknownLawError: if nothing is known of the channels of the day.

    Example:
        >>> bedridden = {Circumstance.IMMOBILE, Circumstance.NO_SMARTPHONE, Circumstance.FACE_FAILED}
        >>> [(found.channel.en, found.tier.en)
        ...  for found in channels(on=date(2026, 1, 29), circumstances=bedridden)]
        [('data match', 'automatic'), ('hotline', 'counter'), ('home visit', 'visit')]
    """
    check_area(area, "area", RuleError)
    return open_channels(CERTIFICATION_CHANNEL, circumstances, on=on, area=area, law=known_law(law))
