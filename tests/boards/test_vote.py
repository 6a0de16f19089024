"""Dots: a budget per ballot, a cap per item, people and not phones, ties kept."""

import json

import hypothesis.strategies as st
import msgspec
import pytest
from contract import CARD, Case
from hypothesis import given
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from sessions import Refused, carry, script
from sessions.people import CONSOLE, Person
from sessions.table import Table

LEAD = {"tally": {"item": CARD, "n": st.integers(-2, 4)}, "keep": {"item": CARD, "on": st.booleans()}}
CASE = Case(
    config="max_per_item = 2",
    work={"put": {"item": CARD}, "take": {"item": CARD}},
    lead=LEAD,
)
MODES = {
    "because": Case(
        config='because = "required"\nsplit_by = ["Student"]',
        head='roles = ["Student", "Docent"]',
        work={"put": {"item": CARD, "because": st.sampled_from(["daarom", "dat helpt"])}, "take": {"item": CARD}, "why": {"item": CARD, "text": st.sampled_from(["anders", " "])}},
        lead=LEAD,
    ),
}


def shop() -> Workshop:
    shop = Workshop()
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("piramide")
    for n in range(6):
        shop.lead("add", board="piramide", card=f"kaart-{n:03d}", text=f"Kaart {n}", level="base")
    shop.go("stemmen", [f"kaart-{n:03d}" for n in range(6)])
    shop.lead("open")
    return shop


def put(room: Workshop, who: Person, *items: int, ballot: str = "sterk") -> None:
    for n in items:
        room.do(who, "stemmen", "put", item=f"kaart-{n:03d}", ballot=ballot)


def test_a_dot_can_be_put_and_taken_back():
    room = shop()
    put(room, ANNA, 0)

    room.do(ANNA, "stemmen", "take", item="kaart-000", ballot="sterk")

    assert room.live.own("anna")["ballots"]["sterk"] == {"left": 3, "items": {}, "over": 0}


def test_each_ballot_has_dots_of_its_own():
    room = shop()
    put(room, ANNA, 0, 1, 2)
    put(room, ANNA, 0, ballot="beter")

    assert {id: ballot["left"] for id, ballot in room.live.own("anna")["ballots"].items()} == {"sterk": 0, "beter": 2}


def test_what_cannot_be_is_refused_with_a_reason():
    room = shop()
    put(room, ANNA, 0, 1, 2)

    assert room.refusal(ANNA, "stemmen", "put", item="kaart-003", ballot="sterk") == "no_dots_left"
    assert room.refusal(BRAM, "stemmen", "take", item="kaart-000", ballot="sterk") == "no_dot_there"
    assert room.refusal(ANNA, "stemmen", "put", item="onbekend", ballot="beter") == "no_such_item"
    assert room.refusal(ANNA, "stemmen", "put", item="kaart-003", ballot="mooi") == "no_such_ballot"
    put(room, BRAM, 0)
    assert room.refusal(BRAM, "stemmen", "put", item="kaart-000", ballot="sterk") == "max_per_item"


def test_the_tally_counts_people_and_not_phones():
    room = shop()
    put(room, msgspec.structs.replace(ANNA, weight=5), 0)
    put(room, BRAM, 0)

    table = room.live.result("stemmen")

    assert table.facts["people"] == 6
    assert table.rows[0]["dots"] == {"sterk": 6, "beter": 0}


def test_the_reveal_ranks_with_ties():
    room = shop()
    put(room, ANNA, 0, 1)
    put(room, BRAM, 0, 2)
    room.lead("reveal")

    ranking = room.live.view("screen")["ranking"]

    assert ranking["ids"][0] == "kaart-000"
    assert [ranking["places"][id] for id in ranking["ids"]] == [1, 2, 2, 4, 4, 4]
    assert ranking["people"] == 2
    assert ranking["dots"] == {"sterk": 4, "beter": 0}


