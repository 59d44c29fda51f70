"""What is shipped of what cities ask for: every value pinned, and one worked example of each."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    WORK_INJURY,
    ContributionHistory,
    ContributionPeriod,
    EndMonth,
    InsuranceKind,
    Missing,
    MonthSpan,
    Outcome,
    PaymentStatus,
    RequiredMonths,
    RequirementPurpose,
    Scheme,
    UnknownLawError,
    YearMonth,
    requirements,
)
from shebao.law import Dated, Evidence, shipped
from shebao.law.loader import shipped_place
from shebao.law.parameters import REQUIREMENT
from shebao.law.requirement_values import LocalRequirement

if TYPE_CHECKING:
    from shebao.decisions import Decision
    from shebao.rules.requirements import RequirementCheck

SECONDARY: Final = Evidence.SECONDARY
ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
PURPOSE = RequirementPurpose
UNKNOWN: Final = (0, None)
NATION: Final = "100000"
BEIJING_PLATE: Final = "requirement.car_plate"

AREAS = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("shebao.law").joinpath("data").iterdir()
    if entry.name.endswith(".toml")
)


def continuous(months: int, window: int | None = None) -> RequiredMonths:
    """Months in a row."""
    return RequiredMonths(months, continuous=True, window=window)


def in_total(months: int, window: int | None = None) -> RequiredMonths:
    """Months in total."""
    return RequiredMonths(months, continuous=False, window=window)


def unnamed(
    *ways: RequiredMonths,
    back_paid: tuple[int | None, int | None] = UNKNOWN,
    **facts: Any,  # noqa: ANN401
) -> LocalRequirement:
    """Months of an insurance that the text does not name, nor back-paid ones unless said."""
    return LocalRequirement((), ways, back_paid, **facts)


EMPLOYEE: Final = (Scheme.EMPLOYEE,)
FIVE: Final = (PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY)
FIVE_YEARS = unnamed(continuous(60), back_paid=(0, 3), excusable=True, needs_current=True)
GREEN_PLATE = unnamed(in_total(36, 48))

#: First day, last day, value and grade of an entry; a hole has no value.
Entry = tuple[str, str | None, LocalRequirement | None, Evidence | None]
TONGZHOU: Final[Entry] = ("2015-08-15", "2024-09-30", None, None)

PLACES: Final[dict[tuple[str, str], list[Entry]]] = {
    ("110000", "car_plate"): [
        (
            "2021-01-01",
            None,
            LocalRequirement((PENSION,), (continuous(60),), (None, None)),
            SECONDARY,
        )
    ],
    ("110000", "home"): [
        ("2012-12-18", "2024-09-30", FIVE_YEARS, SECONDARY),
        ("2024-10-01", "2025-12-23", unnamed(continuous(36)), SECONDARY),
        ("2025-12-24", "2026-08-06", unnamed(continuous(24)), SECONDARY),
        ("2026-08-07", None, unnamed(continuous(12)), SECONDARY),
    ],
    ("110000", "home_outer"): [
        ("2012-12-18", "2024-09-30", FIVE_YEARS, SECONDARY),
        ("2024-10-01", "2025-12-23", unnamed(continuous(24)), SECONDARY),
        ("2025-12-24", None, unnamed(continuous(12)), SECONDARY),
    ],
    ("110000", "points_settlement"): [
        (
            "2018-04-01",
            None,
            LocalRequirement(
                FIVE,
                (continuous(84),),
                (5, 5),
                end=EndMonth.DECEMBER_BEFORE,
                formed_by_end=True,
            ),
            SECONDARY,
        )
    ],
    ("110112", "home"): [TONGZHOU],
    ("110112", "home_outer"): [TONGZHOU],
    ("120000", "car_plate"): [("2025-09-01", None, unnamed(continuous(24)), SECONDARY)],
    ("310000", "green_plate"): [
        ("2025-01-01", "2025-12-31", GREEN_PLATE, SECONDARY),
        ("2026-01-01", "2026-12-31", GREEN_PLATE, SECONDARY),
    ],
    ("310000", "points_permit"): [
        (
            "2023-01-01",
            None,
            unnamed(in_total(6, 12), back_paid=(0, 0), schemes=EMPLOYEE, needs_current=True),
            SECONDARY,
        )
    ],
    ("310000", "settlement"): [
        (
            "2026-01-11",
            None,
            unnamed(in_total(84), back_paid=(0, 0), schemes=EMPLOYEE),
            SECONDARY,
        )
    ],
    ("310000", "home"): [
        ("2016-03-25", "2024-05-27", unnamed(continuous(60), gaps_open=True), SECONDARY),
        ("2024-05-28", "2024-09-30", unnamed(continuous(36), gaps_open=True), SECONDARY),
        ("2024-10-01", "2026-02-25", unnamed(continuous(36), gaps_open=True), SECONDARY),
        ("2026-02-26", None, unnamed(continuous(12), gaps_open=True), SECONDARY),
    ],
    ("310000", "home_outer"): [
        ("2016-03-25", "2024-05-27", unnamed(continuous(60), gaps_open=True), SECONDARY),
        ("2024-05-28", "2024-09-30", unnamed(continuous(36), gaps_open=True), SECONDARY),
        ("2024-10-01", None, unnamed(continuous(12), gaps_open=True), SECONDARY),
    ],
    ("440100", "car_plate"): [
        (
            "2024-07-01",
            None,
            LocalRequirement((MEDICAL,), (in_total(24, 36),), UNKNOWN, schemes=EMPLOYEE),
            SECONDARY,
        )
    ],
    ("440300", "residence_permit"): [
        ("2015-06-01", None, unnamed(continuous(12), in_total(18, 24)), SECONDARY)
    ],
    ("460000", "car_plate"): [
        (
            "2022-11-01",
            None,
            unnamed(in_total(48, 96), continuous(24, 24), excusable=True),
            SECONDARY,
        )
    ],
}


def shipped_rows(area: str) -> dict[tuple[str, str], list[Any]]:
    """What the file of a place has of these parameters."""
    place = shipped_place(area)
    assert place is not None
    return {
        (area, name.removeprefix("requirement.")): [
            (
                str(entry.valid_from),
                None if entry.valid_until is None else str(entry.valid_until),
                entry.value if isinstance(entry, Dated) else None,
                entry.evidence if isinstance(entry, Dated) else None,
            )
            for entry in line.entries
        ]
        for name, line in place.timelines.items()
        if name.startswith("requirement.")
    }


@pytest.mark.parametrize(("area", "name"), PLACES)
def test_each_value_of_a_place_is_pinned(area: str, name: str) -> None:
    """Each line of the table stands in the file of its place, with its days and its grade."""
    assert PLACES[area, name] == shipped_rows(area)[area, name]


def test_nothing_else_is_shipped() -> None:
    """No place, and not the nation, asks for anything beyond the table."""
    assert set(PLACES) == {key for area in AREAS for key in shipped_rows(area)}


@pytest.mark.parametrize("area", sorted({area for area, _ in PLACES}))
def test_what_is_taken_for_granted_is_said(area: str) -> None:
    """Each entry has a note, and where the text names no insurance, the note says so."""
    place = shipped_place(area)
    assert place is not None
    for name, line in place.timelines.items():
        for entry in line.entries if name.startswith("requirement.") else ():
            if not isinstance(entry, Dated):
                assert entry.missing
                continue
            assert entry.note
            # Of Beijing's car plate no text names it, and all examples do.
            is_unnamed = entry.value.kinds == () or (area, name) == ("110000", BEIJING_PLATE)
            assert ("names no insurance" in entry.note) == is_unnamed
            assert "insurance is taken" not in entry.note
            assert entry.citation.source


@pytest.mark.parametrize("purpose", [PURPOSE.HOME, PURPOSE.HOME_OUTER])
def test_homes_in_tongzhou_were_asked_for_more(purpose: RequirementPurpose) -> None:
    """What was asked for beside the city's rule was not read; before and after that rule holds."""
    for on in (date(2015, 8, 15), date(2024, 9, 30)):
        with pytest.raises(UnknownLawError, match="three years in the district"):
            requirements.of(purpose, on=on, area="110112")
    for on in (date(2015, 8, 14), date(2024, 10, 1)):
        _, where = requirements.of(purpose, on=on, area="110112")
        assert where.area == "110000"
    _, where = requirements.of(purpose, on=date(2015, 8, 15), area="110105")
    assert where.area == "110000"


