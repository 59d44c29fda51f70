"""Answers in words: both languages for everything, and what a reader is told first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from string import Formatter
from typing import Any, cast

import attrs
import pytest

from shebao import (
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    AccountUse,
    BenefitDrawing,
    BenefitSpell,
    Binding,
    BindingChannel,
    BindingEnd,
    Condition,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    Decision,
    Employment,
    EnforcementStep,
    Enrolment,
    Evidence,
    FamilyTie,
    HazardousWork,
    InsuranceKind,
    Kinship,
    MedicalMember,
    Missing,
    MonthSpan,
    MonthState,
    Need,
    Outcome,
    PaymentStatus,
    Person,
    Question,
    Reason,
    RequiredMonths,
    Requirement,
    RetirementCategory,
    RuleError,
    Scheme,
    Separation,
    Sex,
    SharingScope,
    Verdict,
    YearMonth,
    arrears,
    back_payment,
    certification,
    disability,
    explain,
    family_service,
    maternity,
    medical,
    passage,
    pension,
    requirements,
    resident,
    resident_medical,
    retirement,
    sharing,
    shortfall,
    survivors,
    transfer,
    unemployment,
    wording,
    work_injury,
)
from shebao.columns import columns
from shebao.decisions import Fact, any_of, decided
from shebao.law import Citation, Instrument, parameters, shipped
from shebao.model.account_relation import AccountRelation
from shebao.wording import FACTS, QUESTIONS, REASONS, in_words

ON = date(2026, 1, 29)
AREA = "130100"
LANGS: tuple[wording.Lang, ...] = ("zh", "en")
RESIDENT = Scheme.RESIDENT


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def months(kind: InsuranceKind, first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Months of a kind."""
    return ContributionPeriod(kind, MonthSpan(first, last), **facts)


WOMAN = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)
MAN = Person(birth=YearMonth(1965, 1), sex=Sex.MALE)
OF_RANK = Person(
    birth=date(1970, 6, 3), sex=Sex.FEMALE, retirement_category=RetirementCategory.FEMALE_60
)
WORKER = Person(birth=date(1965, 12, 3), sex=Sex.MALE)
MINER = Person(birth=date(1970, 7, 9), sex=Sex.MALE)
HEAT = HazardousWork.HEAT
FIRST_SPELL = BenefitSpell("1999-12", granted_months=12, drawn_months=2)
#: A law under which nobody is granted months for a death below five years of contributions.
NO_DEATH_GRANT = shipped().replacing(
    parameters.DEATH_BENEFIT,
    attrs.evolve(shipped().get(parameters.DEATH_BENEFIT, on=ON).value, first_months=0),
)
RESUMED = record(months(MEDICAL, "2020-01", "2021-12"), months(MEDICAL, "2023-01", "2026-01"))
BROKEN = record(months(MEDICAL, "2023-01", "2025-03"), months(MEDICAL, "2025-09", "2026-01"))
COUNTED = record(
    months(PENSION, "2008-01", "2025-12", count=(170, 190)),
    months(MEDICAL, "2025-01", "2026-01", count=9),
    months(WORK_INJURY, "2025-02", "2026-01", count=9),
    months(UNEMPLOYMENT, "2025-01", "2025-12", count=(9, 12)),
    months(PENSION, "2010-01", "2024-12", scheme=RESIDENT, count=90),
)
PAID = record(
    months(PENSION, "2005-01", "2024-12"),
    months(UNEMPLOYMENT, "2020-01", "2024-12"),
    months(WORK_INJURY, "2025-01", "2025-12"),
)


