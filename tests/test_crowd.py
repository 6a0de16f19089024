"""People, not phones: roles, tables, people on paper; who may do a step; what is shown of a small group; and sending somebody out."""

import json

import pytest
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions import Refused
from sessions.people import CONSOLE, Person

SCRIPT = """
id = "proef"
title = "Proef"
summary = "Proef"
roles = ["Student", "Docent"]

[[steps]]
id = "tafels"
kind = "vote"
title = "Per tafel"
prompt = "Kies samen."
minutes = 5
device = "table"
opens = "at once"
anonymous = false
config = { items = ["Rust", "Regels"], dots = 1 }

[[steps]]
id = "samen"
kind = "vote"
title = "Voor jezelf"
prompt = "Kies zelf."
minutes = 5
opens = "at once"
anonymous = true
ask_role = true
config = { items = ["Rust", "Regels"], dots = 1 }

[[steps]]
id = "studenten"
kind = "wall"
title = "Studenten"
prompt = "Wat wil je?"
minutes = 5
only = ["Student"]
moderate = true
config = { fields = [{ id = "wens", name = "Wens" }] }

[[steps]]
id = "kaarten"
kind = "wall"
title = "Kaarten"
prompt = "Wat zie je?"
minutes = 5
anonymous = true
config = { fields = [{ id = "wens", name = "Wens" }] }
"""
CROWD = [Person(f"mens-{n:02d}", "participant") for n in range(12)]


@pytest.fixture
def shop():
    shop = Workshop(SCRIPT)
    shop.come(ANNA, BRAM, CHRIS)
    return shop


def put(shop, step, *people, item=1):
    number = [one for one in shop.live.stages.steps].index(step) + 1
    for person in people:
        shop.do(person, step, "put", item=f"s{number}-{item}")


def table(shop, who, number, size, others=0, **more):
    shop.do(who, "stage", "size", table=number, size=size, others=others, **more)


def test_people_are_phones_of_one_and_people_at_tables_and_people_on_paper(shop):
    shop.come(*CROWD[:8])
    table(shop, ANNA, 1, 5)
    table(shop, BRAM, 2, 6)
    shop.lead("paper", n=3)

    stage = shop.live.stage("screen", 0)

    assert stage["crowd"] == {"people": 9 + 5 + 6 + 3, "phones": 9, "tables": 2, "paper": 3}
    assert stage["people"] == 23


def test_who_sits_at_a_table_with_a_phone_of_their_own_is_counted_once(shop):
    table(shop, ANNA, 1, 5, others=2)

    assert shop.live.stage("console", 0)["crowd"]["people"] == 2 + 3


def test_in_a_table_step_the_table_counts_whole_and_in_the_next_only_who_has_no_phone(shop):
    table(shop, ANNA, 1, 5, others=4)
    shop.go("tafels")
    put(shop, "tafels", ANNA)
    shop.go("samen")
    put(shop, "samen", ANNA)

    assert shop.live.result("tafels").facts["people"] == 5
    assert shop.live.result("samen").facts["people"] == 1


def test_a_table_step_waits_for_the_tables_only(shop):
    table(shop, ANNA, 1, 5, others=2)
    shop.go("tafels")

    assert shop.live.view("screen")["turnout"] == {"done": 0, "people": 5}
    put(shop, "tafels", ANNA)
    assert shop.live.view("screen")["turnout"] == {"done": 5, "people": 5}


def test_a_table_has_one_phone_and_another_may_take_over(shop):
    table(shop, ANNA, 4, 5)

    assert shop.refusal(BRAM, "stage", "size", table=4, size=5) == "table_taken"
    table(shop, BRAM, 4, 6, instead=True)

    assert shop.live.own("anna").get("you") is None
    assert shop.live.own("bram")["you"] == {"table": 4, "size": 6}


def test_a_phone_becomes_its_owners_again(shop):
    table(shop, ANNA, 4, 5)
    shop.do(ANNA, "stage", "size")

    assert shop.live.stage("console", 0)["crowd"] == {"people": 3, "phones": 3, "tables": 0, "paper": 0}


