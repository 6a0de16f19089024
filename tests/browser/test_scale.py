"""The scale on three pages: a tap an item on the phone, every answer on the screen, notes and sheets of paper on the console."""

import pytest
from boards.test_scale import FOUR, MATRIX, ONE, SCAN, THREE, TWO
from browser.test_screen import on_every_projector
from finding import arrived, button
from guests import op
from looks import lost_focus, sideways, small_targets
from playwright.sync_api import Page, expect

PLAIN = SCAN.replace('note = "Waarom dit cijfer?"\n', "").replace('id = "proef"', 'id = "schaal"')
NOTED = SCAN.replace('id = "proef"', 'id = "schaal-noot"')
PHASES = 'phases = [{ name = "Bewust worden", items = 3 }, { name = "Plannen", items = 3 }, { name = "Uitproberen", items = 3 }, { name = "Verankeren", items = 3 }]\n'
TWELVE = ["1 Overwegen/kennismaken", "2 Verkennen", "3 Beslissen", "4 Werkgroep samenstellen", "5 Visie ontwikkelen", "6 Visie uitwerken", "7 Pilot uitvoeren", "8 Ervaringen uitwisselen",
          "9 Routines en regels verbeteren", "10 Beschrijven", "11 Integreren", "12 Overdragen"]


def opened(server, facilitator_of, text: str):
    """A session with the scale open; -> (session, its console)."""
    session = server.open_own(text)
    console = facilitator_of(server, session)
    console.go("scan")
    console.do("stage", "open")
    console.until(lambda page: page.stage["now"]["state"] == "open")
    return session, console


def score(guest, values: dict, check: str | None = None) -> None:
    asked = {"check": check} if check else {}
    answers = guest.ops(*(op("scan", "score", item=item, value=value, **asked) for item, value in values.items()))
    assert all("seq" in it for it in answers["results"]), answers


def at_item(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=2, name=text)).to_be_visible()
    page.wait_for_timeout(450)  # the page itself lets so long pass before it takes the next tap


def reveal(console) -> None:
    console.do("stage", "reveal")
    console.until(lambda page: "ranking" in page.parts)


def test_four_items_are_four_taps_and_the_screen_shows_every_answer(pages, server, guests, axe):
    session, console = opened(server, guests.console, PLAIN)
    crowd = [guests.phone(server, session) for _ in range(5)]
    anna, screen = pages.phone(session), pages.screen(session)
    expect(anna.get_by_text("1 van 4")).to_be_visible()
    assert (axe(anna), small_targets(anna)) == ([], [])

    for text, answer in (("Verkennen", "4 goed"), ("Beslissen", "2 niet goed"), ("Werkgroep", "Nog niet aan toe"), ("Visie", "Weet ik niet")):
        at_item(anna, text)
        button(anna, answer, exact=True).click()

    expect(anna.get_by_role("heading", level=1)).to_have_text("Jouw antwoorden")
    expect(anna.locator(".scored b")).to_have_text(["goed", "niet goed", "Nog niet aan toe", "Weet ik niet"])
    arrived(anna)
    expect(anna.get_by_text("Alles heeft een antwoord.")).to_be_visible()
    assert (axe(anna), small_targets(anna)) == ([], [])
    expect(screen.get_by_text("De uitslag is nog dicht.")).to_be_visible()

    for guest, one, two in zip(crowd, (4, 4, 4, 4, 5), (1, 2, 4, 5, 5), strict=True):
        score(guest, {ONE: one, TWO: two})
    reveal(console)

    rows = screen.locator(".rows .r")
    expect(rows.nth(0).locator("circle")).to_have_count(6)
    expect(rows.nth(0).locator(".num")).to_have_text(["4", "6", "0", "0"])
    expect(rows.nth(2).locator(".num")).to_have_text(["–", "0", "0", "1"])
    expect(screen.locator(".say")).to_have_text("Over ‘Beslissen’ lopen de meningen het meest uiteen: van ‘niet goed’ tot ‘zeer goed’. Wie vertelt waarom? Het meest eens zijn we over ‘Verkennen’: goed.")
    expect(screen.get_by_text("6 van 6 mensen")).to_be_visible()
    expect(anna.get_by_text("mediaan: goed", exact=True)).to_be_visible()
    expect(anna.get_by_text("jij: niet goed")).to_be_visible()
    expect(anna.get_by_text("geen mediaan: niemand gaf een cijfer").first).to_be_visible()
    assert axe(anna) == []
    assert on_every_projector(screen, axe) == {}


