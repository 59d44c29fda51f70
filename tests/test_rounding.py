"""Money comes in exactly and is rounded by name, whatever the ambient decimal context."""

from __future__ import annotations

from decimal import (
    ROUND_HALF_UP,
    ROUND_UP,
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    localcontext,
)
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import MoneyError
from shebao.rounding import Amount, as_fraction, as_yuan, fen_of, half_up, up, yuan_of

YUAN = "an amount in yuan such as 4000 or 2620.50"
EXACT = "an exact number such as 0.6"


def _hostile() -> Context:
    """Arithmetic under it fails or goes wrong: one digit, rounded up, every signal an error."""
    signals = [
        Clamped,
        DivisionByZero,
        FloatOperation,
        Inexact,
        InvalidOperation,
        Overflow,
        Rounded,
        Subnormal,
        Underflow,
    ]
    return Context(prec=1, rounding=ROUND_UP, Emin=0, Emax=0, clamp=1, traps=signals)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (4000, Decimal(4000)),
        (0, Decimal(0)),
        ("0", Decimal(0)),
        ("4000", Decimal(4000)),
        ("2620.5", Decimal("2620.50")),
        ("2620.50", Decimal("2620.50")),
        ("2620.500", Decimal("2620.50")),
        ("0.01", Decimal("0.01")),
        (Decimal("2620.50"), Decimal("2620.50")),
        (Decimal("4E+3"), Decimal(4000)),
        ("999999999999999.99", Decimal("999999999999999.99")),
    ],
)
def test_amounts_are_whole_numbers_decimals_and_plain_text(
    value: Amount, expected: Decimal
) -> None:
    """An amount is given in yuan, no finer than a fen."""
    assert expected == as_yuan(value, "base")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (2620.5, f'base: 2620.5 is a float; expected {YUAN}: write "2620.5" as text'),
        (float("nan"), f'base: nan is a float; expected {YUAN}: write "nan" as text'),
        (True, f"base: True is of type bool; expected {YUAN}"),
        (None, f"base: None is of type NoneType; expected {YUAN}"),
        (b"4000", f"base: b'4000' is of type bytes; expected {YUAN}"),
        (Fraction(1, 2), f"base: Fraction(1, 2) is of type Fraction; expected {YUAN}"),
        ("", f"base: '' is not a plain number; expected {YUAN}"),
        ("-1", f"base: '-1' is not a plain number; expected {YUAN}"),
        ("+1", f"base: '+1' is not a plain number; expected {YUAN}"),
        ("4,000", f"base: '4,000' is not a plain number; expected {YUAN}"),
        ("4 000", f"base: '4 000' is not a plain number; expected {YUAN}"),
        ("4_000", f"base: '4_000' is not a plain number; expected {YUAN}"),
        ("4000\n", f"base: '4000\\n' is not a plain number; expected {YUAN}"),
        ("４０００", f"base: '４０００' is not a plain number; expected {YUAN}"),
        ("4e3", f"base: '4e3' is not a plain number; expected {YUAN}"),
        (".5", f"base: '.5' is not a plain number; expected {YUAN}"),
        ("5.", f"base: '5.' is not a plain number; expected {YUAN}"),
        ("¥4000", f"base: '¥4000' is not a plain number; expected {YUAN}"),
        ("NaN", f"base: 'NaN' is not a plain number; expected {YUAN}"),
        (Decimal("NaN"), f"base: Decimal('NaN') is not a number; expected {YUAN}"),
        (Decimal("sNaN"), f"base: Decimal('sNaN') is not a number; expected {YUAN}"),
        (Decimal("Infinity"), f"base: Decimal('Infinity') is not a number; expected {YUAN}"),
        (-1, "base: -1 is negative; expected an amount in yuan from 0"),
        (
            Decimal("-0.01"),
            "base: Decimal('-0.01') is negative; expected an amount in yuan from 0",
        ),
        ("0.001", "base: '0.001' is finer than a fen; expected at most two decimals"),
        (
            Decimal("2620.505"),
            "base: Decimal('2620.505') is finer than a fen; expected at most two decimals",
        ),
    ],
)
def test_what_is_no_amount_is_refused(value: object, message: str) -> None:
    """A float, a sign, a separator, a blank or a fraction of a fen makes a value no amount."""
    with pytest.raises(MoneyError) as caught:
        as_yuan(value, "base")  # type: ignore[arg-type]
    assert "base" == caught.value.field
    assert caught.value.value is value
    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.6", Fraction(3, 5)),
        ("3", Fraction(3)),
        (3, Fraction(3)),
        (Decimal("0.125"), Fraction(1, 8)),
        (Fraction(1, 3), Fraction(1, 3)),
        (0, Fraction(0)),
    ],
)
def test_ratios_are_exact(value: Amount | Fraction, expected: Fraction) -> None:
    """A ratio is the exact fraction that its digits say."""
    assert expected == as_fraction(value, "floor")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.6, f'floor: 0.6 is a float; expected {EXACT}: write "0.6" as text'),
        ("60%", f"floor: '60%' is not a plain number; expected {EXACT}"),
        ("3/5", f"floor: '3/5' is not a plain number; expected {EXACT}"),
        (None, f"floor: None is of type NoneType; expected {EXACT}"),
        (False, f"floor: False is of type bool; expected {EXACT}"),
        (Decimal("-Infinity"), f"floor: Decimal('-Infinity') is not a number; expected {EXACT}"),
        (Fraction(-1, 2), "floor: Fraction(-1, 2) is negative; expected a number from 0"),
        (-1, "floor: -1 is negative; expected a number from 0"),
    ],
)
def test_what_is_no_ratio_is_refused(value: object, message: str) -> None:
    """A float, a percent sign or a negative number is no ratio."""
    with pytest.raises(MoneyError) as caught:
        as_fraction(value, "floor")  # type: ignore[arg-type]
    assert ("floor", value) == (caught.value.field, caught.value.value)
    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(13725, 100), 1, "137.3"),
        (Fraction(13724, 100), 1, "137.2"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(4999, 1_000_000), 2, "0.00"),
        (Fraction(-5, 1000), 2, "-0.01"),
        (Fraction(-4, 1000), 2, "0.00"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(200), 2, "200.00"),
        (Fraction(0), 2, "0.00"),
        (Fraction(10**30 * 2 + 1, 2), 0, "1000000000000000000000000000001"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction, places: int, expected: str) -> None:
    """四舍五入: a half goes up, and never to the even neighbour as with banker's rounding."""
    assert expected == str(half_up(value, places))


