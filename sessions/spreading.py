"""Spreading pairs over people, so that each pair is looked at about equally often, however many people come.

Everybody gets the pairs that the fewest people looked at or are looking at, ties in an order that follows from the pid. What somebody looks at now, and the one after
it, is kept for them in the log, or all who ask at the same moment would get the same pair; two, because a phone goes on before it hears back. So there is no clock and no chance in it, and it is the same after a restart.
"""

from collections import Counter
from collections.abc import Container
from hashlib import blake2b

from sessions.links import Now, Pair

KEPT = 2  # pairs for one person
LEAST = 3  # pairs of one person, where there are so many
LOOKS = 10  # one in so many pairs: 7 of the 66 between 12 items, so that 30 people look at each about 3 times


def share(now: Now, per_person: int | None) -> int:
    """How many pairs somebody gets."""
    return min(len(now.pairs), per_person or max(LEAST, -(-len(now.pairs) // LOOKS)))


class Spread:
    def __init__(self) -> None:
        self._looked: Counter[Pair] = Counter()  # answers per pair of cards
        self._kept: dict[str, list[Pair]] = {}  # by person, the pairs that are kept for them
        self._due: Counter[Pair] = Counter()  # for how many a pair is kept
        self._load: tuple[Now, Counter[Pair]] | None = None  # both together per pair of shown items; None once they change
        self._orders: tuple[Now, dict[str, list[Pair]]] | None = None  # by person, all pairs in an order of their own

    def look(self, pid: str, laid: Pair, upcoming: list[Pair]) -> None:
        """Somebody answered, and looks at `upcoming` now and then."""
        self._load = None
        self._looked[laid] += 1
        for before in self._kept.pop(pid, ()):
            self._due[before] -= 1
        for after in upcoming:
            self._due[after] += 1
        if upcoming:
            self._kept[pid] = upcoming

    def forget(self, laid: Pair) -> None:
        """An answer was taken back."""
        self._load = None
        self._looked[laid] -= 1

    def looked(self, now: Now) -> Counter[Pair]:
        """Answers per pair of shown items."""
        return _of(now, self._looked)

    def ahead(self, now: Now, pid: str, mine: Container[Pair]) -> list[Pair]:
        """The pairs this person did not look at yet: the ones that are kept for them, then those that the fewest people look at."""
        if self._load is None or self._load[0] is not now:
            self._load = (now, _of(now, self._looked, self._due))
        load, kept = self._load[1], [now[at] for at in self._kept.get(pid, ())]
        return sorted((at for at in self._order(now, pid) if at not in mine), key=lambda at: (kept.index(at) if at in kept else KEPT, load[at]))

    def _order(self, now: Now, pid: str) -> list[Pair]:
        if self._orders is None or self._orders[0] is not now:
            self._orders = (now, {})
        orders = self._orders[1]
        if pid not in orders:
            orders[pid] = sorted(now.pairs, key=lambda at: blake2b(f"{pid} {at[0]} {at[1]}".encode(), digest_size=8).digest())
        return orders[pid]


def _of(now: Now, *counts: Counter[Pair]) -> Counter[Pair]:
    """What `counts` say about pairs of cards, per pair of shown items."""
    told: Counter[Pair] = Counter()
    for count in counts:
        for laid, n in count.items():
            if n and (at := now[laid]):
                told[at] += n
    return told
