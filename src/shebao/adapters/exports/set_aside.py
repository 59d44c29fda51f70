"""Rows that are no month of their own, each with its reason (未计入的行)."""

from __future__ import annotations

import attrs

from ...errors import Fault, RecordsError
from ...masking import shown
from ...terms import Term

__all__ = ["GivenUp", "RowReason", "SetAside", "check_row"]


class RowReason(Term):
    """Why a row adds no month of its own."""

    TITLE = "title", "标题或说明"
    HEADING = "heading", "表头"
    BLANK = "blank", "空行"
    GROUP = "group", "分组行"
    TOTAL = "total", "合计行"
    DUPLICATE = "duplicate", "与另一行相同"
    FOLDED = "folded", "欠费已由另一行补缴"
    TOP_UP = "top_up", "补差或调整，不增加月数"
    REFUND = "refund", "退费"
    REFUNDED = "refunded", "已退费"
    OTHER_INSURANCE = "other_insurance", "其他保险"
    NO_CONTRIBUTION = "no_contribution", "无缴费"
    NOT_UNDERSTOOD = "not_understood", "不能识别"


@attrs.frozen
class GivenUp:
    """Rows that are given up where months are settled.

    Attributes:
        rows: the rows.
        reason: why.
        months: the ordinals of the first and the last month.
        problem: of rows that are not understood, what is wrong.
    """

    rows: range
    reason: RowReason
    months: tuple[int, int]
    problem: str = ""


@attrs.frozen
class SetAside:
    """A row that adds no month of its own, or a part of it that could not be used.

    Attributes:
        row: the row, counted from 1.
        reason: why.
        faults: of a row that is not understood, what is wrong with it.

    Raises:
        RecordsError: if the row is no number from 1.
    """

    row: int
    reason: RowReason
    faults: tuple[Fault, ...] = attrs.field(default=(), repr=shown)

    def __attrs_post_init__(self) -> None:
        check_row(self.row)


def check_row(row: object) -> None:
    """Refuse what is no row.

    Raises:
        RecordsError: that says so.
    """
    if type(row) is not int or row < 1:
        raise RecordsError(Fault("row", row, "is no row", "an int from 1"))
