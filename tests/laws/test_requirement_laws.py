"""What cities ask for: the answer of a walk over months, and what holds for every record."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import oracle
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
    MonthSpan,
    Outcome,
    PaymentStatus,
    RequiredMonths,
    Requirement,
    Scheme,
    YearMonth,
    requirements,
)
from strategies import SMALL, days, histories, months, small_histories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hypothesis.strategies import DrawFn

    from shebao.decisions import Decision
    from shebao.rules.requirements import RequirementCheck

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
ORDER: Final = {INELIGIBLE: 0, UNDETERMINED: 1, ELIGIBLE: 2}
MONTH_OF: Final = EndMonth.MONTH_OF
DECEMBER_BEFORE: Final = EndMonth.DECEMBER_BEFORE
DEFAULT: Final = CountingRule(name="asked for")
KINDS: Final = (PENSION, MEDICAL, UNEMPLOYMENT, MATERNITY)
WITHIN: Final = MonthSpan("2023-09", "2025-06")
ONS: Final = days(YearMonth(2024, 1), YearMonth(2025, 9))
#: A provincial code, one of its prefectures, one of its counties, another province, no code.
AREAS: Final = (None, "130000", "130100", "130102", "110000")
#: Which of these are inside which.
INSIDE: Final[dict[str | None, set[str | None]]] = {
    None: {*AREAS},
    "130000": {"130000", "130100", "130102"},
    "130100": {"130100", "130102"},
    "110000": {"110000"},
}
YES, NO, OPEN = "yes", "no", "open"

Case = tuple[ContributionHistory, Requirement, "date"]


class Found(NamedTuple):
    """What the walk finds of one insurance."""

    missing: int
    back_paid: int
    way: RequiredMonths
    earliest: int | None
    latest: int | None


class Answer(NamedTuple):
    """What the walk finds of a requirement."""

    outcome: Outcome
    kinds: tuple[Found, ...]
    missing: int
    earliest: int | None
    latest: int | None


#: What one period says of a month: its status, whether it was declared late, the period.
Fact = tuple[PaymentStatus, bool, ContributionPeriod]


class Walk:
    """One requirement, walked month by month for one way in which the record may have been."""

    def __init__(
        self,
        world: Iterable[oracle.Placed],
        asked: Requirement,
        on: date,
        *,
        with_unplaced: bool = False,
    ) -> None:
        self.asked, self.on = asked, on
        self.now = 12 * on.year + on.month - 1
        areas = INSIDE[asked.area] | ({None} if with_unplaced else set())
        self.world = list(world)
        self.placed = [
            each
            for each in self.world
            if each.period.scheme in asked.rule.schemes and each.period.area in areas
        ]
        self.residents = {
            each.period.kind for each in self.placed if each.period.scheme is Scheme.RESIDENT
        }
        self._said: dict[date, dict[tuple[InsuranceKind, int], list[Fact]]] = {}

    def said(self, day: date) -> dict[tuple[InsuranceKind, int], list[Fact]]:
        """What the record says on a day of each kind and month."""
        if day not in self._said:
            found = self._said.setdefault(day, {})
            for placed in self.placed:
                status = self._status(placed.period, day)
                for month in placed.months:
                    if status is not None and month <= self.now:
                        for kind in self._kinds(placed.period, month):
                            fact = (status, self._is_late(placed, month), placed.period)
                            found.setdefault((kind, month), []).append(fact)
        return self._said[day]

    def formed(self, end: int) -> date:
        """The day as of which the record is looked at: that of the application, or the end's last."""
        if not self.asked.formed_by_end:
            return self.on
        return min(self.on, date((end + 1) // 12, (end + 1) % 12 + 1, 1) - timedelta(1))

    def _status(self, period: ContributionPeriod, day: date) -> PaymentStatus | None:
        """How a period stands on a day; absent until declared, and until paid if voluntary."""
        if period.declared_on is not None and day < period.declared_on:
            return None
        if period.settled_on is None or period.settled_on <= day:
            return period.status
        if period.scheme in (Scheme.RESIDENT, Scheme.FLEXIBLE):
            return None
        if period.status is PaymentStatus.PAID:
            return PaymentStatus.PENDING
        return None if period.declared_on is None else PaymentStatus.ARREARS

    def _kinds(self, period: ContributionPeriod, month: int) -> list[InsuranceKind]:
        """A medical month of an employee is a maternity month from the month of the merger on."""
        kinds = [period.kind]
        merged = self.asked.rule.merged_from
        if period.kind is MEDICAL and period.scheme is Scheme.EMPLOYEE and merged is not None:
            kinds += [MATERNITY] if month >= 12 * merged.year + merged.month - 1 else []
        return kinds

    def _is_late(self, placed: oracle.Placed, month: int) -> bool:
        declared = placed.period.declared_on
        if declared is None:
            return month < placed.in_time_from
        return 12 * declared.year + declared.month - 1 > month + 1

    def end(self, application: int) -> int:
        """The last month that is looked at."""
        if self.asked.end is MONTH_OF:
            return application
        if self.asked.end is DECEMBER_BEFORE:
            return application // 12 * 12 - 1
        return application - 1

    def sorts(
        self, kind: InsuranceKind, end: int, start: int | None, window: int | None
    ) -> tuple[dict[int, str], int]:
        """What each month in sight does, and the first month of which the record says anything."""
        rule = self.asked.rule
        first = 0 if window is None else end - window + 1
        found: dict[int, str] = {}
        seen = [end]
        for (said_kind, month), facts in self.said(self.formed(end)).items():
            if said_kind is not kind or not first <= month <= end:
                continue
            seen.append(month)
            counted = [fact for fact in facts if fact[0] in rule.counts]
            statuses = {status for status, _, _ in counted}
            if statuses - {PaymentStatus.BACK_PAID, PaymentStatus.DEEMED}:
                found[month] = "paid"
            elif PaymentStatus.DEEMED in statuses:
                found[month] = "deemed"
            elif counted:
                is_bought = rule.repair is not None and all(late for _, late, _ in counted)
                is_held = any(status in rule.holds for status, _, _ in facts)
                found[month] = ("bought and held" if is_held else "bought") if is_bought else "back"
            elif any(status in rule.holds for status, _, _ in facts):
                found[month] = "held"
        for month in range(max(first, start), end + 1) if start is not None else ():
            found[month] = "paid"
            seen.append(month)
        return found, min(seen)

    def total(self, found: dict[int, str], limit: int | None) -> tuple[int, int]:
        """Months in total, and the back-paid ones among them."""
        back = sum(each in ("back", "bought", "bought and held") for each in found.values())
        back = back if limit is None else min(back, limit)
        return back + sum(each in ("paid", "deemed") for each in found.values()), back

    def run(
        self,
        found: dict[int, str],
        first: int,
        end: int,
        limit: int | None,
        *,
        any_gap: bool = False,
    ) -> tuple[int, int]:
        """Months of the run up to the end month, and the back-paid ones among them."""
        rule = self.asked.rule
        counted = {month for month, each in found.items() if each in ("paid", "deemed", "back")}
        gap: list[int] = []
        for month in range(first, end + 2):
            if month in counted or month == end + 1:
                size = sum(found.get(each, "") not in ("held", "bought and held") for each in gap)
                if rule.repair is None or size <= rule.repair:
                    counted |= {each for each in gap if found.get(each, "").startswith("bought")}
                gap = []
            elif month < end or self.asked.end is not MONTH_OF:
                gap.append(month)
        run = back = uncovered = 0
        for month in range(end, first - 1, -1):
            if month in counted:
                back += found[month] not in ("paid", "deemed")
                is_broken = uncovered > rule.bridging and not any_gap
                if is_broken or (limit is not None and back > limit):
                    back -= found[month] not in ("paid", "deemed")
                    break
                run, uncovered = run + 1, 0
            elif "held" not in found.get(month, "") and not (
                month == end and self.asked.end is MONTH_OF
            ):
                uncovered += 1
        return run, back

    def months(
        self,
        kind: InsuranceKind,
        way: RequiredMonths,
        application: int,
        start: int | None,
        limit: int | None,
        *,
        any_gap: bool = False,
    ) -> tuple[int, int]:
        """Months by a way, and the back-paid ones among them."""
        end = self.end(application)
        found, first = self.sorts(kind, end, start, way.window)
        if way.continuous:
            return self.run(found, first, end, limit, any_gap=any_gap)
        return self.total(found, limit)

    def is_enough(self, kinds: Sequence[InsuranceKind], application: int, start: int) -> bool:
        """Whether the kinds are all met, with every month paid from a start on."""
        limit = self.limits(None)[0]
        return all(
            any(
                self.months(kind, way, application, start, limit)[0] >= way.months
                for way in self.asked.ways
            )
            for kind in kinds
        )

    def are_enough(self, needed: int, application: int, start: int) -> bool:
        """Whether so many kinds are met at once."""
        met = [self.is_enough([kind], application, start) for kind in self.asked.kinds]
        return sum(met) >= needed

    def limits(self, excused: bool | None) -> tuple[int | None, int | None]:
        """How many back-paid months count at least and at most."""
        least, most = self.asked.rule.back_paid_limit, self.asked.back_paid_most
        if least is None or (most is not None and most < least):
            most = least
        if self.asked.excusable and excused is not None:
            return (most, most) if excused else (least, least)
        return least, most

    def is_met(self, kind: InsuranceKind, limit: int | None, *, any_gap: bool = False) -> bool:
        """Whether a kind has enough months on the day itself."""
        return any(
            self.months(kind, way, self.now, None, limit, any_gap=any_gap)[0] >= way.months
            for way in self.asked.ways
        )

    def verdict(self, kind: InsuranceKind, excused: bool | None, perhaps: Walk) -> str:
        """Whether a kind has enough months, read strictly and with all that is doubtful."""
        least, most = self.limits(excused)
        strict = self.is_met(kind, least)
        if strict is not perhaps.is_met(kind, most, any_gap=self.asked.gaps_open):
            return OPEN
        return YES if strict else NO

    def current(self, kind: InsuranceKind) -> str:
        """Whether the month of the application is paid; the month before it leaves it open."""
        for month, best in ((self.now, YES), (self.now - 1, OPEN)):
            facts = [
                fact
                for fact in self.said(self.on).get((kind, month), [])
                if fact[2].scheme is not Scheme.RESIDENT
            ]
            statuses = {status for status, _, _ in facts}
            if PaymentStatus.PAID in statuses:
                return best
            if PaymentStatus.DEEMED in statuses:
                return self._residents_leave_it_open(kind)
            if PaymentStatus.BACK_PAID in statuses:
                is_dated = any(fact[2].settled_on is not None for fact in facts)
                return best if is_dated else OPEN
            if statuses & {PaymentStatus.DEFERRED, PaymentStatus.PENDING}:
                return best
            if facts:
                return self._residents_leave_it_open(kind)
        return self._residents_leave_it_open(kind)

    def _residents_leave_it_open(self, kind: InsuranceKind) -> str:
        return OPEN if kind in self.residents else NO

    def answer(self, by: date | None, *, excused: bool | None, insured_now: bool | None) -> Answer:
        """All that is asked."""
        kinds = self.asked.kinds
        needed = self.asked.kinds_needed or len(kinds)
        enough = 1 if self.asked.kinds_open else needed
        perhaps = Walk(self.world, self.asked, self.on, with_unplaced=True)
        found = [[self.verdict(kind, excused, perhaps) for kind in kinds]]
        if self.asked.needs_current:
            given_now = None if insured_now is None else [YES if insured_now else NO] * len(kinds)
            read = [{self.current(kind), perhaps.current(kind)} for kind in kinds]
            found.append(given_now or [OPEN if len(each) > 1 else each.pop() for each in read])
        verdicts = [
            YES
            if each.count(YES) >= needed
            else OPEN
            if each.count(YES) + each.count(OPEN) >= enough
            else NO
            for each in found
        ]
        outcome = INELIGIBLE if NO in verdicts else UNDETERMINED if OPEN in verdicts else ELIGIBLE
        each_kind = tuple(self.found(kind, by, excused) for kind in kinds)
        limit = self.limits(excused)[0]
        self.asked = attrs.evolve(
            self.asked, rule=attrs.evolve(self.asked.rule, back_paid_limit=limit)
        )
        return Answer(
            outcome,
            each_kind,
            sorted(each.missing for each in each_kind)[needed - 1],
            next(a for a in count(self.now) if self.are_enough(needed, a, self.now)),
            self.latest(by, needed, kinds),
        )

    def found(self, kind: InsuranceKind, by: date | None, excused: bool | None) -> Found:
        """What is asked of one kind, by the way that fewest months are missing of."""
        limit = self.limits(excused)[0]
        counts = [
            (max(0, way.months - number), back, way)
            for way in self.asked.ways
            for number, back in [self.months(kind, way, self.now, None, limit)]
        ]
        missing, back_paid, way = min(counts, key=lambda each: each[0])
        asked = self.asked
        one = Walk(
            self.world,
            attrs.evolve(asked, rule=attrs.evolve(asked.rule, back_paid_limit=limit)),
            self.on,
        )
        earliest = next(a for a in count(self.now) if one.is_enough([kind], a, self.now))
        return Found(missing, back_paid, way, earliest, one.latest(by, 1, [kind]))

    def latest(self, by: date | None, needed: int, kinds: Sequence[InsuranceKind]) -> int | None:
        """The last start that is in time; the month after the end month if none is needed."""
        if by is None:
            return None
        application = 12 * by.year + by.month - 1
        end = self.end(application)
        starts: list[int] = [end + 1, *range(end, self.now - 1, -1)]
        for start in starts:
            met = [self.is_enough([kind], application, start) for kind in kinds]
            if sum(met) >= needed:
                return start
        return None


@st.composite
def ways(draw: DrawFn, longest: int = 6) -> RequiredMonths:
    """One way: a few months in a row or in total, in a window or not."""
    number = draw(st.integers(1, longest))
    window = draw(st.none() | st.integers(number, number + 8))
    return RequiredMonths(number, continuous=draw(st.booleans()), window=window)


@st.composite
def asked_for(draw: DrawFn, kinds: Sequence[InsuranceKind] = KINDS) -> Requirement:
    """Any requirement that short records reach."""
    most = draw(st.sampled_from([1, 1, 3]))
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most, unique=True))
    schemes: frozenset[Scheme] = draw(
        st.just(DEFAULT.schemes)
        | st.just(frozenset({Scheme.EMPLOYEE}))
        | st.frozensets(st.sampled_from(Scheme), min_size=1)
    )
    if not schemes - {Scheme.RESIDENT}:
        schemes |= {Scheme.FLEXIBLE}
    holds = draw(st.just(DEFAULT.holds) | st.just(frozenset[PaymentStatus]()))
    rule = CountingRule(
        name="asked for",
        schemes=schemes,
        counts=DEFAULT.counts | draw(st.sampled_from([frozenset(), {PaymentStatus.DEEMED}])),
        holds=holds,
        bridging=draw(st.integers(0, 2)),
        repair=draw(st.none() | st.integers(0, 3)),
        back_paid_limit=draw(st.none() | st.integers(0, 3)),
        merged_from=draw(st.none() | st.just(YearMonth(2024, 6))),
    )
    return Requirement(
        name="asked for",
        kinds=tuple(chosen),
        kinds_needed=draw(st.none() | st.integers(1, len(chosen))),
        ways=tuple(draw(st.lists(ways(), min_size=1, max_size=2, unique=True))),
        rule=rule,
        area=draw(st.sampled_from([None, None, "130000", "130100", "110000"])),
        back_paid_most=draw(st.none() | st.integers(0, 5)),
        excusable=draw(st.booleans()),
        end=draw(st.sampled_from(EndMonth)),
        needs_current=draw(st.booleans()),
        formed_by_end=draw(st.booleans()),
        kinds_open=draw(st.sampled_from([False, False, True])),
        gaps_open=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def records(draw: DrawFn, *, with_counts: bool = False) -> ContributionHistory:
    """Records of the four kinds: any statuses, schemes, areas, overlaps and days."""
    found: list[ContributionPeriod] = []
    for kind in KINDS:
        drawn = draw(histories(kind, within=WITHIN, longest=12, with_counts=with_counts))
        area = draw(st.sampled_from([None, *AREAS]))
        found += [
            each if area is None or each.area is not None else attrs.evolve(each, area=area)
            for each in drawn
        ]
    places = {"133100": "130102"}
    moved = [attrs.evolve(each, area=places.get(each.area or "", each.area)) for each in found]
    try:
        return ContributionHistory(moved)
    except ValueError:
        assume(False)
        raise


#: What a month of a dense record may be: mostly paid, now and then anything else.
NATURES: Final = (
    *("paid",) * 6,
    *("absent", "settled", "bought", "undated", "unsettled", "fresh", "fresh"),
    *(each for each in PaymentStatus if each not in (PaymentStatus.PAID, PaymentStatus.BACK_PAID)),
)


@st.composite
def dense_records(
    draw: DrawFn, on: date, kinds: Sequence[InsuranceKind] = KINDS
) -> ContributionHistory:
    """Records of the months up to a day, mostly paid, now and then late, owed, absent or elsewhere."""
    last = YearMonth(on.year, on.month) - draw(st.sampled_from([0, 0, 0, 1, 2]))
    elsewhere = draw(st.sampled_from(["110000", None]))
    found: list[ContributionPeriod] = []
    for kind in kinds:
        odd = draw(st.dictionaries(st.integers(0, 15), st.sampled_from(NATURES), max_size=6))
        away = draw(st.sets(st.integers(0, 15), max_size=2))
        for back in range(draw(st.integers(3, 16))):
            when, nature = last - back, odd.get(back, "paid")
            facts: dict[str, date | PaymentStatus | None] = {}
            if nature in ("settled", "bought", "undated"):
                late = {"settled": 1, "bought": draw(st.integers(2, 6))}.get(str(nature))
                declared = None if late is None else (when + late).first_day
                facts = {"status": PaymentStatus.BACK_PAID, "declared_on": declared}
                facts["settled_on"] = draw(st.sampled_from([None, declared]))
            elif nature == "fresh":
                day = on.replace(day=1)
                facts = {"status": PaymentStatus.BACK_PAID, "declared_on": day, "settled_on": day}
            elif nature == "unsettled":
                facts = {"settled_on": draw(st.sampled_from([on, on + timedelta(1)]))}
            elif isinstance(nature, PaymentStatus):
                facts = {"status": nature}
            area = elsewhere if back in away else "130102"
            if nature != "absent":
                found.append(ContributionPeriod(kind, when, area=area, **facts))  # type: ignore[arg-type]
    return ContributionHistory(found)


@st.composite
def cases(
    draw: DrawFn, *, with_counts: bool = False
) -> tuple[ContributionHistory, Requirement, date]:
    """A record, a requirement and a day; half of the records hold what is asked for, or nearly."""
    asked, on = draw(asked_for()), draw(ONS)
    record = draw(records(with_counts=with_counts) | dense_records(on, asked.kinds))
    if draw(st.booleans()):
        asked = attrs.evolve(asked, area=None, end=EndMonth.MONTH_BEFORE)
    return record, asked, on


def is_open(history: ContributionHistory) -> bool:
    """Whether some back-payment may have been declared in time or not."""
    return any(
        each.status is PaymentStatus.BACK_PAID and each.declared_on is None for each in history
    )


def month(each: YearMonth | None) -> int | None:
    """The number of a month."""
    return None if each is None else 12 * each.year + each.month - 1


def plain(history: ContributionHistory) -> list[oracle.Placed]:
    """A record without counts as the walk takes it."""
    return [oracle.Placed(each, oracle.months_of(each.months)) for each in history]


def said(decision: Decision[RequirementCheck]) -> Answer:
    """What the library answers, as the walk says it."""
    value = decision.value
    assert value is not None
    return Answer(
        decision.outcome,
        tuple(
            Found(
                each.missing_months,
                each.back_paid_used,
                each.way,
                month(each.earliest),
                month(each.latest_start),
            )
            for each in value.kinds
        ),
        value.missing_months,
        month(value.earliest),
        month(value.latest_start),
    )


TRUTHS: Final = st.sampled_from([None, True, False])


@given(
    case=cases(),
    later=st.none() | st.integers(0, 700),
    excused=TRUTHS,
    insured_now=TRUTHS,
)
def test_the_answer_is_that_of_a_walk_over_the_months(
    case: Case,
    later: int | None,
    excused: bool | None,
    insured_now: bool | None,
) -> None:
    """Outcome, missing months, back-paid ones, earliest month and latest start are the walk's."""
    history, asked, on = case
    if is_open(history):
        asked = attrs.evolve(asked, rule=attrs.evolve(asked.rule, repair=None))
    by = None if later is None else on + timedelta(later)
    expected = Walk(plain(history), asked, on).answer(by, excused=excused, insured_now=insured_now)

    got = requirements.check(history, asked, on=on, by=by, excused=excused, insured_now=insured_now)

    assert expected == said(got)


@given(
    history=small_histories(PENSION, max_size=3, max_counted=2, longest=4),
    asked=asked_for([PENSION]),
    on=days(SMALL.first, SMALL.last + 2),
    later=st.integers(0, 400),
)
def test_what_the_record_leaves_open_is_never_guessed(
    history: ContributionHistory, asked: Requirement, on: date, later: int
) -> None:
    """In each world that the record allows, the answer holds, and the numbers are safe ones."""
    assume(oracle.placements_tried(history) <= 300)
    asked = attrs.evolve(asked, area=None, needs_current=False)
    by = on + timedelta(later)
    worlds = list(oracle.placements(list(history), on))
    assume(0 < len(worlds) <= 300)
    got = said(requirements.check(history, asked, on=on, by=by))
    for world in worlds:
        found = Walk(world, asked, on).answer(by, excused=None, insured_now=None)
        assert got.outcome in (UNDETERMINED, found.outcome)
        assert found.missing <= got.missing
        assert found.earliest is not None
        assert got.earliest is not None
        assert found.earliest <= got.earliest
        assert got.latest is None or (found.latest is not None and got.latest <= found.latest)


@given(
    asked=asked_for([PENSION]),
    on=ONS,
    spans=st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2)),
    more=st.integers(1, 12),
    later=st.integers(0, 500),
)
def test_months_that_are_formed_late_are_not_skipped(
    asked: Requirement, on: date, spans: tuple[int, int, int], more: int, later: int
) -> None:
    """Months bought in the month of the application count with the next end month all at once."""
    paid, bought, gap = spans
    last = YearMonth(on.year, on.month) - 1 - gap
    first = last - (bought - 1)
    day = on.replace(day=1)
    history = ContributionHistory(
        [
            ContributionPeriod(PENSION, MonthSpan(first - paid, first - 1)),
            ContributionPeriod(
                PENSION,
                MonthSpan(first, last),
                status=PaymentStatus.BACK_PAID,
                declared_on=day,
                settled_on=day,
            ),
        ]
    )
    asked = attrs.evolve(
        asked,
        ways=(RequiredMonths(paid + more, continuous=asked.ways[0].continuous),),
        rule=attrs.evolve(asked.rule, repair=None, schemes=DEFAULT.schemes),
        area=None,
        formed_by_end=True,
    )
    by = on + timedelta(later)
    expected = Walk(plain(history), asked, on).answer(by, excused=None, insured_now=None)

    assert expected == said(requirements.check(history, asked, on=on, by=by))


