"""Law as data: dated values with citations and grades of evidence, by place."""

from __future__ import annotations

from . import parameters
from .citations import Citation, Evidence, Instrument
from .inventory import Inventory, Lack, inventory, template
from .law import Law, shipped
from .parameter import Parameter
from .timeline import Dated, Timeline

__all__ = [
    "Citation",
    "Dated",
    "Evidence",
    "Instrument",
    "Inventory",
    "Lack",
    "Law",
    "Parameter",
    "Timeline",
    "inventory",
    "parameters",
    "shipped",
    "template",
]
