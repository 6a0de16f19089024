"""The editor of draaiboeken: somebody makes a script of their own from one of ours, sees what is wrong where it is wrong, and runs it."""

import re
import time

import pytest
from house import House
from looks import axe, sideways
from playwright.sync_api import Page, expect

from sessions import script


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One of its own, for its folder of scripts."""
    house = House(tmp_path_factory.mktemp("editor") / "data").start()
    yield house
    house.stop()


@pytest.fixture
def edit(pages, server):
    """`edit("copy=kennismaken")` -> the editor on it, once the phone shows."""

    def open_it(what: str, width: int = 1366, height: int = 768) -> Page:
        page = pages._open(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page.goto(f"{server.url}/start#{server.key}")
        page.goto(f"{server.url}/edit?{what}")
        expect(phone(page).get_by_role("heading", level=1)).to_be_visible()
        return page

    return open_it


@pytest.fixture
def page(edit) -> Page:
    return edit("copy=kennismaken")


def phone(page: Page):
    return page.frame_locator("iframe[title=Telefoon]")


def steps(page: Page) -> list[str]:
    return page.locator(".steps li b").all_inner_texts()


def pick(page: Page, title: str) -> None:
    page.locator(".steps .pick").filter(has=page.locator("b").get_by_text(title, exact=True)).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def saved(server, id: str) -> script.Script:
    return script.load((server.data / "draaiboeken" / f"{id}.toml").read_text("utf-8"))


def test_the_start_page_leads_to_a_copy_and_to_ones_own_and_wipes_it(pages, server):
    made = server.api("POST", "/api/scripts", {"script": server.api("GET", "/api/scripts/kennismaken")["script"] | {"title": "Even van mij"}})
    page = pages._open(viewport={"width": 1366, "height": 768})
    page.goto(f"{server.url}/start#{server.key}")
    page.get_by_role("link", name="Kennismaken met de piramide").first.click()
    page.get_by_role("link", name="Maak een kopie en pas aan").click()
    expect(page.get_by_text("Kennismaken met de piramide (kopie)").first).to_be_visible()

    page.goto(f"{server.url}/start?draaiboek={made['id']}")
    page.get_by_role("link", name="Pas aan").click()
    expect(phone(page).get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Terug naar de startpagina").click()
    page.get_by_role("button", name="Wis", exact=True).click()
    page.get_by_role("button", name="Ja, wis het").click()
    expect(page.get_by_role("heading", name="Kies een draaiboek")).to_be_visible()
    expect(page.get_by_text("Even van mij")).to_have_count(0)


def test_a_new_user_makes_wall_vote_and_plan_from_a_copy_and_runs_it(page, pages, server):
    began = time.monotonic()
    page.get_by_label("Soort stap").select_option("Muur")
    page.get_by_label("Titel").fill("Wat zien we?")
    page.get_by_label("Vraag of opdracht").fill("Schrijf op wat je ziet. Eén ding per kaart.")
    page.get_by_label("Naam", exact=True).fill("Dit valt op")
    expect(phone(page).get_by_role("heading", name="Wat zien we?")).to_be_visible()
    pick(page, "Wat pakken we het eerst op?")
    page.get_by_label("Soort stap").select_option("Plan")
    page.get_by_label("Titel").fill("Ons plan")
    page.get_by_label("Minuten", exact=True).fill("20")
    expect(page.get_by_text("51 minuten")).to_be_visible()
    expect(page.get_by_text("dat was 45")).to_be_visible()
    pick(page, "Het hele draaiboek")
    page.get_by_label("Titel").fill("Drie rondes: muur, stemmen, plan")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Bewaard. Het draaiboek staat op de startpagina.")).to_be_visible()
    took = time.monotonic() - began

    made = saved(server, "drie-rondes-muur-stemmen-plan")
    assert [(step.kind, step.title) for step in made.steps] == [("wall", "Wat zien we?"), ("vote", "Sterk en kan beter"), ("plan", "Ons plan")]
    assert (made.minutes, made.lasts) == (51, 51)
    session = server.create(made.id)
    guest = pages.phone(session)
    expect(guest.get_by_text("Je bent binnen.")).to_be_visible()
    assert took < 60


def test_a_mistake_stands_at_its_field_until_it_is_mended(page, server):
    page.get_by_label("Minuten", exact=True).fill("0")

    expect(page.get_by_label("Minuten", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text('De waarde van "Minuten" kan niet (minstens 1).')).to_be_visible()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Er staat nog een fout in.")
    pick(page, "Sterk en kan beter")
    page.get_by_role("button", name="1 ding klopt nog niet").click()
    expect(page.get_by_label("Minuten", exact=True)).to_be_focused()
    page.get_by_label("Minuten", exact=True).fill("12")

    expect(page.get_by_role("button", name=re.compile("klopt nog niet"))).to_have_count(0)
    expect(page.get_by_label("Minuten", exact=True)).not_to_have_attribute("aria-invalid", "true")


def test_steps_are_moved_by_keyboard_and_who_takes_from_them_is_asked_first(page):
    before = steps(page)
    page.get_by_role("button", name="Wat pakken we het eerst op?").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_role("alert")).to_contain_text("Dan staat stap 3 vóór de stap waar hij kaarten uit meeneemt.")
    page.get_by_role("button", name="Laat staan").click()
    expect(page.locator(".steps li b")).to_have_text(before)

    page.get_by_role("button", name="Stap erbij").click()
    page.get_by_role("dialog").get_by_role("button", name="Afronding").click()
    expect(page.get_by_label("Titel")).to_be_focused()
    for place in (3, 2, 1):
        page.get_by_role("button", name=f"{place + 1} Terugkijken").press("Alt+ArrowUp")
        expect(page.locator(".steps li b").nth(place - 1)).to_have_text("Terugkijken")
    expect(page.locator(".steps li b")).to_have_text(["Terugkijken", *before])
    expect(page.get_by_role("button", name="Terugkijken")).to_be_focused()
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator(".steps li b")).to_have_text([before[0], "Terugkijken", *before[1:]])


def test_a_step_that_others_take_from_is_not_taken_away_in_silence(page):
    page.get_by_role("button", name="Haal weg").click()
    expect(page.get_by_role("alert")).to_contain_text("Stap 2 neemt iets mee uit deze stap")
    page.get_by_role("alert").get_by_role("button", name="Haal weg").click()
    expect(page.get_by_text("1 ding klopt nog niet")).to_be_visible()
    page.get_by_role("button", name="Maak ongedaan").click()

    expect(page.get_by_text("1 ding klopt nog niet")).to_have_count(0)
    expect(page.locator(".steps li b")).to_have_count(3)


def test_a_step_that_became_another_kind_can_be_what_it_was_again(page):
    pick(page, "Sterk en kan beter")
    page.get_by_label("Soort stap").select_option("Schaal")
    expect(page.get_by_text("Stap 2 is nu schaal.")).to_be_visible()
    expect(phone(page).get_by_text("heel goed")).to_be_visible()
    page.get_by_role("button", name="Maak ongedaan").click()

    expect(phone(page).get_by_text("nog 3 van 3 stippen").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("klop"))).to_have_count(0)


def test_a_list_of_ours_is_taken_by_name_and_turned_into_own_lines(page):
    pick(page, "Sterk en kan beter")
    page.get_by_label("Kaarten van").select_option("Niets")
    page.get_by_label("Of neem een lijst").select_option(index=1)
    expect(page.get_by_text(re.compile(r"^Lijst: ")).first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("klop"))).to_have_count(0)
    page.get_by_role("button", name="Maak er eigen regels van").click()

    assert len(page.get_by_label("Eigen lijst").input_value().splitlines()) > 3


def test_a_step_is_dragged_by_its_grip(page):
    pick(page, "Sterk en kan beter")
    grip, below = page.locator(".steps li").nth(0).locator(".grip").bounding_box(), page.locator(".steps li").nth(2).bounding_box()
    page.get_by_role("button", name="Stap erbij").click()
    page.get_by_role("dialog").get_by_role("button", name="Afronding").click()
    expect(page.locator(".steps li")).to_have_count(4)
    last, first = page.locator(".steps li").nth(2).locator(".grip").bounding_box(), grip
    page.mouse.move(last["x"] + 10, last["y"] + 20)
    page.mouse.down()
    page.mouse.move(first["x"] + 10, first["y"] + 5, steps=6)
    page.mouse.up()

    expect(page.locator(".steps li b").first).to_have_text("Terugkijken")
    assert below


def test_the_phone_can_be_tried_and_nothing_is_kept(page, server):
    pick(page, "Sterk en kan beter")
    expect(phone(page).get_by_text("nog 3 van 3 stippen").first).to_be_visible()
    phone(page).get_by_role("button", name=re.compile("stip")).or_(phone(page).locator("main li button")).first.click()

    expect(phone(page).get_by_text("nog 2 van 3 stippen").first).to_be_visible()
    assert server.api("GET", "/api/sessions") == [] or all(it["title"] != "Kennismaken met de piramide (kopie)" for it in server.api("GET", "/api/sessions"))


def test_what_was_typed_survives_a_reload_and_leaving_asks(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label("Titel").fill("Nog niet bewaard")
    expect(phone(page).get_by_role("heading", name="Nog niet bewaard")).to_be_visible()
    page.reload()

    expect(page.get_by_label("Titel")).to_have_value("Nog niet bewaard")
    expect(page.get_by_text("Dit typte je eerder en is nog niet bewaard.")).to_be_visible()
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Gooi dat weg").click()
    expect(page.get_by_label("Titel")).to_have_value("Vul de piramide")


def test_another_tab_that_saved_first_is_not_overwritten(edit, pages, server):
    pages.forgive("409")
    made = server.api("POST", "/api/scripts", {"script": server.api("GET", "/api/scripts/kennismaken")["script"] | {"title": "Twee tabs"}})
    one, two = edit(f"script={made['id']}"), edit(f"script={made['id']}")
    for page, title in ((one, "Van de ene"), (two, "Van de andere")):
        page.get_by_label("Titel").fill(title)
        page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(two.get_by_role("alert")).to_contain_text("Dit draaiboek is intussen veranderd")

    assert saved(server, made["id"]).steps[0].title == "Van de ene"
    two.get_by_role("button", name="Bewaar als kopie").click()
    expect(two.get_by_text("Bewaard. Het draaiboek staat op de startpagina.")).to_be_visible()
    assert saved(server, "twee-tabs-2").steps[0].title == "Van de andere"


def test_toml_goes_out_and_a_broken_file_names_its_line(page, tmp_path):
    with page.expect_download() as download:
        page.get_by_role("button", name="Download TOML").click()
    text = download.value.path().read_text("utf-8")
    assert script.load(text).title == "Kennismaken met de piramide (kopie)"

    broken = tmp_path / "stuk.toml"
    broken.write_text(text.replace("minutes = 45", "minutes = ", 1), "utf-8")
    page.get_by_label("Haal TOML op").set_input_files(broken)
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Regel \d+: dit is geen geldige TOML"))
    other = tmp_path / "ander.toml"
    other.write_text(text.replace("Vul de piramide", "Uit een bestand"), "utf-8")
    page.get_by_label("Haal TOML op").set_input_files(other)
    expect(page.get_by_label("Titel")).to_have_value("Uit een bestand")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)])
def test_the_editor_is_fit_for_everybody(edit, size):
    page = edit("copy=veranderverhaal-kort", *size)

    for title in ["Het hele draaiboek", *steps(page)]:
        pick(page, title)
        assert (title, axe(page)) == (title, [])
        assert sideways(page) == 0
    page.get_by_label("Minuten", exact=True).fill("0")
    expect(page.get_by_text("1 fout", exact=True)).to_be_visible()
    page.get_by_role("button", name="Stap erbij").click()
    assert axe(page) == []


@pytest.mark.parametrize("kind", ["Piramide", "Muur", "Stemmen", "Ordenen", "Samenhang", "Schaal", "Team verdelen", "Vlaggen", "Plan", "Afronding", "Peiling"])
def test_a_step_of_every_kind_is_added_shown_and_right(page, kind):
    page.get_by_role("button", name="Stap erbij").click()
    page.get_by_role("dialog").get_by_role("button", name=kind).click()
    title = page.get_by_label("Titel").input_value()

    expect(phone(page).get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(page.get_by_text("nog niet", exact=False).filter(has_text="klop")).to_have_count(0)
    assert axe(page) == []
