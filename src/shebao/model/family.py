"""Family ties (亲属关系): who is what to whom, looked up in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from ..errors import Fault, PersonError
from ..terms import Kinship, Sex, check_term
from .people import Person, check_person

__all__ = ["Family", "FamilyTie"]

_STEP: Final = (Kinship.STEP_PARENT, Kinship.STEP_CHILD)


@final
@attrs.frozen
class FamilyTie:
    """That a relative is something to a person, on the day that is asked about.

    Args:
        person: whose relative it is.
        relative: who is the spouse, parent, child … of the person.
        kinship: what the relative is to the person.
        raised: of a step-parent and step-child, whether the child was brought up by that parent
            (受其抚养教育); None is not known, and for others.

    Raises:
        PersonError: if somebody is tied to himself, a child is not younger than a parent, or an
            argument is of the wrong type. People are shown as ``***``.

    Example:
        >>> from datetime import date
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> tie = FamilyTie(ann, may, Kinship.PARENT)
        >>> tie.word("en"), tie.inverse.word("en"), tie.inverse.inverse == tie
        ('mother', 'daughter', True)
    """

    person: Person
    relative: Person
    kinship: Kinship
    raised: bool | None = None

    def __attrs_post_init__(self) -> None:
        faults = [*self._type_faults()]
        if not faults:
            faults += self._contradictions()
        if faults:
            raise PersonError(*faults)

    @property
    def inverse(self) -> FamilyTie:
        """The same tie, seen by the relative."""
        return FamilyTie(self.relative, self.person, self.kinship.inverse, self.raised)

    def word(self, lang: str = "zh") -> str:
        """What the person calls the relative, by the relative's sex: 母亲, mother.

        Args:
            lang: ``zh`` or ``en``.
        """
        return self.kinship.word(self.relative.sex, lang)

    def _type_faults(self) -> Iterator[Fault]:
        for field, value in (("person", self.person), ("relative", self.relative)):
            if type(value) is not Person:
                yield Fault(field, "***", f"is of type {type(value).__name__}", "a Person")
        if type(self.kinship) is not Kinship:
            problem = f"is of type {type(self.kinship).__name__}"
            yield Fault("kinship", "***", problem, ", ".join(map(str, Kinship)))
        if self.raised is not None and type(self.raised) is not bool:
            yield Fault("raised", "***", "is no truth value", "True, False or None")
        elif self.raised is not None and self.kinship not in _STEP:
            expected = f"None, or {' or '.join(map(str, _STEP))}"
            yield Fault("raised", self.raised, f"is given for {self.kinship}", expected)

    def _contradictions(self) -> Iterator[Fault]:
        if self.person == self.relative:
            problem = f"is the {self.kinship.en} of the same person"
            yield Fault("relative", "***", problem, "another person; a label tells twins apart")
            return
        generations = self.kinship.generations
        if generations is None:
            return
        elder, younger = self.relative, self.person
        if generations < 0:
            elder, younger = younger, elder
        if elder.birth_days[0] >= younger.birth_days[1]:
            problem = f"is no {self.kinship.en}: a child is younger than its parents"
            yield Fault("relative", "***", problem, "births in the order of generations")


@final
@attrs.frozen(init=False, eq=False)
class Family:
    """Ties of any number of people (家庭成员关系), an immutable set.

    A tie says the same as its inverse; ties may be given in any order and direction, and more than
    once: twins need labels, or they are one person. A tie that says more, the side of a grandparent
    or whether a step-child was brought up, replaces the one that says less.

    Args:
        ties: the ties.

    Raises:
        PersonError: if an item is no tie, two people are tied in two ways that exclude each other,
            somebody has two spouses, or more than a father and a mother; all are listed.

    Example:
        >>> from datetime import date
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> family = Family([FamilyTie(ann, may, Kinship.PARENT)])
        >>> [tie.word("en") for tie in family.ties_of(may)], family.tie(may, ann).kinship
        (['daughter'], Kinship.CHILD)
        >>> family == Family([FamilyTie(may, ann, Kinship.CHILD)])
        True
    """

    ties: tuple[FamilyTie, ...]
    _by_pair: dict[tuple[Person, Person], FamilyTie] = attrs.field(repr=False)

    def __init__(self, ties: Iterable[FamilyTie] = ()) -> None:
        given: object = ties
        if isinstance(given, FamilyTie) or not isinstance(given, Iterable):
            problem = f"is of type {type(given).__name__}"
            raise PersonError(Fault("ties", "***", problem, "a list of ties"))
        pairs, faults = _paired(ties)
        faults += _too_many(pairs.values())
        if faults:
            raise PersonError(*faults)
        # Each tie stands beside its inverse; the one that was given first stands before it.
        object.__setattr__(self, "ties", tuple(pairs.values())[::2])
        object.__setattr__(self, "_by_pair", pairs)

    def tie(self, person: Person, relative: Person) -> FamilyTie | None:
        """What the relative is to the person, whichever way it was given; None if nobody said.

        Raises:
            PersonError: if one of them is no person.
        """
        check_person(person)
        check_person(relative, "relative")
        return self._by_pair.get((person, relative))

    def ties_of(self, person: Person, kinship: Kinship | None = None) -> tuple[FamilyTie, ...]:
        """The ties of a person, seen by that person, in the order of giving.

        Args:
            person: who.
            kinship: only relatives who are this; ``GRANDPARENT`` and ``GRANDCHILD`` are of any side.

        Raises:
            PersonError: if it is no person, or no kinship.
        """
        check_person(person)
        if kinship is not None:
            check_term(kinship, Kinship, "kinship", PersonError)
        return tuple(
            tie
            for tie in self._by_pair.values()
            if tie.person == person
            and (kinship is None or kinship in (tie.kinship, tie.kinship.general))
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is tied to somebody, each once, in the order of giving."""
        return tuple(dict.fromkeys(person for person, _ in self._by_pair))

    def __iter__(self) -> Iterator[FamilyTie]:
        return iter(self.ties)

    def __len__(self) -> int:
        return len(self.ties)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Family:
            return NotImplemented
        return self._by_pair == other._by_pair

    def __hash__(self) -> int:
        return hash(frozenset(self._by_pair.values()))


