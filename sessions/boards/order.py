"""Everybody puts the same items in order, or in buckets; hidden until revealed. Means, spread and agreement come from `lists.py` and `buckets.py`.

An answer key is for exercises: the room sees it when the facilitator shows it, after the group has seen what it said itself.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field, to_builtins

from sessions import Refused
from sessions.boards import buckets, items, lists
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 12
FROM_PEOPLE, FROM_CONSOLE = {"rank", "place"}, {"items", "tally", "key"}
Name = Annotated[str, Meta(min_length=1, max_length=40)]


class Config(Struct, forbid_unknown_fields=True):
    """`buckets` are for mode bucket. `key` is the right order of the script's own `items`. With `per` table the lists of the tables are shown side by side."""

    mode: Literal["rank", "bucket"] = "rank"
    items: Texts = field(default_factory=list)
    buckets: Annotated[list[Name], Meta(max_length=5)] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    per: Literal["room", "table"] = "room"

    def __post_init__(self) -> None:
        if (self.mode == "bucket") != (len(self.buckets) > 1):
            raise ValueError("buckets: mode")
        if len(set(self.buckets)) < len(self.buckets):
            raise ValueError("buckets: name")
        if self.mode == "bucket" and (self.key or self.per == "table"):
            raise ValueError(f"{'key' if self.key else 'per'}: mode")
        if self.key and sorted(self.key) != sorted(self.items):
            raise ValueError("key: items")


class State:
    def __init__(self, config: Config):
        self.config = config
        self.face = _face(config)
        self.items: list[str] = []
        self.known: list[str] = []  # also what was dropped since: a list on its way may still name it, and the key still counts it
        self.lists = lists.Lists()
        self.placed = buckets.Placed()
        self.key_shown = False
        self.outcome: tuple[int, list[dict], dict] | None = None  # worked out at a version of the cards; None once the lists change

    @property
    def sorts(self) -> bool:
        """Whether the result says in which place an item lies."""
        return self.config.mode == "bucket"


def _face(config: Config) -> dict:
    """The settings as everybody may see them: without the key."""
    face = to_builtins(config)
    del face["key"]
    return {**face, "buckets": [{"id": f"b{n}", "name": name} for n, name in enumerate(config.buckets, 1)]}


class Rank(Shape):
    items: list[Id]


class Place(Shape):
    item: Id
    bucket: str


class ListsOnPaper(Shape):
    items: list[Id]
    n: Annotated[int, Meta(ge=-50, le=50)]


class PlacedOnPaper(Shape):
    item: Id
    bucket: str
    n: Annotated[int, Meta(ge=-50, le=50)]


class Key(Shape):
    show: bool


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "rank" if not state.sorts:
            return {**_list(state, cards, read(op, Rank).items), "done": True, **who.stamp}
        case "place" if state.sorts:
            return _check_place(state, cards, who, read(op, Place))
        case "tally" if state.sorts:
            return _check_placed_on_paper(state, cards, read(op, PlacedOnPaper))
        case "tally":
            return _check_lists_on_paper(state, cards, read(op, ListsOnPaper))
        case "key":
            return _check_key(state, read(op, Key))
        case "items":
            return items.check(state.items, cards, op, MOST)
    raise Refused("unknown_op")


def _list(state: State, cards: Cards, ids: list[str]) -> dict:
    if not ids or len(set(ids)) < len(ids):
        raise Refused("not_a_list")
    if not all(_is_known(state, cards, id) for id in ids):
        raise Refused("no_such_item")
    return {"items": ids}


def _check_place(state: State, cards: Cards, who: Person, want: Place) -> dict:
    _check_spot(state, cards, want)
    placed = {*state.placed.of(cards, who.pid), cards.top(want.item)}
    done = {"done": True} if placed >= set(cards.shown(state.items)) else {}
    return {"item": want.item, "bucket": want.bucket, **done, **who.stamp}


def _check_spot(state: State, cards: Cards, want: Place | PlacedOnPaper) -> None:
    if not _is_known(state, cards, want.item):
        raise Refused("no_such_item")
    if want.bucket not in _buckets(state):
        raise Refused("no_such_place")


def _check_placed_on_paper(state: State, cards: Cards, want: PlacedOnPaper) -> dict:
    """People come off where they were put: a card of a bundle keeps its own."""
    _check_spot(state, cards, want)
    top, paper = cards.top(want.item), state.placed.paper
    there = [want.item, *(item for item in paper if cards.top(item) == top)]
    item = next((item for item in there if paper.get(item, {}).get(want.bucket, 0) + want.n >= 0), None)
    _check_number(want.n, item is not None)
    return {"item": item, "bucket": want.bucket, "n": want.n, "back": {"do": "tally", "item": item, "bucket": want.bucket, "n": -want.n}}


