"""The place that pays a pension, branch by branch of 国办发〔2009〕66号 第六条."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import (
    MEDICAL,
    PENSION,
    BenefitAreaStep,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    PeriodError,
    Person,
    PersonError,
    Reason,
    RuleError,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    transfer,
)
from shebao.law import parameters, shipped
from shebao.model.account_relation import AccountRelation

if TYPE_CHECKING:
    from collections.abc import Callable

    from shebao.rules.transfer import BenefitArea

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
HENAN, GUANGDONG, ZHEJIANG, HEBEI = "410000", "440000", "330000", "130000"
#: Young enough never to have a temporary account.
PERSON = Person(birth=date(1985, 3, 8), sex=Sex.MALE, household_registration="411725")
#: Fifty in March 2015.
ELDER = Person(birth=date(1965, 3, 8), sex=Sex.MALE, household_registration="411725")
STEPS = {
    Reason.BENEFIT_AREA_HOME: "home",
    Reason.BENEFIT_AREA_HERE: "here",
    Reason.BENEFIT_AREA_BEFORE: "before",
    Reason.BENEFIT_AREA_GATHERED: "gathered",
}


def months(first: str, number: int, area: str | None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """So many pension months from a first one, paid unless facts say otherwise."""
    start = YearMonth.from_ordinal(MonthSpan(first, first).first.ordinal)
    facts = {"kind": PENSION, **facts}
    return ContributionPeriod(months=MonthSpan(start, start + (number - 1)), area=area, **facts)


def asked(
    *periods: ContributionPeriod,
    person: Person = PERSON,
    relations: list[AccountRelation] | None = None,
    on: date = ON,
) -> Decision[BenefitArea]:
    """The place of benefit of a record."""
    return transfer.benefit_area(person, ContributionHistory(periods), relations, on=on)


def path(decision: Decision[BenefitArea]) -> list[tuple[str, str]]:
    """The steps that were walked, each with its verdict."""
    (found,) = decision.conditions
    assert Reason.BENEFIT_AREA_FOUND is found.reason
    return [(STEPS[part.reason], part.verdict.name.lower()) for part in found.parts]


def found(decision: Decision[BenefitArea]) -> tuple[str, BenefitAreaStep]:
    """Place and step of a decision that is certain."""
    assert ELIGIBLE is decision.outcome
    assert decision.value is not None
    return decision.value.area, decision.value.step


# 第六条, item by item


def test_a_relation_at_home_is_paid_at_home_whatever_its_months() -> None:
    """(一): one month at home outweighs twenty years elsewhere, if the relation is there."""
    decision = asked(months("2000-01", 240, "440300"), months("2020-01", 1, "410100"))

    assert (HENAN, BenefitAreaStep.HOME) == found(decision)
    assert [("home", "met")] == path(decision)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (119, (HENAN, BenefitAreaStep.GATHERED_HOME)),
        (120, (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE)),
        (121, (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE)),
    ],
)
def test_ten_years_where_the_relation_is_are_120_months(
    number: int, expected: tuple[str, BenefitAreaStep]
) -> None:
    """(二): with 120 months the place of the relation pays, with 119 it does not."""
    assert expected == found(asked(months("2010-01", number, "440300")))


def test_the_months_of_ten_years_need_not_be_in_a_row() -> None:
    """累计: months before and after another province add up."""
    decision = asked(
        months("2000-01", 60, "440300"),
        months("2005-01", 12, "330100"),
        months("2006-01", 60, "440300"),
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(decision)


def test_back_to_the_latest_place_with_ten_years_not_the_longest() -> None:
    """(三): 上一个 is the one before, though an older one has twenty years."""
    decision = asked(
        months("1990-01", 240, "130100"),
        months("2010-01", 120, "440300"),
        months("2020-01", 48, "330100"),
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_BEFORE) == found(decision)
    assert [("home", "not_met"), ("here", "not_met"), ("before", "met")] == path(decision)


def test_places_before_are_asked_one_after_the_other() -> None:
    """(三): one with less than ten years is passed over."""
    decision = asked(
        months("1990-01", 120, "130100"),
        months("2010-01", 119, "440300"),
        months("2020-01", 48, "330100"),
    )

    assert (HEBEI, BenefitAreaStep.TEN_YEARS_BEFORE) == found(decision)
    assert ["home", "here", "before", "before"] == [step for step, _ in path(decision)]


def test_home_can_be_the_place_before() -> None:
    """(三): who had ten years at home and left is paid at home as the place before."""
    decision = asked(months("2000-01", 120, "410100"), months("2010-01", 100, "440300"))

    assert (HENAN, BenefitAreaStep.TEN_YEARS_BEFORE) == found(decision)


def test_nowhere_ten_years_is_home() -> None:
    """(四): the relation is gathered at home, where there never was one."""
    decision = asked(
        months("2000-01", 119, "130100"),
        months("2010-01", 119, "440300"),
        months("2020-01", 60, "330100"),
    )

    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(decision)
    assert [
        ("home", "not_met"),
        ("here", "not_met"),
        ("before", "not_met"),
        ("before", "not_met"),
        ("gathered", "met"),
    ] == path(decision)


def test_an_empty_record_is_gathered_at_home() -> None:
    """Without any relation home is all there is."""
    decision = asked()

    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(decision)
    assert [("home", "not_met"), ("gathered", "met")] == path(decision)


# Which months


def test_cities_of_a_province_add_up() -> None:
    """A place is a province (第五条(一)): 60 months in each of two cities are ten years."""
    decision = asked(months("2010-01", 60, "440300"), months("2015-01", 60, "440100"))

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(decision)


def test_a_month_in_two_cities_of_a_province_counts_once() -> None:
    """Sixty months in two cities at once and 59 more are 119."""
    decision = asked(
        months("2010-01", 60, "440300"),
        months("2010-01", 60, "440100"),
        months("2015-01", 59, "440300"),
    )

    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(decision)
    assert decision.value is not None
    assert [(GUANGDONG, 119, 119)] == [
        (each.province, each.at_least, each.at_most) for each in decision.value.months
    ]


def test_a_month_in_two_provinces_counts_in_both() -> None:
    """What was not settled yet counts where it was paid."""
    decision = asked(months("2010-01", 120, "440300"), months("2010-02", 120, "330100"))

    assert decision.value is not None
    assert [120, 120] == [each.at_least for each in decision.value.months]


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (PaymentStatus.DEEMED, True),
        (PaymentStatus.BACK_PAID, True),
        (PaymentStatus.ARREARS, False),
        (PaymentStatus.DEFERRED, False),
        (PaymentStatus.PENDING, False),
    ],
)
def test_deemed_and_back_paid_months_count_others_do_not(
    status: PaymentStatus, counts: bool
) -> None:
    """缴费年限均包括视同缴费年限 (第十二条); arrears do not count."""
    decision = asked(
        months("2005-01", 60, "440300", status=status), months("2010-01", 60, "440100")
    )

    assert (GUANGDONG if counts else HENAN) == found(decision)[0]


def test_months_of_residents_and_other_insurances_do_not_count() -> None:
    """Ten years are years of the employees' pension."""
    decision = asked(
        months("2005-01", 120, "440300", scheme=Scheme.RESIDENT),
        months("2005-01", 120, "440300", kind=MEDICAL),
        months("2015-01", 60, "440300"),
    )

    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(decision)


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2019, 11, 30), HENAN), (date(2019, 12, 1), GUANGDONG)]
)
def test_the_record_is_taken_as_of_the_day(on: date, expected: str) -> None:
    """The month of the day counts, later ones do not, and later places are not there yet."""
    decision = asked(months("2010-01", 130, "440300"), months("2021-01", 12, "410100"), on=on)

    assert expected == found(decision)[0]


