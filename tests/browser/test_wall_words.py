"""A wall with examples on request, a story beside its fields and words to be careful with."""

import pytest
from boards.test_wall import CAREFUL
from finding import button
from guests import new_id
from playwright.sync_api import expect


@pytest.fixture
def session(server):
    return server.open_own(CAREFUL)


@pytest.fixture(autouse=True)
def begun(session, facilitator):
    facilitator.go("woorden")
    facilitator.until(lambda page: page.board == "woorden")


def test_an_example_comes_when_asked_and_never_over_my_own_words(pages, session):
    anna = pages.phone(session)
    expect(anna.get_by_role("button", name="Er was ruzie na de gymles.")).to_have_count(0)

    button(anna, "Voorbeelden").click()
    anna.get_by_role("button", name="Er was ruzie na de gymles.").click()

    expect(anna.locator("textarea")).to_have_value("Er was ruzie na de gymles.")
    anna.locator("textarea").fill("Iets van mezelf")
    expect(anna.get_by_role("button", name="Voorbeelden")).to_have_count(0)


def test_the_story_stands_beside_the_fields_as_made_up(pages, session, axe):
    for page in (pages.phone(session), pages.screen(session)):
        expect(page.get_by_role("heading", name="Het verhaal (fictief)")).to_be_visible()
        expect(page.get_by_text("Na de gymles schrijft een ouder in de app-groep.")).to_be_visible()
        assert axe(page) == []


def test_a_word_to_be_careful_with_is_underlined_with_what_to_say_rather(pages, session, anna):
    anna.do("woorden", "add", card=new_id(), text="De daders zijn bekend.", field="weten")

    screen, console = pages.screen(session), pages.console(session)
    button(console, "Kaarten (").click()
    for page in (screen, console):
        expect(page.locator("u")).to_have_text("daders")
        expect(page.get_by_text("Liever: het kind dat begon")).to_be_visible()
    expect(pages.phone(session).locator("u")).to_have_count(0)
