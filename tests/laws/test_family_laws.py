"""Families: what holds however the same ties are written."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from shebao import Family, FamilyTie, Kinship, Person, PersonError, Sex, YearMonth
from shebao.rules.kin import near_relative

ON: Final = date(2026, 1, 29)


@composite
def _people(draw: DrawFn, year: int, label: str, sex: Sex | None = None) -> Person:
    """Somebody of a family 张, born in a decade, by day or by month."""
    chosen = draw(st.sampled_from(Sex)) if sex is None else sex
    month = YearMonth(year + draw(st.integers(0, 9)), draw(st.integers(1, 12)))
    births: list[date | YearMonth] = [month, date(month.year, month.month, 17)]
    birth = draw(st.sampled_from(births))
    return Person(birth=birth, sex=chosen, label=f"张{label}")


@composite
def _all_ties(draw: DrawFn) -> list[FamilyTie]:
    """All ties of three generations: two couples, their children who married, and grandchildren."""
    couples = [
        [draw(_people(1920, f"{side} {sex.en}", sex)) for sex in Sex] for side in ("his", "hers")
    ]
    husband = draw(_people(1950, "husband", Sex.MALE))
    wife = draw(_people(1950, "wife", Sex.FEMALE))
    uncle = draw(_people(1950, "sibling"))
    children = [draw(_people(1980, f"child {n}")) for n in range(draw(st.integers(0, 3)))]
    foster = draw(_people(1980, "step-child"))
    ties = [FamilyTie(husband, wife, Kinship.SPOUSE), FamilyTie(husband, uncle, Kinship.SIBLING)]
    ties += [FamilyTie(wife, uncle, Kinship.SIBLING_IN_LAW)]
    ties += [FamilyTie(foster, wife, Kinship.PARENT)]
    raised = draw(st.sampled_from([None, True, False]))
    ties += [FamilyTie(foster, husband, Kinship.STEP_PARENT, raised)]
    sides = (Kinship.PATERNAL_GRANDPARENT, Kinship.MATERNAL_GRANDPARENT)
    for own, other, couple, side in zip(
        (husband, wife), (wife, husband), couples, sides, strict=True
    ):
        ties += [FamilyTie(couple[0], couple[1], Kinship.SPOUSE)]
        for elder in couple:
            ties += [FamilyTie(own, elder, Kinship.PARENT)]
            ties += [FamilyTie(other, elder, Kinship.PARENT_IN_LAW)]
            ties += [FamilyTie(child, elder, side) for child in children]
    for child in children:
        ties += [FamilyTie(child, parent, Kinship.PARENT) for parent in (husband, wife)]
        ties += [FamilyTie(uncle, child, Kinship.OTHER_RELATIVE)]
    return ties


@composite
def some_ties(draw: DrawFn) -> list[FamilyTie]:
    """Some of the ties of three generations."""
    ties = draw(_all_ties())
    return draw(st.lists(st.sampled_from(ties), unique=True, min_size=1))


def _less(tie: FamilyTie) -> FamilyTie:
    """The same tie without the side of the family and the upbringing."""
    return FamilyTie(tie.person, tie.relative, tie.kinship.general)


@composite
def written(draw: DrawFn, ties: list[FamilyTie]) -> list[FamilyTie]:
    """The same ties in another order, some repeated, turned round or said again with less."""
    again = draw(st.lists(st.sampled_from(ties), max_size=6))
    less = [_less(tie) for tie in draw(st.lists(st.sampled_from(ties), max_size=4))]
    shuffled = draw(st.permutations([*ties, *again, *less]))
    return [tie.inverse if draw(st.booleans()) else tie for tie in shuffled]


def _kinships() -> SearchStrategy[Kinship]:
    return st.sampled_from(Kinship)


@given(data=st.data(), ties=some_ties())
def test_how_a_family_is_written_does_not_matter(
    data: st.DataObject, ties: list[FamilyTie]
) -> None:
    """Order, direction, repetition and ties that say less leave the same family, with the same hash."""
    family, other = Family(ties), Family(data.draw(written(ties)))

    assert family == other
    assert hash(family) == hash(other)
    assert len(ties) == len(family) == len(other)
    assert set(family.people) == set(other.people)
    assert Family(family.ties) == Family(tie.inverse for tie in other) == family


@given(data=st.data(), ties=some_ties())
def test_another_family_is_another(data: st.DataObject, ties: list[FamilyTie]) -> None:
    """A family that lacks a tie is another one."""
    left_out = data.draw(st.sampled_from(ties))

    assert Family(ties) != Family(tie for tie in ties if tie is not left_out)


@given(ties=some_ties())
def test_both_sides_see_the_same_tie(ties: list[FamilyTie]) -> None:
    """What one is to another is the inverse of what the other is to the one, or neither is said."""
    family = Family(ties)
    for one, other in product(family.people, repeat=2):
        tie, back = family.tie(one, other), family.tie(other, one)
        assert tie == (None if back is None else back.inverse)
    for tie in ties:
        assert tie == family.tie(tie.person, tie.relative)


@given(data=st.data(), ties=some_ties(), kinship=_kinships())
def test_the_ties_of_a_person_are_those_looked_up(
    data: st.DataObject, ties: list[FamilyTie], kinship: Kinship
) -> None:
    """All ties of all people are each tie seen twice; of a kinship are those of any side of it."""
    family = Family(ties)
    who = data.draw(st.sampled_from(family.people))
    own = family.ties_of(who)

    assert 2 * len(family) == sum(len(family.ties_of(person)) for person in family.people)
    assert all(who == tie.person and tie == family.tie(who, tie.relative) for tie in own)
    assert [tie for tie in own if kinship in (tie.kinship, tie.kinship.general)] == list(
        family.ties_of(who, kinship)
    )


@given(ties=some_ties())
def test_whoever_is_near_is_near_from_both_sides(ties: list[FamilyTie]) -> None:
    """Near relatives are so to each other, and where it is open it is open for both."""
    for tie in Family(ties):
        assert near_relative(tie, on=ON).outcome is near_relative(tie.inverse, on=ON).outcome


@given(data=st.data(), ties=some_ties())
def test_a_contradiction_is_found_wherever_it_stands(
    data: st.DataObject, ties: list[FamilyTie]
) -> None:
    """A tie that says otherwise is refused at any place, in any direction, without a name."""
    tie = data.draw(st.sampled_from(ties))
    other = FamilyTie(tie.person, tie.relative, Kinship.NOT_RELATED)
    given_ties = data.draw(written([*ties, other]))
    with pytest.raises(PersonError) as caught:
        Family(given_ties)

    assert "张" not in f"{caught.value!s} {caught.value!r}"
    assert {"***"} == {fault.value for fault in caught.value.faults}
