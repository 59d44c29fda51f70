"""The house: floors whose arrows point down only, modules of one story, values at the top."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import shebao

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(shebao.__file__).parent
TOP: Final = 8

#: The floor of each module of the package, and of each package in it.
FLOORS: Final = {
    "masking": -1,
    "errors": -1,
    "months": 0,
    "month_sets": 0,
    "columns": 0,
    "days": 0,
    "intervals": 0,
    "rounding": 0,
    "drawing": 0,
    "terms": 1,
    "model": 2,
    "law": 3,
    "questions": 4,
    "decisions": 4,
    "rules": 5,
    "report": 6,
    "rendering": 6,
    "labels": 6,
    "losses": 6,
    "breaks": 6,
    "sentences": 6,
    "wording": 6,
    "forecast": 6,
    "adapters": 7,
    "testing": 7,
    "cli": 7,
    "__main__": 7,
    "": TOP,
}
#: What may touch the world: readers, writers, the command line.
EDGES: Final = ("adapters", "cli", "__main__", "testing")
FORBIDDEN: Final = {"os", "random", "time", "locale", "numpy", "pandas"}
THIRD_PARTIES: Final = {"attrs", "dateutil"}
CLOCKS: Final = {"now", "today", "utcnow"}
#: Modules that may write a float, each with its reason: none so far.
FLOATS: Final[dict[str, str]] = {}


@cache
def sources() -> dict[str, Path]:
    """Every module of the package by its name without ``shebao.``; the package itself is ``""``."""
    found: dict[str, Path] = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(sources()[name].read_text("utf-8"))


MODULES: Final = sorted(sources())
CORE: Final = [name for name in MODULES if name.partition(".")[0] not in EDGES]


def floor(name: str) -> int:
    """The floor of a module."""
    return FLOORS[name.partition(".")[0]]


def is_for_types(node: ast.stmt) -> bool:
    """Whether a statement is ``if TYPE_CHECKING``."""
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def imports(nodes: list[ast.stmt], *, with_types: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports among statements and inside them."""
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif with_types or not is_for_types(node):
            inside = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
            yield from imports(inside, with_types=with_types)


