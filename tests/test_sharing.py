"""Account sharing by example: every kinship on every day of the law, the facts of both sides, a family."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeVar, cast

import attrs
import pytest

from shebao import (
    MEDICAL,
    AccountUse,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    Family,
    FamilyTie,
    FaultyInputError,
    Kinship,
    LawFileError,
    MedicalMember,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    PeriodError,
    Person,
    PersonError,
    Question,
    Reason,
    RuleError,
    Scheme,
    Sex,
    SharingScope,
    Verdict,
    YearMonth,
    sharing,
)
from shebao.law import Dated, Law, parameters, shipped
from shebao.law.sharing_values import (
    BindingRule,
    Circle,
    SharingMembers,
    SharingReach,
    WalletLimits,
)

V = TypeVar("V")

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict

OWNER = Person(birth=date(1980, 5, 1), sex=Sex.FEMALE)
ELDER = Person(birth=date(1920, 2, 3), sex=Sex.MALE)
PEER = Person(birth=date(1979, 8, 9), sex=Sex.MALE)
YOUNGER = Person(birth=date(2015, 6, 7), sex=Sex.FEMALE)

#: The days on which the answer may change, and the days before them.
DAYS: Final = [
    date(2021, 4, 21),
    date(2021, 4, 22),
    date(2024, 7, 25),
    date(2024, 7, 26),
    date(2024, 10, 30),
    date(2024, 10, 31),
    date(2024, 12, 1),
    date(2024, 12, 2),
    date(2024, 12, 8),
    date(2024, 12, 9),
    date(2024, 12, 30),
    date(2024, 12, 31),
    date(2026, 1, 8),
    date(2026, 1, 9),
    date(2026, 6, 5),
]

#: Kinships in three rings: those of 2021, the others of the Civil Code, everybody else.
CLOSE: Final = ["spouse", "parent", "child"]
NEAR: Final = [
    "sibling",
    "paternal_grandparent",
    "maternal_grandparent",
    "grandparent",
    "child_of_son",
    "child_of_daughter",
    "grandchild",
]
FAR: Final = [
    "parent_in_law",
    "child_in_law",
    "sibling_in_law",
    "grandparent_in_law",
    "grandchild_in_law",
    "great_grandparent",
    "great_grandchild",
    "other_relative",
    "not_related",
]
STEP: Final = ["step_parent", "step_child"]

KIN: Final[list[tuple[str, bool | None]]] = [
    *((name, None) for name in (*CLOSE, *NEAR, *FAR)),
    *((name, raised) for name in STEP for raised in (True, False, None)),
]

#: The areas of owner and relative by how they stand to each other.
PLACES: Final[dict[str, list[tuple[str | None, str | None]]]] = {
    "same prefecture": [("130102", "130104"), ("130100", "130100"), ("370102", "370103")],
    "same province": [("130100", "130200"), ("370100", "370200"), ("500101", "500235")],
    "both listed": [("130100", "320500"), ("622901", "500235"), ("139900", "519900")],
    "one listed": [("130100", "110100"), ("440300", "510100")],
    "none listed": [("440300", "310000"), ("500101", "330100")],
    "area unknown": [("130100", None), (None, "130100"), (None, None), ("100000", "510100")],
}


def related(kinship: Kinship, raised: bool | None = None) -> FamilyTie:
    """A tie of the owner to somebody of a fitting age."""
    generations = kinship.generations or 0
    relative = ELDER if generations > 0 else YOUNGER if generations < 0 else PEER
    return FamilyTie(OWNER, relative, kinship, raised)


def insured(person: Person, area: str | None = "130100", **facts: Any) -> MedicalMember:  # noqa: ANN401
    """An employee with an account in good standing unless facts say otherwise."""
    facts = {
        "scheme": Scheme.EMPLOYEE,
        "is_insured": True,
        "has_account": True,
        "is_in_good_standing": True,
        **facts,
    }
    return MedicalMember(person=person, area=area, **facts)


MOTHER = Person(birth=date(1955, 3, 8), sex=Sex.FEMALE)
PARENT = FamilyTie(OWNER, MOTHER, Kinship.PARENT)
RESIDENT: Final = {"scheme": Scheme.RESIDENT, "has_account": None, "is_in_good_standing": None}


def asked(
    owner: dict[str, Any] | None = None,
    relative: dict[str, Any] | None = None,
    tie: FamilyTie = PARENT,
    on: date = ON,
    law: Law | None = None,
) -> Decision[sharing.Sharing]:
    """The decision between owner and mother, with facts that differ from the usual ones."""
    return sharing.eligibility(
        insured(OWNER, **(owner or {})),
        insured(tie.relative, **{**RESIDENT, **(relative or {})}),
        tie,
        on=on,
        law=law,
    )


def what(decision: Decision[sharing.Sharing]) -> sharing.Sharing:
    """What sharing would be."""
    assert decision.value is not None
    return decision.value


def value_of(law: Dated[V] | None) -> V:
    """The value of a law that is known."""
    assert law is not None
    return law.value


def kin_by_hand(name: str, raised: bool | None, on: date) -> bool | None:
    """Whether a kinship is in the circle of a day, written down from the notices."""
    if on < date(2021, 4, 22):
        return None
    if name in CLOSE:
        return True
    if name in STEP:
        return raised
    if name in FAR or on < date(2024, 7, 26):
        return False
    return None if on < date(2024, 12, 9) else True


#: From which day on sharing reaches how far: not known, no, open (None), yes.
REACH: Final[dict[str, list[tuple[date, bool | None]]]] = {
    "same prefecture": [(date(2024, 10, 31), True)],
    "same province": [(date(2024, 10, 31), True)],
    "both listed": [(date(2021, 4, 22), False), (date(2024, 12, 2), True)],
    "one listed": [
        (date(2021, 4, 22), False),
        (date(2024, 12, 31), None),
        (date(2026, 1, 9), True),
    ],
    "none listed": [
        (date(2021, 4, 22), False),
        (date(2024, 12, 31), None),
        (date(2026, 1, 9), True),
    ],
    "area unknown": [(date(2026, 1, 9), True)],
}


def reach_by_hand(place: str, on: date) -> bool | None:
    """Whether sharing reaches so far on a day, written down from the notices."""
    found = [answer for first, answer in REACH[place] if first <= on]
    return found[-1] if found else None


def both(first: bool | None, second: bool | None) -> Outcome:
    """The answer that two conditions give."""
    if False in (first, second):
        return INELIGIBLE
    return UNDETERMINED if None in (first, second) else ELIGIBLE


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize(("name", "raised"), KIN)
def test_every_kinship_on_every_day_and_distance(name: str, raised: bool | None, on: date) -> None:
    """The circle of 2021, near relatives since 2024 and the reach of each day decide together."""
    tie = related(Kinship(name), raised)
    for place, pairs in PLACES.items():
        expected = both(kin_by_hand(name, raised, on), reach_by_hand(place, on))
        for owner, relative in pairs:
            decision = sharing.eligibility(
                insured(OWNER, owner), insured(tie.relative, relative), tie, on=on
            )
            assert (place, expected) == (place, decision.outcome)


def test_every_kinship_is_in_one_ring() -> None:
    """The table of kinships above leaves none out and names none twice."""
    assert sorted(each.value for each in Kinship) == sorted([*CLOSE, *NEAR, *FAR, *STEP])


def test_a_decision_carries_what_sharing_would_be() -> None:
    """From 2026-01-09 a wallet across provinces pays four things and is bound by both wills."""
    decision = asked(relative={"area": "320500"})

    assert (Question.SHARING, ON, ELIGIBLE) == (decision.question, decision.on, decision.outcome)
    assert Evidence.SECONDARY is decision.evidence
    found = what(decision)
    assert (PARENT, SharingScope.CROSS_PROVINCE) == (found.tie, found.scope)
    assert AccountUse.LONG_TERM_CARE_CONTRIBUTION in value_of(found.uses).pays
    assert WalletLimits(3, Decimal(2000), 22, 6, 6) == value_of(found.limits)
    rule = BindingRule(
        needs_both=True,
        is_plural=True,
        ends_with_change=True,
        returns_unspent=True,
        owner_may_spend=False,
    )
    assert rule == value_of(found.binding)


def test_inside_a_province_there_are_no_limits_and_binding_is_the_places_own() -> None:
    """Wallets are for transfers across provinces; binding inside one is local law."""
    found = what(asked(relative={"area": "130200"}))

    assert SharingScope.SAME_PROVINCE is found.scope
    assert (None, None) == (found.limits, found.binding)
    assert AccountUse.LONG_TERM_CARE_CONTRIBUTION not in value_of(found.uses).pays


def test_where_the_distance_is_open_so_are_uses_and_binding() -> None:
    """Since 2026 it is allowed however far, but what it pays for depends on how far."""
    decision = asked(relative={"area": None})

    assert ELIGIBLE is decision.outcome
    found = what(decision)
    assert (None,) * 4 == (found.scope, found.uses, found.limits, found.binding)


def test_transfers_end_with_the_quotas_of_june_2026() -> None:
    """From 2026-06-05 quotas take the place of transfers; sharing goes on, its limits are unknown."""
    decision = asked(relative={"area": "320500"}, on=date(2026, 6, 5))

    assert (ELIGIBLE, None) == (decision.outcome, what(decision).limits)


@pytest.mark.parametrize("kinship", [Kinship.PARENT, Kinship.STEP_PARENT])
def test_a_tie_may_be_seen_from_either_side(kinship: Kinship) -> None:
    """That she is my mother says the same as that I am her daughter."""
    raised = True if kinship is Kinship.STEP_PARENT else None
    tie = FamilyTie(OWNER, MOTHER, kinship, raised)
    mine, hers = insured(OWNER), insured(MOTHER)
    seen = [sharing.eligibility(mine, hers, each, on=ON) for each in (tie, tie.inverse)]

    assert seen[0] == seen[1]
    assert seen[1].value is not None
    assert tie == seen[1].value.tie


def test_a_resident_has_no_account_to_share() -> None:
    """Residents have no personal account, whatever is said of one."""
    decision = asked(owner={"scheme": Scheme.RESIDENT, "has_account": True})

    assert INELIGIBLE is decision.outcome
    no = [each.reason for each in decision.conditions if each.verdict is NOT_MET]
    assert [Reason.SHARING_OWNER_ACCOUNT] == no


@pytest.mark.parametrize("scheme", [Scheme.EMPLOYEE, Scheme.FLEXIBLE, Scheme.PUBLIC_SECTOR, None])
@pytest.mark.parametrize(
    ("has_account", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
)
def test_whether_others_have_an_account_is_a_fact(
    scheme: Scheme | None, has_account: bool | None, expected: Outcome
) -> None:
    """Who pays for pooled benefits alone (单建统筹) has no account, others have one."""
    decision = asked(owner={"scheme": scheme, "has_account": has_account})

    assert expected is decision.outcome
    missing = (Missing("owner_account"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing


@pytest.mark.parametrize("scheme", [Scheme.EMPLOYEE, Scheme.RESIDENT, None])
@pytest.mark.parametrize(
    ("is_insured", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
)
def test_the_relative_is_insured_in_whatever_scheme(
    scheme: Scheme | None, is_insured: bool | None, expected: Outcome
) -> None:
    """As an employee or as a resident; who is outside basic medical insurance is refused."""
    decision = asked(relative={"scheme": scheme, "is_insured": is_insured})

    assert expected is decision.outcome
    verdict = decision.conditions[1]
    assert Reason.SHARING_RELATIVE_INSURED is verdict.reason
    missing = (Missing("relative_insured"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing


@pytest.mark.parametrize(
    ("standing", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
)
def test_the_owner_is_in_good_standing(standing: bool | None, expected: Outcome) -> None:
    """An account that is frozen, or whose insurance ended or moves, is not shared."""
    decision = asked(owner={"is_in_good_standing": standing})

    assert expected is decision.outcome
    missing = (Missing("owner_standing"),) if expected is UNDETERMINED else ()
    assert missing == decision.missing


def test_what_the_relative_owns_is_not_asked_about() -> None:
    """Account and standing are asked of the owner alone."""
    decision = asked(relative={"has_account": False, "is_in_good_standing": False})

    assert ELIGIBLE is decision.outcome


def test_an_upbringing_that_is_not_known_is_missing() -> None:
    """A step-mother is a mother if she brought the child up (民法典 第一千零七十二条)."""
    decision = asked(tie=FamilyTie(OWNER, MOTHER, Kinship.STEP_PARENT))

    assert (UNDETERMINED, (Missing("raised"),)) == (decision.outcome, decision.missing)


def test_while_provinces_follow_the_circle_of_the_place_is_missing() -> None:
    """From 2024-07-26 to 2024-12-08 a brother may be in it or not yet, by the owner's place."""
    tie = FamilyTie(OWNER, PEER, Kinship.SIBLING)
    decision = asked(tie=tie, on=date(2024, 11, 1))
    nowhere = asked(owner={"area": None}, tie=tie, on=date(2024, 11, 1))

    assert (Missing("sharing.circle", "130100"),) == decision.missing
    assert Missing("sharing.circle", "100000") in nowhere.missing


