"""Bindings by example: what making one takes, where it is made, what ends it, which ones last."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import product
from typing import Any, Final

import attrs
import pytest

from shebao import (
    Binding,
    BindingChannel,
    BindingEnd,
    Circumstance,
    Decision,
    FamilyTie,
    FaultyInputError,
    Kinship,
    LawFileError,
    MedicalMember,
    Missing,
    MonthError,
    Need,
    Outcome,
    PeriodError,
    Person,
    PersonError,
    Question,
    Reason,
    RuleError,
    Scheme,
    Sex,
    SharingScope,
    Tier,
    UnknownLawError,
    Verdict,
    sharing,
)
from shebao.law import Law, parameters, shipped
from shebao.law.service_values import CertificationCycle
from shebao.law.sharing_values import BindingRule
from shebao.terms import CycleBasis

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SAME_AREA, SAME_PROVINCE, ACROSS = SharingScope
ONLINE, PERSONAL_PAGE, COUNTER, HOSPITAL = BindingChannel

ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
TOM = Person(birth=date(1994, 7, 1), sex=Sex.MALE)
MAY = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
LEE = Person(birth=date(1966, 9, 9), sex=Sex.MALE)
MOTHER = FamilyTie(ANN, MAY, Kinship.PARENT)

#: What the national channel asks for, as a place might say it; the nation names nothing.
PAPERS: Final = {
    "tier": "self_service",
    "needs": ["name", "relation"],
    "closed_to": ["no_smartphone"],
}
LAW = shipped().replacing(parameters.BINDING_CHANNEL[ONLINE], PAPERS)
GIVEN: Final = (Need.NAME, Need.RELATION)

#: A local rule of binding inside a province that says everything.
SAID: Final[dict[str, object]] = {
    "needs_both": True,
    "is_plural": True,
    "ends_with_change": True,
    "returns_unspent": True,
    "owner_may_spend": True,
}


def member(person: Person, area: str | None = "130100", **facts: Any) -> MedicalMember:  # noqa: ANN401
    """An employee with an account in good standing unless facts say otherwise."""
    facts = {
        "scheme": Scheme.EMPLOYEE,
        "is_insured": True,
        "has_account": True,
        "is_in_good_standing": True,
        **facts,
    }
    return MedicalMember(person=person, area=area, **facts)


def binding(owner: Person, relative: Person, kinship: Kinship, **facts: Any) -> Binding:  # noqa: ANN401
    """A binding since 2026-01-10 unless facts say otherwise."""
    facts = {"from_day": date(2026, 1, 10), "scope": ACROSS, **facts}
    return Binding(tie=FamilyTie(owner, relative, kinship), **facts)


def bound(area: str | None = "320500", tie: FamilyTie = MOTHER, **facts: Any) -> Decision[Binding]:  # noqa: ANN401
    """The binding of Ann's mother, to whom everybody agrees, unless facts say otherwise."""
    owner, relative = facts.pop("owner", member(ANN)), facts.pop("relative", member(MAY, area))
    facts = {
        "on": ON,
        "channel": ONLINE,
        "owner_agrees": True,
        "relative_agrees": True,
        "given": GIVEN,
        "law": LAW,
        **facts,
    }
    return sharing.bind(owner, relative, tie, **facts)


def verdicts(decision: Decision[Binding]) -> dict[Reason, Verdict]:
    """The verdict of each condition."""
    return {each.reason: each.verdict for each in decision.conditions}


def failed(decision: Decision[Binding]) -> list[Reason]:
    """The conditions that are not met."""
    return [reason for reason, verdict in verdicts(decision).items() if verdict is NOT_MET]


@pytest.mark.parametrize("tie", [MOTHER, MOTHER.inverse])
@pytest.mark.parametrize(
    ("area", "scope"), [("320500", ACROSS), ("130200", SAME_PROVINCE), ("130102", SAME_AREA)]
)
def test_with_everything_said_a_binding_is_made(
    tie: FamilyTie, area: str, scope: SharingScope
) -> None:
    """Both want it, the channel is open, its papers are there: bound from the day on."""
    decision = bound(area, tie)

    assert (Question.SHARING_BINDING, ELIGIBLE) == (decision.question, decision.outcome)
    expected = Binding(tie=MOTHER, from_day=ON, channel=ONLINE, scope=scope)
    assert expected == decision.value
    assert {MET} == set(verdicts(decision).values())