@pytest.mark.parametrize(
    ("area", "purpose"),
    [
        ("330100", PURPOSE.CAR_PLATE),
        ("440300", PURPOSE.CAR_PLATE),
        ("310000", PURPOSE.CAR_PLATE),
        ("440300", PURPOSE.HOME),
        ("440100", PURPOSE.HOME),
        (NATION, PURPOSE.HOME),
    ],
)
def test_what_is_not_known_is_not_answered(area: str, purpose: RequirementPurpose) -> None:
    """Where texts contradict each other, or none was read, there is no requirement."""
    with pytest.raises(UnknownLawError, match=f"requirement.{purpose.value}"):
        requirements.of(purpose, on=date(2026, 11, 1), area=area)


def paid(
    last: str,
    months: int,
    *kinds: InsuranceKind,
    area: str,
    **facts: Any,  # noqa: ANN401
) -> list[ContributionPeriod]:
    """So many months up to one, of some kinds, in a place."""
    end = YearMonth.parse(last)
    span = MonthSpan(end - (months - 1), end)
    return [ContributionPeriod(kind, span, area=area, **facts) for kind in kinds or (PENSION,)]


def asked(
    purpose: RequirementPurpose,
    area: str,
    on: date,
    *periods: ContributionPeriod,
    kind: InsuranceKind | None = PENSION,
    **facts: Any,  # noqa: ANN401
) -> Decision[RequirementCheck]:
    """What a place answers to a record on a day, of pensions where its text names no insurance."""
    requirement, where = requirements.of(purpose, on=on, area=area, kind=kind)
    return requirements.check(
        ContributionHistory(periods), requirement, on=on, source=where, **facts
    )


