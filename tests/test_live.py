"""The walk: what happens to people's work when phones sleep, steps change and two facilitators press at once."""

import json

import pytest
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from sessions.people import CONSOLE, SCREEN


@pytest.fixture
def shop() -> Workshop:
    shop = Workshop()
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    return shop


def voting(shop: Workshop) -> Workshop:
    """Anna wrote `begroeten`, Bram `mentorles` and `koffie`; the vote is open."""
    shop.card(ANNA, "begroeten")
    shop.card(BRAM, "mentorles")
    shop.card(BRAM, "koffie-kamer", level="foundation")
    shop.go("stemmen", ["begroeten", "mentorles", "koffie-kamer"])
    shop.lead("open")
    return shop


def test_a_phone_that_comes_in_gets_the_step_that_is_on(shop):
    shop.card(ANNA, "begroeten")
    shop.come(CHRIS)

    assert shop.live.view("phone")["begroeten"]["text"] == "begroeten"
    assert shop.live.own("chris") == {"cards": [], "left": 3, "done": False, "totals": {"cards": 0, "dots": 0, "ranks": 0}}
    assert shop.live.people == 3


def test_the_same_phone_is_the_same_person(shop):
    shop.card(ANNA, "begroeten")

    assert shop.live.arrive("anna", 5) is None
    assert shop.live.people == 2
    assert [card["text"] for card in shop.live.own("anna")["cards"]] == ["begroeten"]


def test_an_op_sent_twice_counts_once_and_gets_its_first_answer(shop):
    op = {"id": "op-resent", "board": "piramide", "do": "add", "card": "begroeten", "text": "Begroeten", "level": "base"}

    first, entry = shop.live.accept(ANNA, op, 0)
    again, nothing = shop.live.accept(ANNA, op, 30)

    assert (again, nothing) == (first, None)
    assert entry["seq"] == first
    assert shop.live.view("screen")["counts"]["base"] == 1


def test_two_people_may_use_the_same_op_id(shop):
    shop.do(ANNA, "piramide", "add", id="op-equal", card="begroeten", text="Begroeten", level="base")
    shop.do(BRAM, "piramide", "add", id="op-equal", card="mentorles", text="Mentorles", level="base")

    assert shop.live.view("screen")["counts"]["base"] == 2


def test_a_card_on_its_way_when_the_step_closes_still_comes_in(shop):
    shop.at = 100
    shop.lead("close")
    shop.at = 104.9

    shop.card(ANNA, "begroeten")

    assert shop.live.view("screen")["begroeten"]["n"] == 1


def test_a_card_that_comes_later_waits_in_the_tray(shop):
    shop.lead("close")
    shop.at = 60
    shop.card(ANNA, "begroeten")
    assert "begroeten" not in shop.live.view("screen")
    assert shop.live.stage("console", 0)["held"] == [{"card": "begroeten", "step": "piramide", "text": "begroeten", "place": "base", "late": True}]
    assert shop.live.own("anna")["cards"][0]["state"] == "held"

    shop.lead("show", board="piramide", card="begroeten")

    assert shop.live.view("screen")["begroeten"]["text"] == "begroeten"
    assert shop.live.stage("console", 0)["held"] == []


def test_a_phone_that_slept_through_a_step_change_keeps_its_card(shop):
    shop.card(BRAM, "mentorles")
    shop.go("stemmen", ["mentorles"])
    shop.at = 300

    shop.card(ANNA, "begroeten")

    assert [card["card"] for card in shop.live.stage("console", 0)["held"]] == ["begroeten"]
    assert shop.live.own("anna")["late"] == ["begroeten"]
    assert "late" not in shop.live.own("bram")
    shop.lead("show", board="piramide", card="begroeten")
    assert "late" not in shop.live.own("anna")


def test_a_vote_after_the_close_is_refused(shop):
    voting(shop)
    shop.lead("close")

    assert shop.refusal(ANNA, "stemmen", "put", item="begroeten") == "closed"


def test_a_vote_for_a_step_that_is_gone_is_refused(shop):
    voting(shop)
    shop.go("piramide")

    assert shop.refusal(ANNA, "stemmen", "put", item="begroeten") == "other_step"


def test_nobody_can_vote_before_it_opens(shop):
    shop.card(ANNA, "begroeten")
    shop.go("stemmen", ["begroeten"])

    assert shop.refusal(ANNA, "stemmen", "put", item="begroeten") == "not_open"


