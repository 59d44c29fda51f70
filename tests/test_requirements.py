"""What cities ask for by example: the month that is looked at, where, how, and what is open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, cast

import attrs
import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    ContributionHistory,
    ContributionPeriod,
    CountingRule,
    EndMonth,
    InsuranceKind,
    Missing,
    MonthSpan,
    Outcome,
    PaymentStatus,
    PeriodError,
    Reason,
    RequiredMonths,
    Requirement,
    RequirementPurpose,
    RuleError,
    Scheme,
    ShebaoError,
    Verdict,
    YearMonth,
    requirements,
)
from shebao.law import Law, shipped
from shebao.law.parameters import REQUIREMENT

ON: Final = date(2026, 1, 29)
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
PLATE: Final = RequirementPurpose.CAR_PLATE
RULE: Final = CountingRule(name="rule")
BACK_PAID: Final = PaymentStatus.BACK_PAID


def months(first: str, last: str | None = None, **facts: Any) -> ContributionPeriod:  # noqa: ANN401
    """Pension months of an employee unless facts say otherwise."""
    facts = {"kind": PENSION, **facts}
    return ContributionPeriod(months=MonthSpan(first, last or first), **facts)


def asking(
    number: int,
    *,
    continuous: bool = True,
    window: int | None = None,
    **facts: Any,  # noqa: ANN401
) -> Requirement:
    """Pension months unless facts say otherwise."""
    way = RequiredMonths(number, continuous=continuous, window=window)
    return Requirement(
        **{"name": "asked", "kinds": (PENSION,), "ways": (way,), "rule": RULE, **facts}
    )


def limited(limit: int | None) -> CountingRule:
    """So many back-paid months count at least."""
    return CountingRule(name="rule", back_paid_limit=limit)


def check(asked: Requirement, *periods: ContributionPeriod, on: date = ON, **facts: Any) -> Any:  # noqa: ANN401
    """The answer to a record."""
    return requirements.check(ContributionHistory(periods), asked, on=on, **facts)


@pytest.mark.parametrize(
    ("end", "last", "expected"),
    [
        (EndMonth.MONTH_BEFORE, "2025-12", ELIGIBLE),
        (EndMonth.MONTH_BEFORE, "2025-11", INELIGIBLE),
        (EndMonth.MONTH_OF, "2026-01", ELIGIBLE),
        (EndMonth.MONTH_OF, "2025-12", ELIGIBLE),
        (EndMonth.MONTH_OF, "2025-11", INELIGIBLE),
    ],
)
def test_the_end_month_has_to_be_paid_unless_it_may_still_be(
    end: EndMonth, last: str, expected: Outcome
) -> None:
    """The month before is over; that of the application may still be paid, and breaks nothing."""
    decision = check(asking(6, end=end), months("2025-01", last))

    assert expected is decision.outcome


def test_the_month_of_the_application_counts_where_it_is_looked_at() -> None:
    """Five months and the month itself are six, where the end month is that of the application."""
    record = months("2025-08", "2026-01")

    assert check(asking(6, end=EndMonth.MONTH_OF), record).outcome is ELIGIBLE
    assert check(asking(6), record).outcome is INELIGIBLE


def test_what_comes_after_december_does_not_matter() -> None:
    """A year up to December is enough in June, with a gap since; next January it is not."""
    asked = asking(12, end=EndMonth.DECEMBER_BEFORE)
    record = months("2025-01", "2025-12")
    june = check(asked, record, on=date(2026, 6, 1), by=date(2026, 12, 31)).value

    assert check(asked, record, on=date(2026, 12, 31)).outcome is ELIGIBLE
    assert check(asked, record, on=date(2027, 1, 1)).outcome is INELIGIBLE
    assert (str(june.earliest), str(june.latest_start)) == ("2026-06", "2026-01")
    assert june.kinds[0].count.months == 12
    assert june.kinds[0].count.span == MonthSpan("2025-01", "2025-12")


def test_what_is_met_now_may_be_lost_by_new_year() -> None:
    """The earliest month is the present one, and the latest start for next year is another thing."""
    asked = asking(12, end=EndMonth.DECEMBER_BEFORE)
    found = check(asked, months("2025-01", "2025-12"), on=date(2026, 6, 1), by=date(2027, 5, 1))

    assert found.outcome is ELIGIBLE
    assert str(found.value.earliest) == "2026-06"
    # Paid from June on, there would be seven months of 2026 after a gap of five.
    assert found.value.latest_start is None


def test_two_kinds_have_to_be_met_at_once() -> None:
    """One is met until December, the other from January on: both are only when both are paid on."""
    asked = asking(7, kinds=(PENSION, MEDICAL), end=EndMonth.DECEMBER_BEFORE)
    record = [months("2025-06", "2025-12"), months("2026-03", "2026-06", kind=MEDICAL)]
    found = check(asked, *record, on=date(2026, 7, 1), by=date(2027, 1, 1)).value

    assert [str(each.earliest) for each in found.kinds] == ["2026-07", "2027-01"]
    assert str(found.earliest) == "2028-01"
    assert [each.latest_start for each in found.kinds] == [None, YearMonth(2026, 7)]
    assert found.latest_start is None


def test_paying_later_may_be_enough_where_paying_earlier_is_not() -> None:
    """A short gap is repaired by a month that no limit allows; a longer one is bridged without."""
    rule = CountingRule(name="rule", bridging=3, repair=2, back_paid_limit=0)
    asked = asking(6, rule=rule)
    bought = months("2026-02", status=BACK_PAID, declared_on=date(2026, 4, 1))
    record = [months("2025-06", "2026-01"), bought]
    found = check(asked, *record, on=date(2026, 4, 2), by=date(2026, 7, 1)).value

    assert found.latest_start == YearMonth(2026, 5)
    now = [*record, months("2026-04", "2026-06")]
    assert check(asked, *now, on=date(2026, 7, 1)).value.missing_months == 3
    later = [*record, months("2026-05", "2026-06")]
    assert check(asked, *later, on=date(2026, 7, 1)).outcome is ELIGIBLE


def test_declared_too_late_stays_too_late() -> None:
    """December, declared in March, was bought in a gap that is longer than one can repair."""
    rule = CountingRule(name="rule", repair=1)
    asked = asking(12, rule=rule, end=EndMonth.DECEMBER_BEFORE)
    late: dict[str, Any] = {
        "status": BACK_PAID,
        "declared_on": date(2026, 3, 2),
        "settled_on": date(2026, 3, 2),
    }
    record = [months("2025-01", "2025-10"), months("2025-11", "2025-12", **late)]

    assert check(asked, *record, on=date(2026, 6, 1)).outcome is INELIGIBLE
    one = [months("2025-01", "2025-11"), months("2025-12", **late)]
    assert check(asked, *one, on=date(2026, 6, 1)).outcome is ELIGIBLE


@pytest.mark.parametrize("holds", [set(), {PaymentStatus.ARREARS}])
def test_nothing_between_december_and_the_application_is_held_against_it(holds: Any) -> None:  # noqa: ANN401
    """A rule that holds no status still looks at no month after December."""
    rule = CountingRule(name="rule", holds=holds)
    asked = asking(3, rule=rule, end=EndMonth.DECEMBER_BEFORE)
    record = [months("2025-10", "2025-12")]
    record += [
        months("2025-09", status=status, employer=status.en)
        for status in PaymentStatus
        if status not in rule.counts
    ]

    assert check(asked, *record, on=date(2026, 6, 1)).outcome is ELIGIBLE
    assert check(asked, *record[:1], on=date(2026, 6, 1)).outcome is ELIGIBLE


def test_repeated_counts_of_different_days_stay_two() -> None:
    """Three months paid in May and three in July are six, though they look alike later."""
    settled = (date(2025, 5, 5), date(2025, 7, 7))
    spans = [months("2024-01", "2024-12", count=3, settled_on=day) for day in settled]
    decision = check(asking(6, continuous=False, rule=limited(None)), *spans)

    assert decision.outcome is not INELIGIBLE


def test_a_district_is_of_the_city_and_the_province_is_not() -> None:
    """Months in a district count, those in another city do not, those of no place are open."""
    asked = asking(6, area="440300")
    found = [
        check(asked, months("2025-01", "2025-12", area=area)).outcome
        for area in ("440300", "440305", "440100", "440000", None)
    ]

    assert found == [ELIGIBLE, ELIGIBLE, INELIGIBLE, INELIGIBLE, UNDETERMINED]


def test_a_rule_of_one_pooling_area() -> None:
    """A rule may ask for months of one fund: pensions are pooled by province."""
    asked = asking(6, rule=CountingRule(name="rule", area="440300"))
    found = [
        check(asked, months("2025-01", "2025-12", area=area)).outcome
        for area in ("440300", "440100", "110000")
    ]

    assert found == [ELIGIBLE, ELIGIBLE, INELIGIBLE]


@pytest.mark.parametrize("end", EndMonth)
@pytest.mark.parametrize(("fund", "place"), [("130100", "110000"), ("110000", "130100")])
def test_where_fund_and_place_exclude_each_other_no_month_counts(
    end: EndMonth, fund: str, place: str
) -> None:
    """There is no earliest month and no latest start then."""
    asked = asking(2, rule=CountingRule(name="rule", area=fund), area=place, end=end)
    record = [months("2025-01", "2025-12", area=area) for area in (fund, place)]
    found = check(asked, *record, by=date(2028, 1, 1))

    assert found.outcome is INELIGIBLE
    assert (found.value.earliest, found.value.latest_start) == (None, None)
    assert found.value.missing_months == 2


def test_a_fund_inside_the_place() -> None:
    """A county with a fund of its own inside a city: months that go on are paid there."""
    rule = CountingRule(name="rule", area="130181")
    found = check(asking(3, rule=rule, area="130100", kinds=(MEDICAL,)), by=date(2026, 12, 1))

    assert (str(found.value.earliest), str(found.value.latest_start)) == ("2026-04", "2026-09")


def test_any_way_is_enough() -> None:
    """Twelve in a row or 18 of 24; the way is told that is met, or nearest."""
    ways = (RequiredMonths(12, continuous=True), RequiredMonths(18, continuous=False, window=24))
    asked = asking(1, ways=ways)
    gapped = [months("2024-01", "2024-12"), months("2025-07", "2025-12")]
    decision = check(asked, *gapped)

    assert decision.outcome is ELIGIBLE
    assert decision.value.kinds[0].way == ways[1]
    assert [part.verdict for part in decision.conditions[0].parts[0].parts] == [NOT_MET, MET]
    short = check(asked, months("2025-07", "2025-12")).value
    assert (short.kinds[0].way, short.missing_months) == (ways[0], 6)


def test_some_of_the_kinds_are_enough() -> None:
    """Two of three insurances: the nearest two tell what is missing."""
    asked = asking(6, kinds=(PENSION, MEDICAL, UNEMPLOYMENT), kinds_needed=2)
    record = [months("2025-01", "2025-12"), months("2025-09", "2025-12", kind=MEDICAL)]
    decision = check(asked, *record)

    assert decision.outcome is INELIGIBLE
    assert (decision.value.missing_months, str(decision.value.earliest)) == (2, "2026-03")
    condition = decision.conditions[0]
    assert (condition.required, condition.actual, condition.mode) == ("asked: 2", 1, "any")
    more = months("2025-07", "2025-12", kind=UNEMPLOYMENT)
    assert check(asked, *record, more).outcome is ELIGIBLE


def test_a_kind_that_is_open_leaves_its_number_open() -> None:
    """One kind is met and one may be: one or two of two."""
    record = [months("2025-01", "2025-12"), months("2025-01", "2025-12", kind=MEDICAL, count=8)]
    decision = check(asking(6, kinds=(PENSION, MEDICAL)), *record)

    assert decision.outcome is UNDETERMINED
    assert decision.conditions[0].actual == (1, 2)
    assert decision.missing == (Missing("history"),)


BOUGHT: Final = [
    months("2025-01", "2025-09"),
    months("2025-10", status=BACK_PAID),
    months("2025-11", "2025-12"),
]


@pytest.mark.parametrize(
    ("limit", "most", "excusable", "excused", "expected"),
    [
        (None, 0, False, None, ELIGIBLE),
        (0, 0, False, None, INELIGIBLE),
        (1, 0, False, None, ELIGIBLE),
        (0, 1, False, None, UNDETERMINED),
        (0, None, False, True, UNDETERMINED),
        (0, 1, True, None, UNDETERMINED),
        (0, 1, True, True, ELIGIBLE),
        (0, None, True, True, ELIGIBLE),
        (0, 1, True, False, INELIGIBLE),
    ],
)
def test_back_paid_months(
    limit: int | None, most: int | None, excusable: bool, excused: bool | None, expected: Outcome
) -> None:
    """They count up to a limit, further with an excuse, and leave open what the text leaves open."""
    asked = asking(12, rule=limited(limit), back_paid_most=most, excusable=excusable)
    decision = check(asked, *BOUGHT, excused=excused)

    assert expected is decision.outcome
    missing = Missing("excused" if excusable else "back_paid_months")
    assert decision.missing == ((missing,) if expected is UNDETERMINED else ())


def test_a_way_that_is_not_doubtful_stays_as_it_is() -> None:
    """Twelve in total are open by a back-paid month; three of the last three are two, and not."""
    ways = (RequiredMonths(12, continuous=False), RequiredMonths(3, continuous=False, window=3))
    asked = asking(1, ways=ways, rule=limited(0), back_paid_most=None)
    bought = months("2025-09", status=BACK_PAID)
    decision = check(asked, months("2024-10", "2025-06"), bought, months("2025-11", "2025-12"))

    assert decision.outcome is UNDETERMINED
    parts = decision.conditions[0].parts[0].parts
    assert [(each.verdict, each.actual) for each in parts] == [(UNKNOWN, (11, 12)), (NOT_MET, 2)]


def test_a_record_and_an_excuse_may_both_be_missing() -> None:
    """Only with a doubtful month and an excuse there may be enough: both are named."""
    loose = months("2025-01", "2025-09", count=8)
    asked = asking(12, rule=limited(0), back_paid_most=1, excusable=True)
    asked_less = asking(11, continuous=False, rule=limited(0), back_paid_most=1, excusable=True)
    record = [months("2025-10", status=BACK_PAID), months("2025-11", "2025-12")]

    assert check(asked, loose, *record).outcome is INELIGIBLE
    span = months("2025-01", "2025-09", count=(7, 8))
    decision = check(asked_less, span, *record)
    assert decision.missing == (Missing("excused"), Missing("history"))


def law_of(**parts: Any) -> Law:  # noqa: ANN401
    """The law with a requirement of a made-up place."""
    value = {
        "kinds": ["pension"],
        "ways": [{"months": 12, "continuous": True}],
        "back_paid": "unknown",
        "is_local": False,
        **parts,
    }
    return shipped().replacing(REQUIREMENT[PLATE], value, area="990000")


def test_what_the_law_leaves_open_is_named() -> None:
    """Where the text is silent on back-paid months, that is missing, and no excuse helps."""
    law = law_of()
    asked, where = requirements.of(PLATE, on=ON, area="990001", law=law)
    decision = check(asked, *BOUGHT, source=where, law=law, excused=True)

    assert decision.outcome is UNDETERMINED
    assert decision.missing == (Missing("back_paid_months"),)
    (way,) = decision.conditions[0].parts[0].parts
    assert (way.verdict, way.required, way.actual) == (UNKNOWN, 12, (2, 12))
    assert decision.conditions[0].citation == where.citation
    assert decision.evidence is where.evidence
    assert (asked.name, asked.area) == ("小客车指标 car plate (990000)", None)


class TestUnplaced:
    """Months of which the place is not known."""

    PLACED = months("2025-01", "2025-08", area="110000")
    UNPLACED = months("2025-09", "2025-12")

    @pytest.mark.parametrize(
        ("number", "continuous", "expected"),
        [(8, False, ELIGIBLE), (9, False, UNDETERMINED), (12, True, UNDETERMINED)],
    )
    def test_are_open_where_they_would_decide(
        self, number: int, continuous: bool, expected: Outcome
    ) -> None:
        """They are named where the months that are placed are not enough, and all of them are."""
        asked = asking(number, continuous=continuous, area="110000")
        decision = check(asked, self.PLACED, self.UNPLACED)

        assert decision.outcome is expected
        missing = (Missing("area_of_months"),) if expected is UNDETERMINED else ()
        assert decision.missing == missing

    def test_decide_nothing_where_all_of_them_are_too_few(self) -> None:
        """Twelve months are not thirteen, wherever they were paid."""
        decision = check(asking(13, area="110000"), self.PLACED, self.UNPLACED)

        assert (decision.outcome, decision.missing) == (INELIGIBLE, ())

    def test_are_not_asked_about_where_no_place_is_asked_for(self) -> None:
        """Without an area all months count."""
        assert check(asking(12), self.PLACED, self.UNPLACED).outcome is ELIGIBLE

    def test_leave_the_numbers_strict(self) -> None:
        """What is missing and from when it is met are told without them."""
        asked = asking(12, continuous=False, area="110000")
        decision = check(asked, self.PLACED, self.UNPLACED, by=date(2026, 12, 1))
        found = decision.value

        assert decision.conditions[0].parts[0].parts[0].actual == (8, 12)
        assert (found.missing_months, str(found.earliest)) == (4, "2026-05")
        assert str(found.latest_start) == "2026-08"

    def test_may_take_away_too(self) -> None:
        """A back-paid month that no limit allows ends a run that bridges it if paid elsewhere."""
        rule = CountingRule(name="rule", bridging=1, back_paid_limit=0)
        months_in_place = [
            months(first, last, area="110000")
            for first, last in (("2025-07", "2025-09"), ("2025-11", "2025-12"))
        ]
        asked = asking(5, rule=rule, area="110000")
        decision = check(asked, *months_in_place, months("2025-10", status=BACK_PAID))

        assert decision.missing == (Missing("area_of_months"),)
        assert decision.conditions[0].parts[0].parts[0].actual == (2, 5)

    def test_turn_it_where_an_excuse_alone_does_not(self) -> None:
        """Only with the excuse and the place there would be enough: what turns it is named."""
        asked = asking(12, rule=limited(0), back_paid_most=1, excusable=True, area="110000")
        placed = months("2025-02", "2025-12", area="110000", status=BACK_PAID)
        bought = months("2025-01", status=BACK_PAID, area="110000")
        paid = months("2025-02", "2025-12")

        assert check(asked, placed, bought).outcome is INELIGIBLE
        assert check(asked, bought, paid).missing == (Missing("area_of_months"),)
        assert check(asked, bought, paid, excused=False).outcome is INELIGIBLE

    @pytest.mark.parametrize(
        ("last", "named"),
        [("2026-01", ("area_of_months",)), ("2025-12", ("insured_now", "area_of_months"))],
    )
    def test_leave_open_whether_one_is_insured_now(self, last: str, named: tuple[str, ...]) -> None:
        """Of no place may be the month of the application too."""
        asked = asking(8, continuous=False, needs_current=True, area="110000")
        decision = check(asked, self.PLACED, months("2025-09", last))

        assert decision.missing == tuple(Missing(each) for each in named)
        assert decision.conditions[1].verdict is UNKNOWN
        assert check(asked, self.PLACED, months("2025-09", last), insured_now=True).eligible


class TestKindsOpen:
    """Texts that name no insurance."""

    ASKED = asking(6, kinds=(PENSION, MEDICAL), kinds_open=True)
    PENSIONS = months("2025-07", "2025-12")
    MEDICALS = months("2025-07", "2025-12", kind=MEDICAL)

    def test_all_or_none_decide(self) -> None:
        """Met for all kinds it is met, met for none it is not; for one of two it is open."""
        found = [
            check(self.ASKED, *record)
            for record in ([], [self.PENSIONS], [self.PENSIONS, self.MEDICALS])
        ]

        assert [each.outcome for each in found] == [INELIGIBLE, UNDETERMINED, ELIGIBLE]
        assert [each.missing for each in found] == [(), (Missing("kind"),), ()]
        assert found[1].conditions[0].actual == 1
        assert [each.value.missing_months for each in found] == [6, 6, 0]

    def test_one_kind_that_may_be_met_is_enough_to_be_open(self) -> None:
        """What the record leaves open of one kind leaves the whole open."""
        span = months("2025-07", "2025-12", count=(4, 6))
        asked = asking(6, kinds=(PENSION, MEDICAL), kinds_open=True, continuous=False)

        decision = check(asked, span)
        assert decision.missing == (Missing("kind"), Missing("history"))

    def test_nor_does_the_text_say_which_is_to_be_in_force(self) -> None:
        """In force for one kind it is open, for all it is met, for none it is not."""
        asked = attrs.evolve(self.ASKED, needs_current=True)
        more = [self.PENSIONS, self.MEDICALS, months("2026-01")]
        one = check(asked, *more)

        assert one.missing == (Missing("insured_now"), Missing("kind"))
        only = check(asked, self.PENSIONS, months("2026-01"))
        assert (only.outcome, only.missing) == (UNDETERMINED, (Missing("kind"),))
        assert [each.verdict for each in only.conditions] == [UNKNOWN, UNKNOWN]
        assert check(asked, *more, months("2026-01", kind=MEDICAL)).outcome is ELIGIBLE
        assert check(asked, *more, insured_now=True).outcome is ELIGIBLE
        both = check(asked, *more[:2])
        assert (both.outcome, both.missing) == (UNDETERMINED, (Missing("insured_now"),))
        over = [months("2025-05", "2025-11", kind=kind) for kind in (PENSION, MEDICAL)]
        assert check(asked, *over).conditions[1].verdict is NOT_MET

    def test_of_chooses_one(self) -> None:
        """Without a kind all five are asked for and it is open; a kind that is chosen closes it."""
        law = law_of(kinds=[])
        open_one, _ = requirements.of(PLATE, on=ON, area="990000", law=law)
        one, _ = requirements.of(PLATE, on=ON, area="990000", law=law, kind=MEDICAL)

        assert (open_one.kinds, open_one.kinds_open) == (tuple(InsuranceKind), True)
        assert open_one.rule.merged_from == YearMonth(2020, 1)
        assert (one.kinds, one.kinds_open) == ((MEDICAL,), False)
        record = months("2025-01", "2025-12", kind=MEDICAL)
        assert check(open_one, record, law=law).missing == (Missing("kind"),)
        assert check(one, record, law=law).outcome is ELIGIBLE

    def test_of_leaves_a_kind_that_the_text_names(self) -> None:
        """Where the text says pension, nothing can be chosen."""
        asked, _ = requirements.of(PLATE, on=ON, area="990000", law=law_of(), kind=MEDICAL)

        assert (asked.kinds, asked.kinds_open) == ((PENSION,), False)


class TestGapsOpen:
    """Texts that are silent on gaps."""

    GAPPED = (months("2025-01", "2025-06"), months("2025-10", "2025-12"))

    @pytest.mark.parametrize(
        ("number", "expected"), [(3, ELIGIBLE), (9, UNDETERMINED), (10, INELIGIBLE)]
    )
    def test_a_gap_leaves_it_open(self, number: int, expected: Outcome) -> None:
        """Nine months with a gap are nine in a row or three."""
        decision = check(asking(number, gaps_open=True), *self.GAPPED)

        assert decision.outcome is expected
        is_open = expected is UNDETERMINED
        assert decision.missing == ((Missing("gap_months"),) if is_open else ())
        if is_open:
            assert decision.conditions[0].parts[0].parts[0].actual == (3, 9)
            assert (decision.value.missing_months, str(decision.value.earliest)) == (6, "2026-07")

    def test_a_text_that_says_so_leaves_nothing_open(self) -> None:
        """In a row is in a row then."""
        assert check(asking(9), *self.GAPPED).outcome is INELIGIBLE

    def test_it_comes_from_the_law(self) -> None:
        """The table of a place says that its text is silent."""
        law = law_of(gaps_open=True)
        asked, _ = requirements.of(PLATE, on=ON, area="990000", law=law)

        assert asked.gaps_open
        assert not requirements.of(PLATE, on=ON, area="990000", law=law_of())[0].gaps_open

    def test_gaps_and_back_payments_are_named_one_by_one(self) -> None:
        """What each doubt turns is named; a back-paid month within a gap needs both."""
        asked = asking(10, rule=limited(0), back_paid_most=None, gaps_open=True)
        record = [*self.GAPPED, months("2025-08", status=BACK_PAID)]

        assert check(asked, *record).missing == (Missing("gap_months"),)
        ways = (RequiredMonths(10, continuous=False), RequiredMonths(11, continuous=True))
        assert check(attrs.evolve(asked, ways=ways), *record).missing == (
            Missing("back_paid_months"),
        )


class TestFormedByEnd:
    """Records that are looked at as of the last day of the end month."""

    BOUGHT = months(
        "2025-01",
        "2025-12",
        status=BACK_PAID,
        declared_on=date(2026, 1, 5),
        settled_on=date(2026, 1, 5),
    )

    @pytest.mark.parametrize(
        ("end", "expected"),
        [
            (EndMonth.MONTH_OF, ELIGIBLE),
            (EndMonth.MONTH_BEFORE, INELIGIBLE),
            (EndMonth.DECEMBER_BEFORE, INELIGIBLE),
        ],
    )
    def test_what_is_paid_after_the_end_month_does_not_count(
        self, end: EndMonth, expected: Outcome
    ) -> None:
        """Bought in January it counts in January, and not up to December."""
        asked = asking(12, end=end)

        assert check(asked, self.BOUGHT).outcome is ELIGIBLE
        formed = attrs.evolve(asked, formed_by_end=True)
        assert check(formed, self.BOUGHT).outcome is expected

    def test_paid_by_the_last_day_it_counts(self) -> None:
        """31 December is in time, 1 January is not."""
        asked = asking(12, end=EndMonth.DECEMBER_BEFORE, formed_by_end=True)
        found = [
            check(asked, attrs.evolve(self.BOUGHT, declared_on=day, settled_on=day)).outcome
            for day in (date(2025, 12, 31), date(2026, 1, 1))
        ]

        assert found == [ELIGIBLE, INELIGIBLE]

    def test_what_came_too_late_counts_for_the_next_end_month(self) -> None:
        """A year bought in January counts with next December: no application is skipped."""
        asked = asking(20, continuous=False, end=EndMonth.DECEMBER_BEFORE, formed_by_end=True)
        found = check(asked, self.BOUGHT, on=date(2026, 4, 20), by=date(2027, 1, 1)).value

        assert (found.missing_months, str(found.earliest)) == (20, "2027-01")
        assert str(found.latest_start) == "2026-05"

    @pytest.mark.parametrize("is_formed", [False, True])
    def test_what_is_short_is_skipped_all_the_same(self, is_formed: bool) -> None:
        """Nine months of this year and two years more: the third December is enough."""
        asked = asking(30, end=EndMonth.DECEMBER_BEFORE, formed_by_end=is_formed)
        found = check(asked, on=date(2026, 4, 20)).value

        assert str(found.earliest) == "2029-01"


class TestCurrent:
    """Whether the insurance is in force in the month of the application."""

    ASKED = asking(6, needs_current=True, area="110000")

    @pytest.mark.parametrize(
        ("last", "facts", "expected"),
        [
            ("2026-01", {}, ELIGIBLE),
            ("2025-12", {}, UNDETERMINED),
            ("2025-12", {"insured_now": True}, ELIGIBLE),
            ("2026-01", {"insured_now": False}, INELIGIBLE),
        ],
    )
    def test_is_read_from_the_record_unless_said(
        self, last: str, facts: dict[str, Any], expected: Outcome
    ) -> None:
        """The month before alone leaves it open; what is said goes before the record."""
        decision = check(self.ASKED, months("2025-01", last, area="110000"), **facts)

        assert expected is decision.outcome
        assert decision.conditions[1].reason is Reason.REQUIREMENT_CURRENT
        assert decision.conditions[1].required == YearMonth(2026, 1)

    def test_is_in_the_place(self) -> None:
        """Insured in another city, one is not insured here."""
        record = [months("2025-01", "2025-11", area="110000"), months("2025-12", "2026-01")]
        found = [
            check(self.ASKED, record[0], months("2025-12", "2026-01", area=area))
            .conditions[1]
            .verdict
            for area in ("110105", "310000")
        ]

        assert found == [MET, NOT_MET]

    def test_is_of_the_fund(self) -> None:
        """A rule of one pooling area looks at the months of it."""
        rule = CountingRule(name="rule", area="110000")
        asked = asking(1, rule=rule, needs_current=True)
        found = [
            check(asked, months("2025-01", "2026-01", area=area)).outcome
            for area in ("110000", "310000")
        ]

        assert found == [ELIGIBLE, INELIGIBLE]

    def test_is_by_the_schemes(self) -> None:
        """Where only employees are asked for, who is insured alone is not."""
        rule = CountingRule(name="rule", schemes=frozenset({Scheme.EMPLOYEE}))
        asked = asking(6, rule=rule, needs_current=True)
        alone = months("2025-12", "2026-01", scheme=Scheme.FLEXIBLE)

        decision = check(asked, months("2025-01", "2025-11"), alone)
        assert decision.conditions[1].verdict is NOT_MET

    def test_of_residents_is_open(self) -> None:
        """Residents pay by the year: their months leave it open."""
        rule = CountingRule(name="rule", schemes=frozenset({Scheme.RESIDENT}))
        asked = asking(6, rule=rule, needs_current=True)
        decision = check(asked, months("2025-01", "2025-12", scheme=Scheme.RESIDENT))

        assert decision.missing == (Missing("insured_now"),)
        assert check(asked).outcome is INELIGIBLE

    def test_of_maternity_is_that_of_medical_insurance(self) -> None:
        """Since the merger a medical month covers maternity."""
        rule = CountingRule(name="rule", merged_from=YearMonth(2020, 1))
        asked = asking(6, kinds=(MATERNITY,), rule=rule, needs_current=True)

        assert check(asked, months("2025-01", "2026-01", kind=MEDICAL)).outcome is ELIGIBLE


@pytest.mark.parametrize(
    ("by", "start"),
    [
        (None, None),
        (date(2026, 1, 29), None),
        (date(2026, 4, 30), None),
        (date(2026, 6, 1), None),
        (date(2026, 7, 1), YearMonth(2026, 1)),
        (date(2026, 12, 31), YearMonth(2026, 6)),
    ],
)
def test_the_latest_start_for_a_later_day(by: date | None, start: YearMonth | None) -> None:
    """Without a month so far, six months end with the month before the day."""
    assert start == check(asking(6), by=by).value.latest_start


def test_where_nothing_more_is_needed_the_start_is_after_the_end_month() -> None:
    """Ten months in total stay ten: no month more is needed, whenever it is asked for."""
    asked = asking(10, continuous=False)
    found = check(asked, months("2024-01", "2024-12"), by=date(2026, 9, 9)).value

    assert (found.latest_start, found.earliest) == (YearMonth(2026, 9), YearMonth(2026, 1))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"history": [months("2025-01")]}, "history"),
        ({"requirement": RULE}, "requirement"),
        ({"on": "2026-01-29"}, "on"),
        ({"on": datetime(2026, 1, 29)}, "on"),  # noqa: DTZ001
        ({"by": "2027-01-01"}, "by"),
        ({"by": date(2026, 1, 28)}, "by"),
        ({"excused": "yes"}, "excused"),
        ({"excused": 1}, "excused"),
        ({"insured_now": 0}, "insured_now"),
        ({"source": "the notice"}, "source"),
        ({"law": "the law"}, "law"),
    ],
)
def test_what_is_refused(given: dict[str, Any], field: str) -> None:
    """Each argument of the wrong form is an error of the library that names it."""
    facts: dict[str, Any] = {
        "history": ContributionHistory(),
        "requirement": asking(6),
        "on": ON,
        **given,
    }
    history, requirement = facts.pop("history"), facts.pop("requirement")
    with pytest.raises(ShebaoError) as caught:
        requirements.check(history, requirement, **facts)

    assert [field] == [fault.field for fault in cast("PeriodError", caught.value).faults]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"purpose": "car_plate"}, "purpose"),
        ({"on": "2026-01-29"}, "on"),
        ({"area": "Beijing"}, "area"),
        ({"area": 110000}, "area"),
        ({"kind": "pension"}, "kind"),
        ({"kind": PLATE}, "kind"),
        ({"law": 5}, "law"),
    ],
)
def test_what_is_refused_of_a_place(given: dict[str, Any], named: str) -> None:
    """Purpose, day, area and law are named where they are none."""
    facts = {"purpose": PLATE, "on": ON, "area": "110000", **given}
    with pytest.raises(ShebaoError, match=f"^{named}: "):
        requirements.of(facts.pop("purpose"), **facts)


def test_a_by_day_before_the_application_is_a_rule_error() -> None:
    """A day to be met on is not before the day of the application."""
    with pytest.raises(RuleError, match=r"by: .* is before the application"):
        check(asking(6), by=date(2026, 1, 28))


def test_a_source_is_a_requirement_of_the_same_place() -> None:
    """Another law, and the requirement of another city, are no source of an answer."""
    plate, where = requirements.of(PLATE, on=date(2026, 1, 29), area="110000")
    other = shipped().get("transfer.temporary_age", on=date(2026, 1, 29))
    elsewhere = attrs.evolve(where, area="440100")
    for source, problem in ((other, "is no requirement of law"), (elsewhere, "is not the place")):
        with pytest.raises(
            RuleError, match=f"source: .*{problem}.*expected what of gives, or None"
        ):
            requirements.check(ContributionHistory(), plate, on=date(2026, 1, 29), source=source)


def test_the_month_of_application_says_yes_or_no() -> None:
    """What the record decides is shown as it is, not as unknown."""
    asked = asking(1, needs_current=True)
    for last, is_insured in (("2026-01", True), ("2025-06", False)):
        period = ContributionPeriod(PENSION, MonthSpan("2025-01", last))
        decision = requirements.check(ContributionHistory([period]), asked, on=date(2026, 1, 31))
        assert is_insured is decision.conditions[-1].actual
