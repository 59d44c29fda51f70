"""Parameters of what cities ask for: months of social insurance, by purpose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ...terms import RequirementPurpose
from ..parameter import Parameter
from ..requirement_values import LocalRequirement, read_requirement

__all__ = ["REQUIREMENT"]

#: What a place asks for, by the purpose.
REQUIREMENT: Final[Mapping[RequirementPurpose, Parameter[LocalRequirement]]] = MappingProxyType(
    {
        purpose: Parameter(
            f"requirement.{purpose.value}",
            "a table",
            f"{purpose.zh}的社会保险缴费要求",
            f"months of social insurance asked for: {purpose.en}",
            read_requirement,
        )
        for purpose in RequirementPurpose
    }
)
