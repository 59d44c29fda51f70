"""The service in ``examples``: decisions and problem details over HTTP, and never a failure."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import shebao as sb
from service import app, as_asked, refused
from strategies import histories

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ON: Final = "2026-01-29"
PERSON: Final = {"birth": "1965-01-08", "sex": "male"}
PERIOD: Final = {"kind": "pension", "months": {"first": "2001-01", "last": "2015-12"}}
BODY: Final = {"person": PERSON, "history": {"periods": [PERIOD]}, "on": ON, "area": "130100"}
PATHS: Final = ("/pension/eligibility", "/overview")
ID_NUMBER: Final = "130102199003077719"

JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def sent(method: str, path: str, content: bytes | None = None) -> httpx.Response:
    """What the service answers."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            sent_as = {"content-type": "application/json"}
            return await client.request(method, path, content=content, headers=sent_as)

    return asyncio.run(send())


def post(path: str, body: object) -> httpx.Response:
    """The answer to a body as JSON, what UTF-8 cannot carry escaped."""
    return sent("POST", path, json.dumps(body).encode("ascii"))


def problem(response: httpx.Response, status: int = 422) -> dict[str, Any]:
    """The problem details of an answer that is a problem."""
    assert status == response.status_code
    assert "application/problem+json" == response.headers["content-type"]
    found: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail", "errors"} == found.keys()
    assert status == found["status"]
    return found


def errors(body: object, path: str = PATHS[0]) -> list[tuple[str, str, str, str]]:
    """The faults that the service finds in a body."""
    found = problem(post(path, body))["errors"]
    return [(e["field"], e["value"], e["problem"], e["expected"]) for e in found]


def changed(body: object, at: tuple[object, ...], value: object) -> Any:  # noqa: ANN401
    """A body with another value in one place."""
    if not at:
        return value
    copy: Any = body.copy() if isinstance(body, dict | list) else body
    copy[at[0]] = changed(copy[at[0]], at[1:], value)
    return copy


def places(body: object) -> list[tuple[object, ...]]:
    """The places of all values in a body."""
    items: list[tuple[object, object]] = []
    if isinstance(body, dict):
        items = list(body.items())
    elif isinstance(body, list):
        items = list(enumerate(body))
    return [(), *((key, *rest) for key, value in items for rest in places(value))]


def test_a_decision_is_answered() -> None:
    """A person, a record and a day give the decision as a document, and its words."""
    response = post(PATHS[0], BODY)
    assert (200, "application/json") == (response.status_code, response.headers["content-type"])
    decision = sb.pension.eligibility(
        sb.Person(birth=date(1965, 1, 8), sex=sb.Sex.MALE),
        sb.ContributionHistory(
            [sb.ContributionPeriod(sb.PENSION, sb.MonthSpan("2001-01", "2015-12"))]
        ),
        on=date(2026, 1, 29),
        area="130100",
    )
    answer = response.json()
    assert decision == sb.from_dict(answer["decision"], sb.Decision)
    assert sb.explain(decision) == answer["text"]


def test_an_overview_is_answered() -> None:
    """The same request gives all that the library answers."""
    answer = post(PATHS[1], BODY).json()
    overview = sb.from_dict(answer["overview"], sb.Overview)
    assert date(2026, 1, 29) == overview.on
    assert "符合条件" in answer["text"]
    assert overview.text() == answer["text"]


def test_a_place_may_be_left_out() -> None:
    """Without a place, national law alone is asked."""
    body = {key: value for key, value in BODY.items() if key != "area"}
    assert 200 == post(PATHS[0], body).status_code


@given(histories(max_size=3))
def test_a_record_may_be_a_document(history: sb.ContributionHistory) -> None:
    """What ``to_dict`` writes is taken where the fields of a record are."""
    assert 200 == post(PATHS[0], BODY | {"history": sb.to_dict(history)}).status_code


def test_every_fault_is_an_entry() -> None:
    """Each fault of each part has its path in the body, its value, and what would be right."""
    body = {
        "person": {"birth": "1965-13-08", "sex": "man"},
        "history": {"periods": [PERIOD, PERIOD | {"base": 2620.5}]},
        "on": "29.1.2026",
        "aera": "130100",
    }
    found = errors(body)
    assert [
        ("body", "aera", "is no part of a question"),
        ("person.birth", "1965-13-08", "does not exist"),
        ("person.sex", "man", "is no Sex"),
        ("history.periods[1].base", "2620.5", "is of type float"),
        ("on", "29.1.2026", "is not written so"),
    ] == [(field, value, text) for field, value, text, _ in found]
    assert ["person, history, on, area", "one of male, female", "a day such as 2025-01-31"] == [
        found[place][3] for place in (0, 2, 4)
    ]


def test_what_is_missing_is_told() -> None:
    """An empty body lacks a person, a record and a day."""
    assert ["person", "history", "on"] == [field for field, *_ in errors({})]


