"""Closing questions on three pages: quotes that wait, words that go nowhere, and one sentence that people write together."""

import json
import sqlite3

import pytest
from playwright.sync_api import expect

STEP = 'id = "slot"\ntitle = "Slot"\nsummary = "Proef"\n[[steps]]\nid = "slot"\nkind = "reflect"\ntitle = "Vieren"\nprompt = "Waar ben je trots op?"\nminutes = 5\nanonymous = false\n{more}\n[steps.config]\n{config}\n'


@pytest.fixture
def room(server, guests):
    """`room(config, more)` -> the session with its facilitator, the step open."""

    def open_(config: str = "", more: str = ""):
        session = server.open_own(STEP.format(config=config, more=more))
        leader = guests.console(server, session)
        leader.go("slot")
        return session, leader

    return open_


def test_a_quote_is_on_the_screen_once_the_facilitator_shows_it(room, pages):
    session, leader = room()
    phone, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    phone.get_by_label("Jouw antwoord").fill("Op ons team")
    phone.get_by_role("button", name="Stuur in").click()
    expect(phone.get_by_text("Aangekomen. De begeleider kijkt ernaar.")).to_be_visible()
    expect(screen.get_by_text("Hier komen antwoorden die de begeleider toont.")).to_be_visible()

    console.locator(".bar nav button").nth(1).click()
    console.get_by_role("button", name="Toon Op ons team").click()

    expect(screen.get_by_text("Op ons team")).to_be_visible()
    expect(phone.locator(".answer .state.saved")).to_have_text("Aangekomen")


def test_what_i_type_stays_while_others_answer_and_after_a_reload(room, pages, guests, server):
    session, leader = room()
    phone = pages.phone(session)
    field = phone.get_by_label("Jouw antwoord")
    field.fill("Op ons te")

    guests.phone(server, session).do("slot", "add", card="antwoord-ander", text="Iets anders")
    leader.until(lambda page: page.stage["held"])
    leader.do("slot", "release", cards=["antwoord-ander"])
    leader.do("stage", "adjust", step="slot", prompt="Waar ben je nu trots op?")
    expect(phone.get_by_text("Waar ben je nu trots op?")).to_be_visible()
    expect(field).to_be_focused()
    phone.reload()

    expect(field).to_have_value("Op ons te")


def test_an_answer_can_be_changed_and_taken_back(room, pages):
    session, leader = room()
    phone = pages.phone(session)
    field = phone.get_by_label("Jouw antwoord")
    field.fill("Op ons team")
    phone.get_by_role("button", name="Stuur in").click()
    leader.until(lambda page: [it["text"] for it in page.stage["held"]] == ["Op ons team"])
    field.fill("Op heel ons team")
    phone.get_by_role("button", name="Stuur in").click()
    leader.until(lambda page: [it["text"] for it in page.stage["held"]] == ["Op heel ons team"])

    phone.get_by_role("button", name="Haal mijn antwoord weg").click()

    leader.until(lambda page: page.stage["held"] == [])
    expect(field).to_have_value("")


def test_words_that_are_not_kept_stay_on_the_phone_and_are_nowhere_else(room, pages, server):
    session, leader = room('show = "nothing"', "keep = false")
    phone, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    expect(phone.get_by_text("Alleen jij ziet wat je schrijft.")).to_be_visible()
    expect(screen.get_by_text("Je antwoord blijft op je telefoon.")).to_be_visible()
    console.locator(".bar nav button").nth(1).click()
    phone.get_by_label("Jouw antwoord").fill("Kanarie")
    phone.get_by_role("button", name="Stuur in").click()
    leader.until(lambda page: page.parts["turnout"]["done"] == 1)
    phone.reload()

    expect(phone.get_by_label("Jouw antwoord")).to_have_value("Kanarie")
    expect(console.get_by_text("1 kaart opgeschreven.")).to_be_visible()
    assert "Kanarie" not in screen.content() + console.content() + json.dumps(leader.parts)
    [file] = server.data.glob(f"{session.id}*.db")
    with sqlite3.connect(file) as log:
        entries = str(log.execute("select entry from entries").fetchall())
    log.close()
    assert ("add" in entries, "Kanarie" in entries) == (True, False)


def test_two_phones_write_on_one_sentence(room, pages):
    session, leader = room('questions = ["Ons fundament is …"]\nshow = "sentence"')
    anna, bram, screen = pages.phone(session), pages.phone(session), pages.screen(session)
    anna.get_by_label("Ons fundament is").fill("sterk.")
    anna.get_by_role("button", name="Stuur in").click()
    expect(screen.get_by_text("sterk.")).to_be_visible()
    expect(bram.get_by_label("Ons fundament is")).to_have_value("sterk.")

    bram.get_by_label("Ons fundament is").fill("dat we elkaar helpen.")
    anna.get_by_label("Ons fundament is").fill("heel sterk.")
    anna.get_by_role("button", name="Stuur in").click()
    expect(bram.get_by_text("Intussen schreef iemand anders:")).to_be_visible()
    expect(bram.get_by_label("Ons fundament is")).to_have_value("dat we elkaar helpen.")
    bram.get_by_role("button", name="Stuur in").click()

    expect(screen.get_by_text("dat we elkaar helpen.")).to_be_visible()
    expect(screen.get_by_text("sterk.")).to_have_count(0)
    expect(anna.get_by_label("Ons fundament is")).to_have_value("dat we elkaar helpen.")


def test_without_a_connection_an_answer_waits_and_arrives(room, pages):
    session, leader = room()
    phone = pages.phone(session)
    expect(phone.get_by_label("Jouw antwoord")).to_be_visible()
    phone.context.set_offline(True)
    phone.get_by_label("Jouw antwoord").fill("Op ons team")
    phone.get_by_role("button", name="Stuur in").click()
    expect(phone.locator(".answer[data-pending]")).to_have_count(1)

    phone.context.set_offline(False)

    leader.until(lambda page: len(page.stage["held"]) == 1, seconds=15)
    expect(phone.locator(".answer[data-pending]")).to_have_count(0)


LONG = 'questions = ["Wat ging goed bij de verantwoordelijkheidsverdeling?", "Wat missen we in ons eigen plan?", "Wie gaan we erbij betrekken?"]\nshow = "{show}"'


@pytest.mark.parametrize("show", ["quotes", "sentence", "nothing"])
def test_nothing_is_wrong_for_who_cannot_see(room, pages, axe, show):
    session, leader = room(LONG.format(show=show))
    phone, screen, console = pages.phone(session, width=320), pages.screen(session), pages.console(session)
    console.locator(".bar nav button").nth(1).click()
    phone.get_by_role("textbox").first.fill("Dat we begonnen zijn")
    phone.keyboard.press("Enter")
    expect(phone.locator(".answer .state.saved")).to_be_visible()
    for held in leader.stage["held"]:
        leader.do("slot", "release", cards=[held["card"]])

    assert (axe(phone), axe(screen), axe(console)) == ([], [], [])
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
