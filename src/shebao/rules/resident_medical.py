"""Residents' medical insurance 城乡居民基本医疗保险: from which day benefits of a year are paid.

Legal basis:
    国办发〔2024〕38号 (2024-07-26), from 2025. Who enrols in the enrolment window 集中参保期 and was
    insured the year before has benefits from 1 January. Who enrols late or after a break waits three
    months that nothing shortens 固定待遇等待期, one more for each further broken year 变动待遇等待期
    (每多断保1年). Each year that is bought back 修复 takes one of these away, but after four broken
    years in a row at least six months remain. New-borns and special groups are exempt. Costs of
    the waiting period and of broken years are not paid. Provinces set the details.

    The words leave open whether the first broken year already adds a month. Qingdao's examples and
    Xiamen's answer say that it does not, and Xiamen's that years before 2025 do not count.

Limits:
    Months run from the day of payment, or from 1 January where that is later, and the first covered
    day is the corresponding day; of 1 January Qingdao says so, of other days no text was found. A
    waiting period that outlasts the year pays nothing in it, and does not follow into the next. A
    year that is bought back late shortens the waiting period as if it had been in time. Who is
    insured by employment on the day is asked for elsewhere (``medical``).
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import add_months
from ..decisions import (
    Condition,
    Decision,
    Question,
    Reason,
    Verdict,
    any_of,
    decided,
    in_bounds,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import RESIDENT_MEDICAL_FIXED_WAITING, RESIDENT_MEDICAL_VARIABLE_WAITING
from ..law.resident_medical_values import VariableWaiting
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..months import as_day
from .given import check_history, check_truth, known_law
from .resident_enrolment import Way, YearPayment, enrolled, exempt, newborn, on_time, switched
from .resident_incentives import Incentives, incentives
from .resident_medical_years import BrokenYears, broken_before, insured_years

__all__ = ["Incentives", "ResidentBenefits", "Waiting", "cover", "incentives", "waiting"]


@attrs.frozen
class Waiting:
    """A waiting period 待遇等待期 in months, and the first covered day after it.

    Attributes:
        fixed_months: the part that nothing shortens; 0 where none runs.
        variable_months: what broken years add, before any was bought back.
        repaired_months: what years bought back take away.
        repairable_months: what buying back further years can still take away.
        broken_years: the calendar years in a row without insurance before the year.
        first_day: the first covered day; after the end of the year nothing is paid in it.
    """

    fixed_months: int
    variable_months: int
    repaired_months: int
    repairable_months: int
    broken_years: tuple[int, ...]
    first_day: date

    @property
    def months(self) -> int:
        """The whole waiting period."""
        return self.fixed_months + self.variable_months - self.repaired_months


@attrs.frozen
class ResidentBenefits:
    """What goes with the answer: when benefits of a year begin, in bounds.

    Attributes:
        year: the calendar year that is paid for; its 31 December is the last covered day.
        shortest: if all that is not known is for the person.
        longest: if it is against.
    """

    year: int
    shortest: Waiting
    longest: Waiting

    @property
    def first_day(self) -> date | None:
        """The first covered day, or None where it depends on what is not known."""
        first, last = self.shortest.first_day, self.longest.first_day
        return first if first == last else None


@attrs.frozen
class _Found:
    """What was found: the conditions, when benefits begin, and whether they have."""

    conditions: tuple[Condition, ...]
    benefits: ResidentBenefits | None = None
    begun: Condition | None = None


def waiting(
    history: ContributionHistory,
    *,
    on: date,
    year: int | None = None,
    enrolled_on: date | None = None,
    repaired_years: int = 0,
    is_exempt: bool | None = None,
    born_on: date | None = None,
    part_years_count: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[ResidentBenefits]:
    """Whether benefits of a year begin without a waiting period, and when 居民医保待遇等待期.

    Args:
        history: the record. Years that employment insures are no broken ones.
        on: the day; the record is taken as it stood on it.
        year: the year that is paid for; None is that of the day, at most the next one.
        enrolled_on: the day of payment; None takes it from the record.
        repaired_years: years bought back that the record does not hold.
        is_exempt: whether of a group that the place exempts 特殊群体; None is not known.
        born_on: the day of birth, of a child: its years begin with it, and a child registered
            soon after birth does not wait.
        part_years_count: whether the place takes a year for insured in which employment ended more
            than three months before its end; None is not known.
        area: the place, whose enrolment window holds.
        law: None is the shipped law.

    Raises:
        RuleError: if a fact makes no sense.

    Example:
        Qingdao's: insured neither in 2025 nor in 2026, enrolled for 2027 in the window:

        >>> import shebao as sb
        >>> paid = sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2027-01", "2027-12"),
        ...                              scheme=sb.Scheme.RESIDENT, settled_on=date(2026, 11, 2))
        >>> record = sb.ContributionHistory([paid])
        >>> for repaired in (0, 1):
        ...     found = waiting(record, on=date(2027, 1, 4), repaired_years=repaired,
        ...                     is_exempt=False).value
        ...     print(found.first_day, found.longest.months)
        2027-05-01 4
        2027-04-01 3
    """
    day = as_day(on, "on")
    found = _look(
        history,
        day,
        day.year if year is None else _checked_year(year, day),
        enrolled_on,
        repaired_years,
        is_exempt,
        born_on,
        part_years_count,
        area,
        law,
    )
    return decided(Question.RESIDENT_MEDICAL_WAITING, found.conditions, on=on, value=found.benefits)


def cover(
    history: ContributionHistory,
    *,
    on: date,
    enrolled_on: date | None = None,
    repaired_years: int = 0,
    is_exempt: bool | None = None,
    born_on: date | None = None,
    part_years_count: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[ResidentBenefits]:
    """Whether residents' medical insurance pays for a day 当日能否享受居民医保待遇.

    Arguments as in :func:`waiting`; the year is that of the day.

    Example:
        Nobody says where, so whether the window was met is not known; by April it does not matter:

        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan(f"{year}-01", f"{year}-12"),
        ...                           scheme=sb.Scheme.RESIDENT,
        ...                           settled_on=date(year - 1, 12, 30)) for year in (2026, 2027)])
        >>> [cover(record, on=date(2027, month, 1), is_exempt=False).outcome.en
        ...  for month in (1, 4)]
        ['undetermined', 'eligible']
    """
    found = _look(
        history,
        as_day(on, "on"),
        on.year,
        enrolled_on,
        repaired_years,
        is_exempt,
        born_on,
        part_years_count,
        area,
        law,
    )
    conditions = found.conditions
    if found.begun is not None:
        conditions = (conditions[0], found.begun)
    return decided(Question.RESIDENT_MEDICAL_COVER, conditions, on=on, value=found.benefits)


def _look(
    history: ContributionHistory,
    on: date,
    year: int,
    enrolled_on: date | None,
    repaired_years: int,
    is_exempt: bool | None,
    born_on: date | None,
    part_years_count: bool | None,
    area: str | None,
    law: Law | None,
) -> _Found:
    """What is true of a year on a day, as the record stood."""
    check_history(history)
    _check(on, enrolled_on, repaired_years, is_exempt, born_on, part_years_count)
    known = known_law(law)
    paid, payment = enrolled(history, year, on=on, enrolled_on=enrolled_on)
    if payment is None:
        return _Found((paid,))
    fixed = known.find(RESIDENT_MEDICAL_FIXED_WAITING, on=payment.starts_on, area=area)
    rule = known.find(RESIDENT_MEDICAL_VARIABLE_WAITING, on=payment.starts_on, area=area)
    if fixed is None or rule is None:
        lacking = (
            RESIDENT_MEDICAL_FIXED_WAITING if fixed is None else RESIDENT_MEDICAL_VARIABLE_WAITING
        )
        unknown = open_law(Reason.RESIDENT_MEDICAL_NO_WAITING, lacking.name, area or NATION)
        return _Found((paid, unknown))
    born = born_on or date.min
    years = range(max(rule.value.first_year, born.year), year)
    insured = insured_years(
        history, years, on=on, part_years_count=part_years_count, area=area, law=known
    )
    broken = broken_before(insured, years)
    ways = [on_time(payment, broken, fixed, area=area, law=known)]
    change = switched(history, payment, area=area, law=known)
    ways += [] if change is None else [change]
    ways.append(exempt(is_exempt, payment, fixed))
    if born_on is not None:
        ways.append(newborn(born_on, payment, area=area, law=known))
    benefits = _benefits(payment, ways, broken, repaired_years, fixed.value, rule.value, born)
    low, high = sorted((benefits.shortest.months, benefits.longest.months))
    no_waiting = attrs.evolve(
        any_of(Reason.RESIDENT_MEDICAL_NO_WAITING, *(way.condition for way in ways)),
        actual=low if low == high else (low, high),
    )
    grows = benefits.longest.variable_months > 0
    waited = _waited(benefits, broken, rule if grows else fixed, on)
    begun = any_of(Reason.RESIDENT_MEDICAL_BEGUN, no_waiting, waited)
    return _Found((paid, no_waiting), benefits, begun)


def _benefits(
    payment: YearPayment,
    ways: list[Way],
    broken: BrokenYears,
    repaired: int,
    fixed: int,
    rule: VariableWaiting,
    born: date,
) -> ResidentBenefits:
    """When benefits begin, if what is not known is for the person, and if it is against."""
    bounds: list[Waiting] = []
    for years, bought, verdicts in (
        (broken.fewest, broken.bought_back[0], (Verdict.MET, Verdict.UNKNOWN)),
        (broken.most, broken.bought_back[1], (Verdict.MET,)),
    ):
        without = [
            Waiting(0, 0, 0, 0, years, max(way.first_day, born))
            for way in ways
            if way.condition.verdict in verdicts
        ]
        waited = _wait(max(payment.starts_on, born), years, bought + repaired, fixed, rule)
        bounds.append(min([*without, waited], key=lambda each: each.first_day))
    return ResidentBenefits(payment.year, *bounds)


def _wait(
    starts_on: date, broken: tuple[int, ...], bought: int, fixed: int, rule: VariableWaiting
) -> Waiting:
    """The waiting period after some broken years, of which some were bought back."""
    variable = rule.step_months * max(0, len(broken) - rule.free_years)
    least = fixed
    if len(broken) >= rule.long_years:
        least = max(fixed, min(fixed + variable, rule.long_months))
    left = max(least, fixed + variable - rule.step_months * bought)
    repaired = fixed + variable - left
    return Waiting(fixed, variable, repaired, left - least, broken, add_months(starts_on, left))


def _waited(
    benefits: ResidentBenefits,
    broken: BrokenYears,
    rule: Dated[int] | Dated[VariableWaiting],
    on: date,
) -> Condition:
    """Whether the first covered day is reached."""
    verdict = in_bounds(
        certain=on >= benefits.longest.first_day, possible=on >= benefits.shortest.first_day
    )
    return Condition(
        Reason.RESIDENT_MEDICAL_WAITED,
        verdict,
        benefits.first_day,
        on,
        rule.citation,
        rule.evidence,
        broken.needs if verdict is Verdict.UNKNOWN else (),
    )


def _checked_year(year: int, on: date) -> int:
    if type(year) is not int or not 1 <= year <= on.year + 1:
        expected = f"a calendar year up to {on.year + 1}"
        raise RuleError(Fault("year", year, "is no year that is paid for by then", expected))
    return year


def _check(
    on: date,
    enrolled_on: date | None,
    repaired_years: int,
    is_exempt: bool | None,
    born_on: date | None,
    part_years_count: bool | None,
) -> None:
    """Refuse facts that make no sense."""
    if enrolled_on is not None:
        as_day(enrolled_on, "enrolled_on")
    if type(repaired_years) is not int or repaired_years < 0:
        expected = "an int from 0"
        raise RuleError(Fault("repaired_years", repaired_years, "is no number of years", expected))
    for field, fact in (("is_exempt", is_exempt), ("part_years_count", part_years_count)):
        if fact is not None:
            check_truth(fact, field)
    if born_on is not None and as_day(born_on, "born_on") > on:
        expected = f"a day up to {on.isoformat()}"
        raise RuleError(Fault("born_on", born_on, "lies after the day that is asked for", expected))
