"""The pyramid in mode "place": everybody silently puts the same cards on a level. What people put on different levels is what to talk about.

A placement stays on the card it was made for. On a bundle the newest of a person counts. The facilitator fixes a level with `move`, after the talk.
"""

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta

from sessions import Refused, editing
from sessions.boards import items
from sessions.boards.levels import LEVELS
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, read
from sessions.table import Table

Level = Literal["foundation", "base", "extra", "intensive"]


class State:
    def __init__(self, config, face: dict):
        self.config, self.face = config, face
        self.items: list[str] = []
        self.placed: dict[str, dict[str, str]] = {}  # by person: item -> level, the newest last
        self.weight: dict[str, int] = {}
        self.paper: dict[str, Counter] = {}  # by item, people without a phone
        self.fixed: set[str] = set()
        self.seen: tuple[int, set[str]] = (-1, set())  # the shown items, at a version of the cards
        self.outcome: tuple | None = None  # worked out at a version of the cards


class Place(Shape):
    item: Id
    level: Level


class Tally(Shape):
    item: Id
    level: Level
    n: Annotated[int, Meta(ge=-50, le=50)]


class Fix(Shape):
    """`fixed` False gives the card back to what people made of it: the way back of a first fix."""

    card: Id
    level: Level | None
    fixed: bool = True


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "place":
            return _check_place(state, cards, who, read(op, Place))
        case "tally":
            return _check_tally(state, cards, read(op, Tally))
        case "move":
            return _check_fix(state, cards, who, read(op, Fix))
    raise Refused("unknown_op")


def _check_place(state: State, cards: Cards, who: Person, want: Place) -> dict:
    shown = _shown(state, cards)
    _known(cards, shown, want.item)
    mine = {cards.top(item) for item in (*state.placed.get(who.pid, ()), want.item)}
    return {"item": want.item, "level": want.level, "done": shown <= mine, **who.stamp}


def _check_tally(state: State, cards: Cards, want: Tally) -> dict:
    _known(cards, _shown(state, cards), want.item)
    if want.n == 0:
        raise Refused("bad_request")
    if state.paper.get(want.item, Counter())[want.level] + want.n < 0:
        raise Refused("empty")
    said = {"item": want.item, "level": want.level}
    return {**said, "n": want.n, "back": {"do": "tally", **said, "n": -want.n}}


def _check_fix(state: State, cards: Cards, who: Person, want: Fix) -> dict:
    if not who.leads:
        raise Refused("not_allowed")
    if want.card not in cards or not any(leaf.id in state.items for leaf, _ in cards.leaves(want.card)) and want.card not in state.items:
        raise Refused("no_such_card")
    if want.level is None and want.fixed:
        raise Refused("bad_request")
    clean = editing.check_move(cards, who, want.card, {"level": want.level})
    return {**clean, "fixed": want.fixed, "back": {**clean["back"], "fixed": _is_fixed(state, cards, want.card)}}


def _shown(state: State, cards: Cards) -> set[str]:
    if state.seen[0] != cards.version:
        state.seen = (cards.version, set(cards.shown(state.items)))
    return state.seen[1]


def _known(cards: Cards, shown: set[str], item: str) -> None:
    if item not in cards or cards.top(item) not in shown:
        raise Refused("no_such_item")


def _is_fixed(state: State, cards: Cards, id: str) -> bool:
    return id in state.fixed or any(leaf.id in state.fixed for leaf, _ in cards.leaves(id))


def apply(state: State, entry: dict) -> None:
    state.outcome = None
    match entry["do"]:
        case "items":
            state.items, state.seen = entry["items"], (-1, set())
        case "place":
            mine = state.placed.setdefault(entry["by"], {})
            mine.pop(entry["item"], None)
            mine[entry["item"]] = entry["level"]
            state.weight[entry["by"]] = entry.get("weight", 1)
        case "tally":
            state.paper.setdefault(entry["item"], Counter())[entry["level"]] += entry["n"]
        case "move":
            (state.fixed.add if entry["fixed"] else state.fixed.discard)(entry["card"])


def _outcome(state: State, cards: Cards) -> tuple[list[dict], dict]:
    """A row per shown item in the order of the list, and the facts."""
    if state.outcome is None or state.outcome[0] != cards.version:
        state.outcome = (cards.version, *_work_out(state, cards))
    return state.outcome[1:]


def _work_out(state: State, cards: Cards) -> tuple[list[dict], dict]:
    levels: dict[str, Counter] = {id: Counter() for id in cards.shown(state.items)}
    people = answers = 0
    for pid, mine in state.placed.items():
        on = {top: level for item, level in mine.items() if (top := cards.top(item)) in levels}
        for top, level in on.items():
            levels[top][level] += state.weight[pid]
        people += state.weight[pid] * bool(on)
        answers += bool(on)
    paper: dict[str, Counter] = {id: Counter() for id in levels}
    for item, counts in state.paper.items():
        if (top := cards.top(item)) in paper:
            paper[top] |= counts  # who filled in two cards that are one bundle now is still one person
    on_paper = max((counts.total() for counts in paper.values()), default=0)
    rows = [_row(state, cards, id, counts + paper[id]) for id, counts in levels.items()]
    divided = sorted((row for row in rows if row["differ"]), key=lambda row: -row["spread"])
    facts = {"people": people + on_paper, "answers": answers + on_paper, "divided": [row["id"] for row in divided], "placed": sum(row["people"] > 0 for row in rows)}
    return rows, facts


def _row(state: State, cards: Cards, id: str, counts: Counter) -> dict:
    """`spread` is the variation ratio, the share that is not on the level with most (Freeman, Elementary Applied Statistics, 1965).

    The levels are names and no scale, for the foundation is about the team: so no mean and no distance.
    """
    most, people, fixed = max(counts.values(), default=0), counts.total(), _is_fixed(state, cards, id)
    differ = 0 < most < people
    level = cards[id].place.get("level") if fixed else next(iter(counts)) if most and not differ else None
    return {
        "id": id, "text": cards.face(id)["text"], "state": "shown", "level": level, "levels": {name: counts[name] for name in LEVELS},
        "people": people, "spread": round(1 - most / people, 3) if people else 0.0, "differ": differ, "fixed": fixed, "n": cards.face(id)["n"],
    }


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    """Until the reveal nothing of a level, not even the one that an earlier step gave a card."""
    parts = {id: {key: value for key, value in part.items() if key != "level"} for id, part in items.faces(state.items, cards, audience).items()}
    if not shown:
        return {**parts, "config": state.face}
    rows, facts = _outcome(state, cards)
    for row in rows:
        told = {"levels": {level: n for level, n in row["levels"].items() if n}, **{key: row[key] for key in ("level", "differ", "fixed") if row[key]}}
        parts[row["id"]] = {**parts[row["id"]], **told}
    return {**parts, "config": state.face, "placing": {key: facts[key] for key in ("people", "divided", "placed")}}


def own(state: State, cards: Cards, pid: str | None) -> dict:
    return {"placed": {cards.top(item): level for item, level in state.placed.get(pid, {}).items()}}


def result(state: State, cards: Cards) -> Table:
    rows, facts = _outcome(state, cards)
    rows = [{**row, "cards": cards.told(row["id"])} for row in rows]
    known = {row["id"] for row in rows}
    rest = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id)} for id in cards.tops(state.items) if id not in known]
    return Table("pyramid", [*rows, *rest], facts)
