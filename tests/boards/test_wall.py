"""The wall: fields of the script, a reason where it asks for one, the result box beside it."""

import hypothesis.strategies as st
import pytest
from contract import CARD, Case
from workshop import ANNA, BRAM, Workshop

from sessions import script
from sessions.people import CONSOLE
from sessions.script import ScriptErrors

CASE = Case(
    config='fields = [{ id = "here", name = "Hier" }, { id = "there", name = "Daar" }]',
    place={"field": "here"},
    work={
        "add": {"card": st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 20)]), "text": st.sampled_from(["Begroeten", "Mentorles", "x" * 400]), "field": st.sampled_from(["here", "there"])},
        "edit": {"card": CARD, "text": st.just("Anders")}, "move": {"card": CARD, "field": st.just("there")}, "remove": {"card": CARD},
    },
    lead={"move": {"card": CARD, "field": st.just("there")}},
)


def shop() -> Workshop:
    shop = Workshop(script.shipped()["veranderverhaal-kort"])
    shop.come(ANNA, BRAM)
    shop.go("resultaat")
    return shop


def test_a_wall_with_one_field_asks_for_no_field():
    room = shop()

    room.do(ANNA, "resultaat", "add", card="resultaat-1", text="Minder jongeren gaan over een grens.")

    assert room.live.view("screen")["resultaat-1"]["field"] == "result"


def test_an_element_needs_its_want():
    room = shop()
    room.go("elementen")

    assert room.refusal(ANNA, "elementen", "add", card="element-1", text="Op tijd beginnen", field="knowledge") == "because_needed"
    assert room.refusal(ANNA, "elementen", "add", card="element-1", text="Op tijd beginnen", because="x" * 401, field="knowledge") == "too_long"
    assert room.refusal(ANNA, "elementen", "add", card="element-1", text="Op tijd beginnen", because="dan", field="nowhere") == "no_such_place"
    room.do(ANNA, "elementen", "add", card="element-1", text="Op tijd beginnen", because="dan weten ze het op tijd", field="knowledge")

    assert room.live.view("screen")["element-1"]["because"] == "dan weten ze het op tijd"


def test_a_bundle_has_the_first_reason_of_its_cards():
    room = shop()
    room.go("elementen")
    room.lead("add", board="elementen", card="element-1", text="Op tijd beginnen", field="knowledge")
    room.do(BRAM, "elementen", "add", card="element-2", text="Vroeg beginnen", because="dan weten ze het op tijd", field="knowledge")
    room.do(ANNA, "elementen", "add", card="element-3", text="Begin vroeg", because="later is te laat", field="knowledge")

    room.lead("merge", board="elementen", cards=["element-1", "element-2", "element-3"], into="samen-een")

    assert room.live.view("screen")["samen-een"]["because"] == "dan weten ze het op tijd"


def test_the_result_stands_beside_the_elements_for_everybody():
    room = shop()
    room.do(ANNA, "resultaat", "add", card="resultaat-1", text="Minder jongeren gaan over een grens.")
    room.go("elementen")

    for audience in ("phone", "screen", "console"):
        beside = room.live.view(audience)["beside"]
        assert (beside["step"], beside["kind"]) == ("resultaat", "wall")
        assert beside["parts"]["resultaat-1"]["text"] == "Minder jongeren gaan over een grens."


def test_a_hidden_result_is_not_beside_anything():
    room = shop()
    room.do(ANNA, "resultaat", "add", card="resultaat-1", text="Kanarie")
    room.lead("hide", board="resultaat", card="resultaat-1")
    room.go("elementen")

    assert "Kanarie" not in str([room.live.view("phone"), room.live.view("screen"), room.live.view("console")])


TAGGED = """
id = "proef"
title = "Proef"
summary = "Proef"

[[steps]]
id = "wand"
kind = "wall"
title = "Wand"
prompt = "Wat zie je?"
minutes = 5
device = "table"
moderate = true
config = { fields = [{ id = "goed", name = "Gaat goed" }, { id = "zorg", name = "Zorg" }], tags = ["welbevinden", "leren"] }

[[steps]]
id = "bronnen"
kind = "wall"
title = "Wat weten we al?"
prompt = "Waar staat informatie?"
minutes = 5
from = { step = "wand", rule = "all" }
config = { fields = [{ id = "weten", name = "We weten het" }, { id = "vragen", name = "Nog vragen" }], use = "rows" }
"""


