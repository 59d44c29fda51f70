"""Which columns a table of records has, by their headings in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ..errors import Fault

__all__ = ["Column", "check_columns", "read_columns"]

#: The headings of each field; the first is the one that messages name, the last the English one.
_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "month": ("费款所属期", "费款所属年月", "费款所属期号", "month"),
    "first": ("起始年月", "开始年月", "first"),
    "last": ("终止年月", "截止年月", "last"),
    "kind": ("险种", "险种类型", "参保险种", "保险类型", "kind"),
    "base": ("缴费基数", "月缴费基数", "base"),
    "status": ("缴费状态", "缴费标志", "status"),
    "employer": ("单位", "单位名称", "参保单位", "缴费单位", "employer"),
    "area": ("参保地", "area"),
    "scheme": ("参保类型", "scheme"),
    "declared_on": ("申报日期", "declared_on"),
    "settled_on": ("到账日期", "到帐日期", "settled_on"),
    "count": ("月数", "缴费月数", "实际缴费月数", "count"),
}
_OTHER_SEPARATORS: Final = ";；，\t|"
_FIELD_OF: Final = {name: field for field, names in _HEADINGS.items() for name in names}


@attrs.frozen
class Column:
    """A column of a table: its place, its heading as it stands there, and what it holds.

    Attributes:
        number: its place, counted from 1.
        heading: its heading, without the spaces around it.
        field: the field of a period, or None for a heading that is not known.
    """

    number: int
    heading: str
    field: str | None

    def fault(self, value: object, problem: str, expected: str) -> Fault:
        """What is wrong in this column."""
        return Fault(self.heading, value, problem, expected, column=self.number)


def read_columns(headings: Sequence[str]) -> tuple[Column, ...]:
    """The columns under some headings; English ones in any case of letters.

    Example:
        >>> [column.field for column in read_columns(["险种", "Month", "余额"])]
        ['kind', 'month', None]
    """
    return tuple(
        Column(number, heading.strip(), _FIELD_OF.get(heading.strip().lower()))
        for number, heading in enumerate(headings, 1)
    )


def check_columns(columns: Sequence[Column]) -> Iterator[Fault]:
    """What is wrong with the columns of a table: unknown, doubled and missing ones."""
    seen: dict[str, Column] = {}
    for column in columns:
        if column.field is None:
            yield _unknown(column)
        elif column.field in seen:
            other = seen[column.field]
            problem = f"says the same as column {other.number}, {other.heading!r}"
            yield column.fault(column.heading, problem, "one column a field")
        else:
            seen[column.field] = column
    for field in _missing(seen):
        yield _absent(field, columns)


def _unknown(column: Column) -> Fault:
    known = ", ".join(f"{names[0]} ({names[-1]})" for names in _HEADINGS.values())
    problem = "is no known heading" if column.heading else "is an empty heading"
    if any(separator in column.heading for separator in _OTHER_SEPARATORS):
        problem += " (cells are separated by a comma)"
    fault = column.fault(column.heading, problem, f"one of {known}; take other columns out")
    return fault if column.heading else attrs.evolve(fault, field="heading")


def _missing(seen: Mapping[str, Column]) -> Iterator[str]:
    if "kind" not in seen:
        yield "kind"
    if not seen.keys() & {"month", "first", "last"}:
        yield "month"
    for field, other in (("first", "last"), ("last", "first")):
        if field not in seen and other in seen:
            yield field


def _absent(field: str, columns: Sequence[Column]) -> Fault:
    heading, english = _HEADINGS[field][0], _HEADINGS[field][-1]
    expected = f"a column {heading} ({english})"
    if field == "month":
        expected += ", or 起始年月 (first) and 终止年月 (last)"
    headings = ",".join(column.heading for column in columns)
    return Fault(heading, headings, "has no such column", expected)
