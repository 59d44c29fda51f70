"""Where one can be certified to draw a benefit: all sets of circumstances, one by one."""

from __future__ import annotations

from datetime import date, datetime
from itertools import combinations
from typing import Any, Final, cast

import pytest

from shebao import MonthError, RuleError, Scheme, UnknownLawError, certification
from shebao.law import Evidence, parameters, shipped
from shebao.rules.certification_channels import channels
from shebao.rules.channels import OpenChannel, is_open_to
from shebao.terms import CertificationChannel, Circumstance, Need, Tier

ON: Final = date(2026, 1, 29)
ABROAD, ELSEWHERE, IMMOBILE, IN_HOSPITAL, NO_SMARTPHONE, FACE_FAILED = Circumstance
RULES: Final = parameters.CERTIFICATION_CHANNEL
#: All 64 sets of circumstances.
SUBSETS: Final = [
    frozenset(chosen)
    for size in range(len(Circumstance) + 1)
    for chosen in combinations(Circumstance, size)
]
AT_HOME: Final = {
    CertificationChannel.COMMUNITY,
    CertificationChannel.BUREAU,
    CertificationChannel.ASSISTING_BUREAU,
}
OF_CONSULATES: Final = {CertificationChannel.CONSULAR_APP, CertificationChannel.CONSULATE}


def found(given: frozenset[Circumstance]) -> tuple[OpenChannel[CertificationChannel], ...]:
    """The channels that national law leaves open."""
    return channels(on=ON, circumstances=given)


def names(given: frozenset[Circumstance]) -> set[CertificationChannel]:
    """Which ones they are."""
    return {each.channel for each in found(given)}


CASES = pytest.mark.parametrize(
    "given", SUBSETS, ids=lambda given: "+".join(sorted(each.value for each in given)) or "none"
)


def test_there_are_64_sets() -> None:
    """Six circumstances, each there or not."""
    assert 64 == len(set(SUBSETS))


@CASES
def test_nobody_is_left_without_a_channel(given: frozenset[Circumstance]) -> None:
    """Data are matched for everybody (条例 第二十六条), and there is always something to do oneself."""
    open_to = names(given)

    assert CertificationChannel.DATA_MATCH in open_to
    assert len(open_to) >= 2


@CASES
def test_the_least_trouble_comes_first(given: frozenset[Circumstance]) -> None:
    """Automatic, self-service, counter, visit; within a tier in the order of the list; each once."""
    order = [(each.tier, each.channel) for each in found(given)]
    tiers, listed = list(Tier), list(CertificationChannel)

    assert sorted(order, key=lambda pair: (tiers.index(pair[0]), listed.index(pair[1]))) == order
    assert len(set(order)) == len(order)
    assert Tier.AUTOMATIC is order[0][0]


@CASES
def test_more_circumstances_open_only_what_is_for_them(given: frozenset[Circumstance]) -> None:
    """A circumstance that is no ground of a channel never opens one."""
    for more in Circumstance:
        opened = names(given | {more}) - names(given)
        grounds = [shipped().get(RULES[channel], on=ON).value.only_for for channel in opened]
        assert all(more in each for each in grounds)


@CASES
def test_every_channel_says_what_it_needs_and_where_that_stands(
    given: frozenset[Circumstance],
) -> None:
    """Nothing is asked for where data are matched, something everywhere else; all is cited."""
    for each in found(given):
        assert each.needs is not None
        assert (each.channel is CertificationChannel.DATA_MATCH) == (each.needs == ())
        assert each.law.citation.instrument.title_zh
        assert each.law.parameter == f"certification.channel.{each.channel.value}"


@CASES
def test_abroad_there_are_the_consulates(given: frozenset[Circumstance]) -> None:
    """Who lives abroad has the consulate and its application, and no counter or visit at home."""
    open_to = names(given)

    assert (ABROAD in given) == (CertificationChannel.CONSULATE in open_to)
    if ABROAD in given:
        can_use = not given & {NO_SMARTPHONE, FACE_FAILED}
        assert can_use == (CertificationChannel.CONSULAR_APP in open_to)
        assert not open_to & {*AT_HOME, CertificationChannel.HOME_VISIT}
    else:
        assert not open_to & OF_CONSULATES