def test_a_place_that_followed_early_says_so() -> None:
    """With the place's own circle a sibling is in it before the last province followed."""
    tie = FamilyTie(OWNER, PEER, Kinship.SIBLING)
    circle = {"kinships": ["spouse", "parent", "child"], "near_relatives": "yes"}
    law = shipped().replacing(parameters.SHARING_CIRCLE, circle, area="130000")

    assert ELIGIBLE is asked(tie=tie, on=date(2024, 11, 1), law=law).outcome
    elsewhere = asked({"area": "370100"}, {"area": "370200"}, tie, date(2024, 11, 1), law)
    assert UNDETERMINED is elsewhere.outcome


@pytest.mark.parametrize("near", ["yes", "open", "no"])
def test_a_place_may_admit_parents_in_law(near: str) -> None:
    """A wider circle is the place's own: with it the husband's father may be bound."""
    tie = FamilyTie(OWNER, ELDER, Kinship.PARENT_IN_LAW)
    circle = {"kinships": ["parent", "parent_in_law"], "near_relatives": near}
    law = shipped().replacing(parameters.SHARING_CIRCLE, circle, area="130100")

    assert INELIGIBLE is asked(tie=tie).outcome
    assert ELIGIBLE is asked(tie=tie, law=law).outcome
    assert INELIGIBLE is asked({"area": "130200"}, tie=tie, law=law).outcome


