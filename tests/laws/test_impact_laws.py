"""Laws of the cost of a gap, checked against two worlds rebuilt month by month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from shebao.breaks import impact, worlds
from shebao.errors import ContradictionError
from shebao.model.contributions import ContributionPeriod
from shebao.model.history import ContributionHistory
from shebao.months import MonthSpan, YearMonth
from shebao.report import overview
from shebao.terms import InsuranceKind, PaymentStatus, Scheme
from strategies import AREAS, EMPLOYERS, bases, days, histories, months, spans

if TYPE_CHECKING:
    from decimal import Decimal

    from hypothesis.strategies import DrawFn

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
MATERNITY = InsuranceKind.MATERNITY
WITHIN = MonthSpan("2018-10", "2022-06")
MERGED = YearMonth(2020, 1).ordinal
LAST = YearMonth(2023, 6)

#: Places of the records, and one that holds no month.
areas = st.sampled_from((*AREAS, "440100"))
gaps = st.tuples(months(YearMonth(2019, 6), LAST), st.integers(0, 7)).map(
    lambda made: MonthSpan(made[0], made[0] + made[1])
)


@st.composite
def insured(draw: DrawFn) -> ContributionHistory:
    """Records of one or two kinds that began early, paid for the most part, often held twice."""
    kinds = draw(st.sampled_from([(PENSION,), (MEDICAL,), (MEDICAL, MATERNITY)]))
    statuses = [PaymentStatus.PAID] * 4 + list(PaymentStatus)
    history = ContributionHistory()
    for _ in range(draw(st.integers(2, 7))):
        period = ContributionPeriod(
            draw(st.sampled_from(kinds)),
            draw(spans(WITHIN.first, YearMonth(2021, 12), 24)),
            base=draw(bases()),
            status=draw(st.sampled_from(statuses)),
            area=draw(st.sampled_from((None, *AREAS[:2]))),
            employer=draw(st.sampled_from((None, *EMPLOYERS))),
        )
        try:
            history = ContributionHistory([*history, period])
        except ContradictionError:
            continue
    return history


anything = histories(within=WITHIN, with_counts=False, max_size=8)
placed = st.one_of(insured(), insured(), anything)
counted = st.one_of(insured(), histories(within=WITHIN, max_size=6))


class Fact(NamedTuple):
    """What a record says of one month."""

    kind: InsuranceKind
    scheme: Scheme
    area: str | None
    employer: str | None
    status: PaymentStatus
    base: Decimal | None
    declared_on: date | None
    settled_on: date | None


Months = dict[int, set[Fact]]


def ordinal_of(day: date) -> int:
    """The ordinal of the month of a day."""
    return 12 * day.year + day.month - 1


def by_month(history: ContributionHistory) -> Months:
    """A record as sets of facts, month by month."""
    found: Months = {}
    for p in history:
        fact = Fact(
            p.kind, p.scheme, p.area, p.employer, p.status, p.base, p.declared_on, p.settled_on
        )
        for month in range(p.months.first.ordinal, p.months.last.ordinal + 1):
            found.setdefault(month, set()).add(fact)
    return found


def counts_as(fact: Fact, month: int, kind: InsuranceKind) -> bool:
    """Whether a month counts for a kind by its default rule."""
    statuses = {PaymentStatus.PAID, PaymentStatus.BACK_PAID}
    if kind in (PENSION, MEDICAL):
        statuses.add(PaymentStatus.DEEMED)
    if fact.status not in statuses:
        return False
    is_merged = (
        kind is MATERNITY
        and fact.kind is MEDICAL
        and fact.scheme is Scheme.EMPLOYEE
        and month >= MERGED
    )
    return is_merged or (fact.kind is kind and fact.scheme is not Scheme.RESIDENT)


def counting(world: Months, kind: InsuranceKind) -> dict[int, set[Fact]]:
    """The months that count for a kind, with the facts that make them."""
    found = {
        month: {fact for fact in facts if counts_as(fact, month, kind)}
        for month, facts in world.items()
    }
    return {month: facts for month, facts in found.items() if facts}


def models(before: dict[int, set[Fact]], month: int, area: str | None) -> set[Fact]:
    """What a missing month may go on like; more than one where nothing tells them apart."""
    earlier = [each for each in before if each < month]
    if not earlier:
        return set()
    facts = before[max(earlier)]
    here = {fact for fact in facts if area is not None and fact.area == area} or facts
    highest = max(fact.base or 0 for fact in here)
    return {paid_like(fact) for fact in here if (fact.base or 0) == highest}


def paid_like(fact: Fact) -> Fact:
    """A month that is paid in time as another one was."""
    return fact._replace(status=PaymentStatus.PAID, declared_on=None, settled_on=None)


def rebuilt(
    record: Months, span: MonthSpan, on: date, at: date, area: str | None
) -> tuple[Months, Months, list[InsuranceKind]]:
    """The kept and the broken world and the compared kinds, one month after the other."""
    asked = {month.ordinal for month in span} | set(range(ordinal_of(on), ordinal_of(at)))
    kept = {month: set(facts) for month, facts in record.items()}
    compared = [
        kind
        for kind in InsuranceKind
        if any(month < span.first.ordinal for month in counting(record, kind))
    ]
    for kind in compared:
        held = counting(kept, kind)
        for month in sorted(asked - held.keys()):
            like = models(held, month, area)
            assume(len(like) <= 1)
            # Maternity months that come from medical ones come with the medical ones.
            if any(fact.kind is kind for fact in like):
                stood = kept.get(month, set())
                kept[month] = like | {
                    fact
                    for fact in stood
                    if fact.kind is not kind or fact.scheme is Scheme.RESIDENT
                }
    gap = {month.ordinal for month in span}
    broken = {month: facts for month, facts in kept.items() if month not in gap}
    return kept, broken, compared


@st.composite
def comparisons(draw: DrawFn) -> tuple[MonthSpan, date, date | None]:
    """A gap, past or planned, a day, and none or a later day of comparison."""
    span = draw(gaps)
    on = draw(days(YearMonth(2019, 6), YearMonth(2022, 12)))
    return span, on, draw(st.none() | st.dates(on, date(2023, 6, 30)))


def day_after(span: MonthSpan, on: date) -> date:
    """The first day after a gap, or the day itself if that is later."""
    after = span.last + 1
    return max(on, date(after.year, after.month, 1))


def compared_on(span: MonthSpan, on: date, at: date | None) -> date:
    """The day of comparison."""
    return day_after(span, on) if at is None else at


@given(placed, comparisons(), areas)
def test_both_worlds_are_those_rebuilt_month_by_month(
    history: ContributionHistory, asked: tuple[MonthSpan, date, date | None], area: str | None
) -> None:
    """Kept and broken world hold, in every month, what the definition of a gap says."""
    span, on, at = asked
    day = compared_on(span, on, at)
    kept, broken, compared = rebuilt(by_month(history.as_of(on)), span, on, day, area)
    found = worlds(history, span, on=on, at=day, area=area)
    assert [by_month(found[0]), by_month(found[1]), list(found[2])] == [kept, broken, compared]


@given(placed, comparisons(), areas)
def test_kept_months_have_no_gap(
    history: ContributionHistory, asked: tuple[MonthSpan, date, date | None], area: str | None
) -> None:
    """Every month of the gap, and from the day to the comparison, counts in the kept world."""
    span, on, at = asked
    day = compared_on(span, on, at)
    kept, broken, compared = worlds(history, span, on=on, at=day, area=area)
    gap = {month.ordinal for month in span}
    between = set(range(ordinal_of(on), ordinal_of(day)))
    for kind in compared:
        if kind is not MATERNITY:
            assert gap | between <= counting(by_month(kept), kind).keys()
            assert between - gap <= counting(by_month(broken), kind).keys()
    assert not gap & by_month(broken).keys()


@given(counted, comparisons(), areas)
def test_an_impact_is_the_difference_of_two_overviews(
    history: ContributionHistory, asked: tuple[MonthSpan, date, date | None], area: str | None
) -> None:
    """Both views are the overviews of the two worlds on the day of comparison."""
    span, on, at = asked
    day = compared_on(span, on, at)
    answer = impact(history, span, on=on, at=at, area=area)
    kept, broken, compared = worlds(history, span, on=on, at=day, area=area)
    views = [overview(None, each, on=day, area=area) for each in (kept, broken)]
    assert [answer.kept, answer.broken] == views
    assert [each.kind for each in answer.kinds] == list(compared)
    assert [each.kept for each in answer.kinds] == [views[0].of(kind) for kind in compared]
    assert [each.broken for each in answer.kinds] == [views[1].of(kind) for kind in compared]
    differs = {name for name in ("kinds", "index", "medical") if name in answer.changed}
    expected = {
        name
        for name in ("kinds", "index", "medical")
        if getattr(views[0], name) != getattr(views[1], name)
    }
    assert (answer.at, differs) == (day, expected)


@given(placed, gaps, days(YearMonth(2019, 6), YearMonth(2022, 12)), areas)
def test_a_gap_costs_its_months_and_none_before_it(
    history: ContributionHistory, span: MonthSpan, on: date, area: str | None
) -> None:
    """Seen after its end a gap costs exactly its months in the total of each compared kind."""
    answer = impact(history, span, on=on, area=area)
    lost = {each.kind: each.cumulative_lost for each in answer.kinds if each.kind is not MATERNITY}
    assert lost == dict.fromkeys(lost, len(span))


@given(placed, gaps, st.integers(1, 28), areas)
def test_a_gap_just_ended_leaves_no_continuous_month(
    history: ContributionHistory, span: MonthSpan, day: int, area: str | None
) -> None:
    """On the day after a planned gap the default rule knows no run that is alive."""
    before = span.first - 1
    on = date(before.year, before.month, day)
    answer = impact(history, span, on=on, area=area)
    runs = {each.kind: each.broken.continuous.at_most for each in answer.kinds}
    assert runs == dict.fromkeys(runs, 0)


@given(counted, comparisons(), areas)
def test_a_gap_never_adds_months(
    history: ContributionHistory, asked: tuple[MonthSpan, date, date | None], area: str | None
) -> None:
    """The broken world has no more months than the kept one, whatever the record leaves open."""
    span, on, at = asked
    answer = impact(history, span, on=on, at=at, area=area)
    for each in answer.kinds:
        kept, broken = each.kept.cumulative, each.broken.cumulative
        assert broken.at_least <= kept.at_least
        assert broken.at_most <= kept.at_most


@given(counted, comparisons(), areas)
def test_a_kind_without_an_earlier_month_has_no_impact(
    history: ContributionHistory, asked: tuple[MonthSpan, date, date | None], area: str | None
) -> None:
    """Cut off before the gap, a record has nothing to lose."""
    span, on, at = asked
    later = history.between(span.first.ordinal, LAST.ordinal)
    assert impact(later, span, on=on, at=at, area=area).kinds == ()


@st.composite
def employees(draw: DrawFn) -> ContributionHistory:
    """Records of employees' medical insurance since the merger, paid in time."""
    paid = draw(st.lists(spans(YearMonth(2020, 1), WITHIN.last, 20), min_size=1, max_size=3))
    return ContributionHistory([ContributionPeriod(MEDICAL, span) for span in paid])


@given(employees(), gaps)
def test_maternity_loses_what_employees_medical_insurance_loses(
    history: ContributionHistory, span: MonthSpan
) -> None:
    """Since the merger a gap costs maternity insurance what it costs employees' medical one."""
    answer = impact(history, span, on=date(2023, 6, 30))
    medical, maternity = answer.of(MEDICAL), answer.of(MATERNITY)
    assert (medical is None) == (maternity is None)
    if medical is not None and maternity is not None:
        assert maternity.cumulative_lost == medical.cumulative_lost
        assert maternity.continuous_lost == medical.continuous_lost
