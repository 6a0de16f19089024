"""After the end nobody can tell from the file who did what anonymously, and what was not to be kept is gone."""

import itertools
import json

import pytest
from test_crowd import SCRIPT
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions import Refused
from sessions.live import LiveSession
from sessions.people import CONSOLE
from sessions.sealing import sealed

KEPT = SCRIPT.replace('id = "studenten"', 'id = "studenten"\nkeep = false').replace('only = ["Student"]\nmoderate = true', 'opens = "at once"')


@pytest.fixture
def shop():
    """Anna does the same in a step where she may be known, in an anonymous one, and in one that is not kept."""
    shop = Workshop(KEPT)
    shop.come(ANNA, BRAM, CHRIS)
    shop.do(ANNA, "stage", "role", group="Student")
    for number, step in enumerate(("tafels", "samen"), 1):
        shop.go(step)
        for who in (ANNA, BRAM):
            shop.do(who, step, "put", item=f"s{number}-1")
        shop.lead("reveal")
    shop.go("studenten")
    shop.card(ANNA, "kaart-001", "Dit zeg ik alleen nu", board="studenten", field="wens")
    shop.lead("edit", board="studenten", card="kaart-001", text="Dit zeg ik zachter")
    shop.lead("end")
    return shop


def anew(shop: Workshop) -> list[dict]:
    names = itertools.count(1)
    return list(sealed(shop.live, shop.log, lambda: f"naam-{next(names):04d}"))


def test_in_an_anonymous_step_a_person_has_another_name_than_anywhere_else(shop):
    log = anew(shop)

    by = {step: {entry["by"] for entry in log if entry["board"] == step and entry["do"] == "put"} for step in ("tafels", "samen")}
    assert by["tafels"] == {"anna", "bram"}
    assert len(by["samen"]) == 2
    assert by["samen"] & {"anna", "bram"} == set()


def test_a_phone_cannot_find_its_own_ops_there(shop):
    ids = {entry["id"] for entry in shop.log if entry["board"] == "samen" and entry["do"] == "put"}

    assert ids & {entry["id"] for entry in anew(shop)} == set()


def test_the_role_and_the_result_stay(shop):
    after = LiveSession.fold(anew(shop))

    assert [entry.get("group") for entry in anew(shop) if entry["board"] == "samen" and entry["do"] == "put"] == ["Student", None]
    assert after.result("samen") == shop.live.result("samen")
    assert after.result("tafels") == shop.live.result("tafels")


def test_of_a_step_that_is_not_kept_nothing_is_left(shop):
    assert "Dit zeg ik" in json.dumps(shop.log)

    log = anew(shop)

    assert "Dit zeg ik" not in json.dumps(log)
    assert LiveSession.fold(log).result("studenten").rows == []


def test_the_log_has_the_same_seqs_and_one_more(shop):
    assert [entry["seq"] for entry in anew(shop)] == [*(entry["seq"] for entry in shop.log), shop.live.seq + 1]


def test_a_sealed_session_cannot_go_on(shop):
    shop.log = anew(shop)
    shop.live = LiveSession.fold(shop.log)

    assert shop.refusal(CONSOLE, "stage", "resume") == "ended"
    with pytest.raises(Refused, match="cannot_undo"):
        shop.undo(next(entry for entry in shop.log if entry["do"] == "end"))
