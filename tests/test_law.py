"""Law as a value: timelines, the nearest place, weaker and changed laws."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import LawFileError, MonthError, RuleError, UnknownLawError
from shebao.law import (
    Citation,
    Dated,
    Evidence,
    Instrument,
    Law,
    Parameter,
    Timeline,
    parameters,
    shipped,
)
from shebao.law.pension_values import TransitionalRule, YearsRounding
from shebao.law.timeline import Hole
from shebao.law.values import Flexibility, MinimumMonths, PayoutTable, RetirementSchedule
from shebao.months import YearMonth
from shebao.terms import InsuranceKind, RetirementCategory

DAY = timedelta(days=1)
MADE = Instrument("made", "某办法", "Some Measures", "某机关", "某发〔2020〕1号")
FLOOR = parameters.CONTRIBUTION_BASE_FLOOR
WAITING = parameters.MEDICAL_WAITING_MONTHS
MINIMUM = parameters.PENSION_MINIMUM_MONTHS
ON = date(2026, 1, 29)


def dated(
    value: int,
    first: date,
    last: date | None,
    evidence: Evidence = Evidence.OFFICIAL,
    published: date | None = None,
) -> Dated[int]:
    """An entry of an invented parameter."""
    return Dated("x", "130000", value, first, last, Citation(MADE), evidence, published)


def line(*entries: Dated[int] | Hole) -> Timeline[int]:
    """A timeline of an invented parameter."""
    return Timeline("x", "130000", entries)


#: Published late, unknown in 2022, weaker from 2023.
LINE = line(
    dated(1, date(2020, 1, 1), date(2020, 12, 31)),
    dated(2, date(2021, 1, 1), date(2021, 12, 31), published=date(2021, 9, 18)),
    Hole(date(2022, 1, 1), date(2022, 12, 31), "nobody knows"),
    dated(4, date(2023, 1, 1), date(2023, 12, 31), Evidence.SECONDARY, date(2023, 7, 1)),
    dated(5, date(2024, 1, 1), date(2024, 12, 31), Evidence.UNVERIFIED),
)
BEFORE_2026 = st.dates(date(2019, 1, 1), date(2026, 1, 1))


# Timelines


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2020, 1, 1), 1),
        (date(2020, 12, 31), 1),
        (date(2021, 1, 1), 2),
        (date(2021, 12, 31), 2),
        (date(2023, 1, 1), 4),
        (date(2024, 12, 31), 5),
    ],
)
def test_both_ends_of_an_entry_belong_to_it(day: date, value: int) -> None:
    """An entry holds on its first day and on its last day."""
    assert LINE.on(day).value == value


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2025, 1, 1), date.min, date.max])
def test_outside_the_range_the_error_names_it(day: date) -> None:
    """A day outside the range is unknown, and the error names parameter, area, day and range."""
    with pytest.raises(UnknownLawError) as caught:
        LINE.on(day)
    error = caught.value
    assert (error.parameter, error.area, error.day) == ("x", "130000", day.isoformat())
    assert error.known == "known for 130000 from 2020-01-01 to 2024-12-31"


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2022, 12, 31)])
def test_inside_a_hole_the_error_says_why(day: date) -> None:
    """Inside a hole the error gives the reason that stands in the data."""
    with pytest.raises(UnknownLawError, match="nobody knows"):
        LINE.on(day)


def test_silent_days_are_unknown() -> None:
    """A hole without a reason is unknown as days outside the range are."""
    silent = line(
        Hole(date(2020, 1, 1), date(2020, 12, 31), None), dated(1, date(2021, 1, 1), None)
    )
    with pytest.raises(UnknownLawError, match="known for 130000 from 2020-01-01 on"):
        silent.on(date(2020, 5, 1))


@pytest.mark.parametrize(
    ("known", "value", "is_provisional"),
    [
        (None, 2, False),
        (date(2021, 9, 18), 2, False),
        (date(2030, 1, 1), 2, False),
        (date(2021, 9, 17), 1, True),
        (date(2021, 3, 1), 1, True),
    ],
)
def test_before_publication_the_earlier_value_is_provisional(
    known: date | None, value: int, *, is_provisional: bool
) -> None:
    """A value published late is replaced, until that day, by the one before, as provisional."""
    found = LINE.on(date(2021, 3, 1), known)
    assert (found.value, found.is_provisional) == (value, is_provisional)


def test_a_hole_cannot_serve_provisionally() -> None:
    """Where the year before is unknown, nothing serves provisionally."""
    with pytest.raises(UnknownLawError, match="nobody knows"):
        LINE.on(date(2023, 3, 1), date(2023, 3, 1))


def test_two_unpublished_years_fall_back_to_the_year_before_both() -> None:
    """The provisional value is the latest earlier one that was published."""
    late = line(
        dated(1, date(2020, 1, 1), date(2020, 12, 31)),
        dated(2, date(2021, 1, 1), date(2021, 12, 31), published=date(2022, 5, 1)),
        dated(3, date(2022, 1, 1), None, published=date(2022, 9, 1)),
    )
    assert late.on(date(2022, 2, 1), date(2022, 2, 1)).value == 1


def test_without_an_earlier_value_nothing_is_provisional() -> None:
    """A first value that is not yet published is unknown."""
    first = line(dated(1, date(2020, 1, 1), None, published=date(2020, 9, 1)))
    with pytest.raises(UnknownLawError, match="nothing of it was published by 2020-02-01"):
        first.on(date(2020, 2, 1), date(2020, 2, 1))


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 6, 1), date(2031, 1, 1)])
def test_beyond_the_last_entry_the_latest_value_may_serve(day: date) -> None:
    """Who asks for the latest value gets the last one, on any day beyond it, as provisional."""
    found = LINE.entry(day, or_latest=True)
    assert isinstance(found, Dated)
    assert (found.value, found.is_provisional) == (5, True)
    assert found.valid_until == date(2024, 12, 31)
    assert LINE.entry(day) is None


def test_the_latest_value_is_the_latest_that_was_published() -> None:
    """Beyond the last entry, too, a value that was not yet published serves nobody."""
    late = line(
        dated(1, date(2020, 1, 1), date(2020, 12, 31), published=date(2020, 9, 1)),
        dated(2, date(2021, 1, 1), date(2021, 12, 31), published=date(2021, 9, 1)),
    )
    found = {
        known: late.entry(date(2022, 3, 1), known, or_latest=True)
        for known in (date(2022, 3, 1), date(2021, 8, 31), date(2020, 8, 31))
    }
    values = [each.value if isinstance(each, Dated) else each for each in found.values()]
    reason = "nothing of it was published by 2020-08-31"
    assert values == [2, 1, Hole(date(2020, 1, 1), date(2021, 12, 31), reason)]


def test_after_a_hole_no_latest_value_serves() -> None:
    """Where the last year is unknown, the year before it does not stand in for what follows."""
    hole = Hole(date(2021, 1, 1), date(2021, 12, 31), "nobody knows")
    ended = line(dated(1, date(2020, 1, 1), date(2020, 12, 31)), hole)
    assert ended.entry(date(2022, 1, 1), or_latest=True) == hole


@given(st.dates(date(2018, 1, 1), date(2024, 12, 31)), st.none() | BEFORE_2026)
def test_within_the_range_the_latest_value_changes_nothing(day: date, known: date | None) -> None:
    """On days that a timeline speaks of, or before them, it says what it always says."""
    assert LINE.entry(day, known, or_latest=True) == LINE.entry(day, known)


@given(BEFORE_2026, BEFORE_2026)
def test_hindsight_agrees_once_all_is_published(day: date, known: date) -> None:
    """What is known later either agrees with hindsight or says that it is provisional."""
    with_hindsight, then = LINE.entry(day), LINE.entry(day, known)
    if isinstance(then, Dated) and not then.is_provisional:
        assert then == with_hindsight
    if known >= date(2023, 7, 1):
        assert then == with_hindsight


@pytest.mark.parametrize("day", ["2026-01-29", datetime(2026, 1, 29), 20260129, None])  # noqa: DTZ001 - the point
def test_a_day_is_a_date(day: date) -> None:
    """Only a date is a day: no text, no number, no moment."""
    with pytest.raises(MonthError):
        LINE.on(day)
    with pytest.raises(MonthError):
        shipped().get(MINIMUM, on=day)
    if day is not None:
        with pytest.raises(MonthError):
            shipped().get(MINIMUM, on=ON, known=day)


@pytest.mark.parametrize(
    ("entries", "field", "problem"),
    [
        ((), "x of 130000", "has no entries"),
        ((dated(1, date(2020, 2, 1), date(2020, 1, 31)),), "x of 130000[0].until", "lies before"),
        (
            (dated(1, date(2020, 1, 1), None), dated(2, date(2021, 1, 1), None)),
            "x of 130000[1].from",
            "overlaps",
        ),
        (
            (dated(1, date(2020, 1, 1), date(2020, 1, 2)), dated(2, date(2020, 1, 4), None)),
            "x of 130000[1].from",
            "leaves a gap",
        ),
        (
            (dated(1, date(2020, 1, 1), date(2020, 1, 1)), dated(2, date(2019, 1, 1), None)),
            "x of 130000[1].from",
            "is not after",
        ),
    ],
)
def test_a_timeline_has_no_gaps(entries: tuple[Dated[int], ...], field: str, problem: str) -> None:
    """A timeline is not empty and its entries are sorted and contiguous."""
    with pytest.raises(LawFileError) as caught:
        line(*entries)
    assert caught.value.field == field
    assert problem in caught.value.faults[0].problem


def test_a_weaker_law_has_holes_that_say_why() -> None:
    """A value that is too weakly read becomes a hole that names its grade."""
    strong = LINE.at_least(Evidence.SECONDARY)
    assert strong.on(date(2023, 1, 1)).value == 4
    with pytest.raises(UnknownLawError, match=r"known as unverified, at least secondary"):
        strong.on(date(2024, 1, 1))
    assert strong.at_least(Evidence.SECONDARY) is strong


BOUNDS = st.dates(date(2018, 1, 1), date(2027, 1, 1))


@given(BOUNDS, BOUNDS | st.none(), BOUNDS)
def test_an_overlay_rules_its_own_days_and_no_other(
    first: date, last: date | None, day: date
) -> None:
    """Laid over a timeline, another one holds for its days; all other days stay as they were."""
    if last is not None and last < first:
        first, last = last, first
    merged = LINE.overlaid(line(dated(9, first, last)))
    found, before = merged.entry(day), LINE.entry(day)
    if first <= day and (last is None or day <= last):
        assert isinstance(found, Dated)
        assert found.value == 9
    elif before is None:
        assert found is None or (isinstance(found, Hole) and found.missing is None)
    elif isinstance(before, Dated):
        assert isinstance(found, Dated)
        assert found.value == before.value
    else:
        assert isinstance(found, Hole)
        assert found.missing == before.missing


EDGES = [
    edge + shift * DAY
    for entry in LINE.entries
    for edge in (entry.valid_from, entry.valid_until or date.max)
    for shift in (-1, 0, 1)
]


@pytest.mark.parametrize("first", EDGES, ids=str)
def test_an_overlay_may_begin_and_end_at_any_edge(first: date) -> None:
    """Laid from any edge of an entry to any other, an overlay leaves the days around it alone."""
    for last in (edge for edge in EDGES if edge >= first):
        merged = LINE.overlaid(line(dated(9, first, last)))
        assert [merged.on(day).value for day in (first, last)] == [9, 9]
        for day in (first - DAY, last + DAY):
            found, before = merged.entry(day), LINE.entry(day)
            assert getattr(found, "value", None) == getattr(before, "value", None)


def test_an_overlay_to_the_end_of_time_has_no_end() -> None:
    """An overlay that ends on the last day of the calendar leaves nothing after it."""
    base = line(dated(1, date(2020, 1, 1), None))
    assert base.overlaid(line(dated(2, date(2021, 1, 1), date.max))).on(date.max).value == 2


# Citations


@pytest.mark.parametrize(
    ("article", "english"),
    [
        ("第二条", "art. 2 (第二条)"),
        ("第十条", "art. 10 (第十条)"),
        ("第十六条第二款", "art. 16, para. 2 (第十六条第二款)"),
        ("第一条(一)", "art. 1, item 1 (第一条(一))"),
        ("第四十四条第一项", "art. 44, item 1 (第四十四条第一项)"),
        ("第一百零五条", "art. 105 (第一百零五条)"),
        ("第九百九十九条", "art. 999 (第九百九十九条)"),
        ("二(二)", "二(二)"),
        ("第二条之一", "第二条之一"),
    ],
)
def test_an_article_is_cited_in_both_languages(article: str, english: str) -> None:
    """A citation names the article in Chinese, and in English where its number can be read."""
    cited = Citation(MADE, article)
    assert cited.text("zh") == f"《某办法》(某发〔2020〕1号){article}"
    assert cited.text("en") == f"Some Measures (某发〔2020〕1号), {english}"


def test_a_citation_may_lack_number_and_article() -> None:
    """Without number and article a citation is its title."""
    cited = Citation(attrs.evolve(MADE, number=None))
    assert (cited.text("zh"), cited.text("en")) == ("《某办法》", "Some Measures")


def test_a_citation_knows_two_languages() -> None:
    """Any other language is refused by name."""
    with pytest.raises(RuleError, match="'fr' is not a language"):
        Citation(MADE).text("fr")


def test_evidence_ranks_the_best_first() -> None:
    """Official is better than secondary, and secondary than unverified."""
    assert [grade.rank for grade in Evidence] == [0, 1, 2]
    assert Evidence.OFFICIAL.zh == "官方原文"


# The law: nearest place


def test_the_nearest_area_wins() -> None:
    """A city's rule goes before its province's, and that before the nation's."""
    law = shipped()
    for area, value in (("100000", 6), ("130000", 5), ("130100", 4), ("130102", 3)):
        law = law.replacing(WAITING, value, area=area)
    found = {
        area: law.get(WAITING, on=ON, area=area)
        for area in ("130102", "130104", "130200", "110000", "100000")
    }
    assert {area: (each.value, each.area) for area, each in found.items()} == {
        "130102": (3, "130102"),
        "130104": (4, "130100"),
        "130200": (5, "130000"),
        "110000": (6, "100000"),
        "100000": (6, "100000"),
    }
    assert law.get(WAITING, on=ON).value == 6


