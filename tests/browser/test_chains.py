"""Two sessions in a row: what the second begins with, and what it shows of last time."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from chain import FIRST, PLAN, SCALE, SECOND, TEXTS
from finding import button
from guests import card, op
from looks import axe, on_projectors, unreadable
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
    home = begun(pages, "Vervolg op de doelen")
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


def test_the_code_on_the_report_is_typed_at_the_next_start(pages, earlier):
    console = pages.console(earlier)
    button(console, "Verslag", exact=True).click()
    code = console.locator(".follow-code b").text_content()
    assert axe(console) == []
    expect(console.frame_locator("iframe").get_by_text(code)).to_be_visible()

    home = begun(pages, "Vervolg op de doelen")
    home.get_by_label("Vervolgcode uit een verslag").fill(code.lower())
    button(home, "Begin werksessie").click()
    home.locator(".console").wait_for()
    home.keyboard.press("n")

    expect(home.get_by_role("dialog").get_by_role("checkbox", name="Meer rust in de gang")).to_be_checked()


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
    home = begun(pages, "Vervolg op de doelen")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(text)
        home.get_by_label("Of het bestand van een verslag").set_input_files(Path(folder) / name)

    expect(home.get_by_text(sentence)).to_be_visible()


def test_a_damaged_file_begins_nothing_and_says_where(pages, server, earlier, tmp_path):
    pages.forgive("400")
    report = server.api("GET", f"/api/sessions/{earlier.id}/results")
    report["steps"][1]["result"]["rows"][2]["counts"] = "veel"
    (tmp_path / "verslag.json").write_text(json.dumps(report))
    home = begun(pages, "Vervolg op de doelen")
    home.get_by_label("Of het bestand van een verslag").set_input_files(tmp_path / "verslag.json")
    button(home, "Begin werksessie").click()

    expect(home.get_by_text("Dit verslag is beschadigd. Er klopt iets niet bij stap 2, regel 3, “counts”.")).to_be_visible()


def scored(server, guests, text: str, answers: dict[str, list[int]], **wish):
    """A session with the scale of this script, shown, in which each of the people gave these answers; -> (session, console)."""
    session = server.open_own(text, **wish)
    console = guests.console(server, session)
    console.go("scan")
    console.do("stage", "open")
    for n in range(len(next(iter(answers.values())))):
        guests.phone(server, session).ops(*(op("scan", "score", item=item, value=values[n]) for item, values in answers.items()))
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)
    return session, console


THEN = {"s1-1": [2, 2, 2, 3, 3, 3, 3, 4], "s1-2": [3, 3, 3, 3, 4, 4, 2, 2], "s1-3": [1, 2, 2, 3, 3, 4, 4, 5], "s1-4": [3] * 8}
NOW = {"s1-1": [3, 4, 4, 4, 4, 5, 5, 5], "s1-2": [3, 3, 3, 4, 4, 4, 2, 3], "s1-3": [1, 2, 2, 3, 3, 4, 4, 5], "s1-4": [3] * 8}


def test_a_scale_done_again_shows_last_time_in_grey_and_whether_it_is_more_than_chance(pages, server, guests):
    text = SCALE.replace('id = "proef"', 'id = "schaal-weer"')
    first, _ = scored(server, guests, text, THEN, title="Scan van vorig jaar")
    session, facilitator = scored(server, guests, text, NOW, earlier=[{"session": first.id}])
    screen, console, phone = pages.screen(session), pages.console(session), pages.phone(session)

    expect(screen.locator(".heap .was")).to_have_count(4)
    expect(screen.locator(".heap").first).to_have_attribute("aria-label", re.compile("Vorige keer 3\\.$"))
    expect(screen.locator(".say")).to_contain_text("Hoger dan vorige keer, en meer dan toeval: ‘Verkennen’. De andere verschillen kunnen toeval zijn.")
    expect(screen.get_by_text("Grijs: vorige keer,")).to_be_visible()
    assert on_projectors(screen) == {}
    assert axe(screen) == []

    button(console, "Kaarten (4)").click()
    expect(console.get_by_text("mediaan 4 · 8 antwoorden · vorige keer 3")).to_be_visible()
    expect(console.get_by_text(re.compile("Vorige keer \\(.*Hoger dan vorige keer, en meer dan toeval: ‘Verkennen’"))).to_be_visible()
    assert axe(console) == []
    expect(phone.get_by_text("mediaan: goed")).to_be_visible()

    facilitator.do("stage", "screen", show="card", card="s1-2")
    expect(screen.locator(".say")).to_contain_text("Hoger dan vorige keer. Met 8 antwoorden kan dit toeval zijn.")
    assert on_projectors(screen) == {}


def test_last_time_waits_for_the_reveal(pages, server, guests):
    text = SCALE.replace('id = "proef"', 'id = "schaal-weer"')
    first, _ = scored(server, guests, text, THEN)
    session = server.create("schaal-weer", earlier=[{"session": first.id}])
    facilitator = guests.console(server, session)
    facilitator.go("scan")
    facilitator.do("stage", "open")

    assert "last" not in facilitator.parts and "beside" not in facilitator.parts


LAID = [("Intervisie in vaste groepjes", "foundation"), ("Koffie zonder agenda", "foundation"), ("Begroeten bij de deur", "base"), ("Mentorles over hoe het gaat", "base"), ("Dagstart in de kring", "base"),
        ("Rustige plek in de pauze", "extra"), ("Maatjes voor nieuwe leerlingen", "extra")]  # fmt: skip


def filled(server, guests, laid, **wish):
    session = server.create("kennismaken", **wish)
    console = guests.console(server, session)
    console.go("piramide")
    for at in range(0, len(laid), 20):
        console.ops(*(card(text, level) for text, level in laid[at : at + 20]))
    return session, console


def readable(screen) -> dict:
    """Per size of a projector what the back row cannot read; empty when all is well."""
    seen = {}
    for width, height in ((1920, 1080), (1280, 800), (1024, 768)):
        screen.set_viewport_size({"width": width, "height": height})
        if found := unreadable(screen):
            seen[width] = found
    screen.set_viewport_size({"width": 1920, "height": 1080})
    return seen


def test_a_pyramid_done_again_shows_what_lay_there_last_time(pages, server, guests):
    first, _ = filled(server, guests, LAID)
    session, facilitator = filled(server, guests, [("Samen lessen voorbereiden", "foundation"), ("Podium voor talent", "base")], earlier=[{"session": first.id}])
    screen, console = pages.screen(session), pages.console(session)
    expect(screen.get_by_text("Podium voor talent")).to_be_visible()
    expect(screen.locator(".was")).to_have_count(0)

    facilitator.do("stage", "close")

    expect(screen.locator(".fac-level-2 .was span").locator("visible=true")).to_contain_text("vorige keer 3 kaarten: Begroeten bij de deur")
    expect(screen.locator(".fac-level-4 .was")).to_have_count(0)
    assert readable(screen) == {}
    assert axe(screen) == []

    facilitator.do("stage", "screen", show="board", place="base", page=2)
    expect(screen.locator(".zoom .card.was")).to_have_text(["Begroeten bij de deur", "Mentorles over hoe het gaat", "Dagstart in de kring"])
    expect(screen.locator(".side .on")).to_contain_text("vorige keer,")
    assert readable(screen) == {}

    button(console, "Kaarten (2)").click()
    console.locator("summary", has_text="Vorige keer").press("Enter")
    expect(console.get_by_text("Begroeten bij de deur · Mentorles over hoe het gaat · Dagstart in de kring")).to_be_visible()
    assert axe(console) == []


def test_a_full_pyramid_says_how_many_cards_there_were(pages, server, guests):
    first, _ = filled(server, guests, [(f"{text} {n}", level) for text, level in LAID for n in range(8)])
    session, facilitator = filled(server, guests, [(f"{text} anders {n}", level) for text, level in LAID for n in range(6)], earlier=[{"session": first.id}])
    screen = pages.screen(session)

    facilitator.do("stage", "close")

    expect(screen.locator(".fac-level-2 .was span").locator("visible=true")).to_contain_text("vorige keer 24 kaarten")
    assert readable(screen) == {}


def planned(server, guests, cells: dict, **wish):
    session = server.open_own(PLAN, **wish)
    console, anna = guests.console(server, session), guests.phone(server, session)
    console.go("plan")
    answers = anna.ops(*(op("plan", "cell", card=row, column=column, text=text) for (row, column), text in cells.items()))
    assert all("seq" in it for it in answers["results"]), answers
    return session, console


def test_a_plan_made_again_shows_what_stood_in_each_cell(pages, server, guests):
    first, _ = planned(server, guests, {("s1-1", "c2"): "Wim", ("s1-1", "c3"): "in mei", ("s1-2", "c2"): "Ans"})
    session, facilitator = planned(server, guests, {("s1-1", "c2"): "Joke", ("s1-2", "c2"): "Ans"}, earlier=[{"session": first.id}])
    screen, console, phone = pages.screen(session), pages.console(session), pages.phone(session)

    row = screen.get_by_role("row", name=re.compile("Meer rust"))
    expect(row.locator(".was")).to_have_text(["vorige keer: Wim", "vorige keer: in mei"])
    expect(screen.get_by_role("row", name=re.compile("Taal")).locator(".was")).to_have_text(["ook vorige keer"])
    expect(screen.get_by_text("Grijs: vorige keer,")).to_be_visible()
    assert on_projectors(screen) == {}
    assert axe(screen) == []

    expect(phone.get_by_text("vorige keer: Wim")).to_be_visible()
    assert axe(phone) == []

    button(console, "Kaarten (2)").click()
    expect(console.locator(".desk-rows .was").first).to_have_text("vorige keer: Wim")
    assert axe(console) == []

    facilitator.do("stage", "screen", show="card", card="s1-1")
    expect(screen.locator(".plan-row .was")).to_have_text(["vorige keer: Wim", "vorige keer: in mei"])
    assert readable(screen) == {}


def test_the_scan_of_twelve_steps_a_year_later_still_stands_on_one_page(pages, server, guests):
    sessions = []
    for shift in (0, 1):
        session = server.create("borgingsscan-12-stappen", earlier=[{"session": it.id} for it in sessions])
        console = guests.console(server, session)
        console.go("stappen")
        console.do("stage", "open")
        for n in range(9):
            answers = [op("stappen", "score", item=f"s2-{item}", value="later" if item == 12 and n < 4 else min(5, 1 + (n + item) % 4 + shift)) for item in range(1, 13)]
            guests.phone(server, session).ops(*answers)
        console.do("stage", "reveal")
        sessions.append(session)
    screen = pages.screen(sessions[1])

    expect(screen.locator(".heap .was")).to_have_count(12)
    expect(screen.get_by_text("Blad")).to_have_count(0)
    expect(screen.locator(".say")).to_contain_text("Met 9 mensen kunnen de verschillen met vorige keer toeval zijn.")
    assert on_projectors(screen) == {}


def test_a_matrix_done_again_has_its_grey_in_every_cell(pages, server, guests):
    text = SCALE.replace('id = "proef"', 'id = "raster-weer"') + 'checks = ["in de klas", "op het plein", "in de gang"]\n'
    sessions = []
    for value in (2, 4):
        session = server.open_own(text, earlier=[{"session": it.id} for it in sessions])
        console = guests.console(server, session)
        console.go("scan")
        console.do("stage", "open")
        for _ in range(8):
            guests.phone(server, session).ops(*(op("scan", "score", item=f"s1-{item}", check=f"c{check}", value=value) for item in range(1, 5) for check in range(1, 4)))
        console.do("stage", "reveal")
        sessions.append(session)
    screen = pages.screen(sessions[1])

    expect(screen.locator(".heap .was")).to_have_count(12)
    expect(screen.locator(".say")).to_contain_text("Hoger dan vorige keer, en meer dan toeval: 12 dingen.")
    assert on_projectors(screen) == {}
