"""A second count of a session, from the raw entries alone: it imports nothing of ours and knows the log only from docs/wire.md.

What it works out: what each card shows as, how many dots and people it has, and who put it where.
"""

from collections import Counter
from fractions import Fraction

STATES = {"hide": "hidden", "show": "shown", "aside": "aside", "remove": "removed"}


class Recount:
    def __init__(self, log: list[dict]):
        self.texts, self.places, self.states, self.writers = {}, {}, {}, {}
        self.inside, self.below = {}, {}  # card -> what stands for it now; cluster -> what is in it
        self.dots, self.lists, self.items = {}, {}, {}
        self.people, self.before = set(), {}
        for entry in log[1:]:
            getattr(self, f"_{entry['do']}", lambda entry: None)(entry)

    def _came(self, entry):
        self.people.add(entry["by"])

    def _go(self, entry):
        if "items" in entry:
            self.items[entry["step"]] = list(entry["items"])

    def _items(self, entry):
        self.items[entry["board"]] = list(entry["items"])

    def _add(self, entry):
        id = entry["card"]
        self.texts[id], self.places[id], self.writers[id] = entry["text"], entry["place"], (entry["board"], entry["by"])
        self.states[id] = "held" if entry.get("held") else "shown"

    def _edit(self, entry):
        self.texts[entry["card"]] = entry.get("text", self.texts[entry["card"]])

    def _move(self, entry):
        self.places[entry["card"]] = entry["place"]
        for part in self.below.get(entry["card"], ()):
            self._move({"card": part, "place": entry["place"]})

    def _merge(self, entry):
        into, first = entry["into"], entry["cards"][0]
        self.states.setdefault(into, "shown")
        if not self.below.get(into):
            self.places[into] = self.places[first]
        self.texts[into] = entry["text"]
        if not self.below.get(into) and into not in sum(self.below.values(), []):
            self.inside.pop(into, None)  # it had fallen apart and comes back
        self.below[into] = [*self.below.get(into, ()), *(id for id in entry["cards"] if id not in self.below.get(into, ()))]
        self.inside.update({id: into for id in entry["cards"]})

    def _unmerge(self, entry):
        into, out = entry["into"], list(entry["cards"])
        left = [id for id in self.below[into] if id not in out]
        if len(left) < 2 and into not in self.inside:
            self.inside[into] = (left or out)[-1]
            out, left = out + left, []
        self.below[into] = left
        for id in out:
            self.inside.pop(id, None)
        for items in self.items.values():
            if into in items:
                items += [id for id in entry["cards"] if id not in items]

    def _put(self, entry):
        self.dots.setdefault((entry["board"], entry["by"]), []).append((entry["ballot"], entry["item"]))

    def _take(self, entry):
        mine = self.dots[entry["board"], entry["by"]]
        mine.reverse()
        mine.remove((entry["ballot"], entry["item"]))
        mine.reverse()

    def _rank(self, entry):
        self.lists.setdefault(entry["board"], {})[entry["by"]] = entry["items"]

    def _set(self, entry):
        self.before[entry["card"]] = self.states[entry["card"]]
        self.states[entry["card"]] = STATES[entry["do"]]

    def _restore(self, entry):
        self.states[entry["card"]] = self.before[entry["card"]]

    _hide = _show = _aside = _remove = _set

    def top(self, id: str) -> str:
        return self.top(self.inside[id]) if id in self.inside else id

    def shown_leaves(self, id: str) -> list[str]:
        """The original cards of a card or cluster that everybody may see."""
        if self.states[id] != "shown":
            return []
        return [leaf for part in self.below[id] for leaf in self.shown_leaves(part)] if id in self.below else [id]

    def originals(self, id: str) -> list[str]:
        return [leaf for part in self.below[id] for leaf in self.originals(part)] if id in self.below else [id]

    def name(self, id: str) -> str:
        """The name of a bundle, unless those are the words of a card in it that nobody may see."""
        shown = [self.texts[leaf] for leaf in self.shown_leaves(id)]
        away = {self.texts[leaf] for leaf in self.originals(id)} - set(shown)
        return self.texts[id] if self.texts[id] not in away else min(shown, key=len)

    def shown(self, ids) -> list[str]:
        return [id for id in dict.fromkeys(map(self.top, ids)) if self.shown_leaves(id)]

    def cards(self, step: str) -> dict[str, tuple]:
        """Per shown card or cluster: text, level, and its original texts."""
        tops = self.shown(id for id, (board, _) in self.writers.items() if board == step)
        return {id: (self.name(id), self.places[id]["level"], sorted(self.texts[leaf] for leaf in self.shown_leaves(id))) for id in tops}

    def tally(self, step: str, ballots: dict[str, int], most: int = 1) -> dict[str, dict[str, int]]:
        """Dots per shown item and ballot: at most `most` of one person on an item, at most `ballots[id]` of one person in all."""
        counted = {id: Counter() for id in self.shown(self.items[step])}
        for dots in [dots for (board, _), dots in self.dots.items() if board == step]:
            mine = Counter()
            for ballot, item in dots:
                top = self.top(item)
                if top in counted and mine[ballot, top] < most and sum(n for (b, _), n in mine.items() if b == ballot) < ballots[ballot]:
                    mine[ballot, top] += 1
                    counted[top][ballot] += 1
        return {id: {ballot: counts[ballot] for ballot in ballots} for id, counts in counted.items()}

    def order(self, step: str) -> dict[str, tuple]:
        """Per shown item its place, mean place and how many people put it on which place."""
        items = self.shown(self.items[step])
        on = {id: [] for id in items}
        for mine in self.lists.get(step, {}).values():
            for place, id in enumerate([id for id in dict.fromkeys(map(self.top, mine)) if id in on], 1):
                on[id].append(place)
        means = {id: Fraction(sum(places), len(places)) for id, places in on.items() if places}
        return {
            id: (1 + sum(other < means[id] for other in means.values()), float(means[id]), [places.count(n + 1) for n in range(len(items))])
            for id, places in on.items() if places
        }
