"""Account sharing at its edges: wrong input under every law, laws that contradict themselves, open rules."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest

from shebao import (
    MEDICAL,
    Binding,
    BindingChannel,
    BindingEnd,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Family,
    FamilyTie,
    FaultyInputError,
    Kinship,
    LawFileError,
    MedicalMember,
    Missing,
    MonthError,
    MonthSpan,
    Need,
    Outcome,
    PaymentStatus,
    PeriodError,
    Person,
    PersonError,
    Reason,
    RuleError,
    Scheme,
    Sex,
    SharingScope,
    Verdict,
    sharing,
)
from shebao.law import Law, parameters, shipped
from shebao.law.sharing_values import AccountUses, WalletLimits
from shebao.terms import InsuranceKind

if TYPE_CHECKING:
    from collections.abc import Callable

ON = date(2026, 1, 29)
NOON = datetime(2026, 1, 29, 12)  # noqa: DTZ001 - by the clock of Beijing
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SAME_AREA, SAME_PROVINCE, ACROSS = SharingScope

ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
TOM = Person(birth=date(1994, 7, 1), sex=Sex.MALE)
MAY = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
OLD = Person(birth=date(1940, 1, 1), sex=Sex.MALE)
MOTHER = FamilyTie(ANN, MAY, Kinship.PARENT)

POOLING: Final = parameters.POOLING_LEVEL[InsuranceKind.MEDICAL]
LIMITS: Final[dict[str, object]] = {
    "transfers_a_day": 3,
    "yuan_each": "2000",
    "closed_from_hour": 22,
    "closed_until_hour": 6,
    "returned_at_hour": 6,
}


def member(person: Person, area: str | None = None, **facts: Any) -> MedicalMember:  # noqa: ANN401
    """An employee with an account in good standing unless facts say otherwise."""
    facts = {
        "scheme": Scheme.EMPLOYEE,
        "is_insured": True,
        "has_account": True,
        "is_in_good_standing": True,
        **facts,
    }
    return MedicalMember(person=person, area=area, **facts)


def shared(
    owner: str | None,
    relative: str | None,
    tie: FamilyTie = MOTHER,
    on: date = ON,
    law: Law | None = None,
) -> Decision[sharing.Sharing]:
    """Whether Ann shares with a relative, each insured in an area."""
    return sharing.eligibility(
        member(ANN, owner), member(tie.relative, relative), tie, on=on, law=law
    )


def bound(
    owner: str | None = "130100",
    relative: str | None = "130200",
    **facts: Any,  # noqa: ANN401
) -> Decision[Binding]:
    """The binding of Ann's mother online, by the will of both unless facts say otherwise."""
    facts = {
        "on": ON,
        "channel": BindingChannel.ONLINE,
        "owner_agrees": True,
        "relative_agrees": True,
        **facts,
    }
    return sharing.bind(member(ANN, owner), member(MAY, relative), MOTHER, **facts)


def reason_of(decision: Decision[Any], reason: Reason) -> Any:  # noqa: ANN401
    """The condition of a reason."""
    return {each.reason: each for each in decision.conditions}[reason]


def refused(call: Callable[[], object], error: type[FaultyInputError], field: str) -> None:
    """A call is refused by a field, and no name is shown."""
    with pytest.raises(error) as caught:
        call()

    assert field == caught.value.field
    assert "王五" not in f"{caught.value!s} {caught.value!r}"


# --- How far apart -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owner", "relative", "expected"),
    [
        ("130102", "130181", None),
        ("130181", "130181", SAME_AREA),
        ("130202", "130181", SAME_PROVINCE),
    ],
)
def test_the_distance_is_the_same_from_both_ends(
    owner: str, relative: str, expected: SharingScope | None
) -> None:
    """Beside a county of which nobody knows where it pools, owner and relative may change places."""
    for pair in ((owner, relative), (relative, owner)):
        found = shared(*pair).value
        assert found is not None
        assert expected is found.scope


