"""What a shared balance pays for, and whose card is used: tables and cases."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any, Final

import pytest

from shebao import (
    AccountUse,
    Evidence,
    FaultyInputError,
    LawFileError,
    Missing,
    MonthError,
    Outcome,
    Person,
    PersonError,
    Question,
    Reason,
    RuleError,
    Sex,
    SharingScope,
    Verdict,
    sharing,
)
from shebao.law import parameters, shipped

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SAME_AREA, SAME_PROVINCE, ACROSS = SharingScope
ON = date(2026, 1, 29)

ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
MAY = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
TOM = Person(birth=date(1990, 7, 1), sex=Sex.MALE)

EARLY, WIDER, WALLET, NATIONWIDE = (
    date(2022, 1, 1),
    date(2024, 7, 26),
    date(2024, 12, 2),
    date(2026, 1, 9),
)
USES: Final = (
    "treatment",
    "medicine",
    "resident_contribution",
    "long_term_care_contribution",
    "public_health",
    "sport",
    "wellness",
    "outside_coverage",
)
#: For each use in that order: y pays, n never, o open.
TABLE: Final[dict[tuple[date, SharingScope], str]] = {
    (EARLY, SAME_AREA): "yyoonnnn",
    (EARLY, SAME_PROVINCE): "yyoonnnn",
    (EARLY, ACROSS): "oooooooo",
    (WIDER, SAME_AREA): "yyyonnnn",
    (WIDER, SAME_PROVINCE): "yyyonnnn",
    (WIDER, ACROSS): "oooooooo",
    (WALLET, SAME_AREA): "yyyonnnn",
    (WALLET, SAME_PROVINCE): "yyyonnnn",
    (WALLET, ACROSS): "yyoonnnn",
    (NATIONWIDE, SAME_AREA): "yyyonnnn",
    (NATIONWIDE, SAME_PROVINCE): "yyyonnnn",
    (NATIONWIDE, ACROSS): "yyyynnnn",
}
OUTCOMES: Final = {"y": ELIGIBLE, "n": INELIGIBLE, "o": UNDETERMINED}
ROWS: Final = [
    (on, scope, AccountUse(use), OUTCOMES[letter])
    for (on, scope), letters in TABLE.items()
    for use, letter in zip(USES, letters, strict=True)
]


@pytest.mark.parametrize(("on", "scope", "use", "expected"), ROWS)
def test_every_use_at_every_distance(
    on: date, scope: SharingScope, use: AccountUse, expected: Outcome
) -> None:
    """Care always, contributions of residents since 2024, long-term care across provinces, sport never."""
    decision = sharing.may_pay(use, scope, on=on)

    assert (Question.SHARING_USE, expected, use) == (
        decision.question,
        decision.outcome,
        decision.value,
    )
    parameter = "sharing.uses_across" if scope is ACROSS else "sharing.uses"
    missing = (Missing(parameter, "100000"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing


def test_the_table_is_whole() -> None:
    """Each use and each distance stands in the table on each day."""
    assert set(product((EARLY, WIDER, WALLET, NATIONWIDE), SharingScope)) == set(TABLE)
    assert sorted(USES) == sorted(use.value for use in AccountUse)


@pytest.mark.parametrize(
    ("scope", "use", "first"),
    [
        (SAME_AREA, AccountUse.TREATMENT, date(2021, 4, 22)),
        (SAME_PROVINCE, AccountUse.RESIDENT_CONTRIBUTION, date(2024, 7, 26)),
        (ACROSS, AccountUse.MEDICINE, date(2024, 12, 2)),
        (ACROSS, AccountUse.RESIDENT_CONTRIBUTION, date(2026, 1, 9)),
        (ACROSS, AccountUse.LONG_TERM_CARE_CONTRIBUTION, date(2026, 1, 9)),
    ],
)
def test_each_use_begins_on_a_day(scope: SharingScope, use: AccountUse, first: date) -> None:
    """It is paid from the day of its document, and open on the day before."""
    before = sharing.may_pay(use, scope, on=date.fromordinal(first.toordinal() - 1))

    assert [UNDETERMINED, ELIGIBLE] == [
        before.outcome,
        sharing.may_pay(use, scope, on=first).outcome,
    ]


def test_a_place_may_pay_for_more() -> None:
    """Inside a province uses are the owner's place's; across provinces too, if it says so."""
    more = {"pays": ["treatment", "long_term_care_contribution"], "open": ["medicine"], "never": []}
    law = shipped().replacing(parameters.SHARING_USES, more, area="130000")
    found = [
        sharing.may_pay(use, SAME_AREA, on=ON, area=area, law=law)
        for use, area in (
            (AccountUse.LONG_TERM_CARE_CONTRIBUTION, "130100"),
            (AccountUse.MEDICINE, "130100"),
            (AccountUse.SPORT, "130100"),
            (AccountUse.LONG_TERM_CARE_CONTRIBUTION, None),
        )
    ]

    assert [ELIGIBLE, UNDETERMINED, UNDETERMINED, UNDETERMINED] == [each.outcome for each in found]
    assert (Missing("sharing.uses", "130100"),) == found[1].missing == found[2].missing
    assert Evidence.UNVERIFIED is found[0].evidence


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"use": "medicine"}, RuleError, "use"),
        ({"use": None}, RuleError, "use"),
        ({"scope": "cross_province"}, RuleError, "scope"),
        ({"scope": None}, RuleError, "scope"),
        ({"on": "2026"}, MonthError, "on"),
        ({"area": "13"}, RuleError, "area"),
        ({"law": {}}, RuleError, "law"),
    ],
)
def test_a_use_is_asked_about_in_terms(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Use and distance are terms, not words."""
    facts: dict[str, Any] = {
        "use": AccountUse.MEDICINE,
        "scope": ACROSS,
        "on": ON,
        **arguments,
    }
    with pytest.raises(error) as caught:
        sharing.may_pay(facts.pop("use"), facts.pop("scope"), **facts)

    assert field == caught.value.field


