"""Reads the law of one place from TOML, strictly: whatever is wrong is reported, all at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pkgutil import get_data
from typing import Any, Final

import attrs

from ..model.areas import NATION, ancestors
from .checks import Checker, Table, join, parse
from .citations import Instrument
from .entries import read_timelines
from .parameters import ALL
from .timeline import Timeline

__all__ = ["Place", "load", "shipped_instruments", "shipped_place"]

_TOP: Final = ("schema", "area", "name", "read_until", "instruments", "parameters")
_PART: Final = ("schema", "parameters")
_INSTRUMENT: Final = ("title", "issuer", "number", "adopted", "in_force")
_LANGUAGES: Final = ("zh", "en")
_CODE: Final = re.compile(r"[0-9]{6}")


@attrs.frozen
class Place:
    """The law of one place as its file gives it.

    Attributes:
        area: its code.
        name_zh: its Chinese name.
        name_en: its English name.
        read_until: the day up to which the law was read, in the nation's file.
        instruments: what it cites of its own, by key.
        timelines: its parameters by name.
    """

    area: str
    name_zh: str
    name_en: str
    read_until: date | None
    instruments: Mapping[str, Instrument]
    timelines: Mapping[str, Timeline[Any]]


@lru_cache(maxsize=1024)
def shipped_place(area: str) -> Place | None:
    """The law of a place as it comes with the library; None for a place without a file."""
    text = _shipped_text(f"{area}.toml")
    if text is None:
        return None
    place = load(text, f"{area}.toml", area=area)
    return attrs.evolve(place, timelines=_Subjects(place)) if area == NATION else place


def _shipped_text(name: str) -> str | None:
    try:
        # Several times lighter to import than importlib.resources, and reads from archives too,
        # whose loaders say OSError for a file that is not there.
        data = get_data(__name__, f"data/{name}")
    except OSError:
        return None
    return (data or b"").decode()


class _Subjects(Mapping[str, Timeline[Any]]):
    """The timelines of the nation, read a subject at a time: the first word of a parameter's name.

    The nation has more law than all that one question needs.
    """

    def __init__(self, nation: Place) -> None:
        self._nation = nation
        self._read: dict[str, Mapping[str, Timeline[Any]]] = {}

    def __getitem__(self, name: str) -> Timeline[Any]:
        subject = name.partition(".")[0]
        found = self._read.get(subject)
        if found is None:
            found = self._read[subject] = self._subject(f"{NATION}/{subject}.toml")
        return found[name]

    def _subject(self, name: str) -> Mapping[str, Timeline[Any]]:
        text = _shipped_text(name)
        if text is None:
            return {}
        table, checker = parse(text, name), Checker(name)
        checker.keys(table, "", _PART)
        _check_schema(checker, table)
        found = read_timelines(checker, table, NATION, self._nation.instruments)
        checker.finish()
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in ALL if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def shipped_instruments(area: str) -> dict[str, Instrument]:
    """The instruments that the files of wider areas define for an area."""
    places = [shipped_place(wider) for wider in ancestors(area) if wider != area]
    return {key: made for place in places if place for key, made in place.instruments.items()}


def load(
    text: str,
    source: str,
    *,
    area: str | None = None,
    known: Callable[[str], Mapping[str, Instrument]] = shipped_instruments,
) -> Place:
    """The law of one place.

    Args:
        text: TOML.
        source: the name of the file, for the errors.
        area: the code that the file should be of; None is any.
        known: gives the instruments of wider areas, which may be cited by their key.

    Raises:
        LawFileError: with all faults of the text.
    """
    table = parse(text, source)
    checker = Checker(source)
    checker.keys(table, "", _TOP)
    _check_schema(checker, table)
    code = _area(checker, table, area)
    name_zh, name_en = _names(checker, table, "", "name")
    read_until = checker.take_any(table, "", "read_until", date)
    if read_until is not None and code != NATION:
        expected = f"it in {NATION}.toml only"
        checker.fault("read_until", read_until, "stands in a place's file", expected)
    wider = known(code) if _CODE.fullmatch(code) else {}
    instruments = _instruments(checker, table, wider)
    timelines = read_timelines(checker, table, code, {**wider, **instruments})
    checker.finish()
    return Place(code, name_zh, name_en, read_until, instruments, timelines)


def _check_schema(checker: Checker, table: Table) -> None:
    if type(table.get("schema")) is not int or table["schema"] != 1:
        checker.fault("schema", table.get("schema"), "is no version that is read", "schema = 1")


def _area(checker: Checker, table: Table, area: str | None) -> str:
    code = checker.take(table, "", "area", str) or ""
    if code and not _CODE.fullmatch(code):
        checker.fault("area", code, "is not an area code", 'six digits, such as "130100"')
    elif code and area is not None and code != area:
        checker.fault("area", code, "is not the area of this file", f'"{area}"')
    return code


def _names(checker: Checker, table: Table, path: str, key: str) -> tuple[str, str]:
    """A name or title in both languages."""
    names = checker.take(table, path, key, dict)
    if names is None:
        return "", ""
    inside = join(path, key)
    checker.keys(names, inside, _LANGUAGES)
    zh, en = (checker.take(names, inside, lang, str) or "" for lang in _LANGUAGES)
    return zh, en


def _instruments(
    checker: Checker, table: Table, known: Mapping[str, Instrument]
) -> dict[str, Instrument]:
    found: dict[str, Instrument] = {}
    tables = checker.take_any(table, "", "instruments", dict) or {}
    for key in tables:
        path = join("instruments", key)
        fields = checker.take(tables, "instruments", key, dict)
        if key in known:
            problem = "is defined in the file of a wider area"
            checker.fault(path, key, problem, "another key, or none: it may be cited as it is")
        if fields is None:
            continue
        checker.keys(fields, path, _INSTRUMENT)
        zh, en = _names(checker, fields, path, "title")
        found[key] = Instrument(
            key,
            zh,
            en,
            checker.take(fields, path, "issuer", str) or "",
            checker.take_any(fields, path, "number", str),
            checker.take_any(fields, path, "adopted", date),
            checker.take_any(fields, path, "in_force", date),
        )
    return found
