"""Ways out of too few months by example: extension, one sum, refund, and what leaves them open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, cast

import pytest

from shebao import (
    PENSION,
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
    RetirementCategory,
    RuleError,
    Scheme,
    Sex,
    Verdict,
    YearMonth,
    explain,
    passage,
    shortfall,
)
from shebao.law import Law, parameters, shipped
from shebao.rules.shortfall import WayOut

MALE, F55, F50, F60 = RetirementCategory
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
DAY = timedelta(1)

#: He is 60 on 2024-06-03, before any delay, and needs 180 months.
MAN = Person(birth=date(1964, 6, 3), sex=Sex.MALE)
AT_SIXTY = date(2024, 6, 3)
#: He is 60 on 2019-06-03.
ELDER = Person(birth=date(1959, 6, 3), sex=Sex.MALE)
#: He would be 60 in 2029-09, waits fifteen months, to 2030-12-18, and needs 186 months.
LATER = Person(birth=date(1969, 9, 18), sex=Sex.MALE)
HISTORY = (Missing("history"),)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def paid(first: str, last: str, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months, paid by an employer unless facts say otherwise."""
    return ContributionPeriod(PENSION, MonthSpan(first, last), **facts)


def until(last: str, months: int) -> ContributionHistory:
    """Some paid months up to a last one."""
    end = YearMonth.parse(last)
    return record(ContributionPeriod(PENSION, MonthSpan(end - (months - 1), end)))


def bounded(low: int, high: int) -> ContributionHistory:
    """Months before 2012 of which only the number is known, in bounds."""
    return record(paid("1990-01", "2010-12", count=(low, high)))


def of(decision: Decision[WayOut]) -> WayOut:
    """What goes with an answer that has it."""
    assert decision.value is not None
    return decision.value


def verdict(decision: Decision[Any], reason: Reason) -> Verdict:
    """What became of a condition."""
    (found,) = [each for each in decision.conditions if each.reason is reason]
    return found.verdict


#: Paid before the statute came on 2011-07-01.
EIGHT_YEARS = paid("2000-01", "2007-12")
FIVE_YEARS = paid("2000-01", "2004-12")


def outcomes(ways: shortfall.Ways) -> list[Outcome]:
    """What each way was answered, in their order."""
    found = (ways.extension, ways.lump_sum, ways.into_resident, ways.refund)
    return [each.outcome for each in found]


