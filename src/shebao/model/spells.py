"""Spells of unemployment benefit that lie behind a person (领取失业保险金的经历)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..errors import Fault, PeriodError
from ..months import MonthLike, YearMonth, as_month

__all__ = ["BenefitSpell"]


def _as_last_month(value: MonthLike) -> YearMonth:
    return as_month(value, "last_month")


@attrs.frozen
class BenefitSpell:
    """One spell of unemployment benefit, as it ended (一次领取失业保险金的经历).

    Months that went on to the statutory age 续发 are no part of it.

    Args:
        last_month: the last month for which benefit was drawn; if none was, the month of the grant.
        granted_months: the months that could be drawn 核定的领取期限, those carried over from an
            earlier spell among them.
        drawn_months: how many of them were drawn.
        assessed_months: the contribution months for which the grant was made 已核定的缴费月数; None is
            not known. It matters where a place keeps what is beyond them.

    Raises:
        PeriodError: if a number is none, or more was drawn than granted; all faults are listed.
        MonthError: if the month cannot be read.

    Example:
        >>> BenefitSpell("2024-06", granted_months=12, drawn_months=5).left_months
        7
    """

    last_month: YearMonth = attrs.field(converter=_as_last_month)
    granted_months: int
    drawn_months: int
    assessed_months: int | None = None

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise PeriodError(*faults)

    def _faults(self) -> Iterator[Fault]:
        granted, drawn, assessed = self.granted_months, self.drawn_months, self.assessed_months
        if type(granted) is not int or granted < 1:
            yield Fault("granted_months", granted, "is no number of months", "an int from 1")
        elif type(drawn) is not int or not 0 <= drawn <= granted:
            expected = f"an int from 0 to {granted}, the months granted"
            yield Fault("drawn_months", drawn, "is no number of months drawn", expected)
        if assessed is not None and (type(assessed) is not int or assessed < 0):
            expected = "an int from 0, or None"
            yield Fault("assessed_months", assessed, "is no number of months", expected)

    @property
    def left_months(self) -> int:
        """The months that were granted and not drawn 应领取而尚未领取的期限."""
        return self.granted_months - self.drawn_months
