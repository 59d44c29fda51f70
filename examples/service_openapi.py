"""What the service takes and answers, in the words of OpenAPI: the schemas that shebao ships."""

from __future__ import annotations

from typing import Any, Final

import shebao as sb

__all__ = ["ASKING", "answering", "schemas"]

#: Where OpenAPI keeps the schemas that others refer to.
_PLACE: Final = "#/components/schemas/"
_TEXT: Final = {"type": "string"}


def _object(properties: dict[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    made = {"type": "object", "properties": properties, "required": required}
    return {**made, "additionalProperties": False}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"{_PLACE}{name}"}


_QUESTION: Final = _object(
    {
        "person": _ref("Person"),
        "history": _ref("ContributionHistory"),
        "on": {"type": "string", "format": "date"},
        "area": {"type": ["string", "null"], "pattern": "^[0-9]{6}$"},
    },
    optional=("area",),
)
_ENTRY: Final = _object(dict.fromkeys(("field", "value", "problem", "expected"), _TEXT))
_PROBLEM: Final = _object(
    {
        **dict.fromkeys(("type", "title", "detail"), _TEXT),
        "status": {"type": "integer"},
        "errors": {"type": "array", "items": _ENTRY},
    }
)
#: The description of every request.
ASKING: Final[dict[str, Any]] = {
    "requestBody": {"content": {"application/json": {"schema": _ref("ServiceQuestion")}}}
}


def answering(name: str, document: str) -> dict[int | str, dict[str, Any]]:
    """The descriptions of an answer that holds a document under a name, and of a problem."""
    schema = _object({name: _ref(document), "text": _TEXT})
    problem = {"application/problem+json": {"schema": _ref("ServiceProblem")}}
    return {
        200: {"description": "The answer", "content": {"application/json": {"schema": schema}}},
        422: {"description": "Impossible input, or input that has no answer", "content": problem},
    }


def schemas() -> dict[str, Any]:
    """All schemas that the descriptions refer to, and through them."""
    return {
        **sb.schemas.definitions(_PLACE),
        "ServiceQuestion": _QUESTION,
        "ServiceProblem": _PROBLEM,
    }
