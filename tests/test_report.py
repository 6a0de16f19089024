"""The result in hand: it says what the log says, and nothing that the room was not shown."""

import csv
import hashlib
import io
import json
import random
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest
from recount import Recount
from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import Refused
from sessions.people import CONSOLE, Person

BALLOTS = {"sterk": 3, "beter": 3}
LEVELS = ["foundation", "base", "extra", "intensive"]


def forms(shop: Workshop) -> dict[str, str]:
    """The report in every form there is."""
    told = report.sections(shop.live)
    return {"html": report.html(told), "csv": report.csv(told), "json": report.json(told)}


def steps(shop: Workshop) -> dict[str, dict]:
    return {step["id"]: step for step in report.plain(report.sections(shop.live))["steps"]}


@pytest.fixture
def shop() -> Workshop:
    """Anna and Bram filled the pyramid."""
    shop = Workshop()
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    shop.card(ANNA, "begroeten", "Begroeten bij de deur")
    shop.card(BRAM, "mentorles", "De mentorles")
    shop.card(BRAM, "intervisie", "Intervisie in groepjes", level="foundation")
    return shop


def vote(shop: Workshop) -> Workshop:
    """The vote is open; Anna and Bram find begroeten strong."""
    shop.go("stemmen", ["begroeten", "mentorles", "intervisie"])
    shop.lead("open")
    shop.do(ANNA, "stemmen", "put", item="begroeten", ballot="sterk")
    shop.do(BRAM, "stemmen", "put", item="begroeten", ballot="sterk")
    shop.do(BRAM, "stemmen", "put", item="mentorles", ballot="beter")
    return shop


# The numbers


def crowd(seed: int) -> Workshop:
    """Nine people and a facilitator do anything that comes up; what is refused does not count."""
    chance, shop = random.Random(seed), Workshop()
    cast = [Person(f"person{i:010d}", "participant") for i in range(9)]
    shop.come(*cast)
    ids = [f"card-{i:04d}" for i in range(40)] + [f"cluster-{i:04d}" for i in range(12)]

    def some(n: int = 1) -> list[str]:
        return chance.sample(ids, n)

    def alike() -> list[str]:
        parts = shop.live.view("console")
        place = chance.choice(LEVELS)
        here = [id for id in ids if parts.get(id, {}).get("level") == place]
        return chance.sample(here, min(len(here), chance.randint(2, 3)))

    def lead():
        board = chance.choice(["piramide", shop.live.board])
        anything = [
            ("merge", {"cards": alike(), "into": chance.choice(ids[40:])}), ("merge", {"cards": alike(), "into": chance.choice(ids[40:])}), ("unmerge", {"card": some()[0]}), ("hide", {"card": some()[0]}), ("show", {"card": some()[0]}), ("aside", {"card": some()[0]}),
            ("edit", {"card": some()[0], "text": f"anders {chance.random()}"}), ("remove", {"card": some()[0]}),
        ]
        do, fields = chance.choice(anything)
        attempt(shop, CONSOLE, board, do, **fields)

    shop.go("piramide")
    for _ in range(100):
        attempt(shop, chance.choice(cast), "piramide", "add", card=chance.choice(ids[:40]), text=f"kaart {chance.random()}", level=chance.choice(LEVELS))
        attempt(shop, chance.choice(cast), "piramide", "move", card=some()[0], level=chance.choice(LEVELS))
        lead()
    shop.go("stemmen", [item["id"] for item in shop.live.view("console")["offer:stemmen"]["items"]])
    shop.lead("open")
    for _ in range(150):
        attempt(shop, chance.choice(cast), "stemmen", "put", item=some()[0], ballot=chance.choice(list(BALLOTS)))
        attempt(shop, chance.choice(cast), "stemmen", "take", item=some()[0], ballot=chance.choice(list(BALLOTS)))
        if chance.random() < 0.1:
            lead()
    shop.lead("reveal")
    shop.go("volgorde", [item["id"] for item in shop.live.view("console")["offer:volgorde"]["items"]][:8])
    shop.lead("open")
    for _ in range(20):
        items = [id for id in ids if id in shop.live.view("phone")]
        attempt(shop, chance.choice(cast), "volgorde", "rank", items=chance.sample(items, chance.randint(1, len(items))))
        if chance.random() < 0.3:
            lead()
    shop.lead("reveal")
    for act in shop.live.stage("console", 0)["acts"]:
        if act["board"] != "stage" and chance.random() < 0.5:
            attempt(shop, CONSOLE, "stage", "undo", seq=act["seq"])
    return shop


