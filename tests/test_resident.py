"""The residents' pension by example: calendar years paid, 60 years of age, no other pension."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Evidence,
    Missing,
    MonthError,
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
    passage,
    resident,
)
from shebao.law import parameters, shipped
from shebao.rules.resident import YearsPaid
from strategies import histories

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
MAN = Person(birth=date(1965, 1, 8), sex=Sex.MALE)


def paid(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Months paid as a resident, for a pension unless facts say otherwise."""
    facts = {"kind": PENSION, "scheme": Scheme.RESIDENT, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


def record(*periods: ContributionPeriod) -> ContributionHistory:
    """A record of periods."""
    return ContributionHistory(periods)


def years(on: date, *periods: ContributionPeriod) -> tuple[int, int]:
    """Years paid up to a day, at least and at most."""
    found = resident.calendar_years_paid(record(*periods), PENSION, on=on)
    return found.at_least, found.at_most


FIFTEEN = record(paid("2010-01", "2024-12"))


class TestYearsPaid:
    """Calendar years, not months."""

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2025, 3, 9), 0), (date(2025, 3, 10), 1), (date(2030, 1, 1), 1)]
    )
    def test_from_the_day_of_payment(self, on: date, expected: int) -> None:
        """Paid on 2025-03-10 for the whole of 2025, the year counts from that day on."""
        period = paid("2025-01", "2025-12", settled_on=date(2025, 3, 10))

        assert (expected, expected) == years(on, period)

    @pytest.mark.parametrize(("on", "expected"), [(date(2024, 12, 31), 0), (date(2025, 1, 1), 1)])
    def test_from_1_january_if_paid_before(self, on: date, expected: int) -> None:
        """Paid in 2024-11 for 2025, the year counts from 1 January 2025."""
        period = paid("2025-01", "2025-12", settled_on=date(2024, 11, 20))

        assert (expected, expected) == years(on, period)

    @pytest.mark.parametrize(("on", "expected"), [(date(2025, 4, 30), 0), (date(2025, 5, 1), 1)])
    def test_without_a_day_from_its_own_month_on(self, on: date, expected: int) -> None:
        """A payment for 2025-05 to 2025-12 whose day is not known counts from 2025-05 on."""
        assert (expected, expected) == years(on, paid("2025-05", "2025-12"))

    def test_once_a_year_however_many_months(self) -> None:
        """One month, two separate months or all twelve are one year, also under two keys."""
        on = date(2026, 1, 1)

        assert years(on, paid("2025-12")) == (1, 1)
        assert years(on, paid("2025-01"), paid("2025-11")) == (1, 1)
        assert years(on, paid("2025-01", "2025-12"), paid("2025-06", area="130100")) == (1, 1)

    def test_every_year_that_a_period_touches(self) -> None:
        """A period from 2023-12 to 2025-01 touches three years; each begins on its own day."""
        period = paid("2023-12", "2025-01")
        days = [
            date(2023, 11, 30),
            date(2023, 12, 1),
            date(2023, 12, 31),
            date(2024, 1, 1),
            date(2025, 1, 1),
        ]

        assert [years(day, period)[0] for day in days] == [0, 1, 1, 2, 3]

    def test_a_payment_afterwards_counts_from_its_day(self) -> None:
        """Years bought back in 2025 count from the day on which the money arrived."""
        period = paid(
            "2020-01",
            "2022-12",
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2025, 5, 1),
            settled_on=date(2025, 6, 2),
        )

        assert [years(date(2025, 6, day), period) for day in (1, 2)] == [(0, 0), (3, 3)]

    def test_a_period_that_is_not_declared_yet_is_absent(self) -> None:
        """A month that enters the ledger on 2025-06-01 is not there the day before."""
        period = paid("2025-01", "2025-12", declared_on=date(2025, 6, 1))

        assert [years(day, period) for day in (date(2025, 5, 31), date(2025, 6, 1))] == [
            (0, 0),
            (1, 1),
        ]

    @pytest.mark.parametrize("scheme", [each for each in Scheme if each is not Scheme.RESIDENT])
    def test_months_of_employment_are_never_mixed_in(self, scheme: Scheme) -> None:
        """人社部发〔2014〕17号: years of the two schemes are neither added nor converted."""
        assert years(date(2026, 1, 1), paid("2025-01", "2025-12", scheme=scheme)) == (0, 0)

    @pytest.mark.parametrize(
        "status", [PaymentStatus.PENDING, PaymentStatus.DEFERRED, PaymentStatus.DEEMED]
    )
    def test_what_is_no_payment_is_no_year(self, status: PaymentStatus) -> None:
        """Only money that was paid makes a year."""
        assert years(date(2026, 1, 1), paid("2025-01", "2025-12", status=status)) == (0, 0)

    def test_another_kind_is_counted_alone(self) -> None:
        """Medical years as a resident are no pension years."""
        history = record(paid("2024-01", "2024-12", kind=MEDICAL), paid("2025-01"))
        on = date(2026, 1, 1)

        assert resident.calendar_years_paid(history, MEDICAL, on=on) == YearsPaid((2024,), (2024,))
        assert resident.calendar_years_paid(history, PENSION, on=on) == YearsPaid((2025,), (2025,))

    def test_months_known_by_their_number_are_still_one_year(self) -> None:
        """Nine of the twelve months of 2024 are the year 2024, wherever they lie."""
        assert years(date(2026, 1, 1), paid("2024-01", "2024-12", count=9)) == (1, 1)

    def test_perhaps_no_month_at_all_is_perhaps_a_year(self) -> None:
        """None to three of the months of 2024 are at most one year and perhaps none."""
        assert years(date(2026, 1, 1), paid("2024-01", "2024-12", count=(0, 3))) == (0, 1)

    def test_over_two_years_the_years_are_bounded(self) -> None:
        """Some of the months of two years touch at most two years; the bounds hold the truth."""
        low, high = years(date(2026, 1, 1), paid("2024-01", "2025-12", count=5))

        assert (low <= 1, high) == (True, 2)

    def test_a_year_known_by_a_number_is_not_certain_while_it_may_lie_ahead(self) -> None:
        """Three of the months of 2025 may be the last three: on 2025-02-01 the year is open."""
        assert years(date(2025, 2, 1), paid("2025-01", "2025-12", count=3)) == (0, 1)

    @given(history=histories(PENSION, with_counts=False), data=st.data())
    def test_the_record_as_of_the_day_gives_the_same_years(
        self, history: ContributionHistory, data: st.DataObject
    ) -> None:
        """What a day sees is what the record as it stood on that day holds."""
        on = data.draw(st.dates(date(1992, 1, 1), date(2037, 1, 1)))

        assert resident.calendar_years_paid(
            history, PENSION, on=on
        ) == resident.calendar_years_paid(history.as_of(on), PENSION, on=on)

    @given(history=histories(PENSION), data=st.data())
    def test_years_never_become_fewer(
        self, history: ContributionHistory, data: st.DataObject
    ) -> None:
        """On a later day at least as many years are paid, and at least is never above at most."""
        on = data.draw(st.dates(date(1992, 1, 1), date(2037, 1, 1)))
        later = on + timedelta(data.draw(st.integers(0, 2000)))
        first, second = (
            resident.calendar_years_paid(history, PENSION, on=day) for day in (on, later)
        )

        assert first.at_least <= first.at_most
        assert (first.at_least <= second.at_least, first.at_most <= second.at_most) == (True, True)