def test_an_item_that_two_ballots_pull_at_is_worth_a_talk():
    room = shop()
    crowd = [Person(f"mens-{n:02d}", "participant") for n in range(12)]
    for n, person in enumerate(crowd):
        put(room, person, 0, ballot="sterk" if n % 2 else "beter")
    room.lead("reveal")

    assert room.live.view("screen")["ranking"]["divided"] == ["kaart-000"]


def test_ties_at_the_cut_all_go_along_and_nothing_without_a_dot():
    room = shop()
    put(room, ANNA, 0, 1, 2, ballot="beter")
    put(room, BRAM, 0, 1, 3, ballot="beter")
    put(room, CHRIS, 0, 1, 4, ballot="beter")
    room.lead("adjust", step="volgorde", title="Wat eerst?")
    room.lead("reveal")

    offer = room.live.view("console")["offer:volgorde"]

    assert [(item["id"], item["why"], item["picked"], item["tie"]) for item in offer["items"]] == [
        ("kaart-000", better(3), True, False), ("kaart-001", better(3), True, False), ("kaart-002", better(1), True, False),
        ("kaart-003", better(1), True, False), ("kaart-004", better(1), True, False), ("kaart-005", better(0), False, False)]


def better(n: int) -> dict:
    return {"dots": n, "ballot": "beter"}


def test_the_screen_begins_with_the_top_of_each_ballot():
    room = Workshop()
    crowd = [Person(f"mens-{n:02d}", "participant") for n in range(10)]
    room.come(*crowd)
    room.go("piramide")
    ids = [room.card(CONSOLE, f"kaart-{n:03d}") for n in range(12)]
    room.go("stemmen", ids)
    room.lead("open")
    for n, person in enumerate(crowd):
        put(room, person, n, ballot="sterk")
        put(room, person, 11, ballot="beter")
    room.lead("reveal")

    first = room.live.view("screen")["ranking"]["ids"][:8]
    assert "kaart-011" in first and first[:-1] == [f"kaart-{n:03d}" for n in range(7)]


def test_a_tie_over_the_edge_is_marked():
    room = shop()
    put(room, ANNA, 0, 1, 2, ballot="beter")
    put(room, BRAM, 3, 4, 5, ballot="beter")
    room.lead("reveal")

    items = room.live.view("console")["offer:volgorde"]["items"]

    assert [(item["picked"], item["tie"]) for item in items] == [(True, True)] * 6


def test_an_empty_vote_offers_everything_and_picks_nothing():
    room = shop()
    room.lead("reveal")

    offer = room.live.view("console")["offer:volgorde"]

    assert (offer["ready"], len(offer["items"]), any(item["picked"] for item in offer["items"])) == (True, 6, False)


def test_a_ballot_that_may_hold_dots_cannot_be_adjusted_away():
    room = shop()

    assert room.refusal(CONSOLE, "stage", "adjust", step="stemmen", config={"ballots": [{"id": "sterk", "name": "Sterk"}]}) == "bad_setting"
    assert room.refusal(CONSOLE, "stage", "adjust", step="stemmen", config={"ballots": []}) == "bad_setting"


def test_a_changed_setting_counts_again_after_the_reveal():
    room = shop()
    put(room, ANNA, 0, 1, 2)
    room.lead("reveal")
    assert room.live.view("screen")["ranking"]["dots"]["sterk"] == 3

    room.lead("adjust", step="stemmen", config={"ballots": [{"id": "sterk", "name": "Sterk", "dots": 2}, {"id": "beter", "name": "Kan beter", "dots": 3}]})

    assert room.live.view("screen")["ranking"]["dots"]["sterk"] == 2


# reasons