def test_a_local_rule_says_nothing_of_days_outside_it() -> None:
    """On days that a nearer place does not speak of, the wider rule holds."""
    law = shipped().replacing(WAITING, 6)
    law = law.replacing(WAITING, 1, area="130100", valid_until=date(2023, 12, 31))
    law = law.replacing(WAITING, 2, area="130100", valid_from=date(2025, 1, 1))
    days = (date(2023, 12, 31), date(2024, 6, 1), date(2025, 1, 1))
    assert [law.get(WAITING, on=day, area="130100").value for day in days] == [1, 6, 2]


def test_an_unknown_local_rule_is_not_replaced_by_a_wider_one() -> None:
    """Where a place is known to have a rule that is not known, a wider rule does not stand in."""
    law = shipped().replacing(FLOOR, 4000)
    assert law.find(FLOOR, on=date(2026, 5, 1), area="130100") is None
    with pytest.raises(UnknownLawError, match="limits of 2026 were not found"):
        law.get(FLOOR, on=date(2026, 5, 1), area="130100")
    assert law.get(FLOOR, on=date(2026, 5, 1), area="990000").value == 4000


def test_the_error_says_what_is_known() -> None:
    """An unknown parameter names what is known of it, or that nothing is shipped."""
    with pytest.raises(UnknownLawError, match="no value of it is shipped") as caught:
        shipped().get(WAITING, on=ON, area="130100")
    assert (caught.value.area, caught.value.day) == ("130100", "2026-01-29")
    with pytest.raises(UnknownLawError, match="for 100000 from 1997-07-16 on") as caught:
        shipped().get(MINIMUM, on=date(1997, 7, 15))
    assert caught.value.area == "100000"


