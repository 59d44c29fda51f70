"""Bindings of a medical account by the day: what they are, which last, and what cannot be."""

from __future__ import annotations

from datetime import date, datetime
from itertools import permutations
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import (
    Binding,
    BindingChannel,
    FamilyTie,
    Kinship,
    MonthError,
    PeriodError,
    Person,
    Sex,
    SharingScope,
)
from shebao.model.bindings import active

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, LAST = date(2026, 2, 1), date(2026, 5, 31)
ANN = Person(birth=date(1970, 5, 1), sex=Sex.FEMALE, label="张三")
MAY = Person(birth=date(1945, 5, 1), sex=Sex.FEMALE, label="李四")
BEN = Person(birth=date(1969, 5, 1), sex=Sex.MALE, label="王五")
TIE = FamilyTie(ANN, MAY, Kinship.PARENT)


def bound(**facts: Any) -> Binding:  # noqa: ANN401
    """Ann's mother bound to Ann's account, unless facts differ."""
    facts = {"tie": TIE, "from_day": FIRST, "to_day": LAST, **facts}
    return Binding(**facts)


def test_the_owner_is_the_person_of_the_tie() -> None:
    """Whose relative it is owns the account; the inverse tie binds the other way."""
    assert (ANN, MAY) == (bound().owner, bound().relative)
    assert (MAY, ANN) == (bound(tie=TIE.inverse).owner, bound(tie=TIE.inverse).relative)
    assert bound() != bound(tie=TIE.inverse)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 31), False),
        (FIRST, True),
        (date(2026, 3, 15), True),
        (LAST, True),
        (date(2026, 6, 1), False),
    ],
)
def test_both_ends_are_in_it(day: date, expected: bool) -> None:
    """A binding lasts on its first and its last day, and not on those next to them."""
    assert expected is bool(active([bound()], on=day))


def test_without_an_end_it_goes_on() -> None:
    """None is no end, and one day is its first and last."""
    assert active([bound(to_day=None)], on=date.max)
    assert active([bound(to_day=FIRST)], on=FIRST)
    assert () == active([], on=FIRST)


def test_the_oldest_comes_first() -> None:
    """However they are given, bindings that last are in the order of their first days."""
    bindings = [
        bound(from_day=date(2026, 1, day), tie=FamilyTie(owner, relative, Kinship.OTHER_RELATIVE))
        for day, owner, relative in ((3, ANN, BEN), (1, BEN, MAY), (2, MAY, ANN))
    ]
    ended = bound(to_day=FIRST)
    for given in permutations([*bindings, ended]):
        found = active((each for each in given), on=date(2026, 3, 1))
        assert [1, 2, 3] == [each.from_day.day for each in found]


def test_bindings_of_one_owner_or_relative() -> None:
    """Bindings are found by who owns the account and by who spends, alone and together."""
    own = bound()
    husband = bound(tie=FamilyTie(ANN, BEN, Kinship.SPOUSE))
    back = bound(tie=FamilyTie(BEN, ANN, Kinship.SPOUSE))
    bindings = [own, husband, back]

    assert (own, husband) == active(bindings, on=FIRST, owner=ANN)
    assert (back,) == active(bindings, on=FIRST, owner=BEN)
    assert () == active(bindings, on=FIRST, owner=MAY)
    assert (own,) == active(bindings, on=FIRST, relative=MAY)
    assert (husband,) == active(bindings, on=FIRST, owner=ANN, relative=BEN)
    assert () == active(bindings, on=FIRST, owner=BEN, relative=MAY)
    assert tuple(bindings) == active(bindings, on=FIRST)


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"tie": "张三"}, ["tie"]),
        ({"tie": ANN}, ["tie"]),
        ({"tie": None}, ["tie"]),
        ({"from_day": "2026-02-01"}, ["from_day"]),
        ({"from_day": None}, ["from_day"]),
        ({"from_day": datetime(2026, 2, 1)}, ["from_day"]),  # noqa: DTZ001
        ({"to_day": 20260531}, ["to_day"]),
        ({"to_day": date(2026, 1, 31)}, ["to_day"]),
        ({"channel": "online"}, ["channel"]),
        ({"scope": "cross_province"}, ["scope"]),
        (
            {"tie": 1, "from_day": 1, "to_day": 1, "channel": 1, "scope": 1},
            ["tie", "from_day", "to_day", "channel", "scope"],
        ),
    ],
)
def test_what_cannot_be(facts: dict[str, Any], fields: list[str]) -> None:
    """Each part is of its type, nothing ends before it begins, all faults are listed, without names."""
    with pytest.raises(PeriodError) as caught:
        bound(**facts)

    assert fields == [fault.field for fault in caught.value.faults]
    for name in ("张三", "李四"):
        assert name not in f"{caught.value!s} {caught.value!r}"


def test_every_channel_and_scope() -> None:
    """Where it was made and how far it reaches are any of their terms, or not known."""
    for channel in (*BindingChannel, None):
        assert channel is bound(channel=channel).channel
    for scope in (*SharingScope, None):
        assert scope is bound(scope=scope).scope


def test_bindings_are_asked_for_in_a_list_and_on_a_day() -> None:
    """One binding is no list, a tie is no binding, and a text is no day."""
    with pytest.raises(
        PeriodError, match=r"'\*\*\*' is one item; expected a list of them"
    ) as caught:
        active(cast("Any", bound()), on=FIRST)
    assert "张三" not in f"{caught.value!s} {caught.value!r}"
    with pytest.raises(PeriodError, match="expected items of type Binding") as caught:
        active(cast("Any", [bound(), TIE, ANN]), on=FIRST)
    assert 2 == len(caught.value.faults)
    assert "张三" not in f"{caught.value!s} {caught.value!r}"
    with pytest.raises(MonthError, match="on: '2026-02-01' is of type str"):
        active([bound()], on=cast("Any", "2026-02-01"))


def test_copies_are_equal(copies: Callable[[object], list[object]]) -> None:
    """A copied or pickled binding is the same binding."""
    value = bound(channel=BindingChannel.ONLINE, scope=SharingScope.CROSS_PROVINCE)

    assert all(value == other for other in copies(value))
    assert {value: 1} == {next(iter(copies(value))): 1}
