"""Everybody can use every page: axe finds nothing, also in the states that the pages' own tests pass by (test_phone_access, test_screen, test_console_looks, test_home)."""

import time

import pytest
from guests import card, op
from looks import sideways
from playwright.sync_api import Page, expect

LATE = 5.2  # seconds after a step, when a card no longer comes in by itself
THEMES = {"light": {"color_scheme": "light", "contrast": "no-preference"}, "dark": {"color_scheme": "dark"}, "contrast": {"color_scheme": "light", "contrast": "more"}}


class Check:
    """`check(state, page, text)` looks once that text is there; `found` is what was wrong."""

    def __init__(self, axe):
        self._axe, self.found = axe, []

    def __call__(self, state: str, page: Page, text: str, *themes: str) -> None:
        expect(page.get_by_text(text).first).to_be_visible()
        for theme in themes or ["light"]:
            page.emulate_media(**THEMES[theme])
            self.found += [f"{state}, {theme}: {said}" for said in self._axe(page)]
        page.emulate_media(**THEMES["light"])
        self.found += [f"{state}: {n} px sideways" for n in [sideways(page)] if n]


@pytest.fixture
def check(axe):
    return Check(axe)


@pytest.fixture
def phone(pages, session) -> Page:
    """The narrowest there is."""
    return pages.phone(session, width=320, height=640, reduced_motion="reduce")


@pytest.fixture
def console(pages, session) -> Page:
    return pages.console(session, reduced_motion="reduce")


@pytest.fixture
def screen(pages, session) -> Page:
    session.screen_url = session.screen_url.replace("localhost", "127.0.0.1")  # on localhost a page never believes that it is offline
    return pages.screen(session, reduced_motion="reduce")


def write(page: Page, text: str) -> None:
    page.get_by_label("Jouw kaart").fill(text)
    page.get_by_role("radio", name="Sterke basis").click()
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.get_by_text("Je vorige kaart is aangekomen.")).to_be_visible()


def test_a_rehearsal_and_cards_that_are_used_up(pages, start_server, guests, check):
    pages.house = house = start_server()
    session = house.create("kennismaken", rehearsal=1)
    guests.console(house, session).go("piramide")
    phone = pages.phone(session, width=320, height=640, reduced_motion="reduce")

    check("rehearsal", phone, "Dit is een proefsessie.", *THEMES)
    for text in ("Begroeten", "Handen schudden", "Dagstart"):
        write(phone, text)
    check("used up", phone, "Je kaarten staan erin.", *THEMES)

    assert check.found == []


def test_what_became_of_my_cards(phone, facilitator, check):
    facilitator.go("piramide")
    for text in ("Begroeten", "Handen schudden", "Gesprek over Sem"):
        write(phone, text)
    phone.get_by_role("button", name="Mijn kaarten (3)").click()
    ids = {text: id for id, text in facilitator.until(lambda it: len(it.cards()) == 3).cards().items()}

    facilitator.do("piramide", "merge", cards=[ids["Begroeten"], ids["Handen schudden"]], into="bundel-0001")
    check("merged", phone, "samengevoegd met kaarten die erop lijken", *THEMES)
    facilitator.do("piramide", "hide", card=ids["Gesprek over Sem"])
    check("hidden", phone, "De begeleider laat deze kaart nu niet zien.")
    facilitator.do("piramide", "aside", card=ids["Gesprek over Sem"])
    check("aside", phone, "De begeleider legde deze kaart apart.")
    phone.get_by_role("button", name="Ik ben klaar").click()
    check("done", phone, "Je bent klaar.")

    assert check.found == []


def test_what_came_too_late_or_was_refused(phone, console, facilitator, check):
    facilitator.go("piramide")
    write(phone, "Begroeten")
    phone.get_by_role("button", name="Mijn kaarten (1)").click()
    phone.get_by_role("button", name="Pas aan: Begroeten").click()
    phone.get_by_label("Jouw kaart").fill("Elke leerling begroeten")
    phone.context.set_offline(True)
    expect(phone.get_by_text("Ga gewoon door.")).to_be_visible()
    phone.get_by_role("button", name="Bewaar").click()
    phone.get_by_role("button", name="Nog een kaart").click()
    phone.get_by_label("Jouw kaart").fill("Dagstart in de kring")
    phone.get_by_role("radio", name="Sterke basis").click()
    phone.get_by_role("button", name="Zet erbij").click()
    check("waiting for the line", phone, "Je kaart wacht op verbinding.", *THEMES)
    facilitator.go("stemmen", items=list(facilitator.cards()))
    facilitator.do("stage", "open")
    time.sleep(LATE)
    phone.context.set_offline(False)

    check("late and refused", phone, "Kwam na het sluiten.", *THEMES)
    expect(phone.get_by_role("region", name="Niet verstuurd")).to_contain_text("Elke leerling begroeten")
    check("tray", console, "kaart kwam te laat")
    console.get_by_role("button", name="Kaarten (1)").click()
    check("cards of a vote", console, "1 kaart kwam te laat: toevoegen?")

    assert check.found == []


