"""What became of a card or bundle: the notes it came from and what each step said of it, in the order it went through them. Only what the room was shown."""

from collections.abc import Callable, Iterable, Mapping

from sessions.boards.levels import LEVELS
from sessions.cards import Card, Cards
from sessions.earlier import Earlier
from sessions.stage import Step
from sessions.table import Table

Station = dict


class Descents:
    """Of one moment: `told` are the steps that may be told, with their results."""

    def __init__(self, cards: Cards, told: Iterable[tuple[Step, Table]], earlier: Earlier):
        self._cards, self._earlier = cards, earlier
        self._told = [(step, table, {row["id"]: row for row in table.shown()}) for step, table in sorted(told, key=lambda one: one[0].began or 0)]

    def of(self, id: str, before: str | None = None) -> dict:
        """{"cards": original cards it came from, "steps": [{"step", "kind", "title", ...what was said there}]}, up to the step `before`.

        Where cards were written "notes": their texts; a vote says "dots" {ballot: n}, a ranking "place" and "of", a scale "median" (or "medians" per check)
        and "scored"; buckets, a poll or levels "most": names, "n" of "people"; relations "links", a plan "row". What an earlier session found comes first, with
        its "session" and "date" and no "step".
        """
        top = self._cards.top(id)
        notes = self._notes(top)
        found = [(step, self._station(step, table, rows.get(top), notes.get(step.id))) for step, table, rows in self._until(before)]
        steps = [{"step": step.id, "kind": step.plan.kind, "title": step.plan.title, **said} for step, said in found if said]
        return {"cards": sum(len(station.get("notes", ())) for station in steps), "steps": [*self._before(top), *steps]}

    def _before(self, top: str) -> list[Station]:
        """Where it comes from, of what an earlier session found."""
        origins = dict.fromkeys(found for leaf in self._shown(top) if (found := self._earlier.origin(leaf.id)))
        return [{"kind": found.kind, "title": found.title, "session": found.session, "date": found.date} for found in origins]

    def _until(self, before: str | None):
        for step, *told in self._told:
            if step.id == before:
                return
            yield step, *told

    def _shown(self, top: str) -> list[Card]:
        return self._cards.shown_leaves(top) if self._cards.state(top) == "shown" else []

    def _notes(self, top: str) -> dict[str, list[str]]:
        """The texts of its shown original cards, per step where they were written; what the script lists nobody wrote."""
        notes: dict[str, list[str]] = {}
        for leaf in self._shown(top):
            if leaf.by != "script":
                notes.setdefault(leaf.step, []).append(leaf.text)
        return notes

    def _station(self, step: Step, table: Table, row: dict | None, notes: list[str] | None) -> Station:
        said = SAID[step.plan.kind](row, table) if row and step.plan.kind in SAID else {}
        return {**({"notes": notes} if notes else {}), **said}


def _dots(row: dict, table: Table) -> Station:
    return {"dots": {ballot["name"]: row["dots"][ballot["id"]] for ballot in table.facts["ballots"]}}


def _place(row: dict, table: Table) -> Station:
    if "counts" in row:
        return _most(row["counts"], {bucket["id"]: bucket["name"] for bucket in table.facts["buckets"]}, row["people"])
    return {"place": row["place"], "of": sum(one["place"] is not None for one in table.shown())} if row["place"] else {}


def _median(row: dict, table: Table) -> Station:
    if "checks" not in row:
        return {"median": row["median"], "scored": row["scored"]} if row["scored"] else {}
    scored = {check["name"]: row["checks"][check["id"]] for check in table.facts["checks"]}
    medians = {name: one["median"] for name, one in scored.items() if one["scored"]}
    return {"medians": medians, "scored": max(one["scored"] for one in scored.values())} if medians else {}


def _chosen(row: dict, table: Table) -> Station:
    return _most(row["options"], {option["id"]: option["name"] for option in table.facts["options"]}, row["people"])


def _level(row: dict, table: Table) -> Station:
    return _most(row["levels"], {id: level["name"] for id, level in LEVELS.items()}, row["people"]) if "levels" in row else {}


def _most(counts: Mapping[str, int], names: Mapping[str, str], people: int) -> Station:
    most = max(counts.values())
    return {"most": [names[id] for id, n in counts.items() if n == most], "n": most, "people": people} if most else {}


def _links(row: dict, table: Table) -> Station:
    return {"links": row["links"]} if row["links"] else {}


def _row(row: dict, table: Table) -> Station:
    return {"row": True}


SAID: dict[str, Callable[[dict, Table], Station]] = {
    "pyramid": _level, "vote": _dots, "order": _place, "relations": _links, "scale": _median, "poll": _chosen, "plan": _row,
}
