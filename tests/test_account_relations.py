"""Pension relations that a record tells of, and temporary accounts, by example."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    LawFileError,
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
    explain,
    transfer,
)
from shebao.law import parameters, shipped
from shebao.law.transfer_values import TemporaryAge
from shebao.model.account_relation import AccountRelation

if TYPE_CHECKING:
    from collections.abc import Callable

ON = date(2026, 1, 29)
HOME, OLD, NEW = "410100", "440300", "330100"
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
MAN = Person(birth=date(1965, 3, 8), sex=Sex.MALE, household_registration=HOME)
WOMAN = Person(birth=date(1975, 3, 8), sex=Sex.FEMALE, household_registration=HOME)


def months(first: str, last: str, area: str | None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months of an employee unless facts say otherwise."""
    facts = {"kind": PENSION, **facts}
    return ContributionPeriod(months=MonthSpan(first, last), area=area, **facts)


def told(
    person: Person, *periods: ContributionPeriod, on: date = ON
) -> list[tuple[str, str, bool]]:
    """Area, month and whether temporary of the relations of a record."""
    found = transfer.relations(person, ContributionHistory(periods), on=on)
    assert all(relation.from_day.day == 1 for relation in found)
    return [(each.area, f"{each.from_day:%Y-%m}", each.is_temporary) for each in found]


# The noun


def test_a_relation_lies_in_the_province_of_its_place() -> None:
    """The place of benefit is a province (第五条(一)), so a relation knows its own."""
    relation = AccountRelation("320505", date(2015, 3, 1))

    assert ("320000", False) == (relation.province, relation.is_temporary)


def test_a_relation_names_all_its_faults() -> None:
    """Area, day and truth value are refused together, each by its name."""
    with pytest.raises(PeriodError) as caught:
        AccountRelation(cast("str", None), cast("date", "2015"), is_temporary=cast("bool", 1))

    assert ["area", "from_day", "is_temporary"] == [fault.field for fault in caught.value.faults]


# Ages


@pytest.mark.parametrize(
    ("person", "day", "expected"),
    [
        (MAN, date(2015, 3, 7), INELIGIBLE),
        (MAN, date(2015, 3, 8), ELIGIBLE),
        (MAN, date(2015, 3, 9), ELIGIBLE),
        (WOMAN, date(2015, 3, 7), INELIGIBLE),
        (WOMAN, date(2015, 3, 8), ELIGIBLE),
        (WOMAN, date(2015, 3, 9), ELIGIBLE),
    ],
)
def test_the_birthday_makes_an_account_temporary(
    person: Person, day: date, expected: Outcome
) -> None:
    """Men of 50 and women of 40 away from home have a temporary account from that day on."""
    decision = transfer.opens_temporary(person, NEW, on=day)

    assert expected is decision.outcome
    assert AccountRelation(NEW, day, is_temporary=expected is ELIGIBLE) == decision.value


@pytest.mark.parametrize(
    ("sex", "birth", "day"),
    [
        (Sex.MALE, date(1964, 2, 29), date(2014, 2, 28)),
        (Sex.FEMALE, date(1980, 2, 29), date(2020, 2, 29)),
        (Sex.FEMALE, date(1971, 12, 31), date(2011, 12, 31)),
    ],
)
def test_who_was_born_on_29_february_has_a_birthday_every_year(
    sex: Sex, birth: date, day: date
) -> None:
    """In a common year it is the last day of February, in a leap year the day itself."""
    person = Person(birth=birth, sex=sex, household_registration=HOME)
    before = date.fromordinal(day.toordinal() - 1)

    assert INELIGIBLE is transfer.opens_temporary(person, NEW, on=before).outcome
    assert ELIGIBLE is transfer.opens_temporary(person, NEW, on=day).outcome


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2015, 2, 28), INELIGIBLE),
        (date(2015, 3, 1), UNDETERMINED),
        (date(2015, 3, 30), UNDETERMINED),
        (date(2015, 3, 31), ELIGIBLE),
    ],
)
def test_a_birth_known_by_month_is_open_in_the_month_of_the_birthday(
    day: date, expected: Outcome
) -> None:
    """Before it nobody of that month is 50, at its end everybody; between, the birth is missing."""
    person = Person(birth=YearMonth(1965, 3), sex=Sex.MALE, household_registration=HOME)
    decision = transfer.opens_temporary(person, NEW, on=day)

    assert expected is decision.outcome
    assert (expected is UNDETERMINED) == (decision.value is None)
    assert ((Missing("birth"),) if expected is UNDETERMINED else ()) == decision.missing


