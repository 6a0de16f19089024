"""What earlier sessions found: their plain reports (facilitator/report/plain.py), looked over when a session is made and kept in entry 1 of its log.

Only what stands in these shapes is kept. A later version may write more into a report, but no less: a report of years ago must still be read.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, to_builtins

from sessions.cards import BECAUSE, TEXT
from sessions.scripted import Earlier as Named
from sessions.scripted import From, Script
from sessions.scripted import Step as Planned
from sessions.table import Table

LAY = ("level", "field", "strand", "wish")
FORMAT = 1  # of a plain report
PLAIN = r"\A[^\x00-\x08\x0b-\x1f\x7f]*\Z"

Key = Annotated[str, Meta(min_length=1, max_length=80, pattern=PLAIN)]
Line = Annotated[str, Meta(max_length=200, pattern=PLAIN)]
Said = Annotated[str, Meta(max_length=4000, pattern=PLAIN)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Counts = dict[Key, Count]
Figure = float | None
Cells = dict[Key, Said]


class Item(Struct, kw_only=True):
    id: Key
    name: Line
    number: Count | UnsetType = UNSET


class Scores(Struct, kw_only=True):
    """Of one cell of a scale, see scores.py."""

    counts: Annotated[list[Count], Meta(min_length=2, max_length=7)]
    scored: Count
    median: Figure
    low: Figure
    high: Figure
    spread: Figure


class Sheet(Struct):
    table: Count
    cells: Cells


class Row(Struct, kw_only=True):
    """A row of any kind: what carry.py, a step that shows last time, and a step that stands beside it read of it."""

    id: Key
    text: Said
    n: Count | UnsetType = UNSET
    because: Annotated[str, Meta(max_length=BECAUSE, pattern=PLAIN)] | None | UnsetType = UNSET
    sort: Key | UnsetType = UNSET
    level: Key | None | UnsetType = UNSET
    strand: Key | None | UnsetType = UNSET
    field: Key | None | UnsetType = UNSET
    wish: bool | None | UnsetType = UNSET
    place: Count | Key | None | UnsetType = UNSET
    kept: bool | UnsetType = UNSET
    dots: Counts | UnsetType = UNSET
    people: Count | Counts | UnsetType = UNSET
    mean: Figure | UnsetType = UNSET
    tied: list[Key] | UnsetType = UNSET
    counts: list[Count] | Counts | UnsetType = UNSET
    scored: Count | UnsetType = UNSET
    median: Figure | UnsetType = UNSET
    low: Figure | UnsetType = UNSET
    high: Figure | UnsetType = UNSET
    spread: Figure | list[Figure] | UnsetType = UNSET
    checks: dict[Key, Scores] | UnsetType = UNSET
    options: Counts | UnsetType = UNSET
    cells: Cells | UnsetType = UNSET
    tables: list[Sheet] | UnsetType = UNSET


class Facts(Struct, kw_only=True):
    people: Count | UnsetType = UNSET
    answers: Count | UnsetType = UNSET
    cards: Count | UnsetType = UNSET
    buckets: list[Item] | UnsetType = UNSET
    ballots: list[Item] | UnsetType = UNSET
    points: list[Item] | UnsetType = UNSET
    checks: list[Item] | UnsetType = UNSET
    columns: list[Item] | UnsetType = UNSET


class Result(Struct):
    rows: Annotated[list[Row], Meta(max_length=2000)]
    facts: Facts


class Step(Struct, kw_only=True):
    """`result` is None when it was not shown. `places` are the levels or fields that rows lie in."""

    id: Key
    kind: Key
    title: Line
    places: list[Item] = []
    result: Result | None


class Report(Struct, kw_only=True):
    format: int
    script: Key
    title: Line
    group: Line = ""
    date: Annotated[str, Meta(pattern=r"\A\d{4}-\d{2}-\d{2}\Z")]
    people: Count
    rehearsal: bool = False
    steps: Annotated[list[Step], Meta(max_length=40)]


class Unfit(Exception):
    """Why a session cannot go on from a report. `reason` with what `where` says: no_report, other_format, damaged_report (`step` and `row`, from 1, and `key`), other_script, script_twice and nothing_shown (`title`), not_shown (`title`, and of the step `step`)."""

    def __init__(self, reason: str, **where: Any):
        super().__init__(reason, where)
        self.reason, self.where = reason, where


def read(raw: Any) -> dict:
    """The report as it is kept. Raises Unfit."""
    if not isinstance(raw, dict) or not {"format", "script", "steps"} <= raw.keys():
        raise Unfit("no_report")
    if raw["format"] != FORMAT:
        raise Unfit("other_format")
    try:
        return to_builtins(msgspec.convert(raw, Report))
    except msgspec.ValidationError as error:
        raise Unfit("damaged_report", **_place(str(error))) from error


def _place(said: str) -> dict:
    """Where msgspec found it: "... - at `$.steps[2].result.rows[4].text`"."""
    path = (re.search(r"at `\$(.*)`", said) or ["", ""])[1]
    numbered = {name: int(found[1]) + 1 for name in ("step", "row") if (found := re.search(rf"{name}s\[(\d+)\]", path))}
    missing = re.search(r"required field `(\w+)`", said)
    *_, (last, numbers) = [("", ""), *re.findall(r"\.(\w+)(\[\d)?", path)]
    key = missing[1] if missing else "" if numbers else last
    return {**numbered, **({"key": key} if key else {})}


def sources(plan: Script) -> dict[str, dict[str, bool]]:
    """The scripts it goes on from, each with the steps it needs and whether their cards are carried; itself last: any script may be done again."""
    found: dict[str, dict[str, bool]] = {}
    for step in plan.steps:
        if step.from_ and step.from_.session:
            found.setdefault(step.from_.session, {})[step.from_.step] = True
        for named in step.elsewhere:
            found.setdefault(named.session, {}).setdefault(named.step, False)
    return {**found, plan.id: found.get(plan.id, {})}


def check(plan: Script, reports: list[dict]) -> None:
    """Whether a session of this script can go on from these reports. Raises Unfit."""
    needs, seen = sources(plan), set()
    for report in reports:
        if report["script"] not in needs:
            raise Unfit("other_script", title=report["title"])
        if report["script"] in seen:
            raise Unfit("script_twice", title=report["title"])
        seen.add(report["script"])
        _check_shown(report, needs[report["script"]])


def _check_shown(report: dict, needs: dict[str, bool]) -> None:
    steps = {step["id"]: (number, step) for number, step in enumerate(report["steps"], 1)}
    for id, carried in needs.items():
        number, step = steps.get(id, (0, {"title": id, "result": None}))
        if step["result"] is None:
            raise Unfit("not_shown", title=report["title"], step=step["title"])
        long = [at for at, row in enumerate(step["result"]["rows"], 1) if carried and is_card(row) and len(row["text"]) > TEXT]
        if long:
            raise Unfit("damaged_report", step=number, row=long[0], key="text")
    if not any(step["result"] for step in report["steps"]):
        raise Unfit("nothing_shown", title=report["title"])


def is_card(row: dict) -> bool:
    """Whether a row can become a card: not a link between two elements, and not the prompt of a poll, which has no text."""
    return bool(row["text"]) and row.get("sort") != "link"


class Found:
    """One step of an earlier session: its result, whose rows have ids of their own here, and the date (yyyy-mm-dd) and title of that session."""

    def __init__(self, report: dict, step: dict, prefix: str):
        self.date, self.session = report["date"], report["title"]
        self.kind, self.title, self.places = step["kind"], step["title"], step["places"]
        rows = [{**row, "id": f"{prefix}-{n}", "state": "shown"} for n, row in enumerate(step["result"]["rows"], 1)]
        self.table = Table(step["kind"], rows, step["result"]["facts"])

    @property
    def told(self) -> dict:
        return {"title": self.session, "date": self.date, "step": self.title}

    def beside(self, most: int | None) -> dict:
        """What stands beside the work of a step: of collected cards the most mentioned first, else in the order of the result; only the first for a phone."""
        rows = [row for row in self.table.rows if row["text"]]
        rows = sorted(rows, key=lambda row: -row.get("n", 1)) if self.places else rows
        parts = {row["id"]: {key: row[key] for key in ("text", "n", *LAY) if key in row} | {"at": at} for at, row in enumerate(rows[:most])}
        more = {"more": len(rows) - len(parts)} if len(rows) > len(parts) else {}
        return {"kind": self.kind, "step": self.title, "title": self.title, "session": self.session, "date": self.date, "parts": {**parts, "ranking": {"ids": [*parts]}, "config": {"places": self.places}}, **more}

    @property
    def cards(self) -> list[dict]:
        return [row for row in self.table.rows if is_card(row)]

    def place(self, row: dict) -> dict:
        """Where a card lay: a level or a field, not what it was put in later."""
        lay = {"level": row.get("level"), "field": row.get("field")}.items()
        found = {key: value for key, value in lay if value in {place["id"] for place in self.places}}
        return {**found, **{key: row[key] for key in ("strand", "wish") if found and row.get(key)}}


class Earlier:
    """The reports that a session goes on from; at most one per script."""

    def __init__(self, reports: Iterable[dict] = ()):
        told = [(report, step) for report in reports for step in report["steps"] if step["result"]]
        self._found = {(report["script"], step["id"]): Found(report, step, f"e{number}") for number, (report, step) in enumerate(told, 1)}
        self._origins = {row["id"]: found for found in self._found.values() for row in found.cards}

    def origin(self, id: str) -> Found | None:
        """Where a card comes from that was one of these rows."""
        return self._origins.get(id)

    def find(self, script: str, step: str) -> Found | None:
        return self._found.get((script, step))

    def named(self, by: From | Named | None) -> Found | None:
        """What `from` or `beside` of a step names, where that is a step of an earlier session."""
        return self.find(by.session, by.step) if by and by.session else None

    def beside(self, step: Planned) -> Found | None:
        """What stands beside a step: of what it names the first that there is."""
        return next(filter(None, map(self.named, step.elsewhere)), None)
