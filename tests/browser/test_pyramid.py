"""The pyramid on real pages: wishes, examples, strands, questions to look by, a level lower, and putting the same cards on a level in silence."""

import re

import pytest
from finding import button
from guests import op
from looks import lost_focus, sideways, small_targets
from playwright.sync_api import Page, expect

DEEP = '''id = "diep"
title = "Onze piramide"
summary = "Proef"
[[steps]]
id = "piramide"
kind = "pyramid"
title = "Vul de piramide"
prompt = "Wat doen we al?"
minutes = 10
[steps.config]
allow_wish = true
tags = ["leerlingen", "ouders"]
examples = true
'''
PLACE = '''id = "leggen"
title = "Waar hoort dit?"
summary = "Proef"
[[steps]]
id = "leggen"
kind = "pyramid"
title = "Waar hoort dit?"
prompt = "Zet elke kaart op een laag."
minutes = 10
[steps.config]
mode = "place"
items = ["Intervisie in vaste groepjes", "Mentorles over hoe het met je gaat", "Ondersteuningsplanbesprekingen met jeugdgezondheidszorgmedewerkers"]
'''
WHOLE = re.compile("^Vul de piramide$")


@pytest.fixture
def deep(server):
    return server.open_own(DEEP)


@pytest.fixture
def leader(server, guests, deep):
    """The pyramid is open, and it is led from here."""
    leader = guests.console(server, deep)
    leader.go("piramide")
    return leader


@pytest.fixture
def placing(server):
    return server.open_own(PLACE)


@pytest.fixture
def placed(server, guests, placing):
    """Everybody may put the cards on a level."""
    leader = guests.console(server, placing)
    leader.go("leggen")
    leader.do("stage", "open")
    return leader


def add(leader, card: str, text: str, level: str, **more) -> None:
    assert "seq" in leader.do("piramide", "add", card=card, text=text, level=level, **more)


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("radio", name=name).click()


def block(screen: Page, name: str):
    return screen.get_by_role("region", name=name)


def test_a_wish_goes_from_phone_to_screen_dashed_and_uncounted(pages, deep, leader):
    phone, screen = pages.phone(deep), pages.screen(deep)
    phone.get_by_label("Jouw kaart").fill("Schooltuin")
    choose(phone, "Sterke basis", "ouders", "Dit is een wens")
    button(phone, "Zet erbij").click()

    expect(screen.locator(".card.wish")).to_contain_text("Schooltuin")
    expect(block(screen, "Laag 2, Sterke basis, 0 kaarten")).to_be_visible()
    expect(screen.locator(".foot")).to_contain_text("0 kaarten en 1 wens")
    expect(phone.get_by_role("radio", name="Dit doen we al")).to_be_checked()  # the next card is one that is there
    button(phone, "Mijn kaarten (1)").click()
    expect(phone.get_by_text("Welbevinden · ouders · wens")).to_be_visible()

    button(phone, "Pas aan: Schooltuin").click()
    choose(phone, "Dit doen we al")
    button(phone, "Bewaar").click()
    expect(screen.locator(".foot")).to_contain_text("1 kaart")
    expect(screen.locator(".card.wish")).to_have_count(0)


def test_an_example_fills_the_field_and_is_not_sent_and_own_words_are_never_written_over(pages, deep, leader):
    phone = pages.phone(deep)
    expect(button(phone, "Dagstart in de kring")).to_have_count(0)

    button(phone, "Voorbeelden").click()
    choose(phone, "Sterke basis")
    expect(button(phone, "Intervisie in vaste groepjes")).to_have_count(0)
    button(phone, "Dagstart in de kring").click()

    expect(phone.get_by_label("Jouw kaart")).to_have_value("Dagstart in de kring")
    assert leader.cards() == {}
    phone.get_by_label("Jouw kaart").fill("Dagstart in de gymzaal")
    expect(button(phone, "Voorbeelden")).to_have_count(0)


