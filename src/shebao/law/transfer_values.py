"""The forms that values of the law of transfers take."""

from __future__ import annotations

from typing import Final

import attrs

from ..terms import InsuranceKind
from .values import several, table, term, whole

__all__ = ["TemporaryAge", "read_moving_kinds", "read_temporary_age"]


@attrs.frozen
class TemporaryAge:
    """From which age a relation that is opened away from home is temporary, in years.

    Attributes:
        male: of men.
        female: of women.
    """

    male: int
    female: int


read_temporary_age: Final = table(TemporaryAge, male=whole("years", 1), female=whole("years", 1))

#: Insurances, each once.
read_moving_kinds: Final = several(term(InsuranceKind), 1)