def test_eyes_on_the_screen_stops_nobodys_dot_that_is_on_its_way(shop):
    voting(shop)
    shop.lead("look")

    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")

    assert shop.live.own("anna")["ballots"]["sterk"]["left"] == 2


def test_back_a_step_and_forward_again_keeps_votes_and_offers_new_cards(shop):
    voting(shop)
    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")
    shop.go("piramide")
    shop.card(BRAM, "dagstart")

    shop.go("stemmen")

    assert shop.live.own("anna")["ballots"]["sterk"]["items"] == {"begroeten": 1}
    offered = shop.live.view("console")["offer:stemmen"]["items"]
    assert [item["id"] for item in offered] == ["begroeten", "mentorles", "koffie-kamer", "dagstart"]
    shop.lead("items", board="stemmen", add=["dagstart"])
    assert shop.live.view("phone")["dagstart"]["i"] == 3


def test_what_leaves_the_vote_gives_its_dots_back_and_takes_them_when_it_returns(shop):
    voting(shop)
    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")

    dropped = shop.lead("items", board="stemmen", drop=["begroeten"])
    assert shop.live.own("anna")["ballots"]["sterk"] == {"left": 3, "items": {}, "over": 1}
    shop.undo(dropped)

    assert shop.live.own("anna")["ballots"]["sterk"] == {"left": 2, "items": {"begroeten": 1}, "over": 0}


def test_a_merge_of_voted_cards_adds_people_and_its_undo_brings_everything_back(shop):
    voting(shop)
    for person, item in ((ANNA, "begroeten"), (ANNA, "mentorles"), (BRAM, "mentorles")):
        shop.do(person, "stemmen", "put", item=item, ballot="sterk")
    before = shop.live.own("anna"), shop.live.result("stemmen")

    merged = shop.lead("merge", board="stemmen", cards=["begroeten", "mentorles"], into="samen-een", text="Begroeten")
    assert shop.live.own("anna")["ballots"]["sterk"] == {"left": 2, "items": {"samen-een": 1}, "over": 1}
    assert shop.live.result("stemmen").rows[0]["dots"]["sterk"] == 2
    shop.undo(merged)

    assert (shop.live.own("anna"), shop.live.result("stemmen")) == before


def test_dots_over_budget_after_an_unmerge_do_not_count_and_their_owner_sees_it(shop):
    voting(shop)
    for item in ("begroeten", "mentorles"):
        shop.do(ANNA, "stemmen", "put", item=item, ballot="sterk")
    merged = shop.lead("merge", board="stemmen", cards=["begroeten", "mentorles"], into="samen-een")
    shop.do(ANNA, "stemmen", "put", item="koffie-kamer", ballot="sterk")
    shop.lead("adjust", step="stemmen", config={"ballots": [{"id": "sterk", "name": "Sterk", "dots": 2}, {"id": "beter", "name": "Kan beter", "dots": 3}]})

    shop.undo(merged)

    assert shop.live.own("anna")["ballots"]["sterk"] == {"left": 0, "items": {"begroeten": 1, "mentorles": 1}, "over": 1}


def test_the_second_facilitator_to_press_next_is_told_that_the_room_moved_on(shop):
    shop.card(ANNA, "begroeten")
    shop.lead("go", step="stemmen", from_="piramide", items=["begroeten"])

    assert shop.refusal(CONSOLE, "stage", "go", step="stemmen", from_="piramide", items=["begroeten"]) == "moved"
    assert shop.refusal(CONSOLE, "stage", "reveal", step="piramide") == "moved"


def test_hidden_means_hidden_for_the_console_too(shop):
    voting(shop)
    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")

    for audience in AUDIENCES:
        view = json.dumps(shop.live.view(audience))
        assert '"dots": {' not in view
        assert "ranking" not in view
    assert shop.live.view("console")["offer:volgorde"] == {
        "step": "volgorde", "source": "stemmen", "rule": "top(5,votes)", "ready": False, "most": 12, "items": [], "why": "reveal"}


def test_open_on_a_revealed_vote_hides_it_again(shop):
    voting(shop)
    shop.lead("reveal")
    assert "ranking" in shop.live.view("screen")

    shop.lead("open")

    assert "ranking" not in shop.live.view("screen")


def test_all_dots_spent_is_done_and_one_taken_back_is_not(shop):
    voting(shop)
    for ballot in ("sterk", "beter"):
        for item in ("begroeten", "mentorles", "koffie-kamer"):
            shop.do(ANNA, "stemmen", "put", item=item, ballot=ballot)
    assert shop.live.view("screen")["turnout"] == {"done": 1, "people": 2}

    shop.do(ANNA, "stemmen", "take", item="koffie-kamer", ballot="beter")

    assert shop.live.view("screen")["turnout"] == {"done": 0, "people": 2}


