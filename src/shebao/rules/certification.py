"""Certification that one may draw a benefit 领取待遇资格认证: when it is due, what being late costs.

Legal basis:
    社会保险经办条例 第二十六条: the agency checks by matching data and by self-service, and only then asks
    others. Since 2018 there are no fixed seasons (人社厅发〔2018〕54号): one is certified within a year of
    the last time. How the year is counted is the place's own: to the day, by months with or without
    that of the last time, by days, by birthday, by the calendar.
    人社部发〔2015〕32号 第四十九条(二): who is late is not paid until certified again, then from the next
    month on, with the months between. The channels stand in ``certification_channels``.

A certification by matched data counts as any other and moves the day; whoever asks may not know it.

Limits:
    The cycle is that of the law on the day of asking; lapses that ended before it held are
    not told. A list of
    certifications that is not complete tells of lapses that never were. Survivors' benefits have
    cycles of their own, which are not shipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from ..days import add_days, add_months, month_end
from ..decisions import Condition, Decision, Missing, Question, Reason, Verdict, decided, open_law
from ..errors import Fault, PeriodError
from ..law import Dated, Law
from ..law.parameters import CERTIFICATION_CYCLE, CERTIFICATION_SUSPENSION
from ..law.service_values import CertificationCycle, Suspension
from ..model.areas import NATION
from ..model.drawing import BenefitDrawing
from ..model.people import Person
from ..month_sets import MonthSet
from ..months import MonthSpan, YearMonth, as_day
from ..terms import CertificationState, CycleBasis
from .certification_channels import channels
from .given import check_person, known_law

__all__ = ["CertificationStanding", "channels", "standing"]


@attrs.frozen
class CertificationStanding:
    """How a benefit stands to its certification on a day.

    Attributes:
        state: certified, overdue, or overdue and suspended.
        last: the last certification up to that day; None if there was none.
        due_on: the last day for the next one.
        suspended_from: the first month that is not paid if it does not come; None where no rule on
            that is known.
        resumes: the month from which payments go on, if they had stopped before the last
            certification or do not go on yet; None otherwise, and while they are suspended.
        unpaid: months not paid up to the month of the day, nor paid back by then.
        back_paid: months that were not paid in their time, and are paid with the certification.
        cycle: how long a certification lasts.
    """

    state: CertificationState
    last: date | None
    due_on: date
    suspended_from: YearMonth | None
    resumes: YearMonth | None
    unpaid: MonthSet
    back_paid: MonthSet
    cycle: Dated[CertificationCycle]


def standing(
    person: Person,
    drawing: BenefitDrawing,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[CertificationStanding]:
    """Whether a benefit is certified on a day, when it is due next, and what stands unpaid.

    Args:
        person: who draws it; the birthday counts where the place goes by it.
        drawing: the benefit, and when its drawer was certified; what is later than ``on`` is left
            out.
        on: the day.
        area: the place that pays.
        law: None is the shipped law.

    Returns:
        ELIGIBLE while the certification is in force; without a value where the cycle of the place, or
        the days of certification, are not known.

    Raises:
        PersonError: if it is no person.
        PeriodError: if it is no drawing, or it begins after ``on``.

    Example:
        >>> from shebao import Scheme, Sex
        >>> man = Person(birth=date(1964, 3, 8), sex=Sex.MALE)
        >>> paid = BenefitDrawing(Scheme.EMPLOYEE, date(2024, 4, 15), [date(2025, 2, 7)])
        >>> for day in (date(2026, 2, 7), date(2026, 2, 8), date(2026, 4, 2)):
        ...     found = standing(man, paid, on=day)
        ...     print(found.outcome.en, found.value.state.en, found.value.due_on, found.value.unpaid)
        eligible certified 2026-02-07 -
        ineligible overdue 2026-02-07 -
        ineligible suspended 2026-02-07 2026-03..2026-04
    """
    check_person(person)
    _check_drawing(drawing, as_day(on, "on"))
    known = known_law(law)
    parameter = CERTIFICATION_CYCLE[drawing.scheme]
    cycle = known.find(parameter, on=on, area=area)
    if cycle is None:
        unknown = open_law(Reason.CERTIFICATION_DUE, parameter.name, area or NATION, on)
        return decided(Question.CERTIFICATION, [unknown], on=on)
    if drawing.certified_on is None:
        never_said = _due(Verdict.UNKNOWN, None, on, cycle, Missing("certified_on"))
        return decided(Question.CERTIFICATION, [never_said], on=on)
    suspension = known.find(CERTIFICATION_SUSPENSION, on=on, area=area)
    value = _Course(person, drawing, on, cycle, suspension).standing()
    is_certified = value.state is CertificationState.CERTIFIED
    verdict = Verdict.MET if is_certified else Verdict.NOT_MET
    conditions = [_due(verdict, value.due_on, on, cycle)]
    if not is_certified:
        conditions.append(_still_paid(value, suspension, area))
    return decided(Question.CERTIFICATION, conditions, on=on, value=value)


def _due(
    verdict: Verdict,
    due_on: date | None,
    on: date,
    cycle: Dated[CertificationCycle],
    *needs: Missing,
) -> Condition:
    """The condition that the next certification is not overdue."""
    return Condition(
        Reason.CERTIFICATION_DUE, verdict, due_on, on, cycle.citation, cycle.evidence, needs
    )


def _check_drawing(drawing: object, on: date) -> None:
    """Refuse what is no drawing, or begins later."""
    if type(drawing) is not BenefitDrawing:
        problem = f"is of type {type(drawing).__name__}"
        raise PeriodError(Fault("drawing", type(drawing).__name__, problem, "a BenefitDrawing"))
    if drawing.from_day > on:
        expected = f"{on} or earlier"
        raise PeriodError(Fault("from_day", str(drawing.from_day), "is after the day", expected))


def _still_paid(
    found: CertificationStanding, suspension: Dated[Suspension] | None, area: str | None
) -> Condition:
    """Whether an overdue benefit is still being paid."""
    reason = Reason.CERTIFICATION_PAID
    if suspension is None:
        return open_law(reason, CERTIFICATION_SUSPENSION.name, area or NATION)
    is_stopped = found.state is CertificationState.SUSPENDED
    verdict = Verdict.NOT_MET if is_stopped else Verdict.MET
    return Condition(
        reason, verdict, found.suspended_from, None, suspension.citation, suspension.evidence
    )


@attrs.frozen
class _Lapse:
    """Payments that stopped for want of a certification.

    Attributes:
        stops: the first month that was not paid.
        certified: the certification that ended it; None while it lasts.
        resumes: the month from which payments go on; None while it lasts.
    """

    stops: YearMonth
    certified: date | None
    resumes: YearMonth | None

    def missed(self, month: YearMonth) -> MonthSet:
        """The months that were not paid in their time, up to a month while it lasts."""
        last = month if self.resumes is None else self.resumes - 1
        return MonthSet([MonthSpan(self.stops, last)] if self.stops <= last else [])


@attrs.frozen
class _Course:
    """The certifications of a benefit up to a day, one after the other."""

    person: Person
    drawing: BenefitDrawing
    on: date
    cycle: Dated[CertificationCycle]
    suspension: Dated[Suspension] | None

    def standing(self) -> CertificationStanding:
        """How the benefit stands on the day."""
        begins = [self.drawing.from_day, *self._certified()]
        last = begins[-1] if len(begins) > 1 else None
        due = self._good_until(begins, len(begins) - 1)
        month = YearMonth(self.on.year, self.on.month)
        lapses = list(self._lapses(begins))
        state = CertificationState.CERTIFIED
        if self.on > due:
            is_stopped = bool(lapses) and lapses[-1].certified is None
            state = CertificationState.SUSPENDED if is_stopped else CertificationState.OVERDUE
        pays_back = self.suspension is not None and self.suspension.value.is_back_paid
        ended = [lapse for lapse in lapses if lapse.resumes is not None]
        waits = [lapse for lapse in lapses if lapse.resumes is None or lapse.resumes > month]
        resumes = [lapse.resumes for lapse in ended if lapse in waits or lapse.certified == last]
        if state is CertificationState.SUSPENDED:
            resumes = []
        return CertificationStanding(
            state,
            last,
            due,
            self._stops(due),
            resumes[-1] if resumes else None,
            _all(lapse.missed(month) for lapse in (waits if pays_back else lapses)),
            _all(lapse.missed(month) for lapse in (ended if pays_back else ())),
            self.cycle,
        )

    def _certified(self) -> Iterator[date]:
        return (day for day in self.drawing.certified_on or () if day <= self.on)

    def _lapses(self, begins: list[date]) -> Iterator[_Lapse]:
        """Each time that payments stopped, up to the day."""
        for index in range(len(begins)):
            due = self._good_until(begins, index)
            stops = self._stops(due)
            certified = begins[index + 1] if index + 1 < len(begins) else None
            until = certified or self.on
            if self.suspension is None or stops is None or until <= due:
                continue
            if certified is not None and certified < self.cycle.valid_from:
                continue
            if YearMonth(until.year, until.month) >= stops:
                waits = self.suspension.value.resumed == "next_month"
                resumes = None
                if certified is not None:
                    resumes = YearMonth(certified.year, certified.month) + (1 if waits else 0)
                yield _Lapse(stops, certified, resumes)

    def _good_until(self, begins: list[date], index: int) -> date:
        """The last day for the next one: no certification takes anything away from the first term."""
        first = self._due(begins[0], is_first=True)
        return first if index == 0 else max(first, self._due(begins[index], is_first=False))

    def _due(self, begin: date, *, is_first: bool) -> date:
        """The last day for the certification after one, or after the first payment."""
        if is_first and self.cycle.value.first == "year_later":
            begin = add_months(begin, 12)
        basis, length = self.cycle.value.basis, self.cycle.value.length or 0
        month = YearMonth(begin.year, begin.month)
        if basis is CycleBasis.TO_THE_DAY:
            return add_months(begin, length)
        if basis is CycleBasis.MONTHS_AFTER:
            return month_end(month + length)
        if basis is CycleBasis.MONTHS_WITH:
            return month_end(month + (length - 1))
        if basis is CycleBasis.DAYS:
            return add_days(begin, length - 1)
        if basis is CycleBasis.CALENDAR_YEAR:
            return month_end(YearMonth(begin.year, 12) + 12)
        birthday = self.person.birth_month.month
        years = 2 if begin.month >= birthday else 1
        return month_end(YearMonth(begin.year + years, birthday) - 1)

    def _stops(self, due: date) -> YearMonth | None:
        """The first month that is not paid if nothing comes by a day."""
        if self.suspension is None:
            return None
        if self.suspension.value.suspended == "next_month":
            return YearMonth(due.year, due.month) + 1
        lapsed = add_days(due, 1)
        return YearMonth(lapsed.year, lapsed.month)


def _all(months: Iterable[MonthSet]) -> MonthSet:
    return MonthSet(span for each in months for span in each.spans)
