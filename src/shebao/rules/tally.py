"""Which months a counting rule sees on a day, sorted by what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from .. import intervals
from ..errors import Fault, RuleError
from ..intervals import Pairs
from ..law import Law
from ..model.contributions import ContributionPeriod
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..months import ordinal_of
from ..terms import InsuranceKind, PaymentStatus, Role, Scheme, check_term
from .given import check_history, known_law

__all__ = ["InArea", "Tally", "chosen_rule", "in_area", "seen_periods", "tally"]

InArea = Callable[[ContributionPeriod], bool]


@attrs.frozen
class Tally:
    """Months by what they do under a rule, as sets of ordinals.

    Paid, deemed, settled and held months are disjoint. A month may be bought in one key and of
    unknown declaration in another.

    Attributes:
        month: the month of ``on``, never uncovered.
        paid: count as paid.
        deemed: count as deemed.
        settled: back-paid, declared in time or of no matter when.
        bought: back-paid, declared late: bought in a gap.
        unknown: back-paid, and nobody says when they were declared.
        held: neither count nor break.
        periods: all periods in sight, also those that break.
        loose: those known only by their number.
    """

    month: int
    paid: Pairs
    deemed: Pairs = ()
    settled: Pairs = ()
    bought: Pairs = ()
    unknown: Pairs = ()
    held: Pairs = ()
    periods: Sequence[ContributionPeriod] = ()
    loose: Sequence[ContributionPeriod] = ()
    is_merged: bool = False

    @property
    def is_simple(self) -> bool:
        """Whether it holds paid months and nothing else."""
        return not (
            self.deemed or self.settled or self.bought or self.unknown or self.held or self.loose
        )

    @property
    def back_paid(self) -> Pairs:
        """All months that count as back-paid only."""
        return intervals.union(self.settled + self.bought + self.unknown)


def seen_periods(
    record: ContributionHistory, kind: InsuranceKind, rule: CountingRule, is_inside: InArea | None
) -> list[ContributionPeriod]:
    """The periods of a record that a rule sees: its schemes, its area, its maternity months."""
    seen = [period for period in record.of(kind) if period.scheme in rule.schemes]
    if (
        rule.merged_from is not None
        and kind is InsuranceKind.MATERNITY
        and Scheme.EMPLOYEE in rule.schemes
    ):
        start = rule.merged_from.ordinal
        medical = [
            part
            for period in record.of(InsuranceKind.MEDICAL)
            if period.scheme is Scheme.EMPLOYEE
            and (part := period.between(start, intervals.FOREVER))
        ]
        seen += medical
    if is_inside is not None:
        seen = [period for period in seen if is_inside(period)]
    return seen


def chosen_rule(rule: CountingRule | None, kind: InsuranceKind) -> CountingRule:
    """The rule that was given, or the default rule of the kind.

    Raises:
        RuleError: if it is no rule.
    """
    if rule is None:
        return CountingRule.default(kind)
    if type(rule) is not CountingRule:
        raise RuleError(Fault("rule", rule, "is no rule", "a CountingRule or None"))
    return rule


def in_area(rule: CountingRule, kind: InsuranceKind, on: date, law: Law | None) -> InArea | None:
    """Whether a period lies in the pooling area of a rule; None where the rule asks for none."""
    if rule.area is None:
        return None
    known = known_law(law)
    wanted = known.pooling_area(rule.area, kind, on)
    return lambda p: p.area is not None and known.pooling_area(p.area, p.kind, on) == wanted


def tally(
    history: ContributionHistory,
    kind: InsuranceKind,
    on: date,
    rule: CountingRule,
    is_inside: InArea | None = None,
) -> Tally:
    """Sort the months of a record, as it stood on a day, by what they do under a rule.

    Raises:
        RuleError: if the rule is not for this kind.
    """
    check_history(history)
    if kind not in rule.kinds:
        check_term(kind, InsuranceKind, "kind", RuleError)
        expected = ", ".join(sorted(map(str, rule.kinds)))
        raise RuleError(Fault("kind", str(kind), f"is not counted by {rule.name!r}", expected))
    month = ordinal_of(on)
    start = 0 if rule.window is None else month - rule.window + 1
    simple = history.simply_paid(kind)
    if simple and is_inside is None and rule.merged_from is None and rule.counts_all_employment:
        if start > simple[0][0] or month < simple[-1][1]:
            simple = intervals.clip(simple, start, month)
        return Tally(month, simple)
    seen = seen_periods(history.as_of(on), kind, rule, is_inside)
    if start:
        seen = [part for period in seen if (part := period.between(start, intervals.FOREVER))]
    by_role: dict[str, list[tuple[int, int]]] = {}
    loose: list[ContributionPeriod] = []
    for period in seen:
        if period.count is not None:
            loose.append(period)
            continue
        for name, pair in _parts(period, rule, month):
            by_role.setdefault(name, []).append(pair)
    paid = intervals.union(by_role.get("paid", ()))
    is_merged = any(period.kind is not kind for period in seen)
    if not loose and not by_role.keys() - {"paid"}:
        return Tally(month, paid, periods=seen, is_merged=is_merged)
    deemed = intervals.subtract(intervals.union(by_role.get("deemed", ())), paid)
    solid = intervals.union(paid + deemed)
    settled = intervals.subtract(intervals.union(by_role.get("settled", ())), solid)
    solid = intervals.union(solid + settled)
    bought = intervals.subtract(intervals.union(by_role.get("bought", ())), solid)
    unknown = intervals.subtract(intervals.union(by_role.get("unknown", ())), solid)
    return Tally(
        month=month,
        paid=paid,
        deemed=deemed,
        settled=settled,
        bought=bought,
        unknown=unknown,
        held=intervals.subtract(intervals.union(by_role.get("held", ())), solid),
        periods=seen,
        loose=loose,
        is_merged=is_merged,
    )


def _parts(
    period: ContributionPeriod, rule: CountingRule, month: int
) -> list[tuple[str, tuple[int, int]]]:
    """What the months of one period do; of a back-paid one, split by when they were declared."""
    status = period.status
    if status in rule.counts:
        if status is PaymentStatus.BACK_PAID:
            return _back_paid_parts(period, rule, month)
        return [("deemed" if status is PaymentStatus.DEEMED else "paid", period.months.pair)]
    return [("held", period.months.pair)] if rule.role(status) is Role.HOLDS else []


def _back_paid_parts(
    period: ContributionPeriod, rule: CountingRule, month: int
) -> list[tuple[str, tuple[int, int]]]:
    first, last = period.months.pair
    if rule.repair is None:
        return [("settled", (first, last))]
    if period.declared_on is None:
        late, in_time = "unknown", month
    else:
        # Declared in time: not after the end of the following month.
        late, in_time = "bought", period.declared_on.year * 12 + period.declared_on.month - 2
    parts = [(late, (first, min(last, in_time - 1))), ("settled", (max(first, in_time), last))]
    return [(name, pair) for name, pair in parts if pair[0] <= pair[1]]
