"""The loader is strict: each fault is named with its path, value and remedy, all of them at once."""

from __future__ import annotations

from importlib.resources import files

import pytest

from shebao.errors import LawFileError
from shebao.law import parameters, shipped
from shebao.law.loader import load, shipped_place

GOOD = """\
schema = 1
area = "130100"
name = { zh = "石家庄市", en = "Shijiazhuang" }

[instruments.city]
title = { zh = "市办法", en = "City Measures" }
issuer = "市政府"
number = "石政〔2024〕1号"
adopted = 2024-01-01
in_force = 2024-02-01

[[parameters."medical.waiting_months"]]
from = 2024-02-01
until = 2024-12-31
value = 3
citation = { instrument = "city", article = "第三条", quote = "三个月" }
evidence = "secondary"
source = "the city's page"
published = 2024-03-01
note = "a note"

[[parameters."medical.waiting_months"]]
from = 2025-01-01
until = 2025-12-31
missing = "under review"

[[parameters."contribution_base.floor"]]
from = 2024-01-01
value = "4007.50"
citation = { instrument = "rates-2019" }
evidence = "official"
source = "the city's page"
"""

WAITING = 'parameters."medical.waiting_months"'
FLOOR = 'parameters."contribution_base.floor"'

FAULTS = {
    "schema of another version": ("schema = 1", "schema = 2", "schema", "schema = 1"),
    "schema as text": ("schema = 1", 'schema = "1"', "schema", "is no version"),
    "schema missing": ("schema = 1", "", "schema", "is no version"),
    "area missing": ('area = "130100"', "", "area", "is missing; expected text"),
    "area as a number": ('area = "130100"', "area = 130100", "area", "is of the wrong type"),
    "area of five digits": ('area = "130100"', 'area = "13010"', "area", "six digits"),
    "name missing": (
        'name = { zh = "石家庄市", en = "Shijiazhuang" }',
        "",
        "name",
        "is missing; expected a table",
    ),
    "name in one language": (', en = "Shijiazhuang"', "", "name.en", "is missing"),
    "name in a third language": ("Shijiazhuang", 'x", fr = "y', "name.fr", "is no known key"),
    "empty name": ('"Shijiazhuang"', '""', "name.en", "is empty"),
    "unknown key at the top": ("schema = 1", "schema = 1\nsize = 3", "size", "one of schema, area"),
    "read_until of a place": (
        "schema = 1",
        "schema = 1\nread_until = 2026-01-01",
        "read_until",
        "stands in a place's file",
    ),
    "read_until as text": (
        "schema = 1",
        'schema = 1\nread_until = "2026-01-01"',
        "read_until",
        "without quotes",
    ),
    "instruments no table": (
        "schema = 1",
        "schema = 1\ninstruments = 3",
        "toml",
        "cannot be read",
    ),
    "instrument no table": (
        "[instruments.city]",
        "[instruments]\nother = 3\n[instruments.city]",
        "instruments.other",
        "a table",
    ),
    "instrument with an unknown key": (
        "issuer =",
        "isuer = 'x'\nissuer =",
        "instruments.city.isuer",
        "is no known key",
    ),
    "instrument without issuer": (
        'issuer = "市政府"\n',
        "",
        "instruments.city.issuer",
        "is missing",
    ),
    "instrument without title": (
        'title = { zh = "市办法", en = "City Measures" }\n',
        "",
        "instruments.city.title",
        "is missing",
    ),
    "instrument adopted on text": (
        "adopted = 2024-01-01",
        'adopted = "2024-01-01"',
        "instruments.city.adopted",
        "without quotes",
    ),
    "instrument adopted on a moment": (
        "adopted = 2024-01-01",
        "adopted = 2024-01-01T00:00:00",
        "instruments.city.adopted",
        "is of the wrong type",
    ),
    "instrument of a wider area": (
        "[instruments.city]",
        "[instruments.rates-2019]",
        "instruments.rates-2019",
        "is defined in the file of a wider area",
    ),
    "unknown parameter": (
        '[[parameters."contribution_base.floor"]]',
        '[[parameters."contribution_base.flor"]]',
        'parameters."contribution_base.flor"',
        "is no known parameter",
    ),
    "parameter no list": (
        '[[parameters."contribution_base.floor"]]',
        '[parameters."contribution_base.floor"]',
        FLOOR,
        "a list of tables",
    ),
    "unknown key of a value": (
        "note =",
        "nota = 'x'\nnote =",
        f"{WAITING}[0].nota",
        "is no known key",
    ),
    "unknown key of a hole": (
        "missing =",
        "value = 3\nmissing =",
        f"{WAITING}[1].value",
        "one of from, until, missing",
    ),
    "from missing": ("from = 2024-02-01\n", "", f"{WAITING}[0].from", "is missing"),
    "from as text": (
        "from = 2024-02-01",
        'from = "2024-02-01"',
        f"{WAITING}[0].from",
        "without quotes",
    ),
    "until as text": (
        "until = 2024-12-31",
        'until = "2024-12-31"',
        f"{WAITING}[0].until",
        "without quotes",
    ),
    "until before from": (
        "until = 2025-12-31",
        "until = 2024-12-31",
        f"{WAITING}[1].until",
        "2025-01-01 or later",
    ),
    "gap": (
        "until = 2024-12-31",
        "until = 2024-12-30",
        f"{WAITING}[1].from",
        'expected 2024-12-31, or an entry with missing = "why" between them',
    ),
    "overlap": (
        "until = 2024-12-31",
        "until = 2025-01-01",
        f"{WAITING}[1].from",
        "the entry before to end on 2024-12-31",
    ),
    "open end before another entry": (
        "until = 2024-12-31\n",
        "",
        f"{WAITING}[1].from",
        "overlaps the entry before",
    ),
    "unsorted": (
        "from = 2025-01-01",
        "from = 2023-01-01",
        f"{WAITING}[1].from",
        "entries are sorted",
    ),
    "value missing": ("value = 3\n", "", f"{WAITING}[0].value", 'a value, or missing = "why"'),
    "value as text": ("value = 3", 'value = "3"', f"{WAITING}[0].value", "a whole number"),
    "money as a float": (
        'value = "4007.50"',
        "value = 4007.5",
        f"{FLOOR}[0].value",
        'as text such as "2620.50"',
    ),
    "citation missing": (
        'citation = { instrument = "rates-2019" }\n',
        "",
        f"{FLOOR}[0].citation",
        "is missing; expected a table",
    ),
    "citation as text": (
        'citation = { instrument = "rates-2019" }',
        'citation = "rates-2019"',
        f"{FLOOR}[0].citation",
        "a table",
    ),
    "citation with an unknown key": (
        'article = "第三条"',
        'artikel = "第三条"',
        f"{WAITING}[0].citation.artikel",
        "one of instrument, article, quote",
    ),
    "citation without instrument": (
        'instrument = "rates-2019"',
        "",
        f"{FLOOR}[0].citation.instrument",
        "is missing",
    ),
    "unknown instrument": (
        'instrument = "rates-2019"',
        'instrument = "rates-2020"',
        f"{FLOOR}[0].citation.instrument",
        "is not defined",
    ),
    "article as a number": (
        'article = "第三条"',
        "article = 3",
        f"{WAITING}[0].citation.article",
        "is of the wrong type",
    ),
    "evidence missing": (
        'evidence = "official"\n',
        "",
        f"{FLOOR}[0].evidence",
        "is missing",
    ),
    "unknown evidence": (
        'evidence = "official"',
        'evidence = "sure"',
        f"{FLOOR}[0].evidence",
        "one of official, secondary, unverified",
    ),
    "source of a place missing": (
        'evidence = "official"\nsource = "the city\'s page"\n',
        'evidence = "official"\n',
        f"{FLOOR}[0].source",
        "where the value was read",
    ),
    "published as text": (
        "published = 2024-03-01",
        'published = "2024"',
        f"{WAITING}[0].published",
        "without quotes",
    ),
    "note as a list": ('note = "a note"', "note = []", f"{WAITING}[0].note", "expected text"),
    "missing without a reason": (
        'missing = "under review"',
        'missing = ""',
        f"{WAITING}[1].missing",
        "is empty",
    ),
}


