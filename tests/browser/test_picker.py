"""The catalogue of draaiboeken and one of them on its own page: finding it, reading what it asks, beginning it in the words of the house, printing it."""

import re
import tomllib
from pathlib import Path

import pytest
from house import House, Opened
from looks import axe, sideways
from playwright.sync_api import Page, expect

OWN = """
id = "eigen"
title = "Hoe veilig is het hier?"
summary = "Jullie kijken samen naar veiligheid voor {leerlingen} en kiezen {een doel}."
setting = "studiedag"
methods = ["veiligheid", "wegwijzer"]
people = [10, 60]
audience = "Het hele team"
needs = ["Tafels van vijf", "Een groot scherm"]
leaves = ["Drie afspraken"]
safety = "Je mag altijd iets overslaan."
confidant = true
roles = ["{Leraar}", "Leerling"]
minutes = 75

[[steps]]
id = "a"
kind = "wall"
title = "Wanneer voel je je veilig?"
prompt = "Schrijf op wat {leerlingen} helpt."
minutes = 25
break_after = 10
[steps.config]
fields = [{ id = "hier", name = "Op {school}" }]

[[steps]]
id = "b"
kind = "vote"
title = "Wat eerst?"
prompt = "Verdeel drie stippen."
minutes = 20
from = { step = "a", rule = "clustered" }

[[steps]]
id = "c"
kind = "wall"
title = "Het laatste woord"
prompt = "Wat is {ons doel}?"
minutes = 20
only = ["Leerling"]
device = "table"
[steps.config]
fields = [{ id = "woord", name = "Dit vergeten we niet" }]
""".replace("{een doel}", "een {doel}")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("picker") / "data").start()
    (house.data / "draaiboeken").mkdir()
    (house.data / "draaiboeken" / "eigen.toml").write_text(OWN, "utf-8")
    yield house
    house.stop()


@pytest.fixture
def start(pages, house) -> Page:
    pages.house = house
    page = pages.start()
    expect(page.get_by_role("heading", name="Kies een draaiboek")).to_be_visible()
    return page


def found(page: Page) -> set[str]:
    return set(page.locator(".entry h4").all_inner_texts())


def fits(house: House, true) -> set[str]:
    return {it["title"] for it in house.api("GET", "/api/scripts") if true(it)}


def opened(start: Page, title: str = "Hoe veilig is het hier?") -> Page:
    start.get_by_role("link", name=title, exact=True).click()
    expect(start.get_by_role("heading", level=2, name=title)).to_be_focused()
    return start


# finding one


def test_what_somebody_looks_for_narrows_the_catalogue(start, house):
    assert found(start) == fits(house, lambda it: True)

    start.get_by_role("radio", name="Studiedag").check()
    assert found(start) == fits(house, lambda it: it["setting"] == "studiedag")
    start.get_by_role("radio", name="Sociale veiligheid").check()
    assert found(start) == fits(house, lambda it: it["setting"] == "studiedag" and "veiligheid" in it["methods"])
    start.get_by_role("radio", name="90 minuten of korter").check()
    start.get_by_label("Met hoeveel mensen?").fill("40")
    assert found(start) == fits(house, lambda it: it["setting"] == "studiedag" and "veiligheid" in it["methods"] and it["minutes"] <= 90 and it["people"][0] <= 40 <= it["people"][1])
    assert "Hoe veilig is het hier?" in found(start)

    start.get_by_label("Met hoeveel mensen?").fill("")
    start.get_by_role("radio", name="Alle tijd").check()
    start.get_by_role("radio", name="Maakt niet uit").check()
    start.get_by_role("radio", name="Alles").check()
    assert found(start) == fits(house, lambda it: True)


def test_each_choice_says_how_many_there_are_with_the_other_wishes(start, house):
    start.get_by_label("Met hoeveel mensen?").fill("5")

    for label, setting in (("Kernteam", "kernteam"), ("Studiedag", "studiedag"), ("Gemeente", "gemeente")):
        n = len(fits(house, lambda it, setting=setting: it["setting"] == setting and it["people"][0] <= 5 <= it["people"][1]))
        expect(start.locator(".looking label", has_text=label)).to_have_text(re.compile(rf"{label}\s*{n}$"))


def test_when_nothing_fits_it_says_which_wish_to_drop(start):
    start.get_by_label("Met hoeveel mensen?").fill("4000")
    start.get_by_role("radio", name="Gemeente").check()
    expect(start.get_by_text("Er is geen draaiboek voor een gemeente met 4000 mensen.")).to_be_visible()

    start.get_by_role("button", name="Zonder “met 4000 mensen”").click()

    expect(start.get_by_label("Met hoeveel mensen?")).to_have_value("")
    assert "Ons veranderverhaal, kort" in found(start)


