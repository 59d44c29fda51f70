"""Insured persons: what the law asks about one, and what cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from shebao.errors import MonthError, PersonError
from shebao.model.areas import ancestors
from shebao.model.people import Person
from shebao.months import YearMonth
from shebao.terms import RetirementCategory, Sex

if TYPE_CHECKING:
    from collections.abc import Callable

BIRTH = date(1975, 12, 3)


def test_a_man_has_one_track() -> None:
    """A man's track is MALE by itself, said or not."""
    man = Person(birth=BIRTH, sex=Sex.MALE)
    assert RetirementCategory.MALE is man.retirement_category
    assert man == Person(birth=BIRTH, sex=Sex.MALE, retirement_category=RetirementCategory.MALE)


def test_the_track_of_a_woman_is_a_fact_that_may_be_unknown() -> None:
    """Nothing is guessed of a woman: her track is the one given, or not known."""
    assert Person(birth=BIRTH, sex=Sex.FEMALE).retirement_category is None
    for track in (RetirementCategory.FEMALE_50, RetirementCategory.FEMALE_55):
        woman = Person(birth=BIRTH, sex=Sex.FEMALE, retirement_category=track)
        assert track is woman.retirement_category


def test_the_month_of_birth_is_known_by_day_or_by_month() -> None:
    """A birth is a day, or a month where the day is not known: two different statements."""
    by_day = Person(birth=date(1976, 2, 29), sex=Sex.MALE)
    by_month = Person(birth=YearMonth(1976, 2), sex=Sex.MALE)
    assert YearMonth(1976, 2) == by_day.birth_month
    assert YearMonth(1976, 2) == by_month.birth_month
    assert by_day != by_month


@pytest.mark.parametrize(
    ("facts", "field", "value", "message"),
    [
        (
            {"sex": Sex.FEMALE, "retirement_category": RetirementCategory.MALE},
            "retirement_category",
            RetirementCategory.MALE,
            (
                "retirement_category: RetirementCategory.MALE is not a track for Sex.FEMALE; expected "
                "None or RetirementCategory.FEMALE_55 or RetirementCategory.FEMALE_50"
                " or RetirementCategory.FEMALE_60"
            ),
        ),
        (
            {"sex": Sex.MALE, "retirement_category": RetirementCategory.FEMALE_50},
            "retirement_category",
            RetirementCategory.FEMALE_50,
            (
                "retirement_category: RetirementCategory.FEMALE_50 is not a track for Sex.MALE; "
                "expected None or RetirementCategory.MALE"
            ),
        ),
        (
            {"sex": Sex.MALE, "retirement_category": RetirementCategory.FEMALE_55},
            "retirement_category",
            RetirementCategory.FEMALE_55,
            (
                "retirement_category: RetirementCategory.FEMALE_55 is not a track for Sex.MALE; "
                "expected None or RetirementCategory.MALE"
            ),
        ),
        (
            {"sex": Sex.FEMALE, "retirement_category": "female_50"},
            "retirement_category",
            "female_50",
            (
                "retirement_category: 'female_50' is no RetirementCategory; expected "
                "RetirementCategory.MALE, RetirementCategory.FEMALE_55, "
                "RetirementCategory.FEMALE_50, RetirementCategory.FEMALE_60"
            ),
        ),
        (
            {"sex": "female"},
            "sex",
            "female",
            "sex: 'female' is no Sex; expected Sex.MALE, Sex.FEMALE",
        ),
        ({"sex": None}, "sex", None, "sex: None is no Sex; expected Sex.MALE, Sex.FEMALE"),
        (
            {"sex": Sex.MALE, "household_registration": "1301"},
            "household_registration",
            "1301",
            (
                "household_registration: '1301' is not an area code; expected six digits as text, such "
                'as "130100"'
            ),
        ),
        (
            {"sex": Sex.MALE, "household_registration": 130100},
            "household_registration",
            130100,
            (
                "household_registration: 130100 is not an area code; expected six digits as text, such "
                'as "130100"'
            ),
        ),
        (
            {"sex": Sex.MALE, "household_registration": "１３０１００"},
            "household_registration",
            "１３０１００",
            (
                "household_registration: '１３０１００' is not an area code; expected six digits as "
                'text, such as "130100"'
            ),
        ),
    ],
)
def test_a_person_that_cannot_be_is_refused(
    facts: dict[str, Any], field: str, value: object, message: str
) -> None:
    """Sex and track agree, terms are terms, and a registration is six digits."""
    with pytest.raises(PersonError) as caught:
        Person(birth=BIRTH, **facts)
    assert (field, value) == (caught.value.field, caught.value.value)
    assert message == str(caught.value)


@pytest.mark.parametrize("birth", ["1975-12-03", 19751203, None])
def test_a_birth_is_a_day_or_a_month(birth: object) -> None:
    """A text or a number is not taken for a day of birth."""
    with pytest.raises(MonthError) as caught:
        Person(birth=birth, sex=Sex.MALE)  # type: ignore[arg-type]
    assert ("birth", birth) == (caught.value.field, caught.value.value)


def test_a_label_is_masked_and_yet_tells_twins_apart() -> None:
    """A label is never shown, but two persons who differ in nothing else differ in it."""
    one = Person(birth=BIRTH, sex=Sex.FEMALE, label="110101197512034567")
    other = Person(birth=BIRTH, sex=Sex.FEMALE, label="second twin")
    assert one != other
    assert 2 == len({one, other})
    assert one == Person(birth=BIRTH, sex=Sex.FEMALE, label="110101197512034567")
    assert "label=***)" in repr(one)
    assert "1101011975" not in repr(one)
    assert "1101011975" not in str(one)
    assert "***" not in repr(Person(birth=BIRTH, sex=Sex.FEMALE))


def test_an_area_lies_in_its_prefecture_its_province_and_the_nation() -> None:
    """A code names its prefecture by four digits and its province by two."""
    assert ("130102", "130100", "130000", "100000") == ancestors("130102")
    assert ("130100", "130000", "100000") == ancestors("130100")
    assert ("130000", "100000") == ancestors("130000")
    assert ("100000",) == ancestors("100000")


def test_a_person_is_a_value(copies: Callable[[object], list[object]]) -> None:
    """A person is equal to every copy, is a key, and cannot be changed."""
    person = Person(
        birth=BIRTH,
        sex=Sex.FEMALE,
        retirement_category=RetirementCategory.FEMALE_55,
        household_registration="130100",
        label="a",
    )
    for other in copies(person):
        assert person == other
        assert {person: 1} == {other: 1}
    with pytest.raises(AttributeError):
        person.sex = Sex.MALE  # type: ignore[misc]


@pytest.mark.parametrize("label", ["", 5])
def test_a_label_is_a_text(label: object) -> None:
    """A label tells people apart, so it is not empty; and it never stands in an error."""
    with pytest.raises(PersonError) as caught:
        Person(birth=BIRTH, sex=Sex.MALE, label=label)  # type: ignore[arg-type]
    assert ("label", "***") == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    ("applied", "category"),
    [("yes", RetirementCategory.FEMALE_60), (True, RetirementCategory.FEMALE_55), (False, None)],
)
def test_an_application_is_that_of_a_woman_of_rank(
    applied: Any,  # noqa: ANN401 - anything may be given
    category: RetirementCategory | None,
) -> None:
    """Whether one retires on application is a truth value, and a fact of that track alone."""
    with pytest.raises(PersonError) as caught:
        Person(
            birth=BIRTH,
            sex=Sex.FEMALE,
            retirement_category=category,
            retires_on_application=applied,
        )
    assert caught.value.field == "retires_on_application"
