"""Orders: one list per phone, the last one counts, merged items take their best place."""

import json

import hypothesis.strategies as st
import pytest
from contract import CARD, CARDS, Case
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from sessions import script
from sessions.people import CONSOLE, Person

ITEMS = ["kaart-000", "kaart-001", "kaart-002", "kaart-003"]
OWN = st.lists(st.sampled_from([f"s2-{n}" for n in range(1, 5)]), min_size=1, max_size=4)
FEW = st.integers(-2, 4)

CASE = Case(work={"rank": {"items": CARDS}}, lead={"tally": {"items": CARDS, "n": FEW}}, config='per = "table"')
MODES = {
    "bucket": Case(
        config='mode = "bucket"\nbuckets = ["Nu", "Later", "Niet"]',
        work={"place": {"item": CARD, "bucket": st.sampled_from(["b1", "b2", "b3", "b4"])}},
        lead={"tally": {"item": CARD, "bucket": st.sampled_from(["b1", "b2"]), "n": FEW}},
    ),
    "key": Case(
        config='items = ["Een", "Twee", "Drie", "Vier"]\nkey = ["Twee", "Een", "Vier", "Drie"]',
        work={"rank": {"items": OWN}},
        lead={"key": {"show": st.booleans()}},
    ),
}


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


SCRIPT = """
id = "proef"
title = "Proef"
summary = "Proef"

[[steps]]
id = "orde"
kind = "order"
title = "Vijf stappen"
prompt = "Zet ze op volgorde."
minutes = 5
anonymous = false
opens = "at once"

[steps.config]
items = ["Praten", "Beslissen", "Kijken", "Wegen"]
EXTRA
"""
NEXT = """
[[steps]]
id = "verder"
kind = "vote"
title = "Verder"
prompt = "Wat nu?"
minutes = 5
from = { step = "orde", rule = "RULE" }
"""
BUCKETS = 'mode = "bucket"\nbuckets = ["Dit schooljaar", "Later", "Niet"]'
KEY = 'key = ["Kijken", "Praten", "Wegen", "Beslissen"]'
CROWD = [Person(f"mens-{n:02d}", "participant") for n in range(12)]


def order(extra: str, rule: str | None = None) -> Workshop:
    room = Workshop(SCRIPT.replace("EXTRA", extra) + (NEXT.replace("RULE", rule) if rule else ""))
    room.come(ANNA, BRAM, CHRIS, *CROWD)
    room.go("orde")
    return room


def place(room: Workshop, who: Person, *buckets: str) -> None:
    for n, bucket in enumerate(buckets, 1):
        room.do(who, "orde", "place", item=f"s1-{n}", bucket=bucket)


def list_of(room: Workshop, who: Person, *order: int) -> dict | None:
    return room.do(who, "orde", "rank", items=[f"s1-{n}" for n in order])


def rows(room: Workshop) -> dict[str, dict]:
    return {row["id"]: row for row in room.live.result("orde").rows}


def errors(extra: str, rule: str | None = None) -> list[tuple]:
    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(SCRIPT.replace("EXTRA", extra) + (NEXT.replace("RULE", rule) if rule else ""))
    return [(error.code, error.key, error.said, error.nearest) for error in wrong.value.errors]


# buckets

def test_an_item_lies_in_the_bucket_of_the_most_people_with_its_counts_and_spread():
    room = order(BUCKETS)
    place(room, ANNA, "b1", "b1", "b2", "b3")
    place(room, BRAM, "b1", "b2", "b2")
    place(room, CHRIS, "b2", "b3", "b2")

    found = rows(room)

    assert (found["s1-1"]["field"], found["s1-1"]["counts"], found["s1-1"]["people"]) == ("b1", {"b1": 2, "b2": 1, "b3": 0}, 3)
    assert (found["s1-2"]["spread"], found["s1-3"]["spread"], found["s1-4"]["people"]) == (1.0, 0.0, 1)
    assert found["s1-1"]["spread"] == pytest.approx(3 / 2 * (1 - 5 / 9), abs=1e-4)  # K / (K - 1) * (1 - sum of squared shares)
    assert room.live.result("orde").facts["people"] == 3


def test_the_screen_gets_the_items_bucket_by_bucket_the_surest_first():
    room = order(BUCKETS)
    for who in CROWD[:6]:
        place(room, who, "b2", "b1", "b1", "b2")
    place(room, ANNA, "b1", "b2", "b1", "b2")
    room.lead("reveal")

    screen = room.live.view("screen")

    assert screen["ranking"]["ids"] == ["s1-3", "s1-2", "s1-4", "s1-1"]
    assert (screen["s1-1"]["field"], screen["s1-1"]["counts"]) == ("b2", {"b1": 1, "b2": 6, "b3": 0})
    assert screen["config"]["buckets"] == [{"id": "b1", "name": "Dit schooljaar"}, {"id": "b2", "name": "Later"}, {"id": "b3", "name": "Niet"}]


