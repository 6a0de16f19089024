"""What the facilitator does on the console, over a real server: lead with one button or one key, merge, carry, take back, write down."""

import re
import time

import pytest
from finding import button
from guests import card
from playwright.sync_api import Page, expect

GREETINGS = ("Elke leerling begroeten", "Handen schudden bij de deur", "Begroeten aan de deur")


@pytest.fixture
def other(server, guests, session):
    """The second console: sees what the server made of it."""
    return guests.console(server, session)


@pytest.fixture
def console(pages, session) -> Page:
    page = pages.console(session)
    expect(button(page, "Begin met stap 1")).to_be_visible()
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def state(other) -> str:
    return other.stage["now"]["state"]


def tops(other) -> dict[str, dict]:
    """What the hall sees, a bundle as one."""
    parts = {id: part for id, part in other.parts.items() if isinstance(part, dict) and "state" in part}
    return {id: part for id, part in parts.items() if part["state"] == "shown" and "into" not in part}


def shown(other) -> list[str]:
    return sorted(part["text"] for part in tops(other).values())


def collect(page: Page, other, *writers, texts=GREETINGS) -> None:
    """Step 1 with these cards on it."""
    press(page, "n")
    other.until(lambda it: it.board == "piramide")
    for i, text in enumerate(texts):
        writers[i % len(writers)].ops(card(text))
    other.until(lambda it: len(it.cards()) == len(texts))
    on_stage(page, 1)
    expect(button(page, f"Kaarten ({len(texts)})")).to_be_visible()


def to_the_vote(page: Page, other, *writers, texts=GREETINGS) -> None:
    """Everything goes along to a vote that is open."""
    collect(page, other, *writers, texts=texts)
    press(page, "n")
    button(page, "Verder", exact=True).click()
    on_stage(page, 2)
    press(page, "o")
    expect(button(page, "Sluit het stemmen")).to_be_visible()
    other.until(lambda it: state(it) == "open")


def on_stage(page: Page, step: int) -> None:
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text(f"Nu, stap {step}", exact=True)).to_be_visible()


def to_the_cards(page: Page) -> None:
    button(page, "Kaarten (").click()


def tick(page: Page, *texts: str) -> None:
    for text in texts:
        page.get_by_role("checkbox", name=text).check()


def test_the_big_button_leads_from_the_start_to_the_result(console, other, anna):
    button(console, "Begin met stap 1").click()
    other.until(lambda it: it.board == "piramide")
    anna.ops(card("Mentorles"))
    button(console, "Sluit het schrijven").click()
    button(console, "Naar stap 2").click()
    button(console, "Verder", exact=True).click()
    button(console, "Open het stemmen").click()
    button(console, "Sluit het stemmen").click()
    button(console, "Toon uitslag").click()

    other.until(lambda it: it.stage["now"] == {"step": "stemmen", "state": "closed", "revealed": True, "break": None})


def test_every_act_of_leading_is_one_key(pages, console, other, anna, bram):
    to_the_vote(console, other, anna, bram)

    for key, holds in (
        ("l", lambda it: state(it) == "look"),
        ("o", lambda it: state(it) == "open"),
        ("c", lambda it: state(it) == "closed"),
        ("r", lambda it: it.stage["now"]["revealed"]),
        ("t", lambda it: it.stage["timer"]["total"] == 360),  # the five minutes of the step, and one more
        ("q", lambda it: it.stage["screen"]["show"] == "code"),
        ("b", lambda it: it.stage["screen"]["show"] == "blank"),
        ("s", lambda it: it.stage["screen"]["show"] == "board"),
        ("]", lambda it: it.stage["screen"]["page"] == 2),
        ("[", lambda it: it.stage["screen"]["page"] == 1),
        ("k", lambda it: it.stage["locked"]),
        ("z", lambda it: not it.stage["locked"]),
        ("Shift+Z", lambda it: it.stage["locked"]),
        ("p", lambda it: it.board == "piramide"),
        ("2", lambda it: it.stage["screen"].get("place") == "base"),
        ("ArrowRight", lambda it: it.board == "stemmen"),
        ("ArrowLeft", lambda it: it.board == "piramide"),
    ):
        press(console, key)
        other.until(holds)
        pages.abreast(console, other)  # the next key is about what it shows
        expect(console.locator(".trouble p")).to_have_count(0)


