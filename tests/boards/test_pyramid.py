"""The pyramid: four levels of support, strands, wishes, a level lower, for whom; counts without a verdict. Placing is in test_placing.py."""

import json

import hypothesis.strategies as st
import pytest
from contract import CARD, Case
from workshop import ANNA, AUDIENCES, BRAM, Workshop

from sessions import script
from sessions.people import CONSOLE

LEVEL, TAG = st.sampled_from(["foundation", "base", "extra"]), st.sampled_from(["leerlingen", "ouders", "buren", None])
CASE = Case(
    place={"level": "base"},
    work={
        "add": {"card": st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 20)]), "text": st.sampled_from(["Begroeten", "Mentorles", "x" * 400]), "level": st.sampled_from(["base", "extra"]), "wish": st.booleans(), "tag": TAG},
        "edit": {"card": CARD, "text": st.just("Anders")}, "move": {"card": CARD, "level": st.just("extra"), "wish": st.booleans(), "tag": TAG}, "remove": {"card": CARD},
    },
    lead={
        "move": {"card": CARD, "level": st.sampled_from(["extra", None]), "wish": st.booleans(), "tag": TAG},
        "lower": {"card": CARD, "to": st.sampled_from(["base", "extra", "foundation"]), "as": st.sampled_from(["nieuw-001", "nieuw-002"])},
    },
    config='allow_wish = true\ntags = ["leerlingen", "ouders"]\nexamples = true',
)
MODES = {"place": Case(
    work={"place": {"item": CARD, "level": LEVEL}, "move": {"card": CARD, "level": LEVEL}},
    lead={"move": {"card": CARD, "level": LEVEL}, "tally": {"item": CARD, "level": LEVEL, "n": st.integers(-2, 3)}},
    config='mode = "place"',
)}


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


SCRIPT = '''id = "proef"
title = "Proef"
summary = "Proef"
[[steps]]
id = "piramide"
kind = "pyramid"
title = "Vul de piramide"
prompt = "Wat doen we al?"
minutes = 5
[steps.config]
{config}
[[steps]]
id = "leren"
kind = "pyramid"
title = "Zelfde piramide: leren"
prompt = "En voor leren?"
minutes = 5
from = {{ step = "piramide", rule = "all" }}
[steps.config]
strands = ["leren", "beide"]
max_cards = 2
{config}
'''


def deep(config: str = 'allow_wish = true\ntags = ["leerlingen", "ouders", "ons team"]\nexamples = true') -> Workshop:
    room = Workshop(SCRIPT.format(config=config))
    room.come(ANNA, BRAM)
    room.go("piramide")
    return room


def test_a_wish_is_seen_and_counted_nowhere():
    room = deep()
    room.card(ANNA, "taalklas", "Taalklas", level="extra")
    room.card(BRAM, "schooltuin", "Schooltuin", level="base", wish=True)

    assert room.live.view("screen")["schooltuin"]["wish"] is True
    assert [room.live.view(audience)["counts"] for audience in AUDIENCES] == [{"foundation": 0, "base": 0, "extra": 1, "intensive": 0}] * 3
    assert {key: room.live.result("piramide").facts[key] for key in ("cards", "wishes")} == {"cards": 1, "wishes": 1}


def test_where_the_script_asks_what_is_there_nobody_wishes_but_the_facilitator():
    room = shop()

    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text="Schooltuin", level="base", wish=True) == "no_wishes"
    room.card(ANNA, "taalklas")
    assert room.refusal(ANNA, "piramide", "move", card="taalklas", wish=True) == "no_wishes"
    room.lead("move", board="piramide", card="taalklas", wish=True)
    assert room.live.view("screen")["counts"]["base"] == 0


def test_a_wish_that_turns_out_to_be_there_counts_from_then_on_and_back():
    room = deep()
    room.card(ANNA, "schooltuin", level="base", wish=True)

    done = room.lead("move", board="piramide", card="schooltuin", wish=False)
    assert ("wish" in room.live.view("screen")["schooltuin"], room.live.view("screen")["counts"]["base"]) == (False, 1)

    room.undo(done)
    assert (room.live.view("screen")["schooltuin"]["wish"], room.live.view("screen")["counts"]["base"]) == (True, 0)


def test_a_wish_is_not_merged_with_what_is_there_already():
    room = deep()
    room.card(ANNA, "schooltuin", level="base", wish=True)
    room.card(BRAM, "moestuin", level="base")
    room.card(BRAM, "bloementuin", level="base", wish=True)

    assert room.refusal(CONSOLE, "piramide", "merge", cards=["schooltuin", "moestuin"], into="samen-een") == "other_place"
    room.lead("merge", board="piramide", cards=["schooltuin", "bloementuin"], into="samen-twee")
    assert room.live.view("screen")["samen-twee"]["wish"] is True
    assert room.live.view("screen")["counts"]["base"] == 1