def test_a_card_about_pupils_on_the_foundation_gets_a_question_and_is_taken_all_the_same(pages, deep, leader):
    phone = pages.phone(deep)
    phone.get_by_label("Jouw kaart").fill("Elke leerling begroeten")
    asks = phone.get_by_text("Hoort dit bij het team of bij leerlingen?")

    choose(phone, "Sterke basis")
    expect(asks).to_have_count(0)
    choose(phone, "Fundament")
    expect(asks).to_be_visible()
    button(phone, "Zet erbij").click()

    leader.until(lambda it: list(it.cards().values()) == ["Elke leerling begroeten"])


def test_a_strand_on_the_screen_shows_its_own_cards_and_those_of_both(pages, deep, leader):
    add(leader, "dagstart", "Dagstart", "base", strand="welbevinden")
    add(leader, "leesplan", "Leesplan", "base", strand="leren")
    add(leader, "ouderavond", "Ouderavond", "base", strand="beide")
    console, screen = pages.console(deep), pages.screen(deep)
    expect(screen.locator(".blk .card")).to_have_count(3)

    console.keyboard.press("w")
    expect(screen.locator(".blk .card")).to_contain_text(["Dagstart", "Ouderavond"])
    expect(screen.locator(".name .on")).to_have_text("Alleen: welbevinden")
    expect(screen.locator(".foot")).to_contain_text("2 kaarten over welbevinden")
    expect(button(console, "Welbevinden")).to_have_attribute("aria-pressed", "true")
    console.keyboard.press("w")
    expect(screen.locator(".name .on")).to_have_text("Alleen: leren")
    console.keyboard.press("z")
    expect(screen.locator(".name .on")).to_have_text("Alleen: welbevinden")
    button(console, "Alles").click()
    expect(screen.locator(".blk .card")).to_have_count(3)


def test_while_we_talk_the_screen_asks_one_question_and_names_who_has_nothing(pages, deep, leader):
    add(leader, "dagstart", "Dagstart", "base", tag="leerlingen")
    console, screen = pages.console(deep), pages.screen(deep)
    expect(screen.locator("h1")).to_have_text(WHOLE)

    console.keyboard.press("l")
    expect(screen.locator("h1")).to_have_text("Past leren bij welbevinden in ons beeld?")
    expect(block(screen, "Laag 2")).to_contain_text("nog niets voor ouders")
    expect(console.get_by_role("button", name="Kijkvraag 1")).to_be_visible()  # it has heard of the look too
    console.keyboard.press("v")
    expect(screen.locator("h1")).to_have_text("Past dit bij onze leerlingen, ons team en dit moment?")
    expect(console.locator(".cue [aria-current]")).to_contain_text("Past dit bij onze leerlingen, ons team en dit moment? (op het scherm)")
    console.keyboard.press("o")
    expect(screen.locator("h1")).to_have_text(WHOLE)


def test_the_share_stands_on_the_plate_in_the_talk_only_and_never_on_the_foundation(pages, deep, leader):
    add(leader, "dagstart", "Dagstart", "base")
    screen = pages.screen(deep)
    expect(block(screen, "Laag 2")).to_contain_text("alle leerlingen")
    assert "%" not in screen.inner_text("body")

    leader.do("stage", "close")

    expect(block(screen, "Laag 2")).to_contain_text("genoeg voor 80-90%")
    expect(block(screen, "Laag 4")).to_contain_text("nodig voor 1-5%")
    expect(block(screen, "Laag 1")).to_contain_text("ons eigen team")
    assert "%" not in block(screen, "Laag 1").inner_text()


def test_both_keys_are_in_the_overview(pages, deep, leader):
    console = pages.console(deep)
    console.keyboard.press("Shift+?")

    expect(console.get_by_role("dialog")).to_contain_text("scherm: welbevinden, leren, alles")
    expect(console.get_by_role("dialog")).to_contain_text("volgende ronde, situatie of kijkvraag")


