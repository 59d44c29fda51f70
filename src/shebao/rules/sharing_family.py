"""With whom in a family an account may be shared, and what a record says of its owner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ..days import add_months
from ..decisions import Decision, Verdict
from ..errors import Fault, PersonError
from ..law import Law
from ..model.contributions import ContributionPeriod
from ..model.employment import items_of
from ..model.family import Family
from ..model.history import ContributionHistory
from ..model.membership import MedicalMember
from ..model.people import Person
from ..months import YearMonth, as_day
from ..terms import InsuranceKind, PaymentStatus, Scheme, Sex
from .cover import paid_state
from .given import check_history, check_person, known_law
from .sharing_eligibility import Sharing, check_member, eligibility

__all__ = ["as_member", "with_family"]

_PAID: Final = (PaymentStatus.PAID, PaymentStatus.BACK_PAID)
#: Months of age from which one may be retired at all (国发〔1978〕104号 一(二), hazardous work).
_EARLIEST: Final = {Sex.MALE: 660, Sex.FEMALE: 540}


def with_family(
    owner: MedicalMember,
    family: Family,
    members: Iterable[MedicalMember] = (),
    *,
    on: date,
    law: Law | None = None,
) -> tuple[Decision[Sharing], ...]:
    """With each relative of an owner, whether the account may be shared 家庭成员逐一判断.

    Args:
        owner: whose account it is.
        family: the ties.
        members: how relatives are insured; of one who is not among them nothing is known.
        on: the day.
        law: None is the shipped law.

    Returns:
        One decision for each tie of the owner, in the order of the family.

    Raises:
        PersonError: if the owner is no member or the family is none, or somebody is given twice with
            different facts.
        PeriodError: if the members are none.
    """
    as_day(on, "on")
    checked = known_law(law)
    check_member(owner, "owner")
    if type(family) is not Family:
        problem = f"is of type {type(family).__name__}"
        raise PersonError(Fault("family", "***", problem, "a Family"))
    known: dict[Person, MedicalMember] = {}
    for member in items_of(members, MedicalMember, "members"):
        if known.setdefault(member.person, member) != member:
            problem = "is given twice, with different facts"
            raise PersonError(Fault("members", "***", problem, "each person once"))
    return tuple(
        eligibility(
            owner,
            known.get(tie.relative, MedicalMember(person=tie.relative)),
            tie,
            on=on,
            law=checked,
        )
        for tie in family.ties_of(owner.person)
    )


def as_member(
    person: Person, history: ContributionHistory, *, on: date, area: str | None = None
) -> MedicalMember:
    """What a record says of how somebody is insured on a day 由缴费记录判断参保情况.

    The scheme and the place are those of the last medical month, a running employment before a
    resident's year; whether there is an account, and in what state, no record says, nor whether who
    stopped paying is insured as a retiree.

    Args:
        person: who.
        history: the record.
        on: the day.
        area: the place of enrolment, where the record names none.

    Example:
        >>> import shebao as sb
        >>> ann = sb.Person(birth=date(1996, 5, 1), sex=sb.Sex.FEMALE)
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.MEDICAL, sb.MonthSpan("2020-01", "2026-01"), area="130100")])
        >>> member = as_member(ann, record, on=date(2026, 1, 29))
        >>> member.scheme, member.is_insured, member.area, member.has_account
        (Scheme.EMPLOYEE, True, '130100', None)
    """
    check_person(person)
    check_history(history)
    as_day(on, "on")
    periods = history.as_of(on).of(InsuranceKind.MEDICAL)
    if not periods:
        return MedicalMember(person=person, area=area)
    month = YearMonth(on.year, on.month)
    last = max(periods, key=lambda period: _newest(period, month))
    return MedicalMember(
        person=person,
        area=last.area or area,
        scheme=last.scheme,
        is_insured=_is_insured(person, history, last, on),
    )


def _newest(period: ContributionPeriod, month: YearMonth) -> tuple[bool, int]:
    """Employment up to the month before goes before a resident's year, else the later end."""
    is_running = period.scheme is not Scheme.RESIDENT and period.months.last >= month - 1
    return is_running, period.months.last.ordinal


def _is_insured(
    person: Person, history: ContributionHistory, last: ContributionPeriod, on: date
) -> bool | None:
    """Whether the day is paid for: by the resident's year, or by the employee's month.

    Who may be retired may be insured without paying, which no record of months tells.
    """
    if last.scheme is Scheme.RESIDENT:
        return last.status in _PAID and YearMonth(on.year, on.month) in last.months
    _, _, verdict, _ = paid_state(history, last.kind, on)
    if verdict is Verdict.NOT_MET and _may_be_retired(person, on):
        return None
    return {Verdict.MET: True, Verdict.NOT_MET: False}.get(verdict)


def _may_be_retired(person: Person, on: date) -> bool:
    """Whether somebody has reached the earliest age of hazardous work, 45 for women, 55 for men."""
    age = _EARLIEST[person.sex]
    return on >= add_months(person.birth_days[0], age)
