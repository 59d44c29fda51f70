"""The page of instruments says what the law data and the code say."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from shebao.law import parameters

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]


def _tool() -> ModuleType:
    spec = spec_from_file_location("instruments", ROOT / "tools" / "instruments.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_fresh() -> None:
    """What stands in docs is what the tool writes now."""
    page = (ROOT / "docs" / "instruments.md").read_text("utf-8")
    assert _tool().page() == page


def test_every_parameter_is_read_by_some_function() -> None:
    """No parameter is shipped in vain; who pools a kind the law itself asks."""
    pools = {parameter.name for parameter in parameters.POOLING_LEVEL.values()}
    assert set(parameters.ALL) - pools == set(_tool().readers()) - pools
