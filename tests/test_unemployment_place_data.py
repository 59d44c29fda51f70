"""Months of unemployment benefit in each place: every number against the rule in other words."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Final

import pytest

from shebao import (
    UNEMPLOYMENT,
    BenefitStop,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    LawFileError,
    MonthSpan,
    Outcome,
    Separation,
    YearMonth,
    unemployment,
)
from shebao.law import Dated, parameters, shipped
from shebao.law.loader import shipped_place
from shebao.law.unemployment_values import (
    ClaimTime,
    ExtensionRule,
    PensionWhileDrawing,
    Stopping,
)
from shebao.terms import Payer

ON: Final = date(2026, 9, 1)
DAY: Final = timedelta(days=1)
NATION: Final = "100000"
OFFICIAL, SECONDARY = Evidence.OFFICIAL, Evidence.SECONDARY
BANDS = parameters.UNEMPLOYMENT_BENEFIT_BANDS
LAST: Final = YearMonth(2026, 8)

Bounds = tuple[int, int]


def of_months(number: int) -> ContributionHistory:
    """A record of so many months, the last of them 2026-08."""
    if not number:
        return ContributionHistory()
    return ContributionHistory(
        [ContributionPeriod(UNEMPLOYMENT, MonthSpan(LAST - (number - 1), LAST))]
    )


def granted(months: int, area: str, on: date = ON) -> Bounds | None:
    """The fewest and the most months of benefit that months paid give in a place."""
    return unemployment.months(of_months(months), on=on, area=area).benefit_bounds


def readings(*months: int) -> Bounds:
    """What readings of a text give, at least and at most, never more than two years."""
    return min(24, *months), min(24, max(months))


def beijing(months: int) -> Bounds:
    """Three months a year up to four; then one a year, from the fifth or from the sixth on."""
    years = months // 12
    return readings(3 * years) if years <= 4 else readings(12 + years - 4, 12 + years - 5)


def shanghai(months: int) -> Bounds:
    """Two months for each full year; so in Fujian."""
    return readings(2 * (months // 12))


def guangdong(months: int) -> Bounds:
    """One month for each of four full years, one for each full half year beyond; so in Shenzhen."""
    beyond = max(0, months - 48)
    return readings(min(4, months // 12) + beyond // 6)


def zhejiang(months: int) -> Bounds:
    """A month for six months within five years and for eight beyond, halves rounded up."""
    if months < 12:
        return 0, 0
    return readings((min(months, 60) + 3) // 6 + (max(0, months - 60) + 4) // 8)


def xiamen(months: int) -> Bounds:
    """A month for each full half year, from a full year on; below ten years 18, as in the nation."""
    half_years = months // 6 if months >= 12 else 0
    return readings(min(half_years, 18) if months < 120 else half_years)


def sichuan(months: int) -> Bounds:
    """Steps at one, two, three, five, eight and ten years."""
    steps = {1: 3, 2: 6, 3: 12, 5: 15, 8: 18, 10: 24}
    return readings(
        max((given for year, given in steps.items() if months // 12 >= year), default=0)
    )


def chongqing(months: int) -> Bounds:
    """Three a year up to five years, that until seven, then sixteen and one more for each."""
    years = months // 12
    return readings(3 * min(5, years) if years < 7 else 16 + years - 7)


def yunnan(months: int) -> Bounds:
    """Two, four, seven, ten, thirteen, fifteen months, then one more for each full year."""
    years = months // 12
    return readings([0, 2, 4, 7, 10, 13, 15][years] if years <= 6 else 15 + years - 6)


def liaoning(months: int) -> Bounds:
    """Three a year up to four, one a year beyond as in Beijing; of ten years only that it is 24 at most."""
    return beijing(months) if months < 120 else (16, 24)


def zhengzhou(months: int) -> Bounds:
    """Three, two, one a year up to 12, 18, 24, the fifth and the tenth year adding or not yet."""
    found = []
    for late in (0, 1):
        total = 0
        for year in range(1, months // 12 + 1):
            step, cap = (3, 12) if year < 5 + late else (2, 18) if year < 10 + late else (1, 24)
            total = max(total, min(cap, total + step))
        found.append(total)
    return readings(*found)


def hebei(months: int) -> Bounds:
    """Three a year up to four, then one a year."""
    years = months // 12
    return readings(3 * years if years <= 4 else 12 + years - 4)


#: The places that grade: first day, article, grade, and the rule.
PLACES: Final = {
    "110000": ("1999-11-01", "第十七条", OFFICIAL, beijing),
    "130000": ("2015-03-01", None, SECONDARY, hebei),
    "210000": ("2001-07-27", "第十七条", OFFICIAL, liaoning),
    "310000": ("2026-08-16", "第六条", OFFICIAL, shanghai),
    "330000": ("2022-08-01", "第二十三条", OFFICIAL, zhejiang),
    "350000": ("2022-05-27", "第十九条", OFFICIAL, shanghai),
    "350200": ("2016-03-03", "第十七条", OFFICIAL, xiamen),
    "410100": ("2019-01-22", "第二十四条", OFFICIAL, zhengzhou),
    "440000": ("2022-06-01", "第十七条", OFFICIAL, guangdong),
    "440300": ("2019-11-13", "第八条", OFFICIAL, guangdong),
    "500000": ("2011-11-29", "第二十四条", OFFICIAL, chongqing),
    "510000": ("2001-10-01", "第二十一条", OFFICIAL, sichuan),
    "530000": ("2020-11-25", "第二十条", OFFICIAL, yunnan),
}
#: The places whose regulation prints no more than maxima.
MAXIMA_ALONE: Final = {
    "120000": "2019-05-30",
    "230000": "2018-04-26",
    "410000": "2002-01-01",
    "460000": "2025-12-01",
}
FIVE: Final = tuple(BenefitStop)[:5]
FOUR: Final = FIVE[:4]
IMPRISONED, REFUSAL = BenefitStop.IMPRISONED, BenefitStop.REFUSAL
#: What else places have: value, first day, article and grade of each entry, None for a hole.
RULES: Final[dict[tuple[str, str], list[tuple[object, ...]]]] = {
    ("unemployment.maximum_bands", "120000"): [
        (((12, 6), (36, 12), (60, 18), (120, 24)), "2019-05-30", "第十九条", OFFICIAL)
    ],
    ("unemployment.remainder", "110000"): [("drawable", "2025-01-01", "第十二条", OFFICIAL)],
    ("unemployment.remainder", "440000"): [("drawable", "2025-01-12", "第十五条", OFFICIAL)],
    ("unemployment.remainder", "530000"): [("drawable", "2020-11-25", "第二十一条", OFFICIAL)],
    ("unemployment.surplus", "310000"): [
        (None, "1999-01-22", None, None),
        ("kept", "2026-08-16", "第六条", OFFICIAL),
        (None, "2031-08-16", None, None),
    ],
    ("unemployment.extension", "310000"): [
        (None, "1999-01-22", None, None),
        (ExtensionRule(24, "on_application"), "2020-12-31", None, SECONDARY),
        (ExtensionRule(12, times=1), "2026-08-16", "第十一条", OFFICIAL),
        (None, "2031-08-16", None, None),
    ],
    ("unemployment.extension", "230000"): [
        (ExtensionRule(24), "2018-04-26", "第二十七条", OFFICIAL)
    ],
    ("unemployment.extension", "410100"): [
        (ExtensionRule(24, "on_application"), "2019-01-22", "第三十一条", OFFICIAL)
    ],
    ("unemployment.stopping", "230000"): [
        (Stopping((*FOUR, IMPRISONED, REFUSAL), (), 2), "2018-04-26", "第二十五条", OFFICIAL)
    ],
    ("unemployment.stopping", "310000"): [
        (Stopping(FIVE, (), 3), "2026-08-16", "第十条", OFFICIAL)
    ],
    ("unemployment.stopping", "330000"): [
        (Stopping(FIVE, (), 3), "2022-08-01", "第三十二条", OFFICIAL)
    ],
    ("unemployment.stopping", "350200"): [
        (Stopping((*FOUR, IMPRISONED, REFUSAL), (), 2), "2016-03-03", "第二十一条", OFFICIAL)
    ],
    ("unemployment.stopping", "410000"): [
        (Stopping(FIVE, (IMPRISONED,)), "2025-03-01", "第二十七条", OFFICIAL)
    ],
    ("unemployment.stopping", "410100"): [
        (Stopping((*FOUR, IMPRISONED, REFUSAL), (), 2), "2019-01-22", "第二十七条", OFFICIAL)
    ],
    ("unemployment.stopping", "440000"): [
        (Stopping(FIVE, tuple(BenefitStop)[5:], 3), "2025-01-12", "第二十四条", OFFICIAL)
    ],
    ("unemployment.stopping", "460000"): [
        (Stopping(tuple(BenefitStop), (), 4), "2025-12-01", "第十八条", OFFICIAL)
    ],
}
#: Beside the nation and the places above, Shanghai before its measures and after them.
GRADED_OR_NOT: Final = {("unemployment.benefit_bands", area) for area in (*PLACES, *MAXIMA_ALONE)}


def rows(name: str, area: str) -> list[tuple[object, ...]]:
    """Value, first day, article and grade of each entry; None for a hole."""
    line = shipped().timeline(parameters.ALL[name], area)
    assert line is not None
    return [
        (entry.value, str(entry.valid_from), entry.citation.article, entry.evidence)
        if isinstance(entry, Dated)
        else (None, str(entry.valid_from), None, None)
        for entry in line.entries
    ]


class TestGrading:
    """Months of benefit by months paid."""

    @pytest.mark.parametrize("area", sorted(PLACES))
    def test_months_for_every_number_of_months(self, area: str) -> None:
        """From nothing to forty years, each number of months gives what the rule in words gives."""
        rule = PLACES[area][3]

        assert {months: rule(months) for months in range(481)} == {
            months: granted(months, area) for months in range(481)
        }

    @pytest.mark.parametrize("area", sorted(PLACES))
    def test_no_place_grants_more_than_the_nation_allows(self, area: str) -> None:
        """Neither the fewest nor the most months of a place exceed the national maxima."""
        for months in range(481):
            value = unemployment.months(of_months(months), on=ON, area=area)

            assert value.benefit_bounds is not None
            assert value.maximum_months is not None
            assert value.benefit_bounds[0] <= value.benefit_bounds[1] <= value.maximum_months

    @pytest.mark.parametrize("area", sorted(PLACES))
    def test_where_it_stands_and_since_when(self, area: str) -> None:
        """On its first day the grading of a place is that of its article, the day before not."""
        first, article, evidence, _ = PLACES[area]
        day = date.fromisoformat(first)
        found = shipped().get(BANDS, on=day, area=area)

        assert (found.area, found.citation.article, found.evidence) == (area, article, evidence)
        assert shipped().find(BANDS, on=day - DAY, area=area) is None

    @pytest.mark.parametrize(
        ("area", "months"),
        [("110000", (12, 13)), ("210000", (12, 13)), ("410100", (12, 14)), ("210000", (16, 24))],
    )
    def test_what_a_text_leaves_open_is_bounded(self, area: str, months: Bounds) -> None:
        """Five years in Beijing, Liaoning and Zhengzhou, ten in Liaoning: bounds, no number."""
        paid = 120 if months == (16, 24) else 60
        value = unemployment.months(of_months(paid), on=ON, area=area)

        assert (value.benefit_months, value.benefit_bounds) == (None, months)

    def test_beijing_is_fixed_up_to_five_years_and_from_seventeen(self) -> None:
        """3, 6, 9, 12 months for one to four years, 24 from seventeen on, whichever way it is read."""
        fixed = {
            years: unemployment.months(of_months(12 * years), on=ON, area="110105").benefit_months
            for years in (1, 2, 3, 4, 5, 16, 17, 30)
        }

        assert fixed == {1: 3, 2: 6, 3: 9, 4: 12, 5: None, 16: None, 17: 24, 30: 24}

    @pytest.mark.parametrize(
        ("months", "expected"), [(48, 4), (54, 5), (120, 16), (168, 24), (167, 23)]
    )
    def test_published_vectors_of_guangdong(self, months: int, expected: int) -> None:
        """Four years give four months, four and a half five, ten sixteen, fourteen the most."""
        assert granted(months, "440100") == (expected, expected)

    def test_cities_have_rules_of_their_own(self) -> None:
        """Xiamen counts half years where Fujian counts years; Zhengzhou grades where Henan does not."""
        assert [granted(30, area) for area in ("350100", "350200")] == [(4, 4), (5, 5)]
        assert [granted(30, area) for area in ("410300", "410100")] == [None, (6, 6)]

    @pytest.mark.parametrize("area", sorted(MAXIMA_ALONE))
    def test_maxima_are_no_grading(self, area: str) -> None:
        """Where a regulation prints maxima alone, months of benefit are not known, and it says why."""
        assert rows("unemployment.benefit_bands", area) == [(None, MAXIMA_ALONE[area], None, None)]
        assert granted(60, area) is None

    @pytest.mark.parametrize(("months", "most"), [(12, 6), (35, 6), (36, 12), (60, 18), (120, 24)])
    def test_tianjin_lowers_the_maximum(self, months: int, most: int) -> None:
        """Who paid one to three years gets six months there at most, else as in the nation."""
        value = unemployment.months(of_months(months), on=ON, area="120000")

        assert (value.maximum_months, value.benefit_months) == (most, None)

    @pytest.mark.parametrize("on", [date(2026, 8, 15), date(2031, 8, 16)])
    def test_shanghai_outside_the_days_of_its_measures(self, on: date) -> None:
        """Before the measures of 2026 and after their five years nothing is known."""
        assert granted(60, "310115", on) is None
        assert [row[1] for row in rows("unemployment.benefit_bands", "310000")] == [
            "1999-01-22",
            "2026-08-16",
            "2031-08-16",
        ]


class TestRules:
    """What else of unemployment law places have."""

    @pytest.mark.parametrize(("name", "area"), sorted(RULES))
    def test_rules_of_places(self, name: str, area: str) -> None:
        """Each has its value, first day, article and grade."""
        assert rows(name, area) == RULES[name, area]

    def test_all_that_is_shipped_is_pinned(self) -> None:
        """No place has a timeline of unemployment law that stands not here."""
        areas = (
            entry.name.removesuffix(".toml")
            for entry in files("shebao.law").joinpath("data").iterdir()
            if entry.name.endswith(".toml")
        )
        found = {
            (name, area)
            for area in areas
            if area != NATION and (place := shipped_place(area)) is not None
            for name in place.timelines
            if name.startswith("unemployment.")
        }

        assert found == {*RULES, *GRADED_OR_NOT}

    def test_a_claim_in_a_graded_place_rests_on_official_law(self) -> None:
        """With official law alone a claim in Chongqing is decided and its months are known."""
        decision = unemployment.eligibility(
            of_months(72),
            on=ON,
            area="500103",
            law=shipped().at_least("official"),
            separation=Separation.DISMISSED,
            registered=True,
        )

        assert (decision.outcome, decision.evidence) == (Outcome.ELIGIBLE, OFFICIAL)
        assert decision.value is not None
        assert decision.value.benefit_months == 15


class TestForms:
    """How values of unemployment law are written, and what is refused."""

    @pytest.mark.parametrize(
        ("parameter", "given_value", "read"),
        [
            (BANDS, [[12, 3], [24, [5, 6]], [36, [5, 9]]], ((12, 3), (24, (5, 6)), (36, (5, 9)))),
            (BANDS, [[12, [3, 3]]], ((12, 3),)),
            (parameters.UNEMPLOYMENT_SURPLUS, "kept", "kept"),
            (
                parameters.UNEMPLOYMENT_CLAIM_TIME,
                {"days": 30, "late": "refused"},
                ClaimTime(30, "refused"),
            ),
            (
                parameters.UNEMPLOYMENT_EXTENSION,
                {"within_months": 24, "begins": "on_application", "times": 1},
                ExtensionRule(24, "on_application", 1),
            ),
            (
                parameters.UNEMPLOYMENT_PENSION,
                {
                    "payer": Payer.EMPLOYER,
                    "within_months": 6,
                    "up_to": "flexible_minimum",
                    "order": "reimbursed",
                },
                PensionWhileDrawing(Payer.EMPLOYER, 6, "flexible_minimum", "reimbursed"),
            ),
            (
                parameters.UNEMPLOYMENT_STOPPING,
                {"stops": ["abroad", BenefitStop.PENSION], "interrupts": [], "refusals": 2},
                Stopping((BenefitStop.ABROAD, BenefitStop.PENSION), (), 2),
            ),
        ],
    )
    def test_a_value_is_read(self, parameter: Any, given_value: object, read: object) -> None:  # noqa: ANN401
        """As a file writes it or ready made."""
        law = shipped().replacing(parameter, given_value)

        assert law.get(parameter, on=ON).value == read

    @pytest.mark.parametrize(
        ("parameter", "value", "expected"),
        [
            (BANDS, [], "rising pairs, [paid months from, months]"),
            (BANDS, {}, "rising pairs"),
            (BANDS, [12], "rising pairs"),
            (BANDS, [[12, 3, 4]], "rising pairs"),
            (BANDS, [["12", 3]], "rising pairs"),
            (BANDS, [[12, "3"]], "rising pairs"),
            (BANDS, [[12, [3]]], "rising pairs"),
            (BANDS, [[12, [4, 3]]], "rising pairs"),
            (BANDS, [[12, [3, True]]], "rising pairs"),
            (BANDS, [[12, 0]], "rising pairs"),
            (BANDS, [[12, 3], [12, 6]], "rising pairs"),
            (BANDS, [[12, 3], [24, 3]], "rising pairs"),
            (BANDS, [[12, 3], [24, [2, 6]]], "rising pairs"),
            (BANDS, [[12, [3, 9]], [24, [6, 8]]], "rising pairs"),
            (parameters.UNEMPLOYMENT_SURPLUS, "lost", "one of lapses, kept"),
            (parameters.UNEMPLOYMENT_REMAINDER, True, "one of drawable, needs_a_year"),
            (parameters.UNEMPLOYMENT_CLAIM_TIME, {"days": 60}, "a table of days, late"),
            (parameters.UNEMPLOYMENT_EXTENSION, {"within_months": 0}, "months from 1"),
            (
                parameters.UNEMPLOYMENT_PENSION,
                {
                    "payer": "state",
                    "within_months": 12,
                    "up_to": "flexible_minimum",
                    "order": "reimbursed",
                },
                "payer: one of fund, employer",
            ),
            (parameters.UNEMPLOYMENT_STOPPING, {"stops": "abroad"}, "stops: a list of 0 or more"),
            (parameters.UNEMPLOYMENT_STOPPING, {"stops": [1]}, "each once: one of reemployed"),
        ],
    )
    def test_what_is_no_value_is_refused(
        self,
        parameter: Any,  # noqa: ANN401
        value: object,
        expected: str,
    ) -> None:
        """With the form that is read."""
        with pytest.raises(LawFileError) as caught:
            shipped().replacing(parameter, value)

        assert expected in str(caught.value)
