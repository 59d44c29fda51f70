"""The form of what a city asks for: months of social insurance (资格要求)."""

from __future__ import annotations

from typing import Final

import attrs

from ..errors import RuleError
from ..model.areas import NATION
from ..model.counting_rule import MATERNITY_MERGED_FROM, CountingRule
from ..model.requirement import RequiredMonths, Requirement
from ..terms import EndMonth, InsuranceKind, Scheme
from .values import read_truth, several, table, term, whole

__all__ = ["BackPaid", "LocalRequirement", "read_requirement"]

#: How many back-paid months count at least and at most; None is without limit.
BackPaid = tuple[int | None, int | None]

_BACK_PAID_WORDS: Final[dict[str, BackPaid]] = {"all": (None, None), "unknown": (0, None)}


@attrs.frozen
class LocalRequirement:
    """Months of social insurance that a place asks for.

    Attributes:
        kinds: the insurances that are looked at; empty where the text names none.
        ways: any one of them is enough.
        back_paid: how many back-paid months count at least and at most; they differ where an excuse
            decides, or the text says nothing.
        kinds_needed: how many of the kinds have to have enough months; None is all of them.
        schemes: the schemes whose months count; empty is all but that of residents.
        is_local: whether only months paid in the place count, its districts included.
        bridging: uncovered months that may lie between two runs.
        excusable: whether an excuse decides between the two numbers of back-paid months.
        end: the last month that is looked at.
        needs_current: whether the insurance has to be in force in the month of application.
        formed_by_end: whether what is paid after the end month does not count.
        gaps_open: whether the text is silent on gaps.
    """

    kinds: tuple[InsuranceKind, ...]
    ways: tuple[RequiredMonths, ...]
    back_paid: BackPaid
    kinds_needed: int | None = None
    schemes: tuple[Scheme, ...] = ()
    is_local: bool = True
    bridging: int = 0
    excusable: bool = False
    end: EndMonth = EndMonth.MONTH_BEFORE
    needs_current: bool = False
    formed_by_end: bool = False
    gaps_open: bool = False

    def asked(self, name: str, area: str, kind: InsuranceKind | None = None) -> Requirement:
        """The requirement of an area, for one insurance where the text names none.

        Since maternity insurance was merged with medical insurance, it has no months of its own.

        Raises:
            RuleError: if its parts do not go together.
        """
        least, most = self.back_paid
        kinds = self.kinds or (tuple(InsuranceKind) if kind is None else (kind,))
        is_merged = InsuranceKind.MATERNITY in kinds
        default = CountingRule.default(InsuranceKind.PENSION)
        rule = CountingRule(
            name=name,
            schemes=frozenset(self.schemes) or default.schemes,
            bridging=self.bridging,
            back_paid_limit=least,
            merged_from=MATERNITY_MERGED_FROM if is_merged else None,
        )
        return Requirement(
            name=name,
            kinds=kinds,
            ways=self.ways,
            rule=rule,
            area=area if self.is_local else None,
            kinds_needed=self.kinds_needed,
            back_paid_most=most,
            excusable=self.excusable,
            end=self.end,
            needs_current=self.needs_current,
            formed_by_end=self.formed_by_end,
            kinds_open=not self.kinds and kind is None,
            gaps_open=self.gaps_open,
        )


_read_way: Final = table(
    RequiredMonths, months=whole("months", 1), continuous=read_truth, window=whole("months", 1)
)


def _way(value: object) -> RequiredMonths:
    try:
        return _read_way(value)
    except RuleError as error:
        raise ValueError(str(error)) from None


def _back_paid(value: object) -> BackPaid:
    """``all``, ``unknown``, a number, or a pair of the least and the most."""
    expected = "all, unknown, a number of months, or a pair of the least and the most"
    if isinstance(value, str) and value in _BACK_PAID_WORDS:
        return _BACK_PAID_WORDS[value]
    pair = tuple(value) if isinstance(value, list | tuple) else (value, value)
    if len(pair) != 2 or any(
        each is not None and (type(each) is not int or each < 0) for each in pair
    ):
        raise ValueError(expected)
    least, most = pair
    if most is not None and (least is None or least > most):
        raise ValueError(expected)
    return least, most


_read_table: Final = table(
    LocalRequirement,
    kinds=several(term(InsuranceKind)),
    ways=several(_way, 1),
    back_paid=_back_paid,
    kinds_needed=whole("kinds", 1),
    schemes=several(term(Scheme), 1),
    is_local=read_truth,
    bridging=whole("months"),
    excusable=read_truth,
    end=term(EndMonth),
    needs_current=read_truth,
    formed_by_end=read_truth,
    gaps_open=read_truth,
)


def read_requirement(value: object) -> LocalRequirement:
    """A table of the parts of a requirement, which go together."""
    found = _read_table(value)
    if found.kinds_needed is not None and not found.kinds:
        raise ValueError("kinds by name where kinds_needed says how many of them")
    try:
        found.asked("requirement", NATION)
    except RuleError as error:
        raise ValueError(str(error)) from None
    return found
