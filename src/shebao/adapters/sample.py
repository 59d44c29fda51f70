"""A made-up person of Shijiazhuang (130100) and her record, in which every hard case stands.

A change of employers with a gap of two months (2008-06 to 2008-07), a gap of five (2014-07 to
2014-11), arrears that were settled later (2018-03 to 2018-04), arrears still open (2025-09 to
2025-10), a month paid in two places (2013-01), a year known only as "9 of 12" (2003), deemed months
before the accounts, a stretch of flexible work, a month whose money has not arrived yet (2025-12),
and maternity rows that end before 2020. Nobody is meant by her; the employers do not exist.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from ..model.history import ContributionHistory
from ..model.people import Person
from ..terms import RetirementCategory, Sex
from .records import read_csv

__all__ = ["sample_history", "sample_person", "sample_text"]

_FILE: Final = "sample.csv"


def sample_text() -> str:
    """The record as the text of a CSV table, as it ships with the library.

    Example:
        >>> sample_text().splitlines()[1]
        '1994-07,1995-12,基本养老保险,,视同缴费,甲公司,130100,职工,,,'
    """
    from importlib.resources import files  # noqa: PLC0415  (only who asks for the sample waits)

    return files(__package__).joinpath(_FILE).read_text("utf-8")


def sample_history() -> ContributionHistory:
    """The record as a history.

    Example:
        >>> [kind.en for kind in sample_history().kinds]
        ['pension', 'medical', 'unemployment', 'work injury', 'maternity']
    """
    return read_csv(sample_text(), source=_FILE)


def sample_person() -> Person:
    """The person: a woman born on 3 December 1975, on the track that once ended at 50.

    Example:
        >>> sample_person().birth_month
        YearMonth(1975, 12)
    """
    return Person(
        birth=date(1975, 12, 3),
        sex=Sex.FEMALE,
        retirement_category=RetirementCategory.FEMALE_50,
        household_registration="130100",
    )