class TestEligibility:
    """国发〔2014〕8号: 60 years of age, 15 years paid, no other basic pension."""

    @pytest.mark.parametrize("person", [MAN, Person(birth=date(1965, 1, 8), sex=Sex.FEMALE)])
    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2025, 1, 7), INELIGIBLE), (date(2025, 1, 8), ELIGIBLE)]
    )
    def test_sixty_for_men_and_women_without_delay(
        self, person: Person, on: date, expected: Outcome
    ) -> None:
        """The delay is for employees: a resident of 1965-01-08 is old enough on 2025-01-08."""
        decision = resident.pension_eligibility(person, FIFTEEN, on=on, draws_other_pension=False)

        assert expected is decision.outcome

    def test_a_womans_category_does_not_matter(self) -> None:
        """At 58 a woman of the 50 track is too young as a resident."""
        woman = Person(
            birth=date(1967, 1, 8), sex=Sex.FEMALE, retirement_category=RetirementCategory.FEMALE_50
        )
        decision = resident.pension_eligibility(
            woman, FIFTEEN, on=date(2025, 6, 1), draws_other_pension=False
        )

        assert [each.verdict for each in decision.conditions] == [NOT_MET, MET, MET]
        assert decision.alternatives == ()

    @pytest.mark.parametrize(
        ("first", "expected"), [("2010-01", ELIGIBLE), ("2011-01", INELIGIBLE)]
    )
    def test_fifteen_years_and_no_more_after_2030(self, first: str, expected: Outcome) -> None:
        """Fifteen years are enough and fourteen are not, also in 2045: residents stay at 15."""
        man = Person(birth=date(1985, 1, 8), sex=Sex.MALE)
        decision = resident.pension_eligibility(
            man, record(paid(first, "2024-12")), on=date(2045, 1, 8), draws_other_pension=False
        )

        assert expected is decision.outcome
        assert decision.conditions[1].required == 15

    @pytest.mark.parametrize(
        ("draws", "expected"), [(False, ELIGIBLE), (True, INELIGIBLE), (None, UNDETERMINED)]
    )
    def test_another_pension_excludes_it(self, draws: bool | None, expected: Outcome) -> None:
        """Who draws another basic pension may not; where it is not known, it is asked for."""
        decision = resident.pension_eligibility(
            MAN, FIFTEEN, on=date(2025, 1, 8), area="130100", draws_other_pension=draws
        )

        assert expected is decision.outcome
        needed = (Missing("draws_other_pension"),) if draws is None else ()
        assert needed == decision.missing

    def test_all_three_conditions_cite_the_opinions_of_2014(self) -> None:
        """All stand in one sentence of 国发〔2014〕8号, and the value is the years."""
        decision = resident.pension_eligibility(MAN, record(), on=date(2024, 1, 1))

        assert [each.reason for each in decision.conditions] == [
            Reason.RESIDENT_AGE,
            Reason.RESIDENT_YEARS,
            Reason.RESIDENT_NO_OTHER_PENSION,
        ]
        assert [each.verdict for each in decision.conditions] == [NOT_MET, UNKNOWN, UNKNOWN]
        numbers = {
            each.citation.instrument.number
            for each in decision.conditions
            if each.citation is not None
        }
        assert numbers == {"国发〔2014〕8号"}
        assert (decision.value, decision.missing) == (YearsPaid(), ())
        assert decision.evidence is Evidence.OFFICIAL

    def test_who_was_near_sixty_when_the_scheme_began_may_need_fewer_years(self) -> None:
        """Born 1958, six years paid: it depends on when the scheme of the place began."""
        near = Person(birth=date(1958, 3, 1), sex=Sex.MALE)
        young = Person(birth=date(1969, 3, 1), sex=Sex.MALE)
        six = record(paid("2011-01", "2016-12"))
        asked = [
            resident.pension_eligibility(
                person, six, on=date(2030, 1, 1), draws_other_pension=False
            )
            for person in (near, young)
        ]

        assert asked[0].outcome is UNDETERMINED
        assert [str(each) for each in asked[0].missing] == ["resident_scheme_start"]
        assert asked[1].outcome is INELIGIBLE

    def test_a_month_of_birth_is_open_within_the_month(self) -> None:
        """Born in 1965-01, day unknown: open in 2025-01, and the day of birth is missing."""
        man = Person(birth=YearMonth(1965, 1), sex=Sex.MALE)
        found = [
            resident.pension_eligibility(man, FIFTEEN, on=on, draws_other_pension=False)
            for on in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 31))
        ]

        assert [each.outcome for each in found] == [INELIGIBLE, UNDETERMINED, ELIGIBLE]
        assert found[1].missing == (Missing("birth"),)

    def test_years_known_by_numbers_may_leave_it_open(self) -> None:
        """Fourteen certain years and one that is perhaps none: the record is missing."""
        history = record(paid("2010-01", "2023-12"), paid("2024-01", "2024-12", count=(0, 3)))
        decision = resident.pension_eligibility(
            MAN, history, on=date(2025, 1, 8), draws_other_pension=False
        )

        assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("history"),))
        assert decision.conditions[1].actual == (14, 15)

    def test_another_law_is_another_answer(self) -> None:
        """With five years asked for, five are enough."""
        law = shipped().replacing(parameters.RESIDENT_PENSION_MINIMUM_YEARS, 5)
        decision = resident.pension_eligibility(
            MAN,
            record(paid("2020-01", "2024-12")),
            on=date(2025, 1, 8),
            law=law,
            draws_other_pension=False,
        )

        assert decision.outcome is ELIGIBLE

    def test_before_the_opinions_of_2014_it_is_open(self) -> None:
        """Of the day before the unified scheme the law is not known, and it is what is missing."""
        decision = resident.pension_eligibility(
            MAN, FIFTEEN, on=date(2014, 2, 20), draws_other_pension=False
        )

        assert Missing("resident_pension.minimum_years", "100000") in decision.missing

    def test_a_text_is_no_truth_value(self) -> None:
        """``"no"`` is refused: it would be read as yes."""
        with pytest.raises(RuleError, match="draws_other_pension: 'no' is no truth value"):
            resident.pension_eligibility(
                MAN, FIFTEEN, on=date(2025, 1, 8), draws_other_pension=cast("Any", "no")
            )

    def test_on_is_a_day(self) -> None:
        """A text is no day, for the years and for the decision."""
        with pytest.raises(
            MonthError, match=r"on: '2025-01-08' is of type str; expected a datetime"
        ):
            resident.pension_eligibility(MAN, FIFTEEN, on=cast("Any", "2025-01-08"))
        with pytest.raises(MonthError, match=r"on: 2025 is of type int; expected a datetime"):
            resident.calendar_years_paid(FIFTEEN, PENSION, on=cast("Any", 2025))

    def test_area_is_a_code(self) -> None:
        """Four digits are no code."""
        with pytest.raises(RuleError, match="area: '1301' is not an area code"):
            resident.pension_eligibility(MAN, FIFTEEN, on=date(2025, 1, 8), area="1301")


