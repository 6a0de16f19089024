"""Closing questions: nothing on the screen, approved quotes, or one agreed sentence; and not kept is really not kept."""

import json

import hypothesis.strategies as st
from contract import CARD, Case
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from facilitator import report

CASE = Case(
    config='questions = ["Waar ben je trots op?", "Wat neem je mee?"]',
    place={"field": "q1"},
    work={
        "add": {"card": st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 20)]), "text": st.sampled_from(["Op ons team", "x" * 400]), "field": st.sampled_from(["q1", "q2", "q9"])},
        "edit": {"card": CARD, "text": st.just("Anders")}, "remove": {"card": CARD},
    },
    lead={"move": {"card": CARD, "field": st.just("q2")}, "release": {"cards": st.lists(st.sampled_from([f"nieuw-{n:03d}" for n in range(1, 20)]), min_size=1, max_size=2)}},
)
STEP = 'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\n[[steps]]\nid = "slot"\nkind = "reflect"\ntitle = "Vieren"\nprompt = "Waar ben je trots op?"\nminutes = 5\nanonymous = false\n{more}\n[steps.config]\n{config}\n'


def shop(config: str = "", more: str = "") -> Workshop:
    room = Workshop(STEP.format(config=config, more=more))
    room.come(ANNA, BRAM, CHRIS)
    room.go("slot")
    return room


def write(room: Workshop, who, card: str, text: str = "Kanarie", field: str = "q1") -> None:
    room.do(who, "slot", "add", card=card, text=text, field=field)


def seen(room: Workshop, *audiences: str) -> str:
    return json.dumps([[room.live.view(audience), room.live.stage(audience, 0)] for audience in audiences or ("phone", "screen")])


def printed(room: Workshop) -> str:
    told = report.sections(room.live)
    return report.html(told) + report.csv(told) + report.json(told)


# Quotes


def test_a_quote_waits_until_the_facilitator_shows_it():
    room = shop()
    write(room, ANNA, "antwoord-1")
    assert "Kanarie" not in seen(room) + printed(room)
    assert room.live.stage("console", 0)["held"] == [{"card": "antwoord-1", "step": "slot", "text": "Kanarie", "place": "q1", "late": False}]

    room.lead("release", board="slot", cards=["antwoord-1"])

    assert room.live.view("screen")["antwoord-1"]["text"] == "Kanarie"
    assert "Kanarie" in printed(room)


def test_a_quote_that_its_writer_changes_waits_again():
    room = shop()
    write(room, ANNA, "antwoord-1", "Trots op ons team")
    room.lead("release", board="slot", cards=["antwoord-1"])

    room.do(ANNA, "slot", "edit", card="antwoord-1", text="Kanarie")

    assert "Kanarie" not in seen(room) + printed(room)
    assert room.live.own("anna")["cards"][0]["state"] == "held"


def test_a_changed_card_waits_again_in_any_step_that_is_read_first():
    room = Workshop(STEP.format(config='fields = [{ id = "hier", name = "Hier" }]', more="moderate = true").replace("reflect", "wall"))
    room.come(ANNA)
    room.go("slot")
    room.do(ANNA, "slot", "add", card="kaart-0001", text="Rust")
    room.lead("release", board="slot", cards=["kaart-0001"])

    room.do(ANNA, "slot", "edit", card="kaart-0001", text="Kanarie")

    assert "Kanarie" not in seen(room)


def test_everybody_answers_each_question_once():
    room = shop('questions = ["Waar ben je trots op?", "Wat neem je mee?"]')
    write(room, ANNA, "antwoord-1")
    assert room.live.own("anna")["done"] is False
    assert room.refusal(ANNA, "slot", "add", card="antwoord-2", text="Nog een", field="q1") == "too_many_cards"
    assert room.refusal(ANNA, "slot", "add", card="antwoord-2", text="Nog een", field="q3") == "no_such_place"
    assert room.refusal(ANNA, "slot", "move", card="antwoord-1", field="q2") == "not_allowed"

    write(room, ANNA, "antwoord-2", field="q2")

    assert room.live.own("anna")["done"] is True


def test_an_answer_that_was_taken_back_leaves_room_for_another():
    room = shop()
    write(room, ANNA, "antwoord-1")
    room.do(ANNA, "slot", "remove", card="antwoord-1")

    write(room, ANNA, "antwoord-2", "Anders")

    assert [card["text"] for card in room.live.own("anna")["cards"]] == ["Anders"]


def test_the_facilitator_writes_for_as_many_as_have_no_phone():
    room = shop()

    for n in range(3):
        room.lead("add", board="slot", card=f"papier-{n:03d}", text=f"Papier {n}")

    assert room.live.view("screen")["counts"] == {"q1": 3}


# Nothing


def test_nothing_reaches_screen_phones_or_report():
    room = shop('show = "nothing"')
    write(room, ANNA, "antwoord-1")
    room.lead("screen", show="card", card="antwoord-1")

    assert "Kanarie" in seen(room, "console")  # it was there to leak
    assert "Kanarie" not in seen(room) + printed(room) + json.dumps(room.live.own("bram"))
    assert room.live.view("screen")["counts"] == {"q1": 1}


