"""The JSON Schema of documents: fresh, sound by its own rules, and as strict as the reader."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plain_values import broken, values_of
from shebao import (
    ContributionHistory,
    CountingRule,
    Decision,
    Family,
    Law,
    Missing,
    Person,
    RecordsError,
    Requirement,
    RuleError,
    Sex,
    WageSeries,
    YearMonth,
    from_dict,
    schemas,
    to_dict,
)
from shebao.adapters.plain.catalogue import classes

ROOT: Final = Path(__file__).parents[1]
COMPONENTS: Final = "#/components/schemas/"
SLOW: Final = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
#: What is wrong with the form of a document; all else is what a value itself refuses.
OF_FORM: Final = re.compile(
    r"is of type .*|is missing|is no field of .*|is not written so|is no version of a document"
    r"|is a version of a later shebao|is no kind of value here|is no [A-Z]\w*|is none of the names"
    r"|is no such number of items|is there twice|is too large"
)


@cache
def validator(kind: type[Any] | None = None) -> Draft202012Validator:
    """The validator of the documents of a class."""
    return Draft202012Validator(schemas.json_schema(kind))


def refs(schema: object) -> set[str]:
    """All references in a schema."""
    if isinstance(schema, list):
        return {ref for item in schema for ref in refs(item)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
    return own | {ref for item in schema.values() for ref in refs(item)}


def faults_of_form(document: Any) -> list[str]:  # noqa: ANN401
    """What the reader finds wrong with the form of a document."""
    try:
        from_dict(document)
    except RecordsError as error:
        problems = [fault.problem for fault in error.faults]
        return [problem for problem in problems if OF_FORM.fullmatch(problem)]
    return []


def test_the_file_is_fresh() -> None:
    """The schema that is shipped is the one that the types make."""
    spec = spec_from_file_location("schemas_tool", ROOT / "tools" / "schemas.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert tool.page() == schemas.FILE.read_text("utf-8")


def test_the_schema_is_one() -> None:
    """The schema of all documents is one by draft 2020-12."""
    Draft202012Validator.check_schema(schemas.json_schema())


@pytest.mark.parametrize(
    "kind", [None, *classes()], ids=lambda kind: getattr(kind, "__name__", "any")
)
def test_a_schema_holds_all_that_it_refers_to(kind: type | None) -> None:
    """No reference in a schema dangles, and no definition in it is idle."""
    schema = schemas.json_schema(kind)

    assert {f"#/$defs/{name}" for name in schema["$defs"]} == refs(schema)


def test_the_definitions_stand_in_openapi() -> None:
    """With another place for definitions, all references are to names that stand there."""
    found = schemas.definitions(COMPONENTS)
    asked = schemas.json_schema(Person, refs=COMPONENTS)

    assert {f"{COMPONENTS}{name}" for name in found} >= refs(found)
    assert {"$ref": f"{COMPONENTS}Person", "required": ["shebao", "type"]} == asked
    assert all(re.fullmatch(r"[a-zA-Z0-9._-]+", name) for name in found)


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
@settings(max_examples=3, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_document_is_valid(kind: type, data: st.DataObject) -> None:
    """What is written of a value is what the schema of its class says."""
    document = json.loads(json.dumps(to_dict(data.draw(values_of(kind)))))

    assert [] == [error.message for error in validator(kind).iter_errors(document)]


@pytest.mark.parametrize(
    "value", [Sex.MALE, YearMonth(2025, 1), 3, "text", (1, Sex.MALE), {"a": 1}]
)
def test_values_in_a_box_are_valid(value: object) -> None:
    """A value without fields stands in a box, which has a schema, too."""
    assert validator().is_valid(to_dict(value))
    kind: Any = type(value)
    assert validator(kind).is_valid(to_dict(value))


@pytest.mark.parametrize(
    "kind",
    [ContributionHistory, CountingRule, Decision, Family, Missing, Person, Requirement, WageSeries],
    ids=lambda kind: kind.__name__,
)
@settings(max_examples=40, suppress_health_check=SLOW)
@given(data=st.data())
def test_the_schema_is_as_strict_as_the_reader(kind: type, data: st.DataObject) -> None:
    """A document is valid if and only if the reader finds nothing wrong with its form.

    What it refuses besides, such as a day that is not in the calendar or a span that ends before
    it begins, is refused by the values. Not drawn are numbers such as 1.0, which JSON Schema takes
    for integers and the reader does not.
    """
    document = data.draw(broken(to_dict(data.draw(values_of(kind)))))
    assert validator().is_valid(document) == (faults_of_form(document) == [])


def test_what_documents_do_not_carry_has_no_schema() -> None:
    """A law is no value of documents, and who asks for its schema is told so."""
    with pytest.raises(RuleError, match="has no documents"):
        schemas.json_schema(Law)
