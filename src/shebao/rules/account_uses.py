"""What a shared balance pays for, and whose card is used for it 共济账户支付范围、持卡就医.

Legal basis:
    国办发〔2021〕14号 (五), 国办发〔2024〕38号 and the notice of 2026-01-09: what the account pays and what not.
    医疗保障基金使用监督管理条例 第十七条: one is treated and buys medicine with one's own credential; somebody
    else may buy medicine for one who cannot, with the identity documents of both. 第四十一条: for who
    lends a card, direct settlement is stopped for three to twelve months; who cheats the fund pays
    two to five times as a fine.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ..decisions import (
    Cited,
    Condition,
    Decision,
    Question,
    Reason,
    Verdict,
    all_of,
    any_of,
    decided,
    is_true,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import CARD_MISUSE_STOP_MONTHS, SHARING_USES, SHARING_USES_ACROSS
from ..model.areas import NATION
from ..model.people import Person
from ..months import as_day
from ..terms import AccountUse, SharingScope, check_term
from .given import check_person, check_truth, known_law
from .sharing_eligibility import uses_of

__all__ = ["CardUse", "card_use", "may_pay"]

#: What one goes to a designated place for, with a card.
_WITH_CARD: Final = (AccountUse.TREATMENT, AccountUse.MEDICINE)


@attrs.frozen
class CardUse:
    """What follows if a card is lent against the rule.

    Attributes:
        stop_months: for how many months, from and to, direct settlement is stopped for who lends it;
            None where it is not known.
    """

    stop_months: Dated[tuple[int, int]] | None


def may_pay(
    use: AccountUse,
    scope: SharingScope,
    *,
    on: date,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[AccountUse]:
    """Whether a shared balance may pay for something 共济账户能否支付.

    Args:
        use: what for.
        scope: how far apart owner and relative are insured.
        on: the day.
        area: the owner's place; None is national law alone.
        law: None is the shipped law.

    Raises:
        RuleError: if use or scope is none.

    Example:
        >>> on = date(2026, 1, 29)
        >>> for use in (AccountUse.MEDICINE, AccountUse.LONG_TERM_CARE_CONTRIBUTION, AccountUse.SPORT):
        ...     print(use.en, [may_pay(use, scope, on=on).eligible for scope in SharingScope])
        medicine [True, True, True]
        long term care contribution [None, None, True]
        sport [False, False, False]
    """
    check_term(use, AccountUse, "use", RuleError)
    check_term(scope, SharingScope, "scope", RuleError)
    as_day(on, "on")
    rule = uses_of(scope, area, on, known_law(law))
    is_across = scope is SharingScope.CROSS_PROVINCE
    parameter = SHARING_USES_ACROSS if is_across else SHARING_USES
    condition = open_law(Reason.SHARING_USE, parameter.name, area or NATION, use)
    if rule is not None:
        verdict, needs = Verdict.UNKNOWN, condition.needs
        if use in rule.value.pays:
            verdict, needs = Verdict.MET, ()
        elif use in rule.value.never:
            verdict, needs = Verdict.NOT_MET, ()
        condition = Condition(
            Reason.SHARING_USE, verdict, None, use, rule.citation, rule.evidence, needs
        )
    return decided(Question.SHARING_USE, [condition], on=on, value=use)


def card_use(
    patient: Person,
    holder: Person,
    *,
    on: date,
    use: AccountUse = AccountUse.TREATMENT,
    presenter: Person | None = None,
    patient_is_present: bool | None = None,
    has_documents: bool | None = None,
    law: Law | None = None,
) -> Decision[CardUse]:
    """Whether care may be had with a card, whatever account is shared 能否用他人的卡就医购药.

    Args:
        patient: who is treated, or whom the medicine is for.
        holder: whose card it is.
        on: the day.
        use: ``TREATMENT`` or ``MEDICINE``.
        presenter: who shows the card; None is the patient.
        patient_is_present: where somebody else shows it, whether the patient is there, as a child with
            a parent is; None is not known.
        has_documents: where somebody else buys medicine for who is not there, whether the identity
            documents of both are shown; None is not known.
        law: None is the shipped law.

    Raises:
        PersonError: if somebody is no person.
        RuleError: if the use is another one, or ``has_documents`` is no truth value.

    Example:
        >>> from shebao import Sex
        >>> ann = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
        >>> may = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
        >>> on = date(2026, 1, 29)
        >>> lent = card_use(may, ann, on=on)
        >>> lent.eligible, lent.value.stop_months.value
        (False, (3, 12))
        >>> bought = card_use(may, may, on=on, use=AccountUse.MEDICINE, presenter=ann,
        ...                   patient_is_present=False, has_documents=True)
        >>> bought.eligible
        True
    """
    _check_card_use(patient, holder, use, presenter)
    _check_known(patient_is_present=patient_is_present, has_documents=has_documents)
    as_day(on, "on")
    rule = known_law(law).find(CARD_MISUSE_STOP_MONTHS, on=on)
    if rule is None:
        own = open_law(Reason.CARD_OWN, CARD_MISUSE_STOP_MONTHS.name, NATION, patient == holder)
        return decided(Question.CARD_USE, [own], on=on, value=CardUse(None))
    conditions = [is_true(Reason.CARD_OWN, patient == holder, "holder", rule)]
    if presenter not in (None, patient):
        conditions.append(_shown(use, patient_is_present, has_documents, rule))
    return decided(Question.CARD_USE, conditions, on=on, value=CardUse(rule))


def _check_card_use(patient: object, holder: object, use: object, presenter: object) -> None:
    """Refuse what is no person or no use of a card."""
    check_term(use, AccountUse, "use", RuleError)
    if use not in _WITH_CARD:
        expected = " or ".join(map(str, _WITH_CARD))
        raise RuleError(Fault("use", use, "is not had with a card", expected))
    for field, each in (("patient", patient), ("holder", holder), ("presenter", presenter)):
        if each is not None or field != "presenter":
            check_person(each, field)


def _check_known(**facts: object) -> None:
    """Refuse facts that are neither truth values nor unknown."""
    for field, fact in facts.items():
        if fact is not None:
            check_truth(fact, field)


def _shown(
    use: AccountUse, is_present: bool | None, has_documents: bool | None, rule: Cited
) -> Condition:
    """Somebody else shows the card: the patient is there, or medicine is bought for the patient."""
    entrusted = all_of(
        Reason.CARD_ENTRUSTED,
        is_true(Reason.CARD_MEDICINE, use is AccountUse.MEDICINE, "use", rule),
        is_true(Reason.CARD_DOCUMENTS, has_documents, "has_documents", rule),
    )
    present = is_true(Reason.CARD_PRESENT, is_present, "patient_is_present", rule)
    return any_of(Reason.CARD_SHOWN, present, entrusted)
