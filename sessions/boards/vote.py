"""Dots over items, on one or more ballots, hidden until the facilitator reveals them.

A dot stays on the card it was put on, for ever. What counts is worked out from the dots in the order they came: on a cluster a person counts at most `max_per_item`
(what the cap swallows is free again), and of a person's dots the newest over budget do not count.
"""

from collections import Counter
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct, field, to_builtins

from sessions import Refused
from sessions.boards import items
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 60
FROM_PEOPLE, FROM_CONSOLE = {"put", "take"}, {"items"}
MANY, NEAR = 5, 2  # an item divides us when both ballots have MANY dots on it and differ by NEAR at most


class Ballot(Struct, forbid_unknown_fields=True):
    id: Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    dots: Annotated[int, Meta(ge=1, le=20)] = 3


class Config(Struct, forbid_unknown_fields=True):
    """Either `dots` (one ballot) or `ballots` with dots of their own. `items` where no earlier step gives them."""

    items: Texts = field(default_factory=list)
    dots: Annotated[int, Meta(ge=1, le=20)] = 3
    max_per_item: Annotated[int, Meta(ge=1, le=20)] = 1
    ballots: Annotated[list[Ballot], Meta(max_length=4)] = field(default_factory=list)

    def __post_init__(self) -> None:
        if len({ballot.id for ballot in self.ballots}) < len(self.ballots):
            raise ValueError("ballots: id")


class Dot(NamedTuple):
    ballot: str
    item: str


class State:
    def __init__(self, config: Config):
        self.config = config
        self.ballots = {ballot.id: ballot for ballot in config.ballots} or {"dots": Ballot("dots", "Stippen", config.dots)}
        self.face = {"max_per_item": config.max_per_item, "ballots": to_builtins(list(self.ballots.values()))}
        self.items: list[str] = []
        self.dots: dict[str, list[Dot]] = {}  # by person, in the order they were put
        self.weight: dict[str, int] = {}
        self.seen: tuple[int, set[str]] = (-1, set())  # the shown items, at a version of the cards
        self.tally: tuple | None = None  # (version of the cards, tally); None once the dots change


class Put(Shape):
    item: Id
    ballot: str | None = None


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "put":
            return _check_put(state, cards, who, read(op, Put))
        case "take":
            return _check_take(state, cards, who, read(op, Put))
        case "items":
            return items.check(state.items, cards, op, MOST)
    raise Refused("unknown_op")


def _check_put(state: State, cards: Cards, who: Person, want: Put) -> dict:
    ballot, top = _ballot(state, want), _item(state, cards, want.item)
    mine = counted(state, cards, who.pid)
    if mine[ballot.id][top] >= state.config.max_per_item:
        raise Refused("max_per_item")
    if mine[ballot.id].total() >= ballot.dots:
        raise Refused("no_dots_left")
    left = sum(state.ballots[id].dots - dots.total() for id, dots in mine.items()) - 1
    return {"item": want.item, "ballot": ballot.id, "done": left == 0, **who.stamp}


def _check_take(state: State, cards: Cards, who: Person, want: Put) -> dict:
    ballot, top = _ballot(state, want), _item(state, cards, want.item)
    for dot in reversed(state.dots.get(who.pid, ())):
        if dot.ballot == ballot.id and cards.top(dot.item) == top:
            return {"item": dot.item, "ballot": ballot.id, "done": False}
    raise Refused("no_dot_there")


def _ballot(state: State, want: Put) -> Ballot:
    ballot = state.ballots.get(want.ballot or next(iter(state.ballots)))
    if ballot is None:
        raise Refused("no_such_ballot")
    return ballot


def _item(state: State, cards: Cards, item: str) -> str:
    """The shown item that `item` is now: a phone may tap a card that was merged a moment ago."""
    if item not in cards or (top := cards.top(item)) not in _shown(state, cards):
        raise Refused("no_such_item")
    return top


def apply(state: State, entry: dict) -> None:
    state.tally = None
    match entry["do"]:
        case "put":
            state.dots.setdefault(entry["by"], []).append(Dot(entry["ballot"], entry["item"]))
            state.weight[entry["by"]] = entry.get("weight", 1)
        case "take":
            mine = state.dots[entry["by"]]
            dot = Dot(entry["ballot"], entry["item"])
            del mine[len(mine) - 1 - mine[::-1].index(dot)]
        case "items":
            state.items, state.seen = entry["items"], (-1, set())


