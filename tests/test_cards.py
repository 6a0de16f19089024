"""Clusters: cards keep their identity through merging in every order, and nothing gets lost on the way back."""

import pytest
from workshop import ANNA, BRAM, Workshop

from sessions.people import CONSOLE


@pytest.fixture
def shop() -> Workshop:
    shop = Workshop()
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    for n in range(3):
        shop.card(ANNA, f"anna-{n:04d}", f"Anna {n}")
        shop.card(BRAM, f"bram-{n:04d}", f"Bram {n}")
    return shop


def merge(shop: Workshop, into: str, *cards: str, text: str | None = None) -> dict:
    return shop.lead("merge", board="piramide", cards=list(cards), into=into, **({"text": text} if text else {}))


def shown(shop: Workshop) -> dict[str, int]:
    return {id: part["n"] for id, part in shop.live.view("screen").items() if "n" in part}


def test_clusters_of_clusters_come_apart_in_the_order_they_were_made(shop):
    before = shown(shop)
    first = merge(shop, "samen-een", "anna-0000", "bram-0000")
    second = merge(shop, "samen-twee", "samen-een", "anna-0001")
    assert shown(shop) == {"samen-twee": 3, "bram-0001": 1, "anna-0002": 1, "bram-0002": 1}

    shop.undo(second)
    assert shown(shop)["samen-een"] == 2
    shop.undo(first)

    assert shown(shop) == before


def test_a_card_joins_a_cluster_and_the_name_can_change_and_come_back(shop):
    merge(shop, "samen-een", "anna-0000", "bram-0000", text="Begroeten")
    joined = merge(shop, "samen-een", "anna-0001", text="Begroeten bij de deur")
    assert shop.live.view("screen")["samen-een"]["text"] == "Begroeten bij de deur"

    shop.undo(joined)

    assert shop.live.view("screen")["samen-een"]["text"] == "Begroeten"
    assert shown(shop)["samen-een"] == 2


def test_a_cluster_of_one_falls_apart(shop):
    merge(shop, "samen-een", "anna-0000", "bram-0000")

    shop.lead("unmerge", board="piramide", card="anna-0000")

    assert "samen-een" not in shown(shop)
    assert shown(shop)["bram-0000"] == 1


def test_a_name_on_its_way_to_a_cluster_that_fell_apart_is_refused(shop):
    merge(shop, "samen-een", "anna-0000", "bram-0000")
    shop.lead("unmerge", board="piramide", card="anna-0000")

    assert shop.refusal(CONSOLE, "piramide", "edit", card="samen-een", text="Anders") == "no_such_card"


def test_a_hidden_card_leaves_its_cluster_and_a_hidden_cluster_takes_all(shop):
    merge(shop, "samen-een", "anna-0000", "bram-0000", "bram-0001")

    shop.lead("hide", board="piramide", card="bram-0000")
    assert shown(shop)["samen-een"] == 2
    shop.lead("hide", board="piramide", card="samen-een")

    assert "samen-een" not in shown(shop)
    assert [card["state"] for card in shop.live.own("anna")["cards"]] == ["hidden", "shown", "shown"]


def test_a_merge_that_is_none_is_refused(shop):
    merge(shop, "samen-een", "anna-0000", "bram-0000")

    assert shop.refusal(CONSOLE, "piramide", "merge", cards=["anna-0001"], into="samen-twee") == "too_few_cards"
    assert shop.refusal(CONSOLE, "piramide", "merge", cards=["anna-0000", "bram-0000"], into="samen-twee") == "too_few_cards"
    assert shop.refusal(CONSOLE, "piramide", "merge", cards=["anna-0001", "bram-0001"], into="anna-0002") == "id_taken"
    assert shop.refusal(CONSOLE, "piramide", "merge", cards=["anna-0001", "nergens"], into="samen-twee") == "no_such_card"
    assert shop.refusal(CONSOLE, "piramide", "unmerge", card="anna-0002") == "no_such_card"


def test_fifty_cards_is_the_most_for_one_person_and_two_thousand_for_a_session(shop):
    shop.lead("adjust", step="piramide", config={"max_cards": None})
    for n in range(47):
        shop.card(ANNA, f"meer-{n:04d}")
    assert shop.refusal(ANNA, "piramide", "add", card="te-veel-1", text="Te veel", level="base") == "too_many_cards"

    for n in range(2000 - 53):
        shop.lead("add", board="piramide", card=f"papier-{n:04d}", text="Van papier", level="base")

    assert shop.refusal(CONSOLE, "piramide", "add", card="te-veel-2", text="Te veel", level="base") == "session_full"


def test_a_dismissed_group_keeps_every_two_of_it_apart(shop):
    dismissed = shop.lead("apart", board="piramide", cards=["anna-0000", "bram-0000", "bram-0001"])
    assert len(shop.live.cards.apart) == 3

    shop.undo(dismissed)

    assert shop.live.cards.apart == set()


def test_dismissed_likeness_is_remembered(shop):
    shop.lead("apart", board="piramide", cards=["anna-0000", "bram-0000"])

    assert shop.live.cards.apart == shop.again().cards.apart == {frozenset(("anna-0000", "bram-0000"))}