def test_a_letter_in_a_text_is_a_letter(console, other, anna):
    collect(console, other, anna)

    press(console, "g")
    console.keyboard.type("nobel zonder rook")

    expect(console.get_by_label("Schrijf op wat is afgesproken")).to_have_value("nobel zonder rook")
    assert other.stage["now"] == {"step": "piramide", "state": "open", "revealed": False, "break": None}
    assert [act["do"] for act in other.stage["acts"]] == ["go"]


def test_single_keys_can_be_switched_off(console, other):
    press(console, "?")
    console.get_by_label("Toetsen werken").uncheck()
    press(console, "Escape", "n")
    button(console, "Toetsen").click()
    expect(console.get_by_label("Toetsen werken")).not_to_be_checked()

    assert other.board is None


def test_three_cards_become_one_in_four_actions(console, other, anna, bram):
    collect(console, other, anna, bram)
    to_the_cards(console)

    tick(console, *GREETINGS)  # three
    press(console, "m")  # four

    other.until(lambda it: shown(it) == ["Begroeten aan de deur"])
    expect(console.get_by_text("3 kaarten samengevoegd tot “Begroeten aan de deur”")).to_be_visible()
    expect(console.get_by_role("checkbox")).to_have_count(1)
    expect(console.get_by_role("checkbox", name="Begroeten aan de deur")).to_be_focused()


def test_a_merge_is_taken_back_and_done_again(console, other, anna):
    collect(console, other, anna)
    to_the_cards(console)
    tick(console, *GREETINGS)
    console.get_by_label("Naam van de bundel").fill("Elke dag bij de deur")
    press(console, "Enter")
    expect(console.get_by_role("checkbox", name="Elke dag bij de deur")).to_be_focused()

    press(console, "z")
    expect(console.get_by_role("checkbox")).to_have_count(3)
    expect(button(console, "Toch wel")).to_be_visible()
    press(console, "Shift+Z")

    other.until(lambda it: shown(it) == ["Elke dag bij de deur"])


def test_z_right_after_a_key_takes_back_that_key_and_nothing_older(console, other):
    press(console, "n", "q")
    other.until(lambda it: it.stage["screen"]["show"] == "code")
    expect(console.get_by_text("Net gedaan")).to_be_visible()

    press(console, "b", "z")

    other.until(lambda it: [act["undone"] for act in it.stage["acts"] if act["do"] == "screen"][-2:] == [True, False])
    assert other.stage["screen"]["show"] == "code"


def test_merging_goes_by_keyboard_alone(console, other, anna):
    collect(console, other, anna)
    to_the_cards(console)
    console.get_by_label("Welk deel").focus()

    press(console, "Tab", "Space", "j", "Space", "ArrowRight", "Space", "m")

    other.until(lambda it: shown(it) == ["Begroeten aan de deur"])


def test_cards_of_two_levels_are_put_together_first(console, other, anna):
    press(console, "n")
    other.until(lambda it: it.board == "piramide")
    anna.ops(card("Taalklas", level="extra"), card("Taalklas voor nieuwkomers"))
    to_the_cards(console)
    tick(console, "Taalklas voor nieuwkomers")
    console.get_by_role("checkbox", name="Taalklas", exact=True).check()
    expect(button(console, "Voeg samen", exact=True)).to_have_attribute("aria-disabled", "true")

    button(console, "Zet ze op 3 Extra").click()
    button(console, "Voeg samen", exact=True).click()

    other.until(lambda it: [(part["level"], part["n"]) for part in tops(it).values()] == [("extra", 2)])


def test_one_key_merges_what_looks_alike_and_one_dismisses_it(console, other, anna):
    collect(console, other, anna, texts=("Mentorles over hoe het gaat", "Mentorles over hoe het met je gaat", "Taalklas voor nieuwe leerlingen"))
    anna.leave()
    other.ops(card("Taalklas voor de nieuwe leerlingen"))
    to_the_cards(console)
    expect(console.get_by_role("heading", name="Lijken op elkaar (2)")).to_be_visible()

    button(console, "Voeg samen Mentorles").first.focus()
    press(console, "m")
    expect(console.get_by_role("heading", name="Lijken op elkaar (1)")).to_be_visible()
    press(console, "x")

    expect(console.get_by_role("heading", name="Niets wacht op jou")).to_be_visible()
    assert len(shown(other)) == 3


def test_from_the_list_of_needs_the_key_works_at_once(console, other, anna):
    collect(console, other, anna, texts=("Elke leerling begroeten", "Elke leerling begroeten bij de deur"))

    button(console, "Bekijk ze").click()
    expect(console.locator(".alike button").first).to_be_focused()
    press(console, "m")

    other.until(lambda page: [part["n"] for part in tops(page).values()] == [2])


