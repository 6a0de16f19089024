"""The start page: pick a script, begin or rehearse, come back to an earlier session, wipe it."""

import re

import pytest
from house import House
from looks import axe
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One of its own: other tests lay scripts in the folder of the common one."""
    house = House(tmp_path_factory.mktemp("home") / "data").start()
    yield house
    house.stop()


@pytest.fixture
def home(pages, server) -> Page:
    page = pages._open(viewport={"width": 1366, "height": 768})
    page.goto(f"{server.url}/start#{server.key}")
    expect(page.get_by_role("link", name="Kennismaken met de piramide", exact=True)).to_be_visible()
    return page


def titles(server) -> list[str]:
    return [it["title"] for it in server.api("GET", "/api/sessions")]


def test_a_draaiboek_two_fields_and_one_press_open_a_session(home, server):
    home.get_by_role("link", name="Ons veranderverhaal, kort", exact=True).click()
    home.get_by_label("Naam van de werksessie").fill("Bouwsteen 3 in Oost")
    home.get_by_label("Groep of school").fill("Gemeente")
    home.get_by_role("button", name="Begin werksessie").click()

    expect(home.get_by_role("heading", name="Bouwsteen 3 in Oost")).to_be_visible()
    expect(home).to_have_url(re.compile(r"/console$"))
    assert titles(server)[0] == "Bouwsteen 3 in Oost"


def test_a_rehearsal_brings_its_own_people(home):
    home.get_by_role("link", name="Kennismaken met de piramide", exact=True).click()
    home.get_by_label("Aantal nagebootste deelnemers").fill("20")
    home.get_by_role("button", name="Oefen eerst").click()

    expect(home).to_have_url(re.compile(r"/console$"))
    expect(home.get_by_text("proefsessie", exact=True)).to_be_visible()
    expect(home.get_by_text(re.compile(r"\b([2-9]|1\d|20) mensen doen mee"))).to_be_visible()


def test_the_key_leaves_the_address_bar_and_stays_in_the_tab(home):
    assert "#" not in home.url
    home.reload()
    expect(home.get_by_role("link", name="Kennismaken met de piramide", exact=True)).to_be_visible()


def test_a_wrong_key_is_refused_in_words(pages, server):
    pages.forgive("401")
    page = pages._open(viewport={"width": 1366, "height": 768})
    page.goto(f"{server.url}/start#WRONG")

    expect(page.get_by_role("alert")).to_contain_text("De sleutel klopt niet")


def test_an_earlier_session_is_opened_and_wiped(home, server):
    made = server.create("kennismaken", title="Proef om te wissen")
    home.reload()
    expect(home.get_by_role("link", name="Bediening van Proef om te wissen")).to_have_attribute("href", made.console_url)

    home.get_by_role("button", name="Wis Proef om te wissen").click()
    home.get_by_role("button", name="Nee").click()
    assert "Proef om te wissen" in titles(server)
    home.get_by_role("button", name="Wis Proef om te wissen").click()
    home.get_by_role("button", name="Ja, wis alles").click()

    expect(home.get_by_text("Proef om te wissen")).to_have_count(0)
    assert "Proef om te wissen" not in titles(server)


def test_the_start_page_is_fit_for_everybody(home):
    assert axe(home) == []
    assert home.evaluate("document.documentElement.scrollHeight <= innerHeight")