def back_paid(month: str, area: str, kind: InsuranceKind = PENSION) -> ContributionPeriod:
    """A month that was bought back later."""
    return ContributionPeriod(kind, month, area=area, status=PaymentStatus.BACK_PAID)


def test_a_car_plate_of_beijing() -> None:
    """60 months in a row up to the month before, back-paid ones among them."""
    on = date(2026, 1, 29)
    months = [*paid("2025-06", 54, area="110105"), *paid("2025-12", 5, area="110000")]
    decision = asked(PURPOSE.CAR_PLATE, "110105", on, *months, back_paid("2025-07", "110000"))

    assert decision.outcome is ELIGIBLE
    assert decision.evidence is SECONDARY
    assert decision.value is not None
    assert decision.value.kinds[0].back_paid_used == 1
    broken = asked(PURPOSE.CAR_PLATE, "110000", on, *months, by=date(2031, 1, 1))
    assert broken.outcome is INELIGIBLE
    assert broken.value is not None
    assert (broken.value.missing_months, str(broken.value.earliest)) == (55, "2030-08")
    assert str(broken.value.latest_start) == "2026-01"


@pytest.mark.parametrize("purpose", [PURPOSE.HOME, PURPOSE.HOME_OUTER])
@pytest.mark.parametrize(
    ("excused", "expected"), [(None, UNDETERMINED), (True, ELIGIBLE), (False, INELIGIBLE)]
)
def test_a_home_in_beijing_until_2024(
    purpose: RequirementPurpose, excused: bool | None, expected: Outcome
) -> None:
    """60 months in a row, up to three of them back-paid with an excuse, and insured now."""
    months = [
        *paid("2024-05", 57, area="110000"),
        *(back_paid(each, "110000") for each in ("2024-06", "2024-07", "2024-08")),
        *paid("2024-09", 1, area="110000"),
    ]
    decision = asked(purpose, "110000", date(2024, 9, 30), *months, excused=excused)

    assert expected is decision.outcome
    if expected is UNDETERMINED:
        assert decision.missing == (Missing("excused"),)
    gone = asked(
        purpose, "110000", date(2024, 9, 30), *months[:-1], excused=True, insured_now=False
    )
    assert gone.outcome is INELIGIBLE


