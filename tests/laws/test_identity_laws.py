"""Identity numbers obey their laws: what is completed stays, what is mistyped is refused."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Final

import pytest
import stdnum.cn.ric
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError

from shebao.errors import PersonError
from shebao.masking import masked
from shebao.model.identity import IdentityNumber
from shebao.terms import Sex

AREAS: Final = st.from_regex(r"[0-9]{6}", fullmatch=True)
SEQUENCES: Final = st.from_regex(r"[0-9]{3}", fullmatch=True)
BIRTHS: Final = st.dates(date(1800, 1, 1), date(2099, 12, 31))


def digits_of(area: str, birth: date, sequence: str) -> str:
    """The first 17 digits."""
    return f"{area}{birth:%Y%m%d}{sequence}"


def with_check_digit(digits: str) -> str:
    """A number with the check digit that python-stdnum gives it."""
    return digits + stdnum.cn.ric.calc_check_digit(digits + "0")


VALID: Final = st.builds(digits_of, AREAS, BIRTHS, SEQUENCES).map(with_check_digit)
OLD: Final = st.builds(
    digits_of, AREAS, st.dates(date(1900, 1, 1), date(1999, 12, 31)), SEQUENCES
).map(lambda digits: digits[:6] + digits[8:])
#: Any 18 characters of the form: half of the days of birth exist, some of the check digits agree.
FORMED: Final = st.one_of(
    VALID,
    st.from_regex(r"[0-9]{17}[0-9Xx]", fullmatch=True),
    st.from_regex(r"[0-9]{6}(18|19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}", fullmatch=True).map(
        with_check_digit
    ),
)


def is_valid(text: str) -> bool:
    """Whether the text is read."""
    try:
        IdentityNumber.parse(text)
    except PersonError:
        return False
    return True


def stdnum_says(text: str) -> bool:
    """What python-stdnum says of a number apart from its area, for births from 1800 to 2099."""
    try:
        born = stdnum.cn.ric.get_birth_date(text)
    except ValidationError:
        return False
    return 1800 <= born.year <= 2099 and text[-1].upper() == stdnum.cn.ric.calc_check_digit(text)


@given(FORMED)
def test_the_verdict_is_that_of_stdnum(text: str) -> None:
    """On 18 characters python-stdnum says the same of the day and of the check digit."""
    assert stdnum_says(text) is is_valid(text)


@given(VALID, st.sampled_from("0123456789Xx"))
def test_the_whole_verdict_is_that_of_stdnum(text: str, digit: str) -> None:
    """In an area that python-stdnum knows, 北京市朝阳区, its whole verdict is the same."""
    for number in (with_check_digit("110105" + text[6:17]), "110105" + text[6:17] + digit):
        assert stdnum.cn.ric.is_valid(number) is is_valid(number)


@given(AREAS, BIRTHS, SEQUENCES)
def test_a_number_says_what_it_was_made_of(area: str, birth: date, sequence: str) -> None:
    """Area, day of birth and sex come back out of a number, and its text as it was."""
    text = with_check_digit(digits_of(area, birth, sequence))
    number = IdentityNumber.parse(text)
    sex = Sex.MALE if int(sequence) % 2 else Sex.FEMALE

    assert (area, birth, sex) == (number.area, number.birth, number.sex)
    assert text == number.full == number.number.full
    assert number == IdentityNumber.parse(text.lower())


@given(OLD)
def test_completing_changes_nothing(text: str) -> None:
    """An old number completed and read again is of the same birth, sex and area, and equal."""
    old = IdentityNumber.parse(text)
    new = IdentityNumber.parse(old.number.full)

    assert (old.birth, old.sex, old.area) == (new.birth, new.sex, new.area)
    assert (old, hash(old)) == (new, hash(new))
    assert old.is_old
    assert not new.is_old
    assert text == new.full[:6] + new.full[8:17]
    assert stdnum_says(new.full)
    assert not stdnum.cn.ric.is_valid(text)


@given(VALID, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_digit_is_refused(text: str, place: int, digit: str) -> None:
    """MOD 11-2 finds every single mistake: no other digit at one place gives a number."""
    assert (digit == text[place]) is is_valid(text[:place] + digit + text[place + 1 :])


@given(VALID, st.integers(0, 16))
def test_neighbours_exchanged_are_refused(text: str, place: int) -> None:
    """MOD 11-2 finds every exchange of two digits side by side that differ."""
    one, other = text[place], text[place + 1]
    swapped = text[:place] + other + one + text[place + 2 :]

    assert (one == other) is is_valid(swapped)


@given(VALID, st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_only_the_born_have_numbers(text: str, on: date) -> None:
    """On a day a number is read if its birth is not after it, and is then the same number."""
    number = IdentityNumber.parse(text)
    if number.birth <= on:
        assert number == IdentityNumber.parse(text, on=on)
        return
    with pytest.raises(PersonError) as caught:
        IdentityNumber.parse(text, on=on)
    assert text not in f"{caught.value} {caught.value!r}"


@given(VALID | OLD)
def test_a_number_is_never_shown(text: str) -> None:
    """Neither repr nor str nor a list shows more than the area; pickling keeps the value."""
    number = IdentityNumber.parse(text)
    again = pickle.loads(pickle.dumps(number))  # noqa: S301

    for told in (repr(number), str(number), f"{number}", f"{[number]}", repr({number: number})):
        assert text[:6] + "*" * (len(text) - 6) in told
        assert text[6:] not in told
    assert (number, text) == (again, again.full)


@given(VALID | OLD)
def test_the_library_hides_every_number_that_it_reads(text: str) -> None:
    """A number inside any text is masked everywhere, since no other births are read."""
    assert text not in masked(f"证件号码 {text}, 女")


@given(st.one_of(FORMED, st.text(max_size=20), st.from_regex(r"[0-9]{12,20}", fullmatch=True)))
def test_any_text_is_read_or_refused_unseen(text: str) -> None:
    """Whatever the text, it is a number or an error that does not repeat it."""
    if is_valid(text):
        assert text.upper() == IdentityNumber.parse(text).full
        return
    with pytest.raises(PersonError) as caught:
        IdentityNumber.parse(text)
    assert {"***"} == {fault.value for fault in caught.value.faults}
    assert len(text) < 12 or text not in f"{caught.value} {caught.value!r}"