def test_a_participant_cannot_lead_and_a_screen_can_do_nothing(shop):
    assert shop.refusal(ANNA, "stage", "go", step="stemmen", from_="piramide") == "not_allowed"
    assert shop.refusal(ANNA, "piramide", "hide", card="begroeten") == "not_allowed"
    assert shop.refusal(SCREEN, "stage", "reveal") == "not_allowed"
    assert shop.refusal(SCREEN, "piramide", "add", card="begroeten", text="Begroeten", level="base") == "not_allowed"


def test_nobody_can_touch_the_card_of_another(shop):
    shop.card(ANNA, "begroeten")

    for do, fields in (("edit", {"text": "anders"}), ("move", {"level": "extra"}), ("remove", {})):
        assert shop.refusal(BRAM, "piramide", do, card="begroeten", **fields) == "not_yours"


def test_who_is_in_stays_in_when_the_door_is_locked(shop):
    shop.lead("lock")

    assert shop.live.arrive("anna", 9) is None
    with pytest.raises(Exception, match="locked"):
        shop.live.arrive("chris", 9)
    shop.lead("unlock")
    assert shop.live.arrive("chris", 9)["do"] == "came"


def test_after_the_end_nothing_is_taken_but_a_removal(shop):
    shop.card(ANNA, "begroeten")
    ended = shop.lead("end")

    assert shop.refusal(ANNA, "piramide", "add", card="mentorles", text="Mentorles", level="base") == "ended"
    shop.do(ANNA, "piramide", "remove", card="begroeten")
    shop.undo(ended)
    assert not shop.live.stage("phone", 0)["ended"]


def test_what_was_removed_is_nowhere_and_may_be_forgotten(shop):
    shop.card(ANNA, "begroeten", "Kanarie")
    assert "Kanarie" in json.dumps(shop.picture())

    shop.do(ANNA, "piramide", "remove", card="begroeten")

    assert "Kanarie" not in json.dumps(shop.picture())
    assert shop.live.forget(1) == [entry["seq"] for entry in shop.log if entry.get("card") == "begroeten"]
    assert shop.live.forget(1) == []


def test_the_facilitators_removal_can_be_taken_back_for_two_minutes(shop):
    shop.card(ANNA, "begroeten")
    removed = shop.lead("remove", board="piramide", card="begroeten")
    assert shop.live.forget(100) == []
    shop.undo(removed)
    assert shop.live.view("screen")["begroeten"]["text"] == "begroeten"

    removed = shop.lead("remove", board="piramide", card="begroeten")
    assert len(shop.live.forget(200)) == 3

    with pytest.raises(Exception, match="cannot_undo"):
        shop.undo(removed)


def test_a_hidden_card_is_seen_by_its_writer_and_the_console_only(shop):
    shop.card(ANNA, "begroeten", "Kanarie")
    shop.lead("hide", board="piramide", card="begroeten")

    assert "Kanarie" not in json.dumps([shop.live.view("screen"), shop.live.view("phone"), shop.live.own("bram")])
    assert shop.live.view("console")["begroeten"]["state"] == "hidden"
    assert shop.live.own("anna")["cards"] == [{"id": "begroeten", "text": "Kanarie", "level": "base", "strand": "welbevinden", "state": "hidden"}]


@pytest.mark.parametrize("do, fields", [
    ("look", {}), ("open", {}), ("close", {}), ("reveal", {}), ("timer", {"seconds": 60}), ("timer", {"add": 60}), ("break", {"minutes": 5}), ("lock", {}),
    ("skip", {"step": "volgorde"}), ("adjust", {"step": "piramide", "title": "Anders", "config": {"max_cards": 5}}), ("screen", {"show": "blank"}),
    ("note", {"note": "note-001", "step": "piramide", "as_": "decision", "text": "We beginnen bij de deur."}), ("approve", {}), ("end", {}), ("go", {"step": None, "from_": "piramide"})])
def test_every_act_on_the_stage_can_be_taken_back_and_done_again(shop, do, fields):
    before = visible(shop)
    entry = shop.lead(do, **fields)
    after = visible(shop)

    undone = shop.undo(entry)
    assert visible(shop) == before
    shop.undo(undone)

    assert visible(shop) == after
    assert shop.again().stage("console", 0) == shop.live.stage("console", 0)