@pytest.mark.parametrize(
    ("purpose", "on", "months"),
    [
        (PURPOSE.HOME, date(2024, 10, 1), 36),
        (PURPOSE.HOME, date(2025, 12, 23), 36),
        (PURPOSE.HOME, date(2025, 12, 24), 24),
        (PURPOSE.HOME, date(2026, 8, 6), 24),
        (PURPOSE.HOME, date(2026, 8, 7), 12),
        (PURPOSE.HOME_OUTER, date(2024, 10, 1), 24),
        (PURPOSE.HOME_OUTER, date(2025, 12, 24), 12),
        (PURPOSE.HOME_OUTER, date(2026, 8, 7), 12),
    ],
)
def test_a_home_in_beijing_since(purpose: RequirementPurpose, on: date, months: int) -> None:
    """The months fall step by step; whether a back-paid one counts is not known any longer."""
    last = str(YearMonth(on.year, on.month) - 1)
    enough = asked(purpose, "110000", on, *paid(last, months, area="110000"))
    short = asked(purpose, "110000", on, *paid(last, months - 1, area="110000"))
    bought = [*paid(last, months - 1, area="110000")]
    first = bought[0].months.first - 1
    open_one = asked(purpose, "110000", on, *bought, back_paid(str(first), "110000"))

    assert [each.outcome for each in (enough, short, open_one)] == [
        ELIGIBLE,
        INELIGIBLE,
        UNDETERMINED,
    ]
    assert open_one.missing == (Missing("back_paid_months"),)


def test_settlement_by_points_in_beijing() -> None:
    """84 months of five insurances up to last December; maternity ones are those of medical."""
    on = date(2026, 4, 20)
    four = (PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY)
    months = [
        *paid("2025-12", 84, *four, area="110105"),
        *paid("2019-12", 12, MATERNITY, area="110105"),
    ]

    decision = asked(PURPOSE.POINTS_SETTLEMENT, "110000", on, *months)
    assert decision.outcome is ELIGIBLE
    assert decision.value is not None
    assert [each.count.months for each in decision.value.kinds] == [84] * 5
    assert str(decision.value.earliest) == "2026-04"
    # Without the maternity rows of 2019 that insurance has no seven years.
    assert asked(PURPOSE.POINTS_SETTLEMENT, "110000", on, *months[:4]).outcome is INELIGIBLE


def test_settlement_by_points_forgives_five_months() -> None:
    """Five back-paid months are forgiven, the sixth is not."""
    on = date(2026, 4, 20)
    kinds = (PENSION, MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY)

    def with_bought(number: int) -> Outcome:
        months = [*paid("2025-06", 84 - number, *kinds, area="110000")]
        for kind in kinds:
            months += [
                back_paid(str(YearMonth(2025, 7) + n), "110000", kind) for n in range(number)
            ]
            last = YearMonth(2025, 7) + number
            months.append(ContributionPeriod(kind, MonthSpan(last, "2025-12"), area="110000"))
        return asked(PURPOSE.POINTS_SETTLEMENT, "110000", on, *months).outcome

    assert [with_bought(5), with_bought(3)] == [ELIGIBLE, ELIGIBLE]
    late = [*paid("2025-12", 84, *kinds[1:], area="110000"), *paid("2025-12", 3, area="110000")]
    late += paid("2025-03", 80, area="110000")
    late += [back_paid(f"2025-0{month}", "110000") for month in range(4, 10)]
    assert asked(PURPOSE.POINTS_SETTLEMENT, "110000", on, *late).outcome is INELIGIBLE


