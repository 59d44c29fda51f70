"""A benefit that is being drawn, and when its drawer was certified."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest

from shebao import PeriodError, Scheme
from shebao.model.drawing import BenefitDrawing

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = date(2024, 4, 15)
WRONG = cast("Any", None)


def test_certifications_stand_in_order_each_once() -> None:
    """However a record lists them, one certification a day is kept, the earliest first."""
    days = [date(2025, 12, 31), date(2025, 2, 7), date(2025, 12, 31)]
    expected = (date(2025, 2, 7), date(2025, 12, 31))

    assert expected == BenefitDrawing(Scheme.RESIDENT, FIRST, days).certified_on
    assert expected == BenefitDrawing(Scheme.RESIDENT, FIRST, iter(days)).certified_on
    assert BenefitDrawing(Scheme.RESIDENT, FIRST, days) == BenefitDrawing(
        Scheme.RESIDENT, FIRST, frozenset(days)
    )


def test_who_was_never_certified_has_no_day() -> None:
    """A benefit that began today has no certification yet."""
    assert () == BenefitDrawing(Scheme.EMPLOYEE, FIRST, []).certified_on
    assert () == BenefitDrawing(Scheme.EMPLOYEE, FIRST, ()).certified_on


def test_never_is_not_unknown() -> None:
    """Unless somebody says it, the days of certification are not known."""
    unknown = BenefitDrawing(Scheme.EMPLOYEE, FIRST)

    assert unknown.certified_on is None
    assert unknown == BenefitDrawing(Scheme.EMPLOYEE, FIRST, None)
    assert unknown != BenefitDrawing(Scheme.EMPLOYEE, FIRST, [])


def test_the_day_of_the_first_payment_may_be_one() -> None:
    """Who begins to draw may be certified on the very day, and not before it."""
    assert (FIRST,) == BenefitDrawing(Scheme.EMPLOYEE, FIRST, [FIRST]).certified_on

    with pytest.raises(PeriodError) as caught:
        BenefitDrawing(Scheme.EMPLOYEE, FIRST, [date(2024, 4, 14), FIRST, date(2023, 1, 1)])
    assert [
        ("certified_on", "2023-01-01"),
        ("certified_on", "2024-04-14"),
    ] == [(fault.field, fault.value) for fault in caught.value.faults]
    assert "expected 2024-04-15, the first payment, or later" in str(caught.value)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_scheme_pays_benefits(scheme: Scheme) -> None:
    """Employees, residents and the public sector draw pensions, the self-employed too."""
    assert scheme is BenefitDrawing(scheme, FIRST).scheme


def test_copies_are_equal(copies: Callable[[object], list[object]]) -> None:
    """A drawing is a value: copied or pickled it is the same one."""
    drawing = BenefitDrawing(Scheme.EMPLOYEE, FIRST, [date(2025, 2, 7)])

    assert all(drawing == copy for copy in copies(drawing))
    assert 1 == len({drawing, *cast("Any", copies(drawing))})


@pytest.mark.parametrize(
    ("scheme", "from_day", "fields"),
    [
        ("employee", FIRST, ["scheme"]),
        (Scheme.EMPLOYEE, "2024-04-15", ["from_day"]),
        (Scheme.EMPLOYEE, None, ["from_day"]),
        (Scheme.EMPLOYEE, datetime(2024, 4, 15), ["from_day"]),  # noqa: DTZ001
        (None, 20240415, ["scheme", "from_day"]),
    ],
)
def test_scheme_and_first_day_are_checked_together(
    scheme: object, from_day: object, fields: list[str]
) -> None:
    """A name is no scheme, a text and a moment are no day; each fault names its field."""
    with pytest.raises(PeriodError) as caught:
        BenefitDrawing(cast("Any", scheme), cast("Any", from_day), [date(2025, 2, 7)])

    assert fields == [fault.field for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ("2025-02-07", "certified_on: '2025-02-07' is one value; expected a list of days"),
        (date(2025, 2, 7), r"certified_on: .* is one value; expected a list of days"),
        (["2025-02-07"], "certified_on: '2025-02-07' is of type str; expected a datetime.date"),
        ([datetime(2025, 2, 7)], "certified_on: .* is of type datetime"),  # noqa: DTZ001
        ([date(2025, 2, 7), None, 7], "2 faults:\n.*None is of type NoneType\n?.*\n.*7 is of type"),
    ],
)
def test_certifications_are_a_list_of_days(days: object, message: str) -> None:
    """One day alone, a text and a moment are no list of days."""
    with pytest.raises(PeriodError, match=message):
        BenefitDrawing(Scheme.EMPLOYEE, FIRST, cast("Any", days))


def test_all_faults_are_listed() -> None:
    """A wrong scheme, a wrong first day and a wrong certification are told together."""
    with pytest.raises(PeriodError) as caught:
        BenefitDrawing(cast("Any", "employee"), cast("Any", "2024"), cast("Any", ["2025"]))

    assert {"scheme", "from_day", "certified_on"} == {each.field for each in caught.value.faults}
