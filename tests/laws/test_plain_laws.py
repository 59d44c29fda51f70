"""Documents: what is written is read again, and what cannot be read says where and why."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plain_values import broken, json_values, values_of
from shebao import (
    PENSION,
    BenefitDrawing,
    ContributionHistory,
    CountingRule,
    Decision,
    Family,
    Fault,
    Person,
    RecordsError,
    Requirement,
    ShebaoError,
    counting,
    from_dict,
    to_dict,
)
from shebao.adapters.plain.catalogue import classes
from strategies import days, histories, kinds

SLOW: Final = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
INPUTS: Final = (ContributionHistory, Person, Family, Requirement, CountingRule, BenefitDrawing)


def is_plain(data: object) -> bool:
    """Whether data are dict, list, str, int, bool and None, and nothing else."""
    if type(data) is dict:
        return all(type(key) is str and is_plain(item) for key, item in data.items())
    if type(data) is list:
        return all(map(is_plain, data))
    return data is None or type(data) in (str, int, bool)


def read_or_refused(document: Any) -> None:  # noqa: ANN401
    """What is read is written and read again; what is refused names places."""
    faults: tuple[Fault, ...] = ()
    value: object = None
    try:
        value = from_dict(document)
    except RecordsError as error:
        faults = error.faults
        assert faults
    assert all(fault.field and str(fault) for fault in faults)
    assert faults or value == from_dict(to_dict(value))


@pytest.mark.parametrize("kind", classes(), ids=lambda kind: kind.__name__)
@settings(max_examples=5, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_value_comes_back(kind: type, data: st.DataObject) -> None:
    """A document is plain data, and the value of a document is the value that was written."""
    value = data.draw(values_of(kind))
    document = to_dict(value)

    assert is_plain(document)
    assert (1, document["type"]) == (document["shebao"], to_dict(value)["type"])
    back: object = from_dict(json.loads(json.dumps(document)), kind)
    assert value == back
    assert document == to_dict(back)


@given(history=histories(), on=days())
def test_a_record_comes_back_as_it_stood(history: ContributionHistory, on: Any) -> None:  # noqa: ANN401
    """A record as of a day has months ahead and of unknown origin, and so it has when read again."""
    record = history.as_of(on)
    back = from_dict(to_dict(record), ContributionHistory)

    assert record == back
    assert [each.provenance for each in record] == [each.provenance for each in back]
    assert record.as_of(on) == back.as_of(on)


@given(history=histories(), kind=kinds(), on=days())
def test_a_count_still_says_what_it_left_out(
    history: ContributionHistory,
    kind: Any,  # noqa: ANN401
    on: Any,  # noqa: ANN401
) -> None:
    """Months that a count left out, and why, are the same after it was written and read."""
    count = counting.cumulative(history, kind, on=on)
    back: counting.Count = from_dict(to_dict(count))

    assert count == back
    assert count.left_out == back.left_out


@given(document=json_values())
def test_arbitrary_data_are_read_or_refused(document: Any) -> None:  # noqa: ANN401
    """Whatever JSON holds ends in a value or in an error with places, never in another one."""
    read_or_refused(document)


@pytest.mark.parametrize("kind", [*INPUTS, Decision], ids=lambda kind: kind.__name__)
@settings(max_examples=40, suppress_health_check=SLOW)
@given(data=st.data())
def test_broken_documents_are_read_or_refused(kind: type, data: st.DataObject) -> None:
    """A document with a few changes ends in a value or in an error with places."""
    read_or_refused(data.draw(broken(to_dict(data.draw(values_of(kind))))))


@pytest.mark.parametrize("kind", INPUTS, ids=lambda kind: kind.__name__)
@settings(max_examples=20, suppress_health_check=SLOW)
@given(data=st.data())
def test_an_unknown_key_is_refused_anywhere(kind: type, data: st.DataObject) -> None:
    """A key that is no field is told, with the fields that there are."""
    document = to_dict(data.draw(values_of(kind)))
    objects = [each for each in _objects(document) if each is not document or "steps" not in each]
    data.draw(st.sampled_from(objects))["bas"] = 1

    with pytest.raises(RecordsError) as caught:
        from_dict(document)

    assert [("bas", "is no field of")] == [
        (fault.value, fault.problem[:14]) for fault in caught.value.faults
    ]


def _objects(data: object) -> list[dict[str, Any]]:
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    own = [data] if isinstance(data, dict) else []
    return own + [each for part in parts for each in _objects(part)]


@given(history=histories(PENSION, max_size=3), times=st.integers(0, 3))
def test_a_document_may_be_read_in_any_order(history: ContributionHistory, times: int) -> None:
    """The order of periods in a document says nothing, and neither does that of keys."""
    document = to_dict(history)
    turned = [dict(reversed(each.items())) for each in document["periods"]]
    document["periods"] = turned[times:] + turned[:times]

    assert history == from_dict(dict(reversed(document.items())))


def test_errors_are_of_this_library() -> None:
    """Whoever catches errors of this library catches those of documents."""
    with pytest.raises(ShebaoError):
        from_dict(None)
