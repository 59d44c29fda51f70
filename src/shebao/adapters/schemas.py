"""Documents as JSON Schema, draft 2020-12: what ``to_dict`` gives and ``from_dict`` reads.

The schema is made of the same types as the documents and shipped as a file. It says all that can be
said of the form of a document; what the values refuse besides, such as a span that ends before it
begins, no schema says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from ..decisions import Fact
from ..errors import Fault, RuleError
from .plain import VERSION
from .plain.catalogue import term_classes
from .plain.forms import Json
from .plain.kinds import Anything, by_type, find, form_of, named, names
from .plain.scalars import TermForm

__all__ = ["FILE", "definitions", "generated", "json_schema"]

#: The schema of all documents, which is shipped.
FILE: Final = Path(__file__).with_name(f"documents-{VERSION}.schema.json")
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_DEFINITIONS: Final = "#/$defs/"
_WHOLE: Final = ["shebao", "type"]


def json_schema(kind: type | None = None, *, refs: str | None = None) -> dict[str, Any]:
    """The JSON Schema of the documents of a class.

    Args:
        kind: the class; None is any value.
        refs: None for a schema that holds all definitions it needs. Otherwise the place of the
            ``definitions``, such as ``#/components/schemas/`` inside OpenAPI: then the schema
            refers to them there and holds none.

    Raises:
        RuleError: if documents do not carry the class.

    Example:
        >>> from shebao import Person
        >>> schema = json_schema(Person)
        >>> schema["$defs"]["Person"]["required"]
        ['birth', 'sex']
        >>> json_schema(Person, refs="#/components/schemas/")["$ref"]
        '#/components/schemas/Person'
    """
    name = "Document"
    if kind is not None:
        form = named(kind)
        if form is None:
            expected = "a class that documents carry, such as Person"
            raise RuleError(Fault("kind", str(kind), "has no documents", expected))
        name = form.form.definition_name
    if refs is not None:
        return {"$ref": f"{refs}{name}", "required": _WHOLE}
    found = definitions()
    return {
        "$schema": _DRAFT,
        "$ref": f"{_DEFINITIONS}{name}",
        "required": _WHOLE,
        "$defs": {each: found[each] for each in sorted(_needed(name, found))},
    }


def definitions(refs: str = _DEFINITIONS) -> dict[str, Any]:
    """The definitions of all kinds of values by name, for a place where they refer to each other.

    Args:
        refs: that place, such as ``#/components/schemas/`` inside OpenAPI.

    Example:
        >>> definitions("#/components/schemas/")["FamilyTie"]["properties"]["relative"]
        {'$ref': '#/components/schemas/Person'}
    """
    text = _shipped().replace(f'"{_DEFINITIONS}', f'"{refs}')
    found: dict[str, Any] = json.loads(text)["$defs"]
    return found


@cache
def _shipped() -> str:
    return FILE.read_text("utf-8")


def _needed(name: str, found: dict[str, Any]) -> set[str]:
    """A definition and all that it refers to, directly or through others."""
    needed: set[str] = set()
    left = {name}
    while left:
        needed |= left
        left = {ref for each in left for ref in _refs(found[each])} - needed
    return needed


def _refs(schema: object) -> Iterable[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(schema, list):
        for item in schema:
            yield from _refs(item)
    elif isinstance(schema, dict):
        for key, item in schema.items():
            if key == "$ref":
                yield item.removeprefix(_DEFINITIONS)
            else:
                yield from _refs(item)


def generated() -> dict[str, Json]:
    """The schema of all documents, made of the types; the file that is shipped holds it."""
    forms = [form for tag in names() if (form := find(tag)) is not None]
    found = {form.definition_name: form.definition() for form in forms}
    found |= {kind.__name__: TermForm(kind).definition() for kind in term_classes()}
    for hint in (object, Fact, Fact | Decimal):
        anything = cast("Anything", form_of(hint))
        found[anything.name] = anything.definition()
    found["Document"] = by_type(forms)
    return {
        "$schema": _DRAFT,
        "title": f"Documents of shebao, version {VERSION}",
        "$ref": f"{_DEFINITIONS}Document",
        "required": _WHOLE,
        "$defs": {name: found[name] for name in sorted(found)},
    }