def test_a_code_that_nobody_knows_is_a_code() -> None:
    """An unknown area has national law and no name; a code of another form is refused."""
    assert shipped().get(MINIMUM, on=ON, area="999999").area == "100000"
    assert shipped().area_name("999999") is None
    with pytest.raises(RuleError):
        shipped().get(MINIMUM, on=ON, area="../../1")


def test_without_an_area_only_national_law_is_read() -> None:
    """The area None never reads a place."""
    assert shipped().find(FLOOR, on=date(2025, 5, 1)) is None
    assert shipped().get(FLOOR, on=date(2025, 5, 1), area="130100").value == Decimal(4007)


def test_a_value_known_later_is_provisional_before() -> None:
    """The limits of 2025, published in September, are those of 2024 until then, provisionally."""
    asked = {"on": date(2025, 3, 1), "area": "130100"}
    before = shipped().get(FLOOR, known=date(2025, 9, 17), **asked)  # type: ignore[call-overload] # mixed keywords
    after = shipped().get(FLOOR, known=date(2025, 9, 18), **asked)  # type: ignore[call-overload] # mixed keywords
    assert (before.value, before.is_provisional) == (Decimal(3921), True)
    assert (after.value, after.is_provisional) == (Decimal(4007), False)


def test_the_latest_value_is_that_of_the_nearest_place() -> None:
    """Beyond what a city says, its own latest value serves, not the later one of its province."""
    law = shipped().replacing(FLOOR, 9, area="990000", valid_from=date(2020, 1, 1))
    year = {"valid_from": date(2024, 1, 1), "valid_until": date(2024, 12, 31)}
    law = law.replacing(FLOOR, 5, area="990100", **year)  # type: ignore[arg-type] # mixed keywords
    asked = {
        (area, day): law.get(FLOOR, on=day, area=area, or_latest=True)
        for area in ("990102", "990200")
        for day in (date(2023, 12, 31), date(2024, 6, 1), date(2025, 1, 1))
    }
    assert [(each.value, each.area, each.is_provisional) for each in asked.values()] == [
        (Decimal(9), "990000", False),
        (Decimal(5), "990100", False),
        (Decimal(5), "990100", True),
        *[(Decimal(9), "990000", False)] * 3,
    ]
    assert law.get(FLOOR, on=date(2025, 1, 1), area="990102").value == Decimal(9)


