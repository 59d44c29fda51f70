"""The overview of one person: every section, as one immutable value."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.errors import MonthError, PeriodError, PersonError, RuleError
from shebao.law import parameters, shipped
from shebao.model.contributions import ContributionPeriod
from shebao.model.drawing import BenefitDrawing
from shebao.model.family import Family, FamilyTie
from shebao.model.history import ContributionHistory
from shebao.model.membership import MedicalMember
from shebao.model.people import Person
from shebao.months import MonthSpan, YearMonth
from shebao.report import overview
from shebao.rules import (
    arrears,
    bases,
    certification,
    counting,
    maternity,
    medical,
    pension,
    resident,
    retirement,
    sharing,
    unemployment,
    work_injury,
)
from shebao.terms import (
    InsuranceKind,
    Kinship,
    PaymentStatus,
    RetirementCategory,
    Scheme,
    Sex,
    SharingScope,
)
from strategies import AREAS, days, histories, small_histories

if TYPE_CHECKING:
    from collections.abc import Callable

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
ON = date(2026, 1, 29)
SHIJIAZHUANG = "130100"
WOMAN = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)
RECORD = ContributionHistory(
    [
        ContributionPeriod(PENSION, MonthSpan("2020-01", "2025-12"), base=6000, area=SHIJIAZHUANG),
        ContributionPeriod(MEDICAL, MonthSpan("2020-01", "2025-12"), base=6000, area=SHIJIAZHUANG),
        ContributionPeriod(
            PENSION, MonthSpan("2012-01", "2012-12"), scheme=Scheme.RESIDENT, area=SHIJIAZHUANG
        ),
    ]
)

#: The woman's mother, and what is known of how she is insured.
MOTHER = Person(birth=date(1950, 2, 3), sex=Sex.FEMALE, label="mother")
BROTHER = Person(birth=date(1980, 5, 6), sex=Sex.MALE, label="brother")
TO_MOTHER = FamilyTie(WOMAN, MOTHER, Kinship.PARENT)
FAMILY = Family([TO_MOTHER, FamilyTie(WOMAN, BROTHER, Kinship.SIBLING)])
INSURED = MedicalMember(person=MOTHER, area="320500", scheme=Scheme.RESIDENT, is_insured=True)
OWNER = MedicalMember(
    person=WOMAN,
    area="371400",
    scheme=Scheme.EMPLOYEE,
    is_insured=True,
    has_account=True,
    is_in_good_standing=True,
)
DRAWING = BenefitDrawing(Scheme.EMPLOYEE, date(2024, 4, 15), [date(2025, 2, 7)])

asked_on = days(YearMonth(2014, 3), YearMonth(2040, 12))
people = st.none() | st.builds(
    Person,
    birth=st.dates(date(1955, 1, 1), date(2005, 12, 31)),
    sex=st.sampled_from(Sex),
)


@given(people, small_histories(kind=None), asked_on, st.sampled_from((None, *AREAS)))
def test_every_section_is_the_answer_of_its_rule(
    person: Person | None, history: ContributionHistory, on: date, area: str | None
) -> None:
    """An overview says in each section what the rule of that section says."""
    view = overview(person, history, on=on, area=area)
    law = shipped()
    assert (view.on, view.area, view.person) == (on, area, person)
    assert view.index == bases.average_index(history, on=on, area=area)
    assert view.unemployment == unemployment.eligibility(history, on=on, area=area)
    assert view.medical == medical.continuity(history, on=on, area=area)
    assert view.work_injury == work_injury.cover(history, on=on, area=area)
    assert view.maternity == maternity.cover(history, on=on, area=area)
    assert view.base_floor == law.find(parameters.CONTRIBUTION_BASE_FLOOR, on=on, area=area)
    assert view.base_ceiling == law.find(parameters.CONTRIBUTION_BASE_CEILING, on=on, area=area)
    if person is not None:
        assert view.retirement == retirement.for_person(person, area=area)
        assert view.pension == pension.eligibility(person, history, on=on, area=area)


@given(small_histories(kind=None), asked_on)
def test_every_kind_has_its_counts_gaps_and_states(history: ContributionHistory, on: date) -> None:
    """For each kind an overview counts by the default rule and lists gaps, overlaps and states."""
    view = overview(None, history, on=on)
    assert [each.kind for each in view.kinds] == list(InsuranceKind)
    for each in view.kinds:
        kind = each.kind
        assert view.of(kind) is each
        assert each.cumulative == counting.cumulative(history, kind, on=on)
        assert each.continuous == counting.continuous(history, kind, on=on)
        assert each.longest == counting.longest(history, kind, on=on)
        assert each.gaps == counting.gaps(history, kind, on=on)
        assert each.overlaps == counting.overlaps(history, kind, on=on)
        assert each.states == arrears.states(history, kind, on=on)
        assert each.average_base == bases.average_base(history, kind, on=on)


@given(people, histories(max_size=4), asked_on)
def test_the_same_record_has_the_same_overview(
    person: Person | None, history: ContributionHistory, on: date
) -> None:
    """Two records of the same periods, asked on one day, have equal overviews."""
    again = ContributionHistory(list(history))
    assert overview(person, again, on=on) == overview(person, history, on=on)


def test_records_that_are_equal_have_equal_overviews() -> None:
    """A year and its two halves are one record, and have one overview."""
    year = ContributionPeriod(PENSION, MonthSpan("2025-01", "2025-12"), base=4000)
    halves = [
        ContributionPeriod(PENSION, MonthSpan(first, last), base=4000)
        for first, last in (("2025-01", "2025-06"), ("2025-07", "2025-12"))
    ]
    views = [overview(None, ContributionHistory(each), on=ON) for each in ([year], halves)]
    assert views == [views[0]] * 2


def test_without_a_person_nothing_is_said_of_age() -> None:
    """Retirement, pension and residents' pension need a person."""
    view = overview(None, RECORD, on=ON)
    assert (view.retirement, view.pension, view.resident_pension) == ((), None, None)


