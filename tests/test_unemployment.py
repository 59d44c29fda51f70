"""Unemployment benefit by example: a year in total, not at will, registered; months as maxima."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    PENSION,
    UNEMPLOYMENT,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
    MonthSpan,
    Outcome,
    PaymentStatus,
    Reason,
    RuleError,
    Separation,
    Verdict,
    YearMonth,
    unemployment,
)
from shebao.decisions import Fact
from shebao.law import parameters, shipped
from shebao.months import MonthLike
from shebao.rules.unemployment import UnemploymentEntitlement, band_of

ON = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
NATIONAL = ((12, 12), (60, 18), (120, 24))
#: 人社部令第13号 第十三条, and who knows no more than that it was so.
INVOLUNTARY = [
    Separation.INVOLUNTARY,
    Separation.CONTRACT_ENDED,
    Separation.DISMISSED,
    Separation.AGREED_AT_EMPLOYERS_PROPOSAL,
    Separation.EXPELLED,
    Separation.LEFT_FOR_EMPLOYERS_BREACH,
]
VOLUNTARY = [Separation.VOLUNTARY, Separation.RESIGNED]
KNOWN: dict[str, Any] = {"separation": Separation.CONTRACT_ENDED, "registered": True}


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def paid(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Unemployment months, paid unless facts say otherwise."""
    return ContributionPeriod(UNEMPLOYMENT, MonthSpan(first, last or first), **facts)


def of_months(number: int) -> ContributionHistory:
    """A record of so many months, the last of them 2025-12."""
    last = YearMonth(2025, 12)
    if not number:
        return record()
    return record(ContributionPeriod(UNEMPLOYMENT, MonthSpan(last - (number - 1), last)))


def entitled(
    history: ContributionHistory,
    area: str | None = None,
    **facts: Any,  # noqa: ANN401
) -> UnemploymentEntitlement:
    """What goes with the answer, all facts of the person being given."""
    value = unemployment.eligibility(history, on=ON, area=area, **{**KNOWN, **facts}).value
    assert value is not None
    return value


def by_whole_years(months: int) -> int:
    """社会保险法 第四十六条: one year, five years, ten years give at most 12, 18, 24 months."""
    years = months // 12
    if years >= 10:
        return 24
    if years >= 5:
        return 18
    return 12 if years >= 1 else 0


def by_hebei(months: int) -> int:
    """Hebei: three months for each whole year up to four, then one for each more, at most 24."""
    years = months // 12
    return 3 * years if years <= 4 else min(24, 12 + years - 4)


class TestYear:
    """Twelve months in total."""

    @pytest.mark.parametrize(("months", "expected"), [(11, INELIGIBLE), (12, ELIGIBLE)])
    def test_one_year_in_total(self, months: int, expected: Outcome) -> None:
        """Eleven months are not a year, twelve are."""
        decision = unemployment.eligibility(of_months(months), on=ON, **KNOWN)

        assert expected is decision.outcome
        assert (decision.conditions[0].required, decision.conditions[0].actual) == (12, months)

    def test_the_year_need_not_be_continuous(self) -> None:
        """Every second month over two years is a year."""
        scattered = [
            paid(f"{year}-{month:02}") for year in (2023, 2024) for month in range(1, 12, 2)
        ]

        assert unemployment.eligibility(record(*scattered), on=ON, **KNOWN).outcome is ELIGIBLE

    def test_areas_add_up(self) -> None:
        """Half a year in one province and half a year in another are a year (第五十二条)."""
        history = record(
            paid("2024-01", "2024-06", area="130100"), paid("2025-01", "2025-06", area="310000")
        )

        for area in (None, "130100", "310000"):
            decision = unemployment.eligibility(history, on=ON, area=area, **KNOWN)
            assert decision.outcome is ELIGIBLE

    def test_a_month_in_two_places_is_one_month(self) -> None:
        """Twelve payments for six months are six months."""
        history = record(
            paid("2025-01", "2025-06", area="130100"), paid("2025-01", "2025-06", area="310000")
        )

        assert entitled(history).contribution_months.months == 6

    def test_arrears_are_no_paid_months(self) -> None:
        """缴费义务 was not performed for months in arrears; once settled they count."""
        unpaid = record(paid("2025-01", "2025-11"), paid("2025-12", status=PaymentStatus.ARREARS))
        settled = record(
            paid("2025-01", "2025-11"),
            paid(
                "2025-12",
                status=PaymentStatus.BACK_PAID,
                declared_on=date(2026, 1, 10),
                settled_on=ON,
            ),
        )

        assert [
            unemployment.eligibility(each, on=ON, **KNOWN).outcome for each in (unpaid, settled)
        ] == [INELIGIBLE, ELIGIBLE]

    def test_months_known_by_their_number(self) -> None:
        """Ten to twelve months leave the year open, and the record is what is missing."""
        history = record(paid("2025-01", "2025-12", count=(10, 12)))
        decision = unemployment.eligibility(history, on=ON, **KNOWN)

        assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("history"),))
        assert decision.value is not None
        assert decision.value.maximum_months is None

    def test_other_kinds_do_not_count(self) -> None:
        """Pension months are no unemployment months."""
        history = record(ContributionPeriod(PENSION, MonthSpan("2015-01", "2025-12")))

        assert unemployment.eligibility(history, on=ON, **KNOWN).outcome is INELIGIBLE


