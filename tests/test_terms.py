"""The vocabulary: each term has one value, one Chinese name and one place in its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shebao.errors import FaultyInputError, PeriodError, PersonError, RuleError
from shebao.terms import (
    AccountUse,
    BenefitStop,
    BindingChannel,
    BindingEnd,
    CardService,
    CertificationChannel,
    CertificationState,
    Circumstance,
    CycleBasis,
    InjuryItem,
    InsuranceKind,
    Kinship,
    Need,
    Omission,
    PaymentStatus,
    RetirementCategory,
    Role,
    Scheme,
    Separation,
    Sex,
    SharingScope,
    StopEffect,
    Term,
    Tier,
    check_term,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LISTS = (
    AccountUse,
    BenefitStop,
    BindingChannel,
    BindingEnd,
    CardService,
    CertificationChannel,
    CertificationState,
    Circumstance,
    CycleBasis,
    InjuryItem,
    InsuranceKind,
    Kinship,
    Need,
    Omission,
    PaymentStatus,
    RetirementCategory,
    Role,
    Scheme,
    Separation,
    Sex,
    SharingScope,
    StopEffect,
    Tier,
)


def test_there_are_five_kinds_of_social_insurance() -> None:
    """五险: pension, medical, unemployment, work injury and maternity insurance, in this order."""
    assert [
        "基本养老保险",
        "基本医疗保险",
        "失业保险",
        "工伤保险",
        "生育保险",
    ] == [kind.zh for kind in InsuranceKind]
    assert ["pension", "medical", "unemployment", "work_injury", "maternity"] == [
        kind.value for kind in InsuranceKind
    ]
    assert "work injury" == InsuranceKind.WORK_INJURY.en


def test_a_month_has_one_of_six_statuses() -> None:
    """A month is paid, paid late, owed, awaited, deferred or deemed paid; a gap has no status."""
    assert {
        "paid": "正常缴费",
        "back_paid": "补缴",
        "arrears": "欠费",
        "pending": "待缴",
        "deferred": "缓缴",
        "deemed": "视同缴费",
    } == {status.value: status.zh for status in PaymentStatus}


def test_people_are_insured_in_one_of_four_schemes() -> None:
    """One is insured as an employee, alone, as a resident or in the public sector."""
    assert {
        "employee": "职工",
        "flexible": "灵活就业",
        "resident": "城乡居民",
        "public_sector": "机关事业",
    } == {scheme.value: scheme.zh for scheme in Scheme}


@pytest.mark.parametrize("terms", LISTS)
def test_terms_are_told_apart(terms: type[Term]) -> None:
    """No two terms of a list share a value or a name, and each ranks where it was written."""
    members = list(terms)
    assert len(members) == len({member.value for member in members})
    assert len(members) == len({member.zh for member in members})
    assert len(members) == len({member.en for member in members})
    assert all(member.zh for member in members)
    assert list(range(len(members))) == [member.rank for member in members]


@pytest.mark.parametrize("terms", LISTS)
def test_a_term_is_found_by_its_value_and_shown_by_its_name(terms: type[Term]) -> None:
    """A stored value gives the same term back, and a term prints without its texts."""
    for member in terms:
        assert member is terms(member.value)
        assert f"{terms.__name__}.{member.name}" == repr(member)
        assert "_" not in member.en


@pytest.mark.parametrize("terms", LISTS)
def test_copies_of_a_term_are_the_term(
    copies: Callable[[object], list[object]], terms: type[Term]
) -> None:
    """A copied or pickled term is the very same term, also as a key."""
    for member in terms:
        assert all(member is other for other in copies(member))
        assert {member: 1} == {terms(member.value): 1}


def test_an_unknown_value_is_no_term() -> None:
    """Nothing is made up for a value that no term has."""
    with pytest.raises(ValueError, match="'housing' is not a valid InsuranceKind"):
        InsuranceKind("housing")


def test_terms_of_different_lists_differ() -> None:
    """A man's sex and a man's track are two things, though both are called male."""
    man: object = Sex.MALE
    assert man != RetirementCategory.MALE
    assert man != "male"


def test_each_track_belongs_to_one_sex() -> None:
    """Men have one track to retirement, women have three."""
    assert {
        RetirementCategory.MALE: Sex.MALE,
        RetirementCategory.FEMALE_55: Sex.FEMALE,
        RetirementCategory.FEMALE_50: Sex.FEMALE,
        RetirementCategory.FEMALE_60: Sex.FEMALE,
    } == {track: track.sex for track in RetirementCategory}


def test_who_is_dismissed_or_driven_out_lost_the_job_against_the_own_will() -> None:
    """Of the ways to end employment only resignation is one's own will (人社部令第13号 第十三条)."""
    assert [Separation.VOLUNTARY, Separation.RESIGNED] == [
        separation for separation in Separation if not separation.is_involuntary
    ]