def attempt(shop: Workshop, who: Person, board: str, do: str, **fields) -> None:
    try:
        shop.do(who, board, do, **fields)
    except Refused:
        pass


@pytest.mark.parametrize("seed", range(12))
def test_the_report_equals_an_independent_recount_from_the_log(seed):
    shop = crowd(seed)
    count, told = Recount(json.loads(json.dumps(shop.log))), steps(shop)
    rows = {id: step["result"]["rows"] for id, step in told.items()}

    assert report.plain(report.sections(shop.live))["people"] == len(count.people) == 9
    assert {row["id"]: (row["text"], row["level"], sorted(card["text"] for card in row["cards"])) for row in rows["piramide"]} == count.cards("piramide")
    assert {row["id"]: row["n"] for row in rows["piramide"]} == {id: len(texts) for id, (_, _, texts) in count.cards("piramide").items()}
    assert {row["id"]: row["dots"] for row in rows["stemmen"]} == count.tally("stemmen", BALLOTS)
    assert {row["id"]: (row["place"], pytest.approx(row["mean"]), row["places"]) for row in rows["volgorde"] if row["place"]} == count.order("volgorde")
    assert sum(sum(row["dots"].values()) for row in rows["stemmen"]) > 0 < sum(row["n"] for row in rows["piramide"])  # there was something to count


def test_the_page_and_the_table_print_the_same_numbers_as_the_json(shop):
    vote(shop).lead("reveal")
    pages = forms(shop)

    told = {row["text"]: [str(n) for n in row["dots"].values()] for row in steps(shop)["stemmen"]["result"]["rows"]}
    lines = [line for line in csv.DictReader(io.StringIO(pages["csv"].removeprefix("\ufeff")), delimiter=";") if line["step"] == "stemmen"]

    assert told == {"Begroeten bij de deur": ["2", "0"], "De mentorles": ["0", "1"], "Intervisie in groepjes": ["0", "0"]}
    assert {text: numbers for text, *numbers in printed(pages["html"])[1][1:]} == told
    assert {text: [line["value"] for line in lines if line["text"] == text and line["measure"].startswith("dots:")] for text in told} == told


def test_a_phone_that_speaks_for_a_table_counts_as_its_people(shop):
    table = Person("table-of-six", "participant", weight=6)
    shop.come(table)
    vote(shop).do(table, "stemmen", "put", item="mentorles", ballot="sterk")
    shop.lead("reveal")

    assert [(row["id"], row["dots"]["sterk"]) for row in steps(shop)["stemmen"]["result"]["rows"]][:2] == [("mentorles", 6), ("begroeten", 2)]


# The secrets


def test_a_tally_that_was_not_shown_is_in_no_byte(shop):
    vote(shop)
    other = Workshop()
    other.come(ANNA, BRAM)
    other.go("piramide")
    for entry in shop.log[4:7]:
        other.do(ANNA if entry["by"] == "anna" else BRAM, "piramide", "add", id=entry["id"], card=entry["card"], text=entry["text"], **entry["place"])
    other.go("stemmen", ["begroeten", "mentorles", "intervisie"])
    other.lead("open")
    other.do(BRAM, "stemmen", "put", item="intervisie", ballot="beter")

    assert shop.live.result("stemmen").rows != other.live.result("stemmen").rows
    assert forms(shop) == forms(other)
    assert steps(shop)["stemmen"]["result"] is None
    assert "De uitslag is niet getoond." in forms(shop)["html"]


