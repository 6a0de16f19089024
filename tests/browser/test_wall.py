"""The wall, deeper: texts that wait to be read, tags, tables, and carried items as rows; on phone, screen and console."""

import pytest
from boards.test_wall import TAGGED
from finding import button
from guests import new_id
from playwright.sync_api import expect


@pytest.fixture
def session(server):
    return server.open_own(TAGGED.replace('device = "table"\n', "").replace('id = "proef"', 'id = "wand"'))


def go(facilitator, step, **fields):
    facilitator.go(step, **fields)
    facilitator.until(lambda page: page.board == step)


def add(guest, text, field, board="wand", **fields):
    card = new_id()
    assert "seq" in guest.do(board, "add", card=card, text=text, field=field, **fields)
    return card


def test_what_waits_is_read_let_in_and_kept_out_by_keyboard(pages, session, facilitator, anna, axe):
    go(facilitator, "wand")
    for text in ("Dagstart in de kring", "Iets lelijks", "Begroeten bij de deur"):
        add(anna, text, "goed")
    for text in ("Drukte in de gang", "Veel verzuim"):
        add(anna, text, "zorg")
    screen, console = pages.screen(session), pages.console(session)
    expect(screen.get_by_text("5 wachten")).to_be_visible()
    expect(screen.get_by_text("Dagstart in de kring")).to_have_count(0)

    button(console, "Lees ze").click()
    expect(console.get_by_role("heading", name="5 wachten op jou")).to_be_visible()
    assert axe(console) == []
    console.keyboard.press("Enter")
    expect(screen.get_by_text("Dagstart in de kring")).to_be_visible()
    console.keyboard.press("x")
    expect(console.get_by_role("heading", name="3 wachten op jou")).to_be_visible()
    console.keyboard.press("j")
    console.keyboard.press("Shift+Enter")

    expect(screen.get_by_text("Veel verzuim")).to_be_visible()
    expect(screen.get_by_text("Drukte in de gang")).to_be_visible()
    expect(screen.get_by_text("1 wacht")).to_be_visible()
    expect(screen.get_by_text("Iets lelijks")).to_have_count(0)
    expect(console.locator(".waiting [data-card] button").first).to_be_focused()


def test_the_carry_sheet_says_what_still_waits_and_leads_there(pages, session, facilitator, anna):
    go(facilitator, "wand")
    add(anna, "Dagstart in de kring", "goed")
    console = pages.console(session)
    expect(button(console, "Lees ze")).to_be_visible()

    console.keyboard.press("n")
    sheet = console.get_by_role("dialog", name="Wat gaat mee naar stap 2?")
    expect(sheet.get_by_text("Er wacht nog 1 tekst op jou. Die gaat pas mee als jij hem toont.")).to_be_visible()
    sheet.get_by_role("button", name="Lees ze").click()
    expect(sheet).to_have_count(0)
    expect(console.get_by_role("heading", name="1 wacht op jou")).to_be_visible()
    console.keyboard.press("Enter")

    console.keyboard.press("n")
    expect(sheet.get_by_role("checkbox", name="Dagstart in de kring")).to_be_checked()


def test_a_phone_says_that_its_card_is_read_first(pages, session, facilitator):
    go(facilitator, "wand")
    anna = pages.phone(session)
    expect(anna.get_by_text("De begeleider kijkt eerst wat er op het scherm komt.")).to_be_visible()
    anna.get_by_role("radio", name="Gaat goed").click()
    anna.get_by_role("radio", name="leren").click()
    anna.locator("textarea").fill("Leesplan voor alle klassen")
    button(anna, "Zet erbij").click()
    button(anna, "Mijn kaarten (1)").click()

    expect(anna.get_by_text("Aangekomen. De begeleider kijkt ernaar.")).to_be_visible()
    expect(anna.get_by_text("Gaat goed, leren")).to_be_visible()


def test_the_screen_shows_one_tag_when_the_facilitator_asks(pages, session, facilitator, anna):
    go(facilitator, "wand")
    cards = [add(anna, "Leesplan", "goed", tag="t2"), add(anna, "Dagstart", "goed", tag="t1")]
    facilitator.do("wand", "release", cards=cards)
    screen, console = pages.screen(session), pages.console(session)
    expect(screen.get_by_text("Dagstart")).to_be_visible()

    button(console, "Kaarten (").click()
    console.get_by_label("Welk label").select_option("leren")
    expect(console.get_by_text("Dagstart")).to_have_count(0)
    button(console, "Zo op scherm").click()

    expect(screen.get_by_text("Alleen: leren")).to_be_visible()
    expect(screen.get_by_text("Dagstart")).to_have_count(0)
    console.keyboard.press("z")
    expect(screen.get_by_text("Dagstart")).to_be_visible()


def test_carried_items_are_the_rows_of_a_wall(pages, session, facilitator, anna, axe):
    go(facilitator, "wand")
    cards = [add(anna, "Stress bij toetsen", "zorg"), add(anna, "Veel verzuim", "zorg")]
    facilitator.do("wand", "release", cards=cards)
    go(facilitator, "bronnen", items=cards)
    phone, screen = pages.phone(session), pages.screen(session)

    phone.get_by_role("radio", name="We weten het").click()
    phone.locator("textarea").fill("Staat in de monitor")
    button(phone, "Zet erbij").click()
    expect(phone.get_by_text("Kies nog waar je kaart over gaat.")).to_be_visible()
    phone.get_by_role("radio", name="Veel verzuim").click()
    assert axe(phone) == []
    button(phone, "Zet erbij").click()

    row = screen.get_by_role("row", name="Veel verzuim")
    expect(row.get_by_text("Staat in de monitor")).to_be_visible()
    expect(screen.get_by_role("row", name="Stress bij toetsen").get_by_text("nog niets")).to_have_count(2)
    assert axe(screen) == []
    assert axe(pages.console(session)) == []


def test_a_colleague_helps_on_a_console_of_their_own(pages, session, facilitator):
    console = pages.console(session)
    console.get_by_text("Laat iemand meehelpen").click()
    expect(console.get_by_text("Wie de link heeft, kan alles wat jij kunt")).to_be_visible()
    expect(button(console, "Kopieer de link")).to_have_count(2)
