"""The overview of one person: every question that the library answers, on one day, as one value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import attrs

from . import rendering
from .decisions import Decision
from .errors import Fault, RuleError, UnknownLawError
from .law import Dated, Law
from .law.parameters import CONTRIBUTION_BASE_CEILING, CONTRIBUTION_BASE_FLOOR
from .model.drawing import BenefitDrawing
from .model.employment import items_of
from .model.family import Family
from .model.history import ContributionHistory
from .model.membership import MedicalMember
from .model.people import Person
from .months import as_day
from .rules import (
    arrears,
    bases,
    certification,
    counting,
    maternity,
    medical,
    pension,
    resident,
    retirement,
    sharing,
    unemployment,
    work_injury,
)
from .rules.given import check_history, check_person, known_law
from .terms import InsuranceKind, Payer, Scheme, check_term

__all__ = ["KindOverview", "Overview", "overview"]


@attrs.frozen
class KindOverview:
    """What a record says of one kind, by its default rule.

    Attributes:
        kind: the insurance.
        cumulative: cumulative months.
        continuous: the run that is alive.
        longest: the longest run.
        gaps: uncovered stretches.
        overlaps: months held twice.
        states: what became of each month.
        average_base: the average base of its months.
    """

    kind: InsuranceKind
    cumulative: counting.Count
    continuous: counting.Count
    longest: counting.Count
    gaps: tuple[counting.Gap, ...]
    overlaps: tuple[counting.Overlap, ...]
    states: tuple[arrears.MonthsInState, ...]
    average_base: bases.AverageBase


@attrs.frozen
class Overview:
    """A person's social insurance on a day; prints as text, shows as a table in a notebook.

    Attributes:
        on: the day.
        area: the place whose law was asked; None is national law alone.
        area_name: its name in Chinese and English; None where it is not known.
        is_provisional: whether the day is later than the law that is known.
        person: who; None where only the record was given.
        kinds: each kind, in the order of the law.
        retirement: statutory retirement; of a woman of unknown category both; empty without person.
        pension: may the employees' pension be drawn; None without person.
        resident_pension: the same for residents; None without person or resident years.
        index: the average contribution index of pension months.
        base_floor: the lower limit of the pension base on the day, if it is known.
        base_ceiling: the upper limit.
        unemployment: may benefit be claimed.
        medical: is medical insurance continuous.
        work_injury: does the fund cover the day.
        maternity: may maternity benefits be drawn.
        sharing: with each relative, may the medical account be shared; empty without family.
        certification: is the benefit that is drawn certified; None where none is drawn.
    """

    on: date
    area: str | None
    area_name: tuple[str, str] | None
    is_provisional: bool
    person: Person | None
    kinds: tuple[KindOverview, ...] = attrs.field(repr=False)
    retirement: tuple[retirement.Statutory, ...]
    pension: Decision[pension.PensionEligibility] | None
    resident_pension: Decision[resident.YearsPaid] | None
    index: bases.AverageIndex
    base_floor: Dated[Decimal] | None
    base_ceiling: Dated[Decimal] | None
    unemployment: Decision[unemployment.UnemploymentEntitlement]
    medical: Decision[medical.MedicalContinuity]
    work_injury: Decision[Payer]
    maternity: Decision[counting.Count]
    sharing: tuple[Decision[sharing.Sharing], ...] = ()
    certification: Decision[certification.CertificationStanding] | None = None

    def of(self, kind: InsuranceKind) -> KindOverview:
        """What it says of one kind."""
        check_term(kind, InsuranceKind, "kind", RuleError)
        return next(each for each in self.kinds if each.kind is kind)

    def text(self, lang: str = "zh") -> str:
        """The overview as text of at most 80 columns.

        Args:
            lang: ``zh`` or ``en``.
        """
        return rendering.as_text(self, lang)

    def html(self, lang: str = "zh") -> str:
        """The overview as a small escaped HTML table.

        Args:
            lang: ``zh`` or ``en``.
        """
        return rendering.as_html(self, lang)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()


def overview(
    person: Person | None,
    history: ContributionHistory,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
    family: Family | None = None,
    members: Iterable[MedicalMember] = (),
    drawing: BenefitDrawing | None = None,
) -> Overview:
    """Everything that the library can say of a record on a day 参保情况总览.

    Args:
        person: who; None leaves out what needs one.
        history: the record.
        on: the day.
        area: the place whose law is asked; None is national law alone.
        law: None is the shipped law.
        family: whose relatives are asked about; None leaves account sharing out.
        members: how the person and relatives are insured; what is not said of the person is read
            from the record.
        drawing: a benefit that the person draws; None leaves certification out.

    Raises:
        RuleError: if family or drawing is given without a person.

    Example:
        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2014-01", "2016-06"), base=3000)])
        >>> overview(None, record, on=date(2026, 1, 29)).of(sb.PENSION).cumulative.months
        30
    """
    as_day(on, "on")
    if person is not None:
        check_person(person)
    check_history(history)
    known = known_law(law)
    asked = _Asked(person, history, on, area, known)
    return Overview(
        on=on,
        area=area,
        area_name=None if area is None else known.area_name(area),
        is_provisional=on > known.read_until,
        person=person,
        kinds=tuple(_of_kind(history, kind, on, known) for kind in InsuranceKind),
        retirement=asked.retirement(),
        pension=asked.pension(),
        resident_pension=asked.resident_pension(),
        index=bases.average_index(history, on=on, area=area, law=known),
        base_floor=known.find(CONTRIBUTION_BASE_FLOOR, on=on, area=area),
        base_ceiling=known.find(CONTRIBUTION_BASE_CEILING, on=on, area=area),
        unemployment=unemployment.eligibility(history, on=on, area=area, law=known),
        medical=medical.continuity(history, on=on, area=area, law=known),
        work_injury=work_injury.cover(history, on=on, area=area, law=known),
        maternity=maternity.cover(history, on=on, area=area, law=known),
        sharing=asked.sharing(family, members),
        certification=asked.certification(drawing),
    )


@attrs.frozen
class _Asked:
    """The questions that need a person."""

    person: Person | None
    history: ContributionHistory
    on: date
    area: str | None
    law: Law

    def retirement(self) -> tuple[retirement.Statutory, ...]:
        """Nothing for people who retired before the law that is known; their decision says so."""
        if self.person is None:
            return ()
        try:
            return retirement.for_person(self.person, area=self.area, law=self.law)
        except UnknownLawError:
            return ()

    def pension(self) -> Decision[pension.PensionEligibility] | None:
        """May the employees' pension be drawn."""
        if self.person is None:
            return None
        return pension.eligibility(
            self.person, self.history, on=self.on, area=self.area, law=self.law
        )

    def resident_pension(self) -> Decision[resident.YearsPaid] | None:
        """May the residents' pension be drawn, of who paid for it."""
        paid = self.history.of(InsuranceKind.PENSION)
        if self.person is None or all(period.scheme is not Scheme.RESIDENT for period in paid):
            return None
        return resident.pension_eligibility(
            self.person, self.history, on=self.on, area=self.area, law=self.law
        )

    def sharing(
        self, family: Family | None, members: Iterable[MedicalMember]
    ) -> tuple[Decision[sharing.Sharing], ...]:
        """With whom the account may be shared; the record says how its person is insured."""
        known = items_of(members, MedicalMember, "members")
        if family is None:
            return ()
        if self.person is None:
            raise RuleError(Fault("family", "***", "is given without a person", "a person"))
        owner = sharing.as_member(self.person, self.history, on=self.on, area=self.area)
        for said in known:
            if said.person == self.person:
                owner = said.over(owner)
        return sharing.with_family(owner, family, known, on=self.on, law=self.law)

    def certification(
        self, drawing: BenefitDrawing | None
    ) -> Decision[certification.CertificationStanding] | None:
        """Is the benefit that is drawn certified."""
        if drawing is None:
            return None
        if self.person is None:
            raise RuleError(Fault("drawing", "***", "is given without a person", "a person"))
        if type(drawing) is BenefitDrawing and drawing.from_day > self.on:
            return None
        return certification.standing(
            self.person, drawing, on=self.on, area=self.area, law=self.law
        )


def _of_kind(history: ContributionHistory, kind: InsuranceKind, on: date, law: Law) -> KindOverview:
    return KindOverview(
        kind=kind,
        cumulative=counting.cumulative(history, kind, on=on, law=law),
        continuous=counting.continuous(history, kind, on=on, law=law),
        longest=counting.longest(history, kind, on=on, law=law),
        gaps=counting.gaps(history, kind, on=on, law=law),
        overlaps=counting.overlaps(history, kind, on=on),
        states=arrears.states(history, kind, on=on),
        average_base=bases.average_base(history, kind, on=on),
    )
