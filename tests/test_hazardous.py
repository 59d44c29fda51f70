"""Early retirement from hazardous work by example: ages, years in the work, what nobody can say."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    HazardousWork,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PeriodError,
    Person,
    PersonError,
    Reason,
    RetirementCategory,
    RuleError,
    Sex,
    UnknownLawError,
    Verdict,
    YearMonth,
    explain,
    retirement,
)
from shebao.columns import columns
from shebao.law import parameters, shipped
from shebao.rules.hazardous import HazardousRetirement

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
HEIGHT, HEAVY, UNDERGROUND, HEAT, HARMFUL = HazardousWork

#: Tianjin 6: at 55 years and two months in 2025-09.
TIANJIN = Person(birth=date(1970, 7, 9), sex=Sex.MALE)
FLEXIBILITY = Missing("hazardous_flexibility")


def paid(first: str, last: str, **facts: Any) -> ContributionHistory:  # noqa: ANN401
    """A record of pension months."""
    return ContributionHistory([ContributionPeriod(PENSION, MonthSpan(first, last), **facts)])


LONG = paid("1995-01", "2025-07")


def asked(
    person: Person,
    on: date,
    history: ContributionHistory = LONG,
    **facts: Any,  # noqa: ANN401
) -> Decision[HazardousRetirement]:
    """A decision about ten years at heights, unless facts say otherwise."""
    facts = {"work": HEIGHT, "work_months": 120, **facts}
    return retirement.hazardous_eligibility(person, history, on=on, **facts)


class TestAge:
    """国发〔1978〕104号 第一条(二): men at 55, women at 45; from 2025 both rise."""

    @pytest.mark.parametrize(
        ("birth", "sex", "month", "age"),
        [
            ("1969-12", Sex.MALE, "2024-12", (55, 0)),
            ("1970-01", Sex.MALE, "2025-02", (55, 1)),
            ("1970-04", Sex.MALE, "2025-05", (55, 1)),
            ("1970-05", Sex.MALE, "2025-07", (55, 2)),
            ("1981-08", Sex.MALE, "2039-07", (57, 11)),
            ("1981-09", Sex.MALE, "2039-09", (58, 0)),
            ("1990-01", Sex.MALE, "2048-01", (58, 0)),
            ("1979-12", Sex.FEMALE, "2024-12", (45, 0)),
            ("1980-01", Sex.FEMALE, "2025-02", (45, 1)),
            ("1980-02", Sex.FEMALE, "2025-03", (45, 1)),
            ("1980-03", Sex.FEMALE, "2025-05", (45, 2)),
            ("1989-10", Sex.FEMALE, "2039-09", (49, 11)),
            ("1989-11", Sex.FEMALE, "2039-11", (50, 0)),
            ("2000-01", Sex.FEMALE, "2050-01", (50, 0)),
        ],
    )
    def test_steps_of_four_and_of_two_months(
        self, birth: str, sex: Sex, month: str, age: tuple[int, int]
    ) -> None:
        """Men rise to 58 by a month for every four, women to 50 by a month for every two."""
        found = retirement.hazardous(birth, sex)

        assert (month, age) == (str(found.month), divmod(found.age_months, 12))

    @pytest.mark.parametrize(
        ("birth", "age"), [("1970-07", (55, 2)), ("1970-11", (55, 3)), ("1970-09", (55, 3))]
    )
    def test_decisions_of_agencies(self, birth: str, age: tuple[int, int]) -> None:
        """Tianjin 6 and Jiangsu 6 retired at exactly that age, Shandong 1 a month after it."""
        assert age == divmod(retirement.hazardous(birth, Sex.MALE).age_months, 12)

    @pytest.mark.parametrize(
        ("birth", "number", "grade"),
        [
            ("1969-12", "国发〔1978〕104号", Evidence.OFFICIAL),
            ("1970-01", None, Evidence.SECONDARY),
        ],
    )
    def test_the_risen_age_is_what_an_agency_answered(
        self, birth: str, number: str | None, grade: Evidence
    ) -> None:
        """55 stands in the law of 1978; that it rises is only told by Luoyang."""
        found = retirement.hazardous(birth, Sex.MALE)

        assert (number, grade) == (found.citation.instrument.number, found.evidence)

    def test_before_the_law_of_1978_nothing_is_known(self) -> None:
        """A man who was 55 before the Interim Measures is an error."""
        with pytest.raises(UnknownLawError) as caught:
            retirement.hazardous("1923-05", Sex.MALE)

        assert caught.value.parameter == "retirement.hazardous.male"

    @pytest.mark.parametrize("sex", ["male", None, RetirementCategory.MALE])
    def test_a_sex_is_a_sex(self, sex: object) -> None:
        """Anything else is refused, with the two that there are."""
        with pytest.raises(RuleError) as caught:
            retirement.hazardous("1970-07", cast("Any", sex))

        assert (caught.value.field, caught.value.value) == ("sex", sex)

    def test_a_place_may_differ(self) -> None:
        """With a law of the caller for one place, men there stay at 55."""
        law = shipped().replacing(
            parameters.HAZARDOUS_SCHEDULE[Sex.MALE],
            {"original_age_months": 660, "cap_months": 0},
            area="130100",
        )
        months = [
            str(retirement.hazardous("1970-07", Sex.MALE, area=area, law=law).month)
            for area in ("130100", None)
        ]

        assert months == ["2025-07", "2025-09"]


class TestDays:
    """The risen age opens it, the original one is the lowest; between them nobody can say."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 7, 8), INELIGIBLE),
            (date(2025, 7, 9), UNDETERMINED),
            (date(2025, 9, 8), UNDETERMINED),
            (date(2025, 9, 9), ELIGIBLE),
            (date(2029, 12, 31), ELIGIBLE),
        ],
    )
    def test_tianjin(self, on: date, expected: Outcome) -> None:
        """Born on 1970-07-09: too young before 55, open for two months, then at any time."""
        decision = asked(TIANJIN, on)

        assert expected is decision.outcome
        needed = (FLEXIBILITY,) if expected is UNDETERMINED else ()
        assert needed == decision.missing

    @pytest.mark.parametrize(
        ("birth", "age_months", "expected"),
        [
            (date(1970, 7, 15), 55 * 12 + 2, ELIGIBLE),
            (date(1970, 11, 15), 55 * 12 + 3, ELIGIBLE),
            (date(1970, 9, 15), 55 * 12 + 4, ELIGIBLE),
            (date(1971, 2, 15), 55 * 12, UNDETERMINED),
            (date(1971, 5, 15), 55 * 12 + 1, UNDETERMINED),
            (date(1971, 5, 15), 55 * 12 - 1, INELIGIBLE),
        ],
    )
    def test_decisions_of_agencies_are_never_refused(
        self, birth: date, age_months: int, expected: Outcome
    ) -> None:
        """Tianjin 6, Jiangsu 6, Shandong 1 are allowed; Shanghai 4 and Jiangsu 7 lie below: open."""
        person = Person(birth=birth, sex=Sex.MALE)
        on = retirement.day_of(birth, person.birth_month + age_months)

        assert on is not None
        assert expected is asked(person, on).outcome

    def test_a_woman_of_45(self) -> None:
        """Born on 1980-03-31: 45 on 2025-03-31, and 45 years and two months on 2025-05-31."""
        woman = Person(birth=date(1980, 3, 31), sex=Sex.FEMALE)
        days = [date(2025, 3, 30), date(2025, 3, 31), date(2025, 5, 30), date(2025, 5, 31)]

        assert [asked(woman, on).outcome for on in days] == [
            INELIGIBLE,
            UNDETERMINED,
            UNDETERMINED,
            ELIGIBLE,
        ]

    def test_her_track_does_not_matter(self) -> None:
        """The law names the sex alone: both tracks and an unknown one have one answer."""
        tracks = (None, RetirementCategory.FEMALE_55, RetirementCategory.FEMALE_50)
        women = [
            Person(birth=date(1980, 3, 31), sex=Sex.FEMALE, retirement_category=each)
            for each in tracks
        ]
        one, *others = (asked(each, date(2025, 5, 31)) for each in women)

        assert others == [one, one]

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2027, 2, 27), INELIGIBLE),
            (date(2027, 2, 28), UNDETERMINED),
            (date(2027, 9, 28), UNDETERMINED),
            (date(2027, 9, 29), ELIGIBLE),
        ],
    )
    def test_born_on_29_february(self, on: date, expected: Outcome) -> None:
        """Born on 1972-02-29: 55 on 2027-02-28, and 55 years and seven months on 2027-09-29."""
        man = Person(birth=date(1972, 2, 29), sex=Sex.MALE)

        assert expected is asked(man, on).outcome

    @pytest.mark.parametrize(
        ("on", "expected", "missing"),
        [
            (date(2025, 6, 30), INELIGIBLE, ()),
            (date(2025, 7, 1), UNDETERMINED, (Missing("birth"), FLEXIBILITY)),
            (date(2025, 7, 31), UNDETERMINED, (FLEXIBILITY,)),
            (date(2025, 8, 31), UNDETERMINED, (FLEXIBILITY,)),
            (date(2025, 9, 1), UNDETERMINED, (Missing("birth"), FLEXIBILITY)),
            (date(2025, 9, 30), ELIGIBLE, ()),
        ],
    )
    def test_a_month_of_birth(
        self, on: date, expected: Outcome, missing: tuple[Missing, ...]
    ) -> None:
        """Born in 1970-07, day unknown: within the months of 55 and of the risen age it is asked for."""
        decision = asked(Person(birth=YearMonth(1970, 7), sex=Sex.MALE), on)

        assert (expected, missing) == (decision.outcome, decision.missing)

    @pytest.mark.parametrize(
        ("on", "expected", "missing"),
        [
            (date(2024, 11, 30), INELIGIBLE, ()),
            (date(2024, 12, 1), UNDETERMINED, (Missing("birth"),)),
            (date(2024, 12, 31), ELIGIBLE, ()),
        ],
    )
    def test_before_2025_there_is_nothing_between(
        self, on: date, expected: Outcome, missing: tuple[Missing, ...]
    ) -> None:
        """Born in 1969-12, 55 in 2024-12: the age has not risen, so only the day of birth is open."""
        decision = asked(Person(birth=YearMonth(1969, 12), sex=Sex.MALE), on)

        assert (expected, missing) == (decision.outcome, decision.missing)


