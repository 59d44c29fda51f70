"""The forms that values of unemployment law take."""

from __future__ import annotations

from typing import Final

import attrs

from ..terms import BenefitStop, Payer
from .values import one_of, several, table, term, whole

__all__ = [
    "ClaimTime",
    "ExtensionRule",
    "Grading",
    "PensionWhileDrawing",
    "Stopping",
    "read_claim_time",
    "read_extension",
    "read_grading",
    "read_pension_while_drawing",
    "read_remainder",
    "read_stopping",
    "read_surplus",
]

#: From how many paid months how many months are granted: a number, or the fewest and the most where
#: the text of the place leaves it open.
Grading = tuple[tuple[int, int | tuple[int, int]], ...]


@attrs.frozen
class ClaimTime:
    """The time in which benefit should be claimed (申领期限).

    Attributes:
        days: days from the end of employment.
        late: what becomes of a later claim: ``accepted`` or ``refused``.
    """

    days: int
    late: str


@attrs.frozen
class ExtensionRule:
    """When benefit that has run out goes on to the statutory age (续发、延长领取失业保险金).

    Attributes:
        within_months: that age has to be less than so many months away.
        begins: ``by_itself`` or ``on_application``.
        times: how often at most; None where nothing is said.
    """

    within_months: int
    begins: str = "by_itself"
    times: int | None = None


@attrs.frozen
class PensionWhileDrawing:
    """Who pays pension contributions of who draws benefit close to the statutory age (大龄领金人员).

    Attributes:
        payer: who bears them.
        within_months: that age has to be less than so many months away.
        up_to: how much of them: ``flexible_minimum``, the least that a flexible worker 灵活就业人员 of
            the place may pay.
        order: ``reimbursed``, paid first and refunded then 先缴后补.
    """

    payer: Payer
    within_months: int
    up_to: str
    order: str


@attrs.frozen
class Stopping:
    """What ends benefit (停止、中断领取失业保险金).

    Attributes:
        stops: what stops it.
        interrupts: what interrupts it: it goes on once the cause has gone.
        refusals: at which refusal of fitting work or training it stops.
    """

    stops: tuple[BenefitStop, ...]
    interrupts: tuple[BenefitStop, ...] = ()
    refusals: int = 1


def read_grading(value: object) -> Grading:
    """Pairs of paid months and of months granted from them, or of the fewest and the most."""
    expected = (
        "rising pairs, [paid months from, months] or [paid months from, [fewest, most]], such as"
        " [[12, 3], [24, 6], [36, [7, 9]]]"
    )
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(expected)
    bands: list[tuple[int, int | tuple[int, int]]] = []
    start, low, high = 0, 0, 0
    for pair in value:
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            raise ValueError(expected)
        bounds = _bounds(pair[1])
        if type(pair[0]) is not int or pair[0] <= start or bounds is None:
            raise ValueError(expected)
        if bounds[0] < low or bounds[1] < high or bounds == (low, high):
            raise ValueError(expected)
        start, (low, high) = pair[0], bounds
        bands.append((start, low if low == high else bounds))
    return tuple(bands)


def _bounds(value: object) -> tuple[int, int] | None:
    """The fewest and the most months of a band; None if it says neither."""
    low, high = value if isinstance(value, list | tuple) and len(value) == 2 else (value, value)
    if type(low) is not int or type(high) is not int or low > high:
        return None
    return low, high


_read_stops: Final = several(term(BenefitStop))

#: What becomes of contribution months beyond those for which months were granted.
read_surplus: Final = one_of("lapses", "kept")

#: Whether months left from an earlier spell may be drawn before another year is paid.
read_remainder: Final = one_of("drawable", "needs_a_year")

read_claim_time: Final = table(ClaimTime, days=whole("days", 1), late=one_of("accepted", "refused"))

read_extension: Final = table(
    ExtensionRule,
    within_months=whole("months", 1),
    begins=one_of("by_itself", "on_application"),
    times=whole("times", 1),
)

read_pension_while_drawing: Final = table(
    PensionWhileDrawing,
    payer=term(Payer),
    within_months=whole("months", 1),
    up_to=one_of("flexible_minimum"),
    order=one_of("reimbursed"),
)

read_stopping: Final = table(
    Stopping,
    stops=_read_stops,
    interrupts=_read_stops,
    refusals=whole("refusals", 1),
)
