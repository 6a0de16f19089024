"""How the console looks in each state: nothing for axe to find, nothing out of sight, nothing too small to read at arm's length."""

import pytest
from guests import card
from playwright.sync_api import Page, expect

SMALLEST = 15  # px


@pytest.fixture
def session(server):
    return server.create("kennismaken", title="Studiedag welbevinden van de hele scholengroep", group="De Linde")


@pytest.fixture
def other(server, guests, session):
    return guests.console(server, session)


def faults(page: Page, axe) -> list[str]:
    page.wait_for_timeout(150)
    return [
        *axe(page),
        *page.evaluate(
            """least => {
          const root = document.documentElement, found = [];
          if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push(`the page scrolls: ${root.scrollWidth} x ${root.scrollHeight}`);
          for (const it of document.querySelectorAll("body *")) {
            if (it.children.length || !it.textContent.trim() || !it.checkVisibility() || it.closest(".vh")) continue;
            if (parseFloat(getComputedStyle(it).fontSize) < least) found.push(`too small: ${it.textContent}`);
            if (it.closest("button") && it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== "inline") found.push(`cut off: ${it.textContent}`);
          }
          for (const it of document.querySelectorAll("[style]")) found.push(`a style attribute: ${it.tagName}`);
          return found;
        }""",
            SMALLEST,
        ),
    ]


def test_nothing_is_wrong_in_any_state_of_the_console(pages, session, other, anna, axe):
    session.console_url = session.console_url.replace("localhost", "127.0.0.1")  # on localhost a page never believes that it is offline
    page = pages.console(session)
    seen = {}

    def look(name: str) -> None:
        if found := faults(page, axe):
            seen[name] = found

    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)

    expect(page.get_by_role("button", name="Begin met stap 1")).to_be_visible()
    look("waiting")
    press("n")
    other.until(lambda it: it.board == "piramide")
    anna.ops(card("Mentorles over hoe het gaat"), card("Mentorles over hoe het met je gaat"), card("Taalklas", level="extra"))
    other.until(lambda it: len(it.cards()) == 3)
    look("writing")
    press("l")
    look("look")
    page.get_by_role("button", name="Kaarten (").click()
    look("cards")
    page.get_by_role("checkbox", name="Taalklas").check()
    look("one card")
    page.get_by_role("checkbox", name="Mentorles over hoe het gaat").check()
    look("two places")
    page.get_by_role("button", name="Draaiboek").click()
    look("script")
    page.get_by_role("button", name="Pas aan stap 2").click()
    look("adjust")
    press("Escape")
    page.get_by_role("button", name="Verslag", exact=True).click()
    look("report")
    page.get_by_role("button", name="Beëindig de sessie").click()
    look("end")
    press("Escape", "?")
    look("keys")
    press("Escape")
    page.get_by_role("button", name="Nu", exact=True).click()
    page.get_by_role("button", name="hoe mensen binnenkomen").click()
    look("way in")
    press("Escape", "u")
    look("break sheet")
    press("Escape", "c", "n")
    expect(page.get_by_role("button", name="Verder", exact=True)).to_be_visible()
    look("carry")
    press("Enter")
    other.until(lambda it: it.board == "stemmen")
    expect(page.get_by_role("dialog")).to_have_count(0)
    look("vote waits")
    press("o")
    look("vote open")
    press("r")
    expect(page.get_by_text("uitslag open")).to_be_visible()
    look("vote shown")
    press("u")
    expect(page.get_by_label("Hoeveel minuten?")).to_be_focused()
    press("Enter")
    expect(page.get_by_role("button", name="Einde pauze")).to_be_visible()
    look("break")
    page.context.set_offline(True)
    expect(page.get_by_text("Geen verbinding met de werksessie.")).to_be_visible()
    look("offline")

    assert seen == {}