class TestWork:
    """处理意见 of 1978 第六条: ten years at heights or heavy, nine below ground or hot, eight harmful."""

    @pytest.mark.parametrize(
        ("work", "months"),
        [(HEIGHT, 120), (HEAVY, 120), (UNDERGROUND, 108), (HEAT, 108), (HARMFUL, 96)],
    )
    def test_years_in_the_work(self, work: HazardousWork, months: int) -> None:
        """That many months are enough, a month less is not."""
        found = [
            asked(TIANJIN, date(2025, 9, 9), work=work, work_months=each)
            for each in (months - 1, months)
        ]

        assert [each.outcome for each in found] == [INELIGIBLE, ELIGIBLE]
        condition = found[0].conditions[1]
        assert (Reason.HAZARDOUS_MONTHS, NOT_MET) == (condition.reason, condition.verdict)
        assert (months, months - 1) == (condition.required, condition.actual)

    def test_months_that_are_not_known_are_asked_for(self) -> None:
        """Without the personnel file it is open, and the law says how many there have to be."""
        decision = asked(TIANJIN, date(2025, 9, 9), work_months=None)
        condition = decision.conditions[1]

        assert (UNDETERMINED, (Missing("work_months"),)) == (decision.outcome, decision.missing)
        assert (UNKNOWN, 120, None) == (condition.verdict, condition.required, condition.actual)
        assert condition.citation is not None
        assert condition.citation.article == "第六条"

    def test_none_at_all(self) -> None:
        """No month in the work is a number, and too few."""
        assert asked(TIANJIN, date(2025, 9, 9), work_months=0).outcome is INELIGIBLE

    @pytest.mark.parametrize("months", [-1, 120.0, "120", True])
    def test_months_are_a_number(self, months: object) -> None:
        """Anything else is refused, and the error says what would be right."""
        with pytest.raises(RuleError) as caught:
            asked(TIANJIN, date(2025, 9, 9), work_months=months)

        assert str(caught.value.faults[0]) == (
            f"work_months: {months!r} is no number; expected an int from 0, or None"
        )

    @pytest.mark.parametrize("work", ["heat", None])
    def test_work_is_a_term(self, work: object) -> None:
        """A job in words is refused."""
        with pytest.raises(RuleError) as caught:
            asked(TIANJIN, date(2025, 9, 9), work=work)

        assert caught.value.field == "work"


