"""Where items stand in a map of two columns that face each other, so that lines run between the columns and never over a text.

Columns: of all ways to halve the items, the one in which the heaviest links cross over (a maximum bisection; with 12 items there are 462, so all are tried).
Order in a column: the barycentre method of Sugiyama, Tagawa and Toda (1981), the best of a few turns by the weight of the crossings.
The same items and links always give the same map.
"""

from itertools import combinations

Weights = dict[tuple[str, str], int]
TURNS = 6


def columns(ids: list[str], weights: Weights) -> tuple[list[str], list[str]]:
    """The ids of the left and of the right column, from the top down. `weights` says how heavy the link of a pair is; pairs without one are left out."""
    if len(ids) < 2:
        return list(ids), []
    first, *rest = ids
    halves = (({first, *some}) for some in combinations(rest, (len(ids) + 1) // 2 - 1))
    half = max(halves, key=lambda left: sum(weight for (a, b), weight in weights.items() if (a in left) != (b in left)))
    return _ordered([id for id in ids if id in half], [id for id in ids if id not in half], weights)


def _ordered(left: list[str], right: list[str], weights: Weights) -> tuple[list[str], list[str]]:
    across = {(a, b) if a in left else (b, a): weight for (a, b), weight in weights.items() if (a in left) != (b in left)}
    best = left, right
    for turn in range(TURNS):
        if turn % 2:
            left = _by_middle(left, right, {(b, a): weight for (a, b), weight in across.items()})
        else:
            right = _by_middle(right, left, across)
        best = min(best, (left, right), key=lambda both: crossings(*both, across))
    return best


def _by_middle(side: list[str], other: list[str], across: Weights) -> list[str]:
    """`side` by the weighted middle of what each is linked with; what has no link keeps its height."""
    at = {id: (i + 0.5) / len(other) for i, id in enumerate(other)}
    height = {id: (i + 0.5) / len(side) for i, id in enumerate(side)}
    for id in side:
        mine = {there: weight for (there, here), weight in across.items() if here == id}
        if mine:
            height[id] = sum(at[there] * weight for there, weight in mine.items()) / sum(mine.values())
    return sorted(side, key=height.__getitem__)


def crossings(left: list[str], right: list[str], across: Weights) -> int:
    """How heavy the crossings are: of two lines that cross the lighter one counts."""
    at = {id: i for side in (left, right) for i, id in enumerate(side)}
    lines = [(at[a], at[b], weight) for (a, b), weight in across.items()]
    return sum(min(one[2], two[2]) for one, two in combinations(lines, 2) if (one[0] - two[0]) * (one[1] - two[1]) < 0)
