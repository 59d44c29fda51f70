"""What can go wrong, as values: every error carries its faults, each with field, value and place."""

from __future__ import annotations

import attrs

from .masking import masked, shown, written

__all__ = [
    "ContradictionError",
    "Fault",
    "FaultyInputError",
    "LawFileError",
    "MoneyError",
    "MonthError",
    "PeriodError",
    "PersonError",
    "RecordsError",
    "RuleError",
    "ShebaoError",
    "TruthValueError",
    "UncertainCountError",
    "UndeterminedError",
    "UnknownAreaError",
    "UnknownLawError",
    "UsageError",
]


@attrs.frozen
class Fault:
    """One thing that is wrong with an input, and what would be right.

    Identity numbers in the value are shown masked; the value itself is as it was given.

    Example:
        >>> print(Fault("base", "-1", "is negative", "an amount in yuan", source="a.csv", line=3))
        a.csv:3: base: '-1' is negative; expected an amount in yuan
    """

    field: str = attrs.field(repr=shown)
    value: object = attrs.field(repr=shown)
    problem: str = attrs.field(repr=shown)
    expected: str = attrs.field(repr=shown)
    source: str | None = attrs.field(default=None, repr=shown)
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.source, self.line, self.column) if part is not None
        )
        head = f"{place}: {self.field}" if place else self.field
        return masked(f"{head}: {written(self.value)} {self.problem}; expected {self.expected}")


class ShebaoError(Exception):
    """Root of all errors of this library; never raised itself."""


class FaultyInputError(ShebaoError, ValueError):
    """Input that cannot be: carries all its faults, and the first one's field and value."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    @property
    def field(self) -> str:
        """The field of the first fault."""
        return self.faults[0].field

    @property
    def value(self) -> object:
        """The value of the first fault."""
        return self.faults[0].value

    def __str__(self) -> str:
        if len(self.faults) == 1:
            return str(self.faults[0])
        return "\n".join([f"{len(self.faults)} faults:", *(f"  {fault}" for fault in self.faults)])


class MonthError(FaultyInputError):
    """A month, span of months or day that cannot be read."""


class MoneyError(FaultyInputError):
    """An amount or ratio that is not exact, not a number, or out of range."""


class PersonError(FaultyInputError):
    """A person that cannot be."""


class PeriodError(FaultyInputError):
    """A contribution period that cannot be."""


class ContradictionError(FaultyInputError):
    """Periods that exclude each other; all contradictions of the record are listed."""


class RuleError(FaultyInputError):
    """A counting rule, policy or argument of a rule that makes no sense."""


class RecordsError(FaultyInputError):
    """Faults in a table of records, each with its line and column."""


class LawFileError(FaultyInputError):
    """Faults in a file of law data, each with its path inside the file."""


class UsageError(FaultyInputError):
    """Faults in the arguments of the command line."""


class UncertainCountError(ShebaoError, ValueError):
    """One number was asked for where the record only fixes bounds.

    Attributes:
        at_least: the lowest count that the record allows.
        at_most: the highest.
        causes: what leaves it open, in words.
    """

    def __init__(self, at_least: int, at_most: int, causes: tuple[str, ...]) -> None:
        super().__init__(at_least, at_most, causes)
        self.at_least = at_least
        self.at_most = at_most
        self.causes = causes

    def __str__(self) -> str:
        return (
            f"the record allows {self.at_least} to {self.at_most} months; ask for .at_least or "
            f".at_most, or give the months one by one of: {'; '.join(self.causes)}"
        )


class UnknownAreaError(ShebaoError, LookupError):
    """A code or name that is not in the table of areas; elsewhere such a code is as good as any.

    Attributes:
        name: the code or name asked for.
        nearest: the areas whose codes or names are most like it, nearest first, in words.
    """

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(name, nearest)
        self.name = name
        self.nearest = nearest

    def __repr__(self) -> str:
        return masked(super().__repr__())

    def __str__(self) -> str:
        near = f"nearest: {'; '.join(self.nearest)}" if self.nearest else "none is near it"
        return masked(f"no area {self.name!r} is known here; {near}")


class UnknownLawError(ShebaoError, LookupError):
    """A parameter of law that is not known for this area and date.

    Attributes:
        parameter: its name, as in the law data.
        area: the area asked for.
        day: the date asked for, in ISO form.
        known: what is known instead, in words.
    """

    def __init__(self, parameter: str, area: str, day: str, known: str) -> None:
        super().__init__(parameter, area, day, known)
        self.parameter = parameter
        self.area = area
        self.day = day
        self.known = known

    def __str__(self) -> str:
        return (
            f"{self.parameter} is not known for area {self.area} on {self.day} ({self.known}); "
            "supply it with law.replacing(...)"
        )


class UndeterminedError(ShebaoError, LookupError):
    """A value was asked of an answer that lacks facts.

    Attributes:
        missing: the names of what is missing.
    """

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return f"undetermined: needs {', '.join(self.missing)}"


class TruthValueError(ShebaoError, TypeError):
    """An answer with three outcomes was used as if it had two."""