def test_a_record_as_of_december_is_what_the_points_look_at() -> None:
    """A month that was bought in February had not been formed on 31 December."""
    kinds = (MEDICAL, UNEMPLOYMENT, WORK_INJURY, MATERNITY)
    history = ContributionHistory(
        [
            *paid("2025-12", 84, *kinds, area="110000"),
            *paid("2025-11", 83, area="110000"),
            ContributionPeriod(
                PENSION,
                "2025-12",
                area="110000",
                status=PaymentStatus.BACK_PAID,
                declared_on=date(2026, 2, 2),
                settled_on=date(2026, 2, 2),
            ),
        ]
    )
    on = date(2026, 4, 20)
    requirement, _ = requirements.of(PURPOSE.POINTS_SETTLEMENT, on=on, area="110000")
    as_it_was = history.as_of(date(2025, 12, 31))
    in_time = [
        each if each.declared_on is None else attrs.evolve(each, declared_on=day, settled_on=day)
        for each in history
        for day in [date(2025, 12, 31)]
    ]
    found = [
        requirements.check(record, requirement, on=on).outcome
        for record in (history, as_it_was, ContributionHistory(in_time))
    ]

    assert found == [INELIGIBLE, INELIGIBLE, ELIGIBLE]


def test_a_car_plate_of_tianjin() -> None:
    """24 months in a row; whether a back-paid one counts is not said."""
    on = date(2026, 1, 29)
    whole, *_ = paid("2025-12", 24, area="120000")
    part, *_ = paid("2025-12", 23, area="120000")

    assert asked(PURPOSE.CAR_PLATE, "120000", on, whole).outcome is ELIGIBLE
    assert asked(PURPOSE.CAR_PLATE, "120000", on, part).outcome is INELIGIBLE
    bought = asked(PURPOSE.CAR_PLATE, "120000", on, part, back_paid("2024-01", "120000"))
    assert bought.outcome is UNDETERMINED


@pytest.mark.parametrize("on", [date(2025, 6, 1), date(2026, 6, 1)])
def test_a_green_plate_of_shanghai(on: date) -> None:
    """36 months in total of the 48 before the application, gaps or not; those before are too old."""
    last = str(YearMonth(on.year, on.month) - 1)
    before = str(YearMonth(on.year, on.month) - 13)
    after_a_gap = paid(before, 40, area="310000")
    recent = paid(last, 1, area="310115")
    decision = asked(PURPOSE.GREEN_PLATE, "310000", on, *after_a_gap, *recent)

    assert decision.outcome is ELIGIBLE
    assert decision.evidence is SECONDARY
    assert decision.value is not None
    assert decision.value.kinds[0].count.months == 37
    older = paid(str(YearMonth(on.year, on.month) - 15), 40, area="310000")
    assert asked(PURPOSE.GREEN_PLATE, "310000", on, *older, *recent).outcome is INELIGIBLE


def test_green_plates_of_shanghai_end_with_2026() -> None:
    """Nothing is known for 2027."""
    with pytest.raises(UnknownLawError, match="to 2026-12-31"):
        requirements.of(PURPOSE.GREEN_PLATE, on=date(2027, 1, 1), area="310000")


def test_points_of_the_permit_of_shanghai() -> None:
    """Six of the twelve months before, none of them back-paid, as an employee who is insured now."""
    on = date(2026, 1, 29)
    six = [*paid("2025-04", 4, area="310000"), *paid("2026-01", 3, area="310000")]

    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *six).outcome is ELIGIBLE
    # Of the month of the application nothing is known: it does not count, and it has to be known.
    without = [*six[:1], *paid("2025-12", 2, area="310000")]
    decision = asked(PURPOSE.POINTS_PERMIT, "310000", on, *without)
    assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("insured_now"),))
    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *without, insured_now=True).eligible
    five = [back_paid("2025-01", "310000"), *paid("2025-04", 3, area="310000"), *six[1:]]
    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *five).outcome is INELIGIBLE
    alone = paid("2026-01", 12, area="310000", scheme=Scheme.FLEXIBLE)
    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *alone).outcome is INELIGIBLE


def test_a_month_elsewhere_is_not_the_month_of_the_application() -> None:
    """Who has moved to Suzhou is insured now, but not in Shanghai."""
    moved = [*paid("2025-12", 9, area="310000"), *paid("2026-01", 1, area="320500")]
    on = date(2026, 1, 29)
    gone = [*paid("2025-11", 9, area="310000"), *paid("2026-01", 2, area="320500")]

    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *moved).outcome is UNDETERMINED
    assert asked(PURPOSE.POINTS_PERMIT, "310000", on, *gone).outcome is INELIGIBLE


