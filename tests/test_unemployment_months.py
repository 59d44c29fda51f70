"""Months of unemployment benefit over several spells: what counts anew, what is left, what is kept."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

import pytest

from shebao import (
    UNEMPLOYMENT,
    BenefitSpell,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    PeriodError,
    Reason,
    RuleError,
    Separation,
    Verdict,
    YearMonth,
    explain,
    unemployment,
)
from shebao.law import parameters, shipped
from shebao.law.unemployment_values import ClaimTime
from shebao.rules.unemployment import UnemploymentEntitlement

ON: Final = date(2026, 9, 10)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
SHANGHAI, GUANGDONG, HEBEI = "310000", "440000", "130000"
KNOWN: dict[str, Any] = {"separation": Separation.CONTRACT_ENDED, "registered": True}


def paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Unemployment months, paid unless facts say otherwise."""
    return ContributionPeriod(UNEMPLOYMENT, MonthSpan(first, last), **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def new_months(number: int) -> ContributionHistory:
    """Five years until 2019, and so many months up to 2026-08."""
    periods = [paid("2015-01", "2019-12")]
    if number:
        last = YearMonth(2026, 8)
        periods.append(ContributionPeriod(UNEMPLOYMENT, MonthSpan(last - (number - 1), last)))
    return record(*periods)


def spell(
    granted: int = 12, drawn: int = 5, last: str = "2020-06", assessed: int | None = None
) -> BenefitSpell:
    """A spell that ended in 2020-06 unless said otherwise."""
    return BenefitSpell(last, granted_months=granted, drawn_months=drawn, assessed_months=assessed)


def found(
    history: ContributionHistory,
    *spells: BenefitSpell,
    area: str | None = None,
    on: date = ON,
    **law: Any,  # noqa: ANN401
) -> UnemploymentEntitlement:
    """What months a record and spells give."""
    return unemployment.months(history, on=on, spells=spells, area=area, **law)


class TestSpell:
    """A spell as a value."""

    def test_months_left(self) -> None:
        """Of twelve months granted and five drawn seven are left; the month may be given in any form."""
        ended = BenefitSpell(date(2020, 6, 12), 12, 5)

        assert (ended.last_month, ended.left_months) == (YearMonth(2020, 6), 7)
        assert ended == BenefitSpell("2020.06", granted_months=12, drawn_months=5)

    @pytest.mark.parametrize(
        ("numbers", "field", "expected"),
        [
            ((0, 0), "granted_months", "an int from 1"),
            (("12", 0), "granted_months", "an int from 1"),
            ((True, 0), "granted_months", "an int from 1"),
            ((12, 13), "drawn_months", "an int from 0 to 12, the months granted"),
            ((12, -1), "drawn_months", "an int from 0 to 12, the months granted"),
            ((12, False), "drawn_months", "an int from 0 to 12, the months granted"),
            ((12, 3, -1), "assessed_months", "an int from 0, or None"),
            ((12, 3, True), "assessed_months", "an int from 0, or None"),
        ],
    )
    def test_numbers_that_cannot_be(
        self, numbers: tuple[Any, ...], field: str, expected: str
    ) -> None:
        """Nothing is granted, more is drawn than granted, or a number is none."""
        with pytest.raises(PeriodError) as caught:
            BenefitSpell("2020-06", *numbers)

        (fault,) = caught.value.faults
        assert (fault.field, fault.expected) == (field, expected)

    def test_all_faults_are_listed(self) -> None:
        """Two wrong numbers are told together."""
        with pytest.raises(PeriodError) as caught:
            BenefitSpell("2020-06", 0, 0, -1)

        assert [fault.field for fault in caught.value.faults] == [
            "granted_months",
            "assessed_months",
        ]

    def test_the_last_month_is_a_month(self) -> None:
        """A number is none, and the error names the field."""
        with pytest.raises(MonthError, match="last_month: 202006 is of type int"):
            BenefitSpell(cast("Any", 202006), 12, 5)


class TestCountedAnew:
    """社会保险法 第四十六条, 人社部令第13号 第十四条."""

    def test_who_never_drew_keeps_all_time(self) -> None:
        """Five years before a gap of years and one after it are six years."""
        value = found(new_months(12), area=HEBEI)

        assert value.contribution_months.months == 72
        assert (value.benefit_months, value.maximum_months, value.carried_months) == (14, 18, 0)

    def test_a_grant_of_which_nothing_was_drawn_never_was(self) -> None:
        """未领取的，原缴费时间予以保留: nothing drawn, nothing counts anew, nothing is left over."""
        assert found(new_months(12), spell(drawn=0), area=HEBEI) == found(
            new_months(12), area=HEBEI
        )

    def test_after_drawing_the_new_months_count_and_the_rest_is_added(self) -> None:
        """A new year gives three months in Hebei, with seven left ten; law allows 12 and 7 at most."""
        value = found(new_months(12), spell(), area=HEBEI)

        assert value.contribution_months.months == 12
        assert (value.benefit_months, value.benefit_bounds) == (10, (10, 10))
        assert (value.maximum_months, value.carried_months, value.kept_months) == (19, 7, (0, 0))

    def test_together_never_more_than_two_years(self) -> None:
        """Six and a half new years give 14 months, and with 12 left 24."""
        value = found(new_months(78), spell(granted=14, drawn=2), area=HEBEI)

        assert value.contribution_months.months == 74
        assert (value.benefit_months, value.maximum_months) == (24, 24)

    def test_what_is_left_is_that_of_the_last_spell(self) -> None:
        """A spell's grant holds what was left before it; the order in which they stand is no matter."""
        history = record(paid("2015-01", "2016-12"), paid("2018-01", "2019-12"))
        first = spell(granted=6, drawn=2, last="2017-06")
        second = spell(granted=10, drawn=1)

        for spells in ((first, second), (second, first)):
            assert found(history, *spells, area=HEBEI).carried_months == 9

    def test_a_spell_that_ended_later_is_not_known_yet(self) -> None:
        """Asked in May 2020, nothing is known of what ended in June; asked in June, it counts."""
        history = record(paid("2015-01", "2019-12"))

        assert [
            found(history, spell(), area=HEBEI, on=on).carried_months
            for on in (date(2020, 5, 31), date(2020, 6, 1))
        ] == [0, 7]

    def test_months_in_arrears_count_once_they_are_paid(self) -> None:
        """A year owed after the spell gives nothing; paid up, it is a new year."""
        owed = paid("2025-01", "2025-12", status=PaymentStatus.ARREARS)
        late = paid(
            "2025-01",
            "2025-12",
            status=PaymentStatus.BACK_PAID,
            settled_on=date(2026, 9, 5),
            declared_on=date(2025, 1, 15),
        )

        assert found(record(owed), spell(), area=HEBEI).benefit_months == 7
        assert [
            found(record(late), spell(), area=HEBEI, on=on).benefit_months
            for on in (date(2026, 9, 4), date(2026, 9, 5))
        ] == [7, 10]

    def test_an_open_record_has_bounds(self) -> None:
        """Eleven to thirteen new months: what is left alone, or three more."""
        history = record(paid("2025-01", "2026-08", count=(11, 13)))
        value = found(history, spell(), area=HEBEI)

        assert (value.benefit_months, value.benefit_bounds) == (None, (7, 10))
        assert value.maximum_months is None

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2001, 1, 1), 7), (date(2000, 12, 31), None)]
    )
    def test_before_the_measures_of_2001_what_is_left_alone_is_open(
        self, on: date, expected: int | None
    ) -> None:
        """That less than a year does not matter stands in measures in force from 2001 on."""
        ended = spell(last="2000-01")

        assert expected == found(record(), ended, on=on).maximum_months

    def test_where_nothing_is_left_that_law_is_no_matter(self) -> None:
        """In Shanghai in 2000 nobody knows what is kept, but without a new year it gives nothing."""
        history = record(paid("1990-01", "1999-03"))
        value = found(history, spell(drawn=12, last="1999-12"), on=date(2000, 6, 1), area=SHANGHAI)

        assert (value.kept_months, value.maximum_months) == ((0, 111), 0)

    def test_nothing_is_known_before_the_regulation(self) -> None:
        """Before 1999-01-22 neither maxima nor the ceiling are known."""
        value = found(record(), spell(last="1998-01"), on=date(1998, 6, 1), area=HEBEI)

        assert (value.maximum_months, value.benefit_bounds) == (None, None)


