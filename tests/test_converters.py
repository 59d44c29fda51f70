"""Values inside classes of one's own, by cattrs: as documents, and back."""

from __future__ import annotations

import sys
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

from plain_values import values_of
from shebao import (
    MEDICAL,
    PENSION,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    InsuranceKind,
    MonthSet,
    MonthSpan,
    Person,
    RecordsError,
    Sex,
    UsageError,
    YearMonth,
    converters,
    from_dict,
    to_dict,
    work_injury,
)
from shebao.terms import Payer

if TYPE_CHECKING:
    from cattrs import Converter

ON = date(2026, 1, 29)


@attrs.frozen
class Case:
    """A class of a user's own."""

    number: int
    person: Person
    history: ContributionHistory
    since: YearMonth
    months: MonthSet
    kinds: list[InsuranceKind]
    amount: Decimal
    share: Fraction
    on: date
    at: datetime
    answer: Decision[Payer] | None = None
    before: tuple[MonthSpan, ...] = ()


@pytest.fixture(scope="module")
def converter() -> Converter:
    """A converter as it is made."""
    return converters.make_converter()


def case() -> Case:
    """A case with all that it may hold."""
    history = ContributionHistory([ContributionPeriod(PENSION, "2025-01", base="4000")])
    return Case(
        7,
        Person(birth=YearMonth(1975, 12), sex=Sex.FEMALE, label="甲"),
        history,
        YearMonth(2025, 1),
        MonthSet(["2025-01", "2025-03"]),
        [PENSION, MEDICAL],
        Decimal("2620.50"),
        Fraction(3, 5),
        ON,
        datetime(2026, 1, 29, 23),  # noqa: DTZ001
        work_injury.cover(history, on=ON),
        (MonthSpan("2024-01", "2024-02"),),
    )


def test_a_class_of_ones_own_comes_back(converter: Converter) -> None:
    """A class with values of ours becomes plain data, documents among them, and comes back."""
    written = converter.unstructure(case())

    assert to_dict(case().history) == written["history"]
    assert "2025-01" == written["since"]
    assert [{"first": "2025-01", "last": "2025-01"}] == written["months"][:1]
    assert ["pension", "medical"] == written["kinds"]
    assert ["2620.50", "3/5", "2026-01-29"] == [written[key] for key in ("amount", "share", "on")]
    assert case() == converter.structure(written, Case)


@pytest.mark.parametrize("kind", [Person, ContributionHistory, MonthSpan, Decision])
def test_a_converter_agrees_with_documents(kind: type, converter: Converter) -> None:
    """Of a class of ours it writes the document and reads what the reader reads."""

    @given(value=values_of(kind))
    def agrees(value: Any) -> None:  # noqa: ANN401
        document = to_dict(value)
        assert document == converter.unstructure(value)
        assert from_dict(document) == converter.structure(document, kind) == value
        bare = {key: item for key, item in document.items() if key not in ("shebao", "type")}
        assert value == converter.structure(bare, kind)

    agrees()


def test_faults_name_their_places(converter: Converter) -> None:
    """What cannot be read says where it stands."""
    with pytest.raises(RecordsError, match=r"months\.first: '2025-13' is not written so"):
        converter.structure(
            {"kind": "pension", "months": {"first": "2025-13", "last": "2025-12"}},
            ContributionPeriod,
        )
    with pytest.raises(RecordsError, match="Sex: 'x' is no Sex; expected one of male, female"):
        converter.structure("x", Sex)


def test_keys_of_ones_own_are_strict_too(converter: Converter) -> None:
    """A key that a user's class does not have is refused."""
    with pytest.raises(ExceptionGroup):
        converter.structure({**converter.unstructure(case()), "numbre": 1}, Case)


def test_without_cattrs_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no cattrs is told what to install."""
    monkeypatch.setitem(sys.modules, "cattrs", None)
    with pytest.raises(UsageError, match=r'pip install "shebao\[json\]"'):
        converters.make_converter()