def test_a_key_pressed_once_too_often_is_not_typed_in_the_search(console, other, anna):
    collect(console, other, anna, texts=("Elke leerling begroeten", "Elke leerling begroeten bij de deur"))
    button(console, "Bekijk ze").click()
    expect(console.locator(".alike button").first).to_be_focused()

    press(console, "m")
    expect(console.locator(".alike")).to_have_count(0)
    press(console, "m", "n")

    expect(console.get_by_role("dialog", name="Wat gaat mee naar stap 2?")).to_be_visible()
    expect(console.get_by_placeholder("Zoek in de kaarten")).to_have_value("")


def test_going_on_from_the_cards_ends_up_at_now(console, other, anna):
    collect(console, other, anna, texts=("Dagstart in de kring",))
    to_the_cards(console)

    press(console, "n")
    expect(button(console, "Verder")).to_be_focused()
    press(console, "Enter")

    expect(button(console, "Open het stemmen")).to_be_visible()


def test_a_card_can_be_changed_moved_hidden_and_laid_aside(console, other, anna):
    collect(console, other, anna, texts=("Koffie zonder agenda", "Taalkals", "Gesprek over Sem"))
    to_the_cards(console)

    tick(console, "Taalkals")
    console.get_by_label("Tekst").fill("Taalklas")
    press(console, "Enter")
    expect(console.get_by_role("checkbox", name="Taalklas")).to_be_checked()
    console.get_by_label("Waar").select_option("extra")
    button(console, "Op scherm").click()
    other.until(lambda it: it.stage["screen"]["show"] == "card")
    button(console, "Laat los").click()
    tick(console, "Gesprek over Sem")
    button(console, "Verberg", exact=True).click()
    tick(console, "Koffie zonder agenda")
    button(console, "Leg apart").click()

    expect(console.get_by_role("heading", name="Niet te zien in de zaal (2)")).to_be_visible()
    other.until(lambda it: shown(it) == ["Taalklas"])
    button(console, "Toon Gesprek over Sem").click()
    other.until(lambda it: shown(it) == ["Gesprek over Sem", "Taalklas"])


def test_a_card_comes_out_of_its_bundle(console, other, anna):
    collect(console, other, anna)
    to_the_cards(console)
    tick(console, *GREETINGS)
    press(console, "m")
    expect(console.get_by_role("checkbox")).to_have_count(1)
    tick(console, "Begroeten aan de deur")

    button(console, "Haal eruit Elke leerling begroeten").click()
    other.until(lambda it: shown(it) == ["Begroeten aan de deur", "Elke leerling begroeten"])
    button(console, "Maak de hele bundel los").click()

    other.until(lambda it: shown(it) == sorted(GREETINGS))


def test_somebody_without_a_phone_gets_a_card_also_during_the_vote(console, other, anna):
    to_the_vote(console, other, anna)
    to_the_cards(console)

    console.get_by_label("Tekst").fill("Een kaart op papier")
    console.get_by_label("Waar").select_option("intensive")
    button(console, "Voeg kaart toe").click()

    other.until(lambda it: "Een kaart op papier" in shown(it))
    expect(console.get_by_label("Tekst")).to_be_focused()


def test_what_came_too_late_waits_in_a_tray(console, other, anna, bram):
    to_the_vote(console, other, anna)
    time.sleep(5.1)  # what was on its way has come
    bram.ops(card("Nog een idee"))

    button(console, "Bekijk ze").first.click()
    expect(console.get_by_role("heading", name="1 kaart kwam te laat: toevoegen?")).to_be_visible()
    button(console, "Voeg toe Nog een idee").click()
    button(console, "Nu", exact=True).click()
    expect(console.get_by_text("nieuwe kaart: toevoegen?")).to_be_visible()
    button(console, "Voeg toe", exact=True).click()

    other.until(lambda it: "Nog een idee" in shown(it))


