"""What the object path costs, as ratios to a plain reference in the same process.

Run: ``python benchmarks/object_path.py [PEOPLE]``. Needs numpy for the made-up data alone.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from time import perf_counter

import shebao as sb
from job import (
    AGES,
    BRIDGING,
    MINIMUM,
    REGIONS,
    Answers,
    Career,
    careers,
    checksum,
    inverse_sums,
    reference,
    wage_table,
)
from shebao import intervals
from shebao.law.parameters import (
    PENSION_BENEFIT_BASE,
    PENSION_MINIMUM_MONTHS,
    RETIREMENT_SCHEDULE,
)
from shebao.law.values import MinimumMonths, RetirementSchedule

ON = date(2025, 1, 31)
START = sb.YearMonth(1995, 1).ordinal
TRACKS = (
    sb.RetirementCategory.MALE,
    sb.RetirementCategory.FEMALE_55,
    sb.RetirementCategory.FEMALE_50,
)
BRIDGED = sb.CountingRule(name="three months bridged", bridging=BRIDGING)
BY_MONTH = sb.IndexPolicy(lag_years=0)
ROUNDS = 7
TODAY = date(2026, 1, 29)
LAW = sb.law.shipped()
ANN = sb.Person(birth=date(1996, 5, 1), sex=sb.Sex.FEMALE)
MAY = sb.Person(birth=date(1968, 2, 3), sex=sb.Sex.FEMALE)
TIE = sb.FamilyTie(ANN, MAY, sb.Kinship.PARENT)
OWNER = sb.MedicalMember(
    person=ANN,
    area="130100",
    scheme=sb.Scheme.EMPLOYEE,
    is_insured=True,
    has_account=True,
    is_in_good_standing=True,
)
MOTHER = sb.MedicalMember(person=MAY, area="320500", is_insured=True)
DRAWING = sb.BenefitDrawing(sb.Scheme.EMPLOYEE, date(2024, 4, 15), [date(2025, 2, 7)])
PLATE = sb.Requirement(
    name="plate",
    kinds=(sb.PENSION,),
    ways=(sb.RequiredMonths(60, continuous=True),),
    rule=sb.CountingRule(name="plate"),
)
#: What a fresh interpreter does that asks for one value of the nation and one of a city.
FIRST_USE = """
from datetime import date
import shebao.law as law
day = date(2026, 1, 29)
start = time.perf_counter()
law.shipped().get("pension.minimum_months", on=day)
law.shipped().find("pension.benefit_base", on=day, area="440300")
"""


def made_law() -> sb.Law:
    """A law without delay, with one minimum."""
    law = sb.law.shipped()
    for track, age in zip(TRACKS, AGES, strict=True):
        law = law.replacing(RETIREMENT_SCHEDULE[track], RetirementSchedule(age, None, None, 0))
    return law.replacing(PENSION_MINIMUM_MONTHS, MinimumMonths(MINIMUM, None, 0, MINIMUM))


def made_series() -> list[sb.WageSeries]:
    """The wages of each region, from each month on at which they change."""
    table = wage_table()
    series = []
    for region in range(REGIONS):
        wages = table[region]
        steps = {
            sb.YearMonth.from_ordinal(START + month): int(wages[month])
            for month in range(len(wages))
            if month == 0 or wages[month] != wages[month - 1]
        }
        series.append(sb.WageSeries(steps))
    return series


def made_history(career: Career, kind: sb.InsuranceKind = sb.PENSION) -> sb.ContributionHistory:
    """The record of one person, from ready values."""
    return sb.ContributionHistory(
        [
            sb.ContributionPeriod(
                kind,
                sb.MonthSpan.from_ordinals(START + first, START + last),
                base=Decimal(f"{base:.2f}"),
            )
            for first, last, base in career.periods
        ]
    )


def made_person(career: Career) -> sb.Person:
    """The person; only the month of birth is known."""
    track = TRACKS[career.category]
    birth = sb.YearMonth.from_ordinal(START + career.birth)
    return sb.Person(birth=birth, sex=track.sex, retirement_category=track)


def integers_alone(
    spans: intervals.Pairs, fen: list[int], series: sb.WageSeries, month: int
) -> tuple[int, int, int, int]:
    """The counts and the numerator of the index, on prepared spans."""
    runs = list(intervals.runs_backwards(spans, (), BRIDGING))
    counts = [intervals.count(run) for run in runs]
    total = 0
    for (first, last), base in zip(spans, fen, strict=True):
        total += base * series.weight(first, last)
    is_alive = month - spans[-1][1] - 1 <= BRIDGING
    return sum(counts), max(counts), counts[0] if is_alive else 0, total


def per_call(work: Callable[[], object], calls: int) -> float:
    """Best of some rounds, in microseconds a call."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best / calls * 1e6


def import_seconds(code: str) -> float:
    """Best of some fresh interpreters, without their own start."""
    timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    runs = [
        float(subprocess.run([sys.executable, "-c", timed], capture_output=True, check=True).stdout)  # noqa: S603
        for _ in range(ROUNDS)
    ]
    return min(runs)


