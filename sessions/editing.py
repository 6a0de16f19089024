"""What may be done to a card: by its writer edit and remove, by the facilitator the rest. Each check gives the clean op with `back`, the op that takes it back.

`restore`, `alike` and `hold` exist only as such a `back`.
"""

from collections.abc import Container, Iterable
from typing import Annotated

from msgspec import Meta

from sessions import Refused
from sessions.cards import BECAUSE, PER_PERSON, PER_SESSION, TEXT, Card, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, line, read


class Edit(Shape):
    card: Id
    text: str | None = None
    because: str | None = None


class One(Shape):
    card: Id


class Aside(Shape):
    card: Id
    because: str | None = None


class Merge(Shape):
    cards: list[Id]
    into: NewId
    text: str | None = None


class Unmerge(Shape):
    card: Id | None = None
    cards: list[Id] | None = None
    text: str | None = None  # the name the cluster goes back to


class Apart(Shape):
    cards: Annotated[list[Id], Meta(min_length=2, max_length=20)]


class Waiting(Shape):
    cards: Annotated[list[Id], Meta(min_length=1, max_length=500)]


class Bring(Shape):
    card: NewId
    text: str


SHAPES = {"edit": Edit, "remove": One, "restore": One, "hide": One, "show": One, "aside": Aside,
          "merge": Merge, "unmerge": Unmerge, "apart": Apart, "alike": Apart, "release": Waiting, "hold": Waiting}
OWN = {"edit", "remove"}  # what a writer may do to a card of their own
BACK = {"hidden": "hide", "shown": "show", "aside": "aside", "held": "hide"}


def check(cards: Cards, who: Person, op: dict, chars: int) -> dict:
    """The clean op of one of SHAPES; `chars` is how long a text may be on this board."""
    do = op["do"]
    want = read(op, SHAPES[do])
    match do:
        case "edit":
            return _check_edit(cards, who, want, chars)
        case "merge":
            return _check_merge(cards, want)
        case "unmerge":
            return _check_unmerge(cards, want)
        case "apart" | "alike":
            _known(cards, want.cards)
            return {"cards": list(want.cards), "back": {"do": "alike" if do == "apart" else "apart", "cards": list(want.cards)}}
        case "restore":
            return _check_restore(cards, want.card)
        case "release" | "hold":
            return _check_release(cards, do, want.cards)
    card = _may(cards, who, want.card)
    clean = {"card": card.id}
    if do == "aside" and want.because:
        clean["because"] = line(want.because, BECAUSE)
    if who.leads:
        clean["back"] = {"do": "restore" if do == "remove" else BACK[card.state], "card": card.id}
        if card.why and do != "remove":
            clean["back"]["because"] = card.why
    return clean


def check_new(cards: Cards, who: Person, card: str, among: Container[str], most: int | None) -> None:
    """Room for one more card with a fresh id; the facilitator writes for people without a phone, so has no cap."""
    if card in cards:
        raise Refused("id_taken")
    if len(cards) >= PER_SESSION:
        raise Refused("session_full")
    if who.leads:
        return
    mine = [one.id in among for one in cards.by(who.pid) if not one.is_reason]
    if len(mine) >= PER_PERSON or (most is not None and sum(mine) >= most):
        raise Refused("too_many_cards")


def check_bring(cards: Cards, who: Person, op: dict) -> dict:
    """A card that the facilitator writes on the carry sheet."""
    want = read(op, Bring)
    check_new(cards, who, want.card, (), None)
    return {"card": want.card, "text": line(want.text, TEXT), "place": {}, "back": {"do": "remove", "card": want.card}}


def check_move(cards: Cards, who: Person, id: str, place: dict) -> dict:
    """`place` is what changes of where it lies; None takes that off."""
    card = _may(cards, who, id)
    return {"card": id, "place": place, "back": {"do": "move", "card": id, **{key: card.place.get(key) for key in place}}}


def _check_edit(cards: Cards, who: Person, want: Edit, chars: int) -> dict:
    card = _may(cards, who, want.card)
    clean: dict = {"card": card.id, "back": {"do": "edit", "card": card.id}}
    if want.text is None and want.because is None:
        raise Refused("empty")
    if want.text is not None:
        clean["text"], clean["back"]["text"] = line(want.text, chars), card.text
    if want.because is not None:
        clean["because"], clean["back"]["because"] = line(want.because, BECAUSE), card.because
    return clean


def _check_merge(cards: Cards, want: Merge) -> dict:
    _known(cards, want.cards)
    into = cards.get(want.into)
    if into is not None and into.parts is None:
        raise Refused("id_taken")
    if into is not None and into.into and cards.top(into.id) in map(cards.top, want.cards):
        raise Refused("no_such_card")  # a cluster cannot be in itself
    tops = [id for id in dict.fromkeys(map(cards.top, want.cards)) if id != want.into]
    if len(tops) < (1 if into is not None and into.parts else 2):
        raise Refused("too_few_cards")
    levels = {tuple(cards[id].place.get(key) for key in ("level", "field", "wish")) for id in [*tops, *([want.into] if into and into.parts else [])]}
    if len(levels) > 1:
        raise Refused("other_place")
    text = line(want.text, TEXT) if want.text else into.text if into else min((cards[id].text or "" for id in tops), key=len)
    clean = {"cards": tops, "into": want.into, "text": text, "back": {"do": "unmerge", "cards": tops}}
    if into is not None and into.parts:
        clean["back"] = {"do": "unmerge", "cards": tops, "text": into.text}
    return clean


def _check_unmerge(cards: Cards, want: Unmerge) -> dict:
    ids = want.cards or ([want.card] if want.card else [])
    _known(cards, ids)
    clusters = {cards[id].into for id in ids}
    if not ids or len(clusters) != 1 or clusters == {None}:
        raise Refused("no_such_card")
    (into,) = clusters
    out = list(dict.fromkeys(ids))
    rest = [part for part in cards[into].parts or () if part not in out]
    gone = out if len(rest) > 1 or cards[into].into else out + rest  # below two cards a cluster falls apart, unless it is in another one
    name = {"text": line(want.text, TEXT)} if want.text else {}
    return {"cards": out, "into": into, **name, "back": {"do": "merge", "cards": gone, "into": into, "text": cards[into].text}}


def _check_release(cards: Cards, do: str, ids: list[str]) -> dict:
    """Lets cards that wait for the facilitator into the room, as many at once as there are."""
    at = {"release": "held", "hold": "shown"}[do]
    if any(id not in cards or cards[id].state != at for id in ids):
        raise Refused("no_such_card")
    return {"cards": list(dict.fromkeys(ids)), "back": {"do": "hold" if do == "release" else "release", "cards": list(ids)}}


def _check_restore(cards: Cards, id: str) -> dict:
    card = cards.get(id)
    if card is None or card.state != "removed" or card.text is None:
        raise Refused("no_such_card")
    return {"card": id, "back": {"do": "remove", "card": id}}


def _may(cards: Cards, who: Person, id: str) -> Card:
    card = cards.get(id)
    if card is None or card.state == "removed" or card.heir:
        raise Refused("no_such_card")
    if not who.leads and card.by != who.pid:
        raise Refused("not_yours")
    return card


def _known(cards: Cards, ids: Iterable[str]) -> None:
    if any(id not in cards or cards[id].state == "removed" for id in ids):
        raise Refused("no_such_card")
