"""The pyramid: four levels of support, strands, counts without a verdict."""

import json

import hypothesis.strategies as st
from contract import CARD, Case
from workshop import ANNA, BRAM, Workshop

from sessions.people import CONSOLE

CASE = Case(
    place={"level": "base"},
    work={
        "add": {"card": st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 20)]), "text": st.sampled_from(["Begroeten", "Mentorles", "x" * 400]), "level": st.sampled_from(["base", "extra"])},
        "edit": {"card": CARD, "text": st.just("Anders")}, "move": {"card": CARD, "level": st.just("extra")}, "remove": {"card": CARD},
    },
    lead={"move": {"card": CARD, "level": st.just("extra")}},
)


def shop() -> Workshop:
    shop = Workshop()
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    return shop


def test_a_card_lands_on_its_level_and_strand():
    room = shop()

    room.card(ANNA, "taalklas", "Taalklas", level="extra", strand="leren")

    assert room.live.view("screen")["taalklas"] == {"text": "Taalklas", "level": "extra", "strand": "leren", "n": 1, "at": 5}
    assert room.live.view("phone")["counts"] == {"foundation": 0, "base": 0, "extra": 1, "intensive": 0}


def test_levels_run_from_the_foundation_up():
    levels = shop().live.view("phone")["config"]["levels"]

    assert [(level["number"], level["id"], level["name"]) for level in levels] == [
        (1, "foundation", "Fundament"), (2, "base", "Sterke basis"), (3, "extra", "Extra"), (4, "intensive", "Intensief")]


def test_no_share_and_no_score_is_shown_anywhere():
    room = shop()
    room.card(ANNA, "taalklas")

    assert "%" not in json.dumps([room.live.view("screen"), room.live.result("piramide").rows])


def test_a_writer_moves_and_edits_a_card_of_their_own():
    room = shop()
    room.card(ANNA, "taalklas", "Taalkas")

    room.do(ANNA, "piramide", "edit", card="taalklas", text="Taalklas")
    room.do(ANNA, "piramide", "move", card="taalklas", level="extra")

    assert room.live.view("screen")["taalklas"]["text"] == "Taalklas"
    assert room.live.view("screen")["taalklas"]["level"] == "extra"


def test_bad_cards_are_refused_with_a_reason():
    room = shop()
    room.card(BRAM, "mentorles")

    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text="x" * 10_000, level="base") == "too_long"
    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text=" \n\t ", level="base") == "empty"
    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text="Goed", level="top") == "bad_request"
    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text="Goed") == "bad_request"
    assert room.refusal(ANNA, "piramide", "add", card="kort", text="Goed", level="base") == "bad_request"
    assert room.refusal(ANNA, "piramide", "add", card="mentorles", text="Goed", level="base") == "id_taken"
    assert room.refusal(ANNA, "piramide", "edit", card="onbekend", text="Goed") == "no_such_card"
    assert room.refusal(ANNA, "piramide", "put", item="mentorles") == "unknown_op"


def test_nobody_writes_more_cards_than_the_script_gives_but_the_facilitator():
    room = shop()
    for n in range(3):
        room.card(ANNA, f"kaart-{n:03d}")
    assert room.live.own("anna")["left"] == 0
    assert room.refusal(ANNA, "piramide", "add", card="kaart-003", text="Vier", level="base") == "too_many_cards"

    room.do(ANNA, "piramide", "remove", card="kaart-000")
    room.card(ANNA, "kaart-003")

    for n in range(10):
        room.lead("add", board="piramide", card=f"papier-{n:02d}", text="Van papier", level="base")
    assert room.live.view("screen")["counts"]["base"] == 13


def test_only_cards_on_one_level_are_merged():
    room = shop()
    room.card(ANNA, "begroeten")
    room.card(BRAM, "intervisie", level="foundation")

    assert room.refusal(CONSOLE, "piramide", "merge", cards=["begroeten", "intervisie"], into="samen-een") == "other_place"


def test_a_cluster_keeps_its_originals_and_moves_as_one():
    room = shop()
    room.card(ANNA, "begroeten", "Handen schudden bij de deur", level="base", strand="welbevinden")
    room.card(BRAM, "deur-open", "Begroeten", level="base", strand="leren")

    room.lead("merge", board="piramide", cards=["begroeten", "deur-open"], into="samen-een")
    room.lead("move", board="piramide", card="samen-een", level="extra")

    assert room.live.view("screen")["samen-een"] == {
        "text": "Begroeten", "level": "extra", "strand": "beide", "n": 2, "at": 7, "samples": ["Handen schudden bij de deur", "Begroeten"]}
    assert [leaf["text"] for leaf in room.live.result("piramide").rows[0]["cards"]] == ["Handen schudden bij de deur", "Begroeten"]
    assert room.live.own("anna")["cards"][0]["state"] == "merged"