def test_no_number_of_answers_is_waited_for_where_nothing_will_be_shown():
    room = Workshop(STEP.format(config='show = "nothing"', more="").replace("anonymous = false", "anonymous = true"))
    room.come(ANNA)
    room.go("slot")
    write(room, ANNA, "antwoord-1")

    assert "few" not in room.live.view("screen")["about"]


def test_nothing_of_it_can_be_carried_along():
    room = Workshop(STEP.format(config='show = "nothing"', more="") + '[[steps]]\nid = "ladder"\nkind = "vote"\ntitle = "Stem"\nprompt = "Stem"\nminutes = 5\nfrom = { step = "slot", rule = "all" }\nbeside = "slot"\n')
    room.come(ANNA)
    room.go("slot")
    write(room, ANNA, "antwoord-1")

    assert room.live.view("console")["offer:ladder"]["items"] == []


def test_not_kept_is_not_even_written_down():
    room = shop('show = "nothing"', "keep = false")
    write(room, ANNA, "antwoord-1")
    room.do(ANNA, "slot", "edit", card="antwoord-1", text="Nog een kanarie")
    room.lead("add", board="slot", card="papier-001", text="Kanarie op papier")
    room.lead("edit", board="slot", card="papier-001", text="Andere kanarie")

    everything = json.dumps(room.log) + seen(room, *AUDIENCES) + json.dumps(room.live.own("anna")) + printed(room)

    assert "anarie" not in everything
    assert [(card["id"], card["field"], card["state"]) for card in room.live.own("anna")["cards"]] == [("antwoord-1", "q1", "shown")]
    assert room.live.view("phone")["about"]["reads"] == "nobody"


def test_words_that_go_nowhere_are_judged_all_the_same():
    room = shop('show = "nothing"', "keep = false")

    assert room.refusal(ANNA, "slot", "add", card="antwoord-1", text="   ", field="q1") == "empty"
    assert room.refusal(ANNA, "slot", "add", card="antwoord-1", text="x" * 201, field="q1") == "too_long"


def test_words_that_go_nowhere_leave_no_trace_when_they_come_too_late():
    room = shop('show = "nothing"', "keep = false")
    room.lead("close")
    room.at += 60

    write(room, ANNA, "antwoord-1")

    assert "Kanarie" not in json.dumps(room.log)
    assert room.live.stage("console", 0)["held"] == []


def test_what_is_kept_for_the_facilitator_is_in_the_log_and_nowhere_else():
    room = shop('show = "nothing"')
    write(room, ANNA, "antwoord-1")

    assert "Kanarie" in json.dumps(room.log)
    assert room.live.view("phone")["about"]["reads"] == "facilitator"


# One sentence


def test_everybody_writes_on_one_sentence_and_the_last_one_stands():
    room = shop('show = "sentence"')
    write(room, ANNA, "antwoord-1", "Ons fundament is sterk.")
    write(room, BRAM, "antwoord-2", "Ons fundament is dat we elkaar helpen.")

    for audience in ("phone", "screen"):
        parts = room.live.view(audience)
        assert [part["text"] for part in parts.values() if "text" in part] == ["Ons fundament is dat we elkaar helpen."]
    assert [row["text"] for row in room.live.result("slot").rows] == ["Ons fundament is dat we elkaar helpen."]


def test_every_table_has_a_sentence_of_its_own():
    room = shop('show = "sentence"', 'device = "table"')
    for number, person in enumerate((ANNA, BRAM), 1):
        room.do(person, "stage", "size", table=number, size=5)
        write(room, person, f"antwoord-{number}", f"Zin van tafel {number}")
    write(room, ANNA, "antwoord-3", "Betere zin van tafel 1")

    said = {part["table"]: part["text"] for part in room.live.view("screen").values() if "text" in part}

    assert said == {1: "Betere zin van tafel 1", 2: "Zin van tafel 2"}


def test_a_sentence_that_the_facilitator_took_away_may_be_written_again():
    room = shop('show = "sentence"')
    write(room, ANNA, "antwoord-1", "Kanarie")
    act = room.lead("edit", board="slot", card="antwoord-1", text="Wij vinden")
    room.undo(act)
    assert room.live.view("screen")["antwoord-1"]["text"] == "Kanarie"
    room.lead("remove", board="slot", card="antwoord-1")

    write(room, BRAM, "antwoord-2", "Wij helpen elkaar.")

    assert [part["text"] for part in room.live.view("screen").values() if "text" in part] == ["Wij helpen elkaar."]


def test_the_facilitator_writes_on_the_same_sentence_and_can_take_that_back():
    room = shop('show = "sentence"')
    write(room, ANNA, "antwoord-1", "Wij helpen.")
    act = room.lead("add", board="slot", card="papier-001", text="Wij helpen elkaar.")
    assert room.live.view("screen")["antwoord-1"]["text"] == "Wij helpen elkaar."

    room.undo(act)

    assert room.live.view("screen")["antwoord-1"]["text"] == "Wij helpen."


def test_without_questions_the_prompt_is_the_one_question():
    assert shop().live.view("phone")["config"]["fields"] == [{"id": "q1", "name": "", "question": ""}]
