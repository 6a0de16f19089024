"""What a step should be offered from an earlier one, from the raw entries before it began: the carry rules of docs/wire.md, counted again. See recount.py."""

import re

from recount import Recount
from retell import KINDS, sort_of


def picked(log: list[dict], go: dict) -> set[str]:
    """What the rule alone takes along when the entry `go` opens a step; a tie at the cut goes along."""
    count = Recount(log[: go["seq"] - 1])
    source = count.steps[go["step"]]["from"]
    rows, buckets = _found(count, source)
    fields = count.steps[source["step"]]["config"].get("fields", []) if not source.get("session") else []
    stays = {one["id"] for one in fields if isinstance(one, dict) and one.get("stays")}
    goes = {id for id in _by_rule(rows, source, buckets) if not (rows[id].get("wish") or count.places[id].get("wish") or rows[id].get("field") in stays)}
    if not source.get("points"):
        return goes
    names = dict(zip(map(count.top, count.items[source["step"]]), count.steps[source["step"]]["config"]["items"], strict=False))
    return {point for id in goes for point in count.points[go["step"]].get(names.get(id), [])}


def _found(count: Recount, source: dict) -> tuple[dict[str, dict], dict[str, str]]:
    """The rows of the source, and its buckets: {name: id}."""
    if source.get("session"):
        facts, rows = count.earlier.get((source["session"], source["step"]), ({}, {}))
        return {id: row for id, row in rows.items() if row["text"] and row.get("sort") != "link"}, {one["name"]: one["id"] for one in facts.get("buckets", [])}
    plan = count.steps[source["step"]]
    rows, _ = KINDS[sort_of(plan)](count, source["step"], plan["config"])
    cards = {id: row for id, row in rows.items() if id in count.texts}
    return cards, {name: f"b{n}" for n, name in enumerate(plan["config"].get("buckets", []), 1)}


def _by_rule(rows: dict, source: dict, buckets: dict[str, str]) -> set[str]:
    rule = source["rule"]
    if rule in ("all", "clustered"):
        return set(rows)
    if match := re.fullmatch(r"field\((.+)\)", rule):
        place = buckets.get(match[1], match[1])
        return {id for id, row in rows.items() if place in (row.get("field"), row.get("level"), row.get("place"), *row.get("tied", ()))}
    if match := re.fullmatch(r"(top|lowest|widest)\((\d+),\s*(\w+)\)", rule):
        way, n, by = match.groups()
        return _first(int(n), {id: score for id, row in rows.items() if (score := _score(way, by, row, source.get("ballot"))) is not None}) | {id for id in rows if rows[id].get("kept")}
    return set()


def _score(way: str, by: str, row: dict, ballot: str | None) -> float | None:
    """Lower is earlier; None where there is nothing to go by: no dot, no answer, or all the same where it is about differing."""
    if by == "votes":
        return -(row["dots"][ballot] if ballot else [*row["dots"].values()][0]) or None
    if by == "rank":
        return row.get("mean")
    if row.get(by) is None or (by == "spread" and not row[by]):
        return None
    return row[by] if way == "lowest" else -row[by]


def _first(n: int, scores: dict[str, float]) -> set[str]:
    if not scores:
        return set()
    cut = sorted(scores.values())[min(n, len(scores)) - 1]
    return {id for id, score in scores.items() if score <= cut}