def decisions() -> list[Decision[object]]:
    """Decisions of every rule, with every kind of answer and everything that can be missing."""
    found: list[Decision[object]] = []
    for history in (COUNTED, PAID, BROKEN, RESUMED, record()):
        for area in (None, AREA):
            found += [
                pension.eligibility(WOMAN, history, on=ON, area=area),
                pension.eligibility(WOMAN, history, on=date(2026, 7, 1), area=area),
                pension.eligibility(MAN, history, on=date(2025, 2, 10), area=area),
                resident.pension_eligibility(MAN, history, on=date(2025, 1, 10), area=area),
                unemployment.eligibility(history, on=ON, area=area),
                unemployment.eligibility(history, on=date(1998, 1, 1), area=area),
                unemployment.eligibility(
                    history, on=ON, area=area, separation=Separation.EXPELLED, registered=True
                ),
                unemployment.eligibility(history, on=ON, area=area, drawn_until="2024-06"),
                medical.continuity(history, on=ON, area=area),
                medical.continuity(history, on=date(2020, 1, 1), area=area),
                work_injury.cover(history, on=ON, area=area),
                maternity.cover(history, on=ON, area=area),
                *pensions_of(history, area),
                *arrears_of(history, area),
                *births_and_injuries_of(history, area),
                *unemployment_of(history, area),
                *residents_medical_of(history, area),
                *employees_medical_of(history, area),
            ]
    for on in (date(2020, 1, 1), date(2024, 12, 10), ON):
        found += [*sharing_on(on), *bindings_on(on), *services_on(on)]
        found += [*requirements_on(on), *moves_on(on)]
    return found


def pensions_of(history: ContributionHistory, area: str | None) -> list[Decision[object]]:
    """Decisions of the rules about retiring, and about what becomes of a pension record."""
    late, early = date(2026, 7, 3), date(2025, 8, 1)
    ways = [
        way
        for day in (ON, late)
        for way in attrs.astuple(shortfall.ways(WORKER, history, on=day, area=area), recurse=False)
    ]
    return [
        retirement.choice(OF_RANK, history, on=late, area=area),
        unemployment.duration(history, on=ON, area=area),
        retirement.choice(WORKER, history, on=early, area=area),
        retirement.choice(WORKER, history, on=late, area=area),
        retirement.choice(WORKER, history, on=late, area=area, fixed=date(2027, 1, 3)),
        retirement.hazardous_eligibility(WORKER, history, on=early, work=HEAT, area=area),
        retirement.hazardous_eligibility(MINER, history, on=early, work=HEAT, area=area),
        passage.into_employee(WORKER, history, on=late, area=area),
        disability.allowance(WOMAN, history, on=ON, area=area),
        survivors.eligibility(history, on=ON, area=area),
        survivors.eligibility(history, on=ON, insured=True, area=area, law=NO_DEATH_GRANT),
        resident.funeral_grant(on=ON, area=area),
        resident.pension_eligibility(MAN, history, on=date(2025, 1, 10), passed_in=True),
        *ways,
    ]


def unemployment_of(history: ContributionHistory, area: str | None) -> list[Decision[object]]:
    """Decisions about benefit after an earlier spell, and about benefit near the statutory age."""
    spell = BenefitSpell("2024-06", granted_months=12, drawn_months=2)
    near, shanghai = Person(birth=YearMonth(1966, 8), sex=Sex.MALE), "310000"
    return [
        unemployment.eligibility(history, on=ON, area=area, spells=[spell]),
        unemployment.eligibility(history, on=date(2000, 1, 1), area=area, spells=[FIRST_SPELL]),
        unemployment.extension(near, on=date(2026, 1, 31), area=area),
        unemployment.extension(near, on=date(2026, 9, 30), area=shanghai),
        unemployment.extension(near, on=date(2025, 6, 30), area=shanghai),
        unemployment.extension(MAN, on=date(2018, 1, 31), area=area),
    ]


def residents_medical_of(history: ContributionHistory, area: str | None) -> list[Decision[object]]:
    """Decisions about the benefits of who pays as a resident, now and after part of a year."""
    paid = months(MEDICAL, "2026-01", "2026-12", scheme=RESIDENT, area="130200")
    part = record(months(MEDICAL, "2025-01", "2025-03"), paid)
    return [
        resident_medical.waiting(history, on=ON, area=area),
        resident_medical.cover(history.adding([paid]), on=ON, area=area, born_on=date(2020, 5, 1)),
        resident_medical.cover(part, on=ON, area=area, enrolled_on=date(2025, 12, 1)),
        resident_medical.waiting(history, on=ON, area=area, enrolled_on=date(2026, 1, 5)),
    ]


def employees_medical_of(history: ContributionHistory, area: str | None) -> list[Decision[object]]:
    """Decisions about cover of a day, with half the benefits too, and about retirees."""
    old = Person(birth=date(1964, 6, 3), sex=Sex.MALE)
    paid = months(MEDICAL, "1990-01", "2024-06")
    return [
        medical.cover(history, on=ON, area=area),
        medical.cover(BROKEN, on=ON, area="350000"),
        medical.retiree_entitlement(old, history, on=ON, area=area),
        *(
            medical.retiree_entitlement(old, record(paid), on=ON, area=place)
            for place in ("120000", "460000", "530100")
        ),
    ]


