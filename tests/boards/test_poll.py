"""The poll: one or more choices per question, a key after the talk, seats to fill, notes that are nobody's, and the same poll again."""

import json

import hypothesis.strategies as st
import msgspec
import pytest
from contract import CARD, Case
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import Refused, script
from sessions.people import CONSOLE, Person

CASE = Case(
    config='options = ["Eens", "Oneens", "Hangt ervan af"]\nnote = "Waarom?"\ndont_know = true\nkey = { 1 = "Eens" }',
    work={
        "choose": {"item": CARD, "options": st.lists(st.sampled_from(["o1", "o2", "unknown", "o9"]), max_size=2)},
        "note": {"item": CARD, "text": st.sampled_from(["Omdat het zo is", "Anders", "", "x" * 200])},
    },
    lead={
        "tally": {"item": CARD, "option": st.sampled_from(["o1", "o2", "o9"]), "n": st.integers(-3, 3)},
        "right": {"item": CARD, "option": st.sampled_from(["o1", "o3", None, "o9"])},
        "key": {"show": st.booleans()},
    },
)
STEP = '[[steps]]\nid = "{id}"\nkind = "poll"\ntitle = "Peiling"\nprompt = "Waar zit onze school?"\nminutes = 5\nanonymous = false\n{more}\n[steps.config]\n{config}\n'
FIRM = 'options = ["Onzeker", "Redelijk zeker", "Zeker"]'


def plan(*configs: str, more: str = "") -> str:
    steps = [STEP.format(id=f"peiling{n or ''}", config=config, more=more.format(beside="peiling") if n else "") for n, config in enumerate(configs)]
    return 'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\nroles = ["Leraar", "Leerling"]\n' + "".join(steps)


def shop(config: str = FIRM, people: tuple[Person, ...] = (ANNA, BRAM, CHRIS)) -> Workshop:
    room = Workshop(plan(config))
    room.come(*people)
    room.go("peiling")
    room.lead("open")
    return room


def crowd(n: int, group: str | None = None, start: int = 0) -> tuple[Person, ...]:
    return tuple(Person(f"mens-{i:03d}", "participant", group) for i in range(start, start + n))


def choose(room: Workshop, who: Person, *options: str, board: str = "peiling", **item) -> None:
    room.do(who, board, "choose", options=list(options), **item)


def asked(room: Workshop, audience: str = "screen") -> dict:
    return room.live.view(audience)["asked"]


def test_without_items_the_prompt_is_the_one_question():
    room = shop()
    choose(room, ANNA, "o2")
    choose(room, BRAM, "o2")
    room.lead("reveal")

    assert asked(room) == {"people": 2, "options": {"o1": 0, "o2": 2, "o3": 0}}
    assert room.live.result("peiling").facts["people"] == 2


def test_a_choice_replaces_the_one_before_and_can_be_taken_back():
    room = shop()
    choose(room, ANNA, "o1")
    choose(room, ANNA, "o3")
    choose(room, BRAM, "o1")
    choose(room, BRAM)

    assert room.live.own("anna")["choices"] == {"asked": ["o3"]}
    assert (room.live.own("bram")["choices"], room.live.own("bram")["done"]) == ({}, False)
    room.lead("reveal")
    assert asked(room) == {"people": 1, "options": {"o1": 0, "o2": 0, "o3": 1}}


def test_only_a_poll_with_more_choices_takes_more():
    one, more = shop(), shop(FIRM + "\nmulti = true")

    assert one.refusal(ANNA, "peiling", "choose", options=["o1", "o2"]) == "bad_request"
    assert one.refusal(ANNA, "peiling", "choose", options=["o9"]) == "no_such_option"
    assert one.refusal(ANNA, "peiling", "choose", options=["o1"], item="kaart-001") == "no_such_item"
    choose(more, ANNA, "o3", "o1")
    choose(more, BRAM, "o1")
    more.lead("reveal")
    assert asked(more) == {"people": 2, "options": {"o1": 2, "o2": 0, "o3": 1}}