class TestContributions:
    """The minimum contribution months of the year of the day."""

    @pytest.mark.parametrize(("last", "expected"), [("2009-12", ELIGIBLE), ("2009-11", INELIGIBLE)])
    def test_fifteen_years(self, last: str, expected: Outcome) -> None:
        """180 months are enough in 2025, 179 are not."""
        decision = asked(TIANJIN, date(2025, 9, 9), paid("1995-01", last))

        assert expected is decision.outcome
        assert decision.value is not None
        assert decision.value.required_months == 180

    def test_the_minimum_is_that_of_the_day(self) -> None:
        """180 months are enough at the end of 2029 and six too few from 2030 on."""
        days = [date(2029, 12, 31), date(2030, 1, 1)]
        found = [asked(TIANJIN, on, paid("1995-01", "2009-12")) for on in days]

        assert [each.outcome for each in found] == [ELIGIBLE, INELIGIBLE]
        assert [each.value and each.value.required_months for each in found] == [180, 186]

    def test_a_record_that_bounds_them(self) -> None:
        """Between 170 and 190 months: the record is missing."""
        decision = asked(TIANJIN, date(2025, 9, 9), paid("1995-01", "2010-12", count=(170, 190)))

        assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)

    def test_the_value(self) -> None:
        """What goes with the answer: the age, the minimum, the months on the day."""
        decision = asked(TIANJIN, date(2025, 9, 9))
        value = decision.value

        assert value is not None
        assert value.age == retirement.hazardous("1970-07", Sex.MALE)
        assert (value.required_months, value.contribution_months.months) == (180, 367)
        assert [each.reason for each in decision.conditions] == [
            Reason.HAZARDOUS_AGE,
            Reason.HAZARDOUS_MONTHS,
            Reason.PENSION_MONTHS,
        ]
        assert decision.evidence is Evidence.SECONDARY


