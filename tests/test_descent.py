"""One card's way from first note to plan row can be read back, as far as the room was shown."""

import csv
import io
import re

import pytest
from chain import second
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report

WAY = '''id = "weg"
title = "Van kaart naar plan"
summary = "Proef"
[[steps]]
id = "muur"
kind = "wall"
title = "Wat zien we?"
prompt = "Schrijf."
minutes = 5
[steps.config]
fields = [{ id = "goed", name = "Goed" }]
[[steps]]
id = "stemmen"
kind = "vote"
title = "Waar beginnen we?"
prompt = "Stem."
minutes = 5
from = { step = "muur", rule = "clustered" }
[[steps]]
id = "wegen"
kind = "scale"
title = "Hoe haalbaar?"
prompt = "Weeg."
minutes = 5
from = { step = "stemmen", rule = "all" }
[steps.config]
labels = ["niet", "weinig", "half", "goed", "heel goed"]
[[steps]]
id = "volgorde"
kind = "order"
title = "Wat eerst?"
prompt = "Orden."
minutes = 5
from = { step = "stemmen", rule = "all" }
[[steps]]
id = "plan"
kind = "plan"
title = "Het plan"
prompt = "Vul in."
minutes = 5
from = { step = "volgorde", rule = "top(2,rank)" }
'''


@pytest.fixture
def shop() -> Workshop:
    """Three notes; two of them are one bundle, `rust`."""
    shop = Workshop(WAY)
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("muur")
    for who, card, text in ((ANNA, "rust-card-1", "Rust"), (BRAM, "rust-card-2", "Meer rust"), (CHRIS, "deur-card", "Begroeten")):
        shop.card(who, card, text, board="muur", field="goed")
    shop.lead("merge", board="muur", cards=["rust-card-1", "rust-card-2"], into="rust-bundle", text="Rust")
    return shop


def vote(shop: Workshop) -> None:
    shop.go("stemmen", ["rust-bundle", "deur-card"])
    shop.lead("open")
    for who in (ANNA, BRAM, CHRIS):
        shop.do(who, "stemmen", "put", item="rust-card-1")
    shop.do(ANNA, "stemmen", "put", item="deur-card")


def to_the_plan(shop: Workshop) -> Workshop:
    vote(shop)
    shop.lead("reveal")
    shop.go("wegen", ["rust-bundle"])
    shop.lead("open")
    for who, value in ((ANNA, 3), (BRAM, 4), (CHRIS, 5)):
        shop.do(who, "wegen", "score", item="rust-bundle", value=value)
    shop.lead("reveal")
    shop.go("volgorde", ["rust-bundle", "deur-card"])
    shop.lead("open")
    shop.do(BRAM, "volgorde", "rank", items=["rust-bundle", "deur-card"])
    shop.lead("reveal")
    shop.go("plan", ["rust-bundle", "deur-card"])
    return shop


def descent(shop: Workshop, card: str, before: str | None = None) -> dict:
    return shop.live.descents().of(card, before)


def said(shop: Workshop, card: str) -> dict[str, dict]:
    """Per step what it said."""
    return {station.pop("step"): {key: value for key, value in station.items() if key not in ("kind", "title")} for station in descent(shop, card)["steps"]}


def test_a_plan_row_can_be_read_back_to_its_first_notes(shop):
    to_the_plan(shop)

    assert descent(shop, "rust-bundle")["cards"] == 2
    assert said(shop, "rust-bundle") == {
        "muur": {"notes": ["Rust", "Meer rust"]},
        "stemmen": {"dots": {"Stippen": 3}},
        "wegen": {"median": 4, "scored": 3},
        "volgorde": {"place": 1, "of": 2},
        "plan": {"row": True},
    }


def test_the_way_of_a_card_in_a_bundle_is_that_of_the_bundle(shop):
    to_the_plan(shop)

    assert descent(shop, "rust-card-2") == descent(shop, "rust-bundle")


def test_nothing_is_told_of_a_vote_before_it_is_shown_or_once_it_is_opened_again(shop):
    vote(shop)
    assert said(shop, "deur-card") == {"muur": {"notes": ["Begroeten"]}}

    shop.lead("reveal")
    assert said(shop, "deur-card")["stemmen"] == {"dots": {"Stippen": 1}}

    shop.lead("open")
    assert said(shop, "deur-card") == {"muur": {"notes": ["Begroeten"]}}