# Temporary accounts


def test_from_a_temporary_account_the_old_place_pays() -> None:
    """The relation stays where it was, however long the temporary account runs (第五条(二))."""
    decision = asked(
        months("2005-01", 120, "440300"), months("2015-04", 129, "330100"), person=ELDER
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(decision)
    assert decision.value is not None
    assert [GUANGDONG] == [each.province for each in decision.value.months]
    assert [False, True] == [each.is_temporary for each in decision.value.relations]


def test_with_temporary_accounts_alone_home_pays() -> None:
    """Who was first insured at 50 away from home has no relation but home's."""
    decision = asked(months("2015-04", 129, "330100"), person=ELDER)

    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(decision)
    assert [("home", "not_met"), ("gathered", "met")] == path(decision)


def test_from_a_temporary_account_home_pays_if_the_relation_is_there() -> None:
    """The old place may be home."""
    decision = asked(
        months("2014-01", 12, "410100"), months("2015-04", 129, "330100"), person=ELDER
    )

    assert (HENAN, BenefitAreaStep.HOME) == found(decision)


def test_a_relation_given_as_temporary_at_home_is_an_ordinary_one() -> None:
    """Home opens no temporary accounts."""
    decision = asked(
        months("2000-01", 120, "440300"),
        months("2015-04", 12, "410100"),
        person=ELDER,
        relations=[
            AccountRelation("440300", date(2000, 1, 1)),
            AccountRelation("410100", date(2015, 4, 1), is_temporary=True),
        ],
    )

    assert (HENAN, BenefitAreaStep.HOME) == found(decision)
    assert decision.value is not None
    assert [120, 12] == [each.at_least for each in decision.value.months]


@pytest.mark.parametrize(
    ("until_temporary", "from_ordinary", "expected"),
    [
        ("2010-01", None, 60),
        ("2010-01", "2012-01", 108),
        ("2010-01", "2010-01", 132),
        (None, None, 132),
    ],
)
def test_months_under_a_temporary_account_are_not_those_of_the_place(
    until_temporary: str | None, from_ordinary: str | None, expected: int
) -> None:
    """From its month on, until an ordinary relation (an approved move) takes its place there."""
    given = [AccountRelation("330100", date(2005, 1, 1))]
    for month, is_temporary in ((until_temporary, True), (from_ordinary, False)):
        if month is not None:
            day = date.fromisoformat(f"{month}-01")
            given.append(AccountRelation("330200", day, is_temporary=is_temporary))
    decision = asked(months("2005-01", 132, "330100"), person=ELDER, relations=given)

    assert decision.value is not None
    assert [expected] == [each.at_least for each in decision.value.months]


def test_a_second_temporary_account_changes_nothing() -> None:
    """It goes on from the first one."""
    decision = asked(
        months("2005-01", 132, "330100"),
        relations=[
            AccountRelation("330100", date(2005, 1, 1)),
            AccountRelation("330100", date(2010, 1, 1), is_temporary=True),
            AccountRelation("330100", date(2012, 1, 1), is_temporary=True),
        ],
    )

    assert decision.value is not None
    assert [60] == [each.at_least for each in decision.value.months]


def test_relations_given_outweigh_the_record() -> None:
    """What the person knows of approved moves and of choices is asked for as relations."""
    record = [months("2005-01", 120, "440300"), months("2015-04", 129, "330100")]
    moved = [
        AccountRelation("440300", date(2005, 1, 1)),
        AccountRelation("330100", date(2015, 4, 1)),
    ]
    later = AccountRelation("410100", date(2026, 2, 1))

    assert (ZHEJIANG, BenefitAreaStep.TEN_YEARS_HERE) == found(
        asked(*record, person=ELDER, relations=[later, *reversed(moved)])
    )
    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(
        asked(*record, person=ELDER, relations=[])
    )


def test_who_comes_back_has_the_relation_there_again() -> None:
    """The order is that of the last opening."""
    decision = asked(
        months("2000-01", 120, "440300"),
        months("2010-01", 120, "330100"),
        months("2020-01", 1, "440100"),
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(decision)
    assert decision.value is not None
    assert [ZHEJIANG, GUANGDONG] == [each.province for each in decision.value.months]


# What is open


def test_without_a_household_registration_all_is_open() -> None:
    """Foreigners and people from Hong Kong, Macao and Taiwan have rules of their own."""
    person = Person(birth=date(1985, 3, 8), sex=Sex.MALE)
    decision = asked(months("2000-01", 240, "440300"), person=person)

    assert (UNDETERMINED, None) == (decision.outcome, decision.value)
    assert (Missing("household_registration"),) == decision.missing
    assert [("home", "unknown")] == path(decision)
    nowhere = asked(months("2000-01", 240, None), person=person)
    assert (Missing("household_registration"),) == nowhere.missing


@pytest.mark.parametrize(
    ("placed", "unplaced", "expected"),
    [
        (100, 19, HENAN),
        (100, 20, None),
        (119, 1, None),
        (120, 1, GUANGDONG),
        (120, 300, GUANGDONG),
    ],
)
def test_months_without_a_place_matter_where_they_could_make_ten_years(
    placed: int, unplaced: int, expected: str | None
) -> None:
    """Months of before the relation are nobody's until ten years depend on them."""
    decision = asked(months("1980-01", unplaced, None), months("2010-01", placed, "440300"))

    assert (expected is None) == (decision.outcome is UNDETERMINED)
    assert (() if expected else (Missing("history"),)) == decision.missing
    assert expected == (None if decision.value is None else decision.value.area)


@pytest.mark.parametrize(("number", "expected"), [(119, HENAN), (120, None)])
def test_ten_years_without_a_place_may_be_those_of_any_province(
    number: int, expected: str | None
) -> None:
    """A record that names no place at all leads home only below ten years."""
    decision = asked(months("2010-01", number, None))

    assert expected == (None if decision.value is None else decision.value.area)
    assert (() if expected else (Missing("history"),)) == decision.missing


def test_a_last_month_without_a_place_may_have_taken_the_relation_home() -> None:
    """With ten years elsewhere it decides; where nobody has them, home pays either way."""
    ten = asked(months("2010-01", 120, "440300"), months("2020-01", 1, None))
    nine = asked(months("2010-01", 108, "440300"), months("2020-01", 1, None))

    assert (UNDETERMINED, (Missing("history"),)) == (ten.outcome, ten.missing)
    assert [("home", "unknown")] == path(ten)
    assert HENAN == found(nine)[0]


def test_a_month_without_a_place_may_change_which_place_was_before() -> None:
    """Two earlier provinces have ten years: which was left last depends on the month."""
    decision = asked(
        months("1990-01", 120, "130100"),
        months("2000-01", 120, "440300"),
        months("2010-01", 1, None),
        months("2010-02", 12, "330100"),
    )

    assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
    assert [("home", "not_met"), ("here", "not_met"), ("before", "unknown")] == path(decision)


def test_given_relations_leave_months_without_a_place_to_the_count() -> None:
    """Who gives all relations says where the last one is."""
    decision = asked(
        months("2010-01", 120, "440300"),
        months("2020-01", 1, None),
        relations=[AccountRelation("440300", date(2010, 1, 1))],
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(decision)
    assert decision.value is not None
    assert [(120, 121)] == [(each.at_least, each.at_most) for each in decision.value.months]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(19, HENAN), (20, GUANGDONG), ((10, 19), HENAN), ((19, 20), None), ((20, 24), GUANGDONG)],
)
def test_numbers_of_months_decide_by_their_bounds(
    count: int | tuple[int, int], expected: str | None
) -> None:
    """A hundred months and some of twenty-four: ten years surely, never, or perhaps."""
    decision = asked(months("2010-01", 100, "440300"), months("2018-05", 24, "440300", count=count))

    assert expected == (None if decision.value is None else decision.value.area)
    assert (() if expected else (Missing("history"),)) == decision.missing
    if expected is None:
        (condition,) = decision.conditions
        assert (119, 120) == condition.parts[-1].actual


def test_numbers_of_two_places_in_one_year_leave_open_which_was_last() -> None:
    """Six months in each of two provinces: the relation may be in either."""
    decision = asked(
        months("2000-01", 120, "440300"),
        months("2010-01", 12, "440300", count=6),
        months("2010-01", 12, "410100", count=6),
    )

    assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)
    assert [("home", "unknown")] == path(decision)