class TestExtension:
    """延长缴费: at the age, with too few months, one may go on paying (令第13号 第二条)."""

    @pytest.mark.parametrize(("months", "expected"), [(179, ELIGIBLE), (180, INELIGIBLE)])
    def test_for_who_has_not_fifteen_years_at_the_age(self, months: int, expected: Outcome) -> None:
        """累计缴费不足十五年: 179 months are too few, 180 are enough."""
        decision = shortfall.extension(MAN, until("2024-06", months), on=AT_SIXTY)

        assert expected is decision.outcome

    @pytest.mark.parametrize(
        ("on", "expected"), [(AT_SIXTY - DAY, INELIGIBLE), (AT_SIXTY, ELIGIBLE)]
    )
    def test_from_the_day_of_the_age(self, on: date, expected: Outcome) -> None:
        """达到法定退休年龄时: not the day before, and the answer names the day."""
        decision = shortfall.extension(MAN, until("2024-06", 100), on=on)

        assert expected is decision.outcome
        assert AT_SIXTY == of(decision).earliest

    def test_the_month_in_which_the_minimum_is_reached(self) -> None:
        """Eighteen months short in 2024-06, paying on each month: 2025-12."""
        value = of(shortfall.extension(MAN, until("2024-06", 162), on=AT_SIXTY))

        assert WayOut(AT_SIXTY, 18, YearMonth(2025, 12)) == value

    def test_months_paid_after_the_age_shorten_it(self) -> None:
        """Of the eighteen missing in 2024-06 six are paid by 2024-12: twelve stay, to 2025-12."""
        history = record(*until("2024-06", 162), paid("2024-07", "2024-12"))
        value = of(shortfall.extension(MAN, history, on=date(2024, 12, 20)))

        assert WayOut(AT_SIXTY, 12, YearMonth(2025, 12)) == value

    def test_before_the_age_the_minimum_may_come_first(self) -> None:
        """Five months short a year before the age: they are paid by then, on 2023-11."""
        value = of(shortfall.extension(MAN, until("2023-06", 175), on=date(2023, 6, 3)))

        assert YearMonth(2023, 11) == value.complete

    def test_the_minimum_is_that_of_the_statutory_year(self) -> None:
        """办法 第二条: who reaches the age in 2030 needs 186 months, asked in 2035 too."""
        history = until("2030-12", 183)
        found = [
            of(shortfall.extension(LATER, history, on=day)).short_by
            for day in (date(2030, 12, 18), date(2035, 1, 9))
        ]

        assert [3, 3] == found

    @pytest.mark.parametrize(
        ("on", "months", "expected"),
        [
            (date(2030, 12, 18), 183, Evidence.OFFICIAL),
            (date(2031, 1, 9), 183, Evidence.UNVERIFIED),
            (date(2031, 1, 9), 191, Evidence.UNVERIFIED),
            (date(2031, 1, 9), 192, Evidence.OFFICIAL),
            (date(1995, 1, 9), 0, Evidence.OFFICIAL),
        ],
    )
    def test_no_text_says_which_year_holds(self, on: date, months: int, expected: Evidence) -> None:
        """In 2031 it is 186 or 192 months: unverified, unless the record reaches both."""
        history = record(paid("2000-01", "2029-12", count=months)) if months else record()
        decision = shortfall.extension(LATER, history, on=on)

        assert expected is decision.evidence

    @pytest.mark.parametrize(
        ("low", "high", "expected", "short_by"),
        [
            (170, 179, ELIGIBLE, 10),
            (170, 180, UNDETERMINED, 10),
            (179, 200, UNDETERMINED, 1),
            (181, 200, INELIGIBLE, 0),
        ],
    )
    def test_bounds_decide_where_they_can(
        self, low: int, high: int, expected: Outcome, short_by: int
    ) -> None:
        """Bounds across 180 months leave the record to be read; the shortfall is the largest."""
        decision = shortfall.extension(MAN, bounded(low, high), on=AT_SIXTY)

        assert (expected, short_by) == (decision.outcome, of(decision).short_by)
        assert (HISTORY if expected is UNDETERMINED else ()) == decision.missing

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 5, 31), INELIGIBLE),
            (date(2024, 6, 1), UNDETERMINED),
            (date(2024, 6, 29), UNDETERMINED),
            (date(2024, 6, 30), ELIGIBLE),
        ],
    )
    def test_a_month_of_birth_without_a_day(self, on: date, expected: Outcome) -> None:
        """Born in 1964-06, the age is certain on the last day of 2024-06."""
        man = Person(birth=YearMonth(1964, 6), sex=Sex.MALE)
        decision = shortfall.extension(man, until("2024-05", 100), on=on)

        assert expected is decision.outcome
        assert date(2024, 6, 30) == of(decision).earliest
        assert ((Missing("birth"),) if expected is UNDETERMINED else ()) == decision.missing

    def test_a_woman_of_unknown_category_is_both(self) -> None:
        """Born 1970-06-03 she is 50 on 2020-06-03, on the other track 55 on 2025-08-03."""
        woman = Person(birth=date(1970, 6, 3), sex=Sex.FEMALE)
        history = until("2019-12", 100)
        between, after = (
            shortfall.extension(woman, history, on=day)
            for day in (date(2025, 8, 2), date(2025, 8, 3))
        )
        track = Missing("retirement_category", would=((F55, INELIGIBLE), (F50, ELIGIBLE)))

        assert (UNDETERMINED, (track,)) == (between.outcome, between.missing)
        assert (ELIGIBLE, None) == (after.outcome, after.value)

    @pytest.mark.parametrize(
        ("applied", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_a_woman_of_rank_may_have_applied(
        self, applied: bool | None, expected: Outcome
    ) -> None:
        """Born 1965-06-03 she is 55 on 2020-06-03 if she applied (组通字〔2015〕14号 二), else 60 later."""
        woman = Person(
            birth=date(1965, 6, 3),
            sex=Sex.FEMALE,
            retirement_category=F60,
            retires_on_application=applied,
        )
        decision = shortfall.extension(woman, until("2019-12", 100), on=AT_SIXTY)
        named = [each.name for each in decision.missing]

        assert expected is decision.outcome
        assert (["retires_on_application"] if applied is None else []) == named

    def test_months_as_a_resident_do_not_count(self) -> None:
        """人社部发〔2014〕17号 第五条: years of the residents' scheme are neither added nor converted."""
        resident = paid("2009-07", "2024-06", scheme=Scheme.RESIDENT)
        decision = shortfall.extension(MAN, record(resident), on=AT_SIXTY)

        assert (ELIGIBLE, 180) == (decision.outcome, of(decision).short_by)


class TestLumpSum:
    """一次性缴费: insured before the statute, five years extended, and still short (第二条)."""

    def test_two_years_at_once_after_five_of_extension(self) -> None:
        """Eight years at 60 and five more are thirteen: what is left, two years, is paid at once."""
        history = record(EIGHT_YEARS, paid("2019-07", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))

        assert (ELIGIBLE, 24) == (decision.outcome, of(decision).short_by)

    @pytest.mark.parametrize(
        ("first", "expected"), [("2011-06", ELIGIBLE), ("2011-07", INELIGIBLE)]
    )
    def test_only_who_was_insured_before_the_statute(self, first: str, expected: Outcome) -> None:
        """社会保险法实施前参保: with 2011-06 as the first month, not with 2011-07."""
        decision = shortfall.lump_sum(ELDER, record(paid(first, "2024-06")), on=date(2024, 6, 3))

        assert expected is decision.outcome
        assert (None if expected is INELIGIBLE else date(2024, 6, 1)) == of(decision).earliest

    @pytest.mark.parametrize(
        ("settled_on", "expected"), [(date(2011, 6, 30), MET), (date(2011, 7, 1), NOT_MET)]
    )
    def test_the_first_money_arrived_by_the_last_day_before(
        self, settled_on: date, expected: Verdict
    ) -> None:
        """2011年6月30日及以前已申报参加并缴纳: a month of 2011-06 paid a day later is none."""
        first = paid("2011-06", "2011-06", settled_on=settled_on)
        history = record(first, paid("2011-07", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))

        assert expected is verdict(decision, Reason.LUMP_SUM_ENROLLED)

    def test_one_month_that_may_not_be_there_leaves_it_open(self) -> None:
        """Whether the month of 2011-06 was paid is not known: the record would say."""
        history = record(paid("2011-06", "2011-06", count=(0, 1)), paid("2011-07", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))

        assert UNKNOWN is verdict(decision, Reason.LUMP_SUM_ENROLLED)

    def test_months_bought_back_later_make_nobody_insured_then(self) -> None:
        """Months of 2008 declared and paid in 2015 were not there on 2011-06-30."""
        bought = paid(
            "2008-01",
            "2008-12",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2015, 3, 1),
            settled_on=date(2015, 3, 1),
        )
        history = record(bought, paid("2012-01", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))

        assert NOT_MET is verdict(decision, Reason.LUMP_SUM_ENROLLED)

    def test_being_insured_as_a_resident_is_not_enough(self) -> None:
        """The article speaks of people in the employees' scheme."""
        resident = paid("2010-01", "2010-12", scheme=Scheme.RESIDENT)
        history = record(resident, paid("2012-01", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))

        assert NOT_MET is verdict(decision, Reason.LUMP_SUM_ENROLLED)

    @pytest.mark.parametrize(("last", "expected"), [("2024-05", INELIGIBLE), ("2024-06", ELIGIBLE)])
    def test_sixty_months_after_the_age(self, last: str, expected: Outcome) -> None:
        """延长缴费五年后: 59 months from 2019-07 are too few, 60 are enough."""
        history = record(*until("2019-06", 97), paid("2019-07", last))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 30))

        assert expected is decision.outcome

    def test_the_month_of_the_age_is_no_extension(self) -> None:
        """He is 60 in 2019-06; the first month of the extension is the next one."""
        history = record(FIVE_YEARS, paid("2019-07", "2020-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2020, 6, 3))
        (extended,) = [
            each for each in decision.conditions if each.reason is Reason.LUMP_SUM_EXTENDED
        ]

        assert (60, 12) == (extended.required, extended.actual)

    def test_not_before_the_age(self) -> None:
        """At 59 there is nothing to extend, and the age fails too."""
        decision = shortfall.lump_sum(ELDER, until("2018-06", 97), on=date(2018, 6, 3))

        assert [NOT_MET, MET, MET, NOT_MET] == [each.verdict for each in decision.conditions]

    def test_months_planned_beyond_the_day_are_no_extension_yet(self) -> None:
        """A record that runs to 2026, some of it by number, has no extended month in 2018."""
        planned = paid("2018-01", "2026-12", count=90)
        history = record(*until("2017-12", 85), planned)
        decision = shortfall.lump_sum(ELDER, history, on=date(2018, 6, 3))

        assert NOT_MET is verdict(decision, Reason.LUMP_SUM_EXTENDED)


class TestLumpSumDay:
    """The first day of the one sum, and the month in which it completes the minimum."""

    def test_the_exact_first_day(self) -> None:
        """The sixtieth month is 2024-06: no on 2024-05-31, yes on 2024-06-01, and it is named."""
        history = record(EIGHT_YEARS, paid("2019-07", "2024-06"))
        found = [
            shortfall.lump_sum(ELDER, history, on=day)
            for day in (date(2024, 5, 31), date(2024, 6, 1))
        ]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert [(date(2024, 6, 1), YearMonth(2024, 6))] * 2 == [
            (of(each).earliest, of(each).complete) for each in found
        ]

    def test_asked_before_the_age_it_takes_contributions_to_go_on(self) -> None:
        """Two years before 60, with 90 months: 174 after five years of extension, then one sum."""
        value = of(shortfall.lump_sum(ELDER, until("2017-06", 90), on=date(2017, 6, 3)))

        assert WayOut(date(2024, 6, 1), 90, YearMonth(2024, 6)) == value

    def test_a_break_in_the_extension_moves_it(self) -> None:
        """One of the sixty months left out: the sixtieth is 2024-07."""
        history = record(FIVE_YEARS, paid("2019-07", "2020-06"), paid("2020-08", "2023-06"))
        value = of(shortfall.lump_sum(ELDER, history, on=date(2023, 6, 20)))

        assert (date(2024, 7, 1), YearMonth(2024, 7)) == (value.earliest, value.complete)

    def test_asked_long_after_it_stays_where_it_was(self) -> None:
        """Open since 2024-06-01 and asked in 2026-03: the sum completes the minimum then."""
        history = record(FIVE_YEARS, paid("2019-07", "2025-06"))
        value = of(shortfall.lump_sum(ELDER, history, on=date(2026, 3, 9)))

        assert WayOut(date(2024, 6, 1), 48, YearMonth(2026, 3)) == value

    def test_a_month_unpaid_since_does_not_move_it(self) -> None:
        """The sixtieth month is 2024-06; that 2024-07 is not paid changes nothing."""
        history = record(FIVE_YEARS, paid("2019-07", "2024-06"))
        value = of(shortfall.lump_sum(ELDER, history, on=date(2024, 7, 5)))

        assert WayOut(date(2024, 6, 1), 60, YearMonth(2024, 7)) == value

    @pytest.mark.parametrize(("months", "earliest"), [(119, date(2024, 6, 1)), (120, None)])
    def test_never_where_the_extension_reaches_the_minimum(
        self, months: int, earliest: date | None
    ) -> None:
        """Sixty months short at 60, the extension ends with nothing left to pay at once."""
        value = of(shortfall.lump_sum(ELDER, until("2019-06", months), on=date(2019, 6, 3)))

        assert earliest == value.earliest
        assert (None if earliest is None else YearMonth(2024, 6)) == value.complete

    def test_no_longer_once_the_minimum_is_reached(self) -> None:
        """Who has the months needs no sum, though the five years are over."""
        history = record(*until("2019-06", 100), paid("2019-07", "2026-02"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2026, 3, 9))

        assert (INELIGIBLE, WayOut(None, 0, None)) == (decision.outcome, decision.value)

    def test_without_extension_the_day_of_the_age(self) -> None:
        """Under a law that asks for no extension the sum is open on the birthday itself."""
        law = shipped().replacing(
            parameters.PENSION_LUMP_SUM,
            {"enrolled_before": date(2011, 7, 1), "extension_months": 0},
        )
        history = until("2019-06", 100)
        found = [
            shortfall.lump_sum(ELDER, history, on=day, law=law)
            for day in (date(2019, 6, 2), date(2019, 6, 3))
        ]

        assert [INELIGIBLE, ELIGIBLE] == [each.outcome for each in found]
        assert [date(2019, 6, 3)] * 2 == [of(each).earliest for each in found]


class TestLumpSumOpen:
    """Where the record or the law leaves the one sum open."""

    def test_whether_insured_before_may_depend_on_which_months(self) -> None:
        """Of the 90 months from 2005-07 to 2019-06 none or 72 lie before 2011-07."""
        history = record(paid("2005-07", "2019-06", count=90), paid("2019-07", "2024-06"))
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 6, 3))
        (enrolled,) = [
            each for each in decision.conditions if each.reason is Reason.LUMP_SUM_ENROLLED
        ]

        assert (UNKNOWN, date(2011, 7, 1), (0, 72)) == (
            enrolled.verdict,
            enrolled.required,
            enrolled.actual,
        )
        assert (UNDETERMINED, HISTORY) == (decision.outcome, decision.missing)
        assert WayOut(None, 30, None) == decision.value

    def test_whether_extended_long_enough_may_depend_on_which_months(self) -> None:
        """58 to 62 months after the age: open, and two more months make it certain."""
        extension = paid("2019-07", "2024-09", count=(58, 62))
        history = record(EIGHT_YEARS, extension)
        decision = shortfall.lump_sum(ELDER, history, on=date(2024, 9, 20))

        assert (UNDETERMINED, HISTORY) == (decision.outcome, decision.missing)
        assert (date(2024, 11, 1), YearMonth(2024, 11)) == (
            of(decision).earliest,
            of(decision).complete,
        )

    @pytest.mark.parametrize(
        ("birth", "is_known"),
        [("1951-06", True), ("1951-07", True), ("1968-12", True), ("1969-01", False)],
    )
    def test_by_the_month_of_the_age(self, birth: str, is_known: bool) -> None:
        """Known for ages reached to 2029-12 (born 1968-12), those before 2011-07 among them."""
        man = Person(birth=YearMonth.parse(birth), sex=Sex.MALE)
        reached = man.birth_month + 720
        history = record(
            ContributionPeriod(PENSION, MonthSpan(reached - 50, reached)),
            ContributionPeriod(PENSION, MonthSpan(reached + 1, reached + 90)),
        )
        decision = shortfall.lump_sum(man, history, on=(reached + 120).first_day)
        missing = () if is_known else (Missing("pension.lump_sum", "100000"),)

        assert missing == decision.missing
        assert is_known is (decision.outcome is not UNDETERMINED)

    def test_an_open_law_has_no_day(self) -> None:
        """From 2030 on nobody says who may pay at once: no day, no month, the place is named."""
        history = until("2030-12", 100)
        decision = shortfall.lump_sum(LATER, history, on=date(2031, 1, 9), area="130100")

        assert WayOut(None, 86, None) == decision.value
        assert (Missing("pension.lump_sum", "130100"),) == decision.missing

    def test_enough_months_decide_without_the_law(self) -> None:
        """Who has 186 months in 2030 needs no sum, whatever the rule is."""
        decision = shortfall.lump_sum(LATER, until("2030-12", 186), on=date(2031, 1, 9))

        assert (INELIGIBLE, ()) == (decision.outcome, decision.missing)