@pytest.mark.parametrize(
    ("near", "expected"), [("yes", ELIGIBLE), ("open", UNDETERMINED), ("no", INELIGIBLE)]
)
def test_near_relatives_by_the_word_of_the_circle(near: str, expected: Outcome) -> None:
    """Yes, no or open: a grandmother stands and falls with it, a mother does not."""
    law = shipped().replacing(
        parameters.SHARING_CIRCLE, Circle((Kinship.PARENT, Kinship.STEP_PARENT), near)
    )
    grandmother = FamilyTie(OWNER, ELDER, Kinship.MATERNAL_GRANDPARENT)

    assert expected is asked(tie=grandmother, law=law).outcome
    assert ELIGIBLE is asked(law=law).outcome
    step = FamilyTie(OWNER, MOTHER, Kinship.STEP_PARENT)
    assert ELIGIBLE is asked(tie=step, law=law).outcome


def test_without_the_civil_code_near_relatives_are_not_known() -> None:
    """The circle points to the Civil Code; what that says is a parameter of its own."""
    circle = {"kinships": ["spouse"], "near_relatives": "yes"}
    law = shipped().at_least("official").replacing(parameters.SHARING_CIRCLE, circle)
    law = law.replacing(parameters.SHARING_MEMBERS, {"owner": "employee", "relative": "insured"})
    on = date(2020, 12, 31)
    decision = asked(on=on, law=law)

    assert UNDETERMINED is decision.outcome
    assert Missing("family.near_relatives", "100000") in decision.missing