def births_and_injuries_of(
    history: ContributionHistory, area: str | None
) -> list[Decision[object]]:
    """Decisions about births in places of their own rules, and about injuries by the day."""
    alone = months(MEDICAL, "2025-01", "2026-06", scheme=Scheme.FLEXIBLE)
    jobs = [Employment(each, date(2025, 1, 1)) for each in ("Alpha", "Beta")]
    work = [Enrolment(WORK_INJURY, None, "Alpha", date(2025, 1, 1))]
    old, asked_on = date(2019, 5, 8), date(2019, 9, 30)
    return [
        maternity.cover(history, on=ON, area="110000"),
        maternity.cover(history, on=ON, area="440000"),
        maternity.cover(history, on=old, asked_on=asked_on, area="310000"),
        maternity.medical_costs(record(alone), on=ON, area="440000"),
        maternity.spouse_medical_costs(history, on=ON, area=area),
        work_injury.cover(history, on=ON, area=area, enrolments=work),
        work_injury.cover(history, on=ON, area=area, enrolments=work, employments=jobs),
        work_injury.advance(history, on=ON, area=area),
    ]


def arrears_of(history: ContributionHistory, area: str | None) -> list[Decision[object]]:
    """Decisions about unpaid contributions and about paying months back."""
    taken = [EnforcementStep.ORDER, EnforcementStep.ACCOUNT_QUERY]
    many, early = MonthSpan("2005-01", "2009-12"), date(2010, 2, 1)
    return [
        *arrears.next_steps(on=ON, area=area, deferred_until=ON),
        *arrears.next_steps(taken, on=ON, area=area),
        *arrears.next_steps(taken, on=ON, area=area, ordered_until=date(2025, 12, 31)),
        *arrears.next_steps(taken, on=date(2010, 2, 1), area=area),
        back_payment.eligibility(history, PENSION, many, on=ON, area=area),
        back_payment.eligibility(history, PENSION, many, on=early, area=area, employed=True),
        back_payment.eligibility(
            history,
            PENSION,
            "2025-12..2026-02",
            on=date(2026, 3, 31),
            area=area,
            scheme=Scheme.FLEXIBLE,
        ),
        back_payment.eligibility(history, MEDICAL, "2026-02", on=ON, area=area, employed=False),
    ]


ANN = Person(birth=date(1996, 5, 1), sex=Sex.FEMALE)
MAY = Person(birth=date(1968, 2, 3), sex=Sex.FEMALE)
LEE = Person(birth=date(1966, 8, 9), sex=Sex.MALE)
KIT = Person(birth=YearMonth(2010, 3), sex=Sex.MALE)
OWNER = MedicalMember(
    person=ANN, area=AREA, scheme=Scheme.EMPLOYEE, has_account=True, is_in_good_standing=True
)


def sharing_on(on: date) -> Iterator[Decision[object]]:
    """Decisions about who shares an account with whom, how far apart, and what it pays for."""
    stepfather = FamilyTie(ANN, LEE, Kinship.STEP_PARENT)
    for kinship in (Kinship.PARENT, Kinship.SIBLING, Kinship.PARENT_IN_LAW):
        tie = FamilyTie(ANN, MAY, kinship)
        yield sharing.near_relative(tie, on=on)
        for area in (None, AREA, "130200", "510000", "320500"):
            mother = MedicalMember(person=MAY, area=area, is_insured=True)
            yield sharing.eligibility(OWNER, mother, tie, on=on)
    yield sharing.near_relative(stepfather, on=on)
    nothing_known = MedicalMember(person=ANN), MedicalMember(person=LEE)
    yield sharing.eligibility(*nothing_known, stepfather, on=on)
    for scope in SharingScope:
        for use in AccountUse:
            yield sharing.may_pay(use, scope, on=on)
    yield sharing.card_use(MAY, ANN, on=on)
    for present in (True, False, None):
        yield sharing.card_use(
            MAY,
            MAY,
            on=on,
            use=AccountUse.MEDICINE,
            presenter=ANN,
            patient_is_present=present,
        )
    # Where only grandparents on the father's side share, which side it is has to be known.
    fathers = shipped().replacing(
        parameters.SHARING_CIRCLE, {"kinships": ["paternal_grandparent"], "near_relatives": "no"}
    )
    grandmother = FamilyTie(ANN, MAY, Kinship.GRANDPARENT)
    yield sharing.eligibility(OWNER, MedicalMember(person=MAY), grandmother, on=on, law=fathers)