@pytest.mark.parametrize(
    ("owner", "relative", "areas"),
    [
        ("370102", "370103", ["370102", "370103"]),
        ("130181", "130102", ["130181"]),
        ("130102", "130181", ["130181"]),
    ],
)
def test_a_level_of_pooling_that_would_decide_is_named(
    owner: str, relative: str, areas: list[str]
) -> None:
    """Where one pooling area shares and two do not, what is missing is which area pools where."""
    reach = {"same_pooling_area": "yes", "same_province": "no"}
    decision = shared(owner, relative, law=shipped().replacing(parameters.SHARING_REACH, reach))

    assert UNDETERMINED is decision.outcome
    assert [Missing(POOLING.name, area) for area in areas] == list(decision.missing)


def test_the_code_of_a_province_is_asked_for_before_its_pooling() -> None:
    """Which city of Shandong is the first question, at which level it pools the second."""
    reach = {"same_pooling_area": "yes", "same_province": "no"}
    decision = shared("370000", "370103", law=shipped().replacing(parameters.SHARING_REACH, reach))

    assert (Missing("owner_area"),) == decision.missing


# --- A family and its members ------------------------------------------------------------------


@pytest.mark.parametrize("owner", ["王五", None, ANN])
def test_an_owner_is_a_member_whatever_the_family(owner: Any) -> None:  # noqa: ANN401
    """With whom nobody shares is asked of a member too, not of a name or a person."""
    refused(lambda: sharing.with_family(owner, Family(), on=ON), PersonError, "owner")


@pytest.mark.parametrize(
    ("facts", "error", "field"),
    [
        ({"on": "x"}, MonthError, "on"),
        ({"on": None}, MonthError, "on"),
        ({"law": 3}, RuleError, "law"),
        ({"members": ["王五"]}, PeriodError, "members"),
        ({"members": 5}, PeriodError, "members"),
        ({"members": member(ANN)}, PeriodError, "members"),
    ],
)
def test_a_family_without_ties_is_asked_about_with_facts(
    facts: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """Day, law and members are checked where there is nobody to share with."""
    given = {"on": ON, **facts}
    members = given.pop("members", ())
    refused(lambda: sharing.with_family(member(ANN), Family(), members, **given), error, field)


def test_a_number_is_no_list_and_nothing_no_circumstances() -> None:
    """Bindings and circumstances are given as collections."""
    wrong: Any = None
    refused(lambda: sharing.active(wrong, on=ON), PeriodError, "bindings")
    refused(lambda: sharing.channels(on=ON, circumstances=wrong), RuleError, "circumstances")


@pytest.mark.parametrize("field", ["owner", "relative"])
@pytest.mark.parametrize("wrong", ["王五", MOTHER, member(ANN)])
def test_bindings_are_those_of_people(field: str, wrong: object) -> None:
    """A name, a tie and a member own nothing; that is said also where there are no bindings."""
    asked: Any = {field: wrong}
    refused(lambda: sharing.active([], on=ON, **asked), PersonError, field)


# --- Wrong input where the law is open ---------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"given": "x"}, "given"),
        ({"given": Need.NAME}, "given"),
        ({"channel": BindingChannel.HOSPITAL_OFFICE, "circumstances": "x"}, "circumstances"),
    ],
)
def test_a_binding_is_asked_about_with_facts_where_its_law_is_open(
    facts: dict[str, Any], field: str
) -> None:
    """Papers and circumstances are terms, also where nobody knows what a channel asks for."""
    refused(lambda: bound(**facts), RuleError, field)


@pytest.mark.parametrize("field", ["owner_wallet", "relative_wallet"])
def test_wallets_are_facts_after_the_limits_have_ended(field: str) -> None:
    """From 2026-06-05 no limits are known; that a wallet is there or not is said all the same."""
    at = NOON.replace(month=7)
    facts: Any = {field: "x"}
    refused(lambda: sharing.transfer(1, at=at, **facts), RuleError, field)


def test_papers_at_a_counter_are_shown_or_not() -> None:
    """With one's own card no papers of two are asked for, and a word is no truth value."""
    papers: Any = "x"
    refused(
        lambda: sharing.card_use(ANN, ANN, on=ON, has_documents=papers), RuleError, "has_documents"
    )


