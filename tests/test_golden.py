"""Logs of every format there ever was, with what the room saw when they were written: a session of last year still opens as it was."""

import json
from pathlib import Path

import pytest
from workshop import ANNA, AUDIENCES, BRAM, CHRIS

from sessions.live import LiveSession

LOGS = sorted(Path(__file__).parent.glob("golden/*.json"))


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_an_old_log_still_gives_what_the_room_saw(path):
    """Every figure and text that was there is there; a part that came later may stand beside it."""
    golden = json.loads(path.read_text())

    live = LiveSession.fold(golden["entries"])
    now = {"views": {audience: live.view(audience) for audience in AUDIENCES}, "stages": {audience: live.stage(audience, 0) for audience in AUDIENCES},
           "own": {who.pid: live.own(who.pid) for who in (ANNA, BRAM, CHRIS)}, "results": {step: {"rows": live.result(step).rows, "facts": live.result(step).facts} for step in golden["results"]}}

    then = {key: golden["picture"][key] for key in ("views", "stages", "own")} | {"results": golden["results"]}
    assert kept(then, json.loads(json.dumps(now))) == then


def kept(then, now):
    """Of `now` only what `then` had."""
    if isinstance(then, dict) and isinstance(now, dict):
        return {key: kept(value, now[key]) for key, value in then.items() if key in now}
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [kept(one, other) for one, other in zip(then, now, strict=True)]
    return now


def test_the_newest_log_has_every_word_there_is():
    written = {entry["do"] for entry in json.loads(LOGS[-1].read_text())["entries"]}

    assert written >= {"made", "came", "add", "edit", "move", "remove", "hide", "show", "aside", "merge", "unmerge", "apart", "put", "take", "rank", "items", "done", "go", "look",
                       "open", "close", "reveal", "timer", "break", "skip", "adjust", "screen", "note", "lock", "approve", "end"}
