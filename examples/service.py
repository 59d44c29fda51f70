"""shebao as a service: a person, a record and a day as JSON in; a decision, or what is wrong, out.

Bodies are the documents of ``shebao.to_dict``, so the service has no models of its own. What cannot
be is answered as problem details (RFC 9457), one entry a fault. Start it with
``uvicorn service:app --app-dir examples``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any, Final

import attrs
from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

import shebao as sb
from service_openapi import ASKING, answering, schemas
from shebao.masking import masked

__all__ = ["Asked", "Service", "app", "as_asked", "refused"]

_AREA: Final = re.compile(r"[0-9]{6}")
_PARTS: Final = {"person": sb.Person, "history": sb.ContributionHistory, "on": date}


class Service(FastAPI):
    """An application whose description holds the schemas that shebao ships."""

    def openapi(self) -> dict[str, Any]:
        """The description that FastAPI makes, with what it refers to."""
        described = super().openapi()
        described["components"] = {"schemas": schemas()}
        return described


app = Service(title="shebao", version="1")


@attrs.frozen
class Asked:
    """What every question of this service takes."""

    person: sb.Person
    history: sb.ContributionHistory
    on: date
    area: str | None


def as_asked(body: dict[str, Any]) -> Asked:
    """The values that the body of a request stands for.

    Raises:
        FaultyInputError: with the faults of all parts, each under its path in the body.
    """
    faults = list(_strange(body))
    values: dict[str, Any] = {}
    for name, kind in _PARTS.items():
        try:
            values[name] = sb.from_dict(_document(kind, body[name]), kind)
        except KeyError:
            faults.append(sb.Fault(name, None, "is missing", f"a {kind.__name__}"))
        except sb.FaultyInputError as error:
            faults += [attrs.evolve(fault, field=_path(name, fault)) for fault in error.faults]
    if faults:
        raise sb.FaultyInputError(*faults)
    return Asked(**values, area=body.get("area"))


def _document(kind: type, given: object) -> dict[str, object]:
    """A part as a document of its own: the fields that are given, or a day."""
    head = {"shebao": 1, "type": kind.__name__}
    if kind is date:
        return {**head, "value": given}
    if isinstance(given, dict):
        return {**head, **given}
    expected = f"an object with the fields of {kind.__name__}"
    raise sb.FaultyInputError(sb.Fault("value", "***", "is no object", expected))


def _path(name: str, fault: sb.Fault) -> str:
    """Where the fault of a part is in the body."""
    return name if fault.field == "value" else f"{name}.{fault.field}"


def _strange(body: dict[str, Any]) -> Iterator[sb.Fault]:
    """Parts that no question has, and a place that is none."""
    known = [*_PARTS, "area"]
    for name in body:
        if name not in known:
            yield sb.Fault("body", name, "is no part of a question", ", ".join(known))
    area = body.get("area")
    if area is not None and not (isinstance(area, str) and _AREA.fullmatch(area)):
        yield sb.Fault("area", area, "is not an area code", "six digits such as 130100, or null")


Question = Annotated[Asked, Depends(as_asked)]


@app.post("/pension/eligibility", openapi_extra=ASKING, responses=answering("decision", "Decision"))
def pension_eligibility(asked: Question) -> Response:
    """May the person draw the employees' pension on the day?"""
    decision = sb.pension.eligibility(asked.person, asked.history, on=asked.on, area=asked.area)
    return _json({"decision": sb.to_dict(decision), "text": sb.explain(decision)})


@app.post("/overview", openapi_extra=ASKING, responses=answering("overview", "Overview"))
def overview(asked: Question) -> Response:
    """All that the library answers about the person on the day."""
    found = sb.overview(asked.person, asked.history, on=asked.on, area=asked.area)
    return _json({"overview": sb.to_dict(found), "text": found.text()})


@app.exception_handler(sb.ShebaoError)
def refused(_: Request, error: sb.ShebaoError) -> Response:
    """Input that cannot be, with an entry for every fault; or input for which no law is known."""
    faults = error.faults if isinstance(error, sb.FaultyInputError) else ()
    return _problem(422, str(error), [_entry(fault) for fault in faults])


@app.exception_handler(RequestValidationError)
def no_object(_: Request, __: RequestValidationError) -> Response:
    """A body that is no JSON object."""
    return _problem(422, "The body is to be a JSON object, sent as application/json.")


@app.exception_handler(HTTPException)
def no_page(_: Request, error: HTTPException) -> Response:
    """A path or method that there is not, or a body that cannot be read at all."""
    found = _problem(error.status_code, error.detail)
    found.headers.update(error.headers or {})
    return found


def _entry(fault: sb.Fault) -> dict[str, str]:
    """A fault as the client sees it, identity numbers masked."""
    value = fault.value if isinstance(fault.value, str) else repr(fault.value)
    said = {"field": fault.field, "value": value}
    said |= {"problem": fault.problem, "expected": fault.expected}
    return {key: masked(text) for key, text in said.items()}


def _problem(status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> Response:
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [*errors],
    }
    return _json(content, status, "application/problem+json")


def _json(content: object, status: int = 200, media_type: str = "application/json") -> Response:
    """JSON in ASCII: requests may hold what UTF-8 cannot carry, such as half of a character."""
    return Response(json.dumps(content), status, media_type=media_type)