def test_a_last_month_of_a_number_may_open_a_relation_again() -> None:
    """Six of twelve months may begin anew in the last one, while home goes on."""
    decision = asked(
        months("2000-01", 120, "440300"),
        months("2024-02", 12, "440300", count=6),
        months("2024-12", 2, "410100"),
    )

    assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


def test_months_that_perhaps_are_none_tell_of_no_certain_relation() -> None:
    """Nought to six months at home: the relation may never have been there."""
    decision = asked(
        months("2000-01", 120, "440300"), months("2010-01", 12, "410100", count=(0, 6))
    )

    assert (UNDETERMINED, (Missing("history"),)) == (decision.outcome, decision.missing)


def test_a_birth_known_by_month_leaves_open_what_its_day_decides() -> None:
    """Insured elsewhere from the month of 50 on: born on the 1st one has a temporary account."""
    person = Person(birth=YearMonth(1965, 3), sex=Sex.MALE, household_registration="411725")
    old, new = months("2000-01", 120, "440300"), months("2015-03", 120, "330100")
    decision = asked(old, new, person=person)

    assert (UNDETERMINED, (Missing("birth"), Missing("relations"))) == (
        decision.outcome,
        decision.missing,
    )
    assert (HENAN, BenefitAreaStep.GATHERED_HOME) == found(
        asked(months("2015-03", 100, "330100"), person=person)
    )