def inner(name: str, *, with_types: bool) -> set[str]:
    """The modules of the package that a module imports."""
    found: set[str] = set()
    package = name if sources()[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in imports(tree(name).body, with_types=with_types):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = package.split(".") if package else []
            above = above[: len(above) - node.level + 1]
            base = ".".join([*above, *(node.module.split(".") if node.module else [])])
            for each in node.names:
                full = f"{base}.{each.name}" if base else each.name
                found.add(full if full in sources() else base)
    return found - {name}


def outer(name: str) -> set[str]:
    """The top packages other than this one that a module imports, whatever for."""
    found: set[str] = set()
    for node in imports(tree(name).body, with_types=True):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found


def has_public_names(name: str) -> bool:
    """Whether a module binds anything but a docstring."""
    return len(tree(name).body) > 1


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_a_floor(name: str) -> None:
    """Each module stands on a floor of the house."""
    assert name.partition(".")[0] in FLOORS


@pytest.mark.parametrize("name", MODULES)
def test_arrows_point_down(name: str) -> None:
    """A module imports modules of its own floor and of lower ones only, for types too."""
    found = inner(name, with_types=True)
    assert sorted(each for each in found if floor(each) > floor(name)) == []


@pytest.mark.parametrize("name", MODULES)
def test_imports_inside_the_package_are_relative(name: str) -> None:
    """A relative import shows the floor, so none names the package."""
    assert "shebao" not in outer(name)


def test_no_module_imports_itself_in_a_circle() -> None:
    """Following imports at run time never leads back to where one began."""
    arrows = {name: inner(name, with_types=False) for name in MODULES}
    # Importing a module runs the packages that it lies in, but these were begun before.
    done: set[str] = set()
    while len(done) < len(arrows):
        free = {name for name in arrows.keys() - done if arrows[name] <= done}
        assert free, sorted(arrows.keys() - done)
        done |= free
    assert done == set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_tells_one_story(name: str) -> None:
    """No module has more than 400 lines."""
    assert len(sources()[name].read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("name", MODULES)
def test_functions_are_short(name: str) -> None:
    """No function has more than 60 lines, its docstring among them."""
    long_ones = [
        node.name
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long_ones == []


@pytest.mark.parametrize("name", CORE)
def test_the_core_needs_two_packages(name: str) -> None:
    """The core imports the standard library, attrs and dateutil, and nothing that is forbidden."""
    found = outer(name)
    assert sorted(found & FORBIDDEN) == []
    assert found - sys.stdlib_module_names <= THIRD_PARTIES


@pytest.mark.parametrize("name", CORE)
def test_the_core_reads_no_clock(name: str) -> None:
    """Nothing in the core asks what day it is, nor opens a file but its own law."""
    asked = {
        node.attr
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    }
    opened = {
        node.func.id
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    }
    assert asked | opened == set()


@pytest.mark.parametrize("name", MODULES)
def test_dateutil_is_used_in_one_place(name: str) -> None:
    """Days are shifted by months and years in the module of days alone, through relativedelta."""
    assert ("dateutil" in outer(name)) == (name == "days")


@pytest.mark.parametrize("name", MODULES)
def test_nothing_is_a_float(name: str) -> None:
    """Neither money nor time nor ratios are floats, so no float is written anywhere."""
    floats = [
        node.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Constant) and type(node.value) is float
    ]
    assert floats == [] or name in FLOATS


def natural(text: str) -> list[tuple[int, int, str]]:
    """The key of a natural order: numbers inside a text by their value."""
    return [
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.split(r"([0-9]+)", text)
        if part
    ]


def by_case(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """The key of the order that ruff wants: CONSTANTS, then Classes, then the others."""
    if len(name) > 1 and name.isupper():
        return 0, natural(name)
    return (1 if name[:1].isupper() else 2), natural(name)


@pytest.mark.parametrize("name", [name for name in MODULES if has_public_names(name)])
def test_every_module_says_what_it_offers(name: str) -> None:
    """Each module has a sorted list of its names, without repetition, all of which exist."""
    module = import_module(f"shebao.{name}".rstrip("."))
    offered = list(module.__all__)
    assert offered == sorted(set(offered), key=by_case)
    assert [each for each in offered if not hasattr(module, each)] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name])
def test_what_a_module_defines_is_offered_or_private(name: str) -> None:
    """A function or class without an underscore stands in the list of its module."""
    defined = {
        node.name
        for node in tree(name).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    offered = set(getattr(import_module(f"shebao.{name}"), "__all__", ()))
    assert sorted(defined - offered) == []


def test_the_top_offers_all_that_it_imports() -> None:
    """What the package names or imports at its top, for types too, is what it offers."""
    bound: set[str] = set()
    later: set[str] = set()
    for node in tree("").body:
        if isinstance(node, ast.ImportFrom) and node.level:
            bound |= {each.name for each in node.names}
        elif isinstance(node, ast.If):
            later |= {each.name for one in node.body for each in getattr(one, "names", [])}
        elif isinstance(node, ast.Assign):
            bound |= {each.id for each in node.targets if isinstance(each, ast.Name)}
    assert set(shebao.__all__) == bound - {"__all__"} | later
    assert sorted(later) == sorted(shebao._HOMES)


def test_what_is_loaded_later_is_the_same_name() -> None:
    """Each name that is loaded when it is first asked for is there, and listed before."""
    assert dir(shebao) == sorted(shebao.__all__)
    found = {name: getattr(shebao, name) for name in shebao._HOMES}
    assert [name for name, value in found.items() if value is None] == []


def test_the_top_has_every_error() -> None:
    """Every error of the library is offered at the top, so that nobody looks for it."""
    errors = import_module("shebao.errors")
    assert set(errors.__all__) <= set(shebao.__all__)


def run(code: str) -> list[str]:
    """What a fresh interpreter prints, in lines."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT.parent,
        env={"PYTHONPATH": str(ROOT.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("module", ["csv", "argparse", "tomllib", "numpy", "pandas"])
def test_importing_is_light(module: str) -> None:
    """``import shebao`` brings in no reader of tables, arguments or law files."""
    assert run(f"import shebao, sys; print({module!r} in sys.modules)") == ["False"]


def test_importing_reads_no_law() -> None:
    """Law is read once, on first use, and never at import."""
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0]))"
        " if event == 'open' and str(args[0]).endswith('.toml') else None)\n"
        "import shebao\n"
        "print(len(opened))\n"
        "shebao.retirement.minimum_contribution_months(2031)\n"
        "shebao.retirement.minimum_contribution_months(2032)\n"
        "print(*[each.replace('\\\\', '/').rpartition('/')[2] for each in opened])\n"
    )
    assert run(code) == ["0", "100000.toml pension.toml"]


def test_the_readers_are_loaded_when_they_are_asked_for() -> None:
    """The edge is reached through the top, but not loaded with it; other names do not exist."""
    code = (
        "import sys, shebao; before = 'shebao.adapters.records' in sys.modules; "
        "shebao.records.read_csv; print(before, 'shebao.adapters.records' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.split() == ["False", "True"]
    with pytest.raises(AttributeError):
        _ = shebao.no_such_name
