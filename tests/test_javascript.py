"""What a browser's own client, socket.io-client, gets over the real wire."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CLIENT = HERE.parent / "node_modules" / "socket.io-client"

pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason="no node on this machine; ./test brings it"),
    pytest.mark.skipif(not CLIENT.exists(), reason="socket.io-client is not installed; ./test does it"),
]


@pytest.fixture
def play(server):
    """`play("work")` -> what tests/javascript/work.mjs told about a session of its own."""

    def run(name: str):
        session = server.create("kennismaken")
        command = ["node", HERE / "javascript" / f"{name}.mjs", server.url, json.dumps(session.tokens)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        return json.loads(done.stdout)

    return run


def test_two_phones_work_together(play):
    told = play("work")

    first, two, three = told["ids"]
    [accepted] = told["first"]["results"]
    assert accepted == {"id": first, "seq": accepted["seq"]}
    assert [it["text"] for it in told["first"]["own"]["cards"]] == ["Intervisie in groepjes"]
    assert told["again"] == [accepted]
    assert told["batches"] == [[True], [True, "empty"]]
    assert told["texts"] == ["Dagstart in de kring", "Intervisie in groepjes", "Leesplan"]
    assert (told["whole"], 1 <= told["deltas"] <= 3) == (0, True)


def test_nonsense_gets_a_reason_and_disturbs_nobody(play):
    told = play("nonsense")

    assert told["whole"] == dict.fromkeys(told["whole"], "bad_request")
    assert told["one"] == {
        "no object": "bad_request",
        "no id": "bad_request",
        "deep text": "bad_request",
        "a number for text": "bad_request",
        "5 kB": "bad_request",
        "300 letters": "too_long",
        "unknown do": "unknown_op",
        "other board": "no_such_step",
        "a word for everybody": "not_allowed",
    }
    assert (told["after"], told["connected"]) == ([True, True], [True, True])


def test_a_phone_that_comes_back_has_everything_once(play):
    told = play("back")

    assert told == {
        "again": [True],
        "texts": ["Tijdens de storing", "Voor de storing"],
        "mine": ["Tijdens de storing", "Voor de storing"],
        "same": True,
        "ahead": True,
        "people": 2,
        "stranger": "no_such_session",
    }


def test_a_websocket_is_taken_as_it_comes_and_polling_is_turned_away(play):
    told = play("transports")

    assert (told["transport"], told["deflated"]) == ("websocket", "")
    assert json.loads(told["polling"])["error"] == "websocket_only"