def test_without_areas_the_distance_of_the_binding_is_open() -> None:
    """Since 2026 any distance is allowed; how far the binding reaches is not known then."""
    decision = bound(None)

    assert ELIGIBLE is decision.outcome
    assert decision.value is not None
    assert decision.value.scope is None


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"relative": member(MAY, "320500", is_insured=False)}, [Reason.BINDING_ELIGIBLE]),
        ({"owner": member(ANN, scheme=Scheme.RESIDENT)}, [Reason.BINDING_ELIGIBLE]),
        ({"tie": FamilyTie(ANN, MAY, Kinship.PARENT_IN_LAW)}, [Reason.BINDING_ELIGIBLE]),
        ({"owner_agrees": False}, [Reason.BINDING_OWNER_AGREES]),
        ({"relative_agrees": False}, [Reason.BINDING_RELATIVE_AGREES]),
        ({"bindings": [binding(ANN, MAY, Kinship.PARENT)]}, [Reason.BINDING_NOT_TWICE]),
        ({"circumstances": [Circumstance.NO_SMARTPHONE]}, [Reason.BINDING_CHANNEL]),
        ({"given": [Need.NAME]}, [Reason.BINDING_PAPERS]),
        ({"given": []}, [Reason.BINDING_PAPERS]),
    ],
)
def test_each_condition_is_needed(facts: dict[str, Any], expected: list[Reason]) -> None:
    """Without one of them no binding is made, and none is given."""
    decision = bound(**facts)

    assert (INELIGIBLE, None) == (decision.outcome, decision.value)
    assert expected == failed(decision)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"owner_agrees": None}, Missing("owner_agrees")),
        ({"relative_agrees": None}, Missing("relative_agrees")),
        ({"given": None}, Missing("given")),
        ({"owner": member(ANN, has_account=None)}, Missing("owner_account")),
        ({"law": None}, Missing("sharing.channel.online", "130100")),
        ({"channel": COUNTER}, Missing("sharing.channel.medical_counter", "130100")),
        ({"channel": HOSPITAL}, Missing("sharing.channel.hospital_office", "130100")),
        ({"channel": PERSONAL_PAGE}, Missing("sharing.channel.personal_page", "130100")),
        (
            {"channel": HOSPITAL, "owner": member(ANN, None), "area": "130100"},
            Missing("sharing.channel.hospital_office", "100000"),
        ),
    ],
)
def test_what_is_not_known_is_missing(facts: dict[str, Any], missing: Missing) -> None:
    """Wills and papers that nobody told of, and channels or papers that no place names."""
    decision = bound(**facts)

    assert (UNDETERMINED, None) == (decision.outcome, decision.value)
    assert (missing,) == decision.missing


def test_a_closed_channel_is_closed_whatever_papers_it_asks_for() -> None:
    """The national channel names no papers, but it takes a telephone."""
    decision = bound(circumstances=[Circumstance.NO_SMARTPHONE], law=None)

    assert (INELIGIBLE, [Reason.BINDING_CHANNEL]) == (decision.outcome, failed(decision))
    assert ONLINE is decision.conditions[-2].actual


def test_papers_are_told_one_by_one() -> None:
    """What is at hand is met, what is not is named; nobody knows of papers that were not told of."""
    for given, expected in (
        ([Need.RELATION], [NOT_MET, MET]),
        ([], [NOT_MET, NOT_MET]),
        (None, [UNKNOWN, UNKNOWN]),
    ):
        papers = bound(given=given).conditions[-1]
        assert Reason.BINDING_PAPERS is papers.reason
        assert list(GIVEN) == [part.actual for part in papers.parts]
        assert expected == [part.verdict for part in papers.parts]


def test_more_papers_than_asked_for_do_no_harm() -> None:
    """Papers are at hand if those asked for are among them."""
    assert ELIGIBLE is bound(given=set(Need)).outcome


