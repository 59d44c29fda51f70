"""Errors are values: they say what is wrong and where, in attributes and in words."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from shebao import errors
from shebao.errors import (
    ContradictionError,
    Fault,
    FaultyInputError,
    LawFileError,
    MoneyError,
    MonthError,
    PeriodError,
    PersonError,
    RecordsError,
    RuleError,
    ShebaoError,
    TruthValueError,
    UncertainCountError,
    UndeterminedError,
    UnknownLawError,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTY = (
    ContradictionError,
    FaultyInputError,
    LawFileError,
    MoneyError,
    MonthError,
    PeriodError,
    PersonError,
    RecordsError,
    RuleError,
    UsageError,
)
ONE = Fault("base", "-1", "is negative", "an amount in yuan from 0", "a.csv", 3, 5)
OTHER = Fault("months", "2025-13", "is not in the calendar", "a month")


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ({}, "base"),
        ({"source": "a.csv"}, "a.csv: base"),
        ({"source": "a.csv", "line": 3}, "a.csv:3: base"),
        ({"source": "a.csv", "line": 3, "column": 5}, "a.csv:3:5: base"),
        ({"line": 3}, "3: base"),
    ],
)
def test_a_fault_begins_with_its_place(place: dict[str, object], head: str) -> None:
    """A fault names source, line and column as far as they are known, then field and value."""
    fault = Fault("base", "-1", "is negative", "an amount", **place)  # type: ignore[arg-type]
    assert f"{head}: '-1' is negative; expected an amount" == str(fault)


@pytest.mark.parametrize("kind", FAULTY)
def test_one_fault_is_said_in_one_line(kind: type[FaultyInputError]) -> None:
    """An error with one fault speaks as that fault does."""
    error = kind(ONE)
    assert "a.csv:3:5: base: '-1' is negative; expected an amount in yuan from 0" == str(error)
    assert (ONE,) == error.faults
    assert ("base", "-1") == (error.field, error.value)


@pytest.mark.parametrize("kind", FAULTY)
def test_several_faults_are_listed(kind: type[FaultyInputError]) -> None:
    """An error with several faults counts and lists them, and its field is the first one's."""
    error = kind(OTHER, ONE)
    assert (
        "2 faults:\n"
        "  months: '2025-13' is not in the calendar; expected a month\n"
        "  a.csv:3:5: base: '-1' is negative; expected an amount in yuan from 0"
    ) == str(error)
    assert (OTHER, ONE) == error.faults
    assert ("months", "2025-13") == (error.field, error.value)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        *((kind, ValueError) for kind in FAULTY),
        (UncertainCountError, ValueError),
        (UnknownLawError, LookupError),
        (UndeterminedError, LookupError),
        (TruthValueError, TypeError),
    ],
)
def test_every_error_has_the_root_and_a_built_in_base(
    kind: type[ShebaoError], builtin: type[Exception]
) -> None:
    """Who catches the root of the library or the built-in error catches all of its kind."""
    assert issubclass(kind, ShebaoError)
    assert issubclass(kind, builtin)


def test_all_errors_are_public_and_called_errors() -> None:
    """Every error of the library is listed, has the one root and ends in Error."""
    found = {
        name
        for name, item in inspect.getmembers(errors, inspect.isclass)
        if issubclass(item, Exception)
    }
    assert found | {"Fault"} == set(errors.__all__)
    assert all(name.endswith("Error") for name in found)
    assert all(issubclass(getattr(errors, name), ShebaoError) for name in found)
    assert sorted(errors.__all__) == errors.__all__


def test_an_uncertain_count_says_what_the_record_allows() -> None:
    """Where the record only bounds a count, the error gives the bounds and what leaves it open."""
    error = UncertainCountError(9, 12, ("pension 2025", "pension 2026"))
    assert (9, 12) == (error.at_least, error.at_most)
    assert ("pension 2025", "pension 2026") == error.causes
    assert (
        "the record allows 9 to 12 months; ask for .at_least or .at_most, or give the months one "
        "by one of: pension 2025; pension 2026"
    ) == str(error)


def test_unknown_law_names_parameter_area_day_and_what_is_known() -> None:
    """A parameter of law that is not known is named, with what is known instead."""
    error = UnknownLawError("base_floor", "130100", "2031-01-01", "known from 2019-05-01")
    assert ("base_floor", "130100") == (error.parameter, error.area)
    assert ("2031-01-01", "known from 2019-05-01") == (error.day, error.known)
    assert (
        "base_floor is not known for area 130100 on 2031-01-01 (known from 2019-05-01); supply it "
        "with law.replacing(...)"
    ) == str(error)


def test_an_undetermined_answer_names_what_it_needs() -> None:
    """An answer without a value names the missing facts."""
    error = UndeterminedError(("retirement_category", "area"))
    assert ("retirement_category", "area") == error.missing
    assert "undetermined: needs retirement_category, area" == str(error)


@pytest.mark.parametrize(
    "error",
    [
        *(kind(ONE, OTHER) for kind in FAULTY),
        UncertainCountError(9, 12, ("pension 2025",)),
        UnknownLawError("base_floor", "130100", "2031-01-01", "nothing"),
        UndeterminedError(("area",)),
        TruthValueError("ask .eligible"),
    ],
)
def test_copies_of_an_error_say_the_same(
    copies: Callable[[object], list[object]], error: ShebaoError
) -> None:
    """An error that crosses to another process keeps its type, its attributes and its words."""
    for other in copies(error):
        assert type(error) is type(other)
        assert str(error) == str(other)
        assert vars(error) == vars(other)


def test_faults_are_values() -> None:
    """Equal faults are equal, one changed part makes another fault, and none can be changed."""
    assert Fault("base", 1, "is", "it") == Fault("base", 1, "is", "it")
    assert Fault("base", 1, "is", "it") != Fault("base", 1, "is", "it", line=1)
    with pytest.raises(AttributeError):
        ONE.field = "area"  # type: ignore[misc]
