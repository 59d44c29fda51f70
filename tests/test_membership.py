"""Members of medical insurance: what is known of one, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from shebao import MedicalMember, Person, PersonError, Scheme, Sex

if TYPE_CHECKING:
    from collections.abc import Callable

ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE, label="张三")
FACTS = ("is_insured", "has_account", "is_in_good_standing")


def test_nothing_is_guessed() -> None:
    """Of who was only named nothing is known."""
    member = MedicalMember(person=ANN)

    assert ANN == member.person
    assert {None} == {getattr(member, field.name) for field in attrs.fields(MedicalMember)[1:]}


def test_unknown_is_not_no() -> None:
    """That somebody has no account is another statement than that nobody knows."""
    for fact in FACTS:
        known: Any = {fact: False}
        assert MedicalMember(person=ANN) != MedicalMember(person=ANN, **known)


@pytest.mark.parametrize("scheme", [*Scheme, None])
@pytest.mark.parametrize("fact", [True, False, None])
def test_every_scheme_and_truth_value(scheme: Scheme | None, fact: bool | None) -> None:
    """A member is enrolled in any scheme, and each fact is yes, no or not known."""
    known: Any = dict.fromkeys(FACTS, fact)
    member = MedicalMember(person=ANN, area="130100", scheme=scheme, **known)

    assert scheme is member.scheme
    assert [fact] * 3 == [getattr(member, each) for each in FACTS]


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"person": "张三"}, ["person"]),
        ({"person": None}, ["person"]),
        ({"area": "Shijiazhuang"}, ["area"]),
        ({"area": 130100}, ["area"]),
        ({"area": ""}, ["area"]),
        ({"scheme": "employee"}, ["scheme"]),
        ({"is_insured": 1}, ["is_insured"]),
        ({"has_account": "yes"}, ["has_account"]),
        ({"is_in_good_standing": 0}, ["is_in_good_standing"]),
        (
            {"person": 1, "area": 1, "scheme": 1, **dict.fromkeys(FACTS, 1)},
            ["person", "area", "scheme", *FACTS],
        ),
    ],
)
def test_what_cannot_be(facts: dict[str, Any], fields: list[str]) -> None:
    """Each fact is of its type, all that are not are listed, and a name is not repeated."""
    given = {"person": ANN, **facts}
    with pytest.raises(PersonError) as caught:
        MedicalMember(**given)

    assert fields == [fault.field for fault in caught.value.faults]
    assert "张三" not in f"{caught.value!s} {caught.value!r}"


def test_facts_are_given_by_name() -> None:
    """Truth values without their names could be mixed up."""
    positional: Any = MedicalMember
    with pytest.raises(TypeError):
        positional(ANN, "130100")


def test_what_one_does_not_know_the_other_says() -> None:
    """What is known stays, a no included; what is not is taken from the other; both are unchanged."""
    said = MedicalMember(person=ANN, area="130100", has_account=False)
    record = MedicalMember(
        person=ANN, area="110000", scheme=Scheme.EMPLOYEE, is_insured=True, has_account=True
    )
    both = MedicalMember(
        person=ANN, area="130100", scheme=Scheme.EMPLOYEE, is_insured=True, has_account=False
    )

    assert both == said.over(record)
    assert both == both.over(record) == both.over(MedicalMember(person=ANN))
    assert record == MedicalMember(person=ANN).over(record)
    assert said == MedicalMember(person=ANN, area="130100", has_account=False)


@pytest.mark.parametrize("has_account", [True, False, None])
@pytest.mark.parametrize("scheme", [*Scheme, None])
def test_who_has_an_account_is_no_resident(has_account: bool | None, scheme: Scheme | None) -> None:
    """Residents have none: who says that there is one is not made a resident by a record."""
    said = MedicalMember(person=ANN, has_account=has_account)
    found = said.over(MedicalMember(person=ANN, area="130100", scheme=scheme, is_insured=True))
    kept_out = has_account is True and scheme is Scheme.RESIDENT

    assert (None if kept_out else scheme) is found.scheme
    assert ("130100", True, has_account) == (found.area, found.is_insured, found.has_account)


@pytest.mark.parametrize("standing", [True, False, None])
@pytest.mark.parametrize("insured", [True, False, None])
def test_who_is_in_good_standing_has_not_stopped_paying(
    standing: bool | None, insured: bool | None
) -> None:
    """A retiree does not pay: who says that all is in force is not made uninsured by a record."""
    said = MedicalMember(person=ANN, is_in_good_standing=standing)
    found = said.over(MedicalMember(person=ANN, scheme=Scheme.EMPLOYEE, is_insured=insured))
    kept_out = standing is True and insured is False

    assert (None if kept_out else insured) is found.is_insured
    assert (Scheme.EMPLOYEE, standing) == (found.scheme, found.is_in_good_standing)


def test_what_is_said_stays_however_it_looks() -> None:
    """Only what is taken over is looked at; a contradiction that somebody says is theirs."""
    said = MedicalMember(
        person=ANN,
        scheme=Scheme.RESIDENT,
        is_insured=False,
        has_account=True,
        is_in_good_standing=True,
    )

    assert said == said.over(MedicalMember(person=ANN, scheme=Scheme.EMPLOYEE, is_insured=True))


def test_nobody_is_completed_from_somebody_else() -> None:
    """Facts of one person say nothing of another, and neither is named."""
    other = MedicalMember(person=Person(birth=date(1996, 5, 1), sex=Sex.FEMALE, label="李四"))
    with pytest.raises(PersonError, match="is somebody else; expected the same person") as caught:
        MedicalMember(person=ANN).over(other)

    assert "三" not in f"{caught.value!s} {caught.value!r}"
    assert "李" not in f"{caught.value!s} {caught.value!r}"


def test_copies_are_equal(copies: Callable[[object], list[object]]) -> None:
    """A copied or pickled member is the same member."""
    member = MedicalMember(person=ANN, area="130100", scheme=Scheme.EMPLOYEE, is_insured=True)

    assert all(member == other for other in copies(member))
    assert {member: 1} == {next(iter(copies(member))): 1}
