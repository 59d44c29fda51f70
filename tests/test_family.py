"""Kin and family ties: words, inverses, and what cannot be said of two people."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from shebao import Family, FamilyTie, Kinship, Person, PersonError, RuleError, Sex, YearMonth
from shebao.model.people import check_person

if TYPE_CHECKING:
    from collections.abc import Callable

MAN, WOMAN = Sex.MALE, Sex.FEMALE
STEPS: Final = (Kinship.STEP_PARENT, Kinship.STEP_CHILD)
#: Every kinship with all that may be said of the upbringing.
SAID: Final = [
    (kinship, raised)
    for kinship in Kinship
    for raised in ((True, False, None) if kinship in STEPS else (None,))
]


def born(year: int, sex: Sex = WOMAN, label: str | None = None) -> Person:
    """Somebody born on a first of May."""
    return Person(birth=date(year, 5, 1), sex=sex, label=label)


ANN = born(1970, WOMAN, "Ann")
MAY = born(1945, WOMAN, "May")
TOM = born(1943, MAN, "Tom")
BEN = born(1969, MAN, "Ben")
KIM = born(1998, WOMAN, "Kim")


def tie_of(
    kinship: Kinship, of_sex: Sex = WOMAN, sex: Sex = MAN, raised: bool | None = None
) -> FamilyTie:
    """A tie of some kinship and sexes, with births in the order of generations."""
    year = 1950 - 25 * (kinship.generations or 0)
    return FamilyTie(born(1950, of_sex, "who"), born(year, sex, "relative"), kinship, raised)


def faults_of(ties: list[FamilyTie]) -> list[tuple[str, str]]:
    """Field and problem of each fault of a family that cannot be, after checking that none names."""
    with pytest.raises(PersonError) as caught:
        Family(ties)
    shown = f"{caught.value!s} {caught.value!r}"
    assert not [each.label for tie in ties for each in _both(tie) if str(each.label) in shown]
    return [(fault.field, fault.problem) for fault in caught.value.faults]


def _both(tie: FamilyTie) -> tuple[Person, Person]:
    return tie.person, tie.relative


@pytest.mark.parametrize("kinship", Kinship)
def test_the_inverse_of_the_inverse_is_the_kinship(kinship: Kinship) -> None:
    """Who is something to a person sees that person as the inverse, and back again."""
    assert kinship is kinship.inverse.inverse
    assert kinship.general.inverse is kinship.inverse.general
    assert kinship.general is kinship.general.general


@pytest.mark.parametrize("kinship", Kinship)
def test_generations_are_counted_from_both_ends(kinship: Kinship) -> None:
    """A relative two generations above sees the person two below; in-laws have no generations."""
    above = {Kinship.PARENT: 1, Kinship.GRANDPARENT: 2, Kinship.GREAT_GRANDPARENT: 3}
    expected = above.get(kinship.general)
    if kinship.general.inverse in above:
        expected = -above[kinship.general.inverse]

    assert expected == kinship.generations


@pytest.mark.parametrize(
    ("up", "down"),
    [
        ("父母", "子女"),
        ("祖父母", "孙子女"),
        ("外祖父母", "外孙子女"),
        ("祖父母或者外祖父母", "孙子女或者外孙子女"),
        ("继父母", "继子女"),
        ("配偶的父母", "子女的配偶"),
        ("曾祖父母、外曾祖父母", "曾孙子女、外曾孙子女"),
        ("配偶的祖父母、外祖父母", "孙子女、外孙子女的配偶"),
        ("配偶", "配偶"),
        ("兄弟姐妹", "兄弟姐妹"),
        ("兄弟姐妹的配偶、配偶的兄弟姐妹", "兄弟姐妹的配偶、配偶的兄弟姐妹"),
        ("其他亲属", "其他亲属"),
        ("非亲属", "非亲属"),
    ],
)
def test_inverses_by_their_words(up: str, down: str) -> None:
    """The mother's parents see a daughter's child, the father's a son's child."""
    by_word = {kinship.zh: kinship for kinship in Kinship}

    assert down == by_word[up].inverse.zh


@pytest.mark.parametrize(
    ("kinship", "man", "woman"),
    [
        (Kinship.SPOUSE, "丈夫", "妻子"),
        (Kinship.PARENT, "父亲", "母亲"),
        (Kinship.CHILD, "儿子", "女儿"),
        (Kinship.SIBLING, "兄弟", "姐妹"),
        (Kinship.PATERNAL_GRANDPARENT, "祖父", "祖母"),
        (Kinship.MATERNAL_GRANDPARENT, "外祖父", "外祖母"),
        (Kinship.CHILD_OF_SON, "孙子", "孙女"),
        (Kinship.CHILD_IN_LAW, "女婿", "儿媳"),
        (Kinship.OTHER_RELATIVE, "其他亲属", "其他亲属"),
    ],
)
def test_words_by_sex(kinship: Kinship, man: str, woman: str) -> None:
    """Most relatives have a word for each sex, some have one for both."""
    assert (man, woman) == (kinship.word(MAN), kinship.word(WOMAN))


@pytest.mark.parametrize("kinship", Kinship)
def test_every_kinship_has_words_in_both_languages(kinship: Kinship) -> None:
    """A word for a man and one for a woman, Chinese and English; both or neither differ."""
    zh = [kinship.word(sex, "zh") for sex in Sex]
    en = [kinship.word(sex, "en") for sex in Sex]

    assert all(word and not word.isascii() for word in zh)
    assert all(word and word.isascii() and "_" not in word for word in en)
    assert len(set(zh)) == len(set(en))


@pytest.mark.parametrize(("kinship", "raised"), SAID)
def test_the_inverse_of_the_inverse_is_the_tie(kinship: Kinship, raised: bool | None) -> None:
    """A tie seen by the relative and again by the person is the tie, for both sexes of both."""
    for of_sex, sex in product(Sex, Sex):
        tie = tie_of(kinship, of_sex, sex, raised)
        seen = tie.inverse

        assert tie == seen.inverse
        assert (tie.relative, tie.person, kinship.inverse) == (
            seen.person,
            seen.relative,
            seen.kinship,
        )
        assert raised is seen.raised
        assert kinship.word(sex) == tie.word()
        assert kinship.inverse.word(of_sex, "en") == seen.word("en")


def test_nobody_is_their_own_relative() -> None:
    """Equal people are one person; labels tell twins apart."""
    for kinship in Kinship:
        with pytest.raises(PersonError) as caught:
            FamilyTie(ANN, born(1970, WOMAN, "Ann"), kinship)
        assert ["relative"] == [fault.field for fault in caught.value.faults]
        assert "Ann" not in str(caught.value)
    twin = born(1970, WOMAN, "Ann's twin")
    assert twin == FamilyTie(ANN, twin, Kinship.SIBLING).relative


@pytest.mark.parametrize("kinship", Kinship)
def test_a_child_is_younger_than_its_parents(kinship: Kinship) -> None:
    """By descent births are in the order of generations; in-laws, steps and siblings are of any age."""
    by_descent = kinship.generations is not None
    elder, younger = ANN, KIM
    if (kinship.generations or 0) < 0:
        elder, younger = younger, elder
    assert elder == FamilyTie(younger, elder, kinship).relative
    if not by_descent:
        assert younger == FamilyTie(elder, younger, kinship).relative
        return
    for who, relative in ((elder, younger), (ANN, born(1970, WOMAN, "twin"))):
        with pytest.raises(PersonError, match="a child is younger than its parents") as caught:
            FamilyTie(who, relative, kinship)
        assert ["relative"] == [fault.field for fault in caught.value.faults]
        assert "Ann" not in str(caught.value)


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        (date(1990, 5, 1), date(1990, 5, 2), True),
        (date(1990, 5, 2), date(1990, 5, 2), False),
        (date(1990, 5, 3), date(1990, 5, 2), False),
        (YearMonth(1990, 5), YearMonth(1990, 5), True),
        (YearMonth(1990, 5), date(1990, 5, 20), True),
        (date(1990, 5, 20), YearMonth(1990, 5), True),
        (YearMonth(1990, 5), date(1990, 5, 2), True),
        (YearMonth(1990, 5), date(1990, 5, 1), False),
        (date(1990, 5, 30), YearMonth(1990, 5), True),
        (date(1990, 5, 31), YearMonth(1990, 5), False),
        (YearMonth(1990, 5), YearMonth(1990, 6), True),
        (YearMonth(1990, 6), YearMonth(1990, 5), False),
        (YearMonth(1990, 6), date(1990, 5, 31), False),
        (date(1990, 6, 1), YearMonth(1990, 5), False),
    ],
)
def test_a_month_of_birth_leaves_its_days_open(
    parent: date | YearMonth, child: date | YearMonth, expected: bool
) -> None:
    """In the same month a parent may be the elder; only what is certain is a contradiction."""
    elder = Person(birth=parent, sex=MAN, label="elder")
    younger = Person(birth=child, sex=WOMAN, label="younger")
    found = []
    for facts in ((younger, elder, Kinship.PARENT), (elder, younger, Kinship.CHILD)):
        try:
            FamilyTie(*facts)
        except PersonError:
            found.append(False)
        else:
            found.append(True)

    assert [expected, expected] == found


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (date(1990, 5, 1), (date(1990, 5, 1), date(1990, 5, 1))),
        (YearMonth(1990, 5), (date(1990, 5, 1), date(1990, 5, 31))),
        (YearMonth(2023, 2), (date(2023, 2, 1), date(2023, 2, 28))),
        (YearMonth(2024, 2), (date(2024, 2, 1), date(2024, 2, 29))),
        (YearMonth(1999, 12), (date(1999, 12, 1), date(1999, 12, 31))),
    ],
)
def test_the_days_that_may_be_the_birth(
    birth: date | YearMonth, expected: tuple[date, date]
) -> None:
    """A known day is the only one; of a month all its days may be the one."""
    assert expected == Person(birth=birth, sex=WOMAN).birth_days


@pytest.mark.parametrize("kinship", [each for each in Kinship if each not in STEPS])
def test_upbringing_is_told_of_step_relatives_only(kinship: Kinship) -> None:
    """Whether a child was brought up is asked of step-parents and step-children, and of nobody else."""
    for raised in (True, False):
        with pytest.raises(PersonError) as caught:
            tie_of(kinship, raised=raised)
        assert ["raised"] == [fault.field for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        (("Ann Who", MAY, Kinship.PARENT), ["person"]),
        ((ANN, "Ann Who", Kinship.PARENT), ["relative"]),
        ((None, 7, Kinship.PARENT), ["person", "relative"]),
        ((ANN, MAY, "parent"), ["kinship"]),
        ((ANN, MAY, None), ["kinship"]),
        ((ANN, MAY, Kinship.STEP_PARENT, 1), ["raised"]),
        ((ANN, MAY, Kinship.STEP_PARENT, "yes"), ["raised"]),
        (("Ann Who", "Ann Who", "parent", "yes"), ["person", "relative", "kinship", "raised"]),
    ],
)
def test_parts_of_a_tie_are_of_their_types(facts: tuple[Any, ...], fields: list[str]) -> None:
    """All that is of the wrong type is listed, and a name in place of a person is not repeated."""
    with pytest.raises(PersonError) as caught:
        FamilyTie(*facts)

    assert fields == [fault.field for fault in caught.value.faults]
    assert "Ann" not in f"{caught.value!s} {caught.value!r}"


def test_a_family_is_looked_up_in_both_directions() -> None:
    """A tie given once is known to both, in the order of giving."""
    family = Family(
        [
            FamilyTie(ANN, MAY, Kinship.PARENT),
            FamilyTie(BEN, ANN, Kinship.SPOUSE),
            FamilyTie(KIM, MAY, Kinship.MATERNAL_GRANDPARENT),
        ]
    )

    assert family.tie(MAY, ANN) == FamilyTie(MAY, ANN, Kinship.CHILD)
    assert family.tie(ANN, BEN) == FamilyTie(ANN, BEN, Kinship.SPOUSE)
    assert family.tie(TOM, ANN) is None
    assert family.tie(ANN, ANN) is None
    assert ["母亲", "丈夫"] == [tie.word() for tie in family.ties_of(ANN)]
    assert [KIM] == [tie.relative for tie in family.ties_of(MAY, Kinship.GRANDCHILD)]
    assert [KIM] == [tie.relative for tie in family.ties_of(MAY, Kinship.CHILD_OF_DAUGHTER)]
    assert family.ties_of(MAY, Kinship.CHILD_OF_SON) == family.ties_of(TOM) == ()
    assert (ANN, MAY, BEN, KIM) == family.people
    assert [(ANN, MAY), (BEN, ANN), (KIM, MAY)] == [(tie.person, tie.relative) for tie in family]
    assert family.ties == tuple(family)
    assert 3 == len(family)


def test_an_empty_family_is_a_family() -> None:
    """Nobody is tied to anybody; a family is no tuple of ties."""
    assert Family() == Family([])
    assert () == Family().people
    assert cast("object", ()) != Family()
    assert 0 == len(Family())


def test_ties_may_come_from_an_iterator() -> None:
    """Ties are read once."""
    tie = FamilyTie(ANN, MAY, Kinship.PARENT)
    assert Family([tie]) == Family(each for each in (tie, tie.inverse))


@pytest.mark.parametrize("is_first", [True, False])
def test_what_says_more_replaces_what_says_less(is_first: bool) -> None:
    """The side of a grandparent and the upbringing of a step-child complete a tie that leaves it out."""
    less = [FamilyTie(KIM, MAY, Kinship.GRANDPARENT), FamilyTie(KIM, BEN, Kinship.STEP_PARENT)]
    more = [
        FamilyTie(MAY, KIM, Kinship.CHILD_OF_DAUGHTER),
        FamilyTie(BEN, KIM, Kinship.STEP_CHILD, raised=False),
    ]
    family = Family(less + more if is_first else more + less)

    assert Family(more) == family
    assert hash(Family(more)) == hash(family)
    assert Family(less) != family
    found = family.tie(KIM, MAY)
    assert found is not None
    assert Kinship.MATERNAL_GRANDPARENT is found.kinship


def test_a_tie_is_of_one_kind() -> None:
    """Two ties of two people that exclude each other are a contradiction, from whichever side."""
    pairs = [
        (FamilyTie(ANN, BEN, Kinship.SPOUSE), FamilyTie(ANN, BEN, Kinship.SIBLING)),
        (FamilyTie(ANN, MAY, Kinship.PARENT), FamilyTie(MAY, ANN, Kinship.STEP_CHILD)),
        (
            FamilyTie(KIM, MAY, Kinship.PATERNAL_GRANDPARENT),
            FamilyTie(MAY, KIM, Kinship.CHILD_OF_DAUGHTER),
        ),
        (
            FamilyTie(KIM, BEN, Kinship.STEP_PARENT, raised=True),
            FamilyTie(BEN, KIM, Kinship.STEP_CHILD, raised=False),
        ),
    ]
    for one, other in pairs:
        for ties in ([one, other], [other, one], [one, one.inverse, other.inverse]):
            ((field, _),) = faults_of(ties)
            assert f"ties[{len(ties)}]" == field


def test_a_contradiction_says_what_stands_against_what() -> None:
    """Both kinships are named in the direction of the later tie, or the upbringing."""
    kinds = [FamilyTie(MAY, ANN, Kinship.CHILD), FamilyTie(ANN, MAY, Kinship.PARENT_IN_LAW)]
    raised = [
        FamilyTie(KIM, BEN, Kinship.STEP_PARENT, raised=True),
        FamilyTie(KIM, BEN, Kinship.STEP_PARENT, raised=False),
    ]

    assert [("ties[2]", "is parent in law where another tie says parent")] == faults_of(kinds)
    assert [
        ("ties[2]", "says otherwise than another tie whether the child was brought up")
    ] == faults_of(raised)


def test_one_spouse_and_two_parents_at_most() -> None:
    """Two spouses, two fathers or two mothers of one person are contradictions, a couple is none."""
    leo = born(1940, MAN, "Leo")
    couple = [FamilyTie(ANN, MAY, Kinship.PARENT), FamilyTie(ANN, TOM, Kinship.PARENT)]
    fathers = [FamilyTie(ANN, TOM, Kinship.PARENT), FamilyTie(leo, ANN, Kinship.CHILD)]
    spouses = [FamilyTie(ANN, BEN, Kinship.SPOUSE), FamilyTie(leo, ANN, Kinship.SPOUSE)]
    steps = [FamilyTie(ANN, each, Kinship.STEP_PARENT) for each in (leo, BEN)]

    assert 2 == len(Family(couple))
    assert 4 == len(Family(couple + steps))
    assert [("person", "has 2 of parent (male, male)")] == faults_of(fathers)
    assert [("person", "has 3 of parent (female, male, male)")] == faults_of(
        [*couple, FamilyTie(ANN, leo, Kinship.PARENT)]
    )
    assert [("person", "has 2 of spouse (male, male)")] == faults_of(spouses)


def test_all_contradictions_of_a_family_are_listed_together() -> None:
    """Items that are no ties, ties that exclude each other, and too many of one kind, in one error."""
    ties: list[Any] = [
        FamilyTie(ANN, MAY, Kinship.PARENT),
        "Ann and May",
        FamilyTie(ANN, MAY, Kinship.SIBLING),
        FamilyTie(ANN, BEN, Kinship.SPOUSE),
        FamilyTie(ANN, TOM, Kinship.SPOUSE),
        FamilyTie(KIM, TOM, Kinship.PARENT),
        FamilyTie(KIM, BEN, Kinship.PARENT),
        ANN,
    ]
    with pytest.raises(PersonError) as caught:
        Family(ties)

    assert ["ties[2]", "ties[3]", "ties[8]", "person", "person"] == [
        fault.field for fault in caught.value.faults
    ]
    for name in ("Ann", "May", "Ben", "Tom", "Kim"):
        assert name not in f"{caught.value!s} {caught.value!r}"


def test_one_tie_is_no_list_of_ties() -> None:
    """A tie in place of a list is refused, and so is a text, sign by sign."""
    with pytest.raises(PersonError, match="is of type FamilyTie; expected a list of ties"):
        Family(cast("Any", FamilyTie(ANN, MAY, Kinship.PARENT)))
    with pytest.raises(PersonError) as caught:
        Family(cast("Any", "May"))
    assert ["ties[1]", "ties[2]", "ties[3]"] == [fault.field for fault in caught.value.faults]


@pytest.mark.parametrize("ties", [None, 5, ANN])
def test_a_family_is_made_of_a_list(ties: object) -> None:
    """Nothing, a number and a person are no ties of anybody."""
    with pytest.raises(PersonError, match="expected a list of ties") as caught:
        Family(cast("Any", ties))

    assert ("ties", "***") == (caught.value.field, caught.value.value)
    assert f"is of type {type(ties).__name__}" in str(caught.value)


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda wrong: Family().tie(wrong, MAY), "person"),
        (lambda wrong: Family().tie(ANN, wrong), "relative"),
        (lambda wrong: Family().ties_of(wrong), "person"),
        (lambda wrong: Family().ties_of(ANN, kinship=wrong), "kinship"),
        (lambda wrong: check_person(wrong, "holder"), "holder"),
    ],
)
@pytest.mark.parametrize("wrong", ["张三", ["张三"], 5, FamilyTie(ANN, MAY, Kinship.PARENT)])
def test_a_family_is_asked_about_people(
    call: Callable[[object], object], field: str, wrong: object
) -> None:
    """Ties are looked up by people and a kinship; a list is refused, and no person is shown."""
    with pytest.raises(PersonError) as caught:
        call(wrong)

    assert field == caught.value.field
    if field != "kinship":
        assert "张三" not in f"{caught.value!s} {caught.value!r}"


@pytest.mark.parametrize("lang", ["fr", "ZH", "", None, ["zh"]])
def test_words_are_chinese_or_english(lang: object) -> None:
    """There is no word in another language, by the kinship and by the tie."""
    message = "is not a language of this library; expected zh or en"
    for kinship in (Kinship.PARENT, Kinship.OTHER_RELATIVE):
        with pytest.raises(RuleError, match=message):
            kinship.word(WOMAN, cast("Any", lang))
        with pytest.raises(RuleError, match=message):
            FamilyTie(ANN, MAY, kinship).word(cast("Any", lang))


@pytest.mark.parametrize("sex", [None, "female", ANN])
def test_a_word_is_for_a_sex(sex: object) -> None:
    """Nothing and a text are no sex, also where one word is for both."""
    for kinship in (Kinship.PARENT, Kinship.NOT_RELATED):
        with pytest.raises(RuleError) as caught:
            kinship.word(cast("Any", sex))
        assert "sex" == caught.value.field


def test_copies_are_equal(copies: Callable[[object], list[object]]) -> None:
    """A copied or pickled tie or family is the same one, and is looked up as before."""
    tie = FamilyTie(ANN, MAY, Kinship.PARENT)
    family = Family([tie, FamilyTie(KIM, BEN, Kinship.STEP_PARENT, raised=True)])
    for value in (tie, family):
        assert all(value == other for other in copies(value))
        assert {value: 1} == {next(iter(copies(value))): 1}
    for other in copies(family):
        assert tie.inverse == cast("Family", other).tie(MAY, ANN)