class TestPassedIn:
    """Employee months that passed into the scheme count on (人社部发〔2014〕17号 第六条)."""

    WOMAN: Final = Person(
        birth=date(1974, 6, 3), sex=Sex.FEMALE, retirement_category=RetirementCategory.FEMALE_50
    )
    BOTH: Final = record(
        ContributionPeriod(PENSION, MonthSpan("2008-07", "2016-06")),
        ContributionPeriod(PENSION, MonthSpan("2025-01", "2031-12"), scheme=Scheme.RESIDENT),
    )

    def test_the_passage_and_the_pension_count_the_same_months(self) -> None:
        """Eight years employed and seven as a resident are fifteen, once they have passed in."""
        on = date(2034, 6, 3)
        passed = passage.into_resident(self.WOMAN, self.BOTH, on=on, draws_pension=False)
        drawn = [
            resident.pension_eligibility(
                self.WOMAN, self.BOTH, on=on, draws_other_pension=False, passed_in=passed_in
            )
            for passed_in in (False, True)
        ]
        assert passed.eligible
        assert passed.value is not None
        assert passed.value.months_after.months == 180
        assert [each.eligible for each in drawn] == [False, True]
        assert [each.conditions[1].actual for each in drawn] == [7, 180]

    def test_one_month_less_is_not_enough(self) -> None:
        """Months decide, not begun years."""
        shorter = self.BOTH.between(self.BOTH.periods[0].months.first.ordinal + 1, 10**6)
        answer = resident.pension_eligibility(
            self.WOMAN, shorter, on=date(2034, 6, 3), draws_other_pension=False, passed_in=True
        )
        assert (answer.eligible, answer.conditions[1].actual) == (False, 179)

    def test_law_that_is_not_known(self) -> None:
        """Before the opinions of 2014 the years are open, passed in or not."""
        answer = resident.pension_eligibility(
            self.WOMAN, self.BOTH, on=date(2013, 1, 1), passed_in=True
        )
        assert answer.conditions[1].verdict is UNKNOWN

    def test_passed_in_is_a_truth_value(self) -> None:
        """A text is refused."""
        with pytest.raises(RuleError) as caught:
            resident.pension_eligibility(
                self.WOMAN, self.BOTH, on=date(2034, 6, 3), passed_in=cast("Any", "yes")
            )
        assert caught.value.field == "passed_in"
