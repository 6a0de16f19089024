"""The pyramid in mode "place": the same cards for everybody, in silence; what lies on different levels is the talk."""

import json

import msgspec
import pytest
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from sessions import script
from sessions.people import CONSOLE, Person

SCRIPT = '''id = "proef"
title = "Proef"
summary = "Proef"
[[steps]]
id = "plaatsen"
kind = "pyramid"
title = "Waar hoort dit?"
prompt = "Zet elke kaart op een laag."
minutes = 5
[steps.config]
mode = "place"
items = ["Intervisie", "Mentorles", "Taalklas"]
'''
INTERVISION, MENTOR, LANGUAGE = "s1-1", "s1-2", "s1-3"


def shop(text: str = SCRIPT) -> Workshop:
    room = Workshop(text)
    room.come(ANNA, BRAM, CHRIS)
    room.go("plaatsen")
    room.lead("open")
    return room


def place(room: Workshop, who: Person, **levels: str) -> None:
    for item, level in levels.items():
        room.do(who, "plaatsen", "place", item=item.replace("_", "-"), level=level)


def part(room: Workshop, item: str) -> dict:
    return room.live.view("screen")[item]


def test_nothing_of_a_placement_is_seen_before_the_reveal_but_by_who_made_it():
    room = shop()
    before = [{**room.live.view(audience), "turnout": None} for audience in AUDIENCES]

    place(room, ANNA, s1_1="foundation")
    place(room, BRAM, s1_1="base")

    assert [{**room.live.view(audience), "turnout": None} for audience in AUDIENCES] == before
    assert room.live.own("anna")["placed"] == {INTERVISION: "foundation"}
    room.lead("reveal")
    assert part(room, INTERVISION)["levels"] == {"foundation": 1, "base": 1}


def test_who_thinks_again_places_a_card_anew():
    room = shop()
    place(room, ANNA, s1_1="foundation")

    place(room, ANNA, s1_1="base")

    assert room.live.result("plaatsen").rows[0]["levels"] == {"foundation": 0, "base": 1, "extra": 0, "intensive": 0}


def test_who_placed_every_card_is_done():
    room = shop()

    place(room, ANNA, s1_1="foundation", s1_2="base")
    assert room.live.own("anna")["done"] is False
    place(room, ANNA, s1_3="extra")
    assert room.live.own("anna")["done"] is True


def test_the_reveal_lights_up_what_differs_and_puts_the_rest_on_its_level():
    room = shop()
    place(room, ANNA, s1_1="foundation", s1_2="base", s1_3="extra")
    place(room, BRAM, s1_1="foundation", s1_2="extra", s1_3="base")
    place(room, CHRIS, s1_1="foundation", s1_2="base", s1_3="intensive")
    room.lead("reveal")

    assert (part(room, INTERVISION)["level"], part(room, INTERVISION).get("differ")) == ("foundation", None)
    assert (part(room, MENTOR).get("level"), part(room, MENTOR)["differ"], part(room, MENTOR)["levels"]) == (None, True, {"base": 2, "extra": 1})
    assert room.live.view("screen")["placing"] == {"people": 3, "divided": [LANGUAGE, MENTOR], "placed": 3}


def test_people_count_and_not_phones():
    room = shop()
    place(room, msgspec.structs.replace(ANNA, weight=4), s1_1="foundation")
    place(room, BRAM, s1_1="base")

    table = room.live.result("plaatsen")

    assert (table.rows[0]["levels"]["foundation"], table.rows[0]["spread"], table.facts["people"], table.facts["answers"]) == (4, 0.2, 5, 2)


def test_people_on_paper_count_and_can_be_taken_back():
    room = shop()
    place(room, ANNA, s1_1="foundation")
    counted = room.lead("tally", board="plaatsen", item=INTERVISION, level="base", n=3)
    assert room.live.result("plaatsen").facts["people"] == 4

    room.undo(counted)

    assert room.live.result("plaatsen").facts["people"] == 1
    assert room.refusal(CONSOLE, "plaatsen", "tally", item=INTERVISION, level="base", n=-1) == "empty"
    assert room.refusal(CONSOLE, "plaatsen", "tally", item=INTERVISION, level="base", n=0) == "bad_request"
    assert room.refusal(ANNA, "plaatsen", "tally", item=INTERVISION, level="base", n=1) == "not_allowed"


def test_the_facilitator_fixes_a_level_after_the_talk_and_takes_it_back():
    room = shop()
    place(room, ANNA, s1_1="foundation")
    place(room, BRAM, s1_1="base")
    room.lead("reveal")

    fixed = room.lead("move", board="plaatsen", card=INTERVISION, level="foundation")
    assert {key: part(room, INTERVISION)[key] for key in ("level", "fixed", "differ")} == {"level": "foundation", "fixed": True, "differ": True}
    again = room.lead("move", board="plaatsen", card=INTERVISION, level="base")

    room.undo(again)
    assert part(room, INTERVISION)["level"] == "foundation"
    room.undo(fixed)
    assert ("level" in part(room, INTERVISION), "fixed" in part(room, INTERVISION)) == (False, False)


