"""The main job, start to end: the console page leads, phone and screen follow, three more people are around them. Both scripts."""

import pytest
from finding import arrived, button, heading
from guests import card, new_id, op
from playwright.sync_api import Page, expect

GREET, HANDS = "Begroeten bij de deur", "Begroet bij de deur"
MENTOR, MENTORS, TALK = "Mentorles", "Praten over je week", "Gesprek met de mentor"
CLASS, PLAN = "Taalklas", "Plan met het gezin"
RESULT = "Iedere jongere is veilig"
DECIDED = "Dewi belt het gezin voor vrijdag"


class Hall:
    """A session with its three pages; `people` are the others in the room."""

    def __init__(self, pages, server, guests, script: str):
        self.session = server.create(script, title="Studiedag welbevinden", group="De Linde")
        self.console, self.screen = pages.console(self.session), pages.screen(self.session)
        expect(self.console.get_by_text("Er is nog niemand binnen.")).to_be_visible()
        expect(self.screen.get_by_text("Wie is de eerste?")).to_be_visible()
        self.phone = pages.phone(self.session)
        self.people = [guests.phone(server, self.session) for _ in range(3)]

    def press(self, name: str) -> None:
        button(self.console, name).first.click()

    def at_step(self, n: int, title: str, state: str = "open") -> None:
        expect(self.console.get_by_role("dialog")).to_have_count(0)
        expect(self.console.get_by_text(f"Nu, stap {n}", exact=True)).to_be_visible()
        expect(self.console.get_by_role("main").get_by_text(state, exact=True)).to_be_visible()
        heading(self.screen, title)
        heading(self.phone, title)

    def carries(self, step: int, *texts: str) -> None:
        """On to that step: these are ticked on the carry sheet, and no others."""
        self.press(f"Naar stap {step}")
        sheet = self.console.get_by_role("dialog", name=f"Wat gaat mee naar stap {step}?")
        for text in texts:
            expect(sheet.get_by_role("checkbox", name=text)).to_be_checked()
        expect(sheet.get_by_role("checkbox", checked=True)).to_have_count(len(texts))
        button(sheet, "Verder").click()

    def ids(self) -> dict[str, str]:
        """The items of the open step by their text, as the others have them."""
        for guest in self.people:
            guest.until(lambda it: it.kind in ("vote", "order") and it.stage["now"]["state"] == "open")
        return {text: id for id, text in self.people[0].cards().items()}


@pytest.fixture
def hall(pages, server, guests):
    return lambda script: Hall(pages, server, guests, script)


def write(phone: Page, text: str, place: str | None = None, because: str | None = None) -> None:
    if place:
        phone.get_by_role("radio", name=place).click()
    phone.get_by_label("Jouw kaart").fill(text)
    if because:
        phone.get_by_label("want …").fill(because)
    button(phone, "Zet erbij").click()


def test_a_team_fills_the_pyramid_votes_orders_and_decides(hall):
    room = hall("kennismaken")
    they_come_in(room)
    they_fill_the_pyramid(room)
    they_look_up_and_stop_writing(room)
    what_is_alike_becomes_one(room)
    they_vote_on_two_ballots(room)
    they_put_the_first_two_in_order(room)
    they_decide(room)
    they_take_the_report_home(room, DECIDED, PLAN)


def they_come_in(room: Hall) -> None:
    heading(room.phone, "Je bent binnen.")
    expect(room.screen.get_by_text("4 zijn binnen")).to_be_visible()
    expect(room.console.get_by_text("4 telefoons zijn binnen. De verbinding werkt.")).to_be_visible()


def they_fill_the_pyramid(room: Hall) -> None:
    room.press("Begin met stap 1")
    room.at_step(1, "Vul de piramide")

    write(room.phone, GREET, "Sterke basis")
    expect(button(room.phone, "Mijn kaarten (1)")).to_be_visible()
    bram, chris, dewi = room.people
    bram.ops(card(HANDS), card(MENTOR))
    chris.ops(card(MENTORS), card(CLASS, "extra"))
    dewi.ops(card(PLAN, "intensive"))

    expect(strong_base(room).get_by_role("listitem")).to_have_count(4)
    expect(strong_base(room).get_by_text(GREET)).to_be_visible()


def strong_base(room: Hall):
    return room.screen.get_by_role("region", name="Laag 2, Sterke basis, 4 kaarten")


def they_look_up_and_stop_writing(room: Hall) -> None:
    room.press("Kijk op")
    heading(room.phone, "Kijk even naar het scherm.")
    expect(room.screen.get_by_text("Telefoons liggen stil")).to_be_visible()
    room.press("Ga verder")
    expect(room.phone.get_by_label("Jouw kaart")).to_be_visible()

    room.press("Sluit het schrijven")
    room.at_step(1, "Vul de piramide", "dicht")
    expect(room.phone.get_by_text("Deze stap is dicht.")).to_be_visible()


