"""The sentences of questions, reasons and missing facts, Chinese and English; they live here alone.

Each subject has its module; ``FACTS`` are facts that can be missing, for parameters of law bring
their own titles.
"""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from . import (
    arrears,
    family,
    general,
    injuries,
    medical,
    pensions,
    places,
    residents,
    retirement,
    unemployment,
)
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS", "Words"]

QUESTIONS: Final[dict[Question, Words]] = {
    **arrears.QUESTIONS,
    **family.QUESTIONS,
    **injuries.QUESTIONS,
    **medical.QUESTIONS,
    **pensions.QUESTIONS,
    **places.QUESTIONS,
    **residents.QUESTIONS,
    **retirement.QUESTIONS,
    **unemployment.QUESTIONS,
}

REASONS: Final[dict[Reason, Words]] = {
    **arrears.REASONS,
    **family.REASONS,
    **general.REASONS,
    **injuries.REASONS,
    **medical.REASONS,
    **pensions.REASONS,
    **places.REASONS,
    **residents.REASONS,
    **retirement.REASONS,
    **unemployment.REASONS,
}

FACTS: Final[dict[str, Words]] = {
    **arrears.FACTS,
    **family.FACTS,
    **general.FACTS,
    **injuries.FACTS,
    **medical.FACTS,
    **pensions.FACTS,
    **places.FACTS,
    **residents.FACTS,
    **retirement.FACTS,
    **unemployment.FACTS,
}