SCRIPT = """
id = "proef"
title = "Proef"
summary = "Proef"
roles = ["Student", "Docent", "Ouder"]

[[steps]]
id = "stemmen"
kind = "vote"
title = "Wat eerst?"
prompt = "Drie stippen, en zeg waarom."
minutes = 5
anonymous = false
opens = "at once"

[steps.config]
items = ["Rust", "Regels", "Ruimte", "Ritme"]
dots = 3
max_per_item = 2
EXTRA

[[steps]]
id = "verder"
kind = "order"
title = "Verder"
prompt = "Wat eerst?"
minutes = 5
from = { step = "stemmen", rule = "top(1,votes)" }
"""
CROWD = [Person(f"mens-{n:02d}", "participant") for n in range(40)]
SECRET = "omdat-niemand-dit-nog-mag-lezen"


def text_of(extra: str) -> str:
    """The vote with these settings too; what it is carried to names no ballot, so it goes when there are more."""
    return SCRIPT.replace("EXTRA", extra) if "ballots" not in extra else SCRIPT.replace("EXTRA", extra).partition('[[steps]]\nid = "verder"')[0]


def vote(extra: str) -> Workshop:
    room = Workshop(text_of(extra))
    room.come(ANNA, BRAM, CHRIS, *CROWD)
    room.go("stemmen")
    return room


def dot(room: Workshop, who: Person, item: int = 1, **more) -> dict | None:
    return room.do(who, "stemmen", "put", item=f"s1-{item}", **more)


def why(room: Workshop, who: Person, text: str, item: int = 1) -> dict | None:
    return room.do(who, "stemmen", "why", item=f"s1-{item}", text=text)


def said(room: Workshop, item: int = 1) -> list[str]:
    return room.live.result("stemmen").rows[[row["id"] for row in room.live.result("stemmen").rows].index(f"s1-{item}")]["reasons"]


def test_a_dot_that_needs_a_reason_is_refused_without_one():
    room = vote('because = "required"')

    assert room.refusal(ANNA, "stemmen", "put", item="s1-1") == "because_needed"
    assert room.refusal(ANNA, "stemmen", "put", item="s1-1", because="  ") == "because_needed"
    assert room.refusal(ANNA, "stemmen", "put", item="s1-1", because="x" * 401) == "too_long"


def test_a_second_dot_on_the_same_item_needs_no_second_reason():
    room = vote('because = "required"')
    dot(room, ANNA, because="dan is het stil")

    dot(room, ANNA)

    assert said(room) == ["dan is het stil"]


def test_one_reason_goes_with_both_ballots():
    room = vote('because = "required"\nballots = [{ id = "nodig", name = "Nodig" }, { id = "leuk", name = "Leuk" }]')
    dot(room, ANNA, ballot="nodig", because="dan is het stil")

    dot(room, ANNA, ballot="leuk")

    assert room.live.own("anna")["reasons"] == {"s1-1": {"text": "dan is het stil", "state": "shown"}}


def test_a_dot_comes_back_with_the_reason_it_had():
    room = vote('because = "required"')
    dot(room, ANNA, because="dan is het stil")
    room.do(ANNA, "stemmen", "take", item="s1-1")
    assert said(room) == []

    dot(room, ANNA)

    assert said(room) == ["dan is het stil"]


def test_a_reason_can_be_changed_and_where_it_is_optional_taken_back():
    room = vote('because = "optional"')
    dot(room, ANNA)
    why(room, ANNA, "stil")
    why(room, ANNA, "dan is het stil")
    assert said(room) == ["dan is het stil"]

    why(room, ANNA, "")

    assert said(room) == []
    assert room.live.own("anna")["reasons"] == {}


def test_a_reason_that_is_needed_cannot_be_emptied():
    room = vote('because = "required"')
    dot(room, ANNA, because="dan is het stil")

    assert room.refusal(ANNA, "stemmen", "why", item="s1-1", text=" ") == "because_needed"


def test_a_reason_needs_a_dot_and_a_vote_that_asks():
    room = vote('because = "optional"')

    assert room.refusal(ANNA, "stemmen", "why", item="s1-1", text="zomaar") == "no_dot_there"
    assert room.refusal(ANNA, "stemmen", "why", item="onbekend", text="zomaar") == "no_such_item"
    plain = vote("")
    dot(plain, ANNA)
    assert plain.refusal(ANNA, "stemmen", "why", item="s1-1", text="zomaar") == "bad_request"
    assert plain.refusal(ANNA, "stemmen", "put", item="s1-2", because="zomaar") == "bad_request"