def test_somebody_is_done_when_every_question_has_an_answer():
    room = shop(FIRM + '\nitems = ["De klas", "De gang"]')
    choose(room, ANNA, "o1", item="s1-1")
    assert room.live.own("anna")["done"] is False

    choose(room, ANNA, "o2", item="s1-2")

    assert room.live.own("anna")["done"] is True


def test_the_count_is_of_people_and_the_answers_of_phones():
    room = shop()
    choose(room, msgspec.structs.replace(ANNA, weight=5), "o1")
    choose(room, BRAM, "o2")

    facts = room.live.result("peiling").facts

    assert (facts["people"], facts["answers"]) == (6, 2)


def test_who_is_on_paper_counts_and_can_be_taken_off():
    room = shop()
    choose(room, ANNA, "o1")
    act = room.lead("tally", board="peiling", option="o1", n=4)

    assert room.live.result("peiling").facts["people"] == 5
    assert room.refusal(CONSOLE, "peiling", "tally", option="o2", n=-1) == "empty"
    assert room.refusal(CONSOLE, "peiling", "tally", option="o1", n=0) == "bad_request"
    assert room.live.own("anna")["choices"] == {"asked": ["o1"]}
    room.undo(act)
    assert room.live.result("peiling").rows[0]["options"] == {"o1": 1, "o2": 0, "o3": 0}


def test_a_poll_with_more_choices_counts_as_many_on_paper_as_there_are_at_least():
    room = shop(FIRM + "\nmulti = true")
    room.lead("tally", board="peiling", option="o1", n=4)
    room.lead("tally", board="peiling", option="o2", n=3)

    assert room.live.result("peiling").facts["people"] == 4


def test_nobody_sees_a_choice_or_a_note_before_the_reveal():
    room = shop(FIRM + '\nnote = "Wat is eerst nodig?"')
    choose(room, ANNA, "o1")
    room.do(ANNA, "peiling", "note", text="Kanarie")

    seen = [json.dumps(room.live.view(audience)) for audience in ("phone", "screen", "console")]

    assert "Kanarie" in json.dumps(room.live.result("peiling").facts)  # it was there to leak
    assert not [view for view in seen if "Kanarie" in view or '"people": 1,' in view.replace('"turnout"', "")]


KEYED = 'options = ["Leerkracht", "Directie"]\nitems = ["Wegen", "Beslissen"]\nkey = { 1 = "Leerkracht", 2 = "Directie" }'


def test_the_key_waits_for_the_talk_after_the_reveal():
    room = shop(KEYED)
    choose(room, ANNA, "o1", item="s1-1")
    choose(room, BRAM, "o2", item="s1-1")
    assert room.refusal(CONSOLE, "peiling", "key", show=True) == "not_revealed"
    room.lead("reveal")
    hidden = [json.dumps([room.live.view(audience), room.live.stage(audience, 0), room.live.own("anna")]) for audience in ("phone", "screen")]

    room.lead("key", board="peiling", show=True)

    assert not [seen for seen in hidden if '"key": "' in seen or '"share"' in seen or '"key": {' in seen]
    assert [room.live.view(audience)["s1-1"]["key"] for audience in ("phone", "screen", "console")] == ["o1"] * 3
    assert [(row["key"], row["share"]) for row in room.live.result("peiling").rows] == [("o1", 0.5), ("o2", None)]


def test_two_keys_make_no_difference_to_phone_and_screen_until_it_is_shown():
    rooms = [shop(KEYED), shop(KEYED.replace('1 = "Leerkracht"', '1 = "Directie"'))]
    for room in rooms:
        choose(room, ANNA, "o1", item="s1-1")
        room.lead("reveal")

    for audience in ("phone", "screen"):
        left, right = (json.dumps([room.live.view(audience), room.live.stage(audience, 0), room.live.own("anna")]) for room in rooms)
        assert left == right
    for room in rooms:
        room.lead("key", board="peiling", show=True)
    assert rooms[0].live.view("phone") != rooms[1].live.view("phone")  # the secret was there to leak