def bindings_on(on: date) -> Iterator[Decision[object]]:
    """Decisions about the making of a binding, its end, and transfers between wallets."""
    tie = FamilyTie(ANN, MAY, Kinship.PARENT)
    for place in ("440300", "320500"):
        owner = attrs.evolve(OWNER, area=place)
        mother = MedicalMember(person=MAY, area="440300", is_insured=True)
        for channel in BindingChannel:
            yield sharing.bind(owner, mother, tie, on=on, channel=channel)
            yield sharing.bind(
                owner,
                mother,
                tie,
                on=on,
                channel=channel,
                owner_agrees=True,
                relative_agrees=True,
                given=list(Need),
                bindings=[Binding(tie=FamilyTie(ANN, LEE, Kinship.PARENT), from_day=on)],
            )
    for scope in (None, *SharingScope):
        for cause in BindingEnd:
            yield sharing.end(Binding(tie=tie, from_day=on, scope=scope), cause, on=on)
    at = datetime(on.year, on.month, on.day, 23)  # noqa: DTZ001
    yield sharing.transfer("2000.01", at=at, made_today=3)
    yield sharing.transfer(2000, at=at.replace(hour=6), made_today=2)


def services_on(on: date) -> Iterator[Decision[object]]:
    """Decisions about the card's family service, and about certification."""
    for relative in (MAY, KIT, Person(birth=date(2018, 6, 1), sex=Sex.FEMALE)):
        yield family_service.may_add(relative, on=on, added=8)
        yield family_service.may_add(relative, on=on, added=7)
        yield family_service.may_add(
            relative, on=on, has_card_photo=True, has_face_photo=False, face_recognised=True
        )
    yield family_service.may_add(KIT, on=date(2026, 3, 15), face_recognised=True)
    for scheme in Scheme:
        for area in (None, "130000", "350000"):
            drawing = BenefitDrawing(scheme, date(2019, 4, 15), [date(2019, 5, 7)])
            yield certification.standing(LEE, drawing, on=on, area=area)
            unknown = BenefitDrawing(scheme, date(2019, 4, 15))
            yield certification.standing(LEE, unknown, on=on, area=area)


def requirements_on(on: date) -> Iterator[Decision[object]]:
    """Decisions about what cities ask for, with all that their texts may leave open."""
    ways = (
        RequiredMonths(24, continuous=True),
        RequiredMonths(36, continuous=False, window=60),
    )
    plain = Requirement(
        name="made", kinds=(PENSION,), ways=ways, rule=CountingRule(name="made", back_paid_limit=0)
    )
    whole = months(PENSION, "2015-01", "2026-01", area="440300")
    paid_back = months(PENSION, "2015-01", "2026-01", status=PaymentStatus.BACK_PAID)
    gap = [months(PENSION, "2017-01", "2018-10"), months(PENSION, "2018-12", "2019-12")]
    both = (PENSION, MEDICAL)
    for asked, history in (
        (plain, record(whole)),
        (attrs.evolve(plain, needs_current=True), record(months(PENSION, "2015-01", "2019-12"))),
        (attrs.evolve(plain, needs_current=True), record(attrs.evolve(whole, count=100))),
        (attrs.evolve(plain, back_paid_most=None, excusable=True), record(paid_back)),
        (attrs.evolve(plain, back_paid_most=None), record(paid_back)),
        (attrs.evolve(plain, gaps_open=True, ways=ways[:1]), record(*gap)),
        (attrs.evolve(plain, area="440300"), record(attrs.evolve(whole, area=None))),
        (attrs.evolve(plain, kinds=both, kinds_needed=2, kinds_open=True), record(whole)),
        (plain, record()),
    ):
        yield requirements.check(history, asked, on=on)
        yield requirements.check(history, asked, on=on, excused=True, insured_now=False)


