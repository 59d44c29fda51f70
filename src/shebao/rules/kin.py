"""Who is a near relative 近亲属.

Legal basis:
    民法典 第一千零四十五条第二款: spouse, parents, children, siblings, grandparents and grandchildren on both
    sides. 第一千一百一十一条: children by adoption are children. 第一千零七十二条第二款: between step-parents and
    step-children whom they brought up, the law of parents and children applies.

In-laws, great-grandparents, uncles and cousins are relatives, but not near relatives.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Cited,
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    all_of,
    decided,
    in_bounds,
    is_true,
    open_law,
)
from ..errors import Fault, PersonError
from ..law import Law
from ..law.parameters import NEAR_RELATIVES, STEP_CHILDREN
from ..model.areas import NATION
from ..model.family import FamilyTie
from ..months import as_day
from ..terms import Kinship
from .given import known_law

__all__ = ["check_tie", "kin_condition", "near_relative"]

#: Whose rights step-relatives have where the child was brought up by the step-parent.
_LIKE: Final = {Kinship.STEP_PARENT: Kinship.PARENT, Kinship.STEP_CHILD: Kinship.CHILD}


def near_relative(tie: FamilyTie, *, on: date, law: Law | None = None) -> Decision[Kinship]:
    """Whether the relative is a near relative of the person by the Civil Code 是否为近亲属.

    Args:
        tie: what the relative is to the person.
        on: the day.
        law: None is the shipped law.

    Returns:
        With the kinship.

    Raises:
        PersonError: if it is no tie.

    Example:
        >>> from shebao import Person, Sex
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> on = date(2026, 1, 29)
        >>> [near_relative(FamilyTie(ann, may, kin), on=on).eligible
        ...  for kin in (Kinship.PARENT, Kinship.PARENT_IN_LAW, Kinship.STEP_PARENT)]
        [True, False, None]
    """
    check_tie(tie)
    as_day(on, "on")
    known = known_law(law)
    rule = known.find(NEAR_RELATIVES, on=on)
    condition = open_law(Reason.KIN_NEAR, NEAR_RELATIVES.name, NATION, tie.kinship)
    if rule is not None:
        step = known.find(STEP_CHILDREN, on=on)
        condition = kin_condition(Reason.KIN_NEAR, tie, rule.value, rule, step)
    return decided(Question.NEAR_RELATIVE, [condition], on=on, value=tie.kinship)


def kin_condition(
    reason: Reason,
    tie: FamilyTie,
    kinships: Collection[Kinship],
    law: Cited,
    step: Cited | None,
) -> Condition:
    """The condition that a relative is of some kinships.

    Step-relatives are what they are like, if the child was brought up; an unknown upbringing leaves
    it open.

    Args:
        reason: its code.
        tie: what the relative is.
        kinships: the kinships.
        law: where these stand.
        step: where it stands that step-children are as children; None where that is not known.
    """
    like = _LIKE.get(tie.kinship)
    if like is None or tie.kinship in kinships:
        return _listed(reason, tie.kinship, kinships, law)
    listed = _listed(Reason.KIN_STEP, like, kinships, law)
    raised = open_law(Reason.KIN_RAISED, STEP_CHILDREN.name, NATION, tie.raised)
    if step is not None:
        raised = is_true(Reason.KIN_RAISED, tie.raised, "raised", step)
    return attrs.evolve(all_of(reason, listed, raised), actual=tie.kinship)


def _listed(
    reason: Reason, kinship: Kinship, kinships: Collection[Kinship], law: Cited
) -> Condition:
    """Listed by itself or without its side; a kinship of unsaid side may be, where one side is."""
    is_in = kinship in kinships or kinship.general in kinships
    may_be = any(each.general is kinship for each in kinships)
    verdict = in_bounds(certain=is_in, possible=is_in or may_be)
    needs = (Missing("kinship"),) if verdict is Verdict.UNKNOWN else ()
    return Condition(reason, verdict, None, kinship, law.citation, law.evidence, needs)


def check_tie(tie: object) -> None:
    """Refuse what is no tie.

    Raises:
        PersonError: for a person, a kinship or anything else.
    """
    if type(tie) is not FamilyTie:
        raise PersonError(Fault("tie", "***", f"is of type {type(tie).__name__}", "a FamilyTie"))
