"""Dots over items, on one or more ballots, hidden until the facilitator reveals them; with the reasons people gave, where the script asks for them.

Dots show where people want to talk, they decide nothing: what the facilitator keeps goes along whatever its dots.
"""

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta, Struct, field, to_builtins

from sessions import Refused
from sessions.boards import dots, items, reasons
from sessions.boards.dots import Dot, State, Tally, counted, tally
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 60
FROM_PEOPLE, FROM_CONSOLE = {"put", "take", "why"}, {"items", "tally", "keep"}
MANY, NEAR = 5, 2  # an item divides us when both ballots have MANY dots on it and differ by NEAR at most
FIRST = 8  # items that a screen shows first


class Ballot(Struct, forbid_unknown_fields=True):
    id: Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    dots: Annotated[int, Meta(ge=1, le=20)] = 3


class Config(Struct, forbid_unknown_fields=True):
    """Either `dots` (one ballot) or `ballots` with dots of their own. `items` where no earlier step gives them.

    `because` asks for a reason with the dots. `split_by` are roles whose dots are shown apart, everybody else together; one ballot only.
    """

    items: Texts = field(default_factory=list)
    dots: Annotated[int, Meta(ge=1, le=20)] = 3
    max_per_item: Annotated[int, Meta(ge=1, le=20)] = 1
    ballots: Annotated[list[Ballot], Meta(max_length=4)] = field(default_factory=list)
    because: Literal["none", "optional", "required"] = "none"
    split_by: Annotated[list[str], Meta(max_length=3)] = field(default_factory=list)

    def __post_init__(self) -> None:
        if len({ballot.id for ballot in self.ballots}) < len(self.ballots):
            raise ValueError("ballots: id")
        if self.split_by and len(self.ballots) > 1:
            raise ValueError("split_by: ballots")
        if len(set(self.split_by)) < len(self.split_by):
            raise ValueError("split_by: roles")


class Put(Shape):
    item: Id
    ballot: str | None = None
    because: str | None = None


class Take(Shape):
    item: Id
    ballot: str | None = None


class Why(Shape):
    item: Id
    text: str


class OnPaper(Shape):
    item: Id
    n: Annotated[int, Meta(ge=-50, le=50)]
    ballot: str | None = None


class Keep(Shape):
    item: Id
    on: bool


def start(config: Config) -> State:
    ballots = {ballot.id: ballot for ballot in config.ballots} or {"dots": Ballot("dots", "Stippen", config.dots)}
    face = {"max_per_item": config.max_per_item, "ballots": to_builtins(list(ballots.values())), "because": config.because}
    return State(config, ballots, face)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "put":
            return _check_put(state, cards, who, op)
        case "take":
            return _check_take(state, cards, who, read(op, Take))
        case "why":
            return _check_why(state, cards, who, op)
        case "tally":
            return _check_tally(state, cards, read(op, OnPaper))
        case "keep":
            return _check_keep(state, cards, read(op, Keep))
        case "items":
            return items.check(state.items, cards, op, MOST)
    raise Refused("unknown_op")


def _check_put(state: State, cards: Cards, who: Person, op: dict) -> dict:
    want = read(op, Put)
    ballot, top = _ballot(state, want.ballot), _item(state, cards, want.item)
    mine = counted(state, cards, who.pid)
    if mine[ballot.id][top] >= state.config.max_per_item:
        raise Refused("max_per_item")
    if mine[ballot.id].total() >= ballot.dots:
        raise Refused("no_dots_left")
    left = sum(state.ballots[id].dots - on.total() for id, on in mine.items()) - 1
    why = reasons.with_choice(state.config.because, state.reasons, cards, who, op, want.item)
    return {"item": want.item, "ballot": ballot.id, "done": left == 0, **why, **who.stamp}