def moves_on(on: date) -> Iterator[Decision[object]]:
    """Decisions about which place pays a pension, and about temporary accounts."""
    south = months(PENSION, "2005-01", "2014-12", area="440300")
    east = months(PENSION, "2015-01", "2018-12", area="330100")
    north = months(PENSION, "2015-01", "2018-12", area="410100")
    turning = months(PENSION, "2010-03", "2022-12", area="330100")
    turned = Person(birth=date(1960, 3, 8), sex=Sex.MALE, household_registration="410000")
    before = attrs.evolve(south, months=MonthSpan("1999-01", "2009-12"))
    yield transfer.benefit_area(turned, record(before, turning), on=on)
    loose = months(PENSION, "2005-01", "2014-12", area="440300", count=(100, 120))
    month = Person(birth=YearMonth(1980, 1), sex=Sex.MALE, household_registration="410000")
    for home in (None, "410000", "330000"):
        person = Person(birth=date(1975, 3, 8), sex=Sex.MALE, household_registration=home)
        for periods in ([south], [south, east], [east], [south, north], [loose], []):
            yield transfer.benefit_area(person, record(*periods), on=on)
        for area in ("410100", "440300"):
            yield transfer.opens_temporary(person, area, on=on)
            yield transfer.opens_temporary(person, area, on=date(2009, 12, 31))
            yield transfer.opens_temporary(
                person, area, on=on, before=[AccountRelation(area, date(2005, 1, 1))]
            )
    yield transfer.opens_temporary(month, "440300", on=date(2030, 1, 8), is_approved=True)
    yield transfer.opens_temporary(month, "440300", on=date(2030, 1, 8))
    yield transfer.benefit_area(month, record(south), on=date(2009, 12, 31))


DECISIONS = decisions()


def squeezed(text: str) -> str:
    """A text without white space, as it is however its lines are broken."""
    return "".join(text.split())


def head(text: str) -> str:
    """What is told before the first condition, on one line without white space."""
    return squeezed(text.partition("\n  [")[0])


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("question", Question)
def test_every_question_has_both_languages(question: Question) -> None:
    """A question is asked in Chinese and in English, without placeholders."""
    words = QUESTIONS[question]

    assert set(words) == set(LANGS)
    assert all(text and not placeholders(text) for text in words.values())


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_both_languages_with_the_same_placeholders(reason: Reason) -> None:
    """Both sentences of a condition tell the same facts: what is required, what was found."""
    words = REASONS[reason]

    assert set(words) == set(LANGS)
    assert placeholders(words["zh"]) == placeholders(words["en"])
    assert placeholders(words["zh"]) <= {"required", "actual"}


def test_no_words_for_what_does_not_exist() -> None:
    """Only questions and reasons have sentences."""
    assert set(QUESTIONS) == set(Question)
    assert set(REASONS) == set(Reason)


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_every_fact_has_both_languages(fact: str) -> None:
    """A fact is named in Chinese and in English."""
    assert set(FACTS[fact]) == set(LANGS)
    assert all(FACTS[fact].values())


@pytest.mark.parametrize("name", sorted(parameters.ALL))
def test_every_parameter_of_law_has_both_languages(name: str) -> None:
    """A parameter that is missing is named by its title, its name and the place."""
    parameter = parameters.ALL[name]
    missing = Missing(name, AREA)

    assert f"{parameter.title_zh}（{name}，{AREA}）" == wording.missing_in_words(missing, "zh")
    assert f"{parameter.title_en} ({name}, {AREA})" == wording.missing_in_words(missing, "en")


def test_all_that_rules_name_as_missing_has_words() -> None:
    """Facts and parameters that decisions of all rules name are in the vocabulary."""
    named = {missing.name for decision in DECISIONS for missing in decision.missing}

    assert named <= set(FACTS) | set(parameters.ALL)
    assert named >= set(FACTS)


