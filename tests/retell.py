"""What a step should say in the report, from the raw entries alone: nothing of ours is imported here either. See recount.py.

`retell(count, step)` -> (rows by id, facts): only what this second count works out, in the words of docs/wire.md section 7; None when the report may not tell it.
"""

from collections import Counter, defaultdict
from fractions import Fraction

from measures import ENOUGH, diversity, groups, middle_half, quantile
from recount import Recount

LARGE, FEW = 8, 4
SECRET = {"vote", "order", "relations", "scale", "poll", "adopters", "flags"}
LEVELS = ("foundation", "base", "extra", "intensive")
GROUPS = ("innovators", "trendsetters", "willing", "conservative", "laggards")
CRITERIA = ("consent", "voluntary", "equality", "age_fit", "context_fit", "self_respect")
FLAGS = ("green", "yellow", "red", "black")
TYPES = ["versterken elkaar", "sluiten op elkaar aan", "spreken elkaar tegen"]  # what a script leaves out
ASKS = ["spreken elkaar tegen"]


def retell(count: Recount, step: str) -> tuple[dict, dict] | None:
    plan = count.steps[step]
    rows, facts = KINDS[sort_of(plan)](count, step, plan["config"])
    return (rows, facts) if told(count, step, rows, facts) else None


def sort_of(plan: dict) -> str:
    """The kind, or a mode of it that is another exercise."""
    mode = plan["config"].get("mode")
    return f"{plan['kind']} {mode}" if mode in ("place", "bucket") else plan["kind"]


def told(count: Recount, step: str, rows: dict, facts: dict) -> bool:
    """Whether the room was shown it, and there are answers enough to hide among."""
    plan = count.steps[step]
    secret = plan["kind"] in SECRET or sort_of(plan) == "pyramid place"
    if plan["kind"] == "flags":
        return bool(rows)
    if secret and step not in count.revealed:
        return False
    if plan["config"].get("show") == "nothing":
        return True
    hides = plan["anonymous"] is True or (secret and plan["anonymous"] == "auto" and len(count.people) >= LARGE)
    return not hides or facts["answers"] >= ENOUGH


# What was written


