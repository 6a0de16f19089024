"""How each kind is printed: one file per kind, named like the kind.

`who(section)` says how many people and cards are behind it, `outcome(section)` what it says (the first sentence is the one to read),
`figures(section)` the table behind the picture, `measures(row)` the lines of one row in the CSV, `draw(section)` -> (svg, alt).
Where it fits also `method(section)`, how it was counted, and `headline(section)`, the one sentence on top of the report.
"""

from importlib import import_module
from types import ModuleType


def of(section) -> ModuleType:
    return import_module(f"{__name__}.{section.kind}")