def test_a_second_tap_of_the_same_finger_neither_answers_the_next_item_nor_takes_the_first_back(pages, server, guests):
    session, console = opened(server, guests.console, PLAIN)
    anna = pages.phone(session)
    at_item(anna, "Verkennen")

    button(anna, "4 goed").dblclick()
    at_item(anna, "Beslissen")
    arrived(anna)
    reveal(console)

    assert [console.parts[id]["scored"] for id in (ONE, TWO)] == [1, 0]


def test_an_answer_can_be_changed_and_taken_back_from_the_overview(pages, server, guests):
    session, _ = opened(server, guests.console, PLAIN)
    anna = pages.phone(session)
    at_item(anna, "Verkennen")
    button(anna, "4 goed").click()
    at_item(anna, "Beslissen")
    for _ in range(3):
        anna.locator(".bottom .main").click()
    expect(anna.get_by_text("Er zijn er nog 3 open. Overslaan mag.")).to_be_visible()

    button(anna, "Verkennen goed").click()
    at_item(anna, "Verkennen")
    expect(button(anna, "4 goed")).to_have_attribute("aria-pressed", "true")
    button(anna, "4 goed").click()

    expect(button(anna, "4 goed")).to_have_attribute("aria-pressed", "false")
    arrived(anna)
    anna.reload()
    at_item(anna, "Verkennen")
    expect(anna.locator('.point[aria-pressed="true"]')).to_have_count(0)


def test_answers_by_keyboard_go_to_the_next_item_with_the_focus(pages, server, guests):
    session, _ = opened(server, guests.console, PLAIN)
    anna = pages.phone(session, width=1280, height=800, touch=False)
    lost = []
    for text in ("Verkennen", "Beslissen", "Werkgroep", "Visie"):
        at_item(anna, text)
        while not anna.evaluate("document.activeElement.classList.contains('point')"):
            anna.keyboard.press("Tab")
        lost += lost_focus(anna)
        anna.keyboard.press("Enter")

    expect(anna.get_by_role("heading", level=1)).to_have_text("Jouw antwoorden")
    expect(anna.locator(".scored b")).to_have_text(["helemaal niet goed"] * 4)
    assert lost == []


def test_a_matrix_asks_each_check_and_the_screen_marks_in_words(pages, server, guests, axe):
    session, console = opened(server, guests.console, MATRIX.replace('note = "Waarom dit cijfer?"\n', "").replace('id = "proef"', 'id = "schaal-grid"'))
    anna, screen = pages.phone(session, width=320, height=640), pages.screen(session)
    at_item(anna, "Verkennen")
    for check, answer in (("klas", "4 goed"), ("plein", "Nog niet aan toe")):
        anna.get_by_role("group", name=check).get_by_role("button", name=answer, exact=True).click()
    expect(anna.get_by_role("group", name="klas").get_by_text("goed", exact=True)).to_be_visible()
    assert (axe(anna), sideways(anna), small_targets(anna)) == ([], 0, [])
    arrived(anna)

    for klas, plein in ((1, 2), (2, 2), (4, 2), (5, 2)):
        guest = guests.phone(server, session)
        score(guest, {ONE: klas, TWO: 4}, "c1")
        score(guest, {ONE: plein, TWO: 4}, "c2")
    reveal(console)

    first = screen.locator(".rows .r").first.locator(".score")
    expect(first.locator("b")).to_have_text(["4", "2"])
    expect(first.locator("i")).to_have_text(["loopt uiteen", "laagst"])
    expect(anna.get_by_text("mediaan: niet goed")).to_be_visible()
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="card", card=ONE)
    expect(screen.get_by_role("heading", level=1)).to_have_text("Verkennen")
    expect(screen.locator(".say")).to_have_text("De laagste mediaan: ‘plein’ (2). De hoogste: ‘klas’ (4).")
    assert on_every_projector(screen, axe) == {}


def test_what_somebody_types_stays_when_the_list_changes_and_goes_along(pages, server, guests):
    session, console = opened(server, guests.console, NOTED)
    anna = pages.phone(session)
    at_item(anna, "Verkennen")
    button(anna, "4 goed").click()
    note = anna.get_by_label("Waarom dit cijfer?")
    note.fill("Niemand wist ")

    console.do("scan", "items", drop=[FOUR])
    expect(anna.get_by_text("1 van 3")).to_be_visible()
    note.press_sequentially("ervan")

    expect(note).to_have_value("Niemand wist ervan")
    button(anna, "Volgende").click()
    at_item(anna, "Beslissen")
    button(anna, "Vorige").click()
    expect(note).to_have_value("Niemand wist ervan")
    arrived(anna)
    assert "Niemand wist ervan" not in str(console.parts)
    reveal(console)
    assert [part["text"] for part in console.parts.values() if isinstance(part, dict) and part.get("note") is True] == ["Niemand wist ervan"]