def test_opening_again_hides_the_key_too():
    room = shop(KEYED)
    room.lead("reveal")
    room.lead("key", board="peiling", show=True)

    room.lead("open")

    assert '"key": "' not in json.dumps([room.live.view("phone"), room.live.view("screen")])


def test_the_facilitator_sets_the_key_of_this_school_and_may_take_that_back():
    room = shop(KEYED)
    act = room.lead("right", board="peiling", item="s1-1", option="o2")
    assert room.live.view("console")["key"]["options"] == {"s1-1": "o2", "s1-2": "o2"}

    room.undo(act)

    assert room.live.view("console")["key"]["options"] == {"s1-1": "o1", "s1-2": "o2"}
    room.lead("right", board="peiling", item="s1-1", option=None)
    assert room.live.view("console")["key"]["options"] == {"s1-2": "o2"}


def test_a_number_in_the_key_stays_with_its_item_when_another_goes():
    room = shop(KEYED)

    room.lead("items", board="peiling", drop=["s1-1"])

    assert room.live.view("console")["key"]["options"] == {"s1-1": "o1", "s1-2": "o2"}


def test_an_item_that_comes_back_has_its_answers_again():
    room = shop(KEYED)
    choose(room, ANNA, "o1", item="s1-1")
    act = room.lead("items", board="peiling", drop=["s1-1"])
    assert room.live.result("peiling").facts["people"] == 0

    room.undo(act)

    assert room.live.result("peiling").facts["people"] == 1


def test_an_empty_seat_that_is_needed_is_named():
    room = shop('options = ["Directie", "Leraar", "Ouder"]\nmulti = true\nrequired = ["Directie", "Leraar"]')
    choose(room, ANNA, "o2", "o3")
    room.lead("reveal")

    assert room.live.view("screen")["tally"]["missing"] == ["o1"]


def test_a_question_that_many_do_not_know_is_marked_and_counts_as_divided():
    room = shop(KEYED + "\ndont_know = true")
    for who, option in ((ANNA, "unknown"), (BRAM, "unknown"), (CHRIS, "o1")):
        choose(room, who, option, item="s1-1")
        choose(room, who, "o2", item="s1-2")
    room.lead("reveal")

    assert room.live.view("screen")["tally"]["unsure"] == ["s1-1"]
    assert [row["spread"] for row in room.live.result("peiling").rows] == [0.8889, 0.0]


def test_a_note_is_nobodys_and_comes_to_the_facilitator_alone():
    room = shop(FIRM + '\nnote = "Wat is eerst nodig?"')
    choose(room, ANNA, "o1")
    room.do(ANNA, "peiling", "note", text="Tijd in het rooster")
    room.lead("reveal")

    console = room.live.view("console")
    [note] = [id for id, part in console.items() if part.get("text") == "Tijd in het rooster"]

    assert console[note].keys() == {"text", "field", "n", "at", "state"}
    assert "anna" not in json.dumps([console, room.live.result("peiling").facts])
    assert "Tijd in het rooster" not in json.dumps([room.live.view("phone"), room.live.view("screen")])
    assert room.live.own("bram")["notes"] == {}


def test_the_facilitator_may_hold_up_one_note_and_hide_another():
    room = shop(FIRM + '\nnote = "Wat is eerst nodig?"')
    for who, text in ((ANNA, "Tijd in het rooster"), (BRAM, "Kanarie")):
        room.do(who, "peiling", "note", text=text)
    room.lead("reveal")
    notes = {part["text"]: id for id, part in room.live.view("console").items() if "text" in part}

    room.lead("hide", board="peiling", card=notes["Kanarie"])
    room.lead("screen", show="card", card=notes["Tijd in het rooster"])

    assert room.live.view("screen")[notes["Tijd in het rooster"]]["text"] == "Tijd in het rooster"
    assert "Kanarie" not in json.dumps([room.live.view("screen"), room.live.result("peiling").facts])
    room.lead("screen", show="card", card=notes["Kanarie"])
    assert "Kanarie" not in json.dumps(room.live.view("screen"))