@CASES
def test_no_channel_asks_for_what_is_not_there(given: frozenset[Circumstance]) -> None:
    """Without a smartphone none that takes one; a face not recognised, none that looks at it."""
    asked = {need for each in found(given) for need in each.needs or ()}

    assert NO_SMARTPHONE not in given or Need.SMARTPHONE not in asked
    assert FACE_FAILED not in given or Need.FACE not in asked
    assert given & {NO_SMARTPHONE, FACE_FAILED} or {Need.SMARTPHONE, Need.FACE} <= asked


@CASES
def test_the_agency_comes_to_those_who_cannot(given: frozenset[Circumstance]) -> None:
    """Who cannot move or is in hospital is visited (条例 第三十条), and not sent to a counter."""
    cannot_come = bool(given & {IMMOBILE, IN_HOSPITAL})
    if cannot_come and ABROAD not in given:
        assert CertificationChannel.HOME_VISIT in names(given)
    if cannot_come:
        assert not names(given) & AT_HOME
    if not given - {NO_SMARTPHONE}:
        assert CertificationChannel.HOME_VISIT not in names(given)


@CASES
def test_elsewhere_the_bureau_there_assists(given: frozenset[Circumstance]) -> None:
    """Who lives in another place goes to the bureau there, and not to counters of the place."""
    can_go = not given & {ABROAD, IMMOBILE, IN_HOSPITAL}
    expected: set[CertificationChannel] = set()
    if can_go and ELSEWHERE in given:
        expected = {CertificationChannel.ASSISTING_BUREAU}
    elif can_go:
        expected = {CertificationChannel.COMMUNITY, CertificationChannel.BUREAU}

    assert expected == names(given) & AT_HOME


def test_order_repetition_and_kind_of_collection_do_not_matter() -> None:
    """A list with a circumstance twice is the set of it."""
    expected = found(frozenset({IMMOBILE, FACE_FAILED}))

    assert expected == channels(on=ON, circumstances=[FACE_FAILED, IMMOBILE, FACE_FAILED])
    assert expected == channels(on=ON, circumstances=(IMMOBILE, FACE_FAILED))
    assert found(frozenset()) == channels(on=ON)


def test_the_rule_asks_the_same() -> None:
    """``certification.channels`` is this function."""
    assert channels is certification.channels


def test_the_rule_of_a_place_replaces_the_nation_s() -> None:
    """Where a place visits everybody with a request and a form, that is its own rule."""
    rule = {"tier": "visit", "needs": ["request", "form"]}
    visit = CertificationChannel.HOME_VISIT
    law = shipped().replacing(RULES[visit], rule, area="440100", evidence="official")
    (here,) = (each for each in channels(on=ON, area="440106", law=law) if each.channel is visit)

    assert ("440100", Evidence.OFFICIAL) == (here.law.area, here.law.evidence)
    assert (Tier.VISIT, (Need.REQUEST, Need.FORM)) == (here.tier, here.needs)
    assert visit not in {each.channel for each in channels(on=ON, area="440300", law=law)}
    assert visit not in {each.channel for each in channels(on=ON, law=law)}
    assert found(frozenset()) == channels(on=ON, law=law)


def test_a_place_may_move_a_channel_to_another_tier() -> None:
    """A bureau that puts a machine up is among self-service, and sorted there."""
    rule = {"tier": "self_service", "needs": ["identity_document"]}
    bureau = CertificationChannel.BUREAU
    law = shipped().replacing(RULES[bureau], rule, area="440100")
    open_to = [each.channel for each in channels(on=ON, area="440100", law=law)]

    assert open_to.index(bureau) < open_to.index(CertificationChannel.COMMUNITY)
    assert open_to.index(bureau) > open_to.index(CertificationChannel.HELPER)