@pytest.mark.parametrize("fields", [{"table": 1, "size": 3, "others": 3}, {"size": 4}, {"table": 0, "size": 3}, {"table": 1, "size": 99}])
def test_a_table_that_cannot_be_is_refused(shop, fields):
    assert shop.refusal(ANNA, "stage", "size", **fields) == "bad_request"


def test_a_role_is_told_once_and_copied_into_what_counts(shop):
    shop.do(ANNA, "stage", "role", group="Student")
    shop.go("samen")
    put(shop, "samen", ANNA)

    assert shop.live.own("anna")["you"] == {"group": "Student"}
    assert shop.log[-1]["group"] == "Student"
    assert shop.refusal(BRAM, "stage", "role", group="Wethouder") == "no_such_role"


def test_rather_not_saying_is_an_answer_too(shop):
    shop.do(ANNA, "stage", "role", group="")
    shop.go("samen")
    put(shop, "samen", ANNA)

    assert shop.live.own("anna")["you"] == {"group": ""}
    assert "group" not in shop.log[-1]


def test_a_step_for_one_role_is_read_by_the_others(shop):
    shop.do(ANNA, "stage", "role", group="Student")
    shop.do(BRAM, "stage", "role", group="Docent")
    shop.go("studenten")

    shop.card(ANNA, "kaart-001", "Rust in de gang", board="studenten", field="wens")

    assert shop.refusal(BRAM, "studenten", "add", card="kaart-002", text="Ook iets", field="wens") == "other_role"
    assert shop.refusal(CHRIS, "studenten", "add", card="kaart-003", text="Ook iets", field="wens") == "other_role"
    assert shop.live.view("phone")["about"]["only"] == ["Student"]


def test_a_step_for_one_role_does_not_wait_for_the_others(shop):
    shop.do(ANNA, "stage", "role", group="Student")
    shop.do(BRAM, "stage", "role", group="Docent")
    shop.go("studenten")
    shop.do(ANNA, "stage", "done", step="studenten")
    assert {key: shop.live.view("screen")["turnout"][key] for key in ("done", "people")} == {"done": 1, "people": 2}  # Chris may still be a student

    shop.do(CHRIS, "stage", "role", group="")

    assert {key: shop.live.view("screen")["turnout"][key] for key in ("done", "people")} == {"done": 1, "people": 1}


def test_a_moderated_card_waits_and_the_screen_says_how_many(shop):
    shop.do(ANNA, "stage", "role", group="Student")
    shop.go("studenten")
    shop.card(ANNA, "kaart-001", "Rust in de gang", board="studenten", field="wens")

    for audience in ("phone", "screen"):
        assert "Rust" not in json.dumps(shop.live.view(audience))
    assert shop.live.view("screen")["turnout"]["waiting"] == 1
    shop.lead("show", board="studenten", card="kaart-001")
    assert shop.live.view("screen")["kaart-001"]["text"] == "Rust in de gang"
    assert shop.live.view("screen")["turnout"]["waiting"] == 0


def test_an_anonymous_vote_of_four_is_not_shown_and_of_five_it_is(shop):
    shop.come(*CROWD)
    shop.go("samen")
    put(shop, "samen", *CROWD[:4])
    shop.lead("reveal")

    assert shop.live.result("samen").facts["people"] == 4  # it was there to leak
    for audience in ("phone", "screen", "console"):
        assert "ranking" not in shop.live.view(audience)
        assert shop.live.view(audience)["about"]["few"] == 5
    assert not shop.live.tells("samen")

    shop.lead("open")
    put(shop, "samen", CROWD[4])
    shop.lead("reveal")
    assert shop.live.view("screen")["ranking"]["people"] == 5
    assert "few" not in shop.live.view("screen")["about"]
    assert shop.live.tells("samen")