def test_notes_that_say_the_same_may_be_held_up_as_one():
    room = shop(FIRM + '\nnote = "Wat is eerst nodig?"')
    for who in (ANNA, BRAM):
        room.do(who, "peiling", "note", text="Tijd in het rooster")
    room.lead("reveal")
    notes = [id for id, part in room.live.view("console").items() if "text" in part]
    room.lead("merge", board="peiling", cards=notes, into="samen-001")

    room.lead("screen", show="card", card="samen-001")

    assert room.live.view("screen")["samen-001"]["n"] == 2
    assert room.live.result("peiling").facts["notes"] == [{"item": "asked", "text": "Tijd in het rooster", "n": 2}]


def test_a_note_can_be_changed_and_taken_back_by_its_writer():
    room = shop(FIRM + '\nnote = "Wat is eerst nodig?"')
    room.do(ANNA, "peiling", "note", text="Tijd")
    room.do(ANNA, "peiling", "note", text="Meer tijd")
    assert room.live.own("anna")["notes"] == {"asked": {"text": "Meer tijd", "state": "shown"}}

    room.do(ANNA, "peiling", "note", text="")

    assert room.live.own("anna")["notes"] == {}
    assert room.refusal(ANNA, "peiling", "note", text="") == "empty"
    assert room.refusal(ANNA, "peiling", "note", text="x" * 141) == "too_long"


def test_a_note_waits_for_approval_where_every_text_does():
    room = Workshop(plan(FIRM + '\nnote = "Waarom?"').replace("anonymous = false", "anonymous = false\nmoderate = true"))
    room.come(ANNA)
    room.go("peiling")
    room.lead("open")
    room.do(ANNA, "peiling", "note", text="Kanarie")

    assert room.live.own("anna")["notes"]["asked"]["state"] == "held"
    assert room.live.result("peiling").facts["notes"] == []


def test_roles_are_shown_apart_only_when_each_has_five():
    many = crowd(5, "Leraar") + crowd(5, "Leerling", 5)
    room = shop(FIRM + '\nsplit_by = ["Leerling"]', many)
    for person in many[:9]:
        choose(room, person, "o1" if person.group == "Leraar" else "o3")
    room.lead("reveal")
    assert "groups" not in asked(room)

    room.lead("open")
    choose(room, many[9], "o3")
    room.lead("reveal")

    assert asked(room)["groups"] == [{"name": "Leerling", "options": {"o1": 0, "o2": 0, "o3": 5}}, {"name": "others", "options": {"o1": 5, "o2": 0, "o3": 0}}]


def again(*configs: str, people: int = 12) -> Workshop:
    """The same poll at the begin and at the end; everybody moves from the first option to the last."""
    room = Workshop(plan(*(configs or (FIRM, FIRM)), more='beside = "{beside}"'))
    room.come(*crowd(people))
    for board, option in (("peiling", "o1"), ("peiling1", "o3")):
        room.go(board)
        room.lead("open")
        for person in crowd(people):
            choose(room, person, option, board=board)
        room.lead("reveal")
    return room


def test_the_same_poll_again_shows_what_it_was_and_whether_that_is_more_than_noise():
    room = again()

    compared = room.live.view("screen")["beside"]["compared"]["asked"]

    assert compared == {"people": 12, "options": {"o1": 12}, "change": "larger"}
    assert room.live.result("peiling1").facts["compared"]["asked"]["change"] == "larger"