def test_with_official_texts_alone_nothing_is_decided() -> None:
    """All law of sharing was read in copies: without them the parameters are missing, by name."""
    official = shipped().at_least("official")
    near = asked(relative={"area": "130200"}, law=official)
    far = asked(relative={"area": "320500"}, law=official)
    place = "130100"
    common = {
        Missing("sharing.circle", place),
        Missing("sharing.members", place),
    }

    assert [UNDETERMINED] * 2 == [near.outcome, far.outcome]
    assert common | {Missing("sharing.reach", place)} == set(near.missing)
    assert common | {Missing("sharing.across", "100000")} <= set(far.missing)
    nowhere = asked({"area": None}, {"area": None}, law=official)
    assert Missing("sharing.members", "100000") in nowhere.missing


def test_a_place_may_ask_less_of_both() -> None:
    """Where anybody may own and anybody may spend, scheme and insurance do not matter."""
    law = shipped().replacing(
        parameters.SHARING_MEMBERS, SharingMembers("any", "any"), area="130100"
    )
    decision = asked({"scheme": Scheme.RESIDENT}, {"is_insured": False}, law=law)

    assert ELIGIBLE is decision.outcome


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.SHARING_CIRCLE, {}),
        (parameters.SHARING_CIRCLE, "spouse"),
        (parameters.SHARING_CIRCLE, {"kinships": []}),
        (parameters.SHARING_CIRCLE, {"kinships": ["aunt"]}),
        (parameters.SHARING_CIRCLE, {"kinships": ["spouse", "spouse"]}),
        (parameters.SHARING_CIRCLE, {"kinships": "spouse"}),
        (parameters.SHARING_CIRCLE, {"kinships": ["spouse"], "near_relatives": True}),
        (parameters.SHARING_CIRCLE, {"kinships": ["spouse"], "others": "no"}),
        (parameters.NEAR_RELATIVES, []),
        (parameters.NEAR_RELATIVES, ["mother"]),
        (parameters.SHARING_MEMBERS, {"owner": "employee"}),
        (parameters.SHARING_MEMBERS, {"owner": "resident", "relative": "any"}),
        (parameters.SHARING_MEMBERS, {"owner": "any", "relative": True}),
        (parameters.SHARING_REACH, {"same_pooling_area": "yes"}),
        (parameters.SHARING_REACH, {"same_pooling_area": "yes", "same_province": "maybe"}),
        (parameters.SHARING_ACROSS, {"others": "some"}),
        (parameters.SHARING_ACROSS, {"others": "no", "number": -1}),
        (parameters.SHARING_ACROSS, {"number": 31}),
        (parameters.SHARING_AREAS, []),
        (parameters.SHARING_AREAS, ["130100"]),
        (parameters.SHARING_AREAS, [{"code": "1301", "name": "石家庄"}]),
        (parameters.SHARING_AREAS, [{"code": 130100, "name": "石家庄"}]),
        (parameters.SHARING_AREAS, [{"code": "130100", "name": ""}]),
        (parameters.SHARING_AREAS, [{"code": "130100", "name": 1}]),
        (parameters.SHARING_AREAS, [{"code": "130100", "name": "石家庄", "system": "iso"}]),
        (parameters.SHARING_AREAS, [{"code": "130100", "name": "石家庄"}] * 2),
    ],
)
def test_a_law_of_sharing_has_a_form(parameter: Any, value: object) -> None:  # noqa: ANN401
    """Words, kinships and codes are of closed lists, and each stands once."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameter, value)

    assert "value" == caught.value.field
    assert parameter.name in str(caught.value)


def test_values_of_law_may_be_ready_made() -> None:
    """A caller may give a value as a file writes it or as the library holds it."""
    reach = SharingReach("no", "no")
    law = shipped().replacing(parameters.SHARING_REACH, reach)

    assert reach == law.get(parameters.SHARING_REACH, on=ON).value
    assert INELIGIBLE is asked(relative={"area": "130200"}, law=law).outcome


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"owner": OWNER}, PersonError, "owner"),
        ({"owner": None}, PersonError, "owner"),
        ({"relative": "张三"}, PersonError, "relative"),
        ({"tie": Kinship.PARENT}, PersonError, "tie"),
        ({"tie": None}, PersonError, "tie"),
        ({"tie": FamilyTie(OWNER, PEER, Kinship.SPOUSE)}, PersonError, "tie"),
        ({"tie": FamilyTie(MOTHER, PEER, Kinship.CHILD)}, PersonError, "tie"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"on": None}, MonthError, "on"),
        ({"law": "2026"}, RuleError, "law"),
    ],
)
def test_wrong_input_is_refused_by_its_name(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Members, a tie between just these two, a day and a law; people are never shown."""
    facts: dict[str, Any] = {
        "owner": insured(OWNER),
        "relative": insured(MOTHER),
        "tie": PARENT,
        "on": ON,
        **arguments,
    }
    with pytest.raises(error) as caught:
        sharing.eligibility(facts.pop("owner"), facts.pop("relative"), facts.pop("tie"), **facts)

    assert field == caught.value.field
    assert "张三" not in str(caught.value)


