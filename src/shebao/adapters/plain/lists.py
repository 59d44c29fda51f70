"""The forms of lists: of any number of items, and of a fixed number."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import attrs

from ...errors import Fault
from ...month_sets import MonthSet
from .forms import FAILED, Form, Json, Unwritable, type_fault

__all__ = ["Fixed", "Keyed", "Listed", "Spans"]


@attrs.frozen(eq=False)
class Listed:
    """A list of any number of items; as a set, each once and in the order of its terms.

    Args:
        item: the form of an item.
        made: the type of the value: a tuple or a frozenset.
    """

    item: Form
    made: type = tuple
    shape: str = "list"

    @property
    def expected(self) -> str:
        """What would be right."""
        return f"a list; of each item, {self.item.expected}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The items."""
        if type(value) is not self.made:
            raise Unwritable(value, self.expected)
        items: Any = value
        if self.made is not tuple:
            items = sorted(items, key=attrgetter("rank"))
        written: list[Json] = []
        try:
            for item in items:
                written.append(self.item.write(item))  # noqa: PERF401  (its length is the place)
        except Unwritable as error:
            raise error.within(f"[{len(written)}]") from None
        return written

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The items that can be read, if all can."""
        if type(data) is not list:
            faults.append(type_fault(self, data, path))
            return FAILED
        before = len(faults)
        read = [self.item.read(item, f"{path}[{index}]", faults) for index, item in enumerate(data)]
        if len(faults) == before and self.made is not tuple:
            for index, item in enumerate(read):
                if item in read[:index]:
                    fault = Fault(f"{path}[{index}]", data[index], "is there twice", "each once")
                    faults.append(fault)
        return self.made(read) if len(faults) == before else FAILED

    def schema(self) -> dict[str, Json]:
        """An array."""
        made: dict[str, Json] = {"type": "array", "items": self.item.schema()}
        return made if self.made is tuple else {**made, "uniqueItems": True}


@attrs.frozen(eq=False)
class Fixed:
    """A list of a fixed number of items, each of its own form."""

    items: tuple[Form, ...]
    shape: str = "list"

    @property
    def expected(self) -> str:
        """What would be right."""
        return f"a list of {len(self.items)}: {'; '.join(item.expected for item in self.items)}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The items."""
        if type(value) is not tuple or len(value) != len(self.items):
            raise Unwritable(value, self.expected)
        written: list[Json] = []
        try:
            for form, item in zip(self.items, value, strict=True):
                written.append(form.write(item))
        except Unwritable as error:
            raise error.within(f"[{len(written)}]") from None
        return written

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The items, if there are as many and all can be read."""
        if type(data) is not list:
            faults.append(type_fault(self, data, path))
            return FAILED
        if len(data) != len(self.items):
            faults.append(Fault(path, len(data), "is no such number of items", self.expected))
            return FAILED
        before = len(faults)
        pairs = enumerate(zip(self.items, data, strict=True))
        read = [form.read(item, f"{path}[{index}]", faults) for index, (form, item) in pairs]
        return tuple(read) if len(faults) == before else FAILED

    def schema(self) -> dict[str, Json]:
        """An array of exactly these items."""
        length = len(self.items)
        items: Json = [item.schema() for item in self.items]
        return {"type": "array", "prefixItems": items, "minItems": length, "maxItems": length}


@attrs.frozen(eq=False)
class Spans:
    """A set of months, as the list of its spans."""

    span: Form
    shape: str = "list"

    @property
    def expected(self) -> str:
        """What would be right."""
        return f"a list; of each item, {self.span.expected}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The spans, earliest first."""
        if type(value) is not MonthSet:
            raise Unwritable(value, self.expected)
        return [self.span.write(span) for span in value.spans]

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The set of spans in any order."""
        spans = Listed(self.span).read(data, path, faults)
        return spans if spans is FAILED else MonthSet(spans)

    def schema(self) -> dict[str, Json]:
        """An array of spans."""
        return Listed(self.span).schema()


@attrs.frozen(eq=False)
class Keyed:
    """A mapping of texts, as an object with its keys."""

    item: Form
    shape: str = "object"

    @property
    def expected(self) -> str:
        """What would be right."""
        return f"an object; of each value, {self.item.expected}"

    def write(self, value: Any) -> Json:  # noqa: ANN401
        """The values by their keys."""
        for key in value:
            if type(key) is not str:
                raise Unwritable(key, "keys of text")
        return {key: self.item.write(item) for key, item in value.items()}

    def read(self, data: object, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
        """The values by their keys."""
        if not isinstance(data, dict):
            faults.append(type_fault(self, data, path))
            return FAILED
        before = len(faults)
        faults += [
            Fault(path, "***", f"has a key of type {type(key).__name__}", "keys of text")
            for key in data
            if type(key) is not str
        ]
        read = {key: self.item.read(item, f"{path}[{key!r}]", faults) for key, item in data.items()}
        return read if len(faults) == before else FAILED

    def schema(self) -> dict[str, Json]:
        """An object with any keys."""
        return {"type": "object", "additionalProperties": self.item.schema()}