class TestFacts:
    """How employment ended, and registration."""

    @pytest.mark.parametrize("separation", Separation)
    def test_only_an_end_against_ones_will(self, separation: Separation) -> None:
        """What 人社部令第13号 第十三条 lists is involuntary; leaving of one's own will is not."""
        decision = unemployment.eligibility(
            of_months(12), on=ON, separation=separation, registered=True
        )

        assert separation in INVOLUNTARY + VOLUNTARY
        assert decision.outcome is (ELIGIBLE if separation in INVOLUNTARY else INELIGIBLE)

    @pytest.mark.parametrize(("registered", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE)])
    def test_registration_and_seeking_work(self, registered: bool, expected: Outcome) -> None:
        """Without registration there is no benefit."""
        decision = unemployment.eligibility(
            of_months(12), on=ON, separation=Separation.DISMISSED, registered=registered
        )

        assert expected is decision.outcome

    def test_both_unknown_are_both_missing(self) -> None:
        """After a year of months it depends on both; each no decides alone."""
        decision = unemployment.eligibility(of_months(12), on=ON)

        assert decision.outcome is UNDETERMINED
        assert decision.missing == (
            Missing(
                "separation",
                would=((Separation.INVOLUNTARY, UNDETERMINED), (Separation.VOLUNTARY, INELIGIBLE)),
            ),
            Missing("registered", would=((True, UNDETERMINED), (False, INELIGIBLE))),
        )
        assert len(decision.alternatives) == 4

    @pytest.mark.parametrize(
        ("given", "missing", "would"),
        [
            (
                {"registered": True},
                "separation",
                ((Separation.INVOLUNTARY, ELIGIBLE), (Separation.VOLUNTARY, INELIGIBLE)),
            ),
            (
                {"separation": Separation.EXPELLED},
                "registered",
                ((True, ELIGIBLE), (False, INELIGIBLE)),
            ),
        ],
    )
    def test_one_unknown_is_missing_with_what_it_would_give(
        self, given: dict[str, Any], missing: str, would: tuple[tuple[Fact, Outcome], ...]
    ) -> None:
        """With the other fact given, the missing one decides."""
        decision = unemployment.eligibility(of_months(12), on=ON, **given)

        assert decision.missing == (Missing(missing, would=would),)

    @pytest.mark.parametrize("separation", VOLUNTARY)
    def test_leaving_at_will_decides_whatever_else_is_unknown(self, separation: Separation) -> None:
        """Registration would change nothing, so it is not missing."""
        decision = unemployment.eligibility(of_months(12), on=ON, separation=separation)

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())
        failed = [each.reason for each in decision.conditions if each.verdict is NOT_MET]
        assert Reason.UNEMPLOYMENT_INVOLUNTARY in failed

    def test_too_few_months_decide_whatever_else_is_unknown(self) -> None:
        """With eleven months neither fact is missing; the months are said to be short."""
        decision = unemployment.eligibility(of_months(11), on=ON)

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())
        assert decision.conditions[0].reason is Reason.UNEMPLOYMENT_MONTHS
        assert decision.conditions[0].verdict is NOT_MET

    def test_all_three_are_said_where_all_fail(self) -> None:
        """Every condition is evaluated, not only the first."""
        decision = unemployment.eligibility(
            record(), on=ON, separation=Separation.RESIGNED, registered=False
        )

        assert [each.verdict for each in decision.conditions] == [NOT_MET] * 3
        assert {each.citation and each.citation.article for each in decision.conditions} == {
            "第四十五条"
        }


