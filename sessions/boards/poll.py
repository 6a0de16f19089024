"""One or more choices per question, hidden until the facilitator reveals them; then, after the talk, the key. Required options are seats to fill.

The questions are the items of the step; without items the step's own prompt is the one question, ASKED. A choice stays with the item it was made
on, and on a bundle the newest counts. Notes are cards: the console sees them after the reveal, the screen only the one the facilitator puts up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct, field

from sessions import Refused, choices, editing, splits
from sessions.boards import items
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST, LEAST = True, "by hand", 20, 0
FROM_PEOPLE, FROM_CONSOLE = {"choose", "note"}, {"items", "tally", "right", "key"}
ASKED = "asked"  # shorter than any card id may be, so never a card
UNKNOWN = "unknown"
UNSURE = 1 / 3  # from this share who do not know, a question is worth a talk
NOTE = 140  # characters

Name = Annotated[str, Meta(min_length=1, max_length=60)]


class Config(Struct, forbid_unknown_fields=True):
    """`key` says per item, by its number from 1, which option is right; for the prompt as the one question the number is "". `required` are options somebody should choose."""

    options: Annotated[list[Name], Meta(min_length=2, max_length=20)]
    items: Texts = field(default_factory=list)
    multi: bool = False
    dont_know: bool = False
    key: dict[str, str] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    note: Annotated[str, Meta(max_length=120)] = ""
    split_by: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if len(set(self.options)) < len(self.options):
            raise ValueError("options: name")
        if not set(self.key.values()) <= set(self.options):
            raise ValueError("key: options")
        numbers = {str(n) for n in range(1, (len(self.items) or MOST) + 1)}
        if not (set(self.key) <= numbers or (set(self.key) == {""} and not self.items)):
            raise ValueError("key: items")
        if not set(self.required) <= set(self.options):
            raise ValueError("required: options")
        if self.required and self.items:
            raise ValueError("required: items")


class Choose(Shape):
    options: Annotated[list[str], Meta(max_length=21)]
    item: Id | None = None


class Note(Shape):
    text: str
    item: Id | None = None


class Tally(Shape):
    option: str
    n: Annotated[int, Meta(ge=-50, le=50)]
    item: Id | None = None


class Right(Shape):
    option: str | None
    item: Id | None = None


class Key(Shape):
    show: bool


class Count:
    """What was chosen on one question: people and answers (phones, and people on paper) per option, and the same per role."""

    def __init__(self) -> None:
        self.options: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.groups: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        self.phones: Counter[str | None] = Counter()  # answers per role
        self.people = self.paper = 0

    def add(self, options: list[str], weight: int, group: str | None) -> None:
        for option in options:
            self.options[option] += weight
            self.answers[option] += 1
            self.groups[group][option] += weight
        self.phones[group] += 1
        self.people += weight

    def on_paper(self, chosen: Counter[str], multi: bool) -> None:
        """One person on paper may be in several counts of a question with more choices: then there are at least as many as the highest."""
        n = max(chosen.values(), default=0) if multi else chosen.total()
        for option, by in chosen.items():
            self.options[option] += by
            self.answers[option] += by
            self.groups[None][option] += by
        self.phones[None] += n
        self.people += n
        self.paper = n


class Outcome(NamedTuple):
    """Per question that is shown what was chosen; how many people and answers there are in all, who is on paper where most of them answered."""

    counts: dict[str, Count]
    people: int
    answers: int


class State:
    def __init__(self, config: Config):
        self.config = config
        self.face = _face(config)
        self.items: list[str] = []
        self.known: list[str] = []  # also what was dropped since, so that a number in the key stays with its item
        self.chosen: dict[str, dict[str, list[str]]] = {}  # by person and item, the newest last
        self.weight: dict[str, int] = {}
        self.group: dict[str, str | None] = {}
        self.paper: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.notes: dict[str, None] = {}  # ids of cards
        self.right: dict[str, str | None] = {}  # what the facilitator changed in the key
        self.key_shown = False
        self.tally: tuple[int, Outcome] | None = None  # worked out at a version of the cards; None once the choices change

    @property
    def on_call(self) -> dict[str, None]:
        return self.notes


def _face(config: Config) -> dict:
    options = [{"id": f"o{n}", "name": name} for n, name in enumerate(config.options, 1)]
    required = [option["id"] for option in options if option["name"] in config.required]
    unknown = [{"id": UNKNOWN, "name": "Weet ik niet"}] if config.dont_know else []
    return {"options": [*options, *unknown], "multi": config.multi, "required": required, "note": config.note, "max_chars": NOTE}


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "choose":
            return _check_choose(state, cards, who, read(op, Choose))
        case "note":
            return _check_note(state, cards, who, op)
        case "tally":
            return _check_tally(state, cards, read(op, Tally))
        case "right":
            return _check_right(state, cards, read(op, Right))
        case "key":
            show = read(op, Key).show
            return {"show": show, "back": {"do": "key", "show": state.key_shown}}
        case "items" if state.items:
            return items.check(state.items, cards, op, MOST)
        case "items":
            raise Refused("no_items")  # the prompt is the question
    raise Refused("unknown_op")


def _check_choose(state: State, cards: Cards, who: Person, want: Choose) -> dict:
    item = _question(state, cards, want.item)
    options = [id for id in _options(state) if id in want.options]
    if len(options) < len(want.options):
        raise Refused("no_such_option")
    if len(options) > 1 and not state.config.multi:
        raise Refused("bad_request")
    answered = {*answers(state, cards, who.pid)} - {item} | ({item} if options else set())
    return {"item": want.item or ASKED, "options": options, "done": answered >= set(questions(state, cards)), **who.stamp}


def _check_note(state: State, cards: Cards, who: Person, op: dict) -> dict:
    """A note becomes a card, so that it can be hidden, edited and forgotten like any other. One per person and question; "" takes it back."""
    want = read(op, Note)
    item = _question(state, cards, want.item)
    if not state.config.note:
        raise Refused("bad_request")
    mine = next((card.id for card in cards.by(who.pid) if card.id in state.notes and _asked(cards, card.place["field"]) == item), None)
    if want.text.strip():
        text = line(want.text, NOTE)
        if mine:
            return {"do": "edit", "card": mine, "text": text}
        editing.check_new(cards, who, op["id"], state.notes, None)
        return {"do": "add", "card": op["id"], "text": text, "place": {"field": want.item or ASKED}}
    if mine is None:
        raise Refused("empty")
    return {"do": "remove", "card": mine}


def _check_tally(state: State, cards: Cards, want: Tally) -> dict:
    item = _question(state, cards, want.item)
    if want.option not in _options(state):
        raise Refused("no_such_option")
    if not want.n:
        raise Refused("bad_request")
    if want.n + sum(chosen[want.option] for id, chosen in state.paper.items() if _asked(cards, id) == item) < 0:
        raise Refused("empty")
    said = {key: value for key, value in (("item", want.item), ("option", want.option)) if value}
    return {"item": ASKED, **said, "n": want.n, "back": {"do": "tally", **said, "n": -want.n}}


def _check_right(state: State, cards: Cards, want: Right) -> dict:
    item = _question(state, cards, want.item)
    if want.option is not None and want.option not in _options(state):
        raise Refused("no_such_option")
    said = {"item": want.item} if want.item else {}
    return {"item": want.item or ASKED, "option": want.option, "back": {"do": "right", **said, "option": key(state, cards).get(item)}}


def _question(state: State, cards: Cards, item: str | None) -> str:
    """The question that `item` is now: the shown card or bundle, or ASKED."""
    if item is None and not state.items:
        return ASKED
    if item is None or item not in cards or (top := cards.top(item)) not in questions(state, cards):
        raise Refused("no_such_item")
    return top


def questions(state: State, cards: Cards) -> list[str]:
    return cards.shown(state.items) if state.items else [ASKED]


def _asked(cards: Cards, item: str) -> str:
    return cards.top(item) if item in cards else item


def _options(state: State) -> list[str]:
    return [option["id"] for option in state.face["options"]]


def answers(state: State, cards: Cards, pid: str | None) -> dict[str, list[str]]:
    """What `pid` chose per question; on a bundle the newest."""
    mine = {_asked(cards, item): options for item, options in state.chosen.get(pid, {}).items()}
    return {item: options for item, options in mine.items() if options}


def key(state: State, cards: Cards) -> dict[str, str]:
    """The right option per question, as the script says or the facilitator changed it."""
    names = {option["name"]: option["id"] for option in state.face["options"]}
    numbered = {item: str(n) for n, item in enumerate(state.known, 1)} or {ASKED: ""}
    said = {item: names.get(state.config.key.get(number)) for item, number in numbered.items()} | state.right
    return {_asked(cards, item): option for item, option in said.items() if option}


def apply(state: State, entry: dict) -> None:
    state.tally = None
    match entry["do"]:
        case "choose":
            mine = state.chosen.setdefault(entry["by"], {})
            mine.pop(entry["item"], None)
            mine[entry["item"]] = entry["options"]
            state.weight[entry["by"]], state.group[entry["by"]] = entry.get("weight", 1), entry.get("group")
        case "add":
            state.notes[entry["card"]] = None
        case "tally":
            state.paper[entry["item"]][entry["option"]] += entry["n"]
        case "right":
            state.right[entry["item"]] = entry["option"]
        case "key":
            state.key_shown = entry["show"]
        case "items":
            state.items = entry["items"]
            state.known = list(dict.fromkeys([*state.known, *entry["items"]]))


def outcome(state: State, cards: Cards) -> Outcome:
    if state.tally is None or state.tally[0] != cards.version:
        state.tally = (cards.version, _count(state, cards))
    return state.tally[1]


def _count(state: State, cards: Cards) -> Outcome:
    counts = {item: Count() for item in questions(state, cards)}
    people = phones = 0
    for pid in state.chosen:
        mine = {item: options for item, options in answers(state, cards, pid).items() if item in counts}
        for item, options in mine.items():
            counts[item].add(options, state.weight[pid], state.group[pid])
        people, phones = people + bool(mine) * state.weight[pid], phones + bool(mine)
    on_paper: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item, chosen in state.paper.items():
        on_paper[_asked(cards, item)].update(chosen)
    for item in on_paper.keys() & counts.keys():
        counts[item].on_paper(on_paper[item], state.config.multi)
    paper = max((count.paper for count in counts.values()), default=0)
    return Outcome(counts, people + paper, phones + paper)


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    right = key(state, cards)
    if audience == "console":
        parts["key"] = {"shown": state.key_shown, "options": right}
    if not shown:
        return parts
    counts = outcome(state, cards).counts
    for item, count in counts.items():
        parts[item] = {**parts.get(item, {}), **_figures(state, count), **({"key": right[item]} if state.key_shown and item in right else {})}
    parts["tally"] = _facts(state, cards)
    if audience == "console":
        parts |= {id: {key: value for key, value in part.items() if key != "i"} for id, part in cards.console_parts(state.notes).items()}
    return parts


def _figures(state: State, count: Count) -> dict:
    groups = splits.shown(state.config.split_by, count.phones)
    said = {"people": count.people, "options": {option: count.options[option] for option in _options(state)}}
    return {**said, "groups": [_group(state, count, name, roles) for name, roles in groups.items()]} if groups else said


def _group(state: State, count: Count, name: str, roles: Iterable[str | None]) -> dict:
    return {"name": name, "options": {option: sum(count.groups[role][option] for role in roles) for option in _options(state)}}


def _facts(state: State, cards: Cards) -> dict:
    counts, people, phones = outcome(state, cards)
    some = {option for count in counts.values() for option, n in count.options.items() if n}
    return {
        "people": people,
        "answers": phones,
        "missing": [option for option in state.face["required"] if option not in some],
        "unsure": [item for item, count in counts.items() if count.people and count.options[UNKNOWN] >= UNSURE * count.people],
        "key": state.key_shown,
    }


def own(state: State, cards: Cards, pid: str | None) -> dict:
    notes = {_asked(cards, note["field"]): {"text": note["text"], "state": note["state"]} for note in cards.mine(pid, state.notes)}
    return {"choices": answers(state, cards, pid), "notes": notes}


def result(state: State, cards: Cards) -> Table:
    counts, right = outcome(state, cards).counts, key(state, cards)
    rows = [_row(state, cards, item, count, right.get(item)) for item, count in counts.items()]
    rest = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id)} for id in cards.tops(state.items) if id not in counts]
    notes = [{"item": _asked(cards, cards[id].place["field"]), **{key: cards.face(id)[key] for key in ("text", "n")}} for id in cards.shown(state.notes)]
    return Table("poll", [*rows, *rest], {**_facts(state, cards), "options": state.face["options"], "required": state.face["required"], "multi": state.config.multi, "note": state.config.note, "notes": notes})


def _row(state: State, cards: Cards, item: str, count: Count, right: str | None) -> dict:
    """`share` is the share of people who chose the key; both only once the key was shown."""
    said = {"id": item, "text": cards.face(item)["text"] if item in cards else "", "state": "shown", **_figures(state, count), "spread": spread(state, count)}
    if state.key_shown and right:
        said |= {"key": right, "share": round(count.options[right] / count.people, 4) if count.people else None}
    return said


def spread(state: State, count: Count) -> float:
    """Of choices that exclude each other; with more choices a person each option is a yes or a no of its own, and this is their mean."""
    named = [option for option in _options(state) if option != UNKNOWN]
    if not state.config.multi:
        return choices.spread([count.options[option] for option in named], count.options[UNKNOWN])
    return round(sum(choices.spread([count.options[option], count.people - count.options[option]]) for option in named) / len(named), 4)


def compare(before: State, now: State, cards: Cards) -> dict | None:
    """The choices of an earlier poll on the same questions, per question of this one, and what to say of the difference (see choices.change); None when the options are others."""
    if (before.face["options"], before.config.multi) != (now.face["options"], now.config.multi):
        return None
    was, is_ = outcome(before, cards).counts, outcome(now, cards).counts
    same = {_text(cards, item): item for item in was}
    pairs = {item: was[item if item in was else same[_text(cards, item)]] for item in is_ if item in was or _text(cards, item) in same}
    return {item: {"people": count.people, "options": dict(count.options), "change": _change(now, count, is_[item])} for item, count in pairs.items()}


def _text(cards: Cards, item: str) -> str:
    return cards.face(item)["text"] if item in cards else ""


def _change(state: State, before: Count, now: Count) -> str | None:
    """In answers, because a table with one phone is one voice; nothing to say of choices that do not exclude each other."""
    if state.config.multi:
        return None
    return choices.change(*([count.answers[option] for option in _options(state)] for count in (before, now)))
