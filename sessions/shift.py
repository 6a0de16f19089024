"""Did a group answer higher or lower on a scale than the time before, and is that more than chance would do?

The test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947) on counts per point, equal answers at their mean rank; it asks for order only, as fits
a scale of five words. Exact where the ways to divide the answers can be listed: of all of them, the share that lies at least as far from the middle (Lehmann,
"Nonparametrics", 1975, ch. 1). Else the normal distribution with the variance for ties and the correction for continuity (ibid.).
It takes the answers as those of two groups. People who answer twice are more alike, so it rather says "chance" too often than too seldom.
"""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from math import comb, erfc, sqrt
from typing import TypeVar

from sessions.splits import ENOUGH

SURE = 0.05  # a difference that chance makes less often than this is larger than the noise
WAYS = 2_000  # more ways to divide the answers are approximated: 13 answers on five points

Counts = tuple[int, ...]
Cell = TypeVar("Cell", bound=Hashable)


def way(before: Sequence[int], now: Sequence[int]) -> str:
    """up | down | same: on which side of an answer of then one of now mostly lies. Counts per point, lowest first."""
    off = _off(tuple(before), tuple(now))
    return "up" if off > 0 else "down" if off < 0 else "same"


def changes(pairs: Mapping[Cell, tuple[Sequence[int], Sequence[int]]]) -> dict[Cell, str]:
    """What to say of each cell of one step: larger (than chance) | chance | few (answers to tell).

    After Holm (Scandinavian Journal of Statistics 6, 1979): who compares twelve things finds a difference by chance sooner.
    """
    enough = {cell: pair for cell, pair in pairs.items() if min(map(sum, pair)) >= ENOUGH}
    likely = sorted(((by_chance(tuple(before), tuple(now)), cell) for cell, (before, now) in enough.items()), key=lambda one: one[0])
    found = {cell: "chance" if cell in enough else "few" for cell in pairs}
    for left, (chance, cell) in zip(range(len(likely), 0, -1), likely, strict=True):
        if chance * left >= SURE:
            break
        found[cell] = "larger"
    return found


@lru_cache(maxsize=1024)  # a view is made many times a second, and its counts seldom change
def by_chance(before: Counts, now: Counts) -> float:
    """How likely a difference at least as large is when nothing changed."""
    few, many = sorted((before, now), key=sum)
    used = [(a, a + b) for a, b in zip(few, many, strict=True) if a + b]
    m, n = sum(few), sum(many)
    if not m or len(used) < 2:
        return 1.0
    off = abs(_off(before, now))
    return _exact([total for _, total in used], m, off) if comb(m + len(used) - 1, len(used) - 1) <= WAYS else _normal([total for _, total in used], m, n, off)


def _off(before: Counts, now: Counts) -> int:
    """Of all pairs of an answer of then and one of now: how many more are higher than lower."""
    below = off = 0
    above = sum(before)
    for then, here in zip(before, now, strict=True):
        above -= then
        off += here * (below - above)
        below += then
    return off


def _exact(totals: list[int], m: int, off: int) -> float:
    """The ways to give `m` of the answers to the smaller group, by how far they lie from the middle."""
    everybody = sum(totals)
    at, middles = 0, []
    for total in totals:
        middles.append(2 * at + total - everybody)  # twice the mean rank, from the middle of all ranks
        at += total
    ways = {(0, 0): 1}
    for total, middle in zip(totals, middles, strict=True):
        more: dict[tuple[int, int], int] = {}
        for (taken, sum_), found in ways.items():
            for take in range(min(total, m - taken) + 1):
                key = taken + take, sum_ + take * middle
                more[key] = more.get(key, 0) + found * comb(total, take)
        ways = more
    return sum(found for (taken, sum_), found in ways.items() if taken == m and abs(sum_) >= off) / comb(everybody, m)


def _normal(totals: list[int], m: int, n: int, off: int) -> float:
    everybody = m + n
    variance = m * n * (everybody + 1 - sum(total**3 - total for total in totals) / (everybody * (everybody - 1))) / 3  # of `off`, which is twice U from its middle
    return min(1.0, erfc(max(0, off - 1) / sqrt(variance) / sqrt(2)))
