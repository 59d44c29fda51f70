"""What the law knows of a place, what it lacks, and the file to fill in."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao.errors import RuleError
from shebao.law import Dated, Evidence, inventory, parameters, shipped, template

ON = date(2026, 1, 29)
HEBEI, SHIJIAZHUANG, NOWHERE = "130000", "130100", "990000"


def test_every_parameter_is_known_or_lacking() -> None:
    """Of a place each parameter has a value or a reason why not, and never both."""
    found = inventory(SHIJIAZHUANG, on=ON)
    known = [value.parameter for value in found.known]
    lacking = [lack.parameter.name for lack in found.lacking]

    assert sorted(parameters.ALL) == sorted(known + lacking)
    assert all(lack.reason for lack in found.lacking)


@pytest.mark.parametrize("area", [HEBEI, SHIJIAZHUANG, "110000", NOWHERE])
def test_what_is_known_is_what_a_look_up_gives(area: str) -> None:
    """Each value is the one that rules find on that day."""
    for value in inventory(area, on=ON).known:
        assert value is shipped().find(value.parameter, on=ON, area=area)


def test_levels_are_told_apart() -> None:
    """Shijiazhuang has one value of its own; others come from Hebei and the nation."""
    found = inventory(SHIJIAZHUANG, on=ON)

    assert ("石家庄市", "Shijiazhuang") == found.name
    assert ["medical.retiree"] == [value.parameter for value in found.own]
    assert {"100000", HEBEI, SHIJIAZHUANG} == {value.area for value in found.known}


def test_a_hole_tells_its_reason() -> None:
    """Where a place is known to have a rule that was not found, the reason stands in the list."""
    reasons = {lack.parameter.name: lack.reason for lack in inventory(HEBEI, on=ON).lacking}

    assert "the limits of 2026 were not found" in reasons["contribution_base.floor"]


def test_a_place_without_law_of_its_own() -> None:
    """Of a place that nobody has heard of the nation's law is known, and it has no name."""
    found = inventory(NOWHERE, on=ON)

    assert (None, ()) == (found.name, found.own)
    assert {"100000"} == {value.area for value in found.known}


def test_a_place_without_a_file_has_the_name_of_the_table() -> None:
    """Of 宿州 no law of its own is known; its name stands in the table of areas."""
    found = inventory("341300", on=ON)

    assert (("宿州市", "Suzhou"), ()) == (found.name, found.own)


def test_a_stricter_law_knows_less() -> None:
    """What is weaker than the grade asked for is lacking."""
    strict = inventory(SHIJIAZHUANG, on=ON, law=shipped().at_least("official"))

    assert all(value.evidence is Evidence.OFFICIAL for value in strict.known)
    assert len(strict.known) < len(inventory(SHIJIAZHUANG, on=ON).known)


def test_a_template_is_read_and_says_nothing() -> None:
    """The text of a template changes no value of the law; it only names the place."""
    law = shipped().with_area(template(NOWHERE, "某省", "Somewhere", on=ON))
    with_name, without = (inventory(NOWHERE, on=ON, law=each) for each in (law, shipped()))

    assert ("某省", "Somewhere") == with_name.name
    assert without.known == with_name.known


def test_a_template_holds_what_is_lacking() -> None:
    """Each parameter that is not known stands in it once, with its form, and no other."""
    text = template(NOWHERE, "某省", "Somewhere", on=ON)

    for lack in inventory(NOWHERE, on=ON).lacking:
        assert 1 == text.count(f'# [[parameters."{lack.parameter.name}"]]')
    assert "pension.minimum_months" not in text
    assert "# value = ...  # a whole number of months from 0" in text


def test_a_filled_template_is_law() -> None:
    """Whoever takes the signs of a comment away and writes a value has a place of one's own."""
    lines = template(NOWHERE, "某省", "Somewhere", on=ON).splitlines()
    start = lines.index('# [[parameters."contribution_base.year_start"]]')
    instrument = lines.index("# [instruments.notice]")
    for index in (*range(instrument, instrument + 4), *range(start, start + 6)):
        lines[index] = lines[index].removeprefix("# ")
    lines[start + 2] = "value = 7"
    law = shipped().with_area("\n".join(lines))
    found = law.get(parameters.INSURANCE_YEAR_START, on=ON, area=NOWHERE)

    assert isinstance(found, Dated)
    assert (7, Evidence.OFFICIAL, "第一条") == (
        found.value,
        found.evidence,
        found.citation.article,
    )


@pytest.mark.parametrize("name", ["", 'a"b', "a\nb", "a\\b", None])
def test_names_that_would_break_a_file_are_refused(name: object) -> None:
    """A name in a template is printable text without quotes and backslashes."""
    for field, names in (("name_zh", (name, "x")), ("name_en", ("x", name))):
        with pytest.raises(RuleError) as caught:
            template(NOWHERE, *cast("Any", names), on=ON)
        assert field == caught.value.field


@pytest.mark.parametrize("area", [None, "13", 130000])
def test_what_is_no_place_is_refused(area: object) -> None:
    """A place is six digits."""
    with pytest.raises(RuleError) as caught:
        inventory(cast("Any", area), on=ON)
    assert "area" == caught.value.field


def test_what_is_no_law_is_refused() -> None:
    """A number has no values."""
    with pytest.raises(RuleError, match="law: 3 is of type int; expected a Law or None"):
        inventory(HEBEI, on=ON, law=cast("Any", 3))