def test_a_good_text_loads() -> None:
    """The text from which the faulty ones are made has no fault."""
    place = load(GOOD, "130100.toml", area="130100")
    assert set(place.timelines) == {"medical.waiting_months", "contribution_base.floor"}
    assert place.instruments["city"].number == "石政〔2024〕1号"


@pytest.mark.parametrize("case", FAULTS)
def test_each_fault_is_named(case: str) -> None:
    """A fault is a LawFileError with file, path, value and what would be right."""
    right, wrong, field, message = FAULTS[case]
    assert GOOD.count(right) >= 1
    with pytest.raises(LawFileError) as caught:
        load(GOOD.replace(right, wrong, 1), "130100.toml", area="130100")
    faults = {fault.field: fault for fault in caught.value.faults}
    assert field in faults
    assert message in str(faults[field])
    assert all(fault.source == "130100.toml" for fault in caught.value.faults)


#: A wrong area or key also leaves citations without what they cite.
FOLLOWED = {
    "area missing",
    "area as a number",
    "area of five digits",
    "instruments no table",
    "instrument of a wider area",
}


@pytest.mark.parametrize("case", sorted(FAULTS.keys() - FOLLOWED))
def test_one_fault_is_reported_once(case: str) -> None:
    """A single fault gives a single report, without others that follow from it."""
    right, wrong, _, _ = FAULTS[case]
    with pytest.raises(LawFileError) as caught:
        load(GOOD.replace(right, wrong, 1), "130100.toml", area="130100")
    assert len(caught.value.faults) == 1