class TestLessThanAYear:
    """失业保险金申领发放办法: 重新就业后不满一年再次失业的，可以继续申领."""

    @pytest.mark.parametrize("area", [None, HEBEI, SHANGHAI, GUANGDONG, "110000", "999999"])
    def test_what_is_left_may_be_drawn_everywhere(self, area: str | None) -> None:
        """Eleven new months give no months, but seven are left: graded or not, the place pays seven."""
        value = found(new_months(11), spell(), area=area)

        assert (value.benefit_months, value.maximum_months) == (7, 7)

    def test_with_a_new_year_the_grading_matters(self) -> None:
        """Where no grading is known, a new year leaves the months open, and the maximum fixed."""
        value = found(new_months(12), spell())

        assert (value.benefit_months, value.maximum_months) == (None, 19)

    def test_a_law_that_asks_for_a_year(self) -> None:
        """If what is left waits for a new year, eleven months give nothing and twelve all."""
        law = shipped().replacing(parameters.UNEMPLOYMENT_REMAINDER, "needs_a_year")

        assert [
            found(new_months(months), spell(), area=HEBEI, law=law).benefit_months
            for months in (11, 12)
        ] == [0, 10]

    def test_nothing_left_and_less_than_a_year(self) -> None:
        """All drawn and eleven new months: none."""
        value = found(new_months(11), spell(drawn=12), area=HEBEI)

        assert (value.benefit_months, value.maximum_months, value.carried_months) == (0, 0, 0)