def test_a_note_is_read_on_the_console_and_shown_when_the_facilitator_says_so(pages, server, guests, axe):
    session, facilitator = opened(server, guests.console, NOTED)
    for n in range(6):
        guest = guests.phone(server, session)
        score(guest, {ONE: 1 + n % 5})
        guest.do("scan", "note", item=ONE, text=f"Omdat {n}")
    console, screen = pages.console(session), pages.screen(session)
    button(console, "Kaarten (4)").click()
    expect(console.get_by_text("Omdat 3")).to_have_count(0)
    reveal(facilitator)

    expect(console.get_by_text("mediaan 2,5 · 6 antwoorden")).to_be_visible()
    expect(button(console, "Kaarten (4)")).to_be_visible()
    expect(screen.get_by_text("Omdat 3")).to_have_count(0)
    console.get_by_role("checkbox", name="Omdat 3").check()
    button(console, "Op scherm").click()

    expect(screen.locator(".card-text")).to_have_text("Omdat 3")
    expect(screen.locator(".where")).to_have_text("Verkennen")
    assert (axe(console), on_every_projector(screen)) == ([], {})
    button(console, "Verberg").click()
    expect(screen.get_by_text("Omdat 3")).to_have_count(0)


def test_a_sheet_of_paper_counts_for_the_people_who_filled_it_in(pages, server, guests, axe):
    session, facilitator = opened(server, guests.console, PLAIN)
    console = pages.console(session)
    button(console, "Kaarten (4)").click()
    console.locator("summary", has_text="papier").press("Enter")
    console.get_by_role("combobox", name="Verkennen").select_option("4 goed")
    console.get_by_role("combobox", name="Beslissen").select_option("Nog niet aan toe")
    console.get_by_label("Mensen met dit blad").fill("3")
    assert axe(console) == []

    button(console, "Tel mee").press("Enter")

    expect(console.get_by_text("2 antwoorden geteld.")).to_be_visible()
    expect(console.get_by_role("combobox", name="Verkennen")).to_be_focused()
    reveal(facilitator)
    assert (facilitator.parts[ONE]["counts"], facilitator.parts[TWO]["later"], facilitator.parts["ranking"]["people"]) == ([0, 0, 0, 3, 0], 3, 3)


def test_twelve_steps_in_four_phases_stand_on_one_page(pages, server, guests, axe):
    listed = str(TWELVE).replace("'", '"')
    session, console = opened(server, guests.console, PLAIN.replace('["Verkennen", "Beslissen", "Werkgroep", "Visie"]', listed).replace('id = "schaal"', 'id = "schaal-twaalf"') + PHASES)
    ids = [f"s1-{n}" for n in range(1, 13)]
    for n in range(24):
        score(guests.phone(server, session), {id: 1 + (n * (i + 1) + i) % 5 for i, id in enumerate(ids)})
    reveal(console)
    screen = pages.screen(session)

    expect(screen.locator(".rows .r")).to_have_count(12)
    expect(screen.locator(".ph")).to_have_text(["Bewust worden", "", "", "Plannen", "", "", "Uitproberen", "", "", "Verankeren", "", ""])
    expect(screen.get_by_text("Blad")).to_have_count(0)
    assert on_every_projector(screen, axe) == {}


@pytest.mark.parametrize("shown", [THREE, "list"])
def test_a_room_of_ninety_becomes_bars_that_say_so(pages, server, guests, shown):
    session, console = opened(server, guests.console, PLAIN)
    for value, n in ((5, 50), (4, 40)):
        for item in (ONE, TWO, THREE, FOUR):
            console.do("scan", "tally", item=item, value=value, n=n)
    reveal(console)
    screen = pages.screen(session)
    if shown == THREE:
        console.do("stage", "screen", show="card", card=THREE)
        expect(screen.locator(".labels b")).to_have_text(["0", "0", "0", "40", "50"])
        expect(screen.locator(".heap circle")).to_have_count(90)
    else:
        expect(screen.locator(".heap").first).to_have_attribute("aria-label", "40 keer goed, 50 keer zeer goed. Mediaan 5, zeer goed.")
        expect(screen.locator(".heap").first.locator("circle")).to_have_count(90)
    assert on_every_projector(screen) == {}