def test_the_carry_sheet_marks_ties_and_takes_what_stays_ticked(console, other, anna, bram):
    texts = [f"Kaart {n}" for n in range(1, 7)]
    to_the_vote(console, other, other, texts=texts)
    ids = {part["text"]: id for id, part in tops(other).items()}
    for guest, chosen in ((anna, texts[:3]), (bram, texts[3:6])):
        for text in chosen:
            guest.do("stemmen", "put", item=ids[text], ballot="beter")
    press(console, "n")
    expect(console.get_by_text("Toon eerst de uitslag van stap 2.").last).to_be_visible()
    press(console, "Escape")
    expect(console.get_by_role("dialog")).to_have_count(0)
    press(console, "r")
    expect(console.get_by_text("uitslag open")).to_be_visible()

    press(console, "n")
    expect(console.get_by_role("dialog").get_by_text("gelijk", exact=True)).to_have_count(6)
    expect(console.get_by_text("6 kaarten gaan mee.")).to_be_visible()
    console.get_by_role("dialog").get_by_role("checkbox", name="Kaart 6").uncheck()
    button(console, "Verder", exact=True).click()

    other.until(lambda it: it.board == "volgorde" and shown(it) == texts[:5])
    expect(console.get_by_text("nieuwe kaart")).to_have_count(0)


def test_going_back_keeps_the_work_and_offers_what_is_new(console, other, anna, bram):
    to_the_vote(console, other, anna)
    anna.do("stemmen", "put", item=next(iter(tops(other))), ballot="sterk")
    press(console, "p")
    on_stage(console, 1)
    bram.ops(card("Dagstart in de kring"))
    press(console, "n")
    on_stage(console, 2)

    expect(console.get_by_text("nieuwe kaart: toevoegen?")).to_be_visible()
    button(console, "Voeg toe", exact=True).click()

    other.until(lambda it: "Dagstart in de kring" in shown(it))
    assert anna.until(lambda it: it.board == "stemmen").own["ballots"]["sterk"]["left"] == 2


def test_the_tally_is_nowhere_on_the_console_before_the_reveal(pages, console, other, anna, bram):
    to_the_vote(console, other, anna)
    pages.abreast(console, other)
    item = next(id for id, part in tops(other).items() if part["text"] == GREETINGS[0])
    before = console.locator("body").inner_text()
    for guest in (anna, bram):
        guest.do("stemmen", "put", item=item, ballot="sterk")
    time.sleep(0.5)

    expect(console.get_by_text("Dicht, ook hier: misschien ziet de zaal jouw laptop.")).to_be_visible()
    assert without_time(console.locator("body").inner_text()) == without_time(before)
    press(console, "r")
    expect(console.get_by_text(f"Open. Bovenaan: “{GREETINGS[0]}”, 2 stippen.")).to_be_visible()


def test_a_vote_without_a_dot_has_nothing_on_top(console, other, anna):
    to_the_vote(console, other, anna)

    press(console, "r")

    expect(console.get_by_text("Open. Er is geen stip gegeven.")).to_be_visible()
    expect(console.get_by_text("Bovenaan")).to_have_count(0)


def without_time(text: str) -> str:
    return re.sub(r"\d+[:.]\d\d", "", text)


def test_two_facilitators_do_not_skip_a_step_together(console, other, anna):
    collect(console, other, anna)
    press(console, "n")
    expect(button(console, "Verder", exact=True)).to_be_visible()

    other.go("stemmen", items=list(tops(other)))
    button(console, "Verder", exact=True).click()

    expect(console.get_by_text("Een andere begeleider ging al verder. Je bent nu bij stap 2.").first).to_be_visible()


def test_typing_survives_ten_views_a_second(console, other, anna, bram):
    collect(console, other, anna)
    to_the_cards(console)
    tick(console, GREETINGS[0], GREETINGS[1])
    name = console.get_by_label("Naam van de bundel")
    name.fill("")

    for i, letter in enumerate("Samen bij de deur"):
        name.press_sequentially(letter)
        if i < 3:
            bram.ops(card(f"Nog een kaart {i}"))
        other.do("piramide", "edit", card=next(iter(other.cards())), text=f"Dagstart {i}")

    expect(name).to_have_value("Samen bij de deur")
    expect(name).to_be_focused()
    expect(console.get_by_role("checkbox", checked=True)).to_have_count(2)


def test_what_is_done_without_a_line_is_done_when_it_returns(pages, session, other, anna):
    session.console_url = session.console_url.replace("localhost", "127.0.0.1")  # on localhost a page never believes that it is offline
    console = pages.console(session)
    expect(button(console, "Begin met stap 1")).to_be_visible()
    collect(console, other, anna)
    console.context.set_offline(True)
    expect(console.get_by_text("Geen verbinding met de werksessie.")).to_be_visible()

    press(console, "c")
    console.context.set_offline(False)

    other.until(lambda it: state(it) == "closed")
    expect(console.get_by_text("Geen verbinding met de werksessie.")).to_have_count(0)


