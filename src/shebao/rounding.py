"""Exact numbers in, named rounding out. No float, and never the ambient decimal context."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .errors import Fault, MoneyError

__all__ = ["Amount", "as_fraction", "as_yuan", "fen_of", "half_up", "up", "yuan_of"]

Amount = Decimal | int | str

#: Powers of ten between which amounts lie; others would take for ever to write out.
_FINEST: Final = -12
_LARGEST: Final = 15

_PLAIN: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{1,12})?")


def _decimal(value: Amount, field: str, expected: str) -> Decimal:
    if type(value) is str:
        if _PLAIN.fullmatch(value) is None:
            raise MoneyError(Fault(field, value, "is not a plain number", expected))
        return Decimal(value)
    if type(value) is int:
        return Decimal(value)
    if type(value) is Decimal:
        if not value.is_finite():
            raise MoneyError(Fault(field, value, "is not a number", expected))
        return value
    if isinstance(value, float):
        raise MoneyError(Fault(field, value, "is a float", f'{expected}: write "{value}" as text'))
    raise MoneyError(Fault(field, value, f"is of type {type(value).__name__}", expected))


def as_yuan(value: Amount, field: str) -> Decimal:
    """An amount of money in yuan: not negative, no finer than a fen (0.01).

    Args:
        value: ``Decimal``, ``int`` or plain text such as ``"2620.50"``.
        field: its name, for the error.

    Raises:
        MoneyError: for a float, a text with signs or separators, a negative amount, a fraction of
            a fen.

    Example:
        >>> as_yuan("2620.50", "base")
        Decimal('2620.50')
    """
    amount = _decimal(value, field, "an amount in yuan such as 4000 or 2620.50")
    if not amount:
        return amount
    if amount < 0:
        raise MoneyError(Fault(field, value, "is negative", "an amount in yuan from 0"))
    if not _FINEST <= amount.adjusted() <= _LARGEST:
        raise MoneyError(Fault(field, value, "is no amount of money", "0.01 to 10**15 yuan"))
    numerator, denominator = amount.as_integer_ratio()
    if numerator * 100 % denominator:
        raise MoneyError(Fault(field, value, "is finer than a fen", "at most two decimals"))
    return amount


def as_fraction(value: Amount | Fraction, field: str) -> Fraction:
    """A ratio or wage as an exact fraction, not negative.

    Raises:
        MoneyError: for a float, a text that is not a plain number, a negative value.

    Example:
        >>> as_fraction("0.6", "floor")
        Fraction(3, 5)
    """
    if isinstance(value, Fraction):
        exact = value
    else:
        number = _decimal(value, field, "an exact number such as 0.6")
        if number and not _FINEST <= number.adjusted() <= _LARGEST:
            raise MoneyError(Fault(field, value, "is out of all proportion", "0 to 10**15"))
        exact = Fraction(number)
    if exact < 0:
        raise MoneyError(Fault(field, value, "is negative", "a number from 0"))
    return exact


def fen_of(amount: Decimal) -> int:
    """Whole fen of an amount in yuan that is no finer than a fen.

    Example:
        >>> fen_of(Decimal("2620.50"))
        262050
    """
    numerator, denominator = amount.as_integer_ratio()
    return numerator * 100 // denominator


def yuan_of(fen: int) -> Decimal:
    """Yuan of whole fen, with two decimals.

    Example:
        >>> yuan_of(262050)
        Decimal('2620.50')
    """
    return half_up(Fraction(fen, 100), 2)


def half_up(value: Fraction, places: int) -> Decimal:
    """四舍五入: rounds to a number of decimals, halves away from zero, exactly.

    Example:
        >>> half_up(Fraction(13725, 100), 1)
        Decimal('137.3')
    """
    scaled = abs(value) * Fraction(10) ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return _placed(whole, value, places)


def up(value: Fraction, places: int) -> Decimal:
    """进位: rounds to a number of decimals, whatever is left over away from zero, exactly.

    Example:
        >>> up(Fraction(509, 12), 1), up(Fraction(85, 2), 1)
        (Decimal('42.5'), Decimal('42.5'))
    """
    scaled = abs(value) * Fraction(10) ** places
    whole = -(-scaled.numerator // scaled.denominator)
    return _placed(whole, value, places)


def _placed(whole: int, value: Fraction, places: int) -> Decimal:
    """The decimal of as many last places as ``whole``, with the sign of ``value``."""
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((int(value < 0 and whole > 0), digits, -places))
