"""Where a card comes from: on the console beside the picked card, on the screen under the card that is held up."""

import pytest
from finding import button
from guests import card
from playwright.sync_api import Page, expect


@pytest.fixture
def leader(guests, server, session, anna, bram):
    """A second console: three cards became one bundle and a loose card; in the vote Anna and Bram put their dots on the bundle."""
    console = guests.console(server, session)
    console.go("piramide")
    cards = [card("Begroeten bij de deur"), card("Handen schudden"), card("Intervisie in groepjes", level="foundation")]
    anna.ops(*cards)
    console.until(lambda it: len(it.cards()) == 3)
    console.do("piramide", "merge", cards=[cards[0]["card"], cards[1]["card"]], into="bundle-0001", text="Begroeten")
    console.until(lambda it: "bundle-0001" in it.parts)
    console.go("stemmen", items=["bundle-0001", cards[2]["card"]])
    console.do("stage", "open")
    anna.do("stemmen", "put", item="bundle-0001", ballot="beter")
    bram.do("stemmen", "put", item="bundle-0001", ballot="beter")
    bram.do("stemmen", "put", item="bundle-0001", ballot="sterk")
    return console


@pytest.fixture
def page(pages, session, leader) -> Page:
    return pages.console(session)


def pick(page: Page, text: str) -> None:
    button(page, "Kaarten (").click()
    page.get_by_role("checkbox", name=text).check()


def test_a_picked_card_says_where_it_comes_from_and_what_each_step_made_of_it(page, leader):
    pick(page, "Begroeten")
    expect(page.get_by_role("heading", name="Waar dit vandaan komt")).to_be_visible()
    expect(page.locator(".came-from > p")).to_have_text("uit 2 kaarten")

    leader.do("stage", "reveal")

    expect(page.locator(".came-from > p")).to_have_text("uit 2 kaarten, 1 keer sterk en 2 keer kan beter")
    expect(page.locator(".came-from li")).to_have_text(["Vul de piramide 2 kaarten", "Sterk en kan beter 1 keer sterk en 2 keer kan beter"])


def test_a_loose_card_with_nothing_behind_it_says_nothing(page, leader):
    pick(page, "Intervisie")
    expect(page.get_by_label("Tekst")).to_have_value("Intervisie in groepjes")

    expect(page.locator(".came-from")).to_have_count(0)


def test_a_card_that_is_held_up_says_on_the_screen_where_it_comes_from(pages, session, leader):
    screen = pages.screen(session)
    leader.do("stage", "reveal")
    leader.go("volgorde", items=["bundle-0001"])

    leader.do("stage", "screen", show="card", card="bundle-0001")

    expect(screen.locator(".foot")).to_contain_text("uit 2 kaarten, 1 keer sterk en 2 keer kan beter")