class TestShanghai:
    """上海市失业保险金申领发放实施办法 第六条: assessed years are deducted, the others are kept."""

    #: Fifteen years until 2024; the most that was granted for, twelve of them.
    LONG: Final = paid("2010-01", "2024-12")
    GRANT: Final = BenefitSpell("2025-08", 24, 8, 144)

    def test_surplus_years_count_again_with_a_new_year(self) -> None:
        """Three years kept and one new one are four: eight months, and with sixteen left 24."""
        history = record(self.LONG, paid("2025-09", "2026-08"))
        all_drawn = BenefitSpell("2025-08", 24, 24, 144)

        value = found(history, self.GRANT, area=SHANGHAI)
        assert (value.contribution_months.months, value.kept_months) == (12, (36, 36))
        assert (value.benefit_months, value.maximum_months) == (24, 24)
        assert found(history, all_drawn, area=SHANGHAI).benefit_months == 8

    def test_without_a_new_year_surplus_years_wait(self) -> None:
        """Eleven new months and three kept years: what is left, and nothing more."""
        history = record(self.LONG, paid("2025-10", "2026-08"))
        all_drawn = BenefitSpell("2025-08", 24, 24, 144)

        assert found(history, self.GRANT, area=SHANGHAI).benefit_months == 16
        assert found(history, all_drawn, area=SHANGHAI).benefit_months == 0

    def test_months_beyond_whole_years_count_too(self) -> None:
        """Of 30 months 24 were assessed; the six others and eighteen new ones are two years."""
        history = record(paid("2020-01", "2022-06"), paid("2025-03", "2026-08"))
        value = found(history, BenefitSpell("2023-01", 4, 4, 24), area="310115")

        assert (value.kept_months, value.benefit_months) == ((6, 6), 4)

    def test_several_grants_are_deducted_together(self) -> None:
        """Of six years three grants took one each."""
        history = record(paid("2015-01", "2020-12"), paid("2025-09", "2026-08"))
        spells = [BenefitSpell(f"202{year}-01", 2, 2, 12) for year in (1, 2, 3)]

        assert found(history, *spells, area=SHANGHAI).kept_months == (36, 36)

    def test_a_grant_of_which_nothing_was_drawn_is_deducted_too(self) -> None:
        """已经核定过领取失业保险金期限的缴费年限: what was granted counts, drawn or not, and is left."""
        history = record(paid("2018-01", "2020-12"), paid("2025-09", "2026-08"))
        value = found(history, BenefitSpell("2021-02", 4, 0, 24), area=SHANGHAI)

        assert (value.kept_months, value.carried_months, value.benefit_months) == ((12, 12), 4, 8)

    def test_where_nobody_knows_what_was_assessed(self) -> None:
        """None of the earlier months may be kept, or all: the months lie between."""
        history = record(self.LONG, paid("2025-09", "2026-08"))
        value = found(history, BenefitSpell("2025-08", 24, 20), area=SHANGHAI)

        assert value.kept_months == (0, 180)
        assert (value.benefit_months, value.benefit_bounds) == (None, (6, 24))

    def test_more_assessed_than_the_record_holds(self) -> None:
        """A record that lacks earlier months keeps none, and never fewer than none."""
        history = record(paid("2025-09", "2026-08"))

        assert found(history, self.GRANT, area=SHANGHAI).kept_months == (0, 0)

    def test_before_the_measures_it_is_not_known_what_is_kept(self) -> None:
        """Until 2026-08-15 an older rule held that was not read: anything may be kept."""
        history = record(self.LONG, paid("2025-08", "2026-07"))
        grant = BenefitSpell("2025-07", 24, 24, 144)

        assert [
            found(history, grant, area=SHANGHAI, on=on).kept_months
            for on in (date(2026, 8, 15), date(2026, 8, 16))
        ] == [(0, 36), (36, 36)]

    def test_elsewhere_the_same_years_lapse(self) -> None:
        """In Fujian, which grades as Shanghai does, twelve months count and no more."""
        history = record(self.LONG, paid("2025-09", "2026-08"))
        all_drawn = BenefitSpell("2025-08", 24, 24, 144)

        assert found(history, all_drawn, area="350000").benefit_months == 2