@pytest.mark.parametrize("do, fields", [
    ("edit", {"card": "begroeten", "text": "Groeten"}), ("hide", {"card": "begroeten"}), ("aside", {"card": "begroeten", "because": "dubbel"}), ("remove", {"card": "begroeten"}),
    ("move", {"card": "begroeten", "level": "extra"}), ("merge", {"cards": ["begroeten", "mentorles"], "into": "samen-een"}), ("apart", {"cards": ["begroeten", "mentorles"]})])
def test_every_act_on_a_card_can_be_taken_back_and_done_again(shop, do, fields):
    shop.card(ANNA, "begroeten")
    shop.card(BRAM, "mentorles")
    before = shop.live.view("console")
    entry = shop.lead(do, board="piramide", **fields)
    after = shop.live.view("console")

    undone = shop.undo(entry)
    assert shop.live.view("console") == before
    shop.undo(undone)

    assert shop.live.view("console") == after
    assert shop.again().view("console") == shop.live.view("console")


def test_an_act_is_taken_back_once(shop):
    entry = shop.lead("lock")
    shop.undo(entry)

    with pytest.raises(Exception, match="cannot_undo"):
        shop.undo(entry)
    with pytest.raises(Exception, match="cannot_undo"):
        shop.lead("undo", seq=999)


def test_undo_never_takes_back_the_work_of_people(shop):
    shop.card(ANNA, "begroeten")

    with pytest.raises(Exception, match="cannot_undo"):
        shop.lead("undo", seq=shop.live.seq)


def test_a_timer_runs_below_zero_and_closes_nothing(shop):
    shop.lead("timer", seconds=60)

    assert shop.live.stage("screen", 80)["timer"] == {"left": -20, "running": True, "total": 60}
    assert shop.live.stage("screen", 80)["now"]["state"] == "open"


def test_a_step_with_a_timer_in_the_script_starts_it_when_it_opens(shop):
    assert shop.live.stage("phone", 0)["timer"] == {"left": 600, "running": True, "total": 600}


@pytest.mark.parametrize("do, fields", [("open", {}), ("reveal", {}), ("look", {}), ("break", {"minutes": 5})])
def test_what_the_facilitator_shows_takes_the_place_of_the_code(shop, do, fields):
    shop.lead("screen", show="code")

    entry = shop.lead(do, **fields)
    assert shop.live.stage("screen", 0)["screen"] == {"show": "board", "page": 1}

    if do != "break":
        shop.undo(entry)
        assert shop.live.stage("screen", 0)["screen"] == {"show": "code", "page": 1}


def test_a_skipped_step_is_out_of_the_phones_count(shop):
    shop.lead("skip", step="stemmen")

    assert [step["id"] for step in shop.live.stage("phone", 0)["steps"]] == ["piramide", "volgorde"]
    assert [step["id"] for step in shop.live.stage("console", 0)["steps"]] == ["piramide", "stemmen", "volgorde"]


def test_private_notes_stay_on_the_console(shop):
    shop.lead("note", note="note-001", step="piramide", as_="private", text="Kanarie")
    shop.lead("note", note="note-002", step="piramide", as_="decision", text="We beginnen bij de deur.")
    assert shop.live.stage("screen", 0)["notes"] == []

    shop.lead("screen", show="notes")

    assert shop.live.stage("screen", 0)["notes"] == [{"id": "note-002", "step": "piramide", "as": "decision", "text": "We beginnen bij de deur."}]
    assert [note["text"] for note in shop.live.stage("console", 0)["notes"]] == ["Kanarie", "We beginnen bij de deur."]


def test_no_view_carries_who_did_it(shop):
    voting(shop)
    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")
    shop.lead("reveal")

    for audience in AUDIENCES:
        seen = json.dumps([shop.live.view(audience), shop.live.stage(audience, 0)])
        assert "anna" not in seen
        assert "bram" not in seen


def visible(shop: Workshop) -> dict:
    """What the room sees on the stage, without the list of acts that grows with every undo."""
    return {audience: {key: value for key, value in shop.live.stage(audience, 0).items() if key != "acts"} for audience in AUDIENCES} | {"board": shop.live.board}


def test_a_vote_and_the_order_after_it_name_the_levels_their_cards_came_from(shop):
    levels = ["Fundament", "Sterke basis", "Extra", "Intensief"]
    voting(shop)

    assert [place["name"] for place in shop.live.view("phone")["about"]["places"]] == levels
    shop.go("volgorde", ["begroeten", "mentorles"])
    assert [place["name"] for place in shop.live.view("phone")["about"]["places"]] == levels
