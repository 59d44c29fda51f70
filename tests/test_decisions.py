"""Decisions: how conditions become an answer, what is missing, and facts that were not given."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, combinations, product
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    Condition,
    ContradictionError,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    InsuranceKind,
    Missing,
    MonthSpan,
    Outcome,
    Person,
    Question,
    Reason,
    RetirementCategory,
    RuleError,
    Separation,
    Sex,
    ShebaoError,
    TruthValueError,
    Verdict,
    maternity,
    medical,
    pension,
    unemployment,
    work_injury,
)
from shebao.decisions import (
    Alternative,
    Fact,
    all_of,
    any_of,
    at_least,
    decided,
    in_bounds,
    is_true,
    open_law,
    over_facts,
    weakest,
)
from shebao.law import Citation, Dated, Instrument, parameters, shipped
from strategies import SMALL, days, small_histories

ON = date(2026, 1, 29)
MET, NOT_MET, UNKNOWN = Verdict
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
LAW = Citation(Instrument("made", "某办法", "Some Measures", "某机关"), "第一条")
A, B = Missing("a"), Missing("b")

Answer = Decision[str]


def condition(
    verdict: Verdict, *needs: Missing, evidence: Evidence | None = None, actual: Fact = None
) -> Condition:
    """A condition of an invented rule."""
    return Condition(
        Reason.PENSION_MONTHS, verdict, required=180, actual=actual, evidence=evidence, needs=needs
    )


def answer(*conditions: Condition, value: str | None = None) -> Answer:
    """The decision that conditions lead to."""
    return decided(Question.PENSION, conditions, on=ON, value=value)


def dated(months: int, evidence: Evidence = Evidence.OFFICIAL) -> Dated[int]:
    """A number of law."""
    return Dated("x", "100000", months, date(2020, 1, 1), None, LAW, evidence)


class TestOutcome:
    """Any not met, no; else any unknown, open; else yes."""

    @pytest.mark.parametrize("verdicts", list(product(Verdict, repeat=3)))
    def test_every_combination_of_three_conditions(self, verdicts: tuple[Verdict, ...]) -> None:
        """One condition that is not met decides; without one, an unknown leaves it open."""
        found = answer(*map(condition, verdicts))

        expected = ELIGIBLE
        if NOT_MET in verdicts:
            expected = INELIGIBLE
        elif UNKNOWN in verdicts:
            expected = UNDETERMINED
        assert expected is found.outcome

    def test_all_conditions_stand_also_after_one_that_fails(self) -> None:
        """Whoever fails the first condition still reads what became of the others, in order."""
        conditions = [condition(NOT_MET), condition(MET), condition(UNKNOWN, A)]

        assert tuple(conditions) == answer(*conditions).conditions

    def test_without_conditions_nothing_stands_against_it(self) -> None:
        """A right without conditions is had, and rests on no law."""
        found = answer()

        assert (found.outcome, found.missing, found.evidence) == (ELIGIBLE, (), None)

    def test_eligible_has_three_values(self) -> None:
        """Yes is True, no is False, and open is None."""
        assert [answer(condition(each)).eligible for each in Verdict] == [True, False, None]

    @pytest.mark.parametrize("verdict", Verdict)
    def test_a_decision_has_no_truth_value(self, verdict: Verdict) -> None:
        """Used as a truth value, any decision says its outcome and what to ask instead."""
        found = answer(condition(verdict))
        with pytest.raises(TruthValueError) as caught:
            bool(found)

        assert str(caught.value) == (
            f"a decision has three outcomes, this one is {found.outcome.en}; ask .eligible"
        )
        assert isinstance(caught.value, ShebaoError)
        assert isinstance(caught.value, TypeError)

    def test_and_or_not_ask_for_the_truth_value_too(self) -> None:
        """``not decision`` is refused like ``if decision``."""
        with pytest.raises(TruthValueError):
            _ = not answer(condition(MET))

    def test_value_and_day_are_kept(self) -> None:
        """A decision carries its day, its question and what goes with the answer."""
        found = answer(condition(MET), value="month")

        assert (found.question, found.on, found.value) == (Question.PENSION, ON, "month")


class TestMissing:
    """What would change the outcome, and only that."""

    def test_open_conditions_name_what_they_need_each_once(self) -> None:
        """Two open conditions that need the same fact name it once, in the order of conditions."""
        found = answer(
            condition(UNKNOWN, B), condition(UNKNOWN, A, B), condition(MET, Missing("c"))
        )

        assert (B, A) == found.missing

    @pytest.mark.parametrize("decisive", [MET, NOT_MET])
    def test_a_settled_decision_lacks_nothing(self, decisive: Verdict) -> None:
        """Where the outcome stands, a fact that is not known would change nothing."""
        conditions = [condition(decisive)] + [condition(UNKNOWN, A)] * (decisive is NOT_MET)

        assert answer(*conditions).missing == ()

    def test_parts_of_a_settled_condition_are_not_missing(self) -> None:
        """Of a condition that any part meets, an unknown part is not missing."""
        settled = any_of(Reason.MEDICAL_NO_WAITING, condition(MET), condition(UNKNOWN, A))

        assert (B,) == answer(settled, condition(UNKNOWN, B)).missing

    def test_parts_of_an_open_condition_are_missing(self) -> None:
        """Of a condition that any part would meet, all unknown parts are named."""
        either = any_of(
            Reason.MEDICAL_NO_WAITING,
            condition(NOT_MET, Missing("c")),
            condition(UNKNOWN, A),
            condition(UNKNOWN, B),
        )

        assert (A, B) == answer(either).missing

    def test_parts_of_a_part_that_is_not_met_are_not_missing(self) -> None:
        """Where one of two joint parts fails, the other one would change nothing."""
        failed = all_of(Reason.MEDICAL_NO_WAITING, condition(NOT_MET), condition(UNKNOWN, A))
        either = any_of(Reason.MEDICAL_NO_WAITING, failed, condition(UNKNOWN, B))

        assert (B,) == answer(either).missing

    def test_in_words_it_names_the_place(self) -> None:
        """A parameter of law is named with the place whose law is not known, a fact alone."""
        assert [str(Missing("medical.waiting_months", "130100")), str(A)] == [
            "medical.waiting_months (130100)",
            "a",
        ]


class TestEvidence:
    """A decision is as well attested as the weakest law that it rests on."""

    @given(grades=st.lists(st.sampled_from(Evidence), max_size=5))
    def test_the_weakest_grade(self, grades: list[Evidence]) -> None:
        """Unverified is weaker than secondary, secondary than official; of none there is none."""
        expected = None
        for grade in (Evidence.UNVERIFIED, Evidence.SECONDARY, Evidence.OFFICIAL):
            if grade in grades:
                expected = grade
                break

        assert expected is weakest(grades)
        assert expected is answer(*(condition(MET, evidence=each) for each in grades)).evidence

    def test_conditions_that_are_no_law_have_no_grade(self) -> None:
        """A condition without law does not weaken one with official law."""
        found = answer(condition(MET), condition(MET, evidence=Evidence.OFFICIAL))

        assert found.evidence is Evidence.OFFICIAL

    def test_the_parts_of_a_condition_count(self) -> None:
        """A secondary source deep inside makes the decision secondary."""
        inner = all_of(Reason.MEDICAL_NO_WAITING, condition(MET, evidence=Evidence.SECONDARY))
        outer = any_of(Reason.MEDICAL_NO_WAITING, condition(MET, evidence=Evidence.OFFICIAL), inner)

        assert answer(outer).evidence is Evidence.SECONDARY


class TestParts:
    """Conditions made of conditions."""

    @pytest.mark.parametrize("verdicts", list(product(Verdict, repeat=2)))
    def test_all_of_two(self, verdicts: tuple[Verdict, ...]) -> None:
        """All are met only if both are; one that fails is enough to fail."""
        expected = MET if set(verdicts) == {MET} else UNKNOWN
        if NOT_MET in verdicts:
            expected = NOT_MET

        found = all_of(Reason.DEPENDS, *map(condition, verdicts))
        assert (expected, "all", Reason.DEPENDS) == (found.verdict, found.mode, found.reason)

    @pytest.mark.parametrize("verdicts", list(product(Verdict, repeat=2)))
    def test_any_of_two(self, verdicts: tuple[Verdict, ...]) -> None:
        """One that is met is enough; only if both fail does it fail."""
        expected = NOT_MET if set(verdicts) == {NOT_MET} else UNKNOWN
        if MET in verdicts:
            expected = MET

        found = any_of(Reason.DEPENDS, *map(condition, verdicts))
        assert (expected, "any", Reason.DEPENDS) == (found.verdict, found.mode, found.reason)

    def test_of_no_parts(self) -> None:
        """All of nothing holds, any of nothing does not."""
        assert [all_of(Reason.DEPENDS).verdict, any_of(Reason.DEPENDS).verdict] == [MET, NOT_MET]

    def test_walking_gives_the_condition_and_all_its_parts(self) -> None:
        """The condition itself comes first, then its parts, each before its own."""
        leaf, other = condition(MET), condition(NOT_MET)
        inner = all_of(Reason.DEPENDS, leaf)
        outer = any_of(Reason.EITHER_WAY, inner, other)

        assert [outer, inner, leaf, other] == list(outer.walk())


class TestNumbersAndFacts:
    """A number in bounds against a number of law, and a fact that may not be known."""

    @given(low=st.integers(0, 20), more=st.integers(0, 20), required=st.integers(0, 40))
    def test_a_number_in_bounds(self, low: int, more: int, required: int) -> None:
        """Met if all numbers that are possible reach it, not met if none does, else unknown."""
        reaches = {number >= required for number in range(low, low + more + 1)}
        expected = UNKNOWN if len(reaches) == 2 else MET if True in reaches else NOT_MET
        found = at_least(Reason.PENSION_MONTHS, dated(required), (low, low + more))

        assert expected is found.verdict
        assert found.required == required
        assert found.actual == ((low, low + more) if more else low)
        assert found.needs == ((Missing("history"),) if expected is UNKNOWN else ())

    def test_the_condition_cites_the_law_and_its_grade(self) -> None:
        """Where the number stands and how well it was read go with the condition."""
        found = at_least(Reason.PENSION_MONTHS, dated(12, Evidence.SECONDARY), (12, 12))

        assert (found.citation, found.evidence) == (LAW, Evidence.SECONDARY)

    def test_the_fact_that_the_bounds_leave_open_can_be_named(self) -> None:
        """Whoever counts something else than months of the record names it."""
        found = at_least(Reason.PENSION_MONTHS, dated(12), (11, 12), record="wages")

        assert found.needs == (Missing("wages"),)

    def test_a_number_of_law_that_is_not_known(self) -> None:
        """The condition is open, shows what was found, and needs that number."""
        needs = Missing("medical.waiting_months", "130100")
        found = at_least(Reason.MEDICAL_WAITING_OVER, None, (5, 5), needs=[needs])

        assert (found.verdict, found.required, found.actual) == (UNKNOWN, None, 5)
        assert (found.needs, found.citation, found.evidence) == ((needs,), None, None)

    @pytest.mark.parametrize(
        ("certain", "possible", "expected"),
        [(True, True, MET), (False, True, UNKNOWN), (False, False, NOT_MET)],
    )
    def test_in_bounds(self, certain: bool, possible: bool, expected: Verdict) -> None:
        """What certainly holds is met, what cannot hold is not, the rest is unknown."""
        assert expected is in_bounds(certain=certain, possible=possible)

    @pytest.mark.parametrize(
        ("actual", "expected", "needs"),
        [(True, MET, ()), (False, NOT_MET, ()), (None, UNKNOWN, (Missing("registered"),))],
    )
    def test_a_fact(
        self, actual: bool | None, expected: Verdict, needs: tuple[Missing, ...]
    ) -> None:
        """A fact that was not given is needed; False is an answer and not an absence."""
        found = is_true(Reason.UNEMPLOYMENT_REGISTERED, actual, "registered", dated(12))

        assert (expected, actual, needs) == (found.verdict, found.actual, found.needs)
        assert (found.citation, found.evidence) == (LAW, Evidence.OFFICIAL)

    @pytest.mark.parametrize("given", ["no", 0, 1])
    def test_a_fact_is_a_truth_value(self, given: object) -> None:
        """A text or a number is refused: ``"no"`` would be read as yes."""
        with pytest.raises(RuleError) as caught:
            is_true(Reason.UNEMPLOYMENT_REGISTERED, cast("Any", given), "registered")

        (fault,) = caught.value.faults
        assert (fault.field, fault.value) == ("registered", given)
        assert (fault.problem, fault.expected) == ("is no truth value", "True, False or None")

    def test_law_that_is_not_known(self) -> None:
        """A condition without its law is unknown, and names the parameter and the place."""
        found = open_law(Reason.PENSION_AGE, "pension.minimum_months", "130100")

        assert (found.verdict, found.citation, found.evidence) == (UNKNOWN, None, None)
        assert found.needs == (Missing("pension.minimum_months", "130100"),)

    def test_a_fact_without_law(self) -> None:
        """Where the law is not known the condition cites none."""
        found = is_true(Reason.UNEMPLOYMENT_REGISTERED, actual=True, fact="registered")

        assert (found.citation, found.evidence) == (None, None)


def by(table: dict[tuple[Fact, ...], Verdict]) -> Callable[[dict[str, Fact]], Answer]:
    """The decision that a table gives for the values of the facts, in their order."""

    def decide(given: dict[str, Fact]) -> Answer:
        verdict = table[tuple(given.values())]
        needs = (Missing("history"),) if verdict is UNKNOWN else ()
        return answer(condition(verdict, *needs), value=str(verdict))

    return decide


class TestOverFacts:
    """Facts that were not given are tried in all combinations."""

    def test_a_fact_with_one_value_was_given(self) -> None:
        """The decision for the only combination is the decision."""
        decide = by({(1, 2): MET})

        assert decide({"x": 1, "y": 2}) == over_facts({"x": [1], "y": [2]}, decide)

    def test_without_facts_there_is_one_combination(self) -> None:
        """Nothing is left out, so there is one way to decide."""
        assert over_facts({}, by({(): MET})).outcome is ELIGIBLE

    @pytest.mark.parametrize("verdict", [MET, NOT_MET])
    def test_where_all_agree_that_is_the_outcome(self, verdict: Verdict) -> None:
        """Where the fact changes nothing it is not missing, and the alternatives are listed."""
        found = over_facts({"x": [1, 2]}, by({(1,): verdict, (2,): verdict}))

        assert found.outcome is {MET: ELIGIBLE, NOT_MET: INELIGIBLE}[verdict]
        assert found.missing == ()
        assert [(("x", 1),), (("x", 2),)] == [each.facts for each in found.alternatives]
        assert found.conditions[-1].reason is Reason.EITHER_WAY
        assert found.conditions[-1].actual == 2

    def test_only_where_they_differ_is_it_undetermined(self) -> None:
        """The fact is missing, with what each of its values would give, and no value is given."""
        found = over_facts({"x": [1, 2]}, by({(1,): MET, (2,): NOT_MET}))

        assert found.outcome is UNDETERMINED
        assert found.missing == (Missing("x", would=((1, ELIGIBLE), (2, INELIGIBLE))),)
        assert found.value is None
        assert found.conditions[-1].reason is Reason.DEPENDS
        assert found.conditions[-1].verdict is UNKNOWN

    def test_terms_stand_as_terms(self) -> None:
        """What a woman's category would give is said of the category itself, not of a text."""
        tracks = [RetirementCategory.FEMALE_55, RetirementCategory.FEMALE_50]
        found = over_facts(
            {"retirement_category": tracks},
            lambda given: answer(
                condition(MET if given["retirement_category"] is tracks[1] else NOT_MET)
            ),
        )

        (missing,) = found.missing
        assert missing.would == ((tracks[0], INELIGIBLE), (tracks[1], ELIGIBLE))

    def test_a_fact_that_changes_nothing_is_not_missing(self) -> None:
        """Of two facts of which only the first decides, only the first is missing."""
        table: dict[tuple[Fact, ...], Verdict] = {
            (x, y): MET if x == 1 else NOT_MET for x in (1, 2) for y in (1, 2)
        }
        found = over_facts({"x": [1, 2], "y": [1, 2]}, by(table))

        assert ["x"] == [each.name for each in found.missing]

    def test_a_value_that_does_not_decide_alone_would_leave_it_open(self) -> None:
        """Where both facts must hold, each one's yes leaves it open and its no decides."""
        table: dict[tuple[Fact, ...], Verdict] = {
            (x, y): MET if x and y else NOT_MET for x in (True, False) for y in (True, False)
        }
        found = over_facts({"x": [True, False], "y": [True, False]}, by(table))

        would = ((True, UNDETERMINED), (False, INELIGIBLE))
        assert found.missing == (Missing("x", would=would), Missing("y", would=would))

    def test_what_every_case_lacks_is_missing_and_the_fact_is_not(self) -> None:
        """Where all combinations stay open for the same reason, that reason is what is missing."""
        found = over_facts({"x": [1, 2]}, by({(1,): UNKNOWN, (2,): UNKNOWN}))

        assert (found.outcome, found.missing) == (UNDETERMINED, (Missing("history"),))

    def test_what_one_case_lacks_is_missing_too(self) -> None:
        """Where one value leaves it open and another decides, the fact and the rest are missing."""
        found = over_facts({"x": [1, 2]}, by({(1,): UNKNOWN, (2,): NOT_MET}))

        assert ["x", "history"] == [each.name for each in found.missing]

    def test_conditions_that_all_cases_share_stand_in_the_decision(self) -> None:
        """A condition that no fact touches is said once, the rest in the alternatives."""
        shared = condition(MET, actual=999)
        found = over_facts(
            {"x": [MET, NOT_MET]}, lambda given: answer(shared, condition(_verdict(given["x"])))
        )

        assert shared in found.conditions
        assert len(found.conditions) == 2
        assert all(shared in each.decision.conditions for each in found.alternatives)

    def test_a_value_is_given_only_where_all_agree(self) -> None:
        """The same value in all cases is the value; two values are none."""
        same = over_facts({"x": [1, 2]}, lambda _: answer(condition(MET), value="v"))
        differing = over_facts(
            {"x": [1, 2]}, lambda given: answer(condition(MET), value=str(given["x"]))
        )

        assert (same.value, differing.value) == ("v", None)

    def test_the_weakest_evidence_of_all_cases(self) -> None:
        """One case that rests on weaker law makes the whole answer weaker."""
        found = over_facts(
            {"x": [1, 2]},
            lambda given: answer(
                condition(
                    MET, evidence=Evidence.OFFICIAL if given["x"] == 1 else Evidence.SECONDARY
                )
            ),
        )

        assert found.evidence is Evidence.SECONDARY

    @pytest.mark.parametrize(
        ("facts", "tried"),
        [((8, 8), 64), ((4, 4, 4), 64), ((64,), 64), ((5, 13), 1), ((65,), 1), ((2,) * 7, 1)],
    )
    def test_at_most_64_combinations_are_tried(self, facts: tuple[int, ...], tried: int) -> None:
        """Up to 64 combinations are tried, each once; beyond, one decision with no fact known."""
        asked: list[tuple[Fact, ...]] = []

        def decide(given: dict[str, Fact]) -> Answer:
            asked.append(tuple(given.values()))
            return answer(condition(MET))

        named = {f"fact {index}": range(size) for index, size in enumerate(facts)}
        found = over_facts(named, decide)

        assert tried == len(set(asked)) == len(asked)
        assert len(found.alternatives) == (tried if tried > 1 else 0)
        if tried == 1:
            assert asked == [(None,) * len(facts)]

    def test_alternatives_are_decisions_of_their_own(self) -> None:
        """Each combination stands with its full decision."""
        decide = by({(1,): MET, (2,): NOT_MET})
        found = over_facts({"x": [1, 2]}, decide)

        assert found.alternatives == (
            Alternative((("x", 1),), decide({"x": 1})),
            Alternative((("x", 2),), decide({"x": 2})),
        )

    @given(table=st.lists(st.sampled_from(Verdict), min_size=6, max_size=6))
    def test_undetermined_exactly_where_cases_differ_or_stay_open(
        self, table: list[Verdict]
    ) -> None:
        """The outcome is the common one, and what is missing is empty unless it is open."""
        keys: list[tuple[Fact, ...]] = list(product((1, 2, 3), ("p", "q")))
        named = dict(zip(keys, table, strict=True))
        found = over_facts({"x": (1, 2, 3), "y": ("p", "q")}, by(named))

        agreed = {MET: ELIGIBLE, NOT_MET: INELIGIBLE, UNKNOWN: UNDETERMINED}[table[0]]
        expected = agreed if len(set(table)) == 1 else UNDETERMINED
        assert expected is found.outcome
        assert bool(found.missing) is (expected is UNDETERMINED)
        verdicts = {each.verdict for each in found.conditions}
        assert (NOT_MET in verdicts) is (expected is INELIGIBLE)


