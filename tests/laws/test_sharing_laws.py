"""Account sharing: what holds for every pair of members, tie, place and day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    AccountUse,
    Binding,
    BindingChannel,
    Circumstance,
    Family,
    FamilyTie,
    Kinship,
    MedicalMember,
    Outcome,
    Person,
    Reason,
    Scheme,
    Sex,
    SharingScope,
    YearMonth,
    sharing,
)
from shebao.law import parameters, shipped
from strategies import days

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
#: From the best a fact can be to the worst.
FALLING: Final = (True, None, False)

OWNER: Final = Person(birth=date(1980, 5, 1), sex=Sex.FEMALE)
ELDER: Final = Person(birth=date(1920, 2, 3), sex=Sex.MALE)
PEER: Final = Person(birth=date(1979, 8, 9), sex=Sex.MALE)
YOUNGER: Final = Person(birth=date(2015, 6, 7), sex=Sex.FEMALE)

#: Listed prefectures, counties in and beside them, wide codes, codes of no list, nothing.
AREAS: Final = (
    *("130100", "130102", "130104", "130200", "139900", "133100", "320500", "320100", "500235"),
    *("500101", "429005", "110101", "110000", "440300", "130000", "500000", "100000", None),
)
#: Beside these a county of which it is not known whether it pools alone.
WITH_XINJI: Final = (*AREAS, "130181")

#: The turns of the law, in the middle of all days.
TURNS: Final = (
    *(date(2021, 4, 22), date(2024, 7, 26), date(2024, 10, 31), date(2024, 12, 2)),
    *(date(2024, 12, 9), date(2024, 12, 31), date(2026, 1, 9), date(2026, 1, 26)),
    date(2026, 6, 5),
)

truths = st.sampled_from(FALLING)
areas = st.sampled_from(WITH_XINJI)
on_days = (
    days(YearMonth(2021, 1), YearMonth(2027, 12))
    | st.sampled_from(TURNS)
    | st.sampled_from(TURNS).map(lambda day: day - timedelta(1))
)


@st.composite
def ties(draw: st.DrawFn) -> FamilyTie:
    """A tie of the owner, of any kinship."""
    kinship = draw(st.sampled_from(Kinship))
    generations = kinship.generations or 0
    relative = ELDER if generations > 0 else YOUNGER if generations < 0 else PEER
    is_step = kinship in (Kinship.STEP_PARENT, Kinship.STEP_CHILD)
    return FamilyTie(OWNER, relative, kinship, draw(truths) if is_step else None)


def members(person: Person) -> st.SearchStrategy[MedicalMember]:
    """Somebody with any facts, those that sharing asks for often."""
    facts = st.just(True) | truths
    return st.builds(
        MedicalMember,
        person=st.just(person),
        area=areas,
        scheme=st.none() | st.sampled_from(Scheme),
        is_insured=facts,
        has_account=facts,
        is_in_good_standing=facts,
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[MedicalMember, MedicalMember, FamilyTie]:
    """An owner, a relative and what they are to each other."""
    tie = draw(ties())
    return draw(members(OWNER)), draw(members(tie.relative)), tie


Pair = tuple[MedicalMember, MedicalMember, FamilyTie]


@given(pair=pairs(), on=on_days, fact=st.sampled_from(["insured", "account", "standing"]))
def test_taking_a_fact_away_never_helps(pair: Pair, on: date, fact: str) -> None:
    """From true to unknown to false, insurance, account and standing never raise the answer."""
    owner, relative, tie = pair
    found = []
    for value in FALLING:
        if fact == "insured":
            relative = attrs.evolve(relative, is_insured=value)
        elif fact == "account":
            owner = attrs.evolve(owner, has_account=value)
        else:
            owner = attrs.evolve(owner, is_in_good_standing=value)
        found.append(ORDER[sharing.eligibility(owner, relative, tie, on=on).outcome])

    assert sorted(found, reverse=True) == found


@given(pair=pairs(), on=on_days)
def test_a_tie_seen_from_either_side_is_the_same(pair: Pair, on: date) -> None:
    """Whoever describes the tie, the decision is the same, with the tie as the owner sees it."""
    owner, relative, tie = pair
    found = [sharing.eligibility(owner, relative, each, on=on) for each in (tie, tie.inverse)]

    assert found[0] == found[1]
    assert found[0].value is not None
    assert tie == found[0].value.tie


@given(pair=pairs(), on=on_days, later=st.integers(0, 2_000))
def test_sharing_only_grows(pair: Pair, on: date, later: int) -> None:
    """By the shipped law, what is allowed on a day is allowed on every later day."""
    owner, relative, tie = pair
    if sharing.eligibility(owner, relative, tie, on=on).outcome is ELIGIBLE:
        after = sharing.eligibility(owner, relative, tie, on=on + timedelta(days=later))
        assert after.outcome is ELIGIBLE


@given(pair=pairs(), on=on_days)
def test_the_distance_is_the_same_both_ways(pair: Pair, on: date) -> None:
    """With the two areas changed over sharing reaches as far, and the answer is the same."""
    owner, relative, tie = pair
    swapped = (
        attrs.evolve(owner, area=relative.area),
        attrs.evolve(relative, area=owner.area),
        tie,
    )
    found = [sharing.eligibility(*each, on=on) for each in (pair, swapped)]

    assert found[0].outcome is found[1].outcome
    assert found[0].conditions[-1].verdict is found[1].conditions[-1].verdict
    if "130181" not in (owner.area, relative.area):
        assert found[0].value is not None
        assert found[1].value is not None
        assert found[0].value.scope is found[1].value.scope


@given(pair=pairs(), on=on_days)
def test_an_area_of_ones_own_is_the_nearest(pair: Pair, on: date) -> None:
    """Insured at the same place, sharing reaches at least as far as at any two places."""
    owner, relative, tie = pair
    together = attrs.evolve(relative, area=owner.area)
    apart = sharing.eligibility(owner, relative, tie, on=on)
    near = sharing.eligibility(owner, together, tie, on=on)

    if owner.area is not None and on >= date(2024, 10, 31) and not owner.area.endswith("0000"):
        assert ORDER[apart.outcome] <= ORDER[near.outcome]


@given(
    owner=members(OWNER),
    relatives=st.lists(ties(), max_size=4, unique_by=lambda t: t.relative),
    data=st.data(),
    on=on_days,
)
def test_a_family_is_the_sum_of_its_ties(
    owner: MedicalMember, relatives: list[FamilyTie], data: st.DataObject, on: date
) -> None:
    """Going through a family gives what asking about each tie gives, in any direction of giving."""
    known = [data.draw(members(tie.relative)) for tie in relatives]
    family = Family(data.draw(st.sampled_from([tie, tie.inverse])) for tie in relatives)
    expected = [
        sharing.eligibility(owner, relative, tie, on=on)
        for tie, relative in zip(relatives, known, strict=True)
    ]

    assert expected == list(sharing.with_family(owner, family, reversed(known), on=on))


@given(
    pair=pairs(),
    on=on_days,
    channel=st.sampled_from(BindingChannel),
    agrees=st.tuples(truths, truths),
    circumstances=st.sets(st.sampled_from(Circumstance)),
)
def test_a_binding_takes_more_than_eligibility(
    pair: Pair,
    on: date,
    channel: BindingChannel,
    agrees: tuple[bool | None, bool | None],
    circumstances: set[Circumstance],
) -> None:
    """Nobody is bound who may not share; what is bound lasts from the day on, and not twice."""
    owner, relative, tie = pair
    law = shipped().replacing(parameters.BINDING_CHANNEL[channel], {"tier": "counter", "needs": []})
    may = sharing.eligibility(owner, relative, tie, on=on, law=law)
    decision = sharing.bind(
        owner,
        relative,
        tie,
        on=on,
        law=law,
        channel=channel,
        owner_agrees=agrees[0],
        relative_agrees=agrees[1],
        given=(),
        circumstances=circumstances,
    )

    assert ORDER[decision.outcome] <= ORDER[may.outcome]
    assert (decision.value is not None) == (decision.outcome is ELIGIBLE)
    if decision.value is not None:
        assert agrees[0] is True
        assert may.value is not None
        assert (may.value.tie, may.value.scope, on) == (
            decision.value.tie,
            decision.value.scope,
            decision.value.from_day,
        )
        again = sharing.bind(
            owner, relative, tie, on=on, law=law, channel=channel, bindings=[decision.value]
        )
        assert Reason.BINDING_NOT_TWICE in [
            each.reason for each in again.conditions if each.actual is False
        ]
        assert again.outcome is INELIGIBLE


@given(
    use=st.sampled_from(AccountUse),
    scope=st.sampled_from(SharingScope),
    on=on_days,
    later=st.integers(0, 2_000),
)
def test_what_is_paid_or_refused_stays_so(
    use: AccountUse, scope: SharingScope, on: date, later: int
) -> None:
    """The shipped law has only added uses: an answer is never taken back."""
    before = sharing.may_pay(use, scope, on=on)
    after = sharing.may_pay(use, scope, on=on + timedelta(days=later))

    if before.outcome is not UNDETERMINED:
        assert before.outcome is after.outcome


fen = st.integers(1, 300_000).map(lambda number: Decimal(number) / 100)
hours = st.datetimes(datetime(2024, 12, 2), datetime(2026, 6, 4, 23, 59))  # noqa: DTZ001


@given(
    amounts=st.tuples(fen, fen),
    at=hours,
    made=st.tuples(st.integers(0, 5), st.integers(0, 5)),
    wallets=st.tuples(truths, truths),
)
def test_less_is_never_refused_where_more_is_not(
    amounts: tuple[Decimal, Decimal],
    at: datetime,
    made: tuple[int, int],
    wallets: tuple[bool | None, bool | None],
) -> None:
    """A smaller amount and fewer transfers before are as good or better; the hour is as written."""
    less, more = (
        sharing.transfer(
            pick(amounts),
            at=at,
            made_today=pick(made),
            owner_wallet=wallets[0],
            relative_wallet=wallets[1],
        )
        for pick in (min, max)
    )
    is_allowed = max(amounts) <= 2000 and max(made) < 3 and 6 <= at.hour < 22

    assert ORDER[more.outcome] <= ORDER[less.outcome]
    assert (is_allowed and wallets == (True, True)) == (more.outcome is ELIGIBLE)
    assert (not is_allowed or False in wallets) == (more.outcome is INELIGIBLE)


@given(at=hours)
def test_what_is_not_accepted_returns_by_the_next_six_oclock(at: datetime) -> None:
    """Within a day, at six in the morning, to the minute."""
    found = sharing.transfer(1, at=at).value

    assert found is not None
    assert at < found.returned_at <= at + timedelta(1)
    assert (6, 0, 0, 0) == (
        found.returned_at.hour,
        found.returned_at.minute,
        found.returned_at.second,
        found.returned_at.microsecond,
    )


@st.composite
def bindings(draw: st.DrawFn) -> Binding:
    """A binding of the owner or of a peer, with or without an end."""
    first = draw(on_days)
    owner = draw(st.sampled_from([OWNER, PEER]))
    length = draw(st.none() | st.integers(0, 400))
    return Binding(
        tie=FamilyTie(owner, draw(st.sampled_from([ELDER, YOUNGER])), Kinship.NOT_RELATED),
        from_day=first,
        to_day=None if length is None else first + timedelta(length),
    )


@given(known=st.lists(bindings(), max_size=5), on=on_days)
def test_active_bindings_are_those_of_the_day(known: list[Binding], on: date) -> None:
    """From the first to the last day inclusive, of each owner apart, the oldest first."""
    found = sharing.active(known, on=on)
    expected = [
        each for each in known if each.from_day <= on and not (each.to_day and each.to_day < on)
    ]

    assert sorted(expected, key=lambda each: each.from_day) == list(found)
    by_owner = [
        each for owner in (OWNER, PEER) for each in sharing.active(known, on=on, owner=owner)
    ]
    assert len(found) == len(by_owner)
    assert not [each for each in by_owner if each not in found]


@given(
    people=st.tuples(*[st.sampled_from([OWNER, PEER, ELDER])] * 3),
    present=truths,
    documents=truths,
    use=st.sampled_from([AccountUse.TREATMENT, AccountUse.MEDICINE]),
)
def test_nobody_is_treated_with_another_card(
    people: tuple[Person, Person, Person],
    present: bool | None,
    documents: bool | None,
    use: AccountUse,
) -> None:
    """Whoever shares with whom: the card is the patient's, who is there or lets fetch medicine."""
    patient, holder, presenter = people
    outcome = sharing.card_use(
        patient,
        holder,
        on=date(2026, 1, 29),
        use=use,
        presenter=presenter,
        patient_is_present=present,
        has_documents=documents,
    ).outcome
    may_fetch = documents if use is AccountUse.MEDICINE else False
    ways = {patient == presenter, present, may_fetch}
    expected = ELIGIBLE if True in ways else UNDETERMINED if None in ways else INELIGIBLE
    if patient != holder:
        expected = INELIGIBLE

    assert expected is outcome
