"""A binding (家庭共济关系): that a relative may spend from an owner's medical account, day by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from ..errors import Fault, PeriodError
from ..months import as_day
from ..terms import BindingChannel, SharingScope, term_faults
from .employment import items_of, lasting_faults, lasts_on
from .family import FamilyTie
from .people import Person, check_person

__all__ = ["Binding", "active"]


@attrs.frozen(kw_only=True)
class Binding:
    """One relative bound to one owner.

    Args:
        tie: what the relative is to the owner: its ``person`` owns the account.
        from_day: the first day.
        to_day: the last day, inclusive; None while it goes on.
        channel: where it was made; None where it is not known.
        scope: how far apart both were insured; None where it is not known.

    Raises:
        PeriodError: if a part is of the wrong type, or it ends before it begins; all are listed.
    """

    tie: FamilyTie
    from_day: date
    to_day: date | None = None
    channel: BindingChannel | None = None
    scope: SharingScope | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if type(self.tie) is not FamilyTie:
            problem = f"is of type {type(self.tie).__name__}"
            faults.append(Fault("tie", "***", problem, "a FamilyTie"))
        faults += lasting_faults(self.from_day, self.to_day)
        if self.channel is not None:
            faults += term_faults(self.channel, BindingChannel, "channel")
        if self.scope is not None:
            faults += term_faults(self.scope, SharingScope, "scope")
        if faults:
            raise PeriodError(*faults)

    @property
    def owner(self) -> Person:
        """Whose account it is."""
        return self.tie.person

    @property
    def relative(self) -> Person:
        """Who may spend from it."""
        return self.tie.relative


def active(
    bindings: Iterable[Binding],
    *,
    on: date,
    owner: Person | None = None,
    relative: Person | None = None,
) -> tuple[Binding, ...]:
    """The bindings that last on a day, the oldest first 有效的共济关系.

    Args:
        bindings: all that are known.
        on: the day.
        owner: only those of this owner.
        relative: only those of this relative.

    Raises:
        PeriodError: if an item is no binding.
        PersonError: if owner or relative is no person.
        MonthError: if ``on`` is no day.

    Example:
        >>> from shebao import FamilyTie, Kinship, Sex
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> tie = FamilyTie(ann, may, Kinship.PARENT)
        >>> bound = Binding(tie=tie, from_day=date(2026, 2, 1), to_day=date(2026, 5, 31))
        >>> [len(active([bound], on=date(2026, month, 1))) for month in (1, 2, 6)]
        [0, 1, 0]
    """
    as_day(on, "on")
    for field, person in (("owner", owner), ("relative", relative)):
        if person is not None:
            check_person(person, field)
    found = (
        binding
        for binding in items_of(bindings, Binding, "bindings")
        if lasts_on(binding, on)
        and owner in (None, binding.owner)
        and relative in (None, binding.relative)
    )
    return tuple(sorted(found, key=lambda binding: binding.from_day))