# The other conditions


def test_without_a_household_registration_home_is_open_from_the_age_on() -> None:
    """The answer needs it for who is old enough, and for nobody else."""
    person = Person(birth=date(1965, 3, 8), sex=Sex.MALE)
    old = transfer.opens_temporary(person, NEW, on=date(2015, 3, 8))
    young = transfer.opens_temporary(person, NEW, on=date(2015, 3, 7))

    assert (UNDETERMINED, (Missing("household_registration"),)) == (old.outcome, old.missing)
    assert (INELIGIBLE, ()) == (young.outcome, young.missing)


@pytest.mark.parametrize("area", [HOME, "410000", "411725"])
def test_at_home_no_account_is_temporary(area: str) -> None:
    """Home is the province of the registration (第五条(一)), whatever the city and the age."""
    assert INELIGIBLE is transfer.opens_temporary(MAN, area, on=ON).outcome


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (AccountRelation("330200", date(2000, 1, 1)), INELIGIBLE),
        (AccountRelation(OLD, date(2000, 1, 1)), ELIGIBLE),
        (AccountRelation(NEW, date(2016, 1, 1), is_temporary=True), ELIGIBLE),
        (AccountRelation(NEW, date(2020, 1, 1)), INELIGIBLE),
        (AccountRelation(NEW, date(2020, 1, 2)), ELIGIBLE),
    ],
)
def test_an_earlier_ordinary_relation_in_the_province_goes_on(
    before: AccountRelation, expected: Outcome
) -> None:
    """Only one that was opened by the day, is not temporary and lies in the same province does."""
    decision = transfer.opens_temporary(MAN, NEW, on=date(2020, 1, 1), before=[before])

    assert expected is decision.outcome


def test_an_approved_move_takes_the_relation_along_at_any_age() -> None:
    """第五条(三): the ages do not bind who was moved by approval 经批准调动."""
    decision = transfer.opens_temporary(MAN, NEW, on=ON, is_approved=True)

    assert AccountRelation(NEW, ON) == decision.value
    assert [MET, MET, MET, NOT_MET] == [each.verdict for each in decision.conditions]


def test_all_conditions_are_told_with_their_law() -> None:
    """Age, being away, being new and the missing approval stand in every answer."""
    decision = transfer.opens_temporary(MAN, NEW, on=ON)

    assert [
        Reason.TEMPORARY_AGE,
        Reason.TEMPORARY_AWAY,
        Reason.TEMPORARY_NEW,
        Reason.TEMPORARY_NOT_APPROVED,
    ] == [each.reason for each in decision.conditions]
    articles = [each.citation.article for each in decision.conditions if each.citation]
    assert ["第五条(二)", "第五条(二)", "第五条(二)", "第五条(三)"] == articles
    approval = decision.conditions[-1].citation
    assert approval is not None
    assert approval.quote is None, "the words that are shipped are those of (二)"


def test_sentences_show_the_facts_themselves() -> None:
    """Where there was no relation and no approval, both sentences say no; where there were, yes."""
    before = [AccountRelation(NEW, date(2000, 1, 1))]
    fresh = explain(transfer.opens_temporary(MAN, NEW, on=ON), "en")
    moved = explain(
        transfer.opens_temporary(MAN, NEW, on=ON, before=before, is_approved=True), "en"
    )

    assert "earlier relation in that province: no" in fresh
    assert "the move was approved: no" in fresh
    assert "earlier relation in that province: yes" in moved
    assert "the move was approved: yes" in moved


def test_before_2010_nobody_knows() -> None:
    """国办发〔2009〕66号 is in force from 2010-01-01; the law before it is not known."""
    last = transfer.opens_temporary(MAN, NEW, on=date(2009, 12, 31))
    first = transfer.opens_temporary(MAN, NEW, on=date(2010, 1, 1))

    assert (UNDETERMINED, None) == (last.outcome, last.value)
    assert (Missing("transfer.temporary_age", "100000"),) == last.missing
    assert INELIGIBLE is first.outcome


