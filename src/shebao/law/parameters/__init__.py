"""The parameters of law that rules read, each typed; ``ALL`` is every one by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from ..parameter import Parameter
from .contributions import (
    AVERAGE_MONTHLY_WAGE,
    CONTRIBUTION_BASE_CEILING,
    CONTRIBUTION_BASE_FLOOR,
    CONTRIBUTION_PAYER,
    POOLING_LEVEL,
)
from .medical import (
    MATERNITY_QUALIFYING_MONTHS,
    MEDICAL_REPAIRABLE_GAP_MONTHS,
    MEDICAL_WAITING_CEILING_MONTHS,
    MEDICAL_WAITING_MONTHS,
)
from .pension import (
    ACCOUNT_CREDIT,
    ACCOUNT_INTEREST,
    DEATH_BENEFIT,
    DISABILITY_MONTHS,
    PASSAGE_MINIMUM_MONTHS,
    PENSION_ACCOUNT_START,
    PENSION_BENEFIT_BASE,
    PENSION_LUMP_SUM,
    PENSION_MINIMUM_MONTHS,
    PENSION_PAYOUT_MONTHS,
    PENSION_TRANSITIONAL,
    PENSION_YEARS_ROUNDING,
)
from .resident import (
    RESIDENT_BASE_PENSION,
    RESIDENT_FUNERAL_GRANT,
    RESIDENT_PAYOUT_MONTHS,
    RESIDENT_PENSION_AGE_MONTHS,
    RESIDENT_PENSION_MINIMUM_YEARS,
)
from .retirement import (
    HAZARDOUS_MONTHS,
    HAZARDOUS_SCHEDULE,
    RETIREMENT_FLEXIBILITY,
    RETIREMENT_ON_APPLICATION,
    RETIREMENT_SCHEDULE,
)
from .unemployment import (
    UNEMPLOYMENT_BENEFIT_BANDS,
    UNEMPLOYMENT_MAXIMUM_BANDS,
    UNEMPLOYMENT_MINIMUM_MONTHS,
)

__all__ = [
    "ACCOUNT_CREDIT",
    "ACCOUNT_INTEREST",
    "ALL",
    "AVERAGE_MONTHLY_WAGE",
    "CONTRIBUTION_BASE_CEILING",
    "CONTRIBUTION_BASE_FLOOR",
    "CONTRIBUTION_PAYER",
    "DEATH_BENEFIT",
    "DISABILITY_MONTHS",
    "HAZARDOUS_MONTHS",
    "HAZARDOUS_SCHEDULE",
    "MATERNITY_QUALIFYING_MONTHS",
    "MEDICAL_REPAIRABLE_GAP_MONTHS",
    "MEDICAL_WAITING_CEILING_MONTHS",
    "MEDICAL_WAITING_MONTHS",
    "PASSAGE_MINIMUM_MONTHS",
    "PENSION_ACCOUNT_START",
    "PENSION_BENEFIT_BASE",
    "PENSION_LUMP_SUM",
    "PENSION_MINIMUM_MONTHS",
    "PENSION_PAYOUT_MONTHS",
    "PENSION_TRANSITIONAL",
    "PENSION_YEARS_ROUNDING",
    "POOLING_LEVEL",
    "RESIDENT_BASE_PENSION",
    "RESIDENT_FUNERAL_GRANT",
    "RESIDENT_PAYOUT_MONTHS",
    "RESIDENT_PENSION_AGE_MONTHS",
    "RESIDENT_PENSION_MINIMUM_YEARS",
    "RETIREMENT_FLEXIBILITY",
    "RETIREMENT_ON_APPLICATION",
    "RETIREMENT_SCHEDULE",
    "UNEMPLOYMENT_BENEFIT_BANDS",
    "UNEMPLOYMENT_MAXIMUM_BANDS",
    "UNEMPLOYMENT_MINIMUM_MONTHS",
]


def _each() -> Iterator[Parameter[Any]]:
    """Every parameter that this module names, those of a mapping one by one."""
    for name in __all__:
        found = globals().get(name)
        if isinstance(found, Parameter):
            yield found
        elif found is not None:
            yield from found.values()


#: Every parameter by its name.
ALL: Final[Mapping[str, Parameter[Any]]] = MappingProxyType(
    {parameter.name: parameter for parameter in _each()}
)