def test_a_move_in_the_month_of_fifty_depends_on_its_day() -> None:
    """Fifty on 2015-03-08: registered before it the relation moves, from then on it does not."""
    periods = months("2000-01", 120, "440300"), months("2015-03", 120, "330100")
    relations = [
        [
            AccountRelation("440300", date(2000, 1, 1)),
            AccountRelation("330100", date(2015, 3, day), is_temporary=day >= 8),
        ]
        for day in (7, 8)
    ]

    assert (Missing("relations"),) == asked(*periods, person=ELDER).missing
    assert [
        (ZHEJIANG, BenefitAreaStep.TEN_YEARS_HERE),
        (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE),
    ] == [found(asked(*periods, person=ELDER, relations=held)) for held in relations]


def test_months_paid_late_do_not_make_a_temporary_account_an_ordinary_one() -> None:
    """Months of 49 that were paid at 53, in the place of a temporary account, leave it open."""
    old, new = months("2000-01", 120, "440300"), months("2015-06", 120, "330100")
    late = months(
        "2014-06", 9, "330100", status=PaymentStatus.BACK_PAID, settled_on=date(2018, 5, 1)
    )

    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(asked(old, new, person=ELDER))
    assert (Missing("relations"),) == asked(old, late, new, person=ELDER).missing


