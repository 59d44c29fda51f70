"""When one may retire: the statutory age, the months to choose from, the months it takes.

Each story has its module: ``statutory`` the ages and their delay, ``flexible`` the months between
which one may choose, ``choice`` whether one may retire on a day, ``hazardous`` early retirement
from hazardous work, ``minimum_contribution`` the months that a pension takes.
"""

from __future__ import annotations

from .choice import Choice, choice
from .flexible import Flexible, flexible
from .hazardous import HazardousRetirement, hazardous, hazardous_eligibility
from .minimum_contribution import minimum_contribution, minimum_contribution_months
from .statutory import (
    DelayedAge,
    Statutory,
    applications,
    categories,
    day_of,
    delay_of,
    for_person,
    statutory,
)

__all__ = [
    "Choice",
    "DelayedAge",
    "Flexible",
    "HazardousRetirement",
    "Statutory",
    "applications",
    "categories",
    "choice",
    "day_of",
    "delay_of",
    "flexible",
    "for_person",
    "hazardous",
    "hazardous_eligibility",
    "minimum_contribution",
    "minimum_contribution_months",
    "statutory",
]