def test_a_vote_that_was_opened_again_is_hidden_again(shop):
    vote(shop).lead("reveal")
    assert steps(shop)["stemmen"]["result"] is not None

    shop.lead("open")

    assert steps(shop)["stemmen"]["result"] is None


def test_what_is_hidden_held_aside_or_removed_is_in_no_byte(shop):
    shop.card(ANNA, "hidden-one", "kanarie-verborgen")
    shop.card(ANNA, "aside-one", "kanarie-apart")
    shop.card(BRAM, "removed-one", "kanarie-weg")
    shop.card(CONSOLE, "in-cluster-1", "samen", level="base", because="kanarie-want")
    shop.card(CONSOLE, "in-cluster-2", "samen gezien")
    shop.lead("merge", board="piramide", cards=["in-cluster-1", "in-cluster-2"], into="cluster-one", text="Samen zien")
    shop.lead("edit", board="piramide", card="in-cluster-1", text="kanarie-lid")
    shop.lead("note", note="note-private", step="piramide", as_="private", text="kanarie-notitie")
    shop.lead("close")
    shop.at = 60.0
    shop.card(CHRIS, "held-one", "kanarie-te-laat")
    canaries = {"kanarie-verborgen", "kanarie-apart", "kanarie-weg", "kanarie-want", "kanarie-lid", "kanarie-notitie", "kanarie-te-laat", "kanarie-reden"}

    everything = json.dumps(shop.picture()) + "".join(forms(shop).values())
    assert {canary for canary in canaries if canary in everything} == canaries - {"kanarie-reden"}

    shop.lead("hide", board="piramide", card="hidden-one")
    shop.lead("hide", board="piramide", card="in-cluster-1")
    shop.lead("aside", board="piramide", card="aside-one", because="kanarie-reden")
    shop.do(BRAM, "piramide", "remove", card="removed-one")

    assert {card["state"] for row in shop.live.result("piramide").rows for card in row["cards"]} == {"shown", "hidden", "aside", "held"}
    assert [canary for canary in canaries for page in forms(shop).values() if canary in page] == []
    assert steps(shop)["piramide"]["result"]["aside"] == 1
    assert [(row["text"], row["n"], len(row["cards"])) for row in steps(shop)["piramide"]["result"]["rows"] if row["id"] == "cluster-one"] == [("Samen zien", 1, 1)]


def test_a_hidden_card_is_not_in_the_result_of_the_vote_and_of_the_order_either(shop):
    vote(shop).lead("reveal")
    shop.go("volgorde", ["begroeten", "mentorles", "intervisie"])
    shop.lead("open")
    shop.do(ANNA, "volgorde", "rank", items=["mentorles", "begroeten", "intervisie"])
    shop.lead("reveal")
    assert [len(step["result"]["rows"]) for step in steps(shop).values()] == [3, 3, 3]

    shop.lead("hide", board="volgorde", card="mentorles")

    assert [len(step["result"]["rows"]) for step in steps(shop).values()] == [2, 2, 2]
    assert [form for form, page in forms(shop).items() if "mentorles" in page] == []


def test_nobody_can_be_recognised():
    shop = Workshop()
    cast = [Person(f"KANARIE{i:09d}", "participant") for i in range(4)]
    shop.come(*cast)
    shop.go("piramide")
    for i, person in enumerate(cast):
        shop.card(person, f"the-card-{i}")
    shop.go("stemmen", ["the-card-0", "the-card-1"])
    shop.lead("open")
    for person in cast:
        shop.do(person, "stemmen", "put", item="the-card-0", ballot="sterk")
    shop.lead("reveal")

    assert json.dumps(shop.log).count("KANARIE") >= 12
    assert [form for form, page in forms(shop).items() if "KANARIE" in page] == []


