"""What a collecting agency may do next: the table of 社会保险法 第六十三条, step by step."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    Decision,
    EnforcementStep,
    Evidence,
    MonthError,
    Outcome,
    Question,
    RuleError,
    Verdict,
)
from shebao.law import parameters, shipped
from shebao.rules.arrears import next_steps

ORDER, QUERY, TRANSFER, SECURITY, COURT, FINE = EnforcementStep
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
UNTIL, ON = date(2025, 5, 31), date(2025, 6, 1)
#: Facts under which all that the law allows is allowed.
WORST: Final[dict[str, Any]] = {
    "ordered_until": UNTIL,
    "paid_in_full": False,
    "balance_short": True,
    "security_given": False,
}


def steps(
    *taken: EnforcementStep,
    on: date = ON,
    **facts: Any,  # noqa: ANN401
) -> dict[EnforcementStep | None, Decision[EnforcementStep]]:
    """The decision on each step, under the worst facts unless others are given."""
    return {each.value: each for each in next_steps(taken, on=on, **{**WORST, **facts})}


def allowed(*taken: EnforcementStep, **facts: Any) -> list[EnforcementStep | None]:  # noqa: ANN401
    """The steps that may follow."""
    return [step for step, each in steps(*taken, **facts).items() if each.eligible]


def missing(step: EnforcementStep, *taken: EnforcementStep, **facts: Any) -> list[str]:  # noqa: ANN401
    """What is missing for a decision on a step."""
    return [str(each) for each in steps(*taken, **facts)[step].missing]


class TestPath:
    """From the order to the court."""

    @pytest.mark.parametrize(
        ("taken", "expected"),
        [
            ([], [ORDER]),
            ([ORDER], [QUERY, TRANSFER, COURT, FINE]),
            ([ORDER, QUERY], [TRANSFER, SECURITY, COURT, FINE]),
            ([ORDER, QUERY, TRANSFER], [SECURITY, COURT, FINE]),
            ([ORDER, QUERY, TRANSFER, SECURITY], [COURT, FINE]),
            ([ORDER, QUERY, TRANSFER, SECURITY, COURT], [FINE]),
            (list(EnforcementStep), []),
        ],
    )
    def test_what_follows(
        self, taken: list[EnforcementStep], expected: list[EnforcementStep]
    ) -> None:
        """Nothing comes before the order; security takes a query; steps taken are left out."""
        assert expected == allowed(*taken)
        assert not set(taken) & set(steps(*taken))

    def test_each_step_cites_its_paragraph(self) -> None:
        """Paragraphs one to three of 第六十三条, and 第八十六条 for the fine, all read officially."""
        cited = {
            step: {each.citation.article for each in found.conditions if each.citation}
            for step, found in steps().items()
        }
        assert cited == {
            ORDER: {"第六十三条第一款"},
            QUERY: {"第六十三条第二款"},
            TRANSFER: {"第六十三条第二款"},
            SECURITY: {"第六十三条第二款"},
            COURT: {"第六十三条第三款"},
            FINE: {"第八十六条"},
        }
        assert {each.evidence for each in steps().values()} == {Evidence.OFFICIAL}

    def test_each_step_has_its_question(self) -> None:
        """The question names the step."""
        assert [each.question for each in steps().values()] == [
            Question.ENFORCEMENT_ORDER,
            Question.ENFORCEMENT_ACCOUNT_QUERY,
            Question.ENFORCEMENT_TRANSFER,
            Question.ENFORCEMENT_SECURITY,
            Question.ENFORCEMENT_COURT,
            Question.ENFORCEMENT_FINE,
        ]

    @pytest.mark.parametrize(("on", "expected"), [(UNTIL, INELIGIBLE), (ON, ELIGIBLE)])
    def test_the_time_ordered_has_to_have_passed(self, on: date, expected: Outcome) -> None:
        """On its last day nothing follows, on the day after everything does."""
        found = steps(ORDER, QUERY, on=on)
        assert {each.outcome for each in found.values()} == {expected}

    def test_who_has_paid_is_left_alone(self) -> None:
        """Paid in full, no step follows, not even the order."""
        assert [] == allowed(ORDER, QUERY, paid_in_full=True) == allowed(paid_in_full=True)

    def test_enough_in_the_accounts(self) -> None:
        """Security is asked for only where the balance falls short."""
        assert [TRANSFER, COURT, FINE] == allowed(ORDER, QUERY, balance_short=False)

    def test_security_keeps_the_court_away(self) -> None:
        """Who has given security is not taken to court; a fine remains possible."""
        assert [TRANSFER, SECURITY, FINE] == allowed(ORDER, QUERY, security_given=True)

    def test_the_condition_says_what_was_required_and_found(self) -> None:
        """For security: the accounts queried first, no; then the balance."""
        first, *_, balance = steps(ORDER)[SECURITY].conditions
        assert (Verdict.NOT_MET, QUERY, False) == (first.verdict, first.required, first.actual)
        assert (Verdict.MET, True, True) == (balance.verdict, balance.required, balance.actual)


class TestUnknownFacts:
    """A step that hangs on an unknown fact names it."""

    @pytest.mark.parametrize(
        ("step", "fact"),
        [
            (QUERY, "ordered_until"),
            (QUERY, "paid_in_full"),
            (SECURITY, "balance_short"),
            (COURT, "security_given"),
            (FINE, "paid_in_full"),
        ],
    )
    def test_each_fact(self, step: EnforcementStep, fact: str) -> None:
        """Without it the step is undetermined and nothing else is missing."""
        taken = [ORDER] if step is QUERY else [ORDER, QUERY]
        unknown: dict[str, Any] = {fact: None}
        assert steps(*taken, **unknown)[step].outcome is UNDETERMINED
        assert [fact] == missing(step, *taken, **unknown)

    def test_a_step_too_early_needs_no_fact(self) -> None:
        """Before the order nothing else may be done, whatever is not known."""
        nothing: dict[str, Any] = dict.fromkeys(WORST)
        assert steps(**nothing)[COURT].outcome is INELIGIBLE
        assert [] == missing(COURT, **nothing)

    def test_all_of_them_at_once(self) -> None:
        """With nothing known every missing fact is named, in the order of the law."""
        nothing: dict[str, Any] = dict.fromkeys(WORST)
        names = ["paid_in_full", "ordered_until", "balance_short"]
        assert names == missing(SECURITY, ORDER, QUERY, **nothing)


class TestBeforeTheStatute:
    """Until 2011-06-30 the regulation of 1999 knew an order and the court."""

    on: Final = date(2010, 8, 1)
    until: Final = date(2010, 6, 30)

    def test_the_court_enforces(self) -> None:
        """After the time ordered the court enforces, security or not (第二十六条)."""
        found = steps(ORDER, on=self.on, ordered_until=self.until, security_given=None)
        assert found[COURT].eligible is True
        assert {each.citation.article for each in found[COURT].conditions if each.citation} == {
            "第二十六条"
        }

    def test_other_powers_are_not_known(self) -> None:
        """Whether accounts could be queried then was not read: the parameter is named."""
        found = missing(QUERY, ORDER, on=self.on, ordered_until=self.until, area="130100")
        assert ["enforcement.account_query (130100)"] == found


def test_a_law_of_its_own() -> None:
    """The table is data: a reform that asks for security before the transfer needs no code."""
    rule = {"after": "security", "needs": ["unpaid"]}
    law = shipped().replacing(parameters.ENFORCEMENT[TRANSFER], rule)
    assert TRANSFER not in allowed(ORDER, QUERY, law=law)
    assert TRANSFER in allowed(ORDER, QUERY, SECURITY, law=law)


@given(
    taken=st.sets(st.sampled_from(EnforcementStep)),
    facts=st.fixed_dictionaries(
        {name: st.sampled_from([True, False, None]) for name in WORST if name != "ordered_until"}
    ),
    until=st.none() | st.dates(date(2025, 5, 30), date(2025, 6, 2)),
)
def test_an_unknown_fact_is_both_its_values(
    taken: set[EnforcementStep], facts: dict[str, Any], until: date | None
) -> None:
    """A step is open only if some value of what is not known opens it and some other closes it."""
    found = steps(*taken, ordered_until=until, **facts)
    variants: list[dict[str, Any]] = [{}]
    for name, value in facts.items():
        values = [True, False] if value is None else [value]
        variants = [{**each, name: one} for each in variants for one in values]
    untils = [UNTIL, ON] if until is None else [until]
    for step, each in found.items():
        outcomes = {
            steps(*taken, ordered_until=day, **variant)[step].outcome
            for variant in variants
            for day in untils
        }
        assert each.outcome is (outcomes.pop() if len(outcomes) == 1 else UNDETERMINED)


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"taken": "order"}, RuleError, "taken"),
        ({"taken": ["order"]}, RuleError, "taken"),
        ({"on": "2025-06-01"}, MonthError, "on"),
        ({"ordered_until": "2025-05-31"}, MonthError, "ordered_until"),
        ({"paid_in_full": 1}, RuleError, "paid_in_full"),
        ({"balance_short": "no"}, RuleError, "balance_short"),
        ({"security_given": 0}, RuleError, "security_given"),
    ],
)
def test_what_makes_no_question_is_refused(
    facts: dict[str, Any], error: type[Exception], field: str
) -> None:
    """Steps are steps, days are days and facts are truth values."""
    asked: dict[str, Any] = {"taken": [ORDER, QUERY], "on": ON, **WORST, **facts}
    with pytest.raises(error) as caught:
        next_steps(asked.pop("taken"), **asked)
    assert getattr(caught.value, "field", None) == field


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2025, 12, 31), False), (date(2025, 5, 31), True), (None, True)],
)
def test_nothing_follows_while_an_agreed_deferral_runs(until: date | None, expected: bool) -> None:
    """Until the agreed day nothing is overdue: no transfer, no fine; after it both."""
    found = next_steps(
        [EnforcementStep.ORDER, EnforcementStep.ACCOUNT_QUERY, EnforcementStep.SECURITY],
        on=date(2025, 6, 3),
        ordered_until=date(2025, 5, 31),
        paid_in_full=False,
        balance_short=True,
        security_given=True,
        deferred_until=until,
    )
    answers = {step.value: step.eligible for step in found}
    assert (answers[EnforcementStep.TRANSFER_DECISION], answers[EnforcementStep.FINE]) == (
        expected,
        expected,
    )
