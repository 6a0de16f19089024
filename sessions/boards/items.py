"""What the boards that work on carried items share: the list of items, which may grow and shrink without forgetting work."""

from typing import Annotated

from msgspec import Meta

from sessions import Refused
from sessions.cards import TEXT, Cards
from sessions.shapes import Id, Shape, read

Texts = Annotated[list[Annotated[str, Meta(min_length=1, max_length=TEXT)]], Meta(max_length=60)]  # a kind's own `items`: the script's words become cards


class Items(Shape):
    add: list[Id] = []
    drop: list[Id] = []


def check(items: list[str], cards: Cards, op: dict, most: int, least: int = 1) -> dict:
    """The console's `items {add, drop}` as the whole new list, with the op that takes it back."""
    want = read(op, Items)
    if any(id not in cards or cards.state(cards.top(id)) == "removed" for id in want.add):
        raise Refused("no_such_card")
    dropped = {id for id in items if cards.top(id) in {cards.top(drop) for drop in want.drop if drop in cards}}
    now = [id for id in dict.fromkeys([*items, *want.add]) if id not in dropped]
    if len(now) < least:
        raise Refused("no_items")
    if len(cards.tops(now)) > most:
        raise Refused("too_many_items")
    gone, new = [id for id in items if id not in now], [id for id in now if id not in items]
    return {"items": now, "back": {"do": "items", "add": gone, "drop": new}}


def faces(ids: list[str], cards: Cards, audience: str) -> dict[str, dict]:
    """A part per item with its position `i`; the console also gets what is hidden and what is in a cluster."""
    if audience != "console":
        return {id: {**cards.face(id), "i": i} for i, id in enumerate(cards.shown(ids))}
    parts = cards.console_parts(ids)
    return {**parts, **{id: {**parts[id], "i": i} for i, id in enumerate(cards.tops(ids))}}


def place(cards: Cards, id: str) -> str | None:
    """The level or field an item came from."""
    origin = cards[id].place
    return origin.get("level") or origin.get("field")
