"""Which items a step is offered: the `from` rules. The facilitator decides on the carry sheet; what was chosen is frozen in the log."""

import re
from typing import NamedTuple

from sessions.table import Table

RULES = ("all", "clustered", "top(n,votes)", "top(n,rank)", "top(n,median)", "lowest(n,median)", "widest(n,spread)", "field(name)", "chosen")
_RULE = re.compile(r"(all|clustered|chosen)|(?:(top)\((\d{1,2}),\s*(votes|rank|median)\))|(?:(lowest)\((\d{1,2}),\s*(median)\))|(?:(widest)\((\d{1,2}),\s*(spread)\))|(field)\(([^()]{1,60})\)")


class Rule(NamedTuple):
    """`name` all | clustered | chosen | top | lowest | widest | field; `n` and `by` (votes | rank | median | spread) with the three that cut, `place` with field."""

    name: str
    n: int = 0
    by: str = ""
    place: str = ""

    @property
    def cuts(self) -> bool:
        """Whether it needs figures, and takes the first `n` by them."""
        return bool(self.by)


def parse(text: str) -> Rule | None:
    """The rule, or None when there is no such rule."""
    match = _RULE.fullmatch(text.strip())
    if match is None:
        return None
    name, *more = [group for group in match.groups() if group is not None]
    if not more:
        return Rule(name)
    return Rule(name, place=more[0]) if name == "field" else Rule(name, int(more[0]), more[1])


def offer(rule: Rule, table: Table, most: int, ballot: str | None = None) -> list[dict]:
    """The shown items of `table`, with what the rule picks: [{"id", "text", "n"?, "level"?, "field"?, "wish"?, "why", "picked", "tie"}]. A wish is never picked, nor what stays on its board.

    Ties at the cut all go along and are marked; an item without a dot never does, unless the facilitator keeps it. At most `most` are picked.
    """
    rows = table.shown()
    if rule.cuts:
        rows = sorted(rows, key=lambda row: _score(rule, row, ballot))
    picked, ties = _first(rule, rows, ballot) if rule.cuts else _field(rule, table) if rule.name == "field" else (_plain(rule, rows), set())
    kept = [row["id"] for row in rows if rule.cuts and row.get("kept")]
    goes = [*kept, *(row["id"] for row in rows if row["id"] in picked and row["id"] not in kept)][:most]
    return [{**{key: row[key] for key in ("id", "text", "n", "level", "field", "wish") if key in row}, "why": _why(rule, row, table, ballot), "picked": row["id"] in goes, "tie": row["id"] in ties} for row in rows]


def _plain(rule: Rule, rows: list[dict]) -> set[str]:
    return set() if rule.name == "chosen" else {row["id"] for row in rows if not (row.get("wish") or row.get("stays"))}


def _field(rule: Rule, table: Table) -> tuple[set[str], set[str]]:
    """What lies in the place, by its id or its name; what lies as much in another place is a tie."""
    place, rows = _place(rule, table), [row for row in table.shown() if not row.get("wish")]
    ties = {row["id"] for row in rows if place in row.get("tied", ())}
    return {row["id"] for row in rows if place in (row.get("field"), row.get("level"), row.get("place"))} | ties, ties


def _place(rule: Rule, table: Table) -> str:
    named = {bucket["name"]: bucket["id"] for bucket in table.facts.get("buckets", ())}
    return named.get(rule.place, rule.place)


def _first(rule: Rule, rows: list[dict], ballot: str | None) -> tuple[set[str], set[str]]:
    """The first `n`, and those that are equal at the cut. What has no figure stays, and so does what nobody gave a dot or where nobody differs."""
    scores = {row["id"]: _score(rule, row, ballot) for row in rows}
    worth = {id: score for id, score in scores.items() if score < (0 if rule.by in ("votes", "spread") else float("inf"))}
    if not worth:
        return set(), set()
    cut = sorted(worth.values())[min(rule.n, len(worth)) - 1]
    picked = {id for id, score in worth.items() if score <= cut}
    return picked, {id for id in picked if scores[id] == cut} if len(picked) > rule.n else set()


def _score(rule: Rule, row: dict, ballot: str | None) -> float:
    """Lower goes first: dots, a high median and a wide spread count down; places and a low median count up."""
    if rule.by == "votes":
        return -_dots(row, ballot)
    value = row.get({"rank": "mean"}.get(rule.by, rule.by))
    if value is None:
        return float("inf")
    return value if rule.by == "rank" or rule.name == "lowest" else -value


def _dots(row: dict, ballot: str | None) -> int:
    return row["dots"][ballot or next(iter(row["dots"]))]


def _why(rule: Rule, row: dict, table: Table, ballot: str | None) -> dict:
    """Why an item is on the sheet, as keys and numbers: what the rule looks at."""
    if rule.name == "field":
        place = _place(rule, table)
        return {"chose": row["counts"].get(place, 0), "people": row["people"], "in": rule.place} if "counts" in row and row.get("people") else {}
    if not rule.cuts:
        return {}
    kept = {"kept": True} if row.get("kept") else {}
    match rule.by:
        case "votes":
            several = len(row["dots"]) > 1 and ballot
            return {"dots": _dots(row, ballot), **({"ballot": ballot} if several else {}), **kept}
        case "rank":
            return {"place": row["place"]}
    return {rule.by: row.get(rule.by), "n": row.get("scored", row.get("people"))}
