"""The script that feeds random inputs to the readers: it runs, and what it finds it tells."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from types import ModuleType

TOOL: Final = Path(__file__).parents[1] / "tools" / "fuzz_readers.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script as a module."""
    spec = spec_from_file_location("fuzz_readers", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["fuzz_readers"] = module  # attrs looks the annotations of classes up there
    spec.loader.exec_module(module)
    return module


def test_readers_keep_their_promises(tool: ModuleType) -> None:
    """Of two thousand inputs each ends in a value or in an error with a place."""
    ends, failures = tool.fuzz(2_000, seed=2026)

    assert failures == {}, tool.report(ends, failures)
    assert {reader for reader, _ in ends} == set(tool.READERS)
    assert all(ends[reader, "value"] for reader in tool.READERS)


def test_the_same_seed_gives_the_same_inputs(tool: ModuleType) -> None:
    """What was found once is found again."""
    assert tool.fuzz(100, seed=7)[0] == tool.fuzz(100, seed=7)[0]


def test_a_failure_is_made_small_and_told_once(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a reader that fails at one cell, that cell is left, with the exception."""

    def fails(given: dict[str, str]) -> None:
        if "养" in given["text"]:
            raise ZeroDivisionError

    monkeypatch.setitem(
        tool.READERS, "read_csv", tool.Reader(fails, lambda *_: None, lambda *_: True)
    )
    _, failures = tool.fuzz(300, seed=1, kinds=["texts"])

    (failure,) = failures.values()
    assert {"text": "养"} == failure.case.given
    assert failure.number > 1
    assert "ZeroDivisionError" in tool.report(tool.Counter(), failures)


def test_a_reader_that_hangs_is_stopped(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that goes on for ever is a failure like others."""

    def hangs(_given: object) -> None:
        while True:
            pass

    monkeypatch.setitem(
        tool.READERS, "read_csv", tool.Reader(hangs, lambda *_: None, lambda *_: True)
    )
    monkeypatch.setattr(tool, "LIMIT", 0.02)
    monkeypatch.setattr(tool, "SHRINKING", 0.1)
    _, failures = tool.fuzz(2, seed=1, kinds=["texts"])

    assert ["HangError at outside"] == [*failures]
