"""Employment and enrolment by the day: what they are and what cannot be."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import Employment, Enrolment, InsuranceKind, MonthError, PeriodError
from shebao.model.employment import items_of, lasts_on, stretches_of

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, LAST = date(2026, 1, 5), date(2026, 3, 31)
INJURY = InsuranceKind.WORK_INJURY


def enrolled(**facts: Any) -> Enrolment:  # noqa: ANN401
    """An enrolment with an employer of Shijiazhuang, unless facts differ."""
    facts = {
        "kind": INJURY,
        "area": "130100",
        "employer": "Alpha",
        "from_day": FIRST,
        "to_day": LAST,
        **facts,
    }
    return Enrolment(**facts)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 4), False),
        (FIRST, True),
        (date(2026, 2, 14), True),
        (LAST, True),
        (date(2026, 4, 1), False),
    ],
)
def test_both_ends_are_in_it(day: date, expected: bool) -> None:
    """The first and the last day belong to it, the days next to them do not."""
    assert expected is lasts_on(enrolled(), day)
    assert expected is lasts_on(Employment("Alpha", FIRST, LAST), day)


def test_without_an_end_it_goes_on() -> None:
    """None is no end; a single day is its first and last."""
    assert lasts_on(Employment("Alpha", FIRST), date.max)
    assert lasts_on(Employment("Alpha", FIRST, FIRST), FIRST)


def test_the_place_may_not_be_known() -> None:
    """An enrolment without an area is one; it differs from one with an area."""
    assert enrolled(area=None) != enrolled()
    assert enrolled() == enrolled()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": "work_injury"}, "kind"),
        ({"area": "Shijiazhuang"}, "area"),
        ({"employer": ""}, "employer"),
        ({"employer": None}, "employer"),
        ({"from_day": "2026-01-05"}, "from_day"),
        ({"from_day": datetime(2026, 1, 5)}, "from_day"),  # noqa: DTZ001
        ({"to_day": 20260331}, "to_day"),
        ({"to_day": date(2026, 1, 4)}, "to_day"),
    ],
)
def test_what_cannot_be(facts: dict[str, Any], field: str) -> None:
    """Each part is of its type, and nothing ends before it begins."""
    with pytest.raises(PeriodError) as caught:
        enrolled(**facts)

    assert [field] == [fault.field for fault in caught.value.faults]


def test_all_faults_are_listed() -> None:
    """A call that is wrong in four ways says so four times."""
    with pytest.raises(PeriodError) as caught:
        enrolled(kind=None, area="1", employer=7, from_day=None)

    assert [fault.field for fault in caught.value.faults] == [
        "kind",
        "area",
        "employer",
        "from_day",
    ]


def test_employment_is_checked_too() -> None:
    """An employment has a name and days."""
    with pytest.raises(PeriodError, match="employer: '' is no name; expected text"):
        Employment("", FIRST)
    with pytest.raises(PeriodError, match="to_day: '2026-01-04' lies before the first day"):
        Employment("Alpha", FIRST, date(2026, 1, 4))


def test_copies_are_equal(copies: Callable[[object], list[object]]) -> None:
    """A copied or pickled value is the same value."""
    for value in (enrolled(), Employment("Alpha", FIRST)):
        assert all(value == other for other in copies(value))
        assert {value: 1} == {next(iter(copies(value))): 1}


def test_stretches_end_with_the_day_that_is_asked_for() -> None:
    """What goes on is cut off at the day, and what begins later is not there."""
    jobs = [
        Employment("Alpha", FIRST, LAST),
        Employment("Alpha", date(2026, 5, 1)),
        Employment("Alpha", date(2027, 1, 1)),
    ]

    assert stretches_of(jobs, date(2026, 6, 9)) == (
        (FIRST, LAST),
        (date(2026, 5, 1), date(2026, 6, 9)),
    )
    assert stretches_of(jobs, date(2026, 2, 1)) == ((FIRST, date(2026, 2, 1)),)
    assert stretches_of(jobs, FIRST) == ((FIRST, FIRST),)
    assert stretches_of(jobs, date(2026, 1, 4)) == stretches_of([], FIRST) == ()


def test_a_stretch_ends_on_a_day() -> None:
    """A text is no day."""
    with pytest.raises(MonthError, match="until: 'today' is of type str"):
        stretches_of([], cast("Any", "today"))


def test_items_are_of_their_kind() -> None:
    """A list of employments holds no enrolment, and one employment is no list."""
    job = Employment("Alpha", FIRST)
    assert items_of((each for each in [job]), Employment, "employments") == (job,)
    with pytest.raises(PeriodError) as caught:
        items_of(cast("Any", [job, enrolled(), None]), Employment, "employments")
    assert len(caught.value.faults) == 2
    with pytest.raises(PeriodError) as one:
        items_of(cast("Any", job), Employment, "employments")
    assert "employments: '***' is one item; expected a list of them" == str(one.value)
    assert "Alpha" not in repr(one.value)