class TestRefund:
    """终止关系: on a written request the account is paid out (第三条第二款)."""

    @pytest.mark.parametrize(
        ("requested", "expected"), [(True, ELIGIBLE), (False, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_on_a_written_request(self, requested: bool | None, expected: Outcome) -> None:
        """个人可以书面申请: nobody is paid out unasked, and an unknown request is missing."""
        decision = shortfall.refund(MAN, until("2024-06", 78), on=AT_SIXTY, requested=requested)

        assert expected is decision.outcome
        assert ((Missing("requested"),) if requested is None else ()) == decision.missing

    @pytest.mark.parametrize(("months", "expected"), [(179, ELIGIBLE), (180, INELIGIBLE)])
    def test_only_below_fifteen_years(self, months: int, expected: Outcome) -> None:
        """累计缴费不足十五年 draws the line at 180 months."""
        history = until("2024-06", months)

        assert expected is shortfall.refund(MAN, history, on=AT_SIXTY, requested=True).outcome

    @pytest.mark.parametrize(
        ("on", "expected"), [(AT_SIXTY - DAY, INELIGIBLE), (AT_SIXTY, ELIGIBLE)]
    )
    def test_not_before_the_age(self, on: date, expected: Outcome) -> None:
        """达到法定退休年龄后: from the birthday in the month of the age."""
        decision = shortfall.refund(MAN, until("2024-06", 78), on=on, requested=True)

        assert expected is decision.outcome

    def test_no_way_leads_on_from_a_refund(self) -> None:
        """The months are lost: no month completes anything, and what is missing is still said."""
        decision = shortfall.refund(MAN, until("2024-06", 78), on=AT_SIXTY, requested=True)

        assert WayOut(AT_SIXTY, 102, None) == decision.value

    @pytest.mark.parametrize(
        ("months", "expected"),
        [(179, ELIGIBLE), (180, UNDETERMINED), (185, UNDETERMINED), (186, INELIGIBLE)],
    )
    def test_from_2030_fifteen_years_are_not_the_minimum(
        self, months: int, expected: Outcome
    ) -> None:
        """The rules still print fifteen years; between them and 186 months nothing is known."""
        history = until("2030-12", months)
        decision = shortfall.refund(LATER, history, on=date(2030, 12, 18), requested=True)
        open_rule = (Missing("pension.refund_below_months", "100000"),)

        assert expected is decision.outcome
        assert (open_rule if expected is UNDETERMINED else ()) == decision.missing

    def test_a_text_is_no_request(self) -> None:
        """``"no"`` is refused: it would be read as yes."""
        with pytest.raises(RuleError, match="requested: 'no' is no truth value"):
            shortfall.refund(MAN, until("2024-06", 78), on=AT_SIXTY, requested=cast("Any", "no"))


class TestWays:
    """All ways at once."""

    @pytest.mark.parametrize("requested", [True, False, None])
    @pytest.mark.parametrize("draws_pension", [True, False, None])
    def test_each_way_is_the_answer_to_its_own_question(
        self, requested: bool | None, draws_pension: bool | None
    ) -> None:
        """Each fact goes to the way that asks for it, with the same day, place and law."""
        history = until("2024-06", 78)
        facts: dict[str, Any] = {"on": AT_SIXTY, "area": "130100", "law": shipped()}
        found = shortfall.ways(
            MAN, history, requested=requested, draws_pension=draws_pension, **facts
        )
        expected = shortfall.Ways(
            shortfall.extension(MAN, history, **facts),
            shortfall.lump_sum(MAN, history, **facts),
            passage.into_resident(MAN, history, draws_pension=draws_pension, **facts),
            shortfall.refund(MAN, history, requested=requested, **facts),
        )

        assert expected == found

    def test_none_is_open_to_who_has_the_months(self) -> None:
        """With 180 months at 60 there is no shortfall and no way out of it."""
        history = until("2024-06", 180)
        found = shortfall.ways(MAN, history, on=AT_SIXTY, requested=True, draws_pension=False)

        assert [INELIGIBLE] * 4 == outcomes(found)

    def test_days_before_the_rules_are_open_and_no_error(self) -> None:
        """On 2014-06-30 the measures of passage were not in force; a refund had its rule."""
        man = Person(birth=date(1954, 6, 3), sex=Sex.MALE)
        found = shortfall.ways(
            man, until("2014-06", 78), on=date(2014, 6, 30), requested=True, draws_pension=False
        )
        expected = (Missing("passage.minimum_months", "100000"),)

        assert (expected, ELIGIBLE) == (found.into_resident.missing, found.refund.outcome)


class TestPlace:
    """A rule of a place holds there and nowhere else."""

    LAW: Final = (
        shipped()
        .replacing(parameters.PENSION_MINIMUM_MONTHS, {"months": 150}, area="130000")
        .replacing(parameters.PASSAGE_MINIMUM_MONTHS, 120, area="130000")
        .replacing(parameters.PENSION_REFUND_MONTHS, 120, area="130000")
        .replacing(
            parameters.PENSION_LUMP_SUM,
            {"enrolled_before": date(2020, 7, 1), "extension_months": 0},
            area="130000",
        )
    )

    @pytest.mark.parametrize(
        ("months", "here", "elsewhere"),
        [
            (160, [INELIGIBLE] * 4, [ELIGIBLE, INELIGIBLE, ELIGIBLE, ELIGIBLE]),
            (
                130,
                [ELIGIBLE, ELIGIBLE, UNDETERMINED, UNDETERMINED],
                [ELIGIBLE, INELIGIBLE, ELIGIBLE, ELIGIBLE],
            ),
        ],
    )
    def test_each_way_follows_the_place(
        self, months: int, here: list[Outcome], elsewhere: list[Outcome]
    ) -> None:
        """A place with 150 months, 120 for a passage, and a sum for whoever was insured by 2020."""
        history = until("2024-06", months)
        found = [
            shortfall.ways(
                MAN,
                history,
                on=AT_SIXTY,
                requested=True,
                draws_pension=False,
                area=area,
                law=self.LAW,
            )
            for area in ("130100", "310000")
        ]

        assert [here, elsewhere] == [outcomes(each) for each in found]

    def test_the_age_of_a_place_is_followed(self) -> None:
        """Where men retire at 55 a shortfall counts from then."""
        law = shipped().replacing(
            parameters.RETIREMENT_SCHEDULE[MALE],
            {"original_age_months": 660, "cap_months": 0},
            area="130000",
        )
        history = until("2019-05", 100)
        found = [
            shortfall.extension(MAN, history, on=date(2019, 6, 3), area=area, law=law).outcome
            for area in ("130100", None)
        ]

        assert [ELIGIBLE, INELIGIBLE] == found


class TestUnknownLaw:
    """People whose age or minimum was reached before the law that is known."""

    @pytest.mark.parametrize(
        ("birth", "reasons", "parameter"),
        [
            (
                "1936-01",
                [(Reason.PENSION_AGE, MET), (Reason.PENSION_MONTHS, UNKNOWN)],
                "pension.minimum_months",
            ),
            (
                "1917-01",
                [(Reason.PENSION_AGE, UNKNOWN), (Reason.PENSION_MONTHS, UNKNOWN)],
                "retirement.schedule.male",
            ),
        ],
    )
    def test_they_are_open_and_say_what_is_not_known(
        self, birth: str, reasons: list[tuple[Reason, Verdict]], parameter: str
    ) -> None:
        """At 60 in 1996 the minimum is not known, in 1977 not even the age."""
        man = Person(birth=YearMonth.parse(birth), sex=Sex.MALE)
        decision = shortfall.extension(man, until("1995-12", 78), on=date(2024, 6, 3))

        assert reasons == [(each.reason, each.verdict) for each in decision.conditions]
        assert (Missing(parameter, "100000"),) == decision.missing
        assert (UNDETERMINED, None) == (decision.outcome, decision.value)


class TestArguments:
    """What is refused."""

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"person": None}, PersonError, "person"),
            ({"history": []}, PeriodError, "history"),
            ({"on": "2024-06-03"}, MonthError, "on"),
            ({"area": "1301"}, RuleError, "area"),
            ({"law": "shipped"}, RuleError, "law"),
        ],
    )
    @pytest.mark.parametrize("way", [shortfall.extension, shortfall.lump_sum, shortfall.refund])
    def test_each_is_named(
        self,
        way: Any,  # noqa: ANN401
        facts: dict[str, Any],
        error: type[Exception],
        field: str,
    ) -> None:
        """Every way refuses what is no person, record, day, place or law, by its name."""
        given = {"person": MAN, "history": until("2024-06", 78), "on": AT_SIXTY, **facts}
        with pytest.raises(error) as caught:
            way(given.pop("person"), given.pop("history"), **given)

        assert field == getattr(caught.value, "field", None)


