"""Links between two items as people lay them, and what counts of them now.

A link stays on the two cards it was laid on, for ever, as a dot does. It counts for the items those cards show as now: in a cluster it counts for the cluster, inside one
cluster it counts for nothing, and of a person's links between the same two items the newest counts.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from sessions.cards import Cards

Pair = tuple[str, str]  # two ids in alphabetical order: a relation has no direction
APART = ("none", "unknown")  # answers that are no link: there is none, and I do not know


class Link(NamedTuple):
    type: str
    because: str | None
    basis: str | None
    seq: int  # of its entry: the name of its reason


class Paper(NamedTuple):
    """What `n` people on paper said alike."""

    pair: Pair
    type: str
    because: str | None
    basis: str | None


class Finding:
    """What was said about one pair: people per type and per basis, and the reasons (seq, type, text)."""

    def __init__(self) -> None:
        self.people: Counter[str] = Counter()
        self.grounds: Counter[str] = Counter()
        self.reasons: list[tuple[int, str, str]] = []

    def add(self, link: Link, weight: int) -> None:
        self.people[link.type] += weight
        if link.type in APART:
            return
        if link.basis:
            self.grounds[link.basis] += weight
        if link.because:
            self.reasons.append((link.seq, link.type, link.because))


class Found(NamedTuple):
    """What was found per pair, how many people answered, and on how many phones or papers."""

    pairs: dict[Pair, Finding]
    people: int
    answers: int


def pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def pairs(ids: list[str]) -> list[Pair]:
    """All pairs of these items, in the order of the list."""
    return [pair(a, b) for a, b in combinations(ids, 2)]


class Now(dict[Pair, Pair | None]):
    """The items that are shown at one version of the cards, their `pairs`, and per pair of cards the pair of items it is now.

    None when one of the two is not there any more, or both are in one cluster.
    """

    def __init__(self, cards: Cards, items: list[str]):
        super().__init__()
        self.version, self._cards = cards.version, cards
        self.ids = cards.shown(items)
        self.pairs = pairs(self.ids)
        self._shown = set(self.ids)

    def __missing__(self, laid: Pair) -> Pair | None:
        a, b = self._cards.top(laid[0]), self._cards.top(laid[1])
        self[laid] = pair(a, b) if a != b and a in self._shown and b in self._shown else None
        return self[laid]

    def has(self, id: str) -> bool:
        return id in self._cards and self._cards.top(id) in self._shown


def counted(now: Now, mine: dict[Pair, Link]) -> dict[Pair, Link]:
    """Of one person's links, in the order they were laid, the ones that count."""
    return {at: link for laid, link in mine.items() if (at := now[laid])}


def found(now: Now, people: Iterable[tuple[dict[Pair, Link], int]], paper: dict[Paper, list[int]]) -> Found:
    """`people` gives the links of one phone with its weight, `paper` n and seq.

    Nobody knows who is who on paper, but each looks at a pair once: there are at least as many people as looked at one pair.
    """
    told: dict[Pair, Finding] = {}
    weights = [weight for mine, weight in people if _add(told, counted(now, mine), weight)]
    papers: Counter[Pair] = Counter()
    for said, (n, seq) in paper.items():
        if at := now[said.pair]:
            told.setdefault(at, Finding()).add(Link(said.type, said.because, said.basis, seq), n)
            papers[at] += n
    on_paper = max(papers.values(), default=0)
    return Found(told, sum(weights) + on_paper, len(weights) + on_paper)


def _add(told: dict[Pair, Finding], mine: dict[Pair, Link], weight: int) -> bool:
    for at, link in mine.items():
        told.setdefault(at, Finding()).add(link, weight)
    return bool(mine)
