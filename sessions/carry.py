"""Which items a step is offered: the `from` rules. The facilitator decides on the carry sheet; what was chosen is frozen in the log."""

import re
from typing import NamedTuple

from sessions.table import Table

RULES = ("all", "clustered", "top(n,votes)", "top(n,rank)", "field(name)", "chosen")
_RULE = re.compile(r"(all|clustered|chosen)|(top)\((\d{1,2}),\s*(votes|rank)\)|(field)\(([^()]{1,60})\)")


class Rule(NamedTuple):
    """`name` all | clustered | chosen | top | field; `n` and `by` (votes | rank) with top, `place` with field."""

    name: str
    n: int = 0
    by: str = ""
    place: str = ""

    @property
    def needs_result(self) -> bool:
        return self.name == "top"


def parse(text: str) -> Rule | None:
    """The rule, or None when there is no such rule."""
    match = _RULE.fullmatch(text.strip())
    if match is None:
        return None
    plain, top, n, by, field, place = match.groups()
    return Rule(plain) if plain else Rule("top", int(n), by) if top else Rule("field", place=place)


def offer(rule: Rule, table: Table, most: int, ballot: str | None = None) -> list[dict]:
    """The shown items of `table`, with what the rule picks: [{"id", "text", "n"?, "level"?, "field"?, "wish"?, "why", "picked", "tie"}]. A wish is never picked.

    Ties at the cut all go along and are marked; an item without a dot never does, unless the facilitator keeps it. At most `most` are picked.
    """
    rows = table.shown()
    if rule.name == "top":
        rows = sorted(rows, key=lambda row: _score(rule, row, ballot))
    picked, ties = _top(rule, rows, ballot) if rule.name == "top" else _field(rule, table) if rule.name == "field" else (_plain(rule, rows), set())
    kept = [row["id"] for row in rows if rule.name == "top" and row.get("kept")]
    goes = [*kept, *(row["id"] for row in rows if row["id"] in picked and row["id"] not in kept)][:most]
    return [{**{key: row[key] for key in ("id", "text", "n", "level", "field", "wish") if key in row}, "why": _why(rule, row, ballot), "picked": row["id"] in goes, "tie": row["id"] in ties} for row in rows]


def _plain(rule: Rule, rows: list[dict]) -> set[str]:
    return set() if rule.name == "chosen" else {row["id"] for row in rows if not row.get("wish")}


def _field(rule: Rule, table: Table) -> tuple[set[str], set[str]]:
    """What lies in the place, by its id or its name; what lies as much in another place is a tie."""
    named = {bucket["name"]: bucket["id"] for bucket in table.facts.get("buckets", ())}
    place, rows = named.get(rule.place, rule.place), [row for row in table.shown() if not row.get("wish")]
    ties = {row["id"] for row in rows if place in row.get("tied", ())}
    return {row["id"] for row in rows if place in (row.get("field"), row.get("level"), row.get("place"))} | ties, ties


def _top(rule: Rule, rows: list[dict], ballot: str | None) -> tuple[set[str], set[str]]:
    scores = {row["id"]: _score(rule, row, ballot) for row in rows}
    counts = sorted(score for score in scores.values() if score < 0 or rule.by == "rank" and score < float("inf"))
    if not counts:
        return set(), set()
    cut = counts[min(rule.n, len(counts)) - 1]
    picked = {id for id, score in scores.items() if score <= cut and score in counts}
    at_cut = {id for id in picked if scores[id] == cut}
    return picked, at_cut if len(picked) > rule.n else set()


def _score(rule: Rule, row: dict, ballot: str | None) -> float:
    """Lower is better: dots count down, places count up."""
    if rule.by == "votes":
        dots = row["dots"]
        return -dots[ballot or next(iter(dots))]
    return row["mean"] if row.get("mean") is not None else float("inf")


def _why(rule: Rule, row: dict, ballot: str | None) -> dict:
    kept = {"kept": True} if row.get("kept") else {}
    if rule.name != "top":
        return kept
    return {"dots": -int(_score(rule, row, ballot)), **kept} if rule.by == "votes" else {"place": row["place"]}