@pytest.mark.parametrize("extra", ["", ", moderate = true"])
def test_no_byte_of_a_reason_reaches_anybody_else_before_the_reveal(extra):
    room = Workshop(SCRIPT.replace("EXTRA", 'because = "optional"').replace("anonymous = false", f"anonymous = false{extra.replace(', ', chr(10))}"))
    room.come(ANNA, BRAM)
    room.go("stemmen")

    dot(room, ANNA, because=SECRET)
    dot(room, ANNA, 2)
    why(room, ANNA, SECRET, 2)
    room.lead("close")

    told = {audience: json.dumps([room.live.view(audience), room.live.stage(audience, 0)]) for audience in AUDIENCES}
    assert [audience for audience in AUDIENCES if SECRET in told[audience]] == []
    assert SECRET not in json.dumps(room.live.own("bram"))
    assert SECRET in json.dumps(room.live.own("anna"))
    room.lead("reveal")
    assert SECRET in json.dumps([room.live.view("console"), room.live.stage("console", 0)])  # it was there to leak


def test_after_the_reveal_reasons_stand_with_the_item_and_without_a_person():
    room = vote('because = "required"')
    dot(room, ANNA, because="dan is het stil")
    dot(room, BRAM, because="dat helpt mij")
    room.lead("reveal")

    screen, console = room.live.view("screen"), room.live.view("console")

    assert sorted(screen["s1-1"]["reasons"]) == ["dan is het stil", "dat helpt mij"]
    assert [sorted(one) for one in console["s1-1"]["reasons"]] == [["card", "state", "text"]] * 2
    assert "reasons" not in room.live.view("phone")["s1-1"]
    assert not any(pid in json.dumps([screen, console, room.live.result("stemmen").rows]) for pid in ("anna", "bram"))


def test_the_order_of_reasons_does_not_tell_who_came_first():
    def told(first: Person, second: Person) -> list[str]:
        room = vote('because = "required"')
        for who in (first, second):
            dot(room, who, because=who.pid)
        return said(room)

    assert told(ANNA, BRAM) == told(BRAM, ANNA)


def test_after_the_end_no_phone_knows_the_id_of_its_reason():
    room = vote('because = "required"')
    put = dot(room, ANNA, because="dan is het stil")

    assert put["id"] not in json.dumps({key: value for key, value in put.items() if key != "id"})


def test_a_card_that_has_the_next_id_already_is_in_nobodys_way():
    room = vote('because = "required"')
    room.live.cards.prepare("stemmen", [(f"why-{len(room.live.cards.all) + 1:06d}", "dwars")])

    dot(room, ANNA, because="dan is het stil")

    assert said(room) == ["dan is het stil"]


def test_one_reason_can_be_hidden_and_shown_again():
    room = vote('because = "required"')
    dot(room, ANNA, because=SECRET)
    dot(room, BRAM, because="dat helpt mij")
    room.lead("reveal")
    card = next(one["card"] for one in room.live.view("console")["s1-1"]["reasons"] if one["text"] == SECRET)

    hidden = room.lead("hide", board="stemmen", card=card)

    assert SECRET not in json.dumps(room.live.view("screen"))
    assert said(room) == ["dat helpt mij"]
    assert room.live.own("anna")["reasons"]["s1-1"]["state"] == "hidden"
    assert [one["state"] for one in room.live.view("console")["s1-1"]["reasons"] if one["text"] == SECRET] == ["hidden"]
    room.undo(hidden)
    assert sorted(said(room)) == ["dat helpt mij", SECRET]


