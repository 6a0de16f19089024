"""Every script is run from start to report: real people over the real wire, a facilitator who leads as one would, and a second count from the log."""

import re

import pytest
from house import House
from recarry import picked
from recount import Recount
from retell import retell
from runs import HURRY, SCRIPTS, Run, goes_on_from, whole

ALONE = " alone"
NO_WAY = {"borgingsscan-12-stappen", "meldcode-en-rollen", "onrust-tafeloefening", "soorten", "standen"}  # nothing that was written goes along
MOST_CARRIED = {"order": 12, "relations": 12, "poll": 20, "wall": 20, "scale": 30, "plan": 40}  # items that a step can work on


@pytest.fixture(scope="module")
def hurried(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("runs") / "data", before=HURRY).start()
    yield house
    house.stop()


@pytest.fixture(scope="module")
def runs(hurried):
    """`runs("kennismaken")` -> its Run; each is made once. A name with ALONE behind it goes on from nothing: the facilitator types."""
    made: dict[str, Run] = {}

    def run(wanted: str) -> Run:
        name = wanted.removesuffix(ALONE)
        if wanted not in made:
            made[wanted] = whole(hurried, name, [run(earlier).session for earlier in goes_on_from(name) if name == wanted])
        return made[wanted]

    return run


@pytest.fixture(params=[*SCRIPTS, f"van-doel-naar-plan{ALONE}"])
def run(request, runs) -> Run:
    return runs(request.param)


def test_nobody_is_lost_and_nothing_counts_twice(run):
    came = [entry["by"] for entry in run.log if entry["do"] == "came"]
    said = [(entry["by"], entry["id"]) for entry in run.log if entry["do"] != "came"]

    assert len(came) == len(set(came)) == run.people == run.report["people"]
    assert len(said) == len(set(said))


def test_the_report_says_of_every_step_what_a_second_count_says(run):
    count = Recount(run.log)
    for step, result in run.results.items():
        mine = retell(count, step)
        assert (result is None) == (mine is None), step
        if result:
            rows, facts = mine
            told = {row["id"]: row for row in result["rows"] if row.get("sort") != "element"}
            assert told.keys() == rows.keys(), step
            assert {id: alike(row, rows[id]) for id, row in told.items()} == {id: rounded(row) for id, row in rows.items()}
            assert alike(result["facts"], facts) == rounded(facts)


def test_what_went_along_is_what_the_rule_says_and_what_the_facilitator_changed(run):
    count, carried = Recount(run.log), {step["id"]: step["carried"] for step in run.report["steps"]}
    for go in [entry for entry in run.log if entry["do"] == "go" and run.steps[entry["step"]]["from"]]:
        step, rule = go["step"], picked(run.log, go)
        most, before = MOST_CARRIED.get(run.steps[step]["kind"], 60), set(count.shown(go["picked"]))
        assert set(go["picked"]) == rule if len(rule) <= most else set(go["picked"]) < rule, step
        now = count.shown(count.items[step])
        assert carried[step] == {"added": [count.name(id) for id in now if id not in before], "left": [count.name(id) for id in count.shown(go["picked"]) if id not in now]}


def test_the_way_of_every_row_is_what_a_second_count_says(run):
    count, titles = Recount(run.log), {report["title"] for report in run.log[0]["earlier"]}
    rows = [(row["id"], row["descent"]) for result in run.results.values() for row in (result or {"rows": []})["rows"] if "descent" in row]

    for id, descent in rows:
        notes = [leaf for leaf in count.shown_leaves(id) if count.writers[leaf][0]]
        assert descent["cards"] <= len(notes)
        for station in descent["steps"]:
            if "session" in station:
                assert station["session"] in titles
            else:
                assert way(station) == way_of(count, station["step"], id, notes)
    assert rows or run.log[0]["script"]["id"] in NO_WAY


def test_every_text_is_in_the_words_of_the_house(run):
    assert re.findall(r"[{}]", " ".join(texts(run.log[0]["script"]))) == []


def test_what_waits_for_the_facilitator_is_in_no_report(run):
    waits = words(run, "held") - words(run, "shown")

    assert [text for text in waits if any(text in page for page in run.pages.values())] == []


def test_nothing_of_a_step_that_is_not_kept_is_in_the_report_of_a_sealed_session(run):
    gone = {id for id, step in run.steps.items() if not step["keep"]}
    kept = {step["id"]: step["result"] for step in run.sealed["steps"]}

    assert {id: result for id, result in kept.items() if id not in gone} == {id: result for id, result in run.results.items() if id not in gone}
    assert [(result["facts"]["people"], [row for row in result["rows"] if row.get("people")]) for id in gone if (result := kept[id])] == [(0, []) for id in gone if kept[id]]
    assert {entry["do"] for entry in run.sealed_log if entry["board"] in gone} == ({"void"} if gone else set())


def test_the_report_says_how_many_people_there_are_behind_every_step(run):
    behind = {step["id"]: step["result"]["facts"]["people"] for step in run.report["steps"] if step["result"]}

    assert {id: people for id, people in behind.items() if not 0 < people <= run.people} == {}


def test_nobody_can_be_recognised_in_the_report(run):
    pids = {entry["by"] for entry in run.log} - {"console", "clock"}

    assert len(pids) == run.people
    assert [pid for pid in pids if any(pid in page for page in run.pages.values())] == []


def alike(told: dict, mine: dict) -> dict:
    """Of what is told the part that the second count works out."""
    return rounded({key: [card["text"] for card in told["cards"]] if key == "cards" else told.get(key) for key in mine} if isinstance(told.get("cards"), list) else {key: told.get(key) for key in mine})


def rounded(value):
    """Numbers to three places, and sets and lists of texts in one order."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list | set):
        one = [rounded(one) for one in value]
        return sorted(one) if all(isinstance(text, str) for text in one) else one
    return round(float(value), 3) if isinstance(value, float | int) and not isinstance(value, bool) else value


def texts(value) -> list[str]:
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in texts(one)]
    return [value] if isinstance(value, str) else []


def way(station: dict) -> dict:
    """What a station says, without its names; the texts in one order."""
    said = {key: value for key, value in station.items() if key in ("dots", "place", "median", "medians", "n", "links")}
    return {**said, "notes": sorted(station.get("notes", [])), **({key: [*station[key].values()] for key in ("dots", "medians") if key in station})}


def way_of(count: Recount, step: str, id: str, notes: list[str]) -> dict:
    rows, _ = retell(count, step)
    row = rows.get(id, {}) if count.steps[step]["kind"] not in ("wall", "reflect") else {}
    said = {"dots": [*row["dots"].values()]} if "dots" in row else {key: row[key] for key in ("place", "median") if row.get(key) is not None and "checks" not in row}
    if "checks" in row:
        said = {"medians": [one["median"] for one in row["checks"].values() if one["scored"]]}
    if links := sum(bool(one["type"]) for one in rows.values() if id in (one.get("a"), one.get("b"))):
        said = {"links": links}
    for counts in ("counts", "options", "levels"):
        if isinstance(row.get(counts), dict) and any(row[counts].values()):
            said = {"n": max(row[counts].values())}
    return {**said, "notes": sorted(count.texts[leaf] for leaf in notes if count.writers[leaf][0] == step)}


def words(run: Run, state: str) -> set[str]:
    """The texts of all cards in this state."""
    count = Recount(run.log)
    return {count.texts[id] for id, it in count.states.items() if it == state}