def main() -> None:
    """Check the answers against the reference, then print what each call costs."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    people = careers(number)
    inverse = inverse_sums()
    law, series = made_law(), made_series()
    histories = [made_history(career) for career in people]
    persons = [made_person(career) for career in people]
    prepared = [
        (
            tuple((START + first, START + last) for first, last, _ in career.periods),
            [round(base * 100) for _, _, base in career.periods],
            series[career.region],
        )
        for career in people
    ]
    month = sb.YearMonth(2025, 1).ordinal

    def answers(index: int) -> Answers:
        history = histories[index]
        return (
            sb.counting.cumulative(history, sb.PENSION, on=ON).months,
            sb.counting.longest(history, sb.PENSION, on=ON, rule=BRIDGED).months,
            sb.counting.continuous(history, sb.PENSION, on=ON, rule=BRIDGED).months,
            float(_index(index).exact or 0),
            sb.pension.eligibility(persons[index], history, on=ON, law=law).eligible is True,
        )

    def _index(index: int) -> sb.bases.AverageIndex:
        wages = series[people[index].region]
        return sb.bases.average_index(histories[index], on=ON, policy=BY_MONTH, wages=wages)

    expected = checksum([reference(career, inverse) for career in people])
    found = checksum([answers(index) for index in range(number)])
    print(f"people {number}, reference {expected}")
    print(f"same five numbers: {expected == found}")

    base_line = per_call(lambda: [reference(career, inverse) for career in people], number)
    print(f"{'plain reference, all five':42} {base_line:8.2f} us  1.0 x")
    ready = [list(history) for history in histories]
    insured, out_of_work = (
        [made_history(career, kind) for career in people] for kind in (sb.MEDICAL, sb.UNEMPLOYMENT)
    )
    texts = [
        [(str(period.months.first), str(period.months.last), str(period.base)) for period in each]
        for each in ready
    ]
    values = [[(period.months, period.base) for period in each] for each in ready]
    for name, work in (
        (
            "integer functions on prepared spans",
            lambda: [integers_alone(*each, month) for each in prepared],
        ),
        (
            "counting.cumulative",
            lambda: [sb.counting.cumulative(h, sb.PENSION, on=ON) for h in histories],
        ),
        (
            "counting.continuous, bridging 3",
            lambda: [sb.counting.continuous(h, sb.PENSION, on=ON, rule=BRIDGED) for h in histories],
        ),
        (
            "counting.longest, bridging 3",
            lambda: [sb.counting.longest(h, sb.PENSION, on=ON, rule=BRIDGED) for h in histories],
        ),
        ("bases.average_index, exact", lambda: [_index(index) for index in range(number)]),
        (
            "pension.eligibility",
            lambda: [
                sb.pension.eligibility(p, h, on=ON, law=law)
                for p, h in zip(persons, histories, strict=True)
            ],
        ),
        (
            "pension.amounts, index given",
            lambda: [
                sb.pension.amounts(
                    benefit_base=9000,
                    average_index="0.8123",
                    contribution_months=300,
                    account="98765.43",
                    payout_months="137.3",
                )
                for _ in histories
            ],
        ),
        (
            "medical.cover, a known place",
            lambda: [sb.medical.cover(h, on=ON, area="310000") for h in insured],
        ),
        (
            "unemployment.eligibility, facts given",
            lambda: [
                sb.unemployment.eligibility(
                    h,
                    on=ON,
                    area="440100",
                    separation=sb.Separation.CONTRACT_ENDED,
                    registered=True,
                )
                for h in out_of_work
            ],
        ),
        (
            "sharing.eligibility",
            lambda: [sb.sharing.eligibility(OWNER, MOTHER, TIE, on=TODAY) for _ in histories],
        ),
        (
            "certification.standing",
            lambda: [sb.certification.standing(MAY, DRAWING, on=TODAY) for _ in histories],
        ),
        (
            "requirements.check, 60 months",
            lambda: [sb.requirements.check(h, PLATE, on=ON) for h in histories],
        ),
        (
            "law.get, a city",
            lambda: [LAW.get(PENSION_BENEFIT_BASE, on=ON, area="440300") for _ in histories],
        ),
        (
            "12-period history from ready values",
            lambda: [
                sb.ContributionHistory(
                    [sb.ContributionPeriod(sb.PENSION, span, base=base) for span, base in each]
                )
                for each in values
            ],
        ),
        (
            "12-period history from strings",
            lambda: [
                sb.ContributionHistory(
                    [
                        sb.ContributionPeriod(sb.PENSION, sb.MonthSpan(first, last), base=base)
                        for first, last, base in each
                    ]
                )
                for each in texts
            ],
        ),
    ):
        cost = per_call(work, number)
        print(f"{name:42} {cost:8.2f} us {cost / base_line:5.1f} x")
    ours = import_seconds("import shebao")
    theirs = import_seconds("import attrs; from dateutil.relativedelta import relativedelta")
    first = import_seconds(FIRST_USE.replace("\n", "; ").strip("; "))
    print(f"{'law of the nation and a city, first use':42} {first * 1e3:8.1f} ms")
    print(f"{'import shebao':42} {ours * 1e3:8.1f} ms {ours / theirs:5.1f} x attrs, relativedelta")


if __name__ == "__main__":
    main()