def test_what_we_agree_on_and_where_we_are_divided_comes_from_the_numbers():
    room = order(BUCKETS)
    for n, who in enumerate(CROWD[:6]):
        place(room, who, "b1", "b1" if n < 4 else "b2", "b1" if n < 3 else "b2", "b1" if n < 2 else "b2" if n < 4 else "b3")
    room.lead("reveal")

    ranking = room.live.view("screen")["ranking"]

    assert (sorted(ranking["agreed"]), sorted(ranking["divided"])) == (["s1-1", "s1-2"], ["s1-3", "s1-4"])
    assert rows(room)["s1-3"]["tied"] == ["b1", "b2"]


def test_three_answers_are_too_few_to_say_so():
    room = order(BUCKETS)
    for who in CROWD[:3]:
        place(room, who, "b1", "b1", "b1", "b1")

    facts = room.live.result("orde").facts
    assert (facts["enough"], facts["agreed"], facts["divided"]) == (False, [], [])


def test_somebody_is_done_when_every_item_is_placed():
    room = order(BUCKETS)
    place(room, ANNA, "b1", "b2", "b3")
    assert room.live.own("anna")["done"] is False

    room.do(ANNA, "orde", "place", item="s1-4", bucket="b1")

    assert room.live.own("anna")["done"] is True
    assert room.live.own("anna")["placed"] == {"s1-1": "b1", "s1-2": "b2", "s1-3": "b3", "s1-4": "b1"}


def test_a_second_thought_moves_an_item():
    room = order(BUCKETS)
    place(room, ANNA, "b1")
    place(room, ANNA, "b3")

    assert rows(room)["s1-1"]["counts"] == {"b1": 0, "b2": 0, "b3": 1}


def test_of_a_bundle_the_newest_place_of_its_cards_counts():
    room = order(BUCKETS)
    place(room, ANNA, "b1", "b2")
    room.do(ANNA, "orde", "place", item="s1-1", bucket="b3")

    room.lead("merge", board="orde", cards=["s1-1", "s1-2"], into="samen-001")

    assert rows(room)["samen-001"]["counts"] == {"b1": 0, "b2": 0, "b3": 1}
    assert room.live.own("anna")["placed"] == {"samen-001": "b3"}


def test_what_cannot_be_placed_is_refused_with_a_reason():
    room = order(BUCKETS)

    assert room.refusal(ANNA, "orde", "place", item="onbekend", bucket="b1") == "no_such_item"
    assert room.refusal(ANNA, "orde", "place", item="s1-1", bucket="Later") == "no_such_place"
    assert room.refusal(ANNA, "orde", "rank", items=["s1-1"]) == "unknown_op"
    assert order("").refusal(ANNA, "orde", "place", item="s1-1", bucket="b1") == "unknown_op"


def test_before_the_reveal_a_bucket_says_nothing():
    left, right = order(BUCKETS), order(BUCKETS)
    place(left, ANNA, "b1", "b1", "b1", "b1")
    place(right, ANNA, "b3", "b2", "b3", "b2")

    for audience in AUDIENCES:
        assert json.dumps(left.live.view(audience)) == json.dumps(right.live.view(audience))
    left.lead("reveal"), right.lead("reveal")
    assert left.live.view("screen") != right.live.view("screen")


@pytest.mark.parametrize("rule", ["field(Dit schooljaar)", "field(b1)"])
def test_a_bucket_is_carried_by_its_name_with_what_lies_on_the_edge(rule):
    room = order(BUCKETS, rule)
    place(room, ANNA, "b1", "b1", "b2", "b3")
    assert room.live.view("console")["offer:verder"]["why"] == "reveal"
    place(room, BRAM, "b1", "b2", "b2", "b3")
    room.lead("reveal")

    items = room.live.view("console")["offer:verder"]["items"]

    assert [(item["id"], item["picked"], item["tie"]) for item in items] == [("s1-1", True, False), ("s1-2", True, True), ("s1-3", False, False), ("s1-4", False, False)]


