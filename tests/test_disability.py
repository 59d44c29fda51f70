"""The disability allowance by example: who may draw it, how it is computed, for how long."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from shebao import (
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Missing,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Person,
    Reason,
    RetirementCategory,
    RuleError,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    disability,
    explain,
)
from shebao.law import parameters, shipped
from shebao.rules.disability import DisabilityAllowance
from shebao.terms import DisabilityTier

MALE, F55, F50, _ = RetirementCategory
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
FULL, POOLED, SHORT = DisabilityTier

#: He would be 60 in 2029-09 and waits fifteen months, to 2030-12-18; five years before is 2025-12-18.
MAN = Person(birth=date(1969, 9, 18), sex=Sex.MALE)
#: He would be 60 in 2040-06 and waits three years, to 2043-06-03; five years before is 2038-06-03.
YOUNG = Person(birth=date(1980, 6, 3), sex=Sex.MALE)
FACTS: dict[str, Any] = {"fully_incapable": True, "pays_contributions": False}


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def of_months(months: int) -> ContributionHistory:
    """Some paid months up to 2024-12."""
    end = YearMonth(2024, 12)
    return record(ContributionPeriod(PENSION, MonthSpan(end - (months - 1), end)))


def bounded(low: int, high: int) -> ContributionHistory:
    """Months of which only the number is known, in bounds."""
    return record(paid("2000-01", "2024-12", count=(low, high)))


def asked(
    on: date,
    history: ContributionHistory,
    person: Person = MAN,
    **facts: Any,  # noqa: ANN401
) -> Decision[DisabilityAllowance]:
    """The answer for who is wholly incapable and pays no contributions, unless facts differ."""
    return disability.allowance(person, history, on=on, **{**FACTS, **facts})


def allowance(on: date, history: ContributionHistory, person: Person = MAN) -> DisabilityAllowance:
    """What goes with the answer."""
    found = asked(on, history, person).value
    assert found is not None
    return found


class TestWho:
    """人社部发〔2024〕72号 第二条: wholly incapable of work before the statutory age."""

    @pytest.mark.parametrize(
        ("fully_incapable", "expected"),
        [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)],
    )
    def test_found_wholly_incapable(self, fully_incapable: bool | None, expected: Outcome) -> None:
        """经鉴定为完全丧失劳动能力: anything less is refused, an unknown finding is missing."""
        decision = asked(date(2025, 3, 1), of_months(180), fully_incapable=fully_incapable)
        missing = (Missing("fully_incapable"),) if fully_incapable is None else ()

        assert (expected, missing) == (decision.outcome, decision.missing)

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2030, 12, 17), ELIGIBLE), (date(2030, 12, 18), INELIGIBLE)]
    )
    def test_before_the_statutory_age(self, on: date, expected: Outcome) -> None:
        """达到法定退休年龄前: on the day of the age retirement takes its place."""
        decision = asked(on, of_months(200))
        condition = decision.conditions[1]

        assert expected is decision.outcome
        assert (Reason.DISABILITY_BEFORE_AGE, YearMonth(2030, 12), on) == (
            condition.reason,
            condition.required,
            condition.actual,
        )

    @pytest.mark.parametrize(
        ("pays_contributions", "expected"),
        [(False, ELIGIBLE), (True, INELIGIBLE), (None, UNDETERMINED)],
    )
    def test_not_while_contributions_go_on(
        self, pays_contributions: bool | None, expected: Outcome
    ) -> None:
        """自恢复缴费的次月起停发: who pays contributions draws none."""
        decision = asked(date(2025, 3, 1), of_months(180), pays_contributions=pays_contributions)
        missing = (Missing("pays_contributions"),) if pays_contributions is None else ()

        assert (expected, missing) == (decision.outcome, decision.missing)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2030, 11, 30), ELIGIBLE),
            (date(2030, 12, 1), UNDETERMINED),
            (date(2030, 12, 30), UNDETERMINED),
            (date(2030, 12, 31), INELIGIBLE),
        ],
    )
    def test_a_month_of_birth_without_a_day(self, on: date, expected: Outcome) -> None:
        """Born in 1969-09, the age may be reached on any day of 2030-12."""
        man = Person(birth=YearMonth(1969, 9), sex=Sex.MALE)
        decision = asked(on, of_months(200), man)

        assert expected is decision.outcome
        assert ((Missing("birth"),) if expected is UNDETERMINED else ()) == decision.missing

    @pytest.mark.parametrize("fact", ["fully_incapable", "pays_contributions"])
    def test_a_text_is_no_truth_value(self, fact: str) -> None:
        """``"no"`` is refused: it would be read as yes."""
        with pytest.raises(RuleError, match=f"{fact}: 'no' is no truth value"):
            asked(date(2025, 3, 1), of_months(180), **{fact: cast("Any", "no")})

    def test_few_months_do_not_refuse_it(self) -> None:
        """Without the minimum it is paid for a time, so months are no condition."""
        decision = asked(date(2025, 3, 1), of_months(12))

        assert ELIGIBLE is decision.outcome
        assert [
            Reason.DISABILITY_INCAPACITY,
            Reason.DISABILITY_BEFORE_AGE,
            Reason.DISABILITY_NOT_PAYING,
        ] == [each.reason for each in decision.conditions]


class TestTier:
    """第三、四条 and the next: by the minimum, and by the years left to the statutory age."""

    @pytest.mark.parametrize(
        ("on", "tier", "recomputed_on"),
        [
            (date(2025, 12, 17), POOLED, date(2025, 12, 18)),
            (date(2025, 12, 18), FULL, None),
            (date(2030, 12, 17), FULL, None),
        ],
    )
    def test_five_years_left_are_near_enough(
        self, on: date, tier: DisabilityTier, recomputed_on: date | None
    ) -> None:
        """距离法定退休年龄5年（含）以内: exactly five is within; a day more is computed anew then."""
        value = allowance(on, of_months(200))

        assert DisabilityAllowance((tier,), None, recomputed_on, YearMonth(2030, 12)) == value

    @pytest.mark.parametrize(
        ("on", "tier"), [(date(2025, 9, 29), POOLED), (date(2025, 9, 30), FULL)]
    )
    def test_people_born_late_in_a_month(self, on: date, tier: DisabilityTier) -> None:
        """Born on 1969-07-31 he retires on 2030-09-30; five years before is 2025-09-30."""
        man = Person(birth=date(1969, 7, 31), sex=Sex.MALE)

        assert (tier,) == allowance(on, of_months(200), man).tiers

    @pytest.mark.parametrize(("months", "tiers"), [(179, (SHORT,)), (180, (POOLED,))])
    def test_the_minimum_is_fifteen_years_up_to_2029(
        self, months: int, tiers: tuple[DisabilityTier, ...]
    ) -> None:
        """满领取基本养老金最低缴费年限: 180 months reach it, 179 do not."""
        assert tiers == allowance(date(2025, 3, 1), of_months(months), YOUNG).tiers

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2029, 12, 31), ((POOLED,), None)), (date(2030, 1, 1), ((SHORT,), (45, 45)))],
    )
    def test_the_minimum_is_that_of_the_day_of_application(
        self, on: date, expected: tuple[Any, Any]
    ) -> None:
        """申请病残津贴时: 185 months are enough in 2029 and too few in 2030, which asks for 186."""
        value = allowance(on, of_months(185), YOUNG)

        assert expected == (value.tiers, value.paid_months)

    @pytest.mark.parametrize(
        ("on", "tiers", "recomputed_on"),
        [
            (date(2025, 11, 30), (POOLED,), date(2025, 12, 31)),
            (date(2025, 12, 1), (FULL, POOLED), date(2025, 12, 31)),
            (date(2025, 12, 30), (FULL, POOLED), date(2025, 12, 31)),
            (date(2025, 12, 31), (FULL,), None),
        ],
    )
    def test_a_month_of_birth_leaves_that_month_open(
        self, on: date, tiers: tuple[DisabilityTier, ...], recomputed_on: date | None
    ) -> None:
        """Born in 1969-09, five years are left on some day of 2025-12, on its last at the latest."""
        man = Person(birth=YearMonth(1969, 9), sex=Sex.MALE)
        value = allowance(on, of_months(200), man)

        assert (tiers, recomputed_on) == (value.tiers, value.recomputed_on)

    @pytest.mark.parametrize(
        ("low", "high", "tiers", "paid_months"),
        [
            (20, 50, (SHORT,), (12, 12)),
            (59, 61, (SHORT,), (12, 15)),
            (100, 179, (SHORT,), (24, 42)),
            (100, 190, (POOLED, SHORT), (24, 42)),
            (180, 190, (POOLED,), None),
        ],
    )
    def test_bounds_leave_more_than_one_open(
        self,
        low: int,
        high: int,
        tiers: tuple[DisabilityTier, ...],
        paid_months: tuple[int, int] | None,
    ) -> None:
        """Bounds across the minimum give both; the months are those of the short one alone."""
        decision = asked(date(2025, 3, 1), bounded(low, high), YOUNG)

        assert decision.value is not None
        assert (ELIGIBLE, tiers, paid_months) == (
            decision.outcome,
            decision.value.tiers,
            decision.value.paid_months,
        )

    def test_a_woman_of_unknown_category_is_both(self) -> None:
        """Born 1978-06-03 she retires in 2030-03 or 2035-08: near enough on one track only."""
        woman = Person(birth=date(1978, 6, 3), sex=Sex.FEMALE)
        decision = asked(date(2025, 6, 9), of_months(200), woman)
        found = {
            dict(each.facts)["retirement_category"]: each.decision.value
            for each in decision.alternatives
        }

        assert (ELIGIBLE, None) == (decision.outcome, decision.value)
        assert {
            F50: DisabilityAllowance((FULL,), None, None, YearMonth(2030, 3)),
            F55: DisabilityAllowance((POOLED,), None, date(2030, 8, 3), YearMonth(2035, 8)),
        } == found


class TestPaidMonths:
    """不足5年的，支付12个月; 满5年以上的，每多缴费1年（不满1年按1年计算），增加3个月."""

    @pytest.mark.parametrize(
        ("months", "expected"),
        [
            (1, 12),
            (59, 12),
            (60, 12),
            (61, 15),
            (72, 15),
            (73, 18),
            (84, 18),
            (85, 21),
            (168, 39),
            (169, 42),
            (179, 42),
        ],
    )
    def test_three_more_for_each_started_year(self, months: int, expected: int) -> None:
        """Twelve months up to five years, three more for each year begun beyond."""
        value = allowance(date(2025, 3, 1), of_months(months), YOUNG)

        assert ((SHORT,), (expected, expected)) == (value.tiers, value.paid_months)

    def test_a_published_case(self) -> None:
        """Anhui, 10 years 3 months: 20221 yuan are 30 months of 8220 * 0.8 * 10.25 %."""
        value = allowance(date(2025, 1, 20), of_months(123), YOUNG)

        assert (30, 30) == value.paid_months

    def test_none_without_a_record(self) -> None:
        """A record without months is below five years."""
        assert (12, 12) == allowance(date(2025, 3, 1), record(), YOUNG).paid_months

    def test_deemed_months_count_and_resident_years_do_not(self) -> None:
        """累计缴费年限（含视同缴费年限）: deemed months reach 61, years as a resident do not."""
        history = record(
            paid("2000-01", "2002-12", status=PaymentStatus.DEEMED),
            paid("2003-01", "2005-01"),
            paid("2006-01", "2015-12", scheme=Scheme.RESIDENT),
        )

        assert (15, 15) == allowance(date(2025, 3, 1), history, YOUNG).paid_months

    @pytest.mark.parametrize(("minimum", "most"), [(61, 12), (62, 15)])
    def test_the_most_is_what_lies_below_the_minimum(self, minimum: int, most: int) -> None:
        """Under a minimum of 61 months who falls short has 60 at most, which are twelve months."""
        law = shipped().replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": minimum})
        value = asked(date(2025, 3, 1), bounded(0, 100), YOUNG, law=law).value

        assert value is not None
        assert ((POOLED, SHORT), (12, most)) == (value.tiers, value.paid_months)


class TestUnknownLaw:
    """Days before the measures, and people from before the law that is known."""

    @pytest.mark.parametrize(("area", "place"), [(None, "100000"), ("130100", "130100")])
    def test_before_2025_the_rule_is_what_is_missing(self, area: str | None, place: str) -> None:
        """On 2024-12-31 the places' rules held, which are not known; on 2025-01-01 the measures."""
        before, after = (
            asked(day, of_months(180), area=area) for day in (date(2024, 12, 31), date(2025, 1, 1))
        )

        assert (UNDETERMINED, None, (Missing("disability.months", place),)) == (
            before.outcome,
            before.value,
            before.missing,
        )
        assert ELIGIBLE is after.outcome

    def test_people_from_before_the_law_that_is_known(self) -> None:
        """Of a man who was 60 in 1977 not even the age is known: open, and named."""
        man = Person(birth=YearMonth(1917, 1), sex=Sex.MALE)
        decision = asked(date(2025, 3, 1), of_months(180), man)

        assert UNDETERMINED is decision.outcome
        assert (Missing("retirement.schedule.male", "100000"),) == decision.missing

    def test_another_rule_is_followed(self) -> None:
        """Numbers come from the law: within ten years, six months and one for each year over two."""
        law = shipped().replacing(
            parameters.DISABILITY_MONTHS,
            {
                "full_within_months": 120,
                "short_years": 2,
                "short_months": 6,
                "further_months": 1,
            },
        )
        near = asked(date(2025, 3, 1), of_months(180), law=law).value
        short = asked(date(2025, 3, 1), of_months(37), law=law).value

        assert near is not None
        assert short is not None
        assert ((FULL,), (8, 8)) == (near.tiers, short.paid_months)