def test_a_woman_of_unknown_category_has_two_retirements() -> None:
    """Where the category is not known, both tracks are shown."""
    found = overview(WOMAN, RECORD, on=ON).retirement
    assert [(each.category, each.month) for each in found] == [
        (RetirementCategory.FEMALE_55, YearMonth(2032, 6)),
        (RetirementCategory.FEMALE_50, YearMonth(2026, 6)),
    ]


def test_who_paid_as_a_resident_has_a_residents_section() -> None:
    """Residents' years bring the residents' pension into the overview, with their number."""
    decision = overview(WOMAN, RECORD, on=ON).resident_pension
    assert decision == resident.pension_eligibility(WOMAN, RECORD, on=ON)
    assert decision is not None
    assert decision.value is not None
    assert (decision.value.at_least, decision.value.at_most) == (1, 1)


def test_who_never_paid_as_a_resident_has_none() -> None:
    """Residents' months of medical insurance alone bring no residents' pension."""
    record = ContributionHistory(
        [ContributionPeriod(MEDICAL, MonthSpan("2025-01", "2025-12"), scheme=Scheme.RESIDENT)]
    )
    assert overview(WOMAN, record, on=ON).resident_pension is None


def test_the_limits_are_those_of_the_day() -> None:
    """Hebei's limits of 2025 are 4007 and 20034 yuan; those of 2026 are not known."""
    views = [overview(None, RECORD, on=day, area=SHIJIAZHUANG) for day in (date(2025, 6, 1), ON)]
    limits = [
        [None if each is None else each.value for each in (view.base_floor, view.base_ceiling)]
        for view in views
    ]
    assert limits == [[4007, 20034], [None, None]]


def test_the_law_is_an_argument() -> None:
    """An overview under law of the caller has the caller's limits."""
    law = shipped().replacing(parameters.CONTRIBUTION_BASE_FLOOR, 4100, area=SHIJIAZHUANG)
    floor = overview(None, RECORD, on=ON, area=SHIJIAZHUANG, law=law).base_floor
    assert floor is not None
    assert floor.value == 4100


@pytest.mark.parametrize("grade", ["official", "secondary", "unverified"])
def test_law_of_better_evidence_leaves_more_open(grade: str) -> None:
    """Under any grade of evidence every section answers, though some answers stay open."""
    law = shipped().at_least(grade)
    view = overview(WOMAN, RECORD, on=ON, area=SHIJIAZHUANG, law=law)
    assert view.pension is not None
    assert view.pension.eligible is False