def _check_lists_on_paper(state: State, cards: Cards, want: ListsOnPaper) -> dict:
    clean = _list(state, cards, want.items)
    _check_number(want.n, state.lists.paper[tuple(want.items)] + want.n >= 0)
    return {**clean, "n": want.n, "back": {"do": "tally", "items": want.items, "n": -want.n}}


def _check_number(n: int, stays: bool) -> None:
    if not n:
        raise Refused("bad_request")
    if not stays:
        raise Refused("empty")


def _check_key(state: State, want: Key) -> dict:
    if not state.config.key:
        raise Refused("bad_request")
    return {"show": want.show, "back": {"do": "key", "show": state.key_shown}}


def _is_known(state: State, cards: Cards, id: str) -> bool:
    return id in cards and cards.top(id) in {cards.top(known) for known in state.known}


def _buckets(state: State) -> list[str]:
    return [bucket["id"] for bucket in state.face["buckets"]]


def apply(state: State, entry: dict) -> None:
    state.outcome = None
    match entry["do"]:
        case "rank":
            state.lists.put(entry["by"], entry["items"], entry.get("weight", 1), entry.get("table"))
        case "place":
            state.placed.put(entry["by"], entry["item"], entry["bucket"], entry.get("weight", 1), entry.get("table"))
        case "tally" if "items" in entry:
            state.lists.paper[tuple(entry["items"])] += entry["n"]
        case "tally":
            state.placed.paper[entry["item"]][entry["bucket"]] += entry["n"]
        case "key":
            state.key_shown = entry["show"]
        case "items":
            state.items = entry["items"]
            state.known = list(dict.fromkeys([*state.known, *entry["items"]]))


def _outcome(state: State, cards: Cards) -> tuple[list[dict], dict]:
    """Rows {item, ...}, best first, and what they say together; kept, because every view of a revealed order asks for it."""
    if state.outcome is None or state.outcome[0] != cards.version:
        shown = cards.shown(state.items)
        found = buckets.outcome(state.placed, cards, shown, _buckets(state)) if state.sorts else lists.outcome(state.lists, cards, shown, _key(state, cards))
        state.outcome = (cards.version, *found)
    return state.outcome[1:]


def _key(state: State, cards: Cards) -> dict[str, int]:
    """The place of each shown item in the answer key, once that is shown. The script's own items stand first among the known."""
    if not state.key_shown:
        return {}
    named, shown = dict(zip(state.config.items, state.known, strict=False)), cards.shown(state.items)
    tops = lists.tops(cards, [named[text] for text in state.config.key if text in named])
    return {id: place for place, id in enumerate((id for id in tops if id in shown), 1)}


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    if audience == "console":
        parts |= _console(state, cards, parts)
    if not shown:
        return parts
    rows, together = _outcome(state, cards)
    for row in rows:
        parts[row["item"]] = {**parts[row["item"]], **_figures(row)}
    parts["ranking"] = {"ids": [row["item"] for row in rows], **together, "key": state.key_shown}
    if state.config.per == "table" and audience != "phone":
        parts["tables"] = state.lists.per_table(cards, cards.shown(state.items))
    return parts


def _console(state: State, cards: Cards, parts: dict) -> dict:
    """What only the facilitator has: whether there is a key, and who is on paper."""
    paper = {id: {**parts[id], "paper": dict(on)} for id, on in state.placed.on_paper(cards).items() if id in parts}
    return {**paper, **({"key": {"shown": state.key_shown}} if state.config.key else {})}


def _figures(row: dict) -> dict:
    return {key: value for key, value in row.items() if key != "item"}


def own(state: State, cards: Cards, pid: str | None) -> dict:
    if state.sorts:
        return {"placed": state.placed.of(cards, pid)}
    mine = state.lists.mine.get(pid)
    return {"rank": mine and lists.tops(cards, mine)}


def result(state: State, cards: Cards) -> Table:
    rows, together = _outcome(state, cards)
    shown = [{"id": row["item"], "text": cards.face(row["item"])["text"], "state": "shown", **_figures(row)} for row in rows]
    rest = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id)} for id in cards.tops(state.items) if cards.state(id) != "shown"]
    facts = {"mode": state.config.mode, **together, "answers": together.get("answers", together.get("lists")), "key": state.key_shown}
    if state.sorts:
        facts["buckets"] = state.face["buckets"]
    if state.config.per == "table":
        facts["tables"] = state.lists.per_table(cards, cards.shown(state.items))
    return Table("order", [*shown, *rest], facts)
