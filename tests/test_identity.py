"""Identity numbers 公民身份号码: what they say, what is wrong with others, and that none is shown."""

from __future__ import annotations

import pickle
import traceback
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest

from shebao import MonthError, PersonError, Sex
from shebao.model.identity import IdentityNumber

if TYPE_CHECKING:
    from collections.abc import Callable

#: The two examples of GB 11643-1999 (北京朝阳, 汕头), with the sexes that the standard prints.
EXAMPLES: Final = [
    ("11010519491231002X", "110105", date(1949, 12, 31), Sex.FEMALE),
    ("440524188001010014", "440524", date(1880, 1, 1), Sex.MALE),
]
NUMBER: Final = EXAMPLES[0][0]
OLD: Final = "110105491231002"
LENGTHS: Final = "text of 17 digits and a check digit or X, or of 15 digits"


def problems(text: object, on: date | None = None) -> list[str]:
    """What is wrong with a text; no fault shows it."""
    with pytest.raises(PersonError) as caught:
        IdentityNumber.parse(cast("Any", text), on=on)
    assert {("identity_number", "***")} == {(e.field, e.value) for e in caught.value.faults}
    return [fault.problem for fault in caught.value.faults]


@pytest.mark.parametrize(("text", "area", "birth", "sex"), EXAMPLES)
def test_the_examples_of_the_standard(text: str, area: str, birth: date, sex: Sex) -> None:
    """A number says an area, a day of birth and a sex."""
    number = IdentityNumber.parse(text)

    assert (area, birth, sex) == (number.area, number.birth, number.sex)
    assert not number.is_old
    assert number is number.number
    assert text == number.full


def test_x_is_read_in_both_cases() -> None:
    """The check digit ten is X; x is read as the same and written as X."""
    small = IdentityNumber.parse(NUMBER.lower())

    assert NUMBER == small.full
    assert IdentityNumber.parse(NUMBER) == small


def test_an_old_number_is_completed() -> None:
    """15 digits are of 19xx, have no check digit, and equal the number of 18 that they stand for."""
    old = IdentityNumber.parse(OLD)

    assert old.is_old
    assert OLD == old.full
    assert NUMBER == old.number.full
    assert not old.number.is_old
    assert IdentityNumber.parse(NUMBER) == old
    assert 1 == len({old, old.number, IdentityNumber.parse(NUMBER)})
    assert ("110105", date(1949, 12, 31), Sex.FEMALE) == (old.area, old.birth, old.sex)


@pytest.mark.parametrize("text", ["110105160229001", "110105000229001"])
def test_leap_days_of_the_last_century(text: str) -> None:
    """1916 had a 29 February and 1900, unlike 2000, had none."""
    if text[6:8] == "16":
        assert date(1916, 2, 29) == IdentityNumber.parse(text).birth
    else:
        assert ["says a day of birth that does not exist, or in no such year"] == problems(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["has 0 characters, not 18 or 15"]),
        (NUMBER[:17], ["has 17 characters, not 18 or 15"]),
        (NUMBER + "1", ["has 19 characters, not 18 or 15"]),
        (OLD[:14], ["has 14 characters, not 18 or 15"]),
        ("110105 19491231 002X", ["has spaces in it", "has 20 characters, not 18 or 15"]),
        (NUMBER + "\n", ["has spaces in it", "has 19 characters, not 18 or 15"]),
        ("\u3000" + NUMBER[:17], ["has spaces in it"]),
        ("１" + NUMBER[1:], ["is written with full-width characters 全角"]),
        (NUMBER[:17] + "Ｘ", ["is written with full-width characters 全角"]),
        ("張三", ["has characters other than digits and X", "has 2 characters, not 18 or 15"]),
        (NUMBER[:17] + "Y", ["has characters other than digits and X"]),
        ("٣" + NUMBER[1:], ["has characters other than digits and X"]),
        ("-" + OLD[1:], ["has characters other than digits and X"]),
        ("X" + NUMBER[1:], ["has an X elsewhere than as the last of 18 characters"]),
        (OLD[:14] + "x", ["has an X elsewhere than as the last of 18 characters"]),
        (None, ["is of type NoneType"]),
        (int(OLD), ["is of type int"]),
        (NUMBER.encode(), ["is of type bytes"]),
    ],
)
def test_what_is_no_number_by_its_form(text: object, expected: list[str]) -> None:
    """Nothing is stripped or replaced: spaces, full-width digits and wrong lengths are told."""
    assert expected == problems(text)
    with pytest.raises(PersonError) as caught:
        IdentityNumber(cast("Any", text))
    assert {LENGTHS} == {fault.expected for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110105194902300021", ["day"]),
        ("110105194913310022", ["day", "check"]),
        ("110105194900010021", ["day", "check"]),
        ("110105000012310021", ["day", "check"]),
        ("110105194912310029", ["check"]),
        ("110105194912310020", ["check"]),
        ("110105491331002", ["day"]),
    ],
)
def test_what_is_no_number_by_what_it_says(text: str, expected: list[str]) -> None:
    """Days that do not exist and wrong check digits are told together, not the right digit."""
    words = {
        "day": "says a day of birth that does not exist, or in no such year",
        "check": "has a check digit that does not go with the other digits",
    }
    if expected == ["day"] and len(text) == 18:
        text = checked(text[:17])

    assert [words[each] for each in expected] == problems(text)


