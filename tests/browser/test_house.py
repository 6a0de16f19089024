"""What a house gave a session: the names of its tables, and how to reach the vertrouwenspersoon, on every page where people look for it."""

import re

import pytest
from finding import button
from guests import op
from looks import axe, sideways, unreadable
from playwright.sync_api import expect

SCRIPT = """
id = "huis"
title = "Samen veilig"
summary = "Kijken, kiezen, afspreken."
people = [4, 40]
minutes = 30
safety = "Je hoeft niets te vertellen wat je liever voor je houdt. Overslaan mag altijd, zonder reden. Raakt iets je? Loop even weg, dat begrijpt iedereen."
confidant = true

[[steps]]
id = "eerst"
kind = "poll"
title = "Hoe zit je erbij?"
prompt = "Kies wat het beste past."
minutes = 5
opens = "at once"
anonymous = false
config = { options = ["Vol energie", "Gaat prima", "Beetje moe", "Liever even stil"] }

[[steps]]
id = "plan"
kind = "plan"
title = "Wat spreken we af?"
prompt = "Vul samen in."
minutes = 15
opens = "at once"
anonymous = false
device = "table"
config = { per = "table", items = ["De gang"] }

[[steps]]
id = "volgorde"
kind = "order"
title = "Wat eerst?"
prompt = "Zet bovenaan wat het eerst moet."
minutes = 5
opens = "at once"
anonymous = false
device = "table"
config = { per = "table", items = ["Rust in de gang", "Heldere regels"] }

[[steps]]
id = "laatst"
kind = "reflect"
title = "Wat neem je mee?"
prompt = "Schrijf één zin."
minutes = 5
anonymous = false
"""
SAYS = "Je hoeft niets te vertellen wat je liever voor je houdt."
NOOR = "Zo bereik je de vertrouwenspersoon: Noor Bakker, kamer 12, 06 1234 5678"
TABLES = ["Blauw", "De Linde"]


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT, tables=TABLES, confidant="Noor Bakker, kamer 12, 06 1234 5678")


def test_the_first_and_the_last_step_say_where_help_is(pages, session, facilitator):
    facilitator.go("eerst")
    phone, screen = pages.phone(session), pages.screen(session)
    for page in (phone, screen):
        expect(page.get_by_text(SAYS)).to_be_visible()
        expect(page.get_by_text(NOOR)).to_be_visible()
        assert axe(page) == []
    assert (sideways(phone), unreadable(screen)) == (0, [])

    facilitator.go("plan")
    for page, sign in ((phone, "Is dit de telefoon van jullie tafel?"), (screen, "Wat spreken we af?")):
        expect(page.get_by_role("heading", name=sign)).to_be_visible()
        expect(page.get_by_text(NOOR)).to_have_count(0)

    facilitator.go("laatst")
    for page in (phone, screen):
        expect(page.get_by_text(NOOR)).to_be_visible()
    assert unreadable(screen) == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1280, 800), (1024, 768)])
def test_the_board_gives_way_to_the_longest_safety_text(pages, server, guests, width, height):
    long = SCRIPT.replace(SCRIPT.split('safety = "')[1].split('"')[0], ("Je hoeft niets te vertellen wat je liever voor je houdt. " * 8)[:400].strip())
    session = server.open_own(long, confidant=("Noor Bakker, kamer 12, elke dinsdag en donderdag tot vier uur " * 4)[:200].strip())
    console, screen = guests.console(server, session), pages.screen(session, width=width, height=height)
    console.go("eerst")
    expect(screen.get_by_text(SAYS)).to_be_visible()
    assert unreadable(screen) == []
    for option in range(1, 4):
        guests.phone(server, session).do("eerst", "choose", options=[f"o{option}"])
    console.do("stage", "reveal")
    expect(screen.get_by_text("Vol energie")).to_be_visible()

    assert unreadable(screen) == []
    text, board = screen.locator(".floor").bounding_box(), screen.locator("main").bounding_box()
    assert board["y"] + board["height"] <= text["y"] + 1


def test_on_the_board_says_so(pages, server, guests):
    session = server.open_own(SCRIPT, confidant="")
    guests.console(server, session).go("eerst")

    expect(pages.phone(session).get_by_text("Hoe je de vertrouwenspersoon bereikt, staat op het bord.")).to_be_visible()


def test_a_table_goes_by_its_name_on_every_page(pages, session, facilitator, server):
    facilitator.go("plan")
    phone, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    button(phone, "Ja, dit is hem").click()
    button(phone, "Klaar").click()
    expect(phone.get_by_text("Kies eerst jullie tafel.")).to_be_visible()
    phone.get_by_role("radio", name="De Linde").click()
    assert axe(phone) == []
    button(phone, "Klaar").click()

    expect(phone.get_by_text("De Linde, 5 mensen.")).to_be_visible()
    facilitator.ops(*(op("plan", "cell", card=card, column="c2", table=table, text=who) for card in facilitator.cards() for table, who in ((1, "Kim"), (2, "Sam"))))
    expect(screen.get_by_role("rowheader", name="De gang De Linde")).to_be_visible()
    button(console, "Kaarten (1)").click()
    expect(console.get_by_label("Welke tafel")).to_contain_text("De Linde")
    facilitator.do("stage", "screen", show="board", table=2)
    expect(screen.get_by_role("banner").get_by_text("De Linde")).to_be_visible()
    ticket = server.api("POST", "/api/ticket", key=session.tokens["console"])["ticket"]
    report = pages._open(viewport={"width": 1366, "height": 768})
    report.goto(f"{server.url}/report/{ticket}")
    expect(report.get_by_role("cell", name="De Linde").first).to_be_visible()


def test_the_lists_of_tables_stand_under_their_names(pages, session, facilitator, server, guests):
    facilitator.go("volgorde")
    items = list(facilitator.cards())
    for table, order in ((1, items), (2, items[::-1])):
        phone = guests.phone(server, session)
        phone.ops(op("stage", "size", table=table, size=5, others=0), op("volgorde", "rank", items=order))
    facilitator.do("stage", "reveal")

    board = pages.screen(session).get_by_role("table", name="Volgorde per tafel")
    expect(board.get_by_role("columnheader", name="De Linde")).to_be_visible()
    assert board.get_by_role("columnheader").all_text_contents()[2:] == TABLES
    assert unreadable(board.page) == []


def test_the_console_prints_the_run_sheet_of_its_own_session(pages, session):
    console = pages.console(session)
    button(console, "Draaiboek").click()
    with console.expect_popup() as popup:
        button(console, "Druk af").click()

    expect(popup.value.get_by_role("heading", name="Samen veilig")).to_be_visible()
    expect(popup.value.get_by_text("Noor Bakker, kamer 12, 06 1234 5678")).to_be_visible()
    expect(popup.value.get_by_text(re.compile(r"van \d\d\.\d\d tot \d\d\.\d\d uur"))).to_be_visible()