def _without_repair(asked: Requirement) -> Requirement:
    """A longer gap may count what a shorter one breaks on, where back-payments are limited."""
    return attrs.evolve(asked, rule=attrs.evolve(asked.rule, repair=None))


@given(
    case=cases(with_counts=True),
    paid=months(WITHIN.first, WITHIN.last),
)
def test_a_paid_month_more_never_takes_anything_away(case: Case, paid: YearMonth) -> None:
    """With a paid month of a kind that is looked at, nothing becomes worse, missing or later."""
    history, asked, on = case
    asked = _without_repair(asked)
    kind = asked.kinds[0]
    schemes = [each for each in Scheme if each in asked.rule.schemes]
    assume(kind in schemes[0].kinds)
    one = ContributionPeriod(kind, paid, area=asked.area, scheme=schemes[0], employer="Gamma")
    by = on + timedelta(300)
    before, after = (
        said(requirements.check(each, asked, on=on, by=by, insured_now=True))
        for each in (history, history.adding([one]))
    )

    assert ORDER[before.outcome] <= ORDER[after.outcome]
    assert after.missing <= before.missing
    assert before.earliest is not None
    assert after.earliest is not None
    assert after.earliest <= before.earliest
    assert before.latest is None or (after.latest is not None and before.latest <= after.latest)