def test_the_console_and_the_screen_from_a_closed_step_to_the_end(console, screen, facilitator, guests, server, session, check):
    anna = guests.phone(server, session)
    facilitator.go("piramide")
    anna.ops(card("Begroeten"), card("Taalklas", "extra"))
    facilitator.do("stage", "look")
    check("look", screen, "Telefoons liggen stil")
    facilitator.do("stage", "close")
    check("closed", screen, "Deze stap is dicht")
    check("closed", console, "Naar stap 2")

    ids = list(facilitator.until(lambda it: len(it.cards()) == 2).cards())
    facilitator.go("stemmen", items=ids)
    check("vote waits", screen, "We beginnen zo")
    facilitator.do("stage", "open")
    anna.until(lambda it: it.board == "stemmen").ops(*(op("stemmen", "put", item=id, ballot="beter") for id in ids))
    facilitator.do("stage", "close")
    check("vote closed", console, "uitslag dicht")
    facilitator.do("stage", "reveal")
    console.get_by_role("button", name="Kaarten (2)").click()
    check("cards of a shown vote", console, "1 kan beter")
    console.get_by_role("button", name="Nu", exact=True).click()

    facilitator.go("volgorde", items=ids)
    check("order waits", console, "staat klaar")
    facilitator.do("stage", "open")
    check("order open", console, "Nog 1 mens is bezig.")
    check("order open", screen, "Zo ordent iedereen voor zichzelf.")
    screen.context.set_offline(True)
    check("no line", screen, "Even geen verbinding.")
    screen.context.set_offline(False)
    facilitator.do("stage", "reveal")
    check("order shown", console, "uitslag open")
    facilitator.do("stage", "approve")
    console.get_by_role("button", name="Verslag", exact=True).click()
    check("approved", console, "Dit verslag is goedgekeurd.")
    facilitator.do("stage", "end")
    check("ended", console, "Hervat de sessie")
    check("ended", screen, "Dank je wel")

    assert check.found == []


def test_the_console_of_a_wall(pages, server, guests, check):
    session = server.create("veranderverhaal-kort")
    facilitator, console = guests.console(server, session), pages.console(session, reduced_motion="reduce")
    facilitator.go("resultaat")
    facilitator.ops(op("resultaat", "add", card="card-result", text="Iedere jongere is veilig", field="result"))
    check("one field", console, "1 kaart. De zaal ziet ze.")
    facilitator.go("elementen")
    facilitator.ops(op("elementen", "add", card="card-time", text="Genoeg tijd", because="anders blijft het liggen", field="conditions"))
    check("four fields", console, "Ons veranderverhaal")
    console.get_by_role("button", name="Kaarten (1)").click()
    check("cards with a reason", console, "want anders blijft het liggen")
    console.get_by_role("checkbox", name="Genoeg tijd").check()
    check("one card with a reason", console, "Want …")
    console.get_by_role("button", name="Draaiboek").click()
    check("script", console, "Neemt mee")

    assert check.found == []


def test_the_pages_for_who_cannot_come_in(pages, server, session, check):
    pages.forgive("404")
    pages.forgive("401")
    base = server.url

    door = pages.door(width=320)
    check("the code", door, "Typ de code die op het grote scherm staat")
    door.get_by_label("Typ de code").fill("BCDFGH")
    door.get_by_role("button", name="Ga naar binnen").click()
    check("a wrong code", door, "code", *THEMES)
    door.goto(f"{base}/nergens")
    check("no such page", door, "Typ een code", "dark")
    for path, text in (("console", "Geen werksessie"), ("console#WRONG", "Deze bediening werkt niet meer"), ("screen", "Open het scherm"), ("start#WRONG", "De sleutel klopt niet")):
        page = pages.door(width=1366, height=768)
        page.goto(f"{base}/{path}")
        check(path, page, text)

    assert check.found == []


def test_a_phone_whose_session_is_gone_and_one_without_javascript(pages, server, check):
    session = server.create("kennismaken")
    phone = pages.phone(session, width=320, height=640)
    expect(phone.get_by_text("Je bent binnen.")).to_be_visible()
    server.api("DELETE", f"/api/sessions/{session.id}")
    check("wiped", phone, "Deze sessie is er niet.", *THEMES)

    plain = pages.phone(server.create("kennismaken"), width=320, java_script_enabled=False)
    expect(plain.get_by_role("heading", level=1)).to_have_text("Zet JavaScript aan")
    assert check.found == []


def test_the_report_on_paper_and_in_the_hand(pages, server, guests, session, facilitator, check):
    anna = guests.phone(server, session)
    facilitator.go("piramide")
    anna.ops(card("Begroeten"), card("Taalklas", "extra"), card("Plan met het gezin", "intensive"))
    ids = list(facilitator.until(lambda it: len(it.cards()) == 3).cards())
    facilitator.go("stemmen", items=ids)
    facilitator.do("stage", "open")
    anna.until(lambda it: it.board == "stemmen").ops(*(op("stemmen", "put", item=id, ballot="beter") for id in ids))
    facilitator.do("stage", "reveal")
    facilitator.go("volgorde", items=ids)
    facilitator.do("stage", "open")
    anna.until(lambda it: it.board == "volgorde").do("volgorde", "rank", items=ids)
    facilitator.do("stage", "reveal")
    facilitator.do("stage", "note", note="note-0001", step="volgorde", text="Dewi belt het gezin", **{"as": "decision"})

    for width in (1280, 320):
        ticket = server.api("POST", "/api/ticket", {}, key=session.tokens["console"])["ticket"]
        report = pages.door(width=width)
        report.goto(f"{server.url}/report/{ticket}")
        check(f"report at {width} px", report, "Dewi belt het gezin")
    assert check.found == []
