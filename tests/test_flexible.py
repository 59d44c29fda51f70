"""Flexible retirement: how early, how late, with which minimum and what notice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import RetirementCategory, RuleError, YearMonth, retirement

MALE, F55, F50, F60 = RetirementCategory
ORIGINAL = {MALE: 720, F55: 660, F50: 600, F60: 720}

births = st.integers(YearMonth(1955, 3).ordinal, YearMonth(2010, 12).ordinal).map(
    YearMonth.from_ordinal
)
tracks = st.sampled_from(RetirementCategory)


@pytest.mark.parametrize(
    ("birth", "track", "chosen", "required"),
    [
        ("1968-01", MALE, "2031-11", 180),
        ("1970-01", MALE, "2034-05", 192),
        ("1970-01", MALE, "2031-05", 192),
        ("1970-01", MALE, "2030-01", 186),
        ("1975-01", F55, "2034-05", 192),
        ("1980-01", F50, "2035-08", 198),
        ("1990-01", MALE, "2056-01", 240),
    ],
)
def test_the_minimum_of_the_chosen_or_the_statutory_year(
    birth: str, track: RetirementCategory, chosen: str, required: int
) -> None:
    """Early: the minimum of the chosen year; late: that of the statutory year (第七条)."""
    found = retirement.flexible(YearMonth.parse(birth), track)
    assert required == found.minimum_contribution(chosen).value


def test_the_example_of_chengdu() -> None:
    """Statutory in 2031 (16 years): early in 2029 takes 15 years, late in 2034 still 16."""
    found = retirement.flexible(YearMonth(1970, 1), MALE)
    assert (str(found.earliest), str(found.statutory), str(found.latest)) == (
        "2030-01",
        "2031-05",
        "2034-05",
    )
    woman = retirement.flexible(YearMonth(1974, 10), F55)
    assert [woman.minimum_contribution(month).value for month in ("2029-10", "2034-01")] == [
        180,
        192,
    ]


@given(births, tracks)
def test_early_is_never_before_the_original_age(
    birth: YearMonth, track: RetirementCategory
) -> None:
    """Earliest, statutory and latest follow each other, at most three years apart."""
    found = retirement.flexible(birth, track)
    assert birth + ORIGINAL[track] <= found.earliest <= found.statutory <= found.latest
    assert found.statutory - found.earliest <= 36
    assert found.latest - found.statutory <= 36


@given(births, tracks)
def test_not_for_who_had_reached_the_original_age(
    birth: YearMonth, track: RetirementCategory
) -> None:
    """Who had reached the original age by the end of 2024 has no choice; everybody later has."""
    found = retirement.flexible(birth, track)
    is_late_cohort = birth + ORIGINAL[track] >= YearMonth(2025, 1)
    assert is_late_cohort is (found.rule is not None)
    assert is_late_cohort is (found.latest > found.statutory)


@pytest.mark.parametrize("chosen", ["2029-12", "2034-06"])
def test_a_month_outside_cannot_be_chosen(chosen: str) -> None:
    """The error says between which months one may choose."""
    found = retirement.flexible(YearMonth(1970, 1), MALE)
    with pytest.raises(RuleError) as caught:
        found.minimum_contribution(chosen)
    assert (caught.value.field, caught.value.value) == ("chosen", chosen)
    assert "2030-01 to 2034-05" in str(caught.value)


@pytest.mark.parametrize("track", ["male", None])
def test_a_track_is_a_term(track: Any) -> None:  # noqa: ANN401
    """The category is never guessed from a text."""
    with pytest.raises(RuleError) as caught:
        retirement.flexible(YearMonth(1970, 1), track)
    assert caught.value.field == "category"
