"""The command line: ``python -m shebao [FILE.csv]`` prints the overview of a record.

Without a file it is the overview of the sample that ships with the library. Here and nowhere else
is today's date asked for, and here alone is a file of the user's opened.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeVar

import attrs

from .adapters.cells import read_area, read_day
from .adapters.encodings import ENCODINGS, decode
from .adapters.records import read_csv
from .adapters.sample import sample_history, sample_person
from .adapters.vocabulary import read_term
from .errors import Fault, FaultyInputError, ShebaoError, UsageError
from .model.history import ContributionHistory
from .model.people import Person
from .months import YearMonth
from .report import overview
from .terms import RetirementCategory, Sex

__all__ = ["main"]

_T = TypeVar("_T")

_MONTH: Final = re.compile(r"[0-9]{4}(?:[-./][0-9]{1,2}|年[0-9]{1,2}月|[0-9]{2})")
_LANGUAGES: Final = ("zh", "en")
_OPTIONS: Final = {
    "--birth": ("DAY", "day of birth such as 1975-12-03, or its month; needed with a file"),
    "--sex": ("SEX", "male (男) or female (女); needed with a file"),
    "--category": ("CATEGORY", "statutory track: male, female_55, female_50 or female_60"),
    "--on": ("DAY", "the day asked about; today unless given"),
    "--area": ("CODE", "six digits: whose law is asked, and where rows without 参保地 lie"),
    "--lang": ("LANG", "zh (unless given) or en"),
    "--encoding": ("NAME", "of the file: utf-8 (unless given), gb18030 or utf-16"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the overview that the arguments ask for.

    Args:
        argv: the arguments; None means those of the process.

    Returns:
        0, or 2 after every fault was printed to the standard error.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that has no Chinese still shows the rest.
        sys.stdout.reconfigure(errors="replace")
    try:
        print(_answer(sys.argv[1:] if argv is None else argv), flush=True)
    except BrokenPipeError:
        # Whoever was to read, such as "head", has enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ShebaoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _answer(argv: Sequence[str]) -> str:
    parser = _parser()
    arguments = _Arguments.of(parser, argv)
    if arguments.asks_for_help:
        return parser.format_help()
    on = arguments.take("--on", read_day) or date.today()
    lang = arguments.take("--lang", _one_of(_LANGUAGES)) or "zh"
    encoding = arguments.take("--encoding", _one_of(ENCODINGS)) or "utf-8"
    area = arguments.take("--area", read_area)
    person = _person(arguments)
    history: ContributionHistory | None
    if not arguments.files:
        history, area = sample_history(), area or sample_person().household_registration
    else:
        history = arguments.run(lambda: _read(arguments.files[0], encoding, area))
    if arguments.faults or person is None or history is None:
        raise UsageError(*arguments.faults)
    return overview(person, history, on=on, area=area).text(lang)


def _parser() -> argparse.ArgumentParser:
    """The options, none of them judged: all that is wrong is to be reported together."""
    parser = argparse.ArgumentParser(
        prog="python -m shebao",
        usage="python -m shebao [FILE.csv] [--option value ...]",
        description="Overview of a contribution record; without a file, of a made-up sample.",
        allow_abbrev=False,
        add_help=False,
        exit_on_error=False,
    )
    parser.add_argument("FILE", nargs="*", help="the record, a CSV table")
    parser.add_argument("-h", "--help", action="count", help="print this")
    for name, (metavar, text) in _OPTIONS.items():
        parser.add_argument(
            name, dest=name, metavar=metavar, action="append", nargs="?", const="", help=text
        )
    return parser


@attrs.frozen
class _Arguments:
    """The arguments as they were given, and what is wrong with them so far."""

    given: dict[str, list[str]]
    files: list[str]
    asks_for_help: bool
    faults: list[Fault] = attrs.Factory(list)

    @classmethod
    def of(cls, parser: argparse.ArgumentParser, argv: Sequence[str]) -> _Arguments:
        """Split what was given into options, files and what is neither.

        What follows an option that there is not is its value, and no file.
        """
        try:
            found, rest = parser.parse_known_args(argv)
        except argparse.ArgumentError as error:
            name = error.argument_name or "arguments"
            raise UsageError(
                Fault(name, " ".join(argv), error.message, "what --help lists")
            ) from None
        values = vars(found)
        strange = [each for each in rest if each.startswith("-")]
        owned = {after for each, after in pairwise(argv) if each in strange}
        files = values["FILE"] + [each for each in rest if each not in strange]
        files = [each for each in files if each not in owned]
        given = {name: values[name] or [] for name in _OPTIONS}
        arguments = cls(given, files, asks_for_help=bool(values["help"]))
        for each in strange:
            expected = f"one of {', '.join(_OPTIONS)}, --help"
            arguments.blame("option", each, "is no option", expected)
        if len(files) > 1:
            arguments.blame("FILE", " ".join(files), f"are {len(files)} files", "one file at most")
        return arguments

    def blame(self, field: str, value: object, problem: str, expected: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(field, value, problem, expected))

    def take(self, name: str, read: Callable[[str], _T]) -> _T | None:
        """The value of an option; None where it is not given, or wrong."""
        texts = self.given[name]
        if len(texts) > 1:
            self.blame(name, " ".join(texts), f"is given {len(texts)} times", "one value")
        elif texts:
            try:
                return read(texts[0])
            except FaultyInputError as error:
                self.blame(name, texts[0], error.faults[0].problem, error.faults[0].expected)
        return None

    def run(self, call: Callable[[], _T]) -> _T | None:
        """What a call gives; None where it fails, with its faults noted."""
        try:
            return call()
        except FaultyInputError as error:
            self.faults.extend(error.faults)
            return None


def _one_of(names: Sequence[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in names:
            raise UsageError(Fault("name", text, "is not offered", " or ".join(names)))
        return text

    return read


def _read_birth(text: str) -> date | YearMonth:
    return YearMonth.parse(text) if _MONTH.fullmatch(text) else read_day(text)


def _person(arguments: _Arguments) -> Person | None:
    """The person of the options; what they leave out is the sample's, if it is her record."""
    birth = arguments.take("--birth", _read_birth)
    sex = arguments.take("--sex", lambda text: read_term(text, Sex, "sex"))
    category = arguments.take(
        "--category", lambda text: read_term(text, RetirementCategory, "category")
    )
    registered = None
    if not arguments.files:
        sample = sample_person()
        birth, sex = birth or sample.birth, sex or sample.sex
        registered = sample.household_registration
        if not arguments.given["--category"] and sex is sample.sex:
            category = sample.retirement_category
    for name, value in (("--birth", birth), ("--sex", sex)):
        if value is None and not arguments.given[name]:
            arguments.blame(name, None, "is not given", f"{name} beside a file")
    if birth is None or sex is None:
        return None
    if category is not None and category.sex is not sex:
        tracks = " or ".join(str(each.value) for each in RetirementCategory if each.sex is sex)
        problem = f"is no track of a {sex.en} person"
        arguments.blame("--category", arguments.given["--category"][0], problem, tracks)
        return None
    return Person(
        birth=birth, sex=sex, retirement_category=category, household_registration=registered
    )


def _read(path: str, encoding: str, area: str | None) -> ContributionHistory:
    """The record in a file."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        problem, expected = f"cannot be read ({reason})", "a file of CSV text"
        raise UsageError(Fault("FILE", path, problem, expected)) from None
    return read_csv(decode(data, encoding, path), source=path, area=area)


if __name__ == "__main__":
    raise SystemExit(main())