@pytest.mark.parametrize("field", ["patient", "holder", "presenter"])
def test_who_is_no_person_at_a_counter_is_named_by_the_role(field: str) -> None:
    """Patient, holder and presenter are told apart."""
    people: dict[str, Any] = {"patient": ANN, "holder": ANN, field: "王五"}
    refused(lambda: sharing.card_use(**people, on=ON), PersonError, field)


# --- Laws that contradict themselves -----------------------------------------------------------


@pytest.mark.parametrize(
    "faults",
    [
        {"returned_at_hour": 24},
        {"returned_at_hour": 25},
        {"closed_from_hour": 99},
        {"closed_until_hour": 24},
        {"returned_at_hour": True},
        {"closed_until_hour": 22},
        {"closed_from_hour": 6},
        {"closed_from_hour": 1, "closed_until_hour": 5},
    ],
)
def test_closed_hours_are_hours_and_run_over_midnight(faults: dict[str, object]) -> None:
    """A day has the hours 0 to 23; wallets rest by night and not within a day, nor all of it."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameters.WALLET_LIMITS, {**LIMITS, **faults})

    assert "value" == caught.value.field


@pytest.mark.parametrize("hours", [(23, 0), (1, 0), (23, 22)])
def test_closed_hours_at_the_ends_of_a_day(hours: tuple[int, int]) -> None:
    """From 23:00 to midnight, from 1:00 to midnight, and all but one hour."""
    first, last = hours
    value = {**LIMITS, "closed_from_hour": first, "closed_until_hour": last}
    law = shipped().replacing(parameters.WALLET_LIMITS, value)
    found = [
        hour
        for hour in range(24)
        if sharing.transfer(
            1, at=NOON.replace(hour=hour), owner_wallet=True, relative_wallet=True, law=law
        ).eligible
    ]

    assert list(range(last, first)) == found
    assert first == law.get(parameters.WALLET_LIMITS, on=ON).value.closed_from_hour


def test_limits_may_be_ready_made() -> None:
    """What the library holds may be given back to it, and is looked at like what a file writes."""
    limits = shipped().get(parameters.WALLET_LIMITS, on=ON).value

    assert WalletLimits(3, limits.yuan_each, 22, 6, 6) == limits
    law = shipped().replacing(parameters.WALLET_LIMITS, limits)
    assert limits == law.get(parameters.WALLET_LIMITS, on=ON).value


@pytest.mark.parametrize(
    "value",
    [
        {"pays": ["sport"], "never": ["sport"]},
        {"pays": ["sport"], "open": ["sport"]},
        {"pays": [], "open": ["sport"], "never": ["sport"]},
    ],
)
def test_a_use_is_paid_open_or_never_paid(value: dict[str, object]) -> None:
    """No use stands in two lists of one law."""
    with pytest.raises(LawFileError, match="each use once, in pays, open or never"):
        shipped().replacing(parameters.SHARING_USES, value)


def test_each_use_in_a_list_of_its_own() -> None:
    """What is paid, what is tried and what is never paid stand beside each other."""
    value = {"pays": ["treatment"], "open": ["medicine"], "never": ["sport"]}
    law = shipped().replacing(parameters.SHARING_USES, value)
    found = law.get(parameters.SHARING_USES, on=ON).value

    assert AccountUses(found.pays, found.open, found.never) == found
    assert ["treatment", "medicine", "sport"] == [
        each.value for each in (*found.pays, *found.open, *found.never)
    ]


def test_an_area_is_listed_once() -> None:
    """One code under two names is a mistake of the list, two codes of one name are not."""
    areas = [{"code": "110100", "name": "a"}, {"code": "110100", "name": "b"}]
    with pytest.raises(LawFileError, match="a list of areas, each code once"):
        shipped().replacing(parameters.SHARING_AREAS, areas)

    other = [{"code": "110100", "name": "a"}, {"code": "110200", "name": "a"}]
    law = shipped().replacing(parameters.SHARING_AREAS, other)
    assert ["110100", "110200"] == [
        each.code for each in law.get(parameters.SHARING_AREAS, on=ON).value
    ]


# --- Bindings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("agrees", "actual"), [(True, True), (False, False), (None, None)])
def test_a_no_that_is_not_asked_for_stays_a_no(agrees: bool | None, actual: bool | None) -> None:
    """Where the owner alone decides, what the relative said is shown as it was said."""
    rule = {"needs_both": False, "is_plural": True}
    law = shipped().replacing(parameters.SHARING_BINDING, rule)
    condition = reason_of(bound(relative_agrees=agrees, law=law), Reason.BINDING_RELATIVE_AGREES)

    assert (MET, actual, ()) == (condition.verdict, condition.actual, condition.needs)


@pytest.mark.parametrize("cause", [BindingEnd.OWNER_INSURANCE_CHANGED, BindingEnd.BY_OWNER])
def test_what_does_not_end_has_no_last_day(cause: BindingEnd) -> None:
    """Where moving ends nothing there is no ended binding; who asks for it ends it everywhere."""
    rule = {"ends_with_change": False}
    law = shipped().replacing(parameters.SHARING_BINDING_ACROSS, rule)
    made = Binding(tie=MOTHER, from_day=date(2026, 1, 10), scope=ACROSS)
    decision = sharing.end(made, cause, on=ON, law=law)
    value = decision.value

    if cause is BindingEnd.BY_OWNER:
        assert (ELIGIBLE, False) == (decision.outcome, value is None or value.is_automatic)
        assert value is not None
        assert ON == value.binding.to_day
    else:
        assert (INELIGIBLE, None) == (decision.outcome, value)
    assert made.to_day is None


@pytest.mark.parametrize(
    ("scope", "area", "missing"),
    [
        (None, "130100", Missing("scope")),
        (SAME_PROVINCE, "130100", Missing("sharing.binding", "130100")),
        (SAME_AREA, None, Missing("sharing.binding", "100000")),
    ],
)
def test_what_would_tell_of_an_end_is_named(
    scope: SharingScope | None, area: str | None, missing: Missing
) -> None:
    """Of a binding whose distance nobody knows that is missing, of others the place's rule."""
    made = Binding(tie=MOTHER, from_day=date(2026, 1, 10), scope=scope)
    decision = sharing.end(made, BindingEnd.BY_OWNER, on=ON, area=area)

    assert (UNDETERMINED, None, (missing,)) == (decision.outcome, decision.value, decision.missing)


