"""How each kind is printed: one file per kind, named like the kind.

`who(section)` says how many people and cards are behind it, `outcome(section)` what it says (the first sentence is the one to read),
`figures(section)` the table behind the picture, `measures(row)` the lines of one row in the CSV, `draw(section)` -> (svg, alt).
`settings(config)` says how a step of this kind is set, on the run sheet of the facilitator.
Where it fits also `method(section)`, how it was counted, and `headline(section)`, the one sentence on top of the report.
"""

from importlib import import_module
from types import ModuleType


def of(step) -> ModuleType:
    """Of a section of the report, or a step of a script."""
    return import_module(f"{__name__}.{step.kind}")
