"""From people's own orders to one order, and how far they agree on it.

A list is a sequence of item ids, best first; an item it leaves out is not ranked there. `items` are the ids that
count, `weights` the people behind each list (a table of 6 is one list of weight 6; 1 each when left out).
Places count from 1. Nothing here raises on empty or partial lists; ValueError when weights and lists differ in number.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, combinations, permutations, repeat
from math import sqrt
from typing import Any

Lists = Sequence[Sequence[str]]
Items = Sequence[str]
Weights = Sequence[int] | None
Row = dict[str, Any]
Voices = list[tuple[list[str], int]]  # the counted part of each list, and its people
Pairs = dict[tuple[str, str], int]  # people who put the first above the second
Clear = dict[tuple[int, int], bool | None]  # upper row, lower row: clearly apart, or None when too few ranked both

FEW = 4  # with fewer lists than this nothing is called firm: three equal lists are chance once in four times
BEYOND_CHANCE = 1.28  # one-sided z at 10 %: 4 of 4, 5 of 5, 9 of 12 and 16 of 24 pass; 3 of 3, 4 of 5, 8 of 12 do not
DIVIDED = 0.2  # two people taken at random agree on fewer than six in ten pairs


def mean_ranks(lists: Lists, items: Items, weights: Weights = None) -> dict[str, float | None]:
    """Mean place per item over the people who ranked it (lower is better); None when nobody did.

    On complete lists this is the Borda count (Borda 1781, "Memoire sur les elections au scrutin") turned round.
    """
    means: dict[str, float | None] = {}
    for item, counts in histogram(lists, items, weights).items():
        people = sum(counts)
        means[item] = sum(place * n for place, n in enumerate(counts, 1)) / people if people else None
    return means


def histogram(lists: Lists, items: Items, weights: Weights = None) -> dict[str, list[int]]:
    """Per item how many people put it at place 1, 2, ... len(items)."""
    counts = {item: [0] * len(items) for item in items}
    for ranking, people in _counted(lists, items, weights):
        for place, item in enumerate(ranking):
            counts[item][place] += people
    return counts


def spread(lists: Lists, items: Items, weights: Weights = None) -> dict[str, list[int] | None]:
    """Per item [first, last] place of the middle half of its people (interquartile range); None when nobody ranked it.

    Whole places, alike from both ends: at most a quarter put it higher than `first`, at most a quarter lower than
    `last`.
    """
    return {
        item: [index + 1 for index in middle_half(counts)] if any(counts) else None
        for item, counts in histogram(lists, items, weights).items()
    }


def middle_half(counts: Sequence[int]) -> tuple[int, int]:
    """First and last index of the middle half of what `counts` counts: at most a quarter lies before, at most a quarter after."""
    return _quarter(counts), len(counts) - 1 - _quarter(counts[::-1])


def order(lists: Lists, items: Items, weights: Weights = None) -> list[Row]:
    """The order we show: [{"item", "place", "mean"}], best mean first, equal means share a place (1, 2, 2, 4).

    Equal ones stand in the order of `items`. What nobody ranked comes last, with place and mean None.
    """
    means = mean_ranks(lists, items, weights)
    ranked = [mean for mean in means.values() if mean is not None]
    rows = [
        {"item": item, "place": None if mean is None else 1 + sum(other < mean for other in ranked), "mean": mean}
        for item, mean in means.items()
    ]
    return sorted(rows, key=lambda row: (row["place"] is None, row["place"]))


def schulze(lists: Lists, items: Items, weights: Weights = None) -> list[list[str]]:
    """Groups of tied items, best first, by the beatpath method with winning votes.

    Each group is the set of winners among what is left. A list says nothing about a pair unless it ranks both: somebody
    who has not placed a card has not called it worst. What nobody ranked is the last group.
    Source: M. Schulze (2011), "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
    single-winner election method", Social Choice and Welfare 36, 267-303.
    """
    ranked = {item for ranking, _ in _counted(lists, items, weights) for item in ranking}
    path = _strongest_paths(_above(_counted(lists, items, weights), items), items)
    left, groups = [item for item in items if item in ranked], []
    while left:
        groups.append([a for a in left if all(path[a, b] >= path[b, a] for b in left if b != a)])
        left = [item for item in left if item not in groups[-1]]
    unranked = [item for item in items if item not in ranked]
    return [*groups, unranked] if unranked else groups


def kendalls_w(lists: Lists, items: Items, weights: Weights = None) -> float | None:
    """Concordance of the complete lists: 1 when all are the same, about 0 when they have nothing in common.

    W = 12 S / (m^2 (k^3 - k)), with m people, k items and S the squared deviations of the items' rank sums.
    None with fewer than two items or two complete lists: one list always agrees with itself.
    Source: M. G. Kendall and B. Babington Smith (1939), "The problem of m rankings", Ann. Math. Statist. 10, 275-287.
    """
    complete = [(ranking, people) for ranking, people in _counted(lists, items, weights) if len(ranking) == len(items)]
    k, m = len(items), sum(people for _, people in complete)
    if k < 2 or len(complete) < 2:
        return None
    sums = dict.fromkeys(items, 0)
    for ranking, people in complete:
        for place, item in enumerate(ranking, 1):
            sums[item] += place * people
    twice_s = sum((2 * total - m * (k + 1)) ** 2 for total in sums.values())  # 4 S, so that it stays whole numbers
    return 3 * twice_s / (m * m * (k**3 - k))


def agreement(lists: Lists, items: Items, weights: Weights = None) -> dict[str, Any]:
    """What may be said about the order of `order`, in codes and row numbers (row 1 on top; two that tie take two rows).

    {"people": n, "lists": n, "enough": bool, "w": 0..1 | None, "firm": [row], "close": [[first, last]],
     "tied": [[first, last]], "divided": bool, "second_opinion": "same" | "differs" | None, "differs_at": [row]}

    One item is clearly above another when at least two in three of the people who ranked both say so and that is more
    than chance (sign test; a table's list is one throw of the coin, however many sit there). A row is firm when it is
    clearly below everything above it and clearly above everything below it. Other rows hang together; where the ends of
    such a run are clearly apart it is cut at its widest gap, until they are not: those rows are close. `tied` are equal
    means; a run that is one tie is not in `close` as well. `first` is always the place that `order` shows.
    Divided: nothing is firm and two people taken at random agree on fewer than six in ten pairs.
    With fewer than FEW lists `enough` is False and firm, close and divided say nothing. The second opinion is
    Schulze's: `differs_at` are the rows of the items it puts the other way round.
    """
    voices = _counted(lists, items, weights)
    rows = [row for row in order(lists, items, weights) if row["place"]]
    above, squares = _above(voices, items), _above([(ranking, n * n) for ranking, n in voices], items)
    enough = len(voices) >= FEW and len(rows) > 1
    pairs = combinations(enumerate(rows, 1), 2)
    clear = {(i, j): _clear(upper, lower, above, squares) for (i, upper), (j, lower) in pairs}
    runs = _runs(len(rows), clear) if enough else []
    firm = [first for first, last in runs if first == last]
    tied = [[place, place + n - 1] for place, n in Counter(row["place"] for row in rows).items() if n > 1]
    parts = [part for run in runs for part in _cut(run, rows, clear)]
    crossed = _crossed(rows, schulze(lists, items, weights))
    return {
        "people": sum(people for _, people in voices),
        "lists": len(voices),
        "enough": enough,
        "w": kendalls_w(lists, items, weights),
        "firm": firm,
        "close": [part for part in parts if part[0] < part[1] and part not in tied],
        "tied": tied,
        "divided": enough and not firm and _accord(above, squares) < DIVIDED,
        "second_opinion": ("differs" if crossed else "same") if rows else None,
        "differs_at": crossed,
    }


def _counted(lists: Lists, items: Items, weights: Weights) -> Voices:
    known = set(items)
    pairs = zip(lists, repeat(1, len(lists)) if weights is None else weights, strict=True)
    return [(kept, people) for ranking, people in pairs if (kept := [item for item in ranking if item in known])]


def _quarter(counts: Sequence[int]) -> int:
    return next(index for index, seen in enumerate(accumulate(counts)) if 4 * seen > sum(counts))


def _above(voices: Voices, items: Items) -> Pairs:
    above = dict.fromkeys(permutations(items, 2), 0)
    for ranking, people in voices:
        for pair in combinations(ranking, 2):
            above[pair] += people
    return above


def _strongest_paths(above: Pairs, items: Items) -> Pairs:
    path = {(a, b): n if n > above[b, a] else 0 for (a, b), n in above.items()}
    for via, a, b in permutations(items, 3):  # `via` changes slowest, as Floyd and Warshall need
        path[a, b] = max(path[a, b], min(path[a, via], path[via, b]))
    return path


def _clear(upper: Row, lower: Row, above: Pairs, squares: Pairs) -> bool | None:
    """None when too few ranked both to tell. Lists of unequal weight count by their effective number,
    (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling); the z is corrected for continuity."""
    pair, back = (upper["item"], lower["item"]), (lower["item"], upper["item"])
    up, down, square = above[pair], above[back], squares[pair] + squares[back]
    if not square or (up + down) ** 2 < FEW * square:
        return None
    z = (up - down) / sqrt(square) - sqrt(square) / (up + down)
    return upper["mean"] < lower["mean"] and 3 * up >= 2 * (up + down) and z >= BEYOND_CHANCE


def _runs(last: int, clear: Clear) -> list[list[int]]:
    """Rows that hang together: a pair not clearly apart ties all rows between. A pair that few ranked both ties
    neighbours only, so that one card added late does not loosen the whole order."""
    runs, first, reach = [], 1, 1
    for row in range(1, last + 1):
        later = range(row + 1, last + 1)
        reach = max([reach, *(j for j in later if clear[row, j] is False or (j == row + 1 and not clear[row, j]))])
        if reach <= row:
            runs.append([first, row])
            first = reach = row + 1
    return runs


def _cut(run: list[int], rows: list[Row], clear: Clear) -> list[list[int]]:
    first, last = run
    if first == last or not clear[first, last]:
        return [run]
    at = max(range(first, last), key=lambda row: rows[row]["mean"] - rows[row - 1]["mean"])
    return _cut([first, at], rows, clear) + _cut([at + 1, last], rows, clear)


def _accord(above: Pairs, squares: Pairs) -> float:
    """Coefficient of agreement u: twice the chance that two people put a pair the same way, minus 1. About 0 for lists
    at random, with few people as with many. Source: Kendall and Babington Smith (1940), Biometrika 31, 324-345."""
    pairs = [(n, above[b, a], squares[a, b] + squares[b, a]) for (a, b), n in above.items()]
    asked = sum((up + down) ** 2 - square for up, down, square in pairs)
    return sum((up - down) ** 2 - square for up, down, square in pairs) / asked if asked else 1.0


def _crossed(rows: list[Row], groups: list[list[str]]) -> list[int]:
    rank = {item: number for number, group in enumerate(groups) for item in group}
    pairs = combinations(enumerate(rows, 1), 2)
    against = [(i, j) for (i, a), (j, b) in pairs if a["mean"] < b["mean"] and rank[a["item"]] > rank[b["item"]]]
    return sorted({row for pair in against for row in pair})
