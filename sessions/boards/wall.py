"""A wall of cards in fields, each with its reason ("want ...") where the script asks for one."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, to_builtins

from sessions import Refused
from sessions.boards import collect
from sessions.cards import TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = False, "at once", None


class Field(Struct, forbid_unknown_fields=True):
    """One column: `name` on the screen, `question` helps who writes, `example` stands in the empty place."""

    id: Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    question: Annotated[str, Meta(max_length=160)] = ""


class Config(Struct, forbid_unknown_fields=True):
    fields: Annotated[list[Field], Meta(min_length=1, max_length=6)]
    because: Literal["none", "optional", "required"] = "none"
    max_cards: Annotated[int, Meta(ge=1, le=50)] | None = 6
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 80

    def __post_init__(self) -> None:
        if len({field.id for field in self.fields}) < len(self.fields):
            raise ValueError("fields: id")


class Add(Shape):
    card: NewId
    text: str
    field: str | None = None
    because: str | None = None


class Move(Shape):
    card: Id
    field: str


def start(config: Config) -> collect.State:
    return collect.State(config, to_builtins(config))


def check(state: collect.State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "add":
            want = read(op, Add)
            return collect.new(state, cards, who, want, _place(state, want.field or _fields(state)[0]))
        case "move":
            want = read(op, Move)
            return collect.move(state, cards, who, want.card, _place(state, want.field))
    raise Refused("unknown_op")


def _place(state: collect.State, field: str) -> dict:
    if field not in _fields(state):
        raise Refused("no_such_place")
    return {"field": field}


def _fields(state: collect.State) -> list[str]:
    return [field.id for field in state.config.fields]


apply = collect.apply


def view(state: collect.State, cards: Cards, audience: str, shown: bool) -> dict:
    return collect.view(state, cards, audience, "field", _fields(state))


own = collect.own


def result(state: collect.State, cards: Cards) -> Table:
    return collect.result("wall", state, cards)
