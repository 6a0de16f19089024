"""What a step should be offered from an earlier one, from the raw entries before it began: the carry rules of docs/wire.md, counted again. See recount.py."""

import re

from recount import Recount
from retell import KINDS, sort_of


def picked(log: list[dict], go: dict) -> set[str]:
    """What the rule alone takes along when the entry `go` opens a step; a tie at the cut goes along."""
    count = Recount(log[: go["seq"] - 1])
    source = count.steps[go["step"]]["from"]
    plan = count.steps[source["step"]]
    rows, _ = KINDS[sort_of(plan)](count, source["step"], plan["config"])
    goes = {id for id in _by_rule(count, plan, source, rows) if not count.places[id].get("wish")}
    if not source.get("points"):
        return goes
    names = dict(zip(map(count.top, count.items[plan["id"]]), plan["config"]["items"], strict=False))
    return {point for id in goes for point in count.points[go["step"]].get(names.get(id), [])}


def _by_rule(count: Recount, plan: dict, source: dict, rows: dict) -> set[str]:
    rule = source["rule"]
    if rule in ("all", "clustered"):
        return set(rows)
    if match := re.fullmatch(r"field\((.+)\)", rule):
        return _in_place(plan, rows, match[1])
    if match := re.fullmatch(r"(top|lowest|widest)\((\d+),\s*(\w+)\)", rule):
        way, n, by = match.groups()
        return _first(int(n), {id: score for id, row in rows.items() if (score := _score(way, by, row, source.get("ballot"))) is not None}) | {id for id in rows if rows[id].get("kept")}
    return set()


def _in_place(plan: dict, rows: dict, place: str) -> set[str]:
    names = {name: f"b{n}" for n, name in enumerate(plan["config"].get("buckets", []), 1)}
    place = names.get(place, place)
    return {id for id, row in rows.items() if place in (row.get("field"), row.get("level"), *row.get("tied", ()))}


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