# The page


class Cells(HTMLParser):
    """The tables of a page as lists of rows of text."""

    def __init__(self):
        super().__init__()
        self.tables, self.inside = [], False

    def handle_starttag(self, tag, attrs):
        self.inside = tag in ("td", "th")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif self.inside:
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, text):
        if self.inside:
            self.tables[-1][-1][-1] += text


def printed(page: str) -> list[list[list[str]]]:
    cells = Cells()
    cells.feed(page)
    return cells.tables


def words(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_the_report_opens_with_who_when_and_how_many(shop):
    page = words(forms(shop)["html"])

    assert "Kennismaken met de piramide" in page
    assert "Kernteam Verslag van onze werksessie" in page
    assert re.search(r"1[45] januari 2027\. 2 mensen deden mee\.", page)


def test_it_says_concept_until_it_is_approved(shop):
    assert words(forms(shop)["html"]).count("Concept") == 2
    assert report.plain(report.sections(shop.live))["concept"] is True

    shop.lead("approve")

    assert words(forms(shop)["html"]).count("Concept") == 0
    assert report.plain(report.sections(shop.live))["concept"] is False


def test_a_rehearsal_says_so():
    shop = Workshop()
    shop.live.stages.rehearsal = shop.live.made["rehearsal"] = True

    assert words(forms(shop)["html"]).count("roefsessie") == 2


def test_before_the_first_step_there_is_a_report_too():
    assert "Er is nog geen stap gedaan." in words(forms(Workshop())["html"])


def test_decisions_stand_at_their_step_and_together(shop):
    shop.lead("note", note="decision-1", step="piramide", as_="decision", text="We beginnen bij de deur")
    shop.lead("note", note="open-point", step="piramide", as_="open", text="Wie begeleidt het")
    page = words(forms(shop)["html"])

    assert [page.count("Besloten We beginnen bij de deur"), page.count("Nog open Wie begeleidt het")] == [2, 2]
    assert report.plain(report.sections(shop.live))["decisions"] == [{"step": "piramide", "text": "We beginnen bij de deur"}]


def test_the_page_is_whole_and_its_policy_lets_only_its_own_style_in(shop):
    page = forms(vote(shop))["html"]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]

    assert f"style-src 'sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in report.policy()
    assert re.findall(r"<script|\sstyle=|\son\w+=", page) == []
    assert set(re.findall(r"(?:src|href|url)\W+([a-z]+:[^\"')]{0,30})", page)) <= {"data:,"} | set(re.findall(r"data:font[^\"')]{0,26}", page))
    assert set(re.findall(r"https?://[^\"'\s]+", page)) == {"http://www.w3.org/2000/svg"}


def test_every_picture_has_its_numbers_in_words(shop):
    vote(shop).lead("reveal")

    assert re.findall(r'role="img" aria-label="([^"]+)"', forms(shop)["html"]) == [
        "Kaarten per laag, van boven naar beneden. laag 4 Intensief: 0; laag 3 Extra: 0; laag 2 Sterke basis: 2; laag 1 Fundament: 1.",
        "Begroeten bij de deur: Sterk 2, Kan beter 0. Intervisie in groepjes: Sterk 0, Kan beter 0. De mentorles: Sterk 0, Kan beter 1.",
    ]


def test_words_of_the_room_stay_words(shop):
    shop.card(ANNA, "evil-card", "<script>alert('1')</script>")

    assert "<script" not in forms(shop)["html"]
    assert "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;" in forms(shop)["html"]


# The table


@pytest.mark.parametrize("text", ["=HYPERLINK(\"x\")", "+31", "-1+1", "@SUM(A1)", "＝1+1"])
def test_a_card_cannot_become_a_formula(shop, text):
    shop.card(ANNA, "formula-card", text)
    cells = {cell for line in csv.reader(io.StringIO(forms(shop)["csv"]), delimiter=";") for cell in line}

    assert text not in cells and f"'{text}" in cells