def test_who_wrote_an_ugly_reason_can_be_sent_out_unnamed():
    room = vote('because = "required"')
    dot(room, ANNA, because="lelijk")
    room.lead("reveal")

    room.lead("kick", card=room.live.view("console")["s1-1"]["reasons"][0]["card"])

    assert room.live.stages.people.barred == {"anna"}


def test_where_texts_wait_for_the_facilitator_reasons_do_too():
    room = Workshop(SCRIPT.replace("EXTRA", 'because = "required"').replace("anonymous = false", "anonymous = false\nmoderate = true"))
    room.come(ANNA)
    room.go("stemmen")
    dot(room, ANNA, because="dan is het stil")
    room.lead("reveal")
    assert room.live.view("screen")["s1-1"].get("reasons", []) == []

    [held] = room.live.stage("console", 0)["held"]
    room.lead("show", board="stemmen", card=held["card"])

    assert room.live.view("screen")["s1-1"]["reasons"] == ["dan is het stil"]


def test_a_reason_is_no_card_of_the_session():
    room = vote('because = "required"')
    before = len(room.live.cards)

    dot(room, ANNA, because="dan is het stil")

    assert (len(room.live.cards), room.live.own("anna")["totals"]["cards"]) == (before, 0)


def test_a_reason_that_was_taken_back_leaves_the_log():
    room = vote('because = "optional"')
    put = dot(room, ANNA, because=SECRET)
    gone = why(room, ANNA, "")

    assert room.live.forget(1000.0) == [put["seq"], gone["seq"]]


def test_reasons_go_along_into_a_bundle_and_out_of_it_again():
    room = vote('because = "required"')
    dot(room, ANNA, 1, because="stil")
    dot(room, BRAM, 2, because="helder")
    merged = room.lead("merge", board="stemmen", cards=["s1-1", "s1-2"], into="samen-001")
    assert sorted(room.live.result("stemmen").rows[0]["reasons"]) == ["helder", "stil"]
    assert room.live.own("anna")["reasons"] == {"samen-001": {"text": "stil", "state": "shown"}}

    room.undo(merged)

    assert (said(room, 1), said(room, 2)) == (["stil"], ["helder"])


# per role

def by_role(room: Workshop, students: int, others: int) -> None:
    for n, person in enumerate(CROWD[: students + others]):
        room.do(person, "stage", "role", group="Student" if n < students else ("Docent", "Ouder")[n % 2])
        dot(room, person, 1 if n < students else 2)


def test_dots_are_shown_per_role_from_five_in_every_group():
    room = vote('split_by = ["Student"]')
    by_role(room, 5, 6)
    room.lead("reveal")

    screen = room.live.view("screen")

    assert screen["ranking"]["groups"] == [{"name": "Student", "people": 5, "dots": 5}, {"name": "others", "people": 6, "dots": 6}]
    assert (screen["s1-1"]["roles"], screen["s1-2"]["roles"]) == ({"Student": 5, "others": 0}, {"Student": 0, "others": 6})
    assert room.live.result("stemmen").rows[0]["roles"] == {"Student": 0, "others": 6}
    assert not any(word in json.dumps(room.live.view("phone")) for word in ('"groups"', '"roles": {'))


@pytest.mark.parametrize("students, others", [(4, 20), (20, 4), (0, 20), (20, 0)])
def test_a_group_that_is_too_small_keeps_the_whole_split_shut_without_saying_which(students, others):
    room = vote('split_by = ["Student"]')
    by_role(room, students, others)
    room.lead("reveal")

    for audience in AUDIENCES:
        told = room.live.view(audience)
        assert not any(word in json.dumps(told) for word in ('"groups"', '"roles": {'))
    assert room.live.view("screen")["ranking"]["split"] == "few"
    assert room.live.result("stemmen").facts["split"] == "few"


def test_a_table_is_one_answer_in_a_split_and_counts_its_people():
    room = vote('split_by = ["Student"]')
    by_role(room, 5, 4)
    room.do(CHRIS, "stage", "size", table=1, size=6)
    room.do(CHRIS, "stage", "role", group="Docent")
    dot(room, CHRIS, 2)
    room.lead("reveal")

    assert room.live.view("screen")["ranking"]["groups"][1] == {"name": "others", "people": 10, "dots": 10}