def _check_take(state: State, cards: Cards, who: Person, want: Take) -> dict:
    ballot, top = _ballot(state, want.ballot), _item(state, cards, want.item)
    for dot in reversed(state.dots.get(who.pid, ())):
        if dot.ballot == ballot.id and cards.top(dot.item) == top:
            return {"item": dot.item, "ballot": ballot.id, "done": False}
    raise Refused("no_dot_there")


def _check_why(state: State, cards: Cards, who: Person, op: dict) -> dict:
    want = read(op, Why)
    top = _item(state, cards, want.item)
    if not any(on[top] for on in counted(state, cards, who.pid).values()):
        raise Refused("no_dot_there")
    return reasons.written(state.config.because, state.reasons, cards, who, op)


def _check_tally(state: State, cards: Cards, want: OnPaper) -> dict:
    """Dots come off where they were put: a card of a bundle keeps its own."""
    ballot, top = _ballot(state, want.ballot), _item(state, cards, want.item)
    if not want.n:
        raise Refused("bad_request")
    there = [want.item, *(dot.item for dot in state.paper if dot.ballot == ballot.id and cards.top(dot.item) == top)]
    item = next((item for item in there if state.paper[Dot(ballot.id, item)] + want.n >= 0), None)
    if item is None:
        raise Refused("empty")
    return {"item": item, "ballot": ballot.id, "n": want.n, "back": {"do": "tally", "item": item, "ballot": ballot.id, "n": -want.n}}


def _check_keep(state: State, cards: Cards, want: Keep) -> dict:
    top = _item(state, cards, want.item)
    rest = [id for id in state.kept if cards.top(id) != top]
    return {"item": top, "on": want.on, "kept": [*rest, top] if want.on else rest, "back": {"do": "keep", "item": top, "on": len(rest) < len(state.kept)}}


def _ballot(state: State, id: str | None) -> Ballot:
    ballot = state.ballots.get(id or next(iter(state.ballots)))
    if ballot is None:
        raise Refused("no_such_ballot")
    return ballot


def _item(state: State, cards: Cards, item: str) -> str:
    """The shown item that `item` is now: a phone may tap a card that was merged a moment ago."""
    if item not in cards or (top := cards.top(item)) not in dots.shown(state, cards):
        raise Refused("no_such_item")
    return top


def apply(state: State, entry: dict) -> None:
    state.tally = None
    match entry["do"]:
        case "put":
            by, weight = entry["by"], entry.get("weight", 1)
            if former := state.tables.answers(by, weight, entry.get("table")):
                del state.dots[former]
            state.dots.setdefault(by, []).append(Dot(entry["ballot"], entry["item"]))
            state.weight[by], state.group[by] = weight, entry.get("group")
            if "brings" in entry:
                state.reasons[entry["brings"]["card"]] = None
        case "take":
            mine = state.dots[entry["by"]]
            dot = Dot(entry["ballot"], entry["item"])
            del mine[len(mine) - 1 - mine[::-1].index(dot)]
        case "add":
            state.reasons[entry["card"]] = None
        case "tally":
            state.paper[Dot(entry["ballot"], entry["item"])] += entry["n"]
        case "keep":
            state.kept = entry["kept"]
        case "items":
            state.items, state.seen = entry["items"], (-1, set())


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    if shown or audience == "console":
        for id in _kept(state, cards):
            parts[id] = {**parts[id], "kept": True}
    if audience == "console":
        for ballot, on in dots.on_paper(state, cards).items():
            for id, n in on.items():
                parts[id] = {**parts[id], "paper": {**parts[id].get("paper", {}), ballot: n}}
    if not shown:
        return parts
    counts = tally(state, cards)
    ids = _best_first(state, cards, counts)
    groups = {} if audience == "phone" else counts.split(state.config.split_by)
    for id in ids:
        parts[id] = {**parts[id], "dots": {ballot: on[id] for ballot, on in counts.dots.items()}, **_reasons(counts, cards, audience, id), **_apart(counts, groups, id)}
    parts["ranking"] = {"ids": ids, "places": _places(state, ids, counts), "divided": _divided(ids, counts), "people": counts.voted, "dots": {ballot: on.total() for ballot, on in counts.dots.items()}, **_split(state, counts, groups, audience)}
    return parts


