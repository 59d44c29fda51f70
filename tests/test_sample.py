"""The sample record: every hard case of a true-to-life record stands in it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from shebao.adapters.records import read_csv
from shebao.adapters.sample import sample_history, sample_person, sample_text
from shebao.months import MonthSpan
from shebao.report import overview
from shebao.rules import arrears, counting, pension, retirement
from shebao.terms import InsuranceKind, MonthState, PaymentStatus, RetirementCategory, Scheme

ON: Final = date(2026, 1, 29)
PENSION: Final = InsuranceKind.PENSION
MEDICAL: Final = InsuranceKind.MEDICAL
HISTORY: Final = sample_history()

#: The kinds that her employers declared and owed together.
OWED: Final = (PENSION, MEDICAL, InsuranceKind.UNEMPLOYMENT, InsuranceKind.WORK_INJURY)


def in_state(kind: InsuranceKind, state: MonthState, on: date = ON) -> list[str]:
    """The stretches of a kind that are in a state."""
    return [str(each.span) for each in arrears.states(HISTORY, kind, on=on) if each.state is state]


def test_the_history_is_what_the_text_says() -> None:
    """Text and history are one record of 50 to 70 rows."""
    assert HISTORY == read_csv(sample_text())
    assert 50 <= len(sample_text().splitlines()) - 1 <= 70


def test_it_holds_all_five_kinds() -> None:
    """Every kind of insurance stands in it."""
    assert tuple(InsuranceKind) == HISTORY.kinds


def test_the_person_retires_by_the_womens_track_of_50() -> None:
    """She was born on 3 December 1975 and retires half a year after she turned fifty."""
    person = sample_person()
    assert RetirementCategory.FEMALE_50 is person.retirement_category
    assert "130100" == person.household_registration
    (statutory,) = retirement.for_person(person)
    assert "2026-06" == str(statutory.month)


def test_the_pension_count_has_bounds() -> None:
    """Nobody can say how many of the nine months of 2003 were paid by two employers."""
    count = counting.cumulative(HISTORY, PENSION, on=ON)
    assert (365, 368) == (count.at_least, count.at_most)


def test_the_medical_count_is_one_number() -> None:
    """Of medical insurance every month is known."""
    assert 368 == counting.cumulative(HISTORY, MEDICAL, on=ON).months


@pytest.mark.parametrize("kind", [PENSION, MEDICAL])
def test_it_has_a_gap_of_two_months_and_one_of_five(kind: InsuranceKind) -> None:
    """Pension and medical insurance stand still twice; owed months lie uncovered later."""
    found = [(str(gap.span), gap.months) for gap in counting.gaps(HISTORY, kind, on=ON)[-3:]]
    expected = [("2008-06..2008-07", 2), ("2014-07..2014-11", 5), ("2025-09..2025-10", 2)]
    assert expected == found


@pytest.mark.parametrize("kind", OWED)
def test_arrears_were_settled_later(kind: InsuranceKind) -> None:
    """Months of 2018 were owed until 20 September, and are back-paid since."""
    owed = in_state(kind, MonthState.ARREARS, date(2018, 9, 19))
    assert ["2018-03..2018-04"] == owed
    assert ["2018-03..2018-04"] == in_state(kind, MonthState.BACK_PAID)


def test_arrears_and_settlement_stand_in_two_rows() -> None:
    """The reader's folding shows in it: the day of declaration comes from the row of arrears."""
    settled = [p for p in HISTORY.of(PENSION) if p.status is PaymentStatus.BACK_PAID]
    assert [date(2018, 4, 12)] == [period.declared_on for period in settled]
    assert "2018-03,2018-04,基本养老保险,3400,补缴,戊公司,130100,职工,,2018-09-20," in sample_text()


@pytest.mark.parametrize("kind", OWED)
def test_arrears_are_open(kind: InsuranceKind) -> None:
    """Two months of 2025 are owed still."""
    assert ["2025-09..2025-10"] == in_state(kind, MonthState.ARREARS)


def test_a_month_is_pending() -> None:
    """December 2025 was declared, and its money has not come yet."""
    for kind in OWED:
        assert ["2025-12"] == in_state(kind, MonthState.PENDING)


@pytest.mark.parametrize("kind", [PENSION, MEDICAL])
def test_a_month_was_paid_in_two_places(kind: InsuranceKind) -> None:
    """January 2013 was paid in Shijiazhuang and in Beijing."""
    found = [
        (str(overlap.span), {period.area for period in overlap.periods})
        for overlap in counting.overlaps(HISTORY, kind, on=ON)
    ]
    assert [("2013-01", {"130100", "110000"})] == found


def test_a_year_is_known_only_by_its_number_of_months() -> None:
    """Of 2003 it is known that nine months were paid, not which."""
    counted = [period for period in HISTORY if period.count is not None]
    expected = [(PENSION, MonthSpan("2003-01", "2003-12"), 9)]
    assert expected == [(p.kind, p.months, p.count) for p in counted]


def test_deemed_months_count_for_pension_and_medical() -> None:
    """Before the accounts are deemed 1994-07 to 1995-12, and for medical insurance to 2000-06."""
    found = [counting.cumulative(HISTORY, kind, on=ON).deemed_months for kind in (PENSION, MEDICAL)]
    assert [6 + 12, 6 + 5 * 12 + 6] == found


def test_it_has_a_stretch_of_flexible_work() -> None:
    """A year and a half was paid alone, for pension and medical insurance only."""
    flexible = [period for period in HISTORY if period.scheme is Scheme.FLEXIBLE]
    assert {PENSION, MEDICAL} == {period.kind for period in flexible}
    assert [18, 18] == [
        sum(len(period.months) for period in flexible if period.kind is kind)
        for kind in (PENSION, MEDICAL)
    ]


def test_maternity_rows_end_before_the_merger() -> None:
    """Since 2020 maternity insurance has no rows of its own."""
    last = max(period.months.last for period in HISTORY.of(InsuranceKind.MATERNITY))
    assert "2018-12" == str(last)
    assert counting.cumulative(HISTORY, InsuranceKind.MATERNITY, on=ON).months > 0


def test_she_had_several_employers() -> None:
    """Six employers with made-up names stand in it."""
    employers = {period.employer for period in HISTORY if period.employer is not None}
    assert {"甲公司", "乙公司", "丙公司", "丁公司", "戊公司", "己公司"} == employers


def test_it_shows_a_determined_and_an_undetermined_answer() -> None:
    """No pension before its day is an answer; maternity benefits need what nobody has said."""
    person = sample_person()
    seen = overview(person, HISTORY, on=ON, area="130100")
    assert pension.eligibility(person, HISTORY, on=ON, area="130100").eligible is False
    assert seen.maternity.eligible is None