def test_the_table_opens_in_a_dutch_spreadsheet(shop):
    vote(shop).lead("reveal")
    shop.go("volgorde", ["begroeten", "mentorles"])
    shop.lead("open")
    for person, items in ((ANNA, ["begroeten", "mentorles"]), (BRAM, ["mentorles", "begroeten"])):
        shop.do(person, "volgorde", "rank", items=items)
    shop.lead("reveal")
    table = forms(shop)["csv"]

    assert table.startswith("\ufeffstep;kind;id;text;place;measure;value\r\n")
    assert "volgorde;order;begroeten;Begroeten bij de deur;;mean;1,5\r\n" in table


# The sentences


def said(shop: Workshop, *ranked: list[str]) -> str:
    """What the page says about an order that this many people gave."""
    shop.go("stemmen", ["begroeten", "mentorles", "intervisie"])
    shop.go("volgorde", ["begroeten", "mentorles", "intervisie"])
    shop.lead("open")
    for i, items in enumerate(ranked):
        person = Person(f"someone-{i}", "participant")
        shop.come(person)
        shop.do(person, "volgorde", "rank", items=[{"b": "begroeten", "m": "mentorles", "i": "intervisie"}[letter] for letter in items])
    shop.lead("reveal")
    return words(forms(shop)["html"])


def test_an_order_that_all_agree_on_stands_firm(shop):
    assert "Plek 1, 2 en 3 staan vast." in said(shop, *["bmi"] * 6)


def test_places_that_lie_close_ask_for_a_talk(shop):
    page = said(shop, *["bmi"] * 4, *["bim"] * 3)

    assert "Plek 1 staat vast. Plek 2 en 3 liggen dicht bij elkaar: praat erover." in page
    assert "Wat pakken we het eerst op? “Begroeten bij de deur”." in page


def test_a_tie_says_how_many_share_the_place(shop):
    assert "Plek 1 staat vast. Op plek 2 liggen er 2 gelijk." in said(shop, *["bmi"] * 4, *["bim"] * 4)


def test_a_group_that_is_divided_reads_that_it_is(shop):
    assert "Over deze volgorde zijn we verdeeld: praat erover." in said(shop, *["bmi", "imb"] * 5, "mbi")


def test_a_few_orders_say_little(shop):
    assert "Met zo weinig volgordes zegt de uitslag nog niet veel: praat erover." in said(shop, "bmi", "bmi")


def test_what_both_ballots_want_is_named(shop):
    vote(shop)
    for i in range(12):
        person = Person(f"someone-{i}", "participant")
        shop.come(person)
        shop.do(person, "stemmen", "put", item="mentorles", ballot="sterk" if i % 2 else "beter")
    shop.lead("reveal")

    assert "Over “De mentorles” denken we verschillend: 6 keer sterk en 7 keer kan beter." in words(forms(shop)["html"])


def test_what_several_people_wrote_is_called_most_mentioned(shop):
    shop.card(BRAM, "begroeten-2", "Begroeten aan de deur")
    shop.lead("merge", board="piramide", cards=["begroeten", "begroeten-2"], into="cluster-1", text="Begroeten")
    page = words(forms(shop)["html"])

    assert "Meest genoemd. Sterke basis: Begroeten (2)." in page
    assert "4 kaarten van 2 mensen, met 1 bundel." in page
    assert "2 kaarten : Begroeten bij de deur; Begroeten aan de deur" in page.replace("kaarten:", "kaarten :")


def test_what_the_facilitator_took_along_or_left_out_against_the_rule_is_said(shop):
    vote(shop).lead("reveal")
    shop.go("volgorde", ["begroeten", "intervisie"])
    shop.lead("reveal")

    assert steps(shop)["stemmen"]["carried"] == {"added": [], "left": []}
    assert steps(shop)["volgorde"]["carried"] == {"added": ["Begroeten bij de deur", "Intervisie in groepjes"], "left": ["De mentorles"]}
    assert "De begeleider liet weg: “De mentorles”." in words(report.html(report.sections(shop.live)))


