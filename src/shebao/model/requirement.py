"""What a city asks for before it grants something (资格要求): months of social insurance, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ..errors import Fault, RuleError
from ..months import YearMonth
from ..terms import EndMonth, InsuranceKind, PaymentStatus, Scheme, term_faults
from .areas import area_faults
from .counting_rule import CountingRule

__all__ = ["RequiredMonths", "Requirement", "paying_scheme"]


#: Nobody pays for a hundred years; beyond them an answer would leave the calendar.
_MOST: Final = 1200
_TRUTHS = ("excusable", "needs_current", "formed_by_end", "kinds_open", "gaps_open")


@attrs.frozen
class RequiredMonths:
    """One way to have enough months.

    Args:
        months: how many, a hundred years at most.
        continuous: whether in a row up to the end month 连续, or in total 累计.
        window: how many months back from the end month are looked at, that month included; None is
            all.

    Raises:
        RuleError: if a number is none, or the window is shorter than the months.
    """

    months: int
    continuous: bool
    window: int | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if type(self.months) is not int or not 1 <= self.months <= _MOST:
            expected = f"an int from 1 to {_MOST}"
            faults.append(Fault("months", self.months, "is no number of months", expected))
        if type(self.continuous) is not bool:
            expected = "True or False"
            faults.append(Fault("continuous", self.continuous, "is no truth value", expected))
        window = self.window
        if not faults and window is not None and not _is_from(window, self.months):
            expected = f"an int from {self.months}, or None"
            faults.append(Fault("window", window, "holds too few months", expected))
        if faults:
            raise RuleError(*faults)


def _is_from(value: object, low: int) -> bool:
    return type(value) is int and value >= low


@attrs.frozen(kw_only=True)
class Requirement:
    """Months of social insurance that are asked for, and how they are counted.

    Args:
        name: what it is called; every answer names it.
        kinds: the insurances that are looked at, each once.
        kinds_needed: how many of these have to have enough months; None is all of them.
        ways: any one of them is enough.
        rule: which months count; paid ones have to. Its own window is not used. Its
            ``back_paid_limit`` is how many back-paid months count at least. Its area is a pooling
            area, often a whole province; a city is asked for by ``area``.
        area: the place in which the months have to be paid 在本市缴纳, its districts included; None
            is anywhere.
        back_paid_most: how many count at most, where that is more: with an excuse that the text
            allows, or where the text says nothing; None is without limit.
        excusable: whether an excuse decides between the two: a failure of the employer, a change of
            job. Without one, what the text leaves open stays open.
        end: the last month that is looked at.
        needs_current: whether the insurance has to be in force in the month of application.
        formed_by_end: whether the months have to be in the record by the end of the end month:
            what is paid later does not count.
        kinds_open: whether the text names no insurance: then it is any of the kinds, and not known
            which.
        gaps_open: whether the text is silent on gaps: then a gap leaves it open.

    Raises:
        RuleError: if a part makes no sense; all faults are listed.

    Example:
        >>> plate = Requirement(
        ...     name="plate", kinds=(InsuranceKind.PENSION,),
        ...     ways=(RequiredMonths(60, continuous=True),),
        ...     rule=CountingRule(name="plate"), area="110000")
        >>> plate.end_month(YearMonth(2026, 1))
        YearMonth(2025, 12)
    """

    name: str
    kinds: tuple[InsuranceKind, ...]
    ways: tuple[RequiredMonths, ...]
    rule: CountingRule
    area: str | None = None
    kinds_needed: int | None = None
    back_paid_most: int | None = 0
    excusable: bool = False
    end: EndMonth = EndMonth.MONTH_BEFORE
    needs_current: bool = False
    formed_by_end: bool = False
    kinds_open: bool = False
    gaps_open: bool = False

    def __attrs_post_init__(self) -> None:
        faults = [*self._faults()]
        if faults:
            raise RuleError(*faults)

    def _faults(self) -> Iterator[Fault]:
        if type(self.name) is not str or not self.name:
            yield Fault("name", self.name, "is no name", "text")
        yield from _several_faults("kinds", self.kinds, InsuranceKind)
        yield from _several_faults("ways", self.ways, RequiredMonths)
        if type(self.rule) is not CountingRule:
            yield Fault("rule", self.rule, "is no rule", "a CountingRule")
        elif not [*_several_faults("kinds", self.kinds, InsuranceKind)]:
            yield from _rule_faults(self.rule, self.kinds)
            yield from self._needed_faults()
        if self.area is not None:
            yield from area_faults(self.area)
        most = self.back_paid_most
        if most is not None and (type(most) is not int or most < 0):
            yield Fault("back_paid_most", most, "is no such number", "an int from 0, or None")
        for field in _TRUTHS:
            value = getattr(self, field)
            if type(value) is not bool:
                yield Fault(field, value, "is no truth value", "True or False")
        yield from term_faults(self.end, EndMonth, "end")

    def _needed_faults(self) -> Iterator[Fault]:
        needed = self.kinds_needed
        if needed is not None and (type(needed) is not int or not 1 <= needed <= len(self.kinds)):
            expected = f"an int from 1 to {len(self.kinds)}, or None"
            yield Fault("kinds_needed", needed, "is no such number", expected)

    @property
    def needed(self) -> int:
        """How many of the kinds have to have enough months."""
        return self.kinds_needed or len(self.kinds)

    def back_paid_limits(self, excused: bool | None) -> tuple[int | None, int | None]:
        """How many back-paid months count at least and at most, as far as an excuse is known."""
        least, most = self.rule.back_paid_limit, self.back_paid_most
        if least is None or (most is not None and most <= least):
            return least, least
        if self.excusable and excused is not None:
            decided_by = most if excused else least
            return decided_by, decided_by
        return least, most

    def rule_with(self, back_paid_limit: int | None) -> CountingRule:
        """The rule with as many back-paid months as are said to count; None is all of them."""
        return attrs.evolve(self.rule, back_paid_limit=back_paid_limit)

    def end_month(self, application: YearMonth) -> YearMonth:
        """The last month that is looked at for an application in a month."""
        if self.end is EndMonth.MONTH_OF:
            return application
        if self.end is EndMonth.MONTH_BEFORE:
            return application - 1
        return YearMonth(application.year - 1, 12)

    def first_application(self, end: YearMonth) -> YearMonth:
        """The first month of an application that looks at months up to one, or to a later one."""
        if self.end is EndMonth.MONTH_OF:
            return end
        if self.end is EndMonth.MONTH_BEFORE:
            return end + 1
        return YearMonth(end.year + 1, 1)


def paying_scheme(rule: CountingRule, kind: InsuranceKind) -> Scheme | None:
    """The first scheme that a rule sees and that a kind can be paid in; None if there is none.

    Residents have two kinds by statute; who works alone may have more where a place opens them.
    """
    for scheme in Scheme:
        is_open = scheme is not Scheme.RESIDENT or kind in scheme.kinds
        if scheme in rule.schemes and is_open:
            return scheme
    return None


def _several_faults(field: str, values: object, form: type) -> Iterator[Fault]:
    """What is wrong with what has to be a tuple of one or more of a form, each once."""
    if (
        type(values) is not tuple
        or not values
        or any(type(each) is not form for each in values)
        or len(set(values)) < len(values)
    ):
        expected = f"a tuple of one or more {form.__name__}, each once"
        yield Fault(field, values, "does not say which", expected)


def _rule_faults(rule: CountingRule, kinds: tuple[InsuranceKind, ...]) -> Iterator[Fault]:
    """Under a rule that counts no paid month of a kind, nobody ever has enough."""
    if PaymentStatus.PAID not in rule.counts:
        yield Fault("rule", rule.name, "does not count paid months", "a rule that counts them")
    for kind in kinds:
        if kind not in rule.kinds or paying_scheme(rule, kind) is None:
            problem = f"counts no months of {kind.en} insurance"
            yield Fault("rule", rule.name, problem, "a rule for each of the kinds")
