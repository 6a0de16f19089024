"""What a group found between its items: a row per pair, and what of that is drawn as a map and what is put on the agenda."""

from collections import Counter

from sessions import facing
from sessions.links import APART, Finding, Found, Pair

LINES = 14  # in a map; with more links only the strongest are drawn, and none that one person saw alone
AGENDA = 12  # on a phone
READ = 8  # reasons of one link on the screen
FACE = ("a", "b", "type", "n", "against")


def rows(pairs: list[Pair], found: Found, types: list[dict], verdicts: dict[Pair, str], reasons: dict[int, bool]) -> list[dict]:
    """A row per pair that people looked at, the strongest link first. `types` are {"id", "asks"}; `reasons` says which may be read."""
    told = [_row(at, found.pairs[at], types, verdicts.get(at), reasons) for at in pairs if at in found.pairs]
    return sorted(told, key=lambda row: -row["n"])


def _row(at: Pair, told: Finding, types: list[dict], verdict: str | None, reasons: dict[int, bool]) -> dict:
    """`type` is what most people say, `n` how many; of equals the one that asks for a talk. `against` counts the people who see something to talk about."""
    most = max(types, key=lambda type: (told.people[type["id"]], bool(type["asks"])))
    n = told.people[most["id"]]
    said = [{"id": seq, "type": type, "text": text, "show": reasons.get(seq, False)} for seq, type, text in sorted(told.reasons)]
    return {
        "id": f"link:{at[0]}:{at[1]}", "a": at[0], "b": at[1], "type": most["id"] if n else None, "n": n,
        "against": sum(told.people[type["id"]] for type in types if type["asks"]),
        "types": {id: told.people[id] for id in (*(type["id"] for type in types), *APART)},
        "grounds": dict(sorted(told.grounds.items())), "basis": verdict, "reasons": said,
    }


def lines(rows: list[dict]) -> list[dict]:
    """The links a map draws."""
    linked = [row for row in rows if row["type"]]
    strong = [row for row in linked if row["n"] > 1] or linked
    return linked if len(linked) <= LINES else strong[:LINES]


def columns(ids: list[str], drawn: list[dict]) -> tuple[list[str], list[str]]:
    """Where the items stand in the map."""
    return facing.columns(ids, {(row["a"], row["b"]): row["n"] for row in drawn})


def touched(rows: list[dict]) -> Counter[str]:
    """How many links each item has."""
    return Counter(id for row in rows if row["type"] for id in (row["a"], row["b"]))


def ranking(ids: list[str], rows: list[dict], found: Found) -> dict:
    """The items, the most linked first, and those without a link; where all stand in the map, which links are drawn; and the agenda."""
    drawn, links = lines(rows), touched(rows)
    left, right = columns(ids, drawn)
    agenda = sorted((row for row in rows if row["against"]), key=lambda row: -row["against"])
    return {
        "ids": sorted(ids, key=lambda id: -links[id]), "loose": [id for id in ids if not links[id]], "left": left, "right": right,
        "lines": [row["id"] for row in drawn], "linked": sum(links.values()) // 2, "agenda": [row["id"] for row in agenda],
        "people": found.people, "looked": len(rows),
    }


def faces(rows: list[dict], ranking: dict, audience: str) -> dict[str, dict]:
    """A part per link. A phone gets what is drawn and what is on the agenda, in numbers only."""
    if audience == "phone":
        drawn = {*ranking["lines"], *ranking["agenda"][:AGENDA]}
        return {row["id"]: {key: row[key] for key in FACE} for row in rows if row["id"] in drawn}
    return {row["id"]: {**{key: row[key] for key in (*FACE, "types", "grounds", "basis")}, "reasons": _read(row["reasons"], audience)} for row in rows}


def _read(reasons: list[dict], audience: str) -> list[dict]:
    """The console also gets what waits or was put away, and that first."""
    return sorted(reasons, key=lambda reason: reason["show"])[: 2 * READ] if audience == "console" else read(reasons)[:READ]


def read(reasons: list[dict]) -> list[dict]:
    """The reasons that everybody may read."""
    return [{"type": reason["type"], "text": reason["text"]} for reason in reasons if reason["show"]]