class TestClaim:
    """Whether benefit may be claimed after earlier spells."""

    def test_what_is_left_opens_a_claim_without_a_year(self) -> None:
        """Eleven months are no year, but seven months are left: either is enough."""
        decision = unemployment.eligibility(new_months(11), on=ON, spells=[spell()], **KNOWN)
        first = decision.conditions[0]

        assert (decision.outcome, decision.evidence) == (ELIGIBLE, Evidence.SECONDARY)
        assert (first.reason, first.verdict, first.mode) == (Reason.UNEMPLOYMENT_CLAIM, MET, "any")
        assert [(part.reason, part.verdict, part.actual) for part in first.parts] == [
            (Reason.UNEMPLOYMENT_MONTHS_SINCE, NOT_MET, 11),
            (Reason.UNEMPLOYMENT_LEFT_OVER, MET, 7),
        ]

    @pytest.mark.parametrize(
        ("area", "on", "article"),
        [
            ("440100", ON, "第十五条"),
            ("440100", date(2025, 1, 11), None),
            ("110000", ON, "第十二条"),
            ("530000", ON, "第二十一条"),
            ("130000", ON, None),
        ],
    )
    def test_the_law_that_opens_it(self, area: str, on: date, article: str | None) -> None:
        """Guangdong, Beijing and Yunnan say it themselves, elsewhere the national measures do."""
        decision = unemployment.eligibility(
            record(), on=on, area=area, spells=[spell(last="2020-06")], **KNOWN
        )
        left = decision.conditions[0].parts[1]

        assert decision.outcome is ELIGIBLE
        assert left.citation is not None
        assert left.citation.article == article

    def test_with_nothing_left_a_year_is_asked_for(self) -> None:
        """The condition is then the year alone, counted since benefit was drawn."""
        decision = unemployment.eligibility(
            new_months(11), on=ON, spells=[spell(drawn=12)], **KNOWN
        )

        assert decision.outcome is INELIGIBLE
        assert decision.conditions[0].reason is Reason.UNEMPLOYMENT_MONTHS_SINCE

    def test_a_law_that_asks_for_a_year(self) -> None:
        """If what is left waits for a new year, it opens nothing."""
        law = shipped().replacing(parameters.UNEMPLOYMENT_REMAINDER, "needs_a_year")
        decision = unemployment.eligibility(
            new_months(11), on=ON, spells=[spell()], law=law, **KNOWN
        )

        assert decision.outcome is INELIGIBLE
        assert [part.verdict for part in decision.conditions[0].parts] == [NOT_MET, NOT_MET]

    def test_before_2001_it_is_open(self) -> None:
        """The rule is named as missing, with the place."""
        decision = unemployment.eligibility(
            record(), on=date(2000, 6, 1), area="130100", spells=[spell(last="2000-01")], **KNOWN
        )

        assert (decision.outcome, decision.missing) == (
            UNDETERMINED,
            (Missing("unemployment.remainder", "130100"),),
        )

    def test_who_resigns_has_no_claim_to_what_is_left_either(self) -> None:
        """The other conditions are asked for as before."""
        decision = unemployment.eligibility(
            record(), on=ON, spells=[spell()], separation=Separation.RESIGNED, registered=True
        )

        assert decision.outcome is INELIGIBLE

    def test_months_until_a_month_are_the_simple_form(self) -> None:
        """``drawn_until`` counts as a spell of which nothing is left."""
        simple, full = (
            unemployment.eligibility(new_months(12), on=ON, area=HEBEI, **KNOWN, **facts)
            for facts in ({"drawn_until": "2020-06"}, {"spells": [spell(drawn=12)]})
        )

        assert simple == full

    def test_both_forms_exclude_each_other(self) -> None:
        """The month until which benefit was drawn stands in the spells."""
        with pytest.raises(RuleError) as caught:
            unemployment.eligibility(
                record(), on=ON, drawn_until=date(2020, 6, 30), spells=[spell()], **KNOWN
            )

        assert str(caught.value) == (
            "drawn_until: '2020-06' stands beside spells; expected one of the two"
        )

    def test_it_is_told_in_words(self) -> None:
        """Both ways to a claim are told, with what was found."""
        decision = unemployment.eligibility(new_months(11), on=ON, spells=[spell()], **KNOWN)

        assert "      [+] 前次应领取而尚未领取的月数，重新就业不满一年也可继续申领：7" in (
            explain(decision, "zh").splitlines()
        )

    def test_spells_are_spells(self) -> None:
        """A pair of numbers is none."""
        with pytest.raises(RuleError, match=r"spells: \(12, 5\) is no spell; expected a Benefit"):
            found(record(), cast("Any", (12, 5)))

    def test_no_two_spells_end_in_one_month(self) -> None:
        """One of them would be the last, and nobody could say which."""
        with pytest.raises(RuleError, match="spells: '2020-06' is the last month of two spells"):
            found(record(), spell(), spell(granted=8))

    def test_on_is_a_day(self) -> None:
        """A month is none."""
        with pytest.raises(MonthError, match="on: '2026-01' is of type str"):
            found(record(), on=cast("Any", "2026-01"))


class TestClaimTime:
    """人社厅发〔2020〕24号: no claim is refused for being late."""

    def test_a_late_claim_is_accepted(self) -> None:
        """The sixty days stand in the value, with the notice that takes their edge."""
        time = found(new_months(0), area=HEBEI).claim_time

        assert time is not None
        assert time.value == ClaimTime(60, "accepted")
        assert (time.citation.instrument.number, time.citation.article) == (
            "人社厅发〔2020〕24号",
            "四",
        )

    def test_before_the_notice_it_was_left_to_places(self) -> None:
        """Before 2020-03-05 nothing is known."""
        assert [
            found(new_months(0), on=on).claim_time is None
            for on in (date(2020, 3, 4), date(2020, 3, 5))
        ] == [True, False]

    def test_it_is_no_condition(self) -> None:
        """A claim years after the job ended rests on the same three conditions."""
        decision = unemployment.eligibility(record(paid("2015-01", "2019-12")), on=ON, **KNOWN)

        assert (decision.outcome, len(decision.conditions)) == (ELIGIBLE, 3)