@pytest.mark.parametrize(
    ("value", "terms", "error", "message"),
    [
        (
            "male",
            Sex,
            PersonError,
            "sex: 'male' is no Sex; expected Sex.MALE, Sex.FEMALE",
        ),
        (
            None,
            Sex,
            RuleError,
            "sex: None is no Sex; expected Sex.MALE, Sex.FEMALE",
        ),
        (
            RetirementCategory.MALE,
            Sex,
            PeriodError,
            "sex: RetirementCategory.MALE is no Sex; expected Sex.MALE, Sex.FEMALE",
        ),
        (
            Sex.MALE,
            RetirementCategory,
            PersonError,
            (
                "sex: Sex.MALE is no RetirementCategory; expected RetirementCategory.MALE, "
                "RetirementCategory.FEMALE_55, RetirementCategory.FEMALE_50, "
                "RetirementCategory.FEMALE_60"
            ),
        ),
    ],
)
def test_what_is_no_term_is_refused_with_the_terms_that_there_are(
    value: object, terms: type[Term], error: type[FaultyInputError], message: str
) -> None:
    """A text is not taken for a term, and the error says which terms there are."""
    with pytest.raises(error) as caught:
        check_term(value, terms, "sex", error)
    assert ("sex", value) == (caught.value.field, caught.value.value)
    assert message == str(caught.value)


def test_a_term_of_the_list_passes() -> None:
    """Every term of a list is one of its terms."""
    for terms in LISTS:
        for member in terms:
            check_term(member, terms, "term", PeriodError)


def test_who_is_insured_for_what() -> None:
    """Employees have all five kinds; who insures alone, pension and medical insurance."""
    two = (InsuranceKind.PENSION, InsuranceKind.MEDICAL)
    assert tuple(InsuranceKind) == Scheme.EMPLOYEE.kinds == Scheme.PUBLIC_SECTOR.kinds
    assert two == Scheme.RESIDENT.kinds == Scheme.FLEXIBLE.kinds


def test_near_relatives_come_first_among_the_kin() -> None:
    """The kin of 民法典 第一千零四十五条 stand first, in its order; step-kin and in-laws follow."""
    assert [
        "配偶",
        "父母",
        "子女",
        "兄弟姐妹",
        "祖父母",
        "外祖父母",
        "祖父母或者外祖父母",
        "孙子女",
        "外孙子女",
        "孙子女或者外孙子女",
    ] == [kinship.zh for kinship in Kinship][:10]


@pytest.mark.parametrize("kinship", Kinship)
def test_kin_is_mutual(kinship: Kinship) -> None:
    """Seen from the other side and back again, kin is what it was, generations included."""
    inverse = kinship.inverse
    assert kinship is inverse.inverse
    assert kinship.general.inverse is inverse.general
    if kinship.generations is None:
        assert inverse.generations is None
    else:
        assert -kinship.generations == inverse.generations


@pytest.mark.parametrize("kinship", Kinship)
def test_kin_of_both_sexes_has_words(kinship: Kinship) -> None:
    """Whoever is called something by sex is called two things, and each without underscores."""
    for lang in ("zh", "en"):
        words = [kinship.word(sex, lang) for sex in Sex]
        assert all(word and "_" not in word for word in words)
        both = kinship.zh if lang == "zh" else kinship.en
        assert (words == [both, both]) is (len(set(words)) == 1)


@pytest.mark.parametrize(
    ("kinship", "sex", "zh", "en"),
    [
        (Kinship.PARENT, Sex.FEMALE, "母亲", "mother"),
        (Kinship.PARENT, Sex.MALE, "父亲", "father"),
        (Kinship.CHILD, Sex.FEMALE, "女儿", "daughter"),
        (Kinship.SPOUSE, Sex.MALE, "丈夫", "husband"),
        (Kinship.SPOUSE, Sex.FEMALE, "妻子", "wife"),
        (Kinship.MATERNAL_GRANDPARENT, Sex.FEMALE, "外祖母", "maternal grandmother"),
        (Kinship.PATERNAL_GRANDPARENT, Sex.MALE, "祖父", "paternal grandfather"),
        (Kinship.CHILD_OF_SON, Sex.FEMALE, "孙女", "son's daughter"),
        (Kinship.CHILD_OF_DAUGHTER, Sex.MALE, "外孙子", "daughter's son"),
        (Kinship.PARENT_IN_LAW, Sex.FEMALE, "配偶的母亲", "mother-in-law"),
        (Kinship.CHILD_IN_LAW, Sex.MALE, "女婿", "son-in-law"),
        (Kinship.STEP_PARENT, Sex.MALE, "继父", "stepfather"),
        (Kinship.NOT_RELATED, Sex.MALE, "非亲属", "not related"),
    ],
)
def test_what_a_relative_is_called(kinship: Kinship, sex: Sex, zh: str, en: str) -> None:
    """A relative is called by kinship and sex, 母亲 or mother."""
    assert (zh, en) == (kinship.word(sex), kinship.word(sex, "en"))


def test_sharing_reaches_three_lengths() -> None:
    """One pooling area, one province, or across provinces."""
    assert ["同一统筹地区", "省内跨统筹地区", "跨省"] == [scope.zh for scope in SharingScope]


def test_four_things_can_be_done_for_a_relative() -> None:
    """The family service shows the record, certifies, applies for a transfer, shows the balance."""
    assert {
        "record": "查询权益单",
        "certification": "领取待遇资格认证",
        "transfer": "申请关系转移",
        "balance": "查询余额",
    } == {service.value: service.zh for service in CardService}


def test_the_least_trouble_ranks_first() -> None:
    """Nothing to do, self-service, a counter, a visit: in this order channels are offered."""
    assert ["免办", "自助办理", "窗口办理", "上门服务"] == [
        tier.zh for tier in sorted(Tier, key=lambda tier: tier.rank)
    ]


def test_a_benefit_stands_to_its_certification_in_one_of_three_ways() -> None:
    """It is certified, overdue but still paid, or overdue and no longer paid."""
    assert ["在认证有效期内", "已逾期", "逾期未认证，已暂停发放"] == [
        state.zh for state in CertificationState
    ]
