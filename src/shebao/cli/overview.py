"""The overview of a record: ``python -m shebao [FILE.csv]``; without a file, of the sample."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from ..adapters.cells import read_area, read_day
from ..adapters.encodings import decode
from ..adapters.records import read_csv
from ..adapters.sample import sample_history, sample_person
from ..adapters.vocabulary import read_term
from ..errors import UsageError
from ..model.history import ContributionHistory
from ..model.people import Person
from ..months import YearMonth
from ..report import overview
from ..terms import RetirementCategory, Sex
from .arguments import COMMON, Arguments, Command
from .files import unreadable

__all__ = ["answer"]

_MONTH: Final = re.compile(r"[0-9]{4}(?:[-./][0-9]{1,2}|年[0-9]{1,2}月|[0-9]{2})")
_COMMAND: Final = Command(
    usage="[FILE.csv] [--option value ...]",
    description=(
        "Overview of a contribution record; without a file, of a made-up sample. "
        "What an export holds, python -m shebao read FILE shows."
    ),
    file="the record, a CSV table",
    options={
        "--birth": ("DAY", "day of birth such as 1975-12-03, or its month; needed with a file"),
        "--sex": ("SEX", "male (男) or female (女); needed with a file"),
        "--category": ("CATEGORY", "statutory track: male, female_55, female_50 or female_60"),
        "--on": ("DAY", "the day asked about; today unless given"),
        "--area": ("CODE", "six digits: whose law is asked, and where rows without 参保地 lie"),
        **COMMON,
    },
)


def answer(argv: Sequence[str]) -> str:
    """The overview that the arguments ask for.

    Raises:
        UsageError: with everything that is wrong with the arguments and the file.
    """
    arguments = Arguments.of(_COMMAND, argv)
    if arguments.help is not None:
        return arguments.help
    on = arguments.take("--on", read_day) or date.today()
    lang, encoding = arguments.lang(), arguments.encoding()
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


def _read_birth(text: str) -> date | YearMonth:
    return YearMonth.parse(text) if _MONTH.fullmatch(text) else read_day(text)


def _person(arguments: Arguments) -> Person | None:
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
        raise unreadable(path, error, "a file of CSV text") from None
    return read_csv(decode(data, encoding, path), source=path, area=area)
