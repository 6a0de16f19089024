"""What two items have to do with each other: people lay links by hand, or get pairs to look at (mode "spread"); hidden until the facilitator reveals the map.

A link has no direction. A type with questions in `follow_up` (a contradiction, usually) is no error but the agenda of the talk. "none" and "unknown" are answers, never a link.
How pairs are spread: sessions/spreading.py; what counts of links: sessions/links.py; map and agenda: sessions/relating.py.
"""

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sessions import Refused, links, relating
from sessions.boards import items
from sessions.boards.items import Texts
from sessions.cards import Cards
from sessions.links import APART, Found, Link, Now, Pair, Paper
from sessions.people import Person
from sessions.shapes import Id, Shape, line, read
from sessions.spreading import KEPT, Spread, share
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", 12
FROM_PEOPLE, FROM_CONSOLE = {"link", "unlink"}, {"items", "tally", "basis", "reason"}
WHY = 160  # characters of a reason: two lines on the screen

Name = Annotated[str, Meta(min_length=1, max_length=40)]
Question = Annotated[str, Meta(min_length=1, max_length=80)]
Basis = Literal["onderbouwd", "aanname"]
TYPES = ["versterken elkaar", "sluiten op elkaar aan", "spreken elkaar tegen"]
ASKS = {"spreken elkaar tegen": ["Hebben we daar last van?", "Welke van de twee gaat voor?"]}


class Config(Struct, forbid_unknown_fields=True):
    """`types` by name; `follow_up` the questions to a type that asks for a talk. `per_person` is how many pairs somebody gets in mode "spread"."""

    items: Texts = field(default_factory=list)
    types: Annotated[list[Name], Meta(min_length=1, max_length=4)] = field(default_factory=lambda: list(TYPES))
    because: Literal["none", "optional", "required"] = "optional"
    mode: Literal["by hand", "spread"] = "by hand"
    per_person: Annotated[int, Meta(ge=1, le=66)] | None = None
    follow_up: dict[Name, Annotated[list[Question], Meta(min_length=1, max_length=3)]] | None = None

    def __post_init__(self) -> None:
        if len(set(self.types)) < len(self.types):
            raise ValueError("types: types")  # twice the same
        if set(self.follow_up or {}) - set(self.types):
            raise ValueError("follow_up: types")
        if self.per_person and self.mode != "spread":
            raise ValueError("per_person: mode")


class State:
    def __init__(self, config: Config):
        self.config = config
        asks = ASKS if config.follow_up is None else config.follow_up
        types = [{"id": f"type-{n}", "name": name, "asks": asks.get(name, [])} for n, name in enumerate(config.types, 1)]
        self.face = {"mode": config.mode, "because": config.because, "types": types}
        self.items: list[str] = []
        self.links: dict[str, dict[Pair, Link]] = {}  # by person, in the order they were laid
        self.weight: dict[str, int] = {}
        self.paper: dict[Paper, list[int]] = {}  # n and the seq of its first entry
        self.spread = Spread()
        self.verdicts: dict[Pair, str] = {}  # what the group said after the talk
        self.reasons: dict[int, bool] = {}  # seq -> whether it may be read
        self.now: Now | None = None  # what is shown at a version of the cards
        self.outcome: tuple | None = None  # what was found at a version of the cards; None once a link changes
        self.map: tuple[list[dict], dict] | None = None  # rows and their ranking


class Two(Shape):
    a: Id
    b: Id


class Lay(Two):
    type: str
    because: str | None = None
    basis: Basis | None = None


class Tally(Lay, kw_only=True):
    n: Annotated[int, Meta(ge=-50, le=50)]


class Verdict(Two, rename={"as_": "as"}):
    as_: Basis | None = None


class Reason(Shape):
    reason: int
    show: bool


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "link":
            said = _check_lay(state, cards, read(op, Lay))
            return {**said, **_onward(state, cards, who, links.pair(said["a"], said["b"])), **who.stamp}
        case "unlink":
            return _check_unlink(state, cards, who, read(op, Two))
        case "tally":
            return _check_tally(state, cards, read(op, Tally))
        case "basis":
            return _check_verdict(state, cards, read(op, Verdict))
        case "reason":
            return _check_reason(state, read(op, Reason))
        case "items":
            return items.check(state.items, cards, op, MOST)
    raise Refused("unknown_op")


