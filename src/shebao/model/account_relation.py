"""A pension relation in a province 基本养老保险关系: where it was opened, when, and whether temporarily."""

from __future__ import annotations

from datetime import date

import attrs

from ..errors import Fault, PeriodError
from ..months import day_faults
from .areas import area_faults, province_of

__all__ = ["AccountRelation"]


@attrs.frozen
class AccountRelation:
    """A relation of the employees' pension in one place.

    Args:
        area: six-digit code of the place; for the place of benefit its province counts.
        from_day: the day on which it was opened.
        is_temporary: whether it is a temporary account 临时基本养老保险缴费账户: then the relation itself
            stays where it was.

    Raises:
        PeriodError: if a part is of the wrong type; all faults are listed.

    Example:
        >>> AccountRelation("320500", date(2015, 3, 1)).province
        '320000'
    """

    area: str
    from_day: date
    is_temporary: bool = False

    def __attrs_post_init__(self) -> None:
        faults = [*area_faults(self.area), *day_faults(self.from_day, "from_day")]
        if type(self.is_temporary) is not bool:
            problem = "is no truth value"
            faults.append(Fault("is_temporary", self.is_temporary, problem, "True or False"))
        if faults:
            raise PeriodError(*faults)

    @property
    def province(self) -> str:
        """The code of its province."""
        return province_of(self.area)
