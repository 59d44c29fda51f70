"""Calendar years of medical insurance: those of residents, those of employment, those bought back.

Residents are insured by the calendar year, so the waiting period counts years. A year in which
employment insured a person is no broken one, and no national text says how many of its months
employment has to cover. Taken here for certain are years that end insured, or within the gap that
医保办发〔2021〕43号 第十一条 lets pass (three months); in other years with employee months the place
decides.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ..decisions import Missing
from ..law import Law
from ..law.parameters import MEDICAL_REPAIRABLE_GAP_MONTHS
from ..model.counting_rule import CountingRule
from ..model.history import ContributionHistory
from ..months import YearMonth, ordinal_of
from ..terms import InsuranceKind, PaymentStatus
from . import counting
from .resident import YearsPaid, calendar_years_paid

__all__ = ["BrokenYears", "InsuredYears", "broken_before", "insured_years"]

MEDICAL: Final = InsuranceKind.MEDICAL


@attrs.frozen
class InsuredYears:
    """Calendar years of medical insurance, each in bounds.

    Attributes:
        resident: years paid as a resident before they ended.
        employed: years in which employment insured; possible are those that it covers in part.
        paid: years paid as a resident by the day, those bought back later among them.
        partial: years that employment covers in part, and nobody says what the place makes of them.
    """

    resident: YearsPaid
    employed: YearsPaid
    paid: YearsPaid
    partial: tuple[int, ...]

    @property
    def certain(self) -> frozenset[int]:
        """Years that are certainly insured."""
        return frozenset(self.resident.certain + self.employed.certain)

    @property
    def possible(self) -> frozenset[int]:
        """With those that may be."""
        return frozenset(self.resident.possible + self.employed.possible)


@attrs.frozen
class BrokenYears:
    """Calendar years in a row without insurance, directly before a year, in bounds.

    Attributes:
        fewest: those that are certainly broken, earliest first.
        most: with those that may be.
        bought_back: how many of the former may be paid by the day, and of the latter certainly are.
        needs: what would have to be known, where the bounds differ.
    """

    fewest: tuple[int, ...]
    most: tuple[int, ...]
    bought_back: tuple[int, int]
    needs: tuple[Missing, ...]


def broken_before(insured: InsuredYears, years: range) -> BrokenYears:
    """The broken years at the end of some calendar years, for which the insured ones are given."""
    fewest, most = _run_without(insured.possible, years), _run_without(insured.certain, years)
    bought = (
        {*fewest}.intersection(insured.paid.possible),
        {*most}.intersection(insured.paid.certain),
    )
    open_years = set(most) & insured.possible
    of_record = open_years.difference(insured.partial) or (
        fewest == most and len(bought[0]) != len(bought[1])
    )
    needs = [Missing("part_years_count")] if open_years.intersection(insured.partial) else []
    needs += [Missing("history")] if of_record else []
    return BrokenYears(fewest, most, (len(bought[0]), len(bought[1])), tuple(needs))


def _run_without(insured: frozenset[int], years: range) -> tuple[int, ...]:
    """The years after the last insured one."""
    last = max(insured.intersection(years), default=years.start - 1)
    return tuple(range(last + 1, years.stop))


def insured_years(
    history: ContributionHistory,
    years: range,
    *,
    on: date,
    part_years_count: bool | None,
    area: str | None,
    law: Law,
) -> InsuredYears:
    """Which of some calendar years a record insures, as it stood on a day.

    Args:
        history: the record.
        years: the years that are asked for, none after that of the day.
        on: the day.
        part_years_count: whether the place takes years that employment covers in part for insured;
            None is not known.
        area: the place.
        law: the law.
    """
    gap = law.find(MEDICAL_REPAIRABLE_GAP_MONTHS, on=on, area=area)
    bridged = 0 if gap is None else gap.value
    employed = {year: _employed(history, year, on, bridged) for year in years}
    partial = [year for year, (sure, may) in employed.items() if may and not sure]
    whole = [year for year, (sure, _) in employed.items() if sure]
    return InsuredYears(
        _paid_in_time(history, years, on),
        YearsPaid(
            tuple(sorted(whole + partial if part_years_count else whole)),
            tuple(sorted(whole if part_years_count is False else whole + partial)),
        ),
        calendar_years_paid(history, MEDICAL, on=on),
        tuple(partial) if part_years_count is None else (),
    )


def _paid_in_time(history: ContributionHistory, years: range, on: date) -> YearsPaid:
    """Years paid by the day and by their own end; a back-payment without a day may be later."""
    dated = ContributionHistory(
        period
        for period in history
        if period.status is not PaymentStatus.BACK_PAID or period.settled_on is not None
    )
    ends = {year: min(on, date(year, 12, 31)) for year in years}
    return YearsPaid(
        tuple(y for y in years if y in calendar_years_paid(dated, MEDICAL, on=ends[y]).certain),
        tuple(y for y in years if y in calendar_years_paid(history, MEDICAL, on=ends[y]).possible),
    )


def _employed(history: ContributionHistory, year: int, on: date, bridged: int) -> tuple[bool, bool]:
    """Whether employment certainly insured in a year, up to its end or nearly so; and perhaps."""
    first, last = YearMonth(year, 1).ordinal, YearMonth(year, 12).ordinal
    near_end = max(first, min(last, ordinal_of(on) - 1) - bridged)
    rule = CountingRule.default(MEDICAL)
    covering = attrs.evolve(
        rule, name="covered by employment", counts=rule.counts | rule.holds, holds=frozenset()
    )
    sure, may = (
        counting.cumulative(history.between(start, last), MEDICAL, on=on, rule=covering)
        for start in (near_end, first)
    )
    return sure.at_least > 0, may.at_most > 0
