"""Values as plain data, and back: dict, list, str, int, bool and None, ready for JSON.

A document is a dict with the version of the documents and the type of its value, and then its
fields: ``{"shebao": 1, "type": "Person", "birth": "1975-12-03", "sex": "female", …}``. Months are
"2025-01", days "2025-01-31", spans ``{"first": …, "last": …}``, sets of months lists of spans;
money and fractions are exact texts, terms their stable values. Inside a document a value names its
type only where nothing else says it; a whole document may stand there, too.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ...errors import Fault, RecordsError
from .forms import Unwritable
from .kinds import find, name_fault, named
from .objects import VERSION, version_fault

__all__ = ["VERSION", "from_dict", "to_dict"]

T = TypeVar("T")


def to_dict(value: object) -> dict[str, Any]:
    """A value as a document: plain data, ready for JSON, from which ``from_dict`` makes it again.

    Everything is data here and nothing is masked: labels, employers, and the full number of an
    ``IdentityNumber``. Guard documents as you guard the records that they came from.

    A fault's value that has no place in a document stands in it as Python shows it, masked. A count
    carries the periods of which it left months out, and no others of its record.

    Args:
        value: a person, a history, a decision, or whatever else this library takes and gives, alone
            or in tuples and in dicts with keys of text.

    Raises:
        RecordsError: if it is something else, such as a ``Law``, or holds something else; the fault
            names the path.

    Example:
        >>> from shebao import PENSION, ContributionPeriod
        >>> made = to_dict(ContributionPeriod(PENSION, "2025-01", base="4000"))
        >>> made["shebao"], made["type"], made["months"], made["base"]
        (1, 'ContributionPeriod', {'first': '2025-01', 'last': '2025-01'}, '4000')
    """
    form = named(type(value))
    if form is None:
        expected = "a value of this library, such as a Person or a Decision"
        raise RecordsError(Fault("value", "***", f"is of type {type(value).__name__}", expected))
    try:
        return {"shebao": VERSION, **form.write(value)}
    except Unwritable as error:
        fault = Fault(error.path or "value", "***", error.problem, error.expected)
        raise RecordsError(fault) from None
    except RecursionError:
        raise RecordsError(_too_deep("value")) from None


@overload
def from_dict(data: object) -> Any: ...  # noqa: ANN401
@overload
def from_dict(data: object, kind: type[T]) -> T: ...
def from_dict(data: object, kind: type[T] | None = None) -> Any:
    """The value of a document that ``to_dict`` gave, or that was written like one.

    Strict: a key that is no field, a field that is missing and has no default, a wrong type, a text
    of another form and a document of a later version are errors, and so is all that the values
    themselves refuse. Fields with a default may be left out.

    Args:
        data: the document, as ``json.loads`` gives it.
        kind: the class that is wanted; None is any.

    Raises:
        RecordsError: with all that is wrong; each fault names its path, such as
            ``periods[3].months.first``, with items counted from 0.

    Example:
        >>> from shebao import PENSION, ContributionPeriod
        >>> period = ContributionPeriod(PENSION, "2025-01", base="4000")
        >>> from_dict(to_dict(period), ContributionPeriod) == period
        True
        >>> from_dict({**to_dict(period), "base": 40.5, "months": {"first": "2025-13"}})
        Traceback (most recent call last):
            ...
        shebao.errors.RecordsError: 3 faults:
          months.first: '2025-13' is not written so; expected a month such as 2025-01
          months.last: None is missing; expected a month such as 2025-01
          base: 40.5 is of type float; expected an exact number as text, such as 2620.50, or null
    """
    if kind is not None and not isinstance(kind, type):
        raise RecordsError(Fault("kind", kind, "is no class", "a class of this library, or None"))
    if not isinstance(data, dict):
        problem = f"is of type {type(data).__name__}"
        raise RecordsError(Fault("document", "***", problem, "a dict with a version and a type"))
    faults: list[Fault] = []
    if "shebao" not in data:
        faults.append(Fault("shebao", None, "is missing", f"{VERSION}, the version"))
    elif type(data["shebao"]) is int and data["shebao"] > VERSION:
        raise RecordsError(version_fault(data["shebao"]))
    tag = data.get("type")
    form = find(tag) if type(tag) is str else None
    if form is None:
        raise RecordsError(*faults, name_fault(data, ""))
    if kind is not None and not issubclass(form.kind, kind):
        faults.append(Fault("type", tag, "is another kind of value", kind.__name__))
        raise RecordsError(*faults)
    try:
        value = form.read(data, "", faults)
    except RecursionError:
        raise RecordsError(_too_deep("document")) from None
    if faults:
        raise RecordsError(*faults)
    return value


def _too_deep(field: str) -> Fault:
    return Fault(field, "***", "is nested too deeply", "values as this library makes them")
