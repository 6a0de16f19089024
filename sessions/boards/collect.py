"""What the collecting kinds share: a step's own cards, shown place by place. The kind itself knows which places there are."""

from collections.abc import Container, Iterable

from sessions import Refused, editing
from sessions.cards import BECAUSE, Cards
from sessions.people import Person
from sessions.shapes import line
from sessions.table import Table

NEWEST = 20  # texts on a phone


class State:
    """A collecting board keeps the ids of its cards, in order of arrival; text and place live with the cards."""

    home: str | None = None  # where a card lies that came from elsewhere

    def __init__(self, config, face: dict):
        self.config, self.face = config, face
        self.cards: dict[str, None] = {}

    @property
    def everything(self) -> dict[str, None]:
        """What lies on the board: written here, and what a kind lets lie among it."""
        return self.cards


def new(state: State, cards: Cards, who: Person, want, place: dict) -> dict:
    """The clean `add` of a card at `place`; the config has max_cards and max_chars."""
    config = state.config
    editing.check_new(cards, who, want.card, state.cards, config.max_cards)
    clean = {"card": want.card, "text": line(want.text, config.max_chars), "place": {**place, **({"table": who.table} if who.table else {})}}
    if getattr(want, "because", None):
        clean["because"] = line(want.because, BECAUSE)
    elif getattr(config, "because", "none") == "required" and not who.leads:
        raise Refused("because_needed")
    return clean


def move(state: State, cards: Cards, who: Person, id: str, place: dict) -> dict:
    """The clean `move` of a card or cluster of this board."""
    if id not in cards or not any(leaf.id in state.everything for leaf, _ in cards.leaves(id)):
        raise Refused("no_such_card")
    return editing.check_move(cards, who, id, place)


def view(state: State, cards: Cards, audience: str, key: str, places: Iterable[str]) -> dict:
    """Card parts plus `counts` per place, without wishes: everything for screen and console, the newest texts for a phone."""
    counts = dict.fromkeys(places, 0)
    parts = cards.console_parts(state.everything) if audience == "console" else {id: cards.face(id) for id in cards.shown(state.everything)}
    if state.home:
        parts = {id: at_home(part, key, counts, state.home) for id, part in parts.items()}
    for part in parts.values():
        if part.get("state", "shown") == "shown" and "into" not in part:
            _count(counts, part, key)
    if audience == "phone":
        newest = sorted(parts, key=lambda id: -parts[id]["at"])[:NEWEST]
        parts = {id: parts[id] for id in newest}
    return {**parts, "counts": counts, "config": state.face}


def at_home(part: dict, key: str, places: Container[str], home: str) -> dict:
    """What came from elsewhere and has no place here lies at `home`, until somebody moves it."""
    return part if part.get(key) in places else {**part, key: home}


def _count(counts: dict[str, int], part: dict, key: str) -> None:
    if part.get(key) in counts and not part.get("wish"):
        counts[part[key]] += part["n"]


def apply(state: State, entry: dict) -> None:
    if entry["do"] in ("add", "lower"):
        state.cards[entry["card"]] = None


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine, most = cards.mine(pid, state.cards), state.config.max_cards
    return {"cards": mine, "left": None if most is None else max(0, most - len(mine))}


def result(kind: str, state: State, cards: Cards) -> Table:
    rows = []
    for id in cards.tops(state.everything):
        face = cards.face(id)
        rows.append({"id": id, "text": face["text"], "because": face.get("because"), "state": cards.state(id), **cards[id].place, "n": face["n"], "cards": cards.told(id)})
    shown, wishes = (sum(row["n"] for row in rows if row["state"] == "shown" and bool(row.get("wish")) == wish) for wish in (False, True))
    writers = cards.writers(state.cards)
    return Table(kind, rows, {"cards": shown, **({"wishes": wishes} if wishes else {}), "people": writers, "answers": writers})