HUSBAND = Person(birth=date(1979, 8, 9), sex=Sex.MALE, label="王五")
SON = Person(birth=date(2010, 6, 7), sex=Sex.MALE, label="王六")
AUNT = Person(birth=date(1960, 1, 1), sex=Sex.FEMALE)
FAMILY = Family(
    [
        FamilyTie(OWNER, HUSBAND, Kinship.SPOUSE),
        FamilyTie(MOTHER, OWNER, Kinship.CHILD),
        FamilyTie(OWNER, AUNT, Kinship.OTHER_RELATIVE),
        FamilyTie(OWNER, SON, Kinship.CHILD),
        FamilyTie(HUSBAND, SON, Kinship.CHILD),
    ]
)


def test_a_family_is_gone_through_tie_by_tie() -> None:
    """One decision for each relative, as eligibility gives it, in the order of the family."""
    owner = insured(OWNER)
    members = [insured(SON, is_insured=False), insured(HUSBAND, "320500"), insured(MOTHER), owner]
    found = sharing.with_family(owner, FAMILY, members, on=ON)

    assert [HUSBAND, MOTHER, AUNT, SON] == [each.value.tie.relative for each in found if each.value]
    assert [ELIGIBLE, ELIGIBLE, INELIGIBLE, INELIGIBLE] == [each.outcome for each in found]
    tie = FAMILY.tie(OWNER, HUSBAND)
    assert tie is not None
    assert found[0] == sharing.eligibility(owner, members[1], tie, on=ON)


