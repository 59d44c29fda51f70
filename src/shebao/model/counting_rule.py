"""Counting is a rule with a name: what "continuous" means depends on who asks."""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs

from ..errors import Fault, RuleError
from ..months import MonthLike, YearMonth, as_month
from ..terms import InsuranceKind, PaymentStatus, Role, Scheme, check_term
from .areas import check_area

__all__ = ["MATERNITY_MERGED_FROM", "CountingRule"]

#: Maternity insurance was merged with employee medical insurance (国办发〔2019〕10号《关于全面推进生育
#: 保险和职工基本医疗保险合并实施的意见》), by the end of 2019 as places restate it: one premium and one
#: record since, in a place that names no month of its own.
MATERNITY_MERGED_FROM: Final = YearMonth(2020, 1)

_BY_EMPLOYMENT: Final = frozenset({Scheme.EMPLOYEE, Scheme.FLEXIBLE, Scheme.PUBLIC_SECTOR})


def _as_merged_from(value: MonthLike | None) -> YearMonth | None:
    return None if value is None else as_month(value, "merged_from")


@attrs.frozen(kw_only=True)
class CountingRule:
    """Which months add to a count, which hold it, and which break it (缴费年限计算口径).

    A status in neither ``counts`` nor ``holds`` breaks: its month is *uncovered*, as an absent one
    is. Of several periods in one month the best role holds: counts before holds before breaks.

    Args:
        name: what the rule is called; every result names it.
        kinds: the kinds it may be asked for.
        schemes: the schemes whose months it sees.
        counts: statuses that add a month.
        holds: statuses that add nothing and break nothing.
        bridging: uncovered months that may lie unpaid between two runs, or after the last one.
        repair: the longest gap whose bought months (back-paid, declared late) count for
            continuity; None is without limit. A gap is the stretch of uncovered and bought months
            between two months that count otherwise; held months do not lengthen it. In a longer
            gap bought months count in the total only.
        back_paid_limit: how many back-paid months count; walking back from the end of a run, the
            next one breaks it. None is without limit.
        area: the one pooling area 统筹地区 whose months it sees; None is any.
        window: how many months back it looks, the month of ``on`` included; the record is cut to
            it first, gaps too. None is all.
        merged_from: for maternity: the month from which an ``EMPLOYEE`` medical month is a
            maternity month; None is never.

    Raises:
        RuleError: if a part makes no sense.

    Example:
        >>> CountingRule.default(InsuranceKind.MEDICAL).role(PaymentStatus.DEFERRED)
        Role.HOLDS
    """

    name: str
    kinds: frozenset[InsuranceKind] = frozenset(InsuranceKind)
    schemes: frozenset[Scheme] = _BY_EMPLOYMENT
    counts: frozenset[PaymentStatus] = frozenset({PaymentStatus.PAID, PaymentStatus.BACK_PAID})
    holds: frozenset[PaymentStatus] = frozenset({PaymentStatus.DEFERRED, PaymentStatus.PENDING})
    bridging: int = 0
    repair: int | None = None
    back_paid_limit: int | None = None
    area: str | None = None
    window: int | None = None
    merged_from: YearMonth | None = attrs.field(default=None, converter=_as_merged_from)

    def __attrs_post_init__(self) -> None:
        if type(self.name) is not str or not self.name:
            raise RuleError(Fault("name", self.name, "is no name", "text"))
        for field, values, terms in (
            ("kinds", self.kinds, InsuranceKind),
            ("schemes", self.schemes, Scheme),
            ("counts", self.counts, PaymentStatus),
            ("holds", self.holds, PaymentStatus),
        ):
            if not isinstance(values, frozenset | set | tuple | list):
                expected = f"a set of {terms.__name__}"
                raise RuleError(Fault(field, values, "is no set", expected))
            for value in values:
                check_term(value, terms, field, RuleError)
            object.__setattr__(self, field, frozenset(values))
        both = self.counts & self.holds
        if both:
            named = ", ".join(sorted(map(str, both)))
            raise RuleError(Fault("holds", named, "both counts and holds", "one role a status"))
        for field, number, low in (
            ("bridging", self.bridging, 0),
            ("repair", self.repair, 0),
            ("back_paid_limit", self.back_paid_limit, 0),
            ("window", self.window, 1),
        ):
            if number is None and field != "bridging":
                continue
            if type(number) is not int or number < low:
                raise RuleError(Fault(field, number, "is no such number", f"an int from {low}"))
        check_area(self.area, "area", RuleError)

    @property
    def counts_all_employment(self) -> bool:
        """Whether paid months count in every scheme but that of residents."""
        return PaymentStatus.PAID in self.counts and self.schemes >= _BY_EMPLOYMENT

    @staticmethod
    def default(kind: InsuranceKind) -> CountingRule:
        """The default rule of a kind, the same for every purpose.

        Employee, flexible and public-sector months together; paid and back-paid months count,
        deemed ones for pension and medical insurance only; deferred and pending ones hold;
        arrears and absence break; nothing is bridged, repair has no limit, any area. For maternity
        insurance, employee medical months count from ``MATERNITY_MERGED_FROM``.

        Raises:
            RuleError: if the kind is none.

        Example:
            >>> CountingRule.default(InsuranceKind.PENSION).name
            'default pension'
        """
        check_term(kind, InsuranceKind, "kind", RuleError)
        return _default(kind)

    def role(self, status: PaymentStatus) -> Role:
        """What a month of a status does in this count."""
        if status in self.counts:
            return Role.COUNTS
        return Role.HOLDS if status in self.holds else Role.BREAKS


@cache
def _default(kind: InsuranceKind) -> CountingRule:
    counts = [PaymentStatus.PAID, PaymentStatus.BACK_PAID]
    if kind in (InsuranceKind.PENSION, InsuranceKind.MEDICAL):
        counts.append(PaymentStatus.DEEMED)
    return CountingRule(
        name=f"default {kind.en}",
        kinds=frozenset({kind}),
        counts=frozenset(counts),
        merged_from=MATERNITY_MERGED_FROM if kind is InsuranceKind.MATERNITY else None,
    )