@pytest.mark.parametrize("extra, rule, error", [
    ('mode = "bucket"', None, ("contradiction", "buckets", "mode", None)),
    ('mode = "bucket"\nbuckets = ["Nu"]', None, ("contradiction", "buckets", "mode", None)),
    ('buckets = ["Nu", "Later"]', None, ("contradiction", "buckets", "mode", None)),
    ('mode = "bucket"\nbuckets = ["Nu", "Nu"]', None, ("contradiction", "buckets", "name", None)),
    (f"{BUCKETS}\n{KEY}", None, ("contradiction", "key", "mode", None)),
    (f'{BUCKETS}\nper = "table"', None, ("contradiction", "per", "mode", None)),
    ('key = ["Kijken", "Praten", "Wegen"]', None, ("contradiction", "key", "items", None)),
    ('key = ["Kijken", "Praten", "Wegen", "Beslissn"]', None, ("unknown_item", "key", "Beslissn", "Beslissen")),
    (BUCKETS, "field(Dit jaar)", ("unknown_rule", "from", None, "field(Dit schooljaar)")),
    (BUCKETS, "top(3,rank)", ("unknown_rule", "from", None, "top(n,rank)")),
])
def test_a_script_that_cannot_be_says_what_is_wrong(extra, rule, error):
    assert errors(extra, rule) == [error]


def test_six_buckets_are_too_many():
    [(code, key, _, _)] = errors('mode = "bucket"\nbuckets = ["1", "2", "3", "4", "5", "6"]')

    assert (code, key) == ("bad_value", "buckets")


def test_people_on_paper_are_in_one_bucket_per_item():
    room = order(BUCKETS)
    place(room, ANNA, "b1")
    for item, bucket, n in ((1, "b1", 2), (1, "b2", 1), (2, "b2", 2)):
        room.lead("tally", board="orde", item=f"s1-{item}", bucket=bucket, n=n)

    facts = room.live.result("orde").facts

    assert (facts["people"], facts["answers"]) == (4, 4)
    assert rows(room)["s1-1"]["counts"] == {"b1": 3, "b2": 1, "b3": 0}
    assert room.live.view("console")["s1-1"]["paper"] == {"b1": 2, "b2": 1}
    assert "paper" not in room.live.view("screen")["s1-1"]
    assert room.refusal(CONSOLE, "orde", "tally", item="s1-1", bucket="b2", n=-2) == "empty"


def test_a_table_in_buckets_counts_its_people():
    room = order(BUCKETS)
    room.do(ANNA, "stage", "size", table=1, size=5)
    place(room, ANNA, "b1")

    facts = room.live.result("orde").facts
    assert (rows(room)["s1-1"]["counts"]["b1"], facts["people"], facts["answers"]) == (5, 5, 1)


# an answer key

def test_no_byte_of_the_key_is_on_a_phone_or_screen_before_the_facilitator_shows_it():
    room = order(KEY)
    list_of(room, ANNA, 3, 1, 4, 2)
    list_of(room, BRAM, 1, 3, 4, 2)

    def told() -> str:
        return json.dumps([[room.live.view(audience), room.live.stage(audience, 0)] for audience in ("phone", "screen")] + [room.live.own("anna")])

    assert not any(word in told() for word in ('"key": [', '"key": {', "meant", "share"))
    assert room.refusal(CONSOLE, "orde", "key", show=True) == "not_revealed"
    room.lead("reveal")
    assert not any(word in told() for word in ('"key": [', '"key": {', "meant", "share"))
    room.lead("key", board="orde", show=True)
    assert '"meant": 1' in told()  # it was there to leak


def test_two_keys_give_the_same_pages_until_one_is_shown():
    left, right = order(KEY), order('key = ["Beslissen", "Wegen", "Praten", "Kijken"]')
    for room in (left, right):
        list_of(room, ANNA, 3, 1, 4, 2)
        room.lead("reveal")

    for audience in ("phone", "screen"):
        assert json.dumps(left.live.view(audience)) == json.dumps(right.live.view(audience))
        assert json.dumps(left.live.stage(audience, 0)) == json.dumps(right.live.stage(audience, 0))


def test_beside_the_mean_order_stands_the_share_that_put_each_item_there():
    room = order(KEY)  # s1-3, s1-1, s1-4, s1-2
    list_of(room, ANNA, 3, 1, 4, 2)
    list_of(room, BRAM, 1, 3, 4, 2)
    room.lead("tally", board="orde", items=["s1-3", "s1-1", "s1-2", "s1-4"], n=2)
    room.lead("reveal")
    room.lead("key", board="orde", show=True)

    screen = room.live.view("screen")

    assert [(screen[id]["meant"], screen[id]["share"]) for id in ("s1-3", "s1-1", "s1-4", "s1-2")] == [(1, 0.75), (2, 0.75), (3, 0.5), (4, 0.5)]
    assert [(row["meant"], row["share"]) for row in rows(room).values() if row["id"] == "s1-3"] == [(1, 0.75)]
    assert (screen["ranking"]["people"], screen["ranking"]["lists"]) == (4, 4)


def test_the_key_can_be_put_away_again():
    room = order(KEY)
    list_of(room, ANNA, 3, 1, 4, 2)
    room.lead("reveal")
    shown = room.lead("key", board="orde", show=True)

    room.undo(shown)

    assert room.live.view("screen")["ranking"]["key"] is False
    assert "meant" not in rows(room)["s1-1"]


