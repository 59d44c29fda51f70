"""Parameters of retirement ages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ...terms import HazardousWork, RetirementCategory, Sex
from ..parameter import Parameter
from ..values import RetirementSchedule, read_flexibility, read_retirement_schedule, whole

__all__ = [
    "HAZARDOUS_MONTHS",
    "HAZARDOUS_SCHEDULE",
    "RETIREMENT_FLEXIBILITY",
    "RETIREMENT_ON_APPLICATION",
    "RETIREMENT_SCHEDULE",
]

#: Statutory age of each track, and how it rises from 2025.
RETIREMENT_SCHEDULE: Final[Mapping[RetirementCategory, Parameter[RetirementSchedule]]] = (
    MappingProxyType(
        {
            category: Parameter(
                f"retirement.schedule.{category.value}",
                "months",
                f"法定退休年龄：{category.zh}",
                f"statutory retirement age: {category.en}",
                read_retirement_schedule,
            )
            for category in RetirementCategory
        }
    )
)

#: How far retirement may be moved, for those who had not reached the original age before it came.
RETIREMENT_FLEXIBILITY: Final = Parameter(
    "retirement.flexibility",
    "months",
    "弹性退休的幅度与告知期限",
    "how far retirement may be moved, and its notice",
    read_flexibility,
)

#: The age at which women on the track of 60 may retire if they apply for it.
RETIREMENT_ON_APPLICATION: Final = Parameter(
    "retirement.on_application.female_60",
    "months",
    "县处级女干部、高级职称女性本人申请退休的年龄",
    "age at which women of rank or senior title may retire on application",
    read_retirement_schedule,
)

#: Early retirement from hazardous work, and how its age rises from 2025.
HAZARDOUS_SCHEDULE: Final[Mapping[Sex, Parameter[RetirementSchedule]]] = MappingProxyType(
    {
        sex: Parameter(
            f"retirement.hazardous.{sex.value}",
            "months",
            f"特殊工种提前退休年龄：{sex.zh}",
            f"age of retirement from hazardous work: {sex.en}",
            read_retirement_schedule,
        )
        for sex in Sex
    }
)

#: Months in the work that open early retirement.
HAZARDOUS_MONTHS: Final[Mapping[HazardousWork, Parameter[int]]] = MappingProxyType(
    {
        work: Parameter(
            f"retirement.hazardous_months.{work.value}",
            "months",
            f"特殊工种累计年限：{work.zh}",
            f"months in hazardous work: {work.en}",
            whole("months", 1),
        )
        for work in HazardousWork
    }
)