def cards(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    place = "level" if count.steps[step]["kind"] == "pyramid" else "field"
    told = count.cards(step) if config.get("show") != "nothing" else {}
    rows = {id: {"text": text, place: where, "n": len(texts), "cards": texts} for id, (text, where, texts) in told.items()}
    mine = [id for id, (board, _) in count.writers.items() if board == step and count.states[id] != "removed" and id not in count.below]
    people = len({count.writers[id][1] for id in mine} - {"console"})
    facts = {"people": people, "answers": people}
    if config.get("show") != "nothing":
        facts["cards"] = sum(row["n"] for id, row in rows.items() if not count.places[id].get("wish"))
    return rows, facts


def plan(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    added = [id for id, (board, _) in count.writers.items() if board == step]
    cells, tables = defaultdict(dict), set()
    for entry in count.said[step]:
        tables |= {entry["sheet"]} if entry["do"] in ("add", "cell") else set()
        if entry["do"] == "cell":
            cells[entry["sheet"], entry["card"]][entry["column"]] = entry["text"]
    rows, per_table = {}, config.get("per") == "table"
    for id in count.shown([*count.items.get(step, ()), *added]):
        filled = {table: {column: text for column, text in cells[table, id].items() if text} for table in sorted(tables)}
        if not per_table:
            rows[id] = {"text": count.name(id), "cells": filled.get(0, {})}
        elif id in count.items.get(step, ()):
            rows[id] = {"text": count.name(id), "tables": [{"table": table, "cells": mine} for table, mine in filled.items() if table]}
        else:  # a row that one table added: its cells are nobody else's
            [own] = [entry["sheet"] for entry in count.said[step] if entry["do"] == "add" and entry["card"] == id]
            rows[id] = {"text": count.name(id), "tables": [{"table": own, "cells": {column: text for column, text in cells[0, id].items() if text}}]}
    writers = {entry["by"] for entry in count.said[step] if entry["do"] in ("add", "cell")} - {"console"}
    return rows, {"answers": len(writers)}


# What was chosen


def vote(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    ballots = {one["id"]: one.get("dots", 3) for one in config.get("ballots", [])} or {"dots": config.get("dots", 3)}
    counted, dots = count.counted(step, ballots, config.get("max_per_item", 1)), count.tally(step, ballots, config.get("max_per_item", 1))
    voted = [by for by, mine in counted.items() if mine.total()]
    people = {id: {ballot: sum(count.behind[step, by][0] for by in voted if counted[by][ballot, id]) for ballot in ballots} for id in dots}
    rows = {id: {"text": count.name(id), "dots": dots[id], "people": people[id], "kept": id in _kept(count, step), "roles": None} for id in dots}
    for id, row in rows.items():
        row["reasons"] = sorted(_reasons(count, step, id, {by for by in voted if any(counted[by][ballot, id] for ballot in ballots)}), key=str.casefold)
    roles = Counter(count.behind[step, by][1] for by in voted)
    for name, members in groups(config.get("split_by", []), roles).items():
        for id, row in rows.items():
            row["roles"] = row["roles"] or {}
            row["roles"][name] = sum(counted[by][ballot, id] * count.behind[step, by][0] for by in voted for ballot in ballots if count.behind[step, by][1] in members)
    return rows, {"people": sum(count.behind[step, by][0] for by in voted), "answers": len(voted)}


def _kept(count: Recount, step: str) -> set[str]:
    kept = [entry["kept"] for entry in count.said[step] if entry["do"] == "keep"]
    return set(map(count.top, kept[-1])) if kept else set()


def _reasons(count: Recount, step: str, item: str, voters: set[str]) -> list[str]:
    on = [id for id, place in count.places.items() if "on" in place and count.writers[id][0] == step and count.top(place["on"]) == item]
    return [count.texts[id] for id in on if count.states[id] == "shown" and count.writers[id][1] in voters]


def rank(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    found, lists = count.order(step), count.lists.get(step, {})
    rows = {id: {"text": count.name(id), "place": place, "mean": mean, "places": places, "spread": middle_half(places)} for id, (place, mean, places) in found.items()}
    rows |= {id: {"text": count.name(id), "place": None} for id in count.shown(count.items[step]) if id not in rows}
    if any(entry["do"] == "key" and entry["show"] for entry in count.said[step]):
        meant = {text: place for place, text in enumerate(config["key"], 1)}
        for row in rows.values():
            row |= {"meant": meant[row["text"]], "share": round(row["places"][meant[row["text"]] - 1] / sum(row["places"]), 4)}
    answered = [by for by, mine in lists.items() if any(count.top(id) in rows for id in mine)]
    return rows, {"people": sum(count.behind[step, by][0] for by in answered), "answers": len(answered), "w": _concordance(count, step, [by for by in answered])}


def _concordance(count: Recount, step: str, people: list[str]) -> float | None:
    """Kendall's W of the lists that rank all: the spread of the mean places, as a share of what it can be at most."""
    items = count.shown(count.items[step])
    lists = [([id for id in dict.fromkeys(map(count.top, count.lists[step][by])) if id in items], count.behind[step, by][0]) for by in people]
    whole = [(mine, weight) for mine, weight in lists if len(mine) == len(items)]
    m, k = sum(weight for _, weight in whole), len(items)
    if k < 2 or len(whole) < 2:
        return None
    means = [Fraction(sum(weight * (mine.index(id) + 1) for mine, weight in whole), m) for id in items]
    return float(sum((mean - Fraction(k + 1, 2)) ** 2 for mean in means) / Fraction(k**3 - k, 12))


def buckets(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    names, mine = [f"b{n}" for n, _ in enumerate(config["buckets"], 1)], newest(count, step, "place", lambda entry: entry["bucket"])
    rows = {}
    for id in count.shown(count.items[step]):
        counts = {name: sum(count.behind[step, by][0] for by, said in mine.items() if said.get(id) == name) for name in names}
        most = [name for name in names if counts[name] == max(counts.values()) > 0]
        rows[id] = {"text": count.name(id), "counts": counts, "people": sum(counts.values()), "field": most[0] if most else None,
                    "tied": most if len(most) > 1 else [], "spread": diversity(list(counts.values())) if most else None}
    answers = {id: sum(id in said for said in mine.values()) for id in rows}
    told = [id for id in rows if answers[id] >= FEW]
    facts = {"answers": sum(any(id in rows for id in said) for said in mine.values()),
             "divided": {id for id in told if 2 * max(rows[id]["counts"].values()) <= rows[id]["people"]},
             "agreed": {id for id in told if 3 * max(rows[id]["counts"].values()) >= 2 * rows[id]["people"]}}
    return rows, facts


def placed(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    mine, fixed = newest(count, step, "place", lambda entry: entry["level"]), {}
    for entry in count.said[step]:
        if entry["do"] == "move":
            fixed[entry["card"]] = entry["place"]["level"] if entry.get("fixed", True) else None
    rows = {}
    for id in count.shown(count.items[step]):
        levels = {level: sum(count.behind[step, by][0] for by, said in mine.items() if said.get(id) == level) for level in LEVELS}
        people, most = sum(levels.values()), max(levels.values())
        agreed = [level for level in LEVELS if levels[level] == people > 0]
        rows[id] = {"text": count.name(id), "levels": levels, "people": people, "differ": 0 < most < people, "level": fixed.get(id) or (agreed[0] if agreed else None),
                    "fixed": bool(fixed.get(id)), "spread": round(1 - most / people, 3) if people else 0.0}
    return rows, {"answers": sum(any(id in rows for id in said) for said in mine.values()), "placed": sum(row["people"] > 0 for row in rows.values())}


def newest(count: Recount, step: str, do: str, value) -> dict[str, dict]:
    """Per person what they said last of each item as it shows now."""
    found = defaultdict(dict)
    for entry in count.said[step]:
        if entry["do"] == do:
            found[entry["by"]][count.top(entry["item"])] = value(entry)
    return found


def scale(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    checks = [f"c{n}" for n, _ in enumerate(config.get("checks", []), 1)] or [""]
    mine = defaultdict(dict)
    for entry in count.said[step]:
        if entry["do"] == "score":
            mine[entry["by"]].pop((entry["item"], entry["check"]), None)
            mine[entry["by"]][entry["item"], entry["check"]] = entry["value"]
        for item, check in entry.get("cells", ()) if entry["do"] == "unscore" else ():
            mine[entry["by"]].pop((item, check), None)
    now = {by: {(count.top(item), check): value for (item, check), value in said.items()} for by, said in mine.items()}
    rows = {}
    for id in count.shown(count.items[step]):
        told = {check: _scored(count, step, config, now, (id, check)) for check in checks}
        row = {"groups": None, **told[""]} if "" in told else {"checks": told}
        if "" not in told:
            row["median"] = min((one["median"] for one in told.values() if one["median"] is not None), default=None)
            row["spread"] = max((one["spread"] for one in told.values() if one["spread"] is not None), default=None)
        rows[id] = {"text": count.name(id), **row}
    answered = [by for by, said in now.items() if any(id in rows for id, _ in said)]
    return rows, {"people": sum(count.behind[step, by][0] for by in answered), "answers": len(answered)}


def _scored(count: Recount, step: str, config: dict, now: dict, cell: tuple[str, str]) -> dict:
    said = [(said[cell], *count.behind[step, by]) for by, said in now.items() if cell in said]
    points = sorted(value for value, weight, _ in said for _ in range(weight) if value not in ("dont_know", "later"))
    low, high = quantile(points, Fraction(1, 4)), quantile(points, Fraction(3, 4))
    told = {"counts": [points.count(n) for n in range(1, config.get("points", 5) + 1)], "scored": len(points), "median": quantile(points, Fraction(1, 2)), "low": low, "high": high,
            "spread": high - low if points else None, **{word: sum(weight for value, weight, _ in said if value == word) for word in ("dont_know", "later")}}
    roles = Counter(role for value, _, role in said if value not in ("dont_know", "later"))
    apart = [(name, sorted(value for value, weight, role in said for _ in range(weight) if role in members and value not in ("dont_know", "later"))) for name, members in groups(config.get("split_by", []), roles).items()]
    return {**told, **({"groups": [{"name": name, "scored": len(theirs), "median": quantile(theirs, Fraction(1, 2))} for name, theirs in apart]} if apart else {})}


def poll(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    names = [f"o{n}" for n, _ in enumerate(config["options"], 1)]
    options, mine = [*names, *(["unknown"] if config.get("dont_know") else [])], defaultdict(dict)
    for entry in count.said[step]:
        if entry["do"] == "choose":
            mine[entry["by"]].pop(entry["item"], None)
            mine[entry["by"]][entry["item"]] = entry["options"]
    now = {by: {item if item == "asked" else count.top(item): chosen for item, chosen in said.items()} for by, said in mine.items()}
    questions = count.shown(count.items[step]) if count.items.get(step) else ["asked"]
    rows = {}
    for item in questions:
        said = [(said[item], *count.behind[step, by]) for by, said in now.items() if said.get(item)]
        chosen = {option: sum(weight for options, weight, _ in said if option in options) for option in options}
        people = sum(weight for _, weight, _ in said)
        apart = [diversity([chosen[name], people - chosen[name]]) for name in names] if config.get("multi") else [diversity([chosen[name] for name in names], chosen.get("unknown", 0))]
        rows[item] = {"people": people, "options": chosen, "spread": round(sum(apart) / len(apart), 4), "groups": None}
        for name, members in groups(config.get("split_by", []), Counter(role for _, _, role in said)).items():
            rows[item]["groups"] = rows[item]["groups"] or []
            rows[item]["groups"].append({"name": name, "options": {option: sum(weight for options, weight, role in said if role in members and option in options) for option in options}})
        rows[item] |= _right(count, step, config, item, rows[item])
    answered = [by for by, said in now.items() if any(said.get(item) for item in questions)]
    return rows, {"people": sum(count.behind[step, by][0] for by in answered), "answers": len(answered)}


def _right(count: Recount, step: str, config: dict, item: str, row: dict) -> dict:
    """The key of a question and the share of people who chose it, once it was shown."""
    shown = [entry["show"] for entry in count.said[step] if entry["do"] == "key"]
    number = "" if item == "asked" else str([count.top(id) for id in count.items[step]].index(item) + 1)
    right = config.get("key", {}).get(number)
    if not (shown and shown[-1] and right):
        return {}
    option = f"o{config['options'].index(right) + 1}"
    return {"key": option, "share": round(row["options"][option] / row["people"], 4) if row["people"] else None}


def adopters(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    units, spreads = config.get("units", 20), {entry["by"]: entry["groups"] for entry in count.said[step] if entry["do"] == "spread"}
    facts = {"people": sum(count.behind[step, by][0] for by in spreads), "answers": len(spreads)}
    if len(spreads) < ENOUGH:
        return {}, facts
    sums = {id: sum(spread[id] * count.behind[step, by][0] for by, spread in spreads.items()) for id in GROUPS}
    exact = {id: Fraction(units * n, sum(sums.values())) for id, n in sums.items()}
    means = {id: int(share) for id, share in exact.items()}
    for id in sorted(GROUPS, key=lambda id: means[id] - exact[id])[: units - sum(means.values())]:
        means[id] += 1
    rows = {}
    for id in GROUPS:
        given = sorted(spread[id] for by, spread in spreads.items() for _ in range(count.behind[step, by][0]))
        low, high = given[len(given) // 4], given[-1 - len(given) // 4]
        rows[id] = {"mean": means[id], "low": low, "high": high, "spread": high - low}
    return rows, facts


def flags(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    turn, shown, said, decided = "c1r1", {}, defaultdict(lambda: defaultdict(dict)), {}
    for entry in count.log:
        if entry["board"] == "stage" and entry.get("step") == step and entry["do"] in ("open", "reveal"):
            shown[turn] = entry["do"] == "reveal"
        if entry["board"] != step:
            continue
        turn = entry.get("turns_to", turn)
        if entry["do"] == "judge":
            said[entry["turn"]][entry["by"]][entry["criterion"]] = entry["value"]
        elif entry["do"] in ("flag", "respond"):
            said[entry["turn"]][entry["by"]][entry["do"]] = entry["flag" if entry["do"] == "flag" else "response"]
        elif entry["do"] == "decide":
            decided[f"c{entry['case']}"] = {"flag": entry["flag"], "text": entry["text"]}
    rows = {}
    for turn in [turn for turn, on in shown.items() if on]:
        answers = [(mine, count.behind[step, by][0]) for by, mine in said[turn].items() if any(mine.values())]

        def people(key: str, value: str, answers=answers) -> int:
            return sum(weight for mine, weight in answers if mine.get(key) == value)

        rows[turn] = {"text": config["cases"][int(turn[1:].split("r")[0]) - 1], "people": sum(weight for _, weight in answers), "answers": len(answers),
                      "flags": {flag: people("flag", flag) for flag in config.get("flags", FLAGS)},
                      "responses": {f"r{n}": people("respond", f"r{n}") for n, _ in enumerate(config.get("responses", []), 1)},
                      "criteria": {one: {value: people(one, value) for value in ("ok", "not_ok", "dont_know")} for one in config.get("criteria", CRITERIA)}}
    hides = count.steps[step]["anonymous"] is True or (count.steps[step]["anonymous"] == "auto" and len(count.people) >= LARGE)
    return {turn: row for turn, row in rows.items() if not hides or row["answers"] >= ENOUGH}, {"decided": decided}


def relations(count: Recount, step: str, config: dict) -> tuple[dict, dict]:
    names, links = config.get("types") or TYPES, defaultdict(dict)
    types, asking = {f"type-{n}": name for n, name in enumerate(names, 1)}, config.get("follow_up") if config.get("follow_up") is not None else ASKS
    for entry in count.said[step]:
        if entry["do"] == "link":
            links[entry["by"]].pop(frozenset((entry["a"], entry["b"])), None)
            links[entry["by"]][frozenset((entry["a"], entry["b"]))] = entry
        for pair in entry["pairs"] if entry["do"] == "unlink" else ():
            links[entry["by"]].pop(frozenset(pair), None)
    items, said = set(count.shown(count.items[step])), defaultdict(dict)
    for by, mine in links.items():
        for pair, entry in mine.items():
            tops = tuple(sorted(map(count.top, pair)))
            if len(set(tops)) == 2 and items.issuperset(tops):
                said[tops][by] = entry
    rows = {f"link:{a}:{b}": {"a": a, "b": b, **_linked(count, step, by, types, asking)} for (a, b), by in said.items()}
    answered = {by for mine in said.values() for by in mine}
    return rows, {"people": sum(count.behind[step, by][0] for by in answered), "answers": len(answered), "looked": len(said)}


def _linked(count: Recount, step: str, by: dict, types: dict[str, str], asking) -> dict:
    n = {type: sum(count.behind[step, one][0] for one, entry in by.items() if entry["type"] == type) for type in (*types, "none", "unknown")}
    most = max(n[type] for type in types)
    best = sorted((type for type in types if n[type] == most), key=lambda type: types[type] not in asking)
    reasons = [{"type": entry["type"], "text": entry["because"]} for entry in sorted(by.values(), key=lambda entry: entry["seq"]) if entry.get("because") and not entry.get("held")]
    return {"type": best[0] if most else None, "n": most, "against": sum(n[type] for type, name in types.items() if name in asking), "types": n, "reasons": reasons}


KINDS = {
    "wall": cards, "pyramid": cards, "reflect": cards, "plan": plan, "vote": vote, "order": rank, "order bucket": buckets, "pyramid place": placed,
    "scale": scale, "poll": poll, "adopters": adopters, "flags": flags, "relations": relations,
}