def test_shenzhen_says_what_its_channels_ask_for() -> None:
    """On the personal page of Shenzhen three data are enough, and nothing is left open."""
    owner = member(ANN, "440300")
    page = (Need.SOCIAL_INSURANCE_NUMBER, Need.IDENTITY_NUMBER, Need.RELATION)
    made = bound(owner=owner, channel=PERSONAL_PAGE, given=page, law=None)
    fewer = bound(owner=owner, channel=PERSONAL_PAGE, given=page[:2], law=None)

    assert [ELIGIBLE, INELIGIBLE] == [made.outcome, fewer.outcome]


SPOUSE_HAS_MAY = binding(LEE, MAY, Kinship.SPOUSE)
ANN_HAS_TOM = binding(ANN, TOM, Kinship.SPOUSE)


@pytest.mark.parametrize(
    "existing", [[SPOUSE_HAS_MAY], [ANN_HAS_TOM], [SPOUSE_HAS_MAY, ANN_HAS_TOM]]
)
def test_across_provinces_one_may_have_several(existing: list[Binding]) -> None:
    """By the notice of 2026-01-09 owners and relatives may be bound to many."""
    decision = bound(bindings=existing)

    assert ELIGIBLE is decision.outcome
    plural = next(each for each in decision.conditions if each.reason is Reason.BINDING_PLURAL)
    assert len(existing) == plural.actual