def what_is_alike_becomes_one(room: Hall) -> None:
    room.press("Kaarten (6)")
    button(room.console.get_by_role("listitem").filter(has_text=GREET).filter(has_text=HANDS), "Voeg samen").click()
    expect(room.phone.get_by_text("Aangekomen en samengevoegd met kaarten die erop lijken")).to_be_visible()
    expect(strong_base(room).get_by_role("listitem")).to_have_count(3)

    for text in (MENTOR, MENTORS):
        room.console.get_by_role("checkbox", name=text).check()
    room.console.get_by_label("Naam van de bundel").fill(TALK)
    button(room.console, "Voeg samen", exact=True).click()
    expect(strong_base(room).get_by_role("listitem")).to_have_text([f"{HANDS}2 kaarten", f"{TALK}2 kaarten"])
    button(room.console, "Nu", exact=True).click()


def they_vote_on_two_ballots(room: Hall) -> None:
    room.carries(2, HANDS, TALK, CLASS, PLAN)
    room.at_step(2, "Sterk en kan beter", "staat klaar")
    expect(room.screen.get_by_text("liggen klaar")).to_be_visible()
    room.press("Open het stemmen")
    room.at_step(2, "Sterk en kan beter")

    for text in (HANDS, TALK, PLAN):
        button(room.phone, text).click()
    room.phone.get_by_role("tab", name="Kan beter").click()
    for text in (CLASS, PLAN):
        button(room.phone, text).click()
    button(room.phone, "Ik ben klaar").click()
    expect(room.screen.get_by_role("status").filter(has_text="1 van 4 is klaar")).to_be_attached()
    ids, (bram, chris, _) = room.ids(), room.people
    bram.ops(op("stemmen", "put", item=ids[HANDS], ballot="sterk"), op("stemmen", "put", item=ids[CLASS], ballot="beter"), op("stage", "done", step="stemmen"))
    chris.ops(op("stemmen", "put", item=ids[CLASS], ballot="beter"))
    expect(room.console.get_by_text("2 van 4 klaar").first).to_be_visible()

    room.press("Sluit het stemmen")
    for page in (room.phone, room.screen):
        expect(page.get_by_text("De uitslag is nog dicht.")).to_be_visible()
    expect(room.console.get_by_text("uitslag dicht")).to_be_visible()

    room.press("Toon uitslag")
    table = room.screen.get_by_role("table", name="Uitslag in stippen")
    expect(table.get_by_role("row").filter(has_text=HANDS).get_by_role("cell", name="2 stippen sterk")).to_be_visible()
    expect(table.get_by_role("row").filter(has_text=CLASS).get_by_role("cell", name="3 stippen kan beter")).to_be_visible()
    expect(room.phone.get_by_text("3 mensen hebben gestemd.")).to_be_visible()
    expect(room.console.get_by_text(f"Open. Bovenaan: “{HANDS}”, 2 stippen.")).to_be_visible()


