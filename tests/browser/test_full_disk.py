"""A full disk: every page says what is going on, and nothing is lost when there is room again."""

from guests import card
from house import FULL_DISK
from playwright.sync_api import expect


def test_every_page_says_that_the_disk_is_full_until_it_is_not(pages, start_server, guests):
    house = start_server(before=FULL_DISK)
    session = house.create("kennismaken")
    guests.console(house, session).go("piramide")
    pages.house = house
    phone, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    anna = guests.phone(house, session)

    (house.data / "full").touch()
    guests.run(anna.client.emit("ops", {"ops": [card("Past er niet bij")]}))
    for page, words in ((phone, "De laptop is vol."), (screen, "De schijf van de laptop is vol."), (console, "De schijf van deze laptop is vol.")):
        expect(page.get_by_text(words)).to_be_visible()
    phone.get_by_role("textbox").fill("Dagstart in de kring")
    phone.get_by_role("radio", name="Sterke basis").click()
    phone.get_by_role("button", name="Zet erbij").click()
    (house.data / "full").unlink()

    for page in (phone, screen, console):
        expect(page.get_by_text("is vol.")).to_have_count(0)
    expect(screen.get_by_text("Dagstart in de kring")).to_be_visible()