# --- Members -----------------------------------------------------------------------------------


def medical(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Medical months, of an employee unless facts say otherwise."""
    return ContributionPeriod(MEDICAL, MonthSpan(first, last), **facts)


@pytest.mark.parametrize("is_first", [True, False])
def test_who_is_both_is_an_employee(is_first: bool) -> None:
    """Insured as a resident for the year and as an employee in its last months: an employee."""
    resident = medical("2025-01", "2025-09", scheme=Scheme.RESIDENT, area="130100")
    employee = medical("2025-06", "2025-09", area="130200")
    periods = [resident, employee] if is_first else [employee, resident]
    found = sharing.as_member(ANN, ContributionHistory(periods), on=date(2025, 9, 15))

    assert (Scheme.EMPLOYEE, True, "130200") == (found.scheme, found.is_insured, found.area)


def test_a_resident_s_year_that_runs_on_does_not_hide_an_employee() -> None:
    """On a day in September the year of residents is paid to December, the employee's is the month."""
    record = ContributionHistory(
        [
            medical("2025-01", "2025-12", scheme=Scheme.RESIDENT, area="130100"),
            medical("2025-06", "2025-09", area="130200"),
        ]
    )
    found = sharing.as_member(ANN, record, on=date(2025, 9, 15))

    assert (Scheme.EMPLOYEE, "130200") == (found.scheme, found.area)


def test_the_last_month_speaks_not_the_last_beginning() -> None:
    """An employee since 2020 who was a resident for one year in between is an employee."""
    record = ContributionHistory(
        [
            medical("2020-01", "2026-01", area="130200"),
            medical("2023-01", "2023-12", scheme=Scheme.RESIDENT, area="130100"),
        ]
    )
    found = sharing.as_member(ANN, record, on=ON)

    assert (Scheme.EMPLOYEE, True, "130200") == (found.scheme, found.is_insured, found.area)


def test_a_resident_s_year_bought_back_covers_its_months() -> None:
    """A year that was paid late insures as well as one paid in time."""
    facts: dict[str, Any] = {
        "scheme": Scheme.RESIDENT,
        "status": PaymentStatus.BACK_PAID,
        "settled_on": date(2026, 1, 20),
    }
    record = ContributionHistory([medical("2026-01", "2026-12", **facts)])

    assert sharing.as_member(ANN, record, on=ON).is_insured is True


@pytest.mark.parametrize(
    ("is_insured", "standing", "expected"),
    [
        (False, True, INELIGIBLE),
        (False, None, INELIGIBLE),
        (None, True, ELIGIBLE),
        (None, None, UNDETERMINED),
        (True, False, INELIGIBLE),
    ],
)
def test_an_owner_whose_insurance_ended_shares_nothing(
    is_insured: bool | None, standing: bool | None, expected: Outcome
) -> None:
    """The account of who is not insured is not in good standing, whatever is said of it."""
    owner = member(ANN, "130100", is_insured=is_insured, is_in_good_standing=standing)
    decision = sharing.eligibility(owner, member(MAY, "130100"), MOTHER, on=ON)
    condition = reason_of(decision, Reason.SHARING_OWNER_STANDING)

    assert expected is decision.outcome
    assert ((Missing("owner_standing"),) if expected is UNDETERMINED else ()) == condition.needs


@pytest.mark.parametrize("other", [None, "王五", MAY, MOTHER])
def test_a_member_is_completed_from_a_member(other: Any) -> None:  # noqa: ANN401
    """A name, a person and a tie say nothing of insurance."""
    refused(lambda: member(ANN).over(other), PersonError, "other")


# --- Circles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("circle", "kinship", "expected"),
    [
        ("grandparent", Kinship.PATERNAL_GRANDPARENT, ELIGIBLE),
        ("grandparent", Kinship.MATERNAL_GRANDPARENT, ELIGIBLE),
        ("grandparent", Kinship.GRANDPARENT, ELIGIBLE),
        ("paternal_grandparent", Kinship.PATERNAL_GRANDPARENT, ELIGIBLE),
        ("paternal_grandparent", Kinship.MATERNAL_GRANDPARENT, INELIGIBLE),
        ("paternal_grandparent", Kinship.GRANDPARENT, UNDETERMINED),
        ("paternal_grandparent", Kinship.GREAT_GRANDPARENT, INELIGIBLE),
    ],
)
def test_a_circle_and_the_sides_of_a_family(
    circle: str, kinship: Kinship, expected: Outcome
) -> None:
    """Grandparents are those of both sides; where one side is in it, an unsaid side is missing."""
    law = shipped().replacing(parameters.SHARING_CIRCLE, {"kinships": [circle]})
    decision = shared("130100", "130100", FamilyTie(ANN, OLD, kinship), law=law)

    assert expected is decision.outcome
    assert ((Missing("kinship"),) if expected is UNDETERMINED else ()) == decision.missing