def test_a_contradiction_is_a_fault_of_the_record() -> None:
    """Periods that exclude each other are impossible input."""
    body = BODY | {"history": {"periods": [PERIOD | {"base": base} for base in ("4000", "4100")]}}
    ((field, value, text, _),) = errors(body)
    assert field.startswith("history.")
    assert "2001-01..2015-12" == value
    assert "exclude each other" in text


@pytest.mark.parametrize("path", PATHS)
def test_what_a_question_refuses_is_an_entry(path: str) -> None:
    """A place is six digits, which the question itself checks."""
    ((field, value, text, _),) = errors(BODY | {"area": "石家庄"}, path)
    assert ("area", "石家庄", "is not an area code") == (field, value, text)


def test_identity_numbers_are_masked() -> None:
    """No number of a person comes back in a problem, wherever it was."""
    wrong = PERIOD | {"kind": ID_NUMBER, "area": ID_NUMBER, ID_NUMBER: ID_NUMBER}
    body = {ID_NUMBER: 1, "person": ID_NUMBER, "history": {"periods": [wrong]}, "on": ID_NUMBER}
    text = post(PATHS[0], body).text
    assert ID_NUMBER not in text
    assert "130102************" in text


def test_what_has_no_answer_is_a_problem_without_entries() -> None:
    """Possible input for which no law is known is a problem, too, and says which law."""
    with pytest.raises(sb.UnknownLawError) as caught:
        sb.retirement.minimum_contribution_months(1900)
    response = refused(cast("Any", None), caught.value)
    found = json.loads(bytes(response.body))
    assert (422, str(caught.value), []) == (found["status"], found["detail"], found["errors"])


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"{", b'{"on": NaN}', b"\xff"])
def test_a_body_that_is_no_object_is_a_problem(content: bytes) -> None:
    """Whatever is no JSON object is refused as a problem."""
    response = sent("POST", PATHS[0], content)
    assert problem(response, response.status_code)["status"] in (400, 422)


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/", 404), ("GET", PATHS[0], 405)])
def test_what_there_is_not_is_a_problem(method: str, path: str, status: int) -> None:
    """An unknown path or method is a problem, with the headers that belong to it."""
    response = sent(method, path)
    problem(response, status)
    assert (status == 405) == ("allow" in response.headers)


def wrong_bodies() -> SearchStrategy[object]:
    """Bodies with another value in one place, or of anything."""
    body = st.sampled_from(places(BODY)).flatmap(
        lambda at: JSON.map(lambda value: changed(BODY, at, value))
    )
    return body | JSON


@given(st.sampled_from(PATHS), wrong_bodies())
def test_the_service_never_fails(path: str, body: object) -> None:
    """Any JSON is answered, or refused with a problem whose entries have places."""
    response = post(path, body)
    if response.status_code != 200:
        found = problem(response, response.status_code)
        assert found["status"] in (400, 422)
        assert all(entry["field"] for entry in found["errors"])


def test_the_schema_describes_what_is_taken() -> None:
    """The service describes its requests by the library's own schema, without a loose end."""
    document = sent("GET", "/openapi.json").json()
    schemas = document["components"]["schemas"]
    for path in PATHS:
        operation = document["paths"][path]["post"]
        asked = operation["requestBody"]["content"]["application/json"]["schema"]
        assert "#/components/schemas/ServiceQuestion" == asked["$ref"]
        assert {"200", "422"} == operation["responses"].keys()
    assert ["person", "history", "on"] == schemas["ServiceQuestion"]["required"]
    places = [part.partition('"')[0] for part in json.dumps(document).split('"$ref": "')[1:]]
    assert {f"#/components/schemas/{name}" for name in schemas} >= set(places)


@pytest.mark.parametrize(("path", "body"), [*((path, BODY) for path in PATHS), (PATHS[0], {})])
def test_requests_and_answers_are_as_described(path: str, body: object) -> None:
    """What is sent and answered fits the schemas of the description."""
    document = sent("GET", "/openapi.json").json()
    response = post(path, body)
    described = document["paths"][path]["post"]["responses"][str(response.status_code)]["content"]
    schema = described[response.headers["content-type"]]["schema"]
    Draft202012Validator({**document, **schema}).validate(response.json())
    question = document["components"]["schemas"]["ServiceQuestion"]
    assert bool(body) == Draft202012Validator({**document, **question}).is_valid(body)


def test_all_faults_of_a_body_come_together() -> None:
    """A part that is missing, one that cannot be and a place that is none are told at once."""
    body = {"person": {"birth": "x", "sex": "male"}, "on": "2026-01-29", "area": 1}
    with pytest.raises(sb.FaultyInputError) as error:
        as_asked(body)
    assert {"person.birth", "history", "area"} == {fault.field for fault in error.value.faults}