#: Rules by which a man may retire at 50, with five years at heights and ten years paid.
EASIER: dict[str, object] = {
    "retirement.hazardous.male": {"original_age_months": 600, "cap_months": 0},
    "retirement.hazardous_months.height": 60,
    "pension.minimum_months": {"months": 120},
}


@pytest.mark.parametrize("local", EASIER)
def test_the_law_of_a_place_holds_there_alone(local: str) -> None:
    """Where one of three easier rules is that of a place, nobody elsewhere has all of them."""
    law = shipped()
    for name, easier in EASIER.items():
        law = law.replacing(name, easier, area="130100" if name == local else "100000")
    here, elsewhere = (
        asked(
            TIANJIN,
            date(2020, 7, 9),
            paid("2010-01", "2019-12"),
            work_months=60,
            area=area,
            law=law,
        )
        for area in ("130100", None)
    )

    assert (ELIGIBLE, INELIGIBLE) == (here.outcome, elsewhere.outcome)


class TestUnknownLaw:
    """Law that is not known leaves it open."""

    @pytest.mark.parametrize(
        ("on", "parameter"),
        [
            (date(1978, 7, 10), "retirement.hazardous_months.height"),
            (date(1996, 12, 31), "pension.minimum_months"),
        ],
    )
    def test_days_before_the_law(self, on: date, parameter: str) -> None:
        """What is not known is what is missing, and there is no value."""
        man = Person(birth=date(1930, 1, 1), sex=Sex.MALE)
        decision = asked(man, on)

        assert (UNDETERMINED, None) == (decision.outcome, decision.value)
        assert decision.missing == (Missing(parameter, "100000"),)

    def test_people_before_the_law(self) -> None:
        """Who was 55 before 1978 has no age that is known."""
        decision = asked(Person(birth=date(1923, 5, 1), sex=Sex.MALE), date(2025, 1, 1))

        assert decision.missing == (Missing("retirement.hazardous.male", "100000"),)
        assert {each.verdict for each in decision.conditions} == {UNKNOWN}

    def test_without_secondary_law(self) -> None:
        """Who wants official law alone does not know the risen age."""
        decision = asked(TIANJIN, date(2025, 9, 9), law=shipped().at_least("official"))

        assert (UNDETERMINED, ["retirement.hazardous.male (100000)"]) == (
            decision.outcome,
            [str(each) for each in decision.missing],
        )