def they_put_the_first_two_in_order(room: Hall) -> None:
    room.carries(3, CLASS, PLAN)
    room.at_step(3, "Wat pakken we het eerst op?", "staat klaar")
    room.press("Open het ordenen")
    room.at_step(3, "Wat pakken we het eerst op?")

    if CLASS in room.phone.get_by_role("listitem").first.inner_text():  # everybody begins with another order
        button(room.phone, f"Omhoog: {PLAN}").click()
    button(room.phone, "Stuur in").click()
    expect(room.phone.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()
    ids, (bram, chris, dewi) = room.ids(), room.people
    bram.do("volgorde", "rank", items=[ids[PLAN], ids[CLASS]])
    chris.do("volgorde", "rank", items=[ids[PLAN], ids[CLASS]])
    dewi.do("volgorde", "rank", items=[ids[CLASS], ids[PLAN]])
    expect(room.console.get_by_text("Iedereen is klaar.").first).to_be_visible()

    room.press("Sluit het ordenen")
    room.press("Toon uitslag")
    first = room.screen.get_by_role("table", name="Volgorde van de groep").get_by_role("row").nth(1)
    expect(first).to_contain_text(PLAN)
    expect(first).to_contain_text("3 van 4 op plek 1")
    expect(room.phone.get_by_text("De uitslag is open.")).to_be_visible()


def they_decide(room: Hall) -> None:
    room.console.get_by_label("Schrijf op wat is afgesproken").fill(DECIDED)
    button(room.console, "Bewaar", exact=True).click()
    room.press("Toon op scherm")
    heading(room.screen, "Dit spreken we af")
    expect(room.screen.get_by_role("listitem").filter(has_text=DECIDED)).to_be_visible()
    room.press("Van het scherm")
    heading(room.screen, "Wat pakken we het eerst op?")


def they_take_the_report_home(room: Hall, *texts: str) -> None:
    room.press("Naar het verslag")
    expect(room.console.frame_locator("iframe").get_by_text("Concept", exact=True)).to_be_visible()
    room.press("Keur goed")
    expect(room.console.get_by_text("Dit verslag is goedgekeurd.")).to_be_visible()
    with room.console.expect_popup() as opened:
        room.press("Open het verslag")
    report = opened.value
    expect(report.get_by_role("heading", name="Studiedag welbevinden")).to_be_visible()
    expect(report.get_by_text("Concept", exact=True)).to_have_count(0)
    for text in texts:
        expect(report.get_by_text(text).first).to_be_visible()

    room.press("Beëindig de sessie")
    button(room.console.get_by_role("dialog"), "Beëindig de sessie").click()
    heading(room.screen, "Dank je wel")
    heading(room.phone, "Klaar.Dank je wel.")


def test_a_team_tells_its_change_story_from_result_to_order(hall):
    room = hall("veranderverhaal-kort")
    they_name_their_result(room)
    they_hang_up_elements_around_it(room)
    the_facilitator_hides_one_and_talks_about_another(room)
    they_vote_on_one_ballot(room)
    they_put_them_in_order_beside_the_result(room)
    they_take_the_report_home(room, RESULT, "Voorkomen staat voorop")


def they_name_their_result(room: Hall) -> None:
    room.press("Begin met stap 1")
    room.at_step(1, "Wat willen we bereiken?")
    write(room.phone, RESULT)
    expect(room.screen.get_by_role("listitem").filter(has_text=RESULT)).to_be_visible()
    room.press("Sluit het schrijven")


def they_hang_up_elements_around_it(room: Hall) -> None:
    room.press("Naar stap 2")
    room.at_step(2, "Ons veranderverhaal")
    the_result_is_beside(room.screen, room.phone)

    write(room.phone, "Genoeg tijd", "Randvoorwaarden", "anders blijft het liggen")
    bram, chris, _ = room.people
    bram.ops(element("Voorkomen staat voorop", "principles"), element("Geroddel over Sem", "other"))
    chris.ops(element("Vroeg beginnen", "knowledge"))

    expect(room.screen.get_by_role("region", name="Randvoorwaarden")).to_contain_text("Genoeg tijd")
    expect(room.screen.get_by_text("Geroddel over Sem")).to_be_visible()


def the_result_is_beside(*pages: Page) -> None:
    for page in pages:
        expect(page.get_by_role("region", name="Wat willen we bereiken?")).to_contain_text(RESULT)


def element(text: str, field: str) -> dict:
    return op("elementen", "add", card=new_id(), text=text, because="dat helpt", field=field)


def the_facilitator_hides_one_and_talks_about_another(room: Hall) -> None:
    room.press("Kaarten (4)")
    room.console.get_by_role("checkbox", name="Geroddel over Sem").check()
    button(room.console, "Verberg", exact=True).click()
    expect(room.screen.get_by_text("Geroddel over Sem")).to_have_count(0)

    room.console.get_by_role("checkbox", name="Genoeg tijd").check()
    room.press("Op scherm")
    expect(room.screen.get_by_text("want anders blijft het liggen")).to_be_visible()
    room.press("Laat los")
    button(room.console, "Nu", exact=True).click()
    room.press("Sluit het schrijven")


def they_vote_on_one_ballot(room: Hall) -> None:
    room.carries(3, "Genoeg tijd", "Voorkomen staat voorop", "Vroeg beginnen")
    room.press("Open het stemmen")
    room.at_step(3, "Wat is het belangrijkst?")

    for text in ("Genoeg tijd", "Voorkomen staat voorop"):
        button(room.phone, text).click()
    expect(room.phone.get_by_text("nog 1 van 3 stippen")).to_be_visible()
    room.people[0].do("stemmen", "put", item=room.ids()["Genoeg tijd"])
    arrived(room.phone)

    room.press("Sluit het stemmen")
    room.press("Toon uitslag")
    expect(room.screen.get_by_role("row", name="Genoeg tijd").get_by_role("cell", name="2 stippen")).to_be_visible()
    expect(room.phone.get_by_text("2 mensen hebben gestemd.")).to_be_visible()


def they_put_them_in_order_beside_the_result(room: Hall) -> None:
    room.carries(4, "Genoeg tijd", "Voorkomen staat voorop")
    room.press("Open het ordenen")
    room.at_step(4, "Wat draagt het meest bij?")
    the_result_is_beside(room.screen, room.phone)

    ids = room.ids()
    for guest in room.people:
        guest.do("volgorde", "rank", items=[ids["Voorkomen staat voorop"], ids["Genoeg tijd"]])
    expect(room.console.get_by_text("3 van 4 klaar").first).to_be_visible()

    room.press("Sluit het ordenen")
    room.press("Toon uitslag")
    expect(room.screen.get_by_role("row", name="Voorkomen staat voorop")).to_contain_text("3 van 3 op plek 1")
    the_result_is_beside(room.screen)
