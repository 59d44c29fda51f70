"""Transfers between wallets by example: each limit at its edge, the days on which limits are known."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final

import pytest

from shebao import (
    Evidence,
    FaultyInputError,
    LawFileError,
    Missing,
    MoneyError,
    Outcome,
    Question,
    Reason,
    RuleError,
    Verdict,
    sharing,
)
from shebao.law import parameters, shipped

ELIGIBLE, INELIGIBLE, UNDETERMINED = Outcome
MET, NOT_MET, UNKNOWN = Verdict
NOON = datetime(2026, 1, 29, 12)  # noqa: DTZ001 - by the clock of Beijing
OPENED: Final[dict[str, Any]] = {"owner_wallet": True, "relative_wallet": True}
LIMITS: Final[dict[str, object]] = {
    "transfers_a_day": 3,
    "yuan_each": "2000",
    "closed_from_hour": 22,
    "closed_until_hour": 6,
    "returned_at_hour": 6,
}


def clock(text: str, day: str = "2026-01-29") -> datetime:
    """An hour of a day."""
    return datetime.fromisoformat(f"{day}T{text}")


def failed(decision: Any) -> list[Reason]:  # noqa: ANN401
    """The conditions that are not met."""
    return [each.reason for each in decision.conditions if each.verdict is NOT_MET]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.01", []),
        ("2000", []),
        (2000, []),
        (Decimal("1999.99"), []),
        ("2000.01", [Reason.WALLET_AMOUNT]),
        (6000, [Reason.WALLET_AMOUNT]),
    ],
)
def test_at_most_two_thousand_yuan(amount: Any, expected: list[Reason]) -> None:  # noqa: ANN401
    """Each transfer is of 2000 yuan at most."""
    decision = sharing.transfer(amount, at=NOON, **OPENED)

    assert expected == failed(decision)
    assert (INELIGIBLE if expected else ELIGIBLE) is decision.outcome
    assert decision.value is not None
    assert Decimal(amount) == decision.value.amount


@pytest.mark.parametrize(
    ("before", "expected"),
    [(0, []), (2, []), (3, [Reason.WALLET_TIMES]), (9, [Reason.WALLET_TIMES])],
)
def test_at_most_three_a_day(before: int, expected: list[Reason]) -> None:
    """The third transfer of a day is made, the fourth is not."""
    decision = sharing.transfer(1, at=NOON, made_today=before, **OPENED)

    assert expected == failed(decision)
    times = decision.conditions[1]
    assert (3, before + 1) == (times.required, times.actual)


@pytest.mark.parametrize(
    ("text", "is_open", "returned"),
    [
        ("00:00", False, "2026-01-29"),
        ("05:59", False, "2026-01-29"),
        ("05:59:59.999999", False, "2026-01-29"),
        ("06:00", True, "2026-01-30"),
        ("12:00", True, "2026-01-30"),
        ("21:59", True, "2026-01-30"),
        ("21:59:59.999999", True, "2026-01-30"),
        ("22:00", False, "2026-01-30"),
        ("23:59:59", False, "2026-01-30"),
    ],
)
def test_none_by_night(text: str, is_open: bool, returned: str) -> None:
    """From 22:00 to 06:00 none is made; what is not accepted returns at the next 06:00."""
    decision = sharing.transfer(1, at=clock(text), **OPENED)

    assert ([] if is_open else [Reason.WALLET_HOURS]) == failed(decision)
    assert decision.value is not None
    assert clock("06:00", returned) == decision.value.returned_at
    hours = decision.conditions[2]
    assert ("06:00-22:00", text[:5]) == (hours.required, hours.actual)


@pytest.mark.parametrize("day", ["2025-12-31", "2025-02-28", "2026-06-04"])
def test_it_returns_on_the_next_morning(day: str) -> None:
    """Over the end of a month, of a year and of the rule the clock goes on."""
    decision = sharing.transfer(1, at=clock("21:00", day), **OPENED)
    next_day = date.fromisoformat(day) + timedelta(1)

    assert decision.value is not None
    assert clock("06:00", str(next_day)) == decision.value.returned_at


@pytest.mark.parametrize(
    ("owner", "relative", "expected", "missing"),
    [
        (True, True, ELIGIBLE, []),
        (True, None, UNDETERMINED, ["relative_wallet"]),
        (None, True, UNDETERMINED, ["owner_wallet"]),
        (None, None, UNDETERMINED, ["owner_wallet", "relative_wallet"]),
        (True, False, INELIGIBLE, []),
        (False, True, INELIGIBLE, []),
        (False, None, INELIGIBLE, []),
        (None, False, INELIGIBLE, []),
    ],
)
def test_both_have_opened_the_wallet(
    owner: bool | None, relative: bool | None, expected: Outcome, missing: list[str]
) -> None:
    """A transfer to who has no wallet fails; whether there is one may not be known."""
    decision = sharing.transfer(1, at=NOON, owner_wallet=owner, relative_wallet=relative)

    assert (Question.WALLET_TRANSFER, expected) == (decision.question, decision.outcome)
    assert [Missing(name) for name in missing] == list(decision.missing)
    assert Evidence.SECONDARY is decision.evidence


def test_all_limits_are_looked_at() -> None:
    """Who breaks three limits is told of three."""
    decision = sharing.transfer(5000, at=clock("23:00"), made_today=3, **OPENED)

    assert [Reason.WALLET_AMOUNT, Reason.WALLET_TIMES, Reason.WALLET_HOURS] == failed(decision)


@pytest.mark.parametrize(
    ("day", "is_known"),
    [("2024-12-01", False), ("2024-12-02", True), ("2026-06-04", True), ("2026-06-05", False)],
)
def test_limits_are_known_for_eighteen_months(day: str, is_known: bool) -> None:
    """The wallet began on 2024-12-02; from 2026-06-05 quotas with unknown limits take its place."""
    decision = sharing.transfer(1, at=clock("12:00", day), **OPENED)

    assert date.fromisoformat(day) == decision.on
    if is_known:
        assert (ELIGIBLE, ()) == (decision.outcome, decision.missing)
    else:
        missing = (Missing("sharing.wallet_limits", "100000"),)
        assert (UNDETERMINED, missing) == (decision.outcome, decision.missing)
        assert ["1"] == [each.actual for each in decision.conditions]
        assert decision.value is None


def test_limits_of_a_reform() -> None:
    """With limits that a caller supplies the quotas of June 2026 are decided."""
    limits = {**LIMITS, "transfers_a_day": 1, "yuan_each": "500.50", "returned_at_hour": 0}
    law = shipped().replacing(parameters.WALLET_LIMITS, limits)
    at = clock("12:00", "2026-07-01")
    found = [
        sharing.transfer(amount, at=at, made_today=made, law=law, **OPENED)
        for amount, made in (("500.50", 0), ("500.51", 0), (1, 1))
    ]

    assert [ELIGIBLE, INELIGIBLE, INELIGIBLE] == [each.outcome for each in found]
    assert found[0].value is not None
    assert clock("00:00", "2026-07-02") == found[0].value.returned_at


@pytest.mark.parametrize(
    "faults",
    [
        {"transfers_a_day": 0},
        {"transfers_a_day": "3"},
        {"yuan_each": 2000.0},
        {"yuan_each": "2000.001"},
        {"yuan_each": "-1"},
        {"closed_from_hour": -1},
        {"closed_until_hour": "06:00"},
        {"returned_at_hour": None},
        {"returned_at_minute": 0},
    ],
)
def test_limits_have_a_form(faults: dict[str, object]) -> None:
    """Whole numbers, and yuan to the fen."""
    with pytest.raises(LawFileError) as caught:
        shipped().replacing(parameters.WALLET_LIMITS, {**LIMITS, **faults})

    assert "value" == caught.value.field


def test_limits_are_whole() -> None:
    """Each of the five numbers has to be said."""
    for name in LIMITS:
        rest = {key: value for key, value in LIMITS.items() if key != name}
        with pytest.raises(LawFileError):
            shipped().replacing(parameters.WALLET_LIMITS, rest)


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"amount": 0}, RuleError, "amount"),
        ({"amount": "0.00"}, RuleError, "amount"),
        ({"amount": "-1"}, MoneyError, "amount"),
        ({"amount": 20.5}, MoneyError, "amount"),
        ({"amount": "2,000"}, MoneyError, "amount"),
        ({"amount": "0.001"}, MoneyError, "amount"),
        ({"amount": None}, MoneyError, "amount"),
        ({"at": date(2026, 1, 29)}, RuleError, "at"),
        ({"at": "2026-01-29T12:00"}, RuleError, "at"),
        ({"at": NOON.replace(tzinfo=timezone(timedelta(hours=8)))}, RuleError, "at"),
        ({"made_today": -1}, RuleError, "made_today"),
        ({"made_today": True}, RuleError, "made_today"),
        ({"made_today": 1.0}, RuleError, "made_today"),
        ({"owner_wallet": "yes"}, RuleError, "owner_wallet"),
        ({"relative_wallet": 1}, RuleError, "relative_wallet"),
        ({"law": "2026"}, RuleError, "law"),
    ],
)
def test_a_transfer_is_asked_about_with_facts(
    arguments: dict[str, Any], error: type[FaultyInputError], field: str
) -> None:
    """An amount above zero, an hour without zone, a number, and what is known of the wallets."""
    facts: dict[str, Any] = {"amount": 1, "at": NOON, **OPENED, **arguments}
    with pytest.raises(error) as caught:
        sharing.transfer(facts.pop("amount"), **facts)

    assert field == caught.value.field
