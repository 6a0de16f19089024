"""The dots of a vote and what they come to: people, not phones, and the people on paper with them.

A dot stays on the card it was put on, for ever. What counts is worked out from the dots in the order they came: on a cluster a person counts at most `max_per_item`
(what the cap swallows is free again), and of a person's dots the newest over budget do not count.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from sessions import splits
from sessions.boards.tables import Tables
from sessions.cards import Cards


class Dot(NamedTuple):
    ballot: str
    item: str


class State:
    """`ballots` by id and `face`, what the pages see of the settings, are made by the kind."""

    def __init__(self, config, ballots: dict, face: dict):
        self.config, self.ballots, self.face = config, ballots, face
        self.items: list[str] = []
        self.dots: dict[str, list[Dot]] = {}  # by person, in the order they were put
        self.weight: dict[str, int] = {}
        self.group: dict[str, str | None] = {}
        self.tables = Tables()
        self.paper: Counter[Dot] = Counter()  # what people without a phone put
        self.reasons: dict[str, None] = {}  # ids of cards
        self.kept: list[str] = []  # what goes along whatever its dots
        self.seen: tuple[int, set[str]] = (-1, set())  # the shown items, at a version of the cards
        self.tally: tuple[int, Tally] | None = None  # at a version of the cards; None once the dots change


class Tally:
    """`dots` and `people` per ballot and item, `groups` dots per role and item, `phones` answers per role; `reasons` ids per item."""

    def __init__(self, ballots):
        self.dots: dict[str, Counter[str]] = {id: Counter() for id in ballots}
        self.people: dict[str, Counter[str]] = {id: Counter() for id in ballots}
        self.groups: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        self.phones: Counter[str | None] = Counter()
        self.weights: Counter[str | None] = Counter()  # people per role
        self.reasons: defaultdict[str, list[str]] = defaultdict(list)

    @property
    def voted(self) -> int:
        return self.weights.total()

    @property
    def answers(self) -> int:
        return self.phones.total()

    def split(self, by: list[str]) -> dict[str, list[str | None]]:
        """Which roles make up each group that may be shown apart."""
        return splits.shown(by, self.phones)


def shown(state: State, cards: Cards) -> set[str]:
    if state.seen[0] != cards.version:
        state.seen = (cards.version, set(cards.shown(state.items)))
    return state.seen[1]


def counted(state: State, cards: Cards, pid: str | None) -> dict[str, Counter]:
    """Per ballot how many dots of `pid` count on which item."""
    here = shown(state, cards)
    mine = {id: Counter() for id in state.ballots}
    for dot in state.dots.get(pid, ()):
        top, on = cards.top(dot.item), mine[dot.ballot]
        if top in here and on[top] < state.config.max_per_item and on.total() < state.ballots[dot.ballot].dots:
            on[top] += 1
    return mine


def tally(state: State, cards: Cards) -> Tally:
    if state.tally is None or state.tally[0] != cards.version:
        state.tally = (cards.version, _count(state, cards))
    return state.tally[1]


def on_paper(state: State, cards: Cards) -> dict[str, Counter]:
    """Per ballot the dots of people on paper on what is shown."""
    here = shown(state, cards)
    paper = {id: Counter() for id in state.ballots}
    for dot, n in state.paper.items():
        if n and (top := cards.top(dot.item)) in here:
            paper[dot.ballot][top] += n
    return paper


def _count(state: State, cards: Cards) -> Tally:
    counts = Tally(state.ballots)
    chose: set[tuple[str, str]] = set()
    for pid in state.dots:
        mine, weight, group = counted(state, cards, pid), state.weight[pid], state.group[pid]
        for ballot, on in mine.items():
            for item, n in on.items():
                counts.dots[ballot][item] += n * weight
                counts.people[ballot][item] += weight
                counts.groups[group][item] += n * weight
                chose.add((pid, item))
        if any(on.total() for on in mine.values()):
            counts.phones[group] += 1
            counts.weights[group] += weight
    _count_paper(state, on_paper(state, cards), counts)
    for id in state.reasons:
        card = cards[id]
        if card.text and (card.by, top := cards.top(card.place["on"])) in chose:
            counts.reasons[top].append(id)
    return counts


def _count_paper(state: State, paper: dict[str, Counter], counts: Tally) -> None:
    """Nobody says who on paper put which dots, so they count as the fewest people who can have put them: a person has so many dots, and so many for one item.

    That needs no second count, and never says that more people voted than did. Their role is not known.
    """
    fewest = 0
    for ballot, on in paper.items():
        for item, n in on.items():
            people = -(-n // state.config.max_per_item)
            counts.dots[ballot][item] += n
            counts.people[ballot][item] += people
            counts.groups[None][item] += n
            fewest = max(fewest, people)
        fewest = max(fewest, -(-on.total() // state.ballots[ballot].dots))
    if fewest:
        counts.phones[None] += fewest
        counts.weights[None] += fewest