class TestDrawnBefore:
    """令第13号 第十四条: after benefit was drawn contribution time counts anew."""

    @pytest.mark.parametrize(
        ("drawn_until", "months", "expected"),
        [
            (None, 36, ELIGIBLE),
            ("2024-12", 12, ELIGIBLE),
            (date(2024, 12, 31), 12, ELIGIBLE),
            (YearMonth(2025, 1), 11, INELIGIBLE),
            ("2026-01", 0, INELIGIBLE),
        ],
    )
    def test_months_up_to_the_last_drawing_count_no_more(
        self, drawn_until: MonthLike | None, months: int, expected: Outcome
    ) -> None:
        """Of 2023 to 2025, only the months after the last month of benefit count."""
        decision = unemployment.eligibility(of_months(36), on=ON, drawn_until=drawn_until, **KNOWN)

        assert expected is decision.outcome
        assert decision.value is not None
        assert decision.value.contribution_months.months == months

    def test_the_months_of_benefit_restart_too(self) -> None:
        """Ten years with a drawing in between give the months of what came after it."""
        assert entitled(of_months(120)).maximum_months == 24
        assert entitled(of_months(120), drawn_until="2023-12").maximum_months == 12

    def test_a_span_known_by_its_number_is_cut(self) -> None:
        """Of 20 months in two years, 8 to 12 lie in the second one."""
        history = record(paid("2024-01", "2025-12", count=20))
        found = entitled(history, drawn_until="2024-12").contribution_months

        assert (found.at_least, found.at_most) == (8, 12)


class TestMonthsOfBenefit:
    """National months are maxima; the months themselves are graded by places."""

    def test_national_maxima_for_every_number_of_months(self) -> None:
        """At most 12 months from one year, 18 from five, 24 from ten, none below a year."""
        assert {m: by_whole_years(m) for m in range(481)} == {
            m: entitled(of_months(m)).maximum_months for m in range(481)
        }

    def test_the_grading_of_hebei_for_every_number_of_months(self) -> None:
        """Three months a year up to four years, then one a year, 24 from sixteen years on."""
        assert {m: by_hebei(m) for m in range(481)} == {
            m: entitled(of_months(m), "130100").benefit_months for m in range(481)
        }

    def test_the_grading_never_exceeds_the_maxima(self) -> None:
        """No place grants more than the nation allows."""
        for months in range(481):
            value = entitled(of_months(months), "130000")
            assert value.benefit_months is not None
            assert value.maximum_months is not None
            assert value.benefit_months <= value.maximum_months

    @pytest.mark.parametrize("area", [None, "320000", "310000", "410300", "999999"])
    def test_where_the_grading_is_not_known_no_months_are_given(self, area: str | None) -> None:
        """National maxima never take the place of an unknown grading."""
        value = entitled(of_months(60), area)

        assert (value.maximum_months, value.benefit_months, value.grading) == (18, None, None)

    @pytest.mark.parametrize("area", ["130000", "130100", "130102", "130638"])
    def test_the_places_of_hebei_follow_the_province(self, area: str) -> None:
        """Five years give 13 months there, by a rule that was read second hand."""
        value = entitled(of_months(60), area)

        assert (value.maximum_months, value.benefit_months) == (18, 13)
        assert value.grading is not None
        assert (value.grading.area, value.grading.evidence) == ("130000", Evidence.SECONDARY)

    def test_before_the_grading_of_hebei_is_known(self) -> None:
        """Before 2015-03 the table of Hebei was not read, so no months are given."""
        history = record(paid("2005-01", "2014-12"))
        found = [
            unemployment.eligibility(history, on=on, area="130100", **KNOWN).value
            for on in (date(2015, 2, 28), date(2015, 3, 1))
        ]

        assert [each and each.benefit_months for each in found] == [None, 18]

    def test_with_official_law_alone_the_grading_of_hebei_is_unknown(self) -> None:
        """The condition is official; the grading, secondary, is then not given."""
        decision = unemployment.eligibility(
            of_months(60), on=ON, area="130100", law=shipped().at_least("official"), **KNOWN
        )

        assert (decision.outcome, decision.evidence) == (ELIGIBLE, Evidence.OFFICIAL)
        assert decision.value is not None
        assert decision.value.benefit_months is None

    def test_bounds_in_one_band_fix_the_months(self) -> None:
        """From 60 to 70 months the maximum is 18; by Hebei 13 or, from 72 on, 14."""
        history = record(paid("2018-01", "2025-12", count=(60, 70)))
        across = record(paid("2018-01", "2025-12", count=(60, 72)))

        assert [entitled(history, "130100").maximum_months, entitled(across).maximum_months] == [
            18,
            18,
        ]
        assert entitled(history, "130100").benefit_months == 13
        assert entitled(across, "130100").benefit_months is None

    def test_a_grading_of_the_caller(self) -> None:
        """What a user knows of Jiangsu is used there and nowhere else."""
        law = shipped().replacing(
            parameters.UNEMPLOYMENT_BENEFIT_BANDS, [[12, 3], [24, 6]], area="320000"
        )

        assert [
            entitled(of_months(30), area, law=law).benefit_months
            for area in ("320000", "320105", "310000")
        ] == [6, 6, None]

    def test_a_grading_never_exceeds_what_law_allows(self) -> None:
        """A place that would grant 20 months for five years grants the 18 of the statute."""
        law = shipped().replacing(
            parameters.UNEMPLOYMENT_BENEFIT_BANDS, [[12, 3], [60, 20]], area="320000"
        )

        assert [
            entitled(of_months(months), "320000", law=law).benefit_months for months in (60, 120)
        ] == [18, 20]

    def test_a_grading_where_the_maxima_are_not_known(self) -> None:
        """Before 1999 no maxima are known that would lower what a caller says."""
        law = shipped().replacing(parameters.UNEMPLOYMENT_BENEFIT_BANDS, [[12, 20]], area="320000")
        decision = unemployment.eligibility(
            record(paid("1990-01", "1997-12")), on=date(1998, 1, 1), area="320000", law=law
        )

        assert decision.alternatives[0].decision.value is not None
        assert decision.alternatives[0].decision.value.benefit_months == 20

    @given(months=st.integers(0, 1000))
    def test_a_band_is_the_highest_one_reached(self, months: int) -> None:
        """The months that a band gives are those of the last start that is not above."""
        reached = [given for start, given in NATIONAL if start <= months]

        assert band_of(months, NATIONAL) == (reached[-1] if reached else 0)