def test_no_rule_takes_a_wish_along_but_the_facilitator_may():
    room = deep()
    room.card(ANNA, "taalklas", level="extra")
    room.card(ANNA, "schooltuin", level="base", wish=True)

    assert [(item["id"], item["picked"], item.get("wish", False)) for item in room.live.view("console")["offer:leren"]["items"]] == [
        ("taalklas", True, False), ("schooltuin", False, True)]


def test_moving_a_bundle_keeps_the_strand_of_every_card_in_it():
    room = deep()
    room.card(ANNA, "begroeten", level="base", strand="welbevinden")
    room.card(BRAM, "deur-open", level="base", strand="leren")
    room.lead("merge", board="piramide", cards=["begroeten", "deur-open"], into="samen-een")

    moved = room.lead("move", board="piramide", card="samen-een", level="extra")

    assert [room.live.view("console")[id]["strand"] for id in ("begroeten", "deur-open", "samen-een")] == ["welbevinden", "leren", "beide"]
    room.undo(moved)
    assert [room.live.view("console")[id]["level"] for id in ("begroeten", "deur-open", "samen-een")] == ["base"] * 3


def test_a_level_lower_is_a_new_wish_linked_to_a_card_that_stays():
    room = deep()
    room.card(ANNA, "weerbaar", "Weerbaarheid voor één leerjaar", level="extra", strand="welbevinden", tag="leerlingen")

    lowered = room.lead("lower", board="piramide", card="weerbaar", to="base", as_="lager-001")

    assert room.live.view("screen")["lager-001"] == {
        "text": "Weerbaarheid voor één leerjaar", "level": "base", "strand": "welbevinden", "tag": "leerlingen", "wish": True, "lowers": "weerbaar", "n": 1, "at": 6}
    assert room.live.view("screen")["weerbaar"]["level"] == "extra"
    assert room.live.view("screen")["counts"] == {"foundation": 0, "base": 0, "extra": 1, "intensive": 0}
    assert [(row["id"], row.get("lowers")) for row in room.live.result("piramide").rows] == [("weerbaar", None), ("lager-001", "weerbaar")]

    undone = room.undo(lowered)
    assert "lager-001" not in room.live.view("console")
    room.undo(undone)
    assert room.live.view("screen")["lager-001"]["lowers"] == "weerbaar"


def test_support_goes_down_to_more_pupils_and_never_into_the_team():
    room = deep()
    room.card(ANNA, "maatwerk", level="intensive")
    room.card(ANNA, "coach-001", level="foundation")
    room.card(ANNA, "lager-000")

    def refused(who, card, to, as_="lager-001"):
        return room.refusal(who, "piramide", "lower", card=card, to=to, as_=as_)

    assert refused(CONSOLE, "maatwerk", "foundation") == "staff_level"
    assert refused(CONSOLE, "maatwerk", "intensive") == "not_lower"
    assert refused(CONSOLE, "coach-001", "base") == "not_lower"
    assert refused(CONSOLE, "onbekend", "base") == "no_such_card"
    assert refused(CONSOLE, "maatwerk", "extra", as_="lager-000") == "id_taken"
    assert refused(ANNA, "maatwerk", "extra") == "not_allowed"


def test_the_link_of_a_lowered_card_follows_its_origin_into_a_bundle():
    room = deep()
    room.card(ANNA, "weerbaar", level="extra")
    room.card(BRAM, "sterk-staan", level="extra")
    room.lead("lower", board="piramide", card="weerbaar", to="base", as_="lager-001")

    room.lead("merge", board="piramide", cards=["weerbaar", "sterk-staan"], into="samen-een")

    assert room.live.view("screen")["lager-001"]["lowers"] == "samen-een"


def test_the_words_of_a_lowered_card_that_was_removed_are_forgotten_too():
    room = deep()
    room.card(ANNA, "weerbaar", "Weerbaarheid", level="extra")
    lowered = room.lead("lower", board="piramide", card="weerbaar", to="base", as_="lager-001")
    room.lead("remove", board="piramide", card="lager-001")

    assert lowered["seq"] in room.live.forget(room.at + 1000)


def test_empty_places_are_named_by_tag_and_a_wish_does_not_fill_one():
    room = deep()
    room.card(ANNA, "mentorles", level="base", tag="leerlingen")
    room.card(ANNA, "koffieochtend", level="base", tag="ouders", wish=True)
    room.card(BRAM, "intervisie", level="foundation", tag="ons-team")
    room.card(BRAM, "taalklas", level="extra")

    assert room.live.view("screen")["gaps"] == {"foundation": [], "base": ["ouders"], "extra": ["leerlingen", "ouders"], "intensive": ["leerlingen", "ouders"]}
    assert room.live.result("piramide").facts["gaps"] == room.live.view("console")["gaps"]
    assert "gaps" not in room.live.view("phone")


