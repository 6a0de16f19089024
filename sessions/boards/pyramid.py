"""The ondersteuningspiramide: people write what they do already and put it on the level where it belongs.

Levels are levels of support, not kinds of pupils; more cards on a level is not better. So: counts, no score and no share.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field, to_builtins

from sessions import Refused
from sessions.boards import collect
from sessions.cards import TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = False, "at once", None
FROM_PEOPLE, FROM_CONSOLE = {"add", "move"}, {"add", "move"}
Level = Literal["foundation", "base", "extra", "intensive"]
Strand = Literal["welbevinden", "leren", "beide"]
LEVELS = {  # from the bottom to the top: the foundation carries the rest
    "foundation": {"number": 1, "name": "Fundament", "whom": "ons eigen team", "question": "Zorgen we goed voor ons eigen team, en leren we van elkaar?"},
    "base": {"number": 2, "name": "Sterke basis", "whom": "voor alle leerlingen", "question": "Wat bieden we iedereen?"},
    "extra": {"number": 3, "name": "Extra", "whom": "voor een kleine groep", "question": "Wat bieden we groepjes extra?"},
    "intensive": {"number": 4, "name": "Intensief", "whom": "voor enkelen", "question": "Wat bieden we een enkeling, binnen of buiten school?"},
}
STRANDS = {"welbevinden": {"name": "Welbevinden", "letter": "W"}, "leren": {"name": "Leren", "letter": "L"}, "beide": {"name": "Beide", "letter": "W+L"}}


class Config(Struct, forbid_unknown_fields=True):
    mode: Literal["collect"] = "collect"
    strands: Annotated[list[Strand], Meta(min_length=1, max_length=3)] = field(default_factory=lambda: ["welbevinden", "leren", "beide"])
    max_cards: Annotated[int, Meta(ge=1, le=50)] | None = 6
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 80


class Add(Shape):
    card: NewId
    text: str
    level: Level
    strand: Strand | None = None
    because: str | None = None


class Move(Shape):
    card: Id
    level: Level
    strand: Strand | None = None


def start(config: Config) -> collect.State:
    face = {
        **to_builtins(config),
        "levels": [{"id": id, **level} for id, level in LEVELS.items()],
        "strands": [{"id": id, **STRANDS[id]} for id in config.strands],
    }
    return collect.State(config, face)


def check(state: collect.State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "add":
            want = read(op, Add)
            return collect.new(state, cards, who, want, _place(state.config, want))
        case "move":
            want = read(op, Move)
            strand = want.strand or (cards[want.card].place.get("strand") if want.card in cards else None)
            return collect.move(state, cards, who, want.card, {"level": want.level, "strand": strand or state.config.strands[0]})
    raise Refused("unknown_op")


def _place(config: Config, want: Add) -> dict:
    strand = want.strand or config.strands[0]
    if strand not in config.strands:
        raise Refused("no_such_place")
    return {"level": want.level, "strand": strand}


apply = collect.apply


def view(state: collect.State, cards: Cards, audience: str, shown: bool) -> dict:
    return collect.view(state, cards, audience, "level", LEVELS)


own = collect.own


def result(state: collect.State, cards: Cards) -> Table:
    return collect.result("pyramid", state, cards)