# The pyramid, deeper


DEEP = '''id = "diep"
title = "Onze piramide"
summary = "Proef"
[[steps]]
id = "piramide"
kind = "pyramid"
title = "Vul de piramide"
prompt = "Wat doen we al?"
minutes = 10
[steps.config]
allow_wish = true
tags = ["leerlingen", "ouders"]
[[steps]]
id = "leggen"
kind = "pyramid"
title = "Waar hoort dit?"
prompt = "Zet elke kaart op een laag."
minutes = 10
from = { step = "piramide", rule = "all" }
[steps.config]
mode = "place"
'''


@pytest.fixture
def deep() -> Workshop:
    shop = Workshop(DEEP)
    shop.come(ANNA, BRAM)
    shop.go("piramide")
    shop.card(ANNA, "weerbaar", "Weerbaarheid", level="extra", tag="leerlingen")
    shop.card(BRAM, "schooltuin", "Schooltuin", level="base", wish=True)
    shop.lead("lower", board="piramide", card="weerbaar", to="base", as_="lager-001")
    return shop


def told(shop: Workshop, step: str) -> list[str]:
    section = next(section for section in report.sections(shop.live).sections if section.step == step)
    return [report.sentences.who(section), *report.sentences.outcome(section)]


def test_wishes_have_a_list_of_their_own_and_are_in_no_count(deep):
    page = forms(deep)["html"]

    assert told(deep, "piramide")[0] == "1 kaart van 2 mensen. En 2 wensen. Veel kaarten is niet beter dan weinig."
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["Extra", "Wensen"]
    assert "laag 3 Extra: 1; laag 2 Sterke basis: 0" in page


def test_the_report_names_what_can_be_a_level_lower_and_who_has_nothing_yet(deep):
    assert told(deep, "piramide")[1:] == [
        "Kan een laag lager: “Weerbaarheid” van Extra ook op Sterke basis.",
        "Nog niets voor leerlingen op Sterke basis en Intensief.",
        "Nog niets voor ouders op Sterke basis, Extra en Intensief."]


def test_the_report_tells_what_people_put_on_different_levels_only_once_it_was_shown(deep):
    deep.go("leggen", ["weerbaar", "schooltuin"])
    deep.lead("open")
    for who, level in ((ANNA, "base"), (BRAM, "extra")):
        deep.do(who, "leggen", "place", item="weerbaar", level=level)
        deep.do(who, "leggen", "place", item="schooltuin", level="base")
    assert told(deep, "leggen")[1:] == ["De uitslag is niet getoond."]
    assert steps(deep)["leggen"]["result"] is None

    deep.lead("reveal")
    deep.lead("move", board="leggen", card="weerbaar", level="extra")

    assert told(deep, "leggen")[1:] == ["Over 1 van de 2 kaarten denken we verschillend.", "“Weerbaarheid”: 1 keer Sterke basis en 1 keer Extra. Afgesproken: Extra."]
    lines = [line for line in csv.reader(io.StringIO(forms(deep)["csv"].lstrip("\ufeff")), delimiter=";") if line[0] == "leggen" and line[2] == "weerbaar"]
    assert [(line[5], line[6]) for line in lines] == [("people:foundation", "0"), ("people:base", "1"), ("people:extra", "1"), ("people:intensive", "0"), ("spread", "0,5"), ("fixed", "1")]


def test_no_share_of_cards_is_printed_anywhere(deep):
    assert ["%" in text for text in (forms(deep)["csv"], forms(deep)["json"], re.sub(r"<style>.*?</style>", "", forms(deep)["html"], flags=re.S))] == [False] * 3