def test_of_who_is_no_member_everything_is_missing() -> None:
    """A relative of whom nothing is said may share or not: insurance is missing, and the area."""
    law = shipped()
    found = sharing.with_family(insured(OWNER), FAMILY, on=ON, law=law)
    before = sharing.with_family(insured(OWNER), FAMILY, on=date(2025, 6, 1), law=law)

    expected = [UNDETERMINED, UNDETERMINED, INELIGIBLE, UNDETERMINED]
    assert expected == [each.outcome for each in found] == [each.outcome for each in before]
    assert (Missing("relative_insured"),) == found[0].missing
    assert (Missing("relative_insured"), Missing("relative_area")) == before[0].missing


def test_a_family_may_hold_others() -> None:
    """Ties between others give no decision, and a family without the owner gives none."""
    others = Family([FamilyTie(HUSBAND, SON, Kinship.CHILD)])

    assert () == sharing.with_family(insured(OWNER), others, on=ON)
    assert () == sharing.with_family(insured(OWNER), Family(), on=ON)


def test_a_member_may_be_given_twice_alike() -> None:
    """The same facts twice say no more than once."""
    once = sharing.with_family(insured(OWNER), FAMILY, [insured(HUSBAND)], on=ON)
    twice = sharing.with_family(insured(OWNER), FAMILY, [insured(HUSBAND)] * 2, on=ON)

    assert once == twice


def test_a_member_with_two_sets_of_facts_is_refused() -> None:
    """Who is insured in two places at once is asked about, and no name is shown."""
    with pytest.raises(PersonError) as caught:
        sharing.with_family(
            insured(OWNER), FAMILY, [insured(HUSBAND), insured(HUSBAND, "320500")], on=ON
        )

    assert "members" == caught.value.field
    assert "王五" not in str(caught.value)
    assert "1979" not in str(caught.value)


@pytest.mark.parametrize("family", [None, FAMILY.ties, PARENT, "王五"])
def test_a_family_is_a_family(family: Any) -> None:  # noqa: ANN401
    """Neither a tie nor a list of ties is one."""
    with pytest.raises(PersonError) as caught:
        sharing.with_family(insured(OWNER), family, on=ON)

    assert "family" == caught.value.field
    assert "王五" not in str(caught.value)


