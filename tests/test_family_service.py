"""The family service of the electronic card by example: room, photo of the card, photo or face."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

import pytest

from shebao import (
    Evidence,
    Missing,
    MonthError,
    Outcome,
    Person,
    PersonError,
    Question,
    Reason,
    RuleError,
    Sex,
    Verdict,
    YearMonth,
    family_service,
)
from shebao.decisions import Decision
from shebao.law import parameters, shipped
from shebao.rules.family_service import FamilyService
from shebao.terms import CardService, Need

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
CHILD = Person(birth=date(2017, 8, 14), sex=Sex.FEMALE)
ELDER = Person(birth=date(1951, 8, 14), sex=Sex.MALE)
NEEDS = (Need.NAME, Need.IDENTITY_NUMBER, Need.RELATION, Need.SOCIAL_SECURITY_CARD)


def born(birth: date | YearMonth) -> Person:
    """Somebody born then."""
    return Person(birth=birth, sex=Sex.FEMALE)


def adding(
    relative: Person,
    on: date = ON,
    /,
    **facts: Any,  # noqa: ANN401
) -> Decision[FamilyService]:
    """With all that can be asked for at hand, unless facts say otherwise."""
    given = {"has_card_photo": True, "has_face_photo": True, "face_recognised": True, **facts}
    return family_service.may_add(relative, on=on, **given)


def value_of(decision: Decision[FamilyService]) -> FamilyService:
    """The value, which is always there."""
    assert decision.value is not None
    return decision.value


@pytest.mark.parametrize(
    ("added", "expected", "left"),
    [(0, ELIGIBLE, 8), (7, ELIGIBLE, 1), (8, INELIGIBLE, 0), (9, INELIGIBLE, 0)],
)
def test_eight_relatives_and_no_ninth(added: int, expected: Outcome, left: int) -> None:
    """每人可为8个家属代为申领: the eighth is added, the ninth is not."""
    decision = adding(ELDER, added=added)
    room = decision.conditions[0]

    assert (expected, left) == (decision.outcome, value_of(decision).left)
    assert (Reason.FAMILY_SERVICE_ROOM, 8, added) == (room.reason, room.required, room.actual)
    assert Evidence.SECONDARY is room.evidence
    assert Question.FAMILY_SERVICE is decision.question


@pytest.mark.parametrize(("added", "expected"), [(9, ELIGIBLE), (10, INELIGIBLE)])
def test_the_limit_may_be_ten(added: int, expected: Outcome) -> None:
    """Another page gives ten places; who knows that it holds says so."""
    law = shipped().replacing(parameters.FAMILY_SERVICE_LIMIT, 10, area="310000")

    assert expected is adding(ELDER, added=added, area="310115", law=law).outcome
    assert INELIGIBLE is adding(ELDER, added=added, area="320000", law=law).outcome


@pytest.mark.parametrize(
    ("birth", "last_day_of_photo", "first_day_of_face"),
    [
        (date(2010, 3, 8), date(2026, 3, 7), date(2026, 3, 8)),
        (date(2010, 1, 1), date(2025, 12, 31), date(2026, 1, 1)),
        (date(2012, 2, 29), date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_a_photo_up_to_the_sixteenth_birthday(
    birth: date, last_day_of_photo: date, first_day_of_face: date
) -> None:
    """小于16岁需同时上传人脸正面照: from the birthday on it is face recognition."""
    asked = [
        (adding(born(birth), on, **facts).outcome, value_of(adding(born(birth), on)).needs)
        for on in (last_day_of_photo, first_day_of_face)
        for facts in ({"face_recognised": False}, {"has_face_photo": False})
    ]

    assert [
        (ELIGIBLE, (*NEEDS, Need.PHOTO)),
        (INELIGIBLE, (*NEEDS, Need.PHOTO)),
        (INELIGIBLE, (*NEEDS, Need.FACE)),
        (ELIGIBLE, (*NEEDS, Need.FACE)),
    ] == asked


@pytest.mark.parametrize(("on", "need"), [(28, Need.FACE), (27, Need.PHOTO)])
def test_a_birthday_of_the_leap_day_in_a_common_year(on: int, need: Need) -> None:
    """Under an age of 15 who was born on 2012-02-29 is 15 on 2027-02-28 (民法典 第二百零二条)."""
    law = shipped().replacing(parameters.FAMILY_SERVICE_PHOTO_AGE, 15)
    needs = value_of(adding(born(date(2012, 2, 29)), date(2027, 2, on), law=law)).needs

    assert (*NEEDS, need) == needs


@pytest.mark.parametrize("relative", [CHILD, ELDER])
def test_the_reason_tells_photo_from_face(relative: Person) -> None:
    """Each is asked for one of them, and the other is not spoken of."""
    reason = Reason.FAMILY_SERVICE_PHOTO if relative is CHILD else Reason.FAMILY_SERVICE_FACE

    assert [
        (Reason.FAMILY_SERVICE_ROOM, MET),
        (Reason.FAMILY_SERVICE_CARD, MET),
        (reason, MET),
    ] == [(each.reason, each.verdict) for each in adding(relative).conditions]


class TestMonthOfBirth:
    """Born in 2010-03, the day is not known: only within 2026-03 may it be photo or face."""

    CHILD = born(YearMonth(2010, 3))

    @pytest.mark.parametrize(
        ("on", "needs"),
        [
            (date(2026, 2, 28), (*NEEDS, Need.PHOTO)),
            (date(2026, 3, 1), None),
            (date(2026, 3, 30), None),
            (date(2026, 3, 31), (*NEEDS, Need.FACE)),
        ],
    )
    def test_the_needs_are_open_within_the_month(
        self, on: date, needs: tuple[Need, ...] | None
    ) -> None:
        """Before the month it is certainly a photo, on its last day certainly the face."""
        assert needs == value_of(adding(self.CHILD, on)).needs

    @pytest.mark.parametrize(
        ("photo", "face", "expected"),
        [
            (True, True, ELIGIBLE),
            (False, False, INELIGIBLE),
            (True, False, UNDETERMINED),
            (False, True, UNDETERMINED),
        ],
    )
    def test_photo_and_face_decide_where_they_agree(
        self, photo: bool, face: bool, expected: Outcome
    ) -> None:
        """With both the relative is added, with neither not; between them the birthday decides."""
        decision = adding(self.CHILD, date(2026, 3, 8), has_face_photo=photo, face_recognised=face)

        assert expected is decision.outcome
        assert ((Missing("birth"),) if expected is UNDETERMINED else ()) == decision.missing

    @pytest.mark.parametrize("photo", [True, False, None])
    @pytest.mark.parametrize("face", [True, False, None])
    def test_the_answer_is_that_of_every_day_of_the_month(
        self, photo: bool | None, face: bool | None
    ) -> None:
        """It is certain exactly where it is the same for each possible day of birth."""
        facts = {"has_face_photo": photo, "face_recognised": face}
        on = date(2026, 3, 8)
        each_day = {adding(born(date(2010, 3, day)), on, **facts).outcome for day in range(1, 32)}
        expected = each_day.pop() if len(each_day) == 1 else UNDETERMINED

        assert expected is adding(self.CHILD, on, **facts).outcome

    def test_what_would_decide_is_named(self) -> None:
        """With neither photo nor face known, both are missing, and the day that asks for one of them."""
        decision = adding(self.CHILD, date(2026, 3, 8), has_face_photo=None, face_recognised=None)
        names = ("birth", "has_face_photo", "face_recognised")

        assert tuple(Missing(name) for name in names) == decision.missing


@pytest.mark.parametrize(
    ("relative", "fact"),
    [
        (ELDER, "has_card_photo"),
        (ELDER, "face_recognised"),
        (CHILD, "has_card_photo"),
        (CHILD, "has_face_photo"),
    ],
)
def test_what_is_not_said_is_missing(relative: Person, fact: str) -> None:
    """Without the photo of the card, or that of the face, the answer is open and names it."""
    decision = adding(relative, **{fact: None})

    assert (UNDETERMINED, (Missing(fact),)) == (decision.outcome, decision.missing)
    assert INELIGIBLE is adding(relative, **{fact: False}).outcome


@pytest.mark.parametrize(
    ("relative", "fact"), [(ELDER, "has_face_photo"), (CHILD, "face_recognised")]
)
def test_what_is_not_asked_for_changes_nothing(relative: Person, fact: str) -> None:
    """A photo of a grown-up and the face of a child are not asked for."""
    assert ELIGIBLE is adding(relative, **{fact: None}).outcome
    assert ELIGIBLE is adding(relative, **{fact: False}).outcome


def test_nothing_said_at_all() -> None:
    """All facts that are not given are named together."""
    decision = family_service.may_add(CHILD, on=ON)

    assert UNDETERMINED is decision.outcome
    assert (Missing("has_card_photo"), Missing("has_face_photo")) == decision.missing


def test_what_can_be_done_then() -> None:
    """Record, certification, transfer and balance, as articles list them."""
    services = value_of(adding(ELDER)).services

    assert services is not None
    assert tuple(CardService) == services.value
    assert Evidence.UNVERIFIED is services.evidence


def test_the_weak_grade_is_shown() -> None:
    """No page of authority gives the age of 16: the answer is as weak as that."""
    for relative in (CHILD, ELDER):
        assert Evidence.UNVERIFIED is adding(relative).evidence


def test_of_better_texts_alone_the_age_is_open() -> None:
    """Without weak values neither photo nor face, nor the services, are known."""
    decision = adding(CHILD, area="310000", law=shipped().at_least("secondary"))

    assert UNDETERMINED is decision.outcome
    assert (Missing("family_service.photo_age", "310000"),) == decision.missing
    assert FamilyService(None, None, 8) == decision.value
    assert Evidence.SECONDARY is decision.evidence


@pytest.mark.parametrize(("on", "is_known"), [(date(2024, 11, 30), False), (ON, True)])
def test_before_the_account_of_the_county_nothing_is_known(on: date, is_known: bool) -> None:
    """The account is of 2024-12; for a day before it each parameter is named, with the nation."""
    decision = adding(ELDER, on)
    names = ("family_service.limit", "family_service.photo_age")

    assert (ELIGIBLE if is_known else UNDETERMINED) is decision.outcome
    assert (() if is_known else tuple(Missing(name, "100000") for name in names)) == (
        decision.missing
    )
    assert is_known or FamilyService(None, None, None) == decision.value


def test_a_full_service_is_full_whatever_else_is_open() -> None:
    """With eight added already, nothing is missing: the answer is no."""
    decision = family_service.may_add(CHILD, on=ON, added=8)

    assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)
    assert [NOT_MET, UNKNOWN, UNKNOWN] == [each.verdict for each in decision.conditions]


@pytest.mark.parametrize("added", [-1, True, "3", 1.0, None])
def test_a_number_of_relatives(added: object) -> None:
    """A negative number, a truth value and a text are no number of people."""
    with pytest.raises(
        RuleError, match=r"added: .* is no number of people; expected an int from 0"
    ):
        adding(ELDER, added=added)


@pytest.mark.parametrize("fact", ["has_card_photo", "has_face_photo", "face_recognised"])
def test_a_fact_is_a_truth_value(fact: str) -> None:
    """A word is none, for a child and a grown-up alike."""
    for relative in (CHILD, ELDER):
        with pytest.raises(RuleError, match=f"{fact}: 'yes' is no truth value"):
            adding(relative, **{fact: "yes"})


@pytest.mark.parametrize("fact", ["has_face_photo", "face_recognised"])
def test_a_fact_is_a_truth_value_whatever_law_is_known(fact: str) -> None:
    """What is impossible is refused under every law."""
    with pytest.raises(RuleError, match=f"{fact}: 'yes' is no truth value"):
        adding(CHILD, law=shipped().at_least("secondary"), **{fact: "yes"})


def test_the_photo_of_the_card_rests_on_what_lists_the_services() -> None:
    """The article that tells what the service does asks for the card; without it nothing is cited."""
    decision = adding(ELDER)
    services, card = value_of(decision).services, decision.conditions[1]
    bare = adding(ELDER, law=shipped().at_least("secondary")).conditions[1]

    assert services is not None
    assert (services.citation, services.evidence) == (card.citation, card.evidence)
    assert (None, None, MET) == (bare.citation, bare.evidence, bare.verdict)


@pytest.mark.parametrize(
    ("photo", "face", "missing"),
    [
        (None, None, ["birth", "has_face_photo", "face_recognised"]),
        (True, None, ["birth", "face_recognised"]),
        (None, True, ["birth", "has_face_photo"]),
        (False, None, ["birth", "face_recognised"]),
        (None, False, ["birth", "has_face_photo"]),
        (True, False, ["birth"]),
    ],
)
def test_in_the_month_of_a_birthday_all_that_would_decide_is_named(
    photo: bool | None, face: bool | None, missing: list[str]
) -> None:
    """With a photo alone the day of birth decides, or that the face is recognised as well."""
    facts = {"has_face_photo": photo, "face_recognised": face}
    decision = adding(TestMonthOfBirth.CHILD, date(2026, 3, 8), **facts)

    assert UNDETERMINED is decision.outcome
    assert [Missing(name) for name in missing] == list(decision.missing)


def test_a_caller_s_limit_is_not_cited_for_the_card() -> None:
    """Who supplies the number of relatives does not supply the rule on the photo of the card."""
    law = shipped().replacing(parameters.FAMILY_SERVICE_LIMIT, 10)
    card = adding(ELDER, law=law).conditions[1]

    assert card.citation is None or "caller" != card.citation.instrument.key


def test_what_else_is_refused() -> None:
    """Nobody, a text for a day, a moment, a name for an area, and no law."""
    for nobody in (None, "王", [ELDER]):
        with pytest.raises(PersonError, match="person: '\\*\\*\\*' is of type"):
            adding(cast("Any", nobody))
    for day in ("2026-01-29", datetime(2026, 1, 29), None):  # noqa: DTZ001
        with pytest.raises(MonthError, match=r"^on: "):
            adding(ELDER, cast("Any", day))
    with pytest.raises(RuleError, match="area: '上海' is not an area code"):
        adding(ELDER, area="上海")
    with pytest.raises(RuleError, match=r"law: .* is of type str"):
        adding(ELDER, law="shipped")