def _verdict(fact: Fact) -> Verdict:
    assert isinstance(fact, Verdict)
    return fact


#: Numbers that short records reach, so that answers turn within eighteen months.
SHORT = (
    shipped()
    .replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 6})
    .replacing(parameters.UNEMPLOYMENT_MINIMUM_MONTHS, 6)
    .replacing(parameters.MATERNITY_QUALIFYING_MONTHS, 4)
    .replacing(parameters.MEDICAL_WAITING_MONTHS, 3)
)
OLD = Person(birth=date(1950, 1, 1), sex=Sex.MALE)

Rule = Callable[[ContributionHistory, date], Decision[object]]

RULES: dict[str, tuple[InsuranceKind, Rule]] = {
    "pension": (PENSION, lambda each, on: pension.eligibility(OLD, each, on=on, law=SHORT)),
    "unemployment": (
        UNEMPLOYMENT,
        lambda each, on: unemployment.eligibility(
            each, on=on, law=SHORT, separation=Separation.EXPELLED, registered=True
        ),
    ),
    "medical": (MEDICAL, lambda each, on: medical.continuity(each, on=on, law=SHORT)),
    "work injury": (WORK_INJURY, lambda each, on: work_injury.cover(each, on=on, law=SHORT)),
    "maternity": (MEDICAL, lambda each, on: maternity.cover(each, on=on, law=SHORT)),
}


