"""Statutory retirement: what holds for every month of birth, category and year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from shebao import Person, RetirementCategory, Sex, YearMonth, retirement

if TYPE_CHECKING:
    from collections.abc import Iterator

MALE, F55, F50, F60 = RetirementCategory
BIRTHS: Final = [YearMonth(year, month) for year in range(1930, 2011) for month in range(1, 13)]
#: 办法 第一条: old age, new age, and the months of birth that share one month of delay.
WORDING: Final = {MALE: (60, 63, 4), F55: (55, 58, 4), F50: (50, 55, 2), F60: (60, 63, 4)}
#: The months of birth whose law is known: that of women of rank from those who were 60 in 2015-03.
KNOWN: Final = {
    category: [birth for birth in BIRTHS if category is not F60 or birth >= YearMonth(1955, 3)]
    for category in RetirementCategory
}
every_category = pytest.mark.parametrize("category", RetirementCategory, ids=str)


def walked(births: list[YearMonth], old: int, new: int, cohort: int) -> Iterator[int]:
    """Ages in months of all births in turn, as the article says it step by step.

    Everybody retires at the old age until the first cohort, those who reach it in 2025-01. That
    cohort waits one month more, the next cohort one more than it, until the new age is reached.
    """
    age = 12 * old
    left_in_cohort = 0
    for birth in births:
        reaches_old_age_since_2025 = birth.year + old >= 2025
        if reaches_old_age_since_2025 and not left_in_cohort:
            left_in_cohort = cohort
            if age < 12 * new:
                age += 1
        if left_in_cohort:
            left_in_cohort -= 1
        yield age


@every_category
def test_ages_are_those_of_the_stepwise_wording(category: RetirementCategory) -> None:
    """Every month of birth from 1930 to 2010 has the age that a walk over the cohorts gives it."""
    births = KNOWN[category]
    expected = dict(zip(births, walked(births, *WORDING[category]), strict=True))
    actual = {birth: retirement.statutory(birth, category).age_months for birth in births}

    assert expected == actual


@every_category
def test_the_month_is_the_birth_and_the_age_later(category: RetirementCategory) -> None:
    """The month of retirement is the month of birth moved on the calendar by the age."""
    for birth in KNOWN[category]:
        found = retirement.statutory(birth, category)
        reached = birth.first_day + relativedelta(months=found.age_months)
        assert found.month == YearMonth(reached.year, reached.month)
        assert found.category is category


@every_category
def test_the_delay_lies_between_nothing_and_the_cap(category: RetirementCategory) -> None:
    """Delay is what the age has over the old age: never negative, never above the cap, both met."""
    old, new, _ = WORDING[category]
    delays = [retirement.statutory(birth, category).delay_months for birth in KNOWN[category]]
    ages = [retirement.statutory(birth, category).age_months for birth in KNOWN[category]]

    assert delays == [age - 12 * old for age in ages]
    assert (min(delays), max(delays)) == (0, 12 * (new - old))


@every_category
def test_never_earlier_for_a_later_birth(category: RetirementCategory) -> None:
    """Who is born a month later retires one or two months later, never earlier."""
    months = [retirement.statutory(birth, category).month for birth in KNOWN[category]]

    assert {later - earlier for earlier, later in pairwise(months)} == {1, 2}


@every_category
def test_the_law_is_that_of_the_day_on_which_the_old_age_is_reached(
    category: RetirementCategory,
) -> None:
    """Before 2025-01 the measures of the track are cited, from then on the Measures of 2024."""
    old, _, _ = WORDING[category]
    before = {F55: "cadres-1978", F60: "women-of-rank-2015"}.get(category, "workers-1978")
    for birth in KNOWN[category]:
        expected = "delay-2024" if birth.year + old >= 2025 else before
        assert expected == retirement.statutory(birth, category).citation.instrument.key


@given(
    birth=st.sampled_from(BIRTHS),
    day=st.integers(1, 31),
    category=st.sampled_from([MALE, F55, F50]),
)
def test_only_the_month_of_birth_matters(
    birth: YearMonth, day: int, category: RetirementCategory
) -> None:
    """A day of birth, its month and its text have one answer."""
    last = monthrange(birth.year, birth.month)[1]
    born = date(birth.year, birth.month, min(day, last))
    by_month = retirement.statutory(birth, category)

    assert by_month == retirement.statutory(born, category)
    assert by_month == retirement.statutory(born.isoformat(), category)


@given(birth=st.sampled_from(BIRTHS), category=st.sampled_from([MALE, F55, F50]))
def test_a_person_has_the_answer_of_the_category(
    birth: YearMonth, category: RetirementCategory
) -> None:
    """With a category there is one answer; a woman without one has both, a man always one."""
    named = Person(birth=birth, sex=category.sex, retirement_category=category)
    unnamed = Person(birth=birth, sex=category.sex)
    tracks = (MALE,) if category.sex is Sex.MALE else (F55, F50)

    assert (retirement.statutory(birth, category),) == retirement.for_person(named)
    assert tuple(retirement.statutory(birth, each) for each in tracks) == retirement.for_person(
        unnamed
    )


@given(birth=st.sampled_from(BIRTHS))
def test_the_order_of_the_three_tracks_stays(birth: YearMonth) -> None:
    """Of three people of one month the woman of 50 retires first and the man last."""
    first, second, third = (retirement.statutory(birth, each).month for each in (F50, F55, MALE))

    assert first < second < third


def test_the_minimum_by_the_words_of_the_article() -> None:
    """Fifteen years up to 2029, six months more in each year from 2030, twenty years at the end."""
    months = 15 * 12
    expected = {}
    for year in range(1998, 2061):
        if year >= 2030 and months < 20 * 12:
            months += 6
        expected[year] = months
    actual = {year: retirement.minimum_contribution_months(year) for year in expected}

    assert expected == actual
    assert [actual[year] for year in (2029, 2030, 2038, 2039)] == [180, 186, 234, 240]
