"""What the law knows of a place on a day, since when and how well, what it lacks, and a file to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from ..errors import Fault, RuleError, UnknownLawError
from ..model.areas import check_area
from ..months import as_day
from . import areas
from .law import Law, known_law
from .parameter import Parameter
from .parameters import ALL
from .timeline import Dated

__all__ = ["Inventory", "Lack", "inventory", "template"]


@attrs.frozen
class Lack:
    """A parameter whose value is not known.

    Attributes:
        parameter: which.
        reason: why, or what is known instead.
    """

    parameter: Parameter[Any]
    reason: str


@attrs.frozen
class Inventory:
    """What is known of a place on a day.

    Attributes:
        area: its code.
        name: its Chinese and English name; None for a code that is not known.
        on: the day.
        known: the values that hold, each with its first day, grade, citation and the level that it
            came from.
        lacking: the parameters without a value.
    """

    area: str
    name: tuple[str, str] | None
    on: date
    known: tuple[Dated[Any], ...]
    lacking: tuple[Lack, ...]

    @property
    def own(self) -> tuple[Dated[Any], ...]:
        """The values of the place itself, not of wider ones."""
        return tuple(value for value in self.known if value.area == self.area)


def inventory(area: str, *, on: date, law: Law | None = None) -> Inventory:
    """What the law knows of a place on a day, and what it lacks.

    Args:
        area: the code of the place.
        on: the day.
        law: None is the shipped law.

    Raises:
        RuleError: if the area is no code, or the law none.

    Example:
        >>> found = inventory("130100", on=date(2026, 1, 29))
        >>> found.name
        ('石家庄市', 'Shijiazhuang')
        >>> [(each.parameter, str(each.valid_from), each.evidence.en) for each in found.own]
        [('medical.retiree', '2023-02-23', 'secondary')]
        >>> "medical.waiting_months" in {lack.parameter.name for lack in found.lacking}
        True
    """
    if check_area(area, "area", RuleError) is None:
        raise RuleError(Fault("area", area, "is no place", "the code of a place"))
    as_day(on, "on")
    asked = known_law(law)
    known: list[Dated[Any]] = []
    lacking: list[Lack] = []
    for name in sorted(ALL):
        try:
            known.append(asked.get(name, on=on, area=area))
        except UnknownLawError as error:
            lacking.append(Lack(ALL[name], error.known))
    return Inventory(area, _name(area, asked), on, tuple(known), tuple(lacking))


def _name(area: str, law: Law) -> tuple[str, str] | None:
    """The names in the file of a place, or those of the table of areas."""
    named = law.area_name(area)
    listed = areas.listed(area)
    if named is None and listed is not None:
        return listed.name_zh, listed.name_en
    return named


def template(area: str, name_zh: str, name_en: str, *, on: date, law: Law | None = None) -> str:
    """A file of law for a place, to be filled in: what is lacking stands in it as comments.

    As it is, ``law.with_area`` reads it, and it says nothing. Whoever knows a value takes the signs
    of a comment away and writes value, article, grade and source.

    Args:
        area: the code of the place.
        name_zh: its Chinese name.
        name_en: its English name.
        on: the day whose law is looked at, and from which the values would hold.
        law: None is the shipped law.

    Raises:
        RuleError: if the area is no code, or a name is empty or holds a quote or a backslash.

    Example:
        >>> from shebao.law import shipped
        >>> text = template("990000", "某省", "Somewhere", on=date(2026, 1, 29))
        >>> print(text.splitlines()[3])
        name = { zh = "某省", en = "Somewhere" }
        >>> shipped().with_area(text).area_name("990000")
        ('某省', 'Somewhere')
    """
    for field, name in (("name_zh", name_zh), ("name_en", name_en)):
        is_text = type(name) is str and name.isprintable() and name
        if not is_text or set(name) & {'"', "\\"}:
            raise RuleError(Fault(field, name, "is no name", "text without quotes and backslashes"))
    found = inventory(area, on=on, law=law)
    return "\n".join(_lines(found, name_zh, name_en)) + "\n"


def _lines(found: Inventory, name_zh: str, name_en: str) -> Iterator[str]:
    yield "# Law of a place. Values without a source are worth nothing: name document, article and page."
    yield "schema = 1"
    yield f'area = "{found.area}"'
    yield f'name = {{ zh = "{name_zh}", en = "{name_en}" }}'
    yield ""
    yield "# [instruments.notice]"
    yield '# title = { zh = "某通知", en = "Some Notice" }'
    yield '# issuer = "某局"'
    yield '# number = "某发〔2026〕1号"'
    for lack in found.lacking:
        parameter = lack.parameter
        yield ""
        yield f"# {parameter.title_zh}: {parameter.title_en}, {parameter.unit}"
        yield f'# [[parameters."{parameter.name}"]]'
        yield f"# from = {found.on}"
        yield f"# value = ...  # {_form(parameter)}"
        yield '# citation = { instrument = "notice", article = "第一条" }'
        yield '# evidence = "official"'
        yield '# source = "where it was read"'


def _form(parameter: Parameter[Any]) -> str:
    """What a value of a parameter looks like, in the words of its reader."""
    try:
        parameter.read(None)
    except ValueError as error:
        return str(error)
    return "a value"  # pragma: no cover - no reader takes None for a value