def test_the_latest_value_never_fills_a_hole() -> None:
    """Limits of Hebei from 2026 are known to be unknown, also for who takes the latest value."""
    assert shipped().find(FLOOR, on=date(2026, 5, 1), area="130100", or_latest=True) is None
    with pytest.raises(UnknownLawError, match="limits of 2026 were not found"):
        shipped().get(FLOOR, on=date(2026, 5, 1), area="130100", or_latest=True)


@pytest.mark.parametrize(
    ("level", "area"),
    [
        ("nation", "100000"),
        ("province", "130000"),
        ("prefecture", "130100"),
        ("county", "130102"),
    ],
)
def test_the_pooling_area_is_the_ancestor_of_that_level(level: str, area: str) -> None:
    """A county belongs to the pooling area that its code names at the level that pools."""
    kind = InsuranceKind.MEDICAL
    law = shipped().replacing(parameters.POOLING_LEVEL[kind], level, area="130102")
    assert law.pooling_area("130102", kind, ON) == area


def test_an_area_of_unknown_pooling_is_its_own() -> None:
    """Where the level is not known, an area pools for itself."""
    assert shipped().pooling_area("440305", InsuranceKind.MEDICAL, ON) == "440305"


# Weaker laws


GRADES = st.sampled_from(list(Evidence))
NAMES = st.sampled_from(sorted(parameters.ALL))
AREAS = st.sampled_from(["100000", "110000", "130000", "130100", "130102", "130181", None])
DAYS = st.dates(date(1970, 1, 1), date(2045, 1, 1))