class TestArguments:
    """What is given is checked first."""

    def test_a_person_and_a_record(self) -> None:
        """In the wrong order they are told apart."""
        with pytest.raises(PersonError):
            asked(cast("Any", LONG), date(2025, 9, 9))
        with pytest.raises(PeriodError):
            asked(TIANJIN, date(2025, 9, 9), cast("Any", TIANJIN))

    def test_on_is_a_day(self) -> None:
        """A text is no day."""
        with pytest.raises(MonthError, match="on: '2025-09-09' is of type str"):
            asked(TIANJIN, cast("Any", "2025-09-09"))

    def test_area_and_law(self) -> None:
        """A name is no code, and a text is no law."""
        with pytest.raises(RuleError, match="area: '天津' is not an area code"):
            asked(TIANJIN, date(2025, 9, 9), area="天津")
        with pytest.raises(RuleError, match="law: '104' is of type str"):
            asked(TIANJIN, date(2025, 9, 9), law="104")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "能否按特殊工种提前退休（2025-07-31）：尚不能确定",
                "注意：所依据的规定有“二手来源”者，未核对原文。",
                "  [?] 达到特殊工种提前退休年龄：2025年9月；查询日 2025-07-31",
                "  [?] 从事特殊工种累计月数：不明；最低：120",
                "  [+] 养老保险累计缴费月数：367；最低：180",
                "  - 特殊工种能否在延迟后的提前退休年龄之前弹性提前（未见明文）",
                "  - 从事特殊工种的累计月数",
            ],
        ),
        (
            "en",
            [
                "may one retire early from hazardous work (2025-07-31): undetermined",
                "Note: it rests on law that is only attested as 'secondary'; check the text.",
                "  [?] months in hazardous work: not known; required: 120",
                "  [+] months of pension contributions: 367; required: 180",
                "  - months in hazardous work",
            ],
        ),
    ],
)
def test_an_open_answer_in_words(lang: str, told: list[str]) -> None:
    """Question, day and outcome, what each condition asks for, and what is missing."""
    decision = asked(TIANJIN, date(2025, 7, 31), work_months=None)
    lines = explain(decision, lang).splitlines()

    assert [line for line in told if line not in lines] == []
    assert [line for line in lines if columns(line) > 80] == []


@pytest.mark.parametrize("on", [date(1990, 1, 1), date(2025, 7, 8), date(2025, 9, 9)])
def test_every_outcome_has_words(on: date) -> None:
    """Open, no and yes are told in both languages, with a line for every condition."""
    decision = asked(TIANJIN, on)

    for lang, outcome in (("zh", decision.outcome.zh), ("en", decision.outcome.en)):
        first, *rest = explain(decision, lang).splitlines()
        assert outcome in first
        assert sum(line.startswith("  [") for line in rest) == 3