def test_whether_a_relation_was_left_behind_is_asked() -> None:
    """Back at fifty in a province that one had left: its relation goes on, or moved away before."""
    first, second = months("1990-01", 100, "440300"), months("2000-01", 120, "330100")
    back = months("2016-01", 120, "440300")

    assert (Missing("relations"),) == asked(first, second, back, person=ELDER).missing


# Law


def test_before_2010_the_law_is_not_known() -> None:
    """国办发〔2009〕66号 is in force from 2010-01-01."""
    record = months("1995-01", 200, "440300")
    last, first = (asked(record, on=day) for day in (date(2009, 12, 31), date(2010, 1, 1)))

    assert (UNDETERMINED, None) == (last.outcome, last.value)
    assert (Missing("transfer.benefit_area_months", "100000"),) == last.missing
    assert (GUANGDONG, BenefitAreaStep.TEN_YEARS_HERE) == found(first)


def test_the_ten_years_are_law() -> None:
    """Another law asks for other months, and the steps show them."""
    law = shipped().replacing(parameters.BENEFIT_AREA_MONTHS, 60)
    record = ContributionHistory([months("2010-01", 60, "440300")])
    decision = transfer.benefit_area(PERSON, record, on=ON, law=law)
    (condition,) = decision.conditions

    assert GUANGDONG == found(decision)[0]
    assert (60, 60) == (condition.parts[-1].required, condition.parts[-1].actual)


def test_every_step_cites_article_6() -> None:
    """The steps are those of 第六条, as it was read."""
    decision = asked(months("2000-01", 10, "130100"), months("2010-01", 10, "440300"))
    (condition,) = decision.conditions

    assert Evidence.OFFICIAL is decision.evidence
    for part in condition.parts:
        assert part.citation is not None
        assert "第六条" == part.citation.article


# Wrong input


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"person": None}, PersonError, "person"),
        ({"history": [months("2010-01", 1, "440300")]}, PeriodError, "history"),
        ({"relations": AccountRelation("440300", ON)}, PeriodError, "relations"),
        ({"relations": ["440300"]}, PeriodError, "relations"),
        ({"relations": 440300}, PeriodError, "relations"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"law": {}}, RuleError, "law"),
    ],
)
def test_wrong_facts_are_named(change: dict[str, Any], error: type[Any], field: str) -> None:
    """Each is refused by its name, with an error of the library."""
    facts = {"person": PERSON, "history": ContributionHistory(), "on": ON, **change}
    call = cast("Callable[..., object]", transfer.benefit_area)
    with pytest.raises(error) as caught:
        call(facts.pop("person"), facts.pop("history"), **facts)

    assert field == caught.value.field