def tagged() -> Workshop:
    shop = Workshop(TAGGED)
    shop.come(ANNA, BRAM)
    for number, who in enumerate((ANNA, BRAM), 1):
        shop.do(who, "stage", "size", table=number, size=5)
    shop.go("wand")
    return shop


def test_a_card_carries_a_tag_of_the_script_and_the_table_it_came_from():
    room = tagged()
    room.card(ANNA, "kaart-001", "Dagstart", board="wand", field="goed", tag="t1")
    room.lead("release", board="wand", cards=["kaart-001"])

    face = room.live.view("screen")["kaart-001"]

    assert (face["field"], face["tag"], face["table"]) == ("goed", "t1", 1)
    assert room.live.result("wand").facts["tags"] == {"t1": "welbevinden", "t2": "leren"}
    assert room.refusal(BRAM, "wand", "add", card="kaart-002", text="Rust", field="goed", tag="t9") == "no_such_tag"


def test_a_bundle_of_two_tables_is_of_no_table():
    room = tagged()
    room.card(ANNA, "kaart-001", "Dagstart", board="wand", field="goed", tag="t1")
    room.card(BRAM, "kaart-002", "Start van de dag", board="wand", field="goed", tag="t1")
    room.lead("release", board="wand", cards=["kaart-001", "kaart-002"])
    room.lead("merge", board="wand", cards=["kaart-001", "kaart-002"], into="bundel-001")

    face = room.live.view("screen")["bundel-001"]

    assert (face["tag"], face.get("table")) == ("t1", None)


def test_a_whole_column_that_waits_comes_in_at_once_and_goes_back_with_one_undo():
    room = tagged()
    for n in range(3):
        room.card(ANNA, f"kaart-{n:03d}", f"Kaart {n}", board="wand", field="zorg")
    waiting = [held["card"] for held in room.live.stage("console", 0)["held"] if held["place"] == "zorg" and not held["late"]]
    assert len(waiting) == 3

    entry = room.lead("release", board="wand", cards=waiting)

    assert room.live.view("screen")["counts"]["zorg"] == 3
    assert room.live.view("screen")["turnout"]["waiting"] == 0
    room.undo(entry)
    assert room.live.view("screen")["counts"]["zorg"] == 0
    assert room.live.view("screen")["turnout"]["waiting"] == 3
    assert room.refusal(CONSOLE, "wand", "release", cards=["onbekend"]) == "no_such_card"


def test_carried_items_are_the_rows_and_every_card_stands_in_one():
    room = tagged()
    for n, text in enumerate(("Stress", "Verzuim")):
        room.card(ANNA, f"kaart-{n:03d}", text, board="wand", field="zorg")
    room.lead("release", board="wand", cards=["kaart-000", "kaart-001"])
    room.go("bronnen", ["kaart-000", "kaart-001"])

    assert room.refusal(ANNA, "bronnen", "add", card="bron-0001", text="Monitor", field="weten") == "tag_needed"
    room.card(ANNA, "bron-0001", "Monitor", board="bronnen", field="weten", tag="kaart-001")

    view = room.live.view("screen")
    assert [view[id]["given"] for id in ("kaart-000", "kaart-001")] == [True, True]
    assert view["bron-0001"]["tag"] == "kaart-001"
    assert view["counts"] == {"weten": 1, "vragen": 0}
    assert [row["id"] for row in room.live.result("bronnen").rows] == ["bron-0001"]
    assert room.live.result("bronnen").facts["tags"] == {"kaart-000": "Stress", "kaart-001": "Verzuim"}


CANVAS = """
id = "doek"
title = "Doek"
summary = "Proef"

[[steps]]
id = "elementen"
kind = "wall"
title = "De elementen"
prompt = "Wat hoort in ons verhaal?"
minutes = 5
config = { because = "optional", tags = ["praktijk"], fields = [{ id = "knowledge", name = "Kennis" }, { id = "elders", name = "Elders" }] }

[[steps]]
id = "erbij"
kind = "wall"
title = "Erbij of eraf"
prompt = "Moet er iets bij, of kan er iets weg?"
minutes = 5
from = { step = "elementen", rule = "clustered" }
config = { use = "among", fields = [{ id = "knowledge", name = "Kennis" }, { id = "eraf", name = "Kan eraf" }] }

[[steps]]
id = "prioriteren"
kind = "vote"
title = "Prioriteren"
prompt = "Wat is het belangrijkst?"
minutes = 5
from = { step = "erbij", rule = "all" }
"""