def told(way: str, months: int, law: Law | None = None, **facts: Any) -> Decision[Any]:  # noqa: ANN401
    """A way's answer for the man with some months at 60."""
    on = facts.pop("on", AT_SIXTY)
    answer: Decision[Any] = getattr(shortfall, way)(
        MAN, until("2024-06", months), on=on, law=law, **facts
    )
    return answer


class TestWords:
    """Each outcome of each way is told in both languages."""

    @pytest.mark.parametrize(
        ("decision", "chinese", "english"),
        [
            (
                told("extension", 100),
                [
                    "能否延长缴费至最低缴费年限（2024-06-03）：符合条件",
                    "缴费月数不足：100；最低：180",
                ],
                ["(2024-06-03): eligible", "fall short: 100; required: 180"],
            ),
            (
                told("extension", 180),
                ["：不符合条件", "[-] 养老保险累计缴费月数不足：180；最低：180"],
                [": ineligible", "[-] months of pension contributions fall short: 180"],
            ),
            (
                told("lump_sum", 200),
                [
                    "能否一次性缴费至最低缴费年限",
                    "2011-07-01 之前已参保",
                    "延长缴费月数：0；最低：60",
                ],
                ["insured before 2011-07-01", "extended contributions after the age: 0"],
            ),
            (
                told("refund", 100),
                ["：尚不能确定", "[?] 本人书面申请终止养老保险关系：不明", "是否已书面申请"],
                [": undetermined", "[?] asked for in writing: not known", "Missing:"],
            ),
            (
                told("refund", 100, requested=True),
                ["：符合条件", "[+] 本人书面申请终止养老保险关系：是"],
                [": eligible", "[+] asked for in writing: yes"],
            ),
        ],
    )
    def test_in_both_languages(
        self, decision: Decision[Any], chinese: list[str], english: list[str]
    ) -> None:
        """The outcome, each number and what is missing stand in the text."""
        for lang, phrases in (("zh", chinese), ("en", english)):
            text = " ".join(line.strip() for line in explain(decision, lang).splitlines())
            assert [] == [each for each in phrases if each not in text]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_law_that_is_not_known_is_named(self, lang: str) -> None:
        """The open rule of the one sum from 2030 on stands under what is missing."""
        decision = shortfall.lump_sum(LATER, until("2030-12", 100), on=date(2031, 1, 9))

        assert "pension.lump_sum" in explain(decision, lang)