def test_one_person_with_many_dots_is_still_one_answer():
    room = vote('split_by = ["Student"]')
    by_role(room, 4, 6)
    dot(room, CROWD[0], 3)
    dot(room, CROWD[0], 4)
    room.lead("reveal")

    assert room.live.view("screen")["ranking"]["split"] == "few"


def test_people_on_paper_have_no_role_and_are_with_the_others():
    room = vote('split_by = ["Student"]')
    by_role(room, 5, 4)
    room.lead("tally", board="stemmen", item="s1-2", n=2)
    room.lead("reveal")

    assert room.live.view("screen")["ranking"]["groups"] == [{"name": "Student", "people": 5, "dots": 5}, {"name": "others", "people": 5, "dots": 6}]


@pytest.mark.parametrize("extra, key, said", [
    ('split_by = ["Student"]\nballots = [{ id = "a", name = "A" }, { id = "b", name = "B" }]', "split_by", "ballots"),
    ('split_by = ["Student", "Student"]', "split_by", "roles"),
])
def test_settings_that_contradict_each_other_are_named(extra, key, said):
    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(text_of(extra))

    assert [(error.code, error.key, error.said) for error in wrong.value.errors] == [("contradiction", key, said)]


def test_a_role_to_split_by_stands_in_the_list_of_roles():
    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(SCRIPT.replace("EXTRA", 'split_by = ["Studenten"]'))

    assert [(error.code, error.key, error.nearest) for error in wrong.value.errors] == [("unknown_role", "split_by", "Student")]


# "niet wegstemmen"

def test_what_the_facilitator_keeps_goes_along_whatever_its_dots():
    room = vote("")
    dot(room, ANNA, 1)
    dot(room, BRAM, 1)
    dot(room, ANNA, 2)
    room.lead("keep", board="stemmen", item="s1-2", on=True)
    room.lead("keep", board="stemmen", item="s1-4", on=True)
    room.lead("reveal")

    items = room.live.view("console")["offer:verder"]["items"]

    assert [(item["id"], item["why"], item["picked"]) for item in items] == [
        ("s1-1", {"dots": 2}, True), ("s1-2", {"dots": 1, "kept": True}, True), ("s1-3", {"dots": 0}, False), ("s1-4", {"dots": 0, "kept": True}, True)]


def test_what_is_kept_is_never_cut_off_by_what_fits():
    rows = [{"id": f"k{n}", "text": "", "state": "shown", "dots": {"d": 20 - n}, "kept": n == 15} for n in range(16)]

    offered = carry.offer(carry.parse("top(12,votes)"), Table("vote", rows, {}), 12)

    assert [item["id"] for item in offered if item["picked"]] == [*(f"k{n}" for n in range(11)), "k15"]


def test_keeping_is_seen_by_the_room_after_the_reveal_and_can_be_taken_back():
    room = vote("")
    kept = room.lead("keep", board="stemmen", item="s1-4", on=True)
    assert [audience for audience in AUDIENCES if "kept" in room.live.view(audience)["s1-4"]] == ["console"]
    room.lead("reveal")
    assert all(room.live.view(audience)["s1-4"]["kept"] for audience in AUDIENCES)
    assert [row["kept"] for row in room.live.result("stemmen").rows] == [False, False, False, True]

    room.undo(kept)

    assert not any("kept" in room.live.view(audience)["s1-4"] for audience in AUDIENCES)


def test_a_kept_card_keeps_the_bundle_it_is_in():
    room = vote("")
    room.lead("keep", board="stemmen", item="s1-4", on=True)

    room.lead("merge", board="stemmen", cards=["s1-3", "s1-4"], into="samen-001")

    assert room.live.view("console")["samen-001"]["kept"]
    room.lead("keep", board="stemmen", item="samen-001", on=False)
    assert "kept" not in room.live.view("console")["samen-001"]