class TestLawAndArguments:
    """Dates of law, and what is refused."""

    def test_before_the_regulation_of_1999_it_is_open(self) -> None:
        """The year is not known as law then: the parameter is missing, and no months are given."""
        history = record(paid("1990-01", "1998-12"))
        decision = unemployment.eligibility(history, on=date(1999, 1, 21), **KNOWN)

        assert (decision.outcome, decision.missing) == (
            UNDETERMINED,
            (Missing("unemployment.minimum_months", "100000"),),
        )
        assert decision.value is not None
        assert decision.value.maximum_months is None

    def test_an_unknown_place_is_named(self) -> None:
        """The missing parameter names the place that was asked for."""
        decision = unemployment.eligibility(record(), on=date(1999, 1, 21), area="110000", **KNOWN)

        assert decision.missing == (Missing("unemployment.minimum_months", "110000"),)

    @pytest.mark.parametrize(
        ("on", "law"),
        [(date(1999, 1, 22), "失业保险条例"), (date(2011, 7, 1), "中华人民共和国社会保险法")],
    )
    def test_the_law_of_the_day_is_cited(self, on: date, law: str) -> None:
        """The Regulation of 1999, since 2011-07 the Social Insurance Law."""
        decision = unemployment.eligibility(record(paid("1997-01", "1998-12")), on=on, **KNOWN)

        assert decision.outcome is ELIGIBLE
        assert {
            each.citation.instrument.title_zh for each in decision.conditions if each.citation
        } == {law}

    def test_separation_is_a_term(self) -> None:
        """A text is refused, with the terms that there are."""
        with pytest.raises(RuleError) as caught:
            unemployment.eligibility(of_months(12), on=ON, separation=cast("Any", "fired"))

        (fault,) = caught.value.faults
        assert (fault.field, fault.value, fault.problem) == (
            "separation",
            "fired",
            "is no Separation",
        )
        assert "CONTRACT_ENDED" in fault.expected

    def test_the_last_month_of_benefit_is_a_month(self) -> None:
        """A number is no month."""
        with pytest.raises(MonthError) as caught:
            unemployment.eligibility(of_months(12), on=ON, drawn_until=cast("Any", 202412))

        assert str(caught.value).startswith("drawn_until: 202412 is of type int; expected a month")

    def test_on_is_a_day_and_area_a_code(self) -> None:
        """A month is no day, a name no code."""
        with pytest.raises(MonthError, match="on: '2026-01' is of type str"):
            unemployment.eligibility(of_months(12), on=cast("Any", "2026-01"))
        with pytest.raises(RuleError, match="area: 'Hebei' is not an area code"):
            unemployment.eligibility(of_months(12), on=ON, area="Hebei")

    def test_a_text_is_no_truth_value(self) -> None:
        """``"no"`` is refused: it would be read as registered."""
        with pytest.raises(RuleError, match="registered: 'no' is no truth value; expected True"):
            unemployment.eligibility(
                of_months(12),
                on=ON,
                separation=Separation.DISMISSED,
                registered=cast("Any", "no"),
            )
