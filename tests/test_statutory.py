"""Statutory ages by example: women on the track of 60, the day of retirement, the first pension."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

import pytest

from shebao import (
    Evidence,
    MonthError,
    Person,
    RetirementCategory,
    RuleError,
    Sex,
    UnknownLawError,
    YearMonth,
    retirement,
)
from shebao.law import parameters, shipped

MALE, F55, F50, F60 = RetirementCategory


def _applied(birth: Any, **where: Any) -> retirement.Statutory:  # noqa: ANN401
    """Retirement of a woman of rank who applied for it."""
    return retirement.statutory(birth, RetirementCategory.FEMALE_60, on_application=True, **where)


class TestWomenOfRank:
    """组通字〔2015〕14号: 60, or 55 on application; from 2025 both rise."""

    @pytest.mark.parametrize(
        ("birth", "month", "age"),
        [
            ("1955-03", "2015-03", (60, 0)),
            ("1964-12", "2024-12", (60, 0)),
            ("1965-01", "2025-02", (60, 1)),
            ("1970-05", "2031-10", (61, 5)),
            ("1976-08", "2039-07", (62, 11)),
            ("1976-09", "2039-09", (63, 0)),
            ("1990-06", "2053-06", (63, 0)),
        ],
    )
    def test_sixty_rises_to_63(self, birth: str, month: str, age: tuple[int, int]) -> None:
        """Born in 1970-05 she retires at 61 years and 5 months; the steps are those of men."""
        found = retirement.statutory(birth, F60)

        assert (month, age) == (str(found.month), divmod(found.age_months, 12))
        assert found.age_months == retirement.statutory(birth, MALE).age_months

    @pytest.mark.parametrize(
        ("birth", "month", "age"),
        [
            ("1960-03", "2015-03", (55, 0)),
            ("1969-12", "2024-12", (55, 0)),
            ("1970-01", "2025-02", (55, 1)),
            ("1978-08", "2035-10", (57, 2)),
            ("1981-08", "2039-07", (57, 11)),
            ("1981-09", "2039-09", (58, 0)),
        ],
    )
    def test_on_application_55_rises_to_58(
        self, birth: str, month: str, age: tuple[int, int]
    ) -> None:
        """Born in 1978-08 she may apply at 57 years and 2 months, like a woman of original age 55."""
        found = _applied(birth)

        assert (month, age) == (str(found.month), divmod(found.age_months, 12))
        assert found.age_months == retirement.statutory(birth, F55).age_months

    @pytest.mark.parametrize(
        ("birth", "number", "grade"),
        [
            ("1964-12", "组通字〔2015〕14号", Evidence.OFFICIAL),
            ("1965-01", None, Evidence.SECONDARY),
        ],
    )
    def test_the_risen_ages_are_less_well_attested(
        self, birth: str, number: str | None, grade: Evidence
    ) -> None:
        """The notice of 2015 was read; that its 60 and 55 rise is told by others."""
        at_60 = retirement.statutory(birth, F60)
        at_55 = _applied(YearMonth.parse(birth) + 60)

        for found in (at_60, at_55):
            assert (number, grade) == (found.citation.instrument.number, found.evidence)

    def test_before_the_notice_of_2015_nothing_is_known(self) -> None:
        """Women who reached 60, or 55 to apply, by 2015-02 are errors that name the parameter."""
        with pytest.raises(UnknownLawError) as at_60:
            retirement.statutory("1955-02", F60)
        with pytest.raises(UnknownLawError) as at_55:
            _applied("1960-02")

        assert at_60.value.parameter == "retirement.schedule.female_60"
        assert at_55.value.parameter == "retirement.on_application.female_60"

    def test_rank_is_never_assumed(self) -> None:
        """A woman of unknown category is on the tracks of 55 or 50; that of 60 has to be given."""
        unknown = Person(birth=date(1978, 8, 1), sex=Sex.FEMALE)
        given = Person(birth=date(1978, 8, 1), sex=Sex.FEMALE, retirement_category=F60)

        assert [each.category for each in retirement.for_person(unknown)] == [F55, F50]
        found = [(each.category, each.is_on_application) for each in retirement.for_person(given)]
        assert found == [(F60, False), (F60, True)]

    @pytest.mark.parametrize("track", [RetirementCategory.MALE, F55, F50])
    def test_others_have_nothing_to_apply_for(self, track: RetirementCategory) -> None:
        """Only women of rank or senior title retire on application."""
        with pytest.raises(RuleError) as caught:
            retirement.statutory("1978-08", track, on_application=True)
        assert caught.value.field == "on_application"

    def test_another_law_of_applying(self) -> None:
        """With 50 years in a law of the caller, for one place, she may apply at 50 there alone."""
        law = shipped().replacing(
            parameters.RETIREMENT_ON_APPLICATION,
            {"original_age_months": 600, "cap_months": 0},
            area="130100",
        )
        asked = [_applied("1978-08", area=area, law=law) for area in ("130100", None)]

        assert ["2028-08", "2035-10"] == [str(each.month) for each in asked]

    @pytest.mark.parametrize("birth", ["1978", 1978, None])
    def test_her_birth_is_a_month(self, birth: object) -> None:
        """A year is no month of birth."""
        with pytest.raises(MonthError) as caught:
            _applied(cast("Any", birth))

        assert caught.value.field == "birth"

    def test_a_law_is_a_law(self) -> None:
        """A text is refused, also when she applies."""
        with pytest.raises(RuleError, match="law: 'of 2015' is of type str"):
            _applied("1978-08", law=cast("Any", "of 2015"))


def test_the_law_of_a_place_is_that_of_the_age_there() -> None:
    """Where women of 50 wait until 55 from 2020 on, one who is 50 in 2018 waits too, there alone."""
    law = shipped().replacing(
        parameters.RETIREMENT_SCHEDULE[F50],
        {"original_age_months": 660, "cap_months": 0},
        area="130100",
        valid_from=date(2020, 1, 1),
    )
    woman = Person(birth=date(1968, 5, 8), sex=Sex.FEMALE, retirement_category=F50)
    found = [retirement.for_person(woman, area=area, law=law) for area in ("130100", None)]

    assert ["2023-05", "2018-05"] == [str(each.month) for (each,) in found]


class TestDay:
    """民法典 第二百零二条: where the day is missing, the month's last day is the end."""

    @pytest.mark.parametrize(
        ("birth", "month", "day"),
        [
            (date(1967, 5, 12), "2028-01", date(2028, 1, 12)),
            (date(1967, 5, 31), "2028-01", date(2028, 1, 31)),
            (date(1967, 5, 31), "2028-04", date(2028, 4, 30)),
            (date(1967, 5, 31), "2028-02", date(2028, 2, 29)),
            (date(1968, 2, 29), "2028-02", date(2028, 2, 29)),
            (date(1968, 2, 29), "2031-02", date(2031, 2, 28)),
            (date(1968, 2, 29), "2028-12", date(2028, 12, 29)),
        ],
    )
    def test_the_birthday_or_the_last_day(self, birth: date, month: str, day: date) -> None:
        """Born on the 29th to 31st one retires on the last day of a month that is too short."""
        assert day == retirement.day_of(birth, month)

    def test_a_month_of_birth_has_no_day(self) -> None:
        """Where only the month is known, no day is made up."""
        assert retirement.day_of(YearMonth(1967, 5), "2028-01") is None

    @pytest.mark.parametrize("birth", ["1967-05-12", None, datetime(1967, 5, 12)])  # noqa: DTZ001
    def test_a_birth_is_a_day_or_a_month(self, birth: object) -> None:
        """A text, nothing and a moment are refused by the name of the argument."""
        with pytest.raises(MonthError) as caught:
            retirement.day_of(cast("Any", birth), "2028-01")

        assert (caught.value.field, caught.value.value) == ("birth", birth)

    def test_a_month_is_a_month(self) -> None:
        """A year is none."""
        with pytest.raises(MonthError) as caught:
            retirement.day_of(date(1967, 5, 12), "2028")

        assert caught.value.field == "month"


class TestFirstPension:
    """人社部发〔2024〕94号: the pension begins in the month after the one of retirement (次月)."""

    @pytest.mark.parametrize(
        ("birth", "track", "first"),
        [
            ("1965-01", MALE, "2025-03"),
            ("1964-11", MALE, "2024-12"),
            ("1964-12", MALE, "2025-01"),
            ("1975-12", F50, "2026-07"),
        ],
    )
    def test_the_month_after(self, birth: str, track: RetirementCategory, first: str) -> None:
        """A man who is 60 in 2025-01 retires in 2025-02 and is paid from 2025-03 on."""
        assert first == str(retirement.statutory(birth, track).benefits_from)

    def test_on_application_too(self) -> None:
        """A woman of rank born in 1978-08 who applies is paid from 2035-11 on."""
        assert str(_applied("1978-08").benefits_from) == "2035-11"
