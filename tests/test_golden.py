"""Logs of every format there ever was, with what the room saw when they were written: a session of last year still opens as it was."""

import json
from pathlib import Path

import pytest
from workshop import ANNA, AUDIENCES, BRAM, CHRIS

from sessions.live import LiveSession

LOGS = sorted(Path(__file__).parent.glob("golden/*.json"))


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_an_old_log_still_gives_what_the_room_saw(path):
    golden = json.loads(path.read_text())

    live = LiveSession.fold(golden["entries"])

    assert json.loads(json.dumps({audience: live.view(audience) for audience in AUDIENCES})) == golden["picture"]["views"]
    assert {audience: live.stage(audience, 0) for audience in AUDIENCES} == golden["picture"]["stages"]
    assert json.loads(json.dumps({who.pid: live.own(who.pid) for who in (ANNA, BRAM, CHRIS)})) == golden["picture"]["own"]
    assert {step: {"rows": live.result(step).rows, "facts": live.result(step).facts} for step in golden["results"]} == golden["results"]


def test_the_newest_log_has_every_word_there_is():
    written = {entry["do"] for entry in json.loads(LOGS[-1].read_text())["entries"]}

    assert written >= {"made", "came", "add", "edit", "move", "remove", "hide", "show", "aside", "merge", "unmerge", "apart", "put", "take", "rank", "items", "done", "go", "look",
                       "open", "close", "reveal", "timer", "break", "skip", "adjust", "screen", "note", "lock", "approve", "end"}
