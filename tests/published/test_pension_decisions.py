"""Published decisions on employees' pensions: basic and account part of every row."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from shebao import pension

Row = dict[str, str]

#: Whose sheet rounded the index before it was used: their basic part differs by up to 0.06 yuan.
ROUNDED_FIRST = {"cases/shanghai/4.json", "cases/shanxi/2.json"}
HALF_A_FEN = Decimal("0.005")


def _rows() -> list[Row]:
    text = Path(__file__).with_name("pension_decisions.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()[1:]))


def _made(row: Row) -> pension.Amounts:
    return pension.amounts(
        benefit_base=row["base"],
        average_index=row["avg_index"],
        contribution_years=row["total_years"],
        account=row["account"],
        payout_months=row["divisor_months"],
        transitional=row["exp_transitional"] or 0,
    )


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["case"])
def test_every_decision_is_reproduced(row: Row) -> None:
    """The basic and the account part are those that the decision prints."""
    made = _made(row)
    allowed = Decimal("0.06") if row["case"] in ROUNDED_FIRST else HALF_A_FEN

    assert abs(made.pooled - Decimal(row["exp_basic"])) <= allowed
    assert abs(made.individual_account - Decimal(row["exp_account"])) <= HALF_A_FEN
    assert made.total == made.pooled + made.individual_account + made.transitional


def test_no_decision_was_lost() -> None:
    """There are twenty-six of them, of nineteen provinces."""
    rows = _rows()
    assert (len(rows), len({row["province"] for row in rows})) == (26, 19)
