"""Everybody can use the phone: axe finds nothing in any state and theme, 320 px is wide enough, every target fits a finger."""

import pytest
from finding import arrived
from guests import op
from looks import sideways, small_targets
from playwright.sync_api import expect

THEMES = {"light": {}, "dark": {"color_scheme": "dark"}, "contrast": {"contrast": "more"}, "small": {"width": 320, "height": 640}}


class Look:
    """The same person's page in every theme, and a narrow one."""

    def __init__(self, pages, session, axe):
        self._axe = axe
        self.phones = {name: pages.phone(session, reduced_motion="reduce", **look) for name, look in THEMES.items()}
        self.found = []

    def do(self, act) -> None:
        for phone in self.phones.values():
            act(phone)

    def at(self, state: str, text: str) -> None:
        for name, phone in self.phones.items():
            expect(phone.get_by_text(text).first).to_be_visible()
            if name != "small":
                self.found += [f"{state}, {name}: {said}" for said in self._axe(phone)]
            self.found += [f"{state}, {name}: {n} px sideways" for n in [sideways(phone)] if n]
            self.found += [f"{state}, {name}: small {target}" for target in small_targets(phone)]


@pytest.fixture
def kennismaken(server):
    return server.create("kennismaken")


@pytest.fixture
def veranderverhaal(server):
    return server.create("veranderverhaal-kort")


def fill(text: str, radio: str | None = None):
    def act(phone):
        phone.get_by_label("Jouw kaart").fill(text)
        if radio:
            phone.get_by_role("radio", name=radio).click()
        phone.get_by_role("button", name="Zet erbij").click()

    return act


def press(name: str):
    return lambda phone: phone.get_by_role("button", name=name).first.click()


def test_every_state_of_the_pyramid_the_vote_and_the_order(pages, server, guests, kennismaken, axe):
    facilitator = guests.console(server, kennismaken)
    look = Look(pages, kennismaken, axe)

    look.at("waiting", "Je bent binnen.")
    facilitator.go("piramide")
    look.at("empty form", "Voor wie is dit?")
    look.do(fill("Mentorles over hoe het met je gaat"))
    look.at("level missing", "Tik nog op een laag.")
    look.do(fill("Mentorles over hoe het met je gaat", "Sterke basis"))
    look.at("arrived", "Je vorige kaart is aangekomen.")
    look.do(press("Mijn kaarten"))
    look.at("my cards", "Aangekomen")
    look.do(press("Haal weg"))
    look.at("taking back", "Wil je deze kaart weghalen?")
    look.do(press("Nee"))
    look.do(press("Pas aan"))
    look.at("mending", "Pas je kaart aan")
    facilitator.do("stage", "look")
    look.at("look", "Kijk even naar het scherm.")
    facilitator.do("stage", "break", minutes=5)
    look.at("break", "Pauze tot")
    facilitator.do("stage", "break", minutes=0)
    facilitator.do("stage", "close")
    look.at("closed", "Deze stap is dicht.")

    ids = sorted(facilitator.until(lambda it: len(it.cards()) == len(THEMES)).cards())
    facilitator.go("stemmen", items=ids)
    facilitator.do("stage", "open")
    look.at("vote", "nog 3 van 3 stippen")
    look.do(lambda phone: [phone.locator(".item").nth(n).click() for n in range(3)])
    look.at("all dots given", "nog 0 van 3 stippen")
    look.do(lambda phone: phone.locator(".item").nth(3).click(force=True))
    look.at("no dots left", "Je stippen zijn op. Neem er eerst een terug.")
    look.do(arrived)
    facilitator.do("stage", "close")
    look.at("vote closed", "Het stemmen is dicht.")
    facilitator.do("stage", "reveal")
    look.at("vote revealed", "De uitslag is open.")

    facilitator.go("volgorde", items=ids)
    facilitator.do("stage", "open")
    look.at("order", "Schuif tot het klopt.")
    look.do(lambda phone: phone.locator(".mv").nth(1).click())
    look.at("moved", "staat nu op plek 2")
    look.do(press("Stuur in"))
    look.at("sent in", "Ingestuurd.")
    facilitator.do("stage", "reveal")
    look.at("order revealed", "De uitslag is open.")
    facilitator.do("stage", "end")
    look.at("ended", "Dank je wel.")
    look.do(press("Bekijk wat ik deed"))
    look.at("what I did", "Wat ik deed")

    assert look.found == []


def test_every_state_of_the_wall_many_dots_and_no_line(pages, server, guests, veranderverhaal, axe):
    facilitator = guests.console(server, veranderverhaal)
    look = Look(pages, veranderverhaal, axe)

    facilitator.go("resultaat")
    look.at("one field", "Wat moet er voor hen anders of beter zijn?")
    facilitator.ops(op("resultaat", "add", card="card-result", text="Iedere jongere is veilig", field="result"))
    facilitator.go("elementen")
    look.at("four fields", "Iedere jongere is veilig")
    look.do(fill("Voorkomen staat voorop", "Randvoorwaarden"))
    look.at("because missing", "Schrijf er ook bij waarom.")
    look.do(lambda phone: phone.get_by_label("want …").fill("achteraf is het te laat"))
    look.do(press("Zet erbij"))
    look.do(press("Mijn kaarten"))
    look.at("my cards", "want achteraf is het te laat")
    facilitator.go("stemmen", items=list(facilitator.until(lambda it: len(it.cards()) == len(THEMES)).cards()))
    facilitator.do("stage", "adjust", step="stemmen", config={"max_per_item": 3})
    facilitator.do("stage", "open")
    look.do(press("Geef een stip"))
    look.at("many dots", "nog 2 van 3 stippen")
    look.do(lambda phone: phone.context.set_offline(True))
    look.do(press("Geef een stip"))
    look.at("no line", "Ga gewoon door.")

    assert look.found == []


def test_the_pages_before_one_is_in(pages, server, guests, kennismaken, axe):
    guests.console(server, kennismaken).do("stage", "lock")
    look = Look(pages, kennismaken, axe)
    look.at("locked", "De deur is dicht.")
    look.do(lambda phone: phone.get_by_role("link", name="Typ een andere code").click())
    look.at("type the code", "Typ de code die op het grote scherm staat")

    assert look.found == []