@pytest.mark.parametrize(
    ("person", "scheme", "day"),
    [
        (None, Scheme.EMPLOYEE, date(2011, 6, 30)),
        (None, Scheme.EMPLOYEE, date(1998, 1, 1)),
        (WOMAN, Scheme.RESIDENT, date(2013, 12, 31)),
    ],
    ids=["before the statute", "before the regulations", "before residents' law"],
)
def test_days_before_the_law_that_is_known_have_an_overview(
    person: Person | None, scheme: Scheme, day: date
) -> None:
    """Where the law of a day is not known, its sections are open, and the counts are still there."""
    paid = MonthSpan("1997-01", "1997-12")
    record = ContributionHistory(
        [
            ContributionPeriod(MEDICAL, paid),
            ContributionPeriod(PENSION, paid, scheme=scheme),
        ]
    )
    assert overview(person, record, on=day).of(MEDICAL).cumulative.months == 12


def test_who_retired_before_the_law_that_is_known_has_an_overview() -> None:
    """Of a man who retired in 1960 nothing is known of age and pension: that is an open answer."""
    view = overview(Person(birth=date(1900, 1, 1), sex=Sex.MALE), RECORD, on=ON)
    assert view.retirement == ()
    assert view.pension is not None
    assert view.pension.eligible is None


def test_an_empty_record_has_an_overview() -> None:
    """A person without any contribution has zero months of each kind."""
    view = overview(WOMAN, ContributionHistory(), on=ON)
    assert [each.cumulative.months for each in view.kinds] == [0] * 5
    assert view.medical.eligible is False


def test_a_moment_is_no_day() -> None:
    """An overview is of a day, which has no hour."""
    with pytest.raises(MonthError) as caught:
        overview(None, RECORD, on=datetime(2026, 1, 29, 8))  # noqa: DTZ001
    assert caught.value.field == "on"


def test_an_overview_prints_in_chinese_and_shows_a_table() -> None:
    """``print`` gives the Chinese text, a notebook the Chinese table; English must be asked for."""
    view = overview(WOMAN, RECORD, on=ON)
    assert (str(view), view._repr_html_()) == (view.text("zh"), view.html("zh"))
    assert (view.text(), view.html()) == (view.text("zh"), view.html("zh"))
    assert view.text("en") != view.text("zh")


@pytest.mark.parametrize("form", ["text", "html"])
def test_there_are_two_languages(form: str) -> None:
    """An overview is written in Chinese or English and in no third language."""
    view = overview(WOMAN, RECORD, on=ON)
    with pytest.raises(RuleError) as caught:
        getattr(view, form)("fr")
    assert (caught.value.field, caught.value.value) == ("lang", "fr")


def test_an_overview_is_a_value(copies: Callable[[object], list[object]]) -> None:
    """Copies of an overview, pickled ones among them, are equal and print the same."""
    record = ContributionHistory(
        [*RECORD, ContributionPeriod(PENSION, "2026-01", status=PaymentStatus.ARREARS)]
    )
    view = overview(WOMAN, record, on=ON, area=SHIJIAZHUANG)
    made = copies(view)
    assert made == [view] * len(made)
    assert [str(each) for each in made] == [str(view)] * len(made)


@given(small_histories(kind=None), asked_on, st.sampled_from((None, *AREAS)))
def test_sharing_and_certification_are_the_answers_of_their_rules(
    history: ContributionHistory, on: date, area: str | None
) -> None:
    """With a family and a benefit, an overview says what account sharing and certification say."""
    drawing = BenefitDrawing(Scheme.RESIDENT, date(2014, 1, 5), [date(2014, 2, 7)])
    view = overview(
        WOMAN, history, on=on, area=area, family=FAMILY, members=[INSURED], drawing=drawing
    )
    owner = sharing.as_member(WOMAN, history, on=on, area=area)
    assert sharing.with_family(owner, FAMILY, [INSURED], on=on) == view.sharing
    assert certification.standing(WOMAN, drawing, on=on, area=area) == view.certification
    plain = overview(WOMAN, history, on=on, area=area)
    assert plain == attrs.evolve(view, sharing=(), certification=None)