def test_the_ages_are_law() -> None:
    """Another law has other ages."""
    law = shipped().replacing(parameters.TEMPORARY_AGE, {"male": 55, "female": 45})
    decision = transfer.opens_temporary(MAN, NEW, on=date(2020, 3, 7), law=law)

    assert INELIGIBLE is decision.outcome
    assert TemporaryAge(55, 45) == law.get(parameters.TEMPORARY_AGE, on=ON).value


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (parameters.TEMPORARY_AGE, {"male": 50}),
        (parameters.TEMPORARY_AGE, {"male": 50, "female": 0}),
        (parameters.TEMPORARY_AGE, {"male": 50, "female": "40"}),
        (parameters.TRANSFER_KINDS, []),
        (parameters.TRANSFER_KINDS, ["pension", "pension"]),
        (parameters.TRANSFER_KINDS, ["housing"]),
        (parameters.BENEFIT_AREA_MONTHS, 0),
    ],
)
def test_law_of_another_form_is_refused(parameter: Any, value: object) -> None:  # noqa: ANN401
    """Ages need both sexes and whole years from 1, insurances are named once, months are from 1."""
    with pytest.raises(LawFileError):
        shipped().replacing(parameter, value)


# Read from the record


def test_the_first_months_tell_the_relations() -> None:
    """One relation a province, in the order of the first months; more cities are no more relations."""
    assert [(HOME, "2000-01", False), (OLD, "2006-01", False), (NEW, "2011-01", False)] == told(
        MAN,
        months("2011-01", "2012-12", NEW),
        months("2000-01", "2005-12", HOME),
        months("2006-01", "2009-12", OLD),
        months("2010-01", "2010-12", "440100"),
    )


@pytest.mark.parametrize(
    ("first", "expected"), [("2015-02", False), ("2015-03", False), ("2015-04", True)]
)
def test_the_first_day_of_the_first_month_tells_the_age(first: str, expected: bool) -> None:
    """Born on 8 March 1965 one is not yet 50 on 1 March 2015, and is so on 1 April."""
    assert [(NEW, first, expected)] == told(MAN, months(first, "2016-12", NEW))


def test_a_relation_opened_before_the_age_stays_ordinary() -> None:
    """Who comes back after a break at 50 goes on with the old relation (人社部发〔2009〕187号)."""
    assert [(NEW, "2005-01", False), (OLD, "2016-01", True), (NEW, "2018-01", False)] == told(
        MAN,
        months("2005-01", "2010-12", NEW),
        months("2016-01", "2017-12", OLD),
        months("2018-01", "2019-12", NEW),
    )


def test_a_relation_opened_before_2010_is_ordinary() -> None:
    """There were no temporary accounts before 国办发〔2009〕66号."""
    person = Person(birth=date(1955, 1, 1), sex=Sex.MALE, household_registration=HOME)

    assert [(NEW, "2009-12", False), (OLD, "2010-01", True)] == told(
        person, months("2009-12", "2009-12", NEW), months("2010-01", "2010-12", OLD)
    )


def test_home_is_never_temporary() -> None:
    """A relation at home is an ordinary one at any age."""
    assert [(HOME, "2020-01", False)] == told(MAN, months("2020-01", "2020-12", HOME))


@pytest.mark.parametrize(
    "person",
    [
        Person(birth=date(1965, 3, 8), sex=Sex.MALE),
        Person(birth=YearMonth(1970, 1), sex=Sex.MALE, household_registration=HOME),
    ],
)
def test_where_home_or_age_is_open_a_relation_is_ordinary(person: Person) -> None:
    """Without a registration, or in the month of the birthday of who knows only the month."""
    assert [(NEW, "2020-01", False)] == told(person, months("2020-01", "2020-12", NEW))


def test_months_without_a_place_and_of_others_tell_nothing() -> None:
    """Neither do medical months, residents' months or those after the day."""
    assert [(OLD, "2019-05", False)] == told(
        Person(birth=date(1990, 1, 1), sex=Sex.FEMALE, household_registration=HOME),
        months("2019-01", "2019-02", None),
        months("2019-03", "2019-03", NEW, kind=MEDICAL),
        months("2019-04", "2019-04", NEW, scheme=Scheme.RESIDENT),
        months("2019-05", "2019-06", OLD),
        months("2019-07", "2019-08", NEW),
        on=date(2019, 6, 30),
    )