def test_a_card_goes_a_level_lower_as_a_wish_with_its_origin_in_sight(pages, deep, leader):
    add(leader, "weerbaar", "Weerbaarheid", "extra", strand="welbevinden")
    console, screen = pages.console(deep), pages.screen(deep)
    button(console, "Kaarten (1)").click()
    console.get_by_role("checkbox", name="Weerbaarheid").check()

    button(console, "Ook als wens op 2 Sterke basis").click()

    expect(console.get_by_text("Hiervan staat al een kaart een laag lager.")).to_be_visible()
    expect(block(screen, "Laag 2").locator(".card.wish")).to_have_text(re.compile(r"Weerbaarheid.*van 3"))
    expect(block(screen, "Laag 3").locator(".card")).to_contain_text("Weerbaarheid")
    expect(console.get_by_role("region", name="Sterke basis: 1 kaart")).to_contain_text("wens · ↓ van 3 Extra")
    button(console, "Maak ongedaan").click()
    expect(screen.locator(".card.wish")).to_have_count(0)


def test_a_wish_and_a_real_card_are_not_offered_to_be_merged(pages, deep, leader):
    add(leader, "schooltuin", "Schooltuin", "base", wish=True)
    add(leader, "moestuin", "Moestuin", "base")
    console = pages.console(deep)
    button(console, "Kaarten (2)").click()

    console.get_by_role("checkbox", name="Schooltuin").check()
    console.get_by_role("checkbox", name="Moestuin").check()

    expect(console.get_by_text("Een wens en iets wat er al is kun je niet samenvoegen.")).to_be_visible()


def test_the_same_cards_are_placed_by_keyboard_alone_and_the_phone_says_what_is_left(pages, placing, placed):
    phone = pages.phone(placing)
    expect(phone.get_by_text("0 van 3")).to_be_visible()
    first = phone.get_by_role("button", name="Intervisie")
    first.focus()

    phone.keyboard.press("Tab")
    phone.keyboard.press("ArrowUp")  # from the top of the gable round to the foundation
    expect(phone.get_by_role("radio", name="Fundament")).to_be_checked()
    expect(phone.get_by_text("1 van 3")).to_be_visible()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Mentorles")).to_be_focused()
    expect(phone.get_by_role("button", name="Mentorles")).to_have_attribute("aria-expanded", "true")
    choose(phone, "Sterke basis")
    assert lost_focus(phone) == []
    button(phone, "Volgende").click()
    choose(phone, "Extra")

    expect(phone.get_by_text("Al je kaarten liggen.")).to_be_visible()
    placed.until(lambda it: it.parts["turnout"]["done"] == 1)


def test_what_others_do_leaves_the_open_card_and_the_focus_alone(pages, server, guests, placing, placed):
    phone = pages.phone(placing)
    button(phone, "Mentorles").click()
    phone.get_by_role("radio", name="Extra").focus()

    placed.do("leggen", "edit", card="s1-2", text="Mentorles voor alle klassen")

    expect(button(phone, "Mentorles voor alle klassen")).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("radio", name="Extra")).to_be_focused()
    phone.reload()
    expect(button(phone, "Mentorles voor alle klassen")).to_have_attribute("aria-expanded", "true")


def test_a_level_is_pending_until_the_server_has_it(pages, lines, server, placing, placed):
    line = lines(server)
    phone = pages.phone(placing, line=line)
    line.hold()

    choose(phone, "Extra")

    expect(phone.locator(".lv[data-pending]")).to_contain_text("Extra")
    line.mend()
    expect(phone.locator(".lv[data-pending]")).to_have_count(0)
    expect(phone.get_by_role("radio", name="Extra")).to_be_checked()