def test_when_no_single_wish_helps_all_of_them_go(start):
    start.get_by_label("Met hoeveel mensen?").fill("4000")
    start.get_by_role("radio", name="45 minuten of korter").check()
    start.get_by_role("radio", name="Studiedag").check()
    start.get_by_role("radio", name="Wegwijzer").check()

    start.get_by_role("button", name="Wis alle wensen").click()

    expect(start.get_by_text(re.compile(r"^\d+ draaiboeken$"))).to_be_visible()


def test_the_catalogue_works_by_keyboard_and_back_leads_back(start):
    start.get_by_label("Met hoeveel mensen?").focus()
    start.keyboard.type("30")
    start.keyboard.press("Tab")
    start.keyboard.press("ArrowDown")
    start.keyboard.press("ArrowDown")
    start.keyboard.press("ArrowDown")
    start.get_by_role("link", name="Hoe veilig is het hier?", exact=True).focus()
    start.keyboard.press("Enter")
    expect(start.get_by_role("heading", level=2, name="Hoe veilig is het hier?")).to_be_focused()

    start.go_back()

    expect(start.get_by_role("link", name="Hoe veilig is het hier?", exact=True)).to_be_focused()
    expect(start.get_by_role("radio", name="90 minuten of korter")).to_be_checked()
    expect(start.get_by_label("Met hoeveel mensen?")).to_have_value("30")


def test_nothing_of_what_somebody_looks_for_is_kept(start):
    start.get_by_label("Met hoeveel mensen?").fill("30")
    start.reload()

    expect(start.get_by_label("Met hoeveel mensen?")).to_have_value("")
    assert start.evaluate("localStorage.length") == 0


def test_a_file_with_a_mistake_says_what_to_mend_and_is_no_choice(start, house):
    (house.data / "draaiboeken" / "fout.toml").write_text(OWN.replace('kind = "vote"', 'kind = "vot"'), "utf-8")
    start.reload()

    expect(start.get_by_text("In fout.toml staat een fout.")).to_be_visible()
    expect(start.get_by_text(re.compile(r"^Regel \d+, stap b: deze soort stap ken ik niet. Bedoel je .vote.\?$"))).to_be_visible()
    assert len([title for title in start.locator(".entry h4").all_inner_texts() if title == "Hoe veilig is het hier?"]) == 1
    (house.data / "draaiboeken" / "fout.toml").unlink()


# reading it


def test_the_preview_says_what_the_file_says(start):
    page, raw = opened(start), tomllib.loads(OWN)

    rows = page.locator(".plan li:not(.pause)").all_inner_texts()
    assert [row.split("\n")[1] for row in rows] == [step["title"] for step in raw["steps"]]
    assert [int(re.search(r"(\d+) min\.", row)[1]) for row in rows] == [step["minutes"] for step in raw["steps"]]
    assert [int(re.search(r"(\d+) min\.", row)[1]) for row in page.locator(".plan .pause").all_inner_texts()] == [10]
    for text in ("Jullie kijken samen naar veiligheid voor leerlingen en kiezen een doel.", "75 minuten", "10 tot 60 mensen", "Studiedag", "Sociale veiligheid", "Het hele team", *raw["needs"], *raw["leaves"], raw["safety"],
                 "Schrijf op wat leerlingen helpt.", "leerlingen, leraren, school, doelen"):  # fmt: skip
        expect(page.locator(".preview").get_by_text(text).first).to_be_visible()


def test_a_script_that_goes_on_leads_to_the_one_before(start, house):
    ahead = next((it for it in house.api("GET", "/api/scripts") if it.get("goes_on_from")), None)
    if ahead is None:
        pytest.skip("no script that comes with us goes on from another")
    before = next(it for it in house.api("GET", "/api/scripts") if it["id"] == ahead["goes_on_from"][0])
    page = opened(start, ahead["title"])

    page.locator(".facts").get_by_role("link", name=before["title"]).click()

    expect(page.get_by_role("heading", level=2, name=before["title"])).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (390, 844)])
def test_the_pages_are_fit_for_everybody(pages, house, width, height):
    pages.house = house
    page = pages.start(width=width, height=height)
    expect(page.get_by_role("heading", name="Kies een draaiboek")).to_be_visible()
    assert (axe(page), sideways(page)) == ([], 0)

    opened(page)
    for fold in page.locator(".begin details").all():
        fold.evaluate("it => it.open = true")
    page.get_by_label("Doelen heten bij jullie").select_option("een eigen woord")
    assert (axe(page), sideways(page)) == ([], 0)
    if width > 1000:
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


# beginning it