def test_settlement_in_shanghai() -> None:
    """84 months in total, wherever the gaps lie, none of them back-paid."""
    on = date(2026, 2, 1)
    most = [*paid("2019-12", 40, area="310000"), *paid("2026-01", 43, area="310000")]

    one_more = paid("2020-02", 1, area="310000")
    assert asked(PURPOSE.SETTLEMENT, "310000", on, *most, *one_more).outcome is ELIGIBLE
    decision = asked(PURPOSE.SETTLEMENT, "310000", on, *most, back_paid("2020-02", "310000"))
    assert decision.outcome is INELIGIBLE
    assert decision.value is not None
    assert (decision.value.missing_months, str(decision.value.earliest)) == (1, "2026-03")


@pytest.mark.parametrize(
    ("purpose", "on", "months"),
    [
        (PURPOSE.HOME, date(2016, 3, 25), 60),
        (PURPOSE.HOME, date(2024, 5, 27), 60),
        (PURPOSE.HOME, date(2024, 5, 28), 36),
        (PURPOSE.HOME, date(2024, 10, 1), 36),
        (PURPOSE.HOME, date(2026, 2, 25), 36),
        (PURPOSE.HOME, date(2026, 2, 26), 12),
        (PURPOSE.HOME_OUTER, date(2016, 3, 25), 60),
        (PURPOSE.HOME_OUTER, date(2024, 5, 27), 60),
        (PURPOSE.HOME_OUTER, date(2024, 5, 28), 36),
        (PURPOSE.HOME_OUTER, date(2024, 9, 30), 36),
        (PURPOSE.HOME_OUTER, date(2024, 10, 1), 12),
        (PURPOSE.HOME_OUTER, date(2026, 11, 1), 12),
    ],
)
def test_a_home_in_shanghai(purpose: RequirementPurpose, on: date, months: int) -> None:
    """The months fall step by step; of gaps nothing is said."""
    last = str(YearMonth(on.year, on.month) - 1)
    found = [
        asked(purpose, "310000", on, *paid(last, each, area="310000")).outcome
        for each in (months, months - 1)
    ]
    before = str(YearMonth(on.year, on.month) - 3)
    gapped = [*paid(before, months - 1, area="310000"), *paid(last, 1, area="310000")]

    assert found == [ELIGIBLE, INELIGIBLE]
    assert asked(purpose, "310000", on, *gapped).missing == (Missing("gap_months"),)


def test_a_car_plate_of_guangzhou() -> None:
    """24 medical months of the last 36 as an employee, paid in the city and not beside it."""
    on = date(2026, 1, 29)
    gapped = [
        *paid("2024-06", 15, MEDICAL, area="440106"),
        *paid("2025-12", 9, MEDICAL, area="440100"),
    ]
    decision = asked(PURPOSE.CAR_PLATE, "440106", on, *gapped)

    assert decision.outcome is ELIGIBLE
    assert decision.evidence is SECONDARY
    elsewhere = [*gapped[:1], *paid("2025-12", 9, MEDICAL, area="440300")]
    assert asked(PURPOSE.CAR_PLATE, "440100", on, *elsewhere).outcome is INELIGIBLE
    pension_only = paid("2025-12", 36, area="440100")
    assert asked(PURPOSE.CAR_PLATE, "440100", on, *pension_only).outcome is INELIGIBLE
    bought = [*gapped[:1], *paid("2025-12", 8, MEDICAL, area="440100")]
    bought.append(back_paid("2025-01", "440100", MEDICAL))
    assert asked(PURPOSE.CAR_PLATE, "440100", on, *bought).outcome is UNDETERMINED


def test_a_residence_permit_of_shenzhen() -> None:
    """Twelve months in a row or 18 of 24; months in Guangzhou are of the same fund, not the city."""
    on = date(2026, 1, 29)

    def found(*periods: ContributionPeriod) -> Outcome:
        return asked(PURPOSE.RESIDENCE_PERMIT, "440300", on, *periods).outcome

    assert found(*paid("2025-12", 12, area="440305")) is ELIGIBLE
    assert found(*paid("2025-12", 11, area="440305")) is INELIGIBLE
    gapped = [*paid("2024-08", 8, area="440300"), *paid("2025-11", 10, area="440300")]
    assert found(*gapped) is ELIGIBLE
    assert found(*gapped[:1], *paid("2025-11", 9, area="440300")) is INELIGIBLE
    assert found(*paid("2025-12", 24, area="440100")) is INELIGIBLE


