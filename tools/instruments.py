"""Writes docs/instruments.md: which instrument fixes which parameter, and which functions read it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import shebao
from shebao.law import Citation, Dated, Evidence, Timeline, parameters
from shebao.law.loader import Place, shipped_place
from shebao.law.parameter import Parameter

PAGE: Final = Path(__file__).parents[1] / "docs" / "instruments.md"
PACKAGE: Final = Path(shebao.__file__).parent
RULES: Final = PACKAGE / "rules"
NATION: Final = "100000"
HEAD: Final = """# Instruments 规范性文件

Which instrument fixes which parameter, how well it was read, and which functions read it.
This page is written by `tools/instruments.py` from the law data and the code.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as it should stand."""
    places = list(_places())
    lines = [HEAD, *_shares(places)]
    for place in places:
        lines += _national(place) if place.area == NATION else []
    lines += _local([place for place in places if place.area != NATION])
    return "\n".join(lines).rstrip() + "\n"


def _places() -> Iterator[Place]:
    for path in sorted((PACKAGE / "law" / "data").glob("*.toml")):
        place = shipped_place(path.stem)
        if place is not None:
            yield place


def _entries(place: Place) -> Iterator[Dated[Any]]:
    for timeline in place.timelines.values():
        yield from _dated(timeline)


def _dated(timeline: Timeline[Any]) -> Iterator[Dated[Any]]:
    for entry in timeline.entries:
        if isinstance(entry, Dated):
            yield entry


def _shares(places: list[Place]) -> list[str]:
    """How many values are attested how well."""
    lines = [
        "| Values | official | secondary | unverified | share official |",
        "|---|---|---|---|---|",
    ]
    for title, some in (
        ("of the nation", [each for each in places if each.area == NATION]),
        ("of places", [each for each in places if each.area != NATION]),
    ):
        found = Counter(entry.evidence for place in some for entry in _entries(place))
        counts = [found[grade] for grade in Evidence]
        share = f"{100 * counts[0] // max(1, sum(counts))} %"
        lines.append(f"| {title} | {' | '.join(map(str, counts))} | {share} |")
    return [*lines, ""]


def _national(nation: Place) -> list[str]:
    lines = ["## The nation 全国", ""]
    for key, instrument in nation.instruments.items():
        rows = [entry for entry in _entries(nation) if entry.citation.instrument.key == key]
        if not rows:
            continue
        number = f" {instrument.number}" if instrument.number else ""
        since = f", in force {instrument.in_force}" if instrument.in_force else ""
        lines += [
            f"### {instrument.title_zh}{number}",
            "",
            f"{instrument.title_en}; {instrument.issuer}{since}.",
            "",
            "| Parameter | From | Article | Grade | Read by |",
            "|---|---|---|---|---|",
        ]
        lines += [
            f"| `{row.parameter}` | {row.valid_from} | {row.citation.article or ''}"
            f" | {row.evidence.value} | {_readers(row.parameter)} |"
            for row in rows
        ]
        lines.append("")
    return lines


def _local(places: list[Place]) -> list[str]:
    lines = [
        "## Places",
        "",
        "| Place | Parameter | Days | Grade | Instrument |",
        "|---|---|---|---|---|",
    ]
    for place in places:
        for name, timeline in place.timelines.items():
            rows = list(_dated(timeline))
            if rows:
                last = rows[-1].valid_until or "on"
                grades = ", ".join(sorted({str(row.evidence.value) for row in rows}))
                lines.append(
                    f"| {place.name_en} {place.name_zh} {place.area} | `{name}`"
                    f" | {rows[0].valid_from} to {last} | {grades} | {_named(rows)} |"
                )
    return lines


def _named(rows: list[Dated[Any]]) -> str:
    citations: list[Citation] = [row.citation for row in rows]
    names = dict.fromkeys(each.instrument.number or each.instrument.title_zh for each in citations)
    return "; ".join(names)


def _readers(parameter: str) -> str:
    return ", ".join(f"`{name}`" for name in sorted(readers().get(parameter, ())))


@cache
def readers() -> Mapping[str, set[str]]:
    """The public functions of the rules that read each parameter, by its name."""
    found: dict[str, set[str]] = {}
    for path in sorted(RULES.glob("[!_]*.py")):
        module = import_module(f"shebao.rules.{path.stem}")
        made = {
            node.name: node
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        for name in made.keys() & set(module.__all__):
            if isinstance(made[name], ast.ClassDef):
                continue
            public = _public_names().get(id(getattr(module, name)), f"{path.stem}.{name}")
            for parameter in _read_by(name, made):
                found.setdefault(parameter, set()).add(public)
    return found


@cache
def _public_names() -> Mapping[int, str]:
    """The name under which users call each function of the rules."""
    found: dict[int, str] = {}
    for name in shebao.__all__:
        module = getattr(shebao, name)
        if isinstance(module, ModuleType):
            for inner in getattr(module, "__all__", ()):
                found.setdefault(id(getattr(module, inner)), f"{name}.{inner}")
    return found


def _read_by(name: str, made: Mapping[str, ast.FunctionDef | ast.ClassDef]) -> set[str]:
    """The parameters that a function reads, itself or through what else its module makes."""
    seen: set[str] = set()
    found: set[str] = set()
    left = {name}
    while left:
        seen |= left
        nodes = [node for each in left for node in ast.walk(made[each])]
        constants = {node.id for node in nodes if isinstance(node, ast.Name)}
        found |= constants & set(parameters.__all__)
        calls = [node.func for node in nodes if isinstance(node, ast.Call)]
        called = {call.id for call in calls if isinstance(call, ast.Name)}
        left = (called & made.keys()) - seen
    return {each for constant in found for each in _named_parameters(constant)}


def _named_parameters(constant: str) -> list[str]:
    value = getattr(parameters, constant)
    if isinstance(value, Parameter):
        return [value.name]
    if constant == "ALL":
        return []
    return [each.name for each in value.values()]


if __name__ == "__main__":
    main()
