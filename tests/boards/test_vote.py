"""Dots: a budget per ballot, a cap per item, people and not phones, ties kept."""

import msgspec
from contract import CARD, Case
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions.people import CONSOLE, Person

CASE = Case(
    config="max_per_item = 2",
    work={"put": {"item": CARD}, "take": {"item": CARD}},
)


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
        ("kaart-000", {"dots": 3}, True, False), ("kaart-001", {"dots": 3}, True, False), ("kaart-002", {"dots": 1}, True, False),
        ("kaart-003", {"dots": 1}, True, False), ("kaart-004", {"dots": 1}, True, False), ("kaart-005", {"dots": 0}, False, False)]


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
