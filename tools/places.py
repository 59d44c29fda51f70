"""Writes docs/places.md: what is known of every province and of its places, with source and grade."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs

import shebao
from shebao.law import Dated, parameters, shipped
from shebao.law.loader import Place, shipped_place
from shebao.law.timeline import Hole
from shebao.months import YearMonth
from shebao.terms import Term

PAGE: Final = Path(__file__).parents[1] / "docs" / "places.md"
DATA: Final = Path(shebao.__file__).parent / "law" / "data"
NATION: Final = "100000"
#: What one asks of a province first; a province that lacks it says so.
ASKED: Final = (
    "average_monthly_wage",
    "contribution_base.floor",
    "contribution_base.ceiling",
    "contribution_base.year_start",
    "pension.benefit_base",
    "pension.transitional",
    "pension.account_start",
    "medical.retiree",
    "unemployment.benefit_bands",
)
HEAD: Final = """# Places 各地

What is known of every province and of its places, the last two values of each parameter, with first day, grade and where it was read.
What does not stand here of a place is not known for it, or is the nation's (see [instruments](instruments.md)).
This page is written by `tools/places.py` from the law data; `sb.law.inventory(area, on=...)` tells the same of one place.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as it should stand."""
    places = [place for place in _places() if place.area != NATION]
    provinces = [place for place in places if place.area.endswith("0000")]
    lines = [HEAD]
    for province in provinces:
        inside = [
            place
            for place in places
            if place.area[:2] == province.area[:2] and place.area != province.area
        ]
        lines += [f"## {province.name_en} {province.name_zh} {province.area}", ""]
        lines += _own(province)
        lines += [*_lacking(province), ""]
        for place in inside:
            lines += [f"### {place.name_en} {place.name_zh} {place.area}", "", *_own(place)]
    return "\n".join(lines).rstrip() + "\n"


def _places() -> Iterator[Place]:
    for path in sorted(DATA.glob("*.toml")):
        place = shipped_place(path.stem)
        if place is not None:
            yield place


def _day() -> date:
    return shipped().read_until


def _own(place: Place) -> list[str]:
    """A table of what a place has of its own, the last two values of each parameter."""
    rows = [
        row
        for name in sorted(place.timelines)
        for back in (2, 1)
        if (row := _row(place, name, back)) is not None
    ]
    rows += [hole for name in sorted(place.timelines) for hole in _holes(place, name)]
    if not rows:
        return ["Nothing of its own.", ""]
    head = ["| Parameter | Value | From | Until | Grade | Document | Read in |"]
    return [*head, "|---|---|---|---|---|---|---|", *rows, ""]


def _holes(place: Place, name: str) -> Iterator[str]:
    """Why a value is not known on the day, where the place says so."""
    entry = place.timelines[name].entry(_day())
    if isinstance(entry, Hole) and entry.missing is not None:
        reason = entry.missing.replace("|", "/")
        yield f"| `{name}` | not known: {reason} | {entry.valid_from} | | | | |"


def _row(place: Place, name: str, back: int) -> str | None:
    """The last value of a parameter, or the one before it."""
    found = [entry for entry in place.timelines[name].entries if isinstance(entry, Dated)]
    now = [entry for entry in found if entry.valid_from <= _day()]
    if len(now) < back:
        return None
    entry = now[-back]
    instrument = entry.citation.instrument
    parts = (
        f"`{name}`",
        _value(entry.value),
        str(entry.valid_from),
        "" if entry.valid_until is None else str(entry.valid_until),
        str(entry.evidence.value),
        instrument.number or instrument.title_zh,
        entry.citation.source or "",
    )
    return f"| {' | '.join(part.replace('|', '/') for part in parts)} |"


def _lacking(place: Place) -> list[str]:
    """What one would ask first and of which no value was found at all."""
    lacking = [
        parameters.ALL[name].title_zh
        for name in ASKED
        if shipped().find(name, on=_day(), area=place.area) is None
        and (name not in place.timelines or _row(place, name, 1) is None)
    ]
    return [f"Not found: {'、'.join(lacking)}."] if lacking else []


def _value(value: Any) -> str:  # noqa: ANN401 - values of law have many forms
    """A value in a few words."""
    if isinstance(value, Term):
        return value.zh
    if isinstance(value, YearMonth):
        return str(value)
    if isinstance(value, tuple):
        is_step = len(value) == 2 and isinstance(value[0], int)
        return (" → " if is_step else ", ").join(map(_value, value))
    if attrs.has(type(value)):
        fields = (
            (field.name, getattr(value, field.name), field.default)
            for field in attrs.fields(type(value))
        )
        return "; ".join(
            f"{name} {_value(given)}" for name, given, default in fields if given != default
        )
    return str(value)


if __name__ == "__main__":
    main()