@given(case=cases(with_counts=True), less=st.integers(0, 5))
def test_fewer_months_or_a_longer_window_never_take_anything_away(case: Case, less: int) -> None:
    """Who meets a requirement meets one that asks for less, or looks back further."""
    history, asked, on = case
    asked = _without_repair(asked)
    easier = attrs.evolve(
        asked,
        ways=tuple(
            dict.fromkeys(
                RequiredMonths(
                    max(1, each.months - less),
                    each.continuous,
                    None if each.window is None else each.window + less,
                )
                for each in asked.ways
            )
        ),
    )
    hard, easy = (said(requirements.check(history, each, on=on)) for each in (asked, easier))

    assert ORDER[hard.outcome] <= ORDER[easy.outcome]
    assert easy.missing <= hard.missing


@given(case=cases(with_counts=True))
def test_an_excuse_never_takes_anything_away(case: Case) -> None:
    """Without an excuse, not known, with one: each answer is at least as good as that before."""
    history, asked, on = case
    asked = attrs.evolve(asked, excusable=True)
    outcomes = [
        ORDER[requirements.check(history, asked, on=on, excused=each).outcome]
        for each in (False, None, True)
    ]

    assert outcomes == sorted(outcomes)


@given(case=cases(with_counts=True), more=st.integers(0, 6))
def test_more_back_paid_months_never_take_anything_away(case: Case, more: int) -> None:
    """Where more back-paid months count for certain, no more months are missing."""
    history, asked, on = case
    limit = asked.rule.back_paid_limit or 0
    rules = [attrs.evolve(asked.rule, back_paid_limit=each) for each in (limit, limit + more, None)]
    answers = [
        said(requirements.check(history, attrs.evolve(asked, rule=each), on=on)) for each in rules
    ]
    missing = [each.missing for each in answers]

    assert missing == sorted(missing, reverse=True)