def test_without_family_and_benefit_nothing_is_said_of_them() -> None:
    """Who gives neither family nor benefit has neither section, whoever is given as a member."""
    plain = overview(WOMAN, RECORD, on=ON, area=SHIJIAZHUANG)
    asked = overview(
        WOMAN, RECORD, on=ON, area=SHIJIAZHUANG, family=None, members=[INSURED], drawing=None
    )
    assert ((), None) == (plain.sharing, plain.certification)
    assert plain == asked
    assert [plain.text(), plain.html()] == [asked.text(), asked.html()]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("family", FAMILY),
        ("drawing", DRAWING),
        ("drawing", attrs.evolve(DRAWING, from_day=date(2099, 1, 1), certified_on=())),
    ],
)
def test_a_family_or_a_benefit_is_somebodys(field: str, value: object) -> None:
    """A family or a benefit without the person is refused, and nobody in it is shown."""
    with pytest.raises(RuleError) as caught:
        overview(None, RECORD, on=ON, **{field: value})  # type: ignore[arg-type]
    assert (field, "***") == (caught.value.field, caught.value.value)
    assert str(caught.value) == f"{field}: '***' is given without a person; expected a person"


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("family", TO_MOTHER, PersonError),
        ("drawing", Scheme.EMPLOYEE, PeriodError),
    ],
)
def test_what_is_no_family_and_no_benefit_is_refused(
    field: str, value: object, error: type[Exception]
) -> None:
    """One tie is no family, and a scheme is no benefit."""
    with pytest.raises(error):
        overview(WOMAN, RECORD, on=ON, **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(("on", "is_told"), [(date(2024, 4, 14), False), (date(2024, 4, 15), True)])
def test_before_a_benefit_is_drawn_nothing_is_said_of_it(on: date, is_told: bool) -> None:
    """On the day before the first payment there is nothing to certify, and the rest is told."""
    view = overview(WOMAN, RECORD, on=on, drawing=DRAWING)

    assert is_told == (view.certification is not None)
    assert attrs.evolve(view, certification=None) == overview(WOMAN, RECORD, on=on)


def test_a_person_given_as_a_member_is_the_owner() -> None:
    """What is said of the person goes before the record: in Dezhou, with an account that is usable."""
    view = overview(
        WOMAN, RECORD, on=ON, area=SHIJIAZHUANG, family=FAMILY, members=[INSURED, OWNER]
    )
    first, second = view.sharing
    assert sharing.eligibility(OWNER, INSURED, TO_MOTHER, on=ON) == first
    assert first.eligible is True
    assert first.value is not None
    assert SharingScope.CROSS_PROVINCE is first.value.scope
    assert second.eligible is None


def test_otherwise_the_record_says_how_the_person_is_insured() -> None:
    """By the record she is an employee of Shijiazhuang; whether there is an account it does not say."""
    view = overview(WOMAN, RECORD, on=ON, family=FAMILY, members=[INSURED])
    first = view.sharing[0]
    assert ["owner_account", "owner_standing"] == [each.name for each in first.missing]
    assert first.value is not None
    assert SharingScope.CROSS_PROVINCE is first.value.scope


def test_a_resident_by_the_record_has_nothing_to_share() -> None:
    """Whose last medical month is a resident's has no account."""
    paid = ContributionPeriod(
        MEDICAL, MonthSpan("2026-01", "2026-12"), scheme=Scheme.RESIDENT, area=SHIJIAZHUANG
    )
    view = overview(WOMAN, ContributionHistory([paid]), on=ON, family=FAMILY, members=[INSURED])
    assert [False, False] == [each.eligible for each in view.sharing]


def test_relatives_stand_in_the_order_of_the_family() -> None:
    """There is one decision for each relative of the person, and none for relatives of others."""
    family = Family([*FAMILY, FamilyTie(MOTHER, BROTHER, Kinship.CHILD)])
    view = overview(WOMAN, RECORD, on=ON, family=family)
    assert [Kinship.PARENT, Kinship.SIBLING] == [
        each.value.tie.kinship for each in view.sharing if each.value is not None
    ]
    assert () == overview(WOMAN, RECORD, on=ON, family=Family()).sharing


def test_a_member_given_twice_has_to_be_the_same() -> None:
    """Two members of one person with different facts are a contradiction."""
    other = attrs.evolve(INSURED, area="320100")
    with pytest.raises(PersonError) as caught:
        overview(WOMAN, RECORD, on=ON, family=FAMILY, members=[INSURED, other])
    assert ("members", "***") == (caught.value.field, caught.value.value)


def test_an_overview_with_a_family_is_a_value(copies: Callable[[object], list[object]]) -> None:
    """Copies of an overview with family and benefit are equal and print the same."""
    view = overview(WOMAN, RECORD, on=ON, family=FAMILY, members=[INSURED, OWNER], drawing=DRAWING)
    made = copies(view)
    assert [view] * len(made) == made
    assert [str(view)] * len(made) == [str(each) for each in made]
