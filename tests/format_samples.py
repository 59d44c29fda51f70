"""Samples of the tables that people have, one or two of each known source."""

from __future__ import annotations

from typing import Final

from city_samples import CITIES
from form_samples import FORMS
from format_sample import Sample
from row_samples import ROWS
from tax_samples import TAX

__all__ = ["SAMPLES"]

SAMPLES: Final[tuple[Sample, ...]] = (*CITIES, *FORMS, *TAX, *ROWS)
