"""Items on a labelled scale, alone or each on a number of checks (a matrix); hidden until the facilitator reveals it.

Who does not know, or is not there yet, stands apart: counted, never scored. Nothing is added up over items. An answer stays with the item it was given
on; on a bundle the newest counts. Notes are cards: the console sees them after the reveal, the screen only the one the facilitator puts up.
"""

from collections import Counter, defaultdict
from itertools import islice
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sessions import Refused, again, editing, scores, shift
from sessions.boards import items
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.people import Person
from sessions.scores import APART, Heard, Value
from sessions.shapes import Id, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 30
FROM_PEOPLE, FROM_CONSOLE = {"score", "unscore", "note"}, {"items", "tally"}
CELLS = 60  # items times checks that a phone can carry
NOTE = 140  # characters
SELF = ""  # the check of an item that is scored itself

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Cell = tuple[str, str]  # item, check


class Phase(Struct, forbid_unknown_fields=True):
    name: Name
    items: Annotated[int, Meta(ge=1, le=MOST)]


class Config(Struct, forbid_unknown_fields=True, kw_only=True):
    """`labels` name the points, lowest first. With `checks` each item is scored on each of them. `later` is an answer for what is not there yet, in the
    script's own words where it is text; `note` asks for a note with each item; `phases` group the script's own items, so many each."""

    items: Texts = field(default_factory=list)
    points: Annotated[int, Meta(ge=2, le=7)] = 5
    labels: Annotated[list[Annotated[str, Meta(min_length=1, max_length=40)]], Meta(max_length=7)]
    checks: Annotated[list[Name], Meta(max_length=8)] = field(default_factory=list)
    dont_know: bool = False
    later: bool | Annotated[str, Meta(min_length=1, max_length=40)] = False
    note: Annotated[str, Meta(max_length=80)] = ""
    phases: Annotated[list[Phase], Meta(max_length=8)] = field(default_factory=list)
    sort: Literal["script", "spread"] = "script"
    split_by: Annotated[list[str], Meta(max_length=2)] = field(default_factory=list)

    def __post_init__(self) -> None:
        clashes = {
            "labels: points": len(self.labels) != self.points,
            "checks: items": len(self.items) > self.most,
            "checks: phases": self.checks and self.phases,
            "sort: phases": self.phases and self.sort == "spread",
            "phases: items": self.phases and sum(phase.items for phase in self.phases) != len(self.items),
        }
        for clash, holds in clashes.items():
            if holds:
                raise ValueError(clash)

    @property
    def most(self) -> int:
        return min(MOST, CELLS // max(1, len(self.checks)))


class State:
    def __init__(self, config: Config):
        self.config = config
        self.face = _face(config)
        self.items: list[str] = []
        self.first: list[str] = []  # the items it began with: the phases count them
        self.answers: dict[str, dict[Cell, Value]] = {}  # by person, the newest last
        self.behind: dict[str, tuple[int, str | None]] = {}  # people and role behind a person's answers
        self.paper: defaultdict[Cell, Counter[Value]] = defaultdict(Counter)
        self.notes: dict[str, None] = {}  # ids of cards
        self.seen: tuple[int, dict[Cell, None]] = (-1, {})  # the cells of the shown items, at a version of the cards
        self.outcome: Outcome | None = None  # worked out at a version of the cards; None once the answers change

    @property
    def on_call(self) -> dict[str, None]:
        """Cards that the screen shows only while the facilitator holds them up."""
        return self.notes


def _face(config: Config) -> dict:
    named = {"points": config.labels, "checks": config.checks, "phases": [phase.name for phase in config.phases]}
    lists = {key: [{"id": f"{key[0]}{n}", "name": name} for n, name in enumerate(names, 1)] for key, names in named.items()}
    return {**lists, "dont_know": config.dont_know, "later": config.later, "note": config.note, "sort": config.sort}


class Score(Shape):
    item: Id
    value: Value
    check: str = SELF


class Unscore(Shape):
    item: Id
    check: str = SELF


class Tally(Shape):
    item: Id
    value: Value
    n: Annotated[int, Meta(ge=-50, le=50)]
    check: str = SELF


class Note(Shape):
    item: Id
    text: str


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "score":
            return _check_score(state, cards, who, read(op, Score))
        case "unscore":
            return _check_unscore(state, cards, who, read(op, Unscore))
        case "note":
            return _check_note(state, cards, who, op)
        case "tally":
            return _check_tally(state, cards, read(op, Tally))
        case "items":
            return items.check(state.items, cards, op, state.config.most)
    raise Refused("unknown_op")


def _check_score(state: State, cards: Cards, who: Person, want: Score) -> dict:
    cell = _cell(state, cards, want.item, want.check)
    _value(state, want.value)
    answered = {*mine(state, cards, who.pid), cell}
    return {"item": want.item, "check": want.check, "value": want.value, "done": answered >= cells(state, cards).keys(), **who.stamp}


def _check_unscore(state: State, cards: Cards, who: Person, want: Unscore) -> dict:
    """On a bundle every answer under it goes: else an older one would turn up again."""
    cell = _cell(state, cards, want.item, want.check)
    if cell not in mine(state, cards, who.pid):
        raise Refused("no_answer_there")
    return {"cells": [list(given) for given in state.answers[who.pid] if (cards.top(given[0]), given[1]) == cell], "done": False}


def _check_note(state: State, cards: Cards, who: Person, op: dict) -> dict:
    """A note becomes a card, so that it can be hidden, edited and forgotten like any other. One per person and item; "" takes it back."""
    want = read(op, Note)
    if not state.config.note:
        raise Refused("bad_request")
    item, _ = _cell(state, cards, want.item, _checks(state)[0])
    written = next((card.id for card in cards.by(who.pid) if card.id in state.notes and cards.top(card.place["field"]) == item), None)
    if want.text.strip():
        text = line(want.text, NOTE)
        if written:
            return {"do": "edit", "card": written, "text": text}
        editing.check_new(cards, who, op["id"], state.notes, None)
        return {"do": "add", "card": op["id"], "text": text, "place": {"field": want.item}}
    if written is None:
        raise Refused("empty")
    return {"do": "remove", "card": written}


def _check_tally(state: State, cards: Cards, want: Tally) -> dict:
    cell = _cell(state, cards, want.item, want.check)
    _value(state, want.value)
    if not want.n:
        raise Refused("bad_request")
    if want.n + _on_paper(state, cards)[cell][want.value] < 0:
        raise Refused("empty")
    said = {"item": want.item, "check": want.check, "value": want.value}
    return {**said, "n": want.n, "back": {"do": "tally", **said, "n": -want.n}}


def _cell(state: State, cards: Cards, item: str, check: str) -> Cell:
    """The shown item that `item` is now: a phone may score a card that was merged a moment ago."""
    if item not in cards or (cell := (cards.top(item), check)) not in cells(state, cards):
        raise Refused("no_such_item")
    return cell


def _value(state: State, value: Value) -> None:
    allowed = getattr(state.config, value) if value in APART else 1 <= value <= state.config.points
    if not allowed:
        raise Refused("no_such_answer")


def _checks(state: State) -> list[str]:
    return [check["id"] for check in state.face["checks"]] or [SELF]


def cells(state: State, cards: Cards) -> dict[Cell, None]:
    """Every shown item with every check, in the order of the list."""
    if state.seen[0] != cards.version:
        state.seen = (cards.version, dict.fromkeys((item, check) for item in cards.shown(state.items) for check in _checks(state)))
    return state.seen[1]


def mine(state: State, cards: Cards, pid: str | None) -> dict[Cell, Value]:
    """What `pid` answered, per item as it is now; on a bundle the newest."""
    return {(cards.top(item), check): value for (item, check), value in state.answers.get(pid or "", {}).items()}


def apply(state: State, entry: dict) -> None:
    match entry["do"]:
        case "score":
            given, cell = state.answers.setdefault(entry["by"], {}), (entry["item"], entry["check"])
            given.pop(cell, None)
            given[cell] = entry["value"]
            state.behind[entry["by"]] = entry.get("weight", 1), entry.get("group")
            state.outcome = None
        case "unscore":
            for item, check in entry["cells"]:
                state.answers[entry["by"]].pop((item, check), None)
            state.outcome = None
        case "tally":
            state.paper[entry["item"], entry["check"]][entry["value"]] += entry["n"]
            state.outcome = None
        case "add":
            state.notes[entry["card"]] = None
        case "items":
            state.items, state.seen, state.outcome = entry["items"], (-1, {}), None
            state.first = state.first or entry["items"]


class Outcome(Struct):
    """`version` of the cards; what was heard per cell; people and answers in all, where people on paper are as many as said something of the same cell."""

    version: int
    heard: dict[Cell, Heard]
    people: int
    answers: int


def outcome(state: State, cards: Cards) -> Outcome:
    if state.outcome is None or state.outcome.version != cards.version:
        state.outcome = _listen(state, cards)
    return state.outcome


def _listen(state: State, cards: Cards) -> Outcome:
    heard = {cell: Heard() for cell in cells(state, cards)}
    people = answers = 0
    for pid, (weight, role) in state.behind.items():
        given = {cell: value for cell, value in mine(state, cards, pid).items() if cell in heard}
        for cell, value in given.items():
            heard[cell].add(value, weight, role, 1)
        people, answers = people + weight * bool(given), answers + bool(given)
    on_paper = {cell: said for cell, said in _on_paper(state, cards).items() if cell in heard}
    for cell, said in on_paper.items():
        for value, n in said.items():
            heard[cell].add(value, n, None, n)
    paper = max((said.total() for said in on_paper.values()), default=0)
    return Outcome(cards.version, heard, people + paper, answers + paper)


def _on_paper(state: State, cards: Cards) -> dict[Cell, Counter[Value]]:
    """On a bundle the counts of its cards together: nobody knows which sheets were of the same person."""
    found: defaultdict[Cell, Counter[Value]] = defaultdict(Counter)
    for (item, check), said in state.paper.items():
        found[cards.top(item), check].update(said)
    return found


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    for item, phase in _phases(state, cards).items():
        parts[item] = {**parts[item], "phase": phase}
    if not shown:
        return parts
    for item in cards.shown(state.items):
        figures = _figures(state, cards, item)
        parts[item] = {**parts[item], **(_short(figures) if audience == "phone" else figures)}
    parts["ranking"] = _findings(state, cards)
    if audience == "console":
        parts |= {id: {**part, "note": True} for id, part in cards.console_parts(state.notes).items()}
    return parts


def _phases(state: State, cards: Cards) -> dict[str, str]:
    """The phase of each shown item; a bundle is in the first of its cards."""
    listed, found = iter(state.first), {}
    for phase, settings in zip(state.face["phases"], state.config.phases, strict=True):
        for id in islice(listed, settings.items):
            found.setdefault(cards.top(id), phase["id"])
    return {id: found[id] for id in cards.shown(state.items) if id in found}


def _figures(state: State, cards: Cards, item: str) -> dict:
    """Of an item that is scored itself: what was heard. Of a row in a matrix: the same per check, and of those the lowest median and the widest spread."""
    heard = outcome(state, cards).heard
    told = {check: scores.told(heard[item, check], state.config.points, state.config.split_by) for check in _checks(state)}
    if SELF in told:
        return told[SELF]
    ends = {key: [one[key] for one in told.values() if one[key] is not None] for key in ("median", "spread")}
    return {"checks": told, "median": min(ends["median"], default=None), "spread": max(ends["spread"], default=None)}


def _short(figures: dict) -> dict:
    """What a phone says of it in words."""
    if "checks" in figures:
        return {"checks": {check: _short(told) for check, told in figures["checks"].items()}}
    return {key: figures[key] for key in ("median", "scored")}


def _findings(state: State, cards: Cards) -> dict:
    """`ids` in the order of the screen; the cells [item, check] that stand out, see scores.py."""
    found, ids = outcome(state, cards), cards.shown(state.items)
    if state.config.sort == "spread":
        ids = sorted(ids, key=lambda id: max(found.heard[id, check].apart for check in _checks(state)), reverse=True)
    cells = {key: [list(cell) for cell in cells] for key, cells in scores.findings(found.heard).items()}
    return {"ids": ids, "people": found.people, "answers": found.answers, **cells}


def last(then: Table, state: State, cards: Cards, audience: str) -> dict | None:
    """What an earlier scale found, per item {check: {"median", "low", "high", "scored", "way", "change"}}; see shift.py. None for a scale of other points.

    `change`: larger (than chance) | chance | few (answers to tell) | None, where some spoke for a table: their answers are not as many as they count for.
    """
    if len(then.facts.get("points", ())) != state.config.points:
        return None
    if audience == "phone":
        return {}
    heard, was = outcome(state, cards), _cells_then(then, state, cards)
    pairs = {cell: (then["counts"], [heard.heard[cell].people[point] for point in range(1, state.config.points + 1)]) for cell, then in was.items()}
    alone = heard.people == heard.answers and then.facts.get("people") == then.facts.get("answers")
    changed = shift.changes(pairs) if alone else dict.fromkeys(pairs)
    told: defaultdict[str, dict] = defaultdict(dict)
    for (item, check), scores_then in was.items():
        told[item][check] = {**{key: scores_then[key] for key in ("median", "low", "high", "scored")}, "way": shift.way(*pairs[item, check]), "change": changed[item, check]}
    return {"people": then.facts.get("people", 0), "items": dict(told)}


def _cells_then(then: Table, state: State, cards: Cards) -> dict[Cell, dict]:
    """What was heard then on the same item and check, by their words."""
    named, rows = {check["name"]: check["id"] for check in then.facts.get("checks", ())}, again.same(then, cards, cards.shown(state.items))
    if not state.face["checks"]:
        return {(item, SELF): row for item, row in rows.items() if "counts" in row}
    return {(item, check["id"]): row["checks"][named[check["name"]]] for item, row in rows.items() for check in state.face["checks"] if named.get(check["name"]) in row.get("checks", ())}


def own(state: State, cards: Cards, pid: str | None) -> dict:
    answers: dict[str, dict[str, Value]] = {}
    for (item, check), value in mine(state, cards, pid).items():
        answers.setdefault(item, {})[check] = value
    notes = {cards.top(note["field"]): {"text": note["text"], "state": note["state"]} for note in cards.mine(pid, state.notes)}
    return {"answers": answers, "notes": notes}


def result(state: State, cards: Cards) -> Table:
    """Rows in the order of the list; under `notes` what people wrote, by words, so that their order says nothing."""
    findings, phases = _findings(state, cards), _phases(state, cards)
    rows = [_row(state, cards, id, phases) for id in cards.tops(state.items)]
    notes = [{"item": cards.top(cards[id].place["field"]), "text": cards.face(id)["text"]} for id in cards.shown(state.notes)]
    told = sorted((note for note in notes if note["item"] in findings["ids"]), key=lambda note: note["text"])
    names = {key: state.face[key] for key in ("points", "checks", "phases", *APART)}
    return Table("scale", rows, {**{key: value for key, value in findings.items() if key != "ids"}, **names, "notes": told})


def _row(state: State, cards: Cards, id: str, phases: dict[str, str]) -> dict:
    face, now = cards.face(id), cards.state(id)
    row = {"id": id, "text": face["text"], "state": now, "place": items.place(cards, id), "n": face["n"], **({"phase": phases[id]} if id in phases else {})}
    return {**row, **_figures(state, cards, id)} if now == "shown" else row