def test_without_tags_no_place_is_called_empty():
    room = shop()

    assert [room.live.view(audience).get("gaps") for audience in AUDIENCES] == [None] * 3
    assert "gaps" not in room.live.result("piramide").facts
    assert room.refusal(ANNA, "piramide", "add", card="kaart-001", text="Goed", level="base", tag="ouders") == "no_such_tag"


def test_a_bundle_of_cards_for_several_people_still_fills_all_their_places():
    room = deep()
    room.card(ANNA, "avond-een", level="base", tag="leerlingen")
    room.card(BRAM, "avond-twee", level="base", tag="ouders")

    room.lead("merge", board="piramide", cards=["avond-een", "avond-twee"], into="samen-een")

    assert "tag" not in room.live.view("screen")["samen-een"]
    assert room.live.view("screen")["gaps"]["base"] == []


def test_a_step_goes_on_with_the_cards_of_an_earlier_pyramid_and_everybody_gets_new_ones():
    room = deep()
    room.card(ANNA, "kaart-een", level="base", strand="welbevinden")
    room.card(BRAM, "kaart-twee", level="extra", strand="welbevinden")
    room.go("leren", ["kaart-een", "kaart-twee"])

    room.card(ANNA, "leesplan", board="leren", level="base", strand="leren")

    screen = room.live.view("screen")
    assert [screen[id]["strand"] for id in ("kaart-een", "kaart-twee", "leesplan")] == ["welbevinden", "welbevinden", "leren"]
    assert screen["counts"] == {"foundation": 0, "base": 2, "extra": 1, "intensive": 0}
    assert (room.live.own("anna")["left"], [card["id"] for card in room.live.own("anna")["cards"]]) == (1, ["leesplan"])
    room.lead("move", board="leren", card="kaart-een", strand="beide")
    assert room.live.view("screen")["kaart-een"]["strand"] == "beide"
    assert room.refusal(ANNA, "leren", "add", card="kaart-drie", text="Mentorles", level="base", strand="welbevinden") == "no_such_place"


def test_the_facilitator_chooses_a_strand_and_a_question_for_the_screen_and_takes_it_back():
    room = deep()

    chosen = room.lead("screen", show="board", strand="leren", ask=2)
    assert room.live.stage("screen", 0)["screen"] == {"show": "board", "strand": "leren", "ask": 2, "page": 1}
    room.lead("look")
    assert room.live.stage("screen", 0)["screen"] == {"show": "board", "strand": "leren", "page": 1}

    room.undo(chosen)
    assert room.live.stage("screen", 0)["screen"] == {"show": "board", "page": 1}


def test_the_questions_to_look_by_are_six_unless_the_script_has_its_own():
    assert [len(shop().live.view("screen")["config"]["look"]), deep('look = ["Klopt dit beeld?"]').live.view("screen")["config"]["look"]] == [6, ["Klopt dit beeld?"]]


def test_examples_come_only_where_the_script_has_them_and_are_small():
    assert shop().live.view("phone")["config"]["examples"] is None
    examples = deep().live.view("phone")["config"]["examples"]

    assert len(json.dumps(examples, ensure_ascii=False).encode()) <= 2048
    assert "Taalklas" in examples["extra"]["leren"]


@pytest.mark.parametrize("config, clash", [('items = ["Taalklas"]', ("items", "mode")), ('tags = ["Ouders", "ouders"]', ("tags", "tags"))])
def test_a_setting_that_contradicts_another_is_an_error_in_the_script(config, clash):
    with pytest.raises(script.ScriptErrors) as said:
        deep(config)

    assert [(error.code, error.key, error.said) for error in said.value.errors[:1]] == [("contradiction", *clash)]


def test_collecting_does_not_turn_into_placing_halfway():
    assert shop().refusal(CONSOLE, "stage", "adjust", step="piramide", config={"mode": "place"}) == "bad_setting"


def test_nothing_in_any_view_or_result_is_a_share_or_a_score():
    room = deep()
    room.card(ANNA, "taalklas", level="extra", tag="leerlingen")
    room.card(ANNA, "schooltuin", level="base", wish=True)

    said = json.dumps([room.live.view(audience) for audience in AUDIENCES] + [room.live.result("piramide").rows, room.live.result("piramide").facts])

    assert ["%" in said, "score" in said, "share" in said] == [False] * 3
