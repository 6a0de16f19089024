"""Clusters in clusters: what was put away stays away, and one card can be taken out of the middle."""

import json

import pytest
from workshop import ANNA, BRAM, Workshop

from sessions.cards import Cards
from sessions.people import CONSOLE


@pytest.fixture
def shop() -> Workshop:
    """Three cards of Anna: `inner-one` and `inner-two` are in `inner-cluster`, which `outer` puts in a bigger one."""
    shop = Workshop()
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    for card in ("inner-one", "inner-two", "outer-one"):
        shop.card(ANNA, card)
    shop.lead("merge", board="piramide", cards=["inner-one", "inner-two"], into="inner-cluster")
    return shop


def outer(shop: Workshop) -> None:
    shop.lead("merge", board="piramide", cards=["inner-cluster", "outer-one"], into="outer-cluster", text="Samen")


def shown(shop: Workshop, id: str = "outer-cluster") -> list[str]:
    cards: Cards = shop.live.cards
    return [card.id for card in cards.shown_leaves(id)]


@pytest.mark.parametrize("put_away", ["hide", "aside", "remove"])
def test_what_was_put_away_as_a_cluster_stays_away_in_a_bigger_one(shop, put_away):
    outer(shop)
    assert shown(shop) == ["inner-one", "inner-two", "outer-one"]

    shop.lead(put_away, board="piramide", card="inner-cluster")

    assert shown(shop) == ["outer-one"]
    assert shop.live.view("screen")["outer-cluster"] == {"text": "Samen", "level": "base", "strand": "welbevinden", "n": 1, "at": 9, "samples": ["outer-one"]}
    assert [card["state"] for row in shop.live.result("piramide").rows for card in row["cards"] if card["state"] == "shown"] == ["shown"]


def test_one_card_taken_out_of_an_inner_cluster_leaves_the_rest_where_it_is(shop):
    outer(shop)

    act = shop.lead("unmerge", board="piramide", card="inner-one")

    assert shown(shop) == ["inner-two", "outer-one"]
    assert shop.live.cards.top("inner-one") == "inner-one"

    shop.undo(act)

    assert sorted(shown(shop)) == ["inner-one", "inner-two", "outer-one"]
    assert shop.picture() == json_again(shop)


def test_a_cluster_cannot_be_put_into_itself(shop):
    outer(shop)

    assert shop.refusal(CONSOLE, "piramide", "merge", cards=["outer-one"], into="inner-cluster") == "no_such_card"


@pytest.mark.parametrize("put_away", ["hide", "aside", "remove"])
def test_a_bundle_is_not_named_by_words_that_were_put_away(shop, put_away):
    shop.card(BRAM, "canary-card", "kanarie")
    shop.lead("merge", board="piramide", cards=["canary-card", "outer-one"], into="outer-cluster", text="kanarie")
    assert shop.live.view("screen")["outer-cluster"]["text"] == "kanarie"

    act = shop.lead(put_away, board="piramide", card="canary-card")
    assert shop.live.view("screen")["outer-cluster"]["text"] == "outer-one"
    assert "kanarie" not in json.dumps([shop.live.view("screen"), shop.live.view("phone")])

    shop.undo(act)
    assert shop.live.view("screen")["outer-cluster"]["text"] == "kanarie"


def test_removed_words_are_forgotten_in_the_name_of_their_bundle_too(shop):
    shop.card(BRAM, "canary-card", "kanarie")
    merged = shop.lead("merge", board="piramide", cards=["canary-card", "outer-one"], into="outer-cluster", text="kanarie")
    shop.do(BRAM, "piramide", "remove", card="canary-card")

    seqs = shop.live.forget(1000.0)

    assert merged["seq"] in seqs
    assert "kanarie" not in json.dumps(shop.picture())
    for entry in shop.log:
        if entry["seq"] in seqs and "text" in entry:
            entry["text"] = None
    assert "kanarie" not in json.dumps(shop.log)
    assert json_again(shop) == shop.picture()


def json_again(shop: Workshop) -> dict:
    """What everybody sees after the log was read again."""
    again = Workshop()
    again.live = shop.again()
    return again.picture()
