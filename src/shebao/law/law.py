"""The law as an immutable value: look-up by place and day, and laws that differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar, final, overload

import attrs

from ..errors import Fault, LawFileError, RuleError, UnknownLawError
from ..model.areas import NATION, ancestors, check_area
from ..months import as_day
from ..terms import InsuranceKind
from .citations import Citation, Evidence, Instrument
from .loader import Place, load, shipped_instruments, shipped_place
from .parameter import Parameter
from .parameters import ALL, POOLING_LEVEL
from .timeline import Dated, Hole, Timeline

__all__ = ["Law", "known_law", "shipped"]

T = TypeVar("T")

#: Where a value comes from that a caller supplies without saying.
_CALLER: Final = Citation(Instrument("caller", "由调用者提供", "supplied by the caller", "调用者"))

#: The digits of a code that name its area at each level, and what fills the rest.
_POOLS: Final[Mapping[str, tuple[int, str]]] = {
    "nation": (0, NATION),
    "province": (2, "0000"),
    "prefecture": (4, "00"),
    "county": (6, ""),
}


@final
@attrs.frozen
class Law:
    """Law as data (政策参数): the shipped law, or one made from it.

    The rule of the nearest area holds: an area's own, else its prefecture's, its province's, the
    nation's. Where an area is known to have a rule that is not known itself, nothing is known: a
    wider area's rule never takes its place.

    Args:
        grade: the weakest evidence accepted from the shipped law.
        added: places read from texts of the caller.
        changed: timelines that differ from the shipped ones.

    Example:
        >>> from shebao.law import parameters, shipped
        >>> found = shipped().get(parameters.PENSION_MINIMUM_MONTHS, on=date(2026, 1, 29))
        >>> found.value.ceiling, found.citation.article, found.evidence
        (240, '第二条', Evidence.OFFICIAL)
    """

    grade: Evidence = Evidence.UNVERIFIED
    added: tuple[Place, ...] = attrs.field(default=(), repr=False, hash=False)
    changed: tuple[Timeline[Any], ...] = ()
    _chains: dict[tuple[str, str | None], tuple[Timeline[Any], ...]] = attrs.field(
        factory=dict, init=False, repr=False, eq=False
    )

    @overload
    def get(
        self,
        parameter: Parameter[T],
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[T]: ...
    @overload
    def get(
        self,
        parameter: Parameter[Any] | str,
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[Any]: ...
    def get(
        self,
        parameter: Parameter[T] | str,
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[T]:
        """The value of a parameter in an area on a day, with its citation.

        Args:
            parameter: one of ``shebao.law.parameters``, or its name.
            on: the day.
            area: the code of the area; None is national law alone.
            known: the day of asking, for values that are published late and applied back: one
                published after it is not given, but the latest earlier one, marked provisional.
            or_latest: beyond the last entry of the nearest area that has any, its latest value,
                marked provisional (预发): for values of a year that is not published yet.

        Raises:
            UnknownLawError: if it is not known, with what is known instead.
        """
        name = _parameter(parameter).name
        found = self._entry(name, on, area, known, or_latest=or_latest)
        if isinstance(found, Dated):
            return found
        reason = self._known(name, area) if found is None else found.missing
        raise UnknownLawError(name, area or NATION, on.isoformat(), str(reason))

    @overload
    def find(
        self,
        parameter: Parameter[T],
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[T] | None: ...
    @overload
    def find(
        self,
        parameter: Parameter[Any] | str,
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[Any] | None: ...
    def find(
        self,
        parameter: Parameter[T] | str,
        *,
        on: date,
        area: str | None = None,
        known: date | None = None,
        or_latest: bool = False,
    ) -> Dated[T] | None:
        """The same, or None where it is not known."""
        found = self._entry(_parameter(parameter).name, on, area, known, or_latest=or_latest)
        return found if isinstance(found, Dated) else None

    def timeline(self, parameter: Parameter[T], area: str) -> Timeline[T] | None:
        """What is known of a parameter in one area itself, not in wider ones."""
        return self._timeline(parameter.name, area)

    def pooling_area(self, area: str, kind: InsuranceKind, on: date) -> str:
        """The pooling area 统筹地区 of a kind that an area belongs to, or its own code.

        Example:
            >>> from shebao import MEDICAL
            >>> shipped().pooling_area("130102", MEDICAL, date(2026, 2, 1))
            '130100'
        """
        level = self.find(POOLING_LEVEL[kind], on=on, area=area)
        if level is None:
            return area
        digits, rest = _POOLS[level.value]
        return area[:digits] + rest

    def at_least(self, grade: Evidence | str) -> Law:
        """The law without values of weaker evidence: they become unknown.

        Args:
            grade: such as ``"secondary"``.

        Raises:
            RuleError: if there is no such grade.
        """
        least = _grade(grade, "grade")
        return Law(
            min(least, self.grade, key=lambda each: each.rank),
            self.added,
            tuple(timeline.at_least(least) for timeline in self.changed),
        )

    def replacing(
        self,
        parameter: Parameter[T] | str,
        value: object,
        *,
        area: str = NATION,
        valid_from: date = date.min,
        valid_until: date | None = None,
        citation: Citation | None = None,
        evidence: Evidence | str = Evidence.UNVERIFIED,
    ) -> Law:
        """The law with one value in place of what it says: a reform, or what the caller knows.

        Args:
            parameter: the parameter or its name.
            value: the value, as a file would write it or ready made.
            area: where it holds; the rule of a narrower area still goes before it.
            valid_from: the first day.
            valid_until: the last day, inclusive; None is no end.
            citation: where it stands.
            evidence: how well it was read.

        Raises:
            LawFileError: if there is no such parameter or area, or it has no such value.
            RuleError: if the grade or the citation is none.

        Example:
            >>> from shebao.law import parameters, shipped
            >>> waiting = parameters.MEDICAL_WAITING_MONTHS
            >>> law = shipped().replacing(waiting, 3, area="130100")
            >>> law.get(waiting, on=date(2026, 1, 29), area="130102").value
            3
        """
        if check_area(area, "area", LawFileError) is None:
            raise LawFileError(Fault("area", area, "is no place", "the code of a place"))
        found = _parameter(parameter)
        try:
            read = found.read(value)
        except ValueError as error:
            problem = f"is no value of {found.name}"
            raise LawFileError(Fault("value", value, problem, str(error))) from None
        entry = Dated(
            found.name,
            area,
            read,
            as_day(valid_from, "valid_from"),
            None if valid_until is None else as_day(valid_until, "valid_until"),
            _citation(citation),
            _grade(evidence, "evidence"),
        )
        return self._with([Timeline(found.name, area, (entry,))])

    def with_area(self, text: str, *, source: str = "<text>") -> Law:
        """The law with what a text says of one area in place of what it says itself.

        Args:
            text: TOML in the form of the shipped files: days without quotes, money as text,
                instruments of wider areas cited by their key, ``missing = "why"`` in place of
                a value that is not known.
            source: the name of the file, for the errors.

        Raises:
            LawFileError: with all faults of the text.

        Example:
            >>> law = shipped().with_area('''
            ...     schema = 1
            ...     area = "130200"
            ...     name = { zh = "唐山市", en = "Tangshan" }
            ...
            ...     [instruments.notice]
            ...     title = { zh = "某通知", en = "Some Notice" }
            ...     issuer = "某局"
            ...
            ...     [[parameters."medical.waiting_months"]]
            ...     from = 2026-01-01
            ...     value = 3
            ...     citation = { instrument = "notice", article = "第二条" }
            ...     evidence = "secondary"
            ...     source = "where it was read"
            ... ''')
            >>> law.pooling_area("130202", InsuranceKind.MEDICAL, date(2026, 2, 1))
            '130200'
            >>> from shebao.law import parameters
            >>> waiting = parameters.MEDICAL_WAITING_MONTHS
            >>> law.get(waiting, on=date(2026, 2, 1), area="130202").value
            3
        """
        place = load(text, source, known=self._instruments)
        return self._with(place.timelines.values(), place)

    @property
    def read_until(self) -> date:
        """The day up to which the law was read: what came later is not in it."""
        places = (*reversed(self.added), shipped_place(NATION))
        return next(place.read_until for place in places if place and place.read_until)

    def area_name(self, area: str) -> tuple[str, str] | None:
        """The Chinese and the English name of an area that has a file of its own."""
        check_area(area, "area", RuleError)
        for place in (*reversed(self.added), shipped_place(area)):
            if place is not None and place.area == area:
                return place.name_zh, place.name_en
        return None

    def _entry(
        self, name: str, on: date, area: str | None, known: date | None, *, or_latest: bool
    ) -> Dated[Any] | Hole | None:
        """What the nearest area that says anything says."""
        as_day(on, "on")
        if known is not None:
            as_day(known, "known")
        check_area(area, "area", RuleError)
        chain = self._chains.get((name, area))
        if chain is None:
            chain = self._chain(name, area)
        for timeline in chain:
            found = timeline.entry(on, known, or_latest=or_latest)
            if found is not None and (isinstance(found, Dated) or found.missing is not None):
                return found
        return None

    def _chain(self, name: str, area: str | None) -> tuple[Timeline[Any], ...]:
        """The timelines that may answer for an area, nearest first; remembered."""
        code = check_area(area, "area", RuleError)
        areas = (NATION,) if code is None else ancestors(code)
        timelines = (self._timeline(name, each) for each in areas)
        chain = tuple(timeline for timeline in timelines if timeline is not None)
        self._chains[name, area] = chain
        return chain

    def _timeline(self, name: str, area: str) -> Timeline[Any] | None:
        for timeline in self.changed:
            if timeline.parameter == name and timeline.area == area:
                return timeline
        place = shipped_place(area)
        shipped = place.timelines.get(name) if place else None
        return shipped.at_least(self.grade) if shipped else None

    def _known(self, name: str, area: str | None) -> str:
        chain = self._chain(name, area)
        if not chain:
            return "no value of it is shipped for this area or a wider one"
        return ", ".join(timeline.known_range for timeline in chain)

    def _with(self, timelines: Iterable[Timeline[Any]], *places: Place) -> Law:
        """The law with timelines over what it says for the same days."""
        changed = {(each.parameter, each.area): each for each in self.changed}
        for timeline in timelines:
            key = (timeline.parameter, timeline.area)
            before = self._timeline(*key)
            changed[key] = timeline if before is None else before.overlaid(timeline)
        ordered = tuple(changed[key] for key in sorted(changed))
        return Law(self.grade, (*self.added, *places), ordered)

    def _instruments(self, area: str) -> dict[str, Instrument]:
        """The instruments that a text of an area may cite without defining them."""
        found = shipped_instruments(area)
        for place in self.added:
            if place.area != area and place.area in ancestors(area):
                found.update(place.instruments)
        return found


@cache
def shipped() -> Law:
    """The law that comes with the library; a place is read when it is first asked for."""
    return Law()


def _parameter(parameter: Parameter[Any] | str) -> Parameter[Any]:
    if isinstance(parameter, Parameter):
        return parameter
    if type(parameter) is str and parameter in ALL:
        return ALL[parameter]
    expected = f"one of {', '.join(sorted(ALL))}"
    raise LawFileError(Fault("parameter", parameter, "is no known parameter", expected))


def _grade(grade: Evidence | str, field: str) -> Evidence:
    found = next((each for each in Evidence if grade in (each, each.value)), None)
    if found is None:
        expected = ", ".join(str(each.value) for each in Evidence)
        raise RuleError(Fault(field, grade, "is no grade of evidence", expected))
    return found


def _citation(citation: Citation | None) -> Citation:
    if citation is None:
        return _CALLER
    if type(citation) is not Citation:
        raise RuleError(Fault("citation", citation, "is no citation", "a Citation or None"))
    return citation


def known_law(law: Law | None) -> Law:
    """The law that was given, or the shipped one.

    Raises:
        RuleError: if it is no law.
    """
    if law is None:
        return shipped()
    if type(law) is not Law:
        raise RuleError(Fault("law", law, f"is of type {type(law).__name__}", "a Law or None"))
    return law