def test_the_level_that_a_card_had_before_tells_nobody_where_to_put_it():
    source = '[[steps]]\nid = "bron"\nkind = "pyramid"\ntitle = "Bron"\nprompt = "Wat doen we al?"\nminutes = 5\n[[steps]]\nid = "plaatsen"'
    text = SCRIPT.replace('[[steps]]\nid = "plaatsen"', source).replace("minutes = 5\n[steps.config]\nmode", 'minutes = 5\nfrom = { step = "bron", rule = "all" }\n[steps.config]\nmode').replace('items = ["Intervisie", "Mentorles", "Taalklas"]\n', "")
    room = Workshop(text)
    room.come(ANNA)
    room.go("bron")
    room.card(ANNA, "taalklas", "Taalklas", "bron", level="extra")
    room.go("plaatsen", ["taalklas"])
    room.lead("open")

    assert ["level" in room.live.view(audience)["taalklas"] for audience in AUDIENCES] == [False] * 3
    room.lead("reveal")
    assert "level" not in part(room, "taalklas")  # nobody put it anywhere


def test_on_a_bundle_the_newest_placement_of_a_person_counts():
    room = shop()
    place(room, ANNA, s1_1="foundation", s1_2="base")
    place(room, BRAM, s1_2="base", s1_1="foundation")
    room.lead("merge", board="plaatsen", cards=[INTERVISION, MENTOR], into="samen-001")

    row = room.live.result("plaatsen").rows[0]

    assert (row["levels"], row["people"]) == ({"foundation": 1, "base": 1, "extra": 0, "intensive": 0}, 2)
    room.lead("unmerge", board="plaatsen", cards=[INTERVISION, MENTOR])
    assert [row["levels"]["foundation"] for row in room.live.result("plaatsen").rows] == [2, 0, 0]


def test_what_cannot_be_is_refused_with_a_reason():
    room = shop()

    assert room.refusal(ANNA, "plaatsen", "place", item="onbekend", level="base") == "no_such_item"
    assert room.refusal(ANNA, "plaatsen", "place", item=MENTOR, level="top") == "bad_request"
    assert room.refusal(ANNA, "plaatsen", "add", card="kaart-001", text="Nieuw", level="base") == "unknown_op"
    assert room.refusal(ANNA, "plaatsen", "move", card=MENTOR, level="base") == "not_allowed"
    assert room.refusal(CONSOLE, "plaatsen", "lower", card=MENTOR, to="base", as_="lager-001") == "unknown_op"
    assert room.refusal(CONSOLE, "plaatsen", "move", card="onbekend", level="base") == "no_such_card"
    room.lead("close")
    assert room.refusal(ANNA, "plaatsen", "place", item=MENTOR, level="base") == "closed"


def test_a_card_that_was_hidden_or_left_out_is_out_of_the_result_and_not_forgotten():
    room = shop()
    place(room, ANNA, s1_1="foundation", s1_2="base")
    place(room, BRAM, s1_1="base")
    room.lead("hide", board="plaatsen", card=INTERVISION)
    dropped = room.lead("items", board="plaatsen", drop=[MENTOR])
    assert (room.live.result("plaatsen").facts["divided"], room.live.result("plaatsen").facts["people"]) == ([], 0)

    room.lead("show", board="plaatsen", card=INTERVISION)
    room.undo(dropped)

    assert (room.live.result("plaatsen").facts["divided"], room.live.result("plaatsen").facts["people"]) == ([INTERVISION], 2)


def test_a_script_that_places_needs_cards_and_at_most_thirty():
    for items, error in (("", "missing"), (f"items = {json.dumps(['Kaart'] * 31)}\n", "too_many")):
        with pytest.raises(script.ScriptErrors) as said:
            script.load(SCRIPT.replace('items = ["Intervisie", "Mentorles", "Taalklas"]\n', items))
        assert [one.code for one in said.value.errors] == [error]


def test_a_phone_gets_at_most_16_kb_of_thirty_long_cards_at_a_thousand_people():
    room = shop(SCRIPT.replace('["Intervisie", "Mentorles", "Taalklas"]', json.dumps(["é" * 140] * 30)).replace('mode = "place"', 'mode = "place"\nallow_wish = false'))
    room.lead("tally", board="plaatsen", item=MENTOR, level="base", n=50)
    for n in range(30):
        for level in ("foundation", "base", "extra", "intensive"):
            place(room, Person(f"mens-{n}-{level}", "participant", weight=250), **{f"s1-{n + 1}": level})
    room.lead("reveal")

    assert len(json.dumps(room.live.view("phone"), ensure_ascii=False).encode()) <= 16_000
