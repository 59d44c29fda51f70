"""Areas obey the laws of a tree with names: every code is answered, every name leads back."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import RuleError, UnknownAreaError
from shebao.law import areas, shipped
from shebao.law.areas import Area
from shebao.model.areas import NATION, ancestors
from shebao.terms import InsuranceKind

ALL: Final = areas.known()
AREAS: Final = st.sampled_from(ALL)
CODES: Final = st.one_of(
    st.from_regex(r"[1-8][0-9]{5}", fullmatch=True),
    st.builds(
        lambda area, digits: area.code[:4] + digits,
        AREAS,
        st.from_regex("[0-9]{2}", fullmatch=True),
    ),
)
KINDS: Final = st.sampled_from(list(InsuranceKind))
DAYS: Final = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(AREAS)
def test_every_area_lies_in_the_nation(area: Area) -> None:
    """Going from parent to parent leads through the province to the nation, within three steps."""
    path = [area]
    while (parent := path[-1].parent) is not None:
        path.append(areas.get(parent))
    assert NATION == path[-1].code
    assert len(path) <= 4
    assert area.code == NATION or area.province in {each.code for each in path}
    assert {each.code for each in path} <= set(ancestors(area.code))


@given(CODES)
def test_a_code_is_found_or_has_near_ones(code: str) -> None:
    """Every code of six digits gives its area, or an error with three areas that exist."""
    if code in {area.code for area in ALL}:
        assert code == areas.get(code).code
        return
    with pytest.raises(UnknownAreaError) as caught:
        areas.get(code)
    assert code == caught.value.name
    assert 3 == len(caught.value.nearest)
    assert {str(area) for area in ALL}.issuperset(caught.value.nearest)


@given(CODES)
def test_children_know_their_parent(code: str) -> None:
    """What a code has inside it has that code as its parent, and nothing else has."""
    assert [each for each in ALL if each.parent == code] == list(areas.children(code))


@given(AREAS, st.data())
def test_how_a_name_is_written_does_not_matter(area: Area, data: st.DataObject) -> None:
    """Case, spaces, hyphens and apostrophes inside an English name change nothing."""
    draw = data.draw
    letters = [draw(st.sampled_from([each, each.upper(), each.lower()])) for each in area.name_en]
    joints = [draw(st.sampled_from(["", "", "", " ", "-", "'", "’"])) for _ in letters]
    written = "".join(letter + joint for letter, joint in zip(letters, joints, strict=True))
    province = None if area.code == NATION else area.province
    assert area == areas.find(written, province, area.level)


@given(st.text(max_size=12), st.none() | st.sampled_from(["130000", "河北省", "Jilin"]))
def test_any_text_is_found_refused_or_unknown(name: str, province: str | None) -> None:
    """A text of any kind gives an area, or one of two errors that say what to write instead."""
    try:
        answer: object = areas.find(name, province)
    except (UnknownAreaError, RuleError) as error:
        answer = error.name if isinstance(error, UnknownAreaError) else error.field
    assert answer in {*ALL, name, "name"}


@given(CODES, KINDS, DAYS)
def test_every_code_has_a_pooling_area(code: str, kind: InsuranceKind, day: date) -> None:
    """A pooling area is a wider area or the code itself, and that of a pooling area is itself."""
    found = areas.pooling_area(code, kind, on=day)
    assert found.area in ancestors(code)
    assert shipped().pooling_area(code, kind, day) == found.area
    assert found.level is not None or found.area == code
    if found.level is not None and found.level.area in ancestors(found.area):
        assert found.area == areas.pooling_area(found.area, kind, on=day).area