def test_the_key_follows_what_the_facilitator_does_to_the_items():
    room = order(KEY)
    list_of(room, ANNA, 3, 1, 4, 2)
    room.lead("edit", board="orde", card="s1-3", text="Signalen zien")
    room.lead("items", board="orde", drop=["s1-1"])
    room.lead("reveal")
    room.lead("key", board="orde", show=True)

    assert {id: row["meant"] for id, row in rows(room).items()} == {"s1-3": 1, "s1-4": 2, "s1-2": 3}
    assert [row["share"] for row in rows(room).values()] == [1.0, 1.0, 1.0]


def test_an_order_without_a_key_has_none_to_show():
    room = order("")
    room.lead("reveal")

    assert room.refusal(CONSOLE, "orde", "key", show=True) == "bad_request"
    assert "key" not in room.live.view("console")
    assert order(KEY).live.view("console")["key"] == {"shown": False}


# lists per table

def test_lists_of_tables_stand_side_by_side_by_number_and_nobodys_own_among_them():
    room = order('per = "table"')
    for who, number in ((BRAM, 7), (ANNA, 2)):
        room.do(who, "stage", "size", table=number, size=4)
    list_of(room, BRAM, 1, 2, 3, 4)
    list_of(room, ANNA, 4, 3, 2, 1)
    list_of(room, CHRIS, 2, 1, 3, 4)
    assert "tables" not in room.live.view("console")
    room.lead("reveal")

    tables = room.live.view("screen")["tables"]

    assert tables == [{"table": 2, "items": ["s1-4", "s1-3", "s1-2", "s1-1"]}, {"table": 7, "items": ["s1-1", "s1-2", "s1-3", "s1-4"]}]
    assert room.live.result("orde").facts["tables"] == tables
    assert "tables" not in room.live.view("phone")
    assert room.live.result("orde").facts["people"] == 9


def test_a_phone_of_more_people_without_a_number_gets_the_next_that_is_free():
    room = order('per = "table"')
    room.do(BRAM, "stage", "size", table=1, size=4)
    heavy = [Person(f"zwaar-{n}", "participant", weight=3) for n in range(2)]
    room.come(*heavy)
    for who in (heavy[0], heavy[1], BRAM, heavy[0]):
        list_of(room, who, 1, 2, 3, 4)
    room.lead("reveal")

    assert [one["table"] for one in room.live.view("screen")["tables"]] == [1, 2, 3]


def test_a_table_that_takes_another_phone_has_one_list():
    room = order('per = "table"')
    room.do(ANNA, "stage", "size", table=2, size=4)
    list_of(room, ANNA, 1, 2, 3, 4)
    room.do(BRAM, "stage", "size", table=2, size=4, instead=True)

    list_of(room, BRAM, 4, 3, 2, 1)

    room.lead("reveal")
    assert room.live.view("screen")["tables"] == [{"table": 2, "items": ["s1-4", "s1-3", "s1-2", "s1-1"]}]
    assert room.live.result("orde").facts["people"] == 4


def test_a_phone_that_changes_table_leaves_the_lists_of_both_right():
    room = order('per = "table"')
    room.do(ANNA, "stage", "size", table=2, size=4)
    list_of(room, ANNA, 1, 2, 3, 4)
    room.do(ANNA, "stage", "size", table=3, size=4)
    list_of(room, ANNA, 1, 2, 3, 4)
    room.do(BRAM, "stage", "size", table=2, size=5)
    list_of(room, BRAM, 4, 3, 2, 1)
    room.lead("reveal")

    assert [one["table"] for one in room.live.view("screen")["tables"]] == [2, 3]


def test_in_a_step_for_the_room_tables_are_not_shown_apart():
    room = order("")
    room.do(ANNA, "stage", "size", table=2, size=4)
    list_of(room, ANNA, 1, 2, 3, 4)
    room.lead("reveal")

    assert "tables" not in room.live.view("screen")


# lists on paper

def test_a_list_on_paper_is_the_list_of_one_person_each():
    room = order("")
    entry = room.lead("tally", board="orde", items=["s1-2", "s1-1", "s1-3", "s1-4"], n=3)
    list_of(room, ANNA, 1, 2, 3, 4)

    facts = room.live.result("orde").facts
    assert (facts["people"], facts["lists"], facts["answers"], rows(room)["s1-2"]["places"]) == (4, 4, 4, [3, 1, 0, 0])
    assert room.refusal(CONSOLE, "orde", "tally", items=["s1-2", "s1-1", "s1-3", "s1-4"], n=-4) == "empty"
    room.undo(entry)
    assert room.live.result("orde").facts["people"] == 1
