"""What people said on a scale: counts, median, middle half and spread per cell, and which cells stand out. Who does not know or is not there yet is counted apart.

A cell is an (item, check) or anything else that is scored by itself; nothing is added up over cells.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Literal, TypeVar

from sessions import splits, spread

APART = ("dont_know", "later")
TOLD, WIDE = 4, 1  # answers from which we say how divided they are, and the spread from which they are

Value = int | Literal["dont_know", "later"]
Cell = TypeVar("Cell", bound=Hashable)


class Heard:
    """Of one cell: people per answer, the same per role, and how many answers with a score there are per role."""

    def __init__(self) -> None:
        self.people: Counter[Value] = Counter()
        self.groups: defaultdict[str | None, Counter[Value]] = defaultdict(Counter)
        self.voices: Counter[str | None] = Counter()

    def add(self, value: Value, people: int, role: str | None, answers: int) -> None:
        self.people[value] += people
        if value not in APART:
            self.groups[role][value] += people
            self.voices[role] += answers

    @property
    def scores(self) -> dict[int, int]:
        return {value: people for value, people in self.people.items() if value not in APART}

    @property
    def apart(self) -> tuple[float, float]:
        """How divided: by the spread, and where that is the same by the mean distance to the median. What nobody scored comes last."""
        wide, far = spread.spread(self.scores), spread.distance(self.scores)
        return (-1, -1) if wide is None or far is None else (wide, far)


def told(heard: Heard, points: int, split_by: Sequence[str]) -> dict:
    """{"counts": [people per point, lowest first], "scored", "median", "low", "high", "spread", "dont_know", "later", "groups"?}; see spread.py for the definitions.

    `groups` [{"name", "scored", "median"}] only where nobody can be picked out, see splits.py.
    """
    scores = heard.scores
    low, high = spread.middle_half(scores) or (None, None)
    found = {"counts": [heard.people[point] for point in range(1, points + 1)], "scored": sum(scores.values()), "median": spread.median(scores),
             "low": low, "high": high, "spread": spread.spread(scores), **{key: heard.people[key] for key in APART}}
    groups = splits.shown(split_by, heard.voices)
    return {**found, "groups": [_group(heard, name, roles) for name, roles in groups.items()]} if groups else found


def _group(heard: Heard, name: str, roles: list[str | None]) -> dict:
    scores: Counter = sum((heard.groups[role] for role in roles), Counter())
    return {"name": name, "scored": scores.total(), "median": spread.median(scores)}


def findings(heard: Mapping[Cell, Heard]) -> dict[str, list[Cell]]:
    """The cells that are `widest` apart, `closest` together and `lowest` (of the median), ties and all; [] where there is nothing to say, or too few answered."""
    told = {cell: one for cell, one in heard.items() if sum(one.scores.values()) >= TOLD}
    medians = {cell: -middle for cell, one in told.items() if (middle := spread.median(one.scores)) is not None}
    return {
        "widest": _most({cell: one.apart for cell, one in told.items() if one.apart[0] >= WIDE}),
        "closest": _most({cell: -one.apart[1] for cell, one in told.items() if one.apart[0] == 0}),
        "lowest": _most(medians) if len(set(medians.values())) > 1 else [],
    }


def _most(by: Mapping[Cell, float | tuple[float, float]]) -> list[Cell]:
    most = max(by.values(), default=None)
    return [cell for cell, value in by.items() if value == most]