def test_a_circle_and_near_relatives_make_one_list() -> None:
    """A step-mother of unsaid upbringing stands in a circle of parents, whatever else is near."""
    circle = {"kinships": ["parent"], "near_relatives": "yes"}
    law = (
        shipped()
        .replacing(parameters.SHARING_CIRCLE, circle)
        .replacing(parameters.NEAR_RELATIVES, ["spouse"])
    )
    found = [
        shared("130100", "130100", FamilyTie(ANN, MAY, Kinship.STEP_PARENT, raised), law=law)
        for raised in (True, None, False)
    ]

    assert [ELIGIBLE, UNDETERMINED, INELIGIBLE] == [each.outcome for each in found]
    assert (Missing("raised"),) == found[1].missing


# --- Whose place -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.SHARING_REACH, {"same_pooling_area": "no", "same_province": "no"}),
        (parameters.SHARING_MEMBERS, {"owner": "any", "relative": "insured"}),
        (parameters.SHARING_CIRCLE, {"kinships": ["spouse"]}),
    ],
)
def test_the_law_of_sharing_is_that_of_the_owner_s_place(parameter: Any, value: object) -> None:  # noqa: ANN401
    """Reach, members and circle of a place hold for accounts of that place, not for its relatives."""
    law = shipped().replacing(parameter, value, area="130200")
    resident: Any = {"scheme": Scheme.RESIDENT}
    is_wider = parameter is parameters.SHARING_MEMBERS
    found = [
        sharing.eligibility(
            member(ANN, owner, **(resident if is_wider else {})),
            member(MAY, relative),
            MOTHER,
            on=ON,
            law=law,
        ).outcome
        for owner, relative in (("130200", "130100"), ("130100", "130200"))
    ]

    assert ([ELIGIBLE, INELIGIBLE] if is_wider else [INELIGIBLE, ELIGIBLE]) == found