def _shown(state: State, cards: Cards) -> set[str]:
    if state.seen[0] != cards.version:
        state.seen = (cards.version, set(cards.shown(state.items)))
    return state.seen[1]


def counted(state: State, cards: Cards, pid: str | None) -> dict[str, Counter]:
    """Per ballot how many dots of `pid` count on which item."""
    shown = _shown(state, cards)
    mine = {id: Counter() for id in state.ballots}
    for dot in state.dots.get(pid, ()):
        top, on = cards.top(dot.item), mine[dot.ballot]
        if top in shown and on[top] < state.config.max_per_item and on.total() < state.ballots[dot.ballot].dots:
            on[top] += 1
    return mine


def tally(state: State, cards: Cards) -> tuple[dict[str, Counter], dict[str, Counter], int]:
    """Dots per ballot and item, people per ballot and item (both weigh people, not phones), and how many people voted."""
    if state.tally is None or state.tally[0] != cards.version:
        state.tally = (cards.version, *_count(state, cards))
    return state.tally[1:]


def _count(state: State, cards: Cards) -> tuple[dict[str, Counter], dict[str, Counter], int]:
    dots, people = ({id: Counter() for id in state.ballots} for _ in range(2))
    voted = 0
    for pid in state.dots:
        mine, weight = counted(state, cards, pid), state.weight[pid]
        voted += weight * any(on.total() for on in mine.values())
        for ballot, on in mine.items():
            for item, n in on.items():
                dots[ballot][item] += n * weight
                people[ballot][item] += weight
    return dots, people, voted


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    if not shown:
        return parts
    dots, _, people = tally(state, cards)
    ids = _best_first(state, cards, dots)
    for id in ids:
        parts[id] = {**parts[id], "dots": {ballot: dots[ballot][id] for ballot in state.ballots}}
    parts["ranking"] = {"ids": ids, "places": _places(state, ids, dots), "divided": _divided(ids, dots), "people": people, "dots": {ballot: on.total() for ballot, on in dots.items()}}
    return parts


def _best_first(state: State, cards: Cards, dots: dict[str, Counter]) -> list[str]:
    """By the first ballot, then by the next ones turned round: strong and undisputed first; then in the order of the list."""
    first, *others = state.ballots
    return sorted(cards.shown(state.items), key=lambda id: (-dots[first][id], *(dots[other][id] for other in others)))


def _places(state: State, ids: list[str], dots: dict[str, Counter]) -> dict[str, int]:
    """Places by the first ballot; ties share one (1, 2, 2, 4)."""
    first = dots[next(iter(state.ballots))]
    return {id: 1 + sum(first[other] > first[id] for other in ids) for id in ids}


def _divided(ids: list[str], dots: dict[str, Counter]) -> list[str]:
    """Items that two ballots pull at about equally: worth a talk."""
    if len(dots) != 2:
        return []
    one, two = dots.values()
    return [id for id in ids if min(one[id], two[id]) >= MANY and abs(one[id] - two[id]) <= NEAR]


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine, put = counted(state, cards, pid), Counter(dot.ballot for dot in state.dots.get(pid, ()))
    return {"ballots": {id: {"left": state.ballots[id].dots - on.total(), "items": dict(on), "over": put[id] - on.total()} for id, on in mine.items()}}


def result(state: State, cards: Cards) -> Table:
    dots, people, voted = tally(state, cards)
    shown = _best_first(state, cards, dots)
    rest = [id for id in cards.tops(state.items) if id not in shown]
    rows = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id), "place": items.place(cards, id), "n": cards.face(id)["n"],
             "dots": {ballot: on[id] for ballot, on in dots.items()}, "people": {ballot: on[id] for ballot, on in people.items()}} for id in [*shown, *rest]]
    return Table("vote", rows, {"people": voted, "answers": sum(any(on.total() for on in counted(state, cards, pid).values()) for pid in state.dots), "ballots": to_builtins(list(state.ballots.values())), "divided": _divided(shown, dots)})