def _check_lay(state: State, cards: Cards, want: Lay) -> dict:
    _pair(state, cards, want)
    if want.type not in APART and want.type not in (known["id"] for known in state.face["types"]):
        raise Refused("no_such_type")
    clean: dict = {"a": want.a, "b": want.b, "type": want.type}
    if want.type in APART:
        return clean
    if want.because and want.because.strip() and state.config.because != "none":
        clean["because"] = line(want.because, WHY)
    elif state.config.because == "required":
        raise Refused("because_needed")
    return {**clean, "basis": want.basis} if want.basis else clean


def _onward(state: State, cards: Cards, who: Person, laid: Pair) -> dict:
    """Spread: whether this was the last of somebody's share, and else which pairs are kept for them."""
    if state.config.mode != "spread":
        return {}
    now = _now(state, cards)
    mine = {*_mine(state, cards, who.pid), now[laid]}
    left = share(now, state.config.per_person) - len(mine)
    return {"done": left <= 0, "next": [list(one) for one in state.spread.ahead(now, who.pid, mine)[: min(KEPT, max(0, left))]]}


def _check_unlink(state: State, cards: Cards, who: Person, want: Two) -> dict:
    at, now = _pair(state, cards, want), _now(state, cards)
    laid = [list(one) for one in state.links.get(who.pid, ()) if now[one] == at]
    if not laid:
        raise Refused("no_link_there")
    return {"pairs": laid, **({"done": False} if state.config.mode == "spread" else {})}


def _check_tally(state: State, cards: Cards, want: Tally) -> dict:
    if not want.n:
        raise Refused("bad_request")
    clean = _check_lay(state, cards, want)
    if state.paper.get(_paper(clean), [0])[0] + want.n < 0:
        raise Refused("empty")
    return {**clean, "n": want.n, "back": {"do": "tally", **clean, "n": -want.n}}


def _check_verdict(state: State, cards: Cards, want: Verdict) -> dict:
    before = _verdicts(state, cards).get(_pair(state, cards, want))
    return {"a": want.a, "b": want.b, "as": want.as_, "back": {"do": "basis", "a": want.a, "b": want.b, "as": before}}


def _check_reason(state: State, want: Reason) -> dict:
    if want.reason not in state.reasons:
        raise Refused("no_such_reason")
    return {"reason": want.reason, "show": want.show, "back": {"do": "reason", "reason": want.reason, "show": state.reasons[want.reason]}}


def _pair(state: State, cards: Cards, want: Two) -> Pair:
    """The two different shown items that a and b are now: a phone may tap a card that was merged a moment ago."""
    now = _now(state, cards)
    if not (now.has(want.a) and now.has(want.b)):
        raise Refused("no_such_item")
    at = now[links.pair(want.a, want.b)]
    if at is None:
        raise Refused("same_item")
    return at


def _paper(said: dict) -> Paper:
    return Paper(links.pair(said["a"], said["b"]), said["type"], said.get("because"), said.get("basis"))


def apply(state: State, entry: dict) -> None:
    state.outcome = None
    match entry["do"]:
        case "link":
            _lay(state, entry)
        case "unlink":
            for one in entry["pairs"]:
                _take(state, state.links[entry["by"]], tuple(one))
        case "tally":
            _count_paper(state, _paper(entry), entry)
        case "basis":
            state.verdicts.pop(links.pair(entry["a"], entry["b"]), None)  # so that the newest is the last
            state.verdicts[links.pair(entry["a"], entry["b"])] = entry["as"]
        case "reason":
            state.reasons[entry["reason"]] = entry["show"]
        case "items":
            state.items, state.now = entry["items"], None


def _lay(state: State, entry: dict) -> None:
    mine, at = state.links.setdefault(entry["by"], {}), links.pair(entry["a"], entry["b"])
    _take(state, mine, at)
    mine[at] = Link(entry["type"], entry.get("because"), entry.get("basis"), entry["seq"])
    state.weight[entry["by"]] = entry.get("weight", 1)
    state.spread.look(entry["by"], at, [tuple(one) for one in entry.get("next", ())])
    if "because" in entry:
        state.reasons[entry["seq"]] = not entry.get("held")


def _take(state: State, mine: dict[Pair, Link], at: Pair) -> None:
    if old := mine.pop(at, None):
        state.spread.forget(at)
        state.reasons.pop(old.seq, None)


