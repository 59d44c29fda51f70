"""A member of medical insurance on a day (医保参保人): what account sharing asks of both sides."""

from __future__ import annotations

import attrs

from ..errors import Fault, PersonError
from ..terms import Scheme, term_faults
from .areas import area_faults
from .people import Person

__all__ = ["MedicalMember"]

_FACTS = ("is_insured", "has_account", "is_in_good_standing")


@attrs.frozen(kw_only=True)
class MedicalMember:
    """How somebody stands to medical insurance on the day that is asked about.

    Args:
        person: who.
        area: six-digit code of the place of enrolment 参保地; None, as of the others, is not known.
        scheme: as an employee, alone, as a resident.
        is_insured: whether insured in basic medical insurance 参加基本医保.
        has_account: whether there is a personal account 个人账户. Residents have none, and in some
            places who pays for pooled benefits alone 单建统筹 has none either.
        is_in_good_standing: whether the insurance relation that the account belongs to is in force
            and the account can be used: neither ended, nor moving to another place, nor frozen.

    Raises:
        PersonError: if a fact is of the wrong type; all faults are listed.
    """

    person: Person
    area: str | None = None
    scheme: Scheme | None = None
    is_insured: bool | None = None
    has_account: bool | None = None
    is_in_good_standing: bool | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if type(self.person) is not Person:
            problem = f"is of type {type(self.person).__name__}"
            faults.append(Fault("person", "***", problem, "a Person"))
        if self.area is not None:
            faults += area_faults(self.area)
        if self.scheme is not None:
            faults += term_faults(self.scheme, Scheme, "scheme")
        for field in _FACTS:
            value = getattr(self, field)
            if value is not None and type(value) is not bool:
                faults.append(Fault(field, value, "is no truth value", "True, False or None"))
        if faults:
            raise PersonError(*faults)

    def over(self, other: MedicalMember) -> MedicalMember:
        """The same person, with what another value says where this one does not know.

        Raises:
            PersonError: if the other value is of somebody else.
        """
        if type(other) is not MedicalMember or self.person != other.person:
            raise PersonError(Fault("other", "***", "is somebody else", "the same person"))
        facts = attrs.asdict(self, recurse=False)
        unknown = {name: getattr(other, name) for name, value in facts.items() if value is None}
        # What is said goes before what would contradict it.
        if self.has_account and other.scheme is Scheme.RESIDENT:
            unknown.pop("scheme", None)
        if self.is_in_good_standing and other.is_insured is False:
            unknown.pop("is_insured", None)
        return attrs.evolve(self, **unknown)