@given(NAMES, AREAS, DAYS, GRADES, GRADES)
def test_a_stronger_grade_never_knows_more(
    name: str, area: str | None, day: date, one: Evidence, other: Evidence
) -> None:
    """What a law of a stronger grade knows, a law of a weaker grade knows as the same."""
    weak, strong = sorted((one, other), key=lambda grade: -grade.rank)
    parameter = parameters.ALL[name]
    found = shipped().at_least(strong).find(parameter, on=day, area=area)
    if found is not None:
        assert found.evidence.rank <= strong.rank
        assert shipped().at_least(weak).find(parameter, on=day, area=area) == found


@given(GRADES, GRADES)
def test_grades_do_not_weaken_again(one: Evidence, other: Evidence) -> None:
    """Asked twice, a law keeps the stronger grade."""
    assert shipped().at_least(one).at_least(other) == shipped().at_least(other).at_least(one)


def test_a_grade_may_be_its_name() -> None:
    """A grade is given as a term or by its name; another name is refused with those there are."""
    assert shipped().at_least("official") == shipped().at_least(Evidence.OFFICIAL)
    with pytest.raises(RuleError, match="expected official, secondary, unverified"):
        shipped().at_least("good")


def test_a_grade_holds_for_what_the_caller_added_before() -> None:
    """A grade leaves out weaker values that were added before it, not those added after it."""
    law = shipped().replacing(WAITING, 3)
    assert law.at_least("secondary").find(WAITING, on=ON) is None
    later = shipped().at_least("official").replacing(WAITING, 3)
    assert later.get(WAITING, on=ON).evidence is Evidence.UNVERIFIED


def test_a_weak_local_value_does_not_become_the_wider_one() -> None:
    """When a place's value is too weak, the nation's does not stand in for it."""
    law = shipped().replacing(WAITING, 6, evidence=Evidence.OFFICIAL)
    law = law.replacing(WAITING, 3, area="130100").at_least("official")
    assert law.find(WAITING, on=ON, area="130100") is None
    assert law.get(WAITING, on=ON, area="130200").value == 6


# Changed laws


def test_a_replaced_value_names_the_caller() -> None:
    """A value supplied without a citation is cited as the caller's, unverified."""
    found = shipped().replacing(WAITING, 3).get(WAITING, on=ON)
    assert found.citation.text("zh") == "《由调用者提供》"
    assert found.citation.text("en") == "supplied by the caller"
    assert found.evidence is Evidence.UNVERIFIED


def test_a_replaced_value_keeps_its_citation() -> None:
    """A value supplied with citation and grade carries them."""
    cited = Citation(MADE, "第二条")
    law = shipped().replacing(WAITING.name, 3, citation=cited, evidence=Evidence.SECONDARY)
    found = law.get(WAITING, on=ON)
    assert (found.citation, found.evidence) == (cited, Evidence.SECONDARY)


def test_replacing_changes_nothing_but_its_days() -> None:
    """A reform for some days leaves the days before and after, and the shipped law, as they were."""
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    reform = MinimumMonths(120, None, 0, 120)
    law = shipped().replacing(MINIMUM, reform, valid_from=first, valid_until=last)
    days = (first - DAY, first, last, last + DAY)
    assert [law.get(MINIMUM, on=day).value.months for day in days] == [180, 120, 120, 180]
    assert shipped().get(MINIMUM, on=first).value.months == 180


PLAIN_RULE: dict[str, object] = {
    "percent": "1.3",
    "wage": "indexed",
    "index": "average",
    "base": "province",
    "years": "deemed",
}


