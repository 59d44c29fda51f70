"""What staying insured as a resident is worth 居民医保参保激励: a higher cap in critical illness.

Legal basis:
    国办发〔2024〕38号, from 2025: who was insured as a resident for four continuous years has the cap of
    the critical-illness insurance 大病保险最高支付限额 raised for each further one 连续参保激励; a year
    without a claim 零报销 raises that of the next. Each raise is at least 1000 yuan in principle, all
    together at most 20 % of the cap. Using the raise of years without a claim clears it. A break
    begins the years anew; what was raised before it stays (医保发〔2024〕19号, press). A place may lower
    the cap of who enrols again after a break. Amounts are the place's.

Limits:
    Whether a year of employment breaks the continuous years of residence is not said: such years
    leave bounds. Broken years are those without any insurance since 2025, also of who was never
    insured before; what ends the lowering was not read. Amounts do not enter the decisions on cover.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import RESIDENT_MEDICAL_INCENTIVE, RESIDENT_MEDICAL_INCENTIVE_RULE
from ..law.resident_medical_values import IncentiveAmounts, IncentiveRule
from ..model.history import ContributionHistory
from ..months import as_day
from ..rounding import Amount, as_yuan, fen_of, yuan_of
from .given import check_history, known_law
from .resident_medical_years import InsuredYears, insured_years

__all__ = ["Incentives", "incentives"]


@attrs.frozen
class Incentives:
    """Raises of the cap of the critical-illness insurance; pairs are fewest and most.

    Attributes:
        continuous_years: years insured as a resident up to the year of the day, without a break.
        continuous_raises: raises earned for continuous years, those before a break among them.
        zero_claim_raises: raises earned for years without a claim and not used.
        broken_years: years without insurance, for which a place may lower the cap.
        raised: all raises in yuan; the most is None where neither the place's amounts nor the cap
            are known. Without the cap, before its 20 %.
        lowered: what the place takes away, in yuan; None where it is not known.
        rule: the law of the nation.
        amounts: the amounts of the place; None where they are not known.
    """

    continuous_years: tuple[int, int]
    continuous_raises: tuple[int, int]
    zero_claim_raises: tuple[int, int]
    broken_years: tuple[int, int]
    raised: tuple[Decimal, Decimal | None]
    lowered: tuple[Decimal, Decimal] | None
    rule: Dated[IncentiveRule]
    amounts: Dated[IncentiveAmounts] | None


def incentives(
    history: ContributionHistory,
    *,
    on: date,
    zero_claim_years: Collection[int] = (),
    used_on: date | None = None,
    cap: Amount | None = None,
    born_on: date | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Incentives:
    """By how much staying insured raises the cap of the critical-illness insurance 参保激励.

    Args:
        history: the record; years insured as a resident count.
        on: the day; the year is its own.
        zero_claim_years: calendar years in which the fund paid nothing; those that the record does
            not insure, and those that are not over, do not count.
        used_on: the day on which raises were last used; None is never.
        cap: the cap without raises 原封顶线, yuan; None is not known.
        born_on: the day of birth, of a child: years before it are not broken.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if a year is no number, or one without a claim is the one of the use.
        MoneyError: if the cap is no amount.
        UnknownLawError: for days before 2025.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([sb.ContributionPeriod(
        ...     sb.MEDICAL, sb.MonthSpan("2025-01", "2030-12"), scheme=sb.Scheme.RESIDENT)])
        >>> made = incentives(record, on=date(2030, 3, 1), zero_claim_years=[2029], area="131000")
        >>> made.continuous_raises, made.zero_claim_raises
        ((2, 2), (1, 1))
        >>> made.raised == (6000, 6000)
        True
    """
    check_history(history)
    known = known_law(law)
    rule = known.get(RESIDENT_MEDICAL_INCENTIVE_RULE, on=on, area=area)
    place = known.find(RESIDENT_MEDICAL_INCENTIVE, on=on, area=area)
    years = range(rule.value.first_year, on.year + 1)
    insured = insured_years(history, years, on=on, part_years_count=None, area=area, law=known)
    present, continuous = _continuous(insured, years, rule.value.years)
    zero_claim = _zero_claim(insured, _checked_years(zero_claim_years, used_on), on, used_on)
    broken = _broken(insured, years, born_on)
    limit = None if cap is None else _share(as_yuan(cap, "cap"), rule.value.most_percent)
    return Incentives(
        present,
        continuous,
        zero_claim,
        broken,
        _raised(continuous, zero_claim, rule.value, place, limit),
        _lowered(broken, place, limit),
        rule,
        place,
    )


def _continuous(
    insured: InsuredYears, years: range, before: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """The years of the present run, and the raises of all runs; employment may hold a run."""
    mine, employed = insured.resident, insured.employed
    low = _runs(years, mine.certain, ())
    high = _runs(years, mine.possible, employed.possible)
    return (low[-1], high[-1]), (_raises(low, before), _raises(high, before))


def _runs(years: range, mine: tuple[int, ...], held: tuple[int, ...]) -> list[int]:
    """How many years each run has, the present one last; held years neither add nor break."""
    lengths = [0]
    for year in years:
        if year in mine:
            lengths[-1] += 1
        elif year not in held:
            lengths.append(0)
    return lengths


def _raises(runs: list[int], before: int) -> int:
    """Raises for the years of each run beyond those that come before the first one."""
    return sum(max(0, length - before) for length in runs)


def _checked_years(years: object, used_on: date | None) -> frozenset[int]:
    """The years without a claim."""
    expected = "calendar years such as [2025, 2026]"
    if not isinstance(years, Collection) or any(type(year) is not int for year in years):
        raise RuleError(Fault("zero_claim_years", years, "are no years", expected))
    if used_on is not None and as_day(used_on, "used_on").year in years:
        expected = f"no claim in {used_on.year}, or another day"
        raise RuleError(Fault("used_on", used_on, "lies in a year without a claim", expected))
    return frozenset(years)


def _zero_claim(
    insured: InsuredYears, claimless: frozenset[int], on: date, used_on: date | None
) -> tuple[int, int]:
    """How many insured years without a claim are over, and were not used up."""
    cleared = used_on.year if used_on is not None and used_on <= on else 0
    unused = {year for year in claimless if cleared < year < on.year}
    low, high = (
        len(unused.intersection(years))
        for years in (insured.resident.certain, insured.resident.possible)
    )
    return low, high


def _broken(insured: InsuredYears, years: range, born_on: date | None) -> tuple[int, int]:
    """How many years that are over had no insurance, since birth."""
    begun = years.start if born_on is None else as_day(born_on, "born_on").year
    over = {year for year in years[:-1] if year >= begun}
    return len(over - insured.possible), len(over - insured.certain)


def _share(cap: Decimal, percent: Decimal) -> int:
    """The most that all raises are, in whole fen, never more than the percentage."""
    return math.floor(fen_of(cap) * Fraction(percent) / 100)


def _raised(
    continuous: tuple[int, int],
    zero_claim: tuple[int, int],
    rule: IncentiveRule,
    place: Dated[IncentiveAmounts] | None,
    limit: int | None,
) -> tuple[Decimal, Decimal | None]:
    """All raises in yuan, fewest and most."""
    if place is None:
        least = fen_of(rule.least_yuan) * (continuous[0] + zero_claim[0])
        if continuous[1] + zero_claim[1] == 0:
            return yuan_of(0), yuan_of(0)
        return _within(least, limit), None if limit is None else yuan_of(limit)
    yearly = fen_of(place.value.continuous), fen_of(place.value.zero_claim)
    low, high = (
        _within(yearly[0] * years + yearly[1] * claimless, limit)
        for years, claimless in zip(continuous, zero_claim, strict=True)
    )
    return low, high


def _lowered(
    broken: tuple[int, int], place: Dated[IncentiveAmounts] | None, limit: int | None
) -> tuple[Decimal, Decimal] | None:
    """What broken years take away in yuan, fewest and most; None where the place is not known."""
    if broken[1] == 0:
        return yuan_of(0), yuan_of(0)
    if place is None or place.value.broken is None:
        return None
    yearly = fen_of(place.value.broken)
    return _within(yearly * broken[0], limit), _within(yearly * broken[1], limit)


def _within(fen: int, limit: int | None) -> Decimal:
    """An amount in yuan, not above a limit."""
    return yuan_of(fen if limit is None else min(fen, limit))