def test_every_reason_is_given_by_some_rule() -> None:
    """No code stands for a condition that no rule has."""
    given = {
        each.reason
        for decision in DECISIONS
        for alternative in (decision, *(one.decision for one in decision.alternatives))
        for condition in alternative.conditions
        for each in condition.walk()
    }

    assert set(Reason) == given


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_can_be_told(decision: Decision[object], lang: wording.Lang) -> None:
    """Question, day and outcome come first; every condition and all that is missing follow."""
    lines = explain(decision, lang).splitlines()
    told = squeezed("".join(lines))

    assert told.startswith(squeezed(QUESTIONS[decision.question][lang]))
    assert decision.on.isoformat() in told
    assert squeezed(in_words(decision.outcome, lang)) in told
    marked = [line for line in lines if line.strip().startswith(("[+]", "[-]", "[?]"))]
    assert len(marked) >= sum(1 for each in decision.conditions for _ in each.walk())
    for missing in decision.missing:
        assert squeezed(f"- {wording.missing_in_words(missing, lang)}") in told
    assert not any("{" in line or "None" in line for line in lines)
    assert [line for line in lines if columns(line) > 80] == []


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("zh", "注意：所依据的规定有“二手来源”者，未核对原文。"),
        ("en", "Note: it rests on law that is only attested as 'secondary'; check the text."),
    ],
)
def test_weak_evidence_is_said_at_once(lang: str, label: str) -> None:
    """Before any condition a note warns where the law was not read in the official text."""
    decision = medical.continuity(BROKEN, on=ON, area=AREA)

    assert decision.evidence is Evidence.SECONDARY
    assert head(explain(decision, lang)).endswith(squeezed(label))


@pytest.mark.parametrize("grade", [Evidence.SECONDARY, Evidence.UNVERIFIED])
@pytest.mark.parametrize("lang", LANGS)
def test_the_warning_names_the_grade(grade: Evidence, lang: wording.Lang) -> None:
    """A secondary source and an unverified one are told apart."""
    law = Condition(Reason.PENSION_MONTHS, Verdict.MET, 180, 200, evidence=grade)

    assert in_words(grade, lang) in head(explain(decided(Question.PENSION, [law], on=ON), lang))


@pytest.mark.parametrize("evidence", [None, Evidence.OFFICIAL])
def test_official_law_needs_no_warning(evidence: Evidence | None) -> None:
    """After the answer the first condition follows at once."""
    law = Condition(Reason.PENSION_MONTHS, Verdict.MET, 180, 200, evidence=evidence)
    lines = explain(decided(Question.PENSION, [law], on=ON), "en").splitlines()

    assert lines == [
        "may the employees' basic pension be drawn at the statutory age (2026-01-29):",
        "    eligible",
        "  [+] months of pension contributions: 200; required: 180",
    ]


def test_a_determined_answer_in_chinese() -> None:
    """A woman of the 50 track with 180 months who asks too early reads both conditions and laws."""
    woman = attrs.evolve(WOMAN, retirement_category=RetirementCategory.FEMALE_50)
    decision = pension.eligibility(
        woman, record(months(PENSION, "2011-01", "2025-12")), on=ON, area=AREA
    )

    assert explain(decision) == explain(decision, "zh")
    assert explain(decision).splitlines() == [
        "按法定退休年龄，能否按月领取职工基本养老金（2026-01-29）：不符合条件",
        "  [-] 达到法定退休年龄：2026年6月，查询日 2026-01-29",
        "      依据：《国务院关于渐进式延迟法定退休年龄的办法》第一条",
        "  [+] 养老保险累计缴费月数：180；最低：180",
        "      依据：《国务院关于渐进式延迟法定退休年龄的办法》第二条",
    ]


def test_an_open_answer_in_english() -> None:
    """A woman of unknown category reads what is missing and what each of her tracks gives."""
    decision = pension.eligibility(
        WOMAN, record(months(PENSION, "2005-01", "2024-12")), on=date(2026, 7, 1)
    )
    lines = explain(decision, "en").splitlines()

    assert lines[:2] == [
        "may the employees' basic pension be drawn at the statutory age (2026-07-01):",
        "    undetermined",
    ]
    assert "  - the woman's retirement category (50 or 55)" in lines
    assert "Case by case:" in lines
    assert any("female 55: ineligible" in line for line in lines)
    assert any("female 50: eligible" in line for line in lines)
    assert "    [-] statutory retirement age reached: 2032-06; asked on 2026-07-01" in lines


def test_values_of_missing_facts_are_in_words() -> None:
    """A Chinese explanation says what yes, no and leaving at will would give, and no codes."""
    lines = explain(unemployment.eligibility(PAID, on=date(2025, 1, 29)), "zh").splitlines()

    assert "      是：尚不能确定" in lines
    assert "      否：不符合条件" in lines
    assert "      因本人意愿中断就业：不符合条件" in lines