def worlds(history: ContributionHistory) -> Iterator[ContributionHistory]:
    """The records that a record may be: every place for months known only by their number."""
    choices: list[list[list[ContributionPeriod]]] = []
    for period in history:
        if period.count is None:
            choices.append([[period]])
            continue
        sizes = range(period.at_least, period.at_most + 1)
        choices.append(
            [
                [attrs.evolve(period, months=MonthSpan(m, m), count=None) for m in months]
                for size in sizes
                for months in combinations(period.months, size)
            ]
        )
    for chosen in product(*choices):
        with contextlib.suppress(ContradictionError):
            yield ContributionHistory(chain.from_iterable(chosen))


class TestMonthsWithoutPlaces:
    """A record may leave open where its months lie; an answer may not depend on what it leaves open."""

    def check(self, rule: str, history: ContributionHistory, on: date) -> None:
        """A definite answer is the answer of every world."""
        decide = RULES[rule][1]
        outcome = decide(history, on).outcome
        if outcome is not UNDETERMINED:
            assert {decide(world, on).outcome for world in worlds(history)} == {outcome}

    @pytest.mark.parametrize("rule", RULES)
    @given(data=st.data())
    def test_a_definite_answer_holds_wherever_the_months_lie(
        self, rule: str, data: st.DataObject
    ) -> None:
        """Yes and no are the same for every placement of months known only by their number."""
        history = data.draw(small_histories(RULES[rule][0], max_counted=1))
        self.check(rule, history, data.draw(days(SMALL.first, SMALL.last + 4)))


class TestValues:
    """Decisions are values."""

    def test_copies_are_equal(self, copies: Callable[[object], list[object]]) -> None:
        """Copied or pickled, with its alternatives, a decision is the same decision."""
        found = over_facts({"x": [1, 2]}, by({(1,): MET, (2,): NOT_MET}))

        assert all(found == copy and hash(found) == hash(copy) for copy in copies(found))

    def test_a_decision_cannot_be_changed(self) -> None:
        """Setting an attribute is an error."""
        found = answer(condition(MET))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            found.outcome = INELIGIBLE  # type: ignore[misc]

    def test_codes_are_stable_and_each_is_one(self) -> None:
        """Questions and reasons are texts of the form ``subject.code``, no two alike."""
        codes = [*map(str, Question), *map(str, Reason)]

        assert len(set(codes)) == len(codes)
        assert all(code.count(".") == 1 and code == code.lower() for code in codes)
