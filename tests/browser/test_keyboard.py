"""Both jobs by keyboard alone: nothing is clicked, and at every key it shows where the focus is."""

from guests import card, op
from house import Opened
from looks import lost_focus
from playwright.sync_api import Locator, Page, expect

FAR = 60  # tabs


class Keys:
    """Somebody without a mouse."""

    def __init__(self, page: Page):
        self.page, self.lost, self.begun = page, [], False

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def tab_to(self, there: Locator, back: bool = False) -> None:
        expect(there).to_be_visible()
        if self.begun:  # what was pressed last may be gone: then the focus goes elsewhere
            expect(self.page.locator(":focus")).to_have_count(1)
        self.begun = True
        for _ in range(FAR):
            if there.evaluate("it => it === document.activeElement"):
                return
            self.press("Shift+Tab" if back else "Tab")
            self.lost += lost_focus(self.page)
        raise AssertionError(f"the keyboard does not get to {there}")

    def push(self, name: str, exact: bool = False) -> None:
        self.tab_to(self.page.get_by_role("button", name=name, exact=exact).first)
        self.press("Enter")


def test_a_participant_comes_in_writes_votes_and_orders(pages, session, facilitator):
    page = pages.door(width=1280, height=800)
    expect(page.get_by_label("Typ de code")).to_be_focused()
    page.keyboard.type(session.code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent binnen.")
    anna = Keys(page)

    facilitator.go("piramide")
    anna.tab_to(page.get_by_label("Jouw kaart"))
    for text, level in (("Dagstart in de kring", 1), ("Intervisie", 2)):
        anna.type(text)
        anna.press("Enter", *["ArrowDown"] * level, "Enter")
        expect(page.get_by_label("Jouw kaart")).to_be_focused()
    facilitator.until(lambda it: sorted(part["level"] for id, part in it.parts.items() if id in it.cards()) == ["base", "extra"])
    anna.push("Mijn kaarten (2)")
    anna.push("Ik ben klaar")
    expect(page.get_by_text("Je bent klaar.")).to_be_visible()

    ids = list(facilitator.cards())
    facilitator.go("stemmen", items=ids)
    facilitator.do("stage", "open")
    anna.tab_to(page.get_by_role("button", name="Intervisie"))
    anna.press("Space")
    expect(page.get_by_role("button", name="Intervisie")).to_have_attribute("aria-pressed", "true")
    anna.tab_to(page.get_by_role("tab", name="Sterk"), back=True)
    anna.press("ArrowRight")
    expect(page.get_by_role("tab", name="Kan beter")).to_be_focused()
    anna.tab_to(page.get_by_role("button", name="Dagstart in de kring"))
    anna.press("Space")
    anna.push("Ik ben klaar")
    expect(page.get_by_text("Je bent klaar. Wisselen mag nog.")).to_be_visible()

    facilitator.do("stage", "reveal")
    expect(page.get_by_text("De uitslag is open.")).to_be_visible()
    facilitator.go("volgorde", items=ids)
    facilitator.do("stage", "open")
    first = page.get_by_role("listitem").first.locator(".tx").inner_text()
    anna.tab_to(page.get_by_role("button", name=f"Verplaats plek 1: {first}"))
    anna.press("Space", "ArrowDown", "Space")
    anna.push("Stuur in")
    expect(page.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()
    expect(page.get_by_role("listitem").last).to_contain_text(first)
    assert anna.lost == []


def test_a_facilitator_leads_a_session_from_the_start_page_to_the_end(pages, server, guests):
    page = pages.start()
    begin, chair = Keys(page), Keys(page)
    begin.tab_to(page.get_by_role("link", name="Kennismaken met de piramide", exact=True))
    begin.press("Enter")
    begin.tab_to(page.get_by_label("Naam van de werksessie"))
    begin.press("Control+A")
    begin.type("Met de hand op de toetsen")
    begin.press("Enter")
    expect(page.get_by_role("heading", name="Met de hand op de toetsen")).to_be_visible()
    people, other = come_in(server, guests, "Met de hand op de toetsen")

    chair.press("n")
    other.until(lambda it: it.board == "piramide")
    expect(page.get_by_text("Nu, stap 1", exact=True)).to_be_visible()
    for guest, text in zip(people, ("Mentorles over hoe het gaat", "Mentorles over hoe het met je gaat", "Taalklas"), strict=True):
        guest.ops(card(text))
    chair.press("c")
    chair.push("Kaarten (3)")
    chair.tab_to(page.get_by_role("button", name="Voeg samen").first)
    chair.press("m")
    other.until(lambda it: len(shown(it)) == 2)
    chair.tab_to(page.get_by_role("button", name="Nu", exact=True), back=True)
    chair.press("Enter", "n")
    onward(chair, 2)
    chair.press("o")
    other.until(lambda it: it.board == "stemmen" and it.stage["now"]["state"] == "open")
    for guest in people:
        guest.until(lambda it: it.board == "stemmen").ops(*(op("stemmen", "put", item=item, ballot="beter") for item in shown(other)))
    chair.press("r")
    expect(page.get_by_text("uitslag open")).to_be_visible()
    chair.press("n")
    onward(chair, 3)
    chair.press("o")
    other.until(lambda it: it.board == "volgorde" and it.stage["now"]["state"] == "open")
    for guest in people:
        guest.until(lambda it: it.board == "volgorde").do("volgorde", "rank", items=shown(other))
    expect(page.get_by_text("Iedereen is klaar.").first).to_be_visible()
    chair.press("r", "g")
    chair.type("Dewi belt het gezin")
    chair.press("Enter")
    expect(page.get_by_role("list", name="Wat is opgeschreven")).to_contain_text("Dewi belt het gezin")
    end(chair)

    other.until(lambda it: it.stage["ended"] and it.stage["approved"])
    assert begin.lost + chair.lost == []


def come_in(server, guests, title: str):
    """-> three people and a second console in the session of that title."""
    [made] = [it for it in server.api("GET", "/api/sessions") if it["title"] == title]
    session = Opened(*(made[key] for key in ("id", "code", "join_url", "screen_url", "console_url", "tokens")))
    return [guests.phone(server, session) for _ in range(3)], guests.console(server, session)


def shown(other) -> list[str]:
    """The cards and bundles the hall sees."""
    return [id for id, part in other.parts.items() if isinstance(part, dict) and part.get("state") == "shown" and "into" not in part]


def onward(chair: Keys, step: int) -> None:
    """Through the carry sheet: it has the focus on what is most likely wanted."""
    expect(chair.page.get_by_role("button", name="Verder")).to_be_focused()
    chair.lost += lost_focus(chair.page)
    chair.press("Enter")
    expect(chair.page.get_by_text(f"Nu, stap {step}", exact=True)).to_be_visible()
    expect(chair.page.get_by_role("dialog")).to_have_count(0)


def end(chair: Keys) -> None:
    chair.tab_to(chair.page.get_by_role("button", name="Verslag", exact=True), back=True)
    chair.press("Enter")
    expect(chair.page.frame_locator("iframe").get_by_text("Concept", exact=True)).to_be_visible()
    chair.push("Keur goed")
    expect(chair.page.get_by_text("Dit verslag is goedgekeurd.")).to_be_visible()
    chair.push("Beëindig de sessie")
    chair.tab_to(chair.page.get_by_role("dialog").get_by_role("button", name="Beëindig de sessie"), back=True)
    chair.press("Enter")


def test_who_switches_single_keys_off_leads_with_tab_and_enter(pages, session, facilitator):
    page = pages.console(session)
    chair = Keys(page)
    chair.push("Toetsen")
    chair.tab_to(page.get_by_label("Toetsen werken"), back=True)
    chair.press("Space", "Escape", "n")
    expect(page.get_by_text("Nu: binnenkomen")).to_be_visible()

    for name, state in (("Begin met stap 1", "open"), ("Kijk op", "look"), ("Ga verder", "open"), ("Sluit het schrijven", "closed")):
        chair.push(name)
        facilitator.until(lambda it, state=state: it.stage["now"]["state"] == state)
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    facilitator.ops(card("Mentorles"))
    chair.push("Naar stap 2")
    chair.push("Verder")
    for name, state in (("Open het stemmen", "open"), ("Sluit het stemmen", "closed"), ("Maak ongedaan", "open")):
        chair.push(name)
        facilitator.until(lambda it, state=state: (it.board, it.stage["now"]["state"]) == ("stemmen", state))

    assert chair.lost == []
