"""Why somebody chose an item: one reason per person and item, a card `on` that item. It counts as long as the choice does.

As a card it can be hidden, changed and forgotten like any other, and whoever wrote it can be sent out.
"""

from collections.abc import Container
from itertools import count

from sessions import Refused
from sessions.cards import BECAUSE, Cards
from sessions.people import Person
from sessions.shapes import line


def with_choice(asks: str, among: Container[str], cards: Cards, who: Person, op: dict, item: str) -> dict:
    """What a choice of `item` brings along: {"brings": the op on its reason} or {}. `asks`: none | optional | required."""
    said, mine = op.get("because"), of(cards, among, who.pid, item)
    if not said:
        if asks == "required" and not mine:
            raise Refused("because_needed")
        return {}
    return {"brings": written(asks, among, cards, who, {"item": item, "text": said})}


def written(asks: str, among: Container[str], cards: Cards, who: Person, op: dict) -> dict:
    """The clean op that writes, changes or takes back the reason of this person for `op["item"]`."""
    if asks == "none":
        raise Refused("bad_request")
    mine = of(cards, among, who.pid, op["item"])
    if op["text"].strip():
        text = line(op["text"], BECAUSE)
        if mine:
            return {"do": "edit", "card": mine, "text": text}
        return {"do": "add", "card": _fresh(cards), "text": text, "place": {"on": op["item"]}}
    if asks == "required":
        raise Refused("because_needed")
    if not mine:
        raise Refused("empty")
    return {"do": "remove", "card": mine}


def _fresh(cards: Cards) -> str:
    """An id that no phone knows: it would still tell whose reason and dots these are when the names are gone from the log."""
    return next(id for id in (f"why-{n:06d}" for n in count(len(cards.all))) if id not in cards)


def of(cards: Cards, among: Container[str], pid: str, item: str) -> str | None:
    """The reason that `pid` gave for what `item` shows as now; of a bundle the newest."""
    top = cards.top(item)
    mine = [card.id for card in cards.by(pid) if card.id in among and cards.top(card.place["on"]) == top]
    return mine[-1] if mine else None


def own(cards: Cards, among: Container[str], pid: str | None) -> dict[str, dict]:
    """Per item what `pid` wrote and what became of it."""
    return {cards.top(mine["on"]): {"text": mine["text"], "state": mine["state"]} for mine in cards.mine(pid, among)}


def told(cards: Cards, ids: list[str]) -> list[dict]:
    """For the facilitator: what the room may hear, and what was put away. By the letter: who came first is nobody's business."""
    given = [{"card": id, "text": cards[id].text, "state": cards[id].state} for id in ids if cards[id].state in ("shown", "hidden", "aside")]
    return sorted(given, key=lambda one: (one["text"].casefold(), one["card"]))


def texts(cards: Cards, ids: list[str]) -> list[str]:
    return [one["text"] for one in told(cards, ids) if one["state"] == "shown"]
