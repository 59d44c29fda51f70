"""How far an account is shared by example: pooling areas, provinces, the 31 areas of 2024-12."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from shebao import (
    MEDICAL,
    Decision,
    FamilyTie,
    Kinship,
    MedicalMember,
    Missing,
    Outcome,
    Person,
    Reason,
    Scheme,
    Sex,
    SharingScope,
    Verdict,
    sharing,
)
from shebao.law import Law, parameters, shipped

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SAME_AREA, SAME_PROVINCE, ACROSS = SharingScope

ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
MAY = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
TIE = FamilyTie(ANN, MAY, Kinship.PARENT)

FIRST = date(2024, 12, 2)
BETWEEN = date(2025, 6, 1)
NATIONWIDE = date(2026, 1, 9)
ON = date(2026, 1, 29)

#: The areas as the article prints them; three codes are not of GB/T 2260.
LISTED: Final = {
    "gbt2260": [
        *("622900", "420600", "421100", "421200", "421300", "422800", "429005", "410100"),
        *("411500", "130100", "130200", "130300", "130400", "130500", "130600", "130700"),
        *("130800", "130900", "131000", "131100", "130181", "130682", "340400", "320500"),
        *("510100", "511600", "500235", "371400"),
    ],
    "medical": ["139900", "519900"],
    "library": ["133100"],
}
POOLING: Final = parameters.POOLING_LEVEL[MEDICAL]


def between(
    owner: str | None, relative: str | None, on: date, law: Law | None = None
) -> Decision[sharing.Sharing]:
    """The decision between two areas where all other facts are given."""
    return sharing.eligibility(
        MedicalMember(
            person=ANN,
            area=owner,
            scheme=Scheme.EMPLOYEE,
            is_insured=True,
            has_account=True,
            is_in_good_standing=True,
        ),
        MedicalMember(person=MAY, area=relative, is_insured=True),
        TIE,
        on=on,
        law=law,
    )


def scope_of(
    owner: str | None, relative: str | None, on: date = ON, law: Law | None = None
) -> SharingScope | None:
    """How far apart two areas are."""
    found = between(owner, relative, on, law).value
    assert found is not None
    return found.scope


def test_the_first_areas() -> None:
    """31 areas of 9 provinces: 28 codes of GB/T 2260, two of the medical system, one of our own."""
    rule = shipped().get(parameters.SHARING_AREAS, on=FIRST)
    found = {
        system: sorted(each.code for each in rule.value if each.system == system)
        for system in LISTED
    }

    assert {system: sorted(codes) for system, codes in LISTED.items()} == found
    assert [28, 2, 1] == [len(codes) for codes in found.values()]
    assert 31 == len({each.code for each in rule.value}) == len({each.name for each in rule.value})
    assert 9 == len({each.code[:2] for each in rule.value})
    assert not [each.code for each in rule.value if each.code.endswith("0000")]
    across = shipped().get(parameters.SHARING_ACROSS, on=FIRST)
    assert ("no", 31) == (across.value.others, across.value.number)


def test_the_list_begins_with_the_wallet() -> None:
    """No area shared across provinces before 2024-12-02."""
    assert shipped().find(parameters.SHARING_AREAS, on=date(2024, 12, 1)) is None
    assert shipped().find(parameters.SHARING_AREAS, on=FIRST) is not None


@pytest.mark.parametrize(
    ("on", "others", "number"),
    [
        (date(2021, 4, 22), "no", 0),
        (date(2024, 12, 1), "no", 0),
        (date(2024, 12, 2), "no", 31),
        (date(2024, 12, 30), "no", 31),
        (date(2024, 12, 31), "open", 41),
        (date(2025, 1, 31), "open", 41),
        (date(2025, 2, 1), "open", 81),
        (date(2025, 2, 6), "open", 81),
        (date(2025, 2, 7), "open", 117),
        (date(2025, 3, 13), "open", 117),
        (date(2025, 3, 14), "open", 146),
        (date(2025, 5, 7), "open", 146),
        (date(2025, 5, 8), "open", 227),
        (date(2025, 6, 29), "open", 227),
        (date(2025, 6, 30), "open", 337),
        (date(2026, 1, 8), "open", 337),
        (date(2026, 1, 9), "yes", None),
        (date(2026, 6, 5), "yes", None),
    ],
)
def test_how_many_areas_shared(on: date, others: str, number: int | None) -> None:
    """Between the first 31 and the whole country only the number of areas is known."""
    rule = shipped().get(parameters.SHARING_ACROSS, on=on)

    assert (others, number) == (rule.value.others, rule.value.number)


@pytest.mark.parametrize("code", [code for codes in LISTED.values() for code in codes])
def test_each_listed_area_shares_with_the_others(code: str) -> None:
    """From 2024-12-02 a listed area shares with one of another province, as owner and as relative."""
    other = "622900" if code != "622900" else "320500"

    for owner, relative in ((code, other), (other, code)):
        assert INELIGIBLE is between(owner, relative, date(2024, 12, 1)).outcome
        decision = between(owner, relative, FIRST)
        assert ELIGIBLE is decision.outcome
        condition = decision.conditions[-1]
        assert (Reason.SHARING_ACROSS, ACROSS) == (condition.reason, condition.actual)
        assert condition.citation is not None
        assert "sharing-areas-2026" == condition.citation.instrument.key


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("130102", ELIGIBLE),  # a district of Shijiazhuang
        ("130181", ELIGIBLE),  # Xinji
        ("320583", ELIGIBLE),  # Kunshan, of Suzhou
        ("422801", ELIGIBLE),  # of Enshi
        ("429005", ELIGIBLE),  # Qianjiang
        ("429004", INELIGIBLE),  # Xiantao, beside it
        ("500235", ELIGIBLE),  # Yunyang
        ("500101", INELIGIBLE),  # Wanzhou, beside it
        ("320100", INELIGIBLE),  # Nanjing
        ("110101", INELIGIBLE),  # Beijing
        ("110000", INELIGIBLE),  # a province without a listed area
        ("130000", UNDETERMINED),  # the code of a province holds listed areas beside others
        ("500000", UNDETERMINED),
        ("429000", UNDETERMINED),
        ("500200", UNDETERMINED),
        ("100000", UNDETERMINED),
        (None, UNDETERMINED),
    ],
)
def test_an_area_shares_as_the_list_says(area: str | None, expected: Outcome) -> None:
    """A county inside a listed prefecture shares; the code of a province does not say where."""
    for owner, relative, fact in (
        (area, "622900", "owner_area"),
        ("622900", area, "relative_area"),
    ):
        decision = between(owner, relative, FIRST)
        assert expected is decision.outcome
        missing = (Missing(fact),) if expected is UNDETERMINED else ()
        assert missing == decision.missing


def test_two_wide_codes_are_both_missing() -> None:
    """Each side that is not said closely enough is named, and no side that is."""
    decision = between("130000", "500000", FIRST)

    assert (Missing("owner_area"), Missing("relative_area")) == decision.missing


def test_a_wide_code_changes_nothing_where_the_other_side_does_not_share() -> None:
    """With an area of no listed province sharing ends, wherever the other side is."""
    for owner, relative in (("130000", "110101"), ("110101", "130000")):
        decision = between(owner, relative, FIRST)
        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)
        assert () == decision.conditions[-1].needs
    assert UNDETERMINED is between(None, "110101", FIRST).outcome


@pytest.mark.parametrize("on", [date(2024, 12, 31), BETWEEN, date(2026, 1, 8)])
def test_while_only_the_number_is_known_others_are_open(on: date) -> None:
    """An area beside the list may be among the 41 to 337: it is missing by its code."""
    decision = between("130100", "440300", on)
    neither = between("500101", "440300", on)
    wide = between("130100", "500000", on)

    assert (UNDETERMINED, (Missing("sharing.across", "440300"),)) == (
        decision.outcome,
        decision.missing,
    )
    assert (Missing("sharing.across", "500101"), Missing("sharing.across", "440300")) == (
        neither.missing
    )
    assert (Missing("relative_area"),) == wide.missing
    assert ELIGIBLE is between("130100", "622900", on).outcome


@pytest.mark.parametrize("on", [NATIONWIDE, ON, date(2026, 6, 5)])
def test_from_2026_on_the_whole_country_shares(on: date) -> None:
    """By the notice of 2026-01-09 every area shares with every other one, also one not known."""
    for owner, relative in (
        ("440300", "310000"),
        ("130000", "650100"),
        (None, "650100"),
        (None, None),
        ("100000", "100000"),
    ):
        assert ELIGIBLE is between(owner, relative, on).outcome


@pytest.mark.parametrize(
    ("owner", "relative", "on", "expected"),
    [
        ("130102", "130104", ON, SAME_AREA),
        ("130102", "130100", ON, SAME_AREA),
        ("130100", "130200", ON, SAME_PROVINCE),
        ("139900", "130100", ON, SAME_PROVINCE),
        ("130100", "320500", ON, ACROSS),
        ("130000", "320000", ON, ACROSS),
        ("130000", "130000", ON, None),
        ("130000", "130100", ON, None),
        (None, "130100", ON, None),
        ("130100", None, ON, None),
        ("100000", "130100", ON, None),
        # Before 2026-01-26 the level of pooling is not known: two counties of one prefecture may
        # pool together or each alone.
        ("130102", "130104", date(2026, 1, 25), None),
        ("130102", "130102", date(2026, 1, 25), SAME_AREA),
        ("130100", "130200", date(2026, 1, 25), SAME_PROVINCE),
        # Of Shandong no level is known.
        ("370102", "370103", ON, None),
        ("370102", "370203", ON, SAME_PROVINCE),
        # A municipality may be one pooling area or several.
        ("500101", "500235", ON, None),
        ("110101", "110101", ON, SAME_AREA),
        # Beijing, Tianjin and Shanghai pool as one, as known since 2026-01-26.
        ("110101", "110105", ON, SAME_AREA),
        ("310000", "310115", ON, SAME_AREA),
        ("110101", "110105", date(2026, 1, 25), None),
        # Whether Xinji pools alone is not known.
        ("130181", "130100", ON, None),
    ],
)
def test_how_far_apart(
    owner: str | None, relative: str | None, on: date, expected: SharingScope | None
) -> None:
    """One pooling area, one province, or two; open where code or level of pooling leave it so."""
    assert expected is scope_of(owner, relative, on)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("county", [SAME_PROVINCE, SAME_PROVINCE, None]),
        ("prefecture", [SAME_AREA, SAME_PROVINCE, None]),
        ("province", [SAME_AREA, SAME_AREA, SAME_AREA]),
    ],
)
def test_the_level_of_pooling_decides(level: str, expected: list[SharingScope | None]) -> None:
    """Pooled by province the whole province is one area, and its code names that."""
    law = shipped().replacing(POOLING, level, area="370000")
    pairs = [("370102", "370103"), ("370102", "370203"), ("370000", "370203")]

    assert expected == [scope_of(*pair, law=law) for pair in pairs]
    assert expected == [scope_of(relative, owner, law=law) for owner, relative in pairs]


def test_inside_a_province_from_the_day_of_the_report() -> None:
    """By the end of October 2024 every province shared across its pooling areas; before, places."""
    before = between("130102", "130200", date(2024, 10, 30))
    after = between("130102", "130200", date(2024, 10, 31))

    assert (UNDETERMINED, (Missing("sharing.reach", "130102"),)) == (before.outcome, before.missing)
    assert ELIGIBLE is after.outcome
    condition = after.conditions[-1]
    assert (Reason.SHARING_SAME_PROVINCE, SAME_PROVINCE) == (condition.reason, condition.actual)


@pytest.mark.parametrize(
    ("reach", "expected", "is_open"),
    [
        (("yes", "no"), [ELIGIBLE, INELIGIBLE, UNDETERMINED], False),
        (("yes", "open"), [ELIGIBLE, UNDETERMINED, UNDETERMINED], True),
        (("no", "no"), [INELIGIBLE, INELIGIBLE, INELIGIBLE], False),
        (("open", "yes"), [UNDETERMINED, ELIGIBLE, UNDETERMINED], True),
    ],
)
def test_a_place_has_its_own_reach(
    reach: tuple[str, str], expected: list[Outcome], is_open: bool
) -> None:
    """Early places shared in one pooling area alone; where the distance is open both have to hold."""
    value = dict(zip(("same_pooling_area", "same_province"), reach, strict=True))
    law = shipped().replacing(parameters.SHARING_REACH, value, area="130000")
    pairs = [("130102", "130104"), ("130100", "130200"), ("130000", "130100")]
    found = [between(*pair, ON, law) for pair in pairs]

    assert expected == [each.outcome for each in found]
    if found[2].outcome is UNDETERMINED:
        assert (Reason.SHARING_SCOPE, UNKNOWN) == (
            found[2].conditions[-1].reason,
            found[2].conditions[-1].verdict,
        )
        rule = [Missing("sharing.reach", "130000")] if is_open else []
        assert [Missing("owner_area"), *rule] == list(found[2].missing)


@pytest.mark.parametrize(
    ("owner", "relative"), [("130102", "130104"), ("370102", "370103"), ("500101", "500235")]
)
def test_two_counties_of_one_prefecture_before_the_report(owner: str, relative: str) -> None:
    """Whether they pool together or apart, sharing was the place's own: its reach is missing."""
    decision = between(owner, relative, date(2024, 10, 30))

    assert (UNDETERMINED, (Missing("sharing.reach", owner),)) == (
        decision.outcome,
        decision.missing,
    )


