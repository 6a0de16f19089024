"""Two sessions in a row: what the second begins with, and what it shows of last time."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from chain import FIRST, SECOND, TEXTS
from finding import button
from guests import op
from looks import axe
from playwright.sync_api import expect


@pytest.fixture
def earlier(server, guests):
    """Three goals in two buckets, shown to the room."""
    server.open_own(SECOND)
    session = server.open_own(FIRST, title="Visie en doelen", group="De Linde")
    console, anna = guests.console(server, session), guests.phone(server, session)
    console.go("doelen")
    anna.ops(*(op("doelen", "add", card=card, text=text, field="f1") for card, text in TEXTS.items()))
    console.go("keuze", items=list(TEXTS))
    console.do("stage", "open")
    anna.ops(op("keuze", "place", item="doel-rust", bucket="b1"), op("keuze", "place", item="doel-taal", bucket="b2"))
    console.do("stage", "reveal")
    return session


def begun(pages, script: str):
    home = pages.start()
    home.get_by_role("link", name=script, exact=True).click()
    return home


def test_a_session_begins_with_what_an_earlier_one_found(pages, earlier):
    home = begun(pages, "Van doel naar plan")
    home.get_by_label("Groep of school").fill("de linde")
    home.get_by_role("checkbox", name=re.compile("Visie en doelen.*De Linde")).first.check()
    assert axe(home) == []
    button(home, "Begin werksessie").click()

    sheet = home.get_by_role("dialog")
    home.locator(".console").wait_for()
    home.keyboard.press("n")
    expect(sheet.get_by_role("checkbox", name="Meer rust in de gang")).to_be_checked()
    expect(sheet.get_by_role("checkbox", name="Taal in elke les")).not_to_be_checked()
    expect(sheet.get_by_text(re.compile(r"uit Visie en doelen, \d+ \w+: 1 van 1 kozen “Dit schooljaar”"))).to_be_visible()
    assert axe(home) == []

    sheet.get_by_label("Nog iets erbij").fill("Een vaste dagstart")
    sheet.get_by_label("Nog iets erbij").press("Enter")
    expect(sheet.get_by_role("checkbox", name="Een vaste dagstart")).to_be_checked()
    expect(sheet.get_by_text("2 kaarten gaan mee.")).to_be_visible()
    sheet.get_by_role("button", name="Verder").click()

    expect(sheet).to_be_hidden()
    button(home, "Kaarten (2)").click()
    expect(home.locator(".chip", has_text="Een vaste dagstart")).to_be_visible()


def test_without_an_earlier_session_the_facilitator_types_on_the_sheet(pages, server, guests):
    session = server.open_own(SECOND)
    console = pages.console(session)
    console.keyboard.press("n")

    sheet = console.get_by_role("dialog")
    expect(sheet.get_by_text("Deze stap gaat verder op een eerdere sessie. Die is bij het begin niet gekozen.")).to_be_visible()
    console.keyboard.type("Een vaste dagstart")
    console.keyboard.press("Enter")
    expect(sheet.get_by_role("checkbox", name="Een vaste dagstart")).to_be_checked()
    assert axe(console) == []
    sheet.get_by_role("button", name="Verder").click()

    expect(sheet).to_be_hidden()
    screen = pages.screen(session)
    expect(screen.get_by_role("rowheader", name="Een vaste dagstart")).to_be_visible()


@pytest.mark.parametrize(("name", "text", "sentence"), [
    ("foto.json", "geen json", "foto.json is geen verslag. Kies het JSON-bestand dat je bij het verslag hebt opgeslagen."),
    ("groot.json", " " * 2_100_000 + "{}", "groot.json is te groot. Een verslag is hoogstens 2 MB."),
])  # fmt: skip
def test_a_file_that_cannot_be_is_refused_at_once(pages, server, name, text, sentence):
    server.open_own(SECOND)
    home = begun(pages, "Van doel naar plan")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(text)
        home.get_by_label("Of het bestand van een verslag").set_input_files(Path(folder) / name)

    expect(home.get_by_text(sentence)).to_be_visible()


def test_a_damaged_file_begins_nothing_and_says_where(pages, server, earlier, tmp_path):
    pages.forgive("400")
    report = server.api("GET", f"/api/sessions/{earlier.id}/results")
    report["steps"][1]["result"]["rows"][2]["counts"] = "veel"
    (tmp_path / "verslag.json").write_text(json.dumps(report))
    home = begun(pages, "Van doel naar plan")
    home.get_by_label("Of het bestand van een verslag").set_input_files(tmp_path / "verslag.json")
    button(home, "Begin werksessie").click()

    expect(home.get_by_text("Dit verslag is beschadigd. Er klopt iets niet bij stap 2, regel 3, “counts”.")).to_be_visible()
