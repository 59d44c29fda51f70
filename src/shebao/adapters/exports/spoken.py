"""What the words of a row say: what became of its month, and which part of a month it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from ...errors import Fault, RecordsError
from .effects import Effect, StatusWords, strongest
from .headings import Part
from .row_cells import RowCells, is_number
from .texts import squeezed
from .titles import DOUBTS

__all__ = ["read_effect", "read_part"]

_PARTS: Final[Mapping[str, Part]] = {
    "单位": Part.EMPLOYER,
    "个人": Part.PERSONAL,
    "基数": Part.BASE,
    "情况": Part.STATUS,
    "状态": Part.STATUS,
}
_YES: Final = frozenset({"是", "有", "y", "yes"})
_NO: Final = frozenset({"否", "无", "n", "no"})
#: What yes and no mean under some headings; None is what may be one thing or another.
_ANSWERS: Final[Mapping[str, tuple[Effect, Effect | None]]] = {
    "overdue": (Effect.ARREARS, Effect.UNSAID),
    "is_back_paid": (Effect.BACK_PAID, Effect.UNSAID),
    "arrived": (Effect.PAID, None),
}


def read_effect(row: RowCells, words: StatusWords) -> Effect:
    """What the words of a row make of its months; what cannot be read is noted in it."""
    spoken = row.all("status", "pay_type")
    spoken += [(each, text) for each, text in row.all("cell") if not is_number(text)]
    spoken += [(each, text) for each, text in row.all("part") if _part_in(text) is None]
    read = [row.read_cell(column, text, words.read) for column, text in spoken]
    for field, answers in _ANSWERS.items():
        reader = partial(_answer, answers)
        read += [row.read_cell(column, text, reader) for column, text in row.all(field)]
    for _, text in row.all("remark"):
        known = words.known(text)
        if known is None and (doubt := DOUBTS.search(squeezed(text))):
            row.blame("remark", f"speaks of {doubt[0]}", "a status of the month")
        read.append(known)
    effects = [effect for effect in read if effect is not None]
    if Effect.STOPPED in effects and any(effect.status is not None for effect in effects):
        said = " and ".join(sorted({effect.zh for effect in effects}))
        expected = "one of the two; columns={heading: None} leaves a column out"
        row.blame("status", f"stands in a row that says {said}", expected)
    return strongest(effects)


def _answer(answers: tuple[Effect, Effect | None], text: str) -> Effect:
    yes, no = answers
    key = squeezed(text).lower()
    if key in _YES:
        return yes
    if key in _NO and no is not None:
        return no
    problem = "may be overdue or not" if key in _NO else "is neither yes nor no"
    raise RecordsError(Fault("status", text, problem, "是 or 否, or a column of status"))


def read_part(row: RowCells) -> Part | None:
    """Which part of a month the row is."""
    return next((part for _, text in row.all("part") if (part := _part_in(text))), None)


def _part_in(text: str) -> Part | None:
    return next((part for word, part in _PARTS.items() if word in squeezed(text)), None)
