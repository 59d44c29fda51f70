"""Who is a near relative 近亲属: the eight classes of the Civil Code, and nobody else."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any, Final, cast

import pytest

from shebao import (
    Evidence,
    FamilyTie,
    Kinship,
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
    explain,
)
from shebao.law import shipped
from shebao.law.parameters import NEAR_RELATIVES, STEP_CHILDREN
from shebao.rules.kin import check_tie, kin_condition, near_relative

IN_FORCE: Final = date(2021, 1, 1)
#: 民法典 第一千零四十五条第二款, word for word.
ARTICLE: Final = "配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女为近亲属。"
NEAR: Final = ARTICLE.removesuffix("为近亲属。").split("、")
STEPS: Final = {Kinship.STEP_PARENT: Kinship.PARENT, Kinship.STEP_CHILD: Kinship.CHILD}
OUTCOMES: Final = {
    True: Outcome.ELIGIBLE,
    False: Outcome.INELIGIBLE,
    None: Outcome.UNDETERMINED,
}
#: Every kinship with all that may be said of the upbringing.
SAID: Final = [
    (kinship, raised)
    for kinship in Kinship
    for raised in ((True, False, None) if kinship in STEPS else (None,))
]


def tie_of(
    kinship: Kinship, raised: bool | None = None, of_sex: Sex = Sex.FEMALE, sex: Sex = Sex.MALE
) -> FamilyTie:
    """A tie of some kinship, with births in the order of generations."""
    year = 1950 - 25 * (kinship.generations or 0)
    person = Person(birth=date(1950, 5, 1), sex=of_sex, label="张三")
    relative = Person(birth=date(year, 5, 1), sex=sex, label="李四")
    return FamilyTie(person, relative, kinship, raised)


def is_in_the_article(kinship: Kinship) -> bool:
    """Whether a kinship is one of the eight classes, or certainly one of two of them."""
    return all(word in NEAR for word in kinship.zh.split("或者"))


def test_the_eight_classes_are_all_there() -> None:
    """Each of the eight words of the article is a kinship, and ten kinships are made of them."""
    assert set(NEAR) <= {kinship.zh for kinship in Kinship}
    assert 8 == len(NEAR)
    assert 10 == sum(map(is_in_the_article, Kinship))


@pytest.mark.parametrize(("kinship", "raised"), SAID)
def test_exactly_the_eight_classes_are_near(kinship: Kinship, raised: bool | None) -> None:
    """The eight classes are near relatives, step-relatives as they were brought up, all others not."""
    expected = raised if kinship in STEPS else is_in_the_article(kinship)
    decision = near_relative(tie_of(kinship, raised), on=IN_FORCE)

    assert OUTCOMES[expected] is decision.outcome
    assert expected is decision.eligible
    assert kinship is decision.value
    assert Question.NEAR_RELATIVE is decision.question
    assert Evidence.OFFICIAL is decision.evidence


@pytest.mark.parametrize(
    "word",
    [
        "配偶的父母",
        "子女的配偶",
        "兄弟姐妹的配偶、配偶的兄弟姐妹",
        "配偶的祖父母、外祖父母",
        "孙子女、外孙子女的配偶",
        "曾祖父母、外曾祖父母",
        "曾孙子女、外曾孙子女",
        "其他亲属",
        "非亲属",
    ],
)
def test_who_is_not_near(word: str) -> None:
    """In-laws, great-grandparents, other relatives and strangers are no near relatives."""
    (kinship,) = (each for each in Kinship if word == each.zh)

    assert near_relative(tie_of(kinship), on=IN_FORCE).eligible is False


@pytest.mark.parametrize(("kinship", "raised"), SAID)
def test_nearness_is_mutual(kinship: Kinship, raised: bool | None) -> None:
    """A tie and its inverse get the same answer, whatever the sexes."""
    for on, of_sex, sex in product((date(2020, 12, 31), IN_FORCE), Sex, Sex):
        tie = tie_of(kinship, raised, of_sex, sex)
        one, other = near_relative(tie, on=on), near_relative(tie.inverse, on=on)

        assert one.outcome is other.outcome
        assert one.missing == other.missing
        assert near_relative(tie_of(kinship, raised), on=on).outcome is one.outcome


@pytest.mark.parametrize("kinship", STEPS)
def test_an_unknown_upbringing_is_what_is_missing(kinship: Kinship) -> None:
    """Of a step-relative the answer names the upbringing; the class it is like is met."""
    decision = near_relative(tie_of(kinship), on=IN_FORCE)
    (condition,) = decision.conditions

    assert ["raised"] == [missing.name for missing in decision.missing]
    assert [Reason.KIN_NEAR, Reason.KIN_STEP, Reason.KIN_RAISED] == [
        part.reason for part in condition.walk()
    ]
    assert (Verdict.MET, STEPS[kinship]) == (condition.parts[0].verdict, condition.parts[0].actual)
    assert "all" == condition.mode


@pytest.mark.parametrize(("kinship", "raised"), SAID)
def test_before_the_civil_code_it_is_open(kinship: Kinship, raised: bool | None) -> None:
    """Until 2020-12-31 the law is not known, and the answer names it."""
    for day in (date(2020, 12, 31), date(1992, 1, 1)):
        decision = near_relative(tie_of(kinship, raised), on=day)

        assert Outcome.UNDETERMINED is decision.outcome
        assert [(NEAR_RELATIVES.name, "100000")] == [
            (each.name, each.area) for each in decision.missing
        ]
        assert kinship is decision.value


def test_the_law_is_cited() -> None:
    """The condition rests on the second paragraph of the article."""
    (condition,) = near_relative(tie_of(Kinship.SIBLING), on=IN_FORCE).conditions

    assert condition.citation is not None
    assert "第一千零四十五条第二款" == condition.citation.article
    assert ARTICLE == condition.citation.quote


@pytest.mark.parametrize("kinship", STEPS)
@pytest.mark.parametrize("raised", [True, False, None])
def test_step_relations_have_an_article_of_their_own(kinship: Kinship, raised: bool | None) -> None:
    """That a step-child is as a child stands elsewhere than who is near; the answer is of the step."""
    (condition,) = near_relative(tie_of(kinship, raised), on=IN_FORCE).conditions
    like, brought_up = condition.parts

    assert [kinship, STEPS[kinship], raised] == [
        each.actual for each in (condition, like, brought_up)
    ]
    for part, article in (
        (like, "第一千零四十五条第二款"),
        (brought_up, "第一千零七十二条第二款"),
    ):
        assert part.citation is not None
        assert article == part.citation.article
        assert Evidence.OFFICIAL is part.evidence


@pytest.mark.parametrize("kinship", STEPS)
@pytest.mark.parametrize("raised", [True, False, None])
def test_where_nothing_is_known_of_step_children_it_is_open(
    kinship: Kinship, raised: bool | None
) -> None:
    """Without the article on them, whoever was brought up, the law is what is missing."""
    rule = shipped().get(NEAR_RELATIVES, on=IN_FORCE)
    tie = tie_of(kinship, raised)
    condition = kin_condition(Reason.KIN_NEAR, tie, [Kinship.PARENT, Kinship.CHILD], rule, None)

    assert (Verdict.UNKNOWN, kinship) == (condition.verdict, condition.actual)
    assert (Reason.KIN_RAISED, raised) == (condition.parts[1].reason, condition.parts[1].actual)
    assert (Missing(STEP_CHILDREN.name, "100000"),) == condition.parts[1].needs


@pytest.mark.parametrize(("kinship", "raised"), SAID)
def test_an_open_answer_still_tells_the_kinship(kinship: Kinship, raised: bool | None) -> None:
    """Before the Civil Code the condition says of whom it was asked."""
    (condition,) = near_relative(tie_of(kinship, raised), on=date(2020, 12, 31)).conditions

    assert (Verdict.UNKNOWN, kinship) == (condition.verdict, condition.actual)


@pytest.mark.parametrize(("kinship", "raised"), SAID)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_answer_is_told_without_a_name(kinship: Kinship, raised: bool | None, lang: str) -> None:
    """The sentences name the kinship, never the people."""
    for on in (date(2020, 12, 31), IN_FORCE):
        text = explain(near_relative(tie_of(kinship, raised), on=on), lang)
        assert "张三" not in "".join(text.split())
        assert "李四" not in "".join(text.split())
    like = STEPS.get(kinship, kinship)
    word = like.zh if lang == "zh" else like.en
    # A line may end inside a word.
    assert "".join(word.split()) in "".join(text.split())


def test_a_circle_may_be_narrower() -> None:
    """Of a circle without children no step-child is one, and of a circle that names it every one is."""
    rule = shipped().get(NEAR_RELATIVES, on=IN_FORCE)
    step = shipped().get(STEP_CHILDREN, on=IN_FORCE)
    for raised in (True, False, None):
        tie = tie_of(Kinship.STEP_CHILD, raised)
        narrow = kin_condition(Reason.SHARING_KIN, tie, [Kinship.SPOUSE], rule, step)
        named = kin_condition(Reason.SHARING_KIN, tie, [Kinship.STEP_CHILD], rule, None)

        assert (Reason.SHARING_KIN, Verdict.NOT_MET) == (narrow.reason, narrow.verdict)
        assert (Reason.SHARING_KIN, Verdict.MET) == (named.reason, named.verdict)
        assert () == named.parts
    tie = tie_of(Kinship.PARENT)
    parent = kin_condition(Reason.SHARING_KIN, tie, [Kinship.SPOUSE], rule, step)
    assert Verdict.NOT_MET is parent.verdict


@pytest.mark.parametrize("tie", [None, "张三", Kinship.PARENT, tie_of(Kinship.PARENT).person])
def test_only_a_tie_is_asked_about(tie: object) -> None:
    """A person, a kinship or a name is no tie, and the name is not repeated."""
    for ask in (check_tie, lambda wrong: near_relative(cast("Any", wrong), on=IN_FORCE)):
        with pytest.raises(PersonError, match="a FamilyTie") as caught:
            ask(tie)
        assert "张三" not in f"{caught.value!s} {caught.value!r}"


def test_day_and_law_are_checked() -> None:
    """A text is no day and no law."""
    tie = tie_of(Kinship.PARENT)
    with pytest.raises(MonthError, match="on: '2026-01-29' is of type str"):
        near_relative(tie, on=cast("Any", "2026-01-29"))
    with pytest.raises(RuleError, match="law: 'civil code' is of type str"):
        near_relative(tie, on=IN_FORCE, law=cast("Any", "civil code"))