def test_parts_are_told_below_their_condition() -> None:
    """A condition of which any part is enough is followed by its parts, indented, with their law."""
    law = Citation(Instrument("made", "某办法", "Some Measures", "某机关"), "第一条")
    first = Condition(Reason.MEDICAL_NO_LONG_GAP, Verdict.NOT_MET, 3, 5, law)
    second = Condition(Reason.MEDICAL_WAITING_OVER, Verdict.UNKNOWN, None, (4, 6))
    decision: Decision[object] = decided(
        Question.MEDICAL_CONTINUITY, [any_of(Reason.MEDICAL_NO_WAITING, first, second)], on=ON
    )

    assert explain(decision, "en").splitlines()[2:] == [
        "  [?] no waiting period runs (any of these)",
        "      [-] months of the longest gap: 5; may be paid up, then without waiting: 3",
        "          law: Some Measures, art. 1 (第一条)",
        "      [?] whole months of the present run: 4 to 6; waiting period: not known",
    ]


def test_months_since_benefit_was_drawn_are_named_so() -> None:
    """Who drew benefit until June 2024 and paid until December has 6 new months of the 12."""
    decision = unemployment.eligibility(PAID, on=ON, drawn_until="2024-06")

    assert "  [-] 上次领取失业保险金之后的缴费月数（重新计算）：6；最低：12" in (
        explain(decision, "zh").splitlines()
    )
    assert "  [-] months of contributions since benefit was last drawn: 6; required: 12" in (
        explain(decision, "en").splitlines()
    )


def test_the_ceiling_of_waiting_periods_is_said_to_be_one_of_principle() -> None:
    """Where no place's waiting period is known, 36 whole months since 2023 pass the ceiling of 6."""
    decision = medical.continuity(RESUMED, on=ON)

    assert "      [+] 本段连续缴费已满月数：36；等待期原则上不超过：6" in (
        explain(decision, "zh").splitlines()
    )
    assert squeezed("of the present run: 36; a waiting period is in principle at most: 6") in (
        squeezed(explain(decision, "en"))
    )


@pytest.mark.parametrize(
    ("decision", "zh", "en"),
    [
        (
            work_injury.cover(PAID, on=date(2025, 6, 15)),
            "  [+] 工伤保险2025年6月状态：正常缴费",
            "  [+] work-injury insurance in 2025-06: paid",
        ),
        (
            maternity.cover(RESUMED, on=date(2025, 6, 15)),
            "  [+] 生育保险2025年6月状态：正常缴费",
            "  [+] maternity insurance in 2025-06: paid",
        ),
    ],
    ids=["work injury", "maternity"],
)
def test_cover_names_the_month_that_was_looked_at(
    decision: Decision[object], zh: str, en: str
) -> None:
    """Work-injury and maternity cover of a day in June rest on the state of June."""
    assert zh in explain(decision, "zh").splitlines()
    assert en in explain(decision, "en").splitlines()


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "不明", "not known"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (0, "0", "0"),
        ((28, 31), "28 至 31", "28 to 31"),
        (YearMonth(2034, 9), "2034年9月", "2034-09"),
        (ON, "2026-01-29", "2026-01-29"),
        ("text", "text", "text"),
        (Outcome.UNDETERMINED, "尚不能确定", "undetermined"),
        (Evidence.UNVERIFIED, "未经核实", "unverified"),
        (MonthState.ARREARS, "欠费", "in arrears"),
        (PaymentStatus.BACK_PAID, "补缴", "back paid"),
    ],
)
def test_values_in_words(value: Fact, zh: str, en: str) -> None:
    """Each kind of value has words; a truth value is no number."""
    assert (zh, en) == (in_words(value, "zh"), in_words(value, "en"))


@pytest.mark.parametrize("lang", ["fr", "ZH", "", None])
def test_there_are_two_languages(lang: object) -> None:
    """Another language is refused, with the two that there are."""
    with pytest.raises(RuleError) as caught:
        explain(DECISIONS[0], cast("Any", lang))

    assert str(caught.value) == (
        f"lang: {lang!r} is not a language of this library; expected zh or en"
    )


def test_a_language_that_there_is_is_itself() -> None:
    """Chinese and English are known by two letters."""
    assert ["zh", "en"] == [wording.check_lang(lang) for lang in LANGS]