def _kept(state: State, cards: Cards) -> list[str]:
    """What is shown and goes along whatever its dots."""
    return [id for id in dict.fromkeys(map(cards.top, state.kept)) if id in dots.shown(state, cards)]


def _reasons(counts: Tally, cards: Cards, audience: str, id: str) -> dict:
    given = counts.reasons.get(id)
    if not given or audience == "phone":
        return {}
    return {"reasons": reasons.told(cards, given) if audience == "console" else reasons.texts(cards, given)}


def _apart(counts: Tally, groups: dict, id: str) -> dict:
    return {"roles": {name: sum(counts.groups[role][id] for role in roles) for name, roles in groups.items()}} if groups else {}


def _split(state: State, counts: Tally, groups: dict, audience: str) -> dict:
    """The groups whose dots are shown apart, or that they stay together because a group is too small."""
    if audience == "phone" or not state.config.split_by or not counts.voted:
        return {}
    return {"groups": _groups(counts, groups)} if groups else {"split": "few"}


def _groups(counts: Tally, groups: dict) -> list[dict]:
    return [{"name": name, "people": sum(counts.weights[role] for role in roles), "dots": sum(counts.groups[role].total() for role in roles)} for name, roles in groups.items()]


def _best_first(state: State, cards: Cards, counts: Tally) -> list[str]:
    """By the first ballot, then by the next ones turned round: strong and undisputed first; then in the order of the list.

    With more ballots the FIRST that got most on any of them stand before the rest, so that the screen begins with the top of each.
    """
    first, *others = counts.dots.values()
    ids = cards.shown(state.items)
    most = set(sorted(ids, key=lambda id: -max(on[id] for on in counts.dots.values()))[:FIRST]) if others else set()
    return sorted(ids, key=lambda id: (id not in most, -first[id], *(other[id] for other in others)))


def _places(state: State, ids: list[str], counts: Tally) -> dict[str, int]:
    """Places by the first ballot; ties share one (1, 2, 2, 4)."""
    first = counts.dots[next(iter(state.ballots))]
    return {id: 1 + sum(first[other] > first[id] for other in ids) for id in ids}


def _divided(ids: list[str], counts: Tally) -> list[str]:
    """Items that two ballots pull at about equally: worth a talk."""
    if len(counts.dots) != 2:
        return []
    one, two = counts.dots.values()
    return [id for id in ids if min(one[id], two[id]) >= MANY and abs(one[id] - two[id]) <= NEAR]


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine, put = counted(state, cards, pid), Counter(dot.ballot for dot in state.dots.get(pid, ()))
    said = {} if state.config.because == "none" else {"reasons": reasons.own(cards, state.reasons, pid)}
    return {"ballots": {id: {"left": state.ballots[id].dots - on.total(), "items": dict(on), "over": put[id] - on.total()} for id, on in mine.items()}, **said}


def result(state: State, cards: Cards) -> Table:
    counts = tally(state, cards)
    shown, kept, groups = _best_first(state, cards, counts), _kept(state, cards), counts.split(state.config.split_by)
    rest = [id for id in cards.tops(state.items) if id not in shown]
    rows = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id), "place": items.place(cards, id), "n": cards.face(id)["n"],
             "dots": {ballot: on[id] for ballot, on in counts.dots.items()}, "people": {ballot: on[id] for ballot, on in counts.people.items()},
             "kept": id in kept, "reasons": reasons.texts(cards, counts.reasons.get(id, [])), **_apart(counts, groups, id)} for id in [*shown, *rest]]
    facts = {"people": counts.voted, "answers": counts.answers, "ballots": to_builtins(list(state.ballots.values())), "divided": _divided(shown, counts)}
    return Table("vote", rows, {**facts, **_split(state, counts, groups, "console")})
