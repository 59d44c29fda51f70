"""Identity numbers (公民身份号码, GB 11643-1999): what they say, without ever showing them.

A number of 18 characters is six digits of an area, eight of the day of birth, three of a sequence
(odd for men, even for women) and a check digit by ISO 7064 MOD 11-2, where X is ten. The numbers of
15 digits before it (GB 11643-1989) have two digits for the year and no check digit; they stand in
old records and are of people born in 19xx.

Not asked: whether the area code ever existed, since an area is any six digits, and of old numbers
whether the sequence is one of 996 to 999, said to be kept for people over a hundred years old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, final

import attrs

from ..errors import Fault, PersonError
from ..masking import masked, shown
from ..months import as_day
from ..terms import Sex

__all__ = ["IdentityNumber"]

_FIELD: Final = "identity_number"
_EXPECTED: Final = "text of 17 digits and a check digit or X, or of 15 digits"
_DAY: Final = "a day of birth in 1800 to 2099 in the digits after the area"
_FORM: Final = re.compile(r"[0-9]{17}[0-9X]|[0-9]{15}")
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e]")
_OTHER: Final = re.compile("[^0-9Xx\\s\uff01-\uff5e]")
_OLD_LENGTH: Final = 15
_LENGTHS: Final = (_OLD_LENGTH, 18)
#: The centuries of birth that are read, which are those that ``masked`` knows to hide.
_CENTURIES: Final = ("18", "19", "20")
_CHECK_DIGITS: Final = "10X98765432"


def _fault(problem: str, expected: str = _EXPECTED) -> Fault:
    return Fault(_FIELD, "***", problem, expected)


def _check_digit(digits: str) -> str:
    """The check digit 校验码 of the first 17 digits: the one at place i weighs 2 to the 18 - i."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return _CHECK_DIGITS[total % 11]


def _completed(text: str) -> str:
    """The number of 18 characters that a number of either form stands for."""
    if len(text) != _OLD_LENGTH:
        return text
    digits = f"{text[:6]}19{text[6:]}"
    return digits + _check_digit(digits)


def _birth(number: str) -> date | None:
    """The day of birth in a number of 18 characters, if it is a day."""
    if number[6:8] not in _CENTURIES:
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _form_faults(text: str) -> Iterator[Fault]:
    """What is wrong with the characters of a text and with how many they are."""
    if any(each.isspace() for each in text):
        yield _fault("has spaces in it")
    if _FULL_WIDTH.search(text):
        yield _fault("is written with full-width characters 全角")
    if _OTHER.search(text):
        yield _fault("has characters other than digits and X")
    if len(text) not in _LENGTHS:
        yield _fault(f"has {len(text)} characters, not 18 or 15")


def _faults(text: object) -> Iterator[Fault]:
    """All that is wrong with a number; none of it repeats the number or its check digit."""
    if type(text) is not str:
        yield _fault(f"is of type {type(text).__name__}")
        return
    faults = tuple(_form_faults(text))
    if faults:
        yield from faults
        return
    if _FORM.fullmatch(text.upper()) is None:
        yield _fault("has an X elsewhere than as the last of 18 characters")
        return
    number = _completed(text.upper())
    if _birth(number) is None:
        yield _fault("says a day of birth that does not exist, or in no such year", _DAY)
    if number[-1] != _check_digit(number[:-1]):
        expected = "a number copied without a mistake"
        yield _fault("has a check digit that does not go with the other digits", expected)


def _checked(text: str) -> str:
    """The same number with a capital X.

    Raises:
        PersonError: with all that is wrong.
    """
    faults = tuple(_faults(text))
    if faults:
        raise PersonError(*faults)
    return text.upper()


@final
@attrs.frozen
class IdentityNumber:
    """An identity number 公民身份号码, shown with its area alone.

    Two are equal if they are the same number of 18 characters: an old one of 15 digits equals its
    completion. ``repr``, ``str``, formatting and errors hide it; ``full`` is the only way to see it.

    Args:
        full: 18 characters, the last of them a check digit or X (x is read as X), or 15 digits.

    Raises:
        PersonError: if the text is no such number, with all that is wrong and never the number.

    Example:
        >>> number = IdentityNumber.parse("11010519491231002x")
        >>> number
        IdentityNumber(full='110105************')
        >>> number.birth, number.sex, number.area
        (datetime.date(1949, 12, 31), Sex.FEMALE, '110105')
        >>> number.full
        '11010519491231002X'
    """

    full: str = attrs.field(converter=_checked, eq=_completed, repr=shown)

    @classmethod
    def parse(cls, text: str, *, on: date | None = None) -> IdentityNumber:
        """The number that a text is, all of it: nothing is stripped, no character is replaced.

        Args:
            text: 18 characters, or the 15 digits of an old number.
            on: a day on which the person was born already; None asks nothing of the kind.

        Raises:
            PersonError: if it is no identity number, or says a birth after ``on``.
            MonthError: if ``on`` is no ``date``.

        Example:
            >>> IdentityNumber.parse("110105491231002").number.full
            '11010519491231002X'
            >>> IdentityNumber.parse("110105194912310029")
            Traceback (most recent call last):
                ...
            shebao.errors.PersonError: identity_number: '***' has a check digit that does not go with the other digits; expected a number copied without a mistake
        """
        made = cls(text)
        if on is not None and made.birth > as_day(on, "on"):
            raise PersonError(_fault(f"says a day of birth after {on}", f"one not after {on}"))
        return made

    def __str__(self) -> str:
        return masked(self.full)

    @property
    def is_old(self) -> bool:
        """Whether it was given as 15 digits, which no check digit protects from mistakes."""
        return len(self.full) == _OLD_LENGTH

    @property
    def number(self) -> IdentityNumber:
        """The number of 18 characters: itself, or the completion of an old one.

        Example:
            >>> old = IdentityNumber.parse("110105491231002")
            >>> old.is_old, old.number.is_old, old == old.number
            (True, False, True)
        """
        return IdentityNumber(_completed(self.full)) if self.is_old else self

    @property
    def area(self) -> str:
        """The first six digits: the area 地址码 of the household registration when it was given."""
        return self.full[:6]

    @property
    def birth(self) -> date:
        """The day of birth 出生日期码."""
        day = _completed(self.full)[6:14]
        return date(int(day[:4]), int(day[4:6]), int(day[6:]))

    @property
    def sex(self) -> Sex:
        """The sex by the last digit of the sequence 顺序码: odd for men, even for women."""
        return Sex.MALE if int(_completed(self.full)[16]) % 2 else Sex.FEMALE