@pytest.mark.parametrize(
    ("parameter", "given_value", "read"),
    [
        (FLOOR, "4076.40", Decimal("4076.40")),
        (FLOOR, 4077, Decimal(4077)),
        (FLOOR, Decimal("4076.4"), Decimal("4076.4")),
        (MINIMUM, {"months": 180}, MinimumMonths(180, None, 0, 180)),
        (MINIMUM, MinimumMonths(180, 2030, 6, 240), MinimumMonths(180, 2030, 6, 240)),
        (parameters.UNEMPLOYMENT_BENEFIT_BANDS, ((12, 3), (24, 6)), ((12, 3), (24, 6))),
        (
            parameters.RETIREMENT_SCHEDULE[RetirementCategory.MALE],
            RetirementSchedule(720, YearMonth(1965, 1), 2, 60),
            RetirementSchedule(720, YearMonth(1965, 1), 2, 60),
        ),
        (
            parameters.RETIREMENT_SCHEDULE[RetirementCategory.MALE],
            RetirementSchedule(720, None, None, 0),
            RetirementSchedule(720, None, None, 0),
        ),
        (
            parameters.RETIREMENT_FLEXIBILITY,
            Flexibility(24, 12, 3, 1),
            Flexibility(24, 12, 3, 1),
        ),
        (
            parameters.PENSION_PAYOUT_MONTHS,
            PayoutTable(60, (139, 132), by_month=True),
            PayoutTable(60, (139, 132), by_month=True),
        ),
        (parameters.PENSION_ACCOUNT_START, "1996-01", YearMonth(1996, 1)),
        (parameters.PENSION_ACCOUNT_START, YearMonth(1996, 1), YearMonth(1996, 1)),
        (parameters.ACCOUNT_CREDIT, "8", Decimal(8)),
        (parameters.ACCOUNT_CREDIT, 100, Decimal(100)),
        (
            parameters.PENSION_YEARS_ROUNDING,
            {"places": 1, "mode": "up"},
            YearsRounding(1, "up"),
        ),
        (
            parameters.PENSION_TRANSITIONAL,
            {**PLAIN_RULE, "index_floor": "0.75"},
            TransitionalRule(
                Decimal("1.3"), "indexed", "average", "province", "deemed", Decimal("0.75")
            ),
        ),
        (
            parameters.PENSION_TRANSITIONAL,
            TransitionalRule(Decimal("1.3"), "indexed", "average", "province", "deemed"),
            TransitionalRule(Decimal("1.3"), "indexed", "average", "province", "deemed"),
        ),
    ],
)
def test_a_value_is_given_as_in_a_file_or_ready_made(
    parameter: Parameter[object], given_value: object, read: object
) -> None:
    """A replaced value may be written as a file writes it, or be ready made."""
    assert shipped().replacing(parameter, given_value).get(parameter, on=ON).value == read