def test_limits_of_the_owner_s_place() -> None:
    """Where a place sets limits of its own, they are those of its owners."""
    law = shipped().replacing(
        parameters.WALLET_LIMITS, {**LIMITS, "transfers_a_day": 1}, area="130000"
    )
    found = [shared(*pair, law=law).value for pair in (("130100", "320500"), ("320500", "130100"))]

    assert [1, 3] == [
        each.limits.value.transfers_a_day for each in found if each is not None and each.limits
    ]


@pytest.mark.parametrize("pair", [("130100", "100000"), ("100000", "130100")])
def test_the_code_of_the_nation_is_no_place(pair: tuple[str, str]) -> None:
    """Of somebody insured somewhere in China the distance is open, from both ends."""
    reach = {"same_pooling_area": "yes", "same_province": "no"}
    decision = shared(*pair, law=shipped().replacing(parameters.SHARING_REACH, reach))
    fact = "owner_area" if pair[0] == "100000" else "relative_area"

    assert (UNDETERMINED, (Missing(fact),)) == (decision.outcome, decision.missing)
    assert decision.value is not None
    assert decision.value.scope is None


@pytest.mark.parametrize("reach", ["official", "unverified"])
@pytest.mark.parametrize("across", ["official", "unverified"])
def test_an_open_distance_is_as_sure_as_the_weaker_law(reach: str, across: str) -> None:
    """Where every distance is allowed the answer rests on both laws, and is graded by the weaker."""
    law = (
        shipped()
        .replacing(
            parameters.SHARING_REACH,
            {"same_pooling_area": "yes", "same_province": "yes"},
            evidence=reach,
        )
        .replacing(parameters.SHARING_ACROSS, {"others": "yes"}, evidence=across)
    )
    condition = reason_of(shared("130100", None, law=law), Reason.SHARING_SCOPE)

    assert MET is condition.verdict
    expected = "official" if (reach, across) == ("official", "official") else "unverified"
    assert expected == condition.evidence.value


def test_of_an_open_distance_both_rules_of_binding_are_missing() -> None:
    """Where nobody knows how far apart they are, the rule inside a province and that across count."""
    decision = bound(None, "130100", relative_agrees=False)
    condition = reason_of(decision, Reason.BINDING_RELATIVE_AGREES)

    assert UNKNOWN is condition.verdict
    assert (
        Missing("sharing.binding", "100000"),
        Missing("sharing.binding_across", "100000"),
    ) == condition.needs


def test_inside_a_province_one_rule_is_enough() -> None:
    """Two counties of one city pool together or apart: the place's rule of binding holds for both."""
    rule = {"needs_both": False, "is_plural": True}
    law = shipped().replacing(parameters.SHARING_BINDING, rule, area="370100")
    decision = bound("370102", "370103", relative_agrees=False, law=law)

    assert MET is reason_of(decision, Reason.BINDING_RELATIVE_AGREES).verdict
