"""The session's cards: text, reason, place of origin, state and clusters; one identity from first note to plan row.

A cluster is a card with `parts`. `into` points from a card to the cluster it is in; clusters may be in clusters, so that every merge can be taken back.
A cluster that fell apart points to its last card (`heir`): what was done on it counts there.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import combinations

TEXT, BECAUSE = 280, 400  # characters
PER_PERSON, PER_SESSION = 50, 2000
UNDO_WINDOW = 120.0  # seconds in which the facilitator may take a removal back


STATE = {"hide": "hidden", "show": "shown", "aside": "aside", "remove": "removed", "release": "shown", "hold": "held"}


class Card:
    __slots__ = ("id", "by", "step", "place", "text", "because", "state", "seq", "parts", "into", "heir", "why", "texts", "removed_at", "was", "_face", "_full")

    def __init__(self, id: str, by: str, step: str, place: dict, seq: int, state: str = "shown"):
        self.id, self.by, self.step, self.place, self.seq, self.state = id, by, step, place, seq, state
        self.text: str | None = None
        self.because: str | None = None
        self.parts: list[str] | None = None
        self.into: str | None = None
        self.heir: str | None = None
        self.why: str | None = None  # why it was set aside
        self.texts: list[int] = []  # seqs of the entries that hold a text of this card
        self.removed_at: float | None = None
        self.was = state  # the state before a removal
        self._face: dict | None = None
        self._full: dict | None = None

    @property
    def is_reason(self) -> bool:
        """Whether it says why somebody chose another card, the one it is `on`."""
        return "on" in self.place


class Cards:
    """All cards of one session by id. `apart` holds the pairs that the facilitator said are different."""

    def __init__(self) -> None:
        self.all: dict[str, Card] = {}
        self.apart: set[frozenset[str]] = set()
        self.version = 0  # goes up with every change but those of a reason: no list of items depends on one
        self._by: dict[str, list[Card]] = {}  # by writer
        self._removed: set[str] = set()  # removed, with a text that may still come back
        self._reasons = 0

    # reading

    def __contains__(self, id: str) -> bool:
        return id in self.all

    def __len__(self) -> int:
        """How many cards there are to work on; a reason that came with an answer is none."""
        return len(self.all) - self._reasons

    def __getitem__(self, id: str) -> Card:
        return self.all[id]

    def top(self, id: str) -> str:
        """The card or cluster that `id` shows as now."""
        card = self.all[id]
        while above := card.into or card.heir:
            card = self.all[above]
        return card.id

    def tops(self, ids: Iterable[str]) -> list[str]:
        """What `ids` show as now, each once, in order, without what was removed."""
        return [top for top in dict.fromkeys(self.top(id) for id in ids if id in self.all) if self.state(top) != "removed"]

    def leaves(self, id: str) -> Iterator[tuple[Card, str]]:
        """The original cards in a cluster with their state, removed ones left out; a loose card gives itself."""
        return ((card, state) for card, state in self._within(id) if state != "removed")

    def _within(self, id: str, around: str = "shown") -> Iterator[tuple[Card, str]]:
        """Every original card in a cluster with its state: what a cluster around it was told holds for the card too."""
        card = self.all[id]
        state = card.state if around == "shown" else around
        if card.parts is None:
            yield card, state
        for part in card.parts or ():
            yield from self._within(part, state)

    def told(self, id: str) -> list[dict]:
        """The original cards as a result tells them."""
        return [{"id": leaf.id, "text": leaf.text, "because": leaf.because, "state": state} for leaf, state in self.leaves(id)]

    def shown_leaves(self, id: str) -> list[Card]:
        return [leaf for leaf, state in self.leaves(id) if state == "shown"]

    def state(self, id: str) -> str:
        """shown | hidden | held | aside | removed; a cluster shows while one of its cards does."""
        card = self.all[id]
        if card.parts is None or card.state != "shown":
            return card.state
        states = [state for _, state in self.leaves(id)]
        return "shown" if "shown" in states else states[0] if states else "removed"

    def shown(self, ids: Iterable[str]) -> list[str]:
        return [id for id in self.tops(ids) if self.state(id) == "shown"]

    def name(self, id: str) -> str:
        """A card's text. A bundle is often named by the words of one of its cards; when that card is put away, so is the name."""
        card = self.all[id]
        if not card.parts:
            return card.text or ""
        shown = [leaf.text or "" for leaf in self.shown_leaves(id)]
        away = {leaf.text for leaf, state in self._within(id) if state != "shown"} - set(shown)
        return card.text if card.text and not (shown and card.text in away) else min(shown, key=len, default="")

    def face(self, id: str) -> dict:
        """What everybody may see of a shown card or cluster. Kept until it changes: compare with `is`."""
        card = self.all[id]
        if card._face is None:
            leaves = self.shown_leaves(id)
            card._face = {"text": self.name(id), **card.place, "n": len(leaves) if card.parts else 1, "at": card.seq}
            because = card.because or next((leaf.because for leaf in leaves if leaf.because), None)
            if because:
                card._face["because"] = because
            if card.parts:
                card._face["samples"] = [leaf.text or "" for leaf in leaves[:2]]
        return card._face

    def full(self, id: str) -> dict:
        """The face plus what only the console sees: state, members, the cluster it is in."""
        card = self.all[id]
        if card._full is None:
            card._full = {**self.face(id), "state": self.state(id)}
            if card.parts:
                card._full["cards"] = [part for part in card.parts if self.state(part) != "removed"]
            if card.into:
                card._full["into"] = card.into
            if card.why and card.state == "aside":
                card._full["why"] = card.why
        return card._full

    def console_parts(self, ids: Iterable[str]) -> dict[str, dict]:
        """Parts for the console: every top with all that is in it."""
        parts: dict[str, dict] = {}
        stack = self.tops(ids)[::-1]
        while stack:
            id = stack.pop()
            parts[id] = self.full(id)
            stack.extend(part for part in self.all[id].parts or () if self.state(part) != "removed")
        return parts

    def get(self, id: str) -> Card | None:
        return self.all.get(id)

    def by(self, pid: str | None) -> list[Card]:
        """What `pid` wrote and did not lose, oldest first."""
        return [card for card in self._by.get(pid, ()) if card.state != "removed"]

    def mine(self, pid: str | None, ids: Container[str]) -> list[dict]:
        """The cards among `ids` that `pid` wrote, oldest first, with what became of them."""
        return [self._own(card) for card in self.by(pid) if card.id in ids]

    def count(self, pid: str | None) -> int:
        return sum(not card.is_reason for card in self.by(pid))

    def writers(self, ids: Iterable[str]) -> int:
        """How many people wrote `ids`; the facilitator's own are for people without a phone and do not count."""
        return len({card.by for card in map(self.all.__getitem__, ids) if card.state != "removed"} - {"console", "script"})

    def held(self) -> list[Card]:
        return [card for card in self.all.values() if card.state == "held"]

    def held_of(self, pid: str | None, steps: Container[str | None]) -> list[str]:
        """What `pid` wrote and is still held, in these steps."""
        return [card.text or "" for card in self.by(pid) if card.state == "held" and card.step in steps]

    def _own(self, card: Card) -> dict:
        top = self.top(card.id)
        state = card.state if card.state != "shown" else self.state(top) if self.state(top) != "shown" else "shown" if top == card.id else "merged"
        own = {"id": card.id, "text": card.text or "", **card.place, "state": state}
        return {**own, "because": card.because} if card.because else own

    # folding

    def prepare(self, step: str, texts: Iterable[tuple[str, str]]) -> None:
        """The items that the script itself gives a step, as (id, text). Their words stand in the script, so nothing of them is ever redacted."""
        for id, text in texts:
            card = self.all[id] = Card(id, "script", step, {}, 1)
            card.text = text

    def receive(self, step: str, row: dict, place: dict) -> None:
        """What an earlier session found and a step goes on with, see earlier.py."""
        self.prepare(step, [(row["id"], row["text"])])
        self.all[row["id"]].place, self.all[row["id"]].because = place, row.get("because")

    def prepared(self, step: str) -> list[str]:
        """The ids of a step's own items, in the order of the script."""
        return [id for id, card in self.all.items() if card.by == "script" and card.step == step]

    def apply(self, entry: dict) -> None:
        self.version += not self._is_of_reason(entry)
        match entry["do"]:
            case "add" | "lower" | "bring":
                self._add(entry)
            case "edit":
                card = self.all[entry["card"]]
                card.text = entry["text"] if "text" in entry else card.text
                card.because = entry["because"] if "because" in entry else card.because
                card.texts.append(entry["seq"])
                card.state = "held" if entry.get("held") else card.state
                self._changed(card)
            case "move":
                for card in self._below(entry["card"]):
                    card.place = {key: value for key, value in {**card.place, **entry["place"]}.items() if value is not None}
                    self._changed(card)
            case "restore":
                card = self.all[entry["card"]]
                card.state, card.removed_at = card.was, None
                self._removed.discard(card.id)
                self._changed(card)
            case "merge":
                self._merge(entry)
            case "unmerge":
                self._unmerge(entry)
            case "apart":
                self.apart.update(map(frozenset, combinations(entry["cards"], 2)))
            case "alike":
                self.apart.difference_update(map(frozenset, combinations(entry["cards"], 2)))
            case "release" | "hold" as do:
                for id in entry["cards"]:
                    self._set(self.all[id], STATE[do], entry)
            case do:
                self._set(self.all[entry["card"]], STATE[do], entry)

    def keep_with(self, entry: dict) -> None:
        """What was written about a card, such as a cell of its row, is forgotten when the card is."""
        if entry["do"] != "add" and "text" in entry and entry.get("card") in self.all:
            self.all[entry["card"]].texts.append(entry["seq"])

    def _is_of_reason(self, entry: dict) -> bool:
        card = self.all.get(entry.get("card", ""))
        return card.is_reason if card else "on" in entry.get("place", ())

    def _add(self, entry: dict) -> None:
        card = Card(entry["card"], entry["by"], entry["board"], entry["place"], entry["seq"], "held" if entry.get("held") else "shown")
        card.text, card.because = entry["text"], entry.get("because")
        card.texts.append(entry["seq"])
        self.all[card.id] = card
        self._reasons += card.is_reason
        self._by.setdefault(card.by, []).append(card)

    def _set(self, card: Card, state: str, entry: dict) -> None:
        if state == "removed":
            card.was, card.removed_at = card.state, entry.get("at")  # a writer's own removal is final
            card.texts.append(entry["seq"])
            self._removed.add(card.id)
        card.state, card.why = state, entry.get("because")
        self._changed(card)

    def _merge(self, entry: dict) -> None:
        first = self.all[entry["cards"][0]]
        cluster = self.all.get(entry["into"])
        if cluster is None:
            cluster = self.all[entry["into"]] = Card(entry["into"], entry["by"], first.step, first.place, entry["seq"])
            cluster.parts = []
        if not cluster.parts:
            cluster.place = first.place
        cluster.text, cluster.heir = entry["text"], None
        cluster.texts.append(entry["seq"])
        for id in entry["cards"]:
            if id not in cluster.parts:
                cluster.parts.append(id)
                self.all[id].into = cluster.id
        places = [self.all[part].place for part in cluster.parts]
        if len({place.get("strand") for place in places} - {None}) > 1:
            cluster.place = {**cluster.place, "strand": "beide"}
        mixed = {key for key in ("tag", "table") if len({place.get(key) for place in places}) > 1}
        cluster.place = {key: value for key, value in cluster.place.items() if key not in mixed}
        self._changed(cluster)

    def _unmerge(self, entry: dict) -> None:
        cluster = self.all[entry["into"]]
        gone = entry["cards"]
        cluster.parts = [part for part in cluster.parts if part not in gone]
        left = cluster.parts
        if len(left) < 2 and cluster.into is None:
            cluster.parts, cluster.heir = [], (left or gone)[-1]
            gone = gone + left
        if "text" in entry:
            cluster.text = entry["text"]
        for id in gone:
            self.all[id].into = None
            self._changed(self.all[id])
        self._changed(cluster)

    def _below(self, id: str) -> Iterator[Card]:
        card = self.all[id]
        yield card
        for part in card.parts or ():
            yield from self._below(part)

    def _changed(self, card: Card | None) -> None:
        """Drop the kept faces of this card, of what is in it and of every cluster it is in."""
        for part in card.parts or ():
            self.all[part]._full = None
        while card is not None:
            card._face = card._full = None
            card = self.all.get(card.into) if card.into else None

    def forget(self, at: float) -> list[int]:
        """Forget the texts of cards removed longer ago than the undo window; the seqs of the entries that held them."""
        late = [card for card in map(self.all.__getitem__, self._removed) if card.removed_at is None or at - card.removed_at > UNDO_WINDOW]
        words = [card for card in late if card.text is not None]
        words += [bundle for card in words for bundle in self._around(card) if bundle.text == card.text]  # bundles named after it
        seqs = sorted({seq for card in words for seq in card.texts})
        for card in [*late, *words]:
            self._removed.discard(card.id)
            card.text = card.because = None
            self._changed(card)
        return seqs

    def _around(self, card: Card) -> Iterator[Card]:
        while card.into:
            card = self.all[card.into]
            yield card