def test_all_faults_are_reported_together() -> None:
    """Faults in all parts of a file are reported at once, in the order of the file."""
    text = GOOD
    for case in ("schema as text", "instrument without issuer", "gap", "unknown evidence"):
        right, wrong, _, _ = FAULTS[case]
        text = text.replace(right, wrong, 1)
    with pytest.raises(LawFileError) as caught:
        load(text, "130100.toml", area="130100")
    fields = [fault.field for fault in caught.value.faults]
    assert fields == [
        "schema",
        "instruments.city.issuer",
        f"{WAITING}[1].from",
        f"{FLOOR}[0].evidence",
    ]
    assert str(caught.value).startswith("4 faults:\n  130100.toml: schema: '1' is no version")


def test_the_name_of_the_file_is_its_area() -> None:
    """A file whose area is not its name is refused; a text without a file has any area."""
    with pytest.raises(LawFileError) as caught:
        load(GOOD, "130200.toml", area="130200")
    assert caught.value.field == "area"
    assert str(caught.value).endswith('is not the area of this file; expected "130200"')
    assert shipped().with_area(GOOD) != shipped()


def test_a_syntax_error_names_line_and_column() -> None:
    """Where the text is not TOML, the fault has the parser's line and column."""
    with pytest.raises(LawFileError) as caught:
        shipped().with_area("schema = 1\narea = 130 100\n", source="mine.toml")
    fault = caught.value.faults[0]
    assert (fault.field, fault.source, fault.line) == ("toml", "mine.toml", 2)
    assert fault.column is not None


def test_a_day_that_is_not_in_the_calendar_is_no_toml() -> None:
    """The thirtieth of February is refused with its line."""
    with pytest.raises(LawFileError) as caught:
        load(GOOD.replace("2024-02-01", "2024-02-30", 1), "x.toml")
    assert caught.value.faults[0].line == 10


def test_an_unfinished_text_is_refused() -> None:
    """A text that stops in the middle is refused, at its end."""
    with pytest.raises(LawFileError, match="cannot be read") as caught:
        load("name = {", "x.toml")
    assert caught.value.field == "toml"


def test_an_entry_that_is_no_table_is_refused() -> None:
    """An entry is a table; anything else in the list is named by its index."""
    text = 'schema = 1\narea = "130100"\nname = { zh = "x", en = "x" }\n[parameters]\n'
    with pytest.raises(LawFileError) as caught:
        load(text + '"medical.waiting_months" = [3]', "x.toml")
    assert caught.value.field == f"{WAITING}[0]"
    with pytest.raises(LawFileError, match="has no entries"):
        load(text + '"medical.waiting_months" = []', "x.toml")
    with pytest.raises(LawFileError, match="parameters: 3 is of the wrong type"):
        load(text.replace("[parameters]", "parameters = 3"), "x.toml")


def test_national_values_need_no_source() -> None:
    """A national value may lack its source: its citation can be looked up."""
    text = GOOD.replace("130100", "100000").replace('source = "the city\'s page"\n', "")
    text = text.replace('instrument = "rates-2019"', 'instrument = "city"')
    assert load(text, "100000.toml", area="100000").area == "100000"


def test_a_place_without_a_file_has_no_law_of_its_own() -> None:
    """A code without a file is no fault."""
    assert shipped_place("999999") is None


def test_a_shipped_file_given_as_text_changes_nothing() -> None:
    """The text of a shipped file, given by a caller, is the same law again."""
    for area in ("100000", "130000", "130100", "130181"):
        text = files("shebao.law").joinpath("data", f"{area}.toml").read_text("utf-8")
        law = shipped().with_area(text, source=f"{area}.toml")
        for parameter in parameters.ALL.values():
            assert law.timeline(parameter, area) == shipped().timeline(parameter, area)
        assert law.area_name(area) == shipped().area_name(area)
        assert law.read_until == shipped().read_until


def test_a_misspelt_parameter_is_told_what_it_may_be() -> None:
    """Whoever writes ``flor`` reads of ``floor``, first of three."""
    text = GOOD.replace(
        '[[parameters."contribution_base.floor"]]', '[[parameters."contribution_base.flor"]]'
    )
    with pytest.raises(LawFileError) as caught:
        shipped().with_area(text)
    (fault,) = caught.value.faults
    said, _, names = fault.expected.partition("such as ")
    assert said == "a name of shebao.law.parameters, "
    assert names.split(", ")[0] == "contribution_base.floor"
    assert len(names.split(", ")) == 3


def test_the_nation_has_each_of_its_timelines_once() -> None:
    """As many as are told by name; what only places have is not among them."""
    nation = shipped_place("100000")
    assert nation is not None
    names = list(nation.timelines)
    assert len(nation.timelines) == len(names) == len(set(names))
    assert {"pension.account_interest", "arrears.fine"} < {*names}
    assert "requirement.car_plate" not in nation.timelines
