"""The run sheet: what the facilitator holds on paper says what the draaiboek says, with the right times."""

import hashlib
import html
import re
from base64 import b64encode
from pathlib import Path

import pytest
import requests
from house import House
from test_api import refused

from sessions import script
from sessions.boards import KINDS

OWN = """
id = "van-mij"
title = "Onze {doelen}"
summary = "Schrijven, scoren, kiezen."
people = [6, 12]
audience = "Het kernteam"
needs = ["Het schoolplan"]
leaves = ["Drie {doelen}"]
safety = "Je mag altijd iets overslaan."
confidant = true
roles = ["{Leraar}", "Ouder"]
minutes = 60

[[steps]]
id = "a"
kind = "wall"
title = "Wat willen we?"
prompt = "Eén {doel} per kaart."
minutes = 20
timer = 7
break_after = 10
device = "table"
cue = { goal = "Veel ideeën.", intro = "Begin klein.", listen = "Wat terugkomt.", trap = "Alleen nieuwe dingen." }
[steps.config]
max_cards = 3
because = "required"
fields = [{ id = "nu", name = "Dit jaar" }, { id = "dan", name = "Later" }]

[[steps]]
id = "b"
kind = "vote"
title = "Wat eerst?"
prompt = "Drie stippen."
minutes = 12
from = { step = "a", rule = "field(nu)" }
anonymous = true
moderate = true
[steps.config]
dots = 3

[[steps]]
id = "c"
kind = "order"
title = "Op volgorde"
prompt = "Zet bovenaan wat je eerst doet."
minutes = 18
from = { step = "b", rule = "top(5,votes)" }
only = ["Ouder"]
anonymous = false
"""


def sheet(house, name: str, query: str = "") -> requests.Response:
    ticket = house.api("POST", f"/api/scripts/{name}/ticket")["ticket"]
    return requests.get(f"{house.url}/run-sheet/{ticket}{query}", headers={"Accept": "text/html"}, timeout=20)


def words(page: requests.Response) -> str:
    """The text of the page, on one line."""
    body = re.sub(r"<style>.*?</style>", "", page.text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("sheet") / "data").start()
    (house.data / "draaiboeken").mkdir()
    (house.data / "draaiboeken" / "van-mij.toml").write_text(OWN, "utf-8")
    yield house
    house.stop()


def test_the_times_run_on_over_the_break(house):
    told = words(sheet(house, "van-mij", "?from=13:30"))

    assert "van 13.30 tot 14.30 uur" in told
    assert re.findall(r"(\d\d\.\d\d) tot (\d\d\.\d\d)", told)[1:] == [("13.30", "13.50"), ("13.50", "14.00"), ("14.00", "14.12"), ("14.12", "14.30")]
    assert "Pauze, 10 minuten" in told


def test_without_a_begin_the_times_are_minutes_from_the_start(house):
    assert re.findall(r"(\d+) tot (\d+) min\.", words(sheet(house, "van-mij"))) == [("0", "20"), ("20", "30"), ("30", "42"), ("42", "60")]


def test_a_day_that_ends_after_midnight_is_no_trouble(house):
    assert "23.45 tot 00.05" in words(sheet(house, "van-mij", "?from=23:45"))


@pytest.mark.parametrize("begins", ["25:00", "13:60", "half twee", "13", "-1:00", "१३:३०"])
def test_a_begin_that_is_no_time_is_refused(house, begins):
    assert sheet(house, "van-mij", f"?from={begins}").status_code == 400


def test_everything_the_facilitator_needs_is_on_it(house):
    told = words(sheet(house, "van-mij"))

    assert "Onze doelen" in told
    for text in ("6 tot 12 mensen", "Het kernteam", "Het schoolplan", "Drie doelen", "Leraar, Ouder", "Je mag altijd iets overslaan.", "Noem ook hoe je de vertrouwenspersoon bereikt"):
        assert text in told
    for text in ("Eén doel per kaart.", "Doel Veel ideeën.", "Zo begin je Begin klein.", "Luister naar Wat terugkomt.", "Pas op Alleen nieuwe dingen."):
        assert text in told


def test_the_settings_are_said_in_words(house):
    told = words(sheet(house, "van-mij"))

    assert "Hoe: één telefoon per tafel, anoniem vanaf 8 mensen. Velden: Dit jaar / Later. Hooguit 3 kaarten. Met een reden erbij. Klok op 7 minuten." in told
    assert "Neemt mee: wat bij “Dit jaar” staat in stap 1. Hoe: ieder op de eigen telefoon, anoniem, jij leest alles eerst. 3 stippen per mens." in told
    assert "Neemt mee: de 5 met de meeste stippen van stap 2. Hoe: alleen Ouder, niet anoniem." in told


def test_a_session_prints_in_its_own_words(house):
    session = house.create("van-mij", words={"doel": "ambitie", "leraar": "docent"}, confidant="Noor, kamer 12")
    ticket = house.api("POST", "/api/ticket", key=session.tokens["console"])["ticket"]

    told = words(requests.get(f"{house.url}/run-sheet/{ticket}", timeout=20))

    assert ("Onze ambities" in told, "Docent, Ouder" in told, "doel per kaart" in told, "bereikt: Noor, kamer 12" in told) == (True, True, False, True)


@pytest.mark.parametrize("id", script.shipped())
def test_every_script_that_comes_with_us_prints(house, id):
    plan = script.worded(script.load(script.shipped()[id]))

    told = words(sheet(house, id))

    assert [step.prompt for step in plan.steps if " ".join(step.prompt.split()) not in told] == []
    assert "{" not in told


def test_every_kind_says_how_it_is_set(house):
    (house.data / "draaiboeken" / "soorten.toml").write_text((Path(__file__).parents[1] / "docs/gallery-soorten.toml").read_text("utf-8"), "utf-8")

    page = sheet(house, "soorten")

    assert page.status_code == 200
    assert {step.kind for step in script.load((house.data / "draaiboeken" / "soorten.toml").read_text("utf-8")).steps} <= set(KINDS)


def test_the_sheet_is_whole_and_its_policy_lets_only_its_own_style_in(house):
    page = sheet(house, "van-mij")

    (style,) = re.findall(r"<style>(.*?)</style>", page.text, re.S)
    hashed = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.headers["Content-Security-Policy"].startswith(f"default-src 'none'; style-src 'sha256-{hashed}'")
    assert re.findall(r"<script|<link[^>]*stylesheet|https?://| style=", page.text.replace(style, "")) == []


def test_only_the_owner_gets_a_sheet(house):
    assert refused(lambda: house.api("POST", "/api/scripts/van-mij/ticket", key="wrong")) == (401, "wrong_key")
    assert refused(lambda: house.api("POST", "/api/scripts/bestaat-niet/ticket")) == (404, "no_such_script")
    assert requests.get(f"{house.url}/run-sheet/0123456789abcdef", timeout=20).status_code == 410