def test_a_card_that_is_put_away_is_not_among_the_notes(shop):
    to_the_plan(shop)
    shop.lead("hide", board="muur", card="rust-card-2")
    assert said(shop, "rust-bundle")["muur"] == {"notes": ["Rust"]}

    shop.lead("hide", board="muur", card="rust-card-1")

    assert descent(shop, "rust-bundle") == {"cards": 0, "steps": []}


def test_out_of_a_bundle_a_card_has_its_own_way_again(shop):
    to_the_plan(shop)
    shop.lead("unmerge", board="muur", card="rust-card-2")

    assert said(shop, "rust-card-1") == said(shop, "rust-bundle")
    assert said(shop, "rust-card-1")["muur"] == {"notes": ["Rust"]}
    assert said(shop, "rust-card-2") == {"muur": {"notes": ["Meer rust"]}, "stemmen": {"dots": {"Stippen": 0}}, "plan": {"row": True}}


def test_what_the_script_lists_nobody_wrote(shop):
    shop = Workshop(WAY.replace('from = { step = "muur", rule = "clustered" }', 'config = { items = ["Rust"] }'))
    shop.come(ANNA)
    shop.go("stemmen")
    shop.lead("open")
    shop.do(ANNA, "stemmen", "put", item="s2-1")
    shop.lead("reveal")

    assert (descent(shop, "s2-1")["cards"], said(shop, "s2-1")) == (0, {"stemmen": {"dots": {"Stippen": 1}}})


def test_the_screen_says_where_a_card_comes_from_only_while_it_is_held_up(shop):
    to_the_plan(shop)
    assert "descent" not in shop.live.view("screen")

    shop.lead("screen", show="card", card="rust-bundle")

    assert shop.live.view("screen")["descent"] == descent(shop, "rust-bundle", before="plan")
    assert ["descent" in shop.live.view(who) for who in ("phone", "console")] == [False, False]


# The report


def plain(shop: Workshop, step: str) -> dict[str, dict]:
    told = next(one for one in report.plain(report.sections(shop.live))["steps"] if one["id"] == step)
    return {row["id"]: row for row in told["result"]["rows"]}


def test_the_report_has_the_whole_way_behind_every_row(shop):
    to_the_plan(shop)

    assert plain(shop, "plan")["rust-bundle"]["descent"] == descent(shop, "rust-bundle", before="plan")
    assert [("descent" in row) for row in plain(shop, "stemmen").values()] == [True, False]  # one loose card says nothing more


def test_the_report_says_in_one_line_where_a_row_comes_from(shop):
    page = report.html(report.sections(to_the_plan(shop).live))
    lines = re.findall(r'<li>(.*?) <span class="want">(.*?)</span></li>', page)

    assert ("Rust", "uit 2 kaarten, 3 stippen, mediaan 4, plek 1 van 2") in lines
    assert ("Begroeten", "uit 1 kaart, 1 stip, plek 2 van 2") in lines


def test_the_table_has_a_line_per_number_of_the_way(shop):
    table = report.csv(report.sections(to_the_plan(shop).live)).removeprefix("\ufeff")
    lines = [(line["place"], line["measure"], line["value"]) for line in csv.DictReader(io.StringIO(table), delimiter=";") if (line["step"], line["id"]) == ("plan", "rust-bundle")]

    assert lines == [
        ("", "from:cards", "2"), ("muur", "from:note", "Rust"), ("muur", "from:note", "Meer rust"),
        ("stemmen", "from:dots:Stippen", "3"), ("wegen", "from:median", "4"), ("volgorde", "from:place", "1"),
    ]


# Going on from an earlier session


def test_what_an_earlier_session_found_says_which_session_that_was():
    shop = second()
    shop.go("plan", ["e2-1"])

    assert descent(shop, "e2-1") == {"cards": 0, "steps": [
        {"kind": "order", "title": "Nu of later?", "session": "Visie en doelen", "date": "2027-01-15"},
        {"step": "plan", "kind": "plan", "title": shop.live.stages.steps["plan"].plan.title, "row": True},
    ]}
