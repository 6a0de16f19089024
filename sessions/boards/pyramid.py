"""The ondersteuningspiramide: people write what they do already and put it on the level where it belongs.

Levels are levels of support, not kinds of pupils; more cards on a level is not better. So: counts, no score and no share.
A wish is not there yet and is in no count. With mode "place" everybody puts the same cards on a level instead: see placing.py.
"""

import re
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field, to_builtins

from sessions import Refused, editing
from sessions.boards import collect, items, placing
from sessions.boards.items import Texts
from sessions.boards.levels import LEVELS, LOOK, PUPILS, STAFF, STRANDS, examples
from sessions.cards import PER_SESSION, TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = {"collect": False, "place": True}, {"collect": "at once", "place": "by hand"}, {"collect": None, "place": 30}
FROM_PEOPLE, FROM_CONSOLE = {"add", "move", "place"}, {"add", "move", "lower", "tally", "items"}
Level = Literal["foundation", "base", "extra", "intensive"]
Strand = Literal["welbevinden", "leren", "beide"]


class Config(Struct, forbid_unknown_fields=True):
    """`items` is for mode "place", where no earlier step gives them. `tags` say for whom a card is, `look` are the questions to look by; `pupils` is what this house calls them."""

    mode: Literal["collect", "place"] = "collect"
    items: Texts = field(default_factory=list)
    strands: Annotated[list[Strand], Meta(min_length=1, max_length=3)] = field(default_factory=lambda: ["welbevinden", "leren", "beide"])
    max_cards: Annotated[int, Meta(ge=1, le=50)] | None = 6
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 80
    allow_wish: bool = False
    tags: Annotated[list[Annotated[str, Meta(min_length=1, max_length=30)]], Meta(max_length=6)] = field(default_factory=list)
    examples: bool = False
    look: Annotated[list[Annotated[str, Meta(min_length=1, max_length=80)]], Meta(max_length=8)] = field(default_factory=lambda: list(LOOK))
    pupils: Annotated[str, Meta(min_length=1, max_length=40)] = "leerlingen"

    def __post_init__(self) -> None:
        if self.mode == "collect" and self.items:
            raise ValueError("items: mode")
        for key in ("allow_wish", "tags", "examples"):
            if self.mode == "place" and getattr(self, key):
                raise ValueError(f"{key}: mode")
        if len({_slug(tag) for tag in self.tags} - {""}) < len(self.tags):
            raise ValueError("tags: tags")


class State(collect.State):
    """`items` came along from an earlier step and lie among the cards that are written here."""

    def __init__(self, config: Config, face: dict):
        super().__init__(config, face)
        self.items: list[str] = []

    @property
    def everything(self) -> dict[str, None]:
        return {**dict.fromkeys(self.items), **self.cards}


class Add(Shape):
    card: NewId
    text: str
    level: Level
    strand: Strand | None = None
    because: str | None = None
    wish: bool = False
    tag: Id | None = None


class Move(Shape):
    """Only what is named changes; None takes it off."""

    card: Id
    level: Level | None | UnsetType = UNSET
    strand: Strand | None | UnsetType = UNSET
    wish: bool | None | UnsetType = UNSET
    tag: Id | None | UnsetType = UNSET


class Lower(Shape, rename={"as_": "as"}):
    card: Id
    to: Level
    as_: NewId


def start(config: Config) -> Any:
    face = {
        **{key: value for key, value in to_builtins(config).items() if key not in ("items", "examples")},
        "look": [_in_words(question, config) for question in config.look],
        "levels": [{"id": id, **level, "whom": _in_words(level["whom"], config)} for id, level in LEVELS.items()],
        "strands": [{"id": id, **STRANDS[id]} for id in config.strands],
        "letters": [{"id": id, **strand} for id, strand in STRANDS.items()],
        "tags": [{"id": _slug(name), "name": name} for name in config.tags],
    }
    if config.mode == "place":
        return placing.State(config, face)
    return State(config, {**face, "examples": examples() if config.examples else None, "about_pupils": PUPILS})


def _in_words(text: str, config: Config) -> str:
    return text.replace("{leerlingen}", config.pupils)


def check(state: Any, cards: Cards, who: Person, op: dict) -> dict:
    if op["do"] == "items":
        return items.check(state.items, cards, op, MOST[state.config.mode] or PER_SESSION)
    if state.config.mode == "place":
        return placing.check(state, cards, who, op)
    match op["do"]:
        case "add":
            return _check_add(state, cards, who, read(op, Add))
        case "move":
            return _check_move(state, cards, who, read(op, Move))
        case "lower":
            return _check_lower(state, cards, who, read(op, Lower))
    raise Refused("unknown_op")


