"""The pages that are written from the law data and the code say what these say."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shebao.law import parameters

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]


def _tool(name: str = "instruments") -> ModuleType:
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["instruments", "places"])
def test_the_page_is_fresh(name: str) -> None:
    """What stands in docs is what the tool writes now."""
    page = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    assert _tool(name).page() == page


def test_every_province_has_a_section() -> None:
    """All 31 provinces stand on the page of places, with their codes."""
    page = (ROOT / "docs" / "places.md").read_text("utf-8")
    sections = [line for line in page.splitlines() if line.startswith("## ")]
    assert 31 == len(sections)
    assert all(line.rpartition(" ")[2].endswith("0000") for line in sections)


def test_every_parameter_is_read_by_some_function() -> None:
    """No parameter is shipped in vain; who pools a kind the law itself asks."""
    pools = {parameter.name for parameter in parameters.POOLING_LEVEL.values()}
    assert set(parameters.ALL) - pools == set(_tool().readers()) - pools
