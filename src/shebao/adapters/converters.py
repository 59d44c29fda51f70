"""Values of this library inside classes of your own, on cattrs (extra ``json``).

A converter that writes our values as ``to_dict`` does and reads them as ``from_dict`` does, so that
classes of attrs or dataclasses may have fields of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, get_origin

from ..errors import Fault, RecordsError, UsageError
from ..month_sets import MonthSet
from ..months import YearMonth
from .plain import to_dict
from .plain.catalogue import tag_of
from .plain.kinds import form_of

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["make_converter"]

_SINGLE: Final = frozenset({Decimal, Fraction, MonthSet, YearMonth, date, datetime})


def make_converter() -> Converter:
    """A converter of cattrs that knows the values of this library.

    Our classes become whole documents with their version and type, and are read from documents or
    from their fields alone. Single values become what they are inside documents: months, days, money
    and fractions texts, sets of months lists of spans, terms their stable values. Unknown keys are
    refused, in your classes too.

    Raises:
        UsageError: if cattrs is not installed; it comes with ``pip install "shebao[json]"``.

    Example:
        >>> converter = make_converter()
        >>> converter.unstructure({"since": YearMonth(2025, 1), "base": Decimal("2620.50")})
        {'since': '2025-01', 'base': '2620.50'}
        >>> converter.structure(["2024-12"], list[YearMonth])
        [YearMonth(2024, 12)]
    """
    try:
        from cattrs import Converter  # noqa: PLC0415  (an extra, loaded when it is asked for)
    except ImportError:
        expected = 'pip install "shebao[json]"'
        raise UsageError(Fault("cattrs", None, "is not installed", expected)) from None
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook_factory(_is_single, _writer)
    converter.register_unstructure_hook_func(_has_fields, to_dict)
    converter.register_structure_hook_factory(_is_ours, _reader)
    return converter


def _is_single(hint: object) -> bool:
    """Whether values of a type stand in documents without fields."""
    if not isinstance(hint, type):
        return False
    return hint in _SINGLE or (issubclass(hint, Enum) and tag_of(hint) is not None)


def _has_fields(hint: object) -> bool:
    """Whether a type, also one of a generic class, is a class of ours that has fields."""
    kind = get_origin(hint) or hint
    return isinstance(kind, type) and tag_of(kind) is not None and not _is_single(kind)


def _is_ours(hint: object) -> bool:
    return _is_single(hint) or _has_fields(hint)


def _writer(hint: Any) -> Callable[[Any], object]:  # noqa: ANN401
    return form_of(hint).write


def _reader(hint: Any) -> Callable[[object, object], object]:  # noqa: ANN401
    form = form_of(hint)
    name = (get_origin(hint) or hint).__name__

    def read(data: object, _: object) -> object:
        faults: list[Fault] = []
        value = form.read(data, "" if isinstance(data, dict) else name, faults)
        if faults:
            raise RecordsError(*faults)
        return value

    return read