@given(st.fractions(), st.integers(0, 6))
def test_the_nearest_number_is_taken(value: Fraction, places: int) -> None:
    """A rounded number lies within half a unit, and at exactly half of one away from zero."""
    rounded = Fraction(half_up(value, places))
    distance, half = abs(rounded - value), Fraction(1, 2 * 10**places)
    assert distance <= half
    assert distance < half or abs(rounded) > abs(value)
    assert 1 == (rounded * 10**places).denominator


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 6))
def test_rounding_is_that_of_decimal_where_decimal_is_wide_enough(
    value: Decimal, places: int
) -> None:
    """HALF_UP is what the decimal module calls so."""
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=60))
    assert expected == half_up(Fraction(value), places)
    assert -places == half_up(Fraction(value), places).as_tuple().exponent


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(509, 12), 1, "42.5"),
        (Fraction(425, 10), 1, "42.5"),
        (Fraction(42501, 1000), 1, "42.6"),
        (Fraction(1, 10**9), 0, "1"),
        (Fraction(-1, 1000), 2, "-0.01"),
        (Fraction(0), 2, "0.00"),
        (Fraction(200), 2, "200.00"),
    ],
)
def test_whatever_is_left_over_is_carried(value: Fraction, places: int, expected: str) -> None:
    """进位: what is over, however little, makes one more in the last place."""
    assert expected == str(up(value, places))


