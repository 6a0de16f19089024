"""The report before it has a form: what may be told, once, in plain structures that every format writes out.

Only what the room was shown comes through here: a step whose result waits for the reveal has no rows, and a card that is
hidden, held, set aside or removed is not in it. So no format has to think about secrets; nothing else may read a Table.
"""

from datetime import datetime
from typing import Any

from msgspec import Struct, convert, field

from sessions.boards import KINDS
from sessions.descent import Descents
from sessions.table import Table

Row = dict[str, Any]
DESCENDED = {"vote", "order", "scale", "plan"}  # kinds whose rows say where they came from


class Section(Struct, frozen=True, kw_only=True):
    """One visited step. `rows` and `facts` as in docs/wire.md section 7, shown cards only; `places` are levels or fields."""

    step: str
    kind: str
    title: str
    question: str
    told: bool  # False: this result was not shown, so it is not here
    rows: list[Row]
    facts: Row
    places: list[Row]
    strands: list[Row]
    aside: int
    added: list[str]  # texts that the facilitator took along beside the rule, and left out against it
    left: list[str]
    decisions: list[str]
    open: list[str]
    tables: list[str] = field(default_factory=list)  # their names, the first for table 1

    def at(self, place: str) -> list[Row]:
        """The cards of one level or field, most mentioned first, then the oldest; wishes are not there yet."""
        here = [row for row in self.rows if place in (row.get("level"), row.get("field")) and not row.get("wish")]
        return sorted(here, key=lambda row: -row["n"])

    def wishes(self) -> list[Row]:
        return [row for row in self.rows if row.get("wish")]

    def named(self, place: str | None) -> str:
        """A level or field by its name."""
        return next((one["name"] for one in self.places if one["id"] == place), "")

    def count(self, place: str) -> int:
        return sum(row["n"] for row in self.at(place))


class Report(Struct, frozen=True, kw_only=True):
    script: str
    title: str
    group: str
    started: datetime
    people: int
    crowd: Row  # {"people", "phones", "tables", "paper"}
    approved: bool
    rehearsal: bool
    sections: list[Section]
    decisions: list[Row]  # {"step", "text"} of all steps, in the order of the script
    open: list[Row]
    earlier: list[Row]  # {"script", "title", "date"} of the sessions it went on from


def sections(live) -> Report:
    """The report of a live session as it is now."""
    stage = live.stage("console", 0)
    steps, descents = [step for step in stage["steps"] if step["visited"]], live.descents()
    return Report(
        script=live.made["script"]["id"],
        title=stage["title"],
        group=stage["group"],
        started=datetime.fromtimestamp(live.made["started"]),
        people=stage["people"],
        crowd=stage["crowd"],
        approved=stage["approved"],
        rehearsal=stage["rehearsal"],
        sections=[_section(live, stage, step, descents) for step in steps],
        decisions=_notes(stage, "decision"),
        open=_notes(stage, "open"),
        earlier=[{key: one[key] for key in ("script", "title", "date")} for one in live.made.get("earlier", ())],
    )


def _carried(live, step: str) -> dict[str, list[str]]:
    return {way: [live.cards.face(id)["text"] for id in ids] for way, ids in live.carried(step).items()}


def _section(live, stage: Row, step: Row, descents: Descents) -> Section:
    table, told, carried, face = live.result(step["id"]), live.tells(step["id"]), _carried(live, step["id"]), _face(step)
    rows = [_told(row) | _descent(row, step, descents) for row in table.shown()] if told else []
    here = [note for note in stage["notes"] if note["step"] == step["id"]]
    return Section(
        step=step["id"],
        kind=step["kind"],
        title=step["title"],
        question=step["prompt"],
        told=told,
        rows=rows,
        facts=_facts(table, {row["id"] for row in rows}) if told else {},
        places=face.get("levels") or face.get("fields") or [],
        strands=face.get("letters") or face.get("strands", []),
        aside=sum(_aside(row) for row in table.rows),
        added=carried["added"],
        left=carried["left"],
        decisions=[note["text"] for note in here if note["as"] == "decision"],
        open=[note["text"] for note in here if note["as"] == "open"],
        tables=stage.get("tables", []),
    )


def _face(step: Row) -> Row:
    """The step's settings with what they imply: its levels, fields and strands by name."""
    kind = KINDS[step["kind"]]
    return kind.start(convert(step["config"], kind.Config)).face


def _told(row: Row) -> Row:
    """A shown row, with of its original cards only the shown ones."""
    told = {key: value for key, value in row.items() if key not in ("state", "cards")}
    if "cards" in row:
        told["cards"] = [{key: value for key, value in card.items() if key != "state"} for card in row["cards"] if card["state"] == "shown"]
    return told


def _descent(row: Row, step: Row, descents: Descents) -> Row:
    """Where an item came from, when that is more than one card of one step of this session."""
    if step["kind"] not in DESCENDED:
        return {}
    found = descents.of(row["id"], before=step["id"])
    says = found["cards"] > 1 or len(found["steps"]) > 1 or any("session" in station for station in found["steps"])
    return {"descent": found} if says else {}


def _aside(row: Row) -> int:
    """How many cards in a row were set aside; what they say and why stays with the facilitator."""
    cards = row.get("cards", [row])
    return len(cards) if row["state"] == "aside" else sum(card["state"] == "aside" for card in cards)


def _facts(table: Table, shown: set[str]) -> Row:
    """The facts, without the ids of items that are not shown."""
    listed = table.facts.get("divided")
    return {**table.facts, "divided": [id for id in listed if id in shown]} if isinstance(listed, list) else table.facts


def _notes(stage: Row, kind: str) -> list[Row]:
    """Notes of one kind by step, in the order of the script; those of no step come first."""
    order = {step["id"]: i for i, step in enumerate(stage["steps"])}
    kept = [note for note in stage["notes"] if note["as"] == kind]
    return [{"step": note["step"], "text": note["text"]} for note in sorted(kept, key=lambda note: order.get(note["step"], -1))]
