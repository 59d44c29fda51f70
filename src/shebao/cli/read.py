"""What a table holds: ``python -m shebao read FILE`` shows what was understood, what not, and why."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Final

from ..adapters.cells import read_area
from ..adapters.exports.reader import read
from ..adapters.exports.settings import KindCodes
from ..adapters.vocabulary import read_kind
from ..adapters.workbooks import EXCEL
from ..errors import Fault, UsageError
from ..months import YearMonth
from .arguments import COMMON, Arguments, Command, one_of
from .files import rows_of

__all__ = ["answer"]

_YEAR: Final = re.compile(r"[0-9]{4}")
_CODES: Final[dict[str, KindCodes]] = {"mohrss": "mohrss", "nhsa": "nhsa"}
_COMMAND: Final = Command(
    usage="read FILE [--option value ...]",
    description="What a table of contributions holds: what is understood, what is not, and why.",
    file="a table of CSV text, or an Excel workbook",
    options={
        "--area": ("CODE", "six digits: where rows without 参保地 lie"),
        "--kind": ("KIND", "the insurance of rows that name none, such as 养老 or pension"),
        "--year": ("YEAR", "the year of months that are given by number alone"),
        "--month": ("MONTH", "the month of a table without any"),
        "--codes": ("SYSTEM", "whose codes stand for insurances: mohrss or nhsa"),
        "--sheet": ("NAME", "of a workbook; needed where several hold something"),
        **COMMON,
    },
)


def answer(argv: Sequence[str]) -> str:
    """What the file of the arguments holds.

    Raises:
        UsageError: with everything that is wrong with the arguments.
        RecordsError: if the file holds no table of contributions.
    """
    arguments = Arguments.of(_COMMAND, argv)
    if arguments.help is not None:
        return arguments.help
    if not arguments.files:
        arguments.blame("FILE", None, "is not given", "the file to read")
    area = arguments.take("--area", read_area)
    word = arguments.take("--kind", read_kind)
    year = arguments.take("--year", _read_year)
    month = arguments.take("--month", YearMonth.parse)
    codes = arguments.take("--codes", one_of(tuple(_CODES)))
    sheet = arguments.take("--sheet", str)
    lang, encoding = arguments.lang(), arguments.encoding()
    if sheet is not None and arguments.files and not arguments.files[0].lower().endswith(EXCEL):
        arguments.blame(
            "--sheet", sheet, "is given beside a file of text", "it for a workbook alone"
        )
    arguments.refuse_faults()
    path = arguments.files[0]
    reading = read(
        rows_of(path, encoding, sheet, sys.stderr),
        source=path,
        area=area,
        kind=None if word is None else word.kind,
        year=year,
        month=month,
        codes=None if codes is None else _CODES[codes],
        keep_raw=False,
    )
    return reading.text(lang)


def _read_year(text: str) -> int:
    if _YEAR.fullmatch(text) is None:
        raise UsageError(Fault("year", text, "is no year", "four digits such as 2023"))
    return int(text)