def checked(digits: str) -> str:
    """17 digits with their check digit, by the weights and the table of the standard."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return digits + "10X98765432"[total % 11]


@pytest.mark.parametrize("year", range(1790, 2110))
def test_years_of_birth(year: int) -> None:
    """Births are read from 1800 to 2099: nobody who was given a number was born before."""
    text = checked(f"110105{year:04}0101002")
    if 1800 <= year <= 2099:
        assert date(year, 1, 1) == IdentityNumber.parse(text).birth
    else:
        assert ["says a day of birth that does not exist, or in no such year"] == problems(text)


@pytest.mark.parametrize("area", ["000000", "999999", "110231", "810000"])
def test_any_area_is_an_area(area: str) -> None:
    """A number is not wrong for an area code that nobody knows."""
    assert area == IdentityNumber.parse(checked(f"{area}19491231002")).area


def test_births_after_a_day() -> None:
    """With a day given, who is born on it is born, and who is born after it is refused."""
    assert IdentityNumber.parse(NUMBER) == IdentityNumber.parse(NUMBER, on=date(1949, 12, 31))
    for text in (NUMBER, OLD):
        assert ["says a day of birth after 1949-12-30"] == problems(text, date(1949, 12, 30))
    for on in ("2026-01-29", datetime(2026, 1, 29)):  # noqa: DTZ001
        with pytest.raises(MonthError, match="on: "):
            IdentityNumber.parse(NUMBER, on=cast("Any", on))


@pytest.mark.parametrize("text", [NUMBER, OLD])
def test_numbers_are_hidden(text: str, copies: Callable[[object], list[object]]) -> None:
    """Shown is the area alone, however the value is shown; copies keep all of it."""
    number = IdentityNumber.parse(text)
    hidden = text[:6] + "*" * (len(text) - 6)

    assert hidden == str(number) == f"{number}" == f"{number!s}"
    assert f"IdentityNumber(full='{hidden}')" == repr(number)
    assert "00" not in f"{[number]} {(number,)!r} { {number: number} }"
    for copied in copies(number):
        assert number == copied
        assert isinstance(copied, IdentityNumber)
        assert text == copied.full


def test_errors_hide_numbers() -> None:
    """An error, pickled or with its traceback, shows neither the number nor its right digit."""
    text = NUMBER[:17] + "1"
    with pytest.raises(PersonError) as caught:
        IdentityNumber.parse(text)
    error = caught.value
    told = f"{error} {error!r} {error.args} {error.faults} {''.join(traceback.format_exception(error))}"

    assert text not in told
    assert NUMBER not in told
    assert "'***'" in str(error)
    assert "X" not in str(error)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert text not in f"{again} {again!r}"
    assert error.faults == again.faults


def test_numbers_are_values() -> None:
    """A number cannot be changed, is no text, and has no order."""
    number = IdentityNumber.parse(NUMBER)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cast("Any", number).full = OLD
    assert cast("object", number) != NUMBER
    assert number != IdentityNumber.parse(EXAMPLES[1][0])
    with pytest.raises(TypeError):
        cast("Any", number) < number  # noqa: B015