class TestPlace:
    """A rule of a place holds there and nowhere else."""

    def test_the_place_is_followed(self) -> None:
        """A place with ten years as the minimum, and a full allowance within ten years of the age."""
        law = (
            shipped()
            .replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 120}, area="130000")
            .replacing(
                parameters.DISABILITY_MONTHS,
                {
                    "full_within_months": 120,
                    "short_years": 5,
                    "short_months": 12,
                    "further_months": 3,
                },
                area="130000",
            )
        )
        found = [
            asked(date(2025, 3, 1), of_months(150), area=area, law=law).value
            for area in ("130100", None)
        ]

        assert [(FULL,), (SHORT,)] == [each.tiers for each in found if each is not None]

    def test_the_age_of_the_place_is_followed(self) -> None:
        """Where men retire at 55 there is no allowance from then on."""
        law = shipped().replacing(
            parameters.RETIREMENT_SCHEDULE[MALE],
            {"original_age_months": 660, "cap_months": 0},
            area="130000",
        )
        found = [
            asked(date(2025, 3, 1), of_months(150), area=area, law=law).outcome
            for area in ("130100", None)
        ]

        assert [INELIGIBLE, ELIGIBLE] == found


class TestWords:
    """Each outcome is told in both languages."""

    @pytest.mark.parametrize(
        ("on", "facts", "chinese", "english"),
        [
            (
                date(2025, 3, 1),
                {},
                ["能否领取病残津贴（2025-03-01）：符合条件", "尚未达到法定退休年龄：2030年12月"],
                ["(2025-03-01): eligible", "statutory age not reached yet: 2030-12"],
            ),
            (
                date(2030, 12, 18),
                {},
                ["：不符合条件", "[-] 尚未达到法定退休年龄：2030年12月；查询日 2030-12-18"],
                [": ineligible", "[-] statutory age not reached yet: 2030-12; asked on 2030-12-18"],
            ),
            (
                date(2025, 3, 1),
                {"pays_contributions": True},
                ["：不符合条件", "[-] 领取期间不缴纳基本养老保险费：否", "人社部发〔2024〕72号"],
                [": ineligible", "[-] no pension contributions are paid while drawing: no"],
            ),
            (
                date(2025, 3, 1),
                {"fully_incapable": None},
                ["：尚不能确定", "[?] 经劳动能力鉴定完全丧失劳动能力：不明"],
                [": undetermined", "whether found wholly incapable of work"],
            ),
            (
                date(2024, 12, 31),
                {},
                ["：尚不能确定", "disability.months"],
                [": undetermined", "disability.months"],
            ),
        ],
    )
    def test_in_both_languages(
        self, on: date, facts: dict[str, Any], chinese: list[str], english: list[str]
    ) -> None:
        """The outcome, each fact and what is missing stand in the text."""
        decision = asked(on, of_months(200), **facts)
        for lang, phrases in (("zh", chinese), ("en", english)):
            text = " ".join(line.strip() for line in explain(decision, lang).splitlines())
            assert [] == [each for each in phrases if each not in text]