def test_only_the_facilitator_keeps_and_counts_paper():
    room = vote("")

    assert room.refusal(ANNA, "stemmen", "keep", item="s1-1", on=True) == "not_allowed"
    assert room.refusal(ANNA, "stemmen", "tally", item="s1-1", n=1) == "not_allowed"


# on paper

def test_people_on_paper_count_as_the_fewest_who_can_have_put_these_dots():
    room = vote("")  # three dots a person, two on one item
    for item, n in ((1, 3), (2, 4)):
        room.lead("tally", board="stemmen", item=f"s1-{item}", n=n)

    facts, rows = room.live.result("stemmen").facts, room.live.result("stemmen").rows

    assert (facts["people"], facts["answers"]) == (3, 3)  # seven dots of at most three
    assert [(row["dots"]["dots"], row["people"]["dots"]) for row in rows[:2]] == [(4, 2), (3, 2)]


@given(ballots=st.lists(st.lists(st.integers(1, 4), max_size=3), max_size=8))
def test_the_count_on_paper_is_never_more_than_the_people_there_were(ballots):
    ballots = [[item for n, item in enumerate(one) if one[:n].count(item) < 2] for one in ballots]
    room = vote("")
    for item in (item for one in ballots for item in one):
        room.lead("tally", board="stemmen", item=f"s1-{item}", n=1)

    assert room.live.result("stemmen").facts["people"] <= sum(bool(one) for one in ballots)


def test_paper_and_phones_are_added_up_and_paper_is_nobodys_own():
    room = vote("")
    dot(room, ANNA)
    room.lead("tally", board="stemmen", item="s1-1", n=2)
    room.lead("reveal")

    assert room.live.view("screen")["s1-1"]["dots"] == {"dots": 3}
    assert room.live.view("screen")["ranking"]["people"] == 2
    assert room.live.own("anna")["ballots"]["dots"]["items"] == {"s1-1": 1}


def test_paper_can_be_taken_back_but_not_below_zero():
    room = vote("")
    entry = room.lead("tally", board="stemmen", item="s1-1", n=2)

    assert room.refusal(CONSOLE, "stemmen", "tally", item="s1-1", n=-3) == "empty"
    assert room.refusal(CONSOLE, "stemmen", "tally", item="s1-1", n=0) == "bad_request"
    assert room.refusal(CONSOLE, "stemmen", "tally", item="s1-1", n=51) == "bad_request"
    room.undo(entry)
    assert room.live.result("stemmen").facts["people"] == 0


def test_paper_on_a_card_stays_with_it_through_a_bundle():
    room = vote("")
    entry = room.lead("tally", board="stemmen", item="s1-1", n=2)
    merged = room.lead("merge", board="stemmen", cards=["s1-1", "s1-2"], into="samen-001")
    room.lead("tally", board="stemmen", item="samen-001", n=-1)
    room.undo(merged)

    assert room.live.view("console")["s1-1"]["paper"] == {"dots": 1}
    with pytest.raises(Refused, match="cannot_undo"):
        room.undo(entry)


def test_before_the_reveal_only_the_console_sees_what_it_counted_itself():
    room = vote("")
    dot(room, ANNA)
    room.lead("tally", board="stemmen", item="s1-1", n=2)

    assert room.live.view("console")["s1-1"]["paper"] == {"dots": 2}
    assert [audience for audience in ("phone", "screen") if "paper" in room.live.view(audience)["s1-1"]] == []


def test_a_table_that_takes_another_phone_has_one_answer():
    room = vote("")
    room.do(ANNA, "stage", "size", table=4, size=6)
    dot(room, ANNA)
    room.do(BRAM, "stage", "size", table=4, size=6, instead=True)

    dot(room, BRAM, 2)

    assert room.live.result("stemmen").facts["people"] == 6
    assert room.live.own("anna")["ballots"]["dots"]["items"] == {}