def _check_add(state: State, cards: Cards, who: Person, want: Add) -> dict:
    place = {"level": want.level, "strand": want.strand or state.config.strands[0], "wish": want.wish or None, "tag": want.tag}
    return collect.new(state, cards, who, want, {key: value for key, value in _may_lie(state, who, place).items() if value is not None})


def _check_move(state: State, cards: Cards, who: Person, want: Move) -> dict:
    named = {key: value for key in ("level", "strand", "wish", "tag") if (value := getattr(want, key)) is not UNSET}
    if not named:
        raise Refused("bad_request")
    if "wish" in named:
        named["wish"] = named["wish"] or None
    return collect.move(state, cards, who, want.card, _may_lie(state, who, named))


def _may_lie(state: State, who: Person, place: dict) -> dict:
    config = state.config
    if place.get("strand") not in (None, *(STRANDS if who.leads else config.strands)) or (not who.leads and place.get("level", "") is None):
        raise Refused("no_such_place")
    if place.get("wish") and not (config.allow_wish or who.leads):
        raise Refused("no_wishes")
    if place.get("tag") not in (None, *(tag["id"] for tag in state.face["tags"])):
        raise Refused("no_such_tag")
    return place


def _check_lower(state: State, cards: Cards, who: Person, want: Lower) -> dict:
    """A part of it for more pupils: a new card, linked to the one it comes from, which stays. It is not there yet, so it is a wish."""
    if want.card not in cards or cards.top(want.card) != want.card or not any(leaf.id in state.everything for leaf, _ in cards.leaves(want.card)):
        raise Refused("no_such_card")
    origin = cards[want.card].place
    if "level" not in origin or LEVELS[want.to]["number"] >= LEVELS[origin["level"]]["number"]:
        raise Refused("not_lower")
    if want.to == "foundation":
        raise Refused("staff_level")
    editing.check_new(cards, who, want.as_, state.cards, None)
    place = {**{key: value for key, value in origin.items() if key != "table"}, "level": want.to, "wish": True, "lowers": want.card}
    return {"card": want.as_, "lowers": want.card, "text": cards.name(want.card), "place": place, "back": {"do": "remove", "card": want.as_}}


def apply(state: Any, entry: dict) -> None:
    if state.config.mode == "place":
        placing.apply(state, entry)
    elif entry["do"] == "items":
        state.items = entry["items"]
    else:
        collect.apply(state, entry)


def view(state: Any, cards: Cards, audience: str, shown: bool) -> dict:
    if state.config.mode == "place":
        return placing.view(state, cards, audience, shown)
    parts = collect.view(state, cards, audience, "level", LEVELS)
    if audience != "phone" and state.config.tags:
        parts["gaps"] = _gaps(state, cards)
    return {id: _linked(part, cards) for id, part in parts.items()}


def _linked(part: dict, cards: Cards) -> dict:
    """With the card it came down from as that shows now: it may be in a bundle."""
    if "lowers" not in part or (origin := cards.top(part["lowers"])) == part["lowers"]:
        return part
    return {**part, "lowers": origin}


def _gaps(state: State, cards: Cards) -> dict[str, list[str]]:
    """Per level the tags that no card there has; wishes do not fill a place. The foundation is about the team, the other levels are about pupils."""
    found = {(leaf.place.get("level"), leaf.place.get("tag")) for id in cards.tops(state.everything) for leaf in cards.shown_leaves(id) if not leaf.place.get("wish")}
    return {level: [tag["id"] for tag in state.face["tags"] if _is_staff(tag["name"]) == (level == "foundation") and (level, tag["id"]) not in found] for level in LEVELS}


def _is_staff(name: str) -> bool:
    return any(word in STAFF for word in name.lower().split())


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _for_whom(state: State, cards: Cards) -> dict:
    return {"gaps": _gaps(state, cards), "tags": {tag["id"]: tag["name"] for tag in state.face["tags"]}} if state.config.tags else {}


def last(then: Table, state: Any, cards: Cards, audience: str) -> dict | None:
    """Per level what an earlier pyramid had, the most mentioned first; wishes are not there yet. None for placing: that is another exercise."""
    if state.config.mode == "place":
        return None
    if audience == "phone":
        return {}
    rows = sorted((row for row in then.rows if not row.get("wish")), key=lambda row: -row.get("n", 1))
    return {"levels": {level: [{key: row[key] for key in ("text", "n", "strand") if row.get(key)} for row in rows if row.get("level") == level] for level in LEVELS}}


def own(state: Any, cards: Cards, pid: str | None) -> dict:
    return (placing if state.config.mode == "place" else collect).own(state, cards, pid)


def result(state: Any, cards: Cards) -> Table:
    if state.config.mode == "place":
        return placing.result(state, cards)
    table = collect.result("pyramid", state, cards)
    return Table("pyramid", [_linked(row, cards) for row in table.rows], {**table.facts, **_for_whom(state, cards)})
