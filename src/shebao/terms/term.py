"""What a term is: a member of a closed list, with its Chinese name."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Self

from ..errors import Fault, FaultyInputError

__all__ = ["Term", "check_term", "term_faults"]


class Term(Enum):
    """A term with a stable value and its Chinese name."""

    zh: str
    rank: int

    def __new__(cls, value: str, zh: str = "") -> Self:
        """Make a member of a value and its Chinese name; members rank in the order of writing."""
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        member.rank = len(cls.__members__)
        return member

    # Members are singletons; the hash that Enum computes from the name is slower and no better.
    __hash__ = object.__hash__

    @property
    def en(self) -> str:
        """The English name, in words."""
        return str(self.value).replace("_", " ")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def term_faults(value: object, terms: type[Term], field: str) -> Iterator[Fault]:
    """What is wrong with a value that should be one of the terms."""
    if type(value) is not terms:
        yield Fault(field, value, f"is no {terms.__name__}", ", ".join(map(str, terms)))


def check_term(value: object, terms: type[Term], field: str, error: type[FaultyInputError]) -> None:
    """Refuse what is not one of the terms, with the terms that there are.

    Raises:
        FaultyInputError: of the kind given.
    """
    for fault in term_faults(value, terms, field):
        raise error(fault)