def test_what_a_place_asks_for_may_be_unknown() -> None:
    """A channel whose papers are the place's own is named without them."""
    law = shipped().replacing(
        RULES[CertificationChannel.BUREAU], {"tier": "counter"}, area="440100"
    )
    bureau = [
        each
        for each in channels(on=ON, area="440100", law=law)
        if each.channel is CertificationChannel.BUREAU
    ]

    assert [None] == [each.needs for each in bureau]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 5, 30), set()),
        (date(2021, 5, 31), OF_CONSULATES),
        (date(2023, 11, 30), OF_CONSULATES),
    ],
)
def test_before_the_regulation_only_consulates_are_known(
    on: date, expected: set[CertificationChannel]
) -> None:
    """The application of the consulates is of 2021-05-31, the regulation of 2023-12-01."""
    assert expected == {each.channel for each in channels(on=on, circumstances=[ABROAD])}
    assert () == channels(on=on)
    assert [CertificationChannel.HOTLINE] == [
        each.channel for each in channels(on=on, circumstances=[FACE_FAILED])
    ]
    assert expected | {CertificationChannel.DATA_MATCH} <= {
        each.channel for each in channels(on=date(2023, 12, 1), circumstances=[ABROAD])
    }


def test_before_the_first_channel_the_law_is_missing() -> None:
    """Up to 2018-07-04 no channel is known at all, which is not to say that there was none."""
    assert () == channels(on=date(2018, 7, 5))
    with pytest.raises(UnknownLawError, match=r"certification\.channel\.data_match is not known"):
        channels(on=date(2018, 7, 4))
    with pytest.raises(UnknownLawError, match="for area 440300 on 2018-07-04"):
        channels(on=date(2018, 7, 4), area="440300", circumstances=[FACE_FAILED])


@CASES
def test_who_is_not_recognised_may_call(given: frozenset[Circumstance]) -> None:
    """拨打12333: data that differ from the document are put right, from anywhere, by a call."""
    open_to = {each.channel: each for each in found(given)}

    assert (FACE_FAILED in given) == (CertificationChannel.HOTLINE in open_to)
    if FACE_FAILED in given:
        hotline = open_to[CertificationChannel.HOTLINE]
        assert (Tier.COUNTER, (Need.NAME, Need.IDENTITY_NUMBER)) == (hotline.tier, hotline.needs)
        assert Evidence.UNVERIFIED is hotline.law.evidence


def test_of_official_texts_alone_the_matching_of_data_is_left() -> None:
    """The regulation was read itself; what each channel asks for stands in reports."""
    strict = channels(on=ON, law=shipped().at_least("official"))

    assert [CertificationChannel.DATA_MATCH] == [each.channel for each in strict]
    assert "第二十六条第一款" == strict[0].law.citation.article


def test_a_rule_closes_before_it_opens() -> None:
    """A channel for who lives elsewhere is closed to who does and cannot move."""
    rule = shipped().get(RULES[CertificationChannel.ASSISTING_BUREAU], on=ON).value

    assert is_open_to(rule, {ELSEWHERE})
    assert not is_open_to(rule, {ELSEWHERE, IMMOBILE})
    assert not is_open_to(rule, set())


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("abroad", "circumstances: 'abroad' is a single value; expected a set of Circumstance"),
        (ABROAD, "circumstances: .*is a single value; expected a set of Circumstance"),
        (["abroad"], "circumstances: 'abroad' is no Circumstance; expected a set of Circumstance"),
        ([ABROAD, Scheme.EMPLOYEE, None], "(?s)2 faults.*is no Circumstance.*None is no"),
        ([[ABROAD]], "is no Circumstance"),
    ],
)
def test_circumstances_are_a_set_of_them(given: object, message: str) -> None:
    """A name, one circumstance alone and another term are refused, all faults together."""
    with pytest.raises(RuleError, match=message):
        channels(on=ON, circumstances=cast("Any", given))


def test_what_else_is_refused() -> None:
    """A text and a moment are no day, a name is no area, a dictionary no law."""
    for day in ("2026-01-29", datetime(2026, 1, 29), None):  # noqa: DTZ001
        with pytest.raises(MonthError, match=r"^on: "):
            channels(on=cast("Any", day))
    with pytest.raises(RuleError, match="area: '广州' is not an area code"):
        channels(on=ON, area="广州")
    with pytest.raises(RuleError, match=r"law: .* is of type dict"):
        channels(on=ON, law=cast("Any", {}))