def canvas() -> Workshop:
    room = Workshop(CANVAS)
    room.come(ANNA, BRAM)
    room.go("elementen")
    room.card(ANNA, "element-1", "Op tijd beginnen", board="elementen", field="knowledge", tag="t1")
    room.card(BRAM, "element-2", "Iedere week een les", board="elementen", field="elders")
    room.go("erbij", ["element-1", "element-2"])
    room.card(ANNA, "nieuw-0001", "Steun voor wie iets overkwam", board="erbij", field="knowledge")
    return room


def test_what_hangs_among_the_cards_is_offered_with_them():
    room = canvas()

    view = room.live.view("screen")
    offer = room.live.view("console")["offer:prioriteren"]["items"]

    assert {id: view[id]["field"] for id in ("element-1", "element-2", "nieuw-0001")} == {"element-1": "knowledge", "element-2": "knowledge", "nieuw-0001": "knowledge"}
    assert "given" not in view["element-1"]
    assert view["counts"] == {"knowledge": 3, "eraf": 0}
    assert [(item["id"], item["picked"]) for item in offer] == [("element-1", True), ("element-2", True), ("nieuw-0001", True)]


def test_a_dropped_element_is_not_offered_and_stays_in_the_report_as_set_aside():
    room = canvas()

    room.lead("aside", board="erbij", card="element-2", because="kost te veel tijd")

    assert [item["id"] for item in room.live.view("console")["offer:prioriteren"]["items"]] == ["element-1", "nieuw-0001"]
    assert {row["id"]: row["state"] for row in room.live.result("erbij").rows} == {"element-1": "shown", "element-2": "aside", "nieuw-0001": "shown"}


def test_the_facilitator_hangs_a_carried_card_elsewhere_with_its_old_tag():
    room = canvas()

    room.lead("move", board="erbij", card="element-1", field="eraf")

    assert room.live.view("console")["element-1"]["field"] == "eraf"
    assert room.live.result("erbij").rows[0]["tag"] == "t1"
    assert room.refusal(BRAM, "erbij", "move", card="nieuw-0001", field="eraf") == "not_yours"


CAREFUL = """
id = "woorden"
title = "Woorden"
summary = "Proef"

[[steps]]
id = "woorden"
kind = "wall"
title = "Kies je woorden"
prompt = "Schrijf een zin voor ouders."
minutes = 5

[steps.config]
fields = [{ id = "weten", name = "Wat weten we" }, { id = "doen", name = "Wat doen we" }]
examples = ["Er was ruzie na de gymles."]
careful = [{ word = "dader", say = "het kind dat begon" }]
data = { title = "Het verhaal", lines = ["Na de gymles schrijft een ouder in de app-groep."] }
"""


def test_a_word_to_be_careful_with_is_marked_and_never_replaced():
    room = Workshop(CAREFUL)
    room.come(ANNA)
    room.go("woorden")

    room.card(ANNA, "zin-00001", "De daders zijn bekend.", board="woorden", field="weten")

    assert room.live.view("screen")["zin-00001"]["text"] == "De daders zijn bekend."
    assert room.live.view("screen")["config"]["careful"] == [{"word": "dader", "say": "het kind dat begon"}]


def test_figures_to_write_about_are_fictional_until_the_script_says_otherwise():
    room = Workshop(CAREFUL)
    room.go("woorden")

    for audience in ("phone", "screen", "console"):
        assert room.live.view(audience)["config"]["data"] == {"title": "Het verhaal", "lines": ["Na de gymles schrijft een ouder in de app-groep."], "fictional": True}


def test_an_example_fits_on_a_card():
    with pytest.raises(ScriptErrors) as caught:
        script.load(CAREFUL.replace("examples =", "max_chars = 20\nexamples =", 1))

    assert [(error.code, error.key, error.said) for error in caught.value.errors] == [("contradiction", "examples", "max_chars")]


def test_what_is_said_about_the_wall_itself_stays_there():
    room = Workshop(TAGGED.replace('{ id = "zorg", name = "Zorg" }', '{ id = "zorg", name = "Kan eraf", stays = true }').replace("moderate = true\n", "").replace('device = "table"\n', ""))
    room.come(ANNA)
    room.go("wand")
    room.card(ANNA, "kaart-001", "Dagstart", board="wand", field="goed")
    room.card(ANNA, "kaart-002", "Dubbel overleg", board="wand", field="zorg")

    assert {item["text"]: item["picked"] for item in room.live.view("console")["offer:bronnen"]["items"]} == {"Dagstart": True, "Dubbel overleg": False}