def test_what_it_was_stays_closed_until_both_are_shown():
    room = again()

    room.lead("open")

    assert "compared" not in room.live.view("screen")["beside"]
    assert "compared" not in room.live.result("peiling1").facts


def test_another_list_of_options_is_another_poll():
    room = again(FIRM, 'options = ["Eens", "Oneens", "Anders"]')

    assert "compared" not in room.live.view("screen")["beside"]


def test_questions_are_compared_by_their_words():
    room = Workshop(plan(FIRM + '\nitems = ["De klas", "De gang"]', FIRM + '\nitems = ["De gang", "Het plein"]', more='beside = "{beside}"'))
    room.come(ANNA)
    for board, item in (("peiling", "s1-2"), ("peiling1", "s2-1")):
        room.go(board)
        room.lead("open")
        choose(room, ANNA, "o2", board=board, item=item)
        room.lead("reveal")

    assert room.live.view("screen")["beside"]["compared"] == {"s2-1": {"people": 1, "options": {"o2": 1}, "change": "same"}}


def test_only_questions_that_are_cards_can_go_along():
    text = plan(FIRM) + '[[steps]]\nid = "ladder"\nkind = "vote"\ntitle = "Stem"\nprompt = "Stem"\nminutes = 5\nfrom = { step = "peiling", rule = "all" }\n'
    room = Workshop(text)
    room.come(ANNA)
    room.go("peiling")
    room.lead("open")
    choose(room, ANNA, "o1")

    offer = room.live.view("console")["offer:ladder"]

    assert (offer["ready"], offer["items"], offer["why"]) == (False, [], "empty")


@pytest.mark.parametrize(("config", "key"), [
    ('options = ["Ja", "Ja"]', "options"),
    ('options = ["Ja", "Nee"]\nkey = { "" = "Misschien" }', "key"),
    ('options = ["Ja", "Nee"]\nitems = ["Een"]\nkey = { 2 = "Ja" }', "key"),
    ('options = ["Ja", "Nee"]\nitems = ["Een"]\nkey = { "" = "Ja" }', "key"),
    ('options = ["Ja", "Nee"]\nrequired = ["Misschien"]', "required"),
    ('options = ["Ja", "Nee"]\nrequired = ["Ja"]\nitems = ["Een"]', "required"),
])
def test_settings_that_contradict_each_other_are_named(config, key):
    with pytest.raises(script.ScriptErrors) as found:
        script.load(plan(config))

    assert [(error.code, error.step, error.key) for error in found.value.errors] == [("contradiction", "peiling", key)]


def test_an_item_joins_no_poll_that_asks_its_prompt():
    room = shop()

    with pytest.raises(Refused, match="no_items"):
        room.lead("items", board="peiling", add=["kaart-001"])


def printed(room: Workshop) -> str:
    told = report.sections(room.live)
    return report.html(told) + report.csv(told) + report.json(told)


def test_the_report_tells_the_key_only_when_the_room_saw_it():
    room = shop(KEYED)
    choose(room, ANNA, "o1", item="s1-1")
    room.lead("reveal")
    assert "fgesproken" not in printed(room) and '"share"' not in printed(room)

    room.lead("key", board="peiling", show=True)

    assert "Van elke 100 mensen kozen er gemiddeld 100 wat is afgesproken." in printed(room)


def test_the_report_names_the_empty_seats_the_notes_and_the_change():
    seats = shop('options = ["Directie", "Leraar"]\nrequired = ["Directie"]\nnote = "Wat is eerst nodig?"')
    choose(seats, ANNA, "o2")
    seats.do(ANNA, "peiling", "note", text="Tijd in het rooster")
    seats.lead("reveal")

    assert "Nog niemand vanuit: Directie." in printed(seats)
    assert "Wat is eerst nodig? “Tijd in het rooster”." in printed(seats)
    assert "Het verschil met de eerste keer is groter dan toeval." in printed(again())
