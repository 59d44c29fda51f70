"""What a city asks for before it grants something (资格要求): months of social insurance, as data."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..errors import Fault, RuleError
from ..months import YearMonth
from ..terms import EndMonth, InsuranceKind, term_faults
from .counting_rule import CountingRule

__all__ = ["RequiredMonths", "Requirement"]


@attrs.frozen
class RequiredMonths:
    """One way to have enough months.

    Args:
        months: how many.
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
        if type(self.months) is not int or self.months < 1:
            faults.append(Fault("months", self.months, "is no number of months", "an int from 1"))
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
        kinds: the insurances that are looked at.
        kinds_needed: how many of these have to have enough months; None is all of them.
        ways: any one of them is enough.
        rule: which months count, and where; its own window is not used. Its ``back_paid_limit`` is
            how many back-paid months count at least.
        back_paid_most: how many count at most, where that is more: with an excuse that the text
            allows, or where the text says nothing; None is without limit.
        excusable: whether an excuse decides between the two: a failure of the employer, a change of
            job. Without one, what the text leaves open stays open.
        end: the last month that is looked at.
        needs_current: whether the insurance has to be in force in the month of application.

    Raises:
        RuleError: if a part makes no sense; all faults are listed.

    Example:
        >>> plate = Requirement(
        ...     name="plate", kinds=(InsuranceKind.PENSION,),
        ...     ways=(RequiredMonths(60, continuous=True),),
        ...     rule=CountingRule(name="plate", area="110000"))
        >>> plate.end_month(YearMonth(2026, 1))
        YearMonth(2025, 12)
    """

    name: str
    kinds: tuple[InsuranceKind, ...]
    ways: tuple[RequiredMonths, ...]
    rule: CountingRule
    kinds_needed: int | None = None
    back_paid_most: int | None = 0
    excusable: bool = False
    end: EndMonth = EndMonth.MONTH_BEFORE
    needs_current: bool = False

    def __attrs_post_init__(self) -> None:
        faults = [*self._faults()]
        if faults:
            raise RuleError(*faults)

    def _faults(self) -> Iterator[Fault]:
        if type(self.name) is not str or not self.name:
            yield Fault("name", self.name, "is no name", "text")
        for field, values, form in (
            ("kinds", self.kinds, InsuranceKind),
            ("ways", self.ways, RequiredMonths),
        ):
            if not values or any(type(each) is not form for each in values):
                yield Fault(field, values, "does not say which", f"one or more {form.__name__}")
        if type(self.rule) is not CountingRule:
            yield Fault("rule", self.rule, "is no rule", "a CountingRule")
        needed = self.kinds_needed
        if needed is not None and (type(needed) is not int or not 1 <= needed <= len(self.kinds)):
            expected = f"an int from 1 to {len(self.kinds)}, or None"
            yield Fault("kinds_needed", needed, "is no such number", expected)
        most = self.back_paid_most
        if most is not None and (type(most) is not int or most < 0):
            yield Fault("back_paid_most", most, "is no such number", "an int from 0, or None")
        for field, value in (("excusable", self.excusable), ("needs_current", self.needs_current)):
            if type(value) is not bool:
                yield Fault(field, value, "is no truth value", "True or False")
        yield from term_faults(self.end, EndMonth, "end")

    def end_month(self, application: YearMonth) -> YearMonth:
        """The last month that is looked at for an application in a month."""
        if self.end is EndMonth.MONTH_OF:
            return application
        if self.end is EndMonth.MONTH_BEFORE:
            return application - 1
        return YearMonth(application.year - 1, 12)
