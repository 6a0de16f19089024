"""One to three closing questions, or the step's own prompt as the one question. A question is a field and an answer a card.

What the room sees is the script's choice: nothing at all, quotes the facilitator approved, or one agreed sentence per table or room.
An agreed sentence is one card that everybody there writes on; what arrived last stands.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sessions import Refused
from sessions.boards import collect
from sessions.cards import TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST = False, "at once", None
FROM_PEOPLE, FROM_CONSOLE = {"add", "move"}, {"add", "move"}


class Config(Struct, forbid_unknown_fields=True):
    questions: Annotated[list[Annotated[str, Meta(min_length=1, max_length=160)]], Meta(max_length=3)] = field(default_factory=list)
    show: Literal["nothing", "quotes", "sentence"] = "quotes"
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 200

    @property
    def max_cards(self) -> int:
        """One answer per question."""
        return len(self.questions) or 1

    @property
    def moderate(self) -> bool:
        """Quotes wait for the facilitator, whatever the step says."""
        return self.show == "quotes"


class State(collect.State):
    def __init__(self, config: Config):
        fields = [{"id": f"q{n}", "name": name, "question": ""} for n, name in enumerate(config.questions or [""], 1)]
        super().__init__(config, {"fields": fields, "show": config.show, "because": "none", "tags": [], "use": "cards", "max_cards": config.max_cards, "max_chars": config.max_chars})

    @property
    def unread(self) -> bool:
        """Nobody in the room gets to see what was written."""
        return self.config.show == "nothing"


class Add(Shape):
    card: NewId
    text: str
    field: str | None = None


class Move(Shape):
    card: Id
    field: str


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "add":
            return _check_add(state, cards, who, read(op, Add))
        case "move":
            want = read(op, Move)
            if not who.leads:
                raise Refused("not_allowed")  # an answer stays with its question
            return collect.move(state, cards, who, want.card, {"field": _field(state, want.field)})
    raise Refused("unknown_op")


def _check_add(state: State, cards: Cards, who: Person, want: Add) -> dict:
    field = _field(state, want.field)
    if state.config.show == "sentence":
        return _check_sentence(state, cards, who, want, field)
    mine = {card.place["field"] for card in cards.by(who.pid) if card.id in state.cards}
    if who.leads:
        return collect.new(state, cards, who, want, {"field": field})
    if field in mine:
        raise Refused("too_many_cards")
    return {**collect.new(state, cards, who, want, {"field": field}), "done": mine | {field} == set(_fields(state))}


def _check_sentence(state: State, cards: Cards, who: Person, want: Add, field: str) -> dict:
    """The first who writes makes the card; who writes after that writes on it."""
    here = [id for id in state.cards if (cards[id].place["field"], cards[id].place.get("table")) == (field, who.table) and cards[id].state != "removed"]
    if not here:
        return collect.new(state, cards, who, want, {"field": field})
    text, before = line(want.text, state.config.max_chars), cards[here[0]].text
    return {"do": "edit", "card": here[0], "text": text, **({"back": {"do": "edit", "card": here[0], "text": before}} if who.leads else {})}


def _field(state: State, field: str | None) -> str:
    fields = _fields(state)
    if (field or fields[0]) not in fields:
        raise Refused("no_such_place")
    return field or fields[0]


def _fields(state: State) -> list[str]:
    return [field["id"] for field in state.face["fields"]]


apply = collect.apply


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    """What nobody in the room may read stays off phones and screen; the facilitator reads what was kept of it."""
    parts = collect.view(state, cards, audience, "field", _fields(state))
    if not state.unread:
        return parts
    readable = {id for id in state.cards if audience == "console" and cards[id].text is not None}
    return {key: part for key, part in parts.items() if key not in cards or key in readable or cards[key].parts}


own = collect.own


def result(state: State, cards: Cards) -> Table:
    table = collect.result("reflect", state, cards)
    facts = {**table.facts, "show": state.config.show, "written": {field: sum(cards[id].place["field"] == field for id in cards.tops(state.cards)) for field in _fields(state)}}
    return Table("reflect", [] if state.unread else table.rows, facts)