def _count_paper(state: State, said: Paper, entry: dict) -> None:
    known = state.paper.setdefault(said, [0, entry["seq"]])
    known[0] += entry["n"]
    if said.because:
        state.reasons.setdefault(known[1], True)
    if not known[0]:
        del state.paper[said]
        state.reasons.pop(known[1], None)


def _now(state: State, cards: Cards) -> Now:
    if state.now is None or state.now.version != cards.version:
        state.now = Now(cards, state.items)
    return state.now


def _mine(state: State, cards: Cards, pid: str | None) -> dict[Pair, Link]:
    return links.counted(_now(state, cards), state.links.get(pid or "", {}))


def _verdicts(state: State, cards: Cards) -> dict[Pair, str]:
    now = _now(state, cards)
    return {at: said for laid, said in state.verdicts.items() if (at := now[laid])}


def _outcome(state: State, cards: Cards) -> tuple[list[dict], Found]:
    """A row per pair that people looked at, and what they were made from; kept, because every view of a revealed map asks for it."""
    if state.outcome is None or state.outcome[0] != cards.version:
        now = _now(state, cards)
        found = links.found(now, ((mine, state.weight[pid]) for pid, mine in state.links.items()), state.paper)
        state.outcome = (cards.version, relating.rows(now.pairs, found, state.face["types"], _verdicts(state, cards), state.reasons), found)
    return state.outcome[1:]


def _ranking(state: State, cards: Cards) -> dict:
    """Kept as long as the rows are the same: the map takes some milliseconds to lay out."""
    rows, found = _outcome(state, cards)
    if state.map is None or state.map[0] is not rows:
        state.map = (rows, relating.ranking(_now(state, cards).ids, rows, found))
    return state.map[1]


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    parts = {**items.faces(state.items, cards, audience), "config": state.face}
    if not shown:
        return parts if audience == "phone" else {**parts, "looked": _progress(state, cards)}
    (rows, _), ranking = _outcome(state, cards), _ranking(state, cards)
    map_only = () if audience != "phone" else ("left", "right")
    return {**parts, **relating.faces(rows, ranking, audience), "ranking": {key: value for key, value in ranking.items() if key not in map_only}}


def _progress(state: State, cards: Cards) -> dict:
    """How far we are, without a word about what was found: pairs that somebody looked at, or links laid by hand."""
    looked = state.spread.looked(_now(state, cards))
    return {"n": len(looked), "of": len(_now(state, cards).pairs)} if state.config.mode == "spread" else {"n": looked.total()}


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine = _mine(state, cards, pid)
    own: dict = {"links": [{"a": at[0], "b": at[1], **{key: value for key, value in zip(Link._fields[:3], link, strict=False) if value}} for at, link in mine.items()]}
    if state.config.mode == "spread":
        now, n = _now(state, cards), share(_now(state, cards), state.config.per_person)
        own |= {"share": n, "pairs": [list(at) for at in state.spread.ahead(now, pid or "", mine)[: max(1, n - len(mine))]]}
    return own


def result(state: State, cards: Cards) -> Table:
    """Two sorts of rows: elements, the most linked first, and links, the strongest first."""
    rows, found = _outcome(state, cards)
    now, types, touched = _now(state, cards), state.face["types"], relating.touched(rows)
    text = {id: cards.face(id)["text"] for id in cards.tops(state.items)}
    ids = sorted(text, key=lambda id: (id not in now.ids, -touched[id]))
    told = [{**row, "sort": "link", "text": f"{text[row['a']]} / {text[row['b']]}", "state": "shown", "reasons": relating.read(row["reasons"])} for row in rows]
    facts = {"people": found.people, "answers": found.answers, "looked": len(rows), "pairs": len(now.pairs), "types": types}
    return Table("relations", [*(_element(cards, id, rows, types) for id in ids), *told], facts)


def _element(cards: Cards, id: str, rows: list[dict], types: list[dict]) -> dict:
    mine = Counter(row["type"] for row in rows if row["type"] and id in (row["a"], row["b"]))
    return {"sort": "element", "id": id, "text": cards.face(id)["text"], "state": cards.state(id), "place": items.place(cards, id), "n": cards.face(id)["n"],
            "links": mine.total(), "types": {type["id"]: mine[type["id"]] for type in types}}