@given(
    case=cases(),
    cuts=st.lists(months(WITHIN.first, WITHIN.last), max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_how_the_record_is_written_does_not_matter(
    case: Case,
    cuts: list[YearMonth],
    order: object,
) -> None:
    """Split, permuted and repeated, the same months have the same answer."""
    history, asked, on = case
    parts = list(history)
    for cut in cuts:
        parts = [
            part
            for each in parts
            for part in (each.between(0, cut.ordinal), each.between(cut.ordinal + 1, 10**6))
            if part is not None
        ]
    getattr(order, "shuffle")(parts)  # noqa: B009
    by = on + timedelta(200)
    got = [
        said(requirements.check(each, asked, on=on, by=by))
        for each in (history, ContributionHistory([*parts, *parts[:2]]))
    ]

    assert got[0] == got[1]


@given(case=cases(with_counts=True), later=st.integers(0, 11))
def test_until_december_any_month_of_a_year_looks_at_the_same_months(
    case: Case, later: int
) -> None:
    """A requirement up to last December needs the same start whenever in a year it is met."""
    history, asked, on = case
    asked = attrs.evolve(asked, end=DECEMBER_BEFORE)
    january = date(on.year + 1, 1, 1)
    by = date(on.year + 1, 1 + later, 1)
    first, other = (
        said(requirements.check(history, asked, on=on, by=each)).latest for each in (january, by)
    )

    assert first == other


@given(case=cases(with_counts=True))
def test_the_earliest_month_is_met_and_the_latest_start_is_now(case: Case) -> None:
    """Asked for in its earliest month, a requirement still has a latest start; before it, none."""
    history, asked, on = case
    earliest = requirements.check(history, asked, on=on).value
    assert earliest is not None
    assert earliest.earliest is not None
    day = max(on, earliest.earliest.first_day)
    found = requirements.check(history, asked, on=on, by=day).value
    assert found is not None
    assert found.latest_start is not None
    if asked.end is not DECEMBER_BEFORE:
        end = asked.end_month(earliest.earliest)
        assert found.latest_start >= min(YearMonth(on.year, on.month), end + 1)
    before = earliest.earliest - 1
    if before.first_day > on:
        early = requirements.check(history, asked, on=on, by=before.first_day).value
        assert early is not None
        # Only a month that needs fewer contributions may be met where all of them are too many.
        assert early.latest_start is None or asked.rule.repair is not None