def test_the_reveal_lights_up_what_differs_and_the_facilitator_settles_it(pages, server, guests, placing, placed):
    for level in ("foundation", "foundation", "base"):
        guest = guests.phone(server, placing)
        guest.ops(op("leggen", "place", item="s1-1", level=level), op("leggen", "place", item="s1-2", level="base"))
    console, screen, phone = pages.console(placing), pages.screen(placing), pages.phone(placing)
    expect(screen.locator(".hidden-result")).to_be_visible()
    assert "Intervisie" not in screen.inner_text("main")

    console.keyboard.press("r")
    expect(screen.locator(".lit")).to_have_text("Intervisie in vaste groepjes")
    expect(screen.locator(".apart ul")).to_have_text("2 Fundament1 Sterke basis")
    expect(screen.locator(".say")).to_have_text("Over 1 van de 2 kaarten denken we verschillend. Wie vertelt waarom?")
    expect(screen.locator(".foot")).to_contain_text("3 van 4 mensen")
    expect(phone.get_by_text("2 Fundament · 1 Sterke basis")).to_be_visible()
    console.keyboard.press("]")
    expect(block(screen, "Laag 2").locator(".card")).to_have_text("Mentorles over hoe het met je gaat")

    button(console, "Kaarten (3)").click()
    console.get_by_role("checkbox", name="Intervisie").check()
    console.get_by_label("Laag die jullie afspreken").select_option(label="1 Fundament")
    expect(block(screen, "Laag 1").locator(".card")).to_have_text("Intervisie in vaste groepjes")
    expect(phone.get_by_text("afgesproken: Fundament")).to_be_visible()
    console.get_by_label("Laag die jullie afspreken").press("Escape")
    button(console, "Maak ongedaan").click()
    console.keyboard.press("[")
    expect(screen.locator(".lit")).to_have_text("Intervisie in vaste groepjes")


def test_every_state_is_clean_for_axe_and_fits_320_pixels(pages, deep, leader, axe):
    phone = pages.phone(deep, width=320, height=640)
    button(phone, "Voorbeelden").click()
    phone.get_by_label("Jouw kaart").fill("Een klas")
    choose(phone, "Fundament", "ouders", "Dit is een wens")
    assert (axe(phone), sideways(phone), small_targets(phone)) == ([], 0, [])
    button(phone, "Zet erbij").click()
    button(phone, "Mijn kaarten (1)").click()
    assert (axe(phone), sideways(phone)) == ([], 0)
    add(leader, "weerbaar", "Weerbaarheid", "extra", tag="leerlingen")
    leader.do("piramide", "lower", card="weerbaar", to="base", **{"as": "lager-001"})
    leader.do("stage", "look")
    console, screen = pages.console(deep), pages.screen(deep)
    expect(screen.locator(".gap").first).to_be_visible()
    assert axe(screen) == []
    assert axe(console) == []
    button(console, "Kaarten (3)").click()
    console.get_by_role("checkbox", name="Weerbaarheid").first.check()
    expect(console.get_by_label("Gaat over")).to_be_visible()
    assert axe(console) == []


def test_every_state_of_placing_is_clean_for_axe_and_fits_320_pixels(pages, server, guests, placing, placed, axe):
    phone, screen, console = pages.phone(placing, width=320, height=640), pages.screen(placing), pages.console(placing)
    choose(phone, "Extra")
    expect(phone.get_by_text("1 van 3")).to_be_visible()
    assert (axe(phone), sideways(phone), small_targets(phone)) == ([], 0, [])
    guests.phone(server, placing).do("leggen", "place", item="s1-1", level="base")
    placed.do("stage", "close")
    expect(phone.get_by_text("Deze stap is dicht.").first).to_be_visible()
    assert (axe(phone), sideways(phone)) == ([], 0)
    placed.do("stage", "reveal")
    expect(phone.get_by_text("De uitslag is open.")).to_be_visible()
    expect(screen.locator(".lit")).to_have_count(1)
    assert (axe(phone), sideways(phone)) == ([], 0)
    assert axe(screen) == []
    button(console, "Kaarten (3)").click()
    expect(console.get_by_text("Hier praten we over")).to_be_visible()
    assert axe(console) == []
