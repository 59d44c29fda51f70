"""What rules are given: everything else is refused by its name, never with a bare Python error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import shebao as sb

ON = date(2026, 1, 29)
MAN = sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE)
MONTH = sb.ContributionPeriod(sb.PENSION, "2025-01")
RECORD = sb.ContributionHistory([MONTH])

Call = Callable[[Any], object]

OF_A_RECORD: list[Call] = [
    lambda given: sb.counting.cumulative(given, sb.PENSION, on=ON),
    lambda given: sb.counting.continuous(given, sb.PENSION, on=ON),
    lambda given: sb.counting.longest(given, sb.PENSION, on=ON),
    lambda given: sb.counting.gaps(given, sb.PENSION, on=ON),
    lambda given: sb.counting.overlaps(given, sb.PENSION, on=ON),
    lambda given: sb.arrears.states(given, sb.PENSION, on=ON),
    lambda given: sb.bases.average_base(given, sb.PENSION, on=ON),
    lambda given: sb.bases.average_index(given, on=ON),
    lambda given: sb.pension.eligibility(MAN, given, on=ON),
    lambda given: sb.resident.pension_eligibility(MAN, given, on=ON),
    lambda given: sb.resident.calendar_years_paid(given, sb.PENSION, on=ON),
    lambda given: sb.unemployment.eligibility(given, on=ON),
    lambda given: sb.medical.continuity(given, on=ON),
    lambda given: sb.work_injury.cover(given, on=ON),
    lambda given: sb.maternity.cover(given, on=ON),
    lambda given: sb.breaks.impact(given, "2026-02", on=ON),
    lambda given: sb.overview(MAN, given, on=ON),
]


@pytest.mark.parametrize("index", range(len(OF_A_RECORD)))
@pytest.mark.parametrize("given", [[MONTH], MAN, None])
def test_a_record_is_a_history(index: int, given: object) -> None:
    """A list of periods, a person or nothing is no record."""
    with pytest.raises(sb.PeriodError) as caught:
        OF_A_RECORD[index](given)
    assert caught.value.field == "history"
    assert "a ContributionHistory" in str(caught.value)


@pytest.mark.parametrize(
    "call",
    [
        lambda given: sb.pension.eligibility(given, RECORD, on=ON),
        lambda given: sb.resident.pension_eligibility(given, RECORD, on=ON),
        lambda given: sb.overview(given, RECORD, on=ON),
    ],
)
def test_a_person_is_a_person(call: Call) -> None:
    """Arguments in the wrong order are told apart, and the person never stands in the error."""
    with pytest.raises(sb.PersonError) as caught:
        call(RECORD)
    assert (caught.value.field, caught.value.value) == ("person", "***")


@pytest.mark.parametrize("law", [0, "", {}, "shipped"])
def test_a_law_is_a_law(law: Any) -> None:  # noqa: ANN401
    """What is empty is not the shipped law by accident."""
    with pytest.raises(sb.RuleError) as caught:
        sb.medical.continuity(RECORD, on=ON, law=law)
    assert (caught.value.field, caught.value.value) == ("law", law)


@pytest.mark.parametrize("area", [130100, ["130100"], "x/../130100", "a\0b", "\ud800", "13010"])
def test_an_area_is_a_code(area: Any) -> None:  # noqa: ANN401
    """Six digits, whoever asks; anything else never reaches the files."""
    asked: list[Callable[[], object]] = [
        lambda: sb.overview(None, RECORD, on=ON, area=area),
        lambda: sb.law.shipped().area_name(area),
        lambda: sb.law.shipped().find("pension.minimum_months", on=ON, area=area),
    ]
    for ask in asked:
        with pytest.raises(sb.FaultyInputError) as caught:
            ask()
        assert caught.value.field == "area"


@pytest.mark.parametrize("kind", ["pension", None, 3])
def test_a_kind_is_a_term(kind: Any) -> None:  # noqa: ANN401
    """A kind in words gives no empty answer."""
    for ask in (
        lambda: sb.counting.overlaps(RECORD, kind, on=ON),
        lambda: sb.resident.calendar_years_paid(RECORD, kind, on=ON),
        lambda: sb.overview(None, RECORD, on=ON).of(kind),
        lambda: RECORD.keeping(kind, area="130100"),
    ):
        with pytest.raises(sb.RuleError) as caught:
            ask()
        assert (caught.value.field, caught.value.value) == ("kind", kind)


def test_only_decisions_are_explained() -> None:
    """A count explains itself by its parts."""
    count: Any = sb.counting.cumulative(RECORD, sb.PENSION, on=ON)
    with pytest.raises(sb.RuleError) as caught:
        sb.explain(count, "zh")
    assert caught.value.field == "decision"


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"policy": 1}, "policy"), ({"wages": 1}, "wages"), ({"overlap": 5}, "overlap")],
)
def test_policies_are_values(facts: dict[str, Any], field: str) -> None:
    """A number is no policy and no series."""
    with pytest.raises(sb.RuleError) as caught:
        sb.bases.average_index(RECORD, on=ON, **facts)
    assert caught.value.field == field


@pytest.mark.parametrize("clamp", [5, "68", (1,), [0, 3]])
def test_a_clamp_is_a_pair(clamp: Any) -> None:  # noqa: ANN401
    """Two numbers, the lowest and the highest."""
    with pytest.raises(sb.RuleError) as caught:
        sb.IndexPolicy(clamp=clamp)
    assert caught.value.field == "clamp"


@pytest.mark.parametrize("wages", [None, b"40", {1: 4000}, "3000"])
def test_wages_are_a_list(wages: Any) -> None:  # noqa: ANN401
    """Bytes and tables are no lists of wages."""
    with pytest.raises(sb.RuleError) as caught:
        sb.bases.contribution_base(wages, on=ON)
    assert caught.value.field == "wages"


def test_a_grade_may_be_written_and_is_checked() -> None:
    """What a caller supplies is graded by a term or its word, and cited by a citation."""
    law = sb.law.shipped()
    name = "medical.waiting_months"
    made = law.replacing(name, 3, area="130100", evidence="official")
    assert made.get(name, on=ON, area="130100").evidence is sb.Evidence.OFFICIAL
    wrong: Any = 3
    for facts, field in (({"evidence": "sure"}, "evidence"), ({"citation": wrong}, "citation")):
        with pytest.raises(sb.RuleError) as caught:
            law.replacing(name, 3, area="130100", **facts)
        assert caught.value.field == field


def test_laws_with_other_areas_are_other_laws() -> None:
    """A place that a caller adds is part of the law, although no number may differ."""
    text = 'schema = 1\narea = "990100"\nname = { zh = "某市", en = "A city" }\n'
    assert sb.law.shipped().with_area(text) != sb.law.shipped()


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(on: date) -> None:
    """On the first and the last day there is an answer too."""
    record = sb.ContributionHistory([sb.ContributionPeriod(sb.PENSION, "0001-01..9999-12", base=1)])
    assert sb.overview(None, record, on=on).index.exact is None


@pytest.mark.parametrize("window", ["2025-01", "2025-01..2025-03", date(2025, 1, 5)])
def test_a_window_may_be_written(window: str | date) -> None:
    """A month or a span of months, in any of their forms."""
    record = sb.ContributionHistory([sb.ContributionPeriod(sb.PENSION, "2025-01", base=4000)])
    assert sb.bases.average_base(record, sb.PENSION, on=ON, window=window).amount == 4000


def test_a_gap_says_which_of_its_months_are_in_arrears() -> None:
    """Declared and not paid is uncovered, but no 断缴."""
    owed = sb.ContributionPeriod(sb.MEDICAL, "2025-11..2025-12", status=sb.PaymentStatus.ARREARS)
    record = sb.ContributionHistory([sb.ContributionPeriod(sb.MEDICAL, "2025-01..2025-09"), owed])
    (gap,) = sb.counting.gaps(record, sb.MEDICAL, on=ON)
    assert (gap.months, gap.in_arrears) == (3, sb.MonthSet([owed.months]))


def test_who_insures_alone_may_have_to_wait() -> None:
    """A first month of flexible work is left to the place until six months have passed."""
    alone = sb.ContributionPeriod(sb.MEDICAL, "2025-12..2026-12", scheme=sb.Scheme.FLEXIBLE)
    record = sb.ContributionHistory([alone])
    early, late = (
        sb.medical.continuity(record, on=day, area="110000") for day in (ON, date(2026, 6, 1))
    )
    assert [str(each) for each in early.missing] == ["medical.waiting_months (110000)"]
    assert (early.eligible, late.eligible) == (None, True)


def test_months_as_a_resident_are_no_certain_gap() -> None:
    """Employed, then a resident for three years, employed again: the place decides of waiting."""
    between = sb.ContributionPeriod(sb.MEDICAL, "2023-01..2025-12", scheme=sb.Scheme.RESIDENT)
    jobs = [sb.ContributionPeriod(sb.MEDICAL, span) for span in ("2020-01..2022-12", "2026-01")]
    answer = sb.medical.continuity(sb.ContributionHistory([*jobs, between]), on=ON, area="130100")
    gapped = sb.medical.continuity(sb.ContributionHistory(jobs), on=ON, area="130100")
    verdicts = [each.conditions[1].parts[0].verdict for each in (answer, gapped)]
    assert verdicts == [sb.Verdict.UNKNOWN, sb.Verdict.NOT_MET]
    assert [str(each) for each in answer.missing] == ["medical.waiting_months (130100)"]
