"""What goes along to the next step, by every rule there is, and why: seen through the sheets of a session."""

import pytest
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions import carry

SCALE = """
id = "wegen"
title = "Wegen"
summary = "Wegen en kiezen."
steps = [
  { id = "weeg", kind = "scale", title = "Weeg", prompt = "Hoe goed lukt dit?", minutes = 5, opens = "at once", config = { items = ["Rust", "Regels", "Ruimte", "Ritme"], points = 5, labels = ["niet", "weinig", "half", "goed", "heel goed"], dont_know = true } },
  { id = "kies", kind = "vote", title = "Kies", prompt = "Kies.", minutes = 5, opens = "at once", from = { step = "weeg", rule = "RULE" } },
]
"""
SCORES = {"Rust": (2, 2, 3), "Regels": (5, 5, 4), "Ruimte": (1, 5, 3), "Ritme": (2, 2, 2)}


def scored(rule: str, scores=SCORES) -> Workshop:
    """Three people scored the four items, and saw the result; the next step takes along by `rule`."""
    shop = Workshop(SCALE.replace("RULE", rule))
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("weeg")
    for n, values in enumerate(scores.values(), 1):
        for who, value in zip((ANNA, BRAM, CHRIS), values, strict=True):
            shop.do(who, "weeg", "score", item=f"s1-{n}", value=value)
    shop.lead("reveal")
    return shop


def sheet(shop: Workshop, step: str) -> list[dict]:
    return shop.live.view("console")[f"offer:{step}"]["items"]


def picked(shop: Workshop, step: str) -> list[str]:
    return [item["text"] for item in sheet(shop, step) if item["picked"]]


@pytest.mark.parametrize("rule, goes", [
    ("top(1,median)", ["Regels"]),
    ("top(2,median)", ["Regels", "Ruimte"]),
    ("lowest(1,median)", ["Rust", "Ritme"]),  # equal at the cut: both
    ("lowest(3,median)", ["Rust", "Ritme", "Ruimte"]),
    ("widest(1,spread)", ["Ruimte"]),
    ("widest(4,spread)", ["Ruimte", "Rust", "Regels"]),  # nobody differs about Ritme
    ("chosen", []),
    ("all", ["Rust", "Regels", "Ruimte", "Ritme"]),
])
def test_scores_decide_what_goes_along(rule, goes):
    assert picked(scored(rule), "kies") == goes


def test_the_sheet_says_which_median_and_of_how_many():
    shop = scored("lowest(1,median)")

    assert {item["text"]: (item["why"], item["tie"]) for item in sheet(shop, "kies")}["Rust"] == ({"median": 2, "n": 3}, True)
    assert {item["text"]: item["why"] for item in sheet(scored("widest(1,spread)"), "kies")}["Ruimte"] == {"spread": 4, "n": 3}


def test_what_nobody_scored_stays():
    shop = scored("lowest(4,median)", {name: ("dont_know",) * 3 if name == "Rust" else values for name, values in SCORES.items()})

    assert picked(shop, "kies") == ["Ritme", "Ruimte", "Regels"]
    assert {item["text"]: item["why"] for item in sheet(shop, "kies")}["Rust"] == {"median": None, "n": 0}


def test_a_median_waits_for_the_reveal():
    shop = scored("lowest(1,median)")
    shop.lead("open")

    assert shop.live.view("console")["offer:kies"]["why"] == "reveal"


def test_with_two_ballots_the_sheet_names_whose_dots():
    shop = Workshop()
    shop.come(ANNA)
    shop.go("piramide")
    shop.card(ANNA, "dagstart-1")
    shop.go("stemmen", items=["dagstart-1"])
    shop.lead("open")
    shop.do(ANNA, "stemmen", "put", item="dagstart-1", ballot="sterk")
    shop.lead("reveal")

    assert sheet(shop, "volgorde")[0]["why"] == {"dots": 0, "ballot": "beter"}


def test_a_bucket_says_how_many_chose_it():
    shop = Workshop(SCALE.replace('kind = "scale"', 'kind = "order"').replace(', points = 5, labels = ["niet", "weinig", "half", "goed", "heel goed"], dont_know = true', ', mode = "bucket", buckets = ["Nu", "Later"]').replace("RULE", "field(Nu)"))
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("weeg")
    for who, bucket in ((ANNA, "b1"), (BRAM, "b1"), (CHRIS, "b2")):
        shop.do(who, "weeg", "place", item="s1-1", bucket=bucket)
    shop.lead("reveal")

    assert {item["text"]: (item["picked"], item["why"]) for item in sheet(shop, "kies")}["Rust"] == (True, {"chose": 2, "people": 3, "in": "Nu"})


POINTS = SCALE.replace('rule = "RULE"', 'rule = "lowest(1,median)", points = [{ name = "Rust", items = ["Rust in de gang", "Rust in de pauze"] }, { name = "Ritme", items = ["Vaste dagstart"] }, { name = "Regels", items = ["Eén lijn"] }]')


def test_points_go_along_with_the_group_they_belong_to():
    shop = Workshop(POINTS)
    shop.come(ANNA)
    shop.go("weeg")
    for n, value in enumerate((2, 4, 5, 2), 1):
        shop.do(ANNA, "weeg", "score", item=f"s1-{n}", value=value)
    shop.lead("reveal")

    assert picked(shop, "kies") == ["Rust in de gang", "Rust in de pauze", "Vaste dagstart"]
    assert [(item["text"], item["why"]["of"], item["why"]["median"]) for item in sheet(shop, "kies")][-1] == ("Eén lijn", "Regels", 4)

    shop.go("kies", items=[item["id"] for item in sheet(shop, "kies") if item["picked"]])
    assert [part["text"] for part in shop.live.view("phone").values() if "i" in part] == ["Rust in de gang", "Rust in de pauze", "Vaste dagstart"]
    assert shop.live.carried("kies") == {"added": [], "left": []}


@pytest.mark.parametrize("text", ["top(3)", "lowest(3,votes)", "widest(2,median)", "top(100,votes)", "first(3,votes)", "field()", ""])
def test_what_is_no_rule_is_none(text):
    assert carry.parse(text) is None