def test_an_unknown_area_may_be_a_listed_one() -> None:
    """Where nobody shares inside a province, an unknown area counts as far; the list has to be open."""
    law = shipped().replacing(
        parameters.SHARING_REACH, {"same_pooling_area": "no", "same_province": "no"}
    )
    found = {on: between(None, "320500", on, law) for on in (date(2024, 12, 1), FIRST, NATIONWIDE)}

    assert [INELIGIBLE, UNDETERMINED, UNDETERMINED] == [each.outcome for each in found.values()]
    assert (Missing("owner_area"),) == found[FIRST].missing == found[NATIONWIDE].missing


def test_the_law_that_is_cited() -> None:
    """Between listed areas the list is cited until the notice of 2026-01-09, then the notice."""
    keys = {}
    for on in (FIRST, BETWEEN, date(2026, 1, 8), NATIONWIDE, ON):
        for relative in ("320500", "440300"):
            citation = between("130100", relative, on).conditions[-1].citation
            assert citation is not None
            keys[on, relative] = citation.instrument.key

    assert {"sharing-2026"} == {key for (on, _), key in keys.items() if on >= NATIONWIDE}
    listed = {on: key for (on, relative), key in keys.items() if relative == "320500"}
    assert ["sharing-areas-2026"] * 3 == [listed[on] for on in listed if on < NATIONWIDE]
    others = {key for (on, area), key in keys.items() if area == "440300" and on < NATIONWIDE}
    assert "sharing-areas-2026" not in others


