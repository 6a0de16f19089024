"""Orders: one list per phone, the last one counts, merged items take their best place."""

from contract import CARDS, Case
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions.people import CONSOLE

ITEMS = ["kaart-000", "kaart-001", "kaart-002", "kaart-003"]

CASE = Case(work={"rank": {"items": CARDS}})


def shop() -> Workshop:
    shop = Workshop()
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("piramide")
    for id in ITEMS:
        shop.lead("add", board="piramide", card=id, text=id.replace("-", " "), level="base")
    shop.go("stemmen", ITEMS)
    shop.lead("open")
    shop.lead("reveal")
    shop.go("volgorde", ITEMS)
    shop.lead("open")
    return shop


def rank(room: Workshop, who, *order: int) -> None:
    room.do(who, "volgorde", "rank", items=[ITEMS[n] for n in order])


def test_the_last_list_of_a_person_counts():
    room = shop()
    rank(room, ANNA, 0, 1, 2, 3)

    rank(room, ANNA, 3, 2, 1, 0)

    assert room.live.own("anna")["rank"] == ITEMS[::-1]
    assert room.live.result("volgorde").facts["people"] == 1


def test_the_screen_shows_places_means_and_how_they_are_spread():
    room = shop()
    for who, order in ((ANNA, (0, 1, 2, 3)), (BRAM, (0, 2, 1, 3)), (CHRIS, (0, 1, 2, 3))):
        rank(room, who, *order)
    room.lead("reveal")

    view = room.live.view("screen")

    assert view["ranking"]["ids"] == ITEMS
    assert (view["kaart-000"]["place"], view["kaart-000"]["mean"], view["kaart-000"]["places"]) == (1, 1.0, [3, 0, 0, 0])
    assert view["ranking"]["people"] == 3


def test_a_sent_list_is_done():
    room = shop()
    rank(room, ANNA, 0, 1, 2, 3)

    assert room.live.view("screen")["turnout"] == {"done": 1, "people": 3}


def test_a_list_with_doubles_or_strangers_is_refused():
    room = shop()

    assert room.refusal(ANNA, "volgorde", "rank", items=["kaart-000", "kaart-000"]) == "not_a_list"
    assert room.refusal(ANNA, "volgorde", "rank", items=[]) == "not_a_list"
    assert room.refusal(ANNA, "volgorde", "rank", items=["onbekend"]) == "no_such_item"
    assert room.refusal(ANNA, "volgorde", "rank", items="kaart-000") == "bad_request"


def test_a_list_on_its_way_while_an_item_is_dropped_still_counts():
    room = shop()
    room.lead("items", board="volgorde", drop=["kaart-003"])

    rank(room, ANNA, 3, 0, 1, 2)

    assert [row["place"] for row in room.live.result("volgorde").rows] == [1, 2, 3]


def test_a_merged_item_takes_the_best_place_of_its_cards():
    room = shop()
    rank(room, ANNA, 0, 1, 2, 3)
    rank(room, BRAM, 3, 1, 2, 0)

    room.lead("merge", board="volgorde", cards=["kaart-000", "kaart-003"], into="samen-een")

    rows = {row["id"]: row["mean"] for row in room.live.result("volgorde").rows}
    assert rows == {"samen-een": 1.0, "kaart-001": 2.0, "kaart-002": 3.0}


def test_more_than_twelve_items_is_too_many_to_order():
    room = Workshop()
    room.come(ANNA)
    room.go("piramide")
    ids = [f"kaart-{n:03d}" for n in range(13)]
    for id in ids:
        room.lead("add", board="piramide", card=id, text=id, level="base")
    room.go("stemmen", ids)

    assert room.refusal(CONSOLE, "stage", "go", step="volgorde", from_="stemmen", items=ids) == "too_many_items"
    assert room.refusal(CONSOLE, "stage", "go", step="volgorde", from_="stemmen") == "needs_items"
    assert room.refusal(CONSOLE, "stage", "go", step="volgorde", from_="stemmen", items=[]) == "no_items"