SCHEDULE = parameters.RETIREMENT_SCHEDULE[RetirementCategory.FEMALE_50]
BANDS = parameters.UNEMPLOYMENT_MAXIMUM_BANDS
PAYER = parameters.CONTRIBUTION_PAYER[InsuranceKind.WORK_INJURY]
POOLING = parameters.POOLING_LEVEL[InsuranceKind.PENSION]
FLEXIBILITY = parameters.RETIREMENT_FLEXIBILITY
NOTICES = dict.fromkeys(
    ("early_months", "late_months", "early_notice_months", "late_notice_months"), 1
)
PAYOUT = parameters.PENSION_PAYOUT_MONTHS
CREDIT, START = parameters.ACCOUNT_CREDIT, parameters.PENSION_ACCOUNT_START
YEARS, RULE = parameters.PENSION_YEARS_ROUNDING, parameters.PENSION_TRANSITIONAL
SHORT: dict[str, object] = {"first_age": 60, "months": [139, 132], "by_month": True}


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        (WAITING, 0.5, "a whole number of months from 0"),
        (WAITING, True, "a whole number of months from 0"),
        (WAITING, -1, "a whole number of months from 0"),
        (parameters.RESIDENT_PENSION_AGE_MONTHS, 0, "a whole number of months from 1"),
        (parameters.RESIDENT_PENSION_MINIMUM_YEARS, 0, "a whole number of years from 1"),
        (FLOOR, 4007.5, "an amount in yuan as text"),
        (FLOOR, "4,007", "an amount in yuan as text"),
        (FLOOR, "4007.005", "an amount in yuan as text"),
        (FLOOR, Fraction(1, 2), "an amount in yuan as text"),
        (POOLING, "city", "one of nation, province, prefecture, county"),
        (POOLING, ["nation"], "one of nation, province, prefecture, county"),
        (PAYER, "state", "one of employer, employee"),
        (FLEXIBILITY, 36, "a table of early_months, late_months"),
        (FLEXIBILITY, {"early_months": 36}, "a table of early_months, late_months"),
        (FLEXIBILITY, {**NOTICES, "early_months": "36"}, "a whole number of months"),
        (PAYOUT, [139], "a table of first_age, months"),
        (PAYOUT, {"first_age": 60, "months": [139]}, "a table of first_age, months"),
        (PAYOUT, {**SHORT, "months": [139]}, "falling whole numbers"),
        (PAYOUT, {**SHORT, "months": [132, 139]}, "falling whole numbers"),
        (PAYOUT, {**SHORT, "months": [139, 132.5]}, "a whole number of months from 1"),
        (PAYOUT, {**SHORT, "by_month": 1}, "true or false"),
        (PAYOUT, {**SHORT, "first_age": 0}, "a whole number of years from 1"),
        (CREDIT, 8.0, "a percentage from 0 to 100"),
        (CREDIT, True, "a percentage from 0 to 100"),
        (CREDIT, "8 %", "a percentage from 0 to 100"),
        (CREDIT, 101, "a percentage from 0 to 100"),
        (START, 199601, 'a month such as "1996-01"'),
        (START, "1996-13", 'a month such as "1996-01"'),
        (YEARS, {"places": 2, "mode": "down"}, "mode: one of half_up, up"),
        (YEARS, {"places": -1, "mode": "up"}, "places: a whole number of decimals"),
        (YEARS, {"places": 2}, "a table of places, mode"),
        (RULE, {**PLAIN_RULE, "percent": "1.3%"}, "percent: a percentage"),
        (RULE, {**PLAIN_RULE, "wage": "own"}, "wage: one of indexed, mean"),
        (RULE, {**PLAIN_RULE, "floor": "0.75"}, "a table of percent, wage"),
        (BANDS, [], "rising pairs"),
        (BANDS, 12, "rising pairs"),
        (BANDS, [12, 3], "rising pairs"),
        (BANDS, [[12, 3, 4]], "rising pairs"),
        (BANDS, [[12, 3.0]], "rising pairs"),
        (BANDS, [[24, 6], [12, 8]], "rising pairs"),
        (BANDS, [[12, 6], [24, 6]], "rising pairs"),
        (MINIMUM, 180, "{ months }"),
        (MINIMUM, {"month": 180}, "{ months }"),
        (MINIMUM, {"months": "180"}, "{ months }"),
        (MINIMUM, {"months": 180, "yearly_step": 6}, "{ months }"),
        (MINIMUM, {"months": 180, "ceiling": 240}, "{ months }"),
        (MINIMUM, {"months": 180, "first_year": 2030, "yearly_step": 6}, "higher ceiling"),
        (
            MINIMUM,
            {"months": 180, "first_year": 2030, "yearly_step": 6, "ceiling": 180},
            "higher ceiling",
        ),
        (
            MINIMUM,
            {"months": 180, "first_year": 2030, "yearly_step": 0, "ceiling": 240},
            "higher ceiling",
        ),
        (SCHEDULE, {"original_age_months": 600}, "cap_months = 0"),
        (SCHEDULE, {"original_age_months": 600, "cap_months": 0, "step_months": 2}, "cap_months"),
        (
            SCHEDULE,
            {"original_age_months": 600, "cap_months": 0, "first_cohort": "1975-01"},
            "cap_months",
        ),
        (SCHEDULE, {"original_age_months": 600, "cap_months": 60}, "first_cohort"),
        (
            SCHEDULE,
            {"original_age_months": 600, "cap_months": 60, "first_cohort": "x", "step_months": 2},
            "first_cohort",
        ),
        (
            SCHEDULE,
            {"original_age_months": 600, "cap_months": 60, "first_cohort": "1975-01"},
            "first_cohort",
        ),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    parameter: Parameter[object], value: object, expected: str
) -> None:
    """A value of the wrong form is refused with the parameter, the value and what is right."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameter, value)
    fault = caught.value.faults[0]
    assert (fault.field, fault.value) == ("value", value)
    assert parameter.name in fault.problem
    assert expected in fault.expected


def test_replacing_refuses_what_makes_no_sense() -> None:
    """An unknown parameter, area or day and an end before the beginning are refused."""
    with pytest.raises(LawFileError, match=r"pension\.minimum_month.* is no known parameter"):
        shipped().replacing("pension.minimum_month", 180)
    with pytest.raises(LawFileError, match="is not an area code"):
        shipped().replacing(WAITING, 3, area="Hebei")
    with pytest.raises(LawFileError, match="area: None is no place; expected the code of a place"):
        shipped().replacing(WAITING, 3, area=None)  # type: ignore[arg-type] # the point
    with pytest.raises(MonthError, match="valid_until"):
        shipped().replacing(WAITING, 3, valid_until="2026")  # type: ignore[arg-type] # the point
    with pytest.raises(LawFileError, match="lies before from"):
        shipped().replacing(WAITING, 3, valid_from=ON, valid_until=ON - DAY)
    with pytest.raises(RuleError, match="citation: '第二条' is no citation; expected a Citation"):
        shipped().replacing(WAITING, 3, citation="第二条")  # type: ignore[arg-type] # the point


def test_laws_are_values() -> None:
    """Laws made alike are equal, in any order of independent changes, and survive pickling."""
    one = shipped().replacing(WAITING, 3).replacing(FLOOR, 1)
    other = shipped().replacing(FLOOR, 1).replacing(WAITING, 3)
    assert one == other
    assert hash(one) == hash(other)
    assert one != shipped()
    copy = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert copy == one
    assert copy.get(WAITING, on=ON).value == 3
    assert shipped() is shipped()
    assert Law() == shipped()


# Texts of the caller

CITY = """
schema = 1
area = "130100"
name = { zh = "石家庄", en = "the city" }