@pytest.mark.parametrize(
    ("excused", "expected"), [(None, UNDETERMINED), (True, ELIGIBLE), (False, INELIGIBLE)]
)
def test_a_car_plate_of_hainan(excused: bool | None, expected: Outcome) -> None:
    """48 of 96 months or 24 in a row; months others missed and bought back count with them."""
    on = date(2026, 1, 29)
    scattered = [*paid("2020-12", 30, area="460100"), *paid("2024-06", 18, area="460000")]
    assert asked(PURPOSE.CAR_PLATE, "460000", on, *scattered).outcome is ELIGIBLE
    in_a_row = paid("2025-12", 24, area="460200")
    assert asked(PURPOSE.CAR_PLATE, "460200", on, *in_a_row).outcome is ELIGIBLE

    bought = [*paid("2025-10", 22, area="460000"), *paid("2025-12", 1, area="460000")]
    bought.append(back_paid("2025-11", "460000"))
    decision = asked(PURPOSE.CAR_PLATE, "460000", on, *bought, excused=excused)
    assert expected is decision.outcome


@pytest.mark.parametrize(("area", "name"), sorted(PLACES))
def test_what_the_texts_name_is_what_is_asked_for(area: str, name: str) -> None:
    """Three texts name insurances; of any other it is open which one, unless one is chosen."""
    named = {
        ("110000", "car_plate"): (PENSION,),
        ("110000", "points_settlement"): FIVE,
        ("440100", "car_plate"): (MEDICAL,),
    }
    purpose, on = RequirementPurpose(name), date(2026, 1, 29)
    requirement, _ = requirements.of(purpose, on=on, area=area)
    chosen, _ = requirements.of(purpose, on=on, area=area, kind=UNEMPLOYMENT)

    assert requirement.kinds == named.get((area, name), tuple(InsuranceKind))
    assert requirement.kinds_open == ((area, name) not in named)
    assert chosen.kinds == named.get((area, name), (UNEMPLOYMENT,))
    assert not chosen.kinds_open


def test_a_text_that_names_no_insurance_leaves_it_open() -> None:
    """A pension record of Tianjin leaves open what is asked for; with four insurances it is met."""
    on = date(2026, 1, 29)
    pensions = paid("2025-12", 24, area="120000")
    others = paid("2025-12", 24, MEDICAL, UNEMPLOYMENT, WORK_INJURY, area="120000")
    found = [
        asked(PURPOSE.CAR_PLATE, "120000", on, *record, kind=None)
        for record in ([], pensions, [*pensions, *others])
    ]

    assert [each.outcome for each in found] == [INELIGIBLE, UNDETERMINED, ELIGIBLE]
    assert found[1].missing == (Missing("kind"),)


def test_a_permit_of_shanghai_is_open_with_one_insurance_in_force() -> None:
    """Neither do the months of one insurance decide nor that it is in force."""
    decision = asked(
        PURPOSE.POINTS_PERMIT,
        "310000",
        date(2026, 1, 29),
        *paid("2026-01", 12, area="310000"),
        kind=None,
    )

    assert (decision.outcome, decision.missing) == (UNDETERMINED, (Missing("kind"),))


def test_of_gives_the_value_of_the_place() -> None:
    """What ``of`` gives is the value of the law of the day, and where it stands."""
    on = date(2026, 1, 29)
    for area, name in PLACES:
        purpose = RequirementPurpose(name)
        requirement, where = requirements.of(purpose, on=on, area=area)
        value = shipped().get(REQUIREMENT[purpose], on=on, area=area).value
        place = "110000" if area == "110112" else area
        assert (where.value, where.area) == (value, place)
        kinds = value.kinds or tuple(InsuranceKind)
        assert (requirement.area, requirement.kinds) == (place, kinds)
        assert (requirement.ways, requirement.gaps_open) == (value.ways, value.gaps_open)
        assert requirement.formed_by_end is value.formed_by_end
