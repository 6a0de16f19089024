"""Everybody puts the same items in order; hidden until revealed. Means, spread and agreement come from `ranking.py`."""

from typing import Literal

from msgspec import Struct, field, to_builtins

from sessions import Refused, ranking
from sessions.boards import items
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 12
FROM_PEOPLE, FROM_CONSOLE = {"rank"}, {"items"}


class Config(Struct, forbid_unknown_fields=True):
    mode: Literal["rank"] = "rank"
    items: Texts = field(default_factory=list)


class State:
    def __init__(self, config: Config):
        self.config = config
        self.face = to_builtins(config)
        self.items: list[str] = []
        self.known: set[str] = set()  # also what was dropped since: a list on its way may still name it
        self.lists: dict[str, list[str]] = {}
        self.weight: dict[str, int] = {}
        self.outcome: tuple[int, list[dict], dict] | None = None  # worked out at a version of the cards; None once the lists change


class Rank(Shape):
    items: list[Id]


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "rank":
            return _check_rank(state, cards, who, read(op, Rank).items)
        case "items":
            return items.check(state.items, cards, op, MOST)
    raise Refused("unknown_op")


def _check_rank(state: State, cards: Cards, who: Person, ids: list[str]) -> dict:
    if not ids or len(set(ids)) < len(ids):
        raise Refused("not_a_list")
    tops = {cards.top(id) for id in state.known}
    if any(id not in cards or cards.top(id) not in tops for id in ids):
        raise Refused("no_such_item")
    return {"items": ids, "done": True, **who.stamp}


def apply(state: State, entry: dict) -> None:
    state.outcome = None
    match entry["do"]:
        case "rank":
            state.lists[entry["by"]] = entry["items"]
            state.weight[entry["by"]] = entry.get("weight", 1)
        case "items":
            state.items = entry["items"]
            state.known.update(entry["items"])


def _outcome(state: State, cards: Cards) -> tuple[list[dict], dict]:
    """Rows {item, place, mean, places, spread}, best first, and the agreement; kept, because every view of a revealed order asks for it."""
    if state.outcome is None or state.outcome[0] != cards.version:
        state.outcome = (cards.version, *_work_out(state, cards))
    return state.outcome[1:]


def _work_out(state: State, cards: Cards) -> tuple[list[dict], dict]:
    """A cluster takes the best place of its cards in each list."""
    shown = cards.shown(state.items)
    lists = [list(dict.fromkeys(cards.top(id) for id in mine)) for mine in state.lists.values()]
    asked = lists, shown, list(state.weight.values())
    places, spread = ranking.histogram(*asked), ranking.spread(*asked)
    rows = [{**row, "places": places[row["item"]], "spread": spread[row["item"]]} for row in ranking.order(*asked)]
    return rows, ranking.agreement(*asked)


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    if not shown:
        return parts
    rows, agreement = _outcome(state, cards)
    for row in rows:
        parts[row["item"]] = {**parts[row["item"]], **_figures(row)}
    return {**parts, "ranking": {"ids": [row["item"] for row in rows], **agreement}}


def _figures(row: dict) -> dict:
    return {key: value for key, value in row.items() if key != "item"}


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine = state.lists.get(pid)
    return {"rank": mine and list(dict.fromkeys(cards.top(id) for id in mine))}


def result(state: State, cards: Cards) -> Table:
    rows, agreement = _outcome(state, cards)
    shown = [{"id": row["item"], "text": cards.face(row["item"])["text"], "state": "shown", **_figures(row)} for row in rows]
    rest = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id)} for id in cards.tops(state.items) if cards.state(id) != "shown"]
    return Table("order", [*shown, *rest], {**agreement, "answers": agreement["lists"]})
