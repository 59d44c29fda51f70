"""Statutory retirement by example: named cohorts, the laws that are cited, and bad arguments."""

from __future__ import annotations

from datetime import date
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
from shebao.law import Citation, Instrument, parameters, shipped

MALE, F55, F50, F60 = RetirementCategory

#: Month of birth and month of retirement, from a public demonstration that agrees with the
#: calculator of the electronic social-security card.
CALCULATOR = [
    (MALE, "1965-01", "2025-02"),
    (MALE, "1966-01", "2026-05"),
    (MALE, "1975-06", "2038-02"),
    (MALE, "1988-09", "2051-09"),
    (F55, "1970-01", "2025-02"),
    (F55, "1970-06", "2025-08"),
    (F55, "1970-09", "2025-12"),
    (F55, "1971-06", "2026-11"),
    (F55, "1988-09", "2046-09"),
    (F50, "1975-01", "2025-02"),
    (F50, "1975-06", "2025-09"),
    (F50, "1975-12", "2026-06"),
    (F50, "1976-06", "2027-03"),
    (F50, "1977-01", "2028-02"),
    (F50, "1984-11", "2039-11"),
]

#: Month of birth, month of retirement, age in years and months, delay: vectors of third parties.
VECTORS = [
    (F55, "1971-04", "2026-08", (55, 4), 4),
    (F50, "1995-12", "2050-12", (55, 0), 60),
    (MALE, "1995-12", "2058-12", (63, 0), 36),
    (F55, "2000-12", "2058-12", (58, 0), 36),
    (MALE, "2000-12", "2063-12", (63, 0), 36),
    (MALE, "1965-12", "2026-03", (60, 3), 3),
    (MALE, "1963-12", "2023-12", (60, 0), 0),
    (F55, "1963-04", "2018-04", (55, 0), 0),
    (MALE, "1964-02", "2024-02", (60, 0), 0),
    (MALE, "1965-01", "2025-02", (60, 1), 1),
    (MALE, "1967-05", "2028-01", (60, 8), 8),
    (F55, "1974-10", "2031-01", (56, 3), 15),
    (MALE, "1983-02", "2046-02", (63, 0), 36),
]

#: The last cohort before the new age, and the first at it.
EDGES = [
    (MALE, "1976-08", (62, 11)),
    (MALE, "1976-09", (63, 0)),
    (F55, "1981-08", (57, 11)),
    (F55, "1981-09", (58, 0)),
    (F50, "1984-10", (54, 11)),
    (F50, "1984-11", (55, 0)),
]


@pytest.mark.parametrize(("category", "birth", "month"), CALCULATOR)
def test_months_of_the_public_calculator(
    category: RetirementCategory, birth: str, month: str
) -> None:
    """The month of retirement is the one that the calculator gives."""
    assert month == str(retirement.statutory(birth, category).month)


@pytest.mark.parametrize(("category", "birth", "month", "age", "delay"), VECTORS)
def test_vectors_of_month_age_and_delay(
    category: RetirementCategory, birth: str, month: str, age: tuple[int, int], delay: int
) -> None:
    """Month, age and delay agree with vectors that others worked out."""
    found = retirement.statutory(birth, category)

    assert (month, *age, delay) == (
        str(found.month),
        *divmod(found.age_months, 12),
        found.delay_months,
    )


@pytest.mark.parametrize(("category", "birth", "age"), EDGES)
def test_the_new_age_is_reached_at_its_cohort(
    category: RetirementCategory, birth: str, age: tuple[int, int]
) -> None:
    """The new age begins with the births of 1976-09, 1981-09 and 1984-11, not a month earlier."""
    assert age == divmod(retirement.statutory(birth, category).age_months, 12)


@pytest.mark.parametrize(
    ("category", "first"), [(MALE, "1965-01"), (F55, "1970-01"), (F50, "1975-01")]
)
def test_the_first_affected_cohort_already_waits_one_month(
    category: RetirementCategory, first: str
) -> None:
    """Who reaches the old age in 2025-01 retires in 2025-02; a month earlier nobody waits."""
    cohort = YearMonth.parse(first)

    assert [
        retirement.statutory(month, category).delay_months for month in (cohort - 1, cohort)
    ] == [0, 1]
    assert str(retirement.statutory(cohort - 1, category).month) == "2024-12"
    assert str(retirement.statutory(cohort, category).month) == "2025-02"