def test_arrears_tell_of_a_relation_too() -> None:
    """Who is in arrears is insured there."""
    assert [(NEW, "2019-01", False)] == told(
        Person(birth=date(1990, 1, 1), sex=Sex.FEMALE, household_registration=HOME),
        months("2019-01", "2019-02", NEW, status=PaymentStatus.ARREARS),
    )


def test_where_a_newer_place_ends_the_older_one_goes_on() -> None:
    """Of two places that are paid at once the newer one counts, and then the older one again."""
    person = Person(birth=date(1990, 1, 1), sex=Sex.FEMALE, household_registration=HOME)
    expected = [(OLD, "2012-01", False), (NEW, "2014-01", False), (OLD, "2015-01", False)]
    second = months("2014-01", "2014-12", NEW)

    assert expected == told(person, months("2012-01", "2019-12", OLD), second)
    assert expected == told(
        person, months("2012-01", "2014-06", OLD), months("2014-07", "2019-12", OLD), second
    )


@pytest.mark.parametrize(
    ("old_until", "new_until", "expected"),
    [
        ("2012-12", "2013-12", [NEW, OLD, NEW]),
        ("2013-12", "2012-12", [NEW, OLD]),
        ("2012-12", "2012-12", [NEW, OLD]),
    ],
)
def test_of_two_places_that_begin_together_the_longer_one_is_the_newer(
    old_until: str, new_until: str, expected: list[str]
) -> None:
    """And of two that end together, too, the one with the higher code."""
    person = Person(birth=date(1990, 1, 1), sex=Sex.FEMALE, household_registration=HOME)
    found = told(person, months("2012-01", old_until, OLD), months("2012-01", new_until, NEW))

    assert expected[-1] == found[-1][0]
    assert set(expected) == {area for area, _, _ in found}


def test_numbers_without_places_are_taken_for_the_first_months() -> None:
    """Three of twelve months from January tell of a relation in January."""
    person = Person(birth=date(1990, 1, 1), sex=Sex.FEMALE, household_registration=HOME)

    assert [(NEW, "2019-01", False)] == told(person, months("2019-01", "2019-12", NEW, count=3))


def test_a_record_without_pension_months_tells_of_no_relation() -> None:
    """Nothing is made up."""
    assert [] == told(MAN)


# Wrong input


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"person": None}, PersonError, "person"),
        ({"area": None}, RuleError, "area"),
        ({"area": "33"}, RuleError, "area"),
        ({"on": "2026-01-29"}, MonthError, "on"),
        ({"before": AccountRelation(NEW, ON)}, PeriodError, "before"),
        ({"before": [NEW]}, PeriodError, "before"),
        ({"before": 7}, PeriodError, "before"),
        ({"is_approved": "yes"}, RuleError, "is_approved"),
        ({"is_approved": None}, RuleError, "is_approved"),
        ({"law": "66"}, RuleError, "law"),
    ],
)
def test_wrong_facts_of_a_new_relation_are_named(
    change: dict[str, Any], error: type[Any], field: str
) -> None:
    """Each is refused by its name, with an error of the library."""
    facts = {"person": MAN, "area": NEW, "on": ON, **change}
    call = cast("Callable[..., object]", transfer.opens_temporary)
    with pytest.raises(error) as caught:
        call(facts.pop("person"), facts.pop("area"), **facts)

    assert field == caught.value.field


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"person": "me"}, PersonError, "person"),
        ({"history": []}, PeriodError, "history"),
        ({"on": None}, MonthError, "on"),
        ({"law": "66"}, RuleError, "law"),
    ],
)
def test_wrong_facts_of_a_record_are_named(
    change: dict[str, Any], error: type[Any], field: str
) -> None:
    """Each is refused by its name, with an error of the library."""
    history = ContributionHistory([months("2020-01", "2020-12", NEW)])
    facts = {"person": MAN, "history": history, "on": ON, **change}
    call = cast("Callable[..., object]", transfer.relations)
    with pytest.raises(error) as caught:
        call(facts.pop("person"), facts.pop("history"), **facts)

    assert field == caught.value.field