@given(st.fractions(), st.integers(0, 6))
def test_carrying_goes_to_the_next_number_away_from_zero(value: Fraction, places: int) -> None:
    """A carried number is less than one unit away, never nearer to zero than the value."""
    carried = Fraction(up(value, places))
    assert abs(carried) >= abs(value)
    assert abs(carried - value) < Fraction(1, 10**places)
    assert abs(carried) >= abs(Fraction(half_up(value, places)))
    assert 1 == (carried * 10**places).denominator


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 6))
def test_carrying_is_that_of_decimal_where_decimal_is_wide_enough(
    value: Decimal, places: int
) -> None:
    """UP is what the decimal module calls so."""
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_UP, Context(prec=60))
    assert expected == up(Fraction(value), places)


@given(st.integers(-(10**17), 10**17))
def test_fen_and_yuan_are_inverse(fen: int) -> None:
    """An amount is the same in fen and in yuan, which show two decimals."""
    yuan = yuan_of(fen)
    assert fen == fen_of(yuan)
    assert Fraction(fen, 100) == Fraction(yuan)
    assert -2 == yuan.as_tuple().exponent


@given(st.integers(0, 10**14), st.integers(0, 99))
def test_an_amount_is_read_as_it_is_written(yuan: int, fen: int) -> None:
    """4000, 4000.5 and 4000.50 as text are amounts of that many fen."""
    amount = as_yuan(f"{yuan}.{fen:02}", "base")
    assert yuan * 100 + fen == fen_of(amount)
    assert f"{yuan}.{fen:02}" == str(yuan_of(fen_of(amount)))
    assert yuan * 100 == fen_of(as_yuan(yuan, "base"))


def test_the_ambient_context_changes_nothing() -> None:
    """One digit of precision, rounding up and all traps set: amounts stay what they are."""
    with localcontext(_hostile()):
        with pytest.raises(ArithmeticError):
            Decimal("2620.50") + 1
        amount = as_yuan("2620.50", "base")
        whole = as_yuan(123456789, "base")
        given_so = as_yuan(Decimal("999999999999999.99"), "base")
        fen = fen_of(amount)
        back = yuan_of(262051)
        loss = yuan_of(-7)
        rounded = half_up(Fraction(13725, 100), 1)
        ratio = as_fraction("0.123456789", "floor")
        with pytest.raises(MoneyError, match="is finer than a fen"):
            as_yuan("2620.505", "base")
        with pytest.raises(MoneyError, match="is negative"):
            as_yuan(Decimal("-2620.50"), "base")
    assert "2620.50" == str(amount)
    assert "123456789" == str(whole)
    assert "999999999999999.99" == str(given_so)
    assert 262050 == fen
    assert "2620.51" == str(back)
    assert "-0.07" == str(loss)
    assert "137.3" == str(rounded)
    assert Fraction(123456789, 10**9) == ratio


@pytest.mark.parametrize("amount", [Decimal("1E+999999999"), Decimal("1E-999999999")])
def test_what_is_no_amount_of_money_is_refused_at_once(amount: Decimal) -> None:
    """Numbers that would take for ever to write out are no money."""
    with pytest.raises(MoneyError) as caught:
        as_yuan(amount, "base")
    assert "base" == caught.value.field


def test_zero_is_an_amount() -> None:
    """Nothing is an amount too, however it is written."""
    assert 0 == as_yuan(Decimal("0E+999999999"), "wage")


@pytest.mark.parametrize("value", [Decimal("1E+400000"), Decimal("1E-400000"), 10**16])
def test_a_ratio_out_of_all_proportion_is_refused(value: Decimal | int) -> None:
    """Such numbers would take for ever to write out."""
    with pytest.raises(MoneyError) as caught:
        as_fraction(value, "index")
    assert caught.value.field == "index"