@pytest.mark.parametrize("existing", [[SPOUSE_HAS_MAY], [ANN_HAS_TOM]])
@pytest.mark.parametrize(
    ("is_plural", "expected"), [(None, UNDETERMINED), (True, ELIGIBLE), (False, INELIGIBLE)]
)
def test_inside_a_province_several_are_the_places_own_rule(
    existing: list[Binding], is_plural: bool | None, expected: Outcome
) -> None:
    """Some places allow one family at a time; where the rule is not known it is missing."""
    law = LAW
    if is_plural is not None:
        rule = {**SAID, "is_plural": is_plural}
        law = LAW.replacing(parameters.SHARING_BINDING, rule, area="130000")
    decision = bound("130200", bindings=existing, law=law)

    assert expected is decision.outcome
    missing = (Missing("sharing.binding", "130100"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing
    assert ([Reason.BINDING_PLURAL] if expected is INELIGIBLE else []) == failed(decision)


@pytest.mark.parametrize(
    "existing",
    [
        [],
        [binding(ANN, MAY, Kinship.PARENT, to_day=date(2026, 1, 28))],
        [binding(ANN, MAY, Kinship.PARENT, from_day=date(2026, 1, 30))],
        [binding(MAY, ANN, Kinship.CHILD)],
        [binding(LEE, TOM, Kinship.NOT_RELATED)],
    ],
)
def test_other_bindings_do_not_matter(existing: list[Binding]) -> None:
    """What has ended, what begins later, what runs the other way and what others have."""
    for given in (existing, iter(existing)):
        assert ELIGIBLE is bound("130200", bindings=given).outcome


@pytest.mark.parametrize(
    "dates", [{"from_day": ON}, {"to_day": ON}, {"to_day": date(2027, 1, 1)}, {}]
)
def test_who_is_bound_already_is_not_bound_again(dates: dict[str, date]) -> None:
    """On the first day, between, and on the last day."""
    decision = bound(bindings=[binding(ANN, MAY, Kinship.PARENT, **dates)])

    assert [Reason.BINDING_NOT_TWICE] == failed(decision)


@pytest.mark.parametrize(
    ("needs_both", "agrees", "expected"),
    [
        (True, True, ELIGIBLE),
        (True, False, INELIGIBLE),
        (True, None, UNDETERMINED),
        (False, True, ELIGIBLE),
        (False, False, ELIGIBLE),
        (False, None, ELIGIBLE),
        (None, True, ELIGIBLE),
        (None, False, UNDETERMINED),
        (None, None, UNDETERMINED),
    ],
)
def test_whether_the_relative_has_to_agree(
    needs_both: bool | None, agrees: bool | None, expected: Outcome
) -> None:
    """Across provinces both have to want it; inside one it is the place's rule, and a yes is enough."""
    rule = {name: value for name, value in SAID.items() if name != "needs_both"}
    if needs_both is not None:
        rule["needs_both"] = needs_both
    law = LAW.replacing(parameters.SHARING_BINDING, rule, area="130100")
    decision = bound("130200", relative_agrees=agrees, law=law)

    assert expected is decision.outcome
    if needs_both is None and expected is UNDETERMINED:
        assert Missing("sharing.binding", "130100") in decision.missing
    assert (agrees is None and expected is UNDETERMINED) == (
        Missing("relative_agrees") in decision.missing
    )


@pytest.mark.parametrize(
    ("area", "named"),
    [("130200", Missing("sharing.binding", "130100")), (None, None)],
)
def test_without_a_rule_a_no_of_the_relative_leaves_it_open(
    area: str | None, named: Missing | None
) -> None:
    """Whether a place asks the relative at all is not known."""
    decision = bound(area, relative_agrees=False)

    assert UNDETERMINED is decision.outcome
    assert UNKNOWN is verdicts(decision)[Reason.BINDING_RELATIVE_AGREES]
    if named is not None:
        assert (named,) == decision.missing


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"owner": ANN}, PersonError, "owner"),
        ({"relative": MAY}, PersonError, "relative"),
        ({"tie": Kinship.PARENT}, PersonError, "tie"),
        ({"tie": FamilyTie(ANN, TOM, Kinship.SPOUSE)}, PersonError, "tie"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"channel": "online"}, RuleError, "channel"),
        ({"channel": None}, RuleError, "channel"),
        ({"owner_agrees": "yes"}, RuleError, "owner_agrees"),
        ({"relative_agrees": 1}, RuleError, "relative_agrees"),
        ({"given": "name"}, RuleError, "given"),
        ({"given": Need.NAME}, RuleError, "given"),
        ({"given": ["name"]}, RuleError, "given"),
        ({"given": [Circumstance.ABROAD]}, RuleError, "given"),
        ({"circumstances": Circumstance.ABROAD}, RuleError, "circumstances"),
        ({"circumstances": [None, "abroad"]}, RuleError, "circumstances"),
        ({"bindings": SPOUSE_HAS_MAY}, PeriodError, "bindings"),
        ({"bindings": [MOTHER]}, PeriodError, "bindings"),
        ({"law": 2026}, RuleError, "law"),
    ],
)
def test_a_binding_is_asked_about_with_facts(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Members, a tie, a day, terms and bindings; anything else is refused by its name."""
    with pytest.raises(error) as caught:
        bound(**arguments)

    assert field == caught.value.field


def names(**facts: Any) -> list[str]:  # noqa: ANN401
    """The channels that are found, in their order."""
    return [each.channel.value for each in sharing.channels(**{"on": ON, **facts})]


@pytest.mark.parametrize(
    ("area", "circumstances", "expected"),
    [
        (None, [], ["online", "medical_counter"]),
        ("130100", [], ["online", "medical_counter"]),
        ("440300", [], ["online", "personal_page", "medical_counter", "hospital_office"]),
        ("440305", [], ["online", "personal_page", "medical_counter", "hospital_office"]),
        (
            "440300",
            [Circumstance.NO_SMARTPHONE],
            ["personal_page", "medical_counter", "hospital_office"],
        ),
        ("440300", [Circumstance.IN_HOSPITAL], ["online", "personal_page", "hospital_office"]),
        ("440300", [Circumstance.IMMOBILE], ["online", "personal_page"]),
        (None, [Circumstance.ABROAD], ["online"]),
        (None, [Circumstance.ABROAD, Circumstance.NO_SMARTPHONE], []),
        (None, [Circumstance.LIVES_ELSEWHERE], ["online", "medical_counter"]),
    ],
)
def test_channels_that_are_open(
    area: str | None, circumstances: Collection[Circumstance], expected: list[str]
) -> None:
    """Self-service goes before the counter; circumstances close channels, a place adds its own."""
    assert expected == names(area=area, circumstances=circumstances)


def test_a_channel_says_what_it_takes() -> None:
    """Its tier and its papers, or None where a place does not say which."""
    found = {each.channel: each for each in sharing.channels(on=ON, area="440300")}

    assert (Tier.SELF_SERVICE, None) == (found[ONLINE].tier, found[ONLINE].needs)
    assert (Tier.COUNTER, (Need.OWNER_CARD, Need.RELATIVE_CARD_NUMBER)) == (
        found[HOSPITAL].tier,
        found[HOSPITAL].needs,
    )
    assert "440300" == found[HOSPITAL].law.area


def test_channels_begin_on_days() -> None:
    """The national channels are known since 2024-05-24, those of Shenzhen since 2023-04-10."""
    assert ["online", "medical_counter"] == names(on=date(2024, 5, 24))
    shenzhen = ["personal_page", "medical_counter", "hospital_office"]
    assert shenzhen == names(on=date(2023, 4, 10), area="440300")


@pytest.mark.parametrize(
    ("on", "area", "place"),
    [(date(2024, 5, 23), None, "100000"), (date(2023, 4, 9), "440300", "440300")],
)
def test_before_any_channel_is_known_the_law_is_missing(
    on: date, area: str | None, place: str
) -> None:
    """No channel would be wrong: on the day before the first one the answer names what is missing."""
    with pytest.raises(UnknownLawError) as caught:
        names(on=on, area=area)

    assert f"sharing.channel.online is not known for area {place} on {on}" in str(caught.value)


@pytest.mark.parametrize("area", ["370000", "370100"])
def test_shandong_asks_for_no_papers(area: str) -> None:
    """采取承诺制，无需提交任何材料: online since the report of 2024-08-30, before it as the nation."""
    days = (date(2024, 8, 29), date(2024, 8, 30), ON)
    found = [sharing.channels(on=on, area=area)[0] for on in days]

    assert [ONLINE] * 3 == [each.channel for each in found]
    assert [("100000", None), ("370000", ()), ("370000", ())] == [
        (each.law.area, each.needs) for each in found
    ]
    assert ["medical_counter"] == names(area=area, circumstances=[Circumstance.NO_SMARTPHONE])


def test_a_channel_may_be_for_some_alone() -> None:
    """Where it is only for who is abroad or immobile, one of both is enough."""
    rule = {"tier": "visit", "needs": [], "only_for": ["abroad", "immobile"]}
    law = shipped().replacing(parameters.BINDING_CHANNEL[HOSPITAL], rule)

    assert ["online", "medical_counter"] == names(law=law)
    assert ["online", "hospital_office"] == names(law=law, circumstances={Circumstance.IMMOBILE})


def test_the_least_trouble_comes_first() -> None:
    """Where a hospital does it by itself and the platform at a counter, the hospital goes before."""
    law = shipped()
    for channel, tier in ((HOSPITAL, "self_service"), (ONLINE, "counter")):
        law = law.replacing(parameters.BINDING_CHANNEL[channel], {"tier": tier})

    assert ["hospital_office", "online", "medical_counter"] == names(law=law)


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"on": None}, MonthError, "on"),
        ({"area": "4403"}, RuleError, "area"),
        ({"circumstances": "abroad"}, RuleError, "circumstances"),
        ({"circumstances": [Need.NAME]}, RuleError, "circumstances"),
        ({"circumstances": ["abroad"]}, RuleError, "circumstances"),
        ({"law": shipped}, RuleError, "law"),
    ],
)
def test_channels_are_asked_for_with_facts(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """A day, a place, circumstances that are terms."""
    with pytest.raises(error) as caught:
        names(**arguments)

    assert field == caught.value.field


BY_WILL: Final = (BindingEnd.BY_OWNER, BindingEnd.BY_RELATIVE)


def ended(scope: SharingScope | None, cause: BindingEnd, law: Law) -> Decision[sharing.Ending]:
    """What becomes of a binding of Shijiazhuang."""
    made = binding(ANN, MAY, Kinship.PARENT, scope=scope)
    return sharing.end(made, cause, on=ON, area="130100", law=law)


@pytest.mark.parametrize(("cause", "scope"), [*product(BindingEnd, (*SharingScope, None))])
@pytest.mark.parametrize("changes", [None, True, False])
def test_each_cause_at_each_distance(
    cause: BindingEnd, scope: SharingScope | None, changes: bool | None
) -> None:
    """By will where a rule is known; by a change of insurance where the rule says so."""
    rule = {"is_plural": True, "returns_unspent": changes is True}
    if changes is not None:
        rule["ends_with_change"] = changes
    law = shipped()
    for parameter in (parameters.SHARING_BINDING, parameters.SHARING_BINDING_ACROSS):
        law = law.replacing(parameter, rule, area="130000")
    decision = ended(scope, cause, law)

    expected = {True: ELIGIBLE, False: INELIGIBLE, None: UNDETERMINED}[changes]
    if cause in BY_WILL:
        expected = ELIGIBLE
    if scope is None:
        expected = UNDETERMINED
    assert (Question.SHARING_ENDING, expected) == (decision.question, decision.outcome)
    told = None
    if decision.value is not None:
        told = decision.value.is_automatic, decision.value.cause, decision.value.unspent_returns
    asked = (cause not in BY_WILL, cause, changes is True)
    assert (asked if expected is ELIGIBLE else None) == told
    name = "sharing.binding_across" if scope is ACROSS else "sharing.binding"
    missing = [Missing("scope")] if scope is None else [Missing(name, "130100")]
    assert (missing if expected is UNDETERMINED else []) == list(decision.missing)


@pytest.mark.parametrize("cause", BindingEnd)
def test_the_shipped_rules(cause: BindingEnd) -> None:
    """Across provinces each cause ends it and the rest returns; inside one the place's rule is missing."""
    far, near = (ended(scope, cause, shipped()) for scope in (ACROSS, SAME_PROVINCE))

    assert [ELIGIBLE, UNDETERMINED] == [far.outcome, near.outcome]
    assert far.value is not None
    assert near.value is None
    assert True is far.value.unspent_returns
    assert date(2026, 1, 29) == far.value.binding.to_day
    assert (Missing("sharing.binding", "130100"),) == near.missing


def test_before_the_notice_of_2026_the_end_is_not_known() -> None:
    """How bindings across provinces ended before 2026-01-09 was not found; without a place the nation's."""
    made = binding(ANN, MAY, Kinship.PARENT, from_day=date(2025, 1, 1))
    found = [
        sharing.end(made, BindingEnd.OWNER_INSURANCE_CHANGED, on=on)
        for on in (date(2026, 1, 8), date(2026, 1, 9))
    ]

    assert [UNDETERMINED, ELIGIBLE] == [each.outcome for each in found]
    assert (Missing("sharing.binding_across", "100000"),) == found[0].missing


@pytest.mark.parametrize("on", [date(2026, 1, 10), date(2026, 3, 31)])
def test_a_binding_may_end_on_its_first_or_its_last_day(on: date) -> None:
    """The day is the last one, and no other fact of the binding changes."""
    made = binding(ANN, MAY, Kinship.PARENT, to_day=date(2026, 3, 31), channel=ONLINE)
    found = sharing.end(made, BindingEnd.BY_RELATIVE, on=on).value

    assert found is not None
    assert attrs.evolve(made, to_day=on) == found.binding


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"on": date(2026, 1, 9)}, RuleError, "on"),
        ({"on": date(2026, 4, 1)}, RuleError, "on"),
        ({"on": "2026-02-01"}, MonthError, "on"),
        ({"cause": "by_owner"}, RuleError, "cause"),
        ({"cause": None}, RuleError, "cause"),
        ({"area": "13"}, RuleError, "area"),
        ({"law": ()}, RuleError, "law"),
    ],
)
def test_only_what_lasts_is_ended(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """A day of the binding, and a cause that is a term."""
    made = binding(ANN, MAY, Kinship.PARENT, to_day=date(2026, 3, 31))
    facts: dict[str, Any] = {"cause": BindingEnd.BY_OWNER, "on": ON, **arguments}
    with pytest.raises(error) as caught:
        sharing.end(made, facts.pop("cause"), **facts)

    assert field == caught.value.field


@pytest.mark.parametrize("wrong", [None, MOTHER, "binding"])
def test_only_a_binding_is_ended(wrong: Any) -> None:  # noqa: ANN401
    """A tie is no binding."""
    with pytest.raises(FaultyInputError):
        sharing.end(wrong, BindingEnd.BY_OWNER, on=ON)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 1, 9), 0),
        (date(2026, 1, 10), 1),
        (date(2026, 2, 15), 1),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 0),
    ],
)
def test_a_binding_lasts_from_its_first_to_its_last_day(on: date, expected: int) -> None:
    """Both days belong to it."""
    made = binding(ANN, MAY, Kinship.PARENT, to_day=date(2026, 3, 31))

    assert expected == len(sharing.active([made], on=on))