@pytest.mark.parametrize("members", [[OWNER], insured(OWNER), [None]])
def test_members_are_members(members: Any) -> None:  # noqa: ANN401
    """A person alone says nothing of insurance."""
    with pytest.raises(FaultyInputError) as caught:
        sharing.with_family(insured(OWNER), FAMILY, members, on=ON)

    assert "members" == caught.value.field


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months of an employee in Shijiazhuang unless facts say otherwise."""
    facts = {"kind": MEDICAL, "area": "130100", **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


Seen = tuple[Scheme | None, bool | None, str | None]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        pytest.param([], (None, None, None), id="empty"),
        pytest.param(
            [months("2020-01", "2026-01")], (Scheme.EMPLOYEE, True, "130100"), id="paid month"
        ),
        pytest.param(
            [months("2020-01", "2025-12")], (Scheme.EMPLOYEE, None, "130100"), id="month open"
        ),
        pytest.param(
            [months("2020-01", "2025-11")],
            (Scheme.EMPLOYEE, None, "130100"),
            id="stopped, of an age at which one may be retired",
        ),
        pytest.param(
            [months("2025-01", "2026-01", status=PaymentStatus.ARREARS)],
            (Scheme.EMPLOYEE, None, "130100"),
            id="arrears, of that age",
        ),
        pytest.param(
            [months("2026-01", status=PaymentStatus.DEFERRED)],
            (Scheme.EMPLOYEE, True, "130100"),
            id="deferred",
        ),
        pytest.param(
            [months("2025-01", "2026-01", count=7)],
            (Scheme.EMPLOYEE, None, "130100"),
            id="only the number known",
        ),
        pytest.param(
            [months("2026-01", "2026-12", scheme=Scheme.RESIDENT)],
            (Scheme.RESIDENT, True, "130100"),
            id="resident year",
        ),
        pytest.param(
            [months("2025-01", "2025-12", scheme=Scheme.RESIDENT)],
            (Scheme.RESIDENT, False, "130100"),
            id="resident of last year",
        ),
        pytest.param(
            [months("2026-01", "2026-12", scheme=Scheme.RESIDENT, status=PaymentStatus.PENDING)],
            (Scheme.RESIDENT, False, "130100"),
            id="resident year not yet paid",
        ),
        pytest.param(
            [
                months("2024-01", "2024-12", scheme=Scheme.RESIDENT),
                months("2025-01", "2026-01", area="320500"),
            ],
            (Scheme.EMPLOYEE, True, "320500"),
            id="the last one speaks",
        ),
        pytest.param(
            [months("2026-01", scheme=Scheme.FLEXIBLE, settled_on=date(2026, 1, 20))],
            (Scheme.FLEXIBLE, True, "130100"),
            id="insured alone",
        ),
        pytest.param([months("2026-03", "2026-05")], (None, None, None), id="months to come"),
        pytest.param(
            [
                months("2026-01", "2026-12", scheme=Scheme.RESIDENT),
                months("2025-06", "2026-01", area="320500"),
            ],
            (Scheme.EMPLOYEE, True, "320500"),
            id="employed within a year that was paid as a resident",
        ),
        pytest.param(
            [
                months("2025-06", "2025-12", area="320500"),
                months("2025-01", "2026-12", scheme=Scheme.RESIDENT),
            ],
            (Scheme.EMPLOYEE, None, "320500"),
            id="employed up to the month before",
        ),
        pytest.param(
            [
                months("2025-06", "2025-11", area="320500"),
                months("2025-01", "2026-12", scheme=Scheme.RESIDENT),
            ],
            (Scheme.RESIDENT, True, "130100"),
            id="no longer employed, and paid as a resident",
        ),
    ],
)
def test_what_a_record_says_of_a_member(periods: list[ContributionPeriod], expected: Seen) -> None:
    """Scheme and place are those of the last medical month, and the day is paid for or not."""
    found = sharing.as_member(OWNER, ContributionHistory(periods), on=ON)

    assert expected == (found.scheme, found.is_insured, found.area)
    assert (OWNER, None, None) == (found.person, found.has_account, found.is_in_good_standing)


@pytest.mark.parametrize(
    ("person", "first"),
    [
        (Person(birth=date(1981, 1, 29), sex=Sex.FEMALE), date(2026, 1, 29)),
        (Person(birth=date(1981, 1, 30), sex=Sex.FEMALE), date(2026, 1, 30)),
        (Person(birth=YearMonth(1981, 2), sex=Sex.FEMALE), date(2026, 2, 1)),
        (Person(birth=date(1971, 1, 29), sex=Sex.MALE), date(2026, 1, 29)),
        (Person(birth=date(1970, 2, 28), sex=Sex.MALE), date(2025, 2, 28)),
    ],
)
@pytest.mark.parametrize("status", [None, PaymentStatus.ARREARS])
def test_who_may_be_retired_may_be_insured_without_paying(
    person: Person, first: date, status: PaymentStatus | None
) -> None:
    """Women from 45 and men from 55, the earliest ages of retirement; the day before it is a no."""
    periods = [months("2012-01", "2024-06")]
    if status is not None:
        periods = [months("2024-01", "2026-02", status=status)]
    record = ContributionHistory(periods)
    before = sharing.as_member(person, record, on=first - timedelta(1))
    found = sharing.as_member(person, record, on=first)

    assert [False, None] == [before.is_insured, found.is_insured]
    assert Scheme.EMPLOYEE is found.scheme


@pytest.mark.parametrize("person", [OWNER, YOUNGER])
def test_of_a_resident_the_year_is_paid_or_not_at_any_age(person: Person) -> None:
    """Residents pay all their lives: a year that is not paid leaves nobody insured."""
    record = ContributionHistory([months("2025-01", "2025-12", scheme=Scheme.RESIDENT)])

    assert sharing.as_member(person, record, on=ON).is_insured is False


def test_what_a_retiree_says_goes_before_the_record() -> None:
    """Who stopped paying long ago, with an account in good standing, is not taken for a resident."""
    record = ContributionHistory(
        [
            months("2000-01", "2012-06"),
            months("2026-01", "2026-12", scheme=Scheme.RESIDENT),
        ]
    )
    said = MedicalMember(person=OWNER, has_account=True, is_in_good_standing=True)
    found = said.over(sharing.as_member(OWNER, record, on=ON))

    assert (None, "130100") == (found.scheme, found.area)
    mother = MedicalMember(person=MOTHER, is_insured=True)
    assert ELIGIBLE is sharing.eligibility(found, mother, PARENT, on=ON).outcome


@pytest.mark.parametrize("use", AccountUse)
@pytest.mark.parametrize("is_insured", [True, False, None])
def test_a_residents_contribution_is_paid_before_being_insured(
    use: AccountUse, is_insured: bool | None
) -> None:
    """参加城乡居民医保的个人缴费 comes first: for it nobody asks whether the relative is insured yet."""
    decision = sharing.eligibility(
        insured(OWNER),
        MedicalMember(person=MOTHER, area="130200", is_insured=is_insured),
        PARENT,
        on=ON,
        use=use,
    )
    expected = {True: ELIGIBLE, False: INELIGIBLE, None: UNDETERMINED}[is_insured]
    is_first = use is AccountUse.RESIDENT_CONTRIBUTION

    assert (ELIGIBLE if is_first else expected) is decision.outcome
    assert is_first != (
        Reason.SHARING_RELATIVE_INSURED in [each.reason for each in decision.conditions]
    )


def test_what_is_paid_is_asked_for_in_a_term() -> None:
    """A word is no use, and without one it is about care."""
    members = insured(OWNER), MedicalMember(person=MOTHER, area="130200")
    with pytest.raises(RuleError) as caught:
        sharing.eligibility(*members, PARENT, on=ON, use=cast("Any", "resident_contribution"))

    assert "use" == caught.value.field
    care = sharing.eligibility(*members, PARENT, on=ON, use=AccountUse.TREATMENT)
    assert care == sharing.eligibility(*members, PARENT, on=ON)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([], "320500"),
        ([months("2026-01", area=None)], "320500"),
        ([months("2026-01")], "130100"),
    ],
)
def test_a_place_may_be_said(periods: list[ContributionPeriod], expected: str) -> None:
    """The place of the record goes before the one that a caller names, which fills a blank."""
    found = sharing.as_member(OWNER, ContributionHistory(periods), on=ON, area="320500")

    assert expected == found.area


def test_a_record_and_the_two_facts_that_it_lacks_are_enough() -> None:
    """Account and standing are in no record of contributions: with both the answer is certain."""
    owner = sharing.as_member(OWNER, ContributionHistory([months("2020-01", "2026-01")]), on=ON)
    mother = sharing.as_member(
        MOTHER,
        ContributionHistory([months("2026-01", "2026-12", scheme=Scheme.RESIDENT)]),
        on=ON,
    )
    whole = attrs.evolve(owner, has_account=True, is_in_good_standing=True)
    found = [sharing.eligibility(each, mother, PARENT, on=ON) for each in (owner, whole)]

    assert [UNDETERMINED, ELIGIBLE] == [each.outcome for each in found]
    assert (Missing("owner_account"), Missing("owner_standing")) == found[0].missing


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"person": insured(OWNER)}, PersonError, "person"),
        ({"history": [months("2026-01")]}, PeriodError, "history"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"area": "1301"}, PersonError, "area"),
    ],
)
def test_a_record_is_read_of_a_person_on_a_day(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Anything else is refused by its name."""
    facts: dict[str, Any] = {
        "person": OWNER,
        "history": ContributionHistory(),
        "on": ON,
        **arguments,
    }
    with pytest.raises(error) as caught:
        sharing.as_member(facts.pop("person"), facts.pop("history"), **facts)

    assert field == caught.value.field
