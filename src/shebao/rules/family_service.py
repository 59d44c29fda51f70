"""The family service of the electronic social-security card 电子社保卡亲情服务.

Legal basis:
    A county's account of 2024-12: eight relatives, photo of the relative's card, and face recognition
    of grown-ups. The age below which a photo takes its place and what the service does are weakly
    attested. The family account of the medical platform 医保亲情账户 is another service, and so is
    account sharing 家庭共济: neither is asked here.

Limits:
    The relation is chosen, and no page asks for a paper that proves it: it is not asked here.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..days import add_months
from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    decided,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import FAMILY_SERVICE_LIMIT, FAMILY_SERVICE_PHOTO_AGE, FAMILY_SERVICES
from ..model.areas import NATION, check_area
from ..model.people import Person
from ..months import as_day
from ..terms import CardService, Need
from .given import check_person, check_truth, known_law

__all__ = ["FamilyService", "may_add"]


@attrs.frozen
class FamilyService:
    """What adding somebody takes and makes possible.

    Attributes:
        needs: what the service asks for; None where the age leaves it open.
        services: what can be done for the relative then; None where it is not known.
        left: how many more could be added before this one; None where it is not known.
    """

    needs: tuple[Need, ...] | None
    services: Dated[tuple[CardService, ...]] | None
    left: int | None


def may_add(
    relative: Person,
    *,
    on: date,
    added: int = 0,
    has_card_photo: bool | None = None,
    has_face_photo: bool | None = None,
    face_recognised: bool | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[FamilyService]:
    """Whether a relative can be added to the family service 能否添加亲情账户.

    Args:
        relative: who is to be added.
        on: the day.
        added: how many relatives were added before.
        has_card_photo: whether a photo of the relative's social-security card is at hand; None, as of
            the others, is not known.
        has_face_photo: whether a photo of the face is, for a child.
        face_recognised: whether the relative passed face recognition, for others.
        area: the place of the card.
        law: None is the shipped law.

    Raises:
        PersonError: if it is no person.
        RuleError: if ``added`` is no number from 0, or a fact is no truth value.

    Example:
        >>> from shebao import Sex
        >>> child = Person(birth=date(2010, 3, 8), sex=Sex.FEMALE)
        >>> for day in (date(2026, 3, 7), date(2026, 3, 8)):
        ...     found = may_add(child, on=day, has_card_photo=True, has_face_photo=True)
        ...     print(found.outcome.en, [need.en for need in found.value.needs][-1])
        eligible photo
        undetermined face
    """
    check_person(relative)
    as_day(on, "on")
    check_area(area, "area", RuleError)
    if type(added) is not int or added < 0:
        raise RuleError(Fault("added", added, "is no number of people", "an int from 0"))
    for field, fact in (("has_face_photo", has_face_photo), ("face_recognised", face_recognised)):
        if fact is not None:
            check_truth(fact, field)
    known = known_law(law)
    limit = known.find(FAMILY_SERVICE_LIMIT, on=on, area=area)
    age = known.find(FAMILY_SERVICE_PHOTO_AGE, on=on, area=area)
    services = known.find(FAMILY_SERVICES, on=on, area=area)
    is_child = None if age is None else _is_under(relative, age.value, on)
    conditions = [
        _room(added, limit, area),
        is_true(Reason.FAMILY_SERVICE_CARD, has_card_photo, "has_card_photo", services),
        _face(is_child, age, has_face_photo, face_recognised, area),
    ]
    left = None if limit is None else max(0, limit.value - added)
    value = FamilyService(_needs(is_child), services, left)
    return decided(Question.FAMILY_SERVICE, conditions, on=on, value=value)


def _needs(is_child: bool | None) -> tuple[Need, ...] | None:
    if is_child is None:
        return None
    proof = Need.PHOTO if is_child else Need.FACE
    return Need.NAME, Need.IDENTITY_NUMBER, Need.RELATION, Need.SOCIAL_SECURITY_CARD, proof


def _is_under(person: Person, years: int, on: date) -> bool | None:
    """Whether somebody is younger than an age; None where the day of birth would decide."""
    first, last = (add_months(day, years * 12) for day in person.birth_days)
    if on < first:
        return True
    return False if on >= last else None


def _room(added: int, limit: Dated[int] | None, area: str | None) -> Condition:
    if limit is None:
        return open_law(
            Reason.FAMILY_SERVICE_ROOM, FAMILY_SERVICE_LIMIT.name, area or NATION, added
        )
    verdict = Verdict.MET if added < limit.value else Verdict.NOT_MET
    return Condition(
        Reason.FAMILY_SERVICE_ROOM, verdict, limit.value, added, limit.citation, limit.evidence
    )


def _face(
    is_child: bool | None,
    age: Dated[int] | None,
    has_photo: bool | None,
    recognised: bool | None,
    area: str | None,
) -> Condition:
    """A photo below the age, face recognition from it on; either where the age is open."""
    if age is None:
        return open_law(Reason.FAMILY_SERVICE_FACE, FAMILY_SERVICE_PHOTO_AGE.name, area or NATION)
    photo = is_true(Reason.FAMILY_SERVICE_PHOTO, has_photo, "has_face_photo", age)
    face = is_true(Reason.FAMILY_SERVICE_FACE, recognised, "face_recognised", age)
    if is_child is not None:
        return photo if is_child else face
    needs = (*photo.needs, *face.needs)
    if needs or photo.verdict is not face.verdict:
        needs = (Missing("birth"), *needs)
    return attrs.evolve(face, verdict=Verdict.UNKNOWN if needs else face.verdict, needs=needs)
