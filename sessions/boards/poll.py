"""One or more choices per question, hidden until the facilitator reveals them; then, after the talk, the key. Required options are seats to fill.

The questions are the items of the step; without items the step's own prompt is the one question, ASKED. A choice stays with the item it was made
on, and on a bundle the newest counts. Notes are cards: the console sees them after the reveal, the screen only the one the facilitator puts up.
"""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct, field

from sessions import Refused, choices, editing, splits
from sessions.boards import items, polled
from sessions.boards.items import Texts
from sessions.boards.polled import ASKED, UNKNOWN, Count, State
from sessions.cards import Cards
from sessions.people import Person
from sessions.shapes import Id, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST, LEAST = True, "by hand", 20, 0
FROM_PEOPLE, FROM_CONSOLE = {"choose", "note"}, {"items", "tally", "right", "key"}
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


def _face(config: Config) -> dict:
    options = [{"id": f"o{n}", "name": name} for n, name in enumerate(config.options, 1)]
    required = [option["id"] for option in options if option["name"] in config.required]
    unknown = [{"id": UNKNOWN, "name": "Weet ik niet"}] if config.dont_know else []
    return {"options": [*options, *unknown], "multi": config.multi, "required": required, "note": config.note, "max_chars": NOTE}


def start(config: Config) -> State:
    return State(config, _face(config))


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
    options = [id for id in polled.options(state) if id in want.options]
    if len(options) < len(want.options):
        raise Refused("no_such_option")
    if len(options) > 1 and not state.config.multi:
        raise Refused("bad_request")
    answered = {*polled.answers(state, cards, who.pid)} - {item} | ({item} if options else set())
    return {"item": want.item or ASKED, "options": options, "done": answered >= set(polled.questions(state, cards)), **who.stamp}


def _check_note(state: State, cards: Cards, who: Person, op: dict) -> dict:
    """A note becomes a card, so that it can be hidden, edited and forgotten like any other. One per person and question; "" takes it back."""
    want = read(op, Note)
    item = _question(state, cards, want.item)
    if not state.config.note:
        raise Refused("bad_request")
    mine = next((card.id for card in cards.by(who.pid) if card.id in state.notes and polled.asked(cards, card.place["field"]) == item), None)
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
    if want.option not in polled.options(state):
        raise Refused("no_such_option")
    if not want.n:
        raise Refused("bad_request")
    if want.n + sum(chosen[want.option] for id, chosen in state.paper.items() if polled.asked(cards, id) == item) < 0:
        raise Refused("empty")
    said = {key: value for key, value in (("item", want.item), ("option", want.option)) if value}
    return {"item": ASKED, **said, "n": want.n, "back": {"do": "tally", **said, "n": -want.n}}


def _check_right(state: State, cards: Cards, want: Right) -> dict:
    item = _question(state, cards, want.item)
    if want.option is not None and want.option not in polled.options(state):
        raise Refused("no_such_option")
    said = {"item": want.item} if want.item else {}
    return {"item": want.item or ASKED, "option": want.option, "back": {"do": "right", **said, "option": polled.key(state, cards).get(item)}}


def _question(state: State, cards: Cards, item: str | None) -> str:
    """The question that `item` is now: the shown card or bundle, or ASKED."""
    if item is None and not state.items:
        return ASKED
    if item is None or item not in cards or (top := cards.top(item)) not in polled.questions(state, cards):
        raise Refused("no_such_item")
    return top


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


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    right = polled.key(state, cards)
    if audience == "console":
        parts["key"] = {"shown": state.key_shown, "options": right}
    if not shown:
        return parts
    counts = polled.outcome(state, cards).counts
    for item, count in counts.items():
        parts[item] = {**parts.get(item, {}), **_figures(state, count), **({"key": right[item]} if state.key_shown and item in right else {})}
    parts["tally"] = _facts(state, cards)
    if audience == "console":
        parts |= {id: {key: value for key, value in part.items() if key != "i"} for id, part in cards.console_parts(state.notes).items()}
    return parts


def _figures(state: State, count: Count) -> dict:
    groups = splits.shown(state.config.split_by, count.phones)
    said = {"people": count.people, "options": {option: count.options[option] for option in polled.options(state)}}
    return {**said, "groups": [_group(state, count, name, roles) for name, roles in groups.items()]} if groups else said


def _group(state: State, count: Count, name: str, roles: Iterable[str | None]) -> dict:
    return {"name": name, "options": {option: sum(count.groups[role][option] for role in roles) for option in polled.options(state)}}


def _facts(state: State, cards: Cards) -> dict:
    counts, people, phones = polled.outcome(state, cards)
    some = {option for count in counts.values() for option, n in count.options.items() if n}
    return {
        "people": people,
        "answers": phones,
        "missing": [option for option in state.face["required"] if option not in some],
        "unsure": [item for item, count in counts.items() if count.people and count.options[UNKNOWN] >= UNSURE * count.people],
        "key": state.key_shown,
    }


def own(state: State, cards: Cards, pid: str | None) -> dict:
    notes = {polled.asked(cards, note["field"]): {"text": note["text"], "state": note["state"]} for note in cards.mine(pid, state.notes)}
    return {"choices": polled.answers(state, cards, pid), "notes": notes}


def result(state: State, cards: Cards) -> Table:
    counts, right = polled.outcome(state, cards).counts, polled.key(state, cards)
    rows = [_row(state, cards, item, count, right.get(item)) for item, count in counts.items()]
    rest = [{"id": id, "text": cards.face(id)["text"], "state": cards.state(id)} for id in cards.tops(state.items) if id not in counts]
    notes = [{"item": polled.asked(cards, cards[id].place["field"]), **{key: cards.face(id)[key] for key in ("text", "n")}} for id in cards.shown(state.notes)]
    return Table("poll", [*rows, *rest], {**_facts(state, cards), "options": state.face["options"], "required": state.face["required"], "multi": state.config.multi, "note": state.config.note, "notes": notes})


def _row(state: State, cards: Cards, item: str, count: Count, right: str | None) -> dict:
    """`share` is the share of people who chose the key; both only once the key was shown."""
    said = {"id": item, "text": cards.face(item)["text"] if item in cards else "", "state": "shown", **_figures(state, count), "spread": polled.spread(state, count)}
    if state.key_shown and right:
        said |= {"key": right, "share": round(count.options[right] / count.people, 4) if count.people else None}
    return said


def compare(before: State, now: State, cards: Cards) -> dict | None:
    """The choices of an earlier poll on the same questions, per question of this one, and what to say of the difference (see choices.change); None when the options are others."""
    if (before.face["options"], before.config.multi) != (now.face["options"], now.config.multi):
        return None
    was, is_ = polled.outcome(before, cards).counts, polled.outcome(now, cards).counts
    same = {_text(cards, item): item for item in was}
    pairs = {item: was[item if item in was else same[_text(cards, item)]] for item in is_ if item in was or _text(cards, item) in same}
    return {item: {"people": count.people, "options": dict(count.options), "change": _change(now, count, is_[item])} for item, count in pairs.items()}


def _text(cards: Cards, item: str) -> str:
    return cards.face(item)["text"] if item in cards else ""


def _change(state: State, before: Count, now: Count) -> str | None:
    """In answers, because a table with one phone is one voice; nothing to say of choices that do not exclude each other."""
    if state.config.multi:
        return None
    return choices.change(*([count.answers[option] for option in polled.options(state)] for count in (before, now)))
