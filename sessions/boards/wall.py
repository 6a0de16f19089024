"""A wall of cards in fields, each with its reason ("want ...") where the script asks for one.

What an earlier step gave is shown beside the cards, or is what every card is about (its tag, or the row it stands in), or hangs among them as it hung there.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field, to_builtins

from sessions import Refused
from sessions.boards import collect, items
from sessions.cards import PER_SESSION, TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, read
from sessions.table import Table

SECRET, OPENS, MOST = False, "at once", None
FROM_PEOPLE, FROM_CONSOLE = {"add", "move"}, {"add", "move", "items"}
GIVEN = 20  # carried items that fit beside the cards


class Field(Struct, forbid_unknown_fields=True):
    """One column: `name` on the screen, `question` helps who writes. What is written in a column that `stays` is about the wall itself: no rule takes it along to a later step."""

    id: Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    question: Annotated[str, Meta(max_length=160)] = ""
    stays: bool = False


class Data(Struct, forbid_unknown_fields=True):
    """Figures or a story to write about, a few lines; `fictional` says so wherever they stand."""

    title: Annotated[str, Meta(min_length=1, max_length=60)]
    lines: Annotated[list[Annotated[str, Meta(min_length=1, max_length=120)]], Meta(min_length=1, max_length=5)]
    fictional: bool = True


class Careful(Struct, forbid_unknown_fields=True):
    """A `word`, also with letters behind it, that screen and console underline, with what to `say` rather. The text stays as it was written."""

    word: Annotated[str, Meta(min_length=2, max_length=40)]
    say: Annotated[str, Meta(min_length=1, max_length=60)]


class Config(Struct, forbid_unknown_fields=True):
    """`tags` are names a card may carry one of; `use` says what the carried items are: cards to look at, the tag of every card, the rows of the wall, or cards
    that hang among those that are written. `examples` are shown on the phone on request, `data` stands beside the fields.
    """

    fields: Annotated[list[Field], Meta(min_length=1, max_length=6)]
    because: Literal["none", "optional", "required"] = "none"
    tags: Annotated[list[Annotated[str, Meta(min_length=1, max_length=40)]], Meta(max_length=8)] = field(default_factory=list)
    use: Literal["cards", "tags", "rows", "among"] = "cards"
    max_cards: Annotated[int, Meta(ge=1, le=50)] | None = 6
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 80
    examples: Annotated[list[Annotated[str, Meta(min_length=1, max_length=TEXT)]], Meta(max_length=12)] = field(default_factory=list)
    data: Data | None = None
    careful: Annotated[list[Careful], Meta(max_length=12)] = field(default_factory=list)

    def __post_init__(self) -> None:
        if len({field.id for field in self.fields}) < len(self.fields):
            raise ValueError("fields: id")
        if self.tags and self.about:
            raise ValueError("tags: use")
        if any(len(example) > self.max_chars for example in self.examples):
            raise ValueError("examples: max_chars")

    @property
    def about(self) -> bool:
        """Whether every card is about one of the carried items."""
        return self.use in ("tags", "rows")


class State(collect.State):
    def __init__(self, config: Config):
        tags = [{"id": f"t{n}", "name": name} for n, name in enumerate(config.tags, 1)]
        super().__init__(config, {**to_builtins(config), "tags": tags})
        self.items: list[str] = []

    @property
    def everything(self) -> dict[str, None]:
        return {**dict.fromkeys(self.items), **self.cards} if self.config.use == "among" else self.cards

    @property
    def beside(self) -> list[str]:
        """Carried items that stand apart from the cards."""
        return [] if self.config.use == "among" else self.items

    @property
    def home(self) -> str | None:
        return self.config.fields[0].id if self.config.use == "among" else None


class Add(Shape):
    card: NewId
    text: str
    field: str | None = None
    tag: Id | None = None
    because: str | None = None


class Move(Shape):
    card: Id
    field: str | None = None
    tag: Id | None = None


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "add":
            want = read(op, Add)
            return collect.new(state, cards, who, want, _place(state, cards, want.field or _fields(state)[0], want.tag))
        case "move":
            want = read(op, Move)
            now = cards[want.card].place if want.card in cards else {}
            tag = now.get("tag") if now.get("tag") in _tags(state, cards) else None  # a tag of another wall stays as it is
            return collect.move(state, cards, who, want.card, _place(state, cards, want.field or now.get("field"), want.tag or tag))
        case "items":
            return items.check(state.items, cards, op, PER_SESSION if state.config.use == "among" else GIVEN)
    raise Refused("unknown_op")


def _place(state: State, cards: Cards, field: str | None, tag: str | None) -> dict:
    if field not in _fields(state):
        raise Refused("no_such_place")
    if tag is None:
        if state.config.about and state.items:
            raise Refused("tag_needed")
        return {"field": field}
    if tag not in _tags(state, cards):
        raise Refused("no_such_tag")
    return {"field": field, "tag": tag}


def _fields(state: State) -> list[str]:
    return [field.id for field in state.config.fields]


def _tags(state: State, cards: Cards) -> list[str]:
    return cards.shown(state.items) if state.config.about else [tag["id"] for tag in state.face["tags"]]


def apply(state: State, entry: dict) -> None:
    if entry["do"] == "items":
        state.items = entry["items"]
    collect.apply(state, entry)


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    given = {id: {**part, "given": True} for id, part in items.faces(state.beside, cards, audience).items()}
    return {**given, **collect.view(state, cards, audience, "field", _fields(state))}


own = collect.own


def result(state: State, cards: Cards) -> Table:
    table = collect.result("wall", state, cards)
    names = {tag["id"]: tag["name"] for tag in state.face["tags"]} or {id: cards.name(id) for id in cards.shown(state.beside)}
    rows = [collect.at_home(row, "field", _fields(state), state.home) for row in table.rows] if state.home else table.rows
    stays = {one.id for one in state.config.fields if one.stays}
    rows = [{**row, "stays": True} if row.get("field") in stays else row for row in rows]
    return Table("wall", rows, {**table.facts, "tags": names})