def test_women_of_original_age_50_are_delayed_too_and_longest() -> None:
    """One month for every two months of birth, up to five years, which is 60 months and not 36."""
    births = ["1975-02", "1975-03", "1980-11", "1981-01", "1984-11", "1999-01"]

    assert [retirement.statutory(birth, F50).delay_months for birth in births] == [
        1, 2, 36, 37, 60, 60,
    ]  # fmt: skip


def test_a_cohort_is_four_or_two_months_of_birth() -> None:
    """Births of 1965-01 to 1965-04 wait one month alike, women of 50 born 1975-01 to 1975-02."""
    men = [retirement.statutory(f"1965-{month:02}", MALE).delay_months for month in range(1, 13)]
    women = [retirement.statutory(f"1975-{month:02}", F50).delay_months for month in range(1, 7)]

    assert men == [1] * 4 + [2] * 4 + [3] * 4
    assert women == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("category", "birth", "law", "article"),
    [
        (MALE, "1964-12", "国务院关于工人退休、退职的暂行办法", "第一条(一)"),
        (MALE, "1965-01", "国务院关于渐进式延迟法定退休年龄的办法", "第一条"),
        (F55, "1969-12", "国务院关于安置老弱病残干部的暂行办法", "第四条(一)"),
        (F55, "1970-01", "国务院关于渐进式延迟法定退休年龄的办法", "第一条"),
        (F50, "1974-12", "国务院关于工人退休、退职的暂行办法", "第一条(一)"),
        (F50, "1975-01", "国务院关于渐进式延迟法定退休年龄的办法", "第一条"),
    ],
)
def test_the_answer_cites_its_law(
    category: RetirementCategory, birth: str, law: str, article: str
) -> None:
    """Who reached the old age in 2024-12 retires by the law of 1978, a month later by that of 2024."""
    found = retirement.statutory(birth, category)

    assert (law, article) == (found.citation.instrument.title_zh, found.citation.article)
    assert found.evidence is Evidence.OFFICIAL


def test_before_the_law_of_1978_nothing_is_known() -> None:
    """A man who reached 60 before the Interim Measures is an error that names the parameter."""
    assert str(retirement.statutory("1918-06", MALE).month) == "1978-06"
    with pytest.raises(UnknownLawError) as caught:
        retirement.statutory("1918-05", MALE)

    assert caught.value.parameter == "retirement.schedule.male"
    assert caught.value.day == "1978-05-01"


def test_a_reform_is_another_law() -> None:
    """With a law value of the caller, ages stay at 60 and the citation is the caller's."""
    cited = Citation(Instrument("reform", "某改革", "A Reform", "某机关"))
    law = shipped().replacing(
        parameters.RETIREMENT_SCHEDULE[MALE],
        {"original_age_months": 720, "cap_months": 0},
        citation=cited,
        evidence=Evidence.SECONDARY,
    )
    found = retirement.statutory("1980-05", MALE, law=law)

    assert (str(found.month), found.delay_months) == ("2040-05", 0)
    assert (found.citation, found.evidence) == (cited, Evidence.SECONDARY)


def test_no_place_changes_the_ages() -> None:
    """Ages are national: in Shijiazhuang and at an unknown code they are the same."""
    national = retirement.statutory("1975-12", F50)

    assert national == retirement.statutory("1975-12", F50, area="130100")
    assert national == retirement.statutory("1975-12", F50, area="999999")


def test_the_categories_of_people() -> None:
    """A man has one track, a woman whose category is known one, any other woman two."""
    man = Person(birth=date(1980, 1, 1), sex=Sex.MALE)
    known = Person(birth=date(1980, 1, 1), sex=Sex.FEMALE, retirement_category=F50)
    unknown = Person(birth=date(1980, 1, 1), sex=Sex.FEMALE)

    assert [retirement.categories(each) for each in (man, known, unknown)] == [
        (MALE,),
        (F50,),
        (F55, F50),
    ]


def test_both_answers_for_a_woman_of_unknown_category() -> None:
    """A woman born in 1975-12 retires in 2032-06 (55 years and a year and a half) or in 2026-06."""
    woman = Person(birth=YearMonth(1975, 12), sex=Sex.FEMALE)
    found = retirement.for_person(woman)

    assert [(each.category, str(each.month)) for each in found] == [
        (F55, "2032-06"),
        (F50, "2026-06"),
    ]