def test_a_table_of_five_is_one_answer_to_hide_among(shop):
    table(shop, ANNA, 1, 5)
    shop.go("samen")
    put(shop, "samen", ANNA)
    shop.lead("reveal")

    assert shop.live.result("samen").facts == {**shop.live.result("samen").facts, "people": 5, "answers": 1}
    assert "ranking" not in shop.live.view("screen")


def test_cards_of_an_anonymous_wall_appear_from_five_writers_on(shop):
    shop.come(*CROWD)
    shop.go("kaarten")
    for n, person in enumerate(CROWD[:4]):
        shop.card(person, f"kaart-{n:03d}", f"Woord {n}", board="kaarten", field="wens")

    for audience in ("phone", "screen"):
        assert "Woord" not in json.dumps(shop.live.view(audience))
    assert "Woord 0" in json.dumps(shop.live.view("console"))  # the facilitator reads every card
    assert not shop.live.tells("kaarten")

    shop.card(CROWD[4], "kaart-004", "Woord 4", board="kaarten", field="wens")
    assert "Woord 0" in json.dumps(shop.live.view("screen"))


@pytest.mark.parametrize("people, says", [(4, "guess"), (9, "yes")])
def test_a_small_group_is_told_that_it_can_be_guessed(people, says):
    shop = Workshop(SCRIPT.replace("anonymous = true", 'anonymous = "auto"'))
    shop.come(*CROWD[:people])
    shop.go("samen")

    assert shop.live.view("phone")["about"]["anonymous"] == says
    assert shop.live.view("screen")["about"]["anonymous"] == says


def test_a_step_that_is_not_anonymous_says_nothing_about_it(shop):
    shop.go("tafels")

    assert "anonymous" not in shop.live.view("phone")["about"]


def test_who_wrote_a_card_can_be_sent_out_without_anybody_learning_who(shop):
    shop.go("kaarten")
    shop.card(ANNA, "kaart-001", "Lelijk", board="kaarten", field="wens")

    entry = shop.lead("kick", card="kaart-001")

    assert "anna" not in json.dumps(entry)
    assert "anna" not in json.dumps([shop.live.stage(audience, 0) for audience in ("phone", "screen", "console")])
    assert shop.refusal(ANNA, "kaarten", "add", card="kaart-002", text="Nog een", field="wens") == "kicked"
    with pytest.raises(Refused, match="kicked"):
        shop.live.arrive("anna", 1)
    shop.do(BRAM, "kaarten", "add", card="kaart-003", text="Gewoon", field="wens")

    shop.undo(entry)
    shop.do(ANNA, "kaarten", "add", card="kaart-002", text="Sorry", field="wens")


@pytest.mark.parametrize("card, why", [("onbekend", "no_such_card"), ("papier-001", "no_writer"), ("s1-1", "no_writer")])
def test_a_card_of_nobody_in_the_room_sends_nobody_out(shop, card, why):
    shop.go("kaarten")
    shop.do(CONSOLE, "kaarten", "add", card="papier-001", text="Op papier", field="wens")

    assert shop.refusal(CONSOLE, "stage", "kick", card=card) == why


def test_only_the_facilitator_sends_out_or_counts_paper(shop):
    assert shop.refusal(ANNA, "stage", "paper", n=3) == "not_allowed"
    assert shop.refusal(ANNA, "stage", "kick", card="x") == "not_allowed"
    assert shop.refusal(CONSOLE, "stage", "role", group="Student") == "not_allowed"


def test_a_count_on_paper_can_be_taken_back(shop):
    entry = shop.lead("paper", n=3)
    shop.undo(entry)

    assert shop.live.stage("console", 0)["crowd"]["paper"] == 0


def test_the_log_gives_the_same_crowd_again(shop):
    table(shop, ANNA, 1, 5, others=1)
    shop.do(BRAM, "stage", "role", group="Docent")
    shop.lead("paper", n=2)

    assert shop.again().stage("console", 0) == shop.live.stage("console", 0)
    assert shop.again().own("bram") == shop.live.own("bram")
