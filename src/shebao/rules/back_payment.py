"""Which months may still be back-paid 补缴: by an employer, by who is insured alone, many at once.

Legal basis:
    社会保险法 第六十三条: what an employer did not pay is ordered to be paid, so months of a labour
    relation are back-paid by the employer, with late fee; a month outside any cannot be bought.
    人社厅发〔2019〕94号 (人社部规〔2016〕5号 四): 36 months or more of pension contributions at once take a
    legal document made before the payment. 人社部发〔2016〕132号: who is insured alone may not buy years
    afterwards, and nobody past the age without a record is brought in.

Limits:
    A document of the day of payment itself is taken for made before it. Whether back-paid months
    count for a benefit is the rule of that benefit. Residents pay by calendar years: see
    ``resident``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

from ..decisions import (
    Condition,
    Decision,
    Missing,
    Question,
    Reason,
    Verdict,
    any_of,
    at_least,
    decided,
    in_bounds,
    is_true,
    negated,
    open_law,
)
from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import (
    BACK_PAYMENT_DOCUMENT,
    BACK_PAYMENT_EARLIER_YEARS,
    BACK_PAYMENT_FIRST_MONTH,
    BACK_PAYMENT_NEWCOMERS,
    BACK_PAYMENT_SAME_YEAR,
    ENFORCEMENT,
)
from ..model.areas import NATION
from ..model.history import ContributionHistory
from ..month_sets import MonthSet
from ..months import MonthLike, MonthSpan, YearMonth, as_day, as_month, as_span
from ..terms import EnforcementStep, InsuranceKind, MonthState, Scheme, check_term
from . import counting
from .arrears import states
from .given import known_law

__all__ = ["BackPayment", "eligibility"]


@attrs.frozen
class BackPayment:
    """The months that a back-payment would pay.

    Attributes:
        months: those that are certainly open: in arrears, or absent from the record.
        in_arrears: those of them that an employer declared and did not pay.
        unplaced: those that may be open: of them only a number is known.
    """

    months: MonthSet
    in_arrears: MonthSet
    unplaced: MonthSet

    @property
    def bounds(self) -> tuple[int, int]:
        """How many months it is at least and at most."""
        return len(self.months), len(self.months) + len(self.unplaced)


def eligibility(
    history: ContributionHistory,
    kind: InsuranceKind,
    months: MonthSpan | MonthLike,
    *,
    on: date,
    scheme: Scheme = Scheme.EMPLOYEE,
    employed: bool | None = None,
    over_age: bool | None = None,
    document_on: date | Literal[False] | None = None,
    area: str | None = None,
    law: Law | None = None,
) -> Decision[BackPayment]:
    """Whether months may be back-paid on a day 能否补缴, all that are open in one payment.

    Args:
        history: the record.
        kind: the insurance.
        months: a month, or a span.
        on: the day of payment.
        scheme: how one is insured in these months.
        employed: whether there was a labour relation in all of them; known of months in arrears.
        over_age: for pensions: whether the statutory age is passed; it matters to who never paid.
        document_on: for many pension months: the day of a document of a court, arbitration, labour
            inspection or audit; False where there is none, None where that is not known.
        area: the place.
        law: None is the shipped law.

    Raises:
        RuleError: if the scheme is that of residents, or a fact is of the wrong type.

    Example:
        A month in arrears is back-paid by the employer; four years at once take a document:

        >>> import shebao as sb
        >>> record = sb.ContributionHistory([
        ...     sb.ContributionPeriod(sb.PENSION, "2025-01"),
        ...     sb.ContributionPeriod(sb.PENSION, "2025-02", status=sb.PaymentStatus.ARREARS)])
        >>> on = date(2025, 6, 3)
        >>> eligibility(record, sb.PENSION, "2025-02", on=on).eligible
        True
        >>> [eligibility(record, sb.PENSION, "2021-01..2024-12", on=on, employed=True,
        ...              document_on=day).eligible for day in (date(2025, 5, 6), False, None)]
        [True, False, None]
        >>> eligibility(record, sb.PENSION, "2024-12", on=on, scheme=sb.Scheme.FLEXIBLE).eligible
        False
    """
    _check_scheme(scheme)
    case = _Case(history, kind, as_span(months), as_day(on, "on"), area, known_law(law))
    found = case.open_months()
    conditions = [case.over(), _still_open(found)]
    if scheme is Scheme.FLEXIBLE or (kind is InsuranceKind.MEDICAL and employed is False):
        # A medical gap without a job may be paid up where and as the place lets people.
        conditions += case.voluntary()
    else:
        conditions += case.by_employer(found, employed)
    if kind is InsuranceKind.PENSION:
        conditions += [case.documented(found, document_on), *case.newcomer(over_age)]
    return decided(Question.BACK_PAYMENT, conditions, on=on, value=found)


def _check_scheme(scheme: Scheme) -> None:
    check_term(scheme, Scheme, "scheme", RuleError)
    if scheme is Scheme.RESIDENT:
        expected = "employee, public sector or flexible"
        raise RuleError(Fault("scheme", scheme, "pays by calendar years", expected))


def _still_open(found: BackPayment) -> Condition:
    """The condition that any of the months is open."""
    low, high = found.bounds
    verdict = in_bounds(certain=low > 0, possible=high > 0)
    needs = (Missing("history"),) if verdict is Verdict.UNKNOWN else ()
    actual = low if low == high else (low, high)
    return Condition(Reason.BACK_PAYMENT_OPEN, verdict, None, actual, needs=needs)


@attrs.frozen
class _Case:
    """The months that are asked for, and under which law."""

    history: ContributionHistory
    kind: InsuranceKind
    span: MonthSpan
    on: date
    area: str | None
    law: Law

    @property
    def place(self) -> str:
        """The place, for what is missing of its law."""
        return self.area or NATION

    def open_months(self) -> BackPayment:
        """The months by their state on the day; before the record begins all are open."""
        by_state: dict[MonthState, list[MonthSpan]] = {}
        for each in states(self.history, self.kind, on=self.on):
            by_state.setdefault(each.state, []).append(each.span)
        asked = MonthSet([self.span])
        owed = MonthSet(by_state.pop(MonthState.ARREARS, ())) & asked
        unplaced = MonthSet(by_state.pop(MonthState.UNPLACED, ())) & asked
        by_state.pop(MonthState.GAP, None)
        done = MonthSet(each for spans in by_state.values() for each in spans)
        return BackPayment(asked - done - unplaced, owed, unplaced)

    def over(self) -> Condition:
        """The condition that none of the months lies ahead."""
        month = as_month(self.on)
        verdict = Verdict.MET if self.span.last <= month else Verdict.NOT_MET
        return Condition(Reason.BACK_PAYMENT_OVER, verdict, month, self.span.last)

    def by_employer(self, found: BackPayment, employed: bool | None) -> list[Condition]:
        """A labour relation, in months for which law lets employers back-pay."""
        order = self.law.find(ENFORCEMENT[EnforcementStep.ORDER], on=self.on, area=self.area)
        if employed is None and found.months == found.in_arrears and not found.unplaced:
            # Months that an employer declared are months of a labour relation.
            employed = bool(found.months) or None
        return [
            is_true(Reason.BACK_PAYMENT_EMPLOYED, employed, "employed", order),
            self.late_enough(),
        ]

    def late_enough(self) -> Condition:
        """The condition that national law or the place lets employers back-pay these months."""
        parameter, reason = BACK_PAYMENT_FIRST_MONTH[self.kind], Reason.BACK_PAYMENT_FIRST_MONTH
        rule = self.law.find(parameter, on=self.on, area=self.area)
        if rule is None:
            return open_law(reason, parameter.name, self.place)
        # Earlier months are open to some people, by rules of places that are not in the law data.
        is_met = self.span.first >= rule.value
        verdict = Verdict.MET if is_met else Verdict.UNKNOWN
        needs = () if is_met else (Missing(parameter.name, self.place),)
        law = rule.citation, rule.evidence
        return Condition(reason, verdict, rule.value, self.span.first, *law, needs)

    def voluntary(self) -> list[Condition]:
        """Of who is insured alone: months of earlier years, and past months of the same year."""
        january, found = YearMonth(self.on.year, 1), list[Condition]()
        first, last = self.span.first, self.span.last
        for reason, parameters, is_asked in (
            (Reason.BACK_PAYMENT_EARLIER_YEARS, BACK_PAYMENT_EARLIER_YEARS, first < january),
            (
                Reason.BACK_PAYMENT_SAME_YEAR,
                BACK_PAYMENT_SAME_YEAR,
                last >= january and max(first, january) < as_month(self.on),
            ),
        ):
            if is_asked:
                name = parameters[self.kind].name
                rule = self.law.find(parameters[self.kind], on=self.on, area=self.area)
                if rule is None:
                    found.append(open_law(reason, name, self.place))
                else:
                    found.append(is_true(reason, rule.value, name, rule))
        return found

    def documented(
        self, found: BackPayment, document_on: date | Literal[False] | None
    ) -> Condition:
        """The condition that few months are paid at once, or a document was made before."""
        if document_on is not None and document_on is not False:
            as_day(document_on, "document_on")
        rule = self.law.find(BACK_PAYMENT_DOCUMENT, on=self.on, area=self.area)
        if rule is None:
            name = BACK_PAYMENT_DOCUMENT.name
            return open_law(Reason.BACK_PAYMENT_DOCUMENT, name, self.place)
        limit: Dated[int] = attrs.evolve(rule, value=rule.value.months)  # type: ignore[assignment, arg-type]
        many = at_least(Reason.BACK_PAYMENT_FEW, limit, found.bounds)
        law, reason = (rule.citation, rule.evidence), Reason.BACK_PAYMENT_DOCUMENT
        if rule.value.document == "promise":
            shown = Condition(Reason.BACK_PAYMENT_PROMISE, Verdict.MET, None, None, *law)
        elif document_on is None:
            needs = (Missing("document_on"),)
            shown = Condition(reason, Verdict.UNKNOWN, self.on, None, *law, needs)
        else:
            is_met = document_on is not False and document_on <= self.on
            verdict = Verdict.MET if is_met else Verdict.NOT_MET
            shown = Condition(reason, verdict, self.on, document_on, *law)
        return any_of(Reason.BACK_PAYMENT_LUMP, negated(Reason.BACK_PAYMENT_FEW, many), shown)

    def newcomer(self, over_age: bool | None) -> list[Condition]:
        """Of who never paid: the age is not passed, or the law lets people past it in."""
        if over_age is not None and type(over_age) is not bool:
            expected = "True, False or None"
            raise RuleError(Fault("over_age", over_age, "is no truth value", expected))
        paid = counting.cumulative(self.history, InsuranceKind.PENSION, on=self.on, law=self.law)
        if paid.at_least:
            return []
        reason = Reason.BACK_PAYMENT_NEWCOMER
        rule = self.law.find(BACK_PAYMENT_NEWCOMERS, on=self.on, area=self.area)
        if rule is None:
            return [open_law(reason, BACK_PAYMENT_NEWCOMERS.name, self.place)]
        needs = [Missing("history")] if paid.at_most else []
        needs += [Missing("over_age")] if over_age is None else []
        verdict = Verdict.UNKNOWN if needs else Verdict.NOT_MET
        if rule.value or over_age is False:
            verdict, needs = Verdict.MET, []
        law = rule.citation, rule.evidence
        return [Condition(reason, verdict, None, over_age, *law, tuple(needs))]