def test_a_person_is_judged_by_the_law_and_place_given() -> None:
    """The caller's law reaches the answers for a person."""
    law = shipped().replacing(
        parameters.RETIREMENT_SCHEDULE[F50], {"original_age_months": 600, "cap_months": 0}
    )
    woman = Person(birth=YearMonth(1975, 12), sex=Sex.FEMALE, retirement_category=F50)

    assert ["2025-12"] == [
        str(each.month) for each in retirement.for_person(woman, area="130100", law=law)
    ]


@pytest.mark.parametrize(
    ("year", "law", "article"),
    [
        (1998, "国务院关于建立统一的企业职工基本养老保险制度的决定", None),
        (2005, "国务院关于完善企业职工基本养老保险制度的决定", None),
        (2011, "中华人民共和国社会保险法", "第十六条"),
        (2024, "中华人民共和国社会保险法", "第十六条"),
        (2025, "国务院关于渐进式延迟法定退休年龄的办法", "第二条"),
        (2039, "国务院关于渐进式延迟法定退休年龄的办法", "第二条"),
    ],
)
def test_the_minimum_cites_its_law(year: int, law: str, article: str | None) -> None:
    """Fifteen years stood in one text after another, until the Measures of 2024 let them rise."""
    found = retirement.minimum_contribution(year)

    assert (law, article) == (found.citation.instrument.title_zh, found.citation.article)
    assert found.value == retirement.minimum_contribution_months(year)


def test_before_the_decision_of_1997_no_minimum_is_known() -> None:
    """The minimum of 1996 is an error, that of 1997 is fifteen years."""
    assert retirement.minimum_contribution_months(1997) == 180
    with pytest.raises(UnknownLawError, match=r"pension\.minimum_months is not known"):
        retirement.minimum_contribution_months(1996)


def test_a_minimum_that_does_not_rise() -> None:
    """Under a caller's law of ten years the minimum of any year is 120 months."""
    law = shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 120})

    assert [
        retirement.minimum_contribution_months(year, law=law, area="130100")
        for year in (2024, 2030, 2060)
    ] == [120, 120, 120]


@pytest.mark.parametrize("year", [2031.0, "2031", True, None, 0, -1, 10_000, date(2031, 1, 1)])
def test_a_year_is_an_int_of_the_calendar(year: object) -> None:
    """Anything else is refused, with the field, the value and an example."""
    with pytest.raises(RuleError) as caught:
        retirement.minimum_contribution_months(cast("Any", year))

    (fault,) = caught.value.faults
    assert (fault.field, fault.value) == ("year", year)
    assert str(fault) == f"year: {year!r} is no year; expected an int such as 2031"


@pytest.mark.parametrize("category", ["male", None, Sex.MALE, 60])
def test_a_category_is_one_of_three(category: object) -> None:
    """Anything else is refused, with the three that there are."""
    with pytest.raises(RuleError) as caught:
        retirement.statutory("1970-01", cast("Any", category))

    (fault,) = caught.value.faults
    assert (fault.field, fault.value) == ("category", category)
    assert fault.problem == "is no RetirementCategory"
    assert all(name in fault.expected for name in ("MALE", "FEMALE_55", "FEMALE_50"))


@pytest.mark.parametrize("birth", ["1970-13", 197001, None, "born in May"])
def test_a_birth_is_a_month_or_a_day(birth: object) -> None:
    """What is neither is refused, and the error says that it was the birth."""
    with pytest.raises(MonthError) as caught:
        retirement.statutory(cast("Any", birth), MALE)

    assert (caught.value.field, caught.value.value) == ("birth", birth)


@pytest.mark.parametrize("area", ["1301", "石家庄", 130100])
def test_an_area_is_a_code_of_six_digits(area: object) -> None:
    """A name or a short code is refused, with an example of a code."""
    for ask in (
        lambda: retirement.statutory("1970-01", MALE, area=cast("Any", area)),
        lambda: retirement.minimum_contribution_months(2031, area=cast("Any", area)),
    ):
        with pytest.raises(RuleError, match=r'is not an area code; expected six digits.*"130100"'):
            ask()
