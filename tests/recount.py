"""A second count of a session, from the raw entries alone: it imports nothing of ours and knows the log only from docs/wire.md.

What it works out: what each card shows as, how many dots and people it has, and who put it where. What people answered on the other kinds is in
retell.py, what a step was offered in recarry.py.
"""

from collections import Counter
from fractions import Fraction

STATES = {"hide": "hidden", "show": "shown", "aside": "aside", "remove": "removed"}
COUNTED = {"put", "rank", "place", "link", "score", "choose", "spread", "judge", "flag", "respond", "cell"}  # these say for how many people


class Recount:
    """`said` are the entries of each step, `behind` the people and the role behind whoever answered there."""

    def __init__(self, log: list[dict]):
        self.texts, self.places, self.states, self.writers = {}, {}, {}, {}
        self.inside, self.below = {}, {}  # card -> what stands for it now; cluster -> what is in it
        self.dots, self.lists, self.items, self.points = {}, {}, {}, {}
        self.people, self.before, self.because = set(), {}, {}
        self.steps = {step["id"]: step for step in log[0]["script"]["steps"]}
        self.log, self.said, self.behind = log, {id: [] for id in self.steps}, {}
        self.revealed, self.visited = set(), set()
        for number, step in enumerate(self.steps.values(), 1):
            self.items[step["id"]] = self._list([(f"s{number}-{n}", text) for n, text in enumerate(step["config"].get("items", []), 1)])
            groups = (step["from"] or {}).get("points") or []
            self.points[step["id"]] = {group["name"]: self._list([(f"s{number}-{g}-{n}", text) for n, text in enumerate(group["items"], 1)]) for g, group in enumerate(groups, 1)}
        self.earlier = {}  # per (script, step) of an earlier session its facts, and its rows under the names they have here
        found = [(report["script"], step) for report in log[0].get("earlier", []) for step in report["steps"] if step["result"]]
        for number, (name, step) in enumerate(found, 1):
            rows = {f"e{number}-{n}": row for n, row in enumerate(step["result"]["rows"], 1)}
            self.earlier[name, step["id"]] = step["result"]["facts"], rows
            self._list([(id, row["text"]) for id, row in rows.items()])
        for entry in log[1:]:
            self._take_up(entry)

    def _list(self, items: list[tuple[str, str]]) -> list[str]:
        """What the script itself gives to work on."""
        for id, text in items:
            self.texts[id], self.places[id], self.states[id], self.writers[id] = text, {}, "shown", (None, "script")
        return [id for id, _ in items]

    def _take_up(self, entry):
        if entry["board"] in self.said:
            self.said[entry["board"]].append(entry)
        if entry["do"] in COUNTED:
            self.behind[entry["board"], entry["by"]] = entry.get("weight", 1), entry.get("group")
        getattr(self, f"_{entry['do']}", lambda entry: None)(entry)

    def _came(self, entry):
        self.people.add(entry["by"])

    def _go(self, entry):
        self.visited.add(entry["step"])
        if "items" in entry:
            self.items[entry["step"]] = list(entry["items"])

    def _reveal(self, entry):
        self.revealed.add(entry["step"])

    def _open(self, entry):
        self.revealed.discard(entry["step"])

    def _case(self, entry):
        self.revealed.discard(entry["board"])

    def _items(self, entry):
        self.items[entry["board"]] = list(entry["items"])

    def _add(self, entry):
        id = entry["card"]
        self.texts[id], self.places[id], self.writers[id] = entry["text"], entry["place"], (entry["board"], entry["by"])
        self.states[id], self.because[id] = "held" if entry.get("held") else "shown", entry.get("because")

    def _bring(self, entry):
        self._list([(entry["card"], entry["text"])])

    def _edit(self, entry):
        self.texts[entry["card"]] = entry.get("text", self.texts[entry["card"]])
        self.states[entry["card"]] = "held" if entry.get("held") else self.states[entry["card"]]

    def _release(self, entry):
        self.states.update(dict.fromkeys(entry["cards"], "shown"))

    def _hold(self, entry):
        self.states.update(dict.fromkeys(entry["cards"], "held"))

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
        if "brings" in entry:
            getattr(self, f"_{entry['brings']['do']}")({**entry, **entry["brings"]})

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
        """Per shown card or cluster: text, level or field, and its original texts. On a pyramid, and on a wall that says so, what was carried there lies among them."""
        plan = self.steps[step]
        carried = self.items.get(step, ()) if plan["kind"] == "pyramid" or plan["config"].get("use") == "among" else ()
        tops = self.shown([*carried, *(id for id, (board, _) in self.writers.items() if board == step)])
        return {id: (self.name(id), self.places[id].get("level", self.places[id].get("field")), sorted(self.texts[leaf] for leaf in self.shown_leaves(id))) for id in tops}

    def counted(self, step: str, ballots: dict[str, int], most: int = 1) -> dict[str, Counter]:
        """Per person their dots per (ballot, shown item): at most `most` of one person on an item, at most `ballots[id]` of one person in all."""
        shown, counted = set(self.shown(self.items[step])), {}
        for by, dots in [(by, dots) for (board, by), dots in self.dots.items() if board == step]:
            mine = counted[by] = Counter()
            for ballot, item in dots:
                top = self.top(item)
                if top in shown and mine[ballot, top] < most and sum(n for (b, _), n in mine.items() if b == ballot) < ballots[ballot]:
                    mine[ballot, top] += 1
        return counted

    def tally(self, step: str, ballots: dict[str, int], most: int = 1) -> dict[str, dict[str, int]]:
        """Dots per shown item and ballot."""
        counted = self.counted(step, ballots, most)
        return {
            id: {ballot: sum(mine[ballot, id] * self.behind[step, by][0] for by, mine in counted.items()) for ballot in ballots}
            for id in self.shown(self.items[step])
        }

    def order(self, step: str) -> dict[str, tuple]:
        """Per shown item its place, mean place and how many people put it on which place."""
        items = self.shown(self.items[step])
        on = {id: [] for id in items}
        for by, mine in self.lists.get(step, {}).items():
            for place, id in enumerate([id for id in dict.fromkeys(map(self.top, mine)) if id in on], 1):
                on[id] += [place] * self.behind[step, by][0]
        means = {id: Fraction(sum(places), len(places)) for id, places in on.items() if places}
        return {
            id: (1 + sum(other < means[id] for other in means.values()), float(means[id]), [places.count(n + 1) for n in range(len(items))])
            for id, places in on.items() if places
        }
