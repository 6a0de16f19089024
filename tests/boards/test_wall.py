"""The wall: fields of the script, a reason where it asks for one, the result box beside it."""

import hypothesis.strategies as st
from contract import CARD, Case
from workshop import ANNA, BRAM, Workshop

from sessions import script

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