def _paired(
    ties: Iterable[FamilyTie],
) -> tuple[dict[tuple[Person, Person], FamilyTie], list[Fault]]:
    """Each tie and its inverse by its people, and what is wrong with the ties."""
    found: dict[tuple[Person, Person], FamilyTie] = {}
    faults: list[Fault] = []
    for number, tie in enumerate(ties, start=1):
        field = f"ties[{number}]"
        if type(tie) is not FamilyTie:
            faults.append(Fault(field, "***", "is no tie", "a FamilyTie"))
            continue
        before = found.get((tie.person, tie.relative), tie)
        both = _merged(before, tie)
        if both is None:
            problem = f"is {tie.kinship.en} where another tie says {before.kinship.en}"
            if before.kinship is tie.kinship:
                problem = "says otherwise than another tie whether the child was brought up"
            faults.append(Fault(field, "***", problem, "one tie between two people"))
            continue
        found[both.person, both.relative] = both
        found[both.relative, both.person] = both.inverse
    return found, faults


def _merged(first: FamilyTie, second: FamilyTie) -> FamilyTie | None:
    """The tie that says what both say; None if they exclude each other."""
    kinds = {first.kinship, second.kinship}
    if len(kinds) == 2:
        if first.kinship.general is not second.kinship.general:
            return None
        kinds -= {first.kinship.general}
        if len(kinds) == 2:
            return None
    raised = {first.raised, second.raised} - {None}
    if len(raised) == 2:
        return None
    return FamilyTie(first.person, first.relative, kinds.pop(), raised.pop() if raised else None)


def _too_many(ties: Iterable[FamilyTie]) -> Iterator[Fault]:
    """Faults for two spouses of one person, and for two fathers or two mothers."""
    held: dict[tuple[Person, Kinship], list[Sex]] = {}
    for tie in ties:
        held.setdefault((tie.person, tie.kinship), []).append(tie.relative.sex)
    for (_, kinship), sexes in held.items():
        is_two_spouses = kinship is Kinship.SPOUSE and len(sexes) > 1
        if is_two_spouses or (kinship is Kinship.PARENT and len(set(sexes)) < len(sexes)):
            problem = f"has {len(sexes)} of {kinship.en} ({', '.join(sex.en for sex in sexes)})"
            yield Fault("person", "***", problem, "one spouse, one father and one mother at most")
