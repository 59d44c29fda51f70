"""Flexible retirement 弹性退休: the months between which one may choose.

Legal basis:
    人社部发〔2024〕94号 第一、二、四条: at most three years before the statutory age and never below the
    original one, told three months before; at most three years after it, agreed one month before.
    Not for people who had reached the original age by 2024-12-31. 第七条: the minimum contribution
    months are those of the chosen year if early, of the statutory year if late.
"""

from __future__ import annotations

import attrs

from ..errors import Fault, RuleError
from ..law import Dated, Evidence, Law
from ..law.parameters import RETIREMENT_FLEXIBILITY
from ..law.values import Flexibility
from ..months import MonthLike, YearMonth, as_month
from ..terms import RetirementCategory
from .given import known_law
from .minimum_contribution import minimum_contribution
from .statutory import Statutory, statutory

__all__ = ["Flexible", "flexible"]


@attrs.frozen
class Flexible:
    """The months between which one may choose to retire.

    Attributes:
        retirement: the statutory retirement.
        earliest: the earliest month; the statutory one where the measures do not apply.
        latest: the latest month.
        rule: the measures; None for whom they do not apply.
    """

    retirement: Statutory
    earliest: YearMonth
    latest: YearMonth
    rule: Dated[Flexibility] | None

    @property
    def statutory(self) -> YearMonth:
        """The statutory month."""
        return self.retirement.month

    def minimum_contribution(
        self, chosen: MonthLike, *, area: str | None = None, law: Law | None = None
    ) -> Dated[int]:
        """The minimum contribution months for a chosen month.

        They are those of its year if it is early, else those of the statutory year.

        Raises:
            RuleError: if the month cannot be chosen.

        Example:
            >>> man = flexible(YearMonth(1970, 1), RetirementCategory.MALE)
            >>> [man.minimum_contribution(month).value for month in ("2030-01", "2034-05")]
            [186, 192]
        """
        month = as_month(chosen, "chosen")
        if not self.earliest <= month <= self.latest:
            expected = f"{self.earliest} to {self.latest}"
            raise RuleError(Fault("chosen", str(month), "cannot be chosen", expected))
        return minimum_contribution(min(month, self.statutory).year, area=area, law=law)


def flexible(
    birth: MonthLike,
    category: RetirementCategory,
    *,
    on_application: bool = False,
    area: str | None = None,
    law: Law | None = None,
) -> Flexible:
    """The earliest and the latest month of retirement 弹性退休时间.

    Args:
        birth: day or month of birth; only the month matters.
        category: the track.
        on_application: as for ``statutory``.
        area: the place.
        law: None is the shipped law.

    Raises:
        UnknownLawError: for people who retired before the earliest law that is known.
        RuleError: if the category is none, or has nothing to apply for.

    Example:
        >>> man = flexible(YearMonth(1970, 1), RetirementCategory.MALE)
        >>> str(man.earliest), str(man.statutory), str(man.latest)
        ('2030-01', '2031-05', '2034-05')
        >>> flexible(YearMonth(1964, 12), RetirementCategory.MALE).rule is None
        True
    """
    known = known_law(law)
    reached = statutory(birth, category, on_application=on_application, area=area, law=known)
    original = reached.month - reached.delay_months
    rule = known.find(RETIREMENT_FLEXIBILITY, on=original.first_day, area=area)
    if rule is None:
        return Flexible(reached, reached.month, reached.month, None)
    if category.is_exceptional:
        # The floors of the measures are 50 and 55 for women: that hers is the age of her track is
        # no more than a reading.
        rule = attrs.evolve(rule, evidence=Evidence.UNVERIFIED)
    earliest = max(original, reached.month - rule.value.early_months)
    return Flexible(reached, earliest, reached.month + rule.value.late_months, rule)