def test_a_session_speaks_the_words_of_the_house_everywhere(start, house, pages, guests):
    page = opened(start)
    page.get_by_label("Naam en telefoon of kamer").fill("Noor, kamer 12")
    page.locator("summary", has_text="Jullie woorden").click()
    page.get_by_label("Leerlingen heten bij jullie").select_option("studenten")
    page.get_by_label("Doelen heten bij jullie").select_option("een eigen woord")
    page.get_by_label("Eén").fill("koers")
    page.get_by_label("Meer").fill("koersen")
    expect(page.get_by_text("Dan staat er: deze koers, onze koers, onze koersen.")).to_be_visible()
    page.get_by_label("Naam van de werksessie").fill("Veilig op school")
    page.get_by_role("button", name="Begin werksessie").click()

    expect(page.get_by_role("heading", name="Veilig op school")).to_be_visible()
    session = newest(house, "Veilig op school")
    console = guests.console(house, session)
    console.go("a")
    phone, screen = pages.phone(session), pages.screen(session)
    for shown in (phone, screen, page):
        expect(shown.get_by_text("Schrijf op wat studenten helpt.").first).to_be_visible()
    console.go("c")
    expect(screen.get_by_text("Wat is onze koers?").first).to_be_visible()
    ticket = house.api("POST", "/api/ticket", key=session.tokens["console"])["ticket"]
    report = pages._open(viewport={"width": 1366, "height": 768})
    report.goto(f"{house.url}/report/{ticket}")
    expect(report.get_by_text("Wat is onze koers?").first).to_be_visible()


def newest(house: House, title: str):
    """The newest session with this title, with its links."""
    made = next(it for it in house.api("GET", "/api/sessions") if it["title"] == title)
    return Opened(**{key: made[key] for key in ("id", "code", "join_url", "screen_url", "console_url", "tokens")})


def test_without_the_vertrouwenspersoon_it_says_so_at_the_field_and_begins_nothing(start, house, pages):
    pages.forgive("400")
    before = len(house.api("GET", "/api/sessions"))
    page = opened(start)

    page.get_by_role("button", name="Begin werksessie").click()

    expect(page.locator(".confidant").get_by_role("alert")).to_contain_text("De vertrouwenspersoon ontbreekt nog.")
    expect(page.get_by_label("Naam en telefoon of kamer")).to_be_focused()
    assert len(house.api("GET", "/api/sessions")) == before
    page.get_by_label("Zetten we op het bord").check()
    page.get_by_role("button", name="Begin werksessie").click()
    expect(page).to_have_url(re.compile(r"/console$"))


def test_roles_are_renamed_and_added(start, house, guests):
    page = opened(start)
    page.get_by_label("Zetten we op het bord").check()
    page.locator("summary", has_text="Rollen").click()
    page.get_by_label("Rol 2").fill("Student")
    page.get_by_role("button", name="Nog een rol").click()
    page.get_by_label("Rol 3").fill("Conciërge")
    page.get_by_role("button", name="Haal weg: Leraar").click()
    page.get_by_label("Naam van de werksessie").fill("Met rollen")
    page.get_by_role("button", name="Begin werksessie").click()
    expect(page).to_have_url(re.compile(r"/console$"))

    session = newest(house, "Met rollen")
    console = guests.console(house, session)
    console.go("c")
    about = guests.phone(house, session).parts["about"]
    assert (about["roles"], about["only"]) == (["Student", "Conciërge"], ["Student"])


def test_two_tables_of_one_name_are_refused_where_they_are_written(start, pages):
    pages.forgive("400")
    page = opened(start)
    page.get_by_label("Zetten we op het bord").check()
    page.locator("summary", has_text="Tafels").click()
    page.get_by_label("Namen, elk op een regel").fill("Blauw\nblauw\n")
    page.get_by_role("button", name="Begin werksessie").click()

    expect(page.locator("details", has_text="Tafels").get_by_role("alert")).to_contain_text("Met deze tafels kan het niet.")
    expect(page.get_by_label("Namen, elk op een regel")).to_have_value("Blauw\nblauw\n")


# printing it


def test_the_run_sheet_opens_with_the_times_of_the_clock(start):
    page = opened(start)
    page.get_by_label("Begint om").fill("13:30")
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Draaiboek afdrukken").click()
    sheet = popup.value

    expect(sheet.get_by_text("van 13.30 tot 14.45 uur")).to_be_visible()
    expect(sheet.get_by_role("heading", name="Pauze, 10 minuten")).to_be_visible()
    assert axe(sheet) == []


def test_a_draaiboek_of_ninety_minutes_takes_two_sheets_of_paper(pages, house, tmp_path):
    pages.house = house
    page = pages._open(viewport={"width": 1366, "height": 768})
    for it in house.api("GET", "/api/scripts"):
        if it["minutes"] > 90:
            continue
        ticket = house.api("POST", f"/api/scripts/{it['id']}/ticket")["ticket"]
        page.goto(f"{house.url}/run-sheet/{ticket}")
        page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", Path(tmp_path / "sheet.pdf").read_bytes())) <= 2, it["id"]