[instruments.city]
title = { zh = "市办法", en = "City Measures" }
issuer = "市政府"

[[parameters."medical.waiting_months"]]
from = 2024-01-01
value = 3
citation = { instrument = "city", article = "第三条", quote = "三个月" }
evidence = "secondary"
source = "the city's page"
note = "a note"

[[parameters."maternity.qualifying_months"]]
from = 2024-01-01
until = 2024-12-31
missing = "under review"
"""

DISTRICT = """
schema = 1
area = "130102"
name = { zh = "长安区", en = "Chang'an" }

[[parameters."medical.waiting_months"]]
from = 2024-01-01
value = 1
citation = { instrument = "city" }
evidence = "official"
source = "the district's page"
"""


def test_a_text_of_the_caller_is_law() -> None:
    """A text of an area adds its values, its holes and its name to the law."""
    law = shipped().with_area(CITY)
    found = law.get(WAITING, on=ON, area="130102")
    assert (found.value, found.area, found.note) == (3, "130100", "a note")
    assert found.citation.text("en") == "City Measures, art. 3 (第三条)"
    assert (found.citation.quote, found.citation.source) == ("三个月", "the city's page")
    maternity = parameters.MATERNITY_QUALIFYING_MONTHS
    with pytest.raises(UnknownLawError, match="under review"):
        law.get(maternity, on=date(2024, 5, 1), area="130100")
    assert law.area_name("130100") == ("石家庄", "the city")
    assert law.area_name("130000") == ("河北省", "Hebei")
    assert shipped().area_name("130100") == ("石家庄市", "Shijiazhuang")
    assert shipped().find(WAITING, on=ON, area="130100") is None


def test_a_text_may_cite_the_instruments_of_wider_areas() -> None:
    """A district cites what the text of its city defined, and nobody else may."""
    law = shipped().with_area(CITY).with_area(DISTRICT)
    assert law.get(WAITING, on=ON, area="130102").citation.instrument.title_zh == "市办法"
    for other in (shipped(), shipped().with_area(CITY.replace("130100", "130200"))):
        with pytest.raises(LawFileError, match=r"citation\.instrument: 'city' is not defined"):
            other.with_area(DISTRICT)
    again = shipped().with_area(CITY).with_area(CITY)
    assert again.get(WAITING, on=ON, area="130100").value == 3


def test_a_text_leaves_the_days_before_it() -> None:
    """A text that brings the limits of 2026 leaves the shipped ones of 2025."""
    text = """
    schema = 1
    area = "130000"
    name = { zh = "河北省", en = "Hebei" }
    [[parameters."contribution_base.floor"]]
    from = 2026-01-01
    value = "4100"
    citation = { instrument = "hebei-2026" }
    evidence = "secondary"
    source = "a page"
    [instruments.hebei-2026]
    title = { zh = "通知", en = "Notice" }
    issuer = "河北省人力资源和社会保障厅"
    """
    law = shipped().with_area(text)
    days = (date(2025, 12, 31), date(2026, 1, 1))
    floors = [law.get(FLOOR, on=day, area="130100").value for day in days]
    assert floors == [Decimal(4007), Decimal(4100)]


def test_the_law_says_how_far_it_was_read() -> None:
    """The law names the day up to which it was read; a later national text may move it."""
    assert shipped().read_until == date(2026, 11, 22)
    text = 'schema = 1\narea = "100000"\nname = { zh = "全国", en = "n" }\nread_until = 2027-03-01'
    assert shipped().with_area(text).read_until == date(2027, 3, 1)
    assert shipped().with_area(CITY).read_until == date(2026, 11, 22)
    later = shipped().with_area(text).with_area(text.replace("2027-03-01", "2027-04-01"))
    assert later.read_until == date(2027, 4, 1)


@pytest.mark.parametrize("day", ["2011-07-01", datetime(2011, 7, 1), 20110701])  # noqa: DTZ001
def test_the_day_of_a_lump_sum_is_a_day(day: object) -> None:
    """A text or a moment is no day."""
    value = {"enrolled_before": day, "extension_months": 60}
    with pytest.raises(LawFileError, match="a day such as 2011-07-01"):
        shipped().replacing(parameters.PENSION_LUMP_SUM, value)