@pytest.mark.parametrize("area", ["710000", "710100", "810000", "820000"])
@pytest.mark.parametrize("on", [FIRST, BETWEEN, NATIONWIDE, ON])
def test_taiwan_hong_kong_and_macao_have_no_such_accounts(area: str, on: date) -> None:
    """Nobody is insured there by these schemes: they never share, with each other neither."""
    for owner, relative in ((area, "320500"), ("320500", area), (area, "110101"), (area, area)):
        decision = between(owner, relative, on)
        condition = decision.conditions[-1]
        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)
        assert (Reason.SHARING_ACROSS, NOT_MET) == (condition.reason, condition.verdict)
    assert ELIGIBLE is not between(area, None, on).outcome


def test_without_a_law_across_provinces_it_is_missing() -> None:
    """With official texts alone whether areas share across provinces is not known."""
    official = shipped().at_least("official")
    condition = between("130100", "320500", ON, official).conditions[-1]

    assert (Reason.SHARING_ACROSS, UNKNOWN) == (condition.reason, condition.verdict)
    assert (Missing("sharing.across", "100000"),) == condition.needs


def test_without_a_list_what_holds_for_others_holds_for_all() -> None:
    """Where no list is known, no, open and yes are said of every area."""
    official = shipped().at_least("official")
    found = {
        others: between(
            "130100",
            "320500",
            ON,
            official.replacing(parameters.SHARING_ACROSS, {"others": others}),
        ).conditions[-1]
        for others in ("no", "open", "yes")
    }

    assert [NOT_MET, UNKNOWN, MET] == [each.verdict for each in found.values()]
    assert (Missing("sharing.across", "130100"), Missing("sharing.across", "320500")) == (
        found["open"].needs
    )


def test_a_list_of_the_callers_own() -> None:
    """With a list that names Shenzhen it shares, and Suzhou does not any more."""
    law = shipped().replacing(
        parameters.SHARING_AREAS,
        [{"code": "440300", "name": "深圳"}, {"code": "130100", "name": "石家庄"}],
    )

    assert ELIGIBLE is between("440300", "130102", FIRST, law).outcome
    assert INELIGIBLE is between("130100", "320500", FIRST, law).outcome