TREATMENT, MEDICINE = AccountUse.TREATMENT, AccountUse.MEDICINE


@pytest.mark.parametrize(
    ("holder", "use", "presenter", "documents", "expected"),
    [
        pytest.param(MAY, TREATMENT, None, None, ELIGIBLE, id="own card"),
        pytest.param(MAY, TREATMENT, MAY, None, ELIGIBLE, id="own card, shown by oneself"),
        pytest.param(MAY, MEDICINE, None, False, ELIGIBLE, id="medicine for oneself"),
        pytest.param(ANN, TREATMENT, None, None, INELIGIBLE, id="a relative's card"),
        pytest.param(ANN, MEDICINE, None, True, INELIGIBLE, id="medicine with a relative's card"),
        pytest.param(ANN, MEDICINE, ANN, True, INELIGIBLE, id="the buyer's own card"),
        pytest.param(MAY, MEDICINE, ANN, True, ELIGIBLE, id="medicine bought by a daughter"),
        pytest.param(MAY, MEDICINE, TOM, True, ELIGIBLE, id="medicine bought by a stranger"),
        pytest.param(MAY, MEDICINE, ANN, False, INELIGIBLE, id="without documents"),
        pytest.param(MAY, MEDICINE, ANN, None, UNDETERMINED, id="documents not known"),
        pytest.param(MAY, TREATMENT, ANN, True, INELIGIBLE, id="treatment without the patient"),
        pytest.param(MAY, TREATMENT, ANN, None, INELIGIBLE, id="the same, documents not known"),
        pytest.param(ANN, MEDICINE, TOM, True, INELIGIBLE, id="a stranger with another's card"),
    ],
)
def test_care_is_had_with_ones_own_card(
    holder: Person,
    use: AccountUse,
    presenter: Person | None,
    documents: bool | None,
    expected: Outcome,
) -> None:
    """Of who is absent medicine alone may be fetched on the card, with the papers of both."""
    decision = sharing.card_use(
        MAY,
        holder,
        on=ON,
        use=use,
        presenter=presenter,
        patient_is_present=False,
        has_documents=documents,
    )

    assert (Question.CARD_USE, expected) == (decision.question, decision.outcome)
    assert Evidence.OFFICIAL is decision.evidence
    missing = (Missing("has_documents"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing


def test_a_lent_card_is_stopped_for_three_to_twelve_months() -> None:
    """For who lends a card, direct settlement stops for 3 to 12 months (第四十一条)."""
    decision = sharing.card_use(MAY, ANN, on=ON)

    assert decision.value is not None
    assert decision.value.stop_months is not None
    assert (3, 12) == decision.value.stop_months.value
    assert "第十七条、第四十一条第一款" == decision.value.stop_months.citation.article
    assert [(Reason.CARD_OWN, NOT_MET)] == [
        (each.reason, each.verdict) for each in decision.conditions
    ]


@pytest.mark.parametrize("documents", [True, False, None])
@pytest.mark.parametrize(
    ("use", "present", "expected"),
    [
        (TREATMENT, True, (ELIGIBLE, ELIGIBLE, ELIGIBLE)),
        (TREATMENT, False, (INELIGIBLE, INELIGIBLE, INELIGIBLE)),
        (TREATMENT, None, (UNDETERMINED, UNDETERMINED, UNDETERMINED)),
        (MEDICINE, True, (ELIGIBLE, ELIGIBLE, ELIGIBLE)),
        (MEDICINE, False, (ELIGIBLE, INELIGIBLE, UNDETERMINED)),
        (MEDICINE, None, (ELIGIBLE, UNDETERMINED, UNDETERMINED)),
    ],
)
def test_somebody_else_shows_the_card(
    use: AccountUse, present: bool | None, expected: tuple[Outcome, ...], documents: bool | None
) -> None:
    """A mother shows her child's card beside it; without it, only medicine with papers is fetched."""
    outcome = dict(zip((True, False, None), expected, strict=True))[documents]
    for presenter in (ANN, TOM):
        found = sharing.card_use(
            MAY,
            MAY,
            on=ON,
            use=use,
            presenter=presenter,
            patient_is_present=present,
            has_documents=documents,
        )
        assert outcome is found.outcome
        assert (outcome is UNDETERMINED) == bool(found.missing)
        assert (
            present is not None
            or outcome is ELIGIBLE
            or (Missing("patient_is_present") in found.missing)
        )


@pytest.mark.parametrize("present", [True, False, None])
def test_who_shows_the_own_card_is_there(present: bool | None) -> None:
    """Of who shows the own card presence is not asked, and it makes no other card one's own."""
    own = sharing.card_use(MAY, MAY, on=ON, patient_is_present=present)
    lent = sharing.card_use(MAY, ANN, on=ON, presenter=ANN, patient_is_present=present)

    assert [Reason.CARD_OWN] == [each.reason for each in own.conditions]
    assert [ELIGIBLE, INELIGIBLE] == [own.outcome, lent.outcome]


def test_showing_a_card_has_two_ways() -> None:
    """With the patient, or entrusted: that it is medicine, and the papers of both, are told apart."""
    decision = sharing.card_use(
        MAY, MAY, on=ON, presenter=ANN, patient_is_present=False, has_documents=True
    )
    own, shown = decision.conditions
    present, entrusted = shown.parts

    assert (Reason.CARD_OWN, MET) == (own.reason, own.verdict)
    assert (Reason.CARD_SHOWN, NOT_MET, "any") == (shown.reason, shown.verdict, shown.mode)
    assert (Reason.CARD_PRESENT, NOT_MET, False) == (
        present.reason,
        present.verdict,
        present.actual,
    )
    assert (Reason.CARD_ENTRUSTED, NOT_MET, "all") == (
        entrusted.reason,
        entrusted.verdict,
        entrusted.mode,
    )
    assert [(Reason.CARD_MEDICINE, NOT_MET), (Reason.CARD_DOCUMENTS, MET)] == [
        (part.reason, part.verdict) for part in entrusted.parts
    ]


@pytest.mark.parametrize("holder", [ANN, MAY])
def test_before_the_regulation_it_is_not_known(holder: Person) -> None:
    """The regulation is in force from 2021-05-01; what held before was not read."""
    before = sharing.card_use(MAY, holder, on=date(2021, 4, 30))
    after = sharing.card_use(MAY, holder, on=date(2021, 5, 1))

    assert (UNDETERMINED, (Missing("card.misuse_stop_months", "100000"),)) == (
        before.outcome,
        before.missing,
    )
    assert before.value is not None
    assert before.value.stop_months is None
    assert UNDETERMINED is not after.outcome


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"use": AccountUse.SPORT}, RuleError, "use"),
        ({"use": AccountUse.RESIDENT_CONTRIBUTION}, RuleError, "use"),
        ({"use": "medicine"}, RuleError, "use"),
        ({"has_documents": "yes", "presenter": ANN}, RuleError, "has_documents"),
        ({"has_documents": 1, "presenter": ANN}, RuleError, "has_documents"),
        ({"has_documents": "no"}, RuleError, "has_documents"),
        ({"patient_is_present": "yes", "presenter": ANN}, RuleError, "patient_is_present"),
        ({"patient_is_present": 1}, RuleError, "patient_is_present"),
        ({"on": None}, MonthError, "on"),
        ({"law": 2021}, RuleError, "law"),
    ],
)
def test_a_card_is_asked_about_with_facts(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """With a card one has treatment or medicine; papers are shown or not."""
    facts: dict[str, Any] = {"on": ON, **arguments}
    with pytest.raises(error) as caught:
        sharing.card_use(MAY, MAY, **facts)

    assert field == caught.value.field


@pytest.mark.parametrize("wrong", ["张三", None, 3])
@pytest.mark.parametrize("position", [0, 1])
def test_people_are_people(wrong: Any, position: int) -> None:  # noqa: ANN401
    """A name is no person, and is not shown."""
    people: list[Any] = [MAY, MAY]
    people[position] = wrong
    with pytest.raises(PersonError) as caught:
        sharing.card_use(*people, on=ON)

    assert "张三" not in str(caught.value)
    if wrong is not None:
        with pytest.raises(PersonError):
            sharing.card_use(MAY, MAY, on=ON, presenter=wrong)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.SHARING_USES, {}),
        (parameters.SHARING_USES, ["treatment"]),
        (parameters.SHARING_USES, {"pays": "treatment"}),
        (parameters.SHARING_USES, {"pays": ["wine"]}),
        (parameters.SHARING_USES, {"pays": ["treatment", "treatment"]}),
        (parameters.SHARING_USES, {"pays": [], "also": []}),
        (parameters.SHARING_USES_ACROSS, {"never": ["sport"]}),
        (parameters.CARD_MISUSE_STOP_MONTHS, 3),
        (parameters.CARD_MISUSE_STOP_MONTHS, [3]),
        (parameters.CARD_MISUSE_STOP_MONTHS, [3, 6, 12]),
        (parameters.CARD_MISUSE_STOP_MONTHS, [12, 3]),
        (parameters.CARD_MISUSE_STOP_MONTHS, [0, 12]),
        (parameters.CARD_MISUSE_STOP_MONTHS, ["3", "12"]),
        (parameters.CARD_MISUSE_STOP_MONTHS, [True, 12]),
    ],
)
def test_a_law_of_uses_has_a_form(parameter: Any, value: object) -> None:  # noqa: ANN401
    """Uses are of a closed list; a stop is from so many to so many months."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameter, value)

    assert "value" == caught.value.field


@pytest.mark.parametrize("value", [[1, 1], (6, 24)])
def test_a_stop_may_be_of_other_months(value: object) -> None:
    """A reform may change the pair; from and to may be the same."""
    law = shipped().replacing(parameters.CARD_MISUSE_STOP_MONTHS, value)
    found = sharing.card_use(MAY, ANN, on=ON, law=law).value

    assert found is not None
    assert found.stop_months is not None
    assert tuple(value) == found.stop_months.value  # type: ignore[arg-type]