def test_bindings_are_found_by_their_people() -> None:
    """Of one owner, of one relative, of both; the oldest first."""
    later = binding(ANN, MAY, Kinship.PARENT, from_day=date(2026, 1, 20))
    known = [later, ANN_HAS_TOM, SPOUSE_HAS_MAY]

    assert (ANN_HAS_TOM, SPOUSE_HAS_MAY, later) == sharing.active(known, on=ON)
    assert (ANN_HAS_TOM, later) == sharing.active(known, on=ON, owner=ANN)
    assert (SPOUSE_HAS_MAY, later) == sharing.active(known, on=ON, relative=MAY)
    assert (later,) == sharing.active(known, on=ON, owner=ANN, relative=MAY)
    assert () == sharing.active(known, on=ON, owner=MAY)


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"on": None}, MonthError, "on"),
        ({"bindings": ANN_HAS_TOM}, PeriodError, "bindings"),
        ({"bindings": [MOTHER]}, PeriodError, "bindings"),
    ],
)
def test_active_ones_are_asked_for_with_facts(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Bindings and a day."""
    facts: dict[str, Any] = {"bindings": [], "on": ON, **arguments}
    with pytest.raises(error) as caught:
        sharing.active(facts.pop("bindings"), **facts)

    assert field == caught.value.field


CHANNEL: Final = parameters.BINDING_CHANNEL[ONLINE]
CYCLE: Final = parameters.CERTIFICATION_CYCLE[Scheme.EMPLOYEE]
SUSPENSION: Final = parameters.CERTIFICATION_SUSPENSION


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.SHARING_BINDING, []),
        (parameters.SHARING_BINDING, {"needs_both": 1}),
        (parameters.SHARING_BINDING, {"needs_both": None}),
        (parameters.SHARING_BINDING_ACROSS, {"is_single": True}),
        (CHANNEL, {}),
        (CHANNEL, "online"),
        (CHANNEL, {"tier": "telephone"}),
        (CHANNEL, {"tier": "counter", "needs": ["luck"]}),
        (CHANNEL, {"tier": "counter", "needs": "name"}),
        (CHANNEL, {"tier": "counter", "closed_to": ["abroad", "abroad"]}),
        (CHANNEL, {"tier": "counter", "only_for": ["name"]}),
        (CHANNEL, {"tier": "counter", "open": True}),
        (parameters.FAMILY_SERVICES, []),
        (parameters.FAMILY_SERVICES, ["dance"]),
        (parameters.FAMILY_SERVICES, ["record", "record"]),
        (CYCLE, {"length": 12}),
        (CYCLE, {"basis": "to_the_day"}),
        (CYCLE, {"basis": "days"}),
        (CYCLE, {"basis": "to_the_day", "length": 0}),
        (CYCLE, {"basis": "birthday", "length": 12}),
        (CYCLE, {"basis": "calendar_year", "length": 12}),
        (CYCLE, {"basis": "weekly", "length": 1}),
        (CYCLE, {"basis": "to_the_day", "length": 12, "first": "later"}),
        (SUSPENSION, {"suspended": "next_month", "resumed": "next_month"}),
        (SUSPENSION, {"suspended": "now", "resumed": "next_month", "is_back_paid": True}),
        (SUSPENSION, {"suspended": "next_month", "resumed": "now", "is_back_paid": True}),
        (SUSPENSION, {"suspended": "next_month", "resumed": "next_month", "is_back_paid": 1}),
    ],
)
def test_a_law_of_services_has_a_form(parameter: Any, value: object) -> None:  # noqa: ANN401
    """Truth values, terms of closed lists, a length where a cycle is counted and none by year."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameter, value)

    assert "value" == caught.value.field
    assert parameter.name in str(caught.value)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.SHARING_BINDING, BindingRule(needs_both=False)),
        (CYCLE, CertificationCycle(CycleBasis.BIRTHDAY)),
        (CYCLE, CertificationCycle(CycleBasis.DAYS, 365, "year_later")),
    ],
)
def test_a_value_that_is_ready_made_is_kept(parameter: Any, value: object) -> None:  # noqa: ANN401
    """What the library holds may be given back to it."""
    assert value == shipped().replacing(parameter, value).get(parameter, on=ON).value
