"""Moving between places 关系转移接续: the record, overlaps, temporary accounts, the place of benefit.

Each story has its module: ``transferred`` what moves and what is cleared, ``account_relations``
temporary accounts, ``benefit_area`` which place pays the pension.
"""

from __future__ import annotations

from .account_relations import opens_temporary, relations
from .benefit_area import BenefitArea, ProvinceMonths, benefit_area
from .transferred import Cleared, Transferred, cleared, transferred

__all__ = [
    "BenefitArea",
    "Cleared",
    "ProvinceMonths",
    "Transferred",
    "benefit_area",
    "cleared",
    "opens_temporary",
    "relations",
    "transferred",
]