def test_a_decision_takes_one_line_and_can_be_shown(console, other, anna, guests, server, session):
    screen = guests.screen(server, session)
    collect(console, other, anna)

    press(console, "g")
    console.keyboard.type("Mevrouw De Wit maakt de lijst voor vrijdag")
    press(console, "Enter")
    expect(console.get_by_text("besluit Mevrouw De Wit maakt de lijst voor vrijdag")).to_be_visible()
    console.get_by_label("Soort notitie").select_option("private")
    console.get_by_label("Schrijf op wat is afgesproken").fill("Straks eerst koffie")
    press(console, "Enter")
    expect(console.get_by_text("voor mij Straks eerst koffie")).to_be_visible()
    button(console, "Toon op scherm").click()

    screen.until(lambda it: [note["text"] for note in it.stage["notes"]] == ["Mevrouw De Wit maakt de lijst voor vrijdag"])


def test_a_step_is_adjusted_skipped_and_paused(console, other):
    button(console, "Draaiboek").click()
    button(console, "Pas aan stap 2").click()
    console.get_by_label("Minuten").fill("9")
    console.get_by_label("Stippen “Sterk”").fill("5")
    button(console, "Bewaar", exact=True).click()
    other.until(lambda it: (it.stage["steps"][1]["minutes"], it.stage["steps"][1]["config"]["ballots"][0]["dots"]) == (9, 5))
    button(console, "Sla over stap 2").click()
    other.until(lambda it: it.stage["steps"][1]["skipped"])

    press(console, "u")
    console.get_by_label("Hoeveel minuten?").fill("3")
    press(console, "Enter")

    expect(button(console, "Einde pauze")).to_be_visible()
    other.until(lambda it: it.stage["now"]["break"] and 170 < it.stage["now"]["break"]["left"] <= 180)
    press(console, "u")
    other.until(lambda it: it.stage["now"]["break"] is None)


def test_after_a_minute_without_anybody_it_says_what_to_check(pages, session, server, guests):
    page = pages.console(session)
    expect(page.get_by_text("Er is nog niemand binnen.")).to_be_visible()
    expect(page.get_by_text("Na een minuut nog niemand.")).to_have_count(0)

    page = pages._watch(page.context.new_page())
    page.clock.install()
    page.goto(session.console_url)
    expect(page.get_by_text("Er is nog niemand binnen.")).to_be_visible()
    page.clock.fast_forward(61_000)
    expect(page.get_by_text("Na een minuut nog niemand. Kijk dit na:")).to_be_visible()

    guests.phone(server, session)
    expect(page.get_by_text("1 telefoon is binnen. De verbinding werkt.")).to_be_visible()


def test_the_report_is_at_hand_and_the_group_can_stand_behind_it(console, other, anna):
    collect(console, other, anna)
    button(console, "Verslag", exact=True).click()
    expect(console.frame_locator("iframe").get_by_text("Studiedag welbevinden").first).to_be_visible()

    button(console, "Keur goed").click()
    other.until(lambda it: it.stage["approved"])
    with console.expect_download() as table:
        button(console, "Tabel (CSV)").click()
    button(console, "Beëindig de sessie").click()
    console.get_by_role("dialog").get_by_role("button", name="Beëindig de sessie").click()

    other.until(lambda it: it.stage["ended"])
    assert table.value.suggested_filename.endswith(".csv")
    button(console, "Hervat de sessie").click()
    other.until(lambda it: not it.stage["ended"])


def test_a_rehearsal_says_so(pages, server):
    page = pages.console(server.create("kennismaken", rehearsal=1))

    expect(page.get_by_text("proefsessie", exact=True)).to_be_visible()


def test_the_whole_job_goes_by_keyboard_alone(console, other, anna, bram):
    collect(console, other, anna, bram)

    press(console, "c", "n")
    expect(button(console, "Verder", exact=True)).to_be_focused()
    press(console, "Enter")
    on_stage(console, 2)
    press(console, "o")
    other.until(lambda it: state(it) == "open")
    for guest in (anna, bram):
        guest.do("stemmen", "put", item=next(iter(tops(other))), ballot="beter")
    press(console, "r")
    expect(console.get_by_text("uitslag open")).to_be_visible()
    press(console, "n")
    expect(button(console, "Verder", exact=True)).to_be_focused()
    press(console, "Enter")
    on_stage(console, 3)
    press(console, "o", "r", "g")
    console.keyboard.type("Hiermee beginnen we")
    press(console, "Enter")

    other.until(lambda it: it.stage["now"]["revealed"] and [note["text"] for note in it.stage["notes"]] == ["Hiermee beginnen we"])
