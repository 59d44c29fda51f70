"""Profiles of the property tests, chosen by ``HYPOTHESIS_PROFILE``, and ways of copying a value."""

from __future__ import annotations

import copy
import os
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def copies() -> Callable[[object], list[object]]:
    """Every way in which Python copies a value: shallow, deep, and pickled by each protocol."""

    def made(value: object) -> list[object]:
        pickled = [
            pickle.loads(pickle.dumps(value, protocol))  # noqa: S301
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
        ]
        return [copy.copy(value), copy.deepcopy(value), *pickled]

    return made
